"""Whether an article is in English."""

import pytest

from generator.language import is_english
from generator.model import Article, Source

OTHERS = (
    "Die Hafenbrücke wird am Montag für Lastwagen gesperrt, sagte die Ministerin am Dienstag. Zwei "
    "Träger haben Risse, und die Reparatur wird wohl sechs Wochen dauern. Die Stadt will zahlen.",
    "Le pont du port sera fermé aux camions lundi, a annoncé mardi la ministre. Deux poutres sont "
    "fissurées et les travaux dureront six semaines. On ne sait pas encore qui paiera.",
    "De havenbrug gaat maandag dicht voor vrachtwagens, zei de minister dinsdag. Er zijn scheuren "
    "in twee balken en het herstel duurt zes weken of meer. De stad had om uitstel gevraagd.",
    "Мост в порту закроют для грузовиков в понедельник, сообщила министр во вторник. В двух балках "
    "нашли трещины, ремонт займёт шесть недель. Кто за это заплатит, пока не известно никому.",
)


def article(text: str) -> Article:
    return Article(Source(language="en"), text, ())


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_are_told_from_english_whatever_a_page_states(text: str):
    assert not is_english(article(text))


@pytest.mark.parametrize(
    "text",
    [
        "The harbour bridge will close to lorries on Monday, the minister said on Tuesday. Two "
        "beams have cracks, and repairs will take six weeks.",
        "Results: Port Ellis 3, Merrin 1. Lorn 2, Sandholm 2. Scorers: Marsh, Vogt, Brae. Two sent "
        "off in the first half of a bad-tempered match that United had to win.",
        "Mayor resigns. Police are looking into expenses.",
    ],
)
def test_english_is_recognised_and_what_is_too_short_to_tell_counts_as_such(text: str):
    assert is_english(article(text))
