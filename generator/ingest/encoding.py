"""Bytes to text: byte order mark, UTF-16, strict UTF-8, the declared charset, then Windows-1252."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from generator.errors import Place, SeedError

SNIFF_BYTES = 4096
"""How far a declared charset and the zeros of UTF-16 are looked for."""

UTF16_ZERO_SHARE = 0.25
"""Share of zeros, all on one side of the pairs, that makes bytes UTF-16 (Latin text: 0.5)."""

BINARY_CONTROL_SHARE = 0.05
"""Share of control characters above which bytes are no text; random bytes have 0.11, articles 0."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP or Word file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_DECLARED = (
    re.compile(rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']\s*([\w.:-]{1,40})", re.IGNORECASE),
    re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE),
)
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
"""What browsers read for a declared charset (WHATWG Encoding), by Python's name of it."""
_NEVER = frozenset({"utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "idna", "punycode"})
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class Decoded(NamedTuple):
    """Text, and the encoding that it was written in."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(raw: bytes, file: str, charset: str | None = None) -> Decoded:
    """Decode the bytes of a seed, sent as a charset or not; what is no text is a `SeedError`."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark) :], encoding, file)
    _refuse_other_formats(raw, file)
    if unmarked := _unmarked_utf16(raw):
        return _decode_marked(raw, unmarked, file)
    if _control_share(raw) > BINARY_CONTROL_SHARE:
        raise _not_text(file, "is not text")
    declared = (charset and _python_codec(charset)) or _declared_charset(raw)
    return _decode_unmarked(raw, file, declared)


def _decode_unmarked(raw: bytes, file: str, declared: str | None) -> Decoded:
    if declared and declared.startswith("iso2022"):
        return Decoded(raw.decode(declared, "replace"), declared)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and declared != "utf-8":
        try:
            return Decoded(raw.decode(declared), declared)
        except UnicodeDecodeError:
            pass
    warning = (
        f"{file}: The text is not UTF-8 and names no encoding that fits; it was read as "
        "Windows-1252. Save it as UTF-8 if accents or quotes look wrong."
    )
    return Decoded(raw.decode("cp1252", "replace"), "windows-1252", (warning,))


def _decode_marked(raw: bytes, encoding: str, file: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    if "\ufffd" not in text:
        return Decoded(text, encoding)
    if text.count("\ufffd") > BINARY_CONTROL_SHARE * len(text):
        raise _not_text(file, f"begins like {encoding.upper()} text and is not")
    warning = f"{file}: Some bytes are not {encoding.upper()} and were replaced by “\ufffd”."
    return Decoded(text, encoding, (warning,))


def _refuse_other_formats(raw: bytes, file: str) -> None:
    for signature, name in _SIGNATURES:
        if raw.startswith(signature):
            raise _not_text(file, f"is {name}")


def _unmarked_utf16(raw: bytes) -> str | None:
    head = raw[:SNIFF_BYTES]
    if len(raw) % 2 or len(head) < 4:
        return None
    first, second = head[0::2].count(0), head[1::2].count(0)
    enough = UTF16_ZERO_SHARE * len(head)
    if second > enough and first * 20 < second:
        return "utf-16-le"
    if first > enough and second * 20 < first:
        return "utf-16-be"
    return None


def _control_share(raw: bytes) -> float:
    head = raw[: 16 * SNIFF_BYTES]
    return len(_CONTROLS.findall(head)) / max(len(head), 1) if len(head) > len(b"\0" * 40) else 0.0


def _declared_charset(raw: bytes) -> str | None:
    head = raw[:SNIFF_BYTES]
    for pattern in _DECLARED:
        if found := pattern.search(head):
            return _python_codec(found[1].decode("ascii", "ignore"))
    return None


def _python_codec(name: str) -> str | None:
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    if codec.name in _NEVER or not codec._is_text_encoding:
        return None
    return _READ_AS.get(codec.name, codec.name)


def _not_text(file: str, what: str) -> SeedError:
    return SeedError(
        f"The file {what}.", Place(file), "Save the article as text, Markdown or HTML."
    )
