"""Names of peoples, nationalities and faiths, of which there are only some hundreds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("peoples.txt")
"""Singular forms in lower case."""

_IRREGULAR_PLURALS = frozenset(
    "englishman englishmen englishwoman frenchman frenchmen frenchwoman dutchman dutchmen irishmen "
    "irishwoman scotsman scotsmen welshman welshmen".split()
)
_NOT_ALONE = frozenset(
    "han hans karen karens pole finn dane scot roma lao laos luo sami moro maya philippine "
    "philippines norman viking caribbean".split()
)
"""Words that are as often a person, a place or a thing."""

_DIRECTIONS = frozenset("north south east west northern southern eastern western latin".split())
_SECOND = {
    "sri": ("lankan", "lankans"),
    "costa": ("rican", "ricans"),
    "puerto": ("rican", "ricans"),
    "cape": ("verdean", "verdeans"),
    "east": ("timorese",),
    "sierra": ("leonean", "leoneans"),
}


def people_length(words: Sequence[str], at: int) -> int:
    """Return how many words from `at` name one people (`Sri Lankans`), 0 if none."""
    if not words[at][:1].isupper():
        return 0
    word = words[at].lower()
    if at + 1 < len(words):
        following = words[at + 1]
        if following.lower() in _SECOND.get(word, ()):
            return 2
        if word in _DIRECTIONS and is_people(following):
            return 2
    return 1 if is_people(words[at]) else 0


def is_people(word: str) -> bool:
    """Tell whether a capitalised word names a nationality, a people, a faith or a movement."""
    if not word[:1].isupper():
        return False
    folded = word.lower().replace("’", "'")
    if folded in _NOT_ALONE:
        return False
    known = singular_forms()
    return (
        folded in known
        or folded in _IRREGULAR_PLURALS
        or (folded.endswith("s") and folded[:-1] in known)
    )


@cache
def singular_forms() -> frozenset[str]:
    """Return the list, in lower case."""
    return frozenset(_FILE.read_text(encoding="utf-8").split())


def adjectives() -> list[str]:
    """Return all singular forms that stand for a people alone, capitalised."""
    return [
        word[0].upper() + word[1:]
        for word in sorted(singular_forms() - _NOT_ALONE)
        if word.isalpha() and not word.endswith(("ism", "ity", "islam"))
    ]
