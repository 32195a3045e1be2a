"""Who told whom -> the sourcing of a draft: media cited, named sources, unnamed sources."""

from __future__ import annotations

from generator.extract.actors.gathering import is_outlet
from generator.extract.grammar.holders import base_form, preposition_of
from generator.extract.reading import Actor, Attribution, Mention, Reading
from generator.extract.words.lexicon import OUTLET_NOUNS
from generator.extract.words.speech_verbs import SHOWING, SPEAKING
from generator.language.folding import fold
from generator.model import Draft, Sourcing

TELLING = SPEAKING | SHOWING | {"according to"}
"""Cues of those who told something; whoever believes, fears or demands is no source by that."""

_BY_OUTLETS = frozenset("interview obtain publish quote report reveal say see write".split())
"""What an outlet does with news, or somebody with it: “a memo obtained by Radio Sol”."""

_ANAPHORS = frozenset({"them", "these", "those", "another", "other"})
_OUTLET_NOUNS = (OUTLET_NOUNS | {"channel", "journal", "station", "tv"}) - {"agency"}


def find_sourcing(reading: Reading, draft: Draft) -> Draft:
    """Return the draft with the count of its sources."""
    listed = {who.id for who in draft.who}
    told = [a for a in reading.attributions if a.clausal and a.cue_lemma in TELLING]
    speakers = {a.speaker: reading.actor(a.speaker) for a in told if a.speaker}
    named = [i for i, actor in speakers.items() if actor and not actor.anonymous]
    outlets = [actor.id for actor in reading.actors if _is_medium(reading, actor)]
    hidden = {i for i, actor in speakers.items() if actor and actor.anonymous}
    unnamed = {i for i in hidden if not _is_met_before(reading, speakers[i])}
    unnamed |= {
        " ".join(reading.document.words(s.start, s.end) for s in a.source)
        for a in told
        if a.anonymous and a.speaker not in hidden and _is_its_own(reading, a)
    }
    sourcing = Sourcing(
        outlets=tuple(dict.fromkeys(i for i in outlets if i in listed)),
        named=len(set(named) - set(outlets)),
        anonymous=len(unnamed),
    )
    return draft.model_copy(update={"sourcing": sourcing})


def _is_met_before(reading: Reading, actor: Actor | None) -> bool:
    """Tell who is somebody told of by name, only in other words: `the jurist`, a first time."""
    if actor is None or actor.kind != "person":
        return False
    first = min(actor.mentions, key=lambda m: m.start)
    words = reading.document.words(first.start, first.end).lower()
    return words.startswith("the ") and not set("'’") & set(words)


def _is_its_own(reading: Reading, told: Attribution) -> bool:
    """Tell a source of its own from one of those named before: `one of them`."""
    words = " ".join(reading.document.words(s.start, s.end) for s in told.source).lower().split()
    return bool(words) and _ANAPHORS.isdisjoint(words)


def _is_medium(reading: Reading, actor: Actor) -> bool:
    """Tell whether an actor is an outlet, not the article's own, that something came from."""
    own = fold(reading.document.article.source.publisher or "")
    named = actor.name.lower() not in _OUTLET_NOUNS
    outlet = is_outlet(actor) or any(_is_introduced(reading, m) for m in actor.mentions)
    other = named and fold(actor.name) != own
    return outlet and other and _is_cited(reading, actor)


def _is_introduced(reading: Reading, mention: Mention) -> bool:
    """Recognise "the newspaper Le Pays", "the Point magazine"."""
    tokens = reading.document.sentences[mention.sentence].tokens
    beside = (*tokens[max(mention.first - 1, 0) : mention.first], *tokens[mention.last :][:1])
    named = mention.kind == "name" and tokens[mention.head].tag.startswith("NNP")
    return named and any(token.text.lower() in _OUTLET_NOUNS for token in beside)


def _is_cited(reading: Reading, outlet: Actor) -> bool:
    """Tell whether an outlet reported something, or somebody told it so."""
    tells = any(a.speaker == outlet.id and a.cue_lemma in TELLING for a in reading.attributions)
    return tells or any(_is_told(reading, mention) for mention in outlet.mentions)


def _is_told(reading: Reading, mention: Mention) -> bool:
    """Recognise "told Radio Sol that", "in an interview with the Sun", "the Sun reported"."""
    sentence = reading.document.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    while token.label in {"flat", "compound", "appos"} and token.head >= 0:
        token = sentence.tokens[token.head]
    above = sentence.head(token)
    if above is None:
        return False
    if token.label == "nsubj" and base_form(above) == "report":
        return True
    if token.label in {"obj", "iobj"}:
        return above.tag.startswith("VB") and base_form(above) == "tell"
    by = preposition_of(sentence, token)
    said = by in {"by", "in", "with"} and base_form(above) in _BY_OUTLETS
    return said or (by == "in" and base_form(above) in TELLING and above.tag.startswith("VB"))
