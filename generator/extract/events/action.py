"""A clause -> its action: the predicate as stated, without subject, times and reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.extract.events.headline_verb import headline_verb
from generator.extract.events.own_tense import bearer_of, in_own_tense
from generator.extract.events.statements import as_stated
from generator.extract.grammar.shortening import shortened
from generator.extract.grammar.trimming import FILLERS, subject_of, without_edges
from generator.extract.grammar.wording import spell
from generator.extract.reading import Attribution, Reading
from generator.extract.words.asides import set_off
from generator.extract.words.lexicon import HARMED
from generator.extract.words.ties import NOBODY, is_denied, marks
from generator.extract.words.times import TIMES, is_time
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

CLOCK_OR_YEAR = re.compile(r"(?:1[5-9]|20)\d\d|\d{1,2}[:.]\d\d")
HOUR = re.compile(r"\d{1,2}")
LONGEST = 12
"""Words beyond which an action loses what comes last in it, as far as it is whole without."""
SHORT = 10
"""Words that it comes down to then."""
BARE = ("aux", "aux:pass", "cop", "mark", "compound:prt", "punct", "nsubj", "nsubj:pass")
"""What leaves a verb bare: "were killed", "died"."""
AT = frozenset({"in", "at", "near", "outside", "across"})
ADJUNCTS = ("dep", "obl", "obl:agent", "obl:unmarked", "obl:tmod", "nmod", "nmod:unmarked")
SHARES = frozenset("% half third quarter fifth sixth tenth two-thirds".split())
RULED_OUT = frozenset({("at", "no"), ("on", "no"), ("under", "no")})
"""What opens "under no circumstances" and "at no time"."""
RATES = frozenset({"a", "an", "each", "every", "per"})
LIGHT = frozenset({"have", "be", "come"})
GIVING = frozenset({"allow", "give", "have"})
REASONS = frozenset(
    """before when while until after because over amid following despite since during although
    though""".split()
)


def headline_action(headline: Sentence, named: int = 0) -> str | None:
    """Return what a headline says that somebody does; None where it has no verb.

    Nor where the first of its characters, `named`, are an actor and the verb found is another's:
    "Firm cuts forecast as costs bite".
    """
    verb = headline_verb(headline)
    if verb is None or _skips_a_verb(headline, verb, named):
        return None
    subject = subject_of(headline, verb)
    if named and subject is not None and subject.start >= named:
        return None  # "Halm ban hangs over race"
    told = _predicate(headline, verb, brief=True)
    words = "".join(
        ("" if before is not None and before.end == token.start else " ") + token.text
        for before, token in zip([None, *told], told, strict=False)
    )
    return words.strip() or None


def _skips_a_verb(headline: Sentence, verb: Token, named: int) -> bool:
    """Say whether a conjunction or a dash parts a headline's first actor from a verb."""
    between = (t for t in headline.tokens[: verb.index] if t.start >= named > 0)
    return any(t.tag in {"IN", ":"} and t.label in {"mark", "punct"} for t in between)


def action_of(
    reading: Reading, sentence: Sentence, verb: Token, claim: Attribution | None = None
) -> str | None:
    """Return what the subject of a clause does; None where a pronoun in it stays unresolved."""
    subject = bearer_of(sentence, verb)
    actor = reading.actor_at(sentence.index, subject.index) if subject else None
    # The subject is told beside the action, so that a pronoun may mean it.
    known = (actor.id,) if actor else ("",) if subject else ()
    told = in_own_tense(reading, sentence, _predicate(sentence, verb), claim)
    opening = tuple(t.text.lower() for t in sentence.subtree(verb)[:2])
    nobody = subject is not None and sentence.subtree(subject)[0].text.lower() in NOBODY
    if nobody or opening in RULED_OUT:
        told = _denied(sentence, verb, told)
    return spell(reading, sentence, told, known=known)


def _denied(sentence: Sentence, verb: Token, told: list[Token | str]) -> list[Token | str]:
    """Return what "no bridge was closed" says of a bridge: "was not closed"; else nothing."""
    helper = sentence.child(verb, "aux", "aux:pass", "cop")
    at = next((n for n, t in enumerate(told, 1) if t is helper), 0)
    return [*told[:at], "not", *told[at:]] if at else []


def _predicate(sentence: Sentence, verb: Token, *, brief: bool = False) -> list[Token]:
    """Return the tokens of a statement from its verb on, without what the draft lists elsewhere.

    In brief, as of a headline, only the verb with what completes it.
    """
    stated = kept = _without_subject(sentence, verb)
    loose = [child for child in _parts(sentence, verb) if _goes(sentence, child, brief=brief)]
    for child in loose:
        kept = _without(sentence, kept, child)
    if lemma(verb.text, verb.tag) in HARMED | {"die"} and _is_bare(kept, verb):
        events = (t for t in loose if not is_time(t))
        needed = {t for event in [*events][:1] for t in sentence.subtree(event)}
        kept = [t for t in stated if t in kept or t in needed]
    kept = _in_short(sentence, kept, verb)
    stray = _stray([verb, *stated], kept)
    return list(without_edges([t for t in kept if t.text != "," or t not in stray]))


def _stray(stated: Sequence[Token], kept: Sequence[Token]) -> list[Token]:
    """Return what stands before what has gone, and behind that where a comma opens it."""
    gone = {t.index for t in stated[1:]} - {t.index for t in kept}
    opening = [(a, t) for a, t in pairwise(stated) if t.index in gone and a.index not in gone]
    closing = [t for a, t in pairwise(stated) if a.index in gone and t.index not in gone]
    around = zip(opening, closing, strict=False)
    second = (t for first, t in around if any(one.text == "," for one in first))
    return [*(before for before, _ in opening), *second]


def _goes(sentence: Sentence, child: Token, *, brief: bool) -> bool:
    """Say whether a predicate goes without a part of it."""
    above = sentence.tokens[child.head]
    elsewhere = _is_told_elsewhere(sentence, above, child) and not _is_needed(sentence, child)
    return elsewhere or (brief and _is_more(sentence, above, child))


def _is_bare(tokens: Sequence[Token], verb: Token) -> bool:
    return all(t is verb or t.label in BARE for t in tokens)


def _in_short(sentence: Sentence, kept: list[Token], verb: Token) -> list[Token]:
    """Return a predicate with no longer a tail than it needs to be no bare verb."""
    if _words(kept) <= LONGEST:
        return kept
    short = shortened(sentence, kept, verb, _is_short)
    if len(short) == len(kept) or not _is_bare(short, verb):
        return short
    behind = [t for t in kept if t.index > verb.index and t not in short]
    needed = next((t for t in behind if sentence.tokens[t.head] in short), None)
    if needed is None:
        return short
    tail = [t for t in behind if t in sentence.subtree(needed)]
    return short + shortened(sentence, tail, needed, _is_short)


def _is_short(tokens: Sequence[Token]) -> bool:
    return _words(tokens) <= SHORT


def _words(tokens: Sequence[Token]) -> int:
    return sum(t.text[0].isalnum() for t in tokens)


def _parts(sentence: Sentence, verb: Token) -> list[Token]:
    """Return what hangs on a verb, and on the verbs that complete it: "is due to arrive today"."""
    own = sentence.children(verb)
    below = (p for c in own if c.label == "xcomp" for p in _parts(sentence, c))
    return [*own, *below, *(t for c in own for t in _beside(sentence, c))]


def _beside(sentence: Sentence, adjunct: Token) -> list[Token]:
    """Return a time that commas part from an adjunct it hangs on: "at once, last week,"."""
    times = sentence.children(adjunct, "nmod:unmarked") if adjunct.label == "obl" else ()
    return [t for t in times if set_off(sentence, t)]


def _without_subject(sentence: Sentence, verb: Token) -> list[Token]:
    """Return what a clause states without its subject and what precedes that; "there" stays."""
    stated, subject = list(as_stated(sentence, verb)), subject_of(sentence, verb)
    told = sentence.children(verb, "aux", "aux:pass", "cop", "expl", "mark", "advmod", "obj")
    starts = [sentence.subtree(t)[0].index for t in told]  # "no longer" begins before "longer"
    first = min(starts, default=verb.index)
    if subject is not None and subject.label != "expl":
        inside = {t.index for t in sentence.subtree(subject)} - {verb.index}
        if subject.index < verb.index:  # what hangs on it behind the verb is the verb's
            inside = {index for index in inside if index < verb.index}
            first = min((at for at in starts if at > subject.index), default=verb.index)
        stated = [t for t in stated if t.index not in inside]
    if sentence.child(verb, "cop") is None:
        first = min(first, verb.index)
    return [t for t in stated if t.index >= first]


def _is_told_elsewhere(sentence: Sentence, verb: Token, child: Token) -> bool:
    """Say whether a part of a predicate is a time, a reason, an outcome or a mere filler."""
    if child.label == "conj" and subject_of(sentence, child) is not None:
        return True
    if child.label in {"appos", "parataxis", "nmod"} and set_off(sentence, child):
        return child.index > verb.index
    if child.label == "advmod":
        return child.text.lower() in FILLERS | {"then"}
    done, tie = lemma(verb.text, verb.tag), marks(sentence, child)
    step = verb.label == "xcomp" and child.label == "advcl"  # "asked it to wait until they left"
    light = done in LIGHT and not sentence.child(verb, "obj")
    if light or (tie == "until" and (done in GIVING or step)):
        return False  # "has until May to bid"
    if child.label == "advcl":
        outcome = child.tag == "VBG" and child.index > verb.index and set_off(sentence, child)
        first = tie == "before" and child.tag == "VBG"  # "told to check before travelling"
        return (outcome and not tie) or (tie in REASONS | {"as"} and not first)
    return child.label in ADJUNCTS and (
        _tells_when_or_why(sentence, child) or _is_at_a_place(sentence, verb, child)
    )


def _is_needed(sentence: Sentence, child: Token) -> bool:
    """Say whether a predicate says something else, or reads wrong, without a time or a reason.

    So it is with "did not leave because of it", "five a day", "is two years old", and with what
    is no more than the first half of "after a year without pay".
    """
    above = sentence.tokens[child.head]
    rate = {t.text.lower() for t in sentence.children(child, "det", "case")}
    measured = above.tag.startswith("JJ") and child.index < above.index
    first = sentence.subtree(child)[0].index
    number, tie = sentence.child(child, "nummod"), sentence.child(child, "case")
    counted = number and not tie
    # "face seven days behind bars", whatever the parse hangs it on
    lasting = counted and first > 0 and sentence.tokens[first - 1].tag.startswith("VB")
    given = lemma(above.text, above.tag) in GIVING  # "gives Halm two weeks to pay"
    if is_denied(sentence, child) or measured or lasting or (rate and rate <= RATES):
        return True
    done = sentence.child(above, "aux:pass") is not None  # "was jailed for two years"
    spent = done and number and tie and tie.text.lower() == "for"
    if spent or (counted and given):
        return True
    ends = sentence.subtree(child)[-1].index + 1
    behind = (sentence.subtree(t)[0].index for t in sentence.children(above, *ADJUNCTS))
    return marks(sentence, child) in REASONS and ends in behind


def _is_at_a_place(sentence: Sentence, verb: Token, child: Token) -> bool:
    """Say whether an adjunct to a whole predicate names a place, which the draft lists itself.

    What stands right behind an object may be said of that: "cut 1,200 jobs in Halm and Orm".
    """
    placed = child.tag.startswith("NNP") and marks(sentence, child) in AT
    first = sentence.child(verb, "obj", "xcomp", "ccomp", "obl")
    if not placed or first is None or not verb.index < first.index < child.index:
        return False
    return first.label != "obj" or sentence.subtree(child)[0].index != first.index + 1


def _is_more(sentence: Sentence, verb: Token, child: Token) -> bool:
    """Say whether a predicate is whole without a clause or a scene that goes with it."""
    if child.label in {"advcl", "conj", "parataxis"}:
        return child.tag.startswith("VB") and child.index > verb.index
    whole = sentence.child(verb, "obj", "xcomp", "ccomp") is not None
    return whole and child.label == "obl" and marks(sentence, child) in AT | {"with"}


def _tells_when_or_why(sentence: Sentence, child: Token) -> bool:
    """Say whether an adjunct is a time or a reason, which a briefing lists by themselves."""
    case = sentence.child(child, "case", "mark")
    share = child.text.lower() in SHARES and not sentence.child(child, "det")
    if case is not None and (case.tag == "POS" or share or case.text == "of"):
        return False  # "won Sunday's vote", "player of the year"; "sold for half of it"
    if case is not None and case.text.lower() in REASONS and child.label != "obl:agent":
        much = sentence.child(child, "nummod") is not None
        return not (case.text.lower() == "by" and much)  # "rose by 7%"
    aside = _beside(sentence, child)
    nouns = (child, *sentence.children(child, "nmod", "nmod:unmarked"))
    if any(lemma(t.text, t.tag).lower() in TIMES for t in nouns if t not in aside):
        return True
    hour = case is not None and case.text.lower() == "at" and HOUR.fullmatch(child.text)
    dated = hour or CLOCK_OR_YEAR.fullmatch(child.text)
    return child.tag == "CD" and bool(dated)  # not in "put the number at 1,200"


def _without(sentence: Sentence, tokens: list[Token], top: Token) -> list[Token]:
    gone = {t.index for t in sentence.subtree(top)}
    return [t for t in tokens if t.index not in gone]
