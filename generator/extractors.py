"""The name of an extractor -> who drafts: the program itself, or a plug-in installed beside it.

A plug-in is a function from an Article to a Draft that a package offers as an entry point of the
group `briefings.extractors` (docs/extractors.md).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator import __version__
from generator.errors import BriefingError

if TYPE_CHECKING:  # a build with nothing to do loads no model
    from importlib.metadata import EntryPoint

    from generator.model import Article, Draft

    Extract: TypeAlias = Callable[[Article], Draft]

GROUP = "briefings.extractors"
OWN = "briefings"
"""What the program's own extractor is called."""
_CREDIT = re.compile(rb"^extractor: ['\"]?(.*?)['\"]?\r?$", re.MULTILINE)
BY_HAND = "hand"
"""What the draft of a briefing names that a person has begun, and no extractor is to add to."""


class Extractor(NamedTuple):
    """Who drafts; the function itself is found again wherever it is to work."""

    name: str = OWN
    version: str = __version__

    def __str__(self) -> str:
        """Return what messages and briefings call it."""
        return f"{self.name} {self.version}"

    @property
    def credit(self) -> str | None:
        """What the briefings that it drafts say of it; those of the program itself say nothing."""
        return None if self.name == OWN else str(self)


def find_extractor(name: str) -> Extractor:
    """Return the extractor of a name; raise BriefingError where none is installed under it."""
    if name == OWN:
        return Extractor()
    return Extractor(name, _version(_entry(name)))


def credit_in(text: bytes) -> str | None:
    """Return what the file of a briefing says of who has drafted it, without reading all of it."""
    found = _CREDIT.search(text)
    return found[1].decode() if found else None


@cache
def load_extractor(extractor: Extractor) -> Extract:
    """Return the function of a plug-in; raise BriefingError where this machine does not have it."""
    entry = _entry(extractor.name)
    if (version := _version(entry)) != extractor.version:
        what = f"A worker has version {version} of the extractor {extractor.name}, not {extractor}."
        raise BriefingError(what, None, "Install the same version everywhere.")
    try:
        function = entry.load()
    except (Exception, SystemExit) as error:
        what = f"The extractor {extractor} cannot be loaded from {entry.value}: {said(error)}."
        raise BriefingError(what, None, "Mend it, or choose another.") from error
    if not callable(function):
        what = f"The extractor {extractor} is no function: {entry.value}."
        raise BriefingError(what, None, "Mend its entry point, or choose another.")
    extract: Extract = function
    return extract


def said(error: BaseException) -> str:
    """Return what a stranger's exception says and where it was raised, in one line."""
    import traceback  # most builds call no plug-in

    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}{where}{': ' if words else ''}{words.rstrip('.')}"


def _entry(name: str) -> EntryPoint:
    installed = _installed()
    offered = installed.get(name, ())
    if not offered:
        what = f"There is no extractor '{name}'."
        raise BriefingError(what, None, f"Installed are: {', '.join([OWN, *sorted(installed)])}.")
    if len(offered) > 1:
        packages = ", ".join(sorted(entry.dist.name for entry in offered if entry.dist))
        what = f"Several packages have an extractor '{name}': {packages}."
        raise BriefingError(what, None, "Leave one of them installed.")
    return offered[0]


def _installed() -> Mapping[str, tuple[EntryPoint, ...]]:
    """Return what is offered under each name."""
    from importlib.metadata import entry_points  # half of the sites never ask

    found: dict[str, tuple[EntryPoint, ...]] = {}
    for entry in entry_points(group=GROUP):
        found[entry.name] = (*found.get(entry.name, ()), entry)
    return found


def _version(entry: EntryPoint) -> str:
    return entry.dist.version if entry.dist else "0"
