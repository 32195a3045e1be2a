"""A word of a parsed sentence -> how much its clause has of what the sentence mainly tells."""

from __future__ import annotations

from generator.extract.words.asides import set_off
from generator.language.tree import Sentence, Token

# Set with the weights of times and of places: run `make evaluate` after touching one.
BESIDE = {"acl:relcl": 0.8, "acl": 0.8}
"""Weights of clauses that tell which is meant: "the man who won", "the mill built in Halm"."""
ASIDE = 0.6
"""Weight of a relative clause between commas: "Orr, who won on Monday, met"."""
BYGONE = 0.6
BYGONE_BY = frozenset("after before despite due following since".split())
"""What leads in something else that happened: "after the attack in May"."""
ANOTHER = 0.5
ANOTHER_BY = frozenset("afterwards earlier elsewhere later meanwhile previously".split())
"""Adverbs of what is told besides the main event: "later met the speaker at the Capitol"."""


def foreground(sentence: Sentence, token: Token) -> float:
    """Return 1 for a word of the main clause or of what it says, less for one told beside it."""
    path = tuple(sentence.path_to_root(token))
    cases = (t.text.lower() for above in path[1:] for t in sentence.children(above, "case"))
    return min(
        *(_of_clause(sentence, above) for above in path),
        BYGONE if BYGONE_BY.intersection(cases) else 1.0,
    )


def _of_clause(sentence: Sentence, head: Token) -> float:
    if head.label == "acl:relcl" and set_off(sentence, head):
        return ASIDE
    adverbs = (t for t in sentence.children(head, "advmod") if t.index < head.index)
    another = head.tag.startswith("VB") and any(t.text.lower() in ANOTHER_BY for t in adverbs)
    return ANOTHER if another else BESIDE.get(head.label, 1.0)
