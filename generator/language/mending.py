"""A tree as the model drew it -> the tree without the slips that it makes most often in news.

Each rule moves a noun to the clause that it is the subject of, or a joined clause to the one that
it is joined to, where the words leave no doubt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
SAYING = frozenset(
    """say add announce believe claim confirm deny estimate expect fear feel find hear hope insist
    know learn mean note predict promise report reveal show state suggest think warn""".split()
)
"""Verbs that a clause without "that" follows."""
BEFORE_CLAUSES = frozenset({"after", "before", "since", "until", "as"})
"""Words that stand before a noun and before a clause alike."""
RELATIVES = frozenset({"WP", "WDT", "WP$", "WRB"})

Changes = dict[int, tuple[int, str]]
"""Index of a token to its new head and relation."""


def mend(sentence: Sentence) -> Sentence:
    """Return a sentence with its tree put right."""
    changes: Changes = {}
    for token in sentence.tokens:
        changes.update(_told(sentence, token))
        changes.update(_aside_taken_for_a_speaker(sentence, token))
        changes.update(_clause_taken_for_a_noun(sentence, token))
        changes.update(_clause_without_its_noun(sentence, token))
        changes.update(_joined_too_low(sentence, token))
        changes.update(_speaker_taken_for_an_aside(sentence, token))
    if not changes:
        return sentence
    tokens = [
        replace(t, head=changes[t.index][0], label=changes[t.index][1]) if t.index in changes else t
        for t in sentence.tokens
    ]
    return replace(sentence, tokens=tuple(tokens))


def _told(sentence: Sentence, verb: Token) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield the subject of what is said that hangs on "said": "said the mayor would resign"."""
    if not verb.tag.startswith("VB") or lemma(verb.text, verb.tag) not in SAYING:
        return
    behind = [t for t in sentence.children(verb, "nsubj", "obj") if t.index > verb.index]
    clauses = [t for t in sentence.children(verb, "ccomp") if t.index > verb.index]
    if not (behind and clauses) or sentence.child(clauses[0], *SUBJECTS):
        return
    subject, clause = behind[0], clauses[0]
    finite = clause.tag in {"VBD", "VBZ", "VBP"} or sentence.child(clause, "aux", "aux:pass", "cop")
    adjoins = sentence.subtree(subject)[0].index == verb.index + 1
    if finite and adjoins and not sentence.child(clause, "mark"):
        yield subject.index, (clause.index, _subject_label(sentence, clause))


def _aside_taken_for_a_speaker(
    sentence: Sentence, verb: Token
) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield the name that ends what is said, before ", said Orr", as the aside that it is."""
    if not verb.tag.startswith("VB") or lemma(verb.text, verb.tag) not in SAYING:
        return
    subjects = sentence.children(verb, "nsubj")
    if len(subjects) < 2 or subjects[-1].index < verb.index:
        return
    first = next(t.index for t in sentence.subtree(subjects[0]) if t.label != "punct")
    tokens = sentence.tokens
    adjoins = any(t.index == verb.index + 1 for t in sentence.subtree(subjects[-1]))
    set_off = first > 1 and tokens[first - 1].text == "," and tokens[verb.index - 1].text == ","
    if adjoins and set_off and tokens[first - 2].tag.startswith("NN"):
        yield subjects[0].index, (first - 2, "appos")


def _speaker_taken_for_an_aside(
    sentence: Sentence, verb: Token
) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield what is told before ", two people who saw it said", read as "the men, two people"."""
    above, root = sentence.head(verb), sentence.root
    if above is None or verb.label != "acl:relcl" or lemma(verb.text, verb.tag) not in SAYING:
        return
    beside = [t for t in sentence.children(above, "appos") if t.index < verb.index]
    speaker = beside[-1] if beside else above
    first = min(t.index for t in sentence.subtree(speaker) if t.label != "punct")
    closed = first - 1 > root.index and sentence.tokens[first - 1].text == ","
    words = sentence.tokens[speaker.index + 1 : verb.index]
    relative = any(t.tag in RELATIVES or t.text in {"that", ","} for t in words)
    last = not any(t.text[:1].isalnum() for t in sentence.tokens[verb.index + 1 :])
    told = verb.tag == "VBD" and root.tag.startswith("VB")
    if closed and last and told and not relative and not sentence.child(verb, *SUBJECTS):
        yield verb.index, (-1, "root")
        yield root.index, (verb.index, "ccomp")
        yield speaker.index, (verb.index, "nsubj")


def _clause_taken_for_a_noun(
    sentence: Sentence, noun: Token
) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield "after a man, Jo Ek, was hurt" as a clause, which was read as "after a man"."""
    case, above = sentence.child(noun, "case"), sentence.head(noun)
    if case is None or above is None or case.text.lower() not in BEFORE_CLAUSES:
        return
    for clause in sentence.children(noun, "acl:relcl"):
        relative = any(t.tag in RELATIVES or t.text == "that" for t in sentence.subtree(clause))
        finite = sentence.child(clause, "aux", "aux:pass", "cop") or clause.tag == "VBD"
        closed = any(t.text == "," for t in sentence.tokens[noun.index : clause.index])
        if finite and closed and not relative and not sentence.child(clause, *SUBJECTS):
            yield clause.index, (above.index, "advcl")
            yield noun.index, (clause.index, _subject_label(sentence, clause))
            yield case.index, (clause.index, "mark")
            return


def _clause_without_its_noun(
    sentence: Sentence, noun: Token
) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield "after a block of flats" as the subject of the "fell" right behind it."""
    case = sentence.child(noun, "case")
    if case is None or case.text.lower() not in BEFORE_CLAUSES or noun.label != "obl":
        return
    behind = sentence.tokens[sentence.subtree(noun)[-1].index + 1 :][:1]
    for verb in behind:
        if verb.tag == "VBD" and verb.label == "advcl" and not sentence.child(verb, *SUBJECTS):
            yield noun.index, (verb.index, _subject_label(sentence, verb))
            yield case.index, (verb.index, "mark")


def _joined_too_low(sentence: Sentence, clause: Token) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield "to ask for a vote" as joined to "to protest at a law that harms us and", not "harms".

    A clause with "that" likewise belongs to one that is said, not to the last noun in it.
    """
    mark = sentence.child(clause, "mark") if clause.label == "conj" else None
    if mark is None:
        return
    for above in list(sentence.path_to_root(clause))[1:]:
        opening = sentence.child(above, "mark")
        infinitive = mark.tag == "TO" and opening is not None and opening.tag == "TO"
        told = mark.text == "that" and above.label == "ccomp" and above.tag.startswith("VB")
        if infinitive or told:
            if above.index != clause.head:
                yield clause.index, (above.index, "conj")
            return


def _subject_label(sentence: Sentence, clause: Token) -> str:
    return "nsubj:pass" if sentence.child(clause, "aux:pass") else "nsubj"
