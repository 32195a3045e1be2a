"""What is under review or being considered, by whomever, to what will become of it."""

from __future__ import annotations

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.questions.matters import DOING, PASSING, as_told, decided_on, definite
from generator.extract.questions.point import has_case, led_to
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.signs import Finder, on_verbs, on_words
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.language.morphology import participle
from generator.language.tree import Sentence, Token

_NEW = frozenset({"a", "an", "another"})


def _considered(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "a second bridge is being considered"."""
    group, thing = verb_group(sentence, verb), sentence.child(verb, "nsubj:pass")
    now = group.passive and (group.progressive or (group.perfect and verb_of(verb) == "moot"))
    if thing is None or not now or group.past or is_withheld(sentence, verb):
        return None
    return _comes(reading, sentence, verb, thing)


def _comes(reading: Reading, sentence: Sentence, told: Token, thing: Token) -> str | None:
    """Return whether there will be what is only thought of yet: "a second bridge"."""
    by = sentence.child(told, "obl:agent")
    first = phrase(sentence, thing)[:1]
    new = bool(first) and first[0].text.lower() in _NEW and thing.tag == "NN"
    put = thing.text.lower() in PASSING and thing.text.lower() not in {"scheme", "ban", "project"}
    if by is not None or put or not new or is_people_noun(verb_of(thing)):
        return None
    text = as_told(reading, sentence, thing)
    return finished(f"Will there be {text[:1].lower()}{text[1:]}") if text else None


def _reviewed(reading: Reading, sentence: Sentence, state: Token) -> str | None:
    """Return the question in "the fifth licence is under review", "under consideration"."""
    link, thing = sentence.child(state, "cop"), subject_of(sentence, state)
    if link is None or thing is None or not has_case(sentence, state, {"under"}):
        return None
    told = link.tag == "VBD" and state.label not in {"ccomp", "conj"}
    loose = thing.tag.startswith(("PRP", "DT", "W")) or is_people_noun(verb_of(thing))
    if told or loose or is_withheld(sentence, state):
        return None
    text = definite(reading, sentence, thing)
    if text is None or len(text.split()) <= len(("the", "request")):
        return None
    if state.text.lower() == "review":
        return finished(f"What will be decided about {text}")
    return _comes(reading, sentence, state, thing) or decided_on(reading, sentence, thing)


def _at_risk(reading: Reading, sentence: Sentence, risk: Token) -> str | None:
    """Return the question in "the school is at risk of closure", "some 300 jobs are at risk"."""
    link, thing = sentence.child(risk, "cop"), subject_of(sentence, risk)
    if link is None or thing is None or link.tag == "VBD" or is_withheld(sentence, risk):
        return None
    if not has_case(sentence, risk, {"at", "under"}) or thing.tag.startswith(("PRP", "DT", "W")):
        return None
    fate = led_to(sentence, risk, "of")
    deed = DOING.get(fate.text.lower()) if fate else None
    lost = "lose" if fate is None and thing.text.lower() in {"jobs", "posts"} else None
    text = definite(reading, sentence, thing) if deed or lost else None
    return finished(f"Will {text} be {participle(deed or lost or '')}") if text else None


FINDERS: tuple[Finder, ...] = (
    on_verbs(
        "consider discuss explore moot study weigh mull",
        _considered,
        0.8,
        "The source says that this is being considered.",
    ),
    on_words("risk threat", _at_risk, 0.75, "The source says that there is a {word} of this."),
    on_words(
        "review consideration discussion",
        _reviewed,
        0.75,
        "The source says that this is under {word}.",
    ),
)
