"""Interviews without labels -> what is answered: the paragraphs between questions to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from generator.extract.quotation_marks import MARKS
from generator.language.tree import Document, Sentence
from generator.model import Span

_ONESELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s)\b")
_FEWEST_QUESTIONS = 3
_LONGEST_QUESTION = 40
"""Words; what asks more is an answer that wonders."""
_ADDRESSED = frozenset({"you", "your"})

Paragraph = list[Sentence]


def find_answers(document: Document) -> tuple[Span, ...]:
    """Return the answers of an interview that labels nobody; none in any other text.

    A question is a short paragraph that asks and says no `I`; most answers say one. A sentence
    between two answers that says none is put to whoever answers: `But that was years ago.`
    """
    paragraphs = [list(p) for _, p in groupby(document.sentences, key=attrgetter("paragraph"))]
    asked = [n for n, paragraph in enumerate(paragraphs) if _asks(document, paragraph)]
    answered = [paragraphs[n + 1] for n in asked if n + 1 < len(paragraphs) and n + 1 not in asked]
    personal = sum(_is_personal(document, paragraph) for paragraph in answered)
    addressed = any(not _ADDRESSED.isdisjoint(s.words) for n in asked for s in paragraphs[n])
    if not addressed or personal < max(_FEWEST_QUESTIONS, len(asked) / 2):
        return ()
    ends = (*asked[1:], len(paragraphs))
    turns = zip(asked, ends, strict=True)
    return tuple(s for n, end in turns for s in _answers(document, paragraphs[n + 1 : end]))


def _answers(document: Document, said: list[Paragraph]) -> Iterator[Span]:
    """Yield the paragraphs of one answer, without what is put in between or stands below."""
    for n, paragraph in enumerate(said):
        if not n or len(paragraph) > 1 or _is_personal(document, paragraph):
            yield Span(paragraph[0].start, paragraph[-1].end)


def _asks(document: Document, paragraph: Paragraph) -> bool:
    text = document.text[paragraph[0].start : paragraph[-1].end]
    asks = any(document.text[s.end - 1] == "?" for s in paragraph) and text[0] not in MARKS
    addressed = any(not _ADDRESSED.isdisjoint(s.words) for s in paragraph)
    short = len(text.split()) <= _LONGEST_QUESTION
    return asks and short and (addressed or not _is_personal(document, paragraph))


def _is_personal(document: Document, paragraph: Paragraph) -> bool:
    return bool(_ONESELF.search(document.text, paragraph[0].start, paragraph[-1].end))
