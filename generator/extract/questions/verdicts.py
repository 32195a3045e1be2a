"""What an embedded question hangs on ("unclear", "declined to say") to why it is open, if it is."""

from __future__ import annotations

import re

from generator.extract.grammar.clauses import is_negated, verb_group
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.decisions import Verdict, on_announcing, on_deciding
from generator.extract.questions.embedded import ASKED_NOUNS, Embedded
from generator.extract.questions.point import (
    REFUSING,
    SAYING,
    SETTLED,
    SOMEBODY,
    TOO_HARD,
    UNCLEAR,
    acting_subject,
    following,
    has_case,
    has_yet_to,
    is_withheld,
    not_yet,
    subject_plural,
    who_says,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.reading import Reading
from generator.language.morphology import past
from generator.language.tree import Sentence, Token

_DISPUTED = frozenset("disputed contested debatable disagree differ dispute split divided".split())
_ANYBODY = frozenset("i we you one some anyone anybody everyone people many".split())
_NEVER = {"could": "could not", "can": "cannot", "would": "would not", "will": "will not"}
_HARD = frozenset({"hard", "harder", "difficult"})
_TELLING = frozenset("say tell know determine establish judge predict assess".split())
_OF_PEOPLE = frozenset({"sure", "certain"})
_NO_ANSWER = "The source reports no answer to this."
_PUZZLES = frozenset({"mystery", "guess", "puzzle", "riddle", "enigma"})
_NOBODY = frozenset({"nobody", "no one", "none", "neither"})
_EVADING = frozenset(
    "decline refuse smile laugh shrug demur deflect dodge sidestep evade grin walk".split()
)
_ASKING = frozenset({"ask", "press", "question", "quiz", "challenge"})
_EXPLAINING = frozenset({"because", "due", "explained", "reason", "reasons", "blamed", "owing"})
_NO_REPLY = re.compile(
    r"\b(?:(?:do|did|does)(?: not|n['’]t) (?:know|remember|recall)|no comment|wait and see"
    r"|(?:it|that)(?:['’]ll| will|) depends? "
    r"|(?:we|you|time)(?:['’]ll| will) (?:see|tell|find out)|(?:not|n['’]t) going to"
    r"|have to (?:look|check|ask|wait)|you['’]d have to ask|ask (?:the|them|him|her)\b"
    r"|(?:can|could|will|would|wo|ca)(?:not|n['’]t| not) (?:say|answer|comment|discuss|go into))",
    re.IGNORECASE,
)
"""What people say who do not answer."""
_DOUBT = frozenset({"dispute", "doubt", "question"})
_INQUIRIES = frozenset({"inquiry", "investigation", "probe"})
_TOLD = frozenset(
    "answer details detail information word talks indication judgment verdict clarity vote"
    " advice idea clue".split()
)
"""Nouns of an answer: what they are about is open only where there is none yet."""
_WANTING = frozenset("await want seek demand request need ask lack".split())
_CLOSING_VERBS = frozenset(
    {"settle", "resolve", "lift", "answer", "end", "clear", "remove", "drop", "close"}
)


def verdict_on(reading: Reading, embedded: Embedded) -> Verdict | None:
    """Return the kind of an embedded question that is open, why it is, and how surely."""
    sentence, governor = embedded.sentence, embedded.governor
    if governor is not None and verb_of(governor) in REFUSING:
        governor = sentence.child(governor, "xcomp") or governor  # "refused to be drawn on when"
    own = subject_of(sentence, embedded.head)
    of_self = own is not None and own.text == "I"
    if governor is None or (not of_self and _speaks_generally(reading, sentence, governor)):
        return None
    for judge in (_of_state, _of_asking, _of_saying, on_announcing, on_deciding, _of_noun):
        found = judge(reading, embedded, governor)
        if found:
            return found
    return None


def _speaks_generally(reading: Reading, sentence: Sentence, governor: Token) -> bool:
    """Tell whether nobody in particular does not know: "I wonder whether", "one cannot say"."""
    subject = acting_subject(sentence, governor)
    if subject is None or reading.actor_at(sentence.index, subject.index):
        return False
    return subject.text.lower() in _ANYBODY


def _of_state(reading: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "it is unclear whether", "when … is disputed", "it is not known how"."""
    sentence = embedded.sentence
    low = governor.text.lower()
    if low in _DISPUTED or (low in _DOUBT and has_case(sentence, governor, {"in", "under"})):
        state = "disputed" if low in _DISPUTED else f"in {low}"
        return "disputed", f"The source says that this is {state}.", 1.0
    if low in TOO_HARD | _HARD and _tells(sentence, governor):
        early = low in TOO_HARD
        why = "it is too early to tell" if early else f"this is {low} to tell"
        return "unanswered" if early else "unknown", f"The source says that {why}.", 0.9
    puzzle = low in _PUZZLES and sentence.child(governor, "cop") is not None
    if puzzle or (low in UNCLEAR and not is_negated(sentence, governor)):
        state = "a mystery" if puzzle else low
        return "unknown", f"The source says that this is {state}.", 1.0
    passive = governor.tag in {"JJ", "VBN"} and verb_group(sentence, governor).passive
    settled = low in SETTLED and (passive or governor.tag.startswith("JJ"))
    if settled and is_withheld(sentence, governor):
        subject = acting_subject(sentence, governor)
        if low in _OF_PEOPLE and subject is not None and not subject.label.startswith("expl"):
            who = who_says(reading, sentence, governor)
            return "unknown", f"{who} did not know, the source says.", 1.0
        return "unknown", f"The source says that this is not {not_yet(low)}.", 1.0
    return _of_outcome(embedded, governor)


def _tells(sentence: Sentence, governor: Token) -> bool:
    """Tell whether something is early or hard "to say"."""
    steps = sentence.children(governor, "advcl", "xcomp", "ccomp", "csubj")
    return any(verb_of(step) in _TELLING and step.tag == "VB" for step in steps)


def _of_outcome(embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "it depends on whether", "how … remains a mystery", "it remains to be seen"."""
    sentence, verb = embedded.sentence, verb_of(governor)
    if verb in {"depend", "hinge"}:
        why = "The source says what this depends on, not how it will turn out."
        if embedded.head.index > governor.index:
            why = "The source says that the outcome depends on this."
        return "conditional", why, 0.9
    if verb == "remain" and sentence.child(governor, "obj", "xcomp"):
        return "unknown", "The source says that this remains unexplained.", 0.9
    above = sentence.head(governor)
    if governor.text.lower() == "seen" and above is not None and verb_of(above) == "remain":
        return "pending", "The source says that this remains to be seen.", 1.0
    return None


def _of_asking(reading: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "asked whether A or B, he said both sides must compromise"."""
    sentence = embedded.sentence
    if verb_of(governor) not in _ASKING:
        return None
    answer = _answer_to(sentence, governor)
    if answer is None:
        return _of_complaint(reading, embedded, governor)
    who = who_says(reading, sentence, answer, opening=False)
    if _is_evaded(sentence, answer):
        return "unanswered", f"Asked this, {who} did not answer, the source says.", 1.0
    only = any(t.text.lower() == "only" for t in sentence.tokens[answer.index : answer.index + 3])
    if only or _NO_REPLY.search(reading.document.words(answer.start, sentence.end)):
        return "unanswered", f"Asked this, {who} gave no straight answer.", 0.95
    below = {t.text.lower() for t in sentence.subtree(governor)}
    reply = {t.text.lower() for t in sentence.tokens} - below
    if "or" in below and not reply & {"yes", "no"}:
        return "unanswered", f"Asked to choose, {who} named neither, the source says.", 0.9
    return None


def _of_complaint(reading: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "residents asked why no warning was given", unless the next words explain it."""
    if verb_of(governor) == "question" and not verb_group(embedded.sentence, governor).passive:
        who = who_says(reading, embedded.sentence, governor)
        return "disputed", f"{who} questioned it, the source says.", 0.85
    why = embedded.word.text.lower() == "why" and governor.tag in {"VBD", "VBZ", "VBP"}
    after = following(reading, embedded.sentence)
    words = {t.text.lower() for told in after for t in told.tokens}
    explained = bool(words & _EXPLAINING) or after == ()
    if not why or explained or reading.is_quoted(governor.start):
        return None
    return "unanswered", "The source says that this was asked, not that it was answered.", 0.8


def _answer_to(sentence: Sentence, asking: Token) -> Token | None:
    """Return the verb by which somebody who is asked answers, or does not."""
    joined = sentence.children(asking, "conj")
    silent = (c for c in joined if verb_of(c) in SAYING | {"respond", "reply"})
    if asking.label.startswith(("advcl", "ccomp")):
        answer = sentence.head(asking)
        told = answer is not None and answer.tag.startswith("VB")
        after = told and answer is not None and answer.index > asking.index
        silent_first = told and answer is not None and is_withheld(sentence, answer)
        return answer if after or silent_first else None
    return next((c for c in silent if is_withheld(sentence, c)), None)


def _is_evaded(sentence: Sentence, answer: Token) -> bool:
    """Tell whether an answer is none: "smiled", "declined to say", "said she would not say"."""
    inner = sentence.child(answer, "ccomp")
    says = inner is not None and verb_of(inner) in SAYING | {"go"}
    unsaid = says and inner is not None and is_withheld(sentence, inner)
    return unsaid or is_withheld(sentence, answer) or verb_of(answer) in _EVADING


def _of_saying(reading: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "declined to say when", "has not said whether", "could not say how"."""
    sentence = embedded.sentence
    verb = verb_of(governor)
    before = sentence.tokens[embedded.word.index - 1] if embedded.word.index else governor
    left_out = before.text.lower() == "not" and verb in SAYING  # "confirmed that, but not when"
    if not (left_out or _is_unsaid(sentence, governor, verb)):
        return None
    who = who_says(reading, sentence, governor)
    above = sentence.head(governor)
    how = _how_withheld(sentence, governor)
    if who.lower() in _NOBODY or (verb == "know" and how is None):
        return "unknown", "The source says that this is not known.", 1.0
    inside = who_says(reading, sentence, governor, opening=False)
    if above and above.text.lower() in TOO_HARD:
        why = "The source says that it is too early to tell."
    elif _names_nobody(inside) or sentence.child(governor, "nsubj:pass"):
        why = _NO_ANSWER
    elif how:
        why = f"{who} {how}, the source reports."
    else:
        why = f"The source reports no answer from {inside}."
    return "unanswered", why, 1.0


def _names_nobody(who: str) -> bool:
    """Tell whether no one in particular is silent: "neither side has said"."""
    return who == SOMEBODY or who.lower().split()[0] in {"neither", "no", "none"}


def _is_unsaid(sentence: Sentence, governor: Token, verb: str) -> bool:
    """Tell whether something was not said; not so "never told them what to do"."""
    if verb not in SAYING or not governor.tag.startswith("VB"):
        return False
    told = verb == "tell" and sentence.child(governor, "obj", "iobj") is not None
    return is_withheld(sentence, governor) and not told


def _how_withheld(sentence: Sentence, governor: Token) -> str | None:
    """Return "declined to say" or "would not say" as the source has it."""
    verb = "be drawn" if verb_of(governor) == "draw" else verb_of(governor)
    above = sentence.head(governor)
    if above and governor.label == "xcomp" and verb_of(above) in {"decline", "refuse"}:
        return f"{past(verb_of(above))} to {verb}"
    if verb_group(sentence, governor).passive:
        return None
    if has_yet_to(sentence, governor):
        return f"{'have' if subject_plural(sentence, governor) else 'has'} yet to {verb}"
    modal = verb_group(sentence, governor).modal
    return f"{_NEVER[modal]} {verb}" if modal in _NEVER else None


def _of_noun(reading: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "its decision on whether", "questions about when", "no word on how"."""
    sentence = embedded.sentence
    if governor.text.lower() not in ASKED_NOUNS:
        return None
    noun, verb = governor.text.lower(), sentence.head(governor)
    if noun in _TOLD and not _is_lacking(sentence, governor, verb):
        return None
    if verb and verb.tag.startswith("VB"):
        if verb_of(verb) in _CLOSING_VERBS and not is_withheld(sentence, verb):
            return None
        who = who_says(reading, sentence, verb)
        if is_withheld(sentence, verb):
            known = not _names_nobody(who.lower())
            why = f"{who} did not answer, the source says." if known else _NO_ANSWER
            return "unanswered", why, 1.0
        if verb_of(verb) in {"reserve", "postpone", "delay", "defer", "adjourn"}:
            return "pending", f"{who} has put off the decision, the source says.", 1.0
    left = f"reports no {noun} yet" if noun in _TOLD else f"leaves the {noun} open"
    left = "says that this is being looked into" if noun in _INQUIRIES else left
    return "pending", f"The source {left}.", 0.8


def _is_lacking(sentence: Sentence, noun: Token, verb: Token | None) -> bool:
    """Tell whether something is denied or still to come: "no word on", "awaits details of"."""
    denied = any(t.text.lower() in {"no", "little", "any"} for t in sentence.children(noun, "det"))
    few = any(t.text.lower() in {"little", "few"} for t in sentence.children(noun, "amod"))
    if denied or few or verb is None or not verb.tag.startswith("VB"):
        return denied or few
    return verb_of(verb) in _WANTING or is_withheld(sentence, verb)
