"""A parsed document and its actors -> who said, wrote, asked, thought or wanted what.

Claims come from the parse (`cues.py`), quotations from their marks (`quotation_marks.py`), and
`dialogue.py` brings the two together. Here they become attributions with resolved speakers;
`spoken.py` adds the quotations that no claim holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.quotation_marks import find_quotations
from generator.extract.reading import Actor, Attribution, within
from generator.extract.speech import dialogue
from generator.extract.speech.claims import Claim, cue_span, is_infinitive
from generator.extract.speech.cues import find_claims
from generator.extract.speech.dialogue import kind_of
from generator.extract.speech.interviews import find_answers
from generator.extract.speech.pronoun_speakers import with_pronouns
from generator.extract.speech.quoted_words import is_title
from generator.extract.speech.scene import Scene
from generator.extract.speech.speakers import (
    Cast,
    cast_of,
    is_anonymous,
    source_spans,
    via,
)
from generator.extract.speech.spoken import with_dialogue
from generator.extract.speech.turns import ANSWER, QUESTION, Turn, find_turns
from generator.language.tree import Document
from generator.model import Span

_CLAUSAL_FORMS = frozenset({"clause", "host", "according"})


def find_attributions(document: Document, actors: tuple[Actor, ...]) -> tuple[Attribution, ...]:
    """Return the attributions of a document in text order."""
    if not document.sentences:
        return ()
    cast = cast_of(document, actors)
    turns = find_turns(document, frozenset(cast.by_token))
    answers = () if turns else find_answers(document)
    transcribed = [*answers, *(turn.content for turn in turns if turn.transcribed)]
    scene = _scene(document, transcribed)
    claimed = _without_rivals(
        [a for claim in scene.claims if (a := _from_claim(scene, cast, claim)).content]
    )
    found = with_dialogue(scene, cast, claimed)
    main = _interviewee(scene, cast, found, [*answers, *(turn.content for turn in turns)])
    told = (turn for turn in turns if turn.label.text != QUESTION)
    found += [_from_turn(scene, cast, turn, main) for turn in told]
    found += [_from_answer(scene, main, answer) for answer in answers]
    return tuple(with_pronouns(document, cast, sorted(found, key=_position)))


def _scene(document: Document, transcribed: list[Span]) -> Scene:
    """Return quotations and claims, but for what a transcript gives word for word."""
    is_known = within(transcribed)
    marked = (q for q in find_quotations(document.own_text) if not is_known(q.pieces[0].end - 1))
    scene = Scene(document, tuple(q for q in marked if not is_title(document.text, q)))
    claims = (claim for sentence in document.sentences for claim in find_claims(sentence))
    own = (c for c in claims if not scene.is_quoted(c.cue) and not is_known(c.cue.start))
    return replace(scene, claims=tuple(own))


def _position(attribution: Attribution) -> int:
    return min((span.start for span in attribution.content), default=attribution.cue.start)


def _from_claim(scene: Scene, cast: Cast, claim: Claim) -> Attribution:
    sentence = scene.document.sentences[claim.sentence]
    content = dialogue.content_of(scene, claim)
    if claim.source is not None and scene.is_quoted(claim.source):
        claim = replace(claim, source=None)
    speaker = cast.speaker(sentence, claim.source)
    return Attribution(
        sentence=claim.sentence,
        source=source_spans(sentence, claim.source, claim.cue),
        speaker=speaker.id if speaker else None,
        cue=cue_span(sentence, claim.cue),
        cue_lemma=claim.lemma,
        content=content,
        kind=kind_of(scene, content),
        negated=claim.negated,
        via=via(scene.document, sentence, claim),
        anonymous=is_anonymous(sentence, claim.source, speaker),
        clausal=claim.form in _CLAUSAL_FORMS and not is_infinitive(sentence, claim),
    )


def _interviewee(
    scene: Scene, cast: Cast, found: Sequence[Attribution], turns: Sequence[Span]
) -> Actor | None:
    """Return who answers in an interview, as far as the words before it tell."""
    start = min((turn.start for turn in turns), default=0)
    quoted = [a.speaker for a in found if a.clausal and a.cue.start < start]
    return cast.interviewee(scene.title, quoted)


def _from_turn(scene: Scene, cast: Cast, turn: Turn, main: Actor | None) -> Attribution:
    sentence = scene.document.sentences[turn.sentence]
    answers = turn.label.text == ANSWER
    speaker = main if answers else cast.speaker(sentence, turn.label)
    speaker = speaker or cast.named(turn.label.text)
    return Attribution(
        sentence=turn.sentence,
        source=(Span(turn.label.start, turn.label.end),),
        speaker=speaker.id if speaker else None,
        cue=turn.colon,
        cue_lemma="say",
        content=(turn.content,),
        kind="direct" if turn.transcribed else kind_of(scene, (turn.content,)),
    )


def _from_answer(scene: Scene, main: Actor | None, answer: Span) -> Attribution:
    start = answer.start
    return Attribution(
        sentence=scene.sentence_at(start).index,
        source=(),
        speaker=main.id if main else None,
        cue=Span(start, start),
        cue_lemma="say",
        content=(answer,),
        kind="direct",
        clausal=True,
    )


def _without_rivals(found: list[Attribution]) -> list[Attribution]:
    """Keep one attribution for each direct quotation: the one whose cue stands nearest."""
    nearest: dict[Span, Attribution] = {}
    for attribution in found:
        if attribution.kind == "direct":
            for piece in attribution.content:
                rival = nearest.get(piece)
                if rival is None or _distance(attribution, piece) < _distance(rival, piece):
                    nearest[piece] = attribution
    return [
        attribution
        for attribution in found
        if attribution.kind != "direct"
        or any(nearest[piece] is attribution for piece in attribution.content)
    ]


def _distance(attribution: Attribution, piece: Span) -> int:
    cue = attribution.cue
    return cue.start - piece.end if cue.start >= piece.end else max(piece.start - cue.end, 0)
