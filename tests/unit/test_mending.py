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


def test_a_sound_tree_stays_as_it_is() -> None:
    sentence = parsed(
        (
            "Work stopped after a rigger who fell was hurt.",
            "Work/NN/2/nsubj stopped/VBD/0/root after/IN/9/mark a/DT/5/det rigger/NN/9/nsubj:pass "
            "who/WP/7/nsubj fell/VBD/5/acl:relcl was/VBD/9/aux:pass hurt/VBN/2/advcl ././2/punct",
        )
    ).sentences[0]
    assert mend(sentence) is sentence
