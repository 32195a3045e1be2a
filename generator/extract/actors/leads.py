"""A person told of in a lead without a name -> who that is, by who is named just after."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.actors.antecedents import LEAD
from generator.extract.actors.nominals import Nominal
from generator.extract.reading import Actor, sentence_at
from generator.extract.words import names
from generator.extract.words.lexicon import is_company_noun
from generator.extract.words.speech_verbs import SPEAKING
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token

NEXT = 2
"""Sentences after a lead in which the person told of is named."""


def named_next(nominal: Nominal, actors: Sequence[Actor], document: Document) -> Actor | None:
    """Return who "a nurse" in a lead is, where the next paragraph opens with a name or an age.

    A body must be named as one of that noun: "A drugmaker" of a lead is "Halmora Ltd".
    """
    if nominal.plural or nominal.head.label not in {"nsubj", "nsubj:pass"}:
        return None
    if nominal.sentence.index > LEAD or (nominal.kind == "person" and not is_main(nominal)):
        return None
    person, at = nominal.kind == "person", nominal.sentence.index
    alike = [a for a in actors if a.kind == nominal.kind and a.mentions]
    alike = [a for a in alike if person or a.mentions[0].sentence > at]
    first = min(alike, key=lambda a: a.mentions[0].place, default=None)
    if first is None or not 0 < first.mentions[0].sentence - at <= NEXT:
        return None
    sentence = document.sentences[first.mentions[0].sentence]
    head = sentence.tokens[first.mentions[0].head]
    if first.kind != "person":
        before = sentence.lower[: first.mentions[0].first]
        opens = before in {(), ("the",)} and head.label.startswith("nsubj")
        return first if opens and _is_such_a_body(nominal, first) else None
    after = sentence.tokens[first.mentions[0].last :][:3]
    aged = [t.text for t in after[::2]] == [",", ","] and after[1].text.isdigit()
    if not head.label.startswith("nsubj"):
        return first if aged and not first.mentions[0].first else None
    return first if aged or _goes_on_about(first, sentence, head, nominal, document) else None


def identified(nominal: Nominal, actors: Sequence[Actor], document: Document) -> Actor | None:
    """Return who "a baker" in a lead is: "police said the dead man was identified as Ada Orr"."""
    at = nominal.sentence.index
    if nominal.plural or nominal.kind != "person" or at > LEAD or not is_main(nominal):
        return None
    named = {(m.sentence, m.head): a for a in actors for m in a.mentions if a.kind == "person"}
    for sentence in document.sentences[at + 1 : at + 1 + NEXT]:
        for verb in (t for t in sentence.tokens if lemma(t.text, t.tag) in {"identify", "name"}):
            subject = sentence.child(verb, "nsubj:pass")
            noun = lemma(subject.text, subject.tag).lower() if subject else ""
            found = (named.get((sentence.index, t.index)) for t in sentence.children(verb, "obl"))
            if noun in {nominal.noun, "deceased", "man", "woman"}:
                return next(filter(None, found), None)
    return None


def _is_such_a_body(nominal: Nominal, actor: Actor) -> bool:
    """Say whether a body's name has the noun of a phrase, or a company's form."""
    words = set(names.organisation_words(actor.name))
    return nominal.noun in words or (
        is_company_noun(nominal.noun) and bool(words & names.CORPORATE)
    )


def _goes_on_about(
    actor: Actor, sentence: Sentence, head: Token, nominal: Nominal, document: Document
) -> bool:
    """Say whether a sentence opens with somebody's bare name, and not with a witness's.

    Whoever spoke in the lead may speak again, and so does the judge in "Judge Ada Orr said".
    """
    role = actor.role_span
    if role is not None and sentence.start <= role.start < actor.mentions[0].start:
        return nominal.noun in names.fold(actor.role or "").split()
    there = role is not None and sentence.start <= role.start < sentence.end
    told = there and not is_of_a_deed(actor, document)
    speaks = says(sentence, head) and not says(nominal.sentence, nominal.head)
    inside = {t.index for t in sentence.subtree(head)}  # "Eight-year-old Ada Orr"
    return not (told or speaks) and inside.issuperset(range(actor.mentions[0].first))


def is_of_a_deed(actor: Actor, document: Document) -> bool:
    """Say whether a role only tells what somebody does: "trains in Halm"."""
    at = actor.role_span.start if actor.role_span else -1
    there = sentence_at(document, at) if at >= 0 else None
    return there is not None and any(t.start == at and t.tag == "VBZ" for t in there.tokens)


def says(sentence: Sentence, subject: Token) -> bool:
    """Say whether a subject is that of a verb of saying."""
    verb = sentence.head(subject)
    return verb is None or lemma(verb.text, verb.tag) in SPEAKING


def is_main(nominal: Nominal) -> bool:
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
