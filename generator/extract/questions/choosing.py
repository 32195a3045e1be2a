"""Whom or what somebody is still to choose, win or find, to questions."""

from __future__ import annotations

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.trimming import kept_tokens, phrase
from generator.extract.grammar.wording import spell
from generator.extract.questions.coming import is_ahead
from generator.extract.questions.matters import definite, is_somebody, plain
from generator.extract.questions.point import acting_subject, can_speak, led_to
from generator.extract.questions.question_grammar import verb_of
from generator.extract.questions.signs import Finder, on_verbs
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.language.tree import Sentence, Token

_WHAT_IS_CHOSEN = frozenset({"host", "venue", "site", "name", "successor"})
_PICKING = frozenset({"choose", "pick", "select"})
_GOING_ON = frozenset({"continue", "resume", "begin", "start", "keep"})


def _chosen(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "will elect a new leader", "must appoint a judge"."""
    post, who = sentence.child(verb, "obj"), acting_subject(sentence, verb)
    above = sentence.head(verb)
    hoped = verb.label == "xcomp" and above is not None and verb_of(above) == "hope"
    must = verb_group(sentence, verb).modal == "must"
    group = verb_group(sentence, verb)
    not_yet = group.perfect and not group.past and is_withheld(sentence, verb)
    ahead = hoped or must or not_yet or is_ahead(sentence, verb)
    if post is None or who is None or not ahead or not can_speak(reading, sentence, who):
        return None
    if reading.is_quoted(verb.start) or (is_withheld(sentence, verb) and not not_yet):
        return None
    somebody = spell(reading, sentence, phrase(sentence, who))
    thing = post.text.lower() not in _WHAT_IS_CHOSEN and not is_people_noun(verb_of(post))
    if verb_of(verb) in _PICKING and thing:
        return _which(reading, sentence, verb, post, somebody)
    if _is_known(sentence, post):
        return None
    office = spell(reading, sentence, _office(reading, sentence, post), ("",))
    known = somebody and office
    return finished(f"Who will {somebody} {verb_of(verb)} as {office}") if known else None


def _which(
    reading: Reading, sentence: Sentence, verb: Token, thing: Token, who: str | None
) -> str | None:
    """Return the question in "is to pick a firm to inspect the cranes next week"."""
    words = plain(reading, sentence, thing)
    new = bool(words) and words[0].text.lower() in {"a", "an", "one", "its", "their"}
    kind = spell(reading, sentence, words[1:], ("",)) if who and new and thing.tag == "NN" else None
    use = _use(reading, sentence, _purpose(sentence, verb))
    return finished(f"Which {kind} will {who} {verb_of(verb)}{use}") if kind else None


def _is_known(sentence: Sentence, post: Token) -> bool:
    """Tell whether an office is none, or one whose holder is named: "elect Ana Reis chairman"."""
    open_post = is_people_noun(verb_of(post)) or post.text.lower() in _WHAT_IS_CHOSEN
    return post.tag != "NN" or not open_post or sentence.child(post, "appos", "flat") is not None


def _office(reading: Reading, sentence: Sentence, post: Token) -> tuple[Token, ...]:
    """Return an office without "a new": "chief justice"; "host of the games"."""
    words = plain(reading, sentence, post)
    first = (t for t in words if t.tag not in {"DT", "PRP$"} and t.text.lower() != "new")
    start = next(first, post).index
    return tuple(t for t in words if t.index >= start)


def _purpose(sentence: Sentence, word: Token) -> Token | None:
    steps = sentence.children(word, "xcomp", "advcl", "acl")
    return next((s for s in steps if is_to_infinitive(sentence, s)), None)


def _use(reading: Reading, sentence: Sentence, step: Token | None) -> str:
    """Return what something is to do, where no pronoun in that is unclear: " to run the tram"."""
    words = kept_tokens(sentence, step) if step else ()
    text = spell(reading, sentence, words, ("",)) if words else None
    return f" {text}" if text else ""


def _searched(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "are searching for three miners"."""
    sought = led_to(sentence, verb, "for")
    sought = sought or (sentence.child(verb, "obj") if verb_of(verb) == "hunt" else None)
    who = acting_subject(sentence, verb)
    if sought is None or who is None or not _goes_on(sentence, verb):
        return None
    missing = any(t.text.lower() == "missing" for t in sentence.children(sought, "amod"))
    lost = missing or is_somebody(reading, sentence, sought)
    text = definite(reading, sentence, sought) if lost else None
    return finished(f"Will {text} be found") if text else None


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    above = sentence.head(verb)
    under = verb.label == "xcomp" and above is not None and verb_of(above) in _GOING_ON
    main = not verb.label.startswith("advcl")  # "because they were searching for somebody"
    at_it = main and verb_group(sentence, verb).progressive
    return under or (at_it and not is_withheld(sentence, verb))


FINDERS: tuple[Finder, ...] = (
    on_verbs(
        "elect appoint choose name pick select nominate",
        _chosen,
        0.85,
        "The source says that this is still to be chosen.",
        "unknown",
    ),
    on_verbs(
        "search look hunt comb scour", _searched, 0.8, "The source says that the search goes on."
    ),
)
