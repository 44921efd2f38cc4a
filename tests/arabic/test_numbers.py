"""Numbers: values, qualifiers, roles, offsets; the examples are made up for the tests."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.arabic.number_words import digits_value
from briefing.arabic.numbers import Number, find_numbers, is_dual
from briefing.arabic.tokens import tokenize

from .test_letters import ARABIC_TEXT


def only(text: str) -> Number:
    (number,) = find_numbers(text)
    return number


# --- values: the sentence, the number as it stands, its value ------------------------------

VALUES = [
    ("قتل 5 مدنيين", "5", 5),
    ("قتل ٥ مدنيين", "٥", 5),
    ("نزوح ۱۲ عائلة", "۱۲", 12),
    ("سقطت 1,200 قذيفة", "1,200", 1200),
    ("سقطت ١٬٢٠٠ قذيفة", "١٬٢٠٠", 1200),
    ("سقطت 1.200 قذيفة", "1.200", 1200),
    ("سقطت 1 200 قذيفة", "1 200", 1200),
    ("سقطت 1\u00a0200 قذيفة", "1\u00a0200", 1200),
    ("سقطت 1،200 قذيفة", "1،200", 1200),
    ("نزوح 1,200,300 شخص", "1,200,300", 1200300),
    ("نزوح 2.150.000 شخص", "2.150.000", 2150000),
    ("نزوح 3.5 ملايين شخص", "3.5 ملايين", 3500000),
    ("نزوح 1,2 مليون شخص", "1,2 مليون", 1200000),
    ("نزوح ١٢٫٥ مليون شخص", "١٢٫٥ مليون", 12500000),
    ("نزوح 0.5 مليون شخص", "0.5 مليون", 500000),
    ("نزوح 350 ألف شخص", "350 ألف", 350000),
    ("نزوح 350 ألفًا", "350 ألفًا", 350000),
    ("نزوح 5 آلاف عائلة", "5 آلاف", 5000),
    ("نزوح 5 الاف عائلة", "5 الاف", 5000),
    ("نزوح 21 مليونا من السكان", "21 مليونا", 21000000),
    ("نزوح 3 مليارات", "3 مليارات", 3000000000),
    ("نزوح 2 بليون", "2 بليون", 2000000000),
    ("نزوح 3 آلاف و500 شخص", "3 آلاف و500", 3500),
    ("نزوح مليون و300 ألف شخص", "مليون و300 ألف", 1300000),
    ("نزوح 3 ملايين ونصف المليون", "3 ملايين ونصف المليون", 3500000),
    ("قتل /9/ مدنيين", "9", 9),
    ("إصابة (14) مدنيا", "14", 14),
    ("أصيب بـ400 شظية", "400", 400),
    ("أعطى لـ 15 شخصا", "15", 15),
    ("القتلى الـ48 دفنوا", "48", 48),
    ("قتيل و3 جرحى", "3", 3),
    ("قتل شخص واحد", "واحد", 1),
    ("أصيبت امرأة واحدة", "واحدة", 1),
    ("مقتل اثنين من العمال", "اثنين", 2),
    ("قتل اثنان منهم", "اثنان", 2),
    ("أصيبت اثنتان منهن", "اثنتان", 2),
    ("ثلاث نساء", "ثلاث", 3),
    ("ثلاثة رجال", "ثلاثة", 3),
    ("أربع غارات", "أربع", 4),
    ("اربعة الوية", "اربعة", 4),
    ("خمسة شهداء", "خمسة", 5),
    ("ست عائلات", "ست", 6),
    ("سبعُ ضحايا", "سبعُ", 7),
    ("ثماني سيدات", "ثماني", 8),
    ("ثمانية جنود", "ثمانية", 8),
    ("تسع إصابات", "تسع", 9),
    ("عشر غارات", "عشر", 10),
    ("مقتل عشرة أطفال", "عشرة", 10),
    ("أحد عشر طفلا", "أحد عشر", 11),
    ("إحدى عشرة امرأة", "إحدى عشرة", 11),
    ("اثنا عشر مقاتلا", "اثنا عشر", 12),
    ("لاثني عشر مقاتلا", "اثني عشر", 12),
    ("اثنتا عشرة غارة", "اثنتا عشرة", 12),
    ("اثنتي عشرة غارة", "اثنتي عشرة", 12),
    ("ثلاثة عشر طفلا", "ثلاثة عشر", 13),
    ("ثماني عشرة امرأة", "ثماني عشرة", 18),
    ("تسعة عشر جريحا", "تسعة عشر", 19),
    ("عشرون قتيلا", "عشرون", 20),
    ("عشرين قتيلا", "عشرين", 20),
    ("واحد وعشرون قتيلا", "واحد وعشرون", 21),
    ("إحدى وثلاثين امرأة", "إحدى وثلاثين", 31),
    ("خمسة وعشرون قتيلا", "خمسة وعشرون", 25),
    ("تسع وتسعين غارة", "تسع وتسعين", 99),
    ("مئة شخص", "مئة", 100),
    ("مائة قتيل", "مائة", 100),
    ("مئة وخمسة أشخاص", "مئة وخمسة", 105),
    ("مئة وثلاثة عشر شخصا", "مئة وثلاثة عشر", 113),
    ("مئة وخمسة وثلاثون شخصا", "مئة وخمسة وثلاثون", 135),
    ("مئتا شخص", "مئتا", 200),
    ("مئتي عائلة", "مئتي", 200),
    ("مائتين وخمسين عائلة", "مائتين وخمسين", 250),
    ("ثلاثمئة نازح", "ثلاثمئة", 300),
    ("ثلاثمائة نازح", "ثلاثمائة", 300),
    ("ثلاث مئة وأربعة عشر نازحا", "ثلاث مئة وأربعة عشر", 314),
    ("ثمانمئة وتسعة وتسعين نازحا", "ثمانمئة وتسعة وتسعين", 899),
    ("ألف شخص", "ألف", 1000),
    ("ألفا جندي", "ألفا", 2000),
    ("ألفي جندي", "ألفي", 2000),
    ("نزوح ألفين وخمسمئة شخص", "ألفين وخمسمئة", 2500),
    ("ألف وخمسمئة شخص", "ألف وخمسمئة", 1500),
    ("اربعة آلاف شخص", "اربعة آلاف", 4000),
    ("ثلاثة آلاف ومئتين وخمسين شخصا", "ثلاثة آلاف ومئتين وخمسين", 3250),
    ("عشرة آلاف شخص", "عشرة آلاف", 10000),
    ("خمسة عشر ألف شخص", "خمسة عشر ألف", 15000),
    ("والثلاثين ألفاً", "الثلاثين ألفاً", 30000),
    ("مئة ألف شخص", "مئة ألف", 100000),
    ("مئتي ألف شخص", "مئتي ألف", 200000),
    ("ثلاثمئة ألف نازح", "ثلاثمئة ألف", 300000),
    ("ثلاثمائة وخمسين ألفاً", "ثلاثمائة وخمسين ألفاً", 350000),
    ("مئة ألف وألفين", "مئة ألف وألفين", 102000),
    ("مليون شخص", "مليون", 1000000),
    ("مليونا شخص", "مليونا", 2000000),
    ("مليوني مدني", "مليوني", 2000000),
    ("مليونان وثلاثمئة شخص", "مليونان وثلاثمئة", 2000300),
    ("مليون وثلاثمئة ألف شخص", "مليون وثلاثمئة ألف", 1300000),
    ("مليوناً وخمسين ألفا", "مليوناً وخمسين ألفا", 1050000),
    ("نصف مليون لاجئ", "نصف مليون", 500000),
    ("ربع مليون انسان", "ربع مليون", 250000),
    ("ثلاثة أرباع المليون", "ثلاثة أرباع المليون", 750000),
    ("مليون ونصف المليون لاجئ", "مليون ونصف المليون", 1500000),
    ("مليونين ونصف مليون لاجئ", "مليونين ونصف مليون", 2500000),
    ("مليون ونصف لاجئ", "مليون ونصف", 1500000),
    ("ألف مليون", "ألف مليون", 1000000000),
    ("أبناؤه الثلاثة", "الثلاثة", 3),
    ("الشروط الستة", "الستة", 6),
    ("للثلاثين نازحا", "لثلاثين", 30),
    ("وبخمسة صواريخ", "خمسة", 5),
    ("فعشرة منهم", "عشرة", 10),
]


@pytest.mark.parametrize(("text", "surface", "value"), VALUES)
def test_value(text: str, surface: str, value: int) -> None:
    number = only(text)
    assert (text[number.start : number.end], number.value) == (surface, value)
    assert (number.qualifier, number.role, number.vague) == ("exact", "count", None)


# --- quantities without a value -------------------------------------------------------------

VAGUE = [
    ("مقتل عشرات المدنيين", "عشرات", "dozens", 20, 99),
    ("أصيب العشرات بجروح", "العشرات", "dozens", 20, 99),
    ("لعشرات العائلات", "عشرات", "dozens", 20, 99),
    ("نزوح مئات العائلات", "مئات", "hundreds", 200, 999),
    ("خطف المئات", "المئات", "hundreds", 200, 999),
    ("آلاف من الأسر", "آلاف", "thousands", 2000, 9999),
    ("الآلاف من اللاجئين", "الآلاف", "thousands", 2000, 9999),
    ("بآلاف الجنود", "آلاف", "thousands", 2000, 9999),
    ("عشرات الآلاف من النازحين", "عشرات الآلاف", "tens_of_thousands", 20000, 99999),
    ("عشرات آلاف النازحين", "عشرات آلاف", "tens_of_thousands", 20000, 99999),
    ("العشرات من الآلاف", "العشرات من الآلاف", "tens_of_thousands", 20000, 99999),
    ("مئات آلاف السوريين", "مئات آلاف", "hundreds_of_thousands", 200000, 999999),
    ("مئات الالاف من الناس", "مئات الالاف", "hundreds_of_thousands", 200000, 999999),
    ("تهجير ملايين السكان", "ملايين", "millions", 2000000, None),
    ("عشرات الملايين من الناس", "عشرات الملايين", "millions", 20000000, None),
    ("بضعة آلاف منهم", "بضعة آلاف", "thousands", 2000, 9999),
    ("عدة مئات من الجنود", "عدة مئات", "hundreds", 200, 999),
    ("بضع عشرات", "بضع عشرات", "dozens", 20, 99),
    ("بضعة وعشرين جريحا", "بضعة وعشرين", "several", 21, 29),
    ("عدد من الجرحى", "عدد", "several", None, None),
    ("سقوط عددٍ من الضحايا", "عددٍ", "several", None, None),
    ("عدد كبير من النازحين", "عدد كبير", "several", None, None),
    ("بأعداد كبيرة من الناس", "أعداد كبيرة", "several", None, None),
    ("عدة أطفال", "عدة", "several", None, None),
    ("منازل عدة دمرت", "عدة", "several", None, None),
    ("عائلات عديدة نزحت", "عديدة", "several", None, None),
    ("العديد من النساء", "العديد", "several", None, None),
    ("وبعض الأحفاد", "بعض", "several", None, None),
    ("بضعة أشخاص", "بضعة", "several", None, None),
    ("أعداد لم يكشف عنها من القوات", "أعداد لم يكشف عنها", "undisclosed", None, None),
    ("لأعداد لم يُكشف عنها من القوات", "أعداد لم يُكشف عنها", "undisclosed", None, None),
    ("عددا غير معروف من اللاجئين", "عددا غير معروف", "undisclosed", None, None),
    ("أعداد غير معلنة بعد", "أعداد غير معلنة بعد", "undisclosed", None, None),
    ("عدد لم يحدد من القتلى", "عدد لم يحدد", "undisclosed", None, None),
]


@pytest.mark.parametrize(("text", "surface", "vague", "low", "high"), VAGUE)
def test_vague(text: str, surface: str, vague: str, low: int | None, high: int | None) -> None:
    number = only(text)
    assert text[number.start : number.end] == surface
    assert (number.value, number.vague, number.qualifier) == (None, vague, vague)
    assert (number.low, number.high, number.role) == (low, high, "count")


# --- ranges ---------------------------------------------------------------------------------

RANGES = [
    ("بين 30 و40 ألفاً من السكان", "30 و40 ألفاً", 30000, 40000, "بين"),
    ("نزوح ما بين 30 و40 ألف شخص", "30 و40 ألف", 30000, 40000, "ما بين"),
    ("بين ثلاثين وأربعين ألف نازح", "ثلاثين وأربعين ألف", 30000, 40000, "بين"),
    ("بين 1.5 و2 مليون شخص", "1.5 و2 مليون", 1500000, 2000000, "بين"),
    ("بين 800 ألف ومليون شخص", "800 ألف ومليون", 800000, 1000000, "بين"),
    ("بين ألف وألفي مقاتل", "ألف وألفي", 1000, 2000, "بين"),
    ("بين مليون ومئتي ألف وثلاثة ملايين", "مليون ومئتي ألف وثلاثة ملايين", 1200000, 3000000, "بين"),
    ("تتراوح بين خمسة وعشرة أشخاص", "خمسة وعشرة", 5, 10, "بين"),
    ("من 5 إلى 7 أشخاص", "5 إلى 7", 5, 7, "من"),
    ("من 5 الى 7 آلاف عائلة", "5 الى 7 آلاف", 5000, 7000, "من"),
    ("30-40 قتيلا", "30-40", 30, 40, None),
    ("30 – 40 قتيلا", "30 – 40", 30, 40, None),
    ("ثلاثة أو أربعة مسلحين", "ثلاثة أو أربعة", 3, 4, None),
    ("بين 3 عائلات و5 عائلات", "3 عائلات و5", 3, 5, "بين"),
]


@pytest.mark.parametrize(("text", "surface", "low", "high", "words"), RANGES)
def test_range(text: str, surface: str, low: int, high: int, words: str | None) -> None:
    number = only(text)
    assert text[number.start : number.end] == surface
    assert (number.value, number.low, number.high) == (None, low, high)
    assert (number.qualifier, number.role) == ("range", "count")
    if words is None:
        assert number.qualifier_start is None
    else:
        assert text[number.qualifier_start : number.qualifier_end] == words


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ارتفعت الحصيلة من 5 إلى 7 قتلى", [5, 7]),
        ("سقط بين 3 قتلى و5 جرحى", [3, 5]),
        ("من بين 102 شخصا سقطوا", [102]),
        ("قتل 30 و40 جريحا", [30, 40]),
        ("قتل خمسة وعشرة جرحى", [5, 10]),
        ("قتل 7 وأصيب 3", [7, 3]),
        ("عشرة جنود وثلاثة مدنيين", [10, 3]),
    ],
)
def test_no_range_and_no_sum(text: str, values: list[int]) -> None:
    assert [number.value for number in find_numbers(text)] == values


# --- qualifiers -----------------------------------------------------------------------------

QUALIFIERS = [
    ("قرابة 400 ألف شخص", "approximately", "قرابة"),
    ("بنحو 400 شخص", "approximately", "نحو"),
    ("حوالي 400 شخص", "approximately", "حوالي"),
    ("حوالى 400 شخص", "approximately", "حوالى"),
    ("زهاء 400 شخص", "approximately", "زهاء"),
    ("ما يقارب 400 شخص", "approximately", "ما يقارب"),
    ("ما يقارب الـ400 شخص", "approximately", "ما يقارب"),
    ("ما يقرب من 400 شخص", "approximately", "ما يقرب من"),
    ("تقريباً 400 شخص", "approximately", "تقريباً"),
    ("400 شخص تقريباً", "approximately", "تقريباً"),
    ("أكثر من 400 شخص", "more_than", "أكثر من"),
    ("لأكثر من 400 شخص", "more_than", "أكثر من"),
    ("اكثر من مائة قتيل", "more_than", "اكثر من"),
    ("ما يزيد عن 400 شخص", "more_than", "ما يزيد عن"),
    ("ما يزيد على 400 شخص", "more_than", "ما يزيد على"),
    ("يزيد عددهم عن 400 شخص", "more_than", "يزيد عددهم عن"),
    ("ما يربو على 400 شخص", "more_than", "ما يربو على"),
    ("يفوق 400 شخص", "more_than", "يفوق"),
    ("تجاوز عددهم الـ400", "more_than", "تجاوز عددهم"),
    ("تجاوزت 400 شخص", "more_than", "تجاوزت"),
    ("فوق 400 شخص", "more_than", "فوق"),
    ("عشرون شخصا ونيف", "more_than", "ونيف"),
    ("400 شخص على الأقل", "at_least", "على الأقل"),
    ("13 مدنياً سورياً على الأقل بقصف", "at_least", "على الأقل"),
    ("على الأقل 400 شخص", "at_least", "على الأقل"),
    ("ما لا يقل عن 400 شخص", "at_least", "ما لا يقل عن"),
    ("بما لا يقل عن 400 شخص", "at_least", "ما لا يقل عن"),
    ("لا يقل عددهم عن 400 شخص", "at_least", "لا يقل عددهم عن"),
    ("400 شخص أو أكثر", "at_least", "أو أكثر"),
    ("أقل من 400 شخص", "less_than", "أقل من"),
    ("لا يتجاوز 400 شخص", "less_than", "لا يتجاوز"),
    ("لا يزيد على 400 شخص", "less_than", "لا يزيد على"),
    ("ما يصل إلى 400 شخص", "up_to", "ما يصل إلى"),
    ("حتى 400 شخص", "up_to", "حتى"),
    ("400 شخص كحد أقصى", "up_to", "كحد أقصى"),
]


@pytest.mark.parametrize(("text", "qualifier", "words"), QUALIFIERS)
def test_qualifier(text: str, qualifier: str, words: str) -> None:
    number = only(text)
    assert number.qualifier == qualifier
    assert text[number.qualifier_start : number.qualifier_end] == words
    assert number.value is not None


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("قتل 3 مدنيين، على الأقل ليلا", ["exact"]),
        ("قتل 3 مدنيين و5 جنود على الأقل", ["exact", "at_least"]),
        ("قتل 40 على الأقل وأصيب 5", ["at_least", "exact"]),
        ("تحليق فوق 3 قرى", ["exact"]),
        ("وصل العدد إلى 400", ["exact"]),
        ("كبرى الدول من حيث العدد 5", ["exact"]),
    ],
)
def test_qualifier_reach(text: str, qualifiers: list[str]) -> None:
    assert [number.qualifier for number in find_numbers(text)] == qualifiers


# --- roles ----------------------------------------------------------------------------------

ROLES = [
    ("في عام 2019", 2019, "year"),
    ("منذ العام 2011 تسبب", 2011, "year"),
    ("سنة 1982", 1982, "year"),
    ("لعام 2005.", 2005, "year"),
    ("في 2019.", 2019, "year"),
    ("صيف 2014", 2014, "year"),
    ("تموز/يوليو 2019", 2019, "year"),
    ("يوليو (تموز) 2019", 2019, "year"),
    ("18 تموز", 18, "date"),
    ("13 من أيار", 13, "date"),
    ("11اغسطس/آب", 11, "date"),
    ("الثاني عشر من أغسطس", 12, "date"),
    ("في الثاني من الشهر الجاري", 2, "date"),
    ("2019/7/18", None, "date"),
    ("18-07-2019", None, "date"),
    ("خلال 24 ساعة", 24, "time"),
    ("خلال الساعات الـ48 الماضية", 48, "time"),
    ("ثلاثة أيام", 3, "time"),
    ("منذ 7 سنوات", 7, "time"),
    ("الساعة 5 مساء", 5, "time"),
    ("الساعة السادسة", 6, "time"),
    ("عند 11:25", None, "time"),
    ("طفل عمره 12 عاماً", 12, "age"),
    ("الطفل سامر (7 أعوام)", 7, "age"),
    ("أطفال دون الـ15", 15, "age"),
    ("في العاشرة و15 من عمره", 15, "age"),
    ("5 ملايين دولار", 5000000, "money"),
    ("$400", 400, "money"),
    ("ألف ليرة", 1000, "money"),
    ("على بعد 30 كيلومترا", 30, "distance"),
    ("100 كلم", 100, "distance"),
    ("25 بالمئة من السكان", 25, "percent"),
    ("20 في المئة", 20, "percent"),
    ("20 في المائة", 20, "percent"),
    ("80% من السكان", 80, "percent"),
    ("٥٪", 5, "percent"),
    ("للمرة الثالثة", 3, "ordinal"),
    ("الذكرى 75", 75, "ordinal"),
    ("القرن العشرين", 20, "ordinal"),
    ("اللواء 46 مدرعات", 46, "identifier"),
    ("قوات الفوج 46", 46, "identifier"),
    ("القرار 2254", 2254, "identifier"),
    ("الفرقة الرابعة", 4, "identifier"),
    ("للفرقة 11 في الجيش", 11, "identifier"),
    ("طريق M4", 4, "identifier"),
    ("طائرة سو-24", 24, "identifier"),
    ("طائرات إف-16", 16, "identifier"),
    ("file_102417", 102417, "identifier"),
    ("نصف السكان", None, "fraction"),
    ("ثلث مساحة البلاد", None, "fraction"),
]


@pytest.mark.parametrize(("text", "value", "role"), ROLES)
def test_role(text: str, value: int | None, role: str) -> None:
    number = find_numbers(text)[-1 if "العاشرة" in text or "2019" in text else 0]
    assert (number.value, number.role) == (value, role)
    assert number.percent == (role == "percent")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("مقتل 2000 شخص", 2000),
        ("في 2000 منزل", 2000),
        ("وثقت حتى اليوم 1117 ضحية", 1117),
        ("قتلت الفرقة 30 مدنيا", 30),
        ("عددهم 21 مليون نسمة", 21000000),
    ],
)
def test_counts_in_misleading_company(text: str, value: int) -> None:
    assert (only(text).value, only(text).role) == (value, "count")


def test_age_and_year_ranges() -> None:
    age = only("أعمارهم بين 6 سنوات و14 سنة")
    assert (age.low, age.high, age.role) == (6, 14, "age")
    year = only("وبين 2017 و2020، نزحوا")
    assert (year.low, year.high, year.role) == (2017, 2020, "year")


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [("3.5% منهم", None, 3, 4), ("مسافة 12.5 كم", None, 12, 13), ("1.200%", None, 1, 2)],
)
def test_values_that_are_not_whole(text: str, value: int | None, low: int, high: int) -> None:
    number = only(text)
    assert (number.value, number.low, number.high) == (value, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "يوم الاثنين والثلاثاء والأربعاء والخميس",
        "كانون الثاني وتشرين الأول وربيع الأول",
        "لست متأكدا من هذا",
        "جاء بعده وعدّه خرقا",
        "وسط المدينة والد الطفل",
        "كميات كبيرة من السلاح",
        "حرف ألف",
        "ألّف الكاتب رواية",
        "عدد القتلى كبير",
        "أحد المصابين وأحدهم",
        "نقل الميتين إلى المقبرة",
        "مدينة بئر السبع",
        "أول هجوم ثانية",
        "ثلاثاء الأحزان",
    ],
)
def test_no_numbers(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    "digits",
    ["9" * 16, "1" * 5000, "1.2.3.4", "1,23,4", "12.34.56.78"],
)
def test_absurd_digits_are_names_of_something(digits: str) -> None:
    number = only(f"رقم {digits} هنا")
    assert (number.value, number.role) == (None, "identifier")


def test_digits_value_reads_separators() -> None:
    assert digits_value("1,234.5") == digits_value("1.234,5") == digits_value("1234٫5")
    assert digits_value("0,500") == digits_value("0.5")
    assert digits_value("") is None
    assert digits_value("1/2") is None


@pytest.mark.parametrize(
    ("word", "singular", "broken", "dual"),
    [
        ("طفلان", "طفل", True, True),
        ("طفلتين", "طفله", False, True),
        ("عائلتين", "عائله", False, True),
        ("شخصين", "شخص", True, True),
        ("جنديين", "جندي", True, True),
        ("مدنيان", "مدني", False, True),
        ("مدنيين", "مدني", False, False),
        ("مدنيون", "مدني", False, False),
        ("طفل", "طفل", True, False),
        ("طفلي", "طفل", True, False),
        ("", "", True, False),
    ],
)
def test_is_dual(word: str, singular: str, broken: bool, dual: bool) -> None:
    assert is_dual(word, singular, broken) is dual


# --- properties -----------------------------------------------------------------------------

_ONES = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
_TEENS = ["عشرة", "أحد عشر", "اثنا عشر", *(f"{_ONES[k]} عشر" for k in range(3, 10))]
_TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
_HUNDREDS = ["", "مئة", "مئتان", *(f"{w}مئة" for w in ("ثلاث", "أربع", "خمس", "ست", "سبع",
                                                       "ثماني", "تسع"))]  # fmt: skip


def below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [_HUNDREDS[hundreds]] if hundreds else []
    if 10 <= rest < 20:
        parts.append(_TEENS[rest - 10])
    else:
        tens, ones = divmod(rest, 10)
        parts += [word for word in (_ONES[ones], _TENS[tens]) if word]
    return " و".join(parts)


def of_scale(number: int, one: str, two: str, few: str) -> str:
    if number == 1:
        return one
    if number == 2:
        return two
    if number % 100 == 2 and one == "ألف":  # مئة ألف وألفان
        return f"{below_thousand(number - 2)} {one} و{two}"
    return f"{below_thousand(number)} {few if 3 <= number % 100 <= 10 else one}"


def spell(number: int) -> str:
    """The number in words, nominative, masculine counted noun."""
    millions, rest = divmod(number, 10**6)
    thousands, ones = divmod(rest, 1000)
    parts = []
    if millions:
        parts.append(of_scale(millions, "مليون", "مليونان", "ملايين"))
    if thousands:
        parts.append(of_scale(thousands, "ألف", "ألفان", "آلاف"))
    if ones:
        parts.append(below_thousand(ones))
    return " و".join(parts)


def oblique(words: str) -> str:
    """The same number in the oblique case, with the older spelling of مئة."""
    for nominative, other in (("ون", "ين"), ("تان", "تين"), ("ألفان", "ألفين"), ("مئة", "مائة"),
                              ("مليونان", "مليونين"), ("اثنا ", "اثني "), ("اثنان", "اثنين"),
                              ("مليين", "مليون")):  # fmt: skip
        words = words.replace(nominative, other)
    return words


@settings(max_examples=400, deadline=None)
@given(st.integers(1, 9_999_999))
def test_spelt_numbers_round_trip(value: int) -> None:
    for words in (spell(value), oblique(spell(value))):
        text = f"نزوح {words} شخص منهم"
        found = find_numbers(text)
        assert [number.value for number in found] == [value], words
        assert text[found[0].start : found[0].end] == words


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**12), st.sampled_from(["{:d}", "{:,d}", "arab"]))
def test_digits_round_trip(value: int, form: str) -> None:
    if form == "arab":
        shown = f"{value:,d}".replace(",", "٬").translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    else:
        shown = form.format(value)
    text = f"مقتل {shown} مدنيا"
    number = only(text)
    assert (number.value, text[number.start : number.end]) == (value, shown)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([row[0] for row in (*VALUES, *VAGUE, *RANGES, *QUALIFIERS, *ROLES)]),
            ARABIC_TEXT,
        ),
        max_size=6,
    ).map(" ".join)
)
def test_offsets_hold_for_any_text(text: str) -> None:
    before = 0
    for number in find_numbers(text):
        assert before <= number.start < number.end <= len(text)
        before = number.end
        if number.qualifier_start is not None:
            assert number.qualifier_end is not None
            assert 0 <= number.qualifier_start < number.qualifier_end <= len(text)
            assert text[number.qualifier_start : number.qualifier_end].strip()
        assert (number.vague is None) or number.value is None
    assert find_numbers(text, tokens=tokenize(text)) == find_numbers(text)


def test_a_part_of_a_text_keeps_raw_offsets() -> None:
    text = "قتل ثلاثة مدنيين. وأصيب 12 شخصا."
    (number,) = find_numbers(text, 18)
    assert text[number.start : number.end] == "12"
    (first,) = find_numbers(text, 0, 17)
    assert first.value == 3


@pytest.mark.parametrize(
    "piece", ["و", "بين 5 و", "مئة وخمسة ", "1 200 ", "عدد كبير ", "ألف مليون "]
)
def test_linear_time(piece: str) -> None:
    begin = time.process_time()
    find_numbers(piece * 10_000)
    assert time.process_time() - begin < 6
