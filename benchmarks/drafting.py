"""Draft made-up articles and print how fast: the parts of the work, whole articles, long reports.

    python benchmarks/drafting.py --articles 60 --jobs 2

The articles are shuffled sentences of the examples. Each chapter of a long report has people of its
own, as long reports do. CPU seconds are the figure to compare where a machine has other work.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial
from itertools import pairwise
from pathlib import Path

from generator import language
from generator.cli.group import NEW_OBJECTS
from generator.ingest import segment
from generator.language import gazetteer
from generator.workers.asking import OURS, briefing_of, load
from generator.workers.crew import Crew, draft_all
from generator.workers.tasks import Task, propose, read_article
from generator.yamlio import dump_briefing

HERE = Path(__file__).parents[1]
SENTENCES_A_PARAGRAPH = 2
CHAPTER = 2_500
"""Words after which a long report has other people."""
LENGTHS = (1_000, 5_000, 12_000, 25_000, 50_000)

_NAME = re.compile(r"(?<=[a-z,] )(?!\w+(?:day|ber|ary)\b|April|March|August)[A-Z][a-z]{4,}\b")


@dataclass(frozen=True)
class Seconds:
    """CPU seconds of one article's way to its briefing."""

    reading: float
    network: float
    rules: float
    writing: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--words", type=int, default=700, help="words of an article")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=int, default=LENGTHS[-1], help="words of a long report")
    parser.add_argument("--data", type=Path, help="a folder of articles to draft instead")
    asked = parser.parse_args()
    gc.set_threshold(NEW_OBJECTS)  # as the program does
    chance = random.Random(asked.seed)
    sentences = list(sentences_of(sorted(HERE.glob("examples/*/seeds/**/*.*")), HERE))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = sorted(asked.data.iterdir()) if asked.data else []
        for number in range(0 if asked.data else asked.articles):
            paths.append(folder / f"article-{number:05}.md")
            paths[-1].write_text(article(sentences, asked.words, chance), encoding="utf-8")
        print_articles(paths, asked.jobs)  # before this process has loaded what they load
        print_parts(paths)
        lengths = [length for length in LENGTHS if length <= asked.longest]
        for length in lengths:
            report = folder / "report.md"
            report.write_text(article(sentences, length, chance), encoding="utf-8")
            print_length(report)


def sentences_of(paths: Iterable[Path], root: Path) -> Iterator[str]:
    """Yield the sentences of articles."""
    for path in paths:
        article, _ = read_article(path, root)
        for one in segment(article.text):
            if not one.heading:
                yield article.text[one.start : one.end]


def article(sentences: Sequence[str], words: int, chance: random.Random) -> str:
    """Return an article of about so many words as Markdown, with a title and a date."""
    title, body = title_and_body(sentences, words, chance)
    return f"---\ntitle: '{title}'\npublished: 2026-03-12\n---\n\n{body}\n"


def title_and_body(sentences: Sequence[str], words: int, chance: random.Random) -> tuple[str, str]:
    """Return an article's headline and its paragraphs, parted by blank lines."""
    chosen: list[str] = []
    count = chapter = 0
    while count < words:
        ending = chance.choice("abcdefgh") * (count >= CHAPTER) + "el" * (chapter % 3)
        for sentence in chance.sample(sentences, len(sentences)):
            other = _NAME.sub(lambda name, end=ending: name[0] + end, sentence)
            chosen.append(" ".join(other.split()))
            count += len(other.split())
            if count >= min(words, (chapter + 1) * CHAPTER):
                break
        chapter = count // CHAPTER
    starts = range(0, len(chosen), SENTENCES_A_PARAGRAPH)
    body = "\n\n".join(" ".join(chosen[at : at + SENTENCES_A_PARAGRAPH]) for at in starts)
    title = " ".join(chosen[0].split()[:9]).strip(".,").replace("'", "")
    return title, body


def print_parts(paths: Sequence[Path]) -> None:
    """Print what the parts of the work take in one process."""
    timed(paths[0])
    each = [timed(path) for path in paths]
    words = sum(count for count, _ in each)
    total = 0.0
    print(f"{len(paths)} articles of {words / len(paths):.0f} words, one process, CPU:")
    for part in (field.name for field in fields(Seconds)):
        seconds = sum(getattr(spent, part) for _, spent in each)
        total += seconds
        print(
            f"  {part:8} {seconds / len(each):7.4f} s an article, {words / seconds:9,.0f} words/s"
        )
    print(f"  {'all':8} {total / len(each):7.4f} s an article, {len(each) / total:.1f} articles/s")


def timed(path: Path) -> tuple[int, Seconds]:
    """Draft an article; return its words and what each part of the work took."""
    from generator.extract.drafting import draft_article  # workers load it by themselves

    clocks = [time.process_time()]
    read, _ = read_article(path, path.parent)
    clocks.append(time.process_time())
    parsed = language.read(read)
    clocks.append(time.process_time())
    draft = draft_article(parsed, gazetteer.load())
    clocks.append(time.process_time())
    dump_briefing(briefing_of(draft, OURS, "article", (read,)))
    clocks.append(time.process_time())
    spent = Seconds(*(end - start for start, end in pairwise(clocks)))
    return len(read.text.split()), spent


def print_articles(paths: Sequence[Path], jobs: int) -> None:
    """Print how many articles a second several processes draft."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = [
        time.perf_counter()
        for _ in draft_all(
            [Task(path.stem.lower(), (path,), path.parent) for path in paths],
            propose,
            Crew(jobs=jobs, load=partial(load, OURS)),
        )
    ]
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    running = (len(done) - 1) / (done[-1] - done[0]) if len(done) > 1 else len(done) / wall
    print(
        f"{jobs} processes: {len(paths) / wall:.1f} articles/s, {running:.1f} once started "
        f"(the first came after {done[0] - began:.1f} s); CPU {cpu / len(paths):.4f} s an article "
        f"with starting, peak memory {after.ru_maxrss / 1024:.0f} MB a process"
    )


def print_length(path: Path) -> None:
    """Print what a long report takes."""
    words, spent = timed(path)
    print(
        f"{words:6,} words: reading {spent.reading:.2f} s, network {spent.network:.2f} s, rules "
        f"{spent.rules:.2f} s ({spent.rules / words * 1e6:.0f} microseconds a word), "
        f"writing {spent.writing:.2f} s"
    )


if __name__ == "__main__":
    main()
