"""Pages and their views -> files, through the templates; the only user of Jinja."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import jinja2

from generator.errors import Place, SiteError

from .content import SiteSettings
from .translate import translations_for

STATIC = "static"
"""The folder of a theme whose files are copied as they are."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Page:
    """One file of the site: where it lies, and the template and the view that it is made from."""

    path: str
    template: str
    view: Mapping[str, object] = field(default_factory=dict)
    depends: tuple[str, ...] = ("*",)
    """Ids of the briefings that it shows; `*` for all."""

    @property
    def address(self) -> str:
        """Its address inside the site: a folder where the file is its index."""
        return self.path.removesuffix("index.html")


@dataclass(frozen=True, slots=True)
class Links:
    """Makes addresses inside the site relative to one page."""

    root: str
    index: str
    """`index.html` where folders have no page of their own, as when opened from disk."""

    def __call__(self, path: str) -> str:
        """Return the link to a path, which may have a fragment."""
        path, mark, fragment = path.partition("#")
        if not path or path.endswith("/"):
            path += self.index
        return (self.root + path or "./") + mark + fragment


def links_from(page: str, settings: SiteSettings) -> Links:
    """Return what makes links from a page; the 404 page, shown at any address, needs full ones."""
    base = settings.base_url
    if page == "404.html" and base:
        return Links(base.rstrip("/") + "/", "")
    return Links("../" * page.count("/"), "" if base else "index.html")


def open_theme(folders: Sequence[Path], language: str) -> jinja2.Environment:
    """Return the templates of some folders, earlier ones first, in the site's language."""
    files = (file for folder in folders for file in sorted(folder.glob("*.*")))
    stamp = tuple((str(file), file.stat().st_mtime_ns) for file in files)
    return _theme(tuple(map(str, folders)), language, stamp)


@lru_cache(maxsize=4)
def _theme(
    folders: tuple[str, ...],
    language: str,
    stamp: tuple[tuple[str, int], ...],
) -> jinja2.Environment:
    """Return templates that are compiled once, until the stamp says that a file has changed."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(  # type: ignore[attr-defined]
        translations_for(language), newstyle=False
    )
    return environment


def write_page(theme: jinja2.Environment, page: Page, common: Mapping[str, object]) -> bytes:
    """Return the bytes of one page; a template's mistake names its file and line."""
    try:
        template = theme.get_template(page.template)
        text = template.render({**common, **page.view, "page": page})
    except jinja2.TemplateSyntaxError as error:
        at = Place(error.filename or error.name or page.template, error.lineno)
        raise SiteError(f"{error.message}.", at, "Mend the template.") from error
    except jinja2.TemplateNotFound as error:
        raise SiteError(
            f"The template {error.name} is missing.", None, "Restore it in templates/."
        ) from error
    except jinja2.UndefinedError as error:
        raise SiteError(
            f"{error.message}.", _line_of(error), "docs/templates.md lists what templates see."
        ) from error
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).encode("utf-8")


def _line_of(error: Exception) -> Place | None:
    """Return the innermost line of a template in a traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        if frame.filename.endswith((".html", ".xml", ".atom", ".txt")):
            return Place(frame.filename, frame.lineno or 0)
    return None


def static_files(folders: Iterable[Path]) -> dict[str, bytes]:
    """Return the files that a theme has beside its templates, earlier folders first."""
    files: dict[str, bytes] = {}
    for folder in folders:
        static = folder / STATIC
        for file in sorted(static.rglob("*")):
            if file.is_file():
                files.setdefault(file.relative_to(static).as_posix(), file.read_bytes())
    return files
