"""Trees that the model draws wrong more than once are put right; others stay as they are."""

from __future__ import annotations

import pytest

from generator.language.mending import mend
from generator.language.tree import Sentence

from .trees import parsed


def _mended(words: str, tree: str) -> Sentence:
    return mend(parsed((words, tree)).sentences[0])


def _hangs(sentence: Sentence, word: str) -> tuple[str, str]:
    token = next(t for t in sentence.tokens if t.text == word)
    return sentence.tokens[token.head].text, token.label


def test_whoever_is_told_of_is_no_second_speaker() -> None:
    sentence = _mended(
        "Orlo said Captain Idris would retire.",
        "Orlo/NNP/2/nsubj said/VBD/0/root Captain/NNP/4/nmod:desc Idris/NNP/2/nsubj "
        "would/MD/6/aux retire/VB/2/ccomp ././2/punct",
    )
    assert _hangs(sentence, "Idris") == ("retire", "nsubj")
    assert _hangs(sentence, "Orlo") == ("said", "nsubj")


def test_whoever_tells_last_is_no_other_name_for_the_noun_before() -> None:
    sentence = _mended(
        "Orlo met Idris, two people there said.",
        "Orlo/NNP/2/nsubj met/VBD/0/root Idris/NNP/2/obj ,/,/6/punct two/CD/6/nummod "
        "people/NNS/3/appos there/RB/6/advmod said/VBD/3/acl:relcl ././2/punct",
    )
    assert _hangs(sentence, "met") == ("said", "ccomp")
    assert _hangs(sentence, "people") == ("said", "nsubj")
    assert sentence.root.text == "said"


def test_a_sound_tree_stays_as_it_is() -> None:
    sentence = parsed(
        (
            "Work stopped after a rigger who fell was hurt.",
            "Work/NN/2/nsubj stopped/VBD/0/root after/IN/9/mark a/DT/5/det rigger/NN/9/nsubj:pass "
            "who/WP/7/nsubj fell/VBD/5/acl:relcl was/VBD/9/aux:pass hurt/VBN/2/advcl ././2/punct",
        )
    ).sentences[0]
    assert mend(sentence) is sentence


def test_a_clause_after_a_long_noun_keeps_it() -> None:
    sentence = _mended(
        "Ten were feared dead after a block of flats fell.",
        "Ten/CD/3/nsubj:pass were/VBD/3/aux:pass feared/VBN/0/root dead/JJ/3/xcomp after/IN/7/case "
        "a/DT/7/det block/NN/4/obl of/IN/9/case flats/NNS/7/nmod fell/VBD/3/advcl ././3/punct",
    )
    assert _hangs(sentence, "block") == ("fell", "nsubj")
    assert _hangs(sentence, "after") == ("fell", "mark")


def test_a_second_purpose_is_joined_to_the_first() -> None:
    sentence = _mended(
        "They met to fight a law that harms us and to ask for votes.",
        "They/PRP/2/nsubj met/VBD/0/root to/TO/4/mark fight/VB/2/advcl a/DT/6/det law/NN/4/obj "
        "that/WDT/8/nsubj harms/VBZ/6/acl:relcl us/PRP/8/obj and/CC/12/cc to/TO/12/mark "
        "ask/VB/8/conj for/IN/14/case votes/NNS/12/obl ././2/punct",
    )
    assert _hangs(sentence, "ask") == ("fight", "conj")


def test_a_second_thing_said_is_joined_to_the_first() -> None:
    sentence = _mended(
        "Halm said it lost power after a storm and that it would pay.",
        "Halm/NNP/2/nsubj said/VBD/0/root it/PRP/4/nsubj lost/VBD/2/ccomp power/NN/4/obj "
        "after/IN/8/case a/DT/8/det storm/NN/4/obl and/CC/13/cc that/IN/13/mark it/PRP/13/nsubj "
        "would/MD/13/aux pay/VB/8/conj ././2/punct",
    )
    assert _hangs(sentence, "pay") == ("lost", "conj")


def test_a_noun_before_a_name_is_no_second_subject() -> None:
    sentence = _mended(
        "Engineer Orbita will try.",
        "Engineer/NN/4/nsubj Orbita/NNP/4/nsubj will/MD/4/aux try/VB/0/root ././4/punct",
    )
    assert _hangs(sentence, "Engineer") == ("Orbita", "nmod:desc")


def test_what_is_due_to_reopen_has_a_verb() -> None:
    row = "is/VBZ/6/cop due/JJ/6/case to/IN/4/fixed {}/NN/0/root ././6/punct"
    reopens = _mended(
        "The road is due to reopen.", "The/DT/2/det road/NN/6/nsubj " + row.format("reopen")
    )
    rains = _mended("The mud is due to rain.", "The/DT/2/det mud/NN/6/nsubj " + row.format("rain"))
    assert [s.tokens[5].tag for s in (reopens, rains)] == ["VB", "NN"]


def test_whoever_tells_behind_a_clause_is_no_second_subject_of_it() -> None:
    sentence = _mended(
        "The pool is safe, the mayor, Ada Orr, told us.",
        "The/DT/2/det pool/NN/4/nsubj is/VBZ/4/cop safe/JJ/12/ccomp ,/,/4/punct the/DT/7/det "
        "mayor/NN/4/nsubj ,/,/9/punct Ada/NNP/7/appos Orr/NNP/9/flat ,/,/4/punct told/VBD/0/root "
        "us/PRP/12/iobj ././12/punct",
    )
    assert _hangs(sentence, "mayor") == ("told", "nsubj")
    assert _hangs(sentence, "pool") == ("safe", "nsubj")
    assert sentence.subtree(sentence.tokens[3])[-1].index < sentence.tokens[5].index


def test_whoever_tells_before_a_clause_is_no_second_subject_of_it() -> None:
    sentence = _mended(
        "The mayor, Ada Orr, said the slump was over.",
        "The/DT/2/det mayor/NN/11/nsubj ,/,/4/punct Ada/NNP/2/appos Orr/NNP/4/flat ,/,/2/punct "
        "said/VBD/0/root the/DT/9/det slump/NN/11/nsubj was/VBD/11/cop over/JJ/7/ccomp ././7/punct",
    )
    assert _hangs(sentence, "mayor") == ("said", "nsubj")
    assert _hangs(sentence, "slump") == ("over", "nsubj")


def test_whoever_stands_behind_said_is_not_what_is_said() -> None:
    sentence = _mended(
        "It will close, said the head of care, Ada Orr.",
        "It/PRP/3/nsubj will/MD/3/aux close/VB/0/root ,/,/3/punct said/VBD/3/parataxis the/DT/7/det"
        " head/NN/5/ccomp of/IN/9/case care/NN/7/nmod ,/,/11/punct Ada/NNP/7/appos Orr/NNP/11/flat"
        " ././3/punct",
    )
    assert _hangs(sentence, "head") == ("said", "nsubj")


def test_what_is_told_of_a_speaker_is_not_what_the_speaker_says() -> None:
    sentence = _mended(
        "“We ran,” said Ada Orr, whose son was hurt.",
        "“/``/3/punct We/PRP/3/nsubj ran/VBD/6/ccomp ,/,/3/punct ”/''/3/punct said/VBD/0/root "
        "Ada/NNP/6/nsubj Orr/NNP/7/flat ,/,/13/punct whose/WP$/11/nmod:poss son/NN/13/nsubj:pass "
        "was/VBD/13/aux:pass hurt/VBN/6/ccomp ././6/punct",
    )
    assert _hangs(sentence, "hurt") == ("Ada", "acl:relcl")


def test_what_a_paper_reports_is_not_told_of_those_whom_it_cites() -> None:
    sentence = _mended(
        "The Echo reported, citing two aides, that the site was sold.",
        "The/DT/2/det Echo/NNP/3/nsubj reported/VBD/0/root ,/,/5/punct citing/VBG/3/advcl "
        "two/CD/7/nummod aides/NNS/5/obj ,/,/13/punct that/IN/13/mark the/DT/11/det "
        "site/NN/13/nsubj:pass was/VBD/13/aux:pass sold/VBN/7/acl:relcl ././3/punct",
    )
    assert _hangs(sentence, "sold") == ("reported", "ccomp")


def test_a_condition_belongs_to_what_is_said_not_to_the_saying() -> None:
    sentence = _mended(
        "If it is not paid, the group says, it will strike.",
        "If/IN/5/mark it/PRP/5/nsubj:pass is/VBZ/5/aux:pass not/RB/5/advmod paid/VBN/9/advcl "
        ",/,/5/punct the/DT/8/det group/NN/9/nsubj says/VBZ/0/root ,/,/5/punct it/PRP/13/nsubj "
        "will/MD/13/aux strike/VB/9/ccomp ././9/punct",
    )
    assert _hangs(sentence, "paid") == ("strike", "advcl")


def test_a_condition_before_a_closing_he_said_belongs_to_what_is_said() -> None:
    sentence = _mended(
        "Halm will reopen if tests end, he added.",
        "Halm/NNP/3/nsubj will/MD/3/aux reopen/VB/0/root if/IN/6/mark tests/NNS/6/nsubj "
        "end/VBP/9/advcl ,/,/6/punct he/PRP/9/nsubj added/VBD/3/parataxis ././3/punct",
    )
    assert _hangs(sentence, "end") == ("reopen", "advcl")


def test_a_participle_is_not_what_is_said_where_a_verb_follows() -> None:
    sentence = _mended(
        "Orr said a survey made by two builders had failed.",
        "Orr/NNP/2/nsubj said/VBD/0/root a/DT/4/det survey/NN/5/nsubj made/VBD/2/ccomp by/IN/8/case"
        " two/CD/8/nummod builders/NNS/10/nsubj had/VBD/10/aux failed/VBN/2/ccomp ././2/punct",
    )
    assert _hangs(sentence, "made") == ("survey", "acl")
    assert _hangs(sentence, "survey") == ("failed", "nsubj")
    assert _hangs(sentence, "builders") == ("made", "obl")


def test_whoever_tells_last_is_found_behind_the_last_comma() -> None:
    sentence = _mended(
        "Orlo will go, men close to him told us.",
        "Orlo/NNP/3/nsubj will/MD/3/aux go/VB/0/root ,/,/9/punct men/NNS/6/nsubj close/VBP/9/ccomp "
        "to/IN/8/case him/PRP/6/obl told/VBD/3/parataxis us/PRP/9/iobj ././3/punct",
    )
    assert _hangs(sentence, "men") == ("told", "nsubj")
    assert _hangs(sentence, "go") == ("told", "ccomp")
    assert sentence.root.text == "told"


def test_the_noun_between_while_and_its_verb_is_the_subject_of_that_verb() -> None:
    sentence = _mended(
        "While three pilgrims died, the victim survived.",
        "While/IN/4/mark three/CD/3/nummod pilgrims/NNS/8/nsubj died/VBD/8/advcl ,/,/4/punct "
        "the/DT/7/det victim/NN/8/nsubj survived/VBD/0/root ././8/punct",
    )
    assert _hangs(sentence, "pilgrims") == ("died", "nsubj")


def test_the_day_of_an_hour_hangs_on_it() -> None:
    sentence = _mended(
        "It has until midnight on Friday.",
        "It/PRP/2/nsubj has/VBZ/0/root until/IN/4/case midnight/NN/2/obl on/IN/6/case "
        "Friday/NNP/2/obl ././2/punct",
    )
    assert _hangs(sentence, "Friday") == ("midnight", "nmod")


def test_an_inverted_condition_is_one_of_what_is_said() -> None:
    sentence = _mended(
        "Had it rained, said Orr, it would have grown.",
        "Had/VBD/3/aux it/PRP/3/nsubj rained/VBN/5/ccomp ,/,/5/punct said/VBD/0/root "
        "Orr/NNP/5/nsubj ,/,/5/punct it/PRP/11/nsubj would/MD/11/aux "
        "have/VB/11/aux grown/VBN/5/ccomp ././11/punct",
    )
    assert _hangs(sentence, "rained") == ("grown", "advcl")


@pytest.mark.parametrize(
    ("comma", "hangs"), [(",/,/10/punct ", ("cut", "obl")), ("", ("lines", "nmod"))]
)
def test_what_is_set_off_at_the_end_goes_with_the_verb(comma: str, hangs: tuple[str, str]) -> None:
    at = 10 if comma else 9
    sentence = _mended(
        "It cut two of its lines, with long trains."
        if comma
        else "It cut two of its lines with long trains.",
        "It/PRP/2/nsubj cut/VBD/0/root two/CD/2/obj of/IN/6/case its/PRP$/6/nmod:poss "
        f"lines/NNS/3/nmod {comma}with/IN/{at}/case long/JJ/{at}/amod "
        "trains/NNS/6/nmod ././2/punct",
    )
    assert _hangs(sentence, "trains") == hangs


def test_what_stands_right_behind_its_verb_in_a_headline_is_its_object() -> None:
    sentence = _mended(
        "Talks: miners stage protest at mill",
        "Talks/NNS/0/root :/:/4/punct miners/NNS/4/nsubj stage/VBP/1/parataxis "
        "protest/NN/1/parataxis at/IN/7/case mill/NN/5/nmod",
    )
    assert _hangs(sentence, "protest") == ("stage", "obj")


def test_a_headlines_verb_taken_for_a_plural_keeps_its_subject() -> None:
    sentence = _mended(
        "Two killed as tram derails",
        "Two/CD/2/nsubj:pass killed/VBN/0/root as/IN/5/mark tram/NN/5/compound derails/NNS/2/advcl",
    )
    assert _hangs(sentence, "tram") == ("derails", "nsubj")


@pytest.mark.parametrize(("above", "hangs"), [(6, ("weigh", "obl")), (8, ("clerks", "nmod"))])
def test_a_day_that_a_phrase_parts_from_its_noun_goes_with_the_verb(
    above: int, hangs: tuple[str, str]
) -> None:
    sentence = _mended(
        "It will weigh a bill on clerks on March 25.",
        "It/PRP/3/nsubj will/MD/3/aux weigh/VB/0/root a/DT/5/det bill/NN/3/obj on/IN/7/case "
        f"clerks/NNS/5/nmod on/IN/10/case March/NNP/10/nmod:unmarked 25/CD/{above - 1}/nmod "
        "././3/punct",
    )
    assert _hangs(sentence, "25") == hangs


def test_what_an_object_has_goes_with_it() -> None:
    sentence = _mended(
        "Japan offered drones with cameras.",
        "Japan/NNP/2/nsubj offered/VBD/0/root drones/NNS/2/obj with/IN/5/case cameras/NNS/2/obl "
        "././2/punct",
    )
    assert _hangs(sentence, "cameras") == ("drones", "nmod")


def test_what_nobody_can_say_is_a_clause() -> None:
    sentence = _mended(
        "What would become of it nobody could say",
        "What/WP/8/nsubj would/MD/3/aux become/VB/1/acl:relcl of/IN/5/case it/PRP/3/obl "
        "nobody/NN/8/nsubj could/MD/8/aux say/VB/0/root",
    )
    assert _hangs(sentence, "What") == ("become", "nsubj")
    assert _hangs(sentence, "become") == ("say", "ccomp")


def test_questions_about_when_something_happens_keep_their_clause() -> None:
    sentence = _mended(
        "He answered questions about when that happened",
        "He/PRP/2/nsubj answered/VBD/0/root questions/NNS/2/obj about/IN/5/case when/WRB/3/nmod "
        "that/DT/7/nsubj happened/VBD/3/acl",
    )
    assert _hangs(sentence, "happened") == ("when", "advcl:relcl")


def test_days_on_is_when_and_nobody() -> None:
    sentence = _mended(
        "Two days on doctors know nothing",
        "Two/CD/2/nummod days/NNS/5/nsubj on/IN/4/case doctors/NNS/2/nmod know/VBP/0/root "
        "nothing/NN/5/obj",
    )
    assert _hangs(sentence, "doctors") == ("know", "nsubj")
    assert _hangs(sentence, "days") == ("know", "obl:unmarked")


def test_whoever_stands_between_what_held_and_said_is_who_speaks() -> None:
    sentence = _mended(
        "A truce held, residents said.",
        "A/DT/2/det truce/NN/6/nsubj held/VBD/6/ccomp ,/,/3/punct residents/NNS/3/nsubj "
        "said/VBD/0/root ././6/punct",
    )
    assert _hangs(sentence, "truce") == ("held", "nsubj")
    assert _hangs(sentence, "residents") == ("said", "nsubj")


def test_an_infinitive_tells_what_a_decision_is_rather_than_what_it_is_blamed_for() -> None:
    sentence = _mended(
        "He blamed the decision to leave.",
        "He/PRP/2/nsubj blamed/VBD/0/root the/DT/4/det decision/NN/2/obj to/TO/6/mark "
        "leave/VB/2/advcl ././2/punct",
    )
    assert _hangs(sentence, "leave") == ("decision", "acl")
    sentence = _mended(
        "He took the car to leave.",
        "He/PRP/2/nsubj took/VBD/0/root the/DT/4/det car/NN/2/obj to/TO/6/mark "
        "leave/VB/2/advcl ././2/punct",
    )
    assert _hangs(sentence, "leave") == ("took", "advcl")


def test_whoever_is_accused_of_something_told_the_jury() -> None:
    sentence = _mended(
        "A nurse accused of lying told a jury so.",
        "A/DT/2/det nurse/NN/3/nsubj accused/VBN/0/root of/IN/5/mark lying/VBG/3/advcl "
        "told/VBD/3/parataxis a/DT/8/det jury/NN/6/iobj so/RB/6/advmod ././3/punct",
    )
    assert sentence.root.text == "told"
    assert _hangs(sentence, "nurse") == ("told", "nsubj")
    assert _hangs(sentence, "accused") == ("nurse", "acl")


def test_whom_somebody_told_does_not_speak() -> None:
    sentence = _mended(
        "It is safe, Orlo, 22, told the paper.",
        "It/PRP/3/nsubj is/VBZ/3/cop safe/JJ/9/ccomp ,/,/3/punct Orlo/NNP/3/dep ,/,/7/punct "
        "22/CD/5/appos ,/,/5/punct told/VBD/0/root the/DT/11/det paper/NN/9/iobj ././9/punct",
    )
    assert _hangs(sentence, "paper") == ("told", "iobj")


def test_what_is_asked_first_has_a_verb() -> None:
    sentence = _mended(
        "Why the four left is disputed.",
        "Why/WRB/6/advmod the/DT/3/det four/CD/6/nsubj:pass left/NN/3/acl is/VBZ/6/aux:pass "
        "disputed/VBN/0/root ././6/punct",
    )
    assert _hangs(sentence, "left") == ("disputed", "csubj")
    assert _hangs(sentence, "four") == ("left", "nsubj")
    assert _hangs(sentence, "Why") == ("left", "advmod")
    assert next(t.tag for t in sentence.tokens if t.text == "left") == "VBD"


def test_how_much_something_has_cost_is_no_thing_that_it_has() -> None:
    sentence = _mended(
        "How much the strike has cost is unknown.",
        "How/WRB/2/advmod much/JJ/8/nsubj the/DT/4/det strike/NN/5/nsubj has/VBZ/2/acl:relcl "
        "cost/NN/5/obj is/VBZ/8/cop unknown/JJ/0/root ././8/punct",
    )
    assert _hangs(sentence, "cost") == ("unknown", "csubj")
    assert _hangs(sentence, "much") == ("cost", "obj")
    assert _hangs(sentence, "has") == ("cost", "aux")


def test_a_noun_before_a_linking_verb_stays_one() -> None:
    tree = (
        "How/WRB/2/advmod many/JJ/3/amod people/NNS/5/nsubj is/VBZ/5/cop unclear/JJ/0/root "
        "././5/punct"
    )
    assert (
        _mended("How many people is unclear.", tree)
        == parsed(("How many people is unclear.", tree)).sentences[0]
    )


def test_whoever_stands_between_for_and_an_infinitive_is_its_subject() -> None:
    sentence = _mended(
        "It is hard for the average Dane to see.",
        "It/PRP/3/expl is/VBZ/3/cop hard/JJ/0/root for/IN/9/mark the/DT/7/det average/JJ/7/amod "
        "Dane/NNP/3/nsubj to/TO/9/mark see/VB/3/csubj ././3/punct",
    )
    assert _hangs(sentence, "Dane") == ("see", "nsubj")


def test_the_subject_right_behind_a_condition_is_not_of_the_condition() -> None:
    sentence = _mended(
        "If it is refused the port could go.",
        "If/IN/4/mark it/PRP/4/nsubj:pass is/VBZ/4/aux:pass refused/VBN/8/advcl the/DT/6/det "
        "port/NN/4/nsubj:pass could/MD/8/aux go/VB/0/root ././8/punct",
    )
    assert _hangs(sentence, "port") == ("go", "nsubj")


def test_a_gerund_behind_and_on_is_joined_to_what_stands_behind_on() -> None:
    sentence = _mended(
        "Reis sought agreement on fees and on opening it.",
        "Reis/NNP/2/nsubj sought/VBD/0/root agreement/NN/2/obj on/IN/5/case fees/NNS/3/nmod "
        "and/CC/8/cc on/IN/8/mark opening/VBG/2/conj it/PRP/8/obj ././2/punct",
    )
    assert _hangs(sentence, "opening") == ("fees", "conj")
