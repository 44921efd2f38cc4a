from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.translate.english_numbers import find_numbers

_WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen - - twenty thirty forty fifty sixty seventy eighty
ninety"""
_ONES = _WORDS.split()[:20]
_TENS = _WORDS.split()[20:]


def spell(number: int) -> str:
    """The English words of a number, as a newspaper writes them."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, one = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[one]}" if one else "")
    for scale, name in (
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if number >= scale:
            head, rest = divmod(number, scale)
            tail = ""
            if rest:
                tail = (" and " if rest < 100 else " ") + spell(rest)
            return f"{spell(head)} {name}{tail}"
    raise AssertionError(number)


def values(text: str) -> list[Fraction]:
    return [number.value for number in find_numbers(text)]


@given(st.integers(0, 10**12 - 1))
def test_spelt_numbers_are_read_back(number: int) -> None:
    text = f"They counted {spell(number)} people."
    found = find_numbers(text)
    assert [n.value for n in found] == [number]
    assert text[found[0].start : found[0].end] == spell(number)


@given(st.integers(0, 10**15))
def test_digits_are_read_back(number: int) -> None:
    assert values(f"a total of {number:,} homes") == [number]
    assert values(f"a total of {number} homes") == [number]


@given(st.text(max_size=80))
def test_any_text_is_read_without_trouble(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5 million", [1_500_000]),
        ("one and a half million", [1_500_000]),
        ("a million and a half", [1_500_000]),
        ("half a million", [500_000]),
        ("400 thousand", [400_000]),
        ("a hundred and one", [101]),
        ("nine or ten, five and six", [9, 10, 5, 6]),
        ("twenty five thousand two hundred and three", [25_203]),
        ("two dozen", [24]),
        ("a 16-year-old, a sixteen-year-old", [16, 16]),
        ("an F-16 at 10:30", [16, 10, 30]),
        ("$5bn", [5 * 10**9]),
        ("5m away", [5]),
        ("in the 1990s", [1990]),
        ("the twenty-first and the 21st", [21, 21]),
        ("the two hundredth anniversary", [200]),
        ("someone is alone, often, tent, height", []),
        ("he scores; the forces", []),
        ("٤٠٠ ألف", [400]),
    ],
)
def test_values(text: str, expected: list[int]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("dozens of", 10), ("several hundred", 100), ("tens of thousands", 10_000),
        ("hundreds of thousands", 100_000), ("a few thousand", 1000), ("scores of", 10),
        ("several hundred thousand", 100_000),
    ],
)  # fmt: skip
def test_vague_amounts(text: str, scale: int) -> None:
    assert [(n.value, n.kind) for n in find_numbers(text)] == [(scale, "vague")]


def test_percent() -> None:
    text = "30%, 30 per cent, thirty percent, 3.5 percentage points and 30 people"
    found = find_numbers(text)
    assert [n.percent for n in found] == [True, True, True, True, False]
    assert found[3].value == Fraction(7, 2)
    assert [n.percent for n in find_numbers("10 to 20 per cent")] == [True, True]


def test_a_scale_said_once_for_two() -> None:
    first, second = find_numbers("between 10 and 20 thousand")
    assert (first.value, first.also, second.value) == (10, 10_000, 20_000)
