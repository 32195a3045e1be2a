"""A wh-word in a parse -> the words that move with it to the head of a question."""

from __future__ import annotations

from generator.extract.grammar.trimming import subject_of
from generator.language.morphology import FINITE_OR_MODAL
from generator.language.tree import Sentence, Token

_ALONE = frozenset({"why", "when"})
_NOMINAL = frozenset("JJ JJR NN NNS NNP NNPS CD IN HYPH POS".split())
_LARGEST_GAP = 2
"""Places between two words of a wh-phrase: one for a comma or a mark."""


def verb_follows(sentence: Sentence, head: Token, opening: tuple[Token, ...]) -> bool:
    """Tell whether the verb comes right after the wh-words, which are then its subject."""
    if not opening or (len(opening) == 1 and opening[0].tag == "WRB") or head in opening:
        return False
    at = opening[-1].index + 1
    after = sentence.tokens[at] if at < len(sentence.tokens) else None
    finite = after is not None and after.tag in FINITE_OR_MODAL
    return finite and after is not None and (after is head or after.head == head.index)


def _counted(sentence: Sentence, word: Token) -> tuple[Token, ...]:
    """Return "how many people" whole, whatever the parse has hung where."""
    words = [word]
    for token in sentence.tokens[word.index + 1 :]:
        after_of = words[-1].tag == "IN" and token.tag in {"DT", "PRP$"}
        if not (after_of or token.tag in _NOMINAL) or _is_who_does(sentence, token, words):
            break
        words.append(token)
    return tuple(words[:-1] if words[-1].text == "of" else words)  # "how many of them"


def _is_who_does(sentence: Sentence, token: Token, before: list[Token]) -> bool:
    """Tell whether a name is who pays in "how much Reis must pay", not what is counted."""
    own = token.tag.startswith("NNP") and token.label.startswith("nsubj")
    return own and not any(sentence.head(t) is token for t in before)


def wh_phrase(sentence: Sentence, head: Token, word: Token) -> tuple[Token, ...]:
    """Return the words that move with a wh-word: "how many people", "in which city"."""
    if sentence.head(head) is word:
        return (word,)
    if measured := _measured(sentence, head, word):
        return measured
    noun = sentence.tokens[head.head]
    related = head.label == "acl:relcl" and word.text.lower() not in _ALONE
    if related and word.index < noun.index < head.index:
        return sentence.tokens[word.index : noun.index + 1]  # "What penalty it might face is open"
    top = word
    while top.head >= 0 and top is not head and top.head != head.index:
        top = sentence.tokens[top.head]
    if top is head:
        return _up_to_subject(sentence, head, word)
    if top.head < 0 or top.index > head.index:
        return (word,)  # hung outside its clause by mistake, or "what it intends to do"
    run = [t for t in sentence.subtree(top) if t.text not in {",", "“", "”", '"'}]
    given = word.text.lower() == "what" and word.label == "obj"  # "drawn on what it would do"
    if given or word.text.lower() in _ALONE:  # "would not be drawn on when", "when or by whom"
        joined = {t for c in sentence.children(word, "conj") for t in sentence.subtree(c)}
        run = [t for t in run if t.index >= word.index and t not in joined]
    return tuple(t for t, before in zip(run, [None, *run], strict=False) if _joins(before, t))


def _joins(before: Token | None, token: Token) -> bool:
    """Tell whether a word stands next to the one before: not "from" in "where it came from"."""
    return before is None or token.index - before.index <= _LARGEST_GAP


def _measured(sentence: Sentence, head: Token, how: Token) -> tuple[Token, ...]:
    """Return "how" with what it measures, or "which of the two" whole."""
    after = next(iter(sentence.tokens[how.index + 1 : how.index + 2]), None)
    if after is not None and after.text.lower() == "of":
        return _counted(sentence, how)
    if after is None or how.text.lower() != "how":
        return ()
    if after.text.lower() in {"many", "much"}:
        return _counted(sentence, how)
    own = after is head or (how.head == after.index and after.label != "amod")
    if own and after.tag in {"JJ", "RB"}:
        return (how, after)  # "how hot the fires were", "how long it will last"
    plural = after.label == "amod" and sentence.tokens[after.head].tag == "NNS"
    return (how,) if plural else ()  # "how modern cities would cope"


def _up_to_subject(sentence: Sentence, head: Token, word: Token) -> tuple[Token, ...]:
    """Return the words from a wh-word to its predicate's subject, or to the predicate."""
    subject = subject_of(sentence, head)
    start = sentence.subtree(subject)[0].index if subject else head.index
    end = start if start > head.index else head.index + 1
    return tuple(t for t in sentence.subtree(head) if word.index <= t.index < end)
