"""A briefing and its settings -> the view that its page is written from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from generator.model import SECTIONS, Evidence, Revision, Source
from generator.references import first_source

from .content import ArticleText
from .desk import Desk
from .items import (
    show_actors,
    show_places,
    show_questions,
    show_quotes,
    show_reasons,
    show_statements,
    show_whens,
)
from .locales import language_name
from .markdown import to_html, to_text
from .quoting import caption, items_of
from .views import (
    ActorView,
    BriefingView,
    Column,
    Counts,
    Group,
    NameView,
    QuestionView,
    QuoteView,
    ReasonView,
    RevisionView,
    SourceView,
    StatementView,
)

COLUMNS = {
    "reported": "reported",
    "planned": "planned",
    "possible": "planned",
    "demanded": "planned",
    "disputed": "disputed",
    "denied": "disputed",
}
"""The column of the front in which a statement of each status stands."""
FRONT_ITEMS = 4
FRONT_WORDS = 45
"""What a column shows before its fold: with headline and bold line four columns stay near the 220
words that can be read in 60 seconds."""
BARS = 100
"""Bars in the picture of a source; longer articles have several sentences to a bar."""

S = TypeVar("S", StatementView, QuestionView)


def show_briefing(desk: Desk) -> BriefingView:
    """Return the view of one briefing."""
    briefing = desk.briefing
    statements = show_statements(desk)
    questions = show_questions(desk)
    summary = to_html(briefing.summary)
    found, expected = _found(desk)
    return BriefingView(
        id=briefing.id,
        title=briefing.title,
        path=desk.ref.path,
        status=briefing.status,
        ref=desk.ref,
        summary=summary,
        summary_text=to_text(summary),
        version=len(briefing.revisions) + 1,
        changed=desk.moment(briefing.revisions[-1].date) if briefing.revisions else None,
        published=desk.day(desk.article_days[-1].isoformat()) if desk.article_days else None,
        as_of=desk.day(desk.as_of.isoformat()) if desk.as_of else None,
        extractor=briefing.extractor,
        found=found,
        expected=expected,
        columns=show_columns(statements, questions),
        statements=statements,
        actors=_actor_groups(desk, show_actors(desk)),
        places=show_places(desk, statements),
        whens=show_whens(desk, statements),
        reasons=_reason_groups(desk, statements),
        quotes=by_speaker(show_quotes(desk)),
        questions=questions,
        sources=tuple(_source(desk, source) for source in briefing.sources),
        outlets=tuple(desk.name(outlet) for outlet in briefing.sourcing.outlets),
        named=briefing.sourcing.named,
        anonymous=briefing.sourcing.anonymous,
        notes=to_html(briefing.notes),
        revisions=_revisions(desk, briefing.revisions),
        made=_made(desk),
    )


def show_columns(
    statements: Iterable[StatementView], questions: Iterable[QuestionView]
) -> tuple[Column[StatementView] | Column[QuestionView], ...]:
    """Return the four columns of the front."""
    stated: dict[str, list[StatementView]] = {"reported": [], "planned": [], "disputed": []}
    for statement in statements:
        stated[COLUMNS[statement.status]].append(statement)
    unknown = [question for question in questions if question.status == "open"]
    return (*(_column(key, column) for key, column in stated.items()), _column("unknown", unknown))


def _column(key: str, items: Sequence[S]) -> Column[S]:
    """Return a column that shows few words at once."""
    shown, words = 0, 0
    for item in items[:FRONT_ITEMS]:
        words += len(item.text.split())
        if shown and words > FRONT_WORDS:
            break
        shown += 1
    return Column(key, tuple(items[:shown]), tuple(items[shown:]))


def _found(desk: Desk) -> tuple[int, int]:
    """Return how many items were found in their source, of how many that rest on one."""
    at_hand = {source.id for source in desk.briefing.sources if source.file}
    first = first_source(desk.briefing)
    items = [
        item
        for item in items_of(desk.briefing)
        if item.evidence and any((one.source or first) in at_hand for one in item.evidence)
    ]
    found = sum(all(_is_found(desk, one) for one in item.evidence) for item in items)
    return found, len(items)


def _is_found(desk: Desk, evidence: Evidence) -> bool:
    """Tell whether words stand in their source, as far as the source is at hand."""
    if evidence.lost:
        return False
    article = desk.content.articles.get(evidence.source or desk.briefing.sources[0].id)
    if article is None:
        return True
    if evidence.start is not None and evidence.end is not None:
        return article.text[evidence.start : evidence.end] == evidence.quote
    return evidence.quote in article.text


def _actor_groups(desk: Desk, actors: Iterable[ActorView]) -> tuple[Group[ActorView], ...]:
    """Return actors by kind; the media that an article cites apart from other organisations."""
    media = {desk.anchors.get(("who", outlet)) for outlet in desk.briefing.sourcing.outlets}
    groups: dict[str, list[ActorView]] = {
        key: [] for key in ("person", "organisation", "country", "group", "media")
    }
    for actor in actors:
        groups["media" if actor.anchor in media else actor.kind].append(actor)
    return tuple(Group(key, tuple(items)) for key, items in groups.items() if items)


def by_speaker(quotes: Iterable[QuoteView]) -> tuple[Group[QuoteView], ...]:
    """Return quotes by speaker, in the order in which speakers come first."""
    groups: dict[str, list[QuoteView]] = {}
    for quote in quotes:
        groups.setdefault(quote.speaker.path or quote.speaker.name, []).append(quote)
    return tuple(
        Group("speaker", tuple(said), name=said[0].speaker, note=said[0].role)
        for said in groups.values()
    )


def _reason_groups(
    desk: Desk, statements: tuple[StatementView, ...]
) -> tuple[Group[ReasonView], ...]:
    """Return why and how, as far as there is any."""
    groups = (Group(key, show_reasons(desk, key, statements)) for key in ("why", "how"))
    return tuple(group for group in groups if group.items)


def _source(desk: Desk, source: Source) -> SourceView:
    """Return the box of one source."""
    article = desk.content.articles.get(source.id)
    counts = _items_per_sentence(desk, source, article) if article else []
    return SourceView(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        url=source.url,
        published=desk.moment(source.published),
        retrieved=desk.moment(source.retrieved),
        language=_language_name(desk, source.language),
        license=source.license,
        credit=source.credit,
        sha256=source.sha256,
        file=source.file,
        sentences=len(counts) if article else None,
        bars=_bars(counts),
        bare=counts.count(0),
    )


def _language_name(desk: Desk, language: str | None) -> str | None:
    """Return the name of a source's language in the language of the site."""
    if not language:
        return None
    name = language_name(language.split("-")[0].lower(), desk.settings.language)
    return name or language


def _items_per_sentence(desk: Desk, source: Source, article: ArticleText) -> list[int]:
    """Return how many items rest on each sentence."""
    counts = [0] * len(article.sentences)
    first = desk.briefing.sources[0].id
    for item in items_of(desk.briefing):
        rests_on = {one.sentence for one in item.evidence if (one.source or first) == source.id}
        for sentence in rests_on:
            if sentence is not None and sentence < len(counts):
                counts[sentence] += 1
    return counts


def _bars(counts: list[int]) -> tuple[int, ...]:
    """Return counts for at most `BARS` bars, the highest of each stretch of sentences."""
    step = -(-len(counts) // BARS) or 1
    return tuple(max(counts[index : index + step]) for index in range(0, len(counts), step))


def _revisions(desk: Desk, revisions: Iterable[Revision]) -> tuple[RevisionView, ...]:
    """Return the versions, the newest first; the first draft is version 1."""
    views = [
        RevisionView(
            number=number,
            day=desk.moment(revision.date),
            added=_changed_items(desk, revision.added),
            changed=_changed_items(desk, revision.changed),
            answered=_changed_items(desk, revision.answered),
            withdrawn=revision.withdrawn,
            note=revision.note,
        )
        for number, revision in enumerate(revisions, start=2)
    ]
    return tuple(reversed(views))


def _changed_items(desk: Desk, ids: Iterable[str]) -> tuple[NameView, ...]:
    """Return the items behind ids by what they say; the id where the item is gone."""
    names = []
    for item_id in ids:
        section = next((key for key, one in desk.anchors if one == item_id), None)
        anchor = desk.anchors[section, item_id] if section else None
        names.append(NameView(_caption(desk, section, item_id), f"#{anchor}" if anchor else None))
    return tuple(names)


def _caption(desk: Desk, section: str | None, item_id: str) -> str:
    """Return a few words that say which item is meant."""
    if section is None:
        return item_id
    item = next(one for one in getattr(desk.briefing, section) if one.id == item_id)
    return caption(item)


def _made(desk: Desk) -> tuple[Counts, ...]:
    """Return how many items of each section were made by whom."""
    counts = []
    for section in SECTIONS:
        made = [desk.makers[section, item.id] for item in getattr(desk.briefing, section)]
        if made:
            counts.append(
                Counts(section, *(made.count(maker) for maker in ("machine", "edited", "editor")))
            )
    return tuple(counts)
