"""What two people tell otherwise of one matter, without a word of denial, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.capitals import capitalised
from generator.extract.grammar.clauses import is_negated
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.claims import same_teller, tellings_in
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    has_case,
    name_for,
    worded,
)
from generator.extract.questions.question_grammar import ask, told_as_news, verb_of
from generator.extract.questions.withheld import has_no
from generator.extract.reading import Actor, Reading
from generator.extract.words.answers import ACCOUNTS, AT_ODDS
from generator.extract.words.times import is_time
from generator.language.morphology import FINITE, lemma
from generator.language.tree import Sentence, Token

_SETTING_AGAINST = frozenset({"while", "whereas", "but", "although", "though", ";"})
_BLAMING = frozenset({"accuse", "blame", "describe"})
"""What answers such a verb may be a claim of its own: "blamed the storm; he said it was calm"."""
_SURE, _LIKELY, _PERHAPS = 0.95, 0.8, 0.5
_LEARNING = frozenset("know learn tell hear inform warn notify discover aware".split())
_REACH = 3
"""Sentences before the second account that say that the two differ."""
_HOLDING = frozenset({"say", "insist", "maintain", "claim", "argue"})
"""Verbs that in the present give a side's position: "the council says"."""
_OWNED = frozenset({"its", "their", "his", "her"})
_NONE = frozenset({"no", "not", "n't", "nobody", "none", "never"})
_LONG = 24
"""Words from which a sentence tells more than one side's position."""
_STANDING_FOR = frozenset({"be", "have", "do"})
"""What stands for a whole predicate: "the ministry says that they were"."""

Telling = tuple[Sentence, Token, Token]
"""A sentence, the word by which it tells something, and the head of what it tells."""


def find_contradictions(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what two people tell otherwise, in one sentence or in two that follow each other."""
    here = [(sentence, cue, content) for cue, content in tellings_in(sentence)]
    earlier = preceding(reading, sentence) if here else None
    near = earlier is not None and earlier.paragraph == sentence.paragraph
    before = list(_told_in(earlier)) if earlier and near else []
    for other in here:
        for one in (*before, *(t for t in _told_in(sentence) if t[1].index < other[1].index)):
            told = _contested(reading, one, other) if _are_two(reading, one, other) else None
            clause = clause_of(reading, told[0][0], told[0][2]) if told else None
            supposed = clause is not None and clause.group.modal and clause.group.perfect
            question = ask(reading, told_as_news(clause)) if clause and not supposed else None
            if question and told:
                grounds = tuple(dict.fromkeys((one[0], other[0])))
                yield OpenPoint(question, "disputed", _why(reading, one, other), grounds, told[1])
    yield from _echoed(reading, sentence)


def _echoed(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody denies or affirms by no more than "says that they were, in May"."""
    earlier = preceding(reading, sentence)
    cues = {
        cue: denied for cue in sentence.verbs if (denied := _echo(sentence, cue[0])) is not None
    }
    for (cue, _), denied in cues.items() if earlier else ():
        for one in _told_in(earlier) if earlier else ():
            other = (sentence, cue, cue)
            contrary = denied is not _is_denial(one) and _are_two(reading, one, other)
            clause = clause_of(reading, one[0], one[2]) if contrary else None
            question = ask(reading, told_as_news(clause)) if clause else None
            if question:
                why = _why(reading, one, other)
                yield OpenPoint(question, "disputed", why, (one[0], sentence), _SURE)


def _echo(sentence: Sentence, cue: Token) -> bool | None:
    """Tell whether a saying that is followed by "that they were not," denies; None for others."""
    after = [t for t in sentence.tokens[cue.index + 1 :] if t.text.lower() != "that"][:4]
    if verb_of(cue) not in _HOLDING or len(after) < len(("they", "were", ".")):
        return None
    who, standing, *rest = after
    denied = rest[0].text.lower() in _NONE
    bare = rest[-1 if denied else 0].tag in {",", "."}
    return denied if who.tag == "PRP" and verb_of(standing) in _STANDING_FOR and bare else None


def _told_in(sentence: Sentence) -> Iterator[Telling]:
    """Yield what a sentence tells by somebody, and by what words it blames or names otherwise."""
    told = list(tellings_in(sentence))
    yield from ((sentence, cue, content) for cue, content in told)
    cues = {cue for cue, _ in told}
    for verb, base in sentence.verbs:
        if base in _BLAMING and verb.tag in FINITE and verb not in cues:
            yield sentence, verb, verb


def _why(reading: Reading, one: Telling, other: Telling) -> str:
    first, second = (name_for(reading, s, _teller(s, cue)) for s, cue, _ in (one, other))
    owned = any(name.split()[0].lower() in _OWNED for name in (first, second) if name)
    if not (first and second) or owned:
        return "Two accounts of this contradict each other."
    return f"{capitalised(first)} and {second} contradict each other."


def _teller(sentence: Sentence, cue: Token) -> Token | None:
    """Return who tells something: whose "says" it is, or who it is "according to"."""
    accorded = cue.text.lower() == "according"
    return sentence.head(cue) if accorded else acting_subject(sentence, cue)


def _are_two(reading: Reading, one: Telling, other: Telling) -> bool:
    """Tell whether two things are told by two different people."""
    first, second = (_teller(s, cue) for s, cue, _ in (one, other))
    quoted = any(reading.is_quoted(content.start) for _, _, content in (one, other))
    heard = any(verb_of(cue) == "tell" and s.child(cue, "aux:pass") for s, cue, _ in (one, other))
    if first is None or second is None or quoted or heard:
        return False  # "the staff have been told": they tell nothing
    if one[0] is other[0]:
        nested = _is_below(one[0], other[1], one[2])
        told_of = first.tag == "PRP" or same_teller(reading, one[0], first, second)
        return not (nested or told_of)
    actors = (_actor(reading, one, first), _actor(reading, other, second))
    names = (name_for(reading, one[0], first), name_for(reading, other[0], second))
    apart = actors[0] is None or actors[0] is not actors[1]
    return None not in names and names[0] != names[1] and apart


def _is_below(sentence: Sentence, word: Token, head: Token) -> bool:
    """Tell whether a word hangs below another, not only beside it: "said it fell, but he said"."""
    path = list(sentence.path_to_root(word))
    between = path[: path.index(head)] if head in path else ()
    return any(not t.label.startswith(("conj", "parataxis")) for t in between)


def _actor(reading: Reading, told: Telling, token: Token | None) -> Actor | None:
    return reading.actor_at(told[0].index, token.index) if token else None


def _contested(reading: Reading, one: Telling, other: Telling) -> tuple[Telling, float] | None:
    """Return the claim that two people tell otherwise, the one not denied, and how surely."""
    blamed = one[1] is one[2]  # "blamed the storm": no clause of its own
    denied, answered = _is_denial(one), _is_denial(other)
    claim = other if denied or blamed else one
    alike = denied is not answered and verb_of(one[2]) == verb_of(other[2])
    against = one[0] is other[0] and _is_set_against(other)
    against = against and (denied or answered or blamed or _is_of_the_same(one, other))
    if against or (not blamed and (alike or _only_denies(other))):
        # "blamed a squall, but there was no gale warning": nobody says that there was one
        return claim, _PERHAPS if blamed and answered else _SURE
    if answered and not denied:
        return _answered(reading, one, other, claim)
    return _apart(reading, one, other, claim)


def _apart(
    reading: Reading, one: Telling, other: Telling, claim: Telling
) -> tuple[Telling, float] | None:
    """Return the claim of two that tell of one thing otherwise, with no word of denial."""
    apart = _by_others(reading, one, other) or _at_other_times(reading, one, other)
    apart = apart or _is_announced(reading, one, other)
    if apart and claim is one:
        return one, _SURE
    holding = (other,) if claim is other else (one, other)
    short = all(len(told[0].tokens) < _LONG for told in (one, other))
    sides = one[0] is not other[0] and all(_is_position(reading, told) for told in holding)
    sides = sides and (one[1] is one[2] or _answers(reading, one, other))
    return (claim, _PERHAPS) if sides and short else None


def _answered(
    reading: Reading, one: Telling, other: Telling, claim: Telling
) -> tuple[Telling, float] | None:
    """Return what "no such parcel was sent", "the target was never met" answers."""
    sentence, cue, content = other
    if any(t.tag in {"MD", "EX"} for t in sentence.children(content, "aux", "expl")):
        return None  # "there was no proof", "should not be charged": no matter of fact
    such = any(t.text.lower() == "such" for t in sentence.subtree(content))
    teller = _actor(reading, other, _teller(sentence, cue))
    named = {reading.actor_at(one[0].index, t.index) for t in one[0].tokens} - {None}
    if such or (teller in named and _is_of_pronoun(other)):
        return (claim, _SURE) if claim is not other else None
    return (other, _LIKELY) if teller in named and not _is_of_pronoun(other) else None


def _is_position(reading: Reading, told: Telling) -> bool:
    """Tell whether somebody holds that something is so: "the council says the road is safe"."""
    sentence, cue, content = told
    holds = cue.tag in {"VBZ", "VBP"} and verb_of(cue) in _HOLDING
    ahead = any(t.tag == "MD" for t in sentence.children(content, "aux"))
    return holds and not ahead


def _answers(reading: Reading, one: Telling, other: Telling) -> bool:
    """Tell whether one of two claims takes up the other: "they were planted", "no one came"."""
    sentence, cue, content = other
    own = subject_of(sentence, content)
    taken_up = own is not None and own.text.lower() in {"it", "they"}
    teller = _actor(reading, other, _teller(sentence, cue))
    of_self = teller is not None and teller is _actor(reading, other, own)
    none = not all(s.words.isdisjoint(_NONE) for s in (one[0], sentence))
    return none or (taken_up and not of_self)


def _is_of_pronoun(told: Telling) -> bool:
    own = subject_of(told[0], told[2])
    return own is not None and own.tag == "PRP"


def _is_denial(told: Telling) -> bool:
    """Tell whether a claim is denied: "was not armed", "found no sign of disease"."""
    sentence, _, claim = told
    none = has_no(sentence, claim, "obj", "nsubj")
    never = any(t.text.lower() == "never" for t in sentence.children(claim, "advmod"))
    return none or never or is_negated(sentence, claim)


def _only_denies(told: Telling) -> bool:
    """Recognise "his family said he was not", which denies what was said before."""
    sentence, _, content = told
    rest = [t.text.lower() for t in sentence.tokens[content.index :] if t.text[:1].isalnum()]
    never = any(t.text.lower() == "never" for t in sentence.children(content, "advmod"))
    bare = rest[1:] in (["not"], ["n't"]) or (never and not rest[1:])
    return bare and verb_of(content) in {"be", "have", "do"} and bool(subject_of(sentence, content))


def _is_of_the_same(one: Telling, other: Telling) -> bool:
    """Tell whether two claims name a thing in common, or one takes up what the other names."""
    mine, theirs = (
        {lemma(t.text, t.tag).lower() for t in s.subtree(c) if t.tag.startswith(("NN", "CD"))}
        for s, _, c in (one, other)
    )
    teller = _teller(other[0], other[1])
    answers = teller is not None and lemma(teller.text, teller.tag).lower() in mine
    return answers or bool(mine & theirs) or _is_of_pronoun(other)


def _is_set_against(told: Telling) -> bool:
    sentence, verb, _ = told
    first = sentence.subtree(verb)[0].index
    joins = {t.text.lower() for t in sentence.children(verb, "mark", "cc", "advmod", "punct")}
    opens = {t.text for t in sentence.tokens[max(0, first - 1) : first + 1]}
    return not _SETTING_AGAINST.isdisjoint(joins - {";"}) or ";" in opens


def _by_others(reading: Reading, one: Telling, other: Telling) -> bool:
    """Recognise "was chosen by the builder", and then "the council picked him"."""
    (actor, thing), (rival, same) = (_who_and_whom(told) for told in (one, other))
    if actor is None or rival is None or thing is None or same is None:
        return False
    mine, theirs = _actor(reading, one, actor), _actor(reading, other, rival)
    apart = mine is not theirs if mine and theirs else actor.text.lower() != rival.text.lower()
    meant = _actor(reading, other, same)
    taken_up = same.text.lower() in {"it", "him", "her", "them", thing.text.lower()}
    return apart and taken_up and (meant is None or meant is _actor(reading, one, thing))


def _at_other_times(reading: Reading, one: Telling, other: Telling) -> bool:
    """Recognise "she was told only last week", and then "she had known since May"."""
    if not all({verb_of(c), c.text.lower()} & _LEARNING for _, _, c in (one, other)):
        return False
    actors = {_actor(reading, told, subject_of(told[0], told[2])) for told in (one, other)}
    mine, theirs = ({t.text for t in s.subtree(c) if is_time(t)} for s, _, c in (one, other))
    return len(actors) == 1 and None not in actors and bool(mine and theirs) and mine != theirs


def _is_announced(reading: Reading, one: Telling, other: Telling) -> bool:
    """Tell whether the article says just before that accounts differ: "gave opposite accounts"."""
    last = other[0].index
    near = reading.document.sentences[max(0, last - _REACH) : one[0].index]
    return any(
        t.text.lower() in AT_ODDS and s.tokens[t.head].text.lower() in ACCOUNTS
        for s in near
        for t in worded(s, AT_ODDS)
    )


def _who_and_whom(told: Telling) -> tuple[Token | None, Token | None]:
    """Return who does what a claim says, and to whom."""
    sentence, _, verb = told
    passive = sentence.child(verb, "nsubj:pass")
    if passive is None:
        return subject_of(sentence, verb), sentence.child(verb, "obj")
    doers = sentence.children(verb, "obl", "obl:agent")
    return next((t for t in doers if has_case(sentence, t, {"by"})), None), passive
