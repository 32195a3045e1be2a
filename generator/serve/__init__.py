"""The site folder -> pages on this machine that reload when the site is rebuilt.

Every page gets one script, which listens to `/_briefings/events`: it reloads the page when the
site has changed, and lays the problems of a failed build over it until they are mended.
"""

from __future__ import annotations

import asyncio
import contextlib
import mimetypes
import socket
import sys
import traceback
from collections.abc import AsyncIterator, Callable, Iterable
from functools import partial
from importlib import resources
from itertools import islice
from pathlib import Path

import uvicorn
import watchfiles
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from generator.errors import SiteError, reason
from generator.output import stage_for
from generator.serve.live import Live, Rebuilt
from generator.serve.reloading import EVENTS, SCRIPT, with_reload

__all__ = ["Live", "Rebuilt", "application", "listen", "serve"]

NOT_STORED = {"Cache-Control": "no-store"}

LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")
"""What a browser may call this machine; other names are a foreign page reaching for it."""

QUIET = 40
"""Milliseconds without another save after which a rebuild starts: editors save in several steps."""
LONGEST_BURST = 500
"""Milliseconds after which it starts however busily files are being written."""
LOOK_ROUND = 1000
"""Milliseconds after which folders that were not there are looked for again."""

GRACE = 1
"""Seconds that open pages are given when the server stops; their event streams never end."""

FEW = 64
"""Files that are shown before a build is done: an edited briefing's, and not the whole site."""

Rebuild = Callable[[Callable[[], None]], Rebuilt]
"""Builds; calls what it is given as soon as the briefings are made, and only lists are left."""


def serve(rebuild: Rebuild, site: Path, watched: Iterable[Path], listener: socket.socket) -> None:
    """Build, then serve the site and rebuild it on every change, until interrupted."""
    any_host = listener.getsockname()[0] not in LOCAL_NAMES
    app = application(site, Live(), rebuild, watched, any_host=any_host)
    config = uvicorn.Config(
        app, log_level="warning", timeout_graceful_shutdown=GRACE, server_header=False
    )
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run([listener])


def application(
    site: Path,
    live: Live,
    rebuild: Rebuild,
    watched: Iterable[Path] = (),
    *,
    any_host: bool = False,
) -> Starlette:
    """Return the server's application; it rebuilds as long as it runs."""

    @contextlib.asynccontextmanager
    async def rebuilding(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(_rebuild_on_change(site, live, rebuild, tuple(watched)))
        yield
        task.cancel()
        await live.stop()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    async def events(_: Request) -> Response:
        return StreamingResponse(live.events(), media_type="text/event-stream")

    def page(request: Request) -> Response:
        return respond(site, request.path_params["path"], live)

    return Starlette(
        routes=[Route(EVENTS, events), Route(SCRIPT, _script), Route("/{path:path}", page)],
        lifespan=rebuilding,
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=["*"] if any_host else LOCAL_NAMES)
        ],
    )


def respond(site: Path, address: str, live: Live) -> Response:
    """Return the file that an address names, a redirect to its folder, or the site's own 404."""
    version = live.version
    ahead = live.ahead.get(address + "index.html" * (not address or address.endswith("/")))
    if ahead is not None:
        return _page(ahead, 200, version)
    path = _inside(site, address)
    if path and path.is_dir():
        if address and not address.endswith("/"):
            return RedirectResponse(f"/{address}/")
        path /= "index.html"
    if path and path.is_file():
        return _file(path, 200, version)
    missing = site / "404.html"
    if missing.is_file():
        return _file(missing, 404, version)
    return _page(b"<!doctype html><title>Nothing here</title><p>Nothing here yet.", 404, version)


def _inside(site: Path, address: str) -> Path | None:
    """Return the path in the site that an address names; None where it leads out of it."""
    if "\0" in address or "\\" in address or address.startswith("/"):
        return None
    path = (site / address).resolve()
    return path if path.is_relative_to(site.resolve()) else None


def _file(path: Path, status: int, version: str) -> Response:
    content = path.read_bytes()
    if path.suffix == ".html":
        return _page(content, status, version)
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Response(content, status, NOT_STORED, kind)


def _page(content: bytes, status: int, version: str) -> Response:
    return Response(with_reload(content, version), status, NOT_STORED, "text/html; charset=utf-8")


async def _script(_: Request) -> Response:
    source = resources.files("generator.serve").joinpath("reload.js").read_bytes()
    return Response(source, headers=NOT_STORED, media_type="text/javascript")


async def _rebuild_on_change(
    site: Path, live: Live, rebuild: Rebuild, watched: Iterable[Path]
) -> None:
    loop = asyncio.get_running_loop()

    def look_ahead() -> None:
        if pages := _staged(site):
            asyncio.run_coroutine_threadsafe(live.show_ahead(pages), loop).result()

    async for _ in _changes(tuple(watched)):
        await live.tell(await run_in_threadpool(_rebuild, rebuild, look_ahead))


async def _changes(watched: Iterable[Path]) -> AsyncIterator[None]:
    """Yield at once, and whenever something has changed in folders that may yet come, or go.

    What is saved before they are watched, while the first build is at work, counts as a change.
    """
    yield
    told: tuple[Path, ...] = ()
    folders = _at_hand(watched)
    while True:
        changes = watchfiles.awatch(
            *folders,
            watch_filter=partial(_matters, folders),
            debounce=LONGEST_BURST,
            step=QUIET,
            rust_timeout=LOOK_ROUND,
            yield_on_timeout=True,
        )
        async for found in changes:
            if found or told != folders:
                told = folders
                yield
            if _at_hand(watched) != folders:
                break
        folders = _at_hand(watched)


def _at_hand(folders: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(path.resolve() for path in folders if path.is_dir())


def _staged(site: Path) -> dict[str, bytes]:
    """Return the pages that wait beside a site to be put into it, if they are few."""
    stage = stage_for(site)
    files = tuple(islice((path for path in stage.rglob("*") if path.is_file()), FEW + 1))
    if len(files) > FEW:
        return {}
    pages = (path for path in files if path.suffix == ".html")
    return {path.relative_to(stage).as_posix(): path.read_bytes() for path in pages}


def _rebuild(rebuild: Rebuild, look_ahead: Callable[[], None]) -> Rebuilt:
    """Build, and show a bug of ours like a mistake in the content: the server must outlive it."""
    try:
        return rebuild(look_ahead)
    except Exception:  # noqa: BLE001
        report = traceback.format_exc()
        sys.stderr.write(report)
        return Rebuilt(changed=False, problems=(report,))


def _matters(folders: Iterable[Path], _: watchfiles.Change, name: str) -> bool:
    """Leave out what editors and builds write on the way: hidden files and folders, backups."""
    path = Path(name)
    inside = next(path.relative_to(folder) for folder in folders if path.is_relative_to(folder))
    return not path.name.endswith("~") and not any(part[0] == "." for part in inside.parts)


def listen(host: str, port: int) -> tuple[socket.socket, str]:
    """Return what listens for browsers, and its address for them; port 0 is any that is free."""
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((bare, port))
    except OSError as error:
        listener.close()
        raise SiteError(
            f"{host}:{port} cannot be served: {reason(error)}.",
            fix="Choose another address with --host or --port.",
        ) from error
    name = f"[{bare}]" if ":" in bare else bare
    return listener, f"http://{name}:{listener.getsockname()[1]}/"
