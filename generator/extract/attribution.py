"""A parsed document and its actors -> who said, wrote, asked, thought or wanted what.

Claims come from the parse (`cues.py`), quotations from their marks (`quotation_marks.py`), and
`dialogue.py` brings the two together. Here they become attributions with resolved speakers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.extract import dialogue
from generator.extract.cues import Claim, find_claims
from generator.extract.dialogue import Scene, Voice
from generator.extract.holders import antecedent
from generator.extract.quotation_marks import Quotation, find_quotations, is_title
from generator.extract.reading import Actor, Attribution
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token
from generator.model import QuoteKind, Span

_NAME_PARTS = ("flat", "compound", "appos")
_LINKING = frozenset({"that", "and", "but", "or", "if", "whether", "also"})
_CITING = frozenset({"cite", "quote"})


@dataclass(frozen=True)
class _Cast:
    """The actors of a document, found by the tokens that mention them."""

    document: Document
    by_token: dict[tuple[int, int], Actor]

    def speaker(self, sentence: Sentence, source: Token | None) -> Actor | None:
        """Return the actor that a source names."""
        if source is None:
            return None
        head = antecedent(sentence, source)
        parts = [t for t in sentence.children(head) if t.label.startswith(_NAME_PARTS)]
        for token in (head, *parts):
            if actor := self.by_token.get((sentence.index, token.index)):
                return actor
        return None


def find_attributions(document: Document, actors: tuple[Actor, ...]) -> tuple[Attribution, ...]:
    """Return the attributions of a document in text order."""
    if not document.sentences:
        return ()
    scene = _scene(document)
    cast = _Cast(document, _mentions(actors))
    claimed = _without_rivals([_from_claim(scene, cast, claim) for claim in scene.claims])
    found = _with_dialogue(scene, cast, claimed)
    return tuple(sorted(found, key=_position))


def _scene(document: Document) -> Scene:
    marked = find_quotations(document.text)
    scene = Scene(document, tuple(q for q in marked if not is_title(document.text, q)))
    claims = (claim for sentence in document.sentences for claim in find_claims(sentence))
    return replace(scene, claims=tuple(claim for claim in claims if not scene.is_quoted(claim.cue)))


def _mentions(actors: Iterable[Actor]) -> dict[tuple[int, int], Actor]:
    """Index actors by the tokens that mention them; the shorter mention wins where two overlap."""
    rows = [(m.last - m.first, actor, m) for actor in actors for m in actor.mentions]
    rows.sort(key=lambda row: -row[0])
    return {(m.sentence, token): actor for _, actor, m in rows for token in range(m.first, m.last)}


def _position(attribution: Attribution) -> int:
    return min((span.start for span in attribution.content), default=attribution.cue.start)


def _from_claim(scene: Scene, cast: _Cast, claim: Claim) -> Attribution:
    sentence = scene.document.sentences[claim.sentence]
    content = dialogue.content_of(scene, claim)
    speaker = cast.speaker(sentence, claim.source)
    return Attribution(
        sentence=claim.sentence,
        source=_source_spans(sentence, claim.source),
        speaker=speaker.id if speaker else None,
        cue=_cue_span(sentence, claim.cue),
        cue_lemma=claim.lemma,
        content=content,
        kind=_kind(scene, content),
        negated=claim.negated,
        via=_via(scene.document, sentence, claim.cue, claim.source),
        anonymous=_is_anonymous(sentence, claim.source, speaker),
    )


def _source_spans(sentence: Sentence, source: Token | None) -> tuple[Span, ...]:
    """Return the words of a source, without the preposition before it."""
    if source is None:
        return ()
    tokens = list(sentence.subtree(source))
    while tokens and (tokens[0].label in {"case", "punct", "mark", "cc"} or tokens[0].text == "to"):
        tokens.pop(0)
    while tokens and tokens[-1].label == "punct":
        tokens.pop()
    return (Span(tokens[0].start, tokens[-1].end),) if tokens else ()


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
    own_words = {word for word in rest.lower().split() if word[:1].isalnum()}
    return "mixed" if own_words - _LINKING else "direct"


def _outside(text: str, span: Span, pieces: Sequence[Span]) -> str:
    """Return the part of a stretch of text that no piece covers."""
    kept, at = [], span.start
    for piece in sorted(pieces, key=lambda p: p.start):
        kept.append(text[at : max(at, min(piece.start, span.end))])
        at = max(at, piece.end)
    return " ".join([*kept, text[at : max(at, span.end)]])


def _is_anonymous(sentence: Sentence, source: Token | None, speaker: Actor | None) -> bool:
    """Tell whether a source is described but not named: `two officials`."""
    if speaker is not None:
        return speaker.anonymous
    if source is None:
        return False
    head = antecedent(sentence, source)
    if not head.tag.startswith(("NN", "CD", "DT")) or head.tag.startswith("NNP"):
        return False
    return not any(t.tag.startswith("NNP") for t in sentence.subtree(head))


def _via(
    document: Document, sentence: Sentence, cue: Token, source: Token | None
) -> tuple[str, ...]:
    """Return through whom the words came: `citing a ministry memo`, nearest first."""
    places = [cue] if source is None else [cue, source]
    for place in places:
        for clause in sentence.children(place, "advcl", "acl", "obl", "dep"):
            if lemma(clause.text, clause.tag) in _CITING:
                return tuple(_cited(document, sentence, clause))
    return ()


def _cited(document: Document, sentence: Sentence, verb: Token) -> Iterable[str]:
    """Yield what is cited, then what that source cites in turn."""
    cited = sentence.child(verb, "obj")
    if cited is None:
        return
    inner = next(
        (
            relative
            for relative in sentence.children(cited, "acl:relcl", "acl")
            if lemma(relative.text, relative.tag) in _CITING
        ),
        None,
    )
    end = sentence.subtree_span(cited).end
    if inner is not None:
        end = sentence.tokens[sentence.subtree(inner)[0].index - 1].end
    yield document.words(sentence.subtree_span(cited).start, end)
    if inner is not None:
        yield from _cited(document, sentence, inner)


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


def _with_dialogue(scene: Scene, cast: _Cast, claimed: list[Attribution]) -> list[Attribution]:
    """Return the attributions with those of the quotations added that stand on their own."""
    held = {
        quotation
        for attribution in claimed
        for span in attribution.content
        for quotation in scene.within(span)
    }
    found = sorted(claimed, key=lambda a: a.cue.start)
    for quotation in scene.quotations:
        if quotation in held or not dialogue.is_full(scene, quotation):
            continue
        at = bisect_left(found, quotation.start, key=lambda a: a.cue.start)
        previous = found[at - 1] if at else None
        if previous is not None and _continues(scene, previous, quotation):
            found[at - 1] = replace(previous, content=(*previous.content, *quotation.pieces))
        elif (spoken := _spoken(scene, cast, quotation, previous)) is not None:
            found.insert(at, spoken)
    return found


def _continues(scene: Scene, previous: Attribution, quotation: Quotation) -> bool:
    """Tell whether a quotation goes on with the one just before it: “…,” she said. “…”."""
    if previous.kind != "direct" or not dialogue.fills_sentences(scene, quotation):
        return False
    here = scene.sentence_at(quotation.start)
    there = scene.sentence_at(max(previous.cue.start, previous.content[-1].end - 1))
    return here.paragraph == there.paragraph and here.index - there.index <= 1


def _spoken(
    scene: Scene, cast: _Cast, quotation: Quotation, previous: Attribution | None
) -> Attribution | None:
    """Return the attribution of a quotation by the words beside it or by the conversation."""
    standing = dialogue.fills_sentences(scene, quotation)
    voice = None if standing else dialogue.beside(scene, quotation)
    voice = voice or dialogue.leading_in(scene, quotation)
    if voice is None and standing:
        if previous is not None and _same_turn(scene, previous, quotation):
            return replace(previous, content=quotation.pieces, kind="direct", negated=False, via=())
        voice = dialogue.about(scene, quotation)
    return _from_voice(scene, cast, quotation, voice) if voice else None


def _same_turn(scene: Scene, previous: Attribution, quotation: Quotation) -> bool:
    """Tell whether the last one who spoke, a sentence or a paragraph ago, is still speaking."""
    here = scene.sentence_at(quotation.start)
    there = scene.document.sentences[previous.sentence]
    last = scene.sentence_at(max(previous.cue.start, previous.content[-1].end - 1))
    near = here.index - max(last.index, there.index) <= 1
    return bool(previous.source) and near


def _from_voice(scene: Scene, cast: _Cast, quotation: Quotation, voice: Voice) -> Attribution:
    sentence = scene.document.sentences[voice.sentence]
    speaker = cast.speaker(sentence, voice.source)
    nowhere = Span(quotation.start, quotation.start)
    return Attribution(
        sentence=scene.sentence_at(quotation.start).index,
        source=_source_spans(sentence, voice.source),
        speaker=speaker.id if speaker else None,
        cue=_cue_span(sentence, voice.cue) if voice.cue else nowhere,
        cue_lemma=lemma(voice.cue.text, voice.cue.tag) if voice.cue else "say",
        content=quotation.pieces,
        kind="direct",
        anonymous=_is_anonymous(sentence, voice.source, speaker),
    )
