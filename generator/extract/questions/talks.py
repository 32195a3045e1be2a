"""Talks that go on, to whether those who hold them will reach agreement."""

from __future__ import annotations

from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.matters import about, as_told, both_sides
from generator.extract.questions.point import acting_subject, can_speak, has_case, led_to
from generator.extract.questions.weighed import OVER, is_about
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token


def talked(reading: Reading, sentence: Sentence, talks: Token) -> str | None:
    """Return the question in "talks between the two sides over pay continue"."""
    if partner := led_to(sentence, talks, "with"):
        return _agreed(reading, sentence, talks, partner)
    matter = about(sentence, talks)
    what = as_told(reading, sentence, matter) if matter else None
    on = f" on {what}" if what else ""
    sides = between(reading, sentence, talks, "and") or _both_sides(reading, sentence, talks)
    if sides:
        return finished(f"Will {sides} reach agreement{on}")
    return finished(f"Will agreement be reached{on}") if what else None


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
    matter = deed or next((t for t in below if has_case(sentence, t, OVER)), None)
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
