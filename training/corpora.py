"""Read the corpora of a folder into examples: words with what each corpus knows of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from generator.ingest.words import words as cut
from training import relabel
from training.conllu import Mention, Row, conllu, mentions
from training.labels import ANY, OUTSIDE_OR_MISC, Name, as_label_sets, names_of
from training.marked import marked

SENTENCES = Path(__file__).with_name("sentences")
"""News written for the training, with its names marked."""
HELD_OUT = frozenset(
    "GUM_news_afghan GUM_news_asylum GUM_news_korea GUM_news_worship GUM_interview_herrick "
    "GUM_bio_byron".split()
)
"""GUM documents that no model is trained on."""

_GMB_TYPES = {
    "per": "PERSON",
    "org": "ORG",
    "geo": "LOC",
    "gpe": "LOC",
    "art": "MISC",
    "eve": "MISC",
    "nat": "MISC",
}
_GMB_SCRAPS = frozenset(
    "Prime prime North South East West Republic Party II I Ills State Open General President "
    "Council Ministry House Army navy English Western Mr. Ms. Mrs. Lanka and of".split()
)
"""Pieces that gmb often leaves of longer names: unknown rather than wrong."""
_SHORT_TYPES = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}
_GUM_TYPES = {
    "person": "PERSON", "organization": "ORG", "place": "LOC", "event": "MISC", "object": "MISC",
    "abstract": "MISC",
}  # fmt: skip
_GUM_GENRES = frozenset({"news", "interview", "bio", "voyage"})
"""Genres whose entities are used; courts and academic papers name other things."""
_RE3D_TYPES = {"Person": "PERSON", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence: allowed entity labels per word, and its tree where there is one."""

    corpus: str
    words: tuple[str, ...]
    entities: tuple[int, ...]
    tags: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    """Positions of the heads, from 1; 0 for the root."""
    labels: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    """The names of a sentence that has no tree, for swapping."""


def read_all(folder: Path, places: frozenset[str]) -> list[Example]:
    """Read everything that is trained on; `places` are names that are never organisations."""
    trees = [*_ewt(folder), *_gum(folder, places)]
    names = [*_gmb(folder, places), *_wikigold(folder), *_re3d(folder, places), *_written()]
    return [example for example in [*trees, *names] if example.words]


def iob2(path: Path) -> Iterator[tuple[list[str], list[Name]]]:
    """Yield the words and names of every sentence of a UNER file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [
            line.split("\t") for line in block.splitlines() if line and not line.startswith("#")
        ]
        if rows:
            names = names_of(row[2].replace("OTH", "MISC") for row in rows)
            yield [row[1] for row in rows], [(a, b, _SHORT_TYPES[t]) for a, b, t in names]


def _with_tree(corpus: str, rows: Sequence[Row], entities: tuple[int, ...]) -> Example:
    return Example(
        corpus,
        tuple(row.word for row in rows),
        entities,
        tuple(row.tag for row in rows),
        tuple(row.head for row in rows),
        tuple(row.label for row in rows),
    )


def _ewt(folder: Path) -> Iterator[Example]:
    for _, rows in conllu(folder / "ud" / "ewt-train.conllu"):
        words = [row.word for row in rows]
        sets = tuple(_sure_outside(words, rows))
        yield _with_tree("ewt-train", rows, sets)
    named = {tuple(words): names for words, names in iob2(folder / "ner" / "uner-ewt-test.iob2")}
    for _, rows in conllu(folder / "ud" / "ewt-test.conllu"):
        words = [row.word for row in rows]
        sets = tuple(_sure_outside(words, rows))
        if tuple(words) in named:
            names = relabel.settle(words, named[tuple(words)])
            proper = [row.tag in {"NNP", "NNPS"} for row in rows]
            unsure = relabel.doubtful(words, names, proper, OUTSIDE_OR_MISC)
            sets = as_label_sets(len(words), names, unsure)
        yield _with_tree("ewt-test", rows, sets)


def _sure_outside(words: Sequence[str], rows: Sequence[Row]) -> Iterator[int]:
    """Yield O for words that are no part of a name by their tag and capitals, else anything."""
    for word, row in zip(words, rows, strict=True):
        outside = row.tag in {"VBD", "VBZ", "VBP", "MD", "PRP", "PRP$", ".", "WDT", "WP", "RB"}
        yield 1 if outside and not word[:1].isupper() else ANY


def _gum(folder: Path, places: frozenset[str]) -> Iterator[Example]:
    for path in sorted((folder / "gum").glob("*.conllu")):
        if path.stem in HELD_OUT:
            continue
        for _, rows in conllu(path):
            words = [row.word for row in rows]
            if path.stem.split("_")[1] not in _GUM_GENRES:
                yield _with_tree(path.stem, rows, tuple(_sure_outside(words, rows)))
                continue
            found = _outermost(_gum_names(rows, mentions(rows)))
            names = relabel.settle(words, [relabel.retype(words, n, places, {}) for n in found])
            proper = [row.tag in {"NNP", "NNPS"} for row in rows]
            unsure = relabel.doubtful(words, names, proper, ANY)
            yield _with_tree(path.stem, rows, as_label_sets(len(words), names, unsure))


def _gum_names(rows: Sequence[Row], found: Iterable[Mention]) -> Iterator[Name]:
    words, tags = [row.word for row in rows], [row.tag for row in rows]
    for mention in found:
        head = mention.head
        if mention.kind not in _GUM_TYPES:
            continue
        if tags[head] not in {"NNP", "NNPS"} or not words[head][:1].isupper():
            continue
        whole = (mention.first, mention.last, _GUM_TYPES[mention.kind])
        name = relabel.strip_name(words, relabel.name_in(words, tags, head, whole))
        if name:
            yield name


def _outermost(names: Iterable[Name]) -> list[Name]:
    """Keep the longest of names that overlap."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n[0] - n[1], n[0])):
        if all(name[1] <= other[0] or name[0] >= other[1] for other in kept):
            kept.append(name)
    return sorted(kept)


def _recut(words: Sequence[str], labels: Sequence[str]) -> tuple[list[str], list[str]]:
    """Cut the words of another corpus as ours are cut, labels along."""
    new_words: list[str] = []
    new_labels: list[str] = []
    for word, label in zip(words, labels, strict=True):
        going_on = f"{word} x"
        parts = [going_on[s.start : s.end] for s in cut(going_on, 0, len(going_on))][:-1]
        for position, part in enumerate(parts):
            new_words.append(part)
            new_labels.append(f"I{label[1:]}" if position and label != "O" else label)
    return new_words, new_labels


def _gmb_sentences(folder: Path) -> Iterator[tuple[list[str], list[Name]]]:
    with (folder / "ner" / "gmb.csv").open(encoding="latin-1", newline="") as file:
        rows = list(csv.reader(file))[1:]
    starts = [index for index, row in enumerate(rows) if row[0]]
    for start, end in pairwise(starts):
        words, labels = _recut([r[1] for r in rows[start:end]], [r[3] for r in rows[start:end]])
        typed = [(a, b, _GMB_TYPES[kind]) for a, b, kind in names_of(labels) if kind in _GMB_TYPES]
        yield words, _joined(words, [n for name in typed if (n := relabel.strip_name(words, name))])


def _joined(words: Sequence[str], names: list[Name]) -> list[Name]:
    """Mend names that gmb cuts in two: `Sri` `Lanka`, `President` `Bush Number`."""
    mended: list[Name] = []
    for name in names:
        if (
            mended
            and mended[-1][1] == name[0]
            and words[mended[-1][0]] in {"Sri", "San", "Saint", "New"}
        ):
            mended[-1] = (mended[-1][0], name[1], name[2])
        elif " ".join(words[name[0] : name[1]]) not in _GMB_SCRAPS:
            mended.append(name)
    return mended


def _gmb(folder: Path, places: frozenset[str]) -> Iterator[Example]:
    sentences = [(w, relabel.settle(w, names)) for w, names in _gmb_sentences(folder)]
    agreed = relabel.agreed_types(sentences)
    strong = relabel.strong_types(sentences)
    for words, names in sentences:
        settled = relabel.settle(words, [relabel.retype(words, n, places, agreed) for n in names])
        yield _named("gmb", words, relabel.repeated(words, settled, strong))


def _named(corpus: str, words: Sequence[str], names: Sequence[Name]) -> Example:
    unsure = relabel.doubtful(words, names, relabel.looks_proper(words), ANY)
    sets = as_label_sets(len(words), names, unsure)
    return Example(corpus, tuple(words), sets, names=tuple(names))


def _blocks(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if len(line.split()) == 2]
        if rows:
            yield _recut([row[0] for row in rows], [row[1] for row in rows])


def _wikigold(folder: Path) -> Iterator[Example]:
    for words, labels in _blocks(folder / "ner" / "wikigold.conll"):
        names = [(a, b, _SHORT_TYPES[kind]) for a, b, kind in names_of(labels)]
        kept = [name for n in names if (name := relabel.strip_name(words, n))]
        example = _named("wikigold", words, relabel.settle(words, kept))
        yield replace(example, entities=tuple(s if s != ANY else 1 for s in example.entities))


def _re3d(folder: Path, places: frozenset[str]) -> Iterator[Example]:
    """Read the named mentions of re3d; what else is capitalised is unknown."""
    for path in sorted((folder / "ner").glob("re3d-*.conll")):
        for words, labels in _blocks(path):
            spans = [n for n in names_of(labels) if n[2] in _RE3D_TYPES]
            named = [(a, b, _RE3D_TYPES[t]) for a, b, t in spans if _all_named(words[a:b])]
            kept = [name for n in named if (name := relabel.strip_name(words, n))]
            settled = [relabel.retype(words, name, places, {}) for name in kept]
            yield _named("re3d", words, relabel.settle(words, settled))


def _written() -> Iterator[Example]:
    """Read the sentences that were written for this: every name in them is marked."""
    for path in sorted(SENTENCES.glob("*.txt")):
        for words, marked_names, unsure in marked(path):
            typed = [(a, b, relabel.FIXED.get(" ".join(words[a:b]), t)) for a, b, t in marked_names]
            names = relabel.settle(words, typed)
            sets = as_label_sets(len(words), names, unsure)
            yield Example("written", tuple(words), sets, names=tuple(names))


_PRONOUNS = frozenset("I He She It We They You My His Her Our Their Its This These Those".split())


def _all_named(words: Sequence[str]) -> bool:
    rest = words[1:] if words[0].lower() in {"the", "a", "an"} else words
    return (
        bool(rest)
        and rest[0] not in _PRONOUNS
        and all(
            w[:1].isupper()
            or w.lower() in {"of", "the", "and", "al", "-", "for", "'s", "de", "bin", "el"}
            for w in rest
        )
    )
