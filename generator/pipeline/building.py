"""What a site's folder holds -> the files of the site that are not what they were.

Briefings are made each by itself (`making.py`). What they add to pages over many are rows, kept in
the cache; such a page is written anew when the digest of all that it is made from is another than
before. So no list of what depends on what is kept by hand.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import TypeAlias

from generator import render
from generator.cache import Cache, File
from generator.errors import BriefingError
from generator.pipeline.ground import Ground, digest_of_files, is_elsewhere, with_files
from generator.pipeline.hands import Hands
from generator.pipeline.making import (
    Bench,
    PageTask,
    Result,
    Task,
    deliver,
    make_briefing,
    make_page,
)
from generator.pipeline.records import Record, Ref, record_of
from generator.pipeline.tree import Tree
from generator.pipeline.values import LISTING, Watch
from generator.render import Listing, Page
from generator.rows import digest_of, plain
from generator.survey import Survey, changes

Planned: TypeAlias = tuple[str, Iterable[Page | Listing]]
"""A family of pages, and these."""
Known: TypeAlias = tuple[str, File | None]
"""The family of a page, and its file as it was."""

STAGE = "Rendering"
MADE_FROM = (
    "the settings, the templates, entities.yaml or the program have changed",
    "its file has changed",
    "its draft has changed",
    "its conflicts have changed",
)
"""What the first parts of what a briefing is made from are; then come articles and briefings."""


@dataclass(slots=True)
class Building:
    """A site that is being built."""

    bench: Bench
    cache: Cache
    hands: Hands
    watch: Watch
    known: Survey
    """The files of the last build."""
    ground: Ground
    tree: Tree
    common: bytes
    """A digest of what all pages depend on."""
    templates: Mapping[str, bytes]
    """A digest of each template and of all that it takes from others."""
    for_briefings: bytes
    """A digest of what all briefings depend on."""
    records: dict[str, Record]
    texts: Mapping[str, str] = field(default_factory=dict)
    """Briefings as they are to be, which are not in their files yet, by name."""
    reasons: dict[str, str] = field(default_factory=dict)
    """Why each group of pages was made anew."""

    def make_briefings(self) -> None:
        """Make every briefing of which anything that it is made from has changed."""
        names = set(self._names())
        for name in self.records.keys() - names:
            self._remove(name)
        suspects = self._suspects(names)
        # A briefing that answers another's question may be made after it: then that is made again.
        while tasks := self._tasks(sorted(suspects)):
            self.watch(STAGE, 0, len(tasks))
            for done, result in enumerate(self.hands.do(make_briefing, tasks), 1):
                self._take(result, dict(tasks[done - 1].others))
                self.watch(STAGE, done, len(tasks))
            suspects = {name for name, one in self.records.items() if one.answers}
        files = {file for one in self.records.values() for file in one.files}
        self.cache.know("elsewhere", tuple(sorted(filter(is_elsewhere, files))))
        self.tree.settle()

    def make_pages(self) -> None:
        """Write the pages over many briefings that are not what they were."""
        self.watch(LISTING)
        basis = self.for_briefings, tuple(sorted(self.templates.items()))
        is_new = self.cache.fact("basis") != basis
        self.cache.know("basis", basis)
        site, shelf = self.bench.press.site, self.cache.shelf
        self._write(self._entities(everything=is_new))
        changed = shelf.news.collections
        families = [
            family
            for family in render.FAMILIES
            if is_new or any(name.startswith(family.needs) for name in changed)
        ]
        self._write((one.name, one.pages(site, shelf)) for one in families)
        self._copy_static()
        if self.tree.has_other_paths or is_new:
            self._write_sitemap()
            self.tree.problems.extend(render.broken_links(self.bench.content.pages, self.tree))
        self.tree.settle()

    def _names(self) -> Iterator[str]:
        """Yield the names of all briefings."""
        for name in self.ground.files:
            folder, _, file = name.rpartition("/")
            if folder == "content/briefings" and file.endswith(".yaml"):
                yield file.removesuffix(".yaml")

    def _suspects(self, names: Set[str]) -> Set[str]:
        """Return the briefings that may be made from something else than before."""
        records = self.records
        if any(one.made_from[0] != self.for_briefings for one in records.values()):
            return names
        changed = changes(self.known, self.ground.files)
        edited = {file.rpartition("/")[2].removesuffix(".yaml") for file in changed}
        found = {
            name
            for name, one in records.items()
            if one.answers or not changed.isdisjoint(one.files)
        }
        return found | (names & (edited | self.texts.keys())) | (names - records.keys())

    def _tasks(self, names: Iterable[str]) -> list[Task]:
        """Return the work on every briefing that is not what it was."""
        refs = {one.names[0]: one.ref for one in self.records.values() if one.names and one.ref}
        tasks = []
        for name in names:
            record = self.records.get(name, Record())
            now = self._made_from(name, record, refs)
            if record.made_from != now:
                self.reasons.setdefault(f"briefings/{name}", _reason(record.made_from, now))
                others = ((one, refs[one]) for one, _ in record.answers if one in refs)
                tasks.append(Task(name, tuple(others), self.texts.get(name)))
        return tasks

    def _made_from(self, name: str, record: Record, others: Mapping[str, Ref]) -> tuple[bytes, ...]:
        """Return digests of all that a briefing is made from."""
        content = (f"content/{folder}/{name}.yaml" for folder in CONTENT)
        stamps = (self.ground.files.get(file) for file in (*content, *record.files))
        refs = (plain(others.get(one)) for one, _ in record.answers)
        return (self.for_briefings, *(stamp[3] if stamp else b"" for stamp in stamps), *refs)

    def _take(self, result: Result, others: Mapping[str, Ref]) -> None:
        """Take over what has become of a briefing."""
        self.ground = with_files(self.ground, self.bench.layout, result.record.files)
        made_from = self._made_from(result.name, result.record, others)
        record = result.record._replace(made_from=made_from)
        self.records[result.name] = record
        self.cache.put_record(result.name, tuple(record))
        self.cache.shelf.replace(f"briefing {result.name}", result.entries)
        self.tree.replace(f"briefing {result.name}", result.written)

    def _remove(self, name: str) -> None:
        """Remove a briefing with all that was made of it."""
        del self.records[name]
        self.cache.drop_record(name)
        self.cache.shelf.replace(f"briefing {name}", ())
        self.tree.replace(f"briefing {name}", ())
        self.reasons[f"briefings/{name}"] = "its file is gone"

    def _entities(self, *, everything: bool) -> Iterator[Planned]:
        """Yield the pages of each entity of which briefings say something else than before."""
        press, shelf = self.bench.press, self.cache.shelf
        changed = set(shelf.counts("")) if everything else set()
        for path in sorted(filter(render.is_entity, changed.union(shelf.news.collections))):
            count = shelf.count(path)
            if everything or shelf.news.has_other_leads(path):
                rows = shelf.rows(path)
                view = render.show_entity(press, path, rows) if rows else None
                shelf.replace(path, render.entity_entries(view) if view else ())
            yield path, render.entity_pages(press.site, shelf, path) if count else ()

    def _write(self, planned: Iterable[Planned]) -> None:
        """Write the pages of some families that are not what they were, and remove the others."""
        order: deque[Known] = deque()
        for written in self.hands.do(make_page, self._page_tasks(planned, order)):
            family, known = order.popleft()
            if isinstance(written, BriefingError):
                self.tree.problems.append(written)
            else:
                self.reasons.setdefault(
                    family.partition(" ")[0], "what it shows, its templates or links have changed"
                )
                self.tree.put(family, written, known)

    def _page_tasks(self, planned: Iterable[Planned], order: deque[Known]) -> Iterator[PageTask]:
        for family, pages in planned:
            before, lists = self.cache.files_of(family), self.cache.fact(f"lists {family}") or {}
            listed: dict[str, bytes] = {}
            for one in pages:
                if isinstance(one, Listing):
                    key = listed[one.folder] = one.digest(self._theme_of(one.template))
                    yield from self._list_tasks(family, one, order, lists.get(one.folder) == key)
                else:
                    yield from self._page_task(family, one, order, before.pop(one.path, None))
            self.tree.drop(before.values())
            for folder in lists.keys() - listed.keys():
                self.tree.drop(self.cache.files_of(f"{family} {folder}").values())
            if lists != listed:
                self.cache.know(f"lists {family}", listed)

    def _list_tasks(
        self, family: str, pages: Listing, order: deque[Known], is_known: bool
    ) -> Iterator[PageTask]:
        """Yield the work on the pages of a list: on those with other items where that is all."""
        name = f"{family} {pages.folder}"
        if is_known:
            for page in pages.moved():
                yield from self._page_task(name, page, order, self.tree.known(page.path))
            return
        before = self.cache.files_of(name)
        for page in pages:
            yield from self._page_task(name, page, order, before.pop(page.path, None))
        self.tree.drop(before.values())

    def _page_task(
        self, family: str, page: Page, order: deque[Known], known: File | None
    ) -> Iterator[PageTask]:
        """Yield the work on a page, if it is not what it was."""
        key = page.digest(self._theme_of(page.template))
        if known is None or known.key != key or page.has_other_items:
            order.append((family, known))
            yield PageTask(page.bare, key, self.cache.shelf.stored(page.all_rows))

    def _theme_of(self, template: str) -> bytes:
        """Return a digest of a template and of what all pages depend on."""
        return digest_of(self.common, self.templates.get(template, b""))

    def _copy_static(self) -> None:
        """Copy what a theme has beside its templates."""
        key = digest_of_files(self.ground.files, "templates/static/", "theme/static/")
        if self.cache.fact("static") != key:
            self.cache.know("static", key)
            self.put_files("static", render.static_files(self.bench.press.site.templates))

    def _write_sitemap(self) -> None:
        """Write the list of all pages."""
        addresses = self.tree.addresses()
        self.put_files("sitemap", render.sitemap_files(self.bench.press.site.settings, addresses))

    def put_files(self, family: str, files: Mapping[str, bytes]) -> None:
        """Make these the files of a family."""
        bench = self.bench
        found = (
            deliver(bench, path, content, b"", listed=False) for path, content in files.items()
        )
        self.tree.replace(family, found)


CONTENT = ("briefings", ".drafts", ".conflicts")
"""The folders in which a briefing has a file of its name."""


def read_records(cache: Cache) -> dict[str, Record]:
    """Return the record of every briefing by its name."""
    return {name: record_of(stored) for name, stored in cache.records()}


def _reason(before: tuple[bytes, ...], now: tuple[bytes, ...]) -> str:
    """Return why a briefing is made anew."""
    if not before:
        return "it is new"
    pairs = zip(before, now, strict=False)
    changed = next((at for at, (old, new) in enumerate(pairs) if old != new), len(MADE_FROM))
    if changed < len(MADE_FROM):
        return MADE_FROM[changed]
    return "an article of it, or a briefing that answers it, has changed"
