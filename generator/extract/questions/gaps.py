"""What an article names as unknown or unfixed ("his whereabouts", "no date"), to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import is_negated, is_plural_noun, verb_group
from generator.extract.grammar.naming import named
from generator.extract.grammar.taken_up import antecedent, preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.point import (
    SETTLED,
    UNCLEAR,
    OpenPoint,
    acting_subject,
    after_preposition,
    has_case,
    is_withheld,
    not_yet,
)
from generator.extract.questions.question_grammar import finished, verb_of
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
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
    "authenticity": "Is {x} authentic",
    "author": "Who wrote {x}",
    "outcome": "What is the outcome of {x}",
    "owner": "Who owns {x}",
    "ownership": "Who owns {x}",
    "value": "What is the value of {x}",
}
MISHAPS = frozenset(
    "crash fire explosion collapse blast breach accident derailment outage leak spill sinking"
    " failure wreck blaze blackout landslide capsizing shipwreck malfunction".split()
)
"""Events of which one asks first what caused them."""
DEEDS = frozenset(
    "attack bombing blast explosion killing murder shooting raid hack breach break ambush"
    " kidnapping abduction assault theft robbery assassination stabbing arson sabotage".split()
)
"""Events of which one asks first who did them."""
_OF_EVENTS = frozenset({"cause", "causes"})
_REACH = 8
"""Sentences within which something means the event told before."""
_CONTESTED = frozenset({"dispute", "doubt", "question"})
_UNDER_INQUIRY = frozenset({"investigation", "review", "inquiry", "examination"})


def find_nominal(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is not known about a thing: "his whereabouts are unknown"."""
    for noun in sentence.tokens:
        form = OF_WHAT.get(noun.text.lower())
        if form is None or not noun.label.startswith("nsubj") or _is_some(sentence, noun):
            continue
        state = sentence.tokens[noun.head]
        why = _why_unknown(sentence, state)
        question = why and (
            about_thing(reading, sentence, noun) or _about_event(reading, sentence, noun)
        )
        if why and question:
            kind: QuestionKind = "disputed" if why.endswith(("dispute.", "doubt.")) else "unknown"
            yield OpenPoint(question, kind, why, (sentence,), 1.0)


def _is_some(sentence: Sentence, noun: Token) -> bool:
    """Tell "a number of dates" and "a source" from what is one thing's own."""
    return any(t.text.lower() in {"a", "an"} for t in sentence.children(noun, "det"))


def _why_unknown(sentence: Sentence, state: Token) -> str | None:
    low = state.text.lower()
    if low in _UNDER_INQUIRY and has_case(sentence, state, {"under"}):
        return f"The source says that this is under {low}."
    if low in _CONTESTED and has_case(sentence, state, {"in"}):
        return f"The source says that this is in {low}."
    if low in UNCLEAR and not is_negated(sentence, state):
        return f"The source says that this is {low}."
    if low in SETTLED and is_withheld(sentence, state):
        public = low == "made" and sentence.child(state, "xcomp") is not None
        return f"The source says that this is not {'yet made public' if public else not_yet(low)}."
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
    held = sentence.tokens[pronoun.head].text.lower() in {"owner", "ownership"}
    thing = None if held and actor else antecedent(reading, sentence, pronoun)
    return thing or (named(reading, actor) if actor else None)


_NOT_YET_DONE = {
    "identify": "Who {is} {x}",
    "name": "Who {is} {x}",
    "find": "What has become of {x}",
    "locate": "Where {is} {x}",
    "trace": "Where {is} {x}",
    "recover": "What has become of {x}",
    "see": "What has become of {x}",
}
_THE_DEAD = frozenset({"body", "remains"})
_TRACING = frozenset({"trace", "locate", "find", "track"})
_TRYING = frozenset({"try", "want", "hope", "seek", "work", "appeal"})
_LEFT_OVER = frozenset(
    "others other another one ones some many most none two three nobody it they half dozens"
    " hundreds thousands scores neither no any".split()
)


def find_lost(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who or what has not been found or named: "the captain has not been found"."""
    for verb in sentence.tokens:
        form = _NOT_YET_DONE.get(verb_of(verb)) if verb.tag == "VBN" else None
        subject = sentence.child(verb, "nsubj:pass") or _shared_subject(sentence, verb)
        passive = sentence.child(verb, "aux:pass")
        if not form or not subject or not passive or not is_withheld(sentence, verb):
            continue
        if verb_of(verb) == "identify" and (dead := _the_dead(reading, sentence, subject)):
            why = f"The source says that the {dead} had not been identified."
            yield OpenPoint(f"Whose {dead} was found?", "unknown", why, (sentence,), 0.9)
            continue
        if subject.text.lower() in _LEFT_OVER | set(OF_WHAT) or sentence.child(verb, "xcomp"):
            continue
        denied = any(t.text.lower() in _LEFT_OVER for t in sentence.children(subject, "det"))
        asked = any(t.text.lower() in {"whether", "if"} for t in sentence.children(verb, "mark"))
        since = any(t.text.lower() == "since" for t in sentence.children(verb, "advmod", "obl"))
        if denied or asked or (verb_of(verb) == "see" and not since):
            continue
        text = the(reading, sentence, subject)
        be = "are" if is_plural_noun(sentence, subject) else "is"
        question = finished(form.format(x=text, **{"is": be})) if text else None
        if question:
            why = f"The source says that this has not been {verb.text.lower()}."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.8)


def _shared_subject(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject in "was switched off and has not been recovered"."""
    return acting_subject(sentence, verb) if verb.label == "conj" else None


def _the_dead(reading: Reading, sentence: Sentence, subject: Token) -> str | None:
    """Return "body" where that, or an "it" behind a sentence about it, is a subject."""
    if subject.text.lower() in _THE_DEAD:
        return subject.text.lower()
    earlier = preceding(reading, sentence)
    told = subject_of(earlier, earlier.root) if earlier and subject.text.lower() == "it" else None
    low = told.text.lower() if told else ""
    return low if low in _THE_DEAD else None


def find_traced(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whom somebody is trying to find: "are trying to trace the driver"."""
    for verb in sentence.tokens:
        form = {"identify": "Who is {x}"}.get(verb_of(verb))
        form = "Where is {x}" if verb_of(verb) in _TRACING else form
        above, thing = sentence.head(verb), sentence.child(verb, "obj")
        if verb.tag != "VB" or not form or above is None or thing is None:
            continue
        if verb_of(above) not in _TRYING or not (verb_group(sentence, above).progressive):
            continue
        text = the(reading, sentence, thing) if _is_somebody(sentence, thing) else None
        question = finished(form.format(x=text)) if text else None
        if question:
            why = "The source says that the search goes on."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.8)


def _is_somebody(sentence: Sentence, noun: Token) -> bool:
    """Tell whether one person is meant, not yet by name: "the driver", "a gunman"."""
    return noun.tag == "NN" and is_people_noun(verb_of(noun))


def find_gone(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who is missing or searched for: "three climbers are still missing"."""
    for token in sentence.tokens:
        lost = _lost(sentence, token)
        if lost is None or lost.text.lower() in _LEFT_OVER or not lost.tag.startswith("NN"):
            continue
        if any(t.text.lower() in _LEFT_OVER - {"one"} for t in phrase(sentence, lost)[:1]):
            continue
        text = the(reading, sentence, lost)
        question = finished(f"What has become of {text}") if text else None
        if question:
            why = "The source says that they are missing or being searched for."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.75)


def the(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return a noun phrase as something known: "the logbook" for "a logbook"."""
    words = phrase(sentence, noun)
    if len(words) > 1 and words[0].text.lower() in {"a", "an", "one"}:
        words = words[1:]
    elif words[0].tag != "CD":
        return spell(reading, sentence, words)
    text = spell(reading, sentence, words, ("",))
    return f"the {text}" if text else None


def _lost(sentence: Sentence, token: Token) -> Token | None:
    if token.text.lower() in {"missing", "unaccounted"}:
        above = sentence.head(token)
        if above is not None and verb_of(above) == "remain":
            return subject_of(sentence, above)
        if has_case(sentence, token, {"among"}):
            return subject_of(sentence, token)
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
