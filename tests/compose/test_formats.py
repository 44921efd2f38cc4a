"""Plural forms, digits, dates, lists and names of the two languages."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.amounts import UNITS
from briefing.compose.formats import LRI, PDI, RLI, Format, Words, country_name, is_plural
from briefing.settings import Settings

EN, AR, ARAB = Format("en"), Format("ar"), Format("ar", "arab")
ARAB_TO_ASCII = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789", "٬")


@pytest.mark.parametrize(
    ("n", "killed", "people", "families"),
    [
        (0, "صفر قتلى", "صفر أشخاص", "صفر عائلات"),
        (1, "قتيل واحد", "شخص واحد", "عائلة واحدة"),
        (2, "قتيلان", "شخصان", "عائلتان"),
        (3, "3 قتلى", "3 أشخاص", "3 عائلات"),
        (10, "10 قتلى", "10 أشخاص", "10 عائلات"),
        (11, "11 قتيلاً", "11 شخصاً", "11 عائلة"),
        (99, "99 قتيلاً", "99 شخصاً", "99 عائلة"),
        (100, "100 قتيل", "100 شخص", "100 عائلة"),
        (101, "101 قتيل", "101 شخص", "101 عائلة"),
        (103, "103 قتلى", "103 أشخاص", "103 عائلات"),
        (111, "111 قتيلاً", "111 شخصاً", "111 عائلة"),
        (400_000, "400,000 قتيل", "400,000 شخص", "400,000 عائلة"),
    ],
)
def test_six_plural_forms(n: int, killed: str, people: str, families: str) -> None:
    assert AR.plural("%(n)s killed", "%(n)s killed", n) == killed
    assert AR.plural("%(n)s person", "%(n)s people", n) == people
    assert AR.plural("%(n)s family", "%(n)s families", n) == families


def test_dual_in_the_genitive() -> None:
    assert AR.plural("%(n)s person", "%(n)s people", 2, context="genitive") == "شخصين"
    assert AR.plural("%(n)s home", "%(n)s homes", 2, context="genitive") == "منزلين"
    assert AR.plural("%(n)s child", "%(n)s children", 2) == "طفلان"


@given(n=st.integers(3, 10**9), unit=st.sampled_from(sorted(UNITS)))
def test_a_number_is_in_its_own_wording(n: int, unit: str) -> None:
    singular, plural = UNITS[unit]  # type: ignore[index]
    assert EN.plural(singular, plural, n).split()[0].replace(",", "") == str(n)
    for context in ("count", "genitive"):
        text = ARAB.plural(singular, plural, n, context=context)
        assert int(text.split()[0].translate(ARAB_TO_ASCII)) == n
        assert not any(char in "0123456789" for char in text)


@given(n=st.integers(3, 10**6))
def test_the_noun_follows_the_last_two_digits(n: int) -> None:
    noun = AR.plural("%(n)s home", "%(n)s homes", n).split()[1]
    last = n % 100
    assert noun == ("منازل" if 3 <= last <= 10 else "منزلاً" if last > 10 else "منزل")


@given(low=st.integers(0, 10**6), more=st.integers(1, 10**6))
def test_a_range_keeps_both_ends_in_order(low: int, more: int) -> None:
    assert EN.range(low, low + more) == f"{low:,}–{low + more:,}"
    shown = AR.range(low, low + more)
    assert shown == f"{LRI}{low:,}–{low + more:,}{PDI}"
    text = AR.plural("%(n)s person", "%(n)s people", low + more, shown=shown)
    assert shown in text


def test_digits_are_mapped_in_arabic_only() -> None:
    assert ARAB.number(1_234_567) == "١٬٢٣٤٬٥٦٧"
    assert Format("en", "arab").number(1234) == "1,234"
    assert ARAB.number_text("80%") == "٨٠٪"
    assert AR.number_text("٨٠٪") == "80%"
    assert EN.number_text("٣٫٥") == "3.5"


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ("levant", "19 تموز 2019"),
        ("gregorian", "19 يوليو 2019"),
        ("both", "19 تموز/يوليو 2019"),
    ],
)
def test_month_styles(months: str, expected: str) -> None:
    day = dt.date(2019, 7, 19)
    assert Format("ar", "latn", months).date(day) == expected
    assert EN.date(day, weekday=True) == "Friday, 19 July 2019"
    assert ARAB.date(day, weekday=True) == "الجمعة، ١٩ تموز/يوليو ٢٠١٩"
    assert EN.date(day, year=False) == "19 July"


def test_unknown_names_stay_arabic_and_are_isolated() -> None:
    assert EN.name("الجهة", None) == f"«{RLI}الجهة{PDI}»"
    assert EN.name("الجهة", "the body") == "the body"
    assert AR.name("NPA", "North Press") == f"{LRI}NPA{PDI}"
    assert AR.name("الجهة", "body") == "الجهة"


def test_lists() -> None:
    assert EN.join(["a", "b", "c"]) == "a, b and c"
    assert AR.join(["أ", "ب", "ج"]) == "أ وب وج"
    assert EN.semicolons(["a", "", "b"]) == "a; b"
    assert AR.commas(["أ", "ب"]) == "أ، ب"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Syrian air force", "the Syrian air force"),
        ("Russian Ministry of Defence", "the Russian Ministry of Defence"),
        ("National Front for Liberation", "the National Front for Liberation"),
        ("Tiger Forces", "the Tiger Forces"),
        ("government forces", "government forces"),
        ("armed opposition factions", "armed opposition factions"),
        ("Jaysh al-Izza", "Jaysh al-Izza"),
        ("Russia", "Russia"),
        ("United Nations", "the United Nations"),
        ("the Russians", "the Russians"),
    ],
)
def test_definite_article(name: str, expected: str) -> None:
    assert EN.the(name) == expected
    assert AR.the(name) == name


def test_plural_heads_take_a_plural_verb() -> None:
    assert is_plural("armed opposition factions")
    assert is_plural("fighters from the armed opposition")
    assert not is_plural("the Russian Ministry of Defence")
    assert not is_plural("United Nations")


def test_words_follow_the_settings() -> None:
    words = Words.of(Settings(digits="arab", months="levant"))
    both = words.both(lambda f: f.date(dt.date(2024, 3, 12)))
    assert (both.en, both.ar) == ("12 March 2024", "١٢ آذار ٢٠٢٤")


def test_countries_by_their_english_name() -> None:
    assert country_name("Syria") == "سوريا"
    assert country_name("Idlib governorate") is None
