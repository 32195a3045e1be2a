"""Parsed sentences -> the proper names in them, completed, and trimmed of titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.extract.actors.name_ends import (
    LONGEST_INITIALS,
    before_a_caption,
    before_a_score,
    before_honours,
    completed,
    ends_in_s,
    is_small_word,
    to_word_end,
)
from generator.extract.actors.name_spans import with_whole_names
from generator.extract.reading import Mention, MentionKind, Place
from generator.extract.words import names
from generator.extract.words.lexicon import ORGANISATIONS, is_people_noun
from generator.extract.words.titles import NAMING_TAGS, names_people
from generator.language.tree import Document, Entity, Sentence, Token

PART_OF_NAME = frozenset({"Sheikh", "Sheik", "Sheikha", "Lord", "Lady", "Baroness"})
"""Titles that are as often a part of the name as not, and that papers repeat with it."""


@dataclass(frozen=True)
class Name:
    """A proper name in a sentence: tokens `first` to `last` (exclusive), titles left out."""

    sentence: Sentence
    first: int
    last: int
    text: str
    type: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the name."""
        return self.sentence.tokens[self.first : self.last]

    @cached_property
    def head(self) -> Token:
        """The token of the name whose head lies outside it."""
        return span_head(self.sentence, self.first, self.last)

    @property
    def place(self) -> Place:
        """Where the name begins."""
        return self.sentence.index, self.first

    def mention(self, kind: MentionKind) -> Mention:
        """Return the name as a mention of an actor."""
        return mention(self.sentence, self.first, self.last, kind)


def span_head(sentence: Sentence, first: int, last: int) -> Token:
    """Return the first token of a span whose head lies outside it."""
    for token in sentence.tokens[first:last]:
        if not first <= token.head < last:
            return token
    return sentence.tokens[first]


def mention(sentence: Sentence, first: int, last: int, kind: MentionKind) -> Mention:
    """Return tokens of a sentence as a mention."""
    tokens = sentence.tokens
    head = span_head(sentence, first, last)
    return Mention(
        sentence.index, first, last, tokens[first].start, tokens[last - 1].end, kind, head.index
    )


def find_names(document: Document) -> tuple[Name, ...]:
    """Return the proper names of a document in text order; datelines name no actors."""
    sentences = document.sentences
    return tuple(
        name
        for sentence, following in zip(sentences, (*sentences[1:], None), strict=False)
        if not (sentence.heading and following and following.paragraph == sentence.paragraph)
        for name in sentence_names(sentence, document.text)
    )


def sentence_names(sentence: Sentence, text: str) -> Iterator[Name]:
    """Yield the names of one sentence; `text` is what its offsets count in."""
    reached = 0
    people = {t for e in sentence.entities if e.type == "PERSON" for t in range(e.first, e.last)}
    for entity in with_whole_names(sentence):
        first, last = _trimmed(sentence, entity)
        if entity.type == "PERSON":
            first = _from_word_start(sentence, first, last, reached)
        if first < reached:
            continue
        reached = last = completed(sentence, last, entity, people)
        last = before_a_score(sentence, first, last)
        kind = entity.type
        last = max(last, to_word_end(sentence, last))
        first = _after_initials(sentence, first, last)
        while entity.type == "PERSON" and first + 1 < last and _is_title(sentence, first, last):
            first += 1
        if not any(_is_capital(t.text) for t in sentence.tokens[first:last]):
            continue
        if entity.type == "PERSON":
            last = before_honours(sentence, first, before_a_caption(sentence, first, last))
        if entity.type != "LOC" and ends_in_s(sentence, first, last):
            last, kind = last + 1, "ORG"
        yield Name(sentence, first, last, _as_written(sentence, text, first, last), kind)


def _as_written(sentence: Sentence, text: str, first: int, last: int) -> str:
    """Return a name in one line, with the mark before it that it has the other of: "Ace" Orr."""
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    name = " ".join(text[start:end].split())
    half = name.count('"') == 1 and first > 0 and sentence.tokens[first - 1].text == '"'
    return f'"{name}' if half else name


def _is_capital(word: str) -> bool:
    """Say whether a word may be part of a name: scripts without capitals count as capital."""
    return word[:1].isalpha() and not word[0].islower()


def _is_title(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the first word of a personal name is a title.

    Or else opens a sentence with what a tabloid says of them: "Jobless Ada Orr", "Burglar Bo Lim".
    """
    token = sentence.tokens[first]
    word = token.text
    said = token.tag in {"JJ", "VBN"} or is_people_noun(word.lower())
    capitals = word.isalpha() and word.isupper() and len(word) > 2
    agency = capitals and (last - first > 2 or len(word) > LONGEST_INITIALS)  # "EPA Ada Orr"
    return (
        (agency and not sentence.tokens[first + 1].text.isupper())
        or (said and first == 0 and last - first > 2)
        or (names.is_title(word) and not _is_peerage(sentence, first))
    )


def _trimmed(sentence: Sentence, entity: Entity) -> tuple[int, int]:
    """Return an entity's tokens without leading articles and closing possessives or marks."""
    first, last = entity.first, entity.last
    tokens = sentence.tokens
    while first < last and (
        tokens[first].tag in {"DT", "POS", "``", "''", ",", "PRP$"}
        and tokens[first].text.lower() not in {"el", "la", "le", "al", "los", "las"}
        and (tokens[first].text != "All" or not first)  # "the All India Association"
    ):
        first += 1
    while first + 1 < last and entity.type != "PERSON" and _is_ahead(tokens[first]):
        first += 1
    while last > first and (
        tokens[last - 1].tag in {"POS", "``", "''", ",", ":", "DT"}
        or tokens[last - 1].text in {"'s", "’s", "(", "“", "”", '"'}
        or (entity.type == "PERSON" and is_small_word(sentence, last - 1))  # "Ada Orr dwelt"
    ):
        last -= 1
    return first, last - _runs_into_a_post(tokens, first, last)


def _runs_into_a_post(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether a body's last word is a post's: "Halm Sales" before "Manager Ada Orr"."""
    end = tokens[last - 1]
    body = is_people_noun(end.text.lower()) or names.fold(end.text) in ORGANISATIONS
    leans = end.tag == "NN" and end.head == last < len(tokens) and names_people(tokens[last])
    return leans and end.text.istitle() and last - first > 1 and not body


def _is_ahead(token: Token) -> bool:
    """Say whether a word is none of a body's name: "drivers' union" before "Halmforce"."""
    small = token.text.islower() and token.text not in names.ARABIC_ARTICLES  # "al-Orr"
    return small or token.tag == "POS"


def _from_word_start(sentence: Sentence, first: int, last: int, reached: int) -> int:
    """Return the start of a personal name moved over what belongs to its first word.

    And over the word that a lone one hangs on, if no name has `reached` that: "Peng | Liyuan".
    """
    tokens = sentence.tokens
    before = tokens[first - 1] if first > reached else tokens[first]
    flat = last - first == 1 and tokens[first].label == "flat"
    flat = flat and tokens[first].head == before.index < first
    if flat and before.tag in NAMING_TAGS and not names_people(before) and before.text.istitle():
        return first - 1
    start = first
    while start and tokens[start - 1].end == tokens[start].start and _joins(tokens[start - 1]):
        start -= 1
    first = start if _is_capital(tokens[start].text) else first
    while first and len(tokens[first - 1].text) == 2 and tokens[first - 1].text.endswith("."):
        first -= 1  # "R. A. Orr"
    return first - 1 if first and _is_peerage(sentence, first - 1) else first


def _is_peerage(sentence: Sentence, at: int) -> bool:
    """Say whether a title belongs to the name behind it: "Lord Orr", not "First Lady Ada Orr".

    Behind an office even "Prince" does, "Senator Prince Orr", but for "Prince Ali bin Orr".
    """
    tokens = sentence.tokens
    before = tokens[at - 1].text if at else ""
    office = names.is_title(tokens[at + 1].text) or before == "First"
    royal = names.ARABIC_PARTICLES.intersection(t.text.lower() for t in tokens[at + 1 : at + 4])
    given = tokens[at].text == "Prince" and names.fold(before) in names.OFFICES and not royal
    return given or (tokens[at].text in PART_OF_NAME and not office)


def _after_initials(sentence: Sentence, first: int, last: int) -> int:
    """Return the start of a name behind the "H E" of an excellency."""
    words = [t.text.strip(".") for t in sentence.tokens[first : first + 2]]
    return first + 2 if words == ["H", "E"] and last - first > 3 else first


def _joins(token: Token) -> bool:
    """Say whether a token can stand inside a hyphenated name: "Mahbub-ul-Alam"."""
    return token.text in {"-", "‑", "'", "’"} or token.text.isalpha()
