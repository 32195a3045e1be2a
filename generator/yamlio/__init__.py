"""YAML text into values, with the place of every mistake, and values into YAML to edit."""

from generator.yamlio.reading import load, load_briefing, load_mapping

__all__ = ["load", "load_briefing", "load_mapping"]
