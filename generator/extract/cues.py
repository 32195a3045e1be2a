"""A parsed sentence -> its claims: who attributes what by which word, as the tree has it.

Every rule asks the tree one question: what does this verb (noun, adjective, `according to`) take
as the thing said, and whose is it? Quotation marks play no part here; `dialogue.py` adds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.extract import speech_verbs as words
from generator.extract.holders import (
    SUBJECTS,
    adjacent,
    agent,
    base_form,
    owner,
    preposition_of,
    speaks,
    subject,
)
from generator.language.tree import Sentence, Token
from generator.model import Span

ClaimForm = Literal["clause", "host", "infinitive", "object", "phrase", "according", "noun"]
_OBLIQUES = ("obl", "nmod", "obl:agent", "advcl")
_TRIMMED = frozenset(",.;:!?—–-―")


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution inside one sentence, in tokens."""

    sentence: int
    cue: Token
    lemma: str
    source: Token | None
    """The head of the noun phrase that names who says it."""
    content: tuple[Token, ...]
    form: ClaimForm
    negated: bool = False


def find_claims(sentence: Sentence) -> tuple[Claim, ...]:
    """Return the claims of a sentence in the order of their cues, none inside another."""
    found = [c for token in sentence.tokens if (c := _claim(sentence, token)) and c.content]
    taken: set[int] = set()
    outer: list[Claim] = []
    for claim in sorted(found, key=lambda c: -len(c.content)):
        if claim.cue.index not in taken:
            outer.append(claim)
            taken.update(token.index for token in claim.content)
    return tuple(sorted(outer, key=lambda c: c.cue.index))


def _claim(sentence: Sentence, token: Token) -> Claim | None:
    if token.text.lower() == "according":
        return _according(sentence, token)
    if token.tag.startswith("VB"):
        return _verbal(sentence, token)
    if token.tag.startswith("NN"):
        return _nominal(sentence, token)
    if token.tag.startswith("JJ"):
        return _adjectival(sentence, token)
    return None


def spans(sentence: Sentence, claim: Claim) -> tuple[Span, ...]:
    """Return the text of a claim: one stretch on each side of its cue, stops left out.

    A word of the content that the parse hung elsewhere is thus taken in again; words without a
    verb on one side of a clause that stands on the other are none of it.
    """
    before = [token for token in claim.content if token.index < claim.cue.index]
    after = [token for token in claim.content if token.index > claim.cue.index]
    if claim.form == "clause" and after and not any(t.tag.startswith("VB") for t in before):
        before = []
    runs = [
        list(sentence.tokens[side[0].index : side[-1].index + 1])
        for side in (sorted(side, key=lambda t: t.index) for side in (before, after))
        if side
    ]
    return tuple(Span(run[0].start, run[-1].end) for run in map(_trim, runs) if run)


def _trim(run: list[Token]) -> list[Token]:
    first, last = 0, len(run)
    while first < last and (run[first].text in _TRIMMED or run[first].label == "cc"):
        first += 1
    while last > first and run[last - 1].text in _TRIMMED:
        last -= 1
    return run[first:last]


def _negated(sentence: Sentence, token: Token) -> bool:
    return any(
        child.text.lower() in {"not", "n't", "n’t", "never", "neither"}
        for child in sentence.children(token, "advmod", "cc:preconj")
    )


def _verbal(sentence: Sentence, verb: Token) -> Claim | None:
    base = base_form(verb)
    passive = sentence.child(verb, "aux:pass", "nsubj:pass") is not None
    if passive or (verb.tag == "VBN" and verb.label == "acl"):
        return _passive(sentence, verb, base)
    content, form = _complement(sentence, verb, base)
    if not content:
        return None
    source = _holder(sentence, verb, content)
    if source is None and form != "clause":
        return None
    return Claim(sentence.index, verb, base, source, content, form, _negated(sentence, verb))


def _holder(sentence: Sentence, verb: Token, content: tuple[Token, ...]) -> Token | None:
    """Return whose words a verb gives: never somebody inside the words themselves."""
    source = subject(sentence, verb)
    if source is None or source in content:
        return adjacent(sentence, verb) or source
    return source


def _complement(sentence: Sentence, verb: Token, base: str) -> tuple[tuple[Token, ...], ClaimForm]:
    """Return what a verb takes as the thing said, and in which form."""
    if base in words.CLAUSE:
        if clause := _clause(sentence, verb):
            return clause, "clause"
        if host := _host(sentence, verb):
            return host, "host"
    if infinitive := _infinitive(sentence, verb, base):
        return infinitive, "infinitive"
    if base in words.OBJECT and (object_ := _object(sentence, verb)):
        return object_, "object"
    return _phrase(sentence, verb, base), "phrase"


def _clause(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the clause that a verb takes: rather one behind it than one before it."""
    clauses = sentence.children(verb, "ccomp")
    behind = [clause for clause in clauses if clause.index > verb.index]
    behind += [
        clause
        for clause in sentence.children(verb, "parataxis")
        if clause.index > verb.index and _colon_between(sentence, verb, clause)
    ]
    chosen = (*behind, *clauses)
    return sentence.subtree(chosen[0]) if chosen else ()


def _colon_between(sentence: Sentence, verb: Token, clause: Token) -> bool:
    start = sentence.subtree(clause)[0].index
    between = sentence.tokens[verb.index + 1 : start + 1]
    return any(t.text in {":", '"', "“", "‘", "``"} for t in between)


def _host(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the clause that `he said` is put beside: `The road is open, he said`."""
    above = sentence.head(verb)
    if above is None or sentence.child(verb, "obj", "ccomp", "xcomp"):
        return ()
    as_said = verb.label == "advcl" and _marker(sentence, verb) == "as"
    if as_said and base_form(verb) not in words.STATING:
        return ()
    if verb.label != "parataxis" and not as_said:
        return ()
    if not as_said and sentence.child(verb, *SUBJECTS) is None:
        return ()
    left_out = [*sentence.subtree(verb), *_more_said(sentence, above, verb)]
    return _without(sentence.subtree(above), left_out)


def _more_said(sentence: Sentence, host: Token, verb: Token) -> list[Token]:
    """Return what a second verb of saying adds: `…, he said, adding that`."""
    later = (t for t in sentence.children(host, "advcl", "parataxis", "conj") if t is not verb)
    return [t for head in later if speaks(head) for t in sentence.subtree(head)]


def _marker(sentence: Sentence, verb: Token) -> str:
    mark = sentence.child(verb, "mark")
    return mark.text.lower() if mark else ""


def _without(tokens: tuple[Token, ...], left_out: Sequence[Token]) -> tuple[Token, ...]:
    taken = {token.index for token in left_out}
    return tuple(token for token in tokens if token.index not in taken)


def _infinitive(sentence: Sentence, verb: Token, base: str) -> tuple[Token, ...]:
    for complement in sentence.children(verb, "xcomp", "advcl", "ccomp"):
        if _marker(sentence, complement) != "to" or complement.index < verb.index:
            continue
        tokens = sentence.subtree(complement)
        object_ = sentence.child(verb, "obj", "iobj") or _called_on(sentence, verb, base)
        if object_ and base in words.OBJECT_INFINITIVE | {"call"}:
            return (*_bare(sentence, object_), *tokens)
        if base in words.INFINITIVE and complement.label != "advcl":
            return tokens
    return ()


def _called_on(sentence: Sentence, verb: Token, base: str) -> Token | None:
    if base not in {"call", "appeal", "plead"}:
        return None
    for oblique in sentence.children(verb, "obl"):
        if preposition_of(sentence, oblique) in {"on", "upon", "to", "with", "for"}:
            return oblique
    return None


def _object(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    object_ = sentence.child(verb, "obj")
    if object_ is None or object_.tag.startswith("W"):
        return ()
    found = list(sentence.subtree(object_))
    for child in sentence.children(verb, "xcomp", "obl", "advcl"):
        told_as = child.label == "xcomp" or preposition_of(sentence, child) in {"as", "for", "of"}
        if told_as and child.index > object_.index:
            found += sentence.subtree(child)
    return tuple(found)


def _phrase(sentence: Sentence, verb: Token, base: str) -> tuple[Token, ...]:
    for oblique in sentence.children(verb, *_OBLIQUES):
        preposition = preposition_of(sentence, oblique)
        if oblique.index > verb.index and words.takes_preposition(base, preposition):
            return _bare(sentence, oblique)
    return ()


def _bare(sentence: Sentence, phrase: Token) -> tuple[Token, ...]:
    """Return a phrase without the preposition before it."""
    tokens = sentence.subtree(phrase)
    first = sentence.child(phrase, "case", "mark")
    return tuple(t for t in tokens if first is None or t.index > first.index)


def _passive(sentence: Sentence, verb: Token, base: str) -> Claim | None:
    """Return what is said of the subject of a passive: `is said to`, `was told that`."""
    source = agent(sentence, verb)
    subject_ = sentence.child(verb, "nsubj:pass", "nsubj")
    negated = _negated(sentence, verb)
    clause = sentence.child(verb, "ccomp", "csubj:pass", "csubj")
    if clause is not None and base in words.CLAUSE:
        content = sentence.subtree(clause)
        return Claim(sentence.index, verb, base, source, content, "clause", negated)
    known = words.CLAUSE | words.INFINITIVE
    complement = sentence.child(verb, "xcomp")
    if complement is not None and subject_ is not None and base in known:
        content = (*sentence.subtree(subject_), *sentence.subtree(complement))
        return Claim(sentence.index, verb, base, source, content, "infinitive", negated)
    if base in words.CLAUSE and (host := _host(sentence, verb)):
        return Claim(sentence.index, verb, base, source, host, "host", negated)
    if source is not None and subject_ is not None and base in words.OBJECT:
        content = sentence.subtree(subject_)
        return Claim(sentence.index, verb, base, source, content, "object", negated)
    return None


def _according(sentence: Sentence, token: Token) -> Claim | None:
    """Return the claim of `according to` somebody."""
    inner = sentence.child(token, "obl", "nmod")
    phrase = token if inner is not None else sentence.head(token)
    host = sentence.head(phrase) if phrase is not None else None
    if phrase is None or host is None:
        return None
    if _set_apart(sentence, phrase):
        host = _main_clause(sentence, host)
    content = _without(sentence.subtree(host), sentence.subtree(phrase))
    if host.index < token.index:
        content = tuple(t for t in content if t.index < token.index)
    source = inner or phrase
    return Claim(sentence.index, token, "according to", source, content, "according")


def _set_apart(sentence: Sentence, phrase: Token) -> bool:
    """Tell whether a phrase begins or ends its sentence, parted by a comma from the rest."""
    tokens = sentence.subtree(phrase)
    after = [t for t in sentence.tokens[tokens[-1].index + 1 :] if t.text not in _TRIMMED]
    before = sentence.tokens[: tokens[0].index]
    parted = tokens[0].text == "," or (bool(before) and before[-1].text == ",")
    return not before or (parted and not after)


def _main_clause(sentence: Sentence, token: Token) -> Token:
    """Return the clause that a phrase set apart belongs to."""
    for above in sentence.path_to_root(token):
        if above.label in {"root", "ccomp", "parataxis"}:
            return above
    return token


def _nominal(sentence: Sentence, noun: Token) -> Claim | None:
    """Return the claim of a noun: `the allegation that`, `his promise to`."""
    base = base_form(noun)
    if base not in words.CLAUSE_NOUNS:
        return None
    for clause in sentence.children(noun, "acl", "ccomp", "xcomp"):
        if clause.index > noun.index and _marker(sentence, clause) in {"that", "to", "whether"}:
            content = sentence.subtree(clause)
            source = owner(sentence, noun)
            return Claim(sentence.index, noun, base, source, content, "noun")
    return None


def _adjectival(sentence: Sentence, adjective: Token) -> Claim | None:
    """Return what somebody is sure, afraid or unsure of."""
    base = adjective.text.lower()
    clause = sentence.child(adjective, "ccomp")
    source = subject(sentence, adjective)
    if base not in words.CLAUSE_ADJECTIVES or clause is None or source is None:
        return None
    content = sentence.subtree(clause)
    return Claim(
        sentence.index, adjective, base, source, content, "clause", _negated(sentence, adjective)
    )
