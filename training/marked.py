"""Sentences with their names marked in brackets -> words and names.

A line is a sentence: `[ORG Nile Rail] sold two engines to [LOC Kenya].` Types are those of the
network, `?` is a name of unknown type; empty lines part one piece of news from the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.ingest.words import words as cut
from training.labels import ANY, TYPES, Name

_MARK = re.compile(rf"\[({'|'.join(TYPES)}|\?) ([^\[\]]+)\]")


def marked(path: Path) -> Iterator[tuple[list[str], list[Name], dict[int, int]]]:
    """Yield the words, the names and the unsure words of every sentence of a file.

    Raises ValueError with file and line for brackets that mark nothing.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        text, marks = _without_marks(line.strip())
        if "[" in text or "]" in text:
            raise ValueError(f"{path}:{number}: A bracket marks no name.")
        spans = list(cut(text, 0, len(text)))
        names: list[Name] = []
        unsure: dict[int, int] = {}
        for start, end, kind in marks:
            inside = [i for i, span in enumerate(spans) if span.start < end and span.end > start]
            whole = spans[inside[0]].start == start and spans[inside[-1]].end == end
            if whole and kind != "?":
                names.append((inside[0], inside[-1] + 1, kind))
            else:
                unsure |= dict.fromkeys(inside, ANY)
        yield [text[span.start : span.end] for span in spans], names, unsure


def _without_marks(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, marks, at = "", [], 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        marks.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        at = match.end()
    return text + line[at:], marks
