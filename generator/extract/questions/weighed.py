"""What somebody weighs, reviews, is in talks over or is to decide on, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.attributes import about_thing
from generator.extract.questions.plans import as_future_deed, is_specific
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    after_preposition,
    can_speak,
    has_case,
    has_yet_to,
    is_withheld,
    subject_parts,
    subject_plural,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import ask, finished, future, verb_of
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_WEIGHING = frozenset(
    "consider weigh contemplate mull explore evaluate debate discuss study review vote".split()
)
_TALKING = frozenset({"debate", "discuss", "study", "review", "vote"})
"""What one does about a thing, too, without having it in mind to do."""
_PASSING = {
    "bill": "pass",
    "law": "pass",
    "legislation": "pass",
    "motion": "adopt",
    "resolution": "adopt",
    "plan": "adopt",
    "proposal": "accept",
    "offer": "accept",
    "request": "grant",
    "application": "grant",
    "appeal": "allow",
    "ban": "impose",
    "sanctions": "impose",
}
_DOING = {"sale": "sell", "closure": "close", "purchase": "buy", "acquisition": "acquire"}
"""What is done to a thing by what is weighed: "a sale of its medical unit"."""
_NO_STEP = frozenset(
    "option options way ways matter matters question questions issue issues case cases situation"
    " evidence possibility impact effect effects implications detail details figure figures answer"
    " response request requests factor factors thing things number range risk risks advice".split()
)
_TALKS = frozenset({"talks", "negotiations", "discussions"})
_OVER = {"over", "about", "on"}
_GRANTED = frozenset(
    "grant loan application request bid proposal plan appeal motion petition budget bill merger"
    " takeover licence license deal amendment scheme rescue".split()
)
_CONSENTING = frozenset("approve ratify endorse authorise authorize sign confirm".split())
_DUE = frozenset({"expect", "due", "schedule", "set"})


def find_considered(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is being weighed: "are considering moving", "are weighing a bill", "a sale"."""
    for verb in verbs(sentence, _WEIGHING):
        group = verb_group(sentence, verb)
        ahead = verb_of(verb) == "vote" and group.modal in {"will", "would"}
        if not (group.progressive or ahead) or reading.is_quoted(verb.start):
            continue
        own = clause_of(reading, sentence, verb)
        parts = own.subject if own else subject_parts(reading, sentence, verb)
        plural = subject_plural(sentence, verb)
        step = next((c for c in sentence.children(verb, "xcomp", "ccomp") if c.tag == "VBG"), None)
        clause = clause_of(reading, sentence, step, parts, plural=plural) if step else None
        question = ask(reading, as_future_deed(clause)) if clause else None
        question = (
            question
            or _future_of(reading, sentence, verb)
            or _passed(reading, sentence, verb, parts)
            or _gone_ahead(reading, sentence, verb, parts)
        )
        if question:
            why = "The source says that this is being considered."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def _future_of(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "is reviewing the future of the brand"."""
    thing = sentence.child(verb, "obj")
    future = thing is not None and thing.text.lower() == "future"
    return about_thing(reading, sentence, thing) if thing and future else None


def _passed(
    reading: Reading, sentence: Sentence, verb: Token, parts: tuple[Part, ...]
) -> str | None:
    things = (*sentence.children(verb, "obj"), *sentence.children(verb, "obl"))
    thing = next((t for t in things if t.text.lower() in _PASSING), None)
    deed = _PASSING.get(thing.text.lower()) if thing else None
    if thing is None or deed is None or len(sentence.children(thing)) <= len(("the",)):
        return None
    if deed == "accept" and _is_new(sentence, thing):
        return None  # "is considering an offer" of its own
    return finished(spell(reading, sentence, ("Will", *parts, deed, *phrase(sentence, thing))))


def _gone_ahead(
    reading: Reading, sentence: Sentence, verb: Token, parts: tuple[Part, ...]
) -> str | None:
    """Return the question in "is weighing a sale of the unit", "are considering charges"."""
    thing = sentence.child(verb, "obj")
    if thing is None or verb_of(verb) in _TALKING or not thing.tag.startswith("NN") or not parts:
        return None
    loose = any(t.tag == "PRP" for t in phrase(sentence, thing))
    if loose or thing.text.lower() in _NO_STEP or not _is_new(sentence, thing):
        return None
    deed = _DOING.get(thing.text.lower())
    of_what = next(
        (t for t in sentence.children(thing, "nmod") if has_case(sentence, t, {"of"})), None
    )
    if deed and of_what:
        words = ("Will", *parts, deed, *phrase(sentence, of_what))
        return finished(spell(reading, sentence, words))
    words = ("Will", *parts, "go", "ahead", "with", *phrase(sentence, thing))
    return finished(spell(reading, sentence, words))


def _is_new(sentence: Sentence, thing: Token) -> bool:
    """Tell whether a thing is named for the first time: "a sale", "charges", not "the sale"."""
    owned = sentence.children(thing, "det", "nmod:poss")
    return all(t.text.lower() in {"a", "an", "another", "further"} for t in owned)


def find_talks(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what comes of talks: "is in talks with its lenders over a waiver"."""
    for noun in worded(sentence, _TALKS):
        if sentence.child(noun, "acl") is not None:
            continue
        who = _talker(sentence, noun)
        if who is None or not can_speak(reading, sentence, who):
            continue
        below = [t for t in sentence.subtree(noun) if t.index > noun.index]
        partner = next((t for t in below if has_case(sentence, t, {"with"})), None)
        matter = next((t for t in below if has_case(sentence, t, _OVER)), None)
        about = next((t for t in below if t.tag == "VBG" and _is_about(sentence, t)), None)
        matter = about or matter
        if partner is None or matter is None or not matter.tag.startswith(("NN", "VBG")):
            continue
        over = {t.index for t in sentence.subtree(matter)}
        others = tuple(t for t in phrase(sentence, partner) if t.index not in over)
        agree: tuple[Part, ...] = ("reach", "agreement", "with", *others, "on")
        parts: tuple[Part, ...] = (
            "Will",
            *phrase(sentence, who),
            *agree,
            *phrase(sentence, matter),
        )
        question = finished(spell(reading, sentence, parts))
        if question:
            why = "The source reports talks, not yet their outcome."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)


def _is_about(sentence: Sentence, deed: Token) -> bool:
    """Tell whether talks are "about marketing the drug"."""
    return any(t.text.lower() in _OVER for t in sentence.children(deed, "mark", "case"))


def _talker(sentence: Sentence, noun: Token) -> Token | None:
    """Return who "is in talks" or "is holding talks", if the talks are going on."""
    if has_case(sentence, noun, {"in"}):
        return acting_subject(sentence, noun)
    verb = sentence.head(noun)
    if verb is None or noun.label != "obj" or verb_of(verb) not in {"hold", "continue", "resume"}:
        return None
    return acting_subject(sentence, verb) if verb_group(sentence, verb).progressive else None


def find_decisions(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody is to decide on: "is to decide in February on a grant"."""
    for verb in verbs(sentence, frozenset({"decide", "vote", "rule"})):
        thing = after_preposition(sentence, verb, "on")
        voted = verb_of(verb) == "vote" and thing is not None and thing.tag in {"NN", "NNS"}
        granted = voted or (thing is not None and thing.text.lower() in _GRANTED)
        if thing is None or not granted or not _is_ahead(sentence, verb):
            continue
        who = acting_subject(sentence, verb)
        if who is None or not can_speak(reading, sentence, who):
            continue
        parts: tuple[Part, ...] = (
            "Will",
            *phrase(sentence, who),
            "approve",
            *phrase(sentence, thing),
        )
        question = finished(spell(reading, sentence, parts))
        if question:
            why = "The source says that this is still to be decided."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)


def find_consents(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody "must approve" first."""
    for verb in verbs(sentence, _CONSENTING):
        thing, who = sentence.child(verb, "obj"), acting_subject(sentence, verb)
        must = verb_group(sentence, verb).modal == "must"
        above = sentence.head(verb) if verb.label == "xcomp" else None
        must = must or (above is not None and verb_of(above) in {"have", "need"})
        if not must or thing is None or who is None or not is_specific(reading, sentence, who):
            continue
        clause = clause_of(reading, sentence, verb, subject_parts(reading, sentence, verb))
        question = ask(reading, future(clause)) if clause else None
        if question and not is_withheld(sentence, verb):
            why = "The source says that this is still needed."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def _is_ahead(sentence: Sentence, verb: Token) -> bool:
    """Tell whether something "will", "is to", "is due to" or "has yet to" be done."""
    if any(t.text.lower() == "due" for t in sentence.children(verb, "case")):
        return True
    above = sentence.head(verb)
    due = above is not None and verb.label == "xcomp"
    if due and above is not None and {verb_of(above), above.text.lower()} & _DUE:
        return True
    modal = verb_group(sentence, verb).modal
    return modal in {"will", "would"} or has_yet_to(sentence, verb) or is_withheld(sentence, verb)
