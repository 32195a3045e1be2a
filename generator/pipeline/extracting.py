"""Articles from anywhere -> drafts as YAML, printed or written to a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.errors import BriefingError
from generator.ingest import find_seeds
from generator.output import replace_file
from generator.pipeline.drafting import STAGE, briefing_of
from generator.pipeline.values import Layout, Options, Report, Watch
from generator.pipeline.workers import Task, draft_all
from generator.yamlio import dump_briefing, unused_slug

STANDARD_INPUT = "-"


def find_articles(names: Sequence[str], raw: bytes, kind: str | None) -> tuple[Task, ...]:
    """Return the articles that a call names: files, the files of folders, or standard input."""
    tasks: list[Task] = []
    for name in dict.fromkeys(names):
        path = Path(name)
        if name == STANDARD_INPUT:
            tasks.append(Task((Path("standard-input"),), Path(), raw, kind))
        elif path.is_dir():
            tasks.extend(Task(seeds, _root(seeds[0])) for seeds in find_seeds(path).groups.values())
        else:
            tasks.append(Task((path,), _root(path)))
    return tuple(tasks)


def extract(tasks: Sequence[Task], output: Path | None, options: Options, watch: Watch) -> Report:
    """Draft a briefing from each article; one that cannot be read holds up no other one."""
    problems: list[BriefingError] = []
    warnings: list[BriefingError] = []
    texts: list[str] = []
    written: list[str] = []
    taken: set[str] = set()
    watch(STAGE, 0, len(tasks))
    for done, drafted in enumerate(draft_all(tasks, options.jobs)):
        watch(STAGE, done + 1, len(tasks))
        problems.extend(drafted.problems)
        warnings.extend(drafted.warnings)
        if drafted.draft is None:
            continue
        name = unused_slug(tasks[done].paths[0].stem, taken)
        taken.add(name)
        text = dump_briefing(briefing_of(name, drafted))
        if output:
            path = output / f"{name}.yaml"
            replace_file(path, text.encode())
            written.append(str(path))
        else:
            texts.append(text)
    return Report(
        problems=tuple(problems),
        warnings=tuple(warnings),
        drafted=tuple(written),
        texts=tuple(texts),
    )


def _root(seed: Path) -> Path:
    """Return the folder that a seed's path is told from: its site's, or the one that it is in."""
    above = (folder for folder in seed.absolute().parents if Layout(folder).settings.is_file())
    return next(above, seed.parent)
