"""A quotation -> the words in it, and whether they are a name: of a work, or of somebody."""

from __future__ import annotations

import re

from generator.extract.quotation_marks import MARK, Quotation
from generator.model import Span

_SMALL_IN_TITLES = frozenset(
    "a an and as at but by for from in into nor of off on or over the to up with & – —".split()
)
"""Words that stay small inside a title: “The Old Man and the Sea”."""
_TOLD = frozenset("am are be been did do does had has have is no not was were will".split())
"""Words that a title writes with a capital: small, they tell something: “he was no James Bond”."""
_NEAR = 80
"""How many characters before a quotation tell whether it is what somebody is called."""
_CALLED = re.compile(
    r"\b(?:(?:attack|blast|cit|critici|decri|denounc|derid|describ|dismiss|label|mock|portray"
    r"|referr?|slam)\w*\b[^.;:\n]* as|call(?:s|ed|ing)?(?: [^\s,;:.]+){1,6}) (?:an? |the )?$"
)
"""What comes right before a name that is said of somebody: `called the man`, `mocked him as`."""
_NAMED = re.compile(r"\b(?:entitled|titled|named|nicknamed|an? [\w-]+(?: [\w-]+)? called) $")
"""What comes right before the name of a thing: `a work called`, `a series titled`."""


def inner(text: str, piece: Span) -> Span:
    """Return a piece without its outer marks, blanks and closing comma."""
    start, end = _stripped(text, piece.start, piece.end)
    opening = MARK.match(text, start, end)
    start = opening.end() if opening else start
    closes = opening or not opening_mark(text, Span(start, end - 1))
    closing = [mark for mark in MARK.finditer(text, max(start, end - 3), end) if mark.end() == end]
    if closes and closing:
        end = closing[0].start()
    start, end = _stripped(text, start, end)
    return Span(start, start + len(text[start:end].rstrip(", ")))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends of a stretch past its blanks."""
    kept = text[start:end].lstrip()
    return end - len(kept), end - len(kept) + len(kept.rstrip())


def quoted_part(text: str, span: Span) -> Span:
    """Return a stretch of text from its first quotation mark on: `that “we waited”`.

    Where the one that no word stands before closes, it opens behind one: `that” we waited “`.
    """
    mark = opening_mark(text, span)
    if mark and not any(map(str.isalnum, text[mark.end() : span.end])):
        mark = MARK.search(text, span.start, span.end)
    return Span(mark.start(), span.end) if mark else span


def opening_mark(text: str, span: Span) -> re.Match[str] | None:
    """Return the first mark in a stretch of text that no word stands before."""
    marks = MARK.finditer(text, span.start, span.end)
    return next((m for m in marks if not text[m.start() - 1 : m.start()].isalnum()), None)


def is_title(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation is a name: of a work, “The Long Way Home”, or by which one goes.

    Not what somebody is called: `called him “Mister Small”`, `dismissed it as “Fake News”`.
    """
    near, at = max(quotation.start - _NEAR, 0), quotation.start
    if _is_nickname(text, quotation):
        return True
    if _NAMED.search(text, near, at):
        return text[at : quotation.end].strip("\"'“”‘’")[:1].isupper()
    if _CALLED.search(text, near, at):
        return False
    stretch = inner(text, Span(quotation.start, quotation.end))
    named = text[stretch.start : stretch.end].split()
    within = text[max(quotation.start - 2, 0) : quotation.start].rstrip(" ")[-1:].isalnum()
    around = (
        text[max(quotation.start - 1, 0) : quotation.start]
        + text[quotation.end : quotation.end + 1]
    )
    crosshead = quotation.start > 0 and around in {"\n", "\n\n"}
    stops = {"?", "!", "…"} | ({"."} - {"." * (within or crosshead)})
    stopped = text[stretch.end - 1 : stretch.end] in stops
    told = stopped or not _TOLD.isdisjoint(named)
    capitals = sum(word[:1].isupper() for word in named)
    small = all(word[:1].isupper() or word in _SMALL_IN_TITLES for word in named)
    return capitals > 1 and not told and small


def _is_nickname(text: str, quotation: Quotation) -> bool:
    """Recognise the name inside a name: `Jim “Bomber” Harris`."""
    before = text[max(quotation.start - _NEAR, 0) : quotation.start].split(" ")[-2:]
    after = text[quotation.end : quotation.end + 2]
    named = text[quotation.start : quotation.end]
    within = before[-1] == "" and before[0][:1].isupper() and before[0][-1:].isalpha()
    beside = within and after[:1] == " " and after[1:].isupper()
    return beside and named[1:2].isupper() and named.count(" ") <= 1


def merged(pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return stretches of text in order, overlapping ones made one."""
    joined: list[Span] = []
    for piece in sorted(pieces, key=lambda span: (span.start, span.end)):
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return tuple(joined)
