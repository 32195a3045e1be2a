"""Decoded text to clean text: NFC, one kind of newline and blank, no invisible characters."""

from __future__ import annotations

import re
import unicodedata

_NEWLINES = re.compile(r"\r\n?|[\n\v\f\u2028\u2029]")
_BLANKS = re.compile(r"[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_EDGES = re.compile(r" *\n *")
# Soft hyphens, zero-width spaces, byte order marks and direction marks say nothing to a reader of
# the text and break words for a program; joiners (U+200C, U+200D) shape Persian, Indic and emoji.
_INVISIBLE = re.compile(r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# What XML and terminals choke on: control characters, lone surrogates, noncharacters.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)
_TAIL = r"[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MOJIBAKE = re.compile(rf"[ÂÃ]{_TAIL}|â[€‚]{_TAIL}")
"""“Ã©”, “â€™”: UTF-8 that somebody once read as Windows-1252, and no letters of any word."""
_SPACED = re.compile(r"(?<=\w)Ã ([¡-¿])(?: (?=[b-hj-z]\b)|(?<=\b\wÃ .) (?=[a-z]))?")
"""“PÃ © rez”, “AragÃ ³ n”: the same, cut into words since, where none of them is one."""
_DOMAIN = re.compile(r"(?<=\w)\. (?=(?:cn|com|org)\b)")
"""“Halm. com” of a text cut into words."""
_MISREAD = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""C1 controls are Windows-1252 punctuation that somebody once read as Latin-1."""


def tidy(text: str, file: str) -> tuple[str, tuple[str, ...]]:
    """Return clean text of single-blank lines, and a warning for characters that had to go."""
    text = _INVISIBLE.sub("", _NEWLINES.sub("\n", _read_again(text)).translate(_MISREAD))
    text, removed = _CONTROLS.subn("", text)
    text = unicodedata.normalize("NFC", text)
    text = _DOMAIN.sub(".", _EDGES.sub("\n", _BLANKS.sub(" ", text)).strip(" \n"))
    if not removed:
        return text, ()
    what = "A control character was" if removed == 1 else f"{removed} control characters were"
    return text, (f"{file}: {what} left out of the text.",)


def _read_again(text: str) -> str:
    """Return text with what was read in the wrong encoding as it was written."""
    text = _MOJIBAKE.sub(lambda m: _decoded(m[0]), text)
    return _SPACED.sub(lambda m: _decoded(f"Ã{m[1]}"), text)


def _decoded(letters: str) -> str:
    """Return what letters of Windows-1252 spell in UTF-8; the letters where they spell nothing."""
    read = (c.encode("latin-1" if ord(c) < 0x100 else "cp1252") for c in letters)
    try:
        return b"".join(read).decode("utf-8")
    except UnicodeDecodeError:
        return letters


def fold(text: str) -> str:
    """Fold all white space to single blanks."""
    return " ".join(text.split())
