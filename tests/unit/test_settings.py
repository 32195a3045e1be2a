"""The settings of a site."""

from __future__ import annotations

import pytest

from generator.errors import Problems
from generator.settings import (
    Ages,
    BranchTarget,
    BucketTarget,
    FolderTarget,
    Settings,
    load_settings,
)

PATH = "content/site.yaml"


def test_an_empty_file_is_a_site_with_defaults():
    settings = load_settings("# nothing yet\n", PATH)
    assert settings == Settings()
    assert (settings.title, settings.language, settings.time_zone) == ("Briefings", "en", "UTC")
    assert (settings.quote_words, settings.per_page, settings.drafts) == (40, 50, False)


def test_every_setting_is_read():
    text = """\
title: NO
base_url: https://example.org/desk/
language: nb-NO
time_zone: Europe/Oslo
drafts: true
per_page: 20
advise_after_days: {draft: 3}
publish: {name: pages, to: branch}
"""
    settings = load_settings(text, PATH)
    assert (settings.title, settings.base_url) == ("NO", "https://example.org/desk/")
    assert settings.advise_after_days == Ages(draft=3)
    assert settings.publish == (BranchTarget(name="pages", to="branch"),)
    assert settings.drafts is True


@pytest.mark.parametrize("url", ["", "http://localhost:8000", "https://example.org/a/b"])
def test_a_base_url_is_an_address_or_nothing(url):
    assert load_settings(f"base_url: '{url}'\n", PATH).base_url == url


@pytest.mark.parametrize(
    "line",
    ["base_url: javascript:alert(1)", "base_url: https://a.b/?q", "time_zone: ../etc/passwd",
     "time_zone: Mars/Base", "language: e", "per_page: -1", "quote_words: many", "title: ''"],
)  # fmt: skip
def test_a_wrong_value_is_refused_at_its_place(line):
    with pytest.raises(Problems) as caught:
        load_settings(f"drafts: false\n{line}\n", PATH)
    (problem,) = caught.value.problems
    assert problem.at.line == 2
    assert problem.at.column == line.index(":") + 3


def test_several_places_to_publish_to_are_read():
    text = """\
publish:
  - {name: pages, to: branch, remote: origin, cname: desk.example.org}
  - name: server
    to: folder
    path: /srv/www/desk
    releases: 3
    url:
  - {name: storage, to: bucket, bucket: desk, prefix: news/, endpoint: "https://s3.example.org"}
"""
    assert load_settings(text, PATH).publish == (
        BranchTarget(name="pages", to="branch", remote="origin", cname="desk.example.org"),
        FolderTarget(name="server", to="folder", path="/srv/www/desk", releases=3),
        BucketTarget(
            name="storage",
            to="bucket",
            bucket="desk",
            prefix="news/",
            endpoint="https://s3.example.org",
        ),
    )


@pytest.mark.parametrize(
    ("entry", "place", "said"),
    [
        ("{name: a, to: ftp}", (2, 19), "publish[0].to is 'ftp'. Write branch, folder or bucket."),
        ("{name: a}", (2, 5), "publish[0] has no 'to'. Add it."),
        ("{name: a, to: folder}", (2, 5), "publish[0] has no 'path'. Add it."),
        ("{name: a, to: folder, paht: x}", (2, 27), "has no field 'paht'. Did you mean 'path'?"),
        ("{name: a, to: branch, path: x}", (2, 27), "has no field 'path'. The fields here are"),
        ("{name: a, to: branch, remote: --all}", (2, 35), "publish[0].remote is '--all'."),
        ("{name: a, to: folder, path: x, releases: 0}", (2, 46), "publish[0].releases is '0'."),
        ("here", (2, 5), "publish[0] is text where fields belong."),
        ("{name: a, to: branch}\n  - {name: a, to: branch}", (2, 3), "two targets have the name a"),
    ],
)
def test_a_wrong_place_to_publish_to_is_refused_where_it_stands(entry, place, said):
    with pytest.raises(Problems) as caught:
        load_settings(f"publish:\n  - {entry}\n", PATH)
    (problem,) = caught.value.problems
    assert (problem.at.line, problem.at.column) == place
    assert said in str(problem)
