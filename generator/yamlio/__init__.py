"""YAML text into values, with the place of every mistake, and values into YAML to edit."""

from generator.yamlio.reading import load, load_briefing, load_mapping
from generator.yamlio.writing import dump, dump_briefing

__all__ = ["dump", "dump_briefing", "load", "load_briefing", "load_mapping"]
