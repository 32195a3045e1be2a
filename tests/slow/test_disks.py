"""Builds on disks that are full, read-only, not ours, or change under their hands.

However it fails: one line with a file and a remedy, the old site whole, and after the next build
nothing but what a clean one would have left.
"""

from __future__ import annotations

import contextlib
import datetime
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from desk import Desk
from disks import fill, mounted, read_only, without_privileges

from generator import pipeline
from generator.cli import main
from generator.errors import BriefingError
from generator.pipeline.ground import default_theme

pytestmark = pytest.mark.slow

COUNT = 8
LEAVES = (0, 24, 256, 330, 400, 700)
"""Kilobytes that are left: enough for nothing, for the cache, for some of the pages, for all."""
ONE_LINE = re.compile(r"\S+: \w.*[.!] [A-Z].*\.\n")


def briefing(number: int, does: str) -> str:
    return f"""title: Ferry {number} to {does}
status: published
sources: [{{title: A call, publisher: The Post, published: 2026-03-{number + 1:02}}}]
who: [{{name: Ann {"ABCDEFGH"[number]}. Ode, kind: person, by: editor}}]
what: [{{statement: Ferry {number} will {does}., by: editor}}]
open_questions: [{{question: Will ferry {number} {does} again?, by: editor}}]
"""


def edit(desk: Desk, does: str) -> None:
    for number in range(COUNT):
        desk.write(f"content/briefings/ferry-{number}.yaml", briefing(number, does))


def begin(root: Path) -> Desk:
    desk = Desk(root)
    desk.write("content/site.yaml", "title: Ferries\ndrafts: true\n")
    edit(desk, "stop")
    assert desk.run("build").exit_code == 0
    return desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return begin(tmp_path / "desk")


def run_as_others(desk: Desk) -> tuple[int, str]:
    """Build as an ordinary user would, whom permissions bind; return how it ended."""
    call = [*without_privileges(), sys.executable, "-m", "generator", "-C", desk.root, "build"]
    run = subprocess.run(call, capture_output=True, text=True, check=False)
    return run.returncode, run.stderr


def check_failure(result: Result, reason: str) -> None:
    assert result.exit_code == 1, result.output
    assert reason in result.stderr
    assert ONE_LINE.fullmatch(result.stderr), result.stderr


def check_recovery(desk: Desk) -> None:
    """Check that the next build leaves what a clean one leaves, and nothing beside it."""
    result = desk.run("build")
    assert result.exit_code == 0, result.output
    assert {path.name for path in desk.root.iterdir()} <= {
        ".briefings-lock", ".cache", "content", "seeds", "site",
    }  # fmt: skip
    assert {path.name for path in (desk.root / ".cache").iterdir()} <= {"build.sqlite", "spare"}
    assert not [path for path in desk.root.rglob("*") if "staged" in path.name]
    site = desk.site()
    assert desk.run("build", "--clean").exit_code == 0
    assert desk.site() == site


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=8m", "tmpfs") as disk:
        yield disk


def test_a_full_disk_leaves_the_old_site(disk: Path) -> None:
    desk = begin(disk / "desk")
    failures = 0
    for left in LEAVES:
        site = desk.site()
        edit(desk, f"leave {left}")
        ballast = fill(disk, left * 1024)
        result = desk.run("build")
        if result.exit_code:
            failures += 1
            check_failure(result, "full")
            assert desk.site() == site
        ballast.unlink()
        check_recovery(desk)
    assert 1 < failures < len(LEAVES)


@pytest.mark.parametrize("size", ["4k", "64k", "256k", "300k"])
def test_a_full_disk_of_temporary_files_makes_no_search_index_by_half(
    size: str, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = desk.site()
    edit(desk, "leave")
    with mounted(tmp_path / "tmp", "-t", "tmpfs", "-o", f"size={size}", "tmpfs") as temporary:
        monkeypatch.setattr("tempfile.tempdir", str(temporary))
        result = desk.run("build")
        assert result.exit_code == 1
        assert f"the disk of {temporary} is full. Free some space" in result.stderr
        assert not list(temporary.iterdir())
    assert desk.site() == site
    monkeypatch.undo()
    check_recovery(desk)


def test_no_place_for_temporary_files_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = desk.site()
    edit(desk, "leave")
    with mounted(tmp_path / "tmp", "-t", "tmpfs", "-o", "nr_inodes=2", "tmpfs") as temporary:
        monkeypatch.setattr("tempfile.tempdir", str(temporary))
        result = desk.run("build")
    assert result.exit_code == 1
    assert "The search index cannot be made: no space left on device in " in result.stderr
    assert desk.site() == site
    monkeypatch.undo()
    check_recovery(desk)


def test_a_new_site_on_a_full_disk_is_none(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=32k", "tmpfs") as disk:
        result = CliRunner().invoke(main, ["init", str(disk / "new")])
        check_failure(result, "It cannot be written: the disk is full.")
        assert not list(disk.iterdir())


@pytest.mark.parametrize("where", [".", "site", "content", ".cache"])
def test_a_read_only_disk_leaves_the_old_site(where: str, desk: Desk) -> None:
    site = desk.site()
    edit(desk, "leave")
    with read_only(desk.root / where):
        result = desk.run("build")
        assert desk.site() == site
    check_failure(result, "desk")
    check_recovery(desk)


def test_a_disk_mounted_as_the_site_is_told(desk: Desk) -> None:
    edit(desk, "leave")
    with mounted(desk.root / "site", "--bind", str(desk.root / "site")):
        result = desk.run("build")
    check_failure(result, "a mount point")
    check_recovery(desk)


MAYBE = ("site", ".cache/spare")
"""What a build can do without, if it is in the right place."""
NOT_OURS = [
    (".", 0o555),
    ("site", 0o555),
    (".cache", 0o555),
    (".cache/build.sqlite", 0o000),
    (".cache/spare", 0o555),
    (".briefings-lock", 0o000),
    ("content", 0o000),
    ("content/site.yaml", 0o000),
    ("content/briefings", 0o000),
    ("content/briefings/ferry-1.yaml", 0o000),
    ("content/.published", 0o555),
    ("content/pages", 0o000),
    ("seeds", 0o000),
]


@pytest.mark.parametrize(("name", "mode"), NOT_OURS)
def test_what_may_not_be_touched_is_told(name: str, mode: int, desk: Desk) -> None:
    desk.write("content/pages/about.md", "# About\n")
    assert desk.run("new", str(desk.write("seeds/storm.txt", "A storm.\n"))).exit_code == 0
    assert desk.run("build").exit_code == 0
    edit(desk, "leave")
    path, site = desk.root / name, desk.site()
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        status, said = run_as_others(desk)
    finally:
        path.chmod(before)
    if name in MAYBE and status == 0:
        return
    assert desk.site() == site
    assert status == 1, said
    assert "Traceback" not in said
    assert str(path) in said
    check_recovery(desk)


def test_the_folder_of_somebody_else_is_replaced_where_that_is_allowed(desk: Desk) -> None:
    if not without_privileges():
        pytest.skip("only root can give a folder away")
    subprocess.run(["chown", "-R", "65534", desk.root / "site"], check=True)
    edit(desk, "leave")
    status, said = run_as_others(desk)
    assert status == 0 or "It cannot be written" in said
    subprocess.run(["chown", "-R", "0", desk.root], check=True)
    check_recovery(desk)


def test_an_unreadable_article_holds_up_nothing(desk: Desk) -> None:
    article = desk.write("seeds/storm.txt", "A storm is coming.\n")
    desk.write("content/briefings/storm.yaml", "title: Storm\nsources: [seeds/storm.txt]\n")
    article.chmod(0)
    status, said = run_as_others(desk)
    assert status == 1
    assert "seeds/storm.txt" in said
    assert "Traceback" not in said
    assert "briefings/storm/index.html" in desk.site()


class Vandal:
    """Does something when a build has come to a stage."""

    def __init__(self, stage: str, name: str, root: Path) -> None:
        self.stages: list[str] = []
        self._stage = stage
        self._path = root / name

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        self.stages.append(stage)
        if stage == self._stage and self._path.exists():
            self._path.rename(self._path.with_name(".gone"))

    def say(self, message: str) -> None:
        pass

    def mend(self) -> None:
        gone = self._path.with_name(".gone")
        if gone.exists():
            with contextlib.suppress(OSError):  # a build may have begun a new cache meanwhile
                gone.rename(self._path)  # in the place of nothing, or of an empty folder
        shutil.rmtree(gone, ignore_errors=True)


@pytest.mark.parametrize(
    "name",
    ["content/briefings/ferry-1.yaml", "content/briefings", "content/site.yaml",
     "content/entities.yaml", "content/pages/about.md", "templates/page.html", "templates",
     ".cache", "site", "site/index.html"],
)  # fmt: skip
@pytest.mark.parametrize("stage", ["Reading content", "Rendering", "Listing", "Writing the site"])
def test_what_vanishes_in_the_middle_is_told_or_left_out(
    stage: str, name: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path / "desk")
    desk.write("content/site.yaml", "title: Ferries\nsearch: false\n")
    desk.write("content/entities.yaml", "entities: [{name: Ann B. Ode, note: Mayor.}]\n")
    desk.write("content/pages/about.md", "# About\n")
    desk.write("templates/page.html", (default_theme() / "page.html").read_bytes())
    edit(desk, "stop")
    layout, options = pipeline.Layout(desk.root), pipeline.Options(datetime.date(2026, 3, 4))
    pipeline.build(layout, options, Vandal("", "", desk.root))
    edit(desk, "leave")
    vandal = Vandal(stage, name, desk.root)
    try:
        pipeline.build(layout, options, vandal)
    except BriefingError as error:
        assert str(error)  # told, with what was gone
    assert stage in vandal.stages
    vandal.mend()
    pipeline.build(layout, options, Vandal("", "", desk.root))
    site = desk.site()
    pipeline.build(layout, pipeline.Options(options.today, clean=True), Vandal("", "", desk.root))
    assert desk.site() == site
    assert not [path for path in desk.root.rglob("*") if "staged" in path.name]


def test_two_builds_at_once_are_one_after_the_other(desk: Desk) -> None:
    edit(desk, "leave")
    call = [sys.executable, "-m", "generator", "-C", desk.root, "build", "--clean"]
    builds = [subprocess.Popen(call, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    check_recovery(desk)
