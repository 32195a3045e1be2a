"""What was measured -> Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.growing import Growth
from benchmarks.measuring import Measure, middle
from benchmarks.trials import WORK, Trial

YARDSTICK = "hugo"


def times_table(trials: Sequence[Trial]) -> str:
    """Return wall seconds, processor seconds in brackets, and peak memory."""
    head = ["", *WORK, "peak memory", "page of a deleted source"]
    return _table(head, map(_times_row, trials))


def ratio_table(trials: Sequence[Trial]) -> str:
    """Return the same as shares of the yardstick's; nothing where that did not run."""
    yardstick = next((one for one in trials if one.contender.name == YARDSTICK), None)
    if yardstick is None or len(trials) == 1:
        return ""
    head = [f"share of {YARDSTICK}", *WORK, "peak memory"]
    return _table(head, (_ratio_row(one, yardstick) for one in trials if one is not yardstick))


def notes(trials: Sequence[Trial]) -> str:
    """Return what a reader of the tables should know about each contender."""
    named = (one.contender for one in trials if one.contender.note)
    return "\n".join(f"- `{one.name}`: {one.note}." for one in named)


def growth_table(growths: Iterable[Growth]) -> str:
    """Return what sites of several sizes cost, in all and per briefing."""
    head = [
        "briefings",
        "cold",
        "cold per briefing",
        "peak memory",
        "memory per briefing",
        "nothing to do",
        "one edit",
    ]
    return _table(head, map(_growth_row, growths))


def peak(trial: Trial) -> float:
    """Return the most memory, in MB, over all kinds of build."""
    return max(middle(measures).peak for measures in trial.measures.values())


def _times_row(trial: Trial) -> list[str]:
    cells = [_time(middle(trial.measures[phase]), trial.remarks.get(phase)) for phase in WORK]
    return [trial.contender.name, *cells, f"{peak(trial):.0f} MB", trial.remarks["deleted"]]


def _time(one: Measure, remark: str | None = None) -> str:
    return f"{one.wall:.2f} ({one.cpu:.2f})" + (f", {remark}" if remark else "")


def _ratio_row(trial: Trial, yardstick: Trial) -> list[str]:
    cells = []
    for phase in WORK:
        one, other = middle(trial.measures[phase]), middle(yardstick.measures[phase])
        cells.append(f"{_share(one.wall / other.wall)} ({_share(one.cpu / other.cpu)})")
    return [trial.contender.name, *cells, _share(peak(trial) / peak(yardstick))]


def _share(share: float) -> str:
    """Return a share, small ones as fractions."""
    return f"{share:.2f}" if share >= 0.1 else f"1/{1 / share:.0f}"


def _growth_row(growth: Growth) -> list[str]:
    count = growth.briefings
    return [
        f"{count:,}",
        _time(growth.cold),
        f"{growth.cold.wall / count * 1e3:.2f} ms ({growth.cold.cpu / count * 1e3:.2f})",
        f"{growth.cold.peak:.0f} MB",
        f"{growth.cold.peak / count * 1e3:.1f} kB",
        _time(growth.nothing),
        _time(growth.edit),
    ]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
