"""Seeds -> drafts -> the files in `content/`, which keep every edit."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.entities import apply_entities
from generator.errors import BriefingError, Place, SeedError, SiteError
from generator.extractors import BY_HAND, Extractor, credit_in, find_extractor
from generator.ingest import find_seeds
from generator.merge.three_way import Merge, merge
from generator.model import Article, Briefing
from generator.output import replace_file
from generator.pipeline.conflicts import keep
from generator.pipeline.content import Content, Entry, load_draft, load_entry, read_text
from generator.pipeline.values import Drafting, Layout, Listed, Options, Watch
from generator.workers.asking import load
from generator.workers.crew import Crew, draft_all
from generator.workers.tasks import Task, draft_one
from generator.yamlio import dump_briefing, edit_briefing, load_briefing, unused_slug

STAGE = "Drafting"


def listed_of(entry: Entry) -> Listed:
    """Return a briefing as drafting takes it."""
    briefing = entry.briefing
    return Listed(entry.path, briefing.id, tuple(s.file for s in briefing.sources if s.file))


def draft_new(
    layout: Layout, listed: Sequence[Listed], content: Content, options: Options, watch: Watch
) -> Drafting:
    """Draft every seed that is new or has changed, and merge it into its briefing.

    One that another extractor has drafted, or another version of a plug-in, counts as changed.
    Names, kinds and coordinates are those that editors have fixed for all briefings: what these
    make of a draft is the base of the next merge, so it never looks like an edit.
    """
    _follow_renames(layout, listed)
    extractor = find_extractor(content.settings.extractor)
    tasks, problems = _plan(layout, listed, extractor, redraft=options.redraft)
    warnings: list[BriefingError] = []
    written: list[str] = []
    watch(STAGE, 0, len(tasks))
    crew = Crew(options.executor, options.jobs, watch.say, partial(load, extractor))
    work = partial(draft_one, extractor=extractor)
    for done, (task, drafted) in enumerate(draft_all(tasks, work, crew) if tasks else (), 1):
        watch(STAGE, done, len(tasks))
        problems.extend(drafted.problems)
        warnings.extend(drafted.warnings)
        if drafted.briefing:
            try:
                [named] = apply_entities(content.entities, [drafted.briefing]).briefings
                written.append(str(_write(layout, task.name, named, drafted.articles)))
            except SiteError:  # nothing can be written here
                raise
            except BriefingError as problem:  # a person has just saved a file with a mistake
                problems.append(problem)
    return Drafting(tuple(written), tuple(problems), tuple(warnings))


def undrafted(layout: Layout, entries: Iterable[Entry], extractor: Extractor) -> list[str]:
    """Return the articles that the next build would draft."""
    tasks, _ = _plan(layout, [listed_of(entry) for entry in entries], extractor, redraft=False)
    return [layout.name(path) for task in tasks for path in task.paths]


def _plan(
    layout: Layout, listed: Sequence[Listed], extractor: Extractor, *, redraft: bool
) -> tuple[list[Task], list[BriefingError]]:
    """Find the articles that are to be drafted, and those that stand in each other's way."""
    if not layout.seeds.is_dir():
        return [], []
    seeds = find_seeds(layout.seeds)
    about = {file: one.path for one in listed for file in one.files}
    names = {path: layout.name(path) for path in seeds}
    gone = _gone(layout, about, names.values())
    taken = {name: one.path for one in listed for name in (one.id, one.path.stem)}
    tasks: list[Task] = []
    problems: list[BriefingError] = list(seeds.problems)
    for group, paths in seeds.groups.items():
        known = next((about[names[path]] for path in paths if names[path] in about), None)
        name = known.stem if known else unused_slug(group, ())
        if known is None and name in taken:
            problems.append(_stranger(names[paths[0]], taken[name]))
            continue
        taken[name] = paths[0]
        is_drafted = _is_drafted(layout, name, paths, extractor)
        if known is None and (old := gone and _old_name(gone, paths)):
            problems.append(_renamed(names[paths[0]], old, about[old]))
        elif not is_drafted or (redraft and known):  # who has deleted a briefing does not want it
            tasks.append(Task(name, paths, layout.root))
    return tasks, problems


def _gone(layout: Layout, about: Mapping[str, Path], here: Iterable[str]) -> dict[str, str]:
    """Return the articles that briefings are about and that are gone, by their digests."""
    gone = {file for file in about.keys() - set(here) if not (layout.root / file).exists()}
    drafts = (load_draft(layout, path.stem) for path in {about[file] for file in gone})
    sources = (source for draft in drafts if draft for source in draft.sources)
    return {one.sha256: one.file for one in sources if one.sha256 and one.file in gone}


def _old_name(gone: Mapping[str, str], paths: Iterable[Path]) -> str | None:
    """Return which of the articles that are gone one of these is."""
    with contextlib.suppress(OSError):  # unreadable, which drafting will tell
        digests = (hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)
        return next((gone[digest] for digest in digests if digest in gone), None)
    return None


def _renamed(seed: str, old: str, briefing: Path) -> SeedError:
    what = f"It is the article that {briefing} knows as {old}, which is gone."
    return SeedError(what, Place(seed), f"Write `file: {seed}` there.")


def _follow_renames(layout: Layout, listed: Iterable[Listed]) -> None:
    """Give what is kept of a briefing whose file a person has renamed the same new name."""
    files = {one.path.stem: one.files for one in listed}
    orphans = {
        source.file: path
        for path in sorted(layout.drafts.glob("*.yaml"))
        if path.stem not in files
        for source in load_briefing(read_text(path), str(path)).sources
        if source.file
    }
    for name, about in files.items():
        orphan = next((o for file in about if (o := orphans.get(file))), None)
        if orphan and not layout.draft(name).exists():
            orphan.rename(layout.draft(name))
            if (conflicts := layout.conflicts(orphan.stem)).exists():
                conflicts.rename(layout.conflicts(name))


def _stranger(seed: str, other: Path) -> SeedError:
    return SeedError(
        f"Its briefing would have the name of {other}, which is about another article.",
        Place(seed),
        "Rename this article, or name it in the `sources` of that briefing.",
    )


def _is_drafted(layout: Layout, name: str, seeds: Iterable[Path], extractor: Extractor) -> bool:
    """Tell whether the last draft was made from these very articles: it holds their digests."""
    try:
        draft = layout.draft(name).read_bytes()
        digests = [hashlib.sha256(seed.read_bytes()).hexdigest() for seed in seeds]
    except OSError:  # never drafted; or unreadable, which drafting will tell
        return False
    by = credit_in(draft)
    return by in (extractor.credit, BY_HAND) and all(one.encode() in draft for one in digests)


def _write(layout: Layout, name: str, draft: Briefing, articles: Iterable[Article]) -> Path:
    """Merge a draft into its briefing; that is written first, and then the base of the next merge.

    Killed between the two, the next build merges the same draft again, which changes nothing. What
    a person has saved since the build began, or saves meanwhile, is what the draft is merged into.
    """
    path = layout.briefing(name)
    drafted = dump_briefing(draft)
    is_written = False
    while not is_written:
        before = load_entry(path) if path.exists() else None
        known = before.text.encode() if before else None
        merged = _merged(layout, before, draft, articles) if before else Merge(draft)
        text = edit_briefing(before.text, str(path), merged.briefing) if before else drafted
        is_written = replace_file(path, text.encode(), over=known)
    keep(layout, name, merged)
    replace_file(layout.draft(name), drafted.encode())
    return path


def _merged(layout: Layout, entry: Entry, draft: Briefing, articles: Iterable[Article]) -> Merge:
    """Return a briefing with a draft merged into it."""
    by_file = {article.file: article for article in articles}
    return merge(load_draft(layout, entry.path.stem), entry.briefing, draft, by_file)
