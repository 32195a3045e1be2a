"""The names of an article -> the initials among them that stand for an office, or for no body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.extract.actors.appositions import names_a_body
from generator.extract.actors.mentions import Name
from generator.extract.actors.things import head_noun
from generator.extract.words import names
from generator.extract.words.lexicon import is_people_noun
from generator.extract.words.titles import NAMING_TAGS, names_people
from generator.language.tree import Sentence


def short_for_offices(found: Sequence[Name]) -> frozenset[str]:
    """Return the initials of offices and of things: "SP" of "superintendent of police (SP)".

    Told in brackets, or by the office before a name: "FM" of "Foreign Minister Ada Orr".
    """
    sentences = {n.sentence.index: n.sentence for n in found}.values()
    told = {letters for sentence in sentences for letters in _in_brackets(sentence)}
    told |= {letters for n in found if n.type == "PERSON" for letters in _of_the_office(n)}
    bodies = (n for n in found if n.type == "ORG" and not is_people_noun(head_noun(n)))
    return frozenset(told).difference(*(names.acronyms(n.text) for n in bodies))


def _in_brackets(sentence: Sentence) -> Iterator[str]:
    """Yield the bracketed initials of an office, or of what stands where a place does.

    And those of several: "Deep Ocean Drones (DODs)" names no body.
    """
    for token in sentence.tokens[2:]:
        at, letters = token.index - 1, token.text.removesuffix("s")
        if sentence.tokens[at].text != "(" or len(letters) < 2 or not letters.isupper():
            continue
        if letters != token.text and sentence.tokens[at - 1].tag in {"NNS", "NNPS"}:
            whole = next((e for e in sentence.entities if e.last == at), None)
            named = sentence.tokens[whole.first : at] if whole else ()
            yield from (letters, token.text, " ".join(t.text for t in named))
        elif letters == token.text and _is_short_for_none(sentence, at):
            yield from (letters, f"{letters}s")


def _is_short_for_none(sentence: Sentence, at: int) -> bool:
    """Say whether the words before a bracket are no body's: "the Great Halm Dam (GHD)"."""
    tokens, noun = sentence.tokens, sentence.tokens[at - 1]
    while noun.label in {"appos", "flat", "nmod"} and 0 <= noun.head < noun.index:
        noun = tokens[noun.head]
    ending = {e.type: e.first for e in sentence.entities if e.last == at}
    if "ORG" in ending and _spells(sentence, ending["ORG"], at):
        return False  # "the Health and Safety Executive (HSE)"
    starts = (*range(noun.index + 1), *ending.values())
    spelled = any(_spells(sentence, first, at) for first in starts)
    thing = noun.tag == "NN" and noun.text.islower() and not names_a_body(noun)
    return ("LOC" in ending or names_people(noun) or thing) and spelled


def _spells(sentence: Sentence, first: int, at: int) -> bool:
    """Say whether what is in a bracket has the initials of the words before it, from one on."""
    words = " ".join(t.text for t in sentence.tokens[first:at])
    return names.is_acronym(sentence.tokens[at + 1].text, words)


def _of_the_office(name: Name) -> Iterator[str]:
    """Yield the initials of the office in capitals that stands before a name."""
    before = reversed(name.sentence.tokens[: name.first])
    office = list(takewhile(lambda t: t.text.istitle() and t.tag in {*NAMING_TAGS, "JJ"}, before))
    if office and names_people(office[0]):
        letters = "".join(t.text[0] for t in reversed(office))
        yield from (letters[n:] for n in range(len(letters) - 1))
