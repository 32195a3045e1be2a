from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import cache
from generator.cache import Cache

MAPPINGS = st.dictionaries(st.text("abc", max_size=2), st.binary(max_size=2))


@given(steps=st.lists(MAPPINGS, min_size=1, max_size=6), many=st.integers(0, 4))
def test_a_mapping_is_kept_whatever_comes_and_goes(
    tmp_path_factory: pytest.TempPathFactory, steps: list[dict[str, bytes]], many: int
) -> None:
    before: dict[str, bytes] = {}
    with (
        pytest.MonkeyPatch.context() as patch,
        Cache(tmp_path_factory.mktemp("cache") / "build.sqlite") as kept,
    ):
        patch.setattr(cache, "MANY", many)
        for now in steps:
            late = {key for key, _ in before.items() ^ now.items()}
            kept.know_mapping("names", now, late)
            assert kept.mapping("names") == now
            before = now


def test_of_a_mapping_little_more_is_written_than_what_is_new(tmp_path: Path) -> None:
    before = {f"{number}.yaml": b"old" for number in range(10_000)}
    with Cache(tmp_path / "build.sqlite") as kept:
        kept.know_mapping("names", before, before.keys())
        kept.know_mapping("names", {**before, "7.yaml": b"new"}, {"7.yaml"})
        assert kept.fact("names") == before
        assert kept.fact("names since") == {"7.yaml": b"new"}
