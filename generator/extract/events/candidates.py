"""A reading -> the clauses of its sentences that may become statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.events.own_tense import bearer_of
from generator.extract.events.statements import as_stated, goes_with, statement
from generator.extract.grammar.capitals import DEMONSTRATIVES
from generator.extract.grammar.clauses import is_negated
from generator.extract.grammar.status import status_of
from generator.extract.grammar.trimming import subject_of
from generator.extract.grammar.worth import (
    CLAIM_VERBS,
    SHORTEST,
    asks,
    covers,
    is_background,
    only_spoke,
    says_too_little,
)
from generator.extract.reading import Actor, Attribution, Reading
from generator.extract.times.tenses import is_finite
from generator.extract.words.asides import FINDING, bracketed
from generator.extract.words.lexicon import is_people_noun
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token
from generator.model import StatementStatus

MOST_PER_SENTENCE = 2
LONGEST = 45
BACKGROUND = 0.4
"""Weight that a statement of former years loses, and one of what came before the event."""
ITSELF = frozenset({"article", "column", "columnist", "description", "reader"})
"""What an article calls itself and whom it speaks to, who make no news."""
POINTED = 0.25
"""Weight that one loses whose subject is told elsewhere: "this step"."""
FOREIGN_MARKS = (";", "@", "http", "www.")
"""What joins two statements, or belongs to an appeal to the reader."""
LEADING_ON = frozenset({"?", "…", ":"})
"""What a sentence ends with that tells nothing by itself: "the council voted as follows:"."""
QUOTES = frozenset("\"“‘'")
CLOSING_QUOTES = frozenset("\"”’'")
POINTING = 12
"""Words from which a statement holds by itself what an "it" at its end points at."""
BARE_ENDS = frozenset({"it", "this", "that", "them", "these", "those"})
ELLIPTIC = frozenset("so do did does had include included know one to would will".split())
"""What ends a statement that leaves out what another sentence tells."""
LEFT_OUT = re.compile(
    r"\b(?:he|it|she|they) (?:are|did|does|do|had|has|have|is|was|were)(?:,|\.?$)"
)
"""Where it leaves that out: "says that they were, at two meetings"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause that may become a statement."""

    sentence: Sentence
    head: Token
    attribution: Attribution | None
    actor: Actor | None
    status: StatementStatus
    text: str
    weight: float


def find_candidates(reading: Reading) -> list[Candidate]:
    """Return the statements that an article can give, in the order of its text."""
    return [c for sentence in reading.document.sentences for c in candidates_in(reading, sentence)]


def candidates_in(reading: Reading, sentence: Sentence) -> Iterator[Candidate]:
    """Yield the statements that a sentence can give."""
    if sentence.heading or reading.weights[sentence.index] <= 0:
        return
    if not sentence.tokens or sentence.tokens[-1].text in LEADING_ON:
        return
    published = str(reading.document.article.source.published or "")[:4]
    for head, attribution in _clauses(reading, sentence):
        if _inside_quotation(reading, sentence, head) or says_too_little(sentence, head):
            continue
        if _is_of_itself(sentence, head):
            continue
        text = statement(reading, sentence, head, attribution)
        status = status_of(sentence, head, attribution)
        if text is None and attribution is not None and head is not sentence.root:
            # What "it" is in "the firm said it will" the whole sentence tells.
            head, attribution = sentence.root, None
            text = statement(reading, sentence, head)
        whole = is_finite(sentence, head) or head.tag == "VBN"  # a past tense taken for one
        fewest = SHORTEST - (attribution is not None)  # "The firm will appeal."
        alone = text is not None and _stands_alone(text, fewest) and whole
        if text is None or not alone or _is_a_quote(sentence, head, text):
            continue
        # What somebody claims or wants now is no background, however long ago it was.
        now = published and attribution is None and status == "reported"
        earlier = " had " in text and any(t.text == "had" for t in sentence.children(head, "aux"))
        yield Candidate(
            sentence,
            head,
            None if attribution and _is_its_own(sentence, head, attribution) else attribution,
            actor_of(reading, sentence, head),
            status,
            text,
            reading.weights[sentence.index]
            - BACKGROUND
            * (is_background(sentence, head, int(published) if now else None) or earlier)
            - POINTED * points_back(sentence, head),
        )


def _is_of_itself(sentence: Sentence, head: Token) -> bool:
    """Recognise "last week's column told of it" and "readers are advised"."""
    subject = subject_of(sentence, head)
    return subject is not None and lemma(subject.text, subject.tag).lower() in ITSELF


def points_back(sentence: Sentence, head: Token) -> bool:
    """Recognise "this step will help", of which another sentence tells what it is."""
    subject = subject_of(sentence, head)
    first = sentence.subtree(subject)[0] if subject is not None else head
    return first.text.lower() in DEMONSTRATIVES and first.head != head.index


def _is_a_quote(sentence: Sentence, head: Token, text: str) -> bool:
    """Recognise what is left of somebody's words: "“Stay,” said Orr", "“Stay.”", "Orr said"."""
    told = text.rstrip(".")
    speaks = sentence.child(head, "aux:pass") is None  # "no deaths were reported" tells more
    says = speaks and lemma(head.text, head.tag) in CLAIM_VERBS | FINDING
    bare = says and (told.endswith(f" {head.text}") or f" {head.text}, " in told)
    inverted = says and f", {head.text} " in told  # "Not so, said Orr"
    spoken = text[0] in QUOTES and any(f",{mark} " in told for mark in CLOSING_QUOTES)
    whole = text[0] in QUOTES and (says or told[-1:] in CLOSING_QUOTES)
    return bare or inverted or spoken or whole


def _is_its_own(sentence: Sentence, head: Token, attribution: Attribution) -> bool:
    """Say whether a statement rests on nobody but its own subject: "hauliers fear that …"."""
    subject = subject_of(sentence, head)
    spans = attribution.source
    return subject is not None and any(s.start <= subject.start < s.end for s in spans)


def _stands_alone(text: str, fewest: int) -> bool:
    """Say whether a statement has a fair length and points at nothing outside it."""
    words = text.rstrip(".").split()
    points = ELLIPTIC | BARE_ENDS if len(words) < POINTING else ELLIPTIC
    compared = "than" in words  # "lasts longer than hers does"
    points_back = words[-1:] and words[-1].lower() in points and not compared
    fair = fewest <= len(words) <= LONGEST and not any(mark in text for mark in FOREIGN_MARKS)
    return fair and not points_back and not LEFT_OUT.search(text)


def _clauses(reading: Reading, sentence: Sentence) -> list[tuple[Token, Attribution | None]]:
    """Return the clause heads of a sentence with what attributes each of them."""
    heads: list[tuple[Token, Attribution | None]] = []
    heard = reading.attributions_in(sentence.index)
    claims = [a for a in heard if a.sentence == sentence.index]
    for head in _conjoined(sentence, _main(sentence)):
        told_of = sentence.child(head, "aux:pass") is not None
        claim = next((a for a in claims if a.is_cued_by(head) and not told_of), None)
        denied = is_negated(sentence, head) or (claim is not None and claim.negated)
        finds = lemma(head.text, head.tag) in FINDING or _is_hearsay(sentence, head)
        before = _told_before(sentence, head) if finds else None
        if before is not None:  # "he moved the money, the court heard"
            heads += [(h, claim) for h in _conjoined(sentence, before)]
        elif claim and claim.cue_lemma in CLAIM_VERBS and not denied:
            inner = _told_before(sentence, head) or _content_head(sentence, claim)
            if inner is not None and not asks(sentence, inner):
                heads += [(h, claim) for h in _conjoined(sentence, inner)]
            elif claim.kind != "direct" or not only_spoke(sentence, head, claim):
                heads.append((head, None))
        elif claim is not None and claim.kind == "direct":
            continue
        else:
            carried = next((a for a in claims if covers(a, head)), None)
            heads.append((head, carried or claim))
    return [(h, a) for h, a in heads if bearer_of(sentence, h) is not None][:MOST_PER_SENTENCE]


def _main(sentence: Sentence) -> Token:
    """Return the head of a sentence, also where the parse has hung it on the dateline before it."""
    named = sentence.root.tag.startswith(("NNP", "CD"))
    apart = bracketed(sentence) if named else frozenset()
    hung = (t for t in sentence.children(sentence.root) if t.index not in apart)
    verbs = (t for t in hung if sentence.root.index in apart and is_finite(sentence, t))
    return next(verbs, sentence.root)


def _conjoined(sentence: Sentence, head: Token) -> list[Token]:
    """Return a clause head and what is joined to it that does not go into the same statement."""
    joined = sentence.children(head, "conj")
    own = [t for t in joined if subject_of(sentence, t) is not None]
    apart = [t for t in own if not goes_with(sentence, head, t)]
    long = [t for t in joined if t not in apart and bearer_of(sentence, t) is not None]
    if long and head.label != "ccomp":
        told = as_stated(sentence, head)
        apart += [t for t in long if t not in told]
    return [head, *apart]


def _told_before(sentence: Sentence, cue: Token) -> Token | None:
    """Return the clause that stands before its cue: "the strike is over, the union said, …"."""
    told = sentence.child(cue, "ccomp", "csubj:pass")
    before = told is not None and told.index < cue.index
    return told if told and before and subject_of(sentence, told) else None


def _is_hearsay(sentence: Sentence, head: Token) -> bool:
    """Recognise the "it was reported" behind what was."""
    nobody = any(t.text.lower() == "it" for t in sentence.children(head, "nsubj:pass", "expl"))
    passive = sentence.child(head, "aux:pass") is not None
    return nobody and passive and lemma(head.text, head.tag) in CLAIM_VERBS | {"report"}


def _content_head(sentence: Sentence, claim: Attribution) -> Token | None:
    """Return the head of the clause that an attribution carries."""
    inside = [t for t in sentence.tokens if any(s.start <= t.start < s.end for s in claim.content)]
    indices = {t.index for t in inside}
    heads = (t for t in inside if t.head not in indices and subject_of(sentence, t))
    return next(heads, None)


def _inside_quotation(reading: Reading, sentence: Sentence, head: Token) -> bool:
    """Say whether a clause is somebody's own words: those are quotes, not statements."""
    heard = reading.attributions_in(sentence.index)
    if any(a.kind == "direct" and covers(a, head) for a in heard):
        return True
    first = bearer_of(sentence, head) or head  # "The mayor “does not want it”" is no quotation
    return not heard and reading.is_quoted(head.start) and reading.is_quoted(first.start)


def actor_of(reading: Reading, sentence: Sentence, head: Token) -> Actor | None:
    """Return the actor of a clause; the parse may call the first word of "keeper Ada Orr" it.

    Nor is a party told of as acting that "party chairman Ada Orr" leads.
    """
    subject = bearer_of(sentence, head)
    if subject is None:
        return None
    found = reading.actor_at(sentence.index, subject.index)
    following = sentence.tokens[subject.index + 1 : subject.index + 2]
    named = following and following[0].tag == "NNP"
    tied = any(t.label == subject.label or t.head == subject.index for t in following)
    if named and tied and (found is None or is_people_noun(lemma(subject.text, subject.tag))):
        return reading.actor_at(sentence.index, following[0].index) or found
    apposed = (t for t in sentence.children(subject, "appos") if t.tag == "NNP" and not found)
    names = (reading.actor_at(sentence.index, t.index) for t in apposed)
    return found or next(names, None)  # "The reeve, Marcel Orr," of a noun that no list has
