"""A place to publish to that keeps earlier publications: `current -> releases/<digest>`.

The file `releases/history` names the publications, the newest last; the link says which of them
readers see. To go back is to point the link at the one before, and the next publication forgets
what came after it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Place, SiteError
from generator.output import explained, replace_file
from generator.output.exchange import beside, remove, swap
from generator.publish.manifest import sha256
from generator.publish.plan import Plan
from generator.publish.site import NOTHING, Site, Step, open_site
from generator.publish.staging import stage

SHORT = 16
"""Digits of the digest in the name of a release: 64 bits, of which a few dozen are in use."""


@dataclass(frozen=True, slots=True)
class ReleasesPlace:
    """A folder with the last publications, and a link to the one that readers see."""

    name: str
    path: Path
    keep: int
    extra = NOTHING

    @property
    def current(self) -> Path:
        """The link that the web server follows."""
        return self.path / "current"

    @property
    def releases(self) -> Path:
        """The folder of the publications."""
        return self.path / "releases"

    def digest(self, content: bytes) -> str:
        """Return what tells two versions of a file apart here."""
        return sha256(content)

    def held(self) -> dict[str, str]:
        """Return the digests of the files that readers see."""
        if self.current.exists() and not self.current.is_symlink():
            raise SiteError("This is no link.", Place(str(self.current)), "Move it away.")
        with explained(self.path):
            return open_site(self.current).digests(self.digest)

    def bring(self, site: Site, plan: Plan, step: Step) -> None:
        """Add a publication, point the link at it, and take the oldest ones away."""
        release = self.releases / _name_of(site.digests(self.digest))
        new = beside(release, "new")
        with explained(self.path):
            remove(new)
            try:
                stage(site, new, self.current, set(plan.carried), step)
                swap(new, release)
            finally:
                remove(new)
            before = [name for name in self._until_now() if name != release.name]
            kept = [*before, release.name][-self.keep :]
            self._point_at(release.name, kept)
            self._forget_all_but(kept)

    def earlier(self) -> Path:
        """Return the publication before the one that readers see."""
        before = self._until_now()[:-1]
        if not before:
            raise SiteError(
                "There is no earlier publication to go back to.",
                Place(str(self.releases)),
                "Build the site that you want, and publish it.",
            )
        return self.releases / before[-1]

    def go_back(self) -> None:
        """Show readers the publication before."""
        with explained(self.path):
            self._point_at(self.earlier().name, self._history())

    def _history(self) -> list[str]:
        """Return the names of the publications that are here, the newest last."""
        try:
            names = (self.releases / "history").read_text(encoding="utf-8").split()
        except FileNotFoundError:
            return []
        return [name for name in names if (self.releases / name).is_dir()]

    def _until_now(self) -> list[str]:
        """Return the names of the publications up to the one that readers see."""
        if not self.current.is_symlink():
            return []
        shown = self.current.readlink().name
        history = self._history()
        return history[: history.index(shown) + 1] if shown in history else [shown]

    def _point_at(self, name: str, history: Iterable[str]) -> None:
        """Write the history first: killed in between, the link still says what readers see."""
        replace_file(self.releases / "history", "".join(f"{one}\n" for one in history).encode())
        link = self.path / ".current.new"
        remove(link)
        link.symlink_to(Path("releases") / name)
        link.replace(self.current)

    def _forget_all_but(self, kept: Iterable[str]) -> None:
        wanted = {*kept, "history"}
        for path in self.releases.iterdir():
            if path.name not in wanted:
                remove(path)


def _name_of(digests: Mapping[str, str]) -> str:
    """Return the name of a publication with these files."""
    lines = "".join(f"{digest} {path}\n" for path, digest in sorted(digests.items()))
    return hashlib.sha256(lines.encode()).hexdigest()[:SHORT]
