"""What a site offers to programs keeps to its specification; `formats/` says in full what is asked.

Atom (RFC 4287) and sitemaps: RELAX NG through lxml. GeoJSON (RFC 7946), Web Annotations and linked
data: JSON Schema through jsonschema. iCalendar (RFC 5545): icalendar, and what it does not check.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from generator.render import SiteContent, render

FORMATS = Path(__file__).parent / "formats"
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
NAMED = {
    "organisation": "Norland Desk",
    "author": "Ida Berg",
    "contact": "https://desk.example/write/",
    "license": "CC BY 4.0",
}


@pytest.fixture(scope="session", params=["as it is", "from disk", "in German, with every setting"])
def files(desk: SiteContent, request: pytest.FixtureRequest) -> dict[str, bytes]:
    changes: dict[str, dict[str, object]] = {
        "as it is": {},
        "from disk": {"base_url": None},
        "in German, with every setting": {"language": "de-AT", **NAMED},
    }
    settings = desk.settings._replace(**changes[request.param])  # type: ignore[arg-type]
    return render(replace(desk, settings=settings))


def _ending(files: dict[str, bytes], end: str) -> list[tuple[str, bytes]]:
    found = [(path, content) for path, content in files.items() if path.endswith(end)]
    assert found, f"no file ends with {end}"
    return found


def _wrong(content: bytes, schema: str) -> Iterator[str]:
    text = (FORMATS / schema).read_text("utf-8")
    validator = Draft202012Validator(json.loads(text), format_checker=FormatChecker())
    for error in validator.iter_errors(json.loads(content)):
        yield f"{error.json_path}: {error.message}"


def test_feeds_are_atom(files: dict[str, bytes]) -> None:
    grammar = etree.RelaxNG(etree.parse(str(FORMATS / "atom.rng")))
    feeds = _ending(files, "feed.atom")
    assert {"feed.atom", "questions/feed.atom"} < {path for path, _ in feeds}
    for path, content in feeds:
        assert grammar.validate(etree.fromstring(content)), (path, grammar.error_log)


def test_ids_of_a_feed_are_its_own(files: dict[str, bytes]) -> None:
    for path, content in _ending(files, "feed.atom"):
        ids = [
            one.text for one in etree.fromstring(content).iter("{http://www.w3.org/2005/Atom}id")
        ]
        assert len(ids) == len(set(ids)), path


def test_the_sitemap_is_one(desk_files: dict[str, bytes]) -> None:
    grammar = etree.RelaxNG(etree.parse(str(FORMATS / "sitemap.rng")))
    assert grammar.validate(etree.fromstring(desk_files["sitemap.xml"])), grammar.error_log


def test_linked_data_is_a_news_article(files: dict[str, bytes]) -> None:
    pages = [(p, LINKED.findall(content.decode())) for p, content in _ending(files, ".html")]
    described = [(path, one) for path, found in pages for one in found]
    assert described
    for path, one in described:
        assert list(_wrong(one.encode(), "news-article.schema.json")) == [], path


def test_annotations_are_web_annotations(files: dict[str, bytes]) -> None:
    for path, content in _ending(files, "annotations.json"):
        assert list(_wrong(content, "annotations.schema.json")) == [], path
        ids = [one["id"] for one in json.loads(content)["items"]]
        assert len(ids) == len(set(ids)), path
        for one in json.loads(content)["items"]:
            spans = [s for s in one["target"]["selector"] if "start" in s]
            assert all(span["start"] < span["end"] for span in spans)


def test_the_map_layer_is_geojson(files: dict[str, bytes]) -> None:
    for path, content in _ending(files, ".geojson"):
        assert list(_wrong(content, "geojson.schema.json")) == [], path


def test_calendars_keep_to_the_rules(files: dict[str, bytes]) -> None:
    for path, content in _ending(files, ".ics"):
        lines = content.split(b"\r\n")
        assert lines.pop() == b"", path
        assert all(len(line) <= 75 and b"\n" not in line for line in lines), path
        calendar = Calendar.from_ical(content)
        assert calendar.errors == []
        assert {"VERSION", "PRODID"} <= set(calendar)
        events = calendar.walk("VEVENT")
        assert len({event["UID"] for event in events}) == len(events)
        for event in events:
            assert event.errors == []
            assert event["DTSTAMP"].dt.utcoffset().total_seconds() == 0
            assert event["DTSTART"].dt < event["DTEND"].dt
            assert event["SUMMARY"]
            assert event["STATUS"] in {"CONFIRMED", "TENTATIVE"}


def test_tables_are_of_one_width_with_lines_that_end_as_they_should(
    files: dict[str, bytes],
) -> None:
    for path, content in _ending(files, ".csv"):
        assert content.endswith(b"\r\n"), path
        header, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
        assert len(header) == len(set(header)), path
        assert all(len(row) == len(header) for row in rows), path


def test_pages_tell_what_is_shared(desk_files: dict[str, bytes]) -> None:
    for path, content in _ending(desk_files, "index.html"):
        head = etree.HTML(content).findall(".//meta[@property]")
        told = {one.get("property"): one.get("content") for one in head}
        if not told:
            assert b'http-equiv="refresh"' in content, path
            continue
        wanted = {"og:title", "og:type", "og:url", "og:image", "og:description", "og:site_name"}
        assert wanted <= set(told), path
        assert all(told.values()), path
        assert told["og:image"].removeprefix("https://desk.example/briefings/") in desk_files


def test_who_publishes_reaches_pages_feeds_and_linked_data(desk: SiteContent) -> None:
    files = render(replace(desk, settings=desk.settings._replace(**NAMED)))  # type: ignore[arg-type]
    page = files["briefings/aller-floods/index.html"].decode()
    described = json.loads(LINKED.findall(page)[0])
    assert described["publisher"]["name"] == "Norland Desk"
    assert described["publisher"]["contactPoint"]["url"] == "https://desk.example/write/"
    assert described["author"] == {"@type": "Person", "name": "Ida Berg"}
    assert described["license"]["name"] == "CC BY 4.0"
    for path in ("index.html", "about/index.html", "briefings/aller-floods/index.html"):
        foot = files[path].decode().partition("<footer")[2]
        assert all(value in foot for value in NAMED.values()), path
    feed = files["feed.atom"].decode()
    assert "<name>Ida Berg</name><uri>https://desk.example/write/</uri>" in feed
    assert "<rights>CC BY 4.0</rights>" in feed
