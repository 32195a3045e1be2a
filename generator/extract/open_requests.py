"""What is asked, demanded or waited for in an article and not yet granted, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.anchors import clause_of, of_own, possessive
from generator.extract.clauses import WH_TAGS, Clause, is_plural_noun, verb_group
from generator.extract.infinitives import is_to_infinitive
from generator.extract.open_point import (
    OpenPoint,
    acting_subject,
    after_preposition,
    can_speak,
    is_withheld,
    person_in,
    subject_parts,
    verbs,
)
from generator.extract.open_replies import OFFERING, REACHED, reaction_to, why_open
from generator.extract.question_grammar import ask, finished, future, verb_of
from generator.extract.reading import Reading
from generator.extract.trimming import kept_tokens, object_of, phrase, subject_of
from generator.extract.wording import named, spell
from generator.language.morphology import VerbGroup, gerund
from generator.language.tree import Sentence, Token

_ASKING = frozenset(
    "ask urge call press invite appeal want petition beg request demand lobby".split()
)
_DEMANDING = frozenset({"demand", "request", "propose", "insist", "ask", "urge"})
_THINGS = {
    "demand": ("", "Will {whose} demand{by} for {x} be met"),
    "seek": ("", "Will {who} {get} {x}"),
    "request": ("", "Will {whose} request{by} for {x} be granted"),
    "ask": ("for", "Will {whose} request{by} for {x} be granted"),
    "call": ("for", "Will {whose} call{by} for {x} be heeded"),
    "propose": ("", "Will {whose} proposal{by} for {x} be accepted"),
    "apply": ("for", "Will {whose} application{by} for {x} be granted"),
    "appeal": ("against", "Will {whose} appeal{by} against {x} succeed"),
}
"""What one asks about a wish for a thing: the preposition before the thing, and the question."""
_ANYBODY = frozenset(
    "people public everyone everybody anyone anybody residents citizens voters motorists drivers"
    " customers consumers users visitors viewers readers fans parents crowd audience travellers"
    " travelers passengers commuters".split()
)
"""Who is told what to do without an answer being expected: "asked people to avoid the area"."""
_VAGUE = frozenset("advice clarity help information details answers path way ways".split())


def find_requests(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody asks of somebody, as far as nothing says that it was granted."""
    for verb in verbs(sentence, _ASKING | _DEMANDING | OFFERING | frozenset(_THINGS)):
        if is_withheld(sentence, verb) or _is_aside(sentence, verb) or _is_naming(sentence, verb):
            continue
        if reading.is_quoted(verb.start):
            continue
        asker = acting_subject(sentence, verb)
        if asker is None or not can_speak(reading, sentence, asker):
            continue
        question = (
            _asked_to(reading, sentence, verb)
            or _asked_that(reading, sentence, verb)
            or _asked_for(reading, sentence, verb)
            or _offered(reading, sentence, verb)
        )
        if question is None or not subject_parts(reading, sentence, verb):
            continue
        reaction = reaction_to(reading, sentence, verb)
        why = why_open(reading, sentence, verb, reaction)
        if reaction is None:
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)
        elif not reaction.granted:
            grounds = tuple(dict.fromkeys((sentence, reaction.sentence)))
            yield OpenPoint(question, "unanswered", why, grounds, 1.0)


def _is_naming(sentence: Sentence, verb: Token) -> bool:
    """Tell "called it a hoax" and "called her to thank her" from "called for", "called on"."""
    behind = sentence.tokens[verb.index + 1 : verb.index + 2]
    return verb_of(verb) == "call" and not (
        behind and behind[0].text.lower() in {"for", "on", "upon"}
    )


def _is_aside(sentence: Sentence, verb: Token) -> bool:
    group = verb_group(sentence, verb)
    past_perfect = group.perfect and group.past and verb.label != "ccomp"
    phrasal = sentence.child(verb, "compound:prt") is not None
    bare = verb.tag == "VBG" and not sentence.child(verb, "aux")
    return (
        past_perfect
        or phrasal
        or bare
        or group.modal in {"should", "could", "may", "might"}
        or verb.label.startswith(("acl", "advcl", "xcomp"))
    )


def _asked_to(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "asked New Delhi to share", "wants the statue returned"."""
    if verb_of(verb) not in _ASKING:
        return None
    for step in _steps(sentence, verb):
        noun = subject_of(sentence, step) or _addressee(sentence, verb, step)
        infinitive = any(t.tag == "TO" for t in sentence.children(step, "mark"))
        returned = step.tag == "VBN" and subject_of(sentence, step) is not None
        if step.index < verb.index or noun is None or not (infinitive or returned):
            continue
        if noun.text.lower() in _ANYBODY or is_question(sentence, step):
            return None
        if _is_use(sentence, verb, noun, step):
            continue
        below = {t.index for t in sentence.subtree(step)}
        parts = tuple(t for t in phrase(sentence, noun) if t.index not in below)
        plural = is_plural_noun(sentence, noun)
        clause = clause_of(reading, sentence, step, parts, plural=plural)
        return ask(reading, future(_refraining(of_own(clause)))) if clause else None
    return None


def _is_use(sentence: Sentence, verb: Token, noun: Token, step: Token) -> bool:
    """Tell whether a step is what the thing asked for is to serve, not what somebody is to do."""
    thing = after_preposition(sentence, verb, "for")
    between = thing is not None and noun.index < thing.index < step.index
    return thing is not None and between and step in _uses(sentence, verb, thing)


def _steps(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return what may be the step that somebody is asked to take."""
    steps = sentence.children(verb, "xcomp", "advcl", "ccomp")
    if verb_of(verb) in _DEMANDING - {"ask", "urge"}:
        return steps
    nouns = sentence.children(verb, "obj", "obl")
    return (
        *steps,
        *(step for noun in nouns for step in sentence.children(noun, "acl", "acl:relcl")),
    )


def _addressee(sentence: Sentence, verb: Token, step: Token) -> Token | None:
    """Return whom somebody asks: the object, the subject of a passive, the noun after "on"."""
    behind = (o for o in sentence.children(verb, "obl") if verb.index < o.index < step.index)
    asked = sentence.child(verb, "nsubj:pass") if sentence.child(verb, "aux:pass") else None
    return object_of(sentence, verb) or asked or next(behind, None)


def _refraining(clause: Clause) -> Clause:
    """Return "not to attack" as "refrain from attacking"."""
    if not clause.negated:
        return clause
    verb = VerbGroup(lemma="refrain")
    return replace(
        clause, group=verb, predicate=("from", gerund(clause.group.lemma), *clause.predicate)
    )


def _asked_that(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "demanded that the road be cleared"."""
    if verb_of(verb) not in _DEMANDING:
        return None
    wish = sentence.child(verb, "ccomp", "xcomp")
    if (
        wish is None
        or is_question(sentence, wish)
        or subject_of(sentence, wish) is None
        or wish.index < verb.index
        or not _is_wish(sentence, wish)
    ):
        return None
    clause = clause_of(reading, sentence, wish)
    return ask(reading, future(clause)) if clause and not clause.negated else None


def is_question(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a clause is asked, not asked for: "whether it was tested", "why it closed"."""
    before = (t for t in sentence.subtree(clause) if t.index < clause.index)
    return any(t.text.lower() in {"whether", "if"} or t.tag in WH_TAGS for t in before)


def _is_wish(sentence: Sentence, wish: Token) -> bool:
    words = (*sentence.children(wish, "aux", "aux:pass", "cop"), wish)
    tags = {t.tag for t in words}
    should = any(t.text.lower() in {"should", "must"} for t in words)
    return (
        should
        or ("VB" in tags and "MD" not in tags)
        or (tags == {"VBP"} and verb_of(sentence.tokens[wish.head]) == "demand")
    )


def _asked_for(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "is demanding a full halt to …", "called for an inquiry"."""
    preposition, form = _THINGS.get(verb_of(verb), ("", ""))
    behind = after_preposition(sentence, verb, preposition) if preposition else None
    thing = behind if preposition else sentence.child(verb, "obj")
    who = _asker(reading, sentence, verb)
    text = _thing_asked(reading, sentence, verb, thing) if thing else None
    if not form or not who or not text or thing is None or not thing.tag.startswith(("NN", "$")):
        return None
    if thing.text.lower() in _VAGUE or person_in(reading, sentence, phrase(sentence, thing)):
        return None
    long = bool({"of", "in", "for", "from", "at", "on"} & set(who.split()))
    whose, by = ("the", f" by {who}") if long else (possessive(reading, who), "")
    get = "reach" if thing.text.lower() in REACHED else "get"
    return finished(form.format(who=who, whose=whose, by=by, x=text, get=get))


def _thing_asked(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> str | None:
    """Return what is asked for with what it is for: "200 soldiers to fill sandbags"."""
    use = next((s for s in _uses(sentence, verb, thing)), None)
    below = {t.index for t in sentence.subtree(use)} if use else set()
    words = tuple(t for t in phrase(sentence, thing) if t.index not in below)
    more = kept_tokens(sentence, use) if use else []
    more = [] if any(t.tag == "PRP" for t in more) else more
    return spell(reading, sentence, (*words, *more), ("",))


def _uses(sentence: Sentence, verb: Token, thing: Token) -> tuple[Token, ...]:
    """Return the infinitive right behind a thing asked for: "asked Oslo for two ships to help"."""
    steps = (*sentence.children(thing, "acl"), *sentence.children(verb, "advcl", "xcomp"))
    end = _end_without(sentence, thing, steps)
    return tuple(
        s
        for s in steps
        if is_to_infinitive(sentence, s) and sentence.subtree(s)[0].index == end + 1
    )


def _end_without(sentence: Sentence, thing: Token, steps: tuple[Token, ...]) -> int:
    """Return the index of the last word of a thing, its infinitives aside."""
    below = {t.index for step in steps for t in sentence.subtree(step)}
    return max(t.index for t in sentence.subtree(thing) if t.index not in below)


def _asker(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return who asks, a person by name alone."""
    subject = acting_subject(sentence, verb)
    words = phrase(sentence, subject) if subject else ()
    person = person_in(reading, sentence, words)
    return named(reading, person) if person else spell(reading, sentence, words)


def _offered(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "has offered to support the budget"."""
    step = sentence.child(verb, "xcomp")
    if verb_of(verb) not in OFFERING or step is None or step.tag != "VB":
        return None
    who = subject_parts(reading, sentence, verb)
    owner = spell(reading, sentence, who)
    deed = spell(reading, sentence, (*who, *kept_tokens(sentence, step)))
    if not owner or not deed:
        return None
    offer = deed.removeprefix(owner).strip()
    return finished(f"Will {possessive(reading, owner)} offer {offer} be accepted")
