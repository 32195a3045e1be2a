"""A tree as the model drew it -> the tree without the slips that it makes most often in news.

Each rule moves a noun to the clause that it is the subject of, or a clause to the one that it is
joined to or that it leads, where the words leave no doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from generator.language import mended_asked as asked
from generator.language import mended_clauses as clauses
from generator.language import mended_gerunds as gerunds
from generator.language import mended_joints as joints
from generator.language import mended_phrases as phrases
from generator.language import mended_plans as plans
from generator.language import mended_questions as questions
from generator.language import mended_speakers as speakers
from generator.language.mended_clauses import Change
from generator.language.tree import Sentence, Token

STILL = frozenset("punct det case mark cc aux aux:pass cop amod advmod fixed nummod".split())
"""Relations of words that no rule speaks of, as long as nothing hangs on them; half of a text."""
_VERBS = "VB VBD VBG VBN VBP VBZ"
_ANY = ""


def mend(sentence: Sentence) -> Sentence:
    """Return a sentence with its tree put right."""
    sentence = phrases.with_forms_of_address(phrases.with_common_nouns(sentence))
    sentence = phrases.with_names_in_s(sentence)
    sentence = asked.with_asked_verb(plans.with_due_verbs(sentence))
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
    clauses.predicate_taken_for_an_aside,
    clauses.participle_taken_for_the_verb,
    speakers.teller_at_the_end,
    questions.asked_before_the_answer,
)
TOKEN_RULES: tuple[tuple[str, TokenRule], ...] = (
    (_VERBS, speakers.subject_taken_for_the_speaker),
    (_ANY, speakers.speaker_given_away),
    (_VERBS, speakers.speaker_and_subject_exchanged),
    (_VERBS, speakers.speaker_taken_for_what_is_said),
    ("acl acl:relcl", speakers.said_of_an_aside),
    ("ccomp", speakers.parted_by_a_semicolon),
    ("advcl ccomp", speakers.condition_of_saying),
    ("ccomp", speakers.participle_taken_for_what_is_said),
    ("appos", phrases.title_taken_for_a_second_name),
    ("appos", phrases.start_of_a_distance),
    ("conj", phrases.trait_taken_for_another),
    ("advcl ccomp", clauses.clause_without_its_noun),
    ("advcl ccomp", clauses.told_and_from_whom),
    ("nmod", phrases.scene_taken_for_a_trait),
    ("nmod", phrases.second_object_taken_for_a_trait),
    ("nmod", phrases.day_taken_for_a_trait),
    ("compound", joints.first_of_two_taken_for_a_trait),
    ("appos", joints.thing_behind_its_votes),
    ("conj", joints.subject_taken_for_a_second),
    ("conj", joints.joined_to_the_whole),
    ("conj", joints.joined_by_its_tie),
    ("acl", joints.joint_of_a_trait),
    ("advcl", joints.condition_of_both),
    ("advcl", joints.time_before_its_verb),
    ("obl:unmarked", joints.span_of_a_clause),
    ("obl:unmarked", joints.rest_of_a_measure),
    ("parataxis", phrases.object_taken_for_an_aside),
    ("advcl", phrases.verb_taken_for_a_noun),
    ("advcl advcl:relcl acl:relcl", questions.question_taken_for_a_relative),
    ("acl", phrases.aim_taken_for_a_trait),
    ("acl", gerunds.doer_taken_for_a_trait),
    ("acl csubj", gerunds.deed_before_its_doer),
    ("advcl", phrases.content_taken_for_an_aim),
    ("acl:relcl", phrases.content_taken_for_a_trait),
    ("JJ", phrases.being_taken_for_a_helper),
    ("expl", phrases.it_taken_for_nothing),
    ("nsubj", phrases.it_that_takes_time),
    ("ccomp", gerunds.gerund_taken_for_a_clause),
    ("advcl", gerunds.dealing_taken_for_a_clause),
    ("xcomp", phrases.finite_taken_for_an_aim),
    ("VBP", phrases.verb_taken_for_a_subject),
    ("iobj", gerunds.told_one_taken_for_a_given),
    ("appos", phrases.name_taken_for_a_second_holder),
    ("nsubj nsubj:pass", questions.object_taken_for_a_subject),
    ("conj", questions.asked_when_and_how),
    ("nsubj nsubj:pass", clauses.subject_behind_a_condition),
    ("nsubj nsubj:pass", clauses.subject_before_an_infinitive),
    ("nsubj nsubj:pass", clauses.tie_taken_for_the_subjects),
    ("root advcl", clauses.tie_within_a_subject),
    ("conj", clauses.joined_too_low),
    ("conj", speakers.joined_to_a_participle),
    ("WDT", clauses.that_taken_for_a_relative),
    ("obl obl:unmarked", clauses.phrase_behind_an_aside),
    ("VBN", plans.done_taken_for_a_noun),
    ("obl", plans.day_of_an_hour),
    (_VERBS, plans.title_taken_for_a_subject),
    ("obl obl:unmarked", plans.time_of_saying),
    ("obl", plans.trait_taken_for_a_means),
    ("nsubj", plans.days_on),
    ("WP", questions.what_taken_for_a_subject),
    ("WP", questions.owner_that_is_asked),
    ("advcl:relcl", questions.place_that_is_asked),
    ("acl", questions.time_that_is_asked),
    (_VERBS, speakers.teller_taken_for_a_second_subject),
    ("VBZ", plans.article_of_a_verb),
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
