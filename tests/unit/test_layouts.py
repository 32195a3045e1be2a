"""Files as people lay them out, edited in every way: all that was not edited stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from generator.model import Briefing, Evidence, Question, Revision, Source, What, Who
from generator.yamlio import edit_briefing, load_briefing

PATH = "content/briefings/storm.yaml"
HEAD = (
    "title: # c-title\n  Storm at\n  sea\nsources:\n  -\n    # c-source\n    file: seeds/storm.md\n"
)
LAYOUTS = {
    "many ways in one": """\
# c-top
title: Storm   # c-title
status: draft\t# c-behind-a-tab
summary: >
  folded text
  on lines

sources:
# c-column-zero
- file: seeds/storm.md   # c-source
  publisher: 'The ''Courier'''

who:
- name: "Ana Ruiz"   # c-ana
  kind: person

  # c-between
- {name: Bo Lee, kind: person, role: chair}   # c-brackets
-   name: Cy
    kind: group   # c-wide
    aliases:
    # c-above
    - C   # c-behind
    # c-inner
    - D
what:
    - statement: It rained.   # c-rain
      evidence: rain
    # c-what

    - It poured.
    # c-last
notes: |
  line 1

  # not a comment
  line 2
# c-end
""",
    "texts on many lines": HEAD
    + "who:\n  -\n    # c-in\n    name: Ana\n      Ruiz\n    kind: person\n"
    + "  - name: 'Bo\n\n      Lee' # c-quoted\n    kind: person\n",
    "blocks that keep and indent": HEAD + "notes: >2-\n    b\n   c\n# c-a\nsummary: |+\n  a\n\n\n",
    "odd names": HEAD + "\"notes\": x\n'summary': y # c-a\n? aliases\n: old # c-b\n",
    "single entries": "title: A\nsources: seeds/a.md # c-a\nwho: {name: Ana, kind: person} # c-b\n"
    "what: It rained. # c-c\n",
    "nothing": HEAD + "summary: # c-a\nnotes: ~ # c-b\nwho: # c-c\nwhat: null\n",
    "lists in brackets": HEAD + "who: [\n  {name: Ana, kind: person}, # c-a\n  # c-b\n"
    "  {name: Bo, kind: person},\n]\nwhat: [A., B.] # c-c\n",
    "JSON": '{"title": "A", "sources": ["seeds/a.md"], "what": ["A."]}\n',
    "JSON with comments": '# c-a\n{"title": "A", # c-b\n "sources": ["seeds/a.md"],\n'
    ' "what": ["A."]}\n# c-c\n',
    "comments within items": HEAD + "what:\n  - # c-a\n    statement: A. # c-b\n\n    # c-c\n"
    "    evidence: # c-d\n      # c-e\n      - quote: a # c-f\n        start: 1\n      # c-g\n"
    "      - b\n  # c-h\n  - B.\n",
    "comments in the first column": HEAD + "what:\n  - statement: A.\n# c-a\n    status: planned\n"
    "# c-b\n  - B.\n# c-c\nnotes: x\n",
    "hashes that begin no comment": HEAD + "what:\n  - 'A # not'\n  - \"B # not\" # c-a\n"
    "  - C#not # c-b\nnotes: |\n  # not\n  # not either\n",
    "lists without indent": "title: A\nsources:\n- seeds/a.md\nwhat:\n- A. # c-a\n"
    "- statement: B.\n  where:\n  - sea\n  by: editor\nwhere:\n- id: sea\n  name: Sea\n"
    "  by: editor\n",
}
DRESSES: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "Windows": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "no last line break": lambda text: text.rstrip("\n"),
    "begun and ended": lambda text: f"---\n{text}...\n",
    "all at once": lambda text: "\ufeff" + text.replace("\n", "\r\n").rstrip(),
}


def changed(value: Briefing, **fields: object) -> Briefing:
    return value.model_copy(update=fields)


def edits(briefing: Briefing) -> Iterator[Briefing]:
    yield changed(briefing, title="New: title # x", status="published")
    yield changed(briefing, summary="a\nb\n", aliases=("gale",))
    yield changed(briefing, summary=None, notes=None)
    yield changed(briefing, notes="x", revisions=(Revision(date="2024-01-01", changed=("w1",)),))
    yield changed(briefing, open_questions=(Question(id="o1", question="NO?", by="editor"),))
    source = briefing.sources[0].model_copy(update={"sha256": "a" * 64})
    yield changed(briefing, sources=(source, Source(id="s9", url="https://example.org/")))
    for section, new in (
        ("who", Who(id="zed", name="Zed", kind="person", by="editor")),
        ("what", What(id="w77", statement="Late: it cleared.", by="editor")),
    ):
        items = getattr(briefing, section)
        yield changed(briefing, **{section: tuple(reversed(items))})
        yield changed(briefing, **{section: ()})
        for at in range(len(items) + 1):
            yield changed(briefing, **{section: (*items[:at], new, *items[at:])})
        for at, item in enumerate(items):
            main = "name" if section == "who" else "statement"
            evidence = (Evidence(quote="rain # or so", start=3, end=7),)
            other = item.model_copy(update={main: "No: more", "by": None, "evidence": evidence})
            yield changed(briefing, **{section: (*items[:at], other, *items[at + 1 :])})
            yield changed(briefing, **{section: (*items[:at], *items[at + 1 :])})


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("name", LAYOUTS)
def test_values_are_edited_and_comments_line_ends_and_marks_stay(name, dress):
    text = DRESSES[dress](LAYOUTS[name])
    comments = re.findall(r"#\ c-\S+", text)
    before = load_briefing(text, PATH)
    for after in edits(before):
        edited = edit_briefing(text, PATH, after)
        assert load_briefing(edited, PATH) == after
        assert sorted(re.findall(r"#\ c-\S+", edited)) == sorted(comments)
        assert ("\r\n" in edited) == ("\r\n" in text)
        assert "\n" not in edited.replace("\r\n", "") if "\r\n" in text else "\r" not in edited
        assert edited.startswith("\ufeff") == text.startswith("\ufeff")
        assert edit_briefing(edited, PATH, after) == edited
