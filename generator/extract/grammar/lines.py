"""Text that is put together word by word: with blanks where they belong, and what it names."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.language.tree import Token

_CLOSING = frozenset(",.;:?!)]}%”’") | {"'s", "’s", "n't", "n’t", "''", "'"}
_OPENING = frozenset("([{“‘$£€") | {"``"}
_COURTESIES = frozenset({"mr", "mrs", "ms", "miss"})


@dataclass
class Line:
    """Text under construction: all here that changes; it never leaves the wording."""

    text: str = ""
    last: Token | None = None
    seen: set[str] = field(default_factory=set)
    nominal: bool = False
    nouns: set[int] = field(default_factory=set)
    """Indices of what a pronoun may mean, unless it is a part of that: "two of them"."""
    things: bool = False
    """Whether it has a subject or an object that "it" or "they" may mean."""
    several: bool = False
    """Whether one of them is a plural."""
    person: Token | None = None
    """The subject that "he" or "her" may mean: somebody without a name."""
    latest: str = ""
    """The actor that the text ends with."""

    def add(self, word: str, first: Token | None, last: Token | None, source: str) -> None:
        """Append a word with the blank, or none, that belongs before it."""
        if self.text and not self._tight(word, first, source):
            self.text += " "
        self.text += word
        self.last = last
        if word != ",":
            self.latest = ""

    def drop_courtesy(self, name: str) -> None:
        """Let a full name take the place of "Mr" too, and of a part of it: "Ivo Hale" for "Ivo"."""
        before, _, last = self.text.rpartition(" ")
        words = name.split()
        repeated = last in words if last[:1].isupper() else last == words[0].lower()
        if " " in name and (repeated or last.lower().rstrip(".") in _COURTESIES):
            self.text = before

    def _tight(self, word: str, first: Token | None, source: str) -> bool:
        if self.last and first and first.index == self.last.index + 1:
            return not source[self.last.end : first.start].strip(" ") and (
                self.last.end == first.start
            )
        if (self.last and self.last.tag == "``") or (first and first.tag == "``"):
            return self.last is not None and self.last.tag == "``"
        within = self.text.count('"') % 2 == 1
        if within and (word == '"' or self.text.endswith('"')):
            return True
        return word in _CLOSING or self.text[-1] in _OPENING


def tidy(text: str) -> str:
    """Return text without quotation marks that lost their partner and punctuation that hangs."""
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    for hanging in (" ,", ",,", ", ,"):
        text = text.replace(hanging, ",")
    return " ".join(text.split()).removeprefix("’ ").strip(" ,;:–—-")
