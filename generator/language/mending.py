"""A tree as the model drew it -> the tree without the slips that it makes most often in news.

Each rule moves a noun to the clause that it is the subject of, or a clause to the one that it is
joined to or that it leads, where the words leave no doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from generator.language.mended_clauses import (
    Change,
    clause_without_its_noun,
    joined_too_low,
    predicate_taken_for_an_aside,
    that_taken_for_a_relative,
)
from generator.language.mended_phrases import (
    aim_taken_for_a_trait,
    being_taken_for_a_helper,
    content_taken_for_a_trait,
    day_taken_for_a_trait,
    finite_taken_for_an_aim,
    gerund_taken_for_a_clause,
    it_taken_for_nothing,
    name_taken_for_a_second_holder,
    object_taken_for_an_aside,
    scene_taken_for_a_trait,
    title_taken_for_a_second_name,
    told_one_taken_for_a_given,
    trait_taken_for_another,
    verb_taken_for_a_noun,
    with_names_in_s,
)
from generator.language.mended_plans import (
    article_of_a_verb,
    day_of_an_hour,
    days_on,
    done_taken_for_a_noun,
    time_of_saying,
    title_taken_for_a_subject,
    trait_taken_for_a_means,
    with_due_verbs,
)
from generator.language.mended_questions import (
    asked_before_the_answer,
    asked_when_and_how,
    object_taken_for_a_subject,
    owner_that_is_asked,
    place_that_is_asked,
    question_taken_for_a_relative,
    time_that_is_asked,
    what_taken_for_a_subject,
)
from generator.language.mended_speakers import (
    condition_of_saying,
    joined_to_a_participle,
    parted_by_a_semicolon,
    participle_taken_for_what_is_said,
    said_of_an_aside,
    speaker_and_subject_exchanged,
    speaker_given_away,
    speaker_taken_for_what_is_said,
    subject_taken_for_the_speaker,
    teller_at_the_end,
    teller_taken_for_a_second_subject,
)
from generator.language.tree import Sentence, Token

STILL = frozenset("punct det case mark cc aux aux:pass cop amod advmod fixed nummod".split())
"""Relations of words that no rule speaks of, as long as nothing hangs on them; half of a text."""
_VERBS = "VB VBD VBG VBN VBP VBZ"
_ANY = ""


def mend(sentence: Sentence) -> Sentence:
    """Return a sentence with its tree put right."""
    sentence = with_due_verbs(with_names_in_s(sentence))
    found = [change for rule in SENTENCE_RULES for change in rule(sentence)]
    tokens = [t for t in sentence.tokens if t.label not in STILL or sentence.children(t)]
    found += [
        change
        for token in tokens
        for rule in _rules_of(token.label, token.tag)
        for change in rule(sentence, token)
    ]
    if not found:
        return sentence
    changes = dict(found)
    moved = tuple(
        replace(t, head=changes[t.index][0], label=changes[t.index][1]) if t.index in changes else t
        for t in sentence.tokens
    )
    return replace(sentence, tokens=moved) if _is_a_tree(moved) else sentence


def _is_a_tree(tokens: tuple[Token, ...]) -> bool:
    """Tell whether every token leads to one root, whatever has been moved."""
    below: dict[int, list[int]] = {}
    for token in tokens:
        below.setdefault(token.head, []).append(token.index)
    reached = list(below.get(-1, ()))
    if len(reached) != 1:
        return False
    for index in reached:
        reached.extend(below.get(index, ()))
    return len(reached) == len(tokens)


TokenRule = Callable[[Sentence, Token], Iterator[Change]]
SENTENCE_RULES = (
    predicate_taken_for_an_aside,
    teller_at_the_end,
    asked_before_the_answer,
)
TOKEN_RULES: tuple[tuple[str, TokenRule], ...] = (
    (_VERBS, subject_taken_for_the_speaker),
    (_ANY, speaker_given_away),
    (_VERBS, speaker_and_subject_exchanged),
    (_VERBS, speaker_taken_for_what_is_said),
    ("acl acl:relcl", said_of_an_aside),
    ("ccomp", parted_by_a_semicolon),
    ("advcl ccomp", condition_of_saying),
    ("ccomp", participle_taken_for_what_is_said),
    ("appos", title_taken_for_a_second_name),
    ("conj", trait_taken_for_another),
    ("advcl ccomp", clause_without_its_noun),
    ("nmod", scene_taken_for_a_trait),
    ("nmod", day_taken_for_a_trait),
    ("parataxis", object_taken_for_an_aside),
    ("advcl", verb_taken_for_a_noun),
    ("advcl advcl:relcl acl:relcl", question_taken_for_a_relative),
    ("acl", aim_taken_for_a_trait),
    ("acl:relcl", content_taken_for_a_trait),
    ("JJ", being_taken_for_a_helper),
    ("expl", it_taken_for_nothing),
    ("ccomp", gerund_taken_for_a_clause),
    ("xcomp", finite_taken_for_an_aim),
    ("iobj", told_one_taken_for_a_given),
    ("appos", name_taken_for_a_second_holder),
    ("nsubj nsubj:pass", object_taken_for_a_subject),
    ("conj", asked_when_and_how),
    ("conj", joined_too_low),
    ("conj", joined_to_a_participle),
    ("WDT", that_taken_for_a_relative),
    ("VBN", done_taken_for_a_noun),
    ("obl", day_of_an_hour),
    (_VERBS, title_taken_for_a_subject),
    ("obl obl:unmarked", time_of_saying),
    ("obl", trait_taken_for_a_means),
    ("nsubj", days_on),
    ("WP", what_taken_for_a_subject),
    ("WP", owner_that_is_asked),
    ("advcl:relcl", place_that_is_asked),
    ("acl", time_that_is_asked),
    (_VERBS, teller_taken_for_a_second_subject),
    ("VBZ", article_of_a_verb),
)
"""Each rule behind the relations or the tags of the words that it speaks of.

Of two rules that move the same token the later one does.
"""


@cache
def _rules_of(label: str, tag: str) -> tuple[TokenRule, ...]:
    """Return the rules that speak of words of a relation and a tag: a few of all."""
    return tuple(
        rule for kinds, rule in TOKEN_RULES if not kinds or {label, tag} & set(kinds.split())
    )
