"""A clause -> its action: the verb with what completes it, without subject, times and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extract.reading import Reading
from generator.extract.trimming import subject_of
from generator.extract.wording import spell
from generator.language.tree import Sentence, Token

VERB_PARTS = ("aux", "aux:pass", "cop", "compound:prt", "neg", "expl")
COMPLEMENTS = ("obj", "iobj", "xcomp")
LONGEST = 16
"""Words; of a longer complement only what stands before its first clause is told."""
ASIDES = frozenset({"acl:relcl", "appos", "parataxis", "punct", "advcl", "acl", "conj", "cc"})
REASONS = frozenset({"as", "after", "because", "over", "amid", "despite", "since", "during", "by"})


def headline_action(headline: Sentence) -> str | None:
    """Return what a headline says that somebody does; None where it has no verb."""
    verb = _headline_verb(headline)
    if verb is None:
        return None
    kept = _core(headline, verb)
    words = "".join(
        ("" if before is not None and before.end == token.start else " ") + token.text
        for before, token in zip([None, *kept], kept, strict=False)
    )
    return words.strip() or None


def action_of(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return what the subject of a clause does; None where a pronoun in it stays unresolved."""
    subject = subject_of(sentence, verb)
    actor = reading.actor_at(sentence.index, subject.index) if subject else None
    return spell(reading, sentence, _core(sentence, verb), known=(actor.id,) if actor else ())


def _headline_verb(headline: Sentence) -> Token | None:
    """Return the root if it is a verb, "to" with its verb, or the first verb that has a subject."""
    if headline.root.tag.startswith("VB"):
        return headline.root
    planned = next((t for t in headline.tokens if t.tag.startswith(("VB", "TO", "MD"))), None)
    if planned is not None and planned.tag == "TO":
        after = headline.tokens[planned.index + 1 : planned.index + 2]
        if after and after[0].tag == "VB":
            return after[0]
    verbs = (t for t in headline.tokens if t.tag.startswith("VB"))
    return next((t for t in verbs if subject_of(headline, t) is not None), None)


def _core(sentence: Sentence, verb: Token) -> Sequence[Token]:
    """Return a verb, its auxiliaries, objects and, where it has none, its first complement."""
    kept = {verb.index}
    for child in sentence.children(verb, *VERB_PARTS):
        kept |= {t.index for t in sentence.subtree(child)}
    kept |= {t.index for t in sentence.children(verb, "mark") if t.tag == "TO"}
    kept |= {t.index for t in sentence.children(verb, "advmod") if _belongs(t, verb)}
    complements = [c for c in sentence.children(verb, *COMPLEMENTS) if c.index > verb.index]
    if not complements:
        complements = list(_first_complement(sentence, verb))
    for child in complements:
        inner = _core(sentence, child) if child.label == "xcomp" else _phrase(sentence, child)
        kept |= {t.index for t in inner}
        for whom in _between(sentence, verb, child):
            kept |= {t.index for t in _phrase(sentence, whom)}
    return [t for t in sentence.tokens if t.index in kept][:LONGEST]


def _between(sentence: Sentence, verb: Token, infinitive: Token) -> list[Token]:
    """Return whom somebody expects or asks to do something, taken by the parse for a subject."""
    if infinitive.label != "xcomp":
        return []
    found = (*sentence.children(verb, "nsubj"), *sentence.children(infinitive, "nsubj"))
    return [t for t in found if verb.index < t.index < infinitive.index]


def _belongs(adverb: Token, verb: Token) -> bool:
    """Say whether an adverb changes what is done: "not", or one right before the verb."""
    return adverb.text.lower() in {"not", "n't", "n’t", "never"} or adverb.index == verb.index - 1


def _first_complement(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Yield what a verb without an object is completed by: a clause, or "in Washington"."""
    for child in sentence.children(verb, "ccomp", "obl", "obl:agent", "nmod", "advcl"):
        case = sentence.child(child, "case", "mark")
        reason = case is not None and case.text.lower() in REASONS and child.label != "obl:agent"
        if child.index > verb.index and not reason:
            yield child
            return


def _phrase(sentence: Sentence, top: Token) -> list[Token]:
    """Return a noun phrase without relative clauses and asides."""
    kept, stack = [top], [c for c in sentence.children(top) if c.label not in ASIDES]
    if any(c.label == "conj" for c in sentence.children(top)) and top.tag.startswith("NN"):
        stack += sentence.children(top, "conj")
    while stack:
        token = stack.pop()
        kept.append(token)
        stack += [c for c in sentence.children(token) if c.label not in ASIDES - {"cc", "punct"}]
    return sorted(kept, key=lambda t: t.index)
