"""Mentions of times -> the same by the time they name, that of the main event first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.extract.reading import Reading
from generator.extract.times.date_shapes import Unknown
from generator.extract.times.dateline_days import OPENING, closes_dateline
from generator.extract.times.mentions import ATTRIBUTIVE, Mention, head_of
from generator.extract.words.foreground import BYGONE, BYGONE_BY, foreground
from generator.language.morphology import lemma
from generator.language.tree import Token

# How times are put in order; set on the development articles of the six-questions gold standard
# (when, hit@1): run `make evaluate` after touching one.
NEAR_DAYS = 10
"""News is told within so many days; older dates are background."""

NEAR = 1.5
"""Factor of a single day that near."""

VAGUE = 0.4
"""Factor of a month, a year, a season, “within days”: rather background."""

WEEK, YEAR = 7, 365
"""Days from which a stretch is vague, and after which any day is background."""

FILED = 0.6
"""Factor of the date in a dateline, when the report was sent."""

KNOWN = 0.7
"""Factor of the time of what is known already: "Monday's debate"."""


def rank(reading: Reading, mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Group the mentions of one time and put the main event's first."""
    weights = reading.weights
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        weight = weights[mention.sentence.index] * _telling(reading, mention)
        groups.setdefault(mention.key, []).append(replace(mention, weight=weight))
    return sorted(groups.values(), key=lambda told: -max(m.weight for m in told))


def _telling(reading: Reading, mention: Mention) -> float:
    """Weigh a time by its days and by how it stands in its sentence."""
    sentence, head = mention.sentence, head_of(mention.sentence, mention.expression)
    if head is None:
        return _closeness(reading, mention)
    above, told = sentence.head(head), foreground(sentence, head)
    if mention.expression.lead in BYGONE_BY:
        told = min(told, BYGONE)
    if _is_filed(reading, mention):
        told *= FILED
    known = above is not None and head.label in ATTRIBUTIVE and not _is_headed(reading, above)
    return _closeness(reading, mention) * told * (KNOWN if known else 1.0)


def _is_filed(reading: Reading, mention: Mention) -> bool:
    """Say whether a time is the date of a dateline: "CAIRO, 26 July 2022 —"."""
    day = mention.days.first if mention.days else None
    opens = mention.sentence.index <= OPENING and day is not None and day == reading.dated
    return opens and closes_dateline(reading.document.text, mention.expression.end)


def _is_headed(reading: Reading, noun: Token) -> bool:
    """Say whether the headline tells of what a noun does: "Thursday's meeting" in "X meets Y"."""
    headline = reading.document.headline
    bases = {lemma(noun.text, tag).lower() for tag in (noun.tag, "VBG")}
    return headline is not None and not bases.isdisjoint(headline.content)


def _closeness(reading: Reading, mention: Mention) -> float:
    """Weigh the days of a time: news is of single days near the day of writing."""
    shape, days = mention.expression.shape, mention.days
    if days is None:
        vague = isinstance(shape, Unknown) and not (shape.clock or shape.anchored)
        return VAGUE if vague else 1.0
    length, today = (days.last - days.first).days, reading.published or days.first
    ago = (today - days.first).days
    if length >= WEEK or ago > YEAR:
        return VAGUE
    near = reading.published and abs(ago) <= NEAR_DAYS
    return (1.0 if near else VAGUE) if length else (NEAR if near else 1.0)
