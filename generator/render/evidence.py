"""Evidence as pages show it: the exact words, their neighbours and the way to the source."""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encode

from generator.model import Evidence, Source

from .content import ArticleText
from .quoting import Allowance, is_open, piece, sentence_at, shorten
from .views import EvidenceView

FRAGMENT_WORDS = 8
"""A text fragment of more words is written as its first and last few, as browsers advise."""
FRAGMENT_ENDS = 4
UNLIMITED = Allowance(words=10**6, neighbours=10**6)

_SPACE = re.compile(r"\s+")


def show_evidence(
    evidence: Evidence, source: Source, article: ArticleText | None, granted: Allowance
) -> EvidenceView:
    """Return evidence with as much around it as may be shown."""
    granted = UNLIMITED if is_open(source) else granted
    before, quote, after = _pieces(evidence, article, granted)
    return EvidenceView(
        before=before,
        quote=quote,
        after=after,
        cut=len(quote) < len(evidence.quote.strip()),
        sentence=_sentence_number(evidence, article),
        source=None,
        url=text_fragment(source.url, quote) if source.url and not evidence.lost else None,
        lost=evidence.lost,
    )


def _pieces(
    evidence: Evidence, article: ArticleText | None, granted: Allowance
) -> tuple[str, str, str]:
    """Return the words before, the exact words and the words after, spaces made plain."""
    start, end = evidence.start, evidence.end
    if article is None or start is None or end is None:
        return "", _plain(shorten(evidence.quote, granted.words)).strip(), ""
    if article.text[start:end] != evidence.quote:
        return "", _plain(shorten(evidence.quote, granted.words)).strip(), ""
    first, start, end, last = piece(article, start, end, granted)
    before, quote, after = (
        _plain(part)
        for part in (article.text[first:start], article.text[start:end], article.text[end:last])
    )
    sentence = sentence_at(article, first)
    starts_late = sentence is not None and article.sentences[sentence][0] < first
    return ("… " if starts_late else "") + before, quote, after + _dots(article, last)


def _dots(article: ArticleText, last: int) -> str:
    """Return an ellipsis where the shown words stop before their sentence does."""
    sentence = sentence_at(article, max(0, last - 1))
    if sentence is None or last >= article.sentences[sentence][1]:
        return ""
    rest = article.text[last : article.sentences[sentence][1]]
    return " …" if any(letter.isalnum() for letter in rest) else ""


def _plain(text: str) -> str:
    """Return a text with every run of white space as one space."""
    return _SPACE.sub(" ", text)


def _sentence_number(evidence: Evidence, article: ArticleText | None) -> int | None:
    """Return the number of the sentence, from 1, as stated or as found in the text."""
    if evidence.sentence is not None:
        return evidence.sentence + 1
    if article is None or evidence.start is None:
        return None
    index = sentence_at(article, evidence.start)
    return None if index is None else index + 1


def text_fragment(url: str, quote: str) -> str:
    """Return a link that opens a page on these words, where the browser can."""
    words = quote.split()
    if not words:
        return url
    if len(words) > FRAGMENT_WORDS:
        ends = [" ".join(words[:FRAGMENT_ENDS]), " ".join(words[-FRAGMENT_ENDS:])]
    else:
        ends = [" ".join(words)]
    directive = ",".join(percent_encode(end, safe="").replace("-", "%2D") for end in ends)
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"
