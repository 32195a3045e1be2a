"""Common nouns that refer to actors, named ("the ministry") or not ("residents")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.extract.grammar.clauses import WH_TAGS
from generator.extract.reading import Actor, Place
from generator.extract.words.lexicon import (
    AGENT_ENDINGS,
    AGENTIVE_VERBS,
    EITHER,
    INDEFINITE,
    ORGANISATIONS,
    PATIENT_VERBS,
    is_company_noun,
    is_people_noun,
)
from generator.extract.words.speech_verbs import SPEAKING
from generator.extract.words.titles import NAMING_TAGS
from generator.language.morphology import FINITE, lemma
from generator.language.tree import Document, Sentence, Token
from generator.model import ActorKind

DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "its", "his", "her", "their", "both"}
)
TITLE_LABELS = frozenset({"compound", "flat", "appos", "amod", "nmod:desc"})
"""Relations of a noun that describes a name beside it."""
LONGEST_NAME = 7
"""Words in the name of an unnamed actor ("three senior Iranian officials")."""

COLLECTIVE = frozenset("people police clergy women men children crew staff personnel youth".split())
"""Nouns that name several people without an ending."""

MERE_PEOPLE = frozenset("man woman boy girl person teenager suspect victim defendant".split())
"""Words for people that say nothing of what they do."""

SENT = frozenset({"ambassador", "envoy"})
"""Who is somewhere "to" a country."""

RULERS = frozenset(
    "administration army cabinet council government military parliament police".split()
)
"""Bodies that one asks, warns and blames."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase about people or a body: its tokens, its head noun, and what it is called."""

    sentence: Sentence
    first: int
    last: int
    head: Token
    noun: str
    """The lemma of its head."""
    name: str
    definite: bool
    plural: bool

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the phrase."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def place(self) -> Place:
        """Where the phrase begins."""
        return self.sentence.index, self.first

    @property
    def kind(self) -> ActorKind:
        """A body, several people or one person."""
        guard = self.noun == "guard" and self.name.lower().endswith(("coast guard", "nal guard"))
        if guard or self.noun in ORGANISATIONS or is_company_noun(self.noun):
            return "organisation"
        return "group" if self.plural else "person"

    @property
    def named_kinds(self) -> tuple[ActorKind, ...]:
        """What one that is named and meant by it may be, likeliest first: "the owner" is either."""
        likeliest: ActorKind = "person" if is_people_noun(self.noun) else self.kind
        return (likeliest, "person", "organisation") if self.noun in EITHER else (likeliest,)


def nominal_at(
    document: Document, sentence: Sentence, token: Token, covered: Mapping[tuple[int, int], Actor]
) -> Nominal | None:
    """Return the phrase headed by a noun for people or bodies that is no part of a name."""
    aged = _is_aged(sentence, token)
    if not (aged or token.tag.startswith("NN")) or (sentence.index, token.index) in covered:
        return None
    noun = "person" if aged else lemma(token.text, token.tag).lower()
    if not (_is_of_actors(noun) or _speaks(sentence, token)):
        return None
    if token.label in TITLE_LABELS or token.text.lower() in INDEFINITE | {"society"}:
        return None
    if _is_title_of(sentence, token, covered):
        return None
    nominal = _nominal(sentence, token, noun, document)
    if body := _of_members(nominal):
        nominal = _body_of_members(nominal, body, document)
    asks = sentence.tokens[nominal.first].tag in WH_TAGS
    return None if asks or _is_somebodys(nominal, covered) else nominal


def _of_members(nominal: Nominal) -> Token | None:
    """Return the noun for the body whose members, all of them, act: "members of the board"."""
    sentence, body = nominal.sentence, nominal.sentence.child(nominal.head, "nmod")
    bare = nominal.plural and nominal.first == nominal.head.index and nominal.noun == "member"
    named = body is not None and lemma(body.text, body.tag).lower() in ORGANISATIONS
    return body if bare and named and body and sentence.child(body, "case") else None


def _body_of_members(members: Nominal, body: Token, document: Document) -> Nominal:
    """Return a phrase for members as one for their body."""
    noun = lemma(body.text, body.tag).lower()
    told = _nominal(members.sentence, body, noun, document)
    return replace(told, first=members.first, head=members.head)


def _is_aged(sentence: Sentence, token: Token) -> bool:
    """Say whether a word ends "the 18-year-old" that does something."""
    if token.text.lower() != "old" or token.label not in {"nsubj", "nsubj:pass", "obl:agent"}:
        return False
    before = sentence.lower[max(0, token.index - 3) : token.index]
    return before[-1:] == ("-",) and "year" in before


def _is_of_actors(noun: str) -> bool:
    return is_people_noun(noun) or noun in ORGANISATIONS or is_company_noun(noun)


def _is_title_of(
    sentence: Sentence, token: Token, covered: Mapping[tuple[int, int], Actor]
) -> bool:
    """Say whether a noun stands before a name as its title: "Activist investor Pelham Capital"."""
    if (sentence.index, token.index + 1) not in covered:
        return False
    after = sentence.tokens[token.index + 1]
    while after.label in {"compound", "flat"} and after.head > token.index:
        after = sentence.tokens[after.head]
    beside = after.head == token.head and after.label == token.label
    return token.tag in NAMING_TAGS or (token.tag == "NN" and beside)


def _is_somebodys(nominal: Nominal, covered: Mapping[tuple[int, int], Actor]) -> bool:
    """Say whether a body is a person's own: "her team" acts for her and is no actor beside her."""
    owner = nominal.sentence.child(nominal.head, "nmod:poss")
    actor = covered.get((nominal.sentence.index, owner.index)) if owner else None
    own = nominal.noun in {"team", "squad", "staff", "group"}
    return own and actor is not None and actor.kind == "person"


def _speaks(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun is an agent by its ending and says something: "forecasters warned"."""
    verb = sentence.head(token)
    if token.label != "nsubj" or verb is None or lemma(verb.text, verb.tag) not in SPEAKING:
        return False
    return lemma(token.text, token.tag).lower().endswith(AGENT_ENDINGS)


def _first_of(sentence: Sentence, head: Token) -> int:
    """Return where the phrase of a noun begins: behind a comma, a conjunction or a preposition."""
    tokens = sentence.tokens
    inside = {t.index for t in sentence.subtree(head)}
    first = head.index
    while (
        first > 0
        and first - 1 in inside
        and (
            tokens[first - 1].tag not in {",", ":", "CC", "IN", "MD", "``", *FINITE}
            or _is_of_a_number(tokens, first - 1)
            or (tokens[first - 1].text == "&" and tokens[first].tag in NAMING_TAGS)
        )
    ):
        first -= 1
    return first


def _nominal(sentence: Sentence, head: Token, noun: str, document: Document) -> Nominal:
    """Return the phrase of a noun: what stands before it, and one "of" or "in" phrase after it."""
    tokens = sentence.tokens
    first = _first_of(sentence, head)
    last = head.index + 1
    for child in sentence.children(head, "nmod"):
        case = sentence.child(child, "case")
        if (
            child.index > head.index
            and case
            and case.text.lower() in {"of", "in", "for", "from", "with"}
        ):
            below = _first_of_two(sentence, child)
            if below[0].index == last and below[-1].index - first <= LONGEST_NAME:
                last = below[-1].index + 1
                break
    sent = noun in SENT and [t.text for t in tokens[last : last + 1]] == ["to"]
    if sent and tokens[last + 1].tag in NAMING_TAGS:
        named = takewhile(lambda t: t.tag in NAMING_TAGS, tokens[last + 1 :])
        last += 1 + len(list(named))
    determiner = tokens[first]
    unsaid = determiner.tag in {"DT", "PRP$"} or determiner.text.lower() == "least"
    named_from = first + (unsaid and first < head.index)
    start, end = tokens[named_from].start, tokens[last - 1].end
    return Nominal(
        sentence,
        first,
        last,
        head,
        noun,
        document.words(start, end),
        determiner.text.lower() in DEFINITE
        or any(t.label == "nmod:poss" for t in sentence.children(head)),
        head.tag in {"NNS", "NNPS"} or noun in COLLECTIVE,
    )


def _first_of_two(sentence: Sentence, noun: Token) -> Sequence[Token]:
    """Return the words up to a comma; of a long pair, "X plc and its men", the first."""
    words = _up_to_a_comma(sentence.subtree(noun))
    cc = next((t.index for t in words if t.tag == "CC" and t.index > noun.index), 0)
    return [t for t in words if t.index < cc] if cc and len(words) >= LONGEST_NAME else words


def _up_to_a_comma(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words before what is said in passing: "Aosta" of "Aosta, Gianni Nuti,"."""
    ends = (at for at, t in enumerate(tokens) if at and (t.text == "," or t.tag in {"WDT", "WP"}))
    return tokens[: next(ends, len(tokens))]


def _is_of_a_number(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word is a number's: "more than ten people", "a hundred and ten people"."""
    joins = at and tokens[at].tag == "CC" and tokens[at - 1].tag == tokens[at + 1].tag == "CD"
    return tokens[at].text.lower() == "than" or bool(joins)


def does_something(nominal: Nominal) -> bool:
    """Say whether an unnamed phrase does something in its sentence that makes it an actor."""
    sentence, head = nominal.sentence, nominal.head
    while head.label == "conj" and head.head >= 0:
        head = sentence.tokens[head.head]
    verb = sentence.head(head)
    if verb is None:
        return sentence.heading
    if head.label in {"obl", "obl:agent"}:
        case = sentence.child(head, "case")
        return case is not None and (case.text.lower() == "by" or verb.text.lower() == "according")
    if nominal.noun == "campaign" and sentence.child(nominal.head, "nmod:poss") is None:
        return False  # "the promotional campaign" acts for nobody
    if nominal.kind != "organisation":
        return head.label in {"nsubj", "nsubj:pass"}
    done = lemma(verb.text, verb.tag).lower()
    if head.label in {"obj", "iobj", "nsubj:pass"}:
        return done in PATIENT_VERBS and nominal.noun in RULERS
    return head.label == "nsubj" and done in AGENTIVE_VERBS | SPEAKING
