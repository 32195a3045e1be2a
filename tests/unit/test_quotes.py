from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.reading import Actor, Attribution, Reading
from generator.extract.speech.quotes import find_quotes
from generator.language.gazetteer import Gazetteer
from generator.language.tree import Document, Sentence, Token
from generator.model import Article, Draft, Quote, Source, Span, Who

TEXT = (
    '"We waited," Okafor said. "Nobody came." '
    "A senior official said that the wall had cracked. "
    "She hopes it holds. "
    'The ministry called the report "thin".'
)
BOUNDS = ("Okafor said.", '"Nobody came."', "cracked.", "holds.", '"thin".')
TAGS = {
    "said": "VBD",
    "called": "VBD",
    "waited": "VBD",
    "had": "VBD",
    "holds": "VBZ",
    "hopes": "VBZ",
    "She": "PRP",
}


def document() -> Document:
    sentences, start = [], 0
    for index, ending in enumerate(BOUNDS):
        end = TEXT.index(ending) + len(ending)
        sentences.append(Sentence(index, start, end, 0, tokens(start, end), ()))
        start = end + 1
    return Document(Article(Source(file="seeds/a.txt"), TEXT, ()), tuple(sentences))


def tokens(start: int, end: int) -> tuple[Token, ...]:
    found, at = [], start
    for index, word in enumerate(TEXT[start:end].split()):
        at = TEXT.index(word, at)
        tag = TAGS.get(word.strip('",.'), "NN")
        found.append(Token(index, word, at, at + len(word), tag, index - 1, "dep"))
        at += len(word)
    return tuple(found)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def attribution(kind: str, content: tuple[str, ...], **others: object) -> Attribution:
    settings: dict[str, object] = {
        "sentence": 0,
        "source": (),
        "speaker": None,
        "cue": span("said"),
        "cue_lemma": "say",
        **others,
    }
    return Attribution(content=tuple(map(span, content)), kind=kind, **settings)  # type: ignore[arg-type]


def drafted(*attributions: Attribution) -> tuple[Quote, ...]:
    okafor = Actor("ada-okafor", "Ada Okafor", "person")
    mayor = Actor("mayor", "the mayor", "person")
    reading = Reading(document(), Gazetteer.__new__(Gazetteer), (okafor, mayor), attributions)
    draft = Draft(title="t", who=(Who(id="ada-okafor", name="Ada Okafor", kind="person"),))
    return find_quotes(reading, draft).quotes


SPLIT = attribution("direct", ('"We waited,"', '"Nobody came."'), speaker="ada-okafor")
TOLD = attribution(
    "indirect",
    ("that the wall had cracked",),
    source=(span("A senior official"),),
    sentence=2,
    anonymous=True,
    clausal=True,
)


def test_a_split_quotation_is_one_quote_without_marks_and_comma() -> None:
    (quote,) = drafted(SPLIT)
    assert quote.text == "We waited … Nobody came."
    assert (quote.speaker, quote.kind, quote.cue) == ("ada-okafor", "direct", "said")


def test_evidence_is_every_sentence_that_the_words_stand_in() -> None:
    (quote,) = drafted(SPLIT)
    assert [(e.sentence, e.quote) for e in quote.evidence] == [
        (0, '"We waited," Okafor said.'),
        (1, '"Nobody came."'),
    ]
    assert all(TEXT[e.start : e.end] == e.quote for e in quote.evidence)


def test_reported_speech_loses_that_and_keeps_the_words_for_an_unnamed_speaker() -> None:
    (quote,) = drafted(TOLD)
    assert (quote.text, quote.speaker) == ("the wall had cracked", "A senior official")


def test_direct_quotes_come_before_reported_speech() -> None:
    assert [quote.kind for quote in drafted(TOLD, SPLIT)] == ["direct", "indirect"]


def test_beliefs_are_not_quotes() -> None:
    hopes = attribution(
        "indirect",
        ("it holds",),
        speaker="ada-okafor",
        cue=span("hopes"),
        cue_lemma="hope",
        clausal=True,
    )
    assert drafted(hopes) == ()


@pytest.mark.parametrize("others", [{"negated": True}, {"clausal": False}])
def test_what_was_not_said_or_only_planned_is_no_quote(others: dict[str, bool]) -> None:
    said = {"speaker": "ada-okafor", "clausal": True, **others}
    assert drafted(attribution("indirect", ("it holds",), **said)) == ()


@pytest.mark.parametrize(("clausal", "count"), [(True, 1), (False, 0)])
def test_a_request_is_a_quote_only_with_a_clause(clausal: bool, count: int) -> None:
    asked = {"speaker": "mayor", "cue_lemma": "ask", "clausal": clausal}
    assert len(drafted(attribution("indirect", ("the wall had cracked",), **asked))) == count


def test_words_with_nobody_behind_them_are_not_quotes() -> None:
    pronoun = attribution("indirect", ("it holds",), source=(span("She"),), clausal=True)
    assert drafted(pronoun) == ()


def test_marks_with_nothing_between_them_are_no_quote() -> None:
    assert drafted(attribution("direct", ('"',), speaker="ada-okafor")) == ()


def test_speech_inside_speech_is_one_quote() -> None:
    inner = attribution("indirect", ("the wall had cracked",), speaker="ada-okafor", clausal=True)
    assert len(drafted(TOLD, inner)) == 1


def test_a_speaker_who_is_not_listed_is_named_and_what_is_no_clause_keeps_its_verb() -> None:
    words, cue = ('the report "thin"',), span("called")
    (quote,) = drafted(attribution("mixed", words, speaker="mayor", cue=cue, cue_lemma="call"))
    assert (quote.speaker, quote.text) == ("the mayor", 'called the report "thin"')


def test_what_is_still_to_be_said_is_no_quote() -> None:
    words = "The ministry has yet to say whether the wall will hold."
    read = Document(
        Article(Source(file="seeds/a.txt"), words, ()),
        (Sentence(0, 0, len(words), 0, (Token(0, "The", 0, 3, "DT", -1, "root"),), ()),),
    )
    start, whether = words.index("say"), words.index("whether")
    said = replace(
        TOLD, sentence=0, source=(Span(0, 12),), cue=Span(start, start + len("say")),
        content=(Span(whether, len(words)),),
    )  # fmt: skip
    reading = Reading(read, Gazetteer.__new__(Gazetteer), (), (said,))
    assert find_quotes(reading, Draft(title="t")).quotes == ()
