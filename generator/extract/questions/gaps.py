"""Who and what an article says is not found, named or shown, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import WH_TAGS, declarative, is_plural_noun, verb_group
from generator.extract.grammar.holders import can_tell
from generator.extract.grammar.taken_up import antecedent, just_named, preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.attributes import OF_WHAT, the
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    has_case,
    led_to,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import told_as_news, verb_of
from generator.extract.questions.told_events import SUCCESSORS
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import has_yet_to, is_none, is_withheld
from generator.extract.reading import Reading
from generator.extract.words.lexicon import ORGANISATIONS, is_people_noun
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

_NAMING = frozenset({"identify", "name"})
_THE_DEAD = frozenset({"body", "remains"})
_SHOWING = frozenset({"publish", "release", "issue", "produce"})
_VOUCHING = frozenset({"verify", "authenticate"})
_TELLING = _NAMING | _SHOWING | {"explain"}
_FORMS = {
    **dict.fromkeys(_NAMING, "Who {is} {x}"),
    **dict.fromkeys(("find", "recover", "see", "hear"), "What has become of {x}"),
    **dict.fromkeys(("locate", "trace", "track"), "Where {is} {x}"),
    **dict.fromkeys(_SHOWING, "What {do} {x} say"),
    **dict.fromkeys(_VOUCHING, "{is} {x} authentic"),
    "explain": "What explains {x}",
}
"""What one asks of a thing to which something has not been done."""
_DOCUMENTS = frozenset(
    "report findings results review audit autopsy letter certificate contract log email emails"
    " minutes accounts".split()
)
_RECORDS = frozenset(
    "video videos photograph photographs image images recording letter letters".split()
)
_LOST = frozenset({"missing", "unaccounted", "overdue", "untraceable", "untraced"})
_SEEKING = frozenset({"find", "recover", "locate", "trace"})
"""What those who look for a thing "have not" done."""
_SIGNS = frozenset({"contact", "search", "searching", "hunting", "trace", "sign"})
_CRAFT = frozenset(
    "plane aircraft helicopter ship boat vessel submarine ferry trawler car yacht probe satellite"
    " drone glider balloon dinghy canoe".split()
)
_MONEY = frozenset({"money", "funds", "funding", "cash", "buyer", "backer"})
"""Of these one asks whether they will be found, not where they are."""
_LEFT_OVER = frozenset(
    "others other another one ones some many most none two three nobody it they half dozens"
    " hundreds thousands scores neither no any rest remainder nothing".split()
)
"""Whom nothing but the sentences around tells."""


def find_unfound(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is not found, named or shown: "has not been traced", "would not name him"."""
    for verb in verbs(sentence, _FORMS):
        thing = _thing(sentence, verb)
        if thing is None or not is_withheld(sentence, verb):
            continue
        told = verb_of(verb) in _TELLING and not sentence.child(verb, "aux:pass")
        teller = acting_subject(sentence, verb)
        if verb_of(verb) == "explain" and teller is not None and not can_tell(teller):
            continue  # "neither greed nor fear explains it"
        is_open = told or verb_of(verb) in _VOUCHING or _is_lost(sentence, verb)
        question = _asked(reading, sentence, verb, thing) if is_open else None
        done = "this was not told" if told else f"this has not been {verb.text.lower()}"
        why = f"The source says that {done}."
        if question:
            yield OpenPoint(question, "unanswered" if told else "unknown", why, (sentence,), 0.85)


def _thing(sentence: Sentence, verb: Token) -> Token | None:
    """Return what is not found: "the logbook has not been", "an illness that nobody can name"."""
    thing = sentence.child(verb, "obj", "nsubj:pass")
    nothing = thing is not None and thing.text.lower() == "nothing"
    if nothing and verb_of(verb) == "hear":
        return led_to(sentence, verb, "of")
    if thing is not None and thing.tag == "WDT":
        clause = next((t for t in sentence.path_to_root(verb) if t.label == "acl:relcl"), None)
        noun = sentence.head(clause) if clause else None
        by = noun is not None and has_case(sentence, noun, {"by", "with"})
        return None if by else noun  # "a wreck found by sonar, which": the parse took the last
    below = verb.label == "xcomp" and has_yet_to(sentence, verb)
    shared = below or verb.label == "conj"  # "was switched off and has not been recovered"
    passive = sentence.child(verb, "aux:pass") is not None
    return thing or (acting_subject(sentence, verb) if shared and passive else None)


def _is_lost(sentence: Sentence, verb: Token) -> bool:
    """Tell whether something has not been found, and is not said to be so or asked about."""
    asked = any(t.text.lower() in {"whether", "if"} for t in sentence.children(verb, "mark"))
    since = any(t.text.lower() == "since" for t in sentence.subtree(verb))
    heard = verb_of(verb) in {"see", "hear"} and not since
    passive = sentence.child(verb, "aux:pass") is not None
    sought = verb_of(verb) in _SEEKING and verb_group(sentence, verb).perfect
    return (passive or sought) and not (asked or heard or sentence.child(verb, "xcomp"))


def _asked(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> str | None:
    """Return the question for what is not found, named or shown."""
    low, base = thing.text.lower(), verb_of(verb)
    if base in _NAMING and (dead := _the_dead(reading, sentence, thing)):
        return f"Whose {dead} was found?"
    if low == "them" and base in _NAMING:
        return _which_of_them(reading, sentence, thing)
    if not _is_new(sentence, thing):
        return None
    form = _form(reading, sentence, base, thing)
    fitting = _DOCUMENTS if base in _SHOWING else _RECORDS if base in _VOUCHING else {low}
    if low not in fitting:
        return None
    text = _known(reading, sentence, verb, thing)
    if text and base == "find" and low in {"buyer", "backer"}:
        text = f"a {text.removeprefix('the ')}"
    pair = sentence.child(thing, "cc:preconj") is not None
    several = pair or is_plural_noun(sentence, thing) or low == "them"
    be, do = ("are", "do") if several else ("is", "does")
    return finished(form.format(x=text, do=do, **{"is": be})) if text else None


def _form(reading: Reading, sentence: Sentence, base: str, thing: Token) -> str:
    """Return how one asks for a thing that is not found or named; nothing of a body's name."""
    low, somebody = thing.text.lower(), is_people_noun(verb_of(thing))
    if base == "find" and low in _MONEY:
        return "Will {x} be found"
    if base in {"find", "recover"} and not (somebody or low in _CRAFT):
        return _FORMS["locate"]
    if base in _NAMING and not somebody:
        body = verb_of(thing) in ORGANISATIONS or reading.actor_at(sentence.index, thing.index)
        return "" if body else "What {is} {x}"
    return _FORMS[base]


def _which_of_them(reading: Reading, sentence: Sentence, pronoun: Token) -> str | None:
    """Return who "them" are, "the two managers", or which of the shops that "will close"."""
    text = antecedent(reading, sentence, pronoun) or just_named(reading, sentence, pronoun)
    if text and is_people_noun(lemma(text.split()[-1], "NNS")):
        return finished(f"Who are {text}")
    earlier = preceding(reading, sentence)
    for noun in earlier.tokens if earlier else ():
        verb = earlier.tokens[noun.head] if earlier else noun
        clause = (
            clause_of(reading, earlier, verb) if earlier and noun.label[:5] == "nsubj" else None
        )
        if earlier and noun.tag == "NNS" and clause and clause.group.modal in {"will", "would"}:
            named = [t for t in earlier.children(noun, "compound", "amod") if t.index < noun.index]
            which = replace(told_as_news(clause), subject=("which", *named, noun))
            return finished(spell(reading, earlier, declarative(which)))
    return None


def _known(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> str | None:
    """Return a thing as something told of, alone, without the clause that says it is not found."""
    others = sentence.children(thing, "conj")
    related = verb in sentence.subtree(thing)
    if others and sentence.child(thing, "cc:preconj"):
        return _both(reading, sentence, thing, others[0])
    if not (others or related):
        return the(reading, sentence, thing)
    end = thing.index + 1 if related else sentence.subtree(others[0])[0].index
    words = [t for t in phrase(sentence, thing) if t.index < end]
    text = spell(reading, sentence, [t for t in words if t.tag != "DT"], ("",))
    return f"the {text}" if text else None


def _both(reading: Reading, sentence: Sentence, one: Token, other: Token) -> str | None:
    """Return "the wreck and the log" for "neither the wreck nor the log"."""
    nor = next(iter(sentence.children(other, "cc")), other)
    first = [t for t in phrase(sentence, one) if t.index < nor.index and t.label != "cc:preconj"]
    second = [t for t in phrase(sentence, other) if t is not nor]
    return spell(reading, sentence, (*first, "and", *second), ("",))


def _is_new(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun phrase tells by itself what is meant: not "the others", "it"."""
    if noun.tag == "$":  # "have not traced some £2m of the cash"; not "nobody finds me £2m"
        return verb_of(sentence.tokens[noun.head]) in {"trace", "recover", "locate"}
    first = [t for t in phrase(sentence, noun) if t.label != "cc:preconj"][:1]
    vague = noun.text.lower() in _LEFT_OVER | set(OF_WHAT) | SUCCESSORS
    left = any(t.text.lower() in _LEFT_OVER and t.tag != "CD" for t in first)
    return not (vague or left or any(t.tag in WH_TAGS for t in first)) and noun.tag[:2] == "NN"


def _the_dead(reading: Reading, sentence: Sentence, subject: Token) -> str | None:
    """Return "body" where that, or an "it" behind a sentence about it, is a subject."""
    if subject.text.lower() in _THE_DEAD:
        return subject.text.lower()
    earlier = preceding(reading, sentence)
    told = subject_of(earlier, earlier.root) if earlier and subject.text.lower() == "it" else None
    low = told.text.lower() if told else ""
    return low if low in _THE_DEAD else None


def find_gone(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who is missing or searched for: "three climbers are still missing"."""
    for token in worded(sentence, _LOST | _SIGNS):
        lost = _gone(sentence, token)
        text = the(reading, sentence, lost) if lost and _is_new(sentence, lost) else None
        question = finished(f"What has become of {text}") if text else None
        if question:
            why = "The source says that they are missing or being searched for."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.75)


def find_untraced(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield where the things are of which "no trace has been found"."""
    for trace in worded(sentence, {"trace"}):
        thing, verb = sentence.child(trace, "nmod"), sentence.tokens[trace.head]
        if thing is None or not is_none(sentence, trace) or _can_go(thing):
            continue
        found = verb_of(verb) == "find" and verb_group(sentence, verb).perfect
        if not found or sentence.child(verb, "obl"):
            continue
        known = thing.tag != "PRP" and sentence.child(thing, "det", "nmod:poss") is not None
        text = the(reading, sentence, thing) if known else antecedent(reading, sentence, thing)
        several = thing.text == "them" or is_plural_noun(sentence, thing)
        if text:
            why = "The source says that no trace of this has been found."
            question = f"Where {'are' if several else 'is'} {text}?"
            yield OpenPoint(question, "unknown", why, (sentence,), 0.85)


def _gone(sentence: Sentence, token: Token) -> Token | None:
    """Return who is missing, or what "the search for the trawler" is for."""
    if token.text.lower() in _LOST:
        return _missing(sentence, token)
    if token.tag == "VBG" and sentence.child(token, "aux"):
        sought = led_to(sentence, token, "for")
        return sought if sought and _can_go(sought) else None
    low = token.text.lower()
    thing = sentence.child(token, "nmod") if token.tag == "NN" else None
    if thing is None or not _can_go(thing):
        return None
    if low in {"trace", "sign"}:
        return thing if any(t.text.lower() == "no" for t in sentence.children(token)) else None
    if low == "search":
        craft = verb_of(thing) in _CRAFT and has_case(sentence, thing, {"for"})
        return thing if craft else None
    lost = token.label in {"obj", "nsubj:pass"} and verb_of(sentence.tokens[token.head]) == "lose"
    return thing if lost else None


def _missing(sentence: Sentence, state: Token) -> Token | None:
    """Return who "is missing", "remains unaccounted for" or "is among the missing"."""
    above = sentence.head(state)
    if above is not None and verb_of(above) == "remain":
        return subject_of(sentence, above)
    told = has_case(sentence, state, {"among"}) or sentence.child(state, "cop", "aux:pass", "aux")
    return subject_of(sentence, state) if told and not sentence.child(state, "obj") else None


def _can_go(noun: Token) -> bool:
    """Tell whether one searches for somebody or a craft, not for a way, a cure or a mine."""
    low = verb_of(noun)
    return noun.tag.startswith("NNP") or is_people_noun(low) or low in _CRAFT
