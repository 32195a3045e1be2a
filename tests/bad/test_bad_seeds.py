"""Each folder in seeds/ holds one mistake; `said.txt` is the whole of what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import BriefingError
from generator.ingest import find_seeds, read_seed
from generator.yamlio import load_mapping

MISTAKES = sorted(path.parent for path in (Path(__file__).parent / "seeds").glob("*/seeds"))


def said_about(site: Path) -> str:
    """Return every problem and warning of reading a site's seeds, a line each."""
    found = find_seeds(site / "seeds")
    said = [str(problem) for problem in found.problems]
    for path in found:
        try:
            said.extend(read_seed(path, site, load_mapping)[1])
        except BriefingError as error:
            said.append(str(error))
    return "".join(f"{line}\n" for line in said)


@pytest.mark.parametrize("site", MISTAKES, ids=lambda site: site.name)
def test_the_message_says_what_is_wrong_where_and_what_to_do(site: Path) -> None:
    assert said_about(site) == (site / "said.txt").read_text(encoding="utf-8")
