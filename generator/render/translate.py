"""The interface in the language of a site, from the catalogues that ship beside this module."""

from __future__ import annotations

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

CATALOGUES = Path(__file__).parent / "languages"
"""One `.po` file per language; English is in the templates themselves."""


@lru_cache(maxsize=8)
def translations_for(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language, or of its main language; English where there is none."""
    catalogue = _catalogue_of(language)
    if catalogue is None:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo  # slow to import, and English needs none of it
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with catalogue.open("rb") as file:
        write_mo(compiled, read_po(file, locale=catalogue.stem.replace("-", "_")))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def is_translated(language: str) -> bool:
    """Tell whether the interface speaks a language."""
    return language.split("-")[0] == "en" or _catalogue_of(language) is not None


def _catalogue_of(language: str) -> Path | None:
    catalogues = (CATALOGUES / f"{tag}.po" for tag in (language, language.split("-")[0]))
    return next(filter(Path.is_file, catalogues), None)
