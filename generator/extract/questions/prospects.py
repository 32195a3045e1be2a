"""A predicate about what lies ahead, however it is put, to a plain clause in the future."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause, is_negated, is_plural_noun, verb_group
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.questions.point import subject_parts, subject_plural
from generator.extract.questions.question_grammar import future, seen_from_now, verb_of
from generator.extract.questions.vows import vowed
from generator.extract.reading import Reading
from generator.extract.words.asides import set_off
from generator.language.morphology import VerbGroup, words_of
from generator.language.tree import Sentence, Token

AHEAD = frozenset({"will", "would", "could", "may", "might"})
STRIVING = frozenset({"try", "race", "battle", "struggle", "scramble", "rush"})
"""What those do who are at it."""
_SCHEDULING = STRIVING | frozenset(
    """about aim close expect schedule set slate due plan intend hope prepare likely unlikely
    anticipate poise seek attempt supposed suppose forecast project tip risk fear minded
    ready""".split()
)
TRYING = STRIVING | {"aim", "seek", "attempt", "hope", "intend", "plan"}
MOMENTOUS = frozenset(
    "order impose ban close halt suspend revoke sue file appeal delay postpone cancel withdraw"
    " block veto dissolve extend strike collapse fine expel overturn scrap replace resign charge"
    " prosecute extradite deport release approve sign ratify pass reject acquire sell merge cut"
    " evict demolish rise fall pardon quit join lift end leave shut strip execute privatise"
    " privatize nationalise nationalize relocate summon miss commute lose".split()
)
"""What somebody does not merely have the power to do where an article says that they could."""
SOFT = frozenset(
    """adhere assist carry complement continue contribute cooperate do embrace emulate enhance
    discuss ensure exercise focus foster help improve learn listen look placate pray promote remain
    respect serve show strengthen strive succeed talk teach treat try unite work""".split()
)
"""What never shows as done or not done: "urged them to work hard", "vowed to serve the nation"."""
_LIGHT = frozenset({"make", "take", "join", "play", "have", "raise", "add", "send"})
_EFFORTS = frozenset(
    "account action actions advantage awareness care chance concerns doubts effort efforts fuel"
    " heed measures message mind note opportunity part questions ranks role sense signal steps"
    " use".split()
)
"""What it says nothing to take, make, have or join."""
STATIVE = frozenset(
    "seem appear belong mean know like love think believe want need feel be have contain include"
    " depend cost suggest remember sound look help expect understand involve recall".split()
)


def prospect(reading: Reading, sentence: Sentence, main: Token) -> Clause | None:
    """Return the clause that a condition governs as something ahead, if it is a real prospect."""
    above = sentence.head(main) if main.label == "xcomp" else None
    if above is not None and verb_of(above) == "have":
        main, above = above, None  # "might have to sell"
    wish = sentence.child(main, "xcomp") if verb_of(main) == "like" else None
    main = wish or main  # "would like to organise"
    step = (
        planned(reading, sentence, above or main)
        or planned(reading, sentence, main)
        or _foreseen(reading, sentence, main)
        or vowed(reading, sentence, main)
    )
    clause = step or clause_of(reading, sentence, main) or of_shared(reading, sentence, main)
    if clause is None or clause.group.perfect or clause.negated or is_negated(sentence, main):
        return None
    if step or clause.group.modal in AHEAD or _is_bound(reading, sentence, main):
        return future(clause)
    return _had_to(clause) if clause.group.modal == "must" else None


def _is_bound(reading: Reading, sentence: Sentence, main: Token) -> bool:
    """Recognise "has to be paid by May", if nobody merely says so in quotation marks."""
    step = sentence.child(main, "xcomp") if verb_of(main) == "have" else None
    told = main.tag in {"VBZ", "VBP"} and not reading.is_quoted(main.start)
    return told and step is not None and is_to_infinitive(sentence, step)


def of_shared(reading: Reading, sentence: Sentence, main: Token) -> Clause | None:
    """Return the second clause of "was suspended and will resume", with the subject of both."""
    if main.label != "conj":
        return None
    who, plural = subject_parts(reading, sentence, main), subject_plural(sentence, main)
    return clause_of(reading, sentence, main, who, plural=plural)


def step_ahead(
    reading: Reading,
    sentence: Sentence,
    step: Token,
    doer: Token | None = None,
    *,
    affirmed: bool = False,
) -> Clause | None:
    """Return what somebody may do, "moving the trial", as ahead; `doer` has them for a subject.

    What is not to be is none of it, unless it is `affirmed`.
    """
    doer = doer or step
    who, plural = subject_parts(reading, sentence, doer), subject_plural(sentence, doer)
    clause = clause_of(reading, sentence, step, who, plural=plural)
    if clause is None or (clause.negated and not affirmed):
        return None
    return future(replace(clause, negated=False))


def _had_to(clause: Clause) -> Clause:
    """Return "must be held" as what will have to be done."""
    _, *deed = words_of(clause.group, plural=clause.plural)
    group = VerbGroup(lemma="have", modal="will")
    return replace(clause, group=group, predicate=("to", *deed, *clause.predicate))


def planned(reading: Reading, sentence: Sentence, head: Token) -> Clause | None:
    """Return the clause under "is expected to", "is due to", "plans to", "will try to" as ahead."""
    if verb_of(head) not in _SCHEDULING and head.text.lower() not in _SCHEDULING:
        return None
    step = next(
        (c for c in sentence.children(head, "xcomp") if is_to_infinitive(sentence, c)), None
    )
    tried = sentence.children(head, "advcl") if verb_of(head) in STRIVING else ()
    aims = (t for t in tried if is_to_infinitive(sentence, t))
    step = step or next(aims, None) or _close_to(sentence, head)  # "will try again to launch it"
    if step is None or subject_of(sentence, head) is None or is_past_plan(sentence, head):
        return None
    if is_negated(sentence, head) or sentence.child(head, "obj"):
        return None  # "do not expect to know before May", "prepares students to sit a test"
    group = verb_group(sentence, head)
    at_it = group.progressive or (group.modal and verb_of(head) != "struggle")
    if verb_of(head) in STRIVING and not at_it:
        return None  # "many of them try to flee", "has tried to mend it": no end is near
    subject = subject_parts(reading, sentence, step)
    clause = clause_of(reading, sentence, step, subject, plural=subject_plural(sentence, step))
    losing = step.tag == "VBG" and sentence.child(step, "aux") is not None
    if clause is None or (losing and head.text.lower() in {"likely", "unlikely"}):
        return None  # "is likely to be losing money": so it is now
    return future(clause)


def _foreseen(reading: Reading, sentence: Sentence, head: Token) -> Clause | None:
    """Return what somebody "expects Iran to do" as ahead."""
    whom, step = sentence.child(head, "obj"), sentence.child(head, "xcomp")
    if verb_of(head) != "expect" or whom is None or step is None or is_negated(sentence, head):
        return None
    if not is_to_infinitive(sentence, step) or whom.index > step.index:
        return None
    who, plural = phrase(sentence, whom), is_plural_noun(sentence, whom)
    clause = clause_of(reading, sentence, step, who, plural=plural)
    return future(clause) if clause else None


def _close_to(sentence: Sentence, head: Token) -> Token | None:
    """Return the step in "is close to joining Ajax", "risks losing the contract"."""
    if verb_of(head) in {"risk", "fear"}:
        return next((t for t in sentence.children(head, "xcomp") if t.tag == "VBG"), None)
    if head.text.lower() != "close":
        return None
    return next((t for t in sentence.children(head, "advcl") if t.tag == "VBG"), None)


def is_past_plan(sentence: Sentence, head: Token) -> bool:
    """Tell whether a plan is told as over: "had hoped to", "was supposed to", "planned to"."""
    if head.text.lower() == "supposed":
        return any(t.text.lower() in {"was", "were"} for t in sentence.children(head))
    if verb_of(head) not in TRYING or head.label == "ccomp":
        return False  # "said they planned to sue"
    words = {t.text.lower() for t in sentence.children(head, "aux")}
    return not words & {"will", "would", "is", "are", "was", "were", "has", "have"} and (
        head.tag in {"VBD", "VBN"}
    )


def willed(reading: Reading, sentence: Sentence, head: Token) -> Clause | None:
    """Return a clause with "will", or "would" in reported speech, as something ahead."""
    if not head.tag.startswith("VB"):
        return None
    due = any(t.text.lower() == "due" for t in sentence.children(head, "mark", "case"))
    if not due and not any(t.tag in {"MD", "TO"} for t in sentence.children(head, "aux", "mark")):
        return None
    clause = clause_of(reading, sentence, head) or of_shared(reading, sentence, head)
    if clause is None or clause.group.modal not in {"will", "would"} or clause.group.perfect:
        return None
    if clause.negated or is_stative(sentence, head) or clause.group.progressive:
        return None
    told = head.label in {"ccomp", "conj", "parataxis"}
    if clause.group.modal == "would" and not told:
        return None  # "he would paint at night": a habit of the past
    return replace(clause, group=seen_from_now(clause.group, reported=True))


def is_soft(sentence: Sentence, verb: Token) -> bool:
    """Tell whether nobody will see something done: to "work hard", to "take steps"."""
    if verb_of(verb) in SOFT:
        return verb_of(verb) != "succeed" or sentence.child(verb, "obj") is None
    thing = sentence.child(verb, "obj") if verb_of(verb) in _LIGHT else None
    return thing is not None and thing.text.lower() in _EFFORTS


def is_stative(sentence: Sentence, head: Token) -> bool:
    """Tell whether a verb tells how things are; to "appear before a judge" is a step."""
    verb = verb_of(head)
    losing = verb == "cost" and sentence.child(head, "iobj") is not None  # "cost it a grant"
    appearing = verb == "appear" and sentence.child(head, "xcomp") is None
    return verb in STATIVE and not (losing or appearing)


_CONDITIONS = frozenset({"if", "unless", "when", "once", "soon"})


def has_condition(sentence: Sentence, head: Token) -> bool:
    """Tell whether a clause hangs on an "if", "unless", "when" or "once"."""
    behind = [t for t in sentence.children(head, "advmod") if t.index > head.index]
    opening = (t for c in sentence.children(head, "advcl") for t in sentence.children(c))
    return any(t.text.lower() in _CONDITIONS for t in (*behind, *opening))


def in_short(clause: Clause) -> Clause:
    """Return a plan without what a comma sets off behind it: ", after losing a customer".

    So goes ", or face a strike", and ", the day after Diwali" behind a date.
    """
    sentence = clause.sentence
    loose = [
        p
        for p in clause.predicate
        if isinstance(p, Token) and _is_loose(sentence, p) and set_off(sentence, p)
    ]
    below = {t.index for p in loose for t in sentence.subtree(p)} - {clause.head.index}
    kept = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in below)
    while kept and isinstance(kept[-1], Token) and kept[-1].text == ",":
        kept = kept[:-1]
    return replace(clause, predicate=kept) if kept else clause


def _is_loose(sentence: Sentence, word: Token) -> bool:
    """Tell whether what a word leads says when, how or what else a clause tells."""
    threat = any(t.text.lower() == "or" for t in sentence.children(word, "cc"))
    threat = threat and word.label == "conj" and word.tag == "VB"
    return threat or word.label.startswith(("advcl", "obl", "nmod:unmarked"))
