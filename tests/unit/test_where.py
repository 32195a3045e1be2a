"""Which mentions are places, which place each one is, and in what order they come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.places.where import find_where
from generator.extract.reading import Reading
from generator.language.gazetteer import load
from generator.language.tree import Document, Entity
from generator.model import Draft, Where

from .trees import parsed

IN_PORT = "A/DT/2/det ship/NN/3/nsubj sank/VBD/0/root off/IN/5/case {}/NNP/3/obl ././3/punct"


def _document(
    *rows: tuple[str, str], places: dict[int, list[tuple[int, int]]], type: str = "LOC"
) -> Document:
    """Build a document whose sentences have entities at the given tokens."""
    document = parsed(*rows)
    sentences = tuple(
        replace(s, entities=tuple(Entity(a, b, type) for a, b in places.get(s.index, [])))
        for s in document.sentences
    )
    return replace(document, sentences=sentences)


def _where(document: Document) -> tuple[Where, ...]:
    return find_where(Reading(document, load()), Draft(title="News")).where


def _names(document: Document) -> list[str]:
    return [item.name for item in _where(document)]


def test_a_place_has_kind_country_point_and_evidence() -> None:
    text = "A ship sank off Hodeidah."
    document = _document((text, IN_PORT.format("Hodeidah")), places={0: [(4, 5)]})
    (place,) = _where(document)
    assert (place.id, place.name, place.kind, place.country) == (
        "hodeidah",
        "Hodeidah",
        "city",
        "YE",
    )
    assert (place.lat, place.lon, place.gazetteer) == (14.8, 42.95, "geonames:79415")
    (ground,) = place.evidence
    assert ground.quote == text[ground.start : ground.end] == text


def test_a_place_that_no_table_has_gets_no_point() -> None:
    document = _document(
        ("A ship sank off Quzzlebrook.", IN_PORT.format("Quzzlebrook")), places={0: [(4, 5)]}
    )
    (place,) = _where(document)
    assert (place.lat, place.lon, place.gazetteer, place.country) == (None,) * 4


def test_the_tagger_is_helped_out_after_a_preposition_of_place() -> None:
    document = _document(("A ship sank off Mombasa.", IN_PORT.format("Mombasa")), places={})
    assert _names(document) == ["Mombasa"]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "Ottawa rejected the offer.",
            "Ottawa/NNP/2/nsubj rejected/VBD/0/root the/DT/4/det offer/NN/2/obj ././2/punct",
        ),
        (
            "Jerusalem's proposal failed.",
            "Jerusalem/NNP/3/nmod:poss 's/POS/1/case proposal/NN/4/nsubj failed/VBD/0/root"
            " ././4/punct",
        ),
        (
            "Tehran is engaged.",
            "Tehran/NNP/3/nsubj is/VBZ/3/cop engaged/JJ/0/root ././3/punct",
        ),
    ],
)
def test_a_capital_that_acts_is_no_place(text: str, tree: str) -> None:
    assert _names(_document((text, tree), places={0: [(0, 1)]})) == []


def test_a_capital_that_something_happens_in_is_a_place() -> None:
    document = _document(
        (
            "Envoys met in Ottawa.",
            "Envoys/NNS/2/nsubj met/VBD/0/root in/IN/4/case Ottawa/NNP/2/obl ././2/punct",
        ),
        places={0: [(3, 4)]},
    )
    assert _names(document) == ["Ottawa"]


def test_a_town_that_says_who_someone_is_is_no_place() -> None:
    document = _document(
        (
            "A Dundee lawyer resigned.",
            "A/DT/3/det Dundee/NNP/3/compound lawyer/NN/4/nsubj resigned/VBD/0/root ././4/punct",
        ),
        places={0: [(1, 2)]},
    )
    assert _names(document) == []


def test_what_follows_a_comma_tells_which_town_is_meant() -> None:
    document = _document(
        (
            "A barn burned in Paris, Texas.",
            "A/DT/2/det barn/NN/3/nsubj burned/VBD/0/root in/IN/5/case Paris/NNP/3/obl ,/,/7/punct"
            " Texas/NNP/5/appos ././3/punct",
        ),
        places={0: [(4, 5), (6, 7)]},
    )
    paris, texas = _where(document)
    assert (paris.name, paris.country) == ("Paris", "US")
    assert paris.lat is not None
    assert abs(paris.lat - 33.66) < 0.05
    assert (texas.name, texas.kind) == ("Texas", "region")


def test_the_countries_of_the_article_tell_which_town_is_meant() -> None:
    row = (
        "A bus left Tripoli.",
        "A/DT/2/det bus/NN/3/nsubj left/VBD/0/root Tripoli/NNP/3/obj ././3/punct",
    )
    lebanese = (
        "Lebanese police came.",
        "Lebanese/JJ/2/amod police/NNS/3/nsubj came/VBD/0/root ././3/punct",
    )
    town = {0: [(3, 4)]}
    assert [place.country for place in _where(_document(row, lebanese, places=town))] == ["LB"]


def test_a_small_town_of_a_country_never_mentioned_is_not_believed() -> None:
    kenyan = (
        "Kenyan police came.",
        "Kenyan/JJ/2/amod police/NNS/3/nsubj came/VBD/0/root ././3/punct",
    )
    document = _document(
        ("A ship sank off Riverside.", IN_PORT.format("Riverside")), kenyan, places={0: [(4, 5)]}
    )
    (place,) = _where(document)
    assert place.gazetteer is None or place.country == "KE" or place.lat == 33.95


def test_a_small_american_town_lies_in_the_state_that_is_talked_of_or_nowhere() -> None:
    tree = (
        "A/DT/2/det ship/NN/3/nsubj sank/VBD/0/root off/IN/5/case {}/NNP/3/obl ,/,/7/punct "
        "Montana/NNP/5/appos ././3/punct"
    )
    bare = ("A ship sank off Livingston.", IN_PORT.format("Livingston"))
    for town, known in (("Livingston", True), ("Ennis", True), ("Wexcombe", False)):
        text = f"A ship sank off {town}, Montana."
        where = _where(_document((text, tree.format(town)), places={0: [(4, 5), (6, 7)]}))
        found = {item.name: item for item in where}
        assert (found[town].lat is not None) == known
        assert found[town].country == "US"
    montana = ("A ship sank off Montana.", IN_PORT.format("Montana"))
    document = _document(montana, bare, places={0: [(4, 5)], 1: [(4, 5)]})
    (livingston,) = [item for item in _where(document) if item.name == "Livingston"]
    assert livingston.lon is not None
    assert livingston.lon < -110


def _of_scene(*names: str) -> dict[str, Where]:
    sentences = [(f"A ship sank off {name}.", IN_PORT.format(name)) for name in names]
    found = _where(_document(*sentences, places={n: [(4, 5)] for n in range(len(names))}))
    return {item.name: item for item in found}


def test_a_village_is_placed_in_a_country_that_is_talked_of_and_nowhere_else() -> None:
    assert _of_scene("Ireland", "Dingle")["Dingle"].country == "IE"
    assert _of_scene("Ireland", "Dingle")["Dingle"].lon == pytest.approx(-10.27)
    assert _of_scene("Dingle")["Dingle"].lat is None


def test_a_town_that_nobody_shares_its_name_with_needs_no_country_named() -> None:
    assert _of_scene("Kenya", "Lausanne")["Lausanne"].country == "CH"


def test_what_no_table_has_lies_in_the_country_of_most_places() -> None:
    found = _of_scene("Leeds", "Hull", "Halifax", "Lyon", "Wexcombe")
    assert found["Wexcombe"].country == "GB"
    assert _of_scene("Leeds", "Lyon", "Wexcombe")["Wexcombe"].country is None


def test_a_namesake_abroad_is_not_meant_where_a_state_is_talked_of() -> None:
    ohio = ("A ship sank off Ohio.", IN_PORT.format("Ohio"))
    athens = ("A ship sank off Athens.", IN_PORT.format("Athens"))
    document = _document(ohio, ohio, athens, places={n: [(4, 5)] for n in range(3)})
    (found,) = [item for item in _where(document) if item.name == "Athens"]
    assert found.country == "US"
    alone = _document(athens, places={0: [(4, 5)]})
    assert [item.country for item in _where(alone)] == ["GR"]


def test_a_part_of_a_region_is_no_river() -> None:
    sepik = (
        "A ship sank off East Sepik.",
        "A/DT/2/det ship/NN/3/nsubj sank/VBD/0/root off/IN/6/case East/NNP/6/compound "
        "Sepik/NNP/3/obl ././3/punct",
    )
    (found,) = _where(_document(sepik, places={0: [(4, 6)]}))
    assert (found.name, found.kind) == ("East Sepik", None)


def test_what_no_table_has_is_a_place_between_places_and_behind_one() -> None:
    between = (
        "A bus burned between Quizzle and Quozzle.",
        "A/DT/2/det bus/NN/3/nsubj burned/VBD/0/root between/IN/5/case Quizzle/NNP/3/obl "
        "and/CC/7/cc Quozzle/NNP/5/conj ././3/punct",
    )
    assert _names(_document(between, places={0: [(4, 5), (6, 7)]})) == ["Quizzle", "Quozzle"]
    parties = _document(between, places={0: [(4, 5)]})
    assert _names(parties) == []


def test_a_parliament_and_the_short_name_of_a_body_are_no_places() -> None:
    document = _document(
        ("He sat in Bundestag.", "He/PRP/2/nsubj sat/VBD/0/root in/IN/4/case Bundestag/NNP/2/obl "
         "././2/punct"),
        places={0: [(3, 4)]},
    )  # fmt: skip
    assert _names(document) == []


def test_a_country_is_where_its_own_valley_is() -> None:
    document = _document(
        (
            "A bus fell in Nepal's Quzzle valley.",
            "A/DT/2/det bus/NN/3/nsubj fell/VBD/0/root in/IN/8/case Nepal/NNP/8/nmod:poss "
            "'s/POS/5/case Quzzle/NNP/8/compound valley/NN/3/obl ././3/punct",
        ),
        places={0: [(4, 5), (6, 7)]},
    )
    assert "Nepal" in _names(document)


def test_a_town_of_a_region_does_not_make_the_region_a_town() -> None:
    document = _document(
        (
            "He fell in the town of the Quzzlebelt.",
            "He/PRP/2/nsubj fell/VBD/0/root in/IN/5/case the/DT/5/det town/NN/2/obl of/IN/8/case "
            "the/DT/8/det Quzzlebelt/NNP/5/nmod ././2/punct",
        ),
        places={0: [(7, 8)]},
    )
    assert [item.kind for item in _where(document)] in ([], [None])


def test_the_noun_beside_a_name_says_what_it_is() -> None:
    document = _document(
        (
            "Rain fell in the department of Arauca.",
            "Rain/NN/2/nsubj fell/VBD/0/root in/IN/5/case the/DT/5/det department/NN/2/obl"
            " of/IN/7/case Arauca/NNP/5/nmod ././2/punct",
        ),
        places={0: [(6, 7)]},
    )
    assert [(place.name, place.kind) for place in _where(document)] == [("Arauca", "region")]


def test_a_facility_that_the_tagger_calls_a_body_is_a_site() -> None:
    document = _document(
        (
            "Snow closed Larkmoor Airport.",
            "Snow/NN/2/nsubj closed/VBD/0/root Larkmoor/NNP/4/compound Airport/NNP/2/obj"
            " ././2/punct",
        ),
        places={0: [(2, 4)]},
        type="ORG",
    )
    assert [(place.name, place.kind) for place in _where(document)] == [
        ("Larkmoor Airport", "site")
    ]


def test_a_town_inside_the_name_of_a_body_is_no_place() -> None:
    document = _document(
        (
            "The Tehran Times closed.",
            "The/DT/3/det Tehran/NNP/3/compound Times/NNP/4/nsubj closed/VBD/0/root ././4/punct",
        ),
        places={0: [(0, 3)]},
        type="ORG",
    )
    assert _names(document) == []


def test_a_town_before_the_name_of_its_police_is_no_place() -> None:
    document = _document(
        (
            "Ipswich Police arrived.",
            "Ipswich/NNP/2/compound Police/NNP/3/nsubj arrived/VBD/0/root ././3/punct",
        ),
        places={0: [(0, 1)]},
    )
    assert _names(document) == []


def test_an_example_is_no_place() -> None:
    document = _document(
        (
            "They dream of a new Serengeti.",
            "They/PRP/2/nsubj dream/VBP/0/root of/IN/6/case a/DT/6/det new/JJ/6/amod"
            " Serengeti/NNP/2/obl ././2/punct",
        ),
        places={0: [(5, 6)]},
    )
    assert _names(document) == []


def test_a_month_is_no_place() -> None:
    document = _document(
        (
            "It rained in March.",
            "It/PRP/2/nsubj rained/VBD/0/root in/IN/4/case March/NNP/2/obl ././2/punct",
        ),
        places={},
    )
    assert _names(document) == []


def test_the_words_after_a_name_belong_to_it_where_the_gazetteer_says_so() -> None:
    document = _document(
        (
            "Shells hit the Nuseirat refugee camp.",
            "Shells/NNS/2/nsubj hit/VBD/0/root the/DT/6/det Nuseirat/NNP/6/compound"
            " refugee/NN/6/compound camp/NN/2/obj ././2/punct",
        ),
        places={0: [(3, 4)]},
    )
    (place,) = _where(document)
    assert (place.name, place.kind, place.country) == ("Nuseirat refugee camp", "site", "PS")


def test_a_place_in_capitals_before_a_dash_is_where_the_report_was_sent_from() -> None:
    document = _document(
        (
            "MOMBASA -- A ship sank.",
            "MOMBASA/NNP/5/obl --/:/1/punct A/DT/4/det ship/NN/5/nsubj sank/VBD/0/root ././5/punct",
        ),
        places={},
    )
    assert _names(document) == ["Mombasa"]


def test_the_place_of_the_main_event_comes_first() -> None:
    later = ("A ship sank off Lagos.", IN_PORT.format("Lagos"))
    document = _document(
        ("A ship sank off Mombasa.", IN_PORT.format("Mombasa")),
        later,
        places={0: [(4, 5)], 1: [(4, 5)]},
    )
    assert _names(document) == ["Mombasa", "Lagos"]


@pytest.mark.parametrize("words", ["x", "🏔️", "الدوحة", "A" * 5000])
def test_hostile_text_is_just_read(words: str) -> None:
    document = _document((words, f"{words}/NNP/0/root"), places={0: [(0, 1)]})
    for place in _where(document):
        assert place.evidence[0].quote in words


def test_an_empty_article_has_no_places() -> None:
    assert _where(_document(places={})) == ()


def test_a_small_namesake_of_a_well_known_town_gets_no_point_where_its_state_is_not_told_of() -> (
    None
):
    document = _document(
        (
            "Americans met in Oxford.",
            "Americans/NNPS/2/nsubj met/VBD/0/root in/IN/4/case Oxford/NNP/2/obl ././2/punct",
        ),
        places={0: [(3, 4)]},
    )
    (oxford,) = _where(document)
    assert (oxford.name, oxford.lat) == ("Oxford", None)


def test_whom_a_university_employs_is_not_told_to_be_there() -> None:
    document = _document(
        (
            "A chemist at Halm University wept.",
            "A/DT/2/det chemist/NN/6/nsubj at/IN/5/case Halm/NNP/5/compound University/NNP/2/nmod "
            "wept/VBD/0/root ././6/punct",
        ),
        places={0: [(3, 5)]},
    )
    assert _names(document) == []


def test_bodies_money_and_other_towns_tell_the_country_of_a_small_town() -> None:
    town = ("A ship sank off Garstang.", IN_PORT.format("Garstang"))
    assert _where(_document(town, places={0: [(4, 5)]}))[0].lat is None
    price = ("It cost £9.", "It/PRP/2/nsubj cost/VBD/0/root £/$/2/obj 9/CD/3/nummod ././2/punct")
    assert _where(_document(town, price, places={0: [(4, 5)]}))[0].country == "GB"


def test_a_dateline_s_town_is_a_town_and_the_only_one_of_its_name_is_meant() -> None:
    for name, country in (("STRANRAER", "GB"), ("QUZZLEBROOK", None)):
        rain = (
            f"{name} - It rained.",
            f"{name}/NNP/4/dep -/:/4/punct It/PRP/4/nsubj rained/VBD/0/root ././4/punct",
        )
        found = _where(_document(rain, places={0: [(0, 1)]}))
        assert [(p.kind, p.country) for p in found] == [("city", country)]


def test_a_list_of_villages_is_one_of_villages() -> None:
    text = "It rained in the villages of Quzzlebrook and Vorn."
    tree = (
        "It/PRP/2/nsubj rained/VBD/0/root in/IN/5/case the/DT/5/det villages/NNS/2/obl "
        "of/IN/7/case Quzzlebrook/NNP/5/nmod and/CC/9/cc Vorn/NNP/7/conj ././2/punct"
    )
    found = _where(_document((text, tree), places={0: [(6, 7), (8, 9)]}))
    assert [(p.name, p.kind) for p in found] == [("Quzzlebrook", "city"), ("Vorn", "city")]


def test_a_judge_s_district_is_no_place() -> None:
    text = "U.S. District Judge Ada Orr spoke in Oslo."
    tree = (
        "U.S./NNP/2/compound District/NNP/3/compound Judge/NNP/4/compound Ada/NNP/6/nsubj "
        "Orr/NNP/4/flat spoke/VBD/0/root in/IN/8/case Oslo/NNP/6/obl ././6/punct"
    )
    assert _names(_document((text, tree), places={0: [(0, 2), (7, 8)]})) == ["Oslo"]


def test_a_country_in_brackets_tells_where_a_town_is() -> None:
    text = "It rained in Ronda (Spain)."
    tree = (
        "It/PRP/2/nsubj rained/VBD/0/root in/IN/4/case Ronda/NNP/2/obl (/-LRB-/6/punct "
        "Spain/NNP/4/appos )/-RRB-/6/punct ././2/punct"
    )
    found = _where(_document((text, tree), places={0: [(3, 4), (5, 6)]}))
    assert [(p.name, p.country) for p in found] == [("Ronda", "ES"), ("Spain", "ES")]


def test_states_in_a_list_do_not_lie_in_each_other() -> None:
    text = "It rained in Ohio, Kansas and Texas."
    tree = (
        "It/PRP/2/nsubj rained/VBD/0/root in/IN/4/case Ohio/NNP/2/obl ,/,/6/punct "
        "Kansas/NNP/4/conj "
        "and/CC/8/cc Texas/NNP/4/conj ././2/punct"
    )
    found = _where(_document((text, tree), places={0: [(3, 4), (5, 6), (7, 8)]}))
    assert [(p.kind, p.lat is not None) for p in found] == [("region", True)] * 3


def test_an_american_county_is_no_english_one() -> None:
    text = "It rained in Kent County in Ohio."
    tree = (
        "It/PRP/2/nsubj rained/VBD/0/root in/IN/5/case Kent/NNP/5/compound County/NNP/2/obl "
        "in/IN/7/case Ohio/NNP/2/obl ././2/punct"
    )
    (county,) = [
        p
        for p in _where(_document((text, tree), places={0: [(3, 5), (6, 7)]}))
        if p.name == "Kent County"
    ]
    assert (county.kind, county.lat) == ("region", None)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "Ada Orr of Utah spoke in Oslo.",
            "Ada/NNP/5/nsubj Orr/NNP/1/flat of/IN/4/case Utah/NNP/1/nmod spoke/VBD/0/root "
            "in/IN/7/case Oslo/NNP/5/obl ././5/punct",
        ),
        (
            "Orr (D-Utah) spoke in Oslo.",
            "Orr/NNP/7/nsubj (/-LRB-/5/punct D/NNP/5/compound -/HYPH/5/punct Utah/NNP/1/appos "
            ")/-RRB-/5/punct spoke/VBD/0/root in/IN/9/case Oslo/NNP/7/obl ././7/punct",
        ),
    ],
)
def test_whom_somebody_speaks_for_is_no_place(text: str, tree: str) -> None:
    document = parsed((text, tree))
    words = [t.text for t in document.sentences[0].tokens]
    entities = [Entity(0, 2 if words[1] == "Orr" else 1, "PERSON")]
    entities += [Entity(at, at + 1, "LOC") for at in (words.index("Utah"), words.index("Oslo"))]
    sentence = replace(document.sentences[0], entities=tuple(entities))
    assert _names(replace(document, sentences=(sentence,))) == ["Oslo"]


def test_a_project_and_a_region_that_somebody_works_for_are_no_places() -> None:
    text = "The director for Africa spoke of Project Harbour in Oslo."
    tree = (
        "The/DT/2/det director/NN/5/nsubj for/IN/4/case Africa/NNP/2/nmod spoke/VBD/0/root "
        "of/IN/8/case Project/NNP/8/compound Harbour/NNP/5/obl in/IN/10/case Oslo/NNP/5/obl "
        "././5/punct"
    )
    places = {0: [(3, 4), (6, 8), (9, 10)]}
    assert _names(_document((text, tree), places=places)) == ["Oslo"]
