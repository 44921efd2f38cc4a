"""Tokens with raw offsets and phrases found through clitics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.arabic.letters import fold
from briefing.arabic.tokens import PhraseMatcher, phrase_words, tokenize

from .test_letters import ARABIC_TEXT


@given(ARABIC_TEXT)
def test_offsets_are_raw_ordered_and_disjoint(text: str) -> None:
    before = 0
    for token in tokenize(text):
        assert before <= token.start < token.end <= len(text)
        assert token.raw == text[token.start : token.end]
        assert token.text
        assert token.text in fold(token.raw)
        before = token.end


@given(ARABIC_TEXT)
def test_nothing_visible_is_lost(text: str) -> None:
    kept = "".join(token.text for token in tokenize(text))
    assert kept == "".join(fold(text).split())


@given(ARABIC_TEXT, st.data())
def test_a_stretch_has_the_offsets_of_the_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for token in tokenize(text, start, end):
        assert start <= token.start < token.end <= end
        assert text[token.start : token.end] == token.raw


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قصفت 1,200 قذيفة.", ["قصفت", "1,200", "قذيفه", "."]),
        ("بـ400 صاروخ", ["ب", "400", "صاروخ"]),
        ("٣٫٥ ملايين", ["3٫5", "ملايين"]),
        ("في 2019/7/18", ["في", "2019/7/18"]),
        ("«قال»،", ["«", "قال", "»", "،"]),
        ("صلى ﷺ هنا", ["صلي", "صلياللهعليهوسلم", "هنا"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


def matcher() -> PhraseMatcher[str]:
    found: PhraseMatcher[str] = PhraseMatcher()
    found.add("الجيش السوري", "army")
    found.add("جيش", "an army")
    found.add("وزارة الدفاع", "ministry")
    found.add("ما لا يقل عن", "at least")
    return found


@pytest.mark.parametrize(
    ("text", "value", "surface", "prefix"),
    [
        ("قال الجيش السوري", "army", "الجيش السوري", ""),
        ("وللجيش السوري", "army", "لجيش السوري", "ول"),
        ("للجَيش السوري", "army", "لجَيش السوري", "ل"),
        ("والجيش", "an army", "جيش", "وال"),
        ("لوزارةِ الدِّفاعِ", "ministry", "وزارةِ الدِّفاعِ", "ل"),
        ("بما لا يقل عن 3", "at least", "ما لا يقل عن", "ب"),
    ],
)
def test_phrases(text: str, value: str, surface: str, prefix: str) -> None:
    (match,) = matcher().find(tokenize(text))
    assert (match.value, match.prefix) == (value, prefix)
    assert text[match.start : match.end] == surface


def test_first_value_wins_and_remove_forgets() -> None:
    found = matcher()
    found.add("جيش", "second")
    tokens = tokenize("جيش")
    assert [m.value for m in found.find(tokens)] == ["an army"]
    assert len(found) == 5
    found.remove("جيش")
    assert not list(found.find(tokens))
    found.remove("غائب")
    found.add("  ", "nothing")
    assert len(found) == 3


def test_prefixes_can_be_limited() -> None:
    tokens = tokenize("بالجيش")
    assert matcher().match_at(tokens, 0) is not None
    assert matcher().match_at(tokens, 0, frozenset({"", "و"})) is None


@given(ARABIC_TEXT)
def test_matches_hold_their_phrase(text: str) -> None:
    spaced = text + " وللجيش السوري " + text
    for match in matcher().find(tokenize(spaced)):
        assert 0 <= match.start < match.end <= len(spaced)
        assert match.first < match.last


def test_phrase_words() -> None:
    assert phrase_words(["أمس", "أَمس"]) == frozenset({"امس"})
