from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest

from generator.errors import SiteError
from generator.search import is_indexed
from generator.search.indexing import index_folder, search_index

NAMES = [f"Name {number}" for number in range(300)]


def _page(number: int) -> bytes:
    people = "".join(f'<b data-pagefind-filter="person">{n}</b>' for n in NAMES[number::7])
    states = f'<i data-pagefind-filter="status">{("Draft", "Published")[number % 2]}</i>'
    return f"""<!doctype html><html lang="en"><body><main data-pagefind-body>
<h1 data-pagefind-meta="title">Title {number}</h1>{people}{states}<p>word{number}</p>
</main></body></html>""".encode()


PAGES = {f"briefings/b{number}/index.html": _page(number) for number in range(12)}


def _write(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def index_of(pages: dict[str, bytes], site: Path) -> dict[str, bytes]:
    digests = {path: hashlib.sha256(page).hexdigest() for path, page in pages.items()}

    def lay_out(folder: Path) -> None:
        _write(folder, pages)

    return search_index(digests, site, lay_out)


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    backwards = dict(reversed(PAGES.items()))
    first = index_folder(_write(tmp_path / "one", PAGES))
    assert first == index_folder(_write(tmp_path / "two", backwards))


def test_an_index_has_what_search_needs_and_no_interface_of_its_own(tmp_path: Path) -> None:
    files = index_folder(_write(tmp_path, PAGES))
    entry = json.loads(files["pagefind/pagefind-entry.json"])
    named = entry["languages"]["en"]["hash"]
    assert entry["languages"]["en"]["page_count"] == len(PAGES)
    meta = files[f"pagefind/pagefind.{named}.pf_meta"]
    filters = [path for path in files if path.endswith(".pf_filter")]
    assert len(filters) == 2
    assert all(Path(path).stem.encode() in meta for path in filters)
    assert "pagefind/pagefind.js" in files
    assert not [path for path in files if "-ui" in path]


def test_the_values_of_a_filter_are_in_order(tmp_path: Path) -> None:
    files = index_folder(_write(tmp_path, PAGES))
    people = max((c for p, c in files.items() if p.endswith(".pf_filter")), key=len)
    places = [people.index(name.encode()) for name in sorted(NAMES, key=lambda n: (len(n), n))]
    assert places == sorted(places)


def test_pages_that_have_not_changed_keep_their_index(tmp_path: Path) -> None:
    index = index_of(PAGES, tmp_path)
    marked = {**index, "pagefind/mark": b"kept"}
    _write(tmp_path, marked)
    assert index_of(PAGES, tmp_path) == marked
    changed = {**PAGES, "briefings/b0/index.html": _page(5)}
    assert "pagefind/mark" not in index_of(changed, tmp_path)


def test_a_site_without_such_pages_has_no_index(tmp_path: Path) -> None:
    assert index_of({}, tmp_path) == {}
    assert not is_indexed("index.html", b"<p>Nothing yet.</p>")
    assert is_indexed("index.html", b"<main data-pagefind-body>")


def test_a_program_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", sys.executable)
    with pytest.raises(SiteError, match=r"(?s)pagefind ended with .*`search: false`"):
        index_folder(_write(tmp_path, PAGES))


def test_a_program_that_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "none"))
    with pytest.raises(SiteError, match="does not start"):
        index_folder(tmp_path)
