"""YAML text into values, with the place of every mistake, and values into YAML to edit."""

from generator.yamlio.editing import edit_briefing
from generator.yamlio.reading import load, load_briefing, load_mapping, locate
from generator.yamlio.shorthand import unused_slug
from generator.yamlio.writing import dump, dump_briefing

__all__ = [
    "dump",
    "dump_briefing",
    "edit_briefing",
    "load",
    "load_briefing",
    "load_mapping",
    "locate",
    "unused_slug",
]
