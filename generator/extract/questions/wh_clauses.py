"""A wh-word of a sentence to the clause that it opens, if that is a question inside it."""

from __future__ import annotations

from generator.extract.grammar.clauses import WH_TAGS
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.point import has_case
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.withheld import is_none, is_withheld
from generator.extract.words.answers import (
    ASKED_NOUNS,
    DOUBTS,
    PUZZLED,
    SAYING,
    SETTLED,
    SILENT,
    UNCLEAR,
)
from generator.extract.words.asides import SUBJECTS
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

_IN_WH_PHRASE = frozenset({"advmod", "amod", "det"})
_LOOSE = frozenset({"root", "advmod", "mark"})
_NEAR = 4
"""Words within which "silent, as yet, on whether" finds what governs it."""
_BETWEEN = frozenset(
    "is was are were remains remained exactly just precisely yet now still also then".split()
)
_TELLING = frozenset({"tell", "ask", "inform"})
ABOUT = frozenset({"over", "about", "on", "to", "of"})
"""What leads from a noun to the question that it is about."""


def is_raised(sentence: Sentence, doubt: Token, word: Token) -> bool:
    """Tell whether a subject is what a clause tells about: "doubts remain over whether"."""
    about = sentence.tokens[word.index - 1].text.lower() in ABOUT
    return doubt.text.lower() in DOUBTS and doubt.index < word.index and about


def word_before(sentence: Sentence, word: Token) -> Token | None:
    """Return the noun or state right before a question, its preposition aside: "no clue as to"."""
    for near in reversed(sentence.tokens[max(0, word.index - _NEAR) : word.index]):
        low = near.text.lower()
        asked = low in ASKED_NOUNS and not near.tag.startswith("VB")
        states = UNCLEAR | SETTLED | SILENT | PUZZLED | {"open"}
        if asked or (low in states and near.tag in {"JJ", "VBN", "RB"}):
            return near
        if near.tag not in {"IN", "TO"} and low not in _BETWEEN:
            return None
    return None


def asks(sentence: Sentence, head: Token) -> Token | None:
    """Return the "whether" or wh-word that makes a clause a question."""
    marks = [t for t in sentence.children(head, "mark") if t.text.lower() in {"whether", "if"}]
    direct = (t for t in sentence.children(head) if _is_wh(t))
    inside = (t for t in sentence.subtree(head) if _is_wh(t) and sentence.clause(t) is head)
    return next((t for t in (*marks, *direct, *inside) if t.index < head.index), None)


def is_asked(sentence: Sentence, head: Token) -> bool:
    """Tell whether a clause is a question inside a sentence: "asked how Reis could turn back"."""
    return not head.label.startswith("acl:relcl") and asks(sentence, head) is not None


def _is_wh(token: Token) -> bool:
    return token.tag in WH_TAGS and token.text.lower() != "that"


def wh_clause(sentence: Sentence, word: Token) -> Token | None:
    """Return the predicate of the clause that a wh-word opens, if that is an embedded question."""
    inverted = _is_inverted(sentence, word)
    who, be, to = (*sentence.tokens[word.index + 1 : word.index + 4], *[word] * 3)[:3]
    if who.tag == "PRP" and verb_of(be) == "be" and to.tag == "TO":
        return next_verb(sentence, to)  # "wonder where they are to go"
    if who.text.lower() in {"long", "far", "often"} and be.tag == "TO":
        return next_verb(sentence, be)  # "how long to keep the road shut"
    if relative := _related(sentence, word):
        loose = word.label in _LOOSE and not _comes_after(sentence, word, word.head)
        return relative if is_first(sentence, word) or inverted or not loose else None
    head = sentence.clause(word)
    above = sentence.head(head)
    if head.label == "xcomp" and above is not None and word.index < above.index:
        head = above  # "what it intends to do"
    if sentence.child(head, "mark") and sentence.children(head, "mark")[0].index < word.index:
        about = sentence.children(head, "mark")[0].text.lower()
        if about not in {"about", "on", "over", "of", "as", "into", "to"}:
            return None
    if head.tag == "VBN" and not sentence.children(head, "aux", "aux:pass", *SUBJECTS):
        return None  # "when asked"
    return head if inverted or _is_embedded(sentence, head, word) else None


def _related(sentence: Sentence, word: Token) -> Token | None:
    """Return the clause that the parse made a relative one of a wh-word or its noun."""
    noun = word
    while (
        is_first(sentence, word) and noun.index < word.index + _NEAR and noun.label in _IN_WH_PHRASE
    ):
        noun = sentence.tokens[noun.head]  # "How many jobs will go has not been announced"
    if noun.text.lower() in {"many", "much"}:
        noun = sentence.child(noun, "nmod") or noun  # "how many of them live here is disputed"
    near = noun.index <= word.index + _NEAR and noun.tag.startswith("NN")
    noun = noun if near else word
    return sentence.child(noun, "acl:relcl", "advcl:relcl")


def _is_inverted(sentence: Sentence, word: Token) -> bool:
    """Recognise "Not yet known is who will command it"."""
    before = sentence.tokens[word.index - 1] if word.index else word
    linked = verb_of(before) in {"be", "remain"}
    return linked and word_before(sentence, word) is not None


def next_verb(sentence: Sentence, word: Token) -> Token | None:
    """Return the predicate after a "whether" that the parse has not tied to it."""
    after = sentence.tokens[word.index + 1 :]
    heads = (t for t in after if t.tag[:2] == "VB" or sentence.child(t, "cop"))
    own = (t for t in heads if not t.label.startswith(("aux", "cop")))
    return next(own, None)


def _is_embedded(sentence: Sentence, head: Token, word: Token) -> bool:
    """Tell whether the clause of a wh-word is a question, not a relative or temporal clause."""
    noun = word_before(sentence, word) if head.label == "advcl" else None
    lacked = noun is not None and is_none(sentence, noun)  # "was given no idea when"
    clausal = head.label in {"ccomp", "csubj", "csubj:pass", "xcomp"}
    if clausal or lacked or word.head == head.head:
        return True
    if head.label == "conj" and (first := asks(sentence, sentence.tokens[head.head])):
        return _is_embedded(sentence, sentence.tokens[head.head], first)
    if any(t.tag == "TO" and t.index == word.index + 1 for t in sentence.children(head, "mark")):
        return True  # "where to build"
    if head.label == "acl:relcl" or (head.label == "acl" and word.tag == "WRB"):
        return _hangs_on_answer(sentence, head, word)
    if head.label == "parataxis":  # "a row has broken out over who should pay"
        doubt = subject_of(sentence, sentence.tokens[head.head])
        return doubt is not None and is_raised(sentence, doubt, word)
    return _is_taken_for_adjunct(sentence, head, word)


def _is_taken_for_adjunct(sentence: Sentence, head: Token, word: Token) -> bool:
    """Recognise "When it began is disputed", "did not say when it began", "divided about how"."""
    if head.label in {"advcl", "advcl:relcl"} and (
        is_first(sentence, word)
        or _comes_after(sentence, word, head.head)
        or _is_put_to(sentence, sentence.tokens[head.head], word)
    ):
        return True
    if head.label not in {"acl", "advcl", "obl", "nmod"}:
        return False
    before = sentence.tokens[word.index - 1].text.lower() if word.index else ""
    governed = sentence.children(head, "case", "mark")
    opens = bool(governed) and sentence.subtree(head)[0].index < word.index
    return opens or before in {"about", "on", "over", "of", "into"}


def _is_put_to(sentence: Sentence, asking: Token, word: Token) -> bool:
    """Recognise "asked by the judge when", "asked the firm how"."""
    asked = (
        sentence.children(asking, "obl:agent", "obj", "iobj") if verb_of(asking) == "ask" else ()
    )
    return any(sentence.subtree(t)[-1].index == word.index - 1 for t in asked)


def _hangs_on_answer(sentence: Sentence, head: Token, word: Token) -> bool:
    """Recognise "had no idea who", "an open question what role"."""
    noun = sentence.tokens[head.head]
    above = sentence.head(noun)
    if is_time(noun) and above is not None and verb_of(above) in SAYING | {"decide"}:
        return word.text.lower() != "when"  # "had not decided by Friday where it would go"
    told = noun.label in {"obj", "iobj"} and above is not None and verb_of(above) in _TELLING
    kept = has_case(sentence, noun, {"to"}) and above is not None and verb_of(above) in SAYING
    if told or (kept and above is not None and is_withheld(sentence, above)):
        return word.tag == "WRB"  # "nobody told the tenants where they would live"
    aside = sentence.tokens[word.index - 1].text == ","  # "since the debate, when he said"
    asked = noun.text.lower() in ASKED_NOUNS and word.text.lower() != "which" and not aside
    return asked and _comes_after(sentence, word, noun.index)


def _comes_after(sentence: Sentence, word: Token, at: int) -> bool:
    """Tell whether a word comes right after another, quotation marks between them aside."""
    words = (t for t in sentence.tokens[at + 1 : word.index] if t.text[:1].isalnum())
    leading = all(t.tag in {"IN", "TO", "RP"} or t.text.lower() == "together" for t in words)
    return at < word.index and leading


def is_first(sentence: Sentence, word: Token) -> bool:
    """Tell whether a wh-word opens its sentence, but for an "exactly" or "just"."""
    return all(t.tag == "RB" for t in sentence.tokens[: word.index])
