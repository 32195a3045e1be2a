"""When: the tense of a clause, the order of times, and what they are dated to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.extract.times.dateline_days import dateline_day
from generator.extract.times.tenses import tense_around
from generator.extract.times.when import find_when, link_times
from generator.model import Article, Draft, Source, What, When

from .trees import parsed, reading

SAID = (
    "The mayor said on Monday that the bridge would reopen on Friday.",
    "The/DT/2/det mayor/NN/3/nsubj said/VBD/0/root on/IN/5/case Monday/NNP/3/obl that/IN/10/mark"
    " the/DT/8/det bridge/NN/10/nsubj would/MD/10/aux reopen/VB/3/ccomp on/IN/12/case"
    " Friday/NNP/10/obl ././3/punct",
)
OPENED = (
    "It opened in May 1931.",
    "It/PRP/2/nsubj opened/VBD/0/root in/IN/4/case May/NNP/2/obl 1931/CD/4/nummod ././2/punct",
)


def drafted(*sentences: tuple[str, str], published: str | None = "2025-03-12") -> tuple[When, ...]:
    found = reading(parsed(*sentences, published=published))
    return find_when(found, Draft(title="A bridge")).when


def dates(*sentences: tuple[str, str]) -> dict[str, str | None]:
    return {item.text: item.date for item in drafted(*sentences)}


def test_a_weekday_counts_back_in_the_past_and_on_in_a_plan() -> None:
    assert dates(SAID) == {"on Monday": "2025-03-10", "on Friday": "2025-03-14"}


def test_the_main_event_comes_before_background_and_ids_are_in_order() -> None:
    items = drafted(SAID, OPENED)
    assert [item.id for item in items] == ["t1", "t2", "t3"]
    assert items[0].text == "on Monday"
    assert items[-1].date == "1931-05"


def test_basis_tells_what_the_text_gives_from_what_is_worked_out() -> None:
    assert {item.text: item.basis for item in drafted(SAID, OPENED)} == {
        "on Monday": "inferred",
        "on Friday": "inferred",
        "in May 1931": "stated",
    }


def test_evidence_is_the_sentence() -> None:
    (item,) = drafted(OPENED)
    assert [evidence.quote for evidence in item.evidence] == [OPENED[0]]


def test_without_a_day_of_writing_relative_times_stay_text() -> None:
    items = drafted(SAID, OPENED, published=None)
    assert {item.text: item.date for item in items} == {
        "on Monday": None,
        "on Friday": None,
        "in May 1931": "1931-05",
    }
    assert {item.basis for item in items if item.date is None} == {None}


def test_the_article_itself_may_fix_a_weekday() -> None:
    fixed = (
        "It shut on Monday, March 10, 2025.",
        "It/PRP/2/nsubj shut/VBD/0/root on/IN/4/case Monday/NNP/2/obl ,/,/6/punct March/NNP/4/appos"
        " 10/CD/6/nummod ,/,/9/punct 2025/CD/6/nummod ././2/punct",
    )
    (item,) = [t for t in drafted(fixed, SAID, published=None) if "Monday" in t.text]
    assert item.date == "2025-03-10"
    assert len(item.evidence) == 2


def test_one_day_in_several_wordings_is_one_item() -> None:
    again = (
        "The reopening on 14 March is the third.",
        "The/DT/2/det reopening/NN/8/nsubj on/IN/5/case 14/CD/5/nummod March/NNP/2/nmod"
        " is/VBZ/8/cop"
        " the/DT/8/det third/JJ/0/root ././8/punct",
    )
    (item,) = [t for t in drafted(SAID, again) if t.date == "2025-03-14"]
    assert [evidence.sentence for evidence in item.evidence] == [0, 1]


@pytest.mark.parametrize(
    ("words", "tree", "token", "lead", "tense"),
    [
        ("They met", "They/PRP/2/nsubj met/VBD/0/root", 1, "", "past"),
        ("They will meet", "They/PRP/3/nsubj will/MD/3/aux meet/VB/0/root", 2, "", "future"),
        ("They have met", "They/PRP/3/nsubj have/VBP/3/aux met/VBN/0/root", 2, "", "past"),
        (
            "talks scheduled for then",
            "talks/NNS/0/root scheduled/VBN/1/acl for/IN/4/case then/RB/2/obl",
            3,
            "",
            "future",
        ),
        (
            "demanded it be cleared by then",
            "demanded/VBD/0/root it/PRP/4/nsubj:pass be/VB/4/aux:pass cleared/VBN/1/ccomp"
            " by/IN/6/case"
            " then/RB/4/obl",
            5,
            "by",
            "future",
        ),
        (
            "If it is not paid by then",
            "If/IN/5/mark it/PRP/5/nsubj:pass is/VBZ/5/aux:pass not/RB/5/advmod paid/VBN/0/root"
            " by/IN/7/case then/RB/5/obl",
            6,
            "by",
            "future",
        ),
        (
            "extended it to then",
            "extended/VBD/0/root it/PRP/1/obj to/IN/4/case then/RB/1/obl",
            3,
            "to",
            "future",
        ),
        (
            "called to thank him then",
            "called/VBD/0/root to/TO/3/mark thank/VB/1/advcl him/PRP/3/obj then/RB/3/advmod",
            4,
            "",
            "past",
        ),
        (
            "agreed to meet him then",
            "agreed/VBD/0/root to/TO/3/mark meet/VB/1/xcomp him/PRP/3/obj then/RB/3/advmod",
            4,
            "",
            "future",
        ),
        (
            "asked him to dismiss it on then",
            "asked/VBD/0/root him/PRP/1/obj to/TO/4/mark dismiss/VB/1/xcomp it/PRP/4/obj "
            "on/IN/7/case then/RB/4/obl",
            6,
            "on",
            "past",
        ),
        (
            "asked him to leave by then",
            "asked/VBD/0/root him/PRP/1/obj to/TO/4/mark leave/VB/1/xcomp by/IN/6/case "
            "then/RB/4/obl",
            5,
            "by",
            "future",
        ),
        (
            "said in May it would close",
            "said/VBD/0/root in/IN/3/case May/NNP/6/obl it/PRP/6/nsubj would/MD/6/aux "
            "close/VB/1/ccomp",
            2,
            "in",
            "past",
        ),
        (
            "would close it if they did nothing by then",
            "would/MD/2/aux close/VB/0/root it/PRP/2/obj if/IN/6/mark they/PRP/6/nsubj "
            "did/VBD/2/advcl nothing/NN/6/obj by/IN/9/case then/RB/6/obl",
            8,
            "by",
            "future",
        ),
        (
            "follows the death in May",
            "follows/VBZ/0/root the/DT/3/det death/NN/1/obj in/IN/5/case May/NNP/3/nmod",
            4,
            "in",
            "past",
        ),
        (
            "will go as talks broke down then",
            "will/MD/2/aux go/VB/0/root as/IN/5/mark talks/NNS/5/nsubj broke/VBD/2/advcl "
            "down/RP/5/compound:prt then/RB/2/advmod",
            6,
            "",
            "past",
        ),
        (
            "has been trying since then",
            "has/VBZ/3/aux been/VBN/3/aux trying/VBG/0/root since/IN/5/case then/RB/3/obl",
            4,
            "since",
            "past",
        ),
        (
            "has given him until then",
            "has/VBZ/2/aux given/VBN/0/root him/PRP/2/iobj until/IN/5/case then/RB/2/obl",
            4,
            "until",
            "future",
        ),
        ("talks open then", "talks/NNS/2/nsubj open/VBP/0/root then/RB/2/advmod", 2, "", "future"),
        ("The report says", "The/DT/2/det report/NN/3/nsubj says/VBZ/0/root", 2, "", None),
        ("The report", "The/DT/2/det report/NN/0/root", 1, "until", "future"),
    ],
)  # fmt: skip
def test_tense_is_the_nearest_clauses_own(
    words: str, tree: str, token: int, lead: str, tense: str | None
) -> None:
    sentence = parsed((words, tree)).sentences[0]
    assert tense_around(sentence, sentence.tokens[token], lead) == tense


def test_that_year_is_the_year_told_of_last() -> None:
    later = (
        "It shut in June that year.",
        "It/PRP/2/nsubj shut/VBD/0/root in/IN/4/case June/NNP/2/obl that/DT/6/det"
        " year/NN/2/obl:unmarked ././2/punct",
    )
    assert dates(OPENED, later)["in June that year"] == "1931-06"
    assert dates(later)["in June that year"] is None


def test_a_preposition_before_whose_it_is_belongs_to_the_thing() -> None:
    skipped = (
        "They left before Friday's vote.",
        "They/PRP/2/nsubj left/VBD/0/root before/IN/6/case Friday/NNP/6/nmod:poss 's/POS/4/case"
        " vote/NN/2/obl ././2/punct",
    )
    assert [item.text for item in drafted(skipped)] == ["Friday"]
    kept = (
        "They train for Friday's vote.",
        "They/PRP/2/nsubj train/VBP/0/root for/IN/6/case Friday/NNP/6/nmod:poss 's/POS/4/case"
        " vote/NN/2/obl ././2/punct",
    )
    assert [item.text for item in drafted(kept)] == ["Friday"]


def test_a_meeting_that_somebody_is_invited_to_lies_ahead() -> None:
    invited = (
        "She invited both sides to a meeting on Friday.",
        "She/PRP/2/nsubj invited/VBD/0/root both/DT/4/det sides/NNS/2/obj to/IN/7/case a/DT/7/det"
        " meeting/NN/2/obl on/IN/9/case Friday/NNP/2/obl ././2/punct",
    )
    assert dates(invited) == {"on Friday": "2025-03-14"}


STRUCK = (
    "A quake struck on Tuesday.",
    "A/DT/2/det quake/NN/3/nsubj struck/VBD/0/root on/IN/5/case Tuesday/NNP/3/obl ././3/punct",
)
AT_AN_HOUR = (
    "It hit at 4:42 a.m. near Halm.",
    "It/PRP/2/nsubj hit/VBD/0/root at/IN/5/case 4:42/CD/5/nummod a.m./NN/2/obl near/IN/7/case"
    " Halm/NNP/2/obl ././2/punct",
)


def test_a_time_of_day_has_the_day_of_the_lead_before_it() -> None:
    assert dates(STRUCK, AT_AN_HOUR) == {"on Tuesday": "2025-03-11", "at 4:42 a.m.": "2025-03-11"}


def test_a_time_of_day_that_two_days_could_own_has_none() -> None:
    assert dates(SAID, AT_AN_HOUR)["at 4:42 a.m."] is None


def test_a_time_points_at_the_first_statement_told_of_it() -> None:
    found = reading(parsed(SAID, OPENED, published="2025-03-12"))
    told = tuple(What(id=f"w{n}", statement="It shut.", when="t2") for n in (1, 2))
    draft = find_when(found, Draft(title="A bridge")).model_copy(update={"what": told})
    assert [w.what for w in link_times(found, draft).when] == [None, "w1", None]


def test_the_hour_alone_on_its_line_is_when_an_entry_was_written() -> None:
    assert dates(("7 p.m.", "7/CD/0/root p.m./NN/1/nmod")) == {}


def test_a_date_almost_a_year_off_would_have_its_year() -> None:
    shut = (
        "It shut on March 20.",
        "It/PRP/2/nsubj shut/VBD/0/root on/IN/4/case March/NNP/2/obl 20/CD/4/nummod ././2/punct",
    )
    assert dates(shut) == {"on March 20": "2025-03-20"}


def test_what_is_unlikely_is_still_to_come() -> None:
    told = (
        "A vote was unlikely before May.",
        "A/DT/2/det vote/NN/4/nsubj was/VBD/4/cop unlikely/JJ/0/root before/IN/6/case May/NNP/4/obl"
        " ././4/punct",
    )
    assert dates(told) == {"before May": "2025-05"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("CAIRO – 26 July 2022: Envoys met on July 25.", dt.date(2022, 7, 26)),
        ("HALM, July 26, 2022 (Orlo News) - Envoys met.", dt.date(2022, 7, 26)),
        ("Friday, July 21, 2017\n\nA team has won.", dt.date(2017, 7, 21)),
        ("The bridge shut on 26 July 2022 and fell.", None),
        ("CAIRO, July 26 - Envoys met.", None),
    ],
)
def test_a_dateline_tells_when_an_article_was_written(text: str, day: dt.date | None) -> None:
    document = replace(parsed(), article=Article(Source(file="seeds/a.txt"), text, ()))
    assert dateline_day(document) == day
