from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.settings import Decoding
from briefing.translate import english_numbers
from briefing.translate.checks import CHECKS, check, reasons
from briefing.translate.engine import Engine
from briefing.translate.packages import Package

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

GOOD = [
    ("نزح 400 ألف شخص.", "400,000 people were displaced."),
    ("نزح أربعمئة ألف شخص.", "Four hundred thousand people were displaced."),
    ("قتل ٢٣ مدنياً وأصيب ٥٠ آخرون.", "23 civilians were killed and 50 others injured."),
    ("وصل مئات النازحين.", "Hundreds of displaced people arrived."),
    ("فرّ عشرات الآلاف من السكان.", "Tens of thousands of residents fled."),
    ("قتل جنديان.", "Two soldiers were killed."),
    ("قتل جنديان.", "A pair of soldiers died."),
    ("ارتفعت الأسعار بنسبة 30 بالمئة.", "Prices rose by 30 per cent."),
    ("ارتفعت الأسعار 12%.", "Prices rose by twelve percent."),
    ("بين 10 و20 ألف عائلة.", "Between 10 and 20 thousand families."),
    ("في 24/6/2019 وصل الوفد.", "On 24 June 2019 the delegation arrived."),
    ("الساعة 15:30 بدأ القصف.", "The shelling began at 3:30 pm."),
    ("في القرن العشرين.", "In the twentieth century."),
    ("اجتماع ثلاثي في أنقرة.", "A three-way meeting in Ankara."),
    ("في سبعينيات القرن الماضي.", "In the 1970s."),
    ("كلف المشروع مليون ونصف مليون دولار.", "The project cost 1.5 million dollars."),
    ("نفت الوزارة إرسال قوات.", "The ministry denied sending forces."),
    ("لم يصل أحد.", "Nobody arrived."),
    ("لا يزال الطريق مغلقاً.", "The road is still closed."),
    ("لا سيما في الشمال.", "Especially in the north."),
    ("أسقطت طائرة بدون طيار.", "A drone was shot down."),
    ("دخلت القافلة دون ورود معلومات.", "The convoy entered, with no information."),
    ("قال «سنبقى في المدينة حتى النهاية مع أهلنا».", 'He said: "We will stay in the city."'),
    ("جماعة «أنصار» المحلية.", "The local Ansar group."),
    ("تبعد 100 كلم شمال بغداد.", "It is 100 km north of Baghdad."),
]

BAD = [
    ("نزح 400 ألف شخص.", "400 people were displaced.", "numbers"),
    ("نزح 400 ألف شخص.", "People were displaced.", "numbers"),
    ("نزح أشخاص كثيرون.", "400 people were displaced.", "numbers"),
    ("قتل خمسة مدنيين وجرح تسعة.", "Nine civilians were killed and nine wounded.", "numbers"),
    ("قتل جندي.", "Two soldier was killed.", "numbers"),
    ("ارتفعت الأسعار بنسبة 30 بالمئة.", "Prices rose by 30.", "numbers"),
    ("وصل 30 شخصاً.", "30% arrived.", "numbers"),
    ("وصل مئات النازحين.", "Thousands of displaced people arrived.", "numbers"),
    ("فر آلاف السكان.", "A thousand residents fled.", "numbers"),
    ("قتل اثنين من الجنود.", "Soldiers were killed.", "numbers"),
    ("في عام 2019 وصل الوفد.", "In 2091 the delegation arrived.", "numbers"),
    ("نفت الوزارة إرسال قوات.", "The ministry sent its forces.", "negation"),
    ("لم ترسل الوزارة قوات.", "The ministry sent its forces.", "negation"),
    ("أرسلت الوزارة قواتها.", "The ministry did not send its forces.", "negation"),
    ("طلب منهم ألا يدخلوا المدينة.", "He asked them to enter the city.", "negation"),
    ("قصف على المدينة.", "Shelling on on the city.", "loop"),
    ("قال المتحدث باسم الوزارة.", "He said the man said the man said so.", "loop"),
    ("اغتيال القائد.", "The assassssssination of him.", "loop"),
    ("وصلت المساعدات.", "The mainstremainstremainstre aid.", "loop"),
    ("وصلت المساعدات إلى المدينة.", "Aid reached المدينة yesterday.", "source_script"),
    ("وصلت المساعدات إلى المدينة.", "Помощь reached the city.", "source_script"),
    ("قال إنه سيعود إلى بلدته في ريف حلب الشمالي قريباً.", "He said.", "too_short"),
    ("وصلت المساعدات.", "Aid arrived and everyone in the whole city was very happy about it.",
     "too_long"),
    ("قال: «نعم».", 'He said: "Yes.', "quotes"),
    ("قال «سنبقى في المدينة حتى النهاية مع أهلنا».", "We will stay in the city.", "quotes"),
    ("وصلت المساعدات.", "Aid ⁇ arrived.", "unknown_token"),
    ("وصلت المساعدات.", "♪ Aid arrived ♪", "unknown_token"),
    ("زوروا موقعنا.", "Visit www.example.com now.", "invented_address"),
    ("راسلونا.", "Write to someone@mail.org.", "invented_address"),
    ("قال الوزير ذلك.", "The minister told Obama so.", "name_invented"),
    ("وصل الوفد إلى دمشق أمس.", "The delegation arrived yesterday.", "name_lost"),
    ("أوقف أربعة متظاهرين.", "Four demonstrators were killed.", "event_invented"),
    ("وصلت المساعدات.", "...", "empty"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "candidate"), GOOD)
def test_a_right_translation_passes(source: str, candidate: str) -> None:
    assert check(source, candidate) == []


@pytest.mark.parametrize(("source", "candidate", "flag"), BAD)
def test_a_wrong_translation_is_flagged(source: str, candidate: str, flag: str) -> None:
    assert flag in check(source, candidate)


def test_every_check_has_a_case_and_a_reason() -> None:
    assert {flag for _, _, flag in BAD} == {item.name for item in CHECKS}
    assert all(reason.endswith(".") for reason in reasons().values())


def test_what_the_source_has_is_no_invention() -> None:
    assert check("الموقع www.example.com مفتوح.", "The site www.example.com is open.") == []
    assert "loop" not in check("الحرية الحرية للشعب.", "Freedom freedom for the people.")
    assert "quotes" not in check("قال «نعم.", 'He said: "Yes.')


def test_other_targets() -> None:
    assert check("نزح 400 ألف شخص.", "400 000 personnes ont été déplacées.", "fr") == []
    assert check("نزح 400 ألف شخص.", "400 mille personnes ont été déplacées.", "fr") == []
    assert check("نزح 400 ألف شخص.", "500 mille personnes ont été déplacées.", "fr") == ["numbers"]
    assert check("لم يصل أحد.", "Personne n'est arrivé.", "fr") == []
    assert check("وصلت المساعدات.", "کمک‌ها رسیدند.", "fa") == []
    assert check("وصلت المساعدات.", "Помощь прибыла.", "ru") == []
    assert check("وصلت المساعدات.", "Помощь المساعدات.", "ru") == ["source_script"]
    assert check("وصلت المساعدات إلى المدينة المحاصرة.", "援助抵达被围困的城市。", "zh") == []


def test_the_reviewed_sample_passes() -> None:
    rows = (SAMPLES / "idlib_2019.en.tsv").read_text(encoding="utf-8").splitlines()
    flagged = [(row, flags) for row in rows if (flags := check(*row.split("\t")))]
    assert flagged == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_checked(source: str, candidate: str) -> None:
    names = {item.name for item in CHECKS}
    assert set(check(source, candidate)) <= names
    assert set(check(source, candidate, "fr")) <= names


NUMBERED = [
    ("قتل {} مدنياً في القصف على المدينة.", 3),
    ("قالت الشرطة إن {} أشخاص قتلوا في انفجار سيارة مفخخة.", 1),
    ("نزح {} شخص من ريف إدلب خلال أسبوع.", 2),
    ("أصيب {} جندياً بجروح في هجوم قرب الحدود.", 3),
    ("وأفاد مصدر أمني بمقتل {} مسلحاً في غارة جوية.", 3),
    ("تظاهر {} شخص أمام مبنى البرلمان أمس.", 2),
]
AMOUNTS = {1: ["3", "خمسة", "9"], 2: ["400", "1200", "2500", "مئة"], 3: ["15", "23", "47", "60"]}
READ = {"خمسة": 5, "مئة": 100}


def test_what_passes_has_the_right_figure(starter: Package) -> None:
    """The weak package invents figures; nothing that it invents may get through."""
    cases = [
        (pattern.format(amount), READ.get(amount) or int(amount))
        for pattern, size in NUMBERED
        for amount in AMOUNTS[size]
    ]
    found = Engine([starter], Decoding()).translate([source for source, _ in cases])
    passed = failed = 0
    for (source, amount), candidates in zip(cases, found, strict=True):
        for candidate in candidates:
            stated = [n for n in english_numbers.find_numbers(candidate.text) if n.value >= 3]
            if check(source, candidate.text):
                failed += "numbers" in check(source, candidate.text)
                continue
            passed += 1
            assert [n.value for n in stated] == [amount], candidate.text
    assert passed > 5  # the check is not simply refusing
    assert failed > 5  # and the package does invent
