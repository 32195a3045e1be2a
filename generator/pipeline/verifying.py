"""Briefings and the articles that they rest on -> everything that is wrong or doubtful."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.check import Terms, with_places
from generator.check import check as check_briefings
from generator.entities import Entities, apply_entities, is_kept_out, unused_entries
from generator.errors import BriefingError, ContentError, Problems
from generator.model import Article
from generator.pipeline.conflicts import open_conflicts
from generator.pipeline.content import Content, Entry, read_text
from generator.pipeline.values import Layout
from generator.workers import read_article

ANY_DAY = datetime.date.min
"""The day on which nothing is old yet: a build does not depend on the calendar."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles that briefings name, by the names of their files."""

    articles: Mapping[str, Article]
    problems: tuple[BriefingError, ...] = ()
    warnings: tuple[BriefingError, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong with briefings, and what is doubtful."""

    problems: tuple[BriefingError, ...]
    warnings: tuple[BriefingError, ...]


def read_articles(layout: Layout, entries: Iterable[Entry]) -> Reading:
    """Read every article that is there; an absent one leaves its evidence unproved."""
    articles: dict[str, Article] = {}
    problems: list[BriefingError] = []
    warnings: list[BriefingError] = []
    sources = (source for entry in entries for source in entry.briefing.sources)
    files = {source.file for source in sources if source.file}
    for file in sorted(files):
        path = Path(os.path.normpath(layout.root / file))
        if layout.name(path).startswith("../") or not path.exists():
            continue
        try:
            articles[file], doubts = read_article(path, layout.root)
            warnings.extend(doubts)
        except BriefingError as problem:
            problems.append(problem)
    return Reading(articles, tuple(problems), tuple(warnings))


def placed(entries: Iterable[Entry], reading: Reading) -> tuple[Entry, ...]:
    """Return briefings whose evidence says where in its article it stands."""
    return tuple(replace(e, briefing=with_places(e.briefing, reading.articles)) for e in entries)


def verify(
    layout: Layout,
    content: Content,
    entries: Sequence[Entry],
    reading: Reading,
    today: datetime.date = ANY_DAY,
) -> Findings:
    """Check briefings whose evidence has its places, each alone and all together."""
    ages = content.settings.advise_after_days
    found = check_briefings(entries, Terms(today, reading.articles, ages.draft, ages.question))
    conflicts = [conflict for entry in entries for conflict in open_conflicts(layout, entry)]
    unused = _unused_entities(layout, content.entities, entries, reading.articles)
    warnings = Problems([*reading.warnings, *found.advice, *conflicts]).problems
    return Findings(Problems([*found.problems, *unused]).problems, warnings)


def _unused_entities(
    layout: Layout,
    entities: Entities,
    entries: Iterable[Entry],
    articles: Mapping[str, Article],
) -> tuple[ContentError, ...]:
    """Return an error for every entry that matches nothing.

    What is no entity is no more in a briefing once that has been drafted again: the entry for it
    is in use as long as an article has the words.
    """
    applied = apply_entities(entities, [entry.briefing for entry in entries])
    if not applied.unused:
        return ()
    texts = [article.text for article in articles.values()]
    unused = tuple(at for at in applied.unused if not is_kept_out(entities.entities[at], texts))
    path = layout.entities
    return unused_entries(replace(applied, unused=unused), read_text(path), str(path))
