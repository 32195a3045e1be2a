from __future__ import annotations

import pytest

from generator.extract.speech.sourcing import find_sourcing
from generator.model import Draft, Who

from .trees import actor, parsed, reading

TOLD_TO = (
    "Reis told Radio Sol that it held.",
    "Reis/NNP/2/nsubj told/VBD/0/root Radio/NNP/4/compound Sol/NNP/2/iobj that/IN/7/mark"
    " it/PRP/7/nsubj held/VBD/2/ccomp ././2/punct",
)
REPORTED_BY = (
    "The sale was reported by Radio Sol.",
    "The/DT/2/det sale/NN/4/nsubj:pass was/VBD/4/aux:pass reported/VBN/0/root by/IN/7/case"
    " Radio/NNP/7/compound Sol/NNP/4/obl:agent ././4/punct",
)
OWNED = (
    "The firm owns Radio Sol.",
    "The/DT/2/det firm/NN/3/nsubj owns/VBZ/0/root Radio/NNP/5/compound Sol/NNP/3/obj ././3/punct",
)


@pytest.mark.parametrize(
    ("row", "place", "outlets"),
    [(TOLD_TO, 3, ("radio-sol",)), (REPORTED_BY, 6, ("radio-sol",)), (OWNED, 4, ())],
)
def test_an_outlet_that_was_told_or_reports_is_cited(
    row: tuple[str, str], place: int, outlets: tuple[str, ...]
) -> None:
    document = parsed(row)
    sol = actor(document, "Radio Sol", "organisation", (0, place, "name"))
    draft = Draft(title="t", who=(Who(id="radio-sol", name="Radio Sol", kind="organisation"),))
    sourcing = find_sourcing(reading(document, sol), draft).sourcing
    assert sourcing.outlets == outlets
