"""The stages in order; what each does is written where it is defined."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.errors import BriefingError, Problems
from generator.lock import only_builder
from generator.output import publish as write_site
from generator.pipeline.assembling import assemble, shows_drafts, to_show
from generator.pipeline.content import Entry, load_content
from generator.pipeline.drafting import draft_new
from generator.pipeline.extracting import extract, find_articles
from generator.pipeline.publishing import (
    Brought,
    Publication,
    Wish,
    as_built,
    bring,
    doubts_about,
    manifest_of,
    misfits,
    targets_of,
)
from generator.pipeline.recording import record, shown_of, with_manifest
from generator.pipeline.revising import keep_published, note_changes, with_noted
from generator.pipeline.starting import new_briefing, schemas, write_schemas
from generator.pipeline.values import PATIENCE, Layout, Options, Report, Watch, refuse
from generator.pipeline.verifying import placed, read_articles, verify
from generator.render import StaticPage, render
from generator.search import search_index

__all__ = [
    "Brought",
    "Layout",
    "Options",
    "Publication",
    "Report",
    "Watch",
    "Wish",
    "build",
    "check",
    "extract",
    "find_articles",
    "new_briefing",
    "publish",
    "schemas",
    "targets_of",
    "write_schemas",
]

SAMPLE = 3
"""Briefings that a check renders, to try the site's own templates and the links of its pages."""


def build(layout: Layout, options: Options, watch: Watch) -> Report:
    """Draft what is new, validate everything, render it, and swap the new site in."""
    with only_builder(layout.root, PATIENCE, watch.say):
        watch("Reading content")
        content = load_content(layout)
        drafting = draft_new(layout, content, options, watch)
        watch("Checking")
        reading = read_articles(layout, drafting.entries)
        entries = placed(drafting.entries, reading)
        findings = verify(layout, content, entries, reading)
        report = Report(
            problems=Problems([*drafting.problems, *reading.problems]).problems,
            warnings=Problems([*drafting.warnings, *findings.warnings]).problems,
            drafted=drafting.written,
        )
        refuse(findings.problems, report, strict=options.strict)
        noted = (
            ()
            if options.preview
            else note_changes(layout, entries, content.entities, options.today)
        )
        shown = to_show(with_noted(entries, noted), content.settings, options)
        watch("Rendering")
        files = render(assemble(layout, content, shown, reading.articles))
        if content.settings.search:
            watch("Indexing for search")
            files |= search_index(files, None if options.clean else layout.site)
        drafts = shows_drafts(content.settings, options)
        about = record(layout, content.settings, map(shown_of, shown), drafts=drafts)
        files = with_manifest(files, about)
        watch("Writing the site")
        keep_published(noted)
        revised = tuple(str(one.after.path) for one in noted if one.is_edited)
        outcome = write_site(files, layout.site, fresh=options.clean)
        return replace(report, revised=revised, outcome=outcome)


def check(layout: Layout, options: Options, watch: Watch) -> Report:
    """Validate everything as a build does, and what time has overtaken; write nothing.

    Only some of the briefings are rendered: to render a thousand takes ten times what it takes to
    check them.
    """
    watch("Reading content")
    try:
        content = load_content(layout)
    except Problems as error:
        return Report(problems=error.problems)
    watch("Checking")
    reading = read_articles(layout, content.entries)
    entries = placed(content.entries, reading)
    findings = verify(layout, content, entries, reading, options.today)
    problems = Problems([*reading.problems, *findings.problems]).problems
    watch("Rendering")
    shown = to_show(entries, content.settings, options)
    sample = _sample(shown, content.pages)
    try:
        try:
            render(assemble(layout, content, sample, reading.articles))
        except Problems:  # links may lead to what only all of the briefings have
            render(assemble(layout, content, shown, reading.articles))
    except Problems as error:
        problems += error.problems
    return Report(problems=problems, warnings=findings.warnings)


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
        problems += doubts_about(layout, load_content(layout), manifest, built)
    if manifest:
        problems += misfits(layout, wish.targets, manifest)
    return Problems(problems).problems


def _sample(entries: Sequence[Entry], pages: Iterable[StaticPage]) -> list[Entry]:
    """Return a few briefings, and those that pages name, to try templates and links with."""
    named = "".join(page.markdown for page in pages)
    return [e for at, e in enumerate(entries) if at < SAMPLE or e.briefing.id in named]
