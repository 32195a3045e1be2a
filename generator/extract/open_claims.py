"""What is asked for, claimed, denied or reported by others, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.anchors import clause_of, possessive, preceding
from generator.extract.clauses import Clause, is_plural_noun
from generator.extract.open_point import (
    OpenPoint,
    acting_subject,
    following,
    is_withheld,
    subject_parts,
    subject_plural,
    verbs,
    who_says,
)
from generator.extract.prospects import prospect
from generator.extract.question_grammar import (
    ask,
    simple_past,
    told_as_news,
    verb_of,
)
from generator.extract.reading import Reading
from generator.extract.trimming import object_of, phrase, subject_of
from generator.extract.wording import spell
from generator.language.morphology import past
from generator.language.tree import Sentence, Token

DENYING = frozenset({"deny", "reject", "dismiss", "dispute", "refute"})
ALLEGING = frozenset({"allege", "claim", "accuse", "charge", "contend", "suspect", "blame"})
_ACCUSERS = frozenset("prosecutor prosecutors police indictment complaint lawsuit".split())
_ALLEGED = frozenset(
    "wrongdoing allegation allegations accusation accusations claim claims charge charges".split()
)
"""What a denial may take up from some sentences before."""
_REACH = 5
"""Sentences back to the claim that "rejected the allegation" may mean."""
_REPORTING = frozenset({"report", "write", "reveal", "say"})
_NAMING = frozenset({"call", "describe", "denounce"})
_UNTRUE = frozenset("lie lies false baseless untrue nonsense fabrication unfounded wrong".split())
TELLING = frozenset(
    "say claim insist maintain argue state report believe suggest indicate show".split()
)
POINTING = frozenset(
    "it this that wrongdoing report reports claim claims allegation allegations accusation"
    " accusations charge charges suggestion account offer".split()
)


def find_disputes(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what one side says and another denies."""
    for verb in verbs(sentence, DENYING | _NAMING | {"plead"}):
        if is_withheld(sentence, verb):
            continue
        named = verb_of(verb) in _NAMING
        denied = None if named else _denied_clause(reading, sentence, verb)
        who = who_says(reading, sentence, verb)
        if denied:
            question = ask(reading, denied)
            if question:
                yield OpenPoint(
                    question, "disputed", f"{who} denied it, the source says.", (sentence,), 0.95
                )
        elif _takes_up(sentence, verb):
            earlier, questions = _claimed_before(reading, sentence, verb)
            for question in questions if earlier else ():
                why = f"{who} {_denial(verb)} it, the source says."
                grounds = (earlier, sentence) if earlier else (sentence,)
                yield OpenPoint(question, "disputed", why, grounds, 1.0)


def _claimed_before(
    reading: Reading, sentence: Sentence, verb: Token
) -> tuple[Sentence | None, list[str]]:
    """Return the sentence whose claim a denial takes up, and the claim as questions."""
    thing = sentence.child(verb, "obj")
    far = verb_of(verb) == "plead" or (thing is not None and thing.text.lower() in _ALLEGED)
    earlier = preceding(reading, sentence)
    for back in range(_REACH if far else 1):
        own = earlier and far and _is_of_denier(reading, sentence, verb, earlier)
        claims = [] if own else list(claims_in(reading, earlier))
        if back and earlier and not _alleges(earlier):
            claims = [c for c in claims if c.group.perfect or c.group.past]
        asked = [ask(reading, claim) for claim in claims]
        if found := [question for question in asked if question]:
            return earlier, found
        earlier = preceding(reading, earlier) if earlier else None
    return None, []


def _alleges(sentence: Sentence) -> bool:
    """Tell whether a sentence accuses: "claimed", "prosecutors say"."""
    words = {t.text.lower() for t in sentence.tokens}
    return bool(words & _ACCUSERS) or any(verbs(sentence, ALLEGING))


def _is_of_denier(reading: Reading, sentence: Sentence, verb: Token, earlier: Sentence) -> bool:
    """Tell whether whoever denies something is the one who tells in an earlier sentence."""
    subjects = [acting_subject(earlier, told) for told in verbs(earlier, _REPORTING)]
    tellers = {reading.actor_at(earlier.index, s.index) for s in subjects if s}
    denier = acting_subject(sentence, verb)
    return denier is not None and reading.actor_at(sentence.index, denier.index) in tellers


def _denial(verb: Token) -> str:
    return "rejected" if verb_of(verb) in _NAMING | {"plead"} else past(verb_of(verb))


def _rejects(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb denies, "call" only with a word such as "lie"."""
    if verb_of(verb) not in _NAMING:
        return True
    below = {t.text.lower() for t in sentence.subtree(verb) if t.index > verb.index}
    return bool(below & _UNTRUE)


def points_back(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb's object stands for what was just said: "this", "the report"."""
    thing = sentence.child(verb, "obj")
    return thing is not None and thing.text.lower() in POINTING


def _takes_up(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb denies what was said before: "denied it", "has pleaded not guilty"."""
    if verb_of(verb) == "plead":
        return {"not", "guilty"} <= {t.text.lower() for t in sentence.subtree(verb)}
    return points_back(sentence, verb) and _rejects(sentence, verb)


def _denied_clause(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    content = sentence.child(verb, "ccomp") or sentence.child(verb, "xcomp")
    claim = sentence.child(verb, "obj")
    if content is None and claim is not None and claim.text.lower() in POINTING:
        content = sentence.child(claim, "acl", "ccomp")
    if (
        content is None
        or sentence.tokens[min(content.index + 1, len(sentence.tokens) - 1)].tag == "HYPH"
    ):
        return None
    having = any(t.text.lower() == "having" for t in sentence.children(content, "aux"))
    if (content.tag == "VBG" or having) and subject_of(sentence, content) is None:
        clause = clause_of(
            reading,
            sentence,
            content,
            subject_parts(reading, sentence, verb),
            plural=subject_plural(sentence, verb),
        )
        return simple_past(clause) if clause else None
    clause = clause_of(reading, sentence, content)
    own = subject_of(sentence, content)
    if clause and own and own.tag == "PRP" and not reading.actor_at(sentence.index, own.index):
        who, plural = subject_parts(reading, sentence, verb), subject_plural(sentence, verb)
        clause = replace(clause, subject=who, plural=plural) if who else clause
    return told_as_news(_of_denier(reading, sentence, verb, clause)) if clause else None


def _of_denier(reading: Reading, sentence: Sentence, verb: Token, clause: Clause) -> Clause:
    """Return "there is an outbreak on their side" with the name of those who deny it."""
    who = subject_parts(reading, sentence, verb)
    name = spell(reading, sentence, who) if who else None
    there = isinstance(clause.subject[0], Token) and clause.subject[0].tag == "EX"
    if not there or name is None:
        return clause
    words = (
        possessive(reading, name) if isinstance(p, Token) and p.tag == "PRP$" else p
        for p in clause.predicate
    )
    return replace(clause, predicate=tuple(words))


def claims_in(reading: Reading, sentence: Sentence | None) -> Iterator[Clause]:
    """Yield what a sentence reports somebody to have said, as clauses to ask about."""
    if sentence is None:
        return
    for verb in sentence.tokens:
        if verb.tag.startswith("VB") and verb_of(verb) in {"accuse", "suspect"}:
            clause = _accusation(reading, sentence, verb)
        elif verb.tag.startswith("VB") and verb_of(verb) in ALLEGING | _REPORTING:
            clause = as_news(reading, sentence, _content(sentence, verb))
        elif verb.text.lower() == "according":
            clause = as_news(reading, sentence, sentence.root)
        else:
            clause = None
        if clause:
            yield clause


def _content(sentence: Sentence, verb: Token) -> Token | None:
    """Return what somebody says, also where it hangs elsewhere: "claimed in a lawsuit that"."""
    below = (t for t in sentence.subtree(verb) if t.index > verb.index and t.label == "acl")
    apart = (t for t in below if any(m.text == "that" for m in sentence.children(t, "mark")))
    return sentence.child(verb, "ccomp") or next(apart, None)


def as_news(reading: Reading, sentence: Sentence, head: Token | None) -> Clause | None:
    """Return a clause as one asks about it on the day: over, under way or ahead."""
    if head is None:
        return None
    ahead = prospect(reading, sentence, head)
    clause = ahead or clause_of(reading, sentence, head)
    return ahead or (told_as_news(clause) if clause else None)


def _accusation(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    """Return what "accuse the contractor of leaving a gap" says that the contractor did."""
    accused = object_of(sentence, verb) or sentence.child(verb, "nsubj:pass")
    described = accused is None and verb.label == "acl" and verb.tag == "VBN"
    accused = sentence.head(verb) if described else accused
    deeds = [*sentence.children(verb, "advcl", "xcomp")]
    deeds += sentence.children(accused, "acl") if accused else []
    deed = next((c for c in deeds if c.tag == "VBG" and c.index > verb.index), None)
    if deed is None or accused is None:
        return None
    told = {t.index for t in sentence.subtree(verb if described else deed)}
    parts = tuple(t for t in phrase(sentence, accused) if t.index not in told)
    plural = is_plural_noun(sentence, accused)
    clause = clause_of(reading, sentence, deed, parts, plural=plural)
    return simple_past(_with_manner(sentence, verb, clause)) if clause else None


def _with_manner(sentence: Sentence, verb: Token, clause: Clause) -> Clause:
    """Return a deed with the adverb behind it that the parse hung on the accusing: "too late"."""
    last = clause.sentence.subtree(clause.head)[-1].index
    behind = [c for c in sentence.children(verb, "advmod") if c.index > last]
    words = tuple(t for c in behind for t in sentence.subtree(c))
    return replace(clause, predicate=(*clause.predicate, *words))


def find_accusations(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield an accusation that nothing in the article settles."""
    for verb in verbs(sentence, frozenset({"accuse", "allege", "suspect"})):
        clause = _accusation(reading, sentence, verb)
        if clause is None and verb_of(verb) == "allege":
            content = sentence.child(verb, "ccomp")
            made = clause_of(reading, sentence, content) if content else None
            clause = told_as_news(made) if made else None
        question = clause and ask(reading, clause)
        if question:
            why = "The source reports the accusation and does not establish it."
            point = OpenPoint(question, "disputed", why, (sentence,), 0.6)
            yield _with_silence(reading, sentence, point)


def _with_silence(reading: Reading, sentence: Sentence, point: OpenPoint) -> OpenPoint:
    """Return an accusation with the sentence that says that the accused did not answer."""
    for after in following(reading, sentence):
        silent = verbs(after, frozenset({"respond", "reply", "comment", "answer", "return"}))
        if any(is_withheld(after, verb) for verb in silent):
            return replace(point.resting_on(after), weight=0.9)
    return point


def find_contradictions(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what two sides tell differently: "police say he fell, while his family says …"."""
    telling = [
        t
        for t in sentence.tokens
        if t.tag.startswith("VB") and verb_of(t) in TELLING and sentence.child(t, "ccomp")
    ]
    if len(telling) < len(("one", "other")) or not _is_set_against(sentence, telling[1]):
        return
    one, other = (acting_subject(sentence, verb) for verb in telling[:2])
    if one is None or other is None or same_teller(reading, sentence, one, other):
        return
    content = sentence.child(telling[0], "ccomp")
    clause = clause_of(reading, sentence, content) if content else None
    question = ask(reading, told_as_news(clause)) if clause else None
    if question:
        first = who_says(reading, sentence, telling[0])
        second = who_says(reading, sentence, telling[1], opening=False)
        why = f"{first} and {second} tell it differently, by the source's account."
        yield OpenPoint(question, "disputed", why, (sentence,), 0.85)


def same_teller(reading: Reading, sentence: Sentence, one: Token, other: Token) -> bool:
    """Tell whether two subjects are the same people: "said it was lost but said they hoped"."""
    actors = [reading.actor_at(sentence.index, t.index) for t in (one, other)]
    alike = one is other or one.text.lower() == other.text.lower()
    return alike or (actors[0] is not None and actors[0] is actors[1])


def _is_set_against(sentence: Sentence, verb: Token) -> bool:
    joins = (*sentence.children(verb, "mark", "cc"), *sentence.children(verb, "advmod"))
    first = sentence.subtree(verb)[0].index
    if verb.label == "parataxis" and ";" in {
        t.text for t in sentence.tokens[first - 1 : first + 1]
    }:
        return True
    return any(t.text.lower() in {"while", "whereas", "but", "although", "though"} for t in joins)
