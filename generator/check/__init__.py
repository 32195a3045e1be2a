"""Briefings and the articles they rest on into what is wrong, and advice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.check.ages import check_ages
from generator.check.answers import check_answering, check_answers, without_answered
from generator.check.evidence import check_evidence, check_sources, with_places
from generator.check.findings import Filed, Finding, Terms
from generator.check.names import check_names
from generator.check.twins import check_twins
from generator.errors import ContentError, Problems
from generator.model import Briefing
from generator.yamlio import locate

__all__ = [
    "Checked",
    "Filed",
    "Finding",
    "Terms",
    "check",
    "check_alone",
    "check_evidence",
    "unanswered",
    "with_places",
    "without_answered",
]


class Checked(NamedTuple):
    """What a check has come to, each in the order of its place."""

    problems: tuple[ContentError, ...] = ()
    """What must be mended before anything is published."""
    advice: tuple[ContentError, ...] = ()
    """What a person should look at."""


def check(filed: Sequence[Filed], terms: Terms) -> Checked:
    """Check briefings whose evidence has its places, each against its articles and all together."""
    ids = frozenset(name for one in filed for name in (one.briefing.id, *one.briefing.aliases))
    found: defaultdict[Path, list[Finding]] = defaultdict(list)
    for one, finding in _findings(filed, terms, ids):
        found[one.path].append(finding)
    return _checked(error for one in filed for error in _errors(one, found[one.path]))


def check_alone(one: Filed, terms: Terms) -> Checked:
    """Check a briefing against its articles and nothing else."""
    if one.briefing.status == "withdrawn":
        return Checked()
    return _checked(_errors(one, list(_alone(one.briefing, terms, _answering(one.briefing)))))


def unanswered(one: Filed) -> list[tuple[str, ContentError]]:
    """Return each id that a briefing names as an answer, with what to say if nothing bears it."""
    if one.briefing.status == "withdrawn" or not (named := _answering(one.briefing)):
        return []
    found = [f for f in check_answering(one.briefing, frozenset()) if not f.is_advice]
    ids = (q.answered_by for q in one.briefing.open_questions if q.answered_by in named)
    errors = (error for error, _ in _errors(one, found))
    return [(name, error) for name, error in zip(ids, errors, strict=True) if name]


def _answering(briefing: Briefing) -> frozenset[str]:
    return frozenset(q.answered_by for q in briefing.open_questions if q.answered_by)


def _errors(one: Filed, found: Sequence[Finding]) -> Iterator[tuple[ContentError, Finding]]:
    """Yield findings as errors with their places in the file."""
    if found:
        place = locate(one.text, str(one.path), [finding.way for finding in found])
        for finding in found:
            yield ContentError(finding.what, place(finding.way), finding.fix), finding


def _findings(
    filed: Sequence[Filed], terms: Terms, ids: frozenset[str]
) -> Iterator[tuple[Filed, Finding]]:
    for one in filed:
        if one.briefing.status != "withdrawn":
            yield from ((one, found) for found in _alone(one.briefing, terms, ids))
    yield from check_answers(filed)
    yield from check_twins(filed)


def _alone(briefing: Briefing, terms: Terms, ids: frozenset[str]) -> Iterator[Finding]:
    yield from check_sources(briefing, terms)
    yield from check_evidence(briefing, terms.articles)
    yield from check_names(briefing)
    yield from check_answering(briefing, ids)
    yield from check_ages(briefing, terms)


def _checked(found: Iterable[tuple[ContentError, Finding]]) -> Checked:
    problems: list[ContentError] = []
    advice: list[ContentError] = []
    for error, finding in found:
        (advice if finding.is_advice else problems).append(error)
    return Checked(_sorted(problems), _sorted(advice))


def _sorted(errors: Iterable[ContentError]) -> tuple[ContentError, ...]:
    found = Problems(errors).problems
    return tuple(error for error in found if isinstance(error, ContentError))
