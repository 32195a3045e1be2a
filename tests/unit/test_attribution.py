from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.quotation_marks import find_quotations
from generator.extract.reading import Actor, Attribution, Mention
from generator.extract.speech.attribution import find_attributions
from generator.extract.speech.quoted_words import inner, is_title
from generator.language.mending import mend
from generator.language.tree import Document, Sentence, Token
from generator.model import Article, Source


def parsed(*paragraphs: tuple[tuple[str, str], ...]) -> Document:
    """Build a document from (text, tree) pairs; a tree is `form/TAG/head/label` per word."""
    text, sentences = "", []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        for words, tree in paragraph:
            text += "" if not text or text.endswith("\n") else " "
            sentences.append(sentence(len(sentences), len(text), words, tree, number))
            text += words
    return Document(Article(Source(file="seeds/a.txt"), text, ()), tuple(sentences))


def sentence(index: int, start: int, words: str, tree: str, paragraph: int) -> Sentence:
    tokens, at = [], 0
    for position, item in enumerate(tree.split()):
        form, tag, head, label = item.rsplit("/", 3)
        at = words.index(form, at)
        tokens.append(
            Token(position, form, start + at, start + at + len(form), tag, int(head) - 1, label)
        )
        at += len(form)
    return Sentence(index, start, start + len(words), paragraph, tuple(tokens), ())


def actor(document: Document, name: str, *places: tuple[int, int]) -> Actor:
    """Build an actor mentioned by one token at each (sentence, token)."""
    mentions = []
    for place, position in places:
        token = document.sentences[place].tokens[position]
        kind = "pronoun" if token.tag == "PRP" else "name"
        mentions.append(
            Mention(place, position, position + 1, token.start, token.end, kind, position)
        )
    return Actor(name.lower().replace(" ", "-"), name, "person", mentions=tuple(mentions))


def contents(document: Document, attribution: Attribution) -> list[str]:
    return [document.text[span.start : span.end] for span in attribution.content]


def source(document: Document, attribution: Attribution) -> str:
    return " ".join(document.text[span.start : span.end] for span in attribution.source)


def quoted(text: str) -> list[list[str]]:
    return [[text[p.start : p.end] for p in quote.pieces] for quote in find_quotations(text)]


SAID_THAT = (
    "Harbour pilots said that the channel had silted up.",
    "Harbour/NN/2/compound pilots/NNS/3/nsubj said/VBD/0/root that/IN/8/mark the/DT/6/det"
    " channel/NN/8/nsubj had/VBD/8/aux silted/VBN/3/ccomp up/RP/8/compound:prt ././3/punct",
)
SPLIT_QUOTE = (
    '"We waited," Okafor said.',
    "\"/``/3/punct We/PRP/3/nsubj waited/VBD/0/root ,/,/7/punct \"/''/7/punct Okafor/NNP/7/nsubj"
    " said/VBD/3/parataxis ././3/punct",
)
QUOTE_GOES_ON = (
    '"Nobody came."',
    "\"/``/3/punct Nobody/NN/3/nsubj came/VBD/0/root ././3/punct \"/''/3/punct",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"One," he said. "Two."', [['"One,"'], ['"Two."']]),
        ("“Curly,” he said.", [["“Curly,”"]]),
        ("Il a dit « non » hier.", [["« non »"]]),
        ("‘We don’t mind,’ she said.", [["‘We don’t mind,’"]]),
        ("'The players' union is weak,' she said.", [["'The players' union is weak,'"]]),
        ("The drivers' union met in the '90s.", []),
        ("“He told me ‘no’ and “yes” again,” he said.", [["“He told me ‘no’ and “yes” again,”"]]),
        ("“First part.\n\n“Second part,” he said.", [["“First part.", "“Second part,”"]]),
        ("“It never closes. He left.\n\nNext day.", [["“It never closes. He left."]]),
        ('There is “no evidence" yet.', [['“no evidence"']]),
        ('It never opened," he said.', [['It never opened,"']]),
        ("He is 6'3\" tall.", []),
        ("''We left,'' he said.", [["''We left,''"]]),
        ("“They said: ‘Go home.’”", [["“They said: ‘Go home.’”"]]),
        ('He said: "One. "Two." It ended.', [['"One.', '"Two."']]),
        ("“It is done with “ism,” he said.", [["“It is done with “ism,”"]]),
        ("“It is done “for good” now,” he said.", [["“It is done “for good” now,”"]]),
        ("To cries of “no way ’, he left ‘ them ’, too.", [["“no way ’"], ["‘ them ’"]]),
        ("He said: “I’m goin’ home.\n\n“Bye.”", [["“I’m goin’ home.", "“Bye.”"]]),
        ('""', []),
        ("", []),
    ],
)
def test_quotation_marks_pair_by_what_stands_beside_them(
    text: str, expected: list[list[str]]
) -> None:
    assert quoted(text) == expected


def test_inner_words_lose_marks_and_the_closing_comma() -> None:
    text = '"We waited," she said.'
    span = inner(text, find_quotations(text)[0].pieces[0])
    assert text[span.start : span.end] == "We waited"


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("unit", ['"a ', "'a ", "“", "x’ ‘y", '"a\n\n', "\u202e\x00“\U0001f600"])
def test_marks_are_paired_however_many_there_are(unit: str) -> None:
    find_quotations(unit * 20_000)


def test_reported_speech_has_its_source_and_its_clause() -> None:
    document = parsed((SAID_THAT,))
    (said,) = find_attributions(document, ())
    assert contents(document, said) == ["that the channel had silted up"]
    assert source(document, said) == "Harbour pilots"
    assert (said.kind, said.cue_lemma, said.anonymous) == ("indirect", "say", True)


def test_a_quotation_goes_on_after_he_said() -> None:
    document = parsed((SPLIT_QUOTE, QUOTE_GOES_ON))
    (said,) = find_attributions(document, (actor(document, "Ada Okafor", (0, 5)),))
    assert contents(document, said) == ['"We waited,"', '"Nobody came."']
    assert (said.kind, said.speaker) == ("direct", "ada-okafor")


def test_a_paragraph_of_quotation_alone_belongs_to_the_last_speaker() -> None:
    document = parsed((SPLIT_QUOTE,), (QUOTE_GOES_ON,))
    spoken = find_attributions(document, (actor(document, "Ada Okafor", (0, 5)),))
    assert [a.speaker for a in spoken] == ["ada-okafor", "ada-okafor"]
    assert contents(document, spoken[1]) == ['"Nobody came."']


def test_the_sentence_before_names_the_speaker_where_nothing_else_does() -> None:
    pointed = (
        "Her neighbour Idris pointed at the wall.",
        "Her/PRP$/2/nmod:poss neighbour/NN/4/nsubj Idris/NNP/2/appos pointed/VBD/0/root"
        " at/IN/7/case the/DT/7/det wall/NN/4/obl ././4/punct",
    )
    document = parsed((SPLIT_QUOTE,), (pointed, QUOTE_GOES_ON))
    actors = (actor(document, "Ada Okafor", (0, 5)), actor(document, "Idris", (1, 2)))
    assert [a.speaker for a in find_attributions(document, actors)] == ["ada-okafor", "idris"]


PRESSED = (
    'Asked who would pay, Okafor named nobody: "We will all have to."',
    "Asked/VBD/7/advcl who/WP/4/nsubj would/MD/4/aux pay/VB/1/ccomp ,/,/1/punct Okafor/NNP/7/nsubj"
    ' named/VBD/0/root nobody/NN/7/obj :/:/13/punct "/``/13/punct We/PRP/13/nsubj will/MD/13/aux'
    " all/RB/7/advmod have/VB/7/parataxis to/TO/14/xcomp ././13/punct \"/''/13/punct",
)
ASKED_WHETHER = (
    "Asked whether the road would open, Okafor said the crews were ready.",
    "Asked/VBD/9/advcl whether/IN/6/mark the/DT/4/det road/NN/6/nsubj would/MD/6/aux"
    " open/VB/1/ccomp ,/,/1/punct Okafor/NNP/9/nsubj said/VBD/0/root the/DT/11/det"
    " crews/NNS/13/nsubj were/VBD/13/cop ready/JJ/9/ccomp ././9/punct",
)


def test_who_is_asked_does_not_say_the_question() -> None:
    document = parsed((PRESSED,))
    spoken = find_attributions(document, (actor(document, "Ada Okafor", (0, 5)),))
    own = [a for a in spoken if a.speaker]
    assert [(a.kind, contents(document, a)) for a in own] == [
        ("direct", ['"We will all have to."'])
    ]
    document = parsed((ASKED_WHETHER,))
    spoken = find_attributions(document, (actor(document, "Ada Okafor", (0, 7)),))
    own = [a for a in spoken if a.speaker]
    assert [contents(document, a) for a in own] == [["the crews were ready"]]


def test_a_phrase_that_nobody_says_is_no_quotation() -> None:
    scare = (
        'The so-called "reform" began on Monday.',
        'The/DT/6/det so/RB/4/advmod -/HYPH/4/punct called/VBN/6/amod "/``/6/punct'
        " reform/NN/8/nsubj \"/''/6/punct began/VBD/0/root on/IN/10/case Monday/NNP/8/obl"
        " ././8/punct",
    )
    assert find_attributions(parsed((scare,)), ()) == ()


def test_quoted_words_inside_reported_speech_make_it_mixed() -> None:
    mixed = (
        'Okafor said the truce was "full of holes".',
        "Okafor/NNP/2/nsubj said/VBD/0/root the/DT/4/det truce/NN/7/nsubj was/VBD/7/cop"
        " \"/``/7/punct full/JJ/2/ccomp of/IN/9/case holes/NNS/7/obl \"/''/7/punct ././2/punct",
    )
    document = parsed((mixed,))
    (said,) = find_attributions(document, ())
    assert said.kind == "mixed"
    assert contents(document, said) == ['the truce was "full of holes"']


def test_a_denial_is_marked_and_a_source_behind_the_source_is_kept() -> None:
    citing = (
        "The Courier, citing a ministry memo, reported that the dam was cracked.",
        "The/DT/2/det Courier/NNP/9/nsubj ,/,/4/punct citing/VBG/9/advcl a/DT/7/det"
        " ministry/NN/7/compound memo/NN/4/obj ,/,/4/punct reported/VBD/0/root that/IN/14/mark"
        " the/DT/12/det dam/NN/14/nsubj:pass was/VBD/14/aux:pass cracked/VBN/9/ccomp"
        " ././9/punct",
    )
    document = parsed((citing,))
    reported = next(a for a in find_attributions(document, ()) if a.cue_lemma == "report")
    assert reported.via == ("a ministry memo",)


def test_a_memo_that_a_report_is_on_the_basis_of_is_its_via() -> None:
    based = (
        "The Echo said, on the basis of a memo, that it failed.",
        "The/DT/2/det Echo/NNP/3/nsubj said/VBD/0/root ,/,/7/punct on/IN/7/case the/DT/7/det "
        "basis/NN/3/obl of/IN/10/case a/DT/10/det memo/NN/7/nmod ,/,/14/punct that/IN/14/mark "
        "it/PRP/14/nsubj failed/VBD/3/ccomp ././3/punct",
    )
    (said,) = find_attributions(parsed((based,)), ())
    assert said.via == ("a memo",)


def test_according_to_carries_the_clause_around_it() -> None:
    according = (
        "The bridge is safe, according to the mayor.",
        "The/DT/2/det bridge/NN/4/nsubj is/VBZ/4/cop safe/JJ/0/root ,/,/9/punct"
        " according/VBG/9/case to/IN/6/fixed the/DT/9/det mayor/NN/4/obl ././4/punct",
    )
    document = parsed((according,))
    (said,) = find_attributions(document, ())
    assert contents(document, said) == ["The bridge is safe"]
    assert source(document, said) == "the mayor"


def test_what_a_relative_pronoun_stands_for_is_the_speaker() -> None:
    who_said = (
        "Okafor, who said that nobody slept, left.",
        "Okafor/NNP/9/nsubj ,/,/4/punct who/WP/4/nsubj said/VBD/1/acl:relcl that/IN/7/mark"
        " nobody/NN/7/nsubj slept/VBD/4/ccomp ,/,/4/punct left/VBD/0/root ././9/punct",
    )
    document = parsed((who_said,))
    (said,) = find_attributions(document, (actor(document, "Ada Okafor", (0, 0)),))
    assert said.speaker == "ada-okafor"


def test_of_two_subjects_the_one_outside_the_quotation_speaks() -> None:
    held = (
        '"Our wall held," the owner said.',
        '"/``/4/punct Our/PRP$/3/nmod:poss wall/NN/9/nsubj held/VBD/9/ccomp ,/,/4/punct'
        " \"/''/4/punct the/DT/8/det owner/NN/9/nsubj said/VBD/0/root ././9/punct",
    )
    document = parsed((held,))
    (said,) = find_attributions(document, ())
    assert source(document, said) == "the owner"
    assert contents(document, said) == ['"Our wall held,"']


def test_a_second_verb_of_saying_makes_a_claim_of_its_own() -> None:
    adding = (
        '"We left," Okafor said, adding that nobody slept.',
        "\"/``/3/punct We/PRP/3/nsubj left/VBD/0/root ,/,/7/punct \"/''/3/punct"
        " Okafor/NNP/7/nsubj said/VBD/3/parataxis ,/,/9/punct adding/VBG/7/advcl that/IN/12/mark"
        " nobody/NN/12/nsubj slept/VBD/9/ccomp ././3/punct",
    )
    document = parsed((adding,))
    first, second = find_attributions(document, ())
    assert (first.kind, contents(document, first)) == ("direct", ['"We left,"'])
    assert contents(document, second) == ["that nobody slept"]
    assert source(document, second) == "Okafor"


def test_a_claim_inside_a_claim_is_part_of_it() -> None:
    hopes = (
        "Okafor said she hoped it held.",
        "Okafor/NNP/2/nsubj said/VBD/0/root she/PRP/4/nsubj hoped/VBD/2/ccomp it/PRP/6/nsubj"
        " held/VBD/4/ccomp ././2/punct",
    )
    document = parsed((hopes,))
    (said,) = find_attributions(document, ())
    assert contents(document, said) == ["she hoped it held"]


def test_an_open_pronoun_is_the_last_person_who_spoke() -> None:
    she_said = (
        "She said nobody slept.",
        "She/PRP/2/nsubj said/VBD/0/root nobody/NN/4/nsubj slept/VBD/2/ccomp ././2/punct",
    )
    document = parsed((SPLIT_QUOTE,), (she_said,))
    spoken = find_attributions(document, (actor(document, "Ada Okafor", (0, 5)),))
    assert [a.speaker for a in spoken] == ["ada-okafor", "ada-okafor"]


def test_whoever_adds_something_is_who_spoke_last() -> None:
    said = (
        "Okafor said Lim slept.",
        "Okafor/NNP/2/nsubj said/VBD/0/root Lim/NNP/4/nsubj slept/VBD/2/ccomp ././2/punct",
    )
    added = (
        "She added nobody left.",
        "She/PRP/2/nsubj added/VBD/0/root nobody/NN/4/nsubj left/VBD/2/ccomp ././2/punct",
    )
    again = (
        "She said nobody slept.",
        "She/PRP/2/nsubj said/VBD/0/root nobody/NN/4/nsubj slept/VBD/2/ccomp ././2/punct",
    )
    document = parsed((said, added, again))
    people = (
        actor(document, "Ada Okafor", (0, 0)),
        actor(document, "Ines Lim", (0, 2), (1, 0), (2, 0)),
    )
    spoken = find_attributions(document, people)
    assert [a.speaker for a in spoken] == ["ada-okafor"] * 3


def test_a_transcript_gives_each_turn_to_its_label() -> None:
    turn = (
        "OKAFOR: We left at dawn.",
        "OKAFOR/NNP/4/nsubj :/:/4/punct We/PRP/4/nsubj left/VBD/0/root at/IN/6/case"
        " dawn/NN/4/obl ././4/punct",
    )
    document = parsed((turn,))
    (said,) = find_attributions(document, (actor(document, "Ada Okafor", (0, 0)),))
    assert (said.speaker, said.kind) == ("ada-okafor", "direct")
    assert contents(document, said) == ["We left at dawn."]


def test_a_place_before_an_article_s_first_words_says_nothing() -> None:
    dated = (
        "HALM: The quay shut.",
        "HALM/NNP/5/nsubj :/:/5/punct The/DT/4/det quay/NN/5/nsubj shut/VBD/0/root ././5/punct",
    )
    assert find_attributions(parsed((dated,)), ()) == ()


def test_an_interview_gives_the_answers_to_whom_it_is_about() -> None:
    about = (
        "Okafor spoke.",
        "Okafor/NNP/2/nsubj spoke/VBD/0/root ././2/punct",
    )
    question = (
        "Q: Did it hold?",
        "Q/NN/5/dep :/:/5/punct Did/VBD/5/aux it/PRP/5/nsubj hold/VB/0/root ?/./5/punct",
    )
    answer = ("A: It held.", "A/NN/4/dep :/:/4/punct It/PRP/4/nsubj held/VBD/0/root ././4/punct")
    document = parsed((about,), (question,), (answer,))
    (said,) = find_attributions(document, (actor(document, "Ada Okafor", (0, 0)),))
    assert (said.speaker, said.kind) == ("ada-okafor", "direct")
    assert contents(document, said) == ["It held."]


@pytest.mark.parametrize(
    ("row", "content", "speaker"),
    [
        (
            (
                "It burned, said sobbing baker Ana Reis.",
                "It/PRP/2/nsubj burned/VBD/4/ccomp ,/,/2/punct said/VBD/0/root sobbing/VBG/4/ccomp"
                " baker/NN/5/obj Ana/NNP/6/flat Reis/NNP/6/flat ././4/punct",
            ),
            "It burned",
            "Reis",
        ),
        (
            (
                "It was a dam, said an official familiar with it.",
                "It/PRP/4/nsubj was/VBD/4/cop a/DT/4/det dam/NN/6/ccomp ,/,/4/punct said/VBD/0/root"
                " an/DT/8/det official/NN/4/nsubj familiar/JJ/8/amod with/IN/11/case it/PRP/9/obl"
                " ././6/punct",
            ),
            "It was a dam",
            "an official familiar with it",
        ),
        (
            (
                "Ana Reis, 58, was hurt, police said.",
                "Ana/NNP/10/nsubj Reis/NNP/1/flat ,/,/4/punct 58/CD/1/nmod:unmarked ,/,/1/punct"
                " was/VBD/7/aux:pass hurt/VBN/10/ccomp ,/,/7/punct police/NNS/10/nsubj"
                " said/VBD/0/root ././10/punct",
            ),
            "Ana Reis, 58, was hurt",
            "police",
        ),
        (
            (
                "The bridge will close, the ministry said, although some traders object.",
                "The/DT/2/det bridge/NN/4/nsubj will/MD/4/aux close/VB/8/ccomp ,/,/4/punct"
                " the/DT/7/det ministry/NN/8/nsubj said/VBD/0/root ,/,/13/punct although/IN/13/mark"
                " some/DT/12/det traders/NNS/13/nsubj object/VBP/4/advcl ././8/punct",
            ),
            "The bridge will close",
            "the ministry",
        ),
        (
            (
                "It held, Reis said, referring to the dam.",
                "It/PRP/2/nsubj held/VBD/5/ccomp ,/,/2/punct Reis/NNP/5/nsubj said/VBD/0/root"
                " ,/,/7/punct referring/VBG/5/ccomp to/IN/10/case the/DT/10/det dam/NN/7/obl"
                " ././5/punct",
            ),
            "It held",
            "Reis",
        ),
        (
            (
                "The aide said fragments fell.",
                "The/DT/2/det aide/NN/5/nsubj said/VBD/0/root fragments/NNS/5/nsubj"
                " fell/VBD/3/ccomp ././3/punct",
            ),
            "fragments fell",
            "The aide",
        ),
        (
            (
                "A ruling on a plea by Abterm, which says that it failed.",
                "A/DT/2/det ruling/NN/0/root on/IN/5/case a/DT/5/det plea/NN/2/nmod by/IN/7/case"
                " Abterm/NNP/5/nmod ,/,/10/punct which/WDT/10/nsubj says/VBZ/5/acl:relcl"
                " that/IN/13/mark it/PRP/13/nsubj failed/VBD/10/ccomp ././2/punct",
            ),
            "that it failed",
            "Abterm which",
        ),
    ],
)
def test_a_parse_that_slipped_still_gives_who_says_what(
    row: tuple[str, str], content: str, speaker: str
) -> None:
    document = parsed((row,))
    document = replace(document, sentences=tuple(map(mend, document.sentences)))
    (said,) = find_attributions(document, ())
    assert contents(document, said) == [content]
    assert source(document, said).endswith(speaker)


def test_a_body_is_not_the_person_who_works_for_it() -> None:
    document = parsed(
        (
            (
                "A Navy inspector said the plant had failed.",
                "A/DT/3/det Navy/NNP/3/compound inspector/NN/4/nsubj said/VBD/0/root the/DT/6/det"
                " plant/NN/8/nsubj had/VBD/8/aux failed/VBN/4/ccomp ././4/punct",
            ),
        )
    )
    navy = replace(actor(document, "Navy", (0, 1)), kind="organisation")
    (said,) = find_attributions(document, (navy,))
    assert said.speaker is None


def test_an_official_is_nobody_named_before() -> None:
    document = parsed(
        (
            (
                "An official said the plant had failed.",
                "An/DT/2/det official/NN/3/nsubj said/VBD/0/root the/DT/5/det plant/NN/7/nsubj"
                " had/VBD/7/aux failed/VBN/3/ccomp ././3/punct",
            ),
        )
    )
    reis = actor(document, "Ana Reis", (0, 1))
    reis = replace(reis, mentions=(replace(reis.mentions[0], kind="role"),))
    (said,) = find_attributions(document, (reis,))
    assert (said.speaker, said.anonymous) == (None, True)


def test_a_title_may_end_in_the_stop_of_its_sentence() -> None:
    text = "He spoke on “Good Morning Town.”"
    (title,) = find_quotations(text)
    assert is_title(text, title)
    spoken = "“He was no Robin Hood,” she said."
    assert not is_title(spoken, *find_quotations(spoken))


def test_who_quoted_whom_is_kept() -> None:
    quoted_as = (
        "Reis was quoted as saying by the Courier that it was over.",
        "Reis/NNP/3/nsubj:pass was/VBD/3/aux:pass quoted/VBN/0/root as/IN/5/mark"
        " saying/VBG/3/advcl by/IN/8/case the/DT/8/det Courier/NNP/3/obl:agent that/IN/12/mark"
        " it/PRP/12/nsubj was/VBD/12/cop over/JJ/5/ccomp ././3/punct",
    )
    document = parsed((quoted_as,))
    (said,) = find_attributions(document, ())
    assert source(document, said) == "Reis"
    assert document.text[said.cue.start : said.cue.end] == "saying"
    assert said.via == ("the Courier",)


@pytest.mark.usefixtures("ends")
def test_an_endless_sentence_is_no_prose() -> None:
    words = ["said"] * 3000
    tree = " ".join(f"said/VBD/{i}/{'ccomp' if i else 'root'}" for i in range(len(words)))
    document = parsed(((" ".join(words), tree),))
    assert find_attributions(document, ()) == ()


def test_an_article_without_sentences_has_no_attributions() -> None:
    assert find_attributions(Document(Article(Source(file="a"), "", ())), ()) == ()


def test_initials_are_whose_they_are_and_those_that_ask_are_the_interviewer_s() -> None:
    about = ("Ada Okafor spoke.", "Ada/NNP/3/nsubj Okafor/NNP/1/flat spoke/VBD/0/root ././3/punct")
    question = (
        "HP: Did it hold?",
        "HP/NN/5/dep :/:/5/punct Did/VBD/5/aux it/PRP/5/nsubj hold/VB/0/root ?/./5/punct",
    )
    answer = ("AO: It held.", "AO/NN/4/dep :/:/4/punct It/PRP/4/nsubj held/VBD/0/root ././4/punct")
    document = parsed((about,), (question,), (answer,))
    (said,) = find_attributions(document, (actor(document, "Ada Okafor", (0, 0)),))
    assert (said.speaker, said.kind) == ("ada-okafor", "direct")
    assert contents(document, said) == ["It held."]


def test_who_is_labelled_in_full_at_first_is_heard_word_for_word_too() -> None:
    first = (
        "Ada Okafor: It held. It still does.",
        "Ada/NNP/5/dep Okafor/NNP/1/flat :/:/5/punct It/PRP/5/nsubj held/VBD/0/root ././5/punct"
        " It/PRP/9/nsubj still/RB/9/advmod does/VBZ/5/parataxis ././5/punct",
    )
    later = ("AO: It held.", "AO/NN/4/dep :/:/4/punct It/PRP/4/nsubj held/VBD/0/root ././4/punct")
    document = parsed((first,), *[(later,)] * 4)
    said = find_attributions(document, (actor(document, "Ada Okafor", (0, 0)),))
    assert [a.kind for a in said] == ["direct"] * 5
    assert contents(document, said[0]) == ["It held. It still does."]
