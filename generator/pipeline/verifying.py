"""Briefings and the articles that they rest on -> everything that is wrong or doubtful."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

from generator.check import Terms, with_places
from generator.check import check as check_briefings
from generator.entities import Entities, apply_entities, is_kept_out, unused_entries
from generator.errors import BriefingError, ContentError, Problems
from generator.model import Article
from generator.pipeline.conflicts import open_conflicts
from generator.pipeline.content import Content, Entry, read_text
from generator.pipeline.values import Layout
from generator.workers.tasks import read_article

ReadArticle: TypeAlias = Callable[[Path, Path], tuple[Article, tuple[BriefingError, ...]]]
"""Reads an article of a site, with what a person should know about how it was read."""

ANY_DAY = datetime.date.min
"""The day on which nothing is old yet: a build does not depend on the calendar."""


class Reading(NamedTuple):
    """The articles that briefings name, by the names of their files."""

    articles: Mapping[str, Article]
    problems: tuple[BriefingError, ...] = ()
    warnings: tuple[BriefingError, ...] = ()


class Findings(NamedTuple):
    """What is wrong with briefings, and what is doubtful."""

    problems: tuple[BriefingError, ...]
    warnings: tuple[BriefingError, ...]


def read_articles(
    layout: Layout, entries: Iterable[Entry], read: ReadArticle = read_article
) -> Reading:
    """Read every article that is there; an absent one leaves its evidence unproved."""
    articles: dict[str, Article] = {}
    problems: list[BriefingError] = []
    warnings: list[BriefingError] = []
    sources = (source for entry in entries for source in entry.briefing.sources)
    files = {source.file for source in sources if source.file}
    for file in sorted(files):
        path = _path_of(layout, file)
        if path is None or not path.exists():
            continue
        try:
            articles[file], doubts = read(path, layout.root)
            warnings.extend(doubts)
        except BriefingError as problem:
            problems.append(problem)
    return Reading(articles, tuple(problems), tuple(warnings))


@lru_cache(maxsize=1024)
def _path_of(layout: Layout, file: str) -> Path | None:
    """Return where an article lies; nothing for one outside of the site's folder."""
    path = Path(os.path.normpath(layout.root / file))
    return None if layout.name(path).startswith("../") else path


def placed(entries: Iterable[Entry], reading: Reading) -> tuple[Entry, ...]:
    """Return briefings whose evidence says where in its article it stands."""
    return tuple(e._replace(briefing=with_places(e.briefing, reading.articles)) for e in entries)


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
    used = (at for entry in entries for at in used_notes(content.entities, entry, reading.articles))
    unused = unused_notes(layout, content.entities, set(used))
    warnings = Problems([*reading.warnings, *found.advice, *conflicts]).problems
    return Findings(Problems([*found.problems, *unused]).problems, warnings)


def used_notes(
    entities: Entities, entry: Entry, articles: Mapping[str, Article]
) -> tuple[int, ...]:
    """Return the entries of entities.yaml that a briefing uses.

    What is no entity is no more in a briefing once that has been drafted again: the entry for it
    is in use as long as an article has the words.
    """
    matched = apply_entities(entities, [entry.briefing]).used
    files = {source.file for source in entry.briefing.sources}
    texts = [article.text for file, article in articles.items() if file in files]
    kept_out = (at for at, one in enumerate(entities.entities) if is_kept_out(one, texts))
    return tuple(sorted({*matched, *kept_out}))


def unused_notes(
    layout: Layout, entities: Entities, used: Collection[int]
) -> tuple[ContentError, ...]:
    """Return an error for every entry of entities.yaml that matches nothing."""
    unused = [at for at in range(len(entities.entities)) if at not in used]
    if not unused:
        return ()
    return unused_entries(unused, read_text(layout.entities), str(layout.entities))
