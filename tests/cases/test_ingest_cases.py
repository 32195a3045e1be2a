"""Each file in ingest/ is a seed and what is to be read from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.ingest import Seed, read
from generator.model import Article

CASES = sorted((Path(__file__).parent / "ingest").glob("*.case"))
FIELDS = (
    *("title", "publisher", "author", "published", "retrieved"),
    *("url", "language", "license"),
)


def plain_yaml(text: str, path: str, first_line: int = 1) -> Mapping[str, object]:
    del path, first_line
    return dict(line.split(": ", 1) for line in text.splitlines() if line)


def described(article: Article) -> str:
    stated = [f"{name}: {value}" for name in FIELDS if (value := getattr(article.source, name))]
    if article.standfirst:
        stated.append(f"standfirst: {article.standfirst}")
    lines, paragraph = list[str](), -1
    for segment in article.segments:
        if segment.paragraph != paragraph:
            lines.append("")
        paragraph = segment.paragraph
        mark = "#" if segment.heading else "-"
        lines.append(f"{mark} {article.text[segment.start : segment.end]}")
    return "\n".join([*stated, *lines]).lstrip("\n")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    source, expected = case.read_text(encoding="utf-8").split("\n=====\n")
    kind = case.name.split(".")[-2]
    article, warnings = read(Seed(f"seeds/story.{kind}", source.encode(), kind), plain_yaml)
    assert described(article) == expected.strip("\n")
    assert not warnings
