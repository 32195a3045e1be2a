"""The other commands: drafting alone, checking, and starting something new."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner
from desk import FERRY, Desk

from generator.cli import main
from generator.cli.building import Rebuilding
from generator.lock import only_builder
from generator.pipeline import Layout, targets_of
from generator.scaffold import workflow
from generator.settings import Settings, load_settings


def test_one_draft_is_printed(desk: Desk) -> None:
    result = desk.run("extract", str(desk.root / "seeds/ferry.md"))
    assert result.exit_code == 0, result.output
    assert "statement: The ferry will stop on Monday." in result.stdout
    assert "file: seeds/ferry.md" in result.stdout
    assert not (desk.root / "content/briefings").exists()


def test_standard_input_is_drafted(desk: Desk) -> None:
    del desk
    result = CliRunner().invoke(main, ["extract", "-"], input=FERRY)
    assert result.exit_code == 0, result.output
    assert "title: Ferry to stop for a week" in result.stdout


def test_several_drafts_need_a_folder(desk: Desk, tmp_path: Path) -> None:
    desk.write("seeds/storm.txt", "A storm is coming.\n")
    seeds = str(desk.root / "seeds")
    assert desk.run("extract", seeds).exit_code == 2
    result = desk.run("extract", seeds, "--output", str(tmp_path / "x"))
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "x").iterdir()) == ["ferry.yaml", "storm.yaml"]


def test_a_draft_is_never_written_over_a_file_that_differs(desk: Desk) -> None:
    call = ("extract", str(desk.root / "seeds"), "-o", str(desk.root / "out"))
    assert desk.run(*call).exit_code == 0
    assert desk.run(*call).exit_code == 0, "the same draft is no loss"
    desk.change("out/ferry.yaml", "status: draft", "status: reviewed")
    desk.change("seeds/ferry.md", "Monday", "Friday")
    result = desk.run(*call)
    assert result.exit_code == 1
    assert "out/ferry.yaml: It is there already, and differs. Remove it" in result.stderr
    assert "status: reviewed" in desk.read("out/ferry.yaml")


def test_names_that_only_case_or_accents_tell_apart_are_refused(desk: Desk) -> None:
    desk.write("content/briefings/Zürich.yaml", "title: Port\n")
    desk.write("content/briefings/zurich.yaml", "title: Port\nid: zurich\n")
    result = desk.run("check")
    assert result.exit_code == 1
    assert "zurich.yaml:2:5: The id or alias 'zurich' is that of " in result.stderr
    (desk.root / "content/briefings/zurich.yaml").unlink()
    desk.write("seeds/ZURICH.txt", "The port is shut.\n")
    result = desk.run("build")
    assert "seeds/ZURICH.txt: Its briefing would have the name of " in result.stderr
    assert not (desk.root / "content/briefings/zurich.yaml").exists()


def test_what_is_no_article_in_a_folder_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.write("seeds/notes.docx", "no article")
    result = desk.run("extract", str(desk.root / "seeds"), "-o", str(tmp_path / "x"))
    assert result.exit_code == 1
    assert "seeds/notes.docx: " in result.stderr
    assert (tmp_path / "x/ferry.yaml").is_file()


LINES = """{"title": "Ferry stops", "maintext": "The ferry will stop on Monday."}
{"title": "Storm"
{"title": "Storm comes", "text": "A storm is coming to Merrin.", "date": "soon"}
"""


def test_a_file_of_many_articles_is_drafted_line_by_line(desk: Desk, tmp_path: Path) -> None:
    lines, output = str(desk.write("port news.jsonl", LINES)), tmp_path / "x"
    assert desk.run("extract", lines).exit_code == 2
    result = desk.run("extract", lines, "--output", str(output))
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "port news.jsonl:2:18: This is no JSON: expecting ',' delimiter. Mend the line.",
        "warning: port news.jsonl:3: 'date' is 'soon', which is no full date.",
        f"Drafted 2 briefings in {output}",
    ]
    assert sorted(p.name for p in output.iterdir()) == ["port-news-1.yaml", "port-news-3.yaml"]
    draft = (output / "port-news-3.yaml").read_text(encoding="utf-8")
    assert "id: port-news-3\n" in draft
    assert "file: port news.jsonl:3\n" in draft


def test_what_was_drafted_is_not_drafted_again(desk: Desk, tmp_path: Path) -> None:
    output = tmp_path / "x"
    call = ("extract", str(desk.root / "seeds"), "--output", str(output))
    desk.write("seeds/storm.txt", "A storm is coming.\n")
    desk.run(*call)
    (output / "storm.yaml").unlink()
    edited = output / "ferry.yaml"
    edited.write_text(edited.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    result = desk.run(*call)
    assert result.stderr == f"Drafted 1 briefing in {output}; 1 were there already\n"
    assert edited.read_text(encoding="utf-8").endswith("# mine\n")
    desk.write("seeds/ferry.md", FERRY.replace("Monday", "Friday"))
    assert "ferry.yaml: It is there already, and differs. Remove it" in desk.run(*call).stderr
    assert edited.read_text(encoding="utf-8").endswith("# mine\n")


def test_archives_in_a_folder_are_read_with_its_articles(desk: Desk, tmp_path: Path) -> None:
    line = '{"title": "Port shut", "text": "The port is shut."}\n'
    desk.write("crawl/2026/news.jsonl", line * 2)
    desk.write("crawl/news.jsonl.gz", gzip.compress(line.encode()))
    desk.write("crawl/.hidden.jsonl", "no JSON")
    desk.write("crawl/ferry.txt", "The ferry will stop.\n")
    result = desk.run("extract", str(desk.root / "crawl"), "-o", str(tmp_path / "x"))
    assert result.exit_code == 0, result.output
    names = {path.name for path in (tmp_path / "x").iterdir()}
    assert names == {"ferry.yaml", "news-1.yaml", "news-2.yaml", "news-2-1.yaml"}


@pytest.mark.parametrize("last", ["c/ferry.jsonl", "d/ferry-1.txt"])
def test_names_never_meet(desk: Desk, tmp_path: Path, last: str) -> None:
    output = tmp_path / "x"
    names = ["a/ferry.txt", "b/ferry.txt", "c/ferry.jsonl", "d/ferry-1.txt"]
    names.append(names.pop(names.index(last)))
    paths = [
        str(desk.write(name, LINES if "json" in name else "A ferry sails.\n")) for name in names
    ]
    desk.run("extract", *paths, "--output", str(output), "--jobs", "1")
    assert len(list(output.iterdir())) == 5


@pytest.mark.parametrize("name", ["dusk", "dask://", "dask://host", "dask://host:x", "process"])
def test_an_unknown_executor_is_a_wrong_call(desk: Desk, name: str) -> None:
    result = desk.run("extract", str(desk.root / "seeds/ferry.md"), "--executor", name)
    assert result.exit_code == 2
    assert f"{name!r} is none of processes, dask, dask://HOST:PORT." in result.stderr


def test_a_missing_library_is_named_with_its_extra(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = desk.run("extract", str(desk.root / "seeds/ferry.md"), "--executor", "dask")
    assert result.exit_code == 1
    assert result.stderr == (
        "The executor dask needs the library distributed. Install briefings[dask].\n"
    )


def test_an_article_that_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    del desk
    result = CliRunner().invoke(main, ["extract", str(tmp_path / "none.txt")])
    assert result.exit_code == 1
    assert "none.txt: " in result.stderr


def test_check_writes_nothing(desk: Desk) -> None:
    desk.run("build")
    desk.change("content/briefings/ferry.yaml", "status: draft", "status: drafty")
    before = {path: path.stat().st_mtime_ns for path in desk.root.rglob("*")}
    result = desk.run("check")
    assert result.exit_code == 1
    assert "ferry.yaml:5:9: " in result.stderr
    assert before == {path: path.stat().st_mtime_ns for path in desk.root.rglob("*")}


def test_findings_are_told_to_programs(desk: Desk) -> None:
    desk.run("build")
    assert json.loads(desk.run("check", "--json").stdout) == []
    desk.change("content/briefings/ferry.yaml", "status: draft", "status: drafty")
    [finding] = json.loads(desk.run("check", "--json").stdout)
    assert finding["level"] == "problem"
    assert finding["path"].endswith("content/briefings/ferry.yaml")
    assert (finding["line"], finding["column"]) == (5, 9)


def test_a_new_site_is_built_at_once(desk: Desk, tmp_path: Path) -> None:
    del desk
    site = Desk(tmp_path / "demo")
    assert CliRunner().invoke(main, ["init", str(site.root)]).exit_code == 0
    assert (site.root / "schema/briefing.schema.json").is_file()
    result = site.run("build")
    assert result.exit_code == 0, result.output
    assert "warning" not in result.stderr
    assert "briefings/harbour-bridge/index.html" in site.site()


def test_the_way_into_a_new_site_can_be_pasted(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["init", str(tmp_path / "my desk")])
    assert f"Now: cd '{tmp_path}/my desk' && briefings build" in result.stderr


def test_a_new_site_calls_none_of_its_news_made_up_but_the_example(tmp_path: Path) -> None:
    site = Desk(tmp_path / "demo")
    assert CliRunner().invoke(main, ["init", str(site.root)]).exit_code == 0
    assert load_settings(site.read("content/site.yaml"), "site.yaml").notice is None
    site.run("build")
    assert 'title: "An example: ' in site.read("content/briefings/harbour-bridge.yaml")


def test_a_new_site_shows_every_setting(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["init", str(tmp_path / "demo")]).exit_code == 0
    path = tmp_path / "demo/content/site.yaml"
    shown = re.sub(r"^# (?=[a-z_]+:|  - )", "", path.read_text(), flags=re.MULTILINE)
    settings = load_settings(shown, str(path))
    assert set(re.findall(r"^([a-z_]+):", shown, re.MULTILINE)) == set(Settings.model_fields)
    assert [target.name for target in settings.publish] == ["server"]


def test_a_new_site_is_never_put_over_files(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("Dear diary")
    result = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert result.exit_code == 1
    assert "It is not empty." in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_a_briefing_is_begun_by_hand(desk: Desk) -> None:
    seed = str(desk.root / "seeds/ferry.md")
    result = desk.run("new", seed)
    assert result.exit_code == 0, result.output
    assert "publisher: The Merrin Courier" in desk.read("content/briefings/ferry.yaml")
    assert desk.run("new", seed).exit_code == 1
    assert "Drafted" not in desk.run("build").stderr
    assert "what:" not in desk.read("content/briefings/ferry.yaml")


def test_a_briefing_is_begun_by_hand_about_a_folder_of_articles(desk: Desk) -> None:
    desk.write("seeds/strike/1.txt", "The dockers walk out.\n")
    desk.write("seeds/strike/2.txt", "The dockers are back.\n")
    result = desk.run("new", str(desk.root / "seeds/strike"), "--title", "The strike: NO end")
    assert result.exit_code == 0, result.output
    text = desk.read("content/briefings/strike.yaml")
    assert 'title: "The strike: NO end"\n' in text
    assert "file: seeds/strike/1.txt" in text
    assert "file: seeds/strike/2.txt" in text
    assert "strike.yaml" not in desk.run("build").stderr, "nothing is drafted for it"


def test_a_briefing_is_begun_by_hand_without_any_article(desk: Desk) -> None:
    assert desk.run("new").exit_code == 2
    result = desk.run("new", "--title", "Dockers' strike")
    assert result.exit_code == 0, result.output
    name = "content/briefings/dockers-strike.yaml"
    assert desk.run("check").exit_code == 0
    assert desk.run("build").exit_code == 0
    text = desk.read(name)
    start = text.index("# what:")
    hints = (line.removeprefix("#").removeprefix(" ") for line in text[start:].splitlines())
    desk.write(name, text[:start] + "\n".join(hints) + "\n")
    written = desk.read(name)
    result = desk.run("build", "--strict")
    assert result.exit_code == 0, result.output
    assert desk.read(name) == written
    page = desk.site()["briefings/dockers-strike/index.html"].decode()
    assert "The dockers walk out on Monday." in page
    assert "An editor has written every item." in page
    assert "found in the source" not in page
    assert "The article" not in page, "nobody else has said it"
    assert "https://example.org/article" in page
    again = desk.run("new", "--title", "Dockers strike")
    assert (again.exit_code, desk.read(name)) == (1, written)


def test_a_briefing_is_not_begun_while_another_command_writes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.pipeline.starting.PATIENCE", 0.1)
    with only_builder(desk.root, 1, print):
        result = desk.run("new", "--title", "Storm")
    assert result.exit_code == 1
    assert f"process {os.getpid()} on " in result.stderr
    assert "is at work here and has not ended." in result.stderr
    assert not (desk.root / "content/briefings").exists()


def test_a_briefing_is_begun_about_an_article_of_the_site_only(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("The dockers walk out.\n")
    result = desk.run("new", str(tmp_path / "elsewhere.txt"))
    assert result.exit_code == 1
    assert "elsewhere.txt: This is no article of the site." in result.stderr


@pytest.mark.parametrize("name", ["briefing", "site", "entities", "conflicts"])
def test_schemas_are_printed(name: str) -> None:
    result = CliRunner().invoke(main, ["schema", name])
    assert json.loads(result.stdout)["$schema"].startswith("https://json-schema.org/")


WORKFLOWS = {
    "github": (".github/workflows/publish.yml", "vendor.github-workflows"),
    "gitlab": (".gitlab-ci.yml", "vendor.gitlab-ci"),
}


@pytest.mark.parametrize("host", WORKFLOWS)
def test_a_host_is_told_to_publish_a_new_site_or_an_old_one(host: str, tmp_path: Path) -> None:
    name, schema = WORKFLOWS[host]
    new, old = Desk(tmp_path / "new"), Desk(tmp_path / "old")
    old.write("content/site.yaml", "title: Mine\n")
    for site in (new, old):
        result = CliRunner().invoke(main, ["init", "--ci", host, str(site.root)])
        assert result.exit_code == 0, result.output
        assert "briefings publish pages" in site.read(name)
    assert "Add to content/site.yaml under publish: - {name: pages, to: " in result.stderr
    assert "Now: cd" not in result.stderr
    [target] = targets_of(Layout(new.root))
    assert target.name == "pages"
    assert CliRunner().invoke(main, ["init", "--ci", host, str(old.root)]).exit_code == 1
    command = ["check-jsonschema", "--builtin-schema", schema, str(new.root / name)]
    checked = subprocess.run(
        [Path(sys.executable).with_name(command[0]), *command[1:]], capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("host", WORKFLOWS)
def test_the_documented_workflow_is_the_one_that_is_written(host: str) -> None:
    documented = (Path(__file__).parents[2] / "docs/publish.md").read_text("utf-8")
    assert textwrap.indent(workflow(host), "    ") in documented


def test_of_an_article_in_another_language_nothing_is_drafted_and_that_is_said(desk: Desk) -> None:
    desk.write(
        "seeds/bruecke.txt",
        "Die Hafenbrücke wird gesperrt\n\nDie Hafenbrücke wird am Montag für Lastwagen gesperrt, "
        "sagte Ministerin Ada Lindqvist am Dienstag. Zwei Träger haben Risse, und die Reparatur "
        "wird wohl sechs Wochen dauern. Die Stadt will nun zahlen.\n",
    )
    result = desk.run("build")
    assert result.exit_code == 0, result.output
    assert "seeds/bruecke.txt: It does not read as English, so nothing is drafted" in result.stderr
    text = desk.read("content/briefings/bruecke.yaml")
    assert "title: Die Hafenbrücke wird gesperrt\n" in text
    assert "quote:" not in text


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("titel: Imprint", ":2:1: There is no field 'titel'. Did you mean 'title'?"),
        ("title: [a, b]", ":2:8: title is a list where text belongs. Write one text."),
        ("title: a: b", ":2:9: A colon stands where no field can begin."),
    ],
)
def test_a_mistake_above_a_page_is_told_with_its_place(desk: Desk, front: str, told: str) -> None:
    desk.write("content/pages/imprint.md", f"---\n{front}\n---\nWho we are.\n")
    result = desk.run("check")
    assert result.exit_code == 1
    assert f"imprint.md{told}" in result.stderr


@pytest.mark.parametrize("language", ["en-GB", "de", "de-AT", "ar"])
def test_a_language_of_the_pages_is_taken_as_it_is(desk: Desk, language: str) -> None:
    desk.write("content/site.yaml", f"title: Desk\nlanguage: {language}\n")
    assert "own words" not in desk.run("check").stderr


def test_a_language_that_pages_do_not_speak_is_told(desk: Desk) -> None:
    desk.write("content/site.yaml", "title: Desk\nlanguage: fr\n")
    result = desk.run("check")
    assert result.exit_code == 0
    assert "site.yaml:2:11: Pages have no texts in 'fr', so their own words" in result.stderr


@pytest.mark.parametrize("title", ["", "  "])
def test_a_briefing_without_an_article_needs_a_headline(desk: Desk, title: str) -> None:
    result = desk.run("new", "--title", title)
    assert result.exit_code == 2
    assert "briefings new --title TEXT" in result.stderr


def test_serving_says_of_a_rebuild_only_what_is_new(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    rebuild = Rebuilding(Layout(desk.root), {})

    def said() -> str:
        rebuild(lambda: None)
        return capsys.readouterr().err

    assert "written" in said()
    assert said() == ""
    desk.change("content/briefings/ferry.yaml", "title:", "titel:")
    assert "Did you mean 'title'?" in said()
    assert said() == ""
    desk.change("content/briefings/ferry.yaml", "titel:", "title:")
    assert "as they were" in said()
