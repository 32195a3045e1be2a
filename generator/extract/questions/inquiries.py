"""Investigations under way and findings that are due, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import is_plural_noun, verb_group
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import spell
from generator.extract.questions.attributes import MISHAPS, about_thing, event_before, the
from generator.extract.questions.plans import points_ahead
from generator.extract.questions.point import (
    OpenPoint,
    has_case,
    is_withheld,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import finished, verb_of
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_INVESTIGATING = frozenset({"investigate", "probe", "examine"})
_INQUIRIES = frozenset({"investigation", "inquiry", "enquiry", "probe"})
_FINDINGS = frozenset(
    {"report", "findings", "results", "verdict", "ruling", "judgment", "decision", "tests"}
)
_SHOWING = frozenset({"findings", "results", "tests"})
_TESTED = frozenset("sample samples test tests swab swabs autopsy post-mortem scan scans".split())
_COUNTED = frozenset("official final full provisional preliminary first".split())
_ELECTIONS = frozenset({"election", "runoff", "by-election", "primary"})
_DUE = frozenset("due expected scheduled published announced released".split())
_OUTSTANDING = frozenset({"pending", "awaited", "outstanding"})
_CLOSED = frozenset({"end", "close", "complete", "conclude", "find", "drop", "clear", "shelve"})


def find_inquiries(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is being looked into: "is investigating the crash", "an inquiry into the fire"."""
    why = "The source says that this is being looked into."
    for thing in (*_investigated(sentence), *_inquired_into(sentence)):
        question = _cause_of(reading, sentence, thing)
        if question:
            yield OpenPoint(question, "pending", why, (sentence,), 0.75)


def _investigated(sentence: Sentence) -> Iterator[Token]:
    for verb in verbs(sentence, _INVESTIGATING):
        group = verb_group(sentence, verb)
        thing = sentence.child(verb, "obj", "nsubj:pass")
        if thing and (group.modal or group.progressive or not group.past):
            yield thing


def _inquired_into(sentence: Sentence) -> Iterator[Token]:
    for noun in worded(sentence, _INQUIRIES):
        above = sentence.head(noun)
        closed = above is not None and verb_of(above) in _CLOSED
        for thing in sentence.children(noun, "nmod"):
            if has_case(sentence, thing, {"into"}) and not closed:
                yield thing


def _cause_of(reading: Reading, sentence: Sentence, thing: Token) -> str | None:
    if thing.text.lower() in {"cause", "causes"}:
        return about_thing(reading, sentence, thing)
    if thing.text.lower() not in MISHAPS:
        return None
    text = the(reading, sentence, thing)
    return finished(f"What caused {text}") if text else None


def find_due(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what a report, ruling or verdict that is due will say."""
    for noun in worded(sentence, _FINDINGS):
        if not noun.label.startswith("nsubj"):
            continue
        state = sentence.tokens[noun.head]
        between = sentence.tokens[noun.index : state.index]
        if any(t.text.lower() == "whether" for t in between):
            continue
        if state.text.lower() not in _DUE | _OUTSTANDING or is_withheld(sentence, state):
            continue
        cause = next((c for c in sentence.children(noun, "nmod") if c.text == "cause"), None)
        question = about_thing(reading, sentence, cause) if cause else None
        weight = 0.9 if question else 0.5
        ahead = points_ahead(sentence, state) or state.text.lower() in _OUTSTANDING
        if question is None and ahead:
            words = phrase(sentence, noun)
            text = spell(reading, sentence, words) if len(words) > len(("the", "report")) else None
            text = text or _results_of_tests(reading, sentence, noun)
            do = "show" if noun.text.lower() in _SHOWING else "say"
            question = finished(f"What will {text} {do}") if text else None
            question = _decided(reading, sentence, noun) or question
            question = _winner(reading, sentence, noun) or question
        if question:
            be = "are" if is_plural_noun(sentence, noun) else "is"
            why = f"The source says that the {noun.text.lower()} {be} still to come."
            yield OpenPoint(question, "pending", why, (sentence,), weight)


def _results_of_tests(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return "the test results" for bare "results" of samples that were taken."""
    near = (sentence, preceding(reading, sentence))
    words = {t.text.lower() for told in near if told for t in told.tokens}
    tested = noun.text.lower() == "results" and words & _TESTED
    return "the test results" if tested else None


def _winner(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "official results are due by Friday"."""
    counted = any(t.text.lower() in _COUNTED for t in sentence.children(noun, "amod"))
    event = event_before(reading, sentence, _ELECTIONS) if counted else None
    return finished(f"Who won {event}") if event and noun.text.lower() == "results" else None


def _decided(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "a decision on repairs is expected"."""
    about = next(
        (t for t in sentence.children(noun, "nmod") if has_case(sentence, t, {"on", "about"})), None
    )
    if noun.text.lower() != "decision" or about is None:
        return None
    text = spell(reading, sentence, phrase(sentence, about))
    return finished(f"What will be decided about {text}") if text else None
