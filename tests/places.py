"""Sites of a few files, and the places that they are published to."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.pipeline import Layout, Publication, Wish
from generator.pipeline.publishing import bring
from generator.settings import AnyTarget


@dataclass
class Hearer:
    """Hears how far the work is, and keeps it."""

    heard: list[tuple[str, int, int]] = field(default_factory=list)

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        self.heard.append((stage, done, total))

    def say(self, message: str) -> None:
        self.heard.append((message, 0, 0))


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def read_files(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def put_site(root: Path, files: Mapping[str, bytes]) -> None:
    """Make the built site of a folder hold some files and the mark of ours."""
    site = root / "site"
    for path in sorted(site.rglob("*"), reverse=True) if site.exists() else ():
        path.rmdir() if path.is_dir() else path.unlink()
    write_files(site, {".briefings": b"ours", **files})


def publish(root: Path, target: AnyTarget, **how: bool) -> Publication:
    """Publish the built site of a folder, whatever it is made from."""
    return bring(Layout(root), Wish((target,), **how), Hearer())


def git(folder: Path, *arguments: str) -> str:
    run = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True)
    return run.stdout.decode()


def new_repository(folder: Path) -> Path:
    """Make a repository with a bare one beside it as its origin; return the latter."""
    bare = folder.with_name(f"{folder.name}.git")
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(bare))
    git(folder, "remote", "add", "origin", str(bare))
    return bare


def branch_files(bare: Path, branch: str = "gh-pages") -> dict[str, bytes]:
    """Return what a branch of a bare repository holds."""
    names = git(bare, "ls-tree", "-r", "-z", "--name-only", branch).split("\0")
    return {
        name: subprocess.run(
            ["git", "show", f"{branch}:{name}"], cwd=bare, capture_output=True, check=True
        ).stdout
        for name in names
        if name
    }
