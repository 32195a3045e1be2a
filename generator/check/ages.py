"""What time has overtaken: old drafts, questions long open, plans whose day has passed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.check.findings import Finding, Terms, day_of
from generator.model import Briefing


def check_ages(briefing: Briefing, terms: Terms) -> Iterator[Finding]:
    """Find what has grown old, from the dates of the articles on."""
    if terms.today == datetime.date.min:  # before which no day is
        return
    day = day_of(briefing)
    if briefing.status == "draft" and day and (age := (terms.today - day).days) > terms.draft_days:
        what = f"the briefing is still a draft {age} days after its article."
        yield Finding(("status",), what, "Review it, or withdraw it.")
    yield from _old_questions(briefing, terms, day)
    yield from _past_plans(briefing, terms)


def _old_questions(
    briefing: Briefing, terms: Terms, day: datetime.date | None
) -> Iterator[Finding]:
    for position, question in enumerate(briefing.open_questions):
        asked = _first_day(question.asked) if question.asked else day
        if question.status != "open" or asked is None:
            continue
        if (age := (terms.today - asked).days) > terms.question_days:
            what = f"open_questions[{position}] has been open for {age} days."
            fix = "Answer it, or write `status: moot`."
            yield Finding(("open_questions", position, "question"), what, fix)


def _past_plans(briefing: Briefing, terms: Terms) -> Iterator[Finding]:
    dates = {when.id: when.date for when in briefing.when if when.date}
    for position, what in enumerate(briefing.what):
        date = dates.get(what.when or "")
        if what.status == "planned" and date and _last_day(date) < terms.today:
            said = f"what[{position}] is planned for {date}, which has passed."
            fix = "Write what came of it, or `status: possible`."
            yield Finding(("what", position, "status"), said, fix)


def _first_day(date: str) -> datetime.date:
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return datetime.date(year, month, day)


def _last_day(date: str) -> datetime.date:
    """Return the last day of `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or the second of `from/to`."""
    parts = [int(part) for part in date.rpartition("/")[2].split("-")]
    if len(parts) == 3:
        return datetime.date(*parts)
    year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12)
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    if after[0] > datetime.MAXYEAR:
        return datetime.date.max
    return datetime.date(*after, 1) - datetime.timedelta(days=1)
