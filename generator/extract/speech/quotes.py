"""Attributions -> the quotes of a draft: spoken words with their speakers."""

from __future__ import annotations

from generator.extract.grammar.capitals import capitalised
from generator.extract.grammar.wording import spell
from generator.extract.quotation_marks import MARKS
from generator.extract.reading import (
    Actor,
    Attribution,
    Reading,
    sentence_evidence,
)
from generator.extract.speech.quoted_words import inner, opening_mark, quoted_part
from generator.extract.speech.reported import is_reported, is_supposed, sentences_of, word_at
from generator.extract.words.ties import NOBODY
from generator.model import Draft, Evidence, Quote, Span

ELLIPSIS = " … "
"""Between the pieces of a quotation that the article's own words part."""
_LONG = 10
"""Words of somebody's own that are worth reading even where nobody can tell whose they are."""
_TERM = 3
"""Words of nobody's that are no more than a term: what one might call “fragmentation risk”."""
_ANYBODY = frozenset({"anybody", "anyone", "not", "whoever"})
"""Who has said nothing yet: `anyone who dared challenge the rule`, `not everyone agrees`."""
_HANGING = frozenset(" ,")
"""What is left beside the words when `that` or whoever speaks has gone."""
_DENYING = frozenset({"deny", "dispute", "refute", "reject"})
"""Without these the words would say the opposite: `denied that it had failed`."""
_POINTING = frozenset({"that", "these", "this", "those"})
"""Words that mean somebody named before."""
_PRONOUN_TAGS = frozenset({"PRP", "WP", "WDT", "DT", "EX"})


def find_quotes(reading: Reading, draft: Draft) -> Draft:
    """Return the draft with its quotes: direct and mixed ones first, then reported speech."""
    listed = {who.id for who in draft.who}
    spoken = [a for a in reading.attributions if _is_quotable(reading, a)]
    outer = _outermost(spoken)
    ordered = sorted(outer, key=lambda attribution: attribution.kind == "indirect")
    quotes = (
        _quote(reading, listed, number, attribution)
        for number, attribution in enumerate(ordered, start=1)
    )
    return draft.model_copy(update={"quotes": tuple(quotes)})


def _is_quotable(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether a reader should see an attribution: words with somebody behind them."""
    said = _text(reading, attribution)
    if not said:  # nothing between two stray quotation marks
        return False
    if attribution.kind == "mixed" and (attribution.negated or is_supposed(reading, attribution)):
        return False  # `did not call it “a failure”`, `might be forgiven for calling it “late”`
    if attribution.kind != "indirect":
        direct = attribution.kind == "direct" and len(said.split()) > _TERM
        speech = direct or _is_long(reading, attribution)
        return speech or _has_speaker(reading, attribution)
    return _has_speaker(reading, attribution) and is_reported(reading, attribution, said)


def _is_long(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether somebody's own words are so many that they count whoever says them."""
    text = reading.document.text
    own = [quoted_part(text, s) for s in attribution.content if opening_mark(text, s)]
    return sum(len(text[s.start : s.end].split()) for s in own) >= _LONG


def _outermost(attributions: list[Attribution]) -> list[Attribution]:
    """Leave out what lies inside the content of another."""
    reach = [(a.content[0].start, -a.content[-1].end, a) for a in attributions if a.content]
    kept: list[Attribution] = []
    furthest = -1
    for _, negative_end, attribution in sorted(reach, key=lambda row: row[:2]):
        if -negative_end > furthest:
            kept.append(attribution)
            furthest = -negative_end
    return kept


def _has_speaker(reading: Reading, attribution: Attribution) -> bool:
    words = [reading.document.text[s.start : s.end].lower().split() for s in attribution.source]
    if any(said[:1] and said[0] in NOBODY | _ANYBODY for said in words):
        return False
    return attribution.speaker is not None or bool(source_words(reading, attribution))


def _quote(reading: Reading, listed: set[str], number: int, attribution: Attribution) -> Quote:
    cue = reading.document.words(attribution.cue.start, attribution.cue.end)
    return Quote(
        id=f"q{number}",
        speaker=_speaker(reading, listed, attribution),
        text=_text(reading, attribution),
        kind=attribution.kind,
        cue=cue if cue[:1].isalnum() else None,
        via=attribution.via,
        evidence=_evidence(reading, attribution),
    )


def _speaker(reading: Reading, listed: set[str], attribution: Attribution) -> str | None:
    """Return a who id, or the words for a speaker who is not listed."""
    actor = reading.actor(attribution.speaker)
    if actor is None:
        return source_words(reading, attribution)
    if actor.id in listed:
        return actor.id
    called, worded = _unlisted(reading, actor), source_words(reading, attribution) or ""
    longer = worded.casefold().startswith(f"{called} ".casefold())
    return capitalised(worded) if longer else called  # `A man who knows her`


def _unlisted(reading: Reading, actor: Actor) -> str:
    """Return what somebody is called who is not listed: `Reis's lawyer`, `The council`."""
    first = next((m for m in actor.mentions if m.kind != "pronoun"), None)
    if first is None:
        return actor.name
    sentence = reading.document.sentences[first.sentence]
    tokens = sentence.tokens[first.first : first.last]
    if tokens[0].tag == "PRP$":
        owned = spell(reading, sentence, tokens)
        return capitalised(owned or reading.document.words(first.start, first.end))
    pointed = tokens[0].text.lower() in _POINTING
    if pointed or " " in actor.name or tokens[-1].tag.startswith("NNP"):
        return actor.name
    return capitalised(reading.document.words(first.start, first.end))


def source_words(reading: Reading, attribution: Attribution) -> str | None:
    """Return the words for an unnamed speaker; None for a pronoun, which says nothing."""
    for span in attribution.source:
        for sentence in sentences_of(reading, span):
            tokens = [t for t in sentence.tokens if span.start <= t.start < span.end]
            if all(token.tag in _PRONOUN_TAGS for token in tokens):
                continue
            open_ = any(token.tag in {"PRP", "PRP$"} for token in tokens)
            named = spell(reading, sentence, tokens) if open_ else None
            words = reading.document.words(span.start, span.end)
            if named is None and tokens[0].tag == "PRP$":  # nobody can tell whose
                return f"The {words.partition(' ')[2]}"
            return capitalised(named) if named else words
    return None


def _text(reading: Reading, attribution: Attribution) -> str:
    """Return the words as they stand, without outer marks or a leading `that`."""
    text = reading.document.text
    if attribution.kind == "direct":
        cued = text[attribution.cue.start : attribution.cue.end][:1].isalnum()
        said = (quoted_part(text, s) if cued else s for s in attribution.content)
        pieces = [inner(text, span) for span in said]
    else:
        pieces = [_without_that(reading, span) for span in attribution.content]
        if _needs_cue(reading, attribution):
            pieces[0] = Span(attribution.cue.start, pieces[0].end)
    joined = ""
    end = None
    for piece in (piece for piece in pieces if piece.start < piece.end):
        if end is not None:
            parted = any(character.isalnum() for character in text[end : piece.start])
            joined += ELLIPSIS if parted else " "
        joined += reading.document.words(piece.start, piece.end)
        end = piece.end
    return joined


def _needs_cue(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether words mean little without their verb: `called it “thin”`, `denied that`."""
    verb = word_at(reading, attribution.cue.end - 1)
    partial = not attribution.clausal or attribution.cue_lemma in _DENYING
    return partial and verb.tag.startswith("VB") and verb.end <= attribution.content[0].start


def _without_that(reading: Reading, span: Span) -> Span:
    text, start = reading.document.text, span.start
    first = next(
        (t for s in sentences_of(reading, span) for t in s.tokens if t.start == start), None
    )
    end = span.end
    joins = first is not None and (first.label in {"mark", "obl"} or first.tag not in _PRONOUN_TAGS)
    if first is not None and first.text == "that" and joins:
        start += len("that")
    while start < end and text[start] in _HANGING:
        start += 1
    lone = text[end - 1] in MARKS and not opening_mark(text, Span(start, end - 1))
    while end > start and (text[end - 1] in _HANGING or (lone and text[end - 1] in MARKS)):
        end -= 1
    return Span(start, end)


def _evidence(reading: Reading, attribution: Attribution) -> tuple[Evidence, ...]:
    """Return the sentences that hold the words and the cue."""
    spans = (*attribution.content, attribution.cue)
    found = {s.index: s for span in spans for s in sentences_of(reading, span)}
    return sentence_evidence(reading.document, *(found[index] for index in sorted(found)))
