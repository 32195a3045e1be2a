"""Teach a network what larger ones know: `python -m training.distil CORPORA START OUT TEACHER…`.

START and the teachers are folders of training runs. The network goes on from START and learns,
beside what the corpora say, what probabilities the teachers give together to every word's entity,
tag, head and relation: so also where a corpus says nothing, and of sentences with other words.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from torch import Tensor

from training.augment import Rewording
from training.batches import NOT_KNOWN, Batch, Coder, Encoded
from training.corpora import Example, read_all
from training.encoders import read_pieces
from training.losses import divergence, known_losses, real_arcs
from training.narrow import narrowed
from training.network import Tagger
from training.places import place_names
from training.runs import read_run
from training.train import Run, Trainer, describe, run_of, with_how

KNOWN = 0.5
"""What the corpora count where the teachers count 1."""
REWORDED = 0.3
"""How many of the sentences with a tree get other words, and then only the teachers' answers."""


def main() -> None:
    """Distil as the command line says, going on from a checkpoint where there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("start", type=Path, help="run to go on from")
    parser.add_argument("out", type=Path)
    parser.add_argument("teachers", type=Path, nargs="+")
    parser.add_argument("--encoder", type=Path, required=True, help="for its word pieces")
    parser.add_argument("--inner", type=int, default=0, help="narrow the inner layers to this")
    parser.add_argument("--dropout", type=float, default=0.05)
    parser.add_argument(
        "--keep-trees",
        action="store_true",
        help="tags and trees: what START says, not the teachers",
    )
    given = with_how(parser).parse_args()
    run = run_of(given)
    examples = read_all(run.corpora, place_names())
    model, vocabulary = read_run(given.start, given.dropout, 2 * given.dropout)
    coder = Coder(read_pieces(given.encoder), vocabulary)
    if given.inner:
        model = narrowed(model, given.inner)
    describe(run.out, model, vocabulary)
    teachers = [read_run(folder)[0].to(run.device) for folder in given.teachers]
    parsers = [read_run(given.start)[0].to(run.device)] if given.keep_trees else teachers
    Distiller(run, model, examples, coder, Teachers(teachers, parsers)).train()


@dataclass(frozen=True)
class Teachers:
    """The networks that answer for names, and those that answer for tags and trees."""

    of_names: Sequence[Tagger]
    of_trees: Sequence[Tagger]


class Distiller(Trainer):
    """The same loop with teachers."""

    def __init__(
        self,
        run: Run,
        model: Tagger,
        examples: Sequence[Example],
        coder: Coder,
        teachers: Teachers,
    ) -> None:
        """Take the teachers, which answer without dropout."""
        super().__init__(run, model, examples, coder)
        for teacher in (*teachers.of_names, *teachers.of_trees):
            teacher.eval()
        self.teachers = teachers
        self.rewording = Rewording(examples)

    def vary(self, example: Example, random: Random) -> Encoded:
        """Return an example with other names or capitals, or other words, now and then."""
        if example.tags and random.random() < REWORDED:
            example = self.rewording.reword(example, random)
        return super().vary(example, random)

    def losses(self, batch: Batch) -> Tensor:
        """Return how far the network is from the teachers and from what is known."""
        wanted, heads = self._answers(batch)
        with self.halved():
            scores = self.model(batch.pieces, batch.shapes, batch.firsts)
            labels = self.model.label_scores(scores[3], scores[4], heads)
        given = (scores[0].float(), scores[1].float(), real_arcs(scores[2], batch), labels.float())
        words = batch.real.clone()
        words[:, 0] = False
        apart = [divergence(g, w, words) for g, w in zip(given, wanted, strict=True)]
        return torch.stack(apart) + KNOWN * known_losses(batch, scores, labels)

    @torch.no_grad()
    def _answers(self, batch: Batch) -> tuple[list[Tensor], Tensor]:
        """Return the teachers' probabilities, and the heads that the relations are asked for."""
        with self.halved():
            of_names, of_trees = self.teachers.of_names, self.teachers.of_trees
            scores = [t(batch.pieces, batch.shapes, batch.firsts) for t in of_trees]
            arcs = _mean([real_arcs(s[2], batch) for s in scores])
            heads = torch.where(batch.heads == NOT_KNOWN, arcs.argmax(-1), batch.heads)
            labels = [
                teacher.label_scores(s[3], s[4], heads)
                for teacher, s in zip(of_trees, scores, strict=True)
            ]
            named = scores
            if of_names is not of_trees:
                named = [t(batch.pieces, batch.shapes, batch.firsts) for t in of_names]
        entities, tags = _mean([s[0] for s in named]), _mean([s[1] for s in scores])
        return [entities, tags, arcs, _mean(labels)], heads


def _mean(scores: Sequence[Tensor]) -> Tensor:
    return torch.stack([one.float().softmax(-1) for one in scores]).mean(0)


if __name__ == "__main__":
    sys.exit(main())
