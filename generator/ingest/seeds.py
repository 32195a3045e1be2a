"""Seeds on disk, or bytes from elsewhere, to articles."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator.errors import BriefingError, Place, SeedError, reason
from generator.ingest.characters import tidy
from generator.ingest.contents import Contents, Metadata, ParseYaml
from generator.ingest.encoding import decode
from generator.ingest.segment import asides, segment
from generator.ingest.text import read_plain
from generator.ingest.words import words
from generator.model import Article, Segment, Source

MAX_BYTES = 20_000_000
"""Larger files are no articles; a book has one million characters."""

SUFFIXES = (".txt", ".md", ".html", ".htm")
"""The kinds of seed."""

_HTML_OPENINGS = ("<!doctype html", "<html", "<?xml", "<head", "<body", "<article")


NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Seed:
    """The bytes of an article, wherever they are from."""

    file: str
    """What its source is called: a path, or that of a file of many and a line in it."""
    raw: bytes
    kind: str | None = None
    """A suffix; how the text begins tells without one."""
    known: Metadata = NOTHING
    """What is known of it besides; what it states itself counts more."""
    charset: str | None = None
    """The encoding that whoever sent it has declared."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """The seeds of a folder, in the order of their names."""

    groups: Mapping[str, tuple[Path, ...]]
    """Name of a briefing -> its one seed, or those of a folder."""
    problems: tuple[SeedError, ...] = ()

    def __iter__(self) -> Iterator[Path]:
        """Yield every seed of every briefing."""
        return chain.from_iterable(self.groups.values())


def find_seeds(folder: Path, is_other: Callable[[Path], bool] = lambda _: False) -> Seeds:
    """List the seeds of a folder: a file is a briefing, a folder is a briefing of several.

    Hidden files and the copies that editors leave are passed over, and `is_other` tells those that
    others read; whatever else is no seed is a problem.
    """
    groups: dict[str, tuple[Path, ...]] = {}
    problems: list[SeedError] = []
    taken: dict[str, Path] = {}
    for path in _entries(folder):
        at = Place(path.relative_to(folder.parent).as_posix())
        found = _seeds_at(path, folder.parent, is_other, problems)
        name = path.name if path.is_dir() else path.stem
        if found and (other := taken.setdefault(name.casefold(), path)) != path:
            rival = other.relative_to(folder.parent).as_posix()
            what = f"This and {rival} would be the same briefing."
            problems.append(SeedError(what, at, "Rename one, or put both into one folder."))
        elif found:
            groups[name] = found
    return Seeds(groups, tuple(problems))


def read_seed(path: Path, root: Path, parse_yaml: ParseYaml) -> tuple[Article, tuple[str, ...]]:
    """Read the seed at a path of the site at `root`; return the article and warnings."""
    return read(load_seed(path, root), parse_yaml)


def load_seed(path: Path, root: Path) -> Seed:
    """Return the bytes of the seed at a path of the site at `root`."""
    file = _name_in(root, path)
    _refuse_link_out(path, root, file)
    return Seed(file, _read(path, file), path.suffix)


def read(seed: Seed, parse_yaml: ParseYaml) -> tuple[Article, tuple[str, ...]]:
    """Read an article's bytes; return the article and warnings."""
    file = seed.file
    if len(seed.raw) > MAX_BYTES:
        raise _too_large(file)
    decoded = decode(seed.raw, file, seed.charset)
    if not decoded.text.strip("\0 \t\r\n\f\v\ufeff"):
        raise SeedError("The file is empty.", Place(file), "Put an article into it, or delete it.")
    contents = _reader(seed.kind, decoded.text)(decoded.text, file, parse_yaml)
    if not contents.paragraphs:
        what = "No text of an article was found."
        raise SeedError(what, Place(file), "Save the article's text in it.")
    stated = contents.metadata.or_else(seed.known)
    digest = hashlib.sha256(seed.raw).hexdigest()
    article = _article(contents._replace(metadata=stated), file, digest, decoded.encoding)
    return article, (*decoded.warnings, *contents.warnings)


def _article(contents: Contents, file: str, digest: str, encoding: str) -> Article:
    stated = contents.metadata
    title = stated.title
    text = "\n\n".join(paragraph.text for paragraph in contents.paragraphs)
    headings = [number for number, p in enumerate(contents.paragraphs) if p.heading]
    source = Source(
        file=file,
        sha256=digest,
        title=title,
        publisher=stated.publisher,
        author=stated.author,
        url=stated.url,
        published=stated.published,
        retrieved=stated.retrieved,
        language=stated.language,
        encoding=encoding,
        license=stated.license,
        credit=stated.credit,
    )
    headline = (
        Segment(0, len(title), 0, words(title, 0, len(title)), heading=True) if title else None
    )
    segments = segment(text, frozenset(headings))
    beside = asides(text, segments)
    return Article(source, text, segments, stated.standfirst, headline, beside)


def _reader(kind: str | None, text: str) -> Callable[[str, str, ParseYaml], Contents]:
    suffix = (kind or "").lower().lstrip(".")
    if reader := _READERS.get(suffix):
        return reader
    opening = text.lstrip("\ufeff \t\r\n")[:40].lower()
    if opening.startswith(_HTML_OPENINGS):
        return _html
    return _markdown if opening.startswith(("---\n", "---\r")) else _plain


def _plain(text: str, file: str, parse_yaml: ParseYaml) -> Contents:
    del parse_yaml  # plain text has no front matter
    clean, warnings = tidy(text, file)
    return _with_warnings(read_plain(clean), warnings)


def _markdown(text: str, file: str, parse_yaml: ParseYaml) -> Contents:
    from generator.ingest.front_matter import split_front_matter
    from generator.ingest.markdown import read_markdown

    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    front = split_front_matter(lines, file, parse_yaml)
    clean, warnings = tidy(front.body, file)
    return _with_warnings(read_markdown(clean, front.metadata), (*front.warnings, *warnings))


def _html(text: str, file: str, parse_yaml: ParseYaml) -> Contents:
    del parse_yaml  # a page has no front matter
    from generator.ingest.html import read_html

    return read_html(text, file)


def _record(text: str, file: str, parse_yaml: ParseYaml) -> Contents:
    del parse_yaml  # a record has no front matter
    from generator.ingest.records import read_record

    return read_record(text, file)


_READERS = {"txt": _plain, "md": _markdown, "html": _html, "htm": _html, "json": _record}
"""How each kind of seed is read, by its suffix; only a line of many articles is JSON. What reads a
kind is loaded when one is met."""


def _with_warnings(contents: Contents, warnings: tuple[str, ...]) -> Contents:
    return Contents(contents.metadata, contents.paragraphs, (*contents.warnings, *warnings))


def _entries(folder: Path) -> Iterator[Path]:
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError as error:
        raise SeedError(
            f"The folder cannot be read: {reason(error)}.",
            Place(folder.name),
            "Check its permissions.",
        ) from error
    return (folder / name for name in names if name[0] != "." and name[-1] != "~")


def _seeds_at(
    path: Path, root: Path, is_other: Callable[[Path], bool], problems: list[SeedError]
) -> tuple[Path, ...]:
    """Return the seeds of one entry, a file or a folder of files."""
    entries = [path]
    if path.is_dir():
        try:
            entries = list(_entries(path))
        except SeedError as problem:
            problems.append(problem)
            return ()
    found = []
    for entry in entries:
        if is_other(entry):
            continue
        try:
            _check_kind(entry, Place(_printable(entry.relative_to(root))))
        except SeedError as problem:
            problems.append(problem)
        else:
            found.append(entry)
    return tuple(found)


def _check_kind(path: Path, at: Place) -> None:
    if path.name != _printable(path.name):
        raise SeedError("The file's name is not UTF-8.", at, "Rename it.")
    if path.is_dir():
        what = "A folder in a folder of articles is not read."
        raise SeedError(what, at, "Move its files up.")
    if not path.is_file() and path.exists():
        raise _no_file(at)
    if path.suffix.lower() not in SUFFIXES:
        what = (
            f"A file that ends in {path.suffix!r} is not read."
            if path.suffix
            else "A file without a suffix is not read."
        )
        raise SeedError(what, at, f"Save the article as one of {', '.join(SUFFIXES)}.")


def _name_in(root: Path, path: Path) -> str:
    """Return the path below the site, or the bare name of a file elsewhere."""
    inside = _absolute(path)
    home = _absolute(root)
    return _printable(inside.relative_to(home) if inside.is_relative_to(home) else Path(path.name))


def _refuse_link_out(path: Path, root: Path, file: str) -> None:
    inside = _absolute(path).is_relative_to(_absolute(root))
    try:
        leaves = inside and not path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError) as error:
        raise _unreadable(file, error) from error
    if leaves:
        what = "The file is a link to a place outside the site."
        raise SeedError(what, Place(file), "Copy the article itself here.")


def _read(path: Path, file: str) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _no_file(Place(file))
        if status.st_size > MAX_BYTES:
            raise _too_large(file)
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(file, error) from error


def _absolute(path: Path) -> Path:
    return Path(os.path.normpath(Path.cwd() / path))


def _printable(path: Path | str) -> str:
    return Path(path).as_posix().encode("utf-8", "replace").decode()


def _no_file(at: Place) -> SeedError:
    """Return a complaint about a pipe or a device, which may have nothing to read for ever."""
    return SeedError("This is not a regular file.", at, "Put a file in its place.")


def _too_large(file: str) -> SeedError:
    limit = MAX_BYTES // 1_000_000
    return SeedError(f"The file has more than {limit} MB.", Place(file), "Save only the article.")


def _unreadable(file: str, error: Exception) -> BriefingError:
    return SeedError(
        f"The file cannot be read: {reason(error)}.",
        Place(file),
        "Check that it is there and its permissions.",
    )
