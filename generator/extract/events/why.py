"""A reading to why things happen: causes, purposes, grievances; the main event's first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.events.as_clauses import is_result, is_state
from generator.extract.events.courses import ACCIDENTS, led_to
from generator.extract.events.fixed_reasons import fixed_reasons, named_reasons
from generator.extract.events.grounds import Kind, find_reasons, is_negated, is_success
from generator.extract.events.reason_words import SURE, Ground
from generator.extract.events.stated_reasons import FINDING, is_first_finding, wanted_or_argued
from generator.extract.grammar.clauses import is_negated as is_denied
from generator.extract.grammar.purposes import is_bid, is_purpose, is_vague
from generator.extract.reading import Reading
from generator.extract.words.asides import ATTRIBUTING
from generator.extract.words.lexicon import EVIDENCE, ORGANISATIONS, WRITINGS, is_people_noun
from generator.extract.words.ties import lemma_above, marks, word_before
from generator.extract.words.times import is_time
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token, remembered
from generator.model import Draft

CLAUSES = {
    "because": 1.0,
    **dict.fromkeys(("so that", "in order to", "so as to", "for", "after"), 0.8),
    "as": 0.6,
    "to": 0.5,
}
"""How surely a clause led in by these words tells why; read off the dev articles."""

NOUNS = {
    **dict.fromkeys(("because of", "due to", "owing to", "in response to", "thanks to"), 1.0),
    "given": 0.9,
    **dict.fromkeys(("after", "over", "amid", "following"), 0.45),
}
"""The same for nouns."""

_PURPOSES = frozenset({"to", "in order to", "so as to"})
_CLEARED = frozenset("allowed authorised authorized cleared permitted".split())
_SPEAKING = frozenset("speak talk discuss comment".split())
_EVENTS = frozenset("accident attack blast collision crash disaster explosion incident".split())
_WEATHER = frozenset("condition darkness fog gale mist rain smoke snow storm wind".split())
_OCCASIONS = frozenset(
    """
    break career close consultation debate delay end exercise expiry game hearing inning inquiry
    interview investigation marriage match meeting opening operation pause probe recess review round
    search session sitting start study summit surgery talk tour treatment trial trip visit wait
    """.split()
)
"""What something comes “after” in time alone."""
_RESUMING = frozenset({"look", "re-start", "restart", "resume"})
_LATER = frozenset("day decade hour immediately just minute month shortly soon week year".split())
"""Words before an “after” that says when."""
_MEETINGS = frozenset("briefing conference debate dispute meeting row talks war".split())
_SPANS = frozenset({"cent", "percent", "span", "stretch"})
_UNNAMED = frozenset({"anonymity", "named", "identified"})
_MOVING = frozenset(
    """arrive delay extradite file land leave live postpone read release return serve speak spend
    survive talk transfer treat walk""".split()
)
"""Verbs whose “after” says when rather than why: “wept after the jury filed out”."""
_AFTERMATH = frozenset(
    """apologise apologize collapse crash derail die fall flee lose miss overturn quit resign retire
    sink step withdraw""".split()
)
_PUNISHING = frozenset("ban charge convict detain expel fine jail sack sentence suspend".split())
_CROSSING = frozenset(
    """
    back bargain bend carry choose climb come communicate cross deliberate drive fall flow fly go
    haggle hand hang hover jump keep lean leap lift loom meet move negotiate pass pour prefer
    preside push reign roll rule run sail speak spill spread sweep take talk throw tower vote
    walk wash watch win wrangle
    """.split()
)
"""Verbs whose “over” tells where or about what."""
_CAUSING = {
    "from": frozenset("stem result arise suffer die".split()),
    "by": frozenset("cause trigger prompt spark motivate provoke inspire drive".split()),
    "on": frozenset({"blame"}),
    "of": frozenset("result consequence".split()),
    "to": frozenset({"due", "owing", "thanks", "attribute"}),
    "for": frozenset(
        """
    criticise criticize condemn praise thank arrest jail sentence convict fine sack charge
    apologise apologize punish award honour honor reprisal retaliation retaliatory revenge
    punishment
    """.split()
    ),
}


def find_why(reading: Reading, draft: Draft) -> Draft:
    """Add the causes and purposes that the article gives."""
    return draft.model_copy(update={"why": find_reasons(reading, KIND, draft.what)})


def causes(sentence: Sentence) -> Iterator[Ground]:
    """Yield the phrases of a sentence that give a reason."""
    for token in sentence.tokens:
        if token.label in ("advcl", "acl") or token.tag.startswith(("NN", "PRP")):
            yield from _grounds(sentence, token)
        if token.label == "ccomp" and is_first_finding(sentence, token):
            yield Ground(token, FINDING, main=True)
        elif (named := tuple(named_reasons(sentence, token))) and not is_negated(sentence, token):
            yield from named


@remembered
def _grounds(sentence: Sentence, token: Token) -> tuple[Ground, ...]:
    find = _clause if token.label in ("advcl", "acl") else _noun
    found = tuple(find(sentence, token))
    return () if found and is_negated(sentence, token) else found


def _clause(sentence: Sentence, head: Token) -> Iterator[Ground]:
    tie = marks(sentence, head)
    if head.label == "acl":
        if lemma(head.text, head.tag) == "aim" or (tie == "to" and is_bid(sentence, head)):
            yield Ground(head, SURE, keep_tie=True)
    elif not tie and head.tag == "VBG":
        yield from wanted_or_argued(sentence, head)
    elif tie in _PURPOSES:
        if is_purpose(sentence, head) and not is_vague(sentence, head):
            yield Ground(head, CLAUSES[tie], keep_tie=True)
    elif tie in CLAUSES and _tells_why(sentence, head, tie):
        yield Ground(head, CLAUSES[tie])


def _tells_why(sentence: Sentence, head: Token, tie: str) -> bool:
    if tie == "because" and _is_about_silence(sentence):
        return False
    if tie == "after":
        if _is_measured(sentence, head) or _is_next(sentence, head) or led_to(sentence, head):
            return False
        told = lemma_above(sentence, head) in ATTRIBUTING | {"describe", "hold", "tell"}
        moved = lemma(head.text, head.tag) in _MOVING
        return _is_over(sentence, head) and not (told or moved)
    if tie == "as":
        return is_state(sentence, head) or is_result(sentence, head)
    above = sentence.head(head)
    # "responsible for checking", "blamed it for checking"
    answerable = above is not None and above.tag.startswith("JJ")
    answerable = answerable or lemma_above(sentence, head) in {"blame", "forgive"}
    return tie != "for" or (head.tag == "VBG" and not answerable)


def _is_next(sentence: Sentence, head: Token) -> bool:
    """Tell "after winning the bid, it built", which says when, from "was fined after winning it".

    Who resigns or dies does so for what went before.
    """
    above = sentence.head(head)
    if head.tag != "VBG" or above is None:
        return False
    if head.index < above.index or sentence.child(head, "aux:pass"):
        return head.index < above.index
    borne = above.tag == "VBN" and sentence.child(above, "aux", "aux:pass") is None
    borne = borne or sentence.child(above, "aux:pass") is not None
    return not borne and lemma(above.text, above.tag) not in _AFTERMATH | _PUNISHING


def _is_measured(sentence: Sentence, head: Token) -> bool:
    """Recognise “129 years after soldiers looted it”, which says when."""
    before = word_before(sentence, head)
    return lemma(before.text, before.tag).lower() in _LATER


def _is_about_silence(sentence: Sentence) -> bool:
    """Recognise “anonymously because she was not authorised to speak”, said of a source."""
    words = sentence.words
    return bool(words & _UNNAMED or (words & _CLEARED and words & _SPEAKING))


def _is_over(sentence: Sentence, head: Token) -> bool:
    """Tell “after he took office” from “after he takes office”, which has caused nothing yet."""
    in_headline = sentence.index < 0  # which puts what is over in the present tense
    return in_headline or head.tag in ("VBD", "VBN", "VBG") or not head.tag.startswith("VB")


def _noun(sentence: Sentence, head: Token) -> Iterator[Ground]:
    tie, above = marks(sentence, head), lemma_above(sentence, head)
    fixed = tuple(fixed_reasons(sentence, head))
    if fixed:
        yield from fixed
    elif tie == "in" and above in ACCIDENTS and lemma(head.text, head.tag) in _WEATHER:
        yield Ground(head, SURE)  # "crashed in thick fog"
    elif tie or above in {"blame", "cite"}:
        yield from _tied(sentence, head, tie, above)


def _tied(sentence: Sentence, head: Token, tie: str, above: str) -> Iterator[Ground]:
    strength = NOUNS.get(tie, 0.0)
    counted = sentence.child(head, "nmod") if is_time(head) else head  # "after weeks of rain"
    timed = counted is None or is_time(counted)
    if sentence.child(head, "advmod", "cc:preconj") or _is_the_event(sentence, head):
        return
    if _is_no_ground(sentence, head, tie):
        return
    if (not timed and _is_caused(sentence, head, tie, above)) or _is_blamed(sentence, head):
        yield Ground(head, SURE)
    elif (
        strength
        and not timed
        and not is_success(head)
        and not (tie in ("after", "following") and _tells_when(sentence, head))
        and not (tie == "over" and above in _CROSSING)
        and (strength == 1.0 or head.label == "obl")
    ):
        yield Ground(head, strength)


def _is_caused(sentence: Sentence, head: Token, tie: str, above: str) -> bool:
    """Recognise "driven by anger", "fined for theft", "stems from a row"."""
    verb, noun = sentence.tokens[head.head], lemma(head.text, head.tag).lower()
    kinds = sentence.children(verb, "amod", "compound")  # "revenge attack"
    words = {above, verb.text.lower(), *(t.text.lower() for t in kinds)}
    caused = bool(words & _CAUSING.get(tie, frozenset()))
    given = verb.text == "thanks" and verb.label == "obj"
    if not caused or given or head.index < verb.index or is_denied(sentence, verb):
        return False  # "gave thanks to her", "for it, he praised her", "it isn't driven by anger"
    if tie in {
        "by",
        "for",
        "from",
        "on",
        "to",
    }:  # "driven by a second man", "condemned it for his wife"
        named = tie != "by" and head.tag == "NNP"
        if named or is_people_noun(noun) or noun in ORGANISATIONS:
            return False
    return tie not in {"from", "of"} or verb.tag != "NNS"


def _is_no_ground(sentence: Sentence, head: Token, tie: str) -> bool:
    """Recognise "over a five-game span", "talks over a loan", "after Ada Orr"."""
    people = (e for e in sentence.entities if e.type == "PERSON")
    somebody = any(e.first <= head.index < e.last for e in people)
    met = word_before(sentence, head).text.lower() in _MEETINGS if tie == "over" else False
    return (
        lemma(head.text, head.tag).lower() in _SPANS
        or met
        or (tie in {"after", "following"} and somebody)
    )


def _is_the_event(sentence: Sentence, head: Token) -> bool:
    """Recognise "after the crash", which takes up what has been told."""
    known = sentence.child(head, "det")
    more = sentence.child(head, "nmod", "acl", "acl:relcl", "nmod:poss")
    event = lemma(head.text, head.tag) in _EVENTS
    return event and more is None and known is not None and known.text.lower() == "the"


def _tells_when(sentence: Sentence, head: Token) -> bool:
    """Tell “after a long trial” and “will go on after a check” from “after a row”."""
    verb = sentence.head(head)
    ahead = verb is not None and any(t.tag == "MD" for t in sentence.children(verb, "aux"))
    first = verb is not None and head.index < verb.index  # "After the murder, he filed a case"
    counted = (sentence.child(head, "nmod") if is_time(head) else None) or head
    occasion = (
        lemma(counted.text, counted.tag) in _OCCASIONS or lemma_above(sentence, head) in _RESUMING
    )
    return ahead or first or occasion or _is_measured(sentence, head)


def _is_blamed(sentence: Sentence, head: Token) -> bool:
    """Tell “blamed the letter for the defeat” from “blamed him for it”, “blamed it on him”.

    So “cut its rate, citing weak growth” gives a reason, “citing an e-mail” and “Halm, citing
    costs, said” do not.
    """
    verb, noun = sentence.head(head), lemma(head.text, head.tag).lower()
    somebody = is_people_noun(noun) or noun in ORGANISATIONS
    if verb is None or head.label != "obj" or head.tag not in ("NN", "NNS") or somebody:
        return False
    if lemma(verb.text, verb.tag) == "cite":
        above, shown = sentence.head(verb), {marks(sentence, t) for t in sentence.subtree(verb)}
        told = noun in WRITINGS | EVIDENCE | {"example"} or (
            above is not None and above.tag[:2] == "NN"
        )
        return not told and ("as" not in shown or "reason" in sentence.words)
    ties = {marks(sentence, t) for t in sentence.subtree(verb)}  # "blamed the raid on rebels"
    return lemma(verb.text, verb.tag) == "blame" and ("for" in ties or "on" not in ties)


KIND = Kind("y", causes, least=0.13)
