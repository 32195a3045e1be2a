"""The development server: pages with reloading, and nothing from outside the site."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from collections.abc import Callable
from pathlib import Path

import httpx2 as httpx
import pytest

from generator.cli import main
from generator.errors import SiteError
from generator.serve import Live, Rebuilt, application, listen, respond

PAGE = b"<!doctype html><title>Home</title><body><p>Home</p></body>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "people").mkdir(parents=True)
    (site / "index.html").write_bytes(PAGE)
    (site / "404.html").write_bytes(b"<body>Lost?</body>")
    (site / "people" / "index.html").write_bytes(b"<body>People</body>")
    (site / "style.css").write_bytes(b"p { margin: 0 }")
    (tmp_path / "secret.txt").write_text("secret")
    (site / "out").symlink_to(tmp_path)
    return site


def get(
    site: Path, address: str, host: str = "127.0.0.1", live: Live | None = None
) -> httpx.Response:
    async def ask() -> httpx.Response:
        app = application(site, live or Live(), lambda _: Rebuilt(changed=False))
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
            return await client.get(address)

    return asyncio.run(ask())


def test_a_page_is_served_with_the_script_that_reloads_it(site: Path) -> None:
    answer = get(site, "/")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "<p>Home</p><script src=" in answer.text
    assert get(site, "/_briefings/reload.js").headers["content-type"].startswith("text/javascript")


def test_a_page_with_a_strict_policy_lets_that_script_run(site: Path) -> None:
    meta = (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src x">'
    )
    (site / "index.html").write_text(f"{meta}<body></body>")
    assert "default-src 'none'; script-src 'self' x; connect-src 'self'" in get(site, "/").text


def test_other_files_are_served_as_they_are(site: Path) -> None:
    answer = get(site, "/style.css")
    assert answer.content == b"p { margin: 0 }"
    assert answer.headers["content-type"].startswith("text/css")


def test_a_folder_without_its_slash_is_redirected(site: Path) -> None:
    answer = get(site, "/people")
    assert answer.status_code == 307
    assert answer.headers["location"] == "/people/"


def test_what_is_missing_gets_the_page_of_the_site_for_it(site: Path) -> None:
    answer = get(site, "/nobody/")
    assert answer.status_code == 404
    assert "Lost?" in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/%2e%2e/secret.txt",
        "/people/%2e%2e/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/out/secret.txt",
        "/%2fetc/passwd",
        "//etc/passwd",
        "/a%00b",
        "/..%5csecret.txt",
        "/%252e%252e/secret.txt",
        "/..%252fsecret.txt",
        "/%25252e%25252e%25252fsecret.txt",
        "/people/..;/..;/secret.txt",
        "/out%2fsecret.txt",
    ],
)
def test_nothing_outside_the_site_is_served(site: Path, address: str) -> None:
    answer = get(site, address)
    assert answer.status_code in {307, 404}
    assert "secret" not in answer.text
    assert "root:" not in answer.text


def test_a_foreign_page_cannot_reach_the_server_by_a_name_of_its_own(site: Path) -> None:
    assert get(site, "/", host="rebound.example").status_code == 400


def test_open_pages_hear_of_problems_and_of_their_end() -> None:
    async def listen() -> list[dict[str, object]]:
        live = Live()
        events = live.events()
        heard = [await anext(events)]
        await live.tell(Rebuilt(changed=False, problems=("storm.yaml:6:11: mend this",)))
        heard.append(await anext(events))
        await live.tell(Rebuilt(changed=True))
        heard.append(await anext(events))
        await live.stop()
        heard.extend([event async for event in events])
        return [json.loads(event.removeprefix("data: ")) for event in heard]

    first, failed, mended = asyncio.run(listen())
    assert failed["version"] == first["version"]
    assert failed["problems"] == ["storm.yaml:6:11: mend this"]
    assert mended["problems"] == []
    assert mended["version"] != first["version"]


def test_a_page_that_is_made_is_shown_before_its_build_is_done(site: Path) -> None:
    stage = site.with_name("site.staged-new")
    (stage / "people").mkdir(parents=True)
    (stage / "people" / "index.html").write_bytes(b"<body>New people</body>")
    (stage / "people" / "data.json").write_bytes(b"{}")
    shown: list[tuple[str, str]] = []

    async def rebuild_once() -> list[dict[str, object]]:
        live = Live()
        built: list[Rebuilt] = [Rebuilt(changed=True)]

        def rebuild(look_ahead: Callable[[], None]) -> Rebuilt:
            look_ahead()
            shown.append((live.version, respond(site, "people/", live).body.decode()))
            shown.append((live.version, respond(site, "", live).body.decode()))
            return built.pop()

        app = application(site, live, rebuild)
        async with app.router.lifespan_context(app):
            events = live.events()
            heard = [json.loads((await anext(events)).removeprefix("data: "))]
            while not heard[-1]["kept"]:
                heard.append(json.loads((await anext(events)).removeprefix("data: ")))
        return heard

    *_, last = asyncio.run(rebuild_once())
    (version, people), (_, home) = shown
    assert "New people" in people
    assert f'data-version="{version}"' in people
    assert "Home" in home
    assert last["kept"] == ["people/index.html"]
    assert last["since"] == version
    assert last["version"] != version


def test_what_was_shown_of_a_build_that_failed_goes_again() -> None:
    async def fail() -> tuple[str, str, tuple[str, ...], dict[str, bytes]]:
        live = Live()
        await live.show_ahead({"index.html": b"new"})
        before = live.version
        await live.tell(Rebuilt(changed=False, problems=("mend this",)))
        event = json.loads((await anext(live.events())).removeprefix("data: "))
        return before, live.version, tuple(event["kept"]), dict(live.ahead)

    before, after, kept, ahead = asyncio.run(fail())
    assert before != after
    assert not kept
    assert not ahead


def test_saves_in_quick_succession_are_one_rebuild_or_a_few(site: Path) -> None:
    saves = 200

    async def save_often() -> int:
        rebuilt = 0
        watched = site.with_name("content")
        watched.mkdir()

        def rebuild(_: Callable[[], None]) -> Rebuilt:
            nonlocal rebuilt
            rebuilt += 1
            return Rebuilt(changed=True)

        live = Live()
        app = application(site, live, rebuild, [watched])
        async with app.router.lifespan_context(app):
            while not rebuilt:
                await asyncio.sleep(0.01)
            while rebuilt < 2:  # the watcher is at work once it has seen one
                (watched / "first.yaml").write_text(str(rebuilt))
                await asyncio.sleep(0.05)
            before = rebuilt
            for number in range(saves):
                (watched / f"b{number}.yaml").write_text("title: B")
            while rebuilt == before:
                await asyncio.sleep(0.05)
            return rebuilt - before

    assert asyncio.run(save_often()) < saves / 4


def test_a_folder_that_is_made_while_serving_is_watched_too(site: Path) -> None:
    async def work() -> None:
        content, templates = site.with_name("content"), site.with_name("templates")
        content.mkdir()
        rebuilt: asyncio.Queue[bool] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def rebuild(_: Callable[[], None]) -> Rebuilt:
            loop.call_soon_threadsafe(rebuilt.put_nowait, templates.exists())
            return Rebuilt(changed=False)

        app = application(site, Live(), rebuild, [content, templates])
        async with asyncio.timeout(30), app.router.lifespan_context(app):
            assert not await rebuilt.get()
            templates.mkdir()
            while not await rebuilt.get():
                pass
            with contextlib.suppress(TimeoutError):
                while True:  # until all is quiet
                    await asyncio.wait_for(rebuilt.get(), 3)
            (templates / "home.html").touch()
            assert await rebuilt.get()

    asyncio.run(work())


def test_only_this_machine_is_served_unless_told_otherwise() -> None:
    host = next(one for one in main.commands["serve"].params if one.name == "host")
    assert host.default == "127.0.0.1"


def test_any_free_port_is_told_as_it_is() -> None:
    listener, address = listen("localhost", 0)
    with listener:
        port = listener.getsockname()[1]
        assert (port > 0, address) == (True, f"http://localhost:{port}/")


def test_a_port_that_is_taken_is_told_with_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(SiteError) as raised:
        listen("127.0.0.1", other.getsockname()[1])
    assert "address already in use" in raised.value.what
    assert raised.value.fix == "Choose another address with --host or --port."
