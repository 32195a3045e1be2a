"""A word of a parsed sentence -> how much its clause has of what the sentence mainly tells."""

from __future__ import annotations

from generator.extract.words.asides import set_off
from generator.language.tree import Sentence, Token

BESIDE = {"acl:relcl": 0.8, "acl": 0.8}
"""Weights of who somebody is, what was before, in what circumstances."""
ASIDE = 0.6
"""Weight of a relative clause between commas: "Orr, who won on Monday, met"."""
BYGONE = 0.6
BYGONE_BY = frozenset("after before despite due following since".split())
"""What leads in something else that happened: "after the attack in May"."""


def foreground(sentence: Sentence, token: Token) -> float:
    """Return 1 for a word of the main clause or of what it says, less for one told beside it."""
    path = tuple(sentence.path_to_root(token))
    beside = min(_of_clause(sentence, above) for above in path)
    cases = (t.text.lower() for above in path[1:] for t in sentence.children(above, "case"))
    return min(beside, BYGONE) if BYGONE_BY.intersection(cases) else beside


def _of_clause(sentence: Sentence, above: Token) -> float:
    aside = above.label == "acl:relcl" and set_off(sentence, above)
    return ASIDE if aside else BESIDE.get(above.label, 1.0)
