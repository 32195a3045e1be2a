"""The stages in order; what each does is written where it is defined."""

from __future__ import annotations

from dataclasses import replace

from generator.errors import Problems
from generator.lock import only_builder
from generator.output import publish
from generator.pipeline.assembling import assemble, to_show
from generator.pipeline.content import load_content
from generator.pipeline.drafting import draft_new
from generator.pipeline.extracting import extract, find_articles
from generator.pipeline.starting import new_briefing, schemas, write_schemas
from generator.pipeline.values import PATIENCE, Layout, Options, Report, Watch, refuse
from generator.pipeline.verifying import placed, read_articles, verify
from generator.render import render
from generator.search import search_index

__all__ = [
    "Layout",
    "Options",
    "Report",
    "Watch",
    "build",
    "check",
    "extract",
    "find_articles",
    "new_briefing",
    "schemas",
    "write_schemas",
]


def build(layout: Layout, options: Options, watch: Watch) -> Report:
    """Draft what is new, validate everything, render it, and swap the new site in."""
    with only_builder(layout.root, PATIENCE, watch.say):
        watch("Reading content")
        content = load_content(layout)
        drafting = draft_new(layout, content.entries, options, watch)
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
        shown = to_show(entries, content.settings, options)
        watch("Rendering")
        files = render(assemble(layout, content, shown, reading.articles))
        if content.settings.search:
            watch("Indexing for search")
            files |= search_index(files, None if options.clean else layout.site)
        watch("Publishing")
        return replace(report, outcome=publish(files, layout.site, fresh=options.clean))


def check(layout: Layout, options: Options, watch: Watch) -> Report:
    """Validate everything as a build does, and what time has overtaken; write nothing."""
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
    try:
        shown = to_show(entries, content.settings, options)
        render(assemble(layout, content, shown, reading.articles))
    except Problems as error:
        problems += error.problems
    return Report(problems=problems, warnings=findings.warnings)
