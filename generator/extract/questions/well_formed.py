"""The words of a question -> the question with its capital and mark, if it is well formed."""

from __future__ import annotations

import re

from generator.extract.grammar.capitals import capitalised

LONGEST = 30
"""Words of a question, at most."""
_OPENERS = frozenset(
    "will would is are was were has have had does do did can could should might may must".split()
)
WH_WORDS = frozenset("who what when where why how which whose whom".split())
_PREPOSITIONS = frozenset(
    "by to from in at on under for with against until since into through over before after".split()
)
_PRONOUNS = r"(?:he|she|it|they|we|i|you|that|this|these|those|his|her|its|their|him|them)"
_PRONOUN_SUBJECT = re.compile(
    rf"^(?:\w+(?: not)? {_PRONOUNS}\b|(?:who|what|when|where|why|how|which)(?: \w+)? "
    rf"(?:will|would|is|are|was|were|has|have|had|does|do|did|can|could|should|might|may|must)"
    rf" {_PRONOUNS}\b)",
    re.IGNORECASE,
)
_WHOLE = frozenset({"there", "anyone", "anybody", "anything", "everyone"})
"""Subjects of one word: "Was anyone hurt?"."""
_EMPTY = re.compile(
    r"^(?:who (?:did|\w+ (?:do|done)) (?:so|it|this|that)\b.*"
    r"|what \w+ (?:happen(?:ed)?|said|done|discussed)|who \w+ (?:responsible|to blame)"
    r"|what (?:comes|happens|will come|will happen) next"
    r"|(?-i:Which (?:side|party|of the two) (?:is|was)(?: [a-z]+){1,3}))\?$",
    re.IGNORECASE,
)
"""What asks about nothing in particular."""
_IT_TAKES = re.compile(
    r"^(?:why|how long) (?:did|does|has|will|had) it taken?\b.* to ", re.IGNORECASE
)
_NOT_A_SUBJECT = re.compile(
    rf"^(?:(?:{'|'.join(sorted(_OPENERS))}) (?:who|whom|whose|which|what|how|when|where|why|whether"
    r"|neither|no|nobody|none|the (?:latter|(?:former|same) (?:be|go|win|happen|occur|apply|hold))"
    r"|(?:the |any )?not|(?:the )?-|but|and|or|nor|each other|one another)"
    r"|how \w+ the question|who \w+ neither"
    r"|(?:when|where|why|how) \w+ (?:nobody|neither|none)"
    r"|(?:when|where|why|how) (?:was|were|is|are) to)\b",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"(?:[,;:(–—-]|\b(?:the|a|an|of|to|by|from|and|or|but|that|which|who|as"
    r"|whether|if|its|their|his|her|than|into|why|how|either))\?$",
    re.IGNORECASE,
)
_STOP_IN_MARKS = re.compile(r"[,.;:!](?=[\"”’]$)")
"""What a sentence that goes on sets inside its quotation marks: “a gift,” he said."""
_ABBREVIATED = re.compile(r"\b(?:[ap]\.m|[A-Z]\.[A-Z])$")
_DASH = re.compile(r"(?<!\d) (?:-|--|–|—) | (?:-|--|–|—) (?!\d)")
_THE_ONES = re.compile(r"\bthe ones(?= (?:in|of|from|on|at|found|that) )")
_CONCEDING = re.compile(r", (?:whatever|however|whoever|whichever|regardless)\b.*$")
_BROKEN = re.compile(
    r"^(?!.*\bneither\b).*\bnor\b|"
    r"\bthe ones?\b|\ba (?:\w+ )?one\b|\b(?:their|her|our)s\b|[\n\r\x00|]|\.{3}|…| ,|  |\(\)"
    r"|\b(?:otherwise|respectively|namely)\b|â ?€|\ufffd"
    r"|\b(?:the|an?) (?:which|what|who|whose|how)\b|^\w+ (?P<who>the .+) \w+ (?P=who)\?$"
    r"|\b(?P<twice>\w+) (?P=twice)\b(?![$£€])|https?:"
    r"|\b(?:be|become) the (?:first|second|third|fourth|fifth)(?:\?| (?:this|in) \w+\?)"
    r"|(?-i:[a-z]{3}(?<!Corp)(?<!Bros)\. [a-z])|,[a-z]|[a-z]: ",
    re.IGNORECASE,
)
_BY_HEARSAY = re.compile(r"\b(?:reportedly|allegedly|supposedly|purportedly) ")
_NO_MATTER = re.compile(
    r"\bbe believed\b|\b(?:rebut|refute|deny|dismiss)\w* (?:the |all |any |these )*"
    r"(?:accusation|allegation|charge|claim)s?\b",
    re.IGNORECASE,
)
"""What tells how much to believe of a matter, which is asked about itself."""


def finished(text: str | None) -> str | None:
    """Return text as a question with its capital and mark; None unless it is well formed."""
    if not text:
        return None
    text, *aside = _DASH.split(_CONCEDING.sub("", text))
    if len(aside) > 1:
        return None  # a remark between dashes: what follows it belongs to the question
    text = _THE_ONES.sub("those", text)
    bare = _BY_HEARSAY.sub("", _STOP_IN_MARKS.sub("", text.rstrip(" .!?,;:–—-")))
    question = capitalised(bare) + (".?" if _ABBREVIATED.search(bare) else "?")
    return question if is_well_formed(question) else None


def is_well_formed(question: str) -> bool:
    """Tell whether a question opens as one, names its subject, is whole and not too long."""
    words = question[:-1].split()
    if not len(("Who", "was", "hurt")) <= len(words) <= LONGEST or not question.endswith("?"):
        return False
    first, second = words[0].lower(), words[1].lower()
    alone = words[1][:1].isupper() or second.endswith("s") or second in _WHOLE  # "Will taxes rise"
    passive = words[0] in {"Was", "Were", "Has", "Have"} and second not in {"a", "an", "the"}
    alone = alone or passive  # "Was benzene found"
    if first not in WH_WORDS and not alone and len(words) < len(("Will", "the", "dam", "hold")):
        return False
    if all(w[:1].isupper() for w in words):
        return False  # "Did Luk Chun?"
    inverted = second in _OPENERS or second in {"else", "exactly"}
    if first in {"why", "when", "where"} and not inverted:
        return False
    opens = first in _OPENERS | WH_WORDS or (
        first in _PREPOSITIONS and second in {"who", "whom", "what", "which", "whose", "how"}
    )
    return (
        opens
        and (_IT_TAKES.match(question) or not _PRONOUN_SUBJECT.match(question))
        and not _NOT_A_SUBJECT.match(question)
        and (first == "where" or not _HANGING.search(question))
        and not _BROKEN.search(question)
        and not _NO_MATTER.search(question)
        and not _EMPTY.match(question)
        and question.count("(") == question.count(")")
        and question.count("?") == 1
    )
