"""A summary says by whose account its sentences hold."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.events.headline import add_headline
from generator.extract.grammar.trimming import kept_tokens
from generator.extract.reading import sentence_evidence
from generator.model import Draft, What, When

from .trees import actor, parsed, reading

DOCUMENT = parsed(("Officials left.", "Officials/NNS/2/nsubj left/VBD/0/root ././2/punct"))
OFFICIALS = replace(actor(DOCUMENT, "Officials", "group", (0, 0, "name")), anonymous=True)


def _summary(*statements: What) -> str | None:
    draft = Draft(title="News", what=statements)
    return add_headline(reading(DOCUMENT, OFFICIALS), draft).summary


def test_an_account_names_whose_it_is_and_the_articles_own_words_stand_alone() -> None:
    flood = What(id="w1", statement="A flood took the bus.", attributed_to=("officials",))
    late = What(id="w2", statement="The bus reached Halm late.")
    assert _summary(flood, late) == (
        "A flood took the bus, according to officials. The bus reached Halm late."
    )


def test_an_unlisted_source_is_named_by_its_words_unless_they_are_long() -> None:
    told = What(id="w1", statement="The count was rigged.", attributed_to=("his main rival",))
    assert _summary(told) == "The count was rigged, according to his main rival."
    long = told.model_copy(update={"attributed_to": ("one " * 12,)})
    assert _summary(long) == "The count was rigged."


def test_a_denial_without_its_denier_is_left_out() -> None:
    denied = What(
        id="w1", statement="Fighters put up a gate.", status="denied", attributed_to=("officials",)
    )
    late = What(id="w2", statement="The bus reached Halm late.")
    assert _summary(denied, late) == "The bus reached Halm late."


def _title(statement: str, *days: str) -> str:
    what = What(id="w1", statement=statement)
    when = tuple(When(id=f"t{n}", text=day) for n, day in enumerate(days, 1))
    draft = Draft(title="Untitled", what=(what,), when=when)
    return add_headline(reading(DOCUMENT, OFFICIALS), draft).title


def test_a_title_leaves_out_the_day_of_the_week_and_no_other_time() -> None:
    told = "The bank on Monday cut its main interest rate for the first time since May."
    assert _title(told, "on Monday", "since May") == (
        "The bank cut its main interest rate for the first time since May"
    )


def test_a_title_leaves_out_the_night_too() -> None:
    told = "A fire tore through a clothes factory on the edge of the city on Monday night."
    assert _title(told, "on Monday night") == (
        "A fire tore through a clothes factory on the edge of the city"
    )


def test_a_summary_leaves_out_what_has_no_name_source_or_figure_and_is_brief() -> None:
    flood = What(id="w1", statement="A flood took the bus at Halm.")
    gift = What(id="w2", statement="The gift comes within a framework.")
    toll = What(id="w3", statement="The flood drowned 40 sheep.")
    assert _summary(flood, gift, toll) == (
        "A flood took the bus at Halm. The flood drowned 40 sheep."
    )


def test_a_title_too_long_is_the_subject_with_its_action() -> None:
    told = What(
        id="w1",
        statement="The court reserved judgment in the " + "very " * 20 + "old case.",
        action="reserved judgment",
    )
    draft = add_headline(reading(DOCUMENT, OFFICIALS), Draft(title="Untitled", what=(told,)))
    assert draft.title == "The court reserved judgment"


def test_a_long_title_that_no_clause_ends_says_that_it_is_cut() -> None:
    told = (
        "The candidate of the opposition won the run-off for the presidency of the republic,"
        " ending eight years of rule by one party."
    )
    assert _title(told) == (
        "The candidate of the opposition won the run-off for the presidency of the republic…"
    )


LED = (
    "The agency called for a pay rise of five percent for all nurses, police officers and teachers"
    " in Halm.",
    "The/DT/2/det agency/NN/3/nsubj called/VBD/0/root for/IN/7/case a/DT/7/det pay/NN/7/compound "
    "rise/NN/3/obl of/IN/10/case five/CD/10/nummod percent/NN/7/nmod for/IN/13/case all/DT/13/det "
    "nurses/NNS/7/nmod ,/,/16/punct police/NN/16/compound officers/NNS/13/conj and/CC/18/cc "
    "teachers/NNS/13/conj in/IN/20/case Halm/NNP/13/nmod ././3/punct",
)


def test_a_long_title_loses_no_part_of_a_list_and_nothing_that_completes_its_verb() -> None:
    document = parsed(LED)
    evidence = sentence_evidence(document, document.sentences[0])
    main = What(id="w1", statement=LED[0], evidence=evidence)
    draft = add_headline(reading(document), Draft(title="Untitled", what=(main,)))
    assert draft.title == (
        "Agency called for a pay rise of five percent for all nurses, police officers and teachers"
    )


TORN = (
    "A society, the Halm Trust Incorporated has closed.",
    "A/DT/2/det society/NN/9/nsubj ,/,/6/punct the/DT/6/det Halm/NNP/6/compound "
    "Trust/NNP/2/appos Incorporated/NNP/2/conj has/VBZ/9/aux closed/VBN/0/root ././9/punct",
)


def test_an_apposition_goes_with_the_word_that_the_parse_tore_off_its_end() -> None:
    sentence = parsed(TORN).sentences[0]
    kept = [t.text for t in kept_tokens(sentence, sentence.root)]
    assert kept == ["A", "society", "has", "closed", "."]


def test_a_title_that_cannot_be_cut_is_broken_off() -> None:
    assert _title("Officials of the " + "very " * 20 + "old bank left.").endswith("very…")


def test_somebody_unnamed_keeps_the_capital_of_a_people() -> None:
    words = "Indonesian officials left."
    tree = "Indonesian/JJ/2/amod officials/NNS/3/nsubj left/VBD/0/root ././3/punct"
    document = parsed((words, tree))
    people = replace(
        actor(document, "Indonesian officials", "group", (0, 1, "name")), anonymous=True
    )
    told = What(id="w1", statement="It rained.", attributed_to=("indonesian-officials",))
    draft = add_headline(reading(document, people), Draft(title="News", what=(told,)))
    assert draft.summary == "It rained, according to Indonesian officials."


def test_nothing_stated_gives_no_summary() -> None:
    assert _summary() is None
