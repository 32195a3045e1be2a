"""A web page to metadata and paragraphs: trafilatura finds the body, or a plain reading does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.errors import Place, SeedError
from generator.ingest.characters import tidy
from generator.ingest.contents import Contents, Metadata, Paragraph
from generator.ingest.html_metadata import read_metadata
from generator.ingest.text import compose

MAX_CHARACTERS = 5_000_000
"""A larger page is no article; the largest news pages seen have 3 million, mostly scripts."""

MAX_DEPTH = 150
"""Elements nested deeper lose their tags: libxml2 cuts a page off at 256, real pages reach 60."""

MAX_ATTRIBUTES = 200
"""A tag with more loses them all: libxml2 compares each with each, real tags have up to 40."""

MIN_BODY_SHARE = 0.5
"""Share of the plain reading below which trafilatura has lost the article."""

MAX_JUNK_SHARE = 0.3
"""An element with more of the page's text is kept, whatever its class says."""

_TAG_START = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
_TAG_MARK = re.compile(r"[\"'>]")
_NO_DEPTH = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr p li dt dd td th tr
    tbody thead tfoot option html head body
    """.split()
)
"""Empty elements, and those that their next sibling closes."""
_JUNK_TAGS = frozenset("script style noscript template svg iframe button select nav dialog".split())
_JUNK_UNLESS_LARGE = frozenset("form aside footer figcaption".split())
_JUNK_CLASS = re.compile(
    r"(?:^|[\s_-])(?:ad|ads|advert\w*|adslot|banner|breadcrumbs?|byline|caption|comments?|cookie\w*|correction|credit|"
    r"disclaimer|dateline|infobox|kicker|menu|meta|most-read|nav\w*|newsletter\w*|outbrain|paywall|popup|promo\w*|"
    r"read-more|recirc\w*|recommend\w*|related\w*|share\w*|sharing|sidebar|signup|social\w*|sponsor\w*|"
    r"subscri\w*|taboola|tags|teaser|ticker|timestamp|toolbar|trending|widget)(?:$|[\s_-])",
    re.IGNORECASE,
)
_JUNK_ROLES = frozenset(
    {"navigation", "complementary", "dialog", "banner", "contentinfo", "search"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "p",
    "li",
    "blockquote",
    "pre",
    "dd",
    "dt",
    "td",
    "th",
    "figcaption",
    "div",
    "section",
    "article",
    "main",
    "body",
    "ul",
    "ol",
    "table",
    "tr",
    "header",
}


def read_html(text: str, file: str) -> Contents:
    """Read a web page."""
    if len(text) > MAX_CHARACTERS:
        raise SeedError(
            f"The page has {len(text):,} characters; no article is as long.",
            Place(file),
            "Save only the article.",
        )
    page = _parse(tame(text))
    if page is None:
        return Contents(Metadata(), ())
    metadata = read_metadata(page)
    _prune(page)
    found = _tidied(_body(page), file)
    return compose(_without_labels(found, metadata), metadata)


def tame(text: str) -> str:
    """Take out what makes parsers slow or cut a page off: deep nesting, very many attributes."""
    kept: list[str] = []
    at, depth = 0, 0
    for name, closing, start, end in _tags(text):
        nests = name not in _NO_DEPTH
        depth = max(0, depth - 1) if nests and closing else depth
        if nests and depth >= MAX_DEPTH:
            kept.append(text[at:start])
            at = end
        elif end - start > 2 * MAX_ATTRIBUTES and text.count("=", start, end) > MAX_ATTRIBUTES:
            kept.append(f"{text[at:start]}<{name}>")
            at = end
        depth += nests and not closing
    return "".join(kept) + text[at:]


def _tags(text: str) -> Iterator[tuple[str, bool, int, int]]:
    """Yield name, whether closing, start and end of each tag, in one pass."""
    tag = _TAG_START.search(text)
    while tag:
        end = _tag_end(text, tag.end())
        yield tag[2].lower(), bool(tag[1]), tag.start(), end
        tag = _TAG_START.search(text, end)


def _tag_end(text: str, at: int) -> int:
    while mark := _TAG_MARK.search(text, at):
        if mark[0] == ">":
            return mark.end()
        at = text.find(mark[0], mark.end()) + 1
        if not at:
            break
    return len(text)


def _parse(text: str) -> Any:
    import lxml.html

    try:
        return lxml.html.document_fromstring(
            text.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (lxml.etree.ParserError, ValueError):
        return None


def _prune(page: Any) -> None:
    """Take out what is not the article, unless it holds much of the page's text."""
    whole = max(1, len(page.text_content()))
    for element in list(page.iter()):
        if element.getparent() is None or not isinstance(element.tag, str):
            continue
        junk = _is_junk(element) and len(element.text_content()) <= MAX_JUNK_SHARE * whole
        if junk or element.tag in _JUNK_TAGS:
            element.drop_tree()


def _is_junk(element: Any) -> bool:
    if element.tag == "body":
        return False
    if element.tag in _JUNK_UNLESS_LARGE or element.get("role") in _JUNK_ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_JUNK_CLASS.search(named[:500]))


def _body(page: Any) -> list[Paragraph]:
    """Choose between trafilatura's body and the plain reading."""
    plain = list(_plain_reading(page))
    found = list(_trafilatura_reading(page))
    longer = sum(len(p.text) for p in plain) * MIN_BODY_SHARE
    return found if found and sum(len(p.text) for p in found) >= longer else plain


def _trafilatura_reading(page: Any) -> Iterator[Paragraph]:
    import trafilatura

    document = trafilatura.bare_extraction(
        page,
        include_comments=False,
        include_tables=False,
        favor_precision=True,
        with_metadata=False,
    )
    body = getattr(document, "body", None)
    for element in [] if body is None else body:
        if (
            text := " ".join(element.itertext()).strip()
            if element.tag != "list"
            else "\n".join(" ".join("".join(item.itertext()).split()) for item in element)
        ):
            yield Paragraph(text, heading=element.tag == "head")


def _plain_reading(page: Any) -> Iterator[Paragraph]:
    """Read the blocks of the page's main part one by one."""
    root = next(
        (
            found[0]
            for name in ("article", "main", "body")
            if len(found := page.xpath(f"//{name}")) == 1
        ),
        page,
    )
    for tag, words in _runs(root):
        if text := " ".join("".join(words).split()):
            yield Paragraph(text, heading=tag in _HEADINGS)


def _runs(root: Any) -> Iterator[tuple[str, list[str]]]:
    """Yield runs of text that no block's border parts, with the innermost block's tag."""
    import lxml.etree

    blocks, words = [str(root.tag)], list[str]()
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        block = element.tag in _BLOCKS or element.tag == "br"
        if block:
            yield blocks[-1], words
            words = []
        if event == "start":
            blocks.extend([element.tag] if block else [])
            words.append(element.text or "")
        else:
            if event == "end" and block:
                blocks.pop()
            words.append(element.tail or "" if element is not root else "")
    yield blocks[-1] if blocks else "body", words


def _tidied(found: Iterable[Paragraph], file: str) -> list[Paragraph]:
    texts = ((tidy(p.text, file)[0], p.heading) for p in found)
    return [Paragraph(text, heading) for text, heading in texts if text]


def _without_labels(found: list[Paragraph], metadata: Metadata) -> list[Paragraph]:
    """Leave out lines above the headline: section names and labels."""
    title = metadata.title
    above = next((n for n, p in enumerate(found[:4]) if p.text == title), None)
    if above is None:
        return found
    return [*(p for p in found[:above] if len(p.text.split()) > 8), *found[above:]]
