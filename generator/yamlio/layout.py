"""Where the parts of a YAML file begin and end, lines and comments included."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from generator.yamlio.events import Node

_COMMENT_SIGN = re.compile(r"(?:^|(?<=\s))#", re.MULTILINE)


class Layout(NamedTuple):
    """A file's text, with the stretches that are values rather than structure or comments."""

    text: str
    values: tuple[tuple[int, int], ...]

    @property
    def line_break(self) -> str:
        """How lines end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def line_start(self, at: int) -> int:
        """Return where the line begins that an offset lies in."""
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Return where the line ends that an offset lies in, before its line break."""
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def part_end(self, value: Node, column: int) -> int:
        """Return where the last line of a field or an entry ends that stands at a column.

        Comments below it that are indented deeper are part of it.
        """
        end = self.line_end(self.end(value))
        while below := _comment_below(column).match(self.text, end):
            end = below.end()
        return end

    def end(self, node: Node) -> int:
        """Return where what is written of a value ends."""
        content = node.content
        if node.style is False and isinstance(content, list) and content:
            return self.end(content[-1])
        if node.style is False and isinstance(content, dict) and content:
            return self.end(content[next(reversed(content))][1])
        return node.start.index + len(self.text[node.start.index : node.end.index].rstrip())

    def dash(self, entry: Node, column: int) -> int:
        """Return where the hyphen of a list's entry stands, given the list's column."""
        start = self.line_start(entry.start.index)
        while start > 0 and self.text[start + column : start + column + 1] != "-":
            start = self.line_start(start - 1)
        return start + column

    def comments(self, start: int, end: int) -> list[str]:
        """Return the comments between two offsets."""
        found = []
        while sign := _COMMENT_SIGN.search(self.text, start, end):
            at = sign.start()
            value_end = self._value_end(at)
            if value_end is None:
                found.append(self.text[at : self.line_end(at)].rstrip())
            start = value_end or self.line_end(at)
        return found

    def _value_end(self, at: int) -> int | None:
        """Return where the value ends that an offset lies in."""
        before = bisect_right(self.values, at, key=itemgetter(0)) - 1
        end = self.values[before][1] if before >= 0 else 0
        return end if at < end else None


@cache
def _comment_below(column: int) -> re.Pattern[str]:
    return re.compile(rf"(?:\r?\n[ \t]*(?=\r?\n))*\r?\n {{{column + 1},}}#[^\r\n]*")


def layout(text: str, root: Node | None) -> Layout:
    """Return the layout of a file that has been read into a tree."""
    return Layout(text, tuple(_values(text, root)) if root else ())


def _values(text: str, node: Node) -> Iterator[tuple[int, int]]:
    content = node.content
    if isinstance(content, dict):
        for _, value in content.values():
            yield from _values(text, value)
    elif isinstance(content, list):
        for entry in content:
            yield from _values(text, entry)
    else:
        start = node.start.index
        # A comment may stand behind the sign that opens a block of text.
        opened = text.find("\n", start) if node.style in {"|", ">"} else start
        yield opened, node.end.index
