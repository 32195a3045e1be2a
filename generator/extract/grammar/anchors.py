"""The "it" and "they" that stand for things, not actors, to the nouns that they take up."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.adjuncts import shortened
from generator.extract.grammar.clauses import PLURAL_NOUNS, Clause, clause_at, is_plural_noun
from generator.extract.grammar.meant import JUDGING, PERSONS, in_the_same_place, speaker_of
from generator.extract.grammar.naming import possessive
from generator.extract.grammar.pointing import disagrees
from generator.extract.grammar.taken_up import antecedent, just_named
from generator.extract.grammar.trimming import subject_of
from generator.extract.grammar.wording import Part
from generator.extract.reading import Actor, Reading
from generator.language.tree import Sentence, Token


def clause_of(
    reading: Reading,
    sentence: Sentence,
    head: Token,
    subject: tuple[Part, ...] = (),
    *,
    plural: bool = False,
) -> Clause | None:
    """Take a clause apart, with a noun put for an "it" or "they" that no actor stands behind."""
    clause = clause_at(sentence, head, subject, plural=plural)
    if clause is None:
        return None
    own = subject_of(sentence, head)
    who = anchored(reading, clause, clause.subject, ())
    return replace(
        clause,
        subject=who,
        plural=_plural_of(reading, sentence, own, clause),
        predicate=_clear_of_pronouns(reading, clause, (*clause.subject, *who)),
    )


def _clear_of_pronouns(
    reading: Reading, clause: Clause, before: tuple[Part, ...]
) -> tuple[Part, ...]:
    """Return an anchored predicate, without the adjuncts whose pronoun nobody can resolve."""
    whole = anchored(reading, clause, clause.predicate, before)
    if UNRESOLVED not in whole:
        return whole
    shorter = (anchored(reading, c, c.predicate, before) for c in shortened(clause))
    return next((words for words in shorter if UNRESOLVED not in words), whole)


def _plural_of(reading: Reading, sentence: Sentence, own: Token | None, clause: Clause) -> bool:
    actor = reading.actor_at(sentence.index, own.index) if own else None
    if own and own.text == "I":
        return False  # a name stands for it
    if own and own.text.lower() in {"they", "we"} and actor and not disagrees(sentence, own, actor):
        return actor.kind == "group" or _is_common_plural(actor.name)
    return clause.plural


def anchored(
    reading: Reading, clause: Clause, parts: tuple[Part, ...], before: tuple[Part, ...]
) -> tuple[Part, ...]:
    """Replace an unresolved "it", "its", "they" or "them" by the thing named last in that role."""
    done: list[Part] = []
    for part in parts:
        earlier = [*before, *done]
        if isinstance(part, Token) and _is_shared(clause, part):
            done.append(part.text)
            continue
        if isinstance(part, str) or not _needs_anchor(reading, clause, part, earlier):
            done.append(part)
            continue
        text = _meaning(reading, clause, part)
        if text is None and (_is_loose(part) or part.label == "obj"):  # nothing explains it
            text = UNRESOLVED
        if part.tag == "PRP$" and text:  # but "will the bank reopen its branch"
            text = part.text if text in earlier else possessive(reading, text)
        done.append(text or part)
    return tuple(done)


def _is_common_plural(name: str) -> bool:
    """Tell "the unions" and "police" from "the press" and "Sainsbury's"."""
    last = name.split()[-1]
    if last.lower() in PLURAL_NOUNS:
        return True
    return last.islower() and last.endswith("s") and not last.endswith("ss")


def _needs_anchor(reading: Reading, clause: Clause, token: Token, before: list[Part]) -> bool:
    low = token.text.lower()
    if low not in _THINGS | PERSONS or token.label.startswith(("expl", "det")):
        return False
    actor = reading.actor_at(clause.sentence.index, token.index)
    known = actor is not None and not disagrees(clause.sentence, token, actor)
    known = known and not _is_within_mention(reading, clause.sentence, token)
    if token.label == "obj" and actor in _actors(reading, clause, before):
        return True  # "are planning on holding them": not themselves
    place = reading.things.get((clause.sentence.index, token.index), (-1, -1))
    inside = any(isinstance(p, Token) and place == (clause.sentence.index, p.index) for p in before)
    if inside and _is_loose(token):
        return False  # "the broch and the wall beside it"
    outer = token.head == clause.head.index
    if known:
        return _is_loose(token) and low in _THINGS
    bound = any(isinstance(p, Token) and p.tag.startswith("NN") for p in before)
    free = outer or token.label == "obj"  # what a subject cannot be taken up by
    return not bound or _is_loose(token) or (token.tag != "PRP$" and free)


def _is_shared(clause: Clause, token: Token) -> bool:
    """Tell whether a pronoun is the object of the verb before: "close the pool or sell it"."""
    sentence = clause.sentence
    second = sentence.head(token) if token.label == "obj" else None
    first = sentence.head(second) if second is not None and second.label == "conj" else None
    if first is None or (first is not clause.head and first not in clause.predicate):
        return False
    thing = sentence.child(first, "obj")
    several = thing is not None and is_plural_noun(sentence, thing)
    return thing is not None and token.text.lower() == ("them" if several else "it")


def _is_within_mention(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell whether an "its" is but part of what an actor is called by: "its five crewmen"."""
    mention = reading.mention_at(sentence.index, token.index)
    return token.tag == "PRP$" and mention is not None and mention.kind != "pronoun"


def _actors(reading: Reading, clause: Clause, parts: list[Part]) -> set[Actor | None]:
    tokens = [p for p in parts if isinstance(p, Token)]
    return {reading.actor_at(clause.sentence.index, t.index) for t in tokens} - {None}


def _is_loose(token: Token) -> bool:
    """Tell whether a pronoun stands where anything may be meant: "any of it", "with them"."""
    return token.tag == "PRP" and token.label.startswith(("nmod", "obl"))


def _meaning(reading: Reading, clause: Clause, pronoun: Token) -> str | None:
    deep = pronoun.label == "obj" and pronoun.head != clause.head.index
    if _is_loose(pronoun) or deep:
        return None
    person = pronoun.text.lower() in PERSONS
    speaker = speaker_of(reading, clause, pronoun)
    if person:
        return speaker
    place = reading.things.get((clause.sentence.index, pronoun.index), (-1, -1))
    own = (p.index for p in clause.subject if isinstance(p, Token))
    if pronoun.label == "obj" and place[0] == clause.sentence.index and place[1] in own:
        return None  # "residents of the area must approve it": hardly the area
    found = antecedent(reading, clause.sentence, pronoun)
    told = found and not (speaker and found.split()[-1] == speaker.split()[-1])
    if found and told:  # "neither side said it would": not the side
        return found
    same = speaker or in_the_same_place(reading, clause, pronoun)
    judged = pronoun.text.lower() == "it" and pronoun.label == "obj"
    judged = judged and clause.group.lemma in JUDGING
    return same or (None if judged else just_named(reading, clause.sentence, pronoun))


def of_own(clause: Clause, *, person: bool = False) -> Clause:
    """Return a clause whose "its" means its subject: "urged the bank to publish its accounts"."""
    own = {"his", "her"} if person else {"its", "their"}
    words = (
        p.text if isinstance(p, Token) and p.tag == "PRP$" and p.text.lower() in own else p
        for p in clause.predicate
    )
    return replace(clause, predicate=tuple(words))


_THINGS = frozenset({"it", "its", "they", "them", "their", "these", "those"})
UNRESOLVED = "\x00"
"""Stands where nobody can say what a pronoun means; no question is well formed with it."""
