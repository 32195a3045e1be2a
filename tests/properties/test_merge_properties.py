"""Random edits by a person against random new drafts: no edit is ever lost."""

from __future__ import annotations

import os
import random
import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.merge.three_way import merge
from generator.model import (
    SECTIONS,
    Briefing,
    Evidence,
    Item,
    Question,
    Quote,
    Reason,
    Source,
    What,
    When,
    Where,
    Who,
)
from generator.yamlio import dump_briefing, edit_briefing, load_briefing

PATH = "content/briefings/harbour.yaml"
EXAMPLES = int(os.environ.get("EXAMPLES", "40"))
"""Thousands before a change of merging or writing: EXAMPLES=3000 pytest tests/properties"""
ACTORS = [
    "Ana Ruiz",
    "Harbour Council",
    "Dockers' Union",
    "Lena Okafor",
    "Port Authority",
    "Norvania",
]
PLACES = ["Veldt Quay", "Norvania", "Old Lock", "Cape Sorrel"]
STATEMENTS = [
    "The dockers will walk out on Monday at dawn.",
    "Ana Ruiz offered a pay rise of four per cent.",
    "Two ferries were moved to Cape Sorrel overnight.",
    "The council has not decided who pays for the repairs.",
    "Insurers may refuse to cover ships at Veldt Quay.",
    "Lena Okafor denied that the lock gates had failed.",
    "A court will hear the union's complaint in October.",
    "Grain exports fell by a third in the first half of the year.",
]
QUESTIONS = [
    "Will the dockers walk out on Monday?",
    "Who pays for the repair of the lock gates?",
    "Which of the two berths is to be closed first?",
    "Did the inspectors know about the cracks in spring?",
]
QUOTES = ["We will not be moved", "Nobody asked us", "The gates are safe", "Ask the port"]
CAUSES = ["because of the cracks", "to save the season", "in protest at the pay offer"]
WHENS = ["on Monday at dawn", "overnight", "in October", "the first half of the year"]
EDITED_FIELDS = {
    "who": "role",
    "where": "gazetteer",
    "when": "date",
    "what": "action",
    "open_questions": "why_open",
    "quotes": "cue",
}
REWRITABLE = (
    "name statement question text role aliases action status attributed_to anonymous why_open "
    "answer date cue speaker evidence"
).split()
CHOICES = {"status": ["disputed", "answered"], "date": ["2031", "2032-05"]}
WORDS = st.text("abcdefgh ijklmn", min_size=1, max_size=20).map(str.strip).filter(bool)


def slug(name: str) -> str:
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")


@st.composite
def drafts(draw: st.DrawFn) -> Briefing:
    """Draw what the extractor may make of the article one day or another: ids follow positions."""

    def some(pool: list[str]) -> list[str]:
        return draw(st.lists(st.sampled_from(pool), unique=True, max_size=len(pool)))

    who = [
        Who(id=slug(n), name=n, kind="group", role=draw(st.sampled_from([None, "chair", "head"])))
        for n in some(ACTORS)
    ]
    where = [Where(id=slug(n), name=n, evidence=at(f"at {n}")) for n in some(PLACES)]
    when = [When(id=f"t{k}", text=text) for k, text in enumerate(some(WHENS), 1)]
    actors = [w.id for w in who]
    what = [
        What(
            id=f"w{k}",
            statement=text,
            actor=draw(st.sampled_from([None, *actors])),
            when=draw(st.sampled_from([None, *(t.id for t in when)])),
            where=tuple(draw(st.lists(st.sampled_from(where), unique_by=id)) and [where[0].id])
            if where
            else (),
            attributed_to=tuple(draw(st.lists(st.sampled_from(actors), unique=True, max_size=2)))
            if actors
            else (),
            status=draw(st.sampled_from(["reported", "planned"])),
            evidence=at(text.rstrip(".")),
        )
        for k, text in enumerate(some(STATEMENTS), 1)
    ]
    questions = [
        Question(
            id=f"o{k}",
            question=text,
            about=tuple(draw(st.lists(st.sampled_from(actors), unique=True, max_size=2)))
            if actors
            else (),
            evidence=at(f"It is open {text}"),
        )
        for k, text in enumerate(some(QUESTIONS), 1)
    ]
    quotes = [
        Quote(
            id=f"q{k}", text=text, speaker=draw(st.sampled_from([None, *actors])), evidence=at(text)
        )
        for k, text in enumerate(some(QUOTES), 1)
    ]
    why = [
        Reason(id=f"y{k}", text=text, what=what[0].id if what else None, evidence=at(text))
        for k, text in enumerate(some(CAUSES), 1)
    ]
    return Briefing(
        id="harbour",
        title=draw(st.sampled_from(["Harbour at a standstill", "Talks on the harbour"])),
        sources=(Source(file="seeds/harbour.md", sha256=draw(st.sampled_from("ab")) * 64),),
        who=who,
        where=where,
        when=when,
        what=what,
        open_questions=questions,
        quotes=quotes,
        why=why,
    )


def at(quote: str) -> tuple[Evidence, ...]:
    return (Evidence(quote=quote),)


@st.composite
def edits(draw: st.DrawFn, base: Briefing) -> Briefing:
    """Draw a draft as a person may leave it: items changed, removed, added, reordered."""
    dice = random.Random(draw(st.integers(0, 2**32)))
    changes: dict[str, tuple] = {name: edited_items(base, name, dice) for name in SECTIONS}
    if draw(st.booleans()):
        mine = What(id="w99", by="editor", statement=f"By hand: {draw(WORDS)} {draw(WORDS)}")
        changes["what"] = (mine, *changes["what"])
    if draw(st.booleans()):
        changes["notes"] = draw(WORDS)
    if draw(st.booleans()):
        changes["title"] = draw(WORDS)
    return base.model_copy(update=changes)


def edited_items(base: Briefing, section: str, dice: random.Random) -> tuple:
    items = []
    for item in getattr(base, section):
        fate = dice.random()
        if fate < 0.3 and section in EDITED_FIELDS:
            value = str(dice.randrange(2000, 2100))
            items.append(item.model_copy(update={EDITED_FIELDS[section]: value}))
        elif fate < 0.8 or referred_to(base, item.id):
            items.append(item)
    if dice.random() < 0.3:
        dice.shuffle(items)
    return tuple(items)


def referred_to(briefing: Briefing, name: str) -> bool:
    return (
        any(name in (w.actor, w.when, *w.where, *w.attributed_to) for w in briefing.what)
        or any(name in q.about for q in briefing.open_questions)
        or any(name == reason.what for reason in briefing.why)
    )


@st.composite
def stories(draw: st.DrawFn) -> tuple[Briefing, Briefing, Briefing]:
    base = draw(drafts())
    return base, draw(edits(base)), draw(drafts())


def named(items: tuple) -> dict[str, object]:
    return {main(item): item for item in items}


def main(item: object) -> str:
    names = ("statement", "question", "name", "text")
    return next(getattr(item, name) for name in names if hasattr(item, name))


@given(stories())
@settings(max_examples=EXAMPLES, deadline=None)
def test_no_edit_is_lost(story):
    base, mine, theirs = story
    merged = merge(base, mine, theirs).briefing
    assume(base != mine)
    if mine.title != base.title:
        assert merged.title == mine.title
    assert merged.notes == mine.notes
    for section in SECTIONS:
        before, here, after = (named(getattr(b, section)) for b in (base, mine, merged))
        for name, item in here.items():
            if name not in before:
                assert after[name] == item
                continue
            for field in type(item).model_fields:
                value = getattr(item, field)
                if value != getattr(before[name], field):
                    assert getattr(after[name], field) == value, (section, name, field)
        assert not set(after) & (set(before) - set(here)), "what a person removed came back"
        common = [name for name in after if name in here]
        assert common == [name for name in here if name in after], "the person's order is kept"


@st.composite
def rewritten_stories(draw: st.DrawFn) -> tuple[Briefing, Briefing, Briefing]:
    """Draw a draft of which a person has changed any fields, what items are known by among them."""
    base = draw(drafts())
    dice = random.Random(draw(st.integers(0, 2**32)))
    changes = {}
    for section in SECTIONS:
        items = [rewritten(item, dice) for item in getattr(base, section)]
        changes[section] = tuple(i for i in items if dice.random() < 0.9 or referred_to(base, i.id))
    return base, base.model_copy(update=changes), draw(drafts())


def rewritten(item: Item, dice: random.Random) -> Item:
    fields = [name for name in REWRITABLE if hasattr(item, name) and dice.random() < 0.2]
    changes = {name: rewritten_value(getattr(item, name), name, dice) for name in fields}
    return item.model_copy(update=changes)


def rewritten_value(value: object, field: str, dice: random.Random) -> object:
    words = f"{dice.choice(STATEMENTS)} as edited in {dice.randrange(2000, 2100)}"
    if field in CHOICES:
        return dice.choice(CHOICES[field])
    if field == "evidence":
        return at(words)
    if isinstance(value, tuple):
        return (*value[dice.randrange(2) :], words)
    return not value if isinstance(value, bool) else words


@given(rewritten_stories())
@settings(max_examples=EXAMPLES, deadline=None)
def test_whatever_a_person_rewrote_is_kept(story):
    base, mine, theirs = story
    assume(base != mine)
    merged = merge(base, mine, theirs).briefing
    for section in SECTIONS:
        before, here, after = (
            {item.id: item for item in getattr(side, section)} for side in (base, mine, merged)
        )
        for name, item in here.items():
            for field in type(item).model_fields:
                was, value = getattr(before[name], field), getattr(item, field)
                if value != was:
                    assert_kept(was, value, getattr(after[name], field))
        gone = {main(before[name]) for name in before.keys() - here.keys()}
        kept = {main(item) for item in here.values()}
        assert not {main(item) for item in after.values()} & (gone - kept), "it came back"
    again = merge(theirs, merged, theirs)
    assert (again.briefing, again.conflicts) == (merged, ())


def assert_kept(was: object, value: object, now: object) -> None:
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        assert set(value) - set(was) <= set(now)
        assert not (set(was) - set(value)) & set(now)
    else:
        assert now == value


@given(stories())
@settings(max_examples=EXAMPLES, deadline=None)
def test_what_only_the_new_draft_changed_is_taken(story):
    base, mine, theirs = story
    merged = merge(base, mine, theirs).briefing
    if mine.title == base.title:
        assert merged.title == theirs.title
    for section in SECTIONS:
        before, after = named(getattr(base, section)), named(getattr(merged, section))
        for name in named(getattr(theirs, section)):
            assert name in after or name in before


@given(stories())
@settings(max_examples=EXAMPLES, deadline=None)
def test_merging_again_changes_nothing(story):
    base, mine, theirs = story
    merged = merge(base, mine, theirs).briefing
    again = merge(theirs, merged, theirs)
    assert (again.briefing, again.conflicts) == (merged, ())
    assert merge(base, merged, theirs).briefing == merged, "killed before the draft was kept"


@given(drafts(), drafts())
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_file_nobody_edited_becomes_the_new_draft(base, theirs):
    merged = merge(base, base, theirs)
    assert (merged.briefing, merged.conflicts) == (theirs, ())
    text = dump_briefing(base)
    assert edit_briefing(text, PATH, theirs) == dump_briefing(theirs)


@given(drafts(), st.data())
@settings(max_examples=EXAMPLES, deadline=None)
def test_independent_edits_may_come_in_any_order(base, data):
    """A person's edit and the machine's meet in different items: before or after is all one."""
    assume(len(base.what) > 1)
    mine = _with_action(base, 0, data.draw(WORDS))
    theirs = _with_action(base, 1, data.draw(WORDS))
    both = _with_action(theirs, 0, mine.what[0].action or "")
    assert merge(base, mine, theirs).briefing == both
    assert merge(base, theirs, mine).briefing == both


def _with_action(briefing: Briefing, at_: int, action: str) -> Briefing:
    what = list(briefing.what)
    what[at_] = what[at_].model_copy(update={"action": action})
    return briefing.model_copy(update={"what": tuple(what)})


@given(stories(), st.randoms(use_true_random=False))
@settings(max_examples=EXAMPLES, deadline=None)
def test_comments_are_kept(story, dice):
    base, mine, theirs = story
    text, comments = _commented(dump_briefing(mine), dice)
    assert load_briefing(text, PATH) == mine
    merged = merge(base, mine, theirs).briefing
    edited = edit_briefing(text, PATH, merged)
    assert load_briefing(edited, PATH) == merged
    assert all(edited.count(comment) == 1 for comment in comments)
    assert edit_briefing(edited, PATH, merged) == edited
    assert edited.splitlines()[1:] != dump_briefing(merged).splitlines()[1:] or not comments


def _commented(text: str, dice: random.Random) -> tuple[str, list[str]]:
    """Put comments on lines of their own and behind values, with blank lines here and there."""
    lines, comments = [], []
    for line in text.splitlines():
        if line and dice.random() < 0.2 and ">-" not in line:
            comments.append(f"# comment {len(comments)}.")
            if dice.random() < 0.5 and lines and lines[-1]:
                lines.append(" " * (len(line) - len(line.lstrip())) + comments[-1])
            else:
                line = f"{line}   {comments[-1]}"
        lines.append(line)
        if dice.random() < 0.05:
            lines.append("")
    return "\n".join(lines) + "\n", comments
