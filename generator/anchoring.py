"""Evidence to its place in an article: its very words, the same set otherwise, or reworded."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from generator.model import Article, Evidence, Span

SAME_PASSAGE = 85.0
"""Least rapidfuzz score of a passage that has merely been reworded. In 24 news texts of GUM,
passages of 8 to 40 words with a word changed, added or removed reach it in 98 of 100 cases, with
two words in 92; of passages that are not there, 99 of 100 stay below 69. Names, numbers and denials
are compared besides. After a change run test_anchoring.py and test_overnight.py."""
CLOSEST_PASSAGE = 60.0
"""Least score of a passage worth showing to a person as what may have been meant."""
SHORTEST_FUZZY = 20
"""Characters below which a likeness says nothing."""
MOST_WORK = 200_000_000
"""Characters of the quote times those of the text beyond which no likeness is sought: it would take
more than half a second. A quote of 40 words reaches it in a text of 800,000 characters."""

_ALIKE = {
    **dict.fromkeys('"“”„«»', '["“”„«»]'),
    **dict.fromkeys("'‘’‚", "['‘’‚]"),
    **dict.fromkeys("-‐‑–—", "[-‐‑–—]"),
}
_WORD = re.compile(r"\w+(?:[.,:]\w+)*")
_COUNTS_AND_DENIALS = frozenset(
    "no not never none nor neither without nothing nobody cannot "
    "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand "
    "million billion first second third half".split()
)

_OPENERS = frozenset(
    "the a an some about in on at by for from but and it its he she they we this that".split()
)
"""Words that are capitals only because they open a sentence."""


def anchored(evidence: Evidence, article: Article) -> Evidence:
    """Return evidence at its place in the article, nearest to where it was, or flagged as lost.

    Where the passage has been reworded the evidence takes its new words, unless a name, a number
    or a denial is among those that changed: then it is no longer the same evidence.
    """
    if found := located(evidence, article):
        return found
    if span := _reworded(evidence.quote, article.text):
        return _at(span, evidence, article)
    gone = {"lost": True, "start": None, "end": None, "sentence": None}
    return evidence.model_copy(update=gone)


def located(evidence: Evidence, article: Article) -> Evidence | None:
    """Return evidence at the place where its very words stand; quotation marks may differ."""
    quote, text = evidence.quote, article.text
    span = _exact(quote, text, evidence.start) or _set_otherwise(quote, text)
    return _at(span, evidence, article) if span else None


def _at(span: Span, evidence: Evidence, article: Article) -> Evidence:
    found = {
        "quote": article.text[span.start : span.end],
        "start": span.start,
        "end": span.end,
        "sentence": sentence_at(article, span.start),
        "lost": False,
    }
    return evidence.model_copy(update=found)


def is_in_place(evidence: Evidence, article: Article) -> bool:
    """Return whether the words stand in the article exactly where the evidence says."""
    if evidence.start is None or evidence.end is None or evidence.lost:
        return False
    return article.text[evidence.start : evidence.end] == evidence.quote


def says(text: str, words: str) -> bool:
    """Return whether a text holds words letter for letter, but for the set of quotation marks."""
    return words in text or _set_otherwise(words, text) is not None


def closest_passage(quote: str, text: str) -> str | None:
    """Return the words of a text that a quote was most likely taken from."""
    span = _likest(quote, text, CLOSEST_PASSAGE)
    return " ".join(text[span.start : span.end].split()) if span else None


def sentence_at(article: Article, offset: int) -> int | None:
    """Return the index of the sentence that an offset lies in or after."""
    index = bisect_right(article.segments, offset, key=attrgetter("start")) - 1
    return index if index >= 0 else None


def _exact(quote: str, text: str, near: int | None) -> Span | None:
    starts = []
    at = text.find(quote)
    while at >= 0:
        starts.append(at)
        at = text.find(quote, at + 1)
    if not starts:
        return None
    start = min(starts, key=lambda found: abs(found - (near or 0)))
    return Span(start, start + len(quote))


def _set_otherwise(quote: str, text: str) -> Span | None:
    """Find the same words with other quotation marks, dashes or line breaks."""
    words = ("".join(_ALIKE.get(sign, re.escape(sign)) for sign in word) for word in quote.split())
    found = re.search(r"\s+".join(words), text)
    return Span(*found.span()) if found and found[0] else None


def _reworded(quote: str, text: str) -> Span | None:
    span = _likest(quote, text, SAME_PASSAGE)
    same = span and _telling(text[span.start : span.end]) == _telling(quote)
    return span if same else None


def _likest(quote: str, text: str, floor: float) -> Span | None:
    if not SHORTEST_FUZZY <= len(quote) <= len(text) or len(quote) * len(text) > MOST_WORK:
        return None
    from rapidfuzz import fuzz  # few passages have been reworded

    found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=floor)
    if found is None:
        return None
    return _whole_words(text, found.dest_start, found.dest_end)


def _whole_words(text: str, start: int, end: int) -> Span:
    """Widen a stretch of text to the ends of the words that it cuts."""
    while start > 0 and not text[start].isspace() and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end - 1].isspace() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _telling(text: str) -> frozenset[str]:
    """Return the words of a passage that cannot change without changing what it says."""
    written = _WORD.findall(text)
    names = {word.casefold() for word in written if _is_name_or_number(word)}
    words = {word.casefold() for word in written}
    denials = {"not"} if re.search(r"n[’']t\b", text) else set()
    return frozenset((names - _OPENERS) | (words & _COUNTS_AND_DENIALS) | denials)


def _is_name_or_number(word: str) -> bool:
    return (word[0].isupper() and len(word) > 1) or any(sign.isdigit() for sign in word)
