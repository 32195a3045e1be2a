"""A parsed sentence -> its asides: what brackets, dashes, a dateline or a source set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token, remembered

DASHES = frozenset({"–", "—", "--", "---"})
_SETTING_APART = DASHES | {"-", "(", "[", ":"}
ATTRIBUTING = frozenset(
    "say add tell note report write state announce claim insist argue warn explain quote cite"
    " according believe suggest confirm maintain stress acknowledge concede reply reveal"
    " warn predict".split()
)
CLAIMING = ATTRIBUTING | {"accuse", "blame", "urge", "vow"}
"""What only whoever speaks does: "said it was wrong and accused the mayor"."""
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer")
FINDING = frozenset({"conclude", "find", "hear", "hold", "learn", "rule"})
"""What courts and inquiries do with what they tell."""
_TELLING = ATTRIBUTING | FINDING
_LIMITING = frozenset({"barring", "except", "excepting", "excluding", "save"})
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_LONGEST_TELLER = 12
_LONGEST_NAME = 6
_LONGEST_DATELINE = 18
_DAY_AND_YEAR = range(2, 5)
"""How many tokens "17 July 2022" and "July 17, 2022" may have."""


@remembered
def asides(sentence: Sentence, head: Token) -> frozenset[int]:
    """Return the indices of what is apart from a clause or phrase, whoever its source is."""
    told = told_by(sentence, head) | according_to(sentence, head)
    return bracketed(sentence) | told


def bracketed(sentence: Sentence) -> frozenset[int]:
    """Return the indices of tokens in brackets or between a pair of dashes."""
    if sentence.words.isdisjoint(_SETTING_APART):
        return frozenset()
    inside = set(range(_dateline(sentence)))
    opened: int | None = None
    dashes: dict[bool, int] = {}  # by whether they touch a word: what touches closes its like
    for token in sentence.tokens:
        # "the [bridge] fell" is somebody's word put in; "[Read more about it]" opens a sentence
        if token.text == "(" or (token.text == "[" and not token.index):
            opened = token.index if opened is None else opened
        elif token.text in {")", "]"} and opened is not None:
            inside |= set(() if _limits(sentence, opened) else range(opened, token.index + 1))
            opened = None
        elif _is_dash(sentence, token):
            touches = _joins_numbers(sentence, token)
            first = dashes.pop(touches, None)
            if first is None:
                dashes[touches] = token.index
            inside |= set() if first is None else set(_apart(sentence, first, token.index))
    return frozenset(inside)


def _is_dash(sentence: Sentence, token: Token) -> bool:
    """Tell a dash, and a hyphen that stands for one, from what joins words: "2010–2012"."""
    if token.text == "-":
        return token.tag in {",", ":"}
    return token.text in DASHES and (token.text != "–" or not _joins_numbers(sentence, token))


def _apart(sentence: Sentence, dash: int, end: int) -> Iterator[int]:
    """Yield what two dashes set apart, but no "but" of what follows: "soft – but above all –"."""
    for token in sentence.tokens[dash : end + 1]:
        if not (token.tag == "CC" and token.head > end):
            yield token.index


def _limits(sentence: Sentence, opened: int) -> bool:
    """Say whether a bracket takes back a part of what is said: "all ports (except Orm)"."""
    inside = sentence.lower[opened + 1 : opened + 5]
    return bool(_LIMITING & {*inside[:1]}) or inside == ("with", "the", "exception", "of")


def told_by(sentence: Sentence, head: Token) -> frozenset[int]:
    """Return the indices of a closing ", analysts warned", wherever the parse has hung it."""
    verb = next((t for t in reversed(sentence.tokens) if t.text[:1].isalnum()), head)
    if not verb.tag.startswith("VB") or lemma(verb.text, verb.tag) not in _TELLING:
        return frozenset()
    commas = [t.index for t in sentence.tokens[: verb.index] if t.text == ","]
    span = range(commas[-1], verb.index + 1) if commas else range(0)
    words = [t for t in sentence.tokens if t.index in span and t.tag.startswith("VB")]
    verbs = [t for t in words if t.label != "aux"]
    apart = head.index not in span and len(span) <= _LONGEST_TELLER and verbs == [verb]
    return frozenset(span) if apart else frozenset()


def according_to(sentence: Sentence, head: Token) -> frozenset[int]:
    """Return the indices of ", according to the mayor", wherever the parse has hung it."""
    tokens = sentence.tokens
    for token, following in pairwise(tokens) if "according" in sentence.words else ():
        if token.text.lower() == "according" and following.text.lower() == "to":
            stops = (
                t.index for t in tokens[following.index :] if t.text in {",", ";", ".", *DASHES}
            )
            stop = _past_name(tokens, next(stops, len(tokens)))
            rest = tokens[stop:]
            verbal = any(t.tag.startswith(("VB", "MD")) for t in rest) or token.index == 0
            span = range(token.index, stop if verbal else len(tokens))
            return frozenset(span) if head.index not in span else frozenset()
    return frozenset()


def _past_name(tokens: Sequence[Token], comma: int) -> int:
    """Return where a source ends that a comma parts from a name: "the minister, Ana Reis,"."""
    behind = tokens[comma + 1 :][:_LONGEST_NAME]
    end = next((n for n, t in enumerate(behind) if not t.tag.startswith("NNP")), 0)
    before = tokens[comma - 1]
    titled = before.tag.startswith("NN") and tokens[comma].text == ","
    return comma + 1 + end if titled and end and behind[end].text == "," else comma


def set_off(sentence: Sentence, token: Token) -> bool:
    """Tell whether a comma or dash parts a subtree from what precedes it."""
    words = (t.index for t in sentence.subtree(token) if t.label != "punct")
    before = [t for t in sentence.tokens[: next(words, token.index)] if t.tag != "''"]
    return bool(before) and before[-1].text in {",", ";", *DASHES}


def _dateline(sentence: Sentence) -> int:
    """Return how many tokens "LAGOS, Nigeria (Reuters) —" or "LAGOS:" takes before a sentence.

    So does the "13:45" of a line in a running report.
    """
    if len(sentence.tokens) > 1 and _CLOCK.fullmatch(sentence.tokens[0].text):
        return int(sentence.tokens[1].text[:1].isupper())
    for token in sentence.tokens[:_LONGEST_DATELINE]:
        dated = _date_behind(sentence.tokens[token.index + 1 :]) > 0  # "CAIRO-17 July 2022:"
        dash = token.text in DASHES | {"-"} and (dated or not _joins_numbers(sentence, token))
        if dash or token.text == ":":
            first, rest = sentence.tokens[0], sentence.tokens[token.index + 1 :]
            shouted = first.text.isupper() and len(first.text) > 1
            day = first.tag == "CD" and token.index in _DAY_AND_YEAR
            apart = (
                shouted or day or not (token.text == ":" or any(t.text == token.text for t in rest))
            )
            capitals = bool(token.index) and first.tag.startswith(("NNP", "CD"))
            return token.index + 1 + _date_behind(rest) if capitals and apart else 0
        if token.tag not in {"NNP", "NNPS", "CD", "IN", "-LRB-", "-RRB-", ",", "."}:
            return 0
    return 0


def _date_behind(rest: Sequence[Token]) -> int:
    """Return how many tokens the "17 July 2022:" of "CAIRO - 17 July 2022:" takes."""
    colon = next((n for n, t in enumerate(rest) if t.tag not in {"NNP", "CD", ","}), 0)
    return colon + 1 if colon in _DAY_AND_YEAR and rest[colon].text == ":" else 0


def _joins_numbers(sentence: Sentence, dash: Token) -> bool:
    around = sentence.tokens[max(0, dash.index - 1) : dash.index + 2]
    return any(a.end == b.start for a, b in pairwise(around))
