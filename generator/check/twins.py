"""Briefings that rest on the very same articles, which lie in `seeds/` under two names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.check.findings import Filed, Finding
from generator.model import Briefing


def check_twins(filed: Iterable[Filed]) -> Iterator[tuple[Filed, Finding]]:
    """Find briefings of copies of what one before rests on; withdrawn ones do not count."""
    first: dict[frozenset[str], Briefing] = {}
    for one in filed:
        digests = frozenset(source.sha256 for source in one.briefing.sources if source.sha256)
        if one.briefing.status == "withdrawn" or not digests:
            continue
        other = first.setdefault(digests, one.briefing)
        if _files(other) != _files(one.briefing):  # two briefings of one file are meant to be two
            what = f"it rests on the same articles as '{other.id}', letter for letter."
            yield one, Finding(("sources",), what, "Delete the copy in seeds/ and this briefing.")


def _files(briefing: Briefing) -> set[str | None]:
    return {source.file for source in briefing.sources}
