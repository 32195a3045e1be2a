"""A headline -> the verb by which it tells what somebody does."""

from __future__ import annotations

from generator.extract.grammar.trimming import subject_of
from generator.extract.words.ties import marks
from generator.language.tree import Sentence, Token

LEADING_UP = frozenset({"after", "as", "before", "when", "while"})
"""What ties a clause to a headline without a verb: "Five dead after tram overturns"."""


def headline_verb(headline: Sentence) -> Token | None:
    """Return the root if it is a verb, "to" with its verb, or the first verb that has a subject."""
    root = headline.root
    cry = next((t.index for t in headline.tokens[1:] if t.tag == "''"), 0)
    if headline.tokens[0].tag == "``" and root.index < cry:  # "‘I waited’: Orr blames the mayor"
        behind = headline.children(root, "parataxis", "ccomp")
        return next((t for t in behind if t.index > cry), root)
    told = headline.child(root, "ccomp")
    if told and told.index < root.index and (told.tag[:2] == "VB" or subject_of(headline, told)):
        return told  # "Halm hid losses, auditor says"
    if root.tag.startswith("VB") or _is_misread(headline, root):
        bare = root.tag == "VBG" and headline.child(root, "aux") is None
        return None if bare else root  # "Judge reserves ruling", where none are ruling
    if headline.child(root, "cop") and subject_of(headline, root) is not None:
        return root  # "Graves may be those of Danes, say divers"
    planned = next((t for t in headline.tokens if t.tag.startswith(("VB", "TO", "MD"))), None)
    if planned is not None and planned.tag == "TO":
        after = headline.tokens[planned.index + 1 : planned.index + 2]
        if after and after[0].tag == "VB":
            return after[0]
    # "Hospital undecided after files copied" tells of no copying.
    verbs = (
        t
        for t in headline.tokens
        if t.tag.startswith("VB")
        and t.label not in {"advcl", "acl:relcl"}
        and marks(headline, t) not in LEADING_UP
    )
    return next((t for t in verbs if subject_of(headline, t) is not None), None)


def _is_misread(headline: Sentence, noun: Token) -> bool:
    """Recognise "Reis protests outside", "Flood strands many", "Board votes to go" as no nouns."""
    if noun.tag != "NNS" or headline.child(noun, "cop"):
        return False
    behind = headline.children(noun, "appos", "xcomp") if noun.index else ()
    adjoins = any(headline.subtree(t)[0].index == noun.index + 1 for t in behind)
    return adjoins or headline.child(noun, "nsubj") is not None
