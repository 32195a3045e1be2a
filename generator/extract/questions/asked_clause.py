"""The clause of an embedded question -> the same as one asks it today: by whom, in what tense."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import WH_TAGS, Clause, is_plural_noun
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.pointing import may_go_by
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import Part
from generator.extract.questions.embedded import Embedded
from generator.extract.questions.point import acting_subject
from generator.extract.questions.question_grammar import seen_from_now, verb_of
from generator.extract.questions.wh_clauses import asks
from generator.extract.reading import Reading
from generator.extract.words.answers import HINGING
from generator.extract.words.lexicon import ORGANISATIONS, is_people_noun
from generator.language.morphology import FINITE, VerbGroup, lemma
from generator.language.tree import Sentence, Token

_LASTING = frozenset({"missing", "trapped", "alive", "unaccounted", "stranded"})
"""States that last beyond the report: "it was unclear how many were missing"."""


_OWN_STEPS = frozenset(
    """vote respond reply appeal pay buy sell bid accept oppose support seek resume sue prosecute
    publish hire fire join attend apply ratify invest boycott""".split()
)
"""What people and bodies do themselves, and no thing does."""


def asked_clause(
    reading: Reading, embedded: Embedded, controller: tuple[Part, ...], *, plural: bool
) -> Clause | None:
    """Return the clause of a question; `controller` is who decides "whether to pay"."""
    sentence, head = embedded.sentence, embedded.head
    deed = sentence.child(head, "acl:relcl") if head.tag == "WP" else None
    doer = subject_of(sentence, head) if deed else None
    if deed and doer:  # "whether oil was what killed it"
        plural = is_plural_noun(sentence, doer)
        return clause_of(reading, sentence, deed, phrase(sentence, doer), plural=plural)
    own = _before_verb(embedded)
    nouns = (t for t in own if t.tag.startswith("NN") and sentence.head(t) not in own)
    several = is_plural_noun(sentence, next(nouns, own[-1])) if own else plural
    finite = any(t.tag in FINITE for t in sentence.children(head, "cop", "aux", "aux:pass"))
    lent = () if finite and asks(sentence, head) is None else controller
    clause = clause_of(reading, sentence, head, own or lent, plural=several)
    if clause is None and is_to_infinitive(sentence, head):
        clause = done_by_nobody(reading, sentence, head)
    if clause is None:
        return None
    if controller and _is_of_silent(reading, embedded):
        clause = replace(clause, subject=controller, plural=plural)
    if _is_taking(sentence, head):
        clause = replace(clause, subject=("it",), plural=False)
    clause = up_to_state(embedded, clause)
    return first_alone(replace(clause, group=asked_group(sentence, clause, embedded)))


def up_to_state(embedded: Embedded, clause: Clause) -> Clause:
    """Return a clause without the "is not known" behind it."""
    if embedded.end is None:
        return clause
    left = (p for p in clause.predicate if isinstance(p, str) or p.index < embedded.end)
    return replace(clause, predicate=tuple(left))


def _is_taking(sentence: Sentence, head: Token) -> bool:
    """Recognise the empty "it" of "why it had taken police so long to come"."""
    own = subject_of(sentence, head)
    steps = sentence.children(head, "advcl", "xcomp", "csubj")
    empty = own is not None and own.text.lower() == "it" and lemma(head.text, head.tag) == "take"
    return empty and any(is_to_infinitive(sentence, s) for s in steps)


def _before_verb(embedded: Embedded) -> tuple[Token, ...]:
    """Return the subject behind "whether" that the parse gave to the verb before it."""
    sentence, head = embedded.sentence, embedded.head
    if subject_of(sentence, head) or is_to_infinitive(sentence, head):
        return ()
    helping = sentence.children(head, "aux", "aux:pass", "cop")
    first = min(t.index for t in (*helping, head))
    words = sentence.tokens[embedded.word.index + 1 : first]
    return words if words and words[-1].tag.startswith("NN") else ()


def done_by_nobody(reading: Reading, sentence: Sentence, head: Token) -> Clause | None:
    """Return "a decision on whether to close the road" as what is to be done to the road."""
    thing = sentence.child(head, "obj")
    if thing is None:
        return None
    words = phrase(sentence, thing)
    clause = clause_of(reading, sentence, head, words, plural=is_plural_noun(sentence, thing))
    if clause is None:
        return None
    left = tuple(p for p in clause.predicate if p not in words)
    group = replace(clause.group, passive=True, progressive=False, modal="will")
    return replace(clause, group=group, predicate=left)


def _is_of_silent(reading: Reading, embedded: Embedded) -> bool:
    """Tell whether an "it" that is taken for some other body means the one that does not say."""
    sentence, governor = embedded.sentence, embedded.governor
    own = subject_of(sentence, embedded.head)
    silent = acting_subject(sentence, governor) if governor else None
    if own is None or silent is None:
        return False
    if _goes_with(reading, embedded, own, silent):
        return True
    ahead = governor is not None and governor.label == "advcl" and own.index < silent.index
    if own.tag == "PRP" and not reading.takes_up(sentence, own):
        # "asked whether he would resign, Reis walked away"
        person = is_people_noun(lemma(silent.text, silent.tag).lower())
        return ahead and not (person and own.text.lower() == "it")
    if own.text.lower() != "it":
        return False
    meant, body = (reading.actor_at(sentence.index, t.index) for t in (own, silent))
    owner = sentence.child(silent, "nmod:poss")  # "the coalition's partner did not say whether it"
    if owner is not None and (meant or reading.takes_up(sentence, own)):
        thing = reading.things.get((sentence.index, own.index))
        of_owner = thing == (sentence.index, owner.index)
        return of_owner or (meant is reading.actor_at(sentence.index, owner.index) is not None)
    plain = not sentence.child(governor or silent, "aux:pass", "cop")  # "it is not known how"
    same = silent.text.lower() == "it" and plain
    noun = lemma(silent.text, silent.tag).lower()
    a_body = body.kind == "organisation" if body else noun in ORGANISATIONS
    other = meant is not None and meant is not body and meant.kind == "organisation"
    return same or (other and a_body)


def _goes_with(reading: Reading, embedded: Embedded, own: Token, silent: Token) -> bool:
    """Recognise "Asked if he had won, Orr laughed", "the family has not said how it will vote"."""
    at, governor, low = embedded.sentence.index, embedded.governor, own.text.lower()
    if low == "it" and not is_people_noun(verb_of(silent)):  # no offer votes
        return reading.actor_at(at, own.index) is None and verb_of(embedded.head) in _OWN_STEPS
    named = reading.actor_at(at, silent.index) if silent.tag == "NNP" else None
    ahead = governor is not None and governor.label == "advcl" and own.index < silent.index
    person = ahead and low in {"he", "she"} and named is not None
    return person and named is not None and may_go_by(reading, named, own)


def first_alone(clause: Clause) -> Clause:
    """Return a question without the next one: "when it opens, or how much it costs"."""
    joined = (c for c in clause.sentence.children(clause.head, "conj"))
    further = [c for c in joined if c.tag in WH_TAGS or asks(clause.sentence, c)]
    gone = {t.index for c in further for t in clause.sentence.subtree(c)}
    kept = (p for p in clause.predicate if isinstance(p, str) or p.index not in gone)
    return replace(clause, predicate=tuple(kept))


def asked_group(sentence: Sentence, clause: Clause, embedded: Embedded) -> VerbGroup:
    """Return the verb group of a question, moved from the report's past to today."""
    group, word = clause.group, embedded.word.text.lower()
    infinitive = any(t.tag == "TO" for t in sentence.children(clause.head, "mark"))
    above = embedded.governor
    on = lemma(above.text, above.tag) if above is not None else ""
    allowed = on in {"ask", "advice"} and group.modal == "may"  # "advice on whether she may vote"
    awaited = on in HINGING
    awaited = awaited or (group.lemma == "become" and not (group.past or group.perfect))
    if (infinitive or awaited) and not group.modal and group.lemma != "be":
        return replace(group, modal="will")
    if group.perfect and group.past and embedded.word.tag in WH_TAGS:
        after = sentence.tokens[min(embedded.word.index + 1, len(sentence.tokens) - 1)]
        counted = after.text.lower() in {"many", "much"} and group.lemma != "be"
        return replace(group, past=not counted, perfect=counted)
    if allowed or (group.modal == "could" and word == "when"):
        return replace(group, modal="may" if allowed else "can")
    if group.modal in {"may", "might"} and (group.perfect or group.progressive):
        # "may have fallen": "did it fall"; "might be hiding": "is he hiding"
        return replace(group, modal=None, perfect=False, past=group.perfect)
    if lasts(clause, word):
        return replace(group, past=False)
    still = group.progressive and group.passive  # "did not know where they were being held"
    return seen_from_now(group, reported=still, negated=clause.negated)


def lasts(clause: Clause, word: str) -> bool:
    """Tell whether a state goes on: "how many were missing", "did not know where he was"."""
    if clause.group.perfect or clause.group.modal:
        return False
    still = any(not isinstance(p, str) and p.text.lower() == "still" for p in clause.middle)
    somewhere = still or (word == "where" and clause.group.lemma == "be" and not clause.predicate)
    return somewhere or clause.head.text.lower() in _LASTING
