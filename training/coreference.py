"""GUM's coreference -> the weights by which "it" and "they" choose among phrases before them.

usage:
  python -m training.coreference CORPORA                    # write referents.json
  python -m training.coreference CORPORA --validate         # how often unseen pronouns are right

The texts are parsed by the shipped model, so that the weights are those of trees and names as they
are met, mistakes included.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from generator import language
from generator.extract.actors import referents
from generator.extract.actors.gathering import gather
from generator.extract.actors.phrases import Phrase
from generator.extract.actors.referent_features import (
    Pronoun,
    features_of_nothing,
    features_of_pair,
)
from generator.extract.actors.referring import add_references
from generator.extract.reading import Actor
from generator.ingest.segment import segment
from generator.language import gazetteer
from generator.language.tree import Document
from generator.model import Article, Source
from training import gum

OUTPUT = Path(referents.__file__).with_name("referents.json")
SEEN = 5
"""Features that occur less often are left out."""
PENALTY = 4.0
"""Weight of the squares of all weights beside the log-likelihood; of 1, 4, 8 and 15 the best."""
STEPS, PACE = 400, 0.05
FOLDS = 5
SPECIAL = frozenset({"interview", "court", "academic"})
"""Genres of GUM whose pronouns are not used as news uses them."""
SHARES = (0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)
"""Certainties of which the figures are told."""

Array = np.ndarray[Any, Any]
Feature = tuple[str, str]
"""A table of weights and a name in it."""


@dataclass(frozen=True)
class Text:
    """A text of GUM, parsed, with the entities that its words are mentions of."""

    genre: str
    document: Document
    actors: tuple[Actor, ...]
    entities: dict[tuple[int, int, bool], frozenset[str]]
    """By a mention's sentence, head, and whether it is a list."""


@dataclass(frozen=True)
class Question:
    """A pronoun: what tells for each of its choices, the last of them nothing; which are right.

    What is usual in its genre counts too, and is left out of the weights: in speech "it" takes up
    nothing far more often than in news.
    """

    choices: tuple[tuple[Feature, ...], ...]
    right: tuple[bool, ...]


def main() -> None:
    """Learn the weights, or tell how often they are right on texts they were not learnt from."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--validate", action="store_true")
    arguments = parser.parse_args()
    texts = [read(text) for text in gum.texts(arguments.corpora)]
    if arguments.validate:
        validate(texts)
        return
    weights = learn(list(chain.from_iterable(map(questions, texts))))
    rounded = {
        table: {name: round(w, 2) for name, w in sorted(rows.items()) if abs(w) >= 0.005}
        for table, rows in sorted(weights.items())
    }
    OUTPUT.write_text(json.dumps(rounded, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{OUTPUT}: {sum(map(len, rounded.values()))} weights")


def read(text: gum.Text) -> Text:
    """Return a text of GUM as the program reads it."""
    document = language.read(Article(Source(id="s1"), text.text, segment(text.text)))
    actors = add_references(document, gather(document, gazetteer.load()))
    return Text(text.genre, document, actors, _entities(document, text.mentions))


def _entities(
    document: Document, mentions: Iterable[gum.Chained]
) -> dict[tuple[int, int, bool], frozenset[str]]:
    places = [(s, t) for s in document.sentences for t in s.tokens]
    starts = [token.start for _, token in places]
    found: dict[tuple[int, int, bool], set[str]] = defaultdict(set)
    for mention in mentions:
        first, last = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
        if first == last:
            continue
        sentence = places[first][0]
        tokens = [t for s, t in places[first:last] if s is sentence]
        inside = {t.index for t in tokens}
        heads = [t for t in tokens if t.head not in inside]
        head = next((t for t in heads if t.tag not in {"DT", "IN", ",", "POS"}), heads[0])
        whole = any(t.index in inside for t in sentence.children(head, "conj"))
        found[sentence.index, head.index, whole].add(mention.entity)
    return {place: frozenset(entities) for place, entities in found.items()}


def questions(text: Text) -> Iterator[Question]:
    """Yield the pronouns of a text with what there is to choose from."""
    genre = text.genre if text.genre in SPECIAL else "general"
    for pronoun, phrases in referents.questions(text.document, text.actors):
        meant = _of(text, pronoun.phrase)
        right = [bool(meant & _of(text, phrase)) for phrase in phrases]
        told = [tuple(_features(pronoun, phrase, rank)) for rank, phrase in enumerate(phrases)]
        nothing = [("nothing", name) for name in features_of_nothing(pronoun)]
        nothing += [("of the genre", f"{genre}, {key}") for key in pronoun.keys]
        yield Question((*told, tuple(nothing)), (*right, not any(right)))


def _features(pronoun: Pronoun, phrase: Phrase, rank: int) -> Iterator[tuple[str, str]]:
    """Yield what tells for or against a phrase, each with the table that has its weight."""
    own, cased = pronoun.keys
    for name in phrase.features:
        yield f"{own}: phrase", name
    for name in features_of_pair(pronoun, phrase, rank):
        yield own, name
        yield cased, name


def _of(text: Text, phrase: Phrase) -> frozenset[str]:
    return text.entities.get((*phrase.place, phrase.whole), frozenset())


def learn(examples: Sequence[Question]) -> dict[str, dict[str, float]]:
    """Return the weights that make the right choices likeliest: by table, then by feature."""
    counts = Counter(f for q in examples for told in q.choices for f in told)
    names = sorted(feature for feature, count in counts.items() if count >= SEEN)
    number = {feature: i for i, feature in enumerate(names)}
    rows = [told for q in examples for told in q.choices]
    row = np.repeat(np.arange(len(rows)), [sum(f in number for f in told) for told in rows])
    column = np.array([number[f] for told in rows for f in told if f in number])
    question = np.repeat(np.arange(len(examples)), [len(q.choices) for q in examples])
    right = np.array([r for q in examples for r in q.right])
    values = _ascend(row, column, question, right, len(names))
    tables: dict[str, dict[str, float]] = defaultdict(dict)
    for (table, name), value in zip(names, values, strict=True):
        tables[table][name] = float(value)
    usual = tables.pop("of the genre")
    for name, value in usual.items():
        genre, key = name.split(", ")
        if genre == "general":
            tables["nothing"][key] = tables["nothing"].get(key, 0.0) + value
    return tables


def _ascend(row: Array, column: Array, question: Array, right: Array, width: int) -> Array:
    """Return the weights after `STEPS` steps of Adam on the penalised log-likelihood."""
    weights, mean, square = np.zeros(width), np.zeros(width), np.zeros(width)
    for step in range(1, STEPS + 1):
        scores = np.bincount(row, weights[column], len(question))
        shares = np.exp(scores - scores.max())
        total = np.bincount(question, shares)
        good = np.bincount(question, shares * right)
        pull = shares * right / good[question] - shares / total[question]
        slope = np.bincount(column, pull[row], width) - PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        pace = PACE * min(1.0, 2 * (1 - step / (STEPS + 1)))
        weights += pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def validate(texts: Sequence[Text]) -> None:
    """Print how many pronouns are resolved, and how many of these rightly, by their certainty."""
    order = list(texts)
    Random(1).shuffle(order)
    given: Counter[tuple[str, float]] = Counter()
    good: Counter[tuple[str, float]] = Counter()
    asked: Counter[str] = Counter()
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        rest = [text for text in order if text not in held]
        weights = learn(list(chain.from_iterable(map(questions, rest))))
        for text in held:
            found = referents.find_referents(text.document, text.actors, defaultdict(dict, weights))
            for pronoun, _ in referents.questions(text.document, text.actors):
                of, place = pronoun.phrase.pronoun, pronoun.phrase.place
                asked[of] += 1
                if place not in found:
                    continue
                meant, chosen = _of(text, pronoun.phrase), found[place]
                entities = {text.entities.get((*chosen.place, whole)) for whole in (False, True)}
                right = any(meant & e for e in entities if e)
                for share in SHARES:
                    given[of, share] += chosen.certainty >= share
                    good[of, share] += right and chosen.certainty >= share
    for of in asked:
        told = (f"{s}: {good[of, s] / max(1, given[of, s]):.3f} of {given[of, s]}" for s in SHARES)
        print(f"{of:5} {asked[of]}; right at a certainty of", ", ".join(told))


if __name__ == "__main__":
    main()
