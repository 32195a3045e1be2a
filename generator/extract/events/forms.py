"""A reading with its main statement -> in what form its actor said it, or to whom."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.events.headline_verb import headline_verb
from generator.extract.events.main_event import headline_actor
from generator.extract.events.reason_words import Ground
from generator.extract.grammar.trimming import subject_of
from generator.extract.reading import Reading
from generator.extract.words.asides import SUBJECTS
from generator.extract.words.lexicon import WRITINGS, is_people_noun
from generator.extract.words.place_words import GATHERINGS
from generator.extract.words.speech_verbs import (
    OBJECT,
    OBJECT_INFINITIVE,
    SPEAKING,
    TALKING,
    WORDLESS,
)
from generator.extract.words.ties import lemma_above, marks
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import Draft

FORM = 0.5
"""Strength of “in a letter to parliament”, “at a rally in Halm”, “under an agreement”."""
TOLD = 0.3
"""Strength of “told the radio host Ana Orr”."""

_SAYING = (SPEAKING | OBJECT | OBJECT_INFINITIVE | TALKING) - WORDLESS
_TOLD = WRITINGS | frozenset(
    """
    address announcement appeal appearance ballot broadcast call clip column episode interview
    lecture podcast program programme rant remark sermon show speech statement talk testimony
    video vlog vote
    """.split()
)
"""What something is announced, decided or shown in."""
_HELD = GATHERINGS | frozenset(
    "briefing debate forum fundraiser gala rally stop town tour vigil visit".split()
)
"""Where one speaks in public."""
_WORDS = frozenset("announcement claim comment comments remark remarks statement".split())
_BY = frozenset({"in", "on", "via", "over", "through"})
_CALLING = frozenset("intercom internet line loudspeaker phone radio telephone".split())
"""What one says something "over": not a border post."""
_PLAIN = frozenset(
    "e-mail email interview letter memo message phone podcast post speech telephone tweet".split()
)
"""Forms that need no more said of them than they are: “in a letter”, “by phone”."""


def speaker_of_main(reading: Reading, draft: Draft) -> str | None:
    """Return the id of the actor whose saying something is the main event."""
    headline, title = reading.document.headline, reading.document.article.source.title
    who = headline_actor(reading, draft)
    if headline is not None and title is not None and who is not None:
        verb, named = headline_verb(headline), title.partition(":")[0].split()[-1:]
        says = verb is not None and lemma(verb.text, verb.tag) in _SAYING
        return who.id if says or named == who.name.split()[-1:] else None
    told = next((w for w in draft.what[:1] if w.action and w.actor), None)
    words = told.action.split() if told is not None and told.action else []
    deed = next((w for w in words if w not in {"has", "have", "had"}), "")
    spoke = any(lemma(deed, tag) in _SAYING for tag in ("VBD", "VBZ"))
    return told.actor if told is not None and spoke else None


def forms(reading: Reading, sentence: Sentence, speaker: str | None) -> Iterator[Ground]:
    """Yield the forms in which a sentence says that somebody spoke."""
    for token in sentence.tokens:
        verb = sentence.head(token) if token.label in {"obl", "iobj", "obj"} else None
        if verb is None or not verb.tag.startswith("VB"):
            continue
        if speaker and _is_held(sentence, token) and is_by(reading, sentence, verb, speaker):
            parts = frozenset({"obj"}) if lemma(verb.text, verb.tag) == "hold" else frozenset()
            yield Ground(verb if parts else token, FORM, parts=parts, main=True)
        told = _makes_it_known(sentence, verb)
        if not (told or (speaker and _speaks(reading, sentence, verb, speaker))):
            continue
        if token.label == "obl" and is_form(sentence, token):
            yield Ground(token, FORM, keep_tie=True, main=True)
        elif token.label in {"iobj", "obj"} and _is_told(sentence, token):
            yield Ground(verb, TOLD, parts=frozenset({"iobj", "obj"}), main=True)


def _makes_it_known(sentence: Sentence, verb: Token) -> bool:
    """Recognise “made the announcement [in a letter]”, “announced it [in a letter]”."""
    done, deed = sentence.child(verb, "obj", "nsubj:pass"), lemma(verb.text, verb.tag)
    if done is None or deed != "make":
        return done is not None and deed == "announce"
    known = sentence.subtree(done)[0].text.lower() in {"the", "his", "her"}
    return known and done.text.lower() in _WORDS


def _speaks(reading: Reading, sentence: Sentence, verb: Token, speaker: str) -> bool:
    """Say whether a verb, or the one that "speaking at a rally" hangs on, has somebody speak."""
    if lemma(verb.text, verb.tag) not in _SAYING:
        return False
    bare = verb.tag == "VBG" and subject_of(sentence, verb) is None
    clause = sentence.tokens[verb.head] if bare and verb.head >= 0 else verb
    return is_by(reading, sentence, clause, speaker)


def is_by(reading: Reading, sentence: Sentence, verb: Token, actor: str) -> bool:
    """Say whether an actor is the subject of a verb."""
    subjects = sentence.children(verb, *SUBJECTS)  # two where "pollster Ana Orr" is torn
    found = (reading.actor_at(sentence.index, t.index) for t in subjects)
    return any(one is not None and one.id == actor for one in found)


def is_form(sentence: Sentence, head: Token) -> bool:
    """Recognise “in a letter to parliament”, “on the phone”, “said at a rally in Halm”."""
    tie, noun = marks(sentence, head), lemma(head.text, head.tag).lower()
    described = sentence.child(head, "amod", "compound", "nmod", "acl", "nmod:poss") is not None
    if head.tag not in ("NN", "NNS") or not (described or noun in _PLAIN):
        return False
    if tie == "over" and noun not in _CALLING:
        return False
    held = tie in {"at", "during"} and lemma_above(sentence, head) in _SAYING
    return (tie in _BY and noun in _TOLD | _PLAIN) or (held and noun in _HELD | _TOLD)


def _is_held(sentence: Sentence, head: Token) -> bool:
    """Recognise "held a news conference", "used a speech to the board to argue"."""
    verb, noun = lemma_above(sentence, head), lemma(head.text, head.tag).lower()
    if head.label != "obj" or noun not in _HELD | _TOLD:
        return False
    return verb == "hold" or (
        verb == "use" and sentence.child(head, "nmod", "compound") is not None
    )


def _is_told(sentence: Sentence, hearer: Token) -> bool:
    """Tell “told the radio host Ana Orr”, “told a news conference” from “told the reporters”."""
    named = [t for t in sentence.subtree(hearer) if t.label not in {"det", "nmod:poss", "case"}]
    clausal = any(t.tag.startswith("VB") for t in named)
    if lemma_above(sentence, hearer) != "tell" or len(named) == 1 or clausal:
        return False
    noun = lemma(hearer.text, hearer.tag).lower()
    people = is_people_noun(noun) or noun in {"briefing", "conference", "hearing", "rally"}
    return people or any(t.tag.startswith("NNP") for t in named)
