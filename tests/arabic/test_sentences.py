"""Sentences and their offsets."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.arabic.sentences import lines, split

from .test_letters import ARABIC_TEXT


@given(ARABIC_TEXT, st.data())
def test_sentences_are_ordered_disjoint_and_lose_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, kept = start, ""
    for first, last in split(text, start, end):
        assert before <= first < last <= end
        assert text[before:first].strip() == ""
        assert text[first:last] == text[first:last].strip()
        kept += text[first:last]
        before = last
    assert text[before:end].strip() == ""
    assert "".join(kept.split()) == "".join(text[start:end].split())


@given(ARABIC_TEXT)
def test_lines_are_stripped(text: str) -> None:
    for first, last in lines(text):
        assert text[first:last] == text[first:last].strip() != ""


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("قتل مدني. وأصيب آخر.", ["قتل مدني.", "وأصيب آخر."]),
        ("نزح 3.5 ملايين شخص. ثم عادوا", ["نزح 3.5 ملايين شخص.", "ثم عادوا"]),
        ("قال د. أحمد إن الهدنة صمدت.", ["قال د. أحمد إن الهدنة صمدت."]),
        ("ذكرت أ.ف.ب أن القصف توقف.", ["ذكرت أ.ف.ب أن القصف توقف."]),
        ("هل توقف القصف؟ لا! نعم…", ["هل توقف القصف؟", "لا!", "نعم…"]),
        ('قال "هذا دخول بري."، فيما نفى', ['قال "هذا دخول بري."، فيما نفى']),
        ("عنوان\n\nنص أول\u00a0. نص ثان", ["عنوان", "نص أول\u00a0.", "نص ثان"]),
        ("قصف الجيش العسكري.ووفقا للمصدر", ["قصف الجيش العسكري.", "ووفقا للمصدر"]),
        ("توقف القصف؛ ثم عاد.", ["توقف القصف؛ ثم عاد."]),
        ("رحل.. ولم يعد.", ["رحل..", "ولم يعد."]),
        ("قال «انتهت المعركة.» ثم غادر.", ["قال «انتهت المعركة.»", "ثم غادر."]),
        ("   ", []),
    ],
)
def test_split(text: str, sentences: list[str]) -> None:
    assert [text[first:last] for first, last in split(text)] == sentences


def test_a_long_line_of_short_sentences_is_linear() -> None:
    def seconds(count: int) -> float:
        text = "قتل مدني. " * count
        begin = time.process_time()
        assert sum(1 for _ in split(text)) == count
        return time.process_time() - begin

    seconds(200)
    assert seconds(40_000) < 4  # copying the rest of the line at each mark took minutes
