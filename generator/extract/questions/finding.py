"""A reading of an article to the questions that it leaves open, best first."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extract.questions.bygone import is_bygone, the_dead
from generator.extract.questions.finders import FINDERS
from generator.extract.questions.point import OpenPoint, following
from generator.extract.reading import Reading, sentence_evidence
from generator.language.tree import Sentence
from generator.model import Draft, Question, Where, Who

MOST = 10
"""Questions of one article, at most."""
ENOUGH = 8
"""Below this many, vows and what a report will say are asked about too."""
SOME = 6
"""Below this many, plans with a date are asked about too."""
FEW = 4
"""Below this many, steps that are planned for some day are asked about too."""
LIKELY = 0.4
"""Weight from which a point is more than what somebody plans for some day."""
LIKELIER = 0.5
"""Weight from which a point is more than a plan with a date."""
CERTAIN = 0.6
"""Weight from which a point counts as left open by the article's own words."""
LONGEST_SENTENCE = 150
"""Words of a sentence, at most; what is longer is a table or a list, or no prose."""
ALIKE = 0.6
"""Share of content words in common from which two questions are one."""
_WORD = re.compile(r"[^\W_]+")
_FEW = 1
"""Plain words up to which two questions are told apart by the names in them too."""
_SMALL_WORDS = frozenset(
    "a an the of to in on at by for from with and or if be is are was were will would has have had"
    " do does did what who when where why how which its their his her it s that this as not".split()
)
_ANSWER = re.compile(
    r"(?:yes|no)\b,|(?:it|they|he|she)(?: (?:had|has|did)(?: not|n['’]t)?,"
    r"| (?:will|would|was|were|is|are|can|could)(?: not|n['’]t)?(?: be)?[:;])",
    re.IGNORECASE,
)
"""How a sentence opens that answers the one before: "It had, he said", "They will not be: he"."""
_MATTER = r"(?:doubts?|fears?|worr(?:y|ies)|questions?|uncertainty|speculation|matter|suspense)"
_SETTLING = re.compile(
    rf"\b(?:that|this|those|the|any|all) (?:{_MATTER} )?(?:was|were|is|are|has been|have been) "
    rf"(?:gone|over|settled|resolved|lifted|put right|put to rest|laid to rest|cleared up)\b"
    rf"|\b(?:ended|settled|lifted|removed|dispelled|allayed|resolved|cleared up|put an end to)"
    rf" (?:the|that|this|those|any|all) {_MATTER}\b"
    r"|^no (?:worries|problems?|danger) (?:there|on that score)\b"
    r"|(?<!not )(?<!n['’]t )\bruled (?:that|this|it) out\b"
    r"|\b(?:tested negative|came back (?:negative|clear|clean)|gave (?:\w+ )?the all-clear)\b",
    re.IGNORECASE,
)
"""What tells that the sentence before is settled: "That was put right", "ended the doubt"."""


def find_questions(reading: Reading, draft: Draft) -> Draft:
    """Add the open questions of an article to its draft."""
    chosen = choose(open_points(reading))
    published = reading.published.isoformat() if reading.published else None
    questions = tuple(
        Question(
            id=f"o{number}",
            question=point.question,
            kind=point.kind,
            why_open=point.why,
            about=_about(point, draft),
            asked=published,
            evidence=sentence_evidence(reading.document, *point.sentences),
        )
        for number, point in enumerate(chosen, start=1)
    )
    return draft.model_copy(update={"open_questions": questions})


def open_points(reading: Reading) -> list[OpenPoint]:
    """Return every open point of an article that the article does not answer itself."""
    dead = {f"Will {name} " for name in the_dead(reading)}
    return [
        point
        for sentence in reading.document.sentences
        if _is_asked_about(reading, sentence)
        for finder in FINDERS
        for point in finder(reading, sentence)
        if not _is_answered(reading, sentence)
        if point.kind not in {"pending", "conditional"} or not is_bygone(reading, sentence)
        if not any(point.question.startswith(who) for who in dead)
    ]


def choose(points: list[OpenPoint]) -> tuple[OpenPoint, ...]:
    """Return the points worth asking about: the surest first, each asked once."""
    ranked = sorted(points, key=lambda p: (-p.weight, p.sentences[0].index))
    kept: list[OpenPoint] = []
    for point in ranked:
        limits = ((CERTAIN, MOST), (LIKELIER, ENOUGH), (LIKELY, SOME), (0.0, FEW))
        limit = next(most for least, most in limits if point.weight >= least)
        if len(kept) < limit and not any(_same(point, k) for k in kept):
            kept.append(point)
    return tuple(kept)


def _same(one: OpenPoint, other: OpenPoint) -> bool:
    first, second = _content(one.question), _content(other.question)
    if first == second or _says_no_more(one, other):
        return True
    shared = len(first & second)
    overlap = shared / max(2, min(len(first), len(second)))
    nearby = bool({s.index for s in one.sentences} & {s.index for s in other.sentences})
    if _wh_word(one.question) != _wh_word(other.question):
        return (
            shared / max(1, len(first | second)) >= ALIKE - (one.sentences == other.sentences) / 10
        )
    return overlap > 0.5 if nearby else overlap > ALIKE


def _says_no_more(one: OpenPoint, other: OpenPoint) -> bool:
    """Tell whether one of two yes/no questions has all words of the other, names and all.

    What stands only in the condition of one, "if she is banned", may be open elsewhere too.
    """
    asked = [p.question for p in (one, other)]
    if one.sentences != other.sentences:
        asked = [question.split(" if ")[0] for question in asked]
    words = [{w.casefold()[:5] for w in _WORD.findall(q)[1:]} - _SMALL_WORDS for q in asked]
    less, more = sorted(words, key=len)
    return not (_wh_word(one.question) or _wh_word(other.question)) and less <= more


def _wh_word(question: str) -> str:
    first = question.split()[0].lower()
    return first if first.startswith(("wh", "how")) else ""


@lru_cache(maxsize=64)
def _content(question: str) -> frozenset[str]:
    """Return the first letters of the words that count; of names only where little else is left."""
    words = [w for w in _WORD.findall(question)[1:] if w.casefold() not in _SMALL_WORDS]
    plain = [w for w in words if not w[:1].isupper()]
    told = plain if len(plain) > _FEW else words
    return frozenset(word.casefold()[:5] for word in told)


def _is_asked_about(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence states something, at a length that a sentence has."""
    question = "?" in reading.document.text[sentence.start : sentence.end]
    return not (sentence.heading or question or len(sentence.tokens) > LONGEST_SENTENCE)


def _is_answered(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether the next sentence has the answer: "It had, the lawyer replied"."""
    after = next(iter(following(reading, sentence)), None)
    if after is None:
        return False
    text = reading.document.text[after.start : after.end]
    return bool(_ANSWER.match(text) or _SETTLING.search(text))


def _about(point: OpenPoint, draft: Draft) -> tuple[str, ...]:
    """Return the ids of the actors and places that a question names, in the order it names them."""
    found: dict[str, int] = {}
    named: tuple[Who | Where, ...] = (*draft.who, *draft.where)
    for item in named:
        places = [
            at for name in (item.name, *item.aliases) if (at := _named(name, point.question)) >= 0
        ]
        if places:
            found.setdefault(item.id, min(places))
    return tuple(sorted(found, key=lambda name: found[name]))


def _named(name: str, question: str) -> int:
    if name not in question:  # nearly always; compiling a pattern takes a thousand times as long
        return -1
    match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", question)
    return match.start() if match else -1
