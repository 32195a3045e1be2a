"""Bring the corpora's ideas of a name to one: no titles, nationalities as NORP, places as LOC."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.language.peoples import is_people, people_length
from training.labels import Name

TITLES = frozenset(
    """
    mp amir hon. hon he h.e. inspector ceo comandante premier sultan
    president prime minister mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir madam
    lord lady dame king queen prince princess emperor sultan emir sheikh shaikh crown pope
    cardinal archbishop bishop rev. reverend father ayatollah imam mullah rabbi prophet saint
    senator sen. sen congressman congresswoman representative rep. governor gov. mayor judge
    justice chancellor secretary secretary-general general gen. gen colonel col. lieutenant lt.
    major maj. captain capt. sergeant sgt. corporal private admiral adm. brigadier commander
    marshal ambassador envoy premier vice deputy foreign defense defence interior finance
    information oil chief chairman chairwoman speaker spokesman spokeswoman director officer
    commissioner attorney former ex-president then-president vice-president co-chairman coach
    star leader opposition candidate analyst
    """.split()
)
"""Words before a name that are no part of it."""

CALENDAR = frozenset(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday jan. feb. mar. apr. jun. jul. aug. sep.
    sept. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun. jan feb mar apr jun jul aug sep sept
    oct nov dec christmas easter ramadan gmt utc est pst edt pdt
    """.split()
)

OFFICES = frozenset(
    "president minister secretary secretary-general chancellor ambassador spokesman spokeswoman "
    "coordinator envoy adviser advisor commissioner senator premier chairman chairwoman ceo "
    "representative negotiator deputy undersecretary governor".split()
)
"""Titles that are never a name themselves: what stands before one is no part of the person."""

_FIELDS = frozenset(
    "state defense defence foreign affairs interior justice finance health staff labor education "
    "security homeland treasury commerce energy information trade national general political "
    "economic the and of for - elect designate".split()
)
"""What may follow an office: `Secretary of State`, `Minister of Foreign Affairs`."""

_JOINTS = frozenset({"of", "for", "-"})

_SMALL = frozenset(
    "of the and for de la del da do dos das di du van von der den bin ibn al el ul - & 's ' . "
    ", e y i".split()
)
_NEVER_IN_PERSONS = frozenset("of the and for & 's".split())
_AREAS = frozenset(
    "northern southern eastern western central north south east west northwest northeast southwest "
    "southeast mainland downtown".split()
)


def settle(words: Sequence[str], names: Iterable[Name]) -> list[Name]:
    """Retype the names that are peoples, and add those that two corpora leave unlabelled."""
    found = []
    covered: set[int] = set()
    for first, last, kind in names:
        whole = people_length(words, first) >= last - first and kind != "PERSON"
        found.append((first, last, "NORP" if whole else kind))
        covered.update(range(first, last))
    index = 0
    while index < len(words):
        length = people_length(words, index)
        if length and covered.isdisjoint(range(index, index + length)):
            found.append((index, index + length, "NORP"))
        index += max(length, 1)
    return sorted(found)


def strip_name(words: Sequence[str], name: Name) -> Name | None:
    """Drop titles, articles and small words at the edges; None where nothing is left."""
    first, last, kind = name
    if kind == "PERSON":
        first = _after_office(words, first, last)
    elif kind == "ORG":
        last = _before_office(words, first, last)
    before = first
    while first < last and _may_go_first(words[first], kind):
        first += 1
    if first > before and first < last and words[first] in {"of", "for"}:
        return None
    while last > first and (words[last - 1].lower() in {"'s", "’s", "'", ",", ".", "the", "of"}):
        last -= 1
    return (first, last, kind) if last > first else None


def _after_office(words: Sequence[str], first: int, last: int) -> int:
    """Return where a person's name begins after `U.S. Secretary of State` and the like."""
    offices = [at for at in range(first, last - 1) if words[at].lower() in OFFICES]
    if not offices:
        return first
    at = after = offices[-1] + 1
    if words[after] not in _JOINTS:
        return after
    while at < last and words[at].lower() in _FIELDS:
        at += 1
    return at if words[at - 1] not in {*_JOINTS, "the"} else last


def _before_office(words: Sequence[str], first: int, last: int) -> int:
    """Return where an organisation ends before the office of someone in it."""
    for at in range(first, last):
        ends = at + 1 == last or words[at + 1] in _JOINTS
        if words[at].lower() in OFFICES and ends and "of" not in words[first:at]:
            return at
    return last


def _may_go_first(word: str, kind: str) -> bool:
    folded = word.lower()
    if folded in {"the", "a", "an", "'s", "’s", ",", "'", '"', "-"}:
        return True
    if kind == "PERSON":
        return folded in TITLES or is_people(word)
    return kind == "LOC" and word.islower() and folded in _AREAS


def doubtful(
    words: Sequence[str], names: Iterable[Name], proper: Sequence[bool], allowed: int
) -> dict[int, int]:
    """Return what may be the label of proper nouns that a corpus leaves outside every name."""
    covered = {index for first, last, _ in names for index in range(first, last)}
    return {
        index: allowed
        for index, word in enumerate(words)
        if proper[index]
        and index not in covered
        and word.lower() not in TITLES
        and word.lower() not in CALENDAR
        and not _in_office(words, index)
    }


def _in_office(words: Sequence[str], index: int) -> bool:
    """Tell whether a word belongs to a title as `State` to `Secretary of State`."""
    return (
        index > 1
        and words[index - 1] in _JOINTS
        and words[index].lower() in _FIELDS
        and words[index - 2].lower() in OFFICES
    )


def looks_proper(words: Sequence[str]) -> list[bool]:
    """Guess from capitals alone which words are proper nouns, sparing the first of a sentence."""
    return [
        bool(index) and word[:1].isupper() and word not in {"I", "A", "The"}
        for index, word in enumerate(words)
    ]


def agreed_types(sentences: Iterable[tuple[Sequence[str], Iterable[Name]]]) -> dict[str, str]:
    """Return the type of each name whose types disagree, where one type has a clear majority."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words, names in sentences:
        for first, last, kind in names:
            counts[" ".join(words[first:last])][kind] += 1
    return {
        name: kinds.most_common(1)[0][0]
        for name, kinds in counts.items()
        if len(kinds) > 1 and kinds.most_common(1)[0][1] >= 0.6 * sum(kinds.values())
    }


def strong_types(sentences: Iterable[tuple[Sequence[str], Iterable[Name]]]) -> dict[str, str]:
    """Return the type of each single word that is often a name, and nearly always of one type."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words, names in sentences:
        for first, last, kind in names:
            if last - first == 1:
                counts[words[first]][kind] += 1
    return {
        name: kinds.most_common(1)[0][0]
        for name, kinds in counts.items()
        if kinds.total() >= 5 and kinds.most_common(1)[0][1] >= 0.6 * kinds.total()
    }


def repeated(words: Sequence[str], names: Iterable[Name], strong: dict[str, str]) -> list[Name]:
    """Add the well-known single names that a sentence leaves out, away from other capitals."""
    found = list(names)
    covered = {index for first, last, _ in found for index in range(first, last)}
    for index, word in enumerate(words):
        alone = not any(
            w[:1].isupper()
            for w in (*words[index + 1 : index + 2], *words[max(index - 1, 0) : index])
        )
        if index not in covered and word in strong and word[:1].isupper() and alone:
            found.append((index, index + 1, FIXED.get(word, strong[word])))
    return sorted(found)


FIXED = {
    "U.S.": "LOC", "US": "LOC", "U.K.": "LOC", "West Bank": "LOC", "Gaza Strip": "LOC",
    "Gaza": "LOC", "U.N.": "ORG", "UN": "ORG", "United Nations": "ORG", "African Union": "ORG",
    "European Union": "ORG", "EU": "ORG", "Fatah": "ORG", "Hamas": "ORG", "NATO": "ORG",
    "White House": "ORG", "Kremlin": "ORG", "Taleban": "ORG", "Taliban": "ORG",
    "Hezbollah": "ORG", "Middle East": "LOC", "HIV": "MISC", "Islam": "MISC",
    "Christianity": "MISC",
}  # fmt: skip
"""Names that the corpora type in several ways, though they mean one."""


def retype(
    words: Sequence[str], name: Name, places: frozenset[str], agreed: dict[str, str]
) -> Name:
    """Settle the type of one name: known places are LOC, then what the corpus mostly says."""
    first, last, kind = name
    text = " ".join(words[first:last])
    if text in FIXED:
        return (first, last, FIXED[text])
    if text in places and kind != "PERSON":
        return (first, last, "LOC")
    return (first, last, agreed.get(text, kind))


def name_in(words: Sequence[str], tags: Sequence[str], head: int, mention: Name) -> Name:
    """Return the name in a mention: the run of proper nouns (and of, for, …) around its head."""
    first, last, kind = mention
    small = _SMALL - _NEVER_IN_PERSONS if kind == "PERSON" else _SMALL
    start = head
    while start > first and _joins(words[start - 1], tags[start - 1], small):
        start -= 1
    end = head + 1
    while end < last and _joins(words[end], tags[end], small):
        end += 1
    while start < head and not _proper(words[start], tags[start]):
        start += 1
    while end > head + 1 and not _proper(words[end - 1], tags[end - 1]):
        end -= 1
    return start, end, kind


def _proper(word: str, tag: str) -> bool:
    return (
        tag in {"NNP", "NNPS", "FW"}
        or (word[:1].isupper() and tag not in {"DT", "PRP$", "IN"})
        or (tag == "CD" and word.isdigit())
    )


def _joins(word: str, tag: str, small: frozenset[str]) -> bool:
    return _proper(word, tag) or (word.lower() in small and word not in {",", "."})
