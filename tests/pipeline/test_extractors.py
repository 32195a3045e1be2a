"""Extractors that are installed beside the program: what they are given, and held to."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desk import Desk
from plugins import SENTENCES, install

from generator.errors import BriefingError
from generator.extractors import Extractor, find_extractor, load_extractor
from generator.workers.tasks import Task, draft_one
from generator.yamlio import load_briefing

PROJECT = Path(__file__).parents[2]
ARTICLE = "seeds/ferry.md"
HEAD = "from generator.model import Draft, Evidence, Sourcing, What, Who\n"
Install = Callable[..., None]


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))

    def put(name: str, module: str, **given: str) -> None:
        for old in folder.glob(f"{name}_briefings-*"):
            old.rename(tmp_path / f"uninstalled-{old.name}")
        sys.modules.pop(f"{name}_briefings", None)
        install(folder, name, module, **given)
        monkeypatch.syspath_prepend(str(folder))  # forgets what was found in it before

    load_extractor.cache_clear()
    yield put
    load_extractor.cache_clear()
    for name in [name for name in sys.modules if name.endswith("_briefings")]:
        del sys.modules[name]


def drafts(desk: Desk) -> dict[str, str]:
    return {path.name: path.read_text() for path in desk.root.glob("content/.drafts/*")}


def test_the_documented_example_works(desk: Desk, packages: Install) -> None:
    text = (PROJECT / "docs" / "extractors.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"^```(toml|python)\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    name, value = re.findall(r'^(\w+) = "(\w+:\w+)"', blocks["toml"], re.MULTILINE)[0]
    assert value == "ship_briefings:extract"
    packages("ship", blocks["python"])
    desk.write("content/site.yaml", "extractor: ship\n")
    desk.write(
        ARTICLE, "---\ntitle: Ferry to stop\n---\nThe ferry MS Thetis will stop on Monday.\n"
    )
    result = desk.run("build", "--drafts")
    assert result.exit_code == 0, result.output
    assert name == "ships"
    briefing = load_briefing(desk.read("content/briefings/ferry.yaml"), "ferry.yaml")
    assert [who.name for who in briefing.who] == ["MS Thetis"]
    assert [what.statement for what in briefing.what] == [
        "The ferry MS Thetis will stop on Monday."
    ]
    assert b"A program, ship 1.0, read the source" in desk.site()["briefings/ferry/index.html"]


def test_extract_takes_one_and_says_which(desk: Desk, packages: Install) -> None:
    packages("sentences", SENTENCES)
    result = desk.run("extract", "--extractor", "sentences", str(desk.root / ARTICLE))
    assert result.exit_code == 0, result.output
    briefing = load_briefing(result.stdout, "ferry.yaml")
    assert briefing.extractor == "sentences 1.0"
    assert [what.id for what in briefing.what] == ["w0", "w1"]
    assert briefing.what[1].evidence[0].start == 32


def test_an_unknown_name_is_told_with_those_there_are(desk: Desk, packages: Install) -> None:
    packages("sentences", SENTENCES)
    said = "There is no extractor 'sentence'. Installed are: briefings, sentences."
    result = desk.run("extract", "--extractor", "sentence", str(desk.root / ARTICLE))
    assert (result.exit_code, said in " ".join(result.stderr.split())) == (2, True)
    desk.write("content/site.yaml", "title: Ports\nextractor: sentence\n")
    for command in ("build", "check"):
        result = desk.run(command)
        assert result.exit_code == 1
        assert f"site.yaml:2:12: {said}" in result.output
    assert not drafts(desk)
    assert not desk.site()


def test_two_packages_of_one_name_are_told(desk: Desk, packages: Install, tmp_path: Path) -> None:
    packages("sentences", SENTENCES)
    point = "sentences_briefings:extract"
    install(tmp_path / "packages", "others", SENTENCES, value=point)
    listed = tmp_path / "packages" / "others_briefings-1.0.dist-info" / "entry_points.txt"
    listed.write_text(listed.read_text().replace("others =", "sentences ="))
    with pytest.raises(BriefingError, match="others-briefings, sentences-briefings"):
        find_extractor("sentences")


FAULTY = {
    "raises": (
        "def extract(article):\n    raise KeyError('port')",
        "it fails on this article: KeyError in faulty_briefings.py, line 3: 'port'.",
    ),
    "exits": (
        "def extract(article):\n    raise SystemExit(3)",
        "it fails on this article: SystemExit in faulty_briefings.py, line 3: 3.",
    ),
    "returns no draft": (
        "def extract(article):\n    return [article.text]",
        "it returns a value of the type list, and no Draft.",
    ),
    "returns half a draft": (
        "def extract(article):\n    return Draft.model_construct(title='x', who=({},))",
        "its Draft cannot be written: ValidationError in",
    ),
    "makes words up": (
        """
def extract(article):
    made_up = Evidence(quote='It sank.')
    return Draft(title='x', what=(What(id='w', statement='It sank.', evidence=(made_up,)),))
""",
        "what[0].evidence[0].quote is not in seeds/ferry.md. Copy it letter for letter.",
    ),
    "says nothing of where": (
        """
def extract(article):
    return Draft(title='x', who=(Who(id='a', name='A', kind='group'),))
""",
        "who[0] has no evidence. Tell its makers, or choose another.",
    ),
    "calls itself an editor": (
        """
def extract(article):
    return Draft(title='x', who=(Who(id='a', name='A', kind='group', by='editor'),))
""",
        "who[0] is `by: editor`, which only a person can be. Give it evidence instead.",
    ),
    "quotes another article": (
        """
def extract(article):
    there = Evidence(quote='The ferry', source='s2')
    return Draft(title='x', who=(Who(id='a', name='A', kind='group', evidence=(there,)),))
""",
        "who[0].evidence[0].source is 's2', but no source has this id.",
    ),
    "gives an id twice": (
        """
def extract(article):
    here = (Evidence(quote='The ferry'),)
    return Draft(title='x', who=(Who(id='a', name='A', kind='group', evidence=here),) * 2)
""",
        "who[1].id is 'a', the id of who[0]. Give it another.",
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_what_a_plugin_does_wrong_is_told_and_not_written(
    name: str, desk: Desk, packages: Install
) -> None:
    module, said = FAULTY[name]
    packages("faulty", HEAD + module)
    desk.write("content/site.yaml", "drafts: true\nextractor: faulty\n")
    result = desk.run("build")
    assert result.exit_code == 1
    assert f"seeds/ferry.md: The extractor faulty 1.0 is wrong: {said}" in result.stderr
    assert "Traceback" not in result.stderr
    assert not drafts(desk)
    assert not list(desk.root.glob("content/briefings/*"))


@pytest.mark.parametrize(
    ("module", "value", "said"),
    [
        (
            "import no_such_module",
            "",
            "cannot be loaded from lost_briefings:extract: ModuleNotFound",
        ),
        ("extract = 3", "", "is no function: lost_briefings:extract."),
        ("", "lost_briefings:gone", "cannot be loaded from lost_briefings:gone: AttributeError"),
    ],
)
def test_one_that_cannot_be_loaded_is_told_once(
    module: str, value: str, said: str, desk: Desk, packages: Install
) -> None:
    packages("lost", module, value=value)
    for number in range(3):
        desk.write(f"seeds/more-{number}.txt", "The ferry will stop.\n")
    desk.write("content/site.yaml", "drafts: true\nextractor: lost\n")
    result = desk.run("build", "--jobs", "1")
    assert result.exit_code == 1
    assert result.stderr.count("The extractor lost 1.0") == 1
    assert said in result.stderr
    assert not drafts(desk)


def test_another_version_or_extractor_drafts_again_and_keeps_edits(
    desk: Desk, packages: Install
) -> None:
    assert desk.run("build").exit_code == 0
    path = "content/briefings/ferry.yaml"
    assert "extractor" not in desk.read(path)
    desk.write(path, desk.read(path) + "notes: Ask the harbour.\n")
    packages("sentences", SENTENCES)
    desk.write("content/site.yaml", "title: Test desk\ndrafts: true\nextractor: sentences\n")
    assert f"Drafted {desk.root / path}" in desk.run("build").stderr
    assert "extractor: sentences 1.0\n" in desk.read(path)
    assert "Drafted" not in desk.run("build").stderr
    packages("sentences", SENTENCES.replace("Untitled", "No title"), version="1.1")
    assert f"Drafted {desk.root / path}" in desk.run("build").stderr
    assert "extractor: sentences 1.1\n" in desk.read(path)
    desk.write("content/site.yaml", "title: Test desk\ndrafts: true\n")
    assert f"Drafted {desk.root / path}" in desk.run("build").stderr
    assert "extractor" not in desk.read(path)
    assert "notes: Ask the harbour." in desk.read(path)


def test_extract_drafts_again_what_another_has_drafted(
    desk: Desk, packages: Install, tmp_path: Path
) -> None:
    packages("sentences", SENTENCES)
    call = ("extract", str(desk.root / ARTICLE), "-o", str(tmp_path / "out"))
    assert desk.run(*call).exit_code == 0
    again = desk.run(*call, "--extractor", "sentences")
    assert again.exit_code == 1
    assert "ferry.yaml: It is there already, and differs." in again.stderr
    (tmp_path / "out" / "ferry.yaml").unlink()
    assert desk.run(*call, "--extractor", "sentences").exit_code == 0
    assert "1 were there already" in desk.run(*call, "--extractor", "sentences").stderr


def test_a_briefing_begun_by_hand_is_left_to_the_person(desk: Desk, packages: Install) -> None:
    packages("sentences", SENTENCES)
    desk.write("content/site.yaml", "drafts: true\nextractor: sentences\n")
    assert desk.run("new", str(desk.root / ARTICLE)).exit_code == 0
    begun = desk.read("content/briefings/ferry.yaml")
    assert "Drafted" not in desk.run("build").stderr
    assert desk.read("content/briefings/ferry.yaml") == begun
    assert "extractor" not in begun


def test_processes_draft_with_it_and_give_the_same(
    desk: Desk, packages: Install, tmp_path: Path
) -> None:
    packages("sentences", SENTENCES)
    for number in range(8):
        desk.write(f"seeds/more-{number}.txt", f"Ferry {number} will stop.\n\nNobody knows why.\n")
    folders = [tmp_path / jobs for jobs in ("1", "2")]
    for folder in folders:
        call = ("extract", str(desk.root / "seeds"), "-o", str(folder), "--jobs", folder.name)
        result = desk.run(*call, "--extractor", "sentences")
        assert result.exit_code == 0, result.output
    one, two = ({p.name: p.read_bytes() for p in f.iterdir()} for f in folders)
    assert one == two
    assert len(one) == 9


@pytest.mark.parametrize(
    ("extractor", "said"),
    [
        (Extractor("sentences", "2.0"), "A worker has version 1.0 of the extractor sentences"),
        (Extractor("elsewhere", "1.0"), "There is no extractor 'elsewhere'."),
    ],
)
def test_a_worker_without_it_stops_the_run(
    extractor: Extractor, said: str, desk: Desk, packages: Install
) -> None:
    packages("sentences", SENTENCES)
    with pytest.raises(BriefingError, match=re.escape(said)):
        draft_one(Task("ferry", (desk.root / ARTICLE,), desk.root), extractor)
