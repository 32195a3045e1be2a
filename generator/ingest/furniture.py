"""A sentence as its stops cut it -> what of it is the article's own: no caption, credit or tweet.

What is left out stays in the article's text, so that evidence still lies where it lay; it is only
not read. A page that was flattened to one line runs such words into the next sentence, and of a
caption nothing but that sentence's beginning tells where it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from generator.ingest.abbreviations import TITLES
from generator.ingest.boilerplate import is_boilerplate
from generator.ingest.outlets import is_outlet
from generator.model import Span

CAPTION_WORDS = 60
"""A longer paragraph that ends in a credit is the article's."""

CAPTION_SENTENCES = 3
"""So many say what the picture above an article shows."""

LINE_WORDS = 12
"""A line of more words without a closing mark is no heading, but a caption."""

CAPTIONS = 2
"""So many stand one below the other; more are a list."""

WORD = 40
"""Characters in which the word before another is looked for."""

NEAR = 3
"""Paragraphs on each side that may say what was set in large type."""

ECHO_LETTERS = 30
"""A shorter line may well be said again."""

QUOTE_LETTERS = 10
"""But a quotation on a line of its own is taken from the text."""

_OPENERS = frozenset(
    """
    a according after although among amid an and as at authorities because before but by critics
    despite dozens during each every for from he her his however hundreds if in investigators it
    its many meanwhile more most of officials once opponents residents scores several she since
    some supporters that the their then there these they this those though thousands two under
    until we when where whether while witnesses with your
    """.split()
)
"""Words that begin a sentence where they have a capital, unlike One, Police and Today in names."""
_NAME_TAILS = frozenset(
    "a an authorities critics investigators more officials residents supporters two".split()
)
"""Those that end a name too: Vitamin A, Halm Residents, Article Two."""
_BEFORE_HE = TITLES | {"minister", "premier", "president"}
"""Words before somebody named He."""
_OPENER = re.compile(r"(?<=[\w)])['’]? (?P<word>[A-Z][a-z]*) (?=[a-z]|\d+-[a-z])")
_TITLED = re.compile(r"(?:a|an|the|my|your) [A-Z]")
"""“Girl With a Pearl Comb”: how the name of a work goes on."""

_AGENCY = (
    r"(?:AP(?::Associated Press)?|Associated Press|AFP|EPA|PA|SWNS|Rex(?: Features)?|Shutterstock"
    r"|Alamy|iStock(?:photo)?|Bloomberg|Xinhua|(?:Getty|GETTY|AFP/Getty)(?: Images)?"
    r"|Reuters|REUTERS|[A-Z]\w+ (?:Images|Pictures|Sports))"
)
"""Whose pictures newspapers print."""
_NAME = r"[A-Z][\w.’'-]*+"
_PICTURE = r"(?:(?:file|ap|afp|handout) )?(?:photo(?:graph)?|picture|pic|image|video|credit)s?"
_BRACKET = re.compile(
    rf"\((?:(?i:{_PICTURE})(?: by|(?: credit)?:|/)[^()]{{1,100}}|{_AGENCY}"
    rf"|(?P<named>(?:{_NAME} ?){{1,4}}/ ?(?:{_NAME} ?){{1,4}})"
    rf"|(?P<outlet>The (?:{_NAME} ?){{1,3}}))\)"
)
"""“(Photo: Ada Orr)”, “(Ada Orr/Getty)”, “(REUTERS)”, “(The Halm Post)”."""
_PLAYER = (
    r"(?:\d{1,3} of \d{1,3} Full Screen(?: [A-Z]\w+){0,5} x|Play slideshow|View (?:Photos|Gallery)"
    r"|Watch Next|Media playback is (?:not |un)supported on (?:this|your) device|\d+ show all"
    r"|Related (?:[Ss]tories|[Aa]rticles)|Embed x Share|Buy Photo)"
)
_FORMULA = re.compile(
    rf"(?:(?<!\S){_AGENCY}(?:/(?:{_NAME} ?){{1,3}})? \d{{1,2}}|\bGETTY(?: IMAGES)?\b|\bREUTERS"
    rf"|[A-Z]\w+ (?!9/11|7/7|24/7)\d{{1,2}}/\d{{1,2}}|(?:Image|Media) (?:copyright|caption)"
    rf"|Caption|{_PLAYER}) "
    r"(?=[A-Z])"
)
"""“Getty Images 6 ”, “Ada Orr/PA 2/8 ”, “Image caption ”: a caption follows."""
_LINK = re.compile(r"\[[^\[\]]{20,150}(?<![.!?])\] (?=[A-Z\"“'‘])")
"""“[Why the ferry sank that night]” between two sentences, as a page flattens a link."""
_DAY = r"[A-Z][a-z]{2,8}\.? \d{1,2}, \d{1,4}"
_TWEET = re.compile(
    rf"[—–-]{{1,2}} ?[^@()]{{1,60}}\(@\w{{1,30}}\)(?: {_DAY})?\.?|\bpic\.twitter\.com/\w+"
)
_PLAYED = re.compile(rf"{_PLAYER} (?=[\"“])")
_CLOSING_CREDIT = re.compile(
    rf"(?:{_BRACKET.pattern}"
    rf"|(?i:\b(?:photo(?:graph)?|picture|pic|image)(?: credit)?s?(?: by|:)) ?[^.:()]{{2,60}}"
    rf"|[/|©] ?{_AGENCY})\.?\Z"
)
_SIGNED = re.compile(
    rf"By (?:(?:{_NAME}|and|of|at|in|for|the|,),? ?){{2,12}}\Z|\({_NAME}(?: {_NAME}){{0,3}}\)\Z"
    r"|@\w+\Z|\S+@\S+\Z"
)
"""“By Ada Orr, Halm Post Staff”, “(HNA)”, an address: no sentence at all."""
_STAMP = re.compile(
    r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: (?:[A-Z]{2,4}T|UTC))?(?: ?[-–—:|])? (?=[A-Z“\"])"
)
"""“10.15am ” before an entry of a live report."""
_SAID = re.compile(r"(?<=\w) (?=[\"“][A-Z]\w*(?: |['’])[a-z])")
"""Where somebody's words follow a caption."""
_DOUBLE = re.compile(r"[\"“”]")
_MARKS = re.compile(r"\W+")
_STOP = re.compile(r"[.!?…:][\"'“”’»)\]]{0,3}(?:\Z| ?[A-Z\"“—–―-])")


def is_furniture(paragraphs: Sequence[str], number: int) -> bool:
    """Tell whether a paragraph is a caption, a tweet or what the one beside it says again."""
    line = paragraphs[number]
    if len(line.split()) > CAPTION_WORDS or "\n" in line or len(paragraphs) == 1:
        return False
    beside = [
        *paragraphs[max(0, number - NEAR) : number],
        *paragraphs[number + 1 : number + 1 + NEAR],
    ]
    return bool(
        _TWEET.search(line)
        or _CLOSING_CREDIT.search(line)
        or (_is_unclosed(line) and _stands_between(paragraphs, number))
        or _is_echo(line, beside)
    )


def _is_unclosed(line: str) -> bool:
    return len(line.split()) > LINE_WORDS and not _STOP.search(line)


def _stands_between(paragraphs: Sequence[str], number: int) -> bool:
    """Tell a caption or two between sentences from the items of a list, or an article's points."""
    above = paragraphs[max(0, number - CAPTIONS) : number]
    below = paragraphs[number + 1 : number + 1 + CAPTIONS]
    first = sum(1 for _ in takewhile(_is_unclosed, reversed(above)))
    last = sum(1 for _ in takewhile(_is_unclosed, below))
    inside = first < len(above) and last < len(below) and first + last < CAPTIONS
    return inside and _STOP.search(above[-1 - first]) is not None


def _is_echo(line: str, beside: Sequence[str]) -> bool:
    """Tell what was set in large type: a paragraph near it says all of that."""
    said = _MARKS.sub(" ", line.lower()).strip()
    shortest = ECHO_LETTERS if line[0] not in "\"“'‘" else QUOTE_LETTERS
    others = (_MARKS.sub(" ", other.lower()).strip() for other in beside)
    return len(said) >= shortest and any(said in one and said != one for one in others)


def below_picture(text: str, sentences: Sequence[Span]) -> Sequence[Span]:
    """Leave out the caption that opens a page: the sentences before a photographer's name."""
    for number in range(min(CAPTION_SENTENCES, len(sentences) - 1), 0, -1):
        credit = _BRACKET.match(text, sentences[number].start, sentences[number].end)
        if credit and (credit["named"] or credit["outlet"]):
            return sentences[number:]
    return sentences


def after_stamp(text: str, line: Span) -> Span:
    """Leave out the time of day before an entry of a live report, or before its heading."""
    stamp = _STAMP.match(text, line.start, line.end)
    return Span(stamp.end(), line.end) if stamp else line


def own_words(text: str, sentence: Span, *, whole: bool) -> Iterator[Span]:
    """Yield what of a sentence is to be read.

    Words without a stop before those that begin another sentence are left out as a caption or a
    crosshead, but not where the article is `whole`: there a sentence's stop has been forgotten.
    """
    start = _after_page(text, sentence)
    credits = list(_FORMULA.finditer(text, start, sentence.end))
    caption = credits[-1].end() if credits else start
    borders = list(_openings(text, Span(caption, sentence.end)))
    if credits and (said := _SAID.search(text, borders[-1] if borders else caption, sentence.end)):
        borders.append(said.end())
    if whole and not credits and start == sentence.start:
        cuts = [start, *borders, sentence.end]
    else:
        begin = borders[-1] if borders else sentence.end if credits else start
        cuts = [begin, sentence.end]
    for first, last in pairwise(cuts):
        words = text[first:last].strip()
        crosshead = whole and last != sentence.end and len(words.split()) <= LINE_WORDS
        if words and not (crosshead or is_boilerplate(words) or _SIGNED.match(words)):
            begin = text.index(words, first)
            yield Span(begin, begin + len(words))


def _after_page(text: str, sentence: Span) -> int:
    """Return where a sentence goes on after links, credits, tweets and the time of an entry."""
    start = after_stamp(text, sentence).start
    if found := _LINK.match(text, start, sentence.end):
        start = found.end()
    for form in (_BRACKET, _TWEET, _PLAYED):
        for found in form.finditer(text, start, sentence.end):
            if _ends_there(text, found, sentence):
                start = found.end()
    return start


def _ends_there(text: str, found: re.Match[str], sentence: Span) -> bool:
    """Tell a credit below a picture, which a sentence follows, from a name in brackets."""
    after = text[found.end() : sentence.end].lstrip(" .")
    outlet = found.groupdict().get("outlet")
    return (not after or after[0].isupper() or after[0] in "\"“'‘(#@") and (
        outlet is None or is_outlet(outlet)
    )


def _openings(text: str, sentence: Span) -> Iterator[int]:
    """Yield where a word with a capital begins a sentence though no stop stands before it."""
    quoted, at = 0, sentence.start
    for found in _OPENER.finditer(text, sentence.start, sentence.end):
        marks = _DOUBLE.findall(text, at, found.start())
        quoted, at = quoted + len(marks), found.start()
        word, before = found["word"], text[max(sentence.start, at - WORD) : at].split()
        if quoted % 2 or word.lower() not in _OPENERS or not before:
            continue
        last = before[-1]
        named = last[0].isupper() or last[0].isdigit()
        titled = named and _TITLED.match(text, found.end(), sentence.end)
        named = named and word.lower() in _NAME_TAILS
        if not titled and not named and last.lower() not in _BEFORE_HE:
            yield found.start("word")
