"""The models into JSON Schema (2020-12), by which editors complete and check the files of content/.

Accepts what the reader accepts in the forms that people write: a single entry where a list may
stand, the bare text of an entry's main field, a field with nothing in it, a year without quotes.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, TypeAlias

from generator.entities import Entities
from generator.merge.conflicts import Conflicts
from generator.model import MAIN_FIELDS, Briefing, Value
from generator.settings import Settings

Schema: TypeAlias = dict[str, Any]

FILES: dict[str, type[Value]] = {
    "briefing.schema.json": Briefing,
    "conflicts.schema.json": Conflicts,
    "entities.schema.json": Entities,
    "site.schema.json": Settings,
}
"""The schemas that `schema/` holds; the first lines of our YAML files name them."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MADE_BY_THE_READER = frozenset({"id"})
"""Required by the model, and made by the reader where a file leaves it out."""
_MAIN_FIELDS = {kind.__name__: field for kind, field in MAIN_FIELDS.items()}
_ANY_YEAR = {"type": "integer", "minimum": 1000, "maximum": 9999}
"""What `2024` without quotes is to an editor; the reader takes it for a date."""
_NULL = {"type": "null"}


def schemas() -> dict[str, str]:
    """Return every schema as the text of its file."""
    return {name: json.dumps(schema(kind), indent=2) + "\n" for name, kind in FILES.items()}


def schema(kind: type[Value]) -> Schema:
    """Return the schema of a file that holds one value."""
    raw = kind.model_json_schema()
    texts = {one.__name__: _docstrings(one) for one in _kinds(Value)}
    definitions = {
        name: _object(found, texts.get(name, {})) for name, found in raw.pop("$defs", {}).items()
    }
    return {"$schema": _DIALECT, **_object(raw, texts[kind.__name__]), "$defs": definitions}


def _kinds(kind: type[Value]) -> Iterator[type[Value]]:
    yield kind
    for one in kind.__subclasses__():
        yield from _kinds(one)


def _docstrings(kind: type[Value]) -> dict[str, str]:
    """Return the docstring of each field of a model, by its name in files.

    Pydantic would read the sources for them whenever the models are loaded, which takes every
    command a tenth of the time before it begins.
    """
    found: dict[str, str] = {}
    for one in reversed(kind.__mro__):
        if issubclass(one, Value):
            body = _classes(one.__module__)[one.__name__].body
            found |= dict(_described(body))
    return {kind.model_fields[name].alias or name: text for name, text in found.items()}


@cache
def _classes(module: str) -> dict[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def _described(body: Sequence[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Yield name and docstring of each field of a class."""
    for field, text in pairwise(body):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(str(said))):
                yield name, said


def _object(raw: Schema, texts: Mapping[str, str]) -> Schema:
    required = [name for name in raw.get("required", ()) if name not in _MADE_BY_THE_READER]
    properties = {
        name: _property(
            {"description": texts[name], **found} if name in texts else found,
            may_be_empty=name not in required,
        )
        for name, found in raw["properties"].items()
    }
    return {**raw, "properties": properties, "required": required}


def _property(raw: Schema, *, may_be_empty: bool) -> Schema:
    """Loosen a property to what the reader takes for it."""
    notes = {key: raw[key] for key in ("description", "default", "examples") if key in raw}
    if notes.get("default", "") is None:
        del notes["default"]
    if "description" in notes:
        notes["description"] = " ".join(notes["description"].split())
    core = {key: value for key, value in raw.items() if key not in {*notes, "title", "default"}}
    choices = core.pop("anyOf", None) or [core]
    choices = [wider for choice in choices for wider in _widened(choice)]
    if may_be_empty and _NULL not in choices:
        choices.append(_NULL)
    return {**notes, **(choices[0] if len(choices) == 1 else {"anyOf": choices})}


def _widened(choice: Schema) -> list[Schema]:
    if choice.get("type") == "array":
        entries = _entry(choice["items"])
        return [{**choice, "items": _one_of(entries)}, *entries]
    if choice.get("pattern", "").startswith("^[0-9]{4}(-"):
        return [choice, _ANY_YEAR]
    return [choice]


def _entry(items: Schema) -> list[Schema]:
    """Return what an entry of a list may be: the whole of it, or its main field."""
    kind = items.get("$ref", "").removeprefix("#/$defs/")
    main = _MAIN_FIELDS.get(kind)
    return [items, {"type": "string", "minLength": 1}] if main else [items]


def _one_of(choices: list[Schema]) -> Schema:
    return choices[0] if len(choices) == 1 else {"anyOf": choices}
