"""Proper names -> named actors: every form of a name under one actor, with its kind and role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import takewhile

from generator.extract.actors.couples import with_surnames
from generator.extract.actors.groups import Group, Groups, also_called, nearest
from generator.extract.actors.mentions import Name, find_names, sentence_names
from generator.extract.actors.metonyms import acts
from generator.extract.actors.name_kinds import kinds_of
from generator.extract.actors.namesakes import meant_by
from generator.extract.actors.role_words import Role
from generator.extract.actors.roles import find_body_role, find_role
from generator.extract.ids import unique_id
from generator.extract.reading import Actor, Mention, MentionKind
from generator.extract.words import names
from generator.extract.words.given_names import GIVEN_NAMES
from generator.extract.words.lexicon import MASTHEADS, ORGANISATIONS, OUTLETS
from generator.language.gazetteer import Gazetteer
from generator.language.tree import Document
from generator.model import ActorKind

OWN = 3
"""How often the maker of something is named by the words that begin the name of what it makes."""
WORTH_TELLING = 2
"""Weight from which an apposition says what a body is; below, it may be any aside."""

NOBODYS = frozenset(
    """city college company county department district division hospital institute kingdom ministry
    municipality office province regime school society state taluk taluka tehsil university
    upazila""".split()
)
"""What is nobody by itself, however it is written: "the Ministry"."""
_BARE = NOBODYS | ORGANISATIONS
_BODY_WORDS = ORGANISATIONS | names.CORPORATE | names.TEAM_WORDS


def gather(document: Document, gazetteer: Gazetteer) -> tuple[Actor, ...]:
    """Return the named actors of a document, by first mention."""
    found = with_surnames(find_names(document))
    kinds = kinds_of(found, document.text, gazetteer)
    makers = _makers(found)
    groups = Groups()
    for name in _people_headed(document):
        groups.add(groups.begin("person", name.text), name, "name")
    countries = {c.name for name in found if (c := gazetteer.country(name.text))}
    for name in _full_names_first(found):
        if power := _power(name, gazetteer, countries):
            kind, label, how = power
            _join(groups, kind, label, (name, how))
        elif kinds.get(name) == "person":
            _join_person(groups, name, document.text)
        elif kinds.get(name) == "organisation":
            _join_organisation(groups, name, makers)
        elif kinds.get(name) == "group" and (party := _party_of(groups, name)):
            groups.add(party, name, "short")
        elif kinds.get(name) == "group":
            _join(groups, "group", name.text, (name, "name"))
    return _actors(_told_in_full(_merged(groups)), document)


def _people_headed(document: Document) -> list[Name]:
    """Return the full names in a headline, whose bearers the text may call by surname alone."""
    headline, title = document.headline, document.article.source.title
    found = sentence_names(headline, title) if headline is not None and title else ()
    people = (n for n in found if n.type == "PERSON" and len(names.core(n.text)) > 1)
    return [n for n in people if n.tokens[-1].label == "flat"]


def _full_names_first(found: Sequence[Name]) -> list[Name]:
    """Return names so that a short form comes after every full form it could belong to."""
    return sorted(found, key=lambda n: (len(n.text.split()) == 1, n.place))


def _power(
    name: Name, gazetteer: Gazetteer, countries: Collection[str]
) -> tuple[ActorKind, str, MentionKind] | None:
    """Return the country or union that a name stands for, and how it does so.

    Its rulers may act by where they sit, if the country is told of: "Whitehall".
    """
    if name.type == "PERSON" and names.fold(name.text) in GIVEN_NAMES:
        return None  # "Sofia said"
    country = gazetteer.country(name.text)
    if country and (name.type != "PERSON" or " " in name.text):  # "El Salvador", not "Chad"
        plain = name.type != "NORP" and gazetteer.is_country_name(name.text)
        return "country", country.name, "name" if plain else "demonym"
    seat = gazetteer.seat(name.text)
    if not seat and name.type in {"LOC", "PERSON"}:
        ruled = gazetteer.ruled_from(name.text)
        seat = ruled if ruled and ruled.name in countries else None
    if seat and acts(name):
        return ("country" if seat.country else "organisation"), seat.name, "metonym"
    return None


def _join(groups: Groups, kind: ActorKind, label: str, row: tuple[Name, MentionKind]) -> None:
    """Add a name to the group of a label, making it where there is none."""
    groups.add(groups.labelled(kind, label) or groups.begin(kind, label), *row)


def _join_person(groups: Groups, name: Name, text: str) -> None:
    if also := also_called(groups, name, "person"):
        groups.add(also[0], name, "name")
        return
    people = groups.alike("person", names.core(name.text))
    called = ((g, {g.label, *(n.text for n, kind in g.rows if kind == "name")}) for g in people)
    same = [g for g, forms in called if any(names.same_person(name.text, full) for full in forms)]
    if same:
        groups.add(same[0], name, "name")
        same[0].label = max(same[0].label, name.text, key=lambda n: len(names.core(n)))
        return
    full = [g for g in people if names.is_short_person(name.text, g.label)]
    # "Orr" is rather Bo Orr than Ada Orr-Lim.
    full = [g for g in full if names.core(g.label)[-1] == names.core(name.text)[-1]] or full
    full = _of_families(groups, name, full) or full or _misspelt(groups, name)
    if full and (meant := meant_by(name, full, text, lambda group: _role(group, text))):
        groups.add(meant, name, "short")
        return
    groups.add(groups.begin("person", name.text), name, "name")


def _of_families(groups: Groups, name: Name, full: Sequence[Group]) -> list[Group]:
    """Return those of one given name who are told of with a relative: they go by that name."""
    first = names.core(name.text)[-1]
    given = [g for g in full if names.core(g.label)[:-1] == (first,)]
    ends = (groups.alike("person", names.core(g.label)[-1:]) for g in given)
    return [g for g, kin in zip(given, ends, strict=True) if len(kin) > 1 and len(given) > 1]


def _misspelt(groups: Groups, name: Name) -> list[Group]:
    """Return who is meant by a surname that lacks a letter of theirs, or has one too many."""
    words = names.core(name.text)
    people = [g for g in groups if g.kind == "person"] if len(words) == 1 else []
    alike = [g for g in people if names.is_misspelt(words[0], names.core(g.label)[-1])]
    return alike if len(alike) == 1 else []


def _makers(found: Sequence[Name]) -> frozenset[str]:
    """Return bodies after which something else is called once: the "Google" of "Google Translate".

    They are named before it and often, and its last word is none for a body.
    """
    told = Counter(names.fold(name.text) for name in found)
    first = {names.fold(n.text): n for n in reversed(found) if n.sentence.index >= 0}
    return frozenset(
        maker
        for text, name in first.items()
        if told[text] == 1 and len(words := text.split()) == 2 and words[1] not in _BODY_WORDS
        if told[maker := words[0]] >= OWN and maker in first and first[maker].place < name.place
    )


def _join_organisation(groups: Groups, name: Name, makers: Collection[str]) -> None:
    bodies = groups.alike("organisation", names.organisation_forms(name.text))
    also = also_called(groups, name, "organisation")
    same = [g for g in bodies if names.same_organisation(name.text, g.label)]
    full = [g for g in bodies if names.is_short_organisation(name.text, g.label)]
    full = [] if names.fold(name.text) in makers else full
    aliases = [
        g for g in bodies if any(names.same_organisation(name.text, n.text) for n, _ in g.rows)
    ]
    for candidates in (also, same, aliases, full):
        if candidates:
            kind: MentionKind = "name" if candidates is same else "short"
            groups.add(nearest(candidates, name), name, kind)
            return
    groups.add(groups.begin("organisation", name.text), name, "name")


def _party_of(groups: Groups, name: Name) -> Group | None:
    """Return the party that its people stand for: the "Democratic Party" of "the Democrats"."""
    stem = names.fold(name.text).removesuffix("s")
    parties = (g for g in groups if g.kind == "organisation" and "Party" in g.label.split())
    several = name.tokens[-1].tag == "NNPS"
    return next((g for g in parties if several and names.fold(g.label).startswith(stem)), None)


def _merged(groups: Groups) -> list[Group]:
    """Merge organisations whose longer name was met under another sentence's wording."""
    kept: list[Group] = []
    for group in groups:
        twin = _twin(groups, group) if group.kind == "organisation" else None
        if twin is not None:
            twin.rows.extend((name, "short") for name, _ in group.rows)
        else:
            kept.append(group)
    return kept


def _twin(groups: Groups, group: Group) -> Group | None:
    """Return the body whose initials a group is, whose whole name, or which has the same."""
    alike = groups.alike("organisation", names.organisation_forms(group.label))
    others = [other for other in alike if other is not group]
    spelled = (other for other in others if names.is_acronym(group.label, other.label))
    own = names.fold(group.label)
    longer = [g for g in others if " " in own and _begins_or_ends(names.fold(g.label), own)]
    one = longer[0] if len(longer) == 1 else None
    return next(spelled, None) or one or _with_its_initials(groups, group)


def _told_in_full(groups: Sequence[Group]) -> list[Group]:
    """Return groups with "the Ministry" under the ministry named last, or under none."""
    bodies = [g for g in groups if g.kind == "organisation"]
    bare = [g for g in bodies if names.fold(g.label) in _BARE]
    left_out = set()
    for group in bare:
        noun = names.fold(group.label)
        full = [g for g in bodies if g not in bare and noun in names.organisation_words(g.label)]
        for name, _ in group.rows if full else ():
            nearest(full, name).rows.append((name, "short"))
        if full or noun in NOBODYS:
            left_out.add(group.number)
    return [g for g in groups if g.number not in left_out]


def _with_its_initials(groups: Groups, group: Group) -> Group | None:
    """Return the body met before that is told of by the same initials: "(HB)"."""
    own = {n.text for n, _ in group.rows if names.is_acronym(n.text, group.label)}
    keys = {key for letters in own for key in names.organisation_forms(letters)}
    alike = [g for g in groups.alike("organisation", keys) if g.number < group.number]
    return next((g for g in alike if any(n.text in own for n, _ in g.rows)), None)


def _begins_or_ends(name: str, part: str) -> bool:
    """Say whether a body's name begins or ends in all of another's: "Halm Board of Trade"."""
    before = name.removesuffix(part).split()
    ends = name.endswith(f" {part}") and before[-1] not in {"of", "the"}  # "Bureau of Halm Chamber"
    return ends or name.startswith(f"{part} of ")


def _actors(groups: Iterable[Group], document: Document) -> tuple[Actor, ...]:
    """Return the groups as actors with unique ids."""
    taken: set[str] = set()
    actors = []
    for group in groups:
        rows = [row for row in group.rows if row[0].sentence is not document.headline]
        group.rows = sorted(rows, key=lambda row: row[0].place)
        actors += [_actor(group, document, taken)] if rows else []
    return tuple(sorted(actors, key=lambda a: a.mentions[0].place))


def _actor(group: Group, document: Document, taken: set[str]) -> Actor:
    name = _display(group)
    role = _role(group, document.text)
    forms = [n.text for n, kind in group.rows if kind != "demonym"]
    if group.kind == "person":
        forms = [names.without_possessive(form) for form in forms]
    return Actor(
        id=unique_id(name, taken),
        name=name,
        kind=group.kind,
        role=role.text if role else None,
        role_span=role.span if role else None,
        aliases=tuple(dict.fromkeys(f for f in forms if names.fold(f) != names.fold(name))),
        mentions=tuple(n.mention(kind) for n, kind in group.rows),
    )


def _display(group: Group) -> str:
    """Return the fullest form of a name in the text; a country's usual English name."""
    if group.kind == "country":
        return group.label
    forms = [n.text for n, _ in group.rows]
    return max([group.label, *forms], key=lambda f: len(f.split()))


def _role(group: Group, text: str) -> Role | None:
    if group.kind == "country":
        return None
    find = find_role if group.kind == "person" else find_body_role
    found = [
        (role.weight > WORTH_TELLING and kind == "name", role.weight, role)
        for name, kind in group.rows
        if name.sentence.index >= 0 and (role := find(name, text))
    ]
    # What is said where somebody is introduced by full name tells more than what is said later.
    best = max(found, key=lambda row: row[:2], default=None)
    return best[2] if best else None


def is_outlet(actor: Actor) -> bool:
    """Say whether an organisation's name is that of a newspaper, agency or broadcaster."""
    words = list(takewhile(lambda word: word != "of", names.organisation_words(actor.name)))
    return actor.kind == "organisation" and (
        not OUTLETS.isdisjoint(words) or not MASTHEADS.isdisjoint(words[-1:])
    )


def mentions_of(actor: Actor, *kinds: MentionKind) -> tuple[Mention, ...]:
    """Return the mentions of the given kinds."""
    return tuple(m for m in actor.mentions if m.kind in kinds)
