"""Questions without their clause, the "when" of "did not say when", to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import WH_TAGS, Clause, declarative
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.directing import by_name
from generator.extract.questions.point import (
    OpenPoint,
    has_case,
    names_nobody,
    subject_parts,
    subject_plural,
    who_says,
    worded,
)
from generator.extract.questions.question_grammar import ask, future, told_as_news, verb_of
from generator.extract.questions.unsaid import NO_ANSWER, is_evaded
from generator.extract.questions.well_formed import WH_WORDS, finished
from generator.extract.questions.wh_clauses import asks
from generator.extract.questions.withheld import is_none, is_withheld
from generator.extract.reading import Reading
from generator.extract.words.answers import SAYING, SETTLED, UNCLEAR, WORKING_OUT
from generator.extract.words.times import TIMES
from generator.language.tree import Sentence, Token

_ALONE = frozenset({"when", "why", "how", "where"})
_LINKING = frozenset({"be", "remain"})
_LONGEST = 3
"""Words of "by how much", "for how long"."""
_ADJUNCTS = ("obl", "obl:unmarked", "advmod", "advcl")
_ASKING = {
    **dict.fromkeys(("reason", "reasons", "explanation"), "Why"),
    **dict.fromkeys(("date", "day", "time", "timetable", "timeframe", "timeline"), "When"),
}
"""How a question opens that a noun stands for."""
_GIVING = frozenset({"give", "offer", "provide", "set", "fix", "agree", "announce"})
_SHORT = 2
"""Words of "no reason"; what has more says of what."""
_LEADING_ON = frozenset(
    "say announce promise pledge vow plan intend expect hope agree aim want confirm tell add"
    " warn insist claim state report note decide propose threaten acknowledge admit due set".split()
)
"""Verbs of which the clause below is what happens."""
Gap = tuple[tuple[Part, ...], Token]
"""How a question without its clause opens, and what tells that it is open: "gave"."""


def find_elliptic(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what is not told of what was just told: "did not say when", "gave no reason"."""
    for opening, verb in (*_of_words(sentence), *_of_nouns(sentence)):
        told = _antecedent(reading, sentence, verb)
        clause = _told(reading, told, opening) if told else None
        asked, clause = _counted(opening, clause) if clause else ((), None)
        question = _asked(reading, _before(clause, sentence, verb), asked) if clause else None
        if told and question:
            who = who_says(reading, sentence, verb)
            why = NO_ANSWER if names_nobody(who) else f"{who} did not say, the source reports."
            grounds = (told[0], sentence) if told[0] is not sentence else (sentence,)
            yield OpenPoint(question, "unanswered", why, grounds, 0.95)


def _asked(reading: Reading, clause: Clause, opening: tuple[Part, ...]) -> str | None:
    """Return the question with its opening, "which three dishes" also as its subject."""
    if any(p in clause.subject for p in opening):
        words = declarative(replace(clause, subject=opening))
        return finished(spell(reading, clause.sentence, words))
    if len(opening) > 1:  # no "she" is meant by "which ministries"
        clause = replace(clause, subject=by_name(reading, clause, clause.subject))
    return ask(reading, clause, opening=opening)


def _of_words(sentence: Sentence) -> Iterator[Gap]:
    """Yield wh-words that stand without a clause: "did not say when", "nor by how much"."""
    for word in worded(sentence, WH_WORDS):
        opening = _bare(sentence, word) if word.tag in WH_TAGS else ()
        verb = _unsaid_before(sentence, opening[0]) if opening else None
        if verb:
            yield opening, verb


def _of_nouns(sentence: Sentence) -> Iterator[Gap]:
    """Yield "gave no date", "without giving a reason", "no explanation was offered"."""
    for noun in worded(sentence, _ASKING):
        verb = sentence.head(noun)
        new = sentence.child(noun, "amod")
        more = new is not None and new.text.lower() in {"new", "fresh", "firm"}
        if verb is None or verb_of(verb) not in _GIVING:
            continue
        aside = [t for t in sentence.children(noun, "nmod") if _adds_nothing(sentence, t)]
        if len(sentence.subtree(noun)) - 2 * len(aside) > _SHORT + more:
            continue
        others = (t for t in sentence.children(verb, "obl") if not _adds_nothing(sentence, t))
        given = noun.label in {"obj", "nsubj:pass"} and not any(others)
        if given and (is_none(sentence, noun) or is_withheld(sentence, verb)):
            yield (_ASKING[noun.text.lower()],), verb
    for noun in worded(sentence, {"reasons"}):
        verb, why = sentence.head(noun), sentence.child(noun, "acl:relcl", "acl", "amod")
        words = {t.text.lower() for t in sentence.subtree(why)} if why else set()
        untold = why is not None and (words & UNCLEAR or is_withheld(sentence, why))
        if verb is not None and untold and has_case(sentence, noun, {"for"}):
            yield ("Why",), noun  # "declined it, for reasons that she never gave"


def _adds_nothing(sentence: Sentence, word: Token) -> bool:
    """Recognise the "for it" and "according to the clerk" of "no date has been set"."""
    taken_up = word.text.lower() in {"it", "this", "that"} and has_case(sentence, word, {"for"})
    return taken_up or has_case(sentence, word, {"according"})


def _bare(sentence: Sentence, word: Token) -> tuple[Token, ...]:
    """Return the words of a question that stop right there: "when", "by how much", "how many"."""
    before = sentence.tokens[word.index - 1] if word.index else word
    pied = word.text.lower() in {"whom", "what", "how", "whose"} and before.tag in {"IN", "TO"}
    start = before.index if pied else word.index
    after = sentence.tokens[word.index :]
    end = next((t.index for t in after if _stops(t)), len(sentence.tokens))
    words = sentence.tokens[start:end]
    linked = end < len(sentence.tokens) and verb_of(sentence.tokens[end]) in _LINKING
    free = words if word.tag != "WP$" else words[:-1]  # "in whose favour"
    others = any(t.tag.startswith(("VB", "NN", "MD", "PR")) for t in free)
    if linked or others or len(words) > _LONGEST:
        return ()  # "drawn on what was said"
    alone = len(words) == 1 and word.text.lower() in _ALONE
    counted = len(words) == 1 or (len(words) == len(("which", "two")) and words[1].tag == "CD")
    alone = alone or (word.text.lower() == "which" and counted)
    measured = word.text.lower() == "how" and words[-1].text.lower() in {"long", "many", "much"}
    return words if alone or pied or measured else ()


def _stops(token: Token) -> bool:
    return not token.text[:1].isalnum() or token.tag == "CC" or verb_of(token) in _LINKING


def _unsaid_before(sentence: Sentence, word: Token) -> Token | None:
    """Return the verb of not saying right before a word: "would not be drawn on when"."""
    before = [t for t in sentence.tokens[: word.index] if t.text[:1].isalnum()]
    while before and (
        before[-1].tag in {"IN", "RB", "RP", "CC"} or before[-1].text.lower() in WH_WORDS
    ):
        before.pop()
    above = sentence.head(word)
    told = above is not None and verb_of(above) == "tell"  # "without telling them why"
    verb = above if told else before[-1] if before else None
    answer = sentence.head(verb) if verb is not None and verb_of(verb) == "ask" else None
    if verb is not None and verb.label == "advcl" and answer and is_evaded(sentence, answer):
        return verb
    if verb is None or verb_of(verb) not in SAYING | WORKING_OUT | UNCLEAR | SETTLED:
        return None
    unclear = verb.text.lower() in UNCLEAR
    return verb if unclear or is_withheld(sentence, verb) else None


def _counted(opening: tuple[Part, ...], clause: Clause) -> tuple[tuple[Part, ...], Clause | None]:
    """Return "how many" with what is counted: "plans to cut jobs, but has not said how many"."""
    last, which = _word(opening[-1]), _word(opening[0]) == "which"
    if not which and (last not in {"many", "much"} or len(opening) > len(("how", "many"))):
        return opening, clause
    thing = clause.sentence.child(clause.head, "obj")
    if which and thing is None:
        thing = clause.sentence.child(clause.head, "nsubj", "nsubj:pass")
    if thing is None or (which or last == "many") is not (thing.tag == "NNS"):
        return (), None
    if clause.sentence.child(thing, "acl") or _is_one(clause.sentence, thing):
        return (), None  # "plans to sell parks", "paid a fine"
    words = phrase(clause.sentence, thing)
    left = tuple(p for p in clause.predicate if p not in words)
    noun = tuple(t for t in words if t.tag not in {"DT", "CD"} and t.label != "advmod")
    noun = tuple(t for t in noun if t.index >= thing.index or t.tag not in {"IN", "TO", "RB"})
    return (*opening, *noun), replace(clause, predicate=left)


def _is_one(sentence: Sentence, thing: Token) -> bool:
    return any(t.text.lower() in {"a", "an"} for t in sentence.children(thing, "det"))


def _word(part: Part) -> str:
    return (part if isinstance(part, str) else part.text).lower()


def _antecedent(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Sentence, Token] | None:
    """Return the clause that a question without one is about, in its sentence or the one before."""
    top = verb
    while top.label in {"xcomp", "ccomp"} and top.head >= 0:
        top = sentence.tokens[top.head]
    above = sentence.head(top)
    if (
        above is not None
        and verb_of(verb) != "ask"
        and top.label.startswith(("conj", "advcl", "parataxis", "obl"))
    ):
        return sentence, _content(sentence, above)
    earlier = preceding(reading, sentence) if above is None or verb_of(verb) == "ask" else None
    return (earlier, _content(earlier, earlier.root)) if earlier and earlier.root else None


def _content(sentence: Sentence, head: Token) -> Token:
    """Return what is said to happen: "reopen" in "said the mine would reopen"."""
    leads_on = verb_of(head) in _LEADING_ON
    below = sentence.child(head, "ccomp", "xcomp") if leads_on else None
    told = below is not None and not asks(sentence, below)  # not "will decide how much he owes"
    return _content(sentence, below) if below and told else head


def _told(
    reading: Reading, told: tuple[Sentence, Token], opening: tuple[Part, ...]
) -> Clause | None:
    """Return the clause of what was told, as one asks about it, without its own time."""
    sentence, head = told
    who, plural = subject_parts(reading, sentence, head), subject_plural(sentence, head)
    clause = clause_of(reading, sentence, head, who, plural=plural)
    fronted = len(sentence.children(head, "nsubj")) > 1  # "a title she declined"
    told_of = verb_of(head) in {"speak", "talk", "announce", "propose"}  # "spoke of a bridge"
    if clause is None or clause.negated or fronted or reading.is_quoted(head.start):
        return None
    if told_of and not clause.group.passive and _word(opening[0]) == "when":
        return None
    ahead = is_to_infinitive(sentence, head) and not clause.group.modal
    unheld = clause.group.modal and clause.group.perfect  # "were to have been announced"
    clause = future(clause) if ahead or unheld else told_as_news(clause)
    if _word(opening[0]) != "when":
        return clause
    dated = _dates(sentence, head)
    if (dated or clause.group.lemma == "be") and not clause.group.modal:
        return None
    left = (p for p in clause.predicate if isinstance(p, str) or p.index not in dated)
    return replace(clause, predicate=tuple(left))


def _dates(sentence: Sentence, head: Token) -> set[int]:
    """Return the words by which a clause tells when."""
    words = {c: sentence.subtree(c) for c in sentence.children(head, *_ADJUNCTS)}
    dated = (
        below
        for c, below in words.items()
        if c.label == "advcl" or {t.text.lower() for t in below} & TIMES
    )
    return {t.index for below in dated for t in below}


def _before(clause: Clause, sentence: Sentence, verb: Token) -> Clause:
    """Return a clause without the "but did not say when" of its own sentence."""
    path = [*sentence.path_to_root(verb)]
    if clause.sentence is not sentence or clause.head not in path[1:]:
        return clause
    below = path[path.index(clause.head) - 1]
    gone = {t.index for t in sentence.subtree(below)}
    left = (p for p in clause.predicate if isinstance(p, str) or p.index not in gone)
    return replace(clause, predicate=tuple(left))
