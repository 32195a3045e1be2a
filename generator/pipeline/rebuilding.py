"""A build that has something to do, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import render
from generator.cache import Cache
from generator.errors import BriefingError, Problems
from generator.extractors import find_extractor
from generator.output import Outcome, Syncing, looks_of, remove, stage_for
from generator.pipeline.assembling import frame_of
from generator.pipeline.building import FOR_DRAFTS, Building
from generator.pipeline.content import files_in, load_entry, load_frame, same_names, unread
from generator.pipeline.finishing import index, link_ahead, swap_in
from generator.pipeline.ground import (
    ENTITIES,
    Ground,
    add_copies,
    digest_of_files,
    has_moved,
    look_again,
    look_around,
    remember,
)
from generator.pipeline.hands import Hands, hands
from generator.pipeline.listing import list_files
from generator.pipeline.making import Bench
from generator.pipeline.noting import Noting, find_changes, stage_copies
from generator.pipeline.records import Records, errors_of, told
from generator.pipeline.tree import Tree
from generator.pipeline.values import Drafting, Layout, Listed, Options, Report, Watch, refuse
from generator.pipeline.verifying import unused_notes
from generator.render import Learnt, Press, SiteContent, Templates
from generator.sealing import digest_of, plain
from generator.survey import UNSEEN

OF_BRIEFINGS = ("briefing.html", "withdrawn.html", "moved.html")
"""The templates of a briefing's own pages."""


def rebuild(layout: Layout, options: Options, watch: Watch, cache: Cache, ground: Ground) -> Report:
    """Bring the site up to date with its folder."""
    stage = stage_for(layout.site)
    watch("Reading content")
    content, mistakes = load_frame(layout)
    if has_moved(layout, ground):  # what was read must be what was looked at
        ground = look_around(layout, options, cache).read(cache)
        content, mistakes = load_frame(layout)
    site = layout.site if layout.site.is_dir() and not options.clean else None
    frame = frame_of(layout, content)
    learnt = _learnt(cache, ground, frame.settings.language)
    press = Press(frame, learnt, _templates(cache, ground, frame))
    bench = Bench(layout, options, content, press, stage, site)
    mistakes += unread(layout, [name for name in ground.changed if name in ground.files])
    if mistakes:
        raise Problems([*mistakes, *_unreadable(layout, ground)])
    try:
        with hands(bench, options.jobs) as crew:
            works = _begin(bench, cache, crew, watch, ground)
            with works.tree.syncing:
                return _build(works)
    finally:
        remove(stage)
        remove(layout.copies)


def _templates(cache: Cache, ground: Ground, site: SiteContent) -> Templates:
    """Return what is known of the templates, which are only read if they have changed."""
    theme = digest_of_files(ground.files, "templates/", "theme/")
    known = cache.fact("templates")
    if not known or known[0] != theme:
        read = render.read_templates(site)
        known = theme, dict(read.digests), tuple(sorted(read.asked))
        cache.know("templates", known)
    return Templates(known[1], frozenset(known[2]))


def _learnt(cache: Cache, ground: Ground, language: str) -> Learnt:
    """Return what this program has worked out for a language."""
    made_by, *learnt = cache.fact("learnt") or (None,)
    return Learnt(*learnt) if made_by == (ground.program, language) else Learnt()


def _unreadable(layout: Layout, ground: Ground) -> Iterator[BriefingError]:
    """Yield what is wrong with briefings that have changed."""
    for path in files_in(layout.briefings, ".yaml"):
        name = layout.name(path)
        if name in ground.changed:
            try:
                load_entry(path)
            except BriefingError as error:
                yield error


def _begin(bench: Bench, cache: Cache, crew: Hands, watch: Watch, ground: Ground) -> Building:
    """Return the site as it was, with all that decides whether it still is right."""
    site = bench.press.site
    footers = tuple((page.slug, page.title, page.description) for page in site.pages)
    common = digest_of(ground.program, repr(site.settings).encode(), plain(footers))
    templates = bench.press.templates
    notes = ground.files.digest(ENTITIES)
    drafts = bench.options.drafts, bench.content.settings.drafts
    used = (templates.digests.get(name, b"") for name in OF_BRIEFINGS)
    before = cache.fact("state")
    return Building(
        bench=bench,
        cache=cache,
        hands=crew,
        watch=watch,
        changed=ground.changed,
        ground=ground,
        tree=Tree(
            cache,
            bench.stage,
            Syncing(bench.layout.root),
            total=int(before, 16) if before else 0,
            count=cache.fact("count") or 0,
        ),
        common=common,
        templates=templates.digests,
        for_briefings=digest_of(
            common, notes, plain(drafts), plain(sorted(templates.asked)), *used
        ),
        records=Records(cache),
        to_note=set(cache.fact("to note") or ()),
    )


def _build(works: Building) -> Report:
    options = works.bench.options
    works.make_briefings()
    _refuse_unread(works)
    drafting = _draft(works)
    report = Report(
        problems=_all_problems(works, drafting),
        warnings=Problems([*drafting.warnings, *_lasting_warnings(works)]).problems,
        drafted=drafting.written,
    )
    faults = [error for one in works.records.of("faulty") for error in errors_of(one.faults)]
    wrong = [*faults, *works.records.dangling(), *_unused(works)]
    refuse(wrong, report, strict=options.strict)
    noting = _note(works)
    copies, links = works.hands.ask(stage_copies, noting.copies), link_ahead(works)
    works.make_pages()
    staged, linked = copies(), links()
    works.hands.end()  # they hold a third of the memory each
    index(works)
    works.tree.settle()
    list_files(works)
    works.tree.settle()
    if works.tree.problems:
        raise Problems(works.tree.problems)
    works.watch("Writing the site")
    add_copies(works.ground, works.bench.layout, noting.keep(works.bench.layout, staged))
    outcome = swap_in(works, linked)
    _remember(works, report, outcome)
    return report._replace(
        revised=noting.revised,
        outcome=outcome,
        reasons=tuple(sorted(works.reasons.items())),
    )


def _refuse_unread(works: Building) -> None:
    """Stop where a briefing cannot be read, or two go by one name."""
    unread = (one for one in works.records.of("faulty") if not one.is_read)
    mistakes = [error for one in unread for error in errors_of(one.faults)]
    mistakes += same_names(works.bench.layout, works.records.contested())
    if mistakes:
        raise Problems(mistakes)


def _draft(works: Building) -> Drafting:
    """Draft what is new, and make the briefings that come of it."""
    layout, options = works.bench.layout, works.bench.options
    credit = plain(find_extractor(works.bench.content.settings.extractor).credit)
    known = works.cache.fact("drafting")
    if known and known[0] == credit and not works.may_draft and not options.redraft:
        return Drafting(problems=tuple(errors_of(known[1])))
    if not any(works.ground.files.below(*FOR_DRAFTS)):
        works.cache.know("drafting", (credit, ()))
        return Drafting()
    from generator.pipeline.drafting import draft_new  # most builds have nothing to draft

    listed = [Listed(layout.briefing(name), one.names[0], one.files) for name, one in works.records]
    drafting = draft_new(layout, listed, works.bench.content, options, works.watch)
    works.changed = look_again(layout, works.ground)
    works.cache.know("drafting", (credit, told(drafting.problems)))
    works.make_briefings()
    _refuse_unread(works)
    return drafting


def _all_problems(works: Building, drafting: Drafting) -> tuple[BriefingError, ...]:
    """Return what is wrong with articles, which holds up no briefing."""
    of_records = (error for one in works.records.of("told") for error in errors_of(one.problems))
    return Problems([*drafting.problems, *of_records]).problems


def _lasting_warnings(works: Building) -> Iterator[BriefingError]:
    """Yield what every build says until it is mended."""
    for one in works.records.of("told"):
        yield from errors_of(one.warnings)


def _unused(works: Building) -> Iterable[BriefingError]:
    """Return a complaint about each entry of entities.yaml that matches nothing."""
    entities = works.bench.content.entities
    used = [at for at in range(len(entities.entities)) if works.records.having("used", at)]
    return unused_notes(works.bench.layout, entities, used)


def _note(works: Building) -> Noting:
    """Find what has changed since it was published, and make those briefings say so."""
    if works.bench.options.preview:
        works.cache.know("to note", tuple(sorted(works.to_note.union(works.made))))
        return Noting()
    works.cache.know("to note", ())
    layout, files = works.bench.layout, works.ground.files
    shown = ((name, one) for name in _to_note(works) if (one := works.records.get(name)))
    today = works.bench.options.today
    found = find_changes(layout, shown, works.bench.content.entities, files, today)
    for name, digest in found.digests.items():
        files.put(name, UNSEEN, digest)
    if found.digests:
        works.texts = found.texts
        works.changed = set(found.digests)
        works.make_briefings()
    return found


def _to_note(works: Building) -> list[str]:
    """Return the names of the briefings that may be others than they were published last."""
    by_id = {name for one in works.to_note for name in works.records.having("name", one)}
    return sorted(by_id.union(works.to_note, works.made))


def _remember(works: Building, report: Report, outcome: Outcome) -> None:
    """Keep what the next build needs."""
    cache, ground = works.cache, works.ground
    language = works.bench.press.site.settings.language
    if learnt := works.bench.press.learnt:
        cache.know("learnt", ((ground.program, language), *learnt))
    remember(ground, cache)
    cache.know("problems", told(report.problems))
    cache.know("warnings", told(Problems(_lasting_warnings(works)).problems))
    cache.know("count", outcome.files)
    cache.know("state", works.tree.state)
    cache.know("looks", looks_of(works.bench.layout.site))
    cache.keep()
