"""Markdown of editors as clean HTML: Python-Markdown, then nh3."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import nh3
from markdown import Markdown
from markdown.util import Registry
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

PARTS = {
    "`": ("backtick",),
    "\\": ("escape", "unescape"),
    "](": ("link",),
    "]:": ("reference", "short_reference"),
    "![": ("image_link", "image_reference", "short_image_ref"),
    "<": ("autolink", "automail", "html", "html_block"),
    "&": ("entity",),
    "  \n": ("linebreak",),
    "#": ("hashheader",),
    ">": ("quote",),
}
"""What a text must hold for parts of Python-Markdown to find anything in it: half of the time goes
into looking for what cannot be there."""
STRESS = "em_strong"
"""The pattern that looks for asterisks and underscores."""

_MARKED = re.compile(r"[\\`*_\[<\n\t\r\xa0]|&[#\w]|\A(?:[-+#>=:|~ ]|\d+[.)])")
"""What makes a text more than one plain paragraph."""
_BLOCK = re.compile(r"</?(?:p|li|h\d|br|t[dhr]|d[dlt]|[ou]l|pre|hr|blockquote)\b[^>]*>")
_SPACE = re.compile(r"\s+")
_CLEANER = nh3.Cleaner(
    tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener"
)


@lru_cache(maxsize=256)
def _converter(page: bool, unneeded: tuple[str, ...]) -> Markdown:
    """Return the one converter for fields or for pages that does without some parts."""
    extensions = ["tables", "toc", "sane_lists", "def_list", "abbr"] if page else ["sane_lists"]
    converter = Markdown(extensions=extensions, output_format="html")
    parts: tuple[Registry[Any], ...] = (
        converter.preprocessors,
        converter.parser.blockprocessors,
        converter.inlinePatterns,
        converter.treeprocessors,
    )
    for name in unneeded:
        for registry in parts:
            registry.deregister(name, strict=False)
    return converter


def _unneeded(text: str) -> tuple[str, ...]:
    """Return the parts of Python-Markdown that find nothing in a text."""
    text = text.expandtabs(4).replace("\r", "\n")  # as the converter begins
    names = [name for sign, found in PARTS.items() if sign not in text for name in found]
    return tuple(names) if "*" in text or "_" in text else (*names, STRESS)


def to_html(text: str | None, *, page: bool = False) -> Markup | None:
    """Turn Markdown into HTML that is safe to show; nothing stays nothing."""
    if text is None or not (plain := text.strip()):
        return None
    if not page and not _MARKED.search(plain):
        return Markup(f"<p>{plain.replace('&', '&amp;').replace('>', '&gt;')}</p>")  # noqa: S704
    too_long = len(text.encode("utf-8", "replace")) > (PAGE_LIMIT if page else FIELD_LIMIT)
    if too_long or (not page and text.count("[") > BRACKETS_LIMIT):
        return Markup("<p>{}</p>").format(plain)
    html = _converter(page, _unneeded(text)).reset().convert(text)
    return Markup(_CLEANER.clean(html))  # noqa: S704 - cleaned in this very call


def to_text(html: Markup | None) -> str:
    """Return the words of cleaned HTML on one line."""
    return _SPACE.sub(" ", Markup(_BLOCK.sub(" ", html)).striptags()).strip() if html else ""  # noqa: S704
