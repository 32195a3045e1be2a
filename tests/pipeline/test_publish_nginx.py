"""A folder behind nginx: whoever reads while it is published to meets one site or the other."""

from __future__ import annotations

import http.client
import os
import random
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import publish, put_site, write_files

from generator.settings import FolderTarget

pytestmark = pytest.mark.slow

PUBLICATIONS = 50
PATHS = ("/", "/people/", "/people/ana/", "/briefings/storm/", "/style.css")
CONFIGURATION = """\
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log off;
  types {{ text/html html; text/css css; }}
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  map_hash_bucket_size 256;
  map $uri $moved {{ include {folder}/redirects-nginx.conf; }}
  server {{
    listen 127.0.0.1:{port};
    root {root};
    error_page 404 /404.html;
    if ($moved) {{ return 301 $moved; }}
  }}
}}
"""


def version(number: int) -> dict[str, bytes]:
    """Return a site of which every file says which version it is of, at its two ends."""
    text = b"<%d>%s<%d>" % (number, b" " * 20_000, number)
    names = ("index.html", "people/index.html", "people/ana/index.html", "style.css", "404.html")
    return dict.fromkeys((*names, "briefings/storm/index.html"), text)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


class Nginx:
    """Debian's nginx as a process of its own."""

    def __init__(self, folder: Path, root: Path) -> None:
        program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
        if program is None:
            pytest.skip("there is no nginx")
        self.port = free_port()
        # Run by root, it would read files as somebody who may not enter the tests' folder.
        user = "user root;" if os.geteuid() == 0 else ""
        written = CONFIGURATION.format(user=user, folder=folder, port=self.port, root=root)
        (folder / "nginx.conf").write_text(written)
        command = [program, "-p", folder, "-e", folder / "error.log", "-c", folder / "nginx.conf"]
        self.process = subprocess.Popen([*command, "-g", "daemon off;"])
        self._wait()

    def _wait(self) -> None:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        pytest.fail("nginx does not answer")

    def ask(self, path: str) -> tuple[int, str | None, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.getheader("Location"), body

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(10)


class Reader(threading.Thread):
    """Reads pages in any order, and notes what no reader should meet."""

    def __init__(self, nginx: Nginx, seed: int) -> None:
        super().__init__()
        self.nginx = nginx
        self.random = random.Random(seed)
        self.done = threading.Event()
        self.seen = 0
        self.reads = 0
        self.wrong: list[str] = []

    def run(self) -> None:
        while not self.done.is_set():
            path = self.random.choice(PATHS)
            status, _, body = self.nginx.ask(path)
            ends = re.fullmatch(rb"<(\d+)> *<(\d+)>", body)
            if status != http.client.OK or ends is None or ends[1] != ends[2]:
                self.wrong.append(f"{path}: status {status}, {len(body)} bytes")
            elif int(ends[1]) < self.seen:
                self.wrong.append(f"{path}: version {int(ends[1])} after {self.seen}")
            else:
                self.seen = int(ends[1])
            self.reads += 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put_site(tmp_path / "desk", version(0))
    write_files(tmp_path, {"redirects-nginx.conf": b"", "www/.keep": b""})
    return tmp_path


@pytest.fixture(params=[None, 3], ids=["replaced", "kept"])
def target(request: pytest.FixtureRequest) -> FolderTarget:
    return FolderTarget(name="server", to="folder", path="../www/desk", releases=request.param)


@pytest.fixture
def nginx(folder: Path, target: FolderTarget) -> Iterator[Nginx]:
    assert publish(folder / "desk", target).problems == ()
    root = folder / "www/desk"
    server = Nginx(folder, root / "current" if target.releases else root)
    yield server
    server.close()


def test_readers_meet_no_mixture_of_sites(folder: Path, target: FolderTarget, nginx: Nginx) -> None:
    readers = [Reader(nginx, seed) for seed in range(2)]
    for reader in readers:
        reader.start()
    for number in range(1, PUBLICATIONS + 1):
        put_site(folder / "desk", version(number))
        assert publish(folder / "desk", target).problems == ()
    for reader in readers:
        reader.done.set()
        reader.join()
        assert reader.wrong == []
        assert reader.reads > PUBLICATIONS
        assert reader.seen > 0
    assert nginx.ask("/people/ana/")[2].startswith(b"<%d>" % PUBLICATIONS)


def test_nginx_sends_readers_on_from_old_addresses(folder: Path, target: FolderTarget) -> None:
    publish(folder / "desk", target)
    moved = b"/briefings/gale /briefings/storm/;\n/briefings/gale/ /briefings/storm/;\n"
    write_files(folder, {"redirects-nginx.conf": moved})
    root = folder / "www/desk"
    server = Nginx(folder, root / "current" if target.releases else root)
    try:
        for path in ("/briefings/gale", "/briefings/gale/"):
            status, location, _ = server.ask(path)
            assert status == http.client.MOVED_PERMANENTLY
            assert location is not None
            assert location.endswith("/briefings/storm/")
        assert server.ask("/briefings/storm/")[0] == http.client.OK
        assert server.ask("/briefings/none/")[0] == http.client.NOT_FOUND
    finally:
        server.close()
