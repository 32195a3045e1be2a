"""People told of before they are named -> who they are: "one of the miners", "a man in red"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.actors.leads import is_main, says
from generator.extract.actors.nominals import Nominal
from generator.extract.reading import Actor, Mention
from generator.extract.words.titles import names_people
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token
from generator.model import Span

REACH = 2
"""Sentences before "one of them" in which those are told of."""


def named_as_speaker(nominal: Nominal, actors: Sequence[Actor], document: Document) -> Actor | None:
    """Return who is seen first and then heard by name: "A man wept. “It hurts,” said Bo Lim."."""
    at = nominal.sentence.index + 1
    if nominal.kind != "person" or not is_main(nominal) or at >= len(document.sentences):
        return None
    following = document.sentences[at]
    beside = following.paragraph == nominal.sentence.paragraph
    if not beside or following.tokens[0].tag != "``":
        return None
    heard = [a for a in actors if a.kind == "person" and _is_first_heard(a, following)]
    spoken = says(nominal.sentence, nominal.head)
    return heard[0] if len(heard) == 1 and not (heard[0].role or spoken) else None


def _is_first_heard(actor: Actor, sentence: Sentence) -> bool:
    first = actor.mentions[0] if actor.mentions else None
    if first is None or first.sentence != sentence.index:
        return False
    head = sentence.tokens[first.head]
    return head.label == "nsubj" and says(sentence, head)


def with_kind(actor: Actor, document: Document) -> Actor:
    """Return "Bo Lim, one of them" with what they are for a role: a miner."""
    if actor.kind != "person" or actor.role:
        return actor
    noun = next(filter(None, (_of_whom(m, document) for m in actor.mentions)), None)
    if noun is None:
        return actor
    return replace(actor, role=lemma(noun.text, "NNS"), role_span=Span(noun.start, noun.end))


def _of_whom(m: Mention, document: Document) -> Token | None:
    """Return the noun for several people that "one of them" behind a name takes up."""
    tokens = document.sentences[m.sentence].tokens
    behind = [t.text.lower() for t in tokens[m.last : m.last + 4]]
    if behind != [",", "one", "of", "them"]:
        return None
    before = (document.sentences[m.sentence - n].tokens for n in range(1, REACH + 1))
    told = ([t for t in words if _is_of_people(t)] for words in before)
    return next((nouns[-1] for nouns in told if nouns), None)


def _is_of_people(token: Token) -> bool:
    return token.tag == "NNS" and names_people(token)
