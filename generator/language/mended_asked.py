"""A sentence that a question opens, "Why the four left is in dispute" -> its verb and subject.

The model often takes that verb for a noun: before an "is" there mostly is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.language.irregular import BASE_OF_PARTICIPLE, BASE_OF_PAST
from generator.language.mended_clauses import SUBJECTS, Change
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

_ASKING = frozenset({"WRB", "WP"})
_LINKS = frozenset({"is", "was", "remains", "remained"})
_COUNTED = frozenset({"many", "much", "few"})
_NOMINAL = ("NN", "CD", "PRP", "JJ")
_SEVERAL = frozenset({"people", "men", "women", "children", "police", "troops", "fish", "sheep"})
"""Plurals without an "s": "how many people is unclear"."""


def with_asked_verb(sentence: Sentence) -> Sentence:
    """Return a sentence whose "How many died is not known" has a verb in what is asked."""
    opening = _opening(sentence)
    if not opening:
        return sentence
    *before, verb = opening[1:]
    helping = before[-1:] if before[-1].tag.startswith("VB") else []
    tag = _tag_of(before, verb, helped=bool(helping))
    subjects = [t for t in before if t.tag.startswith(_NOMINAL)]
    if tag is None or not subjects:
        return sentence
    changes = dict(_joined(sentence, opening, subjects[-1], helping))
    tokens = [
        replace(t, head=changes[t.index][0], label=changes[t.index][1]) if t.index in changes else t
        for t in sentence.tokens
    ]
    tokens[verb.index] = replace(tokens[verb.index], tag=tag)
    return replace(sentence, tokens=tuple(tokens))


def _opening(sentence: Sentence) -> tuple[Token, ...]:
    """Return the words before the "is" of a sentence, if they ask and the parse has no verb there.

    The verb of what is asked is the last of them: "How much the walkout has cost".
    """
    end = next((t.index for t in sentence.tokens if t.text in _LINKS), 0)
    link, opening = sentence.tokens[end], sentence.tokens[:end]
    told = link.head == sentence.root.index or link is sentence.root
    if len(opening) <= len(("How", "many")) or opening[0].tag not in _ASKING or not told:
        return ()
    *others, verb = opening
    known = verb.tag in {"VBD", "VBP", "VBZ", "VBN"} and sentence.child(verb, *SUBJECTS)
    verbal = [t for t in others if t.tag.startswith(("VB", "MD"))]
    helped = all(lemma(t.text, t.tag) == "have" and t is others[-1] for t in verbal)
    asked = sentence.tokens[-1].text == "?" or sentence.root in opening
    return () if known or asked or not helped else opening


def _tag_of(before: list[Token], verb: Token, *, helped: bool) -> str | None:
    """Return the tag of a verb by its form: "has cost", "the four left", "how many survive"."""
    low = verb.text.lower()
    if low in (BASE_OF_PARTICIPLE if helped else BASE_OF_PAST) or low.endswith("ed"):
        return "VBN" if helped else "VBD"
    counted = before[-1].text in _COUNTED and not low.endswith("s") and low not in _SEVERAL
    return "VBP" if counted and not helped else None


def _joined(
    sentence: Sentence, opening: tuple[Token, ...], subject: Token, helping: list[Token]
) -> Iterator[Change]:
    """Yield what hangs on the verb of what is asked, and that on what is told of it."""
    word, *before, verb = opening
    yield verb.index, (sentence.root.index, "csubj")
    yield from ((t.index, (verb.index, "aux")) for t in helping)
    inside = {t.index for t in before}
    if before[0].text not in _COUNTED:
        yield word.index, (verb.index, "obj" if word.tag == "WP" else "advmod")
    elif before[0] is not subject:
        yield before[0].index, (verb.index, "obj")
    yield subject.index, (verb.index, "nsubj")
    loose = (t for t in before if t.head not in inside and t.text not in _COUNTED)
    for token in loose:
        if token is not subject and token not in helping:
            yield token.index, (subject.index, token.label)
