"""An "it" or "they" and a phrase before it -> what tells for or against its meaning that phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.extract.actors.phrases import Phrase, case_of
from generator.extract.grammar.pointing import tellers
from generator.extract.words.lexicon import AGENTIVE_VERBS, POSSESSED_ACTS
from generator.extract.words.speech_verbs import SPEAKING
from generator.language.morphology import lemma
from generator.language.tree import Token

_NEAR, _FAR = (4, 8, 16), 6
"""Words between a phrase and a pronoun, and phrases between them, told apart up to so many."""


@dataclass(frozen=True)
class Pronoun:
    """An "it" or "they" and where it stands."""

    phrase: Phrase
    case: str
    """subject, object, owner or other."""
    subjects: tuple[int, ...]
    """Heads of the subjects of the clauses around it, nearest first."""
    speakers: frozenset[int]
    """Heads of those who say the clauses around it."""
    above: tuple[int, ...]
    """Itself, its head, the head's head, …"""

    @cached_property
    def head(self) -> Token | None:
        """What it depends on."""
        return self.phrase.sentence.head(self.phrase.head)

    @cached_property
    def deed(self) -> str:
        """The base form of what it depends on."""
        return lemma(self.head.text, self.head.tag).lower() if self.head else ""

    @cached_property
    def keys(self) -> tuple[str, str]:
        """The names of the weights that count for it."""
        return self.phrase.pronoun, f"{self.phrase.pronoun} {self.case}"


def pronoun_at(phrase: Phrase) -> Pronoun:
    """Return a phrase that is an "it" or "they", with the clauses that it stands in."""
    sentence, token = phrase.sentence, phrase.head
    path = tuple(sentence.path_to_root(token))
    subjects = (sentence.child(above, "nsubj", "nsubj:pass") for above in path)
    return Pronoun(
        phrase,
        case_of(token),
        tuple(s.index for s in subjects if s and token not in sentence.subtree(s)),
        frozenset(t.index for t in tellers(sentence, token)),
        tuple(above.index for above in path),
    )


def features_of_nothing(pronoun: Pronoun) -> Iterator[str]:
    """Yield what tells that a pronoun takes up no phrase: "it was clear that", "They say"."""
    sentence, token, head = pronoun.phrase.sentence, pronoun.phrase.head, pronoun.head
    own, cased = pronoun.keys
    yield own
    yield cased
    yield f"word={token.text.lower()}"
    yield f"{cased}, relation={token.label}"
    if head is not None:
        yield f"{own}, head={pronoun.deed}"
        if sentence.child(head, "ccomp", "xcomp", "csubj", "csubj:pass"):
            yield f"{cased}, clause"
        if sentence.child(head, "cop"):
            yield f"{cased}, is {head.tag[:2]}"
        if sentence.child(head, "aux:pass"):
            yield f"{cased}, passive"
    if token.index == 0:
        yield f"{cased}, first"
    if pronoun.phrase.quoted:
        yield f"{cased}, quoted"
    if pronoun.subjects:
        yield f"{cased}, below"


def features_of_pair(pronoun: Pronoun, phrase: Phrase, rank: int) -> Iterator[str]:
    """Yield what tells for or against a phrase; `rank` counts the phrases nearer to the pronoun."""
    distance = pronoun.phrase.sentence.index - phrase.sentence.index
    yield f"sentences={distance}"
    yield f"phrases={min(rank, _FAR)}"
    if distance == 0:
        yield from _within_a_sentence(pronoun, phrase)
    else:
        yield f"sentences={distance}, role={phrase.role}"
        verb = phrase.sentence.head(phrase.top)
        if phrase.role.startswith("nsubj") and verb is not None and verb.label == "root":
            yield f"sentences={distance}, main subject"
        if phrase.sentence.paragraph != pronoun.phrase.sentence.paragraph:
            yield "other paragraph"
    yield f"{pronoun.case} after {phrase.case}"
    if phrase.case == pronoun.case:
        yield "parallel"
    if phrase.quoted != pronoun.phrase.quoted:
        yield "quoted, meant outside" if pronoun.phrase.quoted else "unquoted, meant inside"
    if phrase.pronoun:
        same = phrase.head.text.lower() == pronoun.phrase.head.text.lower()
        yield "same pronoun" if same else "other form"
    yield from _of_deeds(pronoun, phrase)


def _within_a_sentence(pronoun: Pronoun, phrase: Phrase) -> Iterator[str]:
    sentence, token, head = pronoun.phrase.sentence, pronoun.phrase.head, phrase.head
    if head.index > token.index:
        yield "ahead"
        return
    if phrase.top.index in pronoun.subjects:
        level = min(pronoun.subjects.index(phrase.top.index), 2)
        yield f"subject above={level}"
        yield f"subject above={level}, {phrase.kind}"
    else:
        yield "no subject above"
    if phrase.top.index in pronoun.speakers:
        yield "said by"
        yield f"said by, {phrase.kind}"
    yield f"words={sum(token.index - head.index >= words for words in _NEAR)}"
    if head.index in pronoun.above:
        yield "told of by a relative clause"
    if sentence.clause(token) is sentence.clause(head):
        yield "same clause"


def _of_deeds(pronoun: Pronoun, phrase: Phrase) -> Iterator[str]:
    """Yield how what a pronoun does, or has, fits what a phrase tells of."""
    head = pronoun.head
    if head is None:
        return
    word = pronoun.deed
    if phrase.deed == word and phrase.sentence.head(phrase.top) is not head:
        yield "same deed"  # "The school closed. Nobody said why it had closed."
    verb = head.tag.startswith("VB") and pronoun.case == "subject"
    if verb and word in AGENTIVE_VERBS and pronoun.phrase.head.label == "nsubj":
        yield f"acts, {phrase.kind}"
    if verb and word in SPEAKING:
        yield f"speaks, {phrase.kind}"
        yield "speaks again" if phrase.speaks else "had not spoken"
    if pronoun.case == "owner" and word in POSSESSED_ACTS:
        yield f"has an act, {phrase.kind}"
    yield f"head={head.tag[:2]}, {phrase.kind}"
