"""A sentence of an article on an accident or an attack -> what happened in it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.events.reason_words import Ground
from generator.extract.words.lexicon import HARMED, is_people_noun
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

COURSE = 1.5
"""Strength of “[a lorry ploughed into the crowd]” behind “Three die in Halm”."""

ACCIDENTS = frozenset(
    """
    capsize collapse collide crash derail die drown explode fall flip overturn sink topple
    """.split()
)
_HAPPENINGS = (
    ACCIDENTS
    | HARMED
    | frozenset(
        """
    accident ambush assault attack blast bomb bombing collision derailment explosion massacre
    raid ram robbery shooting stabbing stampede storm strike wreck
    """.split()
    )
)
_DEEDS = frozenset(
    """
    burst capsize collide crash derail detonate drive explode fire hurl jump leap open overturn
    plough plow plunge ram shoot skid slam smash spin stab storm swerve throw tip topple veer
    """.split()
)
"""Verbs of what vehicles and attackers do, and not the harmed."""
_FOUND = frozenset("catch discover find identify locate spot trace".split())
CAUGHT = _FOUND | {"arrest", "capture", "detain", "snare"}
"""What is done to who is sought: “when” after it tells how it came to that."""
_OPENING = frozenset({"begin", "initiate", "launch", "open", "start"})
_SUBJECTS = ("nsubj", "nsubj:pass")
_PARTS = frozenset("""nsubj nsubj:pass aux aux:pass obj obl compound:prt""".split())


def is_disaster(headline: Sentence | None, lead: Sentence | None) -> bool:
    """Say whether a headline or a main statement tells of an accident or an attack."""
    return any(_HAPPENINGS & _told(s) for s in (headline, lead) if s is not None)


def _told(sentence: Sentence) -> set[str]:
    """Return the base forms of what a sentence says that happened, and of what does or bears it."""
    verbs = (sentence.root, *sentence.children(sentence.root, "ccomp", "parataxis", "conj"))
    nouns = (t for verb in verbs for t in sentence.children(verb, *_SUBJECTS))
    return {lemma(t.text, t.tag).lower() for t in (*verbs, *nouns)}


def led_to(sentence: Sentence, clause: Token) -> bool:
    """Recognise what follows an “after” and says how: “dead after a bus overturned”.

    So does “found after a dog barked”.
    """
    above, deed = sentence.head(clause), lemma(clause.text, clause.tag)
    if sentence.subtree(clause)[0].text.lower() != "after":  # nor "a day after"
        return False
    befallen = lemma(above.text, above.tag) if above is not None else ""
    mishap = deed in ACCIDENTS | _DEEDS | {"come", "get", "hit", "jump", "strike"}
    told = sentence.child(clause, *_SUBJECTS) is not None
    return (befallen in _FOUND and told) or (mishap and befallen in HARMED | {"die"})


def courses(sentence: Sentence) -> Iterator[Ground]:
    """Yield the clauses of a sentence that tell what vehicles or attackers did."""
    for token in sentence.tokens:
        if token.label not in {"root", "ccomp"}:
            continue
        subject = sentence.child(token, *_SUBJECTS)
        if subject is None or not subject.tag.startswith("NN"):
            continue
        if _is_deed(sentence, token, subject):
            yield Ground(token, COURSE, parts=_PARTS, main=True)
        elif lemma(token.text, token.tag) in _OPENING and _object(sentence, token) in _HAPPENINGS:
            yield Ground(subject, COURSE, main=True)  # "A car bomb started the attack"


def _is_deed(sentence: Sentence, verb: Token, subject: Token) -> bool:
    deed = lemma(verb.text, verb.tag)
    fired = deed != "open" or _object(sentence, verb) == "fire"
    somebody = subject.tag.startswith("NNP") or is_people_noun(lemma(subject.text, subject.tag))
    borne = sentence.child(verb, "aux:pass") is not None
    past = verb.tag == "VBD" or (verb.tag == "VBN" and sentence.child(verb, "aux", "aux:pass"))
    return bool(past) and fired and deed in _DEEDS and not (borne and somebody)


def _object(sentence: Sentence, verb: Token) -> str:
    noun = sentence.child(verb, "obj")
    return lemma(noun.text, noun.tag).lower() if noun is not None else ""
