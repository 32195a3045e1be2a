"""What a vote, a ruling or talks are about, to a question about what will become of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.naming import named
from generator.extract.grammar.trimming import phrase, without_edges
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.point import has_case, led_to, person_in
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.extract.words.times import is_time
from generator.language.morphology import participle
from generator.language.tree import Sentence, Token

ON = {"on", "over", "about", "concerning", "regarding"}
_SITTINGS = frozenset({"meeting", "session", "sitting", "hearing"})
"""To what a decision is put off, not what it is about."""
PASSING = {
    "bill": "pass",
    "law": "pass",
    "legislation": "pass",
    "measure": "pass",
    "motion": "adopt",
    "resolution": "adopt",
    "amendment": "adopt",
    "treaty": "ratify",
    "offer": "accept",
    "request": "grant",
    "application": "grant",
    "petition": "grant",
    "plea": "grant",
    "demand": "grant",
    "bid": "accept",
    "permit": "grant",
    "bail": "grant",
    "appeal": "allow",
    "challenge": "uphold",
    "complaint": "uphold",
    "ban": "impose",
    "sanctions": "impose",
    "tariffs": "impose",
    **dict.fromkeys(
        "plan proposal budget loan grant licence license deal agreement merger takeover sale"
        " contract constitution pact accord scheme project drug vaccine rescue nomination".split(),
        "approve",
    ),
}
"""What is done to a matter that is put to somebody."""
ALTERED = frozenset(
    "rating outlook rate rates limit cap curfew fee fees charges prices tariff tariffs restrictions"
    " rules rule policy boundary boundaries".split()
)
"""What a review leaves as it is or changes."""
_OF_LAWMAKERS = frozenset({"pass", "adopt", "impose", "ratify"})
"""What is done by voting: whoever rules on a law upholds it."""
DOING = {
    "sale": "sell",
    "closure": "close",
    "purchase": "buy",
    "acquisition": "acquire",
    "extradition": "extradite",
    "deportation": "deport",
    "demolition": "demolish",
    "removal": "remove",
    "release": "release",
    "expansion": "expand",
    "extension": "extend",
    "signing": "sign",
    "ratification": "ratify",
    "publication": "publish",
    "formation": "form",
    "appointment": "appoint",
    "completion": "complete",
}
"""What is done to a thing by what is weighed: "a sale of its medical unit"."""


def about(sentence: Sentence, noun: Token, cases: set[str] = ON) -> Token | None:
    """Return what an event is about, wherever the parse hung it: "a vote is due on the bill"."""
    verb = None if noun.tag.startswith("VB") else sentence.head(noun)
    below = _nouns_below(sentence, noun)
    beside = sentence.children(verb, "obl") if verb else sentence.children(noun, "obl", "obj")
    for matter in (*below, *beside):
        pointing = any(t.text.lower() in {"this", "that"} for t in sentence.children(matter, "det"))
        if matter is noun or pointing:
            continue
        if (
            matter.tag.startswith("NN")
            and not is_time(matter)
            and has_case(sentence, matter, cases)
        ):
            return matter
    return None


def _nouns_below(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Yield what hangs on a noun, and on that, with no verb between: "a decision of it on pay"."""
    for child in sentence.children(noun, "nmod"):
        if child.index > noun.index:
            yield child
            yield from _nouns_below(sentence, child)


def definite(
    reading: Reading, sentence: Sentence, noun: Token, *, bare: bool = False
) -> str | None:
    """Return a noun phrase as something known, without clauses: "the vote" for "a vote due in"."""
    words = plain(reading, sentence, noun, bare=bare)
    if any(t.tag == "PRP" and t is not noun for t in words):
        return None  # "a network they claim": who "they" are does not go along
    if words and words[0].text.lower() in {"a", "an", "any", "one"}:
        text = spell(reading, sentence, words[1:], ("",))
        return f"the {text}" if text else None
    text = spell(reading, sentence, words)
    counted = bool(words) and words[0].tag == "CD" and noun.tag == "NNS"
    known = words and (words[0].tag in {"DT", "PRP$", "NNP", "CD"} or noun.tag in {"NNS", "NNP"})
    owned = sentence.child(noun, "nmod:poss")
    return f"the {text}" if text and (counted or not (known or owned)) else text


def called(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return who or what is meant: a person by name, anything else as something known."""
    person = person_in(reading, sentence, phrase(sentence, noun))
    if person is None and noun.tag.startswith(("PRP", "NNP")):
        person = reading.actor_at(sentence.index, noun.index)
    people = person is not None and person.kind == "person"
    return named(reading, person) if person and people else definite(reading, sentence, noun)


def is_somebody(reading: Reading, sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun is of people or of an actor that the article knows."""
    known = reading.actor_at(sentence.index, noun.index) is not None
    return known or noun.tag in {"PRP", "WP"} or is_people_noun(verb_of(noun))


def as_told(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return a noun phrase as the text has it, without clauses and times."""
    return spell(reading, sentence, plain(reading, sentence, noun))


def plain(
    reading: Reading, sentence: Sentence, noun: Token, *, bare: bool = False
) -> tuple[Token, ...]:
    """Return the words of a noun phrase without clauses and times: "the committee on Tuesday"."""
    cut = [
        c
        for c in sentence.children(noun, "acl", "acl:relcl", "appos", "nmod", *_BEHIND)
        if _is_loose(sentence, noun, c, bare=bare)
    ]
    below = {t.index for c in cut for t in sentence.subtree(c)}
    return tuple(t for t in phrase(sentence, noun) if t.index not in below)


_BEHIND = ("amod", "nmod:unmarked")
"""What stands before a noun, mostly; behind it, "results due this week", it says when."""


def _is_loose(sentence: Sentence, noun: Token, child: Token, *, bare: bool) -> bool:
    """Tell whether a noun says as much without a part: not "a request to seize the yacht"."""
    if child.label in _BEHIND:
        return child.index > noun.index
    if child.label == "nmod":
        until = child.text.lower() in _SITTINGS and has_case(sentence, child, {"to", "until"})
        pointing = any(t.text.lower() in {"this", "that"} for t in sentence.children(child, "det"))
        return bare or until or pointing or (child.index > noun.index and is_time(child))
    told = child.label == "acl" and sentence.child(child, "aux:pass") is None
    before = sentence.tokens[sentence.subtree(child)[0].index - 1]
    return not (told and before.text[:1].isalnum() and child.tag.startswith("VB"))


def both_sides(reading: Reading, sentence: Sentence, side: Token, joint: str = "or") -> str | None:
    """Return "Nairobi or Valencia" for the noun behind a "between"."""
    above = sentence.head(side) or side
    joints = (t for t in sentence.subtree(above) if t.text.lower() in {"and", "or"})
    cc = next((t for t in joints if t.index > side.index), None)
    other = sentence.head(cc) if cc else None
    if cc is None or other is None or other.index < cc.index:
        return None
    first = [t for t in phrase(sentence, side) if t.index < cc.index]
    rest = [t for t in plain(reading, sentence, other) if t.index > cc.index]
    return spell(reading, sentence, (*without_edges(first), joint, *rest), ("",)) if rest else None


def decided_on(
    reading: Reading,
    sentence: Sentence,
    matter: Token,
    who: tuple[Part, ...] = (),
    *,
    by: str = "",
) -> str | None:
    """Return what one asks about a matter that somebody is to "vote", "rule" or decide on."""
    somebody = spell(reading, sentence, who) if who else None
    if matter.text.lower() == "case":
        return _ruled_in(reading, sentence, matter, who)
    deed = DOING.get(matter.text.lower())
    thing = led_to(sentence, matter, "of")
    if not (deed and thing):
        deed, thing = PASSING.get(matter.text.lower()), matter
        deed = deed or ("approve" if by == "vote" else None)
        deed = "change" if by == "review" and matter.text.lower() in ALTERED else deed
    text = definite(reading, sentence, thing)
    if not text or any(t.text.lower() == "any" for t in sentence.children(thing, "det")):
        return None
    if not deed:
        return finished(f"What will be decided about {text}")
    deed = "uphold" if by == "rule" and deed in _OF_LAWMAKERS else deed
    if somebody and thing is matter:
        told = as_told(reading, sentence, thing)
        told = text if told and len(told.split()) <= len(("a", "bill")) else told
        return finished(f"Will {somebody} {deed} {told}") if told else None
    return finished(f"Will {text} be {participle(deed)}")


def _ruled_in(
    reading: Reading, sentence: Sentence, case: Token, who: tuple[Part, ...]
) -> str | None:
    """Return how a court will rule in a case that is told of, or a court that has a name in one."""
    court = (spell(reading, sentence, who) if who else None) or "the court"
    text = definite(reading, sentence, case)
    if text and len(text.split()) > len(("the", "case")):
        return finished(f"How will {court} rule in {text}")
    named_court = any(isinstance(p, Token) and p.tag == "NNP" for p in who[-1:])
    return finished(f"How will {court} rule") if text and named_court else None
