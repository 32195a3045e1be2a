"""Extractors as packages that are installed, without anything being downloaded."""

from __future__ import annotations

from pathlib import Path

GROUP = "briefings.extractors"

SENTENCES = '''
from generator.model import Draft, Evidence, What


def extract(article):
    """Draft a statement from each sentence."""
    words = [article.text[one.start : one.end] for one in article.segments]
    return Draft(
        title=article.source.title or "Untitled",
        what=tuple(
            What(id=f"w{number}", statement=one, evidence=(Evidence(quote=one),))
            for number, one in enumerate(words)
        ),
    )
'''


def install(folder: Path, name: str, module: str, *, version: str = "1.0", value: str = "") -> None:
    """Put a package that offers an extractor into a folder of packages."""
    metadata = folder / f"{name}_briefings-{version}.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}-briefings\nVersion: {version}\n", encoding="utf-8"
    )
    points = f"[{GROUP}]\n{name} = {value or f'{name}_briefings:extract'}\n"
    (metadata / "entry_points.txt").write_text(points, encoding="utf-8")
    (folder / f"{name}_briefings.py").write_text(module, encoding="utf-8")
