"""The paths of rendered files -> a refusal of those that no site can hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from generator.errors import BriefingError, Place, Problems, SiteError
from generator.output.exchange import MARKER

LONGEST_NAME = 255
"""Bytes in one part of a path: the limit of the common filesystems."""


def refuse_bad_paths(files: Iterable[str]) -> None:
    """Refuse a path that leads out of the site, and two pages that one address would name."""
    problems: list[BriefingError] = [
        SiteError("This path cannot be a page of the site.", Place(repr(path)))
        for path in files
        if not is_plain(path)
    ]
    taken: dict[str, str] = {}
    for path in sorted(files):
        other = taken.setdefault(_address(path), path)
        if other != path:
            problems.append(_clash(path, other))
    for path in sorted(files):
        problems.extend(
            _clash(path, taken[address])
            for address in (_address(str(folder)) for folder in PurePosixPath(path).parents)
            if address in taken
        )
    if problems:
        raise Problems(problems)


def is_plain(path: str) -> bool:
    """Tell whether a path is that of a file inside the site, on any filesystem."""
    parts = path.split("/")
    return (
        path != MARKER
        and "\\" not in path
        and path.isprintable()
        and all(part not in {"", ".", ".."} for part in parts)
        and all(len(part.encode("utf-8", "surrogatepass")) <= LONGEST_NAME for part in parts)
    )


def _address(path: str) -> str:
    """Return what filesystems that ignore case and Unicode form take `path` for."""
    return unicodedata.normalize("NFC", path).casefold()


def _clash(path: str, other: str) -> SiteError:
    return SiteError(
        f"It has the same address as {other}.",
        Place(path),
        "Give one of the two another id.",
    )
