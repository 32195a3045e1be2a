"""What somebody asked does not answer, and nouns of no answer ("no word on"), to why it is open."""

from __future__ import annotations

import re

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.bygone import is_bygone
from generator.extract.questions.coming import is_put_off
from generator.extract.questions.decisions import Verdict
from generator.extract.questions.embedded import Embedded
from generator.extract.questions.point import following, names_nobody, subject_plural, who_says
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.withheld import has_no, has_yet_to, is_none, is_withheld
from generator.extract.reading import Reading
from generator.extract.words.answers import (
    ACCOUNTS,
    ANSWERS,
    ASKED_NOUNS,
    AT_ODDS,
    ENQUIRIES,
    EVADING,
    SAYING,
    TOO_EARLY,
    TOO_HARD,
    WORKING_OUT,
)
from generator.language.morphology import FINITE, past
from generator.language.tree import Sentence, Token

_EVADING = EVADING | frozenset("decline refuse smile laugh shrug demur grin walk hang".split())
_REPLIES = frozenset("instructions information knowledge idea comment answer details view".split())
"""What somebody asked has none of: "said she had no instructions"."""
_ASKING = frozenset({"ask", "press", "question", "quiz", "challenge"})
_ADVISERS = frozenset(
    "lawyer lawyers counsel attorney attorneys general engineers advisers experts auditors"
    " court".split()
)
_EXPLAINING = frozenset({"because", "due", "explained", "reason", "reasons", "blamed", "owing"})
_NO_REPLY = re.compile(
    r"\b(?:(?:do|did|does)(?: not|n['’]t) (?:know|remember|recall)|no comment|wait and see"
    r"|(?:it|that)(?:['’]ll| will|) depends? "
    r"|(?:we|you|time)(?:['’]ll| will) (?:see|tell|find out)|(?:not|n['’]t) going to"
    r"|have to (?:look|check|ask|wait|get back)|not at the stage|in due course"
    r"|(?:details?|announcement|decision|more)(?: \w+)? (?:would|will) (?:follow|come)"
    r"|you['’]d have to ask|ask (?:the|them|him|her)\b"
    r"|(?:matter|question|decision|one) for |(?:was|is|be) up to |too (?:early|soon)\b|premature"
    r"|(?:can|could|will|would|wo|ca)(?:not|n['’]t| not) (?:say|answer|comment|discuss|go into))",
    re.IGNORECASE,
)
"""What people say who do not answer."""


def on_asking(reading: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "asked whether A or B, he said both sides must compromise"."""
    sentence = embedded.sentence
    if verb_of(governor) not in _ASKING or not governor.tag.startswith("VB"):
        return None
    answer = _answer_to(sentence, governor)
    if answer is None:
        return _of_complaint(reading, embedded, governor)
    who = who_says(reading, sentence, answer, opening=False)
    if is_evaded(sentence, answer):
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
    """Judge "asked why no warning was given", "asked her lawyers whether", if not explained."""
    if verb_of(governor) == "question" and not verb_group(embedded.sentence, governor).passive:
        if verb_group(embedded.sentence, embedded.head).modal or embedded.word.tag in {"WP", "WDT"}:
            return None  # "questioned how he could": no question, but a reproach
        if is_bygone(reading, embedded.sentence):
            return None
        who = who_says(reading, embedded.sentence, governor)
        return "disputed", f"{who} questioned it, the source says.", 0.85
    asked = embedded.sentence.child(governor, "obj", "iobj")
    advised = asked is not None and asked.text.lower() in _ADVISERS
    why = (embedded.word.text.lower() == "why" or advised) and governor.tag in FINITE
    after = following(reading, embedded.sentence)
    words = {t.text.lower() for told in after for t in told.tokens}
    explained = bool(words & _EXPLAINING) or after == ()
    if not why or explained or reading.is_quoted(governor.start):
        return None
    return "unanswered", "The source says that this was asked, not that it was answered.", 0.8


def _answer_to(sentence: Sentence, asking: Token) -> Token | None:
    """Return the verb by which somebody who is asked answers, or does not."""
    joined = sentence.children(asking, "conj", "parataxis")
    silent = (c for c in joined if verb_of(c) in SAYING | {"respond", "reply"})
    if asking.label.startswith(("advcl", "ccomp")):
        answer = sentence.head(asking)
        told = answer is not None and answer.tag.startswith("VB")
        after = told and answer is not None and answer.index > asking.index
        silent_first = told and answer is not None and is_evaded(sentence, answer)
        return answer if after or silent_first else None
    return next((c for c in silent if is_evaded(sentence, c) or _puts_off(sentence, c)), None)


def _puts_off(sentence: Sentence, answer: Token) -> bool:
    """Tell whether an answer puts one off: "said that she would have to get back to him"."""
    words = " ".join(t.text for t in sentence.subtree(answer))
    return _NO_REPLY.search(words) is not None


def is_evaded(sentence: Sentence, answer: Token) -> bool:
    """Tell whether an answer is none: "smiled", "declined to say", "said she would not say"."""
    inner = sentence.child(answer, "ccomp")
    says = inner is not None and verb_of(inner) in SAYING | {"go"}
    unsaid = says and inner is not None and is_withheld(sentence, inner)
    changed = {t.text.lower() for t in sentence.children(answer, "obj")} & {"subject"}
    held = sentence.child(inner, "obj") if inner is not None else None
    has_none = held is not None and held.text.lower() in _REPLIES and is_none(sentence, held)
    silent = has_none or is_withheld(sentence, answer)
    return unsaid or silent or bool(changed) or verb_of(answer) in _EVADING


NO_ANSWER = "The source reports no answer to this."
_TALK = frozenset("debate concern concerns argument arguments controversy".split())
_NOT = frozenset({"not", "neither", "nor"})
_NOBODY = frozenset({"nobody", "no one", "none", "neither"})
_NEVER = {"could": "could not", "can": "cannot", "would": "would not", "will": "will not"}
_INQUIRIES = frozenset({"inquiry", "investigation", "probe"})
_WANTING = frozenset("await want seek demand request need ask lack".split())
_CLOSING_VERBS = frozenset(
    "settle resolve lift answer end clear remove drop close take make reach solve".split()
)


def on_saying(reading: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "declined to say when", "has not said whether", "could not say how"."""
    sentence = embedded.sentence
    verb = verb_of(governor)
    before = sentence.tokens[embedded.word.index - 1] if embedded.word.index else governor
    left_out = before.text.lower() in _NOT and verb in SAYING  # "confirmed that, but not when"
    if not (left_out or _is_unsaid(sentence, governor, verb)):
        return None
    who = who_says(reading, sentence, governor)
    above = sentence.head(governor)
    how = _how_withheld(sentence, governor)
    if who.lower() in _NOBODY or (verb == "know" and how is None):
        return "unknown", "The source says that this is not known.", 1.0
    inside = who_says(reading, sentence, governor, opening=False)
    if above and above.text.lower() in TOO_HARD:
        early = above.text.lower() in TOO_EARLY
        how = "it is too early" if early else f"it is {above.text.lower()}"
        why = f"The source says that {how} to tell."
    elif names_nobody(inside) or sentence.child(governor, "nsubj:pass"):
        why = NO_ANSWER
    elif how:
        why = f"{who} {how}, the source reports."
    else:
        why = f"The source reports no answer from {inside}."
    return "unanswered", why, 1.0


def _is_unsaid(sentence: Sentence, governor: Token, verb: str) -> bool:
    """Tell whether something was not said; not so "never told them what to do"."""
    if verb not in SAYING | WORKING_OUT or not governor.tag.startswith("VB"):
        return False
    told = verb == "tell" and sentence.child(governor, "obj", "iobj") is not None
    who = subject_of(sentence, governor)
    nobody = who is not None and who.text.lower() in {"nobody", "one", "none"}
    unable = verb_group(sentence, governor).modal in {"could", "can", "would"}
    return is_withheld(sentence, governor) and (nobody or unable or not told)


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


def on_noun(reading: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "its decision on whether", "questions about when", "no word on how"."""
    sentence, noun = embedded.sentence, governor.text.lower()
    if noun not in ASKED_NOUNS or not _is_put(embedded, governor, noun):
        return None
    verb = sentence.head(governor)
    if verb is not None and verb.text.lower() in ENQUIRIES and verb.tag.startswith("NN"):
        verb = sentence.head(verb)  # "did not respond to a request for comment on whether"
    put_off = verb is not None and is_put_off(sentence, verb)
    if noun in ANSWERS and not (put_off or is_lacking(sentence, governor, verb)):
        return None
    if verb and verb.tag.startswith("VB"):
        if _is_closed(sentence, verb):
            return None
        who = who_says(reading, sentence, verb)
        if put_off:
            return "pending", f"{who} has put off the decision, the source says.", 1.0
        evaded = verb_of(verb) in EVADING or is_withheld(sentence, verb)
        if evaded or (noun in ANSWERS and verb.tag in {"VBD", "VBZ", "VBP", "VBN"}):
            known = not names_nobody(who.lower()) and subject_of(sentence, verb) is not governor
            why = f"{who} did not answer, the source says." if known else NO_ANSWER
            return "unanswered", why, 1.0
    left = f"reports no {noun} yet" if noun in ANSWERS else f"leaves the {noun} open"
    left = "says that this is being looked into" if noun in _INQUIRIES else left
    left = "says that accounts of this differ" if noun in ACCOUNTS else left
    left = "says that this is not known" if noun in {"mind", "nothing"} else left
    return "disputed" if noun in ACCOUNTS else "pending", f"The source {left}.", 0.8


def _is_put(embedded: Embedded, governor: Token, noun: str) -> bool:
    """Tell "there is a question of who" from "there is no longer a question of who"."""
    sentence, told = embedded.sentence, embedded.sentence.head(governor)
    later = sentence.children(told, "advmod") if told and noun not in ANSWERS else ()
    over = any(t.text.lower() == "longer" for t in later)
    at_odds = noun not in ACCOUNTS or _is_at_odds(sentence, governor)
    return at_odds and not over and not (noun in _TALK and _is_general(embedded))


def _is_general(embedded: Embedded) -> bool:
    """Recognise "the debate about how police treat minorities", of what is so in general."""
    group = verb_group(embedded.sentence, embedded.head)
    return embedded.word.text.lower() == "how" and not (
        group.modal or group.past or group.perfect or group.progressive
    )


def _is_closed(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a matter has been settled: "the decision was taken in May"."""
    group = verb_group(sentence, verb)
    if verb_of(verb) == "answer" and verb.tag == "VBG":
        return not is_withheld(sentence, verb)  # "agreed to talk, answering questions about how"
    ahead = group.modal or group.progressive or not (group.past or group.perfect)
    denied = is_withheld(sentence, verb) or has_no(sentence, verb, "obj")
    return verb_of(verb) in _CLOSING_VERBS and not (ahead or denied)


def _is_at_odds(sentence: Sentence, noun: Token) -> bool:
    """Tell whether accounts differ: "conflicting reports about", "rival claims over"."""
    return any(t.text.lower() in AT_ODDS for t in sentence.children(noun, "amod"))


def is_lacking(sentence: Sentence, noun: Token, verb: Token | None) -> bool:
    """Tell whether something is denied or still to come: "no word on", "taking advice on"."""
    denied = any(t.text.lower() in {"no", "little", "any"} for t in sentence.children(noun, "det"))
    denied = denied or noun.text.lower() == "nothing"
    if noun.text.lower() == "mind":
        made = verb is not None and verb_of(verb) == "make" and is_withheld(sentence, verb)
        return made or any(t.text.lower() == "open" for t in sentence.children(noun, "amod"))
    few = any(t.text.lower() in {"little", "few"} for t in sentence.children(noun, "amod"))
    if denied or few or verb is None or not verb.tag.startswith("VB"):
        return denied or few
    aside = noun.label == "obl" and noun.index < verb.index  # "in a sign of how"
    sought = noun.text.lower() == "advice" and verb_group(sentence, verb).progressive
    return sought or verb_of(verb) in _WANTING or (is_withheld(sentence, verb) and not aside)
