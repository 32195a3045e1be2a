"""A personal name in its sentence -> the role that the words around it give."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract import names
from generator.extract.lexicon import ORGANISATIONS, is_people_noun
from generator.extract.mentions import NAME_TAGS, Name
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import Span

LONGEST_ROLE = 14
"""Words; a longer description is cut at its first comma or relative clause."""

FORMS_OF_ADDRESS = frozenset("mr mrs ms miss mx sir dame dr".split())
PHRASE_TAGS = frozenset(
    "NN NNS NNP NNPS JJ JJR JJS IN POS HYPH CC CD VBN VBG AFX , ADD FW NFP".split()
) | {"-LRB-", "-RRB-", "(", ")"}


@dataclass(frozen=True, slots=True)
class Role:
    """What someone is or does, as the source words it, and how much it says (higher is more)."""

    text: str
    span: Span
    weight: int


def find_role(name: Name, text: str) -> Role | None:
    """Return the most telling role that the sentence gives to a name."""
    found = [
        role
        for role in (
            _apposition(name, text),
            _introduced(name, text),
            _title(name, text),
            _copula(name, text),
            _relative_clause(name, text),
            _so_called(name, text),
        )
        if role
    ]
    return max(found, key=lambda role: role.weight, default=None)


def noun_phrase_words(tokens: tuple[Token, ...]) -> frozenset[str]:
    """Return the lemmas of the nouns among tokens."""
    return frozenset(lemma(t.text, t.tag).lower() for t in tokens if t.tag.startswith("NN"))


def names_people(token: Token) -> bool:
    """Say whether a noun says what a person is or does."""
    word = lemma(token.text, token.tag).lower()
    return is_people_noun(word) or word in names.OFFICES or word in names.HONORIFICS


def _role(sentence: Sentence, tokens: list[Token], text: str, weight: int) -> Role | None:
    """Return tokens as a role, without a leading article or possessive pronoun."""
    while tokens and (
        tokens[0].tag in {"DT", "PRP$", ",", "CC", "``", "IN", "POS"} or tokens[0].label == "punct"
    ):
        tokens = tokens[1:]
    while tokens and names.fold(tokens[0].text) in FORMS_OF_ADDRESS:
        tokens = tokens[1:]
    while tokens and (tokens[-1].label == "punct" or tokens[-1].tag in {",", ":", "POS"}):
        tokens = tokens[:-1]
    if not tokens:
        return None
    span = Span(tokens[0].start, tokens[-1].end)
    return Role(" ".join(text[span.start : span.end].split()), span, weight)


def _title(name: Name, text: str) -> Role | None:
    """Read the words before a name: "U.S. Secretary of State Antony Blinken"."""
    sentence, tokens = name.sentence, name.sentence.tokens
    first = name.first
    while first > 0 and tokens[first - 1].tag in PHRASE_TAGS and _belongs(name, tokens[first - 1]):
        first -= 1
    words = list(tokens[first : name.first])
    if not any(names_people(t) for t in words):
        return None
    weak = all(
        names.fold(t.text.strip("().,")) in names.HONORIFICS or not t.text[0].isalnum()
        for t in words
    )
    return _role(sentence, words, text, 1 if weak else 4)


def _belongs(name: Name, token: Token) -> bool:
    """Say whether a token before a name belongs to its noun phrase, not to another argument."""
    top = name.head
    if top.label in {"flat", "appos", "compound", "flat:name"} and top.head >= 0:
        top = name.sentence.tokens[top.head]
    if token.tag in {"CC", ","} or token.text in {";", ":"}:
        return False
    if token.index == top.index:
        return True
    if token.tag == "IN" and token.text.lower() not in {"of", "for"}:
        return False
    return any(above.index == top.index for above in name.sentence.path_to_root(token)) and not (
        token.label in {"case", "mark"} and token.head == top.index
    )


def _apposition(name: Name, text: str) -> Role | None:
    """Read ", the White House national security communications adviser,"."""
    sentence = name.sentence
    for child in sentence.children(name.head, "appos", "parataxis", "nmod", "dep"):
        if child.index < name.last or not child.tag.startswith("NN"):
            continue
        if child.index > name.last and sentence.tokens[name.last].text not in {
            ",",
            "–",
            "—",
            "-",
            "(",
        }:
            continue
        if child.tag in NAME_TAGS and not any(names_people(t) for t in sentence.subtree(child)):
            continue
        tokens = _shortened(sentence, child)
        people = names_people(child) or any(names_people(t) for t in tokens)
        if people or child.label == "appos":
            return _role(sentence, tokens, text, 5 if people else 1 + _names_a_body(child))
    return None


def _introduced(name: Name, text: str) -> Role | None:
    """Read "its managing director, Sheikh Rafiqul Islam," where the name is the apposition."""
    sentence, head = name.sentence, name.head
    noun = sentence.head(head)
    if head.label not in {"appos", "flat"} or noun is None or noun.index >= name.first:
        return None
    if not noun.tag.startswith("NN") or not (names_people(noun) or head.label == "appos"):
        return None
    if not names_people(noun) and noun.tag in NAME_TAGS:
        return None
    inside = {t.index for t in sentence.subtree(head)}
    tokens = [t for t in sentence.subtree(noun) if t.index not in inside and t.index < name.first]
    return _role(
        sentence, _without_clauses(sentence, noun, tokens), text, 5 if names_people(noun) else 1
    )


def _copula(name: Name, text: str) -> Role | None:
    """Read "Khan is the chairman of the board"."""
    sentence, head = name.sentence, name.head
    noun = sentence.head(head)
    if head.label != "nsubj" or noun is None or not noun.tag.startswith("NN"):
        return None
    if not sentence.child(noun, "cop") or not names_people(noun):
        return None
    drop = {
        t.index
        for c in sentence.children(noun, "nsubj", "cop", "aux", "advmod")
        for t in sentence.subtree(c)
    }
    tokens = [t for t in _shortened(sentence, noun) if t.index not in drop and t.index > head.index]
    return _role(sentence, tokens, text, 3)


def _so_called(name: Name, text: str) -> Role | None:
    """Read "a Fijian skipper known only as Josefa", "a commander who calls himself Mateo"."""
    sentence = name.sentence
    verb = sentence.head(name.head)
    if verb is None or lemma(verb.text, verb.tag) not in {
        "call",
        "know",
        "name",
        "identify",
        "dub",
    }:
        return None
    noun = sentence.head(verb)
    if noun is None or not verb.label.startswith("acl") or not names_people(noun):
        return None
    inside = {t.index for t in sentence.subtree(verb)}
    tokens = [t for t in sentence.subtree(noun) if t.index not in inside and t.index < name.first]
    return _role(sentence, tokens, text, 5)


def _relative_clause(name: Name, text: str) -> Role | None:
    """Read ", who runs the district relief cell,": only what someone does as a rule."""
    sentence = name.sentence
    for verb in sentence.children(name.head, "acl:relcl"):
        subject = sentence.child(verb, "nsubj")
        if subject is None or subject.text.lower() != "who":
            continue
        if verb.tag in {"VBZ", "VBP"} or sentence.child(verb, "cop"):
            tokens = [
                t
                for t in _shortened(sentence, verb)
                if t.index > subject.index and t.label not in {"cop"}
            ]
            return _role(sentence, tokens, text, 3)
    return None


def _shortened(sentence: Sentence, top: Token) -> list[Token]:
    """Return a phrase without the clauses and asides that make it long."""
    return _without_clauses(sentence, top, list(sentence.subtree(top)))


def _without_clauses(sentence: Sentence, top: Token, tokens: list[Token]) -> list[Token]:
    """Cut a long phrase at the first relative clause, apposition or conjoined clause."""
    last = next((t.index for t in tokens if t.index > top.index and t.label == "appos"), None)
    if last is not None:
        tokens = [t for t in tokens if t.index < last]
    if len(tokens) > LONGEST_ROLE:
        cut = next(
            (
                t.index
                for t in tokens
                if t.index > top.index
                and (t.text == "," or t.text.lower() in {"who", "which", "that"})
            ),
            None,
        )
        tokens = [t for t in tokens if cut is None or t.index < cut]
    return tokens[: LONGEST_ROLE + 4]


def _names_a_body(token: Token) -> bool:
    return lemma(token.text, token.tag).lower() in ORGANISATIONS
