"""The digests of a site and of what it was made from <-> the bytes of its `manifest.json`.

By this file anyone can tell whether a copy of the site is the one that was built, and `publish`
whether the content has changed since. It holds no clock, and nothing about drafts that are not on
the site. Not listed are the file itself and the search index, which is made from the listed pages
and need not be committed with them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from json.encoder import encode_basestring as quoted
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from generator.errors import Place, SiteError
from generator.formats import Digest
from generator.model import Value

MANIFEST = "manifest.json"
SEARCH_INDEX = "pagefind/"
"""Where the search index lies on the site."""


class Ingredients(Value):
    """The digests of what a site is made from; of briefings and articles those that it shows."""

    settings: Digest
    """Of the settings that pages depend on."""
    content: dict[str, Digest]
    """Of entities, hand-written pages and the site's own templates, by the names of their files."""
    briefings: dict[str, Digest]
    """Of the files of the briefings, by their ids."""
    seeds: dict[str, Digest]
    """Of the articles, by the names of their files."""


class Record(Value):
    """What there is to say about a build before its files are known."""

    format: Literal[1] = 1
    generator: str
    """The program and its version."""
    base_url: str | None
    """The address for which the site was built."""
    drafts: bool
    """Whether it shows briefings with the status `draft`."""
    ingredients: Ingredients


class Manifest(Record):
    """What `manifest.json` says."""

    files: dict[str, Digest]
    """Of every file of the site, by its path; in SHA-256."""


def sha256(content: bytes) -> str:
    """Return a digest as the manifest has it."""
    return hashlib.sha256(content).hexdigest()


def is_listed(path: str) -> bool:
    """Tell whether a manifest speaks of a file of its site."""
    return path != MANIFEST and not path.startswith(SEARCH_INDEX)


def write_manifest(record: Record, files: Iterable[tuple[str, str]]) -> bytes:
    """Return the bytes of `manifest.json` for a site with these files, sorted, and their digests.

    They are put together as they come: as values half a million files would take much more room.
    """
    made_from = record.ingredients
    content = bytearray(b"{\n")
    content += _line("base_url", quoted(record.base_url) if record.base_url else "null")
    content += _line("drafts", "true" if record.drafts else "false")
    _add(content, "files", (one for one in files if is_listed(one[0])), 1)
    content += b",\n" + _line("format", str(record.format))
    content += _line("generator", quoted(record.generator)) + b' "ingredients": {\n'
    for name in ("briefings", "content", "seeds"):
        _add(content, name, sorted(getattr(made_from, name).items()), 2)
        content += b",\n"
    content += b'  "settings": %s\n }\n}\n' % quoted(made_from.settings).encode()
    return bytes(content)


def _line(name: str, value: str) -> bytes:
    return f" {quoted(name)}: {value},\n".encode()


def _add(content: bytearray, name: str, digests: Iterable[tuple[str, str]], depth: int) -> None:
    """Add digests by name, a line for each; the encoder would take ten times as long for them."""
    indent = " " * depth
    content += f"{indent}{quoted(name)}: {{".encode()
    before = f"\n{indent} "
    for one, digest in digests:
        content += f'{before}{quoted(one)}: "{digest}"'.encode()
        before = f",\n{indent} "
    content += f"\n{indent}}}".encode() if before.startswith(",") else b"}"


def amended(content: bytes, changes: Mapping[str, Mapping[str, str | None]]) -> bytes:
    """Return a manifest in which some digests are others, have come or (None) have gone.

    They are by section, in the order of these in the file. It is what `write_manifest` would write,
    without asking for all others: a site of 100,000 briefings has 90 MB of them.
    """
    parts: list[bytes] = []
    at = 0
    for section, digests in changes.items():
        indent = b" " * (2 if section == "files" else 3)
        start = content.index(b"\n%s%s: {" % (indent[1:], quoted(section).encode()), at)
        start = content.index(b"{", start) + 1
        for first, last, lines in _edits(content, start, indent, digests):
            parts += content[at:first], lines
            at = last
    return b"".join([*parts, content[at:]])


def _edits(
    content: bytes, start: int, indent: bytes, digests: Mapping[str, str | None]
) -> Iterator[tuple[int, int, bytes]]:
    """Yield from where to where the lines of a section are to be others, and which."""
    is_empty = content[start : start + 1] == b"}"
    end = start if is_empty else content.index(b"\n%s}" % indent[1:], start) + len(indent)
    last = start if is_empty else content.rindex(b"\n", start, end - len(indent))
    found = list(_found(content, start + 1, last + 1, indent, digests))
    if all(first < last for first, _, _ in found):
        yield from found
        return
    # The last line, or one after it: commas stand between lines, so that all are set anew.
    lines = b"" if is_empty else content[start + 1 : end - len(indent)] + b",\n"
    parts: list[bytes] = []
    at = 0
    for first, stop, line in _found(lines, 0, len(lines), indent, digests):
        parts += lines[at:first], line
        at = stop
    lines = b"".join([*parts, lines[at:]])
    yield start, end, b"\n%s\n%s" % (lines[:-2], indent[1:]) if lines else b""


def _found(
    lines: bytes, low: int, high: int, indent: bytes, digests: Mapping[str, str | None]
) -> Iterator[tuple[int, int, bytes]]:
    """Yield where the lines of some names begin and end, or belong, and what they are to be."""
    for name, digest in sorted(digests.items()):
        low, stop = _line_of(lines, name, low, high)
        line = b'%s%s: "%s",\n' % (indent, quoted(name).encode(), (digest or "").encode())
        yield low, stop, b"" if digest is None else line
        low = stop


def _line_of(lines: bytes, name: str, low: int, high: int) -> tuple[int, int]:
    """Return where the line of a name begins and ends, or twice where it would begin."""
    while low < high:
        start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        stop = lines.index(b"\n", start) + 1
        found = json.loads(lines[start:stop].rpartition(b": ")[0])
        if found == name:
            return start, stop
        low, high = (stop, high) if found < name else (low, start)
    return low, low


def read_manifest(content: bytes, name: str) -> Manifest:
    """Return what a manifest says; `name` is where it was found."""
    try:
        return Manifest.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise SiteError(
            f"This is no manifest of a site: {where}: {first['msg']}.",
            Place(name),
            "Build the site again with this version of the program.",
        ) from None


def differences(then: Ingredients, now: Ingredients) -> list[str]:
    """Return the names of what has been changed, added or removed between two builds."""
    changed = [] if then.settings == now.settings else ["the settings"]
    for field in ("content", "briefings", "seeds"):
        old, new = getattr(then, field), getattr(now, field)
        prefix = "briefing " if field == "briefings" else ""
        names = sorted(name for name in {*old, *new} if old.get(name) != new.get(name))
        changed += [prefix + name for name in names]
    return changed


def own_manifest(site: Path) -> Manifest | None:
    """Return the manifest of a built site; None where it has none."""
    path = site / MANIFEST
    try:
        return read_manifest(path.read_bytes(), str(path))
    except FileNotFoundError:
        return None
