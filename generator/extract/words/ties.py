"""A word of a parsed sentence -> what ties it to the rest: connecting words, the word above."""

from __future__ import annotations

from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token, remembered

NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
NOBODY = frozenset({"neither", "no", "nobody", "none"})


@remembered
def marks(sentence: Sentence, head: Token) -> str:
    """Return the connecting words of a clause or a noun, in lower case: “because”, “due to”."""
    found = sentence.children(head, "mark", "case")
    fixed = [t for token in found for t in sentence.children(token, "fixed")]
    words = sorted((*found, *fixed), key=lambda t: t.index) if fixed else found
    return " ".join([t.text.lower() for t in words])


def lemma_above(sentence: Sentence, token: Token) -> str:
    """Return the base form of the word that a token hangs on."""
    above = sentence.head(token)
    return lemma(above.text, above.tag) if above else ""


def is_denied(sentence: Sentence, token: Token) -> bool:
    """Tell whether a "not" is about a reason: "did not leave because of the cost"."""
    above = sentence.head(token)
    denied = above is not None and any(
        t.text.lower() in NEGATIONS for t in sentence.children(above, "advmod")
    )
    return denied and marks(sentence, token).startswith("because")


def word_before(sentence: Sentence, head: Token) -> Token:
    """Return the word before what ties a phrase to the rest."""
    first = next((t for t in sentence.children(head, "mark", "case")), head).index
    return sentence.tokens[first - 1] if first else head
