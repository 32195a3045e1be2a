"""What an article asks, what nobody has set or made and to what nobody replied, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import is_plural_noun
from generator.extract.grammar.naming import named, possessive
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    led_to,
    name_for,
    names_nobody,
    subject_parts,
    subject_plural,
    verbs,
    who_says,
    worded,
)
from generator.extract.questions.question_grammar import affirmed, ask, future, verb_of
from generator.extract.questions.told_events import (
    DEEDS,
    MISHAPS,
    SUCCESSORS,
    event_before,
    leaver_before,
)
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import has_yet_to, is_none, is_withheld
from generator.extract.reading import Reading
from generator.extract.words.answers import ENQUIRIES, SAYING, UNCLEAR, WORKING_OUT
from generator.language.tree import Sentence, Token

_LEADING = frozenset({"so", "but", "and", "then", "now"})


def find_posed(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what nobody answers: "Was the radar working? Reis would not be drawn"."""
    asked = preceding(reading, sentence)
    if asked is None or asked.paragraph != sentence.paragraph or asked.tokens[-1].text != "?":
        return
    answered = all(not is_withheld(sentence, v) for v in verbs(sentence, SAYING | WORKING_OUT))
    if reading.is_quoted(asked.start) or (answered and sentence.words.isdisjoint(UNCLEAR)):
        return
    start = next((n for n, word in enumerate(asked.lower) if word not in _LEADING), 0)
    question = finished(spell(reading, asked, asked.tokens[start:-1]))
    if question:
        why = "The source asks this and reports no answer."
        yield OpenPoint(question, "unanswered", why, (asked, sentence), 1.0)


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
    if thing is not None and any(t.text.lower() == "any" for t in sentence.children(thing, "det")):
        return None  # "no decisions have been made on any site"
    if verb_of(noun) == "arrest" and text is None:
        text = event_before(reading, sentence, DEEDS | MISHAPS)
    if "{x}" in form and text is None:
        return finished("Will anyone be arrested") if verb_of(noun) == "arrest" else None
    article = "an " if noun.text[0].lower() in "aeiou" else "a "
    some = "" if is_plural_noun(sentence, noun) else article
    return finished(form.format(x=text, n=f"{some}{noun.text.lower()}"))


_NAMING = frozenset("name appoint choose find elect announce".split())


def find_heirless(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who will follow somebody who leaves: "no successor has been named"."""
    for noun in worded(sentence, SUCCESSORS):
        verb = sentence.head(noun)
        if verb is None or verb_of(verb) not in _NAMING or sentence.child(noun, "nmod"):
            continue
        named_so = noun.label in {"obj", "nsubj:pass"}
        if not named_so or not (is_none(sentence, noun) or is_withheld(sentence, verb)):
            continue
        leaver = leaver_before(reading, sentence)
        question = finished(f"Who will succeed {leaver}") if leaver else None
        if question:
            why = "The source says that nobody has been named."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)


_PUT = frozenset({"invitation", "offer", "proposal", "ultimatum"})
"""What one accepts or does not."""


def find_silence(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield how somebody will respond where they have not: "had not responded to the proposal"."""
    for verb in verbs(sentence, frozenset({"respond", "reply", "react", "answer"})):
        helped = sentence.child(verb, "aux") or has_yet_to(sentence, verb)
        if not helped or not is_withheld(sentence, verb):
            continue
        what, to = sentence.child(verb, "obj"), led_to(sentence, verb, "to")
        barred = ENQUIRIES - {"request"} if what else ENQUIRIES
        to_what = what or to
        if to_what is None or to_what.text.lower() in barred:
            continue
        asked = led_to(sentence, to_what, "for")
        if asked is not None and asked.text in {"comment", "comments", "interview", "response"}:
            continue  # "did not answer a request for comment"
        alone = sentence.child(to_what, "nmod") is None
        if alone and len(sentence.children(to_what)) <= len(("to", "the")):
            if accepted := _accepted(reading, sentence, verb, to_what):
                why = _why(reading, sentence, verb)
                yield OpenPoint(accepted, "unanswered", why, (sentence,), 0.8)
            continue  # "to the offer": the question about the offer itself says more
        parts, plural = subject_parts(reading, sentence, verb), subject_plural(sentence, verb)
        clause = clause_of(reading, sentence, verb, parts, plural=plural)
        question = clause and ask(reading, future(affirmed(clause)), opening=("How",))
        if question:
            why = _why(reading, sentence, verb)
            yield OpenPoint(question, "unanswered", why, (sentence,), 1.0)


def _why(reading: Reading, sentence: Sentence, verb: Token) -> str:
    who = who_says(reading, sentence, verb)
    had = "Nobody had" if names_nobody(who) else f"{who} had not"
    return f"{had} responded, the source says."


def _accepted(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> str | None:
    """Return the question in "has yet to answer their invitation"."""
    who, owner = acting_subject(sentence, verb), sentence.child(thing, "nmod:poss")
    name = name_for(reading, sentence, who)
    own = owner is not None or thing.text == "invitation"
    if thing.text not in _PUT or not own or who is None or name is None or names_nobody(name):
        return None
    host = _host(reading, sentence, who, owner) if owner else None
    whose = possessive(reading, host) if host and host != name else "the"
    new = " ".join(t.text for t in sentence.children(thing, "amod"))
    return finished(" ".join(f"Will {name} accept {whose} {new} {thing.text}".split()))


def _host(reading: Reading, sentence: Sentence, guest: Token, owner: Token) -> str | None:
    """Return whose an invitation is: not the guest's own, but those told of just before."""
    actor = reading.actor_at(sentence.index, owner.index)
    if actor and actor is not reading.actor_at(sentence.index, guest.index):
        return named(reading, actor)
    earlier = preceding(reading, sentence)
    subject = subject_of(earlier, earlier.root) if earlier else None
    before = reading.actor_at(earlier.index, subject.index) if earlier and subject else None
    return named(reading, before) if before else None
