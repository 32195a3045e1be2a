"""Who told whom -> the sourcing of a draft: media cited, named sources, unnamed sources."""

from __future__ import annotations

from generator.extract.gathering import is_outlet
from generator.extract.reading import Reading
from generator.extract.speech_verbs import SHOWING, SPEAKING
from generator.model import Draft, Sourcing

TELLING = SPEAKING | SHOWING | {"according to"}
"""Cues of those who told something; whoever believes, fears or demands is no source by that."""


def find_sourcing(reading: Reading, draft: Draft) -> Draft:
    """Return the draft with the count of its sources."""
    listed = {who.id for who in draft.who}
    told = [a for a in reading.attributions if a.clausal and a.cue_lemma in TELLING]
    speakers = {a.speaker: reading.actor(a.speaker) for a in told if a.speaker}
    named = [i for i, actor in speakers.items() if actor and not actor.anonymous]
    outlets = [i for i in named if (actor := speakers[i]) and is_outlet(actor)]
    unnamed = {i for i, actor in speakers.items() if actor and actor.anonymous}
    unnamed |= {
        " ".join(reading.document.words(s.start, s.end) for s in a.source)
        for a in told
        if a.anonymous and a.speaker not in unnamed and a.source
    }
    sourcing = Sourcing(
        outlets=tuple(dict.fromkeys(i for i in outlets if i in listed)),
        named=len(set(named) - set(outlets)),
        anonymous=len(unnamed),
    )
    return draft.model_copy(update={"sourcing": sourcing})
