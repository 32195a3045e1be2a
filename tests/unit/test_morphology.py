from __future__ import annotations

import pytest

from generator.language.morphology import (
    VerbGroup,
    finite,
    gerund,
    lemma,
    participle,
    past,
    question_words,
    third_person,
    words_of,
)


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("held", "VBN", "hold"),
        ("left", "VBD", "leave"),
        ("lay", "VBD", "lie"),
        ("said", "VBD", "say"),
        ("is", "VBZ", "be"),
        ("’s", "VBZ", "be"),
        ("had", "VBD", "have"),
        ("’ve", "VBP", "have"),
        ("does", "VBZ", "do"),
        ("wo", "MD", "will"),
        ("ca", "MD", "can"),
        ("Would", "MD", "would"),
        ("reserved", "VBD", "reserve"),
        ("opened", "VBD", "open"),
        ("admitted", "VBD", "admit"),
        ("visited", "VBD", "visit"),
        ("travelled", "VBD", "travel"),
        ("agreed", "VBN", "agree"),
        ("denied", "VBD", "deny"),
        ("leaving", "VBG", "leave"),
        ("planning", "VBG", "plan"),
        ("dying", "VBG", "die"),
        ("examining", "VBG", "examine"),
        ("considering", "VBG", "consider"),
        ("interfering", "VBG", "interfere"),
        ("panicking", "VBG", "panic"),
        ("launches", "VBZ", "launch"),
        ("carries", "VBZ", "carry"),
        ("accuses", "VBZ", "accuse"),
        ("goes", "VBZ", "go"),
        ("crises", "NNS", "crisis"),
        ("women", "NNS", "woman"),
        ("gunmen", "NNS", "gunman"),
        ("Villages", "NNS", "village"),
        ("unclear", "JJ", "unclear"),
    ],
)
def test_lemma_finds_the_base_form(word: str, tag: str, base: str) -> None:
    assert lemma(word, tag) == base


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("hold", ("holds", "held", "held", "holding")),
        ("leave", ("leaves", "left", "left", "leaving")),
        ("take", ("takes", "took", "taken", "taking")),
        ("die", ("dies", "died", "died", "dying")),
        ("plan", ("plans", "planned", "planned", "planning")),
        ("refer", ("refers", "referred", "referred", "referring")),
        ("visit", ("visits", "visited", "visited", "visiting")),
        ("carry", ("carries", "carried", "carried", "carrying")),
        ("stay", ("stays", "stayed", "stayed", "staying")),
        ("fix", ("fixes", "fixed", "fixed", "fixing")),
        ("agree", ("agrees", "agreed", "agreed", "agreeing")),
        ("panic", ("panics", "panicked", "panicked", "panicking")),
        ("be", ("is", "was", "been", "being")),
        ("have", ("has", "had", "had", "having")),
    ],
)
def test_a_base_form_is_inflected(base: str, forms: tuple[str, str, str, str]) -> None:
    assert (third_person(base), past(base), participle(base), gerund(base)) == forms


@pytest.mark.parametrize("base", ["hold", "reserve", "open", "deny", "plan", "quash", "appeal"])
def test_inflections_lead_back_to_their_base_form(base: str) -> None:
    assert lemma(third_person(base), "VBZ") == base
    assert lemma(past(base), "VBD") == base
    assert lemma(participle(base), "VBN") == base
    assert lemma(gerund(base), "VBG") == base


def test_finite_forms_agree_with_their_subject() -> None:
    assert finite("be", past_tense=True, plural=True) == "were"
    assert finite("be", past_tense=False, plural=False) == "is"
    assert finite("leave", past_tense=False, plural=False) == "leaves"
    assert finite("leave", past_tense=False, plural=True) == "leave"


@pytest.mark.parametrize(
    ("group", "plural", "words"),
    [
        (VerbGroup("hold", modal="will", passive=True), True, "will be held"),
        (VerbGroup("respond", perfect=True, past=True), False, "had responded"),
        (VerbGroup("check", progressive=True), True, "are checking"),
        (VerbGroup("build", progressive=True, passive=True, past=True), False, "was being built"),
        (
            VerbGroup("see", modal="could", perfect=True, passive=True),
            False,
            "could have been seen",
        ),
        (VerbGroup("leave"), False, "leaves"),
    ],
)
def test_a_verb_group_becomes_words(group: VerbGroup, plural: bool, words: str) -> None:
    assert " ".join(words_of(group, plural=plural)) == words


@pytest.mark.parametrize(
    ("group", "plural", "question"),
    [
        (VerbGroup("leave", past=True), True, ("did", ("leave",))),
        (VerbGroup("leave"), False, ("does", ("leave",))),
        (VerbGroup("be", past=True), True, ("were", ())),
        (VerbGroup("hold", modal="will", passive=True), False, ("will", ("be", "held"))),
        (VerbGroup("have", past=True), False, ("did", ("have",))),
    ],
)
def test_a_question_opens_with_an_auxiliary(
    group: VerbGroup, plural: bool, question: tuple[str, tuple[str, ...]]
) -> None:
    assert question_words(group, plural=plural) == question


@pytest.mark.parametrize(
    "word", ["", "s", "ed", "ing", "ied", "é", "東京", "\x00", "'s", "x" * 9999]
)
@pytest.mark.parametrize("tag", ["VBD", "VBG", "VBZ", "NNS", "MD", "NN", ""])
def test_odd_words_do_not_break_the_rules(word: str, tag: str) -> None:
    assert isinstance(lemma(word, tag), str)
