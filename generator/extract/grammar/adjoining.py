"""A word of a parse -> the noun that stands beside it, for where the tree has lost their tie."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from generator.language.tree import Sentence, Token

NOMINAL = ("NN", "PRP", "DT", "JJ", "CD", "POS", "HYPH", "-LRB-", "-RRB-")
_PARTICIPLES = frozenset({"VBG", "VBN"})
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday tonight".split()
)


def adjacent(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun beside a verb, for where the parse has lost it: `…,” said the mayor`."""
    before = sentence.tokens[verb.index - 1].text if verb.index else ","
    behind = noun_after(sentence, verb.index)
    if behind is not None and not (before[0].isalnum() or before == ")"):
        return behind
    beyond = sentence.tokens[verb.index - 2] if verb.index > 1 else None
    apposed = before == "," and beyond is not None and beyond.label in {"appos", "flat"}
    run = _nominal_run(sentence.tokens[: verb.index - apposed][::-1])
    named = run[0] if run else None
    return sentence.head(named) if named is not None and named.label == "flat" else named


def noun_after(sentence: Sentence, index: int) -> Token | None:
    """Return the last noun of the noun phrase that follows a word."""
    run = _nominal_run(sentence.tokens[index + 1 :])
    return run[-1] if run else None


def _nominal_run(tokens: Sequence[Token]) -> list[Token]:
    """Return the nouns and pronouns of the noun phrase that tokens begin with."""
    run: list[Token] = []
    for token, after in zip_longest(tokens, tokens[1:]):
        described = after is not None and token.tag in _PARTICIPLES and after.tag[:2] == "NN"
        if not (token.tag.startswith(NOMINAL) or described):
            break
        run.append(token)
    nouns = [t for t in run if t.tag.startswith(("NN", "PRP")) and t.tag != "PRP$"]
    return nouns if not nouns or nouns[0].text not in _DAYS else []
