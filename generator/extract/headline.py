"""A reading with its statements -> title and summary, where the article states none."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.reading import Reading
from generator.model import Draft, What

LONGEST_TITLE = 90
"""Characters."""
SHORTEST_TITLE = 30
"""Characters: a cut never leaves less."""
SUMMARY_STATEMENTS = 2
CUTS = (
    ", ",
    " – ",
    " — ",
    "; ",
    " which ",
    " who ",
    " after ",
    " while ",
    " because ",
    " as ",
    " for ",
    " on ",
    " in ",
    " to ",
)
"""Where a statement may be cut to fit a title, the mildest loss first."""


def add_headline(reading: Reading, draft: Draft) -> Draft:
    """Return the draft with a title and a summary."""
    source = reading.document.article.source
    title = source.title or _shortened(_told(reading, draft.what)) or draft.title
    summary = reading.document.article.standfirst or _summary(draft.what)
    return draft.model_copy(update={"title": title, "summary": summary})


def _told(reading: Reading, statements: Sequence[What]) -> str:
    """Return the main statement; where nothing is stated, how the article begins."""
    if statements:
        return statements[0].statement
    opening = next((s for s in reading.document.sentences if s.tokens), None)
    return reading.document.words(opening.start, opening.end) if opening else ""


def _shortened(text: str) -> str:
    """Return a sentence as a title, cut at a natural place where it is too long."""
    text = text.rstrip(".")
    for cut in CUTS:
        while len(text) > LONGEST_TITLE and cut in text[SHORTEST_TITLE:]:
            text = text[: text.rindex(cut)]
    if len(text) > LONGEST_TITLE:
        text = text[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return text


def _summary(statements: Sequence[What]) -> str | None:
    """Return the first statements as a short paragraph."""
    return " ".join(w.statement for w in statements[:SUMMARY_STATEMENTS]) or None
