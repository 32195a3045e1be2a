"""What an article has somebody say, report or charge, to clauses that one may ask about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.extract.actors.genders import gender_of, gender_told
from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import WH_TAGS, Clause, is_plural_noun
from generator.extract.grammar.trimming import object_of, phrase, subject_of
from generator.extract.grammar.wording import Part
from generator.extract.questions.point import acting_subject, can_speak, led_to
from generator.extract.questions.prospects import prospect
from generator.extract.questions.question_grammar import simple_past, told_as_news, verb_of
from generator.extract.reading import Actor, Reading
from generator.extract.words.asides import set_off
from generator.language.morphology import VerbGroup
from generator.language.tree import Sentence, Token

ALLEGING = frozenset("allege claim accuse charge contend suspect blame".split())
"""Verbs by which an article keeps what somebody says at arm's length."""
TELLING = ALLEGING | frozenset(
    "report write reveal say tell insist maintain complain argue state believe suggest indicate"
    " show testify hold record convince".split()
)
HEARSAY = frozenset({"report", "rumour", "rumor", "say", "understand"})
"""What is only heard of somebody: "is said to have offered"."""
_BEING_AT = frozenset(
    "prepare plan consider seek negotiate weigh look explore discuss mull plot build hide hold"
    " draft".split()
)
"""What goes on from day to day: "was reported to be preparing", not "to be weeping"."""
_TOLD_OF = ALLEGING | HEARSAY | {"believe", "think"}
_LEADING_ON = TELLING - {"tell", "accuse", "charge"} | {"think"}
"""Verbs of which what is told is what stands below."""
_FALSELY = frozenset({"falsely", "wrongly"})
_HELPING = ("aux", "aux:pass", "cop", "advcl", "mark")
_CHARGING = frozenset({"accuse", "suspect", "charge"})
CLAIMS = frozenset(
    "report reports claim claims allegation allegations accusation accusations charge charges"
    " suggestion suggestions finding account version assertion speculation belief rumour rumours"
    " rumor rumors theory notion fears concerns story stories talk".split()
)
"""Nouns of what somebody says."""
_MADE = frozenset(
    "threaten promise pledge vow offer agree order ask urge tell instruct beg".split()
)
"""What is said to have been done, whether or not anything comes of it: "had threatened to"."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says, as one asks about it on the day."""

    cue: Token
    """The word by which it is told: "said", "according", "allegation"."""
    clause: Clause

    @property
    def sentence(self) -> Sentence:
        """The sentence that tells it."""
        return self.clause.sentence

    def teller(self, reading: Reading) -> Actor | None:
        """Return who says it, where that is known."""
        told = self.sentence.child(self.cue, "aux:pass") is None
        subject = acting_subject(self.sentence, self.cue) if told else None
        return reading.actor_at(self.sentence.index, subject.index) if subject else None


def claims_in(
    reading: Reading, sentence: Sentence, is_wanted: Callable[[Token], bool] | None = None
) -> Iterator[Claim]:
    """Yield what a sentence reports somebody to have said, by a word that is wanted."""
    for cue, content in tellings_in(sentence):
        wanted = is_wanted is None or is_wanted(cue)
        if clause := (as_news(reading, sentence, content) if wanted else None):
            yield Claim(cue, clause)
    for verb, base in sentence.verbs:
        if is_wanted is not None and not is_wanted(verb):
            continue
        told_of = base in _TOLD_OF
        charge = accusation(reading, sentence, verb) if base in _CHARGING else None
        charge = charge or (_blame(reading, sentence, verb) if base == "blame" else None)
        charge = charge or (_told_to_have(reading, sentence, verb) if told_of else None)
        if charge:
            yield Claim(verb, charge)


def tellings_in(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Yield the words by which a sentence tells what somebody says, with the heads of that."""
    for verb, base in sentence.verbs:
        content = _content(sentence, verb) if base in TELLING and base != "accuse" else None
        false = any(t.text.lower() in _FALSELY for t in sentence.children(verb, "advmod"))
        if content is not None and not false:
            yield verb, content
    for cue in sentence.tokens if "according" in sentence.words else ():
        if cue.text.lower() == "according":
            yield cue, sentence.root


def _content(sentence: Sentence, verb: Token) -> Token | None:
    """Return what somebody says, also where it hangs elsewhere: "claimed in a lawsuit that"."""
    content = sentence.child(verb, "ccomp")
    if content is not None and content.index < verb.index:
        content = _last_part(sentence, content)
    if content is None and verb.label == "parataxis" and subject_of(sentence, verb):
        told = sentence.head(verb)  # "the pump had failed, his mates told an inquest"
        told = told if told is not None and told.index < verb.index else None
        content = None if told is None or sentence.child(told, "ccomp") else told
    if content is None and "that" in sentence.words:
        below = (t for t in sentence.subtree(verb) if t.index > verb.index)
        content = next((t for t in below if _is_that(sentence, t)), None)
    while content is not None and verb_of(content) in _LEADING_ON:
        inner = sentence.child(content, "ccomp")
        if inner is None:
            break
        content = inner
    first = sentence.subtree(content)[0] if content is not None else None
    return None if first and first.tag in WH_TAGS else content


def _start(sentence: Sentence, clause: Token) -> int:
    return next(t.index for t in sentence.subtree(clause) if t.text[:1].isalnum())


def _last_part(sentence: Sentence, content: Token) -> Token:
    """Return what a "he said" behind two clauses tells: the one behind the ";"."""
    parts = sentence.children(content, "parataxis", "conj")
    behind = [p for p in parts if sentence.tokens[_start(sentence, p) - 1].text == ";"]
    return behind[-1] if behind else content


def _is_that(sentence: Sentence, clause: Token) -> bool:
    return any(t.text.lower() == "that" for t in sentence.children(clause, "mark"))


def as_news(
    reading: Reading, sentence: Sentence, head: Token | None, *, of_charge: bool = False
) -> Clause | None:
    """Return a clause as one asks about it on the day: over, under way or ahead."""
    if head is None:
        return None
    if (
        not of_charge
        and verb_of(head) in {"accuse", "charge", "arrest", "question", "investigate"}
        and sentence.child(head, "aux:pass")
    ):
        return None  # the deed is in doubt, not the charge
    made = verb_of(head) in _MADE and sentence.child(head, "xcomp", "ccomp") is not None
    ahead = None if made else prospect(reading, sentence, head)
    clause = ahead or clause_of(reading, sentence, head)
    clause = _until_summed_up(clause) if clause else None
    if clause and head.tag == "VBG" and not sentence.children(head, "aux"):
        return simple_past(clause)  # "appears to show police kicking a man"
    return clause if ahead else (told_as_news(clause) if clause else None)


def accusation(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    """Return what "accuse the contractor of leaving a gap" says that the contractor did."""
    accused = object_of(sentence, verb) or sentence.child(verb, "nsubj:pass")
    described = accused is None and verb.label == "acl" and verb.tag == "VBN"
    accused = sentence.head(verb) if described else accused
    charges = [c for c in sentence.subtree(verb) if _is_charge(sentence, verb, c)]
    deed = next((c for c in charges if c.tag == "VBG" or _with(sentence, c, "being")), None)
    deed = deed if deed and deed.text.lower() != "having" else None
    deed = deed or next((c for c in charges if _with(sentence, c, "having")), None)
    if deed is None or accused is None:
        return None
    told = {t.index for t in sentence.subtree(verb if described else deed)}
    each = accused.text.lower() in {"other", "another", "each"}
    words = tuple(t for t in phrase(sentence, accused) if t.index not in told)
    parts: tuple[Part, ...] = ("either side",) if each else words
    plural = is_plural_noun(sentence, accused)
    clause = clause_of(reading, sentence, deed, parts, plural=plural)
    first = clause.predicate[:1] if clause else ()
    if clause is None or any(isinstance(p, Token) and p.text in {"it", "them"} for p in first):
        return None  # "of keeping it from members"
    return _as_deed(sentence, verb, clause)


def _blame(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    """Return "the army was to blame" where somebody "blamed the army"."""
    thing = sentence.child(verb, "obj")
    on = led_to(sentence, verb, "on") if thing else None  # "blamed the delay on the weather"
    who = on or thing
    known = who is not None and (on is not None or can_speak(reading, sentence, who))
    clause = clause_of(reading, sentence, verb) if known else None
    if who is None or clause is None or clause.negated or sentence.child(verb, "advcl"):
        return None  # "blamed it for cutting corners": whether it cut them is the question
    words, group = phrase(sentence, who), VerbGroup(lemma="be", past=True)
    below = {t.index for t in sentence.subtree(who)}
    behind = (p for p in clause.predicate if isinstance(p, str) or p.index not in below)
    harm = ("for", *phrase(sentence, thing)) if on and thing else behind
    predicate: tuple[Part, ...] = ("to blame", *harm)
    plural = is_plural_noun(sentence, who)
    return replace(
        clause, subject=words, plural=plural, group=group, middle=(), predicate=predicate
    )


def _told_to_have(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    """Return what somebody "is alleged to have done", "is said to be doing"."""
    who = sentence.child(verb, "nsubj:pass")
    near = sentence.tokens[verb.index + 1 :] if who and "to" in sentence.words else ()
    deed = next((t for t in near if _is_of_hearsay(sentence, t)), None)
    if who is None or deed is None or not any(t is verb for t in sentence.path_to_root(deed)):
        return None
    plural = is_plural_noun(sentence, who)
    clause = clause_of(reading, sentence, deed, phrase(sentence, who), plural=plural)
    if clause is None or _with(sentence, deed, "have"):
        return _as_deed(sentence, verb, clause) if clause else None
    return replace(clause, group=replace(clause.group, modal=None, progressive=True, past=False))


def _is_of_hearsay(sentence: Sentence, deed: Token) -> bool:
    """Recognise "to have offered", "to be preparing"."""
    doing = deed.tag == "VBG" and verb_of(deed) in _BEING_AT and _with(sentence, deed, "be")
    return _with(sentence, deed, "to") and (doing or _with(sentence, deed, "have"))


def _as_deed(sentence: Sentence, verb: Token, clause: Clause) -> Clause:
    """Return what somebody is accused of as done: "having lent it, a charge he denies"."""
    done = _with_manner(sentence, verb, simple_past(clause))
    own = ("its" if isinstance(p, Token) and p.text == "its" else p for p in done.predicate)
    done = _until_summed_up(replace(done, predicate=tuple(own)))
    active = _with(sentence, clause.head, "having") and not _with(sentence, clause.head, "been")
    group = replace(done.group, passive=False) if active else done.group
    return replace(done, group=group)


def _until_summed_up(clause: Clause) -> Clause:
    """Return a clause without "a charge that he denies" or "which he denies" behind it."""
    behind = clause.sentence.tokens[clause.head.index :]
    end = next((t.index for t in behind if _sums_up(clause.sentence, t)), None)
    kept = (p for p in clause.predicate if isinstance(p, str) or end is None or p.index < end)
    return replace(clause, predicate=tuple(kept))


def _sums_up(sentence: Sentence, comma: Token) -> bool:
    """Tell whether a comma opens "a charge that he denies", "which he denies"."""
    after = [t.text.lower() for t in sentence.tokens[comma.index + 1 : comma.index + 3]]
    claim = after[:1] in (["a"], ["an"]) and bool(CLAIMS & {*after[1:]})
    return comma.text == "," and (claim or after[:1] == ["which"])


def _with(sentence: Sentence, deed: Token, word: str) -> bool:
    """Recognise "accused them of being behind it", "of having sold it"."""
    return any(t.text.lower() == word for t in sentence.children(deed, *_HELPING))


def _is_charge(sentence: Sentence, verb: Token, deed: Token) -> bool:
    """Tell "accused rivals of cheating" from "accused them after looking into it"."""
    if deed.index <= verb.index or deed.label not in {"advcl", "xcomp", "ccomp", "acl"}:
        return False
    below = sentence.head(deed) in {verb, object_of(sentence, verb)}
    marks = {t.text.lower() for t in sentence.children(deed, "mark", "case")}
    beside = marks & {"after", "before", "since", "while"} or set_off(sentence, deed)
    return bool(marks & {"of", "with"}) or (below and not beside)


def _with_manner(sentence: Sentence, verb: Token, clause: Clause) -> Clause:
    """Return a deed with the adverb behind it that the parse hung on the accusing: "too late"."""
    last = clause.sentence.subtree(clause.head)[-1].index
    behind = [c for c in sentence.children(verb, "advmod") if c.index > last]
    words = tuple(t for c in behind for t in sentence.subtree(c))
    return replace(clause, predicate=(*clause.predicate, *words))


def told_by_noun(sentence: Sentence, noun: Token) -> Token | None:
    """Return the clause that a noun tells: "the allegation that it polluted the river"."""
    if noun.text.lower() not in CLAIMS:
        return None
    below = sentence.children(noun, "acl", "ccomp", "acl:relcl")
    told = (
        t for t in sentence.subtree(noun) if t.index > noun.index
    )  # "which cited two as saying"
    said = (sentence.child(t, "ccomp") for t in told if verb_of(t) in TELLING)
    return next((c for c in (*said, *below) if c is not None), None)


def same_teller(reading: Reading, sentence: Sentence, one: Token, other: Token) -> bool:
    """Tell whether two subjects are the same people: "said it was lost but said they hoped"."""
    actors = [reading.actor_at(sentence.index, t.index) for t in (one, other)]
    alike = one is other or one.text.lower() == other.text.lower() or other.tag == "PRP"
    return alike or (actors[0] is not None and actors[0] is actors[1])


def tells_of_self(
    reading: Reading, sentence: Sentence, teller: Token | None, own: Token | None
) -> bool:
    """Tell whether the subject of what is told is its teller: "said that she could cook"."""
    if teller is None or own is None or own.tag != "PRP":
        return False
    who, whom = (reading.actor_at(sentence.index, t.index) for t in (teller, own))
    if who is not None and {gender_told(who, reading.document), gender_of(own)} == {"f", "m"}:
        return False  # "the chairman insisted she was not for sale"
    return who is whom or who is None or not reading.takes_up(sentence, own)
