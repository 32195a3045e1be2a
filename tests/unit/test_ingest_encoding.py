from __future__ import annotations

import codecs

import pytest

from generator.errors import SeedError
from generator.ingest.encoding import decode

TEXT = "The café in Malmö stayed “shut” – for now. " * 3


def test_utf8_needs_no_warning() -> None:
    decoded = decode(TEXT.encode(), "seeds/a.txt")
    assert (decoded.text, decoded.encoding, decoded.warnings) == (TEXT, "utf-8", ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_byte_order_mark_decides_and_goes(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + TEXT.encode(encoding), "seeds/a.txt")
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "seeds/a.txt").text == TEXT


def test_declared_charset_of_a_page_is_used() -> None:
    page = f'<meta charset="iso-8859-2"><p>{"Łódź is shut. " * 5}</p>'
    decoded = decode(page.encode("iso-8859-2"), "seeds/a.html")
    assert "Łódź" in decoded.text
    assert not decoded.warnings


def test_latin_1_is_read_as_browsers_do() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=latin1">' + TEXT
    assert "“shut”" in decode(page.encode("cp1252"), "seeds/a.html").text


def test_utf8_wins_over_a_wrong_declaration() -> None:
    page = f'<meta charset="windows-1251"><p>{TEXT}</p>'
    assert TEXT in decode(page.encode(), "seeds/a.html").text


def test_windows_1252_is_a_last_resort_and_names_the_file() -> None:
    decoded = decode(TEXT.encode("cp1252"), "seeds/a.txt")
    assert decoded.text == TEXT
    assert decoded.encoding == "windows-1252"
    (warning,) = decoded.warnings
    assert warning.startswith("seeds/a.txt: ")


@pytest.mark.parametrize("charset", ["utf-7", "rot13", "hex", "no-such", "utf-16"])
def test_a_charset_that_is_none_is_passed_over(charset: str) -> None:
    page = f'<meta charset="{charset}"><p>{TEXT}</p>'
    assert "café" in decode(page.encode("cp1252"), "seeds/a.html").text


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 " + bytes(range(256)), "a PDF"),
        (b"PK\x03\x04" + bytes(99), "ZIP or Word"),
        (bytes(range(256)) * 8, "is not text"),
        (bytes(4000), "is not text"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(raw: bytes, what: str) -> None:
    with pytest.raises(SeedError, match=what) as caught:
        decode(raw, "seeds/a.txt")
    assert caught.value.at is not None
    assert str(caught.value).startswith("seeds/a.txt: ")
    assert caught.value.fix


def test_one_stray_control_character_is_no_reason_to_refuse() -> None:
    assert decode(b"A\0 note.", "seeds/a.txt").text == "A\0 note."
