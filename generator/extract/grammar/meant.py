"""A pronoun that nothing takes up for sure -> who said it, or what stands in its place before."""

from __future__ import annotations

from generator.extract.grammar.clauses import Clause, is_plural_noun
from generator.extract.grammar.naming import named
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import object_of, phrase, standing_for, subject_of
from generator.extract.grammar.wording import definite, spell
from generator.extract.reading import Reading
from generator.extract.words.lexicon import EVIDENCE, WRITINGS, is_people_noun
from generator.extract.words.times import is_time
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token


def in_the_same_place(reading: Reading, clause: Clause, pronoun: Token) -> str | None:
    """Return what has a pronoun's place in the clause before: "X had planned it, and it risks"."""
    sentence, top = clause.sentence, clause.head
    judged = pronoun.label == "obj" and clause.group.lemma in JUDGING
    if pronoun.tag != "PRP" or pronoun.head != top.index or judged:
        return None
    while top.label in {"ccomp", "xcomp"} or (top.label == "advcl" and top.index < top.head):
        top = sentence.tokens[top.head]
    first = sentence.head(top) if top.label == "conj" else None
    there = sentence if first else preceding(reading, sentence) if top is sentence.root else None
    verb = first or (there.root if there else None)
    while there and verb and (told := there.child(verb, "ccomp")):
        verb = told
    place = subject_of if pronoun.label.startswith("nsubj") else object_of
    noun = place(there, verb) if there and verb else None
    if there is None or noun is None or not noun.tag.startswith("NN") or is_time(noun):
        return None
    acts = verb is not None and there.child(verb, "cop", "aux:pass") is None
    if acts and pronoun.label == "nsubj:pass" and pronoun.head == clause.head.index:
        return None  # "the union struck. If it is not paid": what is paid is not who struck
    actor = reading.actor_at(there.index, noun.index)
    several = pronoun.text.lower() in {"they", "them"}
    person = actor.kind == "person" if actor else is_people_noun(lemma(noun.text, noun.tag))
    body = actor is not None and actor.kind not in {"group", "person"}
    alike = body or is_plural_noun(there, noun) is several
    if not alike or (person and not several):
        return None
    return named(reading, actor) if actor else definite(reading, there, noun)


def speaker_of(reading: Reading, clause: Clause, pronoun: Token) -> str | None:
    """Return who says what a clause reports: "the group" in "it will strike, the group says"."""
    sentence = clause.sentence
    own = sentence.head(pronoun) if pronoun.label.startswith("nsubj") else None
    told = own or clause.head
    while told.label == "conj" and told.head >= 0:  # "said it was full, but that it could grow"
        told = sentence.tokens[told.head]
    verb = sentence.head(told)
    noun = _teller(sentence, verb) if verb and told.label in _REPORTED else None
    whose = _principal(sentence, noun) if noun else None
    noun = whose or (standing_for(sentence, noun) if noun else None) or noun
    if noun is None or not (noun.tag.startswith("NN") or sentence.child(noun, "nmod")):
        return None
    if lemma(noun.text, noun.tag).lower() in WRITINGS | EVIDENCE:
        return None  # "an email shows that its head was told"
    person = noun.tag == "NNP" or is_people_noun(lemma(noun.text, noun.tag).lower())
    several = pronoun.text.lower() in {"they", "their", "them"}
    if is_plural_noun(sentence, noun) is not several:
        return None
    fits = several or (pronoun.text.lower() in PERSONS) is person
    if not (fits or whose or _is_body(reading, sentence, noun)):
        return None
    drop = {
        t.index for c in sentence.children(noun, "acl", "acl:relcl") for t in sentence.subtree(c)
    }
    return spell(reading, sentence, [t for t in phrase(sentence, noun) if t.index not in drop])


def _teller(sentence: Sentence, verb: Token) -> Token | None:
    """Return who says what a verb reports, also in "said it was studying whether it could"."""
    noun = subject_of(sentence, verb)
    while noun is None or (noun.tag == "PRP" and verb.label in _REPORTED):
        if not (verb.label in {"conj", "xcomp"} or (noun and verb.label in _REPORTED)):
            return None
        verb = sentence.tokens[verb.head]
        noun = subject_of(sentence, verb)
    return noun


def _principal(sentence: Sentence, noun: Token) -> Token | None:
    """Return for whom somebody speaks: "a spokeswoman for the company"."""
    spokes = noun.text.lower().startswith("spokes")
    return sentence.child(noun, "nmod:poss", "nmod") if spokes else None


def _is_body(reading: Reading, sentence: Sentence, noun: Token) -> bool:
    """Tell whether a name is one of a firm or a group, which says "it" and "they" of itself."""
    actor = reading.actor_at(sentence.index, noun.index)
    return noun.tag == "NNP" and (actor is None or actor.kind != "person")


PERSONS = frozenset({"he", "she", "him", "his", "her"})
_REPORTED = frozenset({"ccomp", "advcl", "parataxis"})
JUDGING = frozenset("consider find make think call believe take".split())
"""Verbs whose "it" may come before what it means: "consider it an insult if"."""
