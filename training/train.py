"""Fine-tune the encoder on all corpora at once: `python -m training.train CORPORA ENCODER OUT`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from random import Random

import torch
from torch import Tensor

from training.augment import Swapper, recapitalise
from training.batches import (
    PIECES_PER_BATCH,
    Batch,
    Coder,
    Encoded,
    Table,
    Vocabulary,
    batch_of,
    in_batches,
    vocabulary_of,
)
from training.beside import made_beside
from training.conllu import conllu
from training.corpora import Example, read_all
from training.encoders import read_encoder, read_pieces
from training.labels import ANY, ENTITY_LABELS
from training.losses import known_losses, real_arcs
from training.network import Sizes, Tagger
from training.places import place_names, swappable_places

WARM_UP = 0.06
CLIP = 1.0
WEIGHTS = {"entity": 1.0, "tag": 0.5, "arc": 1.0, "label": 0.5}
"""What each task counts in the sum of losses."""
WORDS = 2
"""The layer of a table that has the first pieces of the words."""


@dataclass(frozen=True)
class Run:
    """How to train."""

    corpora: Path
    out: Path
    epochs: float
    minutes: float
    seed: int
    rate: float
    head_rate: float
    pieces: int
    """How many pieces a batch has."""
    workers: int
    """How many processes vary the examples; 0: the one that trains does."""
    device: torch.device
    bfloat16: bool


def main() -> None:
    """Train as the command line says, going on from a checkpoint where there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    given = with_how(parser).parse_args()
    run = run_of(given)
    examples = read_all(run.corpora, place_names())
    vocabulary = vocabulary_of(examples)
    sizes, weights = read_encoder(given.encoder)
    model = Tagger(Sizes(len(ENTITY_LABELS), len(vocabulary.tags), len(vocabulary.labels), **sizes))
    model.encoder.load_state_dict(weights)
    describe(run.out, model, vocabulary)
    Trainer(run, model, examples, Coder(read_pieces(given.encoder), vocabulary)).train()


def describe(out: Path, model: Tagger, vocabulary: Vocabulary) -> None:
    """Write beside a run's checkpoint what it takes to make its network again."""
    out.mkdir(parents=True, exist_ok=True)
    description = {"sizes": model.sizes.as_dict(), "vocabulary": asdict(vocabulary)}
    (out / "description.json").write_text(json.dumps(description), encoding="utf-8")


class Trainer:
    """The loop over epochs, with its optimiser and its checkpoints."""

    def __init__(
        self,
        run: Run,
        model: Tagger,
        examples: Sequence[Example],
        coder: Coder,
    ) -> None:
        """Set up the optimiser and take up the last checkpoint."""
        self.run, self.model = run, model.to(run.device)
        self.examples, self.coder = examples, coder
        self.swapper = Swapper(swappable_places())
        encoder = list(model.encoder.parameters())
        heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
        self.optimiser = torch.optim.AdamW(
            [{"params": encoder, "lr": run.rate}, {"params": heads, "lr": run.head_rate}],
            betas=(0.9, 0.98),
            weight_decay=0.01,
            fused=True,
        )
        self.rates = [group["lr"] for group in self.optimiser.param_groups]
        self.epoch, self.position, self.seconds = 0, 0, 0.0
        self._resume()

    def train(self) -> None:
        """Train until the epochs or the minutes are used up, whichever is asked for."""
        if self._progress() >= 1:
            return
        for tables in made_beside(self.tables, count(self.epoch), self.run.workers):
            torch.manual_seed(1000 * self.run.seed + self.epoch)
            self._train_epoch(tables)
            self._save()
            self._report()
            if self._progress() >= 1:
                break

    def _train_epoch(self, tables: Sequence[Table]) -> None:
        began, spent, words = time.monotonic(), self.seconds, 0
        lost = torch.zeros(len(WEIGHTS), device=self.run.device)
        for position, table in enumerate(tables):
            if position < self.position:
                continue
            self.seconds = spent + time.monotonic() - began
            if (done := self._progress(position / len(tables))) >= 1:
                break
            losses = self._update(batch_of(table, self.run.device), done)
            lost = lost * 0.99 + losses * 0.01
            words += int((table[WORDS] >= 0).sum())
            if position % 50 == 0:
                speed = words / (time.monotonic() - began)
                self._say(done, position, len(tables), speed, lost.tolist())
            if position % 500 == 499:
                self.position = position + 1
                self._save()
        self.epoch, self.position = self.epoch + 1, 0
        self.seconds = spent + time.monotonic() - began

    def tables(self, epoch: int) -> list[Table]:
        """Return the batches of an epoch."""
        random = Random(f"{self.run.seed}:{epoch}")
        order = Random(f"{self.run.seed}/{epoch}")
        encoded = [self.vary(example, random) for example in self.examples]
        return list(in_batches(encoded, order, self.run.pieces))

    def vary(self, example: Example, random: Random) -> Encoded:
        """Return an example with other names or capitals now and then."""
        varied = self.swapper.swap(example, random)
        return self.coder.encode(varied, recapitalise(varied.words, random))

    def _progress(self, within: float = 0.0) -> float:
        if self.run.minutes:
            return self.seconds / 60 / self.run.minutes
        return (self.epoch + within) / self.run.epochs

    def _update(self, batch: Batch, done: float) -> Tensor:
        factor = min(done / WARM_UP, (1 - done) / (1 - WARM_UP))
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * max(factor, 0.002)
        self.model.train()
        losses = self.losses(batch)
        self.optimiser.zero_grad()
        (losses * losses.new_tensor(list(WEIGHTS.values()))).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), CLIP)
        self.optimiser.step()
        return losses.detach()

    def losses(self, batch: Batch) -> Tensor:
        """Return how far the network is from what is known, for each task."""
        with self.halved():
            scores = self.model(batch.pieces, batch.shapes, batch.firsts)
            labels = self.model.label_scores(scores[3], scores[4], batch.heads)
        return known_losses(batch, scores, labels)

    def halved(self) -> torch.autocast:
        """Reckon in bfloat16 where that was asked for."""
        return torch.autocast(self.run.device.type, torch.bfloat16, enabled=self.run.bfloat16)

    def _say(
        self, done: float, position: int, of: int, speed: float, losses: Sequence[float]
    ) -> None:
        parts = " ".join(f"{name} {loss:.3f}" for name, loss in zip(WEIGHTS, losses, strict=True))
        print(
            f"{done:6.1%} epoch {self.epoch} {position}/{of} {speed:.0f} words/s {parts}",
            flush=True,
        )

    def _save(self) -> None:
        state = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
            "position": self.position,
            "seconds": self.seconds,
        }
        partial = self.run.out / "checkpoint.partial"
        torch.save(state, partial)
        partial.replace(self.run.out / "checkpoint.pt")

    def _resume(self) -> None:
        path = self.run.out / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, map_location=self.run.device, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.epoch, self.position = state["epoch"], state["position"]
            self.seconds = state["seconds"]

    def _report(self) -> None:
        path = self.run.corpora / "ud" / "ewt-dev.conllu"
        tags, heads, labels = score_trees(self.model, self.coder, path, self.run.device)
        print(
            f"epoch {self.epoch}: EWT dev tags {tags:.2%} UAS {heads:.2%} LAS {labels:.2%}"
            f" after {self.seconds:.0f} s",
            flush=True,
        )


def score_trees(
    model: Tagger, coder: Coder, path: Path, device: torch.device
) -> tuple[float, float, float]:
    """Return the accuracy of tags, greedy heads and labels on (nearly all of) a CoNLL-U file."""
    model.eval()
    encoded = []
    for _, rows in conllu(path):
        words = tuple(row.word for row in rows)
        example = Example(
            "dev",
            words,
            (ANY,) * len(words),
            tuple(row.tag for row in rows),
            tuple(row.head for row in rows),
            tuple(row.label for row in rows),
        )
        encoded.append(coder.encode(example, words))
    right, total = torch.zeros(3), 0
    with torch.inference_mode(), torch.autocast(device.type, torch.bfloat16):
        for table in in_batches(encoded, Random(0)):
            batch = batch_of(table, device)
            total += int(batch.real[:, 1:].sum())
            _, tag, arc, left, above = model(batch.pieces, batch.shapes, batch.firsts)
            heads = real_arcs(arc, batch).argmax(-1)
            label = model.label_scores(left, above, heads).argmax(-1)
            found = heads == batch.heads
            words_here = batch.real[:, 1:]
            right[0] += int(((tag.argmax(-1) == batch.tags)[:, 1:] & words_here).sum())
            right[1] += int((found[:, 1:] & words_here).sum())
            right[2] += int(((found & (label == batch.labels))[:, 1:] & words_here).sum())
    tags, heads_right, labels_right = (right / total).tolist()
    return tags, heads_right, labels_right


def with_how(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Add the options that say how to train."""
    parser.add_argument("--epochs", type=float, default=8)
    parser.add_argument("--minutes", type=float, default=0, help="stop then; not reproducible")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1.6e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--pieces", type=int, default=PIECES_PER_BATCH, help="of a batch")
    parser.add_argument("--workers", type=int, default=0, help="processes that vary examples")
    parser.add_argument("--device", type=torch.device, default="cpu", help="as torch calls it")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--float32", action="store_true", help="train in full precision")
    return parser


def run_of(given: argparse.Namespace) -> Run:
    """Return what a command line asks for, and see to it that torch keeps to it."""
    if given.threads:
        torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    return Run(
        given.corpora, given.out, given.epochs, given.minutes, given.seed, given.rate,
        given.head_rate, given.pieces, given.workers, given.device, not given.float32,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
