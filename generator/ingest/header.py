"""The lines above and below an article's body to metadata: headline, byline, date, publisher, URL.

Only what such lines state is taken; a line that is not understood stays in the body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.ingest.bylines import SENTENCE_END, read_sign_off, without_job
from generator.ingest.contents import Metadata
from generator.ingest.header_lines import (
    HEADER_CHARACTERS,
    named_above,
    read_address,
    read_dated,
    read_labelled,
    read_line,
    split_title,
)
from generator.ingest.outlets import is_name, is_outlet, is_person, is_section, publisher_name
from generator.ingest.segment import DATELINE, PLAIN_DATELINE
from generator.ingest.stamps import find_stamp

HEADER_LINES = 10
"""Lines looked at above the body; real headers have 1 to 7."""

STANDFIRST_WORDS = 45
"""A longer first paragraph is no standfirst."""

HEADLINE_WORDS = 30
"""A longer line is no headline."""

TITLE_WORDS = range(3, HEADLINE_WORDS + 1)
"""Words of a headline that nothing but its place tells; one or two are rather a name."""

NAME_WORDS = 4
"""A longer line of capitals is rather a headline."""

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


_NOTE = re.compile(
    r"(?P<name>(?:[A-Z][\w.’'-]*+ ){2,4})(?:is|was) (?:an? |the |[A-Z]\w+['’]s )[^.]{0,90}"
    r"\b(?:columnist|commentator|contributor|correspondent|editor|journalist|producer|reporter"
    r"|writer)\b"
)
"""“Ada Orr is the Halm Post's harbour correspondent.”"""


class Body(NamedTuple):
    """What is left of the lines when header and footer have been read."""

    metadata: Metadata
    lines: tuple[str, ...]


def read_lines(lines: Sequence[str], known: Metadata) -> Body:
    """Read the metadata above and below the body; what is `known` already is not looked for."""
    start, found, standfirsts = _header(lines, known)
    stop, below = _footer(lines, start)
    body = list(lines[start:stop])
    while len(body) > 1 and _is_note(body):
        body.pop()
    metadata = known.or_else(found).or_else(below)
    if metadata.title is None and _heads(body):
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
    sent = (DATELINE.match(line) or PLAIN_DATELINE.match(line)) and SENTENCE_END.search(line)
    short = len(line.split()) <= HEADLINE_WORDS and "\n" not in line
    return short and not is_prose(line) and not sent


def _heads(body: Sequence[str]) -> bool:
    """Tell a headline by what follows: a sentence, or a dateline even if it ends in a stop."""
    if len(body) < 2 or len(body[0].split()) not in TITLE_WORDS:
        return False
    if _is_headline(body[0]) and any(map(is_prose, body[1:3])):
        return True
    return bool(DATELINE.match(body[1])) and not DATELINE.match(body[0])


def _is_note(body: Sequence[str]) -> bool:
    """Tell whether the last line says who the author is, of whom nothing else does."""
    note = _NOTE.match(body[-1])
    return note is not None and not any(note["name"] in line for line in body[:-1])


def _header(lines: Sequence[str], known: Metadata) -> tuple[int, Metadata, tuple[str, ...]]:
    """Return where the body starts, what the lines above state, and the sentences among them."""
    found, read = Metadata(), 0
    pending: list[str] = []
    standfirsts: list[str] = []
    for number, line in enumerate(lines[:HEADER_LINES]):
        # A publisher's name may also stand just below the headline that opens the page.
        touching = read == number or (number - read == 1 and is_outlet(line))
        stated = read_line(line) or _read_name(lines, number, found, touching=touching)
        if stated is not None:
            title, kept = _above(pending, known.or_else(found), stated)
            found = found.or_else(title).or_else(stated)
            standfirsts, pending, read = [*standfirsts, *kept], [], number + 1
        elif len(line.split()) > STANDFIRST_WORDS or sum(map(is_prose, pending)):
            break
        else:
            pending.append(line)
    return read, found, tuple(standfirsts)


def _above(
    pending: Sequence[str], known: Metadata, below: Metadata
) -> tuple[Metadata, tuple[str, ...]]:
    """Tell headline and author among lines above a byline or a date; sentences are standfirsts.

    A name above a byline is not the author's but the outlet's.
    """
    title = next((line for line in pending if _is_headline(line) and not known.title), None)
    found = split_title(title) if title else Metadata()
    others = [line for line in pending if line != title]
    name = next((line for line in others if is_person(line) and not known.author), None)
    credit = (
        Metadata(publisher=name) if below.author else Metadata(author=name and without_job(name))
    )
    standfirsts = tuple(line for line in others if is_prose(line) or not is_name(line))
    return found.or_else(credit), standfirsts


def _footer(lines: Sequence[str], start: int) -> tuple[int, Metadata]:
    """Return where the body stops and what labelled lines and addresses below it state."""
    found, stop = Metadata(), len(lines)
    while stop > start + 1:
        stated = (
            read_labelled(lines[stop - 1])
            or read_address(lines[stop - 1])
            or read_dated(lines[stop - 1])
            or read_sign_off(lines[stop - 1])
        )
        if stated is None:
            break
        found, stop = stated.or_else(found), stop - 1
    return stop, found


def _dateline(body: Sequence[str]) -> Metadata:
    """Read the agency and the date, where it has a year, of “NAIROBI, March 3, 2024 (EAW) — ”."""
    match = (DATELINE.match(body[0]) or PLAIN_DATELINE.match(body[0])) if body else None
    if not match:
        return Metadata()
    stamp, agency = find_stamp(match[0]), re.search(r"\(([^()]+)\)", match[0])
    named = agency and is_name(agency[1]) and "." not in agency[1]
    return Metadata(
        publisher=publisher_name(agency[1]) if agency and named else None,
        published=stamp[0] if stamp else None,
    )


def _read_name(
    lines: Sequence[str], number: int, found: Metadata, *, touching: bool
) -> Metadata | None:
    """Read a name alone on its line: the first line's, or one that touches the header above it."""
    line, after = lines[number], "".join(lines[number + 1 : number + 2])
    if not after or len(line) > HEADER_CHARACTERS or is_prose(line) or not touching:
        return None
    if is_section(line):
        return Metadata()
    if is_outlet(line):
        return named_above(line)
    short = len(line.split()) <= NAME_WORDS and is_name(line)
    if number and short:
        author = without_job(line)
        return Metadata(author=author) if is_person(author) and not found.author else Metadata()
    return _first_name(line, after) if short else None


def _first_name(line: str, after: str) -> Metadata | None:
    """Read the name above everything else: a publisher's, or an author's above a publisher's."""
    if is_person(line) and is_outlet(after):
        return Metadata(author=line)
    words = line.removeprefix("The ").split()
    above_headline = len(words) <= 2 and _is_headline(after) and not is_name(after)
    return (
        Metadata(publisher=publisher_name(line))
        if above_headline and not read_line(after)
        else None
    )


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
