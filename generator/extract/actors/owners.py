"""Roles that tell of others by a pronoun or a noun -> the same with their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.extract.reading import Actor, Mention, Place, sentence_at
from generator.extract.words import names
from generator.extract.words.titles import RELATIVES
from generator.language.tree import Document, Sentence, Token
from generator.model import Span

INSIDE = frozenset("its their it them".split())
"""What may mean others within a role; "her" there is mostly whoever has it."""
LONG = 4
"""Words of a body's name from which its letters are taken, where it has some."""


def with_owners(document: Document, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return the actors with names in their roles: "her deputy", "the union's head", "leads it"."""
    seen = {(m.sentence, m.last): (actor, m) for actor in actors for m in actor.mentions}
    owners = _Owners(document, seen)
    return tuple(owners.named(actor) for actor in actors)


@dataclass(frozen=True, slots=True)
class _Owners:
    """Who and what is told of where in a document."""

    document: Document
    seen: Mapping[Place, tuple[Actor, Mention]]
    """Whoever is mentioned up to a place in the text, and how."""

    def named(self, actor: Actor) -> Actor:
        """Return an actor with names for all that the role tells of."""
        span = actor.role_span
        there = sentence_at(self.document, span.start) if span else None
        if span is None or there is None:
            return actor
        role, end = "", span.start
        if owner := self._shared(actor, there, span):
            return replace(actor, role=f"{owner} {actor.role}")
        for token in _telling(there, span):
            told = self._owner(actor, there, token)
            if told:
                role += self.document.text[end : told[1]] + told[0]
                end = token.end
            elif token.tag == "PRP" and token.end == span.end:
                return replace(actor, role=None)
        if end == span.start:
            return actor
        # What is said of several is told of one of them: the rest is the role's, not the text's.
        rest = f" {actor.role}" if end < span.start else (actor.role or "")[end - span.start :]
        return replace(actor, role=" ".join((role + rest).split()))

    def _shared(self, actor: Actor, sentence: Sentence, span: Span) -> str | None:
        """Return whose son Bo Orr is in "his wife, Ada, and son, Bo Orr"."""
        noun = next((t for t in sentence.tokens if t.start == span.start), None)
        if noun is None or noun.label != "conj" or noun.text not in RELATIVES:
            return None
        for above in sentence.path_to_root(noun):
            if owner := sentence.child(above, "nmod:poss"):
                told = self._owner(
                    actor, sentence, sentence.child(owner, "case") or owner, shared=True
                )
                return told[0] if told else None
        return None

    def _owner(
        self, actor: Actor, sentence: Sentence, token: Token, *, shared: bool = False
    ) -> tuple[str, int] | None:
        """Return the name of whom a word of a role tells of, and where the words for it begin."""
        last = token.index + (token.tag in {"PRP", "PRP$"})
        if token.tag == "WP$" and sentence.tokens[last - 1].text == ",":
            last -= 1
        owner, m = self.seen.get((sentence.index, last), (None, None))
        if owner is None or m is None or owner is actor or owner.anonymous:
            return None
        if token.tag == "POS" and m.kind != "role" and not shared:
            return None
        name = self._called(owner, actor)
        if token.tag == "PRP":
            return name, token.start
        sign = "’" if "’" in self.document.text else "'"
        ends = "" if name.endswith(("'s", "’s")) else sign if name.endswith("s") else f"{sign}s"
        own = f"{name}{ends}"
        return own, m.start if token.tag == "POS" else token.start

    def _called(self, owner: Actor, other: Actor) -> str:
        """Return an owner's name, to a namesake without the surname: "Ada's brother" of Bo Orr.

        A long name is called by its letters: "HSE's inspector". What has no name is called by
        its noun alone: "the fisheries ministry" of a country.
        """
        words = owner.name.split()
        first = next((m for m in owner.mentions if m.kind == "name"), owner.mentions[0])
        tokens = self.document.sentences[first.sentence].tokens
        if owner.kind == "organisation" and tokens[first.head].text.islower():
            start = tokens[first.first + (tokens[first.first].tag in {"DT", "PRP$"})].start
            return self.document.words(start, tokens[first.head].end)
        short = next((a for a in owner.aliases if names.is_acronym(a, owner.name)), None)
        if short and len(words) >= LONG:
            return short
        akin = owner.kind == "person" and names.surname(owner.name) == names.surname(other.name)
        return words[0] if akin and len(words[0].strip(".")) > 1 else owner.name


def _telling(sentence: Sentence, span: Span) -> list[Token]:
    """Return what may tell of others in a role, or just before it: "its", "'s", "whose"."""
    first = next((t.index for t in sentence.tokens if t.start >= span.start), 0)
    near = [t for t in sentence.tokens[max(0, first - 1) :] if t.end <= span.end]
    before = [t for t in near[:1] if t.tag in {"PRP$", "WP$"}]
    return before + [t for t in near[len(before) :] if t.tag == "POS" or t.text in INSIDE]
