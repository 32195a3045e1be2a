"""Given names before a full one that share its surname: "Ada and Bo Orr"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.actors.mentions import Name
from generator.extract.words import names
from generator.extract.words.given_names import GIVEN_NAMES


def with_surnames(found: Sequence[Name]) -> tuple[Name, ...]:
    """Return names in text order, given names in a list with the surname that ends the list.

    Not where somebody of that given name has been met in full before: "Harry and Meghan Lim".
    """
    firsts = [words[0] if len(words := _words(name)) > 1 else "" for name in found]
    done: list[Name] = []
    for place, name in reversed(list(enumerate(found))):
        after = done[-1] if done else None
        shares = after is not None and _is_listed_before(name, after)
        if shares and after is not None and not set(_words(name)) & {*firsts[:place]}:
            name = replace(name, text=f"{name.text} {after.text.split()[-1]}")
        done.append(name)
    return tuple(reversed(done))


def _words(name: Name) -> tuple[str, ...]:
    return names.core(name.text) if name.type == "PERSON" else ()


def _is_listed_before(name: Name, after: Name) -> bool:
    """Say whether a lone given name stands before "and", "&" or a comma and a full name."""
    words, full = _words(name), _words(after)
    if name.sentence is not after.sentence or len(words) != 1 or len(full) < 2:
        return False
    between = [t.text for t in name.sentence.tokens[name.last : after.first]]
    joined = between in (["and"], ["&"], [","])
    shared = between != [","] or after.last - after.first == 1
    return joined and shared and {words[0], full[0]} <= GIVEN_NAMES
