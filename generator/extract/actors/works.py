"""A proper name in its sentence -> whether it is a work's, a word's or a teaching's."""

from __future__ import annotations

from generator.extract.actors.mentions import Name
from generator.extract.words import names
from generator.extract.words.lexicon import ORGANISATIONS
from generator.extract.words.place_words import KIND_OF_NOUN
from generator.extract.words.titles import NAMING_TAGS, names_people
from generator.language.morphology import lemma

VESSELS = frozenset(
    """boat carrier corvette cruiser destroyer ferry freighter frigate gunboat lifeboat liner ship
    craft steamer submarine tanker trawler tug tugboat vessel yacht m/b m/v mv ms ss hms hmas
    hmcs hmnzs uss usns usc usc/gc rms ins fv mt rv voea bap brp kri hurricane storm typhoon
    cyclone""".split()
)
"""Nouns and prefixes before the name of a ship, or of a storm."""
BUILT = frozenset(KIND_OF_NOUN) | {"bar", "cafe", "café", "club", "nightclub", "pub"}
"""What is built, or lies somewhere, and may be named after somebody."""
TERMS = frozenset("phrase term verb word words".split())
WAYS = TERMS | frozenset("dance dish drink method practice process ritual technique way".split())
BELIEFS = frozenset("allah almighty christ christianity god islam jesus satan".split())
DEGREES = frozenset("bachelor degree diploma doctorate master phd".split())
CLOSING = frozenset({"”", '"'})
NAMING = frozenset({"call", "name", "nickname", "dub", "moniker", "surname"})


def is_a_belief(name: Name) -> bool:
    """Say whether a name is a faith's, a god's or a teaching's: "Halmism"."""
    words = names.fold(name.text).split()
    return all(word in BELIEFS for word in words) or (len(words) == 1 and words[0].endswith("ism"))


def is_a_title(name: Name) -> bool:
    """Say whether a "person" between marks is a song or a picture: they played “Ada Orr”.

    Unless one is called so: a man named “Ada Orr”.
    """
    tokens, first = name.sentence.tokens, name.first
    opened = first > 0 and tokens[first - 1].tag == "``" and tokens[first - 1].text not in "'‘"
    closed = any(t.text in CLOSING for t in tokens[name.last : name.last + 2])
    if name.type != "PERSON" or not (opened and closed) or name.head.label.startswith("nsubj"):
        return False
    before = tokens[first - 2] if first > 1 else tokens[0]
    called = names_people(before) or before.tag in NAMING_TAGS or before.text == "as"
    return not called and lemma(before.text, before.tag) not in NAMING


def is_a_subject(name: Name) -> bool:
    """Say whether a "body" is what one studies: "studied Hydraulic Works", "a degree in it"."""
    above = name.sentence.head(name.head) if name.type == "ORG" else None
    case = name.sentence.child(name.head, "case")
    if above is None or set(names.organisation_words(name.text)) & ORGANISATIONS:
        return False
    learned = name.head.label == "obj" and lemma(above.text, above.tag) in {"study", "major"}
    return learned or (
        case is not None and case.text == "in" and lemma(above.text, above.tag) in DEGREES
    )


def is_a_work(name: Name) -> bool:
    """Say whether a "person" is a work with an article: "the mill, the Ada Orr", or the reverse."""
    if name.type != "PERSON" or word_before(name) != "the":
        return False
    sentence, head = name.sentence, name.head
    listed = (head, *sentence.children(head, "conj"))
    beside = [t for one in listed for t in sentence.children(one, "appos")]
    while head.label in {"conj", "appos"} and head.head >= 0 and head.tag in NAMING_TAGS:
        head = sentence.tokens[head.head]
        beside += [head, *sentence.children(head, "appos")]
    return any(lemma(t.text, t.tag).lower() in BUILT | VESSELS for t in beside)


def is_a_way(name: Name) -> bool:
    """Say whether a name is a word's or a practice's: "the word Halm", "Halm, a way to vote"."""
    beside = name.sentence.child(name.head, "appos")
    behind = beside is not None and beside.index >= name.last and beside.tag == "NN"
    return word_before(name) in TERMS or (behind and beside is not None and beside.text in WAYS)


def word_before(name: Name) -> str:
    """Return the word before a name in small letters, or nothing."""
    return name.sentence.tokens[name.first - 1].text.lower() if name.first else ""
