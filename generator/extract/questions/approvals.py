"""What must still be approved, and by whom, to questions."""

from __future__ import annotations

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.coming import is_coming
from generator.extract.questions.matters import definite
from generator.extract.questions.plans import is_specific
from generator.extract.questions.point import acting_subject, can_speak, has_case, name_for
from generator.extract.questions.prospects import step_ahead
from generator.extract.questions.question_grammar import ask, verb_of
from generator.extract.questions.signs import Finder, on_verbs, on_words
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import has_yet_to, is_withheld
from generator.extract.reading import Reading
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
    if owner is not None and owner.tag != "PRP$":
        return owner
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
    whoever = giver is not None and has_case(sentence, giver, {"from"})
    if who and giver and (whoever or can_speak(reading, sentence, giver)):
        deed = _GIVING[noun.text.lower()]
        article = "" if deed else "a "
        done = f"{deed} {text}" if deed and text else f"give {article}{noun.text.lower()}"
        return finished(f"Will {who} {done}")
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


FINDERS: tuple[Finder, ...] = (
    on_words(_GIVING, _awaited, 0.9, "The source says that the {word} is still needed."),
    on_verbs(_CONSENTING, _needed, 0.9, "The source says that this is still needed."),
)
