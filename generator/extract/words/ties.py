"""A word of a parsed sentence -> what ties it to the rest: connecting words, the word above."""

from __future__ import annotations

from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token


def marks(sentence: Sentence, head: Token) -> str:
    """Return the connecting words of a clause or a noun, in lower case: “because”, “due to”."""
    found = list(sentence.children(head, "mark", "case"))
    for token in list(found):
        found.extend(sentence.children(token, "fixed"))
    return " ".join(t.text.lower() for t in sorted(found, key=lambda t: t.index))


def lemma_above(sentence: Sentence, token: Token) -> str:
    """Return the base form of the word that a token hangs on."""
    above = sentence.head(token)
    return lemma(above.text, above.tag) if above else ""
