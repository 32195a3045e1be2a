"""An actor in a reading -> whether it is only mentioned by the way, and plays no part."""

from __future__ import annotations

from generator.extract.reading import Actor, Mention, Reading
from generator.extract.words import names
from generator.extract.words.lexicon import ORGANISATIONS, POSSESSED_ACTS, is_people_noun
from generator.language.morphology import lemma
from generator.language.tree import Token

MEDIUMS = frozenset({"on", "via"})
"""What one writes, listens and is listed on: "posted on Halmbook"."""
COMMITTEES = frozenset({"committee", "panel", "subcommittee"})
"""What is not the body that it is of: "she chairs the Halm Council roads committee"."""
TOLD_AND_FOUND = frozenset(
    """analysis bulletin complaint data document email estimate figure filing findings forecast
    guidance guideline index inquiry investigation judgment judgement lawsuit leak letter
    memo notice order poll probe publication readout record regulation report research review
    rule ruling search statement study suit survey tally transcript verdict website""".split()
)
"""What bodies make known: whoever makes it plays a part."""


def is_bystander(reading: Reading, actor: Actor) -> bool:
    """Say whether all mentions only tell which thing is meant, or where something is.

    Of a person, which body too: "the Orr administration" acts, and Orr does not.
    """
    if actor.kind not in {"organisation", "person"} or actor.id in reading.speakers:
        return False
    return all(_is_by_the_way(reading, actor, m) for m in actor.mentions)


def _is_by_the_way(reading: Reading, actor: Actor, mention: Mention) -> bool:
    sentence = reading.document.sentences[mention.sentence]
    head = sentence.tokens[mention.head]
    above = sentence.head(head)
    if above is None or mention.kind == "role":
        return False
    source = sentence.child(above, "case")
    if source is not None and source.text.lower() == "according":
        return False
    case = sentence.child(head, "case") if actor.kind == "organisation" else None
    if head.label == "obl" and case is not None and case.text.lower() in MEDIUMS:
        return True
    noun = lemma(above.text, above.tag).lower()
    part = above.label == "appos" or (above.label == "obj" and noun in COMMITTEES)
    body = noun in ORGANISATIONS and (part or actor.kind == "person")
    return head.label == "compound" and (body or _is_a_thing(above))


def _is_a_thing(noun: Token) -> bool:
    """Say whether a common noun is neither somebody's nor what a body does or makes known."""
    word = lemma(noun.text, noun.tag).lower()
    known = word in ORGANISATIONS | POSSESSED_ACTS | TOLD_AND_FOUND | names.CORPORATE
    return noun.tag.startswith("NN") and not (known or is_people_noun(word))
