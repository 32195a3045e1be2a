from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.questions.finding import choose, find_questions, open_points
from generator.extract.questions.point import OpenPoint
from generator.extract.reading import Attribution
from generator.model import Draft, Span, Who

from .trees import actor, parsed, reading

WHEREABOUTS = (
    "Her whereabouts are unknown.",
    "Her/PRP$/2/nmod:poss whereabouts/NNS/4/nsubj are/VBP/4/cop unknown/JJ/0/root ././4/punct",
)
CAUSE = (
    "The cause of the fire has not been established.",
    "The/DT/2/det cause/NN/9/nsubj:pass of/IN/5/case the/DT/5/det fire/NN/2/nmod has/VBZ/9/aux"
    " not/RB/9/advmod been/VBN/9/aux:pass established/VBN/0/root ././9/punct",
)
CONDITION = (
    "The strike could be called off if the council paid the drivers.",
    "The/DT/2/det strike/NN/5/nsubj:pass could/MD/5/aux be/VB/5/aux:pass called/VBN/0/root"
    " off/RP/5/compound:prt if/IN/10/mark the/DT/9/det council/NN/10/nsubj paid/VBD/5/advcl"
    " the/DT/12/det drivers/NNS/10/obj ././5/punct",
)
COUNTERFACTUAL = (
    "If they had closed the gate, the horses would have stayed.",
    "If/IN/4/mark they/PRP/4/nsubj had/VBD/4/aux closed/VBN/12/advcl the/DT/6/det gate/NN/4/obj"
    " ,/,/4/punct the/DT/9/det horses/NNS/12/nsubj would/MD/12/aux have/VB/12/aux stayed/VBN/0/root"
    " ././12/punct",
)
EITHER = (
    "The final will be played in either Lagos or Abuja.",
    "The/DT/2/det final/NN/5/nsubj:pass will/MD/5/aux be/VB/5/aux:pass played/VBN/0/root"
    " in/IN/8/case"
    " either/CC/8/cc:preconj Lagos/NNP/5/obl or/CC/10/cc Abuja/NNP/8/conj ././5/punct",
)
REQUEST = (
    "The union has asked the council to publish the accounts.",
    "The/DT/2/det union/NN/4/nsubj has/VBZ/4/aux asked/VBN/0/root the/DT/6/det council/NN/4/obj"
    " to/TO/8/mark publish/VB/4/xcomp the/DT/10/det accounts/NNS/8/obj ././4/punct",
)
NO_REPLY = (
    "The council has not replied.",
    "The/DT/2/det council/NN/5/nsubj has/VBZ/5/aux not/RB/5/advmod replied/VBN/0/root ././5/punct",
)
GRANTED = (
    "The council agreed.",
    "The/DT/2/det council/NN/3/nsubj agreed/VBD/0/root ././3/punct",
)
DEMAND = (
    "Residents are demanding that the quarry be closed by June.",
    "Residents/NNS/3/nsubj are/VBP/3/aux demanding/VBG/0/root that/IN/8/mark the/DT/6/det"
    " quarry/NN/8/nsubj:pass be/VB/8/aux:pass closed/VBN/3/ccomp by/IN/10/case June/NNP/8/obl"
    " ././3/punct",
)
DENIAL = (
    "The mayor denied that the road had been sold.",
    "The/DT/2/det mayor/NN/3/nsubj denied/VBD/0/root that/IN/9/mark the/DT/6/det"
    " road/NN/9/nsubj:pass had/VBD/9/aux been/VBN/9/aux:pass sold/VBN/3/ccomp ././3/punct",
)
ACCUSATION = (
    "Residents accuse the quarry of poisoning the river.",
    "Residents/NNS/2/nsubj accuse/VBP/0/root the/DT/4/det quarry/NN/2/obj of/IN/6/mark"
    " poisoning/VBG/2/advcl the/DT/8/det river/NN/6/obj ././2/punct",
)
DENIES_IT = (
    "The quarry denies it.",
    "The/DT/2/det quarry/NN/3/nsubj denies/VBZ/0/root it/PRP/3/obj ././3/punct",
)
HEARSAY = (
    "The company declined to comment on reports that the captain had resigned.",
    "The/DT/2/det company/NN/3/nsubj declined/VBD/0/root to/TO/5/mark comment/VB/3/xcomp"
    " on/IN/7/case"
    " reports/NNS/5/obl that/IN/12/mark the/DT/10/det captain/NN/12/nsubj had/VBD/12/aux"
    " resigned/VBN/7/acl ././3/punct",
)
REPORTED = (
    "The Courier reported that the minister had signed the lease.",
    "The/DT/2/det Courier/NNP/3/nsubj reported/VBD/0/root that/IN/8/mark the/DT/6/det"
    " minister/NN/8/nsubj had/VBD/8/aux signed/VBN/3/ccomp the/DT/10/det lease/NN/8/obj"
    " ././3/punct",
)
NOT_CONFIRMED = (
    "Her office would not confirm this.",
    "Her/PRP$/2/nmod:poss office/NN/5/nsubj would/MD/5/aux not/RB/5/advmod confirm/VB/0/root"
    " this/DT/5/obj ././5/punct",
)
INQUIRY = (
    "Police are investigating the explosion.",
    "Police/NNS/3/nsubj are/VBP/3/aux investigating/VBG/0/root the/DT/5/det explosion/NN/3/obj"
    " ././3/punct",
)
YET_TO = (
    "The ministry has yet to publish the results.",
    "The/DT/2/det ministry/NN/3/nsubj has/VBZ/0/root yet/RB/3/advmod to/TO/6/mark"
    " publish/VB/3/xcomp"
    " the/DT/8/det results/NNS/6/obj ././3/punct",
)
THREAT = (
    "The senator threatened to block the budget.",
    "The/DT/2/det senator/NN/3/nsubj threatened/VBD/0/root to/TO/5/mark block/VB/3/xcomp"
    " the/DT/7/det"
    " budget/NN/5/obj ././3/punct",
)
NO_DATE = (
    "No date has been set for the vote.",
    "No/DT/2/det date/NN/5/nsubj:pass has/VBZ/5/aux been/VBN/5/aux:pass set/VBN/0/root"
    " for/IN/8/case"
    " the/DT/8/det vote/NN/5/obl ././5/punct",
)
POSSIBLE = (
    "The team may sell the stadium next year.",
    "The/DT/2/det team/NN/4/nsubj may/MD/4/aux sell/VB/0/root the/DT/6/det stadium/NN/4/obj"
    " next/JJ/8/amod year/NN/4/obl:unmarked ././4/punct",
)
TRUISM = (
    "Mould may cause asthma.",
    "Mould/NN/3/nsubj may/MD/3/aux cause/VB/0/root asthma/NN/3/obj ././3/punct",
)
ASKED = (
    "The inspector asked whether the valve had been tested.",
    "The/DT/2/det inspector/NN/3/nsubj asked/VBD/0/root whether/IN/9/mark the/DT/6/det"
    " valve/NN/9/nsubj:pass had/VBD/9/aux been/VBN/9/aux:pass tested/VBN/3/ccomp ././3/punct",
)
IT_HAD = (
    "It had, the engineer replied.",
    "It/PRP/2/nsubj had/VBD/0/root ,/,/2/punct the/DT/5/det engineer/NN/6/nsubj"
    " replied/VBD/2/parataxis ././2/punct",
)
SETTLED = (
    "Whether the ferry would sail was settled on Monday.",
    "Whether/IN/5/mark the/DT/3/det ferry/NN/5/nsubj would/MD/5/aux sail/VB/7/csubj"
    " was/VBD/7/aux:pass"
    " settled/VBN/0/root on/IN/9/case Monday/NNP/7/obl ././7/punct",
)
SILENCE = (
    "The rebels had not responded to the latest offer from the army.",
    "The/DT/2/det rebels/NNS/5/nsubj had/VBD/5/aux not/RB/5/advmod responded/VBN/0/root"
    " to/IN/9/case"
    " the/DT/9/det latest/JJ/9/amod offer/NN/5/obl from/IN/12/case the/DT/12/det army/NN/9/nmod"
    " ././5/punct",
)
SEEN = (
    "It remains to be seen whether the bridge will open in May.",
    "It/PRP/2/expl remains/VBZ/0/root to/TO/5/mark be/VB/5/aux:pass seen/VBN/2/xcomp"
    " whether/IN/10/mark"
    " the/DT/8/det bridge/NN/10/nsubj will/MD/10/aux open/VB/5/ccomp in/IN/12/case May/NNP/10/obl"
    " ././2/punct",
)
RHETORICAL = (
    "Who would not be angry if the bridge fell?",
    "Who/WP/5/nsubj would/MD/5/aux not/RB/5/advmod be/VB/5/cop angry/JJ/0/root if/IN/9/mark"
    " the/DT/8/det"
    " bridge/NN/9/nsubj fell/VBD/5/advcl ?/./5/punct",
)

EXPECTED_TO = (
    "The guards expect the spillway and the sluice to fail in April.",
    "The/DT/2/det guards/NNS/3/nsubj expect/VBP/0/root the/DT/5/det spillway/NN/3/nsubj and/CC/8/cc"
    " the/DT/8/det sluice/NN/5/conj to/TO/10/mark fail/VB/3/xcomp in/IN/12/case April/NNP/10/obl"
    " ././3/punct",
)
ASKED_FOR = (
    "The mayor asked Bergen for two tugs to clear the wreck.",
    "The/DT/2/det mayor/NN/3/nsubj asked/VBD/0/root Bergen/NNP/3/iobj for/IN/7/case two/CD/7/nummod"
    " tugs/NNS/3/obl to/TO/9/mark clear/VB/3/advcl the/DT/11/det wreck/NN/9/obj ././3/punct",
)
SEEKS = (
    "The envoy seeks agreement on the border.",
    "The/DT/2/det envoy/NN/3/nsubj seeks/VBZ/0/root agreement/NN/3/obj on/IN/7/case the/DT/7/det"
    " border/NN/4/nmod ././3/punct",
)
OFFERS = (
    "The bank has offered to pay the costs.",
    "The/DT/2/det bank/NN/4/nsubj has/VBZ/4/aux offered/VBN/0/root to/TO/6/mark pay/VB/4/xcomp"
    " the/DT/8/det costs/NNS/6/obj ././4/punct",
)
TOO_LATE = (
    "Residents accuse the quarry of closing the gate too late.",
    "Residents/NNS/2/nsubj accuse/VBP/0/root the/DT/4/det quarry/NN/2/obj of/IN/6/mark"
    " closing/VBG/4/acl the/DT/8/det gate/NN/6/obj too/RB/10/advmod late/RB/2/advmod ././2/punct",
)
COULD_RETHINK = (
    "The board said it saw no need, but that it could reconsider if the cracks grew.",
    "The/DT/2/det board/NN/3/nsubj said/VBD/0/root it/PRP/5/nsubj saw/VBD/3/ccomp no/DT/7/det"
    " need/NN/5/obj ,/,/13/punct but/CC/13/cc that/IN/13/mark it/PRP/13/nsubj could/MD/13/aux"
    " reconsider/VB/5/conj if/IN/17/mark the/DT/16/det cracks/NNS/17/nsubj grew/VBD/13/advcl"
    " ././3/punct",
)
A_CRACK = ("The crack grew.", "The/DT/2/det crack/NN/3/nsubj grew/VBD/0/root ././3/punct")
HOW_DEEP = (
    "It is not known how deep it goes.",
    "It/PRP/4/nsubj:pass is/VBZ/4/aux:pass not/RB/4/advmod known/VBN/0/root how/WRB/6/advmod"
    " deep/RB/8/advmod it/PRP/8/nsubj goes/VBZ/4/ccomp ././4/punct",
)
HE_HAD = (
    "It is not known whether he had taken the drug.",
    "It/PRP/4/nsubj:pass is/VBZ/4/aux:pass not/RB/4/advmod known/VBN/0/root whether/IN/8/mark"
    " he/PRP/8/nsubj had/VBD/8/aux taken/VBN/4/ccomp the/DT/10/det drug/NN/8/obj ././4/punct",
)
BAKERS = (
    "The bakers, a guild, said the mayor should have met them and demanded that the tax be lifted.",
    "The/DT/2/det bakers/NNS/7/nsubj ,/,/5/punct a/DT/5/det guild/NN/2/appos ,/,/2/punct"
    " said/VBD/0/root the/DT/9/det mayor/NN/12/nsubj should/MD/12/aux have/VB/12/aux"
    " met/VBN/7/ccomp them/PRP/12/obj and/CC/15/cc demanded/VBD/12/conj that/IN/20/mark"
    " the/DT/18/det tax/NN/20/nsubj:pass be/VB/20/aux:pass lifted/VBN/15/ccomp ././7/punct",
)
LEAKED = (
    "The court has opened an inquiry into whether the news had leaked.",
    "The/DT/2/det court/NN/4/nsubj has/VBZ/4/aux opened/VBN/0/root an/DT/6/det inquiry/NN/4/obj"
    " into/IN/12/mark whether/IN/12/mark the/DT/10/det news/NN/12/nsubj had/VBD/12/aux"
    " leaked/VBN/6/acl ././4/punct",
)
REPAIRS = (
    "A decision on repairs is expected in April.",
    "A/DT/2/det decision/NN/6/nsubj:pass on/IN/4/case repairs/NNS/2/nmod is/VBZ/6/aux:pass"
    " expected/VBN/0/root in/IN/8/case April/NNP/6/obl ././6/punct",
)
RESULTS_DUE = (
    "The team's results are expected in May.",
    "The/DT/2/det team/NN/4/nmod:poss 's/POS/2/case results/NNS/6/nsubj:pass are/VBP/6/aux:pass"
    " expected/VBN/0/root in/IN/8/case May/NNP/6/obl ././6/punct",
)

NOBODY_KNOWS = (
    "Nobody knows how deep the mine is.",
    "Nobody/NN/2/nsubj knows/VBZ/0/root how/WRB/4/advmod deep/JJ/2/ccomp the/DT/6/det"
    " mine/NN/4/nsubj is/VBZ/4/cop ././2/punct",
)
BLAZE = (
    "The blaze began on Monday.",
    "The/DT/2/det blaze/NN/3/nsubj began/VBD/0/root on/IN/5/case Monday/NNP/3/obl ././3/punct",
)
CAUSE_ALONE = (
    "The cause is not known.",
    "The/DT/2/det cause/NN/5/nsubj:pass is/VBZ/5/aux:pass not/RB/5/advmod known/VBN/0/root"
    " ././5/punct",
)
SHOULD_FIRST = (
    "Should the dam be repaired, the town will reopen.",
    "Should/MD/5/aux the/DT/3/det dam/NN/5/nsubj:pass be/VB/5/aux:pass repaired/VBN/10/advcl"
    " ,/,/5/punct the/DT/8/det town/NN/10/nsubj will/MD/10/aux reopen/VB/0/root ././10/punct",
)
MUST_IF = (
    "A vote must be held if the mayor resigns.",
    "A/DT/2/det vote/NN/5/nsubj:pass must/MD/5/aux be/VB/5/aux:pass held/VBN/0/root if/IN/9/mark"
    " the/DT/8/det mayor/NN/9/nsubj resigns/VBZ/5/advcl ././5/punct",
)
TRADE = (
    "The coach did not rule out a trade.",
    "The/DT/2/det coach/NN/5/nsubj did/VBD/5/aux not/RB/5/advmod rule/VB/0/root"
    " out/RP/5/compound:prt a/DT/8/det trade/NN/5/obj ././5/punct",
)
TESTS = (
    "Tests on the glove are pending.",
    "Tests/NNS/6/nsubj on/IN/4/case the/DT/4/det glove/NN/1/nmod are/VBP/6/cop pending/JJ/0/root"
    " ././6/punct",
)
NEITHER = (
    "Neither man has been identified.",
    "Neither/DT/2/det man/NN/5/nsubj:pass has/VBZ/5/aux been/VBN/5/aux:pass identified/VBN/0/root"
    " ././5/punct",
)
ELLIPSIS = (
    "The mayor will attend if he does.",
    "The/DT/2/det mayor/NN/4/nsubj will/MD/4/aux attend/VB/0/root if/IN/7/mark he/PRP/7/nsubj"
    " does/VBZ/4/advcl ././4/punct",
)
OFFICIALS = (
    "Officials said that the ship had sunk.",
    "Officials/NNS/2/nsubj said/VBD/0/root that/IN/7/mark the/DT/5/det ship/NN/7/nsubj"
    " had/VBD/7/aux sunk/VBN/2/ccomp ././2/punct",
)
CALLED_IT = (
    "The farmer called the rule a hoax.",
    "The/DT/2/det farmer/NN/3/nsubj called/VBD/0/root the/DT/5/det rule/NN/3/obj a/DT/7/det"
    " hoax/NN/3/xcomp ././3/punct",
)
TO_ANYBODY = (
    "The mayor asked people to avoid the bridge.",
    "The/DT/2/det mayor/NN/3/nsubj asked/VBD/0/root people/NNS/3/obj to/TO/6/mark avoid/VB/3/xcomp"
    " the/DT/8/det bridge/NN/6/obj ././3/punct",
)
EXPLORES = (
    "The book explores how the town grew.",
    "The/DT/2/det book/NN/3/nsubj explores/VBZ/0/root how/WRB/7/advmod the/DT/6/det town/NN/7/nsubj"
    " grew/VBD/3/ccomp ././3/punct",
)
CAN_COOK = (
    "She said that she could cook.",
    "She/PRP/2/nsubj said/VBD/0/root that/IN/6/mark she/PRP/6/nsubj could/MD/6/aux cook/VB/2/ccomp"
    " ././2/punct",
)
NOT_INSPECTED = (
    "The clerk did not say why the dam was not inspected.",
    "The/DT/2/det clerk/NN/5/nsubj did/VBD/5/aux not/RB/5/advmod say/VB/0/root why/WRB/11/advmod"
    " the/DT/8/det dam/NN/11/nsubj:pass was/VBD/11/aux:pass not/RB/11/advmod"
    " inspected/VBN/5/ccomp ././5/punct",
)
MYSTERY = (
    "What went wrong is a mystery.",
    "What/WP/2/nsubj went/VBD/6/csubj wrong/JJ/2/xcomp is/VBZ/6/cop a/DT/6/det mystery/NN/0/root"
    " ././6/punct",
)
AS_PLANNED = (
    "It is not known whether the engine stopped as planned.",
    "It/PRP/4/nsubj:pass is/VBZ/4/aux:pass not/RB/4/advmod known/VBN/0/root whether/IN/8/mark"
    " the/DT/7/det engine/NN/8/nsubj stopped/VBD/4/ccomp as/IN/10/mark planned/VBN/8/advcl"
    " ././4/punct",
)
ORDERED = (
    "A judge ordered the school to explain why it closed.",
    "A/DT/2/det judge/NN/3/nsubj ordered/VBD/0/root the/DT/5/det school/NN/3/obj to/TO/7/mark"
    " explain/VB/3/xcomp why/WRB/10/advmod it/PRP/10/nsubj closed/VBD/7/ccomp ././3/punct",
)
UNRULED = (
    "The judge did not rule on a request for an injunction.",
    "The/DT/2/det judge/NN/5/nsubj did/VBD/5/aux not/RB/5/advmod rule/VB/0/root on/IN/8/case"
    " a/DT/8/det request/NN/5/obl for/IN/11/case an/DT/11/det injunction/NN/8/nmod ././5/punct",
)
GIVEN_TIME = (
    "The judge gave the school until May to publish its logs.",
    "The/DT/2/det judge/NN/3/nsubj gave/VBD/0/root the/DT/5/det school/NN/3/iobj until/IN/7/case"
    " May/NNP/3/obl to/TO/9/mark publish/VB/3/advcl its/PRP$/11/nmod:poss logs/NNS/9/obj"
    " ././3/punct",
)
DO_SO = (
    "The board will do so on Friday.",
    "The/DT/2/det board/NN/4/nsubj will/MD/4/aux do/VB/0/root so/RB/4/advmod on/IN/7/case"
    " Friday/NNP/4/obl ././4/punct",
)
SOMEDAY = (
    "The mayor will visit the school.",
    "The/DT/2/det mayor/NN/4/nsubj will/MD/4/aux visit/VB/0/root the/DT/6/det school/NN/4/obj"
    " ././4/punct",
)


@pytest.mark.parametrize(
    ("rows", "question", "kind"),
    [
        ([CAUSE], "What caused the fire?", "unknown"),
        ([SEEN], "Will the bridge open in May?", "pending"),
        (
            [CONDITION],
            "Will the strike be called off if the council pays the drivers?",
            "conditional",
        ),
        ([EITHER], "Will the final be played in Lagos or Abuja?", "alternative"),
        ([REQUEST], "Will the council publish the accounts?", "pending"),
        ([REQUEST, NO_REPLY], "Will the council publish the accounts?", "unanswered"),
        ([DEMAND], "Will the quarry be closed by June?", "pending"),
        ([SILENCE], "How will the rebels respond to the latest offer from the army?", "unanswered"),
        ([DENIAL], "Was the road sold?", "disputed"),
        ([ACCUSATION, DENIES_IT], "Did the quarry poison the river?", "disputed"),
        ([HEARSAY], "Did the captain resign?", "unconfirmed"),
        ([INQUIRY], "What caused the explosion?", "pending"),
        ([YET_TO], "Will the ministry publish the results?", "pending"),
        ([THREAT], "Will the senator block the budget?", "pending"),
        ([NO_DATE], "When will the vote take place?", "pending"),
        ([POSSIBLE], "Will the team sell the stadium next year?", "pending"),
        ([EXPECTED_TO], "Will the spillway and the sluice fail in April?", "pending"),
        (
            [ASKED_FOR],
            "Will the mayor's request for two tugs to clear the wreck be granted?",
            "pending",
        ),
        ([LEAKED], "Did the news leak?", "pending"),
        ([REPAIRS], "What will be decided about repairs?", "pending"),
        ([SEEKS], "Will the envoy reach agreement on the border?", "pending"),
        ([TOO_LATE], "Did the quarry close the gate too late?", "disputed"),
        ([COULD_RETHINK], "Will the board reconsider if the cracks grow?", "conditional"),
        ([NOBODY_KNOWS], "How deep is the mine?", "unknown"),
        ([SHOULD_FIRST], "Will the town reopen if the dam is repaired?", "conditional"),
        ([MUST_IF], "Will a vote have to be held if the mayor resigns?", "conditional"),
        ([TRADE], "Will there be a trade?", "pending"),
        ([TESTS], "What will tests on the glove show?", "pending"),
        ([NOT_INSPECTED], "Why was the dam not inspected?", "unanswered"),
        ([MYSTERY], "What went wrong?", "unknown"),
        ([AS_PLANNED], "Did the engine stop as planned?", "unknown"),
        ([ORDERED], "Why did the school close?", "unanswered"),
        ([UNRULED], "Will the judge grant a request for an injunction?", "pending"),
        ([GIVEN_TIME], "Will the school publish its logs by May?", "pending"),
    ],
)
def test_what_is_left_open_is_asked(rows: list[tuple[str, str]], question: str, kind: str) -> None:
    document = parsed(*rows)
    asked = find_questions(reading(document), Draft(title="t")).open_questions
    assert [(q.question, q.kind) for q in asked] == [(question, kind)]
    assert len(asked[0].evidence) == len(rows)


@pytest.mark.parametrize(
    "rows",
    [
        [COUNTERFACTUAL], [SETTLED], [ASKED, IT_HAD], [TRUISM], [RHETORICAL], [REQUEST, GRANTED],
        [NEITHER], [ELLIPSIS], [OFFICIALS], [CALLED_IT], [TO_ANYBODY], [EXPLORES],
        [CAN_COOK], [SOMEDAY], [DO_SO],
    ],
)  # fmt: skip
def test_what_is_not_open_is_not_asked(rows: list[tuple[str, str]]) -> None:
    assert open_points(reading(parsed(*rows))) == []


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (SEEKS, "The envoy seeks it; the source does not say that it was reached."),
        (OFFERS, "The bank offered this; the source does not say that it was accepted."),
        (REQUEST, "The union asked for this; the source does not say that it was granted."),
        (BAKERS, "The bakers asked for this; the source does not say that it was granted."),
        (RESULTS_DUE, "The source says that the results are still to come."),
    ],
)
def test_a_reason_fits_what_was_wished_for(row: tuple[str, str], why: str) -> None:
    assert [point.why for point in open_points(reading(parsed(row)))][:1] == [why]


def test_a_cause_alone_is_that_of_the_mishap_told_before() -> None:
    points = open_points(reading(parsed(BLAZE, CAUSE_ALONE)))
    assert [point.question for point in points] == ["What caused the blaze?"]
    assert open_points(reading(parsed(CAUSE_ALONE))) == []


def test_two_questions_that_share_a_name_alone_are_both_asked() -> None:
    sentences = parsed(YET_TO, DENIAL).sentences
    asked = ("Will Ana Maria Reis face a tribunal?", "Did Ana Maria Reis ignore the warnings?")
    points = [
        OpenPoint(question, "pending", "", (sentence,), 1.0)
        for question, sentence in zip(asked, sentences, strict=True)
    ]
    assert [point.question for point in choose(points)] == list(asked)


def test_a_size_is_asked_of_the_thing_that_has_it() -> None:
    points = open_points(reading(parsed(A_CRACK, HOW_DEEP)))
    assert [point.question for point in points] == ["How deep does the crack go?"]


def test_an_unnamed_person_is_asked_about_as_the_one_known() -> None:
    slept = ("The patient slept.", "The/DT/2/det patient/NN/3/nsubj slept/VBD/0/root ././3/punct")
    document = parsed(slept, HE_HAD)
    places = ((0, 1, "name"), (1, 5, "pronoun"))
    someone = replace(actor(document, "Patient", "person", *places), anonymous=True)
    points = open_points(reading(document, someone))
    assert [point.question for point in points] == ["Did the patient take the drug?"]


def test_a_name_stands_for_a_pronoun() -> None:
    document = parsed(WHEREABOUTS)
    ana = actor(document, "Ana Reis", "person", (0, 0, "pronoun"))
    asked = find_questions(reading(document, ana), Draft(title="t")).open_questions
    assert [q.question for q in asked] == ["Where is Ana Reis?"]


def test_a_pronoun_without_a_name_gives_no_question() -> None:
    assert open_points(reading(parsed(WHEREABOUTS))) == []


def test_a_report_that_nobody_confirms_is_unconfirmed() -> None:
    document = parsed(REPORTED, NOT_CONFIRMED)
    courier = actor(document, "The Courier", "organisation", (0, 1, "name"))
    cue = document.sentences[0].tokens[2]
    told = Attribution(0, (), courier.id, Span(cue.start, cue.end), "report", (), "indirect")
    found = reading(document, courier, attributions=(told,))
    asked = find_questions(found, Draft(title="t")).open_questions
    assert [(q.question, q.kind) for q in asked] == [
        ("Did the minister sign the lease?", "unconfirmed")
    ]
    assert [e.sentence for e in asked[0].evidence] == [0, 1]


def test_what_one_outlet_says_is_expected_is_unconfirmed() -> None:
    told = (
        "Police expect the gang to leave within days, the Courier reported, citing two officers.",
        "Police/NNP/2/nsubj expect/VBP/0/root the/DT/4/det gang/NN/2/obj to/TO/6/mark leave/VB/2/"
        "xcomp within/IN/8/case days/NNS/6/obl ,/,/12/punct the/DT/11/det Courier/NNP/12/nsubj "
        "reported/VBD/2/parataxis ,/,/14/punct citing/VBG/12/advcl two/CD/16/nummod "
        "officers/NNS/14/obj ././2/punct",
    )
    asked = find_questions(reading(parsed(told)), Draft(title="t")).open_questions
    assert [(q.question, q.kind) for q in asked] == [
        ("Will the gang leave within days?", "unconfirmed")
    ]


def test_a_question_says_why_when_and_about_whom() -> None:
    document = parsed(EITHER)
    lagos = Who(id="lagos", name="Lagos", kind="group")
    asked = find_questions(reading(document), Draft(title="t", who=(lagos,))).open_questions[0]
    assert asked.why_open == "The source names both possibilities and settles on neither."
    assert asked.asked == "2025-03-12"
    assert asked.about == ("lagos",)
    assert asked.evidence[0].quote == EITHER[0]


def test_the_surest_come_first_and_each_once() -> None:
    document = parsed(POSSIBLE, CAUSE, POSSIBLE)
    asked = find_questions(reading(document), Draft(title="t")).open_questions
    assert [q.question for q in asked] == [
        "What caused the fire?",
        "Will the team sell the stadium next year?",
    ]
    assert [q.id for q in asked] == ["o1", "o2"]


def test_an_empty_article_leaves_nothing_open() -> None:
    assert find_questions(reading(parsed()), Draft(title="t")).open_questions == ()


def test_who_asks_is_not_who_has_not_replied() -> None:
    asks = (
        "The union asked the port to close.",
        "The/DT/2/det union/NN/3/nsubj asked/VBD/0/root the/DT/5/det port/NN/3/obj to/TO/7/mark"
        " close/VB/3/xcomp ././3/punct",
    )
    silent = (
        "The union did not comment.",
        "The/DT/2/det union/NN/5/nsubj did/VBD/5/aux not/RB/5/advmod comment/VB/0/root ././5/punct",
    )
    document = parsed(asks, silent)
    union = actor(document, "Union", "organisation", (0, 1, "name"), (1, 1, "name"))
    (point,) = open_points(reading(document, union))
    assert (point.question, point.kind) == ("Will the port close?", "pending")


@pytest.mark.parametrize(
    "rows",
    [
        (
            "The report was seen as what they need.",
            "The/DT/2/det report/NN/4/nsubj:pass was/VBD/4/aux:pass seen/VBN/0/root as/IN/8/mark"
            " what/WP/8/obj they/PRP/8/nsubj need/VBP/4/advcl ././4/punct",
        ),
    ],
)
def test_what_is_only_seen_so_is_not_asked(rows: tuple[str, str]) -> None:
    assert open_points(reading(parsed(rows))) == []


@pytest.mark.parametrize(
    ("words", "tree", "questions"),
    [
        (
            "Why the brakes failed is not known.",
            "Why/WRB/7/advmod the/DT/3/det brakes/NNS/4/nsubj failed/VBD/1/advcl:relcl"
            " is/VBZ/7/aux:pass not/RB/7/advmod known/VBN/0/root ././7/punct",
            ["Why did the brakes fail?"],
        ),
        (
            "No one has claimed responsibility for the bombing.",
            "No/DT/2/det one/NN/4/nsubj has/VBZ/4/aux claimed/VBN/0/root responsibility/NN/4/obj"
            " for/IN/8/case the/DT/8/det bombing/NN/5/nmod ././4/punct",
            ["Who was responsible for the bombing?"],
        ),
        (
            "The firm rejected claims that it had misled investors.",
            "The/DT/2/det firm/NN/3/nsubj rejected/VBD/0/root claims/NNS/3/obj that/IN/8/mark"
            " it/PRP/8/nsubj had/VBD/8/aux misled/VBN/4/acl investors/NNS/8/obj ././3/punct",
            ["Did the firm mislead investors?"],
        ),
        (
            "The company has not said what it intends to do with the land.",
            "The/DT/2/det company/NN/5/nsubj has/VBZ/5/aux not/RB/5/advmod said/VBN/0/root"
            " what/WP/10/obj it/PRP/8/nsubj intends/VBZ/5/ccomp to/TO/10/mark do/VB/8/xcomp"
            " with/IN/13/case the/DT/13/det land/NN/10/obl ././5/punct",
            ["What does the company intend to do with the land?"],
        ),
        (
            "Police are trying to find out where the weapon came from.",
            "Police/NNS/3/nsubj are/VBP/3/aux trying/VBG/0/root to/TO/5/mark find/VB/3/xcomp"
            " out/RP/5/compound:prt where/WRB/10/advmod the/DT/9/det weapon/NN/10/nsubj"
            " came/VBD/5/ccomp from/IN/7/case ././3/punct",
            ["Where did the weapon come from?"],
        ),
        (
            "It is unclear whether there are any survivors.",
            "It/PRP/3/expl is/VBZ/3/cop unclear/JJ/0/root whether/IN/6/mark there/EX/6/expl"
            " are/VBP/3/ccomp any/DT/8/det survivors/NNS/6/nsubj ././3/punct",
            ["Are there any survivors?"],
        ),
        (
            "The club was asked when it had learned of the leak but did not answer.",
            "The/DT/2/det club/NN/4/nsubj:pass was/VBD/4/aux:pass asked/VBN/0/root"
            " when/WRB/8/advmod it/PRP/8/nsubj had/VBD/8/aux learned/VBN/4/advcl of/IN/11/case"
            " the/DT/11/det leak/NN/8/obl but/CC/15/cc did/VBD/15/aux not/RB/15/advmod"
            " answer/VB/4/conj ././4/punct",
            ["When did the club learn of the leak?"],
        ),
        (
            "Nobody knows who set the fire or why.",
            "Nobody/NN/2/nsubj knows/VBZ/0/root who/WP/4/nsubj set/VBD/2/ccomp the/DT/6/det"
            " fire/NN/4/obj or/CC/8/cc why/WRB/4/conj ././2/punct",
            ["Who set the fire?"],
        ),
        (
            "The bank may have to be rescued, the governor warned.",
            "The/DT/2/det bank/NN/4/nsubj may/MD/4/aux have/VB/11/ccomp to/TO/7/mark"
            " be/VB/7/aux:pass rescued/VBN/4/xcomp ,/,/4/punct the/DT/10/det"
            " governor/NN/11/nsubj warned/VBD/0/root"
            " ././11/punct",
            ["Will the bank have to be rescued?"],
        ),
    ],
)
def test_what_is_not_known_is_asked_however_it_is_put(
    words: str, tree: str, questions: list[str]
) -> None:
    points = open_points(reading(parsed((words, tree))))
    assert [point.question for point in points] == questions
