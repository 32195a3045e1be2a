"""What must still be approved, or be done by a day, and by whom, to questions."""

from __future__ import annotations

from generator.extract.grammar.anchors import clause_of, of_own
from generator.extract.grammar.clauses import WH_TAGS, clause_at, is_plural_noun, verb_group
from generator.extract.grammar.naming import named
from generator.extract.grammar.trimming import phrase, subject_of, without_edges
from generator.extract.grammar.wording import spell
from generator.extract.questions.coming import is_ahead, is_coming
from generator.extract.questions.matters import definite
from generator.extract.questions.plans import is_specific
from generator.extract.questions.point import (
    acting_subject,
    can_speak,
    has_case,
    has_mark,
    led_to,
    name_for,
    verbs,
)
from generator.extract.questions.prospects import in_short, step_ahead
from generator.extract.questions.question_grammar import (
    ask,
    future,
    verb_of,
)
from generator.extract.questions.signs import Finder, on_verbs, on_words
from generator.extract.questions.well_formed import finished
from generator.extract.questions.wishes import sought
from generator.extract.questions.withheld import has_yet_to, is_withheld
from generator.extract.reading import Reading
from generator.extract.words.answers import SAYING
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

_GIVING = {
    **dict.fromkeys(("approval", "permission", "consent", "clearance", "assent"), "approve"),
    **dict.fromkeys(("backing", "support", "endorsement", "blessing"), "back"),
    "ratification": "ratify",
    "signature": "sign",
    **dict.fromkeys(("guarantee", "waiver", "licence", "license", "permit", "loan"), ""),
}
_CONSENTING = frozenset(
    "approve ratify endorse authorise authorize sign confirm back give clear".split()
)
_LACKING = frozenset("need require await face seek wait win get secure obtain gain receive".split())
_VAGUE = frozenset({"matter", "issue", "this", "that", "which"})


def _awaited(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return whether those will agree whose approval something still needs."""
    if not noun.tag.startswith("NN"):
        return None
    if not is_coming(reading, sentence, noun):
        return None
    return _given(reading, sentence, noun, _giver(sentence, noun), _what_needs(sentence, noun))


def _what_needs(sentence: Sentence, noun: Token) -> Token | None:
    """Return the thing that needs an approval: "the merger, which needs approval"."""
    verb = sentence.head(noun)
    if verb is None or not noun.label.startswith(("obj", "obl", "nmod")):
        return None
    if verb_of(verb) in _LACKING or verb.tag == "JJ":
        return acting_subject(sentence, verb)
    return acting_subject(sentence, verb) if verb_of(verb) in {"go", "depend", "hinge"} else None


def _giver(sentence: Sentence, noun: Token) -> Token | None:
    """Return who is to give an approval: "by the Senate", "from regulators", "Senate approval"."""
    owner = sentence.child(noun, "nmod:poss")
    if owner is not None and (owner.tag != "PRP$" or noun.label.startswith("nsubj")):
        return owner  # "since her consent is needed"
    givers = (
        t for t in sentence.children(noun, "nmod") if has_case(sentence, t, {"from", "by", "of"})
    )
    verb = sentence.head(noun)
    behind = sentence.children(verb, "obl") if verb else ()
    later = (t for t in behind if t.index > noun.index and has_case(sentence, t, {"from", "by"}))
    return next(givers, None) or next(later, None)


def _given(
    reading: Reading, sentence: Sentence, noun: Token, giver: Token | None, thing: Token | None
) -> str | None:
    """Return "will the Senate ratify the deal", "will the deal win regulatory approval"."""
    text = definite(reading, sentence, thing) if thing else None
    vague = thing is not None and (thing.tag == "PRP" or thing.text.lower() in _VAGUE)
    if thing is not None and (vague or can_speak(reading, sentence, thing)):
        text = None  # a firm awaits approval of something else
    words = phrase(sentence, giver) if giver else ()
    words = words[:-1] if words and words[-1].tag == "POS" else words
    several = {t.index for t in sentence.children(giver, "conj")} if giver else set()
    again = {t.index for t in words if t.label == "case" and t.head in several}
    words = tuple(t for t in words if t.index not in again)  # "by the bank and by the court"
    who = spell(reading, sentence, words) if words else None
    owner = giver if giver is not None and giver.tag == "PRP$" else None
    actor = reading.actor_at(sentence.index, owner.index) if owner else None
    who = who if owner is None else named(reading, actor) if actor else None
    whoever = giver is not None and has_case(sentence, giver, {"from"})
    if who and giver and (whoever or can_speak(reading, sentence, giver)):
        deed = _GIVING[noun.text.lower()]
        article = "" if deed else "a "
        done = f"{deed} {text}" if deed and text else f"give {article}{noun.text.lower()}"
        return finished(f"Will {who} {done}")
    if text and who and giver is not None and has_case(sentence, giver, {"of"}):
        return finished(f"Will {text} win the {noun.text} of {who}")
    described = [
        t.text for t in sentence.children(noun, "amod", "compound") if t.index < noun.index
    ]
    described = [w for w in described if w.lower() not in {"pending", "awaiting"}]
    step = sentence.child(noun, "acl")
    if giver is None and step is not None and step.tag == "VB":  # "waiting for permission to enter"
        waiting = acting_subject(sentence, sentence.tokens[noun.head])
        name = name_for(reading, sentence, waiting)
        aim = spell(reading, sentence, phrase(sentence, noun), ("",))
        return finished(f"Will {name} get {aim}") if name and aim else None
    if text and described and giver is None:
        return finished(f"Will {text} win {' '.join(described)} {noun.text}")
    return None


def _needed(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return what somebody "must approve" first, or what "has to be ratified by" them."""
    withheld = is_withheld(sentence, verb) and not has_yet_to(sentence, verb)
    if withheld or not _is_needed(sentence, verb):
        return None
    passive = sentence.child(verb, "aux:pass") is not None
    return (_approved_by if passive else _approving)(reading, sentence, verb)


def _is_needed(sentence: Sentence, verb: Token) -> bool:
    """Tell whether something "must be", "has to be", "needs to be" or is "still to be" done."""
    if verb_group(sentence, verb).modal == "must" or has_yet_to(sentence, verb):
        return True
    above = sentence.head(verb) if verb.label == "xcomp" else None
    if above is not None and sentence.child(above, "obj"):
        return False  # "needs a majority to confirm judges"
    return above is not None and verb_of(above) in {"have", "need", "remain"} and above.tag != "VBD"


def _approving(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    thing, who = sentence.child(verb, "obj"), acting_subject(sentence, verb)
    if thing is None or who is None or not is_specific(reading, sentence, who):
        return None
    if verb_of(verb) == "give" and thing.text.lower() not in _GIVING:
        return None
    clause = step_ahead(reading, sentence, verb)
    return ask(reading, clause) if clause else None


def _approved_by(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    thing = acting_subject(sentence, verb) or subject_of(sentence, verb)
    text = definite(reading, sentence, thing) if thing and thing.tag != "PRP" else None
    agents = sentence.children(verb, "obl", "obl:agent")
    agent = next((t for t in agents if has_case(sentence, t, {"by"})), None)
    if text and agent is None:
        return finished(f"Will {text} be {verb.text.lower()}")
    who = spell(reading, sentence, phrase(sentence, agent)) if text and agent else None
    able = agent is not None and can_speak(reading, sentence, agent)
    return finished(f"Will {who} {verb_of(verb)} {text}") if who and able else None


_HAVING_A_SAY = frozenset({"object", "comment", "apply", "register", "enter", "question"})
_REPLIES = frozenset({"respond", "reply", "react"})
_ANSWERS = frozenset(
    {"whether", "if", "decision", "answer", "reply", "response", "position", "date", "timetable"}
)
"""What is lacking is not that somebody decides, but what they decide."""
_GIVEN = frozenset({"have", "give", "get", "face"})
_PROLONGED = {
    **dict.fromkeys(("ceasefire", "truce", "deadline", "mandate", "moratorium"), "extended"),
    **dict.fromkeys(
        "agreement ban contract curfew deal embargo injunction lease licence license order permit"
        " sanctions waiver".split(),
        "renewed",
    ),
}
"""What is done to a thing that runs until a day, if it is not over then."""
_NEAR = 6
"""Words within which "has yet, said the judge, to rule" names the step."""


def _limited(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return what somebody "has until Friday", or was given until then, to do."""
    until = time_limit(sentence, verb)
    steps = [*sentence.children(verb, "advcl", "xcomp")]
    steps += sentence.children(until, "acl", "acl:relcl") if until else []  # "in which to file"
    step = next((c for c in steps if c.tag == "VB"), None)
    given = sentence.child(verb, "iobj", "obj") if verb_of(verb) == "give" else None
    who = (given if given is not until else None) or acting_subject(sentence, verb)
    if until is None or step is None or who is None or verb_of(step) in _HAVING_A_SAY:
        return None
    if verb_of(until) in {"second", "minute"}:
        return None  # "had four seconds in which to brake"
    if not _ANSWERS.isdisjoint({t.text.lower() for t in sentence.subtree(step)}):
        return None  # "has until Friday to say whether": that is the question
    main = clause_of(reading, sentence, verb) if who.tag == "PRP" else None  # "It has until"
    words = main.subject if main else phrase(sentence, who)
    known = any(isinstance(p, str) for p in words) or is_specific(reading, sentence, who)
    bare = clause_at(sentence, step, words, plural=is_plural_noun(sentence, who)) if known else None
    bare = in_short(bare) if bare else None
    taken = bare and any(isinstance(p, Token) and p.tag == "PRP" for p in bare.predicate)
    start, first = sentence.subtree(step)[0].index, phrase(sentence, until)[0].index
    end = without_edges([t for t in sentence.tokens if first <= t.index < start])
    end = end[1:] if end and end[0].text.lower() in {"until", "till"} else end
    by = spell(reading, sentence, end)
    if bare is None or taken or not by:
        return None  # "has a month to verify them"
    led = "by" if sentence.child(until, "case") else "within"
    return ask(reading, future(of_own(bare)), tail=(led, by))


def _must_by(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "the charity needs to raise £40,000 by Easter"."""
    who, step = acting_subject(sentence, verb), sentence.child(verb, "xcomp")
    by = led_to(sentence, step, "by", "before") if step else None
    if step is None or by is None or not is_time(by) or is_withheld(sentence, verb):
        return None
    known = who is not None and who.tag.startswith("NN") and is_specific(reading, sentence, who)
    now = verb.tag in {"VBZ", "VBP"} and not reading.is_quoted(verb.start)
    clause = step_ahead(reading, sentence, step) if known and now else None
    return ask(reading, in_short(clause)) if clause else None


def time_limit(sentence: Sentence, verb: Token) -> Token | None:
    """Return the time in "has until Friday to", "was given 30 days to", "has 28 days to"."""
    if verb_of(verb) not in _GIVEN:
        return None
    times = sentence.children(verb, "obj", "obl:unmarked")
    given = next((t for t in times if is_time(t) and sentence.child(t, "nummod", "det")), None)
    return led_to(sentence, verb, "until") or given


def _delayed(reading: Reading, sentence: Sentence, yet: Token) -> str | None:
    """Return what "has yet to" happen."""
    behind = sentence.tokens[yet.index + 1 : yet.index + _NEAR]
    steps = (t for t in behind if t.tag in {"VB", "VBN"} and "aux" not in t.label)
    step = next((t for t in steps if has_yet_to(sentence, t)), None)
    if step is None or verb_of(step) in SAYING | _REPLIES or led_to(sentence, step, "between"):
        return None
    below = {t.text.lower() for t in sentence.subtree(step) if t is not step}
    who = acting_subject(sentence, step)
    below |= {who.text.lower()} if who else set()  # "a date has yet to be fixed"
    after = sentence.tokens[step.index + 1 : step.index + _NEAR]
    wh = any(t.tag in WH_TAGS for t in after)  # "has yet to work out who will pay"
    asked = wh or not below.isdisjoint(_ANSWERS)
    clause = None if asked else step_ahead(reading, sentence, step)
    return ask(reading, in_short(clause)) if clause else None


def _unagreed(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return what somebody "has not agreed to": a debate, a truce, an invitation."""
    behind = led_to(sentence, verb, "to")
    thing = sentence.child(verb, "obj") or (behind if behind and behind.tag != "PRP" else None)
    group = verb_group(sentence, verb)
    still = group.perfect and not (group.past or group.modal) and is_withheld(sentence, verb)
    clause = step_ahead(reading, sentence, verb, affirmed=True) if thing and still else None
    return ask(reading, clause) if clause else None


def _running_out(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "the truce expires on Friday", "her contract runs out in June"."""
    thing = acting_subject(sentence, verb)
    deed = _PROLONGED.get(thing.text.lower()) if thing else None
    out = verb_of(verb) != "run" or sentence.child(verb, "compound:prt", "advmod") is not None
    renewed = any(t.tag in {"VBD", "VBN"} for t in verbs(sentence, {"extend", "renew"}))
    asked = renewed or has_mark(sentence, verb, {"whether", "if"})
    if thing is None or deed is None or asked or not (out and is_ahead(sentence, verb)):
        return None
    text = definite(reading, sentence, thing)
    return finished(f"Will {text} be {deed}") if text else None


FINDERS: tuple[Finder, ...] = (
    on_words(_GIVING, _awaited, 0.9, "The source says that the {word} is still needed."),
    on_verbs(_CONSENTING, _needed, 0.9, "The source says that this is still needed."),
    on_verbs(
        "accept agree approve ratify sign",
        _unagreed,
        0.9,
        "The source says that this has not happened.",
    ),
    on_verbs("seek", sought, 0.85, "The source says that this is sought, no more."),
    on_verbs("need", _must_by, 0.75, "The source says that this is needed, no more."),
    on_verbs("have give", _limited, 0.8, "The source gives the deadline, not what came of it."),
    on_verbs("expire lapse end run", _running_out, 0.85, "The source says how long this runs."),
    on_words("yet still", _delayed, 0.9, "The source says that this has yet to happen."),
)
