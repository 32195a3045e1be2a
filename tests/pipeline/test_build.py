"""`briefings build`, from articles to the site, with a stand-in for the extractor."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from desk import FERRY, Desk

from generator.model import Draft, Evidence, What
from generator.yamlio import load_briefing

BRIEFING = "content/briefings/ferry.yaml"
DRAFT = "content/.drafts/ferry.yaml"


def test_an_article_becomes_a_briefing_and_a_page(desk: Desk) -> None:
    result = desk.run("build")
    assert result.exit_code == 0, result.output
    assert "The ferry will stop on Monday." in desk.read(BRIEFING)
    assert desk.read(DRAFT) == desk.read(BRIEFING)
    assert b"Ferry to stop for a week" in desk.site()["briefings/ferry/index.html"]
    assert "Drafted " in result.stderr
    assert "site/index.html" in result.stderr
    assert not result.stdout


def test_a_build_with_nothing_to_do_changes_nothing(desk: Desk) -> None:
    desk.run("build")
    own = {desk.root / name for name in (".briefings-lock", ".cache", ".cache/build.sqlite")}

    def changed() -> dict[Path, int]:
        return {p: p.stat().st_mtime_ns for p in sorted(desk.root.rglob("*")) if p not in own}

    before = changed()
    result = desk.run("build")
    assert "as they were" in result.stderr
    assert "Drafted" not in result.stderr
    assert changed() == before


def test_an_edit_and_its_comment_survive_a_changed_article(desk: Desk) -> None:
    desk.run("build")
    desk.change(
        BRIEFING,
        "statement: The ferry will stop on Monday.",
        "statement: The ferry stops on Monday.  # shorter",
    )
    desk.change("seeds/ferry.md", "Nobody knows when", "Nobody can say when")
    result = desk.run("build")
    assert result.exit_code == 0, result.output
    assert "statement: The ferry stops on Monday.  # shorter" in desk.read(BRIEFING)
    assert "Nobody can say when it will sail again." in desk.read(BRIEFING)
    assert b"The ferry stops on Monday." in desk.site()["briefings/ferry/index.html"]


def test_readers_get_the_file_that_people_edit(desk: Desk) -> None:
    desk.change("seeds/ferry.md", "license: open\n", "")
    desk.run("build")
    desk.change(BRIEFING, "\ntitle: Ferry", "\n# agreed with the harbour\ntitle:   Ferry")
    result = desk.run("build")
    assert result.exit_code == 0, result.output
    published = desk.site()["briefings/ferry/briefing.yaml"]
    assert published == (desk.root / BRIEFING).read_bytes()


def test_what_both_have_changed_is_told_until_it_is_settled(desk: Desk) -> None:
    desk.run("build")
    desk.change(BRIEFING, "statement: The ferry will stop", "statement: The ferry shall stop")
    desk.change("seeds/ferry.md", "on Monday.", "on Monday morning.")
    for command in ("build", "check", "build"):
        result = desk.run(command)
        assert result.exit_code == 0, result.output
        assert f"{BRIEFING}:" in result.stderr
        assert "your edit stands against a new draft: what 'w1' has" in result.stderr
    desk.change(BRIEFING, "shall stop on Monday", "shall stop on Monday morning")
    assert "your edit stands" not in desk.run("check").stderr


def test_a_build_killed_between_briefing_and_draft_is_made_good(desk: Desk) -> None:
    desk.run("build")
    old_draft = desk.read(DRAFT)
    desk.change(BRIEFING, "title: Ferry to stop for a week", "title: No ferry for a week")
    desk.change("seeds/ferry.md", "on Monday", "on Tuesday")
    desk.run("build")
    whole = desk.read(BRIEFING), desk.read(DRAFT)
    desk.write(DRAFT, old_draft)
    desk.run("build")
    assert desk.read(BRIEFING) == whole[0]
    assert desk.read(DRAFT) == whole[1]


def test_an_article_that_cannot_be_read_holds_up_no_other(desk: Desk) -> None:
    desk.write("seeds/empty.txt", "")
    result = desk.run("build")
    assert result.exit_code == 1
    assert result.stderr.startswith("seeds/empty.txt: The file is empty.")
    assert "briefings/ferry/index.html" in desk.site()


def test_every_mistake_in_the_content_is_told_and_the_site_stays(desk: Desk) -> None:
    desk.run("build")
    before = desk.site()
    desk.write("content/briefings/a.yaml", "title: A\nsource: seeds/ferry.md\n")
    desk.write("content/briefings/b.yaml", "title: B\nsources: seeds/ferry.md\nstatus: done\n")
    desk.write("content/site.yaml", "titel: Test\n")
    result = desk.run("build")
    assert result.exit_code == 1
    for place in ("briefings/a.yaml:2:1", "briefings/b.yaml:3:9", "site.yaml:1:1"):
        assert f"content/{place}: " in result.stderr
    assert desk.site() == before


def test_evidence_that_is_not_in_the_article_keeps_the_site_as_it_was(desk: Desk) -> None:
    desk.run("build")
    before = desk.site()
    desk.change(BRIEFING, "- quote: The ferry will stop on Monday.", "- quote: The moon will stop.")
    result = desk.run("build")
    assert result.exit_code == 1
    assert "ferry.yaml:" in result.stderr
    assert desk.site() == before


def test_a_draft_that_quotes_what_is_not_there_is_never_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_up = Evidence(quote="The moon will stop.", sentence=0, start=0, end=19)
    draft = Draft(title="Moon", what=(What(id="w1", statement="It stops.", evidence=(made_up,)),))
    stand_in = SimpleNamespace(draft_article=lambda *_: draft)
    monkeypatch.setitem(sys.modules, "generator.extract.drafting", stand_in)
    result = desk.run("build")
    assert result.exit_code == 1
    assert "what[0].evidence[0].quote is not in seeds/ferry.md." in result.stderr
    assert not (desk.root / BRIEFING).exists()


def test_a_deleted_briefing_takes_its_pages_along_and_stays_away(desk: Desk) -> None:
    desk.write("seeds/storm.txt", "A storm is coming.\n")
    desk.run("build")
    (desk.root / "content/briefings/storm.yaml").unlink()
    for options in ([], [], ["--redraft"]):
        assert desk.run("build", *options).exit_code == 0
        assert not any("storm" in path for path in desk.site())


def test_an_article_is_drafted_afresh_when_its_briefing_and_draft_are_deleted(desk: Desk) -> None:
    desk.run("build")
    desk.change(BRIEFING, "title: Ferry to stop for a week", "title: No ferry")
    for name in (BRIEFING, DRAFT):
        (desk.root / name).unlink()
    assert desk.run("build").exit_code == 0
    assert "title: Ferry to stop for a week" in desk.read(BRIEFING)


def test_a_renamed_article_is_not_drafted_a_second_time(desk: Desk) -> None:
    desk.run("build")
    (desk.root / "seeds/ferry.md").rename(desk.root / "seeds/crossing.md")
    result = desk.run("build")
    assert result.exit_code == 1
    told = f"seeds/crossing.md: It is the article that {desk.root / BRIEFING} knows as seeds/ferry"
    assert told in result.stderr
    assert not (desk.root / "content/briefings/crossing.yaml").exists()
    desk.change(BRIEFING, "file: seeds/ferry.md", "file: seeds/crossing.md")
    result = desk.run("build")
    assert result.exit_code == 0, result.output
    assert "Drafted" not in result.stderr
    desk.change("seeds/crossing.md", "on Monday", "on Tuesday")
    assert desk.run("build").exit_code == 0
    assert "The ferry will stop on Tuesday." in desk.read(BRIEFING)


def test_an_article_that_took_the_place_of_another_is_drafted(desk: Desk) -> None:
    desk.run("build")
    desk.write("seeds/storm.txt", "A storm is coming.\n")
    (desk.root / "seeds/ferry.md").unlink()
    assert desk.run("build").exit_code == 0
    assert (desk.root / "content/briefings/storm.yaml").exists()


def test_a_renamed_briefing_keeps_its_edits(desk: Desk) -> None:
    desk.run("build")
    desk.change(BRIEFING, "title: Ferry to stop for a week", "title: No ferry for a week")
    desk.change(BRIEFING, "id: ferry", "id: no-ferry")
    (desk.root / BRIEFING).rename(desk.root / "content/briefings/no-ferry.yaml")
    desk.change("seeds/ferry.md", "on Monday", "on Tuesday")
    result = desk.run("build")
    assert result.exit_code == 0, result.output
    assert os.listdir(desk.root / "content/briefings") == ["no-ferry.yaml"]  # noqa: PTH208
    text = desk.read("content/briefings/no-ferry.yaml")
    assert "title: No ferry for a week" in text
    assert "The ferry will stop on Tuesday." in text
    assert "briefings/no-ferry/index.html" in desk.site()


def test_two_articles_of_one_name_are_refused(desk: Desk) -> None:
    desk.write("seeds/Ferry.txt", "Another ferry.\n")
    result = desk.run("build")
    assert result.exit_code == 1
    assert "would be the same briefing" in result.stderr


def test_an_article_with_the_name_of_someone_elses_briefing_is_refused(desk: Desk) -> None:
    desk.write(BRIEFING, "title: Mine\nsources: seeds/other.md\n")
    result = desk.run("build")
    assert result.exit_code == 1
    assert "seeds/ferry.md: Its briefing would have the name of " in result.stderr


def test_a_folder_of_articles_is_one_briefing(desk: Desk) -> None:
    front = "---\ntitle: {}\npublished: {}\n---\n"
    name = "content/briefings/bridge.yaml"
    desk.write(
        "seeds/bridge/1.md",
        front.format("Bridge shut", "2026-03-02") + "The bridge was shut.\n\nThe mill opened.\n",
    )
    assert desk.run("build").exit_code == 0
    desk.change(name, "statement: The bridge was shut.", "statement: The Thorn bridge was shut.")
    desk.write(
        "seeds/bridge/2.md",
        front.format("Bridge open", "2026-03-04") + "The bridge is open.\n\nThe mill opened.\n",
    )
    result = desk.run("build", "--strict")
    assert result.exit_code == 0, result.output
    briefing = load_briefing(desk.read(name), name)
    assert [source.file for source in briefing.sources] == [
        "seeds/bridge/1.md",
        "seeds/bridge/2.md",
    ]
    assert briefing.title == "Bridge open", "the newest article leads"
    grounds = {what.statement: [e.source for e in what.evidence] for what in briefing.what}
    assert grounds == {
        "The bridge is open.": ["s2"],
        "The Thorn bridge was shut.": [None],
        "The mill opened.": ["s2", None],
    }
    page = desk.site()["briefings/bridge/index.html"].decode()
    assert all(statement in page for statement in grounds)


def test_an_account_without_a_date_is_told_to_count_as_the_oldest(desk: Desk) -> None:
    desk.write("seeds/storm/1.txt", "A storm is coming.\n")
    desk.write("seeds/storm/2.txt", "The storm has come.\n")
    result = desk.run("build")
    assert result.exit_code == 0, result.output
    assert "seeds/storm/2.txt: It states no date" in result.stderr
    assert "briefings/storm/index.html" in desk.site()


def test_drafts_can_be_left_out(desk: Desk) -> None:
    assert desk.run("build", "--no-drafts").exit_code == 0
    assert "briefings/ferry/index.html" not in desk.site()
    assert desk.run("build", "--drafts").exit_code == 0
    assert "briefings/ferry/index.html" in desk.site()


def test_strictly_a_warning_is_an_error(desk: Desk) -> None:
    desk.write("seeds/storm.txt", "A storm \x93is\x94 coming.\n".encode("latin-1"))
    result = desk.run("build", "--strict")
    assert result.exit_code == 1
    assert "seeds/storm.txt: " in result.stderr
    assert not desk.site()
    assert desk.run("build").exit_code == 0


def test_a_site_of_someone_else_is_left_alone(desk: Desk) -> None:
    desk.write("site/diary.html", "Dear diary")
    result = desk.run("build")
    assert result.exit_code == 1
    assert desk.site() == {"diary.html": b"Dear diary"}


def test_the_same_input_gives_the_same_bytes(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run("build")
    elsewhere = Desk(tmp_path_factory.mktemp("elsewhere") / "another name")
    elsewhere.write("content/site.yaml", desk.read("content/site.yaml"))
    elsewhere.write("seeds/ferry.md", FERRY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    elsewhere.run("build")
    assert elsewhere.read(BRIEFING) == desk.read(BRIEFING)
    assert elsewhere.site() == desk.site()


def test_a_build_that_drafts_nothing_never_loads_the_model(desk: Desk) -> None:
    desk.run("build")
    script = (
        "import sys\n"
        "from generator.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print(*sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, "-C", desk.root, "build"],
        capture_output=True,
        text=True,
        check=True,
    )
    heavy = {"onnxruntime", "numpy", "trafilatura", "rich", "generator.language.tagger"}
    assert not heavy & set(run.stdout.split())


@pytest.mark.parametrize("option", ["--redraft", "--clean"])
def test_starting_afresh_gives_the_same(desk: Desk, option: str) -> None:
    desk.run("build")
    before = desk.read(BRIEFING), desk.site()
    result = desk.run("build", option)
    assert result.exit_code == 0, result.output
    assert (desk.read(BRIEFING), desk.site()) == before


def test_timings_are_told(desk: Desk) -> None:
    assert " s  Rendering" in desk.run("build", "--timings").stderr


def test_a_strange_clock_is_a_wrong_call(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = desk.run("build")
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in result.stderr


def test_editors_notes_on_entities_that_match_nothing_are_told(desk: Desk) -> None:
    desk.write("content/entities.yaml", "entities:\n  - name: Nobody\n    kind: person\n")
    result = desk.run("build")
    assert result.exit_code == 1, result.output
    assert "entities.yaml:2:5: entities[0] names nothing" in result.stderr


@pytest.mark.parametrize("folder", ["seeds", "content/briefings", "content/pages", "templates"])
def test_a_pipe_holds_up_no_build(desk: Desk, folder: str) -> None:
    (desk.root / folder).mkdir(parents=True, exist_ok=True)
    suffix = {"seeds": ".txt", "content/briefings": ".yaml", "content/pages": ".md"}.get(folder, "")
    os.mkfifo(desk.root / folder / f"pipe{suffix}")
    result = desk.run("build")
    assert result.exit_code == bool(suffix), result.output
    assert (f"{folder}/pipe{suffix}: This is no" in result.stderr) == bool(suffix)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("briefings/storm.yml", "Only what ends in .yaml is read here."),
        ("briefings/2026/storm.yaml", "is not read. Move its files up."),
        ("pages/imprint.txt", "Only what ends in .md is read here."),
    ],
)
def test_nothing_in_the_content_stays_off_the_site_unsaid(desk: Desk, name: str, said: str) -> None:
    desk.write(f"content/{name}", "title: Storm\n")
    for command in ("build", "check"):
        result = desk.run(command)
        assert result.exit_code == 1
        assert said in result.stderr


def test_copies_that_editors_leave_are_passed_over(desk: Desk) -> None:
    for name in ("seeds/ferry.md~", "content/briefings/.ferry.yaml.swp", "content/pages/a.md~"):
        desk.write(name, "half a")
    result = desk.run("build")
    assert result.exit_code == 0, result.output
