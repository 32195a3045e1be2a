from __future__ import annotations

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from generator.survey import SECOND, Files, Folders, digest_of_looks, look, look_beside

LONG_AGO = 1_700_000_000 * SECOND + 1


def stamped(path: Path, text: str, changed: int = LONG_AGO) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, ns=(changed, changed))


def seen(root: Path, known: Files | None = None) -> Files:
    places = [("content", root / "content"), ("more.txt", root / "elsewhere" / "more.txt")]
    folders = look(places)
    if known is None:
        return Files(folders)
    kept = {f"looks {folder}": known.looks_in(folder) for folder in known.late}
    kept |= {f"digests {folder}": known.digests_in(folder) for folder in known.late}
    before = {folder: digest_of_looks(known.looks_in(folder)) for folder in known.late}
    return Files(folders, looked(folders), before, lambda name: {**kept.get(name, {})})


def looked(folders: Folders) -> dict[str, bytes]:
    return {name: digest_of_looks(one.looks) for name, one in folders.items()}


def digests(files: Files) -> dict[str, bytes]:
    return dict(files.below(""))


def test_every_file_that_is_not_hidden_has_its_digest(tmp_path: Path) -> None:
    stamped(tmp_path / "content/a.yaml", "a")
    stamped(tmp_path / "content/deep/b.yaml", "b")
    stamped(tmp_path / "content/.hidden/c.yaml", "c")
    stamped(tmp_path / "elsewhere/more.txt", "a")
    found = digests(seen(tmp_path))
    assert set(found) == {"content/a.yaml", "content/deep/b.yaml", "more.txt"}
    assert found["content/a.yaml"] == found["more.txt"] != found["content/deep/b.yaml"]


@pytest.mark.parametrize("is_ended", [False, True])
def test_another_process_sees_the_same_or_this_one_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_ended: bool
) -> None:
    stamped(tmp_path / "content/a.yaml", "a")
    stamped(tmp_path / "content/deep/b.yaml", "b")
    places = [("content", tmp_path / "content"), ("nowhere", tmp_path / "nowhere")]
    if is_ended:  # before it has said anything
        monkeypatch.setattr("generator.survey.sealed", lambda _: b"")
    assert look_beside(places)() == look(places) != {}


def test_no_process_is_forked_from_one_with_other_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamped(tmp_path / "content/a.yaml", "a")
    places, over = [("content", tmp_path / "content")], threading.Event()
    monkeypatch.delattr("os.fork")
    assert look_beside(places)() == look(places)
    monkeypatch.setattr("os.fork", pytest.fail, raising=False)
    with ThreadPoolExecutor() as other:
        other.submit(over.wait)
        assert look_beside(places)() == look(places)
        over.set()


def test_what_looks_as_it_did_is_not_read(tmp_path: Path) -> None:
    stamped(tmp_path / "content/a.yaml", "a")
    before = seen(tmp_path)
    handle = os.open(tmp_path / "content/a.yaml", os.O_WRONLY)
    os.write(handle, b"b")
    os.close(handle)
    os.utime(tmp_path / "content/a.yaml", ns=(LONG_AGO, LONG_AGO))
    assert not seen(tmp_path, before).changed
    os.utime(tmp_path / "content/a.yaml", ns=(LONG_AGO, LONG_AGO + 1))
    assert seen(tmp_path, before).changed == {"content/a.yaml"}


def test_of_a_folder_that_looks_as_it_did_nothing_is_fetched_before_it_is_asked_for(
    tmp_path: Path,
) -> None:
    stamped(tmp_path / "content/a.yaml", "a")
    stamped(tmp_path / "content/deep/b.yaml", "b")
    before, fetched = seen(tmp_path), list[str]()

    def fetch(name: str) -> dict[str, Any]:
        fetched.append(name)
        what, folder = name.split()
        return {**(before.looks_in if what == "looks" else before.digests_in)(folder)}

    then = looked(look([("content", tmp_path / "content")]))
    stamped(tmp_path / "content/deep/b.yaml", "other", LONG_AGO + 1)
    folders = look([("content", tmp_path / "content")])
    now = Files(folders, looked(folders), then, fetch)
    assert now.changed == {"content/deep/b.yaml"}
    assert fetched == ["looks content/deep/", "digests content/deep/"]
    assert now.digest("content/a.yaml") == before.digest("content/a.yaml") != b""
    assert fetched[2:] == ["digests content/"]


def test_a_file_that_is_put_is_another_than_before(tmp_path: Path) -> None:
    stamped(tmp_path / "content/a.yaml", "a")
    files = seen(tmp_path, seen(tmp_path))
    files.put("content/b.yaml", (1, 2, 3), b"digest")
    assert files.changed == {"content/b.yaml"}
    assert "content/b.yaml" in files
    files.arrange("content/", ["b.yaml", "never-seen.yaml"])
    assert [*files.looks_in("content/")] == ["b.yaml", "a.yaml"]


def test_what_has_just_been_changed_is_read_again(tmp_path: Path) -> None:
    now = time.time_ns()
    stamped(tmp_path / "content/new.yaml", "new", now)
    stamped(tmp_path / "content/in-whole-seconds.yaml", "new", (now // SECOND - 1) * SECOND)
    stamped(tmp_path / "content/in-parts.yaml", "new", now - SECOND - now % SECOND + 1)
    found = seen(tmp_path).looks_in("content/")
    assert {name for name, one in found.items() if one[1] > 0} == {"in-parts.yaml"}


def test_files_come_and_go(tmp_path: Path) -> None:
    stamped(tmp_path / "content/a.yaml", "a")
    before = seen(tmp_path)
    (tmp_path / "content/a.yaml").rename(tmp_path / "content/b.yaml")
    assert seen(tmp_path, before).changed == {"content/a.yaml", "content/b.yaml"}


def test_links_to_nothing_and_to_the_folder_around_end(tmp_path: Path) -> None:
    stamped(tmp_path / "content/a.yaml", "a")
    (tmp_path / "content/gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "content/round").symlink_to(tmp_path / "content")
    assert "content/a.yaml" in seen(tmp_path)
    assert seen(tmp_path).digest("content/gone") == b""


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content/pipe")
    assert digests(seen(tmp_path)) == {"content/pipe": b""}
