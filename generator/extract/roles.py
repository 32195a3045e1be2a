"""A name in its sentence -> the role that the words around it give.

Titles and appositions are read off the tagged words: they stand beside the name, and a parser's
slip elsewhere in the sentence does not reach them. Only the copula and the naming verb need a tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract import names
from generator.extract.lexicon import EITHER, ORGANISATIONS
from generator.extract.mentions import Name
from generator.extract.titles import NAMING_TAGS, NOMINAL_TAGS, described, names_people
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import Span

LONGEST_ROLE = 14
"""Words; a longer description loses its relative clause."""
LONGEST_AGENCY = 5
"""Words after "for" that say whom somebody speaks for: "Hamish Low, for the Crown,"."""

FORMS_OF_ADDRESS = frozenset("mr mrs ms miss mx sir dame dr lady lord".split())
CLOSING_FORMS = FORMS_OF_ADDRESS | {"justice", "cllr"}
"""Behind a role they belong to the name: "commission chair Justice Ade"."""
NAMING_VERBS = frozenset("call know name identify dub nickname".split())
BRACKETS = frozenset({"(", ")", "-LRB-", "-RRB-"})
STOPS = frozenset({",", ".", ";", ":", "–", "—", "--", "“", "”", '"', "(", "!", "?"})
LINKS = frozenset({"of", "for", "at", "in", "from", "to", "on", "with"})

PASSING = frozenset(
    """believe deny expect face fear have hope insist know live need plan remain say think
    want""".split()
)
"""Verbs whose present tense does not tell what somebody is: "who lives nearby"."""

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Role:
    """What someone is or does, as the source words it, and how much it says (higher is more)."""

    text: str
    span: Span
    weight: int


def find_role(name: Name, text: str) -> Role | None:
    """Return the most telling role that the sentence gives to a name."""
    beside, title = _apposition(name), _title(name)
    readings = (
        (_introduced(name), 5),
        (_so_called(name), 5),
        (title, 5 if _is_office_before(title, beside) else 4),
        (beside, 5),
        (_relative_clause(name), 3),
        (_copula(name), 3),
        (_agency(name), 2),
        (_kind_of_body(name), 2),
        (_rank(name), 1),
    )
    found = [role for tokens, weight in readings if (role := _role(tokens, text, weight))]
    return max(found, key=lambda role: role.weight, default=None)


def _is_office_before(title: Tokens, beside: Tokens) -> bool:
    """Say whether a title tells more than what follows: "President Ada Orr, a one-time ally,"."""
    indefinite = bool(beside) and beside[0].text.lower() in {"a", "an"}
    return indefinite and bool(title) and title[-1].tag in NAMING_TAGS


def find_body_role(name: Name, text: str) -> Role | None:
    """Return what the words beside a body's name say that it is: "a conservation group"."""
    title = _title(name)
    told = bool(title) and (_names_a_body(title[-1]) or title[-1].text.lower() in EITHER)
    readings = (
        (_apposition(name), 5),
        (_introduced(name), 5),
        (_so_called(name), 5),
        (title if told else (), 4),
        (_kind_of_body(name), 2),
    )
    found = [role for tokens, weight in readings if (role := _role(tokens, text, weight))]
    return max(found, key=lambda role: role.weight, default=None)


def _names_a_body(token: Token) -> bool:
    return lemma(token.text, token.tag).lower() in ORGANISATIONS


def _role(tokens: Tokens, text: str, weight: int) -> Role | None:
    """Return tokens as a role, without leading articles, pronouns and forms of address."""
    first, last = 0, len(tokens)
    while first < last and (
        tokens[first].tag in {"DT", "PRP$", ",", "CC", "POS", "``", "RB"}
        or names.fold(tokens[first].text) in FORMS_OF_ADDRESS
    ):
        first += 1
    while first < last and (
        tokens[last - 1].tag in {",", ":", ".", "POS", "''", "CC", "IN", "DT"}
        or (last - first > 1 and _is_closing_form(tokens, last - 1))
    ):
        last -= 1
    if first == last:
        return None
    span = Span(tokens[first].start, tokens[last - 1].end)
    return Role(" ".join(text[span.start : span.end].split()), span, weight)


def _is_closing_form(tokens: Tokens, at: int) -> bool:
    """Say whether a word behind a role is the name's: "spokesman Col.", not "first lady"."""
    word, before = tokens[at], tokens[at - 1]
    if before.tag == "NN" and word.text[:1].isupper() and names_people(before):
        return names.fold(word.text) in names.HONORIFICS
    # A first lady is one by role, and in capitals "MS" is a member of the Senedd.
    own = before.text.lower() == "first" or word.text.isupper()
    return names.fold(word.text) in CLOSING_FORMS and not own


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


def _apposition(name: Name) -> Tokens:
    """Read ", the White House national security communications adviser,"."""
    after = _after(name)
    phrase, noun = _noun_phrase(after)
    if noun is None or not (names_people(noun) or _is_one_of_a_kind(phrase, noun)):
        return ()
    if phrase[0].tag == "VBG" or noun.tag == "NNS":
        return ()  # ", quoting a prosecutor", ", people close to it said"
    rest = after[len(phrase) :]
    if rest and rest[0].text.lower() not in LINKS:
        return phrase
    if _introduces_another(name, after):
        return ()
    if _names_a_body(noun) and len(after) <= LONGEST_ROLE:
        return after
    clause = {"WP", "WP$", "WDT", "MD", "VBD", "VBZ", "VBP"}
    relative = next((i for i, t in enumerate(rest) if t.tag in clause), len(rest))
    return [*phrase, *rest[:relative]]


def _introduces_another(name: Name, after: Tokens) -> bool:
    """Say whether a phrase is the title of whom it leads to: ", the head of state Bo Lim left"."""
    inside = range(after[0].index, after[-1].index + 1)
    people = (e for e in name.sentence.entities if e.type == "PERSON" and e.first in inside)
    tokens = name.sentence.tokens
    return any(
        t and t[0].index <= after[1].index for e in people if (t := described(tokens, e.first))
    )


def _is_one_of_a_kind(phrase: Tokens, noun: Token) -> bool:
    """Say whether a phrase is "a grower": whatever that is, the person before it is one."""
    return phrase[0].text.lower() in {"a", "an"} and noun.tag == "NN"


def _kind_of_body(name: Name) -> Tokens:
    """Read ", a conservation group," and ", the Danish maker of the vaccine,"."""
    after = _after(name)
    phrase, noun = _noun_phrase(after)
    determined = bool(phrase) and (phrase[0].tag == "DT" or any(t.tag == "POS" for t in phrase))
    if noun is None or not determined or not _names_a_body(noun):
        return ()
    rest = after[len(phrase) :]
    linked = bool(rest) and rest[0].text.lower() == "of" and len(after) <= LONGEST_ROLE
    return after if linked else phrase


def is_called_a_body(name: Name) -> bool:
    """Say whether the words around a name say that it is a body's: "a group calling itself"."""
    told = (_so_called(name), _introduced(name))
    bodies = (t for t in told if t and not any(w.text in {"of", "for"} for w in t))
    return bool(_kind_of_body(name)) or any(_names_a_body(t[-1]) for t in bodies)


def _introduced(name: Name) -> Tokens:
    """Read "its managing director, Sheikh Rafiqul Islam," where the name is the apposition."""
    tokens = name.sentence.tokens
    start = name.first
    while start > 0 and names.fold(tokens[start - 1].text) in names.HONORIFICS:
        start -= 1
    if start < 2 or tokens[start - 1].text not in {",", "–", "—"}:
        return ()
    closed = name.last < len(tokens) and tokens[name.last].text in {",", "–", "—", ".", ";"}
    if not closed and name.head.label != "appos":
        return ()
    if tokens[start - 2].tag == "NNS":
        return ()  # "two drivers, Ada Orr and Bo Lim"
    return described(tokens, start - 1) or _post(tokens, start - 1)


def _post(tokens: Tokens, end: int) -> Tokens:
    """Return "the reeve" before a comma and a name, where it opens a clause."""
    first = end
    while first > 0 and tokens[first - 1].tag in NOMINAL_TAGS:
        first -= 1
    if first in {0, end} or tokens[first - 1].tag not in {"DT", "PRP$"}:
        return ()
    opens = first == 1 or tokens[first - 2].text in STOPS or tokens[first - 2].text == "'"
    return tokens[first:end] if opens and tokens[end - 1].tag == "NN" else ()


def _title(name: Name) -> Tokens:
    """Read the words before a name: "U.S. Secretary of State Antony Blinken"."""
    found = described(name.sentence.tokens, name.first)
    people = {e.last for e in name.sentence.entities if e.type == "PERSON"}
    listed = [n for n, t in enumerate(found) if t.tag == "CC" and t.index in people]
    found = found[listed[-1] + 1 :] if listed else found  # "Ada Orr and Halm mayor Bo Lim"
    return () if _only_ranks(found) else found


def _rank(name: Name) -> Tokens:
    """Read "General" and the like, which say little."""
    found = described(name.sentence.tokens, name.first)
    return found if _only_ranks(found) else ()


def _only_ranks(tokens: Tokens) -> bool:
    words = [names.fold(t.text.strip("().,")) for t in tokens if t.text[:1].isalnum()]
    return all(word in names.HONORIFICS for word in words)


def _so_called(name: Name) -> Tokens:
    """Read "a skipper known only as Josefa", "a commander who calls himself Mateo"."""
    sentence = name.sentence
    verb = sentence.head(name.head)
    if verb is None or lemma(verb.text, verb.tag) not in NAMING_VERBS:
        return ()
    noun = sentence.head(verb)
    if noun is None or not verb.label.startswith("acl"):
        return ()
    if not (names_people(noun) or _names_a_body(noun)):
        return ()
    inside = {t.index for t in sentence.subtree(verb)}
    return [t for t in sentence.subtree(noun) if t.index not in inside and t.index < name.first]


def _relative_clause(name: Name) -> Tokens:
    """Read ", who runs the district relief cell,": only what someone does as a rule."""
    after = _after(name)
    if len(after) < 3 or after[0].text.lower() != "who" or after[1].tag != "VBZ":
        return ()  # "Halm Town, who play in League Two": a club
    verb = lemma(after[1].text, after[1].tag)
    if verb in PASSING or (verb == "be" and after[2].tag in {"VBG", "VBN"}):
        return ()
    clause = after[2:] if verb == "be" else after[1:]
    negated = any(t.text.lower() in {"not", "n't", "n’t"} for t in clause)
    return () if negated or clause[-1].tag == "PRP" else clause[:LONGEST_ROLE]


def _copula(name: Name) -> Tokens:
    """Read "Khan is the chairman of the board"."""
    sentence: Sentence = name.sentence
    noun = sentence.head(name.head)
    if name.head.label != "nsubj" or noun is None or not noun.tag.startswith("NN"):
        return ()
    copula = sentence.child(noun, "cop")
    if copula is None or not names_people(noun) or copula.index < name.last:
        return ()
    if any(t.tag == "MD" for t in sentence.children(noun, "aux")):
        return ()  # "would be a fine leader"
    if any(t.tag in {"``", "''"} for t in sentence.tokens[name.last : noun.index]):
        return ()  # He is "the author of this crime": that is what one is called
    below = [t for t in sentence.subtree(noun) if t.index > copula.index]
    end = next(
        (t.index for t in below if t.index > noun.index and t.text in STOPS), below[-1].index + 1
    )
    return [t for t in below if t.index < end][:LONGEST_ROLE]


def _agency(name: Name) -> Tokens:
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
    town = whole is not None and whole.type == "LOC" and phrase[0].tag != "DT"
    return () if town else rest[:end]
