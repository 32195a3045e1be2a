"""The command line: what is said, where, and how it ends."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.cli import main
from generator.console import stopwatch
from generator.settings import Settings

PROJECT = Path(__file__).parents[2]
HEAVY = (
    "onnxruntime",
    "numpy",
    "tokenizers",
    "trafilatura",
    "rich",
    "starlette",
    "pydantic",
    "jinja2",
)


def briefings(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def imported_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*(name.split('.')[0] for name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_the_version_is_told() -> None:
    assert briefings("--version").output == f"briefings {__version__}\n"


def test_help_imports_nothing_heavy() -> None:
    loaded = imported_by(
        "from generator.cli import main\nmain(['build', '--help'], standalone_mode=False)"
    )
    assert not loaded & set(HEAVY)


def test_a_build_with_nothing_to_do_imports_nothing_heavy() -> None:
    loaded = imported_by("import generator.cli.building, generator.pipeline.standing")
    assert not loaded & {*HEAVY, "yaml"}


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_explains_itself(name: str) -> None:
    result = briefings(name, "--help")
    assert result.exit_code == 0
    assert main.commands[name].help


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_and_option_is_documented(name: str) -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    reference = (PROJECT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"`briefings {name}`" in readme
    for parameter in main.commands[name].params:
        if isinstance(parameter, click.Option):
            longest = max(parameter.opts, key=len)
            assert f"`{longest}" in reference, f"{name} {longest}"


def test_every_setting_is_documented() -> None:
    reference = (PROJECT / "docs" / "commands.md").read_text(encoding="utf-8")
    missing = [name for name in Settings.model_fields if f"`{name}`" not in reference]
    assert not missing


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bild",), "No such command 'bild'"),
        (("build", "--jobs", "0"), "Invalid value for '--jobs'"),
        (("schema",), "Name one schema to print"),
        (("extract",), "Missing argument 'SEED...'"),
    ],
)
def test_a_wrong_call_ends_with_status_2(arguments: tuple[str, ...], said: str) -> None:
    result = briefings(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not result.stdout


def test_outside_a_site_the_way_to_make_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = briefings("build")
    assert result.exit_code == 2
    assert "no content/site.yaml. Make one: briefings init DIR" in result.stderr


@pytest.mark.parametrize(
    ("streams", "status"), [("2>&-", 0), (">&- 2>&-", 0), (">/dev/full", 1), ("| true", 0)]
)
def test_a_command_bears_with_streams_that_are_closed_or_full(
    tmp_path: Path, streams: str, status: int
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").touch()
    call = f"{sys.executable} -m generator -C {tmp_path} check --json {streams}"
    run = subprocess.run(["sh", "-c", call], capture_output=True, text=True, check=False)
    assert run.returncode == status
    assert run.stderr == ("The output cannot be written: the disk is full.\n" * status)


@pytest.mark.parametrize("arguments", ["--version", "--help", "build --help", "schema site"])
@pytest.mark.parametrize(
    ("stream", "said"),
    [
        ("1>/dev/full", "The output cannot be written: the disk is full.\n"),
        ("1</dev/null", "The output cannot be written: it is not open for writing.\n"),
        ("| true", ""),
    ],
)
def test_what_cannot_be_written_is_told_and_a_closed_pipe_is_not(
    arguments: str, stream: str, said: str
) -> None:
    call = f"(sleep 0.1; exec {sys.executable} -m generator {arguments}) {stream}"
    run = subprocess.run(["sh", "-c", call], capture_output=True, text=True, check=False)
    assert run.stderr == said
    assert run.returncode == (1 if said else 0)  # of a pipe the last command's status is told


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_without_a_thread_which_would_keep_a_build_to_one_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stderr", shown := Terminal())
    threads = threading.active_count()
    with stopwatch() as watch:
        watch("Rendering", 1, 3)
        watch("Listing")
        assert threading.active_count() == threads
    assert "1 of 3" in shown.getvalue()
    assert "Listing" in shown.getvalue()


@pytest.mark.parametrize(("arguments", "status"), [("--version", 0), ("--nope", 2)])
def test_what_is_to_be_done_at_the_end_is_done(arguments: str, status: int) -> None:
    script = (
        "import atexit; from generator.cli import main; "
        f"atexit.register(print, 'at the end'); main(['{arguments}'])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert run.returncode == status
    assert run.stdout.endswith("at the end\n")
    assert run.stdout.startswith("briefings") == (not status)


def test_the_list_of_commands_says_of_each_in_a_line_what_it_does() -> None:
    told = briefings("--help").stdout.partition("Commands:")[2].partition("Exit status")[0]
    assert "..." not in told
    assert len(told.strip().split("\n")) == len(main.commands)
