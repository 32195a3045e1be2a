"""Questions that sentences hold inside, "when it would leave", to their parts.

The parse of those that open their sentence, "Why it failed is not known", is often wrong: they are
told by the order of words, by the "is" or "remains" between the clause and what is said of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.grammar.clauses import WH_TAGS, verb_group
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.point import verbs
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.wh_clauses import (
    ABOUT,
    asks,
    is_first,
    is_raised,
    next_verb,
    wh_clause,
    word_before,
)
from generator.extract.questions.withheld import is_withheld
from generator.extract.words.answers import (
    ANSWERS,
    ASKED_NOUNS,
    HINGING,
    PUZZLES,
    SAYING,
    SETTLED,
    UNCLEAR,
    WORKING_OUT,
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
_LINKING = frozenset({"be", "remain", "stay"})
_STATES = (
    UNCLEAR
    | SETTLED
    | ASKED_NOUNS
    | PUZZLES
    | frozenset("disputed contested debatable seen matter subject left".split())
)
_ENDING = frozenset({",", ";", ":", "that", "because", "by"})
_NEAR = 6
"""Words within which the state follows its "is"."""


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
            governor = _governor(sentence, head, token)
            front = fronted(sentence, token) if governor is None or not token.index else None
            # The parse made the "depends" behind a clause part of it.
            if front and (governor is None or verb_of(front.state) in HINGING):
                found.append(Embedded(sentence, front.head, token, front.state, front.end))
            elif low == "whether" or is_asked_with_if(sentence, head, token):
                found.append(Embedded(sentence, head, token, governor))
        elif low == "whether":
            if verb := next_verb(sentence, token):
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
    if front is None:
        return [Embedded(sentence, clause, word, governor)] if clause else []
    right = clause is not None and clause.index < front.end
    head = clause if clause and right else front.head
    return [Embedded(sentence, head, word, front.state, front.end)]


def is_asked_with_if(sentence: Sentence, head: Token, mark: Token) -> bool:
    """Tell "has not said if it will" from a condition: the verb of saying stands right before."""
    above = sentence.tokens[head.head]
    even = mark.index and sentence.lower[mark.index - 1] == "even"
    if even or (mark.index < above.index and verb_group(sentence, above).perfect):
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
    return _above(sentence, head, word)


def _above(sentence: Sentence, head: Token, word: Token) -> Token | None:
    """Return the noun or the verb that the parse hangs an embedded clause on."""
    above = sentence.head(head)
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
    if hung:
        return told  # "tell from the footage whether he was armed"
    return _answer_before(sentence, above, word) or above if above else None


def _answer_before(sentence: Sentence, verb: Token, word: Token) -> Token | None:
    """Return "advice" in "is taking advice from the officer on whether she may vote"."""
    noun = sentence.child(verb, "obj")
    told = noun is not None and noun.text.lower() in ANSWERS and noun.index < word.index
    about = sentence.tokens[word.index - 1].text.lower() in ABOUT
    return noun if told and about else None


@dataclass(frozen=True, slots=True)
class Fronted:
    """The parts of "Why it failed is not known"."""

    head: Token
    """The predicate of the question."""
    end: int
    """Where the question ends: the "is"."""
    state: Token
    """What is said of it: "known"."""


def _follows_and(sentence: Sentence, word: Token) -> bool:
    """Tell whether a wh-word opens a second main clause: "…, and how it sank is a puzzle"."""
    before = [t.text.lower() for t in sentence.tokens[: word.index] if t.tag != "RB"]
    return before[-2:] in ([",", "and"], [",", "but"]) or before[-1:] in ([";"], [":"], ["–"])


def fronted(sentence: Sentence, word: Token) -> Fronted | None:
    """Return a question that opens a main clause with what is said of it, if that is a state."""
    if not (is_first(sentence, word) or _follows_and(sentence, word)):
        return None
    for link in sentence.tokens[word.index + 1 :]:
        head = _predicate(sentence, word, link) if _links(sentence, link) else None
        state = _state(sentence, link, head) if head else None
        if head and state:
            return Fronted(head, link.index, state)
    return _nobody_says(sentence, word)


def _nobody_says(sentence: Sentence, word: Token) -> Fronted | None:
    """Return the question in "How long it will hold nobody can say"."""
    for verb in verbs(sentence, SAYING | WORKING_OUT):
        told = sentence.children(verb, "nsubj") if is_withheld(sentence, verb) else ()
        who = next(reversed(told), None)  # the parse may take the "what" for one as well
        start = sentence.subtree(who)[0].index if who else 0
        head = _predicate(sentence, word, sentence.tokens[start]) if start > word.index else None
        behind = sentence.tokens[verb.index + 1 : verb.index + _NEAR]
        if head and any(not t.text[:1].isalnum() for t in behind):
            return Fronted(head, start, verb)
    return None


def _links(sentence: Sentence, word: Token) -> bool:
    """Tell whether a word opens a predicate: "is", "remains", the "has" of "has not been"."""
    after = sentence.tokens[word.index + 1 : word.index + _NEAR]
    helping = verb_of(word) == "have" and any(verb_of(t) == "be" for t in after)
    modal = word.tag == "MD" and any(verb_of(t) in _LINKING for t in after)
    leads = verb_of(word) in _LINKING | HINGING and word.tag in FINITE
    return leads or helping or modal


def _predicate(sentence: Sentence, word: Token, link: Token) -> Token | None:
    """Return the predicate of the clause between a wh-word and an "is", if there is one."""
    inside = sentence.tokens[word.index + 1 : link.index]
    linked = [t for t in inside if sentence.child(t, "cop")]
    full = [t for t in inside if t.tag.startswith("VB") and not _helps(t)]
    verbs = [t for t in full if t.tag != "VBG" or sentence.child(t, "aux")]
    finite = [t for t in full if t.tag in FINITE]
    verbs = [t for t in verbs if not _is_relative(sentence, t)] or verbs
    own = [t for t in verbs if any(c.index >= word.index for c in sentence.children(t, "nsubj"))]
    alone = [word for t in inside[-1:] if verb_of(t) == "be"]  # "where they are"
    alone = alone or [t for t in inside[:1] if verb_of(t) == "do"]  # "who did so"
    return next(iter((*own, *linked, *verbs, *finite, *alone)), None)


def _is_relative(sentence: Sentence, verb: Token) -> bool:
    """Tell "was new" from "gave" in "why a beam that was new gave way"."""
    subjects = sentence.children(verb, "nsubj", "nsubj:pass")
    return any(t.tag in {"WDT", "WP"} and t.index < verb.index for t in subjects)


def _helps(verb: Token) -> bool:
    """Tell whether a verb only helps another: a "spreads" is none, whatever the parse says."""
    helping = verb_of(verb) in _LINKING | {"have", "do", "get"}
    return helping and verb.label.startswith(("aux", "cop"))


def _is_done(token: Token) -> bool:
    return token.tag == "VBN" and verb_of(token) != "be"


def _state(sentence: Sentence, link: Token, head: Token) -> Token | None:
    """Return the state right behind an "is": "known", "an open question", "anyone's guess"."""
    if verb_of(link) in HINGING:
        odd = sentence.lower[: link.index].count(",") % 2  # "when he left, it depended on"
        on = sentence.lower[link.index + 1 : link.index + 2]
        return link if on and on[0] in {"on", "upon", "with"} and not odd else None
    behind = sentence.tokens[link.index + 1 : link.index + 1 + _NEAR]
    denied = any(t.text.lower() in {"not", "n't", "never", "yet"} for t in behind)
    for token in behind:
        if token.tag in FINITE or token.text.lower() in _ENDING:
            return None
        if token.text.lower() in _STATES or (denied and _is_done(token)):
            bare = token.head == head.index and sentence.child(token, "mark") is None
            aside = token.label.startswith("acl") or (token.label == "advcl" and not bare)
            return None if aside else token  # "when he said that years were named, she left"
    return None
