"""How the words of a clause become a sentence that reads on its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.events.statements import statement
from generator.extract.events.what import find_what
from generator.extract.grammar.wording import spell
from generator.model import Draft

from .trees import actor, parsed, reading


@pytest.mark.parametrize(
    ("words", "tree", "told"),
    [
        (
            "The driver, a banker, from Halm, was freed.",
            "The/DT/2/det driver/NN/11/nsubj:pass ,/,/5/punct a/DT/5/det banker/NN/2/appos "
            ",/,/8/punct from/IN/8/case Halm/NNP/11/obl ,/,/2/punct was/VBD/11/aux:pass "
            "freed/VBN/0/root ././11/punct",
            "The driver from Halm was freed.",
        ),
        (
            "Pike, 47, who runs a pub, sang.",
            "Pike/NNP/10/nsubj ,/,/3/punct 47/CD/1/nummod ,/,/6/punct who/WP/6/nsubj "
            "runs/VBZ/1/acl:relcl a/DT/8/det pub/NN/6/obj ,/,/1/punct sang/VBD/0/root ././10/punct",
            "Pike, 47, sang.",
        ),
        (
            "In talks with donors, who paid, Reis blamed the mayor.",
            "In/IN/2/case talks/NNS/10/obl with/IN/4/case donors/NNS/2/nmod ,/,/7/punct "
            "who/WP/7/nsubj paid/VBD/4/acl:relcl ,/,/2/punct Reis/NNP/10/nsubj "
            "blamed/VBD/0/root the/DT/12/det mayor/NN/10/obj ././10/punct",
            "In talks with donors, Reis blamed the mayor.",
        ),
        (
            "A day later, the mayor resigned.",
            "A/DT/2/det day/NN/3/obl:unmarked later/RBR/7/advmod ,/,/3/punct the/DT/6/det "
            "mayor/NN/7/nsubj resigned/VBD/0/root ././7/punct",
            "The mayor resigned.",
        ),
        (
            "Earlier this month, the mayor resigned.",
            "Earlier/RBR/3/advmod this/DT/3/det month/NN/7/obl:unmarked ,/,/3/punct "
            "the/DT/6/det mayor/NN/7/nsubj resigned/VBD/0/root ././7/punct",
            "Earlier this month, the mayor resigned.",
        ),
        (
            "The mayor allegedly fled.",
            "The/DT/2/det mayor/NN/4/nsubj allegedly/RB/4/advmod fled/VBD/0/root ././4/punct",
            "The mayor allegedly fled.",
        ),
        (
            "Nevertheless, the mayor resigned.",
            "Nevertheless/RB/5/advmod ,/,/1/punct the/DT/4/det mayor/NN/5/nsubj "
            "resigned/VBD/0/root ././5/punct",
            "The mayor resigned.",
        ),
    ],
)
def test_what_is_left_of_a_sentence_is_one(words: str, tree: str, told: str) -> None:
    document = parsed((words, tree))
    sentence = document.sentences[0]
    assert statement(reading(document), sentence, sentence.root) == told


def test_some_of_those_counted_stay_apart_from_the_others() -> None:
    words = "Police said ten were saved, three of them in a critical condition."
    document = parsed(
        (
            words,
            "Police/NNS/2/nsubj said/VBD/0/root ten/CD/5/nsubj:pass were/VBD/5/aux:pass "
            "saved/VBN/2/ccomp ,/,/11/punct three/CD/5/nsubj:pass of/IN/9/case them/PRP/7/nmod "
            "in/IN/13/case a/DT/13/det critical/JJ/13/amod condition/NN/5/obl ././2/punct",
        )
    )
    sentence = document.sentences[0]
    told = statement(reading(document), sentence, sentence.tokens[4])
    assert told == "Ten were saved, three of them in a critical condition."


def test_a_name_for_a_pronoun_takes_the_whole_verb() -> None:
    document = parsed(
        ("Ada Orr spoke.", "Ada/NNP/3/nsubj Orr/NNP/1/flat spoke/VBD/0/root ././3/punct"),
        (
            "She's changed the bar.",
            "She/PRP/3/nsubj 's/VBZ/3/aux changed/VBN/0/root the/DT/5/det bar/NN/3/obj ././3/punct",
        ),
    )
    found = reading(
        document, actor(document, "Ada Orr", "person", (0, 0, "name"), (1, 0, "pronoun"))
    )
    sentence = document.sentences[1]
    assert spell(found, sentence, sentence.tokens) == "Ada Orr has changed the bar."


@pytest.mark.parametrize(
    ("words", "tree"),
    [
        (
            "The paper has asked the club for comment.",
            "The/DT/2/det paper/NN/4/nsubj has/VBZ/4/aux asked/VBN/0/root the/DT/6/det "
            "club/NN/4/obj for/IN/8/case comment/NN/4/obl ././4/punct",
        ),
    ],
)
def test_what_nobody_would_print_is_no_statement(words: str, tree: str) -> None:
    assert find_what(reading(parsed((words, tree))), Draft(title="News")).what == ()


def test_a_verb_shows_that_a_pronoun_is_not_who_it_was_taken_for() -> None:
    document = parsed(
        ("The court sat.", "The/DT/2/det court/NN/3/nsubj sat/VBD/0/root ././3/punct"),
        (
            "They deny all the charges.",
            "They/PRP/2/nsubj deny/VBP/0/root all/PDT/5/det:predet the/DT/5/det charges/NNS/2/obj "
            "././2/punct",
        ),
    )
    court = actor(document, "The court", "organisation", (0, 1, "name"), (1, 0, "pronoun"))
    found, sentence = reading(document, court), document.sentences[1]
    assert statement(found, sentence, sentence.root) is None


def test_a_form_of_address_goes_with_the_name_that_it_repeats() -> None:
    document = parsed(
        ("Hale left.", "Hale/NNP/2/nsubj left/VBD/0/root ././2/punct"),
        (
            "The chair, Dame Hale, left.",
            "The/DT/2/det chair/NN/7/nsubj ,/,/5/punct Dame/NNP/5/compound Hale/NNP/2/appos "
            ",/,/2/punct left/VBD/0/root ././7/punct",
        ),
    )
    named = actor(document, "Hale", "person", (0, 0, "name"), (1, 1, "role"), (1, 4, "name"))
    role = replace(named.mentions[1], first=0)
    hale = replace(named, mentions=(named.mentions[0], role, named.mentions[2]))
    found, sentence = reading(document, hale), document.sentences[1]
    assert spell(found, sentence, sentence.tokens) == "Hale left."


def test_a_full_name_takes_the_place_of_a_courtesy_too() -> None:
    document = parsed(
        ("Ivo Hale left.", "Ivo/NNP/3/nsubj Hale/NNP/1/flat left/VBD/0/root ././3/punct"),
        (
            "In June Mr Hale left.",
            "In/IN/2/case June/NNP/5/obl Mr/NNP/4/compound Hale/NNP/5/nsubj left/VBD/0/root "
            "././5/punct",
        ),
    )
    hale = actor(document, "Ivo Hale", "person", (0, 0, "name"), (1, 3, "short"))
    found, sentence = reading(document, hale), document.sentences[1]
    assert spell(found, sentence, sentence.tokens) == "in June Ivo Hale left."


def test_what_it_takes_up_is_named_where_the_statement_leaves_that_out() -> None:
    words = "Halm, which lets the franchise, could take it back in May."
    document = parsed(
        (
            words,
            "Halm/NNP/9/nsubj ,/,/4/punct which/WDT/4/nsubj lets/VBZ/1/acl:relcl the/DT/6/det "
            "franchise/NN/4/obj ,/,/1/punct could/MD/9/aux take/VB/0/root it/PRP/9/obj "
            "back/RB/9/advmod "
            "in/IN/13/case May/NNP/9/obl ././9/punct",
        )
    )
    told = replace(reading(document), things={(0, 9): (0, 5)})
    sentence = document.sentences[0]
    assert statement(told, sentence, sentence.root) == "Halm could take the franchise back in May."
    elsewhere = replace(reading(document), things={(0, 9): (1, 5)})
    assert statement(elsewhere, sentence, sentence.root) is None
