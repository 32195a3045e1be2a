"""What somebody wishes for, as a thing or a step of their own, to questions."""

from __future__ import annotations

from generator.extract.grammar.clauses import WH_TAGS, verb_group
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.naming import possessive
from generator.extract.grammar.trimming import kept_tokens, phrase, subject_of
from generator.extract.grammar.wording import spell
from generator.extract.questions.asking import PLEADING
from generator.extract.questions.matters import definite
from generator.extract.questions.point import (
    acting_subject,
    by_name,
    can_speak,
    following,
    led_to,
    person_in,
    subject_parts,
    verbs,
)
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.replies import OFFERING, REACHED
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

WISHES = {
    "demand": ("", "Will {whose} demand{by} for {x} be met"),
    "want": ("", "Will {who} get {x}"),
    "seek": ("", "Will {who} {get} {x}"),
    "approach": ("for", "Will {whose} request{by} for {x} be granted"),
    "request": ("", "Will {whose} request{by} for {x} be granted"),
    "ask": ("for", "Will {whose} request{by} for {x} be granted"),
    "press": ("for", "Will {whose} demand{by} for {x} be met"),
    "beg": ("for", "Will {whose} request{by} for {x} be granted"),
    "lobby": ("for", "Will {whose} demand{by} for {x} be met"),
    "call": ("for", "Will {whose} call{by} for {x} be heeded"),
    "propose": ("", "Will {whose} proposal{by} for {x} be accepted"),
    "appeal": ("for", "Will {whose} appeal{by} for {x} be met"),
    "apply": ("for", "Will {whose} application{by} for {x} be granted"),
}
"""What one asks about a wish for a thing: the preposition before the thing, and the question."""
_WANTED = frozenset(
    "apology ban ceasefire commission compensation deal election guarantee halt inquest inquiry"
    " investigation meeting probe referendum refund release retrial review rise say seat talks"
    " truce vote".split()
)
"""What one wants of others; anything else one may simply like to have."""
_ANSWERS = frozenset({"response", "reply", "reaction", "statement"})
"""For what newspapers approach people."""
BARE_STEPS = frozenset(
    "talks refunds sanctions elections reparations compensation damages charges resignations"
    " clemency negotiations bail reinstatement extradition action access asylum permission".split()
)
"""What is asked for as one step, though no article stands before it."""
_TAKING_UP = frozenset({"that", "this", "it", "them"})
"""What a thing asked for is of or for, said before: "£1.1m of that", "money for them"."""
_VAGUE = frozenset(
    """advice answers anything calm change clarity comment comments details everything fairness
    help information interview justice nothing path patience peace prayer prayers respect
    restraint something support unity view views opinion way ways""".split()
)


def asked_for(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "is demanding a full halt to …", "called for an inquiry"."""
    if permit := _permission(reading, sentence, verb):
        return permit
    preposition, form = WISHES.get(verb_of(verb), ("", ""))
    behind = led_to(sentence, verb, preposition) if preposition else None
    thing = behind if preposition else sentence.child(verb, "obj")
    who = _asker(reading, sentence, verb)
    text = _thing_asked(reading, sentence, verb, thing) if thing else None
    if not form or not who or not text or thing is None or not thing.tag.startswith(("NN", "$")):
        return None
    if _is_idle(reading, sentence, verb, thing):
        return None
    whose, by = ("the", f" by {who}") if _is_long(who) else (possessive(reading, who), "")
    if preposition and sentence.child(verb, "aux:pass"):  # "has been asked for a loan"
        whose, by = "the", f" to {who}"
    get = "reach" if thing.text.lower() in REACHED else "get"
    return finished(form.format(who=who, whose=whose, by=by, x=text, get=get))


def _is_idle(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> bool:
    """Tell whether nobody can say of a thing asked for that it came: help, a word, a person."""
    wish, low = verb_of(verb), thing.text.lower()
    if wish == "approach" and low in _ANSWERS:
        return True
    paper = wish == "seek" and (acting_subject(sentence, verb) or thing).text in PLEADING
    if paper or _is_general(sentence, verb, thing) or sentence.subtree(thing)[0].tag in WH_TAGS:
        return True  # "what share it proposes" is a question of its own
    if low in _VAGUE or person_in(reading, sentence, phrase(sentence, thing)):
        return True
    # what a candidate proposes is a programme
    return wish == "propose" and is_a_person(reading, sentence, verb)


def _permission(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "has applied to build 400 homes"."""
    bare = not (sentence.child(verb, "obj", "aux:pass") or led_to(sentence, verb, "for", "of"))
    asks = verb_of(verb) == "apply" or (verb_of(verb) == "ask" and bare)
    step = sentence.child(verb, "xcomp", "advcl") if asks else None
    own = step is not None and subject_of(sentence, step) is None  # not "asked for him to go"
    own = own and step is not None and is_to_infinitive(sentence, step)
    who = _asker(reading, sentence, verb) if own else None
    aim = spell(reading, sentence, kept_tokens(sentence, step), ("",)) if step and who else None
    return finished(f"Will {who} be allowed {aim}") if aim else None


def is_a_person(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Tell whether a person, not a body, does what a verb says."""
    who = acting_subject(sentence, verb)
    actor = reading.actor_at(sentence.index, who.index) if who else None
    return actor is not None and actor.kind == "person"


def _is_long(name: str) -> bool:
    """Tell whether a name takes no "'s" well: "one of the founders"."""
    return bool({"of", "in", "for", "from", "at", "on", "that"} & set(name.split()))


def _is_general(sentence: Sentence, verb: Token, thing: Token) -> bool:
    """Tell whether a call is for no one step: "called for constitutional amendments"."""
    if verb_of(verb) == "want":
        by_then = led_to(sentence, verb, "by") or led_to(sentence, thing, "by")
        certain = thing.tag.startswith("$") or (by_then is not None and is_time(by_then))
        return not certain and thing.text.lower() not in _WANTED
    known = sentence.child(thing, "det", "nmod:poss", "nummod") is not None
    asked = sentence.child(verb, "iobj", "obj")  # "asked the army for tankers"
    known = known or asked not in {None, thing}
    slogan = verb_of(verb) in {
        "call",
        "demand",
        "ask",
        "want",
        "appeal",
    } and not thing.tag.startswith("$")
    return slogan and not known and thing.text.lower() not in BARE_STEPS


def _thing_asked(reading: Reading, sentence: Sentence, verb: Token, thing: Token) -> str | None:
    """Return what is asked for with what it is for: "200 soldiers to fill sandbags"."""
    use = next((s for s in uses(sentence, verb, thing)), None)
    of_that = [t for t in sentence.children(thing, "nmod") if t.text.lower() in _TAKING_UP]
    told = sentence.children(thing, "acl", "acl:relcl")  # "a seat on the body that chooses them"
    told += tuple(
        c for t in sentence.children(thing, "nmod") for c in sentence.children(t, "acl:relcl")
    )
    of_that += [c for c in told if any(t.tag == "PRP" for t in sentence.subtree(c))]
    below = {t.index for part in (use, *of_that) if part for t in sentence.subtree(part)}
    words = tuple(t for t in phrase(sentence, thing) if t.index not in below)
    more = kept_tokens(sentence, use) if use else ()
    more = () if any(t.tag == "PRP" for t in more) else more
    return spell(reading, sentence, (*words, *more), ("",))


def uses(sentence: Sentence, verb: Token, thing: Token) -> tuple[Token, ...]:
    """Return the infinitive right behind a thing asked for: "asked Oslo for two ships to help"."""
    steps = (*sentence.children(thing, "acl"), *sentence.children(verb, "advcl", "xcomp"))
    end = _end_without(sentence, thing, steps)
    return tuple(
        s
        for s in steps
        if is_to_infinitive(sentence, s) and sentence.subtree(s)[0].index == end + 1
    )


def _end_without(sentence: Sentence, thing: Token, steps: tuple[Token, ...]) -> int:
    """Return the index of the last word of a thing, its infinitives aside."""
    below = {t.index for step in steps for t in sentence.subtree(step)}
    return max(t.index for t in sentence.subtree(thing) if t.index not in below)


def _asker(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return who asks, a person by name alone."""
    subject = acting_subject(sentence, verb)
    if subject is None:
        return None
    below = sentence.subtree(verb) if verb.label == "acl" else ()  # "a letter calling for it"
    words = tuple(p for p in by_name(reading, sentence, subject) if p not in below)
    return spell(reading, sentence, words)


def offered(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "has offered to support the budget"."""
    step = sentence.child(verb, "xcomp")
    if verb_of(verb) not in OFFERING or step is None or step.tag != "VB":
        return _offered_to(reading, sentence, verb)
    who = subject_parts(reading, sentence, verb)
    owner = spell(reading, sentence, who)
    deed = spell(reading, sentence, (*who, *kept_tokens(sentence, step)))
    if not owner or not deed:
        return None
    offer, long = deed.removeprefix(owner).strip(), _is_long(owner)
    whose, by = ("the", f" by {owner}") if long else (possessive(reading, owner), "")
    return finished(f"Will {whose} offer{by} {offer} be accepted")


def _offered_to(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "has offered the villagers a tenth of the profits"."""
    things = sorted(sentence.children(verb, "iobj", "obj"), key=lambda t: t.index)
    group = verb_group(sentence, verb)
    long_ago = group.perfect and group.past
    if not things or verb_of(verb) not in OFFERING or long_ago:
        return None
    *whom, thing = things
    if not whom and (place := led_to(sentence, verb, "as")):
        return _offered_as(reading, sentence, verb, thing, place)
    if thing.tag == "PRP" or thing.text.lower() in _VAGUE:
        return None
    who = _recipient(reading, sentence, whom[0]) if whom else _undecided(reading, sentence)
    what = spell(reading, sentence, phrase(sentence, thing), ("",))
    return finished(f"Will {who} accept {what}") if who and what else None


def _offered_as(
    reading: Reading, sentence: Sentence, verb: Token, thing: Token, place: Token
) -> str | None:
    """Return the question in "has offered Brod as neutral ground for the talks"."""
    start = phrase(sentence, thing)[0].index
    stops = (t.index for t in sentence.tokens[place.index :] if t.text in {",", ";", "."})
    words = sentence.tokens[start : next(stops, place.index + 1)]
    who, text = _asker(reading, sentence, verb), spell(reading, sentence, words, ("",))
    if not who or not text or place.index < thing.index:
        return None
    return finished(f"Will {possessive(reading, who)} offer of {text} be accepted")


def _recipient(reading: Reading, sentence: Sentence, whom: Token) -> str | None:
    """Return certain people who are offered something: "the villagers", not "customers"."""
    known = sentence.child(whom, "det", "nmod:poss", "nummod") or whom.tag == "NNP"
    if not known or whom.tag == "PRP":
        return None
    return spell(reading, sentence, by_name(reading, sentence, whom))


def _undecided(reading: Reading, sentence: Sentence) -> str | None:
    """Return who "has not accepted", by the next sentence."""
    for after in following(reading, sentence):
        for verb in verbs(after, {"accept", "decide", "respond", "reply"}):
            who = acting_subject(after, verb)
            if who is not None and is_withheld(after, verb):
                return spell(reading, after, by_name(reading, after, who))
    return None


def sought(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "£3m for the roof is sought from the lottery fund"."""
    thing, giver = sentence.child(verb, "nsubj:pass"), led_to(sentence, verb, "from")
    if thing is None or giver is None or is_people_noun(verb_of(thing)):
        return None  # "a man from Orm is sought"
    if not can_speak(reading, sentence, giver):
        return None
    who = spell(reading, sentence, by_name(reading, sentence, giver))
    text = definite(reading, sentence, thing)
    return finished(f"Will {who} grant {text}") if who and text else None
