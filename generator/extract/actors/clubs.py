"""The names of an article -> which of them are clubs: "Lake City" that plays, and has a coach."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.actors.mentions import Name
from generator.extract.actors.metonyms import are_a_team
from generator.extract.words import given_names, names
from generator.language.gazetteer import Gazetteer
from generator.language.morphology import lemma

TOWN_WORDS = frozenset("city county forest palace rangers town villa".split())
"""Last words that clubs share with places: the article tells which is meant."""
PLAYING = frozenset(
    """beat concede defeat draw edge equalise equalize face hammer host outplay overcome play score
    thrash trounce""".split()
)
PLAYERS = frozenset(
    """boss captain coach defender fan forward goalkeeper keeper manager midfielder player skipper
    striker supporter winger""".split()
)
"""Who belongs to a club: "the City defender"."""


def is_team_name(name: str) -> bool:
    """Say whether a name has the last word that only clubs have."""
    words = names.organisation_words(name)
    return len(words) > 1 and words[-1] in names.TEAM_WORDS


def clubs_among(found: Sequence[Name], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the folded names of clubs; one that plays as "City" makes "Lake City" one."""
    playing = {words[-1] for n in found if (words := _words(n)) and _plays(n)}
    lasts = playing & (TOWN_WORDS | names.TEAM_WORDS)
    return frozenset(
        names.fold(n.text)
        for n in found
        if (is_team_name(n.text) and not _is_somebody(n))
        or lasts.intersection(_words(n)[-1:])
        or (lasts and _is_named_for_a_town(n, gazetteer))
    )


def _is_named_for_a_town(name: Name, gazetteer: Gazetteer) -> bool:
    """Say whether a name is a town's with a club's last word: "Halm Town", not "Cape Town"."""
    words = _words(name)
    return len(words) > 1 and words[-1] in TOWN_WORDS and gazetteer.find(name.text) is None


def _is_somebody(name: Name) -> bool:
    """Tell "Rosalind Orr SC", a barrister, from "Halm SC"."""
    first, *others = names.fold(name.text).split()
    return first in given_names.GIVEN_NAMES and others[-1] == "sc" and len(others) > 1


def _words(name: Name) -> tuple[str, ...]:
    return () if name.type == "PERSON" else names.organisation_words(name.text)


def _plays(name: Name) -> bool:
    """Say whether a name does, undergoes or has what a club does."""
    sentence, head = name.sentence, name.head
    above = sentence.head(head)
    if above is None:
        return False
    word = lemma(above.text, above.tag).lower()
    if head.label == "nsubj" and are_a_team(sentence, head, above):
        return True
    if head.label in {"nsubj", "obj"}:
        return above.tag.startswith("VB") and word in PLAYING
    after = sentence.tokens[name.last : name.last + 1]
    beside = bool(after) and lemma(after[0].text, after[0].tag).lower() in PLAYERS
    return beside or (head.label in {"compound", "nmod:poss"} and word in PLAYERS)
