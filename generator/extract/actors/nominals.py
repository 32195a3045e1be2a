"""Common nouns that refer to actors, named ("the ministry") or not ("residents")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.extract.actors.antecedents import Nominal, antecedent, apposed, by_noun
from generator.extract.actors.leads import named_before, named_next
from generator.extract.actors.mentions import NAME_TAGS, mention
from generator.extract.ids import unique_id
from generator.extract.reading import Actor, Mention, in_order
from generator.extract.words import names
from generator.extract.words.lexicon import (
    AGENT_ENDINGS,
    AGENTIVE_VERBS,
    INDEFINITE,
    ORGANISATIONS,
    PATIENT_VERBS,
    is_people_noun,
)
from generator.extract.words.speech_verbs import SPEAKING
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token
from generator.model import ActorKind, Span

DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "its", "his", "her", "their", "both"}
)
TITLE_LABELS = frozenset({"compound", "flat", "appos", "amod", "nmod:desc"})
"""Relations of a noun that describes a name beside it."""
ASKING_TAGS = frozenset({"WRB", "WP", "WDT", "WP$"})
LONGEST_NAME = 7
"""Words in the name of an unnamed actor ("three senior Iranian officials")."""

COLLECTIVE = frozenset("people police clergy women men children crew staff personnel youth".split())
"""Nouns that name several people without an ending."""

MERE_PEOPLE = frozenset("man woman boy girl person teenager suspect victim defendant".split())
"""Words for people that say nothing of what they do."""

RULERS = frozenset(
    "administration army cabinet council government military parliament police".split()
)
"""Bodies that one asks, warns and blames."""

_Key = tuple[ActorKind, str]
"""What tells unnamed actors apart: their kind and their folded name."""


def add_nominals(document: Document, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the actors with the common nouns that refer to them, and unnamed actors after them."""
    covered = {
        (m.sentence, token): actor
        for actor in actors
        for m in actor.mentions
        for token in range(m.first, m.last)
    }
    known = by_noun(actors)
    added: dict[str, list[Mention]] = {}
    roles: dict[str, Nominal] = {}
    unnamed: dict[_Key, list[Nominal]] = {}
    for nominal in _nominals(document, covered):
        named = (
            apposed(nominal, covered)
            or named_next(nominal, actors, document)
            or named_before(nominal, actors, document)
            or antecedent(nominal, known)
        )
        if named:
            added.setdefault(named.id, []).append(
                mention(nominal.sentence, nominal.first, nominal.last, "role")
            )
            if not named.role and _tells_what_one_is(nominal):
                roles.setdefault(named.id, nominal)
        elif _acts(nominal):
            unnamed.setdefault(_taken_up(nominal, unnamed), []).append(nominal)
    named_ones = tuple(
        replace(
            _with_role(actor, roles.get(actor.id)),
            mentions=in_order([*actor.mentions, *added.get(actor.id, [])]),
        )
        for actor in actors
    )
    taken = {actor.id for actor in actors}
    return named_ones + tuple(_unnamed(rows, taken) for rows in unnamed.values())


def _tells_what_one_is(nominal: Nominal) -> bool:
    """Say whether a phrase says more of a person than "a man" does."""
    return nominal.kind == "person" and nominal.name.lower() not in MERE_PEOPLE


def _with_role(actor: Actor, nominal: Nominal | None) -> Actor:
    """Return an actor with the words of a lead that tell of them unnamed as their role."""
    if nominal is None:
        return actor
    end = nominal.sentence.tokens[nominal.last - 1].end
    return replace(actor, role=nominal.name, role_span=Span(end - len(nominal.name), end))


def _taken_up(nominal: Nominal, unnamed: Mapping[_Key, Sequence[Nominal]]) -> _Key:
    """Return the key of the unnamed actor that "the board" means, once a board was met."""
    key = (nominal.kind, names.fold(nominal.name))
    bare = nominal.definite and names.fold(nominal.name) == nominal.noun
    if key in unnamed or not bare:
        return key
    met = [k for k, rows in unnamed.items() if k[0] == key[0] and rows[0].noun == nominal.noun]
    return met[-1] if met else key


def _unnamed(rows: Sequence[Nominal], taken: set[str]) -> Actor:
    first = rows[0]
    return Actor(
        id=unique_id(first.name, taken),
        name=first.name[:1].upper() + first.name[1:],
        kind=first.kind,
        mentions=in_order([mention(n.sentence, n.first, n.last, "name") for n in rows]),
        anonymous=first.kind != "organisation" or first.plural,
    )


def _nominals(document: Document, covered: Mapping[tuple[int, int], Actor]) -> Iterator[Nominal]:
    """Yield the phrases headed by a noun for people or bodies that is no part of a name."""
    for sentence in document.sentences:
        for token in sentence.tokens:
            if not token.tag.startswith("NN") or (sentence.index, token.index) in covered:
                continue
            noun = lemma(token.text, token.tag).lower()
            if not (is_people_noun(noun) or noun in ORGANISATIONS or _speaks(sentence, token)):
                continue
            if token.label in TITLE_LABELS or token.text.lower() in INDEFINITE:
                continue
            if _is_title_of(sentence, token, covered):
                continue
            nominal = _nominal(sentence, token, noun, document)
            asks = sentence.tokens[nominal.first].tag in ASKING_TAGS
            if not asks and not _is_somebodys(nominal, covered):
                yield nominal


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
    return token.tag in NAME_TAGS or (token.tag == "NN" and beside)


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
            tokens[first - 1].tag not in {",", ":", "CC", "IN", "``"}
            or _than(tokens[first - 1])
            or _is_before_a_state(tokens, first - 1)
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
            below = _up_to_a_comma(sentence.subtree(child))
            if below[0].index == last and below[-1].index - first < LONGEST_NAME:
                last = below[-1].index + 1
                break
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


def _up_to_a_comma(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words before what is said in passing: "Aosta" of "Aosta, Gianni Nuti,"."""
    comma = next((at for at, t in enumerate(tokens) if at and t.text == ","), len(tokens))
    return tokens[:comma]


def _is_before_a_state(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a comma parts a town from its state: "the Columbus, Ohio-based company"."""
    after = [t.text for t in tokens[at + 2 : at + 4]]
    return tokens[at].text == "," and at > 0 and after == ["-", "based"]


def _than(token: Token) -> bool:
    return token.text.lower() == "than"


def _acts(nominal: Nominal) -> bool:
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
    if nominal.kind != "organisation":
        return head.label in {"nsubj", "nsubj:pass"}
    done = lemma(verb.text, verb.tag).lower()
    if head.label in {"obj", "iobj", "nsubj:pass"}:
        return done in PATIENT_VERBS and nominal.noun in RULERS
    return head.label == "nsubj" and done in AGENTIVE_VERBS
