"""What follows a name after a comma or a dash -> the words there that say what its bearer is."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.actors.mentions import Name
from generator.extract.words.lexicon import ORGANISATIONS
from generator.extract.words.place_words import KIND_OF_NOUN
from generator.extract.words.titles import NAMING_TAGS, NOMINAL_TAGS, described, names_people
from generator.language.morphology import lemma
from generator.language.tree import Token

LONGEST_ROLE = 14
"""Words; a longer description loses its relative clause."""
LONGEST_AGENCY = 5
"""Words after "for" that say whom somebody speaks for: "Hamish Low, for the Crown,"."""
BRACKETS = frozenset({"(", ")", "-LRB-", "-RRB-"})
STOPS = frozenset({",", ".", ";", ":", "–", "—", "--", "“", "”", '"', "(", "!", "?"})
LINKS = frozenset({"of", "for", "at", "in", "from", "to", "on", "with"})
PASSING = frozenset(
    """believe deny expect face fear have hope insist know live need plan remain say think
    want""".split()
)
"""Verbs whose present tense does not tell what somebody is: "who lives nearby"."""
LEADING = frozenset("chair direct found head lead oversee run".split())
"""Verbs that tell what somebody is in whatever tense: "who led the study"."""
CLAUSES = frozenset({"WP", "WP$", "WDT", "MD", "VBD", "VBZ", "VBP"})
"""Tags of words that open a clause behind a description."""

Tokens = Sequence[Token]


def names_a_body(token: Token) -> bool:
    """Say whether a noun says what a body is."""
    return lemma(token.text, token.tag).lower() in ORGANISATIONS


def _after(name: Name) -> Tokens:
    """Return what follows a name and a comma or dash, up to the next; an age is passed over."""
    tokens = name.sentence.tokens
    at = name.last
    if at < len(tokens) and tokens[at].text in BRACKETS:
        closing = next((t.index for t in tokens[at:] if t.text == ")"), at)
        at = closing + 1
    if at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].tag == "CD":
        at += 2
    if at >= len(tokens) or tokens[at].text not in {",", "–", "—", "-", "--"}:
        return ()
    end = next((t.index for t in tokens[at + 1 :] if t.text in STOPS), len(tokens))
    return tokens[at + 1 : end]


def _noun_phrase(tokens: Tokens) -> tuple[Tokens, Token | None]:
    """Return the noun phrase that opens a stretch, and its head noun."""
    end = 0
    while end < len(tokens) and (
        tokens[end].tag in NOMINAL_TAGS or tokens[end].tag in {"DT", "PRP$"}
    ):
        end += 1
    nouns = [t for t in tokens[:end] if t.tag.startswith("NN")]
    return tokens[:end], nouns[-1] if nouns else None


def apposition(name: Name) -> Tokens:
    """Read ", the White House national security communications adviser,"."""
    after = _after(name)
    phrase, noun = _noun_phrase(after)
    rest = after[len(phrase) :]
    if noun is None or not (names_people(noun) or _tells_of_one(phrase, noun, rest)):
        return ()
    if phrase[0].tag == "VBG" or noun.tag == "NNS":
        return ()  # ", quoting a prosecutor", ", people close to it said"
    if rest and rest[0].text.lower() not in LINKS | {"who", "that"}:
        return phrase
    if _introduces_another(name, after):
        return ()
    relative = next((i for i, t in enumerate(rest) if t.tag in CLAUSES), len(rest))
    telling = names_a_body(noun) or _tells_what_one_does(rest[relative:])
    return after if telling and len(after) <= LONGEST_ROLE else [*phrase, *rest[:relative]]


def _tells_what_one_does(clause: Tokens) -> bool:
    """Say whether a relative clause tells what someone does as a rule: "who runs the cell"."""
    if len(clause) < 3 or clause[0].text.lower() != "who" or clause[1].tag != "VBZ":
        return False
    return lemma(clause[1].text, "VBZ") not in PASSING | {"be", "do", "have"}


def _introduces_another(name: Name, after: Tokens) -> bool:
    """Say whether a phrase is the title of whom it leads to: ", the head of state Bo Lim left"."""
    inside = range(after[0].index, after[-1].index + 1)
    people = (e for e in name.sentence.entities if e.type == "PERSON" and e.first in inside)
    tokens = name.sentence.tokens
    return any(
        t and t[0].index <= after[1].index for e in people if (t := described(tokens, e.first))
    )


def _tells_of_one(phrase: Tokens, noun: Token, rest: Tokens) -> bool:
    """Say whether a phrase is "a grower" or "the signaller who": the person before it is one."""
    person = bool(rest) and rest[0].text.lower() == "who"
    return noun.tag == "NN" and (person or phrase[0].text.lower() in {"a", "an"})


def kind_of_body(name: Name) -> Tokens:
    """Read ", a conservation group," and ", the Danish maker of the vaccine,"."""
    after = _after(name)
    phrase, noun = _noun_phrase(after)
    determined = bool(phrase) and (phrase[0].tag == "DT" or any(t.tag == "POS" for t in phrase))
    if noun is None or not determined or not names_a_body(noun):
        return ()
    rest = after[len(phrase) :]
    linked = bool(rest) and rest[0].text.lower() == "of" and len(after) <= LONGEST_ROLE
    return after if linked else phrase


def relative_clause(name: Name) -> Tokens:
    """Read ", who runs the district relief cell,": only what someone does as a rule."""
    after = _after(name)
    if len(after) < 3 or after[0].text.lower() != "who" or after[1].tag != "VBZ":
        return ()  # "Halm Town, who play in League Two": a club
    verb = lemma(after[1].text, after[1].tag)
    if verb in PASSING or (verb == "be" and after[2].tag in {"VBG", "VBN"}):
        return ()
    clause = after[2:] if verb == "be" else after[1:]
    negated = any(t.text.lower() in {"not", "n't", "n’t"} for t in clause)
    empty = clause[-1].tag == "PRP" or not any(t.tag.startswith("NN") for t in clause)
    return () if negated or empty else clause[:LONGEST_ROLE]


def leading_clause(name: Name) -> Tokens:
    """Read ", who led the study," and ", who is leading the inquiry,"."""
    after = _after(name)
    if len(after) < 3 or after[0].text.lower() != "who":
        return ()
    clause = after[2:] if lemma(after[1].text, after[1].tag) == "be" else after[1:]
    told = clause[0].tag in {"VBD", "VBG", "VBZ"}
    leads = told and lemma(clause[0].text, clause[0].tag) in LEADING
    return clause[:LONGEST_ROLE] if leads else ()


def agency(name: Name) -> Tokens:
    """Read ", for the Crown," and "of the Andean Observatory"."""
    after = _after(name)
    if 2 <= len(after) <= LONGEST_AGENCY and after[0].text.lower() == "for":
        return after
    rest = name.sentence.tokens[name.last :]
    if len(rest) < 2 or rest[0].text.lower() != "of":
        return ()
    phrase, noun = _noun_phrase(rest[1:])
    if noun is None or noun.tag not in NAMING_TAGS or len(phrase) > LONGEST_AGENCY:
        return ()
    end, at = 1 + len(phrase), name.last + 1
    whole = next(
        (e for e in name.sentence.entities if e.first < name.last + end and at < e.last), None
    )
    if whole is not None:
        end = max(end, whole.last - name.last)
    land = KIND_OF_NOUN.get(rest[end - 1].text.lower()) in {"landform", "region"}
    town = whole is not None and whole.type == "LOC" and (phrase[0].tag != "DT" or land)
    return () if town else rest[:end]
