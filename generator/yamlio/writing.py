"""Values into YAML that people like to edit: no defaults, no noise, one order of fields."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from generator.model import Briefing, Item, Source
from generator.yamlio.scalars import WIDTH, number, one_line, text_lines

Plain: TypeAlias = "str | int | float | list[Plain] | dict[str, Plain]"

Names: TypeAlias = dict[type[BaseModel], tuple[str, ...]]

BRIEFING_SCHEMA = "../../schema/briefing.schema.json"
"""Where the schema lies, seen from `content/briefings/`."""

_FIRST: Names = {
    Briefing: (
        "schema_version",
        "id",
        "aliases",
        "title",
        "status",
        "extractor",
        "summary",
        "sources",
    ),
    Item: ("id",),
}
_LAST: Names = {Item: ("by", "evidence")}
"""Fields that come first and last; the others stand as they are declared."""
_ALWAYS: Names = {Briefing: ("schema_version", "status"), Source: ("id",)}
"""Fields written even where they say what is the default: an editor looks for them."""


def dump_briefing(briefing: Briefing) -> str:
    """Return the file of a briefing."""
    return dump(briefing, BRIEFING_SCHEMA)


def dump(value: BaseModel, schema: str | None = None) -> str:
    """Return the file of a value, with the line that tells editors where its schema lies."""
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    before_is_section = False
    for name, content in fields_of(value).items():
        is_section = isinstance(content, list | dict)
        if is_section or before_is_section:
            lines.append("")
        lines += field_lines(name, content, 0)
        before_is_section = is_section
    return "\n".join(lines) + "\n"


def fields_of(value: BaseModel) -> dict[str, Plain]:
    """Return the fields of a value that are worth writing, in the order of the file."""
    fields = {}
    for name, written_name, default in layout_of(type(value)):
        content = getattr(value, name)
        if content != default and content is not None:
            fields[written_name] = _plain(content)
    return fields


def field_lines(name: str, content: Plain, indent: int) -> list[str]:
    """Return a field at an indent, with the entries of a top-level list parted by blank lines."""
    head = f"{' ' * indent}{name}:"
    if isinstance(content, dict):
        return [head, *mapping_lines(content, indent + 2)]
    if isinstance(content, list):
        return _list_lines(head, content, indent)
    if isinstance(content, str):
        first, *rest = text_lines(content, len(head) + 1, indent + 2)
        return [f"{head} {first}", *rest]
    return [f"{head} {number(content)}"]


def mapping_lines(fields: dict[str, Plain], indent: int) -> list[str]:
    """Return the fields of a mapping at an indent."""
    return [line for name, content in fields.items() for line in field_lines(name, content, indent)]


def entry_lines(content: Plain, indent: int) -> list[str]:
    """Return an entry of a list whose hyphen stands at an indent."""
    head = " " * indent + "- "
    if isinstance(content, dict):
        first, *rest = mapping_lines(content, indent + 2)
        return [head + first.lstrip(" "), *rest]
    first, *rest = text_lines(str(content), len(head), indent + 2)
    return [head + first, *rest]


def _list_lines(head: str, entries: list[Plain], indent: int) -> list[str]:
    if all(isinstance(entry, str) for entry in entries):
        in_brackets = ", ".join(one_line(str(entry), brackets=True) for entry in entries)
        if len(head) + len(in_brackets) + 3 <= WIDTH:
            return [f"{head} [{in_brackets}]"]
    lines = [head]
    for position, entry in enumerate(entries):
        if position and not indent and isinstance(entry, dict):
            lines.append("")
        lines += entry_lines(entry, indent + 2)
    return lines


def _plain(content: Any) -> Plain:
    if isinstance(content, BaseModel):
        return fields_of(content)
    if isinstance(content, tuple):
        return [_plain(entry) for entry in content]
    plain: Plain = content
    return plain


@cache
def layout_of(kind: type[BaseModel]) -> tuple[tuple[str, str, Any], ...]:
    """Return name, name in the file and default of every field, in the order of the file."""
    first, last, always = (_of(kind, table) for table in (_FIRST, _LAST, _ALWAYS))
    others = (name for name in kind.model_fields if name not in {*first, *last})
    return tuple(
        (name, field.alias or name, PydanticUndefined if name in always else field.default)
        for name in (*first, *others, *last)
        if (field := kind.model_fields[name])
    )


def _of(kind: type[BaseModel], table: Names) -> tuple[str, ...]:
    return next((names for owner, names in table.items() if issubclass(kind, owner)), ())
