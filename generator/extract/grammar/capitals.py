"""A word of a sentence -> how it is written elsewhere: its capital, and "the" for "this"."""

from __future__ import annotations

from generator.extract.grammar.naming import LONGEST_ACRONYM, opens
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.extract.words.times import is_time
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})
_PLAIN_TAGS = frozenset({"DT", "IN", "PRP$", "RB", "CD", "EX", "WDT", "PDT", "PRP", "TO", "CC"})
_COMMON_TAGS = frozenset({"NN", "NNS", "JJ", "JJR", "JJS", "VBG", "VBN", "VB"})
_ALIKE = frozenset({"fall", "kind", "manner", "point", "sort", "stage", "type", "way"})
"""Nouns with which "that" and "this" say more than "the": "feel that way", "at this point"."""


def as_worded(reading: Reading, sentence: Sentence, token: Token) -> str:
    """Return a token's text, without the capital of a sentence's first word."""
    low = token.text.lower()
    if token.tag == "DT" and low in DEMONSTRATIVES and token.label.startswith("det"):
        noun = sentence.tokens[token.head]
        quoted = reading.is_quoted(token.start)
        return low if quoted or is_time(noun) or noun.text in _ALIKE else "the"
    inside = token.index > 1 and reading.is_quoted(token.start)
    if token.text == low or inside or not opens(sentence, token):
        return token.text
    if any(e.first <= token.index < e.last for e in sentence.entities):
        return low if token.tag in {"DT", "IN", "PRP$"} else token.text
    shouted = token.text.isupper() and len(low) > LONGEST_ACRONYM and token.tag[:3] != "NNP"
    plain = shouted or (token.tag in _PLAIN_TAGS and low != "i")
    plain = plain or (token.tag == "NNPS" and is_people_noun(lemma(low, "NNS")))  # "Senators in"
    plain = plain or is_common(reading, sentence, token)
    if plain or (token.tag == "NNP" and _describes_common_noun(reading, sentence, token)):
        return low
    if token.tag in _COMMON_TAGS and token.text == token.text.capitalize():
        return token.text if reading.gazetteer.country(token.text) else low
    return token.text


def is_common(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell whether a first word read as a name is none: the text has "arsenic" elsewhere."""
    if token.tag != "NNP" or not opens(sentence, token):
        return False
    known = reading.mention_at(sentence.index, token.index) is not None
    return not known and token.text.lower() in reading.document.between_blanks


def _describes_common_noun(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell whether a capital is the sentence's own: "State lawmakers" at the start of it."""
    head = sentence.tokens[token.head] if token.head >= 0 else token
    if head.tag not in {"NN", "NNS"} or reading.mention_at(sentence.index, token.index):
        return False
    known = reading.gazetteer.country(token.text)
    return not known and token.text not in reading.document.between_blanks


def capitalised(text: str) -> str:
    """Return text with its first letter large, an opening quotation mark aside."""
    at = next((i for i, sign in enumerate(text[:2]) if sign.isalnum()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
