"""A clause in a tree as the model drew it -> the clause that it is joined to or that it leads.

Each rule yields what has to move: the index of a token with its new head and relation.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.morphology import FINITE, lemma
from generator.language.tree import Sentence, Token

Change = tuple[int, tuple[int, str]]
"""Index of a token with its new head and relation."""

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
SAYING = frozenset(
    """say add announce believe claim confirm deny estimate expect fear feel find hear hope insist
    know learn mean note predict promise report reveal show state suggest think warn""".split()
)
"""Verbs that a clause without "that" follows."""
BEFORE_CLAUSES = frozenset({"after", "before", "since", "until", "as"})
"""Words that stand before a noun and before a clause alike."""
CITING = frozenset({"citing", "quoting"})
_WITHHELD = frozenset("comment detail disclose elaborate give identify name say specify".split())
"""Verbs that behind "but would not" tell what a speaker left out."""
RELATIVES = frozenset({"WP", "WDT", "WP$", "WRB"})


def clause_without_its_noun(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield "after a block of flats" as the subject of the "fell" right behind it.

    So is the noun between "while" and "fell", whatever the parse has hung it on.
    """
    told = (*sentence.children(verb, "aux", "aux:pass"), verb)
    if told[0].tag not in FINITE:
        return
    opening = sentence.child(verb, "mark")
    before = next((t for t in sentence.tokens[: told[0].index][::-1] if t.text != ","), verb)
    own = sentence.child(verb, *SUBJECTS)
    if own and own.index < verb.index:
        return
    for noun in sentence.path_to_root(before):
        tie = sentence.child(noun, "case") if noun.label == "obl" else None
        tie = tie if tie and tie.text.lower() in BEFORE_CLAUSES else opening
        words = [t for t in sentence.subtree(noun) if t is not tie and t.text != ","]
        led = tie is not None and tie.tag == "IN" and noun.tag.startswith(("NN", "PRP"))
        if led and tie and words[:1] and words[0].index == tie.index + 1 and words[-1] is before:
            yield noun.index, (verb.index, subject_label(sentence, verb))
            yield tie.index, (verb.index, "mark")
            yield verb.index, (verb.head, "advcl")
            return


def joined_too_low(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield "to ask for a vote" as joined to "to protest at a law that harms us and", not "harms".

    A clause with "that" likewise belongs to one that is said, not to the last noun in it; and
    "said it had failed, and left" and "said there was one and left it" tell of whoever said so.
    """
    if _is_of_the_teller(sentence, clause):
        yield clause.index, (sentence.tokens[clause.head].head, "conj")
    mark = sentence.child(clause, "mark")
    if mark is None:
        return
    for above in list(sentence.path_to_root(clause))[1:]:
        opening = sentence.child(above, "mark")
        infinitive = mark.tag == "TO" and opening is not None and opening.tag == "TO"
        told = mark.text == "that" and above.label == "ccomp" and above.tag.startswith("VB")
        if infinitive or told:
            if above.index != clause.head:
                yield clause.index, (above.index, "conj")
            return


def _is_of_the_teller(sentence: Sentence, clause: Token) -> bool:
    """Recognise "said it had failed, and left", "said the tram was late and were asking why".

    So is what is asked behind "said the board should have met and demanded that", and what is
    left out behind "said it was an option, but would not give a figure".
    """
    told, cc = sentence.tokens[clause.head], sentence.child(clause, "cc")
    teller = sentence.head(told) if told.label == "ccomp" else None
    if teller is None or cc is None or teller.tag != "VBD" or teller.index > told.index:
        return False
    helping = sentence.child(told, "aux", "aux:pass", "cop")
    own = sentence.child(clause, *SUBJECTS, "aux", "aux:pass", "cop")
    there = sentence.child(told, "expl")
    if there is not None and there.tag == "EX" and own is None:
        return sentence.child(clause, "obj") is not None  # "there" does nothing to anything
    said = helping.text.lower() if helping is not None else ""
    if own is not None and own.text == "would":
        withheld = lemma(clause.text, clause.tag) in _WITHHELD
        return withheld and any(t.text == "not" for t in sentence.children(clause, "advmod"))
    if own is not None:
        return said in {"has", "is", "was"} and own.text in {"are", "have", "were"}
    if helping is not None and helping.tag == "MD" and clause.tag in {"VBD", "VBN"}:
        return lemma(clause.text, clause.tag) == "demand" and bool(sentence.child(clause, "ccomp"))
    parted = sentence.tokens[cc.index - 1].text == ","
    return said == "had" and parted and (told.tag, clause.tag) == ("VBN", "VBD")


def told_and_from_whom(sentence: Sentence, clause: Token) -> Iterator[Change]:
    """Yield "that it left" as what is reported in "reported, citing a memo, that it left".

    So is "citing a memo" as how one knows who reports, not who left, wherever it stands.
    """
    above = sentence.tokens[clause.head]
    teller = sentence.tokens[above.head]
    if clause.head < 0 or above.head < 0 or lemma(teller.text, teller.tag) not in SAYING:
        return
    mark = sentence.child(clause, "mark")
    told = mark is not None and mark.text == "that" and clause.index > above.index
    if told and above.text.lower() in CITING and sentence.child(teller, "ccomp") is None:
        yield clause.index, (teller.index, "ccomp")
    if clause.text.lower() in CITING and above.label == "ccomp" and above.index < clause.index:
        yield clause.index, (teller.index, "advcl")


def phrase_behind_an_aside(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the day of "will try to reach the wreck, which lies deep, on Monday" as of the try."""
    aside = sentence.tokens[noun.head]
    first, opens = opening_of(sentence, noun), opening_of(sentence, aside)
    around = {sentence.tokens[i - 1].text for i in (first.index, opens.index) if i}
    if aside.label != "acl:relcl" or not aside.index < first.index or around != {","}:
        return
    told = list(sentence.path_to_root(aside))[1:]
    above = next((t for t in told if t.tag.startswith("VB") or sentence.child(t, *SUBJECTS)), None)
    if above is not None and above.index < aside.index:
        yield noun.index, (above.index, noun.label)


def that_taken_for_a_relative(sentence: Sentence, that: Token) -> Iterator[Change]:
    """Yield the "that" of "Orr disputes that and may sue" as what Orr disputes."""
    verb = sentence.head(that) if that.label == "nsubj" else None
    first = sentence.head(verb) if verb is not None and verb.label == "conj" else None
    behind = sentence.tokens[that.index + 1 : that.index + 2]
    if first is not None and first.index == that.index - 1 and behind and behind[0].tag == "CC":
        yield that.index, (first.index, "obj")


def predicate_taken_for_an_aside(sentence: Sentence) -> Iterator[Change]:
    """Yield the verb of "Keeper Orr, who is 19, saved it", read as something said of a name.

    The noun is the root then, or stands before who tells at the end: "Orr, 52, left, she said".
    """
    root = sentence.root
    told = root.tag.startswith("VB") and lemma(root.text, root.tag) in SAYING
    noun = sentence.child(root, "nsubj") if told else root
    if noun is None or not noun.tag.startswith("NN") or sentence.child(noun, "cop", "case"):
        return
    those = (noun, *sentence.children(noun, "appos"))
    verbs = [t for one in those for t in sentence.children(one, "acl:relcl", "acl", "parataxis")]
    verbs += sentence.children(root, "ccomp") if told else ()
    verb = next((t for t in verbs if _leads(sentence, noun, t)), None)
    if verb is None:
        return
    if told:
        others = [t for t in sentence.children(root, "nsubj") if t.index > verb.index]
        if not others or root.index < others[0].index:
            return
        yield verb.index, (root.index, "ccomp")
    else:
        yield verb.index, (-1, "root")
        last = sentence.tokens[-1]
        if last.head == noun.index:
            yield last.index, (verb.index, last.label)
    yield noun.index, (verb.index, subject_label(sentence, verb))


def participle_taken_for_the_verb(sentence: Sentence) -> Iterator[Change]:
    """Yield "told" as what a "nurse accused of it told a jury" did, and "accused" as who she is."""
    root = sentence.root
    noun = sentence.child(root, *SUBJECTS)
    if root.tag != "VBN" or noun is None or noun.index > root.index:
        return
    if sentence.child(root, "aux", "aux:pass", "cop"):
        return
    below = sentence.children(root, "parataxis", "conj", "ccomp")
    bare = (t for t in below if t.tag in FINITE and not sentence.child(t, *SUBJECTS, "mark", "cc"))
    verb = next((t for t in bare if t.index > root.index), None)
    if verb is None:
        return
    yield verb.index, (-1, "root")
    yield noun.index, (verb.index, subject_label(sentence, verb))
    yield root.index, (noun.index, "acl")
    yield from ((t.index, (verb.index, t.label)) for t in sentence.children(root, "punct"))


def subject_behind_a_condition(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield "the port" of "If it is refused the port could go" as the subject of "go"."""
    condition, behind = sentence.tokens[noun.head], sentence.tokens[noun.index + 1 :][:1]
    second = condition.index < noun.index and len(sentence.children(condition, *SUBJECTS)) > 1
    if condition.label == "advcl" and second and behind and behind[0].label == "aux":
        verb = sentence.tokens[behind[0].head]
        if verb is not condition and not sentence.child(verb, *SUBJECTS):
            yield noun.index, (verb.index, subject_label(sentence, verb))


def subject_before_an_infinitive(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield "visitors" of "It is hard for visitors to see it" as the subject of "see"."""
    tie = next((t for t in sentence.tokens[: noun.index][::-1] if t.label == "mark"), noun)
    verb = sentence.tokens[tie.head] if tie.text.lower() == "for" else noun
    marks = [t.text for t in sentence.children(verb, "mark") if t.index > noun.index]
    apart = verb.index > noun.index and verb.index != noun.head
    if apart and marks == ["to"] and not sentence.child(verb, *SUBJECTS):
        yield noun.index, (verb.index, subject_label(sentence, verb))


def tie_taken_for_the_subjects(sentence: Sentence, noun: Token) -> Iterator[Change]:
    """Yield the "as" of "cheered as a variety of the fruit was brought in" as its clause's."""
    tie, verb = sentence.child(noun, "case"), sentence.tokens[noun.head]
    opens = tie is not None and tie.text.lower() in BEFORE_CLAUSES and tie.index < noun.index
    if tie is not None and opens and verb.tag in FINITE | {"VBN"} and verb.index > noun.index:
        yield tie.index, (verb.index, "mark")


def tie_within_a_subject(sentence: Sentence, verb: Token) -> Iterator[Change]:
    """Yield "profit before tax" as the subject of "profit before tax fell", where no other verb is.

    The parse may take "before tax fell" for a clause, or give the verb two subjects.
    """
    tie = sentence.child(verb, "mark")
    second = next(
        (t for t in sentence.children(verb, "nsubj") if tie and tie.index < t.index), None
    )
    if tie is None or second is None or tie.index == 0 or verb.tag not in FINITE:
        return
    first = sentence.tokens[tie.index - 1]
    bare = first.tag.startswith("NN") and tie.text.lower() in BEFORE_CLAUSES - {"as"}
    its_own = first.label == "nsubj" and first.head == verb.index
    alone = verb.label == "advcl" and verb.head == first.index and first.label == "root"
    alone = alone and sentence.child(first, "cop", *SUBJECTS) is None
    if bare and second.tag.startswith("NN") and (its_own or alone):
        yield tie.index, (second.index, "case")
        yield second.index, (first.index, "nmod")
        if alone:
            yield first.index, (verb.index, "nsubj")
            yield verb.index, (-1, "root")


def _leads(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Tell the verb of "Orr, 52, left it" from that of "Orr, who left it"."""
    first = min(
        (t.index for t in sentence.children(verb) if t.label != "punct"), default=verb.index
    )
    first = min(first, verb.index)
    closed = first > noun.index + 2 and sentence.tokens[first - 1].text == ","
    helped = sentence.child(verb, "aux", "aux:pass")
    finite = verb.tag in FINITE or (helped is not None and helped.tag != "TO")
    opened = any(t.text == "," for t in sentence.tokens[noun.index : first - 1])
    asks = any(t.tag in RELATIVES or t.text == "that" for t in sentence.children(verb))
    return closed and opened and finite and not asks and not sentence.child(verb, *SUBJECTS)


def subject_label(sentence: Sentence, clause: Token) -> str:
    """Return the relation that a noun has to the clause that it is the subject of."""
    return "nsubj:pass" if sentence.child(clause, "aux:pass") else "nsubj"


def opening_of(sentence: Sentence, token: Token) -> Token:
    """Return the first word of all that hangs on a token; marks before it are none."""
    return next(t for t in sentence.subtree(token) if t.label != "punct")
