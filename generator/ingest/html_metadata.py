"""The head of a web page to metadata: JSON-LD, OpenGraph, meta, <time>, canonical link, <title>."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.ingest.characters import fold, tidy
from generator.ingest.contents import Metadata
from generator.ingest.header_lines import split_title
from generator.ingest.stamps import iso_stamp

MAX_JSON = 500_000
"""Characters of JSON-LD read; an article's has a few thousand."""

_ARTICLE_TYPES = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|WebPage)\Z")
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline", "parsely-title"),
    "publisher": ("og:site_name", "dc.publisher", "publisher", "application-name"),
    "author": ("author", "article:author", "dc.creator", "byl", "parsely-author"),
    "url": ("og:url", "twitter:url", "parsely-link"),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "date", "dc.date",
        "dc.date.issued", "dcterms.created", "pubdate", "publishdate", "publish-date",
        "parsely-pub-date",
    ),
    "language": ("og:locale", "language", "content-language"),
    "license": ("license", "dc.rights", "dcterms.license"),
    "standfirst": ("og:description", "description", "twitter:description", "dc.description"),
}  # fmt: skip
_LINK = re.compile(r"https?://[^\s<>\"]{3,2000}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}")


def read_metadata(page: Any) -> Metadata:
    """Read what a parsed page states about itself, the most explicit place first."""
    linked = Metadata(
        url=_link(next(iter(page.xpath("//link[@rel='canonical']/@href")), None)),
        license=_link(next(iter(page.xpath("//*[@rel='license']/@href")), None)),
    )
    found = _from_json(page).or_else(_from_meta(page)).or_else(linked).or_else(_from_body(page))
    return found.or_else(_from_title(page)) if not found.title else found


def _from_json(page: Any) -> Metadata:
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        try:
            loaded = json.loads(script[:MAX_JSON].strip().removesuffix(";"))
        except (ValueError, RecursionError):
            continue
        for node in _nodes(loaded):
            if _ARTICLE_TYPES.match(str(_first(node.get("@type")))) and node.get("headline"):
                return _article(node)
    return Metadata()


def _nodes(loaded: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """Yield the objects of JSON-LD, those of a list or an @graph one by one."""
    if depth > 3:
        return
    if isinstance(loaded, list):
        for item in loaded:
            yield from _nodes(item, depth + 1)
    elif isinstance(loaded, dict):
        yield loaded
        yield from _nodes(loaded.get("@graph"), depth + 1)


def _article(node: Mapping[str, object]) -> Metadata:
    return Metadata(
        title=_text(node.get("headline")),
        publisher=_names(node.get("publisher")),
        author=_names(node.get("author")),
        url=_link(node.get("url")) or _link(_id(node.get("mainEntityOfPage"))),
        published=_stamp(node.get("datePublished")),
        language=_language(_first(node.get("inLanguage"))),
        license=_link(_first(node.get("license"))),
        standfirst=_text(node.get("alternativeHeadline")) or _text(node.get("description")),
    )


def _from_meta(page: Any) -> Metadata:
    stated: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and (content := _text(element.get("content"))):
            stated.setdefault(name.lower(), content)
    read = {
        "url": _link,
        "published": _stamp,
        "language": _language,
        "license": _link,
        "author": _person,
    }
    return Metadata(
        **{
            field: next(
                (value for name in names if (value := read.get(field, _text)(stated.get(name)))),
                None,
            )
            for field, names in _META.items()
        }
    )


def _from_body(page: Any) -> Metadata:
    times = page.xpath(
        "//time[not(ancestor::aside or ancestor::nav or ancestor::footer)]/@datetime"
    )
    authors = page.xpath("//*[@rel='author' or @itemprop='author']")
    headlines = {_text(h.text_content()) for h in page.xpath("//h1")} - {None}
    return Metadata(
        published=next((stamp for time in times if (stamp := _stamp(time))), None),
        author=_person(authors[0].text_content()) if authors else None,
        language=_language(page.get("lang")),
        title=headlines.pop() if len(headlines) == 1 else None,
    )


def _from_title(page: Any) -> Metadata:
    title = _text(next(iter(page.xpath("//title/text()")), None))
    return split_title(title) if title else Metadata()


def _text(value: object) -> str | None:
    return fold(tidy(value, "")[0]) or None if isinstance(value, str) else None


def _person(value: object) -> str | None:
    name = _text(value)
    return None if not name or _LINK.match(name) else re.sub(r"(?i)\Aby ", "", name)


def _stamp(value: object) -> str | None:
    return iso_stamp(value[:100]) if isinstance(value, str) else None


def _link(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and _LINK.fullmatch(value.strip()) else None


def _language(value: object) -> str | None:
    code = value.strip() if isinstance(value, str) else ""
    return code.replace("_", "-") if _LANGUAGE.fullmatch(code) else None


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _id(value: object) -> object:
    return value.get("@id") if isinstance(value, dict) else value


def _names(value: object) -> str | None:
    """Return the names of a person, an organisation or several."""
    several = value if isinstance(value, list) else [value]
    names = [_person(item.get("name") if isinstance(item, dict) else item) for item in several]
    return _joined(name for name in names if name)


def _joined(names: Iterable[str]) -> str | None:
    *others, last = list(dict.fromkeys(names)) or [""]
    return f"{', '.join(others)} and {last}" if others else last or None
