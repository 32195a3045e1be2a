"""A clause of a parsed sentence to its parts, and the parts to a statement that reads on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.extract.reading import Reading
from generator.extract.wording import Part, capitalised, spell
from generator.language.morphology import VerbGroup, lemma, question_words, words_of
from generator.language.tree import Sentence, Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer")
_AUXILIARIES = ("aux", "aux:pass", "cop")
_FILLERS = frozenset(
    "also meanwhile however reportedly too therefore thus nevertheless nonetheless instead further"
    " moreover still then allegedly apparently earlier separately consequently so".split()
)
_ASIDE_MARKS = frozenset({"as", "while", "although", "though", "whereas", "since", "because"})
_SOURCE_CASES = frozenset({"according", "despite"})
_DASHES = frozenset({"–", "—", "--", "---"})
_REMARKS = ("parataxis", "discourse", "vocative", "reparandum", "list", "dislocated")
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_ATTRIBUTING = frozenset(
    "say add tell note report write state announce claim insist argue warn explain quote cite"
    " according believe suggest confirm maintain stress acknowledge concede reply reveal".split()
)
_PLURAL_NOUNS = frozenset({"people", "police", "troops", "cattle", "both", "many", "several"})
_LONG_SUBJECT = 14
"""Tokens beyond which a subject loses its relative clause."""


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
    """Take apart the clause of a predicate; one without a subject of its own takes the one given."""
    own = subject_of(sentence, head)
    if own and (own.tag in {"WDT", "WP"} or own.label == "nsubj:outer"):
        return None
    if own:
        subject, plural = phrase(sentence, own), _is_plural(sentence, head, own)
    if not subject:
        return None
    group = verb_group(sentence, head)
    kept = kept_tokens(sentence, head)
    inside = {t.index for t in sentence.subtree(own)} if own else set()
    verbal = {t.index for t in _auxiliary_tokens(sentence, head)}
    dropped = inside | verbal | _second_verbs(sentence, head)
    rest = [t for t in kept if t.index not in dropped and not _negates(t, head) and t.tag != "."]
    start = max(verbal, default=head.index) if _is_copular(sentence, head) else head.index
    low = max((i for i in verbal | inside if i < head.index), default=-1)
    middle = [t for t in rest if low < t.index < start] if start == head.index else []
    middle = [t for t in middle if t.label.startswith("advmod")]
    after = [t for t in rest if t.index > start]
    return Clause(
        sentence=sentence,
        head=head,
        subject=subject,
        plural=plural,
        group=group,
        negated=is_negated(sentence, head),
        middle=tuple(middle),
        predicate=(*after, *_fronted(sentence, head, rest)) if own else tuple(after),
    )


def _second_verbs(sentence: Sentence, head: Token) -> set[int]:
    """Return what "and left again" adds to a clause: its finite verb cannot follow an auxiliary."""
    finite = [c for c in sentence.children(head, "conj") if c.tag in {"VBD", "VBZ", "VBP"}]
    return {t.index for c in finite for t in sentence.subtree(c)}


def subject_of(sentence: Sentence, head: Token) -> Token | None:
    """Return the subject of a predicate; "there" counts as one, "it" before a that-clause too."""
    there = sentence.child(head, "expl")
    if there and there.text.lower() == "there":
        return there
    found = sentence.child(head, *SUBJECTS)
    if found and found.label.startswith("csubj") and there:
        return there
    return found


def verb_group(sentence: Sentence, head: Token) -> VerbGroup:
    """Return the features of a predicate's verb: "were to have been held" -> will, perfect, passive."""
    words = _auxiliary_tokens(sentence, head)
    helping = [t for t in words if t.tag != "TO" and t.label != "cop"]
    modal = next((lemma(t.text, "MD") for t in helping if t.tag == "MD"), None)
    bases = [lemma(t.text, t.tag) for t in helping]
    if any(t.tag == "TO" for t in words) and "be" in bases[:1]:
        modal, helping, bases = "will", helping[1:], bases[1:]
    copular = _is_copular(sentence, head)
    finite = next((t for t in words if t.tag in {"VBD", "VBZ", "VBP", "MD"}), head)
    passive = any(t.label == "aux:pass" for t in helping) or (
        not helping and head.tag == "VBN" and not copular
    )
    being = any(t.tag == "VBG" and lemma(t.text, "VBG") == "be" for t in helping)
    return VerbGroup(
        lemma="be" if copular else lemma(head.text, head.tag),
        modal=modal,
        perfect="have" in bases,
        progressive=being or (head.tag == "VBG" and "be" in bases),
        passive=passive,
        past=finite.tag == "VBD" or (finite is head and head.tag == "VBN"),
    )


def is_negated(sentence: Sentence, head: Token) -> bool:
    """Tell whether a predicate is denied: "not", "never", or "no" and "neither" in its subject."""
    subject = sentence.child(head, *SUBJECTS)
    words = [*sentence.children(head, "advmod", "neg"), *([subject] if subject else [])]
    if subject:
        words += sentence.children(subject, "det", "cc:preconj")
    return any(t.text.lower() in _NEGATIONS | {"neither", "no", "nobody", "none"} for t in words)


def phrase(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the tokens of a noun phrase or clause, trimmed of asides and outer punctuation."""
    named = _standing_for(sentence, head)
    tokens = kept_tokens(sentence, named or head)
    drop = {t.index for t in sentence.children(named or head, "case", "cc", "mark")}
    if len(tokens) > _LONG_SUBJECT:
        for clause in sentence.children(named or head, "acl:relcl"):
            drop |= {t.index for t in sentence.subtree(clause)}
    return _without_edges([t for t in tokens if t.index not in drop])


def _standing_for(sentence: Sentence, head: Token) -> Token | None:
    """Return the apposition that says what a bare "the seventh" or "the contractor" is."""
    apposition = sentence.child(head, "appos")
    if not apposition:
        return None
    bare = head.tag in {"JJ", "CD", "DT", "JJS"}
    return apposition if bare or _is_name(apposition) > _is_name(head) else None


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
    inside_brackets = _bracketed(sentence)
    left = sorted((t for t in kept if t.index not in inside_brackets), key=lambda t: t.index)
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
    if child.label.startswith(_REMARKS) or child.label == "advmod" and _is_filler(child):
        return True
    if child.label.startswith("conj"):
        return _is_other_clause(sentence, head, child)
    if child.label == "cc":
        return not _joins_something(sentence, head, child)
    if child.label.startswith("obl"):
        case = sentence.child(child, "case")
        return bool(case) and case.text.lower() in _SOURCE_CASES
    if child.label in {"acl:relcl", "appos", "acl"}:
        return _set_off(sentence, child) and not _is_named_pair(sentence, head, child)
    if child.label.startswith("advcl"):
        return _is_aside_clause(sentence, head, child)
    return False


def _is_filler(token: Token) -> bool:
    return token.text.lower() in _FILLERS


def _is_other_clause(sentence: Sentence, head: Token, child: Token) -> bool:
    verbal = child.tag.startswith(("VB", "MD")) and head.tag.startswith("VB")
    return verbal and (bool(subject_of(sentence, child)) or child.tag != head.tag or bool(
        sentence.children(child, "aux", "aux:pass")
    )) or bool(sentence.child(child, *SUBJECTS))


def _joins_something(sentence: Sentence, head: Token, conjunction: Token) -> bool:
    # A "cc" hangs on the conjunct after it; it goes when that conjunct has gone, or has no first.
    return head.label.startswith("conj") and conjunction.index < head.index and not (
        head.tag.startswith("VB") and _is_other_clause(sentence, sentence.tokens[head.head], head)
    )


def _is_named_pair(sentence: Sentence, head: Token, child: Token) -> bool:
    """Tell whether an apposition names what a plural noun counts: "two vessels, the A and the B"."""
    return child.label == "appos" and head.tag == "NNS" and bool(sentence.child(child, "conj"))


def _is_aside_clause(sentence: Sentence, head: Token, child: Token) -> bool:
    marks = {t.text.lower() for t in sentence.children(child, "mark")}
    if child.index < head.index or marks & _ASIDE_MARKS or marks & {"if", "unless"}:
        return True
    if child.tag == "VBG" and not marks:
        return _set_off(sentence, child)
    return _set_off(sentence, child) and lemma(child.text, child.tag) in _ATTRIBUTING


def _set_off(sentence: Sentence, token: Token) -> bool:
    """Tell whether a comma or dash parts a subtree from what precedes it."""
    first = sentence.subtree(token)[0].index
    return first > 0 and sentence.tokens[first - 1].text in {",", ";", *_DASHES} or (
        sentence.tokens[first].text in {",", ";", *_DASHES}
    )


def _bracketed(sentence: Sentence) -> frozenset[int]:
    """Return the indices of tokens in round brackets or between a pair of dashes."""
    inside: set[int] = set()
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


def _joins_numbers(sentence: Sentence, dash: Token) -> bool:
    around = sentence.tokens[max(0, dash.index - 1) : dash.index + 2]
    return any(a.end == b.start for a, b in zip(around, around[1:], strict=False))


def _fronted(sentence: Sentence, head: Token, rest: list[Token]) -> list[Token]:
    """Return a short time or place that opens the clause, to stand at its end."""
    subject = subject_of(sentence, head)
    if not subject:
        return []
    before = subject.index
    for child in sentence.children(head):
        if child.label.startswith("obl") and child.index < before:
            below = sentence.subtree(child)
            inside = [t for t in rest if t in below]
            if len(inside) <= len(("on", "Monday", "the", "5th", "May")):
                return list(_without_edges(inside))
    return []


def _auxiliary_tokens(sentence: Sentence, head: Token) -> list[Token]:
    words = list(sentence.children(head, *_AUXILIARIES))
    words += [t for t in sentence.children(head, "mark") if t.tag == "TO"]
    if not words and head.label.startswith("conj"):
        first = sentence.tokens[head.head]
        shared = head.tag in {"VB", "VBN", "VBG"} and head.tag == first.tag
        return [t for t in _auxiliary_tokens(sentence, first)] if shared else []
    return sorted(words, key=lambda t: t.index)


def _is_copular(sentence: Sentence, head: Token) -> bool:
    return bool(sentence.child(head, "cop"))


def _negates(token: Token, head: Token) -> bool:
    return token.head == head.index and token.text.lower() in _NEGATIONS - {"never"}


def _is_plural(sentence: Sentence, head: Token, subject: Token) -> bool:
    finite = next(
        (t for t in (*_auxiliary_tokens(sentence, head), head) if t.tag in {"VBZ", "VBP"}), None
    )
    if finite:
        return finite.tag == "VBP"
    was = {t.text.lower() for t in sentence.children(head, *_AUXILIARIES)} & {"was", "were"}
    if was and not ("were" in was and any(t.text.lower() == "if" for t in sentence.children(head, "mark"))):
        return "were" in was
    return is_plural_noun(sentence, subject)


def is_plural_noun(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun phrase takes a plural verb."""
    if noun.tag in {"NNS", "NNPS"} or noun.text.lower() in _PLURAL_NOUNS | {"they", "we", "these"}:
        return True
    joined = sentence.child(noun, "conj")
    return bool(joined) and any(
        t.text.lower() in {"and", "&"} for t in sentence.children(joined, "cc")
    )


def _without_edges(tokens: list[Token]) -> tuple[Token, ...]:
    """Return tokens without punctuation at the ends; a closing bracket or quotation mark stays."""
    edge = {",", ";", ":", ".", "?", "!", *_DASHES, "-"}
    while tokens and tokens[0].text in edge:
        tokens = tokens[1:]
    while tokens and tokens[-1].text in edge:
        tokens = tokens[:-1]
    return tuple(tokens)


def shortened(clause: Clause) -> Iterator[Clause]:
    """Yield the clause with one adjunct less at a time, the last and least needed first."""
    yield clause
    while (cut := _last_adjunct(clause)) is not None:
        left = [p for p in clause.predicate if isinstance(p, str) or p.index not in cut]
        if not left:
            return
        clause = replace(clause, predicate=tuple(left))
        yield clause


def _last_adjunct(clause: Clause) -> set[int] | None:
    present = [t for t in clause.predicate if isinstance(t, Token)]
    loose = ("advcl", "acl:relcl", "acl", "obl", "appos", "nmod:unmarked")
    for token in sorted(present, key=lambda t: -clause.sentence.subtree(t)[-1].index):
        if token.label.startswith(loose) and token is not clause.head:
            cut = {t.index for t in clause.sentence.subtree(token)}
            if cut & {t.index for t in present} and clause.head.index not in cut:
                return cut
    return None


def declarative(clause: Clause) -> tuple[Part, ...]:
    """Return a clause as the words of a statement, its verb group built anew."""
    words = words_of(clause.group, plural=clause.plural)
    if clause.negated:
        first, rest = question_words(clause.group, plural=clause.plural)
        words = (first, "not", *rest)
    return (*clause.subject, words[0], *clause.middle, *words[1:], *clause.predicate)


def statement(reading: Reading, sentence: Sentence, head: Token) -> str | None:
    """Return a clause as a sentence of its own; None where a pronoun in it stays unresolved."""
    text = spell(reading, sentence, _as_stated(sentence, head))
    return capitalised(text.rstrip(".") + ".") if text else None


def predicate(reading: Reading, sentence: Sentence, head: Token) -> str | None:
    """Return a clause without its subject: what somebody does or is."""
    subject = subject_of(sentence, head)
    inside = {t.index for t in sentence.subtree(subject)} if subject else set()
    start = max(inside, default=-1)
    words = [t for t in _as_stated(sentence, head) if t.index > start]
    actor = reading.actor_at(sentence.index, subject.index) if subject else None
    return spell(reading, sentence, words, known=(actor.id if actor else "",))


def _as_stated(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the tokens of a clause in their order, as they stand, without what joins it on."""
    drop = {t.index for t in sentence.children(head, "mark", "cc") if t.tag != "TO"}
    kept = [t for t in kept_tokens(sentence, head) if t.index not in drop and t.tag != "."]
    return _without_edges(kept)


def spelled(reading: Reading, clause: Clause, parts: Iterable[Part]) -> str | None:
    """Return parts of a clause as text."""
    return spell(reading, clause.sentence, tuple(parts))
