from __future__ import annotations

import pytest

from generator.ingest import segment
from generator.ingest.boilerplate import is_boilerplate
from generator.ingest.segment import asides
from generator.ingest.text import read_plain

LEAD = "The quay at Halm is shut."
END = "Divers go down on Monday."


def read(text: str) -> list[str]:
    return [text[s.start : s.end] for s in segment(text)]


@pytest.mark.parametrize(
    "caption",
    [
        "Cranes stand idle at the quay",
        "Getty Images 6 Ada Orr waves to the crowd",
        "Image copyright Halm Post Image caption Ada Orr waves to the crowd",
        "Boats lie in the mud (Photo: Ada Orr)",
        "Boats lie in the mud (Ada Orr/PA)",
        "Boats lie in the mud (Reuters)",
        "[Why the quay was never mended]",
        "#halm pic.twitter.com/a1b2c3",
        "No boats again today -- Ada Orr (@adaorr) May 4, 2024",
        "Related stories LOST AT SEA Ferry captain tells of his night in the water",
        "REUTERS Boats lie in the mud",
        "Ada Orr/PA 1/8 The harbour at night Bo Lim/PA 2/8 The harbour by day",
    ],
)
def test_what_a_page_ran_into_a_line_is_not_read(caption: str) -> None:
    told = "The mayor said it would open."
    assert read(f"{LEAD} {caption} {told} {END}")[-3:] in ([LEAD, told, END], [told, END])


def test_a_caption_ends_where_somebody_speaks() -> None:
    said = "“We have lost the quay,” he said."
    assert read(f"{LEAD} GETTY Ada Orr at the quay {said} {END}") == [LEAD, said, END]


def test_a_crosshead_is_parted_from_its_sentence() -> None:
    assert read(f"{LEAD} NO WAY OUT The boats are in. {END}") == [LEAD, "The boats are in.", END]


@pytest.mark.parametrize(
    "sentence",
    [
        "She read Gone With the Wind to them.",
        "The talks with Vice Premier He lasted a day.",
        "It sells Vitamin A pills and Plan A maps.",
        "British Transport Police said so to Formula One fans.",
        "The Environment Agency (EA) said so.",
        "Ada Orr (Halm/West) won the seat.",
        "He said: “The boats are in. The quay is shut.”",
        "It was on 9/11 that they met.",
        "Research by Halm University found that eels sleep.",
        "Copyright holders sued the port.",
    ],
)
def test_what_only_looks_like_it_is_read(sentence: str) -> None:
    assert " ".join(read(f"{LEAD} {sentence} {END}")) == f"{LEAD} {sentence} {END}"


def test_where_paragraphs_stand_a_forgotten_stop_costs_no_sentence() -> None:
    first = "The ferries from Halm to Orrby were all put off until the end of next week"
    text = f"{LEAD}\n\n{first} The mayor was told of it.\n\n{END}"
    assert read(text) == [LEAD, first, "The mayor was told of it.", END]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Two cranes and the last of the old ferries at the quay in Halm harbour on Sunday morning",
        "A woman walks along the quay in Halm, on Monday, May 4, 2024. (AP Photo/Ada Orr)",
        "A woman walks along the quay. Photograph: Ada Orr/Getty Images",
        "No boats again today. — Ada Orr (@adaorr) May 4, 2024",
        "the boats will not sail before the week is out",
        "“The harbour office”",
    ],
)
def test_captions_tweets_and_echoes_between_paragraphs_are_not_read(paragraph: str) -> None:
    before = "The harbour office said that the boats will not sail before the week is out."
    assert read(f"{before}\n\n{paragraph}\n\n{END}") == [before, END]


def test_the_items_of_a_list_are_read() -> None:
    items = [
        f"That the port pays every one of the {number} men for the days that they have lost"
        for number in ("twenty", "thirty", "forty")
    ]
    text = "\n\n".join(["They ask three things.", *items, END])
    assert read(text) == ["They ask three things.", *items, END]


def test_a_line_without_a_stop_that_opens_or_ends_an_article_is_read() -> None:
    line = "Two cranes and the last of the old ferries are to go from the quay before Sunday"
    assert read(f"{line}\n\n{END}") == [line, END]
    assert read(f"{LEAD}\n\n{line}") == [LEAD, line]


def test_the_caption_that_opens_a_page_is_not_its_lead() -> None:
    caption = "Ada Orr speaks on the quay. She was cheered. (Bo Lim/The Halm Post)"
    assert read(f"{caption} {LEAD} {END}") == [LEAD, END]


def test_a_headline_and_a_byline_part_from_the_dateline() -> None:
    text = f"Quay shut after storm By Ada Orr and Bo Lim HALM, Nov 6 (Meridian) - {LEAD} {END}"
    assert [text[s.start : s.end] for s in segment(text) if not s.heading] == [LEAD, END]


def test_a_dateline_may_stand_behind_a_credit() -> None:
    text = f"Boats in the mud (Photo: Ada Orr) HALM -- {LEAD} {END}"
    assert [text[s.start : s.end] for s in segment(text) if not s.heading] == [LEAD, END]


@pytest.mark.parametrize("text", ["Boats in the mud (Reuters)", "By Ada Orr", "(HNA)"])
def test_of_an_article_that_is_nothing_else_all_is_read(text: str) -> None:
    assert read(text) == [text]


def test_captions_stay_asides_but_the_pages_own_words_do_not() -> None:
    text = f"{LEAD} Getty Images 6 Ada Orr in Orrby The boats are in. Sign up for our news. {END}"
    found = asides(text, segment(text))
    assert [text[s.start : s.end] for s in found] == ["Getty Images 6 Ada Orr in Orrby"]


@pytest.mark.parametrize(
    "line",
    [
        "Watch: The night the quay sank",
        "ALSO READ | Ferry fares to rise",
        "Ada Orr and Bo Lim contributed to this report.",
        "With inputs from agencies",
        "Reporting by Ada Orr.",
        "Email her at ada@halm.example",
        "Additional reporting from Ada Orr in Halm; editing by Bo Lim",
        "Follow Ada Orr on Twitter @adaorr",
        "Ada Orr can be reached at ada@halm.example.",
        "Correction: An earlier version gave the wrong day.",
        "The best of Halm, straight to your inbox",
        "Most read",
        "Related: Ferry fares",
        "Updated at 12.01pm GMT",
        "Comments (45)",
        "© 2024 Halm Post",
        "This interview has been edited and condensed.",
    ],
)
def test_lines_of_the_page_are_known(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the Halm Post found that the quay had rotted.",
        "Corrections to the plan cost the port a year.",
        "Watch the quay closely, the mayor said.",
        "They follow the mayor on every trip.",
        "With files under their arms they left.",
    ],
)
def test_sentences_are_no_lines_of_the_page(line: str) -> None:
    assert not is_boilerplate(line)


def test_the_time_of_an_entry_is_no_part_of_it_or_of_its_heading() -> None:
    text = f"12.40pm GMT Ferries put off\n\n12:15 {LEAD}\n\n{END}"
    assert read(text) == ["Ferries put off", LEAD, END]


def test_a_note_on_the_author_is_left_out_and_one_on_somebody_in_the_news_is_not() -> None:
    note = "Ada Orr is the Halm Post's harbour correspondent."
    assert read_plain(f"{LEAD}\n\n{END}\n\n{note}").paragraphs[-1].text == END
    told = f"{LEAD}\n\nAda Orr was hurt.\n\n{note}"
    assert read_plain(told).paragraphs[-1].text == note


def test_a_job_at_an_outlet_is_no_outlet() -> None:
    text = f"Quay shut after storm\n\nBy Ada Orr, Business Editor\n\n{LEAD}\n\n{END}"
    found = read_plain(text).metadata
    assert (found.author, found.publisher) == ("Ada Orr", None)
