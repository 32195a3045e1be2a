"""Parsed sentences -> the proper names in them, completed, and trimmed of titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.reading import Mention, MentionKind
from generator.extract.words import names
from generator.extract.words.lexicon import ORGANISATIONS, is_people_noun
from generator.extract.words.titles import DAYS_AND_MONTHS
from generator.language.morphology import lemma
from generator.language.tree import Document, Entity, Sentence, Token

NAME_TAGS = frozenset({"NNP", "NNPS"})
PART_OF_NAME = frozenset({"Sheikh", "Sheik", "Sheikha"})
"""Titles that are as often a part of the name as not, and that papers repeat with it."""
LONGEST_INITIALS = 3
"""Letters in capitals that are somebody's given names: "AWR Orr"."""
MISSIONS = frozenset({"Mission", "Force", "Operation", "Delegation"})
"""Heads of names that end in the country they work "in"."""
CREDITS = re.compile(
    r"\(?(?:(?:Additional reporting|Reporting|Writing|Editing) by [A-Z]"
    r"|(?:Follow|Email|Contact|Reach) (?:him|her|them|me|us|the author)\b"
    r"|[^.]{1,80} contributed (?:reporting|to this (?:report|story|article)))"
)
"""Who wrote an article, and how to reach them, at its end."""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in a sentence: tokens `first` to `last` (exclusive), titles left out."""

    sentence: Sentence
    first: int
    last: int
    text: str
    type: str

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the name."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def head(self) -> Token:
        """The token of the name whose head lies outside it."""
        return span_head(self.sentence, self.first, self.last)

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
    """Return the proper names of a document in text order; datelines and credits name no actors."""
    sentences = document.sentences
    return tuple(
        name
        for sentence, following in zip(sentences, (*sentences[1:], None), strict=False)
        if not (sentence.heading and following and following.paragraph == sentence.paragraph)
        and not CREDITS.match(document.text, sentence.start, sentence.end)
        for name in sentence_names(sentence, document.text)
    )


def sentence_names(sentence: Sentence, text: str) -> Iterator[Name]:
    """Yield the names of one sentence; `text` is what its offsets count in."""
    reached = 0
    people = {t for e in sentence.entities if e.type == "PERSON" for t in range(e.first, e.last)}
    for entity in sentence.entities:
        first, last = _trimmed(sentence, entity)
        if entity.type == "PERSON":
            first = _from_word_start(sentence, first)
        if first < reached:
            continue
        reached = last = _completed(sentence, last, entity, people)
        last = _before_a_score(sentence, first, last)
        kind = "ORG" if last - first > 1 and _is_team(sentence.tokens[last - 1]) else entity.type
        last = max(last, _to_word_end(sentence, last))
        first = _after_initials(sentence, first, last)
        while entity.type == "PERSON" and first + 1 < last and _is_title(sentence, first, last):
            first += 1
        if not any(_is_capital(t.text) for t in sentence.tokens[first:last]):
            continue
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        name = " ".join(text[start:end].split())
        yield Name(sentence, first, last, name, kind)


def _before_a_score(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a side's name before its goals: "Halm Rovers" of "Halm Rovers 4 Orr 3"."""
    scores = (t.index for t in sentence.tokens[first + 1 : last] if t.text.isdigit())
    score = next(scores, last)
    return score if score < last and _is_team(sentence.tokens[score - 1]) else last


def _is_capital(word: str) -> bool:
    """Say whether a word may be part of a name: scripts without capitals count as capital."""
    return word[:1].isalpha() and not word[0].islower()


def _is_title(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the first word of a personal name is a title or belongs to a bracketed one.

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
        or names.is_title(word)
        or word in "()."
        or (word.startswith(".") and last - first > 1)
    )


def _trimmed(sentence: Sentence, entity: Entity) -> tuple[int, int]:
    """Return an entity's tokens without leading articles and closing possessives or marks."""
    first, last = entity.first, entity.last
    tokens = sentence.tokens
    while first < last and (
        tokens[first].tag in {"DT", "POS", "``", "''", ",", "PRP$"}
        and tokens[first].text.lower() not in {"el", "la", "le", "al", "los", "las"}
    ):
        first += 1
    while first + 1 < last and entity.type != "PERSON" and tokens[first].text.islower():
        first += 1
    while last > first and (
        tokens[last - 1].tag in {"POS", "``", "''", ",", ":", "DT"}
        or tokens[last - 1].text in {"'s", "’s", "(", "“", "”", '"'}
    ):
        last -= 1
    return first, last


def _from_word_start(sentence: Sentence, first: int) -> int:
    """Return the start of a personal name moved over what belongs to its first word."""
    tokens = sentence.tokens
    start = first
    while start and tokens[start - 1].end == tokens[start].start and _joins(tokens[start - 1]):
        start -= 1
    first = start if _is_capital(tokens[start].text) else first
    if first and tokens[first - 1].text in PART_OF_NAME:
        first -= 1
    return first


def _to_word_end(sentence: Sentence, last: int) -> int:
    """Return the end of a name moved over the rest of its last word: "Al" + "-Mayadeen"."""
    tokens = sentence.tokens
    while last + 1 < len(tokens) and tokens[last].tag == "HYPH":
        glued = tokens[last - 1].end == tokens[last].start
        part = tokens[last + 1]
        capital = part.text[:1].isupper() and tokens[last].end == part.start
        if not (glued and capital and part.tag in NAME_TAGS and tokens[last - 1].tag in NAME_TAGS):
            break
        last += 2
    return last


def _after_initials(sentence: Sentence, first: int, last: int) -> int:
    """Return the start of a name behind the "H E" of an excellency."""
    words = [t.text.strip(".") for t in sentence.tokens[first : first + 2]]
    return first + 2 if words == ["H", "E"] and last - first > 3 else first


def _joins(token: Token) -> bool:
    """Say whether a token can stand inside a hyphenated name: "Mahbub-ul-Alam"."""
    return token.text in {"-", "‑", "'", "’"} or token.text.isalpha()


def _completed(sentence: Sentence, last: int, entity: Entity, people: set[int]) -> int:
    """Return the end of a name moved over words of it that the tagger left out."""
    if entity.type == "LOC" and last < len(sentence.tokens) and _is_team(sentence.tokens[last]):
        return last + 1
    if entity.type not in {"ORG", "PERSON"}:
        return last
    while last not in people and (_goes_on(sentence, last) or _is_form(sentence, entity, last)):
        last += 1
    if entity.type == "ORG" and last - entity.first == 1:
        last = _with_field(sentence, last, people)
    elif entity.type == "ORG":
        last = _with_portfolios(sentence, entity.first, last)
    return (
        _with_seat(sentence, _without_town(sentence, entity.first, last))
        if entity.type == "ORG"
        else last
    )


def _with_field(sentence: Sentence, last: int, people: set[int]) -> int:
    """Return the end of a bare "Commission" with what it is for: "Commission on Public Debts"."""
    tokens = sentence.tokens
    link = tokens[last : last + 1]
    end = last + 1
    while end < len(tokens) and tokens[end].tag in NAME_TAGS and end not in people:
        end += 1
    timed = end > last + 1 and tokens[last + 1].text.lower() in DAYS_AND_MONTHS
    linked = bool(link) and link[0].text in {"on", "for"} and end > last + 1 and not timed
    head = lemma(tokens[last - 1].text, "NN").lower()
    return end if linked and head in ORGANISATIONS | {"transport", "center", "centre"} else last


def _with_portfolios(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a ministry's name with all it minds: "of Housing, Roads and Water"."""
    tokens = sentence.tokens
    if (
        tokens[first].text not in {"Ministry", "Department"}
        or tokens[last - 1].tag not in NAME_TAGS
    ):
        return last
    end, joined = last, False
    while end < len(tokens) and (
        tokens[end].tag in NAME_TAGS or tokens[end].text in {",", "and", "&"}
    ):
        joined = joined or tokens[end].text in {"and", "&"}
        end += 1
    listed = tokens[last : last + 1] and tokens[last].text == "," and joined
    return end if listed and tokens[end - 1].tag in NAME_TAGS else last


def _without_town(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a body's name without the town that it is in: "Mercy Hospital in Leeds"."""
    tokens = sentence.tokens
    link = next((t.index for t in tokens[first + 1 : last] if t.text in {"in", "at"}), last)
    head = tokens[link - 1]
    towns = all(t.tag in NAME_TAGS for t in tokens[link + 1 : last])
    is_body = lemma(head.text, "NN").lower() in ORGANISATIONS and head.text not in MISSIONS
    return link if link < last and towns and is_body else last


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Say whether the proper noun after a name belongs to it: "Kan" + "News"."""
    tokens = sentence.tokens
    if not 0 < at < len(tokens) or not (tokens[at].tag in NAME_TAGS | {"JJ"} or _heads(tokens[at])):
        return False
    token, before = tokens[at], tokens[at - 1]
    if not token.text[:1].isupper() or before.tag not in NAME_TAGS or _is_ticker(tokens, at):
        return False
    if token.head in {at - 1, before.head} and token.label in {"flat", "compound"}:
        return True
    # "Royal Canadian Mounted Police": what is inside leans on a head further right.
    inside = before.head > at and before.head in {token.head, token.index}
    return inside or before.head == at


def _heads(token: Token) -> bool:
    """Say whether a word is the noun that a body's name ends in: "Rapid Support" + "Forces"."""
    return token.tag in {"NN", "NNS"} and lemma(token.text, token.tag).lower() in ORGANISATIONS


def _is_team(token: Token) -> bool:
    """Say whether a word ends the names of clubs: "Kampala" + "United"."""
    return token.text[:1].isupper() and names.fold(token.text) in names.TEAM_WORDS


def _is_form(sentence: Sentence, entity: Entity, at: int) -> bool:
    """Say whether the word after a body's name is its legal form: "Halden Seafood" + "AS"."""
    after = sentence.tokens[at : at + 1]
    form = bool(after) and after[0].text[:1].isupper() and names.fold(after[0].text)
    return entity.type == "ORG" and form in names.CORPORATE


def _is_ticker(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word is a share's symbol: "Halm Foods HALM.L"."""
    stop = tokens[at + 1] if at + 1 < len(tokens) else None
    letters = tokens[at].text.isupper() and not tokens[at - 1].text.isupper()
    glued = stop is not None and stop.text.startswith(".") and stop.start == tokens[at].end
    return letters and glued and at + 2 < len(tokens) and tokens[at + 2].text.isupper()


def _with_seat(sentence: Sentence, last: int) -> int:
    """Return the end of a body's name with the place it is "of": "Aviation Authority of Malta"."""
    tokens = sentence.tokens
    head = tokens[last - 1]
    links = {"of"} | ({"in"} if head.text in MISSIONS else set())
    if last + 1 >= len(tokens) or tokens[last].text not in links or head.tag not in NAME_TAGS:
        return last
    place = next((e for e in sentence.entities if e.first == last + 1 and e.type == "LOC"), None)
    if place is None or lemma(head.text, "NN").lower() not in ORGANISATIONS:
        return last
    return place.last
