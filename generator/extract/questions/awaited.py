"""What an article says is put off, stalled, being tested or not yet out, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import is_plural_noun
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.attributes import DEEDS, MISHAPS, event_before, the
from generator.extract.questions.point import (
    OpenPoint,
    after_preposition,
    is_withheld,
    verbs,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.morphology import past
from generator.language.tree import Sentence

_LINKS = frozenset({"link", "connection", "relationship"})
_CHARGING = frozenset("arrest charge detain convict prosecute punish discipline".split())
_NOBODY = frozenset({"nobody", "no-one", "one", "none"})
_DOCUMENTS = frozenset({"report", "findings", "results", "review", "audit", "autopsy"})
_PUBLISHING = frozenset({"publish", "release", "issue", "complete", "finish", "disclose"})


def find_uncharged(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what nobody has been charged over, or arrested for."""
    for verb in verbs(sentence, _CHARGING):
        who = subject_of(sentence, verb)
        nobody = who is not None and who.text.lower() in _NOBODY
        if not nobody or who is None or not sentence.child(verb, "aux:pass"):
            continue
        if who.text.lower() == "one" and not any(
            t.text.lower() == "no" for t in sentence.children(who)
        ):
            continue
        over = after_preposition(sentence, verb, "over") or after_preposition(sentence, verb, "for")
        text = the(reading, sentence, over) if over else None
        text = text or event_before(reading, sentence, DEEDS | MISHAPS)
        over_what = f" over {text}" if text else ""
        question = finished(f"Will anyone be {past(verb_of(verb))}{over_what}")
        if question:
            why = f"The source says that nobody has been {past(verb_of(verb))}."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def find_links(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield a link that is not established: "had not found a link between the two deaths"."""
    for verb in verbs(sentence, frozenset({"establish", "find", "confirm", "prove"})):
        link = sentence.child(verb, "obj", "nsubj:pass")
        if link is None or link.text.lower() not in _LINKS:
            continue
        so_far = {t.text.lower() for t in sentence.subtree(verb)} & {"far", "yet"}
        none = any(t.text.lower() == "no" for t in sentence.children(link, "det"))
        open_still = so_far if none else is_withheld(sentence, verb)
        words = [t for t in phrase(sentence, link) if t.tag != "DT" or t.index > link.index]
        text = spell(reading, sentence, words, ("",)) if open_still else None
        question = text and len(words) > len(("link",)) and finished(f"Is there a {text}")
        if question:
            why = f"The source says that no {link.text.lower()} is established."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.85)


def find_unpublished(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what a report says that is not out yet: "the report has not been published"."""
    for verb in verbs(sentence, _PUBLISHING):
        document = sentence.child(verb, "nsubj:pass")
        if document is None or document.text.lower() not in _DOCUMENTS:
            continue
        words = phrase(sentence, document)
        related = any(t.tag in {"WDT", "WP"} for t in words)
        if related or not is_withheld(sentence, verb) or len(words) <= len(("the", "report")):
            continue
        text = the(reading, sentence, document)
        do = "do" if is_plural_noun(sentence, document) else "does"
        question = text and finished(f"What {do} {text} say")
        if question:
            why = "The source says that this is not yet out."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.85)
