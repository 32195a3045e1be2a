"""What is asked, demanded or waited for in an article and not yet granted, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.anchors import clause_of, of_own
from generator.extract.grammar.clauses import Clause, is_plural_noun
from generator.extract.grammar.trimming import object_of, phrase, subject_of
from generator.extract.questions.asking import (
    PLEADING,
    RECOMMENDING,
    can_ask,
    is_asking,
)
from generator.extract.questions.plans import POWERS
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    can_speak,
    has_case,
    in_quotation,
    led_to,
    name_for,
    subject_parts,
    verbs,
)
from generator.extract.questions.prospects import is_soft
from generator.extract.questions.question_grammar import ask, future, verb_of
from generator.extract.questions.replies import OFFERING, reaction_to, why_open
from generator.extract.questions.wh_clauses import asks
from generator.extract.questions.wishes import (
    WISHES,
    asked_for,
    offered,
    uses,
)
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.times.date_meanings import DAYS
from generator.extract.words.lexicon import is_people_noun
from generator.language.morphology import VerbGroup, gerund
from generator.language.tree import Sentence, Token

_ASKING = frozenset(
    "ask urge call press invite appeal want petition beg request demand lobby like dare summon"
    " challenge plead implore".split()
)
_DEMANDING = frozenset({"demand", "request", "insist", "ask", "urge"}) | RECOMMENDING
_ANYBODY = frozenset(
    "people public everyone everybody anyone anybody residents citizens voters motorists drivers"
    " customers consumers users visitors viewers readers fans parents crowd audience travellers"
    " travelers passengers commuters".split()
)
"""Who is told what to do without an answer being expected: "asked people to avoid the area"."""
_LEADING_TO = {"on", "upon", "to", "for", "with", "from"}
_WHEN = ("obl", "obl:unmarked", "nmod:unmarked")


def find_requests(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody asks of somebody, as far as nothing says that it was granted."""
    for verb in verbs(sentence, _ASKING | _DEMANDING | OFFERING | frozenset(WISHES)):
        if is_withheld(sentence, verb) or not is_asking(reading, sentence, verb):
            continue
        if reading.is_quoted(verb.start):
            continue
        asker = acting_subject(sentence, verb)
        if asker is None or not can_ask(reading, sentence, verb, asker):
            continue
        question = (
            _asked_to(reading, sentence, verb)
            or _asked_that(reading, sentence, verb)
            or asked_for(reading, sentence, verb)
            or offered(reading, sentence, verb)
        )
        known = asker.text in PLEADING or subject_parts(reading, sentence, verb)
        if question is None or not known:
            continue
        reaction = reaction_to(reading, sentence, verb)
        why = why_open(reading, sentence, verb, reaction)
        if reaction is None:
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)
        elif not reaction.granted:
            grounds = tuple(dict.fromkeys((sentence, reaction.sentence)))
            yield OpenPoint(question, "unanswered", why, grounds, 1.0)


def _asked_to(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "asked New Delhi to share", "wants the statue returned"."""
    if verb_of(verb) not in _ASKING:
        return None
    for step in _steps(sentence, verb):
        noun = subject_of(sentence, step) or _addressee(sentence, verb, step)
        infinitive = any(t.tag == "TO" for t in sentence.children(step, "mark"))
        whose = subject_of(sentence, step) is not None or verb_of(verb) in {"want", "like"}
        returned = step.tag == "VBN" and whose  # "wants the driver charged"
        if step.index < verb.index or noun is None or not (infinitive or returned):
            continue
        done = returned or sentence.child(step, "aux:pass") is not None
        people = not done or is_people_noun(verb_of(noun))  # "wants fares cut"
        if (people and _is_anybody(sentence, noun)) or asks(sentence, step) is not None:
            return None
        if is_soft(sentence, step) or in_quotation(sentence, step):
            continue
        if _is_use(sentence, verb, noun, step) or _is_means(reading, sentence, noun, step):
            continue
        below = {t.index for t in sentence.subtree(step)}
        parts = tuple(t for t in _of_whom(sentence, noun) if t.index not in below)
        plural = is_plural_noun(sentence, noun)
        actor = reading.actor_at(sentence.index, noun.index)
        body = actor is not None and actor.kind in {"organisation", "country"}
        person = not body and (actor is not None or is_people_noun(verb_of(noun)))
        clause = clause_of(reading, sentence, step, parts, plural=plural)
        own = of_own(_without_day(clause), person=person) if clause else None
        own = _let(reading, verb, own) if own else None
        return ask(reading, future(_refraining(own))) if own else None
    return None


def _let(reading: Reading, verb: Token, clause: Clause) -> Clause:
    """Return "asked the state to let it land" with a name for who asks, whom that "it" means."""
    sentence = clause.sentence
    asker = name_for(reading, sentence, acting_subject(sentence, verb))
    if asker is None or clause.group.lemma not in {"let", "allow"}:
        return clause
    first, *rest = clause.predicate or ("",)
    it = isinstance(first, str) or first.tag == "PRP"
    land = sentence.child(clause.head, "xcomp") is not None
    return replace(clause, predicate=(asker, *rest)) if it and land else clause


def _without_day(clause: Clause) -> Clause:
    """Return "asked the judge to throw it out on Monday" without the day, on which it was asked."""
    days = [d for d in clause.sentence.children(clause.head, *_WHEN) if d.text.lower() in DAYS]
    bare = [d for d in days if not clause.sentence.child(d, "amod")]  # but "next Monday" stays
    on = [d for d in bare if has_case(clause.sentence, d, {"on"}) or d.label != "obl"]
    gone = {t.index for d in on for t in clause.sentence.subtree(d)}
    kept = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in gone)
    return replace(clause, predicate=kept)


def _of_whom(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Return who or what is to do it, without a "that it earns" whose pronoun says nothing."""
    loose = (
        t.index
        for clause in sentence.children(noun, "acl:relcl")
        if any(w.tag.startswith("PRP") for w in sentence.subtree(clause))
        for t in sentence.subtree(clause)
    )
    cut = set(loose)
    return tuple(t for t in phrase(sentence, noun) if t.index not in cut)


def _is_anybody(sentence: Sentence, noun: Token) -> bool:
    """Tell whether no answer is expected: of the public, or of parents and teachers at large."""
    low = noun.text.lower()
    bare = not sentence.child(noun, "det", "nmod:poss", "nmod", "nummod")
    named = any(t.tag.startswith("NNP") for t in phrase(sentence, noun))
    at_large = noun.tag == "NNS" and bare and not named and low not in POWERS
    return low in _ANYBODY or at_large


def _is_means(reading: Reading, sentence: Sentence, noun: Token, step: Token) -> bool:
    """Tell whether a thing is called for and no one is asked: "called for a way to pay"."""
    called_for = any(t.text.lower() == "for" for t in sentence.children(noun, "case"))
    done = step.tag == "VBN" or sentence.child(step, "aux:pass") is not None
    return called_for and not done and not can_speak(reading, sentence, noun)


def _is_use(sentence: Sentence, verb: Token, noun: Token, step: Token) -> bool:
    """Tell whether a step is what the thing asked for is to serve, not what somebody is to do."""
    thing = led_to(sentence, verb, "for")
    between = thing is not None and noun.index < thing.index < step.index
    return thing is not None and between and step in uses(sentence, verb, thing)


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
    behind = (
        o
        for o in sentence.children(verb, "obl")
        if verb.index < o.index < step.index and _is_led_to(sentence, o)
    )
    asked = sentence.child(verb, "nsubj:pass") if sentence.child(verb, "aux:pass") else None
    return object_of(sentence, verb) or asked or next(behind, None)


def _is_led_to(sentence: Sentence, noun: Token) -> bool:
    """Tell whether "for", "on" or "to" stands before a noun, whatever the parse hung it on."""
    first = phrase(sentence, noun)[0].index
    before = sentence.tokens[first - 1].text.lower() if first else ""
    return before in _LEADING_TO or has_case(sentence, noun, _LEADING_TO)


def _refraining(clause: Clause) -> Clause:
    """Return "not to attack" as "refrain from attacking"."""
    if not clause.negated:
        return clause
    predicate = ("from", gerund(clause.group.lemma), *clause.predicate)
    return replace(clause, negated=False, group=VerbGroup(lemma="refrain"), predicate=predicate)


def _asked_that(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "demanded that the road be cleared"."""
    if verb_of(verb) not in _DEMANDING:
        return None
    wish = sentence.child(verb, "ccomp", "xcomp")
    who = subject_of(sentence, wish) if wish else None
    if (
        wish is None
        or who is None
        or asks(sentence, wish) is not None
        or (is_people_noun(verb_of(who)) and _is_anybody(sentence, who))
        or wish.index < verb.index
        or not _is_wish(sentence, wish)
        or is_soft(sentence, wish)
        or in_quotation(sentence, wish)
    ):
        return None
    clause = clause_of(reading, sentence, wish)
    if clause is None or clause.negated:
        return None
    return ask(reading, future(_without_aim(clause)))


def _without_aim(clause: Clause) -> Clause:
    """Return "that a panel come to examine whether they were told" without its loose "they"."""
    aims = clause.sentence.children(clause.head, "advcl", "xcomp")
    below = [clause.sentence.subtree(aim) for aim in aims]
    loose = (part for part in below if {"whether"} & {t.text for t in part})
    gone = {t.index for part in loose if any(t.tag == "PRP" for t in part) for t in part}
    kept = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in gone)
    return replace(clause, predicate=kept)


def _is_wish(sentence: Sentence, wish: Token) -> bool:
    words = (*sentence.children(wish, "aux", "aux:pass", "cop"), wish)
    tags = {t.tag for t in words}
    should = any(t.text.lower() in {"should", "must"} for t in words)
    insists = verb_of(sentence.tokens[wish.head]) == "insist"  # "that the figures add up"
    bare = tags == {"VBP"} and not insists and wish.text.lower() not in {"are", "do", "have"}
    return should or ("VB" in tags and "MD" not in tags) or bare
