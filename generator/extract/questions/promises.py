"""What somebody threatens, promises, tries or is in talks to do, to whether they will."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.point import OpenPoint, acting_subject, can_speak
from generator.extract.questions.prospects import SOFT, has_condition, is_soft
from generator.extract.questions.question_grammar import ask, verb_of
from generator.extract.questions.vows import (
    is_end,
    is_left_to_do,
    planner,
    vow_of,
    vowed,
)
from generator.extract.questions.withheld import is_none, is_withheld
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.language.tree import Sentence, Token

_EMPTY_VOWS = SOFT | frozenset(
    """consider examine find fight give keep meet push put reply respond review study
    support""".split()
)
"""What one promises to do and settles nothing: to look into it, to do one's best."""


def find_vows(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody threatens, promises or is in talks to do."""
    for step in sentence.tokens:
        if step.label not in {"xcomp", "acl", "advcl"} or not vow_of(sentence.tokens[step.head]):
            continue
        over = not (is_left_to_do(reading, sentence, step) and is_end(sentence, step))
        if has_condition(sentence, step) or over:
            continue
        vow = sentence.tokens[step.head]
        doer = planner(sentence, vow) or step
        if vow_of(vow) == "a plan" and doer is step:
            continue  # "plans to strike were dropped"
        who = acting_subject(sentence, doer)
        able = who is not None and (verb_of(vow) == "threaten" or _can_vow(reading, sentence, who))
        if not able or _is_cut(sentence, step):
            continue
        clause = vowed(reading, sentence, step)
        empty = (
            clause is None
            or clause.group.lemma in _EMPTY_VOWS
            or is_soft(sentence, step)
            or is_withheld(sentence, doer)
        )
        question = ask(reading, clause) if clause and not empty else None
        if question:
            named = vow_of(vow)
            why = f"The source reports {named}, no more."
            weight = 0.85 if named == "talks" else 0.55
            yield OpenPoint(question, "pending", why, (sentence,), weight)


def _can_vow(reading: Reading, sentence: Sentence, who: Token) -> bool:
    """Tell whether somebody can promise: people and bodies, not "other policies"."""
    common = who.tag == "NNS" and not is_people_noun(verb_of(who))
    known = reading.actor_at(sentence.index, who.index) is not None
    return known or (not common and can_speak(reading, sentence, who))


def _is_cut(sentence: Sentence, step: Token) -> bool:
    """Tell whether what is vowed stands elsewhere: "the target it pledged to reach"."""
    vow = sentence.tokens[step.head]
    group = verb_group(sentence, vow)
    if group.perfect and group.past:
        return True  # "said that it had promised to act": long ago
    related = any(t.label.startswith("acl:relcl") for t in sentence.path_to_root(vow))
    own = subject_of(sentence, vow)
    before = sentence.tokens[own.index - 1].text if own and own.index else ""
    who = own is not None and own.tag == "WP" and before == ","  # "the president, who threatened"
    return (related and not who) or is_withheld(sentence, vow) or is_none(sentence, vow)
