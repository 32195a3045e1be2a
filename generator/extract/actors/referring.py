"""Named actors of a document -> the same with everything that refers to them, and unnamed ones.

One pass in text order: what a common noun or a pronoun means hangs on what was told just before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.extract.actors.antecedents import LEAD, antecedent, by_noun
from generator.extract.actors.beside import apposed
from generator.extract.actors.genders import gender_of
from generator.extract.actors.leads import is_of_a_deed, named_next
from generator.extract.actors.mentions import mention
from generator.extract.actors.nominals import (
    MERE_PEOPLE,
    RULERS,
    Nominal,
    does_something,
    nominal_at,
)
from generator.extract.actors.prominence import Told
from generator.extract.actors.pronouns import is_ahead, is_personal, referent_of
from generator.extract.actors.role_words import FORMS_OF_ADDRESS
from generator.extract.actors.told_before import named_as_speaker, with_kind
from generator.extract.actors.variations import varied
from generator.extract.ids import unique_id
from generator.extract.reading import Actor, Mention, MentionKind, in_order, sentence_at
from generator.extract.words import names
from generator.extract.words.titles import NAMING_TAGS, names_people
from generator.language.tree import Document, Sentence, Token
from generator.model import ActorKind, Span

LONGEST_LETTERS = 3
"""Longer words in capitals are shouted: an "MP" is one by role."""

_Key = tuple[ActorKind, str]
"""What tells unnamed actors apart: their kind and their folded name."""


def add_references(document: Document, named: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the actors with the nouns, "he" and "she" that mean them, and unnamed actors after."""
    return _Pass(document, named).actors()


class _Pass:
    """What is known while a text is gone through once."""

    def __init__(self, document: Document, named: tuple[Actor, ...]) -> None:
        self._document = document
        self._named = named
        self._covered = {
            (m.sentence, token): actor
            for actor in named
            for m in actor.mentions
            for token in range(m.first, m.last)
        }
        self._roles_of = dict(_heads_of_roles(document, named))
        self._known = by_noun(_with_title(document, actor) for actor in named)
        self._told = Told(document, named)
        self._taken = {actor.id for actor in named}
        self._found: dict[str, list[Mention]] = {}
        self._roles: dict[str, Nominal] = {}
        self._unnamed: dict[_Key, Actor] = {}
        self._by_noun: dict[str, list[_Key]] = {}

    def actors(self) -> tuple[Actor, ...]:
        """Go through the text and return its actors."""
        for sentence in self._document.sentences:
            for token in _in_turn(sentence):
                if is_personal(sentence, token, is_quoted=self._told.is_quoted):
                    self._pronoun(sentence, token)
                elif nominal := nominal_at(self._document, sentence, token, self._covered):
                    self._nominal(nominal)
        met = (*self._named, *self._unnamed.values())
        return tuple(self._complete(actor) for actor in met)

    def _complete(self, actor: Actor) -> Actor:
        mentions = in_order([*actor.mentions, *self._found.get(actor.id, [])])
        told = _with_role(actor, self._roles.get(actor.id))
        return replace(with_kind(told, self._document), mentions=mentions)

    def _pronoun(self, sentence: Sentence, token: Token) -> None:
        chosen = referent_of(self._told, sentence, token)
        if chosen:
            refers = mention(sentence, token.index, token.index + 1, "pronoun")
            self._found.setdefault(chosen, []).append(refers)
            self._told.note(chosen, refers, token)

    def _nominal(self, nominal: Nominal) -> None:
        actor = self._meant(nominal)
        if actor:
            self._refer(actor, nominal, "role")
            told = actor.role and not is_of_a_deed(actor, self._document)
            if not told and _tells_what_one_is(nominal) and actor.id not in self._roles:
                self._roles[actor.id] = nominal
                self._known.setdefault(nominal.noun, []).append(_with_role(actor, nominal))
        elif does_something(nominal):
            key = self._key(nominal)
            if key in self._unnamed:
                self._refer(self._unnamed[key], nominal, "name")
            else:
                met = _unnamed(nominal, self._taken)
                self._unnamed[key] = met
                self._by_noun.setdefault(nominal.noun, []).append(key)
                self._told.meet(met)

    def _meant(self, nominal: Nominal) -> Actor | None:
        """Return the named actor that a phrase means."""
        return (
            self._roles_of.get((nominal.sentence.index, nominal.head.index))
            or apposed(nominal, self._covered)
            or named_next(nominal, self._named, self._document)
            or antecedent(nominal, self._known, self._told)
            or named_as_speaker(nominal, self._named, self._document)
            or self._told_of_a_pronoun(nominal)
            or varied(nominal, self._told)
        )

    def _told_of_a_pronoun(self, nominal: Nominal) -> Actor | None:
        """Return who "she" is in "A retired nurse, she had seen it before"."""
        behind = nominal.sentence.tokens[nominal.last : nominal.last + 2]
        opens = nominal.first == 0 and nominal.kind == "person" and not nominal.definite
        if not opens or [t.text for t in behind[:1]] != [","] or not gender_of(behind[-1]):
            return None
        chosen = referent_of(self._told, nominal.sentence, behind[1])
        return self._told.actors[chosen] if chosen else None

    def _refer(self, actor: Actor, nominal: Nominal, kind: MentionKind) -> None:
        refers = mention(nominal.sentence, nominal.first, nominal.last, kind)
        self._found.setdefault(actor.id, []).append(refers)
        self._told.note(actor.id, refers)

    def _key(self, nominal: Nominal) -> _Key:
        """Return the key of the unnamed actor that "the board" means, once a board was met.

        "The Danish prime minister's office" may be met as "the prime minister's office".
        """
        key = (nominal.kind, names.fold(nominal.name))
        bare = nominal.name.lower() == nominal.noun and nominal.noun in RULERS
        if key in self._unnamed or not (nominal.definite or bare):
            return key
        met = (k for k in reversed(self._by_noun.get(nominal.noun, ())) if k[0] == key[0])
        return next((k for k in met if _is_short(key[1], k[1], nominal.noun)), key)


def _heads_of_roles(
    document: Document, named: Iterable[Actor]
) -> Iterator[tuple[tuple[int, int], Actor]]:
    """Yield where the noun of each person's role stands: "the mayor of Halm, Ada Orr"."""
    for actor in named:
        span = actor.role_span
        there = sentence_at(document, span.start) if span else None
        if actor.kind != "person" or span is None or there is None:
            continue
        inside = (t for t in there.tokens if span.start <= t.start < span.end)
        nouns = (t for t in inside if t.tag == "NN" and t.label != "nmod:poss")
        if noun := next((t for t in nouns if names_people(t)), None):
            yield (there.index, noun.index), actor


def _with_title(document: Document, actor: Actor) -> Actor:
    """Return somebody with the title before the name in the role: "his niece, Judge Ada Orr"."""
    if actor.kind != "person":
        return actor
    named = (m for m in actor.mentions if m.kind in {"name", "short"} and m.first)
    before = (document.sentences[m.sentence].tokens[m.first - 1] for m in named)
    told = dict.fromkeys(names.fold(t.text) for t in before if _is_title(t))
    return replace(actor, role=" ".join([*told, actor.role or ""]).strip() or None)


def _is_title(token: Token) -> bool:
    address = names.fold(token.text.strip(".")) in FORMS_OF_ADDRESS
    return token.tag in NAMING_TAGS and names_people(token) and not address


def _is_short(name: str, other: str, noun: str) -> bool:
    """Say whether one name of something unnamed is the bare noun of another, or its end."""
    ends = " " in name and (other.endswith(f" {name}") or name.endswith(f" {other}"))
    return name == noun or ends


def _in_turn(sentence: Sentence) -> Iterator[Token]:
    """Yield the tokens in order, but a possessive after the subject ahead that it may mean."""
    ahead = [t for t in sentence.tokens if is_ahead(sentence, t)]
    yield from (t for t in sentence.tokens if t not in ahead)
    yield from ahead


def _tells_what_one_is(nominal: Nominal) -> bool:
    """Say whether a phrase says more of a person than "a man" does, or what a body is."""
    if nominal.kind == "organisation":
        return not nominal.definite and nominal.sentence.index <= LEAD and " " in nominal.name
    return nominal.kind == "person" and not {nominal.noun, nominal.name.lower()} & MERE_PEOPLE


def _with_role(actor: Actor, nominal: Nominal | None) -> Actor:
    """Return an actor with the words of a lead that tell of them unnamed as their role."""
    if nominal is None:
        return actor
    end = nominal.sentence.tokens[nominal.last - 1].end
    words = nominal.name.split()
    while len(words) > 1 and words[0].isupper() and len(words[0]) > LONGEST_LETTERS:
        del words[0]  # "ROGUE builder"
    role = " ".join(words)
    return replace(actor, role=role, role_span=Span(end - len(role), end))


def _unnamed(first: Nominal, taken: set[str]) -> Actor:
    opening = first.tokens[0]
    shouted = opening.text.isupper() and opening.tag in {"JJ", "VBN"}  # "BRAZEN thieves"
    name = first.name.removeprefix(f"{opening.text} ") if shouted else first.name
    return Actor(
        id=unique_id(name, taken),
        name=name[:1].upper() + name[1:],
        kind=first.kind,
        mentions=(mention(first.sentence, first.first, first.last, "name"),),
        anonymous=first.kind != "organisation" or first.plural,
    )
