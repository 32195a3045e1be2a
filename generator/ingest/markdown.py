"""Markdown to paragraphs of plain text: the marks go, the words stay exactly as they were.

No tree is built: an article uses little of Markdown, and every pattern here is bounded or stops at
the next mark of its own kind, so that hostile input costs no more than its length.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.ingest.contents import Contents, Metadata, Paragraph
from generator.ingest.text import compose, paragraphs

_COMMENT_PARTS = re.compile(r"<!--|-->")
_HEADING = re.compile(r" {0,3}#{1,6} +(?P<text>.*?)(?: +#+)? *")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *")
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})")
_FENCE = re.compile(r" {0,3}(?:```|~~~).*")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]{1,200}\]: *\S.*")
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_LIST = re.compile(r" *[-*+] +(?=\S)")
_TABLE_RULE = re.compile(r"(?=[^|]*\|)[ |:-]*+")
_TARGET = (  # “(https://…/Lake_(Delta) "title")” or “[reference]”
    r"(?:\(<?[^()\s<>]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?>?"
    r"(?: +[\"'][^\"']{0,500}[\"'])?\)|\[[^\[\]]{0,200}\])"
)
_IMAGE = re.compile(rf"!\[[^\[\]]{{0,1000}}\]{_TARGET}?")
_LINK = re.compile(rf"\[(?P<text>[^\[\]]{{1,2000}})\]{_TARGET}")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,50}\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2000})>")
_TAG = re.compile(r"</?[A-Za-z][\w-]{0,30}(?:\s[^<>]{0,1000})?/?>")
_MARKED = tuple(
    re.compile(mark)
    for mark in (
        r"(?<![\\`])`{1,2}(?P<text>[^`\n]{1,1000})`{1,2}",
        r"(?<![\\\w*])\*\*\*(?P<text>[^*\s](?:[^*\n]{0,2000}[^*\s\\])?)\*\*\*(?![\w*])",
        r"(?<![\\\w*])\*\*(?P<text>[^*\s](?:[^*\n]{0,2000}[^*\s\\])?)\*\*(?![\w*])",
        r"(?<![\\\w*])\*(?P<text>[^*\s](?:[^*\n]{0,2000}[^*\s\\])?)\*(?![\w*])",
        r"(?<![\\\w])__(?P<text>[^_\s](?:[^_\n]{0,2000}[^_\s\\])?)__(?!\w)",
        r"(?<![\\\w])_(?P<text>[^_\s](?:[^_\n]{0,2000}[^_\s\\])?)_(?!\w)",
        r"~~(?P<text>[^~\n]{1,1000})~~",
    )
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,32}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def read_markdown(text: str, known: Metadata) -> Contents:
    """Read the Markdown below the front matter, given what the front matter states."""
    found = list(_blocks(_without_comments(text).split("\n")))
    title = next((p.text for p in found[:3] if p.heading), None)
    if title and known.title is None and found.index(Paragraph(title, heading=True)) == 0:
        known = known.or_else(Metadata(title=title))
    return compose(found, known)


def _without_comments(text: str) -> str:
    kept, inside, at = [], False, 0
    for part in _COMMENT_PARTS.finditer(text):
        if part[0] == "<!--" and not inside:
            kept.append(text[at : part.start()])
            inside = True
        elif part[0] == "-->" and inside:
            inside, at = False, part.end()
    return "".join(kept) + text[at:]


def _blocks(lines: list[str]) -> Iterator[Paragraph]:
    """Yield headings, and the runs of lines between them cut into paragraphs."""
    run: list[str] = []
    for line in lines:
        if heading := _heading(line, run):
            above = run[:-1] if _UNDERLINE.fullmatch(line) else run
            yield from _prose(above)
            yield Paragraph(heading, heading=True)
            run = []
        elif _RULE.fullmatch(line) or _FENCE.fullmatch(line) or _DEFINITION.fullmatch(line):
            run.append("")
        else:
            run.append(_unmarked_line(line))
    yield from _prose(run)


def _heading(line: str, run: list[str]) -> str | None:
    """Return a heading's text: of this line, or of the line above that this one underlines."""
    if marked := _HEADING.fullmatch(line):
        return _plain(marked["text"]) or None
    if run and _UNDERLINE.fullmatch(line) and (above := run[-1].strip()):
        alone = len(run) == 1 or not run[-2].strip()
        return _plain(above) if alone and not above.startswith("- ") else None
    return None


def _unmarked_line(line: str) -> str:
    if quoted := _QUOTE.match(line):
        line = line[quoted.end() :]
    if _TABLE_RULE.fullmatch(line):
        return ""
    if line.startswith("|") and line.endswith("|"):
        return line.strip("| ")
    if listed := _LIST.match(line):
        return f"- {line[listed.end() :]}"
    return line.strip().removesuffix("\\")


def _prose(lines: list[str]) -> Iterator[Paragraph]:
    text = _plain("\n".join(lines).strip("\n"))
    return (Paragraph(paragraph) for paragraph in paragraphs(text) if paragraph)


def _plain(text: str) -> str:
    """Take the inline marks off a text."""
    text = _TAG.sub("", _AUTOLINK.sub(r"\1", _FOOTNOTE.sub("", _IMAGE.sub("", text))))
    text = _LINK.sub(r"\g<text>", text)
    for mark in _MARKED:
        text = mark.sub(r"\g<text>", text)
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), _ESCAPE.sub(r"\1", text))
    return re.sub(r" *\n *", "\n", re.sub(r"[ \u00a0]+", " ", text)).strip(" ")
