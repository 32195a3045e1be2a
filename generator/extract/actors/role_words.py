"""Words that tell of somebody -> a role: without articles and forms of address, and of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.actors.appositions import (
    EARLIER,
    may_name_people,
    names_a_body,
    noun_phrase,
)
from generator.extract.words import names
from generator.extract.words.titles import names_people
from generator.language.morphology import lemma
from generator.language.tree import Token
from generator.model import Span

FORMS_OF_ADDRESS = frozenset("mr mrs ms miss mx sir dame dr lady lord".split())
CLOSING_FORMS = FORMS_OF_ADDRESS | {"justice", "cllr", "prince", "princess", "sheikh"}
"""Behind a role they belong to the name: "commission chair Justice Ade"."""
LEFT_OUT = frozenset({"DT", "PRP", "PRP$", "WP", "WP$", ",", "CC", "POS", "``", "RB", "IN"})
"""Tags of what a role does not begin with."""
POINTING = frozenset({"another", "other", "same", "such"})
"""What begins a phrase that means another than it stands beside: "the same firm"."""
SEVERAL = frozenset({"NNS", "NNPS"})

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Role:
    """What someone is or does, as the source words it, and how much it says (higher is more)."""

    text: str
    span: Span
    weight: int


def role_of(tokens: Tokens, text: str, weight: int, *, one: bool = True) -> Role | None:
    """Return tokens as a role, without leading articles, pronouns and forms of address."""
    first, last = 0, len(tokens)
    while first < last and (
        (tokens[first].tag in LEFT_OUT and not _stays(tokens[first : first + 2]))
        or names.fold(tokens[first].text) in FORMS_OF_ADDRESS | names.EXCELLENCIES
    ):
        first += 1
    while first < last and (
        tokens[last - 1].tag in {",", ":", ".", "POS", "''", "CC", "IN", "DT"}
        or (last - first > 1 and _is_closing_form(tokens, last - 1))
    ):
        last -= 1
    told = tokens[first:last]
    brackets = [t.text for t in told if t.text in {"(", ")"}]
    broken = brackets != ["(", ")"] * (len(brackets) // 2)
    nothing = broken or not any(t.text[:1].isalpha() for t in told)
    if nothing or told[0].text.lower() in POINTING:
        return None
    span = Span(tokens[first].start, tokens[last - 1].end)
    words = _of_one(tokens[first:last], text) if one else text[span.start : span.end]
    return Role(" ".join(words.split()), span, weight)


def _stays(opening: Tokens) -> bool:
    """Say whether a role may begin so: "once the head", "wholly-owned", "at Halm Foods"."""
    word = opening[0].text.lower()
    return word in EARLIER | {"at", "for", "of"} or opening[-1].tag == "HYPH"


def _of_one(tokens: Tokens, text: str) -> str:
    """Return the words of a role as they are of one of several: "curators" of each of them."""
    phrase, noun = noun_phrase(tokens)
    words = text[tokens[0].start : tokens[-1].end]
    told = noun is not None and (may_name_people(noun) or names_a_body(noun))
    if noun is None or not told or noun is not phrase[-1] or noun.tag not in SEVERAL:
        return words
    if tokens[0].tag == "CD":
        return _of_one(tokens[1:], text)  # "two coaches Ada Orr and Bo Lim"
    at = noun.start - tokens[0].start
    short = noun.text[:2].isupper()  # "MPs"
    single = noun.text.removesuffix("s") if short else lemma(noun.text, "NNS")
    return words[:at] + single + words[at + len(noun.text) :]


def _is_closing_form(tokens: Tokens, at: int) -> bool:
    """Say whether a word behind a role is the name's: "spokesman Col.", not "first lady"."""
    word, before = tokens[at], tokens[at - 1]
    common = before.tag == "NN" and before.text.islower() and names_people(before)
    rank = names.is_title(word.text) and word.text.endswith(".")
    office = any(names.fold(t.text) in names.OFFICES for t in tokens[:at])
    if rank and (office or common):
        return True  # "spokesman Col.", "Chairman of the Joint Chiefs Maj. Gen."
    if common and word.text[:1].isupper():
        return names.fold(word.text) in names.HONORIFICS
    # A first lady is one by role, a "Court Justice" too, and "MS" is a member of the Senedd.
    court = before.text[:1].isupper() and word.text.lower() == "justice"
    judge = before.tag == "JJ" and word.text == "Justice"  # "conservative Justice"
    own = before.text.lower() == "first" or word.text.isupper() or court or judge
    form = word.text[:1].isupper() and names.fold(word.text) in CLOSING_FORMS
    return form and not own
