"""An actor to the name that stands for it in running text."""

from __future__ import annotations

import re

from generator.extract.reading import Actor, Mention, Reading
from generator.extract.words.lexicon import ORGANISATIONS
from generator.language.peoples import people_length
from generator.language.tree import Sentence, Token

_WITH_ARTICLE = frozenset(
    "united netherlands philippines maldives bahamas gambia uae us uk u.s. u.k. eu congo republic"
    " emirates islands seychelles comoros".split()
)
"""Words of a country's name that call for "the"."""
_ARTICLES = frozenset({"a", "the"})
_OWNED = re.compile(r"['’]s? ")
LONGEST_ACRONYM = 5
"""Letters; a longer word in capitals is only shouted: "RESCUERS said"."""


def named(reading: Reading, actor: Actor) -> str:
    """Return an actor's name, with the article that goes before it."""
    if actor.id not in reading.names:
        reading.names[actor.id] = _name(reading, actor)
    return reading.names[actor.id]


def _name(reading: Reading, actor: Actor) -> str:
    if actor.name.lower().startswith(("the ", "a ", "an ")):
        return actor.name
    if actor.name.lower().startswith("spokes") or not is_proper(reading, actor):
        shouted = len(actor.name) > LONGEST_ACRONYM and actor.name.isupper()
        name = actor.name.lower() if shouted else in_running_text(reading, actor)
        return name if name[:1].isupper() and _OWNED.search(name) else f"the {name}"
    return f"the {actor.name}" if _takes_article(reading, actor) else actor.name


def possessive(reading: Reading, name: str) -> str:
    """Return a name with the apostrophe that the article uses."""
    sign = "’" if "’" in reading.document.text else "'"
    return f"{name}{sign}" if name.endswith("s") else f"{name}{sign}s"


def in_running_text(reading: Reading, actor: Actor) -> str:
    """Return the words for somebody unnamed as they stand inside a sentence: "the Chilean army"."""
    words = actor.name.split()
    first = words[0].removesuffix("'s").removesuffix("’s")
    proper = first[1:2].isupper() or people_length(words, 0) or reading.gazetteer.country(first)
    if proper or any(_stands_inside(reading, mention, first) for mention in actor.mentions):
        return actor.name
    return actor.name[:1].lower() + actor.name[1:]


def _stands_inside(reading: Reading, mention: Mention, word: str) -> bool:
    """Tell whether a word is a name, or has its capital past a sentence's start."""
    sentence = reading.document.sentences[mention.sentence]
    inside = sentence.tokens[mention.first : mention.last]
    same = [t for t in inside if t.text == _OWNED.split(f"{word} ")[0].partition("-")[0].strip()]
    return any(t.tag.startswith("NNP") or not opens(sentence, t) for t in same)


def _takes_article(reading: Reading, actor: Actor) -> bool:
    """Tell whether a name goes with "the": as countries do, others as the text has them."""
    if actor.kind in {"person", "country"}:
        several = set(actor.name.lower().split()) & _WITH_ARTICLE
        return actor.kind == "country" and bool(several)
    a_body = not ORGANISATIONS.isdisjoint(actor.name.lower().split())
    for mention in actor.mentions:
        tokens = reading.document.sentences[mention.sentence].tokens
        first = tokens[mention.first]
        earlier = (t for t in reversed(tokens[: mention.first]) if t.tag != "CD")
        before = next(earlier, first)  # "the 2022 Games"
        if mention.kind in {"name", "short"} and before.tag in {"PRP$", "POS"} and a_body:
            return True  # "its Ministry of Health", not "Japan's Orbita Holdings"
        if mention.kind in {"name", "short"} and _ARTICLES & {
            first.text.lower(),
            before.text.lower(),
        }:
            # "the Hamas fighters": the article is another noun's
            own = a_body or before.head != tokens[mention.head].head
            return own or first.text.lower() == "the"
    return False


def is_proper(reading: Reading, actor: Actor) -> bool:
    """Tell whether an actor goes by a name, not by a common noun such as "the skipper"."""
    named_by = [m for m in actor.mentions if m.kind in {"name", "short", "role"}]
    sentences = reading.document.sentences
    return not named_by or any(
        sentences[m.sentence].tokens[m.head].tag.startswith(("NNP", "VB")) for m in named_by
    )


def opens(sentence: Sentence, token: Token) -> bool:
    """Tell whether a token is the first word of a sentence, or of what it quotes."""
    before = sentence.tokens[: token.index]
    return all(not t.text[:1].isalnum() for t in before[-2:]) or (
        before[-1].text in {":", "“", '"', "``"}
    )
