"""What an article names as unknown ("the cause is unclear", "no word on"), to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import (
    declarative,
    is_negated,
    is_plural_noun,
    verb_group,
)
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import spell
from generator.extract.questions.attributes import DATING, OF_WHAT, about_event, about_thing
from generator.extract.questions.embedded import asks
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    has_case,
    has_no,
    is_withheld,
    not_yet,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import ask, told_as_news, verb_of
from generator.extract.questions.unsaid import is_lacking
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.answers import (
    ANSWERS,
    DIFFERING,
    DOUBTS,
    SAYING,
    SETTLED,
    UNCLEAR,
    WORKING_OUT,
)
from generator.extract.words.lexicon import is_people_noun
from generator.language.tree import Sentence, Token
from generator.model import QuestionKind

_CONTESTED = frozenset({"dispute", "doubt", "question"})
_UNDER_INQUIRY = frozenset({"investigation", "review", "inquiry", "examination"})
_HARM = frozenset({"casualties", "injuries", "damage", "deaths", "survivors", "victims"})
_SOUGHT = frozenset({"motive", "cause", "reason", "explanation"})
"""What is looked for also as "a motive", "a date"."""
_LASTING = frozenset({"remain", "stay", "be", "have", "keep"})
_GIVING = SAYING | WORKING_OUT | frozenset("give offer provide issue state find".split())
_FINDING_OUT = frozenset(
    "investigate probe examine determine establish ascertain identify find learn trace".split()
)
_FOUND_OUT = frozenset(
    "cause causes motive motives identity identities whereabouts location origin origins source"
    " extent scale circumstances reason reasons number fate owner".split()
)
"""What one sets out to find: not "details", which one is given."""


def find_nominal(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is not known about a thing: "his whereabouts are unknown"."""
    for noun in worded(sentence, OF_WHAT):
        if _is_some(sentence, noun):
            continue
        why = why_open(reading, sentence, noun)
        question = why and (
            about_thing(reading, sentence, noun) or about_event(reading, sentence, noun)
        )
        if why and question:
            yield OpenPoint(question, _kind(noun, why), why, (sentence,), 1.0)


def find_harm(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether anybody was hurt: "there was no immediate word on casualties"."""
    for noun in worded(sentence, _HARM):
        above = sentence.head(noun)
        if above is None or above.text.lower() not in {"word", "information", "details"}:
            continue
        if noun.label == "nmod" and is_lacking(sentence, above, sentence.head(above)):
            be = "were" if is_plural_noun(sentence, noun) else "was"
            why = f"The source says that there was no {above.text.lower()} on this."
            question = f"{be.capitalize()} there any {noun.text.lower()}?"
            yield OpenPoint(question, "unknown", why, (sentence,), 0.8)


def find_manner(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield "the circumstances in which he died are unclear" as "In what circumstances …?"."""
    for which in worded(sentence, frozenset({"which"})):
        clause, case = sentence.head(which), sentence.child(which, "case")
        noun = sentence.head(clause) if clause and clause.label == "acl:relcl" else None
        state = sentence.head(noun) if noun else None
        if clause is None or case is None or noun is None or state is None:
            continue
        why = _of_subject(sentence, noun, state) if noun.label.startswith("nsubj") else None
        told = clause_of(reading, sentence, clause) if why else None
        if why is None or told is None:
            continue
        gone = {case.index, which.index}
        left = (p for p in told.predicate if isinstance(p, str) or p.index not in gone)
        told = told_as_news(replace(told, predicate=tuple(left)))
        question = ask(reading, told, opening=(case.text, "what", noun))
        if question:
            yield OpenPoint(question, "unknown", why, (sentence,), 1.0)


def find_uncounted(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield "an unknown number of people are thought to be inside" as "How many people …?"."""
    for noun in worded(sentence, frozenset({"number"})):
        unknown = any(t.text.lower() in UNCLEAR for t in sentence.children(noun, "amod"))
        counted = sentence.child(noun, "nmod")
        verb = sentence.head(noun)
        if not unknown or counted is None or verb is None or not noun.label.startswith("nsubj"):
            continue
        meant = sentence.child(verb, "xcomp") if verb_of(verb) in _THINKING else verb
        words = tuple(t for t in phrase(sentence, counted) if t.tag != "DT")
        clause = clause_of(reading, sentence, meant, words, plural=True) if meant else None
        if clause is None:
            continue
        clause = replace(told_as_news(clause), subject=("How many", *words), plural=True)
        question = finished(spell(reading, sentence, declarative(clause)))
        if question:
            why = "The source says that the number is not known."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.95)


def find_riddles(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield "an illness that doctors have been unable to identify" as "What is the illness?"."""
    for verb in verbs(sentence, frozenset({"identify", "name"})):
        that = sentence.child(verb, "obj", "nsubj:pass")
        if that is None or that.tag != "WDT" or not is_withheld(sentence, verb):
            continue
        path = sentence.path_to_root(verb)
        noun = next((sentence.head(t) for t in path if t.label == "acl:relcl"), None)
        if noun is None or noun.index > that.index or noun.tag == "NNP":
            continue
        if has_case(sentence, noun, {"by", "with"}):
            continue  # "a wreck found by sonar, which": the parse took the last noun
        person = is_people_noun(verb_of(noun))
        be = "are" if is_plural_noun(sentence, noun) else "is"
        before = [t for t in phrase(sentence, noun) if t.index <= noun.index and t.tag != "DT"]
        text = spell(reading, sentence, before, ("",))
        question = finished(f"{'Who' if person else 'What'} {be} the {text}")
        if question:
            why = "The source says that this is not identified."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.95)


_THINKING = frozenset({"think", "believe", "fear", "report", "say", "understand", "know"})


def _kind(noun: Token, why: str) -> QuestionKind:
    if noun.text.lower() in DATING:
        return "pending"
    return "disputed" if why.endswith(("dispute.", "doubt.")) else "unknown"


def _is_some(sentence: Sentence, noun: Token) -> bool:
    """Tell "a number of dates" and "a source" from what is one thing's own."""
    indefinite = any(t.text.lower() in {"a", "an"} for t in sentence.children(noun, "det"))
    return indefinite and noun.text.lower() not in _SOUGHT | DATING


def why_open(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return why what a noun stands for is open, in whatever frame the sentence says so."""
    above = sentence.head(noun)
    asked = asks(sentence, sentence.clause(noun))
    if above is None or (asked and asked.tag != "WP$"):
        return None  # "it is unclear when he will release details of it"
    if noun.label.startswith("nsubj"):
        return _of_subject(sentence, noun, above)
    if noun.label == "obj" and _is_own(reading, sentence, above, noun):
        return None
    if noun.label == "obj" and above.tag.startswith("VB"):
        return _of_object(sentence, noun, above)
    about = noun.label in {"nmod", "obl"} and has_case(sentence, noun, {"on", "about", "of", "as"})
    answer = above.text.lower() in ANSWERS
    if about and answer and is_lacking(sentence, above, sentence.head(above)):
        return f"The source says that there was no {above.text.lower()} on this."
    return None


def _of_subject(sentence: Sentence, noun: Token, state: Token) -> str | None:
    """Judge "the motive is unclear", "no date has been set", "the number remains unknown"."""
    if state.text.lower() in {"is", "was", "are", "were"} and has_no(sentence, state, "nsubj"):
        return f"The source says that there was no {noun.text.lower()} yet."
    if verb_of(state) in _LASTING and (inner := sentence.child(state, "xcomp", "obj", "obl")):
        state = inner
    if verb_of(state) in DIFFERING | {"vary"} and state.tag.startswith("VB"):
        return "The source says that accounts of this are in dispute."
    if verb_of(state) == "hang" and sentence.child(state, "obl"):
        return "The source says that this is in the balance."
    if verb_of(state) in _FINDING_OUT and verb_group(sentence, state).progressive:
        return "The source says that this is being looked into."
    how = _state_of(sentence, state)
    return f"The source says that this is {how}." if how else None


def _state_of(sentence: Sentence, state: Token) -> str | None:
    """Return the state of what is open: "under review", "in dispute", "unclear", "not known"."""
    low = state.text.lower()
    if low in _UNDER_INQUIRY and has_case(sentence, state, {"under"}):
        return f"under {low}"
    if low in _CONTESTED and has_case(sentence, state, {"in"}):
        return f"in {low}"
    if low in UNCLEAR and not is_negated(sentence, state):
        return low
    if low in SETTLED and is_withheld(sentence, state):
        public = low == "made" and sentence.child(state, "xcomp") is not None
        return f"not {'yet made public' if public else not_yet(low)}"
    return None


def _of_object(sentence: Sentence, noun: Token, verb: Token) -> str | None:
    """Judge "did not give a date", "gave no reason", "are trying to establish the cause"."""
    denied = is_withheld(sentence, verb)
    doubt = sentence.child(verb, "nsubj")
    if verb_of(verb) == "surround" and doubt is not None and doubt.text.lower() in DOUBTS:
        return f"The source says that there is {doubt.text.lower()} about this."
    if verb_of(verb) in _GIVING and (denied or has_no(sentence, verb, "obj")):
        return "The source says that this was not told."
    group = verb_group(sentence, verb)
    sought = verb_of(verb) in _FINDING_OUT and noun.text.lower() in _FOUND_OUT
    if sought and (denied or group.modal or group.progressive or not group.past):
        return "The source says that this is being looked into."
    return None


def _is_own(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> bool:
    """Tell whether somebody withholds what is their own: "declined to give her name"."""
    owner, who = sentence.child(thing, "nmod:poss"), acting_subject(sentence, verb)
    if owner is None or owner.tag != "PRP$" or who is None:
        return False
    actor = reading.actor_at(sentence.index, owner.index)
    return actor is None or actor is reading.actor_at(sentence.index, who.index)
