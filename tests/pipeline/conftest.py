"""A site with one article, and an extractor that is quick and easily foretold."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from desk import FERRY, Desk

from generator.model import Article, Draft, Evidence, What


def first_sentences(article: Article, _: object) -> Draft:
    """Draft one statement from the first sentence of each paragraph."""
    statements = []
    for index, s in enumerate(article.segments):
        if index == 0 or article.segments[index - 1].paragraph != s.paragraph:
            words = article.text[s.start : s.end]
            evidence = Evidence(quote=words, sentence=index, start=s.start, end=s.end)
            name = f"w{len(statements) + 1}"
            statements.append(What(id=name, statement=words, evidence=(evidence,)))
    return Draft(title=article.source.title or "Untitled", what=tuple(statements))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("generator.language.read", lambda article: article)
    monkeypatch.setattr("generator.language.gazetteer.load", lambda: None)
    stand_in = SimpleNamespace(draft_article=first_sentences)
    monkeypatch.setitem(sys.modules, "generator.extract.drafting", stand_in)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772582400")
    desk = Desk(tmp_path / "desk")
    desk.write("content/site.yaml", "title: Test desk\ndrafts: true\n")
    desk.write("seeds/ferry.md", FERRY)
    return desk
