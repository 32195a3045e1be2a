"""A token of a parsed sentence to the tense of what is said around it: past, or still to come.

Newswire writes of plans in many ways (“will meet”, “is to meet”, “was set to meet”, “talks
scheduled for”); all of them point ahead of the day of writing, whatever the form of the verb.
"""

from __future__ import annotations

from generator.extract.times.date_meanings import DAYS, MONTHS
from generator.extract.times.date_shapes import Tense
from generator.language.morphology import FINITE_OR_MODAL, lemma
from generator.language.tree import CLAUSE_LABELS, Sentence, Token

_AHEAD = frozenset("will shall 'll ’ll wo would could may might should must can ca".split())
_PLANS = frozenset(
    """
    aim arrange book call demand due expect expected hope intend invite likely order plan
    poised promise propose ready schedule set slate slated threaten unlikely urge vow want
    """.split()
)
_CARRYING = frozenset(
    "adjourn defer delay extend postpone prolong renew reschedule suspend".split()
)
_CARRIED_TO = frozenset("to until till by".split())
_UNTIL = frozenset("until till".split())
_DEADLINES = frozenset("by until till starting beginning from".split())
_PLAN_TAGS = frozenset({"VBN", "JJ", "VBG", "VBZ", "VBP"})
_REQUESTS = frozenset("ask call demand request seek order tell urge".split())
_WISHES = frozenset("need want wish".split())
_OVER = frozenset(
    """arrest assassination attack blast bombing collapse coup crash death defeat derailment
    earthquake explosion fire invasion killing loss murder outage quake raid resignation riot
    robbery shooting spill stabbing victory win""".split()
)
"""Nouns of what has happened: “follows the death in May”."""
ON_A_DAY = frozenset({"on", ""})
"""What leads in the day on which something is done, not one by which it is to be done."""
TIMETABLE = frozenset(
    """
    arrive be begin close come conclude convene depart end expire face fall finish fly go gather
    host kick lapse launch leave meet open play reopen report resume retire return run start take
    travel vote visit
    """.split()
)
"""Verbs whose present tense tells a timetable: “the talks open on Friday”."""
_APPOINTED = TIMETABLE | {"appear", "testify"}
"""What one is asked to do on a day that is set for it: “told him to appear on Friday”."""
_HAPPENING = frozenset(
    "appear begin come continue fail get go happen help manage seem start try".split()
)
"""Verbs that, in the past tense, put what they govern in the past too."""
_PAST = frozenset("had was were did has have".split())
_COUNTED = frozenset("attendance data figure figures number result results sales total".split())
"""What is told for a day that is over."""
_MONTHS = frozenset(month[:3] for month in MONTHS)
_PARTS_OF_DATES = ("compound", "nmod:unmarked")
_BE = frozenset("is are be".split())
_CONDITIONS = frozenset("if unless once until when before".split())
_DO = frozenset("did does do".split())


def tense_around(sentence: Sentence, token: Token, lead: str) -> Tense | None:
    """Tell whether the nearest clause with a tense of its own tells of the past or of a plan."""
    if lead == "since" or _is_over(sentence, token) or _follows_its_verb(sentence, token, lead):
        return "past"
    if lead in _UNTIL and _has_been_given(sentence, token):
        return "future"
    if _is_set_for(sentence, token):
        return "future"
    if (lead in _DEADLINES and _is_set(sentence, token)) or _is_invited_to(sentence, token):
        return "future"
    told = _told_by_clauses(sentence, token, lead)
    return told or ("future" if lead in _DEADLINES else None)


def _is_over(sentence: Sentence, token: Token) -> bool:
    """Recognise “Sunday’s win” and “the attack on Monday”, whatever is told of it."""
    above = sentence.head(token)
    return above is not None and lemma(above.text, above.tag) in _OVER and above.tag[:2] == "NN"


def _told_by_clauses(sentence: Sentence, token: Token, lead: str) -> Tense | None:
    """Return the tense of the smallest clause around a token that has one."""
    for clause in clauses_around(sentence, token):
        if lead in ON_A_DAY and is_request(sentence, clause):
            continue
        if lead in _CARRIED_TO and lemma(clause.text, clause.tag) in _CARRYING:
            return "future"
        if lead in _DEADLINES and _is_condition(sentence, clause):
            return "future"
        if tense := _tense(sentence, clause):
            return tense
    return None


def _is_condition(sentence: Sentence, clause: Token) -> bool:
    return any(t.text.lower() in {"if", "unless"} for t in sentence.children(clause, "mark"))


def _follows_its_verb(sentence: Sentence, token: Token, lead: str) -> bool:
    """Recognise “said in December it would close”, “will go as talks broke down on Monday”.

    The time right behind a verb in the past is that verb's, wherever the parser hangs it.
    """
    if lead in _DEADLINES or lead in _CARRIED_TO:
        return False
    first = min((t.index for t in sentence.subtree(token) if t.index <= token.index), default=0)
    before = list(sentence.tokens[:first])
    if before and before[-1].tag == "RP":
        before.pop()
    if not before or before[-1].tag != "VBD":
        return False
    return not _is_supposed(sentence, before[-1]) and not _is_condition(sentence, before[-1])


def _has_been_given(sentence: Sentence, token: Token) -> bool:
    """Recognise “has given him until Friday”: what has begun and lasts ends ahead."""
    verb = sentence.head(token)
    return verb is not None and any(
        t.text.lower() in {"has", "have", "'ve", "’ve"} for t in sentence.children(verb, "aux")
    )


def _is_set_for(sentence: Sentence, token: Token) -> bool:
    """Recognise “called a meeting for Thursday”, “set it for May 4”, “is forecast for Monday”."""
    lead, above = sentence.child(token, "case"), sentence.head(token)
    counted = above is not None and above.tag.startswith("NN") and above.text.lower() in _COUNTED
    words = {t.text.lower() for t in (token, *sentence.children(token, *_PARTS_OF_DATES))}
    dated = token.tag == "CD" and not _MONTHS.isdisjoint(word[:3] for word in words)
    day = dated or not words.isdisjoint(DAYS)
    return day and lead is not None and lead.text.lower() == "for" and not counted


def is_request(sentence: Sentence, clause: Token) -> bool:
    """Recognise “asked the judge to dismiss the case on Monday”: the day is that of asking."""
    above = sentence.head(clause)
    if above is None or above.tag != "VBD" or clause.tag != "VB":
        return False
    if lemma(clause.text, "VB") in _APPOINTED and not sentence.child(clause, "obj"):
        return False
    return clause.label in {"xcomp", "advcl"} and lemma(above.text, "VBD") in _REQUESTS


def _is_set(sentence: Sentence, token: Token) -> bool:
    """Recognise “asked for the data by Friday”, “voted to stop work from March 9”.

    A deadline belongs to what is asked or intended, wherever the parser hangs it.
    """
    verb = next((t for t in sentence.tokens[token.index :: -1] if t.tag.startswith("VB")), None)
    if verb is None:
        return False
    if lemma(verb.text, verb.tag) in _REQUESTS:
        return True
    wanted = sentence.head(verb)
    if verb.label == "acl" and wanted and wanted.label == "obj":
        wanted = sentence.head(wanted)  # "wants the minutes handed over by"
    if verb.tag == "VBN" and wanted is not None and lemma(wanted.text, wanted.tag) in _WISHES:
        return True
    before = sentence.tokens[verb.index - 1] if verb.index else None
    above = sentence.head(verb)
    happened = above is not None and lemma(above.text, above.tag) in _HAPPENING
    return verb.tag == "VB" and before is not None and before.tag == "TO" and not happened


def _is_invited_to(sentence: Sentence, token: Token) -> bool:
    """Recognise “invited both sides to a meeting on Thursday”, which is still to come."""
    verb = next((t for t in sentence.tokens[token.index :: -1] if t.tag.startswith("VB")), None)
    if verb is None or lemma(verb.text, verb.tag) != "invite":
        return False
    between = sentence.tokens[verb.index : token.index]
    return any(t.text.lower() == "to" and t.tag != "TO" for t in between)


def clauses_around(sentence: Sentence, token: Token) -> list[Token]:
    """Return the heads of the clauses around a token, the smallest first."""
    return [
        above
        for above in sentence.path_to_root(token)
        if above.label in CLAUSE_LABELS or above.label == "conj" or above.tag.startswith("VB")
    ]


def _tense(sentence: Sentence, head: Token) -> Tense | None:
    helpers = [t.text.lower() for t in sentence.children(head, "aux", "aux:pass", "cop")]
    if _AHEAD.intersection(helpers) or _is_plan(head) or _is_supposed(sentence, head):
        return "future"
    if head.tag == "VB" and not _DO.intersection(helpers):
        return None if _has_happened(sentence, head) else "future"
    present = head.tag in ("VBZ", "VBP") or _BE.intersection(helpers)
    if _PAST.intersection(helpers) or (head.tag in ("VBD", "VBN") and not present):
        return "past"
    return "future" if present and _points_ahead(sentence, head, helpers) else None


def _is_plan(head: Token) -> bool:
    """Recognise “is set to”, “talks scheduled for”, “plans to”."""
    return head.tag in _PLAN_TAGS and lemma(head.text, head.tag) in _PLANS


def _is_supposed(sentence: Sentence, head: Token) -> bool:
    """Recognise the past of “might be used if they made no headway by”, which supposes."""
    above = sentence.head(head)
    marks = {t.text.lower() for t in sentence.children(head, "mark")}
    if above is None or not marks & {"if", "unless"}:
        return False
    return any(t.text.lower() in _AHEAD for t in sentence.children(above, "aux"))


def _points_ahead(sentence: Sentence, head: Token, helpers: list[str]) -> bool:
    """Recognise “if it is not paid by”, “demanded that it be cleared by”, “the talks open on”."""
    marks = {t.text.lower() for t in sentence.children(head, "mark", "advmod")}
    condition = bool(marks & _CONDITIONS)
    return condition or "be" in helpers or lemma(head.text, head.tag) in TIMETABLE


def _has_happened(sentence: Sentence, head: Token) -> bool:
    """Tell “called to congratulate” and “failed to meet” from “agreed to meet”."""
    above = sentence.head(head)
    if above is None or above.tag != "VBD":
        return False
    return head.label == "advcl" or lemma(above.text, above.tag) in _HAPPENING


def is_finite(sentence: Sentence, verb: Token) -> bool:
    """Tell a verb that makes a clause, "faces", "is asked", from a gerund or an infinitive."""
    helped = [verb, *sentence.children(verb, "aux", "aux:pass", "cop")]
    return any(t.tag in FINITE_OR_MODAL for t in helped)
