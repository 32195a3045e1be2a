"""Time every template of a site: what a page of each kind costs, and how many bytes it has.

    python -m benchmarks.pages SITE

Builds the site in one process, `SITE/site/` and all, then writes each of its pages again from what
it was made of, three times. Prints microseconds of processor time a page, of the fastest of the
three, and bytes a page, plain and compressed.
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

from click.testing import CliRunner

from generator.cli import main as program
from generator.render.pages import Page, Press

TIMES = 3
Written = tuple[Press, Page, Sequence[object]]


def pages_of(site: Path) -> dict[str, list[Written]]:
    """Build a site and return, by template, what each of its pages was written from."""
    written: dict[str, list[Written]] = defaultdict(list)
    write = Press.write

    def spy(press: Press, page: Page, values: Sequence[object] = ()) -> bytes:
        if page.template:
            written[page.template].append((press, page, tuple(values)))
        return write(press, page, values)

    with mock.patch.object(Press, "write", spy):
        build = ["-C", str(site), "build", "--clean", "--jobs", "1"]
        done = CliRunner().invoke(program, build)
    if done.exit_code:
        raise SystemExit(done.output)
    return written


def measure(pages: Sequence[Written]) -> tuple[float, float, float]:
    """Return microseconds, bytes and compressed bytes a page."""
    seconds = []
    for _ in range(TIMES):
        begun = time.process_time()
        made = [press.write(page, values) for press, page, values in pages]
        seconds.append(time.process_time() - begun)
    compressed = sum(len(gzip.compress(page, mtime=0)) for page in made)
    parts = min(seconds) * 1e6, sum(map(len, made)), compressed
    micros, plain, small = (part / len(pages) for part in parts)
    return micros, plain, small


def main() -> None:
    """Print a row for each template, that which takes longest in all first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("site", type=Path, help="a site's folder")
    written = pages_of(parser.parse_args().site)
    rows = [(name, len(pages), *measure(pages)) for name, pages in written.items()]
    print("template            pages  µs a page   bytes  compressed")
    for name, count, micros, plain, small in sorted(rows, key=lambda row: -row[1] * row[2]):
        print(f"{name:18}{count:7}{micros:11.0f}{plain:8.0f}{small:12.0f}")
    print(f"all, ms: {sum(row[1] * row[2] for row in rows) / 1000:.0f}")


if __name__ == "__main__":
    main()
