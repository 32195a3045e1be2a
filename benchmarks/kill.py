"""Kill builds at random moments and look at the site after each: it must be the old or the new one.

    python -m benchmarks.kill --kills 200 --briefings 40

Every build puts another edition into the site: into one briefing, which pages over many show too,
or into the notice on all pages. A reader polls the site meanwhile. A page is torn when it does not
end as pages do, and a site is mixed when its pages name two editions. In the end one build is let
go through, and must leave what a build from nothing would.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.newsroom import make_briefings
from benchmarks.sources import briefing_sources, write_files

EDITION = re.compile(rb"edition (\d+)\.")


def editions(page: bytes) -> set[int]:
    """Return the editions that a page names."""
    return {int(number) for number in EDITION.findall(page)}


def pages_of(site: Path) -> list[Path]:
    """Return the pages of a site."""
    return sorted(site.rglob("*.html"))


class Reader(threading.Thread):
    """Reads pages all the while, and counts what no reader may meet."""

    def __init__(self, site: Path) -> None:
        super().__init__(daemon=True)
        self._site = site
        self._pages = [path.relative_to(site) for path in pages_of(site)]
        self.ended = False
        self.reads = 0
        self.torn = 0
        self.missing = 0
        self.example = ""

    def run(self) -> None:
        chance = random.Random(1)
        while not self.ended:
            try:
                page = (self._site / chance.choice(self._pages)).read_bytes()
                self.torn += not page.endswith(b"</html>\n") or len(editions(page)) > 1
            except FileNotFoundError as error:
                self.missing += 1
                self.example = str(error.filename)
            self.reads += 1
            time.sleep(0.0005)


class Desk:
    """A site's folder in which editions follow each other."""

    def __init__(self, root: Path, briefings: int) -> None:
        self.root = root
        write_files(root, briefing_sources(make_briefings(briefings)))
        self._settings = root / "content/site.yaml"
        self._briefing = min((root / "content/briefings").iterdir())
        self._texts = {path: path.read_text("utf-8") for path in (self._settings, self._briefing)}

    def publish_edition(self, number: int) -> None:
        """Put an edition into one briefing; every third time into all pages instead."""
        for path, text in self._texts.items():
            path.write_text(text, encoding="utf-8")
        edition = f"edition {number}."
        if number % 3 == 0:
            with self._settings.open("a", encoding="utf-8") as file:
                file.write(f"notice: This is {edition}\n")
        else:
            text = re.sub(
                r"(?m)^title: .*$", f"title: A briefing, {edition}", self._texts[self._briefing]
            )
            self._briefing.write_text(text, encoding="utf-8")

    def build(self) -> subprocess.Popen[bytes]:
        """Start a build."""
        command = [sys.executable, "-m", "generator", "-C", str(self.root), "build"]
        return subprocess.Popen(command, stderr=subprocess.DEVNULL)

    def edition(self) -> int | None:
        """Return the edition that all pages of the site are of; None where they differ."""
        found = set[int]().union(*(editions(page.read_bytes()) for page in pages_of(self.site)))
        return found.pop() if len(found) == 1 else None

    @property
    def site(self) -> Path:
        return self.root / "site"

    def left_over(self) -> list[str]:
        """Return what lies beside the site that nobody should find there."""
        known = {"site", "content", "articles", ".cache", ".briefings-lock"}
        return [path.name for path in self.root.iterdir() if path.name not in known]


def kill_builds(desk: Desk, kills: int, seed: int) -> dict[str, int]:
    """Return how often the site was old, new, mixed, and what a reader met."""
    chance = random.Random(seed)
    desk.publish_edition(1)
    desk.build().wait()
    usual = timed(desk, 2)
    reader = Reader(desk.site)
    reader.start()
    counts = {"old": 0, "new": 0, "mixed": 0}
    current: int | None = 2
    for number in range(3, kills + 3):
        desk.publish_edition(number)
        process = desk.build()
        time.sleep(chance.uniform(0.3 * usual, 1.8 * usual))
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = desk.edition()
        counts["mixed" if found is None else "old" if found == current else "new"] += 1
        current = found
    reader.ended = True
    reader.join()
    if reader.missing:
        print(f"missing, for one: {reader.example}", file=sys.stderr)
    return counts | {"reads": reader.reads, "torn": reader.torn, "missing": reader.missing}


def timed(desk: Desk, number: int) -> float:
    """Return how long the build of an edition takes."""
    desk.publish_edition(number)
    start = time.perf_counter()
    desk.build().wait()
    return time.perf_counter() - start


def differences(desk: Desk) -> int:
    """Return in how many files a last build differs from one from nothing."""
    desk.build().wait()
    last = tree(desk.site)
    shutil.rmtree(desk.root / ".cache")
    shutil.rmtree(desk.site)
    desk.build().wait()
    return len(dict(last.items() ^ tree(desk.site).items()))


def tree(site: Path) -> dict[str, bytes]:
    """Return the files of a site."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def main() -> None:
    """Kill builds, and end with 1 where a site was ever anything but whole."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--briefings", type=int, default=40)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        desk = Desk(Path(folder, "desk"), asked.briefings)
        counts = kill_builds(desk, asked.kills, asked.seed)
        counts["different from a build from nothing"] = differences(desk)
        counts["left over"] = len(desk.left_over())
    print(f"seed {asked.seed}: " + ", ".join(f"{name} {n}" for name, n in counts.items()))
    wrong = ("mixed", "torn", "missing", "left over", "different from a build from nothing")
    sys.exit(any(counts[name] for name in wrong))


if __name__ == "__main__":
    main()
