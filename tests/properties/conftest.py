"""Briefings of every kind, for the properties that hold for all of them."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import strategies as st

from generator.model import (
    ActorKind,
    Briefing,
    Evidence,
    Question,
    Quote,
    Reason,
    Revision,
    Source,
    Sourcing,
    What,
    When,
    Where,
    Who,
)

MISREAD = (
    "NO on y ~ null True 12:30 1_000 0x1F 1e3 .5 -7 2024-08-13 2024-08-13T09:30:00Z 007 .inf = << "
    "- ? : # & * ! | > % @ ` ' \" [ ] { } , a:b x# --- ... -x ?x :x"
).split()
MISREAD += [
    "",
    " ",
    "a ",
    " a",
    "a: b",
    "a #b",
    "a\tb",
    "a\nb",
    "\na",
    "a\n",
    "a\n\n",
    "a\n \nb",
    "a \nb",
]
MISREAD += [
    "a\r\nb",
    "\ufeffa",
    "a\u2028b",
    "a\x85b",
    "a\x00b",
    "\x1b[0m",
    "שלום",
    "🚢 ferry",
    'say "no"',
]
MISREAD += [
    'it\'s "so"',
    "back\\slash",
    "word " * 30 + "end",
    "a  b " * 30 + "end",
    "# x " * 40 + "y",
]
MISREAD += ["one: two " * 20 + "z", "para one\n\npara two\n", "- item\n- item", "  indented\ntext"]

any_text = st.one_of(
    st.sampled_from(MISREAD),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=30),
    st.lists(st.sampled_from(["ferry", "strike", "a:", "#b", "NO", "  ", "\n", "'", "é"])).map(
        " ".join
    ),
)
some_text = any_text.filter(bool)
texts = st.lists(any_text, max_size=3).map(tuple)
days = st.dates().map(lambda day: day.isoformat())
slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
counts = st.integers(0, 10**6)
points = st.just((None, None)) | st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    """Draw a briefing whose ids are all its own and whose references lead somewhere."""
    ids = draw(st.lists(slugs, min_size=12, max_size=12, unique=True))
    sources = tuple(draw(source(name)) for name in ids[:2][: draw(st.integers(0, 2))])
    who, where, when, what = ids[2:4], ids[4:6], ids[6:7], ids[7:9]
    most = 2 if sources else 0
    evidence = st.lists(pieces([s.id for s in sources]), max_size=most).map(tuple)
    shared = {"by": maybe(st.just("editor")), "evidence": evidence}

    def some(kind: Any, names: list[str], /, **fields: Any) -> tuple[Any, ...]:
        return tuple(draw(st.builds(kind, id=st.just(name), **shared, **fields)) for name in names)

    return Briefing(
        id=draw(slugs),
        title=draw(some_text),
        status=draw(st.sampled_from(["draft", "reviewed", "published", "withdrawn"])),
        summary=draw(maybe(any_text)),
        sources=sources,
        who=some(
            Who,
            who,
            name=some_text,
            kind=st.sampled_from(get_args(ActorKind)),
            role=maybe(any_text),
            aliases=texts,
            mentions=maybe(counts),
        ),
        what=some(
            What,
            what,
            statement=some_text,
            actor=maybe(st.sampled_from(who)),
            action=maybe(any_text),
            attributed_to=texts,
            denies=maybe(st.sampled_from(what)),
            when=maybe(st.sampled_from(when)),
            where=st.lists(st.sampled_from(where), max_size=2).map(tuple),
        ),
        where=some(
            Where,
            where,
            name=some_text,
            country=maybe(st.sampled_from(["NO", "QA"])),
            gazetteer=maybe(any_text),
            aliases=texts,
            **dict(zip(("lat", "lon"), map(st.just, draw(points)), strict=True)),
        ),
        when=some(When, when, text=some_text, date=maybe(days), what=maybe(st.sampled_from(what))),
        why=some(Reason, ids[9:10], text=some_text, what=maybe(st.sampled_from(what))),
        quotes=some(Quote, ids[10:11], text=some_text, speaker=maybe(any_text), via=texts),
        open_questions=some(
            Question,
            ids[11:12],
            question=some_text,
            about=st.lists(st.sampled_from([*who, *where]), max_size=2).map(tuple),
            asked=maybe(days),
            answer=maybe(any_text),
            answered_by=maybe(slugs),
        ),
        sourcing=draw(st.builds(Sourcing, outlets=texts, named=counts, anonymous=counts)),
        aliases=tuple(draw(st.lists(slugs, max_size=2))),
        notes=draw(maybe(any_text)),
        revisions=tuple(draw(st.lists(st.builds(Revision, date=days, added=texts), max_size=2))),
    )


def source(name: str) -> st.SearchStrategy[Source]:
    digests = st.integers(0, 16**64 - 1).map(lambda number: f"{number:064x}")
    return st.builds(
        Source,
        id=st.just(name),
        file=maybe(some_text),
        title=some_text,
        sha256=maybe(digests | st.just("1" * 64) | st.just("1e5".ljust(64, "0"))),
        published=maybe(days),
        license=maybe(any_text),
    )


def pieces(sources: list[str]) -> st.SearchStrategy[Evidence]:
    return st.builds(
        Evidence,
        quote=some_text,
        sentence=maybe(counts),
        start=maybe(counts),
        end=maybe(counts),
        source=maybe(st.sampled_from(sources or [""])),
        lost=st.booleans(),
    )


@pytest.fixture(scope="session")
def any_briefing() -> st.SearchStrategy[Briefing]:
    return briefings()
