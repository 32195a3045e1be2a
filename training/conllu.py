"""CoNLL-U files -> sentences with the rows of their words; what GUM says is mentioned in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_BRACKET = re.compile(r"(\([^()]+(?=\(|\)|$))|([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Row:
    """A word of a treebank: its tag, its head (from 1; 0 for the root) and what else is told."""

    word: str
    tag: str
    head: int
    label: str
    misc: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `last` (exclusive) of a sentence that mention an entity."""

    first: int
    last: int
    head: int
    """Index of the word that governs the others."""
    entity: str
    """The number of a chain of coreference, one for all mentions of an entity in a document."""
    kind: str
    """person, organization, place, object, event, abstract, …"""


def conllu(path: Path) -> Iterator[tuple[str, list[Row]]]:
    """Yield the text and the rows of every sentence of a file, leaving out ranges."""
    rows: list[Row] = []
    text = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            text = line[9:]
        elif line and line[0].isdigit():
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(Row(cells[1], cells[4], int(cells[6]), cells[7], cells[9]))
        elif not line and rows:
            yield text, rows
            rows = []
    if rows:
        yield text, rows


def mentions(rows: Sequence[Row]) -> Iterator[Mention]:
    """Yield the mentions of a sentence from GUM's brackets: "(3-person-…" opens, "3)" closes."""
    opened: list[tuple[str, str, int]] = []
    for index, row in enumerate(rows):
        cell = next((c[7:] for c in row.misc.split("|") if c.startswith("Entity=")), "")
        for opens, closes in _BRACKET.findall(cell):
            if opens:
                entity, kind = opens[1:].split("-")[:2]
                opened.append((entity, kind, index))
            elif opened:  # a mention of one word closes without saying whose
                same = (i for i, (entity, _, _) in enumerate(opened) if entity == closes)
                entity, kind, first = opened.pop(max(same, default=-1))
                inside = range(first, index + 1)
                head = next((i for i in inside if not first < rows[i].head <= index + 1), first)
                yield Mention(first, index + 1, head, entity, kind)
