"""What an embedded question hangs on ("unclear", "declined to say") to why it is open, if it is."""

from __future__ import annotations

from generator.extract.grammar.clauses import is_negated, verb_group
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.decisions import Verdict, on_announcing, on_deciding
from generator.extract.questions.embedded import Embedded
from generator.extract.questions.point import (
    acting_subject,
    has_case,
    names_nobody,
    not_yet,
    subject_plural,
    who_says,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.unsaid import NO_ANSWER, on_asking, on_noun, on_saying
from generator.extract.questions.withheld import is_none, is_supposed, is_withheld, was_open_until
from generator.extract.reading import Reading
from generator.extract.words.answers import (
    AT_VARIANCE,
    DIFFERING,
    DOUBTS,
    HINGING,
    PUZZLED,
    PUZZLES,
    REFUSING,
    SAYING,
    SETTLED,
    SILENT,
    TOO_HARD,
    UNCLEAR,
    WORKING_OUT,
)
from generator.language.tree import Sentence, Token

_DISPUTED = frozenset("disputed contested debatable".split())
_ONLY_ASKED = frozenset({"whether", "who", "whose", "how", "why"})
"""Words that open a question and hardly ever anything else behind a verb."""
_NEAR = 4
"""Words within which a denied verb finds what it leaves open."""
_UNCONCERNED = frozenset(
    "care matter mind affect change depend influence stop prevent limit dictate doubt like love"
    " want need enjoy appreciate approve help allow let ask be".split()
)
"""Verbs that leave nothing open, denied or not: "it does not matter who"."""
_ANYBODY = frozenset("i we you one some anyone anybody everyone people many".split())
_OF_PEOPLE = frozenset({"sure", "certain"})
_DOUBT = frozenset({"dispute", "doubt", "question"})


def verdict_on(reading: Reading, embedded: Embedded) -> Verdict | None:
    """Return the kind of an embedded question that is open, why it is, and how surely."""
    sentence, governor = embedded.sentence, embedded.governor
    if governor is not None and verb_of(governor) in REFUSING:
        governor = sentence.child(governor, "xcomp") or governor  # "refused to be drawn on when"
    own = subject_of(sentence, embedded.head)
    of_self = own is not None and own.text == "I"
    if governor is None or _is_condition(embedded, governor):
        return None
    if was_open_until(sentence, governor) or is_supposed(sentence, governor):
        return None
    if _tells_when(embedded, governor) or (
        not of_self and _speaks_generally(reading, embedded, governor)
    ):
        return None
    for judge in (
        _of_state,
        on_asking,
        on_saying,
        on_announcing,
        on_deciding,
        on_noun,
        _by_default,
    ):
        found = judge(reading, embedded, governor)
        if found:
            return found
    return None


def _is_condition(embedded: Embedded, governor: Token) -> bool:
    """Recognise "if I had his car, I would not be asking", "it depends on who is asked"."""
    leading = embedded.word.text.lower() == "if" and embedded.head.index < governor.index
    whoever = verb_of(governor) == "depend" and verb_of(embedded.head) == "ask"
    return whoever or (leading and verb_of(governor) == "ask")


def _tells_when(embedded: Embedded, governor: Token) -> bool:
    """Recognise "could not resolve it when he ruled": a time, not what is asked for."""
    over = verb_group(embedded.sentence, embedded.head)
    past = embedded.word.text.lower() == "when" and over.past and not over.modal
    told = verb_of(governor) in SAYING - {"answer"} | {"ask"}  # "did not answer when he was asked"
    done = governor.tag.startswith("VB") and not told
    return past and done and not embedded.sentence.child(governor, "aux:pass", "cop")


def _by_default(_: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge what any verb leaves open: "clashed over whether", "did not hear who had left"."""
    sentence, word = embedded.sentence, embedded.word
    before = sentence.tokens[word.index - 1] if word.index else governor
    if before.text.lower() == "over" and before.label != "compound:prt":  # "took over when"
        verb = governor.tag.startswith("VB")
        return ("disputed", "The source leaves this open.", 0.8) if verb else None
    near = before.text != "," and 0 < word.index - governor.index <= _NEAR
    below = near and sentence.head(embedded.head) is governor and word.text.lower() in _ONLY_ASKED
    told = embedded.end is not None or below
    if governor.text.lower() == "left" and sentence.child(governor, "obl"):
        return "pending", "The source says that this is left for later.", 0.9
    plain = verb_of(governor) not in _UNCONCERNED and not is_to_infinitive(sentence, embedded.head)
    above = sentence.head(governor)
    plain = plain and not (above and above.text.lower() in TOO_HARD)  # "it is hard to see how"
    if told and plain and governor.tag.startswith("VB") and is_withheld(sentence, governor):
        return "unknown", NO_ANSWER, 0.85
    return None


def _speaks_generally(reading: Reading, embedded: Embedded, governor: Token) -> bool:
    """Tell whether nobody in particular does not know: "I wonder whether", "one cannot say"."""
    sentence = embedded.sentence
    subject = acting_subject(sentence, governor)
    if subject is not None and embedded.word.index < subject.index < (embedded.end or 0):
        return False  # "how many people were hurt is in doubt"
    puzzle = governor.text.lower() in PUZZLES  # "anybody's guess"
    if subject is None or puzzle or reading.actor_at(sentence.index, subject.index):
        return False
    if subject.text.lower() == "we" and verb_group(sentence, governor).modal == "could":
        return reading.is_quoted(governor.start)  # what the newspaper could not establish
    nobody = is_none(sentence, subject)
    nobody = nobody or any(t.text.lower() == "nor" for t in sentence.children(governor, "cc"))
    wonders = subject.text.lower() in {"some", "many"} and verb_of(governor) == "wonder"
    wonders = wonders or any(t.text.lower() == "yet" for t in sentence.children(governor, "advmod"))
    return subject.text.lower() in _ANYBODY and not (nobody or wonders)


def _of_state(reading: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "it is unclear whether", "when … is disputed", "it is not known how"."""
    sentence, low = embedded.sentence, governor.text.lower()
    if low in _DISPUTED or (low in _DOUBT and has_case(sentence, governor, {"in", "under"})):
        state = "disputed" if low in _DISPUTED else f"in {low}"
        return "disputed", f"The source says that this is {state}.", 1.0
    if (matter := _matter_of(sentence, governor)) is not None:
        what = {"matter": "a matter of", "one": "one of the"}.get(low, f"the {low} of")
        what = "a matter of" if _is_sought(sentence, governor) else what
        return "unknown", f"The source says that this is {what} {matter}.", 1.0
    people = (low in _OF_PEOPLE | PUZZLED) and _of_somebody(sentence, governor)
    above = sentence.head(governor)
    puzzle = low in PUZZLES and (
        sentence.child(governor, "cop") is not None
        or (above is not None and verb_of(above) == "remain")
    )
    if (puzzle or (low in UNCLEAR and not people)) and not is_negated(sentence, governor):
        state = "a mystery" if puzzle else low
        return "unknown", f"The source says that this is {state}.", 1.0
    if _is_unsettled(sentence, governor):
        who = who_says(reading, sentence, governor)
        state = f"The source says that this is not {not_yet(low)}."
        told = people and not names_nobody(who)
        return "unknown", f"{who} did not know, the source says." if told else state, 1.0
    return _of_people(reading, embedded, governor) or _of_outcome(embedded, governor)


def _matter_of(sentence: Sentence, noun: Token) -> str | None:
    """Return what something is a matter or the subject of: "dispute", "inquiry"."""
    if any(t.text.lower() == "open" for t in sentence.children(noun, "amod")):
        return "doubt"
    if _is_sought(sentence, noun):
        return "inquiry"
    if noun.text.lower() not in _MATTERS:
        return None
    if {"another", "different"} & {t.text.lower() for t in sentence.children(noun, "det", "amod")}:
        return "doubt"  # "who takes the armband is another matter"
    of_what = sentence.child(noun, "nmod")
    low = of_what.text.lower() if of_what else ""
    return low if low in DOUBTS | {"inquiry", "investigation", "conjecture"} else None


def _is_sought(sentence: Sentence, noun: Token) -> bool:
    """Recognise "one of the things that detectives are trying to pin down", "something that"."""
    thing = sentence.child(noun, "nmod") if noun.text.lower() in {"matter", "one"} else noun
    clause = sentence.child(thing, "acl:relcl") if thing else None
    clause = clause or sentence.child(noun, "acl:relcl")
    if thing is None or clause is None:
        return False
    if verb_of(clause) == "agree" and is_withheld(sentence, clause):
        return True  # "a matter of arithmetic that nobody agrees on"
    if thing.text.lower() not in _THINGS:
        return False
    if verb_of(clause) in DIFFERING and verb_group(sentence, clause).progressive:
        return True  # "something the party has been arguing about"
    tried = verb_of(clause) in {"try", "want", "hope", "seek", "have"}
    verb = sentence.child(clause, "xcomp") if tried else clause
    told = verb is not None and verb_of(verb) in SAYING | WORKING_OUT | {"pin", "learn"}
    return told and verb is not None and (tried or is_withheld(sentence, verb))


_THINGS = frozenset("thing things something question questions point points".split())
_MATTERS = frozenset({"matter", "subject", "focus", "topic", "one"})


def _is_unsettled(sentence: Sentence, state: Token) -> bool:
    """Recognise "is not known", "has yet to be decided"."""
    passive = state.tag in {"JJ", "VBN"} and verb_group(sentence, state).passive
    settled = state.text.lower() in SETTLED and (passive or state.tag.startswith("JJ"))
    return settled and is_withheld(sentence, state)


def _of_somebody(sentence: Sentence, state: Token) -> bool:
    """Tell "the captain was not certain" from "it was not certain"."""
    subject = acting_subject(sentence, state)
    return subject is not None and not subject.label.startswith(("expl", "csubj"))


def _of_people(reading: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "has kept silent on whether", "is undecided about", "experts differ on how"."""
    sentence, low = embedded.sentence, governor.text.lower()
    if is_negated(sentence, governor):
        return None
    who = who_says(reading, sentence, governor)
    inside = who_says(reading, sentence, governor, opening=False)
    differ = verb_of(governor) in DIFFERING and not governor.tag.startswith("NN")
    differ = differ or low in AT_VARIANCE
    if differ and _is_over(embedded):
        known = not names_nobody(inside) and subject_plural(sentence, governor)
        return "disputed", f"{who if known else 'The sides'} differ on this, the source says.", 0.95
    if low in SILENT:
        why = NO_ANSWER if names_nobody(inside) else f"The source reports no answer from {inside}."
        return "unanswered", why, 1.0
    if low in PUZZLED:
        unknown = "The source says that this is not known."
        told = unknown if names_nobody(who) else f"{who} did not know, the source says."
        return "unknown", told, 0.95
    leaving = sentence.head(governor) if low == "open" else None
    if leaving is not None and verb_of(leaving) in {"leave", "remain", "stay"}:
        return "unknown", "The source says that this is left open.", 1.0
    return None


def _is_over(embedded: Embedded) -> bool:
    """Tell whether a question stands behind a preposition: "split over whether"."""
    at = embedded.word.index
    return at > 0 and embedded.sentence.tokens[at - 1].tag == "IN"


def _of_outcome(embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "it depends on whether", "how … remains a mystery", "it remains to be seen"."""
    sentence, verb = embedded.sentence, verb_of(governor)
    if verb in {"depend", "hinge"} or (verb in HINGING and embedded.head.index < governor.index):
        why = "The source says what this depends on, not how it will turn out."
        if embedded.head.index > governor.index:
            why = "The source says that the outcome depends on this."
        return "conditional", why, 0.9
    if {"up", "to"} <= {t.text.lower() for t in sentence.children(governor, "case")}:
        return "pending", "The source says whose decision this is, not what it will be.", 0.9
    if verb == "remain" and sentence.child(governor, "obj", "xcomp"):
        return "unknown", "The source says that this remains unexplained.", 0.9
    above = sentence.head(governor)
    if governor.text.lower() == "seen" and above is not None and verb_of(above) == "remain":
        return "pending", "The source says that this remains to be seen.", 1.0
    return None
