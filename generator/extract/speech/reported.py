"""Indirect speech -> whether it reports what was said, asked for, promised or condemned."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.quotation_marks import MARKS
from generator.extract.reading import Attribution, Reading, sentence_at
from generator.extract.words import speech_verbs as words
from generator.language.morphology import FINITE_OR_MODAL
from generator.language.tree import Sentence, Token
from generator.model import Span

_FEWEST_WORDS = 3
"""Less is a topic, not what was said of it: `condemned the raid`."""
_FULL_OBJECT = 6
"""Fewer words that are no clause are a topic: `bemoaned the unrest`."""
_UNDONE = (" for", " without", " of", " from", " avoid", " avoids", " avoided", " avoiding")
"""What stands before a word of saying that is a deed or is not said: `avoided criticising`."""
_TIED = 40
"""Characters before a word among which such a word stands."""
_FEELING = frozenset({"agree", "cite", "express", "voice"})
"""Cues that take a feeling or a thing: `expressed thanks for the help`."""
_LEARNING = frozenset({"determine", "discover", "find"})
"""Cues of a study or a court, and of what anybody settles or meets with."""
_THING = frozenset({"describe", "detail", "recall", "recount", "relate"})
"""Cues whose object is what one tells of, not what one says of it: `described the events`."""
_ASKING = words.OBJECT_INFINITIVE | frozenset(
    {"accuse", "appeal", "blame", "call", "demand", "plead", "request"}
)
"""Cues of requests and accusations: without a clause, what stands behind them is a fragment."""
_UNSAID = frozenset({"could", "may", "might", "should", "will"})
"""Auxiliaries of what has not been said: `the board could recommend that`."""
_ONLY = " only "
"""What makes of what somebody would say what was said: `would say only that it was late`."""
_WITHIN = frozenset({"advcl", "ccomp", "xcomp"})
_HELPING = frozenset("did do does had has have is not was were will would".split())
"""What ends words that say nothing by themselves."""
_SPOKEN_CUES = words.SPEAKING | words.SHOWING | {"according to"}


def is_reported(reading: Reading, attribution: Attribution, said: str) -> bool:
    """Tell whether an attribution reports what was said, asked for, promised or condemned."""
    if attribution.negated or _is_unsaid(reading, attribution):
        return False
    behind = attribution.content[0].start > attribution.cue.start
    opening = word_at(reading, attribution.content[0].start)
    if (behind and opening.tag in FINITE_OR_MODAL) or _is_relative(reading, attribution, opening):
        return False  # `the sum that officials say will be needed`, `who, as Reis says, pay`
    text = reading.document.text
    if all(text[s.start] in MARKS and text[s.end - 1] in MARKS for s in attribution.content):
        return False  # the name of a work: `sang “A Change Is Gonna Come”`
    if said.lower().split()[-1] in _HELPING:
        return False  # `said that it had`
    lemma, known = attribution.cue_lemma, attribution.speaker is not None
    asked = lemma == "ask" and (attribution.anonymous or not known)
    shown = lemma in words.POINTING and not (known or attribution.anonymous)
    if asked or shown or (behind and _is_learnt(reading, attribution, opening)):
        return False  # `Asked by a student whether`, `the tracks show that`
    reported = known and lemma in words.REPORTABLE - _ASKING and _is_told(reading, attribution)
    clause = attribution.clausal and _has_verb(reading, attribution)
    return (clause or reported) and _words_in(reading, attribution) >= _FEWEST_WORDS


def _is_learnt(reading: Reading, attribution: Attribution, opening: Token) -> bool:
    """Tell what is done or met without a word: `decided what to pay`, `he found he had lost`."""
    own = {reading.document.text[s.start : s.end].lower() for s in attribution.source}
    told = opening if opening.text != "that" else word_at(reading, opening.end + 1)
    asks = opening.tag.startswith("W") and opening.text != "that"
    return attribution.cue_lemma in _LEARNING and (asks or told.text.lower() in own)


def _has_verb(reading: Reading, attribution: Attribution) -> bool:
    """Tell a clause from a phrase that the parse took for one: `told us, | Ana Reis, 21`."""
    return any(
        token.tag.startswith(("VB", "MD"))
        for span in attribution.content
        for sentence in sentences_of(reading, span)
        for token in sentence.tokens
        if span.start <= token.start < span.end
    )


def _is_unsaid(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether a cue is no word of saying, or one of what is only to be said."""
    if attribution.cue_lemma not in _SPOKEN_CUES or is_supposed(reading, attribution):
        return True
    if _is_about_a_noun(reading, attribution):
        return True
    cue = reading.document.text[attribution.cue.start : attribution.cue.end].lower().split()
    after = reading.document.text[attribution.cue.end :][: len(_ONLY)]
    shown = attribution.cue_lemma in words.SHOWING and cue[:1] == ["would"] and after != _ONLY
    return bool(cue) and (shown or _is_infinitive(reading, attribution))


def is_supposed(reading: Reading, attribution: Attribution) -> bool:
    """Tell what would be said: `if the board agrees to pay`, `provided that it finds`.

    So is what somebody `could recommend`, `would have called` or `may be forgiven for suspecting`.
    """
    sentence = reading.document.sentences[attribution.sentence]
    verb = next((t for t in sentence.tokens if t.end == attribution.cue.end), None)
    if verb is None:
        return False
    above, ties = sentence.head(verb), {t.text.lower() for t in sentence.children(verb, "mark")}
    bound = above is not None and above.text.lower() in {"provided", "providing"}
    if ties & {"if", "unless", "until"} or (bound and "that" in ties):
        return True
    own = {t.text.lower() for t in sentence.children(verb, "aux")}
    helpers = sentence.children(above, "aux") if above and verb.label in _WITHIN else ()
    return {"would", "have"} <= own or bool(
        _UNSAID & (own | ({t.text.lower() for t in helpers} - {"will"}))
    )


def _is_about_a_noun(reading: Reading, attribution: Attribution) -> bool:
    """Recognise `the target it pledged to reach`: what is said lacks the noun that it is about."""
    sentence = reading.document.sentences[attribution.sentence]
    verb = word_at(reading, attribution.cue.end - 1)
    teller = sentence.child(verb, "nsubj")
    behind = attribution.content[0].start > verb.start
    about = verb.label == "acl:relcl" and teller is not None and not teller.tag.startswith("W")
    return about and behind


def _is_relative(reading: Reading, attribution: Attribution, opening: Token) -> bool:
    """Recognise what is said of a noun before it: `growers | who, as Reis says, pay`.

    Also `growers | that some say are poor`.
    """
    sentence = next(sentences_of(reading, attribution.content[0]))
    verb = sentence.head(opening) if opening.tag in {"WDT", "WP"} else None
    teller = sentence.head(verb) if verb is not None else None
    return any(t is not None and t.label == "acl:relcl" for t in (verb, teller))


def _is_told(reading: Reading, attribution: Attribution) -> bool:
    """Tell `vowed to leave` and a long object of judging from a thing that one only mentions."""
    cue, first = (
        word_at(reading, at) for at in (attribution.cue.start, attribution.content[0].start)
    )
    text = reading.document.text[attribution.content[0].start : attribution.content[-1].end]
    thing = attribution.cue_lemma in _THING and " as " not in text
    # `Reiterating the resolve of the board, he`
    beside = cue.tag == "VBG" and cue.label == "advcl" and cue.index < cue.head
    felt = attribution.cue_lemma in _FEELING or thing or beside
    long = _words_in(reading, attribution) >= _FULL_OBJECT and not felt
    return cue.tag.startswith(("VB", "MD")) and (first.tag == "TO" or long)


def word_at(reading: Reading, offset: int) -> Token:
    """Return the word that an offset lies in or comes before."""
    sentence = next(sentences_of(reading, Span(offset, offset + 1)))
    return next((t for t in sentence.tokens if t.end > offset), sentence.tokens[-1])


def _is_infinitive(reading: Reading, attribution: Attribution) -> bool:
    """Tell what is only to be said, `has yet to say whether`, or a deed, `sent off for arguing`."""
    text, cue = reading.document.text, attribution.cue
    before = text[max(0, cue.start - _TIED) : cue.start].rstrip().lower()
    gerund = text[cue.start : cue.end].endswith("ing")
    ties = (" to", " nor", *(_UNDONE if gerund else ()))
    return before.endswith(ties) and attribution.cue_lemma != "according to"


def _words_in(reading: Reading, attribution: Attribution) -> int:
    return sum(len(reading.document.text[s.start : s.end].split()) for s in attribution.content)


def sentences_of(reading: Reading, span: Span) -> Iterator[Sentence]:
    """Yield the sentences that a stretch of text touches."""
    sentences = reading.document.sentences
    first = sentence_at(reading.document, span.start)
    index = first.index if first else 0
    while index < len(sentences) and sentences[index].start < span.end:
        yield sentences[index]
        index += 1
