"""Sentences -> how much each tells of the main event: by place, headline words and actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.language.tree import Sentence

if TYPE_CHECKING:
    from generator.extract.reading import Reading

EMPTY = frozenset("be have do say tell not also more so then there now just even still".split())
FIRST = 1.0
"""Weight of the first sentence; the weight of place halves every HALF_WAY sentences."""
HALF_WAY = 6
HEADLINE = 1.0
"""Weight of a sentence that has every content word of the headline."""
OPENING = 0.4
"""Weight of a paragraph's first sentence: newswire puts what is new there."""
ACTORS = 0.25
"""Weight of a subject that the whole article keeps coming back to."""


def content_words(sentence: Sentence) -> frozenset[str]:
    """Return the base forms of what counts in a sentence, without what any could be about."""
    return sentence.content - EMPTY


def sentence_weights(reading: Reading) -> tuple[float, ...]:
    """Return a weight for each sentence of the article; headings and empty ones weigh 0."""
    body = [s for s in reading.document.sentences if not s.heading]
    place = {sentence.index: rank for rank, sentence in enumerate(body)}
    opening = {sentence.paragraph: sentence.index for sentence in reversed(body)}
    most = max((len(actor.mentions) for actor in reading.actors), default=1)
    return tuple(
        FIRST / (1 + place[sentence.index] / HALF_WAY)
        + HEADLINE * headline_share(reading, sentence)
        + ACTORS * _subject_mentions(reading, sentence) / most
        + OPENING * (opening[sentence.paragraph] == sentence.index)
        if sentence.index in place
        else 0.0
        for sentence in reading.document.sentences
    )


def headline_share(reading: Reading, sentence: Sentence) -> float:
    """Return the share of the headline's content words that a sentence has."""
    headline = reading.document.headline
    title = content_words(headline) if headline else frozenset()
    return len(title & content_words(sentence)) / len(title) if title else 0.0


def _subject_mentions(reading: Reading, sentence: Sentence) -> int:
    """Return how often the article mentions the subject of a sentence."""
    subject = sentence.child(sentence.root, "nsubj", "nsubj:pass")
    actor = reading.actor_at(sentence.index, subject.index) if subject else None
    return len(actor.mentions) if actor else 0
