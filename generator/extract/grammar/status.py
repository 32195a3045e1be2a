"""A clause and what carries it -> the status of its statement, by modality, tense and cue."""

from __future__ import annotations

from generator.extract.grammar.clauses import is_negated
from generator.extract.grammar.worth import KNOWING, asks
from generator.extract.reading import Attribution
from generator.extract.words.lexicon import ORGANISATIONS, is_people_noun
from generator.extract.words.times import is_time
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import StatementStatus

DENIALS = frozenset("deny refute rebut dismiss reject disavow".split())
DEMANDS = frozenset(
    """demand urge ask request beg implore insist call appeal petition press invite order""".split()
)
WISHES = frozenset("propose recommend require stipulate suggest want".split())
"""What demands where it is that something be done."""
ASKING = frozenset({"ask", "order", "invite", "request"})
"""Of these what may be a question: "asked whether"."""
REFUSALS = frozenset("reject dismiss".split())
CHARGES = frozenset(
    """accusation account allegation assertion charge claim criticism finding idea notion
    report rumour rumor speculation suggestion""".split()
)
"""What is denied where it is rejected or dismissed."""
NOTIONS = frozenset({"idea", "notion", "suggestion"})
"""Of these what may be a proposal: "dismissed the idea as too dear"."""
_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "no", "nor"})
_SELDOM = _NOT | {"hardly", "rarely", "seldom"}
"""What a demand goes with that is not made: "has seldom called for it"."""
_GOALS = frozenset("aim answer goal idea job mission point priority purpose role task".split())
"""What "is to do" something without a plan of its own: "the main aim is to teach"."""
CLAIMS = frozenset("accuse allege blame charge".split())
PLANS = frozenset(
    """plan intend aim schedule expect propose prepare promise pledge vow agree hope set slate due
    bind commit arrange threaten seek want decide""".split()
)
"""Heads of "to" clauses: whoever plans, intends or is expected to."""
PROMISES = frozenset("intend plan pledge promise threaten vow".split())
TIMETABLED = frozenset("expect schedule plan slate set bill".split())
"""Verbs whose passive tells of what is to come: "was expected in Cairo"."""
POSSIBLE_MODALS = frozenset({"could", "may", "might"})
FUTURE_MODALS = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "'d"})
LIKELY = frozenset("likely possible unlikely able probable".split())
NEAR = 4
"""Words before a verb among which its "not" or "no longer" stands."""
HABITS = frozenset("always initially often regularly usually whenever".split())
"""What a "would" goes with that tells of what used to be."""
CONDITIONS = frozenset({"if", "unless", "should"})


def status_of(sentence: Sentence, verb: Token, attribution: Attribution | None) -> StatementStatus:
    """Return the status of the statement that a clause makes."""
    above = _cue_above(sentence, verb, attribution)
    cue = attribution.cue_lemma if attribution and above else ""
    if cue in DENIALS or _denies(sentence, verb):
        return "denied"
    if _demands(sentence, verb) or (above is not None and _demands(sentence, above)):
        return "demanded"
    if _accuses(sentence, verb) or cue in CLAIMS:
        return "disputed"
    refused = above is None and _refused(sentence, verb)
    if not refused and _possible(sentence, verb):
        return "possible"
    return (
        "planned" if cue in PROMISES or (not refused and _planned(sentence, verb)) else "reported"
    )


def _cue_above(sentence: Sentence, verb: Token, attribution: Attribution | None) -> Token | None:
    """Return the verb of an attribution that a clause hangs on; none where it is an aside."""
    if attribution is None:
        return None
    path = list(sentence.path_to_root(verb))[1:]
    return next((t for t in path if attribution.is_cued_by(t)), None)


def _refused(sentence: Sentence, verb: Token) -> bool:
    """Recognise "would not say if it had", which is over; not "would not float if it sank"."""
    would = "would" in _auxiliaries(sentence, verb)
    bound = any(CONDITIONS & _ties(sentence, t) for t in sentence.children(verb, "advcl"))
    return would and is_negated(sentence, verb) and (not bound or _word(verb) in KNOWING)


def _word(token: Token) -> str:
    return lemma(token.text, token.tag).lower()


def _auxiliaries(sentence: Sentence, verb: Token) -> set[str]:
    return {t.text.lower() for t in sentence.children(verb, "aux", "aux:pass", "cop")}


def _denies(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause denies; an offer, a bid or a call is refused, and a coach dismissed."""
    obj = sentence.child(verb, "obj")
    charged = obj is not None and (
        _word(obj) in CHARGES
        and (_word(obj) not in NOTIONS or sentence.child(obj, "acl", "acl:relcl", "ccomp"))
    )
    refused = _word(verb) in REFUSALS and obj is not None and not charged
    kept_from = len(sentence.children(verb, "obj", "iobj", "xcomp")) > 1  # "denied him help"
    told = not (kept_from or sentence.child(verb, "aux:pass"))  # "was denied entry" denies nothing
    return told and _word(verb) in DENIALS and not refused


def _accuses(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause accuses; not "has not been charged", nor a bull that charged a crowd."""
    if not verb.tag.startswith("VB") or _word(verb) not in CLAIMS:
        return False
    words = sentence.children(verb)
    ran = _word(verb) == "charge" and not any(
        t.label in {"aux:pass", "ccomp", "xcomp"} or _ties(sentence, t) & {"with", "over"}
        for t in words
    )
    subject = sentence.child(verb, "nsubj:pass", "nsubj")
    words += sentence.children(subject) if subject is not None else ()
    return not ran and _NOT.isdisjoint(t.text.lower() for t in words)


def _ties(sentence: Sentence, noun: Token) -> set[str]:
    return {t.text.lower() for t in sentence.children(noun, "case", "mark")}


def _demands(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause demands: "call" with "on" or "for", "ask" for something to be done.

    So does "wants the pool closed", which is for somebody else to do, and what "proposed that it
    be closed".
    """
    word = _word(verb)
    if any(t.text.lower() in _SELDOM for t in sentence.children(verb, "advmod")):
        return False
    if word not in DEMANDS or sentence.child(verb, "aux:pass"):
        return word in WISHES and _is_to_be_done(sentence, verb)
    if _auxiliaries(sentence, verb) & (FUTURE_MODALS | POSSIBLE_MODALS):
        return False  # whoever "will ask" or "would not order" has yet to do so
    if word == "insist":
        told = sentence.child(verb, "ccomp")
        return told is None or _is_to_be_done(sentence, verb)
    if word in {"call", "appeal", "press"}:
        return _calls_for(sentence, verb)
    return word not in ASKING or _asks_for(sentence, verb)


def _asks_for(sentence: Sentence, verb: Token) -> bool:
    """Tell "asked him to go" from "asked about it", "asked if it was" and "ordered an inquiry"."""
    told = sentence.children(verb, "xcomp", "ccomp")
    if _word(verb) == "order":
        bids = (t for t in sentence.children(verb, "advcl") if "to" in _ties(sentence, t))
        return bool(told) or any(bids)
    about = not told and any("about" in _ties(sentence, t) for t in sentence.children(verb, "obl"))
    return not about and not any(asks(sentence, clause) for clause in told)


def _is_to_be_done(sentence: Sentence, verb: Token) -> bool:
    """Recognise "wants it closed", "wants it to close", "that it close", "that it be closed"."""
    thing, told = sentence.child(verb, "obj"), sentence.child(verb, "ccomp")
    if thing is not None:
        done = any(t.tag == "VBN" for t in sentence.children(thing, "acl"))
        return done or sentence.child(verb, "xcomp") is not None
    if told is None:
        return False
    return (sentence.child(told, "aux", "aux:pass", "cop") or told).tag == "VB"


def _calls_for(sentence: Sentence, verb: Token) -> bool:
    """Tell "called for calm" from "called her a champion for jobs", "called on 2 April"."""
    named = _word(verb) == "call" and sentence.child(verb, "obj") is not None
    return not named and any(
        (case := sentence.child(t, "case")) and case.text.lower() in {"for", "on", "upon"}
        for t in sentence.children(verb, "obl")
        if not is_time(t)
    )


def _is_guess(sentence: Sentence, verb: Token) -> bool:
    """Recognise "would be mistaken", "expects her to win", which no one plans."""
    if sentence.child(verb, "cop") and not verb.tag.startswith("VB"):
        return "would" in _auxiliaries(sentence, verb)
    if _word(verb) != "expect" or verb.tag == "VBN":
        return False
    to_do = sentence.child(verb, "xcomp", "ccomp")
    own = sentence.child(to_do, "nsubj", "nsubj:pass") if to_do else None
    return own is not None or sentence.child(verb, "obj") is not None


def _possible(sentence: Sentence, verb: Token) -> bool:
    if _auxiliaries(sentence, verb) & POSSIBLE_MODALS and not _happened(sentence, verb):
        return True
    past = bool(_auxiliaries(sentence, verb) & {"been", "was", "were"})
    able = verb.text.lower() == "able" and past  # "was able to" tells what was done
    likely = verb.tag.startswith("JJ") and verb.text.lower() in LIKELY and not able
    hardly_sure = any(t.text.lower() in LIKELY for t in sentence.children(verb, "advmod"))
    if likely or hardly_sure or _would_come_of(sentence, verb):
        return True
    return bool(_auxiliaries(sentence, verb) & (FUTURE_MODALS | POSSIBLE_MODALS)) and any(
        mark.text.lower() in CONDITIONS
        for clause in sentence.children(verb, "advcl", "ccomp")  # "will decide if it may"
        for mark in sentence.children(clause, "mark")
    )


def _would_come_of(sentence: Sentence, verb: Token) -> bool:
    """Recognise "a dam would drown the valley": a thing plans nothing, "would open" is its plan."""
    subject = sentence.child(verb, "nsubj")
    if subject is None or "would" not in _auxiliaries(sentence, verb):
        return False
    thing = subject.tag in {"NN", "NNS"} and _word(subject) not in ORGANISATIONS
    acts = sentence.child(verb, "obj") is not None
    return thing and acts and not is_people_noun(_word(subject))


def _happened(sentence: Sentence, verb: Token) -> bool:
    """Say whether a modal speaks of what is over: "could not reach", "could be seen"."""
    auxiliaries = _auxiliaries(sentence, verb)
    words = [t.text.lower() for t in sentence.subtree(verb) if t.index < verb.index]
    negated = any(w in {"not", "n't", "n’t", "never", "longer"} for w in words[-NEAR:])
    seen = verb.tag == "VBN" and _word(verb) in {"hear", "see"}
    return "could" in auxiliaries and (negated or seen)


def _purposes(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Leave out "to hand out water" of "set up camps to hand out water": a purpose is no plan."""
    return () if sentence.child(verb, "obj", "compound:prt") else ("advcl",)


def _was_to_be(sentence: Sentence, verb: Token) -> bool:
    """Recognise "was due to be mended last year", "had planned to": over, whatever came of it."""
    words = {t.text.lower() for t in sentence.subtree(verb)}
    if "had" in _auxiliaries(sentence, verb):
        return True
    return bool(_auxiliaries(sentence, verb) & {"was", "were"}) and bool(words & {"last", "ago"})


def _is_goal(sentence: Sentence, verb: Token) -> bool:
    """Recognise "the main aim is to teach", which tells what something is for."""
    subject = sentence.child(verb, "nsubj", "nsubj:outer")
    will = _auxiliaries(sentence, verb) & FUTURE_MODALS
    return subject is not None and _word(subject) in _GOALS and not will


def _is_told_of_the_past(sentence: Sentence, verb: Token) -> bool:
    """Recognise "would have weighed a ton" and "would call first and was paid for each call"."""
    would = _auxiliaries(sentence, verb) & {"would", "'d"}
    past = any(t.text.lower() in HABITS for t in sentence.subtree(verb)) or any(
        t.tag == "VBD" or _auxiliaries(sentence, t) & {"was", "were"}
        for t in sentence.children(verb, "conj")
    )
    return bool(would) and (past or "have" in _auxiliaries(sentence, verb))


def _was_set(sentence: Sentence, verb: Token) -> bool:
    """Tell "the record was set by Orr" from "the vote is set for May", "was set to close"."""
    return _word(verb) == "set" and sentence.child(verb, "obl:agent") is not None


def _planned(sentence: Sentence, verb: Token) -> bool:
    auxiliaries = _auxiliaries(sentence, verb)
    due = verb.text.lower() == "due" or any(
        t.text.lower() == "due" for t in sentence.children(verb, "advmod", "aux", "amod")
    )
    if _is_guess(sentence, verb) or _was_to_be(sentence, verb) or _is_goal(sentence, verb):
        return False
    if due or (auxiliaries & FUTURE_MODALS and not _is_told_of_the_past(sentence, verb)):
        return True
    being = bool(auxiliaries & {"is", "are", "was", "were"})
    timetabled = verb.tag == "VBN" and _word(verb) in TIMETABLED and not _was_set(sentence, verb)
    if being and (verb.tag == "VB" or (timetabled and not sentence.child(verb, "compound:prt"))):
        return True
    to_do = [
        t
        for t in sentence.children(verb, "xcomp", "ccomp", *_purposes(sentence, verb))
        if any(m.text.lower() == "to" for m in sentence.children(t, "mark"))
    ]
    if not to_do:
        return False
    if verb.tag.startswith("VB") and _word(verb) == "be":
        return True
    going = _word(verb) == "go" and verb.tag == "VBG"
    sought = verb.tag == "VBD" and _word(verb) == "seek"  # and did what it could
    return going or (_word(verb) in PLANS and not sought)
