"""What is claimed by others, and told differently by two of them, to open points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import WH_TAGS, Clause, is_negated, is_plural_noun
from generator.extract.grammar.taken_up import preceding
from generator.extract.grammar.trimming import object_of, phrase, subject_of
from generator.extract.grammar.wording import Part, capitalised
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    following,
    has_no,
    is_withheld,
    name_for,
    verbs,
    who_says,
)
from generator.extract.questions.prospects import prospect
from generator.extract.questions.question_grammar import (
    ask,
    simple_past,
    told_as_news,
    verb_of,
)
from generator.extract.reading import Reading
from generator.extract.words.asides import set_off
from generator.language.tree import Sentence, Token

DENYING = frozenset(
    "deny reject dismiss dispute refute brush scotch quash rebut repudiate contest discount".split()
)
ALLEGING = frozenset({"allege", "claim", "accuse", "charge", "contend", "suspect", "blame"})
REPORTING = frozenset({"report", "write", "reveal", "say"})
TELLING = frozenset(
    "say claim complain insist maintain argue state report believe suggest indicate show".split()
)
POINTING = frozenset(
    "it this that wrongdoing report reports claim claims allegation allegations accusation"
    " accusations charge charges suggestion suggestions finding account version offer assertion"
    " figure number toll".split()
)


_MADE = frozenset({"threaten", "promise", "pledge", "vow", "offer", "agree", "order", "ask"})
"""What is said to have been done, whether or not anything comes of it: "had threatened to"."""


def affirmed(clause: Clause) -> Clause:
    """Return "there will be no more closures" as "there will be more closures"."""
    first = clause.predicate[0] if clause.predicate else None
    low = first.text.lower() if isinstance(first, Token) else ""
    if low not in {"no", "nothing", "nobody"}:
        return clause
    any_of = ("anything",) if low == "nothing" else ("anybody",) if low == "nobody" else ()
    return replace(clause, predicate=(*any_of, *clause.predicate[1:]))


def points_back(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb's object stands for what was just said: "this", "the report"."""
    thing = sentence.child(verb, "obj")
    of_what = thing is not None and sentence.child(thing, "nmod", "acl") is not None
    return thing is not None and not of_what and thing.text.lower() in POINTING


def claims_in(reading: Reading, sentence: Sentence | None) -> Iterator[Clause]:
    """Yield what a sentence reports somebody to have said, as clauses to ask about."""
    if sentence is None:
        return
    for verb in sentence.tokens:
        if verb.tag.startswith("VB") and verb_of(verb) in {"accuse", "suspect", "charge"}:
            clause = _accusation(reading, sentence, verb)
        elif verb.tag.startswith("VB") and verb_of(verb) in ALLEGING | REPORTING | {"tell"}:
            clause = as_news(reading, sentence, _content(sentence, verb))
        elif verb.text.lower() == "according":
            clause = as_news(reading, sentence, sentence.root)
        else:
            clause = None
        if clause:
            yield clause


def _content(sentence: Sentence, verb: Token) -> Token | None:
    """Return what somebody says, also where it hangs elsewhere: "claimed in a lawsuit that"."""
    below = (t for t in sentence.subtree(verb) if t.index > verb.index and t.label == "acl")
    apart = (t for t in below if any(m.text == "that" for m in sentence.children(t, "mark")))
    content = sentence.child(verb, "ccomp") or next(apart, None)
    while content is not None and verb_of(content) in ALLEGING | {"believe", "think"}:
        inner = sentence.child(content, "ccomp")
        if inner is None:
            break
        content = inner
    first = sentence.subtree(content)[0] if content is not None else None
    return None if first and first.tag in WH_TAGS else content


def as_news(reading: Reading, sentence: Sentence, head: Token | None) -> Clause | None:
    """Return a clause as one asks about it on the day: over, under way or ahead."""
    if head is None:
        return None
    if verb_of(head) in {"accuse", "charge", "arrest"} and sentence.child(head, "aux:pass"):
        return None  # the deed is in doubt, not the charge
    made = verb_of(head) in _MADE and sentence.child(head, "xcomp", "ccomp") is not None
    ahead = None if made else prospect(reading, sentence, head)
    clause = ahead or clause_of(reading, sentence, head)
    return ahead or (told_as_news(clause) if clause else None)


def _accusation(reading: Reading, sentence: Sentence, verb: Token) -> Clause | None:
    """Return what "accuse the contractor of leaving a gap" says that the contractor did."""
    accused = object_of(sentence, verb) or sentence.child(verb, "nsubj:pass")
    described = accused is None and verb.label == "acl" and verb.tag == "VBN"
    accused = sentence.head(verb) if described else accused
    deeds = [*sentence.children(verb, "advcl", "xcomp", "ccomp")]
    deeds += sentence.children(accused, "acl") if accused else []
    charges = (c for c in deeds if _is_charge(sentence, verb, c))
    deed = next((c for c in charges if c.tag == "VBG" or _is_being(sentence, c)), None)
    if deed is None or accused is None:
        return None
    told = {t.index for t in sentence.subtree(verb if described else deed)}
    each = accused.text.lower() in {"other", "another"}
    words = tuple(t for t in phrase(sentence, accused) if t.index not in told)
    parts: tuple[Part, ...] = ("either side",) if each else words
    plural = is_plural_noun(sentence, accused)
    clause = clause_of(reading, sentence, deed, parts, plural=plural)
    return simple_past(_with_manner(sentence, verb, clause)) if clause else None


def _is_being(sentence: Sentence, deed: Token) -> bool:
    """Recognise "accused them of being behind it"."""
    return any(t.text.lower() == "being" for t in sentence.children(deed, "cop"))


def _is_charge(sentence: Sentence, verb: Token, deed: Token) -> bool:
    """Tell "accused rivals of cheating" from "accused rivals, saying they cheated"."""
    of = sentence.child(deed, "mark", "case")
    return deed.index > verb.index and (of is not None or not set_off(sentence, deed))


def _with_manner(sentence: Sentence, verb: Token, clause: Clause) -> Clause:
    """Return a deed with the adverb behind it that the parse hung on the accusing: "too late"."""
    last = clause.sentence.subtree(clause.head)[-1].index
    behind = [c for c in sentence.children(verb, "advmod") if c.index > last]
    words = tuple(t for c in behind for t in sentence.subtree(c))
    return replace(clause, predicate=(*clause.predicate, *words))


def find_accusations(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield an accusation that nothing in the article settles."""
    for verb in verbs(sentence, frozenset({"accuse", "allege", "suspect", "charge"})):
        if reading.is_quoted(verb.start):
            continue
        clause = _accusation(reading, sentence, verb)
        if clause is None and verb_of(verb) in {"allege", "suspect"}:
            content = sentence.child(verb, "ccomp")
            made = clause_of(reading, sentence, content) if content else None
            clause = told_as_news(made) if made and not made.group.modal else None
        question = clause and ask(reading, clause)
        if question:
            why = "The source reports the accusation and does not establish it."
            point = OpenPoint(question, "disputed", why, (sentence,), 0.6)
            yield _with_silence(reading, sentence, point)


def _with_silence(reading: Reading, sentence: Sentence, point: OpenPoint) -> OpenPoint:
    """Return an accusation with the sentence that says that the accused did not answer."""
    for after in following(reading, sentence):
        silent = verbs(after, frozenset({"respond", "reply", "comment", "answer", "return"}))
        if any(is_withheld(after, verb) for verb in silent):
            return replace(point.resting_on(after), weight=0.9)
    return point


def find_contradictions(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what two sides tell differently: "police say he fell, while his family says …"."""
    telling = [t for t in verbs(sentence, TELLING) if sentence.child(t, "ccomp")]
    if len(telling) < len(("one", "other")) or not _is_set_against(sentence, telling[1]):
        return
    one, other = (acting_subject(sentence, verb) for verb in telling[:2])
    if one is None or other is None or same_teller(reading, sentence, one, other):
        return
    content = sentence.child(telling[0], "ccomp")
    clause = clause_of(reading, sentence, content) if content else None
    question = ask(reading, told_as_news(clause)) if clause else None
    if question:
        first = who_says(reading, sentence, telling[0])
        second = who_says(reading, sentence, telling[1], opening=False)
        why = f"{first} and {second} tell it differently, by the source's account."
        yield OpenPoint(question, "disputed", why, (sentence,), 0.85)


def find_opposed(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield what the sentence before says was done, where this one has somebody say it was not."""
    earlier = preceding(reading, sentence)
    if earlier is None or earlier.paragraph != sentence.paragraph:
        return
    for (one, first), (other, second) in product(_tellings(earlier), _tellings(sentence)):
        says = name_for(reading, earlier, acting_subject(earlier, one))
        denies = name_for(reading, sentence, acting_subject(sentence, other))
        if says is None or denies is None or says == denies:
            continue
        told = _contested(sentence, other, second, (earlier, first))
        clause = clause_of(reading, *told) if told else None
        question = ask(reading, told_as_news(clause)) if clause else None
        if question:
            why = f"{capitalised(says)} and {denies} contradict each other."
            yield OpenPoint(question, "disputed", why, (earlier, sentence), 0.95)


def _contested(
    sentence: Sentence, verb: Token, second: Token, told: tuple[Sentence, Token]
) -> tuple[Sentence, Token] | None:
    """Return the claim that two people tell otherwise: the one that is not denied."""
    earlier, first = told
    denied, answered = _is_denial(earlier, first), _is_denial(sentence, second)
    opposed = denied is not answered and _on_one_matter(earlier, first, sentence, second)
    if opposed or _only_denies(sentence, second):
        return (sentence, second) if denied else told
    insists = verb_of(verb) in {"insist", "maintain"} and not (denied or answered)
    return (sentence, second) if insists else None


def _is_denial(sentence: Sentence, claim: Token) -> bool:
    """Tell whether a claim is denied: "was not armed", "found no sign of disease"."""
    none = has_no(sentence, claim, "obj", "nsubj")
    never = any(t.text.lower() == "never" for t in sentence.children(claim, "advmod"))
    return none or never or is_negated(sentence, claim)


def _on_one_matter(one: Sentence, first: Token, other: Sentence, second: Token) -> bool:
    """Tell whether two claims share their verb or a word that counts: "diseased", "disease"."""
    if verb_of(first) == verb_of(second) and first.tag.startswith("VB"):
        return True
    mine, theirs = (
        {t.text.lower()[:_STEM] for t in s.subtree(c) if t.tag.startswith(("NN", "JJ", "VB"))}
        for s, c in ((one, first), (other, second))
    )
    return any(len(stem) == _STEM for stem in mine & theirs)


_STEM = 6
"""Letters by which "diseased" and "disease" are one word."""


def _tellings(sentence: Sentence) -> list[tuple[Token, Token]]:
    """Return the verbs by which a sentence reports claims, with the claims."""
    told = ((v, sentence.child(v, "ccomp")) for v in verbs(sentence, TELLING | {"tell"}))
    return [(verb, content) for verb, content in told if content is not None]


def _only_denies(sentence: Sentence, content: Token) -> bool:
    """Recognise "his family said he was not", which denies what was said before."""
    rest = [t.text.lower() for t in sentence.tokens[content.index :] if t.text[:1].isalnum()]
    bare = verb_of(content) in {"be", "have", "do"} and rest[1:] in (["not"], ["n't"])
    return bare and subject_of(sentence, content) is not None


def same_teller(reading: Reading, sentence: Sentence, one: Token, other: Token) -> bool:
    """Tell whether two subjects are the same people: "said it was lost but said they hoped"."""
    actors = [reading.actor_at(sentence.index, t.index) for t in (one, other)]
    alike = one is other or one.text.lower() == other.text.lower() or other.tag == "PRP"
    return alike or (actors[0] is not None and actors[0] is actors[1])


def _is_set_against(sentence: Sentence, verb: Token) -> bool:
    joins = (*sentence.children(verb, "mark", "cc"), *sentence.children(verb, "advmod"))
    first = sentence.subtree(verb)[0].index
    if verb.label == "parataxis" and ";" in {
        t.text for t in sentence.tokens[first - 1 : first + 1]
    }:
        return True
    return any(t.text.lower() in {"while", "whereas", "but", "although", "though"} for t in joins)
