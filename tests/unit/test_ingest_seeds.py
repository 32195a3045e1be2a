from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import ContentError, Place, SeedError
from generator.ingest import MAX_BYTES, Seed, find_seeds, read, read_seed

NOTE = b"The port is shut. It will open on Monday.\n"


def no_yaml(text: str, path: str, first_line: int = 1) -> Mapping[str, object]:
    raise ContentError("This is not YAML.", Place(path, first_line, 1), "Mend it.")


def pairs(text: str, path: str, first_line: int = 1) -> Mapping[str, object]:
    del path, first_line
    return dict(line.split(": ", 1) for line in text.splitlines() if line)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    return tmp_path


def put(site: Path, name: str, raw: bytes = NOTE) -> Path:
    path = site / "seeds" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    return path


def problem(path: Path, site: Path) -> SeedError:
    with pytest.raises(SeedError) as caught:
        read_seed(path, site, no_yaml)
    assert caught.value.fix
    return caught.value


def test_source_names_the_file_below_the_site_and_its_digest(site: Path) -> None:
    article, warnings = read_seed(put(site, "port.txt"), site, no_yaml)
    assert article.source.file == "seeds/port.txt"
    assert article.source.sha256 == hashlib.sha256(NOTE).hexdigest()
    assert article.source.encoding == "utf-8"
    assert article.source.published is None
    assert len(article.segments) == 2
    assert warnings == ()


def test_a_file_elsewhere_goes_by_its_name(site: Path) -> None:
    path = put(site, "port.txt")
    assert read_seed(path, site / "other", no_yaml)[0].source.file == "port.txt"


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_a_problem(site: Path, raw: bytes) -> None:
    error = problem(put(site, "port.txt", raw), site)
    assert error.what == "The file is empty."
    assert error.at == Place("seeds/port.txt")


def test_a_page_without_text_is_a_problem(site: Path) -> None:
    assert "No text" in problem(put(site, "port.html", b"<html><nav>Home</nav></html>"), site).what


def test_a_file_over_the_limit_is_a_problem(site: Path) -> None:
    path = put(site, "port.txt")
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES + 1)
    assert "20 MB" in problem(path, site).what


def test_a_missing_file_is_a_problem(site: Path) -> None:
    assert "cannot be read" in problem(site / "seeds" / "none.txt", site).what


def test_a_folder_is_not_a_file(site: Path) -> None:
    assert problem(site / "seeds", site).what == "This is not a regular file."


def test_a_link_out_of_the_site_is_a_problem(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "port.txt"
    outside.write_bytes(NOTE)
    link = site / "seeds" / "port.txt"
    link.symlink_to(outside)
    assert "outside the site" in problem(link, site).what


def test_a_link_in_a_circle_is_a_problem(site: Path) -> None:
    link = site / "seeds" / "port.txt"
    link.symlink_to(link)
    assert "cannot be read" in problem(link, site).what


def test_a_link_within_the_site_is_followed(site: Path) -> None:
    put(site, "port.txt")
    link = site / "seeds" / "again.txt"
    link.symlink_to("port.txt")
    assert read_seed(link, site, no_yaml)[0].source.file == "seeds/again.txt"


def test_front_matter_without_an_end_is_shown_where_it_begins(site: Path) -> None:
    error = problem(put(site, "port.md", b"---\ntitle: Port\n\nThe port is shut.\n"), site)
    assert error.at == Place("seeds/port.md", 1, 1)


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        ("date: 3/4/2024", 7, "not understood as a date"),
        ("published: 2024-02-30", 12, "no day of the calendar"),
        ("url: coast.example", 6, "no web address"),
    ],
)
def test_a_wrong_field_is_shown_at_its_line_and_column(
    site: Path, line: str, column: int, words: str
) -> None:
    raw = f"---\r\ntitle: Port\r\n{line}\r\n---\r\nThe port is shut.\r\n".encode()
    with pytest.raises(SeedError, match=words) as caught:
        read_seed(put(site, "port.md", raw), site, pairs)
    assert caught.value.at == Place("seeds/port.md", 3, column)


def test_a_misspelt_field_is_a_warning_and_a_foreign_one_is_not() -> None:
    raw = b"---\npublshed: 2024-03-03\nlayout: post\n---\nThe port is shut.\n"
    _, (warning,) = read(Seed("port.md", raw, "md"), pairs)
    assert warning.startswith("port.md:2:11: ")
    assert "Did you mean 'published'?" in warning


def test_a_yaml_mistake_is_told_as_the_reader_of_yaml_tells_it(site: Path) -> None:
    with pytest.raises(ContentError, match="not YAML") as caught:
        read_seed(put(site, "port.md", b"---\n{\n---\nThe port is shut.\n"), site, no_yaml)
    assert caught.value.at == Place("seeds/port.md", 2, 1)


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (b"<!DOCTYPE html><title>Port shut</title><p>The port is shut.</p>", "Port shut"),
        (b"---\ntitle: Port shut\n---\nThe port is shut.", "Port shut"),
        (b"The port is shut.", None),
    ],
)
def test_without_a_suffix_the_opening_tells_the_kind(raw: bytes, title: str | None) -> None:
    article, _ = read(Seed("standard-input", raw), pairs)
    assert article.source.title == title
    assert article.text == "The port is shut."


def test_a_file_and_a_folder_are_a_briefing_each(site: Path) -> None:
    put(site, "b.txt")
    put(site, "a/2.md")
    put(site, "a/1.HTML")
    put(site, ".hidden.txt")
    found = find_seeds(site / "seeds")
    names = {
        name: [path.relative_to(site).as_posix() for path in paths]
        for name, paths in found.groups.items()
    }
    assert names == {"a": ["seeds/a/1.HTML", "seeds/a/2.md"], "b": ["seeds/b.txt"]}
    assert not found.problems
    assert len(list(found)) == 3


def test_what_is_no_seed_is_told_and_the_others_go_through(site: Path) -> None:
    put(site, "a.txt")
    put(site, "a.md")
    put(site, "notes.docx")
    put(site, "noted")
    (site / "seeds" / "deep" / "deeper").mkdir(parents=True)
    found = find_seeds(site / "seeds")
    assert [path.name for path in found] == ["a.md"]
    assert [str(error.at) for error in found.problems] == [
        "seeds/a.txt",
        "seeds/deep/deeper",
        "seeds/noted",
        "seeds/notes.docx",
    ]


def test_a_folder_that_is_not_there_is_a_problem(site: Path) -> None:
    with pytest.raises(SeedError, match="cannot be read"):
        find_seeds(site / "none")


@pytest.mark.parametrize(
    "hostile",
    [
        "AAA, " + "A" * 3000,
        "at" * 130 + "! 3 March 2024",
        "|" * 100_000 + "x",
        "# " + " #" * 50_000 + "x",
        "By " + "A " * 140,
        " — ".join(["Aa"] * 70),
        '"' * 50_000,
    ],
    ids=lambda text: text[:8],
)
@pytest.mark.parametrize("kind", ["txt", "md"])
@pytest.mark.usefixtures("ends")
def test_hostile_lines_take_no_longer_than_their_length(hostile: str, kind: str) -> None:
    read(Seed("a", f"{hostile}\n\nThe port is shut, she said.".encode(), kind), pairs)
