"""How much of a source a site may show: pieces of few words, and never the whole text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from operator import is_not
from typing import NamedTuple

from generator.model import SECTIONS, Briefing, Evidence, Item, Quote, Source

from .content import ArticleText

MOST_SHOWN = 0.9
"""The share of a text that all its evidence together may show.

A draft rests on nearly every sentence of a news article: its pieces of 40 words would show 99 % of
one of 700 words, pieces of 22 words 92 %, of 18 words 87 %, of 12 words 78 % (measured on one with
84 items)."""
SHORTEST_PIECE = 16
"""Below this many words a piece of evidence proves nothing, so shortening ends here."""
FEWER_NEIGHBOURS = (16, 8, 4, 0)
SHRINK = 0.85
"""Each step of shortening keeps this share of the words of a piece."""
OPEN_LICENSE = "open"
CAPTIONS = ("question", "statement", "name", "text")
"""The field that says what an item is."""

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w+")


def is_open(source: Source) -> bool:
    """Tell whether a source may be quoted at any length."""
    return (source.license or "").strip().lower() == OPEN_LICENSE


def shorten(text: str, words: int) -> str:
    """Return the first words of a text, with its own spacing and no mark of omission."""
    end = 0
    for count, match in enumerate(_WORD.finditer(text)):
        if count == words:
            return text[:end]
        end = match.end()
    return text


class Allowance(NamedTuple):
    """How much of the sources one briefing may show."""

    words: int
    """The most words of one piece, its neighbours included."""
    neighbours: int
    """The most words of the same sentence that are shown around the exact words."""


def allowance(
    briefing: Briefing, articles: Mapping[str, ArticleText], quote_words: int
) -> Allowance:
    """Return the most generous allowance under which no closed source is shown whole."""
    granted = Allowance(quote_words, neighbours=quote_words)
    for source in briefing.sources:
        article = articles.get(source.id)
        if article is None or is_open(source):
            continue
        spans = _spans(briefing, source.id, granted.words)
        while granted.words > SHORTEST_PIECE and _share(article, spans, granted) > MOST_SHOWN:
            words, granted = granted.words, _less(granted)
            if granted.words != words:
                spans = _spans(briefing, source.id, granted.words)
    return granted


def _less(granted: Allowance) -> Allowance:
    """Return a smaller allowance: first fewer neighbours, then fewer of the exact words."""
    for neighbours in FEWER_NEIGHBOURS:
        if neighbours < granted.neighbours:
            return Allowance(granted.words, neighbours)
    return Allowance(max(SHORTEST_PIECE, int(granted.words * SHRINK)), 0)


def _spans(briefing: Briefing, source_id: str, words: int) -> list[tuple[int, int]]:
    """Return the offsets of all evidence that rests on one source, cut to so many words."""
    first = briefing.sources[0].id
    spans = []
    for item in items_of(briefing):
        for evidence in item.evidence:
            if (evidence.source or first) == source_id and evidence.start is not None:
                cut = _cut(evidence, words, item)
                start = evidence.start if cut.start is None else cut.start
                spans.append((start, start + len(cut.quote)))
    return spans


def _share(article: ArticleText, spans: Iterable[tuple[int, int]], granted: Allowance) -> float:
    """Return the share of a text's characters that all pieces together show."""
    pieces = sorted(piece(article, start, end, granted) for start, end in spans)
    shown, reached = 0, 0
    for start, _, _, stop in pieces:
        shown += max(0, stop - max(start, reached))
        reached = max(reached, stop)
    return shown / max(1, len(article.text))


def piece(
    article: ArticleText, start: int, end: int, granted: Allowance
) -> tuple[int, int, int, int]:
    """Return where a piece starts, its exact words start and end, and the piece ends."""
    quote = shorten(article.text[start:end], granted.words)
    stop = start + len(quote)
    spare = min(granted.neighbours, granted.words - len(quote.split())) if stop == end else 0
    first, last = sentence_at(article, start), sentence_at(article, max(start, end - 1))
    if spare <= 0 or first is None or last is None:
        return start, start, stop, stop
    head = article.text[article.sentences[first][0] : start]
    tail = article.text[stop : article.sentences[last][1]]
    before = _last_words(head, max(spare // 2, spare - len(tail.split())))
    after = shorten(tail, spare - len(before.split()))
    return start - len(before), start, stop, stop + len(after)


def sentence_at(article: ArticleText, offset: int) -> int | None:
    """Return the index of the sentence that holds an offset."""
    index = bisect_right(article.sentences, (offset, len(article.text) + 1)) - 1
    return index if index >= 0 and offset < article.sentences[index][1] else None


def _last_words(text: str, words: int) -> str:
    """Return the last words of a text, with its own spacing."""
    starts = [match.start() for match in _WORD.finditer(text)]
    if words <= 0:
        return ""
    return text[starts[-words] :] if len(starts) > words else text


def items_of(briefing: Briefing) -> Iterator[Item]:
    """Yield every item of a briefing in the order of the file."""
    for section in SECTIONS:
        yield from getattr(briefing, section)


def caption(item: Item) -> str:
    """Return what an item says in its main field."""
    return next(str(getattr(item, name)) for name in CAPTIONS if hasattr(item, name))


def limit_quotes(
    briefing: Briefing, articles: Mapping[str, ArticleText], quote_words: int
) -> Briefing:
    """Return a briefing whose quotations are short enough to be published: this one if they are."""
    closed = {source.id for source in briefing.sources if not is_open(source)}
    if not closed:
        return briefing
    words = allowance(briefing, articles, quote_words).words
    first = briefing.sources[0].id

    def limited(item: Item) -> Item:
        update: dict[str, object] = {}
        evidence = tuple(
            _cut(one, words, item) if (one.source or first) in closed else one
            for one in item.evidence
        )
        if any(map(is_not, evidence, item.evidence)):
            update["evidence"] = evidence
        if isinstance(item, Quote) and (text := shorten(item.text, quote_words)) != item.text:
            update["text"] = f"{text} …"
        return item.model_copy(update=update) if update else item

    sections = {}
    for name in SECTIONS:
        items = getattr(briefing, name)
        short = [limited(one) if one.evidence or name == "quotes" else one for one in items]
        if any(map(is_not, short, items)):
            sections[name] = tuple(short)
    return briefing.model_copy(update=sections) if sections else briefing


def _cut(evidence: Evidence, words: int, item: Item) -> Evidence:
    """Return evidence of at most so many words: those that say most of what the item says."""
    found = list(_WORD.finditer(evidence.quote))
    if len(found) <= words:
        return evidence
    first = _best_window([match[0] for match in found], words, caption(item))
    start, end = found[first].start(), found[first + words - 1].end()
    update: dict[str, object] = {"quote": evidence.quote[start:end]}
    if evidence.start is not None:
        update |= {"start": evidence.start + start, "end": evidence.start + end}
    return evidence.model_copy(update=update)


def _best_window(words: list[str], size: int, about: str) -> int:
    """Return where the first stretch of words begins that shares most with a text."""
    wanted = set(_LETTERS.findall(about.casefold()))
    shared = [not wanted.isdisjoint(_LETTERS.findall(word.casefold())) for word in words]
    best, most = 0, (count := sum(shared[:size]))
    for first in range(1, len(words) - size + 1):
        count += shared[first + size - 1] - shared[first - 1]
        if count > most:
            best, most = first, count
    return best
