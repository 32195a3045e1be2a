"""The evidence of a briefing -> footnotes for its printed page, the words of each stretch once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .views import BriefingView, EvidenceView, ItemView


@dataclass(frozen=True)
class Footnotes:
    """The notes in the order of the sources, numbered from 1, and which words stand in which."""

    notes: tuple[EvidenceView, ...]
    numbers: Mapping[EvidenceView, int]

    def of(self, item: ItemView) -> tuple[int, ...]:
        """Return the numbers of the notes that an item rests on."""
        return tuple(sorted({self.numbers[one] for one in item.evidence}))


def show_footnotes(view: BriefingView) -> Footnotes:
    """Return the footnotes of a briefing; words within those of another note share it."""
    evidence = dict.fromkeys(one for item in _items(view) for one in item.evidence)
    notes: list[EvidenceView] = []
    numbers: dict[EvidenceView, int] = {}
    of_sentence: dict[tuple[str | None, int | None], list[int]] = {}
    ranks = {source: rank for rank, source in enumerate(dict.fromkeys(e.source for e in evidence))}
    for one in sorted(evidence, key=lambda e: (ranks[e.source], e.sentence or 0, -len(e.quote))):
        near = of_sentence.setdefault((one.source, one.sentence), [])
        number = next((n for n in near if one.quote in notes[n - 1].quote), None)
        if number is None:
            notes.append(one)
            number = len(notes)
            near.append(number)
        numbers[one] = number
    return Footnotes(tuple(notes), numbers)


def _items(view: BriefingView) -> Iterator[ItemView]:
    """Yield every item of a page."""
    yield from view.statements
    for group in view.actors:
        yield from group.items
    yield from view.places
    yield from view.whens
    for reasons in view.reasons:
        yield from reasons.items
    for quotes in view.quotes:
        yield from quotes.items
    yield from view.questions
