"""Pages and their views -> files, through the templates."""

from __future__ import annotations

import contextlib
import pickle
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from generator.rows import Row, Run, Shelf, Stored
from generator.sealing import digest_of

from .addresses import full_address, lasting_name
from .content import SiteContent, SiteSettings
from .desk import days_between, show_day
from .entities import Directory
from .locales import direction_of, said
from .theme import UNREAD, Templates, Theme, explained, open_theme

STATIC = "static"
"""The folder of a theme whose files are copied as they are."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])


View: TypeAlias = Mapping[str, Any]
Show: TypeAlias = Callable[[View, Sequence[Any]], View]
"""Makes what a template sees of a page's view and of the values of its rows, in their order."""


def as_items(view: View, values: Sequence[Any]) -> View:
    """Show the values of the rows as the items of a list."""
    return {**view, "items": values}


def as_entries(view: View, values: Sequence[Any]) -> View:
    """Show the values of the rows as the entries of a feed."""
    return {**view, "entries": values}


def seen(view: View, *kept_back: str) -> dict[str, Any]:
    """Return what a template sees of a view, without what only serves to show the rows."""
    return {name: value for name, value in view.items() if name not in kept_back}


def as_it_is(view: View, _: Sequence[Any]) -> View:
    """Show the view of a page that has no rows."""
    return view


class Frame:
    """What all pages of one list show beside their items, and how they show those."""

    def __init__(self, view: View, show: Show = as_items, digest: bytes | None = None) -> None:
        """Keep a view with its digest, which may be known already."""
        self.view = view
        self.show = show
        self.digest = digest or digest_of(pickle.dumps(dict(view), pickle.HIGHEST_PROTOCOL))


NOTHING = Frame({})


@dataclass(frozen=True)
class Page:
    """One file of the site: where it lies, and all that it is made from."""

    path: str
    template: str
    """The name of a template; empty for a file that is the `content` of its view."""
    view: View = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    """What it shows of briefings: rows whose values are fetched when it is written."""
    show: Show = as_items
    frame: Frame = NOTHING
    run: Run | None = None
    """The part of a list that it shows, before the other rows."""

    @property
    def address(self) -> str:
        """Its address inside the site: a folder where the file is its index."""
        return self.path.removesuffix("index.html")

    def stored(self, shelf: Shelf) -> list[Stored]:
        """Return the values of all rows that it shows, as they are stored."""
        in_run = shelf.stored_in(self.run) if self.run else []
        return in_run + [row.stored for row in self.rows]

    @property
    def bare(self) -> Page:
        """The page without its rows, as it can be given to another process with their values."""
        return replace(self, rows=(), run=None)

    @property
    def has_other_items(self) -> bool:
        """Tell whether the part of a list that it shows is another than before."""
        return self.run is not None and not self.run.stays

    def digest(self, theme: bytes) -> bytes:
        """Return a digest of all that it is made from but the items of that part of a list.

        The templates' own digest is given. What is last in a list goes without moving another.
        """
        shown = self.show.__qualname__, dict(self.view), len(self.run or ())
        made_from = self.path, self.template, *shown
        whole = pickle.dumps(made_from, pickle.HIGHEST_PROTOCOL)
        return digest_of(theme, self.frame.digest, whole, *(row.digest for row in self.rows))


class Links(NamedTuple):
    """Makes addresses inside the site relative to one page."""

    root: str
    folder_page: str
    """`index.html` where folders have no page of their own, as when opened from disk."""

    def __call__(self, path: str) -> str:
        """Return the link to a path, which may have a fragment."""
        path, mark, fragment = path.partition("#")
        if not path or path.endswith("/"):
            path += self.folder_page
        return (self.root + path or "./") + mark + fragment


def links_from(page: str, settings: SiteSettings) -> Links:
    """Return what makes links from a page; the 404 page, shown at any address, needs full ones."""
    base = settings.base_url
    if page == "404.html" and base:
        return Links(base.rstrip("/") + "/", "")
    return Links("../" * page.count("/"), "" if base else "index.html")


class Learnt(NamedTuple):
    """What a press works out, in plain values, that the next one need not."""

    compiled: Mapping[str, bytes] = MappingProxyType({})
    """The templates in compiled form, as far as they have been used."""
    said: Mapping[tuple[Any, ...], Any] = MappingProxyType({})
    """How dates, countries and languages are written."""


NEW = Learnt()


class Press:
    """Writes the pages of a site: its templates, compiled once, and what all of them see.

    The `site` need not hold any briefing; what is written of those is passed in.
    """

    def __init__(
        self, site: SiteContent, known: Learnt = NEW, templates: Templates = UNREAD
    ) -> None:
        """Open the site's theme; what an earlier press has learnt saves time."""
        self.site = site
        self.templates = templates
        self.directory = Directory(site.entities)
        self._theme = open_theme(site.templates, site.settings.language)
        self._theme.compiled.update(known.compiled)
        said.update(known.said)
        self._known = known
        self._themes: dict[Links, Theme] = {}
        settings = site.settings
        self._common = {
            "site": settings,
            "pages": site.pages,
            "direction": direction_of(settings.language),
            "full": partial(full_address, settings),
            "urn": partial(lasting_name, settings),
            "write_day": partial(show_day, language=settings.language),
            "days_between": days_between,
        }

    @property
    def learnt(self) -> Learnt | None:
        """What it would tell the next press, where that is not just what it was told."""
        now, known = Learnt(self._theme.compiled, said), self._known
        if now.compiled.keys() == known.compiled.keys() and now.said.keys() == known.said.keys():
            return None
        return now

    def warm(self) -> None:
        """Compile every template, so that processes forked from this one need not."""
        self._theme.warm()

    def write(self, page: Page, values: Sequence[Any] = ()) -> bytes:
        """Return the bytes of one page; a template's mistake names its file and line."""
        view = page.show({**page.frame.view, **page.view}, values)
        if not page.template:
            content: bytes = view["content"]
            return content
        theme = self._theme_for(links_from(page.path, self.site.settings))
        with explained(page.template):
            text = theme.get_template(page.template).render({**view, "page": page})
        return _encode(text)

    def _theme_for(self, url: Links) -> Theme:
        """Return the templates as pages see them from which links go the same way."""
        if url not in self._themes:
            self._themes[url] = self._theme.seeing({**self._common, "url": url})
        return self._themes[url]


def _encode(text: str) -> bytes:
    """Return a text in UTF-8, a sign in the place of every character that no page may hold."""
    with contextlib.suppress(UnicodeEncodeError):  # a lone surrogate
        encoded = text.encode()
        # Nearly no page holds any, and the expression would take a tenth of a page's time.
        controls = len(encoded) - len(encoded.translate(None, _CONTROLS))
        if not controls and "\ufffe" not in text and "\uffff" not in text:
            return encoded
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).encode()


def static_files(folders: Iterable[Path]) -> dict[str, bytes]:
    """Return the files that a theme has beside its templates, earlier folders first."""
    files: dict[str, bytes] = {}
    for folder in folders:
        static = folder / STATIC
        for file in sorted(static.rglob("*")):
            if file.is_file():
                files.setdefault(file.relative_to(static).as_posix(), file.read_bytes())
    return files
