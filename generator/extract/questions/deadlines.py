"""What somebody has a time to do, or has yet to do, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.anchors import clause_of, of_own
from generator.extract.grammar.clauses import clause_at, is_plural_noun
from generator.extract.grammar.trimming import phrase, without_edges
from generator.extract.grammar.wording import spell
from generator.extract.questions.plans import is_specific
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    after_preposition,
    has_yet_to,
    subject_parts,
    subject_plural,
    verbs,
)
from generator.extract.questions.prospects import in_short
from generator.extract.questions.question_grammar import (
    ask,
    future,
    verb_of,
)
from generator.extract.reading import Reading
from generator.extract.words.answers import SAYING
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

_HAVING_A_SAY = frozenset({"object", "comment", "apply", "register", "enter", "question"})
_REPLIES = frozenset({"respond", "reply", "react"})


def find_deadlines(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody "has until Friday", or was given until then, to do."""
    for verb in verbs(sentence, frozenset({"have", "give"})):
        until = after_preposition(sentence, verb, "until") or _time_given(sentence, verb)
        steps = [*sentence.children(verb, "advcl", "xcomp")]
        steps += sentence.children(until, "acl") if until else []
        step = next((c for c in steps if c.tag == "VB"), None)
        given = sentence.child(verb, "iobj", "obj") if verb_of(verb) == "give" else None
        who = (given if given is not until else None) or acting_subject(sentence, verb)
        if until is None or step is None or who is None or not _must(reading, sentence, who, step):
            continue
        plural = is_plural_noun(sentence, who)
        words = phrase(sentence, who)
        bare = clause_at(sentence, step, words, plural=plural)
        taken = bare and any(isinstance(p, Token) and p.tag == "PRP" for p in bare.predicate)
        clause = of_own(bare) if bare and not taken else None  # "has a month to verify them"
        start = sentence.subtree(step)[0].index
        first = phrase(sentence, until)[0].index
        end = without_edges([t for t in sentence.tokens if first <= t.index < start])
        by = spell(reading, sentence, end)
        led = "by" if sentence.child(until, "case") else "within"
        question = ask(reading, future(clause), tail=(led, by)) if clause and by else None
        if question:
            why = "The source gives the deadline, not what came of it."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def _time_given(sentence: Sentence, verb: Token) -> Token | None:
    """Return the time in "was given 30 days to", "has 28 days to"."""
    times = sentence.children(verb, "obj", "obl:unmarked")
    return next((t for t in times if is_time(t) and sentence.child(t, "nummod")), None)


def _must(reading: Reading, sentence: Sentence, who: Token, step: Token) -> bool:
    """Tell whether a deadline is somebody's in particular, and about more than having a say."""
    return verb_of(step) not in _HAVING_A_SAY and is_specific(reading, sentence, who)


def find_delays(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what "has yet to" happen."""
    for step in sentence.tokens if "yet" in sentence.words else ():
        bare = step.tag == "VB" or any(t.text == "be" for t in sentence.children(step, "aux:pass"))
        if not bare or not has_yet_to(sentence, step) or verb_of(step) in SAYING | _REPLIES:
            continue
        if any(t.text.lower() == "whether" for t in sentence.subtree(step)):
            continue
        parts = subject_parts(reading, sentence, step)
        plural = subject_plural(sentence, step)
        clause = clause_of(reading, sentence, step, parts, plural=plural)
        question = ask(reading, future(in_short(clause))) if clause else None
        if question:
            why = "The source says that this has yet to happen."
            yield OpenPoint(question, "pending", why, (sentence,), 0.9)
