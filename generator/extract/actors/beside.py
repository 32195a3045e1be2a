"""A phrase about an actor -> the actor that is named beside it: "the lawyer, Ada Orr"."""

from __future__ import annotations

from collections.abc import Mapping

from generator.extract.actors.nominals import Nominal
from generator.extract.actors.roles import NAMING_VERBS
from generator.extract.reading import Actor
from generator.extract.words import names
from generator.extract.words.lexicon import OUTLET_NOUNS
from generator.language.morphology import lemma

NAMED_BEFORE = OUTLET_NOUNS | frozenset(
    "airline charity club company firm institute party union".split()
)
"""Nouns that a body's own name may stand before: "the SLF institute"."""
NEAR = 6
"""Words after a phrase within which the name of the same actor may stand."""


def apposed(nominal: Nominal, covered: Mapping[tuple[int, int], Actor]) -> Actor | None:
    """Return the actor named beside a phrase: "a commander who calls himself Mateo"."""
    sentence, tokens = nominal.sentence, nominal.sentence.tokens
    if nominal.plural and nominal.kind == "group":
        body = sentence.child(nominal.head, "appos")  # "its backers, the Halm Trust"
        one = body is not None and sentence.child(body, "conj") is None
        actor = covered.get((sentence.index, body.index)) if body and one else None
        return actor if actor and actor.kind == "organisation" else None
    if nominal.head.text.lower() == "members" and nominal.kind == "organisation":
        return covered.get((sentence.index, nominal.last - 1))  # "members of the Halm Union"
    beside = [t.index for t in sentence.children(nominal.head, "appos", "flat")]
    beside += _titled(nominal)
    if nominal.first >= 2 and tokens[nominal.first - 1].text == ",":
        beside.append(nominal.first - 2)
    named = False
    for token in tokens[nominal.last : nominal.last + NEAR]:
        owns = token.label == "nmod:poss" and token.index > nominal.last
        beside += [] if owns else [token.index]
        named = named or lemma(token.text, token.tag) in NAMING_VERBS
        if not (named or token.text == "," or names.is_title(token.text) or token.tag == "WP"):
            break
    found = (covered.get((sentence.index, index)) for index in beside)
    if nominal.noun in NAMED_BEFORE and nominal.head.index > nominal.first:
        beside[:0] = [t.index for t in sentence.children(nominal.head, "compound", "nmod:desc")]
    return next((actor for actor in found if actor and actor.kind in nominal.named_kinds), None)


def _titled(nominal: Nominal) -> list[int]:
    """Return the names behind a title: "Secretary of State Ada Orr", "head for Asia, Ada Orr"."""
    sentence, below = nominal.sentence, nominal.sentence.children(nominal.head)
    found = []
    for name in sentence.children(nominal.head, "nmod"):
        case = sentence.child(name, "case")
        own = [b for b in below if case and case.index < b.index < name.index]
        if name.index > nominal.head.index and (case is None or own):
            found.append(name.index)
        if case is not None and case.text.lower() in {"for", "in"}:
            found += [t.index for t in sentence.children(name, "appos")]
    return found
