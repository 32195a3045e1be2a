"""A name in its sentence -> the role that the words around it give.

Titles and appositions are read off the tagged words: they stand beside the name, and a parser's
slip elsewhere in the sentence does not reach them. Only the copula and the naming verb need a tree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from generator.extract.actors.appositions import (
    LONGEST_ROLE,
    RELATIVE,
    STOPS,
    after,
    agency,
    apposition,
    names_a_body,
    noun_phrase,
)
from generator.extract.actors.clauses import habit, lead, leads, post
from generator.extract.actors.introductions import (
    introduced,
    is_listed,
    one_of_several,
    rank,
    title,
)
from generator.extract.actors.mentions import Name
from generator.extract.actors.nominals import MERE_PEOPLE
from generator.extract.actors.role_words import Role, Tokens, role_of
from generator.extract.words import names
from generator.extract.words.lexicon import EITHER, ORGANISATIONS, OUTLET_NOUNS
from generator.extract.words.titles import RELATIVES, names_people
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

FIGHTING = frozenset({"jihadist", "militant", "paramilitary", "rebel", "separatist"})
"""Adjectives that alone say what a body is."""
SLIGHT = RELATIVES | frozenset(
    """activist bystander fan friend neighbor neighbour passenger patient resident victim
    witness""".split()
)
"""What says less of somebody than any "a teacher" after the name."""
PAST = frozenset({"erstwhile", "ex", "former", "onetime"})
BEHIND = frozenset(
    """agency airline broadcaster campaign charity coalition daily gang insurer magazine militia
    museum newspaper outlet regulator retailer union watchdog weekly""".split()
)
"""Nouns for bodies that are no part of the name before them."""
_OWNED = re.compile(r"['’]s?\b|\b(?:its|their)\b")
NAMING_VERBS = frozenset("call know name identify dub nickname".split())


@lru_cache(maxsize=4096)
def find_role(name: Name, text: str) -> Role | None:
    """Return the most telling role that the sentence gives to a name."""
    before, office, beside = introduced(name), title(name), apposition(name)
    several = one_of_several(name)
    if (office and _is_of_the_next(name, beside)) or _is_a_parent(name):
        beside = ()
    readings = (
        (before, _weight(before) - _tells_more(beside, before)),
        (_so_called(name), 5),
        (office, _weight_of_title(office, beside)),
        (beside, 6 if beside and beside[0].text == "now" else _weight(beside)),
        (leads(name), 6 if _is_past(beside) else 1),
        (post(name), 3),
        (habit(name), 3),
        (_copula(name), 3),
        (post_is := _inverted(name), 5 if _is_an_office(post_is) else 2),
        (several, _weight(several) - 2),
        (agency(name), 2),
        (ranks := rank(name), 3 if _is_of_a_congress(ranks) else 1),
        (lead(name), 0),
    )
    told = [role for tokens, weight in readings if (role := role_of(tokens, text, weight))]
    told = [_with_rank(role, told) for role in told]
    found = [role for role in told if role.text not in ORGANISATIONS - EITHER]
    return max(found, key=lambda role: role.weight, default=None)


def _with_rank(role: Role, told: Sequence[Role]) -> Role:
    """Return of whom somebody is with the rank: "Inspector of Halm Police"."""
    ranks = [r.text for r in told if r.weight == 1 and r.span.end < role.span.start]
    of = role.weight == 2 and role.text.startswith("of ") and not _OWNED.search(role.text)
    return replace(role, text=f"{ranks[-1]} {role.text}") if of and ranks else role


def _weight(told: Tokens) -> int:
    """Return how much is said: what someone is, whose relative, or only what one calls them."""
    noun = noun_phrase(told)[1]
    if noun is None:
        return 2  # "one of the victims"
    return 4 if lemma(noun.text, noun.tag).lower() in RELATIVES else 3 + 2 * names_people(noun)


def _is_of_a_congress(ranks: Tokens) -> bool:
    """Say whether a title tells of which house somebody is: "Sen.", which says what one is."""
    return any(names.fold(t.text.strip(".")) in names.SHORT_TITLES for t in ranks)


def _is_of_the_next(name: Name, beside: Tokens) -> bool:
    """Say whether what follows a titled name is whose name follows it: ", the dean, Mr Bo Lim,"."""
    end = after(name)[-1].index + 1 if beside and beside[0].text == "the" else 0
    behind = name.sentence.tokens[end : end + 2] if end else ()
    at = end + 1 + (len(behind) > 1 and names.is_title(behind[1].text))
    people = (e.first for e in name.sentence.entities if e.type == "PERSON")
    return bool(behind) and behind[0].text == "," and at in people


def _is_an_office(told: Tokens) -> bool:
    """Say whether a phrase ends in an office or a rank: "The district commander is" who it is."""
    return bool(told) and names.is_title(told[-1].text)


def _tells_more(beside: Tokens, before: Tokens) -> bool:
    """Say whether "a chemist at Halm University" behind a name tells more than "the author"."""
    bare = all(t.text.islower() and t.tag != "POS" for t in before)
    office = any(names.is_title(t.text) for t in before if t.text != "author")
    placed = [t.text for t in beside if t.text in {"at", "of", "with"} or t.text[:1].isupper()]
    seated = len(placed) > 1 and placed[0].islower() and placed[-1][0].isupper()
    return bare and not office and seated and beside[0].text in {"a", "an"}


def _is_a_parent(name: Name) -> bool:
    """Say whether a name only tells whose child another is: "Ada Orr, son of Bo Orr, a baker,"."""
    before = [t.text.lower() for t in name.sentence.tokens[: name.first][-3:]]
    return before[::2] == [",", "of"] and before[1] in RELATIVES


def _weight_of_title(title: Tokens, beside: Tokens) -> int:
    """Return how much a title tells: more than what follows in "Mayor Ada Orr, a one-time ally,".

    Less where its noun is nobody's: "coal giant Halmora".
    """
    if not any(map(names_people, title)):
        return 3
    indefinite = bool(beside) and beside[0].text.lower() in {"a", "an"}
    slight = not SLIGHT.isdisjoint(t.text.lower() for t in title[-1:])
    return 5 if indefinite and not slight else 4


def _is_past(told: Tokens) -> bool:
    """Say whether words tell what somebody was: "a former mayor"."""
    return not PAST.isdisjoint(t.text.lower() for t in told[:2])


def find_body_role(name: Name, text: str) -> Role | None:
    """Return what the words beside a body's name say that it is: "a conservation group"."""
    before = title(name)
    told = bool(before) and before[-1].tag != "NNS" and _is_of_a_body(before)
    readings = (
        (_if_a_body(apposition(name)), 5),
        (_if_a_body(_of_the_body(introduced(name))), 5),
        (_so_called(name), 5),
        (_if_a_body(_of_the_body(before)) if told else (), 4),
        (_if_a_body(one_of_several(name)), 4),
        ([t for t in name.sentence.tokens[: name.first][-1:] if t.text in FIGHTING], 4),
        (post(name, body=True), 3),
        (_copula(name), 3),
        (_kind_behind(name), 3),
        (habit(name), 1),
    )
    one = is_listed(name) or name.sentence.tokens[name.first - 1].text in STOPS
    found = [
        role for tokens, weight in readings if (role := role_of(tokens, text, weight, one=one))
    ]
    return max(found, key=lambda role: role.weight, default=None)


def _is_of_a_body(phrase: Tokens) -> bool:
    """Say whether a phrase before a name can tell what a body is: "news site", "the owner"."""
    words = [t.text.lower() for t in phrase[-2:]]
    told = words[-1] in EITHER | OUTLET_NOUNS | {"body", "giant"}
    return told or names_a_body(phrase[-1]) or words[0] == "news"


def _kind_behind(name: Name) -> Tokens:
    """Return the noun behind a body's name: "the Unite union", "the Danube Wire news agency"."""
    tokens, last = name.sentence.tokens, name.last
    while last > name.first and tokens[last - 1].text.islower():
        last -= 1
    end = last
    while end < len(tokens) and tokens[end].tag in {"NN", "NNP"} and tokens[end].text.islower():
        end += 1
    told = tokens[last:end]
    return told if told and last > name.first and told[-1].text in BEHIND else ()


def _if_a_body(told: Tokens) -> Tokens:
    """Return what may be said of a body, not "a cousin of the chairman" of whoever is of it."""
    noun = noun_phrase(told)[1]
    word = lemma(noun.text, noun.tag).lower() if noun else ""
    return told if word in EITHER or not (noun and names_people(noun)) else ()


def _of_the_body(tokens: Tokens) -> Tokens:
    """Return what is said of a body in a phrase about its head: "unit" of "head of its unit"."""
    of = next((n for n, t in enumerate(tokens) if n and t.text.lower() in {"of", "for"}), None)
    head = tokens[of - 1] if of else None
    person = head is not None and names_people(head) and head.text.lower() not in EITHER
    return tokens[of + 1 :] if of and person else tokens


def is_called_a_body(name: Name) -> bool:
    """Say whether the words around a name say that it is a body's: "a group calling itself"."""
    told = (_so_called(name), introduced(name))
    nouns = [_described(t) for t in told if t]
    beside = noun_phrase(apposition(name))[1]
    either = EITHER if name.type == "PERSON" and " " in name.text else frozenset()
    telling = [noun for noun in (*nouns, beside) if noun and noun.text not in either]
    return any(map(names_a_body, telling))


def _described(phrase: Tokens) -> Token:
    """Return what is told of: "group" of "group of growers" and "group that speaks for them"."""
    ends = (n for n, t in enumerate(phrase) if n and (t.tag == "WDT" or t.text in {"of", "for"}))
    return phrase[next(ends, len(phrase)) - 1]


def _so_called(name: Name) -> Tokens:
    """Read "a skipper known only as Josefa", "a commander who calls himself Mateo"."""
    sentence = name.sentence
    verb = sentence.head(name.head)
    if verb is not None and verb.text.lower() == "name" and name.head.label in {"appos", "nmod"}:
        verb = sentence.head(verb)  # "who goes by the name of Josefa", "uses only the name Josefa"
    elif verb is None or lemma(verb.text, verb.tag) not in NAMING_VERBS:
        return ()
    noun = sentence.head(verb) if verb is not None else None
    if verb is None or noun is None or not verb.label.startswith("acl"):
        return ()
    known = name.type == "PERSON" or names_people(noun) or names_a_body(noun)
    if noun.tag not in {"NN", "NNP"} or not known or _names_somebody(sentence, noun):
        return ()  # "Ada Orr, better known as Ace"
    inside = {t.index for t in sentence.subtree(verb)}
    if any(_names_somebody(sentence, t) for t in sentence.tokens[noun.index : verb.index]):
        return ()  # "the death of the singer Ada Orr, known as Ace"
    below = (t for t in sentence.subtree(noun) if t.index not in inside and t.label != "case")
    return [t for t in below if t.index < name.first]


def _names_somebody(sentence: Sentence, noun: Token) -> bool:
    people = (e for e in sentence.entities if e.type == "PERSON")
    return any(e.first <= noun.index < e.last for e in people)


def _inverted(name: Name) -> Tokens:
    """Read "The firm's chief executive is Ada Orr"."""
    sentence = name.sentence
    noun, before = (sentence.child(name.head, label) for label in ("nsubj", "nmod:desc"))
    copula = sentence.child(name.head, "cop") or (before and sentence.child(before, "cop"))
    if noun is None or copula is None or copula.tag not in {"VBZ", "VBD"}:
        return ()
    told = [t for t in sentence.subtree(noun) if t.index < copula.index and t.tag != "CD"]
    whole = len(told) <= LONGEST_ROLE and not any(t.text in STOPS for t in told)
    return told if whole and noun.tag == "NN" and names_people(noun) else ()


def _copula(name: Name) -> Tokens:
    """Read "Khan is the chairman of the board" and, of a body, "is the largest dairy"."""
    sentence: Sentence = name.sentence
    noun = sentence.head(name.head)
    if name.head.label != "nsubj" or noun is None or not noun.tag.startswith("NN"):
        return ()
    copula = sentence.child(noun, "cop")
    among = sentence.child(noun, "case")  # "Orr is among 65 people"
    if among or copula is None or copula.tag == "VBG" or not name.last <= copula.index < noun.index:
        return ()  # "what an office Khan is"
    body = copula.tag == "VBZ" and noun.tag == "NN" and names_a_body(noun)
    called = any(t.tag in {"``", "''"} for t in sentence.tokens[name.last : noun.index])
    possible = any(t.tag == "MD" for t in sentence.children(noun, "aux"))
    told = names_people(noun) and noun.text not in MERE_PEOPLE if name.type == "PERSON" else body
    if called or possible or not told:
        return ()  # She is "the author of this crime", she "would be a fine leader"
    below = [t for t in sentence.subtree(noun) if t.index > copula.index]
    stops = STOPS if len(below) <= LONGEST_ROLE else STOPS | RELATIVE
    stop = (n for n, t in enumerate(below) if t.index > noun.index and t.text in stops)
    return below[: next(stop, len(below))][:LONGEST_ROLE]
