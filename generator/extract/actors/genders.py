"""Words around a name, or a pronoun -> whether a man or a woman is meant."""

from __future__ import annotations

from generator.extract.actors.mentions import Name
from generator.extract.reading import Actor
from generator.extract.words import given_names, names
from generator.extract.words.titles import RELATIVES
from generator.language.tree import Document, Token

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})

FEMALE_WORDS = frozenset(
    """mrs ms miss lady queen princess sister mother daughter wife widow woman girl actress dame
    chairwoman spokeswoman congresswoman councilwoman businesswoman policewoman grandmother
    seamstress""".split()
)
MALE_WORDS = frozenset(
    """mr sir lord king prince father brother son husband widower man boy actor chairman spokesman
    congressman councilman businessman policeman grandfather fisherman""".split()
)


def gender_of(pronoun: Token) -> str:
    """Return "m" or "f" as a pronoun tells, "" for the others."""
    low = pronoun.text.lower() if pronoun.tag != "NNP" else ""  # "His Majesty", "HE the envoy"
    return "m" if low in MALE else "f" if low in FEMALE else ""


def taken_up(name: Name, text: str) -> bool:
    """Say whether who acts is "he" or "she" in what follows: "Orr sued the port. Her lawyer"."""
    verb, after = name.sentence.head(name.head), text[name.sentence.end :].split(maxsplit=1)[:1]
    acts = name.head.label == "nsubj" and verb is name.sentence.root and len(name.tokens) == 1
    return acts and not {word.lower() for word in after}.isdisjoint(MALE | FEMALE)


def is_kin(name: Name) -> bool:
    """Say whether a name is told to be a relative's: "Ada Orr is the first daughter of"."""
    noun = name.sentence.head(name.head) if name.head.label == "nsubj" else None
    kin = noun is not None and noun.text in RELATIVES and len(name.tokens) > 1
    return bool(kin and noun and name.sentence.child(noun, "cop"))


def gender_told(actor: Actor, document: Document) -> str:
    """Return "m" or "f" where a given name, a title or a role says so, "" where nothing does."""
    sex = given_names.sex_of(names.fold(actor.name).split()[0])
    if actor.kind == "person" and sex:
        return sex
    words = set(names.fold(f"{actor.role or ''} {actor.name}").replace("-", " ").split())
    for seen in actor.mentions:
        before = names.fold(document.text[max(0, seen.start - 12) : seen.start]).split()
        words.update(before[-1:])
    if words & FEMALE_WORDS:
        return "f"
    return "m" if words & MALE_WORDS else ""
