"""What an article names as unknown ("the cause is unclear", "no word on"), to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import (
    is_negated,
    verb_group,
)
from generator.extract.questions.attributes import (
    OF_WHAT,
    about_event,
    about_thing,
)
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    has_case,
    not_yet,
    worded,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.told_events import DATING
from generator.extract.questions.unsaid import is_lacking
from generator.extract.questions.wh_clauses import asks
from generator.extract.questions.withheld import has_no, is_none, is_withheld, was_open_until
from generator.extract.reading import Reading
from generator.extract.words.answers import (
    ANSWERS,
    DIFFERING,
    DOUBTS,
    PUZZLES,
    SAYING,
    SETTLED,
    UNCLEAR,
    WORKING_OUT,
)
from generator.language.tree import Sentence, Token
from generator.model import QuestionKind

_CONTESTED = frozenset({"dispute", "doubt", "question"})
_UNDER_INQUIRY = frozenset({"investigation", "review", "inquiry", "examination"})
_SOUGHT = frozenset({"motive", "cause", "reason", "explanation"})
"""What is looked for also as "a motive", "a date"."""
_DOUBTED = frozenset({"doubt", "doubts", "uncertainty"})
_LASTING = frozenset({"remain", "stay", "be", "have", "keep"})
_GIVING = SAYING | WORKING_OUT | frozenset("give offer provide issue state find claim".split())
_FINDING_OUT = frozenset(
    "investigate probe examine determine establish ascertain identify find learn trace seek".split()
)
_FOUND_OUT = frozenset(
    "cause causes motive motives identity identities whereabouts location origin origins source"
    " extent scale circumstances reason reasons number fate owner".split()
)
"""What one sets out to find: not "details", which one is given."""


def find_nominal(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is not known about a thing: "his whereabouts are unknown"."""
    for noun in worded(sentence, OF_WHAT):
        if _is_some(sentence, noun):
            continue
        why = why_open(reading, sentence, noun)
        question = why and (
            about_thing(reading, sentence, noun) or about_event(reading, sentence, noun)
        )
        if why and question:
            yield OpenPoint(question, _kind(noun, why), why, (sentence,), 1.0)


def _kind(noun: Token, why: str) -> QuestionKind:
    if noun.text.lower() in DATING:
        return "pending"
    return "disputed" if why.endswith(("dispute.", "doubt.")) else "unknown"


def _is_some(sentence: Sentence, noun: Token) -> bool:
    """Tell "a number of dates", "a source" and "no damage" from what is one thing's own."""
    if noun.text.lower() == "damage" and is_none(sentence, noun):
        return True
    indefinite = any(t.text.lower() in {"a", "an"} for t in sentence.children(noun, "det"))
    return indefinite and noun.text.lower() not in _SOUGHT | DATING


def why_open(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return why what a noun stands for is open, in whatever frame the sentence says so."""
    above, clause = sentence.head(noun), sentence.clause(noun)
    asked = asks(sentence, clause)
    if clause.label == "acl:relcl" and asked and asked.label == "nsubj":
        asked = None  # "her son, who gave no cause"
    if above is None or (asked and asked.tag != "WP$"):
        return None  # "it is unclear when he will release details of it"
    if noun.label.startswith("nsubj"):
        return _of_subject(sentence, noun, above)
    if noun.label == "obj" and above.tag.startswith("VB"):
        return (
            None if _is_own(reading, sentence, above, noun) else _of_object(sentence, noun, above)
        )
    return _of_matter(sentence, noun, above)


def _of_matter(sentence: Sentence, noun: Token, above: Token) -> str | None:
    """Judge "there was no word on the cause", "doubts have been raised about its future"."""
    about = has_case(sentence, noun, {"on", "about", "of", "as", "over"})
    if noun.label not in {"nmod", "obl"} or not about:
        return None
    doubt = sentence.child(above, "nsubj", "nsubj:pass") if noun.label == "obl" else above
    beside = doubt is not None and doubt.label in {"obl", "nmod"}  # "amid uncertainty about"
    if doubt is not None and doubt.text.lower() in _DOUBTED and not beside:
        return "The source says that this is in doubt."
    if noun.label == "obl" and verb_of(above) in _GIVING and is_withheld(sentence, above):
        return "The source says that this was not told."  # "would not elaborate on its reasons"
    lacking = above.text.lower() in ANSWERS and is_lacking(sentence, above, sentence.head(above))
    return f"The source says that there was no {above.text.lower()} on this." if lacking else None


def _of_subject(sentence: Sentence, noun: Token, state: Token) -> str | None:
    """Judge "the motive is unclear", "no date has been set", "the number remains unknown"."""
    given = state.text.lower() in {"is", "was", "are", "were"} or verb_of(state) in _GIVING
    if given and has_no(sentence, state, "nsubj", "nsubj:pass"):
        return f"The source says that there was no {noun.text.lower()} yet."
    if verb_of(state) in _LASTING and (inner := sentence.child(state, "xcomp", "obj", "obl")):
        state = inner
    if verb_of(state) in DIFFERING | {"vary"} and state.tag.startswith("VB"):
        return "The source says that accounts of this are in dispute."
    if verb_of(state) == "hang" and sentence.child(state, "obl"):
        return "The source says that this is in the balance."
    if verb_of(state) in _FINDING_OUT and verb_group(sentence, state).progressive:
        return "The source says that this is being looked into."
    how = _state_of(sentence, state) or _to_be_told(sentence, noun, state)
    return f"The source says that this is {how}." if how else None


def _to_be_told(sentence: Sentence, noun: Token, state: Token) -> str | None:
    """Recognise "a fresh date will be announced in May"."""
    group = verb_group(sentence, state)
    ahead = group.modal == "will" and group.passive and noun.text.lower() in DATING
    return "still to be told" if ahead and state.text.lower() in SETTLED else None


def _state_of(sentence: Sentence, state: Token) -> str | None:
    """Return the state of what is open: "under review", "in dispute", "unclear", "not known"."""
    low = state.text.lower()
    if was_open_until(sentence, state):
        return None
    if low in _UNDER_INQUIRY and has_case(sentence, state, {"under"}):
        return f"under {low}"
    if low in _CONTESTED and has_case(sentence, state, {"in"}):
        return f"in {low}"
    if low in UNCLEAR | PUZZLES and not is_negated(sentence, state):
        return f"a {low}" if low in PUZZLES else low
    if low in SETTLED and is_withheld(sentence, state):
        public = low == "made" and sentence.child(state, "xcomp") is not None
        return f"not {'yet made public' if public else not_yet(low)}"
    return None


def _of_object(sentence: Sentence, noun: Token, verb: Token) -> str | None:
    """Judge "did not give a date", "gave no reason", "are trying to establish the cause"."""
    denied = is_withheld(sentence, verb)
    doubt = sentence.child(verb, "nsubj")
    if verb_of(verb) == "surround" and doubt is not None and doubt.text.lower() in DOUBTS:
        return f"The source says that there is {doubt.text.lower()} about this."
    if verb_of(verb) in _GIVING and (denied or has_no(sentence, verb, "obj")):
        return "The source says that this was not told."
    group = verb_group(sentence, verb)
    sought = verb_of(verb) in _FINDING_OUT and noun.text.lower() in _FOUND_OUT
    if sought and (denied or group.modal or group.progressive or not group.past):
        return "The source says that this is being looked into."
    return None


def _is_own(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> bool:
    """Tell whether somebody withholds what is their own: "declined to give her name"."""
    owner, who = sentence.child(thing, "nmod:poss"), acting_subject(sentence, verb)
    if owner is None or owner.tag != "PRP$" or who is None:
        return False
    actor = reading.actor_at(sentence.index, owner.index)
    return actor is None or actor is reading.actor_at(sentence.index, who.index)
