"""A time in a sentence -> whether it is told of another deed than the one in question."""

from __future__ import annotations

from generator.extract.grammar.trimming import subject_of
from generator.extract.words.foreground import BESIDE, BYGONE_BY
from generator.extract.words.place_words import GATHERINGS
from generator.extract.words.ties import marks, word_before
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

_RECALLING = frozenset("celebrate commemorate honour honor mark recall remember".split())
_PUTTING_OFF = frozenset("adjourn defer delay postpone put reschedule suspend".split())
_AHEAD = frozenset({"ahead of", "before", "prior to"})


def is_of_another(sentence: Sentence, token: Token) -> bool:
    """Recognise a word of another deed: "after the vote", "who left", "called for a march on".

    So it is with "the code, adopted in May", whatever the parse joins that to.
    """
    tied = marks(sentence, token).partition(" ")[0]
    turned = any(t.text == "but" for t in sentence.children(token, "cc"))
    if token.label == "conj" and turned and subject_of(sentence, token) is not None:
        return True  # "has offered it, but the chiefs said on Monday"
    told_of = tied in {"for", "of"} and lemma(token.text, token.tag).lower() in GATHERINGS
    return (
        told_of
        or tied in BYGONE_BY
        or (token.label in BESIDE and tied != "to")
        or _is_set_off(sentence, token)
    )


def _is_set_off(sentence: Sentence, token: Token) -> bool:
    bare = not sentence.child(token, "mark", "aux", "aux:pass", "nsubj", "nsubj:pass")
    return (
        token.label == "advcl" and token.tag == "VBN" and bare and token.index > token.head
    ) and word_before(sentence, sentence.subtree(token)[0]).tag.startswith("NN")


def is_apart(sentence: Sentence, time: Token, deed: Token) -> bool:
    """Recognise "marks the raid of 1824", "put off until 2027", "ahead of a vote this year"."""
    verb, tie = lemma(deed.text, deed.tag), marks(sentence, time)
    if time.label == "nmod" and verb in _RECALLING:
        return True
    before = word_before(sentence, sentence.subtree(time)[0])
    named = before.tag.startswith("NN") and before.index != time.head
    if named and marks(sentence, before) in _AHEAD:
        return True
    return tie in {"until", "till"} and verb in _PUTTING_OFF and time.head == deed.index
