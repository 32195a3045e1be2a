"""A file with comments, edited from any state of a briefing to any other that keeps its items."""

from __future__ import annotations

import os
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import SECTIONS, Briefing, Where
from generator.yamlio import dump_briefing, edit_briefing, load_briefing

PATH = "content/briefings/any.yaml"
EXAMPLES = int(os.environ.get("EXAMPLES", "40"))
"""Thousands before a change of merging or writing: EXAMPLES=3000 pytest tests/properties"""
FIXED = {"id", "actor", "denies", "when", "where", "what", "about", "evidence"}
"""What refers to others, and would not lead anywhere in another briefing."""
OF_THE_BRIEFING = ("title", "summary", "notes", "status", "sourcing", "revisions", "aliases")


def mixed(one: Briefing, other: Briefing, dice: random.Random) -> Briefing:
    """Return a briefing with the items of one and some of the other's values."""
    changes = {
        section: tuple(
            item.model_copy(update=some_fields(twin, dice))
            for item, twin in zip(getattr(one, section), getattr(other, section), strict=True)
        )
        for section in SECTIONS
    }
    if not one.sources:
        for section, items in changes.items():
            bare = (item.model_copy(update={"evidence": ()}) for item in items)
            changes[section] = tuple(bare)
    changes |= {name: getattr(other, name) for name in OF_THE_BRIEFING if dice.random() < 0.5}
    return one.model_copy(update=changes)


def some_fields(item: object, dice: random.Random) -> dict[str, object]:
    names = [name for name in type(item).model_fields if name not in FIXED]
    changes = {name: getattr(item, name) for name in names if dice.random() < 0.4}
    if isinstance(item, Where) and changes.keys() & {"lat", "lon"}:
        changes |= {"lat": item.lat, "lon": item.lon}
    if dice.random() < 0.3:
        pieces = (piece.model_copy(update={"source": None}) for piece in item.evidence)
        changes["evidence"] = tuple(pieces)
    return changes


def commented(text: str, dice: random.Random) -> tuple[str, list[str]]:
    """Put comments above items and behind their ids, and one below all."""
    lines, comments = [], []
    for line in text.splitlines():
        if line.startswith("  - id:") and dice.random() < 0.5:
            comments += [f"# above {len(comments)}.", f"# behind {len(comments)}."]
            lines += [f"  {comments[-2]}", f"{line}  {comments[-1]}"]
        else:
            lines.append(line)
    return "\n".join([*lines, "# below.", ""]), [*comments, "# below."]


@given(st.data(), st.randoms(use_true_random=False))
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_file_can_be_edited_from_any_state_to_any_other(any_briefing, data, dice):
    before = data.draw(any_briefing)
    after = mixed(before, data.draw(any_briefing), dice)
    text, comments = commented(dump_briefing(before), dice)
    edited = edit_briefing(text, PATH, after)
    assert load_briefing(edited, PATH) == after
    places = [edited.index(comment) for comment in comments]
    assert places == sorted(places), "comments stay in their order, so nothing was laid out anew"
    assert load_briefing(edit_briefing(edited, PATH, before), PATH) == before
