"""One briefing's files in `content/` -> its pages and all that other pages take of it.

Nothing here depends on another briefing but on those that answer its questions, so briefings are
made in any order, and in as many processes as there are; see `building.py` for what is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator import render
from generator.cache import File
from generator.check import Terms, check_alone, unanswered
from generator.entities import apply_entities
from generator.errors import BriefingError, Problems
from generator.model import Briefing
from generator.output import stage_file
from generator.pipeline.assembling import content_of, is_shown, last_draft
from generator.pipeline.conflicts import open_conflicts
from generator.pipeline.content import Content, Entry, load_entry
from generator.pipeline.records import Record, Ref, told
from generator.pipeline.values import Layout, Options
from generator.pipeline.verifying import ANY_DAY, ReadArticle, placed, read_articles, used_notes
from generator.render import BriefingContent, BriefingRef, Day, Made, Page, Press
from generator.rows import Entry as RowEntry
from generator.rows import Stored, value_of
from generator.search import is_indexed
from generator.workers.tasks import read_article

ARTICLES = 64
"""Articles that a process keeps in memory."""
LISTED, INDEXED = 1, 2
"""Traits of files: pages that search engines should find, and pages in the site's own search."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where pages are made: what all of them are made with."""

    layout: Layout
    options: Options
    content: Content
    press: Press
    stage: Path
    site: Path | None
    """The site as it is, whose files stay where they hold what they should; None: all are new."""
    read: ReadArticle = field(default_factory=lambda: lru_cache(maxsize=ARTICLES)(read_article))
    """Reads an article, or returns what it has read before: several briefings may rest on one."""


class Task(NamedTuple):
    """A briefing to be made."""

    name: str
    others: tuple[tuple[str, Ref], ...]
    """The briefings that answer its questions, by id."""
    beside: tuple[str, ...] = ()
    """The folders in which it has another file, its draft or conflicts."""
    text: str | None = None
    """What its file is to hold, where that is something else than it holds now."""


class Written(NamedTuple):
    """A file that has been made."""

    file: File
    is_new: bool
    """Whether it is staged; the site holds the same if not."""


class Result(NamedTuple):
    """What a briefing has become."""

    record: Record
    entries: tuple[RowEntry, ...] = ()
    written: tuple[Written, ...] = ()


class PageTask(NamedTuple):
    """A page over many briefings to be made."""

    page: Page
    """It has none of its rows."""
    key: bytes
    stored: Sequence[Stored]
    """The values of its rows."""


def make_briefings(bench: Bench, tasks: Sequence[Task]) -> list[Result]:
    """Read briefings, check them, and write what they become; what is wrong is in the records.

    Each step is taken for all of them before the next: a processor then has at hand what a step
    needs, and is done with a dozen in four fifths of the time.
    """
    read = [_read(bench, task) for task in tasks]
    checked = [_checked(bench, *one) for one in zip(tasks, read, strict=True)]
    shown = [(one.content, one.others) for one in checked if one.content]
    made = iter(render.make_briefings(bench.press, shown))
    return [_result(bench, one, next(made) if one.content else None) for one in checked]


def make_pages(bench: Bench, tasks: Sequence[PageTask]) -> list[Written | BriefingError]:
    """Write pages over many briefings, or return what is wrong with their templates."""
    return [_written(bench, task) for task in tasks]


def deliver(bench: Bench, path: str, content: bytes, key: bytes, *, listed: bool) -> Written:
    """Stage a file, if the site does not hold it already."""
    is_new = stage_file(bench.stage, bench.site, path, content)
    traits = LISTED * listed | INDEXED * is_indexed(path, content)
    return Written(File(path, key, hashlib.sha256(content).digest(), len(content), traits), is_new)


class _Checked(NamedTuple):
    """A briefing that has been held against its articles."""

    record: Record
    content: BriefingContent | None = None
    """It as it is shown, if it is."""
    others: Mapping[str, BriefingRef] = {}
    """The briefings that answer its questions, by id."""


def _read(bench: Bench, task: Task) -> Entry | BriefingError:
    try:
        return load_entry(bench.layout.briefing(task.name), task.text)
    except BriefingError as error:
        return error


def _checked(bench: Bench, task: Task, entry: Entry | BriefingError) -> _Checked:
    if isinstance(entry, BriefingError):
        return _Checked(Record(faults=told(Problems([entry]).problems)))
    try:
        return _held_up(bench, task, entry)
    except BriefingError as error:
        return _Checked(_faulty(_known(entry.briefing), error))


def _held_up(bench: Bench, task: Task, entry: Entry) -> _Checked:
    """Hold a briefing against its articles."""
    layout, content = bench.layout, bench.content
    reading = read_articles(layout, [entry], bench.read)
    (entry,) = placed([entry], reading)
    briefing = entry.briefing
    ages = content.settings.advise_after_days
    found = check_alone(entry, Terms(ANY_DAY, reading.articles, ages.draft, ages.question))
    conflicts = open_conflicts(layout, entry) if ".conflicts" in task.beside else ()
    record = _known(briefing)._replace(
        answers=tuple((name, told([error])[0]) for name, error in unanswered(entry)),
        used=used_notes(content.entities, entry, reading.articles),
        faults=told(found.problems),
        problems=told(reading.problems),
        warnings=told([*reading.warnings, *found.advice, *conflicts]),
    )
    if found.problems or not is_shown(briefing, content.settings, bench.options):
        return _Checked(record)
    (named,) = apply_entities(content.entities, [briefing]).briefings
    draft = last_draft(layout, entry) if ".drafts" in task.beside else None
    whole = content_of(named, entry, draft, reading.articles, content.settings)
    return _Checked(record, whole, {name: _ref_of(ref) for name, ref in task.others})


def _known(briefing: Briefing) -> Record:
    """Return what is known of a briefing as soon as it has been read."""
    files = tuple(source.file for source in briefing.sources if source.file)
    return Record(is_read=True, names=(briefing.id, *briefing.aliases), files=files)


def _faulty(record: Record, error: BriefingError) -> Record:
    """Return the record of a briefing of which nothing could be made."""
    faults = told(Problems([error]).problems)
    return Record(is_read=True, names=record.names, files=record.files, faults=faults)


def _result(bench: Bench, checked: _Checked, made: Made | BriefingError | None) -> Result:
    record = checked.record
    if made is None:
        return Result(record)
    if isinstance(made, BriefingError):
        return Result(_faulty(record, made))
    written = tuple(_delivered(bench, made))
    return Result(record._replace(ref=_plain_ref(made.ref)), made.entries, written)


def _delivered(bench: Bench, made: Made) -> Iterable[Written]:
    """Write the files of a briefing; they share its key, which its record holds."""
    for path, content in made.files.items():
        listed = path.endswith(".html") and path not in made.unlisted
        yield deliver(bench, path, content, b"", listed=listed)


def _written(bench: Bench, task: PageTask) -> Written | BriefingError:
    page = task.page
    try:
        content = bench.press.write(page, [*map(value_of, task.stored)])
    except BriefingError as error:
        return error
    listed = page.path.endswith(".html") and page.template not in render.UNLISTED
    return deliver(bench, page.path, content, task.key, listed=listed)


def _plain_ref(ref: BriefingRef) -> Ref:
    """Return a reference as plain values."""
    day = ref.day
    written = (day.iso, day.text, day.short, day.is_day) if day else None
    return ref.title, ref.path, ref.status, written


def _ref_of(stored: Ref) -> BriefingRef:
    """Return a reference from plain values."""
    title, path, status, day = stored
    return BriefingRef(title, path, status, Day(*day) if day else None)
