"""Parsed sentences to the phrases that say why or how, by the words that tie them to the rest.

A tie is a connecting word with the relation it makes: “because” with a clause, “due to” with a
noun, “by” with a gerund. How far each can be trusted to mean a cause or a means is its strength.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.extract.events.fixed_reasons import DEEDS, REASONS, bearer
from generator.extract.events.reason_words import (
    SHORTEST,
    Ground,
    as_it_stands,
    is_enough,
    words_of,
)
from generator.extract.grammar.holders import subject
from generator.extract.reading import Reading, sentence_evidence
from generator.extract.salience import content_words
from generator.extract.words.asides import set_off
from generator.extract.words.lexicon import is_people_noun
from generator.extract.words.ties import NEGATIONS, NOBODY, is_denied, marks
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import Reason, What

MOST = 5
"""Items of a kind; further ones are about ever smaller matters."""

HEADLINE = 1.3
"""Weight of a headline's own phrase, where the text bears it out: a lead's is about 1."""

BORNE_OUT = 0.5
"""Share of a headline phrase's content words that a sentence must have to bear it out."""

ATTACHED_LOW = 0.7
"""Factor of a phrase that hangs on a relative clause or deeper."""

_ANY = "it"
"""What stands for an event that is not named again."""
_NEAR = 3
"""Sentences from the main one on in which what is not named is the main event."""
_GIVING = frozenset(
    """
    aim announce arise attribute blame cause come design do drive follow happen impose intend
    introduce make mean motivate occur order prompt provoke result spark stem take trigger
    """.split()
)
"""Verbs that say no more of an event than that it was, or why."""
_WORD = re.compile(r"[^\s,.;:]+")
_HEADS_OF_STATEMENTS = frozenset({"root", "ccomp", "conj", "parataxis"})
_NEGATIONS = NEGATIONS | {"rather"}
_SUCCESSES = frozenset("comeback triumph victory win".split())
_OPEN = frozenset({"if", "unless", "whether"})
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
    about: str = ""
    """The noun of which the sentence tells nothing but the reason."""
    main: bool = False
    """Whether it is the main event's, whatever its sentence tells."""


def find_reasons(reading: Reading, kind: Kind, told: Iterable[What]) -> tuple[Reason, ...]:
    """Return the phrases of a kind that an article has, those on the main event first."""
    told = tuple(told)
    main, event = (told[0].id if told else None), _words_of_event(reading, told)
    found = sorted(_weighed(reading, kind), key=lambda found: -found.weight)
    first = min((e.sentence or 0 for w in told[:1] for e in w.evidence), default=0)
    near = range(first, first + _NEAR)
    placed = []
    for one in found:
        unnamed = one.about == _ANY and one.sentence.index in near
        statement = main if one.main or unnamed else _statement(told, one)
        placed.append((one, statement, one.main or unnamed or one.about in event))
    placed.sort(key=lambda row: row[1] != main and not row[2])
    reasons: dict[str, Reason] = {}
    for one, own, about in placed:
        statement, key = own or (main if about else None), _key(one.text)
        known = any(key in other or other in key for other in reasons)
        if len(reasons) < MOST and not known and (statement or not told):
            reasons[key] = Reason(
                id=f"{kind.prefix}{len(reasons) + 1}",
                text=one.text,
                what=statement,
                evidence=sentence_evidence(reading.document, one.sentence),
            )
    return tuple(reasons.values())


def _key(text: str) -> str:
    """Return what "on a charge of assault" and "on charges of assault" share."""
    words = (w for w in text.lower().split() if w not in {"a", "an", "the"})
    return " ".join(lemma(word, "NNS") for word in words)


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


def is_success(token: Token) -> bool:
    """Tell “champions after a victory”, which says how, from “outrage after a strike”."""
    return lemma(token.text, token.tag) in _SUCCESSES


def is_negated(sentence: Sentence, token: Token) -> bool:
    """Tell “not because of”, “denied it was due to”, “if it was due to” from what is asserted."""
    first = next(iter(sentence.children(token, "mark", "case")), token)
    before = (c for c in sentence.children(token, "advmod", "cc:preconj") if c.index <= first.index)
    ruled_out = is_denied(sentence, token) and any(t.text == "but" for t in sentence.tokens)
    if ruled_out or any(child.text.lower() in _NEGATIONS for child in before):
        return True
    above = tuple(sentence.path_to_root(token))
    bearers = [t for verb in above for t in sentence.children(verb, "nsubj")]
    for noun in sentence.children(above[1], "nsubj:pass") if above[1:] else ():
        bearers += sentence.children(noun, "det")  # "no charges were brought for hiding it"
    if any(t.text.lower() in NOBODY for t in bearers):
        return True
    return any(lemma(t.text, t.tag) in _DENIALS or marks(sentence, t) in _OPEN for t in above)


def _weighed(reading: Reading, kind: Kind) -> Iterator[_Found]:
    weights = reading.weights
    lead = reading.document.headline
    headline = {lemma(g.head.text, g.head.tag): g for g in kind.finder(lead)} if lead else {}
    told: list[frozenset[str]] = []
    for sentence in reading.document.sentences:
        if "?" in sentence.words or not weights[sentence.index]:
            continue
        grounds = {ground.head: ground for ground in kind.finder(sentence)}
        for ground in (g for h, g in grounds.items() if _is_outermost(sentence, h, grounds)):
            weight = weights[sentence.index] * ground.strength * _attachment(sentence, ground)
            if headline.pop(lemma(ground.head.text, ground.head.tag), None):
                weight = max(weight, HEADLINE * ground.strength)
            tokens = words_of(sentence, ground)
            if weight >= kind.least and is_enough(tokens, ground):
                told.append(_content(tokens))
                text = as_it_stands(reading.document.text, tokens)
                own = ground.head.text if ground.parts else _borne_by(sentence, ground.head)
                about = _reasoned(sentence, ground.head)
                yield _Found(weight, text, sentence, own, about=about, main=ground.main)
    for ground in headline.values():
        words = _content(lead.subtree(ground.head)) if lead else frozenset()
        if not any(len(words & known) * 2 > len(words) for known in told):
            yield from _of_headline(reading, ground)


def _is_outermost(sentence: Sentence, reason: Token, reasons: Collection[Token]) -> bool:
    """Tell a reason from a part of another: "after he was fined [for spitting]"."""
    for below, above in pairwise(sentence.path_to_root(reason)):
        if set_off(sentence, below) or above in reasons:
            return set_off(sentence, below)
    return True


def _borne_by(sentence: Sentence, reason: Token) -> str:
    """Return the word that a reason hangs on; "said it would close, citing costs" has none."""
    above = bearer(sentence, reason)
    cited = above is not None and lemma(above.text, above.tag) in {"cite", "blame"}
    return above.text if above is not None and not cited else ""


def _words_of_event(reading: Reading, told: Sequence[What]) -> frozenset[str]:
    """Return the words by which an article may take up its main event: "the move", "the strike"."""
    headline, sentences = reading.document.headline, reading.document.sentences
    first = [e.sentence for w in told[:1] for e in w.evidence if e.sentence is not None]
    headed = headline.content if headline else frozenset()
    return DEEDS.union(headed, *(sentences[n].content for n in first))


def _reasoned(sentence: Sentence, reason: Token) -> str:
    """Return the noun of "the shooting stemmed from a row", "the move was due to costs"."""
    own = not reason.tag.startswith("VB") and sentence.child(reason, "cop") is not None
    host = reason if own else bearer(sentence, reason)
    if host is None or host.label not in _HEADS_OF_STATEMENTS:
        return ""
    done, deed = sentence.child(host, "obj"), lemma(host.text, host.tag)
    if done is not None and done.text == "this" and host.text == "doing":
        return "move"  # "We are doing this because ..."
    if done is reason and deed in {"blame", "cite"} and host.label == "root":
        return "" if sentence.child(host, "obl", "advcl") else _ANY
    if host.tag.startswith("VB") and (done not in (None, reason) or deed not in _GIVING):
        return ""
    noun = next(iter(sentence.children(host, "nsubj:outer")), None) or subject(sentence, host)
    word = lemma(noun.text, noun.tag).lower() if noun and noun.tag in ("NN", "NNS") else ""
    if word in REASONS and noun is not None:
        of = sentence.child(noun, "nmod")
        return lemma(of.text, of.tag).lower() if of is not None else _ANY
    return "" if is_people_noun(word) else word


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
    above = bearer(sentence, ground.head)
    return 1.0 if above and above.label in _HEADS_OF_STATEMENTS else ATTACHED_LOW
