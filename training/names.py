"""Names from all over the world, to put in the place of those that the corpora repeat."""

from __future__ import annotations

from pathlib import Path
from random import Random

from training.labels import Name

_TABLE = Path(__file__).parent / "tables" / "people.txt"
"""For each region of the world a paragraph of given names and one of family names."""

_PARAGRAPHS = [block.split() for block in _TABLE.read_text(encoding="utf-8").split("\n\n")]
_REGIONS = tuple(zip(_PARAGRAPHS[::2], _PARAGRAPHS[1::2], strict=True))

_FIELDS = """
Finance Health Education Justice Defence Agriculture Transport Energy Labour Trade Tourism Culture
Interior Foreign|Affairs Home|Affairs Public|Works Water Mining Environment Fisheries Housing
Immigration Planning Youth|and|Sports
""".split()

_KINDS = """
Bank Group Holdings Airlines Airways Telecom Industries University College Institute Foundation
Association Union Federation Authority Agency Commission Council Corporation Company Times Post
Herald Tribune Television Radio Club FC United Party Front Movement Court Police Army Navy
Chamber|of|Commerce Stock|Exchange Electric Petroleum Motors Steel Pharma Insurance
Broadcasting|Corporation News|Agency Medical|Centre Football|Association Development|Bank
Electoral|Commission High|Court Supreme|Court National|Congress Democratic|Party Labour|Party
Workers|'|Union Teachers|Union Red|Crescent Red|Cross Ltd Inc. Private|Limited Ltd. PLC Limited
Capital Ventures Technologies
""".split()

_NATIONAL = """
National|Assembly Central|Bank Supreme|Court Parliament High|Court Electoral|Commission Senate
Cabinet Constitutional|Court Security|Council People|'s|Party Liberation|Front Democratic|Front
Farmers|Union Police|Service Defence|Forces Revenue|Authority Human|Rights|Commission
Anti-Corruption|Commission Bar|Association Olympic|Committee Statistics|Office Weather|Service
Red|Crescent|Society Press|Council Medical|Association
""".split()


_BODIES = """
Bureau Authority Department Office Commission Council Institute Agency Directorate Board Centre
Committee Association Federation Academy Society Organisation Bank Fund Centre
""".split()

_RANKS = "National Federal State Central Royal General Public International African Asian".split()

_SITES = """
Hospital Museum Stadium Airport Station Dam Port Bridge Mosque Park Palace Prison Tower Highway
Police|Station International|Airport General|Hospital National|Park Teaching|Hospital
Railway|Station Province District River Lake Island Mountains Valley Governorate County Region
Bay Peninsula Desert
""".split()

_STATES = "Republic|of Kingdom|of Democratic|Republic|of State|of Gulf|of Lake Mount Port".split()

_OFFICES = """
Special|Coordinator Special|Envoy Secretary Minister Deputy|Minister Ambassador
Special|Representative
spokesman spokeswoman Foreign|Minister Defence|Minister security|adviser communications|adviser
Chief|Negotiator Permanent|Secretary Undersecretary Attorney|General Deputy|Secretary
""".split()

_TITLES = """
Sheikh MP Amir Inspector HE Hon. Comandante Dr. Prof. Mr. Ms. President Minister Senator
Governor General Prime|Minister Foreign|Minister Chief|Minister CEO Judge Imam Captain Coach
Commissioner
""".split()


def _words(text: str) -> list[str]:
    return text.replace("-", "|-|").split("|") if "Anti" not in text else text.split("|")


def person(random: Random) -> list[str]:
    """Make up a person's name of some region."""
    given, family = random.choice(_REGIONS)
    form = random.random()
    if form < 0.35:
        chosen = [random.choice(family)]
    elif form < 0.85:
        chosen = [random.choice(given), random.choice(family)]
        if given[0] in {"Wei", "Min-jun"} and random.random() < 0.8:
            chosen.reverse()
    elif form < 0.95:
        chosen = [random.choice(given), random.choice(family), random.choice(family)]
    else:
        chosen = [
            random.choice(given),
            f"{random.choice('ABCDEFGHJKLMNPRST')}.",
            random.choice(family),
        ]
    return [part for name in chosen for part in _words(name)]


def title(random: Random, places: list[list[str]]) -> tuple[list[str], list[Name]]:
    """Make up a title to put before a person's name; return the names of places in it too."""
    if random.random() < 0.5:
        return random.choice(_TITLES).split("|"), []
    words: list[str] = []
    found: list[Name] = []

    def add_place() -> None:
        somewhere = random.choice(places)
        found.append((len(words), len(words) + len(somewhere), "LOC"))
        words.extend(somewhere)

    if random.random() < 0.5:
        add_place()
    words.extend(random.choice(_OFFICES).split("|"))
    form = random.random()
    if form < 0.3:
        words.extend([random.choice(("of", "for")), *random.choice(_FIELDS).split("|")])
    elif form < 0.5:
        words.append("for")
        add_place()
    elif form < 0.6:
        words.extend(["of", "State"])
    return words, found


def place(random: Random, places: list[list[str]]) -> list[str]:
    """Return the name of a place, now and then of a site, river or state called after it."""
    name = list(random.choice(places))
    form = random.random()
    if form < 0.12:
        return [*name, *random.choice(_SITES).split("|")]
    if form < 0.16:
        return [*random.choice(_STATES).split("|"), *name]
    return name


def organisation(random: Random, places: list[list[str]]) -> list[str]:
    """Make up the name of an organisation of some place or founder."""
    somewhere = random.choice(places)
    kind = random.choice(_KINDS).split("|")
    field = random.choice(_FIELDS).split("|")
    makers = (
        (0.10, lambda: [*field, "Ministry"]),
        (0.08, lambda: ["Ministry", "of", *field]),
        (0.20, lambda: _body(random, somewhere)),
        (0.16, lambda: [*somewhere, *kind]),
        (0.12, lambda: [random.choice(random.choice(_REGIONS)[1]), *kind]),
        (0.08, lambda: random.choice(_NATIONAL).split("|")),
        (0.06, lambda: ["University", "of", *somewhere]),
        (0.16, lambda: [_acronym(random)]),
        (0.04, lambda: [somewhere[0][:4].capitalize() + random.choice(_ENDINGS)]),
    )
    weights = [weight for weight, _ in makers]
    name = random.choices([make for _, make in makers], weights)[0]()
    return [part for word in name for part in _words(word)]


_ENDINGS = "tech soft net mart com pay gen bio".split()


def _body(random: Random, place: list[str]) -> list[str]:
    """Make up a public body: `National Bureau of Trade and Mining`."""
    first = random.choice([[random.choice(_RANKS)], place, []])
    fields = random.choice(_FIELDS).split("|")
    if random.random() < 0.4:
        fields = [*fields, "and", *random.choice(_FIELDS).split("|")]
    return [*first, random.choice(_BODIES), random.choice(("of", "of", "for")), *fields]


def _acronym(random: Random) -> str:
    letters = "ABCDEFGHIJKLMNOPRSTUVW"
    return "".join(random.choice(letters) for _ in range(random.choice((2, 3, 3, 3, 4, 4, 5))))
