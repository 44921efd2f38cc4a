"""Folding, its offset map, and the readings of clitics."""

from __future__ import annotations

import doctest
import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.arabic.letters import arabic_share, ascii_digits, fold, fold_map, strip_forms

#: Letters, marks, digits, spaces and the odd characters that feeds and PDFs bring along.
ARABIC_TEXT = st.text(
    st.one_of(
        st.sampled_from(list("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآٱىةؤئ")),
        st.sampled_from(list("\u064b\u064e\u0651\u0652\u0670\u0640\u200f\u202b\u2066\ufeff\u00ad")),
        st.sampled_from(list(" \n\u00a0\u202f.،؛؟!:()[]«»\"'“”-–/%,٬٫0123456789٠٩۴")),
        st.sampled_from(list("ﷺﷲﻻﺍﹰﷴİßABZaz")),
        st.characters(),
    ),
    max_size=80,
)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("إدلِـب", "ادلب"),
        ("مئة وثلاثمائة", "ميه وثلاثمايه"),
        ("آب أغسطس", "اب اغسطس"),
        ("١٢٣ ۴۵", "123 45"),
        ("ﻻ", "لا"),
        ("ﷲ", "الله"),
        ("قُتِلَ\u00a0رَجُلٌ", "قتل رجل"),
        ("مستشفى", "مستشفي"),
        ("NPA", "npa"),
        ("", ""),
    ],
)
def test_fold(raw: str, folded: str) -> None:
    assert fold(raw) == folded


@given(ARABIC_TEXT)
def test_map_is_monotone_and_covers(text: str) -> None:
    folded = fold_map(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert folded.origin[-1] == len(text)
    assert all(0 <= at < len(text) for at in folded.origin[:-1])


@given(ARABIC_TEXT)
def test_every_folded_character_comes_from_its_raw_one(text: str) -> None:
    folded = fold_map(text)
    for index, char in enumerate(folded.text):
        assert char in fold(text[folded.origin[index]])


@given(ARABIC_TEXT)
def test_fold_of_fold_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(ARABIC_TEXT, st.data())
def test_raw_span_folds_to_the_folded_span(text: str, data: st.DataObject) -> None:
    folded = fold_map(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    raw_start, raw_end = folded.raw_span(start, end)
    assert 0 <= raw_start <= raw_end <= len(text)
    assert folded.text[start:end] in fold(text[raw_start:raw_end])


@given(ARABIC_TEXT)
def test_ascii_digits_keeps_offsets(text: str) -> None:
    assert len(ascii_digits(text)) == len(text)


def test_raw_span_takes_the_marks_of_the_last_letter() -> None:
    text = "قتل شخصٌ آخر"
    folded = fold_map(text)
    start, end = folded.raw_span(4, 7)
    assert text[start:end] == "شخصٌ"


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("وبالقصف", ("وبال", "قصف")),
        ("للجيش", ("ل", "الجيش")),
        ("للجيش", ("لل", "جيش")),
        ("وقال", ("و", "قال")),
        ("الجيش", ("ال", "جيش")),
        ("والد", ("", "والد")),
        ("كالعاده", ("كال", "عاده")),
    ],
)
def test_strip_forms(word: str, reading: tuple[str, str]) -> None:
    assert reading in strip_forms(word)


@pytest.mark.parametrize("word", ["ال", "و", "بل", "ولد", "الف"])
def test_strip_forms_keeps_two_letters(word: str) -> None:
    assert all(len(rest) >= 2 or rest == word for _, rest in strip_forms(word))
    assert strip_forms(word)[0] == ("", word)


def test_arabic_share() -> None:
    assert arabic_share("سلام") == 1.0
    assert arabic_share("abcd سلام") == 0.5
    assert arabic_share("123 !") == 0.0


@pytest.mark.parametrize(
    "name", ["letters", "tokens", "sentences", "number_words", "numbers", "dates"]
)
def test_examples_in_docstrings(name: str) -> None:
    module = importlib.import_module(f"briefing.arabic.{name}")
    assert doctest.testmod(module).failed == 0
