"""An unnamed person in a lead -> whoever the next paragraph names: "a nurse was jailed"."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.antecedents import LEAD, Nominal
from generator.extract.reading import Actor
from generator.extract.speech_verbs import SPEAKING
from generator.language.morphology import lemma
from generator.language.tree import Document

NEXT = 2
"""Sentences after a lead in which the person it tells of is named."""


def named_next(nominal: Nominal, actors: Sequence[Actor], document: Document) -> Actor | None:
    """Return who "a nurse" in a lead is, where the next paragraph opens with a name and an age."""
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
    after = sentence.tokens[first.mentions[0].last :][:3]
    aged = [t.text for t in after[::2]] == [",", ","] and after[1].text.isdigit()
    opens = sentence.tokens[first.mentions[0].head].label in {"nsubj", "nsubj:pass"}
    return first if aged and opens else None


def _is_main(nominal: Nominal) -> bool:
    """Say whether a phrase is the main clause's subject, or that of what somebody says it says."""
    sentence, root = nominal.sentence, nominal.sentence.root
    verb = sentence.head(nominal.head)
    if verb is None or verb is root:
        return verb is root
    told = verb.label == "ccomp" and verb.head == root.index and verb.index < root.index
    return told and lemma(root.text, root.tag) in {*SPEAKING, "hear"}
