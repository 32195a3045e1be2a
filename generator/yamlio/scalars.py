"""A text or number as YAML writes it: plain, quoted, folded or literal, whichever reads best.

A text stands plain only where every reader takes it for the same text: YAML 1.1 (PyYAML) and 1.2
(ruamel.yaml, the editors' language server) see different things in `NO`, `12:30`, `1e3` or
`2024-08-13`, so those go in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

WIDTH = 100
"""Columns after which text is folded."""

_ESCAPED = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What can stand in a file only as an escape: controls, and line ends to some readers."""
_READ_OTHERWISE = re.compile(
    r"""
      (?i:y|n|yes|no|true|false|on|off|null|~|=|<<)
    | [-+]? \.? [0-9_] [-+0-9_.:]* (?: [eE] [-+]? [0-9_]* )?                # numbers, times, days
    | [-+]? 0 (?: x [0-9a-fA-F_]* | [ob] [0-9_]* )
    | [-+]? \. (?: inf|Inf|INF|nan|NaN|NAN )
    | [0-9]{4} - [0-9]{1,2} - [0-9]{1,2} (?: [Tt] | [ ]+ ) [0-9] .*      # a day with its time
    """,
    re.VERBOSE | re.DOTALL,
)
_NOT_PLAIN = re.compile(r"""^[-?:,\[\]{}#&*!|>'"%@`\s]|^\.\.\.|:\s|:$|\s\#|\s$""")
_NOT_PLAIN_IN_BRACKETS = re.compile(r"[,\[\]{}:?#]")
_ESCAPES = {'"': r"\"", "\\": r"\\", "\n": r"\n", "\t": r"\t"}


def number(value: float) -> str:
    """Return a number, or true or false, as every reader of YAML takes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    written = repr(value)
    if "e" in written and "." not in written:
        return written.replace("e", ".0e")
    return written


def one_line(text: str, *, brackets: bool = False) -> str:
    """Return a text on one line, in quotes where it needs them."""
    if is_plain(text) and not (brackets and _NOT_PLAIN_IN_BRACKETS.search(text)):
        return text
    if ('"' in text or "\\" in text) and not _ESCAPED.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + re.sub(rf'["\\]|{_ESCAPED.pattern}', _escape, text) + '"'


def is_plain(text: str) -> bool:
    """Return whether a text needs no quotes."""
    return (
        text != ""
        and not _NOT_PLAIN.search(text)
        and not _ESCAPED.search(text)
        and not _READ_OTHERWISE.fullmatch(text)
    )


def text_lines(text: str, lead: int, indent: int) -> list[str]:
    """Return a text as the rest of the line that already has `lead` columns, and lines below it.

    The lines below are indented by `indent` columns.
    """
    if "\n" in text and _is_literal(text):
        head, lines = "|" if text.endswith("\n") else "|-", text.removesuffix("\n").split("\n")
        return [head, *(" " * indent + line if line else "" for line in lines)]
    if lead + len(text) > WIDTH and " " in text and _is_foldable(text):
        return [">-", *(" " * indent + line for line in _folded(text, WIDTH - indent))]
    return [one_line(text)]


def _is_foldable(text: str) -> bool:
    return not _ESCAPED.search(text) and text[0] != " " and text[-1] != " "


def _is_literal(text: str) -> bool:
    """Return whether a text of lines can stand as it is, with nothing that is easily lost."""
    lines = text.removesuffix("\n").split("\n")
    edges = lines[0] and lines[-1] and lines[0][0] != " "
    return bool(edges) and not any(_ESCAPED.search(line) or line[-1:] == " " for line in lines)


def _folded(text: str, width: int) -> Iterator[str]:
    """Break a text at single blanks between words, the only places where folding loses nothing."""
    at = 0
    while len(text) - at > width and (cut := _break(text, at, at + width)) > 0:
        yield text[at:cut]
        at = cut + 1
    yield text[at:]


def _break(text: str, start: int, end: int) -> int:
    """Return the last blank before an end that a text can be broken at, else the next, else -1."""
    cut = text.rfind(" ", start + 1, end + 1)
    while cut > 0 and not _is_single(text, cut):
        cut = text.rfind(" ", start + 1, cut)
    if cut < 0:
        cut = text.find(" ", end)
        while cut > 0 and not _is_single(text, cut):
            cut = text.find(" ", cut + 1)
    return cut


def _is_single(text: str, blank: int) -> bool:
    return not text[blank - 1].isspace() and not text[blank + 1].isspace()


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    return _ESCAPES.get(character) or (f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
