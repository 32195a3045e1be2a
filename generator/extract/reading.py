"""What has been understood of a document before items are drawn from it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from generator.extract.quotation_marks import find_quotations
from generator.extract.salience import sentence_weights
from generator.language.gazetteer import Gazetteer
from generator.language.tree import Document, Sentence, Token
from generator.model import ActorKind, Evidence, QuoteKind, Span

LONGEST_EVIDENCE = 40
"""Words of evidence for an actor or a place: as many as a page may quote of a source."""
CLAUSE_MARKS = frozenset({",", ";", ":", "–", "—", "--", "(", ")"})

Place = tuple[int, int]
"""A sentence and the index of a token in it."""
MentionKind = Literal["name", "short", "role", "demonym", "metonym", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference to an actor: tokens `first` to `last` (exclusive) of a sentence."""

    sentence: int
    first: int
    last: int
    start: int
    end: int
    kind: MentionKind
    head: int
    """Index of the token that governs the mention."""

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.sentence, self.first


@dataclass(frozen=True, slots=True)
class Actor:
    """One real-world actor with all its mentions, in text order."""

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    role_span: Span | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    anonymous: bool = False
    """Unnamed ("two officials", "a spokesman"): a speaker, but not listed as an actor by name."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Someone said, wrote, believes or asks something; spans count characters of the article."""

    sentence: int
    source: tuple[Span, ...]
    """Empty where nobody is named."""
    speaker: str | None
    """An actor's id."""
    cue: Span
    cue_lemma: str
    content: tuple[Span, ...]
    kind: QuoteKind
    negated: bool = False
    via: tuple[str, ...] = ()
    """Through whom or what the words came, nearest first ("citing a ministry memo")."""
    anonymous: bool = False
    clausal: bool = False
    """What is said is a whole clause, not a thing talked about or meant to be done."""

    def is_cued_by(self, token: Token) -> bool:
        """Tell whether a word is the cue or a part of it, as both are in "has said"."""
        return self.cue.start <= token.start < self.cue.end


@dataclass(frozen=True)
class Reading:
    """A document and what has been understood of it."""

    document: Document
    gazetteer: Gazetteer
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    things: Mapping[Place, Place] = field(default_factory=dict)
    """The pronouns that take up a thing, and the head of the phrase that tells of it."""
    dated: datetime.date | None = None
    """The day that the article's own dateline tells."""

    @cached_property
    def _by_token(self) -> dict[tuple[int, int], tuple[Actor, Mention]]:
        # The shortest mention wins where two overlap: "Netanyahu" inside "Netanyahu's office".
        longest_first = sorted(
            ((m.last - m.first, actor, m) for actor in self.actors for m in actor.mentions),
            key=lambda row: -row[0],
        )
        return {
            (m.sentence, token): (actor, m)
            for _, actor, m in longest_first
            for token in range(m.first, m.last)
        }

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _by_sentence(self) -> dict[int, tuple[Attribution, ...]]:
        found: dict[int, dict[int, Attribution]] = {}
        for number, attribution in enumerate(self.attributions):
            found.setdefault(attribution.sentence, {})[number] = attribution
            for span in attribution.content:
                first = sentence_at(self.document, span.start)
                last = sentence_at(self.document, span.end - 1)
                if first and last:
                    for index in range(first.index, last.index + 1):
                        found.setdefault(index, {})[number] = attribution
        return {index: tuple(rows.values()) for index, rows in found.items()}

    @cached_property
    def is_quoted(self) -> Callable[[int], bool]:
        """What tells whether a place in the article stands between quotation marks."""
        return quoted_at(self.document.own_text)

    @cached_property
    def names(self) -> dict[str, str]:
        """What actors are called in running text, by their ids, as far as that has been asked."""
        return {}

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The ids of all actors to whom something is attributed."""
        return frozenset(a.speaker for a in self.attributions if a.speaker)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """How much each sentence tells of the main event."""
        return sentence_weights(self)

    def attributions_in(self, sentence: int) -> tuple[Attribution, ...]:
        """Return what is attributed in a sentence, or from another to words in it."""
        return self._by_sentence.get(sentence, ())

    @cached_property
    def published(self) -> datetime.date | None:
        """The day that relative dates count from, where the article states one."""
        stated = self.document.article.source.published
        return datetime.date.fromisoformat(stated[:10]) if stated else self.dated

    def actor(self, actor_id: str | None) -> Actor | None:
        """Return the actor with an id."""
        return self._by_id.get(actor_id) if actor_id else None

    def actor_at(self, sentence: int, token: int) -> Actor | None:
        """Return the actor whose mention covers a token."""
        found = self._by_token.get((sentence, token))
        return found[0] if found else None

    def takes_up(self, sentence: Sentence, pronoun: Token) -> bool:
        """Say whether a pronoun is known to take up an actor or a thing."""
        place = (sentence.index, pronoun.index)
        return place in self._by_token or place in self.things

    def mention_at(self, sentence: int, token: int) -> Mention | None:
        """Return the mention that covers a token."""
        found = self._by_token.get((sentence, token))
        return found[1] if found else None


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return mentions in text order."""
    return tuple(sorted(mentions, key=lambda m: (m.sentence, m.first, m.last)))


def evidence(document: Document, start: int, end: int) -> Evidence:
    """Return a stretch of the article as evidence, with the sentence it starts in."""
    sentence = sentence_at(document, start)
    return Evidence(
        quote=document.text[start:end],
        sentence=sentence.index if sentence else None,
        start=start,
        end=end,
    )


def sentence_evidence(document: Document, *sentences: Sentence) -> tuple[Evidence, ...]:
    """Return whole sentences as evidence, one entry each."""
    return tuple(evidence(document, s.start, s.end) for s in sentences)


def evidence_around(document: Document, sentence: Sentence, first: int, last: int) -> Evidence:
    """Return the sentence around some tokens, or of a long one the clauses next to them."""
    tokens = sentence.tokens
    if len(document.text[sentence.start : sentence.end].split()) <= LONGEST_EVIDENCE:
        return evidence(document, sentence.start, sentence.end)
    marks = [t.index for t in tokens if t.text in CLAUSE_MARKS]
    start, end = (
        max(0, first - LONGEST_EVIDENCE // 2),
        min(len(tokens), first + LONGEST_EVIDENCE // 2),
    )
    start = min((m + 1 for m in marks if start <= m < first), default=start)
    end = max((m for m in marks if last <= m < end), default=max(end, last))
    return evidence(document, tokens[start].start, tokens[end - 1].end)


def sentence_at(document: Document, offset: int) -> Sentence | None:
    """Return the sentence that an offset lies in, or the last one before it."""
    low, high = 0, len(document.sentences)
    while low < high:
        middle = (low + high) // 2
        if document.sentences[middle].start <= offset:
            low = middle + 1
        else:
            high = middle
    return document.sentences[low - 1] if low else None


def quoted_at(text: str) -> Callable[[int], bool]:
    """Return what tells whether a place in a text stands between quotation marks."""
    return within(piece for quotation in find_quotations(text) for piece in quotation.pieces)


def within(spans: Iterable[Span]) -> Callable[[int], bool]:
    """Return what tells whether a place lies in one of some stretches."""
    return {at for span in spans for at in range(span.start, span.end)}.__contains__
