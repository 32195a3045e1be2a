"""A name in a dateline, a byline or brackets -> whether it only tells whose that is."""

from __future__ import annotations

from itertools import takewhile

from generator.extract.actors.mentions import Name
from generator.extract.words.titles import DAYS_AND_MONTHS, NAMING_TAGS
from generator.language.tree import Sentence

OPENING = 3
"""Sentences in which a dateline is looked for."""
AFTER_DATELINE = frozenset({"—", "–", "--", "---", "-", "―"})


def is_agency(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a name is the agency's in a dateline: "KERMAN, Iran (Meridian), May 6 —"."""
    tokens = sentence.tokens
    if sentence.index >= OPENING or first < 1 or last + 1 >= len(tokens):
        return False
    dated = takewhile(lambda t: t.tag in {*NAMING_TAGS, "CD"} or t.text == ",", tokens[last + 1 :])
    after = tokens[last + 1 + len(list(dated)) :]
    bracketed = tokens[first - 1].text == "(" and tokens[last].text == ")"
    return bracketed and bool(after) and after[0].text in AFTER_DATELINE


def is_signature(name: Name) -> bool:
    """Say whether a name is the agency's or a reporter's in a dateline, or told of at the end."""
    sentence = name.sentence
    if name.type != "PERSON":
        return is_agency(sentence, name.first, name.last)
    verbs = any(t.tag[:1] in "VM" for t in sentence.tokens)
    dated = not DAYS_AND_MONTHS.isdisjoint(sentence.lower)
    if sentence.index < OPENING and dated and not verbs:
        return True  # "Halm, Friday 25 July — From our sports writer, Ada Orr"
    by = [t.index for t in sentence.tokens[: name.first] if t.text.lower() == "by"]
    between = sentence.tokens[by[-1] + 1 : name.first] if by else ()
    if not by or not all(t.tag in NAMING_TAGS or t.tag in {"CC", ","} for t in between):
        return False
    # "(This article was written by Ada Orr.)"
    return sentence.lower[by[-1] - 1] == "written" and "article" in sentence.lower


def is_symbol(name: Name) -> bool:
    """Say whether a name is an exchange's or a share's on it: "(ASX: HLM)"."""
    tokens = name.sentence.tokens
    after = [t.text for t in tokens[name.last : name.last + 1]]
    before = [t.text for t in tokens[max(0, name.first - 3) : name.first]]
    exchange = before[-1:] in (["("], ["-LRB-"]) and after == [":"]
    return exchange or (len(before) == 3 and before[0] in {"(", "-LRB-"} and before[2] == ":")
