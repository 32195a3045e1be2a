"""A name in its sentence -> the role that the words around it give.

Titles and appositions are read off the tagged words: they stand beside the name, and a parser's
slip elsewhere in the sentence does not reach them. Only the copula and the naming verb need a tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.extract.actors.appositions import (
    LONGEST_ROLE,
    STOPS,
    agency,
    apposition,
    kind_of_body,
    leading_clause,
    names_a_body,
    relative_clause,
)
from generator.extract.actors.mentions import Name
from generator.extract.words import names
from generator.extract.words.lexicon import EITHER
from generator.extract.words.titles import (
    NAMING_TAGS,
    NOMINAL_TAGS,
    described,
    names_people,
)
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import Span

FORMS_OF_ADDRESS = frozenset("mr mrs ms miss mx sir dame dr lady lord".split())
CLOSING_FORMS = FORMS_OF_ADDRESS | {"justice", "cllr", "prince", "princess", "sheikh"}
"""Behind a role they belong to the name: "commission chair Justice Ade"."""
NAMING_VERBS = frozenset("call know name identify dub nickname".split())


Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Role:
    """What someone is or does, as the source words it, and how much it says (higher is more)."""

    text: str
    span: Span
    weight: int


@lru_cache(maxsize=4096)
def find_role(name: Name, text: str) -> Role | None:
    """Return the most telling role that the sentence gives to a name."""
    beside, title = apposition(name), _title(name)
    readings = (
        (_introduced(name), 5),
        (_so_called(name), 5),
        (title, 5 if _is_office_before(title, beside) else 4),
        (beside, 5),
        (relative_clause(name), 3),
        (_copula(name), 3),
        (agency(name), 2),
        (kind_of_body(name), 2),
        (_rank(name), 1),
        (leading_clause(name), 0),
    )
    found = [role for tokens, weight in readings if (role := _role(tokens, text, weight))]
    return max(found, key=lambda role: role.weight, default=None)


def _is_office_before(title: Tokens, beside: Tokens) -> bool:
    """Say whether a title tells more than what follows: "President Ada Orr, a one-time ally,"."""
    indefinite = bool(beside) and beside[0].text.lower() in {"a", "an"}
    return indefinite and bool(title) and title[-1].tag in NAMING_TAGS


def find_body_role(name: Name, text: str) -> Role | None:
    """Return what the words beside a body's name say that it is: "a conservation group"."""
    title = _title(name)
    introduced = _introduced(name)
    told = (
        bool(title)
        and title[-1].tag != "NNS"
        and (names_a_body(title[-1]) or title[-1].text.lower() in EITHER)
    )
    readings = (
        (apposition(name), 5),
        (_of_the_body(introduced), 5),
        (_so_called(name), 5),
        (_of_the_body(title) if told else (), 4),
        (kind_of_body(name), 2),
    )
    found = [role for tokens, weight in readings if (role := _role(tokens, text, weight))]
    return max(found, key=lambda role: role.weight, default=None)


def _of_the_body(tokens: Tokens) -> Tokens:
    """Return what is said of a body in a phrase about its head: "unit" of "head of its unit"."""
    of = next((n for n, t in enumerate(tokens) if n and t.text.lower() in {"of", "for"}), None)
    head = tokens[of - 1] if of else None
    person = head is not None and names_people(head) and head.text.lower() not in EITHER
    return tokens[of + 1 :] if of and person else tokens


def _role(tokens: Tokens, text: str, weight: int) -> Role | None:
    """Return tokens as a role, without leading articles, pronouns and forms of address."""
    first, last = 0, len(tokens)
    while first < last and (
        tokens[first].tag in {"DT", "PRP$", ",", "CC", "POS", "``", "RB", "IN"}
        or names.fold(tokens[first].text) in FORMS_OF_ADDRESS
    ):
        first += 1
    while first < last and (
        tokens[last - 1].tag in {",", ":", ".", "POS", "''", "CC", "IN", "DT"}
        or (last - first > 1 and _is_closing_form(tokens, last - 1))
    ):
        last -= 1
    if not any(t.text[:1].isalpha() for t in tokens[first:last]):
        return None
    span = Span(tokens[first].start, tokens[last - 1].end)
    return Role(" ".join(text[span.start : span.end].split()), span, weight)


def _is_closing_form(tokens: Tokens, at: int) -> bool:
    """Say whether a word behind a role is the name's: "spokesman Col.", not "first lady"."""
    word, before = tokens[at], tokens[at - 1]
    if before.tag == "NN" and word.text[:1].isupper() and names_people(before):
        return names.fold(word.text) in names.HONORIFICS
    # A first lady is one by role, a "Court Justice" too, and "MS" is a member of the Senedd.
    court = before.text[:1].isupper() and word.text.lower() == "justice"
    own = before.text.lower() == "first" or word.text.isupper() or court
    return names.fold(word.text) in CLOSING_FORMS and not own


def is_called_a_body(name: Name) -> bool:
    """Say whether the words around a name say that it is a body's: "a group calling itself"."""
    told = (_so_called(name), _introduced(name))
    bodies = (t for t in told if t and not any(w.text in {"of", "for"} for w in t))
    return bool(kind_of_body(name)) or any(names_a_body(_noun(t)) for t in bodies)


def _noun(phrase: Tokens) -> Token:
    """Return the last word before a relative clause: "company" of "company that runs the pool"."""
    that = next((n for n, token in enumerate(phrase) if n and token.tag == "WDT"), len(phrase))
    return phrase[that - 1]


def _introduced(name: Name) -> Tokens:
    """Read "its managing director, Sheikh Rafiqul Islam," where the name is the apposition."""
    tokens = name.sentence.tokens
    start = name.first
    while start > 0 and names.fold(tokens[start - 1].text) in names.HONORIFICS | {"the"}:
        start -= 1
    if start < 2 or tokens[start - 1].text not in {",", "–", "—"}:
        return ()
    closed = name.last < len(tokens) and tokens[name.last].text in {",", "–", "—", ".", ";"}
    if not closed and name.head.label != "appos":
        return ()
    if tokens[start - 2].tag == "NNS":
        return ()  # "two drivers, Ada Orr and Bo Lim"
    told = described(tokens, start - 1)
    helping = _helping(name.sentence, told)
    return helping or told or _post(tokens, start - 1) or _headed(name, start - 1)


def _helping(sentence: Sentence, told: Tokens) -> Tokens:
    """Return "counsel assisting the reeve", where what is told is only whom somebody helps."""
    verb = sentence.head(told[-1]) if told and told[-1].label == "obj" else None
    if verb is None or verb.tag != "VBG" or verb.index < 1:
        return ()
    noun = sentence.tokens[verb.index - 1]
    return sentence.tokens[noun.index : told[-1].index + 1] if names_people(noun) else ()


def _headed(name: Name, end: int) -> Tokens:
    """Return "the president of the Academy of Arts" before a comma and its apposition.

    Or "the company that runs the pool".
    """
    sentence, noun = name.sentence, name.sentence.head(name.head)
    while noun is not None and noun.label == "nmod" and not names_people(noun):
        noun = sentence.head(noun)
    if name.head.label != "appos" or noun is None or noun.tag != "NN" or noun.index >= end:
        return ()
    first = min(t.index for t in sentence.subtree(noun) if t.label != "punct")
    phrase = sentence.tokens[first:end]
    whole = len(phrase) <= LONGEST_ROLE and not any(t.text in STOPS for t in phrase)
    return phrase if whole and (names_people(noun) or names_a_body(noun)) else ()


def _post(tokens: Tokens, end: int) -> Tokens:
    """Return "the reeve" before a comma and a name, where it opens a clause."""
    first = end
    while first > 0 and tokens[first - 1].tag in NOMINAL_TAGS:
        first -= 1
    if first in {0, end} or tokens[first - 1].tag not in {"DT", "PRP$"}:
        return ()
    opens = first == 1 or tokens[first - 2].text in STOPS or tokens[first - 2].text == "'"
    return tokens[first:end] if opens and tokens[end - 1].tag == "NN" else ()


def _title(name: Name) -> Tokens:
    """Read the words before a name: "U.S. Secretary of State Antony Blinken"."""
    found = described(name.sentence.tokens, name.first)
    people = {e.last for e in name.sentence.entities if e.type == "PERSON"}
    listed = [n for n, t in enumerate(found) if t.tag == "CC" and t.index in people]
    found = found[listed[-1] + 1 :] if listed else found  # "Ada Orr and Halm mayor Bo Lim"
    return () if _only_ranks(found) else found


def _rank(name: Name) -> Tokens:
    """Read "General" and the like, which say little."""
    found = described(name.sentence.tokens, name.first)
    return found if _only_ranks(found) else ()


def _only_ranks(tokens: Tokens) -> bool:
    words = [names.fold(t.text.strip("().,")) for t in tokens if t.text[:1].isalnum()]
    return all(word in names.HONORIFICS for word in words)


def _so_called(name: Name) -> Tokens:
    """Read "a skipper known only as Josefa", "a commander who calls himself Mateo"."""
    sentence = name.sentence
    verb = sentence.head(name.head)
    if verb is not None and verb.text.lower() == "name" and name.head.label == "nmod":
        verb = sentence.head(verb)  # "who goes by the name of Josefa"
    elif verb is None or lemma(verb.text, verb.tag) not in NAMING_VERBS:
        return ()
    if verb is None:
        return ()
    noun = sentence.head(verb)
    if noun is None or not verb.label.startswith("acl"):
        return ()
    known = name.type == "PERSON" or names_people(noun) or names_a_body(noun)
    if noun.tag == "NNS" or not known:
        return ()
    inside = {t.index for t in sentence.subtree(verb)}
    return [t for t in sentence.subtree(noun) if t.index not in inside and t.index < name.first]


def _copula(name: Name) -> Tokens:
    """Read "Khan is the chairman of the board"."""
    sentence: Sentence = name.sentence
    noun = sentence.head(name.head)
    if name.head.label != "nsubj" or noun is None or not noun.tag.startswith("NN"):
        return ()
    copula = sentence.child(noun, "cop")
    if copula is None or not names_people(noun) or copula.index < name.last:
        return ()
    if any(t.tag == "MD" for t in sentence.children(noun, "aux")):
        return ()  # "would be a fine leader"
    if any(t.tag in {"``", "''"} for t in sentence.tokens[name.last : noun.index]):
        return ()  # He is "the author of this crime": that is what one is called
    below = [t for t in sentence.subtree(noun) if t.index > copula.index]
    if noun not in below:
        return ()  # "what an office Khan is"
    end = next(
        (t.index for t in below if t.index > noun.index and t.text in STOPS), below[-1].index + 1
    )
    return [t for t in below if t.index < end][:LONGEST_ROLE]
