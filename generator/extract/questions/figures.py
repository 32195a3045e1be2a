"""A figure that others put otherwise or dispute, to how many or how much it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import declarative
from generator.extract.grammar.naming import named, possessive
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.attributes import about_thing
from generator.extract.questions.point import OpenPoint, following, led_to, worded
from generator.extract.questions.question_grammar import ask, told_as_news, verb_of
from generator.extract.questions.told_events import DEEDS, MISHAPS, event_before
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

_FIGURES = frozenset({"figure", "number", "toll", "total", "amount", "size"})
_AMOUNTS = frozenset({"cost", "price", "value", "number"})
_BETWEEN = frozenset({"anything", "anywhere", "somewhere", "between"})
_REACH = 8
"""Sentences back to the people killed whom "the toll" counts."""
_DISPUTING = frozenset({"challenge", "contest", "dispute", "question"})
_TIMES_AS_MUCH = frozenset({"half", "double", "twice", "triple"})
_MORE = frozenset({"more", "less", "fewer", "higher", "lower", "larger", "greater", "smaller"})
_REAL = frozenset({"real", "true", "actual"})
_THE_DEAD = frozenset("dead body death people victim person fatality casualty name".split())
"""What those count who count the dead."""
_DISASTERS = MISHAPS | DEEDS | frozenset("quake earthquake collision flood fire storm".split())
_KILLED = frozenset({"dead", "deaths", "victims", "fatalities", "casualties", "killed"})
_COUNTING = frozenset("confirm count list record register report".split())
"""What a count is no part of: how many deaths there were, not how many somebody listed."""
_TERMS = frozenset({"nsubj", "nsubj:pass", "obj"})


def find_figures(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield how many it is by "said eight were held. The party put the number at 15"."""
    for figure in worded(sentence, _FIGURES):
        if sentence.child(figure, "nmod", "nmod:poss") or not _is_otherwise(sentence, figure):
            continue
        for told in _tellings(reading, sentence, figure):
            end = figure.index if told is sentence else None
            thing = next(_counted(told, end), None)
            question = _how_many(reading, told, thing) if thing else None
            if question:
                grounds = tuple(dict.fromkeys((told, sentence)))
                why = "The source gives two figures for this, or one that is disputed."
                yield OpenPoint(question, "disputed", why, grounds, 1.0)
                break


def _tellings(reading: Reading, sentence: Sentence, figure: Token) -> Iterator[Sentence]:
    """Yield the sentences that may tell what a figure counts; a toll, of people killed before."""
    yield from (told for told in (sentence, preceding(reading, sentence)) if told)
    start = max(0, sentence.index - _REACH) if figure.text == "toll" else sentence.index
    for told in reversed(reading.document.sentences[start : sentence.index]):
        heads = (told.head(noun) for noun in _counted(told, None))
        if any(head is not None and verb_of(head) in {"kill", "die"} for head in heads):
            yield told


def find_counts(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield how many died by "put the number of the dead at 41, the list had 44 names"."""
    for number in worded(sentence, {"number"}):
        if other := _other_count(reading, sentence, number):
            event = event_before(reading, sentence, _DISASTERS)
            question = f"How many people died in {event}?" if event else "How many people died?"
            grounds = tuple(sorted({sentence, other}, key=lambda s: s.index))
            why = "The source gives two counts of the dead."
            yield OpenPoint(question, "disputed", why, grounds, 1.0)


def find_ranges(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield how much it is by "put the cost of repairs at anything from £1m to £2m"."""
    for noun in worded(sentence, _AMOUNTS):
        verb = sentence.head(noun) if noun.label == "obj" else None
        at = led_to(sentence, verb, "at") if verb is not None and verb_of(verb) == "put" else None
        wide = at is not None and not sentence.words.isdisjoint(_BETWEEN)
        question = about_thing(reading, sentence, noun) if wide else None
        if question:
            why = "The source gives a range, not a figure."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.9)


def _is_otherwise(sentence: Sentence, figure: Token) -> bool:
    """Recognise "put the number at 15", "challenged that figure", "the figure was nearer 50"."""
    verb = sentence.head(figure)
    if verb is None or is_withheld(sentence, verb) or not sentence.child(figure, "det"):
        return False
    if figure.label == "obj":
        put = verb_of(verb) == "put" and led_to(sentence, verb, "at") is not None
        return put or verb_of(verb) in _DISPUTING
    if _is_of_other_size(sentence, figure):
        return True
    linked = figure.label == "nsubj" and sentence.child(verb, "cop") is not None
    behind = [t for t in sentence.subtree(verb) if t.index > figure.index]
    real = any(t.text.lower() in _REAL for t in sentence.children(figure, "amod"))
    apart = real and any(t.text.lower() in _MORE for t in behind)
    return linked and (apart or any(t.tag == "CD" for t in behind))


def _is_of_other_size(sentence: Sentence, figure: Token) -> bool:
    """Recognise "half that size", "twice that number" as what somebody says it is."""
    that = any(t.text.lower() == "that" for t in sentence.children(figure, "det"))
    before = sentence.children(figure, "det:predet", "amod", "nummod")
    return that and any(t.text.lower() in _TIMES_AS_MUCH for t in before)


def _other_count(reading: Reading, sentence: Sentence, figure: Token) -> Sentence | None:
    """Return what has another count of the dead where somebody "put their number at 41"."""
    of, verb = sentence.child(figure, "nmod"), sentence.head(figure)
    put = verb is not None and verb_of(verb) in {"put", "give", "set"} and figure.label == "obj"
    at = led_to(sentence, verb, "at", "as") if put and verb else None
    if at is None or of is None or of.text.lower() not in _KILLED:
        return None
    near = (sentence, preceding(reading, sentence), *following(reading, sentence))
    return next((told for told in near if told and _counts_others(told, at.text)), None)


def _counts_others(sentence: Sentence, number: str) -> bool:
    """Tell whether a sentence counts the dead, and not as many: "a list of 44 names"."""
    dead = (noun for noun in sentence.tokens if verb_of(noun) in _THE_DEAD)
    counts = (count for noun in dead for count in sentence.children(noun, "nummod"))
    return any(count.tag == "CD" and count.text != number for count in counts)


def _counted(sentence: Sentence, end: int | None) -> Iterator[Token]:
    """Yield what a sentence counts up to a word: "eight people", "the number of homes lost"."""
    for noun in sentence.tokens[:end]:
        several = noun.tag in {"NNS", "$"} and sentence.child(noun, "nummod") is not None
        several = several or _several_of(sentence, noun) is not None
        number = noun.text.lower() == "number" and sentence.child(noun, "nmod") is not None
        tells = verb_of(sentence.tokens[noun.head]) in {"say", "tell"}  # "two witnesses said"
        if (
            (several or number)
            and noun.label in _TERMS
            and not (tells or (noun.tag != "CD" and is_time(noun)))
        ):
            yield noun


def _several_of(sentence: Sentence, number: Token) -> Token | None:
    """Return of what a bare number is: "fewer than 300 of its customers"."""
    of = led_to(sentence, number, "of") if number.tag == "CD" else None
    return of if of is not None and of.tag == "NNS" else None


def _owned(reading: Reading, sentence: Sentence, words: list[Token]) -> Iterator[Part]:
    """Yield "of the bank's branches" for "of its 300 branches"."""
    for word in words:
        if word.tag == "PRP$" and (actor := reading.actor_at(sentence.index, word.index)):
            yield possessive(reading, named(reading, actor))
        elif word.tag not in {"CD", "''"}:
            yield word


def _how_many(reading: Reading, sentence: Sentence, thing: Token) -> str | None:
    """Return the question for a number: "How many people were held?"."""
    if thing.text.lower() == "number":
        return about_thing(reading, sentence, thing)
    words = phrase(sentence, thing)
    number = {t.index for c in sentence.children(thing, "nummod") for t in sentence.subtree(c)}
    counted = [t for t in words if t.index >= thing.index and t.index not in number]
    head = sentence.head(thing)
    clause = clause_of(reading, sentence, head) if head else None
    if clause is None or clause.negated:
        return None
    several = _several_of(sentence, thing)
    of_them = _owned(reading, sentence, [t for t in words if t.index > thing.index])
    how: tuple[Part, ...] = ("How many", *(of_them if several else counted))
    how = ("How much",) if thing.tag == "$" else how
    clause = told_as_news(clause)
    if clause.group.lemma in _COUNTING:
        return finished(spell(reading, sentence, (*how, "were there"), ("",)))
    if thing.label != "obj":
        clause = replace(clause, subject=how, plural=thing.tag != "$")
        return finished(spell(reading, sentence, declarative(clause), ("",)))
    left = tuple(p for p in clause.predicate if isinstance(p, str) or p not in words)
    return ask(reading, replace(clause, predicate=left), opening=how)
