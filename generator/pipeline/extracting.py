"""Articles from anywhere -> drafts as YAML, printed or written to a folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import BriefingError, ContentError, Place
from generator.ingest import find_seeds
from generator.output import replace_file
from generator.pipeline.drafting import STAGE, briefing_of
from generator.pipeline.values import Layout, Options, Report, Watch
from generator.pipeline.workers import Task, draft_all
from generator.yamlio import dump_briefing, unused_slug

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """The articles that a call names, and what is in the way of others."""

    tasks: tuple[Task, ...]
    problems: tuple[BriefingError, ...] = ()


def find_articles(names: Sequence[str], raw: bytes, kind: str | None) -> Found:
    """Return the articles that a call names: files, the files of folders, or standard input."""
    tasks: list[Task] = []
    problems: list[BriefingError] = []
    for name in dict.fromkeys(names):
        path = Path(name)
        if name == STANDARD_INPUT:
            tasks.append(Task("standard-input", (Path("standard-input"),), Path(), raw, kind))
        elif path.is_dir():
            seeds = find_seeds(path)
            tasks.extend(Task(n, paths, _root(paths[0])) for n, paths in seeds.groups.items())
            problems.extend(seeds.problems)
        else:
            tasks.append(Task(path.stem, (path,), _root(path)))
    return Found(tuple(tasks), tuple(problems))


def extract(found: Found, output: Path | None, options: Options, watch: Watch) -> Report:
    """Draft a briefing from each article; one that cannot be read holds up no other one."""
    problems = list(found.problems)
    warnings: list[BriefingError] = []
    texts: list[str] = []
    written: list[str] = []
    taken: set[str] = set()
    watch(STAGE, 0, len(found.tasks))
    for done, drafted in enumerate(draft_all(found.tasks, options.jobs)):
        watch(STAGE, done + 1, len(found.tasks))
        problems.extend(drafted.problems)
        warnings.extend(drafted.warnings)
        if drafted.draft is None:
            continue
        name = unused_slug(found.tasks[done].name, taken)
        taken.add(name)
        text = dump_briefing(briefing_of(name, drafted))
        if output is None:
            texts.append(text)
        elif _write_new(path := output / f"{name}.yaml", text):
            written.append(str(path))
        else:
            fix = "Remove it, or name another folder."
            problems.append(
                ContentError("It is there already, and differs.", Place(str(path)), fix)
            )
    return Report(
        problems=tuple(problems),
        warnings=tuple(warnings),
        drafted=tuple(written),
        texts=tuple(texts),
    )


def _write_new(path: Path, text: str) -> bool:
    """Write a draft, but over no file that a person may have edited; tell whether it stands."""
    if path.exists():
        return path.read_bytes() == text.encode()
    return replace_file(path, text.encode())


def _root(seed: Path) -> Path:
    """Return the folder that a seed's path is told from: its site's, or the one that it is in."""
    above = (folder for folder in seed.absolute().parents if Layout(folder).settings.is_file())
    return next(above, seed.parent)
