"""Contenders at work on the same briefings, in turns -> what builds cost and what came of them."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.contenders import Contender, edit_source, edit_template
from benchmarks.measuring import Measure, measure
from benchmarks.newsroom import Fields
from benchmarks.verifying import (
    Expected,
    expect,
    folders_of,
    listed_on,
    page_of,
    problems_of,
    shows,
)


@dataclass(frozen=True)
class Trial:
    """A contender at work in its folder, and what was found."""

    contender: Contender
    folder: Path
    measures: dict[str, list[Measure]] = field(default_factory=lambda: defaultdict(list))
    remarks: dict[str, str] = field(default_factory=dict)
    """What was out of date after a kind of build."""

    @property
    def site(self) -> Path:
        """What the contender has built."""
        return self.folder / self.contender.output

    def build(self) -> Measure:
        """Build the site and return what it cost."""
        os.sync()  # what others have written is not to be paid for here
        return measure(self.contender.build, self.folder)


class WrongSiteError(Exception):
    """A generator has made another site than the briefings call for."""


def run_trials(
    trials: Sequence[Trial], briefings: Sequence[Fields], runs: int, tell: Callable[[str], None]
) -> None:
    """Let contenders build the same site in turns; raise WrongSiteError where it is another."""
    expected = expect(briefings)
    for trial in trials:
        tell(f"writing {len(briefings)} briefings for {trial.contender.name}")
        trial.contender.prepare(trial.folder, briefings)
    for run in range(1, runs + 1):
        for phase, work in WORK.items():
            for trial in trials:
                one = work(trial, briefings[run % len(briefings)], run)
                tell(f"{run}/{runs} {phase}: {trial.contender.name} {one.wall:.2f} s")
                trial.measures[phase].append(one)
                if run == 1 and phase == "cold":
                    _verify(trial, expected)
    for trial in trials:
        _verify(trial, expected)  # edits have only added to what pages show
        trial.remarks["deleted"] = _delete(trial, briefings[0])


def _cold(trial: Trial, _: Fields, __: int) -> Measure:
    trial.contender.clear(trial.folder)
    return trial.build()


def _nothing(trial: Trial, _: Fields, __: int) -> Measure:
    return trial.build()


def _edit(trial: Trial, briefing: Fields, edition: int) -> Measure:
    edit_source(trial.folder / trial.contender.source(briefing["id"]), edition)
    one = trial.build()
    mark = f"(edition {edition})"
    page = page_of(trial.site, briefing["id"]).read_text(encoding="utf-8")
    if mark not in page:
        raise WrongSiteError(f"{trial.contender.name}: an edited briefing's page stays as it was")
    stale = [place for place in folders_of(briefing) if not shows(trial.site / place, mark)]
    if stale:
        trial.remarks["one edit"] = f"{len(stale)} of {len(folders_of(briefing))} lists stale"
    return one


def _edit_of_template(trial: Trial, _: Fields, edition: int) -> Measure:
    edit_template(trial.folder / trial.contender.template, edition)
    one = trial.build()
    mark = f'data-edition="{edition}"'
    pages = list(trial.site.glob("briefings/*/index.html"))
    stale = sum(mark not in page.read_text(encoding="utf-8") for page in pages)
    if stale:
        trial.remarks["a template edit"] = f"{stale} of {len(pages)} pages stale"
    return one


def _delete(trial: Trial, briefing: Fields) -> str:
    """Delete a briefing's source, build, and tell what has become of its page."""
    (trial.folder / trial.contender.source(briefing["id"])).unlink()
    trial.build()
    stays = page_of(trial.site, briefing["id"]).exists()
    listed = sum(briefing["id"] in listed_on(trial.site / place) for place in folders_of(briefing))
    return ("stays" if stays else "goes") + (f", still in {listed} lists" if listed else "")


def _verify(trial: Trial, expected: Expected) -> None:
    problems = list(problems_of(trial.site, expected))
    if problems:
        raise WrongSiteError("\n".join(f"{trial.contender.name}: {one}" for one in problems))


WORK: dict[str, Callable[[Trial, Fields, int], Measure]] = {
    "cold": _cold,
    "nothing to do": _nothing,
    "one edit": _edit,
    "a template edit": _edit_of_template,
}
"""The kinds of build, in the order in which they are run."""
