"""What "it" and "they" take up in short texts, through the whole reading of an article."""

from __future__ import annotations

import pytest

from generator.extract.actors.finding import find_actors_and_things
from generator.ingest import segment
from generator.language import read
from generator.language.gazetteer import load
from generator.language.tree import Document
from generator.model import Article, Source


def taken_up(text: str) -> dict[str, str]:
    """Return the name of the actor, or the noun, for each "it" and "they" of a text, numbered."""
    document = read(Article(Source(id="s1"), text, segment(text)))
    actors, things = find_actors_and_things(document, load())
    found = {place: noun(document, *thing) for place, thing in things.items()}
    for actor in actors:
        pronouns = (m for m in actor.mentions if m.kind == "pronoun")
        found |= {(m.sentence, m.head): actor.name for m in pronouns}
    return {f"{noun(document, *place)} {n}": found[place] for n, place in enumerate(sorted(found))}


def noun(document: Document, sentence: int, index: int) -> str:
    return document.sentences[sentence].tokens[index].text


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Norvik Transport reported lower profits on Tuesday. It also cut its dividend.",
            {"It 0": "Norvik Transport", "its 1": "Norvik Transport"},
        ),
        (
            "The owner said the ferry had passed a test and denied that it was overloaded.",
            {"it 0": "ferry"},
        ),
        (
            "The school closed on Monday. The council did not say why it had closed.",
            {"it 0": "school"},
        ),
        (
            "The Dockers' Union rejected the offer. It will ballot its members again.",
            {"It 0": "Dockers' Union", "its 1": "Dockers' Union"},
        ),
        (
            "Farmers lost their crops. They want the state to pay.",
            {"their 0": "Farmers", "They 1": "Farmers"},
        ),
        (
            "All lifts will be inspected, Norvik Transport said. It did not rule out closing them.",
            {"It 0": "Norvik Transport", "them 1": "lifts"},
        ),
        (
            "The Halm Front said it would stay away. Its leader, Ana Reis, wants a truce first,"
            " the Norvik Courier reported.",
            {"it 0": "Halm Front", "Its 1": "Halm Front"},
        ),
        (
            "Norvik rejected a bid from Van Rijn Foods. Van Rijn confirmed that it had made one.",
            {"it 0": "Van Rijn Foods"},
        ),
        ("It rained all night. It was clear that the game was off.", {}),
        ("Under UK law it is a crime.", {}),
    ],
)
def test_a_pronoun_takes_up(text: str, meant: dict[str, str]) -> None:
    assert taken_up(text) == meant
