"""Interviews, transcripts and headlines -> turns: a label, a colon, and the words that follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from generator.extract.quotation_marks import MARKS
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token
from generator.model import Span

_LABEL = re.compile(r"[\"“«‘]?([AQ]|[A-Z][\w.’'-]{1,24}(?: [A-Z][\w.’'-]{0,24}){0,3})[:.]\s+(?=\S)")
QUESTION, ANSWER = "Q", "A"
"""Labels of an interview: whoever asks, and whom the article is about."""
_INITIALS = 3
"""Letters."""
_TRANSCRIPT = 4
"""Turns of which nobody doubts that they are word for word, beside others."""
_TRANSCRIBED = re.compile(r"[A-Z][A-Z.’'-]+(?: [A-Z.’'-]+)*")
_REPORTING = frozenset(
    {"analysis", "expert", "official", "police", "poll", "report", "source", "study", "survey"}
)
"""Nouns that a headline puts before a colon for whoever says it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The words behind a label."""

    sentence: int
    label: Token
    colon: Span
    content: Span
    transcribed: bool
    """Word for word, as in a transcript; a headline gives the gist."""


def find_turns(document: Document, named: frozenset[tuple[int, int]]) -> tuple[Turn, ...]:
    """Return the turns of a document; `named` are the tokens (sentence, index) that name actors."""
    turns: list[Turn] = []
    ends: dict[int, int] = {}
    for _, paragraph in groupby(document.sentences, key=attrgetter("paragraph")):
        first, *others = paragraph
        ends[first.index] = end = (first, *others)[-1].end
        if turn := _turn(document, named, first, end):
            turns.append(turn)
        elif turns and _goes_on(document, turns[-1], first):
            turns[-1] = replace(turns[-1], content=Span(turns[-1].content.start, end))
    if sum(turn.transcribed for turn in turns) >= _TRANSCRIPT:
        turns = [_in_full(turn, ends[turn.sentence]) for turn in turns]
    lone = turns[0] if len(turns) == 1 else None
    if lone and lone.sentence == 0 and (0, lone.label.index) not in named:
        return ()  # a dateline: "PORT HALM: The quay is shut."
    labels = {turn.label.text for turn in turns}
    interview = {QUESTION, ANSWER} <= labels
    turns = [t for t in turns if interview or t.label.text not in {QUESTION, ANSWER}]
    asking = _interviewers(document, turns)
    return tuple(t for t in turns if t.label.text not in asking)


def _in_full(turn: Turn, end: int) -> Turn:
    """Return a turn of a transcript in which somebody is called by full name at first."""
    whole = replace(turn, content=Span(turn.content.start, end), transcribed=True)
    return turn if turn.transcribed else whole


def _interviewers(document: Document, turns: Sequence[Turn]) -> set[str]:
    """Return the initials behind which somebody asks more often than not: "RR: Is it over?"."""
    asked: dict[str, list[bool]] = {}
    for turn in turns:
        if turn.transcribed and len(turn.label.text) <= _INITIALS and turn.label.text != ANSWER:
            asks = document.text[turn.content.start : turn.content.end].rstrip().endswith("?")
            asked.setdefault(turn.label.text, []).append(asks)
    return {label for label, each in asked.items() if sum(each) > len(each) / 2}


def _goes_on(document: Document, turn: Turn, first: Sentence) -> bool:
    """Tell whether a paragraph right behind a turn is opened by a mark, as what goes on is."""
    between = document.text[turn.content.end : first.start]
    return turn.transcribed and not between.strip() and document.text[first.start] in MARKS


def _turn(
    document: Document, named: frozenset[tuple[int, int]], sentence: Sentence, end: int
) -> Turn | None:
    """Return the turn that a paragraph is, if its first words are a label."""
    match = _LABEL.match(document.text, sentence.start, end)
    if match is None:
        return None
    label = [t for t in sentence.tokens if match.start(1) <= t.start < match.end(1)]
    if not label:
        return None
    lettered = match[1] in {QUESTION, ANSWER}
    if match[0].rstrip().endswith(".") and not lettered:
        return None
    transcribed = lettered or bool(_TRANSCRIBED.fullmatch(match[1]))
    known = any((sentence.index, t.index) in named for t in label)
    if not (transcribed or known or lemma(label[-1].text, label[-1].tag).lower() in _REPORTING):
        return None
    whole = transcribed or match.end() >= sentence.end
    content = Span(match.end(), end if whole else sentence.end)
    colon = Span(match.end(1), match.end(1) + 1)
    return Turn(sentence.index, label[-1], colon, content, transcribed)
