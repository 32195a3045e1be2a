"""What an article names as unknown or unfixed ("his whereabouts", "no date"), to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import WH_TAGS, is_plural_noun, verb_group
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.attributes import OF_WHAT, the
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    after_preposition,
    has_case,
    has_yet_to,
    is_withheld,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.answers import SAYING
from generator.extract.words.lexicon import is_people_noun
from generator.language.tree import Sentence, Token

_NOT_YET_DONE = {
    "identify": "Who {is} {x}",
    "name": "Who {is} {x}",
    "find": "What has become of {x}",
    "locate": "Where {is} {x}",
    "trace": "Where {is} {x}",
    "recover": "What has become of {x}",
    "see": "What has become of {x}",
    "hear": "What has become of {x}",
}
_LOST = frozenset({"missing", "unaccounted", "overdue", "untraceable", "untraced"})
_THE_DEAD = frozenset({"body", "remains"})
_TRACING = frozenset({"trace", "locate", "find", "track", "identify"})
_TRYING = frozenset({"try", "want", "hope", "seek", "work", "appeal"})
_LEFT_OVER = frozenset(
    "others other another one ones some many most none two three nobody it they half dozens"
    " hundreds thousands scores neither no any rest remainder nothing".split()
)


def find_lost(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who or what has not been found or named: "the captain has not been found"."""
    for verb in verbs(sentence, _NOT_YET_DONE):
        form = _NOT_YET_DONE[verb_of(verb)]
        passive = verb.tag == "VBN" and sentence.child(verb, "aux:pass")
        subject = sentence.child(verb, "nsubj:pass") or _shared_subject(sentence, verb)
        subject = _unheard_of(sentence, verb, subject) or subject
        if not subject or not passive or not is_withheld(sentence, verb):
            continue
        if verb_of(verb) == "identify" and (dead := _the_dead(reading, sentence, subject)):
            why = f"The source says that the {dead} had not been identified."
            yield OpenPoint(f"Whose {dead} was found?", "unknown", why, (sentence,), 0.9)
            continue
        if subject.text.lower() in _LEFT_OVER | set(OF_WHAT) or sentence.child(verb, "xcomp"):
            continue
        denied = any(t.text.lower() in _LEFT_OVER for t in sentence.children(subject, "det"))
        denied = denied or sentence.subtree(subject)[0].tag in WH_TAGS
        asked = any(t.text.lower() in {"whether", "if"} for t in sentence.children(verb, "mark"))
        since = any(t.text.lower() == "since" for t in sentence.subtree(verb))
        if denied or asked or (verb_of(verb) in {"see", "hear"} and not since):
            continue
        text = the(reading, sentence, subject)
        be = "are" if is_plural_noun(sentence, subject) else "is"
        question = finished(form.format(x=text, **{"is": be})) if text else None
        if question:
            why = f"The source says that this has not been {verb.text.lower()}."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.8)


def _unheard_of(sentence: Sentence, verb: Token, subject: Token | None) -> Token | None:
    """Return the yacht in "nothing has been heard of the yacht"."""
    nothing = subject is not None and subject.text.lower() == "nothing"
    return after_preposition(sentence, verb, "of") if nothing and verb_of(verb) == "hear" else None


def _shared_subject(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject in "was switched off and has not been recovered"."""
    below = verb.label == "xcomp" and has_yet_to(sentence, verb)
    return acting_subject(sentence, verb) if below or verb.label == "conj" else None


def _the_dead(reading: Reading, sentence: Sentence, subject: Token) -> str | None:
    """Return "body" where that, or an "it" behind a sentence about it, is a subject."""
    if subject.text.lower() in _THE_DEAD:
        return subject.text.lower()
    earlier = preceding(reading, sentence)
    told = subject_of(earlier, earlier.root) if earlier and subject.text.lower() == "it" else None
    low = told.text.lower() if told else ""
    return low if low in _THE_DEAD else None


def find_traced(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whom somebody is trying to find: "are trying to trace the driver"."""
    for verb in verbs(sentence, _TRACING):
        form = "Who is {x}" if verb_of(verb) == "identify" else "Where is {x}"
        above, thing = sentence.head(verb), sentence.child(verb, "obj")
        if verb.tag != "VB" or above is None or thing is None:
            continue
        if verb_of(above) not in _TRYING or not (verb_group(sentence, above).progressive):
            continue
        text = the(reading, sentence, thing) if _is_somebody(sentence, thing) else None
        question = finished(form.format(x=text)) if text else None
        if question:
            why = "The source says that the search goes on."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.8)


def _is_somebody(sentence: Sentence, noun: Token) -> bool:
    """Tell whether one person is meant, not yet by name: "the driver", "a gunman"."""
    return noun.tag == "NN" and is_people_noun(verb_of(noun))


def find_gone(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who is missing or searched for: "three climbers are still missing"."""
    for token in worded(sentence, _AWAY):
        lost = _lost(sentence, token)
        if lost is None or lost.text.lower() in _LEFT_OVER or not lost.tag.startswith("NN"):
            continue
        if any(t.text.lower() in _LEFT_OVER and t.tag != "CD" for t in phrase(sentence, lost)[:1]):
            continue
        text = the(reading, sentence, lost)
        question = finished(f"What has become of {text}") if text else None
        if question:
            why = "The source says that they are missing or being searched for."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.75)


_AWAY = _LOST | {"contact", "search", "searching", "hunting"}


def _lost(sentence: Sentence, token: Token) -> Token | None:
    if token.text.lower() in _LOST:
        above = sentence.head(token)
        if above is not None and verb_of(above) == "remain":
            return subject_of(sentence, above)
        if has_case(sentence, token, {"among"}):
            return subject_of(sentence, token)
        gone = sentence.child(token, "cop", "aux:pass", "aux") and subject_of(sentence, token)
        return gone if gone and sentence.child(token, "obj") is None else None
    if token.tag == "NN":
        return _lost_by_noun(sentence, token)
    if token.tag == "VBG" and sentence.child(token, "aux"):
        sought = after_preposition(sentence, token, "for")
        return sought if sought and _can_go(sentence, sought) else None
    return None


def _lost_by_noun(sentence: Sentence, noun: Token) -> Token | None:
    """Return the craft in "the search for the trawler", "lost contact with the submarine"."""
    thing = sentence.child(noun, "nmod")
    if thing is None:
        return None
    if noun.text.lower() == "search":
        sought = verb_of(thing) in _CRAFT and has_case(sentence, thing, {"for"})
        return thing if sought else None
    lost = noun.label in {"obj", "nsubj:pass"} and verb_of(sentence.tokens[noun.head]) == "lose"
    return thing if lost and _can_go(sentence, thing) else None


def _can_go(sentence: Sentence, noun: Token) -> bool:
    """Tell whether one searches for somebody or a craft, not for a way, a cure or a mine."""
    low = verb_of(noun)
    proper = noun.tag.startswith("NNP")
    return proper or is_people_noun(low) or low in _CRAFT


_CRAFT = frozenset(
    "plane aircraft helicopter ship boat vessel submarine ferry trawler car yacht probe satellite"
    " drone glider balloon dinghy canoe".split()
)


def find_unnamed(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who people are whom nobody has identified: "unknown gunmen opened fire"."""
    for word in worded(sentence, _NAMELESS):
        noun = sentence.tokens[word.head]
        verb = sentence.head(noun)
        if word.label != "amod" or verb is None or not is_people_noun(verb_of(noun)):
            continue
        doer = noun.label.startswith("nsubj") or has_case(sentence, noun, {"by"})
        if not doer or verb_of(verb) in SAYING:
            continue  # an unnamed official speaks: a source, no riddle
        be = "were" if noun.tag == "NNS" else "was"
        words: tuple[Part, ...] = (f"Who {be} the", *sentence.children(noun, "compound"), noun)
        question = finished(spell(reading, sentence, words, ("",)))
        if question:
            why = "The source says that they are not identified."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.75)


_NAMELESS = frozenset({"unknown", "unidentified", "unnamed", "anonymous"})
