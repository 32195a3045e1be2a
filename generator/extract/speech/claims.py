"""A claim, who attributes what in a sentence by which word -> the text that it carries."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from generator.extract.grammar.complements import ClaimForm
from generator.extract.grammar.holders import base_form, speaks
from generator.extract.times.date_meanings import DAYS, MONTHS
from generator.extract.words.asides import SUBJECTS
from generator.language.tree import Sentence, Token
from generator.model import Span

WHEN_SAID = (
    frozenset((*DAYS, *MONTHS)) - {"may"}
    | frozenset("today yesterday earlier later week month night afternoon morning evening".split())
    | frozenset("statement letter interview email speech report filing tweet post note".split())
)
"""Words of when, or by what means, something was said."""
_ASIDE_MARKS = frozenset("()—–") | {"--"}
SAYINGS = frozenset({"adage", "maxim", "motto", "phrase", "proverb", "saying"})
"""What is said by everybody, and by nobody in particular."""
TRIMMED = frozenset(",.;:!?—–-―") | {"--"}


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
    cited: Token | None = None
    """The head of the noun phrase for whoever told of it: `…, according to two aides`."""


def is_by_nobody(sentence: Sentence, cue: Token, source: Token | None) -> bool:
    """Recognise "as the phrase notes", and "what hikers would call", which nobody has called so."""
    if base_form(cue) == "call" and any(t.tag == "MD" for t in sentence.children(cue, "aux")):
        return True
    return source is not None and source.text.islower() and base_form(source) in SAYINGS


def spans(sentence: Sentence, claim: Claim) -> tuple[Span, ...]:
    """Return the text of a claim: one stretch on each side of its cue, stops left out.

    A word of the content that the parse hung elsewhere is thus taken in again; words without a
    verb on one side of a clause that stands on the other are none of it.
    """
    content = _in_its_aside(sentence, claim)
    before = [token for token in content if token.index < claim.cue.index]
    after = [token for token in content if token.index > claim.cue.index]
    if all(t.tag[0] in "WI," for t in before):  # `at which, she said, it failed`
        before = []
    after = _up_to_speech(sentence, _from_its_subject(sentence, claim, after))
    runs = [
        list(sentence.tokens[side[0].index : side[-1].index + 1])
        for side in (sorted(side, key=attrgetter("index")) for side in (before, after))
        if side
    ]
    return tuple(Span(run[0].start, run[-1].end) for run in map(_trim, runs) if run)


def _in_its_aside(sentence: Sentence, claim: Claim) -> list[Token]:
    """Return what is said within the aside that a cue stands in: `Owen — no relation, he said —`.

    An aside that says nothing itself tells of the words around it: `it failed (so Reis says)`.
    """
    marks = [t for t in sentence.tokens if t.text in _ASIDE_MARKS]
    at = sum(t.index < claim.cue.index for t in marks)
    if at % 2 == 0 or at == len(marks):
        return list(claim.content)
    first, last = marks[at - 1].index, marks[at].index
    teller = sentence.subtree(claim.source) if claim.source else ()
    own = [t for t in sentence.tokens[first : claim.cue.index] if t not in teller]
    says = any(t.tag.startswith("NN") for t in own)
    return [t for t in claim.content if not says or first < t.index < last]


def _up_to_speech(sentence: Sentence, after: list[Token]) -> list[Token]:
    """Cut where another verb of saying stands between: `praised it | and said it was “fair”`."""
    inside, ordered = {t.index for t in after}, sorted(after, key=attrgetter("index"))
    between = sentence.tokens[ordered[0].index : ordered[-1].index] if ordered else ()
    speech = next((t.index for t in between if t.index not in inside and speaks(t)), None)
    return [t for t in ordered if speech is None or t.index < speech]


def head_of(claim: Claim) -> Token:
    """Return the token that governs what is claimed."""
    inside = {token.index for token in claim.content}
    return next(token for token in claim.content if token.head not in inside)


def is_infinitive(sentence: Sentence, claim: Claim) -> bool:
    """Tell what is to be done from what is so: `told them to leave`."""
    head = head_of(claim)
    mark = sentence.child(head, "mark")
    bare = sentence.child(head, *SUBJECTS) is None
    return bare and mark is not None and mark.text.lower() == "to"


def _from_its_subject(sentence: Sentence, claim: Claim, after: list[Token]) -> list[Token]:
    """Cut when or where it was said before what was: `said on Sunday | it stood by that`."""
    head = head_of(claim)
    subject, mark = sentence.child(head, *SUBJECTS, "expl"), sentence.child(head, "mark")
    opening = subject if mark is None or (subject and mark.tag == "TO") else mark
    if claim.form != "clause" or opening is None or opening not in after:
        return after
    begin = min(t.index for t in (opening, *sentence.subtree(opening)))
    before = [token for token in after if token.index < begin]
    said_then = any(t.text.casefold() in WHEN_SAID for t in before)
    joined = opening.text == "that" or (said_then and not any(t.text == "," for t in before))
    return [t for t in after if t.index >= begin] if joined else after


def _trim(run: list[Token]) -> list[Token]:
    first, last = 0, len(run)
    while first < last and (run[first].text in TRIMMED or run[first].label == "cc"):
        first += 1
    while last > first and run[last - 1].text in TRIMMED:
        last -= 1
    return run[first:last]


def cue_span(sentence: Sentence, cue: Token) -> Span:
    """Return the cue with the words that belong to it: `has said`, `according to`."""
    parts = sentence.children(cue, "aux", "aux:pass", "compound:prt", "fixed")
    run = {cue.index, *(part.index for part in parts)}
    if cue.text.lower() == "according" and cue.index + 1 < len(sentence.tokens):
        run.add(cue.index + 1)
    first = last = cue.index
    while first - 1 in run:
        first -= 1
    while last + 1 in run:
        last += 1
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)
