"""A line that says who wrote an article -> the author and the outlet."""

from __future__ import annotations

import re

from generator.ingest.contents import Metadata
from generator.ingest.outlets import is_name, is_outlet, is_person, publisher_name
from generator.ingest.stamps import find_stamp

BYLINE_WORDS = 16
"""No byline has more words (three names and their outlet)."""

SIGN_OFF_WORDS = 24
"""No line below a body that says whose it is has more."""

UNNAMED = re.compile(
    r"(?:from |by )?(?:(?:our|a|the|an) )?(?:own |special |staff |news |web |online )*"
    r"(?:\w+ ){0,2}(?:correspondents?|reporters?|writers?|desk|staff|team|agencies|editors?)"
    r"(?: (?:in|at) (?:\w+ ?){1,3})?",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:(?:\w+ )?exclusive|story|written|report|reported|reporting|words|text|analysis|compiled"
    r"|interview|interviewed) )?by:? "
    r"(?P<names>\S.*)",
    re.IGNORECASE,
)
PARTED = re.compile(
    r" ?[|•·\t] ?| [—–-]{1,2} | // |\. (?=(?:By|Published|Posted|Updated) )|(?<=\d{4})\. "
)
_JOB = re.compile(r",? (?i:in|for|at|of) [A-Z].*|, (?:[a-z].*|\w+\Z)")
_ON_THE_SPOT = re.compile(r" reports? from .+")
_LINKS = frozenset("and at for in of the to".split())
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\Z")


def read_byline(line: str) -> Metadata | None:
    """Read “By JANE DOE, Reuters”, “By Jane Doe in Nairobi”; not “By Sunday the river rose”."""
    if _states_a_job(line):
        line = line.removesuffix(".")
    match = _BYLINE.fullmatch(line)
    ended = SENTENCE_END.search(line.removesuffix("Jr."))
    if not match or ended or len(line.split()) > BYLINE_WORDS:
        return None
    stamp = find_stamp(line)
    if stamp and stamp[1] > match.start("names"):
        before = read_byline(line[: stamp[1]].rstrip(" ,"))
        return before.or_else(Metadata(published=stamp[0])) if before else None
    return None if PARTED.search(match["names"]) else _names(match["names"])


def read_credit(line: str) -> Metadata | None:
    """Read “Jane Doe, Retail correspondent”, “Jane Doe, science editor, Delta Observer”.

    So are “Jane Doe for Delta Observer”, “From our science writer, Jane Doe” and “Jane Doe reports
    from the harbour”.
    """
    spot = _ON_THE_SPOT.sub("", line)
    names = line.replace(" for ", ", ", 1).split(", ") if spot == line else [spot]
    jobs = [name for name in names if UNNAMED.fullmatch(name)]
    outlet = next((name for name in names[1:] if is_publisher(name)), None)
    authors = [n for n in names if n not in jobs and n != outlet]
    told = bool(jobs or outlet or spot != line) and not SENTENCE_END.search(line)
    if len(authors) != 1 or not told or not is_person(authors[0]):
        return None
    return Metadata(author=authors[0], publisher=outlet and publisher_name(outlet))


def is_publisher(name: str) -> bool:
    """Recognise an outlet by its words, or as "The Halm Highlander", but not The Hague."""
    return is_outlet(name) or (name.startswith("The ") and is_name(name) and len(name.split()) > 2)


def _states_a_job(line: str) -> bool:
    """Recognise “By Jane Doe, Chief Economist at the Halm Bank.”, which ends like a sentence."""
    names, _, job = line.removeprefix("By ").partition(", ")
    titled = [word for word in job.split() if word not in _LINKS]
    return is_person(names) and bool(titled) and all(w[0].isupper() or w[0] == "(" for w in titled)


def _names(text: str) -> Metadata | None:
    """Read “JANE DOE, Reuters”: authors and their publisher; None where the words are no names."""
    names, _, after = text.partition(", ")
    while _is_another_author(after):
        more, _, after = after.partition(", ")
        names = f"{names}, {more}"
    if is_outlet(names):
        return Metadata(publisher=publisher_name(names))
    stated = is_outlet(after) or (after.startswith("The ") and is_name(after))
    publisher = publisher_name(after) if stated else None
    names = without_job(names)
    if UNNAMED.fullmatch(names):
        return Metadata(publisher=publisher)
    named = all(is_name(name) for name in re.split(r", | and | & ", names))
    a_day = find_stamp(f"{names} 2000")
    return Metadata(author=names, publisher=publisher) if named and not a_day else None


def without_job(names: str) -> str:
    """Leave out what an author does, and where: “Jane Doe, an editor”, “Jane Doe in Lagos”."""
    return _JOB.sub("", names)


def _is_another_author(after: str) -> bool:
    first = after.partition(", ")[0]
    return is_person(first) and not is_outlet(after) and not first.startswith("The ")


def read_sign_off(line: str) -> Metadata | None:
    """Read “– Jane Doe, Delta Wire” and “Jane Doe in Lagos for Delta Wire, 3 May 2024” below it."""
    text = line.lstrip("-–— ")
    stamp = find_stamp(text)
    if len(line.split()) > SIGN_OFF_WORDS:
        return None
    if text == line and stamp is None:
        return read_credit(line)
    dated = stamp is not None and not text[stamp[2] :].strip(" .")
    before = text[: stamp[1]].rstrip(" ,") if stamp and dated else text
    credit = read_byline(f"By {before}") or read_credit(before)
    last = before.rpartition(" for ")[2]
    outlet = Metadata(publisher=publisher_name(last)) if is_publisher(last) else None
    stated = credit.or_else(outlet or Metadata()) if credit else outlet
    return stated.or_else(Metadata(published=stamp[0])) if stated and stamp and dated else stated
