"""Words of knowing, telling and settling a matter, and of leaving it open."""

REFUSING = frozenset(
    "decline refuse fail unable reluctant unwilling neglect avoid struggle omit forget"
    " short".split()
)
"""What denies the verb below it: "declined to say", "stopped short of saying"."""
SAYING = frozenset(
    "say disclose reveal specify indicate confirm know announce clarify explain tell elaborate"
    " state establish identify answer comment discuss detail name give provide determine"
    " draw predict estimate understand guarantee remember recall".split()
)
"""Verbs that hold an answer; denied, they leave the question behind them open."""
WORKING_OUT = frozenset(
    "spell mention address agree speculate trace describe outline pinpoint divulge ascertain"
    " publish release acknowledge settle resolve prove report suggest set forecast figure show"
    " record emerge transpire discover count".split()
)
"""More of them, which do as much without a question behind them."""
UNCLEAR = frozenset(
    "unclear uncertain unknown secret confidential withheld undecided unresolved undetermined"
    " unsettled unanswered doubtful"
    " unconfirmed undisclosed unspecified unexplained unsaid unstated unsolved obscure murky"
    " unproven inconclusive".split()
)
SETTLED = frozenset(
    "clear plain known certain sure decided determined settled established disclosed revealed"
    " announced confirmed specified found identified understood explained made set released"
    " ascertained spelled spelt verified authenticated published agreed resolved fixed finalised"
    " finalized given stated available substantiated proved proven corroborated obvious evident"
    " named clarified addressed mentioned worked estimated assessed calculated".split()
)
"""States and participles of an answer; denied, they leave it open."""
SILENT = frozenset(
    "silent quiet mum coy vague lipped cagey evasive noncommittal committal guarded".split()
)
"""How somebody is who does not tell: "silent on whether", "tight-lipped about"."""
PUZZLED = frozenset(
    "unsure undecided uncertain split divided torn puzzled baffled mystified perplexed wiser"
    " guessing wondering stumped".split()
)
"""How people are who do not know or have not decided."""
TOO_EARLY = frozenset({"early", "soon", "premature"})
TOO_HARD = TOO_EARLY | frozenset("impossible hard harder difficult wrong inappropriate".split())
"""What denies the verb below it: "it is too early to say", "hard to tell"."""
CONFIRMING = frozenset({"confirm", "verify", "comment", "deny", "say", "authenticate"})
DIFFERING = frozenset("differ disagree dispute split divide clash contest debate argue".split())
EVADING = frozenset("dodge evade sidestep duck deflect skirt avoid".split())
ANSWERS = frozenset(
    "answer answers detail details information word indication judgment verdict clarity vote"
    " advice idea clue clues agreement consensus mention sign evidence explanation hint timetable"
    " estimate understanding mind nothing record trace recollection proof comment claim".split()
)
"""Nouns of an answer: what they are about is open only where there is none yet."""
ACCOUNTS = frozenset("accounts account reports claims versions estimates theories stories".split())
"""Nouns of what is told: what they are about is open only where they are at odds."""
AT_ODDS = frozenset(
    "conflicting contradictory differing rival competing different opposite".split()
)
"""How accounts are that cannot all be right."""
DOUBTS = frozenset(
    "question questions doubt doubts dispute debate uncertainty speculation confusion mystery"
    " disagreement controversy row unknown puzzle accusations argument arguments quarrel wrangling"
    " recriminations guesswork conjecture concern concerns fears".split()
)
"""Nouns of a matter that is open."""
HINGING = frozenset({"depend", "hinge", "hang", "rest", "turn"})
"""What a matter does on something or with somebody that will decide it."""
AT_VARIANCE = frozenset({"odds", "loggerheads", "apart"})
PUZZLES = frozenset({"mystery", "guess", "puzzle", "riddle", "enigma"})
"""What is called so is not known."""
ASKED_NOUNS = (
    ANSWERS
    | AT_VARIANCE
    | DOUBTS
    | ACCOUNTS
    | frozenset("decision ruling talks inquiry investigation probe".split())
)
"""Nouns that a "whether" or "when" may hang on."""
ENQUIRIES = frozenset(
    "request requests question questions call calls message messages email emails comment"
    " inquiries inquiry enquiries".split()
)
"""What a reporter sends: who does not respond to that has left nothing else open."""
