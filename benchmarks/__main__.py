"""Time this program and other static site generators on the same invented briefings.

    make benchmark BENCHMARK="--briefings 1000 --only briefings,hugo --runs 5"
    make benchmark BENCHMARK="--grow 1000,10000,100000"

Every generator gets the briefings in its natural format, and templates for the same pages. Each
kind of build is run by all of them in turns; figures are medians. What they make is read and
compared with the briefings: a page or an item too few or too many ends the measuring.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.contenders import CONTENDERS, INSTALLED
from benchmarks.growing import grow
from benchmarks.measuring import CommandError, middle
from benchmarks.newsroom import make_briefings
from benchmarks.tables import growth_table, notes, peak, ratio_table, times_table
from benchmarks.trials import Trial, WrongSiteError, run_trials
from benchmarks.verifying import expect

NAMES = [one.name for one in CONTENDERS]


def main() -> None:
    """Measure as asked, and print Markdown, or JSON with every single run."""
    asked = _parser().parse_args()
    INSTALLED.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=INSTALLED, prefix="sites-") as folder:
            if asked.grow:
                _grow(asked, Path(folder))
            else:
                _compare(asked, Path(folder))
    except (CommandError, WrongSiteError) as error:
        sys.exit(str(error))


def _compare(asked: argparse.Namespace, folder: Path) -> None:
    chosen = [one for one in CONTENDERS if one.name in asked.only]
    absent = [one.name for one in chosen if not one.is_installed()]
    if absent:
        sys.exit(f"Not installed: {', '.join(absent)}. Run make benchmark.")
    briefings = list(make_briefings(asked.briefings, asked.seed))
    trials = [Trial(one, folder / one.name) for one in chosen]
    run_trials(trials, briefings, asked.runs, _tell)
    expected = expect(briefings)
    if asked.json:
        print(json.dumps([_record(trial) for trial in trials], indent=2))
        return
    print(
        f"{asked.briefings:,} briefings; in each output {expected.pages:,} pages of briefings, "
        f"people and places with {expected.items:,} items found.\n"
        f"Wall seconds (processor seconds), medians of {asked.runs}.\n"
    )
    print("\n\n".join(filter(None, (times_table(trials), ratio_table(trials), notes(trials)))))


def _grow(asked: argparse.Namespace, folder: Path) -> None:
    growths = list(grow(asked.grow, folder, asked.seed, _tell))
    if asked.json:
        print(json.dumps([asdict(growth) for growth in growths], indent=2))
    else:
        print(f"Wall seconds (processor seconds), one run each.\n\n{growth_table(growths)}")


def _record(trial: Trial) -> dict[str, object]:
    return {
        "name": trial.contender.name,
        "note": trial.contender.note,
        "peak": peak(trial),
        "remarks": trial.remarks,
        "median": {phase: asdict(middle(runs)) for phase, runs in trial.measures.items()},
        "runs": {phase: list(map(asdict, runs)) for phase, runs in trial.measures.items()},
    }


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _names(text: str) -> Sequence[str]:
    names = text.split(",")
    for name in names:
        if name not in NAMES:
            raise argparse.ArgumentTypeError(f"{name} is none of {', '.join(NAMES)}")
    return names


def _counts(text: str) -> Sequence[int]:
    return [int(count) for count in text.split(",")]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make benchmark", description=(__doc__ or "").split("\n")[0]
    )
    add = parser.add_argument
    add("--briefings", type=int, default=1000, help="how many (1000)")
    add("--only", type=_names, default=NAMES, help=f"names with commas between: {', '.join(NAMES)}")
    add("--runs", type=int, default=3, help="how often each build is timed (3)")
    add("--seed", type=int, default=1, help="another one makes other briefings (1)")
    add("--json", action="store_true", help="print every run as JSON")
    add("--grow", type=_counts, metavar="N,N,…", help="this program alone, at several sizes")
    return parser


if __name__ == "__main__":
    main()
