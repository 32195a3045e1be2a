"""A reading to the times that its article names, the main event's first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.extract.reading import Reading, sentence_evidence
from generator.extract.times.date_shapes import Date, InThatYear, Stretch, Tense, Unknown, Weekday
from generator.extract.times.dates import Expression, find_expressions
from generator.extract.times.day_spans import Days
from generator.extract.times.tenses import tense_around
from generator.language.tree import Sentence, Token
from generator.model import Draft, Evidence, When

NEAR_DAYS = 10
"""News is told within so many days; older dates are background."""

NEAR = 1.5
"""Factor of a single day that near."""

MAIN_CLAUSE = 1.2
"""Factor of a time that stands with the sentence's main verb."""

VAGUE = 0.5
"""Factor of a month, a year, a season, “within days”: rather background."""


AFTER_LEAD = 2
"""Sentences after a lead that still tell of its day: "The quake struck at 4:42 a.m."."""

_ATTRIBUTIVE = frozenset({"compound", "nmod:poss", "amod"})
NEAR_DATE = 31
"""Days around a whole date within which another day of its story falls in the same year."""
FAR_AHEAD = 75
"""Days after which “the July vote” that was held is no vote to come."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A time expression in its sentence, with the days that it means where they can be known."""

    sentence: Sentence
    expression: Expression
    text: str
    days: Days | None
    weight: float = 0.0

    @property
    def key(self) -> str:
        """Return what two mentions of one time share: the days, or else the words."""
        if self.days and not self.expression.is_clock:
            return self.days.iso()
        if isinstance(self.expression.shape, Weekday) and self.expression.shape.which != "next":
            return f"weekday {self.expression.shape.weekday}"
        return self.text.lower().removeprefix(self.expression.lead).strip()


def find_when(reading: Reading, draft: Draft) -> Draft:
    """Add the times that the article names."""
    mentions = _with_days(reading, list(_mentions(reading)))
    fixed = _fixed_weekdays(mentions)
    ranked = _ranked(reading, [_fix(mention, fixed) for mention in mentions])
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
            if _is_part_of_a_name(sentence, expression) or _is_a_stamp(sentence, expression):
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
    head = _head(sentence, expression)
    tense = tense_around(sentence, head, expression.lead) if head else None
    if head and head.label in _ATTRIBUTIVE and isinstance(expression.shape, Date):
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


def _tokens(sentence: Sentence, expression: Expression) -> list[Token]:
    return [t for t in sentence.tokens if t.start < expression.end and t.end > expression.start]


def _head(sentence: Sentence, expression: Expression) -> Token | None:
    """Return the token of an expression that the others hang on."""
    inside = _tokens(sentence, expression)
    indices = {t.index for t in inside}
    return next((t for t in inside if t.head not in indices), None)


def _is_part_of_a_name(sentence: Sentence, expression: Expression) -> bool:
    """Tell “The Sunday Herald” and “Theresa May” by the names that the model found."""
    inside = {t.index for t in _tokens(sentence, expression)}
    return any(
        entity.type in ("PERSON", "ORG", "LOC")
        and inside.intersection(range(entity.first, entity.last))
        and not set(range(entity.first, entity.last)) <= inside
        for entity in sentence.entities
    )


def _is_a_stamp(sentence: Sentence, expression: Expression) -> bool:
    """Tell the time that an entry of a live report was written at, alone on its line."""
    return expression.is_clock and all(
        t in _tokens(sentence, expression) or not t.text[0].isalnum() for t in sentence.tokens
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


def _ranked(reading: Reading, mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Group the mentions of one time and put the main event's first."""
    weights = reading.weights
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        weight = weights[mention.sentence.index] * _telling(reading, mention)
        groups.setdefault(mention.key, []).append(replace(mention, weight=weight))
    return sorted(groups.values(), key=lambda told: -max(m.weight for m in told))


def _telling(reading: Reading, mention: Mention) -> float:
    """Weigh a time by itself: news is of days near the day of writing, told in main clauses."""
    head = _head(mention.sentence, mention.expression)
    above = mention.sentence.head(head) if head else None
    main = above is not None and above.index == mention.sentence.root.index
    return _closeness(reading, mention) * (MAIN_CLAUSE if main else 1.0)


def _closeness(reading: Reading, mention: Mention) -> float:
    shape, days = mention.expression.shape, mention.days
    if days is None:
        vague = isinstance(shape, Unknown) and not (shape.clock or shape.anchored)
        return VAGUE if vague else 1.0
    if days.first != days.last:
        return VAGUE
    near = reading.published and abs((days.first - reading.published).days) <= NEAR_DAYS
    return NEAR if near else 1.0


def _basis(mention: Mention) -> str | None:
    if not mention.days:
        return None
    return "stated" if mention.expression.stated else "inferred"


def _evidence(reading: Reading, told: Iterable[Mention]) -> tuple[Evidence, ...]:
    sentences = {mention.sentence.index: mention.sentence for mention in told}
    return sentence_evidence(reading.document, *sentences.values())
