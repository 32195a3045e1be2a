"""Kill builds at random moments and look at the site after each: it must be the old or the new one.

    python benchmarks/kill.py --kills 50 --pages 400

A reader polls the site meanwhile. The two sites differ in every page; a page is torn when its first
and last line name different sites, and a site is mixed when its pages do.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from generator.output import publish

BUILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from kill import site_files
from generator.output import publish
publish(site_files(sys.argv[2], int(sys.argv[3])), Path(sys.argv[4]))
"""


def site_files(name: str, pages: int) -> dict[str, bytes]:
    """Return a site whose every page says its name first and last."""
    filling = "\n".join(f"{name} line {line}" for line in range(60))
    page = f"{name}\n{filling}\n{name}".encode()
    return {f"page-{number}/index.html": page for number in range(pages)} | {
        "style.css": b"the same in both"
    }


def names_in(site: Path) -> set[str]:
    """Return the names of all sites that the pages of a folder are from; `torn` for a torn page."""
    return {name_of(path) for path in site.glob("page-*/index.html")}


def name_of(page: Path) -> str:
    lines = page.read_text(encoding="utf-8").split("\n")
    return lines[0] if lines[0] == lines[-1] and len(lines) == 62 else "torn"


class Reader(threading.Thread):
    """Reads pages all the while, and counts what no reader may meet."""

    def __init__(self, site: Path, pages: int) -> None:
        super().__init__(daemon=True)
        self._site = site
        self._pages = pages
        self.ended = False
        self.reads = 0
        self.torn = 0
        self.missing = 0

    def run(self) -> None:
        chance = random.Random(1)
        while not self.ended:
            page = self._site / f"page-{chance.randrange(self._pages)}" / "index.html"
            try:
                self.torn += name_of(page) == "torn"
            except FileNotFoundError:
                self.missing += 1
            self.reads += 1
            time.sleep(0.0005)


def kill_builds(folder: Path, kills: int, pages: int, seed: int) -> dict[str, int]:
    """Return how often the site was old, new, mixed, and what a reader met."""
    site = folder / "site"
    chance = random.Random(seed)
    publish(site_files("site-0", pages), site)
    usual = timed(build(site, "site-0b", pages))
    publish(site_files("site-0", pages), site)
    reader = Reader(site, pages)
    reader.start()
    counts = {"old": 0, "new": 0, "mixed": 0}
    current = "site-0"
    for number in range(1, kills + 1):
        process = build(site, f"site-{number}", pages)
        time.sleep(chance.uniform(0.3 * usual, 1.6 * usual))
        process.send_signal(signal.SIGKILL)
        process.wait()
        names = names_in(site)
        found = names.pop() if len(names) == 1 else "mixed"
        outcome = {current: "old", f"site-{number}": "new"}.get(found, "mixed")
        counts[outcome] += 1
        current = found
    reader.ended = True
    reader.join()
    publish(site_files("last", pages), site)
    return counts | {
        "reads": reader.reads,
        "torn": reader.torn,
        "missing": reader.missing,
        "left over": len(list(folder.glob("site.*"))),
    }


def build(site: Path, name: str, pages: int) -> subprocess.Popen[bytes]:
    here = str(Path(__file__).parent)
    return subprocess.Popen([sys.executable, "-c", BUILD, here, name, str(pages), str(site)])


def timed(process: subprocess.Popen[bytes]) -> float:
    start = time.perf_counter()
    process.wait()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        counts = kill_builds(Path(folder), asked.kills, asked.pages, asked.seed)
    print(f"seed {asked.seed}: " + ", ".join(f"{name} {n}" for name, n in counts.items()))
    sys.exit(1 if counts["mixed"] or counts["torn"] or counts["left over"] else 0)


if __name__ == "__main__":
    main()
