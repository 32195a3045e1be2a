"""Proper names -> what kind of actor each names, judged over the whole document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import accumulate

from generator.extract.actors.body_signs import (
    called_a_body,
    is_invested_in,
    is_of_somebody,
    is_run,
    told_as_a_thing,
)
from generator.extract.actors.clubs import clubs_among
from generator.extract.actors.genders import is_kin, taken_up
from generator.extract.actors.groups import is_beside_an_agency
from generator.extract.actors.introductions import introduced
from generator.extract.actors.mentions import Name
from generator.extract.actors.metonyms import acts
from generator.extract.actors.no_actors import banned, is_no_actor, is_office, is_told_a_place
from generator.extract.actors.roles import find_role, is_called_a_body
from generator.extract.actors.things import head_noun
from generator.extract.actors.towns import is_town
from generator.extract.words import given_names, names
from generator.extract.words.lexicon import (
    AGENCIES,
    EITHER,
    FOREIGN_BODY_NOUNS,
    ORGANISATIONS,
    is_people_noun,
)
from generator.extract.words.place_words import FACILITIES, KIND_OF_NOUN, PLACING
from generator.language.gazetteer import Gazetteer
from generator.language.morphology import lemma
from generator.language.peoples import is_people
from generator.model import ActorKind

LEGAL_FORMS = names.CORPORATE - frozenset("ab as co company group nv oy sa".split())
"""Forms of firms that nobody is called by."""
MAYBE = frozenset({"PERSON", "LOC"})
"""Types of names that a surname told elsewhere makes a person's."""
_WORD = re.compile(r"\w[\w’'-]*")
LONGEST_INITIALS = 6
"""Longer words in capitals are shouted: "BRAVE DOREEN"."""
TELLING = 4
"""Weight from which a role can only be a person's."""


def kinds_of(found: Sequence[Name], text: str, gazetteer: Gazetteer) -> dict[Name, ActorKind]:
    """Decide what each name names: by its type there and in the rest of the document.

    Names of ships, storms, towns and the like name no actors and are left out.
    """
    votes = _votes(found, text, gazetteer)
    likeliest = {folded: counts.most_common(1)[0][0] for folded, counts in votes.items()}
    met = [n for n in found if "PERSON" in {n.type, likeliest[names.fold(n.text)]}]
    people = {names.surname(n.text) for n in met if not _is_common_word(n, text)}
    parts = {(word,) for n in met if len(words := names.core(n.text)) > 1 for word in words}
    surnames = {w[-1] for n in found if n.type == "PERSON" and len(w := names.core(n.text)) > 1}
    bodies = _beginnings_of_bodies(found, met, gazetteer)
    things, clubs = banned(found), clubs_among(found, gazetteer)
    short = _short_for_bodies(found)
    kinds: dict[Name, ActorKind] = {}
    for name in found:
        folded = names.fold(name.text)
        best = likeliest[folded]
        town = name.type == "LOC" and _is_a_place(name, gazetteer)
        begins = folded in bodies and not (town or is_people(name.text))
        if folded in clubs or name in short or begins:
            best = "ORG"
        elif best in {"ORG", "LOC"} and names.surname(name.text) in people:
            best = "LOC" if town and len(name.tokens) > 1 else "PERSON"  # "San Orr" and Ada Orr
        elif best in {"ORG", "LOC"} and names.core(name.text) in parts and name.text.istitle():
            best = best if town else "PERSON"  # "Xia" where Xia Baolong is met
        if best == "PERSON" and _is_written_like_a_body(name, surnames):
            best = "ORG"
        kind = None if town and best == "LOC" else _kind_of_type(name, best)
        several = best == "PERSON" and _is_a_family(name, surnames)
        scope = folded in names.SCOPES - clubs  # "a Global survey"
        none = is_no_actor(name) or is_town(name, gazetteer) or _is_common_word(name, text)
        if kind and folded not in things and not (several or scope or none):
            kinds[name] = kind
    return _agreed(kinds)


def _is_a_family(name: Name, surnames: Collection[str]) -> bool:
    """Say whether a name is a plural: "the Orrs", "Orrs" where there is an Orr."""
    folded = names.fold(name.text)
    plural = [t.tag for t in name.tokens] == ["NNPS"]
    told = name.sentence.child(name.head, "det") is not None
    together = plural and (told or (name.type == "PERSON" and folded not in surnames))
    return together or (folded not in surnames and folded.removesuffix("s") in surnames)


def _is_a_place(name: Name, gazetteer: Gazetteer) -> bool:
    """Say whether what is tagged as a place is known as one, or one goes there."""
    gone_to = _is_gone_to(name) and not (is_invested_in(name) or _is_foreign_body(name))
    return gone_to or gazetteer.find(name.text) is not None


def _votes(found: Sequence[Name], text: str, gazetteer: Gazetteer) -> dict[str, Counter[str]]:
    """Count what each name, folded, is taken for, with what the words around it tell."""
    votes: dict[str, Counter[str]] = {}
    for name in found:
        there = name.type == "LOC" and _is_gone_to(name)
        votes.setdefault(names.fold(name.text), Counter())[name.type] += 2 + there
        if _may_be_a_person(name, gazetteer) and (
            _called_a_person(name, text) or (name is found[0] and taken_up(name, text))
        ):
            votes[names.fold(name.text)]["PERSON"] += 3 + 2 * (name.type == "LOC")
    return votes


def _agreed(kinds: dict[Name, ActorKind]) -> dict[Name, ActorKind]:
    """Return kinds with the commonest of each name of several words for all its mentions."""
    counts: dict[str, Counter[ActorKind]] = {}
    for name, kind in kinds.items():
        counts.setdefault(names.fold(name.text), Counter())[kind] += 1
    return {
        name: counts[names.fold(name.text)].most_common(1)[0][0] if " " in name.text else kind
        for name, kind in kinds.items()
    }


def _beginnings_of_bodies(
    found: Sequence[Name], met: Sequence[Name], gazetteer: Gazetteer
) -> frozenset[str]:
    """Return what names of bodies begin with, folded: "halden" and "halden group".

    `met` are the names that people may have, of whom none is a body.
    """
    several = [n.text for n in met if len(names.core(n.text)) > 1]
    people = {w for text in several for w in (*names.core(text), *names.fold(text).split())}
    people |= {names.fold(n.text) for n in met if n.type == "LOC"}
    before = ((n, n.sentence.tokens[n.first - 1].text) for n in found if n.first)
    people |= {names.fold(n.text) for n, word in before if names.is_title(word)}
    people |= {names.fold(n.text) for n in found if n.type == "LOC" and is_told_a_place(n)}
    unknown = [n for n in found if n.type not in MAYBE or names.fold(n.text) not in people]
    bodies = [n for n in unknown if _is_body(n, gazetteer)]
    return frozenset(
        start for n in bodies for start in accumulate(names.fold(n.text).split(), "{} {}".format)
    )


def _may_be_a_person(name: Name, gazetteer: Gazetteer) -> bool:
    """Say whether the tagger may have mistaken somebody's name for a body's or a place's."""
    if name.type != "LOC":
        return name.type == "ORG"
    river = lemma(name.tokens[-1].text, "NN").lower() in KIND_OF_NOUN
    return not river and gazetteer.find(name.text) is None


def _is_body(name: Name, gazetteer: Gazetteer) -> bool:
    """Say whether the words around a name make it a body's, whatever the tagger thinks."""
    if name.type == "NORP" or (name.type == "LOC" and gazetteer.find(name.text) is not None):
        return False
    beside = is_beside_an_agency(name)
    if beside or _is_foreign_body(name) or is_called_a_body(name) or called_a_body(name):
        return True
    if name.type in {"PERSON", "ORG"} and any(
        tells(name) for tells in (told_as_a_thing, is_run, is_of_somebody)
    ):
        return True
    subject = name.head.label.startswith(("nsubj", "iobj"))  # "asked Verdant Copper for it"
    several = name.type == "MISC" and len(name.tokens) > 1
    return (name.type == "LOC" or several) and subject and acts(name) and not _is_site(name)


def _is_foreign_body(name: Name) -> bool:
    return len(name.tokens) > 1 and names.fold(name.tokens[0].text) in FOREIGN_BODY_NOUNS


def _short_for_bodies(found: Sequence[Name]) -> frozenset[Name]:
    """Return the names that are short for a body: "Halden" where Halden Group plc is met.

    A place's name is a firm's only where the firm's legal form is told.
    """
    several = [n for n in found if " " in n.text]
    bodies = [n.text.split() for n in several if n.type == "ORG" or _has_a_legal_form(n)]
    firms = {names.fold(w[0]) for w in bodies if names.fold(w[-1].strip(".")) in names.CORPORATE}
    firsts = {names.fold(w[0]) for w in bodies}
    named = (n for n in several if n.type == "PERSON" and not _has_a_legal_form(n))
    people = {word for n in named for word in names.core(n.text)}
    elsewhere = {names.fold(n.text) for n in found if n.type in {"PERSON", "ORG"}}
    return frozenset(
        n
        for n in found
        if (n.type in {"PERSON", "LOC", "MISC"} or names.fold(n.text) in elsewhere)
        and len(n.tokens) == 1
        and names.fold(n.text) in (firms if n.type == "LOC" else firsts) - people
        and (not _is_gone_to(n) or is_invested_in(n))
    )


def _has_a_legal_form(name: Name) -> bool:
    return names.fold(name.text).split()[-1].strip(".") in LEGAL_FORMS


def _is_gone_to(name: Name) -> bool:
    case = name.sentence.child(name.head, "case")
    return case is not None and case.text.lower() in PLACING


def _kind_of_type(name: Name, type_: str) -> ActorKind | None:
    """Return the kind of actor that a name of a type can be; None where it is none."""
    if type_ == "PERSON":
        return "person"
    if type_ == "ORG":
        return None if _is_site(name) else "organisation"
    return "group" if type_ == "NORP" and acts(name) and not _is_one(name) else None


def _is_one(name: Name) -> bool:
    """Say whether a people's or a party's name means one of them: "the Republican claimed"."""
    return name.tokens[-1].tag == "NNP" and name.text.endswith(("an", "crat"))


def _is_written_like_a_body(name: Name, surnames: Collection[str]) -> bool:
    """Say whether a "person" is called an institute or a radio station, or by initials: "KPMG".

    Or has an article, as a newspaper has: "The Halm Ledger".
    """
    words = names.fold(name.text).split()
    letters = name.text.replace(".", "")
    if len(words) == 1 and letters.isalpha() and letters.isupper():
        short = 2 < len(letters) < LONGEST_INITIALS and words[0] not in surnames
        return short or letters != name.text
    people = {*surnames, *given_names.GIVEN_NAMES}
    given = {words[0], words[0].removesuffix("s")} & people or words[-1] in given_names.GIVEN_NAMES
    if _has_article(name) and not given:
        return not (names.is_title(name.text) or words[-1] in names.HOLY)
    form = _has_a_legal_form(name) or words[-1].strip(".") in AGENCIES
    form = form or "&" in words or _has_acronym(name) or words[-1].endswith("news")
    return form or words[-1] in ORGANISATIONS or words[0] in FOREIGN_BODY_NOUNS


def _has_article(name: Name) -> bool:
    """Say whether a singular name has an article of its own, and is nobody's quoted nickname."""
    before = [t.text for t in name.sentence.tokens[max(0, name.first - 2) : name.first]]
    own = name.tokens[-1].tag == "NNP" and name.head.label != "compound"
    return own and before[-1:] in (["the"], ["The"]) and before[0] not in {'"', "“", "‘"}


def _is_common_word(name: Name, text: str) -> bool:
    """Say whether a name is a sentence's first word that the text also has without its capital."""
    opens = all(not t.text[:1].isalnum() for t in name.sentence.tokens[: name.first])
    if not opens or " " in name.text:
        return False
    joined = name.sentence.children(name.head, "conj")
    common = any(t.tag in {"NN", "NNS"} and t.text.islower() for t in joined)  # "Lice and mites"
    own = name.tokens[0].tag in {"NN", "NNS"} or common
    return own or name.text.lower() in _words_of(text)


@lru_cache(maxsize=1)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def _is_site(name: Name) -> bool:
    """Say whether a "body" is an airport, a bridge or a crossing that does nothing here."""
    return head_noun(name) in FACILITIES and not (acts(name) or _has_acronym(name))


def _has_acronym(name: Name) -> bool:
    """Say whether a name is shortened as a body's is: "Save Our Pier (SOP)"."""
    after = name.sentence.tokens[name.last : name.last + 2]
    return [t.text for t in after[:1]] == ["("] and names.is_acronym(after[-1].text, name.text)


def _called_a_person(name: Name, text: str) -> bool:
    """Say whether the words around a "body" speak of a person: "terror chief Ismail Haniyeh"."""
    if name.head.label in {"compound", "nmod:desc", "amod"} or is_office(name):
        return False
    if set(names.organisation_words(name.text)) & ORGANISATIONS or is_called_a_body(name):
        return False
    above = name.sentence.head(name.head) if name.head.label == "nmod" else None
    if any(e.first <= above.index < e.last for e in name.sentence.entities) if above else False:
        return False  # "Ada Orr of Halm Star, chairman of a club,"
    if is_kin(name):
        return True
    role = find_role(name, text)
    words = len(name.text.split())
    told = (2 <= words <= 4) or (words == 1 and bool(introduced(name)))  # "a baker, Tenzin,"
    if role is None or told_as_a_thing(name) or not told:
        return False
    noun = names.fold(role.text).split()[-1]
    alone = noun not in EITHER and not (is_people_noun(lemma(noun, "NNS")) and noun.endswith("s"))
    return role.weight >= TELLING and alone
