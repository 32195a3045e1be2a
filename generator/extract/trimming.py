"""A subtree of a parse to the words of it that matter: no asides, attributions or brackets."""

from __future__ import annotations

from itertools import pairwise

from generator.language.morphology import lemma
from generator.language.tree import CLAUSE_LABELS, Sentence, Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer")
_FILLERS = frozenset(
    "also meanwhile however reportedly too therefore thus nevertheless nonetheless instead there"
    " here"
    " moreover still allegedly apparently earlier separately consequently".split()
)
_ASIDE_MARKS = frozenset({"as", "while", "although", "though", "whereas", "since", "because"})
_SOURCE_CASES = frozenset({"according"})
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last latter other".split()
)
_DASHES = frozenset({"–", "—", "--", "---"})
_REMARKS = ("parataxis", "discourse", "vocative", "reparandum", "list", "dislocated")
_ANSWERS = frozenset({"yes", "no"})
_ATTRIBUTING = frozenset(
    "say add tell note report write state announce claim insist argue warn explain quote cite"
    " according believe suggest confirm maintain stress acknowledge concede reply reveal"
    " warn predict".split()
)
_LONGEST_TELLER = 12
_LONGEST_DATELINE = 18
_NEAR = 8
"""Tokens within which an apposition belongs to the word before it."""
_LONG_SUBJECT = 14
"""Tokens beyond which a subject loses its relative clause."""


def subject_of(sentence: Sentence, head: Token) -> Token | None:
    """Return the subject of a predicate; "there" counts as one, "it" before a that-clause too."""
    there = sentence.child(head, "expl")
    if there and there.text.lower() == "there":
        return there
    found = sentence.child(head, *SUBJECTS)
    if found and found.label.startswith("csubj") and there:
        return there
    return found


def object_of(sentence: Sentence, head: Token) -> Token | None:
    """Return the object of a verb; a second "subject" behind the verb is one that got misnamed."""
    subjects = sentence.children(head, "nsubj")
    behind = [t for t in subjects if t.index > head.index and subjects[0].index < head.index]
    return sentence.child(head, "obj", "iobj") or next(iter(behind), None)


def phrase(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the tokens of a noun phrase or clause, trimmed of asides and outer punctuation."""
    named = _standing_for(sentence, head)
    tokens = kept_tokens(sentence, named or head)
    noun = named or head
    opening = {t.index for t in sentence.children(noun, "case", "cc", "mark")}
    while tokens and tokens[0].index in opening:
        tokens = tokens[1:]
    if len(tokens) > _LONG_SUBJECT:
        drop = {t.index for c in sentence.children(noun, "acl:relcl") for t in sentence.subtree(c)}
        tokens = [t for t in tokens if t.index not in drop]
    return without_edges(_whole_words(sentence, _without_tail(sentence, noun, tokens)))


def _whole_words(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """Add the halves of hyphenated words that the parse has hung elsewhere: "break-in"."""
    indices = {t.index for t in tokens}
    for hyphen in sentence.tokens[1:-1]:
        before, after = sentence.tokens[hyphen.index - 1], sentence.tokens[hyphen.index + 1]
        joins = hyphen.tag == "HYPH" and before.end == hyphen.start and hyphen.end == after.start
        if joins and indices & {before.index, after.index}:
            indices |= {before.index, hyphen.index, after.index}
    return [t for t in sentence.tokens if t.index in indices]


def _without_tail(sentence: Sentence, noun: Token, tokens: list[Token]) -> list[Token]:
    """Drop what a comma sets off behind a noun, unless it is one of several or names them."""
    comma = next((t for t in tokens if t.text == "," and t.index > noun.index), None)
    if comma is None or any(c in tokens for c in sentence.children(noun, "conj", "appos")):
        return tokens
    return [t for t in tokens if t.index < comma.index]


def _standing_for(sentence: Sentence, head: Token) -> Token | None:
    """Return the apposition that says what a bare "the seventh" or "the contractor" is."""
    bare = head.tag in {"JJ", "CD", "DT", "JJS"} or head.text.lower() in _ORDINALS
    apposition = sentence.child(head, "appos") or (
        _next_apposition(sentence, head) if bare else None
    )
    if not apposition:
        return None
    return apposition if bare or _is_name(apposition) > _is_name(head) else None


def _next_apposition(sentence: Sentence, head: Token) -> Token | None:
    """Return the apposition that follows a bare word's comma, whatever it was attached to."""
    after = sentence.tokens[head.index + 1 : head.index + 1 + _NEAR]
    if not after or after[0].text != ",":
        return None
    return next((t for t in after if t.label == "appos"), None)


def _is_name(token: Token) -> bool:
    return token.tag == "NNP"


def kept_tokens(sentence: Sentence, head: Token) -> list[Token]:
    """Return a subtree without attributions, asides, brackets and trailing clauses."""
    kept = [head]
    stack = [child for child in sentence.children(head) if not _is_aside(sentence, head, child)]
    while stack:
        token = stack.pop()
        kept.append(token)
        stack += [c for c in sentence.children(token) if not _is_aside(sentence, token, c)]
    aside = _bracketed(sentence) | _told_by(sentence, head) | _according(sentence, head)
    left = sorted((t for t in kept if t.index not in aside), key=lambda t: t.index)
    return _without_stray_commas(sentence, left, head)


def _without_stray_commas(sentence: Sentence, kept: list[Token], head: Token) -> list[Token]:
    """Drop the commas that set off what has gone."""
    indices = {t.index for t in kept}
    whole = {t.index for t in sentence.subtree(head)}
    gone = whole - indices

    def is_stray(token: Token) -> bool:
        return token.text == "," and bool({token.index - 1, token.index + 1} & gone)

    return [t for t in kept if not is_stray(t)]


def _is_aside(sentence: Sentence, head: Token, child: Token) -> bool:
    """Tell whether a dependent says nothing that its head needs."""
    base = child.label.split(":")[0]
    if base == "discourse" and child.text.lower() in _ANSWERS:
        return child.index < head.index  # "said yes to the offer", not "yes, it said"
    if base in _REMARKS:
        return True
    judge = _JUDGES.get("acl" if base == "appos" else base)
    return judge is not None and judge(sentence, head, child)


def _is_filler(sentence: Sentence, head: Token, child: Token) -> bool:
    low = child.text.lower()
    return low in _FILLERS and not (low == "too" and child.index < head.index)


def _is_loose_and(sentence: Sentence, head: Token, child: Token) -> bool:
    return child.label == "cc" and not _joins_something(sentence, head, child)


def _names_source(sentence: Sentence, head: Token, child: Token) -> bool:
    case = sentence.child(child, "case")
    return case is not None and case.text.lower() in _SOURCE_CASES


def _is_remark_on(sentence: Sentence, head: Token, child: Token) -> bool:
    return _set_off(sentence, child) and not _is_named_pair(sentence, head, child)


def _is_other_clause(sentence: Sentence, head: Token, child: Token) -> bool:
    if sentence.child(child, *SUBJECTS):
        return True
    if not (child.tag.startswith(("VB", "MD")) and head.tag.startswith("VB")):
        return False
    apart = child.tag != head.tag or sentence.child(child, "aux", "aux:pass")
    return bool(apart or subject_of(sentence, child))


def _joins_something(sentence: Sentence, head: Token, conjunction: Token) -> bool:
    # A "cc" hangs on the conjunct after it; it goes when that conjunct has gone, or has no first.
    if not head.label.startswith(("root", "conj", *CLAUSE_LABELS)):
        return True
    return (
        head.label.startswith("conj")
        and conjunction.index < head.index
        and not (
            head.tag.startswith("VB")
            and _is_other_clause(sentence, sentence.tokens[head.head], head)
        )
    )


def _is_named_pair(sentence: Sentence, head: Token, child: Token) -> bool:
    """Tell whether an apposition lists what a plural noun counts: "two ships, the A and the B"."""
    return child.label == "appos" and head.tag == "NNS" and bool(sentence.child(child, "conj"))


def _is_aside_clause(sentence: Sentence, head: Token, child: Token) -> bool:
    marks = {t.text.lower() for t in sentence.children(child, "mark")}
    if child.label == "advcl:relcl":
        return True
    if child.index < head.index or marks & _ASIDE_MARKS or marks & {"if", "unless"}:
        return True
    if child.tag == "VBG" and not marks:
        return _set_off(sentence, child)
    if not (child.tag.startswith("VB") or marks or sentence.child(child, "cop", "case")):
        return True
    subject = sentence.child(child, *SUBJECTS)
    if subject and subject.text.lower() in {"it", "they"}:
        return True
    return _set_off(sentence, child) and lemma(child.text, child.tag) in _ATTRIBUTING


def _set_off(sentence: Sentence, token: Token) -> bool:
    """Tell whether a comma or dash parts a subtree from what precedes it."""
    first = sentence.subtree(token)[0].index
    return (first > 0 and sentence.tokens[first - 1].text in {",", ";", *_DASHES}) or (
        sentence.tokens[first].text in {",", ";", *_DASHES}
    )


def _bracketed(sentence: Sentence) -> frozenset[int]:
    """Return the indices of tokens in round brackets or between a pair of dashes."""
    inside = set(range(_dateline(sentence)))
    opened: int | None = None
    dash: int | None = None
    for token in sentence.tokens:
        if token.text == "(" and opened is None:
            opened = token.index
        elif token.text == ")" and opened is not None:
            inside |= set(range(opened, token.index + 1))
            opened = None
        elif token.text in _DASHES and not _joins_numbers(sentence, token):
            inside |= set(range(dash, token.index + 1)) if dash is not None else set()
            dash = token.index if dash is None else None
    return frozenset(inside)


def _told_by(sentence: Sentence, head: Token) -> frozenset[int]:
    """Return the indices of a closing ", analysts warned", wherever the parse has hung it."""
    words = [t for t in sentence.tokens if t.text[:1].isalnum()]
    verb = words[-1] if words else head
    if not verb.tag.startswith("VB") or lemma(verb.text, verb.tag) not in _ATTRIBUTING:
        return frozenset()
    commas = [t.index for t in sentence.tokens[: verb.index] if t.text == ","]
    span = range(commas[-1], verb.index + 1) if commas else range(0)
    verbs = [t for t in sentence.tokens if t.index in span and t.tag.startswith("VB")]
    apart = head.index not in span and len(span) <= _LONGEST_TELLER and verbs == [verb]
    return frozenset(span) if apart else frozenset()


def _according(sentence: Sentence, head: Token) -> frozenset[int]:
    """Return the indices of ", according to the mayor", wherever the parse has hung it."""
    tokens = sentence.tokens
    for token, following in pairwise(tokens):
        if token.text.lower() == "according" and following.text.lower() == "to":
            stops = (
                t.index for t in tokens[following.index :] if t.text in {",", ";", ".", *_DASHES}
            )
            span = range(token.index, next(stops, len(tokens)))
            return frozenset(span) if head.index not in span else frozenset()
    return frozenset()


def _dateline(sentence: Sentence) -> int:
    """Return how many tokens a "LAGOS, Nigeria (Reuters) —" takes at the start of a sentence."""
    for token in sentence.tokens[:_LONGEST_DATELINE]:
        if token.text in _DASHES | {"-"} and not _joins_numbers(sentence, token):
            capitals = bool(token.index) and sentence.tokens[0].tag.startswith("NNP")
            return token.index + 1 if capitals else 0
        if token.tag not in {"NNP", "NNPS", "CD", "IN", "-LRB-", "-RRB-", ",", "."}:
            return 0
    return 0


def _joins_numbers(sentence: Sentence, dash: Token) -> bool:
    around = sentence.tokens[max(0, dash.index - 1) : dash.index + 2]
    return any(a.end == b.start for a, b in pairwise(around))


def without_edges(tokens: list[Token]) -> tuple[Token, ...]:
    """Return tokens without punctuation at the ends; a closing bracket or quotation mark stays."""
    edge = {",", ";", ":", ".", "?", "!", *_DASHES, "-"}
    while tokens and tokens[0].text in edge:
        tokens = tokens[1:]
    while tokens and tokens[-1].text in edge:
        tokens = tokens[:-1]
    return tuple(tokens)


_JUDGES = {
    "advmod": _is_filler,
    "conj": _is_other_clause,
    "cc": _is_loose_and,
    "obl": _names_source,
    "acl": _is_remark_on,
    "advcl": _is_aside_clause,
}
"""What makes a dependent an aside, by its relation."""
