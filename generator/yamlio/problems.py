"""What is wrong with a file's values, into sentences with the place of the very value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator import formats
from generator.errors import ContentError
from generator.yamlio.places import File, Path, Places
from generator.yamlio.writing import layout_of

MAX_SHOWN = 60
"""Characters of a wrong value that a message repeats."""


def _pattern(kind: Any) -> str:
    return str(get_args(kind)[1].pattern)


_BY_PATTERN = {
    _pattern(formats.Slug): "Write lower-case letters and digits, parted by single hyphens.",
    _pattern(formats.Digest): "Write the 64 hexadecimal digits of the SHA-256.",
    _pattern(formats.Day): "Write a day such as 2024-08-13, or 2024-08, or 2024.",
    _pattern(formats.Moment): "Write a day such as 2024-08-13, or 2024-08-13T09:30+03:00.",
    _pattern(formats.DayOrRange): "Write 2024-08-13, 2024-08, 2024, or two of them as from/to.",
    _pattern(formats.Link): "Write an address that begins with http:// or https://.",
    _pattern(formats.CountryCode): "Write the two capital letters of ISO 3166-1, such as QA.",
}
_BY_TYPE = {
    "string_type": ("is {kind} where text belongs.", "Write one text."),
    "tuple_type": ("is {kind} where a list belongs.", "Begin every entry on a line with `- `."),
    "model_attributes_type": ("is {kind} where fields belong.", "Write `name: value`, indented."),
    "model_type": ("is {kind} where fields belong.", "Write them as `name: value`, indented."),
    "int_parsing": ("is {shown}, which is no whole number.", "Write digits alone."),
    "int_parsing_size": ("is {shown}, which is too large.", "Write a smaller number."),
    "int_from_float": ("is {shown}, which is no whole number.", "Write digits alone."),
    "float_parsing": ("is {shown}, which is no number.", "Write digits, with a decimal point."),
    "bool_parsing": ("is {shown}.", "Write true or false."),
    "greater_than_equal": ("is {shown}.", "The least it can be is {ge:g}."),
    "less_than_equal": ("is {shown}.", "The most it can be is {le:g}."),
    "string_too_short": ("is empty.", "Write it, or remove the field."),
    "string_too_long": ("has {length} characters.", "The most it can have is {max_length}."),
    "half_a_point": ("has one of `lat` and `lon` alone.", "Write both, or neither."),
    "value_error": ("is {shown}, but {error}.", ""),
}
"""What pydantic calls a mistake, how we say it, and what to do."""
_FIXES: dict[Path, str] = {
    ("schema",): "This program reads format 1; a newer version of it may read this file.",
}
"""What to do about the value at one place, whatever is wrong with it."""


def said(way: Path) -> str:
    """Return the name of a value as messages write it: `who[2].kind`."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in way)
    return "".join(parts).removeprefix(".")


def close_match(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was most likely meant."""
    return next(iter(get_close_matches(word, list(known), n=1)), None)


def explain(error: ValidationError, kind: type[BaseModel], file: File) -> list[ContentError]:
    """Return a problem with its place for everything that pydantic has found."""
    found = error.errors(include_url=False)
    meant = {
        (*one["loc"][:-1], near)
        for one in found
        if one["type"] == "extra_forbidden" and (near := _meant(one["loc"], kind))
    }
    places = file.places(_way(one, kind) for one in found)
    return [_explain_one(one, kind, places) for one in found if not _is_echo(one, meant)]


def _is_echo(found: ErrorDetails, meant: set[Path]) -> bool:
    """Return whether a field is only missing because its name was misspelt."""
    return found["type"] == "missing" and found["loc"] in meant


def _way(found: ErrorDetails, kind: type[BaseModel]) -> Path:
    """Return the way to the value that is wrong."""
    way = _walk(kind, found["loc"])[0]
    is_tag = found["type"].startswith("union_tag_")
    return (*way, found["ctx"]["discriminator"].strip("'")) if is_tag else way


def _meant(loc: Path, kind: type[BaseModel]) -> str | None:
    """Return the field whose name was most likely misspelt."""
    return close_match(str(loc[-1]), _fields_at(kind, loc[:-1]))


def _explain_one(found: ErrorDetails, kind: type[BaseModel], places: Places) -> ContentError:
    way, given = _way(found, kind), found["input"]
    context: dict[str, Any] = found.get("ctx", {})
    name = said(way) or "the file"
    match found["type"]:
        case "extra_forbidden":
            return _unknown_field(way, _other_name(found["loc"], kind), places)
        case "missing" | "union_tag_not_found":
            return _missing_field(way, places)
        case "union_tag_invalid":
            what = f"{name} is {_shown(context['tag'])}."
            fix = _choose(context["tag"], context["expected_tags"])
        case "literal_error":
            what, fix = f"{name} is {_shown(given)}.", _choose(given, context["expected"])
        case "string_pattern_mismatch":
            fix = _BY_PATTERN.get(context["pattern"]) or _example(found["loc"], kind)
            what = f"{name} is {_shown(given)}."
        case type_:
            what, fix = _BY_TYPE.get(type_, ("is {shown}: " + found["msg"] + ".", ""))
            words = {"kind": _kind(given), "shown": _shown(given), "length": len(str(given))}
            what, fix = f"{name} {what.format(**context, **words)}", fix.format(**context)
    if given is None:
        what, fix = f"{name} is empty.", "Write it, or remove its line."
    return ContentError(what, places.of(way), _FIXES.get(way, fix))


def _unknown_field(way: Path, fix: str, places: Places) -> ContentError:
    owner = said(way[:-1])
    shown = _shown(way[-1])
    what = f"{owner} has no field {shown}." if owner else f"There is no field {shown}."
    return ContentError(what, places.of(way, name=True), fix)


def _other_name(loc: Path, kind: type[BaseModel]) -> str:
    """Return what a field should be called that nobody knows."""
    near = _meant(loc, kind)
    known = f"The fields here are {_listed(_fields_at(kind, loc[:-1]), 'and')}."
    return f"Did you mean '{near}'?" if near else known


def _missing_field(way: Path, places: Places) -> ContentError:
    if (null := places.null_at(way)) is not None:
        fix = f"If the word {null} is meant, put it in quotes." if null else "Write it."
        return ContentError(f"{said(way)} is empty.", places.of(way), fix)
    owner = said(way[:-1])
    what = f"{owner} has no '{way[-1]}'." if owner else f"'{way[-1]}' is missing."
    return ContentError(what, places.of(way[:-1]), "Add it.")


def _choose(given: object, expected: str) -> str:
    choices = re.findall(r"'([^']*)'", expected) or [expected]
    near = close_match(str(given), choices)
    return f"Did you mean '{near}'?" if near else f"Write {_listed(choices, 'or')}."


def _listed(words: Iterable[str], last: str) -> str:
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final


def _shown(given: object) -> str:
    text = " ".join(str(given).split())
    return f"'{text}'" if len(text) <= MAX_SHOWN else f"'{text[: MAX_SHOWN - 1]}…'"


def _kind(given: object) -> str:
    kinds = {dict: "a mapping", list: "a list", str: "text", type(None): "empty"}
    return kinds.get(type(given), type(given).__name__)


def _example(loc: Path, kind: type[BaseModel]) -> str:
    examples = _walk(kind, loc[:-1])[1].model_fields[str(loc[-1])].examples or ()
    return f"Write it as in {_listed(map(repr, examples), 'or')}." if examples else ""


def _fields_at(kind: type[BaseModel], loc: Path) -> tuple[str, ...]:
    """Return the names of the fields that a value can have."""
    return tuple(written_name for _, written_name, _ in layout_of(_walk(kind, loc)[1]))


def _walk(kind: type[BaseModel], loc: Path) -> tuple[Path, type[BaseModel]]:
    """Return the way to a value that pydantic has a complaint about, and the kind of that value.

    Where a field may hold one of several kinds, pydantic puts the tag of the one that was meant,
    which is not written there, between the steps.
    """
    way: list[str | int] = []
    tagged: dict[str | int, type[BaseModel]] = {}
    for step in loc:
        if step in tagged:
            kind, tagged = tagged[step], {}
            continue
        way.append(step)
        field = kind.model_fields.get(step) if isinstance(step, str) else None
        if field:
            tagged = _by_tag(field.annotation)
            kind = _inner(field.annotation) or kind
    return tuple(way), kind


def _by_tag(annotation: Any) -> dict[str | int, type[BaseModel]]:
    """Return the kinds of value that a field may hold by the word that tells them apart, if any."""
    for note in getattr(annotation, "__metadata__", ()):
        if isinstance(note, FieldInfo) and isinstance(note.discriminator, str):
            kinds = get_args(get_args(annotation)[0])
            tags = [get_args(k.model_fields[note.discriminator].annotation)[0] for k in kinds]
            return dict(zip(tags, kinds, strict=True))
    return next(filter(None, map(_by_tag, get_args(annotation))), {})


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_inner, get_args(annotation))), None)
