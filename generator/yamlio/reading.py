"""YAML text into values of ours, with every mistake in the file told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.errors import ContentError, Place, Problems
from generator.model import SECTIONS, Briefing, Item
from generator.references import REFERENCES
from generator.yamlio.events import read
from generator.yamlio.problems import File, Path, close_match, explain, said
from generator.yamlio.shorthand import add_ids, expand, unused_slug

V = TypeVar("V", bound=BaseModel)


def load_mapping(text: str, path: str, first_line: int = 1) -> dict[str, object]:
    """Return the fields of a YAML text: text, None, lists and dictionaries; empty for none."""
    return _fields(File(path, text, first_line))


def locate(text: str, path: str) -> Callable[[Path], Place]:
    """Return a function from the way to a value, such as ("who", 2, "kind"), to its place."""
    return File(path, text).place


def load(kind: type[V], text: str, path: str) -> V:
    """Return a value made from a YAML file."""
    file = File(path, text)
    return _validated(kind, expand(kind, _fields(file)), file)


def load_briefing(text: str, path: str) -> Briefing:
    """Return the briefing that a file holds; the file's name is its id where it has none."""
    file = File(path, text)
    full = add_ids(expand(Briefing, _fields(file)))
    full.setdefault("id", unused_slug(PurePosixPath(path).stem, ()))
    if full.get("schema") == "1":
        full["schema"] = 1
    briefing = _validated(Briefing, full, file)
    if problems := [*_repeated_ids(briefing, file), *_lost_references(briefing, file)]:
        raise Problems(problems)
    return briefing


def _fields(file: File) -> dict[str, object]:
    fields = read(file.text, file.path, file.first_line)
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise Problems([file.problem((), "The file holds no fields.", "Write `name: value`.")])
    return fields


def _validated(kind: type[V], full: dict[str, object], file: File) -> V:
    try:
        return kind.model_validate(full)
    except ValidationError as error:
        raise Problems(explain(error, kind, file)) from None


def _repeated_ids(briefing: Briefing, file: File) -> Iterator[ContentError]:
    """Find ids given twice; one actor and one place, such as a country, may share one."""
    holders: dict[str, Path] = {}
    for section in ("sources", *SECTIONS):
        for position, entry in enumerate(getattr(briefing, section)):
            way: Path = (section, position)
            first = holders.setdefault(entry.id, way)
            if first != way and (first[0], section) != ("who", "where"):
                what = f"{said(way)}.id is '{entry.id}', the id of {said(first)}."
                yield file.problem((*way, "id"), what, "Give it another.")


def _lost_references(briefing: Briefing, file: File) -> Iterator[ContentError]:
    """Find ids that no item has."""
    ids = {section: {item.id for item in getattr(briefing, section)} for section in SECTIONS}
    ids["about"] = ids["who"] | ids["where"]
    ids["sources"] = {source.id for source in briefing.sources}
    for way, target, wanted in _references(briefing):
        if wanted not in ids[target]:
            near = close_match(wanted, ids[target])
            kind = "who or where" if target == "about" else target.removesuffix("s")
            fix = f"Did you mean '{near}'?" if near else "Add it, or remove the reference."
            yield file.problem(way, f"{said(way)} is '{wanted}', but no {kind} has this id.", fix)


def _references(briefing: Briefing) -> Iterator[tuple[Path, str, str]]:
    """Yield where each reference stands, the section it points into, and the id."""
    for section in SECTIONS:
        for position, item in enumerate(getattr(briefing, section)):
            way: Path = (section, position)
            for name, target in REFERENCES.get(section, {}).items():
                yield from _reference(getattr(item, name), (*way, name), target)
            yield from _evidence_references(item, way)


def _reference(value: object, way: Path, target: str) -> Iterator[tuple[Path, str, str]]:
    if isinstance(value, tuple):
        for position, wanted in enumerate(value):
            yield (*way, position), target, wanted
    elif isinstance(value, str):
        yield way, target, value


def _evidence_references(item: Item, way: Path) -> Iterator[tuple[Path, str, str]]:
    for position, evidence in enumerate(item.evidence):
        yield from _reference(evidence.source, (*way, "evidence", position, "source"), "sources")
