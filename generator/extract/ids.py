"""Names -> ids: slugs that are unique within a draft's section."""

from __future__ import annotations

from functools import lru_cache

from slugify import slugify

LONGEST_SLUG = 60
"""Characters; ids are part of addresses."""


def unique_id(name: str, taken: set[str], otherwise: str = "actor") -> str:
    """Return a slug for a name that is not taken yet, and take it.

    `otherwise` serves for a name of which no letter can be spelt in a slug.
    """
    stem = _slug(name) or otherwise
    slug, number = stem, 2
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    taken.add(slug)
    return slug


@lru_cache(maxsize=256)
def _slug(name: str) -> str:
    slug: str = slugify(name, max_length=LONGEST_SLUG, word_boundary=True)
    return slug
