from __future__ import annotations

import os
import time
from pathlib import Path

from generator.survey import NOTHING, SECOND, Survey, changes, look, survey

LONG_AGO = 1_700_000_000 * SECOND + 1


def stamped(path: Path, text: str, changed: int = LONG_AGO) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, ns=(changed, changed))


def seen(root: Path, known: Survey = NOTHING) -> Survey:
    folders = [("content", root / "content"), ("more.txt", root / "elsewhere" / "more.txt")]
    return survey(folders, look(folders), known)


def test_every_file_that_is_not_hidden_has_its_digest(tmp_path: Path) -> None:
    stamped(tmp_path / "content/a.yaml", "a")
    stamped(tmp_path / "content/deep/b.yaml", "b")
    stamped(tmp_path / "content/.hidden/c.yaml", "c")
    stamped(tmp_path / "elsewhere/more.txt", "a")
    found = seen(tmp_path).digests
    assert set(found) == {"content/a.yaml", "content/deep/b.yaml", "more.txt"}
    assert found["content/a.yaml"] == found["more.txt"] != found["content/deep/b.yaml"]


def test_what_looks_as_it_did_is_not_read(tmp_path: Path) -> None:
    stamped(tmp_path / "content/a.yaml", "a")
    before = seen(tmp_path)
    handle = os.open(tmp_path / "content/a.yaml", os.O_WRONLY)
    os.write(handle, b"b")
    os.close(handle)
    os.utime(tmp_path / "content/a.yaml", ns=(LONG_AGO, LONG_AGO))
    assert seen(tmp_path, before) == before
    os.utime(tmp_path / "content/a.yaml", ns=(LONG_AGO, LONG_AGO + 1))
    assert changes(before.digests, seen(tmp_path, before).digests) == {"content/a.yaml"}


def test_what_has_just_been_changed_is_read_again(tmp_path: Path) -> None:
    now = time.time_ns()
    stamped(tmp_path / "content/new.yaml", "new", now)
    stamped(tmp_path / "content/in-whole-seconds.yaml", "new", (now // SECOND - 1) * SECOND)
    stamped(tmp_path / "content/in-parts.yaml", "new", now - SECOND - now % SECOND + 1)
    found = seen(tmp_path).looks
    assert {name for name, look in found.items() if look[1] > 0} == {"content/in-parts.yaml"}


def test_files_come_and_go(tmp_path: Path) -> None:
    stamped(tmp_path / "content/a.yaml", "a")
    before = seen(tmp_path)
    (tmp_path / "content/a.yaml").rename(tmp_path / "content/b.yaml")
    assert changes(before.digests, seen(tmp_path, before).digests) == {
        "content/a.yaml",
        "content/b.yaml",
    }


def test_links_to_nothing_and_to_the_folder_around_end(tmp_path: Path) -> None:
    stamped(tmp_path / "content/a.yaml", "a")
    (tmp_path / "content/gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "content/round").symlink_to(tmp_path / "content")
    assert "content/a.yaml" in seen(tmp_path).digests
    assert "content/gone" not in seen(tmp_path).digests


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content/pipe")
    assert seen(tmp_path).digests == {"content/pipe": b""}
