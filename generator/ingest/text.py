"""Plain text to metadata and paragraphs: hard-wrapped lines joined, list lines kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.ingest.boilerplate import is_boilerplate, is_last_line, without_widgets
from generator.ingest.contents import Contents, Metadata, Paragraph
from generator.ingest.header import read_lines

WRAP_COLUMNS = range(40, 111)
"""The longest line of hard-wrapped text is so long (mail wraps at 72, editors at 80 or 100)."""

_BULLET = re.compile(r"[-*+•‣▪●◦·] +(?=\S)")
_STANDS_ALONE = re.compile(r"https?://|www\.|[a-z]+(?: [a-z]+)? ?: ?")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}\Z")


def read_plain(text: str) -> Contents:
    """Read an article in plain text."""
    return compose(tuple(Paragraph(line) for line in paragraphs(text)), Metadata())


def compose(found: Sequence[Paragraph], known: Metadata) -> Contents:
    """Part the header, the footer and the page's own lines from the paragraphs of the body."""
    cleaned = _without_title(_cleaned(_before_notes(found)), known.title)
    headings = frozenset(paragraph.text for paragraph in cleaned if paragraph.heading)
    body = read_lines([paragraph.text for paragraph in cleaned], known)
    return Contents(body.metadata, tuple(Paragraph(line, line in headings) for line in body.lines))


def paragraphs(text: str) -> Iterator[str]:
    """Cut tidy text into paragraphs; the lines of a list stay lines of one paragraph."""
    width = _wrap_width(text)
    for block in re.split(r"\n{2,}", text):
        lines = [line for line in block.split("\n") if line]
        yield from _listed(_unwrapped(lines, width))


def _wrap_width(text: str) -> int | None:
    """Return the column at which lines were wrapped, None where a line is a paragraph."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if width not in WRAP_COLUMNS:
        return None
    full = [line for line, after in pairwise(lines) if _is_full(line, after, width)]
    ended = sum(bool(_ENDS.search(line)) for line in full)
    return width if len(full) > 1 and ended * 2 <= len(full) else None


def _is_full(line: str, after: str, width: int) -> bool:
    """Tell whether the first word of the line after would not have fitted."""
    return bool(after) and len(line) + 1 + len(after.split(" ", 1)[0]) > width


def _unwrapped(lines: Sequence[str], width: int | None) -> list[str]:
    joined: list[list[str]] = []
    before = ""
    for line in lines:
        full = width is not None and _is_full(before, line, width)
        goes_on = full or _goes_on(before, line)
        if joined and goes_on and not _BULLET.match(line):
            joined[-1].append(line)
        else:
            joined.append([line])
        before = line
    return [" ".join(part) for part in joined]


def _goes_on(before: str, line: str) -> bool:
    """Tell a line that begins in the middle of a sentence."""
    begins = line[:1].islower() and not _STANDS_ALONE.match(line)
    return begins and not _ENDS.search(before) and "://" not in before


def _listed(lines: Iterable[str]) -> Iterator[str]:
    """Take the bullets off list lines and keep the lines of a list in one paragraph."""
    items: list[str] = []
    for line in lines:
        if bullet := _BULLET.match(line):
            items.append(line[bullet.end() :])
            continue
        if items:
            yield "\n".join(items)
        items = []
        yield line
    if items:
        yield "\n".join(items)


def _before_notes(found: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Leave out what stands behind the end of a press release: notes to editors, contacts."""
    last = next((n for n, p in enumerate(found) if n > 1 and is_last_line(p.text)), len(found))
    return found[:last]


def _cleaned(found: Iterable[Paragraph]) -> list[Paragraph]:
    kept = (Paragraph(without_widgets(p.text), p.heading) for p in found)
    return [p for p in kept if p.text and not is_boilerplate(p.text)]


def _without_title(found: Sequence[Paragraph], title: str | None) -> list[Paragraph]:
    """Leave out a headline that the metadata give already, even with text run on to it."""
    kept = list(found)
    if not title:
        return kept
    for number, paragraph in enumerate(kept[:3]):
        same = _shape(paragraph.text[: 2 * len(title)])
        if same == _shape(title):
            return kept[:number] + kept[number + 1 :]
        if paragraph.text.startswith(f"{title} "):
            rest = Paragraph(paragraph.text[len(title) + 1 :])
            return [*kept[:number], rest, *kept[number + 1 :]]
    return kept


def _shape(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
