"""What somebody did not give, or nobody has set yet, to open points: names, dates, forecasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause, is_plural_noun
from generator.extract.grammar.naming import possessive
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.gaps import DEEDS, MISHAPS, OF_WHAT, about_thing, event_before, the
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    after_preposition,
    is_withheld,
    name_for,
    verbs,
)
from generator.extract.questions.question_grammar import ask, finished, future, verb_of
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.extract.words.times import TIMES
from generator.language.tree import Sentence, Token

_NOT_YET = {
    ("schedule", ""): "When will {n} be scheduled",
    ("set", "date"): "When will {x} take place",
    ("set", ""): "When will {n} be set",
    ("fix", "date"): "When will {x} take place",
    ("announce", "date"): "When will {x} take place",
    ("make", "decision"): "What will be decided about {x}",
    ("take", "decision"): "What will be decided about {x}",
    ("reach", "decision"): "What will be decided about {x}",
    ("make", "arrest"): "Will anyone be arrested over {x}",
}
_WITHHELD_THINGS = {
    "date": "When will {x} take place",
    "timetable": "When will {x} take place",
    "reason": "What was the reason for {x}",
    "explanation": "What is the explanation for {x}",
}


_FIXING = frozenset({"finalise", "finalize", "fix", "set", "announce", "decide", "agree"})
_DATES = frozenset({"date", "dates", "timetable", "schedule", "timing"})
_FORECASTS = frozenset({"forecast", "guidance", "outlook", "estimate", "projection"})
_GIVING = frozenset(
    "give offer provide set announce name release disclose publish reveal issue state".split()
)


def find_withheld(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody did not give: "gave no date for the replay"."""
    for verb in verbs(sentence, _GIVING):
        thing = sentence.child(verb, "obj")
        none = thing and any(t.text.lower() == "no" for t in sentence.children(thing, "det"))
        if thing is None or not (none or is_withheld(sentence, verb)):
            continue
        question = (
            _of_person(reading, sentence, verb, thing)
            or _of_event(reading, sentence, verb, thing)
            or _of_thing(reading, sentence, verb, thing)
            or _resumed(reading, sentence, verb, thing)
            or _of_death(reading, sentence, thing)
            or _forecast(reading, sentence, verb, thing)
        )
        if question:
            be = "were" if is_plural_noun(sentence, thing) else "was"
            given = f"no {thing.text.lower()} {be} given"
            if verb_of(verb) == "name" and is_people_noun(verb_of(thing)):
                given = f"the {thing.text.lower()} {be} not named"
            why = f"The source says that {given}."
            yield OpenPoint(question, "unanswered", why, (sentence,), 0.95)


def _of_person(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> str | None:
    """Return the question in "declined to name the buyer"."""
    named_so = thing.tag == "NN" and is_people_noun(verb_of(thing)) and is_withheld(sentence, verb)
    known = any(t.text.lower() == "the" for t in sentence.children(thing, "det"))
    if verb_of(verb) != "name" or not (named_so and known):
        return None
    text = spell(reading, sentence, phrase(sentence, thing))
    return finished(f"Who is {text}") if text else None


def _of_event(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> str | None:
    form = _WITHHELD_THINGS.get(thing.text.lower())
    what = sentence.child(thing, "nmod") or after_preposition(sentence, verb, "for")
    text = spell(reading, sentence, phrase(sentence, what)) if what else None
    return finished(form.format(x=text)) if text and form else None


def _of_thing(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> str | None:
    """Return the question in "did not release the names of the victims"."""
    low = thing.text.lower()
    if low in {"name", "names"} and _is_own(reading, sentence, verb, thing):
        return None  # "declined to give her name"
    return about_thing(reading, sentence, thing) if low in OF_WHAT and low != "details" else None


def _is_own(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> bool:
    """Tell whether somebody withholds what is their own."""
    owner, who = sentence.child(thing, "nmod:poss"), acting_subject(sentence, verb)
    if owner is None or owner.tag != "PRP$" or who is None:
        return False
    actor = reading.actor_at(sentence.index, owner.index)
    return actor is None or actor is reading.actor_at(sentence.index, who.index)


def _resumed(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> str | None:
    """Return the question in "said service would resume, and gave no timetable"."""
    if thing.text.lower() not in {"date", "timetable", "timeframe", "timeline"}:
        return None
    ahead = (t for t in sentence.tokens if t.tag == "MD" and t.text.lower() in {"will", "would"})
    head = next((sentence.tokens[t.head] for t in ahead if t.index < verb.index), None)
    clause = clause_of(reading, sentence, head) if head else None
    if head is None or clause is None:
        return None
    below = {t.index for c in sentence.children(head, "advcl", "conj") for t in sentence.subtree(c)}
    left = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in below)
    return ask(reading, future(replace(clause, predicate=left)), opening=("When",))


def _of_death(reading: Reading, sentence: Sentence, thing: Token) -> str | None:
    """Return the question in "her death was announced by her son, who gave no cause"."""
    if thing.text.lower() not in {"cause", "causes"}:
        return None
    near = (sentence, preceding(reading, sentence))
    for told in (s for s in near if s is not None):
        for noun in told.tokens:
            if noun.text.lower() == "death" and told.child(noun, "nmod:poss", "nmod"):
                text = spell(reading, told, phrase(told, noun))
                return finished(f"What was the cause of {text}") if text else None
    return None


def _forecast(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> str | None:
    """Return the question in "declined to give a full-year forecast"."""
    who = acting_subject(sentence, verb)
    if thing.text.lower() not in _FORECASTS or who is None:
        return None
    owner = name_for(reading, sentence, who)
    words = [t for t in phrase(sentence, thing) if t.tag != "DT" or t.index > thing.index]
    until = after_preposition(sentence, verb, "for")
    more = phrase(sentence, until) if until and until.index > thing.index else ()
    text = spell(reading, sentence, (*words, *(["for"] if more else []), *more), ("",))
    return finished(f"What is {possessive(reading, owner)} {text}") if owner and text else None


def find_undated(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield when what is ahead will happen, where "the dates are yet to be finalised"."""
    earlier = preceding(reading, sentence)
    for verb in verbs(sentence, _FIXING):
        dates = sentence.child(verb, "nsubj:pass")
        if dates is None or dates.text.lower() not in _DATES or not is_withheld(sentence, verb):
            continue
        modals = (t for t in earlier.tokens if t.tag == "MD") if earlier else ()
        head = next((earlier.tokens[t.head] for t in modals if earlier), None)
        clause = clause_of(reading, earlier, head) if earlier and head else None
        question = ask(reading, future(_undated(clause)), opening=("When",)) if clause else None
        if question and earlier and clause and clause.group.modal in {"will", "would"}:
            why = f"The source says that the {dates.text.lower()} had not been set."
            yield OpenPoint(question, "pending", why, (earlier, sentence), 0.9)


def _undated(clause: Clause) -> Clause:
    """Return a clause without the times it gives."""
    gone = {
        t.index
        for c in clause.sentence.children(clause.head, "obl", "obl:unmarked")
        for t in clause.sentence.subtree(c)
        if {w.text.lower() for w in clause.sentence.subtree(c)} & TIMES
    }
    left = (p for p in clause.predicate if isinstance(p, str) or p.index not in gone)
    return replace(clause, predicate=tuple(left))


def find_missing(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what has not happened yet: "no hearing has been scheduled", "no date has been set"."""
    for verb in sentence.tokens:
        subject = subject_of(sentence, verb) if verb.tag == "VBN" else None
        denied = subject and sentence.child(subject, "det")
        if not subject or not denied or denied.text.lower() != "no":
            continue
        form = _NOT_YET.get((verb_of(verb), verb_of(subject))) or _NOT_YET.get((verb_of(verb), ""))
        question = form and _missing(reading, sentence, subject, form)
        if question:
            have = "have" if is_plural_noun(sentence, subject) else "has"
            why = f"The source says that no {subject.text.lower()} {have} been {verb.text.lower()}."
            weight = 0.8 if form and "{x}" in form else 0.55
            yield OpenPoint(question, "pending", why, (sentence,), weight)


def _missing(reading: Reading, sentence: Sentence, noun: Token, form: str) -> str | None:
    thing = sentence.child(noun, "nmod")
    verb = sentence.tokens[noun.head]
    thing = thing or next(iter(sentence.children(verb, "obl")), None)
    thing = thing if thing and thing.tag.startswith("NN") else None
    text = spell(reading, sentence, phrase(sentence, thing)) if thing else None
    if verb_of(noun) == "arrest" and text is None:
        text = event_before(reading, sentence, DEEDS | MISHAPS)
    if noun.text.lower() == "date" and text is None:
        text = _planned_before(reading, sentence, verb)
    if "{x}" in form and text is None:
        return finished("Will anyone be arrested") if verb_of(noun) == "arrest" else None
    article = "an" if noun.text[0].lower() in "aeiou" else "a"
    return finished(form.format(x=text, n=f"{article} {noun.text.lower()}"))


def _planned_before(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return what "is planned, but no date has been set"."""
    earlier = preceding(reading, sentence)
    first = sentence.head(verb) if verb.label == "conj" else None
    told = (sentence, first) if first else (earlier, earlier.root) if earlier else None
    if told is None or told[0] is None or told[1] is None or verb_of(told[1]) not in _PLANNING:
        return None
    thing = subject_of(told[0], told[1])
    return the(reading, told[0], thing) if thing else None


_PLANNING = frozenset({"plan", "schedule", "expect", "promise", "postpone", "delay", "set"})
