"""Words that tell what kind of place a name names, and that something happens there."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import PlaceKind

_NOUNS: dict[PlaceKind, str] = {
    "region": """area borough canton county department district division emirate governorate krai
        mandal municipality oblast parish prefecture province raion region republic state taluk
        taluka tehsil territory upazila voivodeship ward""",
    "city": """borough capital city hamlet kibbutz neighbourhood neighborhood suburb town township
        village""",
    "body-of-water": """basin bay bayou brook canal channel creek fjord gulf harbour harbor inlet
        lagoon lake loch lough ocean pond reservoir river sea sound strait straits stream waters
        waterway""",
    "landform": """archipelago atoll beach canyon cape cave cliff coast crater delta desert dune
        fault forest glacier gorge heights hill hills island islands isle isles jungle massif mount
        mountain mountains pass peak peninsula plain plateau rainforest reef ridge savanna shoal
        shore steppe valley volcano wetland wetlands woods""",
    "site": """abbey aerodrome airfield airport airstrip alley arena avenue barrage barracks base
        basilica boulevard bridge building bungalow camp campus casino castle cathedral cemetery
        chapel checkpoint church circuit citadel clinic colliery complex compound consulate
        corridor courthouse
        crossing dam depot dock docks drive embankment embassy estate expressway factory farm
        field fort fortress freeway gallery garden gardens gate hall heliport highway hospital
        hotel house interchange interstate jail junction landfill lane levee library mall
        mansion market memorial mill mine monastery monument mosque motorway museum observatory
        palace park pier pipeline plant plaza port prison quarry quay racecourse railway ranch
        refinery reserve resort restaurant road route ruins runway sanctuary school shrine
        speedway square stadium station street synagogue temple terminal theater theatre tower
        towers track tunnel university viaduct villa warehouse wharf zoo""",
}
KIND_OF_NOUN: dict[str, PlaceKind] = {
    noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()
}
"""What a place is by the last word of its name, or the word before "of"."""

CHAMBERS = frozenset(
    """bundesrat bundestag commons congress dail diet duma folketing knesset lords majlis pentagon
    rada riksdag seanad sejm senate seimas stortinget storting white-house""".split()
)
"""Parliaments and the like, which one may sit "in" without their being places."""
FACILITIES = frozenset(
    """airport airfield arena avenue beach boulevard bridge camp checkpoint circuit corridor
    crossing dam embankment freeway gardens highway hotel island jail mall motorway oval
    park pier plant port prison racecourse reservoir road speedway square stadium station
    street terminal theater theatre tower towers tunnel velodrome""".split()
)
"""Last words of names that are places even where the tagger takes them for organisations."""
HOUSES = frozenset(
    """abbey cathedral church clinic complex consulate courthouse embassy exchange factory forest
    gallery ground grounds hall hospital house pavilion
    library market mosque museum palace restaurant school shrine synagogue temple university
    college zoo""".split()
)
"""Last words of names that act and are gone to: places only where something happens in them."""

VENUES = frozenset(
    """arts civic community conference congress convention cultural detention entertainment
    exhibition leisure shopping sports visitor visitors youth""".split()
)


def is_centre(words: Sequence[str]) -> bool:
    """Say whether folded words name a house that things take place in: "Halm Conference Centre"."""
    return len(words) > 1 and words[-1] in {"center", "centre"} and words[-2] in VENUES


_FIRST: dict[PlaceKind, str] = {
    "body-of-water": "bay gulf lake loch lough river sea strait straits",
    "landform": "cape isle mont monte mount mt",
    "site": "camp fort hmp raf",
}
FIRST_WORDS: dict[str, PlaceKind] = {
    word: kind for kind, words in _FIRST.items() for word in words.split()
}
"""What a place is by the first word of its name."""

DIRECTIONS = frozenset(
    """north south east west northern southern eastern western northeast northwest southeast
    southwest north-east north-west south-east south-west northeastern northwestern southeastern
    southwestern north-eastern north-western south-eastern south-western central upper lower inner
    outer greater downtown uptown midtown rural coastal mainland metropolitan occupied nearby
    mid old""".split()
)
"""Words before a name that say which part of the place is meant."""

LOCATIVE = frozenset(
    """in at near inside outside within across throughout around off along beneath under above over
    beyond past through into onto on toward towards from to between via opposite beside amid atop
    surrounding""".split()
)
PLACING = LOCATIVE - {"from", "to", "between", "over", "on", "under", "above", "past", "beyond"}
"""Prepositions after which even a country or a capital can only be a place."""

MOVES = frozenset(
    """access advance arrive arrival come commute convoy cross delegation deploy deport deportation
    depart drive escape evacuate exile expel extradite extradition ferry flee flight flow fly get
    go head immigrate journey land march migrate migration mission move pilgrimage pull race
    return ride route run sail send ship shipment spread step stop supply swim tour transfer
    transport travel trek trip visit voyage walk withdraw withdrawal emigrate relocate close near
    next adjacent home bring take smuggle way road bus train trip railway crossing
    barge boat lorry plane ship tanker truck vessel yacht""".split()
)
"""Verbs and nouns of going: what follows "to" is a place."""
REACHES = frozenset(
    """attack batter bomb bombard capture circle cross devastate engulf enter evacuate exit flee
    flood grip hammer hit inundate invade lash leave liberate lose near occupy overrun pass pound
    ravage reach retake rock roil scour shake shell storm strike sweep swamp tour visit seize
    besiege surround traverse""".split()
)
"""Verbs whose object is a place that is reached or hit, even where it is a country."""
PLACE_NOUNS = frozenset(KIND_OF_NOUN) | frozenset(
    """border centre center coastline countryside edge frontier heartland interior mainland north
    northeast northwest outskirts part shoreline skies soil south southeast southwest east
    west tip boundary airspace bush highlands highveld hinterland lowlands lowveld outback plains
    north-east north-west south-east south-west fringe heart line quarter
    location""".split()
)
"""Nouns for a part of a place, or a place in it: "Bangladesh's northeast"."""
GATHERINGS = frozenset(
    """ceremony conference congress event exhibition fair festival game games gathering hearing
    marathon march match meeting office olympics protest race rally riot session shooting siege
    summit talk talks trial bombing blast explosion crash earthquake attack""".split()
)
"""Nouns of events: "the Cairo talks" are held in Cairo."""
