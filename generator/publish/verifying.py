"""A published site, by its address or in a folder -> how it differs from its own manifest."""

from __future__ import annotations

import hashlib
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit

from generator.errors import Place, SiteError, reason
from generator.output import is_plain
from generator.publish.comparing import Difference, compare_folder
from generator.publish.manifest import MANIFEST, Manifest, read_manifest
from generator.publish.site import Step

NOT_SERVED = {"_redirects"}
"""Files that a web host reads and does not serve."""
NOT_FOUND = "404.html"
"""The page that comes with the status 404, even where it is asked for by its name."""

TIMEOUT = 30.0
"""Seconds without an answer after which a file counts as unreadable."""
MANIFEST_LIMIT = 256 << 20
"""Bytes of a manifest: two million files."""
READERS = 8
"""Files asked for at once."""


@dataclass(frozen=True, slots=True)
class Verification:
    """How a published site compares with its manifest."""

    manifest: Manifest
    checked: int
    """Files that were read."""
    differences: tuple[Difference, ...]


def verify(where: str, step: Step) -> Verification:
    """Compare a site, at an address or in a folder, with its manifest; `step` hears how far."""
    if "://" in where:
        return _verify_address(where, step)
    folder = Path(where)
    path = folder / MANIFEST
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SiteError(
            f"The manifest cannot be read: {reason(error)}.",
            Place(str(path)),
            "Name the folder of a site, or its address.",
        ) from None
    manifest = _checked(read_manifest(content, str(path)), str(path))
    differences = compare_folder(folder, manifest, step)
    return Verification(manifest, len(manifest.files), tuple(differences))


def _checked(manifest: Manifest, name: str) -> Manifest:
    """Refuse paths that lead out of the site: the manifest may be anybody's."""
    for path in manifest.files:
        if not is_plain(path):
            raise SiteError(f"{path!r} cannot be a file of a site.", Place(name))
    return manifest


def _verify_address(address: str, step: Step) -> Verification:
    """Compare a site with its manifest over HTTP."""
    if urlsplit(address).scheme not in {"http", "https"} or not urlsplit(address).netloc:
        raise SiteError("The address is none of the web.", Place(address), "Begin with https://")
    base = address.split("#")[0].split("?")[0].removesuffix(MANIFEST).rstrip("/") + "/"
    name = base + MANIFEST
    try:
        with _open(name) as answer:
            content = answer.read(MANIFEST_LIMIT)
    except (OSError, HTTPException) as error:
        raise SiteError(
            f"The manifest cannot be read: {_said(error)}.",
            Place(name),
            "Is this the address of the site's front page?",
        ) from None
    manifest = _checked(read_manifest(content, name), name)
    asked = sorted((p, d) for p, d in manifest.files.items() if p not in NOT_SERVED)
    found: list[Difference] = []
    with ThreadPoolExecutor(READERS) as pool:
        for first in range(0, len(asked), READERS * 16):
            step(first, len(asked))
            batch = asked[first : first + READERS * 16]
            for differences in pool.map(lambda one: _difference(base, *one), batch):
                found += differences
    return Verification(manifest, len(asked), tuple(found))


def _difference(base: str, path: str, digest: str) -> list[Difference]:
    try:
        with _open(base + quote(path), is_error=path == NOT_FOUND) as answer:
            found = hashlib.file_digest(answer, "sha256").hexdigest()
    except HTTPError as error:
        error.close()
        what = "is missing" if error.code == HTTPStatus.NOT_FOUND else f"cannot be read: {error}"
        return [Difference(path, what)]
    except (OSError, HTTPException) as error:
        return [Difference(path, f"cannot be read: {_said(error)}")]
    return [] if found == digest else [Difference(path, "differs")]


def _open(address: str, *, is_error: bool = False) -> HTTPResponse | HTTPError:
    """Ask for an address; `is_error` where the answer is expected to have the status 404."""
    request = urllib.request.Request(address, headers={"User-Agent": "briefings-verify"})  # noqa: S310 - see _web
    try:
        answer: HTTPResponse = _web().open(request, timeout=TIMEOUT)
    except HTTPError as error:
        if not (is_error and error.code == HTTPStatus.NOT_FOUND):
            raise
        return error
    return answer


@cache
def _web() -> urllib.request.OpenerDirector:
    """Return what asks the web and nothing else: no file and no FTP, whereto a server points."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.UnknownHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return opener


def _said(error: Exception) -> str:
    return reason(getattr(error, "reason", None) or error).rstrip(".")
