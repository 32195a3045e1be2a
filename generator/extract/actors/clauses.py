"""The clauses about a name -> the words that say what its bearer does: "who runs the cell"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.extract.actors.appositions import (
    LONGEST_ROLE,
    PASSING,
    STOPS,
    after,
    may_name_people,
    noun_phrase,
    with_whose,
)
from generator.extract.actors.mentions import Name
from generator.extract.words import names
from generator.extract.words.ties import NEGATIONS
from generator.language.morphology import FINITE_OR_MODAL, lemma
from generator.language.tree import Sentence, Token

LEADING = frozenset("chair direct found head lead manage oversee own represent run".split())
"""Verbs that tell what somebody is in whatever tense: "who led the study"."""
PLEADING = frozenset("act appear campaign play speak work".split())
"""The same, where it is told for whom or where: "who appeared for the farmers"."""
PLEAS = frozenset({"defending", "mitigating", "prosecuting"})
"""What lawyers are said to do in court, and no more: "Ada Orr, prosecuting, said"."""
POSTING = frozenset("appoint choose elect hire make name pick promote reappoint reelect".split())
"""Verbs that give somebody an office."""
WORKING = frozenset(
    """buy chair coach cover drive farm fish fly practise practice sell serve study teach trade
    train work""".split()
)
"""Verbs that tell what somebody is, where it has long been done."""
LASTING = frozenset("decades generations seasons years".split())
CONTESTS = frozenset(
    "charge championship count field group pack poll race standing table tie way".split()
)
"""What one leads, and is nothing by it."""
GIVING = POSTING | {"become"}
SERVING = GIVING | frozenset(
    """act begin continue quit resign retire return serve stand start stay step sit take train
    work""".split()
)
"""Verbs with an "as" that tells what somebody is: "who stayed on as director"."""

Tokens = Sequence[Token]


def habit(name: Name) -> Tokens:
    """Read ", who pilots the ferry," and ", which runs the pier,": what is done as a rule.

    Somebody is told of by any work, a body only by what it leads or is for, not by "collects leaf".
    """
    person = _relative(name, "who")
    clause = person or _relative(name, "which")
    if not clause or clause[0].tag != "VBZ":
        return ()  # "Halm Town, who play in League Two": a club
    verb = lemma(clause[0].text, "VBZ")
    if verb == "be" and _leads(clause[1:]) and clause[1].tag == "VBG":
        return _telling(clause[1:])  # "who is heading the inquiry"
    if verb == "be":
        # "who is fresh from the congress", "who is due to speak"
        fresh = [t.tag for t in clause[1:3]] in (["JJ", "IN"], ["JJ", "TO"])
        return () if fresh or clause[1].tag in {"VBG", "VBN", "IN"} else _telling(clause[1:])
    if verb == "have" and clause[1].text == "been" and clause[2].tag not in {"VBG", "VBN"}:
        return _telling(clause[2:])
    if verb == "have":
        return ()  # "has run the pier since 2021" tells of years, not of what somebody is
    tells = verb not in PASSING if person else _leads(clause)
    return _telling(clause) if tells else ()


def lead(name: Name) -> Tokens:
    """Read ", who led the study,", ", who appeared for the Crown," and ", managing the job,"."""
    clause = _ahead(name) or _relative(name, "who") or after(name)
    if len(clause) > 1 and clause[0].text.lower() in {"is", "was"}:
        clause = clause[1:]
    if len(clause) == 1 and clause[0].text.lower() in PLEAS:
        return clause
    if clause and clause[0].text == "has":
        return _done_for_long(clause)
    if len(clause) < 2 or not (clause[0].label.startswith("acl") or clause[0].index == 0):
        return ()
    long = clause[0].tag == "VBD" and any(t.text in LASTING for t in clause)
    worked = long and lemma(clause[0].text, "VBD") in WORKING  # "who taught two generations"
    return _telling(clause) if worked or _leads(clause) else ()


def leads(name: Name) -> Tokens:
    """Read "Ada Orr, 43, leads the party": what somebody is said to lead now.

    And what has been done for long: "Bo Lim has worked at the mine for 22 years".
    """
    sentence, verb = name.sentence, name.sentence.head(name.head)
    if verb is None or name.head.label != "nsubj" or not verb.tag.startswith("VB"):
        return ()
    clause = _to_stop(sentence.tokens[(sentence.child(verb, "aux") or verb).index :])
    told = sentence.child(verb, "obj")
    held = told is not None and lemma(told.text, told.tag) not in CONTESTS
    if clause[0] is verb:
        return _telling(clause) if verb.tag == "VBZ" and _leads(clause) and held else ()
    return _done_for_long(clause)


def _done_for_long(clause: Tokens) -> Tokens:
    """Return "has sold eels for 40 years": the work that somebody has long done."""
    work = len(clause) > 1 and lemma(clause[1].text, clause[1].tag) in WORKING
    long = any(t.text.lower() in {"decades", "years"} for t in clause)
    return _telling(clause) if clause[0].text == "has" and work and long else ()


def _leads(clause: Tokens) -> bool:
    """Say whether a clause tells what its bearer leads, or for whom or where the work is done."""
    verb = lemma(clause[0].text, clause[0].tag)
    where = {"for"} if clause[0].tag == "VBG" else {"for", "at", "with"}
    for_whom = any(t.text.lower() in where for t in clause[1:2])
    return verb in LEADING or (verb in PLEADING and for_whom)


def post(name: Name, *, body: bool = False) -> Tokens:
    """Read what someone serves as: "who stayed on as director", "was elected mayor of Halm"."""
    if clause := (not body and _relative(name, "who")) or _relative(name, "which"):
        return _served(clause)
    sentence, head = name.sentence, name.head
    while head.label == "conj" and head.head >= 0:
        head = sentence.tokens[head.head]
    verb = sentence.head(head)
    if verb is None or not verb.tag.startswith("VB") or not _is_so(sentence, verb):
        return ()
    if head.label in {"nsubj", "nsubj:pass"}:
        return _served(_to_stop(sentence.tokens[max(0, verb.index - 1) :]))
    given = head.label == "obj" and lemma(verb.text, verb.tag) in POSTING
    return _office(_to_stop(sentence.tokens[name.last :])) if given else ()


def _is_so(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb tells what is or was: not "would serve", "was not elected"."""
    around = sentence.children(verb, "aux", "advmod")
    return not any(t.tag == "MD" or t.text.lower() in NEGATIONS for t in around)


def _served(clause: Tokens) -> Tokens:
    """Return the office behind the first verb of serving: "mayor" of "was elected mayor"."""
    verbs = ((n, lemma(t.text, t.tag)) for n, t in enumerate(clause) if t.tag.startswith("VB"))
    at, verb = next((v for v in verbs if v[1] in SERVING), (len(clause), ""))
    before, rest = clause[at - 1 : at], clause[at + 1 :]
    as_ = next((n for n, t in enumerate(rest) if t.text.lower() == "as"), len(rest))
    if verb in POSTING and not (before and lemma(before[0].text, before[0].tag) == "be"):
        return ()
    if verb == "become" and (
        at > 2 or clause[at].tag in {"VB", "VBG"} or not rest or rest[0].tag == "DT"
    ):
        return ()  # "who may become director", "became a hero"
    return (_office(rest) if verb in GIVING else ()) or _office(rest[as_:])


def _office(words: Tokens) -> Tokens:
    """Return the office that opens a stretch: "head of the fund" of "as head of the fund"."""
    words = words[1:] if words and words[0].text.lower() == "as" else words
    phrase, noun = noun_phrase(words)
    if noun is None or noun is not phrase[-1] or not may_name_people(noun):
        return ()
    return with_whose(phrase, words[len(phrase) :])


def _relative(name: Name, pronoun: str) -> Tokens:
    """Return the clause behind ", who" or ", which" up to the next comma."""
    found = after(name)
    return found[1:] if len(found) > 2 and found[0].text.lower() == pronoun else ()


def _telling(clause: Tokens) -> Tokens:
    """Return what a clause tells first: not "who is not one", "who does", or "and fled"."""
    plain = [t for t in clause if t.tag != "RB"]
    joined = (t for t, verb in pairwise(plain) if t.tag == "CC" and verb.tag in FINITE_OR_MODAL)
    end = next(joined, None)
    clause = clause[: clause.index(end)] if end else clause
    negated = any(t.text.lower() in NEGATIONS for t in clause)
    empty = not any(t.tag.startswith("NN") or t.tag == "PRP" for t in clause)
    return () if negated or empty else clause[:LONGEST_ROLE]


def _ahead(name: Name) -> Tokens:
    """Return "leading the protest" of "Leading the protest is Ada Orr" and "Defending, Ada Orr"."""
    tokens, start = name.sentence.tokens, name.first
    while start and names.is_title(tokens[start - 1].text):
        start -= 1
    be = tokens[start - 1] if start else None
    opens = be is not None and (lemma(be.text, be.tag) == "be" or tokens[0].text.lower() in PLEAS)
    acting = tokens[0].tag == "VBG" or tokens[0].text.lower() in PLEAS
    return tokens[: start - 1] if opens and acting else ()


def _to_stop(tokens: Tokens) -> Tokens:
    end = next((n for n, t in enumerate(tokens) if t.text in STOPS), len(tokens))
    return tokens[:end]
