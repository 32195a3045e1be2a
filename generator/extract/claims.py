"""A claim, who attributes what in a sentence by which word -> the text that it carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.complements import ClaimForm
from generator.language.tree import Sentence, Token
from generator.model import Span

_QUALIFYING = frozenset({"although", "though", "while", "but", "despite"})
TRIMMED = frozenset(",.;:!?—–-―")


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution inside one sentence, in tokens."""

    sentence: int
    cue: Token
    lemma: str
    source: Token | None
    """The head of the noun phrase that names who says it."""
    content: tuple[Token, ...]
    form: ClaimForm
    negated: bool = False


def spans(sentence: Sentence, claim: Claim) -> tuple[Span, ...]:
    """Return the text of a claim: one stretch on each side of its cue, stops left out.

    A word of the content that the parse hung elsewhere is thus taken in again; words without a
    verb on one side of a clause that stands on the other are none of it.
    """
    before = [token for token in claim.content if token.index < claim.cue.index]
    after = [token for token in claim.content if token.index > claim.cue.index]
    if before and after and _is_afterthought(sentence, claim, after):
        after = []
    if claim.form == "clause" and after and not any(t.tag.startswith("VB") for t in before):
        before = []
    runs = [
        list(sentence.tokens[side[0].index : side[-1].index + 1])
        for side in (sorted(side, key=lambda t: t.index) for side in (before, after))
        if side
    ]
    return tuple(Span(run[0].start, run[-1].end) for run in map(_trim, runs) if run)


def _is_afterthought(sentence: Sentence, claim: Claim, after: Sequence[Token]) -> bool:
    """Tell whether a clause behind the cue only qualifies: `it failed, she said, although …`."""
    inside = {token.index for token in claim.content}
    head = next(token for token in claim.content if token.head not in inside)
    opening = next((t for t in after if t.text[:1].isalnum()), None)
    joined = opening is not None and opening.text.lower() in _QUALIFYING
    return claim.form == "clause" and head.index < claim.cue.index and joined


def _trim(run: list[Token]) -> list[Token]:
    first, last = 0, len(run)
    while first < last and (run[first].text in TRIMMED or run[first].label == "cc"):
        first += 1
    while last > first and run[last - 1].text in TRIMMED:
        last -= 1
    return run[first:last]
