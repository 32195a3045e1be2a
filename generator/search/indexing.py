"""The pages of a site -> the files of its search index, made by pagefind."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import subprocess
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.errors import SiteError, reason
from generator.search import FOLDER
from generator.search.ordering import in_order

STAMP = f"{FOLDER}made-from.sha256"
"""The file of an index that tells from which pages it was made."""

_UNUSED = ("-ui.js", "-ui.css", "-highlight.js")


def search_index(
    pages: Mapping[str, str], site: Path | None, lay_out: Callable[[Path], None]
) -> dict[str, bytes]:
    """Return the index of some pages, by path; of each page there is the SHA-256.

    `site` may hold the index of the same pages from an earlier build, which then is taken.
    Otherwise `lay_out` puts the pages into a folder.
    """
    if not pages:
        return {}
    stamp = _stamp(pages)
    earlier = _files_of(site / FOLDER) if site else {}
    if earlier.get(Path(STAMP).name) == stamp:
        return {f"{FOLDER}{path}": content for path, content in earlier.items()}
    with _temporary_folder() as folder:
        lay_out(folder)
        return {**index_folder(folder), STAMP: stamp}


def index_folder(pages: Path) -> dict[str, bytes]:
    """Return the index of the pages below a folder, by path in the site.

    The same pages give the same bytes. Raises a SiteError where pagefind does not do its work.
    """
    with _temporary_folder() as folder:
        _pagefind("--site", str(pages), "--output-path", str(folder), "--silent")
        made = _files_of(folder)
    kept = {path: content for path, content in made.items() if not path.endswith(_UNUSED)}
    if any(map(_is_cut, kept, kept.values())):
        what = f"The search index cannot be made: the disk of {folder.parent} is full."
        raise SiteError(what, None, "Free some space, or name another folder in TMPDIR.")
    try:
        ordered = in_order(kept)
    except (ValueError, LookupError, OSError) as error:
        raise _failure("this version of pagefind writes it in a way that is not known") from error
    return {f"{FOLDER}{path}": content for path, content in ordered.items()}


@contextlib.contextmanager
def _temporary_folder() -> Iterator[Path]:
    try:
        with tempfile.TemporaryDirectory(prefix="briefings-") as folder:
            yield Path(folder)
    except OSError as error:
        where = f" in {error.filename}" if error.filename else ""
        raise _failure(f"{reason(error)}{where}") from error


def _is_cut(path: str, content: bytes) -> bool:
    """Tell whether a disk was full when a file was written; pagefind takes no notice."""
    if not content:
        return True
    try:
        return ".pf_" in path and not gzip.decompress(content)
    except (EOFError, OSError, zlib.error):
        return True


def _stamp(pages: Mapping[str, str]) -> bytes:
    """Return what stays the same as long as an index of these pages would."""
    digest = hashlib.sha256(_pagefind("--version"))
    for path in sorted(pages):
        digest.update(f"{path}\n{pages[path]}\n".encode())
    return f"{digest.hexdigest()}\n".encode()


def _pagefind(*arguments: str) -> bytes:
    """Return what pagefind says."""
    from pagefind.service import get_executable

    program = get_executable()
    if program is None:
        raise _failure("pagefind, which makes it, has no program for this computer")
    try:
        done = subprocess.run(  # noqa: S603 - the program that the package brings
            [program, *arguments], capture_output=True, check=False
        )
    except OSError as error:
        raise _failure(f"{program} does not start: {reason(error)}") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise _failure(f"pagefind ended with {done.returncode}: {said or 'it does not say why'}")
    return done.stdout


def _failure(cause: str) -> SiteError:
    fix = "Write `search: false` into content/site.yaml to build without a search index."
    return SiteError(f"The search index cannot be made: {cause}.", None, fix)


def _files_of(folder: Path) -> dict[str, bytes]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
