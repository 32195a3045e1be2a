"""A reading -> the what of a draft: three to eight statements, the main event first."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile

from generator.extract.events.action import action_of
from generator.extract.events.candidates import Candidate, find_candidates, points_back
from generator.extract.events.main_event import action_in_headline, main_event
from generator.extract.events.told_of import is_apart, is_of_another
from generator.extract.reading import Reading, sentence_evidence
from generator.extract.salience import EMPTY, HEADLINE, content_words, headline_share
from generator.extract.speech.quotes import source_words
from generator.language.morphology import lemma
from generator.model import Draft, What, When

Weighed = tuple[Candidate, float]
"""A statement with what it weighs."""
Times = Mapping[int, Sequence[When]]
"""Times by the index of the sentence that tells them."""

MOST = 8
"""Statements at the most."""
STATUS_BONUS = {"demanded": 0.7, "denied": 0.5, "disputed": 0.5, "possible": 0.2, "planned": 0.2}
"""What an analyst looks for beyond what is so: demands, denials and risks.

This and the weights below are those of a logistic regression on 83 articles with statements chosen
by people, rounded by hand. They find 0.70 of the statements there; of articles left out of the
fitting the regression found as many.
"""
ASKED = 0.5
"""Weight of a sentence that leaves open one of the questions: what is not settled matters."""
DATED = 0.2
"""Weight of what has a time: a decision, a deadline, a next step."""
PARTY = 0.2
"""Weight of each that a sentence is about up to PARTIES: news is what one does to another, and a
scene or a remark has nobody else in it."""
PARTIES = 3
REFUSED = 1.1
"""Weight of who will not take part or puts something off: what others planned hangs on it."""
REFUSALS = frozenset(
    "boycott cancel decline postpone quit refuse reject scrap suspend veto withdraw".split()
)
LEAVING = frozenset("drop pull stay walk".split())
"""Verbs that refuse with "out" or "away"."""
TOLD = 0.3
"""Weight of what somebody is named for."""
CITED = 0.7
"""Weight of what others report: "the Echo said, citing a memo"."""
WORD = 0.035
"""Weight of each word up to FULL: what tells more says more by itself."""
FULL = 30
AGAIN = 0.7
"""Weight that a second statement from one sentence loses."""
REPEATED = 0.5
"""Weight that a statement loses all of whose content words are in one that is told already."""
_WORD = re.compile(r"\w+")
_OF_ANY_TIME = frozenset("after at by during for from in last late next of on since the".split())
UNTOLD = frozenset("accusation allegation charge claim it report suggestion that this".split())
"""What a denial may leave to the sentence before: "denied the claim"."""
TWICE_TOLD = 0.6
"""Share of content words from which two statements say the same."""
SAME_DEED = 0.4
"""The same where both have one subject and one verb: told again in other words."""


def find_what(reading: Reading, draft: Draft) -> Draft:
    """Return the draft with its what, told by a draft that has its times and open questions."""
    found, times = find_candidates(reading), _times_told(draft)
    asked = {e.sentence for question in draft.open_questions for e in question.evidence}
    weighed = [(c, _worth(reading, times, c) + ASKED * (c.sentence.index in asked)) for c in found]
    main = main_event(reading, draft, found) if found else None
    if main and reading.document.headline is None:
        # What only leads up to the news tells nothing beside it.
        weighed = weighed[found.index(main) :]
    chosen = _chosen(main, weighed) if main else []
    items = [_what(reading, draft, c, _when(times, c), n) for n, c in enumerate(chosen, 1)]
    return draft.model_copy(update={"what": _denials(items, chosen)})


def _times_told(draft: Draft) -> Times:
    """Return the times of a draft by the sentences that tell them, in the draft's order."""
    told: dict[int, list[When]] = defaultdict(list)
    for when in draft.when:
        for sentence in {e.sentence for e in when.evidence if e.sentence is not None}:
            told[sentence].append(when)
    return told


def _chosen(main: Candidate, weighed: Sequence[Weighed]) -> list[Candidate]:
    """Return the best candidates, none twice: the main event, then the others in text order."""
    kept, others = [main], (row for row in weighed if row[0] is not main)
    left = sorted(others, key=lambda row: -row[1])
    candidates = [c for c, _ in weighed]
    while left and len(kept) < MOST:
        best = _best(left, kept)
        left.remove(best)
        more = [*_what_is_denied(best[0], candidates), best[0]]
        new = [c for c in more if not any(_same(c, other) for other in kept)]
        if best[0] in new and len(kept) + len(new) <= MOST:
            kept += new
    alone = [c for c in kept[1:] if _points_at_untold(c, kept)]
    if alone:
        return _chosen(main, [row for row in weighed if row[0] not in alone])
    return kept[:1] + sorted(kept[1:], key=lambda c: (c.sentence.index, c.head.index))


def _best(left: Sequence[Weighed], kept: Sequence[Candidate]) -> Weighed:
    """Return the one of most worth beside those that are kept, of some in the order of worth."""
    best, most = left[0], -math.inf
    for row in left:
        if row[1] <= most:
            break  # nothing is worth more beside others than alone
        worth = row[1] - _known(row[0], kept)
        if worth > most:
            best, most = row, worth
    return best


def _known(candidate: Candidate, kept: Sequence[Candidate]) -> float:
    """Return what a statement loses beside those that are kept, by the words that it repeats."""
    again = any(candidate.sentence is other.sentence for other in kept)
    words = content_words(candidate.sentence)
    shared = max(_share(words, content_words(other.sentence)) for other in kept)
    return AGAIN * again + REPEATED * shared


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of the shorter of two sets is in the other."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _points_at_untold(candidate: Candidate, kept: Sequence[Candidate]) -> bool:
    """Recognise "this warning" of which no statement tells from the sentence before it."""
    before = candidate.sentence.index - 1
    pointing = points_back(candidate.sentence, candidate.head)
    return pointing and all(c.sentence.index != before for c in kept)


def _worth(reading: Reading, times: Times, candidate: Candidate) -> float:
    """Return what a statement weighs beside the main one."""
    source, sentence = candidate.attribution, candidate.sentence
    words = min(len(candidate.text.split()), FULL)
    here = (reading.actor_at(sentence.index, t.index) for t in sentence.tokens)
    parties = min(len({actor.id for actor in here if actor is not None}), PARTIES)
    cited = source is not None and (bool(source.via) or source.cue_lemma == "report")
    told = TOLD * (source is not None) + CITED * cited
    dated = DATED * bool(_its_times(times, candidate))
    bonus = STATUS_BONUS.get(candidate.status, 0.0)
    bonus += REFUSED * (candidate.status != "denied" and _refuses(candidate))
    # What the headline tells, the main statement has told.
    weight = candidate.weight - HEADLINE * headline_share(reading, sentence)
    return weight + bonus + told + dated + PARTY * parties + WORD * words


def _refuses(candidate: Candidate) -> bool:
    """Recognise "rejected the offer", "announced a boycott of the talks", "will stay away"."""
    below = candidate.sentence.children(candidate.head)
    deeds = (candidate.head, *(t for t in below if t.label == "obj"))
    words = {lemma(t.text, t.tag).lower() for t in deeds}
    left = any(t.text in {"away", "out"} for t in below)
    return bool(words & REFUSALS) or (left and bool(words & LEAVING))


def _what_is_denied(candidate: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the statement just before a bare "denied the claim", which says nothing without it."""
    thing = candidate.sentence.child(candidate.head, "obj")
    untold = thing is not None and thing.text.lower() in UNTOLD
    if candidate.status != "denied" or not untold:
        return []
    at = candidate.sentence.index - 1
    return [c for c in candidates if c.sentence.index == at][-1:]


def _same(one: Candidate, other: Candidate) -> bool:
    if one.sentence is other.sentence:
        told, again = one.text.casefold().rstrip("."), other.text.casefold().rstrip(".")
        return told in again or again in told
    a, b = content_words(one.sentence), content_words(other.sentence)
    verbs = {lemma(c.head.text, c.head.tag).lower() for c in (one, other)}
    subjects = {tuple(c.text.split()[:2]) for c in (one, other)}
    alike = len(verbs) == len(subjects) == 1 and not verbs & EMPTY
    return _share(a, b) > (SAME_DEED if alike else TWICE_TOLD)


def _what(
    reading: Reading, draft: Draft, candidate: Candidate, when: str | None, number: int
) -> What:
    sentence, head, actor = candidate.sentence, candidate.head, candidate.actor
    listed = {who.id for who in draft.who}
    return What(
        id=f"w{number}",
        statement=candidate.text,
        actor=actor.id if actor and actor.id in listed else None,
        action=(action_in_headline(reading, draft, candidate) if number == 1 else None)
        or action_of(reading, sentence, head, candidate.attribution),
        status=candidate.status,
        attributed_to=_attributed_to(reading, candidate, listed),
        anonymous=bool(candidate.attribution and candidate.attribution.anonymous),
        when=when,
        where=_where(draft, candidate),
        evidence=sentence_evidence(reading.document, sentence),
    )


def _attributed_to(reading: Reading, candidate: Candidate, listed: set[str]) -> tuple[str, ...]:
    """Return the source of a statement, nearest first: an id where listed, else its words.

    That somebody asks, denies or holds something the article itself reports, but not what they
    say of themselves.
    """
    attribution, actor = candidate.attribution, candidate.actor
    if attribution is None or attribution.is_cued_by(candidate.head):
        return ()
    if attribution.speaker in listed:
        return (str(attribution.speaker), *attribution.via)
    if actor is not None and attribution.speaker == actor.id:
        return ()
    words = source_words(reading, attribution)
    return (*([words] if words else []), *attribution.via)


def _when(times: Times, candidate: Candidate) -> str | None:
    """Return the time in a statement that is told of the deed itself, by its very words first."""
    told = {*_WORD.findall(candidate.text.lower())} - _OF_ANY_TIME
    here = [
        w for w in _its_times(times, candidate) if told.intersection(_WORD.findall(w.text.lower()))
    ]
    return next((w.id for w in here if w.text in candidate.text), here[0].id if here else None)


def _its_times(times: Times, candidate: Candidate) -> list[When]:
    return [w for w in times.get(candidate.sentence.index, ()) if _is_its_time(candidate, w.text)]


def _is_its_time(candidate: Candidate, time: str) -> bool:
    """Tell a deed's time from one of what is told beside it, "Halm, which began in 1988, closed".

    Nor is it the one of the telling: "said on Monday that it closes".
    """
    sentence, head, said = candidate.sentence, candidate.head, candidate.attribution
    words = time.split()
    tokens = [t for t in sentence.tokens if words[-1].endswith(t.text)]
    if said is not None and not said.is_cued_by(head):
        tokens = [t for t in tokens if any(c.start <= t.start < c.end for c in said.content)]
    tokens = [t for t in tokens if not is_apart(sentence, t, head)]
    paths = (takewhile(lambda t: t is not head, sentence.path_to_root(t)) for t in tokens)
    above = ([t for t in path if t.text not in words] for path in paths)
    return any(not any(is_of_another(sentence, t) for t in path) for path in above)


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
    targets = (_denied(chosen, at) if w.status == "denied" else None for at, w in enumerate(items))
    return tuple(
        item if target is None else item.model_copy(update={"denies": items[target].id})
        for item, target in zip(items, targets, strict=True)
    )


def _denied(chosen: Sequence[Candidate], at: int) -> int | None:
    """Return the statement just before a denial that shares its words or is an accusation."""
    mine = chosen[at]
    for other, candidate in enumerate(chosen):
        near = 0 < mine.sentence.index - candidate.sentence.index <= 2
        if near and candidate.status in {"disputed", "reported", "possible"}:
            shared = content_words(mine.sentence) & content_words(candidate.sentence)
            if candidate.status == "disputed" or len(shared) >= 2:
                return other
    return None
