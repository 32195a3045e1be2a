"""A name in a parsed sentence -> the words before it that say what or who it is."""

from __future__ import annotations

from generator.extract.words.asides import set_off
from generator.language.tree import Sentence, Token

_KINDS_OF_PLACE = frozenset(
    """area capital city country county department district hub island kingdom municipality port
    province region republic resort state suburb territory town village""".split()
)


def kind_of_place(sentence: Sentence, noun: Token) -> list[Token]:
    """Return "the Spanish city of" before a name."""
    name = sentence.child(noun, "nmod")
    if noun.text.lower() not in _KINDS_OF_PLACE or name is None or not name.tag.startswith("NNP"):
        return []
    within = (e for e in sentence.entities if e.first <= name.index < e.last)
    if noun.tag == "NNP" and all(e.type != "LOC" for e in within):
        return []  # "the State of Emergency"
    own = sentence.subtree(name)
    if own[0].text.lower() != "of" or own[0].index != noun.index + 1:
        return []
    case = {t.index for t in sentence.children(noun, "case")}
    before = [t for t in sentence.subtree(noun) if t.index <= noun.index + 1]
    return [t for t in before if t.index not in case]


def description(sentence: Sentence, token: Token) -> list[Token]:
    """Return what stands before somebody's name and says who that is: "ferry captain Ada Orr"."""
    common = token.index > 0 and sentence.tokens[token.index - 1].tag == "NN"
    kinds = {"PERSON", "ORG"} if common else {"PERSON"}  # "media giant Halm Holdings"
    entities = (e for e in sentence.entities if e.type in kinds and e.first == token.index)
    person = next((e for e in entities if e.last - e.first > 1), None)
    if person is None or (token.label == "appos" and set_off(sentence, token)):
        return _before_name(sentence, token)
    named = sentence.tokens[person.first : person.last]
    top = next((t for t in named if not person.first <= t.head < person.last), token)
    if top.label in {"appos", "flat"} and top.head == person.first - 1:
        top = sentence.tokens[top.head]
    ties = ("case", "mark", "cc", "punct")
    outer = {t.index for t in (*sentence.children(top, *ties), *sentence.children(named[0], *ties))}
    below = [t for t in sentence.subtree(top) if t.index < person.first and t.index not in outer]
    beside = sentence.tokens[person.first - 1]
    if not below and beside.index >= 0 and (beside.label, beside.head) == (top.label, top.head):
        below = [t for t in sentence.subtree(beside) if t.label not in ties]  # two subjects
    joined = [t.index for t in below] == list(range(person.first - len(below), person.first))
    others = any(t.label in {"nmod:poss", "conj"} or t.tag == "POS" for t in below)
    return below if joined and not others else []


def _before_name(sentence: Sentence, name: Token) -> list[Token]:
    """Return "the ferry's captain," before the name that a comma sets off behind it."""
    above = sentence.tokens[name.head]
    apposed = name.label == "appos" and name.tag == "NNP" and above.tag == "NN"
    if not apposed or above.label == "conj" or not set_off(sentence, name):
        return []
    tie = {t.index for t in sentence.children(above, "case", "mark", "cc")}
    first = sentence.subtree(name)[0].index
    before = [t for t in sentence.subtree(above) if t.index < first and t.index not in tie]
    return [*before, *(t for t in sentence.tokens[first : first + 1] if t.text == ",")]
