"""A clause of a parsed sentence to its parts, and those to a statement that stands on its own."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.grammar.trimming import kept_tokens, phrase, subject_of, without_edges
from generator.extract.grammar.wording import Part
from generator.extract.words.asides import SUBJECTS
from generator.extract.words.ties import NEGATIONS, NOBODY
from generator.language.morphology import (
    FINITE,
    FINITE_OR_MODAL,
    VerbGroup,
    lemma,
    question_words,
    words_of,
)
from generator.language.tree import Sentence, Token, remembered

_AUXILIARIES = ("aux", "aux:pass", "cop")
WH_TAGS = frozenset({"WP", "WP$", "WRB", "WDT"})
_DENYING = NEGATIONS | NOBODY | {"nor"}
PLURAL_NOUNS = frozenset({"people", "police", "troops", "cattle", "both", "many", "several"})
_PLURAL = PLURAL_NOUNS | {"they", "we", "these", "some"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, taken apart: who, by what verb group, and the rest."""

    sentence: Sentence
    head: Token
    subject: tuple[Part, ...]
    plural: bool
    group: VerbGroup
    negated: bool
    middle: tuple[Part, ...]
    """Adverbs between the auxiliaries and the verb."""
    predicate: tuple[Part, ...]
    """Complements and adjuncts after the verb; the whole of it after a copula."""


def clause_at(
    sentence: Sentence, head: Token, subject: tuple[Part, ...] = (), *, plural: bool = False
) -> Clause | None:
    """Take apart the clause of a predicate, with the subject given where it has none of its own."""
    if not _is_predicate(sentence, head):
        return None
    own = _inner_subject(sentence, head)
    outer = own is not None and own.label == "nsubj:outer" and not _is_infinitive(sentence, head)
    if outer:
        return None  # but not in "the summit is to take place"
    if own and own.index > head.index and _is_infinitive(sentence, head):
        own = None  # nobody but "for" gives an infinitive a subject: the parse is wrong
    if own and own.tag in {"WDT", "WP"}:
        own = next((t for t in sentence.children(head, *SUBJECTS) if t.tag not in WH_TAGS), own)
    if own and own.tag in {"WDT", "WP"}:
        related, several = _what_is_related(sentence, own)
        subject, plural = (related, several) if related else (subject, plural)
    elif own:
        subject, plural = phrase(sentence, own), _is_plural(sentence, head, own)
    if not subject or _is_torn(subject, head):
        return None
    kept = kept_tokens(sentence, head)
    inside = {t.index for t in sentence.subtree(own)} if own else set()
    verbal = {t.index for t in _before_predicate(sentence, head)}
    dropped = inside | verbal | _second_verbs(sentence, head)
    rest = [t for t in kept if t.index not in dropped and not _negates(t, head) and t.tag != "."]
    start = max(verbal, default=head.index) if _is_copular(sentence, head) else head.index
    low = max((i for i in verbal | inside if i < head.index), default=-1)
    before = [t for t in rest if low < t.index < start] if start == head.index else []
    after = [t for t in rest if t.index > start]
    return Clause(
        sentence=sentence,
        head=head,
        subject=subject,
        plural=plural,
        group=verb_group(sentence, head),
        negated=any(_negates(t, head) for t in sentence.children(head)),
        middle=tuple(t for t in before if t.label.startswith("advmod")),
        predicate=(*after, *_fronted(sentence, head, rest)) if own else tuple(after),
    )


def _inner_subject(sentence: Sentence, head: Token) -> Token | None:
    """Return a subject, that of the clause inside in "the question is who will pay"."""
    own = subject_of(sentence, head)
    outer = own is not None and own.label == "nsubj:outer"
    return (sentence.child(head, "nsubj", "nsubj:pass", "expl") or own) if outer else own


def _is_predicate(sentence: Sentence, head: Token) -> bool:
    """Tell whether a word heads a clause, whatever the tagger made of it: "would double"."""
    if head.tag == "VBG":
        return "in" in head.text[-3:].lower()  # not the noun in "was payback"
    modal = any(t.tag == "MD" for t in sentence.children(head, "aux"))
    return head.tag.startswith("VB") or modal or _is_copular(sentence, head)


def _what_is_related(sentence: Sentence, which: Token) -> tuple[tuple[Token, ...], bool]:
    """Return the noun phrase that a "which" or "who" right after it takes up."""
    before = [t for t in sentence.tokens[: which.index] if t.text != ","]
    if not before or not before[-1].tag.startswith("NN"):
        return (), False
    noun = before[-1]
    words = tuple(t for t in phrase(sentence, noun) if t.index < which.index)
    return words, is_plural_noun(sentence, noun)


def _is_torn(subject: tuple[Part, ...], head: Token) -> bool:
    """Tell whether a subject lies on both sides of its verb: the parse is wrong then."""
    return len({part.index < head.index for part in subject if isinstance(part, Token)}) > 1


def _second_verbs(sentence: Sentence, head: Token) -> set[int]:
    """Return what "and left again" adds to a clause: its finite verb cannot follow an auxiliary."""
    finite = FINITE
    if head.tag == "VBG" and not sentence.child(head, "aux"):
        finite |= {"VBG"}  # "of leaving a gap and hiding it" is asked about with "did"
    seconds = [
        c
        for c in sentence.children(head, "conj")
        if c.tag in finite or any(t.tag in FINITE_OR_MODAL for t in sentence.children(c, "aux"))
    ]
    thing = sentence.child(head, "obj") if "VBG" in finite else None
    deeds = sentence.children(thing, "conj") if thing is not None else ()
    seconds += [t for t in deeds if t.text.endswith("ing") and not sentence.child(t, "det", "amod")]
    return {t.index for c in seconds for t in sentence.subtree(c)}


@remembered
def verb_group(sentence: Sentence, head: Token) -> VerbGroup:
    """Return the features of a predicate's verb: "is to be held" -> hold, will, passive."""
    copular = _is_copular(sentence, head)
    words = _auxiliary_tokens(sentence, head)
    linking = {"cop", "aux:pass"} if copular else set()
    helping = [t for t in words if not _leads_on(t) and t.label not in linking]
    modal = next((lemma(t.text, "MD") for t in helping if t.tag == "MD"), None)
    bases = [lemma(t.text, t.tag) for t in helping]
    if any(_leads_on(t) for t in words) and "be" in bases[:1]:
        modal, helping, bases = "will", helping[1:], bases[1:]
    finite = next((t for t in words if t.tag in FINITE_OR_MODAL), head)
    alone = not (helping or copular) and sentence.child(head, "nsubj") is None
    passive = any(t.label == "aux:pass" for t in helping) or (head.tag == "VBN" and alone)
    being = any(t.tag == "VBG" and lemma(t.text, "VBG") == "be" for t in helping)
    tag = "VBG" if head.tag == "VBN" and head.text.lower().endswith("ing") else head.tag
    return VerbGroup(
        lemma="be" if copular else _base(words, head, tag),
        modal=modal,
        perfect="have" in bases,
        progressive=being or (tag == "VBG" and "be" in bases),
        passive=passive,
        past=finite.tag == "VBD" or (finite is head and _looks_past(head)),
        worded=head.text.lower() if head.tag != "VBG" and passive and not copular else None,
    )


def _base(words: list[Token], head: Token, tag: str) -> str:
    """Return the base form of a verb: what stands behind "to" or "will" is one ("to ground")."""
    led = head.tag == "VB" and any(t.tag in {"TO", "MD"} for t in words)
    return head.text.lower() if led else lemma(head.text, tag)


def _looks_past(head: Token) -> bool:
    """Tell whether a verb without auxiliaries is past, also where its tag misses that."""
    return head.tag == "VBN" or (
        head.tag in {"VB", "VBP", "VBZ"}
        and not head.text.lower().endswith("s")
        and lemma(head.text, head.tag) not in {head.text.lower(), "be"}
    )


@remembered
def is_negated(sentence: Sentence, head: Token) -> bool:
    """Tell whether a predicate is denied: "not", "never", "no" or "neither" in its subject."""
    subject = sentence.child(head, *SUBJECTS)
    words = [
        *sentence.children(head, "advmod", "neg", "cc:preconj"),
        *([subject] if subject else []),
    ]
    words += [t for t in sentence.children(head, "cc") if t.text.lower() == "nor"]
    if subject:
        words += sentence.children(subject, "det", "cc:preconj")
    return any(t.text.lower() in _DENYING and not _is_more(sentence, t) for t in words)


def _is_more(sentence: Sentence, word: Token) -> bool:
    """Recognise the "not" of "not only", which denies nothing."""
    after = sentence.tokens[word.index + 1 : word.index + 2]
    return any(t.text.lower() in {"only", "just", "merely"} for t in after)


def _fronted(sentence: Sentence, head: Token, rest: list[Token]) -> list[Token]:
    """Return a short time or place that opens the clause, to stand at its end."""
    subject = subject_of(sentence, head)
    if not subject:
        return []
    before = subject.index
    for child in sentence.children(head):
        if child.label.startswith("obl") and child.index < before and child.tag not in WH_TAGS:
            below = sentence.subtree(child)
            inside = [t for t in rest if t in below]
            if len(inside) <= len(("on", "Monday", "the", "5th", "May")):
                return list(without_edges(inside))
    return []


def _auxiliary_tokens(sentence: Sentence, head: Token) -> list[Token]:
    words = list(sentence.children(head, *_AUXILIARIES))
    if _is_verbal(sentence, head):
        words = [t for t in words if t.label != "cop"]  # "known is who will command it"
    words += [t for t in sentence.children(head, "mark", "case") if _leads_on(t)]
    if not words and head.label.startswith("conj"):
        first = sentence.tokens[head.head]
        shared = head.tag in {"VB", "VBN", "VBG"} and head.tag == first.tag
        return _auxiliary_tokens(sentence, first) if shared else []
    return sorted(words, key=lambda t: t.index)


def _before_predicate(sentence: Sentence, head: Token) -> list[Token]:
    """Return the verbs before a predicate; the "to" of "was to blame" is part of it."""
    words = _auxiliary_tokens(sentence, head)
    return [t for t in words if not _leads_on(t)] if _is_copular(sentence, head) else words


def _is_infinitive(sentence: Sentence, head: Token) -> bool:
    return any(_leads_on(t) for t in sentence.children(head, "mark", "case"))


def _leads_on(token: Token) -> bool:
    """Tell whether a word makes an infinitive: "to", and the "due" of "is due to meet"."""
    return token.tag == "TO" or token.text.lower() == "due"


def _is_verbal(sentence: Sentence, head: Token) -> bool:
    """Tell whether a verb has its own form, so that a copula beside it is of another clause."""
    modal = head.tag == "VB" and any(t.tag == "MD" for t in sentence.children(head, "aux"))
    return modal or head.tag in FINITE


@remembered
def _is_copular(sentence: Sentence, head: Token) -> bool:
    if head.tag == "VB" and _is_infinitive(sentence, head):
        # "is to take place": some parses call that "is" a copula; "was to blame" is one.
        return head.text.lower() == "blame" and sentence.child(head, "cop") is not None
    done = sentence.child(head, "aux:pass") is not None and head.tag == "VBN"
    if _is_verbal(sentence, head) or (done and _is_infinitive(sentence, head)):
        return False  # "is to be raised"
    described = head.tag == "JJ" and sentence.child(head, "aux:pass")  # "was armed"
    return bool(described or sentence.child(head, "cop"))


def _negates(token: Token, head: Token) -> bool:
    return token.head == head.index and token.text.lower() in NEGATIONS - {"never"}


def _is_plural(sentence: Sentence, head: Token, subject: Token) -> bool:
    finite = next((t for t in (*_auxiliary_tokens(sentence, head), head) if _shows_number(t)), None)
    if finite:
        return finite.tag == "VBP"
    was = {t.text.lower() for t in sentence.children(head, *_AUXILIARIES)} & {"was", "were"}
    if was and not (
        "were" in was and any(t.text.lower() == "if" for t in sentence.children(head, "mark"))
    ):
        return "were" in was
    return is_plural_noun(sentence, subject)


def _shows_number(token: Token) -> bool:
    """Tell whether a present form shows by itself if its subject is plural."""
    return token.tag == "VBP" or (token.tag == "VBZ" and token.text.lower().endswith("s"))


def is_plural_noun(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun phrase takes a plural verb; "there" as what there is."""
    if noun.tag == "EX":
        there_is = sentence.child(sentence.tokens[noun.head], "nsubj")
        return there_is is not None and is_plural_noun(sentence, there_is)
    if noun.tag in {"NNS", "NNPS"} or noun.text.lower() in _PLURAL:
        return True
    joined = sentence.child(noun, "conj")
    return joined is not None and any(
        t.text.lower() in {"and", "&"} for t in sentence.children(joined, "cc")
    )


def declarative(clause: Clause) -> tuple[Part, ...]:
    """Return a clause as the words of a statement, its verb group built anew."""
    words = words_of(clause.group, plural=clause.plural)
    if clause.negated:
        first, rest = question_words(clause.group, plural=clause.plural)
        words = ("cannot", *rest) if first == "can" else (first, "not", *rest)
    return (*clause.subject, words[0], *clause.middle, *words[1:], *clause.predicate)
