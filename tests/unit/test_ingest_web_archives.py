"""Articles out of web archives."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from generator.errors import Place, SeedError
from generator.ingest import Seed, open_archive, read

PAGE = """<html><head><title>Port shut</title></head><body><article><h1>Port shut</h1>
<p>The port is shut, the mayor of Ålesund said on Friday, and nobody knows for how long.</p>
<p>It will open on Monday at the earliest, according to the harbour office.</p>
</article></body></html>"""
ADDRESS = "https://fjord.example/port"


def record(kind: str, content: bytes, stated: str, status: str = "200 OK") -> bytes:
    """Return a record as the standard has it: headers, and what a server sent or a tool made."""
    if kind == "response":
        content = f"HTTP/1.1 {status}\r\nContent-Type: {stated}\r\n\r\n".encode() + content
        stated = "application/http; msgtype=response"
    headers = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {ADDRESS}\r\n"
        "WARC-Date: 2026-03-14T07:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        f"Content-Type: {stated}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return headers.encode() + content + b"\r\n\r\n"


RECORDS = (
    record("response", b"\x89PNG", "image/png"),
    record("response", PAGE.encode("cp1252"), "text/html; charset=windows-1252"),
    record("response", b"Not here", "text/html", "404 Not Found"),
    record("response", PAGE.encode(), "application/xhtml+xml"),
    record("conversion", b"The port is shut.\nThe mayor said so.", "text/plain"),
)


def write(path: Path) -> Path:
    """Write an archive of five records, of which the second, fourth and fifth are articles."""
    gzipped = path.suffix == ".gz"
    path.write_bytes(b"".join(gzip.compress(r) if gzipped else r for r in RECORDS))
    return path


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc"])
def test_pages_and_texts_are_seeds_named_by_their_record(tmp_path: Path, name: str) -> None:
    seeds = list(open_archive(write(tmp_path / name)))
    assert [(s.file, s.kind) for s in seeds if isinstance(s, Seed)] == [
        (f"{name}:2", "html"), (f"{name}:4", "html"), (f"{name}:5", "txt"),
    ]  # fmt: skip


def test_the_archive_tells_address_day_and_encoding(tmp_path: Path) -> None:
    seed, *_ = open_archive(write(tmp_path / "crawl.warc.gz"))
    assert isinstance(seed, Seed)
    article, warnings = read(seed, lambda *_: {})
    source = article.source
    assert "Ålesund" in article.text
    assert (source.url, source.retrieved) == (ADDRESS, "2026-03-14T07:00:00+00:00")
    assert (source.title, source.encoding) == ("Port shut", "cp1252")
    assert warnings == ()


@pytest.mark.parametrize("raw", [b"A letter.\n" * 20, b"A letter of five words.\n" * 20, b""])
def test_an_archive_that_is_none_is_a_problem(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(raw)
    (problem,) = open_archive(path)
    assert isinstance(problem, SeedError)
    assert "web archive" in problem.what


def test_a_missing_library_is_named_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (problem,) = open_archive(write(tmp_path / "crawl.warc.gz"))
    assert str(problem) == (
        "crawl.warc.gz: Reading a web archive needs the library warcio. Install briefings[warc]."
    )


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc"])
def test_an_archive_cut_short_gives_what_it_has(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name)
    path.write_bytes(path.read_bytes()[:-20])
    first, second, problem = open_archive(path)
    assert isinstance(first, Seed)
    assert isinstance(second, Seed)
    assert isinstance(problem, SeedError)
    assert problem.at == Place(f"{name}:5")
