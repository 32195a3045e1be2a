"""One line above or below an article's body to what it states: byline, date, publisher, URL, label.

Each function returns None for a line that is not of its kind.
"""

from __future__ import annotations

import re

from generator.ingest.bylines import (
    BYLINE_WORDS,
    PARTED,
    SENTENCE_END,
    UNNAMED,
    is_publisher,
    read_byline,
    read_credit,
    without_job,
)
from generator.ingest.contents import Metadata
from generator.ingest.outlets import is_name, is_outlet, is_person, is_section, publisher_name
from generator.ingest.stamps import MONTHS, find_stamp

HEADER_CHARACTERS = 300
"""No header line is longer."""

LABEL_WORDS = 4
"""Words between bars that need not be understood beside a date."""

_LABELS = {
    "author": "author authors by byline reporter writer writers",
    "retrieved": "retrieved accessed retrieved-on accessed-on",
    "published": "date published posted publication-date date-published first-published "
    "published-on published-at publish-date created",
    "updated": "updated last-updated modified last-modified updated-on",
    "publisher": "publisher publication source outlet newspaper agency website site "
    "original-source provider",
    "url": "url link permalink web address source-url original-url",
    "title": "title headline",
    "language": "language lang",
    "license": "license licence copyright rights",
    "standfirst": "standfirst summary subtitle subheading dek description",
    "nothing": "location place dateline section category categories tags keywords topics topic "
    "reading-time read-time word-count words length type country region",
}
_FIELD_OF = {label: field for field, labels in _LABELS.items() for label in labels.split()}
_LABELLED = re.compile(
    r"\*{0,2}(?P<label>[A-Za-z]+(?:[ -][A-Za-z]+)?)\*{0,2} ?: ?\*{0,2}(?P<value>\S.*)"
)
_URL = re.compile(r"https?://[^\s<>\"]+")
_URL_LINE = re.compile(r"(?:[A-Za-z ]{0,30}[:>] ?)?<?(https?://[^\s<>\"]+)>?")
_NOISE = re.compile(
    r"\d+ ?[- ]?min(?:ute)?s?(?: read)?|\d+ (?:second|minute|hour|day|week)s? ago"
    r"|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?"
    r"|(?:share|save|print|comments?|listen|gift)|\d+ comments?"
    r"|(?:(?:last )?updated?|(?:first )?published|posted):?(?: at)?(?: \d{1,2}[:.]\d\d)?",
    re.IGNORECASE,
)
_VAGUE_DATE = re.compile(
    r"(?:(?:updated|published|posted):? )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [a-z]{1,4})?)?",
    re.IGNORECASE,
)
"""A date without its year, or that London and New York read differently: it states no day."""
_RUN_ON_TIME = re.compile(r"(?<=\d\d\d\d)(?=\d{1,2}:\d\d)")
# Possessive: “atatat…” must not be read in every possible way.
_AROUND_DATE = re.compile(
    r"(?:(?:(?:last )?updated \d{1,3} \w{3,7} ago|(?:first |last |originally )?"
    r"(?:published|updated|posted|modified|created|date|issued)(?: on| at)?|"
    r"on|at|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|"
    r"friday|saturday|sunday|[a-z]{1,4}t|gmt(?:[+-]\d{1,2})?|utc|local time|page [a-z]?\d{1,3}"
    r")(?![a-z0-9])|gmt[+-]\d{1,2}|[:,.;() ])*+",
    re.IGNORECASE,
)
_AGENCY = re.compile(r" ?\((?P<name>[^()]{2,40})\)[ :—–―-]*")
_UPDATED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
_STATE = re.compile(r"(?<=, )([A-Z][a-z]{1,4})\.\Z")


def read_line(line: str) -> Metadata | None:
    """Return what a header line states, None where the line is none."""
    if len(line) > HEADER_CHARACTERS or "\n" in line:
        return None
    if UNNAMED.fullmatch(line) or _is_vague_date(line) or not any(map(str.isalnum, line)):
        return Metadata()
    line = _RUN_ON_TIME.sub(" ", line)
    readers = (read_labelled, read_address, read_byline, read_credit, read_dated, _parted)
    return next((stated for read in readers if (stated := read(line)) is not None), None)


def read_labelled(line: str) -> Metadata | None:
    """Read “Source: Delta Observer”, “Published: 3 March 2024” and the like."""
    match = _LABELLED.fullmatch(line)
    field = _FIELD_OF.get(match["label"].lower().replace(" ", "-")) if match else None
    if not match or not field:
        return None
    value = match["value"].strip(" *<>")
    if field == "author":
        return read_byline(f"By {value}") or Metadata(author=value)
    if address := _URL.search(value):
        named = publisher_name(value[: address.start()])
        return Metadata(url=address[0], publisher=named if is_outlet(named) else None)
    if field in ("published", "updated", "retrieved"):
        return _labelled_date(field, value)
    if field == "publisher":
        return Metadata(publisher=publisher_name(value)) if is_name(publisher_name(value)) else None
    return Metadata() if field in ("nothing", "url") else Metadata(**{field: value})


def _labelled_date(field: str, value: str) -> Metadata | None:
    stamp = find_stamp(value)
    if stamp is None:
        return Metadata() if any(map(str.isdigit, value)) else None
    return Metadata(**{"retrieved" if field == "retrieved" else "published": stamp[0]})


def read_address(line: str) -> Metadata | None:
    """Read a line that is a web address, with or without a word before it."""
    match = _URL_LINE.fullmatch(line)
    return Metadata(url=match[1]) if match else None


def read_dated(line: str) -> Metadata | None:
    """Read a line that is a date, with or without “Published” and a time of day."""
    stamp = find_stamp(line)
    if stamp is None:
        return None
    before, after = line[: stamp[1]], line[stamp[2] :]
    if re.fullmatch(r"(?i)(?:accessed|retrieved)(?: on)? ", before):
        return Metadata(retrieved=stamp[0])
    if not _AROUND_DATE.fullmatch(before):
        return None
    if _AROUND_DATE.fullmatch(after):
        return Metadata(published=stamp[0])
    both = find_stamp(after)
    return Metadata(published=_earlier(line, stamp[0], both[0])) if both else None


def _is_vague_date(line: str) -> bool:
    match = _VAGUE_DATE.fullmatch(line)
    words = re.findall(r"[a-z]+", line.lower())
    return bool(match) and (not words or any(word in MONTHS for word in words))


def _earlier(line: str, one: str, other: str) -> str:
    """Choose between “Published …” and “Updated …” on one line."""
    updated = _UPDATED.search(line)
    return other if updated and updated.start() < line.lower().find("published") else one


def _parted(line: str) -> Metadata | None:
    """Read “SYLHET, June 21, 2024 | Jane Doe, Delta Observer”: every part must be understood.

    Beside a date between bars a few words need not be: “Delta Observer live | 3 May 2024”.
    """
    parts = [part.strip() for part in PARTED.split(line) if part.strip()]
    dated = " | " in line and any(read_dated(part) for part in parts)
    found, certain = Metadata(), False
    for part in parts:
        stated = _part(part, alone=len(parts) == 1)
        if stated is None and dated and len(part.split()) <= LABEL_WORDS:
            continue
        if stated is None:
            return None
        certain = certain or stated[1]
        found = found.or_else(stated[0])
    return found if certain else None


def _part(part: str, *, alone: bool) -> tuple[Metadata, bool] | None:
    """Return what one part states and whether that makes the line a header line."""
    if _NOISE.fullmatch(part) or UNNAMED.fullmatch(part) or _is_vague_date(part):
        return Metadata(), True
    for read in (
        read_labelled,
        read_address,
        read_byline,
        read_credit,
        read_dated,
        _place_and_date,
    ):
        if (stated := read(part)) is not None:
            return stated, True
    return None if alone else _bare_part(part)


def _bare_part(part: str) -> tuple[Metadata, bool] | None:
    """Read a name without any mark: “Jane Doe, Delta Observer”, “Delta Observer”, “Jane Doe”.

    “Halm Rail, the maker of signals, has won an order.” is none.
    """
    part = _STATE.sub(r"\1", part)
    if len(part.split()) > BYLINE_WORDS or SENTENCE_END.search(part.removesuffix("Jr.")):
        return None
    if is_outlet(part):
        named = named_above(part)
        return named, named.author is not None
    if is_person(names := without_job(part)):
        return Metadata(author=names), False
    return (Metadata(), False) if is_section(part) or is_name(part) else None


def named_above(line: str) -> Metadata:
    """Read the name of an outlet, behind an author's or alone: “Jane Doe, Delta Observer”."""
    left, comma, right = line.rpartition(", ")
    if comma and is_outlet(right) and is_name(left):
        return Metadata(author=left, publisher=publisher_name(right))
    left, comma, _ = line.partition(", ")
    return Metadata(publisher=publisher_name(left if comma and is_outlet(left) else line))


def _place_and_date(part: str) -> Metadata | None:
    """Read “SYLHET, June 21, 2024”, “BANFF, Alta., June 21, 2024 (Delta Wire) -”.

    So is “Jane Doe, Delta Observer, Friday 21 June 2024”.
    """
    stamp = find_stamp(part)
    agency = _AGENCY.fullmatch(part, stamp[2]) if stamp else None
    if stamp is None or not (agency or _AROUND_DATE.fullmatch(part[stamp[2] :])):
        return None
    before = part[: stamp[1]].rstrip(" ,(").removeprefix("From ")
    names = [publisher_name(name) for name in before.split(", ")]
    if not all(is_name(name.removesuffix(".")) for name in names):
        return None
    # Before a date BONN is a place.
    outlet = next((name for name in names if is_publisher(name) and not name.isupper()), None)
    if outlet is None and agency and is_name(agency["name"]):
        outlet = publisher_name(agency["name"])
    author = names[0] if outlet in names[1:] and is_person(names[0]) else None
    return Metadata(author=author, publisher=outlet, published=stamp[0])


def split_title(line: str) -> Metadata:
    """Part “Floods return to the valley | Delta Observer”, or “… | Business”."""
    last = max(PARTED.finditer(line), key=lambda mark: mark.start(), default=None)
    if last and is_outlet(line[last.end() :]) and len(line[: last.start()].split()) > 1:
        return Metadata(title=line[: last.start()], publisher=publisher_name(line[last.end() :]))
    if last and is_section(line[last.end() :]) and "|" in last[0]:
        return split_title(line[: last.start()])
    return Metadata(title=line)
