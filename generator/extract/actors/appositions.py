"""What follows a name after a comma or a dash -> the words there that say what its bearer is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.extract.actors.groups import ALIASES
from generator.extract.actors.mentions import Name
from generator.extract.actors.name_ends import is_wing
from generator.extract.words.lexicon import AGENT_ENDINGS, ORGANISATIONS
from generator.extract.words.titles import NAMING_TAGS, NOMINAL_TAGS, names_people
from generator.language.morphology import lemma
from generator.language.tree import Token

LONGEST_ROLE = 14
"""Words; a longer description loses its relative clause."""
LONGEST_AGENCY = 5
"""Words after "for" that say whom somebody speaks for: "Hamish Low, for the Crown,"."""
PARTS = frozenset({"arm", "brand", "coalition", "platform", "subsidiary", "unit"})
"""Nouns that tell what a body is beside its name, and mean none by themselves."""
BRACKETS = frozenset({"(", ")", "-LRB-", "-RRB-"})
STOPS = frozenset({",", ".", ";", ":", "–", "—", "--", "“", "”", '"', "(", "!", "?"})
LINKS = frozenset({"of", "for", "at", "in", "from", "to", "on", "with"})
RELATIVE = frozenset({"that", "which", "who"})
PASSING = frozenset(
    """believe deny expect face fear have hope insist know live need plan remain say think
    want""".split()
)
"""Verbs whose present tense does not tell what somebody is: "who lives nearby"."""
EARLIER = frozenset("formerly once previously then".split())
"""What tells that somebody is no more what is said: "once the governor of the bank"."""
ASIDE = frozenset("also herself himself itself now still".split())
CLAUSES = frozenset({"WP", "WP$", "WDT", "MD", "VBD", "VBZ", "VBP"})
"""Tags of words that open a clause behind a description."""

Tokens = Sequence[Token]


def names_a_body(token: Token) -> bool:
    """Say whether a noun says what a body is."""
    return lemma(token.text, token.tag).lower() in ORGANISATIONS | PARTS


def may_name_people(token: Token) -> bool:
    """Say whether a noun says what people are, by what it means or by its ending alone."""
    return names_people(token) or lemma(token.text, token.tag).endswith(AGENT_ENDINGS)


@lru_cache(maxsize=64)
def after(name: Name) -> Tokens:
    """Return what follows a name and a comma or dash, up to the next; an age is passed over."""
    tokens = name.sentence.tokens
    at = name.last
    if at < len(tokens) and tokens[at].text in BRACKETS:
        closing = next((t.index for t in tokens[at:] if t.text == ")"), at)
        bracketed = tokens[at + 1 : closing]
        noun = noun_phrase(bracketed)[1]
        if name.type == "PERSON" and noun is not None and _says_an_office(bracketed, noun):
            return bracketed  # "Ada Orr (Director of Exams)"
        at = closing + 1
    aged = [t.tag if t.text.lower() != "one" else "" for t in tokens[at : at + 2]] == [",", "CD"]
    if aged:
        at += 2
    if at >= len(tokens) or tokens[at].text not in {",", "–", "—", "-", "--"}:
        return ()
    stops = (t.index for t in tokens[at + 1 :] if t.text in STOPS and not is_wing(tokens, t.index))
    end = next(stops, len(tokens))
    return tokens[at + 1 : end]


def _says_an_office(bracketed: Tokens, noun: Token) -> bool:
    """Say whether a bracket behind a name tells what its bearer is, and no more than that."""
    first = bracketed[0]
    office = names_people(noun) or names_people(first)
    return office and not any(t.text in STOPS for t in bracketed) and first.tag != "CD"


def noun_phrase(tokens: Tokens) -> tuple[Tokens, Token | None]:
    """Return the noun phrase that opens a stretch, and its head noun."""
    end = 0
    while (
        end < len(tokens)
        and (
            (tokens[end].tag in NOMINAL_TAGS and not (end and tokens[end].label.startswith("acl")))
            or tokens[end].tag in {"DT", "PRP$"}
            or [t.tag for t in tokens[end : end + 2]] == ["RB", "HYPH"]  # "second-largest"
            or _joins_what_one_minds(tokens[:end], tokens[end:])
        )
    ):
        end += 1
    nouns = [t for t in tokens[:end] if t.tag.startswith("NN")]
    return tokens[:end], nouns[-1] if nouns else None


def _joins_what_one_minds(before: Tokens, after: Tokens) -> bool:
    """Say whether a conjunction leads on to who has both: "health and roads minister"."""
    if not before or len(after) < 2 or after[0].tag != "CC" or after[1].tag not in NOMINAL_TAGS:
        return False
    common = before[-1].tag in {"NN", "NNS", "JJ"}
    return common and not (names_people(before[-1]) or names_a_body(before[-1]))


def with_whose(phrase: Tokens, rest: Tokens) -> Tokens:
    """Return an office or the like with of whom or what it is: "head of the fund"."""
    linked = rest and rest[0].text.lower() in {"of", "for"}
    return [*phrase, rest[0], *noun_phrase(rest[1:])[0]] if linked else phrase


def apposition(name: Name) -> Tokens:
    """Read ", the White House national security communications adviser,"."""
    behind = after(name)
    if behind and behind[0].text.lower() in ALIASES:
        behind = ()  # "Ada Orr, 41, alias Ace"
    earlier = behind[: bool(behind) and behind[0].text.lower() in EARLIER | ASIDE]
    behind = behind[len(earlier) :]
    if [t.text.lower() for t in behind[:2]] == ["one", "of"]:
        several = noun_phrase(behind[2:])[0]  # "one of the victims"
        told = bool(several) and several[-1].tag == "NNS"
        return [*behind[:2], *with_whose(several, behind[2 + len(several) :])] if told else ()
    phrase, noun = noun_phrase(behind)
    rest = behind[len(phrase) :]
    if noun is None or not (names_people(noun) or _tells_of_one(name, phrase, noun, rest)):
        return ()
    if phrase[0].tag == "VBG" or noun.tag == "NNS" or (names_people(noun) and _is_place(name)):
        return ()  # ", quoting a prosecutor", ", people close to it said"
    goes_on = rest and (rest[0].text.lower() in LINKS | RELATIVE or rest[0].label == "acl")
    if rest and not goes_on:
        return [*earlier, *phrase]
    of_which = len(rest) > 1 and rest[1].tag == "WDT"  # "the court, the composition of which"
    if of_which:
        return ()
    relative = next((i for i, t in enumerate(rest) if t.tag in CLAUSES), len(rest))
    telling = relative == len(rest) or _tells_what_one_does(rest[relative:])
    whole = telling and len(behind) <= LONGEST_ROLE
    return [*earlier, *(behind if whole else [*phrase, *rest[:relative]])]


def _is_place(name: Name) -> bool:
    """Say whether a name only tells where: "At Halm Foods, the president, Ada Orr, said"."""
    before = [t.text.lower() for t in name.sentence.tokens[: name.first]]
    return [word for word in before if word != "the"] in (["at"], ["in"])


def _tells_what_one_does(clause: Tokens) -> bool:
    """Say whether a relative clause tells what someone does as a rule: "who runs the cell"."""
    if len(clause) < 3 or clause[0].tag not in {"WP", "WDT"} or clause[1].tag != "VBZ":
        return False
    return lemma(clause[1].text, "VBZ") not in PASSING | {"be", "do", "have"}


def _tells_of_one(name: Name, phrase: Tokens, noun: Token, rest: Tokens) -> bool:
    """Say whether a phrase is "a grower" or "the signaller who": the one before it is it.

    What the tree says of a name is so too: "Verdant Copper, the mine whose dam broke".
    """
    told = bool(rest) and rest[0].text.lower() == "who"
    if noun.tag == "NNP":  # "a Briton who manages a festival", "a Democrat from Halm"
        beside = noun.label == "appos" and noun.head == name.head.index
        one = phrase[0].text.lower()
        return (one in {"a", "an"} and (told or beside)) or (one == "the" and told)
    whose = any(t.tag in {"DT", "PRP$", "POS"} for t in phrase)
    apposed = whose and noun.label == "appos" and noun.head == name.head.index
    if whose and noun.tag == "NN" and names_a_body(noun):
        return True  # ", a conservation group,"
    said = name.type == "PERSON" and phrase[0].text.lower() in {"a", "an"}
    said = said and may_name_people(noun)
    return noun.tag == "NN" and (told or apposed or said)


def agency(name: Name) -> Tokens:
    """Read ", for the Crown,", "of the Andean Observatory" and ", at the broker Orr & Lim,"."""
    behind = after(name)
    if 2 <= len(behind) <= LONGEST_AGENCY and behind[0].text.lower() == "for":
        return behind
    tokens = name.sentence.tokens
    of = behind[0].index if behind and behind[0].text in {"at", "of"} else name.last
    if of + 1 >= len(tokens) or tokens[of].text not in {"at", "of"}:
        return ()
    if tokens[of].text == "at" and of == name.last:
        return ()  # "saw Ada Orr at Halm Foods"
    phrase, noun = noun_phrase(tokens[of + 1 :])
    if noun is None or noun.tag not in NAMING_TAGS or len(phrase) > LONGEST_AGENCY:
        return ()
    end = of + 1 + len(phrase)
    within = [e for e in name.sentence.entities if e.first < end and of + 1 < e.last]
    whole = within[-1] if within else None  # "the London broker Orr & Lim"
    if whole is not None:
        end = max(end, whole.last)
    town = whole is not None and whole.type == "LOC" and phrase[0].tag != "DT"
    body = names_a_body(noun) or (whole is not None and whole.type == "ORG")
    sure = body or (tokens[of].text == "of" and of == name.last)
    return tokens[of:end] if sure and not town else ()
