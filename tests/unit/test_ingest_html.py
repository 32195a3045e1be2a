from __future__ import annotations

import time

import pytest

from generator.errors import SeedError
from generator.ingest.html import MAX_CHARACTERS, read_html, tame

LONG = "The harbour office said on Sunday that both ports would stay shut until the pumps came. "


def test_an_element_with_most_of_the_text_is_kept_whatever_its_class() -> None:
    page = f'<body><div class="related social"><p>{LONG * 5}</p></div></body>'
    assert read_html(page, "a.html").paragraphs


def test_deep_nesting_keeps_the_text() -> None:
    page = "<div>" * 3000 + f"<p>{LONG}</p>" + "</div>" * 3000
    assert [p.text for p in read_html(page, "a.html").paragraphs] == [LONG.strip()]


def test_taming_leaves_an_ordinary_page_alone() -> None:
    page = f'<!doctype html><div class="a"><p title="1 > 0">{LONG}<br>don\'t</p></div>'
    assert tame(page) == page


@pytest.mark.parametrize(
    "hostile",
    [
        "<!--" * 50_000,
        "<" * 200_000,
        "<a " * 100_000,
        "<p " + " ".join(f'x{n}="<>"' for n in range(50_000)) + ">",
        "<div>" * 100_000,
        '<a b="' * 50_000,
        "<ul><li>" * 30_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        "&" * 200_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_pages_take_no_longer_than_their_length(hostile: str) -> None:
    begun = time.process_time()
    read_html(f"<html><body><p>{LONG}</p>{hostile}</body></html>", "a.html")
    assert time.process_time() - begun < 5


def test_a_page_beyond_all_measure_is_refused() -> None:
    with pytest.raises(SeedError, match="no article is as long"):
        read_html("x" * (MAX_CHARACTERS + 1), "a.html")


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta name="date" content="2024-03-03T10:15+01:00">', "published", "2024-03-03T10:15+01:00"),  # noqa: E501
        ('<time datetime="2024-03-03">3 March</time>', "published", "2024-03-03"),
        ("<title>Port shut – Coast Courier</title>", "publisher", "Coast Courier"),
        ('<link rel="canonical" href="https://coast.example/a">', "url", "https://coast.example/a"),
        ('<link rel="canonical" href="javascript:alert(1)">', "url", None),
        ('<meta name="author" content="https://coast.example/ida">', "author", None),
        ('<meta name="author" content="By Ida Holm">', "author", "Ida Holm"),
        ('<script type="application/ld+json">{broken</script>', "title", None),
        ('<meta property="og:locale" content="en_GB">', "language", "en-GB"),
    ],
)  # fmt: skip
def test_metadata_is_found_where_a_page_states_it(head: str, field: str, value: str | None) -> None:
    page = f"<html><head>{head}</head><body><p>{LONG}</p></body></html>"
    assert getattr(read_html(page, "a.html").metadata, field) == value
