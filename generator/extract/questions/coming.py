"""An event that a noun names ("a vote on the bill") to whether it is to come or goes on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.plans import points_ahead
from generator.extract.questions.point import has_case, led_to, verbs
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.withheld import has_yet_to, is_withheld
from generator.extract.reading import Reading
from generator.extract.times.tenses import TIMETABLE
from generator.language.tree import Sentence, Token

_DUE = frozenset(
    "due expected scheduled set planned slated likely fixed listed awaited pending outstanding"
    " imminent underway tabled called".split()
)
_LEADING_ON = frozenset({"expect", "due", "schedule", "set", "likely", "plan", "intend"})
_GOING = frozenset("continue resume drag stall founder falter progress restart proceed".split())
_TERMS = frozenset({"obj", "nsubj:pass"})
_WINNING = frozenset({"win", "get", "secure", "obtain", "gain", "receive"})
_BEGINNING = frozenset("begin start open launch".split())
_WAITING = frozenset("await face need require expect plan schedule anticipate seek promise".split())
BRINGING = frozenset(
    "launch open order begin start lodge file bring submit announce resume"
    " introduce table sponsor propose".split()
)
_HOLDING = frozenset(
    "hold make take deliver give issue publish release call set hear conduct lead announce reach"
    " discuss carry undergo submit present have complete table consider hand receive get".split()
)
_GOING_ON = frozenset(
    "hear consider examine debate conduct hold lead continue await resume undergo".split()
)
_PUTTING_OFF = frozenset("reserve defer postpone delay adjourn shelve".split())
_UNDOING = frozenset("wipe annul void scrap cancel quash withdraw ignore".split())
_PARTICLES = {"put": "off", "push": "back"}
_HANGING_ON = frozenset({"subject", "conditional", "contingent", "dependent", "hinge", "hang"})
_SITTING = frozenset({"meet", "sit", "gather", "convene", "reconvene", "return"})
_ENDING = frozenset(
    "end conclude fail collapse close complete find reject dismiss drop shelve clear abandon uphold"
    " overturn win lose allow cancel rule".split()
)
TALKS = frozenset({"talks", "negotiations", "discussions"})
LASTING = TALKS | frozenset(
    "trial inquest inquiry enquiry investigation probe review audit talks negotiations discussions"
    " search hunt manhunt plea bill motion resolution amendment appeal lawsuit suit litigation"
    " challenge petition protest grievance complaint claim retrial request application".split()
)
"""Events that go on once they have begun."""
_REACH = 10
"""Sentences within which an article tells how what goes on ended."""


def is_coming(reading: Reading, sentence: Sentence, noun: Token) -> bool:
    """Tell whether an event is still to come, or has begun and goes on."""
    if reading.is_quoted(noun.start):
        return False
    found = (
        (noun.text.lower() in TALKS and has_case(sentence, noun, {"in"}))
        or any(_is_due(sentence, noun, verb) for verb in _told_of(sentence, noun))
        or _is_object(sentence, noun)
        or _is_hung_on(sentence, noun)
    )
    return found and not _is_over(reading, sentence, noun)


def _told_of(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Yield the predicates of an event: its own, and in "the study, which is due", "a vote due"."""
    verb = sentence.head(noun) if noun.label.startswith("nsubj") else None
    if verb is not None:
        yield verb
    yield from (t for t in sentence.children(noun, "amod") if t.text == "due")
    for related in sentence.children(noun, "acl:relcl"):
        own = sentence.child(related, "nsubj", "nsubj:pass")
        if own is not None and own.tag in {"WDT", "WP"}:
            yield related


def _is_due(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Recognise "a vote is due", "the trial will open", "talks go on", "the inquiry reports in"."""
    later = has_yet_to(sentence, verb) or _is_later(sentence, verb)
    if is_withheld(sentence, verb) and not later:
        return False
    group, low = verb_group(sentence, verb), verb.text.lower()
    if group.modal or has_yet_to(sentence, verb):
        reported = verb.label in {"ccomp", "conj", "parataxis"} or points_ahead(sentence, verb)
        undone = verb_of(verb) in _UNDOING  # "its results will be wiped"
        by_itself = verb_of(verb) in TIMETABLE | _GOING | {"report", "follow"}
        plain = by_itself or (group.passive and not undone)
        fits = plain or (noun.text.lower() in LASTING and group.modal == "will")
        return not group.perfect and fits and (group.modal != "would" or reported)
    now = sentence.child(verb, "cop") and not group.past
    before = now and has_case(sentence, verb, {"before"})
    under_way = low == "way" and has_case(sentence, verb, {"under"})
    put_off = group.passive and is_put_off(sentence, verb)  # "has been pushed back to October"
    due = low in _DUE and (low != "called" or led_to(sentence, verb, "for", "on"))
    if due or under_way or before or put_off:  # "a bill is before parliament"
        return not (group.past and group.perfect)  # "had been set for May"
    lasting = noun.text.lower() in LASTING
    if lasting and verb_of(verb) in _GOING | _BEGINNING | {"await"}:
        return True
    if lasting and verb_of(verb) == "go" and sentence.child(verb, "compound:prt", "advmod"):
        return True
    return (
        not group.past and verb_of(verb) in TIMETABLE | {"report"} and points_ahead(sentence, verb)
    )


def _is_later(sentence: Sentence, verb: Token) -> bool:
    """Recognise "is not expected before the autumn"."""
    times = sentence.children(verb, "obl", "obl:unmarked")
    return any(has_case(sentence, t, {"before", "until", "till"}) for t in times)


def _is_object(sentence: Sentence, noun: Token) -> bool:
    """Recognise "awaits a ruling", "has opened an inquiry", "will hold a vote", "faces trial"."""
    verb = sentence.head(noun)
    if verb is None or not verb.tag.startswith("VB") or is_withheld(sentence, verb):
        return False
    waits = verb_of(verb) in {"wait", "prepare"} and has_case(sentence, noun, {"for"})
    if waits or verb_of(verb) in _WAITING:
        return (waits or noun.label in _TERMS) and _is_now(sentence, verb)
    return noun.label in _TERMS and (
        is_put_off(sentence, verb)
        or (verb_of(verb) in _WINNING and verb_group(sentence, verb).modal == "must")
        or _is_brought(sentence, verb, noun)
        or _is_to_be_held(sentence, verb)
    )


def _is_now(sentence: Sentence, verb: Token) -> bool:
    """Tell "awaits", "is awaiting", "said it needed" from "needed" and ", awaiting"."""
    group = verb_group(sentence, verb)
    bare = verb.tag == "VBG" and not sentence.child(verb, "aux") and verb.label.startswith("advcl")
    now = group.modal or group.progressive or not group.past or verb.label == "ccomp"
    return bool(now) and not bare


def _is_brought(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Recognise what begins and goes on: "has opened an inquiry", "is holding talks"."""
    group = verb_group(sentence, verb)
    now = group.modal or group.progressive or not group.past
    may = verb.tag == "VB" and verb.label.startswith(("acl", "advcl", "xcomp"))
    return noun.text.lower() in LASTING and verb_of(verb) in (frozenset() if may else BRINGING) | (
        _GOING_ON if now else frozenset()
    )  # "has seven days to file a complaint": there is none yet


def _is_to_be_held(sentence: Sentence, verb: Token) -> bool:
    """Recognise "will hold a vote", "is to make a decision", "called an election for June"."""
    group = verb_group(sentence, verb)
    ahead = group.modal in {"will", "would", "may", "must"} or is_ahead(sentence, verb)
    called = verb_of(verb) in {"call", "set", "schedule"} and points_ahead(sentence, verb)
    return called or (verb_of(verb) in _HOLDING and ahead and not group.perfect)


def is_put_off(sentence: Sentence, verb: Token) -> bool:
    """Recognise "reserved its decision", "put off a vote"."""
    said = sentence.child(verb, "compound:prt")
    off = said is not None and said.text.lower() == _PARTICLES.get(verb_of(verb))
    return off or verb_of(verb) in _PUTTING_OFF


def _is_hung_on(sentence: Sentence, noun: Token) -> bool:
    """Recognise "subject to approval", "pending a review", "ahead of next month's election"."""
    above = sentence.head(noun)
    hung = above is not None and bool({above.text.lower(), verb_of(above)} & _HANGING_ON)
    led = above is not None and above.text.lower() == "pending" and noun.label == "obj"
    pending = led or has_case(sentence, noun, {"pending", "awaiting"})
    return pending or (hung and noun.label.startswith(("obl", "nmod")))


def _is_over(reading: Reading, sentence: Sentence, noun: Token) -> bool:
    """Tell whether the article says soon after how the event ended: "the trial collapsed"."""
    near = reading.document.sentences[max(0, sentence.index - _REACH) : sentence.index + _REACH]
    low = noun.text.lower()
    return any(_ends(told, verb, low) for told in near for verb in verbs(told, _ENDING))


def _ends(sentence: Sentence, verb: Token, event: str) -> bool:
    group = verb_group(sentence, verb)
    if group.modal or verb.tag == "VB" or is_withheld(sentence, verb):
        return False
    told = (sentence.child(verb, "nsubj", "nsubj:pass"), sentence.child(verb, "obj"))
    own = subject_of(sentence, verb)
    return (group.past or group.perfect or group.passive) and any(
        t is not None and t.text.lower() == event for t in (*told, own)
    )


def is_ahead(sentence: Sentence, verb: Token) -> bool:
    """Tell whether something "will", "is to", "is due to" or "has yet to" be done."""
    above = sentence.head(verb)
    if above is not None and verb.tag == "VB" and is_to_infinitive(sentence, verb):
        if verb.label == "xcomp" and {verb_of(above), above.text.lower()} & _LEADING_ON:
            return True
        if verb_of(above) in _SITTING:  # "meets on Friday to consider the loan"
            return is_ahead(sentence, above)
    group = verb_group(sentence, verb)
    timetable = verb.tag in {"VBZ", "VBP"} and (
        points_ahead(sentence, verb) or verb_of(verb) in {"go", "come"}
    )
    if group.modal in {"will", "would"} or has_yet_to(sentence, verb) or timetable:
        return not group.perfect
    return is_withheld(sentence, verb)
