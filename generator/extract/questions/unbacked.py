"""What an article has from one side alone: an accusation, another outlet, somebody unnamed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.extract.actors.gathering import is_outlet
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.bygone import YEAR
from generator.extract.questions.claims import HEARSAY, Claim, claims_in, tells_of_self
from generator.extract.questions.point import (
    SOMEBODY,
    OpenPoint,
    acting_subject,
    can_speak,
    verbs,
    who_says,
)
from generator.extract.questions.prospects import has_condition
from generator.extract.questions.question_grammar import ask, verb_of
from generator.extract.questions.withheld import is_asserted, is_withheld
from generator.extract.reading import Attribution, Reading
from generator.extract.words.lexicon import ORGANISATIONS, OUTLET_NOUNS, is_people_noun
from generator.language.tree import Sentence, Token

_ACCUSING = frozenset({"accuse", "allege", "suspect", "charge"})
_UNNAMED = frozenset(
    "source sources insider insiders familiar anonymity diplomat diplomats person people".split()
)
_COUNTED = frozenset(
    "official officials aide aides adviser advisers employee employees"
    " colleague colleagues relative relatives".split()
)
"""Unnamed where the article counts them, "two officials"; "officials said" is an authority's."""
_NUMBERS = frozenset("one two three four five six several another former senior a an".split())
_MEDIA = frozenset("reports leaks rumours rumors document documents memo email emails".split())
_REPORTING = frozenset(
    "say tell report write claim allege reveal suggest indicate disclose accord".split()
)
_AS_A_RULE = frozenset("often sometimes regularly frequently routinely usually always".split())
_GROUNDLESS = frozenset({"unfounded", "baseless", "debunked", "discredited", "conspiracy"})
"""How the article itself calls what it does not believe."""
_ALONE = 0.69
"""Weight of what one outlet or somebody unnamed tells, and nobody denies."""


def find_unbacked(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what the article itself does not establish: "accused it of", "the Courier reported"."""
    for claim in claims_in(reading, sentence, partial(_is_lone, reading, sentence)):
        quoted = reading.is_quoted(claim.clause.head.start)
        told = is_asserted(sentence, claim.cue) and not is_withheld(sentence, claim.cue)
        if quoted or not told or _is_habit(sentence, claim.cue):
            continue
        accuses = verb_of(claim.cue) in _ACCUSING
        if accuses and not _is_of_deed(sentence, claim):
            continue
        teller = None if accuses else _lone_teller(reading, claim)
        question = ask(reading, claim.clause) if accuses or teller else None
        if question and accuses:
            why = "The source reports the accusation and does not establish it."
            yield OpenPoint(question, "disputed", why, (sentence,), 0.6)
        elif question:
            why = f"The source has this from {teller} alone."
            if teller in {SOMEBODY, "the source", "the sources"}:
                why = "The source has this from unnamed people alone."
            yield OpenPoint(question, "unconfirmed", why, (sentence,), _ALONE)


def _is_habit(sentence: Sentence, cue: Token) -> bool:
    """Tell whether something is said again and again: "were often accused", "mocked, claiming"."""
    above = sentence.head(cue) if cue.label == "advcl" else None
    how = (t for v in (cue, above) if v for t in sentence.children(v, "advmod"))
    return any(t.text.lower() in _AS_A_RULE for t in how)


def _is_of_deed(sentence: Sentence, claim: Claim) -> bool:
    """Tell an accusation of a deed from a judgment, "accused of being unfair"."""
    group = claim.clause.group
    judged = verb_of(claim.cue) == "accuse" and group.lemma == "be" and not group.passive
    return not (judged or sentence.words & _GROUNDLESS)


def _is_lone(reading: Reading, sentence: Sentence, cue: Token) -> bool:
    """Tell whether a word tells what is somebody's alone: "alleges", a report of another outlet."""
    if (be := sentence.child(cue, "aux:pass")) and verb_of(cue) not in _ACCUSING:
        now = be.tag in {"VBZ", "VBP"} or sentence.child(cue, "obl:agent") is not None
        of_old = any(map(YEAR.fullmatch, sentence.words))  # "is said to have drowned in 1208"
        return now and not of_old and verb_of(cue) in HEARSAY and cue.label == "root"
    passing_on = verb_of(cue) in _ACCUSING | {"claim", "accord"}
    return passing_on or is_second_hand(reading, sentence, cue)


def _lone_teller(reading: Reading, claim: Claim) -> str | None:
    """Return who alone tells a deed or a plan: an outlet, somebody unnamed, who "claims" it."""
    sentence, cue, content = claim.sentence, claim.cue, claim.clause.head
    if verb_of(cue) not in _REPORTING:
        return None
    judged = has_condition(sentence, content) or _is_opinion(sentence, content)
    if judged or _is_of_self(reading, claim) or not _is_deed(reading, claim):
        return None
    if sentence.child(cue, "aux:pass"):
        return SOMEBODY
    if cue.text.lower() == "according":
        return _accorded(reading, claim)
    passed_on = verb_of(cue) == "claim" or _cites(sentence)
    teller = acting_subject(sentence, cue)
    able = teller is not None and can_speak(reading, sentence, teller)
    known = passed_on or (able and _goes_on(claim))
    return who_says(reading, sentence, cue, opening=False) if known else None


def _goes_on(claim: Claim) -> bool:
    """Tell whether a claim is of what lies ahead or is under way, and not over."""
    return claim.clause.group.modal == "will" or claim.clause.group.progressive


def _cites(sentence: Sentence) -> bool:
    """Tell whether an outlet says from whom it has what it tells: "citing a memo"."""
    return "basis" in sentence.words or any(verbs(sentence, {"cite", "quote"}))


def _accorded(reading: Reading, claim: Claim) -> str | None:
    """Return who tells something "according to reports in Italy", "to two people familiar"."""
    sentence, cue = claim.sentence, claim.cue
    teller = sentence.head(cue)
    verb = sentence.head(teller) if teller else None
    if teller is None or verb is None:
        return None
    between = {t.text for t in sentence.tokens[teller.index : verb.index]}
    if verb.index > teller.index and "," not in between:
        return None  # "officials briefed on it": what they are, not what they told
    group = claim.clause.group
    holds = group.perfect and not group.past  # "has made an offer, two people said"
    alone = teller.text.lower() in _MEDIA or holds or _goes_on(claim)
    alone = alone or "anonymity" in sentence.words
    if not (_cites(sentence) or (alone and _is_unnamed(sentence, teller))):
        return None
    words = [t for t in phrase(sentence, teller) if t.index > cue.index + 1]
    return spell(reading, sentence, words) or SOMEBODY


def _is_deed(reading: Reading, claim: Claim) -> bool:
    """Tell whether a claim is of a deed or a plan, not of how things go in general."""
    group = claim.clause.group
    subject = acting_subject(claim.sentence, claim.clause.head)
    known = subject is not None and reading.actor_at(claim.sentence.index, subject.index)
    before = any(t.text.lower() == "had" for t in claim.sentence.children(claim.clause.head, "aux"))
    done = group.lemma != "be" and (group.past or group.perfect or group.progressive)
    done = done or before
    of_thing = verb_of(claim.cue) in {"claim", "report", "accord"} and (group.passive or before)
    claimed = known or of_thing or verb_of(claim.cue) == "claim"
    return group.modal == "will" or bool(done and claimed)


def _is_opinion(sentence: Sentence, content: Token) -> bool:
    """Tell whether reported words judge rather than tell: "should", "can"."""
    judging = {"should", "can", "must", "ought"}
    return any(t.text.lower() in judging for t in sentence.children(content, "aux"))


def _is_of_self(reading: Reading, claim: Claim) -> bool:
    """Tell whether somebody tells of themselves: "an aide said she could not answer"."""
    sentence = claim.sentence
    teller, own = subject_of(sentence, claim.cue), subject_of(sentence, claim.clause.head)
    return verb_of(claim.cue) != "claim" and tells_of_self(reading, sentence, teller, own)


def is_second_hand(reading: Reading, sentence: Sentence, cue: Token) -> bool:
    """Tell whether words came by way of another outlet, or from somebody unnamed."""
    if verb_of(cue) in {"report", "accord"} and _cites(sentence):
        return True
    subject = sentence.child(cue, "nsubj", "nsubj:pass") if verb_of(cue) == "report" else None
    if subject is not None and _is_outlet(reading, sentence, subject):
        return True
    told = (a for a in reading.attributions_in(sentence.index) if a.is_cued_by(cue))
    return any(_is_passed_on(reading, a) for a in told)


def _is_outlet(reading: Reading, sentence: Sentence, teller: Token) -> bool:
    """Tell whether somebody is an outlet, also one of no known name: "the Whitby Lamplighter"."""
    actor = reading.actor_at(sentence.index, teller.index)
    kinds = {t.text.lower() for t in (teller, *sentence.children(teller, "appos", "nmod:desc"))}
    if kinds & OUTLET_NOUNS or (actor is not None and is_outlet(actor)):
        return True
    named = teller.tag == "NNP" and not teller.text.isupper()
    titled = named and sentence.child(teller, "det") is not None
    body = set(actor.name.lower().split()) & ORGANISATIONS if actor else None
    return titled and not body and not is_people_noun(teller.text.lower())


def _is_passed_on(reading: Reading, attribution: Attribution) -> bool:
    speaker = reading.actor(attribution.speaker)
    if attribution.via:
        return speaker is None or speaker.anonymous or is_outlet(speaker)
    if attribution.cue_lemma == "report":
        return speaker is not None and not speaker.anonymous and is_outlet(speaker)
    spans = (reading.document.words(span.start, span.end) for span in attribution.source)
    words = {word.lower() for told in spans for word in told.split()}
    counted = bool(words & _COUNTED) and bool(words & _NUMBERS)
    return attribution.anonymous and (bool(words & _UNNAMED) or counted)


def _is_unnamed(sentence: Sentence, teller: Token) -> bool:
    """Tell whether nobody in particular tells: "reports", "two officials", "people familiar"."""
    words = {t.text.lower() for t in sentence.subtree(teller)}
    low = teller.text.lower()
    if any(t.text.lower() in {"the", "this"} for t in sentence.children(teller, "det")):
        return False  # told of before
    return low in _UNNAMED | _MEDIA or (low in _COUNTED and bool(words & _NUMBERS))
