"""Whole sites, published without a build."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.output import (
    Change,
    Outcome,
    make_ready,
    put_in_place,
    remove,
    stage_file,
    stage_for,
    state,
)


def publish(
    files: dict[str, bytes],
    site: Path,
    *,
    fresh: bool = False,
    spare: Path | None = None,
    is_great: bool = False,
) -> Outcome:
    """Make `site` hold exactly `files`, by way of a spare where there is one."""
    make_ready(site)
    stage = stage_for(site)
    known = site if site.is_dir() and not fresh else None
    try:
        written = {path for path in files if stage_file(stage, known, path, files[path])}
        removed = set(tree(site)) - set(files)
        name = hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()
        if written or removed or state(site) != name:
            lag = difference(spare, site) if spare and state(spare) else None
            change = Change(
                frozenset(written),
                frozenset(removed),
                name,
                lambda: list(files),
                spare or site.parent / ".cache" / "spare",
                lag,
                is_great,
            )
            put_in_place(stage, site, change)
    finally:
        remove(stage)
    return Outcome(len(files), tuple(sorted(written)), tuple(sorted(removed)))


def difference(one: Path, other: Path) -> frozenset[str]:
    """Return the files in which two trees differ."""
    return frozenset(path for path, _ in tree(one).items() ^ tree(other).items())


def tree(site: Path) -> dict[str, bytes]:
    """Return the files of a site, without its marker."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name != ".briefings"
    }
