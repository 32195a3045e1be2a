"""What holds for every briefing that goes into a file and comes out again."""

from __future__ import annotations

import json

import jsonschema
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.errors import Problems
from generator.model import Briefing
from generator.schema import schema
from generator.yamlio import dump_briefing, load_briefing

PATH = "content/briefings/any.yaml"
VALIDATOR = jsonschema.Draft202012Validator(schema(Briefing))


@given(data=st.data())
@settings(deadline=None)
def test_what_is_written_is_read_again(data, any_briefing):
    briefing = data.draw(any_briefing)
    text = dump_briefing(briefing)
    assert load_briefing(text, PATH) == briefing
    assert dump_briefing(load_briefing(text, PATH)) == text


@given(data=st.data())
@settings(deadline=None)
def test_every_reader_of_yaml_takes_it_for_the_same(data, any_briefing):
    briefing = data.draw(any_briefing)
    text = dump_briefing(briefing)
    written = json.loads(json.dumps(yaml.safe_load(text)))
    assert YAML(typ="safe", pure=True).load(text) == written
    assert Briefing.model_validate(written) == briefing
    VALIDATOR.validate(written)


@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda raw: raw.decode("latin-1")))
@settings(deadline=None)
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
@settings(deadline=None)
def test_any_values_are_read_or_refused_with_their_place(values):
    try:
        load_briefing(json.dumps(values), PATH)
    except Problems as problems:
        assert all(problem.at and problem.at.line for problem in problems.problems)
