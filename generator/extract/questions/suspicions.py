"""What an article has only as a guess, as hearsay or as one of two things, to open points."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause
from generator.extract.grammar.status import POSSIBLE_MODALS
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.claims import as_news
from generator.extract.questions.matters import definite
from generator.extract.questions.plans import is_specific
from generator.extract.questions.point import led_to
from generator.extract.questions.prospects import prospect
from generator.extract.questions.question_grammar import ask, verb_of
from generator.extract.questions.signs import Finder, on_verbs, on_words
from generator.extract.questions.told_events import MISHAPS, event_before
from generator.extract.questions.well_formed import finished
from generator.extract.questions.wh_clauses import is_asked
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

_CLUES = frozenset("evidence sign clue indication finding trace".split())
_GUESSING = frozenset({"believe", "think", "suspect"})


def _pointed(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return whether what the evidence of a mishap "points to" was its cause."""
    clue, thing = subject_of(sentence, verb), led_to(sentence, verb, "to", "towards", "toward")
    if clue is None or thing is None or verb_of(clue) not in _CLUES:
        return None
    event, words = event_before(reading, sentence, MISHAPS), phrase(sentence, thing)
    new = bool(words) and words[0].text.lower() in {"a", "an"}
    if not event or not new or event.split()[-1] in {t.text.lower() for t in words}:
        return None
    if is_withheld(sentence, verb):
        return None
    return finished(spell(reading, sentence, ("Was", *words, "the cause of", event), ("",)))


def _one_or_other(reading: Reading, sentence: Sentence, either: Token) -> str | None:
    """Return which of two things something is that "could be a hull or could be a heap"."""
    second = sentence.tokens[either.head]
    first = sentence.head(second) if second.label == "conj" else None
    if first is None or sentence.child(first, "cop") is None or not first.tag.startswith("NN"):
        return None
    modal = any(t.text.lower() in POSSIBLE_MODALS for t in sentence.children(first, "aux"))
    open_now = modal and second.tag.startswith("NN") and not is_asked(sentence, first)
    if not open_now or is_time(first) or is_time(second) or reading.is_quoted(first.start):
        return None
    clause = clause_of(reading, sentence, first)
    subject = _what_it_is(reading, sentence, first) if clause else ()
    if clause is None or clause.negated or not subject:
        return None
    group = replace(clause.group, modal=None, perfect=False, past=clause.group.perfect)
    again = sentence.children(second, "aux", "cop", "cc")
    other = (either, *(t for t in phrase(sentence, second) if t not in again))
    one = tuple(p for p in clause.predicate if p not in other and p not in again)
    return ask(reading, replace(clause, subject=subject, group=group, predicate=(*one, *other)))


def _what_it_is(reading: Reading, sentence: Sentence, what: Token) -> tuple[Part, ...]:
    """Return what something is said of that "could be a hull", told of before or just here."""
    noun = sentence.head(what) if what.label == "acl:relcl" else None
    if noun is not None:
        known = definite(reading, sentence, noun)
        return (known,) if known else ()
    subject = subject_of(sentence, what)
    if subject is None or not is_specific(reading, sentence, subject):
        return ()
    clause = clause_of(reading, sentence, what)
    return clause.subject if clause else ()


def _guessed(reading: Reading, sentence: Sentence, either: Token) -> str | None:
    """Return which of two it is where "police believe that he went to either Rome or Oslo"."""
    path = list(sentence.path_to_root(either))
    told = next((t for t in path if t.label == "ccomp"), None)
    above = sentence.head(told) if told else None
    if told is None or above is None or verb_of(above) not in _GUESSING:
        return None
    clause = as_news(reading, sentence, told)
    return ask(reading, _without(clause, either)) if clause and not clause.negated else None


def _without(clause: Clause, word: Token) -> Clause:
    return replace(clause, predicate=tuple(p for p in clause.predicate if p is not word))


def _heard(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return what those "say they have been told" is to come."""
    above, content = sentence.head(verb), sentence.child(verb, "ccomp")
    heard = verb.label == "ccomp" and sentence.child(verb, "aux:pass") is not None
    if not heard or content is None or above is None or verb_of(above) not in {"say", "claim"}:
        return None
    clause = prospect(reading, sentence, content)
    longer = any(t.text.lower() == "longer" for t in sentence.subtree(content))
    return ask(reading, clause) if clause and clause.group.modal == "will" and not longer else None


FINDERS: tuple[Finder, ...] = (
    on_verbs("point", _pointed, 0.8, "The source says only what the evidence points to."),
    on_words("or", _one_or_other, 0.9, "The source says that it may be either.", "unknown"),
    on_words("either", _guessed, 0.8, "The source tells what is believed.", "unconfirmed"),
    on_verbs("tell", _heard, 0.8, "The source has this from those who say they were told."),
)
