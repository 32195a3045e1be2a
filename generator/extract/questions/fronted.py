"""A question that opens its sentence, "Why it failed is not known", by the order of its words.

The parse of such sentences is often wrong: nothing tells the clause from the sentence but the
"is" or "remains" between it and the state that is told of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.questions.point import verbs
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.withheld import is_withheld
from generator.extract.words.answers import (
    ASKED_NOUNS,
    PUZZLES,
    SAYING,
    SETTLED,
    UNCLEAR,
    WORKING_OUT,
)
from generator.language.morphology import FINITE
from generator.language.tree import Sentence, Token

_LINKING = frozenset({"be", "remain", "stay"})
_HINGING = frozenset({"depend", "hinge"})
_STATES = (
    UNCLEAR
    | SETTLED
    | ASKED_NOUNS
    | PUZZLES
    | frozenset("disputed contested debatable seen matter subject left".split())
)
_ENDING = frozenset({",", ";", ":", "that", "because", "by"})
_NEAR = 6
"""Words within which the state follows its "is"."""


@dataclass(frozen=True, slots=True)
class Fronted:
    """The parts of "Why it failed is not known"."""

    head: Token
    """The predicate of the question."""
    end: int
    """Where the question ends: the "is"."""
    state: Token
    """What is said of it: "known"."""


def is_first(sentence: Sentence, word: Token) -> bool:
    """Tell whether a wh-word opens its sentence, but for an "exactly" or "just"."""
    return all(t.tag == "RB" for t in sentence.tokens[: word.index])


def _follows_and(sentence: Sentence, word: Token) -> bool:
    """Tell whether a wh-word opens a second main clause: "…, and how it sank is a puzzle"."""
    before = [t.text.lower() for t in sentence.tokens[: word.index] if t.tag != "RB"]
    return before[-2:] in ([",", "and"], [",", "but"]) or before[-1:] in ([";"], [":"], ["–"])


def fronted(sentence: Sentence, word: Token) -> Fronted | None:
    """Return a question that opens a main clause with what is said of it, if that is a state."""
    if not (is_first(sentence, word) or _follows_and(sentence, word)):
        return None
    for link in sentence.tokens[word.index + 1 :]:
        head = _predicate(sentence, word, link) if _links(sentence, link) else None
        state = _state(sentence, link, head) if head else None
        if head and state:
            return Fronted(head, link.index, state)
    return _nobody_says(sentence, word)


def _nobody_says(sentence: Sentence, word: Token) -> Fronted | None:
    """Return the question in "How long it will hold nobody can say"."""
    for verb in verbs(sentence, SAYING | WORKING_OUT):
        told = sentence.children(verb, "nsubj") if is_withheld(sentence, verb) else ()
        who = next(reversed(told), None)  # the parse may take the "what" for one as well
        start = sentence.subtree(who)[0].index if who else 0
        head = _predicate(sentence, word, sentence.tokens[start]) if start > word.index else None
        behind = sentence.tokens[verb.index + 1 : verb.index + _NEAR]
        if head and any(not t.text[:1].isalnum() for t in behind):
            return Fronted(head, start, verb)
    return None


def _links(sentence: Sentence, word: Token) -> bool:
    """Tell whether a word opens a predicate: "is", "remains", the "has" of "has not been"."""
    after = sentence.tokens[word.index + 1 : word.index + _NEAR]
    helping = verb_of(word) == "have" and any(verb_of(t) == "be" for t in after)
    modal = word.tag == "MD" and any(verb_of(t) in _LINKING for t in after)
    leads = verb_of(word) in _LINKING | _HINGING and word.tag in FINITE
    return leads or helping or modal


def _predicate(sentence: Sentence, word: Token, link: Token) -> Token | None:
    """Return the predicate of the clause between a wh-word and an "is", if there is one."""
    inside = sentence.tokens[word.index + 1 : link.index]
    linked = [t for t in inside if sentence.child(t, "cop")]
    full = [t for t in inside if t.tag.startswith("VB") and not _helps(t)]
    verbs = [t for t in full if t.tag != "VBG" or sentence.child(t, "aux")]
    finite = [t for t in full if t.tag in FINITE]
    verbs = [t for t in verbs if not _is_relative(sentence, t)] or verbs
    own = [t for t in verbs if any(c.index >= word.index for c in sentence.children(t, "nsubj"))]
    alone = [word for t in inside[-1:] if verb_of(t) == "be"]
    return next(iter((*own, *linked, *verbs, *finite, *alone)), None)  # "where they are"


def _is_relative(sentence: Sentence, verb: Token) -> bool:
    """Tell "was new" from "gave" in "why a beam that was new gave way"."""
    subjects = sentence.children(verb, "nsubj", "nsubj:pass")
    return any(t.tag in {"WDT", "WP"} and t.index < verb.index for t in subjects)


def _helps(verb: Token) -> bool:
    """Tell whether a verb only helps another: a "spreads" is none, whatever the parse says."""
    helping = verb_of(verb) in _LINKING | {"have", "do", "get"}
    return helping and verb.label.startswith(("aux", "cop"))


def _is_done(token: Token) -> bool:
    return token.tag == "VBN" and verb_of(token) != "be"


def _state(sentence: Sentence, link: Token, head: Token) -> Token | None:
    """Return the state right behind an "is": "known", "an open question", "anyone's guess"."""
    if verb_of(link) in _HINGING:
        return None if "," in {t.text for t in sentence.tokens[: link.index]} else link
    behind = sentence.tokens[link.index + 1 : link.index + 1 + _NEAR]
    denied = any(t.text.lower() in {"not", "n't", "never", "yet"} for t in behind)
    for token in behind:
        if token.tag in FINITE or token.text.lower() in _ENDING:
            return None
        if token.text.lower() in _STATES or (denied and _is_done(token)):
            bare = token.head == head.index and sentence.child(token, "mark") is None
            aside = token.label.startswith("acl") or (token.label == "advcl" and not bare)
            return None if aside else token  # "when he said that years were named, she left"
    return None
