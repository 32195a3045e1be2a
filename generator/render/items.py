"""The items of one briefing as its page shows them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from generator.model import Question, Quote, Reason, What, When, Where, Who

from .dates import day_of, parse_days
from .desk import Desk
from .entities import entity_kind
from .locales import country_name
from .markdown import to_html
from .views import (
    ActorView,
    EvidenceView,
    NameView,
    PlaceView,
    QuestionView,
    QuoteView,
    ReasonView,
    StatementView,
    WhenView,
)

STALE_DAYS = 30
"""An open question older than this is marked, as situation reports mark a card."""
LABEL_WORDS = 16
"""Words of a sentence that stand for what happens at a time."""
SENTENCE_ENDS = tuple('.!?…”"')
"""What a sentence may end in."""


def show_statements(desk: Desk) -> tuple[StatementView, ...]:
    """Return the statements of a briefing, in its order."""
    return tuple(_statement(desk, what) for what in desk.briefing.what)


def _statement(desk: Desk, what: What) -> StatementView:
    when = desk.when.get(what.when or "")
    return StatementView(
        *desk.base("what", what),
        text=what.statement,
        status=what.status,
        actor=what.actor,
        attributed_to=tuple(desk.name(source) for source in what.attributed_to),
        anonymous=what.anonymous,
        when=when.text if when else None,
        denies=desk.anchors.get(("what", what.denies or "")),
    )


def show_actors(desk: Desk) -> tuple[ActorView, ...]:
    """Return who acts, each with the first thing they did or said."""
    did: dict[str, What] = {}
    for what in desk.briefing.what:
        if what.actor:
            did.setdefault(what.actor, what)
    said: dict[str, Quote] = {}
    for quote in desk.briefing.quotes:
        if quote.speaker:
            said.setdefault(quote.speaker, quote)
    return tuple(
        _actor(desk, who, did.get(who.id), said.get(who.id))
        for who in desk.briefing.who
        if desk.directory.find(who.kind, who.name)
    )


def _actor(desk: Desk, who: Who, did: What | None, said: Quote | None) -> ActorView:
    does_at = None
    if did or said:
        section, item = ("what", did.id) if did else ("quotes", said.id if said else "")
        does_at = desk.anchors[section, item]
    return ActorView(
        *desk.base("who", who),
        name=desk.name(who.id),
        kind=who.kind,
        role=who.role,
        mentions=who.mentions,
        does=_sentence(did.action or did.statement) if did else None,
        says=said.text if said and not did else None,
        says_kind=said.kind if said and not did else None,
        does_at=does_at,
    )


def _sentence(text: str) -> str:
    """Return a predicate as a sentence of its own."""
    text = text.strip()
    stop = "" if text.endswith(SENTENCE_ENDS) else "."
    return f"{text[:1].upper()}{text[1:]}{stop}"


def show_places(desk: Desk, statements: Iterable[StatementView]) -> tuple[PlaceView, ...]:
    """Return the places of a briefing, each with the first thing that happens there."""
    texts = {statement.anchor: statement for statement in statements}
    there: dict[str, StatementView] = {}
    for what in desk.briefing.what:
        for place in what.where:
            there.setdefault(place, texts[desk.anchors["what", what.id]])
    return tuple(
        _place(desk, where, there.get(where.id))
        for where in desk.briefing.where
        if desk.directory.find(entity_kind(where), where.name)
    )


def _place(desk: Desk, where: Where, statement: StatementView | None) -> PlaceView:
    entity = desk.directory.find(entity_kind(where), where.name)
    note = entity.note if entity else None
    country = country_name(where.country, desk.settings.language) if where.country else None
    return PlaceView(
        *desk.base("where", where),
        name=NameView(entity.name if entity else where.name, entity.path if entity else None),
        kind=where.kind,
        country=country if where.kind != "country" else None,
        lat=note.lat if note and note.lat is not None else where.lat,
        lon=note.lon if note and note.lon is not None else where.lon,
        statement=statement,
    )


def show_whens(desk: Desk, statements: Iterable[StatementView]) -> tuple[WhenView, ...]:
    """Return the times of a briefing, dated ones first and in their order."""
    shown = {statement.anchor: statement for statement in statements}
    then: dict[str, StatementView] = {}
    for what in desk.briefing.what:
        if what.when:
            then.setdefault(what.when, shown[desk.anchors["what", what.id]])
    views = [_when(desk, when, then, shown) for when in desk.briefing.when]
    return tuple(sorted(views, key=_time_order))


def _when(
    desk: Desk, when: When, then: Mapping[str, StatementView], shown: Mapping[str, StatementView]
) -> WhenView:
    anchor = desk.anchors.get(("what", when.what or ""))
    statement = shown.get(anchor or "") or then.get(when.id)
    base = desk.base("when", when)
    return WhenView(
        *base,
        text=when.text,
        day=desk.day(when.date),
        basis=when.basis,
        label=statement.text if statement else _surroundings(when, base[2]),
        statement=statement,
    )


def _surroundings(when: When, evidence: Sequence[EvidenceView]) -> str:
    """Return the words around a time that no statement is tied to."""
    if not evidence:
        return when.text
    first = evidence[0]
    words = f"{first.before}{first.quote}{first.after}".split()
    if len(words) <= LABEL_WORDS:
        return " ".join(words)
    return f"{' '.join(words[:LABEL_WORDS])} …"


def _time_order(when: WhenView) -> tuple[bool, dt.date, dt.date]:
    """Order by first and last day; what has no date keeps its place at the end."""
    days = parse_days(when.day.iso) if when.day else None
    return (days is None, days.first if days else dt.date.max, days.last if days else dt.date.max)


def show_quotes(desk: Desk) -> tuple[QuoteView, ...]:
    """Return what was said, in the order of the file."""
    return tuple(_quote(desk, quote) for quote in desk.briefing.quotes)


def _quote(desk: Desk, quote: Quote) -> QuoteView:
    who = desk.who.get(quote.speaker or "")
    return QuoteView(
        *desk.base("quotes", quote),
        text=quote.text,
        kind=quote.kind,
        cue=quote.cue,
        via=tuple(desk.name(via).name for via in quote.via),
        speaker=desk.name(quote.speaker) if quote.speaker else NameView("", anonymous=True),
        role=who.role if who else None,
    )


def show_reasons(
    desk: Desk, section: str, statements: Iterable[StatementView]
) -> tuple[ReasonView, ...]:
    """Return the whys or the hows of a briefing, each with what it explains."""
    shown = {statement.anchor: statement for statement in statements}
    reasons: tuple[Reason, ...] = getattr(desk.briefing, section)
    return tuple(
        ReasonView(
            *desk.base(section, reason),
            text=reason.text,
            statement=shown.get(desk.anchors.get(("what", reason.what or ""), "")),
        )
        for reason in reasons
    )


def show_questions(desk: Desk) -> tuple[QuestionView, ...]:
    """Return the questions of a briefing, the open ones first."""
    order = {"open": 0, "answered": 1, "moot": 2}
    questions = sorted(desk.briefing.open_questions, key=lambda question: order[question.status])
    settled = {
        question: revision.date
        for revision in desk.briefing.revisions
        for question in revision.answered
    }
    return tuple(_question(desk, question, settled.get(question.id)) for question in questions)


def _question(desk: Desk, question: Question, settled: str | None) -> QuestionView:
    asked = parse_days(question.asked)
    asked_on = asked.first if asked else next(iter(desk.article_days), None)
    answered_by = desk.others.get(question.answered_by or "")
    end = day_of(settled, desk.settings.time_zone)
    if end is None and answered_by and answered_by.day:
        end = day_of(answered_by.day.iso, desk.settings.time_zone)
    until = end if question.status != "open" else desk.as_of
    age = (until - asked_on).days if until and asked_on and until >= asked_on else None
    return QuestionView(
        *desk.base("open_questions", question),
        text=question.question,
        kind=question.kind,
        why_open=question.why_open,
        about=tuple(_about(desk, reference) for reference in question.about),
        asked=desk.day(asked_on.isoformat()) if asked_on else None,
        settled=desk.day(end.isoformat()) if end else None,
        age=age,
        status=question.status,
        answer=to_html(question.answer),
        answered_by=answered_by,
        stale=question.status == "open" and age is not None and age > STALE_DAYS,
    )


def _about(desk: Desk, reference: str) -> NameView:
    """Return the name behind a who or where id."""
    where = desk.where.get(reference)
    if where is None or reference in desk.who:
        return desk.name(reference)
    entity = desk.directory.find(entity_kind(where), where.name)
    return NameView(where.name, entity.path if entity else None)
