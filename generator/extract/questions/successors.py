"""Who leaves an office, to who will follow, where the article names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.naming import named
from generator.extract.grammar.trimming import phrase
from generator.extract.questions.bygone import is_bygone
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    is_none,
    is_withheld,
    person_in,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Actor, Reading
from generator.language.tree import Sentence, Token

_LEAVING = frozenset("leave resign retire depart quit die go step stand".split())
_DISMISSING = frozenset({"sack", "dismiss", "oust", "fire", "axe", "unseat"})
_RESIGNING = frozenset({"resign", "quit", "step", "stand", "leave"})
_POSTS = frozenset({"post", "job", "role", "office", "club", "company", "party", "team"})
_OFFICES = frozenset(
    """ambassador archbishop boss chair chairman chairwoman chancellor chief ceo coach commissioner
    commander dean director editor executive governor head leader manager mayor minister premier
    president principal rector secretary speaker""".split()
)
_OWNER = re.compile(r"^\S+['’]s? ")
"""Whose an office is: "trust's chief executive"."""
_LEFT = 0.75
"""Weight of who follows somebody, where the article does not say that nobody does yet."""
_SEEKING = frozenset("find seek choose pick recruit appoint name announce".split())
_SUCCESSORS = frozenset({"successor", "replacement"})
_REACH = 12
"""Sentences back in which somebody leaves the post that has no successor yet."""
_SHORT_ROLE = 6
"""Words of an office, at most, that a question about its next holder names."""
_GIVING = frozenset({"appoint", "name", "elect", "choose", "promote", "hire"})
_FOR_A_TIME = frozenset("interim temporary temporarily caretaker acting until while".split())


def find_successors(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who follows somebody who leaves: "has not named a successor", "sacked the manager"."""
    for person, weight in (*_whose_place(reading, sentence), *_leaving(reading, sentence)):
        if _is_succeeded(reading, person) or is_bygone(reading, sentence):
            continue
        role = person.role if person.role and len(person.role.split()) <= _SHORT_ROLE else ""
        past = role.lower().startswith(("former", "outgoing"))
        post = "" if past else _OWNER.sub("", role)
        post = post if " " in post else post.lower()  # "Coach Lena Fors"
        office = f" as {post}" if post else ""
        question = finished(f"Who will succeed {named(reading, person)}{office}")
        if question:
            told = "names no successor" if weight == _LEFT else "says that there is none yet"
            yield OpenPoint(question, "unknown", f"The source {told}.", (sentence,), weight)


def _whose_place(reading: Reading, sentence: Sentence) -> Iterator[tuple[Actor, float]]:
    """Yield who has left a place that is still to be filled: "has not named a successor"."""
    for noun in worded(sentence, _SUCCESSORS):
        person = _predecessor(reading, sentence, noun) if _is_wanted(sentence, noun) else None
        yield from [(person, 0.9)] if person else []


def _leaving(reading: Reading, sentence: Sentence) -> Iterator[tuple[Actor, float]]:
    """Yield who loses or gives up an office: "the club sacked manager Paul Drury"."""
    for verb in verbs(sentence, _DISMISSING | _RESIGNING):
        group, put_out = verb_group(sentence, verb), verb_of(verb) in _DISMISSING
        over = (group.past or group.perfect or put_out) and not (group.modal or group.progressive)
        gone = over or (group.modal == "will" and not put_out)
        meant = verb.tag != "VB" if put_out else _gives_up(sentence, verb)
        if not (gone and meant) or is_withheld(sentence, verb):
            continue
        main = verb.label in {"root", "conj", "ccomp"}
        own = acting_subject(sentence, verb) if main and not put_out else None
        whom = sentence.children(verb, "obj", "nsubj:pass") if put_out else (own,) if own else ()
        people = (reading.actor_at(sentence.index, who.index) for who in whom)
        yield from ((person, _LEFT) for person in people if person and _holds_an_office(person))


def _gives_up(sentence: Sentence, verb: Token) -> bool:
    """Tell "resigned", "will step down", "left the club" from "left the room", "stood there"."""
    if verb_of(verb) == "leave":
        post = sentence.child(verb, "obj")
        return post is not None and post.text.lower() in _POSTS
    particles = {t.text.lower() for t in sentence.children(verb, "advmod", "compound:prt")}
    return verb_of(verb) in {"resign", "quit"} or bool(particles & {"down", "aside"})


def _holds_an_office(actor: Actor) -> bool:
    """Tell whether somebody has a post that one person holds at a time, still theirs or not."""
    role = (actor.role or "").lower()
    held = bool(_OFFICES & set(role.replace("-", " ").split())) and not role.startswith("former")
    return actor.kind == "person" and not actor.anonymous and held


def _is_wanted(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a successor is still to be found: not yet named, or searched for."""
    above = sentence.head(noun)
    if above is None or noun.label == "xcomp":
        return False  # "those who seek to be his successor"
    if verb_of(above) in {"search", "hunt", "look"}:
        return True
    none = is_none(sentence, noun)
    group = verb_group(sentence, above)
    ahead = bool(group.modal or group.progressive or above.tag == "VB") and not group.past
    return verb_of(above) in _SEEKING and (none or is_withheld(sentence, above) or ahead)


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


def _is_succeeded(reading: Reading, person: Actor) -> bool:
    """Tell whether the article names who takes over, and not for a time only."""
    return any(
        _takes_over(sentence, verb) or _is_given(reading, sentence, verb, person)
        for sentence in reading.document.sentences
        if sentence.words.isdisjoint(_FOR_A_TIME)
        for verb in verbs(sentence, _GIVING | {"succeed", "replace", "take"})
        if not is_withheld(sentence, verb)
    )


def _takes_over(sentence: Sentence, verb: Token) -> bool:
    """Recognise "will succeed him", "was replaced by Fors", "takes over"."""
    if verb_of(verb) == "take":
        return sentence.child(verb, "compound:prt") is not None
    group = verb_group(sentence, verb)
    to_come = group.modal in {"will", "would"} or group.passive
    followed = verb_of(verb) not in _GIVING and sentence.child(verb, "obj", "obl:agent", "obl")
    return bool(to_come and followed)


def _is_given(reading: Reading, sentence: Sentence, verb: Token, person: Actor) -> bool:
    """Recognise "has appointed Lena Fors as head coach"."""
    whom = sentence.child(verb, "obj", "nsubj:pass") if verb_of(verb) in _GIVING else None
    new = reading.actor_at(sentence.index, whom.index) if whom else None
    office = (person.role or "").lower().split()[-1:]
    other = new is not None and new is not person and new.kind == "person"
    return other and not sentence.words.isdisjoint(office)
