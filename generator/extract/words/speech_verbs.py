"""English words that attribute: verbs and nouns of saying, thinking, wanting and judging.

A verb is listed under what it takes as the thing said: a clause (`say that`), an infinitive
(`vow to`), a noun (`condemn the raid`), a noun and an infinitive (`urge them to`), or a noun behind
a preposition (`call for a truce`). The lists are of English, closed and general; membership says
nothing about one article.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


SPEAKING = _words(
    """accuse acknowledge add admit advise affirm agree allege announce answer apologise
    apologize appeal argue ask assert assure attest aver bark beam beg bemoan blame blast
    boast brag brief call caution challenge chant charge chide chime chuckle cite claim
    clarify comment commit complain concede conclude concur condemn confess confide
    confirm contend continue counter criticise criticize cry declare decline decry demand
    demur denounce deny describe detail disagree disclose dispute echo elaborate emphasise
    emphasize enthuse exclaim explain express fume gasp grin groan growl gush hail hint
    implore imply indicate inform inquire insinuate insist instruct interject interrupt
    intone invite joke lament laugh maintain mention moan muse mutter note notify object
    observe opine order phrase plead pledge point posit post praise predict proclaim
    profess promise pronounce propose protest qualify quip quote rail rant rave read
    reason reassure rebut recall recite recommend recount refuse refute reiterate relate
    relay remark remind repeat reply report request respond retort reveal roar rule say
    scold scream shout shrug sigh signal sing slam smile snap snarl sneer sob speak
    specify speculate state stipulate stress submit suggest summarise summarize swear talk
    tell testify thank theorise theorize threaten thunder tout tweet underline underscore
    urge vent volunteer vow warn weep whisper wonder write yell"""
)
"""What a person does with words: a quotation may stand beside these."""

TALKING = _words("speak talk")
"""What tells that somebody used words, and not which: `spoke to the board about the harbour`."""

REPORTABLE = _words(
    """accuse acknowledge admit agree announce apologise apologize appeal ask assail attack back
    beg bemoan blame blast call challenge chastise claim commend condemn criticise
    criticize decry defend demand denounce deny deplore deride describe dismiss dispute
    downplay echo encourage endorse express hail highlight implore insist invite lambast
    lambaste lament laud mention mock note offer oppose order outline plead pledge portray
    praise predict promise propose question rail recommend reiterate reject request
    ridicule rule slam support swear threaten tout urge voice vow warn welcome"""
)
"""What is reported as said even where it is no clause: `called for a truce`, `vowed to return`."""

THINKING = _words(
    """accept anticipate appreciate assume believe calculate care consider contemplate deem doubt
    dream expect fear feel figure find forecast foresee forget gather guess hear hold hope
    imagine intend judge know learn like mean mind plan ponder prefer presume realise
    realize reckon recognise recognize regret remember resent sense suppose surmise
    suspect think trust understand want wish worry"""
)
"""What a person does without words."""

SHOWING = _words(
    """conclude confirm demonstrate determine discover document estimate find forecast identify
    illustrate imply indicate measure note predict project prove record report reveal say
    show state suggest warn"""
)
"""What a document, a poll or a study does."""

POINTING = _words("demonstrate illustrate imply indicate mean prove reveal show signal suggest")
"""What a thing does as well, without words: `the tracks suggest that a bear passed`."""

ADDRESSING = _words(
    "advise ask assure convince inform instruct notify persuade promise remind show teach tell warn"
)
"""Verbs with somebody spoken to between them and what is said: `told the court that`."""

STATING = _words(
    """acknowledge admit allege announce argue claim confirm contend explain insist maintain note
    predict report reveal say show state tell warn write"""
)
"""What `as` may introduce: `as the mayor said`; not `as she asked`."""

CLAUSE = frozenset(SPEAKING | THINKING | SHOWING) - _words(
    """accuse blame blast call challenge chide commit condemn criticise criticize decline
    denounce express hail invite like mind praise refuse resent scold slam speak talk thank
    tout"""
) | _words("decide demand establish notice question rule see verify vote")
"""Verbs that take a clause as what is said: `that`, `whether`, `how`, or none of these."""

INFINITIVE = _words(
    """agree aim appeal ask beg choose claim consent decide decline demand elect expect hope
    intend offer oppose plan plead pledge prefer prepare promise propose refuse resolve
    seek swear threaten undertake volunteer vote vow want wish"""
)
"""Verbs that take `to` and a verb as what is said."""

OBJECT = _words(
    """accuse acknowledge address admire admit advocate announce applaud assail attack back bash
    bemoan berate blame blast brand call caution celebrate challenge champion characterise
    characterize chastise chide cite claim commend compare compliment concede condemn
    confirm confront contradict criticise criticize debate decry deem defend demand
    denounce deny deplore deride describe desire despise detail disavow disclose discuss
    dismiss disparage dispute disregard downplay dub echo embrace emphasise emphasize
    encourage endorse estimate explain express fault favor favour fear flag forecast
    foresee grill hail highlight honor honour indicate issue knock label lambast lambaste
    lament laud liken love mention mock note oppose outline pan plan portray praise
    predict prefer proclaim project promise promote propose protest question rate rebuff
    rebuke rebut recall recommend recount reference refute regret reiterate reject relish
    repeat report reprimand repudiate request resent retract reveal ridicule rip salute
    scold second see show signal slam slap slate sponsor state stress suggest summarise
    summarize support tell thank threaten tout trash trumpet underline underscore unveil
    urge view voice want warn weigh welcome write"""
)
"""Verbs that take a noun as what is said or judged."""

WORDLESS = _words("celebrate desire embrace fear honor honour love see second sponsor support want")
"""Of these what one does or feels without a word: no quotation follows them."""

OBJECT_INFINITIVE = _words(
    """advise ask beg beseech challenge command encourage exhort expect implore instruct invite
    order press pressure prompt remind request tell urge want warn"""
)
"""Verbs that take a noun and an infinitive: `urge them to leave`."""

CLAUSE_NOUNS = _words(
    """accusation admission agreement allegation announcement argument assertion assessment
    assumption assurance belief bet call charge claim comment commitment complaint concern
    conclusion confidence confirmation contention conviction decision demand denial doubt
    estimate evidence expectation fear finding forecast hint hope hypothesis idea
    impression indication insistence message notion offer opinion order plan pledge
    prediction promise proposal prospect question recommendation refusal remark reminder
    report request resolution revelation ruling rumor rumour sense sign signal speculation
    statement story suggestion suspicion theory threat tip view vow warning willingness
    wish word worry"""
)
"""Nouns that take a clause or an infinitive as what is said: `the claim that`, `a promise to`."""

CLAUSE_ADJECTIVES = _words(
    """adamant afraid aware certain clear concerned confident convinced doubtful hopeful
    optimistic positive satisfied sceptical skeptical sorry sure unaware unclear
    unconvinced unsure wary worried"""
)
"""Adjectives that take a clause as what is thought: `was sure that`."""

_PREPOSITIONS = {
    "about": """agree argue ask boast brag care caution complain comment dream fret inquire joke
        know lie query rant rave speculate testify think tweet warn wonder worry write""",
    "against": "argue campaign caution decide protest rail rally rule speak testify vote warn",
    "at": "balk bristle hint lash marvel poke scoff seethe sneer",
    "for": """advocate apologise apologize appeal argue ask call campaign clamor clamour hope
        lobby plead pray press push vie vote""",
    "in": "believe confide",
    "of": """accuse approve boast complain conceive despair disapprove dream hear learn speak talk
        tell think warn""",
    "on": """agree call comment decide dwell elaborate expand focus insist reflect seize
        touch""",
    "over": "agonise agonize argue clash debate quarrel rally spar",
    "to": "admit agree allude appeal commit confess object point refer swear testify",
    "with": "agree concur disagree quarrel side sympathise sympathize",
}
_PHRASAL = frozenset(
    (verb, preposition) for preposition, verbs in _PREPOSITIONS.items() for verb in verbs.split()
)


def takes_preposition(verb: str, preposition: str) -> bool:
    """Tell whether what is said follows a verb behind this preposition: `call for`."""
    return (verb, preposition) in _PHRASAL
