"""Nouns that tell when: what a briefing lists as a time is no cause, no means and no action."""

from __future__ import annotations

from generator.extract.words.titles import DAYS_AND_MONTHS
from generator.language.morphology import lemma
from generator.language.tree import Token

TIMES = DAYS_AND_MONTHS | frozenset(
    """
    time moment half second minute hour day night week weekend fortnight month quarter season year
    decade century noon midnight dawn morning afternoon evening a.m. p.m. am pm
    spring summer autumn winter easter christmas ramadan diwali
    """.split()
)


def is_time(token: Token) -> bool:
    """Tell a noun or a number of time from what can be a cause or a means."""
    return token.tag == "CD" or lemma(token.text, token.tag).lower() in TIMES
