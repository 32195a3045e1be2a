"""Third-person pronouns -> the actors that they refer to.

"He" and "she", and whoever tells something, are found by recency, role, number and gender; any
other "it" and "they" mean whatever `referents.py` finds likeliest, where that is an actor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.extract.actors.genders import FEMALE, MALE, gender_of
from generator.extract.actors.mentions import mention
from generator.extract.actors.phrases import SEVERAL, THING, pronoun_class
from generator.extract.actors.prominence import Told, apposed_to, speaks, topic_of
from generator.extract.actors.referents import Referent
from generator.extract.reading import Actor, Mention, Place, in_order, quoted_at
from generator.extract.words import names
from generator.extract.words.lexicon import is_people_noun
from generator.extract.words.titles import RELATIVES
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token

LEAST = -1.0
"""Weight that whoever he or she is must have; "it" and "they" often stand for no actor."""


_BY_NAME = frozenset({"name", "short"})
VOICES = frozenset("agent attorney lawyer publicist solicitor spokesman spokeswoman".split())
"""Who speaks for somebody."""


def is_personal(sentence: Sentence, token: Token, *, is_quoted: Callable[[int], bool]) -> bool:
    """Say whether a token is "he" or "she", or an "it" or "they" that tells something."""
    if gender_of(token):
        following = sentence.tokens[token.index + 1 : token.index + 3]
        return not any(
            t.text.istitle() and t.text.lower() in names.EXCELLENCIES for t in following
        )  # "His Majesty"
    tells = pronoun_class(token) and token.label != "expl"
    return bool(tells) and not is_quoted(token.start) and speaks(sentence, token)


def add_it_and_they(
    document: Document, actors: tuple[Actor, ...], referents: Mapping[Place, Referent]
) -> tuple[Actor, ...]:
    """Return the actors with the other pronouns that refer to them among their mentions."""
    found: dict[str | None, list[Mention]] = {}
    is_quoted = quoted_at(document.own_text)
    for sentence, token in _others(document):
        meant = referents.get((sentence.index, token.index))
        if meant and not is_personal(sentence, token, is_quoted=is_quoted):
            refers = mention(sentence, token.index, token.index + 1, "pronoun")
            found.setdefault(meant.actor, []).append(refers)
    return tuple(
        replace(actor, mentions=in_order([*actor.mentions, *found.get(actor.id, [])]))
        for actor in actors
    )


def _others(document: Document) -> Iterator[tuple[Sentence, Token]]:
    for sentence in document.sentences:
        if not sentence.words.isdisjoint(THING | SEVERAL):
            yield from ((sentence, t) for t in sentence.tokens if pronoun_class(t))


def referent_of(told: Told, sentence: Sentence, pronoun: Token) -> str | None:
    """Return the id of the actor that a pronoun means; None where none or no one actor is meant."""
    tells = speaks(sentence, pronoun) and not told.is_quoted(pronoun.start)
    fits = {
        actor_id: mentions
        for actor_id, mentions in told.before(sentence, unquoted=tells).items()
        if _agrees(pronoun, told.actors[actor_id], told.genders[actor_id])
        and not _speaks_for_another(sentence, pronoun, mentions)
        and not told.is_co_argument(sentence, pronoun, mentions)
        and not _tells_what_one_is(sentence, pronoun, mentions)
        and not _tells_of_by_name(sentence, pronoun, mentions)
        and not told.says(sentence, pronoun, mentions)
    }
    if _is_left_open(sentence, pronoun, fits):
        return None
    topic = topic_of(sentence)
    if topic is not None and pronoun.label.startswith("nsubj"):
        return _at(fits, sentence, topic)
    owner = _akin(told, sentence, pronoun, fits)
    owner = owner or _own_subject(sentence, pronoun, fits)
    if pronoun.tag == "PRP$":
        owner = owner or _ahead(sentence, pronoun, fits)
    if owner or _is_unlistedly_owned(told, sentence, pronoun):
        return owner
    return _most_salient(told, sentence, pronoun, fits) or _ahead(sentence, pronoun, fits)


def _akin(
    told: Told, sentence: Sentence, pronoun: Token, fits: Mapping[str, Sequence[Mention]]
) -> str | None:
    """Return who shares a surname with a relative: "Orr was hit by Lim, and his wife, Ada Orr"."""
    noun = sentence.head(pronoun) if pronoun.tag == "PRP$" else None
    if noun is None or noun.text.lower() not in RELATIVES:
        return None
    beside = sentence.child(noun, "appos", "flat") or noun
    named = told.at(sentence, beside)
    if named is None:
        return None
    surname = names.surname(told.actors[named].name)
    others = (i for i in fits if i != named)
    akin = (i for i in others if names.surname(told.actors[i].name) == surname)
    return next((i for i in akin if not _is_kin(told.actors[i])), None)


def _is_kin(actor: Actor) -> bool:
    return not RELATIVES.isdisjoint((actor.role or "").split())


def _tells_what_one_is(sentence: Sentence, pronoun: Token, mentions: Sequence[Mention]) -> bool:
    """Say whether a possessive stands in what somebody is: "Ada Orr, her aunt, said"."""
    noun = sentence.head(pronoun) if pronoun.label == "nmod:poss" else None
    named = sentence.head(noun) if noun is not None and noun.label == "appos" else None
    return named is not None and any(
        m.sentence == sentence.index and m.first <= named.index < m.last for m in mentions
    )


def _tells_of_by_name(sentence: Sentence, pronoun: Token, mentions: Sequence[Mention]) -> bool:
    """Say whether a subject tells of somebody by name, who is another: "He said they knew Orr".

    So it is in "They knew Orr, he said", but not in "Orr agreed: he let them go".
    """
    verb = sentence.head(pronoun) if pronoun.label == "nsubj" and gender_of(pronoun) else None
    if verb is None:
        return False
    ends = speaks(sentence, pronoun) and not sentence.child(verb, "xcomp", "ccomp", "obj")
    above = sentence.head(verb) if ends and verb.label == "parataxis" else None
    beside = (above,) if above and sentence.child(above, "nsubj", "nsubj:pass") else ()
    told = (*sentence.children(verb, "ccomp"), *beside)
    named = {m.head for m in mentions if m.sentence == sentence.index and m.kind in _BY_NAME}
    inside = (token for clause in told for token in sentence.subtree(clause))
    return any(t.index in named and not speaks(sentence, apposed_to(sentence, t)) for t in inside)


def _speaks_for_another(sentence: Sentence, pronoun: Token, mentions: Sequence[Mention]) -> bool:
    """Say whether somebody's voice tells of them: "His spokesman denied that he had left"."""
    heads = [sentence.tokens[m.head] for m in mentions if m.sentence == sentence.index]
    voices = (
        t
        for t in heads
        if lemma(t.text, t.tag).lower() in VOICES and sentence.child(t, "nmod:poss")
    )
    return any(t.head in {above.index for above in sentence.path_to_root(pronoun)} for t in voices)


def is_ahead(sentence: Sentence, pronoun: Token) -> bool:
    """Say whether a possessive stands before its subject: "In her call, Reis said"."""
    return pronoun.tag == "PRP$" and bool(_subjects_ahead(sentence, pronoun))


def _subjects_ahead(sentence: Sentence, pronoun: Token) -> list[Token]:
    """Return the subjects behind a phrase that may mean them, that of its own clause first."""
    found: list[Token] = []
    for verb in sentence.path_to_root(pronoun):
        subject = sentence.child(verb, "nsubj", "nsubj:pass")
        if subject is None or subject.index <= pronoun.index:
            continue
        if pronoun in sentence.subtree(subject):
            break
        found.append(subject)
    return found


def _ahead(sentence: Sentence, pronoun: Token, fits: dict[str, list[Mention]]) -> str | None:
    """Return the subject that a phrase before it means: "In a call with her aide, Reis said"."""
    found = (_at(fits, sentence, subject) for subject in _subjects_ahead(sentence, pronoun))
    return next(filter(None, found), None)


def _at(fits: Mapping[str, Sequence[Mention]], sentence: Sentence, token: Token) -> str | None:
    """Return the actor that a token is a mention of."""
    for actor_id, mentions in fits.items():
        if any(m.sentence == sentence.index and m.first <= token.index < m.last for m in mentions):
            return actor_id
    return None


def _own_subject(sentence: Sentence, pronoun: Token, fits: dict[str, list[Mention]]) -> str | None:
    """Return the subject of a possessive's own clause: "Iran would strike with its proxy"."""
    subject = _subject_before(sentence, pronoun)
    return _at(fits, sentence, subject) if subject else None


def _is_unlistedly_owned(told: Told, sentence: Sentence, pronoun: Token) -> bool:
    """Say whether a possessive means a subject that is no actor: "a child lost her mother"."""
    subject = _subject_before(sentence, pronoun)
    if subject is None:
        return False
    if subject.tag == "NNP":
        # A name that is no actor's, or another's; but a body has no "his".
        known = told.at(sentence, subject)
        return known is None or told.actors[known].kind == "person"
    return subject.tag == "NN" and is_people_noun(lemma(subject.text, subject.tag).lower())


def _most_salient(
    told: Told, sentence: Sentence, pronoun: Token, fits: dict[str, list[Mention]]
) -> str | None:
    """Return the id of the actor that stands out most among those a pronoun may refer to."""
    least = LEAST if gender_of(pronoun) else 0.0
    topics = told.weights_as_topics(fits)
    scored = [
        (weight + topics[i], i)
        for i, seen in fits.items()
        if (weight := told.prominence(sentence, pronoun, seen)) > least
    ]
    best = max(scored, default=None)
    return best[1] if best else None


def _subject_before(sentence: Sentence, owner: Token) -> Token | None:
    """Return the subject of the nearest clause around a possessive, where it stands before it."""
    for above in sentence.path_to_root(owner) if owner.tag == "PRP$" else ():
        subject = sentence.child(above, "nsubj", "nsubj:pass")
        if subject is not None and owner not in sentence.subtree(subject):
            return subject if subject.index < owner.index else None
    return None


def _agrees(pronoun: Token, actor: Actor, gender: str) -> bool:
    """Say whether a pronoun's number and gender fit an actor; bodies tell things as "they" too."""
    low = pronoun.text.lower()
    if low in MALE:
        return actor.kind == "person" and gender != "f"
    if low in FEMALE:
        return actor.kind == "person" and gender != "m"
    return actor.kind in (
        {"organisation", "country"} if low in THING else {"organisation", "group"}
    )


def _is_left_open(sentence: Sentence, pronoun: Token, fits: dict[str, list[Mention]]) -> bool:
    """Say whether speaker and listener could both be meant: "Reis told Khan he was"."""
    clause = sentence.head(pronoun)
    verb = sentence.head(clause) if clause and clause.label == "ccomp" else None
    if verb is None or not pronoun.label.startswith("nsubj"):
        return False
    listeners = sentence.children(verb, "iobj", "obj")
    places = {(sentence.index, t.index) for t in listeners}
    return any((m.sentence, m.head) in places for mentions in fits.values() for m in mentions)
