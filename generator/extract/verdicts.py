"""What an embedded question hangs on ("unclear", "declined to say") to why it is open, if it is."""

from __future__ import annotations

from generator.extract.clauses import is_negated, verb_group
from generator.extract.embedded import ASKED_NOUNS, Embedded
from generator.extract.open_point import (
    REFUSING,
    SAYING,
    SETTLED,
    SOMEBODY,
    TOO_HARD,
    UNCLEAR,
    acting_subject,
    has_case,
    has_yet_to,
    is_withheld,
    not_yet,
    who_says,
)
from generator.extract.question_grammar import verb_of
from generator.extract.reading import Reading
from generator.language.morphology import past
from generator.language.tree import Sentence, Token
from generator.model import QuestionKind

_DISPUTED = frozenset("disputed contested debatable disagree differ dispute split divided".split())
_ANYBODY = frozenset("i we you one some anyone anybody everyone people many".split())
_NEVER = {"could": "could not", "can": "cannot", "would": "would not", "will": "will not"}
_NOBODY = frozenset({"nobody", "no one", "none", "neither"})
_HEADING_FOR = frozenset(
    "try seek want need have begin continue expect plan work meet aim start".split()
)
_DOUBT = frozenset({"dispute", "doubt", "question"})
_DECIDING = frozenset(
    "decide determine consider weigh debate discuss examine study review assess investigate probe"
    " check rule establish judge vote ponder explore find ask wonder test resolve"
    " learn argue".split()
)
_STILL_OPEN_IN_PAST = frozenset({"consider", "weigh", "debate", "discuss", "wonder"})
_INQUIRIES = frozenset({"inquiry", "investigation", "probe"})
_CLOSING_VERBS = frozenset(
    {"settle", "resolve", "lift", "answer", "end", "clear", "remove", "drop", "close"}
)
Verdict = tuple[QuestionKind, str, float]


def verdict_on(reading: Reading, embedded: Embedded) -> Verdict | None:
    """Return the kind of an embedded question that is open, why it is, and how surely."""
    sentence, governor = embedded.sentence, embedded.governor
    if governor is not None and verb_of(governor) in REFUSING:
        governor = sentence.child(governor, "xcomp") or governor  # "refused to be drawn on when"
    if governor is None or _speaks_generally(reading, sentence, governor):
        return None
    for judge in (_of_state, _of_asking, _of_saying, _of_deciding, _of_noun):
        found = judge(reading, sentence, governor)
        if found:
            return found
    return None


def _speaks_generally(reading: Reading, sentence: Sentence, governor: Token) -> bool:
    """Tell whether nobody in particular does not know: "I wonder whether", "one cannot say"."""
    subject = acting_subject(sentence, governor)
    if subject is None or reading.actor_at(sentence.index, subject.index):
        return False
    return subject.text.lower() in _ANYBODY


def _of_state(reading: Reading, sentence: Sentence, governor: Token) -> Verdict | None:
    """Judge "it is unclear whether", "when … is disputed", "it is not known how"."""
    low = governor.text.lower()
    if low in _DISPUTED:
        return "disputed", "The source says that this is disputed.", 1.0
    if low in _DOUBT and has_case(sentence, governor, {"in", "under"}):
        return "disputed", f"The source says that this is in {low}.", 1.0
    if low in UNCLEAR and not is_negated(sentence, governor):
        return "unknown", f"The source says that this is {low}.", 1.0
    passive = governor.tag in {"JJ", "VBN"} and verb_group(sentence, governor).passive
    settled = low in SETTLED and (passive or governor.tag.startswith("JJ"))
    if settled and is_withheld(sentence, governor):
        return "unknown", f"The source says that this is not {not_yet(low)}.", 1.0
    return _of_outcome(sentence, governor)


def _of_outcome(sentence: Sentence, governor: Token) -> Verdict | None:
    """Judge "it depends on whether", "how … remains a mystery", "it remains to be seen"."""
    verb = verb_of(governor)
    if verb in {"depend", "hinge"}:
        return "conditional", "The source says that the outcome depends on this.", 0.9
    if verb == "remain" and sentence.child(governor, "obj", "xcomp"):
        return "unknown", "The source says that this remains unexplained.", 0.9
    if governor.text.lower() == "seen" and sentence.child(governor, "mark"):
        return "pending", "The source says that this remains to be seen.", 1.0
    return None


def _of_asking(reading: Reading, sentence: Sentence, governor: Token) -> Verdict | None:
    """Judge "asked whether A or B, he said both sides must compromise"."""
    if verb_of(governor) != "ask" or not governor.label.startswith(("advcl", "ccomp")):
        return None
    answer = sentence.head(governor)
    if answer is None or not answer.tag.startswith("VB") or answer.index < governor.index:
        return None
    who = who_says(reading, sentence, answer, opening=False)
    if is_withheld(sentence, answer) or verb_of(answer) in {"decline", "refuse"}:
        return "unanswered", f"Asked this, {who} did not answer, the source says.", 1.0
    if any(t.text.lower() == "only" for t in sentence.tokens[answer.index : answer.index + 3]):
        return "unanswered", f"Asked this, {who} gave no straight answer.", 0.9
    below = {t.text.lower() for t in sentence.subtree(governor)}
    reply = {t.text.lower() for t in sentence.tokens} - below
    if "or" in below and not reply & {"yes", "no"}:
        return "unanswered", f"Asked to choose, {who} named neither, the source says.", 0.9
    return None


def _of_saying(reading: Reading, sentence: Sentence, governor: Token) -> Verdict | None:
    """Judge "declined to say when", "has not said whether", "could not say how"."""
    verb = verb_of(governor)
    if verb not in SAYING or not governor.tag.startswith("VB"):
        return None
    if not is_withheld(sentence, governor):
        return None
    who = who_says(reading, sentence, governor)
    above = sentence.head(governor)
    how = _how_withheld(sentence, governor)
    if who.lower() in _NOBODY or (verb == "know" and how is None):
        return "unknown", "The source says that this is not known.", 1.0
    if above and above.text.lower() in TOO_HARD:
        return "unanswered", "The source says that it is too early to tell.", 0.9
    if how:
        return "unanswered", f"{who} {how}, the source reports.", 1.0
    inside = who_says(reading, sentence, governor, opening=False)
    return "unanswered", f"The source reports no answer from {inside}.", 1.0


def _how_withheld(sentence: Sentence, governor: Token) -> str | None:
    """Return "declined to say" or "would not say" as the source has it."""
    verb = "be drawn" if verb_of(governor) == "draw" else verb_of(governor)
    above = sentence.head(governor)
    if above and governor.label == "xcomp" and verb_of(above) in {"decline", "refuse"}:
        return f"{past(verb_of(above))} to {verb}"
    if has_yet_to(sentence, governor):
        return f"has yet to {verb}"
    modal = verb_group(sentence, governor).modal
    return f"{_NEVER[modal]} {verb}" if modal in _NEVER else None


def _of_deciding(reading: Reading, sentence: Sentence, governor: Token) -> Verdict | None:
    """Judge "must decide whether", "would examine whether", "had not decided whether"."""
    verb = verb_of(governor)
    if verb not in _DECIDING or not governor.tag.startswith("VB"):
        return None
    above = sentence.head(governor)
    due = above is not None and verb_of(above) == "have"
    if governor.label.startswith(("advcl", "acl")) and not due:
        return None
    who = who_says(reading, sentence, governor)
    if is_withheld(sentence, governor):
        return (
            "pending",
            f"{who} had not decided, the source says.".replace("decided", _done(verb)),
            1.0,
        )
    group = verb_group(sentence, governor)
    ahead = group.modal or group.progressive or not group.past
    if governor.label == "xcomp" and not due:
        ahead = above is not None and verb_of(above) in _HEADING_FOR
    if who.lower() == SOMEBODY and ahead:
        return "pending", "The source says that this is still to be settled.", 0.9
    if ahead or has_yet_to(sentence, governor):
        return "pending", f"{who} had still to {_step(verb)}, by the source's account.", 0.9
    return (
        ("pending", f"{who} left it open, by the source's account.", 0.6)
        if (verb in _STILL_OPEN_IN_PAST)
        else None
    )


def _done(verb: str) -> str:
    return {"decide": "decided", "determine": "determined"}.get(verb, "settled it")


def _step(verb: str) -> str:
    plain = {"decide": "decide", "rule": "rule", "vote": "vote", "examine": "examine this"}
    return plain.get(verb, "settle this")


def _of_noun(reading: Reading, sentence: Sentence, governor: Token) -> Verdict | None:
    """Judge "its decision on whether", "questions about when", "no word on how"."""
    if governor.text.lower() not in ASKED_NOUNS:
        return None
    verb = sentence.head(governor)
    if verb and verb.tag.startswith("VB"):
        if verb_of(verb) in _CLOSING_VERBS and not is_withheld(sentence, verb):
            return None
        who = who_says(reading, sentence, verb)
        if is_withheld(sentence, verb):
            return "unanswered", f"{who} did not answer, the source says.", 1.0
        if verb_of(verb) in {"reserve", "postpone", "delay", "defer", "adjourn"}:
            return "pending", f"{who} has put off the decision, the source says.", 1.0
    if governor.text.lower() in _INQUIRIES:
        return "pending", "The source says that this is being looked into.", 0.8
    return "pending", f"The source leaves the {governor.text.lower()} open.", 0.8
