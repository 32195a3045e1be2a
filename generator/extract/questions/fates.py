"""What is still to become of somebody in an article, to open points: sentence, ban, successor."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import is_plural_noun, verb_group
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.attributes import the
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    after_preposition,
    by_name,
    has_case,
    is_withheld,
    person_in,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import ask, future, verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
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
_FACING = frozenset({"face", "fight", "contest", "resist", "await"})
_CALLS = frozenset({"calls", "pressure", "demands"})
_MAY_COME = "The source says that this may come, not that it has."
_TERMS = frozenset({"prison", "jail", "custody", "bars"})
_EVENTS = frozenset(
    "match game race concert festival visit trip summit meeting deal sale merger plan project"
    " launch election tour takeover".split()
)


def find_sentences(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what sentence is to come: "will be sentenced on 17 April"."""
    for verb in verbs(sentence, frozenset({"sentence"})):
        group = verb_group(sentence, verb)
        above = sentence.head(verb)
        due = verb.label == "xcomp" and above is not None and verb_of(above) in {"expect", "due"}
        if not (group.passive and (group.modal in {"will", "would"} or due)):
            continue
        who = acting_subject(sentence, verb)
        when = next(
            (t for t in sentence.children(verb, "obl") if has_case(sentence, t, {"on"})), None
        )
        date: tuple[Part, ...] = ("on", *phrase(sentence, when)) if when else ()
        whose = by_name(reading, sentence, who) if who else ()
        parts = ("What sentence will", *whose, "receive", *date)
        question = finished(spell(reading, sentence, parts)) if whose else None
        if question:
            why = "The source says that the sentence is still to come."
            yield OpenPoint(question, "pending", why, (sentence,), 0.9)


def find_awards(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who will get what "will be awarded"."""
    for verb in verbs(sentence, frozenset({"award"})):
        group, thing = verb_group(sentence, verb), sentence.child(verb, "nsubj:pass")
        if thing is None or not (group.passive and group.modal in {"will", "would"}):
            continue
        text = the(reading, sentence, thing)
        if text and after_preposition(sentence, verb, "to") is None:
            why = "The source says that this is still to be awarded."
            question = finished(f"Who will be awarded {text}")
            yield from [OpenPoint(question, "pending", why, (sentence,), 0.8)] if question else []


def find_dangers(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody "faces": "faces a ban", "faces up to ten years in prison"."""
    for verb in verbs(sentence, _FACING):
        thing, who = sentence.child(verb, "obj"), acting_subject(sentence, verb)
        if thing is None or who is None or not _is_faced(sentence, verb, thing):
            continue
        fate = _fate(reading, sentence, verb, who)
        words: tuple[Part, ...] = ("Will", *by_name(reading, sentence, who), *fate)
        question = _called_to(reading, sentence, who, thing)
        question = question or (finished(spell(reading, sentence, words)) if fate else None)
        if question:
            yield OpenPoint(question, "pending", _MAY_COME, (sentence,), 0.85)


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
    if jail and _can_be_jailed(reading, sentence, who):
        return ("be", "convicted")
    done = _FACED.get(thing.text.lower())
    survived: tuple[Part, ...] = ("survive", *phrase(sentence, thing))
    return ("be", done) if done else survived if thing.text.lower() == "vote" else ()


def find_pressed(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether those will give in who are "under pressure to resign"."""
    for noun in worded(sentence, {"pressure"}):
        if not has_case(sentence, noun, {"under"}):
            continue
        who = acting_subject(sentence, noun)
        question = _called_to(reading, sentence, who, noun) if who else None
        if question:
            yield OpenPoint(question, "pending", _MAY_COME, (sentence,), 0.85)


def _called_to(reading: Reading, sentence: Sentence, who: Token, thing: Token) -> str | None:
    """Return the question in "faces growing calls to resign", "is under pressure to resign"."""
    step = sentence.child(thing, "acl") if thing.text.lower() in _CALLS else None
    if step is None or step.tag != "VB":
        return None
    plural = is_plural_noun(sentence, who)
    clause = clause_of(reading, sentence, step, phrase(sentence, who), plural=plural)
    return ask(reading, future(clause)) if clause and not clause.negated else None


def _can_be_jailed(reading: Reading, sentence: Sentence, who: Token) -> bool:
    actor = reading.actor_at(sentence.index, who.index)
    return actor is not None or who.tag in {"PRP", "WP"} or is_people_noun(verb_of(who))


def find_doubts(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who or what is in doubt: "is doubtful for the final", "the match is in doubt"."""
    for state in worded(sentence, {"doubtful", "doubt"}):
        low = state.text.lower()
        doubted = low == "doubtful" or has_case(sentence, state, {"in"})
        doubted = doubted or (low == "doubt" and sentence.child(state, "cop") is not None)
        who = acting_subject(sentence, state) if doubted else None
        if who is None:
            continue
        words = phrase(sentence, who)
        what = after_preposition(sentence, state, "for") or _of_doubt(sentence, state)
        if what and (person_in(reading, sentence, words) or who.tag.startswith("NNP")):
            parts: tuple[Part, ...] = (
                "Will",
                *by_name(reading, sentence, who),
                "be",
                "fit",
                "for",
                *phrase(sentence, what),
            )
        elif who.text.lower() in _EVENTS:
            parts = ("Will", *words, "go", "ahead")
        else:
            continue
        question = finished(spell(reading, sentence, parts))
        if question:
            yield OpenPoint(
                question, "pending", "The source says that it is in doubt.", (sentence,), 0.85
            )


def _of_doubt(sentence: Sentence, state: Token) -> Token | None:
    """Return the noun behind "in doubt for"."""
    behind = sentence.children(state, "nmod")
    return next((t for t in behind if has_case(sentence, t, {"for"})), None)


_SUPPOSED = frozenset(
    "adopt accept approve appoint authorise authorize build charge confirm convict deport elect"
    " enact extradite find implement jail pass ratify re-elect reelect sign".split()
)


def find_supposed(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether what is supposed will happen: "if elected, she would", "if approved by"."""
    for verb in verbs(sentence, _SUPPOSED):
        main = sentence.head(verb)
        supposed = any(t.text.lower() == "if" for t in sentence.children(verb, "mark"))
        if not supposed or main is None or verb.tag != "VBN" or sentence.child(verb, "aux:pass"):
            continue
        who = acting_subject(sentence, main)
        guilty = [t for t in sentence.children(verb, "xcomp") if t.text.lower() == "guilty"]
        if who is None or (verb_of(verb) == "find" and not guilty):
            continue
        tried = verb_of(verb) in {"convict", "find", "charge", "jail"}
        if tried and not _can_be_jailed(reading, sentence, who):
            continue
        agent = sentence.child(verb, "obl:agent")
        by: tuple[Part, ...] = ("by", *phrase(sentence, agent)) if agent else ()
        whose = by_name(reading, sentence, who)
        done = "convicted" if guilty else verb.text.lower()
        question = finished(spell(reading, sentence, ("Will", *whose, "be", done, *by)))
        if question:
            why = "The source says what would follow, not that this has happened."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)
