"""Makes the lists that MkDocs has no notion of: a page per person and place, a paged index."""

from pathlib import Path

from markdown import Markdown
from mkdocs.utils import write_file

PER_PAGE = 50
_lists = {}


def on_env(env, config, files):
    """Group what has been read; a dirty build reads little, and then lists stay as they are."""
    pages = [file.page for file in files.documentation_pages()]
    markdown = Markdown()
    env.filters["markdown"] = lambda text: markdown.reset().convert(text)
    complete = all(page.meta for page in pages)
    newest = sorted(pages, key=lambda page: page.meta["date"], reverse=True) if complete else []
    _lists.update(env=env, newest=newest, groups=_grouped(newest))
    env.globals.update(newest=newest, groups=_lists["groups"], site_name=config.site_name)
    return env


def on_post_template(output_content, template_name, config):
    """Keep the feed and the sitemap of the last full build where this is none."""
    return output_content if _lists["newest"] else ""


def on_post_build(config):
    env, newest = _lists["env"], _lists["newest"]
    for path, group in _lists["groups"].items():
        _write(config, path, env.get_template("entity.html").render(group=group))
    parts = [newest[at : at + PER_PAGE] for at in range(0, len(newest), PER_PAGE)]
    for number, part in enumerate(parts, start=1):
        path = f"briefings/page/{number}/" if number > 1 else "briefings/"
        text = env.get_template("index.html").render(briefings=part, number=number, last=len(parts))
        _write(config, path, text)


def _grouped(pages):
    groups = {}
    for page in pages:
        people = [one for one in page.meta["who"] if one["kind"] == "person"]
        for folder, things in (("people", people), ("places", page.meta["where"])):
            for thing in things:
                group = {"name": thing["name"], "briefings": []}
                groups.setdefault(f"{folder}/{thing['id']}/", group)["briefings"].append(page)
    return groups


def _write(config, path, text):
    write_file(text.encode(), str(Path(config.site_dir) / path / "index.html"))
