"""A phrase about an actor -> the named actor that it takes up: "the ministry", "the lawyer"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.extract.actors.bodies import (
    TELLING,
    body_nouns,
    fits_body,
    may_be_a_company,
    modifiers,
)
from generator.extract.actors.nominals import Nominal
from generator.extract.actors.prominence import Told
from generator.extract.grammar.status import DEMANDS
from generator.extract.reading import Actor, Mention
from generator.extract.words import names
from generator.extract.words.lexicon import is_company_noun, is_people_noun
from generator.language.morphology import lemma

LEAD = 1
"""Index of the last sentence that a lead may be: a dateline stands before it."""
SOON = 6
"""Sentences within which whoever a phrase tells of is named."""
MOST_COMPANIES = 20
"""Of more, those that are mentioned least are not what "the company" means."""
REACH = 8
"""Sentences after which "the company" may be another."""
TOPIC = 1.0
MAIN = 2.5
"""Weights of the body that an article speaks of most, where a phrase may mean several, and where
that is "the company": an article has one more often than not."""
RANKS = {
    "gen": "general", "brig": "brigadier", "lt": "lieutenant", "col": "colonel", "maj": "major",
    "capt": "captain", "sgt": "sergeant", "sen": "senator", "rep": "representative",
    "gov": "governor", "dr": "doctor", "prof": "professor", "insp": "inspector", "adm": "admiral",
}  # fmt: skip
"""Ranks and titles as they are shortened before a name, and in full."""
WIDER = {
    "diplomat": ("secretary of state", "foreign minister", "foreign secretary", "ambassador"),
    "official": ("secretary", "minister", "director", "commissioner", "chief"),
    "leader": ("president", "prime minister", "premier", "chairman", "chairwoman", "chancellor"),
    "premier": ("prime minister",),
    "judge": ("justice",),
    "lawyer": ("barrister", "solicitor", "attorney", "counsel"),
    "officer": ("colonel", "general", "lt", "gen", "col", "capt", "commander", "inspector"),
    "politician": ("senator", "minister", "mayor", "governor"),
    "executive": ("chief executive", "ceo", "managing director"),
    "scientist": ("professor", "researcher", "hydrologist", "biologist", "physicist"),
}
"""Nouns for people, and the roles that each can stand for."""


_OF_ANOTHER = re.compile(r" (?:for|of|to) (?:the|a|an) ")
ONE_BODY = frozenset("police military prosecution prosecutors troops".split())
"""Nouns for one body that are several by form, or by what they agree with."""


def by_noun(actors: Iterable[Actor]) -> dict[str, list[Actor]]:
    """Return the actors by each noun that a phrase which takes them up can have."""
    found: dict[str, list[Actor]] = {}
    for actor in actors:
        for noun in _nouns(actor) if actor.mentions else ():
            found.setdefault(noun, []).append(actor)
    companies = sorted(found.get("company", ()), key=lambda a: -len(a.mentions))
    return {**found, "company": companies[:MOST_COMPANIES]}


def _nouns(actor: Actor) -> set[str]:
    if actor.kind != "person":
        return body_nouns(actor)
    role = names.fold(actor.role or "")
    wider = (noun for noun, roles in WIDER.items() if any(wide in role for wide in roles))
    return {*_role_words(role), *wider}


def antecedent(nominal: Nominal, known: Mapping[str, Sequence[Actor]], told: Told) -> Actor | None:
    """Return the named actor that a definite phrase takes up again, of those known by its noun."""
    actors = known.get(nominal.noun, ())
    if is_company_noun(nominal.noun):
        actors = (*actors, *known["company"])
    if (nominal.plural and nominal.noun not in ONE_BODY) or _is_predicate(nominal):
        return None
    if not nominal.definite:
        return _introduced_later(nominal, actors)
    if nominal.named_kinds[0] == "organisation":
        return _body(nominal, actors, told)
    fits = [a for a in actors if a.mentions[0].place < nominal.place and _fits(nominal, a)]
    office = names.fold(nominal.name)
    known_by = [
        a for a in actors if a.kind == "person" and names.fold(a.role or "").endswith(office)
    ]
    if len(known_by) == 1 and " " in office and not fits:
        return known_by[0]  # "Halm's health minister", who is named further on
    if not fits and nominal.sentence.index <= LEAD:
        return _introduced_later(nominal, actors)  # "Halm's president", "the mayor" of a lead
    return max(fits, key=lambda a: told.latest(a, nominal.place), default=None)


def _is_predicate(nominal: Nominal) -> bool:
    """Say whether a phrase is what somebody is said to be, or the second of two such."""
    sentence, head = nominal.sentence, nominal.head
    first = sentence.head(head) if head.label == "conj" else head
    return first is not None and sentence.child(first, "cop") is not None


def _body(nominal: Nominal, known: Sequence[Actor], told: Told) -> Actor | None:
    """Return the body that a phrase fits best: by its name, its place, and who speaks.

    Where a body is at home is said of the last one: "sold by Halm Foods. The Danish company".
    """
    recent = told.before(nominal.sentence)
    near = (told.actors[i] for i in recent if i in told.named)
    bodies = {a.id: a for a in (*near, *known) if a.kind == "organisation"}
    most = max((len(actor.mentions) for actor in bodies.values()), default=1)
    placed = any(t.text[:1].isupper() and t.index for t in nominal.tokens[:-1])
    ranked = []
    for actor in bodies.values():
        if not (fit := fits_body(nominal, actor)):
            continue
        seen, latest = recent.get(actor.id, ()), told.latest(actor, nominal.place)
        weight = max(0.0, told.prominence(nominal.sentence, nominal.head, seen))
        company = is_company_noun(nominal.noun) and may_be_a_company(actor)
        if not _is_in_mind(nominal, fit, weight, latest, company=company):
            continue
        if told.is_co_argument(nominal.sentence, nominal.head, seen) or _asks(nominal, seen):
            continue
        topic = (MAIN if company else TOPIC) * len(actor.mentions) / most
        weight += topic + told.employs(actor, nominal.sentence, nominal.head)
        ranked.append((fit + (0.0 if placed else weight), latest, actor.id))
    best = max(ranked, default=None)
    return bodies[best[2]] if best else None


def _asks(nominal: Nominal, seen: Sequence[Mention]) -> bool:
    """Say whether a body demands what a phrase tells of: "Halm asked that the company pay"."""
    sentence, heads = (
        nominal.sentence,
        {m.head for m in seen if m.sentence == nominal.sentence.index},
    )
    demands = (v for v in sentence.path_to_root(nominal.head) if lemma(v.text, v.tag) in DEMANDS)
    subjects = (sentence.child(verb, "nsubj") for verb in demands)
    return any(s is not None and s.index in heads for s in subjects)


def _is_in_mind(
    nominal: Nominal, fit: float, weight: float, latest: tuple[int, int], *, company: bool
) -> bool:
    """Say whether a body has been told of, and not too long ago for what its name tells."""
    if latest < (0, 0) or weight > 0:
        return weight > 0
    ago = nominal.sentence.index - latest[0]
    return fit > TELLING or (fit == TELLING and ago <= REACH and company)


def _introduced_later(nominal: Nominal, actors: Sequence[Actor]) -> Actor | None:
    """Return the one person of that role whom the article names afterwards: "a judge" in a lead."""
    if not is_people_noun(nominal.noun) or _stays_unnamed(nominal):
        return None
    fits = [a for a in actors if _fits(nominal, a)]
    fits = [a for a in fits if a.mentions[0].place >= nominal.place]
    soon = [a for a in fits if a.mentions[0].sentence - nominal.sentence.index <= SOON]
    return fits[0] if len(fits) == 1 and soon else None


def _stays_unnamed(nominal: Nominal) -> bool:
    """Tell whether somebody is not to be named: "an official who asked not to be identified"."""
    behind = nominal.sentence.tokens[nominal.last : nominal.last + REACH + 6]
    words = {t.text.lower() for t in behind}
    return "anonymity" in words or ("not" in words and bool(words & {"named", "identified"}))


def _fits(nominal: Nominal, actor: Actor) -> bool:
    """Say whether a phrase can mean an actor: its noun is in the name or the role."""
    if actor.kind not in nominal.named_kinds:
        return False
    if actor.kind == "person":
        return bool(actor.role) and _is_called(nominal.noun, actor, modifiers(nominal))
    return fits_body(nominal, actor) >= TELLING


def _is_called(noun: str, actor: Actor, modifiers: set[str]) -> bool:
    """Say whether a noun for people can take up someone's role: the same word, or a wider one."""
    role = names.fold(actor.role or "")
    words = _role_words(role)
    if noun in words:
        return modifiers <= words or words <= {noun, *modifiers}
    return any(wider in role for wider in WIDER.get(noun, ()))


def _role_words(role: str) -> set[str]:
    """Return the words of a role that tell of its bearer: "wife" of "wife of the president"."""
    own = _OF_ANOTHER.split(role)[0]
    return {RANKS.get(word, lemma(word, "NN")) for word in own.split()}
