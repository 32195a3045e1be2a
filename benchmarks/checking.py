"""Time what an editor waits for: broken files with all that is wrong, and a check of a whole site.

    python -m benchmarks.checking --broken 600 --briefings 1000

Prints seconds of processor time. Broken files are briefings of the example's size and of a
newsroom's (benchmarks/newsroom.py), each with a mistake of its own at a place of its own. The check
is the command, with its start, on a newsroom in which every briefing gives rise to advice.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.newsroom import make_briefings
from benchmarks.sources import briefing_sources, write_yaml
from generator.errors import Problems
from generator.yamlio import load_briefing

EXAMPLE = Path(__file__).parents[1] / "content/briefings/blinken-middle-east-tour.yaml"
YEARS_LATER = "1893456000"
"""A day, in seconds since 1970, on which every open question of the newsroom is old."""
MISTAKES: tuple[Callable[[str], str], ...] = (
    lambda line: re.sub(r"^([ -]*)(\w+):", r"\1x\2:", line),  # no such field
    lambda line: re.sub(r": .*", ": [a, list]", line),  # a list for a text
    lambda line: re.sub(r": .*", ": 'open quote", line),  # no YAML
    lambda line: line + "\n" + line,  # a field twice
    lambda line: re.sub(r": .*", ": *nothing", line),  # an alias
    lambda line: re.sub(r": .*", ": {nested: {further: {down: 1}}}", line),
)


def broken(text: str, number: int) -> str:
    """Return a file with one of its fields spoilt."""
    lines = text.split("\n")
    fields = [at for at, line in enumerate(lines) if re.match(r" *(- )?\w+: \S", line)]
    at = random.Random(number).choice(fields)
    lines[at] = MISTAKES[number % len(MISTAKES)](lines[at])
    return "\n".join(lines)


def time_broken(texts: Sequence[str]) -> tuple[float, int]:
    """Return seconds to say all that is wrong with the files, and how many mistakes there are."""
    begun, told = time.process_time(), 0
    for number, text in enumerate(texts):
        try:
            load_briefing(text, f"content/briefings/{number}.yaml")
        except Problems as problems:
            told += len(str(problems).splitlines())
    return time.process_time() - begun, told


def time_check(briefings: int) -> tuple[float, int]:
    """Return seconds that `briefings check` takes on a newsroom, and how many findings it tells."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in briefing_sources(make_briefings(briefings)):
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        call = [sys.executable, "-m", "generator", "-C", folder, "check"]
        before = _children()
        environment = os.environ | {"SOURCE_DATE_EPOCH": YEARS_LATER}
        ran = subprocess.run(call, capture_output=True, text=True, env=environment, check=True)
        return _children() - before, len(ran.stderr.splitlines())


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--broken", type=int, default=600)
    parser.add_argument("--briefings", type=int, default=1000)
    wanted = parser.parse_args()
    newsroom = [write_yaml(briefing) for briefing in make_briefings(wanted.broken)]
    example = [EXAMPLE.read_text(encoding="utf-8")] * wanted.broken
    for whose, texts in (("a newsroom's", newsroom), ("the example's", example)):
        files = [broken(text, number) for number, text in enumerate(texts)]
        seconds, told = time_broken(files)
        size = sum(map(len, files)) / len(files) / 1000
        what = f"{len(files)} broken files of {whose} size ({size:.1f} kB)"
        print(f"{what}: {seconds:.2f} s, {told} mistakes told")
    seconds, told = time_check(wanted.briefings)
    print(f"briefings check, {wanted.briefings} briefings: {seconds:.2f} s, {told} findings told")


if __name__ == "__main__":
    main()
