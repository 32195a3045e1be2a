from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from generator.model import Briefing, Question, Source
from generator.render import BriefingContent, SiteContent, SiteSettings, render
from generator.render.translate import CATALOGUES, translations_for

THEME = Path(__file__).parents[2] / "templates"
LANGUAGES = sorted(path.stem for path in CATALOGUES.glob("*.po"))
PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def _singular(text: str | tuple[str, ...] | list[str]) -> str:
    return text if isinstance(text, str) else text[0]


def _texts() -> set[str]:
    """Return every text of the interface that the templates hold."""
    found = extract_from_dir(
        str(THEME),
        method_map=[("**.html", "jinja2"), ("**.atom", "jinja2")],
        options_map={"**.html": {"trimmed": "true"}, "**.atom": {"trimmed": "true"}},
    )
    return {_singular(message) for _, _, message, _, _ in found}


def _messages(language: str) -> list[Message]:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


def test_there_are_catalogues() -> None:
    assert LANGUAGES == ["ar", "de"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_exactly_the_texts_of_the_templates(language: str) -> None:
    ids = {_singular(message.id) for message in _messages(language)}
    assert ids == _texts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_placeholders(language: str) -> None:
    for message in _messages(language):
        originals = [message.id] if isinstance(message.id, str) else message.id
        texts = [message.string] if isinstance(message.string, str) else message.string
        known = {name for original in originals for name in PLACEHOLDER.findall(original)}
        for text in texts:
            assert text, message.id
            assert set(PLACEHOLDER.findall(text)) <= known, message.id
        assert not message.fuzzy


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("de", 1, "1 Tag"),
        ("de", 2, "2 Tage"),
        ("ar", 2, "يومان"),
        ("ar", 5, "5 أيام"),
        ("ar", 12, "12 يومًا"),
    ],
)
def test_numbers_take_the_form_that_a_language_asks_for(
    language: str, count: int, text: str
) -> None:
    catalogue = translations_for(language)
    written = catalogue.ngettext("%(count)s day", "%(count)s days", count)
    assert written % {"count": count} == text


@pytest.mark.parametrize(
    ("language", "direction", "heading"),
    [
        ("en", "ltr", "Open questions"),
        ("de-AT", "ltr", "Offene Fragen"),
        ("ar", "rtl", "الأسئلة المفتوحة"),
    ],
)
def test_a_site_speaks_its_language(language: str, direction: str, heading: str) -> None:
    question = Question(id="o1", question="When?", asked="2024-08-13")
    briefing = Briefing(
        schema=1, id="b", title="t", sources=(Source(file="a"),), open_questions=(question,)
    )
    settings = SiteSettings(language=language)
    site = SiteContent(settings, (BriefingContent(briefing),), templates=(THEME,))
    page = render(site)["briefings/b/index.html"].decode()
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert f"<h2>{heading}</h2>" in page
