"""The noun phrase of a source -> the actor it names, whether it is unnamed, and whom it cites."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from generator.extract.grammar.holders import (
    CITING,
    agent,
    antecedent,
    base_form,
    can_tell,
    is_told,
    is_written,
    preposition_of,
)
from generator.extract.reading import Actor
from generator.extract.speech.claims import Claim
from generator.extract.words.lexicon import (
    EVIDENCE,
    ORGANISATIONS,
    WRITINGS,
    is_people_noun,
)
from generator.extract.words.names import fold, is_acronym, surname
from generator.language.tree import Document, Sentence, Token
from generator.model import Span

_NAME_PARTS = ("flat", "appos", "nmod:desc", "compound")
_LONGEST_SOURCE = 8
"""Words; of a longer one what it did is left out: `a study | published on Thursday in …`."""
_ENDS_SOURCE = frozenset({":", "(", "who", "which"})
"""What begins what a source says, or more of what it is: `one of the officials, | who asked`."""
_UNNAMED = frozenset({"anonymous", "unidentified", "unnamed"})
_MAKING = frozenset("deliver give issue make produce publish release send write".split())
"""Not `emails seen by Reuters`."""
_FEWEST_MENTIONS = 5
"""Of somebody whom an article is about."""
_ASIDES = ("advcl", "acl", "acl:relcl", "obl", "nmod", "dep")


@dataclass(frozen=True)
class Cast:
    """The actors of a document, found by the tokens that mention them."""

    by_token: dict[tuple[int, int], Actor]

    @cached_property
    def by_id(self) -> dict[str, Actor]:
        """The actors by their ids."""
        return {actor.id: actor for actor in self.by_token.values()}

    def interviewee(self, title: str, quoted: Sequence[str | None]) -> Actor | None:
        """Return who is interviewed: whom the introduction quotes, or the title names.

        Or else the article mentions most.
        """
        people = self._people()
        told = [a for a in people if a.id in quoted]
        named = [a for a in people if " ".join(surname(a.name)) in fold(title)]
        if told:
            return max(told, key=lambda actor: quoted.count(actor.id))
        return max(named or people, key=_mentions, default=None)

    def _people(self) -> list[Actor]:
        return [a for a in self.by_id.values() if a.kind == "person" and not a.anonymous]

    def protagonist(self) -> Actor | None:
        """Return the main person, where the article mentions nobody else half as often."""
        main = max(self._people(), key=_mentions, default=None)
        others = (a for a in self.by_id.values() if a is not main and a.kind == "person")
        most = max((len(actor.mentions) for actor in others), default=0)
        return main if main and len(main.mentions) >= max(_FEWEST_MENTIONS, 2 * most) else None

    def named(self, label: str) -> Actor | None:
        """Return the person whose name a label ends like, or has the initials of: `PENCE`, `MP`."""
        people = [a for a in self.by_token.values() if a.kind == "person" and not a.anonymous]
        short = label.casefold()
        ends = (a for a in people if a.name.split()[-1].casefold() == short)
        initials = (a for a in people if "".join(w[0] for w in a.name.split()) == label)
        return next(ends, None) or next(initials, None)

    def speaker(self, sentence: Sentence, source: Token | None) -> Actor | None:
        """Return the actor that a source names, rather by name than by role."""
        if source is None:
            return None
        head = _maker(sentence, antecedent(sentence, source))
        # A name beside the head comes first: "Hamas leader Ana Reis" is not Hamas.
        parts = [t for label in _NAME_PARTS for t in sentence.children(head, label)]
        parts += _rest_of_name(sentence, head)
        told_of = sentence.head(head) if head.label == "appos" else None
        parts += [told_of] if told_of is not None else []  # "Ada Orr, a Republican who said"
        places = (head, *parts)
        actors = [self.by_token.get((sentence.index, token.index)) for token in places]
        apposed = sentence.children(head, "appos")
        found = [
            actor
            for actor, token in zip(actors, places, strict=True)
            if actor is not None
            and not (token not in (head, *apposed) and _is_only_beside(head, actor))
            and not (token is head and not actor.anonymous and _is_another(sentence, head, actor))
            and not (actor.kind == "group" and _is_one_of(sentence, head))
        ]
        named = next((actor for actor in found if not actor.anonymous), None)
        return named or self._in_office(head) or (found[0] if found else None)

    def _in_office(self, noun: Token) -> Actor | None:
        """Return the one person whose office has the initials that a noun is: `the MCE said`."""
        held = self._people() if noun.text.isupper() else ()
        found = [a for a in held if a.role and is_acronym(noun.text, a.role)]
        return found[0] if len(found) == 1 else None


def _maker(sentence: Sentence, noun: Token) -> Token:
    """Return whose a writing or a finding is: `A study by Reis said`, `An email sent by Reis`."""
    if not is_written(noun):
        return noun
    made = sentence.child(noun, "acl")
    by_maker = agent(sentence, made) if made and base_form(made) in _MAKING else None
    from_whom = (
        t for t in sentence.children(noun, "nmod") if preposition_of(sentence, t) == "from"
    )
    return agent(sentence, noun) or by_maker or next(from_whom, noun)


def _mentions(actor: Actor) -> int:
    return len(actor.mentions)


def _is_only_beside(noun: Token, actor: Actor) -> bool:
    """Tell whose people or body a noun names: `a Hamas leader`, `the Clinton campaign`."""
    base = base_form(noun).lower()
    if actor.kind == "person":
        return base in ORGANISATIONS
    return is_people_noun(base) or (noun.tag == "NNS" and actor.kind == "organisation")


def _is_another(sentence: Sentence, noun: Token, actor: Actor) -> bool:
    """Tell whether a noun introduces somebody, who is nobody named elsewhere: `an official`."""
    article = sentence.child(noun, "det")
    indefinite = article is not None and article.text.lower() in {"a", "an", "another"}
    indefinite |= any(t.text.lower() in _UNNAMED for t in sentence.children(noun, "amod"))
    places = {(sentence.index, t.index) for t in sentence.subtree(noun)}
    named = any((m.sentence, m.head) in places for m in actor.mentions if m.kind == "name")
    return noun.tag == "NN" and indefinite and not named


def _is_one_of(sentence: Sentence, people: Token) -> bool:
    """Tell whether a noun ends `one of the monks`, whichever of the two the parse took as head."""
    before = sentence.lower[max(0, people.index - 3) : people.index]
    return people.tag == "NNS" and before[:2] == ("one", "of")


def _rest_of_name(sentence: Sentence, head: Token) -> list[Token]:
    """Return the proper nouns right behind a rank or what somebody is: `Det Insp | Orr`."""
    return list(takewhile(lambda t: t.tag.startswith("NNP"), sentence.tokens[head.index + 1 :]))


def cast_of(document: Document, actors: Iterable[Actor]) -> Cast:
    """Return the actors by the tokens that mention them; the shorter of two mentions wins."""
    rows = [
        (m.last - m.first, actor, m)
        for actor in actors
        for m in actor.mentions
        if m.kind != "demonym"
    ]
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
    tokens = _own_words(sentence, named)
    if cue is not None:
        tokens = [t for t in tokens if (t.index < cue.index) == (named.index < cue.index)]
    while tokens and (
        tokens[0].label in {"case", "fixed", "punct", "mark", "cc"} or tokens[0].text == "to"
    ):
        tokens.pop(0)
    while tokens and _hangs(tokens[-1]):
        tokens.pop()
    return (*((Span(tokens[0].start, tokens[-1].end),) if tokens else ()), *pronoun)


def _hangs(last: Token) -> bool:
    """Tell what is no part of a name that it ends: a stop, or the sign of an owner."""
    return (last.label == "punct" and last.text != ")") or last.tag in {",", "POS"}


def _own_words(sentence: Sentence, noun: Token) -> list[Token]:
    """Return a noun phrase up to its relative clause, to whom it cites and to what it says."""
    kept: list[Token] = []
    asides = {
        token.index
        for clause in sentence.children(noun, "acl:relcl")
        for token in sentence.subtree(clause)
    }
    for token in sentence.subtree(noun):
        ends = token.index in asides or token.text in _ENDS_SOURCE or _cites(token)
        if token.index > noun.index and ends:
            break
        kept.append(token)
    if base_form(noun).lower() in WRITINGS | EVIDENCE:
        comma = next((t for t in kept if t.text == "," and t.index > noun.index), None)
        kept = [t for t in kept if comma is None or t.index < comma.index]
    told = sentence.child(noun, "acl")
    if told and len(kept) > _LONGEST_SOURCE:
        kept = [token for token in kept if token.index < sentence.subtree(told)[0].index]
    return kept


def _cites(token: Token) -> bool:
    return token.text.lower() == "according" or base_form(token) in CITING


def is_anonymous(sentence: Sentence, source: Token | None, speaker: Actor | None) -> bool:
    """Tell whether a source is described but not named: `two officials`."""
    if speaker is not None:
        return speaker.anonymous
    if source is None:
        return False
    head = antecedent(sentence, source)
    if not head.tag.startswith(("NN", "CD", "DT")) or head.tag.startswith("NNP"):
        return False
    if base_form(head).lower() in WRITINGS | EVIDENCE:
        return False
    return not any(t.tag.startswith("NNP") for t in sentence.subtree(head))


def via(document: Document, sentence: Sentence, claim: Claim) -> tuple[str, ...]:
    """Return through whom the words came: `citing a ministry memo`, nearest first."""
    cue, source = claim.cue, claim.source
    above = sentence.head(cue)
    if claim.cited is not None:
        return (_words(document, sentence, claim.cited),)
    if above is not None and base_form(above) in CITING:
        quoting = agent(sentence, above) or agent(sentence, cue) or _quoting(sentence, cue)
        return (_words(document, sentence, quoting),) if quoting else ()
    for place in [cue] if source is None else [cue, source]:
        for clause in sentence.children(place, *_ASIDES):
            if base_form(clause) in CITING:
                return tuple(_cited(document, sentence, clause))
            memo = sentence.child(clause, "nmod") if clause.text == "basis" else None
            if memo is not None and can_tell(memo):  # `on the basis of a memo`
                return (_words(document, sentence, memo),)
            according = sentence.child(clause, "case")
            if place is source and according and according.text.lower() == "according":
                return (_words(document, sentence, clause),)
    return ()


def _quoting(sentence: Sentence, cue: Token) -> Token | None:
    """Return who quotes somebody: `The Courier quotes Reis as saying`; not who is quoted."""
    verb = sentence.head(cue)
    quotes = verb is not None and cue.label == "advcl" and not is_told(sentence, verb)
    return sentence.child(verb, "nsubj") if verb is not None and quotes else None


def _words(document: Document, sentence: Sentence, noun: Token) -> str:
    (span, *_) = source_spans(sentence, noun) or (Span(noun.start, noun.end),)
    return document.words(span.start, span.end)


def _cited(document: Document, sentence: Sentence, verb: Token) -> Iterable[str]:
    """Yield what is cited, then what that source cites in turn."""
    cited = sentence.child(verb, "obj")
    if cited is None or not can_tell(cited):
        return
    yield _words(document, sentence, cited)
    for relative in sentence.children(cited, "acl:relcl", "acl"):
        if base_form(relative) in CITING:
            yield from _cited(document, sentence, relative)
