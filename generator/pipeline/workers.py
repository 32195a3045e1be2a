"""Articles -> drafts, in as many processes as pay; the only way to the language model.

What one article gives does not depend on the others or on the number of processes, and results
come in the order of the articles: the same input gives the same drafts, however they are made.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.anchoring import is_in_place
from generator.errors import BriefingError, Place, Problems, SeedError
from generator.model import SECTIONS, Article, Draft

PAYS_FROM = 4
"""Articles for each process below which starting it costs more than it saves: it imports the
language model's libraries and loads the model (about 0.7 s), an article takes about 0.2 s."""


@dataclass(frozen=True, slots=True)
class Task:
    """The articles of one briefing to be drafted: files, or the bytes of one."""

    name: str
    """The file or folder that they are, without its ending."""
    paths: tuple[Path, ...]
    root: Path
    """The folder that their names are told from."""
    raw: bytes | None = None
    kind: str | None = None
    """A suffix that says what the bytes are; how they begin tells without one."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of a task: the articles and a draft, or the problems that stood in the way."""

    articles: tuple[Article, ...] = ()
    draft: Draft | None = None
    problems: tuple[BriefingError, ...] = ()
    warnings: tuple[BriefingError, ...] = ()


def draft_all(tasks: Sequence[Task], jobs: int) -> Iterator[Drafted]:
    """Draft every article, in their order."""
    workers = min(jobs or os.cpu_count() or 1, len(tasks) // PAYS_FROM)
    yield from _draft_in(workers, tasks) if workers > 1 else map(draft_one, tasks)


def draft_one(task: Task) -> Drafted:
    """Read articles and draft their briefing; problems come back as values, across processes."""
    try:
        read = [_read(task, path) for path in task.paths]
        articles = numbered([article for article, _ in read])
        draft = _extract(articles[0])
        _refuse_unfounded(draft, articles[0])
    except Problems as error:
        return Drafted(problems=error.problems)
    except BriefingError as error:
        return Drafted(problems=(error,))
    warnings = [warning for _, found in read for warning in found]
    if len(articles) > 1:
        what = "Of the articles in a folder only the first is drafted from; all are sources."
        warnings.append(SeedError(what, Place(articles[0].file)))
    return Drafted(articles, draft, warnings=tuple(warnings))


def read_article(path: Path, root: Path) -> tuple[Article, tuple[BriefingError, ...]]:
    """Read an article, with what a person should know about how it was read."""
    from generator import ingest, yamlio

    return _with_places(*ingest.read_seed(path, root, yamlio.load_mapping))


def _read(task: Task, path: Path) -> tuple[Article, tuple[BriefingError, ...]]:
    if task.raw is None:
        return read_article(path, task.root)
    from generator import ingest, yamlio

    return _with_places(*ingest.read_text(task.raw, path.name, task.kind, yamlio.load_mapping))


def _draft_in(workers: int, tasks: Sequence[Task]) -> Iterator[Drafted]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Spawned, not forked: a copy of this process would hold its lock and its threads' locks.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, _be_a_worker)
    try:
        yield from pool.map(draft_one, tasks)
    finally:
        pool.shutdown(cancel_futures=True)


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


def _extract(article: Article) -> Draft:
    from generator import language
    from generator.extract.drafting import draft_article
    from generator.language import gazetteer

    return draft_article(language.read(article), gazetteer.load())


def _refuse_unfounded(draft: Draft, article: Article) -> None:
    """Refuse a draft that quotes what is not in its article, whatever has made it."""
    for section in SECTIONS:
        for item in getattr(draft, section):
            for evidence in item.evidence:
                if not is_in_place(evidence, article):
                    raise SeedError(
                        f"The draft of {section} '{item.id}' rests on words that are not in the "
                        f"article: '{evidence.quote}'.",
                        Place(article.file),
                        "This is a mistake of the program; report it.",
                    )


def _be_a_worker() -> None:
    """Leave Ctrl-C to the parent, and end when it is killed, which could not tell us to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_end_of_parent, daemon=True).start()


def _wait_for_end_of_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)
