"""What an article has second-hand, or nobody would confirm, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.anchors import clause_of, preceding
from generator.extract.clauses import verb_group
from generator.extract.open_claims import (
    ALLEGING,
    DENYING,
    POINTING,
    TELLING,
    as_news,
    claims_in,
    points_back,
)
from generator.extract.open_point import (
    CONFIRMING,
    SOMEBODY,
    OpenPoint,
    following,
    is_withheld,
    verbs,
    who_says,
)
from generator.extract.prospects import has_condition
from generator.extract.question_grammar import (
    ask,
    told_as_news,
    verb_of,
)
from generator.extract.reading import Attribution, Reading
from generator.extract.trimming import subject_of
from generator.extract.wording import capitalised
from generator.language.tree import Sentence, Token

_UNNAMED = frozenset(
    "source sources insider insiders familiar anonymity diplomat diplomats person people".split()
)
_COUNTED = frozenset("official officials aide aides adviser advisers employee employees".split())
"""Unnamed where the article counts them, "two officials"; "officials said" is an authority's."""
_NUMBERS = frozenset("one two three four five six several another former senior a an".split())
_REPORTING = frozenset(
    "say tell report write claim allege reveal suggest indicate disclose".split()
)
_HEARSAY = frozenset(
    "reports report claims claim rumours rumors speculation suggestions allegations".split()
)
_CHECKING = frozenset({"look", "investigate", "check", "examine", "probe", "study"})


def find_reports(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what rests on another outlet or an unnamed source, or what nobody would confirm."""
    for cue in _second_hand_cues(reading, sentence):
        content = _content(sentence, cue)
        if content is None or is_withheld(sentence, cue):
            continue
        if has_condition(sentence, content) or _is_opinion(sentence, content):
            continue
        if verb_of(cue) not in _REPORTING or _is_of_self(reading, sentence, cue, content):
            continue
        clause = as_news(reading, sentence, content)
        question = ask(reading, clause) if clause else None
        if question:
            yield _reported(reading, sentence, cue, question)


def _second_hand_cues(reading: Reading, sentence: Sentence) -> Iterator[Token]:
    """Yield the verbs by which another outlet or somebody unnamed tells something."""
    cues = {
        a.cue.start
        for a in reading.attributions_in(sentence.index)
        if sentence.start <= a.cue.start < sentence.end and _is_second_hand(reading, a)
    }
    for verb in sentence.tokens:
        if verb.start in cues or (
            verb_of(verb) == "report" and _is_outlet(reading, sentence, verb)
        ):
            yield verb


def _is_outlet(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    subject = sentence.child(verb, "nsubj", "nsubj:pass")
    actor = reading.actor_at(sentence.index, subject.index) if subject else None
    return actor is not None and actor.kind == "organisation" and verb.tag.startswith("VB")


def _content(sentence: Sentence, cue: Token) -> Token | None:
    """Return what a verb of telling tells, down to the innermost telling."""
    content = sentence.child(cue, "ccomp")
    if content is None:
        below = (t for t in sentence.subtree(cue) if t.index > cue.index and _is_that(sentence, t))
        content = next(below, None)
    while content is not None and verb_of(content) in TELLING:
        inner = sentence.child(content, "ccomp")
        if inner is None:
            break
        content = inner
    return content


def _is_opinion(sentence: Sentence, content: Token) -> bool:
    """Tell whether reported words judge rather than tell: "should", "can", "only a deal"."""
    judging = {"should", "can", "must", "ought"}
    return any(t.text.lower() in judging for t in sentence.children(content, "aux"))


def _is_of_self(reading: Reading, sentence: Sentence, cue: Token, content: Token) -> bool:
    """Tell whether somebody tells of themselves: "an aide said she could not answer"."""
    teller, subject = subject_of(sentence, cue), subject_of(sentence, content)
    if teller is None or subject is None or subject.tag != "PRP":
        return False
    actors = [reading.actor_at(sentence.index, t.index) for t in (teller, subject)]
    return actors[0] is actors[1] or None in actors


def _is_second_hand(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether the words came by way of another outlet, or from somebody unnamed."""
    if attribution.via:
        return True
    speaker = reading.actor(attribution.speaker)
    if attribution.cue_lemma == "report":
        return speaker is not None and speaker.kind == "organisation" and not speaker.anonymous
    words = {
        word.lower()
        for span in attribution.source
        for word in reading.document.words(span.start, span.end).split()
    }
    counted = bool(words & _COUNTED) and bool(words & _NUMBERS)
    return attribution.anonymous and (bool(words & _UNNAMED) or counted)


def _reported(reading: Reading, sentence: Sentence, cue: Token, question: str) -> OpenPoint:
    who = who_says(reading, sentence, cue, opening=False)
    for after in (sentence, *following(reading, sentence)):
        if after.paragraph != sentence.paragraph:
            break
        later = [t for t in after.tokens if after is not sentence or t.index > cue.index]
        for verb in (t for t in later if t.tag.startswith("VB")):
            silent = verb_of(verb) in CONFIRMING and is_withheld(after, verb)
            if not silent and not (verb_of(verb) in DENYING and points_back(after, verb)):
                continue
            other = who_says(reading, after, verb, opening=False)
            did = "did not confirm it" if silent else "denied it"
            why = f"{capitalised(who)} reported it; {other} {did}."
            grounds = tuple(dict.fromkeys((sentence, after)))
            return OpenPoint(question, "unconfirmed" if silent else "disputed", why, grounds, 1.0)
    why = f"The source has this from {who} alone."
    if who == SOMEBODY or who.lower() in {"the source", "the sources"}:
        why = "The source has this from unnamed people alone."
    return OpenPoint(question, "unconfirmed", why, (sentence,), 0.65)


def find_rumours(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what reports say and nobody would comment on: "declined to comment on reports that"."""
    for noun in sentence.tokens:
        if noun.text.lower() not in _HEARSAY:
            continue
        clauses = sentence.children(noun, "acl", "ccomp", "acl:relcl")
        content = next((c for c in clauses if _is_that(sentence, c)), None)
        verb = next((t for t in sentence.path_to_root(noun) if t.tag.startswith("VB")), None)
        if content is None or verb is None:
            continue
        checking = verb_of(verb) in _CHECKING and verb_group(sentence, verb).progressive
        if not (checking or is_withheld(sentence, verb)):
            continue
        clause = clause_of(reading, sentence, content)
        question = ask(reading, told_as_news(clause)) if clause else None
        if question:
            who = who_says(reading, sentence, verb)
            did = "had still to check it" if checking else "did not confirm it"
            why = f"{who} {did}, the source says."
            yield OpenPoint(question, "unconfirmed", why, (sentence,), 0.95)


def find_hearsay(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what "it is understood that" passes on from nobody in particular."""
    for verb in verbs(sentence, frozenset({"understand", "rumour", "rumor"})):
        content = sentence.child(verb, "ccomp", "csubj", "csubj:pass")
        impersonal = sentence.child(verb, "expl", "nsubj:pass", "nsubj")
        if content is None or impersonal is None or impersonal.text.lower() != "it":
            continue
        clause = as_news(reading, sentence, content)
        question = ask(reading, clause) if clause and sentence.child(verb, "aux:pass") else None
        if question:
            why = "The source passes this on without saying who told it."
            yield OpenPoint(question, "unconfirmed", why, (sentence,), 0.7)


def _is_that(sentence: Sentence, clause: Token) -> bool:
    return any(t.text.lower() == "that" for t in sentence.children(clause, "mark"))


def find_unverified(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield the claim before "this could not be verified"."""
    earlier = preceding(reading, sentence)
    for verb in verbs(sentence, frozenset({"verify", "confirm", "corroborate", "authenticate"})):
        thing = sentence.child(verb, "obj", "nsubj:pass") or _shared_object(sentence, verb)
        if earlier is None or thing is None or not is_withheld(sentence, verb):
            continue
        claimed = any(t.index < verb.index for t in verbs(sentence, ALLEGING))
        if thing.text.lower() not in POINTING or claimed:
            continue
        for claim in claims_in(reading, earlier):
            question = ask(reading, claim)
            if question:
                why = "The source says that this could not be verified."
                yield OpenPoint(question, "unconfirmed", why, (earlier, sentence), 0.95)


def _shared_object(sentence: Sentence, verb: Token) -> Token | None:
    """Return the object in "neither confirm nor deny that"."""
    other = sentence.child(verb, "conj")
    return sentence.child(other, "obj") if other else None
