"""Whether what a verb tells is denied, withheld, only supposed or was open for a time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import is_negated, verb_group
from generator.extract.questions.question_grammar import verb_of
from generator.extract.words.answers import REFUSING, TOO_HARD, UNCLEAR
from generator.extract.words.asides import set_off
from generator.language.tree import Sentence, Token, remembered

_SUPPOSING = frozenset({"if", "unless", "lest"})
_TIMING = frozenset(
    "until till before after because since when while as if unless although though whereas".split()
)
_WAYS = frozenset({"way", "means", "possibility", "chance"})
_NO_WAY = frozenset("means way time circumstances event account respect sense case".split())
_HARDLY_ANY = frozenset({"little", "few", "nothing", "nobody"})
_HARDLY = frozenset({"less", "hardly", "scarcely"})


@remembered
def is_withheld(sentence: Sentence, verb: Token) -> bool:
    """Tell whether something is not done: "would not say", "declined to say", "has yet to say"."""
    if _is_denied(sentence, verb) or has_yet_to(sentence, verb):
        return True
    above = sentence.head(verb)
    if above is None or any(t.text.lower() == "without" for t in sentence.children(verb, "mark")):
        return above is not None
    short = "short" in {t.text.lower() for t in sentence.children(above, "advmod", "xcomp")}
    if above.text.lower() == "loss" or (short and verb.tag == "VBG"):
        return True  # "at a loss to explain it", "stopped short of saying"
    if verb.label == "acl" and above.text.lower() in _WAYS:  # "has no way of knowing"
        return is_none(sentence, above)
    return _is_denied_above(sentence, verb, above)


def _is_denied_above(sentence: Sentence, verb: Token, above: Token) -> bool:
    """Tell whether what a verb hangs on denies it: "not confirm or deny", "refused to say"."""
    if verb.label == "conj":
        joined = any(t.text.lower() in {"or", "nor"} for t in sentence.children(verb, "cc"))
        alike = verb.tag == above.tag and sentence.child(verb, "aux", "mark", "nsubj") is None
        infinitive = sentence.child(verb, "mark") is not None  # "declined to name it or to say"
        return joined and (alike or infinitive) and is_withheld(sentence, above)
    if not verb.label.startswith(("xcomp", "ccomp", "advcl", "csubj")) or _is_timed(sentence, verb):
        return False
    if verb.label == "advcl" and verb.tag == "VBG" and set_off(sentence, verb):
        return False  # "refused to go, saying that they were ill"
    if verb_of(above) in {"have", "need"} and verb.label == "xcomp":
        return False  # "did not have to say"
    if verb_of(above) in REFUSING:
        return not is_negated(sentence, above)
    return is_negated(sentence, above) or above.text.lower() in TOO_HARD


def _is_denied(sentence: Sentence, word: Token) -> bool:
    """Tell whether a predicate is denied, also by "by no means", "neither" or "little is known"."""
    by_no = (t for t in sentence.children(word, "obl") if t.text.lower() in _NO_WAY)
    if is_negated(sentence, word) or any(is_none(sentence, t) for t in by_no):
        return True
    before = [t.text.lower() for t in sentence.tokens[max(0, word.index - 2) : word.index]]
    subject = sentence.child(word, "nsubj", "nsubj:pass")
    both = (word,) if subject is None else (word, subject)
    paired = (t for above in both for t in sentence.children(above, "cc:preconj"))
    neither = any(t.text.lower() == "neither" for t in paired)
    few = subject is not None and subject.text.lower() in _HARDLY_ANY
    first = [t.text.lower() for t in sentence.subtree(subject)[:2]] if subject else []
    hardly = any(t.text.lower() in _HARDLY for t in sentence.children(word, "advmod"))
    return neither or few or hardly or before == ["far", "from"] or first == ["not", "even"]


def has_no(sentence: Sentence, word: Token, *labels: str) -> bool:
    """Tell whether a word has "no" with something below it: "by no means", "made no mention"."""
    return any(is_none(sentence, below) for below in sentence.children(word, *labels))


def is_none(sentence: Sentence, noun: Token) -> bool:
    """Tell whether there is none of what a noun names: "no group"."""
    return any(t.text.lower() == "no" for t in sentence.children(noun, "det"))


def _is_timed(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a clause says when or why: "did not stop until he knew"."""
    marks = {t.text.lower() for t in sentence.children(verb, "mark")}
    return verb.label == "advcl" and bool(marks & _TIMING)


def has_yet_to(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb stands under "has yet to", "is still to" or "remains to be"."""
    before = sentence.tokens[max(0, verb.index - 4) : verb.index]
    if not any(t.tag == "TO" for t in before):
        return False
    ahead = any(t.text.lower() == "yet" or verb_of(t) == "remain" for t in before)
    words = " ".join(t.text.lower() for t in before)
    ahead = ahead or any(f"{have} still to" in words for have in ("has", "have", "is", "are"))
    refuses = any(
        verb_of(t) in REFUSING for t in before if t.tag.startswith("VB")
    )  # "yet refuses to"
    return ahead and not refuses


@remembered
def is_asserted(sentence: Sentence, verb: Token) -> bool:
    """Tell whether something is told as a fact: not "if he claims", "might be forgiven for"."""
    above = _own_clause(sentence, verb)
    helped = any(t.tag == "MD" for v in above for t in sentence.children(v, "aux"))
    return not (helped or is_supposed(sentence, verb))


def is_supposed(sentence: Sentence, verb: Token) -> bool:
    """Tell whether something stands under a condition: "if they are not sure whether"."""
    marks = (t for v in _own_clause(sentence, verb) for t in sentence.children(v, "mark"))
    return any(t.text.lower() in _SUPPOSING for t in marks)


def _own_clause(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Yield a verb and those above it, up to one that tells something by itself."""
    for above in sentence.path_to_root(verb):
        yield above
        marks = {t.text.lower() for t in sentence.children(above, "mark")}
        own = sentence.child(above, "nsubj", "nsubj:pass") is not None
        if above.label.startswith(("acl:relcl", "parataxis")) or (own and marks - {"that"}):
            return


def was_open_until(sentence: Sentence, state: Token) -> bool:
    """Recognise "was unclear until Friday, when", "had wondered", "is no longer in doubt"."""
    doubt = state.tag.startswith("NN") or state.text.lower() in UNCLEAR
    if doubt and any(t.text.lower() == "longer" for t in sentence.children(state, "advmod")):
        return True
    link = sentence.child(state, "cop", "aux:pass")
    above = sentence.head(state) if state.label == "nsubj" else None
    there = above is not None and sentence.child(above, "expl") is not None
    group = verb_group(sentence, above if above and there else state)  # "there had been doubt"
    denied = state.tag.startswith("JJ") and is_negated(sentence, state)
    unsure = denied or state.text.lower() in {"doubt", "doubts", "doubtful", "unclear", "wondered"}
    if group.perfect and group.past and unsure:
        return state.label != "ccomp"
    times = sentence.children(state, "obl", "obl:unmarked", "advcl")
    opening = (w for t in times for w in sentence.children(t, "case", "mark"))
    until = any(w.text.lower() in {"until", "till"} for w in opening)
    return until and link is not None and link.tag == "VBD"


_RESULTS = frozenset("result agreement decision deal conclusion verdict vote consensus".split())


def came_to_nothing(sentence: Sentence) -> bool:
    """Tell whether those who met settled nothing: "broke up without a result", "did not agree"."""
    results = (t for t in sentence.tokens if t.text.lower() in _RESULTS)
    without = any(t.text == "without" for r in results for t in sentence.children(r, "case"))
    agreeing = (v for v, base in sentence.verbs if base in {"agree", "decide"})
    return without or any(is_withheld(sentence, v) for v in agreeing)
