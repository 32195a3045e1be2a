"""Articles and an extractor -> a briefing that rests on what they say, whoever has drafted it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check import check_evidence, with_places, without_answered
from generator.errors import BriefingError, Place, Problems, SeedError
from generator.extractors import Extractor, load_extractor, said
from generator.merge.stories import united
from generator.model import SECTIONS, Article, Briefing, Draft
from generator.yamlio import dump_briefing, load_briefing

OURS = Extractor()


def draft_briefing(extractor: Extractor, name: str, articles: Sequence[Article]) -> Briefing:
    """Return the briefing that an extractor drafts from the articles on one story.

    Raises Problems with all that is wrong with it. What concerns every article, such as a plug-in
    that is not there, is a plain BriefingError.
    """
    drafted: list[Briefing] = []
    problems: list[BriefingError] = []
    for article in articles:
        try:
            drafted.append(_draft_alone(extractor, name, article))
        except (Problems, SeedError) as error:
            problems.append(error)
    if problems:
        raise Problems(problems)
    return united([without_answered(one, drafted) for one in drafted])


def _draft_alone(extractor: Extractor, name: str, article: Article) -> Briefing:
    """Return the briefing of one article, with its evidence in place."""
    made = briefing_of if extractor == OURS else _as_read
    briefing = made(_draft(extractor, article), extractor, name, [article])
    placed = with_places(briefing, {article.file: article})
    if wrong := list(_unfounded(placed, article)):
        raise Problems(_mistake(extractor, article, what, fix) for what, fix in wrong)
    return placed


def load(extractor: Extractor) -> None:
    """Load what drafting takes, but for the network, whose library begins a thread of its own."""
    if extractor != OURS:
        load_extractor(extractor)
        return
    from generator.extract import drafting  # noqa: F401
    from generator.language import gazetteer, tagger  # noqa: F401

    gazetteer.load()


def own_draft(article: Article) -> Draft:
    """Draft a briefing as the program does by itself; a plug-in may begin with it.

    Of an article that is not in English nothing is understood, so the draft is a title alone.
    """
    from generator import language

    if not language.is_english(article):
        first = article.segments[0]
        return Draft(title=article.source.title or article.text[first.start : first.end])
    from generator.extract.drafting import draft_article
    from generator.language import gazetteer

    return draft_article(language.read(article), gazetteer.load())


def is_beyond(extractor: Extractor, article: Article) -> bool:
    """Tell whether an article is in a language that an extractor is known not to understand."""
    from generator import language

    return extractor == OURS and not language.is_english(article)


def _draft(extractor: Extractor, article: Article) -> Draft:
    if extractor == OURS:
        return own_draft(article)
    extract = load_extractor(extractor)
    try:
        draft: object = extract(article)
    except (Exception, SystemExit) as error:
        raise _mistake(extractor, article, f"it fails on this article: {said(error)}.") from error
    if not isinstance(draft, Draft):
        what = f"it returns a value of the type {type(draft).__name__}, and no Draft."
        raise _mistake(extractor, article, what)
    return draft


def briefing_of(
    draft: Draft, extractor: Extractor, name: str, articles: Sequence[Article]
) -> Briefing:
    """Return the briefing that a draft proposes."""
    fields = {field: getattr(draft, field) for field in Draft.model_fields}
    sources = tuple(article.source for article in articles)
    about = {"id": name, "extractor": extractor.credit, "sources": sources}
    return Briefing.model_validate({**about, **fields})


def _as_read(
    draft: Draft, extractor: Extractor, name: str, articles: Sequence[Article]
) -> Briefing:
    """Return a plug-in's briefing as it will be read from its file; its draft may hold anything."""
    article = articles[0]
    try:
        text = dump_briefing(briefing_of(draft, extractor, name, articles))
    except Exception as error:
        raise _mistake(
            extractor, article, f"its Draft cannot be written: {said(error)}."
        ) from error
    try:
        return load_briefing(text, article.file)
    except BriefingError as error:
        found = Problems([error]).problems  # their lines are those of a file that nobody has
        raise Problems(_mistake(extractor, article, p.what, p.fix) for p in found) from None


def _unfounded(briefing: Briefing, article: Article) -> Iterator[tuple[str, str]]:
    """Yield what no article says, or only a person may vouch for, with what to do about it."""
    for finding in check_evidence(briefing, {article.file: article}):
        if not finding.is_advice:
            is_of_words = len(finding.way) > 2  # for whole items the remedy is one of people
            yield finding.what, finding.fix if is_of_words else ""
    for section in SECTIONS:
        for position, item in enumerate(getattr(briefing, section)):
            if item.by:
                what = f"{section}[{position}] is `by: {item.by}`, which only a person can be."
                yield what, "Give it evidence instead."


def _mistake(extractor: Extractor, article: Article, what: str, fix: str = "") -> SeedError:
    remedy = fix or "Tell its makers, or choose another."
    return SeedError(f"The extractor {extractor} is wrong: {what}", Place(article.file), remedy)
