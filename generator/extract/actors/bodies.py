"""A phrase about a body, and the name of one -> how well they fit: "the agency", "Halm Board"."""

from __future__ import annotations

from functools import lru_cache

from generator.extract.actors.gathering import is_outlet
from generator.extract.actors.nominals import Nominal
from generator.extract.reading import Actor
from generator.extract.words import names
from generator.extract.words.lexicon import (
    ANY_COMPANY,
    COMPANIES,
    ORGANISATIONS,
    OUTLET_NOUNS,
    is_company_noun,
    is_people_noun,
)
from generator.language.morphology import lemma

OVERSEERS = frozenset({"regulator", "watchdog", "agency", "body"})
"""Nouns for bodies whose names have another: "Kenya's maritime regulator" is an Authority."""
NAMED = 3.0
"""Fit of a phrase whose noun is in the name or the role of a body."""
TELLING = 2.0
"""Fit of one whose noun is another word for one in the name: an agency for an Administration."""
OPEN = 1.0
"""Fit of one that the name neither tells nor rules out: "the drugmaker" for "Halmora"."""
_OFFICES = frozenset(
    """administration agency authority board bureau centre center commission council department
    directorate inspectorate office programme program secretariat service survey""".split()
)
_UNIONS = frozenset(
    """alliance association campaign coalition committee confederation congress council federation
    forces forum foundation front guild institute league movement network party society trust
    union watch""".split()
)
WIDER_BODIES = {
    "agency": _OFFICES,
    "authority": _OFFICES,
    "regulator": _OFFICES,
    "watchdog": _OFFICES | {"foundation", "institute", "watch"},
    "department": frozenset({"ministry"}),
    "ministry": frozenset({"department", "office"}),
    "office": frozenset({"bureau", "commission"}),
    "body": _OFFICES | _UNIONS,
    "organisation": _OFFICES | _UNIONS,
    "organization": _OFFICES | _UNIONS,
    "group": _UNIONS,
    "charity": frozenset({"association", "foundation", "institute", "society", "trust"}),
    "union": frozenset({"alliance", "association", "federation", "congress"}),
    "bank": frozenset({"banca", "banco", "bankhaus", "banque"}),
    "court": frozenset({"tribunal", "chamber"}),
    "force": frozenset({"police", "constabulary"}),
    "military": frozenset({"army"}),
    "company": names.CORPORATE,
}
"""Nouns for bodies, and the words in a name that each can stand for."""
ANY_BODY = frozenset("agency body charity group ngo organisation organization party union".split())
"""Nouns that a body whose name does not tell what it is may go by: "RSF" is "the group"."""
_OTHER_BODIES = ORGANISATIONS - COMPANIES
_NO_COMPANIES = _OTHER_BODIES - ANY_BODY


def body_nouns(actor: Actor) -> set[str]:
    """Return the nouns that a phrase which takes up a body can have."""
    words = _words(actor)
    wider = {noun for noun, within in WIDER_BODIES.items() if words & within}
    if is_outlet(actor) and not words & names.CORPORATE:
        return {*words, *wider, *OUTLET_NOUNS}
    return {*words, *wider, *OVERSEERS, *({"company"} if may_be_a_company(actor) else ())}


def fits_body(nominal: Nominal, actor: Actor) -> float:
    """Return how well a phrase fits a body; 0 where it cannot mean it."""
    words, noun = _words(actor), nominal.noun
    if noun in words:
        named = modifiers(nominal) <= words and not _is_its_business(actor, noun)
        return NAMED if named else 0.0
    if not _only_placed(nominal):
        return 0.0
    if noun in OUTLET_NOUNS and is_outlet(actor):
        return TELLING
    if words & WIDER_BODIES.get(noun, frozenset()):
        return TELLING
    if is_company_noun(noun) and may_be_a_company(actor):
        based = any(t.text == "based" for t in nominal.tokens)
        told = noun in ANY_COMPANY or noun not in COMPANIES or based or words & names.CORPORATE
        return TELLING if told else OPEN
    return OPEN if noun in ANY_BODY and _tells_nothing(actor) else 0.0


def _is_its_business(actor: Actor, noun: str) -> bool:
    """Tell the "government" of a Ministry of Government Legislation from what a body is."""
    kind, _, field = actor.name.partition(" of ")
    return noun in names.organisation_words(field) and noun not in names.organisation_words(kind)


def modifiers(nominal: Nominal) -> set[str]:
    """Return the nouns and adjectives before the noun of a phrase."""
    before = nominal.sentence.tokens[nominal.first : nominal.head.index]
    return {names.fold(t.text) for t in before if t.tag.startswith(("NN", "JJ"))}


def _words(actor: Actor) -> frozenset[str]:
    return _words_of(actor.name, actor.role or "")


@lru_cache(maxsize=4096)
def _words_of(name: str, role: str) -> frozenset[str]:
    return frozenset({*names.organisation_words(name), *names.fold(role).split()})


def may_be_a_company(actor: Actor) -> bool:
    """Say whether nothing makes it a ministry, a court, a newspaper or "a campaign group"."""
    words = set(names.organisation_words(actor.name))
    if words & names.CORPORATE:
        return True
    if is_outlet(actor):
        return False  # which says "we" of itself, or is "the paper"
    nouns = {lemma(word, "NN") for word in words}
    if not _NO_COMPANIES.isdisjoint(names.fold(actor.role or "").split()):
        return False
    return nouns.isdisjoint(_OTHER_BODIES) and not any(map(is_people_noun, nouns))


def _tells_nothing(actor: Actor) -> bool:
    """Say whether no word of a body's name or role says what kind of body it is."""
    nouns = {lemma(word, "NN") for word in _words(actor)}
    return not nouns & (ORGANISATIONS | names.CORPORATE) and not is_outlet(actor)


def _only_placed(nominal: Nominal) -> bool:
    """Say whether what stands before a noun tells at most where it is at home: "the French"."""
    placing = {"DT", "NNP", "NNPS", "CD", "HYPH", ",", "POS"}
    before = nominal.sentence.tokens[nominal.first : nominal.head.index]
    return all(
        t.tag in placing or t.text[:1].isupper() or t.text in {"based", "listed"} for t in before
    )
