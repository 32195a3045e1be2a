"""Vary an example: other names in its place, other capitals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from generator.language.peoples import adjectives
from training import names
from training.corpora import Example
from training.labels import ANY, ENTITY_LABELS, Name, as_label_sets, label_set

SWAPPED_SENTENCES = 0.45
SWAPPED = {"PERSON": 0.5, "LOC": 0.35, "ORG": 0.45, "NORP": 0.3}
"""How often a name of each type is replaced, in the sentences where names are replaced at all."""
ALL_UPPER, ALL_TITLE, ALL_LOWER = 0.03, 0.05, 0.02
"""How often a sentence loses its capitals to one of the ways headlines are set."""
TITLED = 0.2
"""How often a person put in gets a title, which is no part of the name."""
TRIES = 6
OPEN_TAGS = frozenset("NN NNS JJ RB VB VBD VBG VBN VBP VBZ".split())
REPLACED = 0.25
"""How often a word with one of these tags gives way, in a sentence that gets other words."""


class Swapper:
    """Puts made-up names of the same kind in the place of an example's names."""

    def __init__(self, places: Sequence[Sequence[str]]) -> None:
        """Take the place names to draw from, as words."""
        self._places = [list(place) for place in places]
        self._adjectives = adjectives()

    def swap(self, example: Example, random: Random) -> Example:
        """Return the example with some names replaced; where there is a tree, by names as long."""
        if random.random() > SWAPPED_SENTENCES:
            return example
        found = known_names(example.entities)
        words, sets = list(example.words), list(example.entities)
        for first, last, kind in reversed(found):
            if random.random() > SWAPPED.get(kind, 0):
                continue
            length = last - first if example.heads else None
            new = self._make(kind, words[first:last], length, random)
            if new:
                words[first:last] = new
                sets[first:last] = as_label_sets(len(new), [(0, len(new), kind)], {})
                if kind == "PERSON" and not length and random.random() < TITLED:
                    title, found_in_it = names.title(random, self._places)
                    words[first:first] = title
                    sets[first:first] = as_label_sets(len(title), found_in_it, {})
        return replace(example, words=tuple(words), entities=tuple(sets))

    def _make(
        self, kind: str, old: Sequence[str], length: int | None, random: Random
    ) -> list[str] | None:
        makers: dict[str, Callable[[], list[str]]] = {
            "PERSON": lambda: names.person(random),
            "LOC": lambda: names.place(random, self._places),
            "ORG": lambda: names.organisation(random, self._places),
            "NORP": lambda: [random.choice(self._adjectives)],
        }
        if kind == "NORP" and (len(old) > 1 or old[0].endswith("s")):
            return None
        for _ in range(TRIES):
            new = makers[kind]()
            if length is None or len(new) == length:
                return new
        return None


class Rewording:
    """Puts other words of the same tag in the place of a sentence's words."""

    def __init__(self, examples: Sequence[Example]) -> None:
        """Collect the words of each tag, the common ones as often as they are met."""
        self._words: dict[str, list[str]] = defaultdict(list)
        for example in examples:
            for word, tag in zip(example.words, example.tags, strict=False):
                if tag in OPEN_TAGS and word.islower():
                    self._words[tag].append(word)

    def reword(self, example: Example, random: Random) -> Example:
        """Return a sentence with other words, of which nothing is known any more."""
        words = list(example.words)
        for index, tag in enumerate(example.tags):
            if tag in OPEN_TAGS and words[index].islower() and random.random() < REPLACED:
                words[index] = random.choice(self._words[tag])
        return Example(example.corpus, tuple(words), (ANY,) * len(words))


def known_names(sets: Sequence[int]) -> list[Name]:
    """Return the names that label sets state for certain."""
    begins = {label_set(label): label[2:] for label in ENTITY_LABELS if label[0] == "B"}
    found = []
    for index, allowed in enumerate(sets):
        if allowed in begins:
            kind, end = begins[allowed], index + 1
            while end < len(sets) and sets[end] == label_set(f"I-{kind}"):
                end += 1
            found.append((index, end, kind))
    return found


def recapitalise(words: Sequence[str], random: Random) -> list[str]:
    """Now and then set a sentence in capitals, as a headline, or without capitals."""
    drawn = random.random()
    if drawn < ALL_UPPER:
        return [word.upper() for word in words]
    if drawn < ALL_UPPER + ALL_TITLE:
        return [word[:1].upper() + word[1:] if len(word) > 3 else word for word in words]
    if drawn < ALL_UPPER + ALL_TITLE + ALL_LOWER:
        return [word.lower() for word in words]
    return list(words)
