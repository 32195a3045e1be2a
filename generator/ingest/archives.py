"""Files of many articles -> seeds in memory, one at a time: lines of JSON, and web archives."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from generator.errors import Place, SeedError, reason
from generator.ingest.contents import Metadata
from generator.ingest.seeds import MAX_BYTES, Seed
from generator.ingest.stamps import iso_stamp

Found = Iterator[Seed | SeedError]

LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
WEB = (".warc", ".warc.gz", ".wet", ".wet.gz")
"""Endings of the files of each kind."""

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_RECORDS_OF_PAGES = frozenset({"response", "resource"})
_OK = "200"


def is_archive(path: Path) -> bool:
    """Tell a file of many articles by its name."""
    return path.name.lower().endswith(LINES + WEB)


def open_archive(path: Path) -> Found:
    """Yield the articles of a file, and what is wrong with those that cannot be read.

    Of a web archive's records those are articles that were answered with a page, or the plain text
    of one; the others are passed over.
    """
    lines = path.name.lower().endswith(LINES)
    opener: Callable[..., Any] = gzip.open if lines and path.suffix.lower() == ".gz" else open
    try:
        with opener(path, "rb") as stream:
            yield from (_lines if lines else _records)(stream, path.name)
    except (OSError, EOFError, zlib.error) as error:
        what = f"The file cannot be read to its end: {reason(error)}."
        yield SeedError(what, Place(path.name), "Check that it is there and whole.")


def _lines(stream: IO[bytes], name: str) -> Found:
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        file = f"{name}:{number}"
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            yield _too_large(file)
        elif line := line.strip():
            yield Seed(file, line, "json")


def _records(stream: IO[bytes], name: str) -> Found:
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        what = "Reading a web archive needs the library warcio."
        yield SeedError(what, Place(name), "Install briefings[warc].")
        return
    number = found = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
            if seed := _seed(record, f"{name}:{number}"):
                found += 1
                yield seed
    except ArchiveLoadFailed:
        what = f"The file is no web archive past its record {number}."
        yield SeedError(what, Place(name), "Check that it is whole.")
        return
    if not found:
        what = f"No page is among the {number} records of this web archive."
        yield SeedError(what, Place(name), "Check that it is one, and what was crawled.")


def _seed(record: Any, file: str) -> Seed | SeedError | None:
    """Return the article of a record, where it has one."""
    kind, charset = _kind(record)
    if kind is None:
        return None
    raw = record.content_stream().read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        return _too_large(file)
    if _is_cut(record):
        return SeedError(
            "The file ends within this record.", Place(file), "Check that it is whole."
        )
    header = record.rec_headers.get_header
    address = header("WARC-Target-URI") or ""
    known = Metadata(
        url=address if address.startswith(("http://", "https://")) else None,
        retrieved=iso_stamp(header("WARC-Date") or ""),
    )
    return Seed(file, raw, kind, known, charset)


def _is_cut(record: Any) -> bool:
    """Tell whether a record has fewer bytes than it says; the library passes over that."""
    while record.raw_stream.read(MAX_BYTES):
        pass
    return bool(record.raw_stream.limit)


def _kind(record: Any) -> tuple[str | None, str | None]:
    """Return how a record's article is written and its charset, None for what is no article."""
    if record.rec_type == "conversion":
        return "txt", "utf-8"
    if record.rec_type not in _RECORDS_OF_PAGES:
        return None, None
    answer = record.http_headers
    if answer is not None and answer.get_statuscode() != _OK:
        return None, None
    stated = (answer or record.rec_headers).get_header("Content-Type") or ""
    kind, _, rest = stated.partition(";")
    charset = rest.partition("charset=")[2].strip(" \"'") or None
    return ("html", charset) if kind.strip().lower() in _PAGES else (None, None)


def _too_large(file: str) -> SeedError:
    limit = MAX_BYTES // 1_000_000
    return SeedError(f"The article has more than {limit} MB.", Place(file), "Leave it out.")
