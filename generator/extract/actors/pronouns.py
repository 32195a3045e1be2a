"""Third-person pronouns -> the actors they refer to.

"He" and "she" mean a person by recency, role and gender; "it" and "they" whatever `referents.py`
finds likeliest, where that is an actor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.extract.actors.mentions import mention
from generator.extract.actors.phrases import SEVERAL, THING, pronoun_class
from generator.extract.actors.referents import Referent
from generator.extract.quotation_marks import quoted_at
from generator.extract.reading import Actor, Mention, Place, in_order
from generator.extract.words import given_names, names
from generator.extract.words.lexicon import is_people_noun
from generator.extract.words.speech_verbs import SPEAKING
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})

FEMALE_WORDS = frozenset(
    """mrs ms miss lady queen princess sister mother daughter wife widow woman girl actress dame
    chairwoman spokeswoman congresswoman councilwoman businesswoman policewoman grandmother
    seamstress""".split()
)
MALE_WORDS = frozenset(
    """mr sir lord king prince father brother son husband widower man boy actor chairman spokesman
    congressman councilman businessman policeman grandfather fisherman""".split()
)

REACH = 3
"""Sentences: how far back a pronoun looks for what it stands for."""
SUBJECT = 3.0
OTHER = 1.0
SAME_SENTENCE = 0.6
SPEAKER = 0.8
OTHER_PARAGRAPH = 0.5
"""Weights of a candidate: subjects are taken up again far more often than other phrases, a
source less often unless it speaks again, and each sentence between costs one point. Set on texts
of our own: re-run tests/unit/test_actors.py and tests/quality."""


def add_pronouns(
    document: Document, actors: tuple[Actor, ...], referents: Mapping[Place, Referent]
) -> tuple[Actor, ...]:
    """Return the actors with the pronouns that refer to them among their mentions."""
    genders = {actor.id: _gender(actor, document) for actor in actors}
    by_id = {actor.id: actor for actor in actors}
    seen: dict[int, list[tuple[str, Mention]]] = {}
    for actor in actors:
        for m in actor.mentions:
            seen.setdefault(m.sentence, []).append((actor.id, m))
    found: dict[str, list[Mention]] = {}
    quoted = quoted_at(document.text)
    for sentence, pronoun in _pronouns(document):
        tells = _speaks(sentence, pronoun) and not quoted(pronoun.start)
        if pronoun_class(pronoun) and not tells:
            likeliest = referents.get((sentence.index, pronoun.index))
            chosen = likeliest.actor if likeliest else None
        else:
            recent = _recent(sentence, seen, quoted if tells else None)
            fits = {
                actor_id: mentions
                for actor_id, mentions in recent.items()
                if _agrees(pronoun, by_id[actor_id], genders[actor_id], tells=tells)
                and not _excluded(sentence, pronoun, mentions)
            }
            chosen = _referent(document, sentence, pronoun, fits)
        if chosen:
            refers = mention(sentence, pronoun.index, pronoun.index + 1, "pronoun")
            found.setdefault(chosen, []).append(refers)
            seen.setdefault(sentence.index, []).append((chosen, refers))
            genders[chosen] = genders[chosen] or _gender_of(pronoun)
    return tuple(
        replace(actor, mentions=in_order([*actor.mentions, *found.get(actor.id, [])]))
        for actor in actors
    )


def _recent(
    sentence: Sentence,
    seen: Mapping[int, Sequence[tuple[str, Mention]]],
    quoted: Callable[[int], bool] | None,
) -> dict[str, list[Mention]]:
    """Return the mentions in a sentence and those before it, by actor.

    `quoted` is given for whoever speaks: nobody does whom the quotation names.
    """
    recent: dict[str, list[Mention]] = {}
    for index in range(sentence.index - REACH, sentence.index + 1):
        for actor_id, m in seen.get(index, ()):
            if quoted is None or not quoted(m.start):
                recent.setdefault(actor_id, []).append(m)
    return recent


def _referent(
    document: Document, sentence: Sentence, pronoun: Token, fits: dict[str, list[Mention]]
) -> str | None:
    """Return the id of the actor that a pronoun means; None where none or no one actor is meant."""
    if _is_left_open(sentence, pronoun, fits):
        return None
    owner = _own_subject(sentence, pronoun, fits) or _ahead(sentence, pronoun, fits)
    if owner or _is_unlistedly_owned(sentence, pronoun):
        return owner
    return _most_salient(document, sentence, pronoun, fits)


def _ahead(sentence: Sentence, pronoun: Token, fits: dict[str, list[Mention]]) -> str | None:
    """Return the subject that a phrase before it means: "In a call with her aide, Reis said"."""
    if pronoun.tag != "PRP$":
        return None
    for verb in sentence.path_to_root(pronoun):
        subject = sentence.child(verb, "nsubj")
        if subject is None or subject.index < pronoun.index:
            continue
        if pronoun in sentence.subtree(subject):
            return None
        for actor_id, mentions in fits.items():
            if any(m.sentence == sentence.index and m.head == subject.index for m in mentions):
                return actor_id
    return None


def _own_subject(sentence: Sentence, pronoun: Token, fits: dict[str, list[Mention]]) -> str | None:
    """Return the subject of a possessive's own clause: "Iran would strike with its proxy"."""
    if pronoun.tag != "PRP$":
        return None
    subject = _subject_above(sentence, pronoun)
    if subject is None or subject.index > pronoun.index:
        return None
    for actor_id, mentions in fits.items():
        if any(m.sentence == sentence.index and m.head == subject.index for m in mentions):
            return actor_id
    return None


def _is_unlistedly_owned(sentence: Sentence, pronoun: Token) -> bool:
    """Say whether a possessive means a subject that is no actor: "a child lost her mother"."""
    subject = _subject_above(sentence, pronoun) if pronoun.tag == "PRP$" else None
    if subject is None or subject.index > pronoun.index:
        return False
    if subject.tag == "NNP":
        return True  # a name that is no actor's
    return subject.tag == "NN" and is_people_noun(lemma(subject.text, subject.tag).lower())


def _most_salient(
    document: Document, sentence: Sentence, pronoun: Token, fits: dict[str, list[Mention]]
) -> str | None:
    """Return the id of the actor that stands out most among those a pronoun may refer to."""
    scored = [(_salience(document, sentence, pronoun, m), actor_id) for actor_id, m in fits.items()]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] > 0 else None


def _pronouns(document: Document) -> Iterator[tuple[Sentence, Token]]:
    for sentence in document.sentences:
        for token in sentence.tokens:
            low = token.text.lower()
            if low not in MALE | FEMALE | THING | SEVERAL or token.label == "expl":
                continue
            yield sentence, token


def _subject_above(sentence: Sentence, token: Token) -> Token | None:
    """Return the subject of the nearest clause around a token that it is no part of."""
    for above in sentence.path_to_root(token):
        subject = sentence.child(above, "nsubj", "nsubj:pass")
        if subject is not None and token not in sentence.subtree(subject):
            return subject
    return None


def _gender_of(pronoun: Token) -> str:
    low = pronoun.text.lower()
    return "m" if low in MALE else "f" if low in FEMALE else ""


def _gender(actor: Actor, document: Document) -> str:
    """Return "m" or "f" where a given name, a title or a role says so, "" where nothing does."""
    given = names.fold(actor.name).split()[0]
    if actor.kind == "person" and given in given_names.FEMALE | given_names.MALE:
        return "f" if given in given_names.FEMALE else "m"
    words = set(names.fold(f"{actor.role or ''} {actor.name}").replace("-", " ").split())
    for seen in actor.mentions:
        before = names.fold(document.text[max(0, seen.start - 12) : seen.start]).split()
        words.update(before[-1:])
    if words & FEMALE_WORDS:
        return "f"
    return "m" if words & MALE_WORDS else ""


def _agrees(pronoun: Token, actor: Actor, gender: str, *, tells: bool) -> bool:
    """Say whether a pronoun's number and gender fit an actor."""
    low = pronoun.text.lower()
    if low in MALE:
        return actor.kind == "person" and gender != "f"
    if low in FEMALE:
        return actor.kind == "person" and gender != "m"
    if low in THING:
        return actor.kind in {"organisation", "country"}
    return actor.kind == "group" or (tells and actor.kind == "organisation")


def _excluded(sentence: Sentence, pronoun: Token, seen: Sequence[Mention]) -> bool:
    """Say whether an actor is a co-argument of the pronoun, as Khan in "Khan praised him"."""
    if pronoun.tag == "PRP$" or pronoun.label == "nmod:poss":
        return False
    heads = [m.head for m in seen if m.sentence == sentence.index and m.head != pronoun.index]
    return any(_apposed_to(sentence, sentence.tokens[h]).head == pronoun.head for h in heads)


def _apposed_to(sentence: Sentence, name: Token) -> Token:
    """Return the noun that a name stands beside: "the skipper" of "the skipper, Josefa Lim,"."""
    while name.label in {"appos", "flat", "compound"} and name.head >= 0:
        above = sentence.tokens[name.head]
        if name.label == "compound" and above.tag != "NNP":
            break
        name = above
    return name


def _is_left_open(sentence: Sentence, pronoun: Token, fits: dict[str, list[Mention]]) -> bool:
    """Say whether speaker and listener could both be meant: "Reis told Khan he was"."""
    clause = sentence.head(pronoun)
    verb = sentence.head(clause) if clause and clause.label == "ccomp" else None
    if verb is None or not pronoun.label.startswith("nsubj"):
        return False
    listeners = sentence.children(verb, "iobj", "obj")
    places = {(sentence.index, t.index) for t in listeners}
    return any((m.sentence, m.head) in places for mentions in fits.values() for m in mentions)


def _salience(
    document: Document, sentence: Sentence, pronoun: Token, seen: Sequence[Mention]
) -> float:
    """Return how much an actor stands out where a pronoun occurs; 0 where it is out of reach."""
    return max((_weight(document, sentence, pronoun, m) for m in seen), default=0.0)


def _weight(document: Document, sentence: Sentence, pronoun: Token, m: Mention) -> float:
    """Return how much one mention brings an actor to mind where a pronoun occurs."""
    distance = sentence.index - m.sentence
    if not 0 <= distance <= REACH or (distance == 0 and m.first >= pronoun.index):
        return 0.0
    if m.kind == "demonym":
        return 0.0
    there = document.sentences[m.sentence]
    token = _apposed_to(there, there.tokens[m.head])
    weight = SUBJECT if token.label.startswith("nsubj") else OTHER
    if _speaks(there, token):
        weight += SPEAKER if _speaks(sentence, pronoun) else -SPEAKER
    if distance == 0:
        weight += SAME_SENTENCE
    if there.paragraph != sentence.paragraph:
        weight -= OTHER_PARAGRAPH
    # Of two that are alike the later one is meant.
    return weight - distance + m.first / 1000


def _speaks(sentence: Sentence, token: Token) -> bool:
    """Say whether a token is the subject of a verb of saying."""
    verb = sentence.head(token)
    if verb is None or not token.label.startswith("nsubj"):
        return False
    return lemma(verb.text, verb.tag) in SPEAKING
