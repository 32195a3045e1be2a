"""Claims that somebody denies or does not confirm, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause
from generator.extract.grammar.naming import possessive
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.claims import (
    ALLEGING,
    CLAIMS,
    Claim,
    as_news,
    claims_in,
    same_teller,
    tellings_in,
    tells_of_self,
    told_by_noun,
)
from generator.extract.questions.point import (
    SOMEBODY,
    OpenPoint,
    acting_subject,
    led_to,
    names_nobody,
    subject_parts,
    subject_plural,
    verbs,
    who_says,
)
from generator.extract.questions.question_grammar import (
    affirmed,
    ask,
    is_gerund,
    simple_past,
    verb_of,
)
from generator.extract.questions.reactions import INSISTED, Reaction, reactions_in
from generator.extract.questions.told_events import DEEDS, event_before
from generator.extract.questions.unbacked import is_second_hand
from generator.extract.questions.well_formed import finished
from generator.extract.questions.wh_clauses import asks
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_REACH = 5
"""Sentences back to the claim that "rejected the allegation" may mean."""
_ACCUSERS = frozenset("prosecutor prosecutors police indictment complaint lawsuit".split())
_SUMMING_UP = frozenset({"acl", "acl:relcl", "advcl:relcl", "ccomp"})
_OFFENCES = frozenset(
    "murder manslaughter assault rape theft robbery burglary arson fraud bribery corruption"
    " conspiracy perjury espionage treason negligence misconduct embezzlement smuggling abuse"
    " harassment plagiarism doping trafficking blackmail extortion forgery racism".split()
)
_PARTS = {
    "involvement": "{was} {who} involved in {x}",
    "complicity": "{was} {who} complicit in {x}",
    "responsibility": "{was} {who} responsible for {x}",
    "knowledge": "did {who} know of {x}",
    "guilty": "{is} {who} guilty of {x}",
}
"""The question for somebody's part in something."""


def find_disputes(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what somebody denies or does not confirm: "denied it", "would not confirm that"."""
    for reaction in reactions_in(sentence):
        inside = _inside(reading, reaction)
        told, questions = (sentence, inside) if inside else _taken_up(reading, reaction)
        who = who_says(reading, sentence, reaction.word)
        who = SOMEBODY if _is_accused(reaction) else who
        why = f"{who} {reaction.did}, the source says."
        if names_nobody(who):
            done = "is in dispute" if reaction.kind == "disputed" else "is not confirmed"
            why = f"The source says that this {done}."
        grounds = (sentence,) if told is sentence else (told, sentence)
        for question in questions:
            yield OpenPoint(question, reaction.kind, why, grounds, 0.95 if inside else 1.0)


def _inside(reading: Reading, reaction: Reaction) -> list[str]:
    """Return what a reaction tells itself: "denied leaking it", "involvement in the raid"."""
    sentence, word = reaction.sentence, reaction.word
    if reaction.empty or not word.tag.startswith("VB"):
        return []
    part = _part_in(reading, sentence, word)
    clause = None if part else claim_below(reading, sentence, word)
    own = clause is not None and _is_own_denial(reading, reaction, clause)
    if reaction.did == INSISTED and clause and not (own or _is_answer(reading, reaction, clause)):
        return []  # "insists that it will come", "that they pay no tax": no denial of one's own
    question = part or (ask(reading, clause) if clause else None)
    return [question] if question else []


def _is_own_denial(reading: Reading, reaction: Reaction, clause: Clause) -> bool:
    """Tell whether those who insist say of themselves, or of no one, what they did not do."""
    if affirmed(clause) is clause or clause.group.modal is not None:
        return False  # not what "should not be", "would not come"
    sentence = reaction.sentence
    teller, own = (subject_of(sentence, t) for t in (reaction.word, clause.head))
    other = own is not None and own.tag == "PRP" and own.text.lower() != "it"
    return not other or tells_of_self(reading, sentence, teller, own)


def _is_answer(reading: Reading, reaction: Reaction, clause: Clause) -> bool:
    """Tell whether those who insist that something is so answer what others say just before."""
    sentence = reaction.sentence
    earlier = preceding(reading, sentence)
    if earlier is None or earlier.paragraph != sentence.paragraph or clause.group.modal:
        return False
    teller, own = (subject_of(sentence, t) for t in (reaction.word, clause.head))
    told = own is not None and own.tag.startswith("NN") and not clause.group.perfect
    positions = (cue.tag in {"VBP", "VBZ"} for cue, _ in tellings_in(earlier))
    return teller is not None and told and any(positions)


def claim_below(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    """Return what a verb denies or confirms as a clause: "denied leaking it", "the claim that"."""
    content = sentence.child(verb, "ccomp") or sentence.child(verb, "xcomp")
    things = sentence.children(verb, "obj", "obl", "nsubj:pass") if content is None else ()
    things += tuple(n for t in things for n in sentence.children(t, "nmod"))  # "comment on reports"
    refusing = sentence.head(verb) if verb.label == "xcomp" else None  # "declined to comment"
    asked = sentence.child(refusing or verb, "advcl")
    if asked is not None and verb_of(asked) in {"ask", "question", "press"}:
        things += sentence.children(asked, "obl")  # "asked about reports that, he declined to say"
    content = content or next(filter(None, (told_by_noun(sentence, t) for t in things)), None)
    if content is None:
        other = sentence.child(verb, "conj")  # "neither confirm nor deny that"
        shared = other is not None and verb_of(other) == "deny" and is_withheld(sentence, other)
        return claim_below(reading, sentence, other) if other and shared else None
    said = sentence.child(content, "ccomp") if content.index < verb.index else None
    content = said or content  # "the shops say they were not paid, a charge the council denies"
    if asks(sentence, content):
        return None
    who, plural = subject_parts(reading, sentence, verb), subject_plural(sentence, verb)
    if is_gerund(sentence, content) and subject_of(sentence, content) is None:
        clause = clause_of(reading, sentence, content, who, plural=plural)
        return simple_past(clause) if clause else None
    clause = as_news(reading, sentence, content, of_charge=True)
    own = subject_of(sentence, content)
    if clause is None or own is None:
        return None
    if own in clause.subject and own.tag == "PRP" and not reading.takes_up(sentence, own):
        if not who or own.text.lower() in {"he", "she"}:
            return None
        clause = replace(clause, subject=who, plural=plural)
    return _of_denier(reading, sentence, verb, clause)


def _of_denier(reading: Reading, sentence: Sentence, verb: Token, clause: Clause) -> Clause:
    """Return a clause with "on their side" as on that of those who deny it."""
    first = clause.subject[0]
    low = first.text.lower() if isinstance(first, Token) else ""
    there = subject_parts(reading, sentence, verb) if low == "there" else ()
    name = spell(reading, sentence, there) if there else None
    if name is None:
        return clause
    words = (  # "denied that there was an outbreak on their side"
        possessive(reading, name) if isinstance(p, Token) and p.tag == "PRP$" else p
        for p in clause.predicate
    )
    return replace(clause, predicate=tuple(words))


def _part_in(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "denied involvement in the raid", "pleads not guilty to fraud"."""
    part = sentence.child(verb, "obj", "xcomp")
    offence = part is not None and part.text.lower() in _OFFENCES
    form = _PARTS["guilty"] if offence else _PARTS.get(part.text.lower()) if part else None
    thing = part if offence else sentence.child(part, "nmod", "obl") if part else None
    if thing is not None and thing.text.lower() in {"count", "counts", "charge", "charges"}:
        thing = sentence.child(thing, "nmod")
    thing = thing or (led_to(sentence, verb, "for") if part else None)
    who = spell(reading, sentence, subject_parts(reading, sentence, verb))
    text = spell(reading, sentence, phrase(sentence, thing)) if thing else None
    if text is None and form == _PARTS["responsibility"]:
        text = event_before(reading, sentence, DEEDS)
    if form is None or text is None or not who:
        return None
    plural = subject_plural(sentence, verb)
    be = {"was": "were" if plural else "was", "is": "are" if plural else "is"}
    return finished(form.format(who=who, x=text, **be))


def _taken_up(reading: Reading, reaction: Reaction) -> tuple[Sentence, list[str]]:
    """Return the claims that a reaction takes up as questions, and the sentence that tells them."""
    sentence = reaction.sentence
    if found := _beside(reading, reaction):
        return sentence, found
    alleged_here = any(v.index < reaction.word.index for v in verbs(sentence, ALLEGING))
    looks_back = reaction.points_back and not alleged_here
    earlier = preceding(reading, sentence) if looks_back else None
    reach = _REACH if reaction.is_far else 1
    for back in range(_REACH):
        if earlier is None or back >= reach:
            break
        reach += any(reading.is_quoted(t.start) for t in earlier.tokens[:2])
        claims = [c for c in claims_in(reading, earlier) if _may_be_of(reading, reaction, c, back)]
        claims = [] if _passes_over(reaction, earlier, claims) else claims
        if found := _asked(reading, claims):
            return earlier, found
        earlier = preceding(reading, earlier)
    return sentence, []


def _passes_over(reaction: Reaction, earlier: Sentence, claims: list[Claim]) -> bool:
    """Tell whether "the report" is of a sentence before: what is only said here is none."""
    report = reaction.thing is not None and reaction.thing.text.lower() == "report"
    before = any(verb_of(c.cue) != "say" for c in claims)
    return report and not before and "report" not in earlier.words


def _asked(reading: Reading, claims: list[Claim]) -> list[str]:
    return [q for c in claims if (q := ask(reading, c.clause))]


def _beside(reading: Reading, reaction: Reaction) -> list[str]:
    """Return what others claim in the sentence: "A said it had; B denied this"."""
    sentence, word = reaction.sentence, reaction.word
    noun = sentence.head(word) if word.label in _SUMMING_UP else None
    which = sentence.child(word, "obj", "nsubj:pass")
    which = which if which and which.tag == "WDT" and which.index else None
    all_of_it = which is not None and sentence.tokens[which.index - 1].text == ","
    summed_up = noun is not None and noun.text.lower() in CLAIMS
    if not (summed_up or all_of_it or reaction.points_back):
        return []
    first = sentence.subtree(word)[0].index
    above = [*sentence.path_to_root(word)] if reaction.empty else []
    claims = (c for c in claims_in(reading, sentence) if c.clause.head not in above)
    before = [c for c in claims if c.clause.head.index < first]
    reactor = acting_subject(sentence, word)
    others = [c for c in before if _is_accused(reaction) or not _is_by(reading, c, reactor)]
    return _asked(reading, others)


def _is_accused(reaction: Reaction) -> bool:
    """Recognise "the union says the airline knew, which it denies": not the teller."""
    denier = acting_subject(reaction.sentence, reaction.word)
    summing_up = reaction.word.label in _SUMMING_UP - {"acl", "ccomp"}
    return summing_up and denier is not None and denier.tag == "PRP"


def _is_by(reading: Reading, claim: Claim, reactor: Token | None) -> bool:
    """Tell whether a claim is told by the very people who react."""
    teller = acting_subject(claim.sentence, claim.cue)
    if teller is None or reactor is None:
        return False
    return same_teller(reading, claim.sentence, teller, reactor)


def _may_be_of(reading: Reading, reaction: Reaction, claim: Claim, back: int) -> bool:
    """Tell whether a reaction may be to a claim some sentences before."""
    sentence = reaction.sentence
    denier = acting_subject(sentence, reaction.word)
    who = reading.actor_at(sentence.index, denier.index) if denier else None
    if reaction.is_far and who is not None and claim.teller(reading) is who:
        return False
    alleged = verb_of(claim.cue) in ALLEGING or not claim.sentence.words.isdisjoint(_ACCUSERS)
    if reaction.thing is None and not reaction.whole:  # somebody says nothing at all
        return verb_of(claim.cue) in ALLEGING or is_second_hand(reading, claim.sentence, claim.cue)
    if reaction.thing is not None and reaction.thing.text.lower() == "wrongdoing":
        named = {reading.actor_at(claim.sentence.index, t.index) for t in claim.sentence.tokens}
        return alleged and (who is None or who in named)
    denied = affirmed(claim.clause) is not claim.clause
    if reaction.did == "did not answer it" and denied:
        return False  # "the police said they had no complaint. Reis would not be drawn on it"
    if reaction.empty and reading.is_quoted(claim.clause.head.start):
        return False  # "Parents must," she wrote. Not everyone agrees.
    helping = claim.sentence.children(claim.clause.head, "aux")
    return back == 0 or alleged or any(t.text.lower() == "had" for t in helping)
