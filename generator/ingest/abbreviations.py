"""The words that a full stop may follow without ending a sentence, and the words that begin one."""

from __future__ import annotations

TITLES = frozenset(
    """
    adm atty barr brig bros capt cdr cmdr cmdt col cpl cpt det dr drs ens fr gen gov hon insp lt
    maj messrs mme mlle mr mrs ms msgr mx pfc ph pres prof pvt rep reps rev sen sens sgt spc
    supt visc
    """.split()
)
"""Stand before a name: never end a sentence."""

NUMBERED = frozenset("art arts ch figs fig no nos nr op para pp p sec sect vol vols v".split())
"""End no sentence before a number."""

WITH_NAMES = frozenset(
    """
    approx assn assoc ave bldg blvd ca cf co comm corp dept dist div est etc excl ext ft
    gmbh govt hwy inc incl intl jr llc ltd max mfg min mt mtn mts nat natl plc pl pt rd ret
    retd sr sq st sta ste tel univ viz vs al ed eds esq e.g i.e eg ie ala ariz ark calif
    colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ont
    ore pa penn que sask tenn tex va vt wash wis wyo jan feb mar apr jun jul aug sep sept
    oct nov dec mon tue tues wed thu thur thurs fri sat sun
    """.split()
)
"""End a sentence only where the next word can begin one (“Ltd. The”, not “Ltd. Smith”)."""

WORDS_TOO = frozenset(
    """
    art ed max min no pt sat sun wed mar fig del ill ind la miss mo pa va est mass wash al
    mon
    """.split()
)
"""Those of them that are words as well: abbreviations only with a capital."""

NEVER_LAST = frozenset({"e.g", "i.e", "eg", "ie", "cf", "viz", "vs", "ca", "approx"})
"""Something must follow these: never end a sentence."""

STARTERS = frozenset(
    """
    a about according after all also although amid among an and another any anyone as asked
    at authorities because before both but by critics despite during each earlier either
    even every everyone few for four from given had half has have he hence her here his how
    however hundreds i if in instead investigators it its last later like many meanwhile
    more most much my neither nevertheless next no nobody none nor not nothing now officials
    on once one only opponents or other others our over perhaps police residents several she
    similarly since so some someone still such supporters ten that the their then there
    therefore these they thirty this those though thousands three through thus to today
    together two under unless unlike until upon we what when where whether which while who
    whoever why witnesses with within without yesterday yet you your
    """.split()
)
"""Words that, with a capital, rather begin a sentence than go on with a name."""

SPEECH = frozenset(
    """
    said says asked asks added adds replied wrote writes told tells shouted cried wondered
    demanded recalled explained insisted joked quipped tweeted posted continued declared
    exclaimed yelled inquired
    """.split()
)
"""Verbs of an attribution after a quoted question or exclamation."""

TIME_ZONES_AND_DAYS = frozenset(
    """
    est edt cst cdt mst mdt pst pdt et ct pt gmt utc bst cet cest ist jst eastern central
    pacific monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december
    """.split()
)
"""Go on with a time of day (“6 p.m. Thursday”)."""
