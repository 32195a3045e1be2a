"""A document -> the noun phrases that "it" and "they" may take up, and what tells of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.extract.actors.prominence import speaks
from generator.extract.reading import Actor, Mention, quoted_at
from generator.extract.words.lexicon import EVIDENCE, ORGANISATIONS, WRITINGS, is_people_noun
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token

THING = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})

_WITHIN_NAMES = frozenset({"compound", "flat", "goeswith", "fixed", "nummod", "nmod:desc"})
_TIMES = frozenset(
    """second minute hour day week month year decade century time today yesterday moment season
    summer winter spring autumn morning evening night""".split()
)
_KINDS = {
    "organisation": ORGANISATIONS,
    "writing": WRITINGS,
    "evidence": EVIDENCE,
    "time": _TIMES,
}
_DETERMINERS = {
    "the": "definite", "a": "indefinite", "an": "indefinite",
    "this": "pointing", "that": "pointing", "these": "pointing", "those": "pointing",
}  # fmt: skip
_MOST_COUNTED = 3
_FOREMOST = 3
"""How many of an article's actors are known by their rank."""


@dataclass(frozen=True)
class Phrase:
    """A noun phrase, by its head; of a list ("Reis and Khan") also the whole of it."""

    sentence: Sentence
    head: Token
    top: Token
    """The head of the list or the apposition that it stands in."""
    kind: str
    """What it tells of: an actor's kind, "place", "writing", "time", "thing", …"""
    pronoun: str = ""
    """ "it" or "they" for an earlier pronoun."""
    plural: bool = False
    whole: bool = False
    quoted: bool = False
    speaks: bool = False
    actor: str | None = None
    """An actor's id."""
    met: int = 0
    """How often the text has it before."""
    rank: int | None = None
    """That of its actor among an article's foremost."""
    unnamed: bool = False

    @cached_property
    def features(self) -> tuple[str, ...]:
        """What tells of it by itself; only of those is it asked that a pronoun may take up."""
        return _of_list(self) if self.whole else (*_told(self), *_of_actor(self))

    @cached_property
    def weights(self) -> dict[str, float]:
        """What its features weigh for "it" and for "they", once that is known."""
        return {}

    @property
    def place(self) -> tuple[int, int]:
        """Its sentence and the index of its head."""
        return self.sentence.index, self.head.index

    @cached_property
    def role(self) -> str:
        """What the list or apposition that it stands in is in its clause."""
        return relation(self.top)

    @cached_property
    def case(self) -> str:
        """The same as subject, object, owner or other."""
        return case_of(self.top)

    @cached_property
    def deed(self) -> str | None:
        """The base form of what that depends on."""
        above = self.sentence.head(self.top)
        return lemma(above.text, above.tag).lower() if above else None


def pronoun_class(token: Token) -> str:
    """Return "it" or "they" for their forms, and "" for all other words."""
    low = token.text.lower() if token.tag != "NNP" else ""  # "Their Majesties"
    return "it" if low in THING else "they" if low in SEVERAL else ""


def relation(token: Token) -> str:
    """Return a token's relation without subtypes that tell nothing here."""
    kept = {"nmod:poss", "nsubj:pass"}
    return token.label if token.label in kept else token.label.split(":")[0]


def case_of(token: Token) -> str:
    """Return subject, object, owner or other."""
    if token.tag == "PRP$" or token.label == "nmod:poss":
        return "owner"
    if token.label.startswith("nsubj"):
        return "subject"
    return "object" if token.label in {"obj", "iobj"} else "other"


def find_phrases(document: Document, actors: Sequence[Actor]) -> Iterator[Phrase]:
    """Yield the phrases of a document in text order; "it" and "they" are phrases too."""
    seen = [(actor, m) for actor in actors for m in actor.mentions if m.kind != "demonym"]
    actor_at = {(m.sentence, m.head): actor for actor, m in seen}
    twins = {place for _, m in seen for place in _twins(document.sentences[m.sentence], m)}
    ranked = sorted(actors, key=lambda a: -len(a.mentions))[:_FOREMOST]
    ranks = {actor.id: rank for rank, actor in enumerate(ranked)}
    is_quoted = quoted_at(document.own_text)
    met: Counter[str] = Counter()
    for sentence in document.sentences:
        types = {t: e.type for e in sentence.entities for t in range(e.first, e.last)}
        for token in sentence.tokens:
            actor = actor_at.get((sentence.index, token.index))
            if (sentence.index, token.index) in twins or not _heads_a_phrase(token, actor):
                continue
            name = actor.id if actor else token.text.lower()
            top = _top(sentence, token)
            phrase = Phrase(
                sentence,
                token,
                top,
                _kind(token, types.get(token.index, ""), actor),
                pronoun_class(token),
                _is_plural(token),
                quoted=is_quoted(token.start),
                speaks=speaks(sentence, top),
                actor=actor.id if actor else None,
                met=met[name],
                rank=ranks.get(actor.id) if actor else None,
                unnamed=actor is not None and actor.anonymous,
            )
            met[name] += 1
            yield phrase
            if not phrase.pronoun and _is_list(sentence, token):
                yield replace(phrase, whole=True, plural=True, actor=None)


def _twins(sentence: Sentence, m: Mention) -> Iterator[tuple[int, int]]:
    """Yield where else in a name the parser puts a head of it: "Halm" and "Lines" both speak."""
    head = sentence.tokens[m.head]
    for token in sentence.tokens[m.head + 1 : m.last] if m.kind in {"name", "short"} else ():
        if (token.head, token.label) == (head.head, head.label):
            yield m.sentence, token.index


def _heads_a_phrase(token: Token, actor: Actor | None) -> bool:
    if pronoun_class(token):
        return token.label != "expl"
    if not token.tag.startswith("NN") or token.label in {"flat", "goeswith"}:
        return False
    return actor is not None or token.label not in _WITHIN_NAMES


def _top(sentence: Sentence, token: Token) -> Token:
    while token.label in {"conj", "appos"} and token.head >= 0:
        token = sentence.tokens[token.head]
    return token


def _is_plural(token: Token) -> bool:
    low = token.text.lower()
    return token.tag in {"NNS", "NNPS"} or low in {"people", "police"} or low in SEVERAL


def _is_list(sentence: Sentence, token: Token) -> bool:
    return any(t.tag.startswith(("NN", "PRP")) for t in sentence.children(token, "conj"))


def _kind(token: Token, entity: str, actor: Actor | None) -> str:
    """Return what a phrase tells of, as far as its words say."""
    if pronoun_class(token):
        return "pronoun"
    if actor is not None:
        return actor.kind
    if entity:
        return {"PERSON": "person", "ORG": "organisation", "LOC": "place"}.get(entity, "name")
    noun = lemma(token.text, token.tag).lower()
    if is_people_noun(noun):
        return "group" if token.tag in {"NNS", "NNPS"} else "person"
    found = next((kind for kind, nouns in _KINDS.items() if noun in nouns), "thing")
    return "name" if found == "thing" and token.tag.startswith("NNP") else found


def _told(phrase: Phrase) -> Iterator[str]:
    """Yield what a phrase tells by itself."""
    number = "plural" if phrase.plural else "singular"
    given = _determined(phrase)
    yield "phrase"
    yield f"kind={phrase.kind}"
    yield f"tag={phrase.head.tag}"
    yield f"given={given}"
    yield f"relation={relation(phrase.head)}"
    yield f"role={phrase.role}"
    yield f"number={number}"
    yield f"kind={phrase.kind}, number={number}"
    yield f"kind={phrase.kind}, given={given}"
    if phrase.pronoun:
        yield f"pronoun={relation(phrase.head)}"
    if phrase.quoted:
        yield "quoted"
    if phrase.speaks:
        yield "speaks"
    if phrase.sentence.heading:
        yield "heading"
    if not phrase.sentence.children(phrase.head, "amod", "nmod", "acl", "acl:relcl"):
        yield "bare"
    yield f"met={min(phrase.met, _MOST_COUNTED)}"


def _determined(phrase: Phrase) -> str:
    if phrase.pronoun:
        return "pronoun"
    found = "name" if phrase.head.tag.startswith("NNP") else "none"
    for below in phrase.sentence.children(phrase.head, "nmod:poss", "det"):
        by_word = _DETERMINERS.get(below.text.lower(), "other")
        found = "owned" if below.label == "nmod:poss" else by_word
    return found


def _of_actor(phrase: Phrase) -> Iterator[str]:
    if phrase.rank is not None:
        yield f"foremost={phrase.rank}"
    if phrase.unnamed:
        yield "unnamed"


def _of_list(phrase: Phrase) -> tuple[str, ...]:
    return (
        "phrase", "list", f"list of={phrase.kind}", f"relation={relation(phrase.head)}",
        f"role={phrase.role}", "number=plural",
    )  # fmt: skip
