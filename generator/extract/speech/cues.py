"""A parsed sentence -> its claims: who attributes what by which word, as the tree has it.

Every rule asks the tree one question: what does this verb (noun, adjective, `according to`) take
as the thing said, and whose is it? Quotation marks play no part here; `dialogue.py` adds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from generator.extract.grammar.adjoining import adjacent, noun_after
from generator.extract.grammar.complements import complement
from generator.extract.grammar.holders import (
    CITING,
    agent,
    base_form,
    is_aside,
    is_told,
    is_written,
    only_points,
    owner,
    preposition_of,
    speaker_of,
    speaks,
    subject,
)
from generator.extract.grammar.hosts import host_clause, marker, without
from generator.extract.speech.claims import TRIMMED, Claim, head_of, is_by_nobody
from generator.extract.words import speech_verbs as words
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

_MEASURES = frozenset(
    """ability age custom ideal mechanism method need norm plan principle procedure protocol rank
    schedule situation size standard taste tradition wish""".split()
)
"""What something is done in accordance with, and nobody says: `rebuilt according to her wishes`."""
_LONGEST_SENTENCE = 400
"""Words; more is a table or a list without stops, and every claim looks at all of them."""


def find_claims(sentence: Sentence) -> tuple[Claim, ...]:
    """Return the claims of a sentence in the order of their cues, none inside another."""
    if len(sentence.tokens) > _LONGEST_SENTENCE:
        return ()
    found = [c for token in sentence.tokens if (c := _claim(sentence, token)) and c.content]
    taken: set[int] = set()
    outer: list[Claim] = []
    found = [_with_teller(claim, found) for claim in found]
    cited = {claim.cited for claim in found if claim.cited}
    own = (c for c in found if c.source not in cited or not _is_beside(c))
    for claim in sorted(own, key=lambda c: -len(c.content)):
        if claim.cue.index not in taken:
            outer.append(claim)
            taken.update(token.index for token in claim.content)
    return tuple(sorted(outer, key=attrgetter("cue.index")))


def _with_teller(claim: Claim, found: Sequence[Claim]) -> Claim:
    """Return a claim with whoever told of it beside: `Reis said it failed, Portnet reported`."""
    says = claim.form == "clause" and claim.lemma in words.SPEAKING
    spoken = says or (claim.form == "phrase" and claim.lemma not in words.THINKING)
    if claim.cited or not spoken or claim.source is None or is_written(claim.source):
        return claim
    tellers = (c.source for c in found if _is_beside(c) and head_of(c) is claim.cue)
    return replace(claim, cited=next(tellers, None))


def _is_beside(claim: Claim) -> bool:
    """Tell whether a claim only stands beside all that it tells: `It failed, Portnet reported`."""
    before = head_of(claim).index < claim.cue.index and claim.form in {"clause", "host"}
    return (before and claim.lemma == "report") or claim.lemma == "according to"


def _claim(sentence: Sentence, token: Token) -> Claim | None:
    if token.text.lower() == "according":
        return _according(sentence, token)
    find = _BY_TAG.get(token.tag[:2])
    claim = find(sentence, token) if find else None
    source = claim.source if claim is not None else None
    small = source is not None and source.text.islower() and source.tag != "CD"
    # "No one today has a right to denounce it"
    nobody = source is not None and small and is_time(source)
    return None if nobody or is_by_nobody(sentence, token, source) else claim


def _negated(sentence: Sentence, token: Token) -> bool:
    """Recognise "did not say" and "said nothing about the fact"."""
    if any(t.text.lower() == "nothing" for t in sentence.children(token, "obj")):
        return True
    return any(
        child.text.lower() in {"not", "n't", "n’t", "never", "neither"}
        for child in sentence.children(token, "advmod", "cc:preconj")
    )


def _verbal(sentence: Sentence, verb: Token) -> Claim | None:
    base = base_form(verb)
    if _is_passive(sentence, verb, base):
        return _passive(sentence, verb, base)
    if base in CITING and is_aside(sentence, verb):
        return None
    content, form = complement(sentence, verb, base)
    if not content:
        return None
    source = _holder(sentence, verb, content)
    if (source is None and form != "clause") or only_points(sentence, verb, source):
        return None
    if source is not None and source in content:
        content = without(content, sentence.subtree(source)) or content
    if form == "phrase" and _comments(sentence, verb):
        return None
    content, cited = _without_credit(sentence, content)
    cited = cited if base in words.SPEAKING else None  # `plans to close, according to a report`
    negated = _negated(sentence, verb)
    said = "say" if base == "put" else base
    return Claim(sentence.index, verb, said, source, content, form, negated, cited)


def _without_credit(
    sentence: Sentence, content: tuple[Token, ...]
) -> tuple[tuple[Token, ...], Token | None]:
    """Part what is said from whoever told of it: `said it failed, according to an aide`."""
    ordered = sorted(content, key=lambda t: t.index)
    for token in ordered[1:]:
        if token.text == "according" and sentence.tokens[token.index - 1].text == ",":
            cited = _accorded(sentence, token)
            if cited is not None and sentence.subtree(cited)[-1].index >= ordered[-1].index:
                return tuple(t for t in ordered if t.index < token.index - 1), cited
    return content, None


def _comments(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a participle only explains what was said: `, he said, referring to the dam`."""
    above = sentence.head(verb)
    bare = verb.tag == "VBG" and sentence.child(verb, "aux") is None
    return bare and above is not None and speaks(above) and verb.label in {"ccomp", "advcl"}


def _is_passive(sentence: Sentence, verb: Token, base: str) -> bool:
    """Tell whether a verb is one of being told or asked: `was said to`, `Asked whether`."""
    if is_told(sentence, verb):
        return True
    bare = verb.tag == "VBN" and not sentence.child(verb, "aux")
    return bare and (verb.label == "acl" or (verb.label == "advcl" and base in words.ADDRESSING))


def _holder(sentence: Sentence, verb: Token, content: tuple[Token, ...]) -> Token | None:
    """Return whose words a verb gives: never somebody inside the words themselves."""
    reported = verb.tag != "VBG" and marker(sentence, verb) == "as"  # `as reported by Radio Sol`
    source = (agent(sentence, verb) if reported else None) or speaker_of(sentence, verb)
    if source is None or source in content:
        return adjacent(sentence, verb) or source
    return source


def _passive(sentence: Sentence, verb: Token, base: str) -> Claim | None:
    """Return what is said of the subject of a passive: `is said to`, `was told that`."""
    subject_ = sentence.child(verb, "nsubj:pass", "nsubj")
    says = any(speaks(t) for t in sentence.children(verb, "advcl", "xcomp"))  # "is to say"
    source = subject_ if says else agent(sentence, verb)
    negated = _negated(sentence, verb)
    clause = sentence.child(verb, "ccomp", "csubj:pass", "csubj")
    if clause is not None and base in words.CLAUSE:
        content = sentence.subtree(clause)
        return Claim(sentence.index, verb, base, source, content, "clause", negated)
    known = (words.CLAUSE | words.INFINITIVE) - {"suppose"}  # `is supposed to` is nobody's view
    complement = sentence.child(verb, "xcomp")
    if complement is not None and subject_ is not None and base in known:
        content = (*sentence.subtree(subject_), *sentence.subtree(complement))
        return Claim(sentence.index, verb, base, source, content, "infinitive", negated)
    if base in words.CLAUSE and (host := host_clause(sentence, verb)):
        return Claim(sentence.index, verb, base, source, host, "host", negated)
    given = sentence.child(verb, "obj") is not None  # `was promised a job by the firm`
    if source is not None and subject_ is not None and base in words.OBJECT and not given:
        told_as = (
            token
            for child in sentence.children(verb, "xcomp", "obl", "advcl")
            if child.label == "xcomp" or preposition_of(sentence, child) == "as"
            for token in sentence.subtree(child)
        )
        content = (*sentence.subtree(subject_), *told_as)
        return Claim(sentence.index, verb, base, source, content, "object", negated)
    return None


def _according(sentence: Sentence, token: Token) -> Claim | None:
    """Return the claim of `according to` somebody; none where it only says how a source knows."""
    source = _accorded(sentence, token)
    if source is None or base_form(source) in _MEASURES or is_aside(sentence, token):
        return None
    last = max(t.index for t in sentence.subtree(source))
    above = sentence.head(source)
    return _beside_phrase(sentence, token, source, sentence.tokens[token.index : last + 1], above)


def _by_account(sentence: Sentence, noun: Token) -> Claim | None:
    """Return the claim of `By her own account, she slept`; in the bank is another account."""
    source, phrase = sentence.child(noun, "nmod:poss"), sentence.subtree(noun)
    told = (
        preposition_of(sentence, noun) in {"by", "in"} and sentence.child(noun, "compound") is None
    )
    if source is None or not told or not _set_apart(sentence, phrase):
        return None
    return _beside_phrase(sentence, noun, source, phrase, sentence.head(noun))


def _beside_phrase(
    sentence: Sentence, cue: Token, source: Token, phrase: Sequence[Token], above: Token | None
) -> Claim:
    """Return the claim of what stands beside a phrase that tells whose words it is."""
    host = above if above is not None and above not in phrase else sentence.root
    if _set_apart(sentence, phrase):
        host = _main_clause(sentence, host)
    content = without(sentence.subtree(host), phrase)
    if host.index < cue.index:
        content = tuple(t for t in content if t.index < cue.index)
    return Claim(sentence.index, cue, "according to", source, content, "according")


def _accorded(sentence: Sentence, token: Token) -> Token | None:
    """Return the head of the noun phrase behind `according to`, wherever the parse hung it."""
    behind = sentence.child(token, "obl", "nmod") or sentence.head(token)
    beside = noun_after(sentence, token.index + 1)
    if behind is not None and behind.index > token.index:
        own = [t for t in sentence.subtree(behind) if t.index > token.index + 1]
        adjoins = own[0].text != "," and own[0].index == token.index + 2
        if beside is None or adjoins:
            return behind
    titled = beside is not None and beside.label == "nmod:desc"
    return sentence.head(beside) if beside is not None and titled else beside


def _set_apart(sentence: Sentence, phrase: Sequence[Token]) -> bool:
    """Tell whether a phrase begins or ends its sentence, parted by a comma from the rest."""
    after = [t for t in sentence.tokens[phrase[-1].index + 1 :] if t.text not in TRIMMED]
    before = sentence.tokens[: phrase[0].index]
    parted = any(token.text == "," for token in before[-2:])
    return not before or (parted and not after)


def _main_clause(sentence: Sentence, token: Token) -> Token:
    """Return the clause that a phrase set apart belongs to."""
    for above in sentence.path_to_root(token):
        asked = any(t.text.lower() in {"whether", "if"} for t in sentence.children(above, "mark"))
        teller = sentence.head(above)
        within = above.label == "ccomp" and teller is not None and not speaks(teller)
        if above.label in {"root", "ccomp", "parataxis"} and not asked and not within:
            pointed = only_points(sentence, above, subject(sentence, above))
            return (sentence.child(above, "ccomp") if pointed else None) or above
    return token


def _nominal(sentence: Sentence, noun: Token) -> Claim | None:
    """Return the claim of a noun: `the allegation that`, `his promise to`."""
    base = base_form(noun)
    if base == "account":
        return _by_account(sentence, noun)
    if base not in words.CLAUSE_NOUNS:
        return None
    for clause in sentence.children(noun, "acl", "acl:relcl", "ccomp", "xcomp"):
        if clause.index > noun.index and marker(sentence, clause) in {"that", "to", "whether"}:
            content = sentence.subtree(clause)
            source = owner(sentence, noun)
            return Claim(sentence.index, noun, base, source, content, "noun")
    return None


def _adjectival(sentence: Sentence, adjective: Token) -> Claim | None:
    """Return what somebody is sure, afraid or unsure of."""
    base = adjective.text.lower()
    above = sentence.head(adjective)
    made = above is not None and base_form(above) == "make"  # `to make sure it holds`
    known = base in words.CLAUSE_ADJECTIVES and not (made and base in {"certain", "sure"})
    clause = sentence.child(adjective, "ccomp") if known else None
    source = subject(sentence, adjective) if clause else None
    if clause is None or source is None:
        return None
    content = sentence.subtree(clause)
    return Claim(
        sentence.index, adjective, base, source, content, "clause", _negated(sentence, adjective)
    )


_BY_TAG = {"VB": _verbal, "NN": _nominal, "JJ": _adjectival}
