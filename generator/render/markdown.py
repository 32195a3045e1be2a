"""Markdown of editors as clean HTML: Python-Markdown, then nh3."""

from __future__ import annotations

import re
from functools import lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup

FIELD_LIMIT = 4096
"""Bytes of a field that are read as Markdown; Python-Markdown is slow without bound on hostile
input (4,000 open brackets: 3.5 s), so what is longer stands as plain text."""
BRACKETS_LIMIT = 200
"""The same for opening brackets, whose cost grows with their square."""
PAGE_LIMIT = 262_144
"""The same for a page that the site's own people write."""
TAGS = frozenset(
    "a abbr blockquote br caption code dd dl dt em h2 h3 h4 hr li ol p pre s strong sub sup table "
    "tbody td th thead tr ul".split()
)
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "h2": {"id"},
    "h3": {"id"},
    "th": {"scope"},
}
SCHEMES = {"http", "https", "mailto"}

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#+!|&:~\n-]|\d\.|https?:")
_BLOCK = re.compile(r"</?(?:p|li|h\d|br|t[dhr]|d[dlt]|[ou]l|pre|hr|blockquote)\b[^>]*>")
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=2)
def _converter(page: bool) -> Markdown:
    """Return the one converter for fields or for pages."""
    extensions = ["tables", "toc", "sane_lists", "def_list", "abbr"] if page else ["sane_lists"]
    return Markdown(extensions=extensions, output_format="html")


def to_html(text: str | None, *, page: bool = False) -> Markup | None:
    """Turn Markdown into HTML that is safe to show; nothing stays nothing."""
    if text is None or not text.strip():
        return None
    if not _SPECIAL.search(text):
        return Markup("<p>{}</p>").format(text.strip())
    too_long = len(text.encode("utf-8", "replace")) > (PAGE_LIMIT if page else FIELD_LIMIT)
    if too_long or (not page and text.count("[") > BRACKETS_LIMIT):
        return Markup("<p>{}</p>").format(text.strip())
    html = _converter(page).reset().convert(text)
    return Markup(  # noqa: S704 - cleaned in this very call
        nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener")
    )


def to_text(html: Markup | None) -> str:
    """Return the words of cleaned HTML on one line."""
    return _SPACE.sub(" ", Markup(_BLOCK.sub(" ", html)).striptags()).strip() if html else ""  # noqa: S704
