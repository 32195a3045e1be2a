"""Which items of two briefings are about the same thing, whatever their ids and order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from generator.model import MAIN_FIELDS, Evidence, Item, Quote, Source, Where, Who
from generator.references import Entry

SAME_ITEM = 0.55
"""Least likeness of an item to what it has become in another draft. Between drafts of one article
before and after an update, items that are the same reach 0.76, nearly all of them 1; different ones
have 0.3 to 0.45, and 0.66 at most where they rest on one sentence, but there a better match is left
for each. After a change run the properties of merging with EXAMPLES=3000."""
SAME_ADDITION = 0.7
"""The same for an item that a person and a draft have added independently: a wrong match would
merge two items, a missed one only shows both."""
SAME_NAME = 0.88
"""Least likeness of two spellings of one name."""
SHORT = 20
"""Characters below which texts are the same only if they are so by SAME_NAME: `on Monday` is much
like `on Tuesday`."""
TEXT_WEIGHT = 0.6
"""The share of the words in the likeness of two items; the rest is their evidence's."""


def match(left: Sequence[Entry], right: Sequence[Entry], floor: float) -> dict[str, str]:
    """Return the ids of left entries with those of the right entries that they are like."""
    pairs = _same(left, right)
    taken = set(pairs.values())
    ones = [entry for entry in left if entry.id not in pairs]
    others = [entry for entry in right if entry.id not in taken]
    for _, one, other in sorted(_likely_pairs(ones, others, floor)):
        if ones[one].id not in pairs and others[other].id not in taken:
            pairs[ones[one].id] = others[other].id
            taken.add(others[other].id)
    return pairs


def _same(left: Iterable[Entry], right: Iterable[Entry]) -> dict[str, str]:
    """Pair what says the same on the same grounds: of a thousand items nearly all, and at once."""
    waiting: defaultdict[Hashable, list[str]] = defaultdict(list)
    for entry in right:
        waiting[_saying(entry)].append(entry.id)
    partners = {saying: iter(names) for saying, names in waiting.items()}
    pairs = ((entry.id, next(partners.get(_saying(entry), iter(())), None)) for entry in left)
    return {one: other for one, other in pairs if other is not None}


def _saying(entry: Entry) -> Hashable:
    """Return what entries have in common that are like each other beyond doubt."""
    if isinstance(entry, Source):
        return entry.file or entry.url or entry
    if isinstance(entry, Who | Where):
        return entry.name.casefold()
    return _words(entry), tuple(evidence.quote for evidence in entry.evidence)


def _likely_pairs(
    left: Sequence[Entry], right: Sequence[Entry], floor: float
) -> Iterator[tuple[float, int, int]]:
    for one, entry in enumerate(left):
        for other, candidate in enumerate(right):
            if (score := likeness(entry, candidate)) >= floor:
                yield -score, one, other


def likeness(left: Entry, right: Entry) -> float:
    """Return from 0 to 1 how likely two entries are about the same thing."""
    if isinstance(left, Source) and isinstance(right, Source):
        is_same = left.file == right.file and (left.file or left.url == right.url)
        return 1.0 if is_same else 0.9 if left.id == right.id else 0.0
    if isinstance(left, Who | Where) and isinstance(right, Who | Where):
        return _name_likeness(left, right)
    if isinstance(left, Item) and isinstance(right, Item):
        words = _text_likeness(_words(left), _words(right))
        if not left.evidence or not right.evidence:
            return words
        return TEXT_WEIGHT * words + (1 - TEXT_WEIGHT) * _overlap(left.evidence, right.evidence)
    return 0.0


def _name_likeness(left: Who | Where, right: Who | Where) -> float:
    if left.name.casefold() == right.name.casefold():
        return 1.0
    if left.id == right.id:
        return 0.95
    shared = {name.casefold() for name in (left.name, *left.aliases)} & {
        name.casefold() for name in (right.name, *right.aliases)
    }
    if shared & {left.name.casefold(), right.name.casefold()}:
        return 0.9
    ratio = _ratio(left.name, right.name)
    return ratio if ratio >= SAME_NAME else 0.0


def _text_likeness(left: str, right: str) -> float:
    ratio = _ratio(left, right)
    is_other = min(len(left), len(right)) < SHORT and ratio < SAME_NAME
    return 0.0 if is_other else ratio


def _words(item: Item) -> str:
    main = "text" if isinstance(item, Quote) else MAIN_FIELDS[type(item)]
    return str(getattr(item, main))


def _overlap(left: tuple[Evidence, ...], right: tuple[Evidence, ...]) -> float:
    return max(_ratio(one.quote, other.quote) for one in left for other in right)


def _ratio(left: str, right: str) -> float:
    if left == right:
        return 1.0
    from rapidfuzz import fuzz  # most texts are alike

    return float(fuzz.ratio(left.casefold(), right.casefold())) / 100
