"""What an article says is not known, not said or not decided, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.clauses import is_negated, is_plural_noun, phrase, subject_of, verb_group
from generator.extract.open_point import (
    SAYING,
    OpenPoint,
    acting_subject,
    antecedent,
    has_yet_to,
    is_withheld,
    subject_parts,
    subject_plural,
    who_says,
)
from generator.extract.question_grammar import (
    Embedded,
    direct,
    embedded_questions,
    finished,
    verb_of,
)
from generator.extract.reading import Reading
from generator.extract.wording import spell
from generator.language.tree import Sentence, Token
from generator.model import QuestionKind

_UNCLEAR = frozenset(
    "unclear uncertain unknown undecided unresolved undetermined unsettled unanswered doubtful"
    " unconfirmed undisclosed unspecified unexplained".split()
)
_DISPUTED = frozenset({"disputed", "contested", "debatable", "disagree", "differ", "dispute"})
_SETTLED = frozenset(
    "clear known certain sure decided determined settled established disclosed revealed announced"
    " confirmed specified found identified understood explained made set released".split()
)
_DECIDING = frozenset(
    "decide determine consider weigh debate discuss examine study review assess investigate probe"
    " check rule establish judge vote ponder explore find ask wonder test resolve"
    " learn argue".split()
)
_STILL_OPEN_IN_PAST = frozenset({"consider", "weigh", "debate", "discuss", "wonder"})
_OPEN_NOUNS = frozenset(
    "decision question questions doubt doubts dispute debate uncertainty clarity word speculation"
    " ruling vote answer details detail information row talks indication judgment verdict".split()
)
_CLOSING_VERBS = frozenset({"settle", "resolve", "lift", "answer", "end", "clear", "remove"})
_ANYBODY = frozenset("i we you one some anyone anybody everyone people many".split())
_HEADING_FOR = frozenset("try seek want need have begin continue expect plan work meet aim start".split())
Verdict = tuple[QuestionKind, str, float]


def find_embedded(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield the embedded questions that the sentence says are open."""
    for embedded in embedded_questions(sentence):
        verdict = _verdict(reading, embedded)
        if verdict is None or embedded.governor is None:
            continue
        governor = embedded.governor
        question = direct(
            reading,
            embedded,
            subject_parts(reading, sentence, governor),
            plural=subject_plural(sentence, governor),
        )
        if question:
            kind, why, weight = verdict
            yield OpenPoint(question, kind, why, (sentence,), weight)


def _verdict(reading: Reading, embedded: Embedded) -> Verdict | None:
    sentence, governor = embedded.sentence, embedded.governor
    if governor is None or _speaks_generally(reading, sentence, governor):
        return None
    for judge in (_of_state, _of_asking, _of_saying, _of_deciding, _of_noun):
        found = judge(reading, sentence, governor)
        if found:
            return found
    return None


def _speaks_generally(reading: Reading, sentence: Sentence, governor: Token) -> bool:
    """Tell whether nobody in particular does not know: "I wonder whether", "one cannot say"."""
    subject = acting_subject(sentence, governor)
    if subject is None or reading.actor_at(sentence.index, subject.index):
        return False
    return subject.text.lower() in _ANYBODY


def _of_state(reading: Reading, sentence: Sentence, governor: Token) -> Verdict | None:
    """Judge "it is unclear whether", "when … is disputed", "it is not known how"."""
    low = governor.text.lower()
    if low in _DISPUTED:
        return "disputed", "The source says that this is disputed.", 1.0
    if low in _UNCLEAR and not is_negated(sentence, governor):
        return "unknown", f"The source says that this is {low}.", 1.0
    passive = governor.tag in {"JJ", "VBN"} and verb_group(sentence, governor).passive
    if low in _SETTLED and (passive or governor.tag.startswith("JJ")):
        if is_withheld(sentence, governor):
            return "unknown", f"The source says that this is not {_state(low)}.", 1.0
    remains = low == "seen" and governor.label == "xcomp"
    return ("pending", "The source says that this remains to be seen.", 1.0) if remains else None


def _state(word: str) -> str:
    return word if word in {"clear", "known", "certain", "sure"} else f"yet {word}"


def _of_asking(reading: Reading, sentence: Sentence, governor: Token) -> Verdict | None:
    """Judge "asked whether A or B, he said both sides must compromise"."""
    if verb_of(governor) != "ask" or not governor.label.startswith("advcl"):
        return None
    answer = sentence.head(governor)
    if answer is None or not answer.tag.startswith("VB"):
        return None
    if is_withheld(sentence, answer) or verb_of(answer) in {"decline", "refuse"}:
        return "unanswered", f"{who_says(reading, sentence, answer)} did not answer when asked.", 1.0
    below = {t.text.lower() for t in sentence.subtree(governor)}
    reply = {t.text.lower() for t in sentence.tokens} - below
    if "or" in below and not reply & {"yes", "no", "neither", "both"} | (reply & {"both"}):
        who = who_says(reading, sentence, answer)
        return "unanswered", f"Asked to choose, {who} named neither, the source says.", 0.9
    return None


def _of_saying(reading: Reading, sentence: Sentence, governor: Token) -> Verdict | None:
    """Judge "declined to say when", "has not said whether", "could not say how"."""
    verb = verb_of(governor)
    if verb not in SAYING or not governor.tag.startswith("VB"):
        return None
    if not is_withheld(sentence, governor):
        return None
    who = who_says(reading, sentence, governor)
    above = sentence.head(governor)
    if above and governor.label == "xcomp" and verb_of(above) in {"decline", "refuse"}:
        how = {"decline": "declined", "refuse": "refused"}[verb_of(above)]
        return "unanswered", f"{who} {how} to {verb}, the source reports.", 1.0
    if has_yet_to(sentence, governor):
        return "unanswered", f"{who} has yet to {verb}, the source reports.", 1.0
    modal = verb_group(sentence, governor).modal
    cannot = {"could": "could not", "can": "cannot", "would": "would not", "will": "will not"}
    if modal in cannot:
        return "unanswered", f"{who} {cannot[modal]} {verb}, the source reports.", 1.0
    return "unanswered", f"The source reports no answer from {_lower_the(who)}.", 1.0


def _lower_the(who: str) -> str:
    return who[0].lower() + who[1:] if who.startswith(("The ", "A ", "An ", "Those ")) else who


def _of_deciding(reading: Reading, sentence: Sentence, governor: Token) -> Verdict | None:
    """Judge "must decide whether", "would examine whether", "had not decided whether"."""
    verb = verb_of(governor)
    if verb not in _DECIDING or not governor.tag.startswith("VB"):
        return None
    if governor.label.startswith(("advcl", "acl")):
        return None
    who = who_says(reading, sentence, governor)
    if is_withheld(sentence, governor):
        return "pending", f"{who} had not decided, the source says.".replace("decided", _done(verb)), 1.0
    group = verb_group(sentence, governor)
    ahead = group.modal or group.progressive or not group.past
    if governor.label == "xcomp":
        above = sentence.head(governor)
        ahead = above is not None and verb_of(above) in _HEADING_FOR
    if ahead or has_yet_to(sentence, governor):
        return "pending", f"{who} had still to {_step(verb)}, by the source's account.", 0.9
    return ("pending", f"{who} left it open, by the source's account.", 0.6) if (
        verb in _STILL_OPEN_IN_PAST
    ) else None


def _done(verb: str) -> str:
    return {"decide": "decided", "determine": "determined"}.get(verb, "settled it")


def _step(verb: str) -> str:
    plain = {"decide": "decide", "rule": "rule", "vote": "vote", "examine": "examine this"}
    return plain.get(verb, "settle this")


def _of_noun(reading: Reading, sentence: Sentence, governor: Token) -> Verdict | None:
    """Judge "its decision on whether", "questions about when", "no word on how"."""
    if governor.text.lower() not in _OPEN_NOUNS:
        return None
    verb = sentence.head(governor)
    if verb and verb.tag.startswith("VB"):
        if verb_of(verb) in _CLOSING_VERBS and not is_withheld(sentence, verb):
            return None
        who = who_says(reading, sentence, verb)
        if is_withheld(sentence, verb):
            return "unanswered", f"{who} did not answer, the source says.", 1.0
        if verb_of(verb) in {"reserve", "postpone", "delay", "defer", "adjourn"}:
            return "pending", f"{who} has put off the decision, the source says.", 1.0
    return "pending", f"The source leaves the {governor.text.lower()} open.", 0.8


_OF_WHAT = {
    "whereabouts": "Where {is} {x}",
    "location": "Where {is} {x}",
    "cause": "What caused {x}",
    "causes": "What caused {x}",
    "responsibility": "Who was responsible for {x}",
    "identity": "Who {is} {x}",
    "identities": "Who {is} {x}",
    "motive": "What was the motive for {x}",
    "reason": "What was the reason for {x}",
    "reasons": "What were the reasons for {x}",
    "fate": "What has become of {x}",
    "number": "How many {x} are there",
    "extent": "What is the extent of {x}",
    "scale": "What is the scale of {x}",
    "origin": "What is the origin of {x}",
    "source": "What is the source of {x}",
    "cost": "What is the cost of {x}",
    "price": "What is the price of {x}",
    "terms": "What are the terms of {x}",
    "details": "What are the details of {x}",
    "date": "When is {x} to take place",
    "timing": "When is {x} to take place",
    "future": "What is the future of {x}",
    "circumstances": "What were the circumstances of {x}",
}
_UNDER_INQUIRY = frozenset({"investigation", "review", "inquiry", "examination"})


def find_nominal(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is not known about a thing: "his whereabouts are unknown", "the cause … is unclear"."""
    for noun in sentence.tokens:
        form = _OF_WHAT.get(noun.text.lower())
        if form is None or not noun.label.startswith("nsubj"):
            continue
        state = sentence.tokens[noun.head]
        why = _why_unknown(sentence, state)
        question = why and about_thing(reading, sentence, noun)
        if why and question:
            yield OpenPoint(question, "unknown", why, (sentence,), 1.0)


def _why_unknown(sentence: Sentence, state: Token) -> str | None:
    low = state.text.lower()
    if low in _UNDER_INQUIRY and any(
        t.text.lower() == "under" for t in sentence.children(state, "case")
    ):
        return f"The source says that this is under {low}."
    if low in _UNCLEAR and not is_negated(sentence, state):
        return f"The source says that this is {low}."
    if low in _SETTLED and is_withheld(sentence, state):
        return f"The source says that this is not {_state(low)}."
    return None


def about_thing(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question that a noun such as "cause" or "whereabouts" stands for."""
    thing = sentence.child(noun, "nmod:poss") or sentence.child(noun, "nmod")
    if thing is None:
        return None
    parts = phrase(sentence, thing)
    parts = parts[:-1] if parts[-1].tag == "POS" else parts
    text = _owner(reading, sentence, thing) or spell(reading, sentence, parts)
    if text is None:
        return None
    verb = "are" if is_plural_noun(sentence, thing) else "is"
    return finished(_OF_WHAT[noun.text.lower()].format(x=text, **{"is": verb}))


def _owner(reading: Reading, sentence: Sentence, pronoun: Token) -> str | None:
    """Return the name behind "his" or "its", without the possessive."""
    if pronoun.tag != "PRP$":
        return None
    actor = reading.actor_at(sentence.index, pronoun.index)
    return actor.name if actor else antecedent(reading, sentence, pronoun)


def find_missing(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what has not happened yet: "no hearing has been scheduled", "no date has been set"."""
    for verb in sentence.tokens:
        subject = subject_of(sentence, verb) if verb.tag == "VBN" else None
        denied = subject and sentence.child(subject, "det")
        if not subject or not denied or denied.text.lower() != "no":
            continue
        form = _NOT_YET.get((verb_of(verb), subject.text.lower())) or _NOT_YET.get((verb_of(verb), ""))
        thing = acting_subject(sentence, verb)
        question = form and thing and _missing(reading, sentence, subject, form)
        if question:
            why = f"The source says that no {subject.text.lower()} has been {verb.text.lower()}."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


_NOT_YET = {
    ("schedule", ""): "When will {n} be scheduled",
    ("set", "date"): "When will {x} take place",
    ("set", ""): "When will {n} be set",
    ("fix", "date"): "When will {x} take place",
    ("announce", "date"): "When will {x} take place",
    ("make", "decision"): "What will be decided about {x}",
    ("take", "decision"): "What will be decided about {x}",
    ("reach", "decision"): "What will be decided about {x}",
    ("make", "arrests"): "Will anyone be arrested over {x}",
}


def _missing(reading: Reading, sentence: Sentence, noun: Token, form: str) -> str | None:
    thing = sentence.child(noun, "nmod")
    verb = sentence.tokens[noun.head]
    thing = thing or next(iter(sentence.children(verb, "obl")), None)
    text = spell(reading, sentence, phrase(sentence, thing)) if thing else None
    if "{x}" in form and text is None:
        return None
    article = "an" if noun.text[0].lower() in "aeiou" else "a"
    return finished(form.format(x=text, n=f"{article} {noun.text.lower()}"))
