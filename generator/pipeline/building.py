"""What a site's folder holds -> the files of the site that are not what they were.

Briefings are made each by itself (`making.py`). What they add to pages over many are rows, kept in
the cache; such a page is written anew when the digest of all that it is made from is another than
before. So no list of what depends on what is kept by hand.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

from generator import render
from generator.cache import Cache, File
from generator.errors import BriefingError
from generator.pipeline.ground import Ground, digest_of_files, take_note
from generator.pipeline.hands import MOST, Hands
from generator.pipeline.making import (
    Bench,
    PageTask,
    Result,
    Task,
    deliver,
    make_briefings,
    make_pages,
)
from generator.pipeline.records import Listed, Record, Records, Ref
from generator.pipeline.tree import Tree
from generator.pipeline.values import LISTING, Watch, file_of
from generator.render import Listing, Page
from generator.sealing import digest_of, plain

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
    changed: Set[str]
    """The files that have changed since briefings were made."""
    ground: Ground
    tree: Tree
    common: bytes
    """A digest of what all pages depend on."""
    templates: Mapping[str, bytes]
    """A digest of each template and of all that it takes from others."""
    for_briefings: bytes
    """A digest of what all briefings depend on."""
    records: Records
    texts: Mapping[str, str] = field(default_factory=dict)
    """Briefings as they are to be, which are not in their files yet, by name."""
    may_draft: bool = False
    """Whether anything has changed that decides what is to be drafted."""
    made: dict[str, Listed | None] = field(default_factory=dict)
    """How each briefing was listed that was made anew, or is gone; None for a new one."""
    to_note: set[str] = field(default_factory=set)
    """The briefings, by name or id, that may be others than they were published last."""
    reasons: dict[str, str] = field(default_factory=dict)
    """Why each group of pages was made anew."""

    def make_briefings(self) -> None:
        """Make every briefing of which anything that it is made from has changed."""
        changed, self.changed = self.changed, frozenset()
        self.may_draft |= any(name.startswith(FOR_DRAFTS) for name in changed)
        self.to_note.update(_names(changed, "content/.published"))
        for name in _names(changed, "content/briefings"):
            if file_of(name) not in self.ground.files:
                self._remove(name)
        suspects = self._suspects(changed)
        # A briefing that answers another's question may be made after it: then that is made again.
        while tasks := self._tasks(sorted(suspects)):
            self.watch(STAGE, 0, len(tasks))
            made, done = zip(tasks, self.hands.do(make_briefings, tasks), strict=True), 0
            while some := list(islice(made, MOST)):
                self._take(some)
                done += len(some)
                self.watch(STAGE, done, len(tasks))
            suspects = self.records.with_answers()
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

    def _suspects(self, changed: Set[str]) -> Set[str]:
        """Return the briefings that may be made from something else than before."""
        files = self.ground.files
        if self.cache.fact("for briefings") != self.for_briefings:
            self.cache.know("for briefings", self.for_briefings)
            return set(_names(dict(files.below("content/briefings/")), "content/briefings"))
        edited = {name for folder in CONTENT for name in _names(changed, f"content/{folder}")}
        found = {name for name in edited | self.texts.keys() if file_of(name) in files}
        found.update(name for file in changed for name in self.records.having("file", file))
        return found | self.records.with_answers()

    def _tasks(self, names: Iterable[str]) -> list[Task]:
        """Return the work on every briefing that is not what it was."""
        tasks, files = [], self.ground.files
        for name in names:
            record = self.records.get(name) or Record()
            found = ((answer, self.records.ref(answer)) for answer, _ in record.answers)
            refs = {answer: ref for answer, ref in found if ref}
            now = self._made_from(name, record, refs)
            if record.made_from != now:
                self.reasons.setdefault(f"briefings/{name}", _reason(record.made_from, now))
                beside = tuple(f for f in CONTENT[1:] if file_of(name, f) in files)
                tasks.append(Task(name, tuple(refs.items()), beside, self.texts.get(name)))
        return tasks

    def _made_from(self, name: str, record: Record, others: Mapping[str, Ref]) -> tuple[bytes, ...]:
        """Return digests of all that a briefing is made from."""
        content = (file_of(name, folder) for folder in CONTENT)
        digests = map(self.ground.files.digest, (*content, *record.files))
        refs = (plain(others.get(one)) for one, _ in record.answers)
        return (self.for_briefings, *digests, *refs)

    def _take(self, made: Iterable[tuple[Task, Result]]) -> None:
        """Take over what has become of some briefings, step by step."""
        for task, result in made:
            self._take_record(task, result.record)
        for task, result in made:
            self.cache.shelf.replace(f"briefing {task.name}", result.entries)
        for task, result in made:
            self.tree.replace(f"briefing {task.name}", result.written)

    def _take_record(self, task: Task, record: Record) -> None:
        name = task.name
        take_note(self.ground, self.bench.layout, record.files)
        made_from = self._made_from(name, record, dict(task.others))
        before = self.records.get(name)
        self.may_draft |= before is None or before.files != record.files
        self.made.setdefault(name, before.listed if before else None)
        self.records.put(name, record._replace(made_from=made_from), before)

    def _remove(self, name: str) -> None:
        """Remove a briefing with all that was made of it."""
        if record := self.records.get(name):
            self.made.setdefault(name, record.listed)
            self.records.drop(name, record)
            self.cache.shelf.replace(f"briefing {name}", ())
            self.tree.replace(f"briefing {name}", ())
            self.reasons[f"briefings/{name}"] = "its file is gone"
            self.may_draft = True

    def _entities(self, *, everything: bool) -> Iterator[Planned]:
        """Yield the pages of each entity of which briefings say something else than before."""
        press, shelf = self.bench.press, self.cache.shelf
        changed = set(shelf.counts("")) if everything else set()
        for path in sorted(filter(render.is_entity, changed.union(shelf.news.collections))):
            count = shelf.count(path)
            if everything or shelf.news.has_other_leads(path):
                view = render.show_entity(press, path, shelf.leads(path)) if count else None
                shelf.replace(path, render.entity_entries(view) if view else ())
            yield path, render.entity_pages(press.site, shelf, path) if count else ()

    def _write(self, planned: Iterable[Planned]) -> None:
        """Write the pages of some families that are not what they were, and remove the others."""
        order: deque[Known] = deque()
        for written in self.hands.do(make_pages, self._page_tasks(planned, order)):
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
            yield PageTask(page.bare, key, page.stored(self.cache.shelf))

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
FOR_DRAFTS = "seeds/", "content/.drafts/"
"""Where the files lie that decide what is to be drafted."""


def _names(files: Iterable[str], folder: str) -> Iterator[str]:
    """Yield the names of the briefings that have a file in a folder."""
    for file in files:
        lies_in, _, name = file.rpartition("/")
        if lies_in == folder and name.endswith(".yaml"):
            yield name.removesuffix(".yaml")


def _reason(before: tuple[bytes, ...], now: tuple[bytes, ...]) -> str:
    """Return why a briefing is made anew."""
    if not before:
        return "it is new"
    pairs = zip(before, now, strict=False)
    changed = next((at for at, (old, new) in enumerate(pairs) if old != new), len(MADE_FROM))
    if changed < len(MADE_FROM):
        return MADE_FROM[changed]
    return "an article of it, or a briefing that answers it, has changed"
