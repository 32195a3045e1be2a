"""Names as strings: titles stripped, short forms and acronyms matched to full names."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.language.gazetteer import plain

HONORIFICS = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister hon
    honourable honorable imam ayatollah rabbi maulana mullah haji gen general
    lt lieutenant col colonel maj major capt captain cpt cmdr commander brig brigadier sgt
    sergeant cpl corporal pvt private adm admiral marshal vice rear air retd ret staff petty
    officer inspector insp superintendent supt constable pc det detective chief justice judge
    cllr elect eng engr he hh hrh barr pfc aunty auntie datin dato datuk alhaji haj hajia
    shri""".split()
)
"""Words before a name that are a form of address or a rank: they say little of a role."""

EXCELLENCIES = frozenset("excellency grace her highness his holiness honour majesty your".split())
"""Words of "Her Excellency"."""
SHORT_OFFICES = frozenset(
    """asi asp ceo cfo cio coo cto dce dpm dysp igp mce mep mla mlc mna mpp msp oc sho ssp
    vpm""".split()
)
SHORT_TITLES = frozenset("cong rep sen".split())
"""Members of a congress, as they are written before their names."""
OFFICES = frozenset(
    """president minister premier chancellor secretary governor mayor gov senator sen representative
    rep congressman congresswoman congressmember ambassador envoy commissioner chairman
    chairwoman chair director king queen prince princess emperor emir pope rector cardinal
    archbishop bishop spokesman spokeswoman spokesperson leader speaker attorney prosecutor
    sheriff deputy councillor councilor councilman councilwoman coach captain manager striker actor
    actress recorder singer author candidate nominee lawyer solicitor barrister provost
    principal first lady magistrate chairperson vice-chancellor vice-president co-chair""".split()
)
"""Words before a name that say what someone is; with what modifies them they are a role."""

SUFFIXES = frozenset(
    "jr sr ii iii iv kc qc sc mp mep obe mbe cbe oam ao frs phd md esq ltd inc plc".split()
)
HONOURS = frozenset(
    "mbe obe cbe kbe dbe gbe om ch kc qc mp mep msp am"
    " ao ac onz cnzm phd md dso dsc mvo cvo kcmg cmg".split()
)
COUNSEL = frozenset({"kc", "qc", "sc"})
"""Letters that courts and newspapers name judges and barristers with."""
SHEIKHS = frozenset("sheik sheikh sheikha".split())
HOLY = frozenset({"khan", "lama"})
"""What ends the titles of one man each: "the Dalai Lama"."""
PARTICLES = frozenset(
    """al el ul bin ibn ben abu von van der den de del della di da dos das du la le ter ten zu
    st""".split()
)
ARABIC_ARTICLES = frozenset("al el ul".split())
ARABIC_PARTICLES = ARABIC_ARTICLES | {"bin", "ibn"}
ARTICLES = ("the ", "The ", "THE ", "a ", "A ", "an ", "An ")
CORPORATE = frozenset(
    """ltd inc plc llc corp corporation company co group gmbh ag sa nv limited incorporated as asa
    ab oy oyj spa srl sarl pty bhd holdings""".split()
)
TEAM_WORDS = frozenset(
    "afc albion athletic cf fc hotspur orient rovers sc united wanderers".split()
)
"""Last words that only the names of clubs have."""
SPELLED_OUT = {
    "un": ("united", "nations"),
    "us": ("united", "states"),
    "uk": ("united", "kingdom"),
    "eu": ("european", "union"),
}
LONGEST_ACRONYM = 8
SHORTEST_MISSPELT = 7
"""Letters: shorter names that are alike are as often two."""
SCOPES = frozenset(
    """african ai american asian european federal general global international national new public
    radio regional royal television tv united world""".split()
)
"""First words of many bodies' names, none of which is called by one of them alone."""
SEATED = frozenset("branch college court hospital office police school station university".split())
"""What a town's name follows: "Police Station Halm"."""
LETTERS = 2
"""So few capitals are an abbreviation of its own, behind a name: "Open AI", "Orr TV"."""
SMALL_WORDS = frozenset("of the and for in on to de la el du des del di et und y e".split())


_VOWELS = re.compile(r"[aeiou]")
_DOUBLED = re.compile(r"(.)\1")

fold = lru_cache(maxsize=8192)(plain)
"""A name in lower case without accents, full stops and curly apostrophes."""


def without_article(name: str) -> str:
    """Return a name without a leading article."""
    for article in ARTICLES:
        if name.startswith(article) and len(name) > len(article):
            return name[len(article) :]
    return name


def without_possessive(name: str) -> str:
    """Return a name without a closing possessive."""
    for mark in ("'s", "’s", "'", "’"):
        if name.endswith(mark):
            return name[: -len(mark)].rstrip()
    return name


def is_title(word: str) -> bool:
    """Say whether a word before a name is a form of address, a rank or an office."""
    plain = fold(word.strip("().,"))
    return plain in HONORIFICS or plain in OFFICES


@lru_cache(maxsize=8192)
def core(name: str) -> tuple[str, ...]:
    """Return the folded words of a person's name without titles and suffixes."""
    words = [fold(word.strip('(),"“”')) for word in without_possessive(name).split()]
    words = [part for word in words if word for part in _parted(word)]
    while len(words) > 1 and words[0] in HONORIFICS | OFFICES | SHEIKHS:
        words = words[1:]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    return tuple(words)


def _parted(word: str) -> list[str]:
    """Return "al" and "burhan" of "al-burhan"; papers leave the article out later on."""
    article, dash, rest = word.partition("-")
    return [article, rest] if dash and rest and article in ARABIC_ARTICLES else [word]


def surname(name: str) -> tuple[str, ...]:
    """Return the last word of a person's name with the particles before it, save "al-"."""
    words = core(name)
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES - ARABIC_ARTICLES:
        first -= 1
    return words[max(first, 0) :]


@lru_cache(maxsize=65536)
def is_short_person(short: str, full: str) -> bool:
    """Say whether one personal name may be a shorter form of another."""
    a, b = core(short), core(full)
    if not a or a == b or len(a) > len(b):
        return False
    of_father = len(a) == 1 and b[-2:-1] in {("bin",), ("ibn",)}  # no Salman: "Mohammed bin Salman"
    # Nor Salman Al Orr: "Mohammed Salman Al Orr".
    of_father = of_father or (len(a) > 2 and a[0] not in PARTICLES and "al" in a)
    if len(a) == 1 and (a[0] == b[0] or fold(short).split()[0] in SHEIKHS):
        return a[0] == b[0]  # "Sheikh Ada" is called so by her first name
    begins = b[: len(a)] == a  # "Naa Shika" for "Naa Shika Orr"
    begins = begins and (len(a) > 2 or len(b) == 3 or b[len(a)] in ARABIC_PARTICLES)
    if begins or (b[-len(a) :] == a and not of_father):
        return True
    if len(a) == 1 and a[0] in b[-1].split("-"):
        return not of_father
    # One of two surnames: "Márquez" for "Gabriel García Márquez"; a middle name left out.
    if len(b) >= 3 and len(a) == 1:
        return a[0] in b[1:]
    return len(a) >= 2 and a[0] == b[0] and a[-1] == b[-1]


def person_keys(name: str) -> tuple[str, ...]:
    """Return keys of which every name that may be short for a person's has one."""
    words = core(name)
    return (*words, *(words[-1].split("-") if words else ()))


def same_person(one: str, other: str) -> bool:
    """Say whether two full personal names name one person, middle names and suffixes aside.

    Papers spell a name with one letter or two: "Hilary Orr" is "Hillary Orr". A mother's surname
    may end a name of four words: "Ada Orr" is "Ada María Orr Lim".
    """
    a, b = sorted((core(one), core(other)), key=len)
    if a == b or (len(a) == 2 and len(b) == 4 and a == (b[0], b[2])):
        return True
    ends = [(_spelled(words[0]), _sounded(words[-1])) for words in (a, b) if len(words) >= 2]
    return len(ends) == 2 and ends[0] == ends[1]


def is_misspelt(word: str, other: str) -> bool:
    """Say whether two long words are alike but for a letter that one lacks: "Kremacek"."""
    short, long = sorted((word, other), key=len)
    one = len(long) == len(short) + 1 > SHORTEST_MISSPELT and short[0] == long[0]
    return one and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _sounded(word: str) -> str:
    """Return a surname without its vowels, which papers spell in two ways: "Mbye", "Mbaye"."""
    bare = word[:1] + _VOWELS.sub("", word[1:])
    return bare if len(bare) > 2 else word


def _spelled(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=8192)
def organisation_words(name: str) -> tuple[str, ...]:
    """Return the folded words of an organisation's name without article and possessive.

    "UN" is spelled out before others: a "UN council" is the "United Nations council".
    """
    words = fold(without_article(without_possessive(name))).replace("-", " ").split()
    bare = [word.strip("(),") for word in words if word.strip("(),")]
    spelled = SPELLED_OUT.get(bare[0]) if len(bare) > 1 else None
    return (*spelled, *bare[1:]) if spelled else tuple(bare)


def is_acronym(short: str, full: str) -> bool:
    """Say whether capitals stand for an organisation: its initials, small words in or out."""
    letters = _letters(short)
    if not 2 <= len(letters) <= LONGEST_ACRONYM or not letters.isupper():
        return False
    return letters in acronyms(full)


def _initials(word: str) -> str:
    """Return the first letter of a word; all of "U.S."."""
    return word.replace(".", "") if "." in word[:-1] else word[0]


def _letters(acronym: str) -> str:
    return acronym.replace(".", "").replace("&", "")


@lru_cache(maxsize=8192)
def acronyms(full: str) -> frozenset[str]:
    """Return the initials that may stand for an organisation; from three on its last may lack."""
    words = [w for w in without_article(full).replace("-", " ").split() if w[:1].isalnum()]
    if len(words) < 2:
        return frozenset()
    every = "".join(map(_initials, words)).upper()
    large = "".join(_initials(w) for w in words if fold(w) not in SMALL_WORDS).upper()
    starts = (name[:end] for name in (every, large) for end in range(3, LONGEST_ACRONYM + 1))
    return frozenset({every, large, *starts})


@lru_cache(maxsize=65536)
def is_short_organisation(short: str, full: str) -> bool:
    """Say whether a name may be short for an organisation: its acronym, its start or its end."""
    if is_acronym(short.strip("()"), full):
        return True
    a, b = organisation_words(short), organisation_words(full)
    if not a or len(a) >= len(b):
        return False
    if b[: len(a)] == a:
        # "Bank" is no short form of "Bank of Scotland", "Barclays" is one of "Barclays plc".
        return len(a) > 1 or b[1] in CORPORATE or not (b[1] in SMALL_WORDS or a[0] in SCOPES)
    # Nor "Halm Council" of "Department of Trade of Halm Council", "HP" of "Youth of HP", "AI" of
    # "Open AI".
    part = b[-len(a) - 1] in {"of", "the"} and (b.count("of") > 1 or short[:2].isupper())
    part = part or (short.isupper() and len(short) <= LETTERS)
    part = part or (len(a) == 1 and b[-2] in SEATED)
    return b[-len(a) :] == a and not part


@lru_cache(maxsize=8192)
def organisation_keys(name: str) -> frozenset[str]:
    """Return keys of which every name that may be short for an organisation, or the same, has one.

    The others have theirs from `organisation_forms`.
    """
    words = organisation_words(name)
    ends = range(1, len(words) + 1)
    parts = {" ".join(part) for at in ends for part in (words[:at], words[-at:])}
    return frozenset({*parts, _without_form(words), *acronyms(name)})


def organisation_forms(name: str) -> frozenset[str]:
    """Return the keys by which to look for longer names of the same organisation."""
    words = organisation_words(name)
    return frozenset({" ".join(words), _without_form(words), _letters(name.strip("()"))})


def _without_form(words: tuple[str, ...]) -> str:
    return "= " + " ".join(sorted(set(words) - CORPORATE - SMALL_WORDS))


@lru_cache(maxsize=65536)
def same_organisation(one: str, other: str) -> bool:
    """Say whether two names of organisations are alike but for order, small words, legal form."""
    forms = {_without_form(organisation_words(one)), _without_form(organisation_words(other))}
    return len(forms) == 1 and forms != {_without_form(())}
