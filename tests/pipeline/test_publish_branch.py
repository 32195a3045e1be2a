"""Publishing to a branch of a git repository."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import branch_files, git, new_repository, publish, put_site, write_files

from generator.settings import BranchTarget

FIRST = {"index.html": b"one", "people/ana/index.html": b"Ana", "old.html": b"old"}
SECOND = {"index.html": b"two", "people/ana/index.html": b"Ana", "new.html": b"new"}
MARKS = {".briefings": b"ours", ".nojekyll": b""}
PAGES = BranchTarget(name="pages", to="branch")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    new_repository(root)
    put_site(root, FIRST)
    return root


@pytest.fixture
def bare(root: Path) -> Path:
    return root.with_name("desk.git")


def test_the_branch_holds_the_site_and_what_github_wants(root: Path, bare: Path) -> None:
    target = BranchTarget(name="pages", to="branch", cname="desk.example.org")
    done = publish(root, target)
    assert done.problems == ()
    assert branch_files(bare) == FIRST | MARKS | {"CNAME": b"desk.example.org"}


def test_a_change_is_one_commit_on_top_and_no_change_is_none(root: Path, bare: Path) -> None:
    publish(root, PAGES)
    first = git(bare, "rev-parse", "gh-pages")
    [again] = publish(root, PAGES).brought
    assert not again.plan.touches
    assert git(bare, "rev-parse", "gh-pages") == first
    put_site(root, SECOND)
    [done] = publish(root, PAGES).brought
    assert (done.plan.added, done.plan.changed) == (("new.html",), ("index.html",))
    assert done.plan.removed == ("old.html",)
    assert branch_files(bare) == SECOND | MARKS
    assert git(bare, "rev-parse", "gh-pages~1") == first


def test_the_working_tree_and_its_branches_stay_as_they_are(root: Path) -> None:
    write_files(root, {"notes.txt": b"mine", "content/site.yaml": b""})
    git(root, "add", "content")
    git(root, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "Mine")
    git(root, "branch", "gh-pages")
    write_files(root, {"content/site.yaml": b"title: Unsaved\n"})
    git(root, "add", "content")
    write_files(root, {"content/site.yaml": b"title: Not even added\n"})

    def state() -> tuple[str, ...]:
        return (
            git(root, "status", "--porcelain=v2", "--branch"),
            git(root, "diff", "--cached"),
            git(root, "diff"),
            git(root, "for-each-ref", "refs/heads", "refs/tags"),
        )

    before = state()
    publish(root, PAGES)
    put_site(root, FIRST)
    assert state() == before


def test_a_dry_run_writes_nothing(root: Path, bare: Path) -> None:
    [planned] = publish(root, PAGES, dry_run=True).brought
    assert set(planned.plan.added) == {*FIRST, *MARKS}
    assert git(bare, "for-each-ref") == ""


def test_any_remote_and_branch_can_be_named(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.git"
    git(root, "init", "--quiet", "--bare", str(other))
    target = BranchTarget(name="pages", to="branch", remote=str(other), branch="web/live")
    assert publish(root, target).problems == ()
    assert branch_files(other, "web/live") == FIRST | MARKS


def test_who_commits_need_not_be_set_up(
    root: Path, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    assert publish(root, PAGES).problems == ()
    assert git(bare, "log", "-1", "--format=%cn <%ce>", "gh-pages").strip() == (
        "briefings <briefings@localhost>"
    )
    git(root, "config", "user.name", "Ana Ruiz")
    put_site(root, SECOND)
    publish(root, PAGES)
    assert git(bare, "log", "-1", "--format=%cn", "gh-pages").strip() == "Ana Ruiz"


def test_a_build_server_publishes_from_a_shallow_clone(root: Path, bare: Path) -> None:
    write_files(root, {"content/site.yaml": b""})
    git(root, "add", "content")
    who = "-c", "user.name=A", "-c", "user.email=a@example.org"
    for message in ("One", "Two"):
        git(root, *who, "commit", "-q", "--allow-empty", "-m", message)
    git(root, "push", "-q", "origin", "main")
    for number, files in enumerate((FIRST, SECOND), 1):
        clone = root.with_name(f"clone{number}")
        git(root, "clone", "-q", "--depth=1", f"file://{bare}", str(clone))
        put_site(clone, files)
        assert publish(clone, PAGES).problems == ()
        assert branch_files(bare) == files | MARKS
        assert git(bare, "rev-list", "--count", "gh-pages").strip() == str(number)


def test_somebody_elses_files_are_kept_unless_the_call_insists(root: Path, bare: Path) -> None:
    git(root, "-c", "user.name=A", "-c", "user.email=a@example.org",
        "commit", "-q", "--allow-empty", "-m", "Empty")  # fmt: skip
    write_files(root, {"diary.html": b"Dear diary"})
    git(root, "add", "diary.html")
    git(root, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "Diary")
    git(root, "push", "-q", "origin", "main:gh-pages")
    [problem] = publish(root, PAGES).problems
    assert str(problem).startswith(
        "publish to pages: It holds files that no build has written, such as diary.html."
    )
    assert branch_files(bare) == {"diary.html": b"Dear diary"}
    assert publish(root, PAGES, force=True).problems == ()
    assert branch_files(bare) == FIRST | MARKS


def test_what_git_complains_about_is_told(root: Path, tmp_path: Path) -> None:
    gone = BranchTarget(name="pages", to="branch", remote="upstream")
    [problem] = publish(root, gone).problems
    assert "git ls-remote failed: fatal: " in str(problem)
    assert str(problem).endswith("Name another `remote`, or mend the access to this one.")
    put_site(tmp_path / "plain", FIRST)
    [problem] = publish(tmp_path / "plain", PAGES).problems
    assert str(problem).endswith("Make the site's folder a git repository: git init")


def test_a_push_that_is_refused_leaves_nothing_behind(root: Path, bare: Path) -> None:
    hook = bare / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    [problem] = publish(root, PAGES).problems
    assert "git push failed: " in str(problem)
    assert "publish again" in str(problem)
    assert git(root, "for-each-ref") == ""
    assert git(bare, "for-each-ref") == ""
