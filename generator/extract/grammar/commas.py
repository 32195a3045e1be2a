"""Tokens of a trimmed clause -> the same, with the marks that are left of what has gone mended."""

from __future__ import annotations

from generator.extract.grammar.trimming import subject_of
from generator.language.tree import Sentence, Token

_PREDICATE = ("aux", "aux:pass", "cop", "advmod")


def mended(sentence: Sentence, head: Token, stated: list[Token]) -> list[Token]:
    """Return a clause with a comma behind what opens it, and none or two behind its subject."""
    subject = subject_of(sentence, head)
    if subject is None or subject.index > head.index:
        return stated
    return _behind_subject(sentence, head, subject, _behind_opening(sentence, subject, stated))


def _behind_opening(sentence: Sentence, subject: Token, stated: list[Token]) -> list[Token]:
    """Give back the comma between "In talks on Monday[, which failed]" and the subject."""
    first = next((t for t in sentence.subtree(subject) if t in stated), subject)
    comma = sentence.tokens[first.index - 1] if first.index else first
    at = stated.index(first) if first in stated else 0
    opened = at > 0 and stated[at - 1].tag not in {"CC", "IN"} and stated[at - 1].text != ","
    return [*stated[:at], comma, *stated[at:]] if opened and comma.text == "," else stated


def _behind_subject(
    sentence: Sentence, head: Token, subject: Token, stated: list[Token]
) -> list[Token]:
    """Drop or close the one comma between subject and verb: an aside has two, a list an "and"."""
    first = _first_of_predicate(sentence, head, subject)
    between = [t for t in stated if subject.index < t.index < first.index]
    commas = [t for t in between if t.text == ","]
    if len(commas) != 1 or any(t.tag == "CC" for t in between):
        return stated
    if between[-1] is commas[0]:
        return [t for t in stated if t is not commas[0]]
    before = [t for t in sentence.tokens[: first.index] if t.text == ","]
    at = stated.index(between[-1]) + 1
    return [*stated[:at], before[-1], *stated[at:]] if before[-1] not in stated else stated


def _first_of_predicate(sentence: Sentence, head: Token, subject: Token) -> Token:
    parts = [
        t for t in sentence.children(head, *_PREDICATE) if subject.index < t.index < head.index
    ]
    return min((*parts, head), key=lambda t: t.index)


def torn(sentence: Sentence, left: set[int]) -> set[int]:
    """Return what is left of words whose first half has gone: the "-B" of "the mine, Halm-B"."""
    torn: set[int] = set()
    for hyphen in (t for t in sentence.tokens[1:-1] if t.text == "-"):
        before, after = sentence.tokens[hyphen.index - 1], sentence.tokens[hyphen.index + 1]
        joined = before.end == hyphen.start and hyphen.end == after.start
        if joined and before.index not in left - torn:
            torn |= {hyphen.index} if after.tag.startswith("VB") else {hyphen.index, after.index}
    return torn
