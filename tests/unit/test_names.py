"""Names as strings: which forms mean the same actor."""

import pytest

from generator.extract.words import names


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Okafor", "Ngozi Okafor"),
        ("al-Jazairi", "Omar al-Jazairi"),
        ("Banda Phiri", "Grace Banda Phiri"),
        ("Whitlock", "Tremaine Whitlock Jr."),
        ("Karim", "Brig. Gen. (retd) Abdul Karim"),
        ("Sigríður", "Sigríður Jónsdóttir"),
    ],
)
def test_a_surname_or_first_name_is_a_short_form_of_the_full_name(short: str, full: str) -> None:
    assert names.is_short_person(short, full)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ngozi Okafor", "Chidi Okafor"),
        ("Ngozi Okafor", "Okafor"),
        ("Obi", "Ngozi Okafor"),
        ("Obi", "Reis"),
    ],
)
def test_other_people_are_not_short_forms(one: str, other: str) -> None:
    assert not names.is_short_person(one, other)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("WHO", "World Health Organization"),
        ("MPI", "Ministry for Primary Industries"),
        ("IPC", "Information and Privacy Commissioner of Ontario"),
        ("U.N.", "United Nations"),
        ("State Department", "U.S. State Department"),
        ("Norvik", "Norvik plc"),
    ],
)
def test_acronyms_and_clipped_names_are_short_forms_of_organisations(short: str, full: str) -> None:
    assert names.is_short_organisation(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [("Bank", "Bank of Scotland"), ("Ministry", "Ministry of Health"), ("WTO", "World Bank")],
)
def test_a_common_first_word_is_no_short_form(short: str, full: str) -> None:
    assert not names.is_short_organisation(short, full)


def test_titles_suffixes_and_possessives_do_not_count() -> None:
    assert names.core("Dr. Amina Yusuf Jr.'s") == ("amina", "yusuf")
    assert names.same_person("Amina B. Yusuf", "Amina Yusuf")
    assert names.fold("Türkiye’s U.N.") == "turkiye's un"


@pytest.mark.parametrize("odd", ["", " ", "’s", ".", "Mr.", "🙂", "\u202eabc"])
def test_odd_names_do_not_crash(odd: str) -> None:
    names.core(odd)
    names.surname(odd)
    names.organisation_words(odd)
    assert not names.is_short_person(odd, "Amina Yusuf")


@pytest.mark.parametrize(
    ("name", "longer"),
    [
        ("NATO", "North Atlantic Treaty Organization"),
        ("WHO", "World Health Organisation"),
        ("U.N.", "United Nations"),
        ("the UNSC", "United Nations Security Council of the Gulf"),
        ("Barclays", "Barclays plc"),
        ("Meridian Lines", "Meridian Lines Holding"),
        ("Security Council", "United Nations Security Council"),
        ("the Meridian Group", "Meridian"),
        ("Ministry-of-Health", "The Ministry of Health"),
    ],
)
def test_names_that_may_be_one_organisation_meet_under_a_key(name: str, longer: str) -> None:
    alike = names.is_short_organisation(name, longer) or names.same_organisation(name, longer)
    meet = names.organisation_forms(name) & names.organisation_keys(longer)
    assert bool(meet) or not alike
    assert alike or name.startswith("the UNSC")
