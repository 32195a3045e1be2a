from __future__ import annotations

import pytest

from generator.ingest import segment


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in segment(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He met the U.S. Secretary of State in Washington D.C. on Monday.",
        "Lt. Col. Ann B. Lee Jr. said Gen. Per Lund had left.",
        "The talks began at 6 p.m. Thursday.",
        "At 8 a.m. Lund left.",
        "It sank by 3.5 metres, i.e. No. 4 pier did.",
        "J. K. Lund and John F. Aske came.",
        "“How long does it last?” said Ida.",
        "“Why?” Mr. Lund asked.",
        "“We are short of pumps.” — the harbour master",
        "Haven Pumps Ltd. Lund said no more.",
        "They came… and went; nobody knew why.",
        "He pays St. John's and Acme Inc. every Jan. 5 and Feb. 6.",
        "It happened (see p. 12. fig. 3) at sea.",
        "1. The first of them.",
        "Use Node.js or coast.example for that.",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentences",
    [
        ["It was sold in the U.S.", "The price fell."],
        ["The talks end at 6 p.m.", "Lund leaves then."],
        ["He apologised on X.", "“Sorry,” Lund wrote."],
        ["“The sea is calm.”", "Lund laughed."],
        ["He said “no.”", "She said “yes.”"],
        ["“No!”", "She left."],
        ["(He left.)", "She stayed."],
        ["Wait...", "What?"],
        ["Acme Ltd. sank.", "The firm is gone."],
        ["Plan B failed, as did plan C.", "The mayor resigned."],
        ["He said no.", "Nobody heard."],
        ["It ends here.[12]", "That is all."],
        ["كان البحر هادئا.", "ثم هبت العاصفة."],
        ["今日は晴れ。", "明日は雨。"],
    ],
)
def test_sentences_part(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_a_forgotten_blank_still_parts() -> None:
    assert cut("That was the deal.The talks failed.") == ["That was the deal.", "The talks failed."]


def test_a_dateline_is_a_heading_of_its_own() -> None:
    text = "LINDHOLM, Norland (KNA) — The port is shut."
    assert [(text[s.start : s.end], s.heading) for s in segment(text)] == [
        ("LINDHOLM, Norland (KNA) —", True),
        ("The port is shut.", False),
    ]


@pytest.mark.parametrize(
    "dateline", ["Port Halm-", "PORT HALM (KNA)-", "halm News, 9 July-", "halm News/Port Post-"]
)
def test_a_dateline_may_touch_the_sentence_that_it_opens(dateline: str) -> None:
    text = f"{dateline}The quay is shut."
    assert [text[s.start : s.end] for s in segment(text)] == [dateline, "The quay is shut."]


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 is back.",
        "NATO - the alliance - met.",
        "A deal — at last.",
        "Post-It notes are back.",
        "Orr-Reis Two-Way said so.",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert [s.heading for s in segment(text)] == [False]


def test_a_place_without_capitals_is_a_dateline_at_the_very_start_alone() -> None:
    text = "Port Halm – The quay is shut.\n\nThe mayor said: The cranes stand still."
    assert [(text[s.start : s.end], s.heading) for s in segment(text)] == [
        ("Port Halm –", True),
        ("The quay is shut.", False),
        ("The mayor said: The cranes stand still.", False),
    ]
    assert [s.heading for s in segment("Asked: The quay is shut.\n\nHalm: The port is shut.")] == [
        True,
        False,
        False,
    ]


def test_headings_are_told_from_short_sentences() -> None:
    text = "What the mayor wants\n\nThe mayor wants pumps.\n\nNobody else does"
    assert [s.heading for s in segment(text)] == [True, False, False]


def test_known_headings_may_end_like_sentences() -> None:
    assert [s.heading for s in segment("Who pays?\n\nThe state.", {0})] == [True, False]


def test_list_lines_are_segments_of_one_paragraph() -> None:
    segments = segment("two pumps\nforty metres of hose\n\nThat is all.")
    assert [s.paragraph for s in segments] == [0, 0, 1]


def test_words_lie_within_their_segment() -> None:
    text = "Lund hasn’t left. He’s here."
    for part in segment(text):
        assert part.words[0].start == part.start
        assert part.words[-1].end == part.end


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "...", "word", "🇳🇴", "\u200d", "a" * 5000])
def test_degenerate_texts_are_survived(text: str) -> None:
    assert all(s.start < s.end for s in segment(text))


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("part", [". ", "Mr. ", "“", "A. ", "AA ", "( ", "? ”", "By Aa "])
def test_the_work_grows_with_length_alone(part: str) -> None:
    segment(part * 50_000)
