"""What stands before a name -> the words there that say what its bearer is: "its head, Ada Orr"."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.actors.appositions import (
    LONGEST_ROLE,
    STOPS,
    may_name_people,
    names_a_body,
    noun_phrase,
)
from generator.extract.actors.mentions import Name
from generator.extract.words import names
from generator.extract.words.speech_verbs import SPEAKING
from generator.extract.words.titles import (
    NAMING_TAGS,
    NOMINAL_TAGS,
    RELATIVES,
    described,
    names_people,
)
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

TIED = frozenset(
    """ally colleague counterpart friend neighbor neighbour opponent partner predecessor
    rival""".split()
)
"""What somebody is to another, which says less than an office that follows."""
AHEAD = frozenset({"the", "-", "based"})
"""Small words before a name that are the name's."""
TIES = frozenset({"of", "for", "to"})
COUNTING = frozenset({"CD", "DT"})
STANDING = frozenset("acting elect former incoming outgoing retired senior".split())
"""Adjectives before a title in capitals that are more than a mood."""
INSIDE = frozenset({"acl", "acl:relcl", "nmod", "obl", "obl:agent"})
"""Relations of what stands within a noun phrase: "an economist hired by the owners"."""


_HEADS = names.OFFICES | names.HONORIFICS | names.SHORT_OFFICES | {"undersecretary"}

Tokens = Sequence[Token]


def introduced(name: Name) -> Tokens:
    """Read "its managing director, Sheikh Rafiqul Islam," where the name is the apposition."""
    tokens = name.sentence.tokens
    start = _told_again(name) or name.first
    while start > 0 and (tokens[start - 1].text[:1].isupper() or tokens[start - 1].text in AHEAD):
        start -= 1  # "the dean, the Very Rev. Ada Orr,", "its insurer, Halm-based Orr & Lim,"
    if start < 2 or tokens[start - 1].text not in {",", "–", "—"}:
        return ()
    behind = [t.text for t in tokens[name.last : name.last + 2]]
    closed = behind[:1] and (behind[0] in {",", "–", "—", ".", ";"} or behind == ["and", "the"])
    if not closed and name.head.label != "appos":
        return ()
    if tokens[start - 2].tag == "NNS":
        return _headed(name, start - 1)  # "hired by the owners, Ada Orr,", not "two drivers,"
    told = described(name.sentence, tokens[start - 1])
    helping = _helping(name.sentence, told) or _titled(tokens, start - 1)
    helping = _of_whom_one_advises(tokens, helping) or helping
    found = (
        helping or _headed_by(tokens, told) or _post(tokens, start - 1) or _headed(name, start - 1)
    )
    return () if found and _is_said_before(name.sentence, found[0]) else found


def _of_whom_one_advises(tokens: Tokens, told: Tokens) -> Tokens:
    """Return "adviser to the Mayor and Minister of Ports", where an office is another's second."""
    at = told[0].index - 2 if told and tokens[told[0].index - 1].tag == "CC" else 0
    while at > 1 and tokens[at].tag in {*NOMINAL_TAGS, "DT"}:
        at -= 1
    if at < 1 or tokens[at].text != "to" or not names_people(tokens[at - 1]):
        return ()
    found = tokens[at - 1 : told[-1].index + 1]
    joints = [n for n, t in enumerate(found[:LONGEST_ROLE]) if t.tag == "CC"]
    return found if len(found) <= LONGEST_ROLE else found[: joints[-1]]


def _headed_by(tokens: Tokens, told: Tokens) -> Tokens:
    """Return "the head of Halm-based Orr Foods" for the last words of it."""
    at = told[0].index if told else 0
    of = at - 1 - (at > 1 and tokens[at - 1].tag == "DT")
    if of < 1 or tokens[of].text != "of" or not names_people(tokens[of - 1]):
        return told
    first = of - 1
    while first and tokens[first - 1].tag in NOMINAL_TAGS:
        first -= 1
    return tokens[first : told[-1].index + 1]


def _told_again(name: Name) -> int:
    """Return where the title of a name begins that is itself an apposition.

    As in "its secretary, the former champion Ada Orr,".
    """
    told = title(name) if name.head.label == "appos" else ()
    noun = name.sentence.head(name.head) if told else None
    while noun is not None and told and noun.index >= told[0].index:
        noun = name.sentence.head(noun) if noun.label == "appos" else None
    office = noun is not None and names_people(noun) and noun.text not in RELATIVES | TIED
    return told[0].index if office else 0


def _is_said_before(sentence: Sentence, first: Token) -> bool:
    """Say whether a phrase tells of the name before it: "Ada Orr, a chemist at the survey, HGS".

    As a bare one does: "Ada Orr, former head, Bo Lim,".
    """
    one = first.text in {"a", "an"} or first.tag not in {"DT", "PRP$"}
    bare = one and sentence.tokens[first.index - 1].text == ","
    people = (e for e in sentence.entities if e.type == "PERSON")
    return bare and any(e.last == first.index - 1 for e in people)


def _helping(sentence: Sentence, told: Tokens) -> Tokens:
    """Return "counsel assisting the reeve", where what is told is only whom somebody helps."""
    verb = sentence.head(told[-1]) if told and told[-1].label == "obj" else None
    if verb is None or verb.tag != "VBG" or verb.index < 1:
        return ()
    noun = sentence.tokens[verb.index - 1]
    return sentence.tokens[noun.index : told[-1].index + 1] if names_people(noun) else ()


def _titled(tokens: Tokens, end: int) -> Tokens:
    """Return "the Minister of Roads and Ports" before a comma and a name."""
    first = end
    while first and (
        tokens[first - 1].tag in {*NOMINAL_TAGS, "CC", "DT", "-LRB-", "-RRB-"}
        or tokens[first - 1].text in TIES
    ):
        first -= 1
    links = (n for n in range(first + 1, end) if tokens[n].text in TIES)
    link = next((n for n in links if names.fold(tokens[n - 1].text) in _HEADS), end)
    opening = link
    while opening > first and tokens[opening - 1].tag in NOMINAL_TAGS:
        opening -= 1
    helps = opening > 2 and tokens[opening - 2].tag == "IN" and names_people(tokens[opening - 3])
    whole = link < end and end - opening <= LONGEST_ROLE and not helps  # "wife of the Minister of"
    return tokens[opening:end] if whole and tokens[link - 1].tag != "NNS" else ()


def _headed(name: Name, end: int) -> Tokens:
    """Return "the president of the Academy of Arts" before a comma and its apposition.

    Or "the company that runs the pool".
    """
    sentence, noun = name.sentence, name.sentence.head(name.head)
    while noun is not None and noun.label in INSIDE and not _tells(noun):
        noun = sentence.head(noun)
    if name.head.label != "appos" or noun is None or noun.index >= end:
        return ()
    several = name.type != "PERSON" and _tells_of_several(noun) and not is_listed(name)
    if noun.tag != "NN" and not (_tells(noun) or several):
        return ()
    copula = sentence.child(noun, "cop")
    after = copula.index if copula else -1
    below = (t for t in sentence.subtree(noun) if t.label not in {"case", "punct"})
    first = min(t.index for t in below if t.index > after)
    phrase = sentence.tokens[first:end]
    whole = len(phrase) <= LONGEST_ROLE and not any(t.text in STOPS - {"("} for t in phrase)
    telling = _tells(noun) or several
    if name.type == "PERSON":  # not "That was an affront to his deputy, Ada Orr,"
        telling = may_name_people(noun) or not (names_a_body(noun) or noun.label == "root")
    return phrase if whole and telling else ()


def _tells(noun: Token) -> bool:
    """Say whether a noun says what one person or body is."""
    if noun.tag == "NNP":
        return names_people(noun)
    return noun.tag == "NN" and (names_people(noun) or names_a_body(noun))


def _post(tokens: Tokens, end: int) -> Tokens:
    """Return "the reeve" before a comma and a name, where it opens a clause."""
    first = end
    while first > 0 and tokens[first - 1].tag in NOMINAL_TAGS:
        first -= 1
    if first in {0, end} or tokens[first - 1].tag not in {"DT", "PRP$"}:
        return ()
    before = tokens[first - 2]
    said = lemma(before.text, before.tag) in SPEAKING
    opens = first == 1 or said or before.text in STOPS or before.text == "'"
    return tokens[first:end] if opens and tokens[end - 1].tag == "NN" else ()


def one_of_several(name: Name) -> Tokens:
    """Read "two curators, Ada Orr and Bo Lim," of each of them, and "the builders Orr & Sons"."""
    sentence, head = name.sentence, name.head
    while head.label == "conj" and head.tag in NAMING_TAGS:
        head = sentence.tokens[head.head]
    beside = head.label in {"appos", "flat"} and head.tag in NAMING_TAGS
    noun = sentence.head(head) if beside else head
    if noun is not None and noun.tag == "CD":
        noun = sentence.child(noun, "nmod")  # "two of the curators, Ada Orr and Bo Lim"
    loose = ":" in sentence.words or head is not name.head  # "members of Parliament, Ada Orr"
    while loose and noun is not None and noun.label in INSIDE:
        if _tells_of_several(noun):
            break
        noun = sentence.head(noun)
    if noun is None or noun is name.head or not _tells_of_several(noun):
        return ()
    if name.type == "PERSON" and not is_listed(name):
        return ()  # "one of the owners, Ada Orr,"
    end = _end_before_names(sentence, noun.index + 1)
    first = noun.index
    while first and sentence.tokens[first - 1].tag in NOMINAL_TAGS:
        first -= 1
    told = [t for t in sentence.tokens[first:end] if t.tag not in COUNTING]
    return told if end and end <= name.first and len(told) <= LONGEST_ROLE else ()


def _end_before_names(sentence: Sentence, at: int) -> int:
    """Return where a plural phrase ends that names follow: after its "of" or "from", or at once.

    None follow "celebrities including Ada Orr".
    """
    tokens = sentence.tokens
    if tokens[at].tag in NAMING_TAGS or tokens[at].text in {",", ":", "–", "—"}:
        return at
    if tokens[at].text.lower() not in {"of", "for", "in"}:
        return 0  # "officers from Halm Police, Orr Fire Brigade"
    end = at + 1 + len(noun_phrase(tokens[at + 1 :])[0])
    return end if tokens[end].text in {",", ":", "–", "—"} else 0


def _tells_of_several(noun: Token) -> bool:
    """Say whether a noun says what several people or bodies are."""
    return noun.tag == "NNS" and (names_people(noun) or names_a_body(noun))


def is_listed(name: Name) -> bool:
    """Say whether a name is one of several beside each other."""
    joined = name.sentence.children(name.head, "conj")
    return name.head.label == "conj" or any(t.index >= name.last for t in joined)


def title(name: Name) -> Tokens:
    """Read the words before a name: "U.S. Secretary of State Antony Blinken"."""
    found = _told_before(name)
    return () if _only_ranks(found) else found


def rank(name: Name) -> Tokens:
    """Read "General" and the like, which say little."""
    found = _told_before(name)
    return found if _only_ranks(found) else ()


def _told_before(name: Name) -> Tokens:
    tokens = name.sentence.tokens
    found = described(name.sentence, name.tokens[0]) or _before_bracket(name)
    ranked = _titled(tokens, name.first - 1) if found and names.is_title(found[-1].text) else ()
    if ranked and ranked[0].index < found[0].index and ranked[0].text[:1].isupper():
        return ranked  # "Envoy to the Horn of Africa Ambassador Ada Orr"
    return _lasting(tokens, found)


def _lasting(tokens: Tokens, told: Tokens) -> Tokens:
    """Return a title without what only the day tells: "a weary", "the newly promoted".

    And with the "then" that tells of another day: "then-President Ada Orr".
    """
    if len(told) < 2 or told[0].index < 1:
        return told
    first, before = told[0], tokens[told[0].index - 1]
    then = tokens[first.index - 2] if before.text == "-" else before
    if then.text.lower() == "then":
        return tokens[then.index : told[-1].index + 1]
    fleeting = first.text.islower() and first.text not in STANDING and told[1].text[:1].isupper()
    fresh = before.tag == "RB" or before.text.lower() in {"a", "an"}
    return told[1:] if fleeting and fresh and first.tag in {"JJ", "VBN"} else told


def _before_bracket(name: Name) -> Tokens:
    """Read "Secretary of the Board (HB) Ada Orr"."""
    tokens, at = name.sentence.tokens, name.first - 3
    bracketed = at > 0 and (tokens[at].text, tokens[at + 2].text) == ("(", ")")
    return _titled(tokens, at) if bracketed and tokens[at + 1].text.isupper() else ()


def _only_ranks(tokens: Tokens) -> bool:
    words = [names.fold(t.text.strip("().,")) for t in tokens if t.text[:1].isalnum()]
    return all(w in names.HONORIFICS or w in names.SHORT_TITLES for w in words)
