"""The errors that a user can mend: what is wrong, where, and what to do about it.

    BriefingError
    ├── SeedError       an article cannot be read
    ├── ContentError    a file in content/ is wrong
    ├── SiteError       the site cannot be rendered or written
    └── Problems        several of the above, collected in one stage

Any other exception is a bug of ours and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


def reason(error: object) -> str:
    """Return what the system says about a failure, as part of a sentence."""
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()


class Place(NamedTuple):
    """A position in a file that a person can go to; lines and columns count from 1, 0: unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `path:line:column`, leaving out what is unknown."""
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column or 1}"


class BriefingError(Exception):
    """Something that the user can mend."""

    def __init__(self, what: str, at: Place | None = None, fix: str = "") -> None:
        """State what is wrong (a sentence), the place it was found and the remedy."""
        super().__init__(what)
        self.what = what
        self.at = at
        self.fix = fix

    def __str__(self) -> str:
        """Return the place, what is wrong and what to do, on one line."""
        where = f"{self.at}: " if self.at else ""
        return f"{where}{self.what}{' ' + self.fix if self.fix else ''}"


class SeedError(BriefingError):
    """An article cannot be read."""


class ContentError(BriefingError):
    """A file in `content/` is wrong."""


class SiteError(BriefingError):
    """The site cannot be rendered or written."""


class Problems(BriefingError):  # noqa: N818 (a plural reads better than "ProblemsError")
    """Every problem of one stage, in the order of their places."""

    problems: tuple[BriefingError, ...]

    def __init__(self, problems: Iterable[BriefingError]) -> None:
        """Collect problems, flattening nested collections and dropping repetitions."""
        flat: list[BriefingError] = []
        for problem in problems:
            flat.extend(problem.problems if isinstance(problem, Problems) else [problem])
        unique = {str(problem): problem for problem in flat}
        self.problems = tuple(sorted(unique.values(), key=lambda p: (p.at or Place(""), p.what)))
        super().__init__("\n".join(str(problem) for problem in self.problems))
