"""The irregular verbs of English: base form to simple past and past participle."""

from __future__ import annotations

_TABLE = """
arise arose arisen; awake awoke awoken; be was been; bear bore borne; beat beat beaten
become became become; befall befell befallen; beget begot begotten; begin began begun
behold beheld beheld; bend bent bent; beset beset beset; bet bet bet; bid bid bid; bind bound bound
bite bit bitten; bleed bled bled; blow blew blown; break broke broken; breed bred bred
bring brought brought; broadcast broadcast broadcast; build built built; burst burst burst
bust bust bust; buy bought bought; cast cast cast; catch caught caught; choose chose chosen
cling clung clung; come came come; cost cost cost; creep crept crept; cut cut cut; deal dealt dealt
dig dug dug; do did done; draw drew drawn; drink drank drunk; drive drove driven; dwell dwelt dwelt
eat ate eaten; fall fell fallen; feed fed fed; feel felt felt; fight fought fought; find found found
flee fled fled; fling flung flung; fly flew flown; forbid forbade forbidden
forecast forecast forecast; foresee foresaw foreseen; foretell foretold foretold
forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone
forsake forsook forsaken; freeze froze frozen; get got got; give gave given; go went gone
grind ground ground; grow grew grown; hamstring hamstrung hamstrung; hang hung hung; have had had
hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; input input input
inset inset inset; keep kept kept; kneel knelt knelt; know knew known; lay laid laid; lead led led
leap leapt leapt; leave left left; lend lent lent; let let let; lie lay lain; light lit lit
lose lost lost; make made made; mean meant meant; meet met met; mislead misled misled
misread misread misread; mistake mistook mistaken; misunderstand misunderstood misunderstood
mow mowed mown; offset offset offset; outbid outbid outbid; outdo outdid outdone
outgrow outgrew outgrown; outrun outran outrun; outsell outsold outsold; overcome overcame overcome
overdo overdid overdone; override overrode overridden; overrun overran overrun
oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown
partake partook partaken; pay paid paid; prove proved proved; put put put; quit quit quit
read read read; rebuild rebuilt rebuilt; redo redid redone; remake remade remade; rend rent rent
repay repaid repaid; rerun reran rerun; resell resold resold; reset reset reset
rethink rethought rethought; retake retook retaken; rewrite rewrote rewritten; rid rid rid
ride rode ridden; ring rang rung; rise rose risen; run ran run; saw sawed sawn; say said said
see saw seen; seek sought sought; sell sold sold; send sent sent; set set set; sew sewed sewn
shake shook shaken; shed shed shed; shine shone shone; shoot shot shot; show showed shown
shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat; slay slew slain
sleep slept slept; slide slid slid; sling slung slung; slit slit slit; sow sowed sown
speak spoke spoken; speed sped sped; spend spent spent; spin spun spun; spit spat spat
split split split; spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen
stick stuck stuck; sting stung stung; stink stank stunk; stride strode stridden
strike struck struck; string strung strung; strive strove striven; swear swore sworn
sweep swept swept; swell swelled swollen; swim swam swum; swing swung swung; take took taken
teach taught taught; tear tore torn; tell told told; think thought thought; throw threw thrown
thrust thrust thrust; tread trod trodden; undercut undercut undercut; undergo underwent undergone
underlie underlay underlain; understand understood understood; undertake undertook undertaken
underwrite underwrote underwritten; undo undid undone; unwind unwound unwound; uphold upheld upheld
upset upset upset; wake woke woken; wear wore worn; weave wove woven; weep wept wept; wet wet wet
win won won; wind wound wound; withdraw withdrew withdrawn; withhold withheld withheld
withstand withstood withstood; wring wrung wrung; write wrote written
"""

_BRITISH = """
burn burnt burnt; dream dreamt dreamt; lean leant leant; learn learnt learnt; smell smelt smelt
spell spelt spelt; spill spilt spilt; spoil spoilt spoilt; get got gotten; prove proved proven
knit knit knit; wed wed wed; plead pled pled; sneak snuck snuck; dive dove dived
"""


def _rows(table: str) -> list[tuple[str, str, str]]:
    entries = table.strip().replace("\n", ";").split(";")
    return [(base, past, done) for base, past, done in (entry.split() for entry in entries)]


PAST: dict[str, str] = {base: past for base, past, _ in _rows(_TABLE)}
"""Base form to simple past."""

PARTICIPLE: dict[str, str] = {base: done for base, _, done in _rows(_TABLE)}
"""Base form to past participle."""

BASE_OF_PAST: dict[str, str] = {past: base for base, past, _ in _rows(_BRITISH) + _rows(_TABLE)}
"""Simple past, variants included, to base form."""

BASE_OF_PARTICIPLE: dict[str, str] = {
    done: base for base, _, done in _rows(_BRITISH) + _rows(_TABLE)
}
"""Past participle, variants included, to base form."""
