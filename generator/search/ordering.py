"""A search index of pagefind -> the same index in bytes that are always the same.

Pagefind writes the values of a filter, and the list of filters, in another order each time that it
runs, and names the files by their content. Here both are put in order, and the files named anew.
They are CBOR behind a signature. What is rewritten stays uncompressed, which pagefind reads as
well: compressed bytes differ from one zlib to the next.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping

SIGNATURE = b"pagefind_dcd"
VALUES = 1
"""The part of a filter's file that lists its values."""
FILTERS = 3
"""The part of the description of an index that lists its filters."""
_NUMBER, _TEXT, _ARRAY = 0, 3, 4
_SHORT = 24
"""A CBOR head holds a smaller count itself; for a larger one 1, 2, 4 or 8 bytes follow it."""


def in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index with their filters in order, named by what they hold now."""
    ordered = dict(files)
    names: dict[bytes, bytes] = {}
    for suffix, part in ((".pf_filter", VALUES), (".pf_meta", FILTERS)):
        for path in sorted(path for path in files if path.endswith(suffix)):
            content = _renamed(gzip.decompress(ordered.pop(path)), names)
            content = _with_sorted_part(content, part)
            name = path.removesuffix(suffix).replace("/", ".").split(".")[-1]
            language, _, digest = name.rpartition("_")
            new = f"{language}_{hashlib.sha256(content).hexdigest()[: len(digest)]}"
            names[name.encode()] = new.encode()
            ordered[path.replace(name, new)] = content
    entry = "pagefind-entry.json"
    return {**ordered, entry: _renamed(ordered[entry], names)}


def _renamed(content: bytes, names: Mapping[bytes, bytes]) -> bytes:
    """Return a file that names others by their new names, which are as long as the old."""
    for old, new in names.items():
        content = content.replace(old, new)
    return content


def _with_sorted_part(content: bytes, number: int) -> bytes:
    """Return a file with the items of one part in the order of their bytes."""
    start, end = _items(content, len(SIGNATURE))[number]
    items = _items(content, start)
    inside = b"".join(sorted(content[first:last] for first, last in items))
    head = content[start : items[0][0]] if items else content[start:end]
    return content[:start] + head + inside + content[end:]


def _items(content: bytes, at: int) -> list[tuple[int, int]]:
    """Return start and end of each item of the array that starts at `at`."""
    _, count, at = _head(content, at)
    spans = []
    for _ in range(count):
        end = _end(content, at)
        spans.append((at, end))
        at = end
    return spans


def _end(content: bytes, at: int) -> int:
    """Return where the item that starts at `at` ends."""
    kind, count, after = _head(content, at)
    if kind == _NUMBER:
        return after
    if kind == _TEXT:
        return after + count
    spans = _items(content, at)
    return spans[-1][1] if spans else after


def _head(content: bytes, at: int) -> tuple[int, int, int]:
    """Return kind and count of an item, and where its head ends."""
    kind, count = divmod(content[at], 32)
    if kind not in (_NUMBER, _TEXT, _ARRAY):
        what = f"a search index of another format: kind {kind} at {at}"
        raise ValueError(what)
    if count < _SHORT:
        return kind, count, at + 1
    size = 1 << (count - _SHORT)
    return kind, int.from_bytes(content[at + 1 : at + 1 + size]), at + 1 + size
