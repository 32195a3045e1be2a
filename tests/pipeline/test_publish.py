"""`briefings publish` as it is called: what it refuses, tells and returns; and `verify`."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from desk import Desk
from places import read_files

from generator.cli import main

SETTINGS = """\
title: Test desk
drafts: true
search: false
publish:
  - {name: server, to: folder, path: ../www}
"""
BRIEFING = "content/briefings/ferry.yaml"


@pytest.fixture
def built(desk: Desk) -> Desk:
    desk.write("content/site.yaml", SETTINGS)
    assert desk.run("build").exit_code == 0
    return desk


@pytest.fixture
def www(built: Desk) -> Path:
    return built.root.parent / "www"


def verify(where: object, *options: str) -> Result:
    return CliRunner().invoke(main, ["verify", str(where), *options])


def test_the_built_site_is_brought_to_its_target(built: Desk, www: Path) -> None:
    result = built.run("publish")
    assert result.exit_code == 0, result.output
    assert read_files(www) == built.site()
    assert result.stderr.startswith("server: ")
    assert f"{len(built.site())} new, 0 changed, 0 removed" in result.stderr
    assert not result.stdout
    again = built.run("publish")
    assert again.exit_code == 0
    assert again.stderr == f"server: nothing to do, {len(built.site())} files as they were.\n"


def test_a_program_is_told_whether_anything_was_done(built: Desk) -> None:
    for touched in (True, False):
        said = json.loads(built.run("publish", "--json").stdout)
        assert [target["touched"] for target in said["targets"]] == [touched]
        assert said["findings"] == []
    built.run("build", "--no-drafts")
    said = json.loads(built.run("publish", "--dry-run", "--json").stdout)
    assert said["dry_run"] is True
    assert "briefings/ferry/index.html" in said["targets"][0]["removed"]


def test_a_dry_run_lists_what_would_be_added_changed_and_deleted(built: Desk, www: Path) -> None:
    assert "+ briefings/ferry/index.html" in built.run("publish", "--dry-run").stdout.splitlines()
    assert not www.exists()
    built.run("publish")
    before = read_files(www)
    (built.root / BRIEFING).unlink()
    built.run("build")
    lines = built.run("publish", "--dry-run").stdout.splitlines()
    assert "- briefings/ferry/index.html" in lines
    assert "~ index.html" in lines
    assert read_files(www) == before


CHANGES = {
    "briefing ferry": (BRIEFING, "title: Ferry to stop", "title: Ferries to stop"),
    "seeds/ferry.md": ("seeds/ferry.md", "Nobody knows", "No one knows"),
    "the settings": ("content/site.yaml", "title: Test desk", "title: Best desk"),
}


@pytest.mark.parametrize("changed", CHANGES)
def test_a_site_that_is_older_than_its_content_is_refused(
    built: Desk, www: Path, changed: str
) -> None:
    built.change(*CHANGES[changed])
    result = built.run("publish")
    assert result.exit_code == 1
    assert f"It is older than its content: {changed} changed since it was built." in result.stderr
    assert "Run: briefings build\n" in result.stderr
    assert "Nothing was published. To publish all the same: --force" in result.stderr
    assert not www.exists()
    built.run("build")
    assert built.run("publish").exit_code == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("content/entities.yaml", "entities: []\n"),
        ("content/pages/about.md", "# About\n"),
        ("templates/static/style.css", "body {}\n"),
        ("seeds/storm.txt", "A storm is coming.\n"),
    ],
)
def test_what_has_been_added_since_makes_a_site_old(built: Desk, name: str, text: str) -> None:
    built.write(name, text)
    result = built.run("publish")
    assert result.exit_code == 1
    assert f"older than its content: {name} changed" in result.stderr


def test_a_new_target_calls_for_no_new_build(built: Desk, www: Path) -> None:
    other = SETTINGS + "  - {name: other, to: folder, path: ../other}\nadvise_after_days:\n"
    built.write("content/site.yaml", other)
    lines = built.run("publish", "--all", "--dry-run").stdout.splitlines()
    assert {"server + index.html", "other + index.html"} <= set(lines)
    assert built.run("publish", "--all").exit_code == 0
    assert read_files(www) == read_files(built.root.parent / "other") == built.site()


def test_drafts_that_were_left_out_are_no_news_and_not_named(built: Desk, www: Path) -> None:
    built.run("build", "--no-drafts")
    assert built.run("publish").exit_code == 0
    assert b"ferry" not in (www / "manifest.json").read_bytes()
    built.change(BRIEFING, "title: Ferry to stop", "title: Ferries to stop")
    assert built.run("publish").exit_code == 0


def test_a_briefing_without_an_article_is_published_too(built: Desk, www: Path) -> None:
    built.write("content/briefings/gale.yaml", "title: Gale\nsources: https://example.org/gale\n")
    assert built.run("build").exit_code == 0
    assert built.run("publish").exit_code == 0
    manifest = json.loads((www / "manifest.json").read_text("utf-8"))
    assert sorted(manifest["ingredients"]["briefings"]) == ["ferry", "gale"]
    assert list(manifest["ingredients"]["seeds"]) == ["seeds/ferry.md"]


def test_a_site_that_was_changed_by_hand_is_refused(built: Desk) -> None:
    built.write("site/index.html", "<p>Quick correction")
    built.write("site/extra.html", "<p>More")
    result = built.run("publish")
    assert result.exit_code == 1
    assert "It is not as it was built: extra.html is not listed, index.html differs." in (
        result.stderr
    )


def test_a_site_with_drafts_that_nobody_asked_for_is_refused(built: Desk, www: Path) -> None:
    built.change("content/site.yaml", "drafts: true", "drafts: false")
    built.run("build", "--drafts")
    result = built.run("publish")
    assert result.exit_code == 1
    assert "It shows drafts, which " in result.stderr
    assert not www.exists()
    built.run("build")
    assert built.run("publish").exit_code == 0
    assert not (www / "briefings/ferry/index.html").exists()


def test_a_withdrawn_briefing_keeps_its_page(built: Desk, www: Path) -> None:
    built.run("publish")
    built.change(BRIEFING, "status: draft", "status: withdrawn")
    built.run("build")
    assert "- briefings/ferry/index.html" not in built.run("publish", "--dry-run").stdout
    built.run("publish")
    assert b"This briefing has been withdrawn." in (www / "briefings/ferry/index.html").read_bytes()


def test_a_site_without_its_search_index_is_refused(built: Desk, www: Path) -> None:
    built.change("content/site.yaml", "search: false", "search: true")
    built.run("build")
    assert built.run("publish").exit_code == 0
    assert (www / "pagefind").is_dir()
    assert verify(www).exit_code == 0
    shutil.rmtree(built.root / "site/pagefind")
    result = built.run("publish")
    assert result.exit_code == 1
    assert "It has no search index. Run: briefings build" in result.stderr


def test_a_site_with_nothing_to_search_needs_no_index(built: Desk) -> None:
    built.change("content/site.yaml", "search: false", "search: true")
    built.change("content/site.yaml", "drafts: true", "drafts: false")
    built.run("build")
    assert not (built.root / "site/pagefind").exists()
    assert built.run("publish").exit_code == 0


def test_content_with_errors_is_refused_unless_the_call_insists(built: Desk, www: Path) -> None:
    built.change(BRIEFING, "- quote: The ferry will stop on Monday.", "- quote: The moon will.")
    result = built.run("publish")
    assert result.exit_code == 1
    assert f"{BRIEFING}:" in result.stderr
    assert not www.exists()
    forced = built.run("publish", "--force")
    assert forced.exit_code == 0
    assert "warning: " in forced.stderr
    assert f"{BRIEFING}:" in forced.stderr
    assert read_files(www) == built.site()


def test_a_site_for_another_address_is_refused(built: Desk) -> None:
    built.write(
        "content/site.yaml",
        SETTINGS.replace("../www", "../www, url: 'https://desk.example/news/'")
        + "base_url: https://desk.example/\n",
    )
    built.run("build")
    result = built.run("publish")
    assert result.exit_code == 1
    assert (
        "publish to server: Readers will find it at https://desk.example/news/, but the site was "
        "built for https://desk.example/. Set base_url: https://desk.example/news/ and build, "
    ) in result.stderr
    built.change(
        "content/site.yaml",
        "base_url: https://desk.example/",
        "base_url: https://desk.example/news",
    )
    built.run("build")
    assert built.run("publish").exit_code == 0


def test_what_was_never_built_is_not_published(desk: Desk) -> None:
    desk.write("content/site.yaml", SETTINGS)
    result = desk.run("publish", "--force")
    assert result.exit_code == 1
    assert "There is no built site. Run: briefings build" in result.stderr


def test_one_target_that_fails_holds_up_no_other(built: Desk, www: Path) -> None:
    targets = (
        "  - {name: lost, to: folder, path: ../not-mounted/www}\n  - {name: pages, to: branch}\n"
    )
    built.write("content/site.yaml", SETTINGS.replace("  - {name: s", f"{targets}  - {{name: s"))
    result = built.run("publish", "--all")
    assert result.exit_code == 1
    assert "There is no folder to put it in." in result.stderr
    assert "publish to pages: git rev-parse failed: fatal: not a git repository" in result.stderr
    assert read_files(www) == built.site()


@pytest.mark.parametrize(
    ("targets", "call", "said"),
    [
        ("", (), "names no target. Add one: publish: [{name: server, to: folder, path: /"),
        ("  - {name: a, to: folder, path: a}\n  - {name: b, to: branch}\n", (), "(a, b), or all"),
        ("  - {name: a, to: folder, path: a}\n", ("b",), "There is no target 'b'. There are: a."),
    ],
)
def test_a_call_that_means_no_target_is_wrong(
    desk: Desk, targets: str, call: tuple[str, ...], said: str
) -> None:
    desk.write("content/site.yaml", f"publish:\n{targets}")
    result = desk.run("publish", *call)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_theme_must_leave_the_manifests_name_alone(desk: Desk) -> None:
    desk.write("templates/static/manifest.json", "{}")
    result = desk.run("build")
    assert result.exit_code == 1
    assert result.stderr.startswith("templates/static/manifest.json: The theme has a file of this")


def test_old_addresses_are_told_to_web_servers_that_ask(desk: Desk) -> None:
    desk.run("build")
    desk.change(BRIEFING, "id: ferry", "id: ferry\naliases: [old-ferry]")
    desk.write("content/site.yaml", "drafts: true\nbase_url: https://desk.example/news/\n")
    desk.run("build")
    assert not {name for name in desk.site() if "redirect" in name}
    page = desk.site()["briefings/old-ferry/index.html"].decode()
    assert '<link rel="canonical" href="https://desk.example/news/briefings/ferry/">' in page
    assert '<meta http-equiv="refresh" content="0; url=../../briefings/ferry/">' in page
    desk.write(
        "content/site.yaml",
        desk.read("content/site.yaml") + "redirect_files: [_redirects, nginx]\n",
    )
    assert desk.run("build").exit_code == 0
    assert desk.site()["_redirects"].decode().splitlines() == [
        "/news/briefings/old-ferry /news/briefings/ferry/ 301",
        "/news/briefings/old-ferry/ /news/briefings/ferry/ 301",
    ]
    assert (
        b"/news/briefings/old-ferry/ /news/briefings/ferry/;\n"
        in (desk.site()["redirects-nginx.conf"])
    )


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address(built: Desk) -> Iterator[str]:
    """The address at which the built site is served."""
    handler = partial(Quiet, directory=str(built.root / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_anyone_can_verify_a_site_by_its_address(built: Desk, address: str) -> None:
    for where in (address, f"{address}/manifest.json", built.root / "site"):
        result = verify(where)
        assert result.exit_code == 0, result.output
        assert f"All {len(built.site()) - 2} files are as briefings " in result.stderr


def test_every_difference_is_listed(built: Desk, address: str) -> None:
    built.write("site/index.html", "<p>Forged")
    (built.root / "site/briefings/ferry/index.html").unlink()
    differing = ["briefings/ferry/index.html is missing", "index.html differs"]
    result = verify(address)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == differing
    built.write("site/forged.html", "<p>More")
    result = verify(built.root / "site")
    assert sorted(result.stderr.splitlines()) == sorted([*differing, "forged.html is not listed"])
    said = json.loads(verify(address, "--json").stdout)
    assert said["differences"][0] == {"path": "briefings/ferry/index.html", "what": "is missing"}


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("ftp://127.0.0.1/", "The address is none of the web. Begin with https://"),
        ("file:///etc/", "The address is none of the web."),
        (
            "http://127.0.0.1:9/",
            "http://127.0.0.1:9/manifest.json: The manifest cannot be read: connection refused. ",
        ),
        ("no-such-folder", "no-such-folder/manifest.json: The manifest cannot be read: no such"),
    ],
)
def test_what_cannot_be_verified_is_told(where: str, said: str) -> None:
    result = verify(where)
    assert result.exit_code == 1
    assert said in result.stderr


def test_a_manifest_that_leads_out_of_its_site_is_refused(built: Desk) -> None:
    manifest = json.loads(built.read("site/manifest.json"))
    manifest["files"]["../../etc/passwd"] = "0" * 64
    built.write("site/manifest.json", json.dumps(manifest))
    result = verify(built.root / "site")
    assert result.exit_code == 1
    assert "'../../etc/passwd' cannot be a file of a site." in result.stderr


def test_a_server_that_points_elsewhere_than_the_web_is_not_followed(built: Desk) -> None:
    del built

    class Pointing(Quiet):
        def do_GET(self) -> None:
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), Pointing) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        result = verify(f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
        thread.join()
    assert result.exit_code == 1
    assert "The manifest cannot be read" in result.stderr
