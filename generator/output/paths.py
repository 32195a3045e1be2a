"""The paths of written files -> a refusal of those that no site can hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.errors import Place, SiteError
from generator.output.exchange import MARKER

LONGEST_NAME = 255
"""Bytes in one part of a path: the limit of the common filesystems."""


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


def refusal(path: str) -> SiteError | None:
    """Return what is wrong with a path that leads out of the site, or that no file can have."""
    if is_plain(path):
        return None
    return SiteError("This path cannot be a page of the site.", Place(repr(path)))


def address_of(path: str) -> str:
    """Return what filesystems that ignore case and Unicode form take `path` for."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", path).casefold()


def folders_of(address: str) -> Iterator[str]:
    """Yield the addresses of the folders that an address lies in, the innermost first."""
    while (end := address.rfind("/")) > 0:
        address = address[:end]
        yield address


def clash(path: str, other: str) -> SiteError:
    """Return a complaint about two files that one address would name."""
    if path == other:
        fix = "Give one of them another id or name."
        return SiteError(f"Two files of the site would lie at {path}.", None, fix)
    return SiteError(
        f"It has the same address as {other}.", Place(path), "Give one of the two another id."
    )
