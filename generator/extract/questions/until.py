"""What lasts until a day or until something happens, to whether and when it ends."""

from __future__ import annotations

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import is_negated, verb_group
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.matters import definite
from generator.extract.questions.point import acting_subject, can_speak, is_withheld
from generator.extract.questions.question_grammar import ask, future, verb_of
from generator.extract.questions.signs import Finder, on_verbs, on_words
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_BACK = {
    **dict.fromkeys(("closed", "shut", "sealed"), "reopen"),
    **dict.fromkeys(("suspended", "halted", "paused"), "resume"),
}
_LASTING = frozenset({"stay", "remain", "keep"})
_BEGINNING = frozenset({"begin", "start", "restart"})
_UNTIL = frozenset({"until", "till", "when", "once"})
_MODALS = frozenset({"can", "could", "will", "would", "may", "must"})


def _back_some_day(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return when what "stays closed until it is safe", "will reopen once it is" comes back."""
    states = (t for t in sentence.children(verb, "xcomp", "obj") if t.text.lower() in _BACK)
    state = next(states, None)
    back = _BACK[state.text.lower()] if state else verb_of(verb)
    marks = {m.text.lower() for m in sentence.tokens[verb.index :] if _opens_end(sentence, m)}
    ahead = state or verb_group(sentence, verb).modal in {"will", "would"}
    if back in _LASTING or not (ahead and marks) or is_withheld(sentence, verb):
        return None
    thing = acting_subject(sentence, verb)
    text = definite(reading, sentence, thing) if thing and thing.tag != "PRP" else None
    return finished(f"When will {text} {back}") if text else None


def _opens_end(sentence: Sentence, word: Token) -> bool:
    """Tell "until it is safe", "until further notice", "when it has passed" from "until May"."""
    held = sentence.head(word)
    notice = held is not None and held.text.lower() == "notice"
    return word.text.lower() in _UNTIL and (word.label in {"mark", "advmod"} or notice)


def _first(reading: Reading, sentence: Sentence, mark: Token) -> str | None:
    """Return what must come before: "work cannot begin until the court lifts its order"."""
    step, main = sentence.head(mark), None
    if step is not None and mark.label == "mark" and step.label.startswith("advcl"):
        main = sentence.head(step)
    if step is None or main is None or reading.is_quoted(step.start):
        return None
    barred = is_negated(sentence, main) and verb_group(sentence, main).modal in _MODALS
    ordered = verb_of(main) in _LASTING and main.tag == "VB"  # "ordered it to stay shut until"
    return _whether(reading, sentence, step) if barred or ordered else None


def _whether(reading: Reading, sentence: Sentence, step: Token) -> str | None:
    """Return whether somebody will take a step, or whether it will be taken."""
    who = subject_of(sentence, step)
    able = who is not None and who.tag != "PRP" and can_speak(reading, sentence, who)
    passive = who is not None and sentence.child(step, "aux:pass") is not None
    clause = clause_of(reading, sentence, step) if able or passive else None
    return ask(reading, future(clause)) if clause and not clause.negated else None


_NO_DAY = "The source names a condition for this, and no day."
_FIRST = "The source says that this must come first."


FINDERS: tuple[Finder, ...] = (
    on_verbs(_LASTING | set(_BACK.values()) | _BEGINNING, _back_some_day, 0.75, _NO_DAY, "unknown"),
    on_words("until", _first, 0.8, _FIRST),
)
