"""A clause of a parsed sentence -> a statement: its words as they stand, as a whole sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.extract.events.own_tense import bearer_of, in_own_tense
from generator.extract.grammar.capitals import DEMONSTRATIVES, capitalised
from generator.extract.grammar.clauses import is_plural_noun
from generator.extract.grammar.commas import mended, torn
from generator.extract.grammar.shortening import shortened
from generator.extract.grammar.trimming import kept_tokens, phrase, subject_of, without_edges
from generator.extract.grammar.wording import spell
from generator.extract.grammar.worth import asks_first
from generator.extract.reading import Attribution, Reading
from generator.extract.words.asides import ATTRIBUTING, CLAIMING, SUBJECTS, asides, set_off
from generator.extract.words.lexicon import HARMED
from generator.extract.words.times import is_time
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token, remembered

CLOSED = re.compile(r",([\"”’'])$")
"""A comma before the mark that ends a statement: “calm,” is “calm”."""
_LONGEST_STATEMENT = 40
"""Tokens."""
_BRIEF = 7
"""Tokens up to which a first clause says too little by itself: "six died and ten were hurt"."""
_SPEAKING = frozenset("speak talk base include describe call be tweet post".split())
_LEADING_ON = frozenset({"WP", "WDT", "WRB", "CC"})
_LEADING_IN = frozenset({"case", "cc", "det", "mark"})
_TELLING = ATTRIBUTING | {"tell"}
_QUOTES = frozenset("\"“‘'«‹`")
_RELATIVE = frozenset("afterwards beforehand earlier later otherwise then".split())
_MEANWHILE = frozenset({"as", "since", "while", "because"})
_VAGUE = frozenset(
    "amount basis case connection context end light manner note occasion reason regard respect "
    "sense spirit vein way".split()
)
_BOUND = frozenset({"without", "of", "unlike"})
"""What opens a bound that a statement does not hold beyond: "Without that,"."""
_FIXING = frozenset({"this", "today"})
"""What fixes an "earlier" to the day of the article: "earlier this month"."""
_ONESELF = frozenset({"he", "it", "she", "they"})
_COMPARING = frozenset({"compared", "down", "up"})


def statement(
    reading: Reading, sentence: Sentence, head: Token, claim: Attribution | None = None
) -> str | None:
    """Return a clause as a sentence of its own; None where a pronoun in it stays unresolved."""
    stated = in_own_tense(reading, sentence, as_stated(sentence, head), claim)
    text = spell(reading, sentence, stated)
    return capitalised(CLOSED.sub(r"\1", text.rstrip(".")) + ".") if text else None


@remembered
def as_stated(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the tokens of a clause in their order, as they stand, without what joins it on."""
    first = subject_of(sentence, head) or head
    joining = [t for t in sentence.children(head, "mark", "cc") if t.index < first.index]
    drop = {t.index for t in joining if t.tag not in {"TO", "JJ"}}  # "due to" is no conjunction
    if any(t.text == "that" for t in joining):  # "said at a rally that it would close"
        drop |= {t.index for t in sentence.subtree(head) if t.index < joining[0].index}
    drop |= _pointing_back(sentence, head)
    kept = {t.index for t in kept_tokens(sentence, head)}
    for more in (_results, _comparisons, _second_predicates, _conditions):
        kept |= more(sentence, head, kept)
    kept |= {
        t.index for t in sentence.tokens if t.text == "," and {t.index - 1, t.index + 1} <= kept
    }
    kept, behind = _at_colon(sentence, head, kept)
    left = kept - drop - behind
    left -= torn(sentence, left)
    stated = [t for t in sentence.tokens if t.index in left and t.tag != "."]
    while stated and stated[0].text.lower() in {",", "and", "but", "or"}:
        stated = stated[1:]  # which the parse hung on the subject
    bearer = bearer_of(sentence, head)
    if bearer is not None and subject_of(sentence, head) is None:
        stated = [*phrase(sentence, bearer), *stated]

    def is_fair(tokens: Sequence[Token]) -> bool:
        return len(tokens) <= _LONGEST_STATEMENT and not _hangs(sentence, tokens[-1:])

    fair = without_edges(shortened(sentence, mended(sentence, head, stated), head, is_fair))
    while _hangs(sentence, fair[-1:]):
        fair = without_edges(fair[:-1])
    return fair


def _hangs(sentence: Sentence, last: Sequence[Token]) -> bool:
    """Say whether what follows the last word has gone: "for", "focused on", "to what", "and"."""
    ends = last and sentence.tokens[last[0].index + 1 :][:1]
    leads = bool(last) and (last[0].tag in _LEADING_ON or last[0].label in _LEADING_IN)
    return leads and bool(ends) and ends[0].tag != "."


def _at_colon(sentence: Sentence, head: Token, kept: set[int]) -> tuple[set[int], set[int]]:
    """Return what a statement keeps, and what a colon parts from it.

    What stands behind it says what the words before it announce: "plans two cuts: trams and fares".
    Of somebody's own words the clause goes that leads to them: "when he said:".
    """
    tokens = sentence.tokens
    colon = next((t.index for t in tokens[head.index :] if t.text == ":"), len(tokens))
    behind = tokens[colon + 1 :]
    if not behind:
        return kept, set()
    before = [t for t in tokens[:colon] if t.index in kept]
    spoken = behind[0].text[0] in _QUOTES
    whole = {t.index for t in tokens[colon:] if t.tag != "."}
    if not spoken and behind[0].text != "," and len(before) + len(whole) <= _LONGEST_STATEMENT:
        return kept | whole, set()
    verbs = (t for t in before if t.index > head.index and t.tag.startswith("VB"))
    tells = (t for t in verbs if spoken and lemma(t.text, t.tag) in _TELLING)
    leading = {t.index for verb in tells for t in sentence.subtree(verb)}
    return kept, leading | set(range(colon, len(tokens)))


def _pointing_back(sentence: Sentence, head: Token) -> set[int]:
    """Return what is told from what went before: "hours earlier, …", "until then", "that day"."""
    beside = (t for t in sentence.children(head) if t.label.startswith(("obl", "advmod", "nmod")))
    return {
        below.index
        for child in beside
        if (child.index < head.index and _is_told_from(sentence, child))
        or _points(sentence, child, head)
        for below in sentence.subtree(child)
    }


def _is_told_from(sentence: Sentence, child: Token) -> bool:
    """Recognise "hours earlier" and "until then"."""
    words = {t.text.lower() for t in sentence.subtree(child)}
    loose = not sentence.child(child, "case") or child.text.lower() == "then"
    return loose and bool(_RELATIVE & words) and not words & _FIXING


def _points(sentence: Sentence, child: Token, head: Token) -> bool:
    """Recognise "With this amount," and "At the time,", which name nothing, and "that day"."""
    det = sentence.child(child, "det")
    own = {t.text.lower() for t in sentence.children(child)} - {","}
    if child.text == "time" and child.index < head.index and own == {"at", "the"}:
        return True
    shown = det is not None and det.text.lower() in DEMONSTRATIVES
    same = any(t.text.lower() == "same" for t in sentence.children(child, "amod"))
    if same and is_time(child) and child.index < head.index:
        return True
    if shown and det is not None and is_time(child):
        return det.text.lower() in {"that", "those"} and sentence.child(child, "acl:relcl") is None
    words = sentence.subtree(child)
    alone = any(t.label != "det" and t.text.lower() in DEMONSTRATIVES for t in words[1:])
    opens = child.index < head.index and words[-1].text == ","
    return (shown and child.text.lower() in _VAGUE) or (
        opens and alone and words[0].text.lower() not in _BOUND
    )


def _conditions(sentence: Sentence, head: Token, kept: set[int]) -> set[int]:
    """Return the conditions of what is kept: nothing must be stated without its "if".

    The parse may have hung one on the "said" behind it: "may close, but only if it rains, he said".
    """
    cue = head.head if head.label == "ccomp" else -1
    clauses = (
        t
        for t in sentence.tokens
        if t.label == "advcl" and (t.head in kept or head.index < t.index < t.head == cue)
    )
    return {
        below.index
        for clause in clauses
        if any(t.text.lower() in {"if", "unless"} for t in sentence.children(clause, "mark"))
        for below in sentence.subtree(clause)
    } - asides(sentence, head)


def _results(sentence: Sentence, head: Token, kept: set[int]) -> set[int]:
    """Return what a clause ends with as its outcome: ", killing 11 people and injuring 30"."""
    clauses = (
        t
        for t in sentence.tokens[head.index + 1 :]
        if t.label == "advcl" and t.tag == "VBG" and t.head in kept and set_off(sentence, t)
    )
    return _while_short(sentence, [t for t in clauses if _is_outcome(sentence, t)], kept)


def _is_outcome(sentence: Sentence, clause: Token) -> bool:
    """Tell what came of it from who said it, "adding that …", and from what goes with a tie."""
    if not any(t.label != "punct" for t in sentence.children(clause)):
        return False
    said = lemma(clause.text, clause.tag) in CLAIMING | _SPEAKING
    return not said and not sentence.children(clause, "mark", "case", *SUBJECTS)


def _comparisons(sentence: Sentence, head: Token, kept: set[int]) -> set[int]:
    """Return what a figure is measured against: ", compared with 3.4 percent", ", down from 71"."""
    found = (
        t
        for t in sentence.children(head)
        if t.text.lower() in _COMPARING and t.index > head.index and sentence.children(t)
    )
    return _while_short(sentence, found, kept)


def _while_short(sentence: Sentence, clauses: Iterable[Token], kept: set[int]) -> set[int]:
    """Return the tokens of those clauses, with the comma before each, that leave a fair length."""
    added: set[int] = set()
    for clause in clauses:
        words = {t.index for t in kept_tokens(sentence, clause)}
        ties = sentence.children(clause, "cc", "mark") if clause.index in words else ()
        joint = [t for tie in ties for t in sentence.subtree(tie)]  # "as well as"
        words |= {t.index for t in joint if t.text != ","}
        first = min(words, default=0)
        words |= {first - 1} if first and sentence.tokens[first - 1].text == "," else set()
        if len(kept | added | words) <= _LONGEST_STATEMENT:
            added |= words
    return added


def _second_predicates(sentence: Sentence, head: Token, kept: set[int]) -> set[int]:
    """Return what the same subject does besides: "denied it but was convicted"; as of a lead, too.

    Only where the statement stays short.
    """
    others = sentence.children(head, "conj")
    more = [t for t in others if subject_of(sentence, t) is None or goes_with(sentence, head, t)]
    more += [
        t
        for t in sentence.tokens[head.index + 1 :]
        if t.label == "advcl" and t.head in kept and _is_meanwhile(sentence, t)
    ]
    mine = (
        t
        for t in more
        if t.label == "advcl"
        or not (_is_the_speakers(sentence, head, t) or asks_first(sentence, t))
    )
    return _while_short(sentence, mine, kept)


def goes_with(sentence: Sentence, head: Token, joined: Token) -> bool:
    """Say whether a joined clause needs the one before: "but they have left", "and two injured".

    So does "or a vote must be held", which is not so by itself, and what a "but" takes back.
    """
    subject = subject_of(sentence, joined)
    mark = sentence.child(joined, "mark")
    if subject is None or (mark is not None and mark.text == "that"):
        return False  # "… and that it would pay" is told by itself
    by = {t.text.lower() for t in sentence.children(joined, "cc")}
    if by & {"but", "or", "nor"}:
        return True
    done = joined.tag == "VBN" or (
        lemma(joined.text, joined.tag) in HARMED and sentence.child(joined, "obj") is None
    )
    elided = done and not sentence.child(joined, "aux", "aux:pass", "cop")
    owned = any(t.tag == "PRP$" for t in sentence.subtree(subject)[:1])
    vague = owned or (subject.tag == "PRP" and subject.label != "expl")
    first = [t for t in sentence.subtree(head) if t.index < sentence.subtree(joined)[0].index]
    news = subject.tag.startswith("NNP") and not any(t.tag.startswith("NNP") for t in first)
    brief = len(first) <= _BRIEF and joined.tag[:2] == head.tag[:2] and not news
    own = head.label == "ccomp" and subject.text.lower() not in {"it", "they"}
    return elided or brief or (vague and not own)


def _is_the_speakers(sentence: Sentence, head: Token, clause: Token) -> bool:
    """Recognise "said the vote was rigged and vowed": the speaker vowed."""
    cue = sentence.head(head) if head.label == "ccomp" else None
    if cue is None:
        return False
    subject = subject_of(sentence, head)
    helpers = sentence.children(clause, "aux", "aux:pass", "cop")
    if helpers:
        # "says he needs leave and has told him so": two tenses, two people
        perfect = any(t.text.lower() in {"has", "have"} for t in helpers if t.label == "aux")
        one = subject is not None and not is_plural_noun(sentence, subject)
        # "said the tram was too fast and are asking why"
        several = one and any(t.text.lower() in {"are", "have", "were"} for t in helpers)
        return several or (perfect and clause.tag == "VBN" and cue.tag == head.tag == "VBZ")
    if subject is not None and subject.text.lower() in _ONESELF and clause.tag in {"VBD", "VBN"}:
        return False  # "said they had left and closed the door": it is they in either reading
    did = any(t.text.lower() == "did" for t in sentence.children(head, "aux"))
    told_then = clause.tag == ("VBD" if did else head.tag)
    return not told_then or lemma(clause.text, clause.tag) in CLAIMING


def _is_meanwhile(sentence: Sentence, clause: Token) -> bool:
    """Tell "as the islands took control", "because it rained" from what a comma sets off."""
    tied = {t.text.lower() for t in sentence.children(clause, "mark")} & _MEANWHILE
    apart = set_off(sentence, clause) and "because" not in tied
    return bool(tied) and not apart and subject_of(sentence, clause) is not None
