"""What lasts until something happens, or runs out unless it is extended, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.matters import definite
from generator.extract.questions.plans import points_ahead
from generator.extract.questions.point import OpenPoint, acting_subject, is_withheld, verbs, worded
from generator.extract.questions.prospects import has_condition
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_NO_DAY = "The source names a condition for this, and no day."
_BACK = {
    "closed": "reopen",
    "shut": "reopen",
    "sealed": "reopen",
    "suspended": "resume",
    "halted": "resume",
    "paused": "resume",
}
_RENEWED = {
    **dict.fromkeys(
        "truce ceasefire sanctions deadline mandate curfew emergency".split(), "extended"
    ),
    **dict.fromkeys("contract licence license lease permit agreement deal pact".split(), "renewed"),
}


def find_reopenings(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield when what "stays closed until it is safe" will open again."""
    for state in worded(sentence, _BACK):
        back, verb = _BACK[state.text.lower()], sentence.head(state)
        if verb is None or verb_of(verb) not in {"stay", "remain", "keep"}:
            continue
        thing = acting_subject(sentence, verb)
        if thing is None or thing.tag == "PRP" or not _is_until_something(sentence, verb, state):
            continue
        text = definite(reading, sentence, thing)
        question = text and finished(f"When will {text} {back}")
        if question:
            yield OpenPoint(question, "unknown", _NO_DAY, (sentence,), 0.75)


def find_returns(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield when what "will reopen when the storm has passed" will do so."""
    for verb in verbs(sentence, frozenset({"reopen", "resume"})):
        group, thing = verb_group(sentence, verb), acting_subject(sentence, verb)
        if group.modal not in {"will", "would"} or thing is None or thing.tag == "PRP":
            continue
        if (
            is_withheld(sentence, verb)
            or not has_condition(sentence, verb)
            or _has_if(sentence, verb)
        ):
            continue
        text = definite(reading, sentence, thing)
        question = text and finished(f"When will {text} {verb_of(verb)}")
        if question:
            yield OpenPoint(question, "unknown", _NO_DAY, (sentence,), 0.75)


def _has_if(sentence: Sentence, verb: Token) -> bool:
    marks = (m for c in sentence.children(verb, "advcl") for m in sentence.children(c, "mark"))
    return any(t.text.lower() in {"if", "unless"} for t in marks)


def _is_until_something(sentence: Sentence, verb: Token, state: Token) -> bool:
    """Tell "until it is safe", "until further notice" from "until Saturday"."""
    for word in sentence.tokens:
        if word.text.lower() not in {"until", "till"} or word.index < verb.index:
            continue
        held = sentence.head(word)
        if held is not None and held.head in {verb.index, state.index}:
            return word.label == "mark" or held.text.lower() == "notice"
    return False


def find_expiries(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether what runs out will be extended: "the truce expires on Saturday"."""
    for verb in verbs(sentence, frozenset({"expire", "lapse"})):
        thing = acting_subject(sentence, verb) or subject_of(sentence, verb)
        done = _RENEWED.get(thing.text.lower()) if thing else None
        if thing is None or done is None or is_withheld(sentence, verb):
            continue
        due = verb.tag == "VB" and verb.label == "xcomp"
        ahead = due or (verb.tag in {"VBZ", "VBP", "VB"} and points_ahead(sentence, verb))
        if not ahead or has_condition(sentence, verb):
            continue
        text = definite(reading, sentence, thing)
        question = text and finished(f"Will {text} be {done}")
        if question:
            why = "The source says when this runs out, not what comes then."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)
