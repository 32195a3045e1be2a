"""Pages written by hand -> pages of the site, their links checked and made relative."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from html import unescape
from pathlib import PurePosixPath

from markupsafe import Markup, escape

from generator.errors import Place, SiteError

from .content import SiteSettings, StaticPage
from .entities import slug_of
from .markdown import PAGE_LIMIT, to_html, to_text
from .pages import Page, as_it_is, links_from

_HREF = re.compile(r'(?<=href=")[^"]*(?=")')
_HEADING = re.compile(r"<(h[23])>(.*?)</\1>", re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


def handmade_page(static: StaticPage, settings: SiteSettings) -> Page:
    """Return the page that a Markdown text is."""
    path = f"{static.slug}/index.html"
    link = links_from(path, settings)

    def relative(match: re.Match[str]) -> str:
        target = _target(unescape(match[0]), static.slug)
        return match[0] if target is None else str(escape(link(target)))

    html = _with_ids(to_html(static.markdown, PAGE_LIMIT) or Markup())
    body = Markup(_HREF.sub(relative, html))  # noqa: S704 - cleaned, and only addresses changed
    return Page(path, "page.html", {"static": static, "body": body}, show=as_it_is)


def _with_ids(html: Markup) -> str:
    """Give every heading that has none an id, by which others can point to it."""
    times = Counter(("main", "all"))  # the ids of every page

    def named(match: re.Match[str]) -> str:
        tag, words = match.groups()
        name = slug_of(to_text(Markup(words)))  # noqa: S704 - a part of what has been cleaned
        times[name] += 1
        number = f"_{times[name]}" if times[name] > 1 else ""
        return f'<{tag} id="{name}{number}">{words}</{tag}>'

    return _HEADING.sub(named, html)


def broken_links(pages: Iterable[StaticPage], paths: Container[str]) -> Iterator[SiteError]:
    """Yield a complaint about each link of hand-written pages that leads nowhere on the site."""
    for static in pages:
        for match in _HREF.finditer(to_html(static.markdown, PAGE_LIMIT) or ""):
            link = unescape(match[0])
            target = _target(link, static.slug)
            if target is None:
                continue
            file = target.partition("#")[0]
            if (f"{file}index.html" if not file or file.endswith("/") else file) not in paths:
                fix = "Write what is there, from the site's root (/people/), or as another page.md."
                place = Place(static.file or static.slug, _line_of(link, static))
                yield SiteError(f"The link to {link} leads nowhere.", place, fix)


def _target(link: str, slug: str) -> str | None:
    """Return the path on the site that a link means; nothing for links to other places."""
    if not link or _ELSEWHERE.match(link):
        return None
    path, mark, fragment = link.partition("#")
    if path.endswith(".md"):
        path = f"/{PurePosixPath(path).stem}/"
    path = posixpath.join("/", slug, path)
    is_folder = path.endswith("/") or not posixpath.splitext(path)[1]
    path = posixpath.normpath(path).lstrip("/").removesuffix("index.html")
    if is_folder and path and not path.endswith("/"):
        path += "/"
    return path + mark + fragment


def _line_of(link: str, static: StaticPage) -> int:
    """Return the line of the file on which a link stands."""
    return static.line + static.markdown.count("\n", 0, max(0, static.markdown.find(link)))
