"""What nouns such as "cause" and "whereabouts" ask of the thing they belong to."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import declarative, is_plural_noun
from generator.extract.grammar.naming import named
from generator.extract.grammar.taken_up import antecedent
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.point import has_case
from generator.extract.questions.question_grammar import (
    told_as_news,
    verb_of,
)
from generator.extract.questions.told_events import (
    DATING,
    DEEDS,
    ISSUED,
    MISHAPS,
    death_before,
    event_before,
    planned_before,
)
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.lexicon import ORGANISATIONS, is_people_noun
from generator.language.tree import Sentence, Token

_ITS = "What is the {n} {of} {x}"
_THEIR = "What are the {n} {of} {x}"
_WILL = "When will {x} take place"
_PUBLISHED = "When will {x} be published"
OF_WHAT = (
    {
        "whereabouts": "Where {is} {x}",
        "location": "Where {is} {x}",
        "cause": "What caused {x}",
        "causes": "What caused {x}",
        "responsibility": "Who was responsible for {x}",
        "identity": "Who {is} {x}",
        "identities": "Who {is} {x}",
        "motive": "What was the motive for {x}",
        "reason": "What was the reason for {x}",
        "reasons": "What were the reasons for {x}",
        "explanation": "What is the explanation for {x}",
        "fate": "What has become of {x}",
        "date": _WILL,
        "dates": _WILL,
        "timing": _WILL,
        "timetable": _WILL,
        "name": "Who {is} {x}",
        "names": "Who {is} {x}",
        "circumstances": "What were the circumstances of {x}",
        "damage": "How great is the damage {of} {x}",
        "ages": "How old {is} {x}",
        "authenticity": "Is {x} authentic",
        "author": "Who wrote {x}",
        "owner": "Who owns {x}",
        "ownership": "Who owns {x}",
        "successor": "Who will succeed {x}",
    }
    | dict.fromkeys(
        "number extent scale origin source cost price future outcome value size age nationality"
        " fee scope nature purpose status condition amount duration severity length".split(),
        _ITS,
    )
    | dict.fromkeys("terms details contents results origins effects consequences".split(), _THEIR)
)
"""The question for a noun with its thing: "the cause of x"."""
_OF_EVENTS = frozenset({"cause", "causes", "motive", "responsibility"})
_OF_DEEDS = frozenset({"motive", "responsibility"})
_REASONS = frozenset({"reason", "reasons", "motive", "explanation"})
_THE_HARMED = frozenset({"dead", "injured", "missing", "wounded"})


def about_thing(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question that a noun such as "cause" or "whereabouts" stands for."""
    thing = _thing(sentence, noun) if noun.text.lower() in OF_WHAT else None
    if thing is None:
        return None
    if noun.text.lower() == "number" and (counted := how_many(reading, sentence, thing)):
        return counted
    text = _text_of(reading, sentence, noun, thing)
    form = _form(reading, sentence, noun, thing) if text else None
    if thing.label == "nmod:poss" and noun.text.lower() in _REASONS:
        return None  # "his reasons": for what, the sentence does not say
    form = "What was the cause of {x}" if form and thing.text.lower() == "death" else form
    form = _PUBLISHED if form == _WILL and thing.text.lower() in ISSUED else form
    several = is_plural_noun(sentence, thing) or noun.text.lower() in {"names", "identities"}
    be = "are" if several else "is"
    case = sentence.child(thing, "case") if thing.label == "nmod" else None
    of = case.text.lower() if case is not None and case.text.lower() in {"in", "to"} else "of"
    words = {"is": be, "of": of}  # "the results in two seats"
    return finished(form.format(x=text, n=noun.text.lower(), **words)) if form else None


def _text_of(reading: Reading, sentence: Sentence, noun: Token, thing: Token) -> str | None:
    """Return what a noun belongs to, as something told of: "the suspect" for "a suspect"."""
    parts = phrase(sentence, thing)
    if not parts:
        return None  # all of it is left out, as what stands between dashes is
    if thing.index < noun.index < parts[-1].index:  # "a deal whose terms"
        parts = tuple(t for t in parts if t.index < noun.index - 1 and t.tag != "IN")
    nor = next((t.index for t in parts if t.text.lower() in {"or", "nor"}), len(sentence.tokens))
    parts = tuple(t for t in parts if t.index < nor)
    parts = parts[:-1] if parts and parts[-1].tag == "POS" else parts
    text = _owner(reading, sentence, thing) or spell(reading, sentence, parts)
    if text is None or text.endswith("others"):
        return None
    if text.startswith(("a ", "an ")):
        return "the " + text.split(" ", 1)[1]  # "the name of a suspect": of the one told about
    return f"the {text}" if parts and parts[0].tag == "CD" else text


def _form(reading: Reading, sentence: Sentence, noun: Token, thing: Token) -> str | None:
    """Return the form of a question; None for who somebody is that is named already."""
    form = OF_WHAT[noun.text.lower()]
    if not form.startswith("Who {is}"):
        return form
    last = next(iter(reversed(phrase(sentence, thing))), thing)
    if thing.tag in {"NNP", "PRP$"} or last.tag in {"NNP", "POS"}:
        return None
    several = _THEIR if noun.tag == "NNS" else _ITS
    return form if _is_somebody(reading, sentence, thing) else several


def _is_somebody(reading: Reading, sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun phrase is of people or a body: not "the ship"."""
    low = verb_of(noun)
    known = reading.actor_at(sentence.index, noun.index) is not None
    return noun.text.lower() in _THE_HARMED or known or is_people_noun(low) or low in ORGANISATIONS


def _thing(sentence: Sentence, noun: Token) -> Token | None:
    """Return what a noun belongs to: "the cause of the fire", "no reason was given for it"."""
    joined = sentence.child(noun, "conj")  # "the names or the ages of the victims"
    thing = sentence.child(noun, "nmod:poss") or sentence.child(noun, "nmod")
    thing = thing or (sentence.child(joined, "nmod") if joined else None)
    verb = sentence.head(noun)
    if thing is not None and thing.tag == "WP$" and verb is not None:
        return sentence.head(verb) if verb.label == "acl:relcl" else None  # "a deal whose terms"
    if thing is None and verb is not None and noun.label in {"obj", "nsubj:pass", "nsubj"}:
        behind = sentence.children(verb, "obl", "obl:unmarked")
        thing = next((t for t in behind if has_case(sentence, t, {"for", "of"})), None)
    return thing


def how_many(reading: Reading, sentence: Sentence, counted: Token) -> str | None:
    """Return the question for a number: "of damaged houses", "of people on board"."""
    if counted.text.lower() in _THE_HARMED:
        return f"How many people are {counted.text.lower()}?"
    if counted.tag != "NNS" and not is_plural_noun(sentence, counted):
        return None
    words = phrase(sentence, counted)
    if words[-1].tag == "CD" and words[-2].text.lower() == "at":
        words = words[:-2]  # "put the number of passengers at 2,000"
    noun = tuple(t for t in words if t.index <= counted.index)
    behind = tuple(t for t in words if t.index > counted.index)
    state = sentence.child(counted, "amod")
    related = sentence.child(counted, "acl:relcl")
    if state is not None and state.tag == "VBN" and not behind:
        parts: tuple[Part, ...] = (*(t for t in noun if t is not state), "were", state.text.lower())
    elif related is not None:
        clause = clause_of(reading, sentence, related)
        who = subject_of(sentence, related)
        if clause is None or who is None or who.tag not in {"WP", "WDT"} or clause.group.modal:
            return None
        parts = declarative(replace(told_as_news(clause), subject=noun, plural=True))
    elif behind and (sentence.child(counted, "acl") or behind[0].tag == "IN"):
        of = behind[0].text.lower() == "of"
        parts = () if of else (*noun, "were", *behind)
    else:
        parts = (*noun, "were there")
    text = spell(reading, sentence, parts, ("",)) if parts else None
    return finished(f"How many {text}") if text else None


def about_event(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "the cause is not known", which is of the mishap told before."""
    low = noun.text.lower()
    behind = sentence.child(noun, "nmod")
    if low not in _OF_EVENTS | DATING or (behind is not None and behind.tag != "PRP"):
        return None
    told = DEEDS if low in _OF_DEEDS else MISHAPS
    dated = low in DATING
    event = planned_before(reading, sentence) if dated else event_before(reading, sentence, told)
    if low in _OF_EVENTS - _OF_DEEDS and not event and (death := death_before(reading, sentence)):
        return finished(f"What was the cause of {death}")
    issued = event is not None and event.split()[-1] in ISSUED
    form = _PUBLISHED if issued else OF_WHAT[low]
    return finished(form.format(x=event)) if event else None


def _owner(reading: Reading, sentence: Sentence, pronoun: Token) -> str | None:
    """Return the name behind "his" or "its", without the possessive."""
    if pronoun.tag != "PRP$":
        return None
    actor = reading.actor_at(sentence.index, pronoun.index)
    mention = reading.mention_at(sentence.index, pronoun.index)
    actor = (
        actor if mention and mention.kind == "pronoun" else None
    )  # not the "owner" of "its owner"
    if pronoun.text.lower() in {"his", "her"}:
        return named(reading, actor) if actor else None
    held = sentence.tokens[pronoun.head].text.lower() in {"owner", "ownership"}
    thing = None if held and actor else antecedent(reading, sentence, pronoun)
    return thing or (named(reading, actor) if actor else None)


def the(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return a noun phrase as something known: "the logbook" for "a logbook"."""
    words = phrase(sentence, noun)
    if len(words) > 1 and words[0].text.lower() in {"a", "an", "one", "some"}:
        words = words[1:]
    elif words[0].tag != "CD":
        return spell(reading, sentence, words)
    text = spell(reading, sentence, words, ("",))
    return f"the {text}" if text else None
