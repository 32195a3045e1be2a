"""Gerunds in a tree as the model drew it -> verbs with their own subjects, or nouns.

Each rule yields what has to move: the index of a token with its new head and relation.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.mended_clauses import SUBJECTS, Change, opening_of
from generator.language.tree import Sentence, Token

DEALINGS = frozenset("dealing funding lending spending trading".split())
"""What is done with money: each may be a noun where it has no object."""


def gerund_taken_for_a_clause(sentence: Sentence, gerund: Token) -> Iterator[Change]:
    """Yield the "losing" of "fear losing their homes" as what the verb before it takes.

    Behind a comma it is done beside, as in "said last week, declining to say why".
    """
    bare = gerund is _bare_gerund(sentence, sentence.tokens[gerund.head])
    if bare and gerund.index == gerund.head + 1:
        yield gerund.index, (gerund.head, "xcomp")
    elif bare and sentence.tokens[opening_of(sentence, gerund).index - 1].text == ",":
        yield gerund.index, (gerund.head, "advcl")


def doer_taken_for_a_trait(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield the Orr of "footage of Ada Orr saying it" as who says it, of whom the footage is."""
    tie = sentence.child(verb, "mark")
    if verb.tag != "VBG" or tie is None or tie.tag != "IN" or sentence.child(verb, *SUBJECTS):
        return
    for noun in sentence.children(sentence.tokens[verb.head], "nmod"):
        if tie.index < noun.index < verb.index and not sentence.child(noun, "case"):
            yield verb.index, (noun.index, "acl")
            yield tie.index, (noun.index, "case")


def deed_before_its_doer(sentence: Sentence, deed: Token) -> Iterator[Change]:
    """Yield the leading of "Leading the march is Ada Orr" as what Orr is doing."""
    name, being = sentence.tokens[deed.head], sentence.child(deed, "cop")
    being = being or sentence.child(name, "cop")
    inverted = being is not None and deed.index < being.index < name.index
    if being is not None and inverted and (deed.tag, name.tag) == ("VBG", "NNP"):
        yield deed.index, (name.head, name.label)
        yield name.index, (deed.index, "nsubj")
        yield being.index, (deed.index, "aux")
        ends = sentence.tokens[-1]
        if (ends.head, ends.label) == (name.index, "punct"):
            yield ends.index, (deed.index, "punct")


def dealing_taken_for_a_clause(sentence: Sentence, gerund: Token) -> Iterator[Change]:
    """Yield the trading of "looking into trading in the shares" as a noun: it is looked into."""
    tie, matter = sentence.child(gerund, "mark"), sentence.child(gerund, "obl")
    definite = matter is not None and sentence.child(matter, "det") is not None
    if tie is not None and tie.text == "into" and definite and gerund.text in DEALINGS:
        yield gerund.index, (gerund.head, "obl")
        yield tie.index, (gerund.index, "case")


def told_one_taken_for_a_given(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the police of "shows police kicking a man" as who kicks, Orr of "urged Orr to go"."""
    verb = sentence.tokens[noun.head]
    does = sentence.child(verb, "xcomp") or _bare_gerund(sentence, verb)
    if does is None or sentence.child(verb, "obj"):
        return
    if does.tag == "VBG" and does.index > noun.index:
        yield noun.index, (does.index, "nsubj")
        yield does.index, (verb.index, "ccomp")
    else:
        yield noun.index, (verb.index, "obj")


def _bare_gerund(sentence: Sentence, verb: Token) -> Token | None:
    clauses = (t for t in sentence.children(verb, "ccomp") if t.tag == "VBG")
    return next((t for t in clauses if not sentence.child(t, *SUBJECTS, "mark", "aux")), None)
