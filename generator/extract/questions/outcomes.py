"""Events still to come or going on, to what one asks about each: how it will end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.extract.grammar.clauses import WH_TAGS, is_plural_noun, verb_group
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import spell
from generator.extract.questions.appeals import appealed
from generator.extract.questions.attributes import about_thing, the
from generator.extract.questions.claims import CLAIMS
from generator.extract.questions.coming import LASTING, is_coming
from generator.extract.questions.matters import PASSING, about, called, decided_on, definite, plain
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    has_case,
    has_mark,
    led_to,
    name_for,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.results import (
    BARE,
    ELECTIONS,
    TESTED,
    between,
    found_out,
    is_described,
    shown,
    talked,
)
from generator.extract.questions.signs import Finder, on_verbs
from generator.extract.questions.told_events import DEEDS, MISHAPS, event_before
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import is_none
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.language.tree import Sentence, Token

_SURE = 0.85
"""Weight of what is to come by the article's own words and has an outcome to ask about."""
_BARELY = 0.55
"""Weight of what a report or a ruling will be, where the article does not say more of it."""
_INTO = {"into"}
_CAUSE = frozenset({"cause", "causes"})
_LOOKED = "The source says that this is being looked into."
_TELLING = TESTED | {"recorder", "recorders", "recording", "recordings", "footage"}
"""What shows something when it is looked into."""


def find_outcomes(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield how what is to come or goes on will end: "a vote on the bill is due on Thursday"."""
    for noun in worded(sentence, EVENTS):
        name = sentence.child(noun, "flat") is not None  # "Bill Clinton will travel"
        if name or not noun.tag.startswith("NN") or not is_coming(reading, sentence, noun):
            continue
        clause = sentence.clause(noun)
        asked = (*sentence.subtree(clause)[:1], *sentence.tokens[max(0, clause.head) :][:1])
        if any(t.tag in WH_TAGS for t in asked) or has_mark(sentence, clause, {"if"}):
            continue  # "a question of what the result will be", "if the results are right"
        question = _ASKED[noun.text.lower()](reading, sentence, noun)
        if question:
            be = "are" if is_plural_noun(sentence, noun) else "is"
            state = "not over" if noun.text.lower() in LASTING else "still to come"
            why = f"The source says that the {noun.text.lower()} {be} {state}."
            weight = _BARELY if question.startswith("What will") else _SURE
            yield OpenPoint(question, "pending", why, (sentence,), weight)


def _voted(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "a vote on the bill is due", "a ballot on strike action"."""
    matter, trust = about(sentence, noun), led_to(sentence, noun, "of")
    if trust is not None and trust.text.lower() == "confidence":
        whom = led_to(sentence, trust, "in") or led_to(sentence, noun, "in")
        text = called(reading, sentence, whom) if whom else None
        return finished(f"Will {text} survive a vote of no confidence") if text else None
    if matter is not None:
        return decided_on(reading, sentence, matter, by="vote")
    earlier = preceding(reading, sentence) if sentence.child(noun, "det") else None
    if earlier is None or noun.text.lower() not in {"vote", "ballot"}:
        return None
    bills = (t for t in worded(earlier, PASSING) if t.label in {"obj", "obl", "nsubj"})
    bill = next(bills, None)  # "is split over a bill. A vote is set for Tuesday"
    return decided_on(reading, earlier, bill) if bill else None


def _passed(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "has introduced a bill to regulate implants"."""
    body = sentence.head(noun) if noun.label.startswith("nsubj") else None
    case = sentence.child(body, "case") if body else None
    before = body is not None and has_case(sentence, body, {"before"})
    who = sentence.tokens[case.index + 1 : body.index + 1] if body and case and before else ()
    known = is_described(sentence, noun, "acl", "acl:relcl")
    step = sentence.child(noun, "acl")
    if noun.text == "motion" and step is not None and step.tag == "VB":
        text = definite(reading, sentence, noun)
        return finished(f"Will {text} be granted") if text else None  # "a motion to dismiss it"
    return decided_on(reading, sentence, noun, who) if known else None


def _ruled(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "a ruling on the request is expected", "a final decision is due"."""
    tried = about(sentence, noun, {"in"})
    in_case = tried if tried is not None and tried.text.lower() == "case" else None
    matter = about(sentence, noun) or in_case
    verb = sentence.head(noun)
    bare = matter is None and noun.label == "obj" and "whether" not in sentence.words
    if bare and verb is not None and verb_of(verb) == "reserve":
        court = name_for(reading, sentence, acting_subject(sentence, verb))
        return finished(f"How will {court} rule") if court else None
    if matter is not None:
        return decided_on(reading, sentence, matter)
    text = definite(reading, sentence, noun)
    taken = any(t.tag == "VB" for t in sentence.children(noun, "acl"))  # "a decision to close"
    known = text is not None and is_described(sentence, noun) and not taken
    do = "say" if noun.text.lower() in {"judgment", "judgement"} else "be"
    return finished(f"What will {text} {do}") if known else None


def _inquired(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "an inquiry into the sale will report", "an inquest will open"."""
    matter = about(sentence, noun, _INTO)
    if matter is not None and matter.text.lower() in MISHAPS | _CAUSE:
        return _cause_of(reading, sentence, matter)
    text = definite(reading, sentence, noun)
    above = sentence.head(noun)
    wanted = noun.label == "obj" and above is not None and verb_of(above) in {"seek", "need"}
    known = matter or is_described(sentence, noun)
    if text is None or wanted or not known or _has_found(reading):
        return None
    if matter is not None and len(phrase(sentence, matter)) < BARE and matter.tag == "NNS":
        return None  # "an investigation into officials who …": those are not named
    more = ""
    if matter is not None and matter.head != noun.index:
        into = spell(reading, sentence, phrase(sentence, matter), ("",))
        more = f" into {into}" if into else ""
    return finished(f"What will {text}{more} find")


def _has_found(reading: Reading) -> bool:
    """Tell whether an article has what was found: "found no evidence", "turned up nothing"."""
    return any(
        thing.text.lower() == "nothing" or is_none(told, thing)
        for told in reading.document.sentences
        for verb in verbs(told, _FINDING)
        for thing in told.children(verb, "obj")
        if verb_group(told, verb).past or verb_group(told, verb).perfect
    )


_FINDING = frozenset({"find", "turn"})


def _cause_of(reading: Reading, sentence: Sentence, thing: Token) -> str | None:
    """Return the question in "an inquiry into the fire", "is looking into his death"."""
    if thing.text.lower() in _CAUSE:
        return about_thing(reading, sentence, thing)
    owned = thing.text.lower() == "death" and sentence.child(thing, "nmod:poss") is not None
    owned = owned and not _is_own(reading, sentence, thing)
    owned = owned and event_before(reading, sentence, DEEDS) is None  # of a shooting one knows it
    text = the(reading, sentence, thing) if owned or thing.text.lower() in MISHAPS else None
    return finished(f"What caused {text}") if text else None


def _is_own(reading: Reading, sentence: Sentence, death: Token) -> bool:
    """Tell whether "her death" is taken for that of who looks into it: "the coroner"."""
    owner, who = sentence.child(death, "nmod:poss"), acting_subject(sentence, death)
    actor = reading.actor_at(sentence.index, owner.index) if owner else None
    return actor is not None and actor is (who and reading.actor_at(sentence.index, who.index))


def _investigated(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "is investigating the crash"."""
    group = verb_group(sentence, verb)
    now = group.modal or group.progressive or not group.past
    into = led_to(sentence, verb, "into") if verb_of(verb) == "look" else None
    thing = (into or sentence.child(verb, "obj", "nsubj:pass")) if now else None
    if thing is not None and thing.text.lower() in _TELLING:
        text = definite(reading, sentence, thing)
        return finished(f"What will {text} show") if text and verb.tag != "VB" else None
    return _cause_of(reading, sentence, thing) if thing else None


def _looked_into(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "is looking into the sale of the land"."""
    into = led_to(sentence, verb, "into") if verb_of(verb) == "look" else None
    thing = into or sentence.child(verb, "obj", "nsubj:pass")
    known = thing is not None and sentence.child(thing, "nmod", "obl") is not None
    if thing is None or not (known and verb_group(sentence, verb).progressive):
        return None
    low = thing.text.lower()
    if low in CLAIMS | MISHAPS | _CAUSE or is_people_noun(verb_of(thing)) or _has_found(reading):
        return None  # whether they are true, what caused it, whether they will be charged
    matter = definite(reading, sentence, thing)
    return finished(f"What will the inquiry into {matter} find") if matter else None


def _elected(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "an election is due", "a run-off between Reis and Okoro"."""
    pair = between(reading, sentence, noun)
    verb = sentence.head(noun)
    yet_to_be_called = verb is not None and verb_of(verb) == "call" and verb.tag == "VB"
    if yet_to_be_called:
        return None
    post = led_to(sentence, noun, "of")
    if post is not None and is_people_noun(verb_of(post)):  # "the election of its chairperson"
        words = (t for t in plain(reading, sentence, post) if t.tag not in {"DT", "PRP$"})
        return finished(spell(reading, sentence, ("Who will be elected", *words), ("",)))
    text = definite(reading, sentence, noun, bare=pair is not None)
    if text is None or noun.label.startswith(("obl", "nmod")):
        return None  # "ahead of the election": it is not what is told
    who = f"Will {pair}" if pair else "Who will"
    return finished(f"{who} win {text}")


def _referred(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "a referendum on the new constitution"."""
    matter = about(sentence, noun)
    text = definite(reading, sentence, matter) if matter else None
    return finished(f"Will voters approve {text}") if text else None


APPEALS = tuple(
    "appeal lawsuit suit litigation challenge petition protest grievance complaint claim plea"
    " request application".split()
)
_ASKED: dict[str, Callable[[Reading, Sentence, Token], str | None]] = {
    **dict.fromkeys(("vote", "ballot", "hearing", "debate"), _voted),
    **dict.fromkeys(("bill", "motion", "resolution", "amendment"), _passed),
    **dict.fromkeys(("ruling", "decision", "judgment", "judgement"), _ruled),
    **dict.fromkeys(
        APPEALS,
        appealed,
    ),
    **dict.fromkeys(("inquest", "inquiry", "enquiry", "investigation", "probe"), _inquired),
    "finding": found_out,
    **dict.fromkeys(("report",), shown("say")),
    **dict.fromkeys(("review",), shown("recommend")),
    **dict.fromkeys(
        ("findings", "tests", "audit", "autopsy", "post-mortem", "post-mortems", "examinations"),
        shown("show"),
    ),
    **dict.fromkeys(
        ("examination", "scan", "scans", "study", "survey", "assessment"), shown("show")
    ),
    **dict.fromkeys(ELECTIONS, _elected),
    **dict.fromkeys(("result", "results"), found_out),
    "referendum": _referred,
    **dict.fromkeys(("talks", "negotiations", "discussions"), talked),
}
"""What one asks about an event, by its noun."""
EVENTS = frozenset(_ASKED)


FINDERS: tuple[Finder, ...] = (
    on_verbs("investigate probe examine analyse analyze test look", _investigated, 0.75, _LOOKED),
    on_verbs("investigate probe look", _looked_into, _BARELY, _LOOKED),
    find_outcomes,
)
