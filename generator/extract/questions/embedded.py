"""Questions that sentences hold inside, "when it would leave", to direct ones."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.grammar.clauses import WH_TAGS
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.point import SETTLED, UNCLEAR
from generator.extract.questions.question_grammar import verb_of
from generator.language.tree import Sentence, Token

_LOOSE = frozenset({"root", "advmod", "mark"})
ASKED_NOUNS = frozenset(
    "decision question questions doubt doubts dispute debate uncertainty clarity word speculation"
    " ruling vote answer details detail information row talks indication judgment verdict"
    " inquiry investigation probe advice idea clue".split()
)
"""Nouns that a "whether" or "when" may hang on."""


_INQUIRIES = frozenset({"inquiry", "inquiries", "investigation", "investigations", "probe"})
_REACH = 7
"""Words within which "an inquiry in November into whether" finds its noun."""
_FINITE = frozenset({"VBZ", "VBD", "VBP"})
_NAMING = frozenset("call describe term dub label brand deem characterise characterize".split())
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


def embedded_questions(sentence: Sentence) -> list[Embedded]:
    """Return the whether- and wh-clauses that a sentence holds, outside relative clauses."""
    found = []
    for token in sentence.tokens[:-1]:
        low = token.text.lower()
        if token.label == "mark" and low in {"whether", "if"}:
            head = _marked(sentence, token)
            doubted = sentence.tokens[head.head].text.lower() in UNCLEAR | SETTLED
            asked = verb_of(sentence.tokens[head.head]) == "ask"
            if (
                low == "whether"
                or doubted
                or asked
                or head.label in {"ccomp", "csubj", "csubj:pass"}
            ):
                found.append(Embedded(sentence, head, token, _governor(sentence, head, token)))
        elif low == "whether":
            verb = _next_verb(sentence, token)
            if verb:
                found.append(Embedded(sentence, verb, token, _governor(sentence, token, token)))
        elif token.tag in WH_TAGS and low not in {"that", "whereby"}:
            clause = _wh_clause(sentence, token)
            if clause and clause.index >= token.index and not _is_called(sentence, token, clause):
                found.append(Embedded(sentence, clause, token, _governor(sentence, clause, token)))
    return found


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
    subject = sentence.child(head, "nsubj", "csubj")
    if after.tag == "TO":
        return head
    if subject is None and not sentence.child(head, "nsubj:pass", "expl"):
        between = sentence.tokens[mark.index + 1 : head.index]
        asked = (t for t in between if t.tag in _FINITE and subject_of(sentence, t))
        return next(asked, head)  # "show whether it resists drugs are expected"
    if subject is None or subject.tag not in {"VBZ", "VBD", "VBP"} or subject.index < mark.index:
        return head
    return subject if sentence.child(subject, "nsubj") else head


def _governor(sentence: Sentence, head: Token, word: Token) -> Token | None:
    """Return the word that an embedded clause depends on, the noun before it where there is one."""
    for near in reversed(sentence.tokens[max(0, word.index - _REACH) : word.index]):
        if near.text.lower() in _INQUIRIES and sentence.tokens[word.index - 1].text == "into":
            return near
    for near in reversed(sentence.tokens[max(0, word.index - 2) : word.index]):
        if near.text.lower() in ASKED_NOUNS:
            return near
        if near.tag != "IN":
            break
    above = sentence.head(head)
    if above and head.label == "conj" and asks(sentence, above):
        return _governor(sentence, above, asks(sentence, above) or word)
    if above and above.tag in WH_TAGS:
        return sentence.head(above)
    return above


def asks(sentence: Sentence, head: Token) -> Token | None:
    """Return the "whether" or wh-word that makes a clause a question."""
    marks = [t for t in sentence.children(head, "mark") if t.text.lower() in {"whether", "if"}]
    return next((t for t in (*marks, *sentence.children(head)) if t in marks or _is_wh(t)), None)


def _is_wh(token: Token) -> bool:
    return token.tag in WH_TAGS and token.text.lower() != "that"


def _wh_clause(sentence: Sentence, word: Token) -> Token | None:
    """Return the predicate of the clause that a wh-word opens, if that is an embedded question."""
    relative = sentence.child(word, "acl:relcl", "advcl:relcl")
    if relative:
        return relative if word.index == 0 or word.label not in _LOOSE else None
    if _asked_about(sentence, word):
        return _next_verb(sentence, word)
    head = _clause_of_first(sentence, word) or sentence.clause(word)
    above = sentence.head(head)
    if head.label == "xcomp" and above is not None and word.index < above.index:
        head = above  # "what it intends to do"
    if sentence.child(head, "mark") and sentence.children(head, "mark")[0].index < word.index:
        about = sentence.children(head, "mark")[0].text.lower()
        if about not in {"about", "on", "over", "of", "as", "into", "to"}:
            return None
    return head if _is_embedded(sentence, head, word) else None


def _asked_about(sentence: Sentence, word: Token) -> bool:
    """Tell whether a wh-word follows "word on", "questions about", and hangs elsewhere."""
    before = sentence.tokens[max(0, word.index - 2) : word.index]
    noun = len(before) > 1 and before[0].text.lower() in ASKED_NOUNS and before[1].tag == "IN"
    return noun and word.tag == "WRB" and word.head < before[0].index


def _next_verb(sentence: Sentence, word: Token) -> Token | None:
    """Return the predicate after a "whether" that the parse has not tied to it."""
    after = sentence.tokens[word.index + 1 :]
    return next((t for t in after if t.tag.startswith("VB") and "aux" not in t.label), None)


def _clause_of_first(sentence: Sentence, word: Token) -> Token | None:
    """Return the clause before the verb that a first "when" was hung on by mistake."""
    governor = sentence.head(word)
    if word.index or governor is None:
        return None
    clauses = sentence.children(governor, "advcl", "csubj", "csubj:pass", "nsubj")
    return next((c for c in clauses if c.index < governor.index and c.tag.startswith("VB")), None)


def _is_embedded(sentence: Sentence, head: Token, word: Token) -> bool:
    """Tell whether the clause of a wh-word is a question, not a relative or temporal clause."""
    if head.label in {"ccomp", "csubj", "csubj:pass", "xcomp"} or word.head == head.head:
        return True
    if head.label == "conj" and (first := asks(sentence, sentence.tokens[head.head])):
        return _is_embedded(sentence, sentence.tokens[head.head], first)
    if any(t.tag == "TO" and t.index == word.index + 1 for t in sentence.children(head, "mark")):
        return True  # "where to build"
    if head.label == "advcl" and (word.index == 0 or _comes_after(sentence, word, head.head)):
        return True  # "When it began is disputed", "did not say when": taken for an adjunct
    if head.label not in {"acl", "advcl", "obl", "nmod"}:
        return False
    before = sentence.tokens[word.index - 1].text.lower() if word.index else ""
    governed = sentence.children(head, "case", "mark")
    opens = bool(governed) and sentence.subtree(head)[0].index < word.index
    return opens or before in {"about", "on", "over", "of"}


def _comes_after(sentence: Sentence, word: Token, at: int) -> bool:
    """Tell whether a word comes right after another, quotation marks between them aside."""
    between = sentence.tokens[at + 1 : word.index]
    return at < word.index and not any(t.text[:1].isalnum() for t in between)
