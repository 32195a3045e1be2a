"""Time the steps of a cold build: what each costs a briefing.

    python -m benchmarks.steps SITE

Builds the site from nothing in one process, `SITE/site/` and all, and prints for each step how
often it was taken, and the milliseconds of processor time that it took a briefing. A step that
stands further in is a part of the one above it.
"""

from __future__ import annotations

import argparse
import shutil
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from pkgutil import resolve_name
from types import GeneratorType
from typing import Any
from unittest import mock

from click.testing import CliRunner

from generator.cli import main as program

STEPS = {
    "generator.pipeline.rebuilding.load_frame": "settings, entities, pages by hand",
    "generator.render.read_templates": "what templates take and ask for",
    "generator.pipeline.building.make_briefings": "briefings, a dozen at a time",
    "generator.pipeline.making.load_entry": "  YAML, validated",
    "generator.yamlio.reading.read": "    YAML",
    "generator.pipeline.making.check_alone": "  checks",
    "generator.pipeline.making.content_of": "  draft, and the file to be offered",
    "generator.render.briefing_pages.show_briefing": "  views",
    "generator.render.briefings.to_html": "    Markdown",
    "generator.render.briefing_pages._events": "  calendar events",
    "generator.render.briefing_pages._files": "  JSON, annotations, calendars",
    "generator.render.briefing_pages.shares": "  rows for other pages",
    "generator.pipeline.building.Building._take": "taking it over",
    "generator.stored.StoredRows.replace": "  rows into SQLite, and of entities",
    "generator.pipeline.building.make_pages": "pages over many",
    "generator.render.pages.Press.write": "  templates, and of briefings",
    "generator.pipeline.making.stage_file": "  files, and of briefings",
    "generator.pipeline.rebuilding.swap_in": "putting in place",
}
"""The functions that are timed, and what they do."""


def timed(site: Path) -> tuple[float, Counter[str], Mapping[str, float]]:
    """Build a site; return the seconds of all, and how often and for how long each step ran."""
    for name in (".cache", "site"):
        shutil.rmtree(site / name, ignore_errors=True)
    seconds: defaultdict[str, float] = defaultdict(float)
    times: Counter[str] = Counter()

    def watching(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*given: Any, **named: Any) -> Any:
            begun = time.process_time()
            done = work(*given, **named)
            done = [*done] if isinstance(done, GeneratorType) else done
            seconds[name] += time.process_time() - begun
            times[name] += 1
            return done

        return watched

    with ExitStack() as stack:
        for name in STEPS:
            owner, _, called = name.rpartition(".")
            work = getattr(resolve_name(owner), called)
            stack.enter_context(mock.patch(name, watching(name, work)))
        begun = time.process_time()
        done = CliRunner().invoke(program, ["-C", str(site), "build", "--jobs", "1"])
        whole = time.process_time() - begun
    if done.exit_code:
        raise SystemExit(done.output)
    return whole, times, seconds


def main() -> None:
    """Print a row for each step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("site", type=Path, help="a site's folder")
    whole, times, seconds = timed(parser.parse_args().site)
    briefings = times["generator.pipeline.making.load_entry"]
    print(f"{'step':36}   times   ms a briefing")
    for name, what in STEPS.items():
        print(f"{what:36}{times[name]:8}{seconds[name] / briefings * 1e3:12.3f}")
    print(f"{'all':36}{'':8}{whole / briefings * 1e3:12.3f}")


if __name__ == "__main__":
    main()
