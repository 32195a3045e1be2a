"""Articles from anywhere -> drafts as YAML, printed or written to a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.errors import BriefingError, ContentError, Place
from generator.extractors import Extractor, credit_in, find_extractor
from generator.ingest import Seed, find_seeds, is_archive, open_archive
from generator.output import explained, replace_file
from generator.pipeline.drafting import STAGE
from generator.pipeline.values import Layout, Options, Report, Watch
from generator.workers.asking import load
from generator.workers.crew import Crew, draft_all
from generator.workers.tasks import Drafted, Task, propose
from generator.yamlio import unused_slug

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """The articles that a call names, and what is in the way of others."""

    tasks: tuple[Task, ...]
    archives: tuple[tuple[str, Path], ...] = ()
    """Files of many articles, each with what the names of their briefings begin with."""
    problems: tuple[BriefingError, ...] = ()

    @property
    def is_one(self) -> bool:
        """Whether there is one article at most."""
        return not self.archives and len(self.tasks) < 2

    def __iter__(self) -> Iterator[Task]:
        """Yield the articles; those of an archive are numbered as they come."""
        yield from self.tasks
        for prefix, path in self.archives:
            yield from _tasks_of(prefix, path)


class _Names:
    """Names given to briefings, and what those of archives begin with: none is given twice."""

    def __init__(self) -> None:
        """Start with none."""
        self._names: set[str] = set()
        self._prefixes: set[str] = set()

    def __contains__(self, name: object) -> bool:
        """Tell whether a name is given, or may be to an article of an archive."""
        prefix, _, number = str(name).rpartition("-")
        return name in self._names or (number.isdigit() and prefix in self._prefixes)

    def new(self, name: str) -> str:
        """Return a name as an id that nothing else has."""
        slug = unused_slug(name, self)
        self._names.add(slug)
        return slug

    def new_prefix(self, name: str) -> str:
        """Return an id to which the numbers of an archive's articles can be added."""
        numbered = {n.rpartition("-")[0] for n in self._names if n.rpartition("-")[2].isdigit()}
        slug = unused_slug(name, self._prefixes | numbered)
        self._prefixes.add(slug)
        return slug


@dataclass(slots=True)
class _Tally:
    """What has become of the articles so far."""

    kept: int = 0
    done: int = 0
    extracted: int = 0
    problems: list[BriefingError] = field(default_factory=list)
    warnings: list[BriefingError] = field(default_factory=list)


@explained()
def find_articles(names: Sequence[str], raw: bytes, kind: str | None) -> Found:
    """Return the articles that a call names: files, all in folders, or standard input."""
    tasks: list[Task] = []
    archives: list[tuple[str, Path]] = []
    problems: list[BriefingError] = []
    taken = _Names()
    for name in dict.fromkeys(names):
        path = Path(name)
        if name == STANDARD_INPUT:
            seed = Seed("standard-input", raw, kind)
            tasks.append(Task(taken.new(seed.file), seeds=(seed,)))
        elif path.is_dir():
            seeds = find_seeds(path, is_archive)
            for group, paths in seeds.groups.items():
                tasks.append(Task(taken.new(group), paths, _root(paths[0])))
            problems.extend(seeds.problems)
            archives += [(taken.new_prefix(_stem(one)), one) for one in _archives_in(path)]
        elif is_archive(path):
            archives.append((taken.new_prefix(_stem(path)), path))
        else:
            tasks.append(Task(taken.new(path.stem), (path,), _root(path)))
    return Found(tuple(tasks), tuple(archives), tuple(problems))


@explained()
def extract(found: Found, output: Path | None, options: Options, watch: Watch) -> Report:
    """Draft a briefing from each article; one that cannot be read holds up no other one.

    What the output folder has from the same bytes by the same extractor is not drafted again.
    """
    extractor = find_extractor(options.extractor)
    tally = _Tally(problems=list(found.problems))
    total = 0 if found.archives else len(found.tasks)
    text = ""
    watch(STAGE, 0, total)
    tasks = _undone(found, output, tally, extractor) if output else iter(found)
    crew = Crew(options.executor, options.jobs, watch.say, partial(load, extractor))
    for task, drafted in draft_all(tasks, partial(propose, extractor=extractor), crew):
        _count(tally, drafted)
        watch(STAGE, tally.done + tally.kept, total)
        if drafted.text and output:
            _keep(drafted.text, output / f"{task.name}.yaml", tally)
        elif drafted.text:
            text = drafted.text
    return Report(
        problems=tuple(tally.problems),
        warnings=tuple(tally.warnings),
        text=text,
        extracted=tally.extracted,
        kept=tally.kept,
    )


def _keep(text: str, path: Path, tally: _Tally) -> None:
    """Write a draft, but over no file that a person may have edited."""
    if not path.exists():
        replace_file(path, text.encode())
        tally.extracted += 1
    else:
        fix = "Remove it, or name another folder."
        tally.problems.append(
            ContentError("It is there already, and differs.", Place(str(path)), fix)
        )


def _count(tally: _Tally, drafted: Drafted) -> None:
    tally.done += 1
    tally.problems.extend(drafted.problems)
    tally.warnings.extend(drafted.warnings)


def _undone(
    tasks: Iterable[Task], output: Path, tally: _Tally, extractor: Extractor
) -> Iterator[Task]:
    """Yield the tasks whose briefing is not in the output folder, and count the others."""
    for task in tasks:
        if _is_done(task, output / f"{task.name}.yaml", extractor):
            tally.kept += 1
        else:
            yield task


def _is_done(task: Task, path: Path, extractor: Extractor) -> bool:
    """Tell whether a file was drafted from these very articles: it holds their digests."""
    try:
        text = path.read_bytes()
        raws = [*(seed.raw for seed in task.seeds), *(seed.read_bytes() for seed in task.paths)]
    except OSError:  # never drafted; or unreadable, which drafting will tell
        return False
    is_alike = bool(raws) and credit_in(text) == extractor.credit
    return is_alike and all(hashlib.sha256(raw).hexdigest().encode() in text for raw in raws)


def _tasks_of(prefix: str, path: Path) -> Iterator[Task]:
    for found in open_archive(path):
        if isinstance(found, Seed):
            yield Task(f"{prefix}-{found.file.rpartition(':')[2]}", seeds=(found,))
        else:
            yield Task(prefix, problems=(found,))


def _archives_in(folder: Path) -> list[Path]:
    """Return the files of many articles in a folder and in those in it."""
    found = (path for pattern in ("*", "*/*") for path in folder.glob(pattern))
    return sorted(
        path
        for path in found
        if is_archive(path)
        and path.is_file()
        and not any(part[0] == "." for part in path.relative_to(folder).parts)
    )


def _stem(archive: Path) -> str:
    return archive.name.split(".")[0]


def _root(seed: Path) -> Path:
    """Return the folder that a seed's path is told from: its site's, or the one that it is in."""
    above = (folder for folder in seed.absolute().parents if Layout(folder).settings.is_file())
    return next(above, seed.parent)
