"""What is asked for, claimed, denied or reported by others, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.clauses import Clause, is_plural_noun, phrase, subject_of, verb_group
from generator.extract.open_point import (
    OpenPoint,
    acting_subject,
    clause_of,
    following,
    is_withheld,
    name_for,
    preceding,
    subject_parts,
    subject_plural,
    verbs,
    who_says,
)
from generator.extract.question_grammar import (
    ask,
    finished,
    future,
    seen_from_now,
    simple_past,
    verb_of,
)
from generator.extract.reading import Attribution, Reading
from generator.extract.wording import spell
from generator.language.morphology import VerbGroup, gerund, past
from generator.language.tree import Sentence, Token

_ASKING = frozenset("ask urge call press invite appeal want petition beg request demand lobby".split())
_DEMANDING = frozenset({"demand", "request", "propose", "insist", "ask", "urge"})
_THINGS = {
    "demand": "Will {who} demand for {x} be met",
    "seek": "Will {who} get {x}",
    "request": "Will {who} request for {x} be granted",
}
_REPLYING = frozenset({"reply", "respond", "answer", "comment", "agree", "decide", "react"})
_CONSIDERING = frozenset({"consider", "review", "study", "examine", "discuss", "weigh"})
_GRANTING = frozenset({"accept", "grant", "approve", "agree", "reject", "refuse", "dismiss"})
_REPLY_NOUNS = frozenset({"reply", "response", "answer", "decision", "request", "requests"})
_DENYING = frozenset({"deny", "reject", "dismiss", "dispute", "refute"})
_CONFIRMING = frozenset({"confirm", "verify", "comment", "deny", "say", "authenticate"})
_ALLEGING = frozenset({"allege", "claim", "accuse", "charge", "contend", "suspect", "blame"})
_REPORTING = frozenset({"report", "write", "reveal", "say"})
_POINTING = frozenset(
    "it this that report reports claim claims allegation allegations accusation accusations"
    " charge charges suggestion account offer".split()
)
_BOILERPLATE = frozenset(
    "request requests question questions call calls message messages email emails comment"
    " inquiries inquiry enquiries".split()
)


def find_requests(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody asks of somebody, as far as nothing says that it was granted."""
    for verb in verbs(sentence, _ASKING | _DEMANDING | frozenset(_THINGS)):
        if is_withheld(sentence, verb) or _is_aside(sentence, verb):
            continue
        question = (
            _asked_to(reading, sentence, verb)
            or _asked_that(reading, sentence, verb)
            or _asked_for(reading, sentence, verb)
        )
        if question is None or not subject_parts(reading, sentence, verb):
            continue
        answer = _reaction(reading, sentence)
        if answer == "granted":
            continue
        why = _request_why(reading, sentence, verb, answer)
        grounds = (sentence, answer) if isinstance(answer, Sentence) else (sentence,)
        kind = "unanswered" if isinstance(answer, Sentence) else "pending"
        weight = 1.0 if isinstance(answer, Sentence) else 0.85
        yield OpenPoint(question, kind, why, grounds, weight)  # type: ignore[arg-type]


def _is_aside(sentence: Sentence, verb: Token) -> bool:
    group = verb_group(sentence, verb)
    past_perfect = group.perfect and group.past
    phrasal = sentence.child(verb, "compound:prt") is not None
    bare = verb.tag == "VBG" and not sentence.child(verb, "aux")
    return past_perfect or phrasal or bare or group.modal in {"should", "could"} or verb.label.startswith(("acl", "advcl", "xcomp"))


def _asked_to(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "asked New Delhi to share", "asking for two vessels to be forfeited"."""
    if verb_of(verb) not in _ASKING:
        return None
    for step in sentence.children(verb, "xcomp", "advcl", "ccomp"):
        if not any(t.tag == "TO" for t in sentence.children(step, "mark")) or step.index < verb.index:
            continue
        addressee = sentence.child(verb, "obj", "iobj") or next(
            (o for o in sentence.children(verb, "obl") if verb.index < o.index < step.index), None
        )
        own = subject_of(sentence, step)
        if addressee is None and own is None:
            return None
        noun = own or addressee
        assert noun is not None  # noqa: S101 (narrows the type)
        clause = clause_of(
            reading, sentence, step, phrase(sentence, noun), plural=is_plural_noun(sentence, noun)
        )
        return ask(reading, future(_refraining(clause))) if clause else None
    return None


def _refraining(clause: Clause) -> Clause:
    """Return "not to attack" as "refrain from attacking"."""
    if not clause.negated:
        return clause
    verb = VerbGroup(lemma="refrain")
    return replace(clause, group=verb, predicate=("from", gerund(clause.group.lemma), *clause.predicate))


def _asked_that(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "demanded that the road be cleared"."""
    if verb_of(verb) not in _DEMANDING:
        return None
    wish = sentence.child(verb, "ccomp")
    if wish is None or wish.index < verb.index or not _is_wish(sentence, wish):
        return None
    clause = clause_of(reading, sentence, wish)
    return ask(reading, future(clause)) if clause and not clause.negated else None


def _is_wish(sentence: Sentence, wish: Token) -> bool:
    words = (*sentence.children(wish, "aux", "aux:pass", "cop"), wish)
    tags = {t.tag for t in words}
    should = any(t.text.lower() in {"should", "must"} for t in words)
    return should or ("VB" in tags and "MD" not in tags) or (
        tags == {"VBP"} and verb_of(sentence.tokens[wish.head]) == "demand"
    )


def _asked_for(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "is demanding a full halt to …", "called for an inquiry"."""
    form = _THINGS.get(verb_of(verb))
    thing = sentence.child(verb, "obj")
    if verb_of(verb) == "call" or verb_of(verb) == "ask":
        form = "Will {who} call for {x} be heeded" if verb_of(verb) == "call" else _THINGS["request"]
        thing = _after_for(sentence, verb)
    who = spell(reading, sentence, subject_parts(reading, sentence, verb))
    text = spell(reading, sentence, phrase(sentence, thing)) if thing else None
    if not form or not who or not text or thing is None or not thing.tag.startswith("NN"):
        return None
    mark = "’s" if "’" in reading.document.text else "'s"
    owner = who if form == _THINGS["seek"] else (f"{who}{mark[0]}" if who.endswith("s") else who + mark)
    return finished(form.format(who=owner, x=text))


def _after_for(sentence: Sentence, verb: Token) -> Token | None:
    for noun in sentence.children(verb, "obl"):
        case = sentence.child(noun, "case")
        if case and case.text.lower() == "for":
            return noun
    return None


def _reaction(reading: Reading, sentence: Sentence) -> Sentence | str | None:
    """Return the next sentence where it says that there is no answer; "granted" where there is one."""
    for after in following(reading, sentence):
        if after.paragraph != sentence.paragraph:
            return None
        for verb in after.tokens:
            if not verb.tag.startswith("VB"):
                continue
            low = verb_of(verb)
            if low in _REPLYING | _CONFIRMING and is_withheld(after, verb):
                return after
            if low in _CONSIDERING and verb_group(after, verb).progressive:
                return after
            if low in {"put", "promise", "give", "offer"} and _speaks_of_answer(after):
                return after
            if low in _GRANTING and not is_withheld(after, verb) and verb.label != "acl":
                return "granted"
    return None


def _speaks_of_answer(sentence: Sentence) -> bool:
    words = {t.text.lower() for t in sentence.tokens}
    return bool(words & _REPLY_NOUNS) or {"on", "hold"} <= words


def _request_why(
    reading: Reading, sentence: Sentence, verb: Token, answer: Sentence | str | None
) -> str:
    who = who_says(reading, sentence, verb)
    if isinstance(answer, Sentence):
        other = acting_subject(answer, answer.root)
        name = name_for(reading, answer, other) if other else None
        replying = any(verb_of(t) in _REPLYING and is_withheld(answer, t) for t in answer.tokens)
        if name and replying and not name.lower().startswith(("neither", "no ")):
            return f"{name[0].upper()}{name[1:]} had not replied, the source says."
        return f"{who} asked for this; the source reports no decision."
    return f"{who} asked for this; the source does not say that it was granted."


def find_silence(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield how somebody will respond where they have not: "had not responded to the proposal"."""
    for verb in verbs(sentence, frozenset({"respond", "reply", "react"})):
        if not is_withheld(sentence, verb) or not sentence.child(verb, "aux"):
            continue
        to_what = _after_to(sentence, verb)
        if to_what is None or to_what.text.lower() in _BOILERPLATE:
            continue
        clause = clause_of(
            reading,
            sentence,
            verb,
            subject_parts(reading, sentence, verb),
            plural=subject_plural(sentence, verb),
        )
        question = clause and ask(reading, future(clause), opening=("How",))
        if question:
            who = who_says(reading, sentence, verb)
            why = f"{who} had not responded, the source says."
            yield OpenPoint(question, "unanswered", why, (sentence,), 1.0)


def _after_to(sentence: Sentence, verb: Token) -> Token | None:
    for noun in sentence.children(verb, "obl"):
        case = sentence.child(noun, "case")
        if case and case.text.lower() == "to":
            return noun
    return None


def find_disputes(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what one side says and another denies."""
    for verb in verbs(sentence, _DENYING):
        if is_withheld(sentence, verb):
            continue
        denied = _denied_clause(reading, sentence, verb)
        who = who_says(reading, sentence, verb)
        if denied:
            question = ask(reading, denied)
            if question:
                yield OpenPoint(question, "disputed", f"{who} denied it, the source says.", (sentence,), 0.95)
        elif _points_back(sentence, verb):
            earlier = preceding(reading, sentence)
            for claim in _claims(reading, earlier) if earlier else ():
                question = ask(reading, claim)
                if question and earlier:
                    why = f"{who} {_denial(verb)} it, the source says."
                    yield OpenPoint(question, "disputed", why, (earlier, sentence), 1.0)


def _denial(verb: Token) -> str:
    return past(verb_of(verb))


def _points_back(sentence: Sentence, verb: Token) -> bool:
    thing = sentence.child(verb, "obj")
    return thing is not None and thing.text.lower() in _POINTING


def _denied_clause(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    content = sentence.child(verb, "ccomp") or sentence.child(verb, "xcomp")
    if content is None:
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
    return _as_asked(clause) if clause else None


def _as_asked(clause: Clause) -> Clause:
    group = seen_from_now(clause.group, reported=True, negated=clause.negated)
    return replace(clause, group=group)


def _claims(reading: Reading, sentence: Sentence | None) -> Iterator[Clause]:
    """Yield what a sentence reports somebody to have said, as clauses to ask about."""
    if sentence is None:
        return
    for verb in sentence.tokens:
        if not verb.tag.startswith("VB"):
            continue
        if verb_of(verb) in {"accuse", "suspect"}:
            clause = _accusation(reading, sentence, verb)
        elif verb_of(verb) in _ALLEGING | _REPORTING:
            content = sentence.child(verb, "ccomp")
            clause = clause_of(reading, sentence, content) if content else None
            clause = _as_asked(clause) if clause else None
        else:
            clause = None
        if clause:
            yield clause


def _accusation(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    """Return what "accuse the contractor of leaving a gap" says that the contractor did."""
    deed = next((c for c in sentence.children(verb, "advcl", "xcomp") if c.tag == "VBG"), None)
    accused = sentence.child(verb, "obj", "nsubj:pass")
    if deed is None or accused is None:
        return None
    parts = phrase(sentence, accused)
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
            clause = _as_asked(made) if made else None
        question = clause and ask(reading, clause)
        if question:
            why = "The source reports the accusation and does not establish it."
            yield OpenPoint(question, "disputed", why, (sentence,), 0.6)


def find_reports(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what rests on another outlet or an unnamed source alone, or that nobody would confirm."""
    for attribution in reading.attributions:
        if attribution.sentence != sentence.index or not _is_second_hand(attribution):
            continue
        cue = next((t for t in sentence.tokens if t.start == attribution.cue.start), None)
        content = sentence.child(cue, "ccomp") if cue else None
        if cue is None or content is None or attribution.negated:
            continue
        clause = clause_of(reading, sentence, content)
        question = clause and ask(reading, _as_asked(clause))
        if question:
            yield _reported(reading, sentence, cue, question)


def _is_second_hand(attribution: Attribution) -> bool:
    return bool(attribution.via) or attribution.anonymous or attribution.cue_lemma == "report"


def _reported(reading: Reading, sentence: Sentence, cue: Token, question: str) -> OpenPoint:
    who = who_says(reading, sentence, cue)
    for after in following(reading, sentence):
        for verb in after.tokens:
            if not verb.tag.startswith("VB") or after.paragraph != sentence.paragraph:
                continue
            if verb_of(verb) in _CONFIRMING and is_withheld(after, verb):
                other = who_says(reading, after, verb)
                why = f"{who} reported it; {_inside(other)} did not confirm it."
                return OpenPoint(question, "unconfirmed", why, (sentence, after), 1.0)
            if verb_of(verb) in _DENYING and _points_back(after, verb):
                why = f"{who} reported it; {_inside(who_says(reading, after, verb))} denied it."
                return OpenPoint(question, "disputed", why, (sentence, after), 1.0)
    why = f"The source has this from {_inside(who)} alone."
    return OpenPoint(question, "unconfirmed", why, (sentence,), 0.65)


def _inside(who: str) -> str:
    return who[0].lower() + who[1:] if who.startswith(("The ", "A ", "An ", "Those ")) else who


def find_responsibility(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield a claim of responsibility that nobody could confirm."""
    for verb in verbs(sentence, frozenset({"claim", "deny", "accept"})):
        thing = sentence.child(verb, "obj")
        if thing is None or thing.text.lower() != "responsibility":
            continue
        for_what = sentence.child(thing, "nmod") or _after_for(sentence, verb)
        who = spell(reading, sentence, subject_parts(reading, sentence, verb))
        text = spell(reading, sentence, phrase(sentence, for_what)) if for_what else None
        unsure = any(
            verb_of(t) in _CONFIRMING and is_withheld(sentence, t)
            for t in sentence.tokens
            if t.tag.startswith("VB")
        )
        if who and (unsure or verb_of(verb) == "claim"):
            be = "were" if subject_plural(sentence, verb) else "was"
            claimed = f" for {text}" if text else ", as claimed"
            question = finished(f"{be} {who} responsible{claimed}")
            why = "The claim of responsibility is not confirmed, the source says."
            if question:
                yield OpenPoint(question, "unconfirmed", why, (sentence,), 1.0 if unsure else 0.7)
