"""One task -> what became of it: articles and a briefing, or problems.

What a task gives does not depend on other tasks or on where it is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.errors import BriefingError, Place, Problems, SeedError
from generator.extractors import Extractor, load_extractor
from generator.ingest import Seed
from generator.model import Article, Briefing
from generator.workers.asking import OURS, draft_briefing, is_beyond


class Task(NamedTuple):
    """The articles of one briefing to be drafted: files, or seeds in memory."""

    name: str
    """What their briefing is to be called."""
    paths: tuple[Path, ...] = ()
    root: Path = Path()
    """The folder that the names of the files are told from."""
    seeds: tuple[Seed, ...] = ()
    problems: tuple[BriefingError, ...] = ()
    """Why nothing can be drafted, where that is known already."""

    @property
    def place(self) -> Place | None:
        """Where its first article is."""
        first = next(iter([*(seed.file for seed in self.seeds), *map(str, self.paths)]), None)
        return Place(first) if first else None


class Drafted(NamedTuple):
    """What became of a task: the articles and a briefing, or the problems that stood in the way."""

    articles: tuple[Article, ...] = ()
    briefing: Briefing | None = None
    problems: tuple[BriefingError, ...] = ()
    warnings: tuple[BriefingError, ...] = ()
    text: str = ""
    """The briefing as YAML instead of both, where that is what was asked for."""


def draft_one(task: Task, extractor: Extractor = OURS) -> Drafted:
    """Read articles and draft their briefing; problems come back as values, across processes.

    What is in the way of all articles, such as a plug-in that cannot be loaded, is raised.
    """
    if extractor != OURS:
        load_extractor(extractor)
    if task.problems:
        return Drafted(problems=task.problems)
    try:
        read = [*(read_article(path, task.root) for path in task.paths), *map(_read, task.seeds)]
        articles = numbered([article for article, _ in read])
        briefing = draft_briefing(extractor, task.name, articles)
    except Problems as error:
        return Drafted(problems=error.problems)
    except BriefingError as error:
        return Drafted(problems=(error,))
    warnings = [warning for _, found in read for warning in found]
    warnings += _limits(articles, extractor)
    return Drafted(articles, briefing, warnings=tuple(warnings))


def _limits(articles: Sequence[Article], extractor: Extractor) -> Iterator[SeedError]:
    """Yield what is not drafted, of what a person may have hoped for, and what is guessed."""
    for article in articles:
        at = Place(article.file)
        if is_beyond(extractor, article):
            what = "It does not read as English, so nothing is drafted from it."
            yield SeedError(
                what, at, "Fill its briefing in by hand, or name an `extractor` for it."
            )
        if len(articles) > 1 and not article.source.published:
            what = "It states no date, so it counts as the oldest account in its folder."
            yield SeedError(what, at, "State `published`, in front matter of a Markdown file.")


def propose(task: Task, extractor: Extractor = OURS) -> Drafted:
    """Draft a task's briefing, and return it as the text of its file."""
    from generator.yamlio import dump_briefing

    drafted = draft_one(task, extractor)
    if drafted.briefing is None:
        return drafted
    return Drafted(warnings=drafted.warnings, text=dump_briefing(drafted.briefing))


def in_memory(task: Task) -> Task:
    """Return a task with its files read, for a worker that does not have them."""
    from generator import ingest

    try:
        seeds = tuple(ingest.load_seed(path, task.root) for path in task.paths)
    except BriefingError as error:
        return task._replace(paths=(), problems=(*task.problems, error))
    return task._replace(paths=(), seeds=(*seeds, *task.seeds))


def read_article(path: Path, root: Path) -> tuple[Article, tuple[BriefingError, ...]]:
    """Read an article, with what a person should know about how it was read."""
    from generator import ingest, yamlio

    return _with_places(*ingest.read_seed(path, root, yamlio.load_mapping))


def _read(seed: Seed) -> tuple[Article, tuple[BriefingError, ...]]:
    from generator import ingest, yamlio

    return _with_places(*ingest.read(seed, yamlio.load_mapping))


def _with_places(
    article: Article, said: Iterable[str]
) -> tuple[Article, tuple[BriefingError, ...]]:
    file = article.file
    return article, tuple(SeedError(w.removeprefix(f"{file}: "), Place(file)) for w in said)


def numbered(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Give the sources of one briefing their ids."""
    return tuple(
        replace(article, source=article.source.model_copy(update={"id": f"s{number}"}))
        for number, article in enumerate(articles, 1)
    )
