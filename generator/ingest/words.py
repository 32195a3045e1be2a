"""Cut a stretch of text into words as the English UD treebanks (EWT, GUM) do, with exact offsets.

The language model was trained on these words, so they must stay the same at run time: clitics part
from their hosts (has n't, Blinken 's, can not), hyphens part compounds (well - known) but not
prefixes (pre-war), signs part from numbers ($ 5, 5 %), and abbreviations, addresses, dates and
ellipses stay whole. Every pattern is anchored where the last word ended and none can back up over
more than one piece of its own, so the time taken grows with the length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Span

_PREFIXES = (
    "anti|arch|bi|co|counter|cross|e|ex|extra|inter|intra|macro|micro|mid|mini|multi|neo|non|over|post|"
    "pre|pro|pseudo|psycho|quasi|re|semi|socio|sub|super|trans|tri|ultra|un"
)
_UNITS = "a\\.m\\.?|p\\.m\\.?|am|pm|bn|tn|mn|b|k|m|mm|cm|km|kg|kph|mph|lb|lbs|ft|x|hrs?|mins?|secs?"
_APOSTROPHES = "'’‘ʼ＇`´"
_LETTER = r"[^\W\d_]"

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}",
    re.IGNORECASE,
)
_ADDRESS_END = re.compile(r"[.,;:!?)\]'’]+$")

_PIECE = re.compile(
    rf"""
      (?P<dots>\[\.\.\.\]|\.{{2,}}|…[….]*)
    | (?P<initials>(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?![^\W_]))?|{_LETTER}\.{_LETTER}(?![^\W_]|\.))
    | (?P<number>
          \d{{1,4}}-\d{{1,2}}-\d{{1,4}}(?![\w-])
        | (?:\d-)?\d{{3}}-\d{{3}}-\d{{4}}(?![\w-])
        | \d{{3}}-\d{{4}}(?![\w-])
        | \d{{1,2}}/\d{{1,2}}/\d{{2,4}}(?!\w)
        | \d{{1,2}}/\d{{2}}(?![\w/])
        | \d+(?:[.,:]\d+)*
          (?:(?=(?:{_UNITS})(?![^\W_]))|[^\W_]*)
        | [.,]\d+
      )
    | (?P<currency>(?:US|U\.S\.|A|AU|C|CA|HK|NZ|NT|R|S|Z|J|T|EC|BD)\$)
    | (?P<handle>[@\#]{_LETTER}\w*)
    | (?P<file>\w+(?:\.(?:com|org|net|gov|edu|info|co|uk|doc|xls|pdf|txt|ru|tv|io|ai))+(?!\w))
    | (?P<prefixed>(?:{_PREFIXES})-\w+(?:[{_APOSTROPHES}]\w+)*)
    | (?P<elided>[{_APOSTROPHES}](?:\d\ds?|em|cause|til|tis|twas|bout|n)(?!\w))
    | (?P<clitic>[{_APOSTROPHES}](?:s|m|re|ve|ll|d)(?!\w))
    | (?P<slashed>{_LETTER}/{_LETTER}(?![^\W_]|/)|[wW]/(?=[\s\w]))
    | (?P<word>\w+(?:[{_APOSTROPHES}]\w+)*)
    | (?P<face>[:;]-?[()D](?=\s|$))
    | (?P<sign>--+|==+|\*\*+|__+|[!?]+|''|``|<<|>>|\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)

_INVISIBLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")

_ABBREVIATIONS = frozenset(
    "adm attn ave barr blvd brig c ca capt cf cmdr co col corp cpl ct dept det dr drs eq esp est "
    "etc ft fr gen gov hon inc jr lt ltd maj messrs mr mrs ms mt mts no nos op pfc pres prof pvt "
    "rep reps rev sen sens sgt spec sq sr st ste supt univ v vol vs jan feb mar apr jun jul "
    "aug sep sept oct nov dec ext bros al mon tue tues wed thu thur thurs fri".split()
)
"""Lower-cased words that keep their full stop; `no` and the like only before a number or a name."""

_ABBREVIATIONS_AT_END = frozenset("bros co corp etc inc jr ltd sr al est".split())
"""Those that keep their full stop at the end of a sentence too, where it is written once."""

_BEFORE_NUMBER = frozenset("no nos art fig p pp sec ch c ca".split())

_MERGED = {
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3,
    "dont": 2, "doesnt": 4, "didnt": 3, "isnt": 2, "wasnt": 3, "arent": 3, "couldnt": 5,
    "wouldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3, "hadnt": 3, "werent": 4,
}  # fmt: skip
"""Words written together that the treebanks part, and where."""

_CLITIC = re.compile(rf"(?:n[{_APOSTROPHES}]t|[{_APOSTROPHES}](?:s|m|re|ve|ll|d))$", re.IGNORECASE)


def words(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the words of `text[start:end]`, in order and without overlaps."""
    found: list[Span] = []
    position = start
    for gap in _INVISIBLE.finditer(text, start, end):
        found.extend(_chunk(text, position, gap.start(), end))
        position = gap.end()
    found.extend(_chunk(text, position, end, end))
    return tuple(found)


def _chunk(text: str, start: int, end: int, last: int) -> Iterator[Span]:
    """Yield the words of a stretch without white space; `last` is where the sentence ends."""
    chunk = text[start:end]
    if chunk.isalpha() and chunk.lower() not in _MERGED:  # most are: a word as it stands
        yield Span(start, end)
        return
    position = start
    for address in _ADDRESS.finditer(text, start, end) if _may_be_address(text, start, end) else ():
        tail = _ADDRESS_END.search(text, address.start(), address.end())
        stop = tail.start() if tail else address.end()
        if stop <= address.start():
            continue
        yield from _pieces(text, position, address.start(), last)
        yield Span(address.start(), stop)
        position = stop
    yield from _pieces(text, position, end, last)


def _may_be_address(text: str, start: int, end: int) -> bool:
    """Tell cheaply whether a chunk is worth searching for addresses."""
    return (
        text.find("@", start, end) >= 0
        or text.find("://", start, end) >= 0
        or text.find("www.", start, end) >= 0
    )


def _pieces(text: str, start: int, end: int, last: int) -> Iterator[Span]:
    """Yield the words of a chunk that holds no address."""
    position = start
    while position < end:
        piece = _PIECE.match(text, position, end)
        if piece is None:  # pragma: no cover - the last alternative takes any character
            return
        stop = _with_full_stop(text, piece, end, last)
        yield from _parted(text, piece, stop)
        position = stop


def _with_full_stop(text: str, piece: re.Match[str], end: int, last: int) -> int:
    """Return where a piece ends, taking in the full stop of an abbreviation."""
    stop = piece.end()
    if piece.lastgroup != "word" or stop >= end or text[stop] != ".":
        return stop
    word = piece.group().lower()
    ends_sentence = not text[stop + 1 : last].strip("\"'”’)] \n")
    if len(word) == 1:
        keeps = word.isalpha() and piece.group().isupper() and not ends_sentence
    elif ends_sentence:
        keeps = word in _ABBREVIATIONS_AT_END
    elif word in _BEFORE_NUMBER and word != "co":
        keeps = text[stop + 1 : stop + 3].strip()[:1].isdigit()
    else:
        keeps = word in _ABBREVIATIONS
    return stop + 1 if keeps else stop


def _parted(text: str, piece: re.Match[str], stop: int) -> Iterator[Span]:
    """Yield one piece, parted from its clitics."""
    start = piece.start()
    cut = _MERGED.get(piece.group().lower()) if piece.lastgroup == "word" else None
    if cut is not None:
        yield Span(start, start + cut)
        start += cut
    elif piece.lastgroup in {"word", "prefixed", "initials"} and (
        clitic := _CLITIC.search(text, max(start, stop - 3), stop)
    ):
        if clitic.start() > start:
            yield Span(start, clitic.start())
        start = clitic.start()
    yield Span(start, stop)
