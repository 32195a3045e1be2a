"""What readers of a published briefing are told has changed, whoever changed it."""

from __future__ import annotations

import pytest
from desk import FERRY, Desk

from generator.model import Revision
from generator.output import replace_file
from generator.yamlio import load_briefing

BRIEFING = "content/briefings/ferry.yaml"
PUBLISHED = "content/.published/ferry.yaml"


@pytest.fixture
def published(desk: Desk) -> Desk:
    """Return a desk that has published its one briefing, with a comment of the editor's."""
    desk.run("build")
    desk.change(BRIEFING, "status: draft", "status: published   # by Kim")
    assert desk.run("build").exit_code == 0
    return desk


def revisions(desk: Desk) -> tuple[Revision, ...]:
    return load_briefing(desk.read(BRIEFING), BRIEFING).revisions


def tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1772582400 + 86400))


def test_a_draft_has_no_revisions(desk: Desk) -> None:
    desk.run("build")
    desk.change(BRIEFING, "will stop", "stops")
    desk.run("build")
    assert revisions(desk) == ()
    assert not (desk.root / PUBLISHED).exists()


def test_an_edit_of_what_is_published_is_noted_once(
    published: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tomorrow(monkeypatch)
    published.change(BRIEFING, "statement: The ferry will stop", "statement: The ferry stops")
    text = published.read(BRIEFING)
    result = published.run("build")
    assert "Noted in `revisions` what has changed: " in result.stderr
    assert revisions(published) == (Revision(date="2026-03-05", changed=("w1",)),)
    assert published.read(BRIEFING).startswith(text.rstrip()), "all else stays letter for letter"
    page = published.site()["briefings/ferry/index.html"].decode()
    assert "Since version 1" in page

    text, site = published.read(BRIEFING), published.site()
    assert published.run("build").exit_code == 0
    assert (published.read(BRIEFING), published.site()) == (text, site)


def test_what_was_added_answered_and_withdrawn_is_noted(published: Desk) -> None:
    text = published.read(BRIEFING)
    text = text[: text.index("  - id: w2")].rstrip()
    published.write(BRIEFING, text + "\n\nopen_questions:\n  - Will it sail on?\n")
    published.run("build")
    published.change(
        BRIEFING, "  - Will it sail on?", "  - question: Will it sail on?\n    by: editor"
    )
    published.change(BRIEFING, "by: editor", "by: editor\n    status: answered\n    answer: No.")
    assert published.run("build").exit_code == 0
    first, second = revisions(published)
    assert (first.added, first.withdrawn) == (("o1",), ("w2",))
    assert second.answered == ("o1",)


def test_a_changed_article_is_noted_when_its_briefing_is_published(published: Desk) -> None:
    published.write("seeds/ferry.md", FERRY.replace("on Monday", "on Tuesday"))
    assert published.run("build").exit_code == 0
    assert [revision.changed for revision in revisions(published)] == [("w1",)]


def test_what_is_no_change_of_an_item_is_not_noted(published: Desk) -> None:
    published.change(BRIEFING, "# by Kim", "# by Kim and Lee")
    published.run("build")
    assert revisions(published) == ()
    assert published.read(PUBLISHED) == published.read(BRIEFING)


def test_a_build_that_fails_notes_nothing(published: Desk) -> None:
    published.change(BRIEFING, "statement: The ferry will stop", "statement: The ferry stops")
    published.change(BRIEFING, "quote: The ferry will", "quote: The ferry would")
    text, before = published.read(BRIEFING), published.read(PUBLISHED)
    assert published.run("build").exit_code == 1
    assert (published.read(BRIEFING), published.read(PUBLISHED)) == (text, before)


def test_a_build_that_is_killed_before_it_keeps_the_state_notes_nothing_twice(
    published: Desk,
) -> None:
    before = published.read(PUBLISHED)
    published.change(BRIEFING, "statement: The ferry will stop", "statement: The ferry stops")
    published.run("build")
    text = published.read(BRIEFING)
    published.write(PUBLISHED, before)
    assert published.run("build").exit_code == 0
    assert published.read(BRIEFING) == text


def test_a_briefing_that_got_another_id_is_still_known(published: Desk) -> None:
    (published.root / BRIEFING).rename(published.root / "content/briefings/port.yaml")
    name = "content/briefings/port.yaml"
    published.change(name, "id: ferry", "id: port\naliases: [ferry]")
    published.change(name, "statement: The ferry will stop", "statement: The ferry stops")
    assert published.run("build").exit_code == 0
    assert [r.changed for r in load_briefing(published.read(name), name).revisions] == [("w1",)]
    assert [p.name for p in (published.root / "content/.published").iterdir()] == ["port.yaml"]


def test_an_entity_that_the_catalogue_renames_is_no_change_of_a_briefing(published: Desk) -> None:
    published.change(BRIEFING, "what:", "who:\n  - {name: Ruiz, kind: person, by: editor}\n\nwhat:")
    published.run("build")
    told = revisions(published)
    published.write("content/entities.yaml", "entities:\n  - {name: Ana Ruiz, spellings: [Ruiz]}\n")
    published.change(BRIEFING, "name: Ruiz", "name: Ana Ruiz, aliases: [Ruiz]")
    assert published.run("build").exit_code == 0
    assert revisions(published) == told


def test_a_file_that_was_saved_meanwhile_is_left_to_the_next_build(
    published: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.change(BRIEFING, "statement: The ferry will stop", "statement: The ferry stops")

    def saved_meanwhile(path, content, *, over):
        published.change(BRIEFING, "# by Kim", "# by Lee")
        return replace_file(path, content, over=over)

    with monkeypatch.context() as patch:
        patch.setattr("generator.pipeline.revising.replace_file", saved_meanwhile)
        published.run("build")
    assert "# by Lee" in published.read(BRIEFING)
    assert revisions(published) == ()
    published.run("build")
    assert "# by Lee" in published.read(BRIEFING)
    assert [revision.changed for revision in revisions(published)] == [("w1",)]


def test_a_withdrawal_is_noted_with_its_day_and_so_is_the_way_back(
    published: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tomorrow(monkeypatch)
    published.change(BRIEFING, "status: published", "status: withdrawn")
    result = published.run("build")
    assert "Noted in `revisions` what has changed: " in result.stderr
    assert revisions(published) == (Revision(date="2026-03-05", note="Withdrawn."),)
    assert b"5 March 2026" in published.site()["briefings/ferry/index.html"]
    text = published.read(BRIEFING)
    assert "Noted" not in published.run("build").stderr
    assert published.read(BRIEFING) == text
    published.change(BRIEFING, "status: withdrawn", "status: published")
    published.run("build")
    assert revisions(published)[1:] == (Revision(date="2026-03-05", note="Published again."),)


def test_the_editor_s_own_words_on_a_withdrawal_stand_alone(published: Desk) -> None:
    published.change(BRIEFING, "status: published", "status: withdrawn")
    own = "revisions:\n  - {date: 2026-03-04, note: We misread the timetable.}\n"
    published.write(BRIEFING, published.read(BRIEFING) + own)
    assert published.run("build").exit_code == 0
    assert [one.note for one in revisions(published)] == ["We misread the timetable."]
    assert b"We misread the timetable." in published.site()["briefings/ferry/index.html"]


def test_a_withdrawn_draft_was_never_published_and_notes_nothing(desk: Desk) -> None:
    desk.run("build")
    desk.change(BRIEFING, "status: draft", "status: withdrawn")
    desk.run("build")
    assert revisions(desk) == ()
    assert not (desk.root / PUBLISHED).exists()
