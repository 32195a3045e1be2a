"""Publishing to a bucket: a real S3 server on this machine, and a line to it that can be cut."""

from __future__ import annotations

import contextlib
import os
import random
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import boto3
import pytest
from moto.server import ThreadedMotoServer
from places import publish, put_site, read_files

from generator.publish.plan import stage_of
from generator.settings import BucketTarget

pytestmark = pytest.mark.slow

FIRST = {"index.html": b"one", "people/ana/index.html": b"Ana", "old.html": b"old", "a.css": b"{}"}
SECOND = {"index.html": b"two", "people/ana/index.html": b"Ana", "new.html": b"new", "a.css": b"{}"}
NAMES = ("index.html", "a.css", "a/index.html", "a/ä (1).html", "b+c.html", "feed.atom", "b/x.json")
MARK = {".briefings": b"ours"}
MANY = {f"people/p{number:02}/index.html": b"<p>%d" % number * 2000 for number in range(40)}


class Line:
    """A proxy that hands on bytes between the program and the server, and can break.

    Of each connection the proxy sees the requests: their names are kept in the order in which they
    came through whole. Before request number `cut_at` has come through, the connection is closed in
    the middle of it; with `dead`, every later connection is closed as well.
    """

    def __init__(self, server: tuple[str, int]) -> None:
        self.server = server
        self.requests: list[str] = []
        self.cut_at: int | None = None
        self.dead = False
        self.cuts = 0
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._accept)
        self._thread.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def of_kind(self, method: str) -> list[str]:
        return [name.split(" ")[1] for name in self.requests if name.startswith(f"{method} ")]

    def _accept(self) -> None:
        threads = []
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                threads.append(threading.Thread(target=self._serve, args=(client,)))
                threads[-1].start()
        for thread in threads:
            thread.join()

    def _serve(self, client: socket.socket) -> None:
        client.settimeout(10)
        with contextlib.suppress(OSError), client:
            while request := self._read(client):
                name = request.split(b" HTTP/", 1)[0].decode()
                if self._breaks(name):
                    self._ask(request[: len(request) // 2], answer=False)
                    return
                client.sendall(self._ask(request, answer=True))

    def _breaks(self, name: str) -> bool:
        with self._lock:
            if self.cut_at is not None and len(self.requests) >= self.cut_at:
                self.cuts += 1
                self.cut_at = self.cut_at if self.dead else None
                return True
            self.requests.append(name)
            return False

    def _ask(self, request: bytes, *, answer: bool) -> bytes:
        with socket.create_connection(self.server, 10) as server:
            server.sendall(request)
            return self._read(server) if answer else b""

    def _read(self, side: socket.socket) -> bytes:
        """Read one whole message, and let a sender go on that asks whether it may."""
        text = b""
        while b"\r\n\r\n" not in text:
            if not (more := side.recv(65536)):
                return b""
            text += more
        head, _, body = text.partition(b"\r\n\r\n")
        fields = {
            name.strip().lower(): value.strip()
            for name, _, value in (line.partition(b":") for line in head.split(b"\r\n")[1:])
        }
        if fields.get(b"expect") == b"100-continue":
            side.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            head = b"\r\n".join(
                x for x in head.split(b"\r\n") if not x.lower().startswith(b"expect")
            )
        while len(body) < int(fields.get(b"content-length", b"0")):
            if not (more := side.recv(65536)):
                return b""
            body += more
        return head + b"\r\n\r\n" + body


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, int]]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield server.get_host_and_port()
    server.stop()


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("AWS_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def line(server: tuple[str, int]) -> Iterator[Line]:
    line = Line(server)
    yield line
    line.close()


@pytest.fixture
def s3(server: tuple[str, int], credentials: None) -> Any:
    del credentials
    return boto3.client("s3", endpoint_url="http://{}:{}".format(*server), region_name="eu-north-1")


@pytest.fixture
def target(s3: Any, line: Line, request: pytest.FixtureRequest) -> BucketTarget:
    name = f"desk-{abs(hash(request.node.name))}"
    where = {"LocationConstraint": "eu-north-1"}
    s3.create_bucket(Bucket=name, CreateBucketConfiguration=where)
    return BucketTarget(
        name="storage", to="bucket", bucket=name, endpoint=line.address, region="eu-north-1"
    )


@pytest.fixture
def objects(s3: Any, target: BucketTarget) -> Callable[[], dict[str, bytes]]:
    def read() -> dict[str, bytes]:
        listed = s3.list_objects_v2(Bucket=target.bucket).get("Contents", ())
        names = [entry["Key"] for entry in listed]
        return {n: s3.get_object(Bucket=target.bucket, Key=n)["Body"].read() for n in names}

    return read


def test_the_bucket_holds_the_site_and_what_browsers_must_know(
    tmp_path: Path, target: BucketTarget, s3: Any, objects: Callable[[], dict[str, bytes]]
) -> None:
    put_site(tmp_path, FIRST)
    assert publish(tmp_path, target).problems == ()
    assert objects() == FIRST | MARK
    assert s3.head_object(Bucket=target.bucket, Key="a.css")["ContentType"].startswith("text/css")
    page = s3.head_object(Bucket=target.bucket, Key="people/ana/index.html")
    assert page["ContentType"] == "text/html; charset=utf-8"
    assert page["CacheControl"] == "public, max-age=300"


def test_only_what_differs_is_uploaded_and_deleted_last(
    tmp_path: Path, target: BucketTarget, line: Line, objects: Callable[[], dict[str, bytes]]
) -> None:
    put_site(tmp_path, FIRST)
    publish(tmp_path, target)
    line.requests.clear()
    [done] = publish(tmp_path, target).brought
    assert not done.plan.touches
    assert line.of_kind("PUT") == line.of_kind("POST") == []
    put_site(tmp_path, SECOND)
    publish(tmp_path, target)
    assert objects() == SECOND | MARK
    puts = [name.removeprefix(f"/{target.bucket}/") for name in line.of_kind("PUT")]
    assert sorted(puts) == ["index.html", "new.html"]
    assert line.requests[-1].startswith("POST ")


def test_nothing_is_uploaded_before_what_it_leads_to(
    tmp_path: Path, target: BucketTarget, line: Line
) -> None:
    lists = {"feed.atom": b"", "people/index.html": b"", "manifest.json": b"{}"}
    put_site(tmp_path, {**MANY, **FIRST, **lists})
    publish(tmp_path, target)
    puts = [unquote(name).removeprefix(f"/{target.bucket}/") for name in line.of_kind("PUT")]
    stages = [stage_of(path) for path in puts]
    assert stages == sorted(stages)
    assert (puts[0], puts[-1]) == (".briefings", "manifest.json")


def test_what_lies_beside_the_prefix_is_not_touched(
    tmp_path: Path, target: BucketTarget, s3: Any, objects: Callable[[], dict[str, bytes]]
) -> None:
    s3.put_object(Bucket=target.bucket, Key="diary.html", Body=b"Dear diary")
    below = target.model_copy(update={"prefix": "news/"})
    for files in (FIRST, SECOND):
        put_site(tmp_path, files)
        assert publish(tmp_path, below).problems == ()
    site = {f"news/{name}": content for name, content in (SECOND | MARK).items()}
    assert objects() == site | {"diary.html": b"Dear diary"}
    [problem] = publish(tmp_path, target.model_copy(update={"prefix": ""})).problems
    assert "It holds files that no build has written, such as diary.html." in str(problem)


def test_a_dry_run_tells_what_then_happens(
    tmp_path: Path, target: BucketTarget, objects: Callable[[], dict[str, bytes]]
) -> None:
    chance = random.Random(8)
    for _ in range(4):
        before = objects()
        put_site(tmp_path, {name: chance.randbytes(1) for name in chance.sample(NAMES, 5)})
        [told] = publish(tmp_path, target, dry_run=True).brought
        assert objects() == before
        publish(tmp_path, target)
        after = objects()
        assert after == read_files(tmp_path / "site")
        assert set(told.plan.added) == after.keys() - before.keys()
        assert set(told.plan.removed) == before.keys() - after.keys()
        both = before.keys() & after.keys()
        assert set(told.plan.changed) == {name for name in both if before[name] != after[name]}


def test_a_connection_cut_in_the_middle_is_made_again(
    tmp_path: Path, target: BucketTarget, line: Line, objects: Callable[[], dict[str, bytes]]
) -> None:
    put_site(tmp_path, MANY)
    line.cut_at = 12
    assert publish(tmp_path, target).problems == ()
    assert line.cuts == 1
    assert objects() == MANY | MARK


def test_a_publication_that_broke_off_goes_on_where_it_stopped(
    tmp_path: Path,
    target: BucketTarget,
    line: Line,
    objects: Callable[[], dict[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.publish.bucket.ATTEMPTS", 2)
    put_site(tmp_path, MANY)
    line.cut_at, line.dead = 20, True
    [problem] = publish(tmp_path, target).problems
    assert str(problem).startswith("publish to storage: ")
    assert str(problem).endswith("when this is mended, publish again.")
    arrived = objects()
    assert 0 < len(arrived) < len(MANY)
    assert arrived.items() <= (MANY | MARK).items()
    line.cut_at = None
    line.requests.clear()
    assert publish(tmp_path, target).problems == ()
    assert objects() == MANY | MARK
    assert len(line.of_kind("PUT")) == len(MANY | MARK) - len(arrived)


def test_what_the_storage_refuses_is_told(
    tmp_path: Path, target: BucketTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_site(tmp_path, FIRST)
    [problem] = publish(tmp_path, target.model_copy(update={"bucket": "not-there"})).problems
    assert "NoSuchBucket" in str(problem)
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    [problem] = publish(tmp_path, target).problems
    assert "Unable to locate credentials" in str(problem)
