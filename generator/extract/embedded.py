"""Questions that sentences hold inside, "when it would leave", to direct ones."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.extract.anchors import clause_of
from generator.extract.clauses import WH_TAGS, Clause, declarative, is_plural_noun, shortened
from generator.extract.infinitives import is_to_infinitive
from generator.extract.open_point import SETTLED, UNCLEAR, acting_subject
from generator.extract.question_grammar import COMFORTABLE, ask, finished, seen_from_now, verb_of
from generator.extract.reading import Reading
from generator.extract.trimming import phrase, subject_of
from generator.extract.wh_phrases import verb_follows, wh_phrase
from generator.extract.wording import Part, spell
from generator.language.morphology import VerbGroup, lemma, words_of
from generator.language.tree import Sentence, Token

_LOOSE = frozenset({"root", "advmod", "mark"})
ASKED_NOUNS = frozenset(
    "decision question questions doubt doubts dispute debate uncertainty clarity word speculation"
    " ruling vote answer details detail information row talks indication judgment verdict"
    " inquiry investigation probe advice".split()
)
"""Nouns that a "whether" or "when" may hang on."""


_INQUIRIES = frozenset({"inquiry", "inquiries", "investigation", "investigations", "probe"})
_REACH = 7
"""Words within which "an inquiry in November into whether" finds its noun."""
_FINITE = frozenset({"VBZ", "VBD", "VBP"})
_NAMING = frozenset("call describe term dub label brand deem characterise characterize".split())
_SAYING = frozenset({"say", "believe", "claim", "think", "suspect", "hope"})


@dataclass(frozen=True, slots=True)
class Embedded:
    """A question inside a sentence: "when its next convoy would leave"."""

    sentence: Sentence
    head: Token
    """The predicate of the embedded clause."""
    word: Token
    """"whether", "if" or the wh-word."""
    governor: Token | None
    """What the clause depends on: "say", "unclear", "decision"."""


def embedded_questions(sentence: Sentence) -> list[Embedded]:
    """Return the whether- and wh-clauses that a sentence holds, outside relative clauses."""
    found = []
    for token in sentence.tokens:
        low = token.text.lower()
        if token.label == "mark" and low in {"whether", "if"}:
            head = _marked(sentence, token)
            doubted = sentence.tokens[head.head].text.lower() in UNCLEAR | SETTLED
            if low == "whether" or doubted or head.label in {"ccomp", "csubj", "csubj:pass"}:
                found.append(Embedded(sentence, head, token, _governor(sentence, head, token)))
        elif low == "whether":
            verb = _next_verb(sentence, token)
            if verb:
                found.append(Embedded(sentence, verb, token, _governor(sentence, token, token)))
        elif token.tag in WH_TAGS and low not in {"that", "whereby"}:
            clause = _wh_clause(sentence, token)
            if clause and clause.index >= token.index and not _is_called(sentence, token, clause):
                found.append(Embedded(sentence, clause, token, _governor(sentence, clause, token)))
    return found


def _is_called(sentence: Sentence, word: Token, clause: Token) -> bool:
    """Tell whether a "what" is a thing by another name: "what he called market rumours"."""
    if word.text.lower() != "what":
        return False
    told = (*sentence.children(clause, "obj", "xcomp", "ccomp", "obl"),)
    told = tuple(t for t in told if t is not word and t.index > clause.index)
    if verb_of(clause) in _SAYING:
        return any(t.label == "ccomp" for t in told)
    return verb_of(clause) in _NAMING and bool(told)


def _marked(sentence: Sentence, mark: Token) -> Token:
    """Return the predicate behind a "whether", also where the parse took it for a subject."""
    head = sentence.tokens[mark.head]
    subject = sentence.child(head, "nsubj", "csubj")
    if subject is None and not sentence.child(head, "nsubj:pass", "expl"):
        between = sentence.tokens[mark.index + 1 : head.index]
        asked = (t for t in between if t.tag in _FINITE and subject_of(sentence, t))
        return next(asked, head)  # "show whether it resists drugs are expected"
    if subject is None or subject.tag not in {"VBZ", "VBD", "VBP"} or subject.index < mark.index:
        return head
    return subject if sentence.child(subject, "nsubj") else head


def _governor(sentence: Sentence, head: Token, word: Token) -> Token | None:
    """Return the word that an embedded clause depends on, the noun before it where there is one."""
    for near in reversed(sentence.tokens[max(0, word.index - _REACH) : word.index]):
        if near.text.lower() in _INQUIRIES and sentence.tokens[word.index - 1].text == "into":
            return near
    for near in reversed(sentence.tokens[max(0, word.index - 2) : word.index]):
        if near.text.lower() in ASKED_NOUNS:
            return near
        if near.tag != "IN":
            break
    above = sentence.head(head)
    if above and head.label == "conj" and _asks(sentence, above):
        return _governor(sentence, above, _asks(sentence, above) or word)
    if above and above.tag in WH_TAGS:
        return sentence.head(above)
    return above


def _asks(sentence: Sentence, head: Token) -> Token | None:
    """Return the "whether" or wh-word that makes a clause a question."""
    marks = [t for t in sentence.children(head, "mark") if t.text.lower() in {"whether", "if"}]
    return next((t for t in (*marks, *sentence.children(head)) if t in marks or _is_wh(t)), None)


def _is_wh(token: Token) -> bool:
    return token.tag in WH_TAGS and token.text.lower() != "that"


def _wh_clause(sentence: Sentence, word: Token) -> Token | None:
    """Return the predicate of the clause that a wh-word opens, if that is an embedded question."""
    relative = sentence.child(word, "acl:relcl", "advcl:relcl")
    if relative:
        return relative if word.index == 0 or word.label not in _LOOSE else None
    if _asked_about(sentence, word):
        return _next_verb(sentence, word)
    head = _clause_of_first(sentence, word) or sentence.clause(word)
    above = sentence.head(head)
    if head.label == "xcomp" and above is not None and word.index < above.index:
        head = above  # "what it intends to do"
    if sentence.child(head, "mark") and sentence.children(head, "mark")[0].index < word.index:
        about = sentence.children(head, "mark")[0].text.lower()
        if about not in {"about", "on", "over", "of", "as", "into", "to"}:
            return None
    return head if _is_embedded(sentence, head, word) else None


def _asked_about(sentence: Sentence, word: Token) -> bool:
    """Tell whether a wh-word follows "word on", "questions about", and hangs elsewhere."""
    before = sentence.tokens[max(0, word.index - 2) : word.index]
    noun = len(before) > 1 and before[0].text.lower() in ASKED_NOUNS and before[1].tag == "IN"
    return noun and word.tag == "WRB" and word.head < before[0].index


def _next_verb(sentence: Sentence, word: Token) -> Token | None:
    """Return the predicate after a "whether" that the parse has not tied to it."""
    after = sentence.tokens[word.index + 1 :]
    return next((t for t in after if t.tag.startswith("VB") and "aux" not in t.label), None)


def _clause_of_first(sentence: Sentence, word: Token) -> Token | None:
    """Return the clause before the verb that a first "when" was hung on by mistake."""
    governor = sentence.head(word)
    if word.index or governor is None:
        return None
    clauses = sentence.children(governor, "advcl", "csubj", "csubj:pass", "nsubj")
    return next((c for c in clauses if c.index < governor.index and c.tag.startswith("VB")), None)


def _is_embedded(sentence: Sentence, head: Token, word: Token) -> bool:
    """Tell whether the clause of a wh-word is a question, not a relative or temporal clause."""
    if head.label in {"ccomp", "csubj", "csubj:pass", "xcomp"} or word.head == head.head:
        return True
    if head.label == "conj" and (first := _asks(sentence, sentence.tokens[head.head])):
        return _is_embedded(sentence, sentence.tokens[head.head], first)
    if any(t.tag == "TO" and t.index == word.index + 1 for t in sentence.children(head, "mark")):
        return True  # "where to build"
    if head.label == "advcl" and (word.index == 0 or _comes_after(sentence, word, head.head)):
        return True  # "When it began is disputed", "did not say when": taken for an adjunct
    if head.label not in {"acl", "advcl", "obl", "nmod"}:
        return False
    before = sentence.tokens[word.index - 1].text.lower() if word.index else ""
    governed = sentence.children(head, "case", "mark")
    opens = bool(governed) and sentence.subtree(head)[0].index < word.index
    return opens or before in {"about", "on", "over", "of"}


def _comes_after(sentence: Sentence, word: Token, at: int) -> bool:
    """Tell whether a word comes right after another, quotation marks between them aside."""
    between = sentence.tokens[at + 1 : word.index]
    return at < word.index and not any(t.text[:1].isalnum() for t in between)


def direct(
    reading: Reading, embedded: Embedded, controller: tuple[Part, ...] = (), *, plural: bool = False
) -> str | None:
    """Turn an embedded question into a direct one: "when it would leave" -> "When will it leave".

    `controller` is the subject of an infinitive: who decides "whether to pay".
    """
    sentence, head = embedded.sentence, embedded.head
    clause = clause_of(reading, sentence, head, controller, plural=plural)
    clause = clause or _done_by_nobody(reading, sentence, head)
    if clause and controller and _is_of_silent(reading, embedded):
        clause = replace(clause, subject=controller, plural=plural)
    if clause:
        clause = _first_alone(replace(clause, group=_asked_group(sentence, clause, embedded)))
    if embedded.word.text.lower() in {"whether", "if"}:
        return ask(reading, _without_or_not(clause)) if clause else None
    return _wh_question(reading, embedded, clause)


def _done_by_nobody(reading: Reading, sentence: Sentence, head: Token) -> Clause | None:
    """Return "a decision on whether to close the road" as what is to be done to the road."""
    thing = sentence.child(head, "obj")
    if thing is None or not is_to_infinitive(sentence, head):
        return None
    words = phrase(sentence, thing)
    clause = clause_of(reading, sentence, head, words, plural=is_plural_noun(sentence, thing))
    if clause is None:
        return None
    left = tuple(p for p in clause.predicate if p not in words)
    group = replace(clause.group, passive=True, modal="will")
    return replace(clause, group=group, predicate=left)


def _is_of_silent(reading: Reading, embedded: Embedded) -> bool:
    """Tell whether an "it" that is taken for some other body means the one that does not say."""
    sentence, governor = embedded.sentence, embedded.governor
    own = subject_of(sentence, embedded.head)
    silent = acting_subject(sentence, governor) if governor else None
    if own is None or silent is None or own.text.lower() != "it":
        return False
    meant, body = (reading.actor_at(sentence.index, t.index) for t in (own, silent))
    if meant is None or body is None or meant is body:
        return False
    return meant.kind == body.kind == "organisation"


def _first_alone(clause: Clause) -> Clause:
    """Return a question without the next one: "when it opens, or how much it costs"."""
    joined = (c for c in clause.sentence.children(clause.head, "conj"))
    further = [c for c in joined if _asks(clause.sentence, c)]
    gone = {t.index for c in further for t in clause.sentence.subtree(c)}
    kept = [p for p in clause.predicate if isinstance(p, str) or p.index not in gone]
    for at, part in enumerate(kept):
        behind = kept[at + 1 : at + 2]
        if _is_word(part, "if") and any(_is_word(b, "any", "anything", "anyone") for b in behind):
            kept = [*kept[:at], *kept[at + 2 :]]
            break
        if isinstance(part, Token) and part.tag == "CC" and _opens_next(behind):
            return replace(clause, predicate=tuple(kept[:at]))
    return replace(clause, predicate=tuple(kept))


def _is_word(part: Part, *words: str) -> bool:
    return isinstance(part, Token) and part.text.lower() in words


def _opens_next(behind: list[Part]) -> bool:
    return bool(behind) and isinstance(behind[0], Token) and behind[0].tag in WH_TAGS


def _asked_group(sentence: Sentence, clause: Clause, embedded: Embedded) -> VerbGroup:
    group = clause.group
    infinitive = any(t.tag == "TO" for t in sentence.children(clause.head, "mark"))
    above = embedded.governor
    awaited = above is not None and lemma(above.text, above.tag) in {"depend", "hinge"}
    if (infinitive or awaited) and not group.modal and group.lemma != "be":
        return replace(group, modal="will")
    if group.perfect and group.past and embedded.word.tag in WH_TAGS:
        after = sentence.tokens[min(embedded.word.index + 1, len(sentence.tokens) - 1)]
        counted = after.text.lower() in {"many", "much"} and group.lemma != "be"
        return replace(group, past=not counted, perfect=counted)
    if group.modal == "could" and (embedded.word.text.lower() == "when" or _is_due(embedded)):
        return replace(group, modal="can")
    if group.perfect and group.modal in {"may", "might"}:
        return replace(group, modal=None, perfect=False, past=True)
    still = group.progressive and group.passive  # "did not know where they were being held"
    return seen_from_now(group, reported=still, negated=clause.negated)


def _is_due(embedded: Embedded) -> bool:
    """Tell whether an answer is announced: "a scan would show whether he could play"."""
    above = embedded.governor
    words = embedded.sentence.children(above, "aux") if above else ()
    return any(t.text.lower() in {"will", "would"} for t in words)


def _without_or_not(clause: Clause) -> Clause:
    kept = [p for p in clause.predicate if not (isinstance(p, Token) and _is_or_not(clause, p))]
    return replace(clause, predicate=tuple(kept))


def _is_or_not(clause: Clause, token: Token) -> bool:
    low = token.text.lower()
    tokens = clause.sentence.tokens
    after = tokens[token.index + 1].text.lower() if token.index + 1 < len(tokens) else ""
    before = tokens[token.index - 1].text.lower() if token.index else ""
    return (low == "or" and after == "not") or (low == "not" and before == "or")


def _wh_question(reading: Reading, embedded: Embedded, clause: Clause | None) -> str | None:
    sentence, head = embedded.sentence, embedded.head
    opening = wh_phrase(sentence, head, embedded.word)
    inside = {t.index for t in opening}
    subject = subject_of(sentence, head)
    asks_subject = subject and subject.index in inside and subject is not head
    if asks_subject or verb_follows(sentence, head, opening):
        return _subject_question(reading, embedded, opening)
    if head.index in inside:  # "how severe the damage is", "who the attackers were"
        return _copular_question(reading, embedded, opening)
    if not clause:
        return None
    left = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in inside)
    middle = tuple(p for p in clause.middle if isinstance(p, str) or p.index not in inside)
    who = tuple(p for p in clause.subject if isinstance(p, str) or p.index not in inside)
    clause = replace(clause, subject=who, predicate=left, middle=middle)
    return ask(reading, clause, opening=opening)


def _subject_question(
    reading: Reading, embedded: Embedded, opening: tuple[Token, ...]
) -> str | None:
    clause = clause_of(reading, embedded.sentence, embedded.head)
    if not clause:
        clause = clause_of(reading, embedded.sentence, embedded.head, opening)
    if not clause:
        return None
    inside = {t.index for t in opening}
    left = tuple(p for p in clause.predicate if isinstance(p, str) or p.index not in inside)
    clause = _first_alone(replace(clause, predicate=left))
    group = _asked_group(embedded.sentence, clause, embedded)
    for shorter in shortened(replace(clause, subject=opening, group=group)):
        question = finished(spell(reading, embedded.sentence, declarative(shorter)))
        if question and len(question.split()) <= COMFORTABLE:
            return question
    return None


def _copular_question(
    reading: Reading, embedded: Embedded, opening: tuple[Token, ...]
) -> str | None:
    clause = clause_of(reading, embedded.sentence, embedded.head)
    if not clause or clause.group.lemma != "be":
        return None
    group = seen_from_now(clause.group, reported=False)
    verb = words_of(group, plural=clause.plural)
    inside = {t.index for t in opening}
    left = [p for p in clause.predicate if isinstance(p, str) or p.index not in inside]
    parts = (*opening, verb[0], *clause.subject, *verb[1:], *left)
    return finished(spell(reading, embedded.sentence, parts))
