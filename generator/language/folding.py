"""A name as a text has it -> the form under which all its spellings meet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SHORTENED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_LETTERS = str.maketrans(
    {
        "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n",
        "-": " ", "‐": " ", "‑": " ", "–": " ", "/": " ", ".": None, ",": " ", "'": None,
        "’": None, "‘": None, "ʻ": None, "ʼ": None, "`": None, "´": None, "ʿ": None, "ʾ": None,
    }
)  # fmt: skip
SHORTEST_SHOUT = 4
"""Letters; fewer capitals are initials: the EU is not the town of Eu."""
_INITIALS = re.compile(r"[A-Z]{2,4}$")


REMEMBERED = 16_384
"""Names of which the folded form is kept: an article asks for each of its own many times."""


def plain(name: str) -> str:
    """Return a name in lower case without accents, full stops and curly apostrophes."""
    folded = _without_accents(name).replace("’", "'").replace(".", "")
    return " ".join(folded.split())


@lru_cache(REMEMBERED)
def fold(name: str) -> str:
    """Return the form of a name under which all its spellings meet: "Sana’a" and "Sanaa"."""
    bare = _without_accents(name).translate(_LETTERS)
    words = [_SHORTENED.get(word, word) for word in bare.split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@lru_cache(REMEMBERED)
def key(name: str) -> str:
    """Return what a name is looked up by; initials keep their capitals ("US" is not "us")."""
    initials = name.replace(".", "").strip()
    return initials if _INITIALS.match(initials) else fold(name)


def keys(name: str) -> tuple[str, ...]:
    """Return all that a name may be looked up by; capitals may be a headline's ("CUBA")."""
    first = key(name)
    return (first, fold(name)) if first.isupper() and len(first) >= SHORTEST_SHOUT else (first,)


def _without_accents(name: str) -> str:
    if name.isascii():
        return name.lower()
    folded = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in folded if not unicodedata.combining(c))
