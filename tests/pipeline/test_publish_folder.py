"""Publishing to a folder: replaced as a whole, or with earlier publications kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import publish, put_site, read_files, write_files

from generator.errors import SiteError
from generator.settings import FolderTarget

FIRST = {"index.html": b"one", "people/ana/index.html": b"Ana", "old.html": b"old"}
SECOND = {"index.html": b"two", "people/ana/index.html": b"Ana", "new.html": b"new"}
MARK = {".briefings": b"ours"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put_site(tmp_path / "desk", FIRST)
    (tmp_path / "www").mkdir()
    return tmp_path / "desk"


@pytest.fixture
def whole(root: Path) -> FolderTarget:
    del root
    return FolderTarget(name="server", to="folder", path="../www/desk")


@pytest.fixture
def kept(root: Path) -> FolderTarget:
    del root
    return FolderTarget(name="server", to="folder", path="../www/desk", releases=2)


def told(problems: tuple[Exception, ...]) -> str:
    [problem] = problems
    assert isinstance(problem, SiteError)
    return str(problem)


def test_a_folder_is_replaced_and_nothing_stays_beside_it(root: Path, whole: FolderTarget) -> None:
    www = root.parent / "www"
    publish(root, whole)
    assert read_files(www) == {f"desk/{name}": text for name, text in (FIRST | MARK).items()}
    put_site(root, SECOND)
    [done] = publish(root, whole).brought
    assert read_files(www) == {f"desk/{name}": text for name, text in (SECOND | MARK).items()}
    assert str(done.plan) == "1 new, 1 changed, 1 removed, 2 as they were; 6 B"


def test_what_a_killed_publication_left_is_taken_away(root: Path, whole: FolderTarget) -> None:
    publish(root, whole)
    write_files(root / "../www/desk.staged-new", {"index.html": b"half a"})
    put_site(root, SECOND)
    publish(root, whole)
    www = root.parent / "www"
    assert read_files(www) == {f"desk/{name}": text for name, text in (SECOND | MARK).items()}


def test_with_nothing_to_do_the_folder_is_not_touched(root: Path, whole: FolderTarget) -> None:
    publish(root, whole)
    before = (root / "../www/desk").stat().st_ino
    [done] = publish(root, whole).brought
    assert not done.plan.touches
    assert (root / "../www/desk").stat().st_ino == before


def test_a_dry_run_writes_nothing(root: Path, whole: FolderTarget, kept: FolderTarget) -> None:
    for target in (whole, kept):
        [planned] = publish(root, target, dry_run=True).brought
        assert set(planned.plan.added) == {*FIRST, *MARK}
        assert read_files(root.parent / "www") == {}


def test_a_folder_of_someone_else_is_left_alone(root: Path, whole: FolderTarget) -> None:
    write_files(root / "../www/desk", {"diary.html": b"Dear diary"})
    for insist in (False, True):
        assert "It holds files that no build has written, such as diary.html." in told(
            publish(root, whole, force=insist).problems
        )
    assert read_files(root / "../www/desk") == {"diary.html": b"Dear diary"}


def test_a_folder_in_no_folder_is_not_made(root: Path) -> None:
    target = FolderTarget(name="server", to="folder", path="../not-mounted/desk")
    assert "There is no folder to put it in. Make it, or mount it." in told(
        publish(root, target).problems
    )
    assert not (root / "../not-mounted").exists()


def test_a_mount_is_never_replaced(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "www")
    target = FolderTarget(name="server", to="folder", path="../www")
    assert "something is mounted" in told(publish(root, target).problems)


def test_publications_are_kept_and_readers_follow_a_link(root: Path, kept: FolderTarget) -> None:
    desk = root / "../www/desk"
    publish(root, kept)
    assert read_files(desk / "current") == FIRST | MARK
    first = (desk / "current").readlink()
    assert first.parent == Path("releases")
    put_site(root, SECOND)
    publish(root, kept)
    assert read_files(desk / "current") == SECOND | MARK
    assert read_files(desk / first) == FIRST | MARK
    ana = "people/ana/index.html"
    assert (desk / first / ana).stat().st_ino == (desk / "current" / ana).stat().st_ino


def test_no_more_publications_are_kept_than_wanted(root: Path, kept: FolderTarget) -> None:
    for text in (b"one", b"two", b"three", b"four"):
        put_site(root, {"index.html": text})
        publish(root, kept)
    releases = root / "../www/desk/releases"
    texts = [(path / "index.html").read_bytes() for path in releases.iterdir() if path.is_dir()]
    assert sorted(texts) == [b"four", b"three"]
    assert {path.name for path in releases.parent.iterdir()} == {"current", "releases"}


def test_one_can_go_back_and_publish_on_from_there(root: Path, kept: FolderTarget) -> None:
    desk = root / "../www/desk"
    for text in (b"one", b"two"):
        put_site(root, {"index.html": text})
        publish(root, kept)
    [planned] = publish(root, kept, rollback=True, dry_run=True).brought
    assert planned.plan.changed == ("index.html",)
    assert read_files(desk / "current")["index.html"] == b"two"
    publish(root, kept, rollback=True)
    assert read_files(desk / "current")["index.html"] == b"one"
    assert "There is no earlier publication to go back to." in told(
        publish(root, kept, rollback=True).problems
    )
    put_site(root, {"index.html": b"three"})
    publish(root, kept)
    publish(root, kept, rollback=True)
    assert read_files(desk / "current")["index.html"] == b"one"


def test_a_site_that_comes_back_is_the_newest_publication(root: Path, kept: FolderTarget) -> None:
    for text in (b"one", b"two", b"one"):
        put_site(root, {"index.html": text})
        publish(root, kept)
    publish(root, kept, rollback=True)
    assert read_files(root / "../www/desk/current")["index.html"] == b"two"


def test_a_publication_killed_before_the_link_changes_is_made_good(
    root: Path, kept: FolderTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = root / "../www/desk"
    publish(root, kept)
    put_site(root, SECOND)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "symlink_to", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            publish(root, kept)
    assert read_files(desk / "current") == FIRST | MARK
    publish(root, kept)
    assert read_files(desk / "current") == SECOND | MARK
    publish(root, kept, rollback=True)
    assert read_files(desk / "current") == FIRST | MARK


def test_only_a_folder_that_keeps_publications_can_go_back(root: Path, whole: FolderTarget) -> None:
    publish(root, whole)
    assert "It keeps no earlier publications. Set `releases`" in told(
        publish(root, whole, rollback=True).problems
    )
