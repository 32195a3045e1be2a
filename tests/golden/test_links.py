from __future__ import annotations

import re

from links import broken, read_links

from generator.render import SiteContent, render

LOADED = re.compile(r"<link [^>]*>|<script [^>]*>|<img [^>]*>|<iframe[^>]*>")


def test_every_link_leads_somewhere_from_disk(desk_from_disk: SiteContent) -> None:
    files = render(desk_from_disk)
    assert broken(files) == []
    links = [link for reader in read_links(files).values() for link in reader.links]
    assert not [link for link in links if "//" not in link and link.partition("#")[0].endswith("/")]


def test_every_link_leads_somewhere_under_a_sub_path(desk_files: dict[str, bytes]) -> None:
    assert broken(desk_files, "https://desk.example/briefings/") == []


def test_no_id_is_used_twice_on_a_page(desk_files: dict[str, bytes]) -> None:
    for page, reader in read_links(desk_files).items():
        assert len(reader.ids) == len(set(reader.ids)), page


def test_a_page_loads_nothing_from_others(desk_files: dict[str, bytes]) -> None:
    for page, content in desk_files.items():
        if page.endswith(".html"):
            loaded = LOADED.findall(content.decode())
            own = [one.replace("https://desk.example/", "") for one in loaded]
            assert not [one for one in own if "//" in one]
