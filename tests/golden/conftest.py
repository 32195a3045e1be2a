from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.model import Briefing, Evidence
from generator.render import (
    ArticleText,
    BriefingContent,
    EntityNote,
    SiteContent,
    SiteSettings,
    StaticPage,
    render,
)
from generator.render.quoting import items_of

HERE = Path(__file__).parent
DESK = HERE / "desk"
EXPECTED = HERE / "expected"
THEME = HERE.parents[1] / "templates"
SETTINGS = SiteSettings(
    title="Harbour Desk",
    base_url="https://desk.example/briefings/",
    description="Briefings from a country that does not exist.",
    per_page=3,
    search=True,
    notice="All of this is fictional.",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected site anew")


def _article(path: Path) -> ArticleText:
    text, sentences = "", []
    for line in path.read_text("utf-8").splitlines():
        sentences.append((len(text), len(text) + len(line)))
        text += line + "\n\n"
    return ArticleText(text.rstrip(), tuple(sentences))


def _located(evidence: Evidence, articles: dict[str, ArticleText]) -> Evidence:
    article = articles.get(evidence.source or "s1")
    if article is None:
        return evidence
    start = article.text.index(evidence.quote)
    sentence = sum(first <= start for first, _ in article.sentences) - 1
    found = {"start": start, "end": start + len(evidence.quote), "sentence": sentence}
    return evidence.model_copy(update=found)


def load_desk(settings: SiteSettings = SETTINGS) -> SiteContent:
    made = yaml.safe_load((DESK / "provenance.yaml").read_text("utf-8"))
    contents = []
    for file in sorted((DESK / "briefings").glob("*.yaml")):
        briefing = Briefing.model_validate(yaml.safe_load(file.read_text("utf-8")))
        article = DESK / "articles" / f"{file.stem}.txt"
        articles = {"s1": _article(article)} if article.is_file() else {}
        located = {
            id(item): tuple(_located(one, articles) for one in item.evidence)
            for item in items_of(briefing)
        }
        sections = {
            name: tuple(
                item.model_copy(update={"evidence": located[id(item)]})
                for item in getattr(briefing, name)
            )
            for name in ("who", "what", "where", "when", "why", "how", "quotes", "open_questions")
        }
        provenance = {tuple(key.split("/")): by for key, by in made.get(file.stem, {}).items()}
        contents.append(
            BriefingContent(
                briefing.model_copy(update=sections), articles, provenance, file.read_bytes()
            )
        )
    notes = yaml.safe_load((DESK / "entities.yaml").read_text("utf-8"))
    return SiteContent(
        settings=settings,
        briefings=tuple(contents),
        entities=tuple(
            EntityNote(**{k: tuple(v) if isinstance(v, list) else v for k, v in note.items()})
            for note in notes
        ),
        pages=tuple(
            StaticPage(file.stem, file.stem.capitalize(), file.read_text("utf-8"), file=file.name)
            for file in sorted((DESK / "pages").glob("*.md"))
        ),
        templates=(THEME,),
    )


@pytest.fixture(scope="session")
def desk() -> SiteContent:
    return load_desk()


@pytest.fixture(scope="session")
def desk_from_disk() -> SiteContent:
    return load_desk(SETTINGS._replace(base_url=None, search=False))


@pytest.fixture(scope="session")
def desk_files(desk: SiteContent) -> dict[str, bytes]:
    return render(desk)
