"""A clause of a parsed sentence -> whether it tells too little to be a statement."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extract.grammar.clauses import is_negated
from generator.extract.grammar.trimming import subject_of
from generator.extract.reading import Attribution
from generator.extract.words.ties import lemma_above, marks
from generator.language.morphology import FINITE, lemma
from generator.language.tree import Sentence, Token

SHORTEST = 4
"""Words: anything shorter says too little by itself."""
CLAIM_VERBS = frozenset(
    """say tell report state announce note add write claim allege confirm insist argue explain
    estimate warn reveal acknowledge maintain""".split()
)
"""Cues whose content can stand as a statement of its own, with the source named beside it."""
SILENCE = frozenset("answer comment confirm elaborate reply respond".split())
TELLING = frozenset("deny discuss disclose explain give identify name say tell".split())
SOME = frozenset("most many several few both all neither others some each another".split())
OTHERS = frozenset("first former last latter other others rest second third two".split())
"""What "the" makes one of what another sentence names."""
KNOWING = frozenset("ask confirm decide disclose inquire know say".split())
"""Verbs whose "if" is a question: "did not know if it would"."""
EVERYONE = frozenset({"anybody", "anyone", "everybody", "everyone"})
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
LYING = frozenset("border lie sit straddle".split())
PENDING = frozenset({"due", "will"})
AGES = frozenset({"year", "years", "decade", "decades", "century", "centuries"})
UNKNOWN = frozenset("clear early known uncertain unclear unknown".split())


def is_background(sentence: Sentence, head: Token, year: int | None) -> bool:
    """Say whether a clause tells of former years or of how the land lies: "in 2012", "sits on"."""
    lies = head.tag in {"VBZ", "VBP"} and lemma(head.text, head.tag) in LYING
    if lies:
        return True
    words = [t.text.lower() for t in sentence.subtree(head)]
    years = [w for before, w in pairwise(words) if YEAR.fullmatch(w) and before != "since"]
    if PENDING & set(words):
        return False
    past = any(year is not None and int(w) < year for w in years)
    ago = any(w in AGES and words[i + 1 : i + 2] == ["ago"] for i, w in enumerate(words))
    return past or ago or any(pair == ("last", "year") for pair in pairwise(words))


def says_too_little(sentence: Sentence, head: Token) -> bool:
    """Say whether a clause tells only that something is not known, or that someone spoke."""
    remains = sentence.child(head, "xcomp") if lemma(head.text, head.tag) == "remain" else None
    knows = {"has", "have", "had"} & {t.text.lower() for t in sentence.children(head, "aux")}
    unknown = {t.text.lower() for t in (head, remains) if t} & UNKNOWN and not knows
    if unknown or _is_about_some(sentence, head):
        return True  # "it is too early to tell"
    subject = subject_of(sentence, head)
    if subject is not None and subject.text.lower() in EVERYONE:
        return True
    if head.tag == "CD" and sentence.child(head, "cop") and not sentence.child(head, "nmod"):
        return True  # "she was 81"
    if any(sign(sentence, head) for sign in _SIGNS) or _is_about_comment(sentence):
        return True
    contents = sentence.children(head, "ccomp", "csubj", "xcomp", "advcl", "obj")
    tells = lemma(head.text, head.tag) in KNOWING | TELLING | CLAIM_VERBS
    if not tells:  # "was not out when it fell" asks nothing
        contents = tuple(t for t in contents if sentence.subtree(t)[0].text.lower() != "when")
    asked = any(asks(sentence, clause) for clause in contents)
    return asked and is_negated(sentence, head)


def _is_about_comment(sentence: Sentence) -> bool:
    """Recognise "has been contacted for comment" and the like, which the open questions tell."""
    return any(
        one.text.lower() in {"for", "no"} and other.text.lower() == "comment"
        for one, other in pairwise(sentence.tokens)
    )


def _never_was(sentence: Sentence, head: Token) -> bool:
    """Recognise "had it rained, it would have grown", of which nothing has happened."""
    helpers = {t.text.lower() for t in sentence.children(head, "aux")}
    clauses = sentence.children(head, "advcl")
    supposed = (
        t.text.lower() == "had" or sentence.child(clause, "mark")
        for clause in clauses
        for t in sentence.children(clause, "aux")
    )
    fronted = any(sentence.subtree(clause)[0].text == "Had" for clause in clauses)
    told = head.label == "ccomp" and not fronted  # "ruled he would have lived if it had come"
    return not told and {"would", "have"} <= helpers and ("had" in helpers or any(supposed))


def _is_elliptic(sentence: Sentence, head: Token) -> bool:
    """Recognise "he had, in a letter", which leaves out what, and "has asked the mine" for what."""
    told = sentence.children(head, "obj", "xcomp", "ccomp", "advcl", "cop", "aux", "expl")
    asked = lemma(head.text, head.tag) in {"ask", "urge"} and sentence.child(head, "iobj")
    told += tuple(t for t in sentence.children(head, "obl") if marks(sentence, t) == "for")
    helps = lemma(head.text, head.tag) in {"have", "do"} and head.tag in FINITE
    after = sentence.tokens[head.index + 1 : head.index + 2]
    so = helps and any(t.text == "so" for t in after)
    return bool(so or (helps and not told) or (asked and all(t.label == "aux" for t in told)))


def _is_torn(sentence: Sentence, head: Token) -> bool:
    """Recognise a parse that hangs a "because" behind the subject of the clause it opens.

    So it does with an "and" between two subjects of one verb.
    """
    subject = subject_of(sentence, head)
    ties = (t.index for t in sentence.children(head, "mark", "cc") if t.tag in {"IN", "CC"})
    return subject is not None and any(subject.index < at < head.index for at in ties)


def _is_a_scene(sentence: Sentence, head: Token) -> bool:
    """Recognise "was speaking by phone", "quotes Orr as saying:" and "expressed: “…”"."""
    verb, behind = lemma(head.text, head.tag), sentence.tokens[head.index + 1 :]
    told = [t.index for t in behind if t.text == ":"][:1]
    leads = told and told[0] - head.index < SHORTEST and sentence.child(head, "obj") is None
    speaking = verb in {"speak", "talk"} and head.tag == "VBG"
    return speaking or verb == "quote" or (head.tag.startswith("VB") and bool(leads))


def _is_half_compared(sentence: Sentence, head: Token) -> bool:
    """Recognise "Ana is more fortunate", which leaves out than whom."""
    more = any(t.text.lower() in {"more", "less"} for t in sentence.children(head, "advmod"))
    words = [t.text.lower() for t in sentence.tokens]
    compared = sentence.child(head, "cop") is not None and (head.tag == "JJR" or more)
    return compared and not {"than", "now"} & set(words) and len(words) <= 2 * SHORTEST


def _is_of_others(sentence: Sentence, head: Token) -> bool:
    """Recognise "the same may be said of them", "the rest" and "the latter", whoever that is."""
    subject = subject_of(sentence, head)
    own = sentence.subtree(subject) if subject is not None else ()
    low = [t.text.lower() for t in own]
    return "same" in low[:2] or (low[:1] == ["the"] and len(low) == 2 and low[1] in OTHERS)


def _is_cleft(sentence: Sentence, head: Token) -> bool:
    """Recognise "What frightens the town is the hills", which stresses what others tell."""
    first = sentence.subtree(head)[0]
    return first.text == "What" and head.index > first.index and not is_negated(sentence, head)


def _kept_silent(sentence: Sentence, head: Token) -> bool:
    """Recognise "declined to say" and "has not replied", which the open questions tell."""
    step = sentence.child(head, "xcomp")
    if lemma(head.text, head.tag) in {"decline", "refuse"}:
        return step is not None and lemma(step.text, step.tag) in SILENCE | TELLING
    kept = is_negated(sentence, head) and lemma(head.text, head.tag) in SILENCE
    return kept and not sentence.children(head, "conj")


def _is_about_some(sentence: Sentence, head: Token) -> bool:
    """Say whether a subject is a bare "most" or "two", of whom another sentence tells."""
    subject = subject_of(sentence, head)
    if subject is None or any(t.label != "punct" for t in sentence.children(subject)):
        return False
    return subject.tag in {"JJS", "DT", "CD", "RBS", "PDT"} or subject.text.lower() in SOME


def only_spoke(sentence: Sentence, head: Token, claim: Attribution | None = None) -> bool:
    """Say whether a clause is a bare "she said", its words being elsewhere or a quotation."""
    if lemma(head.text, head.tag) not in CLAIM_VERBS or sentence.child(head, "aux:pass"):
        return False
    subject = subject_of(sentence, head) if claim else None
    bare = sentence.child(head, "obj") is None
    others = [t for t in sentence.children(head, "conj") if bare and subject_of(sentence, t)]
    apart = {t for one in (subject, *others) if one for t in sentence.subtree(one)}
    after = [t for t in sentence.subtree(head) if t.index > head.index and t.text[0].isalnum()]
    told = [t for t in after if t not in apart and not (claim and covers(claim, t))]
    return len(told) < SHORTEST


def asks(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause begins with a question word, as which "if" counts behind "know"."""
    for token in sentence.subtree(clause)[:2]:
        word = token.text.lower()
        known = token.head == clause.index and lemma_above(sentence, clause) in KNOWING
        asked = token.tag in {"WP", "WRB", "WDT"} and word != "that"
        if asked or word == "whether" or (word == "if" and known):
            return True
    return False


def asks_first(sentence: Sentence, joined: Token) -> bool:
    """Recognise "and how they fled is a puzzle", whose subject the parse has missed."""
    joint = sentence.child(joined, "cc") if joined.label == "conj" else None
    opening = sentence.tokens[joint.index + 1 : joined.index][:1] if joint is not None else ()
    return any(t.tag.startswith("W") for t in opening)


def covers(attribution: Attribution, token: Token) -> bool:
    """Say whether a token is among the words that an attribution carries."""
    return any(span.start <= token.start < span.end for span in attribution.content)


_SIGNS = (
    _never_was,
    asks_first,
    only_spoke,
    _kept_silent,
    _is_elliptic,
    _is_torn,
    _is_a_scene,
    _is_half_compared,
    _is_of_others,
    _is_cleft,
)
"""What tells that a clause says too little."""
