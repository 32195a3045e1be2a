"""Quotations that stand alone -> voices: whom the words around them were about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extract.grammar.holders import (
    agent,
    antecedent,
    base_form,
    can_tell,
    is_told,
    owner,
    speaks,
    subject,
)
from generator.extract.quotation_marks import Quotation
from generator.extract.speech.dialogue import Voice
from generator.extract.speech.scene import Scene
from generator.extract.words.lexicon import WRITINGS
from generator.extract.words.speech_verbs import CLAUSE_NOUNS
from generator.language.tree import Sentence, Token
from generator.model import Span

_TOLD_OF = 3
"""How many sentences before a quotation that stands alone may tell whose it is."""
_ANSWERS = frozenset({"advice", "answer", "explanation", "reaction", "reply", "response"})
_ONESELF = re.compile(r"\b(?:I|I['’](?:m|d|ll|ve)|me|my|myself)\b")


def leading_in(scene: Scene, quotation: Quotation) -> Voice | None:
    """Return the voice of the words before that end in a colon."""
    index = scene.sentence_at(quotation.start).index
    own = scene.document.sentences[index]
    before = scene.document.text[own.start : quotation.start].rstrip()
    if before.endswith(":"):
        return _subject_of(scene, own)
    if before or not index:
        return None
    previous = scene.document.sentences[index - 1]
    ended = scene.document.text[previous.start : quotation.start].rstrip()
    return _subject_of(scene, previous) if ended.endswith(":") else None


def shouted(scene: Scene, quotation: Quotation) -> Voice | None:
    """Return the voice of a sentence behind that says only who spoke: “No!” Reis told them."""
    here = scene.sentences_of(quotation)[-1]
    behind = scene.document.sentences[here.index + 1 :][:1]
    if not behind or behind[0].paragraph != here.paragraph:
        return None
    (sentence,), root = behind, behind[0].root
    told = speaks(root) and not scene.is_quoted(root) and not is_told(sentence, root)
    said = sentence.child(root, "ccomp", "xcomp", "obj", "parataxis", "advcl")
    ends = scene.document.text[here.start : sentence.end].rstrip()
    holder = subject(sentence, root) if told and said is None and ends[-1:] == "." else None
    return Voice(sentence.index, holder, root) if holder is not None else None


def about(scene: Scene, quotation: Quotation) -> Voice | None:
    """Return the voice of whom the sentences before, in the same paragraph, were about.

    Things that are told of between are passed over; several people say no `I`.
    """
    own = scene.sentence_at(quotation.start)
    alone = is_of_one(scene, quotation.pieces)
    for previous in scene.document.sentences[max(own.index - _TOLD_OF, 0) : own.index][::-1]:
        if previous.paragraph != own.paragraph or previous.heading:
            return None
        voice = _subject_of(scene, previous)
        if voice and voice.source:
            several = voice.source.tag == "NNS" or voice.source.text.lower() == "they"
            return None if alone and several else voice
    return None


def is_of_one(scene: Scene, content: Sequence[Span]) -> bool:
    """Tell whether words are those of one person, who says `I`."""
    return any(_ONESELF.search(scene.document.text, s.start, s.end) for s in content)


def _subject_of(scene: Scene, sentence: Sentence) -> Voice | None:
    """Return the subject of a sentence's last verb of saying, or of its main verb.

    Of the main verb whoever does it, or whose it is: `Her answer was short`, `Orr's life is hard`.
    """
    saying = [t for t in sentence.tokens if speaks(t) and not is_told(sentence, t)]
    for verb in (*saying[::-1], sentence.root):
        if scene.is_quoted(verb):
            continue
        told = speaks(verb) and verb in saying
        holder = subject(sentence, verb)
        if holder is not None and not told:
            holder = agent(sentence, verb) or _whose(sentence, holder) or holder
        if holder is not None and can_tell(antecedent(sentence, holder)):
            return Voice(sentence.index, holder, verb if told else None)
    return None


def _whose(sentence: Sentence, noun: Token) -> Token | None:
    """Return whose an answer or a message is, or the named person whose a thing is."""
    holder = owner(sentence, noun)
    known = base_form(noun).lower() in CLAUSE_NOUNS | WRITINGS | _ANSWERS
    named = not can_tell(noun) and holder is not None and _is_person(sentence, holder)
    return holder if known or named else None


def _is_person(sentence: Sentence, token: Token) -> bool:
    people = (e for e in sentence.entities if e.type == "PERSON")
    return any(e.first <= token.index < e.last for e in people)
