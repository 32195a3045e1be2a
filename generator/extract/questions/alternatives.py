"""What an article leaves between two: "either … or", "choose between A and B", to questions."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.clauses import Clause, verb_group
from generator.extract.grammar.trimming import without_edges
from generator.extract.grammar.wording import spell
from generator.extract.questions.coming import is_ahead
from generator.extract.questions.matters import both_sides, plain
from generator.extract.questions.point import acting_subject, can_speak, name_for
from generator.extract.questions.prospects import prospect, step_ahead
from generator.extract.questions.question_grammar import ask, verb_of
from generator.extract.questions.signs import Finder, on_verbs, on_words
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_CHOOSING = frozenset({"cc:preconj", "cc", "det", "advmod"})
_CHOICES = frozenset({"choice", "choices", "option", "options", "alternatives"})
_HAVING = frozenset({"have", "face", "be", "leave", "weigh", "consider", "lie"})


def _either(reading: Reading, sentence: Sentence, either: Token) -> str | None:
    """Return the choice that "either … or" leaves in something ahead."""
    clause = _choice(reading, sentence, either) if either.label in _CHOOSING else None
    if clause is None:
        return None
    parts = tuple(p for p in clause.predicate if p is not either)
    who = tuple(p for p in clause.subject if p is not either)
    return _with_both(ask(reading, replace(clause, subject=who, predicate=parts)))


def _choice(reading: Reading, sentence: Sentence, either: Token) -> Clause | None:
    """Return the nearest clause around an "either" that tells of something ahead."""
    for above in sentence.path_to_root(either):
        if above.tag.startswith("VB") or sentence.child(above, "cop"):
            clause = prospect(reading, sentence, above)
            if clause:
                return clause
    return None


def _with_both(question: str | None) -> str | None:
    return question if question and " or " in question else None


def _chosen(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "will choose between Nairobi and Valencia"."""
    above = sentence.head(verb) if verb.label == "xcomp" else None
    must = verb_group(sentence, verb).modal == "must" or (
        above is not None and verb_of(above) in {"have", "need"} and above.tag != "VBD"
    )
    ahead = must or is_ahead(sentence, verb)
    return _between(reading, sentence, verb, verb) if ahead else None


def _faced(reading: Reading, sentence: Sentence, choice: Token) -> str | None:
    """Return the question in "faces a choice between A and B", "has two options: A or B"."""
    verb = sentence.head(choice)
    verb = choice if sentence.child(choice, "cop") else verb
    if verb is None or not (verb is choice or verb_of(verb) in _HAVING):
        return None
    named = (*sentence.children(verb, "parataxis", "dep"), *sentence.children(choice, "appos"))
    step = next((t for t in named if t.tag == "VB" and sentence.child(t, "conj")), None)
    if step is None or verb is choice:
        return _between(reading, sentence, choice, verb)
    clause = step_ahead(reading, sentence, step, verb)
    return _with_both(ask(reading, clause)) if clause else None


def _between(reading: Reading, sentence: Sentence, choice: Token, doer: Token) -> str | None:
    """Return the question which of two somebody will choose, or that names both."""
    side = next((t for t in sentence.subtree(choice) if _is_between(sentence, t)), None)
    who = acting_subject(sentence, doer)
    name = name_for(reading, sentence, who) if who and can_speak(reading, sentence, who) else None
    if side is None or name is None or who is None:
        return None
    if side.tag == "NNS" and sentence.child(side, "nummod"):  # "between two bidders: A and B"
        others = {t.index for c in sentence.children(side, "conj") for t in sentence.subtree(c)}
        words = [t for t in plain(reading, sentence, side, bare=True) if t.index not in others]
        text = spell(reading, sentence, without_edges(words), ("",))
        return finished(f"Which of the {text} will {name} choose") if text else None
    both = both_sides(reading, sentence, side)
    return finished(f"Will {name} choose {both}") if both else None


def _is_between(sentence: Sentence, side: Token) -> bool:
    return any(t.text.lower() == "between" for t in sentence.children(side, "case", "mark"))


_NEITHER = "The source names both possibilities and settles on neither."


FINDERS: tuple[Finder, ...] = (
    on_words("either", _either, 1.0, _NEITHER, "alternative"),
    on_verbs("choose decide pick opt select", _chosen, 1.0, _NEITHER, "alternative"),
    on_words(_CHOICES, _faced, 1.0, _NEITHER, "alternative"),
)
