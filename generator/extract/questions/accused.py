"""Who is charged, on trial or under arrest in an article, to what is still to become of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.coming import is_put_off
from generator.extract.questions.matters import called
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    by_name,
    has_case,
    has_mark,
    led_to,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.signs import Finder, on_verbs
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

_TRIED = frozenset({"charge", "indict", "accuse", "try", "plead", "face", "await", "stand", "deny"})
_COUNTS = frozenset(
    "charge count offence offense allegation accusation suspicion indictment".split()
)
_DUE = frozenset({"due", "expect", "schedule", "set", "order", "have", "likely"})
_JUDGING = frozenset("convict acquit sentence jail clear imprison exonerate execute".split())
_VERDICTS = _JUDGING | {"find", "plead", "admit"}
_ARRESTING = frozenset({"arrest", "apprehend", "detain"})
_ACCUSING = frozenset({"charge", "indict", "release", "free", "face", "plead"})
_REACH = 40
"""Sentences around one that charges somebody in which an article tells the verdict."""


def find_trials(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether somebody charged or on trial will be convicted, where no verdict is told."""
    for who, charge in (*_charged(sentence), *_on_trial(sentence)):
        if not _can_be_tried(reading, sentence, who) or is_judged(reading, sentence, who):
            continue
        name = called(reading, sentence, who)
        of_what = _charge(reading, sentence, charge) if charge else None
        of_what = None if name and of_what and of_what in name else of_what  # "the man accused of"
        question = name and finished(
            f"Will {name} be convicted{f' of {of_what}' if of_what else ''}"
        )
        if question:
            why = "The source tells of a charge or a trial, not of a verdict."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85 if of_what else 0.8)


def _held(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return whether somebody will be charged who "was arrested on suspicion of arson"."""
    who = _taken(reading, sentence, verb)
    if who is None or verb_group(sentence, verb).modal or is_withheld(sentence, verb):
        return None
    before = has_mark(sentence, verb, {"before"})
    if verb.label == "acl" or before or "trial" in sentence.words:
        return None  # "claims that he was arrested", "had paid before he was"
    if not _can_be_tried(reading, sentence, who) or _is_charged(reading, sentence, who):
        return None
    name, charge = called(reading, sentence, who), _behind(sentence, verb, {"on"})
    charge = charge if charge and charge.text.lower() == "suspicion" else None
    of_what = _charge(reading, sentence, charge) if charge else None
    with_what = f" with {of_what}" if of_what else ""
    return finished(f"Will {name} be charged{with_what}") if name else None


def _taken(reading: Reading, sentence: Sentence, verb: Token) -> Token | None:
    """Return who "was arrested", or whom the police "have arrested" or "are investigating"."""
    group, low = verb_group(sentence, verb), verb_of(verb)
    asked = low in {"question", "investigate"}
    now = group.progressive and not group.past
    if group.passive:
        suspected = low != "hold" or "suspicion" in sentence.words
        who = sentence.child(verb, "nsubj:pass") if suspected and (now or not asked) else None
    else:
        active = low in _ARRESTING or (low == "investigate" and now)
        who = sentence.child(verb, "obj") if active and subject_of(sentence, verb) else None
        who = None if who is not None and verb_of(who) == "suspect" else who  # named soon after
    actor = reading.actor_at(sentence.index, who.index) if who else None
    body = actor is not None and actor.kind != "person" and not is_people_noun(verb_of(who or verb))
    return None if asked and body else who


def _sentenced(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return what sentence is to come: "will be sentenced on 17 April"."""
    group, above = verb_group(sentence, verb), sentence.head(verb)
    due = verb.label == "xcomp" and above is not None and verb_of(above) in {"expect", "due"}
    ahead = group.passive and (group.modal in {"will", "would"} or due)
    who, when = acting_subject(sentence, verb), led_to(sentence, verb, "on")
    date: tuple[Part, ...] = ("on", *phrase(sentence, when)) if when else ()
    whose = by_name(reading, sentence, who) if who and ahead else ()
    parts = ("What sentence will", *whose, "receive", *date)
    return finished(spell(reading, sentence, parts)) if whose else None


def _charged(sentence: Sentence) -> Iterator[tuple[Token, Token | None]]:
    """Yield who is charged with what: "was charged with", "pleaded not guilty to", "faces"."""
    for verb in verbs(sentence, _TRIED):
        low, group = verb_of(verb), verb_group(sentence, verb)
        who = acting_subject(sentence, verb)
        if who is None or is_withheld(sentence, verb):
            continue
        noun = sentence.head(verb) if verb.label == "acl" else None
        above = sentence.head(noun) if noun else None
        wanted = above is not None and verb_of(above) in {"want", "need"}  # "want him charged"
        priced = wanted or sentence.child(verb, "obj") is not None  # "were charged fees"
        if low in {"charge", "indict"} and group.passive and not (group.modal or priced):
            yield (
                who,
                _behind(sentence, verb, {"with", "on", "over", "for"}),
            )
        elif low == "plead" and _not_guilty(sentence, verb):
            guilty = sentence.tokens[verb.index + 2]
            yield who, _behind(sentence, verb, {"to"}) or _behind(sentence, guilty, {"to"})
        elif low in {"face", "deny"} and not group.modal and (thing := sentence.child(verb, "obj")):
            told = _COUNTS if low == "face" else _COUNTS - {"allegation", "accusation", "suspicion"}
            if verb_of(thing) in told:  # what one denies may be no charge
                yield who, thing
        elif low == "try" and group.passive:
            yield who, _behind(sentence, verb, {"for", "on", "over"})


def _on_trial(sentence: Sentence) -> Iterator[tuple[Token, Token | None]]:
    """Yield who is on trial for what: "the trial of Reis", "will stand trial for theft"."""
    for trial in worded(sentence, {"trial", "retrial", "case"}):
        verb = sentence.head(trial)
        owner = sentence.child(trial, "nmod:poss") or led_to(sentence, trial, "of")
        stands = verb is not None and verb_of(verb) in {"stand", "face", "await", "undergo"}
        stands = stands and verb is not None and not _is_mere_infinitive(sentence, verb)
        if trial.text.lower() == "case" and not (verb and is_put_off(sentence, verb)):
            continue
        on_trial = has_case(sentence, trial, {"on"})
        above = trial if on_trial and sentence.child(trial, "cop") else verb
        if owner is None and above is not None and (stands or on_trial):
            owner = acting_subject(sentence, above)
        if owner is not None:
            charge = _behind(sentence, trial, {"for", "on", "over"})
            charge = charge or (_behind(sentence, verb, {"for", "on", "over"}) if verb else None)
            yield owner, charge


def _is_mere_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Tell "unfit to stand trial" from "is due to stand trial"."""
    above = sentence.head(verb)
    bare = verb.tag == "VB" and not verb_group(sentence, verb).modal
    due = above is not None and bool({verb_of(above), above.text.lower()} & _DUE)
    return bare and not due


def _behind(sentence: Sentence, head: Token, cases: set[str]) -> Token | None:
    """Return the noun behind one of some prepositions, times and places aside."""
    for noun in sentence.children(head, "obl", "nmod"):
        plain = noun.tag in {"NN", "NNS"} and not is_time(noun)
        if plain and has_case(sentence, noun, cases) and noun.text.lower() not in {"bail", "trial"}:
            return noun
    return None


def _not_guilty(sentence: Sentence, verb: Token) -> bool:
    after = [t.text.lower() for t in sentence.tokens[verb.index + 1 : verb.index + 3]]
    return after == ["not", "guilty"]


def _charge(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return what somebody is charged with: "fraud" for "two counts of fraud", "fraud charges"."""
    if verb_of(noun) in _COUNTS or noun.text.lower() in _COUNTS | {"charges", "counts"}:
        inner = led_to(sentence, noun, "of")
        words = [t for t in sentence.children(noun, "compound") if t.index < noun.index]
        if inner is not None:
            return _charge(reading, sentence, inner)
        return spell(reading, sentence, words, ("",)) if words else None
    words = [t for t in phrase(sentence, noun) if t.tag != "DT" or t.index > noun.index]
    return None if any(t.tag == "PRP" for t in words) else spell(reading, sentence, words, ("",))


def _can_be_tried(reading: Reading, sentence: Sentence, who: Token) -> bool:
    actor = reading.actor_at(sentence.index, who.index)
    crowd = who.text.lower() in {"people", "protesters", "demonstrators", "fans", "authorities"}
    mention = reading.mention_at(sentence.index, who.index)
    citizen = mention is not None and mention.kind == "demonym"  # "a Dane was charged"
    state = actor is not None and actor.kind == "country" and not citizen
    return not (crowd or state) and (actor is not None or is_people_noun(verb_of(who)))


def is_judged(reading: Reading, sentence: Sentence, who: Token) -> bool:
    """Tell whether the article has a verdict on somebody: "was acquitted", "pleaded guilty".

    Of "the mother of two", who may be anybody that it names, any verdict is.
    """
    return _is_told(reading, sentence, who, _VERDICTS)


def _is_charged(reading: Reading, sentence: Sentence, who: Token) -> bool:
    return _is_told(reading, sentence, who, _JUDGING | _ACCUSING)


def _is_told(reading: Reading, sentence: Sentence, who: Token, deeds: frozenset[str]) -> bool:
    actor = reading.actor_at(sentence.index, who.index)
    unnamed = deeds is _VERDICTS and (actor.anonymous if actor else who.tag == "NN")
    first = max(0, sentence.index - _REACH)
    for told in reading.document.sentences[first : sentence.index + _REACH]:
        for verb in verbs(told, deeds):
            group = verb_group(told, verb)
            if group.modal or verb.tag == "VB" or is_withheld(told, verb):
                continue
            if not _is_judgment(told, verb):
                continue
            subject = acting_subject(told, verb)
            thing = told.child(verb, "obj")
            for other in (subject, thing):
                if other is None:
                    continue
                same = actor is not None and reading.actor_at(told.index, other.index) is actor
                worded = other.tag == who.tag and other.text.lower() == who.text.lower()
                if same or worded or unnamed:
                    return True
    return False


def _is_judgment(sentence: Sentence, verb: Token) -> bool:
    """Tell "was found guilty" and "pleaded guilty" from "was found", "pleaded not guilty"."""
    after = [t.text.lower() for t in sentence.tokens[verb.index + 1 : verb.index + 4]]
    if verb_of(verb) in {"find", "plead"}:
        return ("guilty" in after and "not" not in after) or (
            verb_of(verb) == "find" and "guilty" in after
        )
    return True


_TO_BE_SENTENCED = "The source says that the sentence is still to come."


FINDERS: tuple[Finder, ...] = (
    on_verbs(
        _ARRESTING | {"hold", "question", "investigate"},
        _held,
        0.85,
        "The source tells of an arrest, not of a charge.",
    ),
    on_verbs("sentence", _sentenced, 0.9, _TO_BE_SENTENCED),
    find_trials,
)
