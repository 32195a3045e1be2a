"""Questions without their clause, "did not say when", "for unknown reasons", to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import WH_TAGS, Clause
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import Part
from generator.extract.questions.attributes import MISHAPS, event_before
from generator.extract.questions.point import (
    OpenPoint,
    has_no,
    is_withheld,
    subject_parts,
    subject_plural,
    who_says,
)
from generator.extract.questions.question_grammar import ask, future, told_as_news, verb_of
from generator.extract.reading import Reading
from generator.extract.words.answers import SAYING, SETTLED, UNCLEAR, WORKING_OUT
from generator.extract.words.lexicon import is_people_noun
from generator.extract.words.times import TIMES
from generator.language.tree import Sentence, Token

_ASKED = frozenset({"when", "why", "how", "where", "who", "whom", "what", "which"})
_ALONE = frozenset({"when", "why", "how", "where"})
_LINKING = frozenset({"be", "remain"})
_NEAR = 5
"""Words within which a state follows the question that it leaves open."""
_LONGEST = 3
"""Words of "by how much", "for how long"."""
_HOLDING = frozenset({"reason", "reasons", "explanation", "motive", "cause"})
_PRICES = frozenset({"price", "sum", "fee", "amount"})
_TRADING = frozenset("buy sell acquire purchase sign lease rent settle".split())
_DATING = frozenset({"date", "dates", "timetable", "timeframe", "timeline", "schedule", "timing"})
_PLACES = frozenset({"location", "place", "site", "locations"})
_GIVING = SAYING | frozenset(
    "give offer provide set announce disclose publish reveal issue state fix agree decide"
    " finalise finalize cite state".split()
)
_ADJUNCTS = ("obl", "obl:unmarked", "advmod", "advcl")
_LEADING_ON = frozenset(
    "say announce promise pledge vow plan intend expect hope agree aim want confirm tell add"
    " warn insist claim state report note decide propose threaten acknowledge admit".split()
)
"""Verbs of which the clause below is what happens."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """A question without its clause."""

    sentence: Sentence
    opening: tuple[Part, ...]
    """"When", "By how much", "For what fee"."""
    at: Token
    """What tells that it is open: "say" in "did not say when", "gave" in "gave no date"."""
    own: Token | None = None
    """The clause it belongs to, where that is known."""
    of_event: bool = False
    """Whether it is a cause, which an event told before may have."""


def find_elliptic(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is not told of what was just told: "did not say when", "gave no reason"."""
    for gap in (*_of_words(sentence), *_of_nouns(sentence), *_of_adjuncts(reading, sentence)):
        if gap.of_event and event_before(reading, sentence, MISHAPS):
            continue  # "the cause is unknown" is that of the fire
        told = (sentence, gap.own) if gap.own else _antecedent(reading, sentence, gap.at)
        clause = _known(_told(reading, told, gap)) if told else None
        opening, clause = _counted(gap.opening, clause) if clause else ((), None)
        question = ask(reading, clause, opening=opening) if clause and opening else None
        if told and question:
            grounds = (told[0], sentence) if told[0] is not sentence else (sentence,)
            yield OpenPoint(question, "unanswered", _why(reading, gap), grounds, 0.95)


def _counted(opening: tuple[Part, ...], clause: Clause) -> tuple[tuple[Part, ...], Clause]:
    """Return "how many" with what is counted: "plans to cut jobs, but has not said how many"."""
    last = opening[-1]
    if not isinstance(last, Token) or last.text.lower() not in {"many", "much"} or len(opening) > 2:
        return opening, clause
    thing = clause.sentence.child(clause.head, "obj")
    if thing is None or (last.text.lower() == "many") is not (thing.tag == "NNS"):
        return (), clause
    words = phrase(clause.sentence, thing)
    left = tuple(p for p in clause.predicate if p not in words)
    noun = tuple(t for t in words if t.tag not in {"DT", "CD"})
    return (*opening, *noun), replace(clause, predicate=left)


def _known(clause: Clause | None) -> Clause | None:
    """Return a clause with its subject as something told of: "the bus" for "a bus"."""
    first = clause.subject[0] if clause else None
    if clause is None or not isinstance(first, Token) or first.text.lower() not in {"a", "an"}:
        return clause
    return replace(clause, subject=("the", *clause.subject[1:]))


def _why(reading: Reading, gap: _Gap) -> str:
    if gap.own is not None or subject_of(gap.sentence, gap.at) is None:
        return "The source says that this is not known or was not told."
    return f"{who_says(reading, gap.sentence, gap.at)} did not say, the source reports."


def _of_words(sentence: Sentence) -> Iterator[_Gap]:
    """Yield wh-words that stand without a clause: "did not say when", "by whom is not known"."""
    for word in sentence.tokens:
        if word.tag not in WH_TAGS or word.text.lower() not in _ASKED:
            continue
        opening = _bare(sentence, word)
        verb = opening and (
            _unsaid_before(sentence, opening[0]) or _open_behind(sentence, opening[-1])
        )
        if verb:
            yield _Gap(sentence, opening, verb)


def _bare(sentence: Sentence, word: Token) -> tuple[Token, ...]:
    """Return the words of a question that stop right there: "when", "by how much", "how many"."""
    before = sentence.tokens[word.index - 1] if word.index else word
    pied = word.text.lower() in {"whom", "what", "how"} and before.tag in {"IN", "TO"}
    start = before.index if pied else word.index
    after = sentence.tokens[word.index :]
    end = next((t.index for t in after if _stops(t)), len(sentence.tokens))
    words = sentence.tokens[start:end]
    if len(words) > _LONGEST or any(t.tag.startswith(("VB", "NN", "MD", "PR")) for t in words):
        return ()
    alone = len(words) == 1 and word.text.lower() in _ALONE
    measured = word.text.lower() == "how" and words[-1].text.lower() in {"long", "many", "much"}
    return words if alone or pied or measured else ()


def _stops(token: Token) -> bool:
    return not token.text[:1].isalnum() or token.tag == "CC" or verb_of(token) in _LINKING


def _open_behind(sentence: Sentence, word: Token) -> Token | None:
    """Return the state right behind a question: "when was not stated", "by whom is not known"."""
    behind = sentence.tokens[word.index + 1 : word.index + 1 + _NEAR]
    if not behind or verb_of(behind[0]) not in _LINKING:
        return None
    return next((t for t in behind if _is_open(sentence, t)), None)


def _unsaid_before(sentence: Sentence, word: Token) -> Token | None:
    """Return the verb of not saying right before a word: "would not be drawn on when"."""
    before = [t for t in sentence.tokens[: word.index] if t.text[:1].isalnum()]
    while before and (before[-1].tag in {"IN", "RB", "CC"} or before[-1].text.lower() in _ASKED):
        if before[-1].text.lower() in {"not", "n't"}:
            return _saying_above(sentence, before[-1])
        before.pop()
    verb = before[-1] if before else None
    if verb is None or verb_of(verb) not in SAYING | WORKING_OUT | UNCLEAR | SETTLED:
        return None
    unclear = verb.text.lower() in UNCLEAR
    return verb if unclear or is_withheld(sentence, verb) else None


def _saying_above(sentence: Sentence, word: Token) -> Token | None:
    """Return the verb of "said it would close but not when"."""
    verbs = (t for t in sentence.path_to_root(word) if t.tag.startswith("VB"))
    return next((t for t in verbs if verb_of(t) in SAYING and t.index < word.index), None)


def _of_nouns(sentence: Sentence) -> Iterator[_Gap]:
    """Yield "gave no date", "without giving a reason", "the price was not disclosed"."""
    for noun in sentence.tokens:
        opening = _asked_by(noun)
        verb = sentence.head(noun) if opening else None
        if verb is None or sentence.child(noun, "nmod", "acl", "nmod:poss"):
            continue
        if noun.label in {"obj", "nsubj:pass", "nsubj"} and _is_ungiven(sentence, noun, verb):
            of_event = noun.text.lower() == "cause"
            yield _Gap(sentence, opening, verb, of_event=of_event)


def _asked_by(noun: Token) -> tuple[Part, ...]:
    """Return how a question opens that a noun such as "reason" stands for."""
    low = noun.text.lower()
    if low in _PRICES:
        return ("For what", low)
    return ("Why",) if low in _HOLDING else ("When",) if low in _DATING else ()


def _is_ungiven(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Tell whether a noun is of what was not given, of all that was told before."""
    if any(t.index > noun.index for t in sentence.children(verb, "obl")):
        return False  # of what stands behind it: "no reason was given for the delay"
    if verb.text.lower() in UNCLEAR:
        return True
    denied = is_withheld(sentence, verb) or has_no(sentence, verb, "obj", "nsubj:pass")
    return denied and (verb_of(verb) in _GIVING or verb.text.lower() in SETTLED)


def _of_adjuncts(reading: Reading, sentence: Sentence) -> Iterator[_Gap]:
    """Yield "for unknown reasons", "at an undisclosed location", "for reasons not disclosed"."""
    for noun in sentence.tokens:
        case = sentence.child(noun, "case")
        above = sentence.head(noun)
        if noun.label != "obl" or case is None or above is None or case.index > noun.index:
            continue
        if _is_hidden(sentence, noun) and not is_people_noun(verb_of(noun)):
            low = noun.text.lower()
            plain = "Why" if low in _HOLDING else "When" if low in _DATING else None
            plain = plain or ("Where" if low in _PLACES else None)
            thing = tuple(t for t in (*sentence.children(noun, "compound"), noun))
            yield _Gap(sentence, (plain,) if plain else (case, "what", *thing), noun, above)


def _is_hidden(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun is called "undisclosed", or of what was not disclosed."""
    if any(t.text.lower() in UNCLEAR for t in sentence.children(noun, "amod")):
        return True
    told = sentence.children(noun, "acl", "acl:relcl")
    return any(_is_open(sentence, t) or _is_unsaid(sentence, t) for t in told)


def _is_open(sentence: Sentence, state: Token) -> bool:
    """Recognise "undecided", "not known"."""
    low = state.text.lower()
    return low in UNCLEAR or (low in SETTLED and is_withheld(sentence, state))


def _is_unsaid(sentence: Sentence, verb: Token) -> bool:
    return verb_of(verb) in SAYING and is_withheld(sentence, verb)


def _antecedent(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Sentence, Token] | None:
    """Return the clause that a question without one is about, in its sentence or the one before."""
    top = verb
    while top.label in {"xcomp", "ccomp"} and top.head >= 0:
        top = sentence.tokens[top.head]
    above = sentence.head(top)
    own = _content(sentence, top)
    if own is not top and own.index < verb.index and own not in sentence.path_to_root(verb):
        return sentence, own  # "when it would reopen the pit the firm did not say"
    if above is not None and top.label.startswith(("conj", "advcl", "parataxis")):
        if above.label == "parataxis" and sentence.child(above, "ccomp") is None:
            above = sentence.head(above) or above  # "the pit will reopen, it said, but …"
        return sentence, _content(sentence, above)
    earlier = preceding(reading, sentence) if above is None else None
    return (earlier, _content(earlier, earlier.root)) if earlier and earlier.root else None


def _content(sentence: Sentence, head: Token) -> Token:
    """Return what is said to happen: "reopen" in "said the mine would reopen"."""
    leads_on = verb_of(head) in _LEADING_ON
    below = sentence.child(head, "ccomp", "xcomp") if leads_on else None
    return _content(sentence, below) if below else head


def _told(reading: Reading, told: tuple[Sentence, Token], gap: _Gap) -> Clause | None:
    """Return the clause of what was told, as one asks about it, without what is asked for."""
    sentence, head = told
    who, plural = subject_parts(reading, sentence, head), subject_plural(sentence, head)
    clause = clause_of(reading, sentence, head, who, plural=plural)
    if clause is None or clause.negated:
        return None
    priced = len(gap.opening) > 1 and str(gap.opening[1]) in _PRICES
    if priced and verb_of(head) not in _TRADING:
        return None
    ahead = is_to_infinitive(sentence, head) and not clause.group.modal
    clause = future(clause) if ahead else told_as_news(clause)
    if gap.opening[0] != "When" and str(getattr(gap.opening[0], "text", "")).lower() != "when":
        return _without(clause, gap)
    dated = _dates(sentence, head)
    by_noun = not isinstance(gap.opening[0], Token)  # "no date": for what is to come
    still = (dated or by_noun or clause.group.lemma == "be") and not clause.group.modal
    return None if still else _without(clause, gap, dated)


def _dates(sentence: Sentence, head: Token) -> set[int]:
    """Return the words by which a clause tells when."""
    words = {c: sentence.subtree(c) for c in sentence.children(head, *_ADJUNCTS)}
    dated = (
        below
        for c, below in words.items()
        if c.label == "advcl" or {t.text.lower() for t in below} & TIMES
    )
    return {t.index for below in dated for t in below}


def _without(clause: Clause, gap: _Gap, gone: set[int] | None = None) -> Clause:
    """Return a clause without the words of the question, and what follows them."""
    sentence = gap.sentence
    asides = (c for c in clause.sentence.children(clause.head, "advcl"))
    without = [c for c in asides if _is_without(clause.sentence, c)]
    gone = {*(gone or ()), *(t.index for c in without for t in clause.sentence.subtree(c))}
    path = list(sentence.path_to_root(gap.at))
    if clause.sentence is sentence and clause.head in path[1:]:
        below = path[path.index(clause.head) - 1]
        gone |= {t.index for t in sentence.subtree(below)}
    left = tuple(p for p in clause.predicate if not (isinstance(p, Token) and p.index in gone))
    while left and isinstance(left[-1], Token) and left[-1].tag in {"CC", ","}:
        left = left[:-1]
    return replace(clause, predicate=left)


def _is_without(sentence: Sentence, clause: Token) -> bool:
    """Recognise the remark in "sold its unit, without naming the buyer"."""
    return any(t.text.lower() == "without" for t in sentence.children(clause, "mark"))
