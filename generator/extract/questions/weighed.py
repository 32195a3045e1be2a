"""What somebody weighs, reviews, is in talks over or is to decide on, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.attributes import about_thing
from generator.extract.questions.matters import DOING, PASSING, about, decided_on, plain
from generator.extract.questions.plans import as_future_deed, points_ahead
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    can_speak,
    has_case,
    has_yet_to,
    is_withheld,
    subject_parts,
    subject_plural,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import ask, verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_WEIGHING = frozenset(
    "consider weigh contemplate mull explore evaluate debate discuss study review vote".split()
)
_TALKING = frozenset({"debate", "discuss", "study", "review", "vote"})
"""What one does about a thing, too, without having it in mind to do."""
_NO_STEP = frozenset(
    "option options way ways matter matters question questions issue issues case cases situation"
    " evidence possibility impact effect effects implications detail details figure figures answer"
    " response request requests factor factors thing things number range risk risks advice".split()
)
_TALKS = frozenset({"talks", "negotiations", "discussions"})
_OVER = {"over", "about", "on"}
_DUE = frozenset({"expect", "due", "schedule", "set", "likely"})
_DECIDING = frozenset(
    {"decide", "vote", "ballot", "rule", "consider", "debate", "review", "go", "come"}
)
_TO_BE_DECIDED = "The source says that this is still to be decided."
_THREATS = frozenset("boycott strike strikes walkout action lawsuit sanctions tariffs ban".split())
_KEPT = frozenset("licence license contract constitution drug law project scheme sale".split())
"""What one reviews that is there already."""
_BEING = frozenset({"is", "are", "was", "were", "been"})
_OWN = frozenset({"offer", "bid", "proposal", "plan"})


def find_considered(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is being weighed: "are considering moving", "are weighing a bill", "a sale"."""
    for verb in verbs(sentence, _WEIGHING):
        group = verb_group(sentence, verb)
        ahead = verb_of(verb) == "vote" and group.modal in {"will", "would"}
        begun = verb.label == "xcomp" and verb.tag == "VBG"  # "has begun debating"
        if not (group.progressive or ahead or begun) or reading.is_quoted(verb.start):
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
    thing = next((t for t in things if t.text.lower() in PASSING), None)
    deed = PASSING.get(thing.text.lower()) if thing else None
    if thing is None or deed is None or len(sentence.children(thing)) <= len(("the",)):
        return None
    if thing.text.lower() in DOING:
        return None
    if verb_of(verb) != "vote" and thing.text.lower() in _OWN and _is_new(sentence, thing):
        return None  # "is considering an offer" of its own
    return decided_on(reading, sentence, thing, parts)


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
    deed = DOING.get(thing.text.lower())
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
    for noun in worded(sentence, _TALKS | {"negotiating"}):
        negotiating = noun.tag == "VBG" and sentence.child(noun, "aux") is not None
        talks = noun.tag != "VBG" and sentence.child(noun, "acl") is None
        if not (talks or negotiating):
            continue
        who = _talker(sentence, noun)
        if who is None or not can_speak(reading, sentence, who):
            continue
        below = [t for t in sentence.subtree(noun) if t.index > noun.index]
        partner = next((t for t in below if has_case(sentence, t, {"with"})), None)
        matter = next((t for t in below if has_case(sentence, t, _OVER)), None)
        matter = matter or (sentence.child(noun, "obj") if negotiating else None)
        about = next((t for t in below if t.tag == "VBG" and _is_about(sentence, t)), None)
        matter = about or matter
        alone = partner is None and not negotiating
        if alone or matter is None or not matter.tag.startswith(("NN", "VBG")):
            continue
        over = {t.index for t in sentence.subtree(matter)}
        words = phrase(sentence, partner) if partner else ()
        others = tuple(t for t in words if t.index not in over)
        with_whom: tuple[Part, ...] = ("with", *others) if others else ()
        agree: tuple[Part, ...] = ("reach", "agreement", *with_whom, "on")
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
    if has_case(sentence, noun, {"in"}) or noun.tag == "VBG":
        return acting_subject(sentence, noun)
    verb = sentence.head(noun)
    if verb is None or noun.label != "obj" or verb_of(verb) not in {"hold", "continue", "resume"}:
        return None
    return acting_subject(sentence, verb) if verb_group(sentence, verb).progressive else None


def find_decisions(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody is to decide on: "is to decide in February on a grant"."""
    for verb in verbs(sentence, _DECIDING):
        matter = about(sentence, verb) or _put_to(sentence, verb)
        voted = verb_of(verb) in {"vote", "ballot"}
        if question := _deed_decided(reading, sentence, verb):
            yield OpenPoint(question, "pending", _TO_BE_DECIDED, (sentence,), 0.9)
            continue
        if matter is None or not is_ahead(sentence, verb) or reading.is_quoted(verb.start):
            continue
        who = _decider(sentence, verb)
        if who is None or not can_speak(reading, sentence, who):
            continue
        words = plain(reading, sentence, who)
        question = decided_on(reading, sentence, matter, words, voted=voted)
        if question:
            yield OpenPoint(question, "pending", _TO_BE_DECIDED, (sentence,), 0.9)


def _deed_decided(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "will vote on sending peacekeepers", where that is a deed."""
    deeds = (t for t in sentence.children(verb, "advcl", "obl") if t.tag == "VBG")
    deed = next((t for t in deeds if _is_about(sentence, t)), None)
    if deed is None or not is_ahead(sentence, verb) or reading.is_quoted(verb.start):
        return None
    who, plural = subject_parts(reading, sentence, verb), subject_plural(sentence, verb)
    clause = clause_of(reading, sentence, deed, who, plural=plural)
    return ask(reading, as_future_deed(clause)) if clause else None


def find_ballots(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield how those will vote whom a union "is balloting on a strike"."""
    for verb in worded(sentence, {"balloting", "polling"}):
        if sentence.tokens[max(0, verb.index - 1)].text.lower() not in _BEING:
            continue
        head = sentence.head(verb) if verb.label in {"compound", "amod"} else None
        voters = head or sentence.child(verb, "obj")
        matter = about(sentence, verb) or (about(sentence, voters) if voters else None)
        if voters is None or matter is None:
            continue
        below = {t.index for t in sentence.subtree(matter)}
        known = plain(reading, sentence, voters)
        words = [t for t in known if verb.index < t.index and t.index not in below]
        text = spell(
            reading, sentence, ("Will", *words, "vote", "for", *plain(reading, sentence, matter))
        )
        question = finished(text)
        if question:
            why = "The source tells of a ballot, not of its result."
            yield OpenPoint(question, "pending", why, (sentence,), 0.9)


def find_threats(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether those will do it who "are threatening a boycott"."""
    for verb in verbs(sentence, frozenset({"threaten"})):
        thing, who = sentence.child(verb, "obj"), acting_subject(sentence, verb)
        if thing is None or who is None or thing.text.lower() not in _THREATS:
            continue
        if is_withheld(sentence, verb) or not can_speak(reading, sentence, who):
            continue
        parts: tuple[Part, ...] = (*plain(reading, sentence, who), "go", "ahead", "with")
        words: tuple[Part, ...] = ("Will", *parts, *phrase(sentence, thing))
        question = finished(spell(reading, sentence, words))
        if question:
            why = "The source reports a threat, no more."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def _put_to(sentence: Sentence, verb: Token) -> Token | None:
    """Return what is to be considered or goes before a body, if that can be granted or passed."""
    if verb_of(verb) in {"go", "come"}:
        thing = acting_subject(sentence, verb) if _body_before(sentence, verb) else None
    elif verb_of(verb) in _TALKING | {"consider"}:
        thing = sentence.child(verb, "obj", "nsubj:pass")
    else:
        return None
    if thing is None or thing.text.lower() not in PASSING:
        return None
    return None if verb_of(verb) == "review" and thing.text.lower() in _KEPT else thing


def _body_before(sentence: Sentence, verb: Token) -> Token | None:
    """Return the body in "goes before the committee", "now goes to the Senate"."""
    bodies = (t for t in sentence.children(verb, "obl") if has_case(sentence, t, {"before", "to"}))
    return next(bodies, None)


def _decider(sentence: Sentence, verb: Token) -> Token | None:
    """Return who decides: the subject, the agent of a passive, the body that a bill goes to."""
    if verb_of(verb) in {"go", "come"}:
        return _body_before(sentence, verb)
    if sentence.child(verb, "aux:pass") and verb_of(verb) != "ballot":
        return sentence.child(verb, "obl:agent")
    return acting_subject(sentence, verb)


def is_ahead(sentence: Sentence, verb: Token) -> bool:
    """Tell whether something "will", "is to", "is due to" or "has yet to" be done."""
    if any(t.text.lower() == "due" for t in sentence.children(verb, "case")):
        return True
    above = sentence.head(verb)
    if above is not None and verb.tag == "VB" and is_to_infinitive(sentence, verb):
        if verb.label == "xcomp" and {verb_of(above), above.text.lower()} & _DUE:
            return True
        if verb_of(above) == "meet":  # "meets on Friday to consider the loan"
            return is_ahead(sentence, above)
    group = verb_group(sentence, verb)
    timetable = verb.tag in {"VBZ", "VBP"} and (
        points_ahead(sentence, verb) or verb_of(verb) in {"go", "come"}
    )
    if group.modal in {"will", "would"} or has_yet_to(sentence, verb) or timetable:
        return not group.perfect
    return is_withheld(sentence, verb)
