"""A phrase that is too long -> its beginning, up to where a modifier ends whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.extract.words.ties import is_denied, marks
from generator.language.mended_phrases import TAKING
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

_OF_NOUNS = frozenset({"acl", "acl:relcl", "nmod", "appos"})
_OF_PREDICATES = frozenset({"advcl", "obl", "obl:unmarked", "obl:tmod", "conj", "parataxis"})
_WAYS = frozenset({"to", "from", "into", "against"})
"""What an object goes by: "sent Halm to the final", "kept them from leaving"."""
_BESIDE = frozenset("after although as because before since until when while".split())
"""What joins a clause that its verb does without: "were moved after the river rose"."""
_CONJUNCTIONS = frozenset({"although", "because", "when", "while"})
"""Of these what joins nothing but clauses."""
_BOUNDS = frozenset({"if", "only if", "unless", "until"})
"""What ties what must hold first: without it, a plan or a ban is another one."""
_GOING_BY = {
    "as": frozenset(
        """brand cast characterise characterize cite describe hail label name portray project rate
        regard see treat view""".split()
    ),
    "of": TAKING,
    "on": frozenset({"blame"}),
    "to": frozenset("allow ask call give have invite order tell urge vote warn".split()),
    "with": frozenset({"charge", "credit", "provide"}),
}
"""What of some verbs something goes by besides: "blamed it on Halm", "gave it until May to pay"."""
_EMPTY = frozenset("chance danger moment move one ones people place point those time way".split())
"""Nouns that a clause fills: "at a time when prices rise"."""
_SINGLING = frozenset({"first", "last", "only"})
_NEAR = 3
"""Words within which the "from" of a range stands before its "to"."""
_CHAIN = frozenset({"xcomp", "ccomp", "conj"})
"""How the verbs of one predicate hang together: "plans to try to cut costs and leave"."""


def shortened(
    sentence: Sentence,
    tokens: Sequence[Token],
    head: Token,
    fits: Callable[[list[Token]], bool],
) -> list[Token]:
    """Return tokens without the modifiers at their end that keep them from fitting, if that helps.

    What is left may still not fit: nothing is cut in the middle of a phrase.
    """
    left = list(tokens)
    while not fits(left):
        last = _last_modifier(sentence, left, head)
        if last is None:
            return left
        first = sentence.subtree(last)[0].index
        left = without_loose_end([t for t in left if t.index < first])
    return left


def _last_modifier(sentence: Sentence, tokens: list[Token], head: Token) -> Token | None:
    """Return the shortest modifier that the tokens end with."""
    behind = (t for t in tokens if t.index > head.index and not _is_in_a_word(sentence, t))
    loose = (t for t in behind if _is_loose(sentence, t, head))
    ends = (t for t in loose if tokens[-1] in sentence.subtree(t))
    return max(ends, key=lambda t: (sentence.subtree(t)[0].index, -t.index), default=None)


def _is_in_a_word(sentence: Sentence, token: Token) -> bool:
    """Recognise the "in-law" of "son-in-law"."""
    first = sentence.subtree(token)[0].index
    return any(t.tag == "HYPH" for t in sentence.tokens[max(0, first - 1) : first + 1])


def _is_loose(sentence: Sentence, token: Token, head: Token) -> bool:
    """Say whether what a token heads can go: of a clause only what hangs on its own predicate."""
    if token.label not in _OF_NOUNS and token.label not in _OF_PREDICATES:
        return False
    whose = _first_word(sentence, token).text.lower() == "of"
    if whose or is_bound(sentence, token) or completes(sentence, token):
        return False
    if token.label in _OF_NOUNS:
        return not is_content(sentence, token)
    if token.label == "conj" and token.tag.startswith("VB"):
        return not {"only", "whether"} & sentence.words  # "not only closed it but also sold it"
    several = token.label == "conj"  # of "Spain, Portugal and Italy" none is left out
    return token.label in _OF_PREDICATES and not several and _is_in_predicate(sentence, token, head)


def is_bound(sentence: Sentence, token: Token) -> bool:
    """Say whether something else is told without what a token heads: a bound, what is denied."""
    even = any(t.text == "even" for t in sentence.children(token, "advmod"))
    bound = marks(sentence, token) in _BOUNDS and not even
    bound |= is_denied(sentence, token) or _ends_a_range(sentence, token)
    return bound or _singles_out(sentence, token)


def _singles_out(sentence: Sentence, token: Token) -> bool:
    """Recognise what "the only woman [in the group]" is the only one of."""
    noun = sentence.head(token)
    if noun is None or token.label not in _OF_NOUNS - {"appos"}:
        return False
    before = sentence.children(noun, "amod", "det")
    return {"the"} < {t.text.lower() for t in before} & (_SINGLING | {"the"})


def _ends_a_range(sentence: Sentence, token: Token) -> bool:
    """Recognise the "to third grade" of "from first to third grade"."""
    first = sentence.subtree(token)[0]
    before = sentence.tokens[max(0, first.index - _NEAR) : first.index]
    return first.text == "to" and any(t.text.lower() in {"from", "between"} for t in before)


def is_content(sentence: Sentence, clause: Token) -> bool:
    """Recognise what a noun is about: "a decision to leave", "the claim that it left".

    So it is with "what they do" and the clause that "while at the same time keeping" opens.
    """
    tie, noun = marks(sentence, clause), sentence.head(clause)
    if noun is not None and (noun.tag == "WP" or noun.text.lower() in _EMPTY):
        return True
    if noun is not None and _CONJUNCTIONS & {*marks(sentence, noun).split()}:
        return True
    related = clause.label == "acl:relcl" and tie == "that"
    first = tie.partition(" ")[0]
    return related or (clause.label == "acl" and first in {"to", "that", "on", "about", "whether"})


def _first_word(sentence: Sentence, token: Token) -> Token:
    """Return the first word of a phrase, not the mark that sets it off."""
    return next((t for t in sentence.subtree(token) if t.label != "punct"), token)


def completes(sentence: Sentence, token: Token) -> bool:
    """Recognise what stands right behind its verb, "hit out at it", or what an object goes by."""
    above = sentence.head(token)
    tie = marks(sentence, token)
    first = _first_word(sentence, token)
    if above is None or (token.label == "advcl" and (tie in _BESIDE or first.tag == "WRB")):
        return False
    verb, bare = lemma(above.text, above.tag), (token.label, token.tag) == ("advcl", "VB")
    bound = verb in _GOING_BY.get(tie, ()) or tie.startswith(("on ", "about "))  # "on how"
    bound |= tie == "as" and token.tag.startswith("JJ")
    moved = tie in _WAYS and not bare  # "shut it to cool it"
    if not above.tag.startswith("VB"):
        open_ended = above.tag.startswith("RB") or sentence.child(above, "cop") is not None
        goes_by = (moved or bound) and above.label == "obj"
        return goes_by or (open_ended and _is_next(sentence, above, first))
    states = (t for t in sentence.children(above, "xcomp") if t.tag in {"JJ", "VBN"})
    ends = (above, *sentence.children(above, "compound:prt"), *states)
    last = max(ends, key=lambda t: t.index)  # "gave up on it", "grew fond of it"
    moved &= sentence.child(above, "obj", "iobj", "aux:pass") is not None
    behind = token.index > last.index
    return (behind and (moved or bound)) or _is_next(sentence, last, first)


def _is_next(sentence: Sentence, word: Token, first: Token) -> bool:
    """Say whether nothing but quotation marks parts two words."""
    between = sentence.tokens[word.index + 1 : first.index]
    return word.index < first.index and all(t.tag in {"``", "''"} for t in between)


def _is_in_predicate(sentence: Sentence, token: Token, head: Token) -> bool:
    above = sentence.head(token)
    while above is not None and above is not head and _goes_on(sentence, above):
        above = sentence.head(above)
    return above is head


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    bound = verb.label in _CHAIN or marks(sentence, verb) in _BOUNDS
    return bound or (verb.tag.startswith("VB") and completes(sentence, verb))


def without_loose_end(tokens: list[Token]) -> list[Token]:
    """Return tokens without the comma or the "and" that led on to what has gone."""
    while tokens and (tokens[-1].text == "," or tokens[-1].tag in {"CC", "IN", "-LRB-", ":"}):
        tokens = tokens[:-1]
    return tokens
