"""Articles -> drafts, in as many processes as pay; the only way to the language model.

What one article gives does not depend on the others or on the number of processes, and results
come in the order of the articles: the same input gives the same drafts, however they are made.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import wait
from pathlib import Path

from generator.errors import BriefingError, Place, Problems, SeedError
from generator.model import Article, Draft, Source

PAYS_FROM = 4
"""Articles for each process below which starting it costs more than it saves: it imports the
language model's libraries and loads the model (about 0.7 s), an article takes about 0.2 s."""


@dataclass(frozen=True, slots=True)
class Task:
    """An article to be drafted: a file and the folder that its path is told from, or its bytes."""

    path: Path
    root: Path
    raw: bytes | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of a task: a source and its draft, or the problems that stood in the way."""

    task: Task
    source: Source | None = None
    draft: Draft | None = None
    problems: tuple[BriefingError, ...] = ()
    warnings: tuple[BriefingError, ...] = ()


def draft_all(tasks: Sequence[Task], jobs: int) -> Iterator[Drafted]:
    """Draft every article, in their order."""
    workers = min(jobs or os.cpu_count() or 1, len(tasks) // PAYS_FROM)
    if workers < 2:
        yield from map(draft_one, tasks)
        return
    # Spawned, not forked: a copy of this process would hold its lock and its threads' locks.
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _die_with_parent)
    with pool:
        yield from pool.map(draft_one, tasks)


def draft_one(task: Task) -> Drafted:
    """Read an article and draft its briefing; problems come back as values, across processes."""
    try:
        article, warnings = read_article(task)
        draft = _extract(article)
    except Problems as error:
        return Drafted(task, problems=error.problems)
    except BriefingError as error:
        return Drafted(task, problems=(error,))
    return Drafted(task, article.source, draft, warnings=warnings)


def read_article(task: Task) -> tuple[Article, tuple[BriefingError, ...]]:
    """Read an article, with what a person should know about how it was read."""
    from generator import ingest, yamlio

    if task.raw is None:
        article, said = ingest.read_seed(task.path, task.root, yamlio.load_mapping)
    else:
        article, said = ingest.read_text(task.raw, task.path.name, task.kind)
    file = article.source.file
    return article, tuple(SeedError(w.removeprefix(f"{file}: "), Place(file)) for w in said)


def _extract(article: Article) -> Draft:
    from generator import language
    from generator.extract.drafting import draft_article
    from generator.language import gazetteer

    return draft_article(language.read(article), gazetteer.load())


def _die_with_parent() -> None:
    """End this worker when its parent is killed, which could not tell it to."""
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=partial(_exit_after, parent.sentinel), daemon=True).start()


def _exit_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
