"""The files in `content/` -> values, with the mistakes of all files told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.entities import Entities, load_entities
from generator.errors import BriefingError, ContentError, Place, Problems
from generator.model import Briefing
from generator.pipeline.pages import make_page
from generator.pipeline.values import Layout
from generator.render import StaticPage
from generator.settings import Settings, load_settings
from generator.yamlio import load_briefing, locate

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """A briefing and the file that it is in."""

    path: Path
    text: str
    briefing: Briefing


@dataclass(frozen=True, slots=True)
class Content:
    """All that people edit."""

    settings: Settings
    entries: tuple[Entry, ...]
    entities: Entities
    pages: tuple[StaticPage, ...]


def load_content(layout: Layout) -> Content:
    """Read everything in `content/`; raise all that is wrong with it."""
    problems: list[BriefingError] = []
    settings = collected(problems, [layout.settings], _load_settings)
    entities = collected(problems, _if_there(layout.entities), _load_entities)
    entries = collected(problems, _files(layout.briefings, ".yaml"), load_entry)
    pages = collected(
        problems, _files(layout.pages, ".md"), lambda path: make_page(read_text(path), path, layout)
    )
    problems.extend(_misnamed(layout))
    problems.extend(_same_ids(entries))
    if problems:
        raise Problems(problems)
    return Content(settings[0], tuple(entries), (*entities, Entities())[0], tuple(pages))


def load_entry(path: Path) -> Entry:
    """Read one briefing."""
    text = read_text(path)
    return Entry(path, text, load_briefing(text, str(path)))


def read_text(path: Path) -> str:
    """Return the text of a file that people edit, which is UTF-8, with its own line breaks."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ContentError(
            f"The file cannot be read: {error.strerror}.", Place(str(path))
        ) from error
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
    return load_settings(read_text(path), str(path))


def _load_entities(path: Path) -> Entities:
    return load_entities(read_text(path), str(path))


def _if_there(path: Path) -> list[Path]:
    return [path] if path.exists() else []


def _files(folder: Path, suffix: str) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if p.suffix == suffix and p.name[0] != ".")


def _misnamed(layout: Layout) -> list[BriefingError]:
    """Find briefings that would silently stay off the site."""
    return [
        ContentError("A briefing's file ends in .yaml.", Place(str(path)), "Rename it.")
        for path in _files(layout.briefings, ".yml")
    ]


def _same_ids(entries: Iterable[Entry]) -> list[BriefingError]:
    """Find addresses that two briefings claim; names are folded into ids, so case is no excuse."""
    problems: list[BriefingError] = []
    first: dict[str, Path] = {}
    for entry in entries:
        claimed: dict[tuple[str | int, ...], str] = {("id",): entry.briefing.id}
        claimed |= {("aliases", at): name for at, name in enumerate(entry.briefing.aliases)}
        for way, name in claimed.items():
            other = first.setdefault(name, entry.path)
            if other != entry.path:
                what = f"The id or alias '{name}' is that of {other} too."
                place = locate(entry.text, str(entry.path), [way])(way)
                problems.append(ContentError(what, place, "Change one of them."))
    return problems
