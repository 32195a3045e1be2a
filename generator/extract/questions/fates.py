"""What an article says may become of somebody or something, to whether it will."""

from __future__ import annotations

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.attributes import the
from generator.extract.questions.matters import about, called, is_somebody
from generator.extract.questions.point import (
    acting_subject,
    by_name,
    has_case,
    has_mark,
    led_to,
    verbs,
)
from generator.extract.questions.prospects import step_ahead
from generator.extract.questions.question_grammar import ask, verb_of
from generator.extract.questions.signs import Finder, on_verbs, on_words
from generator.extract.questions.told_events import DEEDS, MISHAPS, event_before
from generator.extract.questions.well_formed import finished
from generator.extract.questions.wishes import BARE_STEPS
from generator.extract.questions.withheld import has_no, is_withheld
from generator.extract.reading import Reading
from generator.language.morphology import past
from generator.language.tree import Sentence, Token

_FACED = {
    "ban": "banned",
    "suspension": "suspended",
    "extradition": "extradited",
    "deportation": "deported",
    "eviction": "evicted",
    "fine": "fined",
    "dismissal": "dismissed",
    "expulsion": "expelled",
    "relegation": "relegated",
    "disqualification": "disqualified",
    "impeachment": "impeached",
    "demolition": "demolished",
    "closure": "closed",
    "charges": "charged",
    "prosecution": "prosecuted",
}
"""What is done to whoever faces it."""
_TERMS = frozenset({"prison", "jail", "custody", "bars"})
_CALLS = frozenset({"calls", "pressure", "demands"})
_SUPPOSED = frozenset(
    "adopt accept approve appoint authorise authorize build charge confirm convict deport elect"
    " enact extradite find implement jail pass ratify re-elect reelect sign".split()
)
_NOBODY = frozenset({"nobody", "no-one", "one", "none"})


def _faced(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "faces a ban", "faces up to ten years in prison"."""
    thing, who = sentence.child(verb, "obj"), acting_subject(sentence, verb)
    if thing is None or who is None or not _is_faced(sentence, verb, thing):
        return None
    fate = _fate(reading, sentence, verb, who)
    words: tuple[Part, ...] = ("Will", *by_name(reading, sentence, who), *fate)
    called_for = _called_to(reading, sentence, verb, thing)
    return called_for or (finished(spell(reading, sentence, words)) if fate else None)


def _is_faced(sentence: Sentence, verb: Token, thing: Token) -> bool:
    """Tell whether something still threatens; charges that are not "could face charges" do not."""
    group, low = verb_group(sentence, verb), thing.text.lower()
    bare = verb.tag in {"VBG", "VB"} and not sentence.child(verb, "aux")
    over = group.past and not (group.modal or group.progressive or group.perfect)
    if bare or over or is_withheld(sentence, verb):
        return False
    if low in {"charge", "charges"}:
        return group.modal is not None
    return verb_of(verb) == "face" or low in _FACED


def _fate(reading: Reading, sentence: Sentence, verb: Token, who: Token) -> tuple[Part, ...]:
    """Return what will be done to somebody who faces it: "be banned", "survive a vote"."""
    thing = sentence.children(verb, "obj")[0]
    below = (*sentence.children(thing, "nmod"), *sentence.children(verb, "obl"))
    jail = any(t.text.lower() in _TERMS for t in below)
    if jail and is_somebody(reading, sentence, who):
        return ("be", "convicted")
    low = thing.text.lower()
    done = _FACED.get(low)
    survived: tuple[Part, ...] = ("survive", *phrase(sentence, thing))
    faced: tuple[Part, ...] = ("face", *phrase(sentence, thing)) if low == "action" else ()
    return ("be", done) if done else survived if low == "vote" else faced


def _called_to(reading: Reading, sentence: Sentence, doer: Token, thing: Token) -> str | None:
    """Return the question in "faces growing calls to resign", "is under pressure to resign"."""
    if thing.text.lower() not in _CALLS:
        return None
    step = sentence.child(thing, "acl")
    clause = step_ahead(reading, sentence, step, doer) if step and step.tag == "VB" else None
    wanted = about(sentence, thing, {"for"})
    words = phrase(sentence, wanted) if wanted else ()
    new = words and (words[0].text.lower() in {"a", "an"} or words[-1].text.lower() in BARE_STEPS)
    if clause is None and new:
        return finished(spell(reading, sentence, ("Will there be", *words), ("",)))
    return ask(reading, clause) if clause else None


def _pressed(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    under = has_case(sentence, noun, {"under"})
    return _called_to(reading, sentence, noun, noun) if under else None


def _supposed(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "if elected, she would", "if approved by the court"."""
    main = sentence.head(verb)
    marked = has_mark(sentence, verb, {"if"})
    if not marked or main is None or verb.tag != "VBN" or sentence.child(verb, "aux:pass"):
        return None
    who = acting_subject(sentence, main)
    guilty = any(t.text.lower() == "guilty" for t in sentence.children(verb, "xcomp"))
    if who is None or (verb_of(verb) == "find" and not guilty):
        return None
    tried = verb_of(verb) in {"convict", "find", "charge", "jail"}
    if tried and not is_somebody(reading, sentence, who):
        return None
    agent = sentence.child(verb, "obl:agent")
    by: tuple[Part, ...] = ("by", *phrase(sentence, agent)) if agent else ()
    done = "convicted" if guilty else verb.text.lower()
    whose = by_name(reading, sentence, who)
    return finished(spell(reading, sentence, ("Will", *whose, "be", done, *by)))


def _uncharged(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "nobody has been charged over the fire"."""
    who = subject_of(sentence, verb)
    none = who is not None and who.text.lower() in _NOBODY and sentence.child(verb, "aux:pass")
    some = who is not None and who.text.lower() == "one"
    if who is None or not none or (some and not has_no(sentence, verb, "nsubj:pass")):
        return None
    over = led_to(sentence, verb, "over", "for")
    text = the(reading, sentence, over) if over else None
    text = text or event_before(reading, sentence, DEEDS | MISHAPS)
    return finished(f"Will anyone be {past(verb_of(verb))}{f' over {text}' if text else ''}")


_FATES = {
    **dict.fromkeys(("trapped", "stranded"), "be rescued"),
    **dict.fromkeys(("kidnapped", "abducted", "hostage"), "be freed"),
    **dict.fromkeys(("run", "large", "absconding", "escaped", "fled"), "be caught"),
    **dict.fromkeys(("critical", "critically", "fighting"), "survive"),
}
"""What is still to become of somebody, by how they are."""
_OVER = {
    **dict.fromkeys(
        ("be rescued", "be freed"),
        frozenset("free release rescue save escape kill die recover find ransom pull".split()),
    ),
    "be caught": frozenset({"arrest", "catch", "kill", "capture", "recapture"}),
    "survive": frozenset({"die", "recover", "stabilise", "stabilize"}),
}
"""What tells of them, where it is told near by, that this has been decided."""
_GRAVELY = frozenset("condition ill injured wounded hurt life lives survival".split())
_WANTED = frozenset(
    "gunman attacker robber suspect assailant killer thief raider burglar bomber inmate prisoner"
    " fugitive".split()
)
_REACH = 20
"""Sentences around one that tells of captives in which an article tells that they are free."""


def _fated(reading: Reading, sentence: Sentence, sign: Token) -> str | None:
    """Return the question in "twelve miners are trapped", "is at large", "in a critical state"."""
    who, fate = _in_a_state(sentence, sign), _FATES[sign.text.lower()]
    of_them = led_to(sentence, who, "of") if who and who.tag == "CD" else who
    if who is None or of_them is None or not is_somebody(reading, sentence, of_them):
        return None
    away = sign.text.lower() in {"escaped", "fled"}
    if is_withheld(sentence, sign) or (away and sign.label.startswith("acl")):
        return None
    near = reading.document.sentences[max(0, sentence.index - _REACH) : sentence.index + _REACH]
    lost = fate == "be caught" and not away
    over = any(is_told(s, v) for s in near for v in verbs(s, _OVER[fate]) if not lost)
    if over or (away and verb_of(of_them) not in _WANTED):
        return None
    text = called(reading, sentence, who)
    return finished(f"Will {text} {fate}") if text else None


def _in_a_state(sentence: Sentence, sign: Token) -> Token | None:
    """Return who "is on the run", "remains at large", "is fighting for her life"."""
    low, head = sign.text.lower(), sign
    if low in {"run", "large"} and not has_case(sentence, sign, {"on", "at"}):
        return None
    if _FATES[low] == "survive":
        head = sentence.head(sign) or sign
        near = (head, led_to(sentence, sign, "for"), acting_subject(sentence, sign))
        grave = any(t is not None and t.text.lower() in _GRAVELY for t in near)
        if not grave or not sentence.words.isdisjoint({"died", "recovered", "stable"}):
            return None
    who = acting_subject(sentence, sign) or acting_subject(sentence, head)
    condition = who is not None and who.text.lower() == "condition"
    return sentence.child(who, "nmod:poss") if who is not None and condition else who


def is_told(sentence: Sentence, verb: Token) -> bool:
    """Tell whether something was or has been done."""
    group = verb_group(sentence, verb)
    return (group.past or group.perfect) and not (group.modal or is_withheld(sentence, verb))


_MAY_COME = "The source says that this may come, not that it has."


FINDERS: tuple[Finder, ...] = (
    on_verbs("face fight contest resist await", _faced, 0.85, _MAY_COME),
    on_words("pressure", _pressed, 0.85, _MAY_COME),
    on_verbs(_SUPPOSED, _supposed, 0.85, "The source says what would follow, not that it has."),
    on_words(_FATES, _fated, 0.8, "The source does not say that this is over."),
    on_verbs(
        "arrest charge detain convict prosecute punish discipline",
        _uncharged,
        0.8,
        "The source says that nobody has been {word}.",
    ),
)
