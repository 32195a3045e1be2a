"""Whatever an editor writes, its HTML is clean and says what was written."""

from __future__ import annotations

import re
from html import unescape

import nh3
from hypothesis import given
from hypothesis import strategies as st

from generator.render.markdown import ATTRIBUTES, SCHEMES, TAGS, to_html, to_text

SIGNS = list("*_`\\[]()!<>&#-+=:|~ \n\t\r\xa0\"'")
WORDS = ["mayor", "amp;", "3.", "12)", "  ", "\n\n", "    "]
MARKS = ["https://a.example", "x@a.example", "[x]: /y", "![a](b)", "[a](b)", "<b>", "</b>", "<div>"]
HOSTILE = ["<script>", "javascript:", "<a href='", "onclick=", "<svg/onload=x>", "<!--", "]]>"]
texts = st.lists(
    st.sampled_from([*SIGNS, *WORDS, *MARKS, *HOSTILE]) | st.characters(codec="utf-8"), max_size=20
)
mild = st.lists(
    st.sampled_from(["*", "**", "_", "\n\n", "\n- ", "\n1. ", "\n2) ", " ", *WORDS])
    | st.characters(codec="utf-8", exclude_characters="<&>"),
    max_size=30,
)
"""What needs no cleaning more often than not."""
plain_words = st.lists(st.text(st.characters(categories=["L"]), min_size=1), min_size=1)


@given((texts | mild).map("".join))
def test_cleaning_finds_nothing_more_to_clean(text: str) -> None:
    html = str(to_html(text) or "")
    cleaned = nh3.clean(
        html, tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener"
    )
    assert cleaned == html


@given(texts.map("".join))
def test_no_tag_is_written_but_those_that_are_allowed(text: str) -> None:
    html = str(to_html(text) or "")
    assert set(re.findall(r"<\s*/?\s*([^\s/>]*)", html)) <= TAGS


@given(plain_words.map(" ".join))
def test_plain_words_are_a_paragraph_of_those_words(text: str) -> None:
    html = to_html(text)
    assert html
    assert unescape(str(html)) == f"<p>{text}</p>"
    assert to_text(html) == text
