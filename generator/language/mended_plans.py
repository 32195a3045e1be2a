"""What the model gets wrong in clauses about what is to come: who talks, opens and is due to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.language.mended_clauses import SUBJECTS, Change
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

TO_COME = frozenset(
    """appear arrive begin close end expire face finish host join launch leave meet open play
    publish reopen report restart resume retire return run start visit vote""".split()
)
"""Verbs behind "is due to" that the model takes for nouns; as nouns they would have an article."""
_WANTING = frozenset({"want", "wants", "wanted"})
_TORN = frozenset({"parataxis", "ccomp", "xcomp"})
_COUNTED = frozenset({"days", "weeks", "months", "years"})
_VERBAL = frozenset({"acl", "root"})
_MISREAD = frozenset({"VBD", "VBP", "NNS"})
_ALIKE = frozenset({"cut", "shut", "put", "set", "split"})
"""Participles that are nouns as well: "wants fares cut"."""
_HOURS = frozenset({"midnight", "midday", "noon", "dawn", "dusk"})
_NO_MEANS = {
    "with": frozenset("offer send give donate lend deliver buy order have supply".split()),
    "from": frozenset({"receive", "get", "await"}),
}
"""What is not done by means of anything, nor somewhere: "offered two drones with cameras"."""
_SPANS = frozenset({"week", "month", "year", "night", "morning", "evening", "today"})


def with_due_verbs(sentence: Sentence) -> Sentence:
    """Return a sentence whose "is due to reopen" and "wants fares cut" have verbs, not nouns.

    So have "The firm disputes that" and "said that the prints bear witness to it", and "a verger
    accused of theft" has a participle. "The brewers set out" tells of the past, as news does, and
    so does "A lorry rammed into a queue.", which no auxiliary makes a passive.
    """
    known = sentence.words.isdisjoint(_WANTING | {"due"})
    if known and not any(_is_doubtful(sentence, t) for t in sentence.tokens):
        return sentence
    tokens = tuple(replace(t, tag=_verbal(sentence, t)) for t in sentence.tokens)
    return sentence if tokens == sentence.tokens else replace(sentence, tokens=tokens)


def _is_doubtful(sentence: Sentence, token: Token) -> bool:
    """Say whether a word may be no noun for all its tag, or no verb in the past."""
    misread = token.tag in _MISREAD and token.label in _VERBAL
    return misread or _bears(sentence, token) or _is_told(sentence, token)


def _is_told(sentence: Sentence, token: Token) -> bool:
    """Recognise the verb of a whole sentence that is read as a participle without an auxiliary."""
    if (token.tag, token.label) != ("VBN", "root") or sentence.tokens[-1].text != ".":
        return False
    if sentence.child(token, "aux", "aux:pass", "cop"):
        return False
    if sentence.child(token, "parataxis", "conj", "ccomp"):
        return sentence.child(token, "nsubj:pass") is not None
    return sentence.child(token, "nsubj", "nsubj:pass") is not None


def _bears(sentence: Sentence, token: Token) -> bool:
    """Recognise the bearing of "the prints bear witness", read as a subject with its own."""
    if (token.tag, token.label) != ("NN", "nsubj") or not token.index:
        return False
    before = sentence.tokens[token.index - 1]
    return (before.tag, before.label, before.head) == ("NNS", "nsubj", token.index)


def _verbal(sentence: Sentence, token: Token) -> str:
    if _is_due(sentence, token):
        return "VB"
    if _bears(sentence, token):
        return "VBP"
    if _is_told(sentence, token):
        return "VBD"
    if token.label in _VERBAL and token.tag in _MISREAD:
        return _by_relation(sentence, token)
    wish = _wish_above(sentence, token)
    done = token.tag == "VBD" and token.label in _TORN
    cut = token.tag == "NN" and token.text.lower() in _ALIKE
    acts = wish is not None and _acts(sentence, token, wish)
    return "VBN" if wish is not None and not acts and (done or cut) else token.tag


def _by_relation(sentence: Sentence, token: Token) -> str:
    """Return the tag of "accused" in "a man accused of it", of "disputes" in "Halm disputes it"."""
    subject = sentence.child(token, *SUBJECTS)
    if token.label == "acl":
        return "VBN" if token.tag == "VBD" and subject is None else token.tag
    if token.tag == "VBP" and token.text in _ALIKE and subject is not None:
        return "VBD" if subject.tag.startswith("NN") else token.tag
    before = subject is not None and subject.index == token.index - 1
    told = sentence.child(token, "ccomp") if before and token.tag == "NNS" else None
    return "VBZ" if told is not None else token.tag


def _acts(sentence: Sentence, verb: Token, wish: Token) -> bool:
    """Tell whether a verb has a subject or an object behind a "wants", or an auxiliary."""
    below = sentence.children(verb, *SUBJECTS, "aux", "aux:pass", "obj")
    return any(t.index > wish.index for t in below)


def _wish_above(sentence: Sentence, token: Token) -> Token | None:
    """Return the "wants" of "wants the tax on fuel cut", its object alone between the two."""
    for above in list(sentence.path_to_root(token))[1:]:
        if above.text.lower() in _WANTING and above.tag.startswith("VB"):
            thing = sentence.child(above, "obj")
            behind = sentence.tokens[token.index + 1 : token.index + 2]
            ends = bool(behind) and not behind[0].tag.startswith("NN")
            return above if thing is not None and thing.index < token.index and ends else None
    return None


def done_taken_for_a_noun(sentence: Sentence, token: Token) -> Iterator[Change]:
    """Yield the "cut" of "wants the tax on fuel cut" as what is to be done with the tax."""
    wish = _wish_above(sentence, token)
    torn = wish is not None and token.label in _TORN and token.head == wish.index
    thing = sentence.child(wish, "obj") if wish is not None else None
    torn = torn or (thing is not None and (token.label, token.head) == ("acl", thing.index))
    if wish is None or not (torn or token.label == "nmod") or _acts(sentence, token, wish):
        return
    yield token.index, (wish.index, "xcomp")
    yield from ((t.index, (wish.index, t.label)) for t in sentence.children(token, *SUBJECTS))
    noun = next((t for t in sentence.children(token, "compound")), None)
    if noun is not None and token.label == "nmod":
        yield noun.index, (token.head, "nmod")
        yield from ((t.index, (noun.index, t.label)) for t in sentence.children(token) if t != noun)


def _is_due(sentence: Sentence, token: Token) -> bool:
    if token.tag not in {"NN", "NNP"} or token.text.lower() not in TO_COME:
        return False
    before = [t.text.lower() for t in sentence.tokens[max(0, token.index - 2) : token.index]]
    return before == ["due", "to"] and sentence.child(token, "cop") is not None


def day_of_an_hour(sentence: Sentence, day: Token) -> Iterator[Change]:
    """Yield the day of "until midnight on Friday" as that of its hour, read beside it."""
    first = sentence.subtree(day)[0]
    hour = sentence.tokens[first.index - 1] if first.index else first
    if first.text == "on" and hour.text.lower() in _HOURS and hour.head == day.head:
        yield day.index, (hour.index, "nmod")


def time_of_saying(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the time in "said on Friday it would close", which is when that was said.

    So is whatever stands behind "It closed, Orr said", and not when or where it closed.
    """
    clause = sentence.head(noun)
    verb = sentence.head(clause) if clause is not None and clause.label == "ccomp" else None
    if clause is None or verb is None:
        return
    if clause.index < verb.index < noun.index:
        yield noun.index, (verb.index, noun.label)
    subject = sentence.child(clause, "nsubj", "nsubj:pass")
    time = noun.tag == "NNP" or noun.text.lower() in _SPANS
    if subject is None or not (time and verb.index < noun.index < subject.index):
        return
    first = sentence.subtree(noun)[0].index
    stops = any(t.text == "," for t in sentence.tokens[first : subject.index])
    if first == verb.index + 1 and not stops:
        yield noun.index, (verb.index, noun.label)


def title_taken_for_a_subject(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield the noun before a name in "Indian start-up Orbita will try", which goes with it."""
    subjects = [t for t in sentence.children(verb, "nsubj") if t.index < verb.index]
    if len(subjects) != len(("title", "name")):
        return
    title, name = subjects
    between = sentence.tokens[title.index + 1 : name.index]
    tied = all(t.tag in {"HYPH", "RP", "NN", "NNP"} for t in between)
    if title.tag == "NN" and name.tag == "NNP" and tied and not sentence.child(title, "det"):
        yield title.index, (name.index, "nmod:desc")
        yield from ((t.index, (title.index, "compound")) for t in between if t.head == verb.index)


def days_on(sentence: Sentence, span: Token) -> Iterator[Change]:
    """Yield the doctors of "three days on doctors know no more" as who does, the days as when."""
    verb, first = sentence.head(span), sentence.subtree(span)[0]
    on = sentence.tokens[span.index + 1 : span.index + 2]
    noun = sentence.head(on[0]) if on and on[0].text == "on" else None
    counted = first.tag == "CD" and span.text.lower() in _COUNTED
    if verb is None or noun is None or not counted or noun.head != span.index:
        return
    if noun.tag in {"NNS", "NNP"} and noun.index < verb.index:
        yield span.index, (verb.index, "obl:unmarked")
        yield noun.index, (verb.index, span.label)
        yield on[0].index, (span.index, "advmod")


def article_of_a_verb(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield the "The" of "The firm disputes it" as the subject's: the verb was read as a noun."""
    subject = sentence.child(verb, *SUBJECTS)
    for article in sentence.children(verb, "det"):
        if subject is not None and article.index < subject.index:
            yield article.index, (subject.index, "det")


def trait_taken_for_a_means(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the cameras of "offered two drones with cameras" as what the drones have.

    So is the Turin of "put its office in Turin on the market" where the office is.
    """
    verb, tie = sentence.tokens[noun.head], sentence.child(noun, "case")
    thing, words = sentence.child(verb, "obj"), sentence.subtree(noun)
    if tie is None or thing is None or sentence.subtree(thing)[-1].index != words[0].index - 1:
        return
    deed = lemma(verb.text, verb.tag)
    others = (sentence.subtree(t)[0].index for t in sentence.children(verb, "obl"))
    placed = deed == "put" and tie.text == "in" and words[-1].index + 1 in others
    if placed or deed in _NO_MEANS.get(tie.text, ()):
        yield noun.index, (thing.index, "nmod")
