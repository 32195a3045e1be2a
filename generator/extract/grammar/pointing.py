"""A pronoun and whom it is taken to mean -> whether the words around it leave a doubt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.extract.reading import Actor, Reading
from generator.extract.words.asides import SUBJECTS
from generator.extract.words.lexicon import is_people_noun
from generator.extract.words.names import HONORIFICS
from generator.extract.words.speech_verbs import SPEAKING
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

PERSONAL = frozenset("he she his her him".split())
_MALE = frozenset({"he", "him", "his", "himself"})
_SOMEBODY = frozenset({"person", "group"})


def addresses(reading: Reading, sentence: Sentence, parts: Sequence[object], latest: str) -> bool:
    """Tell whether a form of address stands before a name just given: "the chair, Sir Ivo Hale"."""
    first, after = parts[0], parts[1] if len(parts) > 1 else None
    if not latest or not isinstance(first, Token) or not isinstance(after, Token):
        return False
    actor = reading.actor_at(sentence.index, after.index)
    address = first.label == "nmod:desc" or first.text.lower().rstrip(".") in HONORIFICS
    return actor is not None and actor.id == latest and address


def tellers(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield who tells the clauses that a word stands in, the nearest first."""
    for clause in sentence.path_to_root(token):
        verb = sentence.head(clause) if clause.label in {"ccomp", "parataxis"} else None
        teller = sentence.child(verb, "nsubj") if verb else None
        if verb and teller and lemma(verb.text, verb.tag) in SPEAKING:
            yield teller


def is_the_tellers(reading: Reading, sentence: Sentence, pronoun: Token, actor: Actor) -> bool:
    """Tell whether "its" is of the body that tells it: "the ministry said 40 died in its care"."""
    teller = next(tellers(sentence, pronoun), None) if pronoun.tag == "PRP$" else None
    if teller is None:
        return False
    named = (teller, *sentence.children(teller, "appos", "flat"))
    return any(reading.actor_at(sentence.index, t.index) is actor for t in named)


def is_somebody(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word is the subject of its clause and a person without a name."""
    if token.tag != "NN" or token.label not in {"nsubj", "nsubj:pass"}:
        return False
    return is_people_noun(token.text.lower()) and not sentence.child(token, "appos", "flat")


def may_mean(person: Token | None, pronoun: Token) -> bool:
    """Tell that "her" may be the daughter in "the daughter noticed that her mother …"."""
    if person is None or pronoun.text.lower() not in PERSONAL:
        return False
    return pronoun.tag == "PRP$" or pronoun.head != person.head


def may_be_whose(sentence: Sentence, pronoun: Token) -> bool:
    """Tell that "his" is the man's in "came back with a man bleeding from his head"."""
    acts = False
    for token in list(sentence.path_to_root(pronoun))[1:]:
        if acts and token.tag == "NN" and is_people_noun(token.text.lower()):
            return pronoun.tag == "PRP$" and pronoun.text.lower() in PERSONAL
        acts = acts or token.tag.startswith("VB")
    return False


def nobody_named(reading: Reading, sentence: Sentence, seen: set[str], nouns: set[int]) -> bool:
    """Tell that no person comes before a "he" or "her": neither by name nor by a noun."""
    if any((who := reading.actor(i)) is None or who.kind in _SOMEBODY for i in seen):
        return False
    tokens = [sentence.tokens[at] for at in nouns]
    bodies = {at for e in sentence.entities if e.type != "PERSON" for at in range(e.first, e.last)}
    named = any(t.tag.startswith("NNP") and t.index not in bodies for t in tokens)
    return not named and not any(is_people_noun(t.text.lower()) for t in tokens)


def may_go_by(reading: Reading, person: Actor, pronoun: Token) -> bool:
    """Tell whether "her" may be said of a person, who goes by no "he" in the article."""
    sentences = reading.document.sentences
    known = {
        sentences[m.sentence].tokens[m.first].text.lower()
        for m in person.mentions
        if m.kind == "pronoun"
    }
    male = pronoun.text.lower() in _MALE
    return person.kind == "person" and (not known or bool(known & _MALE) is male)


def is_of_another(sentence: Sentence, pronoun: Token) -> bool:
    """Tell whether a pronoun cannot mean the subject of its clause: "Reis offered her a post"."""
    above = sentence.head(pronoun)
    inside = pronoun.label in {"obj", "iobj"} and above is not None
    return inside and above is not None and sentence.child(above, *SUBJECTS) is not None


def is_a_share(sentence: Sentence, pronoun: Token) -> bool:
    """Tell "16 were found, five of them children": those of the same sentence, whoever else is."""
    of = sentence.child(pronoun, "case")
    above = sentence.head(pronoun)
    counted = above is not None and above.tag in {"CD", "JJ", "DT", "RB", "NN"}
    several = any(t.tag == "NNS" for t in sentence.tokens[: pronoun.index - 1])
    return of is not None and of.text == "of" and counted and several


def disagrees(sentence: Sentence, pronoun: Token, actor: Actor) -> bool:
    """Tell that "they deny" is not "the court deny", nor "its driver" the police's."""
    if pronoun.text.lower() in {"it", "its"} and actor.name.lower() in {"police", "people"}:
        return True
    if pronoun.text.lower() != "they" or actor.kind == "group" or actor.name.endswith("s"):
        return False
    verb = sentence.tokens[pronoun.head]
    return any(t.tag == "VBP" for t in (verb, *sentence.children(verb, "aux", "cop")))


def may_be_told_of(reading: Reading, sentence: Sentence, pronoun: Token, actor: Actor) -> bool:
    """Tell that "they" may be the men behind "The police say that the men fled", and not these."""
    before = sentence.index - 1
    if pronoun.text.lower() not in {"they", "their", "them"} or before < 0:
        return False
    last = reading.document.sentences[before]
    subjects = (last.tokens[m.head] for m in actor.mentions if m.sentence == before)
    told = (
        last.child(content, *SUBJECTS)
        for subject in subjects
        if subject.label in SUBJECTS and subject.head >= 0
        for content in last.children(last.tokens[subject.head], "ccomp")
    )
    return any(t is not None and t.tag == "NNS" for t in told)


def is_named_later(
    reading: Reading, sentence: Sentence, rest: Iterable[Token | str], actor: Actor
) -> bool:
    """Tell whether the text itself names whom a pronoun means: "In a call with her aide, Reis"."""
    for part in rest:
        if isinstance(part, Token):
            mention = reading.mention_at(sentence.index, part.index)
            other = reading.actor_at(sentence.index, part.index)
            if mention and other and mention.kind in {"name", "short"} and other.kind != "country":
                return other is actor
    return False


def is_one_of_them(sentence: Sentence, token: Token, nouns: Collection[int]) -> bool:
    """Tell that "one" in "the head asked for one" is of a kind that is told elsewhere."""
    followed = sentence.child(token, "nmod", "acl", "acl:relcl")
    if token.label.startswith("nsubj") and not followed:
        return token.tag == "CD" and not nouns  # "whether one was being drafted"
    if followed or token.label not in {"obj", "obl"}:
        return False
    return _only_names(sentence, sentence.child(sentence.tokens[token.head], "nsubj"), nouns)


def _only_names(sentence: Sentence, subject: Token | None, nouns: Collection[int]) -> bool:
    """Tell whether all nouns so far are in a subject."""
    own = {t.index for t in sentence.subtree(subject)} if subject is not None else set()
    return own.issuperset(nouns)


def means_another(
    reading: Reading,
    sentence: Sentence,
    token: Token,
    seen: Collection[str],
    nouns: Collection[int],
) -> bool:
    """Tell that "him" in "Orr followed him" is not Orr, who is the only one named so far.

    No more is the "them" of "smugglers removed them" where no other noun stands before.
    """
    if token.tag != "PRP" or token.text.lower() not in {"her", "him", "it", "them"}:
        return False
    subject = sentence.child(sentence.tokens[token.head], "nsubj")
    if subject is None:
        return False
    actor = reading.actor_at(sentence.index, subject.index)
    if token.text.lower() in {"it", "them"}:
        whole = sentence.child(subject, "nmod") is None  # of "the taste of Halm tea" it is the tea
        others = [reading.actor(i) for i in seen if actor is None or i != actor.id]
        alone = not any(not whole or who is None or who.kind != "country" for who in others)
        return token.label in {"obj", "iobj"} and alone and _only_names(sentence, subject, nouns)
    if actor is None:
        return False
    people = {i for i in seen if (who := reading.actor(i)) and who.kind == "person"}
    return people == {actor.id}
