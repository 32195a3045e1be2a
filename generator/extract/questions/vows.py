"""What somebody vows, plans, tries or talks about to do, and whether that is left to do."""

from __future__ import annotations

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause, is_negated, verb_group
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.bygone import is_bygone
from generator.extract.questions.point import has_case, subject_parts, subject_plural
from generator.extract.questions.question_grammar import future, verb_of
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_AS_NOUN = {
    "threaten": "a threat",
    "promise": "a promise",
    "vow": "a vow",
    "pledge": "a pledge",
    "undertake": "a promise",
    "vote": "a vote for it",
    "plans": "a plan",
    "proposals": "a plan",
    "talks": "talks",
    "negotiations": "talks",
    **dict.fromkeys(("attempt", "effort", "efforts", "bid", "push"), "an attempt"),
}
_BEYOND_A_VOTE = frozenset(
    "begin boycott build buy close demolish go install march merge move quit relocate reopen"
    " resume return sell shut stage start stop strike walk withdraw".split()
)
"""What is still to be done when the votes are counted: to approve or ban is done by the vote."""
_PLANNING = frozenset(
    "announce consult draw have prepare reveal unveil publish outline make".split()
)


def vowed(reading: Reading, sentence: Sentence, step: Token) -> Clause | None:
    """Return the infinitive after "threatened to", "in talks to" as ahead, with who would do it."""
    governor = sentence.head(step)
    if governor is None or not is_to_infinitive(sentence, step):
        return None
    if vow_of(governor) is None or is_negated(sentence, governor):
        return None
    doer = planner(sentence, governor) or step
    subject, plural = subject_parts(reading, sentence, doer), subject_plural(sentence, doer)
    clause = clause_of(reading, sentence, step, subject, plural=plural)
    return future(clause) if clause and not clause.negated else None


def planner(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb whose subject has the plans in "is drawing up plans to", if there is one."""
    on = noun.label == "obl" and has_case(sentence, noun, {"on", "over"})
    verb = sentence.head(noun) if noun.label == "obj" or on else None
    return verb if verb is not None and verb_of(verb) in _PLANNING else None


ENDS = frozenset(
    """avert avoid block break bring buy clear contain end evacuate find fix free halt keep launch
    locate match oust overturn pass plug prevent put reach recover remove replace rescue resolve
    restart restore retrieve revive save secure settle stop trace win""".split()
)
"""What an effort is seen to reach or to miss."""


def is_end(sentence: Sentence, step: Token) -> bool:
    """Tell whether one sees at once that something was reached: not "an effort to improve"."""
    attempt = vow_of(sentence.tokens[step.head]) == "an attempt"
    return not attempt or verb_of(step) in ENDS


def vow_of(governor: Token) -> str | None:
    """Return what a word such as "threaten" or "talks" announces, as a noun."""
    named = _AS_NOUN.get(verb_of(governor)) or _AS_NOUN.get(governor.text.lower())
    return None if named == "an attempt" and not governor.tag.startswith("NN") else named


def is_left_to_do(reading: Reading, sentence: Sentence, step: Token) -> bool:
    """Tell whether a vote leaves what it is for still to be done; other vows always do."""
    vote = sentence.tokens[step.head]
    if verb_of(vote) != "vote":
        return True
    who = subject_of(sentence, vote)
    actor = reading.actor_at(sentence.index, who.index) if who else None
    one = actor is not None and actor.kind == "person"
    few = one or (who is not None and sentence.child(who, "nummod"))  # "three senators"
    told = vote.tag in {"VBD", "VBN"} and not vote.label.startswith("advcl")  # "if they voted to"
    later = reading.document.sentences[sentence.index + 1 :]
    done = any(_is_done(reading, s, verb_of(step)) for s in later)
    return verb_of(step) in _BEYOND_A_VOTE and told and not (few or done)


def _is_done(reading: Reading, sentence: Sentence, deed: str) -> bool:
    """Tell whether a sentence says that something was done: "They struck", "has since closed"."""
    if verb_of(sentence.root) != deed or is_negated(sentence, sentence.root):
        return False
    group = verb_group(sentence, sentence.root)
    over = (group.past or group.perfect) and not group.modal
    return over and not is_bygone(reading, sentence)  # "in 2019 they struck" too
