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

    Or tells as whom somebody was identified. A body must be named as one of that noun: "A
    drugmaker" of a lead is "Halmora Ltd".
    """
    person, at = nominal.kind == "person", nominal.sentence.index
    if nominal.plural or at > LEAD or not nominal.head.label.startswith("nsubj"):
        return None
    if person and not is_main(nominal):
        return None
    alike = [a for a in actors if a.kind == nominal.kind and a.mentions]
    after = [a for a in alike if person or a.mentions[0].sentence > at]
    first = min(after, key=lambda a: a.mentions[0].place, default=None)
    soon = first is not None and 0 < first.mentions[0].sentence - at <= NEXT
    told = first if soon and first and _is_taken_up(nominal, first, document) else None
    return told or (_identified(nominal, alike, document) if person else None)


def _is_taken_up(nominal: Nominal, actor: Actor, document: Document) -> bool:
    """Say whether the first sentence that names an actor goes on about who is told of before."""
    first = actor.mentions[0]
    sentence = document.sentences[first.sentence]
    head = sentence.tokens[first.head]
    subject = head.label.startswith("nsubj")
    if actor.kind != "person":
        opens = sentence.lower[: first.first] in {(), ("the",)}
        return subject and opens and _is_such_a_body(nominal, actor)
    behind = sentence.tokens[first.last :][:3]
    aged = [t.text for t in behind[::2]] == [",", ","] and behind[1].text.isdigit()
    if aged:
        return subject or not first.first
    return subject and _goes_on_about(actor, sentence, head, nominal, document)


def _identified(nominal: Nominal, people: Sequence[Actor], document: Document) -> Actor | None:
    """Return who "a baker" in a lead is: "police said the dead man was identified as Ada Orr"."""
    at = nominal.sentence.index + 1
    named = {(m.sentence, m.head): a for a in people for m in a.mentions}
    verbs = ((s, t) for s in document.sentences[at : at + NEXT] for t in s.tokens)
    for sentence, verb in verbs:
        subject = sentence.child(verb, "nsubj:pass")
        if subject is None or lemma(verb.text, verb.tag) not in {"identify", "name"}:
            continue
        if lemma(subject.text, subject.tag).lower() in {nominal.noun, "deceased", "man", "woman"}:
            found = (named.get((sentence.index, t.index)) for t in sentence.children(verb, "obl"))
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
