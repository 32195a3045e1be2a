"""Roles that say whose somebody is by a pronoun or a noun -> the same with the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.extract.reading import Actor, Mention, Place, sentence_at
from generator.extract.words import names
from generator.language.tree import Document, Sentence


def with_owners(document: Document, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return the actors with whose they are by name: "her deputy", "the union's leader"."""
    at = {(m.sentence, m.last): (actor, m) for actor in actors for m in actor.mentions}
    return tuple(_owned(document, actor, at) for actor in actors)


def _owned(document: Document, actor: Actor, at: Mapping[Place, tuple[Actor, Mention]]) -> Actor:
    span = actor.role_span
    there = sentence_at(document, span.start) if span else None
    if actor.kind != "person" or span is None or there is None:
        return actor
    for end in _ends_of_owners(there, span.start):
        owner, m = at.get((there.index, end), (None, None))
        after = there.tokens[end + (m is not None and m.kind != "pronoun") :]
        if owner is None or m is None or owner is actor or owner.anonymous or not after:
            continue
        if m.kind in {"pronoun", "role"} and m.end <= span.end and after[0].start < span.end:
            rest = " ".join(document.text[after[0].start : span.end].split())
            return replace(actor, role=f"{_possessive(document, _called(owner, actor))} {rest}")
    return actor


def _ends_of_owners(sentence: Sentence, start: int) -> list[int]:
    """Return where the words may end that say whose a role is: before it, or before its "'s"."""
    first = next((t.index for t in sentence.tokens if t.start >= start), 0)
    owned = next((t.index for t in sentence.tokens[first:] if t.tag == "POS"), None)
    told = first > 0 and sentence.tokens[first - 1].tag == "PRP$"
    return [first] if told else [owned] if owned is not None else []


def _called(owner: Actor, other: Actor) -> str:
    """Return an owner's name, to a namesake without the surname: "Ada's brother" of Bo Orr."""
    words = owner.name.split()
    akin = owner.kind == "person" and names.surname(owner.name) == names.surname(other.name)
    return words[0] if akin and len(words) > 1 else owner.name


def _possessive(document: Document, name: str) -> str:
    sign = "’" if "’" in document.text else "'"
    return f"{name}{sign}" if name.endswith("s") else f"{name}{sign}s"
