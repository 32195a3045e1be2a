"""Questions that sentences hold inside, "when it would leave", to direct ones."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.grammar.clauses import WH_TAGS, verb_group
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.fronted import fronted, is_first
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.wh_clauses import (
    asks,
    is_raised,
    next_verb,
    wh_clause,
    word_before,
)
from generator.extract.questions.withheld import is_withheld
from generator.extract.words.answers import (
    SAYING,
    SETTLED,
    UNCLEAR,
)
from generator.extract.words.times import is_time
from generator.language.morphology import FINITE
from generator.language.tree import Sentence, Token

_INQUIRIES = frozenset({"inquiry", "inquiries", "investigation", "investigations", "probe"})
_REACH = 7
"""Words within which "an inquiry in November into whether" finds its noun."""
_NAMING = frozenset("call describe term dub label brand deem characterise characterize".split())
_RAISING = frozenset(
    "be remain grow arise break surround continue swirl mount persist linger exist rage".split()
)
"""What doubts do: "a row has broken out over who", not "the debate changed minds about who"."""
_SAYING = frozenset({"say", "believe", "claim", "think", "suspect", "hope"})


@dataclass(frozen=True, slots=True)
class Embedded:
    """A question inside a sentence: "when its next convoy would leave"."""

    sentence: Sentence
    head: Token
    """The predicate of the embedded clause."""
    word: Token
    """"whether", "if" or the wh-word."""
    governor: Token | None
    """What the clause depends on: "say", "unclear", "decision"."""
    end: int | None = None
    """Where the clause ends, if a state follows it: "why it failed is not known"."""


def embedded_questions(sentence: Sentence) -> list[Embedded]:
    """Return the whether- and wh-clauses that a sentence holds, outside relative clauses."""
    found = []
    for token in sentence.tokens[:-1]:
        low = token.text.lower()
        if token.label == "mark" and low in {"whether", "if"}:
            head = _marked(sentence, token)
            if low == "whether" or is_asked_with_if(sentence, head, token):
                found.append(Embedded(sentence, head, token, _governor(sentence, head, token)))
        elif low == "whether":
            verb = next_verb(sentence, token)
            if verb:
                found.append(Embedded(sentence, verb, token, _governor(sentence, token, token)))
        elif token.tag in WH_TAGS and low not in {"that", "whereby"}:
            found += _of_wh_word(sentence, token)
    return found


def _of_wh_word(sentence: Sentence, word: Token) -> list[Embedded]:
    """Return the question that a wh-word opens, by the order of words where the parse fails."""
    clause = wh_clause(sentence, word)
    if clause and (clause.index < word.index or _is_called(sentence, word, clause)):
        return []
    governor = _governor(sentence, clause, word) if clause else None
    front = fronted(sentence, word)
    if front is None and clause is None:
        return []
    if front is None:
        return [Embedded(sentence, clause, word, governor)] if clause else []
    right = clause is not None and clause.index < front.end
    head = clause if clause and right else front.head
    return [Embedded(sentence, head, word, front.state, front.end)]


def is_asked_with_if(sentence: Sentence, head: Token, mark: Token) -> bool:
    """Tell "has not said if it will" from a condition: the verb of saying stands right before."""
    above = sentence.tokens[head.head]
    if mark.index < above.index and verb_group(sentence, above).perfect:
        return False  # "if tourists had come, they would have found only policemen"
    unsettled = above.text.lower() in SETTLED and is_withheld(sentence, above)
    asks_it = above.text.lower() in UNCLEAR or unsettled or verb_of(above) == "ask"
    done = sentence.child(above, "aux:pass") and not is_withheld(sentence, above)
    telling = verb_of(above) in SAYING | {"find"} and not done  # "may be named after her if"
    next_to = telling and _is_next_to(sentence, above, mark)
    joined = head.label == "conj" and asks(sentence, above) is not None
    return asks_it or next_to or joined or head.label in {"ccomp", "csubj", "csubj:pass"}


def _is_next_to(sentence: Sentence, verb: Token, mark: Token) -> bool:
    """Tell whether nothing but a particle or a time is between: "know by Friday if"."""
    below = [t for t in sentence.children(verb) if verb.index < t.index < mark.index]
    plain = all(t.label == "compound:prt" or is_time(t) or t.tag == "NNP" for t in below)
    return verb.index < mark.index and plain and (bool(below) or verb.index == mark.index - 1)


def _is_called(sentence: Sentence, word: Token, clause: Token) -> bool:
    """Tell whether a "what" is a thing by another name: "what he called market rumours"."""
    if word.text.lower() != "what":
        return False
    told = (*sentence.children(clause, "obj", "xcomp", "ccomp", "obl"),)
    told = tuple(t for t in told if t is not word and t.index > clause.index)
    if verb_of(clause) in _SAYING:
        return any(t.label == "ccomp" for t in told)
    return verb_of(clause) in _NAMING and bool(told)


def _marked(sentence: Sentence, mark: Token) -> Token:
    """Return the predicate behind a "whether", also where the parse took it for a subject."""
    after = next(iter(sentence.tokens[mark.index + 1 :]), mark)
    head = sentence.tokens[after.head if after.tag == "TO" else mark.head]
    if after.tag == "TO" or sentence.child(head, "nsubj", "csubj", "nsubj:pass", "expl"):
        return head
    between = sentence.tokens[mark.index + 1 : head.index]
    finite = (t for t in between if t.tag in FINITE and not t.label.startswith("acl"))
    asked = (t for t in finite if subject_of(sentence, t))
    return next(asked, head)  # "show whether it resists drugs are expected"


def _governor(sentence: Sentence, head: Token, word: Token) -> Token | None:
    """Return the word that an embedded clause depends on, the noun before it where there is one."""
    for near in reversed(sentence.tokens[max(0, word.index - _REACH) : word.index]):
        if near.text.lower() in _INQUIRIES and sentence.tokens[word.index - 1].text == "into":
            return near
    if (state := word_before(sentence, word)) is not None:
        return state
    if sentence.lower[max(0, word.index - 2) : word.index] == ("but", "not"):
        path = sentence.path_to_root(head)  # "said that they were welcome, but not whether"
        return next((t for t in path if t is not head and verb_of(t) in SAYING), None)
    above = sentence.head(head)
    hung = above is not None and above.label == "conj" and above.tag in WH_TAGS
    joined = above if above is not None and hung else head
    first = sentence.head(joined) if joined.label == "conj" else None  # "who or what was hit"
    if first and (asked := asks(sentence, first)):
        return _governor(sentence, first, asked)
    opens = above is not None and head.label == "acl:relcl" and is_first(sentence, word)
    while above and (above.tag in WH_TAGS or (opens and above.index < head.index)):
        above = sentence.head(above)
    doubt = sentence.child(above, "nsubj", "nsubj:pass") if above else None
    raised = above is not None and verb_of(above) in _RAISING
    if doubt and (raised or word.index < doubt.index) and is_raised(sentence, doubt, word):
        return doubt
    told = sentence.head(above) if above and above.tag.startswith("NN") else None
    hung = (
        head.label.startswith("acl") and told is not None and verb_of(told) in SAYING | {"decide"}
    )
    return told if hung else above  # "tell from the footage whether he was armed"
