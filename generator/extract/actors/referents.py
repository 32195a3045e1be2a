"""What "it" and "they" take up: a phrase before them, or a whole clause, or nothing.

Every phrase of the last sentences is weighed, with what tells for and against it as features of a
log-linear model, beside the chance that none of them is meant. The weights are learnt from the
coreference of GUM by `training/coreference.py`; training/README.md has what it reaches.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from generator.extract.actors.phrases import Phrase, find_phrases
from generator.extract.reading import Actor, Place
from generator.extract.words.lexicon import AGENTIVE_VERBS, POSSESSED_ACTS
from generator.extract.words.speech_verbs import SPEAKING
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token

REACH = 3
"""Sentences: how far back a pronoun looks for what it stands for."""
SURE = {"it": 0.4, "they": 0.35}
"""Certainty below which a pronoun takes up nothing; training/README.md tells what this gives."""
_OF_PEOPLE = frozenset({"person", "group"})
_OF_BODIES = frozenset({"organisation", "country"})
_NEAR, _FAR = (4, 8, 16), 6
"""Words between a phrase and a pronoun, and phrases between them, told apart up to so many."""

Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun takes up: a phrase of the text, whose it is, and how certain that is."""

    place: Place
    """The sentence and the index of the head of a phrase that is no pronoun."""
    actor: str | None
    certainty: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """An "it" or "they" and where it stands."""

    phrase: Phrase
    case: str
    """subject, object, owner or other."""
    subjects: tuple[int, ...]
    """Heads of the subjects of the clauses around it, nearest first."""
    speakers: frozenset[int]
    """Heads of those who say the clauses around it."""
    above: tuple[int, ...]
    """Itself, its head, the head's head, …"""

    @property
    def head(self) -> Token | None:
        """What it depends on."""
        return self.phrase.sentence.head(self.phrase.head)

    @property
    def keys(self) -> tuple[str, str]:
        """The names of the weights that count for it."""
        return self.phrase.pronoun, f"{self.phrase.pronoun} {self.case}"


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
        chosen = _chosen(pronoun, choices, found, weights)
        if chosen:
            found[pronoun.phrase.place] = chosen
            others[index, of].add(chosen.actor)
    return found


def find_things(document: Document, actors: Sequence[Actor]) -> dict[Place, Place]:
    """Return the heads of the things that "it" and "they" take up, by the pronouns' places."""
    return things_among(find_referents(document, actors))


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
            pronoun = _pronoun(phrase)
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
    if speaker := next((p for p in choices if _says_of_itself(pronoun, p)), None):
        return Referent(speaker.place, speaker.actor, 1.0)
    scores = [
        sum(weights[table].get(name, 0.0) for table, name in features_of(pronoun, phrase, rank))
        for rank, phrase in enumerate(choices)
    ]
    scores.append(sum(weights["nothing"].get(f, 0.0) for f in features_of_nothing(pronoun)))
    most = max(scores)
    shares = [math.exp(score - most) for score in scores]
    chances: dict[str | Place, float] = defaultdict(float)
    meant: dict[str | Place, Referent] = {}
    for phrase, share in zip(choices, shares, strict=False):
        earlier = found.get(phrase.place) if phrase.pronoun else None
        if phrase.pronoun and earlier is None:
            continue
        place, actor = (earlier.place, earlier.actor) if earlier else (phrase.place, phrase.actor)
        key = actor or place
        chances[key] += share / sum(shares)
        meant.setdefault(key, Referent(place, actor, 0.0))
    best = max(chances, key=lambda key: chances[key], default=None)
    if best is None or chances[best] < SURE[pronoun.phrase.pronoun]:
        return None
    return replace(meant[best], certainty=chances[best])


@cache
def _weights() -> Weights:
    table = files(__package__).joinpath("referents.json").read_text(encoding="utf-8")
    weights: dict[str, dict[str, float]] = json.loads(table)
    return defaultdict(dict, weights)


def _says_of_itself(pronoun: Pronoun, phrase: Phrase) -> bool:
    """Say whether a pronoun is whoever says its clause: "Halm Foods said it will close a mill"."""
    sentence, clause = pronoun.phrase.sentence, pronoun.head
    verb = sentence.head(clause) if clause is not None and clause.label == "ccomp" else None
    if verb is None or clause is None or pronoun.case != "subject" or pronoun.keys[0] != "it":
        return False
    talks = clause.text.lower() in {"talks", "negotiations"}  # "said it was in talks"
    says = (talks or clause.tag.startswith("VB")) and lemma(verb.text, verb.tag) in SPEAKING
    body = phrase.head.tag.startswith("NNP") or (talks and phrase.kind == "organisation")
    named = body and phrase.head.label == "nsubj"
    here = phrase.sentence is sentence and phrase.head.head == verb.index
    return says and named and here and phrase.head.index < verb.index < clause.index


def _pronoun(phrase: Phrase) -> Pronoun:
    sentence, token = phrase.sentence, phrase.head
    path = tuple(sentence.path_to_root(token))
    subjects = (sentence.child(above, "nsubj", "nsubj:pass") for above in path)
    return Pronoun(
        phrase,
        _case(token),
        tuple(s.index for s in subjects if s and token not in sentence.subtree(s)),
        frozenset(_speakers(sentence, path)),
        tuple(above.index for above in path),
    )


def _case(token: Token) -> str:
    if token.tag == "PRP$" or token.label == "nmod:poss":
        return "owner"
    if token.label.startswith("nsubj"):
        return "subject"
    return "object" if token.label in {"obj", "iobj"} else "other"


def _speakers(sentence: Sentence, path: Sequence[Token]) -> Iterator[int]:
    for clause in path:
        verb = sentence.head(clause) if clause.label in {"ccomp", "parataxis"} else None
        subject = sentence.child(verb, "nsubj") if verb else None
        if verb and subject and lemma(verb.text, verb.tag) in SPEAKING:
            yield subject.index


def _may_mean(pronoun: Pronoun, phrase: Phrase) -> bool:
    """Say whether grammar lets a pronoun take up a phrase: its number, and where both stand."""
    if phrase.pronoun and phrase.pronoun != pronoun.phrase.pronoun:
        return False
    if pronoun.phrase.pronoun == "it":
        several = phrase.plural and phrase.kind not in _OF_BODIES
        agrees = not several and phrase.kind not in _OF_PEOPLE
    else:
        agrees = phrase.plural or phrase.kind in _OF_BODIES | _OF_PEOPLE | {"name", "pronoun"}
    same = phrase.sentence.index == pronoun.phrase.sentence.index
    return agrees and (not same or _may_stand_beside(pronoun, phrase))


def _may_stand_beside(pronoun: Pronoun, phrase: Phrase) -> bool:
    """Say whether a pronoun may mean a phrase of its own sentence."""
    sentence, token = pronoun.phrase.sentence, pronoun.phrase.head
    if phrase.head.index >= token.index:  # "In a call with its aide, the Union said"
        return phrase.head.index in pronoun.subjects and not (phrase.whole or phrase.pronoun)
    if phrase.head.index in pronoun.above:  # "rivals" of "its rivals", but "the firm that sold its"
        inner = pronoun.above[: pronoun.above.index(phrase.head.index)]
        return any(sentence.tokens[i].label.startswith("acl") for i in inner)
    if pronoun.case == "owner":
        return True
    reflexive = token.text.lower().endswith(("self", "selves"))
    beside = phrase.top.head == token.head >= 0 and token.label != "conj"
    return phrase.head.head != token.index and (reflexive or not beside)


def features_of(pronoun: Pronoun, phrase: Phrase, rank: int) -> Iterator[tuple[str, str]]:
    """Yield what tells for or against a phrase, each with the table that has its weight."""
    own, cased = pronoun.keys
    for name in phrase.features:
        yield f"{own}: phrase", name
    for name in features_of_pair(pronoun, phrase, rank):
        yield own, name
        yield cased, name


def features_of_nothing(pronoun: Pronoun) -> Iterator[str]:
    """Yield what tells that a pronoun takes up no phrase: "it was clear that", "They say"."""
    sentence, token, head = pronoun.phrase.sentence, pronoun.phrase.head, pronoun.head
    own, cased = pronoun.keys
    yield own
    yield cased
    yield f"word={token.text.lower()}"
    yield f"{cased}, relation={token.label}"
    if head is not None:
        yield f"{own}, head={lemma(head.text, head.tag).lower()}"
        if sentence.child(head, "ccomp", "xcomp", "csubj", "csubj:pass"):
            yield f"{cased}, clause"
        if sentence.child(head, "cop"):
            yield f"{cased}, is {head.tag[:2]}"
        if sentence.child(head, "aux:pass"):
            yield f"{cased}, passive"
    if token.index == 0:
        yield f"{cased}, first"
    if pronoun.phrase.quoted:
        yield f"{cased}, quoted"
    if pronoun.subjects:
        yield f"{cased}, below"


def features_of_pair(pronoun: Pronoun, phrase: Phrase, rank: int) -> Iterator[str]:
    """Yield what tells for or against a phrase; `rank` counts the phrases nearer to the pronoun."""
    distance = pronoun.phrase.sentence.index - phrase.sentence.index
    yield f"sentences={distance}"
    yield f"phrases={min(rank, _FAR)}"
    if distance == 0:
        yield from _within_a_sentence(pronoun, phrase)
    else:
        yield f"sentences={distance}, role={phrase.role}"
        verb = phrase.sentence.head(phrase.top)
        if phrase.role.startswith("nsubj") and verb is not None and verb.label == "root":
            yield f"sentences={distance}, main subject"
        if phrase.sentence.paragraph != pronoun.phrase.sentence.paragraph:
            yield "other paragraph"
    case = _case(phrase.top)
    yield f"{pronoun.case} after {case}"
    if case == pronoun.case:
        yield "parallel"
    if phrase.quoted != pronoun.phrase.quoted:
        yield "quoted, meant outside" if pronoun.phrase.quoted else "unquoted, meant inside"
    if phrase.pronoun:
        same = phrase.head.text.lower() == pronoun.phrase.head.text.lower()
        yield "same pronoun" if same else "other form"
    yield from _of_deeds(pronoun, phrase)


def _within_a_sentence(pronoun: Pronoun, phrase: Phrase) -> Iterator[str]:
    sentence, token, head = pronoun.phrase.sentence, pronoun.phrase.head, phrase.head
    if head.index > token.index:
        yield "ahead"
        return
    if phrase.top.index in pronoun.subjects:
        level = min(pronoun.subjects.index(phrase.top.index), 2)
        yield f"subject above={level}"
        yield f"subject above={level}, {phrase.kind}"
    else:
        yield "no subject above"
    if phrase.top.index in pronoun.speakers:
        yield "said by"
        yield f"said by, {phrase.kind}"
    yield f"words={sum(token.index - head.index >= words for words in _NEAR)}"
    if head.index in pronoun.above:
        yield "told of by a relative clause"
    if sentence.clause(token) is sentence.clause(head):
        yield "same clause"


def _of_deeds(pronoun: Pronoun, phrase: Phrase) -> Iterator[str]:
    """Yield how what a pronoun does, or has, fits what a phrase tells of."""
    head = pronoun.head
    if head is None:
        return
    word = lemma(head.text, head.tag).lower()
    other = phrase.sentence.head(phrase.top)
    if other is not None and other is not head and lemma(other.text, other.tag).lower() == word:
        yield "same deed"  # "The school closed. Nobody said why it had closed."
    verb = head.tag.startswith("VB") and pronoun.case == "subject"
    if verb and word in AGENTIVE_VERBS and pronoun.phrase.head.label == "nsubj":
        yield f"acts, {phrase.kind}"
    if verb and word in SPEAKING:
        yield f"speaks, {phrase.kind}"
        yield "speaks again" if phrase.speaks else "had not spoken"
    if pronoun.case == "owner" and word in POSSESSED_ACTS:
        yield f"has an act, {phrase.kind}"
    yield f"head={head.tag[:2]}, {phrase.kind}"
