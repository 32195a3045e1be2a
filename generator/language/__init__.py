"""Parsed language: an article in, its sentences with tags, trees and names out."""

from __future__ import annotations

import os

# Before anything in this room imports numpy: our products are small, and the threads that numpy's
# library would share them out to wait in a busy loop for the next, on the cores of other workers.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from dataclasses import replace

from generator.language.agreement import agree
from generator.language.english import is_english
from generator.language.mending import mend
from generator.language.tree import Document, Entity, Sentence, Token
from generator.model import Article

__all__ = ["Document", "Entity", "Sentence", "Token", "is_english", "read"]


def read(article: Article) -> Document:
    """Parse every sentence of an article. The model is loaded with the first one."""
    from generator.language.tagger import load

    tagger = load()
    sentences = agree(tuple(map(mend, tagger.parse(article.segments, article.text))))
    beside = tuple(map(mend, tagger.parse(article.asides, article.text)))
    document = Document(article, sentences, asides=beside)
    if article.headline is None or article.source.title is None:
        return document
    (headline,) = tagger.parse([article.headline], article.source.title)
    return replace(document, headline=replace(mend(headline), index=-1))
