"""A built site and the places that its settings name -> what was brought where."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.errors import BriefingError, Place, Problems, SiteError
from generator.extractors import find_extractor
from generator.lock import only_builder
from generator.output import MARKER, explained
from generator.pipeline.assembling import is_shown
from generator.pipeline.checking import check
from generator.pipeline.content import Entry, load_content, read_text
from generator.pipeline.drafting import undrafted
from generator.pipeline.ground import files_of, folders_of
from generator.pipeline.recording import record, shown_of
from generator.pipeline.values import PATIENCE, Layout, Options, Watch
from generator.publish.branch import BranchPlace
from generator.publish.comparing import compare_folder
from generator.publish.fitting import address_of, fits
from generator.publish.manifest import (
    SEARCH_INDEX,
    Manifest,
    differences,
    own_manifest,
    sha256,
)
from generator.publish.places import PublishingPlace, open_place
from generator.publish.plan import Plan, compare
from generator.publish.releases import ReleasesPlace
from generator.publish.site import open_site
from generator.settings import AnyTarget, BranchTarget, Settings, load_settings

FEW = 5
"""Names that one message tells."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a call of `publish` asks for."""

    targets: tuple[AnyTarget, ...]
    dry_run: bool = False
    """Whether to tell what would change, and change nothing."""
    force: bool = False
    """Whether to publish a site that should not be."""
    rollback: bool = False
    """Whether to go back to the publication before."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What was done at one place, or would be."""

    target: AnyTarget
    plan: Plan


@dataclass(frozen=True, slots=True)
class Publication:
    """How publishing ended."""

    brought: tuple[Brought, ...] = ()
    problems: tuple[BriefingError, ...] = ()
    """Why the site was not published, or not everywhere."""
    doubts: tuple[BriefingError, ...] = ()
    """Why it would not have been, had the call not insisted."""
    refused: bool = False
    """Whether nothing was even begun."""


@explained()
def publish(layout: Layout, wish: Wish, options: Options, watch: Watch) -> Publication:
    """Bring the built site to its targets, if it is what the content says and nothing is wrong."""
    with only_builder(layout.root, PATIENCE, watch.say):
        doubts = () if wish.rollback else _doubts(layout, wish, options, watch)
        if doubts and not wish.force:
            return Publication(problems=doubts, refused=True)
        return replace(bring(layout, wish, watch), doubts=doubts)


def _doubts(
    layout: Layout, wish: Wish, options: Options, watch: Watch
) -> tuple[BriefingError, ...]:
    """Return why the built site should not be published."""
    manifest = manifest_of(layout)
    built = as_built(options, manifest)
    problems = list(check(layout, built, watch).problems)
    watch("Comparing the site with its content")
    with contextlib.suppress(Problems):  # what cannot be read, `check` has told
        content, entries = load_content(layout)
        problems += doubts_about(layout, content.settings, entries, manifest, built)
    if manifest:
        problems += misfits(layout, wish.targets, manifest)
    return Problems(problems).problems


def targets_of(layout: Layout) -> tuple[AnyTarget, ...]:
    """Return the places that the settings name."""
    return load_settings(read_text(layout.settings), str(layout.settings)).publish


def manifest_of(layout: Layout) -> Manifest | None:
    """Return the manifest of the built site, which must be there."""
    if not (layout.site / MARKER).is_file():
        raise SiteError("There is no built site.", Place(str(layout.site)), "Run: briefings build")
    return own_manifest(layout.site)


def doubts_about(
    layout: Layout,
    settings: Settings,
    entries: Iterable[Entry],
    manifest: Manifest | None,
    options: Options,
) -> Iterator[BriefingError]:
    """Yield why the built site is not what the content says."""
    at = Place(str(layout.site))
    if manifest is None:
        yield SiteError("It has no manifest.json.", at, "Run: briefings build")
        return
    if odd := compare_folder(layout.site, manifest):
        what = f"It is not as it was built: {_few(str(one) for one in odd)}."
        yield SiteError(what, at, "Run: briefings build --clean")
    if manifest.drafts and not settings.drafts:
        what = f"It shows drafts, which {layout.settings} does not ask for."
        yield SiteError(what, at, "Run: briefings build")
    has_index = (layout.site / SEARCH_INDEX).is_dir()
    if settings.search and manifest.ingredients.briefings and not has_index:
        yield SiteError("It has no search index.", at, "Run: briefings build")
    entries = list(entries)
    shown = [shown_of(one) for one in entries if is_shown(one.briefing, settings, options)]
    files = files_of(folders_of(layout, {name for one in shown for name in one.sources}))
    now = record(files, settings, shown, drafts=manifest.drafts)
    changed = differences(manifest.ingredients, now.ingredients)
    extractor = find_extractor(settings.extractor)
    waiting = undrafted(layout, entries, extractor) if manifest.drafts else []
    if changed := list(dict.fromkeys([*changed, *waiting])):
        what = f"It is older than its content: {_few(changed)} changed since it was built."
        yield SiteError(what, at, "Run: briefings build")


def misfits(
    layout: Layout, targets: Iterable[AnyTarget], manifest: Manifest
) -> Iterator[SiteError]:
    """Yield the targets at whose address the site's own links would lead elsewhere."""
    for target in targets:
        address = _address(layout, target)
        if address and not fits(manifest.base_url, address):
            built = manifest.base_url or "no address"
            yield SiteError(
                f"Readers will find it at {address}, but the site was built for {built}.",
                Place(f"publish to {target.name}"),
                f"Set base_url: {address} and build, or tell the true address in the target's url.",
            )


def _address(layout: Layout, target: AnyTarget) -> str | None:
    """Return where readers find a target, as far as that is known."""
    if not isinstance(target, BranchTarget):
        return target.url
    with contextlib.suppress(SiteError):  # there is no repository, which publishing will tell
        place = open_place(target, layout.root)
        remote = place.address if isinstance(place, BranchPlace) else None
        return address_of(target.url, target.cname, remote)
    return None


def bring(layout: Layout, wish: Wish, watch: Watch) -> Publication:
    """Bring the built site to each target; one that fails holds up no other one."""
    brought: list[Brought] = []
    problems: list[BriefingError] = []
    for target in wish.targets:
        watch(_stage(target.name))
        try:
            place = open_place(target, layout.root)
            plan = _back(place, wish) if wish.rollback else _forth(place, layout.site, wish, watch)
            brought.append(Brought(target, plan))
        except BriefingError as problem:
            problems.append(problem)
    return Publication(tuple(brought), tuple(problems))


def _forth(place: PublishingPlace, folder: Path, wish: Wish, watch: Watch) -> Plan:
    """Make a place hold the built site."""
    site = open_site(folder, place.extra)
    held = place.held()
    if held and MARKER not in held and not wish.force:
        raise SiteError(
            f"It holds files that no build has written, such as {min(held)}.",
            Place(f"publish to {place.name}"),
            "Empty it, name another place, or replace them for good: --force",
        )
    plan = compare(held, site.digests(place.digest), site.size)
    if plan.touches and not wish.dry_run:
        place.bring(site, plan, partial(watch, _stage(place.name)))
    return plan


def _back(place: PublishingPlace, wish: Wish) -> Plan:
    """Make a place show the publication before."""
    if not isinstance(place, ReleasesPlace):
        raise SiteError(
            "It keeps no earlier publications.",
            Place(f"publish to {place.name}"),
            "Set `releases` to the number that a folder is to keep.",
        )
    site = open_site(place.earlier())
    plan = compare(place.held(), site.digests(sha256), site.size)
    if not wish.dry_run:
        place.go_back()
    return plan


def _stage(name: str) -> str:
    return f"Publishing to {name}"


def _few(names: Iterable[str]) -> str:
    """Return names as a sentence has them, the first few of many."""
    found = list(names)
    more = f" and {len(found) - FEW} more" if len(found) > FEW else ""
    return ", ".join(found[:FEW]) + more


def as_built(options: Options, manifest: Manifest | None) -> Options:
    """Return options by which the content shows what the built site does."""
    return options._replace(drafts=manifest.drafts) if manifest else options
