"""Briefings against the articles that they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.anchoring import closest_passage, is_in_place, located, says
from generator.check.findings import Finding, Terms, Way
from generator.model import SECTIONS, Article, Briefing, Evidence, Item, Quote

MAX_SHOWN = 160
"""Characters of a passage that a message repeats."""

_OMISSION = re.compile(r"…|\.\.\.|\[[^\]]*\]")


def with_places(briefing: Briefing, articles: Mapping[str, Article]) -> Briefing:
    """Return a briefing whose evidence says where it stands, as far as its words are there."""
    files = {source.id: source.file for source in briefing.sources}
    first = briefing.sources[0].id

    def placed(evidence: Evidence) -> Evidence:
        article = articles.get(files.get(evidence.source or first, ""))
        if article is None or is_in_place(evidence, article):
            return evidence
        return located(evidence, article) or evidence

    def with_place(item: Item) -> Item:
        return item.model_copy(update={"evidence": tuple(map(placed, item.evidence))})

    sections = {name: tuple(map(with_place, getattr(briefing, name))) for name in SECTIONS}
    return briefing.model_copy(update=sections)


def check_evidence(briefing: Briefing, terms: Terms) -> Iterator[Finding]:
    """Find items that rest on nothing, or on words that are not in their article."""
    articles = {
        source.id: terms.articles[source.file]
        for source in briefing.sources
        if source.file in terms.articles
    }
    first = briefing.sources[0].id
    for section in SECTIONS:
        for position, item in enumerate(getattr(briefing, section)):
            way: Way = (section, position)
            if not item.evidence and item.by != "editor":
                what = f"{section}[{position}] has no evidence."
                fix = "Quote the words of the source, or write `by: editor`."
                yield Finding(way, what, fix, is_advice=False)
            for place, evidence in enumerate(item.evidence):
                article = articles.get(evidence.source or first)
                if article and not is_in_place(evidence, article):
                    yield _missing(evidence, article, (*way, "evidence", place))
            if isinstance(item, Quote) and item.kind == "direct" and articles:
                yield from _check_words(item, way, articles.values())


def check_sources(briefing: Briefing, terms: Terms) -> Iterator[Finding]:
    """Find articles that are not there, or not what they were when the briefing was drafted."""
    for position, source in enumerate(briefing.sources):
        article = terms.articles.get(source.file)
        way: Way = ("sources", position)
        if article is None:
            what = f"{source.file} cannot be read, so nothing that rests on it can be checked."
            yield Finding((*way, "file"), what, "Put it back, or correct the path.")
        elif source.sha256 and source.sha256 != article.source.sha256:
            what = f"{source.file} has changed since the briefing was drafted."
            yield Finding((*way, "sha256"), what, "Run `briefings build` to take in what is new.")


def _missing(evidence: Evidence, article: Article, way: Way) -> Finding:
    section, position, _, place = way
    name = f"{section}[{position}].evidence[{place}].quote"
    gone = "not in {} any more" if evidence.lost else "not in {}"
    near = closest_passage(evidence.quote, article.text)
    fix = f"The closest passage is '{_shortened(near)}'." if near else "Copy it letter for letter."
    what = f"{name} is {gone.format(article.source.file)}."
    return Finding((*way, "quote"), what, fix, is_advice=False)


def _check_words(quote: Quote, way: Way, articles: Iterable[Article]) -> Iterator[Finding]:
    pieces = [piece.strip(" ,.;:") for piece in _OMISSION.split(quote.text)]
    texts = [article.text for article in articles]
    for piece in filter(None, pieces):
        if not any(says(text, piece) for text in texts):
            what = f"{way[0]}[{way[1]}].text is direct speech, but not in the source: '{piece}'."
            fix = "Quote letter for letter, or write `kind: indirect`."
            yield Finding((*way, "text"), what, fix)


def _shortened(passage: str) -> str:
    return passage if len(passage) <= MAX_SHOWN else f"{passage[: MAX_SHOWN - 1]}…"
