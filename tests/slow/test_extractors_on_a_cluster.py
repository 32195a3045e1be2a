"""An installed extractor under Dask, whose workers find it by its name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from plugins import SENTENCES, install


@pytest.mark.slow
def test_a_cluster_drafts_with_an_installed_extractor(tmp_path: Path) -> None:
    install(tmp_path / "packages", "sentences", SENTENCES)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for number in range(12):
        text = f"Ferry {number} will stop.\n\nNobody knows why.\n"
        (seeds / f"ferry-{number}.txt").write_text(text, encoding="utf-8")
    program = [sys.executable, "-m", "generator", "extract", "--extractor", "sentences"]
    drafts = {}
    for name in ("processes", "dask"):
        run = subprocess.run(
            [*program, seeds, "-o", tmp_path / name, "--executor", name, "--jobs", "2"],
            env={**os.environ, "PYTHONPATH": str(tmp_path / "packages")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        drafts[name] = {p.name: p.read_bytes() for p in (tmp_path / name).iterdir()}
    assert drafts["dask"] == drafts["processes"]
    assert len(drafts["dask"]) == 12
    assert b"extractor: sentences 1.0" in drafts["dask"]["ferry-3.yaml"]
