"""A phrase that gives a reason -> its words as they stand, without its tie and what is apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from generator.extract.grammar.capitals import DEMONSTRATIVES
from generator.extract.grammar.shortening import shortened
from generator.extract.times.tenses import is_finite
from generator.extract.words.asides import asides, set_off
from generator.extract.words.ties import lemma_above, marks
from generator.extract.words.times import is_time
from generator.extract.words.titles import DAYS_AND_MONTHS
from generator.language.tree import Sentence, Token

LONG = 12
"""Words beyond which a phrase loses its last modifiers: what is left still says why or how."""

FEWEST = 4
"""Words that a cut must leave: "a fall" says nothing without "in grants and gifts"."""

SURE = 0.95
"""Strength of a noun tied to a verb or a noun of cause."""

SHORTEST = 2
"""Words below which a phrase says nothing by itself, its tie not counted before a verb."""

_WHEN = frozenset({"obl", "obl:tmod", "obl:unmarked", "nmod:tmod"})
_ADDED = frozenset({"acl", "acl:relcl", "obl", "parataxis"})


@dataclass(frozen=True, slots=True)
class Ground:
    """A phrase that gives a reason: its head, its strength, and whether its tie belongs to it."""

    head: Token
    strength: float
    keep_tie: bool = False
    """“to prevent a strike”, “by blocking the road” read best with the word that ties them."""
    parts: frozenset[str] = frozenset()
    """Labels of what goes with the head where not all does: “[beat the hosts] to win the cup”."""
    main: bool = False
    """Whether it tells of the main event, wherever it stands."""


def words_of(sentence: Sentence, ground: Ground) -> list[Token]:
    """Return the tokens of a phrase without its tie; a long one loses times and last modifiers."""
    head = ground.head
    dropped = [t for t in sentence.children(head, "cc", "punct") if t.index < head.index]
    dropped += [t for t in sentence.children(head) if ground.parts and t.label not in ground.parts]
    dropped += () if ground.keep_tie else _ties(sentence, head)
    dropped += _hedges(sentence, head)
    dropped += _of_another_clause(sentence, head) + _of_blame(sentence, head)
    if head.tag.startswith("NN") and sentence.child(head, "case"):
        dropped += _of_predicate(sentence, head)
    apart = asides(sentence, head)
    whole = _filled(sentence, head, _without(sentence, list(sentence.subtree(head)), dropped))
    whole = [t for t in whole if t.index not in apart]
    whole = _without(sentence, whole, _set_apart(sentence, head, whole))
    if len(whole) > LONG:
        whole = _without(sentence, whole, [t for t in whole if _is_a_day(sentence, t)])
    elif len(whole) > FEWEST:
        whole = _without(sentence, whole, [t for t in whole if _is_on_a_day(sentence, t)])
    return _without_outer_marks(_short(sentence, whole, head))


def _short(sentence: Sentence, tokens: list[Token], head: Token) -> list[Token]:
    """Return a phrase cut to a fair length, if what is left still says something."""
    short = shortened(sentence, tokens, head, lambda left: len(left) <= LONG)
    return short if len(short) >= FEWEST else tokens


def _is_a_day(sentence: Sentence, token: Token) -> bool:
    """Recognise “on Monday” beside a verb; “two-week” is a part of what it stands before."""
    verbal = sentence.tokens[token.head].tag.startswith("VB")
    return verbal and token.label in _WHEN and token.tag != "CD" and is_time(token)


def _is_on_a_day(sentence: Sentence, token: Token) -> bool:
    """Recognise “on Monday” wherever it hangs: a briefing lists it as a time."""
    return marks(sentence, token) == "on" and token.text.lower() in DAYS_AND_MONTHS


def _set_apart(sentence: Sentence, head: Token, tokens: list[Token]) -> list[Token]:
    """Return what a comma adds at the end: “, which lasted a year”, “, the largest ever”."""
    apart = (t for t in tokens if t.index > head.index and t.label in _ADDED)
    return [t for t in apart if set_off(sentence, t) and tokens[-1] in sentence.subtree(t)]


def _of_another_clause(sentence: Sentence, head: Token) -> list[Token]:
    """Return what only the parse joins to a gerund or a noun: "… and faces a ban"."""
    below = (t for t in sentence.subtree(head) if t.label == "advcl" and t.index > head.index)
    outcomes = [t for t in below if t.tag == "VBG" and set_off(sentence, t)]
    if is_finite(sentence, head):
        return outcomes
    return outcomes + [t for t in sentence.children(head, "conj") if is_finite(sentence, t)]


def _of_predicate(sentence: Sentence, head: Token) -> list[Token]:
    """Return what belongs to "the crash was" in "the crash was due to ice"."""
    if sentence.child(head, "cop") is None:
        return []
    return list(sentence.children(head, "nsubj", "cop", "aux", "parataxis", "advcl"))


def _of_blame(sentence: Sentence, head: Token) -> list[Token]:
    """Return the end of "blamed the loss of a contract for trams for his fall", if hung too low."""
    if head.label != "obj" or lemma_above(sentence, head) != "blame":
        return []
    ends = (t for t in sentence.subtree(head) if marks(sentence, t) == "for")
    return [t for t in ends if t.tag[:2] != "NN" or sentence.child(t, "det", "nmod:poss")][:1]


def _filled(sentence: Sentence, head: Token, tokens: list[Token]) -> list[Token]:
    """Return a phrase with the words before its head that the parse hung elsewhere."""
    opening = [t for t in tokens if t.index < head.index]
    if not opening:
        return tokens
    between = sentence.tokens[opening[0].index : head.index]
    return [*between, *(t for t in tokens if t.index >= head.index)]


def _without(sentence: Sentence, tokens: list[Token], heads: Iterable[Token]) -> list[Token]:
    gone = {below.index for head in heads for below in sentence.subtree(head)}
    return [t for t in tokens if t.index not in gone]


def _ties(sentence: Sentence, head: Token) -> list[Token]:
    when = [t for t in sentence.children(head, "advmod") if t.tag == "WRB"]
    ties = [t for t in sentence.children(head, "mark", "case") if t.index < head.index]
    return [*ties, *when]


def _hedges(sentence: Sentence, head: Token) -> list[Token]:
    """Return the "perhaps" or "partly" before the word that ties a reason on."""
    tie = next(iter(sentence.children(head, "mark", "case")), None)
    adverbs = sentence.children(head, "advmod")
    return [t for t in adverbs if tie is not None and t.index < tie.index]


def _without_outer_marks(tokens: list[Token]) -> list[Token]:
    while tokens and (tokens[-1].label == "punct" or tokens[-1].tag in ("CC", "IN")):
        tokens = tokens[:-1]
    while tokens and (tokens[0].label == "punct" or tokens[0].tag == "CC"):
        tokens = tokens[1:]
    return tokens


def is_enough(tokens: list[Token], ground: Ground) -> bool:
    """Say whether the words of a reason say something by themselves: "due to rain" does."""
    if len(tokens) <= SHORTEST + 1 and tokens and tokens[0].text.lower() in DEMONSTRATIVES:
        return False  # "because of those close ties"
    verb_alone = ground.keep_tie and ground.head.tag.startswith("VB")
    sure = ground.strength >= SURE and ground.head.tag in {"NN", "NNS"}  # a bare name is no cause
    return len(tokens) >= SHORTEST + verb_alone - sure


def as_it_stands(text: str, tokens: list[Token]) -> str:
    """Return tokens as the text has them, a blank for what was left out.

    Names are not put for pronouns: a phrase stands beside its sentence, and a wrong name is worse.
    """
    words = text[tokens[0].start : tokens[0].end]
    if tokens[0].index == 0 and not tokens[0].tag.startswith("NNP"):
        words = words[0].lower() + words[1:]
    for one, other in pairwise(tokens):
        gap = " " if text[one.end : other.start] or other.index != one.index + 1 else ""
        words += ("" if other.tag in _CLOSING else gap) + text[other.start : other.end]
    return words.translate(_NO_QUOTES)


_NO_QUOTES = dict.fromkeys(map(ord, '"“”'))


_CLOSING = frozenset({",", ".", ":", "POS", "''", "-RRB-"})
