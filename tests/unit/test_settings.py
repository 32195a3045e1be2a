"""The settings of a site."""

from __future__ import annotations

import pytest

from generator.errors import Problems
from generator.settings import Ages, Publish, Settings, load_settings

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
publish: {to: git, target: origin}
"""
    settings = load_settings(text, PATH)
    assert (settings.title, settings.base_url) == ("NO", "https://example.org/desk/")
    assert settings.advise_after_days == Ages(draft=3)
    assert settings.publish == Publish(to="git", target="origin", branch="gh-pages")
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
