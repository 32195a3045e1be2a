"""The question ledger: open, answered, moot, and the open ones by kind and by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .archive import Archive
from .content import SiteContent
from .entities import fold
from .listings import all_questions, as_of, paged
from .pages import Page
from .site_views import Filter
from .views import BriefingRef, Day, QuestionView

FILTER_PLACES = 40
"""Places that the ledger offers as a choice, those with most open questions: every page of it
names them all. The page of any other place has its questions."""


def question_pages(site: SiteContent, archive: Archive) -> Iterator[Page]:
    """Yield the ledger: open, answered, moot, and the open ones by kind and by place."""
    lists: dict[str, list[QuestionView]] = {
        "": sorted(all_questions(archive, "open"), key=_asked),
        "answered": all_questions(archive, "answered"),
        "moot": all_questions(archive, "moot"),
    }
    for question in lists[""]:
        lists.setdefault(f"kind-{question.kind}", []).append(question)
    names: dict[str, str | None] = dict.fromkeys(lists)
    for path, (name, questions) in _by_place(lists[""])[:FILTER_PLACES]:
        lists[path], names[path] = questions, name
    for key, questions in lists.items():
        view = {
            "key": key,
            "name": names[key],
            "filters": [
                Filter(other, names[other], _ledger_path(other), len(lists[other]), other == key)
                for other in lists
            ],
            "as_of": as_of(site, archive),
            "by_briefing": _by_briefing(archive)[: site.settings.per_page] if not key else [],
        }
        yield from paged(site, _ledger_path(key), "questions.html", questions, view)


def _asked(question: QuestionView) -> str:
    """Return the day on which a question was asked; undated ones come last."""
    return question.asked.iso if question.asked else "9999"


def _by_place(
    questions: Sequence[QuestionView],
) -> list[tuple[str, tuple[str, list[QuestionView]]]]:
    """Return the path of each place with its name and the questions about it, most first."""
    found: dict[str, tuple[str, list[QuestionView]]] = {}
    for question in questions:
        for path, name in {about.path: about.name for about in question.about}.items():
            if path and path.startswith(("places/", "countries/")):
                found.setdefault(path, (name, []))[1].append(question)
    return sorted(found.items(), key=lambda place: (-len(place[1][1]), fold(place[1][0])))


def _ledger_path(key: str) -> str:
    """Return where a list of questions lies."""
    return f"questions/{key.rstrip('/')}/" if key else "questions/"


def _by_briefing(archive: Archive) -> list[tuple[BriefingRef, list[int], Day | None]]:
    """Return each briefing with its open, answered and moot questions, and since when one is."""
    rows = []
    for view in archive.briefings:
        states = [question.status for question in view.questions]
        days = [q.asked for q in view.questions if q.status == "open" and q.asked]
        if states:
            counts = [states.count(state) for state in ("open", "answered", "moot")]
            rows.append((view.ref, counts, min(days, key=lambda day: day.iso, default=None)))
    return rows
