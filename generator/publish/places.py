"""A target that the settings name -> the place where readers find the site."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from generator.publish.branch import BranchPlace
from generator.publish.bucket import BucketPlace
from generator.publish.folder import FolderPlace
from generator.publish.releases import ReleasesPlace
from generator.settings import AnyTarget, BranchTarget, FolderTarget

PublishingPlace: TypeAlias = BranchPlace | BucketPlace | FolderPlace | ReleasesPlace
"""Each knows what it holds (`held`), in digests of its own (`digest`), and how to `bring` a site
there by a plan; `extra` are files that it needs beside those of the site."""


def open_place(target: AnyTarget, root: Path) -> PublishingPlace:
    """Return the place that a target names; relative paths begin at the site's folder."""
    if isinstance(target, BranchTarget):
        place = BranchPlace(target.name, root, target.remote, target.branch, target.cname)
        return place.in_its_repository()
    if isinstance(target, FolderTarget):
        path = (root / Path(target.path).expanduser()).absolute()
        if target.releases:
            return ReleasesPlace(target.name, path, target.releases)
        return FolderPlace(target.name, path)
    return BucketPlace(target.name, target.bucket, target.prefix, target.endpoint, target.region)
