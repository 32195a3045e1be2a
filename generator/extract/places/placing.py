"""A mention of a place -> whether something happens there, and how closely it is tied to it."""

from __future__ import annotations

from generator.extract.actors.clubs import PLAYERS
from generator.extract.actors.mentions import Name
from generator.extract.actors.metonyms import acts
from generator.extract.places.geography import Located
from generator.extract.places.spots import Spot
from generator.extract.words.lexicon import PEOPLE
from generator.extract.words.names import OFFICES
from generator.extract.words.place_words import (
    DIRECTIONS,
    GATHERINGS,
    LOCATIVE,
    MOVES,
    PLACE_NOUNS,
    PLACING,
    REACHES,
)
from generator.extract.words.titles import names_people
from generator.language.folding import fold
from generator.language.gazetteer import Gazetteer
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

PERSONS = PEOPLE | OFFICES | PLAYERS | {"native", "couple", "crew", "mate", "side", "team"}
TITLED = frozenset(
    """archbishop baron baroness bishop count countess dean duchess duke earl king lady lord
    marquess prince princess queen viscount""".split()
)
"""Whose title has a place in it that they need not be in."""
INDEFINITE = frozenset({"a", "an", "another", "any", "no"})
"""Before a name that stands for its like: "a new Serengeti"."""
DWELLERS = frozenset("bishop community council inhabitant mayor people resident villager".split())
MISSIONS = frozenset({"embassy", "consulate", "ambassador"})
HOSTING = frozenset("host hosts hosted hosting stage stages staged".split())
DEPARTS = frozenset("bind bound depart embark head leave sail set".split())
VENUE_WORDS = frozenset("base destination host location place seat setting site venue".split())
NEVER_ACTING = frozenset({"body-of-water", "landform", "site"})
PLACED_BY = {
    "obj": REACHES | MOVES,
    "iobj": frozenset[str](),
    "nsubj:pass": REACHES | MOVES,
    "nmod:poss": PLACE_NOUNS,
    "compound": PLACE_NOUNS | GATHERINGS,
    "appos": PLACE_NOUNS,
}
"""The words above a country or capital that make it a place, by how it hangs on them."""


def is_place(mention: Located, gazetteer: Gazetteer, headline: str = "") -> bool:
    """Say whether a mention names where something is, and not who does it.

    A country or a capital stands for its rulers unless the words around it say otherwise; any
    other inhabited place is one unless it acts; a river is one whatever it does. `headline` is
    folded: a place in it plays a part even where it only says which person is meant ("a Leeds
    councillor").
    """
    spot = mention.spot
    if spot.dateline or mention.inside:
        return True
    if _stands_for_its_like(spot) or _has_someone(spot) or _employs(mention) or _elects(mention):
        return False
    if mention.place is None and mention.kind is None:
        there = preposition(spot.sentence, spot) in PLACING or _has_an_owner(spot)
        return there or _is_beside_a_place(spot)
    return _is_there(mention, gazetteer, headline)


def _has_an_owner(spot: Spot) -> bool:
    """Say whether a name no table has is a part of another place: "from Halm's Orlo"."""
    sentence = spot.sentence
    owner = sentence.child(spot.head, "nmod:poss")
    places = {t for e in sentence.entities if e.type == "LOC" for t in range(e.first, e.last)}
    owned = owner is not None and {owner.index, spot.head.index} <= places
    return owned and preposition(sentence, spot) in LOCATIVE


def _is_beside_a_place(spot: Spot) -> bool:
    """Say whether a name that no table has stands where a place does: "between X and Y"."""
    sentence = spot.sentence
    places = {t for e in sentence.entities if e.type == "LOC" for t in range(e.first, e.last)}
    if spot.first > 1 and sentence.tokens[spot.first - 1].text == "," and spot.first - 2 in places:
        return True
    first = first_of_list(sentence, spot.head)
    before = preposition(sentence, spot)
    if before == "between":
        ends = (first, *sentence.children(first, "conj"))
        return len(ends) > 1 and all(t.index in places for t in ends)
    above = sentence.head(first)
    if above is None or spot.head.index not in places:
        return False
    noun = lemma(above.text, above.tag).lower()
    if before == "of":
        told = sentence.tokens[spot.first - 1].tag in {"IN", "DT"}  # not "of native Halmi"
        return told and noun in DIRECTIONS | DWELLERS
    gone = noun in MOVES or sentence.child(above, "compound:prt") is not None  # "lifted off from"
    return gone and before in {"from", "to"}


def _stands_for_its_like(spot: Spot) -> bool:
    """Say whether a name is an example: "a new Serengeti"."""
    return any(t.text.lower() in INDEFINITE for t in spot.sentence.children(spot.head, "det"))


def _employs(mention: Located) -> bool:
    """Say whether a name tells where somebody works: "a historian of Halm University".

    So does "analysts at Halm", where no table has the name.
    """
    spot, unknown = mention.spot, mention.place is None and mention.kind is None
    above = spot.sentence.head(first_of_list(spot.sentence, spot.head))
    if above is None or lemma(above.text, above.tag).lower() in DWELLERS:
        return False
    body = spot.name.split()[-1].lower() in {"university", "college", "institute"}
    body = body or (unknown and preposition(spot.sentence, spot) == "at")
    return body and names_people(above)


def _has_someone(spot: Spot) -> bool:
    """Say whether a name only tells whose somebody is, as a team's: "Halm's Ada Orr"."""
    above, sentence = spot.sentence.head(spot.head), spot.sentence
    people = (e for e in sentence.entities if e.type == "PERSON")
    named = above is not None and any(e.first <= above.index < e.last for e in people)
    return named and spot.head.label == "nmod:poss"


def _elects(mention: Located) -> bool:
    """Say whether a name tells whom somebody speaks for: "Ada Orr of Utah", "Orr (D-Utah)"."""
    spot = mention.spot
    tokens, head = spot.sentence.tokens, first_of_list(spot.sentence, spot.head)
    before = [t.text for t in tokens[max(0, spot.first - 3) : spot.first]]
    if before[-1:] in (["-"], ["–"]) and before[0] in {"(", "-LRB-"}:
        return True
    people = {e.last - 1 for e in spot.sentence.entities if e.type == "PERSON"}
    named = before[-1:] == ["of"] and spot.first - 2 in people and head.label == "nmod"
    return named and mention.kind != "city"


def _is_there(mention: Located, gazetteer: Gazetteer, headline: str) -> bool:
    """Say whether a known place, or one of a known kind, is where something is."""
    spot = mention.spot
    team = spot.name.lower().endswith(" islands")
    if mention.kind in NEVER_ACTING and not team and not _rules(mention, gazetteer):
        return True
    sentence, head = spot.sentence, first_of_list(spot.sentence, spot.head)
    if _is_a_venue(sentence, head):
        return True
    if acts(Name(sentence, spot.first, spot.last, spot.name, "LOC")):
        return False
    above = sentence.head(head)
    word = lemma(above.text, above.tag).lower() if above else ""
    if _rules(mention, gazetteer):
        return (
            (mention.kind == "city" and _is_listed_with_towns(spot, head, gazetteer))
            or _follows_its_town(spot)
            or _is_placed(sentence, head, word)
        )
    return in_headline(spot, headline) or not _describes_a_person(sentence, head, word)


def _is_a_venue(sentence: Sentence, head: Token) -> bool:
    """Say whether something is to be held there: "offered to host", "Oslo as the venue"."""
    above = sentence.head(head)
    if above is None:
        return False
    verbs = {t.text.lower() for t in (above, *sentence.children(above, "xcomp"))}
    if head.label == "nsubj" and verbs & HOSTING:
        return True
    roles = [*sentence.children(above, "obl"), *sentence.children(head, "nmod")]
    as_venue = (
        role.text.lower() in VENUE_WORDS
        and (case := sentence.child(role, "case")) is not None
        and case.text.lower() == "as"
        for role in roles
    )
    return head.label == "obj" and any(as_venue)


def in_headline(spot: Spot, headline: str) -> bool:
    """Say whether a name stands in a folded headline."""
    return f" {fold(spot.name)} " in f" {headline} "


def phrase_head(spot: Spot) -> Token:
    """Return what ties a mention to its clause: "villages" in "Sylhet villages", "Cairo talks"."""
    head = first_of_list(spot.sentence, spot.head)
    above = spot.sentence.head(head)
    case = spot.sentence.child(head, "case")
    noun = lemma(above.text, above.tag).lower() if above else ""
    within = case is not None and case.text.lower() == "of" and noun in PLACE_NOUNS
    named = head.label == "compound" and noun in PLACE_NOUNS | GATHERINGS
    return first_of_list(spot.sentence, above) if above and (within or named) else head


def first_of_list(sentence: Sentence, head: Token) -> Token:
    """Return the first member of the list that a token stands in: "in Cairo or Doha"."""
    while head.label == "conj" and head.head >= 0:
        head = sentence.tokens[head.head]
    return head


def _is_listed_with_towns(spot: Spot, head: Token, gazetteer: Gazetteer) -> bool:
    """Say whether a capital stands beside a town where no government sits: "Oslo and Bergen"."""
    members = {head.index, *(t.index for t in spot.sentence.children(head, "conj"))}
    for entity in spot.sentence.entities:
        if entity.type == "LOC" and members & {*range(entity.first, entity.last)}:
            words = spot.sentence.tokens[entity.first : entity.last]
            found = gazetteer.find(" ".join(token.text for token in words))
            if entity.first != spot.first and found and found.kind == "city" and not found.capital:
                return True
    return False


def preposition(sentence: Sentence, spot: Spot) -> str:
    """Return the preposition before a mention, or before the list that it stands in."""
    for token in (spot.head, first_of_list(sentence, spot.head), phrase_head(spot)):
        case = sentence.child(token, "case")
        if case and case.text not in {"'s", "’s", "'", "’"}:
            return case.text.lower()
    return ""


def _rules(mention: Located, gazetteer: Gazetteer) -> bool:
    """Say whether a name is one that often stands for a government or another power."""
    place, name = mention.place, mention.spot.name
    if gazetteer.speaks_for(name) is not None or (place and place.kind == "country"):
        return True
    if place and not place.capital:
        return False
    return gazetteer.country(name) is not None or gazetteer.seat(name) is not None


def _follows_its_town(spot: Spot) -> bool:
    """Say whether a country is named to tell where a town is: "Marbella, Spain"."""
    above = spot.sentence.head(spot.head)
    before = spot.first - 1
    while before > 0 and spot.sentence.lower[before] in DIRECTIONS:
        before -= 1
    comma = before > 0 and spot.sentence.tokens[before].text in {",", "("}
    return bool(
        comma
        and spot.head.label in {"appos", "nmod", "nmod:unmarked", "list"}
        and above
        and above.index < spot.first
        and any(e.type == "LOC" and e.first <= above.index < e.last for e in spot.sentence.entities)
    )


def _is_placed(sentence: Sentence, head: Token, word: str) -> bool:
    """Say whether the words around a country or capital make it a place."""
    case = sentence.child(head, "case")
    before = case.text.lower() if case else ""
    if word in MISSIONS and not before:
        return False  # "the U.S. embassy in Lusaka" is not in the U.S.
    if head.label == "nmod:poss" and _owns_a_place(sentence, head):
        return True
    if head.label in PLACED_BY or not before:
        return word in PLACED_BY.get(head.label, PLACED_BY["obj"])
    if before == "of":
        return word not in PERSONS
    departs = before == "for" and word in DEPARTS
    borders = before == "with" and word in {"border", "boundary", "frontier"}
    if before in PLACING or departs or borders or _ends_a_way(sentence, head, before):
        return True
    return before in LOCATIVE and (word in MOVES or word in REACHES)


def _ends_a_way(sentence: Sentence, head: Token, before: str) -> bool:
    """Say whether a place is an end of a way: "from Holyhead to Dublin"."""
    wanted = {"from": "to", "to": "from"}.get(before)
    places = {at for e in sentence.entities if e.type == "LOC" for at in range(e.first, e.last)}
    above = sentence.head(head) if wanted else None
    near = (above, *sentence.children(above), *sentence.children(head)) if above else ()
    ends = (end for end in near if end.index in places)
    cases = (sentence.child(end, "case") for end in ends)
    return any(case is not None and case.text.lower() == wanted for case in cases)


def _owns_a_place(sentence: Sentence, head: Token) -> bool:
    """Say whether a country is where another place is: "in Nepal's Karnali valley"."""
    above = sentence.tokens[head.head]
    span = range(head.index + 1, above.index + 1)
    return any(e.type == "LOC" and e.first in span for e in sentence.entities)


def _describes_a_person(sentence: Sentence, head: Token, word: str) -> bool:
    """Say whether a name only says which person is meant: "a Hamilton lawyer", "Duke of Sussex"."""
    case = sentence.child(head, "case")
    if case is not None and case.text.lower() in {"of", "for"}:
        return word in (TITLED if case.text.lower() == "of" else PERSONS)
    return head.label == "compound" and word in PERSONS
