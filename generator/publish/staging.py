"""The files of a site -> a copy of them beside the one that readers see."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

from generator.output import make_durable
from generator.publish.site import Site, Step


def stage(site: Site, folder: Path, old: Path, carried: Collection[str], step: Step) -> None:
    """Fill a new folder with a site, and bring it to the disk.

    What is not carried lies unchanged in the old folder already, and is linked to where that can
    be done.
    """
    folder.mkdir(parents=True)
    for parent in {(folder / path).parent for path in site.paths}:
        parent.mkdir(parents=True, exist_ok=True)
    for done, path in enumerate(site.paths):
        step(done, len(site.paths))
        if path in carried or not _link(old / path, folder / path):
            _copy(site, path, folder / path)
    make_durable(folder, carried)


def _link(source: Path, target: Path) -> bool:
    try:
        target.hardlink_to(source)
    except OSError:  # FAT, another owner, too many links
        return False
    return True


def _copy(site: Site, path: str, target: Path) -> None:
    if path in site.extra:
        target.write_bytes(site.extra[path])
    else:
        shutil.copyfile(site.folder / path, target)
