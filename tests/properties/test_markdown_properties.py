"""Markdown is read by the quickest way that gives what Python-Markdown gives."""

from __future__ import annotations

import nh3
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.render.markdown import ATTRIBUTES, SCHEMES, TAGS, to_html

SIGNS = [
    "*",
    "_",
    "`",
    "\\",
    "[",
    "]",
    "(",
    ")",
    "!",
    "<",
    ">",
    "&",
    "amp;",
    "#",
    "-",
    "+",
    "=",
    ":",
]
WORDS = [
    "mayor",
    "b",
    "3.",
    "12)",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r",
    "\t",
    "    ",
    "\xa0",
    '"',
    "'",
    "|",
    "~",
]
MARKS = ["https://a.example", "x@a.example", "[x]: /y", "![a](b)", "[a](b)", "<b>", "</b>", "<div>"]
texts = st.lists(
    st.sampled_from([*SIGNS, *WORDS, *MARKS]) | st.characters(codec="utf-8"), max_size=20
)


def whole(text: str) -> str:
    """Return what Python-Markdown makes of a field, with nothing left out, cleaned."""
    html = Markdown(extensions=["sane_lists"], output_format="html").convert(text)
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener"
    )


@given(texts.map("".join).map(str.strip))
def test_no_way_of_reading_markdown_gives_anything_else(text: str) -> None:
    if not any(character < " " and character not in "\t\n\r" for character in text):  # as in YAML
        assert str(to_html(text) or "") == whole(text)
