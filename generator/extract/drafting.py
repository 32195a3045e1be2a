"""A parsed article -> the draft of a briefing."""

from __future__ import annotations

from collections.abc import Callable

from generator.extract.actors.finding import find_actors_and_things
from generator.extract.actors.who import find_who
from generator.extract.events.headline import add_headline
from generator.extract.events.how import find_how
from generator.extract.events.what import find_what
from generator.extract.events.why import find_why
from generator.extract.places.where import find_where
from generator.extract.questions.finding import find_questions
from generator.extract.reading import Reading
from generator.extract.speech.attribution import find_attributions
from generator.extract.speech.quotes import find_quotes
from generator.extract.speech.sourcing import find_sourcing
from generator.extract.times.dateline_days import dateline_day
from generator.extract.times.when import find_when, link_times
from generator.language.gazetteer import Gazetteer
from generator.language.tree import Document
from generator.model import Draft

Extractor = Callable[[Reading, Draft], Draft]

EXTRACTORS: tuple[Extractor, ...] = (
    find_who,
    find_where,
    find_when,
    find_quotes,
    find_questions,
    find_what,
    link_times,
    find_why,
    find_how,
    find_sourcing,
    add_headline,
)
"""In this order: later ones point at the items of earlier ones."""


def read_closely(document: Document, gazetteer: Gazetteer) -> Reading:
    """Return a document with its actors and attributions found."""
    actors, things = find_actors_and_things(document, gazetteer)
    said = find_attributions(document, actors)
    return Reading(document, gazetteer, actors, said, things, dateline_day(document))


def draft_article(document: Document, gazetteer: Gazetteer) -> Draft:
    """Return what the extractors propose for an article."""
    reading = read_closely(document, gazetteer)
    draft = Draft(title=document.article.source.title or "Untitled")
    for extract in EXTRACTORS:
        draft = extract(reading, draft)
    return draft
