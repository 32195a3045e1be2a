"""English verbs and nouns: an inflected word to its base form, a base form to its inflections."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from generator.language.irregular import BASE_OF_PARTICIPLE, BASE_OF_PAST, PARTICIPLE, PAST

_VOWELS = "aeiou"
_BE = {"am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m"}
_HAVE = {"have", "has", "had", "having", "'ve", "'d"}
_MODALS = {"ca": "can", "wo": "will", "sha": "shall", "'ll": "will", "'d": "would"}
FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Tags of a verb that needs no auxiliary."""
FINITE_OR_MODAL = FINITE | {"MD"}
_K_ADDED = {"panic", "traffic", "mimic", "picnic", "frolic"}
_DOUBLE_KEPT = {"add", "err", "ebb", "butt", "purr"}
_PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "species": "species",
    "series": "series",
    "buses": "bus",
    "gases": "gas",
    "viruses": "virus",
    "bonuses": "bonus",
    "campuses": "campus",
    "focuses": "focus",
    "movies": "movie",
    "wolves": "wolf",
    "shelves": "shelf",
    "troops": "troops",
    "means": "means",
    "headquarters": "headquarters",
    "whereabouts": "whereabouts",
    "media": "media",
    "feet": "foot",
    "teeth": "tooth",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "leaves": "leaf",
    "thieves": "thief",
    "crises": "crisis",
    "analyses": "analysis",
    "bases": "base",
}
# Verbs of two syllables and more that double their last consonant: stress falls on the last one.
_DOUBLING = (
    *("admit", "permit", "commit", "omit", "submit", "transmit", "emit", "remit"),
    *("refer", "prefer", "defer", "confer", "infer", "transfer", "deter", "occur", "recur"),
    *("incur", "concur", "regret", "forget", "begin", "upset", "reset", "allot", "abet"),
    *("equip", "control", "patrol", "rebel", "compel", "expel", "repel", "propel", "cancel"),
    *("dispel", "excel", "travel", "signal", "unplug", "outbid", "overrun", "format", "program"),
    *("label", "model", "fuel", "pencil", "fulfil", "instil", "unravel", "quarrel", "counsel"),
    *("kidnap", "handicap", "worship", "zigzag", "debug", "embed", "rebut", "acquit"),
)
_ONE_SYLLABLE_QU = ("quit", "quiz", "squat")
# Whether a stem lost an "e" before -ed or -ing follows from its last two letters, with few
# exceptions either way; read off the verbs of the English UD treebanks (99 % of them right).
_E_AFTER = frozenset(
    "at iz is ur in ag nc os ut id rg iv ac ir il am bl as ar ad tl us rs rv ic ov av lv ok uc um"
    " ud ak dg rc ap gl dl ik pl ul cl fl ns ib re an kl od eg gu nu su ps az lu ys qu im"
    " sl up lg bu cr un om ot op ip ob ig ls yz se yl ws cu ez uz ol ev oz ub uk ef og".split()
)
_E_AFTER_TWO_VOWELS = frozenset("iv is as ev us ez ic av iz oz os".split())
_KEEPS_NO_E = frozenset(
    "combat format begin drag flag debut gut bedevil imperil program canvas ballot pilot focus bias"
    " accustom orphan develop gallop worship gossip envelop profit ship metal pedal rival"
    " equal total journal signal appeal abandon imprison ruin bargain detail rumor blossom custom"
    " riot equip telescop pivot parrot".split()
)
_TAKES_E = frozenset(
    "rever interfer adher persever interven conven invit unit reunit cit writ rewrit extradit incit"
    " excit bit expedit stor restor ignor explor scor ador tast wast past hast complet compet delet"
    " obsolet chang exchang arrang rearrang prearrang rang challeng aveng reveng plung lung infring"
    " cring hing persuad dissuad writh breath wreath seeth teeth loath bath sooth cloth postpon"
    " phon ton hon clon condon inquir requir acquir quot guid conced reced preced supersed ced"
    " creat evaluat fluctuat situat graduat evacuat perpetuat punctuat negotiat initiat associat"
    " appreciat radiat mediat retaliat humiliat alleviat deviat abbreviat repudiat renegotiat"
    " differentiat substantiat infuriat depreciat expropriat appropriat enunciat annunciat"
    " dissociat accentuat equat us su ag variat permeat delineat recreat procreat nauseat".split()
)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite or bare verb with its auxiliaries, as features."""

    lemma: str
    modal: str | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    past: bool = False
    """Simple past, or past perfect; no meaning beside a modal."""
    worded: str | None = field(default=None, compare=False)
    """The past participle as the text has it, where it has one: "fit" rather than "fitted"."""


@lru_cache(maxsize=65536)
def lemma(word: str, tag: str) -> str:
    """Return the base form of a word by its Penn Treebank tag; other classes in lower case."""
    low = word.lower().replace("’", "'")
    if tag == "MD":
        return _MODALS.get(low, low)
    if tag.startswith("VB"):
        return _verb_base(low, tag)
    if tag in {"NNS", "NNPS"}:
        return _singular(low)
    return low


def _verb_base(low: str, tag: str) -> str:
    auxiliary = low in _BE and not (low == "'s" and tag != "VBZ")
    if auxiliary or low in _HAVE:
        return "be" if auxiliary else "have"
    if tag == "VBZ" and low.endswith("s"):
        return {"does": "do", "goes": "go"}.get(low) or _without_s(low)
    if tag == "VBG":
        return _without_ing(low)
    if tag in {"VBD", "VBN"}:
        table, other = (BASE_OF_PAST, BASE_OF_PARTICIPLE)[:: 1 if tag == "VBD" else -1]
        return table.get(low) or other.get(low) or _without_ed(low)
    return low if low in PAST else _mistagged_base(low)


def _mistagged_base(low: str) -> str:
    """Return the base of a finite form that was tagged as a base form: "knows", "agreed"."""
    if _without_s(low) in PAST:
        return _without_s(low)
    if low.endswith("ed") and not low.endswith(("eed", "bed")):
        return _without_ed(low)
    return BASE_OF_PAST.get(low, low)


def _singular(low: str) -> str:
    return _PLURALS.get(low) or _without_s(low)


def _without_s(low: str) -> str:
    if low.endswith("ies") and len(low) > len("ties"):
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    if low.endswith("oes"):
        return low[:-2] if low not in {"shoes", "canoes"} else low[:-1]
    if low.endswith("men"):
        return low[:-2] + "an"
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


def _without_ing(low: str) -> str:
    if not low.endswith("ing") or len(low) <= len("king"):
        return {"lying": "lie", "dying": "die", "tying": "tie"}.get(low, low)
    if low in {"lying", "dying", "tying", "vying", "underlying"}:
        return low[:-4] + "ie"
    return _restored(low[:-3])


def _without_ed(low: str) -> str:
    if not low.endswith("ed"):
        return low
    if low.endswith("eed"):
        return low[:-1]
    if low.endswith("ied"):
        return low[:-3] + "y" if len(low) > len("tied") else low[:-1]
    return _restored(low[:-2])


def _restored(stem: str) -> str:
    """Return the base form that lost its "e", or doubled its consonant, before an ending."""
    if (
        len(stem) > 2
        and stem[-1] == stem[-2]
        and stem[-1] not in "lsfz" + _VOWELS
        and stem not in _DOUBLE_KEPT
    ):
        return stem[:-1]
    if stem[:-1] in _DOUBLING and stem[-1] == stem[-2]:
        return stem[:-1]
    if stem.endswith("ick") and stem[:-1] in _K_ADDED:
        return stem[:-1]
    return stem + "e" if _lost_e(stem) else stem


def _lost_e(stem: str) -> bool:
    if stem in _TAKES_E or len(stem) < len("own"):
        return stem in _TAKES_E
    if stem in _KEEPS_NO_E or stem.endswith(("ss", "zz")):
        return False
    two_vowels = stem[-2] in _VOWELS and stem[-3] in _VOWELS and stem[-3:-1] != "qu"
    return stem[-2:] in (_E_AFTER_TWO_VOWELS if two_vowels else _E_AFTER)


def gerund(base: str) -> str:
    """Return the -ing form."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _stem(base) + "ing"


def third_person(base: str) -> str:
    """Return the third person singular of the present."""
    if base in {"be", "have"}:
        return {"be": "is", "have": "has"}[base]
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def past(base: str) -> str:
    """Return the simple past."""
    return PAST.get(base) or _with_ed(base)


def participle(base: str) -> str:
    """Return the past participle."""
    return PARTICIPLE.get(base) or _with_ed(base)


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def _stem(base: str) -> str:
    if base in _K_ADDED:
        return base + "k"
    return base + base[-1] if _doubles(base) else base


def _doubles(base: str) -> bool:
    if base in _DOUBLING or base in _ONE_SYLLABLE_QU:
        return True
    if base[-1] in _VOWELS + "wxyh" or base[-2:-1] not in _VOWELS:
        return False
    return not any(letter in _VOWELS for letter in base[:-2]) and bool(base[:-2])


def finite(base: str, *, past_tense: bool, plural: bool) -> str:
    """Return the finite form that agrees with a third person subject."""
    if base == "be":
        return ("were" if plural else "was") if past_tense else ("are" if plural else "is")
    if past_tense:
        return past(base)
    return base if plural else third_person(base)


def words_of(group: VerbGroup, *, plural: bool) -> tuple[str, ...]:
    """Return the words of a verb group in order, the first one finite: "has", "been", "held"."""
    tail = [group.worded or participle(group.lemma) if group.passive else group.lemma]
    if group.passive:
        tail.insert(0, "be")
    if group.progressive:
        tail = ["be", gerund(tail[0]), *tail[1:]]
    if group.perfect:
        tail = ["have", participle(tail[0]), *tail[1:]]
    if group.modal:
        return (group.modal, *tail)
    return (finite(tail[0], past_tense=group.past, plural=plural), *tail[1:])


def question_words(group: VerbGroup, *, plural: bool) -> tuple[str, tuple[str, ...]]:
    """Return the auxiliary that opens a question and the words that stay: "Did", ("leave",)."""
    words = words_of(group, plural=plural)
    if len(words) == 1 and group.lemma != "be":
        return finite("do", past_tense=group.past, plural=plural), (group.lemma,)
    return words[0], words[1:]
