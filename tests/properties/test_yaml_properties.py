"""What holds for every briefing that goes into a file and comes out again."""

from __future__ import annotations

import json
import os
import re
from typing import ClassVar

import jsonschema
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Problems
from generator.model import Briefing
from generator.schema import schema
from generator.yamlio import dump_briefing, load_briefing

PATH = "content/briefings/any.yaml"
EXAMPLES = int(os.environ.get("EXAMPLES", "40"))
"""Thousands before a change of merging or writing: EXAMPLES=3000 pytest tests/properties"""


class CoreLoader(yaml.CSafeLoader):
    """Reads by the core schema of YAML 1.2, as editors' language servers do."""

    yaml_implicit_resolvers: ClassVar[dict] = {}


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first
    )

VALIDATOR = jsonschema.Draft202012Validator(schema(Briefing))


@given(data=st.data())
@settings(max_examples=EXAMPLES, deadline=None)
def test_what_is_written_is_read_again(data, any_briefing):
    briefing = data.draw(any_briefing)
    text = dump_briefing(briefing)
    assert load_briefing(text, PATH) == briefing
    assert dump_briefing(load_briefing(text, PATH)) == text


@given(data=st.data())
@settings(max_examples=EXAMPLES, deadline=None)
def test_every_reader_of_yaml_takes_it_for_the_same(data, any_briefing):
    briefing = data.draw(any_briefing)
    text = dump_briefing(briefing)
    written = json.loads(json.dumps(yaml.load(text, yaml.CSafeLoader)))
    assert yaml.load(text, CoreLoader) == written  # noqa: S506
    assert yaml.load(text, yaml.SafeLoader) == written
    assert Briefing.model_validate(written) == briefing
    VALIDATOR.validate(written)


@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda raw: raw.decode("latin-1")))
@settings(max_examples=EXAMPLES, deadline=None)
def test_any_text_is_read_or_refused_with_its_place(text):
    try:
        load_briefing(text, PATH)
    except Problems as problems:
        assert all(problem.at and problem.at.path == PATH for problem in problems.problems)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "title", "who", "name", "kind", "x"]), inner)
        ),
        max_leaves=12,
    )
)
@settings(max_examples=EXAMPLES, deadline=None)
def test_any_values_are_read_or_refused_with_their_place(values):
    try:
        load_briefing(json.dumps(values), PATH)
    except Problems as problems:
        assert all(problem.at and problem.at.line for problem in problems.problems)
