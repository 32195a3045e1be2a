"""Which clauses become statements, with what status, and in whose name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.events.action import action_of, headline_action
from generator.extract.events.statements import statement
from generator.extract.events.what import find_what
from generator.extract.grammar.status import status_of
from generator.extract.reading import Attribution, Reading
from generator.language.tree import Document
from generator.model import Draft, Source, Span, What, Who

from .trees import actor, parsed, reading

CLOSED = (
    "The council closed two bridges on Monday.",
    "The/DT/2/det council/NN/3/nsubj closed/VBD/0/root two/CD/5/nummod bridges/NNS/3/obj "
    "on/IN/7/case Monday/NNP/3/obl ././3/punct",
)
SAID = (
    "The mayor said the bridges would reopen in May.",
    "The/DT/2/det mayor/NN/3/nsubj said/VBD/0/root the/DT/5/det bridges/NNS/7/nsubj "
    "would/MD/7/aux reopen/VB/3/ccomp in/IN/9/case May/NNP/7/obl ././3/punct",
)
UNKNOWN = (
    "The mayor did not say when work would start.",
    "The/DT/2/det mayor/NN/5/nsubj did/VBD/5/aux not/RB/5/advmod say/VB/0/root when/WRB/9/advmod "
    "work/NN/9/nsubj would/MD/9/aux start/VB/5/ccomp ././5/punct",
)


def _statuses(words: str, tree: str) -> str:
    document = parsed((words, tree))
    sentence = document.sentences[0]
    return status_of(sentence, sentence.root, None)


@pytest.mark.parametrize(
    ("words", "tree", "status"),
    [
        (*CLOSED, "reported"),
        (
            "The council will close two bridges.",
            "The/DT/2/det council/NN/4/nsubj will/MD/4/aux close/VB/0/root two/CD/6/nummod "
            "bridges/NNS/4/obj ././4/punct",
            "planned",
        ),
        (
            "The council plans to close a bridge.",
            "The/DT/2/det council/NN/3/nsubj plans/VBZ/0/root to/TO/5/mark close/VB/3/xcomp "
            "a/DT/7/det bridge/NN/5/obj ././3/punct",
            "planned",
        ),
        (
            "The bridge could fall.",
            "The/DT/2/det bridge/NN/4/nsubj could/MD/4/aux fall/VB/0/root ././4/punct",
            "possible",
        ),
        (
            "Divers could not reach the pier.",
            "Divers/NNS/4/nsubj could/MD/4/aux not/RB/4/advmod reach/VB/0/root the/DT/6/det "
            "pier/NN/4/obj ././4/punct",
            "reported",
        ),
        (
            "Residents demanded a new bridge.",
            "Residents/NNS/2/nsubj demanded/VBD/0/root a/DT/5/det new/JJ/5/amod bridge/NN/2/obj "
            "././2/punct",
            "demanded",
        ),
        (
            "She called the police on Monday.",
            "She/PRP/2/nsubj called/VBD/0/root the/DT/4/det police/NNS/2/obj on/IN/6/case "
            "Monday/NNP/2/obl ././2/punct",
            "reported",
        ),
        (
            "The judge asked whether tests were done.",
            "The/DT/2/det judge/NN/3/nsubj asked/VBD/0/root whether/IN/7/mark "
            "tests/NNS/7/nsubj:pass were/VBD/7/aux:pass done/VBN/3/ccomp ././3/punct",
            "reported",
        ),
        (
            "Engineers denied the charge.",
            "Engineers/NNS/2/nsubj denied/VBD/0/root the/DT/4/det charge/NN/2/obj ././2/punct",
            "denied",
        ),
        (
            "The club rejected an offer.",
            "The/DT/2/det club/NN/3/nsubj rejected/VBD/0/root an/DT/5/det offer/NN/3/obj "
            "././3/punct",
            "reported",
        ),
        (
            "The mayor ordered an inquiry.",
            "The/DT/2/det mayor/NN/3/nsubj ordered/VBD/0/root an/DT/5/det inquiry/NN/3/obj "
            "././3/punct",
            "reported",
        ),
        (
            "The union called her a champion for jobs.",
            "The/DT/2/det union/NN/3/nsubj called/VBD/0/root her/PRP/3/obj a/DT/6/det "
            "champion/NN/3/xcomp for/IN/8/case jobs/NNS/3/obl ././3/punct",
            "reported",
        ),
        (
            "Voters expect the mayor to win.",
            "Voters/NNS/2/nsubj expect/VBP/0/root the/DT/4/det mayor/NN/2/obj to/TO/6/mark "
            "win/VB/2/xcomp ././2/punct",
            "reported",
        ),
        (
            "Drivers want the bridge to close.",
            "Drivers/NNS/2/nsubj want/VBP/0/root the/DT/4/det bridge/NN/2/obj to/TO/6/mark "
            "close/VB/2/xcomp ././2/punct",
            "demanded",
        ),
        (
            "The club denied him help.",
            "The/DT/2/det club/NN/3/nsubj denied/VBD/0/root him/PRP/3/obj help/NN/3/xcomp "
            "././3/punct",
            "reported",
        ),
        (
            "Neither club was accused of fraud.",
            "Neither/DT/2/det club/NN/4/nsubj:pass was/VBD/4/aux:pass accused/VBN/0/root "
            "of/IN/6/case "
            "fraud/NN/4/obl ././4/punct",
            "reported",
        ),
        (
            "The main aim is to teach.",
            "The/DT/3/det main/JJ/3/amod aim/NN/6/nsubj:outer is/VBZ/6/cop to/TO/6/mark "
            "teach/VB/0/root ././6/punct",
            "reported",
        ),
        (
            "Drivers want to leave.",
            "Drivers/NNS/2/nsubj want/VBP/0/root to/TO/4/mark leave/VB/2/xcomp ././2/punct",
            "planned",
        ),
        (
            "The mayor had planned to leave.",
            "The/DT/2/det mayor/NN/4/nsubj had/VBD/4/aux planned/VBN/0/root to/TO/6/mark "
            "leave/VB/4/xcomp ././4/punct",
            "reported",
        ),
        (
            "The council will decide whether to leave.",
            "The/DT/2/det council/NN/4/nsubj will/MD/4/aux decide/VB/0/root whether/IN/7/mark "
            "to/TO/7/mark leave/VB/4/advcl ././4/punct",
            "planned",
        ),
        (
            "Drivers accused the council of neglect.",
            "Drivers/NNS/2/nsubj accused/VBD/0/root the/DT/4/det council/NN/2/obj of/IN/6/case "
            "neglect/NN/2/obl ././2/punct",
            "disputed",
        ),
    ],
)
def test_status_comes_from_modality_tense_and_verb(words: str, tree: str, status: str) -> None:
    assert _statuses(words, tree) == status


def _attributed() -> tuple[Document, Attribution]:
    document = parsed(CLOSED, SAID)
    start = document.sentences[1].start
    says = Attribution(
        sentence=1,
        source=(Span(start, start + len("The mayor")),),
        speaker=None,
        cue=Span(start + len("The mayor "), start + len("The mayor said")),
        cue_lemma="say",
        content=(Span(start + len("The mayor said "), start + len(SAID[0]) - 1),),
        kind="indirect",
    )
    return document, says


def _what(document: Document, *attributions: Attribution) -> tuple[What, ...]:
    found = reading(document)
    heard = Reading(found.document, found.gazetteer, (), attributions)
    return find_what(heard, Draft(title="News")).what


def test_a_claim_gives_its_content_with_the_source_beside_it() -> None:
    document, says = _attributed()
    first, second = _what(document, says)
    assert first.statement == "The council closed two bridges on Monday."
    assert second.statement == "The bridges will reopen in May."
    assert second.attributed_to == ("The mayor",)
    assert second.status == "planned"


def test_statements_rest_on_their_sentence_word_for_word() -> None:
    document, says = _attributed()
    for item in _what(document, says):
        (evidence,) = item.evidence
        assert document.text[evidence.start : evidence.end] == evidence.quote


def test_what_is_not_known_is_no_statement() -> None:
    assert [w.statement for w in _what(parsed(CLOSED, UNKNOWN))] == [
        "The council closed two bridges on Monday."
    ]


def test_an_action_leaves_out_times_and_reasons() -> None:
    document = parsed(CLOSED)
    sentence = document.sentences[0]
    assert action_of(reading(document), sentence, sentence.root) == "closed two bridges"


def test_a_headline_tells_its_action_without_the_subject() -> None:
    headline = parsed(
        (
            "Council closes two bridges after storm",
            "Council/NNP/2/nsubj closes/VBZ/0/root two/CD/4/nummod bridges/NNS/2/obj "
            "after/IN/6/case storm/NN/2/obl",
        )
    ).sentences[0]
    assert headline_action(headline) == "closes two bridges"


FIRED = (
    "Halm fires its coach",
    "Halm/NNP/2/nsubj fires/VBZ/0/root its/PRP$/4/nmod:poss coach/NN/2/obj",
)


def test_a_headline_on_the_dead_tells_what_befell_them() -> None:
    headline = parsed(
        (
            "Two killed as bus overturns after rain",
            "Two/CD/2/nsubj:pass killed/VBN/0/root as/IN/5/mark bus/NN/5/nsubj "
            "overturns/VBZ/2/advcl after/IN/7/case rain/NN/5/obl",
        )
    ).sentences[0]
    assert headline_action(headline) == "killed as bus overturns after rain"


def test_a_headline_that_ends_with_who_says_it_tells_what_is_said() -> None:
    headline = parsed(
        (
            "Halm hid losses, auditor says",
            "Halm/NNP/2/nsubj hid/VBD/6/ccomp losses/NNS/2/obj ,/,/2/punct auditor/NN/6/nsubj "
            "says/VBZ/0/root",
        )
    ).sentences[0]
    assert headline_action(headline) == "hid losses"


@pytest.mark.parametrize(
    ("words", "tree", "action"),
    [
        (
            "Fans of Halm wept on Monday.",
            "Fans/NNS/4/nsubj of/IN/3/case Halm/NNP/1/nmod wept/VBD/0/root on/IN/6/case "
            "Monday/NNP/4/obl ././4/punct",
            "wept",
        ),
        (
            "Halm dismissed its coach on Monday.",
            "Halm/NNP/2/nsubj dismissed/VBD/0/root its/PRP$/4/nmod:poss coach/NN/2/obj "
            "on/IN/6/case Monday/NNP/2/obl ././2/punct",
            "fires its coach",
        ),
    ],
)
def test_a_headlines_action_is_only_its_own_subjects(words: str, tree: str, action: str) -> None:
    document = replace(parsed((words, tree)), headline=parsed(FIRED).sentences[0])
    source = replace(document.article, source=Source(file="a.md", title=FIRED[0]))
    found = reading(replace(document, article=source))
    assert find_what(found, Draft(title=FIRED[0])).what[0].action == action


@pytest.mark.parametrize(
    ("words", "tree", "action"),
    [
        (
            "Shares rose by 7% in Oslo.",
            "Shares/NNS/2/nsubj rose/VBD/0/root by/IN/5/case 7/CD/5/nummod %/NN/2/obl in/IN/7/case "
            "Oslo/NNP/2/obl ././2/punct",
            "rose by 7%",
        ),
        (
            "The dam held the river back.",
            "The/DT/2/det dam/NN/3/nsubj held/VBD/0/root the/DT/5/det river/NN/3/obj "
            "back/RB/3/advmod ././3/punct",
            "held the river back",
        ),
        (
            "The clubs have yet to settle.",
            "The/DT/2/det clubs/NNS/6/nsubj have/VBP/6/aux yet/RB/6/advmod to/TO/6/mark "
            "settle/VB/0/root ././6/punct",
            "have yet to settle",
        ),
        (
            "Ada was the first woman to win in May.",
            "Ada/NNP/5/nsubj was/VBD/5/cop the/DT/5/det first/JJ/5/amod woman/NN/0/root "
            "to/TO/7/mark win/VB/5/acl in/IN/9/case May/NNP/7/obl ././5/punct",
            "was the first woman to win in May",
        ),
        (
            "Sales fell 3 % to 9 tonnes.",
            "Sales/NNS/2/nsubj fell/VBD/0/root 3/CD/4/nummod %/NN/2/obj to/IN/7/case 9/CD/7/nummod "
            "tonnes/NNS/2/obl ././2/punct",
            "fell 3 % to 9 tonnes",
        ),
        (
            "The mayor put the loss at 1,200 on Monday.",
            "The/DT/2/det mayor/NN/3/nsubj put/VBD/0/root the/DT/5/det loss/NN/3/obj at/IN/7/case "
            "1,200/CD/3/obl on/IN/9/case Monday/NNP/3/obl ././3/punct",
            "put the loss at 1,200",
        ),
        (
            "The firm expects repairs to cost millions.",
            "The/DT/2/det firm/NN/3/nsubj expects/VBZ/0/root repairs/NNS/3/obj to/TO/6/mark "
            "cost/VB/4/acl millions/NNS/6/obj ././3/punct",
            "expects repairs to cost millions",
        ),
        (
            "The zoo is open to selling it.",
            "The/DT/2/det zoo/NN/4/nsubj is/VBZ/4/cop open/JJ/0/root to/IN/6/mark "
            "selling/VBG/4/advcl it/PRP/6/obj ././4/punct",
            "is open to selling it",
        ),
        (
            "The club sold him because its owner in May fell ill.",
            "The/DT/2/det club/NN/3/nsubj sold/VBD/0/root him/PRP/3/obj because/IN/10/mark "
            "its/PRP$/7/nmod:poss owner/NN/10/nsubj in/IN/9/case May/NNP/3/obl fell/VBD/3/advcl "
            "ill/JJ/10/xcomp ././3/punct",
            "sold him",
        ),
        (
            "Locals blamed the agency for failing.",
            "Locals/NNS/2/nsubj blamed/VBD/0/root the/DT/4/det agency/NN/2/obj for/IN/6/mark "
            "failing/VBG/2/advcl ././2/punct",
            "blamed the agency for failing",
        ),
        (
            "The club has until May to bid.",
            "The/DT/2/det club/NN/3/nsubj has/VBZ/0/root until/IN/5/case May/NNP/3/obl "
            "to/TO/7/mark bid/VB/3/advcl ././3/punct",
            "has until May to bid",
        ),
        (
            "Troops left for home, according to the army.",
            "Troops/NNS/2/nsubj left/VBD/0/root for/IN/4/case home/NN/2/obl ,/,/9/punct "
            "according/VBG/9/case to/IN/6/fixed the/DT/9/det army/NN/2/obl ././2/punct",
            "left for home",
        ),
        (
            "Moody's put it on review.",
            "Moody/NNP/3/nsubj 's/POS/1/case put/VBD/0/root it/PRP/3/obj on/IN/6/case "
            "review/NN/3/obl ././3/punct",
            "put it on review",
        ),
        (
            "The club met Ada Orr, a coach.",
            "The/DT/2/det club/NN/3/nsubj met/VBD/0/root Ada/NNP/3/obj Orr/NNP/4/flat ,/,/8/punct "
            "a/DT/8/det coach/NN/4/appos ././3/punct",
            "met Ada Orr",
        ),
        (
            "Ada won Sunday's run-off.",
            "Ada/NNP/2/nsubj won/VBD/0/root Sunday/NNP/2/obl:unmarked 's/POS/3/case "
            "run/NN/2/obj -/HYPH/5/punct off/RB/5/advmod ././2/punct",
            "won Sunday's run-off",
        ),
        (
            "The scene was described as chaos.",
            "The/DT/2/det scene/NN/4/nsubj:pass was/VBD/4/aux:pass described/VBN/0/root "
            "as/IN/6/case chaos/NN/4/obl ././4/punct",
            "was described as chaos",
        ),
        (
            "Ada has a curse placed on her house.",
            "Ada/NNP/2/nsubj has/VBZ/0/root a/DT/4/det curse/NN/2/obj placed/VBN/4/acl "
            "on/IN/8/case her/PRP$/8/nmod:poss house/NN/5/obl ././2/punct",
            "has a curse placed on her house",
        ),
    ],
)
def test_an_action_is_whole(words: str, tree: str, action: str) -> None:
    document = parsed((words, tree))
    sentence = document.sentences[0]
    assert action_of(reading(document), sentence, sentence.root) == action


def _stated(words: str, tree: str) -> str | None:
    document = parsed((words, tree))
    sentence = document.sentences[0]
    return statement(reading(document), sentence, sentence.root)


def test_a_statement_tells_what_its_subject_does_besides() -> None:
    told = _stated(
        "The clerk denied theft, but was jailed.",
        "The/DT/2/det clerk/NN/3/nsubj denied/VBD/0/root theft/NN/3/obj ,/,/8/punct but/CC/8/cc "
        "was/VBD/8/aux:pass jailed/VBN/3/conj ././3/punct",
    )
    assert told == "The clerk denied theft, but was jailed."


@pytest.mark.parametrize(
    ("words", "tree", "told"),
    [
        (
            "A quake struck, killing ten.",
            "A/DT/2/det quake/NN/3/nsubj struck/VBD/0/root ,/,/5/punct killing/VBG/3/advcl "
            "ten/CD/5/obj ././3/punct",
            "A quake struck, killing ten.",
        ),
        (
            "A quake struck, adding fear.",
            "A/DT/2/det quake/NN/3/nsubj struck/VBD/0/root ,/,/5/punct adding/VBG/3/advcl "
            "fear/NN/5/obj ././3/punct",
            "A quake struck.",
        ),
        (
            "Turnout was 64 percent, down from 71 percent.",
            "Turnout/NN/4/nsubj was/VBD/4/cop 64/CD/4/nummod percent/NN/0/root ,/,/6/punct "
            "down/RB/4/parataxis from/IN/9/case 71/CD/9/nummod percent/NN/6/obl ././4/punct",
            "Turnout was 64 percent, down from 71 percent.",
        ),
        (
            "Income fell to 6 from 9 a year earlier.",
            "Income/NN/2/nsubj fell/VBD/0/root to/IN/4/case 6/CD/2/obl from/IN/6/case 9/CD/2/obl "
            "a/DT/8/det year/NN/9/obl:unmarked earlier/RBR/2/advmod ././2/punct",
            "Income fell to 6 from 9 a year earlier.",
        ),
        (
            "Pens sold in Spain, Portugal and Italy leak.",
            "Pens/NNS/9/nsubj sold/VBN/1/acl in/IN/4/case Spain/NNP/2/obl ,/,/6/punct "
            "Portugal/NNP/4/appos and/CC/8/cc Italy/NNP/4/conj leak/VBP/0/root ././9/punct",
            "Pens sold in Spain, Portugal and Italy leak.",
        ),
        (
            "The army left and said it would return if asked.",
            "The/DT/2/det army/NN/3/nsubj left/VBD/0/root and/CC/5/cc said/VBD/3/conj "
            "it/PRP/8/nsubj would/MD/8/aux return/VB/5/ccomp if/IN/10/mark asked/VBN/8/advcl "
            "././3/punct",
            "The army left and said it would return if asked.",
        ),
        (
            "Work resumes as soon as checks end.",
            "Work/NN/2/nsubj resumes/VBZ/0/root as/RB/4/advmod soon/RB/2/advmod as/IN/7/mark "
            "checks/NNS/7/nsubj end/VBP/4/advcl ././2/punct",
            "Work resumes as soon as checks end.",
        ),
        (
            "Ada said work failed and accused Bo.",
            "Ada/NNP/2/nsubj said/VBD/0/root work/NN/4/nsubj failed/VBD/2/ccomp and/CC/6/cc "
            "accused/VBD/4/conj Bo/NNP/6/obj ././2/punct",
            "Ada said work failed.",
        ),
        (
            "The club began a review of how it works.",
            "The/DT/2/det club/NN/3/nsubj began/VBD/0/root a/DT/5/det review/NN/3/obj of/IN/7/case "
            "how/WRB/5/nmod it/PRP/9/nsubj works/VBZ/7/advcl:relcl ././3/punct",
            "The club began a review of how it works.",
        ),
        (
            "And one voter, Lisa Orr, left the hall.",
            "And/CC/3/cc one/CD/3/nummod voter/NN/8/nsubj ,/,/5/punct Lisa/NNP/3/conj "
            "Orr/NNP/5/flat ,/,/10/punct left/VBD/0/root the/DT/10/det hall/NN/8/obj ././8/punct",
            "One voter, Lisa Orr, left the hall.",
        ),
    ],
)
def test_a_statement_keeps_what_came_of_it_and_what_it_depends_on(
    words: str, tree: str, told: str
) -> None:
    assert _stated(words, tree) == told


def test_a_lead_tells_what_happens_as_it_does() -> None:
    told = _stated(
        "Orr scored as Halm won.",
        "Orr/NNP/2/nsubj scored/VBD/0/root as/IN/5/mark Halm/NNP/5/nsubj won/VBD/2/advcl "
        "././2/punct",
    )
    assert told == "Orr scored as Halm won."


@pytest.mark.parametrize(
    ("words", "tree", "told"),
    [
        (
            "The Echo said the site had been sold.",
            "The/DT/2/det Echo/NNP/3/nsubj said/VBD/0/root the/DT/5/det site/NN/8/nsubj:pass "
            "had/VBD/8/aux been/VBN/8/aux:pass sold/VBN/3/ccomp ././3/punct",
            "The site was sold.",
        ),
        (
            "The Echo said two men had left the site.",
            "The/DT/2/det Echo/NNP/3/nsubj said/VBD/0/root two/CD/5/nummod men/NNS/7/nsubj "
            "had/VBD/7/aux left/VBN/3/ccomp the/DT/9/det site/NN/7/obj ././3/punct",
            "Two men left the site.",
        ),
        (
            "The Echo said two men had not been paid.",
            "The/DT/2/det Echo/NNP/3/nsubj said/VBD/0/root two/CD/5/nummod men/NNS/9/nsubj:pass "
            "had/VBD/9/aux not/RB/9/advmod been/VBN/9/aux:pass paid/VBN/3/ccomp ././3/punct",
            "Two men have not been paid.",
        ),
    ],
)
def test_what_had_happened_when_it_was_told_has_happened(words: str, tree: str, told: str) -> None:
    document = parsed((words, tree))
    sentence = document.sentences[0]
    claim = Attribution(
        sentence=0,
        source=(Span(0, 8),),
        speaker=None,
        cue=Span(9, 13),
        cue_lemma="say",
        content=(Span(14, len(words) - 1),),
        kind="indirect",
    )
    head = next(t for t in sentence.tokens if t.label == "ccomp")
    assert statement(reading(document), sentence, head, claim) == told


def test_where_something_was_said_is_no_part_of_it() -> None:
    words = "Orr said at a rally that the vote was rigged."
    document = parsed(
        (
            words,
            "Orr/NNP/2/nsubj said/VBD/0/root at/IN/5/case a/DT/5/det rally/NN/10/obl "
            "that/IN/10/mark "
            "the/DT/8/det vote/NN/10/nsubj:pass was/VBD/10/aux:pass rigged/VBN/2/ccomp ././2/punct",
        )
    )
    sentence = document.sentences[0]
    assert statement(reading(document), sentence, sentence.tokens[9]) == "The vote was rigged."


def test_what_the_speaker_does_besides_is_not_what_is_said() -> None:
    words = "Orr said the vote was rigged and vowed revenge."
    document = parsed(
        (
            words,
            "Orr/NNP/2/nsubj said/VBD/0/root the/DT/4/det vote/NN/6/nsubj:pass was/VBD/6/aux:pass "
            "rigged/VBN/2/ccomp and/CC/8/cc vowed/VBD/6/conj revenge/NN/8/obj ././2/punct",
        )
    )
    sentence = document.sentences[0]
    rigged = sentence.tokens[5]
    assert statement(reading(document), sentence, rigged) == "The vote was rigged."


@pytest.mark.parametrize(
    ("words", "tree"),
    [
        (
            "Most would get a refund.",
            "Most/JJS/3/nsubj would/MD/3/aux get/VB/0/root a/DT/5/det refund/NN/3/obj ././3/punct",
        ),
        (
            "Two of them are on the mend now.",
            "Two/CD/7/nsubj of/IN/3/case them/PRP/1/nmod are/VBP/7/cop on/IN/7/case the/DT/7/det "
            "mend/NN/0/root now/RB/7/advmod ././7/punct",
        ),
        (
            "The data behind it are missing now.",
            "The/DT/2/det data/NNS/6/nsubj behind/IN/4/case it/PRP/2/nmod are/VBP/6/cop "
            "missing/JJ/0/root now/RB/6/advmod ././6/punct",
        ),
        (
            "The council replied: the pool is safe.",
            "The/DT/2/det council/NN/3/nsubj replied/VBD/0/root :/:/8/punct the/DT/6/det "
            "pool/NN/8/nsubj "
            "is/VBZ/8/cop safe/JJ/3/parataxis ././3/punct",
        ),
        (
            "Readers can email desk@halm.example today.",
            "Readers/NNS/3/nsubj can/MD/3/aux email/VB/0/root desk@halm.example/NN/3/obj "
            "today/NN/3/obl ././3/punct",
        ),
    ],
)
def test_what_points_elsewhere_is_no_statement(words: str, tree: str) -> None:
    assert _what(parsed((words, tree))) == ()


def test_a_headlines_last_verb_is_not_its_first_actors() -> None:
    headline = parsed(
        (
            "Halm cuts forecast as costs bite",
            "Halm/NNP/2/compound cuts/NNS/0/root forecast/VBN/2/acl as/IN/6/mark costs/NNS/6/nsubj "
            "bite/VBP/3/advcl",
        )
    ).sentences[0]
    assert headline_action(headline, named=len("Halm")) != "bite"


def test_a_bare_she_said_is_no_statement_but_a_quote() -> None:
    words = '"Not here," said the mayor of the town.'
    tree = (
        '"/``/3/punct Not/RB/3/advmod here/RB/6/ccomp ,/,/3/punct "/'
        "/3/punct said/VBD/0/root "
        "the/DT/8/det mayor/NN/6/nsubj of/IN/11/case the/DT/11/det town/NN/8/nmod ././6/punct"
    )
    document = parsed((words, tree))
    says = Attribution(
        sentence=0,
        source=(Span(words.index("the"), len(words) - 1),),
        speaker=None,
        cue=Span(words.index("said"), words.index("said") + 4),
        cue_lemma="say",
        content=(Span(1, 9),),
        kind="direct",
    )
    assert _what(document, says) == ()


def test_that_somebody_declined_to_comment_is_no_statement() -> None:
    words = "The club declined to comment on the sale."
    tree = (
        "The/DT/2/det club/NN/3/nsubj declined/VBD/0/root to/TO/5/mark comment/VB/3/xcomp "
        "on/IN/8/case the/DT/8/det sale/NN/5/obl ././3/punct"
    )
    assert _what(parsed((words, tree))) == ()


def test_the_main_event_is_what_the_headlines_first_actor_does() -> None:
    document = parsed(
        (
            "The vote upset the party.",
            "The/DT/2/det vote/NN/3/nsubj upset/VBD/0/root the/DT/5/det party/NN/3/obj ././3/punct",
        ),
        (
            "Ada blamed two of the clerks.",
            "Ada/NNP/2/nsubj blamed/VBD/0/root two/CD/2/obj of/IN/6/case the/DT/6/det "
            "clerks/NNS/3/nmod ././2/punct",
        ),
    )
    ada = actor(document, "Ada", "person", (1, 0, "name"))
    headline = parsed(
        ("Ada blames clerks", "Ada/NNP/2/nsubj blames/VBZ/0/root clerks/NNS/2/obj")
    ).sentences[0]
    source = document.article.source.model_copy(update={"title": "Ada blames clerks"})
    document = replace(
        document, headline=headline, article=replace(document.article, source=source)
    )
    draft = Draft(title="x", who=(Who(id="ada", name="Ada", kind="person"),))
    found = find_what(reading(document, ada), draft).what
    assert [w.statement for w in found] == [
        "Ada blamed two of the clerks.",
        "The vote upset the party.",
    ]
    assert found[0].actor == "ada"
    assert found[0].action == "blames clerks"


def _under(headline: tuple[str, str], *sentences: tuple[str, str]) -> What:
    """Return the main statement of an article with a headline."""
    document = replace(parsed(*sentences), headline=parsed(headline).sentences[0])
    source = document.article.source.model_copy(update={"title": headline[0]})
    whole = replace(document, article=replace(document.article, source=source))
    return find_what(reading(whole), Draft(title=headline[0])).what[0]


def test_a_headlines_deed_may_be_told_with_what_came_of_it() -> None:
    main = _under(
        ("Club sells keeper", "Club/NN/2/nsubj sells/VBZ/0/root keeper/NN/2/obj"),
        (
            "Fans wept after the club sold its keeper.",
            "Fans/NNS/2/nsubj wept/VBD/0/root after/IN/6/mark the/DT/5/det club/NN/6/nsubj "
            "sold/VBD/2/advcl its/PRP$/8/nmod:poss keeper/NN/6/obj ././2/punct",
        ),
    )
    assert main.statement == "Fans wept after the club sold its keeper."
    assert main.action == "sells keeper"


def test_what_a_headline_says_that_somebody_did_is_not_what_was_done_to_others() -> None:
    main = _under(
        ("Blast kills 31", "Blast/NN/2/nsubj kills/VBZ/0/root 31/CD/2/obj"),
        (
            "About 31 people were killed by soldiers.",
            "About/RB/2/advmod 31/CD/3/nummod people/NNS/5/nsubj:pass were/VBD/5/aux:pass "
            "killed/VBN/0/root by/IN/7/case soldiers/NNS/5/obl:agent ././5/punct",
        ),
    )
    assert main.action == "were killed by soldiers"


@pytest.mark.parametrize("tag", ["VBN", "VBD"])  # the parse may take it for a past tense
def test_a_participle_of_the_headline_gets_the_helper_that_the_statement_has(tag: str) -> None:
    document = parsed(
        (
            "The bridge was closed on Monday.",
            "The/DT/2/det bridge/NN/4/nsubj:pass was/VBD/4/aux:pass closed/VBN/0/root on/IN/6/case "
            "Monday/NNP/4/obl ././4/punct",
        )
    )
    headline = parsed(
        (
            "Bridge closed after cracks",
            f"Bridge/NN/2/nsubj:pass closed/{tag}/0/root after/IN/4/case cracks/NNS/2/obl",
        )
    ).sentences[0]
    source = document.article.source.model_copy(update={"title": "Bridge closed after cracks"})
    whole = replace(document, headline=headline, article=replace(document.article, source=source))
    (what,) = find_what(reading(whole), Draft(title="x")).what
    assert what.action is not None
    assert what.action.startswith("was closed")


def test_the_main_event_is_not_what_shares_a_light_verb_with_the_headline() -> None:
    document = parsed(
        (
            "A council shut two of its four pools.",
            "A/DT/2/det council/NN/3/nsubj shut/VBD/0/root two/CD/3/obj of/IN/8/case its/PRP$/8/"
            "nmod:poss four/CD/8/nummod pools/NNS/4/nmod ././3/punct",
        ),
        (
            "A school held its gala there.",
            "A/DT/2/det school/NN/3/nsubj held/VBD/0/root its/PRP$/5/nmod:poss gala/NN/3/obj "
            "there/RB/3/advmod ././3/punct",
        ),
    )
    headline = parsed(
        (
            "Parents hold vigil as pools close",
            "Parents/NNS/2/nsubj hold/VBP/0/root vigil/NN/2/obj as/IN/6/mark pools/NNS/6/nsubj "
            "close/VBP/2/advcl",
        )
    ).sentences[0]
    found = find_what(reading(replace(document, headline=headline)), Draft(title="x")).what
    assert found[0].statement == "A council shut two of its four pools."


def test_what_had_happened_before_is_not_the_main_event() -> None:
    document = parsed(
        (
            "A journal withdrew the study.",
            "A/DT/2/det journal/NN/3/nsubj withdrew/VBD/0/root the/DT/5/det study/NN/3/obj "
            "././3/punct",
        ),
        (
            "The study had changed two of the laws.",
            "The/DT/2/det study/NN/4/nsubj had/VBD/4/aux changed/VBN/0/root two/CD/4/obj of/IN/8/"
            "case the/DT/8/det laws/NNS/5/nmod ././4/punct",
        ),
    )
    headline = parsed(
        ("Study is pulled", "Study/NN/3/nsubj:pass is/VBZ/3/aux:pass pulled/VBN/0/root")
    ).sentences[0]
    found = find_what(reading(replace(document, headline=headline)), Draft(title="x")).what
    assert found[0].statement == "A journal withdrew the study."


def test_a_dateline_is_no_part_of_a_statement() -> None:
    words = "HALM, 9 July: at least two men were hurt."
    tree = (
        "HALM/NNP/11/parataxis ,/,/4/punct 9/CD/4/nummod July/NNP/1/nmod :/:/1/punct "
        "at/RB/7/advmod least/RBS/8/advmod two/CD/9/nummod men/NNS/11/nsubj:pass "
        "were/VBD/11/aux:pass hurt/VBN/0/root ././11/punct"
    )
    assert _stated(words, tree) == "At least two men were hurt."


def test_an_article_without_sentences_states_nothing() -> None:
    assert _what(parsed()) == ()
