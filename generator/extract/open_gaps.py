"""What an article names as unknown or unfixed ("his whereabouts", "no date"), to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.anchors import antecedent
from generator.extract.clauses import is_negated, is_plural_noun
from generator.extract.open_point import (
    SETTLED,
    UNCLEAR,
    OpenPoint,
    after_preposition,
    has_case,
    is_withheld,
    not_yet,
    verbs,
)
from generator.extract.question_grammar import finished, verb_of
from generator.extract.reading import Reading
from generator.extract.trimming import phrase, subject_of
from generator.extract.wording import named, spell
from generator.language.tree import Sentence, Token
from generator.model import QuestionKind

_OF_WHAT = {
    "whereabouts": "Where {is} {x}",
    "location": "Where {is} {x}",
    "cause": "What caused {x}",
    "causes": "What caused {x}",
    "responsibility": "Who was responsible for {x}",
    "identity": "Who {is} {x}",
    "identities": "Who {is} {x}",
    "motive": "What was the motive for {x}",
    "reason": "What was the reason for {x}",
    "reasons": "What were the reasons for {x}",
    "fate": "What has become of {x}",
    "number": "What is the number of {x}",
    "extent": "What is the extent of {x}",
    "scale": "What is the scale of {x}",
    "origin": "What is the origin of {x}",
    "source": "What is the source of {x}",
    "cost": "What is the cost of {x}",
    "price": "What is the price of {x}",
    "terms": "What are the terms of {x}",
    "details": "What are the details of {x}",
    "date": "When is {x} to take place",
    "timing": "When is {x} to take place",
    "future": "What is the future of {x}",
    "circumstances": "What were the circumstances of {x}",
}
_CONTESTED = frozenset({"dispute", "doubt", "question"})
_UNDER_INQUIRY = frozenset({"investigation", "review", "inquiry", "examination"})
_NOT_YET = {
    ("schedule", ""): "When will {n} be scheduled",
    ("set", "date"): "When will {x} take place",
    ("set", ""): "When will {n} be set",
    ("fix", "date"): "When will {x} take place",
    ("announce", "date"): "When will {x} take place",
    ("make", "decision"): "What will be decided about {x}",
    ("take", "decision"): "What will be decided about {x}",
    ("reach", "decision"): "What will be decided about {x}",
    ("make", "arrests"): "Will anyone be arrested over {x}",
}


def find_nominal(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is not known about a thing: "his whereabouts are unknown"."""
    for noun in sentence.tokens:
        form = _OF_WHAT.get(noun.text.lower())
        if form is None or not noun.label.startswith("nsubj"):
            continue
        state = sentence.tokens[noun.head]
        why = _why_unknown(sentence, state)
        question = why and about_thing(reading, sentence, noun)
        if why and question:
            kind: QuestionKind = "disputed" if why.endswith(("dispute.", "doubt.")) else "unknown"
            yield OpenPoint(question, kind, why, (sentence,), 1.0)


def _why_unknown(sentence: Sentence, state: Token) -> str | None:
    low = state.text.lower()
    if low in _UNDER_INQUIRY and has_case(sentence, state, {"under"}):
        return f"The source says that this is under {low}."
    if low in _CONTESTED and has_case(sentence, state, {"in"}):
        return f"The source says that this is in {low}."
    if low in UNCLEAR and not is_negated(sentence, state):
        return f"The source says that this is {low}."
    if low in SETTLED and is_withheld(sentence, state):
        return f"The source says that this is not {not_yet(low)}."
    return None


def about_thing(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question that a noun such as "cause" or "whereabouts" stands for."""
    thing = sentence.child(noun, "nmod:poss") or sentence.child(noun, "nmod")
    if thing is None:
        return None
    parts = phrase(sentence, thing)
    parts = parts[:-1] if parts[-1].tag == "POS" else parts
    text = _owner(reading, sentence, thing) or spell(reading, sentence, parts)
    if text is None or text.endswith("others"):
        return None
    text = f"the {text}" if parts[0].tag == "CD" else text
    verb = "are" if is_plural_noun(sentence, thing) else "is"
    return finished(_OF_WHAT[noun.text.lower()].format(x=text, **{"is": verb}))


def _owner(reading: Reading, sentence: Sentence, pronoun: Token) -> str | None:
    """Return the name behind "his" or "its", without the possessive."""
    if pronoun.tag != "PRP$":
        return None
    actor = reading.actor_at(sentence.index, pronoun.index)
    if pronoun.text.lower() in {"his", "her"}:
        return named(reading, actor) if actor else None
    thing = antecedent(reading, sentence, pronoun)
    return thing or (named(reading, actor) if actor else None)


_NOT_YET_DONE = {
    "identify": "Who {is} {x}",
    "name": "Who {is} {x}",
    "find": "What has become of {x}",
    "locate": "Where {is} {x}",
    "trace": "Where {is} {x}",
}
_LEFT_OVER = frozenset("others other one ones some many most none two three nobody it they".split())


def find_lost(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who or what has not been found or named: "the captain has not been found"."""
    for verb in sentence.tokens:
        form = _NOT_YET_DONE.get(verb_of(verb)) if verb.tag == "VBN" else None
        subject = sentence.child(verb, "nsubj:pass")
        passive = sentence.child(verb, "aux:pass")
        if not form or not subject or not passive or not is_withheld(sentence, verb):
            continue
        if subject.text.lower() in _LEFT_OVER | set(_OF_WHAT) or sentence.child(verb, "xcomp"):
            continue
        text = spell(reading, sentence, phrase(sentence, subject))
        be = "are" if is_plural_noun(sentence, subject) else "is"
        question = finished(form.format(x=text, **{"is": be})) if text else None
        if question:
            why = f"The source says that this has not been {verb.text.lower()}."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.8)


def find_gone(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who is missing or searched for: "three climbers are still missing"."""
    for token in sentence.tokens:
        lost = _lost(sentence, token)
        if lost is None or lost.text.lower() in _LEFT_OVER or not lost.tag.startswith("NN"):
            continue
        text = spell(reading, sentence, phrase(sentence, lost))
        counted = "the " if phrase(sentence, lost)[0].tag == "CD" else ""
        question = finished(f"What has become of {counted}{text}") if text else None
        if question:
            why = "The source says that they are missing or being searched for."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.75)


def _lost(sentence: Sentence, token: Token) -> Token | None:
    if token.text.lower() == "missing":
        return (
            subject_of(sentence, token) if sentence.child(token, "cop", "aux:pass", "aux") else None
        )
    if verb_of(token) in {"search", "hunt"} and token.tag == "VBG" and sentence.child(token, "aux"):
        return after_preposition(sentence, token, "for")
    return None


_WITHHELD_THINGS = {
    "date": "When will {x} take place",
    "timetable": "When will {x} take place",
    "reason": "What was the reason for {x}",
    "explanation": "What is the explanation for {x}",
}


def find_withheld(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody did not give: "gave no date for the replay"."""
    for verb in verbs(sentence, frozenset({"give", "offer", "provide", "set"})):
        thing = sentence.child(verb, "obj")
        form = _WITHHELD_THINGS.get(thing.text.lower()) if thing else None
        denied = thing and any(t.text.lower() == "no" for t in sentence.children(thing, "det"))
        if thing is None or form is None or not denied:
            continue
        what = sentence.child(thing, "nmod") or after_preposition(sentence, verb, "for")
        text = spell(reading, sentence, phrase(sentence, what)) if what else None
        question = finished(form.format(x=text)) if text else None
        if question:
            why = f"The source says that no {thing.text.lower()} was given."
            yield OpenPoint(question, "unanswered", why, (sentence,), 0.95)


def find_missing(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what has not happened yet: "no hearing has been scheduled", "no date has been set"."""
    for verb in sentence.tokens:
        subject = subject_of(sentence, verb) if verb.tag == "VBN" else None
        denied = subject and sentence.child(subject, "det")
        if not subject or not denied or denied.text.lower() != "no":
            continue
        form = _NOT_YET.get((verb_of(verb), subject.text.lower())) or _NOT_YET.get(
            (verb_of(verb), "")
        )
        question = form and _missing(reading, sentence, subject, form)
        if question:
            why = f"The source says that no {subject.text.lower()} has been {verb.text.lower()}."
            weight = 0.8 if form and "{x}" in form else 0.55
            yield OpenPoint(question, "pending", why, (sentence,), weight)


def _missing(reading: Reading, sentence: Sentence, noun: Token, form: str) -> str | None:
    thing = sentence.child(noun, "nmod")
    verb = sentence.tokens[noun.head]
    thing = thing or next(iter(sentence.children(verb, "obl")), None)
    text = spell(reading, sentence, phrase(sentence, thing)) if thing else None
    if "{x}" in form and text is None:
        return None
    article = "an" if noun.text[0].lower() in "aeiou" else "a"
    return finished(form.format(x=text, n=f"{article} {noun.text.lower()}"))
