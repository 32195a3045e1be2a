"""What the model gets wrong in clauses about what is to come: who talks, opens and is due to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.language.mended_clauses import SUBJECTS, Change
from generator.language.tree import Sentence, Token

TO_COME = frozenset(
    """appear arrive begin close end expire face finish host join launch leave meet open play
    publish reopen report restart resume retire return run start visit vote""".split()
)
"""Verbs behind "is due to" that the model takes for nouns; as nouns they would have an article."""
_SPANS = frozenset({"week", "month", "year", "night", "morning", "evening", "today"})


def with_due_verbs(sentence: Sentence) -> Sentence:
    """Return a sentence whose "is due to reopen" has a verb, not "due to" before a noun."""
    tokens = tuple(replace(t, tag="VB") if _is_due(sentence, t) else t for t in sentence.tokens)
    return sentence if tokens == sentence.tokens else replace(sentence, tokens=tokens)


def _is_due(sentence: Sentence, token: Token) -> bool:
    if token.tag not in {"NN", "NNP"} or token.text.lower() not in TO_COME:
        return False
    before = [t.text.lower() for t in sentence.tokens[max(0, token.index - 2) : token.index]]
    return before == ["due", "to"] and sentence.child(token, "cop") is not None


def it_taken_for_nothing(sentence: Sentence, token: Token) -> Iterator[Change]:
    """Yield the "it" of "it was in talks to sell the mill", which is somebody."""
    if token.label != "expl" or token.text.lower() != "it" or token.index > token.head:
        return
    state = sentence.tokens[token.head]
    inside = any(t.text.lower() == "in" for t in sentence.children(state, "case"))
    steps = sentence.children(state, "acl", "advcl")
    if inside and state.tag == "NNS" and steps and not sentence.child(state, "ccomp", "csubj"):
        yield token.index, (token.head, "nsubj")


def subject_taken_for_a_sentence(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the subject and verb of "Peace talks open in Oslo", read as two sentences."""
    if noun.label != "root" or noun.tag != "NNS":
        return
    for verb in sentence.children(noun, "parataxis"):
        behind = max(t.index for t in sentence.subtree(noun) if t.index < verb.index)
        runs_on = verb.tag == "VBP" and behind == verb.index - 1
        stops = any(not t.text[:1].isalnum() for t in sentence.tokens[noun.index : verb.index])
        if runs_on and not stops and not sentence.child(verb, *SUBJECTS):
            yield from ((verb.index, (-1, "root")), (noun.index, (verb.index, "nsubj")))


def time_of_saying(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the time in "said on Friday it would close", which is when that was said."""
    clause = sentence.head(noun) if noun.label.startswith("obl") else None
    verb = sentence.head(clause) if clause is not None and clause.label == "ccomp" else None
    subject = sentence.child(clause, "nsubj", "nsubj:pass") if clause is not None else None
    time = noun.tag == "NNP" or noun.text.lower() in _SPANS
    if verb is None or subject is None or not (time and verb.index < noun.index < subject.index):
        return
    first = sentence.subtree(noun)[0].index
    stops = any(t.text == "," for t in sentence.tokens[first : subject.index])
    if first == verb.index + 1 and not stops:
        yield noun.index, (verb.index, noun.label)


def title_taken_for_a_subject(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield the noun before a name in "Indian start-up Orbita will try", which goes with it."""
    subjects = [t for t in sentence.children(verb, "nsubj") if t.index < verb.index]
    if len(subjects) != len(("title", "name")) or not verb.tag.startswith("VB"):
        return
    title, name = subjects
    between = sentence.tokens[title.index + 1 : name.index]
    tied = all(t.tag in {"HYPH", "RP", "NN", "NNP"} for t in between)
    if title.tag == "NN" and name.tag == "NNP" and tied and not sentence.child(title, "det"):
        yield title.index, (name.index, "nmod:desc")
        yield from ((t.index, (title.index, "compound")) for t in between if t.head == verb.index)


def subject_taken_for_an_address(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield who wants it in "Unite, the union, wants a vote": nobody is called there."""
    verb = sentence.head(noun) if noun.label == "vocative" else None
    words = sentence.subtree(noun)
    if verb is None or verb.tag not in {"VBZ", "VBD"} or sentence.child(verb, *SUBJECTS):
        return
    if words[0].index == 0 and words[-1].index == verb.index - 1:
        yield noun.index, (verb.index, "nsubj")
        yield from ((t.index, (noun.index, "appos")) for t in sentence.children(noun, "vocative"))
