"""Sentences of one article, tagged one by one -> the same with every name of one type throughout.

A name that a sentence says little about ("McGurk will try") is what the rest of the article takes
it for, and the place of a dateline is one wherever it is named. The parts of one personal name are
joined; a lone word that begins or ends a person's full name is that person; any other name has the
type that it has most often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from generator.language.mended_clauses import SAYING
from generator.language.morphology import lemma
from generator.language.peoples import is_people
from generator.language.tree import Entity, Sentence
from generator.language.wholes import with_whole_names

VOTING = frozenset({"PERSON", "ORG", "LOC"})
"""Types between which a name is decided; peoples are known by their form, the rest is mixed."""

RANKS = frozenset("brig capt cdr cmdr col cpl det dr gen insp lt maj prof rev sgt supt".split())
"""Short ranks and titles that the names of people begin with."""

Votes = dict[str, Counter[str]]


def agree(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return an article's sentences with the types of their names settled over the article."""
    sentences = [_joined(_ranked(with_whole_names(sentence))) for sentence in sentences]
    votes: Votes = {}
    parts: Counter[str] = Counter()
    for sentence in sentences:
        for entity in sentence.entities:
            if entity.type in VOTING:
                words = _words(sentence, entity)
                votes.setdefault(" ".join(words), Counter())[entity.type] += 1
                if entity.type == "PERSON" and len(words) > 1:
                    parts.update({words[0], words[-1]})
    votes |= {place: Counter(LOC=1) for place in _sent_from(sentences)}
    return tuple(_settled(sentence, votes, parts) for sentence in sentences)


def _sent_from(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Yield the places of datelines: "zarkand" of "ZARKAND, Oct 8 —"."""
    for sentence, following in pairwise(sentences):
        if sentence.heading and following.paragraph == sentence.paragraph:
            yield " ".join(takewhile(str.isalpha, sentence.lower))


def _joined(sentence: Sentence) -> Sentence:
    """Join the parts of personal names: "O'Leary" and "Tau" where the text has "O'Leary-Tau"."""
    joined: list[Entity] = []
    for entity in sentence.entities:
        before = joined[-1] if joined else None
        if before and before.type == entity.type == "PERSON" and _touch(sentence, before, entity):
            joined[-1] = Entity(before.first, entity.last, "PERSON")
        elif before and _is_no_people(sentence, before, entity):
            joined[-1] = Entity(before.first, entity.last, "ORG")
        else:
            joined.append(entity)
    whole = len(joined) == len(sentence.entities)
    return sentence if whole else replace(sentence, entities=tuple(joined))


def _ranked(sentence: Sentence) -> Sentence:
    """Return a sentence whose "place" with a rank that says something is a person: "Det Orr"."""
    entities = tuple(
        replace(entity, type="PERSON") if _speaks_with_a_rank(sentence, entity) else entity
        for entity in sentence.entities
    )
    return sentence if entities == sentence.entities else replace(sentence, entities=entities)


def _speaks_with_a_rank(sentence: Sentence, entity: Entity) -> bool:
    first = sentence.tokens[entity.first]
    verb = sentence.head(first)
    ranked = entity.last - entity.first > 1 and first.text.lower().strip(".") in RANKS
    speaks = verb is not None and lemma(verb.text, verb.tag) in SAYING
    return entity.type == "LOC" and ranked and first.label == "nsubj" and speaks


def _is_no_people(sentence: Sentence, one: Entity, other: Entity) -> bool:
    """Say whether two "peoples" side by side are a body that is named with one: "Halm Nordic"."""
    if not (one.type == other.type == "NORP" and one.last == other.first):
        return False
    words = [token.text for token in sentence.tokens[one.first : other.last]]
    return len({is_people(word) for word in words}) == len(words)


def _touch(sentence: Sentence, one: Entity, other: Entity) -> bool:
    """Say whether two entities stand side by side, or share a hyphenated word."""
    parts = sentence.tokens[one.last - 1 : other.first + 1]
    return one.last == other.first or all(a.end == b.start for a, b in pairwise(parts))


def _settled(sentence: Sentence, votes: Votes, parts: Counter[str]) -> Sentence:
    entities = tuple(
        replace(entity, type=_type(_words(sentence, entity), votes, parts))
        if entity.type in VOTING
        else entity
        for entity in sentence.entities
    )
    return sentence if entities == sentence.entities else replace(sentence, entities=entities)


def _type(words: Sequence[str], votes: Votes, parts: Counter[str]) -> str:
    """Return what a name is taken for: the first met where two types are as frequent."""
    if len(words) == 1 and parts[words[0]]:
        return "PERSON"
    return votes[" ".join(words)].most_common(1)[0][0]


def _words(sentence: Sentence, entity: Entity) -> list[str]:
    return [token.text.lower() for token in sentence.tokens[entity.first : entity.last]]
