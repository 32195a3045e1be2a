"""A place to publish to that is a folder: replaced as a whole, in one step."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.errors import Place, SiteError
from generator.output import explained, refuse_foreign
from generator.output.exchange import beside, remove, swap, tidy
from generator.publish.manifest import sha256
from generator.publish.plan import Plan
from generator.publish.site import NOTHING, Site, Step, open_site
from generator.publish.staging import stage


@dataclass(frozen=True, slots=True)
class FolderPlace:
    """A folder that holds the site and nothing else."""

    name: str
    path: Path
    extra = NOTHING

    def digest(self, content: bytes) -> str:
        """Return what tells two versions of a file apart here."""
        return sha256(content)

    def held(self) -> dict[str, str]:
        """Return the digests of the files that are here."""
        refuse_folder(self.path)
        refuse_foreign(self.path)
        with explained(self.path):
            return open_site(self.path).digests(self.digest)

    def bring(self, site: Site, plan: Plan, step: Step) -> None:
        """Stage the site beside the folder and exchange the two."""
        with explained(self.path):
            tidy(self.path)
            new = beside(self.path, "new")
            try:
                stage(site, new, self.path, set(plan.carried), step)
                swap(new, self.path)
            finally:
                remove(new)


def refuse_folder(path: Path) -> None:
    """Refuse a folder that cannot be replaced in one step."""
    if not path.parent.is_dir():
        raise SiteError(
            "There is no folder to put it in.", Place(str(path)), "Make it, or mount it."
        )
    if path.is_mount():
        raise SiteError(
            "It is where something is mounted, and cannot be replaced.",
            Place(str(path)),
            "Name a folder inside it, or set `releases`.",
        )
