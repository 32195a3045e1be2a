"""Briefings against the articles that they rest on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import is_

from generator.anchoring import closest_passage, is_in_place, located, says
from generator.check.findings import Finding, Terms, Way
from generator.model import SECTIONS, Article, Briefing, Evidence, Item, Quote
from generator.references import first_source

MAX_SHOWN = 160
"""Characters of a passage that a message repeats."""

_OMISSION = re.compile(r"…|\.\.\.|\[[^\]]*\]")


def with_places(briefing: Briefing, articles: Mapping[str, Article]) -> Briefing:
    """Return a briefing whose evidence says where it stands, as far as its words are there."""
    found = _at_hand(briefing, articles)
    first = first_source(briefing)

    def placed(evidence: Evidence) -> Evidence:
        article = found.get(evidence.source or first)
        if article is None or is_in_place(evidence, article):
            return evidence
        return located(evidence, article) or evidence

    def with_place(item: Item) -> Item:
        evidence = tuple(map(placed, item.evidence))
        is_same = all(map(is_, evidence, item.evidence))
        return item if is_same else item.model_copy(update={"evidence": evidence})

    sections = {}
    for name in SECTIONS:
        items = getattr(briefing, name)
        placed_items = [with_place(item) if item.evidence else item for item in items]
        if not all(map(is_, placed_items, items)):
            sections[name] = tuple(placed_items)
    return briefing.model_copy(update=sections) if sections else briefing


def check_evidence(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Finding]:
    """Find items that rest on nothing, or on words that are not in their article."""
    at_hand = _at_hand(briefing, articles)
    unproved = {source.id for source in briefing.sources if not source.file}
    first = first_source(briefing)
    for section in SECTIONS:
        for position, item in enumerate(getattr(briefing, section)):
            way: Way = (section, position)
            if item.by != "editor":
                yield from _unvouched(item, way, unproved, first)
            for place, evidence in enumerate(item.evidence):
                article = at_hand.get(evidence.source or first)
                if article and not is_in_place(evidence, article):
                    yield _missing(evidence, article, (*way, "evidence", place))
            if isinstance(item, Quote) and item.kind == "direct":
                yield from _check_words(item, way, _quoted(item, at_hand, first))


def check_sources(briefing: Briefing, terms: Terms) -> Iterator[Finding]:
    """Find articles that are not there, or not what they were, or that nothing rests on."""
    for position, source in enumerate(briefing.sources):
        if source.file is None:
            continue
        article = terms.articles.get(source.file)
        way: Way = ("sources", position)
        if article is None:
            what = f"{source.file} cannot be read, so nothing that rests on it can be checked."
            yield Finding((*way, "file"), what, "Put it back, or correct the path.")
        elif source.sha256 and source.sha256 != article.source.sha256:
            what = f"{source.file} has changed since the briefing was drafted."
            yield Finding((*way, "sha256"), what, "Run `briefings build` to take in what is new.")
        elif position and (used := _used_sources(briefing)) and source.id not in used:
            what = f"{source.file} is named as a source, but no item rests on it."
            yield Finding(way, what, "Add what it says, or remove it.")


def _used_sources(briefing: Briefing) -> set[str | None]:
    """Return the ids of the sources that items rest on."""
    items = (item for section in SECTIONS for item in getattr(briefing, section))
    first = first_source(briefing)
    return {evidence.source or first for item in items for evidence in item.evidence}


def _at_hand(briefing: Briefing, articles: Mapping[str, Article]) -> Mapping[str | None, Article]:
    """Return the articles of a briefing that can be read, by the ids of its sources."""
    files = {source.id: source.file for source in briefing.sources if source.file}
    return {name: articles[file] for name, file in files.items() if file in articles}


def _unvouched(
    item: Item, way: Way, unproved: Collection[str], first: str | None
) -> Iterator[Finding]:
    """Find out whether an item that no person vouches for rests on nothing that can be proved."""
    name = f"{way[0]}[{way[1]}]"
    if not item.evidence:
        fix = "Quote the words of the source, or write `by: editor`."
        yield Finding(way, f"{name} has no evidence.", fix, is_advice=False)
    for place, evidence in enumerate(item.evidence):
        if (source := evidence.source or first) in unproved:
            what = f"{name}.evidence[{place}] cannot be checked: source '{source}' has no file."
            fix = "Name its `file` under `sources`, or vouch for the item: `by: editor`."
            yield Finding((*way, "evidence", place), what, fix, is_advice=False)


def _quoted(
    item: Item, articles: Mapping[str | None, Article], first: str | None
) -> Iterable[Article]:
    """Return the articles that an item's words may stand in; none if one is not at hand."""
    rests_on = {evidence.source or first for evidence in item.evidence}
    return articles.values() if articles.keys() >= rests_on else ()


def _missing(evidence: Evidence, article: Article, way: Way) -> Finding:
    section, position, _, place = way
    name = f"{section}[{position}].evidence[{place}].quote"
    gone = "not in {} any more" if evidence.lost else "not in {}"
    near = closest_passage(evidence.quote, article.text)
    fix = f"The closest passage is '{_shortened(near)}'." if near else "Copy it letter for letter."
    what = f"{name} is {gone.format(article.file)}."
    return Finding((*way, "quote"), what, fix, is_advice=False)


def _check_words(quote: Quote, way: Way, articles: Iterable[Article]) -> Iterator[Finding]:
    if not articles:
        return
    pieces = [piece.strip(" ,.;:") for piece in _OMISSION.split(quote.text)]
    texts = [article.text for article in articles]
    for piece in filter(None, pieces):
        if not any(says(text, piece) for text in texts):
            what = f"{way[0]}[{way[1]}].text is direct speech, but not in the source: '{piece}'."
            fix = "Quote letter for letter, or write `kind: indirect`."
            yield Finding((*way, "text"), what, fix)


def _shortened(passage: str) -> str:
    return passage if len(passage) <= MAX_SHOWN else f"{passage[: MAX_SHOWN - 1]}…"
