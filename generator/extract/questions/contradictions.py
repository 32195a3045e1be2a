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
    name_for,
)
from generator.extract.questions.question_grammar import ask, told_as_news, verb_of
from generator.extract.questions.two_accounts import Telling, actor_of, differ, teller_of
from generator.extract.questions.withheld import has_no
from generator.extract.reading import Reading
from generator.language.morphology import FINITE, lemma
from generator.language.tree import Sentence, Token

_SETTING_AGAINST = frozenset({"while", "whereas", "but", "although", "though", ";"})
_BLAMING = frozenset({"accuse", "blame", "describe"})
"""What answers such a verb may be a claim of its own: "blamed the storm; he said it was calm"."""
_SURE, _LIKELY, _PERHAPS = 0.95, 0.8, 0.5
_HOLDING = frozenset({"say", "insist", "maintain", "claim", "argue"})
"""Verbs that in the present give a side's position: "the council says"."""
_OWNED = frozenset({"its", "their", "his", "her"})
_NONE = frozenset({"no", "not", "n't", "nobody", "none", "never"})
_LONG = 24
"""Words from which a sentence tells more than one side's position."""
_WORD = 4
"""Letters of a verb that its noun may begin with."""
_STANDING_FOR = frozenset({"be", "have", "do"})
"""What stands for a whole predicate: "the ministry says that they were"."""


def find_contradictions(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what two people tell otherwise, in one sentence or in two that follow each other."""
    here = [told for told in _told_in(sentence) if verb_of(told[1]) not in _BLAMING]
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
        none = base == "find" and has_no(sentence, verb, "obj")
        if (base in _BLAMING or none) and verb.tag in FINITE and verb not in cues:
            yield sentence, verb, verb


def _why(reading: Reading, one: Telling, other: Telling) -> str:
    first, second = (name_for(reading, s, teller_of(s, cue)) for s, cue, _ in (one, other))
    owned = any(name.split()[0].lower() in _OWNED for name in (first, second) if name)
    if not (first and second) or owned:
        return "Two accounts of this contradict each other."
    return f"{capitalised(first)} and {second} contradict each other."


def _are_two(reading: Reading, one: Telling, other: Telling) -> bool:
    """Tell whether two things are told by two different people."""
    first, second = (teller_of(s, cue) for s, cue, _ in (one, other))
    quoted = any(reading.is_quoted(content.start) for _, _, content in (one, other))
    heard = any(verb_of(cue) == "tell" and s.child(cue, "aux:pass") for s, cue, _ in (one, other))
    if first is None or second is None or quoted or heard:
        return False  # "the staff have been told": they tell nothing
    if one[0] is other[0]:
        nested = _is_below(one[0], other[1], one[2])
        told_of = first.tag == "PRP" or same_teller(reading, one[0], first, second)
        return not (nested or told_of)
    actors = (actor_of(reading, one, first), actor_of(reading, other, second))
    names = (name_for(reading, one[0], first), name_for(reading, other[0], second))
    apart = actors[0] is None or actors[0] is not actors[1]
    return None not in names and names[0] != names[1] and apart


def _is_below(sentence: Sentence, word: Token, head: Token) -> bool:
    """Tell whether a word hangs below another, not only beside it: "said it fell, but he said"."""
    path = list(sentence.path_to_root(word))
    between = path[: path.index(head)] if head in path else ()
    return any(not t.label.startswith(("conj", "parataxis")) for t in between)


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
    if differ(reading, one, other) and claim is one:
        return one, _SURE
    holding = (other,) if claim is other else (one, other)
    short = all(
        len(told[0].tokens) < _LONG for told in ((other,) if one[1] is one[2] else (one, other))
    )
    sides = one[0] is not other[0] and all(_is_position(reading, told) for told in holding)
    sides = sides and (one[1] is one[2] or _answers(reading, one, other))
    return (claim, _PERHAPS) if sides and short else None


def _answered(
    reading: Reading, one: Telling, other: Telling, claim: Telling
) -> tuple[Telling, float] | None:
    """Return what "no such parcel was sent", "the target was never met" answers."""
    sentence, cue, content = other
    if cue is content:
        return (claim, _LIKELY) if claim is one and _is_what_was_sought(one, other) else None
    if any(t.tag in {"MD", "EX"} for t in sentence.children(content, "aux", "expl")):
        return None  # "there was no proof", "should not be charged": no matter of fact
    such = any(t.text.lower() == "such" for t in sentence.subtree(content))
    teller = actor_of(reading, other, teller_of(sentence, cue))
    named = {reading.actor_at(one[0].index, t.index) for t in one[0].tokens} - {None}
    if such or (teller in named and _is_of_pronoun(other)):
        return (claim, _SURE) if claim is not other else None
    return (other, _LIKELY) if teller in named and not _is_of_pronoun(other) else None


def _is_what_was_sought(one: Telling, other: Telling) -> bool:
    """Recognise "a pair has nested there", of which somebody "found no nest"."""
    thing = other[0].child(other[2], "obj")
    stem = thing.text.lower()[:_WORD] if thing else ""
    return len(stem) == _WORD and any(
        t.text.lower().startswith(stem) for t in one[0].subtree(one[2])
    )


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
    teller = actor_of(reading, other, teller_of(sentence, cue))
    of_self = teller is not None and teller is actor_of(reading, other, own)
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
    teller = teller_of(other[0], other[1])
    answers = teller is not None and lemma(teller.text, teller.tag).lower() in mine
    return answers or bool(mine & theirs) or _is_of_pronoun(other)


def _is_set_against(told: Telling) -> bool:
    sentence, verb, _ = told
    first = sentence.subtree(verb)[0].index
    joins = {t.text.lower() for t in sentence.children(verb, "mark", "cc", "advmod", "punct")}
    opens = {t.text for t in sentence.tokens[max(0, first - 1) : first + 1]}
    return not _SETTING_AGAINST.isdisjoint(joins - {";"}) or ";" in opens
