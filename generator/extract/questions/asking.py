"""What is said of a question that somebody was asked to why it is open, if it is unanswered."""

from __future__ import annotations

import re

from generator.extract.grammar.clauses import verb_group
from generator.extract.questions.bygone import is_bygone
from generator.extract.questions.decisions import Verdict
from generator.extract.questions.embedded import Embedded
from generator.extract.questions.point import following, who_says
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.withheld import is_none, is_withheld
from generator.extract.reading import Reading
from generator.extract.words.answers import (
    EVADING,
    SAYING,
)
from generator.language.morphology import FINITE
from generator.language.tree import Sentence, Token

_EVADING = EVADING | frozenset("decline refuse smile laugh shrug demur grin walk hang".split())
_REPLIES = frozenset("instructions information knowledge idea comment answer details view".split())
"""What somebody asked has none of: "said she had no instructions"."""
_ASKING = frozenset({"ask", "press", "question", "quiz", "challenge"})
_EXPLAINING = frozenset({"because", "due", "explained", "reason", "reasons", "blamed", "owing"})
_NO_REPLY = re.compile(
    r"\b(?:(?:do|did|does)(?: not|n['’]t) (?:know|remember|recall)|no comment|wait and see"
    r"|(?:it|that)(?:['’]ll| will|) depends? "
    r"|(?:we|you|time)(?:['’]ll| will) (?:see|tell|find out)|(?:not|n['’]t) going to"
    r"|have to (?:look|check|ask|wait)|you['’]d have to ask|ask (?:the|them|him|her)\b"
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
        if verb_group(embedded.sentence, embedded.head).modal or embedded.word.tag in {"WP", "WDT"}:
            return None  # "questioned how he could": no question, but a reproach
        if is_bygone(reading, embedded.sentence):
            return None
        who = who_says(reading, embedded.sentence, governor)
        return "disputed", f"{who} questioned it, the source says.", 0.85
    why = embedded.word.text.lower() == "why" and governor.tag in FINITE
    after = following(reading, embedded.sentence)
    words = {t.text.lower() for told in after for t in told.tokens}
    explained = bool(words & _EXPLAINING) or after == ()
    if not why or explained or reading.is_quoted(governor.start):
        return None
    return "unanswered", "The source says that this was asked, not that it was answered.", 0.8


def _answer_to(sentence: Sentence, asking: Token) -> Token | None:
    """Return the verb by which somebody who is asked answers, or does not."""
    noun = sentence.head(asking) if asking.label == "acl" else None
    unanswered = sentence.head(noun) if noun else None
    if unanswered is not None and is_withheld(sentence, unanswered):
        return unanswered  # "emails asking who had paid were not answered"
    joined = sentence.children(asking, "conj")
    silent = (c for c in joined if verb_of(c) in SAYING | {"respond", "reply"})
    if asking.label.startswith(("advcl", "ccomp")):
        answer = sentence.head(asking)
        told = answer is not None and answer.tag.startswith("VB")
        after = told and answer is not None and answer.index > asking.index
        silent_first = told and answer is not None and _is_evaded(sentence, answer)
        return answer if after or silent_first else None
    return next((c for c in silent if is_withheld(sentence, c)), None)


def _is_evaded(sentence: Sentence, answer: Token) -> bool:
    """Tell whether an answer is none: "smiled", "declined to say", "said she would not say"."""
    inner = sentence.child(answer, "ccomp")
    says = inner is not None and verb_of(inner) in SAYING | {"go"}
    unsaid = says and inner is not None and is_withheld(sentence, inner)
    changed = {t.text.lower() for t in sentence.children(answer, "obj")} & {"subject"}
    held = sentence.child(inner, "obj") if inner is not None else None
    has_none = held is not None and held.text.lower() in _REPLIES and is_none(sentence, held)
    silent = has_none or is_withheld(sentence, answer)
    return unsaid or silent or bool(changed) or verb_of(answer) in _EVADING
