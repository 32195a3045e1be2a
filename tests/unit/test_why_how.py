"""Why and how: the ties that are taken, those that are not, and the words that are kept."""

from __future__ import annotations

import pytest

from generator.extract.events.how import find_how
from generator.extract.events.why import find_why
from generator.model import Draft, Evidence, What

from .trees import parsed, reading

SHUT = (
    "The bridge was shut because a lorry had hit it.",
    "The/DT/2/det bridge/NN/4/nsubj:pass was/VBD/4/aux:pass shut/VBN/0/root because/IN/9/mark"
    " a/DT/7/det lorry/NN/9/nsubj had/VBD/9/aux hit/VBN/4/advcl it/PRP/9/obj ././4/punct",
)


def why(*sentences: tuple[str, str]) -> list[str]:
    return [item.text for item in find_why(reading(parsed(*sentences)), Draft(title="x")).why]


def how(*sentences: tuple[str, str]) -> list[str]:
    return [item.text for item in find_how(reading(parsed(*sentences)), Draft(title="x")).how]


def test_a_because_clause_is_a_cause_without_its_tie() -> None:
    assert why(SHUT) == ["a lorry had hit it"]


def test_a_cause_points_at_the_statement_of_its_sentence_and_shows_it() -> None:
    told = What(id="w7", statement="It was shut.", evidence=(Evidence(quote="x", sentence=0),))
    (item,) = find_why(reading(parsed(SHUT)), Draft(title="x", what=(told,))).why
    assert (item.id, item.what) == ("y1", "w7")
    assert item.evidence[0].quote == SHUT[0]


@pytest.mark.parametrize(
    ("words", "tree", "found"),
    [
        (
            "It shut due to heavy rain",
            "It/PRP/2/nsubj shut/VBD/0/root due/IN/6/case to/IN/3/fixed heavy/JJ/6/amod"
            " rain/NN/2/obl",
            ["heavy rain"],
        ),
        (
            "He rose to thank the crew",
            "He/PRP/2/nsubj rose/VBD/0/root to/TO/4/mark thank/VB/2/advcl the/DT/6/det"
            " crew/NN/4/obj",
            ["to thank the crew"],
        ),
        (
            "He came to thank them",
            "He/PRP/2/nsubj came/VBD/0/root to/TO/4/mark thank/VB/2/advcl them/PRP/4/obj",
            [],
        ),
        (
            "He was jailed for five years",
            "He/PRP/3/nsubj:pass was/VBD/3/aux:pass jailed/VBN/0/root for/IN/6/case "
            "five/CD/6/nummod years/NNS/3/obl",
            [],
        ),
        (
            "He lost his job after a long inquiry",
            "He/PRP/2/nsubj lost/VBD/0/root his/PRP$/4/nmod:poss job/NN/2/obj after/IN/8/case "
            "a/DT/8/det long/JJ/8/amod inquiry/NN/2/obl",
            [],
        ),
        (
            "He quit in protest at the law",
            "He/PRP/2/nsubj quit/VBD/0/root in/IN/4/case protest/NN/2/obl at/IN/7/case the/DT/7/det"
            " law/NN/4/nmod",
            ["in protest at the law"],
        ),
        (
            "He hid to escape the police, who had been called",
            "He/PRP/2/nsubj hid/VBD/0/root to/TO/4/mark escape/VB/2/advcl the/DT/6/det "
            "police/NNS/4/obj ,/,/11/punct who/WP/11/nsubj:pass had/VBD/11/aux "
            "been/VBN/11/aux:pass called/VBN/6/acl:relcl",
            ["to escape the police"],
        ),
        (
            "He was jailed for hiding his catch",
            "He/PRP/3/nsubj:pass was/VBD/3/aux:pass jailed/VBN/0/root for/IN/5/mark"
            " hiding/VBG/3/advcl"
            " his/PRP$/7/nmod:poss catch/NN/5/obj",
            ["hiding his catch"],
        ),
        (
            "He blamed the letter for it",
            "He/PRP/2/nsubj blamed/VBD/0/root the/DT/4/det letter/NN/2/obj for/IN/6/case"
            " it/PRP/2/obl",
            ["the letter"],
        ),
        (
            "It was not shut because of the rain",
            "It/PRP/4/nsubj:pass was/VBD/4/aux:pass not/RB/8/advmod shut/VBN/0/root"
            " because/IN/8/case"
            " of/IN/5/fixed the/DT/8/det rain/NN/4/obl",
            [],
        ),
        (
            "He denied it shut because of the rain",
            "He/PRP/2/nsubj denied/VBD/0/root it/PRP/4/nsubj shut/VBD/2/ccomp because/IN/8/case"
            " of/IN/5/fixed the/DT/8/det rain/NN/4/obl",
            [],
        ),
        (
            "He is ready to leave the house",
            "He/PRP/3/nsubj is/VBZ/3/cop ready/JJ/0/root to/TO/5/mark leave/VB/3/advcl the/DT/7/det"
            " house/NN/5/obj",
            [],
        ),
        (
            "They voted to shut the mine",
            "They/PRP/2/nsubj voted/VBD/0/root to/TO/4/mark shut/VB/2/advcl the/DT/6/det"
            " mine/NN/4/obj",
            [],
        ),
        (
            "Waves pushed sand over the lane",
            "Waves/NNS/2/nsubj pushed/VBD/0/root sand/NN/2/obj over/IN/6/case the/DT/6/det"
            " lane/NN/2/obl",
            [],
        ),
        (
            "They looked after many old horses",
            "They/PRP/2/nsubj looked/VBD/0/root after/IN/6/case many/JJ/6/amod old/JJ/6/amod"
            " horses/NNS/2/obl",
            [],
        ),
        (
            "Minister to visit the port as talks near",
            "Minister/NN/0/root to/TO/3/mark visit/VB/1/advcl the/DT/5/det port/NN/3/obj"
            " as/IN/8/mark talks/NNS/8/nsubj near/VBP/3/advcl",
            [],
        ),
        (
            "It ends after he takes office",
            "It/PRP/2/nsubj ends/VBZ/0/root after/IN/5/mark he/PRP/5/nsubj takes/VBZ/2/advcl"
            " office/NN/5/obj",
            [],
        ),
        (
            "It shut after three weeks",
            "It/PRP/2/nsubj shut/VBD/0/root after/IN/5/case three/CD/5/nummod weeks/NNS/2/obl",
            [],
        ),
        (
            "Was it shut because he left ?",
            "Was/VBD/3/aux:pass it/PRP/3/nsubj:pass shut/VBN/0/root because/IN/6/mark"
            " he/PRP/6/nsubj"
            " left/VBD/3/advcl ?/./3/punct",
            [],
        ),
        (
            "The crash was due to thick ice",
            "The/DT/2/det crash/NN/7/nsubj was/VBD/7/cop due/JJ/7/case to/IN/4/fixed"
            " thick/JJ/7/amod ice/NN/0/root",
            ["thick ice"],
        ),
        (
            "The council shut the pool in a bid to cut costs",
            "The/DT/2/det council/NN/3/nsubj shut/VBD/0/root the/DT/5/det pool/NN/3/obj"
            " in/IN/8/case a/DT/8/det bid/NN/3/obl to/TO/10/mark cut/VB/8/acl costs/NNS/10/obj",
            ["to cut costs"],
        ),
        (
            "The van was driven by a second man",
            "The/DT/2/det van/NN/4/nsubj:pass was/VBD/4/aux:pass driven/VBN/0/root by/IN/8/case"
            " a/DT/8/det second/JJ/8/amod man/NN/4/obl:agent",
            [],
        ),
        (
            "The clerk declined because she was not authorised to speak",
            "The/DT/2/det clerk/NN/3/nsubj declined/VBD/0/root because/IN/8/mark"
            " she/PRP/8/nsubj:pass was/VBD/8/aux:pass not/RB/8/advmod authorised/VBN/3/advcl"
            " to/TO/10/mark speak/VB/8/xcomp",
            [],
        ),
        (
            "The agency is responsible for inspecting plants",
            "The/DT/2/det agency/NN/4/nsubj is/VBZ/4/cop responsible/JJ/0/root for/IN/6/mark"
            " inspecting/VBG/4/advcl plants/NNS/6/obj",
            [],
        ),
        (
            "Nobody came here to close libraries",
            "Nobody/NN/2/nsubj came/VBD/0/root here/RB/2/advmod to/TO/5/mark close/VB/2/advcl"
            " libraries/NNS/5/obj",
            [],
        ),
        (
            "It fell after a landslide buried part of the town",
            "It/PRP/2/nsubj fell/VBD/0/root after/IN/7/case a/DT/7/det landslide/NN/2/obl"
            " buried/VBN/5/acl part/NN/2/obl of/IN/10/case the/DT/10/det town/NN/7/nmod",
            ["a landslide buried part of the town"],
        ),
        (
            "It cut its forecast as demand slows",
            "It/PRP/2/nsubj cut/VBD/0/root its/PRP$/4/nmod:poss forecast/NN/2/obj as/IN/7/mark"
            " demand/NN/7/nsubj slows/VBZ/2/advcl",
            ["demand slows"],
        ),
        (
            "It cut its forecast as ministers met",
            "It/PRP/2/nsubj cut/VBD/0/root its/PRP$/4/nmod:poss forecast/NN/2/obj as/IN/7/mark"
            " ministers/NNS/7/nsubj met/VBD/2/advcl",
            [],
        ),
        (
            "It cut rates, citing weak growth",
            "It/PRP/2/nsubj cut/VBD/0/root rates/NNS/2/obj ,/,/5/punct citing/VBG/2/advcl"
            " weak/JJ/7/amod growth/NN/5/obj",
            ["weak growth"],
        ),
        (
            "It cut rates, citing internal documents",
            "It/PRP/2/nsubj cut/VBD/0/root rates/NNS/2/obj ,/,/5/punct citing/VBG/2/advcl"
            " internal/JJ/7/amod documents/NNS/5/obj",
            [],
        ),
        (
            "He was cleared after a long trial",
            "He/PRP/3/nsubj:pass was/VBD/3/aux:pass cleared/VBN/0/root after/IN/7/case a/DT/7/det"
            " long/JJ/7/amod trial/NN/3/obl",
            [],
        ),
        (
            "It was returned, 90 years after soldiers stole it",
            "It/PRP/3/nsubj:pass was/VBD/3/aux:pass returned/VBN/0/root ,/,/9/punct"
            " 90/CD/6/nummod years/NNS/9/obl:unmarked after/IN/9/mark soldiers/NNS/9/nsubj"
            " stole/VBD/3/advcl it/PRP/9/obj",
            [],
        ),
        (
            "It will be sent after a routine test",
            "It/PRP/4/nsubj:pass will/MD/4/aux be/VB/4/aux:pass sent/VBN/0/root after/IN/8/case"
            " a/DT/8/det routine/JJ/8/amod test/NN/4/obl",
            [],
        ),
        (
            "They spoke on condition of anonymity because talks are private",
            "They/PRP/2/nsubj spoke/VBD/0/root on/IN/4/case condition/NN/2/obl of/IN/6/case"
            " anonymity/NN/4/nmod because/IN/10/mark talks/NNS/10/nsubj are/VBP/10/cop"
            " private/JJ/2/advcl",
            [],
        ),
        (
            "He was fined for spitting and faces a ban",
            "He/PRP/3/nsubj:pass was/VBD/3/aux:pass fined/VBN/0/root for/IN/5/mark"
            " spitting/VBG/3/advcl and/CC/7/cc faces/VBZ/5/conj a/DT/9/det ban/NN/7/obj",
            [],
        ),
        (
            "They sat to halt the plan, delaying it",
            "They/PRP/2/nsubj sat/VBD/0/root to/TO/4/mark halt/VB/2/advcl the/DT/6/det"
            " plan/NN/4/obj ,/,/8/punct delaying/VBG/4/advcl it/PRP/8/obj",
            ["to halt the plan"],
        ),
        (
            "They need a year to replace it",
            "They/PRP/2/nsubj need/VBP/0/root a/DT/4/det year/NN/2/obj to/TO/6/mark"
            " replace/VB/2/advcl it/PRP/6/obj",
            [],
        ),
        (
            "He was fined for spitting twice and faces a ban",
            "He/PRP/3/nsubj:pass was/VBD/3/aux:pass fined/VBN/0/root for/IN/5/mark"
            " spitting/VBG/3/advcl twice/RB/5/advmod and/CC/8/cc faces/VBZ/5/conj a/DT/10/det"
            " ban/NN/8/obj",
            ["spitting twice"],
        ),
        (
            "She edged him to reach the final",
            "She/PRP/2/nsubj edged/VBD/0/root him/PRP/2/obj to/TO/5/mark reach/VB/2/advcl"
            " the/DT/7/det final/NN/5/obj",
            [],
        ),
    ],
)
def test_why_is_told_by_its_tie(words: str, tree: str, found: list[str]) -> None:
    assert why((words, tree)) == found


@pytest.mark.parametrize(
    ("words", "tree", "found"),
    [
        (
            "He won by cutting a corner",
            "He/PRP/2/nsubj won/VBD/0/root by/IN/4/mark cutting/VBG/2/advcl a/DT/6/det"
            " corner/NN/4/obj",
            ["by cutting a corner"],
        ),
        (
            "He won with the crowd behind him",
            "He/PRP/2/nsubj won/VBD/0/root with/IN/5/case the/DT/5/det crowd/NN/2/obl "
            "behind/IN/7/case him/PRP/5/nmod",
            [],
        ),
        (
            "He was rescued by helicopter",
            "He/PRP/3/nsubj:pass was/VBD/3/aux:pass rescued/VBN/0/root by/IN/5/case "
            "helicopter/NN/3/obl:agent",
            ["by helicopter"],
        ),
        (
            "It took us by surprise",
            "It/PRP/2/nsubj took/VBD/0/root us/PRP/2/obj by/IN/5/case surprise/NN/2/obl",
            [],
        ),
        (
            "Two were killed when a tram left its rails",
            "Two/CD/3/nsubj:pass were/VBD/3/aux:pass killed/VBN/0/root when/WRB/7/advmod a/DT/6/det"
            " tram/NN/7/nsubj left/VBD/3/advcl its/PRP$/9/nmod:poss rails/NNS/7/obj",
            ["a tram left its rails"],
        ),
        (
            "He opened it with a stolen key",
            "He/PRP/2/nsubj opened/VBD/0/root it/PRP/2/obj with/IN/7/case a/DT/7/det"
            " stolen/JJ/7/amod"
            " key/NN/2/obl",
            ["with a stolen key"],
        ),
        (
            "They came on foot",
            "They/PRP/2/nsubj came/VBD/0/root on/IN/4/case foot/NN/2/obl",
            ["on foot"],
        ),
        (
            "They came by ferry",
            "They/PRP/2/nsubj came/VBD/0/root by/IN/4/case ferry/NN/2/obl",
            ["by ferry"],
        ),
        (
            "They were held by rebels",
            "They/PRP/3/nsubj:pass were/VBD/3/aux:pass held/VBN/0/root by/IN/5/case"
            " rebels/NNS/3/obl",
            [],
        ),
        (
            "They died in a joint attack",
            "They/PRP/2/nsubj died/VBD/0/root in/IN/6/case a/DT/6/det joint/JJ/6/amod"
            " attack/NN/2/obl",
            ["in a joint attack"],
        ),
        (
            "He met with the two mayors",
            "He/PRP/2/nsubj met/VBD/0/root with/IN/6/case the/DT/6/det two/CD/6/nummod"
            " mayors/NNS/2/obl",
            [],
        ),
        (
            "She was taken to hospital with a high fever",
            "She/PRP/3/nsubj:pass was/VBD/3/aux:pass taken/VBN/0/root to/IN/5/case"
            " hospital/NN/3/obl with/IN/9/case a/DT/9/det high/JJ/9/amod fever/NN/3/obl",
            [],
        ),
        (
            "He slept when the tram left",
            "He/PRP/2/nsubj slept/VBD/0/root when/WRB/6/advmod the/DT/5/det tram/NN/6/nsubj"
            " left/VBD/2/advcl",
            [],
        ),
        (
            "He was left with a deep wound",
            "He/PRP/3/nsubj:pass was/VBD/3/aux:pass left/VBN/0/root with/IN/7/case a/DT/7/det"
            " deep/JJ/7/amod wound/NN/3/obl",
            [],
        ),
        (
            "They will go ahead with the new stadium",
            "They/PRP/3/nsubj will/MD/3/aux go/VB/0/root ahead/RB/3/advmod with/IN/8/case"
            " the/DT/8/det new/JJ/8/amod stadium/NN/3/obl",
            [],
        ),
        (
            "People familiar with the whole matter left",
            "People/NNS/7/nsubj familiar/JJ/1/amod with/IN/6/case the/DT/6/det whole/JJ/6/amod"
            " matter/NN/2/obl left/VBD/0/root",
            [],
        ),
        (
            "She marched with her older sister",
            "She/PRP/2/nsubj marched/VBD/0/root with/IN/6/case her/PRP$/6/nmod:poss"
            " older/JJ/6/amod sister/NN/2/obl",
            [],
        ),
        (
            "He will miss it with a torn ligament",
            "He/PRP/3/nsubj will/MD/3/aux miss/VB/0/root it/PRP/3/obj with/IN/8/case a/DT/8/det"
            " torn/VBN/8/amod ligament/NN/3/obl",
            [],
        ),
        (
            "Water swept through her street",
            "Water/NN/2/nsubj swept/VBD/0/root through/IN/5/case her/PRP$/5/nmod:poss"
            " street/NN/2/obl",
            [],
        ),
        (
            "He told her by phone",
            "He/PRP/2/nsubj told/VBD/0/root her/PRP/2/obj by/IN/5/case phone/NN/2/obl",
            [],
        ),
    ],
)
def test_how_is_told_by_its_tie(words: str, tree: str, found: list[str]) -> None:
    assert how((words, tree)) == found


def test_after_a_feat_it_tells_how_and_after_anything_else_why() -> None:
    tree = (
        "He/PRP/2/nsubj {}/VBD/0/root after/IN/4/mark losing/VBG/2/advcl a/DT/6/det wheel/NN/4/obj"
    )
    won = ("He won after losing a wheel", tree.format("won"))
    resigned = ("He resigned after losing a wheel", tree.format("resigned"))
    assert (why(won), how(won)) == ([], ["after losing a wheel"])
    assert (why(resigned), how(resigned)) == (["losing a wheel"], [])


def test_a_long_phrase_loses_its_last_modifiers() -> None:
    tail = " ".join(f"of/IN/{n + 1}/case wood/NN/{n - 1}/nmod" for n in range(13, 31, 2))
    tree = SHUT[1].replace(" ././4/punct", f" in/IN/12/case town/NN/9/obl {tail}")
    words = SHUT[0].rstrip(".") + " in town" + " of wood" * 9
    (text,) = why((words, tree))
    assert text.startswith("a lorry had hit it")
    assert len(text.split()) <= 12


def test_the_reasons_of_the_main_event_come_first() -> None:
    rain = (
        "It fell after heavy rain",
        "It/PRP/2/nsubj fell/VBD/0/root after/IN/5/case heavy/JJ/5/amod rain/NN/2/obl",
    )
    sentences = parsed(SHUT, rain)
    told = tuple(
        What(id=f"w{n}", statement=words, evidence=(Evidence(quote="x", sentence=at),))
        for n, (words, at) in enumerate((("It fell", 1), ("The bridge was shut", 0)), 1)
    )
    found = find_why(reading(sentences), Draft(title="x", what=told)).why
    assert [(item.text, item.what) for item in found] == [
        ("heavy rain", "w1"),
        ("a lorry had hit it", "w2"),
    ]


def test_a_sentence_that_only_gives_the_reason_of_the_main_event_belongs_to_it() -> None:
    move = (
        "The {} was due to high costs",
        "The/DT/2/det {}/NN/7/nsubj was/VBD/7/cop due/JJ/7/case to/IN/4/fixed"
        " high/JJ/7/amod costs/NNS/0/root",
    )
    told = What(id="w1", statement="It shut.", evidence=(Evidence(quote="x", sentence=0),))
    draft = Draft(title="x", what=(told,))
    for noun, found in (("move", [("high costs", "w1")]), ("fog", [])):
        words, tree = (part.format(noun) for part in move)
        sentences = parsed(("It shut", "It/PRP/2/nsubj shut/VBD/0/root"), (words, tree))
        assert [(i.text, i.what) for i in find_why(reading(sentences), draft).why] == found
