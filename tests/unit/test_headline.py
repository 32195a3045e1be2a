"""A summary says by whose account its sentences hold."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.headline import add_headline
from generator.model import Draft, What

from .trees import actor, parsed, reading

DOCUMENT = parsed(("Officials left.", "Officials/NNS/2/nsubj left/VBD/0/root ././2/punct"))
OFFICIALS = replace(actor(DOCUMENT, "Officials", "group", (0, 0, "name")), anonymous=True)


def _summary(*statements: What) -> str | None:
    draft = Draft(title="News", what=statements)
    return add_headline(reading(DOCUMENT, OFFICIALS), draft).summary


def test_an_account_names_whose_it_is_and_the_articles_own_words_stand_alone() -> None:
    flood = What(id="w1", statement="A flood took the bus.", attributed_to=("officials",))
    late = What(id="w2", statement="The bus was late.")
    assert _summary(flood, late) == (
        "A flood took the bus, according to officials. The bus was late."
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
    late = What(id="w2", statement="The bus was late.")
    assert _summary(denied, late) == "The bus was late."


def test_nothing_stated_gives_no_summary() -> None:
    assert _summary() is None
