"""Trees that the model draws wrong more than once are put right; others stay as they are."""

from __future__ import annotations

from generator.language.mending import mend
from generator.language.tree import Sentence

from .trees import parsed


def _mended(words: str, tree: str) -> Sentence:
    return mend(parsed((words, tree)).sentences[0])


def _hangs(sentence: Sentence, word: str) -> tuple[str, str]:
    token = next(t for t in sentence.tokens if t.text == word)
    return sentence.tokens[token.head].text, token.label


def test_whoever_is_told_of_is_no_second_speaker() -> None:
    sentence = _mended(
        "Orlo said Captain Idris would retire.",
        "Orlo/NNP/2/nsubj said/VBD/0/root Captain/NNP/4/nmod:desc Idris/NNP/2/nsubj "
        "would/MD/6/aux retire/VB/2/ccomp ././2/punct",
    )
    assert _hangs(sentence, "Idris") == ("retire", "nsubj")
    assert _hangs(sentence, "Orlo") == ("said", "nsubj")


def test_a_clause_after_a_name_in_commas_is_no_relative_clause() -> None:
    sentence = _mended(
        "Work stopped after a rigger, Abe Onu, was hurt.",
        "Work/NN/2/nsubj stopped/VBD/0/root after/IN/5/case a/DT/5/det rigger/NN/2/obl ,/,/7/punct "
        "Abe/NNP/5/appos Onu/NNP/7/flat ,/,/5/punct was/VBD/11/aux:pass hurt/VBN/5/acl:relcl "
        "././2/punct",
    )
    assert _hangs(sentence, "hurt") == ("stopped", "advcl")
    assert _hangs(sentence, "rigger") == ("hurt", "nsubj:pass")
    assert _hangs(sentence, "after") == ("hurt", "mark")


def test_a_name_that_ends_what_is_said_is_no_second_speaker() -> None:
    sentence = _mended(
        "It stood near the capital, Halm, said Orr.",
        "It/PRP/2/nsubj stood/VBD/9/ccomp near/IN/5/case the/DT/5/det capital/NN/2/obl ,/,/7/punct "
        "Halm/NNP/9/nsubj ,/,/9/punct said/VBD/0/root Orr/NNP/9/nsubj ././9/punct",
    )
    assert _hangs(sentence, "Halm") == ("capital", "appos")
    assert _hangs(sentence, "Orr") == ("said", "nsubj")


def test_whoever_tells_last_is_no_other_name_for_the_noun_before() -> None:
    sentence = _mended(
        "Orlo met Idris, two people there said.",
        "Orlo/NNP/2/nsubj met/VBD/0/root Idris/NNP/2/obj ,/,/6/punct two/CD/6/nummod "
        "people/NNS/3/appos there/RB/6/advmod said/VBD/3/acl:relcl ././2/punct",
    )
    assert _hangs(sentence, "met") == ("said", "ccomp")
    assert _hangs(sentence, "people") == ("said", "nsubj")
    assert sentence.root.text == "said"


def test_a_sound_tree_stays_as_it_is() -> None:
    sentence = parsed(
        (
            "Work stopped after a rigger who fell was hurt.",
            "Work/NN/2/nsubj stopped/VBD/0/root after/IN/9/mark a/DT/5/det rigger/NN/9/nsubj:pass "
            "who/WP/7/nsubj fell/VBD/5/acl:relcl was/VBD/9/aux:pass hurt/VBN/2/advcl ././2/punct",
        )
    ).sentences[0]
    assert mend(sentence) is sentence


def test_a_clause_after_a_long_noun_keeps_it() -> None:
    sentence = _mended(
        "Ten were feared dead after a block of flats fell.",
        "Ten/CD/3/nsubj:pass were/VBD/3/aux:pass feared/VBN/0/root dead/JJ/3/xcomp after/IN/7/case "
        "a/DT/7/det block/NN/4/obl of/IN/9/case flats/NNS/7/nmod fell/VBD/3/advcl ././3/punct",
    )
    assert _hangs(sentence, "block") == ("fell", "nsubj")
    assert _hangs(sentence, "after") == ("fell", "mark")


def test_a_second_purpose_is_joined_to_the_first() -> None:
    sentence = _mended(
        "They met to fight a law that harms us and to ask for votes.",
        "They/PRP/2/nsubj met/VBD/0/root to/TO/4/mark fight/VB/2/advcl a/DT/6/det law/NN/4/obj "
        "that/WDT/8/nsubj harms/VBZ/6/acl:relcl us/PRP/8/obj and/CC/12/cc to/TO/12/mark "
        "ask/VB/8/conj for/IN/14/case votes/NNS/12/obl ././2/punct",
    )
    assert _hangs(sentence, "ask") == ("fight", "conj")


def test_a_second_thing_said_is_joined_to_the_first() -> None:
    sentence = _mended(
        "Halm said it lost power after a storm and that it would pay.",
        "Halm/NNP/2/nsubj said/VBD/0/root it/PRP/4/nsubj lost/VBD/2/ccomp power/NN/4/obj "
        "after/IN/8/case a/DT/8/det storm/NN/4/obl and/CC/13/cc that/IN/13/mark it/PRP/13/nsubj "
        "would/MD/13/aux pay/VB/8/conj ././2/punct",
    )
    assert _hangs(sentence, "pay") == ("lost", "conj")


def test_an_it_in_talks_is_somebody() -> None:
    sentence = _mended(
        "It was in talks to sell mills.",
        "It/PRP/4/expl was/VBD/4/cop in/IN/4/case talks/NNS/0/root to/TO/6/mark sell/VB/4/acl "
        "mills/NNS/6/obj ././4/punct",
    )
    assert _hangs(sentence, "It") == ("talks", "nsubj")


def test_a_noun_before_a_name_is_no_second_subject() -> None:
    sentence = _mended(
        "Engineer Orbita will try.",
        "Engineer/NN/4/nsubj Orbita/NNP/4/nsubj will/MD/4/aux try/VB/0/root ././4/punct",
    )
    assert _hangs(sentence, "Engineer") == ("Orbita", "nmod:desc")


def test_talks_that_open_are_one_sentence() -> None:
    sentence = _mended(
        "Talks open on Monday.",
        "Talks/NNS/0/root open/VBP/1/parataxis on/IN/4/case Monday/NNP/2/obl ././1/punct",
    )
    assert _hangs(sentence, "Talks") == ("open", "nsubj")
    assert sentence.root.text == "open"


def test_what_is_due_to_reopen_has_a_verb() -> None:
    row = "is/VBZ/6/cop due/JJ/6/case to/IN/4/fixed {}/NN/0/root ././6/punct"
    reopens = _mended(
        "The road is due to reopen.", "The/DT/2/det road/NN/6/nsubj " + row.format("reopen")
    )
    rains = _mended("The mud is due to rain.", "The/DT/2/det mud/NN/6/nsubj " + row.format("rain"))
    assert [s.tokens[5].tag for s in (reopens, rains)] == ["VB", "NN"]
