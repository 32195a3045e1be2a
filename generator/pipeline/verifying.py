"""Briefings and the articles that they rest on -> everything that is wrong or doubtful."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import BriefingError, Problems
from generator.model import Article
from generator.pipeline.content import Content, Entry
from generator.pipeline.values import Layout, Options, Report
from generator.pipeline.workers import read_article


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles that briefings name, by the names of their files."""

    articles: Mapping[str, Article]
    problems: tuple[BriefingError, ...] = ()
    warnings: tuple[BriefingError, ...] = ()


def read_articles(layout: Layout, entries: Iterable[Entry]) -> Reading:
    """Read every article that is there; an absent one leaves its evidence unproved."""
    articles: dict[str, Article] = {}
    problems: list[BriefingError] = []
    warnings: list[BriefingError] = []
    files = {source.file for entry in entries for source in entry.briefing.sources}
    for file in sorted(files):
        path = Path(os.path.normpath(layout.root / file))
        if layout.name(path).startswith("../"):
            continue
        if path.exists():
            try:
                articles[file], doubts = read_article(path, layout.root)
                warnings.extend(doubts)
            except BriefingError as problem:
                problems.append(problem)
    return Reading(articles, tuple(problems), tuple(warnings))


def verify(
    entries: Iterable[Entry], reading: Reading, content: Content, options: Options
) -> Report:
    """Return what is wrong with briefings, and what is doubtful."""
    del entries, content
    problems = [*reading.problems]
    warnings = [*reading.warnings]
    if options.strict:
        problems, warnings = [*problems, *warnings], []
    return Report(_sorted(problems), _sorted(warnings))


def _sorted(errors: Iterable[BriefingError]) -> tuple[BriefingError, ...]:
    return Problems(errors).problems
