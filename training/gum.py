"""GUM, the Georgetown University Multilayer corpus -> its texts and whom they mention where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.conllu import conllu, mentions


@dataclass(frozen=True, slots=True)
class Chained:
    """A mention by characters of its text: where it and its head begin, and of whom it is."""

    entity: str
    kind: str
    start: int
    end: int
    head: int
    word: str
    """Its head, and the head's tag."""
    tag: str


@dataclass(frozen=True, slots=True)
class Text:
    """A document: its name (GUM_news_asylum), its text, and all mentions of entities in it."""

    name: str
    text: str
    mentions: tuple[Chained, ...]

    @property
    def genre(self) -> str:
        """news, interview, bio, …"""
        return self.name.split("_")[1]


def texts(corpora: Path, genre: str = "*") -> Iterator[Text]:
    """Yield the documents of `corpora/gum`, or those of one genre, by name."""
    for path in sorted((corpora / "gum").glob(f"GUM_{genre}_*.conllu")):
        yield _read(path)


def _read(path: Path) -> Text:
    whole = ""
    found: list[Chained] = []
    for (text, rows), opens in zip(conllu(path), _paragraphs(path), strict=True):
        whole += ("\n\n" if opens else " ") if whole else ""
        starts, end = [], 0
        for row in rows:
            starts.append(len(whole) + text.index(row.word, end))
            end = starts[-1] - len(whole) + len(row.word)
        for m in mentions(rows):
            head, last = rows[m.head], m.last - 1
            found.append(
                Chained(
                    m.entity,
                    m.kind,
                    starts[m.first],
                    starts[last] + len(rows[last].word),
                    starts[m.head],
                    head.word,
                    head.tag,
                )
            )
        whole += text
    return Text(path.stem, whole, tuple(found))


def _paragraphs(path: Path) -> Iterator[bool]:
    """Yield whether each sentence of a file opens a paragraph."""
    opens = False
    for line in path.read_text(encoding="utf-8").splitlines():
        opens = opens or line == "# newpar"
        if line.startswith("# text = "):
            yield opens
            opens = False
