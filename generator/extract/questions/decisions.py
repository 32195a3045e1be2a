"""What somebody is to decide or find out ("must decide whether") to why it is open, if it is."""

from __future__ import annotations

from generator.extract.grammar.clauses import is_negated, verb_group
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.questions.coming import is_ahead
from generator.extract.questions.embedded import Embedded
from generator.extract.questions.pending import time_limit
from generator.extract.questions.point import SOMEBODY, who_says
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.vows import vow_of
from generator.extract.questions.withheld import came_to_nothing, has_yet_to, is_withheld
from generator.extract.reading import Reading
from generator.extract.words.answers import SETTLED
from generator.language.tree import Sentence, Token
from generator.model import QuestionKind

_FINDING_OUT = frozenset(
    "determine establish find learn ascertain figure decide investigate assess examine check"
    " test see".split()
)
_HEADING_FOR = frozenset(
    "try seek want need have begin continue expect plan work meet aim start wait up let".split()
)
_DECIDING = frozenset(
    """advise argue ascertain ask assess check consider debate decide determine discuss establish
    examine explore figure find hear investigate judge learn look ponder probe resolve review rule
    see settle study test vote weigh wonder""".split()
)
_TALKING = frozenset(
    "consider debate discuss hear examine study review explore test argue ask".split()
)
"""What one does about a matter, too, that is no open question: "explores how it came to be"."""
_LOOKING_INTO = frozenset({"check", "examine", "investigate", "probe"})
_STILL_OPEN_IN_PAST = frozenset({"consider", "weigh", "debate", "discuss", "wonder"})
_EXPLAINING = frozenset("explain say disclose reveal clarify tell".split())
_ORDERING = frozenset("order ask urge press demand call challenge give want".split())
_AS_A_RULE = frozenset("typically usually always often generally normally".split())
_BODIES = frozenset("panel committee commission inquiry investigation review team board".split())
"""What is set up to find something out, and goes on doing so: "has formed a panel to"."""
_ANNOUNCING = frozenset({"announce", "reveal", "disclose", "confirm"})
_DUE = frozenset({"expect", "due", "set", "schedule", "plan", "hope", "wait", "want"})
_TELLING = frozenset(
    "say tell show indicate state declare clarify answer notify inform report advise"
    " recommend".split()
)
"""What settles a "whether", and tells a "how" as something known."""
Verdict = tuple[QuestionKind, str, float]
"""The kind of an open question, why it is open, and how surely."""
_TO_BE_SETTLED = "The source says that this is still to be settled."


def _tells_where(embedded: Embedded, governor: Token) -> bool:
    """Recognise "are found where the soil is wet"."""
    passive = verb_group(embedded.sentence, governor).passive
    return embedded.word.text.lower() in {"where", "when"} and passive


def _is_habit(sentence: Sentence, governor: Token) -> bool:
    """Tell whether deciding is what somebody does as a rule: "typically determines what"."""
    return any(t.text.lower() in _AS_A_RULE for t in sentence.children(governor, "advmod"))


def on_deciding(reading: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "must decide whether", "would examine whether", "had not decided whether"."""
    sentence, verb = embedded.sentence, verb_of(governor)
    if verb in {"work", "piece"} and sentence.child(governor, "compound:prt", "advmod"):
        verb = "figure"  # "work out who"
    advice = sentence.child(governor, "obj") if verb in {"take", "seek"} else None
    if advice is not None and advice.text == "advice":
        verb = "figure"  # "is taking advice on whether"
    to_ask = verb == "ask" and governor.tag == "VB" and governor.label == "advcl"
    above = sentence.head(governor)
    bidden = above is not None and sentence.child(above, "obj") is not None  # "told them to ask"
    to_ask = to_ask and not (bidden or reading.is_quoted(governor.start))
    if to_ask or _is_demanded(sentence, governor):
        return "unanswered", "The source says that this was asked, not that it was answered.", 0.9
    seen = verb == "see"
    seen = seen or (verb == "ask" and verb_group(sentence, governor).passive)
    apart = seen or _tells_where(embedded, governor) or _is_habit(sentence, governor)
    if verb not in _DECIDING or not governor.tag.startswith("VB") or apart:
        return None
    if _is_aim(sentence, governor):
        return "pending", _TO_BE_SETTLED, 0.9
    if not _is_step(embedded, governor, verb):
        return None
    who = who_says(reading, sentence, governor)
    if is_withheld(sentence, governor):
        return "pending", f"{who} had not {_done(verb)}, the source says.", 1.0
    return _by_time(sentence, governor, who)


def on_announcing(_: Reading, embedded: Embedded, governor: Token) -> Verdict | None:
    """Judge "a scan would show whether", "is expected to announce whether"."""
    if not _is_to_come_out(embedded, governor):
        return None
    return "pending", "The source says that this is still to come out.", 0.9


def _is_to_come_out(embedded: Embedded, governor: Token) -> bool:
    """Recognise "a scan would show whether", "is expected to announce whether"."""
    sentence, verb = embedded.sentence, verb_of(governor)
    above = sentence.head(governor)
    limited = above is not None and governor.tag == "VB" and bool(time_limit(sentence, above))
    polar = limited or embedded.word.text.lower() in {"whether", "if"}
    learning = (verb in {"know", "learn"} and governor.label == "xcomp") or verb == "find"
    group = verb_group(sentence, governor)
    learning = learning or (group.passive and governor.text.lower() in SETTLED)
    if verb not in _ANNOUNCING and not (verb in _TELLING and polar) and not learning:
        return False
    due = governor.label == "xcomp" and above is not None
    due = bool(due and above and ({verb_of(above), above.text.lower()} & _DUE or vow_of(above)))
    ahead = group.modal in {"will", "would", "should"}
    to_come = due or ahead or limited
    to_come = to_come or (governor.tag == "VB" and is_ahead(sentence, governor))
    return to_come and not is_negated(sentence, governor)


def _is_demanded(sentence: Sentence, governor: Token) -> bool:
    """Recognise "ordered the district to explain why", "demanded to know how many"."""
    first = sentence.head(governor) if governor.label == "conj" else None
    step = first if first is not None and first.tag == governor.tag else governor
    above = sentence.head(step)  # "demanded that he recall it and explain why"
    if above is None or governor.tag != "VB" or is_negated(sentence, above):
        return False
    wanted = verb_of(governor) == "know" and verb_of(above) in {"demand", "want"}
    told = verb_of(governor) in _EXPLAINING and verb_of(above) in _ORDERING
    return (wanted or told) and step.label in {"xcomp", "ccomp", "advcl"}


def _is_step(embedded: Embedded, governor: Token, verb: str) -> bool:
    """Tell whether deciding is what somebody does in the story, and not talk about a matter."""
    sentence = embedded.sentence
    above = sentence.head(governor)
    has = above if above is not None and verb_of(above) == "have" else None
    to_come = verb_group(sentence, governor).modal in {"will", "would", "must"}  # "who must decide"
    meets = above is not None and verb_of(above) in {"meet", "sit", "gather", "convene"}
    in_vain = meets and came_to_nothing(sentence)
    to_come = to_come or in_vain or (meets and is_ahead(sentence, governor))
    if governor.label.startswith(("advcl", "acl")) and has is None and not to_come:
        return False
    polar = embedded.word.text.lower() in {"whether", "if"}
    group = verb_group(sentence, governor)
    # "is being examined by auditors", "is examining where the money went"
    under_way = group.progressive and (group.passive or verb in _LOOKING_INTO)
    return polar or under_way or verb not in _TALKING


def _by_time(sentence: Sentence, governor: Token, who: str) -> Verdict | None:
    """Judge by whether the deciding lies ahead or is over."""
    verb, above = verb_of(governor), sentence.head(governor)
    group = verb_group(sentence, governor)
    bare = governor.tag == "VB" and sentence.child(governor, "aux", "mark") is None
    if bare and governor.label == "conj" and above is not None:
        if above.tag == "VBD":
            return None  # "helped me to test it and find out"
        governor, above = above, sentence.head(above)  # "wants to test it and find out"
    ahead = bool(group.modal or group.progressive or not group.past)
    if is_to_infinitive(sentence, governor) and above is not None and governor.label != "xcomp":
        ahead = ahead and above.tag != "VBD"  # "it took a while to learn what"
    if governor.label == "xcomp" and above is not None and verb_of(above) != "have":
        ahead = verb_of(above) in _HEADING_FOR
    if (who.lower() == SOMEBODY or verb == "wonder" or group.passive) and ahead:
        return "pending", _TO_BE_SETTLED, 0.9
    if ahead or has_yet_to(sentence, governor):
        return "pending", f"{who} had still to {_step(verb)}, by the source's account.", 0.9
    if verb in _STILL_OPEN_IN_PAST:
        return "pending", f"{who} left it open, by the source's account.", 0.6
    return None


def _is_aim(sentence: Sentence, governor: Token) -> bool:
    """Tell whether finding out is what something ahead or under way is for: "to find out what"."""
    above = sentence.head(governor)
    if verb_of(governor) not in _FINDING_OUT or above is None or governor.tag != "VB":
        return False
    if not governor.label.startswith(("advcl", "acl")) or not is_to_infinitive(sentence, governor):
        return False
    group = verb_group(sentence, sentence.clause(above))  # "carried out a check to determine if"
    advice = group.modal in {"should", "must", "can", "could"}
    ahead = bool(group.modal or group.progressive or not group.past)
    thing = sentence.child(above, "obj", "nsubj:pass")
    founded = thing is not None and thing.text.lower() in _BODIES
    return founded or (ahead and not (advice or group.perfect))


def _done(verb: str) -> str:
    return {"decide": "decided", "determine": "determined"}.get(verb, "settled it")


def _step(verb: str) -> str:
    plain = {"decide": "decide", "rule": "rule", "vote": "vote", "examine": "examine this"}
    return plain.get(verb, "settle this")
