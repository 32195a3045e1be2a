"""Sentences of one article, tagged one by one -> the same with every name of one type throughout.

A name that a sentence says little about ("McGurk will try") is what the rest of the article takes
it for, and the place of a dateline is one wherever it is named. The parts of one personal name are
joined; a lone word that begins or ends a person's full name is that person, and so is that name
without its last word; any other name has the type that it has most often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from generator.language.mended_clauses import SAYING
from generator.language.morphology import lemma
from generator.language.peoples import is_people, people_length, singular_forms
from generator.language.tree import Entity, Sentence
from generator.language.wholes import BODIES, with_whole_names

VOTING = frozenset({"PERSON", "ORG", "LOC"})
"""Types between which a name is decided; peoples are known by their form, the rest is mixed."""

ADDRESSES = frozenset("dr mr mrs ms prof".split())
RANKS = ADDRESSES | set("brig capt cdr cmdr col cpl det gen insp lt maj rev sgt supt".split())
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
                    parts.update({words[0], words[-1], " ".join(words[:-1])})
    votes |= {place: Counter(LOC=1) for place in (*_sent_from(sentences), *_seats(sentences))}
    return tuple(_settled(sentence, votes, parts) for sentence in sentences)


def _sent_from(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Yield the places of datelines: "zarkand" of "ZARKAND, Oct 8 —"."""
    for sentence, following in pairwise(sentences):
        if sentence.heading and following.paragraph == sentence.paragraph:
            yield " ".join(takewhile(str.isalpha, sentence.lower))


def _seats(sentences: Iterable[Sentence]) -> Iterator[str]:
    """Yield the towns taken for persons: "okene" of "At the General Hospital, Okene, two died"."""
    for sentence in sentences:
        for body, town in pairwise(sentence.entities):
            last, name = sentence.tokens[body.last - 1], sentence.tokens[town.first]
            beside = (name.label, name.head, town.type) == ("appos", last.index, "PERSON")
            case = sentence.child(last, "case")
            placed = case is not None and case.text.lower() in {"at", "in", "near", "outside"}
            if beside and placed and last.text.lower() in BODIES:
                yield " ".join(_words(sentence, town))


def _joined(sentence: Sentence) -> Sentence:
    """Join the parts of one name: "O'Leary" and "Tau" of "O'Leary-Tau", "South" and "Korean"."""
    joined: list[Entity] = []
    for entity in sentence.entities:
        before = joined[-1] if joined else None
        kind = _kind_of_both(sentence, before, entity) if before else None
        if before and kind:
            joined[-1] = Entity(before.first, entity.last, kind)
        else:
            joined.append(entity)
    whole = len(joined) == len(sentence.entities)
    return sentence if whole else replace(sentence, entities=tuple(joined))


def _kind_of_both(sentence: Sentence, one: Entity, other: Entity) -> str | None:
    """Return the type of what two names are parts of; "Halm Nordic" is a body named with one."""
    if one.type == other.type == "PERSON" and _touch(sentence, one, other):
        return "PERSON"
    words = [token.text for token in sentence.tokens[one.first : other.last]]
    if (one.type, other.type) == ("NORP", "PERSON") and one.last == other.first:
        return None if any(map(is_people, words)) else "PERSON"  # "Germán Roda"
    if not (one.type == other.type == "NORP" and one.last == other.first):
        return None
    if people_length(words, 0) == len(words):
        return "NORP"
    return "ORG" if len({is_people(word) for word in words}) == len(words) else None


def _ranked(sentence: Sentence) -> Sentence:
    """Return a sentence whose "places" and "bodies" with a person's title are persons.

    What is half of a longer phrase is no body.
    """
    wholes = (_without_half(sentence, entity) for entity in sentence.entities)
    entities = tuple(part for entity in wholes for part in _titled(sentence, entity))
    return sentence if entities == sentence.entities else replace(sentence, entities=entities)


def _titled(sentence: Sentence, entity: Entity) -> Iterator[Entity]:
    """Yield the person of "Det Supt Orr" and "Det Orr said", and both of "to Paris Dr Orr went"."""
    words = [word.strip(".") for word in _words(sentence, entity)]
    title = next((n for n, word in enumerate(words[:-1]) if word in RANKS), -1)
    if title < 0 or entity.type not in {"LOC", "ORG"}:
        yield entity
    elif title and words[title] in ADDRESSES:
        yield replace(entity, last=entity.first + title)
        yield Entity(entity.first + title + 1, entity.last, "PERSON")
    else:
        ranked = words[1] in RANKS or (entity.type == "LOC" and _speaks(sentence, entity))
        yield replace(entity, type="PERSON") if title == 0 and ranked else entity


def _without_half(sentence: Sentence, entity: Entity) -> Entity:
    """Return "Karsian" of "Karsian food", cut from "the Karsian food and drug regulator"."""
    first, *rest = sentence.tokens[entity.first : entity.last]
    goes_on = any(t.text.islower() for t in sentence.tokens[entity.last : entity.last + 1])
    small = bool(rest) and all(token.text.islower() for token in rest)
    cut = entity.type == "ORG" and small and goes_on and first.text.lower() in singular_forms()
    return Entity(entity.first, entity.first + 1, "NORP") if cut else entity


def _speaks(sentence: Sentence, entity: Entity) -> bool:
    first = sentence.tokens[entity.first]
    verb = sentence.head(first) if first.label == "nsubj" else None
    return verb is not None and lemma(verb.text, verb.tag) in SAYING


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
    name = " ".join(words)
    return "PERSON" if parts[name] else votes[name].most_common(1)[0][0]


def _words(sentence: Sentence, entity: Entity) -> list[str]:
    return [token.text.lower() for token in sentence.tokens[entity.first : entity.last]]
