"""A name as the tagger found it -> where it really ends: words of it left out, or run into it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.words import names
from generator.extract.words.lexicon import ORGANISATIONS
from generator.extract.words.titles import DAYS_AND_MONTHS, NAMING_TAGS
from generator.language.morphology import FINITE_OR_MODAL, lemma
from generator.language.tree import Entity, Sentence, Token

LONGEST_INITIALS = 3
"""Letters in capitals that are somebody's given names: "AWR Orr"."""
GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr."})
MISSIONS = frozenset({"Mission", "Force", "Operation", "Delegation"})
"""Heads of names that end in the country they work "in"."""


def before_a_score(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a side's name before its goals: "Halm Rovers" of "Halm Rovers 4 Orr 3"."""
    scores = (t.index for t in sentence.tokens[first + 1 : last] if t.text.isdigit())
    score = next(scores, last)
    return score if score < last and is_team(sentence.tokens[score - 1]) else last


def before_a_caption(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a name before the same name, which ran into it once more."""
    words = [t.text for t in sentence.tokens[first:last]]
    half = len(words) // 2
    return first + half if half > 1 and words[:half] == words[half:] else last


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
    before = case if head.label == "obl" else tokens[max(0, first - 1)]
    gone_to = before is not None and before.text.lower() in {"at", "by", "from"}
    finite = after.tag in FINITE_OR_MODAL | {"VBN"} or after.text == ","
    acts = head.label.startswith("nsubj") and finite
    owned = after.tag.startswith(("NN", "JJ", "CD", "RB", "``", "VBG")) or after.label == "amod"
    return acts or (gone_to and not owned)


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
    if entity.type == "LOC":
        return last + (last < len(sentence.tokens) and is_team(sentence.tokens[last]))
    if entity.type == "PERSON":
        return _whole_person(sentence, last, people)
    return _whole_body(sentence, last, entity, people) if entity.type == "ORG" else last


def _whole_person(sentence: Sentence, last: int, people: set[int]) -> int:
    """Return the end of somebody's name, which may have been found as two."""
    after = [t.text for t in sentence.tokens[last : last + 2]]
    if after[:1] == [","] and after[1:] and after[1] in GENERATIONS:
        return last + 2
    first = last - 1
    while last < len(sentence.tokens) and (
        _is_flat(sentence, last, people) if last in people else _goes_on(sentence, first, last)
    ):
        if sentence.tokens[last].text == "Chief":
            break  # "Halvorsen Chief Executive Ada Orr"
        last += 1
    return last


def _is_flat(sentence: Sentence, at: int, people: set[int]) -> bool:
    """Say whether a word goes on somebody's name, which does not end without a capital."""
    ends = at + 1 not in people and is_small_word(sentence, at)
    return sentence.tokens[at].label == "flat" and not ends


def is_small_word(sentence: Sentence, at: int) -> bool:
    """Say whether a word has no capital and is not the second half of "Ji-hyun"."""
    token = sentence.tokens[at]
    return token.text.islower() and sentence.tokens[at - 1].end < token.start


def _whole_body(sentence: Sentence, last: int, entity: Entity, people: set[int]) -> int:
    """Return the end of a body's name, with what it minds and the place that it is "of"."""
    while last not in people and _goes_on(sentence, entity.first, last):
        if names.is_title(sentence.tokens[last].text):
            break  # "Halm House Chief of Staff Ada Orr"
        last += 1
    behind = sentence.lower[last - 1 : last + 2]
    whose = names.is_title(behind[0]) and behind[1:] in {("'s", "office"), ("’s", "office")}
    if whose or behind == ("chiefs", "of", "staff"):
        return last + 2
    if is_wing(sentence.tokens, last):
        return last + 3
    inside = [t.text for t in sentence.tokens[entity.first : last + 1]]
    if inside[-1] == ")" and inside.count("(") == inside.count(")"):
        return last + 1
    if last - entity.first == 1 or sentence.tokens[last - 1].text == "Ministry":
        last = _with_field(sentence, last, people)
    else:
        last = _with_portfolios(sentence, entity.first, last)
    return _with_seat(sentence, last)


def is_wing(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a bracket tells parties of one name apart: "CPI (Maoist)", "PML (N)"."""
    before, bracket = tokens[at - 1].text, [t.text for t in tokens[at : at + 3]]
    wing = bracket[1] if bracket[::2] == ["(", ")"] else ""
    return (
        before.isalpha() and before.isupper() and (wing.istitle() or len(wing) == 1 < len(before))
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
    end -= tokens[end - 1].text == ","
    link = tokens[last].text if last < len(tokens) else ""
    others = [e.last for e in sentence.entities if e.first == last + 1 and e.type != "MISC"]
    second = link in {"and", "&"} and last - first > 2 and not others
    several = any(tokens[at].text in {",", "and", "&"} for at in others if at < end)
    listed = (link == "," and joined and not several) or second
    return end if listed and tokens[end - 1].text[:1].isupper() else last


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
    owns = tokens[place.last - 1].label == "nmod:poss"  # "Halm Air Force in Lidovia's skies"
    return last if owns else place.last
