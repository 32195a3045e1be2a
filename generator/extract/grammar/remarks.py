"""What stands beside a noun or a verb, an apposition or a clause -> whether it does without."""

from __future__ import annotations

from generator.extract.words.asides import ATTRIBUTING, SUBJECTS, set_off
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token

_LONGEST_NAME = 7
_LONG_CLAUSE = 15
"""Words of a clause beyond which it does without an age."""
_AHEAD = frozenset("chance danger likelihood possibility prospect risk threat".split())
_ASIDE_MARKS = frozenset({"as", "while", "although", "though", "whereas", "since", "because"})
_AS_MEANT = frozenset("planned expected intended scheduled promised required claimed".split())
"""What follows an "as" that the statement needs: "shut down as planned"."""
_LEADING_ON = {
    "by": frozenset({"contrast"}),
    "for": frozenset({"example", "instance", "part"}),
    "in": frozenset("addition contrast fact sense short turn".split()),
    "on": frozenset({"hand"}),
}
"""Prepositions and nouns that do so: "for example", "for her part", "in this sense"."""


def is_remark_on(sentence: Sentence, head: Token, child: Token) -> bool:
    """Say whether a noun does without what a comma sets off behind it."""
    if _is_named_pair(sentence, head, child) or _is_in_a_list(sentence, head, child):
        return False
    if child.label == "appos" and child.tag == "NNP" and _is_plain(sentence, head, child):
        return False  # "of Hill Street, Larne"; "the president, Lena Dorin,"
    if _is_age(sentence, head, child):
        return _is_long(sentence, head)
    some = sentence.child(child, "nmod") if child.tag == "CD" else None
    if child.label == "appos" and some is not None and some.text.lower() == "them":
        return False  # "ten were saved, two of them by divers"
    bound = (_is_past_a_place, _is_what_may_come, _is_quoted_with)
    return set_off(sentence, child) and not any(tie(sentence, head, child) for tie in bound)


def _is_age(sentence: Sentence, name: Token, child: Token) -> bool:
    """Recognise the "30" of "Ada Orr, 30, was hurt"."""
    alone = all(t.label == "punct" for t in sentence.children(child))
    return alone and child.label == "appos" and (name.tag, child.tag) == ("NNP", "CD")


def _is_long(sentence: Sentence, name: Token) -> bool:
    """Say whether the clause that a name stands in does without how old somebody is."""
    first = name
    while first.label == "conj":
        first = sentence.tokens[first.head]
    clause = sentence.subtree(sentence.head(first) or first)
    return sum(t.label != "punct" for t in clause) > _LONG_CLAUSE


def _is_past_a_place(sentence: Sentence, head: Token, child: Token) -> bool:
    """Tell the "that" of "a plant in Halm, Ohio, that makes steel", whose comma is the place's."""
    relative = sentence.child(child, "nsubj", "nsubj:pass", "obj")
    if child.label != "acl:relcl" or relative is None or relative.text.lower() != "that":
        return False
    commas = [t for t in sentence.tokens[head.index : relative.index] if t.text == ","]
    return len(commas) > 1 and commas[-1].index == relative.index - 1


def _is_plain(sentence: Sentence, head: Token, name: Token) -> bool:
    """Say whether an apposition is a name and at most an age; a name's own can only be one word."""
    own = [t for t in sentence.subtree(name) if t.label != "punct"]
    own = [t for t in own if not (t.tag == "CD" and t.head == name.index)]
    longest = _LONGEST_NAME if head.tag in {"NN", "NNS"} else 1
    new = sentence.children(head, "det", "nmod:poss")
    behind = sentence.tokens[sentence.subtree(name)[-1].index + 1 :][:1]
    closed = any(t.tag in {",", ".", "''"} for t in behind)
    if closed and any(t.text.lower() in {"a", "an"} or t.tag == "PRP$" for t in new):
        own = [t for t in own if t.text != "the"]  # "a firm, the Halm Line"
    return len(own) <= longest and all(t.tag.startswith(("NNP", "HYPH", "POS")) for t in own)


def _is_named_pair(sentence: Sentence, head: Token, child: Token) -> bool:
    """Tell whether an apposition lists what a plural noun counts: "two ships, the A and the B"."""
    return child.label == "appos" and head.tag == "NNS" and bool(sentence.child(child, "conj"))


def _is_in_a_list(sentence: Sentence, head: Token, child: Token) -> bool:
    """Tell the second of three names, "Spain, Portugal and Italy", from an apposition."""
    later = any(t.index > child.index for t in sentence.children(head, "conj"))
    return child.label == "appos" and head.tag == child.tag == "NNP" and later


def _is_what_may_come(sentence: Sentence, head: Token, child: Token) -> bool:
    """Recognise the "leaving" of "the risk of its head, Ada Orr, leaving", which is the risk."""
    nouns = (head, sentence.head(head) or head)
    looks_ahead = any(lemma(t.text, t.tag) in _AHEAD for t in nouns)
    return looks_ahead and child.tag == "VBG" and bool(sentence.child(nouns[0], "nmod", "case"))


def _is_quoted_with(sentence: Sentence, head: Token, child: Token) -> bool:
    """Recognise the "two votes" of “one person, two votes”, which one pair of marks holds."""
    parts = sentence.tokens[head.index : child.index]
    marks = sum(t.tag in {"``", "''"} for t in parts)
    behind = sentence.tokens[sentence.subtree(child)[-1].index + 1 :][:1]
    closes = any(t.tag == "''" for t in (*sentence.subtree(child), *behind))
    opens = any(t.tag == "``" for t in sentence.tokens[: head.index][-_LONGEST_NAME:])
    return not marks and closes and opens


def is_aside_clause(sentence: Sentence, head: Token, child: Token) -> bool:
    """Say whether a verb does without a clause that goes with it."""
    marks = {t.text.lower() for t in sentence.children(child, "mark")}
    meant = marks == {"as"} and child.text.lower() in _AS_MEANT
    asides = _ASIDE_MARKS - ({"as"} if meant else set()) | {"if", "unless"}
    ever = marks == {"since"} and child.tag == "VBG"  # "has held ten since opening the case"
    compared = marks & {"as", "than"} and _is_compared(sentence, head)
    # "the worst quarrel since they met"
    ever |= marks == {"since"} and any(t.tag == "JJS" for t in sentence.children(head, "amod"))
    if head.tag in {"WRB", "WP"} or compared or (ever and not set_off(sentence, child)):
        return False  # "a review of how it works"
    if child.label == "advcl:relcl" or child.index < head.index or marks & asides:
        return True
    if child.tag == "VBG" and not marks:
        return set_off(sentence, child) or child.text == "referring"
    if not (child.tag.startswith("VB") or marks or sentence.child(child, "cop", "case")):
        return True
    if child.tag in {"VBD", "VBZ"} and not marks and not sentence.child(child, *SUBJECTS, "aux"):
        return True  # a finite verb torn from its clause
    return set_off(sentence, child) and lemma(child.text, child.tag) in ATTRIBUTING


def _is_compared(sentence: Sentence, head: Token) -> bool:
    """Tell whether a word needs the clause behind it: "as soon [as …]", "longer [than …]"."""
    degree = any(t.text.lower() in {"as", "so"} for t in sentence.children(head, "advmod"))
    return head.tag in {"JJR", "RBR"} or (degree and head.tag in {"JJ", "RB"})


def is_beside_the_point(sentence: Sentence, head: Token, child: Token) -> bool:
    """Recognise "according to Orr", "for example" and "on the other hand"."""
    case, after = sentence.child(child, "case"), sentence.tokens[child.index + 1 :][:1]
    if case is None or case.text.lower() == "with":
        return is_attending(sentence, head, child)
    leads = child.text.lower() in _LEADING_ON.get(case.text.lower(), ())
    alone = leads and not sentence.child(child, "nmod", "acl", "amod", "compound")
    other = leads and sentence.child(child, "amod", "nmod:poss") is not None
    set_apart = bool(after) and after[0].text == ","
    return case.text.lower() == "according" or ((alone or other) and set_apart)


def is_attending(sentence: Sentence, head: Token, child: Token) -> bool:
    """Recognise ", with the strike lasting 50 days", which tells of something beside it.

    So does ", with Reis, its head, saying", whose verb the parse hangs beside it.
    """
    end = sentence.subtree(child)[-1].index + 1
    beside = (t for t in sentence.children(head, "advcl") if t.tag == "VBG")
    behind = (t for t in beside if sentence.subtree(t)[0].index == end)
    doing = sentence.child(child, "acl") or next(behind, None)
    doing = doing if set_off(sentence, child) else None
    ties = (*sentence.children(child, "case"), *sentence.children(doing, "mark")) if doing else ()
    return any(t.text.lower() == "with" for t in ties)


def is_afterthought(sentence: Sentence, head: Token, child: Token) -> bool:
    """Recognise the end of "a mill, also Orman"."""
    behind = sentence.subtree(child)[0].index == head.index + len((",", "also"))
    told = head.tag.startswith("NN") and child.tag.startswith("JJ")
    return behind and told and set_off(sentence, child)


def is_second_content(sentence: Sentence, head: Token, child: Token) -> bool:
    """Recognise the second of "said she was unaware, that she had no help"."""
    that = any(t.text.lower() == "that" for t in sentence.children(child, "mark"))
    return that and head.label == "ccomp" and set_off(sentence, child)
