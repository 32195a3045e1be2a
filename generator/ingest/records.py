"""An article as a JSON object, as crawlers write it, to metadata and paragraphs.

The names of fields are those of news-please, of trafilatura and of everyday use; where an object
has several for one thing, the first in the list counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.errors import Place, SeedError
from generator.ingest.characters import fold, tidy
from generator.ingest.contents import Contents, Metadata, Paragraph
from generator.ingest.stamps import iso_stamp
from generator.ingest.text import compose, paragraphs

TEXT = ("maintext", "text", "raw_text", "body", "content", "articleBody")
"""Fields for the text of the article."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "publisher": (
        "publisher", "sitename", "source-hostname", "site_name", "source_domain", "hostname",
        "source",
    ),
    "author": ("author", "authors", "byline"),
    "url": ("url", "source", "link", "canonical_url"),
    "published": (
        "date_publish", "date", "published", "published_at", "publish_date", "datePublished",
        "pubdate",
    ),
    "retrieved": ("date_download", "retrieved", "filedate"),
    "language": ("language", "lang"),
    "license": ("license", "licence"),
    "standfirst": ("standfirst", "description", "excerpt", "summary"),
}  # fmt: skip
"""Fields for what is known of it; trafilatura calls the address `source`."""

_LINK = re.compile(r"https?://[^\s<>\"]+")
_ABSENT = frozenset({"", "None", "null", "NaT", "nan"})
"""What programs write for nothing."""


def read_record(text: str, file: str) -> Contents:
    """Read an article from JSON text; `file` names the line that it stands on."""
    found = _object(text, file)
    words = next((w for name in TEXT if isinstance(w := found.get(name), str) and w.strip()), None)
    if words is None:
        what = f"The article has no text: none of the fields {', '.join(TEXT)}."
        raise SeedError(what, Place(file), "Name the field with its text so, or leave it out.")
    clean, warnings = tidy(words, file)
    metadata, doubts = _metadata(found, file)
    lines = tuple(Paragraph(line) for line in paragraphs(clean))
    contents = compose(lines, metadata)
    return Contents(contents.metadata, contents.paragraphs, (*doubts, *warnings))


def _object(text: str, file: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        what = f"This is no JSON: {error.msg[:1].lower()}{error.msg[1:]}."
        raise SeedError(what, _column(file, error.colno), "Mend the line.") from None
    except RecursionError:
        raise SeedError("This JSON is nested too deep.", Place(file), "Mend the line.") from None
    if not isinstance(found, dict):
        what = "This line is no article: a JSON object with fields is needed."
        raise SeedError(what, Place(file), 'Write it as {"title": …, "text": …}.')
    return found


def _column(file: str, column: int) -> Place:
    """Return the place of a column in a line that is named `file:line`."""
    name, _, line = file.rpartition(":")
    return Place(name, int(line), column) if line.isdigit() else Place(file, 1, column)


def _metadata(found: Mapping[str, Any], file: str) -> tuple[Metadata, list[str]]:
    """Return what an object says of its article, and warnings of what it says wrongly."""
    stated: dict[str, str | None] = {}
    doubts: list[str] = []
    for field, names in FIELDS.items():
        texts = [(name, text) for name in names if (text := _text(found.get(name)))]
        stated[field] = next((text for name, text in texts if _fits(field, text)), None)
        if texts and stated[field] is None:
            name, text = texts[0]
            doubts.append(f"{file}: {name!r} is {text!r}, which is no {_WANTED[field]}.")
        elif field in ("published", "retrieved") and stated[field]:
            stated[field] = iso_stamp(stated[field] or "")
    return Metadata(**stated), doubts


_WANTED = {
    "url": "web address",
    "published": "full date",
    "retrieved": "full date",
    "publisher": "name",
}


def _fits(field: str, text: str) -> bool:
    if field == "url":
        return bool(_LINK.fullmatch(text))
    if field == "publisher":
        return not _LINK.match(text)
    return field not in ("published", "retrieved") or iso_stamp(text) is not None


def _text(value: Any) -> str | None:
    """Return a field as text: names in a list one after the other, nothing for nothing."""
    if isinstance(value, str):
        folded = fold(value)
        return None if folded in _ABSENT else folded
    if isinstance(value, Mapping):
        return _text(value.get("name"))
    if isinstance(value, Iterable):
        return ", ".join(filter(None, map(_text, value))) or None
    return None if value is None or isinstance(value, bool) else str(value)
