"""Time expressions: what they say by a reference date; the examples are made up."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.arabic.date_parts import add_days, add_months, hijri_date, hijri_month, safe_date
from briefing.arabic.dates import TimeExpression, find_date, find_times, weekday_of
from briefing.arabic.tokens import tokenize

from .test_letters import ARABIC_TEXT

FRIDAY = date(2019, 7, 19)


def only(text: str, reference: date | None = FRIDAY) -> TimeExpression:
    (found,) = find_times(text, reference)
    return found


#: The text, the expression in it, ISO value, precision, relation; reference 19 July 2019.
TIMES = [
    # days by their distance
    ("قصفت اليوم بلدة", "اليوم", "2019-07-19", "day", "current"),
    ("هذا اليوم", "هذا اليوم", "2019-07-19", "day", "current"),
    ("زار أمس المخيم", "أمس", "2019-07-18", "day", "past"),
    ("زار يوم أمس المخيم", "يوم أمس", "2019-07-18", "day", "past"),
    ("وصل البارحة", "البارحة", "2019-07-18", "day", "past"),
    ("كما حدث بالأمس", "الأمس", "2019-07-18", "day", "past"),
    ("وصل أول أمس", "أول أمس", "2019-07-17", "day", "past"),
    ("وصل أول من أمس", "أول من أمس", "2019-07-17", "day", "past"),
    ("وصل أمس الأول", "أمس الأول", "2019-07-17", "day", "past"),
    ("يصل غداً", "غداً", "2019-07-20", "day", "future"),
    ("يصل غدا السبت", "غدا السبت", "2019-07-20", "day", "future"),
    ("يصل بعد غد", "بعد غد", "2019-07-21", "day", "future"),
    ("يصل بعد غد الأحد", "بعد غد الأحد", "2019-07-21", "day", "future"),
    # weekdays
    ("وصل يوم الجمعة", "يوم الجمعة", "2019-07-19", "day", "current"),
    ("وصل الجمعة الماضي", "الجمعة الماضي", "2019-07-12", "day", "past"),
    ("وصل الخميس الماضي", "الخميس الماضي", "2019-07-18", "day", "past"),
    ("وصل الإثنين", "الإثنين", "2019-07-15", "day", "past"),
    ("وصل الاثنين", "الاثنين", "2019-07-15", "day", "past"),
    ("وصل الثلثاء", "الثلثاء", "2019-07-16", "day", "past"),
    ("وصل الأربعا", "الأربعا", "2019-07-17", "day", "past"),
    ("والأحد وصل", "الأحد", "2019-07-14", "day", "past"),
    ("يصل الخميس المقبل", "الخميس المقبل", "2019-07-25", "day", "future"),
    ("يصل يوم الجمعة القادم", "يوم الجمعة القادم", "2019-07-26", "day", "future"),
    ("اليوم الجمعة", "اليوم الجمعة", "2019-07-19", "day", "current"),
    ("اليوم (الجمعة)", "اليوم (الجمعة)", "2019-07-19", "day", "current"),
    ("اليوم، الجمعة 19 من تموز", "اليوم، الجمعة 19 من تموز", "2019-07-19", "day", "current"),
    ("أمس الخميس", "أمس الخميس", "2019-07-18", "day", "past"),
    ("أمس الأربعاء", "أمس الأربعاء", "2019-07-17", "day", "past"),
    ("أول أمس الأربعاء", "أول أمس الأربعاء", "2019-07-17", "day", "past"),
    ("كل جمعة", "كل جمعة", None, "vague", "current"),
    ("أيام الجمعة", "أيام الجمعة", None, "vague", "current"),
    # parts of the day
    ("صباح اليوم الجمعة", "صباح اليوم الجمعة", "2019-07-19TMO", "part_of_day", "current"),
    ("مساء أمس الخميس", "مساء أمس الخميس", "2019-07-18TEV", "part_of_day", "past"),
    ("ظهر السبت", "ظهر السبت", "2019-07-13TAF", "part_of_day", "past"),
    ("عصر أمس", "عصر أمس", "2019-07-18TAF", "part_of_day", "past"),
    ("فجر السبت", "فجر السبت", "2019-07-13TMO", "dawn", "past"),
    ("بعد ظهر اليوم", "بعد ظهر اليوم", "2019-07-19TAF", "part_of_day", "current"),
    ("ليل الخميس", "ليل الخميس", "2019-07-18TNI", "part_of_day", "past"),
    ("ليلة أمس", "ليلة أمس", "2019-07-18TNI", "part_of_day", "past"),
    ("منتصف ليل أمس", "منتصف ليل أمس", "2019-07-18TNI", "part_of_day", "past"),
    ("عقب منتصف ليل أمس", "عقب منتصف ليل أمس", "2019-07-19", "day", "current"),
    ("قصف الليلة الماضية", "الليلة الماضية", "2019-07-18TNI", "part_of_day", "past"),
    ("قصف الليلة الفائتة", "الليلة الفائتة", "2019-07-18TNI", "part_of_day", "past"),
    ("ساعات الصباح الأولى من اليوم", "ساعات الصباح الأولى من اليوم", "2019-07-19TMO",
     "part_of_day", "current"),
    ("وقت متأخر من مساء السبت", "وقت متأخر من مساء السبت", "2019-07-13TEV", "part_of_day", "past"),
    ("صباح غد السبت", "صباح غد السبت", "2019-07-20TMO", "part_of_day", "future"),
    # calendar dates
    ("في 18 تموز/يوليو 2019", "18 تموز/يوليو 2019", "2019-07-18", "day", "past"),
    ("في ١٨ تموز ٢٠١٩", "١٨ تموز ٢٠١٩", "2019-07-18", "day", "past"),
    ("18 يوليو/ تموز", "18 يوليو/ تموز", "2019-07-18", "day", "past"),
    ("5 يوليو (تموز) 2018", "5 يوليو (تموز) 2018", "2018-07-05", "day", "past"),
    ("18 كانون الثاني - يناير 2018", "18 كانون الثاني - يناير 2018", "2018-01-18", "day", "past"),
    ("13 من أيار 2022", "13 من أيار 2022", "2022-05-13", "day", "future"),
    ("و30 مارس 2017", "30 مارس 2017", "2017-03-30", "day", "past"),
    ("12 ابريل 2017", "12 ابريل 2017", "2017-04-12", "day", "past"),
    ("11اغسطس/آب 2018", "11اغسطس/آب 2018", "2018-08-11", "day", "past"),
    ("في 3 جويلية 2019", "3 جويلية 2019", "2019-07-03", "day", "past"),
    ("في 3 أوت 2018", "3 أوت 2018", "2018-08-03", "day", "past"),
    ("في 3 فيفري 2018", "3 فيفري 2018", "2018-02-03", "day", "past"),
    ("في 3 ماي 2018", "3 ماي 2018", "2018-05-03", "day", "past"),
    ("في 5 غشت 2018", "5 غشت 2018", "2018-08-05", "day", "past"),
    ("في 5 دجنبر 2018", "5 دجنبر 2018", "2018-12-05", "day", "past"),
    ("في 24 شباط الماضي", "24 شباط الماضي", "2019-02-24", "day", "past"),
    ("في 24 كانون الأول الماضي", "24 كانون الأول الماضي", "2018-12-24", "day", "past"),
    ("في 24 تشرين الثاني المقبل", "24 تشرين الثاني المقبل", "2019-11-24", "day", "future"),
    ("الثاني عشر من أغسطس/آب الجاري", "الثاني عشر من أغسطس/آب الجاري", "2019-08-12",
     "day", "future"),
    ("الحادي والعشرين من آذار", "الحادي والعشرين من آذار", "2019-03-21", "day", "past"),
    ("العشرين من أيار 2018", "العشرين من أيار 2018", "2018-05-20", "day", "past"),
    ("في الثاني من الشهر الجاري", "الثاني من الشهر الجاري", "2019-07-02", "day", "past"),
    ("في 25 من الشهر الماضي", "25 من الشهر الماضي", "2019-06-25", "day", "past"),
    ("الجمعة 19 تموز 2019", "الجمعة 19 تموز 2019", "2019-07-19", "day", "current"),
    ("في 30 تموز", "30 تموز", "2019-07-30", "day", "future"),
    ("في 30 تشرين الأول", "30 تشرين الأول", "2018-10-30", "day", "past"),
    ("31 شباط 2019", "31 شباط 2019", None, "day", "past"),
    ("5-10 آذار 2018", "5-10 آذار 2018", "2018-03-05/2018-03-10", "interval", "past"),
    ("بين 5 و10 تموز 2019", "5 و10 تموز 2019", "2019-07-05/2019-07-10", "interval", "past"),
    ("2019/7/18", "2019/7/18", "2019-07-18", "day", "past"),
    ("18/7/2019", "18/7/2019", "2019-07-18", "day", "past"),
    ("7/18/2019", "7/18/2019", "2019-07-18", "day", "past"),
    ("18-07-2019", "18-07-2019", "2019-07-18", "day", "past"),
    ("2019-07-18", "2019-07-18", "2019-07-18", "day", "past"),
    ("18.7.2019", "18.7.2019", "2019-07-18", "day", "past"),
    ("١٨/٧/٢٠١٩", "١٨/٧/٢٠١٩", "2019-07-18", "day", "past"),
    # hijri
    ("15 ذو القعدة 1440", "15 ذو القعدة 1440", "2019-07-18", "day", "past"),
    ("16 ذي القعدة 1440 هـ", "16 ذي القعدة 1440 هـ", "2019-07-19", "day", "current"),
    ("15 محرم 1441 هـ", "15 محرم 1441 هـ", "2019-09-14", "day", "future"),
    ("رمضان 1440", "رمضان 1440", "2019-05-06/2019-06-03", "interval", "past"),
    ("31 رجب 1440", "31 رجب 1440", None, "day", "past"),
    # months and years
    ("في يناير (كانون الثاني)", "يناير (كانون الثاني)", "2019-01", "month", "past"),
    ("في شهر أبريل/نيسان 2010", "شهر أبريل/نيسان 2010", "2010-04", "month", "past"),
    ("فبراير شباط", "فبراير شباط", "2019-02", "month", "past"),
    ("في مارس 2017", "مارس 2017", "2017-03", "month", "past"),
    ("في آذار الماضي", "آذار الماضي", "2019-03", "month", "past"),
    ("في أكتوبر/تشرين الأول الماضي", "أكتوبر/تشرين الأول الماضي", "2018-10", "month", "past"),
    ("خلال تموز الحالي", "خلال تموز الحالي", "2019-07", "month", "current"),
    ("مطلع نيسان الماضي", "مطلع نيسان الماضي", "2019-04", "month", "past"),
    ("الشهر الماضي", "الشهر الماضي", "2019-06", "month", "past"),
    ("مطلع الشهر الجاري", "مطلع الشهر الجاري", "2019-07", "month", "current"),
    ("نهاية الشهر", "نهاية الشهر", "2019-07", "month", "current"),
    ("عام 2009", "عام 2009", "2009", "year", "past"),
    ("لعام 2005", "عام 2005", "2005", "year", "past"),
    ("نهاية عام 2017", "نهاية عام 2017", "2017", "year", "past"),
    ("صيف 2014", "صيف 2014", "2014", "year", "past"),
    ("في 2018.", "2018", "2018", "year", "past"),
    ("العام الماضي", "العام الماضي", "2018", "year", "past"),
    ("العام ما قبل الماضي", "العام ما قبل الماضي", "2017", "year", "past"),
    ("هذا العام", "هذا العام", "2019", "year", "current"),
    ("أواخر العام المقبل", "أواخر العام المقبل", "2020", "year", "future"),
    ("عامي 2017 و2018", "عامي 2017 و2018", "2017/2018", "interval", "past"),
    ("بين 2017 و2020، نزحوا", "2017 و2020", "2017/2020", "interval", "current"),
    # weeks, durations, vague periods
    ("الأسبوع الماضي", "الأسبوع الماضي", "2019-07-08/2019-07-14", "interval", "past"),
    ("هذا الأسبوع", "هذا الأسبوع", "2019-07-15/2019-07-21", "interval", "current"),
    ("الأسبوع المقبل", "الأسبوع المقبل", "2019-07-22/2019-07-28", "interval", "future"),
    ("خلال الساعات الـ48 الماضية", "خلال الساعات الـ48 الماضية", "2019-07-17/2019-07-19",
     "interval", "current"),
    ("خلال الـ24 ساعة الماضية", "خلال الـ24 ساعة الماضية", "2019-07-18/2019-07-19",
     "interval", "current"),
    ("خلال الأيام الثلاثة الماضية", "خلال الأيام الثلاثة الماضية", "2019-07-16/2019-07-19",
     "interval", "current"),
    ("في الاسبوعين الاخيرين", "الاسبوعين الاخيرين", "2019-07-05/2019-07-19", "interval",
     "current"),
    ("منذ أسبوع", "منذ أسبوع", "2019-07-12/2019-07-19", "interval", "current"),
    ("منذ شهرين", "منذ شهرين", "2019-05-19/2019-07-19", "interval", "current"),
    ("منذ 7 سنوات", "منذ 7 سنوات", "2012-07-19/2019-07-19", "interval", "current"),
    ("منذ أكثر من 7 سنوات", "منذ أكثر من 7 سنوات", None, "vague", "current"),
    ("منذ مساء الثلاثاء", "منذ مساء الثلاثاء", "2019-07-16/2019-07-19", "interval", "current"),
    ("منذ أيلول 2014", "منذ أيلول 2014", "2014-09/2019-07-19", "interval", "current"),
    ("منذ بداية العام الحالي", "منذ بداية العام الحالي", "2019-01-01/2019-07-19", "interval",
     "current"),
    ("قبل أسبوع", "قبل أسبوع", "2019-07-12", "day", "past"),
    ("قبل ثلاثة أيام", "قبل ثلاثة أيام", "2019-07-16", "day", "past"),
    ("قبل شهر", "قبل شهر", "2019-06", "month", "past"),
    ("قبل عامين", "قبل عامين", "2017", "year", "past"),
    ("قبل أيام", "قبل أيام", None, "vague", "past"),
    ("قبل ثلاثة أيام من الانتخابات", "قبل ثلاثة أيام", None, "vague", "past"),
    ("خلال الفترة المقبلة", "خلال الفترة المقبلة", None, "vague", "future"),
    ("خلال السنوات الماضية", "خلال السنوات الماضية", None, "vague", "past"),
    ("في الأيام القليلة الماضية", "الأيام القليلة الماضية", None, "vague", "past"),
    ("بشكل يومي", "بشكل يومي", None, "vague", "current"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "normalised", "precision", "relation"), TIMES)
def test_time(
    text: str, surface: str, normalised: str | None, precision: str, relation: str
) -> None:
    found = only(text)
    assert text[found.start : found.end] == surface
    assert (found.normalised, found.precision, found.relation) == (
        normalised,
        precision,
        relation,
    )


@pytest.mark.parametrize(
    "text",
    [
        "مارس العنف ضد السكان",
        "أب لثلاثة أطفال",
        "رجب طيب أردوغان",
        "شعبان ومحرم وجوان أسماء",
        "اليوم العالمي للاجئين",
        "قناة روسيا اليوم",
        "موقع عين اليوم",
        "غدا البيت رمادا",
        "الشخصين الاثنين",
        "أحد المصابين",
        "دعا الأمين العام للأمم المتحدة",
        "عدد سكانها 2000 نسمة",
        "24/7",
        "99/99/2019",
    ],
)
def test_no_time(text: str) -> None:
    assert find_times(text, FRIDAY) == []


@pytest.mark.parametrize(
    ("text", "normalised", "precision", "relation"),
    [
        ("يوم الجمعة", None, "day", "past"),
        ("صباح اليوم الجمعة", None, "part_of_day", "current"),
        ("أمس", None, "day", "past"),
        ("غداً", None, "day", "future"),
        ("الأسبوع المقبل", None, "interval", "future"),
        ("الشهر الماضي", None, "month", "past"),
        ("العام الماضي", None, "year", "past"),
        ("منذ أسبوع", None, "vague", "current"),
        ("في 24 شباط", None, "day", "past"),
        ("18 تموز 2019", "2019-07-18", "day", "past"),
        ("أيار 2022", "2022-05", "month", "past"),
        ("عام 2009", "2009", "year", "past"),
        ("منذ عام 2011", "2011/..", "interval", "current"),
    ],
)
def test_without_a_reference(
    text: str, normalised: str | None, precision: str, relation: str
) -> None:
    found = only(text, None)
    assert (found.normalised, found.precision, found.relation) == (
        normalised,
        precision,
        relation,
    )


def test_order_and_several() -> None:
    text = "أعلن الجيش صباح اليوم الجمعة أن قصف الخميس جاء بعد هدوء منذ أسبوع"
    found = find_times(text, FRIDAY)
    assert [text[x.start : x.end] for x in found] == [
        "صباح اليوم الجمعة",
        "الخميس",
        "منذ أسبوع",
    ]


@pytest.mark.parametrize(
    ("text", "day", "surface"),
    [
        ("نشر في 18 تموز/يوليو 2019", date(2019, 7, 18), "18 تموز/يوليو 2019"),
        ("يوم الجمعة ثم 13/05/2022 مساء", date(2022, 5, 13), "13/05/2022"),
        ("15 محرم 1441 هـ", date(2019, 9, 14), "15 محرم 1441 هـ"),
        ("31 شباط 2019 ثم 1 آذار 2019", date(2019, 3, 1), "1 آذار 2019"),
        ("بين 5 و10 آذار 2018 ثم 2018-04-01", date(2018, 4, 1), "2018-04-01"),
    ],
)
def test_find_date(text: str, day: date, surface: str) -> None:
    found = find_date(text)
    assert found is not None
    assert (found[0], text[found[1] : found[2]]) == (day, surface)


@pytest.mark.parametrize("text", ["اليوم الجمعة", "18 تموز", "عام 2019", "31/2/2019", ""])
def test_find_no_date(text: str) -> None:
    assert find_date(text) is None


def test_find_date_in_a_stretch() -> None:
    text = "1 آذار 2019 ثم 2 آذار 2019"
    found = find_date(text, 12)
    assert found is not None
    assert text[found[1] : found[2]] == "2 آذار 2019"


@pytest.mark.parametrize(
    ("text", "weekday", "surface"),
    [
        ("استهدفت صباح اليوم الجمعة بلدة", 4, "اليوم الجمعة"),
        ("قال اليوم، الاثنين، إن", 0, "اليوم، الاثنين"),
        ("قال اليوم (الأربعاء) إن", 2, "اليوم (الأربعاء"),
        ("واليوم الأحد وصل", 6, "اليوم الأحد"),
    ],
)
def test_weekday_of(text: str, weekday: int, surface: str) -> None:
    found = weekday_of(text)
    assert found is not None
    assert (found[0], text[found[1] : found[2]]) == (weekday, surface)


@pytest.mark.parametrize("text", ["الجمعة", "أمس الجمعة", "اليوم وصل", "اليوم", ""])
def test_weekday_of_nothing(text: str) -> None:
    assert weekday_of(text) is None


# --- properties -----------------------------------------------------------------------------

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
MONTHS = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
          "تشرين الأول", "تشرين الثاني", "كانون الأول"]  # fmt: skip


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_latest_on_or_before(reference: date, weekday: int) -> None:
    found = only(f"وصل {WEEKDAYS[weekday]} إلى", reference)
    assert found.normalised is not None
    day = date.fromisoformat(found.normalised)
    assert day.weekday() == weekday
    assert timedelta(0) <= reference - day < timedelta(7)
    coming = only(f"يصل {WEEKDAYS[weekday]} المقبل", reference)
    assert coming.normalised is not None
    ahead = date.fromisoformat(coming.normalised) - reference
    assert timedelta(0) < ahead <= timedelta(7)


@given(DAYS, DAYS)
def test_written_dates_round_trip(day: date, reference: date) -> None:
    for text in (
        f"في {day.day} {MONTHS[day.month - 1]} {day.year}",
        f"في {day.day} من {MONTHS[day.month - 1]} عام {day.year}",
        f"في {day.isoformat()}",
        f"في {day.year}/{day.month}/{day.day}",
        f"في {day.day:02d}-{day.month:02d}-{day.year}",
    ):
        found = only(text, reference)
        assert found.normalised == day.isoformat(), text
        assert text[found.start : found.end] == text[3:]
        full = find_date(text)
        assert full is not None
        assert full[0] == day


@given(DAYS, DAYS)
def test_a_date_without_a_year_is_near_the_reference(day: date, reference: date) -> None:
    found = only(f"في {day.day} {MONTHS[day.month - 1]}", reference)
    if found.normalised is None:  # 29 February of a year that has none
        assert (day.month, day.day) == (2, 29)
        return
    guess = date.fromisoformat(found.normalised)
    assert (guess.month, guess.day) == (day.month, day.day)
    assert -30 <= (reference - guess).days <= 366


PIECES = [row[0] for row in TIMES] + ["منذ", "خلال", "يوم", "الساعات الـ", "ليل", "32", "0/0/0",
                                      "9999-12-31", "مطلع", "30 شباط 1440", "قبل 99999 سنة",
                                      "منذ 4000 سنة", "العام ما قبل"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), ARABIC_TEXT), max_size=5).map(" ".join),
    st.one_of(st.none(), st.dates()),
)
def test_never_raises_and_offsets_hold(text: str, reference: date | None) -> None:
    before = 0
    for found in find_times(text, reference):
        assert before <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip()
        before = found.end
    assert find_times(text, reference, tokens=tokenize(text)) == find_times(text, reference)
    day = find_date(text)
    if day is not None:
        assert 0 <= day[1] < day[2] <= len(text)
    weekday = weekday_of(text)
    if weekday is not None:
        assert text[weekday[1] : weekday[2]].lstrip("\u0640").startswith(("اليوم", "ا"))


@pytest.mark.parametrize("reference", [date.min, date.max])
def test_the_ends_of_the_calendar(reference: date) -> None:
    for text, *_ in TIMES:
        find_times(text, reference)


def test_calendar_arithmetic_stops_at_its_ends() -> None:
    assert safe_date(2019, 2, 31) is None
    assert safe_date(0, 1, 1) is None
    assert add_days(date.max, 1) is None
    assert add_months(date.min, -1) is None
    assert add_months(date.max, 1) is None
    assert add_months(date(2019, 1, 31), -1) == (2018, 12)
    assert hijri_date(1300, 1, 1) is None
    assert hijri_month(1300, 1) is None
    assert hijri_date(1440, 11, 15) == date(2019, 7, 18)


@pytest.mark.parametrize(
    "piece", ["منذ ", "مطلع ", "خلال ", "اليوم ", "5 من ", "منذ مطلع ", "بعد "]
)
def test_linear_time(piece: str) -> None:
    begin = time.process_time()
    find_times(piece * 4_000, FRIDAY)
    assert time.process_time() - begin < 6
