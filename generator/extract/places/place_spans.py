"""The tagger's spans -> the whole names of places, or nothing where a name is part of another's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.actors.credits import is_agency
from generator.extract.words.lexicon import MASTHEADS, ORGANISATIONS, OUTLETS
from generator.extract.words.place_words import DIRECTIONS, KIND_OF_NOUN
from generator.extract.words.titles import NAMING_TAGS, names_people
from generator.language.gazetteer import Gazetteer
from generator.language.tree import Entity, Sentence

BODIES = ORGANISATIONS | OUTLETS | MASTHEADS | {"police", "united", "rovers", "bank"}
"""Words that make a place's name part of a body's."""
HOMED = frozenset("born built educated flagged listed registered trained".split())
"""What follows the place that somebody or something is from, and is not in."""
SAINTS = frozenset("Mount Mt Mt. Saint Sainte St St. Ste Ste.".split())
LONGEST_REST = 3
"""Tokens that a name may go on with: "and the Grenadines"."""
_EDGES = frozenset("""the 's ’s ' ’ “ ” " `` '' ( ) - – — .""".split())


def whole(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """Return a span with what its name begins with: "Church of San Isidro", "Gulf of Aden"."""
    first, last = span
    before = sentence.tokens[max(0, first - 2) : first]
    named = len(before) == 2 and before[1].text == "of" and before[0].tag in NAMING_TAGS
    named = named and before[0].text.istitle() and not names_people(before[0])  # "OC of Halm"
    others = (e for e in sentence.entities if e.type in {"LOC", "PERSON"})
    own = any(e.first < first - 2 < e.last for e in others)  # "Ada Orr of Halm"
    return (first - 2, last) if named and not own else span


def only_tells_which(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Say whether a name is part of another, an agency's, or where a thing is at home.

    As in "the Leeds Police", "(Orlo News) —", "a Perth-listed miner", "the Pune-Delhi express".
    """
    after = sentence.tokens[span[1] : span[1] + 2]
    behind = after[1].text if len(after) > 1 and after[0].tag == "HYPH" else ""
    numbered = bool(after) and after[0].tag == "CD" and sentence.tokens[span[0]].text.isupper()
    homed = behind in HOMED or behind.isdigit() or numbered  # "Perth-listed", "on NH-9", "NH 9"
    before = sentence.tokens[max(0, span[0] - 2) : span[0]]
    pairs = ([t.text for t in after], [t.text for t in reversed(before)])
    joined = any(pair[:1] == ["-"] and pair[-1][:1].isupper() for pair in pairs)
    runs = joined and sentence.tokens[span[0]].label in {"compound", "flat"}
    paid = bool(after) and after[0].text[:1] in {"$", "£", "€"}  # "US $4 billion"
    return homed or paid or runs or _in_body(sentence, span) or is_agency(sentence, *span)


def _in_body(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Say whether a name is part of a body's or an office's: "Leeds Police", "District Judge"."""
    first, last = span
    after = sentence.tokens[last] if last < len(sentence.tokens) else None
    before = sentence.tokens[first - 1] if first else None
    if before and before.tag in NAMING_TAGS and before.text.isupper() and before.head >= first:
        return len(before.text) > 1 and before.text.isalpha()
    opening = sentence.tokens[first].text.lower() if last - first > 2 else ""
    if sentence.tokens[min(first + 1, last - 1)].text == "of" and opening in BODIES:
        return True
    if after is None or after.tag not in NAMING_TAGS:
        return False
    district = last - first > 1 and sentence.tokens[last - 1].text.lower() in KIND_OF_NOUN
    return after.text.lower() in BODIES or (district and names_people(after))


def name_end(sentence: Sentence, entity: Entity, gazetteer: Gazetteer) -> int:
    """Return the end of an entity, moved over what its name goes on with: "Port Said"."""
    tokens = sentence.tokens
    last = entity.last
    if entity.type == "LOC":
        last = _gone_on(sentence, entity, gazetteer)
    if entity.type == "PERSON" or last >= len(tokens):
        return last
    named = tokens[last].tag in NAMING_TAGS
    if tokens[last].text.lower() in KIND_OF_NOUN and (named or tokens[last].text[:1].isupper()):
        return last + all(other.first != last for other in sentence.entities)
    if not named:
        return last
    whole = " ".join(token.text for token in tokens[entity.first : last + 1])
    return last + (entity.type == "LOC" and gazetteer.find(whole) is not None)


def _gone_on(sentence: Sentence, entity: Entity, gazetteer: Gazetteer) -> int:
    """Return the end of "King's Lynn", "St John's", "St Vincent and the X"."""
    tokens, first, last = sentence.tokens, entity.first, entity.last
    words = [token.text for token in tokens[first : last + LONGEST_REST]]
    at, saint = last - first, words[0] in SAINTS
    following = words[at : at + 1]
    if following and tokens[last].tag == "POS":
        owner = f"{' '.join(words[:at])}{words[at]} "
        named = [n for n in (2, 1) if gazetteer.find(owner + " ".join(words[at + 1 : at + n]))]
        return last + next((n for n in named if n > 1 or saint), 0)
    if following == ["and"]:
        joined = (n for n in (3, 2) if gazetteer.country(" ".join(words[: at + n])))
        return last + next(joined, 0)
    return last


def parts(sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the names in a span, parted at its commas."""
    for at in range(first, last + 1):
        if at == last or sentence.tokens[at].text == ",":
            yield from trimmed(sentence, first, at)
            first = at + 1


def trimmed(sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield a span without articles, possessives and lower-case directions at its edges."""
    tokens = sentence.tokens
    while first < last and (
        tokens[first].text.lower() in _EDGES or is_direction(tokens[first].text)
    ):
        first += 1
    while last > first and tokens[last - 1].text.lower() in _EDGES - {"the"} | {"of"}:
        if tokens[last - 1].tag == "POS" and tokens[first].text in SAINTS:
            break  # "St John's"
        last -= 1
    if first < last:
        yield first, last


def is_direction(word: str) -> bool:
    """Say whether a word in small letters tells a direction or part."""
    return word.islower() and word in DIRECTIONS
