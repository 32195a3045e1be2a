"""A reading with its statements -> title and summary, where the article states none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from generator.extract.events.titling import short_title
from generator.extract.grammar.capitals import capitalised
from generator.extract.grammar.naming import in_running_text, is_proper, named
from generator.extract.reading import Actor, Reading
from generator.extract.times.date_meanings import DAYS
from generator.model import Draft, What, When

LONGEST_TITLE = 90
"""Characters."""
SHORTEST_TITLE = 30
"""Characters: a cut never leaves less."""
SUMMARY_STATEMENTS = 2
LONGEST_SOURCE = 8
"""Words."""
SHORTEST_FACT = 10
"""Words of a statement that tells something though it has neither name nor figure."""
HOURS = "(?: (?:morning|afternoon|evening|night))?"
DAY = re.compile(
    rf"(?:(?:on |early |late |last |this )?(?:{'|'.join(DAYS)})|yesterday){HOURS}"
    r"|today|tonight|this (?:day|morning|afternoon|evening)",
    re.IGNORECASE,
)
"""What a headline leaves out: the page shows the day beside it."""
JOINING = rf"(?:and|or|to|until) (?i:{'|'.join(DAYS)})"
"""What makes a day the first of several, of which none is left out."""
ALONE = "".join(rf"(?<!\b{word})" for word in ("and", "or", "to", "until"))
"""What a day is not the last of several behind."""


def add_headline(reading: Reading, draft: Draft) -> Draft:
    """Return the draft with a title and a summary."""
    source = reading.document.article.source
    title = source.title or _title(reading, draft) or draft.title
    summary = reading.document.article.standfirst or _summary(reading, draft, title)
    return draft.model_copy(update={"title": title, "summary": summary})


def _title(reading: Reading, draft: Draft) -> str:
    """Return the main statement without its day, as short as a title must be."""
    told = _without_days(_told(reading, draft.what).rstrip("."), draft.when)
    if len(told) <= LONGEST_TITLE or not draft.what:
        return capitalised(told) if len(told) <= LONGEST_TITLE else _broken_off(told)
    tidied = partial(_without_days, times=draft.when)
    short = short_title(reading, draft.what[0], LONGEST_TITLE, tidied)
    return capitalised(short or _acted(draft.what[0]) or _broken_off(told))


def _acted(told: What) -> str | None:
    """Return a statement's subject with its action, where these fit a title."""
    verb = " ".join((told.action or "").split()[:2])
    subject = told.statement.partition(f" {verb}")[0]
    title = f"{subject} {told.action}"
    return title if verb and subject != told.statement and len(title) <= LONGEST_TITLE else None


def _without_days(text: str, times: Sequence[When]) -> str:
    """Return a sentence without the times that only say which day of the week it was."""
    named = (part for t in times for part in (t.text, t.text.partition(",")[0]))
    for day in (part for part in named if DAY.fullmatch(part)):
        told = rf"(?:early |late )?{re.escape(day)}"
        apart = rf"{ALONE}(?:, {told}(?:,|$|(?= (?:at|in) ))| {told}(?= (?!{JOINING})|,|$))"
        left = re.sub(rf"^{told},? |{apart}", "", text)
        text = left if len(left) >= SHORTEST_TITLE else text
    return text


def _told(reading: Reading, statements: Sequence[What]) -> str:
    """Return the main statement; where nothing is stated, how the article begins."""
    if statements:
        return statements[0].statement
    opening = next((s for s in reading.document.sentences if s.tokens), None)
    return reading.document.words(opening.start, opening.end) if opening else ""


def _broken_off(text: str) -> str:
    """Return the words of a text that fit, with what closes a quotation that they break off."""
    left = text[: LONGEST_TITLE - 2].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return left + "”" * (left.count("“") > left.count("”"))


def _summary(reading: Reading, draft: Draft, title: str) -> str | None:
    """Return the first statements that are not the title, each with whom it rests on.

    What somebody denies or is accused of takes more words than a summary has.
    """
    told = [w for w in draft.what if not (w.attributed_to and w.status in {"denied", "disputed"})]
    told = [w for n, w in enumerate(told) if not n or _says_much(w)]
    if len(told) > SUMMARY_STATEMENTS and told[0].statement.rstrip(".") == title:
        told = told[1:]
    return " ".join(_with_source(reading, w) for w in told[:SUMMARY_STATEMENTS]) or None


def _says_much(told: What) -> bool:
    """Tell a fact from "The gift comes within a framework", which has no name, source or figure."""
    words = told.statement.split()
    facts = any(word[0].isdigit() or word[0].isupper() for word in words[1:])
    return facts or bool(told.attributed_to) or len(words) >= SHORTEST_FACT


def _with_source(reading: Reading, statement: What) -> str:
    """Return a statement as a sentence that says by whose account it holds."""
    source = next(iter(statement.attributed_to), "")
    actor = reading.actor(source)
    words = _called(reading, actor) if actor else source
    told = words.casefold() in statement.statement.casefold()
    if told or source == statement.actor or len(words.split()) > LONGEST_SOURCE:
        return statement.statement
    worded = words[0].lower() + words[1:] if words.startswith(("The ", "A ", "An ")) else words
    return f"{statement.statement[:-1]}, according to {worded.removesuffix('.')}."


def _called(reading: Reading, actor: Actor) -> str:
    """Return an actor's name; of unnamed people "officials", "a source"."""
    if is_proper(reading, actor) or not actor.anonymous:
        return named(reading, actor)
    words = in_running_text(reading, actor)
    article = "" if actor.kind != "person" else "an " if words[0] in "aeiou" else "a "
    return f"{article}{words}"
