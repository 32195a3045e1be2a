from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar

from generator.errors import Problems
from generator.model import (
    Briefing,
    Evidence,
    Question,
    Quote,
    Reason,
    Source,
    Sourcing,
    What,
    When,
    Where,
    Who,
)
from generator.render import (
    ArticleText,
    BriefingContent,
    SiteContent,
    SiteSettings,
    StaticPage,
    render,
)
from generator.render.ledger import FILTER_PLACES
from generator.render.pages import links_from

THEME = Path(__file__).parents[2] / "templates"
ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://desk.example/sub/"
NASTY = "\"'><script>alert(1)</script>\x00\x0b\u202e\ufffe{{ 7*7 }}{% raw %}&amp;]]>"


def _briefing(**fields: object) -> Briefing:
    start = {"schema": 1, "id": "b", "title": "A ferry left", "sources": (Source(file="seeds/a"),)}
    return Briefing(**{**start, **fields})


def _site(*briefings: Briefing, **settings: object) -> SiteContent:
    contents = tuple(BriefingContent(one, yaml=b"schema: 1\n") for one in briefings)
    return SiteContent(SiteSettings(**settings), contents, templates=(THEME,))


def _full(count: int = 1, text: str = "It happened") -> Briefing:
    evidence = (Evidence(quote=text, start=0, end=len(text), sentence=0),)
    numbers = range(count)
    return _briefing(
        title=text,
        summary=text,
        sources=(
            Source(file=text, publisher=text, title=text, author=text, published="2024-08-13"),
        ),
        who=tuple(
            Who(id=f"p{n}", name=f"{text} {n}", kind="person", role=text, evidence=evidence)
            for n in numbers
        ),
        what=tuple(
            What(
                id=f"w{n}", statement=text, actor=f"p{n}", attributed_to=(text,), evidence=evidence
            )
            for n in numbers
        ),
        where=tuple(
            Where(id=f"l{n}", name=f"{text} {n}", lat=10 + n / 9, lon=20, evidence=evidence)
            for n in numbers
        ),
        when=tuple(
            When(id=f"t{n}", text=text, date="2024-08-14", what=f"w{n}", evidence=evidence)
            for n in numbers
        ),
        quotes=tuple(Quote(id=f"q{n}", speaker=f"p{n}", text=text, cue=text) for n in numbers),
        open_questions=tuple(
            Question(id=f"o{n}", question=text, why_open=text, about=(f"p{n}", f"l{n}"))
            for n in numbers
        ),
        notes=text,
    )


def test_a_site_without_briefings_has_its_pages() -> None:
    files = render(_site())
    assert b"No briefing yet" in files["index.html"]
    assert {"people/index.html", "questions/index.html", "404.html", "feed.atom"} <= set(files)
    assert "sitemap.xml" not in files


@pytest.mark.parametrize("count", [0, 1, 60])
def test_any_number_of_items_gives_pages(count: int) -> None:
    files = render(_site(_full(count)))
    page = files["briefings/b/index.html"].decode()
    assert len(re.findall(r'<li id="w\d', page)) == count
    assert len(re.findall(r'<li id="o\d', page)) == count


def test_few_words_stand_before_the_first_fold() -> None:
    text = "The council of the harbour town decided on Monday to close the bridge"
    page = render(_site(_full(60, text)))["briefings/b/index.html"].decode()
    front = page.split('<section class="col reported"')[1].split("more-items")[0]
    assert 1 <= front.count("<li id=") <= 4


def test_footnotes_give_the_words_of_a_stretch_once() -> None:
    article = ArticleText("Rain fell. The ferry left at noon.", ((0, 10), (11, 34)))

    def rests_on(*quotes: str) -> tuple[Evidence, ...]:
        starts = ((quote, article.text.index(quote)) for quote in quotes)
        return tuple(Evidence(quote=q, start=at, end=at + len(q)) for q, at in starts)

    briefing = _briefing(
        why=(Reason(id="y1", text="Rain", evidence=rests_on("at noon", "Rain fell")),),
        how=(Reason(id="h1", text="By noon", evidence=rests_on("The ferry left at noon")),),
    )
    content = BriefingContent(briefing, {"s1": article})
    page = render(SiteContent(SiteSettings(), (content,), templates=(THEME,)))
    text = page["briefings/b/index.html"].decode()
    assert re.findall(r'<sup class="fn"[^>]*>(.*?)</sup>', text) == ["1, 2", "2"]
    listed = text.partition('class="fns"')[2].partition("</ol>")[0]
    notes = re.findall(r"<li>“<bdi>(.*?)</bdi>” (.*?)</li>", listed)
    assert notes == [("Rain fell", "sentence 1"), ("The ferry left at noon", "sentence 2")]


def test_nothing_that_an_article_holds_becomes_markup() -> None:
    files = render(_site(_full(2, NASTY), title=NASTY, description=NASTY, notice=NASTY))
    for path, content in files.items():
        text = "" if path.endswith(".png") else content.decode()
        if path.endswith((".html", ".atom", ".xml")):
            assert "<script>alert" not in text, path
            assert "\x00" not in text, path
            assert "49" not in text.replace("49%", "") or "{{ 7*7 }}" in text, path
        if path.endswith((".atom", ".xml")):
            ET.fromstring(text)  # noqa: S314 - made in this test


def test_json_ld_cannot_leave_its_element() -> None:
    page = render(_site(_full(1, NASTY)))["briefings/b/index.html"].decode()
    block = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    described = json.loads(block)
    assert described["@type"] == "NewsArticle"
    assert described["headline"].startswith("\"'><script>")
    assert described["isBasedOn"][0]["@type"] == "NewsArticle"


def test_pages_are_strict_about_what_they_load() -> None:
    files = render(_site(_full(), base_url=BASE, search=True))
    page = files["briefings/b/index.html"].decode()
    assert "Content-Security-Policy" in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert "style=" not in page
    assert not [path for path in files if path.endswith(".html") and b"onclick" in files[path]]
    assert b"search.js" in files["search/index.html"]
    assert b"search.js" not in files["index.html"]


def test_feeds_hold_what_the_format_demands() -> None:
    files = render(_site(_full(), base_url=BASE))
    feeds = [path for path in files if path.endswith(".atom")]
    assert {"feed.atom", "questions/feed.atom", "people/it-happened-0/feed.atom"} <= set(feeds)
    for path in feeds:
        root = ET.fromstring(files[path])  # noqa: S314
        ids = [node.text for node in root.iter(f"{ATOM}id")]
        assert len(ids) == len(set(ids))
        for node in (root, *root.iter(f"{ATOM}entry")):
            assert node.find(f"{ATOM}title") is not None
            updated = node.find(f"{ATOM}updated")
            assert updated is not None
            assert updated.text == "2024-08-13T00:00:00Z"
        assert all(link.get("href", "").startswith(BASE) for link in root.iter(f"{ATOM}link"))


def test_the_sitemap_lists_pages_by_their_full_address() -> None:
    files = render(_site(_full(), base_url=BASE))
    root = ET.fromstring(files["sitemap.xml"])  # noqa: S314
    places = {node.text for node in root.iter() if node.tag.endswith("loc")}
    assert f"{BASE}briefings/b/" in places
    assert BASE in places
    assert not [place for place in places if place and "404" in place]
    assert f"Sitemap: {BASE}sitemap.xml".encode() in files["robots.txt"]


def test_the_calendar_has_the_days_that_were_ahead() -> None:
    briefing = _full().model_copy(
        update={
            "when": (
                When(id="t1", text="on Wednesday", date="2024-08-14", basis="stated", what="w0"),
                When(id="t2", text="in May", date="2024-05", basis="inferred"),
                When(id="t3", text="soon"),
            )
        }
    )
    files = render(_site(briefing))
    events = Calendar.from_ical(files["calendar.ics"]).walk("VEVENT")
    assert [event["dtstart"].dt.isoformat() for event in events] == ["2024-08-14"]
    assert events[0]["dtend"].dt.isoformat() == "2024-08-15"
    assert len(Calendar.from_ical(files["briefings/b/dates.ics"]).walk("VEVENT")) == 2
    assert all(len(line) <= 75 for line in files["calendar.ics"].split(b"\r\n"))


def test_annotations_point_at_the_words_of_the_source() -> None:
    text = "It happened on Monday."
    briefing = _full()
    source = Source(file="seeds/a", url="https://news.example/a")
    content = BriefingContent(
        briefing.model_copy(update={"sources": (source,)}),
        {"s1": ArticleText(text, ((0, len(text)),))},
    )
    site = SiteContent(SiteSettings(base_url=BASE), (content,), templates=(THEME,))
    page = json.loads(render(site)["briefings/b/annotations.json"])
    first = page["items"][0]
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert first["target"]["source"] == "https://news.example/a"
    selectors = {one["type"]: one for one in first["target"]["selector"]}
    assert selectors["TextQuoteSelector"]["exact"] == "It happened"
    assert selectors["TextQuoteSelector"]["suffix"] == " on Monday."
    assert selectors["TextPositionSelector"] == {
        "type": "TextPositionSelector",
        "start": 0,
        "end": 11,
    }
    assert len({one["id"] for one in page["items"]}) == len(page["items"])


def test_tables_run_nothing_in_a_spreadsheet() -> None:
    files = render(_site(_full(1, "=HYPERLINK(1)")))
    rows = list(csv.reader(io.StringIO(files["data/questions.csv"].decode())))
    assert rows[1][0] == "'=HYPERLINK(1)"


def test_the_map_layer_is_geojson() -> None:
    layer = json.loads(render(_site(_full(2)))["data/places.geojson"])
    assert layer["type"] == "FeatureCollection"
    assert layer["features"][0]["geometry"] == {"type": "Point", "coordinates": [20.0, 10.0]}


def test_ages_count_to_the_newest_version() -> None:
    question = Question(id="o1", question="When?", asked="2024-07-01")
    revisions = ({"date": "2024-08-10"},)
    page = render(_site(_briefing(open_questions=(question,), revisions=revisions)))
    text = page["questions/index.html"].decode()
    assert "40 days" in text
    assert "over 30 days" in text


def test_a_briefing_of_several_articles_is_of_the_day_of_the_newest() -> None:
    sources = (Source(id="s1", published="2024-08-13"), Source(id="s2", published="2024-08-01"))
    page = render(_site(_briefing(sources=sources)))["briefings/b/index.html"].decode()
    assert "Latest article of" in page
    assert 'data-pagefind-filter="date:2024-08"' in page
    assert "13 August 2024</time></span> · 2 articles" in page


def test_an_undated_briefing_has_no_ages() -> None:
    page = render(_site(_briefing(open_questions=(Question(id="o1", question="When?"),))))
    text = page["briefings/b/index.html"].decode()
    assert "Article without a date" in text
    assert "0 days" not in text


def test_long_lists_are_paged() -> None:
    files = render(_site(_full(7), per_page=3))
    assert {"people/index.html", "people/page/2/index.html", "people/page/3/index.html"} <= set(
        files
    )
    assert "people/page/4/index.html" not in files
    assert b'href="../../../people/page/3/' in files["people/page/2/index.html"]


def test_places_sources_and_quotes_are_paged() -> None:
    outlets = tuple(f"Outlet {n}" for n in range(4))
    people = tuple(
        Who(id=f"a{n}", name=name, kind="organisation") for n, name in enumerate(outlets)
    )
    sourcing = Sourcing(outlets=tuple(f"a{n}" for n in range(4)))
    briefing = _full(7).model_copy(update={"sourcing": sourcing, "who": people})
    files = render(_site(briefing, per_page=3))
    assert {"places/page/3/index.html", "quotes/page/3/index.html"} <= set(files)
    first, second = (files[f"sources/{page}index.html"].decode() for page in ("", "page/2/"))
    assert "Publishers of the articles" in first
    assert "Outlet 0" in first
    assert "Publishers of the articles" not in second
    assert "Outlet 3" in second


def test_a_short_index_stands_on_the_search_page() -> None:
    files = render(_site(_full(7)))
    page = files["search/index.html"].decode()
    assert 'href="#letter-i"' in page
    assert "It happened 6" in page
    assert not [path for path in files if path.startswith("search/letter-")]


def test_a_long_index_has_pages_by_letter() -> None:
    names = ["Ana", "ärger", "東京", "北京", "9 lives", "بحر", *(f"Bo {n}" for n in range(5))]
    people = tuple(Who(id=f"p{n}", name=name, kind="person") for n, name in enumerate(names))
    files = render(_site(_briefing(who=people), per_page=1))
    index = files["search/index.html"].decode()
    assert "Bo 1" not in index
    assert index.index(">A<") < index.index(">ب<") < index.index(">漢<") < index.index(">#<")
    a_page = files["search/letter-a/index.html"].decode()
    assert all(title in a_page for title in ("Ana", "ärger", "A ferry left"))
    assert b"Bo 4" in files["search/letter-b/page/2/index.html"]
    assert b"9 lives" in files["search/letter-other/index.html"]
    assert "北京" in files["search/letter-6f22/index.html"].decode()


def test_the_ledger_offers_the_places_with_most_questions() -> None:
    places = tuple(Where(id=f"l{n}", name=f"Place {n:02}") for n in range(FILTER_PLACES + 1))
    asked = [place.id for place in places] + [places[-1].id]
    questions = tuple(
        Question(id=f"o{number}", question="When?", about=(place,))
        for number, place in enumerate(asked)
    )
    files = render(_site(_briefing(where=places, open_questions=questions)))
    ledger = files["questions/index.html"].decode()
    assert ledger.count('href="../questions/places/') == FILTER_PLACES
    assert f"questions/places/place-{FILTER_PLACES}/index.html" in files
    assert f"questions/places/place-{FILTER_PLACES - 1}/index.html" not in files


def test_an_entity_of_many_briefings_is_paged() -> None:
    briefings = [_full().model_copy(update={"id": f"b{n}"}) for n in range(5)]
    files = render(_site(*briefings, per_page=2))
    last = files["people/it-happened-0/page/3/index.html"]
    assert last.count(b"briefings/b") > 0
    assert b"5 briefings" in last


def test_tables_of_many_briefings_have_those_of_each_month_besides(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.render.tables.TABLE_SIZE", 2)
    monkeypatch.setattr("generator.render.feeds.TABLE_SIZE", 2)
    days = {"a": "2024-02-29", "b": "2024-03-01", "c": "2024-03-31", "d": None, "e": "2023-03-05"}
    who = (Who(id="p", name="Ana", kind="person"),)
    briefings = [
        _briefing(id=name, title=f"Title {name}", who=who, sources=(Source(published=day),))
        for name, day in days.items()
    ]
    files = render(_site(*briefings))
    held = {
        path: re.findall(r"Title (\w)", content.decode())
        for path, content in files.items()
        if path.endswith("who.csv")
    }
    assert held == {
        "data/who.csv": ["c", "b"],
        "data/2024-03/who.csv": ["c", "b"],
        "data/2024-02/who.csv": ["a"],
        "data/2023-03/who.csv": ["e"],
        "data/undated/who.csv": ["d"],
    }
    assert "CSV</a> (newest)" in files["questions/index.html"].decode()
    assert "(newest)" not in render(_site(*briefings[:2]))["questions/index.html"].decode()


def test_a_calendar_has_what_is_nearest_to_the_newest_briefing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.render.feeds.PAST_EVENTS", 1)
    monkeypatch.setattr("generator.render.feeds.NEXT_EVENTS", 2)
    whens = tuple(
        When(id=f"t{n}", text=f"day {n}", date=f"2024-08-{n:02}", basis="stated")
        for n in range(10, 20)
    )
    early = _briefing(id="a", when=whens, sources=(Source(published="2024-08-01"),))
    late = _briefing(id="b", sources=(Source(published="2024-08-13"),))
    calendar = render(_site(early, late))["calendar.ics"].decode()
    assert re.findall(r"“day (\d+)”", calendar) == ["12", "13", "14"]


def test_two_files_of_one_path_are_refused() -> None:
    clash = StaticPage("people", "People", "x")
    with pytest.raises(Problems, match=r"people/index\.html"):
        render(replace(_site(), pages=(clash,)))


def test_a_dead_link_of_a_page_is_named_by_file_and_line() -> None:
    static = StaticPage(
        "about",
        "About",
        "Fine: [a](/questions/), [b](about.md).\n\nNot: [c](/nowhere/).",
        file="content/pages/about.md",
        line=5,
    )
    with pytest.raises(Problems) as caught:
        render(replace(_site(), pages=(static,)))
    assert [str(problem) for problem in caught.value.problems] == [
        "content/pages/about.md:7:1: The link to /nowhere/ leads nowhere. "
        "Write what is there, from the site's root (/people/), or as another page.md."
    ]


def test_links_of_a_page_are_made_relative() -> None:
    static = StaticPage(
        "about", "About", "[a](/questions/#list) [b](about.md) [c](https://x.example/)"
    )
    page = render(replace(_site(), pages=(static,)))["about/index.html"].decode()
    for link in ("../questions/index.html#list", "../about/index.html", "https://x.example/"):
        assert f'href="{link}"' in page


def test_headings_of_a_page_can_be_pointed_to_each_by_an_id_of_its_own() -> None:
    text = "## What *it* is\n\n### Main\n\n## What it is\n\n<h2 id='own'>Own</h2>"
    page = render(replace(_site(), pages=(StaticPage("about", "About", text),)))
    found = re.findall('<h[23] id="([^"]*)">', page["about/index.html"].decode())
    assert found == ["what-it-is", "main_2", "what-it-is_2", "own"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ briefing.tilte }}", "'briefing' is undefined"),
        ("{{ page.tilte }}", "has no attribute 'tilte'"),
        ("{% import 'words.html' as words %}{{ words.wrods(1) }}", "has no attribute 'wrods'"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", "parameter 'a' was not provided"),
    ],
)
def test_a_name_that_templates_do_not_have_is_an_error_with_its_line(
    tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "404.html").write_text(f"<p>\n{text}\n", "utf-8")
    with pytest.raises(Problems) as caught:
        render(replace(_site(), templates=(tmp_path, THEME)))
    problem = caught.value.problems[0]
    assert problem.at
    assert (Path(problem.at.path).name, problem.at.line) == ("404.html", 2)
    assert message in str(problem)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{{ '<&>\"' }} {{ 1.5 }} {{ none }} {{ true }}", "&lt;&amp;&gt;&#34; 1.5 None True"),
        ("{% set a = '<b>'|safe %}{{ a }} {{ a ~ '<i>' }}", "<b> <b>&lt;i&gt;"),
        ("{% set a = {'b': '<'} %}{{ a.b }} {{ a.c is defined }}", "&lt; False"),
        ("{{ page.nothing is defined }} {{ page.nothing|default('-') }}", "False -"),
        (
            "{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }} {{ m(b=2, a=3) }}",
            "1&lt; 32",
        ),
        ("{% macro m() %}{{ varargs|sum }}{{ kwargs.a }}{% endmacro %}{{ m(1, 2, a=3) }}", "33"),
        (
            "{% macro m() %}<{{ caller(1) }}>{% endmacro %}{% call(x) m() %}{{ x }}{% endcall %}",
            "<1>",
        ),
    ],
)
def test_templates_of_a_site_may_say_all_that_jinja_understands(
    tmp_path: Path, text: str, written: str
) -> None:
    (tmp_path / "404.html").write_text(text, "utf-8")
    files = render(replace(_site(), templates=(tmp_path, THEME)))
    assert files["404.html"].decode() == written


def test_a_broken_template_is_an_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("<p>\n\n{% if %}\n", "utf-8")
    with pytest.raises(Problems) as caught:
        render(replace(_site(), templates=(tmp_path, THEME)))
    problem = caught.value.problems[0]
    assert problem.at
    assert (Path(problem.at.path).name, problem.at.line) == ("404.html", 3)


def test_a_site_overrides_the_theme_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "style.css").write_text("body{}", "utf-8")
    (tmp_path / "404.html").write_text("Gone.\n", "utf-8")
    files = render(replace(_site(), templates=(tmp_path, THEME)))
    assert files["style.css"] == b"body{}"
    assert files["404.html"] == b"Gone.\n"
    assert "icon.svg" in files


@pytest.mark.parametrize(
    ("page", "base", "path", "link"),
    [
        ("index.html", None, "", "index.html"),
        ("index.html", BASE, "", "./"),
        ("briefings/b/index.html", None, "people/x/#w1", "../../people/x/index.html#w1"),
        ("briefings/b/index.html", BASE, "people/x/#w1", "../../people/x/#w1"),
        ("briefings/b/index.html", None, "style.css", "../../style.css"),
        ("404.html", BASE, "style.css", "https://desk.example/sub/style.css"),
        ("404.html", None, "style.css", "style.css"),
    ],
)
def test_links_are_relative_to_their_page(
    page: str, base: str | None, path: str, link: str
) -> None:
    assert links_from(page, SiteSettings(base_url=base))(path) == link


def test_rendering_twice_gives_the_same_bytes() -> None:
    site = _site(_full(3), base_url=BASE)
    assert list(render(site).items()) == list(render(site).items())
