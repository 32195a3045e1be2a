"""Names -> ids: slugs that are unique within a draft's section."""

from __future__ import annotations

from slugify import slugify

LONGEST_SLUG = 60
"""Characters; ids are part of addresses."""


def unique_id(name: str, taken: set[str], otherwise: str = "actor") -> str:
    """Return a slug for a name that is not taken yet, and take it.

    `otherwise` serves for a name of which no letter can be spelt in a slug.
    """
    stem = slugify(name, max_length=LONGEST_SLUG, word_boundary=True) or otherwise
    slug, number = stem, 2
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    taken.add(slug)
    return slug
