"""A declarative or embedded clause to a direct question seen from the day of the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.extract.grammar.adjuncts import shortened
from generator.extract.grammar.clauses import Clause, is_plural_noun
from generator.extract.grammar.trimming import subject_of
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.asides import DASHES
from generator.extract.words.times import TIMES
from generator.language.morphology import VerbGroup, lemma, question_words, words_of
from generator.language.tree import Sentence, Token

COMFORTABLE = 24
"""Words up to which nothing is trimmed."""
_HEDGES = frozenset(
    """actually almost certainly definitely likely now perhaps possibly presumably probably really
    simply surely then well yet""".split()
)
"""Adverbs that say how sure a statement is: the question whether it is true has no use for them."""
_REPORTING = frozenset("say indicate show suggest believe think know report tell find mean".split())
_UNFINISHED = frozenset(
    "last cost weigh become include convey have make take get give check wait decide".split()
)
"""Verbs that say nothing by themselves."""
_TIMES_AHEAD = frozenset({"until", "till", "when", "once", "before"})


def seen_from_now(group: VerbGroup, *, reported: bool, negated: bool = False) -> VerbGroup:
    """Return a verb group with its tense moved from the report's past to the day of the article."""
    if group.modal:
        modal = {"would": "will", "might": "will", "may": "will", "shall": "will"}
        kept = group.modal if group.perfect else modal.get(group.modal, group.modal)
        return replace(group, modal=kept)
    if group.perfect and group.past:
        return replace(group, perfect=negated, past=not negated)
    if reported and group.progressive and group.past:
        return replace(group, past=False)
    return group


def conditional_present(group: VerbGroup) -> VerbGroup:
    """Return the verb group of an if-clause in the present: "if Bogotá released" -> "releases"."""
    modal = None if group.modal in {"will", "would", "should", "might"} else group.modal
    return replace(group, modal=group.modal if group.perfect else modal, past=False)


def told_as_news(clause: Clause) -> Clause:
    """Return a reported clause as one asks about it today: "had already signed" -> "has signed"."""
    before = clause.sentence.tokens[: clause.head.index]
    quoted = sum((t.tag == "``") - (t.tag == "''") for t in before) > 0  # "They were burning"
    group = seen_from_now(clause.group, reported=not quoted, negated=clause.negated)
    beside = clause.sentence.children(clause.head, "advmod")
    words = (p for p in (*clause.predicate, *beside) if isinstance(p, Token))
    lately = any(p.text.lower() in {"already", "yet", "since", "recently"} for p in words)
    if lately and clause.group.perfect and not clause.group.modal:
        group = replace(group, perfect=True, past=False)
    return replace(clause, group=group)


def polar(clause: Clause) -> tuple[Part, ...]:
    """Return the parts of a yes/no question: "Will", the river, "fall"."""
    opener, rest = question_words(clause.group, plural=clause.plural)
    middle = (w for p in clause.middle if (w := _asked_adverb(p)))
    closing = [","] if _is_left_open(clause.subject) else []
    return (
        opener,
        *_asked_subject(clause.subject),
        *closing,
        *(["not"] if clause.negated else []),
        *rest[:-1],
        *middle,
        *rest[-1:],
        *clause.predicate,
    )


def _asked_subject(subject: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return a subject without its remark, "families" for "families - gay and straight -".

    Of "only a truce will hold them back" one asks whether a truce will, and of "this year's fair"
    where the fair will be.
    """
    words = [p.text.lower() for p in subject[:3] if isinstance(p, Token)]
    if words[:1] == ["this"] and words[2:] in (["'s"], ["’s"]):
        subject = ("the", *subject[3:])
    dashes = (
        at
        for at, part in enumerate(subject)
        if at and isinstance(part, Token) and part.tag != "HYPH" and part.text in DASHES | {"-"}
    )
    only = [p.text.lower() for p in subject[:1] if isinstance(p, Token)] == ["only"]
    return subject[int(only) : next(dashes, None)]


def _asked_adverb(part: Part) -> Part | None:
    """Return an adverb as a question has it: "ever" for "never", nothing for "probably"."""
    low = part.text.lower() if isinstance(part, Token) else part
    return None if low in _HEDGES else "ever" if low == "never" else part


def _is_left_open(subject: tuple[Part, ...]) -> bool:
    """Tell whether an apposition in a subject needs its second comma: "two ships, A and B,"."""
    words = [p.text.lower() for p in subject if isinstance(p, Token)]
    if words.count(",") != 1:
        return False
    counted = isinstance(subject[0], Token) and subject[0].tag == "CD"
    behind = words[words.index(",") + 1 :]
    return counted or not ({"and", "or", "&"} & {*behind} or any(w.isdigit() for w in behind[:1]))


def ask(
    reading: Reading, clause: Clause, tail: Iterable[Part] = (), opening: Iterable[Part] = ()
) -> str | None:
    """Return a yes/no question, or a wh-question with its opening, trimmed to a good length."""
    opening, tail = tuple(opening), tuple(tail)
    if _wants_more(clause) or (not opening and _is_cut_short(clause)):
        return None
    best = None
    if clause.group.modal == "will":
        clause = as_ahead(clause)
    for shorter in shortened(clause if opening else affirmed(clause)):
        asked = _without_last_comma(polar(shorter)) if tail else polar(shorter)
        parts = (*opening, *asked, *tail)
        question = finished(spell(reading, clause.sentence, parts))
        best = question or best
        if question and len(question.split()) <= COMFORTABLE:
            return question
    return best


def as_ahead(clause: Clause) -> Clause:
    """Return what lies ahead without the times, and the "to", of what is told beside it."""
    return _joined_by_and(_with_times_ahead(_without_times_past(clause)))


def affirmed(clause: Clause) -> Clause:
    """Return what is denied as one asks about it: "any consent was sought" for "no consent"."""
    subject, predicate = _of_any(clause.subject), _of_any(clause.predicate)
    if not clause.negated and subject is clause.subject and predicate is clause.predicate:
        return clause
    return replace(clause, negated=False, subject=subject, predicate=predicate)


def _of_any(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return words that begin with none of something with any of it: "more" for "no more"."""
    name = parts[0].split(" ", 1) if parts and isinstance(parts[0], str) else parts[:1]
    told = (*name, *parts[1:])  # a subject that stands for an "it": "neither side"
    words = (p.lower() if isinstance(p, str) else p.text.lower() for p in told[:2])
    first, second = (*words, "", "")[:2]
    if first == "no" and second in {"more", "further", "other"}:
        return told[1:]
    if first == "no" and second == "one":
        return ("anyone", *told[2:])
    return (_ANY[first], *told[1:]) if first in _ANY else parts


_ANY = {
    "no": "any",
    "none": "any",
    "nobody": "anybody",
    "nothing": "anything",
    "neither": "either",
}


def _without_last_comma(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return a clause without the comma that ended it in a quotation: "within minutes," said."""
    closing = parts[-1:] if isinstance(parts[-1], Token) and parts[-1].tag == "''" else ()
    rest = parts[: len(parts) - len(closing)]
    comma = bool(rest) and isinstance(rest[-1], Token) and rest[-1].text == ","
    return (*rest[:-1], *closing) if comma else parts


def _with_times_ahead(clause: Clause) -> Clause:
    """Return what lies ahead with its times ahead too: "until it was paid" as "is paid"."""
    words = (
        _present(clause.sentence, p) if isinstance(p, Token) and _tells_when(clause, p) else p
        for p in clause.predicate
    )
    return replace(clause, predicate=tuple(words))


def _without_times_past(clause: Clause) -> Clause:
    """Return what lies ahead without the "last year" of something told beside it."""
    words = [p for p in clause.predicate if isinstance(p, Token)]
    past = [p for p in words if _is_time_past(clause, p) or _is_over_by_then(clause, p)]
    below = {t.index for p in past for t in clause.sentence.subtree(p)}
    kept = (p for p in clause.predicate if isinstance(p, str) or p.index not in below)
    return replace(clause, predicate=tuple(kept))


def _is_over_by_then(clause: Clause, verb: Token) -> bool:
    """Recognise "will vote on it after a report found cracks": what came before is no part."""
    marks = clause.sentence.children(verb, "mark")
    after = any(t.text.lower() == "after" for t in marks)
    return after and verb.tag == "VBD" and verb.label == "advcl"


def _is_time_past(clause: Clause, noun: Token) -> bool:
    last = any(t.text.lower() == "last" for t in clause.sentence.children(noun, "amod"))
    return last and noun.label.startswith("obl") and noun.text.lower() in TIMES


def _joined_by_and(clause: Clause) -> Clause:
    """Return "will end the war and to free" without the "to" of what was an infinitive."""
    tokens = clause.sentence.tokens
    words = (
        p
        for p in clause.predicate
        if isinstance(p, str)
        or p.tag != "TO"
        or tokens[p.head].label != "conj"
        or tokens[p.head].head != clause.head.index
    )
    return replace(clause, predicate=tuple(words))


def _tells_when(clause: Clause, token: Token) -> bool:
    """Tell a past verb of "until it was done" from that of "whether they knew when it fell"."""
    sentence = clause.sentence
    head = sentence.head(token) if token.label.startswith(("aux", "cop")) else token
    if token.tag != "VBD" or head is None or not head.label.startswith("advcl"):
        return False
    asked = any(t.text == "whether" for t in sentence.children(sentence.tokens[head.head], "mark"))
    opening = sentence.children(head, "mark", "advmod")
    return not asked and any(t.text.lower() in _TIMES_AHEAD for t in opening)


def _present(sentence: Sentence, verb: Token) -> str:
    """Return the present form of a past verb, agreeing with its subject."""
    head = verb if verb.label.startswith("advcl") else sentence.tokens[verb.head]
    subject = subject_of(sentence, head)
    plural = verb.text.lower() == "were" or bool(subject and is_plural_noun(sentence, subject))
    return words_of(VerbGroup(lemma=verb_of(verb)), plural=plural)[0]


def _wants_more(clause: Clause) -> bool:
    """Tell whether a verb stands without what it says, or stands for one told elsewhere."""
    first = next((p.text.lower() for p in clause.predicate if isinstance(p, Token)), "so")
    if clause.group.lemma == "do" and first in _INSTEAD and not clause.group.passive:
        return True
    verb = clause.group.lemma
    return not (clause.predicate or clause.group.passive) and verb in _REPORTING | {"be", "get"}


def _is_cut_short(clause: Clause) -> bool:
    """Tell whether a clause lacks what its verb needs: "the meeting will last"."""
    bare = not (clause.predicate or clause.group.passive) and clause.group.lemma in _UNFINISHED
    kept = [p for p in clause.predicate if p is not clause.head]
    none = [p.text.lower() for p in clause.predicate if isinstance(p, Token)] == ["none"]
    untied = not (kept or clause.plural) and clause.head.text.lower() in _TIED
    return bare or none or untied or has_gap(clause)


_TIED = frozenset({"connected", "linked", "related", "tied"})
_INSTEAD = frozenset("so it that this the same likewise".split())


def has_gap(clause: Clause) -> bool:
    """Tell whether a clause lacks the noun it describes: "a coolness that Reis had admired"."""
    relative = clause.head.label.startswith("acl:relcl")
    subjects = clause.sentence.children(clause.head, "nsubj", "nsubj:pass")
    marked = clause.sentence.child(clause.head, "mark") is not None
    return relative and not marked and any(t.tag not in {"WDT", "WP"} for t in subjects)


def future(clause: Clause) -> Clause:
    """Return a clause as something ahead: "moving", "must still move" -> "will move".

    What is asked of it is whether it comes, not whether it is needed "still".
    """
    middle = tuple(p for p in clause.middle if (p if isinstance(p, str) else p.text) != "still")
    lasting = clause.group.progressive and clause.group.modal is not None  # "could be running"
    group = replace(clause.group, modal="will", perfect=False, past=False, progressive=lasting)
    return replace(clause, group=group, middle=middle)


def simple_past(clause: Clause) -> Clause:
    """Return a clause as something over: "leaving a gap" -> "left a gap"."""
    group = clause.group
    return replace(
        clause, group=replace(group, modal=None, perfect=False, progressive=False, past=True)
    )


def is_gerund(sentence: Sentence, verb: Token) -> bool:
    """Recognise "leaving" and "having left"."""
    helping = sentence.children(verb, "aux")
    return verb.tag == "VBG" or any(t.text.lower() == "having" for t in helping)


def verb_of(token: Token) -> str:
    """Return the base form of a token."""
    return lemma(token.text, token.tag)
