"""A folder of gold data -> every figure that it has data for: `python -m training.measure DATA`.

DATA holds the corpora in `corpora/`, laid out as for training, and articles with known answers and
their scorers in `eval/`. A measure whose files are missing is left out and says so.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from training.corpora import HELD_OUT


@dataclass(frozen=True)
class Measure:
    """One run of an evaluation: a module and what it is called with; the paths must be there."""

    title: str
    module: str
    arguments: tuple[str | Path, ...]


def main() -> None:
    """Measure all that the given folder allows."""
    if len(sys.argv) != 2 or not (data := Path(sys.argv[1])).is_dir():
        raise SystemExit("usage: python -m training.measure DATA, a folder with corpora/ and eval/")
    outcomes = [measure(one) for one in (*of_the_model(data), *of_extraction(data))]
    if False in outcomes:
        raise SystemExit("Something could not be measured; see above.")
    if True not in outcomes:
        raise SystemExit(f"Nothing to measure with lies in {data}.")


def measure(one: Measure) -> bool | None:
    """Print one measure's figures; tell whether it came through, None where data are missing."""
    print(f"\n== {one.title}", flush=True)
    paths = [argument for argument in one.arguments if isinstance(argument, Path)]
    if missing := [path for path in paths if not path.exists()]:
        print(f"left out, for want of {', '.join(map(str, missing))}")
        return None
    command = [sys.executable, "-m", one.module, *map(str, one.arguments)]
    return subprocess.run(command, check=False).returncode == 0


def of_the_model(data: Path) -> tuple[Measure, ...]:
    """Return the measures of the model card."""
    treebanks, names = data / "corpora/ud", data / "corpora/ner"
    kept_out = [data / "corpora/gum" / f"{name}.conllu" for name in sorted(HELD_OUT)]
    pud = treebanks / "pud-test.conllu"
    calls: dict[str, tuple[str | Path, ...]] = {
        "trees, EWT dev and PUD": ("ud", treebanks / "ewt-dev.conllu", pud),
        "trees, the GUM documents kept out": ("ud", *kept_out),
        "names, worldwide newswire": ("ner", data / "eval/ner-worldwide-dev.jsonl"),
        "names, UNER PUD": ("ner", names / "uner-pud-test.iob2"),
        "speed of the model": ("speed", pud),
    }
    return tuple(Measure(title, "training.evaluate", call) for title, call in calls.items())


def of_extraction(data: Path) -> tuple[Measure, ...]:
    """Return the measures of what the program finds in articles."""
    gold = data / "eval"
    calls: dict[str, tuple[str | Path, ...]] = {
        "who, what, when, where, why, how": ("5w1h", gold / "5w1h-dev.jsonl"),
        "who said what": ("attribution", gold / "attribution-dev.jsonl"),
        "whole briefings": (
            "briefings", gold / "articles/articles", "--gold", gold / "articles/gold",
        ),
    }  # fmt: skip
    return tuple(
        Measure(
            title,
            "training.evaluate_extraction",
            (*call, "--scorer", gold / f"score_{call[0]}.py"),
        )
        for title, call in calls.items()
    )


if __name__ == "__main__":
    main()
