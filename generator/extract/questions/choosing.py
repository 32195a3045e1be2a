"""Between what or whom somebody is still to choose, and what is still to be found, to questions."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.grammar.anchors import clause_of
from generator.extract.grammar.clauses import Clause, verb_group
from generator.extract.grammar.infinitives import is_to_infinitive
from generator.extract.grammar.trimming import kept_tokens, phrase, without_edges
from generator.extract.grammar.wording import spell
from generator.extract.questions.bygone import YEAR
from generator.extract.questions.coming import is_ahead
from generator.extract.questions.matters import both_sides, definite, is_somebody, plain
from generator.extract.questions.point import acting_subject, can_speak, led_to, name_for
from generator.extract.questions.prospects import prospect, step_ahead
from generator.extract.questions.question_grammar import ask, told_as_news, verb_of
from generator.extract.questions.signs import Finder, on_verbs, on_words
from generator.extract.questions.well_formed import finished
from generator.extract.questions.withheld import is_withheld
from generator.extract.reading import Reading
from generator.extract.words.lexicon import is_people_noun
from generator.language.tree import Sentence, Token

_CHOOSING = frozenset({"cc:preconj", "cc", "det", "advmod"})
_CHOICES = frozenset({"choice", "choices", "option", "options", "alternatives"})
_HAVING = frozenset({"have", "face", "be", "leave", "weigh", "consider", "lie"})


def _either(reading: Reading, sentence: Sentence, either: Token) -> str | None:
    """Return the choice that "either … or" leaves in something ahead."""
    clause = _choice(reading, sentence, either) if either.label in _CHOOSING else None
    if clause is None:
        return None
    parts = tuple(p for p in clause.predicate if p is not either)
    who = tuple(p for p in clause.subject if p is not either)
    return _with_both(ask(reading, replace(clause, subject=who, predicate=parts)))


def _choice(reading: Reading, sentence: Sentence, either: Token) -> Clause | None:
    """Return the nearest clause around an "either" that tells of something ahead."""
    for above in sentence.path_to_root(either):
        if above.tag.startswith("VB") or sentence.child(above, "cop"):
            clause = prospect(reading, sentence, above)
            if clause:
                return clause
    return None


def _with_both(question: str | None) -> str | None:
    return question if question and " or " in question else None


def _picked(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return the question in "will choose between Nairobi and Valencia"."""
    above = sentence.head(verb) if verb.label == "xcomp" else None
    must = verb_group(sentence, verb).modal == "must" or (
        above is not None and verb_of(above) in {"have", "need"} and above.tag != "VBD"
    )
    ahead = must or is_ahead(sentence, verb)
    return _between(reading, sentence, verb, verb) if ahead else None


def _faced(reading: Reading, sentence: Sentence, choice: Token) -> str | None:
    """Return the question in "faces a choice between A and B", "has two options: A or B"."""
    verb = sentence.head(choice)
    verb = choice if sentence.child(choice, "cop") else verb
    if verb is None or not (verb is choice or verb_of(verb) in _HAVING):
        return None
    named = (*sentence.children(verb, "parataxis", "dep"), *sentence.children(choice, "appos"))
    step = next((t for t in named if t.tag == "VB" and sentence.child(t, "conj")), None)
    if step is None or verb is choice:
        return _between(reading, sentence, choice, verb)
    clause = step_ahead(reading, sentence, step, verb)
    return _with_both(ask(reading, clause)) if clause else None


def _between(reading: Reading, sentence: Sentence, choice: Token, doer: Token) -> str | None:
    """Return the question which of two somebody will choose, or that names both."""
    side = next((t for t in sentence.subtree(choice) if _is_between(sentence, t)), None)
    who = acting_subject(sentence, doer)
    name = name_for(reading, sentence, who) if who and can_speak(reading, sentence, who) else None
    if side is None or name is None or who is None:
        return None
    if side.tag == "NNS" and sentence.child(side, "nummod"):  # "between two bidders: A and B"
        others = {t.index for c in sentence.children(side, "conj") for t in sentence.subtree(c)}
        words = [t for t in plain(reading, sentence, side, bare=True) if t.index not in others]
        text = spell(reading, sentence, without_edges(words), ("",))
        return finished(f"Which of the {text} will {name} choose") if text else None
    both = both_sides(reading, sentence, side)
    return finished(f"Will {name} choose {both}") if both else None


def _dated_twice(reading: Reading, sentence: Sentence, word: Token) -> str | None:
    """Return the question in "was carried off in 1860 or 1888"."""
    year = sentence.head(word)
    first = sentence.head(year) if year and year.label == "conj" else None
    if first is None or not all(t and YEAR.fullmatch(t.text) for t in (first, year)):
        return None
    clause = clause_of(reading, sentence, sentence.clause(first))
    told = clause is not None and not (clause.negated or clause.group.modal)
    return _with_both(ask(reading, told_as_news(clause))) if clause and told else None


def _is_between(sentence: Sentence, side: Token) -> bool:
    return any(t.text.lower() == "between" for t in sentence.children(side, "case", "mark"))


_NEITHER = "The source names both possibilities and settles on neither."


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
    on_words("either", _either, 1.0, _NEITHER, "alternative"),
    on_verbs("choose decide pick opt select", _picked, 1.0, _NEITHER, "alternative"),
    on_words("or", _dated_twice, 1.0, _NEITHER, "alternative"),
    on_words(_CHOICES, _faced, 1.0, _NEITHER, "alternative"),
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
