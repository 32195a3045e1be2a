"""Sites of several sizes -> what this program needs for each, in all and per briefing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contenders import CONTENDERS, edit_source
from benchmarks.measuring import Measure
from benchmarks.newsroom import make_briefings
from benchmarks.trials import Trial, WrongSiteError
from benchmarks.verifying import page_of


@dataclass(frozen=True, slots=True)
class Growth:
    """What a site of some size costs this program."""

    briefings: int
    cold: Measure
    nothing: Measure
    edit: Measure


def grow(
    counts: Sequence[int], folder: Path, seed: int, tell: Callable[[str], None]
) -> Iterator[Growth]:
    """Build sites of several sizes once each; raise WrongSiteError where pages are missing."""
    for count in counts:
        trial = Trial(CONTENDERS[0], folder / f"grow-{count}")
        tell(f"writing {count} briefings")
        trial.contender.prepare(trial.folder, make_briefings(count, seed))
        tell(f"building {count} briefings")
        cold = trial.build()
        pages = sum(path.name != "page" for path in (trial.site / "briefings").glob("*/"))
        if pages != count:
            raise WrongSiteError(f"{count} briefings became {pages} pages")
        nothing = trial.build()
        first = next(make_briefings(1, seed))
        edit_source(trial.folder / trial.contender.source(first["id"]), 1)
        edit = trial.build()
        if "(edition 1)" not in page_of(trial.site, first["id"]).read_text(encoding="utf-8"):
            raise WrongSiteError("an edited briefing's page stays as it was")
        yield Growth(count, cold, nothing, edit)
