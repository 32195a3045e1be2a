"""Everything that a build would say, and what time has overtaken, without writing anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.errors import ContentError, Problems
from generator.output import explained
from generator.pipeline.assembling import assemble, is_shown
from generator.pipeline.content import Entry, load_content, read_text
from generator.pipeline.values import Layout, Options, Report, Watch
from generator.pipeline.verifying import placed, read_articles, verify
from generator.render import StaticPage, is_translated, render
from generator.settings import Settings
from generator.yamlio import locate

SAMPLE = 3
"""Briefings that a check renders, to try the site's own templates and the links of its pages."""


@explained()
def check(layout: Layout, options: Options, watch: Watch) -> Report:
    """Validate everything as a build does, and what time has overtaken; write nothing.

    Only some of the briefings are rendered: to render a thousand takes ten times what it takes to
    check them.
    """
    watch("Reading content")
    try:
        content, entries = load_content(layout)
    except Problems as error:
        return Report(problems=error.problems)
    watch("Checking")
    reading = read_articles(layout, entries)
    entries = placed(entries, reading)
    findings = verify(layout, content, entries, reading, options.today)
    problems = Problems([*reading.problems, *findings.problems]).problems
    watch("Rendering")
    shown = [one for one in entries if is_shown(one.briefing, content.settings, options)]
    sample = _sample(shown, content.pages)
    try:
        try:
            render(assemble(layout, content, sample, reading.articles))
        except Problems:  # links may lead to what only all of the briefings have
            render(assemble(layout, content, shown, reading.articles))
    except Problems as error:
        problems += error.problems
    warnings = Problems([*findings.warnings, *_untranslated(layout, content.settings)]).problems
    return Report(problems=problems, warnings=warnings)


def _untranslated(layout: Layout, settings: Settings) -> Iterator[ContentError]:
    """Yield a piece of advice on a language that the pages call theirs and do not speak."""
    if not is_translated(settings.language):
        way = ("language",)
        yield ContentError(
            f"Pages have no texts in '{settings.language}', so their own words are English.",
            locate(read_text(layout.settings), str(layout.settings), [way])(way),
            "docs/templates.md tells how to add a language.",
        )


def _sample(entries: Sequence[Entry], pages: Iterable[StaticPage]) -> list[Entry]:
    """Return a few briefings, and those that pages name, to try templates and links with."""
    named = "".join(page.markdown for page in pages)
    return [e for at, e in enumerate(entries) if at < SAMPLE or e.briefing.id in named]
