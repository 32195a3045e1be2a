"""The gazetteer that is shipped: who bears a name, in which company, and who speaks by it."""

from __future__ import annotations

import math

import pytest

from generator.language.gazetteer import FILE, Gazetteer, fold, load

GAZETTEER = load()


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    p, q, r, s = map(math.radians, (lat, lon, other_lat, other_lon))
    h = math.sin((r - p) / 2) ** 2 + math.cos(p) * math.cos(r) * math.sin((s - q) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


@pytest.mark.parametrize(
    ("name", "countries", "kind", "country"),
    [
        ("Georgia", (), "country", "GE"),
        ("Georgia", ("US",), "region", "US"),
        ("Georgia", ("RU", "GE", "US"), "country", "GE"),
        ("Jordan", ("US",), "country", "JO"),
        ("Lebanon", ("US",), "country", "LB"),
        ("Tripoli", (), "city", "LY"),
        ("Tripoli", ("LB",), "city", "LB"),
        ("Birmingham", (), "city", "GB"),
        ("Birmingham", ("US",), "city", "US"),
        ("London", ("CA",), "city", "GB"),
        ("Paris", ("US",), "city", "FR"),
        ("Nelson", ("NZ",), "city", "NZ"),
        ("Washington", ("US",), "city", "US"),
        ("Philadelphia", ("JO",), "city", "US"),
        ("Punjab", ("IN",), "region", "IN"),
        ("Punjab", ("PK",), "region", "PK"),
        ("Odessa", ("UA",), "city", "UA"),
        ("Geneva", ("PE", "EC", "US"), "city", "CH"),
        ("Frankfurt", ("DE", "US"), "city", "DE"),
        ("EU", (), "region", None),
        ("CUBA", (), "country", "CU"),
        ("Odessa", ("US",), "city", "US"),
        ("Gaza", (), "region", "PS"),
        ("Gaza City", (), "city", "PS"),
        ("Victoria", ("AU",), "region", "AU"),
        ("Strait of Hormuz", (), "body-of-water", None),
        ("Rafah Crossing", (), "site", None),
        ("Sinai Peninsula", (), "landform", "EG"),
        ("U.S.", (), "country", "US"),
    ],
)
def test_an_ambiguous_name_goes_by_the_countries_of_the_article(
    name: str, countries: tuple[str, ...], kind: str, country: str | None
) -> None:
    found = GAZETTEER.find(name, countries)
    assert found is not None
    assert (found.kind, found.country) == (kind, country)


@pytest.mark.parametrize(
    ("spelling", "other"),
    [
        ("Kiev", "Kyiv"),
        ("Sana’a", "Sanaa"),
        ("Khan Younis", "Khan Yunis"),
        ("Türkiye", "Turkey"),
        ("Burma", "Myanmar"),
        ("Bombay", "Mumbai"),
        ("Hodeidah", "Hudaydah"),
        ("Deir al-Balah", "Deir el-Balah"),
        ("Bab el-Mandeb", "Bab al-Mandab"),
        ("St. Louis", "Saint Louis"),
        ("SAO PAULO", "São Paulo"),
        ("Mazar-i-Sharif", "Mazar-e Sharif"),
        ("the Ivory Coast", "Côte d’Ivoire"),
    ],
)
def test_spellings_of_one_place_meet(spelling: str, other: str) -> None:
    found = GAZETTEER.find(spelling)
    assert found is not None
    assert found == GAZETTEER.find(other)


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Doha", 25.29, 51.53),
        ("Fordow", 34.88, 50.99),
        ("Al-Mawasi", 31.33, 34.25),
        ("Philadelphi Corridor", 31.28, 34.25),
        ("Natanz", 33.51, 51.92),
        ("Bakhmut", 48.6, 38.0),
        ("Suva", -18.14, 178.44),
    ],
)
def test_places_lie_where_they_are(name: str, lat: float, lon: float) -> None:
    found = GAZETTEER.find(name)
    assert found is not None
    assert _kilometres(found.lat, found.lon, lat, lon) < 20


def test_a_region_tells_towns_of_one_name_apart() -> None:
    state = GAZETTEER.find("Mass.", ("US",), kind="region")
    assert state is not None
    assert state.name == "Massachusetts"
    town = GAZETTEER.find("Springfield", region=state.region)
    assert town is not None
    assert town.region == state.region
    assert GAZETTEER.find("Springfield") != town or len(GAZETTEER.candidates("Springfield")) > 5


def test_a_village_is_found_only_in_a_country_or_region_asked_for() -> None:
    assert GAZETTEER.find("Clifden") is None
    assert not any(place.is_village for place in GAZETTEER.candidates("Clifden"))
    irish = GAZETTEER.find("Clifden", ("IE",))
    assert irish is not None
    assert (irish.name, irish.kind, irish.gazetteer) == ("Clifden", "city", "geonames:2965449")
    assert GAZETTEER.find("Clifden", region=irish.region) == irish
    assert irish in GAZETTEER.candidates("Clifden", villages=True)


def test_a_geonames_id_is_given_only_where_geonames_has_the_place() -> None:
    cairo, crossing = GAZETTEER.find("Cairo"), GAZETTEER.find("Rafah crossing")
    assert cairo is not None
    assert crossing is not None
    assert cairo.gazetteer == "geonames:360630"
    assert crossing.gazetteer == "places:rafah-crossing"


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Israelis", "IL"),
        ("Israeli", "IL"),
        ("American", "US"),
        ("US", "US"),
        ("U.K.", "GB"),
        ("Dutch", "NL"),
        ("Filipino", "PH"),
        ("Ivory Coast", "CI"),
        ("DRC", "CD"),
        ("Congolese", "CD"),
        ("the Netherlands", "NL"),
        ("New Zealander", "NZ"),
        ("TURKEY", "TR"),
    ],
)
def test_names_adjectives_and_demonyms_lead_to_their_country(word: str, code: str) -> None:
    found = GAZETTEER.country(word)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("word", ["turkey", "us", "polish", "chad", "Paris", "Us", "", "Frenchs"])
def test_common_words_and_cities_are_no_countries(word: str) -> None:
    assert GAZETTEER.country(word) is None


def test_what_is_a_country_by_its_words_may_open_with_the_first() -> None:
    words = ("the United States", "U.S.", "US", "St Lucia", "Côte d’Ivoire", "Britons", "Tuvalu")
    assert all(GAZETTEER.country(word) for word in words)
    assert all(GAZETTEER.may_open_country(word.split()[0]) for word in words)
    assert not GAZETTEER.may_open_country("Officials")


def test_only_a_name_is_a_country_name() -> None:
    assert GAZETTEER.is_country_name("Iran")
    assert not GAZETTEER.is_country_name("Iranian")


def test_capitals_and_seats_of_power_stand_for_those_who_rule() -> None:
    seats = {name: GAZETTEER.seat(name) for name in ("Jerusalem", "Kiev", "Brussels", "Lyon")}
    assert [seat.name if seat else None for seat in seats.values()] == [
        "Israel",
        "Ukraine",
        "European Union",
        None,
    ]
    assert GAZETTEER.speaks_for("the Kremlin") == "the Russian government"
    assert GAZETTEER.speaks_for("Ipswich") is None


@pytest.mark.parametrize("name", ["", " ", "\0", "🏔️", "الدوحة", "x" * 100_000, "the", "'-'"])
def test_hostile_names_are_just_not_found(name: str) -> None:
    assert GAZETTEER.find(name) is None
    assert GAZETTEER.candidates(name) == ()


def test_folding_is_idempotent() -> None:
    for name in ("Sana’a", "St. John’s", "The Hague", "Île-de-France", "Nuku‘alofa"):
        assert fold(fold(name)) == fold(name)


def test_every_country_has_a_point_and_a_capital_that_is_found() -> None:
    without_town = {"Stanley", "South Tarawa", "Yaren", "Alofi", "Longyearbyen", "Ngerulmud"}
    for name in ("France", "Bangladesh", "Kosovo", "Timor-Leste", "DR Congo", "Antarctica"):
        country = GAZETTEER.country(name)
        assert country is not None, name
        code = country.code
        assert GAZETTEER.find(country.name, (code,)) is not None
        for capital in set(country.capitals) - without_town:
            assert any(place.country == code for place in GAZETTEER.candidates(capital))


def test_the_file_is_small_and_says_whose_it_is() -> None:
    assert FILE.stat().st_size <= 4_000_000
    assert "GeoNames" in GAZETTEER.attribution
    assert "CC BY 4.0" in GAZETTEER.attribution


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not a gazetteer"):
        Gazetteer(b"GIF89a")
