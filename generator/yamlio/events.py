"""YAML text into plain values, or into a tree of nodes that know their places.

Reads the events of the C parser instead of loading with PyYAML: its loaders resolve `NO` to false
and `12:30` to 750, let the last of two equal keys win, and can be crashed by deep nesting. Here a
scalar stays the text that was written, and what no briefing needs is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol, TypeAlias

import yaml
from yaml._yaml import CParser

from generator.errors import ContentError, Place, Problems

MAX_BYTES = 2_000_000
"""Some 500 times a usual briefing: what is larger is not one."""
MAX_DEPTH = 40
"""A briefing nests five deep; recursive readers crash at some 30,000."""
BOM = "\ufeff"
"""What may stand before a text, to tell how its bytes are to be read, and nowhere else."""
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""How YAML writes nothing, where it stands without quotes."""

_FORBIDDEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)
_SYNTAX = (
    (
        "mapping values are not allowed",
        "A colon stands where no field can begin.",
        "Put text that holds a colon in quotes, or mend the indent.",
    ),
    (
        "cannot start any token",
        "Nothing can begin with this character.",
        "Put the text in quotes; indent with blanks, not tabs.",
    ),
    (
        "tab character",
        "A tab stands where the indent belongs.",
        "Indent with blanks, as the lines around it do.",
    ),
    ("end of stream", "These quotes or brackets are never closed.", "Close them."),
    (
        "expected key",
        "No field begins here.",
        'Mend the indent; inside double quotes write \\" for ".',
    ),
    (
        "unknown escape character",
        "A backslash in double quotes begins no known escape.",
        "Write it twice.",
    ),
    ("expected ':'", "This is no field.", "Write `name: value`, or indent text that runs on."),
    (
        "expected '-'",
        "This is no entry of the list.",
        "Begin every entry with `- ` at the same indent.",
    ),
    ("expected ','", "The bracket is not closed here.", "Close it, or put the text in quotes."),
    ("sequence entries", "A list begins on its field's line.", "Begin it on the line below."),
)
"""What the C parser says, what it means, and what to do."""


class Mark(Protocol):
    """A position in the text: offset, line and column, all from 0."""

    index: int
    line: int
    column: int


class Node(NamedTuple):
    """A value as written, with the marks of its first and its last character (exclusive)."""

    start: Mark
    end: Mark
    style: str | bool
    """Of text: its quote or block character, empty where plain. Of a list or mapping: whether it
    is written in brackets."""
    content: Content


Content: TypeAlias = "str | list[Node] | dict[str, tuple[Mark, Node]]"
"""Text, the entries of a list, or the fields of a mapping with the marks of their names."""


def is_null(node: Node) -> bool:
    """Return whether a node says that there is nothing."""
    return not node.style and isinstance(node.content, str) and node.content in NULLS


def plain(node: Node) -> object:
    """Return what a node holds: text, None, a list or a dictionary."""
    content = node.content
    if isinstance(content, str):
        return None if not node.style and content in NULLS else content
    if isinstance(content, dict):
        return {name: plain(value) for name, (_, value) in content.items()}
    return [plain(entry) for entry in content]


def read(text: str, path: str, first_line: int = 1) -> object:
    """Return what one YAML document holds, None for nothing; raise all that is wrong with it.

    Goes through the events without keeping their places; where anything is irregular the document
    is composed to say what and where.
    """
    if len(text) > MAX_BYTES // 4 or BOM in text[1:]:  # the C parser refuses the rest
        _check_characters(text, path, first_line)
    try:
        return _document(parser(text))
    except (yaml.YAMLError, UnicodeEncodeError, _IrregularError):
        root = compose(text, path, first_line)
        return plain(root) if root else None


def compose(text: str, path: str, first_line: int = 1) -> Node | None:
    """Read one YAML document with its places, None for nothing; raise all that is wrong with it."""
    _check_characters(text, path, first_line)
    composer = _Composer(path, first_line, parser(text))
    try:
        root = composer.document()
    except yaml.MarkedYAMLError as error:
        composer.problems.append(_syntax_problem(error, text, path, first_line))
    except yaml.YAMLError as error:
        what = f"This is not YAML: {error}."
        composer.problems.append(ContentError(what, Place(path), "Write it anew."))
    if composer.problems:
        raise Problems(composer.problems)
    return root


def parser(text: str) -> Callable[[], Any]:
    """Return a function that gives the next event of the C parser at every call."""
    next_event: Callable[[], Any] = CParser(text.removeprefix(BOM)).get_event
    return next_event


class _IrregularError(Exception):
    """Something that is YAML, and not for us."""


def _document(next_event: Callable[[], Any]) -> object:
    next_event()
    if isinstance(next_event(), yaml.StreamEndEvent):
        return None
    value = _value(next_event, next_event(), 1)
    next_event()
    if not isinstance(next_event(), yaml.StreamEndEvent):
        raise _IrregularError
    return value


def _value(next_event: Callable[[], Any], event: Any, depth: int) -> object:
    kind = event.__class__
    if kind is yaml.AliasEvent or event.anchor or event.tag:
        raise _IrregularError
    if kind is yaml.ScalarEvent:
        return None if not event.style and event.value in NULLS else event.value
    if depth > MAX_DEPTH:
        raise _IrregularError
    if kind is yaml.SequenceStartEvent:
        entries = []
        while (entry := next_event()).__class__ is not yaml.SequenceEndEvent:
            entries.append(_value(next_event, entry, depth + 1))
        return entries
    return _mapping(next_event, depth)


def _mapping(next_event: Callable[[], Any], depth: int) -> dict[str, object]:
    fields: dict[str, object] = {}
    scalar, end = yaml.ScalarEvent, yaml.MappingEndEvent
    while (name := next_event()).__class__ is not end:
        if name.__class__ is not scalar or name.anchor or name.tag or name.value in fields:
            raise _IrregularError
        event = next_event()
        if event.__class__ is scalar and not event.anchor and not event.tag:  # as most are
            text = event.value
            fields[name.value] = None if not event.style and text in NULLS else text
        else:
            fields[name.value] = _value(next_event, event, depth + 1)
    return fields


def _check_characters(text: str, path: str, first_line: int) -> None:
    if (size := len(text.encode("utf-8", "surrogatepass"))) > MAX_BYTES:
        what = f"The file has {size:,} bytes, {MAX_BYTES:,} is the limit."
        raise Problems([ContentError(what, Place(path), "Split it.")])
    if found := _FORBIDDEN.search(text.removeprefix(BOM)):
        before = text[: found.start()]
        line, column = before.count("\n"), found.start() - before.rfind("\n")
        what = f"The character U+{ord(found[0]):04X} cannot stand in a YAML file."
        raise Problems([ContentError(what, Place(path, line + first_line, column), "Remove it.")])


def _syntax_problem(
    error: yaml.MarkedYAMLError, text: str, path: str, first_line: int
) -> ContentError:
    if conflict := _CONFLICT.search(text):
        at = Place(path, text.count("\n", 0, conflict.start()) + first_line, 1)
        what = "Here begins a conflict that git could not merge."
        return ContentError(what, at, "Keep one of the two versions, and remove git's marks.")
    said = error.problem or "it cannot be read"
    mark = error.problem_mark
    if "end of stream" in said or (error.context or "").endswith("a simple key"):
        mark = error.context_mark or mark
    at = Place(path, mark.line + first_line, mark.column + 1) if mark else Place(path)
    unknown = (f"This is not YAML: {said}.", "Mend the line, or put its text in quotes.")
    what, fix = next(((what, fix) for sign, what, fix in _SYNTAX if sign in said), unknown)
    return ContentError(what, at, fix)


@dataclass
class _Composer:
    """One pass over the events of a document; notes what is wrong and reads on."""

    path: str
    first_line: int
    next_event: Callable[[], Any]
    problems: list[ContentError] = field(default_factory=list)

    def document(self) -> Node | None:
        self.next_event()
        if isinstance(self.next_event(), yaml.StreamEndEvent):
            return None
        root = self._value(self.next_event(), 1)
        self.next_event()
        after = self.next_event()
        if not isinstance(after, yaml.StreamEndEvent):
            self._problem(after.start_mark, "A second document begins here.", "Make it a file.")
        return root

    def _value(self, event: Any, depth: int) -> Node:
        start, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.AliasEvent):
            self._problem(start, f"'*{event.anchor}' is a YAML alias.", "Write the value again.")
            return Node(start, end, "", "")
        self._check_node(event)
        if isinstance(event, yaml.ScalarEvent):
            return Node(start, end, event.style or "", event.value)
        if depth > MAX_DEPTH:
            self._problem(start, f"This nests more than {MAX_DEPTH} deep.", "Lay it out flatter.")
            raise Problems(self.problems)
        read = self._fields if isinstance(event, yaml.MappingStartEvent) else self._entries
        content, end = read(depth)
        return Node(start, end, event.flow_style, content)

    def _check_node(self, event: Any) -> None:
        if event.anchor is not None:
            fix = "Remove it and write the value where it is needed."
            self._problem(event.start_mark, f"'&{event.anchor}' is a YAML anchor.", fix)
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._problem(event.start_mark, f"'{tag}' is a YAML tag.", "Remove it.")

    def _entries(self, depth: int) -> tuple[Content, Mark]:
        entries: list[Node] = []
        while not isinstance(event := self.next_event(), yaml.SequenceEndEvent):
            entries.append(self._value(event, depth + 1))
        end: Any = event.end_mark
        return entries, end

    def _fields(self, depth: int) -> tuple[Content, Mark]:
        fields: dict[str, tuple[Mark, Node]] = {}
        while not isinstance(event := self.next_event(), yaml.MappingEndEvent):
            mark, name = event.start_mark, self._value(event, depth + 1).content
            value = self._value(self.next_event(), depth + 1)
            if not isinstance(name, str):
                self._problem(mark, "A list or mapping stands as a field's name.", "Write a word.")
            elif name in fields:
                first = fields[name][0].line + self.first_line
                fix = f"It already stands in line {first}: keep one of them."
                self._problem(mark, f"The field '{name}' is given twice.", fix)
            else:
                fields[name] = (mark, value)
        end: Any = event.end_mark
        return fields, end

    def _problem(self, mark: Mark, what: str, fix: str) -> None:
        at = Place(self.path, mark.line + self.first_line, mark.column + 1)
        self.problems.append(ContentError(what, at, fix))
