"""Publishing: the manifest, the plan of what is carried, headers, and addresses that fit."""

from __future__ import annotations

import json
import sys

import pytest

from generator.errors import SiteError
from generator.publish.bucket import BRIEF, LASTING, BucketPlace, headers_of
from generator.publish.fitting import address_of, fits
from generator.publish.manifest import (
    Ingredients,
    Record,
    differences,
    read_manifest,
    sha256,
    write_manifest,
)
from generator.publish.plan import compare, in_bytes

DIGEST = sha256(b"")
INGREDIENTS = Ingredients(
    settings=DIGEST, content={}, briefings={"storm": DIGEST}, seeds={"seeds/storm.md": DIGEST}
)
RECORD = Record(generator="briefings 1.0", base_url=None, drafts=True, ingredients=INGREDIENTS)


def test_a_manifest_lists_every_file_but_itself_and_the_search_index() -> None:
    paths = ("index.html", "manifest.json", "pagefind/pagefind.js", "a/b.css")
    written = write_manifest(RECORD, [(path, DIGEST) for path in paths])
    assert json.loads(written)["files"] == {"a/b.css": DIGEST, "index.html": DIGEST}
    assert read_manifest(written, "manifest.json").ingredients == INGREDIENTS


def test_a_manifest_of_no_file_is_one_too() -> None:
    assert read_manifest(write_manifest(RECORD, []), "manifest.json").files == {}


@pytest.mark.parametrize("text", ["", "[]", '{"format": 2}', '{"files": {"a": "0"}}', "\xff"])
def test_what_is_no_manifest_is_refused(text: str) -> None:
    with pytest.raises(SiteError, match=r"^site/manifest.json: This is no manifest of a site: "):
        read_manifest(text.encode("latin-1"), "site/manifest.json")


def test_what_has_changed_since_a_build_is_named() -> None:
    other = sha256(b"other")
    now = Ingredients(
        settings=other,
        content={"content/entities.yaml": other},
        briefings={},
        seeds={"seeds/storm.md": other},
    )
    assert differences(INGREDIENTS, INGREDIENTS) == []
    assert differences(INGREDIENTS, now) == [
        "the settings",
        "content/entities.yaml",
        "briefing storm",
        "seeds/storm.md",
    ]


def test_a_reader_never_meets_a_link_before_its_target() -> None:
    wanted = [
        ".briefings",
        "briefings/storm/briefing.json",
        "style.css",
        "briefings/storm/index.html",
        "people/ana/index.html",
        "briefings/page/2/index.html",
        "feed.atom",
        "index.html",
        "people/index.html",
        "sitemap.xml",
        "manifest.json",
    ]
    plan = compare({}, dict.fromkeys(reversed(wanted), "1"), len)
    assert list(plan.carried) == wanted
    gone = compare(dict.fromkeys(wanted, "1"), {}, len)
    assert list(gone.removed) == wanted[::-1]


def test_only_what_differs_is_carried() -> None:
    held = {"a": "1", "b": "1", "c": "1"}
    plan = compare(held, {"b": "1", "c": "2", "dd": "1"}, len)
    assert (plan.added, plan.changed, plan.removed, plan.same) == (("dd",), ("c",), ("a",), 1)
    assert str(plan) == "1 new, 1 changed, 1 removed, 1 as they were; 3 B"
    assert str(compare(held, held, len)) == "nothing to do, 3 files as they were"


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0 B"), (999, "999 B"), (1500, "1.5 kB"), (25_000_000, "25.0 MB")]
)
def test_sizes_are_told_as_people_say_them(size: int, said: str) -> None:
    assert in_bytes(size) == said


@pytest.mark.parametrize(
    ("path", "kind", "cached"),
    [
        ("people/ana/index.html", "text/html; charset=utf-8", BRIEF),
        ("style.css", "text/css; charset=utf-8", BRIEF),
        ("style.3fa2b1c9.css", "text/css; charset=utf-8", LASTING),
        ("pagefind/fragment/en_4f1a20c.pf_fragment", "application/octet-stream", LASTING),
        ("map-20241013.svg", "image/svg+xml", BRIEF),
        ("feed.atom", "application/atom+xml", BRIEF),
        ("calendar.ics", "text/calendar; charset=utf-8", BRIEF),
        ("data/places.geojson", "application/geo+json", BRIEF),
        (".briefings", "application/octet-stream", BRIEF),
    ],
)
def test_objects_have_their_type_and_may_be_kept_as_long_as_is_right(
    path: str, kind: str, cached: str
) -> None:
    assert headers_of(path) == {"ContentType": kind, "CacheControl": cached}


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("git@github.com:Desk/news.git", "https://desk.github.io/news/"),
        ("https://github.com/desk/news", "https://desk.github.io/news/"),
        ("ssh://git@github.com/desk/desk.github.io.git", "https://desk.github.io/"),
        ("https://x-access-token:abc@github.com/desk/news", "https://desk.github.io/news/"),
        ("https://gitlab.com/desk/news.git", None),
        ("/srv/git/news.git", None),
    ],
)
def test_where_github_serves_a_repository_is_known(remote: str, address: str | None) -> None:
    assert address_of(None, None, remote) == address


def test_what_the_settings_say_goes_before_what_a_remote_suggests() -> None:
    remote = "git@github.com:desk/news.git"
    assert address_of(None, "news.example.org", remote) == "https://news.example.org/"
    assert address_of("https://a.example/b", "news.example.org", remote) == "https://a.example/b"


@pytest.mark.parametrize(
    ("base", "does"),
    [
        ("https://desk.example/news", True),
        ("https://Desk.example/news/", True),
        ("http://desk.example/news/", False),
        ("https://desk.example/", False),
        (None, False),
    ],
)
def test_an_address_fits_up_to_what_makes_no_difference(base: str | None, *, does: bool) -> None:
    assert fits(base, "https://desk.example/news/") is does


def test_without_boto3_the_way_to_get_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("boto3", "botocore.exceptions"):
        monkeypatch.setitem(sys.modules, name, None)
    place = BucketPlace("storage", "desk", "", "http://127.0.0.1:9", "eu-north-1")
    with pytest.raises(SiteError, match=r"needs boto3\. Install it: pip install 'briefings\[s3\]'"):
        place.held()
