"""Words are cut as the English treebanks cut them, with exact offsets."""

import time

import pytest

from generator.ingest.words import words


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council hasn't met.", "The council has n't met ."),
        ("The council hasn’t met.", "The council has n’t met ."),
        ("They can't, won't and shan't go.", "They ca n't , wo n't and sha n't go ."),
        ("She cannot stay.", "She can not stay ."),
        ("I'm sure we've seen it'll do.", "I 'm sure we 've seen it 'll do ."),
        ("Okafor's and the nurses' union", "Okafor 's and the nurses ' union"),
        ("Okafor’s and the nurses’ union", "Okafor ’s and the nurses ’ union"),
        ("O'Brien told Shi'ite leaders in Sana'a", "O'Brien told Shi'ite leaders in Sana'a"),
        ("'Not now,' he said.", "' Not now , ' he said ."),
        ("since the '90s", "since the '90s"),
    ],
)
def test_clitics_part_from_their_hosts(text: str, expected: str) -> None:
    assert cut(text) == expected.split(" ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a well-known, state-owned port", "a well - known , state - owned port"),
        ("pre-war and anti-government ex-ministers", "pre-war and anti-government ex-ministers"),
        ("the U.N.-backed plan", "the U.N. - backed plan"),
        ("20-year-old al-Nour", "20 - year - old al - Nour"),
        ("1998-2003 and 5-10 people", "1998 - 2003 and 5 - 10 people"),
        ("on 2031-02-07", "on 2031-02-07"),
        ("a -- b – c—d", "a -- b – c — d"),
    ],
)
def test_hyphens_part_compounds_but_not_prefixes(text: str, expected: str) -> None:
    assert cut(text) == expected.split(" ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$5m, US$4.2bn or 5%", "$ 5 m , US$ 4.2 bn or 5 %"),
        ("1,250.75 at 9:30pm on 4/7/2019", "1,250.75 at 9:30 pm on 4/7/2019"),
        ("the 21st, the 1990s", "the 21st , the 1990s"),
        ("No. 10 and no. No.", "No. 10 and no . No ."),
    ],
)
def test_signs_and_units_part_from_numbers(text: str, expected: str) -> None:
    assert cut(text) == expected.split(" ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. A. B. Osei of the U.S. met Gen. Tran.", "Dr. A. B. Osei of the U.S. met Gen. Tran ."),
        ("It opened at 5 p.m. in the U.K.", "It opened at 5 p.m. in the U.K."),
        ("Vitamin C.", "Vitamin C ."),
        ("It sued Harbour Foods Inc.", "It sued Harbour Foods Inc."),
        ("He paused… then left...", "He paused … then left ..."),
        ("Write to a.b@c.example.org or see https://c.example.org/x?y=1).", ""),
    ],
)
def test_full_stops_stay_with_abbreviations(text: str, expected: str) -> None:
    if not expected:
        assert cut(text)[2] == "a.b@c.example.org"
        assert cut(text)[-3:] == ["https://c.example.org/x?y=1", ")", "."]
    else:
        assert cut(text) == expected.split(" ")


def test_offsets_count_in_the_whole_text() -> None:
    text = "One. Two, three. Four."
    spans = words(text, 5, 16)
    assert [(s.start, s.end) for s in spans] == [(5, 8), (8, 9), (10, 15), (15, 16)]


@pytest.mark.parametrize("text", ["", " \n\t", "\0\0", "\u200b\ufeff"])
def test_nothing_to_read_gives_no_words(text: str) -> None:
    assert cut(text) == []


STRANGE = ["مرحبا بالعالم", "शांति वार्ता", "Привет, мир!", "👩‍👩‍👧 🙂", "a\0b", "'", "’s"]


@pytest.mark.parametrize("text", STRANGE)
def test_other_scripts_and_stray_signs_are_words_too(text: str) -> None:
    assert cut(text)


UNITS = "a. a- a' @ a@a. 1- www. 9 … re- ! .a http:// x ’".split()


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length_alone(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    began = time.process_time()
    words(text, 0, len(text))
    assert time.process_time() - began < 3
