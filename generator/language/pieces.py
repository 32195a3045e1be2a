"""Turn words into the word pieces and capital shapes that the language model reads."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

LOWER, TITLE, UPPER, MIXED = range(4)
"""How a word is capitalised: the vocabulary is lower case, shapes give the capitals back."""

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
MAX_WORD_LENGTH = 100
"""Longer runs of letters are one unknown piece, as in the vocabulary's own tokenizer."""
MAX_PIECES = 16
"""Pieces kept of one word; more (long addresses) tell the model nothing and cost a window."""
CACHED_WORDS = 50_000
SHOUT = 4
"""Words in capitals that no name or dateline has side by side."""

_STRAIGHT = str.maketrans("’‘ʼ‛＇´`“”„‟«»", "'''''''\"\"\"\"\"\"")


class Pieces:
    """A word-piece vocabulary, and the pieces of the words met so far."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """Take the pieces in the order of their numbers."""
        self._ids = {piece: index for index, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.start = self._ids[START]
        self.end = self._ids[END]
        self._unknown = self._ids[UNKNOWN]

    def of(self, word: str) -> tuple[int, ...]:
        """Return the piece numbers of a word, at least one."""
        found = self._known.get(word)
        if found is None:
            found = tuple(self._cut(word))[:MAX_PIECES] or (self._unknown,)
            if len(self._known) < CACHED_WORDS:
                self._known[word] = found
        return found

    def _cut(self, word: str) -> Iterator[int]:
        for part in _basic_parts(fold(word)):
            yield from self._longest_first(part)

    def _longest_first(self, part: str) -> tuple[int, ...]:
        if len(part) > MAX_WORD_LENGTH:
            return (self._unknown,)
        found: list[int] = []
        start = 0
        while start < len(part):
            mark = "##" if start else ""
            for end in range(len(part), start, -1):
                piece = self._ids.get(mark + part[start:end])
                if piece is not None:
                    found.append(piece)
                    start = end
                    break
            else:
                return (self._unknown,)
        return tuple(found)


def fold(word: str) -> str:
    """Return a word in lower case, without accents and with straight quotation marks."""
    if word.isascii():
        return word.lower().replace("`", "'")
    plain = unicodedata.normalize("NFD", word.translate(_STRAIGHT).lower())
    return "".join(c for c in plain if unicodedata.category(c) not in {"Mn", "Cc", "Cf", "Co"})


def _basic_parts(folded: str) -> Iterator[str]:
    """Part a folded word at white space and around every sign and ideograph."""
    if folded.isalnum() and folded.isascii():
        yield folded
        return
    for kind, run in groupby(folded, key=_kind):
        if kind == "sign":
            yield from run
        elif kind == "word":
            yield "".join(run)


def _kind(character: str) -> str:
    if character.isspace():
        return "space"
    if 0x3400 <= ord(character) <= 0x9FFF or 0xF900 <= ord(character) <= 0xFAFF:
        return "sign"
    if unicodedata.category(character)[0] == "P":
        return "sign"
    return "sign" if character.isascii() and not character.isalnum() else "word"


def shapes(words: Sequence[str]) -> list[int]:
    """Return how each word is capitalised; those of a shout tell no more than a title's do."""
    found = [shape(word) for word in words]
    for first, last in _shouts(words):
        found[first:last] = [TITLE if found[n] == UPPER else found[n] for n in range(first, last)]
    return found


def _shouts(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where words in capitals follow each other up to a sign, more than a name has."""
    first = 0
    for loud, run in groupby(words, key=str.isupper):
        last = first + len(list(run))
        closed = not any(map(str.isalnum, words[last : last + 1]))
        if loud and closed and last - first >= SHOUT:
            yield first, last
        first = last


def shape(word: str) -> int:
    """Return how a word is capitalised."""
    if word.islower() or not any(map(str.isupper, word)):
        return LOWER
    if word.isupper():
        return UPPER if sum(map(str.isalpha, word)) > 1 else TITLE
    return TITLE if word[0].isupper() and word[1:].islower() else MIXED
