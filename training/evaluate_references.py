"""Texts with known references -> how many of them are understood to mean the right actor.

usage: python -m training.evaluate_references CORPORA [--genres news,interview] [--detail]

Reads the coreference of GUM in `CORPORA/gum`. The texts go through the shipped program as plain
text; its own parse counts. "He", "she" or a common noun ("the company") is right where the actor
that it was given is otherwise called by mentions of the same chain. Recall is over those whose
chain has a name. For "it" and "they" there is `training/coreference.py --validate`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from generator import ingest, language, yamlio
from generator.extract.actors.finding import find_actors_and_things
from generator.extract.actors.genders import FEMALE, MALE
from generator.extract.reading import Actor
from generator.extract.words.titles import NAMING_TAGS
from generator.language import gazetteer
from generator.language.tree import Document
from generator.model import Span
from training.evaluate_extraction import Alignment
from training.gum import Chained, texts

ACTORS = frozenset({"person", "organization"})
"""What a chain may be of to count."""


def _how(mention: Chained) -> str | None:
    """Return whether a mention is "he", "she" or a phrase; None for names and other pronouns."""
    phrase = "phrase" if mention.tag in {"NN", "NNS"} else None
    return "he, she" if mention.word.lower() in MALE | FEMALE else phrase


def main() -> None:
    """Print precision and recall of each kind of reference."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--genres", default="news,interview")
    parser.add_argument("--detail", action="store_true")
    arguments = parser.parse_args()
    totals: Counter[tuple[str, str]] = Counter()
    genres = arguments.genres.split(",")
    for gold in chain.from_iterable(texts(arguments.corpora, genre) for genre in genres):
        for kind, outcome, told in judged(gold.text, gold.mentions, _read(gold.text)):
            totals[kind, outcome] += 1
            if arguments.detail and outcome != "right":
                print(f"{outcome}: {told}")
    for kind in ("he, she", "phrase"):
        print(kind, _figures(totals, kind))


def _figures(totals: Counter[tuple[str, str]], kind: str) -> str:
    right, wrong = totals[kind, "right"], totals[kind, "wrong"]
    wanted = right + totals[kind, "missed"] + totals[kind, "mixed up"]
    wrong += totals[kind, "mixed up"]
    return (
        f"precision {right / max(1, right + wrong):.3f} recall {right / max(1, wanted):.3f}"
        f" ({right} right, {wrong} wrong, {wanted} wanted)"
    )


def judged(
    text: str, mentions: Sequence[Chained], document: Document
) -> Iterator[tuple[str, str, str]]:
    """Yield the kind of each reference, whether it was understood, and the words around it."""
    given, chain_of = _understood(text, mentions, document)
    named = {m.entity for m in mentions if m.tag in NAMING_TAGS and m.kind in ACTORS}
    for gold in {m.head: m for m in sorted(mentions, key=_width)}.values():
        actor = given.get(gold.head)
        wanted = gold.entity in named and gold.kind in ACTORS
        how = _how(gold)
        if how is None or not (actor or wanted):
            continue
        around = text[max(0, gold.head - 80) : gold.head + 60].replace("\n", " ")
        told = f"[{gold.word}] -> {actor.name if actor else None} | …{around}"
        if actor is None:
            yield how, "missed", told
        elif chain_of[actor.id] == gold.entity:
            yield how, "right", told
        else:
            yield how, "mixed up" if wanted else "wrong", told


def _understood(
    text: str, mentions: Sequence[Chained], document: Document
) -> tuple[dict[int, Actor], dict[str, str]]:
    """Return the actor that is given to each reference, and the chain that is each actor's."""
    align = Alignment(document.text, text)
    given: dict[int, Actor] = {}
    chain_of: dict[str, str] = {}
    for actor in find_actors_and_things(document, gazetteer.load())[0]:
        chains: Counter[str] = Counter()
        for m in actor.mentions:
            place = align.span(Span(m.start, m.end))
            if m.kind in {"pronoun", "role"}:
                token = document.sentences[m.sentence].tokens[m.head]
                given[align.span(Span(token.start, token.end))[0]] = actor
            else:
                around = [g for g in mentions if g.start <= place[0] and place[1] <= g.end]
                narrow = min(around, key=_width, default=None)
                chains.update([narrow.entity] if narrow else [])
        chain_of[actor.id] = chains.most_common(1)[0][0] if chains else ""
    return given, chain_of


def _width(gold: Chained) -> int:
    return gold.end - gold.start


def _read(text: str) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        seed = Path(folder) / "text.txt"
        seed.write_text(text, encoding="utf-8")
        article, _ = ingest.read_seed(seed, seed.parent, yamlio.load_mapping)
        return language.read(article)


if __name__ == "__main__":
    main()
