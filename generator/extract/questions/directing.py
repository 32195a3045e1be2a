"""Embedded questions, "when it would leave", to direct ones: "When will it leave?"."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import (
    WH_TAGS,
    Clause,
    declarative,
    is_plural_noun,
    shortened,
)
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wh_phrases import verb_follows, wh_phrase
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.embedded import Embedded, asks
from generator.extract.questions.point import acting_subject
from generator.extract.questions.question_grammar import (
    COMFORTABLE,
    ask,
    conditional_present,
    finished,
    polar,
    seen_from_now,
)
from generator.extract.reading import Reading
from generator.language.morphology import VerbGroup, lemma, words_of
from generator.language.tree import Sentence, Token

_FRONTED = frozenset({"to", "of", "by", "from", "into"})
"""Prepositions at whose end a question would look cut off."""
_LASTING = frozenset({"missing", "trapped", "alive", "unaccounted", "stranded"})
"""States that last beyond the report: "it was unclear how many were missing"."""


def direct(
    reading: Reading, embedded: Embedded, controller: tuple[Part, ...] = (), *, plural: bool = False
) -> str | None:
    """Turn an embedded question into a direct one: "when it would leave" -> "When will it leave".

    `controller` is the subject of an infinitive: who decides "whether to pay".
    """
    sentence, head = embedded.sentence, embedded.head
    own = _before_verb(embedded)
    several = is_plural_noun(sentence, own[-1]) if own else plural
    clause = clause_of(reading, sentence, head, own or controller, plural=several)
    clause = clause or _done_by_nobody(reading, sentence, head)
    if clause and controller and _is_of_silent(reading, embedded):
        clause = replace(clause, subject=controller, plural=plural)
    if clause and (passive := _done_by_them(reading, embedded, clause)):
        clause = passive
    if clause and _is_taking(sentence, head):
        clause = replace(clause, subject=("it",), plural=False)
    if clause:
        clause = _first_alone(replace(clause, group=_asked_group(sentence, clause, embedded)))
    if clause is None and _is_appeal(embedded):
        return finished("Will there be an appeal")
    if embedded.word.text.lower() in {"whether", "if"}:
        if both := clause and _either(reading, embedded, clause):
            return both
        return ask(reading, _without_or_not(clause)) if clause else None
    given = _condition(reading, embedded)
    question = _wh_question(reading, embedded, clause, given) if given else None
    return question or _wh_question(reading, embedded, clause, ())


def _is_appeal(embedded: Embedded) -> bool:
    """Recognise "no decision has been made on whether to appeal", by nobody in particular."""
    infinitive = is_to_infinitive(embedded.sentence, embedded.head)
    return infinitive and embedded.head.text.lower() == "appeal"


def _done_by_them(reading: Reading, embedded: Embedded, clause: Clause) -> Clause | None:
    """Return “tell us where they have taken her”, of nobody in particular, in the passive."""
    sentence = embedded.sentence
    own, thing = subject_of(sentence, embedded.head), sentence.child(embedded.head, "obj")
    theirs = own is not None and own.text.lower() == "they" and reading.is_quoted(own.start)
    if not theirs or thing is None or not thing.tag.startswith(("NN", "PRP")):
        return None
    words = phrase(sentence, thing)
    left = tuple(p for p in clause.predicate if p not in words)
    group = replace(clause.group, passive=True)
    plural = is_plural_noun(sentence, thing)
    return replace(clause, subject=words, plural=plural, group=group, predicate=left)


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


def _condition(reading: Reading, embedded: Embedded) -> tuple[Part, ...]:
    """Return the condition in "would not say what would happen if the talks failed"."""
    sentence, head = embedded.sentence, embedded.head
    for step in sentence.children(head, "advcl"):
        marks = [t for t in sentence.children(step, "mark") if t.text.lower() in {"if", "unless"}]
        clause = clause_of(reading, sentence, step) if marks and step.index > head.index else None
        if clause:
            now = replace(clause, group=conditional_present(clause.group))
            return (marks[0].text.lower(), *declarative(now))
    return ()


def _done_by_nobody(reading: Reading, sentence: Sentence, head: Token) -> Clause | None:
    """Return "a decision on whether to close the road" as what is to be done to the road."""
    thing = sentence.child(head, "obj")
    if thing is None or not is_to_infinitive(sentence, head):
        return None
    words = phrase(sentence, thing)
    clause = clause_of(reading, sentence, head, words, plural=is_plural_noun(sentence, thing))
    if clause is None:
        return None
    left = tuple(p for p in clause.predicate if p not in words)
    group = replace(clause.group, passive=True, modal="will")
    return replace(clause, group=group, predicate=left)


def _either(reading: Reading, embedded: Embedded, clause: Clause) -> str | None:
    """Return "whether it had lost power or the crew had erred" as a question with both."""
    sentence = embedded.sentence
    for second in sentence.children(embedded.head, "conj"):
        joined = any(t.text.lower() == "or" for t in sentence.children(second, "cc"))
        other = clause_of(reading, sentence, second) if joined else None
        if other is None or subject_of(sentence, second) is None or other.negated:
            continue
        other = replace(other, group=_asked_group(sentence, other, embedded))
        opener, *rest = polar(other)
        first = polar(clause)
        question = finished(spell(reading, sentence, (*first, "or", str(opener).lower(), *rest)))
        return question if question and len(question.split()) <= COMFORTABLE else None
    return None


def _is_of_silent(reading: Reading, embedded: Embedded) -> bool:
    """Tell whether an "it" that is taken for some other body means the one that does not say."""
    sentence, governor = embedded.sentence, embedded.governor
    own = subject_of(sentence, embedded.head)
    silent = acting_subject(sentence, governor) if governor else None
    if own is None or silent is None or own.text.lower() != "it":
        return False
    meant, body = (reading.actor_at(sentence.index, t.index) for t in (own, silent))
    if meant is None or body is None or meant is body:
        return False
    return meant.kind == body.kind == "organisation"


def _first_alone(clause: Clause) -> Clause:
    """Return a question without the next one: "when it opens, or how much it costs"."""
    joined = (c for c in clause.sentence.children(clause.head, "conj"))
    further = [c for c in joined if c.tag in WH_TAGS or asks(clause.sentence, c)]
    gone = {t.index for c in further for t in clause.sentence.subtree(c)}
    kept = [p for p in clause.predicate if isinstance(p, str) or p.index not in gone]
    for at, part in enumerate(kept):
        behind = kept[at + 1 : at + 2]
        if _is_word(part, "if") and any(_is_word(b, "any", "anything", "anyone") for b in behind):
            kept = [*kept[:at], *kept[at + 2 :]]
            break
        if isinstance(part, Token) and part.tag == "CC" and _opens_next(behind):
            return replace(clause, predicate=tuple(kept[:at]))
    return replace(clause, predicate=tuple(kept))


def _is_word(part: Part, *words: str) -> bool:
    return isinstance(part, Token) and part.text.lower() in words


def _opens_next(behind: list[Part]) -> bool:
    return bool(behind) and isinstance(behind[0], Token) and behind[0].tag in WH_TAGS


def _asked_group(sentence: Sentence, clause: Clause, embedded: Embedded) -> VerbGroup:
    group, word = clause.group, embedded.word.text.lower()
    infinitive = any(t.tag == "TO" for t in sentence.children(clause.head, "mark"))
    above = embedded.governor
    awaited = above is not None and lemma(above.text, above.tag) in {"depend", "hinge"}
    if (infinitive or awaited) and not group.modal and group.lemma != "be":
        return replace(group, modal="will")
    if group.perfect and group.past and embedded.word.tag in WH_TAGS:
        after = sentence.tokens[min(embedded.word.index + 1, len(sentence.tokens) - 1)]
        counted = after.text.lower() in {"many", "much"} and group.lemma != "be"
        return replace(group, past=not counted, perfect=counted)
    if group.modal == "could" and (word == "when" or _is_due(embedded)):
        return replace(group, modal="can")
    if group.perfect and group.modal in {"may", "might"}:
        return replace(group, modal=None, perfect=False, past=True)
    if _lasts(clause, word):
        return replace(group, past=False)
    still = group.progressive and group.passive  # "did not know where they were being held"
    return seen_from_now(group, reported=still, negated=clause.negated)


def _lasts(clause: Clause, word: str) -> bool:
    """Tell whether a state goes on: "how many were missing", "did not know where he was"."""
    if clause.group.perfect or clause.group.modal:
        return False
    somewhere = word == "where" and clause.group.lemma == "be" and not clause.predicate
    return somewhere or clause.head.text.lower() in _LASTING


def _is_due(embedded: Embedded) -> bool:
    """Tell whether an answer is announced: "a scan would show whether he could play"."""
    above = embedded.governor
    words = embedded.sentence.children(above, "aux") if above else ()
    return any(t.text.lower() in {"will", "would"} for t in words)


def _without_or_not(clause: Clause) -> Clause:
    kept = [p for p in clause.predicate if not (isinstance(p, Token) and _is_or_not(clause, p))]
    return replace(clause, predicate=tuple(kept))


def _is_or_not(clause: Clause, token: Token) -> bool:
    low = token.text.lower()
    tokens = clause.sentence.tokens
    after = tokens[token.index + 1].text.lower() if token.index + 1 < len(tokens) else ""
    before = tokens[token.index - 1].text.lower() if token.index else ""
    return (low == "or" and after == "not") or (low == "not" and before == "or")


def _wh_question(
    reading: Reading, embedded: Embedded, clause: Clause | None, tail: tuple[Part, ...]
) -> str | None:
    sentence, head = embedded.sentence, embedded.head
    opening = wh_phrase(sentence, head, embedded.word)
    inside = {t.index for t in opening}
    if fronted := _left_behind(embedded):
        inside |= {fronted.index}
    subject = subject_of(sentence, head)
    asks_subject = subject and subject.index in inside and subject is not head
    if asks_subject or verb_follows(sentence, head, opening):
        return _subject_question(reading, embedded, opening, tail)
    if head.index in inside:  # "how severe the damage is", "who the attackers were"
        return _copular_question(reading, embedded, opening)
    if not clause:
        return None
    left = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in inside)
    middle = tuple(p for p in clause.middle if isinstance(p, str) or p.index not in inside)
    who = tuple(p for p in clause.subject if isinstance(p, str) or p.index not in inside)
    clause = replace(clause, subject=who, predicate=left, middle=middle)
    return ask(reading, clause, tail, (fronted, *map(_whom, opening)) if fronted else opening)


def _left_behind(embedded: Embedded) -> Token | None:
    """Return the preposition of "who it belongs to", which a question has in front."""
    asked = embedded.word.text.lower() != "where"
    cases = embedded.sentence.children(embedded.word, "case") if asked else ()
    behind = (c for c in cases if c.index > embedded.head.index)
    return next((c for c in behind if c.text.lower() in _FRONTED), None)


def _whom(part: Token) -> Part:
    return "whom" if part.text.lower() == "who" else part


def _subject_question(
    reading: Reading, embedded: Embedded, opening: tuple[Token, ...], tail: tuple[Part, ...]
) -> str | None:
    clause = clause_of(reading, embedded.sentence, embedded.head)
    if not clause:
        clause = clause_of(reading, embedded.sentence, embedded.head, opening)
    if not clause:
        return None
    inside = {t.index for t in opening}
    left = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in inside)
    clause = _first_alone(replace(clause, predicate=left))
    group = _asked_group(embedded.sentence, clause, embedded)
    several = clause.plural or any(t.text.lower() in {"many", "few"} for t in opening)
    for shorter in shortened(replace(clause, subject=opening, plural=several, group=group)):
        question = finished(spell(reading, embedded.sentence, (*declarative(shorter), *tail)))
        if question and len(question.split()) <= COMFORTABLE:
            return question
    return None


def _copular_question(
    reading: Reading, embedded: Embedded, opening: tuple[Token, ...]
) -> str | None:
    clause = clause_of(reading, embedded.sentence, embedded.head)
    if not clause or clause.group.lemma != "be":
        return None
    inside = {t.index for t in opening}
    left = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in inside)
    group = seen_from_now(clause.group, reported=False)
    if _lasts(replace(clause, predicate=left), embedded.word.text.lower()):
        group = replace(group, past=False)
    verb = words_of(group, plural=clause.plural)
    parts = (*opening, verb[0], *clause.subject, *verb[1:], *left)
    return finished(spell(reading, embedded.sentence, parts))
