"""Markdown of editors as clean HTML: pulldown-cmark, then nh3."""

from __future__ import annotations

import re
from html import unescape

import nh3
from markupsafe import Markup
from pyromark import Markdown, Options

FIELD_LIMIT = 16_384
"""Bytes of a field that are read as Markdown; what is longer stands as plain text. Cleaning takes
the square of how deep tags are nested: 8,000 lists in each other take 1.5 s."""
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
    "ol": {"start"},
    "th": {"scope"},
}
SCHEMES = {"http", "https", "mailto"}

_PLAIN = re.compile(r"(?:[^<>&\0\r\xa0]++|&(?:amp|lt|gt);|</?(?:p|em|strong|ul|ol|li)>)*+")
"""HTML of nothing but text and bare tags, which cleaning leaves as it is."""
_TAG = re.compile("<[^>]*>")
_BLOCK = re.compile(r"</?(?:p|li|h\d|br|t[dhr]|d[dlt]|[ou]l|pre|hr|blockquote)\b[^>]*>")
_READER = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_DEFINITION_LIST)
_CLEANER = nh3.Cleaner(
    tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener"
)


def to_html(text: str | None, limit: int = FIELD_LIMIT) -> Markup | None:
    """Turn Markdown into HTML that is safe to show; nothing stays nothing."""
    if text is None or not (plain := text.strip()):
        return None
    if len(text.encode()) > limit:
        return Markup("<p>{}</p>").format(plain)
    html = _READER.html(text)
    if "<" in text or not _PLAIN.fullmatch(html):  # to clean it takes four times as long as to read
        html = _CLEANER.clean(html)
    return Markup(html.strip())  # noqa: S704 - it is clean now


def to_text(html: Markup | None) -> str:
    """Return the words of cleaned HTML on one line."""
    text = _TAG.sub("", _BLOCK.sub(" ", html)) if html else ""
    return " ".join(unescape(text).split())
