"""Seeds to articles: text, Markdown and HTML of any encoding to clean text, metadata, sentences.

bytes -> encoding.py -> characters.py -> text.py | markdown.py | html.py | records.py -> Contents
Contents -> header.py, boilerplate.py (what is not body) -> segment.py, words.py -> Article
archives.py: files of many articles -> seeds in memory, one at a time
"""

from generator.ingest.archives import is_archive, open_archive
from generator.ingest.contents import ParseYaml
from generator.ingest.seeds import (
    MAX_BYTES,
    SUFFIXES,
    Seed,
    Seeds,
    find_seeds,
    load_seed,
    read,
    read_seed,
)
from generator.ingest.segment import segment

__all__ = [
    "MAX_BYTES",
    "SUFFIXES",
    "ParseYaml",
    "Seed",
    "Seeds",
    "find_seeds",
    "is_archive",
    "load_seed",
    "open_archive",
    "read",
    "read_seed",
    "segment",
]
