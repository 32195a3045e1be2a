"""What "it" and "they" take up: a phrase before them, or a whole clause, or nothing.

Every phrase of the last sentences is weighed, with what tells for and against it as features of a
log-linear model, beside the chance that none of them is meant. The weights are learnt from the
coreference of GUM by `training/coreference.py`; training/README.md has what it reaches.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import takewhile

from generator.extract.actors.phrases import Phrase, find_phrases
from generator.extract.actors.referent_features import (
    Pronoun,
    features_of_nothing,
    features_of_pair,
    pronoun_at,
)
from generator.extract.reading import Actor, Place
from generator.extract.words.lexicon import (
    AGENTIVE_VERBS,
    ANY_COMPANY,
    EITHER,
    ORGANISATIONS,
    is_people_noun,
)
from generator.extract.words.speech_verbs import SPEAKING
from generator.language.morphology import lemma
from generator.language.tree import Document

REACH = 3
"""Sentences: how far back a pronoun looks for what it stands for."""
SURE = {"it": 0.4, "they": 0.35}
"""Certainty below which a pronoun takes up nothing; training/README.md tells what this gives."""
_OF_PEOPLE = frozenset({"person", "group"})
_OF_BODIES = frozenset({"organisation", "country"})
_NOBODY = frozenset({"one", "nobody", "none", "nothing"})
_STATES_OF_THINGS = frozenset("available complete over ready repaired".split())
_DONE_TO_THINGS = frozenset(
    """built cancelled completed delayed delivered demolished designed dug extended filmed installed
    mended painted parked planted postponed poured printed published rebuilt repaired repeated
    rescheduled scheduled signed stored switched translated written""".split()
)
_GOING_ON = frozenset("erupt evaporate expire happen hatch last occur".split())
_EVENTS = frozenset(
    "accident attack coincidence crime disaster error hoax job mistake murder plot tragedy".split()
)
_SIZES = frozenset("deep heavy high tall thick wide".split())
"""What no body is, as it may be big, old or far off."""
_BODIES = ORGANISATIONS | ANY_COMPANY | EITHER | {"country", "nation", "state"}
_PLACED = re.compile(r"(?:first|second|third|last|latest|only|\d+(?:st|nd|rd|th)|\w+th)$")
"""How something is told to be one of a row: "the third dispute", "the 12th fire"."""

Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun takes up: a phrase of the text, whose it is, and how certain that is."""

    place: Place
    """The sentence and the index of the head of a phrase that is no pronoun."""
    actor: str | None
    certainty: float
    """From 0 to 1."""


def find_referents(
    document: Document, actors: Sequence[Actor], weights: Weights | None = None
) -> dict[Place, Referent]:
    """Return what each "it" and "they" takes up, by its sentence and index, where anything is."""
    weights = weights or _weights()
    found: dict[Place, Referent] = {}
    others: dict[tuple[int, str], set[str | None]] = defaultdict(set)
    for pronoun, choices in questions(document, actors):
        index, of = pronoun.phrase.sentence.index, pronoun.phrase.pronoun
        # "It did not rule out closing them": of one sentence, "it" and "them" are two.
        barred = others[index, "they" if of == "it" else "it"]
        choices = tuple(p for p in choices if p.actor is None or p.actor not in barred)
        known = pronoun.phrase.actor  # who tells something, by `pronouns.py`
        if known and of == "it":
            chosen: Referent | None = Referent(pronoun.phrase.place, known, 1.0)
        else:
            chosen = _chosen(pronoun, choices, found, weights)
        if chosen:
            found[pronoun.phrase.place] = chosen
            others[index, of].add(chosen.actor)
    return found


def things_among(referents: Mapping[Place, Referent]) -> dict[Place, Place]:
    """Return the heads of those phrases that tell of no actor."""
    return {place: meant.place for place, meant in referents.items() if meant.actor is None}


def questions(
    document: Document, actors: Sequence[Actor]
) -> Iterator[tuple[Pronoun, tuple[Phrase, ...]]]:
    """Yield each "it" and "they" with the phrases that it may take up, the nearest first."""
    by_sentence: dict[int, list[Phrase]] = defaultdict(list)
    for phrase in find_phrases(document, actors):
        by_sentence[phrase.sentence.index].append(phrase)
    for index, phrases in list(by_sentence.items()):
        for phrase in phrases:
            if not phrase.pronoun:
                continue
            pronoun = pronoun_at(phrase)
            reach = range(index, index - REACH - 1, -1)
            near = (p for at in reach for p in reversed(by_sentence.get(at, ())))
            yield pronoun, tuple(p for p in near if _may_mean(pronoun, p))


def _chosen(
    pronoun: Pronoun,
    choices: Sequence[Phrase],
    found: Mapping[Place, Referent],
    weights: Weights,
) -> Referent | None:
    """Return the likeliest of all things and actors that a pronoun may take up."""
    judges = (_says_of_itself, _has_beside_it, _says_of_its_own)
    sure = (p for p in choices if any(judge(pronoun, p) for judge in judges))
    if meant_surely := next(sure, None):
        return Referent(meant_surely.place, meant_surely.actor, 1.0)
    scores = [_score(pronoun, phrase, rank, weights) for rank, phrase in enumerate(choices)]
    scores.append(sum(weights["nothing"].get(f, 0.0) for f in features_of_nothing(pronoun)))
    most = max(scores)
    shares = [math.exp(score - most) for score in scores]
    chances: dict[str | Place, float] = defaultdict(float)
    meant: dict[str | Place, Referent] = {}
    for phrase, share in zip(choices, shares, strict=False):
        earlier = found.get(phrase.place) if phrase.pronoun else None
        acts = earlier is not None and earlier.actor is not None
        if phrase.pronoun and (earlier is None or (acts and _is_of_a_thing(pronoun))):
            continue
        place, actor = (earlier.place, earlier.actor) if earlier else (phrase.place, phrase.actor)
        key = actor or place
        chances[key] += share / sum(shares)
        meant.setdefault(key, Referent(place, actor, 0.0))
    best = max(chances, key=lambda key: chances[key], default=None)
    if best is None or chances[best] < SURE[pronoun.phrase.pronoun]:
        return None
    return replace(meant[best], certainty=chances[best])


def _score(pronoun: Pronoun, phrase: Phrase, rank: int, weights: Weights) -> float:
    """Return how much tells for a phrase, which says of itself the same to every pronoun."""
    own, cased = (weights[key] for key in pronoun.keys)
    score = phrase.weights.get(pronoun.phrase.pronoun)
    if score is None:
        table = weights[f"{pronoun.phrase.pronoun}: phrase"]
        score = sum(table.get(name, 0.0) for name in phrase.features)
        phrase.weights[pronoun.phrase.pronoun] = score
    for name in features_of_pair(pronoun, phrase, rank):
        score += own.get(name, 0.0)
        score += cased.get(name, 0.0)
    return score


@cache
def _weights() -> Weights:
    table = files(__package__).joinpath("referents.json").read_text(encoding="utf-8")
    weights: dict[str, dict[str, float]] = json.loads(table)
    return defaultdict(dict, weights)


def _says_of_itself(pronoun: Pronoun, phrase: Phrase) -> bool:
    """Say whether a pronoun is whoever says its clause: "Halm Foods said it will close a mill".

    And "It declined to say whether it would".
    """
    sentence, clause = pronoun.phrase.sentence, pronoun.head
    verb = sentence.head(clause) if clause is not None and clause.label == "ccomp" else None
    if verb is None or clause is None or pronoun.case != "subject" or pronoun.keys[0] != "it":
        return False
    # "Said it was too early": there "it" is nothing. "Said it was in talks": the speaker is.
    does = clause.tag.startswith("VB") or sentence.child(clause, "case") is not None
    says = does and lemma(verb.text, verb.tag) in SPEAKING
    above = sentence.head(verb) if verb.label == "xcomp" else None
    tellers = {verb.index} if above is None else {verb.index, above.index}
    named = phrase.head.tag.startswith("NNP") or (phrase.pronoun == "it" and bool(phrase.actor))
    here = phrase.sentence is sentence and phrase.head.head in tellers
    first = phrase.head.label == "nsubj" and phrase.head.index < verb.index < clause.index
    return says and named and here and first


def _says_of_its_own(pronoun: Pronoun, phrase: Phrase) -> bool:
    """Say whether a body tells of its own: "Halm Foods said thieves had copied its recipes".

    Of "said the bank had sold its tower" one cannot tell whose that is.
    """
    sentence, noun = pronoun.phrase.sentence, phrase.head
    owns = pronoun.case == "owner" and pronoun.keys[0] == "it" and phrase.sentence is sentence
    named = noun.label in {"appos", "flat"} and noun.head in pronoun.speakers  # "the vendor Halm"
    tells = noun.index in pronoun.speakers or named
    body = phrase.kind in _OF_BODIES or noun.text.lower() in _BODIES
    doers = [
        sentence.tokens[at]
        for at in takewhile(lambda at: at not in pronoun.speakers, pronoun.subjects)
    ]
    apart = all(
        t.tag in {"NNS", "CD", "JJR"} or is_people_noun(lemma(t.text, t.tag).lower()) for t in doers
    )
    return owns and tells and body and not phrase.pronoun and bool(doers) and apart


def _has_beside_it(pronoun: Pronoun, phrase: Phrase) -> bool:
    """Say whether a pronoun is of what it is joined with: "the party and its leader"."""
    noun, whose = pronoun.head, phrase.head
    joined = noun is not None and noun.label == "conj" and noun.head == whose.index
    body = phrase.kind in _OF_BODIES and not (phrase.pronoun or phrase.whole)
    if not (joined and body and pronoun.case == "owner"):
        return False
    same = phrase.sentence is pronoun.phrase.sentence
    # "Halm's only ally and its lifeline" is Halm's too.
    return same and phrase.sentence.child(whose, "nmod:poss") is None


def _may_mean(pronoun: Pronoun, phrase: Phrase) -> bool:
    """Say whether grammar lets a pronoun take up a phrase: its number, and where both stand."""
    if phrase.head.text.lower() in _NOBODY:
        return False
    if phrase.pronoun and (phrase.pronoun != pronoun.phrase.pronoun or _announces(phrase)):
        return False
    if pronoun.phrase.pronoun == "it":
        several = phrase.plural and phrase.kind not in _OF_BODIES
        acts = _OF_PEOPLE | _OF_BODIES if _is_of_a_thing(pronoun) else _OF_PEOPLE
        agrees = not several and phrase.kind not in acts
        agrees = agrees and not (pronoun.deed == "chair" and phrase.kind == "thing")
        agrees = agrees and not (acts is not _OF_PEOPLE and _is_a_doer(phrase))
    else:
        agrees = phrase.plural or phrase.kind in _OF_BODIES | _OF_PEOPLE | {"name", "pronoun"}
    same = phrase.sentence.index == pronoun.phrase.sentence.index
    beside = _has_beside_it(pronoun, phrase) or _may_stand_beside(pronoun, phrase)
    return agrees and (not same or beside)


def _is_of_a_thing(pronoun: Pronoun) -> bool:
    """Say whether a pronoun is what only a thing is: "when it will be ready", not "ready to go".

    So is what lasts, what has a size, "how deep it goes", an event, "an accident", and what is told
    to be one of a row, "the third dispute", but not "the third union".
    """
    sentence, head = pronoun.phrase.sentence, pronoun.head
    if head is None or pronoun.case != "subject":
        return False
    before = sentence.lower[max(0, pronoun.phrase.head.index - 2) : pronoun.phrase.head.index]
    if before[:1] == ("how",) and before[-1] in _SIZES:
        return True
    if head.text.lower() in _DONE_TO_THINGS and pronoun.phrase.head.label == "nsubj:pass":
        return True
    if head.text.lower() in _STATES_OF_THINGS:
        return sentence.child(head, "xcomp", "advcl", "obl") is None
    one = head.tag == "NN" and sentence.child(head, "cop") and head.text.lower() not in _BODIES
    if (one and head.text.lower() in _EVENTS) or lemma(head.text, head.tag) in _GOING_ON:
        return True
    row = (t for t in sentence.children(head, "amod") if t.index < head.index)
    return bool(one) and any(t.tag == "JJS" or _PLACED.match(t.text.lower()) for t in row)


def _is_a_doer(phrase: Phrase) -> bool:
    """Say whether a name does what bodies do, though it is not known for one: "HES decided"."""
    return (phrase.kind, phrase.case) == ("name", "subject") and phrase.deed in AGENTIVE_VERBS


def _announces(phrase: Phrase) -> bool:
    """Say whether an "it" only announces a clause: "It is not known how deep it goes"."""
    head = phrase.sentence.head(phrase.head)
    if head is None or not phrase.head.label.startswith("nsubj"):
        return False
    told = phrase.sentence.child(head, "ccomp", "csubj", "csubj:pass")
    return told is not None and phrase.sentence.child(head, "aux:pass", "cop") is not None


def _may_stand_beside(pronoun: Pronoun, phrase: Phrase) -> bool:
    """Say whether a pronoun may mean a phrase of its own sentence."""
    sentence, token = pronoun.phrase.sentence, pronoun.phrase.head
    if phrase.head.index >= token.index:  # "In a call with its aide, the Union said"
        owns = phrase.head.index in pronoun.subjects and not (phrase.whole or phrase.pronoun)
        return owns and phrase.head.index not in pronoun.speakers  # "Its leader left, Reis said"
    if phrase.head.index in pronoun.above:  # "rivals" of "its rivals", but "the firm that sold its"
        inner = pronoun.above[: pronoun.above.index(phrase.head.index)]
        return any(sentence.tokens[i].label.startswith("acl") for i in inner)
    if pronoun.case == "owner":
        return True
    reflexive = token.text.lower().endswith(("self", "selves"))
    beside = phrase.top.head == token.head >= 0 and token.label != "conj"
    return phrase.head.head != token.index and (reflexive or not beside)
