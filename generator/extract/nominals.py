"""Common nouns that refer to actors, named ("the ministry") or not ("residents")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.extract import names
from generator.extract.gathering import is_outlet
from generator.extract.ids import unique_id
from generator.extract.lexicon import (
    AGENT_ENDINGS,
    AGENTIVE_VERBS,
    INDEFINITE,
    ORGANISATIONS,
    is_people_noun,
)
from generator.extract.mentions import NAME_TAGS, mention
from generator.extract.names import is_title
from generator.extract.reading import Actor, Mention, in_order
from generator.extract.roles import NAMING_VERBS
from generator.extract.speech_verbs import SPEAKING
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token
from generator.model import ActorKind

DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "its", "his", "her", "their", "both"}
)
COMPANIES = frozenset(
    """company firm contractor maker retailer developer carrier airline bank group""".split()
)
TITLE_LABELS = frozenset({"compound", "flat", "appos", "amod", "nmod:desc"})
"""Relations of a noun that describes a name beside it."""
ASKING_TAGS = frozenset({"WRB", "WP", "WDT", "WP$"})
NEAR = 6
"""Words after a phrase within which the name of the same actor may stand."""
LONGEST_NAME = 7
"""Words in the name of an unnamed actor ("three senior Iranian officials")."""
RANKS = {
    "gen": "general", "brig": "brigadier", "lt": "lieutenant", "col": "colonel", "maj": "major",
    "capt": "captain", "sgt": "sergeant", "sen": "senator", "rep": "representative",
    "gov": "governor", "dr": "doctor", "prof": "professor", "insp": "inspector", "adm": "admiral",
}  # fmt: skip
"""Ranks and titles as they are shortened before a name, and in full."""
WIDER = {
    "diplomat": ("secretary of state", "foreign minister", "foreign secretary", "ambassador"),
    "official": ("secretary", "minister", "director", "commissioner", "chief"),
    "leader": ("president", "prime minister", "premier", "chairman", "chairwoman", "chancellor"),
    "premier": ("prime minister",),
    "judge": ("justice",),
    "lawyer": ("barrister", "solicitor", "attorney", "counsel"),
    "officer": ("colonel", "general", "lt", "gen", "col", "capt", "commander", "inspector"),
    "politician": ("senator", "minister", "mayor", "governor"),
    "executive": ("chief executive", "ceo", "managing director"),
    "scientist": ("professor", "researcher", "hydrologist", "biologist", "physicist"),
}
"""Nouns for people, and the roles that each can stand for."""


_Key = tuple[ActorKind, str]
"""What tells unnamed actors apart: their kind and their folded name."""


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
    def kind(self) -> ActorKind:
        """A body, several people or one person."""
        if self.noun in ORGANISATIONS:
            return "organisation"
        return "group" if self.plural else "person"


def add_nominals(document: Document, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the actors with the common nouns that refer to them, and unnamed actors after them."""
    covered = {
        (m.sentence, token): actor
        for actor in actors
        for m in actor.mentions
        for token in range(m.first, m.last)
    }
    added: dict[str, list[Mention]] = {}
    unnamed: dict[_Key, list[Nominal]] = {}
    for nominal in _nominals(document, covered):
        named = _apposed(nominal, covered) or _antecedent(nominal, actors)
        if named:
            added.setdefault(named.id, []).append(
                mention(nominal.sentence, nominal.first, nominal.last, "role")
            )
        elif _acts(nominal):
            unnamed.setdefault(_taken_up(nominal, unnamed), []).append(nominal)
    known = tuple(
        replace(actor, mentions=in_order([*actor.mentions, *added.get(actor.id, [])]))
        for actor in actors
    )
    taken = {actor.id for actor in actors}
    return known + tuple(_unnamed(rows, taken) for rows in unnamed.values())


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
            if (sentence.index, token.index + 1) in covered and token.tag in NAME_TAGS:
                continue
            nominal = _nominal(sentence, token, noun, document)
            asks = sentence.tokens[nominal.first].tag in ASKING_TAGS
            if not asks and not _is_somebodys(nominal, covered):
                yield nominal


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


def _nominal(sentence: Sentence, head: Token, noun: str, document: Document) -> Nominal:
    """Return the phrase of a noun: what stands before it, and one "of" or "in" phrase after it."""
    tokens = sentence.tokens
    inside = {t.index for t in sentence.subtree(head)}
    first = head.index
    while (
        first > 0
        and first - 1 in inside
        and (tokens[first - 1].tag not in {",", ":", "CC", "IN", "``"} or _than(tokens[first - 1]))
    ):
        first -= 1
    last = head.index + 1
    for child in sentence.children(head, "nmod"):
        case = sentence.child(child, "case")
        if (
            child.index > head.index
            and case
            and case.text.lower() in {"of", "in", "for", "from", "with"}
        ):
            below = sentence.subtree(child)
            if below[0].index == last and below[-1].index - first < LONGEST_NAME:
                last = below[-1].index + 1
                break
    determiner = tokens[first]
    named_from = first + (determiner.tag in {"DT", "PRP$"} and first < head.index)
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
        head.tag in {"NNS", "NNPS"}
        or noun in {"people", "police", "clergy", "women", "men", "children"},
    )


def _than(token: Token) -> bool:
    return token.text.lower() == "than"


def _apposed(nominal: Nominal, covered: Mapping[tuple[int, int], Actor]) -> Actor | None:
    """Return the actor named beside a phrase: "a commander who calls himself Mateo"."""
    sentence, tokens = nominal.sentence, nominal.sentence.tokens
    beside = [t.index for t in sentence.children(nominal.head, "appos", "flat")]
    if nominal.first >= 2 and tokens[nominal.first - 1].text == ",":
        beside.append(nominal.first - 2)
    named = False
    for token in tokens[nominal.last : nominal.last + NEAR]:
        beside.append(token.index)
        named = named or lemma(token.text, token.tag) in NAMING_VERBS
        if not (named or token.text == "," or is_title(token.text) or token.tag == "WP"):
            break
    found = (covered.get((sentence.index, index)) for index in beside)
    kind = _kind_named_by(nominal.noun)
    return next((actor for actor in found if actor and actor.kind == kind), None)


def _kind_named_by(noun: str) -> ActorKind:
    return "person" if is_people_noun(noun) else "organisation"


def _antecedent(nominal: Nominal, actors: Sequence[Actor]) -> Actor | None:
    """Return the named actor that a definite phrase takes up again."""
    if nominal.plural:
        return None
    if not nominal.definite:
        return _introduced_later(nominal, actors)
    before = [(m, a) for a in actors for m in a.mentions[:1] if _precedes(m, nominal)]
    fits = [a for _, a in before if _fits(nominal, a)]
    return max(fits, key=lambda a: _latest(a, nominal), default=None)


def _introduced_later(nominal: Nominal, actors: Sequence[Actor]) -> Actor | None:
    """Return the one person of that role whom the article names afterwards: "a judge" in a lead."""
    if not is_people_noun(nominal.noun):
        return None
    fits = [a for a in actors if _fits(nominal, a) and not _precedes(a.mentions[0], nominal)]
    return fits[0] if len(fits) == 1 else None


def _precedes(seen: Mention, nominal: Nominal) -> bool:
    return (seen.sentence, seen.first) < (nominal.sentence.index, nominal.first)


def _latest(actor: Actor, nominal: Nominal) -> tuple[int, int]:
    """Return where an actor was last mentioned before a phrase."""
    return max((m.sentence, m.first) for m in actor.mentions if _precedes(m, nominal))


def _fits(nominal: Nominal, actor: Actor) -> bool:
    """Say whether a phrase can mean an actor: its noun is in the name or the role."""
    modifiers = {
        names.fold(t.text)
        for t in nominal.sentence.tokens[nominal.first : nominal.head.index]
        if t.tag.startswith(("NN", "JJ"))
    }
    if is_people_noun(nominal.noun):
        return actor.kind == "person" and _is_called(nominal.noun, actor, modifiers)
    if actor.kind != "organisation":
        return False
    words = set(names.organisation_words(actor.name)) | set(names.fold(actor.role or "").split())
    if nominal.noun in words:
        return modifiers <= words
    if nominal.noun in {"newspaper", "paper", "agency", "outlet", "broadcaster"}:
        return is_outlet(actor) and not modifiers
    return nominal.noun in COMPANIES and not modifiers and bool(words & names.CORPORATE)


def _is_called(noun: str, actor: Actor, modifiers: set[str]) -> bool:
    """Say whether a noun for people can take up someone's role: the same word, or a wider one."""
    role = names.fold(actor.role or "")
    words = {RANKS.get(w, lemma(w, "NN")) for w in role.split()}
    if noun in words:
        return modifiers <= words
    return any(wider in role for wider in WIDER.get(noun, ()))


def _acts(nominal: Nominal) -> bool:
    """Say whether an unnamed phrase does something in its sentence that makes it an actor."""
    sentence, head = nominal.sentence, nominal.head
    while head.label == "conj" and head.head >= 0:
        head = sentence.tokens[head.head]
    verb = sentence.head(head)
    if verb is None or not verb.tag.startswith("VB"):
        return head.label == "root" and nominal.sentence.heading
    word = lemma(verb.text, verb.tag).lower()
    if head.label in {"obl", "obl:agent"}:
        case = sentence.child(head, "case")
        return bool(case and (case.text.lower() == "by" or verb.text.lower() == "according"))
    if head.label == "nsubj:pass":
        return nominal.kind != "organisation"
    return head.label == "nsubj" and (word in AGENTIVE_VERBS or nominal.kind != "organisation")
