"""What people edited and what the articles say -> the content of a site, as rendering takes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from generator.entities import Entities, apply_entities
from generator.merge.provenance import provenance
from generator.model import ActorKind, Article, Briefing
from generator.pipeline.content import Content, Entry, read_text
from generator.pipeline.ground import default_theme
from generator.pipeline.values import Layout, Options
from generator.render import (
    ArticleText,
    BriefingContent,
    EntityNote,
    SiteContent,
    SiteSettings,
    limit_quotes,
)
from generator.render.content import EntityKind
from generator.settings import Settings
from generator.yamlio import dump_briefing, load_briefing

ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)


def assemble(
    layout: Layout, content: Content, entries: Sequence[Entry], articles: Mapping[str, Article]
) -> SiteContent:
    """Return the content of a site; `articles` are by the name of their file."""
    named = apply_entities(content.entities, [entry.briefing for entry in entries]).briefings
    briefings = tuple(
        content_of(briefing, entry, last_draft(layout, entry), articles, content.settings)
        for briefing, entry in zip(named, entries, strict=True)
    )
    return replace(frame_of(layout, content), briefings=briefings)


def frame_of(layout: Layout, content: Content) -> SiteContent:
    """Return the content of a site but for its briefings."""
    return SiteContent(
        settings=_settings(content.settings),
        entities=tuple(_notes(content.entities)),
        pages=content.pages,
        templates=(layout.templates, default_theme()),
    )


def is_shown(briefing: Briefing, settings: Settings, options: Options) -> bool:
    """Tell whether a briefing is on the site: a draft only where that is wanted."""
    return shows_drafts(settings, options) or briefing.status != "draft"


def shows_drafts(settings: Settings, options: Options) -> bool:
    """Tell whether the site shows briefings with the status `draft`."""
    return settings.drafts if options.drafts is None else options.drafts


def _settings(settings: Settings) -> SiteSettings:
    shared = set(SiteSettings._fields) & set(Settings.model_fields)
    return SiteSettings(**{name: getattr(settings, name) for name in shared})


def content_of(
    briefing: Briefing,
    entry: Entry,
    draft: Briefing | None,
    articles: Mapping[str, Article],
    settings: Settings,
) -> BriefingContent:
    """Return a briefing as rendering takes it; `briefing` has its names from entities.yaml.

    `draft` is what was extracted.
    """
    texts = {
        source.id: _text(articles[source.file])
        for source in briefing.sources
        if source.file and source.file in articles
    }
    made = provenance(draft, entry.briefing)
    is_offered = "yaml" in settings.outputs
    text = _published(entry, texts, settings.quote_words) if is_offered else ""
    return BriefingContent(briefing, texts, made, text.encode())


def _published(entry: Entry, texts: Mapping[str, ArticleText], quote_words: int) -> str:
    """Return the file as readers may have it: as it is, or with quotations kept short."""
    limited = limit_quotes(entry.briefing, texts, quote_words)
    return entry.text if limited is entry.briefing else dump_briefing(limited)


def last_draft(layout: Layout, entry: Entry) -> Briefing | None:
    """Return what was extracted: most often the briefing as it is, which need not be read twice."""
    path = layout.draft(entry.path.stem)
    if not path.exists():
        return None
    text = read_text(path)
    return entry.briefing if text == entry.text else load_briefing(text, str(path))


def _text(article: Article) -> ArticleText:
    return ArticleText(article.text, tuple((s.start, s.end) for s in article.segments))


def _notes(entities: Entities) -> Iterator[EntityNote]:
    """Yield the notes on entities; one that does not say its kind is a note on any."""
    for entity in entities.entities:
        for kind in () if entity.is_false else _kinds(entity.kind):
            yield EntityNote(
                name=entity.name,
                kind=kind,
                aliases=entity.spellings,
                note=entity.note,
                same_as=entity.same_as,
                lat=entity.lat,
                lon=entity.lon,
            )


def _kinds(kind: str | None) -> tuple[EntityKind, ...]:
    if kind is None:
        return (*ACTOR_KINDS, "place")
    return tuple(known for known in ACTOR_KINDS if known == kind) or ("place",)
