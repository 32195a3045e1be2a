"""A headline and the statements of its article -> which of them it tells of, and how it puts it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.events.action import headline_action
from generator.extract.events.candidates import Candidate, actor_of, points_back
from generator.extract.events.headline_verb import headline_verb
from generator.extract.grammar.trimming import kept_tokens, phrase, subject_of
from generator.extract.reading import Reading
from generator.extract.words.ties import marks
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import Draft, Who

HEADED = 0.8
"""Weight of a statement about the actor that the headline begins with, or with its verb."""
ALIKE = 0.25
"""Weight of a statement about something that the headline calls by the same word."""
LED_UP_TO = frozenset({"after", "as", "when"})
SCENES = frozenset(
    """dream feel glance hang imagine kneel lean lie look remember sit smell smile stand stare think
    wait wake walk watch wonder""".split()
)
"""What people in an opening scene do, of which the news is not."""
EMPTY_LEAD = 6
"""Words of a lead that names nobody and counts nothing: "The votes are in"."""
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

    Without a headline to say what it is, the article's first statement tells it, but for what
    only leads up to the news.
    """
    headline = reading.document.headline
    if headline is None:
        return next((c for c in candidates if not _only_leads_up(reading, c)), candidates[0])
    verb = headline_verb(headline)
    headed = headline_actor(reading, draft)

    def telling(candidate: Candidate) -> tuple[float, int, int]:
        if _is_by(candidate, headed):
            bonus = HEADED
        else:
            bonus = _likeness(headline, verb, candidate) if verb is not None else 0.0
            bonus = max(bonus, ALIKE * _is_of(reading, candidate, headed))
        return candidate.weight + bonus, -candidate.sentence.index, -candidate.head.index

    best = max(candidates, key=telling)
    return best if verb is None else _led_up_to(reading, headline, verb, best) or best


def _only_leads_up(reading: Reading, candidate: Candidate) -> bool:
    """Say whether an article tells its news only after a statement.

    "The votes are in and", "She thought of rats" and what answers the question before it do so.
    """
    sentence, head = candidate.sentence, candidate.head
    before = reading.document.sentences[: sentence.index][-1:]
    answers = any(s.words & {"?"} and s.tokens[0].text[0].isupper() for s in before)
    named = any(t.tag.startswith(("NNP", "CD")) for t in kept_tokens(sentence, head))
    scene = head.tag == "VBD" and lemma(head.text, head.tag) in SCENES
    told = candidate.attribution is not None
    empty = not named and len(candidate.text.split()) <= EMPTY_LEAD
    pointing = points_back(sentence, head)
    return pointing or _is_turned(reading, candidate) or (not told and (scene or answers or empty))


def _is_turned(reading: Reading, candidate: Candidate) -> bool:
    """Recognise "all like it" before "But …": what lasts and only leads up to the news."""
    sentence = candidate.sentence
    after = reading.document.sentences[sentence.index + 1 : sentence.index + 2]
    helpers = (candidate.head, *sentence.children(candidate.head, "cop", "aux", "aux:pass"))
    lasts = any(t.tag in {"VBZ", "VBP"} and t.text not in {"has", "have"} for t in helpers)
    turned = any(s.lower[:1] in {("but",), ("however",)} for s in after)
    return turned and lasts and candidate.attribution is None


def _led_up_to(
    reading: Reading, headline: Sentence, verb: Token, best: Candidate
) -> Candidate | None:
    """Return a statement on what came of the headline's deed as one on that deed.

    "Fans wept after Halm sold its keeper" tells that "Halm sells keeper".
    """
    if _likeness(headline, verb, best) > 0:
        return None
    for clause in best.sentence.children(best.head, "advcl"):
        actor = actor_of(reading, best.sentence, clause)
        below = replace(best, head=clause, actor=actor)
        if marks(best.sentence, clause) in LED_UP_TO and _do_the_same(headline, verb, below):
            return below
    return None


def _is_by(candidate: Candidate, who: Who | None) -> bool:
    """Say whether somebody is the actor of a statement."""
    return who is not None and candidate.actor is not None and candidate.actor.id == who.id


def _is_of(reading: Reading, candidate: Candidate, who: Who | None) -> bool:
    """Say whether a statement is about something of somebody: "the career of Ada Orr"."""
    subject = subject_of(candidate.sentence, candidate.head)
    own = phrase(candidate.sentence, subject) if who is not None and subject is not None else ()
    named = (reading.actor_at(candidate.sentence.index, t.index) for t in own)
    return any(actor is not None and who is not None and actor.id == who.id for actor in named)


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
    passive = main.sentence.child(main.head, "aux:pass") is not None
    taken = verb.tag == "VBD" and passive  # a participle for one
    if not (verb.tag == "VBN" or taken) or headline.child(verb, "aux", "aux:pass"):
        return []
    same = lemma(verb.text, verb.tag) == lemma(main.head.text, main.head.tag)
    helpers = main.sentence.children(main.head, "aux", "aux:pass") if same or passive else ()
    return [t.text for t in helpers]


def _likeness(headline: Sentence, verb: Token, main: Candidate) -> float:
    """Return what it weighs that a headline and a statement share their verb or subject."""
    shared = _of_subject(headline, verb) & _of_subject(main.sentence, main.head)
    # "Cocoa growers" are no "Cocoa Board": the last word counts, or those of all names.
    first = subject_of(headline, verb)
    heads = [first, *headline.children(first, "conj")] if first is not None else []
    heads += [t for one in heads for t in headline.children(one, "flat")]
    last = {lemma(t.text, t.tag).lower() for t in heads} & shared
    if last or _do_the_same(headline, verb, main):
        return HEADED
    return ALIKE if shared else 0.0


def _do_the_same(headline: Sentence, verb: Token, main: Candidate) -> bool:
    """Tell "Halm shuts pool" and "Halm shut it" from "the pool was shut", done by somebody else."""
    word = lemma(verb.text, verb.tag)
    done = main.sentence.child(main.head, "aux:pass") and headline.child(verb, "obj")
    return word == lemma(main.head.text, main.head.tag) and word not in LIGHT and not done


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
    """Return the actor that the headline's subject ends with, or that opens it without a verb."""
    title, headline = reading.document.article.source.title or "", reading.document.headline
    verb = headline_verb(headline) if headline else None
    subject = subject_of(headline, verb) if headline and verb else None
    if headline is None or subject is None:
        opening = _told(title).casefold()
        return next((w for w in draft.who if any(_opens(opening, f) for f in _forms(w))), None)
    names = (subject, *headline.children(subject, "flat"))
    told = f" {title[: max(t.end for t in names)].casefold()}"
    forms = [
        (form, who)
        for who in draft.who
        for form in _forms(who)
        if re.search(rf"\W{re.escape(form)}$", told)
    ]
    return max(forms, key=lambda row: len(row[0]), default=("", None))[1]


def _opens(title: str, form: str) -> bool:
    """Say whether a title opens with somebody, not with what is theirs: "Orr's long walk"."""
    behind = title[len(form) : len(form) + 2]
    return title.startswith(form) and behind not in {"'s", "’s"}


def _told(title: str) -> str:
    """Return a title without the cry that it may open with: "‘Never again’ Orr blames"."""
    return CRY.sub("", title, count=1) if CRY.match(title) else title


def _forms(who: Who) -> list[str]:
    """Return the names, folded, that a headline may call somebody by."""
    surname = [who.name.split()[-1]] if who.kind == "person" else []
    return [form.casefold() for form in (who.name, *who.aliases, *surname)]
