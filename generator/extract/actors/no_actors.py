"""A proper name in its sentence -> whether it names no actor, whatever the tagger takes it for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.extract.actors.credits import is_signature, is_symbol
from generator.extract.actors.mentions import Name
from generator.extract.actors.metonyms import acts
from generator.extract.actors.short_forms import short_for_offices
from generator.extract.actors.things import head_noun, things_among
from generator.extract.actors.works import (
    BUILT,
    VESSELS,
    is_a_belief,
    is_a_subject,
    is_a_title,
    is_a_way,
    is_a_work,
    word_before,
)
from generator.extract.words import names
from generator.extract.words.lexicon import ORGANISATIONS, is_people_noun
from generator.extract.words.place_words import HOUSES, KIND_OF_NOUN, PLACING, is_centre
from generator.extract.words.titles import NAMING_TAGS, names_people
from generator.language.morphology import lemma
from generator.language.peoples import is_people
from generator.language.tree import Token

CRAFT = frozenset("lander rocket rover satellite spacecraft telescope".split())
KIN = frozenset(
    """mum mom mam dad daddy mummy mommy grandad granddad grandpa grandma gran granny nan nana nanna
    auntie aunt uncle father mother""".split()
)
"""Words for relatives that are written like names where one speaks of one's own."""
BORN = frozenset({"nee", "née", "né", "born"})
_PARTY = re.compile(r"[DRI]-[A-Z][\w.]*")
"""“D-N.M.”, “R-Texas”: a senator's party and state."""
_MODEL = re.compile(r"(?!G-)[A-Z][A-Za-z]*-\d+\w*")
"""“TVX-4”, “F-16”: a product's; “G-20” is none."""
_WORD = re.compile(r"[^\W\d_]{2}")
PLACES = frozenset({"city", "region", "landform", "body-of-water"})


def is_no_actor(name: Name) -> bool:
    """Say whether the words of a name or those around it make it no actor's."""
    return any(is_none(name) for is_none in NO_ACTORS)


def banned(found: Sequence[Name]) -> frozenset[str]:
    """Return the folded names that an article gives to a ship, a storm, a town, a law, a prize."""
    people = {names.core(n.text)[-1] for n in found if n.type == "PERSON" and " " in n.text}
    things = [
        n.text
        for n in found
        if (is_vessel(n) and names.fold(n.text) not in people) or is_called_a_place(n)
    ]
    ends = (n.text for n in found if " " in n.text and any(t.endswith(n.text) for t in things))
    named = (*things, *ends, *short_for_offices(found))
    return frozenset(map(names.fold, named)) | things_among(found)


def is_office(name: Name) -> bool:
    """Say whether a "body" is the title of the person whose name follows, its initials or not."""
    tokens, at = name.sentence.tokens, name.last
    short = names_people(name.head) and [t.text for t in tokens[at : at + 3 : 2]] == ["(", ")"]
    after = next(iter(tokens[at + 3 * short :]), None)  # "Commissioner of Roads (CR) Ada Orr"
    if after is None or after.tag not in NAMING_TAGS or not after.text[:1].isupper():
        return False
    if after.text == "Minister" or any(names_people(t) for t in name.tokens):
        return True  # "Local Administration" Minister
    last = name.tokens[-1]  # "UAE Foreign" Secretary, "U.S. District" Judge
    leads = len(name.tokens) == 1 or last.label == "amod" or last.text in BENCHES
    return leads and names_people(after)


def is_called_a_place(name: Name) -> bool:
    """Say whether an apposition calls a name a place's: "Halm, a city of 17,000"."""
    if name.type != "PERSON" and word_before(name) in {"farm", "ranch", "village", "suburb"}:
        return True  # "the farm Halm"
    ahead = [t.text.lower() for t in name.sentence.tokens[: name.first][-2:]]
    if name.type == "PERSON" and ahead[1:] in (["called"], ["named"]) and ahead[0] in BUILT:
        return True  # "a bar called Halm"
    after = name.sentence.tokens[name.last : name.last + 6]
    if len(after) < 3 or after[0].text != "," or after[1].text.lower() not in {"a", "an", "the"}:
        return False
    phrase = list(takewhile(lambda t: t.tag.startswith(("NN", "JJ", "CD", "POS")), after[2:]))
    return bool(phrase) and KIND_OF_NOUN.get(phrase[-1].text.lower()) in PLACES


def is_told_a_place(name: Name) -> bool:
    """Say whether the noun beside a name is a region's or a town's: "Halm province"."""
    tokens = name.sentence.tokens
    behind, ahead = tokens[name.last : name.last + 1], tokens[max(0, name.first - 2) : name.first]
    beside = [*behind, *(ahead[:1] if [t.text for t in ahead[1:]] == ["of"] else ())]
    return any(KIND_OF_NOUN.get(t.text) in {"region", "city"} for t in beside)


def _is_rank(name: Name) -> bool:
    """Say whether a name is only a rank, an honour, a relative's or letters: "Gen.", "G.O.S.K"."""
    words = names.fold(name.text).split()
    own = " ".join(words) in KIN | names.HONOURS
    letters = name.type == "PERSON" and len(name.text) > 2 and not _WORD.search(name.text)
    return own or letters or all(w in names.HONORIFICS or w in names.EXCELLENCIES for w in words)


def _is_modifier(name: Name) -> bool:
    """Say whether a "person" is the town in "a Hamilton lawyer" or "the district of Ango"."""
    noun = name.sentence.head(name.head)
    if name.type not in {"PERSON", "ORG"} or " " in name.text:
        return False
    if noun is None or not noun.text.islower():
        return False
    case = name.sentence.child(name.head, "case")
    kind = lemma(noun.text, noun.tag) in KIND_OF_NOUN
    lawyer = name.type == "PERSON" and names_people(noun)
    of_place = case is not None and case.text == "of" and kind
    return of_place or (name.head.label == "compound" and lawyer)


def is_vessel(name: Name) -> bool:
    """Say whether a name is a ship's: "the gunboat Aster", "MV Aster", "on board the Aster"."""
    above = name.sentence.head(name.head) if name.head.label == "appos" else None
    if above is not None and above.text.lower() in VESSELS | CRAFT:
        return True
    ahead = name.sentence.tokens[max(0, name.first - 2) : name.first]
    woman = name.type == "PERSON" and [t.text for t in ahead[-1:]] == ["Ms"]
    before = "" if woman else word_before(name)
    boarded = [t.text.lower() for t in ahead]
    if before == "the" and (boarded[0] in {"aboard", "board"} or name.tokens[0].text == "Lady"):
        return True
    return bool({before, names.fold(name.tokens[0].text)} & VESSELS)


def _is_bracketed_party(name: Name) -> bool:
    """Say whether a name tells a politician's party or a maiden name: "(Lib Dem, Harbour)"."""
    tokens = name.sentence.tokens
    if _PARTY.match(name.text) or word_before(name) in BORN:
        return True
    if name.first < 2 or tokens[name.first - 1].text not in {"(", "-LRB-"}:
        return False
    return any(
        e.type == "PERSON" and e.last == name.first - 1 and e.last - e.first > 1
        for e in name.sentence.entities
    )


def _is_seat(name: Name) -> bool:
    """Say whether a name only tells where somebody is: "Halm-based", "a Member of Parliament"."""
    tokens = name.sentence.tokens
    after = [t.text.lower() for t in tokens[name.last : name.last + 2]]
    of = name.first > 1 and tokens[name.first - 1].text == "of"
    member = of and tokens[name.first - 2].text.endswith(("Member", "Members"))
    return after == ["-", "based"] or (member and name.text in {"Congress", "Parliament"})


def _is_broken(name: Name) -> bool:
    """Say whether a name is a piece of one with brackets, or a letter: "Dorset) Ltd", "Ks"."""
    letters = sum(c.isalpha() for c in name.text.removesuffix("s"))
    return name.text.count("(") != name.text.count(")") or letters < 2


def _is_venue(name: Name) -> bool:
    """Say whether a "body" is a ground, a hall or a centre that something happens at."""
    words = names.fold(name.text).split()
    if len(words) < 2 or name.type == "PERSON" or acts(name):
        return False
    case = name.sentence.child(name.head, "case")
    gone_to = case is not None and case.text.lower() in PLACING | {"to", "from"}
    return words[-1] in GROUNDS or is_centre(words) or (gone_to and words[-1] in GONE_TO)


def _is_road(name: Name) -> bool:
    """Say whether a "body" is a road, a bridge or a street, which nobody hears speak."""
    return name.type != "PERSON" and len(name.tokens) > 1 and head_noun(name) in ROADS


def _is_product(name: Name) -> bool:
    """Say whether a name is a model's, or stands before its number: "two Halden 737"."""
    tokens = name.sentence.tokens
    number = [t.tag for t in tokens[: name.first][-1:]] == ["CD"]
    counted = number or word_before(name) in {"a", "an"}
    odds = [t.text for t in tokens[name.last + 1 : name.last + 2]] == ["/"]  # "Halm Star 20/1"
    numbered = [t.text[:1].isdigit() for t in tokens[name.last : name.last + 1]] == [True]
    model = name.type in {"MISC", "ORG"} and _MODEL.fullmatch(name.text)
    return bool(model) or (numbered and (odds or (counted and name.type == "ORG")))


def _is_portfolio(name: Name) -> bool:
    """Say whether a "body" is what a minister minds: "Minister of Gender Equality and Family"."""
    if name.type != "ORG" or set(names.organisation_words(name.text)) & ORGANISATIONS:
        return False
    tokens = name.sentence.tokens
    at = name.first - 1
    while at > 0 and (
        tokens[at].tag in {*NAMING_TAGS, "CC", ",", "DT"} and not _is_office(tokens[at])
    ):
        at -= 1
    linked = at > 0 and tokens[at].text.lower() in {"of", "for"}
    return linked and _is_office(tokens[at - 1])


def _is_office(token: Token) -> bool:
    return token.text == "Commissioner" or lemma(token.text, token.tag).lower() in PORTFOLIOS


def _is_of_a_region(name: Name) -> bool:
    """Say whether a "body" is the adjective of a part of the world or a party: "Latin American"."""
    last, ends = names.fold(name.tokens[-1].text), "" if name.type != "PERSON" else COUNTRYMEN
    countryman = is_people(name.text) and name.text.endswith(ends)
    own = last == "caribbean" and len(name.tokens) > 1 and name.head.label != "amod"
    leans = name.head.label in {"amod", "compound"} and is_people(name.tokens[-1].text)
    people = (
        countryman or leans or (last in CONTINENTAL and not own)
    )  # "BirdLife Caribbean" is a body
    return name.type in {"ORG", "PERSON", "MISC"} and people


def _is_office_alone(name: Name) -> bool:
    """Say whether a name is an office: "the Halm Minister", "the Halm MP", "Chief Executive"."""
    words = names.fold(name.text).split(" of ")[0].split()
    after = name.sentence.tokens[name.last : name.last + 1]
    if name.type == "PERSON" and [t.text for t in after] == ["of"]:
        return words[-1] in names.OFFICES
    if len(words) < 2 or words[-1] in names.SHORT_OFFICES:
        return words[-1] in names.SHORT_OFFICES
    cut = words[-1] in {"managing", "executive", "chief"} and after and names_people(after[0])
    general = words[-1] == "general" and is_people_noun(words[-2])  # "Inspector General of Police"
    whole = general or words[-1] in names.OFFICES - {"speaker", "commissioner"}
    return name.type == "ORG" and (bool(cut) or whole)


def _is_addressed(name: Name) -> bool:
    """Say whether a lone name is only called out to: "I tell him, Ada, wait"."""
    return len(name.tokens) == 1 and name.head.label == "vocative"


BENCHES = frozenset({"Circuit", "District"})
PORTFOLIOS = frozenset(
    "department directorate minister ministry secretary undersecretary under-secretary".split()
)
"""Before "of" and "for" they tell what somebody, or a part of a government, minds."""
CONTINENTAL = frozenset(
    "african american asian australasian european caribbean islander aboriginal indigenous".split()
) | {"democratic"}
COUNTRYMEN = ("chman", "shman", "tsman")
"""How the words end for those whom a tagger takes for somebody called so."""
GROUNDS = frozenset(
    "arena exchange forest gallery ground grounds hall house pavilion stadium theatre".split()
)
GONE_TO = HOUSES - {"university", "college", "embassy", "consulate"}
"""Houses that are no actors where one is in them, or taken to them."""
ROADS = frozenset("avenue boulevard bridge expressway highway lane motorway road street".split())
NO_ACTORS = (
    is_office,
    _is_rank,
    _is_modifier,
    is_vessel,
    is_signature,
    _is_bracketed_party,
    _is_seat,
    _is_broken,
    _is_product,
    _is_road,
    is_symbol,
    _is_venue,
    _is_portfolio,
    _is_of_a_region,
    _is_office_alone,
    is_a_belief,
    is_a_title,
    _is_addressed,
    is_a_subject,
    is_a_work,
    is_a_way,
)
"""What a tagger takes for names of actors and is none."""
