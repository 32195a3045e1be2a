"""What somebody weighs, threatens, votes or is to decide on, to questions."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause, verb_group
from generator.extract.grammar.naming import possessive
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.asked_clause import done_by_nobody
from generator.extract.questions.attributes import about_thing
from generator.extract.questions.coming import is_ahead
from generator.extract.questions.matters import (
    ALTERED,
    DOING,
    ON,
    PASSING,
    about,
    decided_on,
    definite,
    plain,
)
from generator.extract.questions.point import (
    acting_subject,
    can_speak,
    has_case,
    led_to,
    name_for,
    subject_parts,
    subject_plural,
)
from generator.extract.questions.question_grammar import ask, future, verb_of
from generator.extract.questions.replies import reaction_to
from generator.extract.questions.signs import Finder, on_verbs, on_words
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import came_to_nothing, is_withheld
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_WEIGHING = frozenset(
    """consider weigh contemplate mull explore evaluate debate discuss study review think
    vote""".split()
)
_TALKING = frozenset({"debate", "discuss", "study", "review", "vote"})
"""What one does about a thing, too, without having it in mind to do."""
_NO_STEP = frozenset(
    "option options way ways matter matters question questions issue issues case cases situation"
    " evidence possibility impact effect effects implications detail details figure figures answer"
    " response request requests factor factors thing things number range risk risks advice".split()
)
_DECIDING = frozenset(
    "decide vote ballot rule hear consider debate review examine study assess scrutinise"
    " scrutinize go come head take".split()
)
_THREATS = frozenset("boycott strike strikes walkout action lawsuit sanctions tariffs ban".split())
_SITTINGS = frozenset({"meeting", "session", "summit", "talks"})
_SENT = frozenset({"go", "come", "head"})
_TELLING = {
    "offer": frozenset({"offer"}),
    "request": frozenset({"ask", "request"}),
    "proposal": frozenset({"propose"}),
    "bid": frozenset({"bid", "offer"}),
    "application": frozenset({"apply"}),
}
"""The verbs that tell what such a thing is."""
_OWN = frozenset({"offer", "bid", "proposal", "plan"})


def _weighed(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return what is being weighed: "are considering moving", "are weighing a bill", "a sale"."""
    group = verb_group(sentence, verb)
    ahead = (verb_of(verb) == "vote" or verb.tag == "VB") and is_ahead(sentence, verb)
    begun = verb.label == "xcomp" and verb.tag == "VBG"  # "has begun debating"
    under_way = group.progressive or begun or (group.past and came_to_nothing(sentence))
    who = acting_subject(sentence, verb)
    able = who is not None and can_speak(reading, sentence, who)
    if not (able and (under_way or ahead)) or reading.is_quoted(verb.start):
        return None
    own = clause_of(reading, sentence, verb)
    parts = own.subject if own else subject_parts(reading, sentence, verb)
    plural = subject_plural(sentence, verb)
    below = sentence.children(verb, "xcomp", "ccomp", "advcl")
    step = next((c for c in below if c.tag == "VBG" and _is_behind(sentence, verb, c)), None)
    clause = clause_of(reading, sentence, step, parts, plural=plural) if step else None
    deed = ask(reading, future(_without_sitting(clause))) if clause else None
    if deed or not (under_way or verb_of(verb) == "vote"):
        return deed
    return (
        _future_of(reading, sentence, verb)
        or _passed(reading, sentence, verb, parts)
        or _gone_ahead(reading, sentence, verb, parts)
    )


def _without_sitting(clause: Clause) -> Clause:
    """Return "discussed raising the fee at a meeting in Brod" without where it was discussed."""
    sat = (t for t in clause.sentence.children(clause.head, "obl") if t.text in _SITTINGS)
    gone = {t.index for noun in sat for t in clause.sentence.subtree(noun)}
    kept = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in gone)
    return replace(clause, predicate=kept)


def _is_behind(sentence: Sentence, verb: Token, step: Token) -> bool:
    """Tell "is weighing up sending" from "would consider it an insult, putting"."""
    between = sentence.tokens[verb.index + 1 : sentence.subtree(step)[0].index]
    if verb_of(verb) == "think" and sentence.child(step, "mark") is None:
        return False  # "is thinking about closing it"
    return all(t.label in {"compound:prt", "advmod"} for t in between)


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
    bare = thing is not None and len(sentence.children(thing)) <= len(("the",))
    if thing is None or deed is None or (bare and not _is_told_of(reading, sentence, thing)):
        return None
    if thing.text.lower() in DOING:
        return None
    if verb_of(verb) != "vote" and thing.text.lower() in _OWN and _is_new(sentence, thing):
        return None  # "is considering an offer" of its own
    return decided_on(reading, sentence, thing, parts)


def _is_told_of(reading: Reading, sentence: Sentence, thing: Token) -> bool:
    """Tell whether the sentence before says what "the offer" or "the request" is."""
    earlier = preceding(reading, sentence)
    telling = _TELLING.get(thing.text.lower(), frozenset())
    return any(base in telling for told in (earlier, sentence) if told for _, base in told.verbs)


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
    words = ("Will", *parts, "go", "ahead", "with", *phrase(sentence, thing))
    return finished(spell(reading, sentence, words))


def _proposed(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "has suggested moving the fleet to the outer quay"."""
    step, reply = sentence.child(verb, "xcomp"), reaction_to(reading, sentence, verb)
    if step is None or step.tag != "VBG" or reading.is_quoted(step.start):
        return None
    thing, told = sentence.child(step, "obj"), verb_group(sentence, verb)
    one = thing is not None and sentence.child(thing, "det", "nmod:poss") is not None
    known = one and (told.past or told.perfect)  # not "doctors recommend avoiding sugar"
    settled = is_withheld(sentence, verb) or (reply is not None and reply.granted)
    clause = done_by_nobody(reading, sentence, step) if known and not settled else None
    return ask(reading, clause) if clause else None


def _is_new(sentence: Sentence, thing: Token) -> bool:
    """Tell whether a thing is named for the first time: "a sale", "charges", not "the sale"."""
    owned = sentence.children(thing, "det", "nmod:poss")
    return all(t.text.lower() in {"a", "an", "another", "further"} for t in owned)


def _decided(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return what somebody is to decide on: "is to decide in February on a grant"."""
    group = verb_group(sentence, verb)
    case = verb_of(verb) == "hear" and any(t.text == "case" for t in sentence.children(verb, "obj"))
    sits = group.passive or case  # "is hearing the case"
    under_way = sits and group.progressive and not group.past
    if not (is_ahead(sentence, verb) or under_way) or reading.is_quoted(verb.start):
        return None
    matter = about(sentence, verb) or _put_to(sentence, verb) or _ruled_on(sentence, verb)
    who = _decider(sentence, verb)
    sent = verb_of(verb) in _SENT  # "goes to the upper house"
    if sent and matter is not None and who is not None and who.text.lower() in {"vote", "ballot"}:
        return decided_on(reading, sentence, matter, by="vote")
    if matter is None or who is None or not (sent or can_speak(reading, sentence, who)):
        return None
    by = "vote" if verb_of(verb) == "ballot" else verb_of(verb)
    return decided_on(reading, sentence, matter, plain(reading, sentence, who), by=by)


def is_about(sentence: Sentence, deed: Token) -> bool:
    """Tell whether talks or a vote are "about marketing the drug"."""
    return any(t.text.lower() in ON for t in sentence.children(deed, "mark", "case"))


def _threatened(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return whether those will do it who "are threatening a boycott"."""
    thing, who = sentence.child(verb, "obj"), acting_subject(sentence, verb)
    if thing is None or who is None or thing.text.lower() not in _THREATS:
        return None
    if is_withheld(sentence, verb) or not can_speak(reading, sentence, who):
        return None
    doers = plain(reading, sentence, who)
    words: tuple[Part, ...] = (*doers, "go", "ahead", "with", *phrase(sentence, thing))
    return finished(spell(reading, sentence, ("Will", *words)))


def _put_to(sentence: Sentence, verb: Token) -> Token | None:
    """Return what is to be considered or goes before a body, if that can be granted or passed."""
    if verb_of(verb) in _SENT:
        thing = acting_subject(sentence, verb) if _body_before(sentence, verb) else None
    elif verb_of(verb) in _DECIDING - {"decide", "rule", "ballot"}:
        thing = sentence.child(verb, "obj", "nsubj:pass")
    else:
        return None
    up = any(t.text.lower() == "up" for t in sentence.children(verb, "compound:prt"))
    if thing is None or (verb_of(verb) == "take" and not up):
        return None  # "takes up the request in May"
    heard = verb_of(verb) == "hear" and thing.text.lower() == "case"
    altered = verb_of(verb) == "review" and thing.text.lower() in ALTERED
    altered = altered and not any(t.tag == "PRP$" for t in phrase(sentence, thing))
    return thing if heard or altered or thing.text.lower() in PASSING else None


def _ruled_on(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun in "a challenge, which the court is to rule on"."""
    noun = sentence.head(verb) if verb.label == "acl:relcl" else None
    related = any(t.tag == "WDT" for t in sentence.children(verb, "obl", "obj"))
    return noun if noun is not None and related and noun.text.lower() in PASSING else None


def _body_before(sentence: Sentence, verb: Token) -> Token | None:
    """Return the body in "goes before the committee", "now goes to the Senate"."""
    bodies = (t for t in sentence.children(verb, "obl") if has_case(sentence, t, {"before", "to"}))
    return next(bodies, None)


def _decider(sentence: Sentence, verb: Token) -> Token | None:
    """Return who decides: the subject, the agent of a passive, the body that a bill goes to."""
    if verb_of(verb) in _SENT:
        return _body_before(sentence, verb)
    if sentence.child(verb, "aux:pass") and verb_of(verb) != "ballot":
        return sentence.child(verb, "obl:agent")
    return acting_subject(sentence, verb)


def _bid(reading: Reading, sentence: Sentence, bid: Token) -> str | None:
    """Return the question in "made an offer for Trenta", "received a bid from Norrvik"."""
    verb = sentence.head(bid) if bid.label == "obj" else None
    new = sentence.child(bid, "det", "nummod") is not None and sentence.child(bid, "nmod")
    if verb is None or not new or is_withheld(sentence, verb):
        return None
    text = definite(reading, sentence, bid)
    if text and verb_of(verb) in _MAKING:
        who = name_for(reading, sentence, acting_subject(sentence, verb))
        text = f"{possessive(reading, who)} {text.removeprefix('the ')}" if who else None
    made = verb_of(verb) in _MAKING | {"receive", "get"}
    return finished(f"Will {text} be accepted") if text and made else None


_MAKING = frozenset({"make", "submit", "table", "launch", "raise"})
_PAPERS = frozenset({"visa", "permit", "licence", "license", "passport", "transplant", "donor"})


def _waited(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "are waiting for the signing of the memorandum"."""
    thing = sentence.child(verb, "obj") or led_to(sentence, verb, "for")
    deed = DOING.get(thing.text.lower()) if thing else None
    group = verb_group(sentence, verb)
    now = group.progressive or (verb.tag in {"VBZ", "VBP"} and not group.past)
    if thing is None or not now:
        return None
    who = acting_subject(sentence, verb) if thing.text.lower() in _PAPERS else None
    name = name_for(reading, sentence, who)
    if name:
        return finished(f"Will {name} get a {thing.text.lower()}")
    return decided_on(reading, sentence, thing) if deed else None


FINDERS: tuple[Finder, ...] = (
    on_verbs(_WEIGHING, _weighed, 0.8, "The source says that this is being considered."),
    on_verbs("suggest propose recommend", _proposed, 0.8, "The source tells of an idea, no more."),
    on_verbs(_DECIDING, _decided, 0.9, "The source says that this is still to be decided."),
    on_verbs("await wait", _waited, 0.8, "The source says that this is waited for."),
    on_words("offer bid", _bid, 0.85, "The source tells of a bid, not of an answer."),
    on_verbs("threaten", _threatened, 0.8, "The source reports a threat, no more."),
)
