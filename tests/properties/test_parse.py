"""Whatever the text, the shipped model's parse is a tree over exactly its words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.ingest.segment import segment
from generator.language.tagger import load
from generator.language.tree import Sentence

pytestmark = pytest.mark.model

NEWS = st.lists(
    st.sampled_from(
        "The minister said on Tuesday that Kenya ’s port would n't open , “ whatever happens ” ; "
        "Amina Diallo - 42 % U.S. ( he ) . … $ 5 m -- whether or not they had been 🙂".split()
    ),
    min_size=1,
    max_size=40,
).map(" ".join)


def holds(sentence: Sentence, text: str) -> None:
    assert [t.index for t in sentence.tokens] == list(range(len(sentence.tokens)))
    for token in sentence.tokens:
        assert text[token.start : token.end] == token.text
        assert (token.head < 0) == (token.label == "root")
        assert list(sentence.path_to_root(token))[-1] == sentence.root
    last = 0
    for entity in sentence.entities:
        assert last <= entity.first < entity.last <= len(sentence.tokens)
        last = entity.last


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(NEWS, st.text(max_size=80)))
def test_every_sentence_is_one_tree_with_exact_offsets(text: str) -> None:
    segments = segment(text)
    sentences = load().parse(segments, text)
    assert len(sentences) == len(segments)
    for sentence in sentences:
        holds(sentence, text)


@pytest.mark.parametrize(
    "text", ["word " * 900, "a" * 5000, "(" * 400, "1,2 " * 300, "\u202eabc \0 \ufeff", "x." * 300]
)
def test_long_and_odd_sentences_are_parsed_whole(text: str) -> None:
    for sentence in load().parse(segment(text), text):
        holds(sentence, text)


def test_company_does_not_change_a_sentence() -> None:
    alone = "The court in Nairobi rejected the appeal."
    more = f"{alone} Lawyers for Peter Okello had asked for time, but none was given to them."
    (first, *_) = load().parse(segment(more), more)
    (only,) = load().parse(segment(alone), alone)
    assert [(t.text, t.tag, t.head, t.label) for t in first.tokens] == [
        (t.text, t.tag, t.head, t.label) for t in only.tokens
    ]


def test_plain_sentence_is_understood() -> None:
    text = (
        "Amina Okafor, who leads the World Bank, said in Lagos that Kenyan ports hadn’t reopened."
    )
    (sentence,) = load().parse(segment(text), text)
    words = {token.text: token for token in sentence.tokens}
    assert sentence.root.text == "said"
    assert words["reopened"].label == "ccomp"
    assert words["n’t"].head == words["reopened"].index
    names = {
        " ".join(t.text for t in sentence.tokens[e.first : e.last]): e.type
        for e in sentence.entities
    }
    assert names["Amina Okafor"] == "PERSON"
    assert names["Lagos"] == "LOC"
    assert names["Kenyan"] == "NORP"
