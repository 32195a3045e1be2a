"""A clause that “as” leads in -> whether it tells why rather than when."""

from __future__ import annotations

from generator.extract.grammar.clauses import is_negated
from generator.extract.words.asides import ATTRIBUTING, SUBJECTS
from generator.extract.words.lexicon import HARMED
from generator.extract.words.ties import lemma_above, marks, word_before
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

_CHANGING = frozenset(
    """
    batter bite burn decline deteriorate dwindle ease eat engulf erode erupt escalate fail fall
    fear grow intensify keep lag linger loom mount persist plunge rise shrink slow slump soar
    spiral spread stall strengthen strike struggle surge sweep threaten tighten weaken widen
    worry worsen
    """.split()
)
"""Verbs of a state of things: “cuts forecast as demand slows” says why, “as it left port” when."""
_STATES = frozenset("believe know lack need own think want".split())
"""Verbs of what holds all along: “was dropped as it lacked funds”."""
_GREETING = frozenset("celebrate celebration cheer mourn outrage protest rejoice tribute".split())


def is_state(sentence: Sentence, head: Token) -> bool:
    """Recognise "as demand slows", "as it was weak", "as they lack money", "as it did not pay"."""
    pressed = any(marks(sentence, t) == "under" for t in sentence.children(head, "obl"))
    known = lemma(head.text, head.tag) in _CHANGING | _STATES
    described = head.tag == "JJ" and sentence.child(head, "cop") is not None
    there = sentence.child(head, "expl", *SUBJECTS)
    if word_before(sentence, head).text.lower() in {"long", "soon"}:
        return False
    described = described and lemma_above(sentence, head) not in HARMED  # "hurt as she was asleep"
    return pressed or known or (there is not None and (described or is_negated(sentence, head)))


def is_result(sentence: Sentence, head: Token) -> bool:
    """Recognise "closes as rain has flooded it", "led the celebrations as the club won"."""
    beside = {t.text.lower() for t in sentence.children(head, "aux", "advmod")}
    if beside & {"has", "have"} and lemma(head.text, head.tag) not in ATTRIBUTING:
        return "even" not in beside
    verb = sentence.tokens[head.head]
    words = (verb, *sentence.children(verb, "obj", "nsubj"))
    return any(lemma(t.text, t.tag).lower() in _GREETING for t in words)
