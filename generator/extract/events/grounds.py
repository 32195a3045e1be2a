"""Parsed sentences to the phrases that say why or how, by the words that tie them to the rest.

A tie is a connecting word with the relation it makes: “because” with a clause, “due to” with a
noun, “by” with a gerund. How far each can be trusted to mean a cause or a means is its strength.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.extract.events.reason_words import (
    SHORTEST,
    Ground,
    as_it_stands,
    is_enough,
    words_of,
)
from generator.extract.reading import Reading, sentence_evidence
from generator.extract.salience import content_words
from generator.extract.words.ties import NEGATIONS, is_denied, lemma_above
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import Reason, What

MOST = 5
"""Items of a kind; further ones are about ever smaller matters."""

HEADLINE = 1.3
"""Weight of a headline's own phrase, where the text bears it out: a lead's is about 1."""

BORNE_OUT = 0.6
"""Share of a headline phrase's content words that a sentence must have to bear it out."""

ATTACHED_LOW = 0.7
"""Factor of a phrase that hangs on a relative clause or deeper."""

_WORD = re.compile(r"[^\s,.;:]+")
_HEADS_OF_STATEMENTS = frozenset({"root", "ccomp", "conj", "parataxis"})
_NEGATIONS = NEGATIONS | {"rather"}
_FEATS = frozenset(
    """
    win beat claim clinch finish reach secure survive escape avoid return qualify triumph
    """.split()
)
_SUCCESSES = frozenset("comeback triumph victory win".split())
_DENIALS = frozenset({"deny", "reject", "dismiss", "refute"})


@dataclass(frozen=True, slots=True)
class Kind:
    """Reasons of one kind: the prefix of their ids, what finds them, what they must weigh."""

    prefix: str
    finder: Callable[[Sentence], Iterator[Ground]]
    least: float
    """Weight below which a phrase is about no main statement."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The words of a reason, what they weigh, where they stand; `headed`: in the headline."""

    weight: float
    text: str
    sentence: Sentence
    above: str = ""
    """The word that the reason hangs on; none where it is given for all that is told."""
    headed: bool = False


def find_reasons(reading: Reading, kind: Kind, told: Iterable[What]) -> tuple[Reason, ...]:
    """Return the phrases of a kind that an article has, those on the main event first."""
    told = tuple(told)
    found = sorted(_weighed(reading, kind), key=lambda found: -found.weight)
    placed = [(one, _statement(told, one)) for one in found]
    reasons: dict[str, Reason] = {}
    for one, statement in [row for row in placed if row[1] or not told]:
        key = one.text.lower()
        if len(reasons) < MOST and not _repeats(key, reasons):
            reasons[key] = Reason(
                id=f"{kind.prefix}{len(reasons) + 1}",
                text=one.text,
                what=statement,
                evidence=sentence_evidence(reading.document, one.sentence),
            )
    return tuple(reasons.values())


def _statement(told: Sequence[What], found: _Found) -> str | None:
    """Return the statement that a reason belongs to: a headline's to the main one.

    None where no statement tells what the reason is for.
    """
    here = [w for w in told if any(e.sentence == found.sentence.index for e in w.evidence)]
    opening = " ".join(found.text.split()[:SHORTEST])
    worded = [w for w in here if opening in w.statement]
    bearing = [w for w in here if found.above in ("", *_WORD.findall(w.statement))]
    main = told[:1] if found.headed else ()
    return next((w.id for w in (*main, *worded, *bearing)), None)


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
    if any(child.text.lower() in _NEGATIONS for child in before) or _is_ruled_out(sentence, token):
        return True
    return any(lemma(t.text, t.tag) in _DENIALS for t in sentence.path_to_root(token))


def _is_ruled_out(sentence: Sentence, token: Token) -> bool:
    """Recognise the cost in "did not leave because of the cost, but because of the noise"."""
    above = sentence.head(token)
    if above is None or not is_denied(sentence, token):
        return False
    later = (t for n in (token, above) for t in sentence.children(n) if t.index > token.index)
    return any(c.text.lower() == "but" for t in later for c in sentence.children(t, "cc"))


def _weighed(reading: Reading, kind: Kind) -> Iterator[_Found]:
    weights = reading.weights
    lead = reading.document.headline
    headline = {lemma(g.head.text, g.head.tag): g for g in kind.finder(lead)} if lead else {}
    told: list[frozenset[str]] = []
    for sentence in reading.document.sentences:
        if sentence.heading or _asks(sentence) or not weights[sentence.index]:
            continue
        for ground in kind.finder(sentence):
            weight = weights[sentence.index] * ground.strength * _attachment(sentence, ground)
            if headline.pop(lemma(ground.head.text, ground.head.tag), None):
                weight = max(weight, HEADLINE * ground.strength)
            tokens = words_of(sentence, ground)
            if weight >= kind.least and is_enough(tokens, ground):
                told.append(_content(tokens))
                text = as_it_stands(reading.document.text, tokens)
                yield _Found(weight, text, sentence, _borne_by(sentence, ground.head))
    for ground in headline.values():
        words = _content(lead.subtree(ground.head)) if lead else frozenset()
        if not any(len(words & known) * 2 > len(words) for known in told):
            yield from _of_headline(reading, ground)


def _borne_by(sentence: Sentence, reason: Token) -> str:
    """Return the word that a reason hangs on; "said it would close, citing costs" has none."""
    above = sentence.head(reason)
    cited = above is not None and lemma(above.text, above.tag) in {"cite", "blame"}
    return above.text if above is not None and not cited else ""


def _asks(sentence: Sentence) -> bool:
    return any("?" in token.text for token in sentence.tokens)


def _of_headline(reading: Reading, ground: Ground) -> Iterator[_Found]:
    """Yield a headline's phrase with the sentence of the text that bears it out best."""
    headline, title = reading.document.headline, reading.document.article.source.title
    if headline is None or title is None:
        return
    words = _content(headline.subtree(ground.head))
    body = (s for s in reading.document.sentences if not s.heading)
    support = max(body, key=lambda s: len(words & content_words(s)), default=None)
    tokens = words_of(headline, ground)
    gap = next((b for a, b in pairwise(tokens) if b.index > a.index + 1), None)
    tokens = tokens[: tokens.index(gap)] if gap in tokens else tokens  # "[, firm blames] supplier"
    if support is None or not is_enough(tokens, ground):
        return
    if len(words & content_words(support)) >= max(1, BORNE_OUT * len(words)):
        text = as_it_stands(title, tokens)
        yield _Found(HEADLINE * ground.strength, text, support, headed=True)


def _content(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(
        lemma(t.text, t.tag).lower() for t in tokens if t.tag.startswith(("NN", "VB", "JJ", "CD"))
    )


def _attachment(sentence: Sentence, ground: Ground) -> float:
    above = sentence.head(ground.head)
    return 1.0 if above and above.label in _HEADS_OF_STATEMENTS else ATTACHED_LOW


def _repeats(key: str, reasons: Mapping[str, Reason]) -> bool:
    return any(key in known or known in key for known in reasons)
