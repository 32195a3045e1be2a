"""Quotations + claims -> voices: by which words, and by whom, each quotation is spoken.

The parse is asked first (a claim whose content holds the quotation), then the words beside the
quotation; `conversation.py` asks the sentences around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.extract.grammar.holders import (
    REACTING,
    base_form,
    is_told,
    speaker_of,
    speaks,
    subject,
)
from generator.extract.quotation_marks import Quotation
from generator.extract.speech.claims import TRIMMED, Claim, head_of, is_by_nobody, spans
from generator.extract.speech.quoted_words import merged
from generator.extract.speech.scene import Scene
from generator.extract.words.asides import SUBJECTS
from generator.extract.words.speech_verbs import SPEAKING
from generator.language.morphology import FINITE_OR_MODAL
from generator.language.tree import Sentence, Token
from generator.model import QuoteKind, Span

_DASHES = frozenset("—–―-") | {"--"}
_REACH = 12
"""How many words may stand between a quotation and the verb of saying that it belongs to."""
_LEADS_IN = 3
"""How many words may part a verb of saying from its quotation: `wrote on Friday: “`."""
_COMMENTING = frozenset({"VBG", "WDT"})
_CLAUSAL = ("VB", "MD")
_FULL_WORDS = 3
"""A quotation of fewer words that ends in no stop is a phrase that somebody uses, not a speech."""
_LONGEST_CROSSHEAD = 5
"""So is one of fewer words that is all of a paragraph: it stands over what follows."""
_LINKING = frozenset({"that", "and", "but", "or", "if", "whether", "also"})
_LONGEST_SIGNATURE = 60
"""How many characters a name behind a dash may take: “…” — A. Reader, Leeds."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks a quotation, and the word that says so."""

    sentence: int
    source: Token | None
    cue: Token | None


def is_full(scene: Scene, quotation: Quotation) -> bool:
    """Tell whether a quotation is something said rather than a phrase somebody uses."""
    text, start, end = scene.document.text, quotation.start, quotation.end
    words_in = text[start:end].strip("‘’ ").split()
    before = text[max(start - 3, 0) : start]
    led = before.rstrip().endswith(":") or not before.endswith("\n")
    alone = not led and text[end : end + 1] in {"", "\n"}
    fewest = _LONGEST_CROSSHEAD if alone else _FULL_WORDS
    return is_speech(scene, quotation) or len(words_in) > fewest


def fills_sentences(scene: Scene, quotation: Quotation) -> bool:
    """Tell whether nothing but the quotation stands in its sentences."""
    touched = scene.sentences_of(quotation)
    return not any(
        token.text[0].isalnum() and not scene.is_quoted(token)
        for sentence in (touched[0], touched[-1])
        for token in sentence.tokens
    )


def beside(scene: Scene, quotation: Quotation) -> Voice | None:
    """Return the voice that the words beside a quotation name: `, said the mayor`."""
    touched = scene.sentences_of(quotation)
    after = spoken_after(scene, quotation)
    if after is not None:
        return Voice(touched[-1].index, speaker_of(touched[-1], after), after)
    before = _verb_before(scene, touched[0], quotation)
    if before is not None:
        return Voice(touched[0].index, subject(touched[0], before), before)
    return _signature(scene, quotation)


def spoken_after(scene: Scene, quotation: Quotation) -> Token | None:
    """Return the verb of saying right behind a quotation."""
    sentence = scene.sentences_of(quotation)[-1]
    behind = [token for token in sentence.tokens if token.start >= quotation.end]
    for token in behind[:_REACH]:
        if scene.is_quoted(token) or token.tag == "CC":
            return None
        named = token.label == "acl"  # `a user called Mo wrote`
        if speaks(token) and not named and not is_told(sentence, token):
            return token if speaker_of(sentence, token) else None
    return None


def _verb_before(scene: Scene, sentence: Sentence, quotation: Quotation) -> Token | None:
    """Return the verb of saying that leads to a quotation.

    Not one in a clause about a noun or before the main verb, nor one of reacting: `Speaking to
    pupils, Reis responded to reports of “smoke”`.
    """
    before = [token for token in sentence.tokens if token.end <= quotation.start]
    for distance, token in enumerate(reversed(before)):
        if scene.is_quoted(token):
            return None
        reach = 1 if base_form(token) in REACTING else _LEADS_IN
        aside = (reach == 1 or token.label.startswith("acl")) and distance > reach
        aside |= token.label == "advcl" and token.index < token.head <= before[-1].index
        tells = speaks(token) and not aside and not is_told(sentence, token)
        source = subject(sentence, token) if tells else None
        if source is not None and not is_by_nobody(sentence, token, source):
            return token
    return None


def _signature(scene: Scene, quotation: Quotation) -> Voice | None:
    """Return the voice of a name behind a dash after a quotation."""
    text = scene.document.text
    rest = text[quotation.end : quotation.end + _LONGEST_SIGNATURE].split("\n")[0].strip()
    if not rest or rest[0] not in _DASHES:
        return None
    sentence = scene.sentence_at(quotation.end + 1)
    names = [
        token
        for token in sentence.tokens
        if token.start >= quotation.end and token.tag.startswith("NNP")
    ]
    return Voice(sentence.index, names[-1], None) if names else None


def content_of(scene: Scene, claim: Claim) -> tuple[Span, ...]:
    """Return the text that a claim carries, quotations that it begins or ends made whole.

    Where quoted speech comes first, the article's words beside it are none of it, an `if` aside.
    """
    sentence = scene.document.sentences[claim.sentence]
    own = spans(sentence, claim)
    if claim.form == "clause" and len(own) > 1 and not scene.within(own[0]):
        own = _beside_cue(scene, claim, own)
    touched = {quotation for span in own for quotation in scene.within(span)}
    content = merged((*own, *(piece for quotation in touched for piece in quotation.pieces)))
    speeches = [quotation for quotation in touched if is_speech(scene, quotation)]
    first = min(speeches, key=lambda quotation: quotation.start, default=None)
    if first is None:
        return without_comment(scene, content)
    whole = merged(tuple(piece for quotation in speeches for piece in quotation.pieces))
    if first.start <= content[0].start:
        return whole
    if first.end <= claim.cue.start:
        before = _between(scene, content[0].start, first)
        if before and before[-1].text == ":":  # `Reis scolded him: “No,” she said`
            return whole
        return merged((content[0], *whole))
    return without_comment(scene, content)


def _beside_cue(scene: Scene, claim: Claim, own: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the side of a cue that a clause itself stands on, and a condition on the other."""
    if scene.document.text.startswith("if ", own[1].start):
        return own
    head = head_of(claim)
    if head.index < claim.cue.index:
        return own[:1]
    subject_ = scene.document.sentences[claim.sentence].child(head, *SUBJECTS)
    split = subject_ is not None and subject_.index < claim.cue.index
    return own if split else own[1:]


def said_from(scene: Scene, voice: Voice, quotation: Quotation) -> tuple[Span, ...]:
    """Return what a voice says: the quotation, and the words that make one clause with it."""
    here = scene.sentence_at(quotation.start).index
    if voice.cue is None or voice.cue.start > quotation.start or voice.sentence != here:
        return quotation.pieces
    tokens = scene.document.sentences[voice.sentence].tokens[voice.cue.index + 1 :]
    between = [token for token in tokens if token.end <= quotation.start]
    opened = bool(between) and between[-1].text in {",", ":", "—", "–", "-"}
    if opened or not any(token.tag.startswith(_CLAUSAL) for token in between):
        return quotation.pieces
    return merged((Span(between[0].start, quotation.start), *quotation.pieces))


def _between(scene: Scene, start: int, quotation: Quotation) -> list[Token]:
    tokens = scene.sentence_at(quotation.start).tokens
    return [token for token in tokens if start <= token.start < quotation.start]


def told_between(scene: Scene, start: int, quotation: Quotation) -> bool:
    """Tell whether a clause of its own leads in to a quotation: `, the mayor shrugged: “`."""
    between = _between(scene, start, quotation)
    told = any(token.tag in FINITE_OR_MODAL for token in between)
    return any(map(speaks, between)) or (told and between[-1].text == ":")


def clause_end(scene: Scene, cue: Span, quotation: Quotation) -> int:
    """Return where the clause ends that a quotation stands in below a cue: `a “calm” night`."""
    sentence = scene.sentence_at(quotation.start)
    top = next((t for t in sentence.tokens if t.start > quotation.start), sentence.root)
    for above in sentence.path_to_root(top):
        if above.start < cue.end:
            break
        top = above
    behind = [t for t in sentence.subtree(top) if t.start >= quotation.end]
    end = next((at for at, t in enumerate(behind) if t.text in TRIMMED), len(behind))
    goes_on = end and not is_speech(scene, quotation) and not any(map(speaks, behind[:end]))
    return behind[end - 1].end if goes_on else quotation.end


def without_comment(scene: Scene, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Cut what the article adds behind a quoted phrase: `was “fair”, meaning that …`."""
    if not content:
        return ()
    last = content[-1]
    end = max((q.end for q in scene.within(last) if q.end <= last.end), default=None)
    if end is None:
        return content
    inside = scene.document.text[end - 2 : end - 1]
    tokens = scene.sentence_at(last.end - 1).tokens
    behind = [token for token in tokens if end <= token.start < last.end]
    for before, token in pairwise([None, *behind]):
        comma = before.text if before else inside
        if comma != "," or token is None:
            continue
        adverb = token.tag == "RB" and token is not behind[-1]
        opening = behind[behind.index(token) + 1] if adverb else token
        comments = opening.tag in _COMMENTING and opening.text != "including"
        if comments or base_form(behind[-1]) in SPEAKING:  # `“he fell,” the paper reports`
            return (*content[:-1], Span(last.start, before.start if before else end))
    return content


def is_speech(scene: Scene, quotation: Quotation) -> bool:
    """Tell whether a quotation is something said, as its closing comma or stop shows."""
    text = scene.document.text[quotation.start : quotation.end].rstrip("\"”’'» ")
    return text.endswith((".", "?", "!", ",", "…", "—", "-"))


def kind_of(scene: Scene, content: Sequence[Span]) -> QuoteKind:
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
