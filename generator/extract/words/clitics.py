"""A verb shortened behind a pronoun -> the whole verb: "they've" -> "have"."""

from __future__ import annotations

from generator.language.tree import Sentence, Token

_CLITICS = {"'ve": "have", "'re": "are", "'ll": "will"}


def spelled_out(sentence: Sentence, clitic: Token) -> str | None:
    """Return the verb that a pronoun's "'s" or "'ve" is short for; None for any other word."""
    if not clitic.tag.startswith(("VB", "MD")):
        return None
    done = sentence.tokens[clitic.head].tag == "VBN" and clitic.label == "aux"
    short = clitic.text.lower().replace("’", "'")
    return {"'s": "has" if done else "is", "'d": "had" if done else "would", **_CLITICS}.get(short)
