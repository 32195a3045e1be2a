from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.publish.manifest import Ingredients, Record, amended, write_manifest

DIGESTS = st.sampled_from(["0" * 64, "a" * 64, "f" * 64])
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=4) | st.sampled_from(
    ["a", "a/b.html", "briefings", 'a"b', "ä", "files", "{", "}"]
)
LISTED = st.dictionaries(NAMES, DIGESTS, max_size=6)
AMENDED = st.dictionaries(NAMES, DIGESTS | st.none(), max_size=6)


def manifest(files: dict[str, str], briefings: dict[str, str], seeds: dict[str, str]) -> bytes:
    ingredients = Ingredients.model_construct(
        settings="0" * 64, content={"content/entities.yaml": "0" * 64}, briefings=briefings,
        seeds=seeds,
    )  # fmt: skip
    record = Record.model_construct(
        generator="briefings 1", base_url="https://desk.example/{", drafts=False,
        ingredients=ingredients,
    )  # fmt: skip
    return write_manifest(record, sorted(files.items()))


@given(*[st.tuples(LISTED, AMENDED)] * 3)
def test_an_amended_manifest_is_what_would_be_written(files, briefings, seeds) -> None:  # type: ignore[no-untyped-def]
    sections = {"files": files, "briefings": briefings, "seeds": seeds}
    content = manifest(*(before for before, _ in sections.values()))
    content = amended(content, {name: changes for name, (_, changes) in sections.items()})
    after = []
    for before, changes in sections.values():
        known = before | changes
        after.append({name: digest for name, digest in known.items() if digest is not None})
    assert content == manifest(*after)
