from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from generator.render import SiteContent, render

LOADED = re.compile(r"<link [^>]*>|<script [^>]*>|<img [^>]*>|<iframe[^>]*>")


class _Reader(HTMLParser):
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


def _read(files: dict[str, bytes]) -> dict[str, _Reader]:
    readers = {}
    for path, content in files.items():
        if path.endswith(".html"):
            readers[path] = _Reader()
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


def _broken(files: dict[str, bytes], base: str = "") -> list[str]:
    readers = _read(files)
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


def test_every_link_leads_somewhere_from_disk(desk_from_disk: SiteContent) -> None:
    files = render(desk_from_disk)
    assert _broken(files) == []
    links = [link for reader in _read(files).values() for link in reader.links]
    assert not [link for link in links if "//" not in link and link.partition("#")[0].endswith("/")]


def test_every_link_leads_somewhere_under_a_sub_path(desk_files: dict[str, bytes]) -> None:
    assert _broken(desk_files, "https://desk.example/briefings/") == []


def test_no_id_is_used_twice_on_a_page(desk_files: dict[str, bytes]) -> None:
    for page, reader in _read(desk_files).items():
        assert len(reader.ids) == len(set(reader.ids)), page


def test_a_page_loads_nothing_from_others(desk_files: dict[str, bytes]) -> None:
    for page, content in desk_files.items():
        if page.endswith(".html"):
            loaded = LOADED.findall(content.decode())
            own = [one.replace("https://desk.example/", "") for one in loaded]
            assert not [one for one in own if "//" in one]
