"""The question ledger: open, answered, moot, and the open ones by kind and by place."""

from __future__ import annotations

from collections.abc import Iterator

from .archive import Archive
from .content import SiteContent
from .listings import all_questions, as_of, paged
from .pages import Page
from .site_views import Filter
from .views import BriefingRef, QuestionView


def question_pages(site: SiteContent, archive: Archive) -> Iterator[Page]:
    """Yield the ledger: open, answered, moot, and the open ones by kind and by place."""
    lists: dict[str, list[QuestionView]] = {
        "": sorted(all_questions(archive, "open"), key=lambda q: -(q.age or 0)),
        "answered": all_questions(archive, "answered"),
        "moot": all_questions(archive, "moot"),
    }
    names: dict[str, str | None] = dict.fromkeys(lists)
    for question in lists[""]:
        lists.setdefault(f"kind-{question.kind}", []).append(question)
        names[f"kind-{question.kind}"] = None
        for about in question.about:
            if about.path and about.path.startswith(("places/", "countries/")):
                key = f"about-{about.path.split('/')[1]}"
                lists.setdefault(key, []).append(question)
                names[key] = about.name
    for key, questions in lists.items():
        view = {
            "key": key,
            "name": names[key],
            "filters": [
                Filter(other, names[other], _ledger_path(other), len(lists[other]), other == key)
                for other in lists
            ],
            "as_of": as_of(site, archive),
            "by_briefing": _by_briefing(archive) if not key else [],
        }
        yield from paged(site, _ledger_path(key), "questions.html", questions, view)


def _ledger_path(key: str) -> str:
    """Return where a list of questions lies."""
    return f"questions/{key}/" if key else "questions/"


def _by_briefing(archive: Archive) -> list[tuple[BriefingRef, list[int], int | None]]:
    """Return each briefing with its open, answered and moot questions and the oldest open age."""
    rows = []
    for view in archive.briefings:
        states = [question.status for question in view.questions]
        ages = [q.age for q in view.questions if q.status == "open" and q.age is not None]
        if states:
            counts = [states.count(state) for state in ("open", "answered", "moot")]
            rows.append((view.ref, counts, max(ages, default=None)))
    return rows
