"""What an article has second-hand, or nobody would confirm, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.actors.gathering import is_outlet
from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause, verb_group
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import capitalised, spell
from generator.extract.questions.claims import (
    DENYING,
    TELLING,
    as_news,
    points_back,
)
from generator.extract.questions.point import (
    SOMEBODY,
    OpenPoint,
    acting_subject,
    following,
    is_withheld,
    verbs,
    who_says,
    worded,
)
from generator.extract.questions.prospects import has_condition
from generator.extract.questions.question_grammar import (
    ask,
    told_as_news,
    verb_of,
)
from generator.extract.reading import Actor, Attribution, Reading
from generator.extract.words.answers import CONFIRMING
from generator.extract.words.lexicon import ORGANISATIONS
from generator.language.tree import Sentence, Token

_UNNAMED = frozenset(
    "source sources insider insiders familiar anonymity diplomat diplomats person people".split()
)
_COUNTED = frozenset(
    "official officials aide aides adviser advisers employee employees"
    " colleague colleagues relative relatives".split()
)
"""Unnamed where the article counts them, "two officials"; "officials said" is an authority's."""
ALONE = 0.65
"""Weight of what one outlet or somebody unnamed tells, and nobody denies."""
_MEDIA = frozenset(
    "reports media leaks rumours rumors document documents memo email emails".split()
)
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
        if clause and question:
            who = who_says(reading, sentence, cue, opening=False)
            point = _reported(reading, sentence, cue, who, question)
            yield from [point] if _is_claim(reading, sentence, clause, point) else []


def find_passed_on(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is so "according to reports in Italy", "according to two people familiar"."""
    for cue in worded(sentence, {"according"}):
        teller = sentence.head(cue)
        verb = sentence.head(teller) if teller else None
        if teller is None or verb is None or not _is_unnamed(sentence, teller):
            continue
        if verb.index > teller.index and "," not in _between(sentence, teller, verb):
            continue  # "officials briefed on it": what they are, not what they told
        clause = as_news(reading, sentence, verb) if verb.tag.startswith("VB") else None
        question = ask(reading, clause) if clause else None
        if clause and question:
            words = [t for t in phrase(sentence, teller) if t.index > cue.index + 1]
            who = spell(reading, sentence, words) or SOMEBODY
            point = _reported(reading, sentence, cue, who, question)
            yield from [point] if _is_claim(reading, sentence, clause, point) else []


def _between(sentence: Sentence, first: Token, last: Token) -> set[str]:
    return {t.text for t in sentence.tokens[first.index : last.index]}


def _is_claim(reading: Reading, sentence: Sentence, clause: Clause, point: OpenPoint) -> bool:
    """Tell whether a report is of a deed or a plan, not of how things go in general."""
    subject = acting_subject(sentence, clause.head)
    known = subject is not None and reading.actor_at(sentence.index, subject.index) is not None
    ahead = clause.group.modal == "will"
    return ahead or point.weight > ALONE or (known and _is_deed(clause))


def _is_deed(clause: Clause) -> bool:
    group = clause.group
    return group.lemma != "be" and bool(group.past or group.perfect or group.progressive)


def _is_unnamed(sentence: Sentence, teller: Token) -> bool:
    """Tell whether nobody in particular tells: "reports", "two officials", "people familiar"."""
    words = {t.text.lower() for t in sentence.subtree(teller)}
    low = teller.text.lower()
    return low in _UNNAMED | _MEDIA or (low in _COUNTED and bool(words & _NUMBERS))


def _second_hand_cues(reading: Reading, sentence: Sentence) -> Iterator[Token]:
    """Yield the verbs by which another outlet or somebody unnamed tells something."""
    cues = {
        a.cue.start
        for a in reading.attributions_in(sentence.index)
        if sentence.start <= a.cue.start < sentence.end and _is_second_hand(reading, a)
    }
    told = {v.start for v in verbs(sentence, {"report"}) if _is_outlet(reading, sentence, v)}
    yield from (t for t in sentence.tokens if t.start in cues | told) if cues | told else ()


def _is_outlet(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    subject = sentence.child(verb, "nsubj", "nsubj:pass")
    actor = reading.actor_at(sentence.index, subject.index) if subject else None
    return actor is not None and _may_be_outlet(actor)


def _may_be_outlet(actor: Actor) -> bool:
    """Tell whether a name may be that of an outlet: "the Nelson Tide", not "the ministry"."""
    words = set(actor.name.lower().split())
    return is_outlet(actor) or (actor.kind == "organisation" and not words & ORGANISATIONS)


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
    who, whom = (reading.actor_at(sentence.index, t.index) for t in (teller, subject))
    return who is whom or who is None or not reading.takes_up(sentence, subject)


def _is_second_hand(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether the words came by way of another outlet, or from somebody unnamed."""
    speaker = reading.actor(attribution.speaker)
    if attribution.via:
        return speaker is None or speaker.anonymous or _may_be_outlet(speaker)
    if attribution.cue_lemma == "report":
        return speaker is not None and not speaker.anonymous and _may_be_outlet(speaker)
    words = {
        word.lower()
        for span in attribution.source
        for word in reading.document.words(span.start, span.end).split()
    }
    counted = bool(words & _COUNTED) and bool(words & _NUMBERS)
    return attribution.anonymous and (bool(words & _UNNAMED) or counted)


def _reported(
    reading: Reading, sentence: Sentence, cue: Token, who: str, question: str
) -> OpenPoint:
    for after in (sentence, *following(reading, sentence)):
        if after.paragraph != sentence.paragraph:
            break
        later = [t for t in after.tokens if after is not sentence or t.index > cue.index]
        for verb in (t for t in later if t.tag.startswith("VB")):
            silent = verb_of(verb) in CONFIRMING and is_withheld(after, verb)
            silent = silent and not (verb_of(verb) == "say" and after.child(verb, "ccomp"))
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
    return OpenPoint(question, "unconfirmed", why, (sentence,), ALONE)


def find_rumours(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what reports say and nobody would comment on: "declined to comment on reports that"."""
    for noun in worded(sentence, _HEARSAY):
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
