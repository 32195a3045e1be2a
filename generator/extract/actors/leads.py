"""A person told of without a name -> who that is, by who is named just after or before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from generator.extract.actors.antecedents import LEAD, Nominal
from generator.extract.reading import Actor, Mention
from generator.extract.words.speech_verbs import SPEAKING
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token

NEXT = 2
"""Sentences after a lead, or before "the 79-year-old", in which the person told of is named."""
NEAREST = 5
"""Mentions of somebody before a phrase that are looked at."""


def named_next(nominal: Nominal, actors: Sequence[Actor], document: Document) -> Actor | None:
    """Return who "a nurse" in a lead is, where the next paragraph opens with a name or an age."""
    if nominal.definite or nominal.plural or nominal.head.label not in {"nsubj", "nsubj:pass"}:
        return None
    if nominal.kind != "person" or nominal.sentence.index > LEAD:
        return None
    if not _is_main(nominal):
        return None
    people = [a for a in actors if a.kind == "person" and a.mentions]
    first = min(people, key=lambda a: (a.mentions[0].sentence, a.mentions[0].first), default=None)
    if first is None or not 0 < first.mentions[0].sentence - nominal.sentence.index <= NEXT:
        return None
    sentence = document.sentences[first.mentions[0].sentence]
    head = sentence.tokens[first.mentions[0].head]
    if head.label not in {"nsubj", "nsubj:pass"}:
        return None
    after = sentence.tokens[first.mentions[0].last :][:3]
    aged = [t.text for t in after[::2]] == [",", ","] and after[1].text.isdigit()
    return first if aged or _goes_on_about(first, sentence, head) else None


def _goes_on_about(actor: Actor, sentence: Sentence, head: Token) -> bool:
    """Say whether a sentence opens with somebody's bare name, and not with a witness's."""
    verb = sentence.head(head)
    speaks = verb is None or lemma(verb.text, verb.tag) in SPEAKING
    return not (actor.role or speaks or actor.mentions[0].first)


def named_before(nominal: Nominal, actors: Sequence[Actor], document: Document) -> Actor | None:
    """Return who "the 79-year-old" or "Oslo-born pensioner" is: the last who did something."""
    tokens = nominal.sentence.tokens[nominal.first : nominal.head.index]
    told = any(t.text.lower().endswith(("-year-old", "year", "born")) for t in tokens)
    if not told or nominal.plural or nominal.sentence.tokens[nominal.first].text.lower() != "the":
        return None
    last = (_last_deed(actor, nominal, document) for actor in actors if actor.kind == "person")
    did = [(place, actor.id, actor) for place, actor in last if place]
    return max(did)[2] if did else None


def _last_deed(
    actor: Actor, nominal: Nominal, document: Document
) -> tuple[tuple[int, int] | None, Actor]:
    """Return where somebody last did something, just before a phrase."""
    at = bisect_left(actor.mentions, (nominal.sentence.index, nominal.first), key=_place)
    for m in reversed(actor.mentions[max(0, at - NEAREST) : at]):
        does = document.sentences[m.sentence].tokens[m.head].label.startswith("nsubj")
        if does and nominal.sentence.index - m.sentence <= NEXT:
            return _place(m), actor
    return None, actor


def _place(mention: Mention) -> tuple[int, int]:
    return mention.sentence, mention.first


def _is_main(nominal: Nominal) -> bool:
    """Say whether a phrase is the subject of what its sentence tells."""
    sentence = nominal.sentence
    return nominal.head.head in {sentence.root.index, told_verb(sentence).index}


def told_verb(sentence: Sentence) -> Token:
    """Return the verb of what a sentence tells: "died" of "Six died, police said"."""
    root = sentence.root
    if lemma(root.text, root.tag) not in {*SPEAKING, "hear"}:
        return root
    told = sentence.children(root, "ccomp")
    return next((verb for verb in told if verb.index < root.index), root)
