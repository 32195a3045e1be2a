"""What is still to become of somebody in an article, to open points: sentence, ban, successor."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.naming import named, possessive
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.attributes import the
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    after_preposition,
    has_case,
    is_withheld,
    person_in,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import finished, verb_of
from generator.extract.reading import Actor, Reading
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
}
_TERMS = frozenset({"prison", "jail", "custody", "bars"})
_EVENTS = frozenset(
    "match game race concert festival visit trip summit meeting deal sale merger plan project"
    " launch election tour takeover".split()
)
_LAWYERS = frozenset("lawyer lawyers attorney attorneys barrister solicitor counsel".split())
_SUITS = frozenset("lawsuit suit appeal challenge petition complaint".split())
_LEAVING = frozenset("leave resign retire depart quit die go step stand".split())
_SEEKING = frozenset({"find", "seek", "choose", "pick", "recruit", "appoint", "name"})
_SUCCESSORS = frozenset({"successor", "replacement"})
_REACH = 12
"""Sentences back in which somebody leaves the post that has no successor yet."""
_SHORT_ROLE = 6
"""Words of an office, at most, that a question about its next holder names."""


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
        whose = _who(reading, sentence, who) if who else ()
        parts = ("What sentence will", *whose, "receive", *date)
        question = finished(spell(reading, sentence, parts)) if whose else None
        if question:
            why = "The source says that the sentence is still to come."
            yield OpenPoint(question, "pending", why, (sentence,), 0.9)


def _who(reading: Reading, sentence: Sentence, noun: Token) -> tuple[Part, ...]:
    """Return who something is to happen to, a person by name alone."""
    words = phrase(sentence, noun)
    person = person_in(reading, sentence, words)
    return (named(reading, person),) if person else words


def find_appeals(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether an appeal that is announced or under way will succeed."""
    for verb in verbs(sentence, frozenset({"appeal"})):
        group = verb_group(sentence, verb)
        above = sentence.head(verb)
        meant = verb.label == "xcomp" and above is not None
        meant = bool(meant and above and verb_of(above) in {"plan", "intend", "vow", "want"})
        against = after_preposition(sentence, verb, "against")
        under_way = group.progressive or (group.past and against is not None)
        if not (group.modal in {"will", "would"} or under_way or meant):
            continue
        if is_withheld(sentence, verb) or sentence.child(verb, "xcomp"):
            continue
        if any(after_preposition(sentence, verb, p) for p in ("for", "to")):
            continue
        who = acting_subject(sentence, verb)
        name = _appellant(reading, sentence, who) if who else None
        thing = against or sentence.child(verb, "obj")
        target = spell(reading, sentence, phrase(sentence, thing)) if thing else None
        end = f" against {target}" if target else ""
        question = (
            finished(f"Will {possessive(reading, name)} appeal{end} succeed") if name else None
        )
        if question:
            why = "The source reports an appeal, not its outcome."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)


def _appellant(reading: Reading, sentence: Sentence, who: Token) -> str | None:
    """Return who appeals by name; a "client" is whom the lawyer of the sentence speaks for."""
    if who.text.lower() not in {"client", "clients"}:
        return spell(reading, sentence, _who(reading, sentence, who))
    for noun in worded(sentence, _LAWYERS):
        owner = sentence.child(noun, "nmod:poss") or next(
            (t for t in sentence.children(noun, "nmod") if has_case(sentence, t, {"for"})), None
        )
        actor = reading.actor_at(sentence.index, owner.index) if owner else None
        if actor:
            return named(reading, actor)
    return None


def find_suits(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether what is "pending before the court" will succeed."""
    for noun in worded(sentence, _SUITS):
        state = sentence.head(noun) if noun.label.startswith("nsubj") else None
        if state is None or state.text.lower() != "pending":
            continue
        text = the(reading, sentence, noun)
        question = finished(f"Will {text} succeed") if text else None
        if question:
            why = f"The source says that the {noun.text.lower()} is pending."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)


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
    for verb in verbs(sentence, frozenset({"face"})):
        thing, who = sentence.child(verb, "obj"), acting_subject(sentence, verb)
        bare = verb.tag in {"VBG", "VB"} and not sentence.child(verb, "aux")
        if thing is None or who is None or bare or is_withheld(sentence, verb):
            continue
        group = verb_group(sentence, verb)
        if group.past and not (group.progressive or group.perfect):
            continue
        below = (*sentence.children(thing, "nmod"), *sentence.children(verb, "obl"))
        jail = any(t.text.lower() in _TERMS for t in below)
        jail = jail and _can_be_jailed(reading, sentence, who)
        done = "convicted" if jail else _FACED.get(thing.text.lower())
        survives = thing.text.lower() == "vote"
        fate: tuple[Part, ...] = ("survive", *phrase(sentence, thing)) if survives else ()
        fate = ("be", done) if done else fate
        question = fate and finished(
            spell(reading, sentence, ("Will", *_who(reading, sentence, who), *fate))
        )
        if question:
            why = "The source says that this may come, not that it has."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def find_convictions(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether somebody will be convicted: "if convicted, she could be jailed"."""
    for verb in verbs(sentence, frozenset({"convict"})):
        main = sentence.head(verb)
        supposed = any(t.text.lower() == "if" for t in sentence.children(verb, "mark"))
        if not supposed or main is None or verb.tag != "VBN" or sentence.child(verb, "aux:pass"):
            continue
        who = acting_subject(sentence, main)
        if who is None or not _can_be_jailed(reading, sentence, who):
            continue
        whose = _who(reading, sentence, who)
        question = finished(spell(reading, sentence, ("Will", *whose, "be", "convicted")))
        if question:
            why = "The source says what follows a conviction, not that there is one."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)


def _can_be_jailed(reading: Reading, sentence: Sentence, who: Token) -> bool:
    actor = reading.actor_at(sentence.index, who.index)
    return actor is not None or who.tag in {"PRP", "WP"} or is_people_noun(verb_of(who))


def find_doubts(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who or what is in doubt: "is doubtful for the final", "the match is in doubt"."""
    for state in worded(sentence, {"doubtful", "doubt"}):
        low = state.text.lower()
        doubted = low == "doubtful" or has_case(sentence, state, {"in"})
        who = acting_subject(sentence, state) if doubted else None
        if who is None:
            continue
        words = phrase(sentence, who)
        what = after_preposition(sentence, state, "for") or _of_doubt(sentence, state)
        if what and (person_in(reading, sentence, words) or who.tag.startswith("NNP")):
            parts: tuple[Part, ...] = (
                "Will",
                *_who(reading, sentence, who),
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


def find_successors(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who follows somebody who leaves: "has not named a successor"."""
    for noun in worded(sentence, _SUCCESSORS):
        if not _is_wanted(sentence, noun):
            continue
        person = _predecessor(reading, sentence, noun)
        if person is None or _is_succeeded(reading):
            continue
        role = person.role if person.role and len(person.role.split()) <= _SHORT_ROLE else None
        office = (
            f" as {role}" if role and not role.lower().startswith(("former", "outgoing")) else ""
        )
        question = finished(f"Who will succeed {named(reading, person)}{office}")
        if question:
            why = "The source says that there is no successor yet."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.9)


def _is_wanted(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a successor is still to be found: not yet named, or searched for."""
    above = sentence.head(noun)
    if above is None or noun.label == "xcomp":
        return False  # "those who seek to be his successor"
    if above.text.lower() in {"search", "hunt"} or verb_of(above) in {"search", "look"}:
        return True
    none = any(t.text.lower() == "no" for t in sentence.children(noun, "det"))
    sought = above.tag.startswith("VB") and verb_of(above) in _SEEKING | {"announce"}
    group = verb_group(sentence, above)
    ahead = bool(group.modal or group.progressive or above.tag == "VB")
    return sought and (none or is_withheld(sentence, above) or (ahead and not group.past))


def _predecessor(reading: Reading, sentence: Sentence, noun: Token) -> Actor | None:
    """Return whose successor is meant: by "his", by "to Reis", or who leaves just before."""
    owner = sentence.child(noun, "nmod:poss", "nmod")
    owned = reading.actor_at(sentence.index, owner.index) if owner else None
    if owned is not None:
        return owned if owned.kind == "person" and not owned.anonymous else None
    near = reading.document.sentences[max(0, sentence.index - _REACH) : sentence.index + 1]
    for earlier in reversed(near):
        for verb in verbs(earlier, _LEAVING):
            who = acting_subject(earlier, verb)
            person = person_in(reading, earlier, phrase(earlier, who)) if who else None
            if person:
                return person
    return None


def _is_succeeded(reading: Reading) -> bool:
    """Tell whether the article names who takes over."""
    return any(
        not is_withheld(sentence, verb)
        and sentence.child(verb, "obj", "obl:agent", "obl")
        and (verb_group(sentence, verb).modal == "will" or verb_group(sentence, verb).passive)
        for sentence in reading.document.sentences
        for verb in verbs(sentence, frozenset({"succeed", "replace"}))
    )
