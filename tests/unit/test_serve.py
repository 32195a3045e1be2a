"""The development server: pages with reloading, and nothing from outside the site."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import httpx2 as httpx
import pytest

from generator.serve import Live, Rebuilt, application

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


def get(site: Path, address: str, host: str = "127.0.0.1") -> httpx.Response:
    async def ask() -> httpx.Response:
        app = application(site, Live(), lambda: Rebuilt(changed=False))
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
    assert failed == {"version": first["version"], "problems": ["storm.yaml:6:11: mend this"]}
    assert mended["problems"] == []
    assert mended["version"] != first["version"]
