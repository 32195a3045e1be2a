"""What may happen, may have happened or was not ruled out, to questions."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause, verb_group
from generator.extract.grammar.status import POSSIBLE_MODALS
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.claims import tells_of_self
from generator.extract.questions.plans import is_specific, points_ahead
from generator.extract.questions.point import acting_subject
from generator.extract.questions.prospects import (
    AHEAD,
    MOMENTOUS,
    STATIVE,
    has_condition,
    is_soft,
    is_stative,
    of_shared,
    step_ahead,
)
from generator.extract.questions.question_grammar import ask, future, simple_past, verb_of
from generator.extract.questions.reactions import UNTRUE
from generator.extract.questions.signs import Finder, on_verbs, on_words
from generator.extract.questions.told_events import MISHAPS, event_before
from generator.extract.questions.well_formed import finished
from generator.extract.questions.wh_clauses import is_asked
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.asides import set_off
from generator.language.tree import Sentence, Token

_ARGUED = frozenset(
    "explain see argue say describe attribute interpret regard read view use forgive".split()
)
"""What "could be explained by" something is no step of a story."""
_ABOUT_RULES = frozenset({"rule", "allow", "permit", "recommend", "know"})
_PROVING = frozenset({"show", "demonstrate", "prove", "discover", "find"})
_SHOWING = STATIVE | frozenset("show suggest indicate confirm contradict get lose".split())
_STUDIES = frozenset("study studies research researchers scientists paper findings survey".split())


_KINDS = frozenset({"belong", "contain", "include", "involve"})
_BELIEVING = frozenset({"believe", "think", "suspect", "fear"})


_CAUSES = frozenset(
    "leak arson sabotage error fault attack bomb terrorism failure negligence play malfunction"
    " defect lightning collision strike missile".split()
)
"""What may be behind a mishap."""
_TIES = frozenset({"link", "connection"})
"""What is there or is not, and will not come."""


def _possible(reading: Reading, sentence: Sentence, modal: Token) -> str | None:
    """Return what could, may or might happen next."""
    head = sentence.tokens[modal.head]
    given = has_condition(sentence, head) and not points_ahead(sentence, head)
    aside = given or reading.is_quoted(modal.start)
    if modal.tag != "MD" or aside or is_asked(sentence, head):
        return None
    first = sentence.head(head) if head.label == "conj" else head
    above = sentence.head(first) if first else None
    if above is not None and above.tag == "VBD" and verb_of(above) in _PROVING:
        return None  # "showed that a warm week might speed it up"
    threat = modal.text.lower() != "could" and verb_of(head) in MOMENTOUS
    if not threat and _is_of_teller(reading, sentence, head):
        return None
    clause = clause_of(reading, sentence, head) or of_shared(reading, sentence, head)
    likely = clause is not None and _is_prospect(reading, sentence, clause, modal)
    return ask(reading, future(clause)) if clause and likely else None


def _is_of_teller(reading: Reading, sentence: Sentence, head: Token) -> bool:
    """Tell whether somebody tells what they can do themselves: "said that she could cook"."""
    verb, own = sentence.head(head), subject_of(sentence, head)
    teller = acting_subject(sentence, verb) if verb and head.label == "ccomp" else None
    return tells_of_self(reading, sentence, teller, own)


_NEAR = 3
"""Words before a "may have" in which a "than" makes it a comparison."""
_DONE = frozenset("be contain include involve know have help".split())
"""What may have been so at one time, though it is no step."""


def _suspected(reading: Reading, sentence: Sentence, modal: Token) -> str | None:
    """Return what may have happened: "the plane might have been hit by lightning"."""
    head = sentence.tokens[modal.head]
    if modal.tag != "MD" or has_condition(sentence, head):
        return None
    clause, subject = clause_of(reading, sentence, head), subject_of(sentence, head)
    if clause is None or not clause.group.perfect or clause.negated or subject is None:
        return None
    before = sentence.lower[max(0, modal.index - _NEAR) : modal.index]
    if head.label.startswith(("acl", "advcl")) or "than" in before or subject.text.lower() == "it":
        return None  # "sooner than anybody might have expected", "it may have been caused by"
    told = head.label == "ccomp" and reading.attributions_in(sentence.index)
    known = told or is_specific(reading, sentence, subject)
    fit = known and clause.group.lemma not in STATIVE - _DONE
    return ask(reading, simple_past(clause)) if fit else None


def _found(reading: Reading, sentence: Sentence, modal: Token) -> str | None:
    """Return what a study says may be so: "the hum may be made by icebergs, a study suggests"."""
    head = sentence.tokens[modal.head]
    could = modal.text.lower() == "could"
    if modal.tag != "MD" or not _is_theory(sentence, head, could=could):
        return None
    clause = None if _is_no_finding(reading, sentence, head) else clause_of(reading, sentence, head)
    if clause is None or clause.negated or clause.group.perfect:
        return None
    return ask(reading, replace(clause, group=replace(clause.group, modal=None)))


def _is_theory(sentence: Sentence, head: Token, *, could: bool) -> bool:
    """Tell whether a "may" is what a study shows or somebody believes, and no step to come."""
    above = sentence.head(head)
    believed = above is not None and verb_of(above) in _BELIEVING
    state = sentence.child(head, "cop") is not None or verb_of(head) in STATIVE
    told = head.label == "ccomp" and verb_of(head) in _KINDS and not could
    feared = above is not None and verb_of(above) in _WARNING | _FEARS
    studied = not sentence.words.isdisjoint(_STUDIES) and not feared
    return studied or told or (believed and (state or not could))


def _is_no_finding(reading: Reading, sentence: Sentence, head: Token) -> bool:
    """Tell whether a "may" is no finding of today: an aside, a forecast, somebody's words."""
    aside = head.label.startswith(("acl", "advcl")) or reading.is_quoted(head.start)
    return aside or points_ahead(sentence, head) or is_asked(sentence, head)


def _is_prospect(reading: Reading, sentence: Sentence, clause: Clause, modal: Token) -> bool:
    """Tell a step of the story from advice, ability and general truth."""
    head = clause.head
    anchored = any(isinstance(p, str) for p in clause.subject)
    subject = acting_subject(sentence, head)
    if anchored or subject is None or subject.index > head.index:
        return False
    if _is_no_step(sentence, head, clause):
        return False
    specific = is_specific(reading, sentence, subject)
    if points_ahead(sentence, head):
        return subject.tag != "PRP" or specific
    actor = reading.actor_at(sentence.index, subject.index)
    tags = {t.tag for t in phrase(sentence, subject)}
    proper = subject.tag.startswith("NNP") and "NNP" in tags
    known = actor is not None and not actor.anonymous and actor.kind not in {"person", "group"}
    known = known and subject.tag != "NNPS"  # "Americans"
    named = known if actor else proper
    body = named and modal.text.lower() != "could"  # what it "could" do is in its power
    first = sentence.head(head) if head.label == "conj" else None
    said = first and sentence.child(first, "parataxis")  # "could fall, they said, and could rise"
    told = bool(head.label == "ccomp" or said) or "according" in sentence.words
    deed = sentence.child(head, "xcomp") if clause.group.lemma == "have" else None
    fit = body or told or verb_of(deed or head) in MOMENTOUS
    return specific and fit and clause.group.lemma != "be" and not is_soft(sentence, head)


_ABLE = frozenset({"see", "hear", "walk", "talk", "speak", "read"})
"""What one "could" do: one is able to."""


def _is_no_step(sentence: Sentence, head: Token, clause: Clause) -> bool:
    must = verb_of(head) == "have" and sentence.child(head, "xcomp") is not None
    able = clause.negated or clause.group.lemma in _ABLE
    can = able and clause.group.modal == "could"  # "could not pay", "could see shapes"
    if clause.group.perfect or can or (is_stative(sentence, head) and not must):
        return True
    if clause.group.passive and clause.group.lemma in _ARGUED:
        return True
    aside = head.label.startswith(("acl", "advcl", "csubj"))
    return aside or _is_permission(sentence, head, clause)


def _is_permission(sentence: Sentence, head: Token, clause: Clause) -> bool:
    above = sentence.head(head)
    now = any(not isinstance(p, str) and p.text.lower() == "now" for p in clause.middle)
    return now or (above is not None and verb_of(above) in _ABOUT_RULES)


def _seeming(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "said that two pillars appeared to stand on the far bank"."""
    step, subject = sentence.child(verb, "xcomp"), subject_of(sentence, verb)
    if step is None or subject is None or not step.tag.startswith("VB"):
        return None
    told = verb.label == "ccomp" or "according" in sentence.words
    aside = reading.is_quoted(verb.start) or is_withheld(sentence, verb)
    if aside or not (told and is_specific(reading, sentence, subject)) or is_soft(sentence, step):
        return None
    clause = step_ahead(reading, sentence, step, verb)
    if clause is None or verb_of(step) in _SHOWING or subject.text.lower() == "it":
        return None
    perfect = verb_group(sentence, step).perfect
    group = replace(clause.group, modal=None, perfect=False, past=perfect)
    return ask(reading, replace(clause, group=group))


def _left_possible(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return what somebody "did not rule out"."""
    if not is_withheld(sentence, verb):
        return None
    steps = sentence.children(verb, "xcomp", "ccomp", "advcl")
    step = next((c for c in steps if c.tag == "VBG" and not set_off(sentence, c)), None)
    clause = step_ahead(reading, sentence, step, verb) if step else None
    question = ask(reading, clause) if clause else None
    return question or _is_there_to_be(reading, sentence, verb)


def _is_there_to_be(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "did not rule out a strike", "a strike could not be excluded"."""
    thing = sentence.child(verb, "obj", "nsubj:pass")
    words = phrase(sentence, thing) if thing else ()
    earlier = preceding(reading, sentence)
    event = event_before(reading, earlier, MISHAPS) if earlier else None
    if thing and event and thing.text.lower() in _CAUSES:
        return finished(spell(reading, sentence, ("Was", *words, "the cause of", event), ("",)))
    if not words or words[0].text.lower() not in {"a", "an", "further", "another", "more"}:
        return None
    if thing and thing.text in _TIES:
        return finished(spell(reading, sentence, ("Is there", *words), ("",)))
    when = [t for c in sentence.children(verb, "obl") for t in sentence.subtree(c)]
    tail = when if thing and when and when[0].index > thing.index else []
    return finished(spell(reading, sentence, ("Will there be", *words, *tail), ("",)))


_IDLE = UNTRUE.union("nothing groundless misplaced unjustified exaggerated overblown".split())
_FEARS = frozenset("fear concern hope worry warning risk expectation prospect possibility".split())
_WARNING = frozenset({"warn", "fear", "caution", "worry"})
_FELT = frozenset({"hope", "fear", "expect", "forecast", "rumour", "rumor"})


def _feared(reading: Reading, sentence: Sentence, mark: Token) -> str | None:
    """Return what there is hope or fear of: "there are fears that the dam could burst"."""
    head = sentence.tokens[mark.head]
    above = sentence.head(head) if mark.label == "mark" else None
    if above is None or reading.is_quoted(head.start) or _is_none(sentence, above):
        return None
    if _is_over(sentence, above):
        return None
    felt = (
        (verb_of(above) in _FEARS and not _is_wish(sentence, above, head))
        or (verb_of(above) in _FELT and sentence.child(above, "aux:pass") is not None)
        or (verb_of(above) in _WARNING and head.label == "ccomp")
    )
    clause = clause_of(reading, sentence, head) if felt else None
    if clause is None or clause.group.modal not in AHEAD | {"can"} or clause.group.perfect:
        return None
    described = head.tag.startswith("JJ") and sentence.child(head, "cop") is not None
    tame = (
        described and clause.group.modal in POSSIBLE_MODALS
    )  # "warned that the change could be dangerous"
    tame = tame or is_soft(sentence, head) or (clause.negated and clause.group.lemma == "be")
    return None if tame else ask(reading, future(replace(clause, negated=False)))


def _is_wish(sentence: Sentence, word: Token, head: Token) -> bool:
    """Tell "hopes that it will last" from "raised hopes that", "hopes that it can be signed"."""
    can = verb_group(sentence, head).modal == "can"
    return word.tag.startswith("VB") and verb_of(word) == "hope" and not can


def _is_over(sentence: Sentence, felt: Token) -> bool:
    """Tell what was feared once, "there had been fears", "fears proved wrong", from what is."""
    verb = felt if felt.tag.startswith("VB") else sentence.clause(felt)
    group = verb_group(sentence, verb)
    long_past = group.perfect and group.past and verb.label != "ccomp"
    shown = sentence.children(verb, "xcomp", "obj", "amod", "obl")
    return long_past or any(t.text.lower() in _IDLE for t in (verb, *shown))


def _is_none(sentence: Sentence, noun: Token) -> bool:
    """Tell "no risk that", "little hope that" from what is hoped or feared."""
    words = sentence.children(noun, "det", "amod")
    return any(t.text.lower() in {"no", "little", "few"} for t in words)


FINDERS: tuple[Finder, ...] = (
    on_words(POSSIBLE_MODALS, _possible, 0.7, "The source says only that this {word} happen."),
    on_words(
        POSSIBLE_MODALS - {"could"},
        _suspected,
        0.7,
        "The source says only that this {word} have happened.",
        "unconfirmed",
    ),
    on_words(
        POSSIBLE_MODALS, _found, 0.8, "The source says only that this {word} be so.", "unconfirmed"
    ),
    on_verbs(
        "appear seem", _seeming, 0.7, "The source says only that this seems so.", "unconfirmed"
    ),
    on_verbs("rule exclude", _left_possible, 0.9, "The source says that this was not ruled out."),
    on_words("that", _feared, 0.7, "The source tells of a hope or a fear, not yet of an outcome."),
)
