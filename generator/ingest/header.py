"""The lines above and below an article's body to metadata: headline, byline, date, publisher, URL.

Only what such lines state is taken; a line that is not understood stays in the body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.ingest.contents import Metadata
from generator.ingest.header_lines import (
    HEADER_CHARACTERS,
    SENTENCE_END,
    read_address,
    read_dated,
    read_labelled,
    read_line,
    split_title,
)
from generator.ingest.outlets import is_name, is_outlet, is_section, publisher_name
from generator.ingest.segment import DATELINE
from generator.ingest.stamps import find_stamp

HEADER_LINES = 10
"""Lines looked at above the body; real headers have 1 to 7."""

STANDFIRST_WORDS = 45
"""A longer first paragraph is no standfirst."""

HEADLINE_WORDS = 30
"""A longer line is no headline."""

REPEATED_SHARE = 0.8
"""Share of a standfirst's content words in one later paragraph; a lead's reaches about 0.5."""

REPEATED_WITHIN = 5
"""Paragraphs after a standfirst in which the body says the same."""

CONTENT_LETTERS = 4
"""Shorter words are rather function words."""

TITLE_CASE_SHARE = 0.8
"""Share of capitals among a headline's longer words, where it is written in title case."""

PROSE_WORDS = 5
"""A line with a full stop and fewer words is a name or a label (“Jane Doe Jr.”)."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is left of the lines when header and footer have been read."""

    metadata: Metadata
    lines: tuple[str, ...]


def read_lines(lines: Sequence[str], known: Metadata) -> Body:
    """Read the metadata above and below the body; what is `known` already is not looked for."""
    start, found, standfirsts = _header(lines, known)
    stop, below = _footer(lines, start)
    body = list(lines[start:stop])
    metadata = known.or_else(found).or_else(below)
    if metadata.title is None and len(body) > 1 and _heads(body[0], body[1]):
        metadata = metadata.or_else(split_title(body.pop(0)))
    body = [*standfirsts, *body]
    if body and _is_standfirst(body, explicit=bool(standfirsts)):
        metadata = replace(metadata, standfirst=metadata.standfirst or body[0])
        if _is_repeated(body[0], body[1:]):
            body = body[1:]
    return Body(metadata.or_else(_dateline(body)), tuple(body))


def is_prose(line: str) -> bool:
    """Tell a sentence from a headline, a name or a label."""
    words = line.split()
    return len(words) >= PROSE_WORDS and bool(SENTENCE_END.search(line)) and not _title_case(words)


def _title_case(words: list[str]) -> bool:
    long_words = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long_words)
    return len(words) <= HEADLINE_WORDS and capitals > TITLE_CASE_SHARE * len(long_words)


def _is_headline(line: str) -> bool:
    return len(line.split()) <= HEADLINE_WORDS and not is_prose(line) and "\n" not in line


def _heads(line: str, after: str) -> bool:
    """Tell a headline by what follows it: a sentence, or a dateline even if it ends in a stop."""
    if _is_headline(line) and is_prose(after):
        return True
    short = len(line.split()) <= HEADLINE_WORDS and not DATELINE.match(line)
    return short and bool(DATELINE.match(after))


def _header(lines: Sequence[str], known: Metadata) -> tuple[int, Metadata, tuple[str, ...]]:
    """Return where the body starts, what the lines above state, and the sentences among them."""
    found, read = Metadata(), 0
    pending: list[str] = []
    standfirsts: list[str] = []
    for number, line in enumerate(lines[:HEADER_LINES]):
        stated = read_line(line) or (
            _first_line(line, lines[1]) if number == 0 < len(lines) - 1 else None
        )
        if stated is not None:
            title, kept = _headline_of(pending, known.or_else(found))
            found = found.or_else(title).or_else(stated)
            standfirsts, pending, read = [*standfirsts, *kept], [], number + 1
        elif len(line.split()) > STANDFIRST_WORDS or sum(map(is_prose, pending)):
            break
        else:
            pending.append(line)
    return read, found, tuple(standfirsts)


def _headline_of(pending: Sequence[str], known: Metadata) -> tuple[Metadata, tuple[str, ...]]:
    """Tell the headline among lines above a byline or a date; the rest are standfirsts."""
    for number, line in enumerate(pending):
        if known.title is None and _is_headline(line):
            return split_title(line), (*pending[:number], *pending[number + 1 :])
    return Metadata(), tuple(pending)


def _footer(lines: Sequence[str], start: int) -> tuple[int, Metadata]:
    """Return where the body stops and what labelled lines and addresses below it state."""
    found, stop = Metadata(), len(lines)
    while stop > start + 1:
        stated = (
            read_labelled(lines[stop - 1])
            or read_address(lines[stop - 1])
            or read_dated(lines[stop - 1])
        )
        if stated is None:
            break
        found, stop = stated.or_else(found), stop - 1
    return stop, found


def _dateline(body: Sequence[str]) -> Metadata:
    """Read the agency and the date, where it has a year, of “NAIROBI, March 3, 2024 (EAW) — ”."""
    match = DATELINE.match(body[0]) if body else None
    if not match:
        return Metadata()
    stamp, agency = find_stamp(match[0]), re.search(r"\(([^()]+)\)", match[0])
    named = agency and is_outlet(agency[1])
    return Metadata(
        publisher=publisher_name(agency[1]) if agency and named else None,
        published=stamp[0] if stamp else None,
    )


def _first_line(line: str, after: str) -> Metadata | None:
    """Read a publisher or a section that stands alone above everything else."""
    if len(line) > HEADER_CHARACTERS or is_prose(line):
        return None
    if is_section(line):
        return Metadata()
    above_headline = len(line.split()) <= 2 and is_name(line) and _is_headline(after)
    if is_outlet(line) or (above_headline and not is_name(after) and not read_line(after)):
        return Metadata(publisher=publisher_name(line))
    return None


def _is_standfirst(body: Sequence[str], *, explicit: bool) -> bool:
    short = len(body) > 1 and len(body[0].split()) <= STANDFIRST_WORDS
    return short and (explicit or _is_repeated(body[0], body[1:]))


def _is_repeated(standfirst: str, rest: Sequence[str]) -> bool:
    said = _content_words(standfirst)
    return len(said) >= CONTENT_LETTERS and any(
        len(said & _content_words(paragraph)) >= REPEATED_SHARE * len(said)
        for paragraph in rest[:REPEATED_WITHIN]
    )


def _content_words(text: str) -> frozenset[str]:
    found = re.findall(r"\w+", text[:2000].lower())
    return frozenset(word for word in found if len(word) >= CONTENT_LETTERS or word.isdigit())
