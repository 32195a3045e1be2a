from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import SeedError
from generator.ingest import Seed, read, segment

PIECES = st.sampled_from(
    [
        "The port",
        " is shut",
        ". ",
        "? ",
        "! ",
        "… ",
        "“",
        "”",
        '"',
        "’",
        "\n",
        "\n\n",
        "Mr. ",
        "U.S. ",
        "6 p.m. ",
        "No. 4 ",
        "— ",
        "- ",
        "LINDHOLM (KNA) — ",
        "By Ida Holm",
        "3 March 2024",
        "Source: Coast Courier",
        "# ",
        "* ",
        "_",
        "<p>",
        "</p>",
        "<",
        "&amp;",
        "[",
        "](",
        ")",
        "`",
        "👩‍🚒",
        "كلمة",
        "。",
        "e\u0301",
        "\u00ad",
        "\t",
        "\r\n",
        "---\n",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))


def no_fields(text: str, path: str, first_line: int = 1) -> Mapping[str, object]:
    del text, path, first_line
    return {}


@given(TEXTS)
def test_segments_come_in_order_without_overlap(text: str) -> None:
    end = 0
    for part in segment(text):
        assert end <= part.start < part.end
        assert text[part.start : part.end] == text[part.start : part.end].strip()
        end = part.end
    assert bool(end) == bool(text.strip())


@given(st.text(alphabet="abcé .,!?'”“\n"))
def test_segments_cover_all_of_a_text_without_captions(text: str) -> None:
    end = 0
    for part in segment(text):
        assert not text[end : part.start].strip()
        end = part.end
    assert not text[end:].strip()


@given(TEXTS)
def test_words_are_ordered_and_cover_their_segment(text: str) -> None:
    for part in segment(text):
        end = part.start
        for word in part.words:
            assert end <= word.start < word.end <= part.end
            end = word.end


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["txt", "md", "html"]))
def test_every_text_is_read_or_refused_and_comes_out_clean(text: str, kind: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    try:
        article, _ = read(Seed(f"story.{kind}", raw, kind), no_fields)
    except SeedError as error:
        assert error.at
        assert error.fix
        return
    assert article.text == unicodedata.normalize("NFC", article.text).strip()
    assert not re.search(r"\n{3,}|\n |[\r\t\0\u00ad\ufeff]|  ", article.text)
    paragraphs = article.text.split("\n\n")
    for part in article.segments:
        assert article.text[part.start : part.end] in paragraphs[part.paragraph]


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        read(Seed("story.txt", raw, "txt"), no_fields)
    except SeedError as error:
        assert error.fix
