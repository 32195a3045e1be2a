"""Imports run one way: errors <- model <- rooms <- pipeline <- commands (docs/architecture.md)."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import generator

PACKAGE = Path(generator.__file__).parent
PROJECT = Path(__file__).parents[1]

LAYERS = (
    {"errors", "formats"},
    {"articles"},
    {"model"},
    # What several rooms ask of values and of YAML, and nothing else of ours.
    {"references", "sealing"},
    {"rows"},
    {"anchoring", "extractors", "news", "stretches", "yamlio"},
    {"entities", "settings", "stored"},
    {
        "cache", "check", "extract", "ingest", "language", "lock", "merge", "output", "publish",
        "render", "search", "survey",
    },
    {"workers"},
    {"schema"},
    {"pipeline"},
    {"console", "scaffold", "serve"},
    {"cli"},
    {"__main__"},
)  # fmt: skip
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}

NEIGHBOURS = {
    ("extract", "language"),  # rules of extraction work on the values that language makes
    ("publish", "output"),  # a folder is replaced in one way, whosever it is
    ("language", "ingest"),  # the words of an article are cut in one place
}

FINDING = (
    {"shared"},  # the values beside the folders
    {"words"},
    {"grammar", "times"},
    {"actors"},
    {"places", "speech"},
    {"events"},
    {"questions"},
    {"drafting"},
)
"""The parts of `extract`: each may use those above it."""

IMPORT_NAMES = {"pyyaml": "yaml", "python_slugify": "slugify"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            folders = ("generator", *path.relative_to(PACKAGE).parts[: -node.level or None])
            yield ".".join([*folders, node.module or ""]) if node.level else node.module or ""


def edges() -> Iterator[tuple[Path, str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for name in imports(path):
            if name.startswith("generator.") and name.split(".")[1] != room:
                yield path, room, name.split(".")[1]


def test_every_room_has_its_layer() -> None:
    rooms = {
        path.name.removesuffix(".py")
        for path in PACKAGE.iterdir()
        if (path.suffix == ".py" and path.name != "__init__.py") or (path / "__init__.py").exists()
    }
    assert rooms <= set(LEVEL), "name the new room in LAYERS"


def test_the_drawing_has_every_room() -> None:
    drawing = (PROJECT / "docs" / "architecture.md").read_text("utf-8")
    missing = [room for room in LEVEL if not re.search(rf"`{room}(/|\.py)`", drawing)]
    assert missing == ["__main__"]


def test_imports_run_one_way() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)}: {room} imports {other}"
        for path, room, other in edges()
        if LEVEL[other] >= LEVEL[room] and (room, other) not in NEIGHBOURS
    ]
    assert not wrong, "\n".join(wrong)


def part_of(name: str) -> str:
    """Return the part of extract that a module is of, by its dotted name below it."""
    part = name.split(".")[0]
    return part if any(part in parts for parts in FINDING) else "shared"


def test_what_finds_imports_one_way_too() -> None:
    level = {part: level for level, parts in enumerate(FINDING) for part in parts}
    folder = PACKAGE / "extract"
    wrong = []
    for path in sorted(folder.rglob("[!_]*.py")):
        part = part_of(".".join(path.relative_to(folder).with_suffix("").parts))
        for name in imports(path):
            own, _, below = name.partition("generator.extract.")
            other = part if own else part_of(below)
            if other != part and level[other] >= level[part]:
                wrong.append(f"{path.relative_to(folder)}: {part} imports {other}")
    assert not wrong, "\n".join(wrong)


def modules(requirements: Iterable[str]) -> set[str]:
    names = (re.sub(r"[-.]", "_", re.split(r"[<>=\[]", line)[0]) for line in requirements)
    return {IMPORT_NAMES.get(name, name) for name in names}


def test_every_library_is_declared_and_every_declared_one_is_used() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    optional = modules(line for name in extras if name != "dev" for line in extras[name])
    declared = modules(project["dependencies"]) - {"tzdata"}
    imported = {name.split(".")[0] for path in PACKAGE.rglob("*.py") for name in imports(path)}
    ours = {"generator", "pydantic_core", "botocore"}  # parts of pydantic and of boto3
    assert declared == imported - set(sys.stdlib_module_names) - optional - ours
