"""A site in a folder of its own, and the program at work in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main

FERRY = """---
title: Ferry to stop for a week
publisher: The Merrin Courier
published: 2026-03-03
license: open
---
The ferry will stop on Monday.

Nobody knows when it will sail again.
"""


@dataclass(frozen=True)
class Desk:
    """A site's folder, and the program at work in it."""

    root: Path

    def run(self, *arguments: str) -> Result:
        return CliRunner().invoke(main, ["-C", str(self.root), *arguments])

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        assert old in self.read(name)
        self.write(name, self.read(name).replace(old, new))

    def site(self) -> dict[str, bytes]:
        site = self.root / "site"
        return {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in site.rglob("*")
            if path.is_file()
        }
