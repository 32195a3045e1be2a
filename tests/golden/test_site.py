from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXPECTED = Path(__file__).parent / "expected"
ROOT = Path(__file__).parents[2]


def _read(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _write(folder: Path, files: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_the_desk_gives_the_expected_site(
    desk_files: dict[str, bytes], request: pytest.FixtureRequest
) -> None:
    files = desk_files
    if request.config.getoption("--update-golden", default=False):
        _write(EXPECTED, files)
    expected = _read(EXPECTED)
    assert sorted(files) == sorted(expected)
    changed = [name for name, content in files.items() if content != expected[name]]
    assert not changed, f"other bytes than expected; read the difference: {changed}"


@pytest.mark.slow
def test_the_order_of_hashes_and_the_time_zone_change_nothing(tmp_path: Path) -> None:
    script = (
        "import hashlib, importlib.util, sys\n"
        "spec = importlib.util.spec_from_file_location('desk', 'tests/golden/conftest.py')\n"
        "module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module)\n"
        "from generator.render import render\n"
        "files = render(module.load_desk())\n"
        "print(hashlib.sha256(repr(list(files.items())).encode()).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Kiritimati"))
    }
    assert len(digests) == 1
