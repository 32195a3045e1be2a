from __future__ import annotations

import re
from dataclasses import replace

import pytest
from links import broken, read_links

from generator.formats import OUTPUTS
from generator.render import SiteContent, render

LOADED = re.compile(r"<link [^>]*>|<script [^>]*>|<img [^>]*>|<iframe[^>]*>")


def test_every_link_leads_somewhere_from_disk(desk_from_disk: SiteContent) -> None:
    files = render(desk_from_disk)
    assert broken(files) == []
    links = [link for reader in read_links(files).values() for link in reader.links]
    assert not [link for link in links if "//" not in link and link.partition("#")[0].endswith("/")]


def test_every_link_leads_somewhere_under_a_sub_path(desk_files: dict[str, bytes]) -> None:
    assert broken(desk_files, "https://desk.example/briefings/") == []


MADE = {
    "yaml": r"briefings/[^/]+/briefing\.yaml",
    "json": r"briefings/[^/]+/briefing\.json",
    "annotations": r"briefings/[^/]+/annotations\.json",
    "calendars": r"calendar\.ics|briefings/[^/]+/dates\.ics",
    "feeds": r".+/feed\.atom",
    "data": r"data/.+",
    "timeline": r"timeline/.+",
    "questions": r"questions/.+",
    "quotes": r"quotes/.+",
    "sources": r"sources/.+",
}
"""The files that a site has for each of its outputs; maps are in pages."""
PAGES = ("timeline", "questions", "quotes", "sources", "maps")


@pytest.mark.parametrize("outputs", [(), PAGES, tuple(MADE.keys() - set(PAGES))])
def test_what_a_site_does_not_ask_for_is_neither_made_nor_linked(
    desk_from_disk: SiteContent, outputs: tuple[str, ...]
) -> None:
    settings = desk_from_disk.settings._replace(outputs=outputs)
    files = render(replace(desk_from_disk, settings=settings, pages=()))
    assert broken(files) == []
    found = {name for name, path in MADE.items() if any(re.fullmatch(path, one) for one in files)}
    assert found == set(outputs) - {"maps"}
    assert any(b'class="map"' in content for content in files.values()) == ("maps" in outputs)


def test_every_output_can_be_left_out() -> None:
    assert MADE.keys() | {"maps"} == set(OUTPUTS)


def test_no_id_is_used_twice_on_a_page(desk_files: dict[str, bytes]) -> None:
    for page, reader in read_links(desk_files).items():
        assert len(reader.ids) == len(set(reader.ids)), page


def test_a_page_loads_nothing_from_others(desk_files: dict[str, bytes]) -> None:
    for page, content in desk_files.items():
        if page.endswith(".html"):
            loaded = LOADED.findall(content.decode())
            own = [one.replace("https://desk.example/", "") for one in loaded]
            assert not [one for one in own if "//" in one]
