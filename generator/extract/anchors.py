"""The "it" and "they" that stand for things, not actors, to the nouns that they take up."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.clauses import Clause, clause_at, is_plural_noun
from generator.extract.lexicon import is_people_noun
from generator.extract.reading import Actor, Reading
from generator.extract.trimming import kept_tokens, phrase, subject_of
from generator.extract.wording import Part, named, spell
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token


def preceding(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the sentence before."""
    return reading.document.sentences[sentence.index - 1] if sentence.index else None


def clause_of(
    reading: Reading,
    sentence: Sentence,
    head: Token,
    subject: tuple[Part, ...] = (),
    *,
    plural: bool = False,
) -> Clause | None:
    """Take a clause apart, with a noun put for an "it" or "they" that no actor stands behind."""
    clause = clause_at(sentence, head, subject, plural=plural)
    if clause is None:
        return None
    own = subject_of(sentence, head)
    return replace(
        clause,
        subject=anchored(reading, clause, clause.subject, ()),
        plural=_plural_of(reading, sentence, own, clause),
        predicate=anchored(reading, clause, clause.predicate, clause.subject),
    )


def _plural_of(reading: Reading, sentence: Sentence, own: Token | None, clause: Clause) -> bool:
    actor = reading.actor_at(sentence.index, own.index) if own else None
    if own and own.text == "I":
        return False  # a name stands for it
    if own and own.text.lower() in {"they", "we"} and actor:
        return actor.kind == "group"
    return clause.plural


def anchored(
    reading: Reading, clause: Clause, parts: tuple[Part, ...], before: tuple[Part, ...]
) -> tuple[Part, ...]:
    """Replace an unresolved "it", "its", "they" or "them" by the thing named last in that role."""
    done: list[Part] = []
    for part in parts:
        earlier = [*before, *done]
        if isinstance(part, Token) and part.text.lower() in {"i", "my"}:
            own = quoted_speaker(reading, clause.sentence, part)
            mine = possessive(reading, own) if own and part.tag == "PRP$" else own
            done.append(mine or part)
            continue
        if isinstance(part, str) or not _needs_anchor(reading, clause, part, earlier):
            done.append(part)
            continue
        text = _meaning(reading, clause, part)
        if text is None and _is_unclear(clause, part):
            text = UNRESOLVED
        done.append(possessive(reading, text) if text and part.tag == "PRP$" else text or part)
    return tuple(done)


def quoted_speaker(reading: Reading, sentence: Sentence, token: Token) -> str | None:
    """Return the name of whoever says the words in which an "I" stands."""
    for told in reading.attributions_in(sentence.index):
        inside = any(span.start <= token.start < span.end for span in told.content)
        speaker = reading.actor(told.speaker)
        if inside and told.kind != "indirect" and speaker and speaker.kind == "person":
            people = reading.gazetteer.country(speaker.name)  # "the Swede wrote": no name
            return None if speaker.anonymous or people else named(reading, speaker)
    return None


def possessive(reading: Reading, name: str) -> str:
    """Return a name with the apostrophe that the article uses."""
    sign = "’" if "’" in reading.document.text else "'"
    return f"{name}{sign}" if name.endswith("s") else f"{name}{sign}s"


def _needs_anchor(reading: Reading, clause: Clause, token: Token, before: list[Part]) -> bool:
    low = token.text.lower()
    if low not in _THINGS | _PERSONS or token.label.startswith("expl"):
        return False
    actor = reading.actor_at(clause.sentence.index, token.index)
    known = actor is not None and not _is_measured(clause, token)
    if token.label == "obj" and actor in _actors(reading, clause, before):
        return True  # "are planning on holding them": not themselves
    outer = token.head == clause.head.index
    if known and (low in _PERSONS or not outer):
        return _is_loose(token) and low in _THINGS
    if known:
        return _is_loose(token) or _is_acted_on(clause, token)
    bound = any(isinstance(p, Token) and p.tag.startswith("NN") for p in before)
    free = outer or token.label == "obj"  # what a subject cannot be taken up by
    return not bound or _is_loose(token) or (token.tag != "PRP$" and free)


def _is_measured(clause: Clause, token: Token) -> bool:
    """Tell whether a pronoun stands for a thing with a size: "how deep it goes"."""
    before = [t.text.lower() for t in clause.sentence.tokens[max(0, token.index - 2) : token.index]]
    return before[:1] == ["how"] and before[-1] in _SIZES


def _actors(reading: Reading, clause: Clause, parts: list[Part]) -> set[Actor | None]:
    tokens = [p for p in parts if isinstance(p, Token)]
    return {reading.actor_at(clause.sentence.index, t.index) for t in tokens} - {None}


def _is_acted_on(clause: Clause, token: Token) -> bool:
    """Tell whether things fit a pronoun better than actors do: "it will be held", "certify it"."""
    if token.label == "nsubj:pass":
        return _is_event(clause, token)
    return token.label == "obj" and token.head == clause.head.index


def _is_event(clause: Clause, token: Token) -> bool:
    return token.head == clause.head.index and clause.group.lemma in _DONE_TO_EVENTS


def _is_unclear(clause: Clause, token: Token) -> bool:
    """Tell whether a pronoun that nothing explains makes a clause unfit for a question."""
    return _is_event(clause, token) or _is_loose(token) or token.label == "obj"


def _is_loose(token: Token) -> bool:
    """Tell whether a pronoun stands where anything may be meant: "any of it", "with them"."""
    return token.tag == "PRP" and token.label.startswith(("nmod", "obl"))


def _meaning(reading: Reading, clause: Clause, pronoun: Token) -> str | None:
    deep = pronoun.label == "obj" and pronoun.head != clause.head.index
    if _is_loose(pronoun) or deep:
        return None
    speaks = pronoun.label == "nsubj" or pronoun.tag == "PRP$" or pronoun.text.lower() in _PERSONS
    speaker = _speaker(reading, clause, pronoun) if speaks else None
    if speaker or pronoun.text.lower() in _PERSONS:
        return speaker or _only_stranger(reading, clause.sentence, pronoun)
    found = antecedent(reading, clause.sentence, pronoun)
    return found or _speaker(reading, clause, pronoun)


def of_own(clause: Clause) -> Clause:
    """Return a clause whose "its" means its subject: "urged the bank to publish its accounts"."""
    words = (
        p.text if isinstance(p, Token) and p.text.lower() in {"its", "their"} else p
        for p in clause.predicate
    )
    return replace(clause, predicate=tuple(words))


def _only_stranger(reading: Reading, sentence: Sentence, pronoun: Token) -> str | None:
    """Return the unnamed person told of just before, where "he" can mean nobody else near."""
    other = {"she", "her"} if pronoun.text.lower() in {"he", "his"} else {"he", "his", "him"}
    text = reading.document.text
    near = [
        actor
        for actor in reading.actors
        if actor.kind == "person"
        and any(-_STRANGER_REACH <= m.sentence - sentence.index < 0 for m in actor.mentions)
        and not any(text[m.start : m.end].lower() in other for m in actor.mentions)
    ]
    return named(reading, near[0]) if len(near) == 1 and near[0].anonymous else None


def _speaker(reading: Reading, clause: Clause, pronoun: Token) -> str | None:
    """Return who says what a clause reports: "the group" in "it will strike, the group says"."""
    sentence = clause.sentence
    told = clause.head
    while told.label == "conj" and told.head >= 0:
        told = sentence.tokens[told.head]  # "said that it was full, but that it could grow"
    verb = sentence.head(told)
    noun = subject_of(sentence, verb) if verb and told.label in _REPORTED else None
    if noun is None or not noun.tag.startswith("NN"):
        return None
    person = noun.tag == "NNP" or is_people_noun(lemma(noun.text, noun.tag).lower())
    if (pronoun.text.lower() in _PERSONS) is not person and not _is_body(reading, sentence, noun):
        return None
    if is_plural_noun(sentence, noun) is not (pronoun.text.lower() in {"they", "their", "them"}):
        return None
    drop = {
        t.index for c in sentence.children(noun, "acl", "acl:relcl") for t in sentence.subtree(c)
    }
    return spell(reading, sentence, [t for t in phrase(sentence, noun) if t.index not in drop])


def _is_body(reading: Reading, sentence: Sentence, noun: Token) -> bool:
    """Tell whether a name is one of a firm or a group, which says "it" and "they" of itself."""
    actor = reading.actor_at(sentence.index, noun.index)
    return noun.tag == "NNP" and (actor is None or actor.kind != "person")


def antecedent(reading: Reading, sentence: Sentence, pronoun: Token) -> str | None:
    """Return "the" and the noun that an "it" or "they" most likely takes up, where one is near."""
    plural = pronoun.text.lower() in {"they", "them", "their"}
    earlier = preceding(reading, sentence)
    places = [(sentence, [t for t in sentence.tokens if t.index < pronoun.index])]
    if earlier and earlier.paragraph == sentence.paragraph and pronoun.label != "nsubj:pass":
        places.append((earlier, list(earlier.tokens)))
    for near, tokens in places:
        nouns = [
            t
            for t in sorted(tokens, key=lambda t: (_ROLE_ORDER.get(t.label, 9), -t.index))
            if t.label in _ROLE_ORDER and _can_stand(reading, near, t, plural=plural)
        ]
        if nouns:
            far = near is not sentence and pronoun.label == "obj"
            rivals = {t.text.lower() for t in nouns if far or t.label == nouns[0].label}
            leads = nouns[0].label.startswith("nsubj")
            vague = len(rivals) > 1 or (far and plural and not leads)
            return None if vague else _definite(reading, near, nouns[0])
    return None


_THINGS = frozenset({"it", "its", "they", "them", "their"})
_SIZES = frozenset("deep long wide high tall big large thick heavy old far".split())
_STRANGER_REACH = 4
"""Sentences within which "he" may take up "the volunteer"."""
_PERSONS = frozenset({"he", "she", "his", "her"})
_REPORTED = frozenset({"ccomp", "advcl", "parataxis"})
UNRESOLVED = "\x00"
"""Stands where nobody can say what a pronoun means; no question is well formed with it."""
_ROLE_ORDER = {"obj": 0, "nsubj:pass": 1, "nsubj": 2, "obl": 3}
_DONE_TO_EVENTS = frozenset(
    "hold postpone schedule cancel delay publish release adjourn extend announce take".split()
)
"""Verbs whose "it" is an event or a document, hardly ever an actor."""


def _can_stand(reading: Reading, sentence: Sentence, noun: Token, *, plural: bool) -> bool:
    if noun.label == "obl" and sentence.child(noun, "case"):
        return False
    if noun.label.startswith("nsubj") and noun.index > noun.head:
        return False  # "is long, the mayor said": the parse took the speaker for a second subject
    if noun.tag not in {"NN", "NNS"} or reading.actor_at(sentence.index, noun.index):
        return False
    return (noun.tag == "NNS") is plural


def _definite(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    below = {"compound", "amod", "nummod", "nmod:poss"}
    owned = sentence.child(noun, "nmod:poss") is not None
    before = (t for t in kept_tokens(sentence, noun) if t.index <= noun.index)
    kept = [t for t in before if t is noun or _top(sentence, noun, t) in below]
    text = spell(reading, sentence, kept)
    return text if owned or text is None else f"the {text}"


def _top(sentence: Sentence, noun: Token, token: Token) -> str:
    at = token
    while at.head != noun.index and at.head >= 0:
        at = sentence.tokens[at.head]
    return at.label.split(":")[0] if at.label != "nmod:poss" else at.label
