"""An article's text to its sentences, headings and bullet lines, with exact offsets.

Each line of each paragraph is cut where a full stop, question mark, exclamation mark or ellipsis
ends a sentence. Every candidate looks at a bounded window of its line, so the time grows with the
length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.ingest.abbreviations import (
    NEVER_LAST,
    NUMBERED,
    SPEECH,
    STARTERS,
    TIME_ZONES_AND_DAYS,
    TITLES,
    WITH_NAMES,
    WORDS_TOO,
)
from generator.ingest.boilerplate import is_boilerplate
from generator.ingest.furniture import after_stamp, below_picture, is_furniture, own_words
from generator.ingest.words import words
from generator.model import Segment, Span

WINDOW = 80
"""Characters looked at on each side of a candidate: longer than abbreviations, attributions."""

ATTRIBUTION_WORDS = 4
"""The verb of “Mr. John Kirby asked” stands among so many words."""

OPENING_WORDS = 3
"""“At about 8 a.m. Kirby left”: no sentence is as short before its time of day."""

HEADING_WORDS = 12
"""A line of more words is no heading (crossheads of newspapers have 1 to 8)."""

HEADLINE = 250
"""Characters in which a headline is looked for that a page ran into the byline below it."""

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«(\\["
_END = re.compile(
    rf"(?P<stop>[.!?…]+|[。！？۔।])(?P<close>[{_CLOSERS}]{{0,4}})"
    r"(?: ?\[\d{1,3}\]){0,9}(?=(?P<gap>\s*))"
)
_WORD_EDGES = re.compile(r"[\s(\[\"“‘'«/—–]")
_AFTER = re.compile(rf"[{_OPENERS}]*(?P<word>[^\s{_CLOSERS}{_OPENERS},;:.!?…]*)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|ph\.d", re.IGNORECASE)
_DASH = re.compile(r" *[—–―-]{1,2}(?: |\w)")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[ivx]{1,4}|[A-Za-z])")
_WORD = re.compile(r"[\w’'-]+")
_TAG = re.compile(
    r"[A-Z](?:[^.!?\"“”]|(?<=[A-Z][a-z])\.|(?<=[A-Z][a-z]{2})\.)*? "
    rf"(?:{'|'.join(sorted(SPEECH))})"
    r"(?=[.,]| (?:on|in|at|to|as|after|before|from|during|when|while)\b)"
)
"""“Deputy Mayor Ana Reis, 54, shouted at them.” after a quoted exclamation."""
_SENTENCE_END = re.compile(rf"[.!?…:;,][{_CLOSERS}]{{0,4}}\Z")
# Possessive (`++`, `*+`): a run of capitals must not be cut into names in every possible way.
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]{2,}+(?: [A-ZÀ-Þ.’'-]++){0,4}"
_NAME = r"[A-ZÀ-Þ](?:[\w.’']|-(?!-))*+"
_DATED = (
    r",? (?:[\w.]{3,9} \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [\w.]{3,9}),?(?: \d{4})?"
    r"(?:, [A-Z]{2,5}|\. /[A-Z]{2,5}/\.)?"
)
_DAY = rf"(?:{_DATED})?"
"""“, March 4, 2026”, “, 4 March, GNA”, “, March 4. /TASS/.”"""
_AGENCY = r"\([A-Z][^()]{1,30}\)"
DATELINE = re.compile(
    rf"(?:By (?:{_NAME} |and |, ){{1,8}})?"
    rf"(?:{_PLACE}(?:[,/] ?(?:{_NAME} ?){{1,4}}){{0,3}}{_DAY}(?: ?\([^()]{{2,40}}\))?"
    rf"|(?:{_NAME} ?){{1,3}}(?:, (?:{_NAME} ?){{1,3}}){{0,2}}{_DAY} ?{_AGENCY}"
    rf"|{_AGENCY})"
    r"(?: ?(?:—|–|―|--) ?| - |: |(?<=/\.) |(?<=\))-(?=\D))(?=[\"'“‘A-ZÀ-Þ\d])"
)
"""“NAIROBI, Kenya (EAW) — ”, “LONDON, Nov 9 (Reuters) - ”, “Bonn (CNN) — ”, “BERN (AP)-”."""
_BYLINED = re.compile(r"(?<=[\w”’\"']) (?=By [A-Z])")
_OPENS = (
    r"(?:The|An?|After|As|At|Before|By|For|From|He|In|More|She|Some|Their|These|They|This|Those|Two"
    r"|Three|Four|Five|Six|Seven|Eight|Nine|Ten|When|While|With) "
)
"""What opens a sentence that a hyphen ties to its dateline."""
PLAIN_DATELINE = re.compile(
    rf"(?:{_NAME}(?: {_NAME}){{0,2}}(?: ?, {_NAME}(?: {_NAME})?)?{_DAY}(?: ?[—–―:] | - )"
    r"|(?:[A-ZÀ-Þ]\w+ ){0,2}[A-ZÀ-Þ]\w+[—–―]"
    rf"|(?:[a-z]+ )?(?:[A-ZÀ-Þ]\w+[ /]){{0,2}}[A-ZÀ-Þ]\w+(?:{_DATED}-|-(?={_OPENS})))"
    r"(?=[\"'“‘A-ZÀ-Þ])"
)
"""“Lusaka – ”, “New Delhi: ”, “Galle, July 9, 2026 — ”, “Galle-The ”, “halm News, 9 July-”: a place
without capitals, or an agency, where an article starts and nowhere else."""


def segment(text: str, headings: Collection[int] = ()) -> tuple[Segment, ...]:
    """Cut a text into segments; `headings` are the numbers of paragraphs known to be headings.

    The segments are in order, do not overlap, have no white space at their edges and together
    cover all of the text but white space, captions, credits and the like, which are not read. A
    dateline is a heading segment of its own.
    """
    found: list[Segment] = []
    paragraphs = list(_paragraphs(text))
    lines = [text[span.start : span.end] for span in paragraphs]
    for number, paragraph in enumerate(paragraphs):
        if number not in headings and is_furniture(lines, number):
            continue
        last = number + 1 == len(paragraphs)
        heading = number in headings or (not last and _looks_like_heading(text, paragraph))
        for line in _lines(text, paragraph):
            if heading:
                found.append(_segment(text, after_stamp(text, line), number, heading=True))
                continue
            opens = all(segment.heading for segment in found)
            found.extend(_body(text, line, number, opens=opens, flat=len(lines) == 1))
    if all(segment.heading for segment in found):  # nothing but captions: then they are the article
        return tuple(
            _segment(text, sentence, number)
            for number, paragraph in enumerate(paragraphs)
            for line in _lines(text, paragraph)
            for sentence in _sentences(text, line)
        )
    return tuple(found)


def asides(text: str, segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return what lies between the segments of a text, but for what is the page's own."""
    edges = [0, *(edge for s in segments for edge in (s.start, s.end)), len(text)]
    gaps = (Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True))
    return tuple(
        _segment(text, sentence, 0)
        for gap in gaps
        for line in _lines(text, gap)
        for sentence in _sentences(text, line)
        if not is_boilerplate(text[sentence.start : sentence.end])
    )


def _body(text: str, line: Span, number: int, *, opens: bool, flat: bool) -> Iterator[Segment]:
    """Yield the dateline and the sentences of a line.

    That it `opens` says that none stands above it, and `flat` that it is all of the article.
    """
    body = _dateline_end(text, line, opens=opens)
    if body > line.start:
        yield _segment(text, _stripped(text, Span(line.start, body)), number, heading=True)
    sentences = tuple(_sentences(text, Span(body, line.end)))
    for sentence in below_picture(text, sentences) if opens else sentences:
        whole = not flat or sentence.start == body
        for span in own_words(text, sentence, whole=whole):
            begin = span.start
            if begin > sentence.start:
                begin = _dateline_end(text, span, opens=False)
            if begin > span.start:
                yield _segment(text, _stripped(text, Span(span.start, begin)), number, heading=True)
            yield _segment(text, Span(begin, span.end), number)


def _dateline_end(text: str, line: Span, *, opens: bool) -> int:
    """Return where a line goes on after its dateline: at its start, where it has none."""
    start = line.start
    if opens and (byline := _BYLINED.search(text, start, min(line.end, start + HEADLINE))):
        start = byline.end()
    dateline = DATELINE.match(text, start, line.end)
    if opens and dateline is None:
        dateline = PLAIN_DATELINE.match(text, line.start, line.end)
    return dateline.end() if dateline else line.start


def _stripped(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip()))


def _segment(text: str, span: Span, paragraph: int, *, heading: bool = False) -> Segment:
    return Segment(span.start, span.end, paragraph, words(text, span.start, span.end), heading)


def _paragraphs(text: str) -> Iterator[Span]:
    return (Span(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]+)*", text))


def _lines(text: str, paragraph: Span) -> Iterator[Span]:
    for line in re.compile(r"\S[^\n]*").finditer(text, paragraph.start, paragraph.end):
        yield Span(line.start(), line.start() + len(line[0].rstrip()))


def _looks_like_heading(text: str, paragraph: Span) -> bool:
    line = text[paragraph.start : min(paragraph.end, paragraph.start + 2 * WINDOW)].rstrip()
    return (
        paragraph.end - paragraph.start <= 2 * WINDOW
        and "\n" not in line
        and len(line.split()) <= HEADING_WORDS
        and (line[:1].isupper() or line[:1].isdigit())
        and not _SENTENCE_END.search(line)
    )


def _sentences(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for end in _END.finditer(text, line.start, line.end):
        if end.end() >= line.end:
            break
        if end.start() > start and _ends_sentence(text, Span(start, line.end), end):
            yield Span(start, end.end())
            start = end.end() + len(end["gap"])
    if start < line.end:
        yield Span(start, line.end)


def _ends_sentence(text: str, rest: Span, end: re.Match[str]) -> bool:
    """Decide one candidate from its own line; `rest` begins where the sentence began."""
    stop = end["stop"]
    if stop[0] in "。！？۔।":
        return True
    after = text[end.end() : min(end.end() + WINDOW, rest.end)]
    if not end["gap"]:
        return _runs_together(text[max(rest.start, end.start() - 3) : end.start()], end, after)
    after = after.lstrip()
    word = next(iter(_AFTER.findall(after)), "")
    if word[:1].islower() or (end["close"] and _DASH.match(after)):
        return False
    if "!" in stop or "?" in stop:
        return not (end["close"] and _attribution_follows(after))
    if stop != "." or end["close"].strip(")]"):
        return bool(word) or after[:1] in "—–-•"
    last = _WORD_EDGES.split(text[max(rest.start, end.start() - WINDOW) : end.start()])[-1]
    return _full_stop_ends(last, word, text, rest, end.start() - len(last))


def _runs_together(before: str, end: re.Match[str], after: str) -> bool:
    """Tell “the deal.The talks” from “Node.js” and “U.S.A”: a blank was forgotten."""
    word = next(iter(_AFTER.findall(after)), "")
    if word.lower() not in STARTERS or not word[:1].isupper() or after[:1] in ".-":
        return False
    return before.isalpha() and before.islower() and len(before) > 2 - bool(end["close"])


def _attribution_follows(after: str) -> bool:
    """Tell whether “…?” goes on with “Mr. Kirby asked.” or the like, nothing said behind it."""
    near = any(word in SPEECH for word in _WORD.findall(after)[1:ATTRIBUTION_WORDS])
    return near or _TAG.match(after) is not None


def _full_stop_ends(last: str, word: str, text: str, rest: Span, last_start: int) -> bool:
    """Decide a plain full stop from the words `last` before and `word` after it."""
    plain = last.lower().rstrip(".").rpartition("-")[2]  # "Mercy Health-St. Rita's"
    listed = last_start == rest.start and _LIST_NUMBER.fullmatch(last)
    numbered = plain in NUMBERED and word[:1].isdigit()
    if listed or numbered or plain in TITLES or plain in NEVER_LAST:
        return False
    before = text[max(rest.start, last_start - WINDOW) : last_start].split()
    if _ACRONYM.fullmatch(last):
        return _acronym_ends(plain, word, before)
    if len(last) == 1 and last.isalpha():
        return _initial_ends(last, word, before)
    abbreviated = plain in WITH_NAMES and not (plain in WORDS_TOO and last[:1].islower())
    return not abbreviated or word.lower() in STARTERS


def _acronym_ends(plain: str, word: str, before: list[str]) -> bool:
    """Tell “at 6 p.m. Kirby”, “in the U.S. The” from “at 6 p.m. Thursday”, “U.S. Secretary”."""
    if plain not in ("a.m", "p.m"):
        return word.lower() in STARTERS
    if word[:1].isdigit() or word.lower() in TIME_ZONES_AND_DAYS:
        return False
    return len(before) > OPENING_WORDS or word.lower() in STARTERS


def _initial_ends(last: str, word: str, before: list[str]) -> bool:
    """Tell “plan B. The mayor”, “on X. Reis wrote” from “John F. Kennedy” and “J. K. Rowling”."""
    if last == "I" and before and before[-1][:1].islower():
        return True
    if last == "X" and before[-1:] in (["on"], ["to"], ["via"]):
        return True
    return word.lower() in STARTERS and bool(before)
