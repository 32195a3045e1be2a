"""One open point of an article as a value, and what its finders ask of a parsed sentence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from generator.extract.grammar.capitals import capitalised
from generator.extract.grammar.clauses import is_plural_noun
from generator.extract.grammar.infinitives import told_to
from generator.extract.grammar.naming import named
from generator.extract.grammar.trimming import phrase, subject_of, without_edges
from generator.extract.grammar.wording import Part, spell
from generator.extract.reading import Actor, Reading
from generator.extract.words.lexicon import ORGANISATIONS, is_people_noun
from generator.extract.words.times import TIMES
from generator.language.morphology import FINITE, lemma
from generator.language.tree import Sentence, Token, remembered
from generator.model import QuestionKind

_SOMEONE = frozenset(
    "nobody one none everyone somebody side neither both others family couple city town village"
    " state county shire capital district region province borough country nation band orchestra"
    " choir defence defense prosecution".split()
)
SHORT_NAME = 9
"""Words of a name that fits into an explanation."""
SOMEBODY = "a source in the article"
"""Who says something, where nobody is named."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A question, why it is open and the sentences that leave it so."""

    question: str
    kind: QuestionKind
    why: str
    sentences: tuple[Sentence, ...]
    weight: float
    """How much the article itself makes of its being open: 1 where it says so in words."""


def following(reading: Reading, sentence: Sentence, count: int = 1) -> tuple[Sentence, ...]:
    """Return the next sentences of the article."""
    at = sentence.index + 1
    return reading.document.sentences[at : at + count]


def verbs(sentence: Sentence, lemmas: Collection[str]) -> list[Token]:
    """Return the tokens of a sentence that are forms of one of the verbs."""
    return [verb for verb, base in sentence.verbs if base in lemmas]


def worded(sentence: Sentence, words: Collection[str]) -> list[Token]:
    """Return the tokens of a sentence that read as one of the words, whatever their case."""
    if sentence.words.isdisjoint(words):  # of what a finder seeks most sentences have nothing
        return []
    return [t for t, low in zip(sentence.tokens, sentence.lower, strict=True) if low in words]


@remembered
def acting_subject(sentence: Sentence, verb: Token) -> Token | None:
    """Return who does what a verb says: its subject, who is told to, or a subject above."""
    passed = None
    for above in sentence.path_to_root(verb):
        if above is passed:
            continue
        passed = _reported_before(sentence, above)
        found = subject_of(sentence, above) or told_to(sentence, above)
        if found is not None:
            related = sentence.head(above) if found.tag in {"WP", "WDT"} else None
            return found if related is None else related
        if above.label.startswith("acl"):
            noun = sentence.head(above)
            if noun is not None and noun.label == "obj" and lemma(noun.text, noun.tag) in TIMES:
                continue  # "has 21 days in which to file it"
            return (subject_of(sentence, noun) if noun else None) or noun
        if not above.label.startswith(("xcomp", "conj", "advcl", "ccomp", "csubj", "obj", "obl")):
            break
    return None


def _reported_before(sentence: Sentence, verb: Token) -> Token | None:
    """Return the clause that "said it would rain and warned" puts before its second verb."""
    first = sentence.head(verb) if verb.label == "conj" else None
    helpers = (verb, *sentence.children(verb, "aux", "aux:pass"))
    finite = any(t.tag in FINITE for t in helpers)
    if first is None or first.label != "ccomp" or not finite:
        return None
    helping = {t.tag: t.text.lower() for t in sentence.children(first, "aux")}
    over = verb.tag == "VBD" and "had" in helping.values()  # "said they had lost and demanded"
    return first if "MD" in helping or over else None


def subject_parts(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Part, ...]:
    """Return the words of who does what a verb says."""
    found = acting_subject(sentence, verb)
    words = phrase(sentence, found) if found else ()
    if found and any(t.label.startswith("acl:relcl") for t in sentence.path_to_root(verb)):
        related = sentence.children(found, "acl:relcl")
        below = {t.index for c in related for t in sentence.subtree(c)}
        words = without_edges([t for t in words if t.index not in below or verb.index not in below])
    return () if len({t.index < verb.index for t in words}) > 1 else words


def subject_plural(sentence: Sentence, verb: Token) -> bool:
    """Tell whether who does what a verb says takes a plural verb."""
    found = acting_subject(sentence, verb)
    return found is not None and is_plural_noun(sentence, found)


def name_for(reading: Reading, sentence: Sentence, token: Token | None) -> str | None:
    """Return a noun phrase as it may stand in an explanation, if it is short enough."""
    if token is None:
        return None
    words = phrase(sentence, token)
    person = person_in(reading, sentence, words)
    if person:
        return named(reading, person)
    actor = reading.actor_at(sentence.index, token.index)
    text = spell(reading, sentence, words)
    if text is None or len(text.split()) > SHORT_NAME or text.endswith(("'", "’", ".")):
        return named(reading, actor) if actor and not actor.anonymous else None
    return text


def by_name(reading: Reading, sentence: Sentence, noun: Token) -> tuple[Part, ...]:
    """Return who something is to happen to, a person by name alone."""
    words = phrase(sentence, noun)
    person = person_in(reading, sentence, words)
    return (named(reading, person),) if person else words


def person_in(reading: Reading, sentence: Sentence, words: tuple[Token, ...]) -> Actor | None:
    """Return the person whose name a noun phrase ends with: "Foreign Minister Ana Reis"."""
    inside = {t.index for t in words}
    beside = (t for w in words[-1:] for t in sentence.path_to_root(w) if t.head in inside)
    other = any(t.label in {"conj", "acl", "nmod"} for t in beside)
    proper = bool(words) and words[-1].tag == "NNP" and not other  # "Ana Reis and Jo Fors"
    actor = reading.actor_at(sentence.index, words[-1].index) if proper else None
    return actor if actor and actor.kind == "person" and not actor.anonymous else None


def who_says(reading: Reading, sentence: Sentence, verb: Token, *, opening: bool = True) -> str:
    """Return who does what a verb says as an explanation may name them, opening it or inside it."""
    subject = acting_subject(sentence, verb)
    able = subject is not None and can_speak(reading, sentence, subject)
    name = (name_for(reading, sentence, subject) if able else None) or SOMEBODY
    name = SOMEBODY if name.lower().startswith(("their ", "his ", "her ", "its ")) else name
    return capitalised(name) if opening else name


def can_speak(reading: Reading, sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun phrase stands for people or a body: not "the film", not "which"."""
    words = phrase(sentence, noun)
    if noun.tag == "CD" and (several := sentence.child(noun, "nmod")):
        noun = several  # "two of its shareholders"
    if any(reading.actor_at(sentence.index, t.index) for t in (noun, *words[-1:])):
        return True
    low = lemma(noun.text, noun.tag).lower()
    named_so = is_people_noun(low) or low in ORGANISATIONS or low in _SOMEONE
    return named_so or (noun.tag in {"NNS", "NNP", "NNPS"} and low not in TIMES)


_FULLY = {"spelled": "spelled out", "spelt": "spelt out", "made": "decided"}
"""Participles that need another word to stand alone: a decision is made, a matter is decided."""


def not_yet(word: str) -> str:
    """Return how a state that is denied is told: "clear", "yet established"."""
    word = _FULLY.get(word, word)
    return word if word in {"clear", "known", "certain", "sure"} else f"yet {word}"


def names_nobody(who: str) -> bool:
    """Tell whether no one in particular is silent: "neither side has said"."""
    first = who.lower().split()[0]
    return who.lower() == SOMEBODY or first in {
        "neither",
        "no",
        "nobody",
        "none",
        "not",
        "everyone",
    }


def led_to(sentence: Sentence, word: Token, *prepositions: str) -> Token | None:
    """Return the noun below a word that one of some prepositions leads to: "counts of fraud"."""
    below = sentence.children(word, "nmod", "obl")
    return next((t for t in below if has_case(sentence, t, set(prepositions))), None)


def has_case(sentence: Sentence, token: Token, prepositions: set[str]) -> bool:
    """Tell whether a noun stands under one of the prepositions: "in dispute"."""
    return any(t.text.lower() in prepositions for t in sentence.children(token, "case"))


def has_mark(sentence: Sentence, clause: Token, marks: set[str]) -> bool:
    """Tell whether a clause opens with one of some conjunctions: "if he goes"."""
    return any(t.text.lower() in marks for t in sentence.children(clause, "mark"))


def in_quotation(sentence: Sentence, token: Token) -> bool:
    """Tell whether a token stands between quotation marks opened in its sentence."""
    before = [t.text for t in sentence.tokens[: token.index]]
    straight = before.count('"') + before.count("``") + before.count("''")
    return before.count("“") > before.count("”") or straight % 2 == 1
