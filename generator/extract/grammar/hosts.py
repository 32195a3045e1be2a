"""A verb of saying put beside a clause -> the clause that it says: `The road is open, he said`."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.grammar.holders import agent, base_form, own_speaker, speaks
from generator.extract.words import speech_verbs as words
from generator.language.tree import Sentence, Token

_WHEN = frozenset({"after", "because", "before", "since", "when", "while"})


def host_clause(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the clause that `he said` is put beside: `The road is open, he said`."""
    above, puts = sentence.head(verb), puts_it(sentence, verb)
    taken = (c for c in sentence.children(verb, "ccomp", "xcomp") if not tells_when(sentence, c))
    if above is None or next(taken, None) is not None:
        return ()
    if _has_object(sentence, verb) and not puts:
        return ()
    first = sentence.subtree(verb)[0]
    parted = first.text == ";" or sentence.tokens[first.index - 1].text == ";"
    beside = verb.label == "parataxis" and not parted
    if beside and above.tag.startswith("NN") and not sentence.child(above, "cop"):
        above = sentence.clause(above)
    as_said = verb.label == "advcl" and marker(sentence, verb) == "as"
    if as_said and not puts and base_form(verb) not in words.STATING:
        return ()
    if not beside and not as_said:
        return ()
    if own_speaker(sentence, verb) is None and not (as_said and agent(sentence, verb)):
        return ()  # `failed as predicted`
    said_if = [t for c in sentence.children(verb, "advcl") for t in _condition(sentence, verb, c)]
    own = without(sentence.subtree(verb), said_if)
    left_out = [*own, *_more_said(sentence, above, verb)]
    return without(sentence.subtree(above), left_out)


def tells_when(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a clause is none that one says: `…, he said, hours after they had left`."""
    return marker(sentence, clause) in _WHEN


def _condition(sentence: Sentence, verb: Token, clause: Token) -> tuple[Token, ...]:
    """Return a condition of what is said that the parse hung on the saying: `, he said, if …`."""
    tokens = sentence.subtree(clause)
    behind = tokens[0].index > verb.index and sentence.tokens[verb.index + 1].text == ","
    return tokens if behind and marker(sentence, clause) in {"if", "unless"} else ()


def puts_it(sentence: Sentence, verb: Token) -> bool:
    """Recognise `as the memo put it`."""
    it = sentence.child(verb, "obj")
    said = it is not None and it.text == "it" and marker(sentence, verb) == "as"
    return said and base_form(verb) == "put"


def _has_object(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb has an object, which its speaker behind it may be taken for."""
    object_ = sentence.child(verb, "obj")
    speaker = own_speaker(sentence, verb)
    if object_ is None or speaker is None:
        return object_ is not None
    return not verb.index < object_.index <= speaker.index


def _more_said(sentence: Sentence, host: Token, verb: Token) -> list[Token]:
    """Return what a second verb of saying adds: `…, he said, adding that`."""
    later = (t for t in sentence.children(host, "advcl", "parataxis", "conj") if t is not verb)
    return [t for head in later if speaks(head) for t in sentence.subtree(head)]


def marker(sentence: Sentence, verb: Token) -> str:
    """Return the word that opens a clause: `that`, `to`, `as`; empty where there is none."""
    mark = sentence.child(verb, "mark")
    return mark.text.lower() if mark else ""


def without(tokens: tuple[Token, ...], left_out: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens but for some."""
    taken = {token.index for token in left_out}
    return tuple(token for token in tokens if token.index not in taken)
