"""What an article says may, will or is to happen, to open points: conditions, choices, plans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.capitals import is_common
from generator.extract.grammar.clauses import Clause, is_plural_noun, verb_group
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.questions.matters import is_somebody
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    can_speak,
    has_case,
    in_quotation,
    led_to,
)
from generator.extract.questions.prospects import (
    MOMENTOUS,
    STATIVE,
    STRIVING,
    TRYING,
    has_condition,
    in_short,
    is_soft,
    planned,
    willed,
)
from generator.extract.questions.question_grammar import (
    ask,
    future,
    verb_of,
)
from generator.extract.questions.signs import Finder, on_verbs
from generator.extract.questions.vows import ENDS
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

POWERS = frozenset(
    """authorities officials police prosecutors regulators lawmakers legislators ministers
    councillors councilors mps judges governments organisers organizers officers investigators
    leaders shareholders directors bosses owners employers bishops deputies troops banks""".split()
)
"""Who acts and answers under no name: "regulators may block it"; "parents may" is general."""
DATED = 0.45
"""Weight of a plan with a date."""
UNDATED = 0.3
"""Weight of a step that is planned for some day: asked about where little else is."""
EXPECTED = 0.65
"""Weight of what somebody expects or warns of."""
_FEELING = frozenset("concerned worried afraid confident hopeful optimistic convinced sure".split())
_FORETELLING = _FEELING.union(
    "fear warn expect forecast promise pledge vow guarantee predict".split()
)
_EXPECTING = _FEELING | {"suggest", "indicate", "warn", "fear", "predict", "expect", "forecast"}
_HOPING = _EXPECTING | {"hope"}
_FUTURE_WORDS = frozenset(
    "tomorrow tonight next soon later monday tuesday wednesday thursday friday saturday sunday"
    " january february march april may june july august september october november december"
    " jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. autumn"
    " spring summer winter noon midnight dawn dusk pm am p.m. a.m. weekend quarter easter"
    " christmas ramadan within".split()
)
_SPANS = frozenset("day days week weeks month months year years".split())
"""Times that lie ahead where a word says so: "this week", "in two months", not "a month"."""
_CLOCK_OR_YEAR = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:am|pm)|20\d\d")
_LEAD = 3
"""Sentences in which an article tells its story: a plan told later counts with a date only."""
_AMOUNTING = frozenset(
    "boost bring contribute create decline exceed expand fork generate grow increase produce"
    " provide reach surge surpass total yield".split()
)
"""What one forecasts of a figure."""
_ARRANGING = frozenset(
    """air answer appear arrive attend bury chair choose co-moderate consider decide dig discuss
    examine expire hear hold host inaugurate include inspect lapse last lead perform play present
    publish receive reply pick premiere report respond retire run say screen select sentence speak
    stand stay tell travel vote""".split()
)
"""What is done as planned and settles nothing."""
_GOING = frozenset({"visit", "fly", "tour"})
"""Journeys, which are put off for news of the day."""
_EVENTS = frozenset(
    "date hearing inquest inquiry vote ruling verdict decision election elections referendum"
    " report review winner shortlist".split()
)
"""Of these one asks how they end, not whether they come."""
_UNCERTAIN = frozenset("summit talks strike launch flight flights".split())
"""Events that do fall through."""
_STEPS = frozenset(
    "announcement appeal application ballot bill consultation debate decision election hearing"
    " inquest inquiry meeting motion petition referendum report request review ruling statement"
    " strike summit trial verdict vote".split()
)
"""Steps of a story, told of as "a hearing" before they come."""


def is_specific(reading: Reading, sentence: Sentence, subject: Token) -> bool:
    """Tell whether a clause is about certain people or things, not about a kind of them."""
    owned = sentence.children(subject, "det", "nmod:poss", "nummod")
    general = any(t.text.lower() in {"a", "an", "any", "every", "no", "some"} for t in owned)
    actor = reading.actor_at(sentence.index, subject.index)
    known = actor is not None and (bool(owned) or subject.tag != "NNS")  # not "taxpayers"
    if subject.tag == "PRP":
        return known and not in_quotation(sentence, subject)
    told = bool(owned) or sentence.child(subject, "nmod") is not None
    named = any(t.tag == "NNP" for t in phrase(sentence, subject))
    proper = subject.tag == "NNP" and not is_common(reading, sentence, subject)
    proper = proper or subject.text.lower() in POWERS
    return known or proper or (told and (named or not general))


def points_ahead(sentence: Sentence, head: Token) -> bool:
    """Tell whether a clause carries a time that may lie ahead."""
    if sentence.words.isdisjoint(_FUTURE_WORDS | _SPANS) and not any(
        map(_CLOCK_OR_YEAR.fullmatch, sentence.words)
    ):
        return False
    return any(
        t.text.lower() in _FUTURE_WORDS
        or _CLOCK_OR_YEAR.fullmatch(t.text.lower())
        or (t.text.lower() in _SPANS and _is_ahead(sentence, t))
        for child in sentence.children(head)
        if child.label.startswith(("obl", "nmod", "advmod", "advcl"))
        and not has_case(sentence, child, {"according"})
        for t in sentence.subtree(child)
    )


def _is_ahead(sentence: Sentence, span: Token) -> bool:
    this = any(t.text.lower() in {"this", "coming"} for t in sentence.children(span, "det", "amod"))
    return this or has_case(sentence, span, {"in", "by"})


def find_plans(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is to, will, or is expected to happen."""
    for head in sentence.tokens:
        if not (head.tag.startswith("VB") or sentence.child(head, "cop")):
            continue
        if head.label.startswith(("acl", "advcl")) or has_condition(sentence, head):
            continue
        clause = planned(reading, sentence, head) or _willed_by_article(reading, sentence, head)
        clause = in_short(clause) if clause else None
        question = clause and ask(reading, clause)
        # What is to be decided is the question, not that it is.
        whether = any(t.text.lower() == "whether" for t in sentence.subtree(head) if question)
        if clause and question and not (whether or _is_vague(reading, sentence, head)):
            weight = max(_plan_weight(sentence, head), _plan_weight(sentence, clause.head))
            what = "an expectation" if weight >= EXPECTED else "a plan"
            why = f"The source reports {what}, not yet an outcome."
            aside = weight <= UNDATED and sentence.index >= _LEAD
            if not (aside or _is_arrangement(clause) or _is_forecast(reading, clause)):
                yield OpenPoint(question, "pending", why, (sentence,), weight)


def _is_forecast(reading: Reading, clause: Clause) -> bool:
    """Recognise a figure: "is expected to surpass 900,000 tons", "to generate jobs"."""
    who = acting_subject(clause.sentence, clause.head)
    able = who is not None and can_speak(reading, clause.sentence, who)
    amount = clause.sentence.child(clause.head, "obj")
    counted = amount is not None and clause.sentence.child(amount, "nummod") is not None
    return clause.group.lemma in _AMOUNTING and (counted or not able)


def _is_arrangement(clause: Clause) -> bool:
    """Tell whether a plan is only when and how something is done: "the concert will be held"."""
    what = next((p.text.lower() for p in clause.predicate if isinstance(p, Token)), "")
    words = {p.text.lower() for p in clause.predicate if isinstance(p, Token)}
    empty = clause.group.lemma in {"take", "go"} and what in {"place", "on", "charge", "up"}
    empty = empty or (clause.group.lemma in {"take", "put"} and bool(words & {"vote", "decision"}))
    who = subject_of(clause.sentence, clause.head)
    who = who or acting_subject(clause.sentence, clause.head)
    story = who is not None and any(
        isinstance(p, Token) and p.text.lower() in _UNCERTAIN for p in clause.subject
    )
    step = who is not None and who.text.lower() in _EVENTS
    verb, soft = clause.group.lemma, is_soft(clause.sentence, clause.head)
    sits = verb == "meet" and not clause.plural  # "the board will meet"
    state = verb == "be" and not (
        clause.group.passive or points_ahead(clause.sentence, clause.head)
    )
    return (empty or step or sits or state or verb in _ARRANGING or soft) and not story


def _willed_by_article(reading: Reading, sentence: Sentence, head: Token) -> Clause | None:
    """Return what will happen by the article's own words and on a day, not by somebody's boast."""
    if reading.is_quoted(head.start):
        return None
    above = sentence.head(head) if head.label == "ccomp" else None
    told = {verb_of(above), above.text.lower()} if above is not None else set()
    if above is not None and told & _HOPING:
        felt = verb_group(sentence, above)
        if felt.past and felt.perfect:
            return None  # "some had feared that"
    own = subject_of(sentence, head)
    uncertain = own is not None and own.text.lower() in _UNCERTAIN
    done = above is not None and sentence.child(head, "aux:pass") and points_ahead(sentence, head)
    due = done or any(t.text.lower() == "due" for t in sentence.children(head, "case", "mark"))
    by = led_to(sentence, head, "by")
    due = due or (above is not None and by is not None and (is_time(by) or by.text == "end"))
    foretold = told & _FORETELLING or uncertain or due or _is_called_for(reading, sentence, head)
    return willed(reading, sentence, head) if foretold else None


def _is_called_for(reading: Reading, sentence: Sentence, head: Token) -> bool:
    """Recognise "The premier will visit Halm on Friday", whom others may call away till then."""
    who = subject_of(sentence, head) if verb_of(head) in _GOING else None
    actor = reading.actor_at(sentence.index, who.index) if who is not None else None
    return actor is not None and actor.kind == "person" and points_ahead(sentence, head)


def _is_vague(reading: Reading, sentence: Sentence, head: Token) -> bool:
    """Tell whether a plan is about no one thing, or only says what somebody is after."""
    subject = acting_subject(sentence, head)
    if subject is not None and subject.text.lower() in {"percent", "cent", "%"}:
        return True
    tried = verb_of(head) in TRYING - {"plan", "intend"}
    if subject is None:
        return True
    if tried and not (verb_group(sentence, head).modal or verb_of(head) in STRIVING):
        steps = [t for t in sentence.children(head, "xcomp") if verb_of(t) not in STATIVE]
        dated = bool(steps) and any(points_ahead(sentence, t) for t in (head, *steps))
        return not (verb_of(head) == "hope" and dated)  # what one is after
    known = subject.tag == "NN" or sentence.child(subject, "det", "nmod:poss", "nummod")
    if verb_of(head) in STRIVING and can_speak(reading, sentence, subject):
        aims = sentence.children(head, "xcomp", "advcl")
        return reading.is_quoted(head.start) or not any(verb_of(t) in ENDS for t in aims)
    step = subject.text.lower() in _STEPS or (
        subject.tag in {"NN", "NNS"} and bool(known) and points_ahead(sentence, head)
    )
    return reading.is_quoted(head.start) or not (step or is_specific(reading, sentence, subject))


def _plan_weight(sentence: Sentence, head: Token) -> float:
    above = sentence.head(head)
    told = {verb_of(above), above.text.lower()} if above is not None else set()
    if told & _EXPECTING and head.label == "ccomp":
        return EXPECTED
    dated = points_ahead(sentence, head) or verb_of(head) in MOMENTOUS
    return DATED if dated else UNDATED


def _expected(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return what "expected orders to recover" says that the orders will do."""
    thing = sentence.child(verb, "obj")
    steps = [*sentence.children(verb, "xcomp", "ccomp")]
    steps += sentence.children(thing, "acl") if thing else []
    step = next((s for s in steps if is_to_infinitive(sentence, s)), None)
    told = step and (subject_of(sentence, step) or thing)
    if step is None or told is None or told.index > step.index or told.tag == "PRP":
        return None
    if is_somebody(reading, sentence, told) and not points_ahead(sentence, step):
        return None  # what one expects of people is a hope
    if is_withheld(sentence, verb) or reading.is_quoted(verb.start) or verb_of(step) in STATIVE:
        return None
    start = sentence.subtree(step)[0].index
    words = tuple(t for t in phrase(sentence, told) if t.index < start or told.index > start)
    clause = clause_of(reading, sentence, step, words, plural=is_plural_noun(sentence, told))
    return ask(reading, future(clause)) if clause and not clause.negated else None


FINDERS: tuple[Finder, ...] = (
    on_verbs(
        "expect forecast predict",
        _expected,
        EXPECTED,
        "The source reports an expectation, not yet an outcome.",
    ),
    find_plans,
)
