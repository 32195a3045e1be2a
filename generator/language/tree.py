"""Tagged and parsed sentences as frozen values, and the few questions asked of their trees."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from operator import attrgetter
from typing import Any, TypeVar

from generator.language.morphology import lemma
from generator.model import Article

Found = TypeVar("Found")

CLAUSE_LABELS = frozenset(
    {"root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj", "csubj:pass", "parataxis"}
)

CONTENT_TAGS = ("NN", "VB", "JJ", "CD", "RB")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its place in the sentence and the article, its tag and its head."""

    index: int
    text: str
    start: int
    end: int
    tag: str
    """Fine part of speech, Penn Treebank style (NNP, VBD, …)."""
    head: int
    """Index of the head token in the sentence; -1 for the root."""
    label: str
    """Universal Dependencies relation to the head."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: tokens `first` to `last` (exclusive) of a sentence."""

    first: int
    last: int
    type: str
    """PERSON, ORG, LOC, NORP or MISC."""


@dataclass(frozen=True)
class Sentence:
    """A parsed sentence; always one tree over all its tokens."""

    index: int
    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]
    heading: bool = False

    def __hash__(self) -> int:
        """Hash by the place in the text: going through all tokens takes its time."""
        return hash((self.index, self.start))

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                below[token.head].append(token)
        return tuple(tuple(tokens) for tokens in below)

    @cached_property
    def found(self) -> dict[tuple[Callable[..., Any], int], Any]:
        """What `remembered` functions have found for its tokens."""
        return {}

    @cached_property
    def _subtrees(self) -> dict[int, tuple[Token, ...]]:
        return {}

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case, one for each token."""
        return tuple([token.text.lower() for token in self.tokens])

    @cached_property
    def words(self) -> frozenset[str]:
        """All that its words read in lower case."""
        return frozenset(self.lower)

    @cached_property
    def verbs(self) -> tuple[tuple[Token, str], ...]:
        """The tokens tagged as verbs, with their base forms."""
        verbs = (token for token in self.tokens if token.tag.startswith("VB"))
        return tuple((verb, lemma(verb.text, verb.tag)) for verb in verbs)

    @cached_property
    def content(self) -> frozenset[str]:
        """The base forms, in lower case, of its nouns, verbs, adjectives, adverbs and numbers."""
        words = (token for token in self.tokens if token.tag.startswith(CONTENT_TAGS))
        return frozenset([lemma(word.text, word.tag).lower() for word in words])

    @cached_property
    def root(self) -> Token:
        """The token that heads the tree."""
        return next(token for token in self.tokens if token.head < 0)

    def head(self, token: Token) -> Token | None:
        """Return the head of a token, None for the root."""
        return self.tokens[token.head] if token.head >= 0 else None

    def children(self, token: Token, *labels: str) -> tuple[Token, ...]:
        """Return the direct dependents of a token, in order; only those with one of the labels."""
        below = self._children[token.index]
        if not (below and labels):
            return below
        found = []
        for t in below:  # a comprehension would take a fifth longer
            if t.label in labels:
                found.append(t)
        return tuple(found)

    def child(self, token: Token, *labels: str) -> Token | None:
        """Return the first direct dependent with one of the labels."""
        for below in self._children[token.index]:
            if below.label in labels or not labels:
                return below
        return None

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """Return a token and all that depends on it, in sentence order."""
        found = self._subtrees.get(token.index)
        if found is None:
            words = [token]
            for word in words:
                words += self._children[word.index]
            words.sort(key=attrgetter("index"))
            found = self._subtrees[token.index] = tuple(words)
        return found

    def path_to_root(self, token: Token) -> Iterator[Token]:
        """Yield a token, its head, the head's head, … up to the root."""
        at: Token | None = token
        while at is not None:
            yield at
            at = self.head(at)

    def clause(self, token: Token) -> Token:
        """Return the head of the smallest clause that a token stands in."""
        for above in self.path_to_root(token):
            if above.label in CLAUSE_LABELS or (
                above.label == "conj" and above.tag.startswith(("VB", "MD"))
            ):
                return above
        return self.root


def remembered(find: Callable[[Sentence, Token], Found]) -> Callable[[Sentence, Token], Found]:
    """Keep with a sentence what a function finds for its tokens: rules ask the same many times."""

    @wraps(find)
    def find_once(sentence: Sentence, token: Token) -> Found:
        key, found = (find, token.index), sentence.found
        if key not in found:
            found[key] = find(sentence, token)
        answer: Found = found[key]
        return answer

    return find_once


@dataclass(frozen=True)
class Document:
    """An article with its sentences parsed."""

    article: Article
    sentences: tuple[Sentence, ...] = field(default=())
    headline: Sentence | None = None
    """The title, parsed; its offsets count characters of the title, its index is -1."""
    asides: tuple[Sentence, ...] = ()
    """Captions and the like, parsed."""

    @property
    def text(self) -> str:
        """The article's text, which all offsets count in."""
        return self.article.text

    @cached_property
    def placed(self) -> tuple[Sentence, ...]:
        """Sentences and asides in text order: an aside has the index of the sentence before it."""
        starts = [sentence.start for sentence in self.sentences]
        beside = (
            replace(aside, index=max(0, bisect_right(starts, aside.start) - 1))
            for aside in self.asides
        )
        return tuple(sorted((*self.sentences, *beside), key=attrgetter("start")))

    @cached_property
    def between_blanks(self) -> frozenset[str]:
        """All words of the text that have a blank before and behind them."""
        return frozenset(self.text.split(" ")[1:-1])

    @cached_property
    def own_text(self) -> str:
        """The text with blanks in place of captions and the like, whose marks pair with none."""
        kept, at = list[str](), 0
        for aside in self.asides:
            words = self.text[aside.start : aside.end]
            paired = words.count('"') % 2 == 0 and words.count("“") == words.count("”")
            kept += [self.text[at : aside.start], " " * len(words) if paired else words]
            at = aside.end
        return "".join([*kept, self.text[at:]])

    def words(self, start: int, end: int) -> str:
        """Return a stretch of the text with white space folded to single blanks."""
        return " ".join(self.article.text[start:end].split())
