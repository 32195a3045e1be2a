"""Articles with known answers -> drafts by the shipped program -> the scores of a given scorer.

usage:
  python -m training.evaluate_extraction 5w1h GOLD.jsonl --scorer SCORER.py
  python -m training.evaluate_extraction attribution GOLD.jsonl --scorer SCORER.py
  python -m training.evaluate_extraction briefings ARTICLES/ --gold GOLD/ --scorer SCORER.py
  (briefings with --detail to name each miss)
  (each with --keep FOLDER to keep the predictions)

The rows of a JSON file reach the program as Markdown seeds with front matter, as a person would
save them. A scorer is a script called with the gold file and the predictions.
"""

from __future__ import annotations

import argparse
import bisect
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator import ingest, language, yamlio
from generator.errors import BriefingError
from generator.extract import drafting
from generator.extract.reading import Actor
from generator.language import gazetteer
from generator.language.tree import Document
from generator.model import SECTIONS, Draft, Quote, Span

Row = dict[str, Any]
FRONT_MATTER = ("title", "published", "publisher", "url")
PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
LONGEST = 3000
"""How far from its start a sentence is searched for a name."""
REACH = 400
"""How many signs of the original may be missing from the text between two words."""


def main() -> None:
    """Draft the articles of one evaluation and print what its scorer says."""
    arguments = _arguments()
    keep = Path(arguments.keep or tempfile.mkdtemp(prefix="evaluation-"))
    keep.mkdir(parents=True, exist_ok=True)
    COMMANDS[arguments.kind](arguments, keep)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=sorted(COMMANDS))
    parser.add_argument("articles", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--detail", action="store_true")
    parser.add_argument("--keep")
    return parser.parse_args()


def evaluate_5w1h(arguments: argparse.Namespace, keep: Path) -> None:
    """Score who, what, when, where, why and how."""
    read = _read_rows(arguments.articles)
    _answer(keep / "5w1h.jsonl", read, lambda row, document: answers(_draft(document)))
    _score(arguments.scorer, arguments.articles, keep / "5w1h.jsonl")
    _tell_grounding([document for _, document in read])


def evaluate_attribution(arguments: argparse.Namespace, keep: Path) -> None:
    """Score who said what: first all that was understood, then the quotes of the briefing."""
    read = _read_rows(arguments.articles)
    _answer(keep / "understood.jsonl", read, understood)
    print("everything understood:", flush=True)
    _score(arguments.scorer, arguments.articles, keep / "understood.jsonl")
    _answer(keep / "quotes.jsonl", read, quoted)
    print("the quotes of the briefing:", flush=True)
    _score(arguments.scorer, arguments.articles, keep / "quotes.jsonl")
    _tell_grounding([document for _, document in read])


def evaluate_briefings(arguments: argparse.Namespace, keep: Path) -> None:
    """Score whole briefings."""
    read = {seed: _read(seed) for seed in sorted(arguments.articles.iterdir())}
    for seed, document in read.items():
        content = _draft(document).model_dump(mode="json", exclude_none=True)
        content["sources"] = [{"id": "s1", "file": seed.name}]
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (keep / f"{seed.stem}.yaml").write_text(text, encoding="utf-8")
    options = ["--gold", arguments.gold] if arguments.gold else []
    options += ["--detail"] if arguments.detail else []
    _score(arguments.scorer, keep, *options)
    _tell_grounding([*read.values()])


COMMANDS: dict[str, Callable[[argparse.Namespace, Path], None]] = {
    "5w1h": evaluate_5w1h,
    "attribution": evaluate_attribution,
    "briefings": evaluate_briefings,
}


def answers(draft: Draft) -> Row:
    """Return the answers of a draft to the six questions, best first."""
    return {
        "who": [item.name for item in draft.who],
        "what": [item.action or item.statement for item in draft.what],
        "when": [item.text for item in draft.when],
        "where": [item.name for item in draft.where],
        "why": [item.text for item in draft.why],
        "how": [item.text for item in draft.how],
    }


def understood(row: Row, document: Document) -> Row:
    """Return every attribution found in an article."""
    align = Alignment(document.text, row["text"])
    found = drafting.read_closely(document, _places()).attributions
    return {
        "attributions": [
            {
                "source": [align.span(span) for span in one.source],
                "content": [align.span(span) for span in one.content],
            }
            for one in found
        ]
    }


def quoted(row: Row, document: Document) -> Row:
    """Return the quotes of a draft: their texts and the words of their speakers in the article."""
    align = Alignment(document.text, row["text"])
    draft = _draft(document)
    names = {a.id: _called(a, document) for a in drafting.read_closely(document, _places()).actors}
    found = []
    for quote in draft.quotes:
        content = list(_pieces(document.text, quote))
        speaker = _speaker(document.text, quote, names.get(quote.speaker or "", (quote.speaker,)))
        found.append(
            {
                "source": [align.span(speaker)] if speaker else [],
                "content": [align.span(piece) for piece in content],
            }
        )
    return {"attributions": found}


def _called(actor: Actor, document: Document) -> tuple[str, ...]:
    """Return what the article calls an actor: its names, and phrases such as "the agency"."""
    phrases = (document.words(m.start, m.end) for m in actor.mentions if m.kind == "role")
    return actor.name, *actor.aliases, *phrases


def _pieces(text: str, quote: Quote) -> Iterator[Span]:
    """Yield where the words of a quote stand, piece by piece of a split one."""
    at = min((e.start for e in quote.evidence if e.start is not None), default=0)
    for piece in quote.text.split(" … "):
        # Between two paragraphs of one quotation marks are left out, and none of the words.
        words = map(re.escape, piece.split())
        if match := re.compile(r"[\s\"“”]+".join(words)).search(text, at):
            yield Span(match.start(), at := match.end())


def _speaker(text: str, quote: Quote, names: tuple[str | None, ...]) -> Span | None:
    """Return the words for a quote's speaker that stand nearest its cue, outside what is said."""
    said = list(_pieces(text, quote))
    wanted = {name for name in (*names, *(str(names[0]).split()[-1:])) if name} | PRONOUNS
    pattern = re.compile(
        "|".join(rf"\b{re.escape(w)}\b" for w in sorted(wanted, key=len)[::-1]), re.I
    )
    found: list[tuple[int, Span]] = []
    for entry in quote.evidence:
        start = entry.start or 0
        cue = _outside(text, re.compile(re.escape(quote.cue or "")), start, said)
        at = cue[0].start if cue else start
        found += [
            (abs(span.start - at), span)
            for span in _outside(text, pattern, start, said)
            if span.end <= start + len(entry.quote)
        ]
    return min(found, key=lambda row: row[0])[1] if found else None


def _outside(text: str, pattern: re.Pattern[str], start: int, said: list[Span]) -> list[Span]:
    """Return where a pattern occurs from an offset on, apart from what is said."""
    spans = (Span(m.start(), m.end()) for m in pattern.finditer(text, start, start + LONGEST))
    return [s for s in spans if not any(p.start <= s.start < p.end for p in said)]


class Alignment:
    """Where a stretch of an article as read stands in the text that it was read from."""

    def __init__(self, read: str, original: str) -> None:
        """Match the two texts word by word; Markdown may have taken signs away in between."""
        self._words: list[tuple[int, int]] = []
        at = 0
        for word in re.finditer(r"\S+", read):
            found = original.find(word[0], at, at + len(word[0]) + REACH)
            if found >= 0:
                self._words.append((word.start(), found))
                at = found + len(word[0])

    def span(self, span: Span) -> list[int]:
        """Return the span in the original text."""
        return [self._offset(span.start), self._offset(span.end - 1) + 1]

    def _offset(self, offset: int) -> int:
        nearest = bisect.bisect_right(self._words, (offset, sys.maxsize)) - 1
        if nearest < 0:
            return 0
        start, found = self._words[nearest]
        return found + offset - start


def _read_rows(path: Path) -> list[tuple[Row, Document]]:
    """Read and parse the articles of a JSON file."""
    started = time.perf_counter()
    with path.open(encoding="utf-8") as lines:
        read = [(row, _document(row)) for row in map(json.loads, lines)]
    seconds = time.perf_counter() - started
    words = sum(len(s.tokens) for _, document in read for s in document.sentences)
    print(f"{len(read)} articles read, {words / seconds:.0f} words a second", flush=True)
    return read


def _answer(
    path: Path, read: list[tuple[Row, Document]], answer: Callable[[Row, Document], Row]
) -> None:
    """Write the answer to each article, one to a line."""
    lines = [json.dumps({"id": row["id"], **answer(row, document)}) for row, document in read]
    path.write_text("\n".join(lines), encoding="utf-8")


def _document(row: Row) -> Document:
    """Read a row as the Markdown seed that a person would have saved."""
    stated = {key: row[key] for key in FRONT_MATTER if row.get(key)}
    head = f"---\n{yaml.safe_dump(stated, allow_unicode=True)}---\n\n" if stated else ""
    with tempfile.TemporaryDirectory() as folder:
        seed = Path(folder) / "article.md"
        seed.write_text(head + row["text"], encoding="utf-8")
        try:
            return _read(seed)
        except BriefingError as error:
            raise SystemExit(f"{row['id']}: {error}") from error


def _read(seed: Path) -> Document:
    article, _ = ingest.read_seed(seed, seed.parent, yamlio.load_mapping)
    return language.read(article)


@cache
def _draft(document: Document) -> Draft:
    return drafting.draft_article(document, _places())


def _tell_grounding(documents: Sequence[Document]) -> None:
    """Print how much of the evidence stands word for word where its offsets say."""
    found = [
        document.text[evidence.start : evidence.end] == evidence.quote
        for document in documents
        for section in SECTIONS
        for item in getattr(_draft(document), section)
        for evidence in item.evidence
    ]
    print(f"evidence found word for word at its offsets: {sum(found)} of {len(found)}", flush=True)


@cache
def _places() -> gazetteer.Gazetteer:
    return gazetteer.load()


def _score(scorer: Path, *options: object) -> None:
    subprocess.run([sys.executable, str(scorer), *map(str, options)], check=True)


if __name__ == "__main__":
    main()
