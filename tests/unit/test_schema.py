"""The schemas accept what the reader accepts, and say what each field is for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.errors import Problems
from generator.model import Briefing
from generator.schema import FILES, schema, schemas
from generator.settings import Settings
from generator.yamlio import dump_briefing, load, load_briefing

PATH = "content/briefings/storm.yaml"
HEAD = "title: Storm\nsources: seeds/storm.md\n"
BRIEFINGS = jsonschema.Draft202012Validator(schema(Briefing))
GOOD = [
    "",
    "summary:\nwho: null\nwhat: []\n",
    "what: The harbour is shut.\n",
    "what:\n  - The harbour is shut.\n  - {statement: A., evidence: a}\n",
    "who:\n  - {name: Ana, kind: person, aliases: Ruiz, evidence: [a, {quote: b}]}\n",
    "when: [{text: then, date: 2024}, {text: then, date: '2024-08/2024-09'}]\n",
    "where: {name: Oslo, country: 'NO', lat: 59.9, lon: 10.7}\n",
    "status: published\nschema: 1\nid: storm\naliases: [gale]\nnotes: x\nrevisions: []\n",
]
BAD = [
    "colour: blue\n",
    "who: Ana\n",
    "who:\n  - {name: Ana, kind: preson}\n",
    "who:\n  - {kind: person}\n",
    "when: [{text: then, date: soon}]\n",
    "where: [{name: Oslo, lat: 95}]\n",
    "id: Storm 1\n",
    "schema: 2\n",
    "what: [{statement: ''}]\n",
]


def is_read(text: str) -> bool:
    try:
        load_briefing(text, PATH)
    except Problems:
        return False
    return True


@pytest.mark.parametrize("text", [HEAD + more for more in GOOD])
def test_what_is_read_the_schema_accepts(text):
    assert is_read(text)
    BRIEFINGS.validate(yaml.safe_load(text))
    BRIEFINGS.validate(
        json.loads(json.dumps(yaml.safe_load(dump_briefing(load_briefing(text, PATH)))))
    )


@pytest.mark.parametrize("text", [HEAD + more for more in BAD] + ["sources: x\n"])
def test_what_is_refused_the_schema_refuses(text):
    assert not is_read(text)
    assert not BRIEFINGS.is_valid(yaml.safe_load(text))


def test_settings_have_a_schema():
    validator = jsonschema.Draft202012Validator(schema(Settings))
    text = "title: Desk\nbase_url: https://example.org/\nadvise_after_days: {draft: 3}\nsearch:\n"
    assert load(Settings, text, "content/site.yaml").title == "Desk"
    validator.validate(yaml.safe_load(text))
    assert not validator.is_valid({"titel": "Desk"})


@pytest.mark.parametrize(
    ("target", "is_one"),
    [
        ("{name: a, to: branch}", True),
        ("[{name: a, to: branch, cname: }, {name: b, to: folder, path: x, releases: 3}]", True),
        (
            "{name: a, to: bucket, bucket: b, prefix: news/, endpoint: 'http://127.0.0.1:9000'}",
            True,
        ),
        ("{name: a, to: folder}", False),
        ("{name: a, to: ftp}", False),
        ("{name: a, to: branch, path: x}", False),
        ("{name: a, to: bucket, bucket: b, prefix: news}", False),
    ],
)
def test_each_kind_of_target_has_its_own_schema(target, is_one):
    text = f"publish: {target}\n"
    assert (
        jsonschema.Draft202012Validator(schema(Settings)).is_valid(yaml.safe_load(text)) is is_one
    )
    if is_one:
        assert load(Settings, text, "content/site.yaml").publish
    else:
        with pytest.raises(Problems):
            load(Settings, text, "content/site.yaml")


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_valid_and_every_field_says_what_it_is_for(name):
    written = json.loads(schemas()[name])
    jsonschema.Draft202012Validator.check_schema(written)
    assert written["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert not [field for field, found in properties(written) if not is_described(found)]


def is_described(found: dict) -> bool:
    """Return whether a property has a description, of its own or of the value that it holds."""
    return bool(found.get("description") or found["anyOf"][0].get("$ref"))


def properties(written: dict) -> Iterator[tuple[str, dict]]:
    for owner in (written, *written["$defs"].values()):
        for name, found in owner["properties"].items():
            yield f"{owner['title']}.{name}", found


def test_choices_defaults_and_examples_are_offered():
    written = schema(Briefing)
    status = written["properties"]["status"]
    assert status["default"] == "draft"
    assert "withdrawn" in status["anyOf"][0]["enum"]
    assert "examples" in json.dumps(written["$defs"]["When"]["properties"]["date"])


@pytest.mark.parametrize("name", FILES)
def test_the_schemas_in_the_project_are_those_of_the_models(name):
    committed = Path(__file__).parents[2] / "schema" / name
    assert committed.read_text(encoding="utf-8") == schemas()[name], "run `briefings schema`"
