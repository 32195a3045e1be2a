"""How somebody takes what is said of a matter: denies it, does not confirm it, has to check it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.grammar.clauses import is_negated, verb_group
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.claims import CLAIMS
from generator.extract.questions.point import led_to, worded
from generator.extract.questions.withheld import has_no, is_none, is_withheld
from generator.extract.words.answers import ENQUIRIES
from generator.language.morphology import past
from generator.language.tree import Sentence, Token
from generator.model import QuestionKind

_DENYING = frozenset(
    "deny reject dismiss dispute refute brush scotch quash rebut repudiate contest discount".split()
)
_NAMING = frozenset({"call", "describe", "denounce", "brand", "condemn"})
UNTRUE = frozenset(
    "lie lies false baseless untrue nonsense fabrication unfounded wrong invention fantasy fiction"
    " ridiculous absurd rubbish impossible falsehood smear slur myth hoax slander libel theatre"
    " propaganda ludicrous laughable preposterous outrageous untruth malicious gossip tattle fairy"
    " bogus hogwash fabricated invented mischief defamatory slanderous".split()
)
_TRUE = frozenset({"true", "correct", "so", "right", "accurate", "case"})
_INSISTING = frozenset({"insist", "maintain", "protest"})
_VOUCHING = frozenset(
    "confirm verify corroborate authenticate guarantee acknowledge admit substantiate prove swear"
    " vouch".split()
)
_ANSWERING = frozenset("comment respond reply answer address draw return".split())
_CHECKING = frozenset({"look", "investigate", "check", "examine", "probe", "study", "verify"})
_SHOWING = frozenset("suggest indicate say show claim tell think believe prove".split())
_KNOWING = frozenset("aware knowledge memory recollection record records evidence".split())
_BELIEVING = frozenset({"persuaded", "convinced", "agrees", "agree"})
_DOUBTING = frozenset({"sceptical", "skeptical", "unconvinced", "dubious", "disagree", "disagrees"})
_TALK = frozenset("rumour rumours rumor rumors speculation talk fears suspicion".split())
_SUCH = frozenset({"such", "it", "that", "this"})
_SHORT = 9
"""Words of a sentence that only doubts what was said before: "Not everyone is persuaded."."""
INSISTED = "insisted otherwise"
"""What those did who "insist that nobody was asked to"."""
_TRUTH = frozenset({"authenticity", "veracity", "truth"})
_REACTING = (
    _DENYING
    | _NAMING
    | _INSISTING
    | _VOUCHING
    | _ANSWERING
    | _CHECKING
    | _SHOWING
    | {"plead", "have", "make", "claim"}
)
_POINTING = CLAIMS | frozenset(
    "it this that these them such wrongdoing offer figure number toll".split()
)
"""What stands for a claim that was told before."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a word says of how somebody takes a claim."""

    sentence: Sentence
    word: Token
    kind: QuestionKind
    did: str
    """What they did, behind a name: "denied it"."""
    thing: Token | None = None
    """What it is of: "it", "the report"; nothing where somebody does not say a word."""
    whole: bool = False
    """Whether it is of all that was claimed, whatever stands for that: "pleaded not guilty"."""
    empty: bool = False
    """Whether what stands below it is no claim: "said that was impossible"."""

    @property
    def points_back(self) -> bool:
        """Whether it takes up what was said before: "denied it", "called the report a lie"."""
        if self.whole or self.thing is None:
            return True
        low = self.thing.text.lower()
        of_what = self.sentence.child(self.thing, "nmod", "acl", "acl:relcl") is not None
        return low in _TRUTH or (not of_what and low in _POINTING)

    @property
    def is_far(self) -> bool:
        """Whether it may be of a claim some sentences before: "rejected the allegations"."""
        thing = self.thing.text.lower() if self.thing else ""
        pleads_or_knows = self.whole and not self.empty
        return pleads_or_knows or thing in CLAIMS | {"wrongdoing"}


def reactions_in(sentence: Sentence) -> Iterator[Reaction]:
    """Yield how a sentence says that claims are taken."""
    for verb, base in sentence.verbs:
        if base not in _REACTING:
            continue
        withheld = is_withheld(sentence, verb) or has_no(sentence, verb, "obj")
        found = _silent(sentence, verb, base) if withheld else _denying(sentence, verb, base)
        if found:
            yield found
    for state in worded(sentence, _KNOWING | _BELIEVING | _DOUBTING):
        low, known = state.text.lower(), sentence.children(state, "obl", "nmod")
        taken = {t.text.lower() for of in known for t in (of, *sentence.children(of))} & _SUCH
        denied = is_none(sentence, state) or is_negated(sentence, state) or "not" in sentence.words
        if low in _KNOWING and taken and denied:
            yield Reaction(sentence, state, "disputed", "did not know of it", whole=True)
        elif denied is (low in _BELIEVING) and len(sentence.tokens) < _SHORT:
            yield Reaction(sentence, state, "disputed", "doubted it", whole=True, empty=True)


def _denying(sentence: Sentence, verb: Token, base: str) -> Reaction | None:
    """Return the denial in "denies it", "called it baseless", "pleaded not guilty"."""
    thing = sentence.child(verb, "obj", "nsubj:pass")
    below = {t.text.lower() for t in sentence.subtree(verb) if t.index > verb.index}
    if base in _DENYING and not (
        _is_put_to_rest(sentence, verb, thing) or _refuses(sentence, verb)
    ):
        return Reaction(sentence, verb, "disputed", f"{past(base)} it", thing)
    if base in _NAMING and below & UNTRUE:
        told = (t for t in sentence.subtree(verb) if t.text.lower() in CLAIMS)
        thing = thing or next(told, None)  # "called the allegation baseless"
        return Reaction(sentence, verb, "disputed", "rejected it", thing)
    if base == "claim" and thing is not None and thing.text.lower() == "responsibility":
        return Reaction(sentence, verb, "unconfirmed", "claimed it", thing)
    if base == "plead" and {"not", "guilty"} <= below:
        tense = "pleads" if verb.tag == "VB" else "pleaded"
        return Reaction(sentence, verb, "disputed", f"{tense} not guilty", whole=True)
    if base in _CHECKING and verb_group(sentence, verb).progressive:
        thing = thing or led_to(sentence, verb, "into")
        did = "had still to check it"
        return Reaction(sentence, verb, "unconfirmed", did, thing) if thing else None
    return _telling_otherwise(sentence, verb, base)


def _refuses(sentence: Sentence, verb: Token) -> bool:
    """Recognise "was denied by the agency", of what somebody asked for and did not get."""
    passive = sentence.child(verb, "aux:pass") is not None
    return passive and verb.label == "conj" and sentence.child(verb, "nsubj:pass") is None


def _is_put_to_rest(sentence: Sentence, verb: Token, thing: Token | None) -> bool:
    """Tell whether talk is at an end: "a rumour that it was sold was dismissed by police"."""
    passive = sentence.child(verb, "aux:pass") is not None
    return passive and thing is not None and thing.text.lower() in _TALK


def _telling_otherwise(sentence: Sentence, verb: Token, base: str) -> Reaction | None:
    """Return the denial in "said that was impossible", "insists it broke no rules"."""
    content = sentence.child(verb, "ccomp")
    if base in _INSISTING and content is not None:
        return Reaction(sentence, verb, "disputed", INSISTED, content)
    if base not in _SHOWING:
        return None
    if any(t.text.lower() == "otherwise" for t in sentence.children(verb, "advmod")):
        return Reaction(sentence, verb, "disputed", "told it otherwise", whole=True, empty=True)
    low = content.text.lower() if content else ""
    untrue = low in UNTRUE or (low in _TRUE and content and is_negated(sentence, content))
    if content is None or not untrue:
        return None
    of, more = subject_of(sentence, content), sentence.child(content, "csubj", "advcl", "xcomp")
    pointing = of is not None and of.text.lower() in _POINTING and more is None
    return Reaction(sentence, verb, "disputed", "rejected it", of, empty=True) if pointing else None


def _without_comment(sentence: Sentence, verb: Token, thing: Token | None) -> Reaction | None:
    """Return the silence in "had no comment on reports that", "made no comment"."""
    if thing is None or thing.text.lower() != "comment":
        return None
    on = sentence.child(thing, "nmod") or sentence.child(verb, "obl")
    return Reaction(sentence, verb, "unconfirmed", "did not comment on it", on)


def _on_whether(sentence: Sentence, verb: Token) -> bool:
    """Recognise "would not be drawn on whether it was stolen", which is asked by itself."""
    below = sentence.children(verb, "ccomp", "advcl", "xcomp")
    marks = (t.text.lower() for c in below for t in sentence.children(c, "mark"))
    return not {"whether", "if"}.isdisjoint(marks)


def _silent(sentence: Sentence, verb: Token, base: str) -> Reaction | None:
    """Return the silence in "could not confirm it", "declined to comment on the report"."""
    other = sentence.child(verb, "conj")  # "neither confirm nor deny it"
    thing = sentence.child(verb, "obj", "nsubj:pass")
    thing = thing or (sentence.child(other, "obj") if other else None)
    if base in _VOUCHING | {"deny"}:
        did = "did not deny it" if base == "deny" else "did not confirm it"
        return Reaction(sentence, verb, "unconfirmed", did, thing)
    if base in {"have", "make"}:
        return _without_comment(sentence, verb, thing)
    if base == "say" and (told := sentence.child(verb, "ccomp")):
        that = any(t.text.lower() == "that" for t in sentence.children(told, "mark"))
        keeps = verb.tag == "VBG" or verb_group(sentence, verb).modal == "would"
        did = "did not say so"
        return Reaction(sentence, verb, "unconfirmed", did, told) if that and keeps else None
    if base in _ANSWERING and not _on_whether(sentence, verb):
        to = led_to(sentence, verb, "to")
        if to is not None and to.text.lower() in {"either", "both", "them", "him", "her"}:
            return None  # to whom, not to what
        on = next(iter(sentence.children(verb, "obl")), None)
        pointing = on is not None and on.text.lower() in _POINTING | _TRUTH
        said = sentence.child(verb, "obj") or (on if pointing else None)
        if to and to.tag in {"NN", "NNS"} and to.text.lower() not in ENQUIRIES:
            said = to  # of "had not responded to the offer" one asks by itself
        return Reaction(sentence, verb, "unconfirmed", "did not answer it", said)
    return None
