"""The names of an article -> those of laws, contests, prizes, diseases and works, which do nothing.

A tagger takes most of them for bodies: they are written like bodies, and stand where bodies stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.extract.actors.body_signs import is_run
from generator.extract.actors.mentions import Name
from generator.extract.actors.metonyms import acts
from generator.extract.words import names
from generator.extract.words.lexicon import ORGANISATIONS
from generator.language.morphology import lemma

NEVER = frozenset(
    """accord accords act agreement amendment bill certificate charter code constitution convention
    covenant declaration decree directive exam examination framework goal guideline law memorandum
    ordinance pact plan principle protocol regulation resolution statute treaty visa
    award emmy grammy honour medal nobel oscar prize scholarship trophy
    biennale brexit carnival day debate diploma fair gala holocaust marathon parade
    revolution summit war week
    aids cancer cholera covid covid-19 dengue diabetes diphtheria disease ebola flu hiv influenza
    malaria measles mpox omicron polio sars syndrome tuberculosis typhoid virus zika
    app average futures gdp index lottery symphony""".split()
)
"""Last words of names that never act."""
SELDOM = frozenset(
    """championship cup order derby festival game games grand-prix initiative league masters
    olympics open paralympics premiership program programme project scheme series strategy tour
    tournament trial facebook flickr instagram linkedin netflix nasdaq reddit signal skype snapchat
    spotify telegram tiktok twitch twitter wechat weibo whatsapp youtube zoom""".split()
)
"""Last words of names that act only where the body behind them is meant: "the League fined"."""
NUMBERED = frozenset("one two three four 1 2 3 4 i ii iii iv v x".split())
"""Behind the noun: "League Two", "World War II"."""


def things_among(found: Sequence[Name]) -> frozenset[str]:
    """Return the folded names, long and short, of things: what never acts, or does not here."""
    busy = {names.fold(n.text) for n in found if _is_busy(n)}
    things = {
        n.text
        for n in found
        if not (n.type == "PERSON" and " " in n.text)
        and (
            (head_noun(n) in NEVER or _ends_as_a_thing(n))
            or (head_noun(n) in SELDOM and busy.isdisjoint(_forms(n)))
        )
    }
    initials = {letters for thing in things for letters in names.acronyms(thing)}
    parts = _parts(things)
    short = (
        n.text
        for n in found
        if n.text.replace(".", "") in initials
        or (n.type != "PERSON" and names.organisation_words(n.text) in parts)
    )
    return frozenset(names.fold(text) for text in (*things, *short))


def _is_busy(name: Name) -> bool:
    """Say whether a name does something, or has somebody to run it: "HFP's director"."""
    return acts(name) or name.head.label == "nsubj" or is_run(name)


def _forms(name: Name) -> set[str]:
    """Return a name and its initials, folded."""
    return {names.fold(name.text), *map(names.fold, names.acronyms(name.text))}


def _ends_as_a_thing(name: Name) -> bool:
    """Say whether a name ends in a thing's noun, and is no "Commission for Halm Regulation"."""
    return head_noun(name) not in ORGANISATIONS and names.fold(name.tokens[-1].text) in NEVER


def _parts(things: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return the beginnings and ends of two words or more: "the Clean Air" for "Clean Air Act".

    One word may be the body behind it: "Fifa" is no World Cup. And two: the "EU" of "EU Treaty".
    """
    told = [names.organisation_words(thing) for thing in things]
    starts = {words[:n] for words in told for n in range(2, len(words))}
    ends = {words[-n:] for words in told for n in range(2, len(words))}
    return frozenset(starts | ends).difference(names.SPELLED_OUT.values())


def head_noun(name: Name) -> str:
    """Return the noun that says what a name names: "act" of "Clean Air Act of 1990"."""
    words = [names.fold(t.text) for t in name.tokens]
    while len(words) > 1 and words[-1] in NUMBERED:
        words.pop()
    link = next((n for n, word in enumerate(words) if n and word in {"of", "for"}), None)
    words = words[:link]
    one = lemma(words[-1], "NNS")
    if one in NEVER - {"act", "bill"} and ORGANISATIONS.isdisjoint(words):
        return one  # "Development Goals", but the side "Halm Bills"
    told = words[-1] in NEVER or words[-1] in SELDOM
    return words[-1] if told else lemma(words[-1], "NN")
