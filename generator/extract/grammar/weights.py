"""A phrase of a clause -> what it weighs that a headline goes without it."""

from __future__ import annotations

from generator.extract.grammar.descriptions import kind_of_place
from generator.extract.grammar.purposes import is_purpose
from generator.extract.grammar.shortening import completes, is_bound, is_content
from generator.extract.grammar.trimming import subject_of
from generator.extract.grammar.worth import EVERYONE
from generator.extract.words.asides import set_off
from generator.extract.words.ties import marks
from generator.extract.words.times import is_time
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

TOLD_BESIDE = 1.0
"""Weight of an apposition and of what a comma sets off behind a noun."""
STRESS = 1.0
"""Weight of "officially" and "prestigious"."""
TIME, DESCRIPTION, PLACE, AFTER = 2.0, 2.5, 5.0, 4.0
AGENT = 4.0
"""Weight of by whom something was done."""
LATER = 4.5
"""Weight of what somebody did besides."""
MODIFIER = 6.0
"""Weight of what tells one thing from others of its kind, and of a purpose or an outcome."""
EVENT = 8.0
"""Weight of a clause that tells of a second event: "died [when a tram derailed]"."""
COMPLETING = 14.0
"""Weight of what the word before it hardly tells anything without: "a probe [into the fire]"."""
NEEDED = 30.0
"""Weight of what completes a verb or tells what a noun is about: only where nothing else helps."""

_PLACING = frozenset(
    "across along around at behind beside beyond in inside near off outside throughout".split()
)
_BESIDE = frozenset("after amid before despite during following since until".split())
_FOR_WHOM = frozenset(
    "about against as between for from into on over to toward towards with".split()
)
COUNTING = frozenset(
    """bit billion couple dozen few half hundred kind kinds little lot lots many member members
    million number numbers pair part parts quarter same series set sets third thousand total type
    types""".split()
)
"""What is nothing without the "of" behind it, and has an article in a title too."""
_HEDGES = frozenset(
    """allegedly annually barely daily early falsely hardly highly hourly illegally likely mainly
    mistakenly monthly mostly narrowly nearly nightly only partially partly possibly potentially
    presumably probably purportedly quarterly rarely reportedly supposedly temporarily unanimously
    unlawfully unlikely weekly wrongly yearly""".split()
)
"""Adverbs without which something else is said."""
_JOINING = frozenset("combine compare connect join link merge pair unite".split())
"""Verbs that one thing alone is no object of."""
_STRESSING = frozenset(
    """acclaimed astonishing beloved bitter brazen distinctive dramatic famous huge iconic
    impressive infamous legendary magnificent massive noted popular prestigious prominent renowned
    sensational spectacular stunning successful thrilling veteran well-known widespread""".split()
)
"""Adjectives that only lend weight to their noun."""


def weight_of(sentence: Sentence, token: Token) -> float | None:
    """Return what it weighs that all goes which hangs on a token; None where it cannot."""
    label, above = token.label.split(":")[0], sentence.tokens[token.head]
    counted = token.tag == "CD" and label != "obl"
    asked = any(t.index > above.index for t in sentence.children(above, "cop"))
    behind = sentence.tokens[sentence.subtree(token)[-1].index + 1 :][:1]
    torn = label == "nmod" and any((t.tag, t.label) == ("NNP", "appos") for t in behind)
    torn |= any(e.first <= above.index < token.index < e.last for e in sentence.entities)
    if is_bound(sentence, token) or above.tag in {"CD", "WP"} or counted or asked or torn:
        return None  # nor of "how close [to the edge] the mill was", "goal from [striker] Ana Orr"
    if label in {"amod", "advmod"}:
        loose = set_off(sentence, token) and bool(sentence.children(token))
        stress = _is_stress(sentence, token, above)
        return TOLD_BESIDE if loose and label == "advmod" else STRESS if stress else None
    if label in {"appos", "acl", "nmod"}:
        return _of_noun(sentence, token, above)
    if label == "conj":
        return _of_second(sentence, token, above)
    if label == "advcl":
        return _of_clause(sentence, token)
    return _of_verb(sentence, token, above) if label == "obl" else None


def _is_stress(sentence: Sentence, word: Token, above: Token) -> bool:
    """Recognise the "officially" of a verb and a "prestigious", without which it says the same."""
    low = word.text.lower()
    if sentence.children(word):
        return False
    if word.label == "amod":
        before, after = sentence.tokens[word.index - 1], sentence.tokens[word.index + 1]
        fits = before.text.lower() not in {"a", "an"} or _sounds(word) == _sounds(after)
        return fits and (low in _STRESSING or low.endswith("-year-old"))
    verb = above.tag.startswith("VB") and above.label != "amod"
    return verb and low.endswith("ly") and low not in _HEDGES


def _sounds(word: Token) -> bool:
    """Say whether a word begins with a vowel, before which "a" is "an"."""
    return word.text[0].lower() in "aeiou"


def _of_noun(sentence: Sentence, token: Token, above: Token) -> float | None:
    """Weigh what describes a noun."""
    tie = marks(sentence, token).partition(" ")[0] or sentence.subtree(token)[0].text.lower()
    if token.label == "appos":
        return None if token.tag.startswith("NNP") and above.tag[:3] != "NNP" else TOLD_BESIDE
    if token.label == "nmod:poss" or tie in {"of", "than"}:
        return _of_what(sentence, token, above) if tie == "of" else None
    if set_off(sentence, token):
        return TOLD_BESIDE
    if token.label.startswith("nmod"):
        return _of_place_or_time(sentence, token, COMPLETING if tie in _FOR_WHOM else MODIFIER)
    if is_content(sentence, token) and token.label != "acl:relcl":
        return NEEDED
    return _of_relative(sentence, above)


def _of_what(sentence: Sentence, token: Token, above: Token) -> float | None:
    """Weigh the "of Orr" of "the plan of Orr to leave"; "half" and "mayor" are none without it."""
    told = any(is_content(sentence, t) for t in sentence.children(above, "acl"))
    plural = above.tag == "NNS" and above.label in {"nmod", "obl"}
    if not (told or plural) or above.text.lower() in COUNTING:
        return None
    return COMPLETING if told else NEEDED


def _of_relative(sentence: Sentence, noun: Token) -> float | None:
    """Weigh what tells which one a noun is: "a deal that …" tells less by it than "the way that …".

    What is said of "fans who left early" does not hold of fans.
    """
    before = sentence.children(noun, "det", "nummod")
    bare = noun.tag in {"NNS", "NNPS"} and noun.label.startswith("nsubj") and not before
    if bare or noun.tag in {"DT", "PRP"}:
        return None
    several = any(t.tag == "CD" or t.text.lower() in {"a", "an"} for t in before)
    return MODIFIER if several else COMPLETING


def _of_place_or_time(sentence: Sentence, token: Token, other: float) -> float:
    """Weigh a place and a time for what they are, and else as said."""
    placing = marks(sentence, token).partition(" ")[0] in _PLACING
    if _tells_when(sentence, token):
        more = sentence.children(token, "nmod")
        return LATER if any(marks(sentence, t) in _FOR_WHOM for t in more) else TIME
    if is_time(sentence.tokens[token.head]):
        return LATER  # "spoke for hours [about the strike]"
    return PLACE if placing and _names_a_place(sentence, token) else other


def _tells_when(sentence: Sentence, token: Token) -> bool:
    """Tell "in four years" from the "to four years" of a sentence."""
    return is_time(token) and marks(sentence, token) != "to"


def _names_a_place(sentence: Sentence, noun: Token) -> bool:
    named = sentence.child(noun, "nmod") if kind_of_place(sentence, noun) else noun
    return any(
        e.type == "LOC" and named is not None and e.first <= named.index < e.last
        for e in sentence.entities
    )


def _of_second(sentence: Sentence, token: Token, above: Token) -> float | None:
    """Weigh a second predicate or the second "for" of two; of three none can go."""
    bound = {"only", "either", "both", "neither"} & sentence.words
    listed = above.label == "conj" and above.tag[:2] == token.tag[:2]
    if bound or listed or len(sentence.children(above, "conj")) > 1:
        return None
    told = token.tag.startswith("VB") or sentence.child(token, "cop") is not None
    told |= token.tag == above.tag == "JJ" and above.label != "amod"  # "worried and eager to go"
    shared = above.index + 2 == token.index and sentence.child(token, "obj")
    if told and shared and sentence.child(above, "obj") is None:
        return None  # "for demanding and taking money"
    if told and above.tag.startswith(("VB", "JJ", "NN")):
        return LATER - (subject_of(sentence, token) is not None)
    if above.label == "amod":
        return MODIFIER
    joined = sentence.child(token, "cc") is not None and marks(sentence, above) != "between"
    joined &= (token.tag, above.tag) != ("NNPS", "NNP")  # of "the Halm and the Orm Hospitals" both
    own = sentence.child(token, "case", "det", "nmod", "nmod:poss") is not None
    whole = joined and (own or token.tag == above.tag == "NNS")
    subject = any(t.label.startswith("nsubj") for t in sentence.path_to_root(token))
    return COMPLETING if whole and not subject else None


def _of_clause(sentence: Sentence, token: Token) -> float | None:
    """Weigh a clause that tells when, why or how."""
    first = marks(sentence, token).partition(" ")[0]
    if completes(sentence, token):
        return NEEDED
    if first == "to" and _is_for_to(sentence, token):
        return None
    if first in _FOR_WHOM - {"to"} or first == "of":
        return COMPLETING
    if first == "to" and not (is_purpose(sentence, token) and _is_whole(sentence, token)):
        return COMPLETING
    return EVENT if subject_of(sentence, token) is not None else MODIFIER


def _is_whole(sentence: Sentence, token: Token) -> bool:
    """Tell what says something without its purpose from "will use a speech [to call for it]"."""
    above = sentence.tokens[token.head]
    return lemma(above.text, above.tag) != "use"


def _is_for_to(sentence: Sentence, token: Token) -> bool:
    """Recognise the "to begin" of "made way for work to begin"."""
    at = sentence.subtree(token)[0].index
    beside = sentence.children(sentence.tokens[token.head], "obl")
    last = next((t for t in beside if sentence.subtree(t)[-1].index + 1 == at), None)
    return last is not None and marks(sentence, last) == "for"


def _of_verb(sentence: Sentence, token: Token, above: Token) -> float | None:
    """Weigh a phrase that tells of the circumstances of a deed."""
    first = marks(sentence, token).partition(" ")[0]
    if not first:
        return TIME if _tells_when(sentence, token) else None
    before = sentence.tokens[sentence.subtree(token)[0].index - 1]
    alone = above.label == "acl" and len(sentence.children(above)) == 1  # "slated [for May]"
    bound = first == "from" and (before.tag == "RB" or before.text.lower() in EVERYONE)
    top = any(t.tag == "JJS" for t in sentence.children(before, "amod"))
    bound |= top and first in {"in", "since"}  # "the worst harvest [in years]"
    if alone or first == "of" or bound:
        return None  # "spoke highly [of them]", "not far [from them]", "everyone [from Halm]"
    taken = first == "from" and sentence.child(above, "obj") is not None  # "stole it [from Orr]"
    if lemma(above.text, above.tag) in _JOINING and sentence.child(token, "conj") is not None:
        return None  # "links Halm in Orm [and Larne]"
    if completes(sentence, token) and not taken and not _tells_when(sentence, token):
        loose = above.label == "advcl" and _names_a_place(sentence, token)
        return LATER if loose else NEEDED
    related = any(t.label.startswith("acl") for t in sentence.path_to_root(token))
    if related and first != "by" and not _tells_when(sentence, token):
        return COMPLETING
    apart = first == "with" and set_off(sentence, token)  # ", with the exception of Halm"
    other = MODIFIER if apart else _of_circumstance(sentence, first, above)
    return _of_place_or_time(sentence, token, other)


def _of_circumstance(sentence: Sentence, first: str, above: Token) -> float:
    """Weigh what a preposition brings in beside a verb."""
    if first == "by":
        return AGENT if sentence.child(above, "aux:pass") is not None else MODIFIER
    if first in _PLACING:
        return LATER
    return AFTER if first in _BESIDE else COMPLETING if first in _FOR_WHOM - {"from"} else MODIFIER
