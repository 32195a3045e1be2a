"""The words before a name -> the phrase among them that says what its bearer is: "Halm mayor"."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.words import names
from generator.extract.words.lexicon import ORGANISATIONS, OUTLET_NOUNS, is_people_noun
from generator.language.morphology import lemma
from generator.language.tree import Sentence, Token, remembered

DAYS_AND_MONTHS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday tomorrow""".split()
)
ENDING = DAYS_AND_MONTHS | {"alias", "course", "including"}
"""What is no part of a phrase about somebody."""
NOMINAL_TAGS = frozenset("NN NNS NNP NNPS JJ JJR JJS POS HYPH CD VBN VBG AFX ADD FW".split())
ADDRESSING = frozenset("mr mrs ms miss mx dr sir dame sheikh aunty auntie surnamed".split())
RELATIVES = frozenset(
    """aunt brother cousin dad daughter father granddaughter grandfather grandmother grandson
    husband mother mum nephew niece sister son stepfather stepmother uncle widow widower
    wife""".split()
)
COUPLES = frozenset("couple duo pair quartet trio".split())
"""Nouns that lean on two names or more, and tell of none of them alone."""
NAMING_TAGS = frozenset({"NNP", "NNPS"})
INNER = frozenset({"amod", "compound", "flat", "nmod:desc"})
"""Relations of the first words of a name to its last."""

THING_LIKE = (
    "call",
    "ing",
    "ism",
    "ment",
    "name",
    "ness",
    "office",
    "ship",
    "sion",
    "start",
    "tion",
    "power",
    "tower",
)
"""How common nouns end that tell of no one: "on the conference call Clinton"."""

Tokens = Sequence[Token]


def names_people(token: Token) -> bool:
    """Say whether a noun says what a person is or does."""
    word = lemma(token.text, token.tag).lower().strip(".")
    return is_people_noun(word) or word in names.OFFICES or word in names.HONORIFICS


@remembered
def described(sentence: Sentence, before: Token) -> Tokens:
    """Return the phrase about a person that ends just before a token."""
    tokens, end = sentence.tokens, before.index
    while end and names.fold(tokens[end - 1].text.strip(".")) in ADDRESSING:
        end -= 1  # "outside the court Mr Orr wept", "a worker for Mrs Orr"
    first = _opening(tokens, end)
    found = tokens[first:end]
    link = next((t.index for t in found if t.text.lower() in {"of", "for", "to"}), end)
    told = [t for t in found if t.tag not in {"DT", "PRP$"}]
    if not told or _leads_to_another(told[-1], link, end):
        return ()
    heads = [
        t for t in tokens[first:link] if t.tag.startswith("NN") or (t.index and t.text.istitle())
    ]
    told = [*heads[-1:], *(t for t in found[-1:] if t.tag == "NN")]  # "Halm University chemist"
    if _describes(found[-1], tokens[end:]) or any(map(names_people, told)):
        return tokens[_whole_name(tokens, first) : end]
    return ()


def _opening(tokens: Tokens, end: int) -> int:
    """Return where the phrase begins that may tell of a person named at a token."""
    first = end
    while first > 0 and _continues(tokens, first - 1):
        if first < end and _is_apart(tokens, first - 1):
            break
        first -= 1
    while first < end and tokens[first].tag == "IN":
        first += 1
    if first and tokens[first].tag == "HYPH" and tokens[first].start == tokens[first - 1].end:
        first -= 1  # "Fly-half", whose first part looks like a verb
    first += _before_another(tokens[first:end])
    return first + (first < end and tokens[first].tag == "IN")


def _leads_to_another(last: Token, link: int, end: int) -> bool:
    """Say whether a phrase is of who is named: "the head of Halm Foods", "of charity Halm Homes".

    Or "the owner's".
    """
    if last.tag in {"POS", "CC", "VBN"} or last.text.lower() in {"of", "for"}:
        return True
    return link < end <= last.head and last.tag not in NAMING_TAGS


def _is_apart(tokens: Tokens, at: int) -> bool:
    """Say whether a noun belongs to what was said before a title: "in its way Sen. Ada Orr"."""
    noun, title = tokens[at], tokens[at + 1]
    if title.tag not in NAMING_TAGS or not title.text[:1].isupper() or names_people(noun):
        return False
    common = noun.tag in {"NN", "NNS"} and noun.text.islower()
    own = noun.label in {"amod", "appos", "compound", "flat", "nmod:desc", "nmod:poss"}
    linked = any(t.head == at and t.text in {"of", "for"} for t in tokens[:at])
    linked = linked and tokens[at - 1].tag != "DT"  # "part of the network President Orr founded"
    return common and not (own or linked)


def _before_another(found: Tokens) -> int:
    """Return how many words of a phrase tell of somebody else: "husband of" of "of Halm aide".

    "Rivals President Ada Orr", too: several people are not the one who is named.
    """
    last = len(found) - 1
    people = [
        n
        for n, t in enumerate(found[:-1])
        if t.tag == "NNS" and names_people(t) and found[n + 1].tag != "POS"
    ]
    links = [n for n, t in enumerate(found) if 0 < n < last and t.text in {"of", "for"}]
    of = [n for n in links if found[n].text == "of"]
    if of and found[last].tag == "NN" and found[last].text != "staff" and names_people(found[last]):
        people.append(of[-1])
    elif links and found[last].tag == "NNP" and found[last].text.lower() in names.OFFICES:
        people += [n for n in links if found[n - 1].text.islower()]  # "aide for Mayor Ada Orr"
    return max(people, default=-1) + 1


def _whole_name(tokens: Tokens, first: int) -> int:
    """Return where a role begins that opens with the end of a name: "Bank of Halm governor".

    Or with its initials: "Halm Party (HP) president".
    """
    at = first - 4
    if at >= 0 and [t.text for t in tokens[at + 1 : first : 2]] == ["(", ")"]:
        while at and (tokens[at - 1].text[:1].isupper() or tokens[at - 1].tag == "POS"):
            at -= 1
        words = " ".join(t.text for t in tokens[at : first - 3])
        return at if names.is_acronym(tokens[first - 2].text, words) else first
    if first < 2 or tokens[first].tag not in NAMING_TAGS or tokens[first - 1].text != "of":
        return first
    at = first - 2
    while at > 0 and tokens[at].tag in NAMING_TAGS and tokens[at - 1].tag in NAMING_TAGS:
        at -= 1
    named = tokens[at].tag in NAMING_TAGS and tokens[at].text.lower() not in DAYS_AND_MONTHS
    return at if named else first


def _describes(token: Token, after: Tokens) -> bool:
    """Say whether a common noun leans on the name after it: "opposition figure Ana Reis"."""
    leans = token.label in {"nmod:desc", "compound", "amod"} and token.head >= after[0].index
    ends = (t for t in after if not (t.head > t.index and t.label in INNER))
    named = after[0] if names.is_title(after[0].text) else next(ends, after[0])
    governs = named.head == token.index and named.label in {"appos", "compound", "flat"}
    beside = (named.head, named.label) == (token.head, token.label)
    noun = token.tag == "NN" or token.text in OUTLET_NOUNS  # "the weekly Halm Echo"
    lower = token.text.islower() or token.index == 0
    common = noun and lower and token.text not in COUPLES
    body = token.text in ORGANISATIONS or not token.text.endswith(THING_LIKE)
    return (leans or governs or beside) and common and body


def _has_both(tokens: Tokens, at: int) -> bool:
    """Say whether "and" joins two things that one is: "former lawmaker and rap artist Bo Lim".

    "The mayor and councillor Bo Lim" are two.
    """
    first = at
    while first and tokens[first - 1].tag in NOMINAL_TAGS:
        first -= 1
    before = tokens[at - 1] if first < at else None
    one = before is not None and before.tag == "NN" and names_people(before)
    past = tokens[first].text.lower() == "former"
    own = tokens[first - 1].tag == "PRP$" and before is not None and before.text not in RELATIVES
    return one and (past or own or not (first and tokens[first - 1].tag in {"DT", "PRP$"}))


def _continues(tokens: Tokens, at: int) -> bool:
    """Say whether a phrase read from right to left goes on with a token."""
    token, before = tokens[at], tokens[at - 1]
    word = token.text.lower()
    if word in ENDING or token.label == "root":
        return False
    if token.tag in NOMINAL_TAGS:
        verbs = ("acl", "advcl", "ccomp", "csubj", "xcomp")
        return not token.label.startswith(verbs)  # "a law giving President Ada Orr"
    if token.tag == "CC":
        listed = before.head > at and (before.tag in NAMING_TAGS or before.label == "compound")
        return listed or _has_both(tokens, at)
    if token.tag == "DT" and before.text.lower() in {"of", "for"}:
        return at >= 2 and names_people(tokens[at - 2])
    sent = word == "to" and lemma(before.text, before.tag).lower() in {"ambassador", "envoy"}
    chief = word == "in" and tokens[at + 1].text.lower() == "chief"
    return chief or sent or (word in {"of", "for"} and names_people(before))
