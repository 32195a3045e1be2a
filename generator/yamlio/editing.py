"""A person's file into the same file with other values, everything else left letter for letter.

Only what differs is written anew, at its place in the text; comments, blank lines, quotes, indents
and the order of fields stay as the person has them. A round trip through a library would lay out
the whole file again, and hang a comment on the item above it, which may be the one that goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from generator.errors import Problems
from generator.model import Briefing
from generator.yamlio.events import Mark, Node, compose, is_null
from generator.yamlio.layout import Layout, layout
from generator.yamlio.reading import load_briefing
from generator.yamlio.scalars import number, text_lines
from generator.yamlio.writing import Plain, dump_briefing, entry_lines, field_lines, fields_of

Fields: TypeAlias = dict[str, Plain]
Written: TypeAlias = dict[str, tuple[Mark, Node]]
"""The fields of a mapping as they stand in the file."""

TOP_LEVEL_DASH = 2
"""The farthest indent of the lists whose entries we part by blank lines."""

_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


class Edit(NamedTuple):
    """What takes the place of a stretch of the text."""

    start: int
    end: int
    new: str


def edit_briefing(text: str, path: str, after: Briefing) -> str:
    """Return the text of a briefing's file, changed so that it holds another state of the briefing.

    A file that no person has touched since it was written is simply written again. Ids that the
    file leaves to the reader are written down only where they would come out differently.
    """
    before = load_briefing(text, path)
    if before == after:
        return text
    if text == dump_briefing(before):
        return dump_briefing(after)
    body = text.removeprefix("\ufeff")
    mark = text[: len(text) - len(body)]
    root = compose(body, path)
    parts = layout(body, root)
    if root and root.style is False and isinstance(root.content, dict):
        for with_ids in (False, True):
            edits = _Editor(parts, with_ids).mapping(
                root.content, fields_of(before), fields_of(after)
            )
            edited = mark + _applied(parts, edits)
            if _holds(edited, path, after):
                return edited
    return mark + _written_anew(parts, after)


def _applied(parts: Layout, edits: Iterator[Edit]) -> str:
    text, line_break = parts.text, parts.line_break
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [text[at : edit.start], edit.new.replace("\n", line_break)]
        at = edit.end
    is_cut_short = at == len(text) and not text.endswith("\n")
    return "".join([*pieces, line_break if is_cut_short else text[at:]])


def _holds(text: str, path: str, wanted: Briefing) -> bool:
    try:
        return load_briefing(text, path) == wanted
    except Problems:
        return False


def _written_anew(parts: Layout, after: Briefing) -> str:
    """Write a file anew that is laid out as none of ours is, its comments collected on top."""
    first, *rest = dump_briefing(after).splitlines()
    comments = parts.comments(0, len(parts.text))
    lines = [first, *(line for line in comments if line != first), *rest, ""]
    return parts.line_break.join(lines)


class _Parts(NamedTuple):
    """Fields of a mapping or entries of a list: where each begins and its last line ends."""

    starts: list[int]
    ends: list[int]
    column: int


@dataclass(frozen=True, slots=True)
class _Editor:
    """Finds the edits that turn the values of a file into others."""

    layout: Layout
    with_ids: bool
    """Whether items get the ids that the file leaves out."""

    def mapping(self, written: Written, before: Fields, after: Fields) -> Iterator[Edit]:
        """Find the edits between two states of a mapping that is laid out in lines."""
        names = list(written)
        starts = [mark.index for mark, _ in written.values()]
        column = written[names[0]][0].column
        ends = [self.layout.part_end(value, column) for _, value in written.values()]
        parts = _Parts(starts, ends, column)
        gone = [at for at, name in enumerate(names) if name in before and name not in after]
        for at, name in enumerate(names):
            if name in after:
                value = written[name][1]
                edits = self._within(value, before.get(name), after[name], parts.column)
                lines = field_lines(name, after[name], parts.column)
                yield from [self._whole(parts, at, lines)] if edits is None else edits
        yield from self._removals(parts, gone)
        kept = [name for at, name in enumerate(names) if at not in gone]
        yield from self._additions(parts, (names, kept), before, after)

    def _list(
        self, entries: list[Node], before: list[Plain], after: list[Plain], column: int
    ) -> Iterator[Edit] | None:
        """Find the edits between two states of a list in lines; None if none of it stays."""
        pairs = _pairs(before, after)
        if not pairs or len(entries) != len(before):
            return None
        starts = [self.layout.dash(entry, column) for entry in entries]
        ends = [self.layout.part_end(entry, column) for entry in entries]
        parts = _Parts(starts, ends, column)
        return self._list_edits(entries, (before, after), pairs, parts)

    def _list_edits(
        self,
        entries: list[Node],
        states: tuple[list[Plain], list[Plain]],
        pairs: dict[int, int],
        parts: _Parts,
    ) -> Iterator[Edit]:
        before, after = states
        for old, new in pairs.items():
            edits = self._within(entries[old], before[old], after[new], parts.column)
            lines = entry_lines(after[new], parts.column)
            yield from [self._whole(parts, old, lines)] if edits is None else edits
        yield from self._removals(parts, [at for at in range(len(entries)) if at not in pairs])
        yield from self._insertions(parts, pairs, after)

    def _within(
        self, node: Node, before: Plain | None, after: Plain, column: int
    ) -> Iterable[Edit] | None:
        """Find the edits inside a value; None where it must be written anew as a whole."""
        content, in_lines = node.content, node.style is False
        if before == after and not (self.with_ids and _lacks_ids(node, after)):
            return ()
        if in_lines and isinstance(content, dict) and isinstance(after, dict):
            if content.keys().isdisjoint(after):
                return None
            return self.mapping(content, before if isinstance(before, dict) else {}, after)
        if in_lines and isinstance(content, list) and isinstance(after, list):
            was = before if isinstance(before, list) else []
            return self._list(content, was, after, node.start.column)
        if isinstance(content, str) and not is_null(node) and not isinstance(after, list | dict):
            return [self._scalar(node, after, column)]
        return None

    def _scalar(self, node: Node, after: str | float, column: int) -> Edit:
        start, end = node.start.index, self.layout.end(node)
        if isinstance(after, str):
            lines = text_lines(after, node.start.column, column + 2)
        else:
            lines = [number(after)]
        if len(lines) > 1:
            end = self.layout.part_end(node, column)
        return Edit(start, end, "\n".join([*lines, *self._comments(start, end, column)]))

    def _whole(self, parts: _Parts, at: int, lines: list[str]) -> Edit:
        """Write a field or an entry anew, with its comments below it."""
        start, end = parts.starts[at], parts.ends[at]
        comments = self._comments(start, end, parts.column)
        return Edit(start, end, "\n".join([*lines, *comments]).lstrip(" "))

    def _removals(self, parts: _Parts, gone: list[int]) -> Iterator[Edit]:
        """Remove fields or entries, but for their comments."""
        for first, last in _runs(gone):
            pad = " " * parts.column
            if last + 1 < len(parts.starts):
                start, end = parts.starts[first], parts.starts[last + 1]
                comments = self.layout.comments(start, end)
                yield Edit(start, end, "".join(f"{comment}\n{pad}" for comment in comments))
            elif first:
                start, end = parts.ends[first - 1], parts.ends[last]
                comments = self._comments(start, end, parts.column)
                yield Edit(start, end, "".join(f"\n{comment}" for comment in comments))

    def _additions(
        self, parts: _Parts, names: tuple[list[str], list[str]], before: Fields, after: Fields
    ) -> Iterator[Edit]:
        """Add fields, each behind the one that it follows in the order of the file."""
        written, kept = names
        follows: str | None = None
        for name, value in after.items():
            if name in kept:
                follows = name
            elif before.get(name) != value or (self.with_ids and name == "id"):
                lines = field_lines(name, value, parts.column)
                gap = [""] if not parts.column and isinstance(value, list | dict) else []
                if follows is None:
                    yield _first(parts, [*lines, *gap])
                else:
                    at = parts.ends[written.index(follows)]
                    yield Edit(at, at, "".join(f"\n{line}" for line in [*gap, *lines]))

    def _insertions(
        self, parts: _Parts, pairs: dict[int, int], after: list[Plain]
    ) -> Iterator[Edit]:
        """Insert entries, each behind the one that it follows."""
        gap = [""] if self._is_spaced(parts) and isinstance(after[0], dict) else []
        olds = {new: old for old, new in pairs.items()}
        follows: int | None = None
        for new, entry in enumerate(after):
            if new in olds:
                follows = olds[new]
            elif follows is None:
                yield _first(parts, [*entry_lines(entry, parts.column), *gap])
            else:
                at, lines = parts.ends[follows], entry_lines(entry, parts.column)
                yield Edit(at, at, "".join(f"\n{line}" for line in [*gap, *lines]))

    def _is_spaced(self, parts: _Parts) -> bool:
        """Return whether blank lines part the entries of a list."""
        if len(parts.starts) == 1:
            return parts.column <= TOP_LEVEL_DASH
        return bool(_BLANK_LINE.search(self.layout.text, parts.ends[0], parts.starts[1]))

    def _comments(self, start: int, end: int, column: int) -> list[str]:
        return [" " * column + comment for comment in self.layout.comments(start, end)]


def _first(parts: _Parts, lines: list[str]) -> Edit:
    """Put lines before the first part, which may stand behind a hyphen."""
    text = "".join(f"{line}\n" for line in lines).lstrip(" ")
    return Edit(parts.starts[0], parts.starts[0], text + " " * parts.column)


def _lacks_ids(node: Node, value: Plain) -> bool:
    """Return whether a value has ids that are not written in the file."""
    content = node.content
    if isinstance(value, list):
        if isinstance(content, list):
            return any(map(_lacks_ids, content, value))
        return any(isinstance(entry, dict) and "id" in entry for entry in value)
    if isinstance(value, dict):
        return "id" in value and not (isinstance(content, dict) and "id" in content)
    return False


def _pairs(before: list[Plain], after: list[Plain]) -> dict[int, int]:
    """Pair the entries that stay, by ids or else by places; none if their order changes."""
    olds, news = _ids(before), _ids(after)
    if olds and news:
        pairs = {at: news.index(name) for at, name in enumerate(olds) if name in news}
    elif len(before) == len(after):
        pairs = {at: at for at in range(len(before))}
    else:
        pairs = _equal_ends(before, after)
    return pairs if sorted(pairs.values()) == list(pairs.values()) else {}


def _equal_ends(before: list[Plain], after: list[Plain]) -> dict[int, int]:
    """Pair the entries that are equal from the front and from the back."""
    shorter = min(len(before), len(after))
    front = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    left = range(1, shorter - front + 1)
    back = next((at - 1 for at in left if before[-at] != after[-at]), shorter - front)
    ends = {len(before) - at: len(after) - at for at in range(back, 0, -1)}
    return {at: at for at in range(front)} | ends


def _ids(entries: list[Plain]) -> list[Plain]:
    ids = [entry["id"] for entry in entries if isinstance(entry, dict) and "id" in entry]
    return ids if len(ids) == len(entries) else []


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of every run of neighbours."""
    members = set(places)
    for place in places:
        if place - 1 not in members:
            last = place
            while last + 1 in members:
                last += 1
            yield place, last
