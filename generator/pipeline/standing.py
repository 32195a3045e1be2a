"""A build, which first of all looks whether anything has changed since the last one."""

from __future__ import annotations

from generator.cache import Cache, Damaged
from generator.lock import only_builder
from generator.output import Outcome, explained, make_ready
from generator.pipeline.ground import look_around, remember, stands
from generator.pipeline.records import errors_of
from generator.pipeline.values import PATIENCE, Layout, Options, Report, Watch, refuse

CACHE = "build.sqlite"


@explained()
def build(layout: Layout, options: Options, watch: Watch) -> Report:
    """Draft what is new, validate everything, render it, and swap the new site in."""
    with only_builder(layout.root, PATIENCE, watch.say):
        try:
            return _build(layout, options, watch)
        except Damaged:
            watch.say("The cache of earlier builds cannot be used: everything is built anew.")
            (layout.cache / CACHE).unlink(missing_ok=True)
            return _build(layout, options, watch)


def _build(layout: Layout, options: Options, watch: Watch) -> Report:
    make_ready(layout.site)
    with Cache(layout.cache / CACHE) as cache:
        view = look_around(layout, options, cache)
        if options.clean or not stands(layout, cache):
            cache.forget()
        may_stay = not options.redraft and view.run_by == cache.fact("run by")
        if may_stay and cache.fact("looked") == view.looked:
            return _as_it_was(cache, options)
        ground = view.read(cache)
        del view  # how all files look, of which no more is needed
        if may_stay and not ground.changed:
            remember(ground, cache)
            cache.keep()
            return _as_it_was(cache, options)
        from generator.pipeline.rebuilding import rebuild

        return rebuild(layout, options, watch, cache, ground)


def _as_it_was(cache: Cache, options: Options) -> Report:
    """Return the report of a build that has nothing to do, and still says what is to be mended."""
    report = Report(
        problems=tuple(errors_of(cache.fact("problems"))),
        warnings=tuple(errors_of(cache.fact("warnings"))),
        outcome=Outcome(cache.fact("count")),
    )
    refuse((), report, strict=options.strict)
    return report
