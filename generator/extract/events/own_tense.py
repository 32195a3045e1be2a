"""A clause that somebody told -> the tense that it has without its "said"."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.grammar.clauses import is_plural_noun
from generator.extract.grammar.trimming import subject_of
from generator.extract.reading import Attribution, Reading
from generator.extract.times.tenses import is_finite
from generator.extract.words.lexicon import ORGANISATIONS
from generator.extract.words.times import is_time
from generator.language.morphology import lemma, past
from generator.language.tree import Sentence, Token, remembered

_TELLING = frozenset("add announce confirm pledge promise say state tell vow".split())
_HYPOTHETICAL = frozenset({"if", "unless", "have", "n't", "n’t"})
_LASTING = frozenset("already always ever long never no not n't n’t now since so still yet".split())
"""Words with which what "had been" so lasts, or has not come about: "has not been paid"."""
_WISHING = frozenset("like love prefer rather want welcome hope be".split())
_MONTHS = ("nmod:unmarked", "nmod")


def in_own_tense(
    reading: Reading, sentence: Sentence, stated: Sequence[Token], claim: Attribution | None
) -> list[Token | str]:
    """Return a clause that somebody told in the tense that it has without its "said".

    "said they would strike" is "they will strike", "said they had struck" is "they struck".
    """
    said = claim is not None and any(
        t.tag in {"VBD", "VBN"} for t in sentence.tokens if claim.is_cued_by(t)
    )
    if claim is None or not said or any(claim.is_cued_by(t) for t in stated):
        return list(stated)
    told = _over(reading, sentence, stated)
    if claim.cue_lemma not in _TELLING or any(t.text.lower() in _HYPOTHETICAL for t in stated):
        return told
    return ["will" if isinstance(t, Token) and _is_plan(reading, sentence, t) else t for t in told]


def _over(reading: Reading, sentence: Sentence, stated: Sequence[Token]) -> list[Token | str]:
    """Return a clause in the tense that it had before it was told: "had been cut" is "was cut"."""
    told: dict[int, Token | str | None] = {t.index: t for t in stated}
    for had in stated:
        if had.text != "had" or had.label != "aux":
            continue
        verb = sentence.tokens[had.head]
        subject = bearer_of(sentence, verb)
        inside = verb in stated and subject is not None and not reading.is_quoted(had.start)
        top = sentence.tokens[verb.head] if verb.label == "conj" else verb
        if top.label != "ccomp" or not inside:
            continue
        counted = sentence.child(verb, "nsubj") or subject  # "there had been deaths"
        several = counted is not None and is_plural_noun(sentence, counted)
        been = next((t for t in (verb, *sentence.children(verb)) if t.text == "been"), None)
        joined = {t for c in sentence.children(verb, "conj") for t in sentence.subtree(c)}
        own = (t for t in sentence.subtree(verb) if t in stated and t not in joined)
        if _LASTING & {t.text.lower() for t in own}:
            told[had.index] = "have" if several else "has"
        elif been is not None:
            told |= {had.index: "were" if several else "was", been.index: None}
        else:
            told |= {had.index: None, verb.index: past(lemma(verb.text, verb.tag))}
    return [word for word in told.values() if word is not None]


def _is_plan(reading: Reading, sentence: Sentence, would: Token) -> bool:
    """Tell what somebody would do, or what is to happen on a day, from what might be."""
    verb = sentence.tokens[would.head]
    if would.text.lower() != "would" or not verb.tag.startswith("VB"):
        return False
    if any(t.tag == "VBD" for t in sentence.children(verb, "advcl")):
        return False  # "would go when she saw it"
    subject = subject_of(sentence, verb)
    agent = subject is not None and (
        reading.actor_at(sentence.index, subject.index) is not None
        or subject.text.lower() in ORGANISATIONS
    )
    times = sentence.children(verb, "obl", "obl:unmarked")
    dated = any(
        is_time(t) and t.tag != "CD" for o in times for t in (o, *sentence.children(o, *_MONTHS))
    )
    return (dated or (agent and verb.tag != "VBN")) and lemma(verb.text, verb.tag) not in _WISHING


@remembered
def bearer_of(sentence: Sentence, head: Token) -> Token | None:
    """Return the subject of a clause; "… and will close it" has that of what it is joined to."""
    own = subject_of(sentence, head)
    if own is None and head.label == "conj" and is_finite(sentence, head):
        return subject_of(sentence, sentence.tokens[head.head])
    return own
