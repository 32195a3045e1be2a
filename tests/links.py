"""Where the links of a whole site lead, and which lead nowhere."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.links.append(value)
            if name == "id" and value is not None:
                self.ids.append(value)


def read_links(files: dict[str, bytes]) -> dict[str, Links]:
    readers = {}
    for path, content in files.items():
        if path.endswith(".html"):
            readers[path] = Links()
            readers[path].feed(content.decode())
    return readers


def _target(page: str, link: str, base: str) -> tuple[str, str] | None:
    """Return the file and fragment that a link leads to; nothing for links to other sites."""
    if base and link.startswith(base):
        page, link = "index.html", link.removeprefix(base) or "./"
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    if not parts.path:
        path = page
    elif parts.path.endswith("/") or parts.path in (".", ".."):
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return path, unquote(parts.fragment)


def broken(files: dict[str, bytes], base: str = "") -> list[str]:
    readers = read_links(files)
    broken = []
    for page, reader in readers.items():
        for link in reader.links:
            target = _target(page, link, base)
            if target is None:
                continue
            path, fragment = target
            if path not in files or (fragment and fragment not in readers[path].ids):
                broken.append(f"{page} -> {link}")
    return broken
