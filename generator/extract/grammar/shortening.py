"""A phrase that is too long -> its beginning, up to where a modifier ends whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.extract.words.ties import is_denied, marks
from generator.language.tree import Sentence, Token

_OF_NOUNS = frozenset({"acl", "acl:relcl", "nmod", "appos"})
_OF_PREDICATES = frozenset({"advcl", "obl", "obl:unmarked", "obl:tmod", "conj", "parataxis"})
_WAYS = frozenset({"to", "from", "into", "against"})
"""What an object goes by: "sent Halm to the final", "kept them from leaving"."""
_BESIDE = frozenset("after although as because before since until when while".split())
"""What joins a clause that its verb does without: "were moved after the river rose"."""
_CONJUNCTIONS = frozenset({"although", "because", "when", "while"})
"""Of these what joins nothing but clauses."""
_NEAR = 3
"""Words within which the "from" of a range stands before its "to"."""
_CHAIN = frozenset({"xcomp", "ccomp", "conj"})
"""How the verbs of one predicate hang together: "plans to try to cut costs and leave"."""


def shortened(
    sentence: Sentence,
    tokens: Sequence[Token],
    head: Token,
    fits: Callable[[list[Token]], bool],
    *,
    hard: bool = False,
) -> list[Token]:
    """Return tokens without the modifiers at their end that keep them from fitting, if that helps.

    What is left may still not fit: nothing is cut in the middle of a phrase. A hard cut takes off
    what completes a verb, too: "obtained a licence [from the state]".
    """
    left = list(tokens)
    while not fits(left):
        last = _last_modifier(sentence, left, head, hard=hard)
        if last is None:
            return left
        first = sentence.subtree(last)[0].index
        left = _without_loose_end([t for t in left if t.index < first])
    return left


def _last_modifier(
    sentence: Sentence, tokens: list[Token], head: Token, *, hard: bool
) -> Token | None:
    """Return the shortest modifier that the tokens end with."""
    loose = (t for t in tokens if t.index > head.index and _is_loose(sentence, t, head, hard=hard))
    ends = (t for t in loose if tokens[-1] in sentence.subtree(t))
    return max(ends, key=lambda t: (sentence.subtree(t)[0].index, -t.index), default=None)


def _is_loose(sentence: Sentence, token: Token, head: Token, *, hard: bool) -> bool:
    """Say whether what a token heads can go: of a clause only what hangs on its own predicate."""
    whose = sentence.subtree(token)[0].text.lower() == "of"
    if is_denied(sentence, token) or whose or _ends_a_range(sentence, token):
        return False
    if _completes(sentence, token) and not hard:
        return False
    if token.label in _OF_NOUNS:
        return hard or not _is_content(sentence, token)
    if token.label == "conj" and token.tag.startswith("VB"):
        return "only" not in sentence.words  # "not only closed it but also sold it"
    several = token.label == "conj"  # of "Spain, Portugal and Italy" none is left out
    return token.label in _OF_PREDICATES and not several and _is_in_predicate(sentence, token, head)


def _ends_a_range(sentence: Sentence, token: Token) -> bool:
    """Recognise the "to third grade" of "from first to third grade"."""
    first = sentence.subtree(token)[0]
    before = sentence.tokens[max(0, first.index - _NEAR) : first.index]
    return first.text == "to" and any(t.text.lower() in {"from", "between"} for t in before)


def _is_content(sentence: Sentence, clause: Token) -> bool:
    """Recognise what a noun is about: "a decision to leave", "the claim that it left".

    So it is with "what they do" and the clause that "while at the same time keeping" opens.
    """
    tie, noun = marks(sentence, clause), sentence.head(clause)
    if noun is not None and noun.tag == "WP":
        return True
    if noun is not None and _CONJUNCTIONS & {*marks(sentence, noun).split()}:
        return True
    related = clause.label == "acl:relcl" and tie == "that"
    first = tie.partition(" ")[0]
    return related or (clause.label == "acl" and first in {"to", "that", "on", "about", "whether"})


def _completes(sentence: Sentence, token: Token) -> bool:
    """Recognise what stands right behind its verb, "hit out at it", or what an object goes by."""
    above = sentence.head(token)
    tie = marks(sentence, token)
    first = sentence.subtree(token)[0]
    if token.label == "advcl" and (tie in _BESIDE or first.tag == "WRB"):
        return False
    moved = tie in _WAYS and (token.label, token.tag) != ("advcl", "VB")  # "shut it to cool it"
    if above is None or not above.tag.startswith("VB"):
        return moved and above is not None and above.label == "obj"
    particle = sentence.child(above, "compound:prt")
    last = max(above.index, particle.index if particle else 0)
    moved = moved and token.index > last and sentence.child(above, "obj", "iobj") is not None
    return moved or first.index == last + 1


def _is_in_predicate(sentence: Sentence, token: Token, head: Token) -> bool:
    above = sentence.head(token)
    while above is not None and above is not head and _goes_on(sentence, above):
        above = sentence.head(above)
    return above is head


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    return verb.label in _CHAIN or (verb.tag.startswith("VB") and _completes(sentence, verb))


def _without_loose_end(tokens: list[Token]) -> list[Token]:
    """Return tokens without the comma or the "and" that led on to what has gone."""
    while tokens and (tokens[-1].text == "," or tokens[-1].tag in {"CC", "IN", "-LRB-", ":"}):
        tokens = tokens[:-1]
    return tokens
