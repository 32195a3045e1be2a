"""A new phrase for whoever is spoken of -> that person: "the Danish striker", "the 79-year-old"."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.actors.clubs import PLAYERS
from generator.extract.actors.nominals import MERE_PEOPLE, Nominal
from generator.extract.actors.prominence import Told, topic_of
from generator.extract.reading import Actor, Mention
from generator.extract.words import names

TELLING = frozenset("former veteran".split())
"""Adjectives that come with what somebody else might be called by."""
VARIED = PLAYERS - {"boss", "coach", "fan", "manager", "supporter"} | frozenset(
    """activist actor actress artist author batsman batter billionaire bowler
        campaigner comedian comic entrepreneur
        fullback guitarist hander lawmaker legislator midfielder
        millionaire musician novelist pensioner politician rapper rider singer
        songwriter sprinter star substitute swimmer teenager tycoon winger""".split()
)
"""What newspapers call somebody whose name has just been told."""
SEATED = frozenset("councillor lawmaker legislator mla mp senator".split())
"""Who is called by where they were elected: "the Halm South MP"."""
OF_CREWS = frozenset({"captain", "skipper"})
"""Who leads a ship as well as a side; whoever is told to be anything else is none of them."""
RUNNING = frozenset("boss chairman chairwoman coach head manager referee umpire".split())
"""Who runs a game is not who plays it."""


def varied(nominal: Nominal, told: Told) -> Actor | None:
    """Return who a phrase calls anew: whoever was most spoken of just before, if it tells enough.

    None where that is somebody unnamed, or whose role is another.
    """
    if nominal.plural or nominal.kind != "person" or not _may_vary(nominal):
        return None
    fits = {
        actor_id: telling
        for actor_id, mentions in told.before(nominal.sentence).items()
        if told.actors[actor_id].kind == "person"
        and (telling := [m for m in mentions if _tells_of(m, nominal, told)])
        and not told.is_co_argument(nominal.sentence, nominal.head, mentions)
        and not any(_is_governed(nominal, m) for m in mentions)
    }
    topics = told.weights_as_topics(fits)
    best = max(fits, key=lambda i: _stands_out(nominal, told, fits[i], topics[i]), default="")
    return told.actors[best] if best in told.named and _suits(nominal, told.actors[best]) else None


def _stands_out(
    nominal: Nominal, told: Told, mentions: Sequence[Mention], as_topic: float
) -> tuple[int, float]:
    weight = told.prominence(nominal.sentence, nominal.head, mentions)
    return max(m.sentence for m in mentions), weight + as_topic


def _tells_of(m: Mention, nominal: Nominal, told: Told) -> bool:
    """Say whether a mention before a phrase tells of its actor, as "an Orr rally" does not."""
    head = told.document.sentences[m.sentence].tokens[m.head]
    before = m.place < nominal.place
    return before and head.label != "compound"


def _is_governed(nominal: Nominal, m: Mention) -> bool:
    """Say whether a phrase stands in what its actor says: "He did not say if the captain"."""
    sentence = nominal.sentence
    head = sentence.tokens[m.head] if m.sentence == sentence.index else nominal.head
    above = {t.index for t in sentence.path_to_root(nominal.head)}
    return head is not nominal.head and head.label.startswith("nsubj") and head.head in above


def _may_vary(nominal: Nominal) -> bool:
    """Say whether a phrase tells more of somebody known than whom it could bring up newly."""
    tokens = nominal.tokens
    if tokens[0].text.lower() not in {"the", "this"} or nominal.last > nominal.head.index + 1:
        return False
    before = tokens[1 : nominal.head.index - nominal.first]
    placed = any(t.tag in {"NNP", "NNPS"} for t in before)
    seated = placed and nominal.noun in SEATED
    if placed != seated or any(t.tag == "POS" for t in before):
        return False
    if any(t.tag == "JJS" or t.text in {"first", "next", "only", "second"} for t in before):
        return False  # "became the first player"
    if topic_of(nominal.sentence) is nominal.head:
        return False  # "As for the Danish envoy, she said"
    peoples = any(t.tag == "JJ" and t.text[:1].isupper() for t in before)
    aged = any(t.text.lower().endswith(("year", "born")) for t in before)
    former = any(t.text.lower() in TELLING for t in before)
    if tokens[0].text.lower() == "this":
        return nominal.noun in VARIED | MERE_PEOPLE and not any(t.tag == "CD" for t in before)
    return nominal.noun in VARIED or seated or peoples or aged or former


def _suits(nominal: Nominal, actor: Actor) -> bool:
    """Say whether somebody's role leaves room for what a phrase says.

    "The Danish minister" beside an interior minister is another than "the minister".
    """
    role = set(names.fold(actor.role or "").split())
    if nominal.noun in role:
        return False
    if nominal.noun in OF_CREWS and role.isdisjoint(PLAYERS):
        return not role
    return not (nominal.noun in PLAYERS and role & RUNNING)
