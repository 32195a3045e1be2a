from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from slugify import slugify

from generator.model import Briefing, Evidence, Question, Quote, Source, What
from generator.render import ArticleText, limit_quotes
from generator.render.dates import day_of, parse_days
from generator.render.entities import RESERVED, Directory, EntityNote, slug_of
from generator.render.evidence import show_evidence, text_fragment
from generator.render.locales import write_days
from generator.render.markdown import to_html, to_text
from generator.render.quoting import Allowance, allowance, shorten

ALL = Allowance(words=40, neighbours=40)


def _article(*sentences: str) -> ArticleText:
    text, spans = "", []
    for sentence in sentences:
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence + " "
    return ArticleText(text.rstrip(), tuple(spans))


def _evidence(article: ArticleText, quote: str) -> Evidence:
    start = article.text.index(quote)
    return Evidence(quote=quote, start=start, end=start + len(quote))


SOURCE = Source(file="seeds/a.txt", url="https://news.example/a")
FERRY = _article(
    "The ferry to Skarn left on Sunday.",
    "Its captain said the engine had failed twice, and that he would sail anyway.",
    "Nobody was hurt.",
)


def test_evidence_stands_in_its_sentence() -> None:
    view = show_evidence(_evidence(FERRY, "the engine had failed twice"), SOURCE, FERRY, ALL)
    assert view.before == "Its captain said "
    assert view.quote == "the engine had failed twice"
    assert view.after == ", and that he would sail anyway."
    assert view.sentence == 2


def test_neighbours_are_cut_with_an_ellipsis() -> None:
    few = Allowance(words=40, neighbours=2)
    view = show_evidence(_evidence(FERRY, "engine had failed"), SOURCE, FERRY, few)
    assert (view.before, view.after) == ("… the ", " twice, …")


def test_a_long_quotation_is_cut_and_says_so() -> None:
    article = _article(" ".join(f"w{n}" for n in range(90)) + ".")
    view = show_evidence(_evidence(article, article.text), SOURCE, article, ALL)
    assert view.quote.split() == [f"w{n}" for n in range(40)]
    assert view.cut


def test_an_open_licence_lifts_the_limit() -> None:
    article = _article(" ".join(f"w{n}" for n in range(90)) + ".")
    source = SOURCE.model_copy(update={"license": "Open"})
    assert not show_evidence(_evidence(article, article.text), source, article, ALL).cut


def test_evidence_without_its_article_stands_alone() -> None:
    view = show_evidence(Evidence(quote="the  engine\nfailed"), SOURCE, None, ALL)
    assert (view.before, view.quote, view.after) == ("", "the engine failed", "")
    assert view.sentence is None


def test_offsets_that_do_not_fit_show_the_quotation_alone() -> None:
    evidence = Evidence(quote="Nobody", start=3, end=900)
    assert show_evidence(evidence, SOURCE, FERRY, ALL).before == ""


@pytest.mark.parametrize(
    ("quote", "fragment"),
    [
        ("two-thirds, a", "two%2Dthirds%2C%20a"),
        (
            "one two three four five six seven eight nine",
            "one%20two%20three%20four,six%20seven%20eight%20nine",
        ),
        ("“Ja” & nein", "%E2%80%9CJa%E2%80%9D%20%26%20nein"),
    ],
)
def test_text_fragments_are_encoded(quote: str, fragment: str) -> None:
    assert (
        text_fragment("https://news.example/a", quote)
        == f"https://news.example/a#:~:text={fragment}"
    )


def test_a_text_fragment_keeps_the_fragment_of_an_address() -> None:
    assert text_fragment("https://news.example/a#s4", "x") == "https://news.example/a#s4:~:text=x"


def test_a_closed_source_is_never_shown_whole() -> None:
    article = _article(
        *(f"Sentence {n} has exactly these words in a row, no more." for n in range(20))
    )
    items = tuple(
        What(
            id=f"w{n}",
            statement="x",
            evidence=(Evidence(quote=article.text[a:b], start=a, end=b),),
        )
        for n, (a, b) in enumerate(article.sentences)
    )
    briefing = Briefing(id="b", title="t", schema=1, sources=(SOURCE,), what=items)
    granted = allowance(briefing, {"s1": article}, 40)
    assert granted.neighbours == 0
    open_source = SOURCE.model_copy(update={"license": "open"})
    free = briefing.model_copy(update={"sources": (open_source,)})
    assert allowance(free, {"s1": article}, 40) == ALL


def test_limited_quotations_stay_verbatim_and_keep_their_offsets() -> None:
    long = " ".join(f"w{n}" for n in range(60))
    article = ArticleText(f"{long} {'rest ' * 200}", ((0, len(long)),))
    evidence = Evidence(quote=long, start=0, end=len(long))
    quote = Quote(id="q1", text=long, evidence=(evidence,))
    briefing = Briefing(id="b", title="t", schema=1, sources=(SOURCE,), quotes=(quote,))
    limited = limit_quotes(briefing, {"s1": article}, 40).quotes[0]
    kept = limited.evidence[0]
    assert len(kept.quote.split()) == 40
    assert article.text[kept.start : kept.end] == kept.quote
    assert limited.text == shorten(long, 40) + " …"


def test_a_quotation_is_cut_to_the_words_that_its_item_is_about() -> None:
    text = f"{'so it goes on and on ' * 8}before the council meets in either Skarn or Loben"
    source = SOURCE.model_copy(update={"title": "t"})
    question = Question(
        id="o1",
        question="Will the council meet in Skarn or in Loben?",
        evidence=(Evidence(quote=text, start=0, end=len(text)),),
    )
    article = ArticleText(f"{text}. {'Rest of it. ' * 99}", ((0, len(text) + 1),))
    briefing = Briefing(id="b", title="t", schema=1, sources=(source,), open_questions=(question,))
    kept = limit_quotes(briefing, {"s1": article}, 14).open_questions[0].evidence[0]
    assert kept.quote.endswith("before the council meets in either Skarn or Loben")
    assert article.text[kept.start : kept.end] == kept.quote
    view = show_evidence(kept, source, article, Allowance(words=14, neighbours=0))
    assert (view.before, view.after) == ("… ", "")


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024-08-05/2024-08", dt.date(2024, 8, 5), dt.date(2024, 8, 31)),
    ],
)
def test_days_are_read(iso: str, first: dt.date, last: dt.date) -> None:
    days = parse_days(iso)
    assert days
    assert (days.first, days.last) == (first, last)


@pytest.mark.parametrize(
    "iso", [None, "", "2024-02-30", "2024-13", "2024-05-02/2024-05-01", "0000"]
)
def test_days_that_are_none(iso: str | None) -> None:
    assert parse_days(iso) is None


def test_a_moment_falls_on_the_day_of_the_time_zone() -> None:
    moment = "2024-08-13T23:30:00-04:00"
    assert day_of(moment, "Europe/Berlin") == dt.date(2024, 8, 14)
    assert day_of(moment, "America/New_York") == dt.date(2024, 8, 13)
    assert day_of("2024-08-13", "Asia/Tokyo") == dt.date(2024, 8, 13)


@pytest.mark.parametrize(
    ("iso", "language", "text"),
    [
        ("2024-08-13", "en", "13 August 2024"),
        ("2024-08-13", "en-US", "August 13, 2024"),
        ("2024-08-13", "de", "13. August 2024"),
        ("2024-08", "en", "August 2024"),
        ("2024", "en", "2024"),
        ("2024-08-05/2024-08-11", "en", "5–11 Aug 2024"),
        ("2024-08-13", "x-klingon", "13 August 2024"),
    ],
)
def test_days_are_written_as_a_language_writes_them(iso: str, language: str, text: str) -> None:
    assert write_days(iso, language) == text


@given(st.text("aBz09 -'.", max_size=12))
def test_a_plain_name_has_the_slug_that_any_other_way_to_it_gives(name: str) -> None:
    assume(slugify(name) not in {"", *RESERVED})
    assert slug_of(name) == slugify(name)


@pytest.mark.parametrize(
    "name", ["con", "…", "", "Nul", "feed", "\U0001f6a2", "a" * 400, "../..", "index"]
)
def test_a_slug_is_a_good_folder_everywhere(name: str) -> None:
    slug = slug_of(name)
    assert 0 < len(slug) <= 80
    assert slug.replace("-", "").isalnum()
    assert slug.isascii()
    assert slug not in {"con", "nul", "feed", "index"}


def test_names_that_differ_in_accents_and_case_alone_have_one_address() -> None:
    directory = Directory([])
    found = [directory.find("person", name) for name in ("Zoë", "Zoe", "ZOE")]
    assert {one and one.path for one in found} == {"people/zoe/"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("李明", "黎明"),  # both are "li ming" in Latin letters
        ("C++", "C"),
        (
            f"{'The very long name of a society ' * 3} North",
            f"{'The very long name of a society ' * 3} South",
        ),
    ],
)
def test_names_that_latin_letters_cannot_tell_apart_have_two_addresses(
    one: str, other: str
) -> None:
    assert slug_of(one) != slug_of(other)


def test_editors_decide_what_a_name_stands_for() -> None:
    notes = [
        EntityNote("Ana Ruiz", "person", aliases=("A. Ruiz",), slug="ruiz"),
        EntityNote("Reportedly", "organisation", hidden=True),
    ]
    directory = Directory(notes)
    found = directory.find("person", "A. RUIZ")
    assert found
    assert (found.name, found.path) == ("Ana Ruiz", "people/ruiz/")
    assert directory.find("organisation", "Reportedly") is None


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<a href='x' onclick='y'>z</a>",
        "<style>*{display:none}</style>",
    ],
)
def test_markdown_of_editors_runs_nothing(text: str) -> None:
    tags = re.findall("<[^>]*>", to_html(text) or "")
    for bad in ("script", "javascript:", "onerror", "onload", "onclick", "data:", "style", "svg"):
        assert not any(bad in tag for tag in tags)


@pytest.mark.parametrize("text", ["[" * 9000, "*" * 9000, "> " * 8000, "`" * 9000, "x" * 20_000])
def test_hostile_markdown_is_fast(text: str) -> None:
    begun = dt.datetime.now(dt.UTC)
    assert to_html(text)
    assert (dt.datetime.now(dt.UTC) - begun).total_seconds() < 2


def test_markdown_as_words() -> None:
    assert (
        to_text(to_html("It closes on **Friday**.\n\n- A & B\n- C"))
        == "It closes on Friday. A & B C"
    )
    assert to_html("  ") is None
