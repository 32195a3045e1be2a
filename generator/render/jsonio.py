"""Values -> JSON that programs read and people can."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

_ANYTHING = TypeAdapter[Any](Any)


def write_json(fields: Mapping[str, object]) -> bytes:
    """Return an object as JSON with a line for each field, and for each entry of its lists.

    Indenting throughout would be ten times slower and say no more.
    """
    lines = (dump(name) + b":" + _lines(value) for name, value in fields.items())
    return b"{" + b",\n".join(lines) + b"}\n"


def _lines(value: object) -> bytes:
    """Return a value as JSON, a list with a line for each entry."""
    if isinstance(value, list) and value:
        return b"[\n" + b",\n".join(map(dump, value)) + b"]"
    return dump(value)


def dump(value: object) -> bytes:
    """Return a value as JSON on one line, which takes a seventh of what the json module does."""
    return _ANYTHING.dump_json(value)
