"""A name as the tagger found it -> where it really ends: words of it left out, or run into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extract.words import names
from generator.extract.words.lexicon import ORGANISATIONS
from generator.extract.words.titles import DAYS_AND_MONTHS, NAMING_TAGS, NOMINAL_TAGS
from generator.language.morphology import FINITE_OR_MODAL, lemma
from generator.language.tree import Entity, Sentence, Token

LONGEST_INITIALS = 3
"""Letters in capitals that are somebody's given names: "AWR Orr"."""
LONGEST_SPELLED = 10
"""Words that an acronym may stand for."""
FIELDS = frozenset(
    """athletics basketball boxing consumer cricket cycling football golf gymnastics health heritage
    hockey network police rowing rugby sailing screen sport sports statistics swimming tennis
    tourism transport visit volleyball""".split()
)
"""What bodies that are named for it and for their land mind: "Sport Ireland"."""
MARKS = frozenset({'"', "'", "“", "”", "‘", "’"})
MISSIONS = frozenset({"Mission", "Force", "Operation", "Delegation"})
"""Heads of names that end in the country they work "in"."""


def before_a_score(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a side's name before its goals: "Halm Rovers" of "Halm Rovers 4 Orr 3"."""
    scores = (t.index for t in sentence.tokens[first + 1 : last] if t.text.isdigit())
    score = next(scores, last)
    return score if score < last and is_team(sentence.tokens[score - 1]) else last


def before_a_caption(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a name before what ran into it: an agency, or the name once more."""
    words = [t.text for t in sentence.tokens[first:last]]
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:
        return first + half
    shouted = words[-1].isupper() and words[-1].isalpha() and len(words[-1]) > LONGEST_INITIALS
    mixed = len(words) > 1 and not any(w.isupper() and len(w) > 1 for w in words[:-1])
    return last - 1 if shouted and mixed else last


def before_honours(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of somebody's name before the letters of an honour: "Ada Orr AM", not KC."""
    word = sentence.tokens[last - 1].text
    honour = word.isupper() and names.fold(word) in names.HONOURS - names.COUNSEL
    return last - 1 if honour and last - first > 1 else last


def ends_in_s(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a name ends in what looks like a possessive: "Halm's sold it", "at Halm's"."""
    tokens = sentence.tokens
    if last + 1 >= len(tokens) or tokens[last].text not in {"'s", "’s"}:
        return False
    head = next(t for t in tokens[first:last] if not first <= t.head < last)
    after = tokens[last + 1]
    case = sentence.child(head, "case")
    gone_to = head.label == "obl" and case is not None and case.text.lower() in {"at", "by", "from"}
    finite = after.tag in FINITE_OR_MODAL | {"VBN"} or after.text == ","
    acts = head.label.startswith("nsubj") and finite
    return acts or (gone_to and not after.tag.startswith(("NN", "JJ", "CD")))


def to_word_end(sentence: Sentence, last: int) -> int:
    """Return the end of a name moved over the rest of its last word: "Al" + "-Mayadeen"."""
    tokens = sentence.tokens
    while last + 1 < len(tokens) and tokens[last].tag == "HYPH":
        glued = tokens[last - 1].end == tokens[last].start
        part = tokens[last + 1]
        capital = part.text[:1].isupper() and tokens[last].end == part.start
        if not (
            glued and capital and part.tag in NAMING_TAGS and tokens[last - 1].tag in NAMING_TAGS
        ):
            break
        last += 2
    return last


def completed(sentence: Sentence, last: int, entity: Entity, people: set[int]) -> int:
    """Return the end of a name moved over words of it that the tagger left out."""
    if entity.type == "LOC" and last < len(sentence.tokens) and is_team(sentence.tokens[last]):
        return last + 1
    if entity.type not in {"ORG", "PERSON"}:
        return last
    first = entity.first if entity.type == "ORG" else last - 1
    while last not in people and _goes_on(sentence, first, last):
        last += 1
    if entity.type == "ORG" and (
        last - entity.first == 1 or sentence.tokens[last - 1].text == "Ministry"
    ):
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
    while end < len(tokens) and tokens[end].tag in NAMING_TAGS and end not in people:
        end += 1
    timed = end > last + 1 and tokens[last + 1].text.lower() in DAYS_AND_MONTHS
    ties = {"of"} if tokens[last - 1].text == "Ministry" else {"on", "for"}
    linked = bool(link) and link[0].text in ties and end > last + 1 and not timed
    head = lemma(tokens[last - 1].text, "NN").lower()
    return end if linked and head in ORGANISATIONS | {"transport", "center", "centre"} else last


def _with_portfolios(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a ministry's name with all it minds: "of Housing, Roads and Water"."""
    tokens = sentence.tokens
    if (
        tokens[first].text not in {"Ministry", "Department"}
        or tokens[last - 1].tag not in NAMING_TAGS
    ):
        return last
    end, joined = last, False
    while end < len(tokens) and (
        tokens[end].text[:1].isupper() or tokens[end].text in {",", "and", "&"}
    ):
        joined = joined or tokens[end].text in {"and", "&"}
        end += 1
    listed = tokens[last : last + 1] and tokens[last].text == "," and joined
    return end if listed and tokens[end - 1].text[:1].isupper() else last


def _without_town(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a body's name without the town that it is in: "Mercy Hospital in Leeds"."""
    tokens = sentence.tokens
    link = next((t.index for t in tokens[first + 1 : last] if t.text in {"in", "at"}), last)
    head = tokens[link - 1]
    towns = all(t.tag in NAMING_TAGS for t in tokens[link + 1 : last])
    is_body = lemma(head.text, "NN").lower() in ORGANISATIONS and head.text not in MISSIONS
    return link if link < last and towns and is_body else last


def _goes_on(sentence: Sentence, first: int, at: int) -> bool:
    """Say whether the proper noun after a name belongs to it: "Kan" + "News"."""
    tokens = sentence.tokens
    if not 0 < at < len(tokens) or not (
        tokens[at].tag in NAMING_TAGS | {"JJ"} or _heads(tokens[at])
    ):
        return False
    token, before = tokens[at], tokens[at - 1]
    if not token.text[:1].isupper() or before.tag not in NAMING_TAGS:
        return False
    if token.head in {at - 1, before.head} and token.label in {"flat", "compound"}:
        return True
    # "Royal Canadian Mounted Police": what is inside leans on a head further right.
    inside = before.head > at and before.head in {token.head, token.index}
    return inside or any(t.head == at for t in tokens[first:at])  # "Health and Safety Executive"


def _heads(token: Token) -> bool:
    """Say whether a word is the noun that a body's name ends in: "Rapid Support" + "Forces"."""
    return token.tag in {"NN", "NNS"} and lemma(token.text, token.tag).lower() in ORGANISATIONS


def is_team(token: Token) -> bool:
    """Say whether a word ends the names of clubs: "Kampala" + "United"."""
    return token.text[:1].isupper() and names.fold(token.text) in names.TEAM_WORDS


def with_told_bodies(sentence: Sentence) -> tuple[Entity, ...]:
    """Return a sentence's entities, with those that an apposition calls bodies as whole names.

    "Unite, the union," and "Friends of Halm Baths, a campaign group," whatever the tagger sees.
    So are the words that an acronym spells: "the Commissioner of Prisons and Courts (CPC)", bodies
    named for their lands, and people with a name between marks.
    """
    spans = {*_told_bodies(sentence), *_spelled_by_acronyms(sentence), *_bodies_of_lands(sentence)}
    bodies = (Entity(first, last, "ORG") for first, last in spans)
    told = (*bodies, *_nicknamed(sentence))
    inside = {t for body in told for t in range(body.first, body.last)}
    rest = (e for e in sentence.entities if not inside.intersection(range(e.first, e.last)))
    return tuple(sorted((*rest, *told), key=lambda e: e.first)) if told else sentence.entities


def _told_bodies(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the names before ", the union that" which are no tagged name or more than one."""
    spans = {(e.first, e.last) for e in sentence.entities}
    for comma in sentence.tokens:
        if comma.text == "," and _says_a_body(sentence, comma.index + 1):
            first = _first_capital(sentence, comma.index)
            people = any(e.type == "PERSON" and e.first == first for e in sentence.entities)
            if first < comma.index and (first, comma.index) not in spans and not people:
                yield first, comma.index


def _bodies_of_lands(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield bodies that a tagger takes for their lands: "the Nigerian Navy", "Police Scotland"."""
    tokens = sentence.tokens
    for e in sentence.entities:
        before = tokens[e.first - 1] if e.first else None
        after = tokens[e.last] if e.last < len(tokens) else None
        body = after and after.text.istitle() and after.text.lower() in ORGANISATIONS
        if e.type == "NORP" and body and not (before and before.tag == "HYPH"):
            yield e.first, e.last + 1
        if e.type == "LOC" and before and before.text.istitle() and before.text.lower() in FIELDS:
            yield e.first - 1, e.last


def _nicknamed(sentence: Sentence) -> Iterator[Entity]:
    """Yield the people who have a name between marks inside theirs: Ada "Ace" Orr."""
    tokens = sentence.tokens
    for e in sentence.entities:
        inner = tokens[e.last : e.last + 3]
        last = e.last + 3
        while last < len(tokens) and tokens[last].tag in NAMING_TAGS:
            last += 1
        marked = [t.text in MARKS for t in inner] == [True, False, True] and inner[1].text.istitle()
        if e.type == "PERSON" and marked and last > e.last + 3:
            yield Entity(e.first, last, "PERSON")


def _spelled_by_acronyms(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the words before a bracketed acronym that spell it, where they are no tagged name."""
    tokens = sentence.tokens
    spans = {(e.first, e.last) for e in sentence.entities if e.type != "MISC"}
    for at in range(2, len(tokens) - 2):
        letters = tokens[at + 1].text
        if tokens[at].text != "(" or tokens[at + 2].text != ")" or not letters.isalpha():
            continue
        for first in range(at - 2, max(-1, at - LONGEST_SPELLED), -1):
            words = " ".join(t.text for t in tokens[first:at])
            if tokens[first].text[:1].isupper() and names.is_acronym(letters, words):
                yield from {(first, at)} - spans
                break


def _says_a_body(sentence: Sentence, at: int) -> bool:
    """Say whether "the union", "a campaign group" stand at a place, as no subject of a verb."""
    tokens = sentence.tokens
    if at >= len(tokens) or tokens[at].tag != "DT":
        return False
    end = at + 1
    while end < len(tokens) and tokens[end].tag in NOMINAL_TAGS:
        end += 1
    noun, after = tokens[end - 1], tokens[end : end + 1]
    told = noun.tag == "NN" and lemma(noun.text, "NN").lower() in ORGANISATIONS
    return told and bool(after) and after[0].tag in {",", "IN", "WDT", "WP"}


def _first_capital(sentence: Sentence, end: int) -> int:
    """Return where the name before a comma begins; a place or a time behind "in" is none."""
    tokens, first = sentence.tokens, end
    while first and (
        tokens[first - 1].tag in NAMING_TAGS
        or tokens[first - 1].text == "Friends"
        or _links(tokens, first - 1)
    ):
        first -= 1
    if first == 1 and first < end and tokens[0].tag.startswith("VB"):
        first = 0  # "Save Halm Baths"
    timed = first < end and tokens[first].text.lower() in DAYS_AND_MONTHS
    return end if timed or (first and tokens[first - 1].tag == "IN") else first


def _links(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "of" or "for" joins two parts of a body's name, and no office to a body's."""
    if tokens[at].text == "the" and at > 1 and tokens[at - 1].text in {"of", "for"}:
        at -= 1  # "Friends of the Halm"
    before = tokens[at - 1] if at else None
    if before is None or tokens[at].text not in {"of", "for", "&"}:
        return False
    named = before.tag in NAMING_TAGS or before.text == "Friends"
    return named and (before.tag == "NNPS" or not names.is_title(before.text))


def _with_seat(sentence: Sentence, last: int) -> int:
    """Return the end of a body's name with the place it is "of": "Aviation Authority of Malta"."""
    tokens = sentence.tokens
    head = tokens[last - 1]
    links = {"of"} | ({"in"} if head.text in MISSIONS else set())
    if last + 1 >= len(tokens) or tokens[last].text not in links or head.tag not in NAMING_TAGS:
        return last
    place = next((e for e in sentence.entities if e.first == last + 1 and e.type == "LOC"), None)
    if place is None or lemma(head.text, "NN").lower() not in ORGANISATIONS:
        return last
    return place.last
