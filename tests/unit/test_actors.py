"""Who acts in a document: names joined, roles read, references resolved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.actors.finding import find_actors_and_things
from generator.extract.reading import Actor
from generator.language.gazetteer import load
from generator.language.tree import Document, Entity

from .trees import parsed

Names = list[tuple[int, int, str]]


def _document(*rows: tuple[str, str, Names]) -> Document:
    """Build a document; each row is a sentence, its tree and its entities (first, last, type)."""
    document = parsed(*((words, tree) for words, tree, _ in rows))
    sentences = tuple(
        replace(sentence, entities=tuple(Entity(*name) for name in rows[sentence.index][2]))
        for sentence in document.sentences
    )
    return replace(document, sentences=sentences)


def _actors(*rows: tuple[str, str, Names]) -> dict[str, Actor]:
    return {actor.name: actor for actor in find_actors_and_things(_document(*rows), load())[0]}


HALIMA = (
    "Halima Njoroge, the port's chief engineer, resigned.",
    "Halima/NNP/10/nsubj Njoroge/NNP/1/flat ,/,/8/punct the/DT/5/det port/NN/8/nmod:poss "
    "'s/POS/5/case chief/JJ/8/amod engineer/NN/1/appos ,/,/8/punct resigned/VBD/0/root "
    "././10/punct",
    [(0, 2, "PERSON")],
)
NJOROGE_SPOKE = (
    "Njoroge wept.",
    "Njoroge/NNP/2/nsubj wept/VBD/0/root ././2/punct",
    [(0, 1, "PERSON")],
)
SHE_LEFT = (
    "She thanked her crew.",
    "She/PRP/2/nsubj thanked/VBD/0/root her/PRP$/4/nmod:poss crew/NN/2/obj ././2/punct",
    [],
)


def test_surname_and_pronoun_join_the_full_name() -> None:
    njoroge = _actors(HALIMA, NJOROGE_SPOKE, SHE_LEFT)["Halima Njoroge"]
    assert [m.kind for m in njoroge.mentions] == ["name", "short", "pronoun", "pronoun"]
    assert njoroge.aliases == ("Njoroge",)


def test_an_object_pronoun_is_not_the_subject_that_does_something_to_it() -> None:
    let = (
        "The skipper, Sandy Orr, let her stay.",
        "The/DT/2/det skipper/NN/7/nsubj ,/,/4/punct Sandy/NNP/2/appos Orr/NNP/4/flat ,/,/2/punct "
        "let/VBD/0/root her/PRP/7/obj stay/VB/7/xcomp ././7/punct",
        [(3, 5, "PERSON")],
    )
    actors = _actors(HALIMA, let)
    assert "pronoun" in [m.kind for m in actors["Halima Njoroge"].mentions]
    assert "pronoun" not in [m.kind for m in actors["Sandy Orr"].mentions]


def test_a_possessive_means_the_subject_of_its_clause_even_if_that_is_no_actor() -> None:
    group = (
        "Lifeguards warned bathers.",
        "Lifeguards/NNS/2/nsubj warned/VBD/0/root bathers/NNS/2/obj ././2/punct",
        [],
    )
    jellyfish = (
        "The crabs shed their shells.",
        "The/DT/2/det crabs/NNS/3/nsubj shed/VBD/0/root their/PRP$/5/nmod:poss shells/NNS/3/obj "
        "././3/punct",
        [],
    )
    kinds = [m.kind for a in _actors(group, jellyfish).values() for m in a.mentions]
    assert "pronoun" not in kinds


def test_a_pronoun_that_could_be_speaker_or_listener_stays_open() -> None:
    told = (
        "Halima Njoroge told Awa Diallo she was late.",
        "Halima/NNP/3/nsubj Njoroge/NNP/1/flat told/VBD/0/root Awa/NNP/3/iobj Diallo/NNP/4/flat "
        "she/PRP/8/nsubj was/VBD/8/cop late/JJ/3/ccomp ././3/punct",
        [(0, 2, "PERSON"), (3, 5, "PERSON")],
    )
    kinds = [m.kind for a in _actors(told).values() for m in a.mentions]
    assert kinds == ["name", "name"]


def test_it_is_the_body_that_says_what_it_will_do() -> None:
    said = (
        "Halm Foods said it will relocate.",
        "Halm/NNP/2/compound Foods/NNPS/3/nsubj said/VBD/0/root it/PRP/6/nsubj will/MD/6/aux "
        "relocate/VB/3/ccomp ././3/punct",
        [(0, 2, "ORG")],
    )
    assert [m.kind for m in _actors(said)["Halm Foods"].mentions] == ["name", "pronoun"]


def test_a_club_and_the_chair_of_a_bench_are_told_apart() -> None:
    side = (
        "The Dutch side Halm won.",
        "The/DT/3/det Dutch/JJ/3/amod side/NN/5/nsubj Halm/NNP/3/appos won/VBD/0/root ././5/punct",
        [(3, 4, "PERSON")],
    )
    assert _actors(side)["Halm"].kind == "organisation"
    chair = (
        "Chairman of the bench Ada Orr spoke.",
        "Chairman/NN/7/nsubj of/IN/4/case the/DT/4/det bench/NN/1/nmod Ada/NNP/1/appos "
        "Orr/NNP/5/flat spoke/VBD/0/root ././7/punct",
        [(4, 6, "PERSON")],
    )
    assert _actors(chair)["Ada Orr"].kind == "person"


def test_a_town_that_is_met_in_is_no_person() -> None:
    met = (
        "They met in Accra.",
        "They/PRP/2/nsubj met/VBD/0/root in/IN/4/case Accra/NNP/2/obl ././2/punct",
        [(3, 4, "PERSON")],
    )
    assert _actors(met) == {}


def test_it_before_a_noun_is_no_body() -> None:
    shut = (
        "The Halm Trust shut a pit.",
        "The/DT/3/det Halm/NNP/3/compound Trust/NNP/4/nsubj shut/VBD/0/root a/DT/6/det pit/NN/4/obj"
        " ././4/punct",
        [(1, 3, "ORG")],
    )
    attack = (
        "It was the second attack.",
        "It/PRP/5/nsubj was/VBD/5/cop the/DT/5/det second/JJ/5/amod attack/NN/0/root ././5/punct",
        [],
    )
    assert [m.kind for m in _actors(shut, attack)["Halm Trust"].mentions] == ["name"]


def test_an_apposition_is_a_role_as_worded_with_its_place() -> None:
    njoroge = _actors(HALIMA)["Halima Njoroge"]
    assert njoroge.role == "port's chief engineer"
    assert njoroge.role_span is not None
    assert HALIMA[0][njoroge.role_span.start : njoroge.role_span.end] == njoroge.role


@pytest.mark.parametrize(
    ("words", "tree", "name", "role"),
    [
        (
            "Foreign Minister Ana Reis left.",
            "Foreign/NNP/2/compound Minister/NNP/5/nsubj Ana/NNP/2/flat Reis/NNP/2/flat "
            "left/VBD/0/root ././5/punct",
            (2, 4, "PERSON"),
            "Foreign Minister",
        ),
        (
            "Gen. Ana Reis, who runs the relief cell, left.",
            "Gen./NNP/2/nmod:desc Ana/NNP/11/nsubj Reis/NNP/2/flat ,/,/6/punct who/WP/6/nsubj "
            "runs/VBZ/2/acl:relcl the/DT/9/det relief/NN/9/compound cell/NN/6/obj ,/,/6/punct "
            "left/VBD/0/root ././11/punct",
            (1, 3, "PERSON"),
            "runs the relief cell",
        ),
        (
            "A spokesman for the ministry, Dr Ana Reis, left.",
            "A/DT/2/det spokesman/NN/11/nsubj for/IN/5/case the/DT/5/det ministry/NN/2/nmod "
            ",/,/8/punct Dr/NNP/8/nmod:desc Ana/NNP/2/appos Reis/NNP/8/flat ,/,/8/punct "
            "left/VBD/0/root ././11/punct",
            (6, 9, "PERSON"),
            "spokesman for the ministry",
        ),
    ],
)
def test_titles_relative_clauses_and_introductions_are_roles(
    words: str, tree: str, name: tuple[int, int, str], role: str
) -> None:
    assert _actors((words, tree, [name]))["Ana Reis"].role == role


def test_namesakes_stay_two_and_a_surname_goes_to_the_one_named_last() -> None:
    first = ("Omar Diallo sang.", "Omar/NNP/3/nsubj Diallo/NNP/1/flat sang/VBD/0/root ././3/punct")
    other = (
        "Awa Diallo danced.",
        "Awa/NNP/3/nsubj Diallo/NNP/1/flat danced/VBD/0/root ././3/punct",
    )
    again = ("Diallo bowed.", "Diallo/NNP/2/nsubj bowed/VBD/0/root ././2/punct")
    two, one = [(0, 2, "PERSON")], [(0, 1, "PERSON")]
    actors = _actors((*first, two), (*other, two), (*again, one))
    assert set(actors) == {"Omar Diallo", "Awa Diallo"}
    assert len(actors["Awa Diallo"].mentions) == 2


def test_a_bare_surname_is_not_the_son_s_who_was_named_last() -> None:
    father = (
        "Omar Diallo sang.",
        "Omar/NNP/3/nsubj Diallo/NNP/1/flat sang/VBD/0/root ././3/punct",
        [(0, 2, "PERSON")],
    )
    son = (
        "His son Ali Diallo danced.",
        "His/PRP$/2/nmod:poss son/NN/5/nsubj Ali/NNP/2/appos Diallo/NNP/3/flat danced/VBD/0/root "
        "././5/punct",
        [(2, 4, "PERSON")],
    )
    again = ("Diallo bowed.", "Diallo/NNP/2/nsubj bowed/VBD/0/root ././2/punct", [(0, 1, "PERSON")])
    actors = _actors(father, son, again)
    assert actors["Omar Diallo"].aliases == ("Diallo",)
    assert actors["Ali Diallo"].role == "Omar's son"


def test_a_lead_s_unnamed_person_is_the_one_whom_the_next_paragraph_names_with_an_age() -> None:
    lead = (
        "A retired nurse was jailed.",
        "A/DT/3/det retired/JJ/3/amod nurse/NN/5/nsubj:pass was/VBD/5/aux:pass jailed/VBN/0/root "
        "././5/punct",
        [],
    )
    named = (
        "Ada Orr, 61, wept.",
        "Ada/NNP/6/nsubj Orr/NNP/1/flat ,/,/4/punct 61/CD/1/appos ,/,/1/punct wept/VBD/0/root "
        "././6/punct",
        [(0, 2, "PERSON")],
    )
    assert [m.kind for m in _actors(lead, named)["Ada Orr"].mentions] == ["role", "name"]


def test_the_company_is_the_body_that_the_article_talks_of_and_no_ministry() -> None:
    firm = (
        "Halm Foods shut a mill.",
        "Halm/NNP/2/compound Foods/NNPS/3/nsubj shut/VBD/0/root a/DT/5/det mill/NN/3/obj "
        "././3/punct",
        [(0, 2, "ORG")],
    )
    ministry = (
        "The Trade Ministry objected.",
        "The/DT/3/det Trade/NNP/3/compound Ministry/NNP/4/nsubj objected/VBD/0/root ././4/punct",
        [(1, 3, "ORG")],
    )
    took_up = (
        "The company apologised.",
        "The/DT/2/det company/NN/3/nsubj apologised/VBD/0/root ././3/punct",
        [],
    )
    actors = _actors(firm, ministry, took_up)
    assert [m.kind for m in actors["Halm Foods"].mentions] == ["name", "role"]
    assert set(actors) == {"Halm Foods", "Trade Ministry"}


def test_the_group_is_no_university() -> None:
    body = (
        "Halm University shut a lab.",
        "Halm/NNP/2/compound University/NNP/3/nsubj shut/VBD/0/root a/DT/5/det lab/NN/3/obj "
        "././3/punct",
        [(0, 2, "ORG")],
    )
    took_up = (
        "The company apologised.",
        "The/DT/2/det company/NN/3/nsubj apologised/VBD/0/root ././3/punct",
        [],
    )
    assert [m.kind for m in _actors(body, took_up)["Halm University"].mentions] == ["name"]


@pytest.mark.parametrize(
    ("words", "tree", "entities", "name", "role"),
    [
        (
            "The head of Halm Foods resigned.",
            "The/DT/2/det head/NN/6/nsubj of/IN/5/case Halm/NNP/5/compound Foods/NNPS/2/nmod "
            "resigned/VBD/0/root ././6/punct",
            [(3, 5, "ORG")],
            "Halm Foods",
            None,
        ),
        (
            "Bank of Halm governor Ada Orr resigned.",
            "Bank/NNP/4/compound of/IN/3/case Halm/NNP/1/nmod governor/NN/5/nmod:desc "
            "Ada/NNP/7/nsubj Orr/NNP/5/flat resigned/VBD/0/root ././7/punct",
            [(0, 3, "ORG"), (4, 6, "PERSON")],
            "Ada Orr",
            "Bank of Halm governor",
        ),
        (
            "Two drivers, Ada Orr and Bo Lim, resigned.",
            "Two/CD/2/nummod drivers/NNS/10/nsubj ,/,/4/punct Ada/NNP/2/appos Orr/NNP/4/flat "
            "and/CC/7/cc Bo/NNP/4/conj Lim/NNP/7/flat ,/,/2/punct resigned/VBD/0/root ././10/punct",
            [(3, 5, "PERSON"), (6, 8, "PERSON")],
            "Ada Orr",
            "driver",
        ),
        (
            "The husband of Halm aide Ada Orr resigned.",
            "The/DT/2/det husband/NN/8/nsubj of/IN/6/case Halm/NNP/5/compound aide/NN/6/nmod:desc "
            "Ada/NNP/2/nmod Orr/NNP/6/flat resigned/VBD/0/root ././8/punct",
            [(3, 4, "ORG"), (5, 7, "PERSON")],
            "Ada Orr",
            "Halm aide",
        ),
        (
            "Rivals including President Ada Orr resigned.",
            "Rivals/NNS/6/nsubj including/VBG/4/case President/NNP/4/compound Ada/NNP/1/nmod "
            "Orr/NNP/4/flat resigned/VBD/0/root ././6/punct",
            [(3, 5, "PERSON")],
            "Ada Orr",
            "President",
        ),
        (
            "Police and Crime Commissioner Ada Orr resigned.",
            "Police/NNP/4/compound and/CC/3/cc Crime/NNP/1/conj Commissioner/NNP/5/nmod:desc "
            "Ada/NNP/7/nsubj Orr/NNP/5/flat resigned/VBD/0/root ././7/punct",
            [(4, 6, "PERSON")],
            "Ada Orr",
            "Police and Crime Commissioner",
        ),
        (
            "Ada Orr, a botanist who lives in Halm, resigned.",
            "Ada/NNP/11/nsubj Orr/NNP/1/flat ,/,/5/punct a/DT/5/det botanist/NN/1/appos "
            "who/WP/7/nsubj lives/VBZ/5/acl:relcl in/IN/9/case Halm/NNP/7/obl ,/,/1/punct "
            "resigned/VBD/0/root ././11/punct",
            [(0, 2, "PERSON"), (8, 9, "LOC")],
            "Ada Orr",
            "botanist",
        ),
        (
            "After Ada Orr, the mayor Bo Lim spoke.",
            "After/IN/2/case Ada/NNP/9/obl Orr/NNP/2/flat ,/,/2/punct the/DT/6/det "
            "mayor/NN/7/nmod:desc Bo/NNP/9/nsubj Lim/NNP/7/flat spoke/VBD/0/root ././9/punct",
            [(1, 3, "PERSON"), (6, 8, "PERSON")],
            "Ada Orr",
            None,
        ),
        (
            "Jobless Ada Orr resigned.",
            "Jobless/JJ/2/amod Ada/NNP/4/nsubj Orr/NNP/2/flat resigned/VBD/0/root ././4/punct",
            [(0, 3, "PERSON")],
            "Ada Orr",
            None,
        ),
        (
            "Ada Orr of Reno resigned.",
            "Ada/NNP/5/nsubj Orr/NNP/1/flat of/IN/4/case Reno/NNP/1/nmod resigned/VBD/0/root "
            "././5/punct",
            [(0, 2, "PERSON"), (3, 4, "LOC")],
            "Ada Orr",
            None,
        ),
        (
            "Ada Orr would be a fine leader.",
            "Ada/NNP/7/nsubj Orr/NNP/1/flat would/MD/7/aux be/VB/7/cop a/DT/7/det fine/JJ/7/amod "
            "leader/NN/0/root ././7/punct",
            [(0, 2, "PERSON")],
            "Ada Orr",
            None,
        ),
    ],
)
def test_a_role_is_the_bearer_s_own_and_whole(
    words: str, tree: str, entities: Names, name: str, role: str | None
) -> None:
    assert _actors((words, tree, entities))[name].role == role


def test_an_acronym_in_brackets_joins_its_organisation() -> None:
    found = _actors(
        (
            "The Delta Water Board (DEWAB) met.",
            "The/DT/4/det Delta/NNP/4/compound Water/NNP/4/compound Board/NNP/8/nsubj "
            "(/-LRB-/6/punct DEWAB/NNP/4/appos )/-RRB-/6/punct met/VBD/0/root ././8/punct",
            [(1, 4, "ORG"), (5, 6, "ORG")],
        ),
        ("DEWAB left.", "DEWAB/NNP/2/nsubj left/VBD/0/root ././2/punct", [(0, 1, "ORG")]),
    )
    assert found["Delta Water Board"].aliases == ("DEWAB",)
    assert len(found) == 1


def test_a_capital_that_acts_is_its_country_and_one_that_is_gone_to_is_none() -> None:
    asked = (
        "Nairobi rejected the offer.",
        "Nairobi/NNP/2/nsubj rejected/VBD/0/root the/DT/4/det offer/NN/2/obj ././2/punct",
        [(0, 1, "LOC")],
    )
    went = (
        "Buses went to Nairobi.",
        "Buses/NNS/2/nsubj went/VBD/0/root to/IN/4/case Nairobi/NNP/2/obl ././2/punct",
        [(3, 4, "LOC")],
    )
    assert [m.kind for m in _actors(asked)["Kenya"].mentions] == ["metonym"]
    assert "Kenya" not in _actors(went)


def test_the_ministry_takes_up_the_ministry_that_was_named() -> None:
    found = _actors(
        (
            "The Ministry of Health met.",
            "The/DT/2/det Ministry/NNP/5/nsubj of/IN/4/case Health/NNP/2/nmod met/VBD/0/root "
            "././5/punct",
            [(1, 4, "ORG")],
        ),
        (
            "The ministry apologised.",
            "The/DT/2/det ministry/NN/3/nsubj apologised/VBD/0/root ././3/punct",
            [],
        ),
    )
    assert [m.kind for m in found["Ministry of Health"].mentions] == ["name", "role"]


def test_unnamed_people_are_actors_when_they_act() -> None:
    residents = _actors(
        (
            "Two residents complained.",
            "Two/CD/2/nummod residents/NNS/3/nsubj complained/VBD/0/root ././3/punct",
            [],
        )
    )["Two residents"]
    assert residents.anonymous
    assert residents.kind == "group"


def test_a_sentences_first_word_is_no_person_when_it_is_a_common_word() -> None:
    found = _actors(
        (
            "Rice ran out.",
            "Rice/NNP/2/nsubj ran/VBD/0/root out/RP/2/compound:prt ././2/punct",
            [(0, 1, "PERSON")],
        ),
        (
            "They ate rice there.",
            "They/PRP/2/nsubj ate/VBD/0/root rice/NN/2/obj there/RB/2/advmod ././2/punct",
            [],
        ),
    )
    assert "Rice" not in found


def test_a_document_without_words_has_no_actors() -> None:
    assert find_actors_and_things(_document(), load())[0] == ()


CLUBS = (
    "Halm City beat Orr United.",
    "Halm/NNP/2/compound City/NNP/3/nsubj beat/VBD/0/root Orr/NNP/5/compound United/NNP/3/obj "
    "././3/punct",
    [(0, 2, "LOC"), (3, 4, "LOC")],
)


def test_what_plays_is_a_club_and_goes_by_its_last_word() -> None:
    later = (
        "United paid.",
        "United/NNP/2/nsubj paid/VBD/0/root ././2/punct",
        [(0, 1, "ORG")],
    )
    actors = _actors(CLUBS, later)
    assert {actor.kind for actor in actors.values()} == {"organisation"}
    assert set(actors) == {"Halm City", "Orr United"}
    assert actors["Orr United"].aliases == ("United",)


def test_a_town_called_city_that_plays_no_match_is_no_club() -> None:
    words = "Fire reached Halm City."
    tree = "Fire/NN/2/nsubj reached/VBD/0/root Halm/NNP/4/compound City/NNP/2/obj ././2/punct"
    assert not _actors((words, tree, [(2, 4, "LOC")]))


def test_an_owner_that_a_clause_with_which_tells_of_is_a_firm() -> None:
    owner = (
        "The owner, Halm Lines, which runs ferries, paid.",
        "The/DT/2/det owner/NN/11/nsubj ,/,/5/punct Halm/NNP/5/compound Lines/NNPS/2/appos "
        ",/,/8/punct which/WDT/8/nsubj runs/VBZ/5/acl:relcl ferries/NNS/8/obj ,/,/2/punct "
        "paid/VBD/0/root ././11/punct",
        [(3, 5, "PERSON")],
    )
    assert _actors(owner)["Halm Lines"].kind == "organisation"


def test_two_descriptions_before_a_name_are_the_same_person_s() -> None:
    words = "His daughter, the cellist Clara Orr, sang."
    tree = (
        "His/PRP$/2/nmod:poss daughter/NN/9/nsubj ,/,/5/punct the/DT/5/det cellist/NN/2/appos "
        "Clara/NNP/2/appos Orr/NNP/6/flat ,/,/2/punct sang/VBD/0/root ././9/punct"
    )
    actors = _actors((words, tree, [(5, 7, "PERSON")]))
    assert set(actors) == {"Clara Orr"}
    assert len(actors["Clara Orr"].mentions) == 2


def test_a_developer_s_first_name_is_no_office() -> None:
    words = "The developer Dean Orr paid."
    tree = (
        "The/DT/2/det developer/NN/5/nsubj Dean/NNP/2/appos Orr/NNP/3/flat paid/VBD/0/root "
        "././5/punct"
    )
    dean = _actors((words, tree, [(2, 4, "PERSON")]))["Dean Orr"]
    assert (dean.kind, dean.role) == ("person", "developer")


PRESIDENT = (
    "President Diallo spoke.",
    "President/NNP/2/nmod:desc Diallo/NNP/3/nsubj spoke/VBD/0/root ././3/punct",
    [(1, 2, "PERSON")],
)
FIRST_LADY = (
    "Awa Diallo, the first lady, sang.",
    "Awa/NNP/8/nsubj Diallo/NNP/1/flat ,/,/6/punct the/DT/6/det first/JJ/6/amod lady/NN/1/appos "
    ",/,/1/punct sang/VBD/0/root ././8/punct",
    [(0, 2, "PERSON")],
)


def test_a_president_is_not_the_first_lady_of_that_surname() -> None:
    actors = _actors(PRESIDENT, FIRST_LADY)
    assert actors["Diallo"].role == "President"
    assert actors["Awa Diallo"].role == "first lady"


def test_a_form_of_address_tells_which_namesake_is_meant() -> None:
    wife = (
        "Omar Diallo's wife, Awa Diallo, sang.",
        "Omar/NNP/4/nmod:poss Diallo/NNP/1/flat 's/POS/1/case wife/NN/9/nsubj ,/,/6/punct "
        "Awa/NNP/4/appos Diallo/NNP/6/flat ,/,/4/punct sang/VBD/0/root ././9/punct",
        [(0, 2, "PERSON"), (5, 7, "PERSON")],
    )
    mrs = (
        "Mrs Diallo wept.",
        "Mrs/NNP/2/nmod:desc Diallo/NNP/3/nsubj wept/VBD/0/root ././3/punct",
        [(1, 2, "PERSON")],
    )
    bare = ("Diallo bowed.", "Diallo/NNP/2/nsubj bowed/VBD/0/root ././2/punct", [(0, 1, "PERSON")])
    actors = _actors(wife, mrs, bare)
    assert actors["Awa Diallo"].aliases == ("Diallo",)
    assert [m.sentence for m in actors["Omar Diallo"].mentions] == [0, 2]


@pytest.mark.parametrize(
    ("words", "tree"),
    [
        (
            "Ada Orr, who lives nearby, wept.",
            "Ada/NNP/8/nsubj Orr/NNP/1/flat ,/,/5/punct who/WP/5/nsubj lives/VBZ/1/acl:relcl "
            "nearby/RB/5/advmod ,/,/1/punct wept/VBD/0/root ././8/punct",
        ),
        (
            'Ada Orr was "the author of this", they said.',
            'Ada/NNP/6/nsubj Orr/NNP/1/flat was/VBD/6/cop "/``/6/punct the/DT/6/det '
            "author/NN/11/ccomp of/IN/8/case this/DT/6/nmod \"/''/6/punct ,/,/6/punct "
            "they/PRP/12/nsubj said/VBD/0/root ././12/punct",
        ),
    ],
)
def test_where_one_lives_and_what_one_is_called_are_no_roles(words: str, tree: str) -> None:
    assert _actors((words, tree, [(0, 2, "PERSON")]))["Ada Orr"].role is None


def test_a_lead_s_words_for_somebody_unnamed_are_their_role() -> None:
    lead = (
        "A former leader of Halm Council was cleared.",
        "A/DT/3/det former/JJ/3/amod leader/NN/8/nsubj:pass of/IN/6/case Halm/NNP/6/compound "
        "Council/NNP/3/nmod was/VBD/8/aux:pass cleared/VBN/0/root ././8/punct",
        [(4, 6, "ORG")],
    )
    named = (
        "Ada Orr, 61, wept.",
        "Ada/NNP/6/nsubj Orr/NNP/1/flat ,/,/4/punct 61/CD/1/appos ,/,/1/punct wept/VBD/0/root "
        "././6/punct",
        [(0, 2, "PERSON")],
    )
    chairman = (
        "The club's chairman, Bo Lim, spoke.",
        "The/DT/2/det club/NN/4/nmod:poss 's/POS/2/case chairman/NN/9/nsubj ,/,/6/punct "
        "Bo/NNP/4/appos Lim/NNP/6/flat ,/,/4/punct spoke/VBD/0/root ././9/punct",
        [(5, 7, "PERSON")],
    )
    actors = _actors(lead, named, chairman)
    assert actors["Ada Orr"].role == "former leader of Halm Council"
    assert actors["Bo Lim"].mentions[0].sentence == 2


def test_of_a_couple_mrs_is_the_one_who_is_told_of_and_mr_the_other() -> None:
    accused = (
        "Helen Orr is accused of murdering Neil Orr.",
        "Helen/NNP/4/nsubj:pass Orr/NNP/1/flat is/VBZ/4/aux:pass accused/VBN/0/root of/IN/6/mark "
        "murdering/VBG/4/advcl Neil/NNP/6/obj Orr/NNP/7/flat ././4/punct",
        [(0, 2, "PERSON"), (6, 8, "PERSON")],
    )
    mrs = (
        "Mrs Orr denies murder.",
        "Mrs/NNP/2/nmod:desc Orr/NNP/3/nsubj denies/VBZ/0/root murder/NN/3/obj ././3/punct",
        [(1, 2, "PERSON")],
    )
    mr = (
        "Mr Orr died.",
        "Mr/NNP/2/nmod:desc Orr/NNP/3/nsubj died/VBD/0/root ././3/punct",
        [(1, 2, "PERSON")],
    )
    actors = _actors(accused, mrs, mr)
    assert [m.sentence for m in actors["Helen Orr"].mentions] == [0, 1]
    assert [m.sentence for m in actors["Neil Orr"].mentions] == [0, 2]


def test_a_headline_tells_the_full_name_of_whom_the_text_calls_by_surname() -> None:
    met = (
        "Mr Orr met Jane Lim.",
        "Mr/NNP/2/nmod:desc Orr/NNP/3/nsubj met/VBD/0/root Jane/NNP/3/obj Lim/NNP/4/flat "
        "././3/punct",
        [(1, 2, "PERSON"), (3, 5, "PERSON")],
    )
    title = "Ada Orr meets Bo Lim"
    headline = _document(
        (
            title,
            "Ada/NNP/3/nsubj Orr/NNP/1/flat meets/VBZ/0/root Bo/NNP/3/obj Lim/NNP/4/flat",
            [(0, 2, "PERSON"), (3, 5, "PERSON")],
        )
    ).sentences[0]
    document = _document(met)
    source = document.article.source.model_copy(update={"title": title})
    document = replace(
        document,
        headline=replace(headline, index=-1),
        article=replace(document.article, source=source),
    )
    actors = {actor.name: actor for actor in find_actors_and_things(document, load())[0]}
    assert set(actors) == {"Ada Orr", "Jane Lim"}  # not Bo Lim, of whom the text says nothing
    assert [m.sentence for m in actors["Ada Orr"].mentions] == [0]


def test_the_office_behind_a_body_is_no_word_of_its_name() -> None:
    chief = (
        "Halm Bank Chief of Staff Ada Orr left.",
        "Halm/NNP/2/compound Bank/NNP/3/compound Chief/NNP/6/nmod:desc of/IN/5/case "
        "Staff/NNP/3/nmod Ada/NNP/8/nsubj Orr/NNP/6/flat left/VBD/0/root ././8/punct",
        [(0, 2, "ORG"), (5, 7, "PERSON")],
    )
    assert set(_actors(chief)) == {"Halm Bank", "Ada Orr"}


def test_mr_is_not_the_only_woman_of_a_name() -> None:
    lady = (
        "First Lady Jane Orr met Bo Lim.",
        "First/JJ/2/amod Lady/NNP/3/nmod:desc Jane/NNP/5/nsubj Orr/NNP/3/flat met/VBD/0/root "
        "Bo/NNP/5/obj Lim/NNP/6/flat ././5/punct",
        [(2, 4, "PERSON"), (5, 7, "PERSON")],
    )
    mr = (
        "Mr Orr left.",
        "Mr/NNP/2/nmod:desc Orr/NNP/3/nsubj left/VBD/0/root ././3/punct",
        [(1, 2, "PERSON")],
    )
    actors = _actors(lady, mr)
    assert [m.sentence for m in actors["Jane Orr"].mentions] == [0]
    assert [m.sentence for m in actors["Orr"].mentions] == [1]


def test_whoever_holds_an_office_and_is_named_after_it_is_one() -> None:
    mayor = (
        "The mayor of Halm, Ada Orr, spoke.",
        "The/DT/2/det mayor/NN/9/nsubj of/IN/4/case Halm/NNP/2/nmod ,/,/6/punct Ada/NNP/4/appos "
        "Orr/NNP/6/flat ,/,/2/punct spoke/VBD/0/root ././9/punct",
        [(3, 4, "LOC"), (5, 7, "PERSON")],
    )
    actors = _actors(mayor)
    assert set(actors) == {"Ada Orr"}
    assert actors["Ada Orr"].role == "mayor of Halm"


def test_a_firm_introduced_as_one_is_no_person() -> None:
    firm = (
        "The firm, Halm Travel, paid.",
        "The/DT/2/det firm/NN/7/nsubj ,/,/5/punct Halm/NNP/5/compound Travel/NNP/2/appos "
        ",/,/2/punct paid/VBD/0/root ././7/punct",
        [(3, 5, "PERSON")],
    )
    actors = _actors(firm)
    assert {(a.name, a.kind) for a in actors.values()} == {("Halm Travel", "organisation")}


def test_the_institute_behind_a_name_is_that_body() -> None:
    words = "The SLF institute warned."
    tree = "The/DT/3/det SLF/NNP/3/compound institute/NN/4/nsubj warned/VBD/0/root ././4/punct"
    assert set(_actors((words, tree, [(1, 2, "ORG")]))) == {"SLF"}


def test_an_office_tells_more_than_an_aside_and_a_hyphen_belongs_to_a_role() -> None:
    president = (
        "President Ada Orr, a one-time ally, wept.",
        "President/NNP/2/nmod:desc Ada/NNP/11/nsubj Orr/NNP/2/flat ,/,/9/punct a/DT/9/det "
        "one/CD/8/nummod -/HYPH/6/punct time/NN/9/compound ally/NN/2/appos ,/,/2/punct "
        "wept/VBD/0/root ././11/punct",
        [(1, 3, "PERSON")],
    )
    kicker = (
        "Fly-half Bo Lim kicked.",
        "Fly/VB/3/compound -/HYPH/1/punct half/NN/4/nmod:desc Bo/NNP/6/nsubj Lim/NNP/4/flat "
        "kicked/VBD/0/root ././6/punct",
        [(3, 5, "PERSON")],
    )
    actors = _actors(president, kicker)
    assert actors["Ada Orr"].role == "President"
    assert actors["Bo Lim"].role == "Fly-half"


def test_a_country_that_beats_another_acts() -> None:
    won = (
        "Bangladesh beat Sri Lanka.",
        "Bangladesh/NNP/2/nsubj beat/VBD/0/root Sri/NNP/4/compound Lanka/NNP/2/obj ././2/punct",
        [(0, 1, "LOC"), (2, 4, "LOC")],
    )
    assert {actor.kind for actor in _actors(won).values()} == {"country"}


def test_a_rank_behind_a_role_belongs_to_the_name() -> None:
    words = "Army spokesman Col. Bo Lim spoke."
    tree = (
        "Army/NNP/2/compound spokesman/NN/4/nmod:desc Col./NNP/4/nmod:desc Bo/NNP/6/nsubj "
        "Lim/NNP/4/flat spoke/VBD/0/root ././6/punct"
    )
    assert _actors((words, tree, [(3, 5, "PERSON")]))["Bo Lim"].role == "Army spokesman"


def test_a_group_based_in_a_town_is_the_firm_that_was_named() -> None:
    firm = (
        "Halm Foods shut a mill.",
        "Halm/NNP/2/compound Foods/NNPS/3/nsubj shut/VBD/0/root a/DT/5/det mill/NN/3/obj "
        "././3/punct",
        [(0, 2, "ORG")],
    )
    based = (
        "The Orr-based group paid.",
        "The/DT/5/det Orr/NNP/4/compound -/HYPH/2/punct based/VBN/5/amod group/NN/6/nsubj "
        "paid/VBD/0/root ././6/punct",
        [(1, 2, "LOC")],
    )
    assert set(_actors(firm, based)) == {"Halm Foods"}


def test_a_title_with_words_of_its_own_before_a_name_is_no_actor_beside_it() -> None:
    minister = (
        "Secretary of State Ada Lund will go.",
        "Secretary/NNP/7/nsubj of/IN/4/case State/NN/1/nmod Ada/NNP/1/nmod Lund/NNP/4/flat "
        "will/MD/7/aux go/VB/0/root ././7/punct",
        [(3, 5, "PERSON")],
    )
    assert list(_actors(minister)) == ["Ada Lund"]
    mother = (
        "The mother of Ada Lund will go.",
        "The/DT/2/det mother/NN/7/nsubj of/IN/4/case Ada/NNP/2/nmod Lund/NNP/4/flat "
        "will/MD/7/aux go/VB/0/root ././7/punct",
        [(3, 5, "PERSON")],
    )
    assert "Ada Lund" in _actors(mother)


@pytest.mark.parametrize("relation", ["nmod", "compound"])
def test_a_title_with_words_of_its_own_before_a_name_means_whom_it_names(relation: str) -> None:
    minister = (
        "Secretary of State Ada Lund will go.",
        f"Secretary/NN/7/nsubj of/IN/4/case State/NN/1/{relation} Ada/NNP/1/nmod Lund/NNP/4/flat "
        "will/MD/7/aux go/VB/0/root ././7/punct",
        [(3, 5, "PERSON")],
    )
    (lund,) = _actors(minister).values()
    assert [m.kind for m in lund.mentions] == ["role", "name"]


def test_whose_mother_somebody_is_is_another() -> None:
    mother = (
        "The mother of Ada Lund will go.",
        "The/DT/2/det mother/NN/7/nsubj of/IN/4/case Ada/NNP/2/nmod Lund/NNP/4/flat "
        "will/MD/7/aux go/VB/0/root ././7/punct",
        [(3, 5, "PERSON")],
    )
    assert [m.kind for m in _actors(mother)["Ada Lund"].mentions] == ["name"]


def test_given_names_before_a_full_one_share_its_surname() -> None:
    told = (
        "Keith and Sandra Orr spoke.",
        "Keith/NNP/5/nsubj and/CC/3/cc Sandra/NNP/1/conj Orr/NNP/3/flat spoke/VBD/0/root "
        "././5/punct",
        [(0, 1, "PERSON"), (2, 4, "PERSON")],
    )
    assert list(_actors(told)) == ["Keith Orr", "Sandra Orr"]
    known = (
        "Keith Lim spoke.",
        "Keith/NNP/3/nsubj Lim/NNP/1/flat spoke/VBD/0/root ././3/punct",
        [(0, 2, "PERSON")],
    )
    assert list(_actors(known, told)) == ["Keith Lim", "Sandra Orr"]
    assert list(_actors(told, known)) == ["Keith Orr", "Sandra Orr", "Keith Lim"]


def test_a_surname_without_its_arabic_article_is_the_same() -> None:
    full = (
        "Omar al-Burhan spoke.",
        "Omar/NNP/5/nsubj al/NNP/1/flat -/HYPH/4/punct Burhan/NNP/1/flat spoke/VBD/0/root "
        "././5/punct",
        [(0, 4, "PERSON")],
    )
    short = (
        "Burhan left.",
        "Burhan/NNP/2/nsubj left/VBD/0/root ././2/punct",
        [(0, 1, "PERSON")],
    )
    assert list(_actors(full, short)) == ["Omar al-Burhan"]


@pytest.mark.parametrize("name", ["HLM", "Halm & Orr", "Halm Ltd"])
def test_initials_and_legal_forms_are_no_persons(name: str) -> None:
    words = name.split()
    tree = " ".join(f"{word}/NNP/{len(words) + 1}/nsubj" for word in words)
    told = (
        f"{name} agreed.",
        f"{tree} agreed/VBD/0/root ././{len(words) + 1}/punct",
        [(0, len(words), "PERSON")],
    )
    assert [actor.kind for actor in _actors(told).values()] == ["organisation"]


def test_a_bare_commission_goes_on_to_what_it_is_for() -> None:
    told = (
        "The Commission on Public Debts agreed.",
        "The/DT/2/det Commission/NNP/6/nsubj on/IN/5/case Public/NNP/5/compound Debts/NNPS/2/nmod "
        "agreed/VBD/0/root ././6/punct",
        [(1, 2, "ORG")],
    )
    assert list(_actors(told)) == ["Commission on Public Debts"]


def test_a_court_s_justice_is_a_role() -> None:
    told = (
        "Halm Court Justice Ada Orr resigned.",
        "Halm/NNP/2/compound Court/NNP/3/compound Justice/NNP/4/compound Ada/NNP/6/nsubj "
        "Orr/NNP/4/flat resigned/VBD/0/root ././6/punct",
        [(3, 5, "PERSON")],
    )
    assert _actors(told)["Ada Orr"].role == "Halm Court Justice"


LEAD_JAILED = (
    "A nurse was jailed.",
    "A/DT/2/det nurse/NN/4/nsubj:pass was/VBD/4/aux:pass jailed/VBN/0/root ././4/punct",
    [],
)


@pytest.mark.parametrize(("verb", "kinds"), [("stole", ["role", "name"]), ("said", ["name"])])
def test_a_lead_s_person_is_whom_the_next_sentence_goes_on_about_and_no_witness(
    verb: str, kinds: list[str]
) -> None:
    row = (
        f"Ada Orr {verb} much.",
        f"Ada/NNP/3/nsubj Orr/NNP/1/flat {verb}/VBD/0/root much/JJ/3/obj ././3/punct",
        [(0, 2, "PERSON")],
    )
    assert [m.kind for m in _actors(LEAD_JAILED, row)["Ada Orr"].mentions] == kinds


def test_an_age_takes_up_whoever_did_something_last() -> None:
    first = (
        "Ada Orr fell.",
        "Ada/NNP/3/nsubj Orr/NNP/1/flat fell/VBD/0/root ././3/punct",
        [(0, 2, "PERSON")],
    )
    again = (
        "The 79-year-old pensioner laughed.",
        "The/DT/3/det 79-year-old/JJ/3/amod pensioner/NN/4/nsubj laughed/VBD/0/root ././4/punct",
        [],
    )
    (actor,) = find_actors_and_things(_document(first, again), load())[0]
    assert (actor.name, actor.role) == ("Ada Orr", "79-year-old pensioner")


def test_who_led_something_is_told_by_it_where_nothing_else_tells() -> None:
    for rank, role in (("", "led the study"), ("Sgt ", "Sgt")):
        first = len(rank.split())
        told = (
            f"{rank}Ada Orr, who led the study, resigned.",
            (f"Sgt/NNP/{first + 1}/compound " if rank else "")
            + f"Ada/NNP/{first + 9}/nsubj Orr/NNP/{first + 1}/flat ,/,/{first + 5}/punct "
            f"who/WP/{first + 5}/nsubj led/VBD/{first + 1}/acl:relcl the/DT/{first + 7}/det "
            f"study/NN/{first + 5}/obj ,/,/{first + 5}/punct resigned/VBD/0/root "
            f"././{first + 9}/punct",
            [(first, first + 2, "PERSON")],
        )
        assert _actors(told)["Ada Orr"].role == role


def test_a_government_that_is_asked_acts() -> None:
    told = (
        "She asked the Halm government for help.",
        "She/PRP/2/nsubj asked/VBD/0/root the/DT/5/det Halm/NNP/5/compound government/NN/2/obj "
        "for/IN/7/case help/NN/2/obl ././2/punct",
        [],
    )
    assert list(_actors(told)) == ["Halm government"]


@pytest.mark.parametrize(
    ("before", "size", "name"), [("EPA", 2, "Ada Orr"), ("GETTY", 1, "Orr"), ("AWR", 1, "AWR Orr")]
)
def test_an_agency_s_capitals_are_no_given_name(before: str, size: int, name: str) -> None:
    words = [before, *["Ada", "Orr"][2 - size :]]
    tree = " ".join(f"{word}/NNP/{len(words) + 1}/nsubj" for word in words)
    told = (
        f"{' '.join(words)} resigned.",
        f"{tree} resigned/VBD/0/root ././{len(words) + 1}/punct",
        [(0, len(words), "PERSON")],
    )
    assert list(_actors(told)) == [name]


def test_a_team_goes_by_its_last_word_and_a_call_is_no_role() -> None:
    full = (
        "The Halm Cubs won.",
        "The/DT/3/det Halm/NNP/3/compound Cubs/NNPS/4/nsubj won/VBD/0/root ././4/punct",
        [(1, 3, "ORG")],
    )
    short = (
        "On the conference call Orr praised the Cubs.",
        "On/IN/4/case the/DT/4/det conference/NN/4/compound call/NN/5/nmod:desc Orr/NNP/6/nsubj "
        "praised/VBD/0/root the/DT/8/det Cubs/NNPS/6/obj ././6/punct",
        [(4, 5, "PERSON"), (7, 8, "ORG")],
    )
    found = _actors(full, short)
    assert list(found) == ["Halm Cubs", "Orr"]
    assert found["Orr"].role is None


def test_the_transport_police_are_the_body_of_that_name() -> None:
    full = (
        "Halm Transport Police came.",
        "Halm/NNP/3/compound Transport/NNP/3/compound Police/NNP/4/nsubj came/VBD/0/root "
        "././4/punct",
        [(0, 3, "ORG")],
    )
    short = (
        "The transport police left.",
        "The/DT/3/det transport/NN/3/compound police/NNS/4/nsubj left/VBD/0/root ././4/punct",
        [],
    )
    assert list(_actors(full, short)) == ["Halm Transport Police"]


def test_an_ambassador_s_country_is_in_the_role_and_what_one_is_like_is_none() -> None:
    sent = (
        "Ambassador to Japan Ada Orr left.",
        "Ambassador/NNP/4/nmod:desc to/IN/3/case Japan/NNP/1/nmod Ada/NNP/6/nsubj Orr/NNP/4/flat "
        "left/VBD/0/root ././6/punct",
        [(2, 3, "LOC"), (3, 5, "PERSON")],
    )
    assert _actors(sent)["Ada Orr"].role == "Ambassador to Japan"
    tall = (
        "Ada Orr, who is tall, left.",
        "Ada/NNP/8/nsubj Orr/NNP/1/flat ,/,/6/punct who/WP/6/nsubj is/VBZ/6/cop tall/JJ/1/acl:relcl"
        " ,/,/1/punct left/VBD/0/root ././8/punct",
        [(0, 2, "PERSON")],
    )
    assert _actors(tall)["Ada Orr"].role is None


def test_a_ministry_s_name_has_all_that_it_minds() -> None:
    told = (
        "The Ministry of Roads, Rivers and Public Water agreed.",
        "The/DT/2/det Ministry/NNP/10/nsubj of/IN/4/case Roads/NNPS/2/nmod ,/,/6/punct "
        "Rivers/NNPS/4/conj and/CC/9/cc Public/NNP/9/compound Water/NNP/4/conj agreed/VBD/0/root "
        "././10/punct",
        [(1, 4, "ORG"), (5, 9, "ORG")],
    )
    assert list(_actors(told)) == ["Ministry of Roads, Rivers and Public Water"]


def test_initials_may_have_those_of_a_country() -> None:
    full = (
        "The U.S. Agency for Roads agreed.",
        "The/DT/3/det U.S./NNP/3/compound Agency/NNP/6/nsubj for/IN/5/case Roads/NNPS/3/nmod "
        "agreed/VBD/0/root ././6/punct",
        [(1, 5, "ORG")],
    )
    short = ("USAR left.", "USAR/NNP/2/nsubj left/VBD/0/root ././2/punct", [(0, 1, "ORG")])
    assert list(_actors(full, short)) == ["U.S. Agency for Roads"]


def test_what_one_has_shares_of_is_a_firm() -> None:
    told = (
        "Shares of Lumen fell.",
        "Shares/NNS/4/nsubj of/IN/3/case Lumen/NNP/1/nmod fell/VBD/0/root ././4/punct",
        [(2, 3, "PERSON")],
    )
    assert _actors(told)["Lumen"].kind == "organisation"


def test_whoever_works_for_a_region_is_named_behind_it() -> None:
    told = (
        "The director for Africa, Ada Orr, left.",
        "The/DT/2/det director/NN/9/nsubj for/IN/4/case Africa/NNP/2/nmod ,/,/6/punct "
        "Ada/NNP/4/appos Orr/NNP/6/flat ,/,/2/punct left/VBD/0/root ././9/punct",
        [(3, 4, "LOC"), (5, 7, "PERSON")],
    )
    assert list(_actors(told)) == ["Ada Orr"]


@pytest.mark.parametrize(
    ("words", "tree"),
    [
        (
            "Lumen's chairman left.",
            "Lumen/NNP/3/nmod:poss 's/POS/1/case chairman/NN/4/nsubj left/VBD/0/root ././4/punct",
        ),
        (
            "The Lumen charity closed.",
            "The/DT/3/det Lumen/NNP/3/compound charity/NN/4/nsubj closed/VBD/0/root ././4/punct",
        ),
    ],
)
def test_what_has_a_chairman_or_is_a_firm_is_a_body(words: str, tree: str) -> None:
    at = words.split().index("Lumen") if "Lumen" in words.split() else 0
    assert _actors((words, tree, [(at, at + 1, "PERSON")]))["Lumen"].kind == "organisation"


def test_the_bare_noun_of_a_body_named_in_full_is_that_body() -> None:
    full = (
        "The Ministry of Health paid.",
        "The/DT/2/det Ministry/NNP/5/nsubj of/IN/4/case Health/NNP/2/nmod paid/VBD/0/root "
        "././5/punct",
        [(1, 4, "ORG")],
    )
    bare = (
        "The Ministry waited.",
        "The/DT/2/det Ministry/NNP/3/nsubj waited/VBD/0/root ././3/punct",
        [(1, 2, "ORG")],
    )
    actors = _actors(full, bare)
    assert list(actors) == ["Ministry of Health"]
    assert len(actors["Ministry of Health"].mentions) == 2
