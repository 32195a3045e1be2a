"""Attributions whose speaker is a pronoun that is open -> the same with whoever it takes up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.actors.genders import gender_told
from generator.extract.reading import Attribution, sentence_at
from generator.extract.speech.speakers import Cast
from generator.language.tree import Document
from generator.model import Span

_NEAR_PARAGRAPHS = 2
"""How far back the last speaker may stand from a pronoun."""
_NEAR_SENTENCES = 3
_PRONOUNS = {
    "person": ("he", "she"),
    "organisation": ("it", "they"),
    "country": ("it",),
    "group": ("they",),
}
"""What takes up a speaker of each kind."""
_OTHER_SEX = {"he": "f", "she": "m"}
_THINGS = frozenset({"it", "that", "these", "this", "those"})
_GOING_ON = frozenset({"add", "conclude", "continue"})
"""What one does who has spoken before."""
_ASKED = re.compile(r"(?:when )?asked (?:about|how|if|what|whether|who|why)\b", re.IGNORECASE)
_ARTICLES = ("the ", "a ", "an ")


def with_pronouns(
    document: Document, cast: Cast, found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Give `he said`, `it said` that are open to the last such speaker."""
    last: dict[str, Attribution] = {}
    before: Attribution | None = None
    for attribution in found:
        here = document.sentences[attribution.sentence].paragraph
        said = " ".join(document.text[s.start : s.end] for s in attribution.source).lower()
        taken = _goes_on(attribution, said) or (
            said in _OTHER_SEX and _is_spoken_of(document, cast, attribution)
        )
        held = attribution.speaker and not taken
        meant = None if held else last.get(said)
        if before and _is_met_in(before, cast, said, attribution):
            meant = before
        if (
            before is not None
            and said in _OTHER_SEX
            and _talks_on(document, cast, before, attribution)
        ):
            meant = before if _may_be(document, cast, before, said) else meant
        if meant and here - document.sentences[meant.sentence].paragraph <= _NEAR_PARAGRAPHS:
            source = (*(() if meant.speaker else meant.source), *attribution.source)
            attribution = replace(
                attribution, speaker=meant.speaker, source=source, anonymous=meant.anonymous
            )
        else:
            attribution = _of_protagonist(document, cast, attribution, said)
            last.update(
                (pronoun, attribution) for pronoun in _taking_up(document, cast, attribution, said)
            )
        before = before if said in _THINGS else attribution
        yield attribution


def _goes_on(spoken: Attribution, pronoun: str) -> bool:
    """Tell whether a pronoun is whoever has spoken before, whomever else it was taken for."""
    behind = spoken.kind == "indirect" and spoken.content[-1].end <= spoken.cue.start
    return pronoun in _OTHER_SEX and (behind or spoken.cue_lemma in _GOING_ON)


def _is_met_in(told: Attribution, cast: Cast, said: str, spoken: Attribution) -> bool:
    """Tell whether `the Green leader` was taken for whom only the last speaker's words name.

    Not where those tell of that office: `“Prime Minister Orr paid,” he said. The prime minister`.
    """
    actor = cast.by_id.get(spoken.speaker or "")
    if actor is None or any(word in (actor.role or "").lower() for word in said.split()[-1:]):
        return False
    own = spoken.source
    kinds = {m.kind for m in actor.mentions if any(s.start <= m.start < s.end for s in own)}
    return kinds == {"role"} and _tells_of(cast, told, actor.id)


def _is_spoken_of(document: Document, cast: Cast, spoken: Attribution) -> bool:
    """Tell whether a pronoun was taken for whom its own words name, or the question before it.

    So `“Cartes is to blame,” he said` and `Asked if Cartes was to blame, he said`.
    """
    sentence = sentence_at(document, spoken.cue.start)
    actor = cast.by_id.get(spoken.speaker or "")
    if actor is None or sentence is None:
        return False
    asked = _ASKED.match(document.text, sentence.start, spoken.cue.start)
    told = spoken.content if spoken.kind == "direct" else ()
    within = (*told, *([Span(asked.end(), spoken.cue.start)] if asked else ()))
    named = [m.start for m in actor.mentions if m.kind != "pronoun" and m.start < spoken.cue.start]
    return any(span.start <= max(named, default=-1) < span.end for span in within)


def _of_protagonist(
    document: Document, cast: Cast, spoken: Attribution, pronoun: str
) -> Attribution:
    """Give a quotation of `he said` whom nobody near it can be to whom the article is about."""
    is_open = spoken.kind == "direct" and not spoken.speaker and pronoun in _OTHER_SEX
    main = cast.protagonist() if is_open else None
    own = main is not None and gender_told(main, document) != _OTHER_SEX[pronoun]
    return replace(spoken, speaker=main.id) if main and own else spoken


def _talks_on(document: Document, cast: Cast, before: Attribution, spoken: Attribution) -> bool:
    """Tell whether whoever spoke last speaks again: `“No,” said Reis. “Why?” he said. He added`.

    So it is where the same pronoun or a quotation follows in the paragraph with nobody named
    between, and behind words that tell of whom it was taken for: `said a guard had left. “Why?”`
    """
    end = max(before.content[-1].end, before.cue.end)
    there = sentence_at(document, end - 1)
    here = sentence_at(document, spoken.content[0].start)
    if not (before.source and here and there):
        return False
    opens = here.index == there.index + 1 and here.start == spoken.source[-1].start
    if here.paragraph != there.paragraph and not opens:
        return False
    last, own = (document.text[a.source[-1].start : a.source[-1].end] for a in (before, spoken))
    actor = cast.by_id.get(spoken.speaker or "")
    named = (m.start for m in actor.mentions if m.kind != "pronoun") if actor else ()
    met = any(end <= start < spoken.content[0].start for start in named)
    tells_on = opens and before.source[0].start == there.start
    if not met and (spoken.cue_lemma in _GOING_ON or last.lower() == own.lower() or tells_on):
        return here.index - there.index <= _NEAR_SENTENCES
    told_of = before.kind == "direct" or _tells_of(cast, before, spoken.speaker)
    follows = here.index == there.index + 1 and spoken.cue.start > spoken.content[0].start
    return told_of and spoken.kind == "direct" and follows


def _tells_of(cast: Cast, told: Attribution, actor_id: str | None) -> bool:
    """Tell whether somebody has been met only in what another said."""
    actor = cast.by_id.get(actor_id or "")
    met = min((m.start for m in actor.mentions if m.kind != "pronoun"), default=-1) if actor else -1
    return any(span.start <= met < span.end for span in told.content)


def _may_be(document: Document, cast: Cast, told: Attribution, pronoun: str) -> bool:
    """Tell whether a pronoun may mean whoever an attribution names: one, and not of another sex."""
    actor = cast.by_id.get(told.speaker or "")
    if actor is None:
        return True
    return actor.kind != "group" and gender_told(actor, document) != _OTHER_SEX[pronoun]


def _taking_up(
    document: Document, cast: Cast, attribution: Attribution, said: str
) -> Iterator[str]:
    """Yield the pronouns that may take up a speaker."""
    thing = not attribution.speaker and not attribution.anonymous and said.startswith(_ARTICLES)
    actor = cast.by_id.get(attribution.speaker or "")
    kind = "organisation" if thing else actor.kind if actor else ""
    gender = gender_told(actor, document) if actor and kind == "person" else ""
    yield from (p for p in _PRONOUNS.get(kind, ()) if not gender or _OTHER_SEX.get(p) != gender)
