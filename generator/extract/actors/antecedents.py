"""A phrase about an actor -> the named actor that it takes up: "the ministry", "the lawyer"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.extract.actors.gathering import is_outlet
from generator.extract.actors.roles import NAMING_VERBS
from generator.extract.reading import Actor, Mention
from generator.extract.words import names
from generator.extract.words.lexicon import (
    ANY_COMPANY,
    COMPANIES,
    ORGANISATIONS,
    is_people_noun,
)
from generator.extract.words.titles import NAMING_TAGS, described
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import ActorKind

OUTLET_NOUNS = frozenset({"newspaper", "paper", "agency", "outlet", "broadcaster"})
NAMED_BEFORE = OUTLET_NOUNS | frozenset(
    "airline charity club company firm institute party union".split()
)
"""Nouns that a body's own name may stand before: "the SLF institute"."""
OVERSEERS = frozenset({"regulator", "watchdog", "agency", "body"})
"""Nouns for bodies whose names have another: "Kenya's maritime regulator" is an Authority."""
LEAD = 1
"""Index of the last sentence that a lead may be: a dateline stands before it."""
SOON = 6
"""Sentences within which whoever a phrase tells of is named."""
MOST_COMPANIES = 20
"""Of more, those that are mentioned least are not what "the company" means."""
REACH = 8
"""Sentences after which "the company" may be another."""
NEAR = 6
"""Words after a phrase within which the name of the same actor may stand."""
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


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase about people or a body: its tokens, its head noun, and what it is called."""

    sentence: Sentence
    first: int
    last: int
    head: Token
    noun: str
    """The lemma of its head."""
    name: str
    definite: bool
    plural: bool

    @property
    def kind(self) -> ActorKind:
        """A body, several people or one person."""
        if self.noun in ORGANISATIONS:
            return "organisation"
        return "group" if self.plural else "person"


def apposed(nominal: Nominal, covered: Mapping[tuple[int, int], Actor]) -> Actor | None:
    """Return the actor named beside a phrase: "a commander who calls himself Mateo"."""
    sentence, tokens = nominal.sentence, nominal.sentence.tokens
    beside = [t.index for t in sentence.children(nominal.head, "appos", "flat")]
    beside += _titled(nominal)
    if nominal.first >= 2 and tokens[nominal.first - 1].text == ",":
        beside.append(nominal.first - 2)
    if second := _described_again(nominal):
        beside.append(second)
    named = False
    for token in tokens[nominal.last : nominal.last + NEAR]:
        beside.append(token.index)
        named = named or lemma(token.text, token.tag) in NAMING_VERBS
        if not (named or token.text == "," or names.is_title(token.text) or token.tag == "WP"):
            break
    found = (covered.get((sentence.index, index)) for index in beside)
    if nominal.noun in NAMED_BEFORE and nominal.head.index > nominal.first:
        beside.insert(0, nominal.head.index - 1)
    kind = _kind_named_by(nominal.noun)
    return next((actor for actor in found if actor and actor.kind == kind), None)


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


def _described_again(nominal: Nominal) -> int | None:
    """Return the name after two descriptions: "his daughter, the cellist Clara Orr,"."""
    tokens, start = nominal.sentence.tokens, nominal.last + 1
    if [t.text for t in tokens[start - 1 : start]] != [","]:
        return None
    start += [t.tag for t in tokens[start : start + 1]] == ["DT"]
    for token in tokens[start : start + NEAR]:
        title = described(tokens, token.index) if token.tag in NAMING_TAGS else ()
        if title and title[0].index == start:
            return token.index
    return None


def _kind_named_by(noun: str) -> ActorKind:
    return "person" if is_people_noun(noun) else "organisation"


def by_noun(actors: Iterable[Actor]) -> dict[str, list[Actor]]:
    """Return the actors by each noun that a phrase which takes them up can have."""
    found: dict[str, list[Actor]] = {}
    for actor in actors:
        for noun in _nouns(actor) if actor.mentions else ():
            found.setdefault(noun, []).append(actor)
    for noun in COMPANIES & found.keys():
        found[noun] = sorted(found[noun], key=lambda a: -len(a.mentions))[:MOST_COMPANIES]
    return found


def _nouns(actor: Actor) -> set[str]:
    if actor.kind == "person":
        role = names.fold(actor.role or "")
        wider = (noun for noun, roles in WIDER.items() if any(wide in role for wide in roles))
        return {*_role_words(role), *wider}
    words = _body_words(actor)
    if is_outlet(actor) and not words & names.CORPORATE:
        return {*words, *OUTLET_NOUNS}
    return {*words, *OVERSEERS, *(COMPANIES if _may_be_a_company(actor) else ())}


def antecedent(nominal: Nominal, known: Mapping[str, Sequence[Actor]]) -> Actor | None:
    """Return the named actor that a definite phrase takes up again, of those known by its noun."""
    actors = known.get(nominal.noun, ())
    if nominal.plural and nominal.kind != "organisation":
        return None
    if not nominal.definite:
        return _introduced_later(nominal, actors)
    if later := _named_later(nominal, actors):
        return later
    fits = [a for a in actors if _precedes(a.mentions[0], nominal) and _fits(nominal, a)]
    if nominal.noun in COMPANIES:
        return _most_talked_of(fits, nominal)
    return max(fits, key=lambda a: _latest(a, nominal), default=None)


def _most_talked_of(fits: Sequence[Actor], nominal: Nominal) -> Actor | None:
    """Return the body that "the company" means: the article's own, if it was met just before."""
    ranked = sorted(fits, key=lambda a: (len(a.mentions), _latest(a, nominal)), reverse=True)
    near = [a for a in ranked[:1] if nominal.sentence.index - _latest(a, nominal)[0] <= REACH]
    return near[0] if near else None


def _introduced_later(nominal: Nominal, actors: Sequence[Actor]) -> Actor | None:
    """Return the one person of that role whom the article names afterwards: "a judge" in a lead."""
    if not is_people_noun(nominal.noun) or _stays_unnamed(nominal):
        return None
    fits = [a for a in actors if _fits(nominal, a) or _is_next(nominal, a)]
    fits = [a for a in fits if not _precedes(a.mentions[0], nominal)]
    soon = [a for a in fits if a.mentions[0].sentence - nominal.sentence.index <= SOON]
    return fits[0] if len(fits) == 1 and soon and not _is_of_another(nominal, fits[0]) else None


def _is_next(nominal: Nominal, actor: Actor) -> bool:
    """Say whether the sentence after a lead names somebody of its noun: "a federal judge"."""
    at, words = nominal.sentence.index, _role_words(names.fold(actor.role or ""))
    return at <= LEAD and actor.mentions[0].sentence == at + 1 and nominal.noun in words


def _stays_unnamed(nominal: Nominal) -> bool:
    """Tell whether somebody is not to be named: "an official who asked not to be identified"."""
    behind = nominal.sentence.tokens[nominal.last : nominal.last + REACH + 6]
    words = {t.text.lower() for t in behind}
    return "anonymity" in words or ("not" in words and bool(words & {"named", "identified"}))


def _named_later(nominal: Nominal, actors: Sequence[Actor]) -> Actor | None:
    """Return the one body soon named in full: "the country's maritime institute" in a lead."""
    told = _modifiers(nominal) - _owners(nominal)
    if nominal.sentence.index > LEAD or nominal.kind != "organisation" or not told:
        return None
    words = {*told, *_owners(nominal)} if nominal.noun in OVERSEERS else {nominal.noun, *told}
    bodies = [a for a in actors if a.kind == "organisation"]
    fits = [a for a in bodies if words <= set(names.organisation_words(a.name))]
    return fits[0] if len(fits) == 1 else None


def _owners(nominal: Nominal) -> set[str]:
    """Return the words of whose a phrase's thing is."""
    owners = nominal.sentence.children(nominal.head, "nmod:poss")
    told = (t for owner in owners for t in nominal.sentence.subtree(owner))
    return {names.fold(t.text) for t in told if t.tag.startswith("NN")}


def _is_of_another(nominal: Nominal, actor: Actor) -> bool:
    """Say whether a phrase tells whose it is and a role does not: "a leader of Halm Council"."""
    rest = nominal.sentence.tokens[nominal.head.index + 1 : nominal.last]
    owners = [names.fold(t.text) for t in rest if t.tag in {"NNP", "NNPS"}]
    return bool(owners) and not any(owner in names.fold(actor.role or "") for owner in owners)


def _precedes(seen: Mention, nominal: Nominal) -> bool:
    return _position(seen) < (nominal.sentence.index, nominal.first)


def _latest(actor: Actor, nominal: Nominal) -> tuple[int, int]:
    """Return where an actor was last mentioned before a phrase."""
    at = (nominal.sentence.index, nominal.first)
    return _position(actor.mentions[bisect_left(actor.mentions, at, key=_position) - 1])


def _position(seen: Mention) -> tuple[int, int]:
    return seen.sentence, seen.first


def _fits(nominal: Nominal, actor: Actor) -> bool:
    """Say whether a phrase can mean an actor: its noun is in the name or the role."""
    if actor.kind != _kind_named_by(nominal.noun):
        return False
    if actor.kind == "person":
        return bool(actor.role) and _is_called(nominal.noun, actor, _modifiers(nominal))
    words = _body_words(actor)
    if nominal.noun in words:
        return _modifiers(nominal) <= words
    if nominal.noun in OUTLET_NOUNS:
        return is_outlet(actor) and not _modifiers(nominal)
    incorporated = bool(words & names.CORPORATE)
    based = any(t.text == "based" for t in nominal.sentence.tokens[nominal.first : nominal.last])
    any_one = nominal.noun in ANY_COMPANY or based
    fits = incorporated or (any_one and _may_be_a_company(actor))
    return nominal.noun in COMPANIES and fits and _only_placed(nominal)


def _may_be_a_company(actor: Actor) -> bool:
    """Say whether nothing in a body's name makes it a ministry, a court or a university."""
    words = names.organisation_words(actor.name)
    if set(words) & names.CORPORATE:
        return True
    nouns = {lemma(word, "NN") for word in words}
    return not any(n in ORGANISATIONS - COMPANIES or is_people_noun(n) for n in nouns)


def _only_placed(nominal: Nominal) -> bool:
    """Say whether what stands before a noun tells at most where it is at home: "the French"."""
    placing = {"DT", "NNP", "NNPS", "CD", "HYPH", ","}
    before = nominal.sentence.tokens[nominal.first : nominal.head.index]
    return all(
        t.tag in placing or t.text[:1].isupper() or t.text in {"based", "listed"} for t in before
    )


def _body_words(actor: Actor) -> set[str]:
    return {*names.organisation_words(actor.name), *names.fold(actor.role or "").split()}


def _modifiers(nominal: Nominal) -> set[str]:
    """Return the nouns and adjectives before the noun of a phrase."""
    before = nominal.sentence.tokens[nominal.first : nominal.head.index]
    return {names.fold(t.text) for t in before if t.tag.startswith(("NN", "JJ"))}


def _is_called(noun: str, actor: Actor, modifiers: set[str]) -> bool:
    """Say whether a noun for people can take up someone's role: the same word, or a wider one."""
    role = names.fold(actor.role or "")
    words = _role_words(role)
    if noun in words:
        return modifiers <= words
    return any(wider in role for wider in WIDER.get(noun, ()))


def _role_words(role: str) -> set[str]:
    return {RANKS.get(word, lemma(word, "NN")) for word in role.split()}
