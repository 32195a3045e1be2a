"""Appeals and lawsuits that are brought or pending, to whether they will succeed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.naming import named, possessive
from generator.extract.grammar.trimming import kept_tokens, phrase
from generator.extract.grammar.wording import spell
from generator.extract.questions.coming import BRINGING
from generator.extract.questions.matters import about, as_told, definite
from generator.extract.questions.point import (
    OpenPoint,
    acting_subject,
    after_preposition,
    by_name,
    has_case,
    is_withheld,
    name_for,
    verbs,
    worded,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.well_formed import finished
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_LAWYERS = frozenset("lawyer lawyers attorney attorneys barrister solicitor counsel".split())
_PUBLIC_APPEALS = {"for", "to"}
_LONG = 4
"""Words of a name that takes no "'s" well."""


def find_appeals(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether an appeal that is announced or under way will succeed."""
    for verb in verbs(sentence, frozenset({"appeal"})):
        group = verb_group(sentence, verb)
        above = sentence.head(verb)
        meant = verb.label == "xcomp" and above is not None
        meant = bool(meant and above and verb_of(above) in {"plan", "intend", "vow", "want"})
        against = after_preposition(sentence, verb, "against")
        over = group.past or group.perfect
        bare = group.perfect and not sentence.child(verb, "obl", "xcomp", "ccomp")
        under_way = group.progressive or (over and against is not None) or bare
        if not (group.modal in {"will", "would"} or under_way or meant):
            continue
        if is_withheld(sentence, verb) or sentence.child(verb, "xcomp"):
            continue
        if any(after_preposition(sentence, verb, p) for p in ("for", "to")):
            continue
        who = acting_subject(sentence, verb)
        name = _appellant(reading, sentence, who) if who else None
        thing = against or sentence.child(verb, "obj")
        target = spell(reading, sentence, phrase(sentence, thing)) if thing else None
        end = f" against {target}" if target else ""
        question = (
            finished(f"Will {possessive(reading, name)} appeal{end} succeed") if name else None
        )
        if question:
            why = "The source reports an appeal, not its outcome."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)


def _appellant(reading: Reading, sentence: Sentence, who: Token) -> str | None:
    """Return who appeals by name; a "client" is whom the lawyer of the sentence speaks for."""
    if who.text.lower() not in {"client", "clients"}:
        return spell(reading, sentence, by_name(reading, sentence, who))
    for noun in worded(sentence, _LAWYERS):
        owner = sentence.child(noun, "nmod:poss") or next(
            (t for t in sentence.children(noun, "nmod") if has_case(sentence, t, {"for"})), None
        )
        actor = reading.actor_at(sentence.index, owner.index) if owner else None
        if actor:
            return named(reading, actor)
    return None


def appealed(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return the question in "the club's appeal will be heard", "has filed a lawsuit against"."""
    below = (*sentence.children(noun, "nmod"), *sentence.children(noun, "acl"))
    if any(has_case(sentence, t, _PUBLIC_APPEALS) for t in below):
        return None
    against = about(sentence, noun, {"against", "over"})
    verb = sentence.head(noun)
    owned = sentence.child(noun, "nmod:poss") is not None
    brought = noun.label == "obj" and verb is not None and verb_of(verb) in BRINGING and not owned
    if brought and verb is not None:
        who = acting_subject(sentence, verb)
        owner = name_for(reading, sentence, who) if who else None
        words = sentence.tokens[_first(sentence, noun) : noun.index + 1]
        text = spell(reading, sentence, words, ("",)) if owner else None
        text = _by(reading, owner, text) if owner and text else None
    else:
        text = definite(reading, sentence, noun)
    if noun.text.lower() in {"case", "claim"} and not owned:
        return None  # any story is a case of something
    told = owned or against is not None
    if text is None or (len(text.split()) <= len(("the", "appeal")) and not told):
        return None
    apart = against is not None and (brought or against.head != noun.index)
    more = _with_case(reading, sentence, against) if against and apart else ""
    return finished(f"Will {text}{more} succeed")


def _by(reading: Reading, owner: str, thing: str) -> str:
    """Return "Reis's appeal", or "the appeal by lawyers for the family" where that reads better."""
    words = owner.split()
    loose = {"of", "in", "for", "from", "at", "on", "a", "an"} & set(words)
    long = bool(loose) or len(words) > _LONG
    return f"the {thing} by {owner}" if long else f"{possessive(reading, owner)} {thing}"


def _first(sentence: Sentence, noun: Token) -> int:
    """Return where a noun begins with what describes it, its article left out."""
    words = sentence.children(noun, "amod", "compound")
    return min((t.index for t in words if t.index < noun.index), default=noun.index)


def _with_case(reading: Reading, sentence: Sentence, noun: Token) -> str:
    case = sentence.child(noun, "case")
    text = spell(reading, sentence, (*([case] if case else []), *phrase(sentence, noun)), ("",))
    return f" {text}" if text else ""


def find_suits(reading: Reading, sentence: Sentence) -> Iterator[OpenPoint]:
    """Yield whether those who sue will win: "sued to block the layoffs", "is suing the studio"."""
    for verb in verbs(sentence, frozenset({"sue"})):
        group, who = verb_group(sentence, verb), acting_subject(sentence, verb)
        brought = group.past or group.perfect or group.progressive
        if who is None or not brought or group.modal or group.passive or verb.tag == "VB":
            continue
        if is_withheld(sentence, verb) or verb.label.startswith("acl:relcl"):
            continue
        name, other = name_for(reading, sentence, who), sentence.child(verb, "obj")
        against = as_told(reading, sentence, other) if other else None
        step = next((t for t in sentence.children(verb, "advcl") if t.tag == "VB"), None)
        aim = spell(reading, sentence, kept_tokens(sentence, step), ("",)) if step else None
        more = f" against {against}" if against else f" {aim}" if aim else ""
        question = (
            finished(f"Will {_by(reading, name, f'lawsuit{more}')} succeed") if name else None
        )
        if question:
            why = "The source tells of a lawsuit, not of its outcome."
            yield OpenPoint(question, "pending", why, (sentence,), 0.85)
