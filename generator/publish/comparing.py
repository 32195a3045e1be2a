"""A folder and a manifest -> every file that is not as the manifest says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from generator.output import MARKER
from generator.publish.manifest import Manifest, is_listed
from generator.publish.site import Step, files_in

UNLISTED = {MARKER, ".nojekyll", "CNAME"}
"""Files that a published site may have beside those that its manifest lists."""


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """A file that is not as the manifest says."""

    path: str
    what: str

    def __str__(self) -> str:
        """Return the difference in words."""
        return f"{self.path} {self.what}"


def compare_folder(
    folder: Path, manifest: Manifest, step: Step = lambda *_: None
) -> list[Difference]:
    """Return how a folder differs from a manifest."""
    present = {path for path in files_in(folder) if is_listed(path)}
    found = [Difference(p, "is not listed") for p in present - set(manifest.files) - UNLISTED]
    for done, (path, digest) in enumerate(sorted(manifest.files.items())):
        step(done, len(manifest.files))
        if path not in present:
            found.append(Difference(path, "is missing"))
        elif _digest_of_file(folder / path) != digest:
            found.append(Difference(path, "differs"))
    return sorted(found)


def _digest_of_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
