"""Publishing: the site folder is replaced as a whole, or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from publishing import publish, tree

from generator.errors import SiteError
from generator.output import move_files, replace_file, state, write
from generator.output.paths import refusal

OLD = {"index.html": b"old", "people/index.html": b"people", "style.css": b"css"}
NEW = {"index.html": b"new", "style.css": b"css", "places/gaza/index.html": b"gaza"}


def beside(site: Path) -> list[str]:
    """Return what lies beside a site, but for what is kept for the next build."""
    return [path.name for path in site.parent.iterdir() if path.name not in {"site", ".cache"}]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    publish(OLD, tmp_path / "site")
    return tmp_path / "site"


def test_a_first_build_makes_the_folder(site: Path) -> None:
    assert tree(site) == OLD


def test_the_new_site_replaces_the_old_one_and_leaves_nothing_beside_it(site: Path) -> None:
    outcome = publish(NEW, site)

    assert tree(site) == NEW
    assert not (site / "people").exists()
    assert outcome.written == ("index.html", "places/gaza/index.html")
    assert outcome.removed == ("people/index.html",)
    assert outcome.files == 3
    assert beside(site) == []


def test_an_unchanged_file_is_the_same_file_on_disk(site: Path) -> None:
    before = (site / "style.css").stat().st_ino
    publish(NEW, site)
    assert (site / "style.css").stat().st_ino == before


def test_a_fresh_build_writes_every_file_anew(site: Path) -> None:
    before = (site / "style.css").stat().st_ino
    assert publish(OLD, site, fresh=True).written == tuple(sorted(OLD))
    assert (site / "style.css").stat().st_ino != before


def test_a_build_with_nothing_to_do_touches_nothing(site: Path) -> None:
    before = site.stat().st_ino
    outcome = publish(OLD, site)
    assert (outcome.written, outcome.removed) == ((), ())
    assert site.stat().st_ino == before


def test_a_file_changed_by_hand_is_put_right(site: Path) -> None:
    (site / "style.css").write_bytes(b"ccs")
    publish(OLD, site)
    assert tree(site) == OLD


def test_a_link_inside_the_site_becomes_a_file_again(site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.css"
    elsewhere.write_bytes(b"css")
    (site / "style.css").unlink()
    (site / "style.css").symlink_to(elsewhere)
    publish(OLD, site)
    assert not (site / "style.css").is_symlink()


@pytest.mark.parametrize(
    "path",
    ["../x", "/x", "a/../../x", "a//b", "", ".", "a/.", "a\\b", "a\0b", "a\nb", "x" * 256],
)
def test_a_path_that_no_page_can_have_is_refused(path: str) -> None:
    assert "cannot be a page" in str(refusal(path))


def test_a_folder_with_files_of_someone_else_is_never_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "thesis.tex").write_text("years of work")
    with pytest.raises(SiteError, match=r"no build has written, such as thesis\.tex"):
        publish(NEW, site)
    assert (site / "thesis.tex").read_text() == "years of work"


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(NEW, tmp_path / "site")
    assert tree(tmp_path / "site") == NEW


def test_a_symbolic_link_as_the_site_is_refused(site: Path) -> None:
    link = site.with_name("link")
    link.symlink_to(site)
    with pytest.raises(SiteError, match="symbolic link"):
        publish(NEW, link)
    assert tree(site) == OLD


def test_a_file_as_the_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("not a folder")
    with pytest.raises(SiteError, match="this is a file"):
        publish(NEW, tmp_path / "site")


def test_leftovers_of_killed_builds_go(site: Path) -> None:
    leftover = site.with_name("site.staged-new")
    leftover.mkdir()
    (leftover / "half.html").write_text("ha")
    publish(OLD, site)
    assert beside(site) == []


def test_a_swap_in_two_steps_that_was_killed_between_them_is_undone(site: Path) -> None:
    site.rename(site.with_name("site.staged-old"))
    publish(OLD, site)
    assert tree(site) == OLD
    assert not site.with_name("site.staged-old").exists()


def test_a_full_disk_leaves_the_old_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_open = os.open

    def full(path: Path, flags: int, *rest: int) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.ENOSPC, "No space left on device")
        return really_open(path, flags, *rest)

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(SiteError, match=r"disk is full\. Free some space"):
        publish(NEW, site)
    assert tree(site) == OLD
    assert beside(site) == []


def test_without_an_atomic_exchange_the_swap_takes_two_steps(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    publish(NEW, site)
    assert tree(site) == NEW
    assert beside(site) == []


def test_a_folder_that_may_not_be_renamed_is_copied_aside(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "site":
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return rename(path, target)

    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr(Path, "rename", refuse)
    publish(NEW, site)
    assert tree(site) == NEW
    assert beside(site) == []


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "content" / "storm.yaml"
    replace_file(path, b"title: Storm\n")
    path.chmod(0o640)
    replace_file(path, b"title: Calm\n")
    assert path.read_bytes() == b"title: Calm\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(path.parent) == ["storm.yaml"]  # noqa: PTH208


def test_a_linked_file_is_written_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("old")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    replace_file(tmp_path / "link.yaml", b"new")
    assert (tmp_path / "real.yaml").read_text() == "new"
    assert (tmp_path / "link.yaml").is_symlink()


def test_a_file_that_somebody_else_has_saved_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "storm.yaml"
    path.write_bytes(b"saved by hand")
    assert not replace_file(path, b"new", over=b"old")
    assert path.read_bytes() == b"saved by hand"
    assert replace_file(path, b"new", over=b"saved by hand")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("storm.yaml", b"new")]


@pytest.mark.parametrize("count", [2, 100])
def test_files_are_moved_over_those_of_their_names(tmp_path: Path, count: int) -> None:
    files = {f"{at}.yaml": b"%d" % at for at in range(count)}
    staged, kept = tmp_path / "staged", tmp_path / "kept"
    for folder, contents in ((staged, files), (kept, dict.fromkeys(files, b"old"))):
        for name, content in contents.items():
            write(folder / name, content)
    move_files(staged, files, kept)
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == files
    assert list(staged.iterdir()) == []


def test_a_spare_whose_removal_is_cut_short_is_no_spare(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spare = site.parent / ".cache" / "spare"
    publish(NEW, site)
    assert state(spare)

    def killed(path: Path, **_: object) -> None:
        raise KeyboardInterrupt(path)

    monkeypatch.setattr("shutil.rmtree", killed)
    with pytest.raises(KeyboardInterrupt):
        publish(OLD, site)
    assert spare.is_dir()
    assert state(spare) is None


def test_a_great_change_makes_the_spare_anew_as_links(site: Path) -> None:
    spare = site.parent / ".cache" / "spare"
    publish({"index.html": b"1", "a/b/index.html": b"2"}, site, is_great=True)
    assert tree(spare) == tree(site)
    assert state(spare) == state(site)
    assert (spare / "a/b/index.html").stat().st_ino == (site / "a/b/index.html").stat().st_ino


def test_a_spare_that_cannot_be_made_is_none(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    publish(NEW, site, is_great=True)
    assert tree(site) == NEW
    assert tree(site.parent / ".cache" / "spare") == OLD


def test_a_spare_counts_only_once_it_is_on_the_disk(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spare = site.parent / ".cache" / "spare"

    def power_cut(*_: object) -> None:
        assert tree(spare) == NEW
        assert state(spare) is None
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.output.sync_all", power_cut)
    with pytest.raises(KeyboardInterrupt):
        publish(NEW, site, is_great=True)
    assert tree(site) == OLD


def test_a_spare_is_brought_up_to_date(site: Path) -> None:
    spare = site.parent / ".cache" / "spare"
    for files in (NEW, {**NEW, "index.html": b"newer"}, OLD, {"style.css": b"css"}, NEW):
        publish(files, site, spare=spare)
        assert tree(site) == files
        assert state(spare)
