"""Words that tell people, organisations and doing apart: lists of English news vocabulary."""

from __future__ import annotations

from functools import lru_cache

PEOPLE = frozenset(
    """abbot accountant activist actor actress administrator
    adviser advisor advocate aide ambassador analyst councilor
    applicant archaeologist architect artist assailant astronaut astronomer athlete attacker
    attendant author backbencher banker barrister bishop boss boy brigadier brother buyer
    cabinetmaker campaigner candidate captain carer cashier celebrity chairman chairwoman chair
    champion chancellor chemist chief child citizen civilian clergyman clerk climber climatologist
    coach colleague collector colonel columnist commander commentator commissioner commuter
    conductor congressman congresswoman conservationist constable consultant coordinator coroner
    correspondent councillor counsel counterpart creditor crewman crew critic curator customer
    cyclist dad daughter dealer dean defendant defender delegate demonstrator deputy designer
    detective diplomat director dissident diver doctor driver economist editor elder employee
    engineer entrepreneur envoy epidemiologist executive expert explorer farmer father fighter
    firefighter fisherman fisher founder friend gamer gardener general geologist girl goalkeeper
    governor graduate grandfather grandmother guard guerrilla gunman head herder historian
    hostage hostage-taker hunter husband immigrant infant inmate insider inspector instructor
    insurgent interpreter investigator investor islander journalist judge juror justice kid king
    laborer labourer landlord lawmaker lawyer leader lecturer legislator lieutenant lobbyist
    local magistrate man manager mate teammate marcher mayor mechanic mediator medic member merchant
    meteorologist midwife migrant militant millionaire billionaire miner minister moderator
    monarch monitor mother motorist mp musician nanny negotiator neighbor neighbour neurologist
    nominee novelist nun nurse nutritionist observer offender officer official operative
    opponent organiser organizer owner painter paramedic parent parishioner partner passenger
    passer-by patient patron peacekeeper pedestrian pensioner person philanthropist photographer
    physician physicist pilot player playwright plaintiff poet policeman policewoman politician
    pollster premier president priest prime-minister prince princess principal prisoner producer
    professor prosecutor protester protestor psychiatrist psychologist pupil queen rabbi racer
    rancher ranger reader rebel recruit referee refugee reporter representative rescuer
    researcher resident respondent reviewer rider rival runner sailor salesman scholar scientist
    secretary seaman seamstress seller senator separatist sergeant shareholder sheriff
    shopkeeper singer sister skipper soldier solicitor son source speaker specialist spokesman
    spokesperson spokeswoman staffer statesman strategist striker student successor suitor
    superintendent supervisor supporter surgeon surveyor survivor suspect swimmer sympathiser
    teacher technician teenager tenant therapist thief tourist trader trainer traveller traveler
    treasurer trustee tutor victim vendor veteran villager visitor volunteer voter waiter warden
    widow widower wife winner witness woman worker worshipper writer youngster youth
    zoologist bidder contender caller donor recipient restorer chorister
    people men women children policemen crewmen fishermen gunmen clergy
    faithful arsonist burglar client conman conwoman crook fraudster grower hacker intruder killer
    mugger murderer predator raider rapist robber smuggler stalker swindler thug trafficker vandal
    vicar
    yob substitute winger midfielder undersecretary batsman bowler international skipper
    cofounder co-founder baker barber bartender beautician bodyguard bricklayer builder butcher
    caretaker carpenter chef courier dentist electrician florist hairdresser headmaster headmistress
    janitor jeweller librarian optician paediatrician pharmacist plumber postman roofer trucker
    asi asp ceo cfo cio coo cto mep mla mlc mna mpp msp oc sho ssp
    batter hander opener seamer spinner flanker mum barmaid matron
    headteacher lifeguard vicepresident whistleblower accused businessman businesswoman patriarch
    matriarch pastor
    alumnus archivist borrower breeder bystander canvasser claimant cleaner detainee diner
    dispatcher docker driller evacuee eyewitness forecaster hiker holidaymaker imam litigant monk
    onlooker planner programmer shopper skier spectator subscriber surfer trawlerman umpire
    cousin granddaughter grandson stepfather stepmother undergraduate usher walker welder
    cameraman craftsman doorman foreman forewoman guardsman linesman ombudsman repairman
    serviceman stuntman tradesman
    assistant barista blogger cartoonist chancellor choreographer comedian composer cosmonaut
    dancer deckhand drummer fitter gran grandad grandparent great-gran guitarist herdsman
    housewife illustrator influencer instigator magician mathematician mechanic medallist
    narrator nephew niece parliamentarian philosopher pianist podcaster postmaster presenter
    publican receptionist sculptor seafarer secretary-general shepherd steward striker taxpayer
    toddler translator undertaker vet violinist virtuoso weaver windsurfer woodcutter
    backer classmate competitor flatmate housemate roommate tailor td workmate""".split()
)
"""Lemmas of nouns that name people by what they are or do."""

PEOPLE_ENDINGS = (
    "worker",
    "woman",
    "person",
    "holder",
    "owner",
    "keeper",
    "seeker",
    "goer",
    "player",
    "dweller",
    "driver",
    "fighter",
    "chemist",
    "grapher",
    "herder",
    "logist",
    "smith",
    "tanist",
)
"""Last parts of compounds that name people ("dockworker", "stallholder")."""

ORGANISATIONS = frozenset(
    """academy administration agency airline alliance army assembly association authority bank
    bench board brigade broadcaster bureau cabinet campaign carrier chamber charity church
    clinic club coalition college commission committee community company confederation
    conglomerate congress contractor consortium corporation council court crown department
    developer directorate embassy enterprise faction federation firm force foundation fund gang
    garrison government group guild hospital inspectorate insurer institute institution junta jury
    lab laboratory league legislature lobby maker manufacturer military militia ministry mission
    monarchy mosque movement museum navy newspaper ngo office operator opposition organisation
    organization outlet palace panel parliament party patrol police prosecution publisher regime
    regiment regulator retailer secretariat senate society squad startup start-up studio
    supplier syndicate task-force team tribunal troop troops trust union university utility
    watchdog prosecutors police army airforce brewery brokerage broadsheet consultancy daily
    magazine nonprofit non-profit railroad railway refiner refinery tabloid think-tank thinktank
    coastguard weekly""".split()
)
"""Lemmas of nouns that name bodies which act."""

FOREIGN_BODY_NOUNS = frozenset(
    """academia asociacion assemblee associacao atletico banco
    banque borussia centro club comision comite confederacion consejo dinamo
    dynamo federacion federation frente fundacion instituto institut ministere ministerio
    movimiento observatoire observatorio partido parti radio sindicato sociedad societe tribunal
    union universidad universidade universite universitas verband verein""".split()
)
"""First words of the names of bodies in other languages, and of clubs, folded."""

WRITINGS = frozenset(
    """account affidavit agreement analysis announcement article assessment audit blog book brief
    briefing bulletin charter circular column commentary communique complaint constitution contract
    decree directive document dossier draft editorial email e-mail essay filing guidance guideline
    indictment journal judgment law lawsuit leaflet letter manifesto manual memo memorandum message
    minute note notice order paper petition poll post press-release proposal prospectus record
    regulation release report research resolution review rule ruling script sign statement
    study survey testimony text transcript treaty tweet verdict warrant website""".split()
)
"""Lemmas of nouns for what has words in it: a report says, a footprint only suggests."""

EVIDENCE = frozenset(
    """autopsy census count data estimate evidence exam experiment figure finding footage forecast
    image index inquiry investigation model photo photograph picture probe projection recording
    result scan statistic test trial video""".split()
)
"""Lemmas of nouns for what shows something without saying it."""

EITHER = frozenset(
    """activist backer bidder broker
    builder buyer competitor creditor customer developer distributor
    exporter farmer grower importer insurer investor landlord leader lender maker operator opponent
    owner partner processor producer publisher rival seller shareholder shipbuilder sponsor supplier
    tenant winner""".split()
)
"""What a body is as well as a person: "the owner, Halm Lines"."""

AGENCIES = frozenset(
    """afp aljazeera anadolu ansa antara axios bbc bernama buzzfeed cbs cnn dpa efe haaretz irna
    jazeera kyodo npr politico politifact reuters rudaw tasnim upi wafa xinhua yonhap""".split()
)
"""Folded last words that only the names of newspapers and agencies have."""
OUTLETS = AGENCIES | frozenset(
    """abc bloomberg broadcasting daily herald itv magazine nbc news newspaper press radio tass
    television times tribune tv vox weekly""".split()
)
"""Folded words anywhere in the names of newspapers, agencies and broadcasters."""

MASTHEADS = frozenset(
    """advertiser age ap argus bulletin chronicle courier dispatch echo economist enquirer examiner
    express gazette globe guardian independent inquirer journal mail mirror monitor observer people
    post record register reporter review sentinel standard star sun telegraph today voice
    wire""".split()
)
"""Folded words that such a name ends in, and other names hold: not `Star Lines`."""

OUTLET_NOUNS = frozenset(
    "newspaper paper agency outlet broadcaster daily weekly monthly magazine tabloid"
    " broadsheet website portal".split()
)
"""What newspapers call each other."""

AGENTIVE_VERBS = frozenset(
    """accept accuse act agree aim allow announce apologise apologize appeal approve argue arrest
    ask assert attack attend authorise authorize back ban believe blame block boycott break
    bring call cancel challenge claim clear close commit complain condemn confirm consider
    cooperate criticise criticize cut deal decide declare decline defend demand demonstrate deny
    deploy describe dismiss dispatch dispute drop elect endorse engage expect expel express fear
    fight file fire freeze give grant halt have help hit hold hope host identify impose indicate
    insist intend invade invite join keep kill know launch lead leave level lift like look lose
    make meet mobilise mobilize move name negotiate note offer open oppose order own pass pay
    play plan pledge prepare press prevent promise propose protest provide publish pull push put
    quit raise react recall receive recognise recognize refuse reject release remain reply
    report request resist respond restore retaliate return reveal review ring rule run sanction
    say search see seek sell send set share shell sign speak start state step stop strike stand
    submit suggest summon support suspend take talk target tell thank think threaten try turn
    urge use veto vote vow wait want warn welcome win withdraw work worry write
    beat begin defeat hail mull ponder question ratify rebuke study weigh""".split()
)
"""Verbs whose subject acts on purpose: a place as their subject stands for its rulers."""

PATIENT_VERBS = frozenset(
    """accuse ask beat blame condemn criticise criticize pressure press push sue tell threaten thank
    urge warn sanction invite persuade""".split()
)
"""Verbs whose object is someone addressed or charged."""

POSSESSED_ACTS = frozenset(
    """accusation action agenda aggression air-strike ally ambassador ambition announcement answer
    appeal approach army assault assessment assault attack attempt backing ban bid cabinet claim
    commitment concern condemnation conduct consent counterattack decision defence defense
    delegation demand denial determination diplomacy diplomat effort embassy envoy foreign force
    goal government influence intelligence intention interest intervention invasion invitation
    involvement leader leadership military minister missile move negotiator objection offensive
    offer official operation opposition participation plan pledge policy position president
    pressure programme program promise proposal proxy reaction refusal rejection reply
    representative request response retaliation return role ruler sanction security stance
    statement strategy strike support threat tie troop veto view war warning willingness
    withdrawal wish""".split()
)
"""Nouns for what someone who acts has: "Jerusalem's proposal", not "Jerusalem's hills"."""

INDEFINITE = frozenset(
    """one none nobody somebody someone anyone everyone everybody anybody who whoever anything
    something nothing everything this that these those it there which what another other others
    both neither either all some many few most several more such""".split()
)
"""Words that never name an actor by themselves."""


AGENT_ENDINGS = ("er", "or", "ist", "ian", "ant")
"""Endings of nouns for those who do something, if they also speak: "forecasters warned"."""
HARMED = frozenset(
    """burn bury crush dead displace hospitalise hospitalize hurt injure kill rescue shoot trap
    wound""".split()
)
"""What is done to people: “when” and “as” after it tell the course of the accident."""
COMPANIES = frozenset(
    """company firm contractor maker retailer developer carrier airline automaker bank chain
    chipmaker conglomerate drugmaker group lender manufacturer miner operator producer supplier
    startup""".split()
)
ANY_COMPANY = COMPANIES - {"contractor", "developer", "group", "operator", "producer", "supplier"}
"""Nouns that the company of an article may go by, whatever its name is."""


CRAFTS = frozenset(
    """bookmaker cabinetmaker dressmaker filmmaker film-maker homemaker kingmaker lacemaker lawmaker
    matchmaker peacemaker playmaker policymaker shoemaker troublemaker watchmaker""".split()
)
"""Makers who are people; a planemaker or a drugmaker is a company."""


def is_company_noun(lemma: str) -> bool:
    """Say whether a noun, by its lemma, may stand for a company."""
    return lemma in COMPANIES or (lemma.endswith("maker") and lemma not in CRAFTS)


@lru_cache(maxsize=4096)
def is_people_noun(lemma: str) -> bool:
    """Say whether a noun, by its lemma, names people."""
    if lemma in PEOPLE or lemma in CRAFTS:
        return True
    ended = lemma.endswith(PEOPLE_ENDINGS) and lemma not in ORGANISATIONS
    return ended and not is_company_noun(lemma)
