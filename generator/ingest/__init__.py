"""Seeds to articles: text, Markdown and HTML of any encoding to clean text, metadata, sentences.

bytes -> encoding.py -> characters.py -> text.py | markdown.py | html.py -> Contents
Contents -> header.py, boilerplate.py (what is not body) -> segment.py, words.py -> Article
"""

from generator.ingest.front_matter import ParseYaml
from generator.ingest.seeds import MAX_BYTES, SUFFIXES, Seeds, find_seeds, read_seed, read_text
from generator.ingest.segment import segment

__all__ = [
    "MAX_BYTES",
    "SUFFIXES",
    "ParseYaml",
    "Seeds",
    "find_seeds",
    "read_seed",
    "read_text",
    "segment",
]
