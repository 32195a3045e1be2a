"""A name in its sentence -> the signs there that it is a body's, whatever the tagger thinks."""

from __future__ import annotations

from generator.extract.actors.mentions import Name
from generator.extract.words.lexicon import (
    ANY_COMPANY,
    EITHER,
    ORGANISATIONS,
    OUTLET_NOUNS,
    is_people_noun,
)
from generator.extract.words.names import SEATED
from generator.language.morphology import lemma

TEAMS = frozenset("side outfit rivals giants champions franchise".split())
"""What newspapers call a club before its name."""
HOLDINGS = frozenset("confidence holding interest investment investor share stake".split())
FIRMS = ANY_COMPANY | OUTLET_NOUNS | {"charity"}
RUN = frozenset(
    "director executive chairman chairwoman chair headquarters shareholder board".split()
)
"""What a body has, and a person with one name has not: "Halm's chief executive"."""


def is_invested_in(name: Name) -> bool:
    """Say whether "in" follows what one has of a firm: "shares in Halden"."""
    above = name.sentence.head(name.head)
    return above is not None and lemma(above.text, above.tag).lower() in HOLDINGS


def is_run(name: Name) -> bool:
    """Say whether a lone name has a board or is a firm: "Halm's chairman", "the Halm charity".

    Nobody has somebody by name: "Halm's Ada Orr".
    """
    above = name.sentence.head(name.head) if len(name.tokens) == 1 else None
    if above is None:
        return False
    noun = lemma(above.text, above.tag).lower()
    people = {e.first for e in name.sentence.entities if e.type == "PERSON"}
    owned = name.head.label == "nmod:poss" and (noun in RUN or name.last + 1 in people)
    traded = name.head.label == "nmod" and noun == "share"  # "shares of Halm"
    return owned or traded or (name.head.label == "compound" and noun in FIRMS)


def called_a_body(name: Name) -> bool:
    """Say whether the noun before a "person" is that of a body: "the newspaper El Sabanero"."""
    tokens = name.sentence.tokens[: name.first]
    if not tokens or not tokens[-1].text.islower() or is_people_noun(tokens[-1].text):
        return False
    of = next((t.index for t in tokens[-3:] if t.text.lower() == "of"), 0)
    if of and is_people_noun(lemma(tokens[of - 1].text, "NN").lower()):
        return False  # "the chairman of the bench Ada Orr"
    if name.type == "LOC" and tokens[-1].text in SEATED:
        return False  # "the police station Halm"
    if name.type == "PERSON" and tokens[-1].text.lower() in EITHER:
        return False  # "the developer Ada Orr"
    noun = tokens[-1].text
    return noun in ORGANISATIONS or noun in TEAMS or (noun in OUTLET_NOUNS and noun != "paper")


def is_of_somebody(name: Name) -> bool:
    """Say whether a "person" is what another is of: "Ada Orr of Lone Star"."""
    tokens, first = name.sentence.tokens, name.first
    people = {e.last for e in name.sentence.entities if e.type == "PERSON"}
    return first > 1 and tokens[first - 1].text == "of" and first - 1 in people


def told_as_a_thing(name: Name) -> bool:
    """Say whether a relative clause tells of a body: "Lofoten Fisk, which had bid"."""
    after = [t.text.lower() for t in name.sentence.tokens[name.last : name.last + 2]]
    whole = len(name.tokens) > 1 or name.head.label == "nsubj"
    return after == [",", "which"] and whole and bool(name.sentence.child(name.head, "acl:relcl"))
