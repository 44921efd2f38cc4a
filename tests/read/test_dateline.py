"""Datelines of many houses, and sentences that only look like one."""

from __future__ import annotations

import pytest

from briefing.read.dateline import parse_dateline

ALONE = [
    ("إدلب – NPA", "إدلب", "NPA", "North Press Agency", "–"),
    ("دمشق (سانا)", "دمشق", "سانا", "SANA", "()"),
    ("بيروت / الأناضول", "بيروت", "الأناضول", "Anadolu Agency", "/"),
    ("إسطنبول/ الأناضول", "إسطنبول", "الأناضول", "Anadolu Agency", "/"),
    ("العراق / بغداد / الأناضول", "بغداد", "الأناضول", "Anadolu Agency", "/"),
    ("غزة – «القدس العربي»", "غزة", "القدس العربي", "Al-Quds al-Arabi", "–"),
    ("بيروت: «الشرق الأوسط»", "بيروت", "الشرق الأوسط", "Asharq al-Awsat", ":"),
    ("الحسكة ـ نورث برس", "الحسكة", "نورث برس", "North Press Agency", "ـ"),
    ("دمشق-سانا", "دمشق", "سانا", "SANA", "-"),
    ("واشنطن - رويترز", "واشنطن", "رويترز", "Reuters", "-"),
    ("الخرطوم (أ ف ب، رويترز)", "الخرطوم", "أ ف ب، رويترز", "AFP, Reuters", "()"),
    ("جسر – إدلب", "إدلب", "جسر", "Jesr", "–"),
    ("الرياض – واس", "الرياض", "واس", "SPA", "–"),
    ("الميادين – سانا", "الميادين", "سانا", "SANA", "–"),
    ("الجزيرة – دمشق", "دمشق", "الجزيرة", "Al Jazeera", "–"),
    ("ريف حلب – عنب بلدي", "ريف حلب", "عنب بلدي", "Enab Baladi", "–"),
    ("قرية بلا اسم – نورث برس", "قرية بلا اسم", "نورث برس", "North Press Agency", "–"),
    ("درعا – شبكة الأمل الإعلامية", "درعا", "شبكة الأمل الإعلامية", None, "–"),
    ("الحسكة – Khabar24", "الحسكة", "Khabar24", None, "–"),
    ("القاهرة في 19 يوليو /أ ش أ/", "القاهرة", "أ ش أ", "MENA", "/"),
    ("دمشق – سانا – خاص", "دمشق", "سانا", "SANA", "–"),
    ("بيروت 12 ربيع الأول 1443 هـ الموافق 18 أكتوبر 2021 م واس", "بيروت", "واس", "SPA", None),
    ("عنب بلدي", None, "عنب بلدي", "Enab Baladi", None),
    ("(رويترز)", None, "رويترز", "Reuters", None),
    ("عنب بلدي – خاص", None, "عنب بلدي", "Enab Baladi", None),
    ("*فرات بوست / أخبار", None, "فرات بوست", "Euphrates Post", None),
    ("عنب بلدي – سامر الحسن", None, "عنب بلدي", "Enab Baladi", None),
    ("سامر الحسن – عنب بلدي", None, "عنب بلدي", "Enab Baladi", None),
    ("إدلب – سامر الحسن", "إدلب", None, None, None),
]

INLINE = [
    ("دبي، الإمارات العربية المتحدة (CNN)--", "دبي، الإمارات العربية المتحدة", "CNN"),
    ("صنعاء، اليمن(CNN) --", "صنعاء، اليمن", "CNN"),
    ("القدس، (CNN) --", "القدس", "CNN"),
    ("(CNN)--", None, "CNN"),
    ("القاهرة (رويترز) -", "القاهرة", "رويترز"),
    ("واشنطن - رويترز -", "واشنطن", "رويترز"),
    ("باريس 19 تموز/يوليو (أ ف ب) -", "باريس", "أ ف ب"),
    ("الكويت - 19 - 7 (كونا) --", "الكويت", "كونا"),
    ("رام الله 19-7-2019 وفا-", "رام الله", "وفا"),
    ("أبوظبي في 19 يوليو / وام /", "أبوظبي", "وام"),
    ("الدوحة - (ا ف ب)", "الدوحة", "ا ف ب"),
    ("دمشق-سانا", "دمشق", "سانا"),
    ("* جنيف - أ.ف.ب:", "جنيف", "أ.ف.ب"),
    ("رويترز- بنغازي (ليبيا):", "بنغازي", "رويترز"),
    ("غزة/ الأناضول/", "غزة", "الأناضول"),
    ("عنب بلدي -", None, "عنب بلدي"),
    ("القاهرة-", "القاهرة", None),
    ("درعا – خاص –", "درعا", None),
]

NONE_INLINE = [
    "قال مصدر - لم يكشف عن اسمه - لرويترز إن الطريق مفتوح",
    "ونقلت وكالة الأنباء الرسمية (سانا)، من جهتها، عن مصدر قوله",
    "وقال مسؤولون محليون لـCNN إن الأضرار محدودة",
    "تركيا – التي تستضيف المؤتمر – قالت إنها سترسل وفداً",
    "دمشق - وهي العاصمة - شهدت اليوم افتتاح معرض",
    "حلب – كبرى مدن الشمال – استقبلت آلاف الزوار",
    "المرصد السوري: أكثر من ألف شخص عادوا إلى قراهم",
    "اليوم - كما في كل عام - يحتفل الأهالي بالحصاد",
    "وفي مارس/آذار الماضي افتتح المعرض نفسه في المدينة",
    "20 أغسطس/ آب 2003- افتتاح أول مدرسة في القرية",
    "اتفاق ـ مبدئي ـ على فتح الطريق أمام الشاحنات",
    "نادر علي (19 عاما) طالب متفوق من أبناء القرية",
]


@pytest.mark.parametrize(("line", "place", "agency", "english", "separator"), ALONE)
def test_a_line_of_its_own(
    line: str, place: str | None, agency: str | None, english: str | None, separator: str | None
) -> None:
    before, after = "عنوان\n", "\nقال مصدر"
    text = before + line + after
    found = parse_dateline(text, len(before), len(before) + len(line), alone=True)
    assert found is not None
    dateline = found[0]
    assert (dateline.place.text if dateline.place else None) == place
    assert (dateline.agency.text if dateline.agency else None) == agency
    assert dateline.agency_en == english
    assert dateline.separator == separator
    for span in (dateline, dateline.place, dateline.agency):
        assert span is None or text[span.start : span.end] == span.text


@pytest.mark.parametrize(("opening", "place", "agency"), INLINE)
@pytest.mark.parametrize("space", ["", " "])
def test_before_the_body(opening: str, place: str | None, agency: str | None, space: str) -> None:
    body = "قال متحدث محلي إن الطريق فتح أمام المدنيين"
    text = opening + (space or " ") * (opening[-1] not in "-/:" or space == " ") + body
    found = parse_dateline(text, 0, len(text), alone=False)
    assert found is not None
    dateline, resume = found
    assert text[resume:] == body
    assert (dateline.place.text if dateline.place else None) == place
    assert (dateline.agency.text if dateline.agency else None) == agency


@pytest.mark.parametrize("line", NONE_INLINE)
def test_sentences_are_no_dateline(line: str) -> None:
    assert parse_dateline(line, 0, len(line), alone=False) is None


@pytest.mark.parametrize(
    "line",
    ["تسارع الهجمات", "الجامعة العربية", "19 تموز 2019", "موقف رسمي", "قال مصدر (رويترز)", "", "–",
     "باعة في سوق المدينة القديمة - متداول", "فتح - حماس", "قتلى – جرحى"],
)  # fmt: skip
def test_short_lines_that_are_no_dateline(line: str) -> None:
    assert parse_dateline(line, 0, len(line), alone=True) is None


def test_an_unknown_village_is_a_place_when_the_article_uses_it_as_one() -> None:
    line = "شبكة الأمل – كفرهند"
    assert parse_dateline(line, 0, len(line), alone=True) is None
    text = line + "\nوصل فريق الصيانة إلى قرية كفرهند صباحاً."
    found = parse_dateline(text, 0, len(line), alone=True)
    assert found is not None
    assert found[0].place is not None
    assert found[0].place.text == "كفرهند"
    assert found[0].agency is not None
    assert found[0].agency.text == "شبكة الأمل"
