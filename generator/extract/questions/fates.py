"""What an article says may become of somebody or something, to whether it will."""

from __future__ import annotations

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.infinitives import is_to_infinitive
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
from generator.extract.questions.question_grammar import ask, future, verb_of
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
_GRAVELY = frozenset("condition ill injured wounded hurt life lives survival".split())
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


_GROWING = frozenset({"grow", "mount", "increase", "intensify", "rise", "continue", "come"})


def _growing(reading: Reading, sentence: Sentence, calls: Token) -> str | None:
    """Return the question in "calls are growing for the chief to resign"."""
    verb = sentence.head(calls) if calls.label == "nsubj" else None
    grow = verb is not None and verb_of(verb) in _GROWING
    whom = led_to(sentence, verb, "for") if verb and grow else led_to(sentence, calls, "for")
    steps = sentence.children(verb if verb and grow else calls, "advcl", "acl")
    step = next((s for s in steps if is_to_infinitive(sentence, s)), None)
    if whom is None or step is None or not calls.index < whom.index < step.index:
        return None
    clause = clause_of(reading, sentence, step, by_name(reading, sentence, whom))
    return ask(reading, future(clause)) if clause and not clause.negated else None


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


def _at_large(reading: Reading, sentence: Sentence, word: Token) -> str | None:
    """Return the question in "is on the run", "remains at large", "is absconding"."""
    led = word.text.lower() == "absconding" or has_case(sentence, word, {"on", "at"})
    who = acting_subject(sentence, word) if led else None
    text = called(reading, sentence, who) if who and is_somebody(reading, sentence, who) else None
    return finished(f"Will {text} be caught") if text else None


def _escaped(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "two of the gunmen escaped into the forest"."""
    who = acting_subject(sentence, verb)
    of_them = led_to(sentence, who, "of") if who is not None and who.tag == "CD" else who
    wanted = of_them is not None and verb_of(of_them) in _WANTED
    group = verb_group(sentence, verb)
    now = group.past and not (group.modal or group.progressive or (group.perfect and group.past))
    now = now and not verb.label.startswith("acl")
    if who is None or of_them is None or not (wanted and now) or is_withheld(sentence, verb):
        return None
    over = _is_told_of(reading, sentence, _CAUGHT)
    text = None if over else called(reading, sentence, who)
    return finished(f"Will {text} be caught") if text else None


_CAUGHT = frozenset({"arrest", "catch", "kill", "capture", "recapture"})
_WANTED = frozenset(
    "gunman attacker robber suspect assailant killer thief raider burglar bomber inmate prisoner"
    " fugitive".split()
)


def _in_danger(reading: Reading, sentence: Sentence, word: Token) -> str | None:
    """Return the question in "is in a critical condition", "is fighting for his life"."""
    head = sentence.head(word)
    above = sentence.head(head) if head and not head.tag.startswith("VB") else None
    near = (head, led_to(sentence, word, "for"), acting_subject(sentence, word))
    grave = any(t is not None and t.text.lower() in _GRAVELY for t in near)
    if not grave or not sentence.words.isdisjoint({"died", "recovered", "stable"}):
        return None
    told = (acting_subject(sentence, t) for t in (word, head, above) if t)
    who = next((t for t in told if t), None)
    if who is not None and who.text.lower() == "condition":
        who = sentence.child(who, "nmod:poss")
    text = called(reading, sentence, who) if who and is_somebody(reading, sentence, who) else None
    return finished(f"Will {text} survive") if text else None


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


def _captive(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "twelve miners have been trapped", "are being held hostage"."""
    who = sentence.child(verb, "nsubj:pass")
    held = verb_of(verb) != "hold" or not sentence.words.isdisjoint(_AS_CAPTIVE)
    able = who is not None and who.tag[:2] == "NN" and held and is_somebody(reading, sentence, who)
    if who is None or not able or is_withheld(sentence, verb):
        return None
    if _is_told_of(reading, sentence, _SET_FREE):
        return None
    text = called(reading, sentence, who)
    done = "rescued" if verb_of(verb) in {"trap", "strand"} else "freed"
    return finished(f"Will {text} be {done}") if text else None


def _is_told_of(reading: Reading, sentence: Sentence, deeds: frozenset[str]) -> bool:
    """Tell whether the sentences around tell that somebody was set free or caught."""
    near = reading.document.sentences[max(0, sentence.index - _REACH) : sentence.index + _REACH]
    return any(_is_done(told, verb) for told in near for verb in verbs(told, deeds))


def _is_done(sentence: Sentence, verb: Token) -> bool:
    group = verb_group(sentence, verb)
    return (group.past or group.perfect) and not (group.modal or is_withheld(sentence, verb))


_REACH = 20
"""Sentences around one that tells of captives in which an article tells that they are free."""
_AS_CAPTIVE = frozenset({"hostage", "hostages", "captive"})
_SET_FREE = frozenset("free release rescue save escape kill die recover find ransom pull".split())


_MAY_COME = "The source says that this may come, not that it has."


FINDERS: tuple[Finder, ...] = (
    on_verbs("face fight contest resist await", _faced, 0.85, _MAY_COME),
    on_words("pressure", _pressed, 0.85, _MAY_COME),
    on_words("calls", _growing, 0.85, "The source reports calls for this, no more."),
    on_verbs(
        _SUPPOSED, _supposed, 0.85, "The source says what would follow, not that this has happened."
    ),
    on_verbs(
        "trap strand kidnap abduct hold seize",
        _captive,
        0.8,
        "The source does not say that they were set free.",
    ),
    on_words("run large absconding", _at_large, 0.8, "The source says that they were not caught."),
    on_verbs("escape flee", _escaped, 0.8, "The source says that they were not caught."),
    on_words(
        "critical critically fighting",
        _in_danger,
        0.8,
        "The source says that this is a matter of life and death.",
    ),
    on_verbs(
        "arrest charge detain convict prosecute punish discipline",
        _uncharged,
        0.8,
        "The source says that nobody has been {word}.",
    ),
)
