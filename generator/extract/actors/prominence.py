"""Mentions of an actor -> how much it stands out where something refers to one of several."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from generator.extract.actors.genders import gender_of, gender_told
from generator.extract.reading import Actor, Mention, quoted_at, sentence_at
from generator.extract.words import names
from generator.extract.words.speech_verbs import SPEAKING
from generator.language.morphology import lemma
from generator.language.tree import Document, Sentence, Token

REACH = 3
"""Sentences: how far back a pronoun looks for what it stands for."""
SUBJECT = 3.0
SUBORDINATE = 2.5
OTHER = 1.0
EMPLOYER = 2.5
SAME_SENTENCE = 0.6
OUT_OF_REACH = -100.0
SPEAKER = 0.8
REPORTED = 0.5
OTHER_PARAGRAPH = 0.5
QUOTED = 1.0
"""Weights of a candidate: subjects are taken up again far more often than other phrases, a
source less often unless it speaks again, and each sentence between costs one point. Set on texts
of our own: re-run tests/unit/test_actors.py, tests/quality and training/evaluate_references.py."""
TOPIC = 2.0
"""Weight of whom the article names most, where a pronoun or a phrase may mean several people."""
ONLOOKERS = frozenset("analyst columnist commentator correspondent economist strategist".split())
"""Who speaks of others' bodies."""


def topic_of(sentence: Sentence) -> Token | None:
    """Return the noun of what a sentence turns to: "envoy" of "As for the envoy, she said"."""
    opening = sentence.tokens[0]
    link = sentence.child(opening, "fixed") if opening.text.lower() == "as" else None
    return sentence.head(opening) if link is not None and link.text == "for" else None


class Told:
    """What a text has told so far: its actors, and where each has been mentioned."""

    def __init__(self, document: Document, actors: Sequence[Actor]) -> None:
        """Begin with the mentions that names make."""
        self.document = document
        self.actors: dict[str, Actor] = {}
        self.genders: dict[str, str] = {}
        self.named = frozenset(actor.id for actor in actors)
        self.is_quoted = quoted_at(document.own_text)
        self._latest: dict[str, tuple[int, int]] = {}
        self._in_sentence: dict[int, list[tuple[str, Mention]]] = {}
        for actor in actors:
            self.meet(actor)

    def meet(self, actor: Actor) -> None:
        """Add an actor."""
        self.actors[actor.id] = actor
        self.genders[actor.id] = gender_told(actor, self.document)
        for m in actor.mentions:
            self._in_sentence.setdefault(m.sentence, []).append((actor.id, m))

    def note(self, actor_id: str, m: Mention, pronoun: Token | None = None) -> None:
        """Add a mention of an actor; a pronoun tells its gender too."""
        self._in_sentence.setdefault(m.sentence, []).append((actor_id, m))
        self._latest[actor_id] = m.place
        if pronoun is not None:
            self.genders[actor_id] = self.genders[actor_id] or gender_of(pronoun)

    def before(self, sentence: Sentence, *, unquoted: bool = False) -> dict[str, list[Mention]]:
        """Return the mentions in a sentence and the few before it, by the actor's id.

        Without those inside quotation marks for the subject of a verb of saying: nobody speaks
        whom the quotation names.
        """
        found: dict[str, list[Mention]] = {}
        for index in range(sentence.index - REACH, sentence.index + 1):
            for actor_id, m in self._in_sentence.get(index, ()):
                if not (unquoted and self.is_quoted(m.start)):
                    found.setdefault(actor_id, []).append(m)
        return found

    def prominence(self, sentence: Sentence, token: Token, seen: Sequence[Mention]) -> float:
        """Return how much an actor stands out for a reference; 0 where it is out of reach."""
        return max((self._weight(sentence, token, m) for m in seen), default=OUT_OF_REACH)

    def weights_as_topics(self, actor_ids: Collection[str]) -> dict[str, float]:
        """Return what it weighs for each of several actors that the text names it so often."""
        times = {i: len(self.actors[i].mentions) for i in actor_ids}
        most = max(times.values(), default=1)
        return {i: TOPIC * named / most for i, named in times.items()}

    def latest(self, actor: Actor, before: tuple[int, int]) -> tuple[int, int]:
        """Return the sentence and token where an actor was last mentioned before a place."""
        at = bisect_left(actor.mentions, before, key=lambda m: m.place)
        named = actor.mentions[at - 1].place if at else (-1, -1)
        return max(named, self._latest.get(actor.id, named))

    def employs(self, body: Actor, sentence: Sentence, token: Token) -> float:
        """Return the weight of a body that whoever speaks in a sentence is of."""
        subject = self._speaker(sentence, token)
        speaker = self.at(sentence, subject) if subject else None
        if subject is None or speaker is None:
            return 0.0
        beside = (self.at(sentence, t) for t in sentence.subtree(subject))
        if body.id not in beside and not self._is_of(speaker, body):
            return 0.0
        watches = ONLOOKERS.intersection(names.fold(self.actors[speaker].role or "").split())
        return -EMPLOYER if watches else EMPLOYER

    def _speaker(self, sentence: Sentence, token: Token) -> Token | None:
        """Return the subject of the verb that says the clause which a token stands in."""
        for verb in sentence.path_to_root(token):
            subject = sentence.child(verb, "nsubj") if verb.tag.startswith("VB") else None
            if subject and subject != token and speaks(sentence, subject):
                return subject
        return None

    def at(self, sentence: Sentence, token: Token) -> str | None:
        """Return the actor whose mention has a token for its head, or stands beside it."""
        for actor_id, m in self._in_sentence.get(sentence.index, ()):
            head = sentence.tokens[m.head]
            if token in {head, apposed_to(sentence, head)}:
                return actor_id
        return None

    def _is_of(self, person: str, body: Actor) -> bool:
        """Say whether somebody's role tells a body: "its manager, Ada Orr", "Orr of Halm"."""
        role = self.actors[person].role_span
        there = sentence_at(self.document, role.start) if role else None
        if role is None or there is None:
            return False
        before = [t for t in there.tokens if t.start < role.start][-1:]
        if before and before[0].text.lower() in {"its", "their"}:
            return body.id == self._foremost_body(there, before[0])
        return any(
            role.start <= m.start < role.end
            for actor_id, m in self._in_sentence.get(there.index, ())
            if actor_id == body.id
        )

    def _foremost_body(self, sentence: Sentence, token: Token) -> str | None:
        """Return the named body that stands out most before a word."""
        ranked = [
            (self.prominence(sentence, token, seen), actor_id)
            for actor_id, seen in self.before(sentence).items()
            if actor_id in self.named and self.actors[actor_id].kind == "organisation"
        ]
        return max(ranked, default=(0.0, None))[1]

    def says(self, sentence: Sentence, token: Token, seen: Sequence[Mention]) -> bool:
        """Say whether an actor says the quotation in which a reference stands: "I" would do."""
        if not self.is_quoted(token.start):
            return False
        for m in seen:
            there = self.document.sentences[m.sentence]
            near = there.paragraph == sentence.paragraph and not self.is_quoted(m.start)
            if near and speaks(there, apposed_to(there, there.tokens[m.head])):
                return True
        return False

    def is_co_argument(self, sentence: Sentence, token: Token, seen: Sequence[Mention]) -> bool:
        """Say whether an actor does something to a reference: Khan is not him in "Khan met him"."""
        heads = [m.head for m in seen if m.sentence == sentence.index and m.head != token.index]
        return token.label not in {"nmod:poss", "conj"} and any(
            apposed_to(sentence, sentence.tokens[h]).head == token.head for h in heads
        )

    def _weight(self, sentence: Sentence, token: Token, m: Mention) -> float:
        """Return how much one mention brings an actor to mind where a reference occurs."""
        distance = sentence.index - m.sentence
        if not 0 <= distance <= REACH or (distance == 0 and m.first >= token.index):
            return OUT_OF_REACH
        if m.kind == "demonym":
            return OUT_OF_REACH
        there = self.document.sentences[m.sentence]
        head = apposed_to(there, there.tokens[m.head])
        weight = OTHER
        if head.label.startswith("nsubj") or _is_presented(there, head):
            weight = SUBJECT if _is_main(there, head) else SUBORDINATE
        if speaks(there, head):
            again = speaks(sentence, token) or _tells(there, head, token, distance)
            weight += SPEAKER if again else -SPEAKER
            weight -= REPORTED if _is_told_of(there, head) else 0.0
        if distance == 0:
            weight += SAME_SENTENCE
        if self.is_quoted(m.start) and not self.is_quoted(token.start):
            weight -= QUOTED
        if there.paragraph != sentence.paragraph:
            weight -= OTHER_PARAGRAPH
        # Of two that are alike the later one is meant.
        return weight - distance + m.first / 1000


def _is_main(sentence: Sentence, subject: Token) -> bool:
    """Say whether a subject is that of a main clause, or of what somebody says."""
    verb = sentence.head(subject)
    while verb is not None and verb.label in {"conj", "ccomp", "parataxis"}:
        verb = sentence.head(verb)
    return verb is None or verb.head < 0


def _tells(sentence: Sentence, speaker: Token, token: Token, distance: int) -> bool:
    """Say whether somebody tells what the one referred to does: "Orr said she had left"."""
    clause = sentence.head(token) if token.label.startswith("nsubj") and not distance else None
    return clause is not None and clause.label == "ccomp" and clause.head == speaker.head


def _is_told_of(sentence: Sentence, speaker: Token) -> bool:
    """Say whether it is told by somebody else that one says something: "Orr agreed, Reis said"."""
    verb = sentence.head(speaker)
    teller = sentence.head(verb) if verb is not None and verb.label == "ccomp" else None
    return teller is not None and lemma(teller.text, teller.tag) in SPEAKING


def _is_presented(sentence: Sentence, name: Token) -> bool:
    """Say whether a sentence leads up to a name: "Leading the protest is Ada Orr"."""
    copula = sentence.child(name, "cop") if name.tag == "NNP" else None
    return copula is not None and sentence.child(name, "nsubj") is None


def apposed_to(sentence: Sentence, name: Token) -> Token:
    """Return the noun that a name stands beside: "the skipper" of "the skipper, Josefa Lim,"."""
    while name.label in {"appos", "flat", "compound"} and name.head >= 0:
        above = sentence.tokens[name.head]
        if name.label == "compound" and above.tag != "NNP":
            break
        name = above
    return name


def speaks(sentence: Sentence, token: Token) -> bool:
    """Say whether a token is the subject of a verb of saying, "liked to say" among them."""
    verb = sentence.head(token)
    if verb is None or not (verb.tag.startswith("VB") and token.label.startswith("nsubj")):
        return False
    told = (verb, *sentence.children(verb, "xcomp"))
    return any(t.tag.startswith("VB") and lemma(t.text, t.tag) in SPEAKING for t in told)
