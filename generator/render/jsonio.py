"""Values -> JSON that programs read and people can."""

from __future__ import annotations

import json
from collections.abc import Mapping


def write_json(fields: Mapping[str, object]) -> bytes:
    """Return an object as JSON with a line for each field, and for each entry of its lists.

    Indenting throughout would be ten times slower and say no more.
    """
    lines = (f"{_dump(name)}: {_lines(value)}" for name, value in fields.items())
    return ("{" + ",\n".join(lines) + "}\n").encode("utf-8", "replace")


def _lines(value: object) -> str:
    """Return a value as JSON, a list with a line for each entry."""
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_dump, value)) + "]"
    return _dump(value)


def _dump(value: object) -> str:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False)
