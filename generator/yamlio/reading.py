"""YAML text into values of ours, with every mistake in the file told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.errors import Place, Problems
from generator.model import Briefing
from generator.yamlio.consistency import inconsistencies
from generator.yamlio.events import read
from generator.yamlio.places import File, Path, Problem
from generator.yamlio.problems import explain
from generator.yamlio.shorthand import add_ids, expand, unused_slug

V = TypeVar("V", bound=BaseModel)


def load_mapping(text: str, path: str, first_line: int = 1) -> dict[str, object]:
    """Return the fields of a YAML text: text, None, lists and dictionaries; empty for none."""
    return _fields(File(path, text, first_line))


def locate(text: str, path: str, ways: Iterable[Path]) -> Callable[[Path], Place]:
    """Return a function from any of the ways to values, such as ("who", 2, "kind"), to a place."""
    return File(path, text).places(ways).of


def load(kind: type[V], text: str, path: str, first_line: int = 1) -> V:
    """Return a value made from a YAML text, which begins on some line of its file."""
    file = File(path, text, first_line)
    return _validated(kind, expand(kind, _fields(file)), file)


def load_briefing(text: str, path: str) -> Briefing:
    """Return the briefing that a file holds; the file's name is its id where it has none."""
    file = File(path, text)
    full = add_ids(expand(Briefing, _fields(file)))
    if "id" not in full:
        full["id"] = unused_slug(PurePosixPath(path).stem, ())
    if full.get("schema") == "1":
        full["schema"] = 1
    briefing = _validated(Briefing, full, file)
    if problems := file.problems(inconsistencies(briefing)):
        raise Problems(problems)
    return briefing


def _fields(file: File) -> dict[str, object]:
    fields = read(file.text, file.path, file.first_line)
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        nothing = Problem((), "The file holds no fields.", "Write `name: value`.")
        raise Problems(file.problems([nothing]))
    return fields


def _validated(kind: type[V], full: dict[str, object], file: File) -> V:
    try:
        return kind.model_validate(full)
    except ValidationError as error:
        raise Problems(explain(error, kind, file)) from None
