"""What an article names as unknown or unfixed ("his whereabouts", "no date"), to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.anchors import antecedent
from generator.extract.clauses import is_negated, is_plural_noun
from generator.extract.lexicon import is_people_noun
from generator.extract.open_point import (
    SETTLED,
    UNCLEAR,
    OpenPoint,
    after_preposition,
    has_case,
    is_withheld,
    not_yet,
)
from generator.extract.question_grammar import finished, verb_of
from generator.extract.reading import Reading
from generator.extract.trimming import phrase, subject_of
from generator.extract.wording import named, spell
from generator.language.tree import Sentence, Token
from generator.model import QuestionKind

OF_WHAT = {
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
    "name": "Who {is} {x}",
    "names": "Who {is} {x}",
    "future": "What is the future of {x}",
    "circumstances": "What were the circumstances of {x}",
}
MISHAPS = frozenset(
    "crash fire explosion collapse blast breach accident derailment outage leak spill sinking"
    " failure wreck blaze blackout landslide capsizing shipwreck malfunction".split()
)
"""Events of which one asks first what caused them."""
_OF_EVENTS = frozenset({"cause", "causes"})
_REACH = 8
"""Sentences within which something means the event told before."""
_CONTESTED = frozenset({"dispute", "doubt", "question"})
_UNDER_INQUIRY = frozenset({"investigation", "review", "inquiry", "examination"})


def find_nominal(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is not known about a thing: "his whereabouts are unknown"."""
    for noun in sentence.tokens:
        form = OF_WHAT.get(noun.text.lower())
        if form is None or not noun.label.startswith("nsubj"):
            continue
        state = sentence.tokens[noun.head]
        why = _why_unknown(sentence, state)
        question = why and (
            about_thing(reading, sentence, noun) or _about_event(reading, sentence, noun)
        )
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
    joined = sentence.child(noun, "conj")  # "the names or the ages of the victims"
    thing = sentence.child(noun, "nmod:poss") or sentence.child(noun, "nmod")
    thing = thing or (sentence.child(joined, "nmod") if joined else None)
    if thing is None:
        return None
    parts = phrase(sentence, thing)
    parts = parts[:-1] if parts[-1].tag == "POS" else parts
    text = _owner(reading, sentence, thing) or spell(reading, sentence, parts)
    if text is None or text.endswith("others"):
        return None
    if text.startswith(("a ", "an ")):
        text = "the " + text.split(" ", 1)[1]  # "the name of a suspect": of the one told about
    text = f"the {text}" if parts[0].tag == "CD" else text
    verb = "are" if is_plural_noun(sentence, thing) else "is"
    return finished(OF_WHAT[noun.text.lower()].format(x=text, **{"is": verb}))


def _about_event(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "the cause is not known", which is of the mishap told before."""
    if noun.text.lower() not in _OF_EVENTS or sentence.child(noun, "nmod"):
        return None
    event = event_before(reading, sentence, MISHAPS)
    return finished(OF_WHAT[noun.text.lower()].format(x=event)) if event else None


def event_before(reading: Reading, sentence: Sentence, nouns: frozenset[str]) -> str | None:
    """Return the last of some events that was told before a sentence, as "the bombing"."""
    near = reading.document.sentences[max(0, sentence.index - _REACH) : sentence.index + 1]
    for earlier in reversed(near):
        for noun in earlier.tokens:
            if noun.text.lower() in nouns and noun.tag == "NN":
                return "the " + "".join(t.text.lower() for t in _joined(earlier, noun))
    return None


def _joined(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Return a noun with what a hyphen ties to its end: "break-in"."""
    after = sentence.tokens[noun.index + 1 : noun.index + 3]
    tied = bool(after) and after[0].tag == "HYPH" and after[0].start == noun.end
    return (noun, *after) if tied else (noun,)


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
_LEFT_OVER = frozenset(
    "others other another one ones some many most none two three nobody it they half dozens"
    " hundreds thousands scores neither no any".split()
)


def find_lost(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who or what has not been found or named: "the captain has not been found"."""
    for verb in sentence.tokens:
        form = _NOT_YET_DONE.get(verb_of(verb)) if verb.tag == "VBN" else None
        subject = sentence.child(verb, "nsubj:pass")
        passive = sentence.child(verb, "aux:pass")
        if not form or not subject or not passive or not is_withheld(sentence, verb):
            continue
        if subject.text.lower() in _LEFT_OVER | set(OF_WHAT) or sentence.child(verb, "xcomp"):
            continue
        denied = any(t.text.lower() in _LEFT_OVER for t in sentence.children(subject, "det"))
        asked = any(t.text.lower() in {"whether", "if"} for t in sentence.children(verb, "mark"))
        if denied or asked:
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
        if any(t.text.lower() in _LEFT_OVER for t in phrase(sentence, lost)[:1]):
            continue
        text = the(reading, sentence, lost)
        question = finished(f"What has become of {text}") if text else None
        if question:
            why = "The source says that they are missing or being searched for."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.75)


def the(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return a noun phrase as something known: "the logbook" for "a logbook"."""
    words = phrase(sentence, noun)
    if words[0].tag == "DT" and words[0].text.lower() in {"a", "an"}:
        words = words[1:]
    elif words[0].tag != "CD":
        return spell(reading, sentence, words)
    text = spell(reading, sentence, words, ("",))
    return f"the {text}" if text else None


def _lost(sentence: Sentence, token: Token) -> Token | None:
    if token.text.lower() == "missing":
        gone = sentence.child(token, "cop", "aux:pass", "aux") and subject_of(sentence, token)
        return gone if gone and sentence.child(token, "obj") is None else None
    if verb_of(token) in {"search", "hunt"} and token.tag == "VBG" and sentence.child(token, "aux"):
        sought = after_preposition(sentence, token, "for")
        return sought if sought and _can_go(sentence, sought) else None
    return None


def _can_go(sentence: Sentence, noun: Token) -> bool:
    """Tell whether one searches for somebody or a craft, not for a way, a cure or a mine."""
    low = verb_of(noun)
    proper = noun.tag.startswith("NNP")
    return proper or is_people_noun(low) or low in _CRAFT


_CRAFT = frozenset("plane aircraft helicopter ship boat vessel submarine ferry trawler car".split())
