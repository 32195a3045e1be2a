"""A document with its quotations and claims side by side, each found by its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from generator.extract.quotation_marks import Quotation
from generator.extract.reading import within
from generator.extract.speech.claims import Claim
from generator.language.tree import Document, Sentence, Token
from generator.model import Span


@dataclass(frozen=True)
class Scene:
    """A document with its quotations and claims side by side."""

    document: Document
    quotations: tuple[Quotation, ...]
    claims: tuple[Claim, ...] = field(default=())

    @property
    def title(self) -> str:
        """The title of the article; empty where it has none."""
        return self.document.article.source.title or ""

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.document.sentences]

    @cached_property
    def _is_quoted(self) -> Callable[[int], bool]:
        return within([piece for quotation in self.quotations for piece in quotation.pieces])

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that an offset lies in or follows."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        return self.document.sentences[index]

    def sentences_of(self, quotation: Quotation) -> tuple[Sentence, ...]:
        """Return the sentences that a quotation touches."""
        first = self.sentence_at(quotation.start).index
        last = self.sentence_at(max(quotation.end - 1, quotation.start)).index
        return self.document.sentences[first : last + 1]

    def is_quoted(self, token: Token) -> bool:
        """Tell whether a token stands inside quotation marks."""
        return self._is_quoted(token.start)

    def within(self, span: Span) -> tuple[Quotation, ...]:
        """Return the quotations that overlap a stretch of text."""
        starts = self._quotation_starts
        first = max(bisect_right(starts, span.start) - 1, 0)
        return tuple(
            quotation
            for quotation in self.quotations[first : bisect_right(starts, span.end)]
            if any(piece.start < span.end and span.start < piece.end for piece in quotation.pieces)
        )

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]
