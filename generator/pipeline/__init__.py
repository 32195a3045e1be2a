"""The stages in order; what each does is written where it is defined.

Everything is imported when it is first asked for: a build that finds nothing to do answers before
the libraries that it would need otherwise are loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.pipeline.checking import check
    from generator.pipeline.extracting import extract, find_articles
    from generator.pipeline.publishing import Brought, Publication, Wish, publish, targets_of
    from generator.pipeline.standing import build
    from generator.pipeline.starting import new_briefing, schemas, write_schemas
    from generator.pipeline.values import LISTING, Layout, Options, Report, Watch

_PLACES = {
    "LISTING": "values",
    "Brought": "publishing",
    "Layout": "values",
    "Options": "values",
    "Publication": "publishing",
    "Report": "values",
    "Watch": "values",
    "Wish": "publishing",
    "build": "standing",
    "check": "checking",
    "extract": "extracting",
    "find_articles": "extracting",
    "new_briefing": "starting",
    "publish": "publishing",
    "schemas": "starting",
    "targets_of": "publishing",
    "write_schemas": "starting",
}
"""Where each public name is defined."""

__all__ = [
    "LISTING",
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


def __getattr__(name: str) -> Any:
    """Import a public name from where it is defined."""
    if name not in _PLACES:
        what = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(what)
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
