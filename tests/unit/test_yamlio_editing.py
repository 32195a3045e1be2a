"""A person's file edited in place."""

from __future__ import annotations

import re

import pytest

from generator.model import Evidence, What, Where, Who
from generator.yamlio import dump_briefing, edit_briefing, load_briefing

PATH = "content/briefings/harbour-storm.yaml"
SHORTEST = "title: Storm closes the harbour\nsources: seeds/storm.md\n"

EDITED = """\
# The desk's own file.
title: 'Storm closes the harbour'   # shorter?
sources: [{file: seeds/storm.md}]

who:
# the mayor comes first
- id: ana-ruiz
  kind: person      # checked by phone
  name: "Ana Ruiz"
- id: bo-lind
  name: Bo Lind     # spelling?
  kind: person

what:
    - id: w1
      statement: >
        The harbour
        is shut.

    # to be confirmed
    - id: w2
      statement: Ships wait outside.
"""


def edited(**changes: object) -> str:
    before = load_briefing(EDITED, PATH)
    return edit_briefing(EDITED, PATH, before.model_copy(update=changes))


def test_an_edit_changes_the_value_alone():
    before = load_briefing(EDITED, PATH)
    ana = before.who[0].model_copy(update={"name": "Ana Ruiz-Lind", "kind": "group"})
    assert edited(who=(ana, before.who[1])) == EDITED.replace(
        '"Ana Ruiz"', "Ana Ruiz-Lind"
    ).replace("kind: person      #", "kind: group      #")


def test_a_field_is_added_behind_the_one_that_it_follows():
    before = load_briefing(EDITED, PATH)
    ana = before.who[0].model_copy(update={"role": "mayor", "mentions": 2})
    above = "  kind: person      # checked by phone\n"
    added = above + "  role: mayor\n  mentions: 2\n"
    assert edited(who=(ana, before.who[1])) == EDITED.replace(above, added)


def test_a_field_is_removed_with_its_line():
    before = load_briefing(EDITED, PATH)
    assert before.title
    what = before.what[1].model_copy(update={"actor": "ana-ruiz"})
    with_actor = edited(what=(before.what[0], what))
    assert edit_briefing(with_actor, PATH, before) == EDITED


def test_an_item_goes_and_its_comments_stay():
    before = load_briefing(EDITED, PATH)
    text = edited(who=before.who[:1], what=before.what[1:])
    assert "Bo Lind" not in text
    assert "shut" not in text
    for comment in ("# the mayor comes first", "# checked by phone", "# spelling?"):
        assert text.count(comment) == 1
    assert "    # to be confirmed\n    - id: w2\n" in text


def test_an_item_comes_at_its_place_and_in_the_file_s_own_indent():
    before = load_briefing(EDITED, PATH)
    new = What(id="w3", statement="Nobody was hurt.", by="editor")
    text = edited(what=(before.what[0], new, before.what[1]))
    added = (
        "        is shut.\n\n    - id: w3\n      statement: Nobody was hurt.\n      by: editor\n"
    )
    assert text == EDITED.replace("        is shut.\n", added)


def test_a_section_is_added_behind_the_one_before_it():
    text = edited(where=(Where(id="quay", name="Veldt Quay"),))
    assert text == EDITED + "\nwhere:\n  - id: quay\n    name: Veldt Quay\n"


def test_an_edit_keeps_windows_line_breaks():
    text = EDITED.replace("\n", "\r\n")
    after = load_briefing(text, PATH).model_copy(update={"notes": "One.\nTwo."})
    edited_text = edit_briefing(text, PATH, after)
    assert edited_text == text + "notes: |-\r\n  One.\r\n  Two.\r\n"


def test_ids_that_would_change_are_written_down():
    text = SHORTEST + "what:\n  - One.\n  - Two.   # sure?\n  - Three.\n"
    before = load_briefing(text, PATH)
    after = before.model_copy(update={"what": before.what[1:]})
    edited_text = edit_briefing(text, PATH, after)
    assert load_briefing(edited_text, PATH) == after
    assert "# sure?" in edited_text


def test_a_file_that_nobody_touched_is_written_again():
    before = load_briefing(SHORTEST, PATH)
    after = before.model_copy(update={"summary": "Shut."})
    assert edit_briefing(dump_briefing(before), PATH, after) == dump_briefing(after)


def test_a_file_in_brackets_is_written_anew_and_keeps_its_comments():
    text = '# from a script\n{"title": "Storm", "sources": "seeds/storm.md"}\n'
    after = load_briefing(text, PATH).model_copy(update={"summary": "Shut."})
    edited_text = edit_briefing(text, PATH, after)
    assert load_briefing(edited_text, PATH) == after
    assert "# from a script" in edited_text


ODD = [
    "---\ntitle:\n  Storm closes   \n  the harbour\nsources: seeds/a.md\n...\n",
    "--- # start\n\"title\": Storm\n'sources':\n- seeds/a.md # one\n",
    """\
title: Storm
sources:
  seeds/a.md   # it
who:
  -   name: Ana   # who

      kind: person


  - # dash
    name: Bo
    kind: person
notes: |  # keep
  #not a comment
  text #neither

# end
""",
    """\
title: Storm
sources: [
  seeds/a.md,   # it
]
who: [{name: Ana, # who
  kind: person}]
""",
    "title: Storm\nsources: seeds/a.md",
    """\
title: Storm
sources: seeds/a.md
who:
- name: Ana
  kind: person
  evidence:
  - quote: a # first
  - b
  # last
# end
what:
""",
    "title: >+\n  Storm\n\n\nsources: seeds/a.md\nsummary: |2\n    indented\n  text\n",
    "title: 'It''s #not'\nsources: seeds/a.md # yes\nsummary: \"a\n\n  b #no\" # c\n",
]
CHANGES = [
    {"title": "New: title"},
    {"summary": None, "notes": None},
    {"notes": "one\ntwo\n", "summary": "word " * 40 + "end"},
    {"who": ()},
    {"who": (Who(id="new", name="New", kind="group"),)},
    {"what": (What(id="w1", statement="It is shut.", evidence=(Evidence(quote="shut"),)),)},
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("text", ODD)
def test_any_layout_is_edited_in_place_and_keeps_its_comments(text, line_break, change):
    text = text.replace("\n", line_break)
    after = load_briefing(text, PATH).model_copy(update=change)
    edited_text = edit_briefing(text, PATH, after)
    assert load_briefing(edited_text, PATH) == after
    assert not edited_text.startswith("# yaml-language-server"), "the file was laid out anew"
    assert re.findall("# [a-z]+", edited_text) == re.findall("# [a-z]+", text)
