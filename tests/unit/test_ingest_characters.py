from __future__ import annotations

import pytest

from generator.ingest.characters import tidy


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("cafe\u0301", "café"),
        ("70\u00a0metres\u2009of\those", "70 metres of hose"),
        ("har\u00adbour \u200bmas\ufeffter", "harbour master"),
        ("  a  \n  b ", "a\nb"),
        ("it\u0092s", "it’s"),
        ("\u202eabc\u202c", "abc"),
        ("CafÃ© Orlo, Â£5 â€” itâ€™s", "Café Orlo, £5 — it’s"),
        ("PÃ © rez and JosÃ © ran to AragÃ ³ n", "Pérez and José ran to Aragón"),
        ("SÃO PAULO on Halm. com", "SÃO PAULO on Halm.com"),
    ],
)
def test_text_is_folded(dirty: str, clean: str) -> None:
    assert tidy(dirty, "a.txt") == (clean, ())


def test_joiners_that_shape_words_stay() -> None:
    assert tidy("می\u200cخواهم 👩\u200d🚒", "a.txt")[0] == "می\u200cخواهم 👩\u200d🚒"


def test_control_characters_go_with_a_warning() -> None:
    text, (warning,) = tidy("a\0b\x07c\ud800", "seeds/a.txt")
    assert text == "abc"
    assert warning == "seeds/a.txt: 3 control characters were left out of the text."
