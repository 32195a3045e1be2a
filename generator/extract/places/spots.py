"""Parsed sentences -> the mentions of places in them, each with what the words around it say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from generator.extract.actors.mentions import Name, span_head
from generator.extract.actors.towns import is_town
from generator.extract.places.datelines import dateline_places
from generator.extract.places.place_nouns import kind_noun, noun_of, tail
from generator.extract.places.place_spans import (
    is_direction,
    name_end,
    only_tells_which,
    parts,
    trimmed,
    whole,
)
from generator.extract.words.names import PARTICLES
from generator.extract.words.place_words import (
    DIRECTIONS,
    FACILITIES,
    HOUSES,
    KIND_OF_NOUN,
    PLACING,
    is_centre,
)
from generator.extract.words.titles import NAMING_TAGS
from generator.language.gazetteer import Gazetteer
from generator.language.tree import Document, Entity, Sentence, Token

LONGEST_NAME = 6
"""Tokens in which a name that the tagger left out is looked for."""
LEAST_PEOPLE = 15_000
"""Inhabitants from which a town is believed without the tagger's word."""
TIMES = frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday christmas easter ramadan""".split()
)
"""What "in" and "at" stand before as often as before a place."""
_PARTS_OF_TOWNS = frozenset({"city", "region"})
_BEFORE_TOWNS = NAMING_TAGS | {"JJ", "NN", "POS"}
GROUNDS = frozenset("campus grounds outside premises steps".split())
"""What houses have: "off the premises of Halm University"."""
ABOUT_PLACES = frozenset("across around from in near off outside throughout via".split())
"""Prepositions that seldom stand before somebody's name."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention of a place: tokens `first` to `last` (exclusive) of a sentence."""

    sentence: Sentence
    first: int
    last: int
    name: str
    within: tuple[str, ...] = ()
    """What the text says it lies in: "Paris, Texas"."""
    owner: str = ""
    """Whose town it is: "the Greek city of Tripoli", "Texas’s city of Paris"."""
    around: str = ""
    """The name before, of which the text says that it lies in this one."""
    noun: str = ""
    """The common noun that says what it is: "the department of X", "X province"."""
    tail: str = ""
    """The words that follow up to that noun: "X nuclear power plant"."""
    dateline: bool = False
    sure: bool = True
    """The tagger does not take it for somebody."""
    listed: bool = False
    """One of a list: what follows it after a comma is another, and not what it lies in."""

    @property
    def head(self) -> Token:
        """The token of the name that its phrase hangs on."""
        return span_head(self.sentence, self.first, self.last)


def find_spots(document: Document, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Return every mention of a place in a document, in text order."""
    found: list[Spot] = []
    for number, sentence in enumerate(document.placed):
        following = document.placed[number + 1 : number + 2]
        dateline = sentence.heading and any(s.paragraph == sentence.paragraph for s in following)
        found.extend(sentence_spots(sentence, document.text, gazetteer, dateline=dateline))
    return tuple(found)


def sentence_spots(
    sentence: Sentence, text: str, gazetteer: Gazetteer, *, dateline: bool = False
) -> tuple[Spot, ...]:
    """Return the mentions of places in one sentence; `text` is what its offsets count in."""
    dated = set(dateline_places(sentence, gazetteer, whole=dateline))
    spans = [
        whole(sentence, span)
        for span in (*_tagged(sentence, gazetteer), *_untagged(sentence, gazetteer))
    ]
    spans = [s for s in spans if not only_tells_which(sentence, s)] + [*dated]
    spans = [span for span in _apart(spans, dated) if _name(sentence, text, span)]
    return tuple(
        Spot(
            sentence,
            first,
            last,
            name=_name(sentence, text, (first, last)),
            within=_within(sentence, text, spans, number),
            owner=_owner(sentence, first),
            around=_around(sentence, text, spans, number),
            noun=noun_of(sentence, spans, number),
            tail=tail(sentence, last),
            dateline=(first, last) in dated,
            sure=not any(e.type == "PERSON" and e.first == first for e in sentence.entities),
            listed=_is_listed(sentence, spans, number),
        )
        for number, (first, last) in enumerate(spans)
    )


def _tagged(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield the names that the tagger takes for places, or for bodies that are places."""
    for entity in sentence.entities:
        first, last = entity.first, name_end(sentence, entity, gazetteer)
        told = (
            entity.type == "LOC"
            or _is_told_a_place(sentence, first, last, gazetteer)
            or (entity.type == "PERSON" and _may_be_a_place(sentence, entity, gazetteer))
        )
        if told or is_town(_as_name(sentence, entity), gazetteer):
            yield from parts(sentence, first, last)
        elif entity.type in {"ORG", "MISC"} and _is_facility(sentence, entity.first, last):
            yield from trimmed(sentence, entity.first, last)


def _as_name(sentence: Sentence, entity: Entity) -> Name:
    words = " ".join(token.text for token in sentence.tokens[entity.first : entity.last])
    return Name(sentence, entity.first, entity.last, words, entity.type)


def _is_told_a_place(sentence: Sentence, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Say whether a "person" or "body" is a place by the noun before: "department of Arauca"."""
    before = sentence.tokens[max(0, first - 2) : first]
    told = len(before) == 2 and before[1].text == "of" and kind_noun(before[0])
    return bool(told) and gazetteer.find(" ".join(sentence.lower[first:last]).title()) is not None


def _may_be_a_place(sentence: Sentence, entity: Entity, gazetteer: Gazetteer) -> bool:
    """Say whether a "person" stands where a place does: "in Lusaka", "south of Tobago"."""
    first, last, lower = entity.first, entity.last, sentence.lower
    before = lower[first - 1] if first else ""
    part = before == "of" and first > 1 and lower[first - 2] in DIRECTIONS
    if not part and before not in ABOUT_PLACES:
        return False
    if last < len(lower) and sentence.tokens[last].tag == "POS":
        return False
    words = " ".join(token.text for token in sentence.tokens[first:last])
    return bool(gazetteer.candidates(words, villages=True))


def _is_facility(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a name that the tagger takes for a body's is a place here."""
    noun = sentence.tokens[last - 1].text.lower()
    if noun in FACILITIES:
        return last - first > 1
    head = span_head(sentence, first, last)
    case, above = sentence.child(head, "case"), sentence.head(head)
    before = case.text.lower() if case else ""
    inside = before == "of" and above is not None and above.text.lower() in GROUNDS
    words = [token.text.lower() for token in sentence.tokens[first:last]]
    return (noun in HOUSES or is_centre(words)) and (inside or before in PLACING)


def _apart(spans: Iterable[tuple[int, int]], dated: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order without those that overlap one in a dateline, or an earlier one."""
    kept: list[tuple[int, int]] = []
    for span in sorted(set(spans), key=lambda s: (s not in dated, s)):
        if all(span[1] <= first or last <= span[0] for first, last in kept):
            kept.append(span)
    return sorted(kept)


def _untagged(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield names that the tagger left out and the gazetteer knows, where a place stands."""
    taken = {at for entity in sentence.entities for at in range(entity.first, entity.last)}
    end = 0
    for at, before in enumerate(sentence.lower[:-1], 1):
        told = before == "the" and at > 1 and sentence.lower[at - 2] in PLACING
        last = 0
        if before in PLACING and at >= end:
            last = _known_name(sentence, at, taken, gazetteer)
        elif told:
            last = _told_name(sentence, at, taken)
        if last:
            yield at, last
            end = last


def _known_name(sentence: Sentence, first: int, taken: set[int], gazetteer: Gazetteer) -> int:
    """Return where the longest name known to the gazetteer ends that starts at a token, or 0."""
    tokens = sentence.tokens
    last = first
    while last < min(first + LONGEST_NAME, len(tokens)) and _can_name(tokens[last], last in taken):
        last += 1
    if last == first or (last < len(tokens) and last in taken):
        return 0
    words = " ".join(token.text for token in tokens[first:last]).replace(" - ", "-")
    found = gazetteer.find(words)
    return last if found and (found.population >= LEAST_PEOPLE or last - first > 1) else 0


def _told_name(sentence: Sentence, first: int, taken: set[int]) -> int:
    """Return where the name in "in the Trench Town district" ends, or 0."""
    tokens = sentence.tokens
    last = first
    while last < len(tokens) - 1 and last not in taken and tokens[last].text.istitle():
        last += 1
    named = last > first and tokens[first].tag in NAMING_TAGS
    return last if named and KIND_OF_NOUN.get(kind_noun(tokens[last])) in _PARTS_OF_TOWNS else 0


def _can_name(token: Token, taken: bool) -> bool:
    return not taken and token.tag in NAMING_TAGS and token.text[:1].isupper()


def _name(sentence: Sentence, text: str, span: tuple[int, int]) -> str:
    """Return a name as the text has it, in one line; empty where it is no name."""
    tokens = sentence.tokens[span[0] : span[1]]
    name = " ".join(text[tokens[0].start : tokens[-1].end].split())
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 2 or not any(t.text[:1].isupper() for t in tokens):
        return ""
    words = [word.lower() for word in name.split()]
    cut = name[0].islower() and words[0].split("-")[0] not in PARTICLES
    cut = cut or name.endswith("$") or words in (["la"], ["el"], ["le"], ["kingdom"])
    return "" if cut or all(word in DIRECTIONS or word in TIMES for word in words) else name


def _within(
    sentence: Sentence, text: str, spans: list[tuple[int, int]], number: int
) -> tuple[str, ...]:
    """Return the names that follow a name after commas: what it lies in."""
    found: list[str] = []
    end = spans[number][1]
    for first, last in spans[number + 1 :]:
        between = [token.text.lower() for token in sentence.tokens[end:first]]
        if between[:1] not in ([","], ["("]) or not all(is_direction(word) for word in between[1:]):
            break
        found.append(_name(sentence, text, (first, last)))
        end = last
    return tuple(found)


def _owner(sentence: Sentence, first: int) -> str:
    """Return the name that stands before "city of" and a name."""
    before = sentence.tokens[max(0, first - LONGEST_NAME) : first]
    if len(before) < 2 or before[-1].text != "of" or not kind_noun(before[-2]):
        return ""
    told = takewhile(lambda t: t.tag in _BEFORE_TOWNS, reversed(before[:-2]))
    return " ".join(t.text for t in reversed([*told]) if t.text[:1].isupper())


def _around(sentence: Sentence, text: str, spans: list[tuple[int, int]], number: int) -> str:
    """Return the name that stands before a name and a comma."""
    told = number and _is_comma(sentence, spans[number - 1][1], spans[number][0])
    return _name(sentence, text, spans[number - 1]) if told else ""


def _is_listed(sentence: Sentence, spans: list[tuple[int, int]], number: int) -> bool:
    """Say whether a name is one of three or more: "Juba, Ghana and Peru"."""
    first = last = number
    while first and _is_comma(sentence, spans[first - 1][1], spans[first][0]):
        first -= 1
    while last + 1 < len(spans) and _is_comma(sentence, spans[last][1], spans[last + 1][0]):
        last += 1
    behind = [t for t in sentence.tokens[spans[last][1] :][:2] if t.text != ","]
    joined = bool(behind) and behind[0].text.lower() in {"and", "or"}
    more = joined and any(span[0] == behind[0].index + 1 for span in spans[last + 1 :][:1])
    return joined and last - first + more > 1


def _is_comma(sentence: Sentence, end: int, start: int) -> bool:
    return [t.text for t in sentence.tokens[end:start]] == [","]
