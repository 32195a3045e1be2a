"""`briefings serve` beside a real browser: an edit is shown, a mistake laid over the page."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from chromium import CHROMIUM, FOLDER, MODULES
from desk import Desk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not (CHROMIUM and MODULES.is_dir()), reason="no Chromium, or no npm ci"),
]
BRIEFING = "title: The ferry stops\nstatus: published\nsources: [{publisher: The Post}]\n"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_an_edit_is_shown_once_and_a_mistake_until_it_is_mended(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("content/site.yaml", "title: Ferries\nsearch: false\n")
    file = desk.write("content/briefings/ferry.yaml", BRIEFING)
    address = f"http://127.0.0.1:{free_port()}/briefings/ferry/"
    port = address.split(":")[2].partition("/")[0]
    call = [sys.executable, "-m", "generator", "-C", tmp_path, "serve", "--port", port]
    with subprocess.Popen(call, stderr=subprocess.PIPE) as server:
        try:
            wait_for(tmp_path / "site" / "index.html", int(port))
            command = ["node", FOLDER / "edit.mjs", str(CHROMIUM), address, file]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        finally:
            server.terminate()
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["complaints"] == []
    assert seen["before"] == "The ferry stops"
    assert seen["edited"] == seen["meanwhile"] == seen["mended"] == "The old ferry stops"
    assert seen["loadsAfter"] == 0
    told = r"Not built: this is the last good site\..*ferry\.yaml:2:9: .*Did you mean 'published'\?"
    assert re.search(told, seen["problem"])


def wait_for(page: Path, port: int) -> None:
    patience = time.monotonic() + 120
    while not page.is_file():
        assert time.monotonic() < patience
        time.sleep(0.1)
    socket.create_connection(("127.0.0.1", port)).close()
