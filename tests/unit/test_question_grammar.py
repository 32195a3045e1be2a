from __future__ import annotations

import pytest

from generator.extract.events.statements import statement
from generator.extract.grammar.clauses import clause_at, verb_group
from generator.extract.questions.directing import direct
from generator.extract.questions.embedded import embedded_questions
from generator.extract.questions.question_grammar import (
    ask,
    conditional_present,
    future,
    seen_from_now,
)
from generator.extract.questions.well_formed import finished, is_well_formed
from generator.language.morphology import VerbGroup

from .trees import actor, parsed, reading

PLANNED = (
    "The hearing is to be held in either Accra or Kumasi, according to the court.",
    "The/DT/2/det hearing/NN/6/nsubj:pass is/VBZ/6/aux to/TO/6/mark be/VB/6/aux:pass"
    " held/VBN/0/root in/IN/9/case either/CC/9/cc:preconj Accra/NNP/6/obl or/CC/11/cc"
    " Kumasi/NNP/9/conj ,/,/16/punct according/VBG/16/case to/IN/13/fixed the/DT/16/det"
    " court/NN/6/obl ././6/punct",
)
WHETHER = (
    "The ministry would not say whether it had paid the fine.",
    "The/DT/2/det ministry/NN/5/nsubj would/MD/5/aux not/RB/5/advmod say/VB/0/root"
    " whether/IN/9/mark it/PRP/9/nsubj had/VBD/9/aux paid/VBN/5/ccomp the/DT/11/det fine/NN/9/obj"
    " ././5/punct",
)
WHEN = (
    "The airline could not say when its next flight would leave Lagos.",
    "The/DT/2/det airline/NN/5/nsubj could/MD/5/aux not/RB/5/advmod say/VB/0/root"
    " when/WRB/11/advmod"
    " its/PRP$/9/nmod:poss next/JJ/9/amod flight/NN/11/nsubj would/MD/11/aux leave/VB/5/ccomp"
    " Lagos/NNP/11/obj ././5/punct",
)
HOW_MANY = (
    "It is unclear how many miners had escaped.",
    "It/PRP/3/expl is/VBZ/3/cop unclear/JJ/0/root how/WRB/5/advmod many/JJ/6/amod"
    " miners/NNS/8/nsubj"
    " had/VBD/8/aux escaped/VBN/3/csubj ././3/punct",
)
WHO_WERE = (
    "Police do not know who the gunmen were.",
    "Police/NNS/4/nsubj do/VBP/4/aux not/RB/4/advmod know/VB/0/root who/WP/4/ccomp the/DT/7/det"
    " gunmen/NNS/5/nsubj were/VBD/5/cop ././4/punct",
)
WHETHER_TO = (
    "The board has not decided whether to close the mine.",
    "The/DT/2/det board/NN/5/nsubj has/VBZ/5/aux not/RB/5/advmod decided/VBN/0/root"
    " whether/IN/8/mark to/TO/8/mark close/VB/5/xcomp the/DT/10/det mine/NN/8/obj ././5/punct",
)
ASIDES = (
    "The bridge, which opened in 1962, collapsed on Friday, killing two drivers (both from Leeds).",
    "The/DT/2/det bridge/NN/9/nsubj ,/,/5/punct which/WDT/5/nsubj opened/VBD/2/acl:relcl"
    " in/IN/7/case"
    " 1962/CD/5/obl ,/,/5/punct collapsed/VBD/0/root on/IN/11/case Friday/NNP/9/obl ,/,/13/punct"
    " killing/VBG/9/advcl two/CD/15/nummod drivers/NNS/13/obj (/-LRB-/19/punct both/DT/19/nsubj"
    " from/IN/19/case Leeds/NNP/15/parataxis )/-RRB-/19/punct ././9/punct",
)
HE_SAID = (
    "He said her trawler’s licence cost $5 million.",
    "He/PRP/2/nsubj said/VBD/0/root her/PRP$/4/nmod:poss trawler/NN/6/nmod:poss ’s/POS/4/case"
    " licence/NN/7/nsubj cost/VBD/2/ccomp $/$/7/obj 5/CD/10/nummod million/CD/8/nummod ././2/punct",
)


def test_a_plan_is_asked_about_without_its_attribution() -> None:
    document = parsed(PLANNED)
    sentence = document.sentences[0]
    clause = clause_at(sentence, sentence.root)
    assert clause is not None
    assert clause.group == VerbGroup("hold", modal="will", passive=True)
    question = ask(reading(document), clause)
    assert question == "Will the hearing be held in either Accra or Kumasi?"


@pytest.mark.parametrize(
    ("row", "question"),
    [
        (WHETHER, "Did the Ministry of Works pay the fine?"),
        (WHEN, "When will the Ministry of Works’ next flight leave Lagos?"),
        (HOW_MANY, "How many miners have escaped?"),
        (WHO_WERE, "Who were the gunmen?"),
    ],
)
def test_an_embedded_question_turns_direct(row: tuple[str, str], question: str) -> None:
    document = parsed(row)
    pronouns = [t for t in document.sentences[0].tokens if t.text in {"it", "its"}]
    who = actor(
        document,
        "the Ministry of Works",
        "organisation",
        *((0, t.index, "pronoun") for t in pronouns),
    )
    embedded = embedded_questions(document.sentences[0])
    asked = [direct(reading(document, who), each) for each in embedded]
    assert asked == [question.replace("’", "'")]


def test_an_infinitive_takes_its_subject_from_who_decides() -> None:
    document = parsed(WHETHER_TO)
    sentence = document.sentences[0]
    embedded = embedded_questions(sentence)[0]
    asked = direct(reading(document), embedded, sentence.tokens[0:2])
    assert asked == "Will the board close the mine?"


def test_it_stands_for_who_speaks_where_no_actor_is_known() -> None:
    document = parsed(WHETHER)
    embedded = embedded_questions(document.sentences[0])[0]
    assert direct(reading(document), embedded) == "Did the ministry pay the fine?"


def test_a_statement_leaves_out_asides() -> None:
    document = parsed(ASIDES)
    sentence = document.sentences[0]
    assert statement(reading(document), sentence, sentence.root) == (
        "The bridge collapsed on Friday, killing two drivers."
    )


def test_a_statement_leaves_out_who_says_it() -> None:
    document = parsed(
        (
            "The wall is long, the mayor said.",
            "The/DT/2/det wall/NN/4/nsubj is/VBZ/4/cop long/JJ/8/ccomp ,/,/7/punct the/DT/7/det"
            " mayor/NN/8/nsubj said/VBD/0/root ././8/punct",
        )
    )
    sentence = document.sentences[0]
    assert statement(reading(document), sentence, sentence.tokens[3]) == "The wall is long."


def test_a_statement_keeps_the_answer_that_was_given() -> None:
    document = parsed(
        (
            "Oslo said yes to the plan.",
            "Oslo/NNP/2/nsubj said/VBD/0/root yes/UH/2/discourse to/IN/6/case the/DT/6/det"
            " plan/NN/2/obl ././2/punct",
        )
    )
    sentence = document.sentences[0]
    assert statement(reading(document), sentence, sentence.root) == "Oslo said yes to the plan."


def test_a_statement_names_whom_its_pronouns_mean() -> None:
    document = parsed(HE_SAID)
    sentence = document.sentences[0]
    he = actor(document, "Idris Bello", "person", (0, 0, "pronoun"))
    she = actor(document, "Ana Reis", "person", (0, 2, "pronoun"))
    found = reading(document, he, she)
    assert statement(found, sentence, sentence.tokens[6]) == (
        "Ana Reis’s trawler’s licence cost $5 million."
    )
    assert statement(found, sentence, sentence.root) == (
        "Idris Bello said Ana Reis’s trawler’s licence cost $5 million."
    )


@pytest.mark.parametrize(
    ("group", "reported", "seen"),
    [
        (VerbGroup("leave", modal="would"), True, VerbGroup("leave", modal="will")),
        (VerbGroup("fall", modal="might"), False, VerbGroup("fall", modal="will")),
        (
            VerbGroup("arm", progressive=True, past=True),
            True,
            VerbGroup("arm", progressive=True),
        ),
        (VerbGroup("leave", past=True), True, VerbGroup("leave", past=True)),
        (VerbGroup("offer", perfect=True, past=True), True, VerbGroup("offer", past=True)),
        (
            VerbGroup("see", modal="would", perfect=True),
            True,
            VerbGroup("see", modal="would", perfect=True),
        ),
    ],
)
def test_tense_moves_to_the_day_of_the_article(
    group: VerbGroup, reported: bool, seen: VerbGroup
) -> None:
    assert seen_from_now(group, reported=reported) == seen


def test_a_condition_stands_in_the_present() -> None:
    assert conditional_present(VerbGroup("release", past=True)) == VerbGroup("release")


def test_a_wish_lies_ahead() -> None:
    document = parsed(PLANNED)
    sentence = document.sentences[0]
    clause = clause_at(sentence, sentence.root)
    assert clause is not None
    assert future(clause).group.modal == "will"
    assert verb_group(sentence, sentence.root).passive


def test_a_quotation_at_the_end_loses_its_comma() -> None:
    assert finished("was the raid “a reprisal,”") == "Was the raid “a reprisal”?"


@pytest.mark.parametrize(
    "question",
    [
        "Will the dam hold?",
        "In which city will the trial open?",
        "How many miners have escaped?",
        "Was Lt. Okoro’s report (of 3 May) published?",
    ],
)
def test_well_formed_questions_pass(question: str) -> None:
    assert is_well_formed(question)


@pytest.mark.parametrize(
    "question",
    [
        "Will he go to Accra?",
        "When will it leave the harbour?",
        "Whether the dam holds?",
        "Will the dam?",
        "Will the dam hold",
        "Will the dam hold the?",
        "Will the the dam hold?",
        "Will the dam hold (until May?",
        "Will the dam hold, and will it stay? Yes?",
        "Will the dam " + "very " * 30 + "firmly hold?",
        "",
        "?",
        "Will who ban the boats?",
        "Will no decision appeal?",
        "Who is neither man?",
        "Will the which dam be closed?",
        "Did the ministry warn the ministry?",
    ],
)
def test_ill_formed_questions_are_dropped(question: str) -> None:
    assert not is_well_formed(question)
