"""The clause of a condition to whether somebody reckons with it, or merely supposes it."""

from __future__ import annotations

from generator.extract.grammar.clauses import Clause
from generator.language.tree import Sentence, Token

_TOLD = frozenset("said says say told warned added according announced wrote".split())
"""Words of reported speech, in which "if it paid" is "if it pays" told in the past."""
_NOT = frozenset({"not", "n't", "n’t"})


def stands_for_all(given: Clause) -> bool:
    """Tell whether what a condition is stands elsewhere: "if he does not", "if it was not"."""
    words = [p.text.lower() for p in given.subject if isinstance(p, Token)]
    taken_up = given.group.lemma == "be" and words in (["one"], ["it"], ["they"])
    elsewhere = given.negated if given.group.lemma == "do" else taken_up
    return elsewhere and not _says_more(given)


def _says_more(given: Clause) -> bool:
    """Tell whether a condition has more than its subject and its verb."""
    words = (p for p in given.predicate if isinstance(p, str) or p.text.lower() not in _NOT)
    return any(isinstance(p, str) or p.text[:1].isalnum() for p in words)


def _is_supposed(sentence: Sentence, main: Token, given: Clause) -> bool:
    """Tell a mere supposition, "if wishes were horses", from reported speech in the past."""
    would = any(t.text.lower() in {"would", "might"} for t in sentence.children(main, "aux"))
    unreal = would and given.group.past and not given.group.perfect
    above = sentence.head(main)
    told = (*sentence.path_to_root(main), *sentence.children(main, "parataxis"))
    said = any(t.text.lower() in _TOLD for t in told)
    return unreal and not said and not (above is not None and main.label == "ccomp")


def is_real(sentence: Sentence, main: Token, given: Clause) -> bool:
    """Tell whether a condition is told in full and is one that somebody reckons with."""
    there = any(t.label == "expl" for t in sentence.children(given.head))
    if there or (given.group.lemma in {"do", "be"} and not _says_more(given)):
        return False  # "if he does": what he then does stands elsewhere; "if there is drought"
    first = sentence.head(main) if main.label == "conj" else main  # "said it was last and that"
    above = sentence.head(first) if first is not None and first.label == "ccomp" else None
    told = above is not None and above.tag == "VBD"
    return _is_awaited(given, told=told) and not _is_supposed(sentence, main, given)


def _is_awaited(given: Clause, *, told: bool) -> bool:
    """Tell whether a condition can still come true: not "if they had opened", "if this were"."""
    # "said he would go if it was still unsettled", not "if I were"
    verbs = given.sentence.children(given.head, "cop", "aux")
    was = given.group.lemma == "be" and not (told and any(t.text == "was" for t in verbs))
    unreal = given.group.past and ((given.group.perfect and not told) or was)
    return not (unreal and not given.group.passive)
