"""Open questions against what newer briefings report: which of it may be the answer."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.check.findings import Filed, Finding, day_of
from generator.model import Briefing, Question

SHARED_WORDS = 3
"""Content words that a question, with the names it is about, shares with its answer at least."""
SHARED_BEYOND_NAMES = 2
"""Those of them that are no part of a name: with fewer, every statement about the same two actors
would be taken for an answer."""
SHARED_AROUND = 2
"""Words of the names in both briefings from which on they are of one story, where a question
itself names nobody: "when will the footbridge be ready"."""
COMMON = 0.05
"""The share of all statements from which on a word tells nothing."""
FEW, MANY = 40, 500
"""Statements up to which every word tells something, and beyond which none does."""
STEM = 5
"""Letters by which words are compared: enough for `close`, `closed` and `closure` to meet."""

_WH_WORDS = frozenset({"How", "What", "When", "Where", "Which", "Who", "Whose", "Why"})
_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset(
    "the and will would with from that this which what when where whose whom who how has have had "
    "does did are was were been being not yet for its his her their them they she can could may "
    "might must shall should into out over than then there about after before any all some".split()
)


class _Statement(NamedTuple):
    day: datetime.date
    briefing: str
    text: str
    planned: bool
    names: frozenset[str]
    """Words of the names of all actors and places of its briefing."""


def check_answers(filed: Sequence[Filed]) -> Iterator[tuple[Filed, Finding]]:
    """Find open questions that a newer briefing on the same actors or places may answer."""
    statements = [s for one in filed for s in _statements(one.briefing)]
    index = _index(statements)
    for one in filed:
        day = day_of(one.briefing)
        for position, question in enumerate(one.briefing.open_questions):
            if question.status == "open" and day:
                answer = _answer(question, one.briefing, day, statements, index)
                if answer:
                    yield one, _suggestion(position, answer)


def without_answered(briefing: Briefing, story: Iterable[Briefing]) -> Briefing:
    """Return a briefing without the questions that newer ones on the same story answer."""
    day = day_of(briefing)
    newer = [s for one in story for s in _statements(one) if day and s.day > day]
    if day is None or not newer:
        return briefing
    index = _index(newer)
    answers = {q.id: _answer(q, briefing, day, newer, index) for q in briefing.open_questions}
    still_open = tuple(q for q in briefing.open_questions if not answers[q.id])
    return briefing.model_copy(update={"open_questions": still_open})


def check_answering(briefing: Briefing, ids: frozenset[str]) -> Iterator[Finding]:
    """Find answers that are said to stand in briefings that do not exist, or nowhere."""
    for position, question in enumerate(briefing.open_questions):
        name = f"open_questions[{position}]"
        if question.answered_by and question.answered_by not in ids:
            what = f"{name}.answered_by is '{question.answered_by}', but no briefing has this id."
            way = ("open_questions", position, "answered_by")
            yield Finding(way, what, "Correct it, or remove it.", is_advice=False)
        elif question.status == "answered" and not (question.answer or question.answered_by):
            what = f"{name} is answered, but does not say how."
            way = ("open_questions", position, "status")
            yield Finding(way, what, "Write `answer`, or `answered_by` with a briefing's id.")


def _statements(briefing: Briefing) -> Iterator[_Statement]:
    day = day_of(briefing)
    if day and briefing.status != "withdrawn":
        names = _all_names(briefing)
        for what in briefing.what:
            if what.status in {"reported", "denied", "planned"}:
                planned = what.status == "planned"
                yield _Statement(day, briefing.id, what.statement, planned, names)


def _index(statements: Sequence[_Statement]) -> Mapping[str, list[int]]:
    """Return for each telling word the statements that hold it."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for word in _words(statement.text):
            index[word].append(number)
    most = min(max(FEW, COMMON * len(statements)), MANY)
    return {word: found for word, found in index.items() if len(found) <= most}


def _answer(
    question: Question,
    briefing: Briefing,
    day: datetime.date,
    statements: Sequence[_Statement],
    index: Mapping[str, list[int]],
) -> _Statement | None:
    names = _names(question, briefing)
    around = _all_names(briefing) - names
    others = _words(question.question) - names
    shared = Counter(number for word in others for number in index.get(word, ()))
    plans = [what.statement for what in briefing.what if what.status == "planned"]
    found = []
    for number, count in shared.items():
        statement = statements[number]
        late = statement.day > day and not _is_too_early(question, statement, plans)
        if count >= SHARED_BEYOND_NAMES and late:
            named = len(names & _words(statement.text))
            known = 0 if names else len(around & statement.names)
            if count + named + (known >= SHARED_AROUND) >= SHARED_WORDS and (named or not names):
                found.append((count + named, -number))
    return statements[-max(found)[1]] if found else None


def _is_too_early(question: Question, statement: _Statement, plans: Sequence[str]) -> bool:
    """Tell whether a statement is a plan that leaves a question open: one that was told already.

    A plan is news to "will it be done", but not to who asked whether what was planned will happen.
    """
    asks_how = question.question.split(maxsplit=1)[0] in _WH_WORDS
    asked = _words(question.question)
    known = any(len(asked & _words(plan)) >= SHARED_WORDS for plan in plans)
    return statement.planned and known and not (asks_how or question.kind == "conditional")


def _names(question: Question, briefing: Briefing) -> frozenset[str]:
    """Return the words of the names of all that a question is about."""
    about = set(question.about)
    actors = (who.name for who in briefing.who if who.id in about)
    places = (where.name for where in briefing.where if where.id in about)
    return _words(" ".join([*actors, *places]))


def _all_names(briefing: Briefing) -> frozenset[str]:
    """Return the words of the names of all actors and places of a briefing."""
    actors, places = (w.name for w in briefing.who), (w.name for w in briefing.where)
    return _words(" ".join([*actors, *places]))


def _words(text: str) -> frozenset[str]:
    found: Iterable[str] = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:STEM] for word in found if word not in _EMPTY)


def _suggestion(position: int, answer: _Statement) -> Finding:
    what = f"open_questions[{position}] may be answered by '{answer.briefing}': {answer.text}"
    fix = f"If so, write `status: answered` and `answered_by: {answer.briefing}`."
    return Finding(("open_questions", position, "question"), what, fix)
