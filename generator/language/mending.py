"""A tree as the model drew it -> the tree without the slips that it makes most often in news.

Each rule moves a noun to the clause that it is the subject of, or a clause to the one that it is
joined to or that it leads, where the words leave no doubt.
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
        changes.update(_remark_taken_for_a_second_clause(sentence, token))
        changes.update(_joined_too_high(sentence, token))
    changes.update(_predicate_taken_for_an_aside(sentence))
    changes.update(_speaker_taken_for_a_second_subject(sentence))
    if not changes:
        return sentence
    tokens = tuple(
        replace(t, head=changes[t.index][0], label=changes[t.index][1]) if t.index in changes else t
        for t in sentence.tokens
    )
    return replace(sentence, tokens=tokens) if _is_a_tree(tokens) else sentence


def _is_a_tree(tokens: tuple[Token, ...]) -> bool:
    """Tell whether every token leads to one root, whatever has been moved."""
    below: dict[int, list[int]] = {}
    for token in tokens:
        below.setdefault(token.head, []).append(token.index)
    reached = list(below.get(-1, ()))
    if len(reached) != 1:
        return False
    for index in reached:
        reached.extend(below.get(index, ()))
    return len(reached) == len(tokens)


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


def _joined_too_high(sentence: Sentence, clause: Token) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield "but many had not" as joined to "saying that all had been told to leave" before it.

    What follows without a comma belongs to the last clause, not to one before a comma.
    """
    cc = sentence.child(clause, "cc") if clause.label == "conj" else None
    if cc is None or not sentence.child(clause, *SUBJECTS) or clause.head < 0:
        return
    before = sentence.tokens[cc.index - 1] if cc.index > clause.head else cc
    apart = any(t.text == "," for t in sentence.tokens[clause.head : cc.index])
    if not apart or before.text == "," or cc.index > clause.index:
        return
    for above in sentence.path_to_root(before):
        if above.index == clause.head:
            return
        if above.label == "ccomp" and above.tag == clause.tag and above.index > clause.head:
            yield clause.index, (above.index, "conj")
            return


def _remark_taken_for_a_second_clause(
    sentence: Sentence, verb: Token
) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield ", a study suggests," as the remark that it is; what follows goes on without it."""
    subject = sentence.child(verb, "nsubj") if verb.label == "conj" else None
    if subject is None or lemma(verb.text, verb.tag) not in SAYING:
        return
    opening, after = sentence.subtree(subject)[0].index, sentence.tokens[verb.index + 1 :]
    parted = opening > verb.head + 1 and sentence.tokens[opening - 1].text == ","
    if not parted or not after or after[0].text not in {",", "."} or sentence.child(verb, "obj"):
        return
    if subject.index > verb.index or any(
        t.index < verb.index for t in sentence.children(verb, "cc")
    ):
        return
    yield verb.index, (verb.head, "parataxis")
    for token in sentence.children(verb):
        if token.index > verb.index + 1:
            yield token.index, (verb.head, token.label)


def _predicate_taken_for_an_aside(sentence: Sentence) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield the verb of "Keeper Orr, who is 19, saved it", read as something said of a name.

    The noun is the root then, or stands before who tells at the end: "Orr, 52, left, a court heard".
    """
    root = sentence.root
    told = root.tag.startswith("VB") and lemma(root.text, root.tag) in SAYING
    noun = sentence.child(root, "nsubj") if told else root
    if noun is None or not noun.tag.startswith("NN") or sentence.child(noun, "cop", "case"):
        return
    verbs = [*sentence.children(noun, "acl:relcl", "acl", "parataxis")]
    verbs += sentence.children(root, "ccomp") if told else ()
    verb = next((t for t in verbs if _leads(sentence, noun, t)), None)
    if verb is None:
        return
    if told:
        others = [t for t in sentence.children(root, "nsubj") if t.index > verb.index]
        if not others or root.index < others[0].index:
            return
        yield verb.index, (root.index, "ccomp")
    else:
        yield verb.index, (-1, "root")
        last = sentence.tokens[-1]
        if last.head == noun.index:
            yield last.index, (verb.index, last.label)
    yield noun.index, (verb.index, _subject_label(sentence, verb))


def _leads(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Tell the verb of "Orr, 52, left it" from that of "Orr, who left it"."""
    first = min(
        (t.index for t in sentence.children(verb) if t.label != "punct"), default=verb.index
    )
    first = min(first, verb.index)
    closed = first > noun.index + 2 and sentence.tokens[first - 1].text == ","
    helped = sentence.child(verb, "aux", "aux:pass")
    finite = verb.tag in {"VBD", "VBZ", "VBP"} or (helped is not None and helped.tag != "TO")
    opened = any(t.text == "," for t in sentence.tokens[noun.index : first - 1])
    asks = any(t.tag in RELATIVES or t.text == "that" for t in sentence.children(verb))
    return closed and opened and finite and not asks and not sentence.child(verb, *SUBJECTS)


def _speaker_taken_for_a_second_subject(
    sentence: Sentence,
) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield who tells at the end, ", two people close to it said", from what is told before."""
    said = sentence.root
    told = sentence.child(said, "ccomp")
    if told is None or told.index > said.index or sentence.child(said, *SUBJECTS):
        return
    subjects = sentence.children(told, "nsubj", "nsubj:pass")
    if len(subjects) < 2 or lemma(said.text, said.tag) not in SAYING:
        return
    words = sentence.subtree(subjects[-1])
    parted = words[0].index > told.index and sentence.tokens[words[0].index - 1].text == ","
    if parted and words[-1].index == said.index - 1:
        yield subjects[-1].index, (said.index, "nsubj")


def _subject_label(sentence: Sentence, clause: Token) -> str:
    return "nsubj:pass" if sentence.child(clause, "aux:pass") else "nsubj"
