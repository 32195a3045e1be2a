"""What the shipped model and rules find in articles of our own, read by a person beforehand.

Each check counts misses over all articles; the ceilings are what the shipped model reaches. They
may be lowered, and raised only with a reason: `pytest tests/quality -v` names every miss.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator import language, yamlio
from generator.extract.drafting import draft_article
from generator.ingest import read_seed
from generator.language import gazetteer
from generator.model import SECTIONS, Article, Draft

pytestmark = pytest.mark.model

SEEDS = (Path(__file__).parents[2] / "examples/desk/seeds", Path(__file__).parent / "seeds")
EXPECTED: dict[str, Any] = yamlio.load_mapping(
    (Path(__file__).parent / "expected.yaml").read_text(encoding="utf-8"), "expected.yaml"
)
CEILINGS = {"who": 0, "role": 0, "not_who": 0, "where": 1, "when": 0, "quotes": 0, "questions": 0}
"""Misses over all articles: a suburb that no gazetteer has, "between" it and a town."""


@cache
def _drafted(name: str) -> tuple[Article, Draft]:
    (path,) = (path for seeds in SEEDS for path in seeds.glob(f"{name}.*"))
    article, _ = read_seed(path, path.parent, yamlio.load_mapping)
    return article, draft_article(language.read(article), gazetteer.load())


def _forms(draft: Draft) -> dict[str, str | None]:
    """Return every name and alias of the actors with the role."""
    return {form: who.role for who in draft.who for form in (who.name, *who.aliases)}


def _missed_who(draft: Draft, wanted: dict[str, Any]) -> Iterator[str]:
    yield from (name for name in wanted["who"] if name not in _forms(draft))


def _missed_role(draft: Draft, wanted: dict[str, Any]) -> Iterator[str]:
    for name, word in wanted["who"].items():
        if word and word.lower() not in (_forms(draft).get(name) or "").lower():
            yield f"{name}: {word}, found {_forms(draft).get(name)}"


def _missed_not_who(draft: Draft, wanted: dict[str, Any]) -> Iterator[str]:
    yield from (name for name in wanted["not_who"] if name in _forms(draft))


def _missed_where(draft: Draft, wanted: dict[str, Any]) -> Iterator[str]:
    names = {form for place in draft.where for form in (place.name, *place.aliases)}
    yield from (name for name in wanted["where"] if name not in names)


def _missed_when(draft: Draft, wanted: dict[str, Any]) -> Iterator[str]:
    for words, date in wanted["when"].items():
        found = [
            t.date for t in draft.when if t.text.lower().endswith(words.split(" ", 1)[1].lower())
        ]
        if date not in found:
            yield f"{words}: {date}, found {found}"


def _missed_quotes(draft: Draft, wanted: dict[str, Any]) -> Iterator[str]:
    for words, speaker in wanted["quotes"].items():
        found = [q.speaker or "" for q in draft.quotes if q.text.startswith(words)]
        if not any(
            speaker.lower().replace("ñ", "n") in s.replace("-", " ")
            or speaker.lower().replace("ñ", "n") in s
            for s in found
        ):
            yield f"{words}: {speaker}, found {found}"


def _missed_questions(draft: Draft, wanted: dict[str, Any]) -> Iterator[str]:
    asked = [question.question.lower() for question in draft.open_questions]
    for words in wanted["questions"]:
        if not any(all(word.lower() in one for word in words.split()) for one in asked):
            yield f"{words}, found {asked}"


CHECKS = {
    "who": _missed_who,
    "role": _missed_role,
    "not_who": _missed_not_who,
    "where": _missed_where,
    "when": _missed_when,
    "quotes": _missed_quotes,
    "questions": _missed_questions,
}


@pytest.mark.parametrize("kind", CHECKS)
def test_drafts_find_what_an_editor_finds(kind: str) -> None:
    misses = [
        f"{name}: {miss}"
        for name, wanted in EXPECTED.items()
        for miss in CHECKS[kind](_drafted(name)[1], wanted)
    ]
    assert len(misses) <= CEILINGS[kind], "\n".join(misses)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_item_rests_on_the_exact_words_of_its_source(name: str) -> None:
    article, draft = _drafted(name)
    for section in SECTIONS:
        for item in getattr(draft, section):
            assert item.evidence, f"{section} {item.id}"
            for found in item.evidence:
                assert article.text[found.start : found.end] == found.quote


@pytest.mark.parametrize("name", EXPECTED)
def test_questions_are_well_formed_and_few(name: str) -> None:
    questions = [question.question for question in _drafted(name)[1].open_questions]
    assert 1 <= len(questions) <= 10
    for question in questions:
        assert question.endswith("?")
        assert question[0].isupper()
        assert len(question.split()) <= 30
