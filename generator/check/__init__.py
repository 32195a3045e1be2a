"""Briefings and the articles they rest on into what is wrong, and advice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.check.ages import check_ages
from generator.check.answers import check_answering, check_answers
from generator.check.evidence import check_evidence, check_sources, with_places
from generator.check.findings import Filed, Finding, Terms
from generator.check.names import check_names
from generator.errors import ContentError, Problems
from generator.model import Briefing
from generator.yamlio import locate

__all__ = ["Checked", "Filed", "Terms", "check", "with_places"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check has come to, each in the order of its place."""

    problems: tuple[ContentError, ...] = ()
    """What must be mended before anything is published."""
    advice: tuple[ContentError, ...] = ()
    """What a person should look at."""


def check(filed: Sequence[Filed], terms: Terms) -> Checked:
    """Check briefings whose evidence has its places, each against its articles and all together."""
    ids = frozenset(name for one in filed for name in (one.briefing.id, *one.briefing.aliases))
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    texts = {}
    for one, finding in _findings(filed, terms, ids):
        findings[str(one.path)].append(finding)
        texts[str(one.path)] = one.text
    problems: list[ContentError] = []
    advice: list[ContentError] = []
    for path, found in findings.items():
        place = locate(texts[path], path, (finding.way for finding in found))
        for finding in found:
            error = ContentError(finding.what, place(finding.way), finding.fix)
            (advice if finding.is_advice else problems).append(error)
    return Checked(_sorted(problems), _sorted(advice))


def _findings(
    filed: Sequence[Filed], terms: Terms, ids: frozenset[str]
) -> Iterator[tuple[Filed, Finding]]:
    for one in filed:
        if one.briefing.status != "withdrawn":
            yield from ((one, found) for found in _alone(one.briefing, terms, ids))
    yield from check_answers(filed)


def _alone(briefing: Briefing, terms: Terms, ids: frozenset[str]) -> Iterator[Finding]:
    yield from check_sources(briefing, terms)
    yield from check_evidence(briefing, terms)
    yield from check_names(briefing)
    yield from check_answering(briefing, ids)
    yield from check_ages(briefing, terms)


def _sorted(errors: Iterable[ContentError]) -> tuple[ContentError, ...]:
    found = Problems(errors).problems
    return tuple(error for error in found if isinstance(error, ContentError))
