"""The tagger's entities of a sentence -> the same with names that it misses or cuts as wholes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.words import names
from generator.extract.words.given_names import GIVEN_NAMES
from generator.extract.words.lexicon import FOREIGN_BODY_NOUNS, ORGANISATIONS
from generator.extract.words.titles import NAMING_TAGS, names_people
from generator.language.morphology import lemma
from generator.language.tree import Entity, Sentence, Token

LONGEST_SPELLED = 10
"""Words that an acronym may stand for."""
LONGEST_NICKNAME = 3
LISTING = frozenset({"and", "&", ","})
MARKS = frozenset({'"', "'", "“", "”", "‘", "’"})


def with_whole_names(sentence: Sentence) -> tuple[Entity, ...]:
    """Return a sentence's entities, with those that the words around them show to be longer.

    The words that an acronym spells, "the Commissioner of Prisons and Courts (CPC)", bodies named
    for their lands or for several partners, and people with a name between marks.
    """
    finders = (_spelled_by_acronyms, _bodies_of_lands, _partners, _cut_in_a_list, _of_the_many)
    spans = {span for find in finders for span in find(sentence)}
    bodies = (Entity(first, last, "ORG") for first, last in spans)
    told = (*bodies, *_nicknamed(sentence), *_heads_of_bodies(sentence))
    inside = {t for body in told for t in range(body.first, body.last)}
    rest = (e for e in sentence.entities if not inside.intersection(range(e.first, e.last)))
    return tuple(sorted((*rest, *told), key=lambda e: e.first)) if told else sentence.entities


def _bodies_of_lands(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield bodies taken for their lands: "the Nigerian Navy", "Club Brugge"."""
    tokens = sentence.tokens
    for e in sentence.entities:
        before = tokens[e.first - 1] if e.first else None
        after = tokens[e.last] if e.last < len(tokens) else None
        body = after and after.text.istitle() and after.text.lower() in ORGANISATIONS
        if e.type == "NORP" and body and not (before and before.tag == "HYPH"):
            yield e.first, e.last + 1
        minds = names.fold(before.text) if before and before.text.istitle() else ""
        alone = e.first < 2 or tokens[e.first - 2].tag not in NAMING_TAGS
        foreign = e.type in {"LOC", "PERSON"} and minds in FOREIGN_BODY_NOUNS and alone
        if foreign:
            yield e.first - 1, e.last


def _cut_in_a_list(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield bodies cut before the noun that they lean on: "Roads | and Housing Committee"."""
    tokens = sentence.tokens
    for e in sentence.entities:
        last = tokens[e.last - 1]
        head = tokens[last.head] if last.label in {"amod", "compound"} else last
        own = any(lemma(t.text, "NN").lower() in ORGANISATIONS for t in tokens[e.first : e.last])
        joined = () if own or _is_a_body(head) else sentence.children(head, "conj")
        head = max((head, *joined), key=lambda t: t.index)
        between = tokens[e.last : head.index]
        listed = all(t.text in LISTING or t.tag in NAMING_TAGS for t in between)
        whole = listed and not LISTING.isdisjoint(t.text for t in between)
        named = head.tag in NAMING_TAGS and (own or _is_a_body(head))
        # The Pentagon of "the Pentagon and State Department" is no adjective.
        adjective = last.label == "amod"
        if e.type in {"LOC", "MISC", "ORG"} and whole and named and (own or adjective):
            yield e.first, head.index + 1


def _is_a_body(token: Token) -> bool:
    """Say whether a word of a name says that it is one body's."""
    return token.tag == "NNP" and lemma(token.text, "NN").lower() in ORGANISATIONS


def _partners(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the firms that are named for several: "Orr & Van Lim", not the couple "Ada & Bo"."""
    tokens = sentence.tokens
    for e in sentence.entities:
        last = e.last + 1
        joined = e.last < len(tokens) and tokens[e.last].text == "&"
        while joined and last < len(tokens) and tokens[last].tag in NAMING_TAGS:
            last += 1
        given = names.fold(tokens[e.first].text) in GIVEN_NAMES
        if e.type in {"ORG", "PERSON"} and not given and last > e.last + 1:
            yield e.first, last


def _nicknamed(sentence: Sentence) -> Iterator[Entity]:
    """Yield the people who have a name between marks inside theirs: Ada "Ace" Orr."""
    tokens = sentence.tokens
    for e in sentence.entities:
        inner = tokens[e.last + 1 : e.last + 2 + LONGEST_NICKNAME]
        closing = next((t.index for t in inner if t.text in MARKS), 0)
        last = closing + 1
        while last < len(tokens) and tokens[last].tag in NAMING_TAGS:
            last += 1
        marked = closing > e.last + 1 and tokens[e.last].text in MARKS and inner[0].text.istitle()
        if e.type == "PERSON" and marked and last > closing + 1:
            yield Entity(e.first, last, "PERSON")


def _heads_of_bodies(sentence: Sentence) -> Iterator[Entity]:
    """Yield who heads a body that ran into the name: "President of the Federation Ada Orr"."""
    tokens = sentence.tokens
    for e in sentence.entities:
        noun, behind = tokens[e.first], tokens[e.first + 1 : e.last]
        bare = noun.text.istitle() and noun.text.lower() in ORGANISATIONS
        headed = sentence.lower[max(0, e.first - 2) : e.first] == ("of", "the")
        apart = len(behind) > 1 and behind[0].head == noun.head < e.first
        if bare and headed and apart and behind[0].tag in NAMING_TAGS:
            yield Entity(e.first + 1, e.last, "PERSON")


def _of_the_many(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield bodies cut behind those whom they are for: "Women's | Wear Daily"."""
    tokens = sentence.tokens
    for e in sentence.entities:
        ahead = tokens[max(0, e.first - 2) : e.first]
        owned = len(ahead) > 1 and ahead[1].tag == "POS" and ahead[0].text.istitle()
        if e.type == "ORG" and owned and ahead[0].tag == "NNPS" and names_people(ahead[0]):
            yield e.first - 2, e.last


def _spelled_by_acronyms(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the words before a bracketed acronym that spell it, where they are no tagged name."""
    tokens = sentence.tokens
    spans = {(e.first, e.last) for e in sentence.entities if e.type != "MISC"}
    places = {at for e in sentence.entities if e.type == "LOC" for at in range(e.first, e.last)}
    for at in range(2, len(tokens) - 2):
        letters = tokens[at + 1].text
        if tokens[at].text != "(" or tokens[at + 2].text != ")" or not letters.isalpha():
            continue
        for first in range(at - 2, max(-1, at - LONGEST_SPELLED), -1):
            words = " ".join(t.text for t in tokens[first:at])
            if {first, at - 1} <= places:
                break  # "the Middle East and North Africa (MENA)"
            if tokens[first].text[:1].isupper() and names.is_acronym(letters, words):
                if not any(t.tag in NAMING_TAGS for t in tokens[first:at]):
                    break  # "the use of Data and Design Technology (DDT)"
                yield from {(first, at)} - spans
                break
