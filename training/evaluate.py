"""Measure the shipped model with the shipped code: `python -m training.evaluate WHAT FILE…`.

ner FILE.jsonl   articles with entities over words, as `ner-worldwide-dev.jsonl`
ner FILE.iob2    Universal NER: PER, ORG, LOC
ud FILE.conllu…  tags and trees, on the files' own words
speed FILE…      words a second on one thread, cold start, memory, on the text of .conllu files
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from generator.ingest.segment import segment
from generator.language import tagger
from generator.language.agreement import agree
from generator.language.tagger import load
from generator.language.tree import Sentence
from generator.model import Segment, Span
from training.conllu import conllu
from training.corpora import iob2
from training.relabel import TITLES

Found = tuple[int, int, int, str]
"""Text, first and last character, type."""

_TYPES = {
    "Person": "PERSON", "Organization": "ORG", "Location": "LOC", "Facility": "LOC", "NORP": "NORP",
}  # fmt: skip


@dataclass(frozen=True)
class Text:
    """A text to parse, and the names that people marked in it."""

    text: str
    segments: tuple[Segment, ...]
    names: tuple[tuple[int, int, str], ...] = ()


def main() -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("ner", "ud", "speed"))
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument(
        "--own-words", action="store_true", help="ner .jsonl: use the file's words and sentences"
    )
    parser.add_argument("--alone", action="store_true", help="ner: each sentence for itself")
    parser.add_argument("--model", type=Path, help="another export, to compare with")
    given = parser.parse_args()
    if given.model:
        tagger.MODEL = given.model
    if given.what == "ud":
        counts = [_trees(path) for path in given.files]
        rows = [_accuracy(p.stem, c) for p, c in zip(given.files, counts, strict=True)]
        _print([*rows, _accuracy("all", sum(counts, Counter()))] if len(rows) > 1 else rows)
    elif given.what == "speed":
        _print([_speed(given.files)])
    else:
        for path in given.files:
            _print(names_found(path, own_words=given.own_words, alone=given.alone))


def _print(rows: Sequence[dict[str, str]]) -> None:
    """Print rows as one table."""
    table = [list(rows[0]), *(list(row.values()) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for line in table:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


def _trees(path: Path) -> Counter[str]:
    """Count the words of a file, and those with the right tag, head and relation."""
    read = list(conllu(path))
    segments, text = joined([row.word for row in rows] for _, rows in read)
    counts: Counter[str] = Counter()
    for (_, rows), sentence in zip(read, load().parse(segments, text), strict=True):
        for row, token in zip(rows, sentence.tokens, strict=True):
            head = token.head + 1 == row.head
            counts["tags"] += token.tag == row.tag
            counts["UAS"] += head
            counts["LAS"] += head and token.label == row.label
            counts["LAS without subtypes"] += head and _plain(token.label) == _plain(row.label)
        counts["words"] += len(rows)
    return counts


def _accuracy(name: str, counts: Counter[str]) -> dict[str, str]:
    measures = ("tags", "UAS", "LAS", "LAS without subtypes")
    shares = {measure: f"{counts[measure] / counts['words']:.2%}" for measure in measures}
    return {"file": name, "words": str(counts["words"]), **shares}


def _plain(label: str) -> str:
    return label.partition(":")[0]


def joined(sentences: Iterable[Sequence[str]]) -> tuple[list[Segment], str]:
    """Return segments over a text made of sentences of words, one sentence a line."""
    segments: list[Segment] = []
    lines: list[str] = []
    start = 0
    for paragraph, words in enumerate(sentences):
        starts = accumulate((len(word) + 1 for word in words), initial=start)
        spans = tuple(Span(at, at + len(word)) for at, word in zip(starts, words, strict=False))
        lines.append(" ".join(words))
        segments.append(Segment(start, start + len(lines[-1]), paragraph, spans))
        start += len(lines[-1]) + 1
    return segments, "\n".join(lines)


def names_found(path: Path, *, own_words: bool, alone: bool) -> list[dict[str, str]]:
    """Return precision, recall and F1 by type and of all names."""
    gold: set[Found] = set()
    found: set[Found] = set()
    universal = path.suffix == ".iob2"
    texts = _universal(path) if universal else _articles(path, own_words=own_words)
    types = ("PERSON", "ORG", "LOC") if universal else ("PERSON", "ORG", "LOC", "NORP")
    for number, text in enumerate(texts):
        gold.update((number, *_bare(text.text, *name)) for name in text.names if name[2] in types)
        sentences = load().parse(text.segments, text.text)
        for sentence in sentences if alone else agree(sentences):
            names = (_bare(text.text, *name) for name in _found(sentence))
            found.update((number, *name) for name in names if name[2] in types)
    return [_row(kind, gold, found, types) for kind in (*types, "all")]


def _row(kind: str, gold: set[Found], found: set[Found], types: Sequence[str]) -> dict[str, str]:
    chosen = types if kind == "all" else (kind,)
    wanted = {name for name in gold if name[3] in chosen}
    given = {name for name in found if name[3] in chosen}
    right = len(wanted & given)
    precision, recall = right / max(len(given), 1), right / max(len(wanted), 1)
    score = 2 * right / max(len(wanted) + len(given), 1)
    return {
        "type": kind, "precision": f"{precision:.3f}", "recall": f"{recall:.3f}",
        "F1": f"{score:.3f}", "in the file": str(len(wanted)),
    }  # fmt: skip


def _found(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    for entity in sentence.entities:
        words = sentence.tokens[entity.first : entity.last]
        yield words[0].start, words[-1].end, entity.type


_FIRST_WORD = re.compile(r"(\S+)\s+(?=\S)")


def _bare(text: str, start: int, end: int, kind: str) -> tuple[int, int, str]:
    """Leave out articles and, before persons, titles."""
    dropped = {"the", "a", "an"} | (TITLES if kind == "PERSON" else set())
    while (word := _FIRST_WORD.match(text, start, end)) and word[1].lower() in dropped:
        start = word.end()
    return start, end, kind


def _universal(path: Path) -> Iterator[Text]:
    read = list(iob2(path))
    segments, text = joined(words for words, _ in read)
    names = [
        (own.words[first].start, own.words[last - 1].end, kind)
        for own, (_, marked) in zip(segments, read, strict=True)
        for first, last, kind in marked
    ]
    yield Text(text, tuple(segments), tuple(names))


def _articles(path: Path, *, own_words: bool) -> Iterator[Text]:
    for line in path.read_text(encoding="utf-8").splitlines():
        sentences = json.loads(line)["sentences"]
        if own_words:
            segments, text = joined(s["tokens"] for s in sentences)
            spans = [own.words for own in segments]
            yield Text(text, tuple(segments), tuple(_marked(sentences, spans)))
        else:
            text, spans = as_written([s["tokens"] for s in sentences])
            yield Text(text, segment(text), tuple(_marked(sentences, spans)))


def _marked(
    sentences: Sequence[dict], spans: Sequence[Sequence[Span]]
) -> Iterator[tuple[int, int, str]]:
    for sentence, words in zip(sentences, spans, strict=True):
        for first, last, kind in sentence["entities"]:
            if kind in _TYPES:
                yield words[first].start, words[last - 1].end, _TYPES[kind]


def as_written(sentences: Iterable[Sequence[str]]) -> tuple[str, list[list[Span]]]:
    """Put words back together as an article has them; return the text and each word's place."""
    text = ""
    spans: list[list[Span]] = []
    for words in sentences:
        own: list[Span] = []
        quoted = False
        for index, word in enumerate(words):
            before, after = words[index - 1] if index else "", words[index + 1 : index + 2]
            glued = index == 0 or _glued(before, word, after, quoted=quoted)
            if not glued:
                text += " "
            if word == '"':
                quoted = not quoted
            own.append(Span(len(text), len(text) + len(word)))
            text += word
        spans.append(own)
        text += "\n\n"
    return text, spans


_CLITICS = frozenset("s t re ve ll d m".split())


def _glued(before: str, word: str, after: Sequence[str], *, quoted: bool) -> bool:
    """Tell whether a word stood against the one before it."""
    if word in {".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "”", "…"} or before in {
        "(",
        "[",
        "$",
        "“",
        "#",
        "£",
        "€",
    }:
        return True
    if word in {"-", "/"} or before in {"-", "/"}:
        return True
    if word == '"' or before == '"':
        return quoted
    if word[0] in "'’":
        return len(word) > 1 or (bool(after) and after[0] in _CLITICS)
    if before in {"'", "’"}:
        return word in _CLITICS
    single = len(word) == 1 and word.isupper() and after[:1] == ["."]
    strange = word.isalpha() and len(word) <= 2 and ord(word[0]) > 255
    return (
        (before == "." and single)
        or strange
        or (before.isalpha() and ord(before[-1]) > 255 and word.islower())
    )


_COLD = """
import sys, time
began = time.perf_counter()
from generator.language.tagger import load
from generator.ingest.words import words
from generator.model import Segment
text = "The minister said on Monday that Kenya would not sign the treaty."
load().parse([Segment(0, len(text), 0, words(text, 0, len(text)))], text)
sys.stdout.write(f"{time.perf_counter() - began:.3f}")
"""


def _speed(paths: Sequence[Path]) -> dict[str, str]:
    cold = min(float(_fresh(_COLD)) for _ in range(3))
    text = "\n\n".join(text for path in paths for text, _ in conllu(path))
    segments = segment(text)
    load().parse(segments[:20], text)
    count = sum(len(one.words) for one in segments)
    began = time.process_time()
    load().parse(segments, text)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "words": str(count), "words per second": f"{count / seconds:.0f}",
        "cold start": f"{cold:.2f} s", "peak memory": f"{peak:.0f} MB",
    }  # fmt: skip


def _fresh(program: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout


if __name__ == "__main__":
    main()
