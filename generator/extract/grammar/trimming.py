"""A subtree of a parse to the words of it that matter: no asides, attributions or brackets."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.grammar.remarks import (
    is_afterthought,
    is_aside_clause,
    is_attending,
    is_beside_the_point,
    is_remark_on,
    is_second_content,
)
from generator.extract.words.asides import CLAIMING, DASHES, SUBJECTS, asides, set_off
from generator.language.morphology import lemma, past
from generator.language.tree import CLAUSE_LABELS, Sentence, Token, remembered

FILLERS = frozenset(
    """also consequently earlier here however instead meanwhile moreover
    nevertheless nonetheless separately there therefore thus too""".split()
)
_OPENERS = frozenset(
    "additionally furthermore hence indeed likewise now similarly still then".split()
)
"""What leads on from the sentence before where it opens one."""
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last latter other".split()
)
_REMARKS = ("parataxis", "discourse", "vocative", "reparandum", "list", "dislocated")
_ANSWERS = frozenset({"yes", "no"})
_LONG_SUBJECT = 14
"""Tokens beyond which a subject loses its relative clause."""


@remembered
def subject_of(sentence: Sentence, head: Token) -> Token | None:
    """Return the subject of a predicate; "there" counts as one, "it" before a that-clause too."""
    there = sentence.child(head, "expl")
    if there and there.text.lower() == "there":
        return there
    found = sentence.child(head, *SUBJECTS)
    takes_time = found is None and sentence.child(head, "obj") is not None  # "it took an hour to"
    if there and (takes_time or (found and found.label.startswith("csubj"))):
        return there
    return found


def object_of(sentence: Sentence, head: Token) -> Token | None:
    """Return the object of a verb; a second "subject" behind the verb is one that got misnamed."""
    subjects = sentence.children(head, "nsubj")
    behind = [t for t in subjects if t.index > head.index and subjects[0].index < head.index]
    return sentence.child(head, "obj", "iobj") or next(iter(behind), None)


@remembered
def phrase(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the tokens of a noun phrase or clause, trimmed of asides and outer punctuation."""
    named = standing_for(sentence, head) or _called(sentence, head)
    noun = named or head
    tokens = kept_tokens(sentence, noun)
    if head.tag == "NNP" and noun.label == head.label and noun is not head:
        tokens = (*kept_tokens(sentence, head), *tokens)  # "Minister" and "Ana Reis", torn apart
    opening = {t.index for t in sentence.children(noun, "case", "cc", "mark")}
    opening |= {t.index for t in tokens[:1] if t.text.lower() == "namely"}
    while tokens and (tokens[0].index in opening or tokens[0].text == ","):
        tokens = tokens[1:]
    if len(tokens) > _LONG_SUBJECT:
        drop = {t.index for c in sentence.children(noun, "acl:relcl") for t in sentence.subtree(c)}
        tokens = tuple([t for t in tokens if t.index not in drop])
    return without_edges(whole_words(sentence, _without_tail(sentence, noun, tokens)))


def whole_words(sentence: Sentence, tokens: Sequence[Token]) -> list[Token]:
    """Add the halves of hyphenated words that the parse has hung elsewhere: "break-in"."""
    indices = {t.index for t in tokens}
    for hyphen in (t for t in sentence.tokens[1:-1] if t.tag == "HYPH"):
        before, after = sentence.tokens[hyphen.index - 1], sentence.tokens[hyphen.index + 1]
        if (
            before.end == hyphen.start
            and hyphen.end == after.start
            and indices & {before.index, after.index}
        ):
            indices |= {before.index, hyphen.index, after.index}
            indices |= {t.index for t in sentence.children(after, "det") if t.index < before.index}
    return [t for t in sentence.tokens if t.index in indices]


def _without_tail(sentence: Sentence, noun: Token, tokens: Sequence[Token]) -> Sequence[Token]:
    """Drop what a comma sets off behind a noun, unless it is one of several or names them."""
    commas = [t for t in tokens if t.text == "," and t.index > noun.index]
    commas = [t for t in commas if not _is_in_a_date(sentence, t)]
    for related in sentence.children(noun, "acl:relcl"):  # "ships that a firm, Orr Line, has sent"
        start = sentence.subtree(related)[0].index
        commas = [t for t in commas if not start < t.index < related.index]
    comma = next(iter(commas), None)
    more = (c for c in sentence.children(noun, "conj", "appos") if c.tag != "CD")  # ", 27,"
    if comma is None or any(c in tokens for c in more):
        return tokens
    return [t for t in tokens if t.index < comma.index]


def _is_in_a_date(sentence: Sentence, comma: Token) -> bool:
    """Recognise the comma of "the May 2, 2022 vote"."""
    around = sentence.tokens[comma.index - 1], sentence.tokens[comma.index + 1]
    return all(t.tag == "CD" for t in around) and len(around[1].text) == len("2022")


def standing_for(sentence: Sentence, head: Token) -> Token | None:
    """Return the apposition that says what a bare "the seventh" or "the contractor" is."""
    bare = head.tag in {"JJ", "CD", "DT", "JJS"} or head.text.lower() in _ORDINALS
    apposition = sentence.child(head, "appos")
    if not apposition:
        return None
    beside = sentence.tokens[apposition.index + 1 : apposition.index + 2]
    if beside and beside[0].label == "appos" and beside[0].head == head.index:
        apposition = beside[0]  # "the principal, Sister Agnes Barasa"
    return apposition if bare or (apposition.tag == "NNP") > (head.tag == "NNP") else None


def _called(sentence: Sentence, head: Token) -> Token | None:
    """Return the name right behind a bare "cycling group" that the parse hung elsewhere."""
    if head.tag != "NNP" and (head.tag != "NN" or sentence.child(head, "det", "nmod:poss", "nmod")):
        return None
    after = sentence.tokens[head.index + 1 : head.index + 2]
    name = after[0] if after and after[0].tag == "NNP" else None
    while name is not None and name.label == "compound":
        name = sentence.head(name)
    loose = name is not None and name.label == head.label and name.head == head.head
    return name if loose else None


@remembered
def kept_tokens(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return a subtree without attributions, asides, brackets and trailing clauses."""
    kept = [head]
    stack = [child for child in sentence.children(head) if not _is_aside(sentence, head, child)]
    while stack:
        token = stack.pop()
        kept.append(token)
        stack += [c for c in sentence.children(token) if not _is_aside(sentence, token, c)]
    aside = asides(sentence, head)
    left = sorted((t for t in kept if t.index not in aside), key=lambda t: t.index)
    return _without_stray_commas(sentence, left, head)


def _without_stray_commas(sentence: Sentence, kept: list[Token], head: Token) -> tuple[Token, ...]:
    """Drop the commas and dashes that set off what has gone."""
    if sentence.words.isdisjoint({",", *DASHES}):
        return tuple(kept)
    indices = {t.index for t in kept}
    whole = {t.index for t in sentence.subtree(head)}
    gone = whole - indices

    def is_stray(token: Token) -> bool:
        if not {token.index - 1, token.index + 1} & gone or token.text not in {",", *DASHES}:
            return False
        if token.text != ",":
            return True
        listed = sentence.tokens[token.head]  # of "Orr (Halm), Reis (Orm) and Doss" all stay
        around = [t.tag for t in kept if t.index < token.index][-1:]
        around += [sentence.tokens[token.index + 1].tag] if token.index + 1 in indices else ["CC"]
        return listed.label != "conj" or listed.head not in indices or "CC" in around

    dashes = [t.index for t in sentence.tokens if t.text in DASHES]
    alone = len(dashes) == 1 and dashes[0] > head.index and dashes[0] in gone
    end = dashes[0] if alone else len(sentence.tokens)  # behind it nothing is half told
    return tuple([t for t in kept if t.index < end and not is_stray(t)])


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
    if any(t.label != "punct" for t in sentence.children(child)):
        return False  # "a year earlier" tells what it is compared with
    after = sentence.tokens[child.index + 1 : child.index + 2]
    if low == "earlier" and after and after[0].text.lower() in {"this", "today"}:
        return False
    if low in _OPENERS and child.index <= 1:
        return head.tag != "CD"  # "Now 70, she still runs the shop"
    around = {t.text.lower() for t in sentence.children(head)}
    if low == "earlier" and around & {"not", "n't"}:
        return False
    needed = low == "there" and lemma(head.text, head.tag) in {"put", "live"}
    if needed or (low == "also" and "but" in around):
        return False  # "how it had been put there", "not only cost little but also helped"
    return low in FILLERS and not (low == "too" and child.index < head.index)


def _is_loose_and(sentence: Sentence, head: Token, child: Token) -> bool:
    subject = subject_of(sentence, head)
    inside = subject is not None and subject.index < child.index < head.index
    return child.label == "cc" and not inside and not _joins_something(sentence, head, child)


def _is_other_clause(sentence: Sentence, head: Token, child: Token) -> bool:
    if sentence.child(child, *SUBJECTS) or _ends_a_name(sentence, head, child):
        return True
    if head.label.startswith("nsubj") and sentence.child(child, "case"):
        return set_off(sentence, child)  # "Halm, and through it Orm, has grown"
    if not (child.tag.startswith(("VB", "MD")) and head.tag.startswith("VB")):
        return False
    also = any(t.text == "also" for t in sentence.children(child, "advmod"))
    if "only" in sentence.words and also:
        return False  # "does not only cool it but also cleans it"
    claims = head.label == "ccomp" and lemma(child.text, child.tag) in CLAIMING
    helped = sentence.child(child, "aux", "aux:pass")
    apart = claims or helped or not (child.tag == head.tag or _looks_alike(head, child))
    return bool(apart or subject_of(sentence, child))


def _ends_a_name(sentence: Sentence, head: Token, child: Token) -> bool:
    """Recognise the end of an apposition, "a firm, the Halm Cod and Crab Limited", torn off it."""
    beside = sentence.child(head, "appos")
    torn = beside is not None and sentence.subtree(beside)[-1].index + 1 == child.index
    lone = child.tag == "NNP" and not sentence.children(child)
    return bool(beside and torn and lone and is_remark_on(sentence, head, beside))


def _looks_alike(head: Token, child: Token) -> bool:
    """Recognise the past "read" in "watched or read" and the present in "who plan or pay it"."""
    if {head.tag, child.tag} == {"VB", "VBP"}:
        return True
    return head.tag == "VBD" and past(lemma(child.text, child.tag)) == child.text.lower()


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


def without_edges(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens without punctuation at the ends; a closing bracket or quotation mark stays."""
    edge = {",", ";", ":", ".", "?", "!", *DASHES, "-"}
    while tokens and tokens[0].text in edge:
        tokens = tokens[1:]
    while tokens and tokens[-1].text in edge:
        tokens = tokens[:-1]
    return tuple(tokens)


_JUDGES = {
    "ccomp": is_second_content,
    "amod": is_afterthought,
    "advmod": _is_filler,
    "conj": _is_other_clause,
    "cc": _is_loose_and,
    "obl": is_beside_the_point,
    "acl": is_remark_on,
    "advcl": is_aside_clause,
    "nmod": is_attending,
}
"""What makes a dependent an aside, by its relation."""
