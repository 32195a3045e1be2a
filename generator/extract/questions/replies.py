"""What an article says of the answer to a request, and the explanation that a question gets."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.grammar.capitals import capitalised
from generator.extract.grammar.clauses import verb_group
from generator.extract.questions.point import (
    SOMEBODY,
    acting_subject,
    following,
    name_for,
    subject_plural,
    who_says,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.answers import CONFIRMING
from generator.language.tree import Sentence, Token

OFFERING = frozenset({"offer"})
REACHED = frozenset(
    "accord agreement ceasefire compact compromise consensus deal pact settlement truce"
    " understanding".split()
)
"""What two sides reach; anything else one gets."""
_REPLYING = frozenset({"reply", "respond", "answer", "comment", "agree", "decide", "react"})
_CONSIDERING = frozenset({"consider", "review", "study", "examine", "discuss", "weigh"})
_GRANTING = frozenset({"accept", "grant", "approve", "agree", "reject", "refuse", "dismiss"})
_REFUSING = frozenset({"decline", "refuse", "reject", "dismiss"})
_REPLY_NOUNS = frozenset({"reply", "response", "answer", "decision", "request", "requests"})


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a sentence says of the answer to a request."""

    sentence: Sentence
    verb: Token
    granted: bool


def reaction_to(reading: Reading, sentence: Sentence, asking: Token) -> Reaction | None:
    """Return what the rest of a sentence or the next one says of an answer, if anything."""
    rest = sentence.tokens[asking.index + 1 :]
    if given := next((t for t in rest if _settles(sentence, t)), None):
        return Reaction(sentence, given, granted=True)
    for after in following(reading, sentence):
        if after.paragraph != sentence.paragraph:
            return None
        said = [t for t in after.tokens if t.tag.startswith("VB")]
        offs = (t for t in said if _puts_off(after, t))
        if off := next((t for t in offs if not _is_own(reading, sentence, asking, after, t)), None):
            return Reaction(after, off, granted=False)
        granting = (t for t in said if verb_of(t) in _GRANTING and t.label != "acl")
        if granted := next(granting, None):
            return Reaction(after, granted, granted=True)
    return None


def _settles(sentence: Sentence, verb: Token) -> bool:
    """Recognise "and the court granted four", "but he declined", "said there would be none"."""
    if verb.tag == "VBD" and verb_of(verb) == "grant":
        return True
    first = sentence.head(verb) if verb.label == "conj" else None
    against = first is not None and any(t.text == "but" for t in sentence.children(verb, "cc"))
    told = sentence.child(verb, "ccomp") or verb
    none = sentence.child(told, "nsubj", "obj")
    refused = verb_of(verb) in _REFUSING or (none is not None and none.text.lower() == "none")
    return against and refused


def _is_own(
    reading: Reading, sentence: Sentence, asking: Token, after: Sentence, verb: Token
) -> bool:
    """Tell whether it is the asker who does not comment: no answer to the asker's own request."""
    one, other = acting_subject(sentence, asking), acting_subject(after, verb)
    actor = reading.actor_at(sentence.index, one.index) if one else None
    return (
        actor is not None
        and other is not None
        and actor is reading.actor_at(after.index, other.index)
    )


def _puts_off(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb says that there is no answer yet."""
    low = verb_of(verb)
    if low in _REPLYING | CONFIRMING | _GRANTING and is_withheld(sentence, verb):
        return True
    if low in _CONSIDERING and verb_group(sentence, verb).progressive:
        return True
    words = {t.text.lower() for t in sentence.tokens}
    answer = bool(words & _REPLY_NOUNS) or {"on", "hold"} <= words
    return low in {"put", "promise", "give", "offer"} and answer


def why_open(reading: Reading, sentence: Sentence, verb: Token, reaction: Reaction | None) -> str:
    """Return why a request is open: who made it, and what is or is not told of an answer."""
    who = who_says(reading, sentence, verb)
    nobody = who.lower() == SOMEBODY
    if reaction is None and (nobody or sentence.child(verb, "aux:pass")):
        return "The source says that this was asked for, not that it was done."
    who = "Somebody" if nobody else who
    if reaction is None:
        return _wish(sentence, verb, who)
    name = name_for(reading, reaction.sentence, acting_subject(reaction.sentence, reaction.verb))
    silent = verb_of(reaction.verb) in _REPLYING and is_withheld(reaction.sentence, reaction.verb)
    if name and silent and not name.lower().startswith(("neither", "no ")):
        return f"{capitalised(name)} had not replied, the source says."
    did = "offered this" if verb_of(verb) == "offer" else "asked for this"
    return f"{who} {did}; the source reports no decision."


def _wish(sentence: Sentence, verb: Token, who: str) -> str:
    """Return who wants what a question asks about, and that nothing tells of its coming true."""
    wish = verb_of(verb)
    if wish in OFFERING:
        return f"{who} offered this; the source does not say that it was accepted."
    if wish == "seek":
        sought = sentence.child(verb, "obj")
        reached = sought is not None and sought.text.lower() in REACHED
        seek = "seek" if subject_plural(sentence, verb) else "seeks"
        end = "reached" if reached else "obtained"
        return f"{who} {seek} it; the source does not say that it was {end}."
    return f"{who} asked for this; the source does not say that it was granted."
