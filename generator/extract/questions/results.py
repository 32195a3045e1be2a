"""Results, findings and reports still to come, to what one asks: what they will show."""

from __future__ import annotations

from collections.abc import Callable

from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.attributes import about_thing
from generator.extract.questions.matters import definite
from generator.extract.questions.point import can_speak, name_for
from generator.extract.questions.told_events import event_before
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

BARE = len(("the", "review"))
"""Words of an event's name that tell nobody which one is meant."""
ELECTIONS = frozenset({"election", "elections", "runoff", "run-off", "by-election", "primary"})
TESTED = frozenset("sample samples test tests swab swabs autopsy post-mortem scan scans".split())
_COUNTED = frozenset("official final full provisional preliminary first".split())
_VAGUE = frozenset("new full further another next separate due test".split())


def shown(do: str) -> Callable[[Reading, Sentence, Token], str | None]:
    """Return the finder of what a document or a test will say or show."""

    def asked(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
        causes = (c for c in sentence.children(noun, "nmod") if c.text.lower() == "cause")
        cause = next(causes, None)
        if cause is not None:
            return about_thing(reading, sentence, cause)
        text = definite(reading, sentence, noun)
        known = text is not None and is_described(sentence, noun)
        return finished(f"What will {text} {do}") if known else None

    return asked


def is_described(sentence: Sentence, noun: Token, *also: str) -> bool:
    """Tell whether an event is told from others: "the police report", not "a report"."""
    more = sentence.children(noun, "amod", "compound", "nmod", "nmod:poss", *also)
    return any(t.text.lower() not in _VAGUE and not is_time(t) for t in more)


def found_out(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "official results are due by Friday", "the results of the tests"."""
    counted = any(t.text.lower() in _COUNTED for t in sentence.children(noun, "amod"))
    event = event_before(reading, sentence, ELECTIONS) if counted else None
    if event:
        return finished(f"Who won {event}")
    bare = not is_described(sentence, noun)
    near = (sentence, preceding(reading, sentence))
    words = {t.text.lower() for told in near if told for t in told.tokens}
    if bare and noun.text.lower() != "finding" and words & TESTED:
        return "What will the test results show?"
    return _by_finder(reading, sentence, noun) if bare else shown("show")(reading, sentence, noun)


def _by_finder(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "the board has sent an inspector, and a finding is expected"."""
    verb = sentence.head(noun)
    first = sentence.head(verb) if verb is not None and verb.label == "conj" else None
    who = subject_of(sentence, first) if first is not None else None
    if who is None or who.tag.startswith("PRP"):
        return None
    if can_speak(reading, sentence, who):
        name = name_for(reading, sentence, who)
        return finished(f"What will {name} find") if name else None
    text = definite(reading, sentence, who)
    return finished(f"What will {text} show") if text else None
