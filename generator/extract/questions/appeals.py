"""Appeals and lawsuits that are brought or pending, to whether they will succeed."""

from __future__ import annotations

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.naming import possessive
from generator.extract.grammar.trimming import kept_tokens, phrase
from generator.extract.grammar.wording import spell
from generator.extract.questions.coming import BRINGING
from generator.extract.questions.matters import about, as_told, definite
from generator.extract.questions.point import (
    acting_subject,
    by_name,
    has_case,
    led_to,
    name_for,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.signs import Finder, on_verbs
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_ENDING = frozenset({"win", "lose", "settle", "drop", "fail", "succeed"})
_PUBLIC_APPEALS = {"for", "to"}
_LONG = 4
"""Words of a name that takes no "'s" well."""


def _appealing(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return whether an appeal that is announced or under way will succeed."""
    against, who = led_to(sentence, verb, "against"), acting_subject(sentence, verb)
    public = any(led_to(sentence, verb, p) for p in _PUBLIC_APPEALS)
    aside = is_withheld(sentence, verb) or sentence.child(verb, "xcomp") or public
    if who is None or aside or not _is_under_way(sentence, verb, against):
        return None
    name = spell(reading, sentence, by_name(reading, sentence, who))
    thing = against or sentence.child(verb, "obj")
    target = spell(reading, sentence, phrase(sentence, thing)) if thing else None
    end = f" against {target}" if target else ""
    return finished(f"Will {_by(reading, name, f'{verb_of(verb)}{end}')} succeed") if name else None


def _is_under_way(sentence: Sentence, verb: Token, against: Token | None) -> bool:
    """Tell whether somebody "will appeal", "plans to appeal", "has appealed against" something."""
    group, above = verb_group(sentence, verb), sentence.head(verb)
    meant = verb.label == "xcomp" and above is not None
    meant = bool(meant and above and verb_of(above) in {"plan", "intend", "vow", "want"})
    bare = group.perfect and not sentence.child(verb, "obl", "xcomp", "ccomp")
    over = (group.past or group.perfect) and against is not None
    now = verb.tag in {"VBZ", "VBP"} and (against or sentence.child(verb, "obj")) is not None
    ahead = group.modal in {"will", "would"} or group.progressive or meant
    return ahead or over or bare or now


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
    if noun.text.lower() == "claim" and not owned:
        return None
    told = owned or against is not None
    if text is None or (len(text.split()) <= len(("the", "appeal")) and not told):
        return None
    apart = against is not None and (brought or against.head != noun.index)
    more = _with_case(reading, sentence, against) if against and apart else ""
    granted = noun.text.lower() in {"request", "application"}
    return finished(f"Will {text}{more} {'be granted' if granted else 'succeed'}")


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


def _suing(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return whether those will win who "sued to block the layoffs", "are suing the studio"."""
    group, who = verb_group(sentence, verb), acting_subject(sentence, verb)
    brought = (group.past or group.perfect or group.progressive) and verb.tag != "VB"
    if not brought or group.modal or group.passive or is_withheld(sentence, verb):
        return None
    name, other = name_for(reading, sentence, who), sentence.child(verb, "obj")
    against = as_told(reading, sentence, other) if other else None
    step = next((t for t in sentence.children(verb, "advcl") if t.tag == "VB"), None)
    aim = spell(reading, sentence, kept_tokens(sentence, step), ("",)) if step else None
    more = f" against {against}" if against else f" {aim}" if aim else ""
    over = any(verb_of(t) in _ENDING for t in sentence.children(verb, "conj"))  # "sued and won"
    told = None if over or verb.label.startswith("acl:relcl") else name
    return finished(f"Will {_by(reading, told, f'lawsuit{more}')} succeed") if told else None


def _challenged(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "the law is being challenged in court"."""
    group, thing = verb_group(sentence, verb), sentence.child(verb, "nsubj:pass")
    court = led_to(sentence, verb, "in", "at", "before")
    now = group.passive and group.progressive and not group.past
    if thing is None or court is None or not now or "court" not in court.text.lower():
        return None
    text = definite(reading, sentence, thing)
    return finished(f"Will the challenge to {text} in court succeed") if text else None


FINDERS: tuple[Finder, ...] = (
    on_verbs("appeal petition", _appealing, 0.85, "The source reports an appeal, not its outcome."),
    on_verbs("challenge", _challenged, 0.85, "The source tells of a challenge, no more."),
    on_verbs("sue", _suing, 0.85, "The source tells of a lawsuit, not of its outcome."),
)
