"""A sentence and a time expression in it -> a mention of a time, with its head and its days."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.times.date_shapes import Weekday
from generator.extract.times.dates import Expression
from generator.extract.times.day_spans import Days
from generator.language.tree import Sentence, Token

ATTRIBUTIVE = frozenset({"compound", "nmod:poss", "amod"})
"""How a time hangs on what happens then: "Monday's debate", "the July vote"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A time expression in its sentence, with the days that it means where they can be known."""

    sentence: Sentence
    expression: Expression
    text: str
    days: Days | None
    weight: float = 0.0

    @property
    def key(self) -> str:
        """Return what two mentions of one time share: the days, or else the words."""
        if self.days and not self.expression.is_clock:
            return self.days.iso()
        if isinstance(self.expression.shape, Weekday) and self.expression.shape.which != "next":
            return f"weekday {self.expression.shape.weekday}"
        return self.text.lower().removeprefix(self.expression.lead).strip()


def tokens_of(sentence: Sentence, expression: Expression) -> list[Token]:
    """Return the tokens that an expression covers."""
    return [t for t in sentence.tokens if t.start < expression.end and t.end > expression.start]


def head_of(sentence: Sentence, expression: Expression) -> Token | None:
    """Return the token of an expression that the others hang on, not "in" of "in Monday's vote"."""
    inside = tokens_of(sentence, expression)
    indices = {t.index for t in inside}
    heads = [t for t in inside if t.head not in indices]
    return next((t for t in heads if t.label != "case"), heads[0] if heads else None)
