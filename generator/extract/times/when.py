"""A reading to the times that its article names, the main event's first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.extract.reading import Reading, sentence_evidence
from generator.extract.times.date_shapes import Date, InThatYear, Stretch, Tense, Weekday
from generator.extract.times.dates import Expression, find_expressions
from generator.extract.times.day_spans import Days
from generator.extract.times.mentions import ATTRIBUTIVE, Mention, head_of, tokens_of
from generator.extract.times.tenses import tense_around
from generator.extract.times.time_ranks import rank
from generator.language.tree import Sentence
from generator.model import Draft, Evidence, When

AFTER_LEAD = 2
"""Sentences after a lead that still tell of its day: "The quake struck at 4:42 a.m."."""
_TITLE = re.compile(r"[“\"]((?:[A-Z][\w'’]* ?)+),?[”\"]")
"""Words between quotation marks that each open with a capital."""
NEAR_DATE = 31
"""Days around a whole date within which another day of its story falls in the same year."""
FAR_AHEAD = 75
"""Days after which “the July vote” that was held is no vote to come."""


def find_when(reading: Reading, draft: Draft) -> Draft:
    """Add the times that the article names."""
    mentions = _with_days(reading, list(_mentions(reading)))
    fixed = _fixed_weekdays(mentions)
    ranked = rank(reading, [_fix(mention, fixed) for mention in mentions])
    items = [
        When(
            id=f"t{number}",
            text=told[0].text,
            date=told[0].days.iso() if told[0].days else None,
            basis=_basis(told[0]),
            evidence=_evidence(reading, told),
        )
        for number, told in enumerate(ranked, start=1)
    ]
    return draft.model_copy(update={"when": tuple(items)})


def link_times(reading: Reading, draft: Draft) -> Draft:
    """Point each time at the first statement that is told of it."""
    del reading
    told: dict[str | None, str] = {}
    for what in draft.what:
        told.setdefault(what.when, what.id)
    linked = tuple(w.model_copy(update={"what": told.get(w.id)}) for w in draft.when)
    return draft.model_copy(update={"when": linked})


def _mentions(reading: Reading) -> Iterator[Mention]:
    text, told, dated = reading.document.text, None, None
    for sentence in reading.document.placed:
        if sentence.heading:
            continue
        for found in find_expressions(text[sentence.start : sentence.end]):
            start, end = found.start + sentence.start, found.end + sentence.start
            expression = replace(found, start=start, end=end)
            if _tells_no_time(text, sentence, expression):
                continue
            mention = _resolved(reading, sentence, expression)
            if isinstance(expression.shape, InThatYear) and told:
                mention = replace(mention, days=expression.shape.inner.in_year(told))
            elif expression.stated and mention.days:
                told = mention.days.first.year
                dated = mention.days.first if mention.days.first == mention.days.last else dated
            elif dated and isinstance(expression.shape, Date):
                mention = _near(mention, expression.shape, dated)
            yield mention


def _near(mention: Mention, shape: Date, dated: dt.date) -> Mention:
    """Give a day without its year that of a whole date before that is near: "on 13 November"."""
    days = shape.in_year(dated.year) if shape.month and shape.day and not shape.year else None
    is_near = days is not None and abs((days.first - dated).days) <= NEAR_DATE
    return replace(mention, days=days) if is_near else mention


def _with_days(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """Give times of day the day that their sentence tells, or else the lead before them."""
    told: dict[int, set[Days]] = {}
    for mention in mentions:
        if mention.days and mention.days.first == mention.days.last:
            told.setdefault(mention.sentence.index, set()).add(mention.days)
    lead = next((s.index for s in reading.document.sentences if not s.heading), 0)
    return [_on_its_day(mention, told, lead) for mention in mentions]


def _on_its_day(mention: Mention, told: Mapping[int, set[Days]], lead: int) -> Mention:
    if mention.days or not mention.expression.is_clock:
        return mention
    at = mention.sentence.index
    days = told.get(at) or (told.get(lead, set()) if at - lead <= AFTER_LEAD else set())
    return replace(mention, days=next(iter(days))) if len(days) == 1 else mention


def _resolved(reading: Reading, sentence: Sentence, expression: Expression) -> Mention:
    head = head_of(sentence, expression)
    tense = tense_around(sentence, head, expression.lead) if head else None
    if head and head.label in ATTRIBUTIVE and isinstance(expression.shape, Date):
        tense = _of_a_noun(reading, expression.shape, tense)
    if (
        isinstance(expression.shape, Stretch)
        and tense_around(sentence, sentence.root, "") != "past"
    ):
        tense = None  # "will erase what was kept within 90 days": whatever the nearest verb is
    words = reading.document.words(expression.start, expression.end).strip()
    if "last" in words.lower().split()[:2] and isinstance(expression.shape, Date):
        tense = "past"  # "until last July 18"
    days = expression.shape.days(reading.published, tense)
    if words.lower().startswith(f"{expression.lead} ") and _owns(sentence, expression):
        words = words[len(expression.lead) :].strip()  # "from" is "Thursday’s round"'s
    return Mention(sentence, expression, words, days)


def _of_a_noun(reading: Reading, shape: Date, tense: Tense | None) -> Tense | None:
    """Return the tense of “the July finding”: the nearest July's, but of one told of as past."""
    days, today = shape.days(reading.published, None), reading.published
    far = days is not None and today is not None and (days.first - today).days > FAR_AHEAD
    return tense if far and tense == "past" else None


def _owns(sentence: Sentence, expression: Expression) -> bool:
    """Tell whether an apostrophe follows a time: "Thursday’s"."""
    return any(t.tag == "POS" and t.start == expression.end for t in sentence.tokens)


def _tells_no_time(text: str, sentence: Sentence, expression: Expression) -> bool:
    named = _is_part_of_a_name(sentence, expression) or _is_in_a_title(text, sentence, expression)
    return named or _is_a_stamp(sentence, expression)


def _is_part_of_a_name(sentence: Sentence, expression: Expression) -> bool:
    """Tell “The Sunday Herald” and “Theresa May” by the names that the model found."""
    inside = {t.index for t in tokens_of(sentence, expression)}
    return any(
        entity.type in ("PERSON", "ORG", "LOC")
        and inside.intersection(range(entity.first, entity.last))
        and not set(range(entity.first, entity.last)) <= inside
        for entity in sentence.entities
    )


def _is_in_a_title(text: str, sentence: Sentence, expression: Expression) -> bool:
    """Tell “Fox News Sunday” and “Saturday Night Live” by their marks and capitals."""
    titles = _TITLE.finditer(text, sentence.start, sentence.end)
    inside = (m.span(1) for m in titles if m.start() < expression.start < m.end())
    return any(end - start > expression.end - expression.start for start, end in inside)


def _is_a_stamp(sentence: Sentence, expression: Expression) -> bool:
    """Tell the time that an entry of a live report was written at, alone on its line."""
    return expression.is_clock and all(
        t in tokens_of(sentence, expression) or not t.text[0].isalnum() for t in sentence.tokens
    )


def _fixed_weekdays(mentions: Iterable[Mention]) -> Mapping[int, Days]:
    """Return the weekdays that the article itself gives one date for (“Friday, March 7, 2025”)."""
    dates: dict[int, set[Days]] = {}
    for mention in mentions:
        shape = mention.expression.shape
        if isinstance(shape, Date) and shape.weekday is not None and mention.days:
            dates.setdefault(shape.weekday, set()).add(mention.days)
    return {weekday: next(iter(days)) for weekday, days in dates.items() if len(days) == 1}


def _fix(mention: Mention, fixed: Mapping[int, Days]) -> Mention:
    """Date a bare weekday that nothing else dates by the article's own date for it."""
    shape = mention.expression.shape
    if mention.days or not isinstance(shape, Weekday):
        return mention
    return replace(mention, days=fixed.get(shape.weekday))


def _basis(mention: Mention) -> str | None:
    if not mention.days:
        return None
    return "stated" if mention.expression.stated else "inferred"


def _evidence(reading: Reading, told: Iterable[Mention]) -> tuple[Evidence, ...]:
    sentences = {mention.sentence.index: mention.sentence for mention in told}
    return sentence_evidence(reading.document, *sentences.values())
