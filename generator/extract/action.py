"""A clause -> its action: the verb with what completes it, without subject, times and reasons."""

from __future__ import annotations

import re

from generator.extract.asides import according_to, bracketed, stranded
from generator.extract.grounds import marks
from generator.extract.reading import Reading
from generator.extract.titles import DAYS_AND_MONTHS
from generator.extract.trimming import FILLERS, SUBJECTS, subject_of, whole_words
from generator.extract.wording import spell
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

VERB_PARTS = ("aux", "aux:pass", "cop", "compound:prt", "neg", "expl")
COMPLEMENTS = ("obj", "iobj", "xcomp", "ccomp", "acl")
ADJUNCTS = ("obl", "obl:agent", "obl:unmarked", "nmod")
ASIDES = frozenset({"acl:relcl", "appos", "parataxis", "advcl"})
DIRECTIONS = frozenset("away back down forward home off out up".split())
"""Adverbs that make another verb of one, wherever they stand: "hold Iran back"."""
CLOCK_OR_YEAR = re.compile(r"(?:1[5-9]|20)\d\d|\d{1,2}[:.]\d\d|\d{1,2}")
OBJECT_MARKS = frozenset({"of", "for", "from", "into", "into whether", "about", "against"})
"""What ties a clause to a verb as its object: "accused it of hiding", "blamed it for failing"."""
LONGEST = 18
"""Tokens up to which an action takes in adjuncts beside what completes it."""
REASONS = frozenset(
    {
        "as",
        "before",
        "when",
        "until",
        "after",
        "because",
        "over",
        "amid",
        "following",
        "despite",
        "since",
        "during",
        "by",
    }
)
TIMES = DAYS_AND_MONTHS | frozenset(
    """moment minute hour day night week weekend fortnight month quarter season year decade
    century time morning afternoon evening midnight noon spring summer autumn winter""".split()
)
"""Nouns of phrases that tell when: the briefing lists those by themselves."""


def headline_action(headline: Sentence, named: int = 0) -> str | None:
    """Return what a headline says that somebody does; None where it has no verb.

    Nor where the first of its characters, `named`, are an actor and the verb found is another's:
    "Firm cuts forecast as costs bite".
    """
    verb = _headline_verb(headline)
    if verb is None or _skips_a_verb(headline, verb, named):
        return None
    kept = _in_order(headline, _core(headline, verb))
    words = "".join(
        ("" if before is not None and before.end == token.start else " ") + token.text
        for before, token in zip([None, *kept], kept, strict=False)
    )
    return words.strip() or None


def _skips_a_verb(headline: Sentence, verb: Token, named: int) -> bool:
    """Say whether a conjunction or a dash parts a headline's first actor from a verb."""
    between = (t for t in headline.tokens[: verb.index] if t.start >= named > 0)
    return any(t.tag in {"IN", ":"} and t.label in {"mark", "punct"} for t in between)


def action_of(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """Return what the subject of a clause does; None where a pronoun in it stays unresolved."""
    subject = subject_of(sentence, verb)
    actor = reading.actor_at(sentence.index, subject.index) if subject else None
    # The subject is told beside the action, so that a pronoun may mean it.
    known = (actor.id,) if actor else ("",) if subject else ()
    kept = _with_more(sentence, verb, _core(sentence, verb))
    return spell(reading, sentence, _in_order(sentence, kept), known=known)


def _headline_verb(headline: Sentence) -> Token | None:
    """Return the root if it is a verb, "to" with its verb, or the first verb that has a subject."""
    if headline.root.tag.startswith("VB"):
        return headline.root
    planned = next((t for t in headline.tokens if t.tag.startswith(("VB", "TO", "MD"))), None)
    if planned is not None and planned.tag == "TO":
        after = headline.tokens[planned.index + 1 : planned.index + 2]
        if after and after[0].tag == "VB":
            return after[0]
    verbs = (t for t in headline.tokens if t.tag.startswith("VB"))
    return next((t for t in verbs if subject_of(headline, t) is not None), None)


def _with_more(sentence: Sentence, verb: Token, kept: set[int]) -> set[int]:
    """Return a predicate with what else it says of where, how and to whom, while that is short."""
    after = [t for t in sentence.children(verb) if t.index > verb.index]
    clauses = [t for t in after if t.label == "advcl"]
    more = [t for t in _telling(sentence, verb) if not _is_at_a_place(sentence, t)]
    more += [t for t in clauses if marks(sentence, t) in OBJECT_MARKS]
    if not any(t.label in COMPLEMENTS for t in after):
        # "has until May to bid", "will shut on Friday unless …", "escaped by jumping"
        more += [t for t in after if t.label in ADJUNCTS][:1] if clauses else []
        more += [t for t in clauses if t.index in kept or len(kept) == 1][:1]
    contents = [t for t in sentence.tokens if t.label == "acl" and _is_content(sentence, t)]
    source = according_to(sentence, verb)
    for child in (*more, *contents):  # "on a promise", "on a promise to cut taxes"
        words = {t.index for t in _phrase(sentence, child)} - source
        if len(kept | words) <= LONGEST and (child in more or child.head in kept):
            kept = kept | words
    return kept


def _in_order(sentence: Sentence, kept: set[int]) -> list[Token]:
    """Return the tokens kept with the signs that hold between two of them, and whole words."""
    words = set(kept)
    for sign in sentence.tokens[1:-1]:
        around = {sign.index - 1, sign.index + 1}
        if (sign.text == "%" and sign.index - 1 in kept) or (sign.text == "," and around <= kept):
            words.add(sign.index)
        elif sign.tag == "POS" and sign.index + 1 in kept and not _is_verb_after(sentence, sign):
            words |= {sign.index - 1, sign.index}  # "won Sunday's vote"
    left = [t for t in sentence.tokens if t.index in words - bracketed(sentence)]
    return whole_words(sentence, left)


def _is_verb_after(sentence: Sentence, sign: Token) -> bool:
    """Recognise the name in "Moody's put it on review"."""
    return sentence.tokens[sign.index + 1].tag.startswith(("VB", "MD"))


def _core(sentence: Sentence, verb: Token) -> set[int]:
    """Return the indices of a verb, its auxiliaries and what completes it."""
    parts = [t for t in sentence.children(verb) if _is_of_the_verb(sentence, t, verb)]
    kept = {verb.index} | {t.index for part in parts for t in sentence.subtree(part)}
    if _is_copular(sentence, verb):
        apart = [t for t in sentence.children(verb, "cc", "mark") if t.tag != "TO"]
        apart += sentence.children(verb, *SUBJECTS)
        outside = {t.index for part in apart for t in sentence.subtree(part)}
        kept |= {t.index for t in _phrase(sentence, verb)} - outside
    for child in _complements(sentence, verb):
        verbal = child.label == "xcomp" and child.tag.startswith("VB")
        kept |= _core(sentence, child) if verbal else {t.index for t in _phrase(sentence, child)}
        for whom in _between(sentence, verb, child):
            kept |= {t.index for t in _phrase(sentence, whom)}
    return kept - stranded(sentence, verb, kept) - according_to(sentence, verb)


def _is_of_the_verb(sentence: Sentence, child: Token, verb: Token) -> bool:
    """Say whether a word is a part of the predicate itself: "will", "to", "due to", "not"."""
    if child.label == "advmod":
        return _belongs(sentence, child, verb)
    return child.label in VERB_PARTS or (child.label == "mark" and child.tag in {"TO", "JJ"})


def _is_content(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause tells what a plan or a promise is: "to cut taxes", "that it will"."""
    return any(t.tag == "TO" or t.text == "that" for t in sentence.children(verb, "mark"))


def _is_copular(sentence: Sentence, head: Token) -> bool:
    """Say whether a predicate is a noun or an adjective; "is to fly" only looks like one."""
    return sentence.child(head, "cop") is not None and not head.tag.startswith("VB")


def _complements(sentence: Sentence, verb: Token) -> list[Token]:
    """Return what completes a verb: its objects, else the first of "in Washington" and the like."""
    after = [t for t in sentence.children(verb) if t.index > verb.index]
    objects = [t for t in after if t.label in COMPLEMENTS] or _misnamed_object(sentence, verb)
    if _is_copular(sentence, verb):
        return objects or [t for t in after if t.label == "advcl" and _completes(sentence, t)][:1]
    if objects:
        return objects
    adjuncts = [t for t in after if t.label in ADJUNCTS]
    telling = sorted(_telling(sentence, verb), key=lambda t: t.label == "obl:unmarked")
    clauses = [t for t in after if t.label == "advcl" and not _tells_when_or_why(sentence, t)]
    return (telling or clauses or adjuncts)[:1]


def _misnamed_object(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the noun right behind a headline's verb that the parse took for an apposition."""
    subject = subject_of(sentence, verb)
    above = {verb.index} | ({subject.index} if subject else set())
    behind = (t for t in sentence.tokens[verb.index + 1 :] if t.label == "appos")
    return [
        t for t in behind if t.head in above and sentence.subtree(t)[0].index == verb.index + 1
    ][:1]


def _completes(sentence: Sentence, clause: Token) -> bool:
    """Say whether an adjective needs a clause: "ready to go", "open to discussing loans"."""
    return clause.tag == "VB" or (clause.tag == "VBG" and marks(sentence, clause) == "to")


def _telling(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the adjuncts behind a verb that say more than when or why."""
    after = (t for t in sentence.children(verb, *ADJUNCTS) if t.index > verb.index)
    return [t for t in after if not _tells_when_or_why(sentence, t)]


def _is_at_a_place(sentence: Sentence, child: Token) -> bool:
    """Say whether an adjunct names where something happens, which a briefing lists by itself."""
    return child.tag.startswith("NNP") and marks(sentence, child) in {"in", "at", "near"}


def _tells_when_or_why(sentence: Sentence, child: Token) -> bool:
    """Say whether an adjunct is a time or a reason, which a briefing lists by themselves."""
    case = sentence.child(child, "case", "mark")
    if case is not None and case.text.lower() in REASONS and child.label != "obl:agent":
        much = child.text == "%" or sentence.child(child, "nummod") is not None
        return not (case.text.lower() == "by" and much)  # "rose by 7%"
    nouns = (child, *sentence.children(child, "nmod", "nmod:unmarked"))
    if child.tag == "CD" and not CLOCK_OR_YEAR.fullmatch(child.text):
        return False  # "put the number at 1,200"
    return child.tag == "CD" or any(lemma(t.text, t.tag).lower() in TIMES for t in nouns)


def _between(sentence: Sentence, verb: Token, infinitive: Token) -> list[Token]:
    """Return whom somebody expects or asks to do something, taken by the parse for a subject."""
    if infinitive.label != "xcomp":
        return []
    found = (*sentence.children(verb, "nsubj"), *sentence.children(infinitive, "nsubj"))
    found += sentence.children(infinitive, "nmod:poss")  # "ordered her held", read as "her book"
    return [t for t in found if verb.index < t.index < infinitive.index]


def _belongs(sentence: Sentence, adverb: Token, verb: Token) -> bool:
    """Say whether an adverb changes what is done: "not", "due", "yet", or one before the verb."""
    helped = [t.index for t in sentence.children(verb, "aux", "aux:pass", "cop")]
    if adverb.text.lower() in FILLERS:
        return False
    return adverb.text.lower() in {"not", "n't", "n’t", "never", *DIRECTIONS} or (
        min(helped, default=verb.index - 1) <= adverb.index <= verb.index + 1
        and lemma(adverb.text, adverb.tag).lower() not in TIMES
    )


def _phrase(sentence: Sentence, top: Token) -> list[Token]:
    """Return a phrase without relative clauses and asides; of what a noun lists, all."""
    kept, stack = [top], [c for c in sentence.children(top) if not _left_out(sentence, top, c)]
    while stack:
        token = stack.pop()
        kept.append(token)
        stack += [c for c in sentence.children(token) if not _left_out(sentence, token, c)]
    return sorted(kept, key=lambda t: t.index)


def _left_out(sentence: Sentence, above: Token, child: Token) -> bool:
    if child.label in SUBJECTS and above.tag.startswith(("NN", "JJ", "CD")):
        return above.label != "ccomp"  # but "asked why the light was green"
    if child.label == "punct":
        return child.text not in {"-", "%", "'", "’", '"', "“", "”"}
    if child.label in {"conj", "cc"}:
        return not (above.tag.startswith(("NN", "CD")) or above.label == "conj")
    if child.label == "acl":
        # "conspiring to launder money", "was the first to resign": the rest says what was done.
        return not (above.tag.startswith("VB") or sentence.child(above, "cop"))
    if child.label == "appos":  # "met coach Ada Orr" goes on, "met Ada Orr, a coach," does not
        words = (t for t in sentence.subtree(child) if t.label != "punct")
        return abs(next(words, child).index - above.index) != 1
    return child.label in ASIDES
