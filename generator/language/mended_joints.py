"""Words that an "and" joins in a tree as the model drew it -> those that it joins.

Each rule yields what has to move: the index of a token with its new head and relation.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.mended_clauses import Change
from generator.language.tree import Sentence, Token

VOTES = frozenset({"majority", "margin", "vote", "votes"})


def first_of_two_taken_for_a_trait(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the care of "minister of health and care" as joined to the health, not led by it.

    The "of" is the first one's, whatever the two are hung on.
    """
    second, case = sentence.tokens[noun.head], sentence.child(noun, "case")
    between = sentence.tokens[noun.index + 1 : second.index]
    joint = next((t for t in between[:1] if t.tag == "CC"), None)
    if case is not None and joint is not None and second.label == "nmod":
        yield noun.index, (second.head, second.label)
        yield second.index, (noun.index, "conj")
        yield joint.index, (second.index, "cc")


def thing_behind_its_votes(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the levy of "approved, by 46 votes to 44, a levy" as what was approved."""
    votes = sentence.tokens[noun.head]
    verb = sentence.tokens[max(0, votes.head)]
    counted = votes.text.lower() in VOTES and votes.label == "obl" and verb.tag == "VBD"
    if (
        counted
        and verb.index < votes.index
        and not sentence.child(verb, "obj", "ccomp", "aux:pass")
    ):
        yield noun.index, (verb.index, "obj")


def joined_to_the_whole(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield "and from the bank" as joined to "from the county" in "men from the county and …"."""
    case = sentence.child(noun, "case")
    whole = sentence.tokens[noun.head]
    if case is None or sentence.child(whole, "case"):
        return
    for part in reversed(sentence.children(whole, "nmod")):
        own = sentence.child(part, "case")
        if own is not None and own.text == case.text and part.index < noun.index:
            yield noun.index, (part.index, "conj")
            return


def joined_by_its_tie(sentence: Sentence, gerund: Token) -> Iterator[Change]:
    """Yield "and on opening it" as joined to "on fees" in "seek agreement on fees and on …"."""
    tie, joint = sentence.child(gerund, "mark", "case"), sentence.child(gerund, "cc")
    verb = sentence.tokens[gerund.head]
    beside = tie is not None and joint is not None and tie.index == joint.index + 1
    if gerund.tag != "VBG" or tie is None or not beside or not verb.tag.startswith("VB"):
        return
    for noun in sentence.children(sentence.child(verb, "obj") or verb, "nmod", "obl")[::-1]:
        own = sentence.child(noun, "case")
        if own is not None and own.text == tie.text and noun.index < gerund.index:
            yield gerund.index, (noun.index, "conj")
            return


def joint_of_a_trait(sentence: Sentence, trait: Token) -> Iterator[Change]:
    """Yield the "and" of "six men and one woman killed", hung on "killed", as the woman's."""
    joint = sentence.child(trait, "cc")
    for noun in sentence.children(sentence.tokens[trait.head], "conj") if joint else ():
        if joint and sentence.subtree(noun)[0].index == joint.index + 1:
            yield joint.index, (noun.index, "cc")


def condition_of_both(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield the end of "plans to shut it and to sell it, if all agree" as a condition of both."""
    last, tie = sentence.tokens[clause.head], sentence.child(clause, "mark")
    if tie is None or tie.text.lower() not in {"if", "unless"} or tie.index < 1:
        return
    after = sentence.tokens[tie.index - 1].text == "," and tie.index > last.index
    if after and (last.label, last.tag) == ("conj", "VB"):
        yield clause.index, (last.head, "advcl")


def time_before_its_verb(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield the time of "seeking peace while at the same time arming" as that of the arming."""
    tie = sentence.child(clause, "mark")
    for noun in sentence.children(sentence.tokens[clause.head], "obl", "advmod") if tie else ():
        if tie and tie.index < noun.index < clause.index:
            yield noun.index, (clause.index, noun.label)


def span_of_a_clause(sentence: Sentence, span: Token) -> Iterator[Change]:
    """Yield the hour of "was off on Monday, an hour before it was due" as that of the "before"."""
    behind = sentence.tokens[span.index + 1 : span.index + 2]
    clause = next((sentence.head(t) for t in behind if t.text in {"before", "after"}), None)
    counts = sentence.children(span, "nummod", "det")
    measured = any(t.tag == "CD" or t.text.lower() in {"a", "an"} for t in counts)  # not "Monday"
    if measured and clause is not None and (clause.label, clause.head) == ("advcl", span.head):
        yield span.index, (clause.index, span.label)


def rest_of_a_measure(sentence: Sentence, unit: Token) -> Iterator[Change]:
    """Yield the minutes of "won in 2 hours 6 minutes" as part of the hours."""
    number = sentence.child(unit, "nummod")
    before = sentence.tokens[number.index - 1] if number is not None and number.index else None
    measured = before is not None and before.tag == "NNS" and sentence.child(before, "nummod")
    if before is not None and measured and before.head == unit.head:
        yield unit.index, (before.index, "nmod:unmarked")


def subject_taken_for_a_second(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the Halm of "The votes are in and Halm has elected her" as whose deed it is."""
    state, joint = sentence.tokens[noun.head], sentence.child(noun, "cc")
    verb = sentence.tokens[state.head]
    whole = sentence.child(state, "nsubj") is not None and sentence.child(state, "cop") is not None
    own = sentence.child(verb, "nsubj", "nsubj:pass", "csubj", "expl")
    ready = own is None and state.label == "advmod" and noun.index < verb.index
    if joint is not None and whole and ready and verb.tag.startswith("VB"):
        yield state.index, (verb.head, verb.label)
        yield verb.index, (state.index, "conj")
        yield noun.index, (verb.index, "nsubj")
        yield joint.index, (verb.index, "cc")
