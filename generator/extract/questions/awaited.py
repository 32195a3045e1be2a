"""What an article says is put off, stalled, being tested or not yet out, to open points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import is_plural_noun, verb_group
from generator.extract.grammar.naming import possessive
from generator.extract.grammar.trimming import phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.attributes import DEEDS, MISHAPS, event_before, the
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    after_preposition,
    has_case,
    is_withheld,
    name_for,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import finished, verb_of
from generator.extract.reading import Reading
from generator.extract.words.times import TIMES
from generator.language.morphology import past
from generator.language.tree import Sentence, Token

_PUTTING_OFF = frozenset("reserve defer postpone delay adjourn put push".split())
_PARTICLES = {"put": "off", "push": "back"}
_RULINGS = frozenset("ruling judgment judgement verdict decision vote".split())
_ON = {"on", "over", "about"}
_PLEAS = frozenset(
    "request motion petition application bid plea demand appeal plan proposal bill permit".split()
)
_TESTS = frozenset("scan scans x-ray mri tests test assessment biopsy".split())
_EXAMS = frozenset("autopsy post-mortem postmortem mortem scan tests audit review test".split())
_EXAMINING = frozenset("carry hold conduct perform do make".split())
_APPROVALS = frozenset("approval permission consent clearance ratification assent".split())
_NEEDING = frozenset("need require await".split())
_LINKS = frozenset({"link", "connection", "relationship"})
_TALKS = frozenset({"talks", "negotiations", "discussions"})
_GOING = frozenset("stall continue resume collapse drag founder falter restart progress".split())
_CHARGING = frozenset("arrest charge detain convict prosecute punish discipline".split())
_NOBODY = frozenset({"nobody", "no-one", "one", "none"})
_DOCUMENTS = frozenset({"report", "findings", "results", "review", "audit", "autopsy"})
_PUBLISHING = frozenset({"publish", "release", "issue", "complete", "finish", "disclose"})


def find_put_off(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what a decision that is put off is about: "reserved her ruling on the request"."""
    for verb in verbs(sentence, _PUTTING_OFF):
        particle = _PARTICLES.get(verb_of(verb))
        said = sentence.child(verb, "compound:prt")
        ruling = sentence.child(verb, "obj", "nsubj:pass")
        if ruling is None or ruling.text.lower() not in _RULINGS:
            continue
        if (particle and (said is None or said.text.lower() != particle)) or is_withheld(
            sentence, verb
        ):
            continue
        about = _ruled_on(sentence, verb, ruling)
        text = the(reading, sentence, about) if about else None
        if about is None or text is None:
            continue
        plea = about.text.lower() in _PLEAS
        question = finished(
            f"Will {text} be granted" if plea else f"What will be decided about {text}"
        )
        if question:
            why = f"The source says that the {ruling.text.lower()} was put off."
            yield OpenPoint(question, "pending", why, (sentence,), 0.95)


def _ruled_on(sentence: Sentence, verb: Token, ruling: Token) -> Token | None:
    """Return what a ruling is on: "on a request", "in his application"; not "on Tuesday"."""
    for noun in (*sentence.children(ruling, "nmod"), *sentence.children(verb, "obl")):
        if noun.tag not in {"NN", "NNS"} or noun.text.lower() in TIMES or noun.index < ruling.index:
            continue
        if has_case(sentence, noun, _ON | ({"in"} if noun.text.lower() in _PLEAS else set())):
            return noun
    return None


def find_tests(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what a test will show that is still to come: "will have a scan on Tuesday"."""
    for verb in verbs(sentence, frozenset({"have", "undergo", "face"})):
        test, who = sentence.child(verb, "obj"), acting_subject(sentence, verb)
        ahead = verb_group(sentence, verb).modal in {"will", "would"}
        if not ahead or test is None or who is None or test.text.lower() not in _TESTS:
            continue
        name = name_for(reading, sentence, who)
        question = name and finished(
            f"What will {possessive(reading, name)} {test.text.lower()} show"
        )
        if question and not is_withheld(sentence, verb):
            why = f"The source says that the {test.text.lower()} is still to come."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)


def find_examinations(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what an examination will show: "a post-mortem will be carried out on Friday"."""
    for verb in verbs(sentence, _EXAMINING):
        test = sentence.child(verb, "nsubj:pass")
        ahead = verb_group(sentence, verb).modal in {"will", "would"}
        if (
            not ahead
            or test is None
            or not {t.text.lower() for t in sentence.subtree(test)} & _EXAMS
        ):
            continue
        text = the(reading, sentence, test)
        question = text and finished(f"What will {text} show")
        if question and not is_withheld(sentence, verb):
            why = f"The source says that the {test.text.lower()} is still to come."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)


def find_stalled(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what talks are about that go on or have come to nothing: "talks over pay stalled"."""
    for noun in worded(sentence, _TALKS):
        verb = sentence.head(noun) if noun.label.startswith("nsubj") else None
        if verb is None or verb_of(verb) not in _GOING:
            continue
        matter = next(
            (t for t in sentence.children(noun, "nmod") if has_case(sentence, t, _ON)), None
        )
        text = spell(reading, sentence, phrase(sentence, matter)) if matter else None
        question = text and finished(f"Will agreement be reached on {text}")
        if question:
            why = "The source reports talks, not yet their outcome."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)


def find_uncharged(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what nobody has been charged over, or arrested for."""
    for verb in verbs(sentence, _CHARGING):
        who = subject_of(sentence, verb)
        nobody = who is not None and who.text.lower() in _NOBODY
        if not nobody or who is None or not sentence.child(verb, "aux:pass"):
            continue
        if who.text.lower() == "one" and not any(
            t.text.lower() == "no" for t in sentence.children(who)
        ):
            continue
        over = after_preposition(sentence, verb, "over") or after_preposition(sentence, verb, "for")
        text = the(reading, sentence, over) if over else None
        text = text or event_before(reading, sentence, DEEDS | MISHAPS)
        over_what = f" over {text}" if text else ""
        question = finished(f"Will anyone be {past(verb_of(verb))}{over_what}")
        if question:
            why = f"The source says that nobody has been {past(verb_of(verb))}."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def find_links(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield a link that is not established: "had not found a link between the two deaths"."""
    for verb in verbs(sentence, frozenset({"establish", "find", "confirm", "prove"})):
        link = sentence.child(verb, "obj", "nsubj:pass")
        if link is None or link.text.lower() not in _LINKS:
            continue
        so_far = {t.text.lower() for t in sentence.subtree(verb)} & {"far", "yet"}
        none = any(t.text.lower() == "no" for t in sentence.children(link, "det"))
        open_still = so_far if none else is_withheld(sentence, verb)
        words = [t for t in phrase(sentence, link) if t.tag != "DT" or t.index > link.index]
        text = spell(reading, sentence, words, ("",)) if open_still else None
        question = text and len(words) > len(("link",)) and finished(f"Is there a {text}")
        if question:
            why = f"The source says that no {link.text.lower()} is established."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.85)


def find_approvals(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether those will agree whose approval something still needs."""
    for noun in worded(sentence, _APPROVALS):
        verb = sentence.head(noun)
        if verb is None or noun.label != "obj":
            continue
        thing = subject_of(sentence, verb)
        group = verb_group(sentence, verb)
        if verb_of(verb) not in _NEEDING or thing is None or is_withheld(sentence, verb):
            continue
        if group.past and not group.modal and not group.progressive:
            continue
        question = _approved(reading, sentence, noun, thing)
        if question:
            why = f"The source says that the {noun.text.lower()} is still needed."
            yield OpenPoint(question, "pending", why, (sentence,), 0.8)


def _approved(reading: Reading, sentence: Sentence, noun: Token, thing: Token) -> str | None:
    """Return "will the regulators approve the deal" or "will the deal win regulatory approval"."""
    words = phrase(sentence, thing)
    if any(t.tag == "PRP" for t in words):
        return None
    any_of_it = words[0].text.lower() in {"any", "a", "an", "such"}
    text = spell(reading, sentence, words[1:] if any_of_it else words, ("",))
    text = f"the {text}" if any_of_it else text
    givers = (
        t for t in sentence.children(noun, "nmod") if has_case(sentence, t, {"from", "by", "of"})
    )
    giver = next(givers, None)
    if giver is not None:
        who = spell(reading, sentence, phrase(sentence, giver))
        return finished(f"Will {who} approve {text}") if who and text else None
    own = [t.text for t in phrase(sentence, noun) if t.tag != "DT"]
    told = len(own) > 1
    return finished(f"Will {text} win {' '.join(own)}") if text and told else None


def find_expected_results(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what results will show that somebody waits for: "are awaiting the test results"."""
    for verb in verbs(sentence, frozenset({"await", "wait"})):
        results = sentence.child(verb, "obj") or after_preposition(sentence, verb, "for")
        if results is None or results.text.lower() not in {"results", "findings", "outcome"}:
            continue
        text = spell(reading, sentence, phrase(sentence, results))
        told = text is not None and len(text.split()) > len(("the", "results"))
        question = finished(f"What will {text} show") if told else None
        if question and not verb_group(sentence, verb).past:
            why = f"The source says that the {results.text.lower()} are still to come."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)


def find_unpublished(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what a report says that is not out yet: "the report has not been published"."""
    for verb in verbs(sentence, _PUBLISHING):
        document = sentence.child(verb, "nsubj:pass")
        if document is None or document.text.lower() not in _DOCUMENTS:
            continue
        words = phrase(sentence, document)
        related = any(t.tag in {"WDT", "WP"} for t in words)
        if related or not is_withheld(sentence, verb) or len(words) <= len(("the", "report")):
            continue
        text = the(reading, sentence, document)
        do = "do" if is_plural_noun(sentence, document) else "does"
        question = text and finished(f"What {do} {text} say")
        if question:
            why = "The source says that this is not yet out."
            yield OpenPoint(question, "unknown", why, (sentence,), 0.85)
