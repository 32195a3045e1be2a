"""Whatever the parser says, questions are well formed, grounded and few."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.events.headline import LONGEST_TITLE, add_headline
from generator.extract.events.how import find_how
from generator.extract.events.statements import statement
from generator.extract.events.what import MOST as MOST_STATED
from generator.extract.events.what import find_what
from generator.extract.events.why import find_why
from generator.extract.questions.finding import MOST, find_questions
from generator.extract.questions.well_formed import is_well_formed
from generator.extract.reading import Reading
from generator.language.tree import Document, Sentence, Token
from generator.model import Article, Draft, Source

WORDS = st.sampled_from(
    "The a hospital hospitals Ana it its they he said say decline declined to will would could is"
    " was not n't if whether when how many either or and , . “ ” ( ) – deny denied ask asked demand"
    " New Delhi accuse of leaving cause unclear unknown no hearing been scheduled one's \x00"
    " العربية"
    " 🚢 report according his that this which who".split(" ")
)
TAGS = st.sampled_from(
    "DT NN NNS NNP PRP PRP$ VB VBD VBZ VBN VBG MD TO IN JJ RB CC WP WRB . ,".split()
)
LABELS = st.sampled_from(
    "nsubj nsubj:pass obj obl nmod nmod:poss ccomp xcomp advcl acl acl:relcl csubj conj cc mark aux"
    " aux:pass cop det case advmod punct expl appos parataxis compound".split()
)


class NoPlaces:
    def country(self, name: str) -> None:
        return None


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text, sentences = "", []
    for index in range(draw(st.integers(1, 3))):
        words = draw(st.lists(WORDS, min_size=1, max_size=14))
        root = draw(st.integers(0, len(words) - 1))
        start, tokens = len(text), []
        for position, word in enumerate(words):
            # Heads lead towards the root, so that every drawing is a tree.
            toward = range(position + 1, root + 1) if position < root else range(root, position)
            head = -1 if position == root else draw(st.sampled_from(list(toward)))
            label = "root" if position == root else draw(LABELS)
            at = len(text)
            text += f"{word} "
            tokens.append(Token(position, word, at, at + len(word), draw(TAGS), head, label))
        sentences.append(Sentence(index, start, len(text) - 1, 0, tuple(tokens), ()))
    return Document(Article(Source(file="seeds/a.txt"), text, ()), tuple(sentences))


@settings(max_examples=300, deadline=None)
@given(documents())
def test_any_tree_gives_well_formed_grounded_questions(document: Document) -> None:
    reading = Reading(document, NoPlaces())  # type: ignore[arg-type]
    questions = find_questions(reading, Draft(title="t")).open_questions
    assert len(questions) <= MOST
    for question in questions:
        assert is_well_formed(question.question)
        assert question.why_open
        assert question.evidence
        for evidence in question.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote


@settings(max_examples=300, deadline=None)
@given(documents())
def test_any_tree_gives_a_few_grounded_statements_and_a_title(document: Document) -> None:
    reading = Reading(document, NoPlaces())  # type: ignore[arg-type]
    draft = Draft(title="Untitled")
    for extract in (find_what, find_why, find_how, add_headline):
        draft = extract(reading, draft)
    assert len(draft.what) <= MOST_STATED
    assert len(draft.title) <= LONGEST_TITLE
    for item in (*draft.what, *draft.why, *draft.how):
        for evidence in item.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote


@settings(max_examples=200, deadline=None)
@given(documents())
def test_any_tree_gives_statements_or_nothing(document: Document) -> None:
    reading = Reading(document, NoPlaces())  # type: ignore[arg-type]
    for sentence in document.sentences:
        for token in sentence.tokens:
            told = statement(reading, sentence, token)
            assert told is None or told.endswith(".")
