"""Parsed sentences to the phrases that say why or how, by the words that tie them to the rest.

A tie is a connecting word with the relation it makes: “because” with a clause, “due to” with a
noun, “by” with a gerund. How far each can be trusted to mean a cause or a means is its strength.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.extract.asides import according_to, bracketed, told_by
from generator.extract.reading import Reading, sentence_evidence
from generator.extract.salience import content_words
from generator.extract.shortening import shortened
from generator.extract.tenses import is_finite
from generator.extract.ties import lemma_above
from generator.extract.trimming import set_off
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import Reason, What

LONG = 12
"""Words beyond which a phrase loses its last modifiers: what is left still says why or how."""

SHORTEST = 2
"""Words below which a phrase says nothing by itself, its tie not counted before a verb."""

MOST = 5
"""Items of a kind; further ones are about ever smaller matters."""

HEADLINE = 1.3
"""Weight of a headline's own phrase, where the text bears it out: a lead's is about 1."""

BORNE_OUT = 0.6
"""Share of a headline phrase's content words that a sentence must have to bear it out."""

ATTACHED_LOW = 0.7
"""Factor of a phrase that hangs on a relative clause or deeper."""

TIMES = frozenset(
    """
    time half second minute hour day week weekend month year decade noon midnight morning afternoon
    evening night dawn today yesterday monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november
    december
    """.split()
)
"""Nouns that tell when, not why or how."""

_WHEN = frozenset({"obl", "obl:tmod", "obl:unmarked", "nmod:tmod"})
_HEADS_OF_STATEMENTS = frozenset({"root", "ccomp", "conj", "parataxis"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "rather"})
_FEATS = frozenset(
    """
    win beat claim clinch finish reach secure survive escape avoid return qualify triumph
    """.split()
)
_SUCCESSES = frozenset("comeback triumph victory win".split())
_DENIALS = frozenset({"deny", "reject", "dismiss", "refute"})


@dataclass(frozen=True, slots=True)
class Ground:
    """A phrase that gives a reason: its head, its strength, and whether its tie belongs to it."""

    head: Token
    strength: float
    keep_tie: bool = False
    """“to prevent a strike”, “by blocking the road” read best with the word that ties them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Reasons of one kind: the prefix of their ids, what finds them, what they must weigh."""

    prefix: str
    finder: Callable[[Sentence], Iterator[Ground]]
    least: float
    """Weight below which a phrase is about no main statement."""


def find_reasons(reading: Reading, kind: Kind, told: Iterable[What]) -> tuple[Reason, ...]:
    """Return the phrases of a kind that an article has, those on the main event first."""
    weighed = sorted(_weighed(reading, kind), key=lambda row: -row[0])
    statements = {e.sentence: what.id for what in reversed(list(told)) for e in what.evidence}
    reasons: dict[str, Reason] = {}
    for _, text, sentence in weighed:
        key = text.lower()
        if len(reasons) < MOST and not _repeats(key, reasons):
            reasons[key] = Reason(
                id=f"{kind.prefix}{len(reasons) + 1}",
                text=text,
                what=statements.get(sentence.index),
                evidence=sentence_evidence(reading.document, sentence),
            )
    return tuple(reasons.values())


def is_time(token: Token) -> bool:
    """Tell a noun or a number of time from what can be a cause or a means."""
    return token.tag == "CD" or lemma(token.text, token.tag).lower() in TIMES


def is_clause(sentence: Sentence, head: Token) -> bool:
    """Tell a clause by its verb, or by its subject where the verb was taken for a noun."""
    return head.tag.startswith("VB") or sentence.child(head, "nsubj", "nsubj:pass") is not None


def is_success(token: Token) -> bool:
    """Tell “champions after a victory”, which says how, from “outrage after a strike”."""
    return lemma(token.text, token.tag) in _SUCCESSES


def is_feat(sentence: Sentence, head: Token) -> bool:
    """Tell “won after surviving two crashes”, which says how, from “was jailed after stealing”."""
    return head.tag == "VBG" and lemma_above(sentence, head) in _FEATS


def is_negated(sentence: Sentence, token: Token) -> bool:
    """Tell “not because of” and “denied it was due to” from what is asserted."""
    first = next(iter(sentence.children(token, "mark", "case")), token)
    before = (c for c in sentence.children(token, "advmod", "cc:preconj") if c.index <= first.index)
    if any(child.text.lower() in _NEGATIONS for child in before):
        return True
    return any(lemma(t.text, t.tag) in _DENIALS for t in sentence.path_to_root(token))


def _weighed(reading: Reading, kind: Kind) -> Iterator[tuple[float, str, Sentence]]:
    weights = reading.weights
    lead = reading.document.headline
    headline = {lemma(g.head.text, g.head.tag): g for g in kind.finder(lead)} if lead else {}
    for sentence in reading.document.sentences:
        if sentence.heading or _asks(sentence) or not weights[sentence.index]:
            continue
        for ground in kind.finder(sentence):
            weight = weights[sentence.index] * ground.strength * _attachment(sentence, ground)
            if headline.pop(lemma(ground.head.text, ground.head.tag), None):
                weight = max(weight, HEADLINE * ground.strength)
            tokens = _words(sentence, ground)
            if weight >= kind.least and _is_enough(tokens, ground):
                yield weight, _as_it_stands(reading.document.text, tokens), sentence
    for ground in headline.values():
        yield from _of_headline(reading, ground)


def _asks(sentence: Sentence) -> bool:
    return any("?" in token.text for token in sentence.tokens)


def _of_headline(reading: Reading, ground: Ground) -> Iterator[tuple[float, str, Sentence]]:
    """Yield a headline's phrase with the sentence of the text that bears it out best."""
    headline, title = reading.document.headline, reading.document.article.source.title
    if headline is None or title is None:
        return
    words = _content(headline, ground)
    body = (s for s in reading.document.sentences if not s.heading)
    support = max(body, key=lambda s: len(words & content_words(s)), default=None)
    tokens = _words(headline, ground)
    if support is None or not _is_enough(tokens, ground):
        return
    if len(words & content_words(support)) >= max(1, BORNE_OUT * len(words)):
        yield HEADLINE * ground.strength, _as_it_stands(title, tokens), support


def _content(sentence: Sentence, ground: Ground) -> frozenset[str]:
    inside = {t.index for t in sentence.subtree(ground.head)}
    return frozenset(
        lemma(t.text, t.tag).lower()
        for t in sentence.tokens
        if t.index in inside and t.tag.startswith(("NN", "VB", "JJ", "CD"))
    )


def _attachment(sentence: Sentence, ground: Ground) -> float:
    above = sentence.head(ground.head)
    return 1.0 if above and above.label in _HEADS_OF_STATEMENTS else ATTACHED_LOW


def _words(sentence: Sentence, ground: Ground) -> list[Token]:
    """Return the tokens of a phrase without its tie; a long one loses times and last modifiers."""
    head = ground.head
    dropped = [t for t in sentence.children(head, "cc", "punct") if t.index < head.index]
    dropped += () if ground.keep_tie else _ties(sentence, head)
    dropped += _of_another_clause(sentence, head)
    if head.tag.startswith("NN") and not ground.keep_tie:
        dropped += _of_predicate(sentence, head)
    apart = bracketed(sentence) | told_by(sentence, head) | according_to(sentence, head)
    whole = _filled(sentence, head, _without(sentence, list(sentence.subtree(head)), dropped))
    whole = [t for t in whole if t.index not in apart]
    if len(whole) > LONG:
        whole = _without(sentence, whole, [t for t in whole if t.label in _WHEN and is_time(t)])
    whole = shortened(sentence, whole, head, lambda tokens: len(tokens) <= LONG)
    return _without_outer_marks(whole)


def _of_another_clause(sentence: Sentence, head: Token) -> list[Token]:
    """Return what only the parse joins to a gerund or a noun: "… and faces a ban"."""
    if is_finite(sentence, head):
        return []
    clauses = sentence.children(head, "advcl")
    outcomes = [t for t in clauses if t.tag == "VBG" and set_off(sentence, t)]
    return outcomes + [t for t in sentence.children(head, "conj") if is_finite(sentence, t)]


def _of_predicate(sentence: Sentence, head: Token) -> list[Token]:
    """Return what belongs to "the crash was" in "the crash was due to ice"."""
    if sentence.child(head, "cop") is None:
        return []
    return list(sentence.children(head, "nsubj", "cop", "aux", "parataxis", "advcl"))


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
    return [*sentence.children(head, "mark", "case"), *when]


def _without_outer_marks(tokens: list[Token]) -> list[Token]:
    while tokens and (tokens[-1].label == "punct" or tokens[-1].tag in ("CC", "IN")):
        tokens = tokens[:-1]
    while tokens and (tokens[0].label == "punct" or tokens[0].tag == "CC"):
        tokens = tokens[1:]
    return tokens


def _is_enough(tokens: list[Token], ground: Ground) -> bool:
    verb_alone = ground.keep_tie and ground.head.tag.startswith("VB")
    return len(tokens) >= SHORTEST + verb_alone


def _as_it_stands(text: str, tokens: list[Token]) -> str:
    """Return tokens as the text has them, a blank for what was left out.

    Names are not put for pronouns: a phrase stands beside its sentence, and a wrong name is worse.
    """
    words = text[tokens[0].start : tokens[0].end]
    for one, other in pairwise(tokens):
        gap = " " if text[one.end : other.start] or other.index != one.index + 1 else ""
        words += ("" if other.tag in _CLOSING else gap) + text[other.start : other.end]
    return words if _is_balanced(words) else words.translate(_NO_QUOTES)


def _is_balanced(words: str) -> bool:
    return words.count('"') % 2 == 0 and words.count("“") == words.count("”")


_NO_QUOTES = dict.fromkeys(map(ord, '"“”'))


_CLOSING = frozenset({",", ".", ":", "POS", "''", "-RRB-"})


def _repeats(key: str, reasons: Mapping[str, Reason]) -> bool:
    return any(key in known or known in key for known in reasons)
