"""Which pages over many briefings a site has, and which rows each kind of them is planned from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from generator.formats import Output
from generator.rows import Shelf

from .alphabet import index_pages
from .content import SiteContent
from .entities import KINDS
from .entity_pages import list_pages, place_pages
from .feeds import calendar_pages, table_pages
from .handmade import handmade_page
from .ledger import question_pages
from .listings import briefing_pages, home_pages, quote_pages, source_pages, timeline_pages
from .pages import Page, as_it_is
from .paging import Listing
from .redirects import redirect_pages
from .tables import TABLES


class Family(NamedTuple):
    """Pages that are planned together."""

    name: str
    needs: tuple[str, ...]
    """How the names of the collections begin that they are planned from; while none of those has
    changed, none of the pages has."""
    plan: Callable[[SiteContent, Shelf], Iterator[Page | Listing]]
    output: Output | None = None
    """What the site's settings must ask for, for any of them to be made."""

    def pages(self, site: SiteContent, shelf: Shelf) -> Iterator[Page | Listing]:
        """Return the pages; none where the site is not to have them."""
        if self.output is None or self.output in site.settings.outputs:
            return self.plan(site, shelf)
        return iter(())


def fixed_pages(site: SiteContent, _: Shelf) -> Iterator[Page]:
    """Yield the pages that show no briefing."""
    for static in site.pages:
        yield handmade_page(static, site.settings)
    yield Page("404.html", "404.html", show=as_it_is)
    yield Page("robots.txt", "robots.txt", show=as_it_is)


FAMILIES = (
    Family(
        "home", ("briefings", "fronts", "open", "ahead", "days", "actors", "located"), home_pages
    ),
    Family("briefings", ("briefings", "days"), briefing_pages),
    Family("entities", ("entities:",), list_pages),
    Family("places", ("located",), place_pages),
    Family("timeline", ("dates", "days"), timeline_pages, "timeline"),
    Family("questions", ("open", "answered", "moot", "days"), question_pages, "questions"),
    Family("quotes", ("quotes",), quote_pages, "quotes"),
    Family("sources", ("named:", "unnamed:", "published:", "cited:"), source_pages, "sources"),
    Family("index", ("index:",), index_pages),
    *(Family(name, (name,), partial(table_pages, name), "data") for name in TABLES),
    Family("calendar", ("calendar.ics", "days"), calendar_pages, "calendars"),
    Family("redirects", ("moved",), redirect_pages),
    Family("fixed", (), fixed_pages),
)
"""Every family but those of single entities and briefings."""


def is_entity(collection: str) -> bool:
    """Tell whether rows of a collection are what briefings say about one entity."""
    return collection.endswith("/") and collection.partition("/")[0] in KINDS
