"""What nobody has set, made or reached yet, to open points: hearings, dates, decisions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import is_plural_noun
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.point import OpenPoint
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.told_events import DEEDS, MISHAPS, event_before
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_NOT_YET = {
    ("schedule", ""): "When will {n} be scheduled",
    ("make", "decision"): "What will be decided about {x}",
    ("take", "decision"): "What will be decided about {x}",
    ("reach", "decision"): "What will be decided about {x}",
    ("make", "arrest"): "Will anyone be arrested over {x}",
}


def find_missing(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what has not happened yet: "no hearing has been scheduled", "no date has been set"."""
    for verb, _ in sentence.verbs if "no" in sentence.words else ():
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
    if "{x}" in form and text is None:
        return finished("Will anyone be arrested") if verb_of(noun) == "arrest" else None
    article = "an" if noun.text[0].lower() in "aeiou" else "a"
    return finished(form.format(x=text, n=f"{article} {noun.text.lower()}"))
