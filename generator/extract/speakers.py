"""The noun phrase of a source -> the actor it names, whether it is unnamed, and whom it cites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.extract.holders import antecedent
from generator.extract.reading import Actor
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token
from generator.model import Span

_NAME_PARTS = ("flat", "compound", "appos")
_CLOSE_PARTS = ("flat", "compound", "det", "amod", "nmod:poss", "nummod")
_INSIDE_NAMES = frozenset("()-")
_CITING = frozenset({"cite", "quote"})


@dataclass(frozen=True)
class Cast:
    """The actors of a document, found by the tokens that mention them."""

    by_token: dict[tuple[int, int], Actor]

    def speaker(self, sentence: Sentence, source: Token | None) -> Actor | None:
        """Return the actor that a source names, rather by name than by role."""
        if source is None:
            return None
        head = antecedent(sentence, source)
        parts = [t for t in sentence.children(head) if t.label.startswith(_NAME_PARTS)]
        parts += _rest_of_name(sentence, head)
        actors = [self.by_token.get((sentence.index, token.index)) for token in (head, *parts)]
        found = [actor for actor in actors if actor is not None]
        return next((actor for actor in found if not actor.anonymous), found[0] if found else None)


def _rest_of_name(sentence: Sentence, head: Token) -> list[Token]:
    """Return the proper nouns behind one: `Brig. Gen. (retd) Amara Diallo`."""
    rest: list[Token] = []
    if head.tag.startswith("NNP"):
        for token in sentence.tokens[head.index + 1 :]:
            if not (token.tag.startswith("NNP") or token.text in _INSIDE_NAMES):
                break
            rest.append(token)
    return rest


def cast_of(document: Document, actors: Iterable[Actor]) -> Cast:
    """Return the actors by the tokens that mention them; the shorter of two mentions wins."""
    rows = [(m.last - m.first, actor, m) for actor in actors for m in actor.mentions]
    rows.sort(key=lambda row: -row[0])
    return Cast(
        {(m.sentence, token): actor for _, actor, m in rows for token in range(m.first, m.last)}
    )


def source_spans(
    sentence: Sentence, source: Token | None, cue: Token | None = None
) -> tuple[Span, ...]:
    """Return the words of a source, without a preposition before it and never with its cue.

    For `who` they are the words that it stands for, then the pronoun.
    """
    if source is None:
        return ()
    named = antecedent(sentence, source)
    pronoun = () if named is source else (Span(source.start, source.end),)
    tokens = list(sentence.subtree(named))
    if cue is not None and cue in tokens:
        parts = sentence.children(named, *_CLOSE_PARTS)
        tokens = sorted({named, *parts}, key=lambda t: t.index)
    while tokens and (tokens[0].label in {"case", "punct", "mark", "cc"} or tokens[0].text == "to"):
        tokens.pop(0)
    while tokens and tokens[-1].label == "punct":
        tokens.pop()
    return (*((Span(tokens[0].start, tokens[-1].end),) if tokens else ()), *pronoun)


def is_anonymous(sentence: Sentence, source: Token | None, speaker: Actor | None) -> bool:
    """Tell whether a source is described but not named: `two officials`."""
    if speaker is not None:
        return speaker.anonymous
    if source is None:
        return False
    head = antecedent(sentence, source)
    if not head.tag.startswith(("NN", "CD", "DT")) or head.tag.startswith("NNP"):
        return False
    return not any(t.tag.startswith("NNP") for t in sentence.subtree(head))


def via(
    document: Document, sentence: Sentence, cue: Token, source: Token | None
) -> tuple[str, ...]:
    """Return through whom the words came: `citing a ministry memo`, nearest first."""
    places = [cue] if source is None else [cue, source]
    for place in places:
        for clause in sentence.children(place, "advcl", "acl", "obl", "dep"):
            if lemma(clause.text, clause.tag) in _CITING:
                return tuple(_cited(document, sentence, clause))
    return ()


def _cited(document: Document, sentence: Sentence, verb: Token) -> Iterable[str]:
    """Yield what is cited, then what that source cites in turn."""
    cited = sentence.child(verb, "obj")
    if cited is None:
        return
    inner = next(
        (
            relative
            for relative in sentence.children(cited, "acl:relcl", "acl")
            if lemma(relative.text, relative.tag) in _CITING
        ),
        None,
    )
    end = sentence.subtree_span(cited).end
    if inner is not None:
        end = sentence.tokens[sentence.subtree(inner)[0].index - 1].end
    yield document.words(sentence.subtree_span(cited).start, end)
    if inner is not None:
        yield from _cited(document, sentence, inner)
