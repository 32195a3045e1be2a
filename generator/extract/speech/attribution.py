"""A parsed document and its actors -> who said, wrote, asked, thought or wanted what.

Claims come from the parse (`cues.py`), quotations from their marks (`quotation_marks.py`), and
`dialogue.py` brings the two together. Here they become attributions with resolved speakers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.quotation_marks import Quotation, find_quotations, within
from generator.extract.reading import Actor, Attribution
from generator.extract.speech import dialogue
from generator.extract.speech.claims import Claim, is_infinitive
from generator.extract.speech.cues import find_claims
from generator.extract.speech.dialogue import Voice
from generator.extract.speech.quoted_words import is_title, merged
from generator.extract.speech.scene import Scene
from generator.extract.speech.speakers import (
    Cast,
    cast_of,
    is_anonymous,
    source_spans,
    via,
    with_pronouns,
)
from generator.extract.speech.turns import ANSWER, QUESTION, Turn, find_turns
from generator.extract.words.speech_verbs import SPEAKING, WORDLESS
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token
from generator.model import QuoteKind, Span

_CLAUSAL_FORMS = frozenset({"clause", "host", "according"})
_TALKS_ON = 3
"""Sentences of the article's own that may part what somebody says, where they tell of no other."""
_LINKING = frozenset({"that", "and", "but", "or", "if", "whether", "also"})


def find_attributions(document: Document, actors: tuple[Actor, ...]) -> tuple[Attribution, ...]:
    """Return the attributions of a document in text order."""
    if not document.sentences:
        return ()
    cast = cast_of(document, actors)
    turns = find_turns(document, frozenset(cast.by_token))
    scene = _scene(document, [turn.content for turn in turns if turn.transcribed])
    claimed = _without_rivals(
        [a for claim in scene.claims if (a := _from_claim(scene, cast, claim)).content]
    )
    found = _with_dialogue(scene, cast, claimed)
    found += [_from_turn(scene, cast, turn) for turn in turns if turn.label.text != QUESTION]
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
    speaker = cast.speaker(sentence, claim.source)
    return Attribution(
        sentence=claim.sentence,
        source=source_spans(sentence, claim.source, claim.cue),
        speaker=speaker.id if speaker else None,
        cue=_cue_span(sentence, claim.cue),
        cue_lemma=claim.lemma,
        content=content,
        kind=_kind(scene, content),
        negated=claim.negated,
        via=via(scene.document, sentence, claim),
        anonymous=is_anonymous(sentence, claim.source, speaker),
        clausal=claim.form in _CLAUSAL_FORMS and not is_infinitive(sentence, claim),
    )


def _from_turn(scene: Scene, cast: Cast, turn: Turn) -> Attribution:
    sentence = scene.document.sentences[turn.sentence]
    answers = turn.label.text == ANSWER
    speaker = cast.main_person() if answers else cast.speaker(sentence, turn.label)
    speaker = speaker or cast.named(turn.label.text)
    return Attribution(
        sentence=turn.sentence,
        source=(Span(turn.label.start, turn.label.end),),
        speaker=speaker.id if speaker else None,
        cue=turn.colon,
        cue_lemma="say",
        content=(turn.content,),
        kind="direct" if turn.transcribed else _kind(scene, (turn.content,)),
    )


def _cue_span(sentence: Sentence, cue: Token) -> Span:
    """Return the cue with the words that belong to it: `has said`, `according to`."""
    parts = sentence.children(cue, "aux", "aux:pass", "compound:prt", "fixed")
    run = {cue.index, *(part.index for part in parts)}
    if cue.text.lower() == "according" and cue.index + 1 < len(sentence.tokens):
        run.add(cue.index + 1)
    first = last = cue.index
    while first - 1 in run:
        first -= 1
    while last + 1 in run:
        last += 1
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


def _kind(scene: Scene, content: Sequence[Span]) -> QuoteKind:
    """Tell whether content is all quoted, partly or not at all."""
    quoted = [q for span in content for q in scene.within(span)]
    if not quoted:
        return "indirect"
    pieces = [piece for quotation in quoted for piece in quotation.pieces]
    rest = "".join(_outside(scene.document.text, span, pieces) for span in content)
    own_words = {word.strip(",:;") for word in rest.lower().split() if word[:1].isalnum()}
    return "mixed" if own_words - _LINKING else "direct"


def _outside(text: str, span: Span, pieces: Sequence[Span]) -> str:
    """Return the part of a stretch of text that no piece covers."""
    kept, at = [], span.start
    for piece in sorted(pieces, key=lambda p: p.start):
        kept.append(text[at : max(at, min(piece.start, span.end))])
        at = max(at, piece.end)
    return " ".join([*kept, text[at : max(at, span.end)]])


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


# --- the quotations that no claim holds ----------------------------------------------------------


def _with_dialogue(scene: Scene, cast: Cast, claimed: list[Attribution]) -> list[Attribution]:
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
    return replace(previous, content=content, kind=_kind(scene, content))


def _continues(scene: Scene, previous: Attribution, quotation: Quotation) -> bool:
    """Tell whether a quotation goes on with the one just before it: “…,” she said. “…”."""
    if previous.kind != "direct":
        return False
    here = scene.sentence_at(quotation.start)
    if here.index == previous.sentence and previous.content[-1].end <= previous.cue.start:
        return not dialogue.speech_between(scene, previous.cue.end, quotation)
    there = scene.sentence_at(max(previous.cue.start, previous.content[-1].end - 1))
    near = here.paragraph == there.paragraph and here.index - there.index <= 1
    return near and dialogue.fills_sentences(scene, quotation)


def _spoken(
    scene: Scene, cast: Cast, quotation: Quotation, previous: Attribution | None
) -> Attribution | None:
    """Return the attribution of a quotation by the words beside it or by the conversation."""
    standing = dialogue.fills_sentences(scene, quotation)
    voice = None if standing else dialogue.beside(scene, quotation)
    voice = voice or dialogue.leading_in(scene, quotation)
    since = _sentences_since(scene, previous, quotation) if previous and standing else None
    if voice is None and standing and (since is None or since > 1):
        voice = dialogue.about(scene, quotation)
    if voice is not None:
        return _from_voice(scene, cast, quotation, voice)
    if previous is None or since is None or since > _TALKS_ON:
        return None
    return replace(previous, content=quotation.pieces, kind="direct", negated=False, via=())


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
        cue=_cue_span(sentence, voice.cue) if voice.cue else nowhere,
        cue_lemma=lemma(voice.cue.text, voice.cue.tag) if voice.cue else "say",
        content=content,
        kind=_kind(scene, content),
        clausal=True,
        anonymous=is_anonymous(sentence, voice.source, speaker),
    )
