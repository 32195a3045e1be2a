"""Evidence at its place in an article, and after the article has changed."""

from __future__ import annotations

import pytest

from generator.anchoring import anchored, closest_passage, is_in_place, located, says
from generator.model import Article, Evidence, Segment, Source

TEXT = (
    "The ferry will leave the harbour at noon on Tuesday, the port authority said. “We don’t expect"
    " delays,” Ana Ruiz told reporters – twice.\n\nAbout 40 passengers were not injured in the"
    " earlier collision off Cape Verde, officials said. The ferry will leave."
)
STARTS = (0, 78, TEXT.index("About"), TEXT.rindex("The ferry"))
ARTICLE = Article(
    Source(file="seeds/ferry.md"),
    TEXT,
    tuple(
        Segment(start, end, 0, ())
        for start, end in zip(STARTS, (*STARTS[1:], len(TEXT)), strict=True)
    ),
)


def test_the_very_words_are_found_nearest_to_where_they_were():
    evidence = Evidence(quote="The ferry will leave", start=len(TEXT), end=len(TEXT) + 20)
    found = anchored(evidence, ARTICLE)
    assert (found.start, found.sentence, found.lost) == (STARTS[3], 3, False)
    assert is_in_place(found, ARTICLE)
    assert anchored(found, ARTICLE) == found


@pytest.mark.parametrize(
    "quote",
    [
        '"We don\'t expect delays," Ana Ruiz told reporters - twice.',
        "twice. About 40 passengers",
        "noon on\nTuesday",
    ],
)
def test_quotation_marks_dashes_and_line_breaks_do_not_matter(quote):
    found = located(Evidence(quote=quote), ARTICLE)
    assert found
    assert is_in_place(found, ARTICLE)


def test_a_reworded_passage_is_the_same_evidence():
    quote = "The ferry leaves the harbour at noon on Tuesday, the port authority said"
    found = anchored(Evidence(quote=quote), ARTICLE)
    assert not found.lost
    assert found.quote.startswith("The ferry will leave the harbour at noon on Tuesday")
    assert located(Evidence(quote=quote), ARTICLE) is None


@pytest.mark.parametrize(
    "quote",
    [
        "The ferry will leave the harbour at noon on Wednesday, the port authority said",
        "About 50 passengers were not injured in the earlier collision off Cape Verde",
        "About 40 passengers were injured in the earlier collision off Cape Verde",
        "About forty passengers were not injured in the earlier collision off Cape Horn",
        "Nothing of the kind stands anywhere in this article, whatever one reads",
    ],
)
def test_another_day_number_name_or_a_denial_is_another_fact(quote):
    found = anchored(Evidence(quote=quote, start=3, end=9), ARTICLE)
    assert found == Evidence(quote=quote, lost=True)


def test_the_closest_passage_is_shown_in_whole_words():
    quote = "erry will leave the harbour at noon on Wednesd"
    assert closest_passage(quote, TEXT) == "ferry will leave the harbour at noon on Tuesday"
    assert closest_passage("no such words at all in here", TEXT) is None


def test_what_was_said_is_found_letter_for_letter():
    assert says(TEXT, "We don't expect delays")
    assert not says(TEXT, "We do expect delays")


def test_a_huge_quote_in_a_huge_article_holds_nobody_up():
    article = Article(Source(file="seeds/huge.md"), "word " * 200_000, ())
    assert anchored(Evidence(quote="ward " * 10_000), article).lost


def test_an_article_without_words_has_no_evidence():
    empty = Article(Source(file="seeds/empty.md"), "", ())
    assert anchored(Evidence(quote="anything at all, really"), empty).lost
    assert anchored(Evidence(quote=" "), empty).lost
