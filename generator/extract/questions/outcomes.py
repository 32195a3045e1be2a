"""Events still to come or going on, to what one asks about each: how it will end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.extract.grammar.clauses import is_plural_noun, verb_group
from generator.extract.grammar.naming import possessive
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import phrase, without_edges
from generator.extract.grammar.wording import Part, spell
from generator.extract.questions.appeals import appealed
from generator.extract.questions.attributes import MISHAPS, about_thing, event_before
from generator.extract.questions.coming import LASTING, is_coming
from generator.extract.questions.matters import about, as_told, decided_on, definite
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    can_speak,
    has_case,
    is_withheld,
    name_for,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.weighed import is_ahead
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

_SURE = 0.85
"""Weight of what is to come by the article's own words and has an outcome to ask about."""
_BARELY = 0.55
"""Weight of the question what a ruling will be, where the article does not say on what."""
_BARE = len(("the", "review"))
"""Words of an event's name that tell nobody which one is meant."""
_VAGUE = frozenset("new full further another next separate".split())
_WH_WORDS = frozenset("whether why how what who when where which".split())
_INTO = {"into"}
_COUNTED = frozenset("official final full provisional preliminary first".split())
_ELECTIONS = frozenset({"election", "elections", "runoff", "run-off", "by-election", "primary"})
_WANTED = frozenset("successor replacement buyer partner solution answer cure way job work".split())
"""What one searches for that is not lost."""
_TESTED = frozenset("sample samples test tests swab swabs autopsy post-mortem scan scans".split())


def find_outcomes(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield how what is to come or goes on will end: "a vote on the bill is due on Thursday"."""
    for noun in worded(sentence, EVENTS):
        if not noun.tag.startswith("NN") or not is_coming(reading, sentence, noun):
            continue
        question = _ASKED[noun.text.lower()](reading, sentence, noun)
        if question:
            be = "are" if is_plural_noun(sentence, noun) else "is"
            state = "not over" if noun.text.lower() in LASTING else "still to come"
            why = f"The source says that the {noun.text.lower()} {be} {state}."
            weight = _BARELY if question.endswith(" be?") else _SURE
            yield OpenPoint(question, "pending", why, (sentence,), weight)


def _voted(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "a vote on the bill is due", "a ballot on strike action"."""
    matter = about(sentence, noun)
    return decided_on(reading, sentence, matter, voted=True) if matter else None


def _passed(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "has introduced a bill to regulate implants"."""
    return decided_on(reading, sentence, noun) if _is_described(sentence, noun, "acl") else None


def _ruled(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "a ruling on the request is expected", "a final decision is due"."""
    matter = about(sentence, noun)
    if matter is not None:
        return decided_on(reading, sentence, matter)
    text = definite(reading, sentence, noun)
    taken = any(t.tag == "VB" for t in sentence.children(noun, "acl"))  # "a decision to close"
    known = text is not None and _is_described(sentence, noun) and not taken
    return finished(f"What will {text} be") if known else None


def _inquired(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "an inquiry into the sale will report", "an inquest will open"."""
    matter = about(sentence, noun, _INTO)
    if matter is not None and matter.text.lower() in MISHAPS | {"cause", "causes"}:
        return None  # what caused it is the question
    text = definite(reading, sentence, noun)
    if text is None or not (matter or _is_described(sentence, noun)) or _is_asked(text):
        return None
    if matter is not None and len(phrase(sentence, matter)) < _BARE and matter.tag == "NNS":
        return None  # "an investigation into officials who …": those are not named
    more = ""
    if matter is not None and matter.head != noun.index:
        into = spell(reading, sentence, phrase(sentence, matter), ("",))
        more = f" into {into}" if into else ""
    return finished(f"What will {text}{more} find")


def _is_asked(text: str) -> bool:
    """Tell whether an inquiry is into a question, which is asked itself: "into whether"."""
    return bool(_WH_WORDS & set(text.split()))


def _shown(do: str) -> Callable[[Reading, Sentence, Token], str | None]:
    """Return the finder of what a document or a test will say or show."""

    def asked(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
        causes = (c for c in sentence.children(noun, "nmod") if c.text.lower() == "cause")
        cause = next(causes, None)
        if cause is not None:
            return about_thing(reading, sentence, cause)
        text = definite(reading, sentence, noun)
        owner = _undergoing(reading, sentence, noun)
        if owner:
            text = f"{possessive(reading, owner)} {noun.text.lower()}"
        known = text is not None and (owner or _is_described(sentence, noun))
        return finished(f"What will {text} {do}") if known else None

    return asked


def _is_described(sentence: Sentence, noun: Token, *also: str) -> bool:
    """Tell whether an event is told from others: "the police report", not "a report"."""
    more = sentence.children(noun, "amod", "compound", "nmod", "nmod:poss", *also)
    return any(t.text.lower() not in _VAGUE and not is_time(t) for t in more)


def _undergoing(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return who "will have a scan"."""
    verb = sentence.head(noun) if noun.label == "obj" else None
    if verb is None or verb_of(verb) not in {"have", "undergo", "face"}:
        return None
    who = acting_subject(sentence, verb)
    return name_for(reading, sentence, who) if who else None


def _elected(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "an election is due", "a run-off between Reis and Okoro"."""
    pair = _between(reading, sentence, noun)
    if noun.text.lower() == "off" and not _is_run_off(sentence, noun):
        return None
    text = definite(reading, sentence, noun, bare=pair is not None)
    if text is None:
        return None
    who = f"Will {pair}" if pair else "Who will"
    return finished(f"{who} win {text}")


def _is_run_off(sentence: Sentence, noun: Token) -> bool:
    """Tell whether an "off" is the end of a "run-off" or "play-off"."""
    return [t.text for t in sentence.tokens[max(0, noun.index - 1) : noun.index]] == ["-"]


def _between(reading: Reading, sentence: Sentence, noun: Token, joint: str = "or") -> str | None:
    """Return "Reis or Okoro" for "between Reis and Okoro"."""
    for side in sentence.children(noun, "nmod"):
        other = sentence.child(side, "conj") or sentence.child(noun, "conj")
        if other is None or not has_case(sentence, side, {"between"}):
            continue
        below = {t.index for t in sentence.subtree(other)}
        first = tuple(t for t in phrase(sentence, side) if t.index not in below)
        parts: tuple[Part, ...] = (*without_edges(list(first)), joint, *phrase(sentence, other))
        return spell(reading, sentence, [p for p in parts if isinstance(p, str) or p.label != "cc"])
    return None


def _referred(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "a referendum on the new constitution"."""
    matter = about(sentence, noun)
    text = definite(reading, sentence, matter) if matter else None
    return finished(f"Will voters approve {text}") if text else None


def _talked(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "talks between the two sides over pay continue"."""
    matter = about(sentence, noun)
    what = as_told(reading, sentence, matter) if matter else None
    on = f" on {what}" if what else ""
    sides = _between(reading, sentence, noun, "and") or _talkers(reading, sentence, noun)
    if sides:
        return finished(f"Will {sides} reach agreement{on}")
    return finished(f"Will agreement be reached{on}") if what else None


def _talkers(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return who "resumed talks": several, so that they can agree."""
    verb = sentence.head(noun) if noun.label == "obj" else None
    who = acting_subject(sentence, verb) if verb else None
    if who is None or not is_plural_noun(sentence, who) or not can_speak(reading, sentence, who):
        return None
    return as_told(reading, sentence, who)


def _searched(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "the search for the missing trawler will resume"."""
    sought = next(
        (t for t in sentence.children(noun, "nmod") if has_case(sentence, t, {"for"})), None
    )
    if sought is None or sought.text.lower() in _WANTED:
        return None
    text = definite(reading, sentence, sought)
    return finished(f"Will {text} be found") if text else None


def _gone_ahead(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "a strike by nurses is planned for 4 June"."""
    verb = sentence.head(noun)
    by_name = verb is not None and verb.text.lower() in {"planned", "scheduled", "set", "due"}
    text = definite(reading, sentence, noun) if by_name else None
    return finished(f"Will {text} go ahead") if text else None


def _prized(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "the winner of the prize will be announced"."""
    prize = next(
        (t for t in sentence.children(noun, "nmod") if has_case(sentence, t, {"of"})), None
    )
    text = definite(reading, sentence, prize) if prize else None
    return finished(f"Who will win {text}") if text else None


def _winner(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "official results are due by Friday", "the results of the tests"."""
    counted = any(t.text.lower() in _COUNTED for t in sentence.children(noun, "amod"))
    event = event_before(reading, sentence, _ELECTIONS) if counted else None
    if event:
        return finished(f"Who won {event}")
    near = (sentence, preceding(reading, sentence))
    words = {t.text.lower() for told in near if told for t in told.tokens}
    bare = len(phrase(sentence, noun)) < _BARE
    if bare and words & _TESTED:
        return "What will the test results show?"
    return _shown("show")(reading, sentence, noun)


def find_reports_due(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what those will find who "will report in May"."""
    for verb in verbs(sentence, frozenset({"report"})):
        who = acting_subject(sentence, verb)
        plain = verb_group(sentence, verb).modal or not is_withheld(sentence, verb)
        told = sentence.child(verb, "obj", "ccomp", "aux:pass")
        if who is None or told or not (plain and is_ahead(sentence, verb)):
            continue
        if who.text.lower() in EVENTS or not can_speak(reading, sentence, who):
            continue
        text = definite(reading, sentence, who)
        question = text and finished(f"What will {text} find")
        if question:
            why = "The source says that the report is still to come."
            yield OpenPoint(question, "pending", why, (sentence,), _SURE)


APPEALS = tuple(
    "appeal lawsuit suit challenge petition protest grievance complaint case claim plea".split()
)
_ASKED: dict[str, Callable[[Reading, Sentence, Token], str | None]] = {
    **dict.fromkeys(("vote", "ballot", "hearing", "debate"), _voted),
    **dict.fromkeys(("bill", "motion", "resolution", "amendment"), _passed),
    **dict.fromkeys(("ruling", "decision", "judgment", "judgement"), _ruled),
    **dict.fromkeys(
        APPEALS,
        appealed,
    ),
    **dict.fromkeys(("inquest", "inquiry", "enquiry", "investigation", "probe"), _inquired),
    **dict.fromkeys(("report",), _shown("say")),
    **dict.fromkeys(("review",), _shown("recommend")),
    **dict.fromkeys(
        ("findings", "tests", "audit", "autopsy", "post-mortem", "post-mortems", "examinations"),
        _shown("show"),
    ),
    **dict.fromkeys(
        ("examination", "scan", "scans", "study", "survey", "assessment"), _shown("show")
    ),
    **dict.fromkeys(_ELECTIONS, _elected),
    "results": _winner,
    "referendum": _referred,
    **dict.fromkeys(("talks", "negotiations", "discussions"), _talked),
    **dict.fromkeys(("search", "hunt", "manhunt"), _searched),
    **dict.fromkeys(("strike", "walkout", "launch", "execution", "eviction"), _gone_ahead),
    **dict.fromkeys(("winner", "winners"), _prized),
    "off": _elected,
}
"""What one asks about an event, by its noun."""
EVENTS = frozenset(_ASKED)
