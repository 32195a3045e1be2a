"""Article text -> the stretches that stand in quotation marks.

One pass over the marks of each paragraph. A mark opens or closes by what stands on either side of
it rather than by its shape, because typists and converters mix “ ”, " and ‘ ’ freely. A quotation
inside a quotation belongs to the outer one. A quotation that runs over several paragraphs, each of
them opened again, is one quotation of several pieces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.model import Span

_DOUBLE = frozenset('"“”„‟«»')
_SINGLE = frozenset("'‘’‹›")
MARKS = _DOUBLE | _SINGLE
_WORD = re.compile(r"\w")
MARK = re.compile(r"''|(?<!\w)[‘’] ’(?!\w)|‹‹|››|[\"“”„‟«»'‘’‹›]")
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_SENTENCE_END = re.compile(r"[.?!…](?=\s|$)")
_TURNED = re.compile(r"(?<=[.?!…] )“(?=[a-z])")
"""An opening mark that closes: `Why? “he asked`."""
_OPENING_SHAPES = frozenset("“„«‘‹") | {"‹‹"}
_CLOSING_SHAPES = frozenset("”»’›") | {"››"}
_BEFORE_WORDS = frozenset("([{—–-―/…")
_AFTER_WORDS = frozenset(")]}—–-―/,.;:?!…")
_STOPS = frozenset(",.?!…-–—")
_MARKS_SIDE_BY_SIDE = 2
"""How many marks may stand between a mark and the word that it belongs to: “‘No,’ he said”."""
_CLIPPED = re.compile(
    r"(?:em|til|tis|twas|cause|cos|n|round|bout|tween|\d0s|\d\d)\b", re.IGNORECASE
)
"""What follows an apostrophe at the start of a word: ’em, ’til, ’90s."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: one piece per paragraph, the marks included."""

    pieces: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the first piece starts."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.pieces[-1].end


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark and what its surroundings let it do; one that floats may do either."""

    at: int
    sign: str
    """One character, or a double mark that was typed as two single ones, apart or not."""
    opens: bool
    closes: bool

    @property
    def end(self) -> int:
        """Where the mark ends."""
        return self.at + len(self.sign)

    @property
    def single(self) -> bool:
        """Whether it may be an apostrophe."""
        return self.sign in _SINGLE

    @property
    def family(self) -> str:
        """What other marks it pairs with: '"', “ ” or « »."""
        return '"' if self.sign[0] in "\"'‘’" else "«" if self.sign[0] in "«»‹›" else "“"


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one paragraph holds of a quotation."""

    span: Span
    opened: bool = True
    closed: bool = True


@lru_cache(maxsize=1)
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a text, in order."""
    found: list[Quotation] = []
    running: list[Span] = []
    for match in _PARAGRAPH.finditer(text):
        paragraph = Span(match.start(), match.end())
        pieces = _pieces(text, paragraph)
        if running and not (pieces and _resumes(text, paragraph, pieces[0])):
            found.extend(_left_open(text, running))
            running = []
        for piece in pieces:
            if not piece.opened and not running and not _begins_unopened(text, piece):
                continue
            running.append(piece.span)
            if piece.closed:
                found.append(Quotation(tuple(running)))
                running = []
    found.extend(_left_open(text, running))
    return tuple(
        quotation for quotation in found if _WORD.search(text, quotation.start, quotation.end)
    )


def _resumes(text: str, paragraph: Span, first: _Piece) -> bool:
    """Tell whether a paragraph goes on with the quotation that the one before left open."""
    return not first.opened or not text[paragraph.start : first.span.start].strip()


def _left_open(text: str, running: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return what a quotation that never closes amounts to: a lone ‘ was an apostrophe."""
    if not running or (len(running) == 1 and text[running[0].start] in _SINGLE):
        return ()
    return (Quotation(tuple(running)),)


def _begins_unopened(text: str, piece: _Piece) -> bool:
    """Tell whether a closing mark with no opening one ends a quotation all the same."""
    last = text[piece.span.end - 2 : piece.span.end - 1]
    return last in _STOPS and " " in text[piece.span.start : piece.span.end]


def _pieces(text: str, paragraph: Span) -> list[_Piece]:
    """Return the quotations of one paragraph; only the last may be left open."""
    found: list[_Piece] = []
    marks = _marks(text, paragraph)
    closers = _single_closers(text, marks)
    at, last_curled = 0, max((n for n, m in enumerate(marks) if m.family == "“"), default=-1)
    while at < len(marks):
        mark = marks[at]
        if not mark.opens:
            if not found and not mark.single:
                found.append(_Piece(Span(paragraph.start, mark.end), opened=False))
            at += 1
            continue
        last = closers[at] if mark.single else _closer(text, paragraph, marks, at)
        if last is None and mark.at != paragraph.start:
            last = closers[at]
        if last is not None and marks[last].closes:
            found.append(_Piece(Span(mark.at, marks[last].end)))
            at = last + 1
        elif last is None and mark.family == '"' and at < last_curled:
            at += 1  # what the paragraph quotes has marks of another kind
        elif mark.single and (mark.sign != "‘" or mark.at != paragraph.start):
            at += 1
        else:
            limit = paragraph.end if last is None else marks[last].at
            goes_on = bool(found) and not found[-1].closed
            found.append(_unfinished(text, paragraph, Span(mark.at, limit), goes_on=goes_on))
            at = len(marks) if last is None else last
    return found


def _unfinished(text: str, paragraph: Span, open_: Span, *, goes_on: bool) -> _Piece:
    """Return the piece of a quotation that does not close before the next mark or the end.

    It goes on behind the next mark where paragraphs were run together: `said: "One. "Two."`.
    """
    start, limit = open_.start, open_.start + len(text[open_.start : open_.end].rstrip())
    before = text[max(start - 2, 0) : start].rstrip()[-1:]
    leads = start == paragraph.start or before in {":", ")"}
    again = limit > start and text[limit - 1] in ".?!…" and open_.end < paragraph.end
    if (leads or goes_on) and (again or open_.end == paragraph.end):
        return _Piece(Span(start, limit), closed=False)
    stop = _SENTENCE_END.search(text, start, limit)
    return _Piece(Span(start, stop.end() if stop else limit))


def _closer(text: str, paragraph: Span, marks: Sequence[_Mark], at: int) -> int | None:
    """Return the mark that closes a double one, past one astray in what leads a paragraph.

    So `“It is done with “ism,” he said`; where a stop comes before it, the words are run together.
    """
    last = _double_closer(marks, at)
    if last is None or marks[last].closes or marks[at].at != paragraph.start:
        return last
    amid = text[paragraph.start : marks[last].at].rstrip()[-1:].isalnum()
    return _double_closer(marks, last) if amid else last


def _double_closer(marks: Sequence[_Mark], at: int) -> int | None:
    """Return the index of the mark that closes the one at `at`.

    Where an opening mark is returned nothing closed before it; where None, nothing closes at all.
    """
    outer, depth = marks[at].family, 0
    for index in range(at + 1, len(marks)):
        mark = marks[index]
        if mark.single:
            continue
        if mark.closes:
            if not depth or (mark.family == outer == '"'):
                return index
            depth -= 1
        elif mark.family == outer and not depth and not _closes_twice(marks, index):
            return index
        else:
            depth += 1
    return None


def _closes_twice(marks: Sequence[_Mark], at: int) -> bool:
    """Tell whether two closing marks follow an opening one: it is a quotation in a quotation."""
    following = [mark for mark in marks[at + 1 : at + 6] if not mark.single][:2]
    return len(following) > 1 and all(mark.closes and not mark.opens for mark in following)


def _single_closers(text: str, marks: Sequence[_Mark]) -> tuple[int | None, ...]:
    """Return for each mark the index of the single mark that would close it.

    The ’ of a plural ("the players’ union") closes only where nothing else does. One that none
    opens may close a double mark: `cries of “no way ’, he said`.
    """
    closers: list[int | None] = [None] * len(marks)
    sure: int | None = None
    nearest: int | None = None
    opener: int | None = None
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        if not mark.single:
            if sure is not None and sure < (opener or len(marks)):
                end = marks[sure].end
                closers[index] = sure if text[end : end + 1] in _AFTER_WORDS else None  # `goin’ on`
        elif mark.opens:
            crosses = sure is not None and opener is not None and opener < sure
            closers[index] = nearest if sure is None or crosses else sure
            opener = index
        else:
            nearest = index
            sure = sure if _ends_plural(text, mark.at) else index
    return tuple(closers)


def _ends_plural(text: str, at: int) -> bool:
    """Tell whether the mark at an offset may be the apostrophe of a plural."""
    following = text[at + 1 : at + 3]
    return text[at - 1 : at] in {"s", "S"} and following[:1] == " " and following[1:].isalnum()


def _marks(text: str, paragraph: Span) -> tuple[_Mark, ...]:
    """Return the quotation marks of a paragraph, apostrophes left out."""
    found = MARK.finditer(text, paragraph.start, paragraph.end)
    marks = tuple(_mark(text, match, paragraph) for match in found)
    if _is_turned(text, paragraph, [m for m in marks if not m.single]):
        swapped = (replace(m, opens=m.sign == "”", closes=m.sign == "“") for m in marks)
        marks = tuple(m if m.single else new for m, new in zip(marks, swapped, strict=True))
    return tuple(mark for mark in marks if mark.opens or mark.closes)


def _is_turned(text: str, paragraph: Span, marks: Sequence[_Mark]) -> bool:
    """Tell whether a paragraph opens with ” and closes with “ throughout: `that” it left, “she`.

    In one that goes on with a quotation, words and a stop come before the first: `left,” she`.
    """
    if not marks or "".join(mark.sign for mark in marks) != "”“" * (len(marks) // 2):
        return False
    before = text[paragraph.start : marks[0].at]
    return not before or before[-1] not in _STOPS


def _mark(text: str, match: re.Match[str], paragraph: Span) -> _Mark:
    """Return a mark with what it may do where it stands."""
    at, sign = match.start(), match[0]
    before = _neighbour(text, at, -1, paragraph)
    after = _neighbour(text, match.end() - 1, 1, paragraph)
    free_before = before.isspace() or before in _BEFORE_WORDS
    free_after = after.isspace() or after in _AFTER_WORDS
    if sign in _SINGLE:
        apart = free_before and free_after  # `‘ Come in, ’ she said`
        opens = free_before and not free_after and sign != "’" and not _CLIPPED.match(text, at + 1)
        closes = free_after and not free_before
        return _Mark(at, sign, opens or (apart and sign == "‘"), closes or (apart and sign == "’"))
    if free_before != free_after:
        turned = bool(_TURNED.match(text, at))
        return _Mark(at, sign, free_before != turned, free_after != turned)
    shaped_open = sign in _OPENING_SHAPES or at == paragraph.start
    shaped_closed = sign in _CLOSING_SHAPES and not shaped_open
    return _Mark(at, sign, not shaped_closed, not shaped_open)


def _neighbour(text: str, at: int, step: int, paragraph: Span) -> str:
    """Return the character on one side of a mark, past other marks; a blank at the ends."""
    for distance in range(1, _MARKS_SIDE_BY_SIDE + 2):
        position = at + step * distance
        if not paragraph.start <= position < paragraph.end:
            return " "
        if text[position] not in MARKS:
            return text[position]
    return " "
