"""Who leaves an office, to who will follow, where the article names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.naming import named
from generator.extract.grammar.trimming import phrase
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
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
_SEEKING = frozenset({"find", "seek", "choose", "pick", "recruit", "appoint", "name"})
_SUCCESSORS = frozenset({"successor", "replacement"})
_REACH = 12
"""Sentences back in which somebody leaves the post that has no successor yet."""
_SHORT_ROLE = 6
"""Words of an office, at most, that a question about its next holder names."""
_FOLLOWING = frozenset({"succeed", "replace", "take"})
_GIVING = frozenset({"appoint", "name", "elect", "choose", "promote", "hire"})
_BY_WHOM = ("obj", "obl:agent", "obl")
_FOR_A_TIME = frozenset("interim temporary temporarily caretaker acting until while".split())


def find_successors(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who follows somebody who leaves: "has not named a successor", "sacked the manager"."""
    for person, weight in (
        *_whose_place(reading, sentence),
        *_dismissed(reading, sentence),
        *_resigned(reading, sentence),
    ):
        if _is_succeeded(reading, person):
            continue
        role = person.role if person.role and len(person.role.split()) <= _SHORT_ROLE else None
        past = role is not None and role.lower().startswith(("former", "outgoing"))
        post = _OWNER.sub("", role) if role and not past else ""
        post = post if " " in post else post.lower()  # "Coach Lena Fors"
        office = f" as {post}" if post else ""
        question = finished(f"Who will succeed {named(reading, person)}{office}")
        if question:
            why = "The source says that there is no successor yet."
            why = why if weight > _LEFT else "The source names no successor."
            yield OpenPoint(question, "unknown", why, (sentence,), weight)


def _whose_place(reading: Reading, sentence: Sentence) -> Iterator[tuple[Actor, float]]:
    for noun in worded(sentence, _SUCCESSORS):
        if _is_wanted(sentence, noun):
            person = _predecessor(reading, sentence, noun)
            yield from [(person, 0.9)] if person else []


def _dismissed(reading: Reading, sentence: Sentence) -> Iterator[tuple[Actor, float]]:
    """Yield who was put out of an office: "the club sacked manager Paul Drury"."""
    for verb in verbs(sentence, _DISMISSING):
        group = verb_group(sentence, verb)
        if group.modal or group.progressive or is_withheld(sentence, verb) or verb.tag == "VB":
            continue
        for who in sentence.children(verb, "obj", "nsubj:pass"):
            actor = reading.actor_at(sentence.index, who.index)
            if actor and _holds_an_office(actor):
                yield actor, _LEFT


def _resigned(reading: Reading, sentence: Sentence) -> Iterator[tuple[Actor, float]]:
    """Yield who gives up an office: "the trust's chief executive, Colin Pratt, resigned"."""
    for verb in verbs(sentence, _RESIGNING):
        group, who = verb_group(sentence, verb), acting_subject(sentence, verb)
        down = _gives_up(sentence, verb)
        gone = group.modal == "will" or ((group.past or group.perfect) and not group.modal)
        if who is None or not (down and gone) or is_withheld(sentence, verb):
            continue
        person = reading.actor_at(sentence.index, who.index)
        if person and _holds_an_office(person) and verb.label in {"root", "conj", "ccomp"}:
            yield person, _LEFT


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


def _is_succeeded(reading: Reading, person: Actor) -> bool:
    """Tell whether the article names who takes over, and not for a time only."""
    return any(
        _takes_over(sentence, verb) or _is_given(reading, sentence, verb, person)
        for sentence in reading.document.sentences
        if not _FOR_A_TIME & {t.text.lower() for t in sentence.tokens}
        for verb in verbs(sentence, _FOLLOWING | _GIVING)
        if not is_withheld(sentence, verb)
    )


def _takes_over(sentence: Sentence, verb: Token) -> bool:
    """Recognise "will succeed him", "was replaced by Fors", "takes over"."""
    group, verbal = verb_group(sentence, verb), verb_of(verb)
    if verbal == "take":
        return sentence.child(verb, "compound:prt") is not None
    to_come = group.modal in {"will", "would"} or group.passive
    return verbal in _FOLLOWING and to_come and bool(sentence.child(verb, *_BY_WHOM))


def _is_given(reading: Reading, sentence: Sentence, verb: Token, person: Actor) -> bool:
    """Recognise "has appointed Lena Fors as head coach"."""
    whom = sentence.child(verb, "obj", "nsubj:pass")
    new = reading.actor_at(sentence.index, whom.index) if whom else None
    if verb_of(verb) not in _GIVING or new is None or new is person or new.kind != "person":
        return False
    office = (person.role or "").split()[-1:]
    return bool(office) and office[0].lower() in {t.text.lower() for t in sentence.tokens}
