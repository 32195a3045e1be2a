"""What happened or is planned, told before, as an event that one asks about: "the crash"."""

from __future__ import annotations

from generator.extract.grammar.naming import named
from generator.extract.grammar.taken_up import antecedent
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import spell
from generator.extract.questions.matters import definite
from generator.extract.questions.point import worded
from generator.extract.reading import Reading
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

DATING = frozenset({"date", "dates", "timing", "timetable"})
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
ISSUED = frozenset({"report", "findings", "results", "ruling", "judgment", "verdict"})
"""What is published, not held."""
_REACH = 8
"""Sentences within which something means the event told before."""


def planned_before(reading: Reading, sentence: Sentence) -> str | None:
    """Return the last event that was told as planned or put off: "postponed the launch"."""
    near = reading.document.sentences[max(0, sentence.index - _REACH) : sentence.index + 1]
    for earlier in reversed(near):
        for verb, base in earlier.verbs:
            thing = earlier.child(verb, "nsubj:pass", "obj") if base in _PLANNING else None
            if thing is not None and thing.text.lower() not in DATING:
                return _event_named(reading, earlier, thing)
    return None


def _event_named(reading: Reading, sentence: Sentence, thing: Token) -> str | None:
    """Return an event by its whole name, unless only an "its" tells whose it is."""
    if thing.tag == "PRP":
        return antecedent(reading, sentence, thing)
    owned = any(t.tag == "PRP$" for t in sentence.subtree(thing))
    known = thing.tag == "NN" or thing.text.lower() in ISSUED
    return definite(reading, sentence, thing, bare=owned) if known else None


_PLANNING = frozenset(
    "plan schedule expect postpone delay put push adjourn defer reschedule call set".split()
)


def event_before(reading: Reading, sentence: Sentence, nouns: frozenset[str]) -> str | None:
    """Return the last of some events that was told before a sentence, as "the bombing"."""
    near = reading.document.sentences[max(0, sentence.index - _REACH) : sentence.index + 1]
    for earlier in reversed(near):
        for noun in earlier.tokens:
            words = _joined(earlier, noun)
            part = noun.label == "compound" and len(words) == 1  # "the fire chief"
            if noun.text.lower() in nouns and noun.tag == "NN" and not part:
                return "the " + "".join(t.text.lower() for t in words)
        blows = (_blow(earlier, verb) for verb, base in earlier.verbs if base in {"strike", "hit"})
        if "attack" in nouns and (blow := next((b for b in blows if b), None)):
            return f"the {blow} attack"
        deeds = (_EVENTS.get(base) for verb, base in earlier.verbs if verb.tag in {"VBD", "VBN"})
        if deed := next((d for d in deeds if d in nouns), None):
            return f"the {deed}"
    return None


def _blow(sentence: Sentence, verb: Token) -> str | None:
    """Return "drone" where "two drones struck a depot" tells of an attack."""
    weapon = sentence.child(verb, "nsubj")
    low = lemma(weapon.text, weapon.tag).lower() if weapon else ""
    return low if low in {"drone", "missile", "rocket", "bomb", "mortar", "shell"} else None


def leaver_before(reading: Reading, sentence: Sentence) -> str | None:
    """Return who was last told to have left their office: "resigned", "was dismissed"."""
    for earlier in reversed(reading.document.sentences[: sentence.index + 1]):
        for verb, base in earlier.verbs:
            who = earlier.child(verb, "nsubj") if base in _LEAVING else None
            who = earlier.child(verb, "nsubj:pass") if base in _REMOVING else who
            who = (earlier.child(who, "appos") or who) if who else None
            actor = reading.actor_at(earlier.index, who.index) if who else None
            if actor is not None and actor.kind == "person" and not actor.anonymous:
                return named(reading, actor)
    return None


SUCCESSORS = frozenset({"successor", "replacement"})
_LEAVING = frozenset("resign quit retire leave die step depart".split())
_REMOVING = frozenset("dismiss sack fire oust remove suspend replace".split())


def death_before(reading: Reading, sentence: Sentence) -> str | None:
    """Return whose death is told of: "her death was announced by her son, who gave no cause"."""
    near = reading.document.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    deaths = ((s, t) for s in reversed(near) for t in worded(s, {"death"}))
    owned = next(((s, t) for s, t in deaths if s.child(t, "nmod:poss", "nmod")), None)
    return spell(reading, owned[0], phrase(*owned)) if owned else None


_EVENTS = {
    "shoot": "shooting",
    "stab": "stabbing",
    "attack": "attack",
    "strike": "attack",
    "bomb": "bombing",
    "kidnap": "kidnapping",
    "abduct": "abduction",
    "rob": "robbery",
    "crash": "crash",
    "collapse": "collapse",
    "explode": "explosion",
    "sink": "sinking",
    "leak": "leak",
    "derail": "derailment",
    "capsize": "capsizing",
}
"""What verbs tell of by which an event is meant later: "was shot", "the motive is unclear"."""


def _joined(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Return a noun with what a hyphen ties to its end: "break-in"."""
    after = sentence.tokens[noun.index + 1 : noun.index + 3]
    tied = bool(after) and after[0].tag == "HYPH" and after[0].start == noun.end
    return (noun, *after) if tied else (noun,)
