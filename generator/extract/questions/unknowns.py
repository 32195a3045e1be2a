"""What an article says is not known, not said or not decided, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import subject_of
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.directing import direct
from generator.extract.questions.doers import who_did_it
from generator.extract.questions.embedded import Embedded, embedded_questions
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    subject_parts,
    subject_plural,
    worded,
)
from generator.extract.questions.question_grammar import ask, future, told_as_news, verb_of
from generator.extract.questions.unsaid import is_evaded
from generator.extract.questions.verdicts import verdict_on
from generator.extract.questions.wh_clauses import asks
from generator.extract.questions.withheld import is_none, is_withheld, was_open_until
from generator.extract.reading import Reading
from generator.extract.words.answers import DOUBTS, SAYING
from generator.extract.words.lexicon import ORGANISATIONS, is_people_noun
from generator.language.tree import Sentence, Token

_SURETIES = frozenset(
    "certainty guarantee guarantees assurance assurances sign signs indication evidence proof"
    " promise commitment confirmation possibility".split()
)
_SURE = frozenset({"certain", "sure", "clear", "plain", "obvious", "confident", "convinced"})
_HEARSAY = frozenset({"reports", "rumours", "rumors", "suggestions", "speculation"})
_DOUBTING = frozenset(
    "doubt doubts doubted doubting question questions questioned questioning".split()
)
_OF_OTHERS = frozenset({"question", "doubt", "investigate", "probe", "examine"})
"""What one does about what others did."""
_BARE = frozenset({"all", "any", "both", "each", "neither", "none", "some"})
_PLANNING = frozenset({"plan", "propose", "want", "intend", "hope", "aim", "suggest"})
_HAPPENING = frozenset({"happen", "occur", "take", "come", "be", "do"})


def find_embedded(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield the embedded questions that the sentence says are open."""
    for embedded in embedded_questions(sentence):
        verdict = verdict_on(reading, embedded)
        if verdict is None or embedded.governor is None:
            continue
        governor = embedded.governor
        if _is_misread(reading, embedded, governor):
            continue
        # whoever opens "a debate over whether to regulate gases" need not be who regulates them
        of_all = governor.text.lower() in DOUBTS and not governor.tag.startswith("VB")
        who = () if of_all else _who_decides(reading, sentence, governor)
        question = direct(reading, embedded, who, plural=subject_plural(sentence, governor))
        kind, why, weight = verdict
        if question:
            yield OpenPoint(question, kind, why, (sentence,), weight)
            continue
        for find in (_when_that_happens, _whether_done_so, who_did_it):
            question, earlier = find(reading, embedded)
            if question and earlier:
                grounds = tuple(dict.fromkeys((earlier, sentence)))
                yield OpenPoint(question, kind, why, grounds, weight)


def _who_decides(reading: Reading, sentence: Sentence, governor: Token) -> tuple[Part, ...]:
    """Return the words of who is silent or undecided; nothing for a "they" that is a thing's."""
    who = acting_subject(sentence, governor)
    if who is not None and is_none(sentence, who):
        return ()  # "no decision had been made about whether to appeal"
    thing = reading.things.get((sentence.index, who.index)) if who else None
    if thing is not None:
        told = reading.document.sentences[thing[0]]
        noun = verb_of(told.tokens[thing[1]])
        if not (is_people_noun(noun) or noun in ORGANISATIONS):
            return ()  # "the meetings … they have not decided"
    return subject_parts(reading, sentence, governor)


def _is_misread(reading: Reading, embedded: Embedded, governor: Token) -> bool:
    """Tell whether a pronoun is taken for the silent: "she … why he", "the firm … who got it"."""
    sentence, head = embedded.sentence, embedded.head
    silent, own = subject_of(sentence, governor), subject_of(sentence, head)
    # "whether any were on duty", of those whom another sentence names
    bare = own is not None and own.text.lower() in _BARE and not sentence.children(own)
    before = own is not None and own.index < embedded.word.index and embedded.end is None
    if bare or (before and own is not None and own.label != "nsubj:outer"):
        return True  # the parse gives the clause a subject from outside
    others = {t.text.lower() for t in (silent, own) if t} == {"he", "she"}
    if others or (verb_of(governor) in _OF_OTHERS and _is_same(reading, sentence, silent, own)):
        return True
    signed, firm = sentence.child(head, "obj"), acting_subject(sentence, governor)
    if own is not embedded.word or firm is None or signed is None or signed.tag != "PRP":
        return False
    who = reading.actor_at(sentence.index, firm.index)
    first = sentence.head(governor) if governor.label == "conj" else None
    if first is not None and sentence.child(first, "obj"):
        return True  # "would not publish the letter or say who signed it"
    if reading.things.get((sentence.index, signed.index)) == (sentence.index, firm.index):
        return True
    return who is not None and who is reading.actor_at(sentence.index, signed.index)


def _is_same(reading: Reading, sentence: Sentence, silent: Token | None, own: Token | None) -> bool:
    """Tell whether a pronoun is taken for who asks: "the union questioned whether they had"."""
    if silent is None or own is None or own.tag != "PRP":
        return False
    asker = reading.actor_at(sentence.index, silent.index)
    return asker is not None and asker is reading.actor_at(sentence.index, own.index)


def find_uncertain(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what nobody is sure of: "no guarantee that it will", "not certain they would"."""
    for word in worded(sentence, _SURETIES | _SURE | _DOUBTING | _HEARSAY):
        content = _unsure_of(sentence, word)
        clause = _of_plan(reading, sentence, content) if content else None
        question = ask(reading, told_as_news(clause)) if clause else None
        if question:
            why = "The source says that this is not certain."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.85)


def _of_plan(reading: Reading, sentence: Sentence, content: Token) -> Clause | None:
    """Return the clause of what is unsure; what may "work" is the plan told of just before."""
    clause, own = clause_of(reading, sentence, content), subject_of(sentence, content)
    if clause is None or own is None or own.text.lower() != "it":
        return clause
    if verb_of(content) not in {"work", "succeed"}:
        return clause
    earlier = preceding(reading, sentence)
    planned = earlier is not None and any(base in _PLANNING for _, base in earlier.verbs)
    return replace(clause, subject=("the plan",), plural=False) if planned else None


def _unsure_of(sentence: Sentence, word: Token) -> Token | None:
    """Return the clause that a word such as "certainty" governs, where it is denied."""
    if not _is_unsure(sentence, word) or was_open_until(sentence, word):
        return None
    content = sentence.child(word, "acl", "ccomp", "csubj", "acl:relcl")
    asked = content is not None and asks(sentence, content)
    return None if content is None or asked or subject_of(sentence, content) is None else content


def _is_unsure(sentence: Sentence, word: Token) -> bool:
    """Recognise "no guarantee", "gave no sign", "not certain", "doubt that"."""
    low = word.text.lower()
    if low in _DOUBTING and word.tag.startswith("VB"):
        few = sentence.child(word, "amod", "advmod")  # "few doubt that": the parse
        return not is_withheld(sentence, word) and few is None
    above = sentence.head(word)
    if low in _HEARSAY:
        return above is not None and _is_unmet(sentence, above)
    if low == "possibility":  # "left open the possibility that"
        return above is not None and verb_of(above) in {"leave", "raise"}
    denied = any(t.text.lower() in {"no", "any"} for t in sentence.children(word, "det"))
    any_of = denied and above is not None and is_withheld(sentence, above)
    none = is_none(sentence, word)
    return (low in _SURETIES and (none or any_of)) or (low in _SURE and is_withheld(sentence, word))


def _is_unmet(sentence: Sentence, verb: Token) -> bool:
    """Recognise "would not discuss reports that", "asked about reports that, he shrugged"."""
    answer = sentence.head(verb) if verb_of(verb) == "ask" and verb.label == "advcl" else None
    kept = verb_of(verb) in {"discuss", "address"} and is_withheld(sentence, verb)
    return kept or (answer is not None and is_evaded(sentence, answer))


def _when_that_happens(reading: Reading, embedded: Embedded) -> tuple[str | None, Sentence | None]:
    """Return the question in "when that would happen": "that" is what the last sentence awaits."""
    sentence, head = embedded.sentence, embedded.head
    subject = subject_of(sentence, head)
    earlier = preceding(reading, sentence)
    if subject is None or earlier is None or embedded.word.tag != "WRB":
        return None, None
    if subject.text.lower() not in {"that", "this", "it"} or verb_of(head) not in _HAPPENING:
        return None, None
    marks = [t for t in earlier.tokens if t.label == "mark" and t.text.lower() in {"if", "until"}]
    modals = [t for t in earlier.tokens if t.tag == "MD"]
    awaited = next(iter(marks or modals), None)
    if awaited is None:
        return None, None
    clause = clause_of(reading, earlier, earlier.tokens[awaited.head])
    return (ask(reading, future(clause), opening=(embedded.word,)) if clause else None), earlier


def _whether_done_so(reading: Reading, embedded: Embedded) -> tuple[str | None, Sentence | None]:
    """Return the question in "whether they will do so": "so" is the last step that was told."""
    sentence, head = embedded.sentence, embedded.head
    behind = {t.text.lower() for t in sentence.children(head, "obj", "advmod")}
    clause = clause_of(reading, sentence, head) if verb_of(head) == "do" else None
    who = spell(reading, sentence, clause.subject) if clause and behind & {"so", "it"} else None
    for told in (sentence, preceding(reading, sentence)):
        steps = [t for t in told.tokens if t.label == "xcomp"] if told and who else []
        before = (t for t in reversed(steps) if told is not sentence or t.index < head.index)
        step = next((t for t in before if told and is_to_infinitive(told, t)), None)
        done = clause_of(reading, told, step, (who,)) if told and step and who else None
        if done and verb_of(done.head) not in SAYING:
            return ask(reading, future(replace(done, plural=bool(clause and clause.plural)))), told
    return None, None
