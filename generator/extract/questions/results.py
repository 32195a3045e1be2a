"""Results, reports and talks still to come, to what one asks of each: what they will show."""

from __future__ import annotations

from collections.abc import Callable

from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.attributes import about_thing
from generator.extract.questions.matters import ON, about, as_told, both_sides, definite
from generator.extract.questions.point import (
    acting_subject,
    can_speak,
    has_case,
    led_to,
    name_for,
    verbs,
)
from generator.extract.questions.told_events import event_before
from generator.extract.questions.weighed import is_about
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

BARE = len(("the", "review"))
"""Words of an event's name that tell nobody which one is meant."""
ELECTIONS = frozenset({"election", "elections", "runoff", "run-off", "by-election", "primary"})
TESTED = frozenset("sample samples test tests swab swabs autopsy post-mortem scan scans".split())
_COUNTED = frozenset("official final full provisional preliminary first".split())
_SIGNING = frozenset({"ink", "reach", "sign", "strike"})
_DEALS = frozenset("accord agreement deal pact treaty truce".split())
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
    if not bare:
        return shown("show")(reading, sentence, noun)
    tested = noun.text.lower() != "finding" and words & TESTED
    return _by_finder(reading, sentence, noun) or (
        "What will the test results show?" if tested else None
    )


def _by_finder(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "the board has sent an inspector, and a finding is expected"."""
    verb = sentence.head(noun)
    first = sentence.head(verb) if verb is not None and verb.label == "conj" else None
    who = subject_of(sentence, first) if first is not None else None
    if who is None or who.tag.startswith("PRP"):
        return None
    if who.text.lower() not in TESTED and can_speak(reading, sentence, who):
        name = name_for(reading, sentence, who)
        return finished(f"What will {name} find") if name else None
    text = definite(reading, sentence, who)
    return finished(f"What will {text} show") if text else None


def talked(reading: Reading, sentence: Sentence, talks: Token) -> str | None:
    """Return the question in "talks between the two sides over pay continue"."""
    if partner := led_to(sentence, talks, "with"):
        return _agreed(reading, sentence, talks, partner)
    matter = about(sentence, talks)
    what = as_told(reading, sentence, matter) if matter else None
    on = f" on {what}" if what else ""
    sides = between(reading, sentence, talks, "and") or _both_sides(reading, sentence, talks)
    if sides and not _have_signed(reading, sides):
        return finished(f"Will {sides} reach agreement{on}")
    return finished(f"Will agreement be reached{on}") if what else None


def _have_signed(reading: Reading, sides: str) -> bool:
    """Tell whether the article has the deal of two sides: "Reis signed a pact with Okoro"."""
    for sentence in reading.document.sentences:
        for verb in verbs(sentence, _SIGNING):
            thing, who = sentence.child(verb, "obj"), acting_subject(sentence, verb)
            name = name_for(reading, sentence, who) if who and thing else None
            done = verb.tag in {"VBD", "VBN"} and not is_withheld(sentence, verb)
            if done and name and name in sides and thing and thing.text.lower() in _DEALS:
                return True
    return False


def _both_sides(reading: Reading, sentence: Sentence, talks: Token) -> str | None:
    """Return who "resumed talks" where both are named: "envoys from Karsia and Veld"."""
    verb = sentence.head(talks) if talks.label == "obj" else None
    who = acting_subject(sentence, verb) if verb else None
    both = who is not None and any(t.label == "conj" for t in sentence.subtree(who))
    able = who is not None and both and can_speak(reading, sentence, who)
    return as_told(reading, sentence, who) if who and able else None


def _agreed(
    reading: Reading, sentence: Sentence, talks: Token, partner: Token | None
) -> str | None:
    """Return the question in "is in talks with its lenders over a waiver", "is negotiating pay"."""
    verb = sentence.head(talks) if talks.label == "obj" else talks
    who = acting_subject(sentence, verb) if verb else None
    if who is None or not can_speak(reading, sentence, who):
        return None
    below = [t for t in sentence.subtree(talks) if t.index > talks.index]
    deed = next((t for t in below if t.tag == "VBG" and is_about(sentence, t)), None)
    matter = deed or next((t for t in below if has_case(sentence, t, ON)), None)
    matter = matter or (sentence.child(talks, "obj") if talks.tag == "VBG" else None)
    if matter is None or not matter.tag.startswith(("NN", "VBG")):
        return None
    over = {t.index for t in sentence.subtree(matter)}
    others = tuple(t for t in phrase(sentence, partner) if t.index not in over) if partner else ()
    with_whom: tuple[Part, ...] = ("with", *others) if others else ()
    agreement: tuple[Part, ...] = ("reach", "agreement", *with_whom, "on")
    words = ("Will", *phrase(sentence, who), *agreement, *phrase(sentence, matter))
    return finished(spell(reading, sentence, words))


def between(reading: Reading, sentence: Sentence, noun: Token, joint: str = "or") -> str | None:
    """Return "Reis or Okoro" for "between Reis and Okoro"."""
    sides = (t for t in sentence.children(noun, "nmod") if has_case(sentence, t, {"between"}))
    side = next(sides, None)
    return both_sides(reading, sentence, side, joint) if side else None
