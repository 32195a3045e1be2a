"""Fixed words of a parsed sentence -> the reason they lead in: "on the grounds that"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.events.reason_words import SURE, Ground
from generator.extract.grammar.holders import subject
from generator.extract.words.lexicon import ORGANISATIONS, is_people_noun
from generator.extract.words.ties import lemma_above, marks
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

FELT = 0.8
"""Strength of “[angry at the price of fuel], they blocked the road”, “marched [against a law]”."""
FOLLOWED = 0.6
"""Strength of “in the wake of [a leak]”, “the move follows [months of complaints]”."""

DEEDS = frozenset("accident attack change crash decision incident measure move step".split())
"""What any event may be called when it is taken up."""
AIMS = frozenset("aim goal intention objective purpose".split())
REASONS = AIMS | {"cause", "reason"}
"""Nouns that say of an event what it is for or from: "the aim is to cut costs"."""

_LEADING = frozenset(
    """in light of|in view of|on account of|on ground of|on ground that""".split("|")
)
"""What a reason stands behind: “on the grounds that [it leaks]”."""
_TELLING = frozenset(
    """
    in protest at|in protest against|in protest of|in protest over|in protest to|in connection with
    in retaliation for|in reprisal for|in revenge for|in solidarity with|in search of|in memory of
    in honour of|in honor of|on suspicion of|on charge of|on allegation of|for fear of|for lack of
    for want of
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
"""What is a part of the reason: “[in memory of the drowned]”."""
_LED = frozenset({"account", "ground", "grounds", "light", "owing", "thanks", "view", "wake"})
_RALLYING = frozenset("demonstrate gather march parade protest".split())
_FEELING = frozenset(
    """
    afraid alarmed angered angry anxious concerned dismayed enraged fearful frustrated furious
    outraged scared unhappy upset worried
    """.split()
)


def fixed_reasons(sentence: Sentence, head: Token) -> Iterator[Ground]:
    """Yield the reason that a noun in fixed words tells or leads in."""
    noun = lemma(head.text, head.tag).lower()
    for told in sentence.children(head, "nmod", "obl", "acl"):
        words = f"{marks(sentence, head)} {noun} {marks(sentence, told)}"
        if words in _TELLING:
            yield Ground(head, SURE, keep_tie=True)
        elif words in _LEADING:
            yield Ground(told, SURE)
        elif words == "in wake of":
            yield Ground(told, FOLLOWED)
    if _is_rallied_for(sentence, head, noun):
        yield Ground(head, FELT, keep_tie=True)
    elif head.label == "obj" and lemma_above(sentence, head) == "follow":
        first = subject(sentence, sentence.tokens[head.head])
        if first is not None and lemma(first.text, first.tag).lower() in DEEDS:
            yield Ground(head, FOLLOWED)


def bearer(sentence: Sentence, reason: Token) -> Token | None:
    """Return the word that a reason hangs on: “closed” in "closed in the wake of a leak"."""
    above = sentence.head(reason)
    led = above is not None and above.text.lower() in _LED and above.label != "root"
    return sentence.head(above) if above is not None and led else above


def _is_rallied_for(sentence: Sentence, head: Token, noun: str) -> bool:
    """Recognise "marched against a law", "gathered in support of the strike"."""
    tie = marks(sentence, head)
    thing = head.tag != "NNP" or sentence.child(head, "det") is not None  # not "against Halm"
    stand = (tie == "against" and thing) or (tie == "in" and noun == "support")
    return stand and head.label == "obl" and lemma_above(sentence, head) in _RALLYING


def named_reasons(sentence: Sentence, head: Token) -> Iterator[Ground]:
    """Yield what is called a reason or felt: "the aim is [to cut costs]", "[angry at it], he left".

    So it is with "the scheme aims [to cut costs]".
    """
    if head.text.lower() in _FEELING and head.label in {"advcl", "parataxis"}:
        if sentence.child(head, "obl", "ccomp") and not sentence.child(
            head, "nsubj", "cop", "mark"
        ):
            yield Ground(head, FELT)
    elif head.label == "xcomp" and lemma_above(sentence, head) == "aim":
        noun = subject(sentence, sentence.tokens[head.head])
        if noun is not None and noun.tag == "NN" and not _is_somebody(noun):
            yield Ground(head, FELT, keep_tie=True)
    elif sentence.child(head, "cop") and head.tag.startswith(("NN", "VB")):
        yield from _called_a_reason(sentence, head)


def _is_somebody(token: Token) -> bool:
    noun = lemma(token.text, token.tag).lower()
    return is_people_noun(noun) or noun in ORGANISATIONS


def _called_a_reason(sentence: Sentence, head: Token) -> Iterator[Ground]:
    """Yield "to cut costs" of "the aim is to cut costs", "a leak" of "the cause was a leak"."""
    outer = sentence.children(head, "nsubj:outer")
    names = {lemma(t.text, t.tag).lower() for t in outer or sentence.children(head, "nsubj")}
    apart = {"nsubj:outer", "cop"} if outer else {"nsubj", "cop", "aux", "parataxis", "advcl"}
    parts = frozenset(t.label for t in sentence.children(head)) - apart
    aimed = marks(sentence, head) == "to"
    if parts and names & (AIMS if aimed else REASONS - AIMS) and "obl" not in parts:
        yield Ground(head, SURE, keep_tie=aimed, parts=parts)
