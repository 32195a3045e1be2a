"""A verb of saying, thinking or wanting in a parse -> the words that it takes as the thing said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from generator.extract.grammar.holders import (
    base_form,
    preposition_of,
    remarks,
    speaks,
    tells,
)
from generator.extract.grammar.hosts import host_clause, marker, puts_it, tells_when, without
from generator.extract.words import speech_verbs as words
from generator.extract.words.asides import SUBJECTS
from generator.language.tree import Sentence, Token

ClaimForm = Literal["clause", "host", "infinitive", "object", "phrase", "according", "noun"]
_HUNG = frozenset({"acl", "acl:relcl", "advcl"})
_VIEWS = frozenset({"misconception", "myth", "perception", "stereotype", "thought"})
"""What a clause is the content of, though nobody says it: `stressed the need to end the myth`."""
_OBLIQUES = ("obl", "nmod", "obl:agent", "advcl")


def complement(sentence: Sentence, verb: Token, base: str) -> tuple[tuple[Token, ...], ClaimForm]:
    """Return what a verb takes as the thing said, and in which form."""
    if puts_it(sentence, verb):
        return host_clause(sentence, verb), "host"
    if base in words.CLAUSE:
        if clause := _clause(sentence, verb):
            return clause, "clause"
        if host := host_clause(sentence, verb):
            return host, "host"
    if infinitive := _infinitive(sentence, verb, base):
        return infinitive, "infinitive"
    if base in words.OBJECT and (object_ := _object(sentence, verb)):
        return object_, "object"
    return _phrase(sentence, verb, base), "phrase"


def _clause(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the clause that a verb takes: rather one behind it than one before it.

    A further verb of saying is none of it: `said the road was open and warned drivers`.
    """
    clauses = sentence.children(verb, "ccomp")
    behind = [clause for clause in clauses if clause.index > verb.index]
    behind += [
        clause
        for clause in sentence.children(verb, "parataxis")
        if clause.index > verb.index and _colon_between(sentence, verb, clause)
    ]
    whole = [c for c in (*behind, *clauses) if _is_whole(sentence, verb, c)]
    if base_form(verb) in words.ADDRESSING:  # `told “Good Day” that`: whom, then what
        whole.sort(key=lambda clause: marker(sentence, clause) != "that")
    chosen = _up_to_answer(sentence, whole[0]) if whole else _stray_clause(sentence, verb)
    if chosen is None:
        return ()
    lost = _lost_subject(sentence, verb, chosen)
    finite = sentence.child(verb, "aux") if verb.tag == "VBG" else None
    next_said = [
        token
        for conjunct in sentence.children(chosen, "conj")
        if tells(sentence, conjunct) and conjunct.tag == (finite or verb).tag
        for token in sentence.subtree(conjunct)
    ]
    added = [
        t
        for c in sentence.children(chosen, "advcl")
        if remarks(sentence, c)
        for t in sentence.subtree(c)
    ]
    words_said = without(sentence.subtree(chosen), [*next_said, *added])
    before = sentence.subtree(lost) if lost else ()
    return (*before, *words_said, *_further(sentence, verb, chosen))


def _up_to_answer(sentence: Sentence, clause: Token) -> Token:
    """Return what is said before another answers: `Reis asked, “| Why?” Orr replied that`."""
    teller, said = sentence.child(clause, "nsubj"), sentence.child(clause, "ccomp")
    parted = teller is not None and sentence.tokens[teller.index - 1].tag == "''"
    return said if speaks(clause) and parted and said else clause


def _is_whole(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Tell a clause from what only stands behind the verb: `, said sobbing assistant Ana Reis`."""
    first = sentence.tokens[verb.index + 1 : verb.index + 3]
    if _describes(sentence, verb, clause) or [t.text.lower() for t in first] == [",", "and"]:
        return clause.index < verb.index
    aside = _is_small(sentence, verb, clause) or tells_when(sentence, clause)
    if clause.index > verb.index and aside:
        return False
    if sentence.child(clause, *SUBJECTS, "expl", "cop", "aux", "mark"):
        return True
    noun = clause.tag.startswith(("NN", "JJ")) and sentence.child(verb, "iobj") is None
    bare = clause.tag == "VBG" or noun
    return clause.index < verb.index or not bare or _colon_between(sentence, verb, clause)


def _is_small(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Recognise a clause without a tense: `asked Reis, her voice shaking`, `showed him charged`."""
    if sentence.child(clause, "aux", "aux:pass", "cop", "mark", "expl"):
        return False
    own = sentence.child(clause, *SUBJECTS)
    if clause.tag == "VBG":
        return own is not None and sentence.child(own, "nmod:poss") is not None
    return clause.tag == "VBN" and own is None and sentence.child(verb, "obj", "iobj") is not None


def _describes(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Tell whether a clause is about who speaks: `asked Ana Reis, whose son broke his wrist`."""
    words = [t for t in sentence.subtree(clause) if t.text != ","]
    first = words[0] if words else clause
    opened = first.tag == "WP$" or [t.text.lower() for t in words[:2]] == ["in", "what"]
    relative = opened and clause.index > verb.index
    return relative and sentence.tokens[first.index - 1].text == ","


def _further(sentence: Sentence, verb: Token, chosen: Token) -> tuple[Token, ...]:
    """Return the end of a clause that the parse split in two: `“cuts” and new taxes | would help`.

    Also what follows an infinitive in it: `she had to stop and | let them know`.
    """
    end = sentence.subtree(chosen)[-1].index + 1
    for clause in sentence.children(verb, "ccomp", "conj"):
        tokens = sentence.subtree(clause)
        bare_verb = clause.tag == "VB" and not sentence.child(clause, *SUBJECTS, "aux")
        more = clause.label == "ccomp" or _is_of_the_same(sentence, chosen, clause)
        goes_on = (more and not speaks(clause)) or (bare_verb and verb.tag != "VB")
        if clause is not chosen and goes_on and tokens[0].index <= end <= clause.index:
            return tokens
    return ()


def _is_of_the_same(sentence: Sentence, chosen: Token, clause: Token) -> bool:
    """Tell whether two clauses are of one pronoun: `says she hopes so, but she knows better`.

    Or whether the parse gave the first the subject of the second: `it failed and the boss | was`.
    """
    if any(t.index > chosen.index for t in sentence.children(chosen, "nsubj")):
        return True
    one, other = (sentence.child(c, *SUBJECTS) for c in (chosen, clause))
    pronouns = one is not None and other is not None and one.tag == other.tag == "PRP"
    return bool(pronouns and one and other and one.text == other.text)


def _stray_clause(sentence: Sentence, verb: Token) -> Token | None:
    """Return a `that` clause behind a verb of saying that the parse hung on a noun between them."""
    if not speaks(verb):
        return None
    for token in sentence.tokens[verb.index + 1 :]:
        above = sentence.head(token)
        if token.label not in _HUNG or above is None or above.index <= verb.index:
            continue
        if not above.tag.startswith("NN"):
            continue
        whole = sentence.child(token, *SUBJECTS) and marker(sentence, token) == "that"
        if whole and base_form(above) not in words.CLAUSE_NOUNS | _VIEWS:
            return token
    return None


def _lost_subject(sentence: Sentence, verb: Token, clause: Token) -> Token | None:
    """Return the subject of a clause that the parse took for a thing said by itself."""
    if sentence.child(clause, *SUBJECTS, "expl") or base_form(verb) in words.ADDRESSING:
        return None
    between = [
        noun
        for noun in sentence.children(verb, "obj", "ccomp")
        if verb.index < noun.index < clause.index and noun.tag.startswith(("NN", "PRP"))
    ]
    return next((noun for noun in between if not sentence.child(noun, *SUBJECTS, "cop")), None)


def _colon_between(sentence: Sentence, verb: Token, clause: Token) -> bool:
    start = sentence.subtree(clause)[0].index
    between = sentence.tokens[verb.index + 1 : start + 1]
    return any(t.text in {":", '"', "“", "‘", "``"} for t in between)


def _infinitive(sentence: Sentence, verb: Token, base: str) -> tuple[Token, ...]:
    for complement in sentence.children(verb, "xcomp", "advcl", "ccomp"):
        if marker(sentence, complement) != "to" or complement.index < verb.index:
            continue
        tokens = (*sentence.subtree(complement), *_further(sentence, verb, complement))
        object_ = sentence.child(verb, "obj", "iobj") or _called_on(sentence, verb, base)
        if object_ and base in words.OBJECT_INFINITIVE | {"call"}:
            return (*bare(sentence, object_), *tokens)
        if base in words.INFINITIVE and complement.label != "advcl":
            return (*tokens, *_condition(sentence, verb, tokens))
    return ()


def _condition(sentence: Sentence, verb: Token, said: Sequence[Token]) -> tuple[Token, ...]:
    """Return the condition right behind what is to be done: `threatened to strike unless …`."""
    for clause in sentence.children(verb, "advcl"):
        tokens = sentence.subtree(clause)
        if marker(sentence, clause) in {"if", "unless"} and tokens[0].index == said[-1].index + 1:
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
    if object_ is None and base_form(verb) == "call" and verb.label == "acl:relcl":
        object_ = sentence.child(verb, "xcomp")  # `what he called a “breach”`
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
            return bare(sentence, oblique)
    return ()


def bare(sentence: Sentence, phrase: Token) -> tuple[Token, ...]:
    """Return a phrase without the preposition before it."""
    tokens = sentence.subtree(phrase)
    first = sentence.child(phrase, "case", "mark")
    return tuple(t for t in tokens if first is None or t.index > first.index)
