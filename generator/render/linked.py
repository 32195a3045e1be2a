"""A briefing as linked data: JSON-LD of its page, and W3C Web Annotations of its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model import Evidence, Source

from .addresses import digest_name, full_address, lasting_name
from .content import ArticleText, SiteSettings
from .desk import Desk
from .jsonio import dump, write_json
from .quoting import caption, items_of
from .views import BriefingView, SourceView

TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "country": "Country",
    "group": "Organization",
}
"""schema.org's type of each kind of actor."""
NEIGHBOURS = 24
"""Characters before and after a quotation that tell it from the same words elsewhere."""


def json_ld(settings: SiteSettings, view: BriefingView) -> Markup:
    """Return the schema.org description of a briefing, safe inside a script element."""
    described: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": view.title,
        "inLanguage": settings.language,
        "isBasedOn": [_creative_work(source) for source in view.sources],
        "citation": [outlet.name for outlet in view.outlets],
        "mentions": [*_actors(view), *_places(view)],
        "publisher": _publisher(settings),
        "author": _author(settings),
        "license": {"@type": "CreativeWork", "name": settings.license}
        if settings.license
        else None,
        "creativeWorkStatus": view.status,
    }
    if settings.base_url:
        described["@id"] = described["url"] = full_address(settings, view.path)
    if view.summary_text:
        described["description"] = view.summary_text
    if view.published:
        described["datePublished"] = view.published.iso
    if view.changed:
        described["dateModified"] = view.changed.iso
        described["correction"] = [
            revision.note for revision in view.revisions if revision.note
        ] or None
    said = {key: value for key, value in described.items() if value}
    text = dump(said).decode()
    # Inside a script element nothing but these three characters could end it or be misread.
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704


def _publisher(settings: SiteSettings) -> dict[str, object]:
    """Return who publishes the site as schema.org has it."""
    publisher: dict[str, object] = {"@type": "Organization"}
    publisher["name"] = settings.organisation or settings.title
    if settings.base_url:
        publisher["url"] = full_address(settings, "")
    if settings.contact:
        publisher["contactPoint"] = {"@type": "ContactPoint", "url": settings.contact}
    return publisher


def _author(settings: SiteSettings) -> dict[str, object]:
    """Return who edits the site, or else who publishes it."""
    if settings.author:
        return {"@type": "Person", "name": settings.author}
    return {"@type": "Organization", "name": settings.organisation or settings.title}


def _creative_work(source: SourceView) -> dict[str, object]:
    """Return a source as schema.org has it."""
    work: dict[str, object] = {"@type": "NewsArticle"}
    if source.title:
        work["headline"] = source.title
    if source.url:
        work["url"] = source.url
    if source.published:
        work["datePublished"] = source.published.iso
    if source.publisher:
        work["publisher"] = {"@type": "Organization", "name": source.publisher}
    if source.author:
        work["author"] = {"@type": "Person", "name": source.author}
    return work


def _actors(view: BriefingView) -> Iterator[dict[str, object]]:
    """Yield who acts."""
    for group in view.actors:
        for actor in group.items:
            thing: dict[str, object] = {"@type": TYPES[actor.kind], "name": actor.name.name}
            if actor.role and actor.kind == "person":
                thing["jobTitle"] = actor.role
            yield thing


def _places(view: BriefingView) -> Iterator[dict[str, object]]:
    """Yield where it happens."""
    for place in view.places:
        thing: dict[str, object] = {"@type": "Place", "name": place.name.name}
        if place.lat is not None and place.lon is not None:
            thing["geo"] = {
                "@type": "GeoCoordinates",
                "latitude": place.lat,
                "longitude": place.lon,
            }
        yield thing


def annotation_page(desk: Desk) -> bytes:
    """Return the evidence of a briefing as an annotation page."""
    settings, path = desk.settings, f"{desk.ref.path}annotations.json"
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _iri(settings, path),
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": list(_annotations(desk, path)),
    }
    return write_json(page)


def _annotations(desk: Desk, path: str) -> Iterator[dict[str, object]]:
    """Yield one annotation for each piece of evidence."""
    for item in items_of(desk.briefing):
        for number, evidence in enumerate(item.evidence, start=1):
            source = desk.sources.get(evidence.source or "", desk.briefing.sources[0])
            article = desk.content.articles.get(source.id)
            yield {
                "id": _iri(desk.settings, f"{path}#{type(item).__name__}-{item.id}-{number}"),
                "type": "Annotation",
                "motivation": "describing",
                "body": {
                    "type": "TextualBody",
                    "value": caption(item),
                    "format": "text/plain",
                    "language": desk.settings.language,
                },
                "target": {
                    "source": _target(desk.settings, source, path),
                    "selector": list(_selectors(evidence, article)),
                },
            }


def _iri(settings: SiteSettings, path: str) -> str:
    """Return the address of something on the site, or a lasting name where it has none."""
    return full_address(settings, path) if settings.base_url else lasting_name(settings, path)


def _target(settings: SiteSettings, source: Source, path: str) -> str:
    """Return the address of a source, or else its name by digest, or by file or annotations."""
    if source.url:
        return source.url
    if source.sha256:
        return digest_name(source.sha256)
    return lasting_name(settings, source.file or f"{path}#{source.id}")


def _selectors(evidence: Evidence, article: ArticleText | None) -> Iterator[dict[str, object]]:
    """Yield how to find the words of a piece of evidence."""
    quote: dict[str, object] = {"type": "TextQuoteSelector", "exact": evidence.quote}
    start, end = evidence.start, evidence.end
    if start is not None and end is not None:
        if article and article.text[start:end] == evidence.quote:
            quote["prefix"] = article.text[max(0, start - NEIGHBOURS) : start]
            quote["suffix"] = article.text[end : end + NEIGHBOURS]
        yield quote
        yield {"type": "TextPositionSelector", "start": start, "end": end}
    else:
        yield quote
