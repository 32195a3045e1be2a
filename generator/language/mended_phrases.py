"""A noun, an aim or a trait in a tree as the model drew it -> the word that it hangs on.

Each rule yields what has to move: the index of a token with its new head and relation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from generator.language.mended_clauses import RELATIVES, SUBJECTS, Change, opening_of
from generator.language.morphology import FINITE, lemma
from generator.language.tree import Sentence, Token

COMMON = {"NNP": "NN", "NNPS": "NNS"}
"""The tags of names, to those of nouns."""
OWNING = frozenset({"'s", "’s"})
QUOTES = frozenset({'"', "“", "”"})
SPOKEN = frozenset({"been", "done", "gone", "got", "had"})
"""Participles before which a name's "'s" is "has" or "is"."""
FORMS_OF_ADDRESS = frozenset(
    """Excellencies Excellency Eminence Grace Highness Highnesses Holiness Honour Imperial Lordship
    Majesties Majesty Royal Serene""".split()
)
"""What follows the "His" of somebody who is addressed so."""
ADDRESSED = frozenset({"HE", "HH", "HM", "HRH"})
CONTENTS = frozenset(
    """assurance certainty chance claim doubt evidence fact fear guarantee hope indication news
    proof risk sign""".split()
)
"""Nouns that a clause without "that" may tell the content of."""

_AIMED = frozenset(
    """
    appeal attempt bid chance deal decision directive effort initiative instruction invitation
    move offer opportunity order permission plan pledge power promise proposal push request right
    turn vow
    """.split()
)
"""Nouns that an infinitive completes."""
_SPENT = frozenset("day decade hour minute month second time week while year".split())
TAKING = frozenset(
    """absolve accuse acquit assure clear convict convince cure deprive free inform notify relieve
    remind rid rob strip warn""".split()
)
"""Verbs that take somebody and, with "of", a second object."""


def title_taken_for_a_second_name(sentence: Sentence, title: Token) -> Iterator[Change]:
    """Yield the "Rev" of "the vicar, the Right Rev Ada Orr," as what stands before the name."""
    name = next(iter(sentence.tokens[title.index + 1 : title.index + 2]), title)
    if name.label == "appos" and title.tag == name.tag == "NNP":
        yield title.index, (name.index, "nmod:desc")


def trait_taken_for_another(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the relation of "Doss, the minister and no relation of the vicar", as what Doss is."""
    told = sentence.child(sentence.tokens[noun.head], "appos")
    if told is None or noun.tag != "NN" or told.index > noun.index:
        return
    first = sentence.subtree(noun)[0]
    parted = first.tag != "CC" or sentence.tokens[first.index - 1].text == ","
    if sentence.child(noun, "det") and not parted:
        yield noun.index, (told.index, "conj")


def with_common_nouns(sentence: Sentence) -> Sentence:
    """Return a sentence in which "the transport ministry" is no name, unlike "Ezeiza airport"."""
    tokens = sentence.tokens
    for is_name, words in groupby(tokens, key=lambda t: t.tag in COMMON):
        stretch = tuple(words)
        if is_name and all(t.text.islower() for t in stretch):
            first, last = stretch[0].index, stretch[-1].index + 1
            if all(e.last <= first or last <= e.first for e in sentence.entities):
                common = (replace(t, tag=COMMON[t.tag]) for t in stretch)
                tokens = (*tokens[:first], *common, *tokens[last:])
    return sentence if tokens is sentence.tokens else replace(sentence, tokens=tokens)


def with_forms_of_address(sentence: Sentence) -> Sentence:
    """Return a sentence in which "His Majesty" is not someone's, nor the "HE" of an envoy a he."""
    mixed = any(t.text.islower() for t in sentence.tokens)
    tokens = list(sentence.tokens)
    for form, behind in pairwise(sentence.tokens):
        if form.tag == "PRP" and form.text in ADDRESSED and mixed:
            beside = (t for t in sentence.tokens[form.index + 1 :] if t.head == form.head)
            head = next((t.index for t in beside if t.label == form.label), form.head)
            tokens[form.index] = replace(form, tag="NNP", label="nmod:desc", head=head)
        elif form.tag in {"PRP", "PRP$"} and behind.text in FORMS_OF_ADDRESS:
            tokens[form.index] = replace(form, tag="NNP", label="compound")
    return replace(sentence, tokens=tuple(tokens)) if tokens != [*sentence.tokens] else sentence


def with_names_in_s(sentence: Sentence) -> Sentence:
    """Return a sentence whose "Moody's cut its rating" tells what Moody's did, not Moody has done.

    Such a name is a firm's. In what somebody is quoted with, "Orr's won" is spoken and stays, and
    so does it behind a full name, "Ada Orr's won", which is nobody's but a person's.
    """
    if OWNING.isdisjoint(sentence.words):
        return sentence
    tokens, entities = list(sentence.tokens), list(sentence.entities)
    for name, mark, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if not _is_named_in_s(sentence, name, mark, verb):
            continue
        tokens[mark.index] = replace(mark, tag="POS", head=name.index, label="case")
        tokens[verb.index] = replace(verb, tag="VBD" if verb.tag == "VBN" else verb.tag)
        entities = [
            replace(e, last=mark.index + 1, type="ORG") if e.last == mark.index else e
            for e in entities
        ]
    return replace(sentence, tokens=tuple(tokens), entities=tuple(entities))


def _is_named_in_s(sentence: Sentence, name: Token, mark: Token, verb: Token) -> bool:
    """Recognise "Moody's cut", "Harlow's has", not "the ferry from St John's was late"."""
    past = verb.tag in {"VBD", "VBN"} and verb.text not in SPOKEN and mark.label != "aux:pass"
    if mark.text not in OWNING or not name.tag.startswith("NNP"):
        return False
    if not past and verb.tag not in {"VBZ", "MD"}:
        return False
    above = sentence.tokens[name.head] if name.label in {"appos", "flat"} else name
    person = any(
        e.last == mark.index and e.type == "PERSON" and e.last - e.first > 1
        for e in sentence.entities
    )
    quoted = sum(t.text in QUOTES for t in sentence.tokens[: name.index]) % 2
    return above.label.startswith("nsubj") and not person and not quoted


def aim_taken_for_a_trait(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield the infinitive of "plans to cut jobs" as what the verb before it takes."""
    mark, above = sentence.child(verb, "mark"), sentence.tokens[verb.head]
    if mark is not None and mark.tag == "TO" and above.tag in FINITE:
        yield verb.index, (above.index, "xcomp")


def content_taken_for_an_aim(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield the infinitive of "blamed a decision to leave" as what the decision is."""
    mark, above = sentence.child(verb, "mark"), sentence.tokens[verb.head]
    first = sentence.subtree(verb)[0].index
    if mark is None or mark.tag != "TO" or not above.tag.startswith("VB"):
        return
    for noun in sentence.children(above, "obj", "obl"):
        called = lemma(noun.text, noun.tag).lower() in _AIMED
        if called and sentence.subtree(noun)[-1].index == first - 1:
            yield verb.index, (noun.index, "acl")


def being_taken_for_a_helper(sentence: Sentence, trait: Token) -> Iterator[Change]:
    """Yield the "were" of "how many were missing" as what joins a trait to its bearer."""
    for helper in sentence.children(trait, "aux"):
        if lemma(helper.text, helper.tag) == "be":
            yield helper.index, (trait.index, "cop")


def it_taken_for_nothing(sentence: Sentence, it: Token) -> Iterator[Change]:
    """Yield the "it" of "the firm said it was in talks" as who was, where no clause is meant."""
    told = sentence.tokens[it.head]
    clause = sentence.child(told, "csubj", "ccomp", "advcl", "acl:relcl")
    if (
        it.tag == "PRP"
        and told.tag.startswith("NN")
        and sentence.child(told, "case")
        and not clause
    ):
        yield it.index, (told.index, "nsubj")


def it_that_takes_time(sentence: Sentence, it: Token) -> Iterator[Change]:
    """Yield the "it" of "it took seven hours to hand out water" as nothing that takes them."""
    verb = sentence.tokens[it.head]
    spent = sentence.child(verb, "obj")
    timed = spent is not None and lemma(spent.text, spent.tag) in _SPENT
    clause = sentence.child(verb, "advcl", "xcomp", "csubj", "ccomp")
    mark = sentence.child(clause, "mark") if clause else None
    to = mark is not None and mark.text.lower() in {"to", "for"}
    if it.text.lower() == "it" and lemma(verb.text, verb.tag) == "take" and timed and to:
        yield it.index, (verb.index, "expl")


def finite_taken_for_an_aim(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield the verb of "Fears that it would be called off proved groundless" as what is told."""
    fears = sentence.root
    tells = verb.tag in FINITE or (verb.tag == "VBN" and sentence.child(verb, "xcomp"))
    if not tells or not fears.tag.startswith("NN") or sentence.child(verb, *SUBJECTS):
        return
    if fears.index < verb.index and fears in sentence.path_to_root(verb):
        yield verb.index, (-1, "root")
        yield fears.index, (verb.index, "nsubj")


def name_taken_for_a_second_holder(sentence: Sentence, name: Token) -> Iterator[Change]:
    """Yield the name of "a clerk of the regulator, the Office of Rail," as the regulator's.

    So is TVX-4 the vaccine's in "Lindqvist, the maker of the vaccine, TVX-4": the maker has a name.
    """
    opens, holder = opening_of(sentence, name), sentence.tokens[name.head]
    named = holder.label == "appos" and sentence.tokens[holder.head].tag == "NNP"
    if name.tag != "NNP" or not (named or opens.text.lower() == "the"):
        return
    for noun in sentence.children(holder, "nmod"):
        own = sentence.child(noun, "det")
        last = sentence.subtree(noun)[-1]
        if own and own.text.lower() == "the" and last.index == opens.index - 2:
            yield name.index, (noun.index, "appos")


def content_taken_for_a_trait(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield the clause of "no guarantee the army will withdraw" as what is guaranteed."""
    noun = sentence.tokens[clause.head]
    relative = any(t.tag in RELATIVES for t in sentence.subtree(clause))
    if (
        lemma(noun.text, noun.tag) in CONTENTS
        and sentence.child(clause, *SUBJECTS)
        and not relative
    ):
        yield clause.index, (noun.index, "acl")


def second_object_taken_for_a_trait(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the contract of "strip the company of its contract" as what it is stripped of."""
    case, above = sentence.child(noun, "case"), sentence.tokens[noun.head]
    verb = sentence.tokens[above.head]
    own = sentence.child(noun, "nmod:poss")
    taking = above.label == "obj" and lemma(verb.text, verb.tag) in TAKING
    if taking and case is not None and case.text == "of" and own is not None and own.tag == "PRP$":
        yield noun.index, (verb.index, "obl")


def scene_taken_for_a_trait(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the "with" of "has changed two of its lines, with longer trains" as told of the change.

    A phrase behind the last comma tells how all that stands before it was done.
    """
    case = sentence.child(noun, "case")
    words = [t for t in sentence.subtree(noun) if t.label != "punct"]
    first, last = words[0], words[-1]
    closed = all(t.label == "punct" for t in sentence.tokens[last.index + 1 :])
    parted = first.index and sentence.tokens[first.index - 1].text == ","
    if case is not first or case.text.lower() != "with" or not (closed and parted):
        return
    for above in list(sentence.path_to_root(noun))[1:]:
        if above.tag.startswith("VB"):
            yield noun.index, (above.index, "obl")
        if not above.tag.startswith(("NN", "CD")):
            return


def day_taken_for_a_trait(sentence: Sentence, day: Token) -> Iterator[Change]:
    """Yield the day of "will debate a bill on pay for clerks on March 25" as when they debate it.

    Another phrase parts it from its noun, so that it tells of the verb.
    """
    case, above = sentence.child(day, "case"), sentence.tokens[day.head]
    dated = day.tag == "CD" and sentence.child(day, "nmod:unmarked")  # "March 25"
    between = (t for t in sentence.children(above, "nmod") if above.index < t.index < day.index)
    if case is None or case.text.lower() != "on" or not dated or not any(between):
        return
    verb = next((t for t in sentence.path_to_root(day) if t.tag.startswith("VB")), None)
    marked = verb is not None and any(
        t.tag == "``" for t in sentence.tokens[verb.index : above.index]
    )
    if verb is not None and verb.index < above.index and not marked:  # nor within marks
        yield day.index, (verb.index, "obl")


def start_of_a_distance(sentence: Sentence, measure: Token) -> Iterator[Change]:
    """Yield the start of "burned in Halm, 40 km from Orm" as that of the distance."""
    end = sentence.subtree(measure)[-1].index + 1
    case = next(iter(sentence.tokens[end : end + 1]), measure)
    counted = case.text == "from" and sentence.child(measure, "nummod") is not None
    if counted and case.label == "case" and sentence.tokens[case.head].head < measure.index:
        yield case.head, (measure.index, "nmod")


def object_taken_for_an_aside(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the protest of "Talks: miners stage protest at mill" as what they stage."""
    verb = sentence.tokens[max(0, sentence.subtree(noun)[0].index - 1)]
    beside = verb.head == noun.head and verb.label == noun.label and verb.tag in FINITE
    if beside and noun.tag.startswith("NN") and not sentence.child(verb, "obj", "ccomp", "xcomp"):
        yield noun.index, (verb.index, "obj")


def verb_taken_for_a_noun(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield the tram of a headline's "as tram derails" as what derails."""
    before = sentence.child(verb, "compound")
    clause = verb.tag == "NNS" and sentence.child(verb, "mark") is not None
    if clause and before is not None and not sentence.child(verb, "cop", "case", *SUBJECTS):
        yield before.index, (verb.index, "nsubj")


def verb_taken_for_a_subject(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield the bearing of "that the prints bear witness to it" as what the prints do."""
    noun, mark = sentence.tokens[verb.head], sentence.child(sentence.tokens[verb.head], "mark")
    if noun.tag == "NN" and mark is not None and not sentence.child(noun, "cop", "det"):
        yield verb.index, (noun.head, noun.label)
        yield noun.index, (verb.index, "obj")
        yield mark.index, (verb.index, "mark")
