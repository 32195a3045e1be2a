"""Briefings -> the source files of a site, in the natural format of each generator.

This program gets `content/briefings/*.yaml`; the others get Markdown files with the same fields as
YAML front matter, names in place of ids, and the notes as the body.

    python -m benchmarks.sources FOLDER --briefings 10000
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from benchmarks.newsroom import SOURCE, Fields, make_briefings, wire

SITE_TITLE = "Newsroom"
BASE_URL = "https://example.org/"
PER_PAGE = 50
"""Entries on one page of an index."""


def briefing_sources(briefings: Iterable[Fields], **more: object) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of a site for this program, with `more` settings."""
    settings = {
        "title": SITE_TITLE,
        "base_url": BASE_URL,
        "per_page": PER_PAGE,
        "search": False,  # an index over all pages is what none of the others makes
        **more,
    }
    yield "content/site.yaml", write_yaml(settings)
    yield SOURCE, wire()
    for briefing in briefings:
        yield f"content/briefings/{briefing['id']}.yaml", write_yaml(briefing)


def plain_sources(briefings: Iterable[Fields]) -> Iterator[tuple[str, str]]:
    """Yield the files of a site that has only the pages which the others make."""
    return briefing_sources(briefings, outputs=[])


def markdown_sources(briefings: Iterable[Fields]) -> Iterator[tuple[str, str]]:
    """Yield path and text of one Markdown file per briefing."""
    for briefing in briefings:
        text = f"---\n{write_yaml(front_matter(briefing))}---\n\n{briefing['notes']}"
        yield f"content/briefings/{briefing['id']}.md", text


def front_matter(briefing: Fields) -> Fields:
    """Return a briefing as other generators get it: what they list by, names, and its items."""
    names = {actor["id"]: actor["name"] for actor in (*briefing["who"], *briefing["where"])}
    people = [actor["name"] for actor in briefing["who"] if actor["kind"] == "person"]
    return {
        "title": briefing["title"],
        "date": briefing["sources"][0]["published"],
        "slug": briefing["id"],
        "summary": briefing["summary"],
        "people": people,
        "places": [place["name"] for place in briefing["where"]],
        **{
            section: [_named(item, names) for item in briefing[section]]
            for section in ("who", "what", "where", "when", "quotes", "open_questions")
        },
    }


def write_yaml(fields: Mapping[str, object]) -> str:
    """Return YAML as a person would lay it out."""
    return yaml.dump(
        fields,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=100,
    )


class _Dumper(yaml.CSafeDumper):
    """Writes texts of several lines as blocks, and lists of names in one line."""


def _represent_text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    )


def _represent_list(dumper: yaml.CSafeDumper, entries: list[object]) -> yaml.SequenceNode:
    in_one_line = all(isinstance(entry, str) for entry in entries)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", entries, flow_style=in_one_line)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(list, _represent_list)


def write_files(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write files below a folder."""
    for path, text in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _named(item: Fields, names: Mapping[str, str]) -> Fields:
    """Return an item that says names where it referred to ids."""
    named = {key: value for key, value in item.items() if key != "by"}
    for key in ("actor", "speaker"):
        if key in named:
            named[key] = names[named[key]]
    for key in ("attributed_to", "about"):
        if key in named:
            named[key] = [names[name] for name in named[key]]
    return named


def main() -> None:
    """Write a site for this program."""
    parser = argparse.ArgumentParser(description="Write a site of invented briefings.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--briefings", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="with no outputs beside the pages")
    asked = parser.parse_args()
    make = plain_sources if asked.plain else briefing_sources
    write_files(asked.folder, make(make_briefings(asked.briefings, asked.seed)))


if __name__ == "__main__":
    main()
