from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.extract.quotation_marks import find_quotations
from generator.extract.speech.quoted_words import inner

TYPED = st.text(alphabet=st.sampled_from("ab S.,?:'\"“”‘’«»„ \n\u00a0-—5"), max_size=120)


@given(TYPED | st.text(max_size=80))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    pieces = [piece for quotation in find_quotations(text) for piece in quotation.pieces]
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces)
    assert all(a.end <= b.start for a, b in pairwise(pieces))


@given(TYPED)
def test_inner_words_lie_in_their_piece(text: str) -> None:
    for quotation in find_quotations(text):
        for piece in quotation.pieces:
            words = inner(text, piece)
            assert piece.start <= words.start <= words.end <= piece.end
