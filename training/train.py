"""Fine-tune the encoder on all corpora at once: `python -m training.train CORPORA ENCODER OUT`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional

from generator.language.pieces import Pieces
from training.augment import Swapper, recapitalise
from training.batches import NOT_KNOWN, Batch, Coder, Encoded, Vocabulary, in_batches, vocabulary_of
from training.conllu import conllu
from training.corpora import Example, read_all
from training.labels import ANY, ENTITY_LABELS
from training.network import Sizes, Tagger
from training.places import place_names, swappable_places

WARM_UP = 0.06
CLIP = 1.0
WEIGHTS = {"entity": 1.0, "tag": 0.5, "arc": 1.0, "label": 0.5}
"""What each task counts in the sum of losses."""


@dataclass(frozen=True)
class Run:
    """How to train."""

    corpora: Path
    encoder: Path
    out: Path
    epochs: float
    minutes: float
    seed: int
    rate: float
    head_rate: float
    bfloat16: bool


def main() -> None:
    """Train as the command line says, going on from a checkpoint where there is one."""
    run = _arguments()
    run.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(run.seed)
    examples = read_all(run.corpora, place_names())
    vocabulary = vocabulary_of(examples)
    pieces = read_pieces(run.encoder / "vocab.txt")
    sizes = Sizes(len(ENTITY_LABELS), len(vocabulary.tags), len(vocabulary.labels))
    model = Tagger(sizes)
    model.encoder.load(run.encoder)
    description = {"sizes": sizes.as_dict(), "vocabulary": asdict(vocabulary)}
    (run.out / "description.json").write_text(json.dumps(description), encoding="utf-8")
    Trainer(run, model, examples, Coder(pieces, vocabulary), vocabulary).train()


def read_pieces(path: Path) -> Pieces:
    """Read a word-piece vocabulary, one piece per line."""
    return Pieces(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))


class Trainer:
    """The loop over epochs, with its optimiser and its checkpoints."""

    def __init__(
        self,
        run: Run,
        model: Tagger,
        examples: Sequence[Example],
        coder: Coder,
        vocabulary: Vocabulary,
    ) -> None:
        """Set up the optimiser and take up the last checkpoint."""
        self.run, self.model, self.examples, self.coder = run, model, examples, coder
        self.vocabulary = vocabulary
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
        while self._progress() < 1:
            began = time.monotonic()
            torch.manual_seed(1000 * self.run.seed + self.epoch)
            spent, lost, words = self.seconds, [0.0] * 4, 0
            batches = list(in_batches(self._encoded(), Random(f"{self.run.seed}/{self.epoch}")))
            for position, batch in enumerate(batches):
                if position < self.position:
                    continue
                self.seconds = spent + time.monotonic() - began
                if (done := self._progress(position / len(batches))) >= 1:
                    break
                losses = self._update(batch, done)
                lost = [a * 0.99 + b * 0.01 for a, b in zip(lost, losses, strict=True)]
                words += int(batch.real.sum())
                if position % 50 == 0:
                    self._say(
                        done, position, len(batches), words / (time.monotonic() - began), lost
                    )
                if position % 500 == 499:
                    self.position = position + 1
                    self._save()
            self.epoch, self.position = self.epoch + 1, 0
            self.seconds = spent + time.monotonic() - began
            self._save()
            self._report()

    def _encoded(self) -> list[Encoded]:
        random = Random(f"{self.run.seed}:{self.epoch}")
        encoded = []
        for example in self.examples:
            varied = self.swapper.swap(example, random)
            encoded.append(self.coder.encode(varied, recapitalise(varied.words, random)))
        return encoded

    def _progress(self, within: float = 0.0) -> float:
        if self.run.minutes:
            return self.seconds / 60 / self.run.minutes
        return (self.epoch + within) / self.run.epochs

    def _update(self, batch: Batch, done: float) -> list[float]:
        factor = min(done / WARM_UP, (1 - done) / (1 - WARM_UP))
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * max(factor, 0.002)
        self.model.train()
        with torch.autocast("cpu", torch.bfloat16, enabled=self.run.bfloat16):
            scores = self.model(batch.pieces, batch.shapes, batch.firsts)
            labels = self.model.label_scores(scores[3], scores[4], batch.heads)
        losses = self._losses(batch, scores, labels)
        total = sum(weight * loss for weight, loss in zip(WEIGHTS.values(), losses, strict=True))
        self.optimiser.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), CLIP)
        self.optimiser.step()
        return [float(loss.detach()) for loss in losses]

    def _losses(self, batch: Batch, scores: Sequence[Tensor], labels: Tensor) -> list[Tensor]:
        entity = scores[0].float()
        allowed = entity.masked_fill(~batch.entities, -1e4).logsumexp(-1)
        known = ~batch.entities.all(-1)
        per_word = (entity.logsumexp(-1) - allowed) * known
        arcs = scores[2].float().masked_fill(~batch.real[:, None, :], -1e4)
        return [
            per_word.sum() / known.sum().clamp(min=1),
            _cross_entropy(scores[1].float(), batch.tags),
            _cross_entropy(arcs, batch.heads),
            _cross_entropy(labels.float(), batch.labels),
        ]

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
            state = torch.load(path, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.epoch, self.position = state["epoch"], state["position"]
            self.seconds = state["seconds"]

    def _report(self) -> None:
        path = self.run.corpora / "ud" / "ewt-dev.conllu"
        tags, heads, labels = score_trees(self.model, self.coder, path)
        print(
            f"epoch {self.epoch}: EWT dev tags {tags:.2%} UAS {heads:.2%} LAS {labels:.2%}",
            flush=True,
        )


def score_trees(model: Tagger, coder: Coder, path: Path) -> tuple[float, float, float]:
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
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for batch in in_batches(encoded, Random(0)):
            total += int(batch.real[:, 1:].sum())
            _, tag, arc, left, above = model(batch.pieces, batch.shapes, batch.firsts)
            heads = arc.masked_fill(~batch.real[:, None, :], -1e4).argmax(-1)
            label = model.label_scores(left, above, heads).argmax(-1)
            found = heads == batch.heads
            words_here = batch.real[:, 1:]
            right[0] += ((tag.argmax(-1) == batch.tags)[:, 1:] & words_here).sum()
            right[1] += (found[:, 1:] & words_here).sum()
            right[2] += ((found & (label == batch.labels))[:, 1:] & words_here).sum()
    tags, heads_right, labels_right = (right / total).tolist()
    return tags, heads_right, labels_right


def _cross_entropy(scores: Tensor, wanted: Tensor) -> Tensor:
    if (wanted == NOT_KNOWN).all():
        return scores.sum() * 0
    return functional.cross_entropy(scores.transpose(1, 2), wanted, ignore_index=NOT_KNOWN)


def _arguments() -> Run:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=float, default=8)
    parser.add_argument("--minutes", type=float, default=0, help="stop then; not reproducible")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1.6e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--float32", action="store_true", help="train in full precision")
    given = parser.parse_args()
    if given.threads:
        torch.set_num_threads(given.threads)
    return Run(
        given.corpora, given.encoder, given.out, given.epochs, given.minutes, given.seed,
        given.rate, given.head_rate, not given.float32,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
