"""A reading -> the what of a draft: three to eight statements, the main event first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.action import action_of, headline_action
from generator.extract.reading import Actor, Attribution, Reading, sentence_evidence
from generator.extract.salience import content_words
from generator.extract.statements import statement
from generator.extract.status import status_of
from generator.extract.trimming import subject_of
from generator.extract.worth import CLAIM_VERBS, SHORTEST, covers, only_spoke, says_too_little
from generator.language.tree import Sentence, Token
from generator.model import Draft, StatementStatus, What, Who

MOST = 8
"""Statements at the most."""
MOST_PER_SENTENCE = 2
LONGEST = 45
STATUS_BONUS = {
    "reported": 0.0,
    "planned": 0.2,
    "possible": 0.15,
    "denied": 0.15,
    "demanded": 0.25,
    "disputed": 0.15,
}
"""What an analyst looks for beyond the lead: next steps, demands and denials."""
HEADED = 0.6
"""Weight of a statement about the actor that the headline begins with."""
TWICE_TOLD = 0.6
"""Share of content words from which two statements say the same."""
FOREIGN_MARKS = (";", "@", "http", "www.")
"""What joins two statements, or belongs to an appeal to the reader."""
POINTING = 12
"""Words from which a statement holds by itself what an "it" at its end points at."""
BARE_ENDS = frozenset({"it", "this", "that", "so", "them", "these", "those", "do", "did"})
QUOTING = ('":', "':", "’:", "”:", "?")
"""Signs of a headline that says little by its first verb."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause that may become a statement."""

    sentence: Sentence
    head: Token
    attribution: Attribution | None
    status: StatementStatus
    text: str
    weight: float


def find_what(reading: Reading, draft: Draft) -> Draft:
    """Return the draft with its what."""
    weights = reading.weights
    candidates = [c for s in reading.document.sentences for c in _candidates(reading, s, weights)]
    chosen = _chosen(candidates, _main(reading, draft, candidates)) if candidates else []
    items = [_what(reading, draft, c, n) for n, c in enumerate(chosen, 1)]
    return draft.model_copy(update={"what": _denials(items, chosen)})


def _candidates(
    reading: Reading, sentence: Sentence, weights: Sequence[float]
) -> Iterator[Candidate]:
    """Yield the statements that a sentence can give."""
    if sentence.heading or weights[sentence.index] <= 0:
        return
    if sentence.tokens and sentence.tokens[-1].text in {"?", "…"}:
        return
    for head, attribution in _clauses(reading, sentence):
        if _inside_quotation(reading, sentence, head) or says_too_little(sentence, head):
            continue
        text = statement(reading, sentence, head)
        if text is None and attribution is not None and head is not sentence.root:
            # What "it" is in "the firm said it will" the whole sentence tells.
            head, attribution = sentence.root, None
            text = statement(reading, sentence, head)
        if text is None or not _stands_alone(text):
            continue
        status = status_of(sentence, head, attribution)
        yield Candidate(
            sentence,
            head,
            attribution,
            status,
            text,
            weights[sentence.index],
        )


def _stands_alone(text: str) -> bool:
    """Say whether a statement has a fair length and points at nothing outside it."""
    words = text.rstrip(".").split()
    points_back = words[-1:] and words[-1].lower() in BARE_ENDS and len(words) < POINTING
    fair = SHORTEST <= len(words) <= LONGEST and not any(mark in text for mark in FOREIGN_MARKS)
    return fair and not points_back


def _clauses(reading: Reading, sentence: Sentence) -> list[tuple[Token, Attribution | None]]:
    """Return the clause heads of a sentence with what attributes each of them."""
    heads: list[tuple[Token, Attribution | None]] = []
    heard = reading.attributions_in(sentence.index)
    claims = [a for a in heard if a.sentence == sentence.index]
    for head in _conjoined(sentence, sentence.root):
        claim = next((a for a in claims if a.cue.start == head.start), None)
        if claim is not None and claim.cue_lemma in CLAIM_VERBS and not claim.negated:
            inner = _content_head(sentence, claim)
            if inner is not None:
                heads += [(h, claim) for h in _conjoined(sentence, inner)]
            elif claim.kind != "direct" or not only_spoke(sentence, head, claim):
                heads.append((head, None))
        elif claim is not None and claim.kind == "direct" and not _does_more(sentence, head):
            continue
        else:
            carried = next((a for a in claims if covers(a, head)), None)
            heads.append((head, carried or claim))
    return [(h, a) for h, a in heads if subject_of(sentence, h) is not None][:MOST_PER_SENTENCE]


def _does_more(sentence: Sentence, head: Token) -> bool:
    """Say whether a verb with somebody's own words tells more than that they were said."""
    return sentence.child(head, "obj", "xcomp") is not None


def _conjoined(sentence: Sentence, head: Token) -> list[Token]:
    """Return a clause head and the clauses joined to it that have a subject of their own."""
    joined = [t for t in sentence.children(head, "conj") if subject_of(sentence, t) is not None]
    return [head, *joined]


def _content_head(sentence: Sentence, claim: Attribution) -> Token | None:
    """Return the head of the clause that an attribution carries."""
    inside = [t for t in sentence.tokens if any(s.start <= t.start < s.end for s in claim.content)]
    indices = {t.index for t in inside}
    return next((t for t in inside if t.head not in indices and subject_of(sentence, t)), None)


def _inside_quotation(reading: Reading, sentence: Sentence, head: Token) -> bool:
    """Say whether a clause is somebody's own words: those are quotes, not statements."""
    heard = reading.attributions_in(sentence.index)
    return any(a.kind == "direct" and covers(a, head) for a in heard)


def _main(reading: Reading, draft: Draft, candidates: Sequence[Candidate]) -> Candidate:
    """Return the statement of the main event, best one about whom the headline begins with.

    Without a headline to say what it is, the article's first statement tells it.
    """
    if reading.document.headline is None:
        return candidates[0]
    headed = _headline_actor(reading, draft)

    def telling(candidate: Candidate) -> tuple[float, int, int]:
        actor = _actor_of(reading, candidate.sentence, candidate.head)
        bonus = HEADED if headed and actor and actor.id == headed.id else 0.0
        return candidate.weight + bonus, -candidate.sentence.index, -candidate.head.index

    return max(candidates, key=telling)


def _chosen(candidates: Sequence[Candidate], main: Candidate) -> list[Candidate]:
    """Return the best candidates, none twice: the main event, then the others in text order."""
    kept = [main]
    for candidate in sorted(candidates, key=lambda c: -c.weight - STATUS_BONUS[c.status]):
        if len(kept) < MOST and not any(_same(candidate, other) for other in kept):
            kept.append(candidate)
    return kept[:1] + sorted(kept[1:], key=lambda c: (c.sentence.index, c.head.index))


def _same(one: Candidate, other: Candidate) -> bool:
    if one.sentence is other.sentence:
        return one.text == other.text
    a, b = content_words(one.sentence), content_words(other.sentence)
    return len(a & b) > TWICE_TOLD * min(len(a), len(b))


def _what(reading: Reading, draft: Draft, candidate: Candidate, number: int) -> What:
    sentence, head = candidate.sentence, candidate.head
    actor = _actor_of(reading, sentence, head)
    listed = {who.id for who in draft.who}
    return What(
        id=f"w{number}",
        statement=candidate.text,
        actor=actor.id if actor and actor.id in listed else None,
        action=(_headline_action(reading, draft, actor) if number == 1 else None)
        or action_of(reading, sentence, head),
        status=candidate.status,
        attributed_to=_attributed_to(reading, candidate.attribution, actor, listed),
        anonymous=bool(candidate.attribution and candidate.attribution.anonymous),
        when=_when(draft, candidate),
        where=_where(draft, candidate),
        evidence=sentence_evidence(reading.document, sentence),
    )


def _actor_of(reading: Reading, sentence: Sentence, head: Token) -> Actor | None:
    """Return the actor of a clause; the parse may call the first word of "keeper Ada Orr" it."""
    subject = subject_of(sentence, head)
    if subject is None:
        return None
    found = reading.actor_at(sentence.index, subject.index)
    following = sentence.tokens[subject.index + 1 : subject.index + 2]
    titled = any(t.label == subject.label and t.tag == "NNP" for t in following)
    if found is None and titled and not sentence.children(subject):
        return reading.actor_at(sentence.index, following[0].index)
    return found


def _headline_action(reading: Reading, draft: Draft, actor: Actor | None) -> str | None:
    """Return the main event's action in the headline's words, which say it shortest.

    None where the headline begins with somebody else than the actor of the main statement.
    """
    headline, title = reading.document.headline, reading.document.article.source.title
    if headline is None or title is None:
        return None
    first = _headline_actor(reading, draft)
    if actor is not None and first is not None and first.id != actor.id:
        return None
    if any(mark in title for mark in QUOTING):
        return None  # somebody's words, or a heading with what it is about
    opening = title.casefold().startswith
    named = max((len(f) for f in _forms(first) if opening(f)), default=0) if first else 0
    return headline_action(headline, named)


def _headline_actor(reading: Reading, draft: Draft) -> Who | None:
    """Return the actor that the headline begins with."""
    opening = (reading.document.article.source.title or "").casefold().startswith
    return next((w for w in draft.who if any(map(opening, _forms(w)))), None)


def _forms(who: Who) -> list[str]:
    """Return the names, folded, that a headline may call somebody by."""
    surname = [who.name.split()[-1]] if who.kind == "person" else []
    return [form.casefold() for form in (who.name, *who.aliases, *surname)]


def _attributed_to(
    reading: Reading, attribution: Attribution | None, actor: Actor | None, listed: set[str]
) -> tuple[str, ...]:
    """Return the source of a statement, nearest first: an id where listed, else its words.

    That somebody asks, denies or holds something the article itself reports.
    """
    if attribution is None or (actor is not None and attribution.speaker == actor.id):
        return ()
    if attribution.speaker in listed:
        return (str(attribution.speaker), *attribution.via)
    words = [reading.document.words(span.start, span.end) for span in attribution.source]
    return (*([" ".join(words)] if words else []), *attribution.via)


def _when(draft: Draft, candidate: Candidate) -> str | None:
    """Return the time that the statement's sentence names, the one in its own words first."""
    here = [
        w for w in draft.when if any(e.sentence == candidate.sentence.index for e in w.evidence)
    ]
    return next((w.id for w in here if w.text in candidate.text), here[0].id if here else None)


def _where(draft: Draft, candidate: Candidate) -> tuple[str, ...]:
    """Return the places that the statement names; a body's name has none in it."""
    text, places = candidate.text, {place.name for place in draft.where}
    for who in draft.who:
        if who.kind == "organisation" and who.name not in places:
            text = text.replace(who.name, "")
    return tuple(
        place.id
        for place in draft.where
        if any(re.search(rf"\b{re.escape(n)}\b", text) for n in (place.name, *place.aliases))
    )


def _denials(items: Sequence[What], chosen: Sequence[Candidate]) -> tuple[What, ...]:
    """Return the statements with each denial pointing at the one before it that it denies."""
    linked = []
    for at, item in enumerate(items):
        target = _denied(chosen, at) if item.status == "denied" else None
        linked.append(
            item.model_copy(update={"denies": items[target].id}) if target is not None else item
        )
    return tuple(linked)


def _denied(chosen: Sequence[Candidate], at: int) -> int | None:
    """Return the statement just before a denial that shares its words or is an accusation."""
    mine = chosen[at]
    for other in range(len(chosen)):
        candidate = chosen[other]
        gap = mine.sentence.index - candidate.sentence.index
        if 0 < gap <= 2 and candidate.status in {"disputed", "reported", "possible"}:
            shared = content_words(mine.sentence) & content_words(candidate.sentence)
            if candidate.status == "disputed" or len(shared) >= 2:
                return other
    return None
