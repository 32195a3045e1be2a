"""What somebody will not do until something happens, and what comes once it has, to questions."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause, verb_group
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.plans import is_specific
from generator.extract.questions.point import acting_subject, can_speak
from generator.extract.questions.prospects import in_short, is_soft, is_stative, of_shared
from generator.extract.questions.question_grammar import ask, future, verb_of
from generator.extract.questions.signs import Finder, on_words
from generator.extract.questions.wh_clauses import is_asked
from generator.extract.reading import Reading
from generator.extract.words.answers import SAYING
from generator.language.tree import Sentence, Token

_ANY = frozenset("any anything anyone anybody anywhere ever until".split())
"""What only a denied clause has."""
_RESTING = frozenset("rest stop speak leave sleep relax settle".split())
"""What one does not do until something happens, as people say."""
_COMING_BACK = frozenset(
    "begin lift open pay publish refloat release reopen repair reschedule restart restore resume"
    " return start".split()
)
"""What people wait for to be done."""


def _held_back(reading: Reading, sentence: Sentence, mark: Token) -> str | None:
    """Return whether those will do it who "will not sign the deal until they get answers"."""
    main = _main(reading, sentence, mark)
    who = acting_subject(sentence, main) if main else None
    if main is None or who is None or not can_speak(reading, sentence, who):
        return None
    clause = _ahead(reading, sentence, main, mark)
    if clause is None or not clause.negated or not is_specific(reading, sentence, who):
        return None
    idle = verb_of(main) in SAYING | _RESTING or is_stative(sentence, main)
    if idle or is_soft(sentence, main) or clause.group.passive:
        return None
    words = {p.text.lower() for p in clause.predicate if isinstance(p, Token)}
    return None if words & _ANY else ask(reading, in_short(replace(clause, negated=False)))


def _awaited(reading: Reading, sentence: Sentence, mark: Token) -> str | None:
    """Return when it will come that "will reopen once the water is safe", "not until" it is."""
    main = _main(reading, sentence, mark)
    if main is None or verb_of(main) not in _COMING_BACK:
        return None
    clause = _ahead(reading, sentence, main, mark)
    until = mark.text.lower() in _UNTIL
    if clause is None or clause.negated is not until:
        return None
    who = subject_of(sentence, main)
    able = who is not None and can_speak(reading, sentence, who) and not clause.group.passive
    short = in_short(replace(clause, negated=False))
    return None if until and able else ask(reading, short, opening=("When",))


_UNTIL = frozenset({"until", "unless", "till"})
_ONCE = frozenset({"once", "soon"})


def _main(reading: Reading, sentence: Sentence, mark: Token) -> Token | None:
    """Return what hangs on the clause that a conjunction opens: "not sign until they get it"."""
    main = sentence.head(mark)
    if mark.text.lower() != "soon":  # "will reopen as soon as the water is safe"
        condition = main if mark.label in {"mark", "advmod"} else None
        held = condition is not None and condition.label == "advcl"
        main = sentence.head(condition) if condition is not None and held else None
    if main is None or main.index > mark.index or reading.is_quoted(main.start):
        return None
    aside = main.label.startswith(("acl", "advcl")) or is_asked(sentence, main)
    return None if aside else main


def _ahead(reading: Reading, sentence: Sentence, main: Token, mark: Token) -> Clause | None:
    """Return a clause up to its condition as something ahead, whether or not it is denied."""
    group = verb_group(sentence, main)
    told = main.label in {"ccomp", "conj", "parataxis"}
    if group.perfect or not (group.modal == "will" or (group.modal == "would" and told)):
        return None
    clause = clause_of(reading, sentence, main) or of_shared(reading, sentence, main)
    if clause is None:
        return None
    before = (p for p in clause.predicate if isinstance(p, str) or p.index < mark.index)
    return future(replace(clause, predicate=tuple(before)))


FINDERS: tuple[Finder, ...] = (
    on_words(_UNTIL, _held_back, 0.9, "The source makes this wait for something else."),
    on_words(_UNTIL | _ONCE, _awaited, 0.75, "The source makes this wait for something else."),
)
