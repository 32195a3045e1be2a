"""The YAML front matter of a Markdown seed to metadata, with the line and column of a mistake."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import Place, SeedError
from generator.ingest.characters import fold
from generator.ingest.contents import Metadata, ParseYaml
from generator.ingest.stamps import iso_stamp

FIRST_LINE = 2
"""Line of the file on which the YAML begins, below the first `---`."""

_NAMES = {
    "title": "title headline",
    "publisher": "publisher source outlet site site_name newspaper",
    "author": "author authors byline by",
    "url": "url link canonical canonical_url permalink",
    "published": "published date published_at datepublished publishdate pubdate",
    "retrieved": "retrieved accessed retrieved_at",
    "language": "language lang",
    "license": "license licence rights",
    "credit": "credit",
    "standfirst": "standfirst summary description subtitle dek",
}
_FIELD_OF = {name: field for field, names in _NAMES.items() for name in names.split()}
_FENCE = re.compile(r"---[ \t]*\n")
_FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LINK = re.compile(r"https?://[^\s<>\"]+")
CLOSE_MATCH = 0.8
"""How alike a misspelt field is to the true one (`publshed`); others belong to other programs."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Metadata from the front matter, and the Markdown below it."""

    metadata: Metadata
    body: str
    warnings: tuple[str, ...] = ()


def split_front_matter(text: str, file: str, parse_yaml: ParseYaml) -> FrontMatter:
    """Read the front matter of a Markdown text whose lines end in newlines."""
    text = text.lstrip("\ufeff")
    opening = _FENCE.match(text)
    if not opening:
        return FrontMatter(Metadata(), text)
    closing = _FENCE_END.search(text, opening.end())
    if not closing:
        raise SeedError(
            "The front matter begins with '---' and has no end.",
            Place(file, 1, 1),
            "Put a line '---' below it.",
        )
    source = text[opening.end() : closing.start()]
    values = {str(key): value for key, value in parse_yaml(source, file, FIRST_LINE).items()}
    fields = _Fields(source, file)
    stated = {
        _FIELD_OF[key.lower()]: fields.read(key, value)
        for key, value in values.items()
        if key.lower() in _FIELD_OF
    }
    return FrontMatter(Metadata(**stated), text[closing.end() :], fields.misspelt(values))


@dataclass(frozen=True, slots=True)
class _Fields:
    """The source of the front matter, to say where a field stands."""

    source: str
    file: str

    def place(self, key: str) -> Place:
        """Return the line and the column of a field's value."""
        found = re.search(rf"^[\"']?{re.escape(key)}[\"']?[ \t]*:[ \t]*", self.source, re.MULTILINE)
        if not found:
            return Place(self.file, FIRST_LINE)
        line = FIRST_LINE + self.source.count("\n", 0, found.start())
        return Place(self.file, line, found.end() - found.start() + 1)

    def read(self, key: str, value: object) -> str | None:
        """Return a field's text, checked."""
        field, text = _FIELD_OF[key.lower()], self._text(key, value)
        if text is None:
            return None
        if field in ("published", "retrieved"):
            return self._stamp(key, text)
        if field == "url" and not _LINK.fullmatch(text):
            raise SeedError(
                f"{key!r} is {text!r}, which is no web address.",
                self.place(key),
                "Write it from 'https://' on, or leave it out.",
            )
        return text

    def _text(self, key: str, value: object) -> str | None:
        if value is None or value == "":
            return None
        if isinstance(value, list | tuple):
            texts = [text for item in value if (text := self._text(key, item))]
            return ", ".join(texts) or None
        if isinstance(value, Mapping):
            if isinstance(name := value.get("name"), str):
                return fold(name) or None
            raise SeedError(f"{key!r} is a mapping.", self.place(key), "Write a plain text.")
        return fold(str(value)) or None

    def _stamp(self, key: str, text: str) -> str:
        if stamp := iso_stamp(text):
            return stamp
        if re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", text):
            raise SeedError(
                f"{key!r} is {text!r}, which is no day of the calendar.",
                self.place(key),
                "Write it as 2024-08-13.",
            )
        raise SeedError(
            f"{key!r} is {text!r}, which is not understood as a date.",
            self.place(key),
            "Write it as 2024-08-13 or 2024-08-13T10:15+02:00, or leave it out.",
        )

    def misspelt(self, values: Mapping[str, object]) -> tuple[str, ...]:
        """Warn of fields that look like a known one; others belong to other programs."""
        warnings = []
        for key in values:
            near = difflib.get_close_matches(key.lower(), _NAMES, 1, CLOSE_MATCH)
            if near and key.lower() not in _FIELD_OF:
                warnings.append(
                    f"{self.place(key)}: The front matter has no field {key!r}. "
                    f"Did you mean {near[0]!r}?"
                )
        return tuple(warnings)
