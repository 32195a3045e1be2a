"""What is asked for, claimed, denied or reported by others, to open points."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, takewhile

from generator.extract.anchors import clause_of, preceding
from generator.extract.clauses import Clause, is_plural_noun, verb_group
from generator.extract.open_point import (
    CONFIRMING,
    SOMEBODY,
    OpenPoint,
    after_preposition,
    following,
    is_withheld,
    subject_parts,
    subject_plural,
    verbs,
    who_says,
)
from generator.extract.prospects import has_condition, prospect
from generator.extract.question_grammar import (
    ask,
    finished,
    simple_past,
    told_as_news,
    verb_of,
)
from generator.extract.reading import Attribution, Reading
from generator.extract.trimming import object_of, phrase, subject_of
from generator.extract.wording import capitalised, spell
from generator.language.morphology import past
from generator.language.tree import Sentence, Token

_DENYING = frozenset({"deny", "reject", "dismiss", "dispute", "refute"})
_ALLEGING = frozenset({"allege", "claim", "accuse", "charge", "contend", "suspect", "blame"})
_REPORTING = frozenset({"report", "write", "reveal", "say"})
_DEEDS = frozenset(
    "attack bombing blast explosion killing murder shooting raid hack breach break ambush"
    " kidnapping abduction assault theft robbery assassination stabbing arson sabotage".split()
)
_DEED_REACH = 8
"""Sentences within which a claim of responsibility means the deed told before."""
_NAMING = frozenset({"call", "describe", "denounce"})
_UNTRUE = frozenset("lie lies false baseless untrue nonsense fabrication unfounded wrong".split())
_CHECKING = frozenset({"look", "investigate", "check", "examine", "probe", "study"})
_HEARSAY = frozenset(
    "reports report claims claim rumours rumors speculation suggestions allegations".split()
)
_UNNAMED = frozenset(
    "source sources official officials insider insiders people person diplomat diplomats familiar"
    " anonymity aide aides adviser advisers".split()
)
_TELLING = frozenset(
    "say claim insist maintain argue state report believe suggest indicate show".split()
)
_POINTING = frozenset(
    "it this that report reports claim claims allegation allegations accusation accusations"
    " charge charges suggestion account offer".split()
)


def find_disputes(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what one side says and another denies."""
    for verb in verbs(sentence, _DENYING | _NAMING):
        if is_withheld(sentence, verb):
            continue
        denied = _denied_clause(reading, sentence, verb)
        who = who_says(reading, sentence, verb)
        if denied:
            question = ask(reading, denied)
            if question:
                yield OpenPoint(
                    question, "disputed", f"{who} denied it, the source says.", (sentence,), 0.95
                )
        elif _points_back(sentence, verb) and _rejects(sentence, verb):
            earlier = preceding(reading, sentence)
            for claim in _claims(reading, earlier) if earlier else ():
                question = ask(reading, claim)
                if question and earlier:
                    why = f"{who} {_denial(verb)} it, the source says."
                    yield OpenPoint(question, "disputed", why, (earlier, sentence), 1.0)


def _denial(verb: Token) -> str:
    return "rejected" if verb_of(verb) in _NAMING else past(verb_of(verb))


def _rejects(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb denies, "call" only with a word such as "lie"."""
    if verb_of(verb) not in _NAMING:
        return True
    below = {t.text.lower() for t in sentence.subtree(verb) if t.index > verb.index}
    return bool(below & _UNTRUE)


def _points_back(sentence: Sentence, verb: Token) -> bool:
    thing = sentence.child(verb, "obj")
    return thing is not None and thing.text.lower() in _POINTING


def _denied_clause(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    content = sentence.child(verb, "ccomp") or sentence.child(verb, "xcomp")
    if (
        content is None
        or sentence.tokens[min(content.index + 1, len(sentence.tokens) - 1)].tag == "HYPH"
    ):
        return None
    if content.tag == "VBG" and subject_of(sentence, content) is None:
        clause = clause_of(
            reading,
            sentence,
            content,
            subject_parts(reading, sentence, verb),
            plural=subject_plural(sentence, verb),
        )
        return simple_past(clause) if clause else None
    clause = clause_of(reading, sentence, content)
    return told_as_news(clause) if clause else None


def _claims(reading: Reading, sentence: Sentence | None) -> Iterator[Clause]:
    """Yield what a sentence reports somebody to have said, as clauses to ask about."""
    if sentence is None:
        return
    for verb in sentence.tokens:
        if verb.tag.startswith("VB") and verb_of(verb) in {"accuse", "suspect"}:
            clause = _accusation(reading, sentence, verb)
        elif verb.tag.startswith("VB") and verb_of(verb) in _ALLEGING | _REPORTING:
            clause = _as_news(reading, sentence, sentence.child(verb, "ccomp"))
        elif verb.text.lower() == "according":
            clause = _as_news(reading, sentence, sentence.root)
        else:
            clause = None
        if clause:
            yield clause


def _as_news(reading: Reading, sentence: Sentence, head: Token | None) -> Clause | None:
    if head is None:
        return None
    ahead = prospect(reading, sentence, head)
    clause = ahead or clause_of(reading, sentence, head)
    return ahead or (told_as_news(clause) if clause else None)


def _accusation(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    """Return what "accuse the contractor of leaving a gap" says that the contractor did."""
    accused = object_of(sentence, verb) or sentence.child(verb, "nsubj:pass")
    deeds = [*sentence.children(verb, "advcl", "xcomp")]
    deeds += sentence.children(accused, "acl") if accused else []
    deed = next((c for c in deeds if c.tag == "VBG" and c.index > verb.index), None)
    if deed is None or accused is None:
        return None
    told = {t.index for t in sentence.subtree(deed)}
    parts = tuple(t for t in phrase(sentence, accused) if t.index not in told)
    plural = is_plural_noun(sentence, accused)
    clause = clause_of(reading, sentence, deed, parts, plural=plural)
    return simple_past(clause) if clause else None


def find_accusations(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield an accusation that nothing in the article settles."""
    for verb in verbs(sentence, frozenset({"accuse", "allege", "suspect"})):
        clause = _accusation(reading, sentence, verb)
        if clause is None and verb_of(verb) == "allege":
            content = sentence.child(verb, "ccomp")
            made = clause_of(reading, sentence, content) if content else None
            clause = told_as_news(made) if made else None
        question = clause and ask(reading, clause)
        if question:
            why = "The source reports the accusation and does not establish it."
            point = OpenPoint(question, "disputed", why, (sentence,), 0.6)
            yield _with_silence(reading, sentence, point)


def _with_silence(reading: Reading, sentence: Sentence, point: OpenPoint) -> OpenPoint:
    """Return an accusation with the sentence that says that the accused did not answer."""
    for after in following(reading, sentence):
        silent = verbs(after, frozenset({"respond", "reply", "comment", "answer", "return"}))
        if any(is_withheld(after, verb) for verb in silent):
            return replace(point.resting_on(after), weight=0.9)
    return point


def find_reports(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what rests on another outlet or an unnamed source, or what nobody would confirm."""
    for cue in _second_hand_cues(reading, sentence):
        content = _content(sentence, cue)
        if content is None or is_withheld(sentence, cue):
            continue
        if has_condition(sentence, content) or _is_opinion(sentence, content):
            continue
        clause = _as_news(reading, sentence, content)
        question = ask(reading, clause) if clause else None
        if question:
            yield _reported(reading, sentence, cue, question)


def _second_hand_cues(reading: Reading, sentence: Sentence) -> Iterator[Token]:
    """Yield the verbs by which another outlet or somebody unnamed tells something."""
    # Attributions stand in text order; a long report has thousands.
    first = bisect_left(reading.attributions, sentence.index, key=lambda a: a.sentence)
    told = takewhile(
        lambda a: a.sentence == sentence.index, islice(reading.attributions, first, None)
    )
    cues = {a.cue.start for a in told if _is_second_hand(reading, a)}
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
    while content is not None and verb_of(content) in _TELLING:
        inner = sentence.child(content, "ccomp")
        if inner is None:
            break
        content = inner
    return content


def _is_opinion(sentence: Sentence, content: Token) -> bool:
    """Tell whether reported words judge rather than tell: "should", "can", "only a deal"."""
    judging = {"should", "can", "must", "ought"}
    return any(t.text.lower() in judging for t in sentence.children(content, "aux"))


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
    return attribution.anonymous and bool(words & _UNNAMED)


def _reported(reading: Reading, sentence: Sentence, cue: Token, question: str) -> OpenPoint:
    who = who_says(reading, sentence, cue, opening=False)
    for after in following(reading, sentence):
        for verb in after.tokens:
            if not verb.tag.startswith("VB") or after.paragraph != sentence.paragraph:
                continue
            if verb_of(verb) in CONFIRMING and is_withheld(after, verb):
                other = who_says(reading, after, verb, opening=False)
                why = f"{capitalised(who)} reported it; {other} did not confirm it."
                return OpenPoint(question, "unconfirmed", why, (sentence, after), 1.0)
            if verb_of(verb) in _DENYING and _points_back(after, verb):
                other = who_says(reading, after, verb, opening=False)
                why = f"{capitalised(who)} reported it; {other} denied it."
                return OpenPoint(question, "disputed", why, (sentence, after), 1.0)
    why = f"The source has this from {who} alone."
    if who == SOMEBODY:
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


def _is_that(sentence: Sentence, clause: Token) -> bool:
    return any(t.text.lower() == "that" for t in sentence.children(clause, "mark"))


def find_unverified(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield the claim before "this could not be verified"."""
    earlier = preceding(reading, sentence)
    for verb in verbs(sentence, frozenset({"verify", "confirm", "corroborate", "authenticate"})):
        thing = sentence.child(verb, "obj", "nsubj:pass") or _shared_object(sentence, verb)
        if earlier is None or thing is None or not is_withheld(sentence, verb):
            continue
        claimed = any(t.index < verb.index for t in verbs(sentence, _ALLEGING))
        if thing.text.lower() not in _POINTING or claimed:
            continue
        for claim in _claims(reading, earlier):
            question = ask(reading, claim)
            if question:
                why = "The source says that this could not be verified."
                yield OpenPoint(question, "unconfirmed", why, (earlier, sentence), 0.95)


def _shared_object(sentence: Sentence, verb: Token) -> Token | None:
    """Return the object in "neither confirm nor deny that"."""
    other = sentence.child(verb, "conj")
    return sentence.child(other, "obj") if other else None


def find_contradictions(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what two sides tell differently: "police say he fell, while his family says …"."""
    telling = [
        t
        for t in sentence.tokens
        if t.tag.startswith("VB") and verb_of(t) in _TELLING and sentence.child(t, "ccomp")
    ]
    if len(telling) < len(("one", "other")) or not _is_set_against(sentence, telling[1]):
        return
    content = sentence.child(telling[0], "ccomp")
    clause = clause_of(reading, sentence, content) if content else None
    question = ask(reading, told_as_news(clause)) if clause else None
    if question:
        one = who_says(reading, sentence, telling[0])
        other = who_says(reading, sentence, telling[1], opening=False)
        why = f"{one} and {other} tell it differently, by the source's account."
        yield OpenPoint(question, "disputed", why, (sentence,), 0.85)


def _is_set_against(sentence: Sentence, verb: Token) -> bool:
    joins = (*sentence.children(verb, "mark", "cc"), *sentence.children(verb, "advmod"))
    return any(t.text.lower() in {"while", "whereas", "but", "although", "though"} for t in joins)


def _event_before(reading: Reading, sentence: Sentence) -> str | None:
    """Return the deed told last before a sentence, as "the bombing"."""
    near = reading.document.sentences[max(0, sentence.index - _DEED_REACH) : sentence.index + 1]
    for earlier in reversed(near):
        for noun in earlier.tokens:
            if noun.text.lower() in _DEEDS and noun.tag == "NN":
                return "the " + "".join(t.text.lower() for t in _joined(earlier, noun))
    return None


def _joined(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Return a noun with what a hyphen ties to its end: "break-in"."""
    after = sentence.tokens[noun.index + 1 : noun.index + 3]
    tied = bool(after) and after[0].tag == "HYPH" and after[0].start == noun.end
    return (noun, *after) if tied else (noun,)


def find_responsibility(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield a claim of responsibility that nobody could confirm."""
    for verb in verbs(sentence, frozenset({"claim", "deny", "accept"})):
        thing = sentence.child(verb, "obj")
        if thing is None or thing.text.lower() != "responsibility":
            continue
        for_what = sentence.child(thing, "nmod") or after_preposition(sentence, verb, "for")
        who = spell(reading, sentence, subject_parts(reading, sentence, verb))
        text = spell(reading, sentence, phrase(sentence, for_what)) if for_what else None
        unsure = any(
            verb_of(t) in CONFIRMING and is_withheld(sentence, t)
            for t in sentence.tokens
            if t.tag.startswith("VB")
        )
        if who and (unsure or verb_of(verb) == "claim"):
            be = "were" if subject_plural(sentence, verb) else "was"
            text = text or _event_before(reading, sentence)
            claimed = f" for {text}" if text else ", as claimed"
            question = finished(f"{be} {who} responsible{claimed}")
            why = "The claim of responsibility is not confirmed, the source says."
            if question:
                yield OpenPoint(question, "unconfirmed", why, (sentence,), 1.0 if unsure else 0.7)
