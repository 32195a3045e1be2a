"""Names that were cut, or taken together -> whole: "Halm Teaching and Referral Hospital"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.language.tree import Entity, Sentence, Token

BODIES = frozenset(
    """academy administration agency association authority board bureau centre center clinic
    college commission committee council department faculty hospital infirmary institute
    institution ministry office polytechnic programme school service society trust
    university""".split()
)
"""Last words of the names of bodies."""
FIELDS = frozenset(
    """advanced agricultural agriculture allied applied arts business care children childrens
    commerce communications community cultural culture dental development education engineering
    environment environmental finance fire fisheries forestry girls gender general health higher
    industry innovation insurance investment international junior justice labour local maternity
    medical medicine memorial men mental mining music national nursing planning primary public
    referral regional rescue research rural safety science sciences secondary security senior
    social specialist sports statistics studies teaching technical technological technology trade
    training transport treatment urban veterinary vocational water welfare wildlife women womens
    work youth""".split()
)
"""What such bodies do and for whom: no body is called by these words alone."""
SEATED = frozenset({"police", "constabulary", "council", "trust"})
"""Bodies that are called by the two places that they are for: "Devon and Cornwall Police"."""
PARTED = frozenset(
    """agency board bureau college commission committee council department directorate faculty
    institute ministry office school""".split()
)
"""Bodies that are called after what they are of, which may be two things."""
_SIDES = frozenset({"East", "West", "North", "South"})
JOINTS = frozenset({"and", "&", "'s", "’s", "'", "’"})
NAMING = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "VBG"})


def with_whole_names(sentence: Sentence) -> Sentence:
    """Return a sentence with names that were cut put together, and those of two things parted."""
    found: list[Entity] = []
    halves = (*_of_two_halves(sentence), *_coasts(sentence))
    inside = {t for e in halves for t in range(e.first, e.last)}
    rest = (e for e in sentence.entities if not inside.intersection(range(e.first, e.last)))
    parts = (part for e in (*rest, *halves) for part in _of_one_thing(sentence.tokens, e))
    for entity in sorted(parts, key=lambda e: e.first):
        entity = _with_number(sentence.tokens, entity)
        whole = _with_first_half(sentence, _with_second_field(sentence, entity), found)
        while found and found[-1].last > whole.first:
            found.pop()
        found.append(whole)
    entities = tuple(found)
    return sentence if entities == sentence.entities else replace(sentence, entities=entities)


def _of_two_halves(sentence: Sentence) -> Iterator[Entity]:
    """Yield bodies whose noun the tree gives two words: "the | Food and Drug Administration"."""
    for body in sentence.tokens:
        halves = sentence.children(body, "compound") if body.text.lower() in BODIES else ()
        first = halves[0].index if halves else body.index
        words = [t for t in sentence.tokens[first : body.index] if t.text not in {"and", "&"}]
        touched = [e for e in sentence.entities if e.first <= body.index and e.last > first]
        named = body.text.istitle() and all(t.text.istitle() and _names(t) for t in words)
        bodies = all(e.type in {"ORG", "MISC"} for e in touched)
        if 0 < len(words) < body.index - first and named and bodies:
            start = min([first, *(e.first for e in touched)])
            yield Entity(start, max([body.index + 1, *(e.last for e in touched)]), "ORG")


def _coasts(sentence: Sentence) -> Iterator[Entity]:
    """Yield the region of "on the East Coast of Halmland"."""
    for side, coast in pairwise(sentence.tokens):
        if coast.text == "Coast" and side.text in _SIDES:
            touched = (e for e in sentence.entities if side.index < e.last <= coast.index + 1)
            beyond = (e for e in sentence.entities if e.last > coast.index + 1 > e.first)
            if all(e.first >= side.index for e in touched) and not any(beyond):
                yield Entity(side.index, coast.index + 1, "LOC")


def _of_one_thing(tokens: Sequence[Token], entity: Entity) -> Iterator[Entity]:
    """Yield body and town of "Halm Hospital, Okene", and all of "Sultan Al Orr"."""
    words = [t.text for t in tokens[entity.first : entity.last]]
    seated = len(words) > len((",", "Okene")) and words[-2] == "," and words[-3].lower() in BODIES
    if entity.type == "ORG" and seated:
        yield replace(entity, last=entity.last - 2)
        yield Entity(entity.last - 1, entity.last, "LOC")
    elif words[0] == "Al" and entity.first and tokens[entity.first - 1].text == "Sultan":
        yield replace(entity, first=entity.first - 1)
    else:
        yield entity


def _with_number(tokens: Sequence[Token], entity: Entity) -> Entity:
    """Return "TVX" or "TVX-" with the "-4" or "4" that is written with it."""
    at = entity.last - (tokens[entity.last - 1].text == "-")
    behind = tokens[at : at + 2]
    joined = [t.tag for t in behind] == ["HYPH", "CD"] and at > entity.first
    apart = joined and behind[1].start != tokens[at - 1].end + 1
    return replace(entity, last=at + 2) if joined and not apart else entity


def _with_first_half(sentence: Sentence, entity: Entity, before: Sequence[Entity]) -> Entity:
    """Return an entity with the words before a joint that are of the same name."""
    tokens = sentence.tokens
    at = entity.first - 1
    if entity.type == "NORP" or at < 1 or tokens[at].text not in JOINTS:
        return entity
    words = [t.text.lower().strip(".") for t in tokens[entity.first : entity.last]]
    owned = tokens[at].text not in {"and", "&"}
    half = owned or tokens[at - 1].text.lower() in FIELDS
    if half and words[-1] in BODIES and all(w in FIELDS | BODIES for w in words):
        return replace(entity, first=_run(tokens, at))
    left = before[-1] if before and before[-1].last == at else None
    if left is None or left.type == "NORP" or owned:
        return entity
    if tokens[at].text == "&" and len(words) == 1:
        return Entity(left.first, entity.last, "ORG")
    end = entity.last + any(map(_is_seated, tokens[entity.last : entity.last + 1]))
    return Entity(left.first, end, "ORG") if _is_for_two(tokens[:end], entity, left) else entity


def _run(tokens: Sequence[Token], at: int) -> int:
    """Return the first of the capitalised words before a joint; the joint's own where none is."""
    first = at
    while first and tokens[first - 1].text[:1].isupper() and tokens[first - 1].tag in NAMING:
        first -= 1
    return first if first < at else at + 1


def _is_for_two(tokens: Sequence[Token], body: Entity, place: Entity) -> bool:
    """Say whether a body is for two places: "Devon and Cornwall Police", not "in Devon and"."""
    if place.type != "LOC" or not _is_seated(tokens[-1]) or len(tokens) < body.first + 2:
        return False
    several = any(t.text == "Hospitals" for t in tokens[body.first :])
    return several or place.first == 0 or tokens[place.first - 1].tag != "IN"


def _is_seated(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.lower() in SEATED


def _with_second_field(sentence: Sentence, entity: Entity) -> Entity:
    """Return "Department of Roads" with the "and Bridges" that the tagger left out."""
    tokens = sentence.tokens
    inside = [t.text.lower() for t in tokens[entity.first : entity.last]]
    of = inside[1:2] in (["of"], ["for"]) and inside[0] in PARTED
    if entity.type != "ORG" or not of or tokens[entity.last : entity.last + 1] == ():
        return entity
    taken = {t for e in sentence.entities if e != entity for t in range(e.first, e.last)}
    end = entity.last + 1
    while end < len(tokens) and end not in taken and _names(tokens[end]):
        end += 1
    joined = tokens[entity.last].text in {"and", "&"} and end > entity.last + 1
    return replace(entity, last=end) if joined else entity


def _names(token: Token) -> bool:
    return token.tag in {"NNP", "NNPS"} and token.text[:1].isupper()
