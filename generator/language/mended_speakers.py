"""What the model gets wrong around a verb of saying -> who speaks apart from what is said."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.mended_clauses import RELATIVES, SAYING, SUBJECTS, Change, subject_label
from generator.language.morphology import FINITE, lemma
from generator.language.tree import Sentence, Token

TELLING = SAYING | frozenset("argue ask add allege complain explain reply rule tell write".split())
"""Verbs that somebody's words stand before: “It is safe, the mayor told us.”"""
CLOSING = frozenset({",", "”", "''", '"', "’", "»"})
"""What ends somebody's words before whoever said them."""
PLAIN = frozenset({"said", "told"})
VERBAL = FINITE | {"MD", "VB"}
OPENING = frozenset({"DT", "CD", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "JJS"})
"""Tags of a word that a noun phrase may begin with."""
CITING = frozenset({"cite", "quote"})


def speaker_given_away(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield who speaks, whom the model made a second subject of what is said.

    So it is with "It is safe, the mayor, Ada Orr, told us" and "The mayor said it was over".
    """
    finite = verb.tag in FINITE or any(t.tag in FINITE for t in sentence.children(verb, "aux"))
    if not finite or sentence.child(verb, *SUBJECTS):
        return
    clauses = sentence.children(verb, "ccomp")
    above = sentence.head(verb)
    if verb.label == "parataxis" and above is not None:
        clauses = (*clauses, above)
    for clause in clauses:
        subjects = sentence.children(clause, *SUBJECTS)
        before = [t for t in subjects if t.index < verb.index]
        behind = [t for t in before if t.index > clause.index and _closes(sentence, t, verb)]
        added = clause.tag == "VBG" and not sentence.child(clause, "aux")  # ", said, adding"
        if verb.index < clause.index and before and (added or len(before) < len(subjects)):
            yield before[0].index, (verb.index, "nsubj")
            return
        if behind:
            yield from _apart(sentence, behind[-1], verb)
            return


def speaker_and_subject_exchanged(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield the truce as what held and the mayor as who spoke: "A truce held, the mayor said"."""
    for clause in sentence.children(verb, "ccomp") if verb.tag in FINITE else ():
        subjects = [t for t in sentence.children(verb, *SUBJECTS) if t.index < clause.index]
        own = sentence.children(clause, *SUBJECTS)
        behind = [t for t in own if clause.index < t.index < verb.index]
        if subjects and behind and _closes(sentence, behind[-1], verb):
            yield from _apart(sentence, behind[-1], verb)
            yield subjects[0].index, (clause.index, subject_label(sentence, clause))
            return


def _apart(sentence: Sentence, noun: Token, verb: Token) -> Iterator[Change]:
    """Yield a noun as the subject of a verb, with the comma between the two."""
    yield noun.index, (verb.index, "nsubj")
    last = sentence.subtree(noun)[-1].index
    for token in sentence.tokens[last + 1 : verb.index]:
        if token.label == "punct":
            yield token.index, (verb.index, "punct")


def _closes(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Tell whether a noun stands right before a verb, and right behind the end of a clause."""
    words = sentence.subtree(noun)
    start = next(t.index for t in words if t.text[:1].isalnum())
    between = sentence.tokens[words[-1].index + 1 : verb.index]
    parted = start > 0 and sentence.tokens[start - 1].text in CLOSING
    return parted and all(t.text in CLOSING or t.label in {"advmod", "aux"} for t in between)


def speaker_taken_for_what_is_said(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield whoever stands behind ", said", read as a part of what is said before it or as it.

    So it is with "It is safe, said the town's mayor, Ada Orr".
    """
    before = sentence.tokens[verb.index - 1].text if verb.index else ""
    if not _tells(verb) or verb.tag not in FINITE or before not in CLOSING:
        return
    if lemma(verb.text, verb.tag) == "tell":
        return  # "Orr, 22, told the paper": whoever stands behind is told
    told = verb.label == "parataxis" or any(
        t.index < verb.index for t in sentence.children(verb, "ccomp")
    )
    subjects = sentence.children(verb, *SUBJECTS)
    quoted = before in CLOSING - {","} and all(t.index < verb.index for t in subjects)
    if not (told or quoted) or (subjects and not quoted):
        return
    yield from ((t.index, (verb.index, "ccomp")) for t in subjects)  # "“Is it me?” asked Orr"
    for above in sentence.children(verb, "ccomp", "obj", "iobj", "xcomp"):
        for noun in (above, *sentence.children(above, *SUBJECTS, "obj", "obl:agent")):
            adjoins = sentence.subtree(noun)[0].index == verb.index + 1
            behind = noun is above or noun.index > above.index
            bare = noun.tag.startswith(("NN", "PRP")) and not sentence.child(noun, "case")
            if not (adjoins and behind and bare):
                continue
            if noun is not above or not sentence.child(noun, *SUBJECTS, "cop", "aux"):
                yield noun.index, (verb.index, "nsubj")


def teller_taken_for_a_second_subject(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield the Orr of "If it fails, said Ada Orr, a guide, the wall could fall" as who said it.

    So it is with "“The wall,” said Ada Orr of Halm, “is safe”".
    """
    if not _tells(verb) or sentence.child(verb, *SUBJECTS):
        return
    for clause in sentence.children(verb, "ccomp"):
        subjects = sentence.children(clause, *SUBJECTS)
        parted = bool(subjects) and _is_parted(sentence, subjects[0])
        first = sentence.subtree(subjects[0])[0].index if parted or len(subjects) > 1 else -1
        if first == verb.index + 1 and subjects[-1].index < clause.index:
            yield subjects[0].index, (verb.index, "nsubj")


def _is_parted(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a quotation goes on behind a noun: “…,” said | Ada Orr, | “…”."""
    behind = sentence.tokens[sentence.subtree(noun)[-1].index + 1 :][:2]
    return [t.text for t in behind] in ([",", "“"], [",", '"'])


def subject_taken_for_the_speaker(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield the subject of what is said that hangs on "said": "said the mayor would resign".

    And what is said with it where the model took it for what somebody in it says: "saying anybody
    who complains | is lost".
    """
    if lemma(verb.text, verb.tag) not in SAYING:
        return
    behind = [t for t in sentence.children(verb, "nsubj", "obj") if t.index > verb.index]
    clauses = [t for t in sentence.children(verb, "ccomp") if t.index > verb.index]
    inner = sentence.child(behind[0], "acl:relcl") if behind else None
    if not clauses and inner is not None and behind[0].tag == "NN":
        clauses = [t for t in sentence.children(inner, "ccomp") if _is_cut(sentence, t)]
        yield from ((t.index, (verb.index, "ccomp")) for t in clauses)
        yield from ((behind[0].index, (t.index, subject_label(sentence, t))) for t in clauses)
        return
    if not (behind and clauses):
        return
    subject, clause = behind[0], clauses[0]
    if any(t.tag in RELATIVES for t in sentence.tokens[subject.index : clause.index]):
        yield clause.index, (subject.index, "acl:relcl")  # "said Ada Orr, whose son was hurt"
        return
    if sentence.child(clause, *SUBJECTS):
        return
    finite = clause.tag in FINITE or sentence.child(clause, "aux", "aux:pass", "cop")
    adjoins = sentence.subtree(subject)[0].index == verb.index + 1
    apart = _is_parted(sentence, subject) or sentence.child(clause, "mark")
    if finite and adjoins and not apart:
        yield subject.index, (clause.index, subject_label(sentence, clause))


def _is_cut(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a clause with a tense lacks its subject."""
    finite = clause.tag in FINITE or sentence.child(clause, "aux", "aux:pass", "cop")
    return bool(finite) and not sentence.child(clause, *SUBJECTS, "mark")


def joined_to_a_participle(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield "urge" as joined to "to accuse them of being late and urge calm", not to "late"."""
    first = sentence.head(verb)
    gerund = first is not None and (first, *sentence.children(first, "aux", "aux:pass", "cop"))
    if verb.tag != "VB" or not gerund or not any(t.tag == "VBG" for t in gerund):
        return
    if sentence.child(verb, *SUBJECTS, "mark", "aux"):
        return
    for above in sentence.path_to_root(gerund[0]):
        mark = sentence.child(above, "mark")
        if above.tag == "VB" and mark is not None and mark.tag == "TO":
            yield verb.index, (above.index, "conj")
            return


def teller_at_the_end(sentence: Sentence) -> Iterator[Change]:
    """Yield who tells last, ", two people who saw it said", wherever the model has hung the two."""
    said = next((t for t in reversed(sentence.tokens) if t.tag in FINITE or t.text in PLAIN), None)
    behind = sentence.tokens[said.index + 1 :] if said is not None else ()
    brief = len(behind) <= 1 or behind[0].tag == "IN"  # "announced in Halm on Monday"
    of_a_noun = said is not None and sentence.tokens[said.index - 1].tag in {"DT", "IN"}
    if said is None or of_a_noun or not (said.text in PLAIN or (_tells(said) and brief)):
        return
    root = sentence.root
    told = root if root is not said else sentence.child(said, "ccomp")
    start = _start_of_phrase(sentence, said)
    beside = said.label in {"parataxis", "root"} and sentence.child(said, *SUBJECTS)
    settled = beside or lemma(said.text, said.tag) == "deny"  # "a charge that he denies"
    if told is None or settled or told.index >= start or any(t.tag in VERBAL for t in behind):
        return
    loose = [t for t in sentence.tokens[start : said.index] if not start <= t.head < said.index]
    words = [*loose, *sentence.tokens[start : said.index]]
    noun = next((t for t in words if t.tag.startswith(("NN", "PRP"))), None)
    if noun is not None and sentence.child(told, *SUBJECTS):
        yield said.index, (-1, "root")
        yield told.index, (said.index, "ccomp")
        yield from ((t.index, (noun.index, "nmod")) for t in loose if t is not noun)
        yield noun.index, (said.index, "nsubj")


def _start_of_phrase(sentence: Sentence, verb: Token) -> int:
    """Return where the noun phrase right before a verb begins, behind a comma; 0 if none does."""
    commas = [t.index for t in sentence.tokens[: verb.index] if t.text in CLOSING]
    if commas and commas[-1] == verb.index - 1:  # ", the mayor, Ada Orr, said"
        commas = commas[:-2]
    first = commas[-1] + 1 if commas else 0
    words = sentence.tokens[first : verb.index]
    told = next((t.index for t in words if t.tag in RELATIVES), verb.index)
    verbs = any(t.tag in {"VBD", "VBZ", "MD"} for t in words if t.index < told)
    begins = words and words[0].tag in OPENING
    return first if begins and not verbs else 0


def said_of_an_aside(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield what is told in "said, citing two aides, that it failed", hung on the aides."""
    mark = sentence.child(clause, "mark")
    if mark is None or mark.text != "that" or sentence.tokens[mark.index - 1].text != ",":
        return
    for above in sentence.path_to_root(clause):
        if above.label == "advcl" and lemma(above.text, above.tag) in CITING:
            teller = sentence.head(above)
            if teller is not None and _tells(teller) and not sentence.child(teller, "ccomp"):
                yield clause.index, (teller.index, "ccomp")
            return


def parted_by_a_semicolon(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield "Orr wants it shut; Halm says it is safe" as two, of which neither tells the other."""
    verb = sentence.head(clause)
    if verb is None or ";" not in sentence.words:
        return
    second = sentence.child(verb, *SUBJECTS) if clause.index < verb.index else clause
    words = sentence.subtree(second) if second is not None else ()
    first = next((t.index for t in words if t.text[:1].isalnum()), 0)
    if not first or sentence.tokens[first - 1].text != ";" or first < min(clause.index, verb.index):
        return
    if second is clause:
        yield clause.index, (verb.index, "parataxis")
    elif verb.label == "root":
        yield clause.index, (-1, "root")
        yield verb.index, (clause.index, "parataxis")


def condition_of_saying(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield the condition in "If it fails, he said, we will leave", which is no one of saying.

    So is "Had it failed, he said, we would have left", and "Should it fail, he said, we leave".
    """
    verb = sentence.head(clause)
    if verb is None or not (_tells(verb) and _is_condition(sentence, clause)):
        return
    beside = sentence.head(verb) if verb.label == "parataxis" else None
    behind = (t for t in sentence.children(verb, "ccomp") if t.index > clause.index)
    told = beside or next(behind, None)
    if told is None or clause.index > verb.index:
        return
    if not any(t.tag in RELATIVES for t in sentence.subtree(told)[:1]):
        yield clause.index, (told.index, "advcl")


def _is_condition(sentence: Sentence, clause: Token) -> bool:
    """Recognise "if it fails", "unless it fails" and "had it failed"."""
    mark, had = sentence.child(clause, "mark"), sentence.subtree(clause)[0]
    if mark is not None:
        return clause.label == "advcl" and mark.text.lower() in {"if", "unless"}
    return had.text in {"Had", "Should"} and had.label == "aux" and had.head == clause.index


def participle_taken_for_what_is_said(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield the verb of "said a survey made in May by two firms had failed", read as "it made"."""
    if clause.tag not in {"VBD", "VBN"}:
        return
    verb, noun = sentence.tokens[clause.head], sentence.child(clause, "nsubj", "nsubj:pass")
    others = [t for t in sentence.children(verb, "ccomp") if t.index > clause.index]
    if (
        noun is None
        or noun.tag == "PRP"
        or not others
        or sentence.child(clause, "aux", "aux:pass", "mark")
    ):
        return
    later = others[0]
    helped = sentence.child(later, "aux", "aux:pass", "cop")
    if verb.index > noun.index or not helped or sentence.child(later, "mark", "cc"):
        return
    yield clause.index, (noun.index, "acl")
    yield noun.index, (later.index, subject_label(sentence, later))
    for own in sentence.children(later, *SUBJECTS):
        if sentence.child(own, "case"):
            yield own.index, (clause.index, "obl")


def _tells(verb: Token) -> bool:
    return verb.tag.startswith("VB") and lemma(verb.text, verb.tag) in TELLING
