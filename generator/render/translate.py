"""The interface in the language of a site, from the catalogues that ship beside this module."""

from __future__ import annotations

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).parent / "languages"
"""One `.po` file per language; English is in the templates themselves."""


@lru_cache(maxsize=8)
def translations_for(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language, or of its main language; English where there is none."""
    for tag in (language, language.split("-")[0]):
        catalogue = CATALOGUES / f"{tag}.po"
        if catalogue.is_file():
            compiled = BytesIO()
            with catalogue.open("rb") as file:
                write_mo(compiled, read_po(file, locale=tag.replace("-", "_")))
            compiled.seek(0)
            return gettext.GNUTranslations(compiled)
    return gettext.NullTranslations()
