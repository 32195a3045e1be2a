"""Whom or what somebody is still to choose or to find, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.naming import named
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.matters import as_told, definite, plain
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    after_preposition,
    can_speak,
    has_case,
    is_withheld,
    name_for,
    person_in,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import future, polar, verb_of
from generator.extract.questions.weighed import is_ahead
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.language.tree import Sentence, Token

_CHOOSING = frozenset({"elect", "appoint", "choose", "name", "pick", "select", "nominate"})
_WHAT_IS_CHOSEN = frozenset({"host", "venue", "site", "name", "successor"})
_SEATS = frozenset({"office", "parliament", "congress", "senate", "re-election", "reelection"})
_SEARCHING = frozenset({"search", "look", "hunt", "comb", "scour"})
_WANTED = frozenset(
    "buyer partner investor investors sponsor sponsors site home tenant owner operator donor donors"
    " replacement solution settlement compromise funding".split()
)
"""What one looks for and has never had."""
_AT_LARGE = frozenset({"run", "large", "absconding"})
_CURRENCIES = frozenset("dollar euro pound rupee yen yuan rand naira shilling peso franc".split())
_GOING_ON = frozenset({"continue", "resume", "begin", "start", "keep"})


def find_choices_ahead(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whom somebody is to choose: "will elect a new leader", "must appoint a judge"."""
    for verb in verbs(sentence, _CHOOSING):
        post, who = sentence.child(verb, "obj"), acting_subject(sentence, verb)
        must = verb_group(sentence, verb).modal == "must"
        if post is None or who is None or not (must or is_ahead(sentence, verb)):
            continue
        if (
            reading.is_quoted(verb.start)
            or is_withheld(sentence, verb)
            or _is_known(sentence, post)
        ):
            continue
        somebody = spell(reading, sentence, phrase(sentence, who))
        office = spell(reading, sentence, _office(reading, sentence, post), ("",))
        text = f"Who will {somebody} {verb_of(verb)} as {office}" if somebody and office else None
        if text and can_speak(reading, sentence, who) and (question := finished(text)):
            why = "The source says that this is still to be chosen."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.85)


def _is_known(sentence: Sentence, post: Token) -> bool:
    """Tell whether an office is none, or one whose holder is named: "elect Ana Reis chairman"."""
    open_post = is_people_noun(verb_of(post)) or post.text.lower() in _WHAT_IS_CHOSEN
    return post.tag != "NN" or not open_post or sentence.child(post, "appos", "flat") is not None


def _office(reading: Reading, sentence: Sentence, post: Token) -> tuple[Token, ...]:
    """Return an office without "a new": "chief justice"; "host of the games"."""
    words = plain(reading, sentence, post)
    first = (t for t in words if t.tag not in {"DT", "PRP$"} and t.text.lower() != "new")
    start = next(first, post).index
    return tuple(t for t in words if t.index >= start)


def find_rivals(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who will win what several are after: "are vying to replace Reis", "is running for"."""
    for verb in verbs(sentence, frozenset({"vie", "compete", "run", "stand"})):
        group = verb_group(sentence, verb)
        if not group.progressive or group.past or reading.is_quoted(verb.start):
            continue
        question = _rival(reading, sentence, verb) or _candidate(reading, sentence, verb)
        if question:
            why = "The source tells of a contest, not of its outcome."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)


def _rival(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    steps = (s for s in sentence.children(verb, "xcomp", "advcl") if is_to_infinitive(sentence, s))
    step = next(steps, None)
    if verb_of(verb) not in {"vie", "compete"} or step is None:
        return None
    clause = clause_of(reading, sentence, step, ("who",))
    if clause is None:
        return None
    will, _, *rest = polar(future(clause))
    return finished(spell(reading, sentence, ("Who", will, *rest), ("",)))


def _candidate(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    office, who = after_preposition(sentence, verb, "for"), acting_subject(sentence, verb)
    if office is None or who is None or verb_of(verb) not in {"run", "stand"}:
        return None
    low = office.text.lower()
    name = name_for(reading, sentence, who)
    if name is None or not (low in _SEATS or is_people_noun(low)):
        return None
    words = spell(reading, sentence, plain(reading, sentence, office), ("",))
    if low in _SEATS or words is None:
        return finished(f"Will {name} be {'re-' if low.startswith('re') else ''}elected")
    return finished(f"Will {name} be elected {words}")


def find_searches(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether what is searched for will be found: "are searching for three miners"."""
    for verb in verbs(sentence, _SEARCHING):
        sought = after_preposition(sentence, verb, "for")
        sought = sought or (sentence.child(verb, "obj") if verb_of(verb) == "hunt" else None)
        who = acting_subject(sentence, verb)
        if sought is None or who is None or not _goes_on(sentence, verb):
            continue
        wanted = sought.text.lower() in _WANTED
        text = (as_told if wanted else definite)(reading, sentence, sought)
        name = spell(reading, sentence, phrase(sentence, who))
        if text is None or not (wanted or _is_lost(reading, sentence, sought)):
            continue
        question = finished(f"Will {name} find {text}" if wanted else f"Will {text} be found")
        if question:
            why = "The source says that the search goes on."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def find_needs(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether those will find the money who "need another 40,000 pounds"."""
    for verb in verbs(sentence, frozenset({"need", "require"})):
        money, who = sentence.child(verb, "obj"), acting_subject(sentence, verb)
        counted = money is not None and sentence.child(money, "nummod") is not None
        sum_of = counted and money is not None and (money.tag == "$" or _is_currency(money))
        if money is None or who is None or not sum_of or not _is_now(sentence, verb):
            continue
        if not can_speak(reading, sentence, who) or is_withheld(sentence, verb):
            continue
        name, text = name_for(reading, sentence, who), as_told(reading, sentence, money)
        question = finished(f"Will {name} find {text}") if name and text else None
        if question:
            why = "The source says that this is needed, not that it was found."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def _is_now(sentence: Sentence, verb: Token) -> bool:
    """Tell "needs" and "said it needed" from "needed" long ago."""
    above = sentence.head(verb) if verb.label == "conj" else verb
    return not verb_group(sentence, verb).past or (above is not None and above.label == "ccomp")


def _is_currency(noun: Token) -> bool:
    return noun.text[:1] in "$€£₹¥" or verb_of(noun) in _CURRENCIES


def find_fugitives(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether those will be caught who are "on the run", "at large" or "absconding"."""
    for word in worded(sentence, _AT_LARGE):
        led = word.text.lower() == "absconding" or has_case(sentence, word, {"on", "at"})
        who = acting_subject(sentence, word) if led else None
        if who is None or not _is_lost(reading, sentence, who):
            continue
        person = person_in(reading, sentence, phrase(sentence, who))
        text = named(reading, person) if person else definite(reading, sentence, who)
        question = finished(f"Will {text} be caught") if text else None
        if question:
            why = "The source says that they have not been caught."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    above = sentence.head(verb)
    under = verb.label == "xcomp" and above is not None and verb_of(above) in _GOING_ON
    return under or (verb_group(sentence, verb).progressive and not is_withheld(sentence, verb))


def _is_lost(reading: Reading, sentence: Sentence, sought: Token) -> bool:
    """Tell whether somebody is searched for, not a way or an answer."""
    known = reading.actor_at(sentence.index, sought.index) is not None
    missing = any(t.text.lower() == "missing" for t in sentence.children(sought, "amod"))
    return known or missing or is_people_noun(verb_of(sought))


def find_sales(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield who will buy what "was put up for sale"."""
    for sale in worded(sentence, {"sale"}):
        if not has_case(sentence, sale, {"for"}):
            continue
        verb = sentence.head(sale)
        if verb is None or (verb_of(verb) != "put" and sale.label != "root"):
            continue
        put = verb_of(verb) == "put"
        thing = sentence.child(verb, "obj", "nsubj:pass") if put else subject_of(sentence, sale)
        text = definite(reading, sentence, thing) if thing and thing.tag == "NN" else None
        question = finished(f"Who will buy {text}") if text else None
        if question and not is_withheld(sentence, verb):
            why = "The source says that this is for sale, not that it was sold."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.8)
