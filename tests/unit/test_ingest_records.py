"""Articles as JSON objects, in files of many lines."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator.errors import Place, SeedError
from generator.ingest import MAX_BYTES, Seed, open_archive, read
from generator.model import Article

BODY = "The port is shut, the mayor said.\nIt will open on Monday."

NEWS_PLEASE = {
    "authors": ["Ann Ode", "Bo Dahl"],
    "date_download": "2026-03-14 07:00:00",
    "date_modify": "None",
    "date_publish": "2026-03-13 08:15:00",
    "description": "A port waits.",
    "filename": "port.json",
    "image_url": "https://fjord.example/port.jpg",
    "language": "en",
    "localpath": None,
    "maintext": BODY,
    "source_domain": "fjord.example",
    "text": None,
    "title": "Port shut",
    "title_page": None,
    "title_rss": None,
    "url": "https://fjord.example/port",
}
TRAFILATURA = {
    "title": "Port shut",
    "author": "Ann Ode; Bo Dahl",
    "hostname": "fjord.example",
    "date": "2026-03-13",
    "categories": "",
    "tags": "",
    "fingerprint": "a1",
    "id": None,
    "license": "CC BY 4.0",
    "comments": "",
    "raw_text": "The port is shut, the mayor said. It will open on Monday.",
    "text": BODY,
    "language": "en",
    "image": None,
    "pagetype": "article",
    "filedate": "2026-03-14",
    "source": "https://fjord.example/port",
    "source-hostname": "Fjord Post",
    "excerpt": "A port waits.",
}


def read_line(line: str) -> tuple[Article, tuple[str, ...]]:
    return read(Seed("ports.jsonl:12", line.encode(), "json"), lambda *_: {})


def article(**fields: object) -> Article:
    return read_line(json.dumps(fields))[0]


def test_what_news_please_writes_is_understood() -> None:
    read = article(**NEWS_PLEASE)
    source = read.source
    assert read.text == BODY.replace("\n", "\n\n")
    assert source.file == "ports.jsonl:12"
    assert (source.title, source.publisher) == ("Port shut", "fjord.example")
    assert (source.author, source.language) == ("Ann Ode, Bo Dahl", "en")
    assert source.url == "https://fjord.example/port"
    assert source.published == "2026-03-13T08:15:00"
    assert source.retrieved == "2026-03-14T07:00:00"
    assert read.standfirst == "A port waits."


def test_what_trafilatura_writes_is_understood() -> None:
    read = article(**TRAFILATURA)
    source = read.source
    assert read.text == BODY.replace("\n", "\n\n")
    assert (source.publisher, source.author) == ("Fjord Post", "Ann Ode; Bo Dahl")
    assert (source.url, source.license) == ("https://fjord.example/port", "CC BY 4.0")
    assert (source.published, source.retrieved) == ("2026-03-13", "2026-03-14")


@pytest.mark.parametrize("nothing", [None, "", " ", "None", []])
def test_what_is_not_stated_is_absent(nothing: object) -> None:
    source = article(text=BODY, author=nothing, date=nothing, url=nothing, sitename=nothing).source
    assert (source.author, source.published, source.url, source.publisher) == (None,) * 4


def test_a_field_that_cannot_be_right_is_left_out_with_a_warning() -> None:
    line = json.dumps({"text": BODY, "date": "last week", "url": "fjord.example/port"})
    read, warnings = read_line(line)
    assert (read.source.published, read.source.url) == (None, None)
    assert warnings == (
        "ports.jsonl:12: 'url' is 'fjord.example/port', which is no web address.",
        "ports.jsonl:12: 'date' is 'last week', which is no full date.",
    )


@pytest.mark.parametrize(
    ("line", "place", "what"),
    [
        ('{"title": "Port", }', Place("ports.jsonl", 12, 19), "This is no JSON"),
        ("The port is shut.", Place("ports.jsonl", 12, 1), "This is no JSON"),
        ("[" * 100_000, Place("ports.jsonl:12"), "nested too deep"),
        ('["The port is shut."]', Place("ports.jsonl:12"), "no article"),
        ('{"title": "Port"}', Place("ports.jsonl:12"), "has no text"),
        ('{"text": ["The port"]}', Place("ports.jsonl:12"), "has no text"),
    ],
)
def test_a_line_that_is_no_article_is_named(line: str, place: Place, what: str) -> None:
    with pytest.raises(SeedError, match=what) as caught:
        read_line(line)
    assert caught.value.at == place
    assert str(caught.value).startswith("ports.jsonl:12:")
    assert caught.value.fix


@pytest.mark.parametrize("name", ["ports.jsonl", "ports.ndjson.gz"])
def test_every_line_of_a_file_is_a_seed_named_by_its_number(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    raw = b'{"text": "a"}\n\n{"text": "b"}\r\n{"text": "c"}'
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    found = list(open_archive(path))
    assert [seed.file for seed in found if isinstance(seed, Seed)] == [
        f"{name}:1", f"{name}:3", f"{name}:4",
    ]  # fmt: skip
    assert [seed.raw for seed in found if isinstance(seed, Seed)][1:] == [
        b'{"text": "b"}', b'{"text": "c"}',
    ]  # fmt: skip


def test_a_line_too_long_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ports.jsonl"
    path.write_bytes(b"x" * (2 * MAX_BYTES + 5) + b'\n{"text": "b"}\n')
    problem, seed = open_archive(path)
    assert isinstance(problem, SeedError)
    assert problem.at == Place("ports.jsonl:1")
    assert isinstance(seed, Seed)
    assert seed.file == "ports.jsonl:2"


def test_a_file_cut_short_gives_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "ports.jsonl.gz"
    lines = b"".join(b'{"text": "%d"}\n' % number for number in range(50_000))
    path.write_bytes(gzip.compress(lines)[:-2000])
    *seeds, problem = open_archive(path)
    assert len(seeds) > 1000
    assert isinstance(problem, SeedError)
    assert "to its end" in problem.what


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = open_archive(tmp_path / "none.jsonl")
    assert str(problem) == (
        "none.jsonl: The file cannot be read to its end: no such file or directory. "
        "Check that it is there and whole."
    )
