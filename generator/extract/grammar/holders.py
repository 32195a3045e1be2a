"""A verb or noun of saying in a parse -> the noun phrase of whoever says it."""

from __future__ import annotations

from itertools import islice

from generator.extract.grammar.adjoining import NOMINAL, adjacent
from generator.extract.grammar.trimming import object_of, subject_of
from generator.extract.words import speech_verbs as words
from generator.extract.words.asides import SUBJECTS
from generator.extract.words.lexicon import EVIDENCE, ORGANISATIONS, WRITINGS, is_people_noun
from generator.language.morphology import FINITE, lemma
from generator.language.tree import Sentence, Token

_SHARES_SUBJECT = frozenset({"conj", "advcl", "xcomp", "parataxis", "ccomp"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_BESIDE_CLAUSES = frozenset({"parataxis", "root", "conj"})
_ASKING = frozenset({"ask", "challenge", "press", "question", "quiz"})
CITING = frozenset({"cite", "quote"})
"""Verbs that name a source behind the source."""
REACTING = frozenset(
    """address answer brush challenge counter deny dismiss dispute examine face fight follow hit
    investigate laugh probe quash question react rebuff rebut refute reject respond scotch shrug
    weigh""".split()
)
"""Verbs whose object or what follows them is somebody else's claim: `hit back at reports that`."""
_REMARKING = frozenset("cite confirm contradict dash defy push rebuff refer signal".split())
"""What somebody does by saying something, `, contradicting the report`, beside saying more."""
_CAUSING = frozenset("allow cause drive enable force give lead leave prompt push spur".split())
_LONGEST_ASIDE = 4
_LONGEST_WALK = 12
"""How many heads to climb for the subject of a verb without one."""


def base_form(token: Token) -> str:
    """Return the base of a verb or noun; a past form that is tagged as a present one is past."""
    mistagged = token.tag in {"VB", "VBP", "VBZ"} and token.text.lower().endswith("ed")
    return lemma(token.text, "VBD" if mistagged else token.tag)


def is_asked(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb opens a sentence as a participle: `Pressed on the cost,`."""
    return (
        verb.tag in {"VBN", "VBD"}
        and verb.label == "advcl"
        and verb.index < verb.head
        and base_form(verb) in _ASKING
        and sentence.child(verb, *SUBJECTS, "aux", "mark") is None
    )


def is_told(sentence: Sentence, verb: Token) -> bool:
    """Tell whether what a verb is said of hears it or is read out, and does not say it."""
    passive = sentence.child(verb, "aux:pass", "nsubj:pass") is not None
    return passive or is_asked(sentence, verb)


def speaks(token: Token) -> bool:
    """Tell whether a token is a verb of saying, not the name of Said Orr."""
    name = token.text == "Said" and token.index > 1
    return token.tag.startswith("VB") and base_form(token) in words.SPEAKING and not name


def tells(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb is one of saying, or of telling somebody to: `encouraged them to go`."""
    asks = verb.tag.startswith("VB") and base_form(verb) in words.OBJECT_INFINITIVE
    return speaks(verb) or (asks and sentence.child(verb, "xcomp") is not None)


def subject(sentence: Sentence, verb: Token) -> Token | None:
    """Return the head of the noun phrase that a verb is said of, climbing to verbs above it."""
    at: Token = verb
    for _ in range(_LONGEST_WALK):
        own = _nearest_subject(sentence, at)
        above = sentence.head(at)
        if own is not None or above is None:
            return own
        if at.label in {"acl", "acl:relcl"}:
            return _shown(sentence, above) if at.tag != "VB" else owner(sentence, above)
        if (another := _another(sentence, at, above)) is not None:
            return another
        if teller := _teller(sentence, at, above):
            above = teller
        if at.label not in _SHARES_SUBJECT or (at.label == "ccomp" and at.tag != "VBG"):
            return None
        at = above
        if lost := _lost_above(sentence, at):
            return lost
    return None


def _teller(sentence: Sentence, verb: Token, above: Token) -> Token | None:
    """Return the verb beside which one stands: `confirmed there were deaths and called it tragic`.

    The parse has the second verb go on with what the first one says.
    """
    beside = sentence.child(above, "parataxis")  # `it failed, the firm said, adding that`
    matrix = sentence.head(above) if above.label == "ccomp" else beside
    if matrix is None or not speaks(matrix) or verb.index < max(above.index, matrix.index):
        return None
    joined = verb.label == "conj" and tells(sentence, verb) and verb.tag == matrix.tag
    return matrix if joined or remarks(sentence, verb) else None


def remarks(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a clause says what the saying does: `it failed, contradicting the report`."""
    parted = clause.index > 0 and sentence.tokens[clause.index - 1].text == ","
    says = base_form(clause) in words.SPEAKING | words.REPORTABLE | _REMARKING
    return clause.tag == "VBG" and clause.label == "advcl" and parted and says


def _lost_above(sentence: Sentence, above: Token) -> Token | None:
    """Return the speaker whose tie to a clause below it the parse has lost.

    A name without a verb, `Reis, despite admitting that …`, or the noun beside `said`.
    """
    if above.tag.startswith("NNP"):
        return above
    alone = speaks(above) and _nearest_subject(sentence, above) is None
    return adjacent(sentence, above) if alone else None


def _nearest_subject(sentence: Sentence, verb: Token) -> Token | None:
    """Return a verb's subject; of two, one was taken from what it quotes or from whom it tells."""
    found = sentence.children(verb, *SUBJECTS)
    nearest = min(found, key=lambda token: abs(token.index - verb.index), default=None)
    named = [t for t in found if nearest and t.index == nearest.index + 1 and t.tag == "NNP"]
    nearest = named[0] if named else nearest  # `said witness | Ana Reis`
    return nearest or subject_of(sentence, verb)


def _another(sentence: Sentence, clause: Token, above: Token) -> Token | None:
    """Return whom a verb is said of, where the verb above it is said of somebody else.

    `urged them to leave`; `quotes Reis as saying`; `were met by agents, demanding`; `, with Reis,
    its head, saying`.
    """
    if clause.label == "xcomp":
        return _addressed(sentence, above)
    if clause.label == "conj":
        return _goes_on_with(sentence, clause, above)
    if clause.label != "advcl" or not (clause.tag == "VBG" and speaks(clause)):
        return None
    passive = sentence.child(above, "aux:pass") is not None
    if base_form(above) in CITING:
        return None if passive else object_of(sentence, above)
    near = [t for t in sentence.children(above, "obl", "obl:agent") if t.index < clause.index]
    case = sentence.child(near[-1], "case") if near else None
    opening = [t.text for t in sentence.tokens[case.index - 1 :][:2]] if case else []
    beside = opening == [",", "with"] or (passive and opening[1:] == ["by"])
    return near[-1] if beside else None


def _goes_on_with(sentence: Sentence, verb: Token, above: Token) -> Token | None:
    """Return who speaks in the clause before: `Shares fell after the firm cut its bid and said`."""
    clauses = [t for t in sentence.children(above, "advcl") if above.index < t.index < verb.index]
    own, last = sentence.child(above, *SUBJECTS), clauses[-1] if clauses else None
    if last is None or last.tag != verb.tag or own is None or can_tell(own):
        return None
    return sentence.child(last, *SUBJECTS)


def _addressed(sentence: Sentence, verb: Token) -> Token | None:
    """Return who is told, urged or led to do what the verb's infinitive says."""
    told = base_form(verb) in words.OBJECT_INFINITIVE | _CAUSING
    return object_of(sentence, verb) if told else None


def _shown(sentence: Sentence, noun: Token) -> Token:
    """Return whom a picture shows who says something: `footage of Reis saying`."""
    shown = sentence.child(noun, "nmod") if base_form(noun).lower() in EVIDENCE else None
    return shown if shown is not None and preposition_of(sentence, shown) == "of" else noun


def own_speaker(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject of a verb of saying itself; beside a main verb, the noun next to it."""
    beside = verb.tag in FINITE and verb.label in _BESIDE_CLAUSES
    return _nearest_subject(sentence, verb) or (adjacent(sentence, verb) if beside else None)


def speaker_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the head of the noun phrase whose words a verb gives."""
    return own_speaker(sentence, verb) or subject(sentence, verb) or adjacent(sentence, verb)


def is_aside(sentence: Sentence, word: Token) -> bool:
    """Tell whether `citing`, `quoting` or `according to` tells how somebody who speaks knows."""
    for above in islice(sentence.path_to_root(word), 1, _LONGEST_ASIDE):
        if only_points(sentence, above, subject(sentence, above)):
            return False
        if speaks(above) and above.index != word.index and above.tag != "VB":
            return base_form(above) not in CITING | words.TALKING
        if not above.tag.startswith(NOMINAL):
            return False
    return False


def only_points(sentence: Sentence, verb: Token, source: Token | None) -> bool:
    """Tell whether a thing shows something, which is then the article's own reading of it."""
    if base_form(verb) not in words.POINTING or source is None:
        return False
    return not can_tell(antecedent(sentence, source))


def can_tell(noun: Token) -> bool:
    """Tell whoever has words, and what is written, from any other thing."""
    base = base_form(noun).lower()
    known = is_people_noun(base) or base in ORGANISATIONS | WRITINGS | EVIDENCE
    return known or noun.tag not in {"NN", "NNS"}


def is_written(noun: Token) -> bool:
    """Tell what is written or shown from whoever has words."""
    return base_form(noun).lower() in WRITINGS | EVIDENCE


def antecedent(sentence: Sentence, token: Token) -> Token:
    """Return what a relative pronoun, or the one of `As for Reis, she`, stands for; else itself."""
    if token.text.lower() not in _RELATIVES:
        return _topic(sentence, token) or token
    for above in sentence.path_to_root(token):
        if above.label == "acl:relcl":
            noun = sentence.head(above) or token
            if noun.tag == "DT":  # `those of Ana Reis, who`
                return sentence.child(noun, "nmod") or noun
            base = base_form(noun).lower()
            who = token.text.lower() == "who"
            thing = noun.tag == "NN" or (who and (noun.tag == "NNS" or base in ORGANISATIONS))
            thing = thing and not is_people_noun(base)
            return (_named_before(sentence, token) if thing else None) or noun
    return token


def _topic(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return whom `As for Ana Reis,` says that its sentence is about."""
    verb = sentence.head(pronoun)
    if verb is None or pronoun.tag != "PRP" or sentence.lower[:2] != ("as", "for"):
        return None
    topics = (t for t in sentence.children(verb, "obl") if t.index < pronoun.index)
    return next((t for t in topics if t.tag == "NNP" or is_people_noun(base_form(t))), None)


def _named_before(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return the name right before `, which`, whatever noun the parse hung the clause on.

    Or the people before `who`: `took statements from two drivers, who say`.
    """
    before = [t for t in sentence.tokens[: pronoun.index] if t.text not in {",", ")"}]
    people = before and pronoun.text.lower() == "who" and is_people_noun(base_form(before[-1]))
    name = before[-1] if before and (people or before[-1].tag == "NNP") else None
    while name is not None and name.label in {"flat", "compound", "appos"}:
        name = sentence.head(name)
    return name


def owner(sentence: Sentence, noun: Token) -> Token | None:
    """Return whose claim, promise or report a noun is."""
    possessor = sentence.child(noun, "nmod:poss")
    if possessor:
        return possessor
    for modifier in sentence.children(noun, "nmod"):
        if preposition_of(sentence, modifier) in {"of", "by", "from"}:
            return modifier
    above = sentence.head(noun)
    if above is None or not above.tag.startswith("VB") or base_form(above) in REACTING:
        return None
    return subject(sentence, above) if noun.label in {"obj", "obl"} else None


def agent(sentence: Sentence, verb: Token) -> Token | None:
    """Return by whom something is done in the passive."""
    found = sentence.children(verb, "obl", "obl:agent", "nmod")
    return next((t for t in found if preposition_of(sentence, t) == "by"), None)


def preposition_of(sentence: Sentence, token: Token) -> str:
    """Return the preposition before a phrase; empty where there is none."""
    case = sentence.child(token, "case") or sentence.child(token, "mark")
    return case.text.lower() if case and case.index < token.index else ""
