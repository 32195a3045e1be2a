"""A reading with its statements -> title and summary, where the article states none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extract.date_meanings import DAYS
from generator.extract.reading import Actor, Reading
from generator.extract.wording import capitalised, in_running_text, is_proper, named
from generator.model import Draft, What, When

LONGEST_TITLE = 90
"""Characters."""
SHORTEST_TITLE = 30
"""Characters: a cut never leaves less."""
SUMMARY_STATEMENTS = 2
LONGEST_SOURCE = 8
"""Words."""
CLAUSES = (", ", " – ", " — ", "; ", " which ", " who ", " after ", " while ", " because ", " as ")
"""Where a clause ends at which a statement may be cut to fit a title, the mildest loss first."""
PHRASES = (" in ", " on ", " at ", " from ", " for ", " with ", " and ", " that ")
"""Where a phrase ends, for want of anything better."""
HOURS = "(?: (?:morning|afternoon|evening|night))?"
DAY = re.compile(rf"(?:(?:on )?(?:{'|'.join(DAYS)})|yesterday){HOURS}|today", re.IGNORECASE)
"""What a headline leaves out: the page shows the day beside it."""


def add_headline(reading: Reading, draft: Draft) -> Draft:
    """Return the draft with a title and a summary."""
    source = reading.document.article.source
    title = source.title or _title(reading, draft) or draft.title
    summary = reading.document.article.standfirst or _summary(reading, draft)
    return draft.model_copy(update={"title": title, "summary": summary})


def _title(reading: Reading, draft: Draft) -> str:
    """Return the main statement without its day, as short as a title must be."""
    told = _without_days(_told(reading, draft.what).rstrip("."), draft.when)
    short = _cut(told, CLAUSES)
    if len(short) > LONGEST_TITLE:
        short = _deed(reading, draft) or _longest_that_fits(short)
    return capitalised(short) if len(short) <= LONGEST_TITLE else _broken_off(short)


def _deed(reading: Reading, draft: Draft) -> str | None:
    """Return who did what in the main statement; None where that is nobody by name or too long."""
    main = next(iter(draft.what), None)
    actor = reading.actor(main.actor) if main and main.actor else None
    if main is None or main.action is None or actor is None or not is_proper(reading, actor):
        return None
    told = f"{named(reading, actor)} {main.action}"
    return told if SHORTEST_TITLE <= len(told) <= LONGEST_TITLE else None


def _without_days(text: str, times: Sequence[When]) -> str:
    """Return a sentence without the times that only say which day of the week it was."""
    for day in (t.text for t in times if DAY.fullmatch(t.text)):
        left = re.sub(rf",? {re.escape(day)}(?=[ ,]|$)", "", text)
        text = left if len(left) >= SHORTEST_TITLE else text
    return text


def _told(reading: Reading, statements: Sequence[What]) -> str:
    """Return the main statement; where nothing is stated, how the article begins."""
    if statements:
        return statements[0].statement
    opening = next((s for s in reading.document.sentences if s.tokens), None)
    return reading.document.words(opening.start, opening.end) if opening else ""


def _cut(text: str, places: Sequence[str]) -> str:
    """Return a sentence cut at the last of the places until it fits a title, if it can."""
    for place in places:
        while len(text) > LONGEST_TITLE and place in text[SHORTEST_TITLE:]:
            text = text[: text.rindex(place)]
    return text


def _longest_that_fits(text: str) -> str:
    """Return the longest beginning of a sentence that ends where a phrase does, if one fits."""
    ends = [text.rfind(place, SHORTEST_TITLE, LONGEST_TITLE + len(place)) for place in PHRASES]
    return text[: max(ends)] if max(ends) >= SHORTEST_TITLE else text


def _broken_off(text: str) -> str:
    return text[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _summary(reading: Reading, draft: Draft) -> str | None:
    """Return the first statements as a short paragraph, each with whom it rests on.

    What somebody denies or is accused of takes more words than a summary has.
    """
    told = [w for w in draft.what if not (w.attributed_to and w.status in {"denied", "disputed"})]
    return " ".join(_with_source(reading, w) for w in told[:SUMMARY_STATEMENTS]) or None


def _with_source(reading: Reading, statement: What) -> str:
    """Return a statement as a sentence that says by whose account it holds."""
    source = next(iter(statement.attributed_to), "")
    actor = reading.actor(source)
    words = _called(reading, actor) if actor else source
    if not words or words in statement.statement or len(words.split()) > LONGEST_SOURCE:
        return statement.statement
    return f"{statement.statement[:-1]}, according to {words}."


def _called(reading: Reading, actor: Actor) -> str:
    """Return an actor's name; of unnamed people "officials", "a source"."""
    if is_proper(reading, actor) or not actor.anonymous:
        return named(reading, actor)
    words = in_running_text(reading, actor)
    article = "" if actor.kind != "person" else "an " if words[0] in "aeiou" else "a "
    return f"{article}{words}"
