"""Quotations that no claim holds -> attributions: by the words beside, or the conversation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.quotation_marks import Quotation
from generator.extract.reading import Attribution
from generator.extract.speech import conversation, dialogue
from generator.extract.speech.claims import cue_span
from generator.extract.speech.dialogue import Voice, kind_of
from generator.extract.speech.quoted_words import merged
from generator.extract.speech.scene import Scene
from generator.extract.speech.speakers import Cast, is_anonymous, source_spans
from generator.extract.words.speech_verbs import SPEAKING, WORDLESS
from generator.language.morphology import lemma
from generator.model import Span

_TALKS_ON = 3
"""Sentences of the article's own that may part what somebody says, where they tell of no other."""


def with_dialogue(scene: Scene, cast: Cast, claimed: list[Attribution]) -> list[Attribution]:
    """Return the attributions with those of the quotations added that stand on their own."""
    held = {
        quotation
        for attribution in claimed
        for span in attribution.content
        for quotation in scene.within(span)
    }
    found = sorted(claimed, key=lambda a: a.cue.start)
    for quotation in scene.quotations:
        if quotation in held:
            continue
        at = bisect_left(found, quotation.start, key=lambda a: a.cue.start)
        previous = found[at - 1] if at else None
        if previous is not None and _leads_to(scene, previous, quotation):
            found[at - 1] = _extended(scene, previous, quotation)
        elif not dialogue.is_full(scene, quotation):
            continue
        elif (last := _last_direct(found, at)) is not None and _continues(
            scene, found[last], quotation
        ):
            content = (*found[last].content, *quotation.pieces)
            found[last] = replace(found[last], content=content)
        elif (spoken := _spoken(scene, cast, quotation, previous)) is not None:
            if at < len(found) and _is_parted(scene, spoken, found[at]):
                found[at] = replace(found[at], content=(*spoken.content, *found[at].content))
            else:
                found.insert(at, spoken)
    return found


def _last_direct(found: Sequence[Attribution], at: int) -> int | None:
    """Return the index of the last direct quotation before, whatever its sentence says besides."""
    sentence = found[at - 1].sentence if at else None
    before = range(at - 1, -1, -1)
    return next(
        (n for n in before if found[n].kind == "direct" or found[n].sentence != sentence), None
    )


def _is_parted(scene: Scene, first: Attribution, second: Attribution) -> bool:
    """Tell whether two quotations are one sentence around its cue: “Perhaps,” he said, “we may”."""
    text, start = scene.document.text, second.content[0].start
    between = text[second.cue.end : start].strip(" ,")
    one = first.cue == second.cue and second.kind == "direct" and not between
    return one and text[start : start + 3].lstrip("\"“'‘")[:1].islower()


def _leads_to(scene: Scene, previous: Attribution, quotation: Quotation) -> bool:
    """Tell whether a quotation ends the sentence that a cue before it began.

    The parse then cut what is said short: `called the raid, long planned, “a gift”`.
    """
    here = scene.sentence_at(quotation.start)
    before = previous.content[0].start < previous.cue.start
    if before or here.index != previous.sentence or previous.cue_lemma in WORDLESS:
        return False
    end = previous.content[-1].end
    aside = dialogue.told_between(scene, end, quotation)
    return not aside and dialogue.spoken_after(scene, quotation) is None


def _extended(scene: Scene, previous: Attribution, quotation: Quotation) -> Attribution:
    start = previous.content[0].start
    end = max(quotation.end, dialogue.clause_end(scene, previous.cue, quotation))
    content = merged((Span(start, end), *quotation.pieces))
    content = dialogue.without_comment(scene, content)
    return replace(previous, content=content, kind=kind_of(scene, content))


def _continues(scene: Scene, previous: Attribution, quotation: Quotation) -> bool:
    """Tell whether a quotation goes on with the one just before it: “…,” she said. “…”."""
    if previous.kind != "direct":
        return False
    here = scene.sentence_at(quotation.start)
    if here.index == previous.sentence and previous.content[-1].end <= previous.cue.start:
        return True
    there = scene.sentence_at(max(previous.cue.start, previous.content[-1].end - 1))
    near = here.paragraph == there.paragraph and here.index - there.index <= 1
    return near and dialogue.fills_sentences(scene, quotation)


def _spoken(
    scene: Scene, cast: Cast, quotation: Quotation, previous: Attribution | None
) -> Attribution | None:
    """Return the attribution of a quotation by the words beside it or by the conversation."""
    standing = dialogue.fills_sentences(scene, quotation)
    beside = conversation.shouted if standing else dialogue.beside
    voice = beside(scene, quotation) or conversation.leading_in(scene, quotation)
    since = _sentences_since(scene, previous, quotation) if previous and standing else None
    if voice is None and standing and (since is None or since > 1):
        voice = _of_a_person(scene, cast, conversation.about(scene, quotation))
    if voice is not None:
        return _from_voice(scene, cast, quotation, voice)
    if previous is None or since is None or since > _TALKS_ON:
        return None
    spoken = replace(previous, content=quotation.pieces, kind="direct", negated=False, via=())
    return spoken if since < 1 or _goes_on(scene, cast, spoken) else _unattributed(spoken)


def _of_a_person(scene: Scene, cast: Cast, voice: Voice | None) -> Voice | None:
    """Return a voice, but for a body or a place that was told of and said nothing."""
    if voice is None or voice.cue is not None:
        return voice
    actor = cast.speaker(scene.document.sentences[voice.sentence], voice.source)
    return voice if actor is None or actor.kind in {"person", "group"} else None


def _goes_on(scene: Scene, cast: Cast, spoken: Attribution) -> bool:
    """Tell whether whoever spoke last may say what stands alone: several people say no `I`."""
    actor = cast.by_id.get(spoken.speaker or "")
    alone = conversation.is_of_one(scene, spoken.content)
    return not alone or actor is None or actor.kind == "person"


def _unattributed(spoken: Attribution) -> Attribution:
    start = spoken.content[0].start
    return replace(spoken, source=(), speaker=None, anonymous=False, cue=Span(start, start))


def _sentences_since(scene: Scene, previous: Attribution, quotation: Quotation) -> int | None:
    """Return how many sentences ago the last one spoke who may still be speaking."""
    if not previous.source or not (
        previous.kind == "direct" or previous.cue_lemma in SPEAKING | {"according to"}
    ):
        return None
    here = scene.sentence_at(quotation.start)
    there = scene.document.sentences[previous.sentence]
    last = scene.sentence_at(max(previous.cue.start, previous.content[-1].end - 1))
    return here.index - max(last.index, there.index)


def _from_voice(scene: Scene, cast: Cast, quotation: Quotation, voice: Voice) -> Attribution:
    sentence = scene.document.sentences[voice.sentence]
    speaker = cast.speaker(sentence, voice.source)
    nowhere = Span(quotation.start, quotation.start)
    content = dialogue.said_from(scene, voice, quotation)
    return Attribution(
        sentence=scene.sentence_at(quotation.start).index,
        source=source_spans(sentence, voice.source, voice.cue),
        speaker=speaker.id if speaker else None,
        cue=cue_span(sentence, voice.cue) if voice.cue else nowhere,
        cue_lemma=lemma(voice.cue.text, voice.cue.tag) if voice.cue else "say",
        content=content,
        kind=kind_of(scene, content),
        clausal=True,
        anonymous=is_anonymous(sentence, voice.source, speaker),
    )
