"""A headline and the statements of its article -> which of them it tells of, and how it puts it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extract.events.action import headline_action, headline_verb
from generator.extract.events.candidates import Candidate
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.reading import Reading
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import Draft, Who

HEADED = 0.6
"""Weight of a statement about the actor that the headline begins with, or with its verb."""
ALIKE = 0.25
"""Weight of a statement about something that the headline calls by the same word."""
COUNTS = frozenset("dozens hundreds majority number scores tens thousands".split())
"""Of whom there are so many is who acts: "thousands of growers"."""
LIGHT = frozenset("get give go hold make put set take".split())
"""Verbs that say little of what is done: "hold talks"."""
CRY = re.compile(r"""(?:'[^']+'|‘[^’]+’|"[^"]+"|“[^”]+”)[:,]? """)
"""Somebody's words in front of a headline that tells more."""
QUOTING = ('":', "':", "’:", "”:", "?")
"""Signs of a headline that says little by its first verb."""


def main_event(reading: Reading, draft: Draft, candidates: Sequence[Candidate]) -> Candidate:
    """Return the statement of the main event, best one about whom the headline tells.

    Without a headline to say what it is, the article's first statement tells it.
    """
    headline = reading.document.headline
    if headline is None:
        return candidates[0]
    verb = headline_verb(headline)
    headed = headline_actor(reading, draft)

    def telling(candidate: Candidate) -> tuple[float, int, int]:
        if _is_by(candidate, headed):
            bonus = HEADED
        else:
            bonus = _likeness(headline, verb, candidate) if verb is not None else 0.0
        return candidate.weight + bonus, -candidate.sentence.index, -candidate.head.index

    return max(candidates, key=telling)


def _is_by(candidate: Candidate, who: Who | None) -> bool:
    """Say whether somebody is the actor of a statement."""
    return who is not None and candidate.actor is not None and candidate.actor.id == who.id


def action_in_headline(reading: Reading, draft: Draft, main: Candidate) -> str | None:
    """Return the main event's action in the headline's words, which say it shortest.

    None where the headline tells of somebody else than the main statement does.
    """
    headline, title = reading.document.headline, reading.document.article.source.title
    verb = headline_verb(headline) if headline else None
    if headline is None or title is None or verb is None:
        return None
    if any(mark in title for mark in QUOTING):
        return None  # somebody's words, or a heading with what it is about
    first = headline_actor(reading, draft)
    if not _is_by(main, first) and _likeness(headline, verb, main) < HEADED:
        return None
    told = _told(title)
    opening = told.casefold().startswith
    named = max((len(f) for f in _forms(first) if opening(f)), default=0) if first else 0
    action = headline_action(headline, len(title) - len(told) + named if named else 0)
    return " ".join([*_left_out(headline, verb, main), action]) if action else None


def _left_out(headline: Sentence, verb: Token, main: Candidate) -> list[str]:
    """Return what the statement says before a participle and headlines save: "[was] closed"."""
    taken = verb.tag == "VBD" and main.sentence.child(main.head, "aux:pass")  # a participle for one
    if not (verb.tag == "VBN" or taken) or headline.child(verb, "aux", "aux:pass"):
        return []
    same = lemma(verb.text, verb.tag) == lemma(main.head.text, main.head.tag)
    helpers = main.sentence.children(main.head, "aux", "aux:pass") if same else ()
    return [t.text for t in helpers]


def _likeness(headline: Sentence, verb: Token, main: Candidate) -> float:
    """Return what it weighs that a headline and a statement share their verb or subject."""
    word = lemma(verb.text, verb.tag)
    shared = _of_subject(headline, verb) & _of_subject(main.sentence, main.head)
    # "Cocoa growers" are no "Cocoa Board": of a name the last word counts, or all of them.
    heads = (subject_of(headline, verb), subject_of(main.sentence, main.head))
    last = {lemma(t.text, t.tag).lower() for t in heads if t is not None} & shared
    names = (t for t in headline.tokens if t.tag.startswith("NNP"))
    named = any(lemma(t.text, t.tag).lower() in last for t in names)
    if named or (word == lemma(main.head.text, main.head.tag) and word not in LIGHT):
        return HEADED
    return ALIKE if shared else 0.0


def _of_subject(sentence: Sentence, head: Token) -> frozenset[str]:
    """Return the base forms of the nouns in the subject of a clause; "fans of Halm" are fans."""
    subject = subject_of(sentence, head)
    if subject is None:
        return frozenset()
    counted = subject.text.lower() in COUNTS and sentence.child(subject, "nmod")
    if counted:
        return frozenset({lemma(counted.text, counted.tag).lower()})
    several = sentence.children(subject, "nmod") if subject.tag == "NNS" else ()
    several += sentence.children(subject, "nmod:poss")  # "the king's visit" is no king
    others = {t.index for n in several for t in sentence.subtree(n)}
    nouns = (t for t in phrase(sentence, subject) if t.tag.startswith("NN"))
    return frozenset(lemma(t.text, t.tag).lower() for t in nouns if t.index not in others)


def headline_actor(reading: Reading, draft: Draft) -> Who | None:
    """Return the actor that the headline begins with."""
    opening = _told(reading.document.article.source.title or "").casefold().startswith
    return next((w for w in draft.who if any(map(opening, _forms(w)))), None)


def _told(title: str) -> str:
    """Return a title without the cry that it may open with: "‘Never again’ Orr blames"."""
    return CRY.sub("", title, count=1) if CRY.match(title) else title


def _forms(who: Who) -> list[str]:
    """Return the names, folded, that a headline may call somebody by."""
    surname = [who.name.split()[-1]] if who.kind == "person" else []
    return [form.casefold() for form in (who.name, *who.aliases, *surname)]
