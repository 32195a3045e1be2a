"""The files in `content/` -> values, with the mistakes of all files told at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from generator.entities import Entities, load_entities
from generator.errors import BriefingError, ContentError, Place, Problems, reason
from generator.extractors import find_extractor
from generator.model import Briefing
from generator.pipeline.pages import make_page
from generator.pipeline.values import Layout
from generator.render import StaticPage
from generator.settings import Settings, load_settings
from generator.survey import look
from generator.yamlio import load_briefing, locate

T = TypeVar("T")


class Entry(NamedTuple):
    """A briefing and the file that it is in."""

    path: Path
    text: str
    briefing: Briefing


class Content(NamedTuple):
    """What people edit beside the briefings."""

    settings: Settings
    entities: Entities
    pages: tuple[StaticPage, ...]


def load_content(layout: Layout) -> tuple[Content, tuple[Entry, ...]]:
    """Read everything in `content/`; raise all that is wrong with it."""
    content, problems = load_frame(layout)
    folders = look((layout.name(one), one) for one in (layout.briefings, layout.pages))
    problems += unread(layout, [name + file for name, one in folders.items() for file in one.looks])
    entries = collected(problems, files_in(layout.briefings, ".yaml"), load_entry)
    names = {entry.path.stem: (entry.briefing.id, *entry.briefing.aliases) for entry in entries}
    problems.extend(same_names(layout, names))
    if problems:
        raise Problems(problems)
    return content, tuple(entries)


def load_frame(layout: Layout) -> tuple[Content, list[BriefingError]]:
    """Read everything in `content/` but the briefings; what cannot be read is as if not there."""
    problems: list[BriefingError] = []
    if layout.briefings.is_dir():
        os.scandir(layout.briefings).close()  # raises where briefings would only seem to be gone
    settings = collected(problems, [layout.settings], _load_settings)
    entities = collected(problems, _if_there(layout.entities), _load_entities)
    pages = collected(
        problems,
        files_in(layout.pages, ".md"),
        lambda path: make_page(read_text(path), path, layout),
    )
    content = Content((*settings, Settings())[0], (*entities, Entities())[0], tuple(pages))
    return content, problems


def load_entry(path: Path, text: str | None = None) -> Entry:
    """Read one briefing; `text` is what its file is to hold, if that is something else."""
    text = read_text(path) if text is None else text
    return Entry(path, text, load_briefing(text, str(path)))


def load_draft(layout: Layout, name: str) -> Briefing | None:
    """Return the last draft of a briefing exactly as extracted, where there is one."""
    path = layout.draft(name)
    return load_briefing(read_text(path), str(path)) if path.exists() else None


def read_text(path: Path) -> str:
    """Return the text of a file that people edit, which is UTF-8, with its own line breaks."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - half the time, of thousands
            return file.read().decode("utf-8")
    except OSError as error:
        what = f"The file cannot be read: {reason(error)}."
        fix = "Check that it is there and its permissions."
        raise ContentError(what, Place(str(path)), fix) from error
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise ContentError(
            "The file is not UTF-8.", Place(str(path), line, column), "Save it as UTF-8."
        ) from error


def collected(
    problems: list[BriefingError], paths: Iterable[Path], load: Callable[[Path], T]
) -> list[T]:
    """Load each file, and put what is wrong with one among the problems."""
    loaded = []
    for path in paths:
        try:
            loaded.append(load(path))
        except BriefingError as problem:
            problems.append(problem)
    return loaded


def _load_settings(path: Path) -> Settings:
    text = read_text(path)
    settings = load_settings(text, str(path))
    try:
        find_extractor(settings.extractor)
    except BriefingError as error:
        way = ("extractor",)
        place = locate(text, str(path), [way])(way)
        raise ContentError(error.what, place, error.fix) from None
    return settings


def _load_entities(path: Path) -> Entities:
    return load_entities(read_text(path), str(path))


def _if_there(path: Path) -> list[Path]:
    return [path] if path.exists() else []


def files_in(folder: Path, suffix: str) -> list[Path]:
    """Return the files of a folder that are read, by how their names end; none that is hidden."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        seen = (one.name for one in entries if one.name.endswith(suffix) and one.is_file())
        return [folder / name for name in sorted(seen) if name[0] != "."]


def unread(layout: Layout, names: Collection[str]) -> Iterator[BriefingError]:
    """Yield what would silently stay off the site among some files that are there.

    The copies that editors leave may.
    """
    for folder, suffix in ((layout.briefings, ".yaml"), (layout.pages, ".md")):
        start = f"{layout.name(folder)}/"
        for name in names:
            if name.startswith(start) and name[-1] != "~":
                yield from _complaints(folder, name.removeprefix(start), suffix)


def _complaints(folder: Path, name: str, suffix: str) -> Iterator[ContentError]:
    """Yield what is wrong with a file in or below a folder of which only some are read."""
    first, is_below, _ = name.partition("/")
    if is_below:
        what, fix = f"A folder in {folder} is not read.", "Move its files up."
    elif not name.endswith(suffix):
        what, fix = f"Only what ends in {suffix} is read here.", "Rename it, or put it elsewhere."
    elif not (folder / name).is_file():
        what, fix = "This is no file that can be read.", "Put a file in its place."
    else:
        return
    yield ContentError(what, Place(str(folder / first)), fix)


def same_names(layout: Layout, briefings: Mapping[str, Iterable[str]]) -> list[BriefingError]:
    """Find addresses that two briefings claim, of each its id and then its aliases.

    Names are folded into ids, so case is no excuse.
    """
    problems: list[BriefingError] = []
    first: dict[str, str] = {}
    for file, names in briefings.items():
        for at, name in enumerate(names):
            other = first.setdefault(name, file)
            if other != file:
                path = layout.briefing(file)
                what = f"The id or alias '{name}' is that of {layout.briefing(other)} too."
                way: tuple[str | int, ...] = ("aliases", at - 1) if at else ("id",)
                place = locate(read_text(path), str(path), [way])(way)
                problems.append(ContentError(what, place, "Change one of them."))
    return problems
