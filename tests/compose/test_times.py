"""Times: what the words say, what the date says, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.formats import PDI, RLI, Format
from briefing.compose.times import article_weekday, in_sentence, parse_iso, read, wording
from briefing.model import ArticleDate

EN, AR = Format("en"), Format("ar")
NONE = ArticleDate()
FRIDAY = ArticleDate(weekday="Friday", basis="weekday")
DAY = dt.date(2019, 7, 19)


@pytest.mark.parametrize(
    ("surface", "en", "ar"),
    [
        ("صباح اليوم الجمعة", "Friday morning", "صباح الجمعة"),
        ("فجر السبت", "dawn on Saturday", "فجر السبت"),
        ("عقب منتصف ليل أمس", "after midnight", "عقب منتصف الليل"),
        ("مساء يوم الأحد", "Sunday evening", "مساء الأحد"),
        ("خلال الفترة المقبلة", "in the coming period", "خلال الفترة المقبلة"),
        ("بشكل يومي", "daily", "يومياً"),
        ("خلال الساعات الـ48 الماضية", "over the past 48 hours", "خلال الساعات الـ48 الماضية"),
        ("منذ مساء الخميس", "since Thursday evening", "منذ مساء الخميس"),
        ("العام الماضي", "last year", "العام الماضي"),
    ],
)
def test_understood_words(surface: str, en: str, ar: str) -> None:
    assert wording(EN, surface, None, NONE, None) == en
    assert wording(AR, surface, None, NONE, None) == ar


def test_relative_days_need_a_day_to_stand_on() -> None:
    assert wording(EN, "صباح اليوم", None, FRIDAY, None) == "Friday morning"
    assert wording(EN, "مساء أمس", None, FRIDAY, None) == "Thursday evening"
    assert wording(AR, "مساء أمس", None, FRIDAY, None) == "مساء الخميس"
    assert wording(EN, "مساء أمس", None, NONE, None) == "evening of the day before"
    assert wording(AR, "مساء أمس", None, NONE, None) == "مساء أمس"


def test_a_word_that_is_not_understood_leaves_all_of_it_in_arabic() -> None:
    surface = "صباح يوم العاصفة"
    assert read(surface) is None
    assert wording(EN, surface, None, NONE, None) == f"«{RLI}{surface}{PDI}»"
    assert wording(AR, surface, None, NONE, None) == surface


def test_the_date_is_added_when_it_is_not_the_day_of_the_briefing() -> None:
    args = ("مساء أمس", "2019-07-18TEV", FRIDAY)
    assert wording(EN, *args, dt.date(2019, 7, 18)) == "Thursday evening"
    assert wording(EN, *args, DAY) == "Thursday evening (18 July)"
    assert wording(AR, *args, DAY) == "مساء الخميس (18 تموز/يوليو)"
    assert wording(EN, *args, dt.date(2020, 1, 1)) == "Thursday evening (18 July 2019)"


def test_iso_alone() -> None:
    surface = "في الثامن عشر منه"
    assert wording(EN, surface, "2019-07-18", NONE, DAY) == "Thursday (18 July)"
    assert wording(EN, surface, "2019-07-18TMO", NONE, DAY) == "Thursday morning (18 July)"
    assert wording(AR, surface, "2019-07-18TMO", NONE, DAY) == "صباح الخميس (18 تموز/يوليو)"
    assert wording(EN, surface, "2019-07", NONE, DAY) == "July 2019"
    assert wording(EN, surface, "2019-07-01/2019-07-05", NONE, DAY) == "1 July 2019 – 5 July 2019"
    midnight = wording(EN, "عقب منتصف ليل أمس", "2019-07-19T00:00/..", FRIDAY, DAY)
    assert midnight == "after midnight"


@pytest.mark.parametrize(
    ("surface", "en", "ar"),
    [
        ("الاثنين 22 تشرين الثاني/ نوفمبر", "Monday (22 November)",
         "الاثنين (22 تشرين الثاني/نوفمبر)"),
        ("في 3 آذار 2021", "3 March 2021", "3 آذار/مارس 2021"),
        ("خلال يوليو الحالي", "July", "تموز/يوليو"),
        ("أيلول/سبتمبر 2018", "September 2018", "أيلول/سبتمبر 2018"),
        ("في 45 آذار", None, None),
    ],
)  # fmt: skip
def test_a_date_is_worded_as_far_as_it_is_said(
    surface: str, en: str | None, ar: str | None
) -> None:
    assert wording(EN, surface, None, NONE, None) == (en or f"«{RLI}{surface}{PDI}»")
    assert wording(AR, surface, None, NONE, None) == (ar or surface)


@pytest.mark.parametrize("value", [None, "", "soon", "2019-13-01", "2019-02-30", "19/7/2019"])
def test_what_is_not_iso(value: str | None) -> None:
    assert parse_iso(value) is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(["", "TMO", "TNI"]))
def test_every_iso_date_is_read(day: dt.date, part: str) -> None:
    moment = parse_iso(day.isoformat() + part)
    assert moment is not None
    assert moment.day == day


def test_in_a_sentence() -> None:
    assert in_sentence(EN, "Friday morning") == "on Friday morning"
    assert in_sentence(EN, "July 2019") == "in July 2019"
    assert in_sentence(EN, "after midnight") == "after midnight"
    assert in_sentence(AR, "صباح الجمعة") == "صباح الجمعة"


def test_weekday_of_an_article() -> None:
    assert article_weekday(ArticleDate(value="2019-07-19", basis="stated")) == 4
    assert article_weekday(ArticleDate(weekday="الجمعة", basis="weekday")) == 4
    assert article_weekday(FRIDAY) == 4
    assert article_weekday(NONE) is None
