"""What is asked without its clause: the "when" of "did not say when", "for unknown reasons"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.grammar.clauses import WH_TAGS
from generator.extract.grammar.wording import Part
from generator.extract.questions.point import has_no, is_withheld, worded
from generator.extract.questions.question_grammar import verb_of
from generator.extract.reading import Reading
from generator.extract.words.answers import SAYING, SETTLED, UNCLEAR, WORKING_OUT
from generator.extract.words.lexicon import is_people_noun
from generator.language.tree import Sentence, Token

_ASKED = frozenset({"when", "why", "how", "where", "who", "whom", "what", "which"})
_UNTOLD_OF = UNCLEAR - {"withheld", "secret", "confidential"}  # "a withheld number" is one
_UNTOLD = frozenset({"without", "not", "n't"})
_ALONE = frozenset({"when", "why", "how", "where"})
_LINKING = frozenset({"be", "remain"})
_NEAR = 5
"""Words within which a state follows the question that it leaves open."""
_LONGEST = 3
"""Words of "by how much", "for how long"."""
_HOLDING = frozenset({"reason", "reasons", "explanation", "motive", "cause"})
PRICES = frozenset({"price", "sum", "fee", "amount"})
_DATING = frozenset({"date", "dates", "timetable", "timeframe", "timeline", "schedule", "timing"})
_ASKING = _HOLDING | _DATING | PRICES
_PLACES = frozenset({"location", "place", "site", "locations"})
_GIVING = SAYING | frozenset(
    "give offer provide set announce disclose publish reveal issue state fix agree decide"
    " finalise finalize cite state".split()
)


@dataclass(frozen=True, slots=True)
class Gap:
    """A question without its clause."""

    sentence: Sentence
    opening: tuple[Part, ...]
    """"When", "By how much", "For what fee"."""
    at: Token
    """What tells that it is open: "say" in "did not say when", "gave" in "gave no date"."""
    own: Token | None = None
    """The clause it belongs to, where that is known."""
    of_event: bool = False
    """Whether it is a cause or motive, which an event told before may have."""


def of_words(sentence: Sentence) -> Iterator[Gap]:
    """Yield wh-words that stand without a clause: "did not say when", "by whom is not known"."""
    for word in worded(sentence, _ASKED):
        if word.tag not in WH_TAGS:
            continue
        opening = _bare(sentence, word)
        behind = _open_behind(sentence, opening[-1]) if opening else None
        cut = bool(opening) and _is_linked(sentence, opening[-1])  # "drawn on what was said"
        verb = behind or (_unsaid_before(sentence, opening[0]) if opening and not cut else None)
        if verb:
            yield Gap(sentence, opening, verb)


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


def _is_linked(sentence: Sentence, word: Token) -> bool:
    behind = sentence.tokens[word.index + 1 : word.index + 2]
    return bool(behind) and verb_of(behind[0]) in _LINKING


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
        before.pop()
    verb = before[-1] if before else None
    if verb is None or verb_of(verb) not in SAYING | WORKING_OUT | UNCLEAR | SETTLED:
        return None
    unclear = verb.text.lower() in UNCLEAR
    return verb if unclear or is_withheld(sentence, verb) else None


def of_nouns(sentence: Sentence) -> Iterator[Gap]:
    """Yield "gave no date", "without giving a reason", "the price was not disclosed"."""
    for noun in worded(sentence, _ASKING):
        opening = _asked_by(noun)
        verb = sentence.head(noun) if opening else None
        if verb is None or sentence.child(noun, "nmod", "acl", "nmod:poss"):
            continue
        if noun.label in {"obj", "nsubj:pass", "nsubj"} and _is_ungiven(sentence, noun, verb):
            of_event = noun.text.lower() in {"cause", "motive"}
            yield Gap(sentence, opening, verb, of_event=of_event)


def _asked_by(noun: Token) -> tuple[Part, ...]:
    """Return how a question opens that a noun such as "reason" stands for."""
    low = noun.text.lower()
    if low in PRICES:
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


def of_adjuncts(reading: Reading, sentence: Sentence) -> Iterator[Gap]:
    """Yield "for unknown reasons", "at an undisclosed location", "for reasons not disclosed"."""
    hints = (UNCLEAR, SETTLED, _UNTOLD)
    if all(sentence.words.isdisjoint(words) for words in hints):
        return
    for noun in sentence.tokens:
        case = sentence.child(noun, "case")
        above = sentence.head(noun)
        if noun.label != "obl" or case is None or above is None or case.index > noun.index:
            continue
        low = noun.text.lower()
        if low in _HOLDING and case.text.lower() == "without" and not sentence.child(noun, "nmod"):
            yield Gap(sentence, ("Why",), noun, above)
        elif _is_hidden(sentence, noun) and not is_people_noun(verb_of(noun)):
            plain = "Why" if low in _HOLDING else "When" if low in _DATING else None
            plain = plain or ("Where" if low in _PLACES else None)
            thing = tuple(t for t in (*sentence.children(noun, "compound"), noun))
            yield Gap(sentence, (plain,) if plain else (case, "what", *thing), noun, above)


def _is_hidden(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun is called "undisclosed", or of what was not disclosed."""
    if any(t.text.lower() in _UNTOLD_OF for t in sentence.children(noun, "amod")):
        return True
    told = [t for t in sentence.children(noun, "acl", "acl:relcl") if _is_of(sentence, t)]
    return any(_is_open(sentence, t) or _is_unsaid(sentence, t) for t in told)


def _is_of(sentence: Sentence, clause: Token) -> bool:
    """Tell "reasons that were not given" from "rivals that have not agreed"."""
    subjects = sentence.children(clause, "nsubj", "nsubj:pass")
    others = any(t.tag not in {"WDT", "WP"} for t in subjects)
    passive = sentence.child(clause, "aux:pass") is not None
    return not subjects or others is not passive  # "that he did not give"


def _is_open(sentence: Sentence, state: Token) -> bool:
    """Recognise "undecided", "not known"."""
    low = state.text.lower()
    return low in UNCLEAR or (low in SETTLED and is_withheld(sentence, state))


def _is_unsaid(sentence: Sentence, verb: Token) -> bool:
    return verb_of(verb) in SAYING and is_withheld(sentence, verb)
