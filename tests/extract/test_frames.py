"""The frames of statements, a row or two each: who, stance, type, where the content begins
and ends. All sentences are made up."""

from __future__ import annotations

import pytest

from .texts import contents, extracted, speakers, statement, statements

#: text, speakers, stance, type, beginning and end of the content
FRAMES: dict[str, tuple[str, list[str], str, str, str, str]] = {
    "verb, speaker, that": (
        "قالت مديرة المدرسة إن الدروس ستستأنف يوم الأحد.",
        ["مديرة المدرسة"], "claim", "indirect", "الدروس", "الأحد",
    ),
    "verb with a role between commas": (
        "أكد نادر الخطيب، وزير المياه، أن السدود ممتلئة.",
        ["نادر الخطيب"], "claim", "indirect", "السدود", "ممتلئة",
    ),
    "verb and quotation": (
        "وأضافت المتحدثة: «لم نستلم أي شحنة منذ أسبوعين».",
        ["المتحدثة"], "claim", "direct", "لم نستلم", "أسبوعين",
    ),
    "verb about a noun": (
        "كشف مسؤول محلي عن خطة لترميم الجسور.",
        ["مسؤول محلي"], "announcement", "indirect", "خطة", "الجسور",
    ),
    "speaker before the verb": (
        "مصادر طبية تحدثت عن نقص حاد في الأدوية.",
        ["مصادر طبية"], "claim", "indirect", "نقص", "الأدوية",
    ),
    "pluperfect": (
        "وكان كشف نادر الخطيب عن خطة لترميم الجسور.",
        ["نادر الخطيب"], "announcement", "indirect", "خطة", "الجسور",
    ),
    "noun of action, denial": (
        "نفي وزارة المياه صحة الأنباء عن جفاف السد.",
        ["وزارة المياه"], "denial", "indirect", "صحة", "السد",
    ),
    "noun of action, claim": (
        "مزاعم الحركة بأن السد فارغ.",
        ["الحركة"], "claim", "indirect", "السد", "فارغ",
    ),
    "light verb": (
        "أطلق قائد الفصيل تهديدات باستهداف المرفأ قريباً.",
        ["قائد الفصيل"], "threat", "indirect", "باستهداف", "قريباً",
    ),
    "two cues": (
        'توعد قائد الفصيل، قائلاً: "لن تمر هذه الأفعال دون حساب".',
        ["قائد الفصيل"], "threat", "direct", "لن تمر", "حساب",
    ),
    "source first": (
        "وفقاً لوزارة المياه، فإن السد ممتلئ.",
        ["وزارة المياه"], "claim", "indirect", "السد", "ممتلئ",
    ),
    "source first with a verb": (
        "بحسب ما أفاد سكان محليون، فإن الطريق مقطوع.",
        ["سكان محليون"], "claim", "indirect", "الطريق", "مقطوع",
    ),
    "source last": (
        "انقطعت المياه عن الأحياء الشرقية، وفقاً لسكان محليين.",
        ["سكان محليين"], "claim", "indirect", "انقطعت", "الشرقية",
    ),
    "quotation first": (
        '"الوضع خطير جداً في كل المدينة"، قال مدير المشفى سامر حداد.',
        ["سامر حداد"], "claim", "direct", "الوضع", "المدينة",
    ),
    "accusation": (
        "اتهمت الحركة الحكومة بتعطيل المفاوضات.",
        ["الحركة"], "accusation", "indirect", "الحكومة", "المفاوضات",
    ),
    "blame": (
        "حمّلت النقابة الوزارة مسؤولية تأخر الرواتب.",
        ["النقابة"], "accusation", "indirect", "الوزارة", "الرواتب",
    ),
    "relayed": (
        "نقلت صحيفة الأفق عن دبلوماسي غربي قوله إن المحادثات متعثرة.",
        ["دبلوماسي غربي"], "claim", "indirect", "المحادثات", "متعثرة",
    ),
    "condemnation": (
        "نددت النقابة باعتقال الصحفيين في العاصمة.",
        ["النقابة"], "condemnation", "indirect", "اعتقال", "العاصمة",
    ),
    "condemnation of an act": (
        "استنكرت الحكومة قصف المدرسة.",
        ["الحكومة"], "condemnation", "indirect", "قصف", "المدرسة",
    ),
    "call": (
        "دعت النقابة إلى إضراب عام في المدارس.",
        ["النقابة"], "call", "indirect", "إضراب", "المدارس",
    ),
    "threat": (
        "هددت الحركة بقصف المرفأ إذا استمر الحصار.",
        ["الحركة"], "threat", "indirect", "قصف", "الحصار",
    ),
    "announcement": (
        "أعلنت وزارة المياه افتتاح محطة جديدة.",
        ["وزارة المياه"], "announcement", "indirect", "افتتاح", "جديدة",
    ),
    "denied with a verb": (
        "نفت الوزارة أن تكون المحطة قد توقفت.",
        ["الوزارة"], "denial", "indirect", "تكون", "توقفت",
    ),
    "denied with a noun": (
        "أنكر قائد الفصيل تورط عناصره في السرقة.",
        ["قائد الفصيل"], "denial", "indirect", "تورط", "السرقة",
    ),
    "unnamed source": (
        "أكد شهود عيان أن الحريق أخمد.",
        ["شهود عيان"], "claim", "indirect", "الحريق", "أخمد",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FRAMES)
def test_frame(name: str) -> None:
    text, who, stance, kind, begins, ends = FRAMES[name]
    found = statement(text)
    whole = " ".join(contents(found))
    assert speakers(found) == who
    assert (found.stance, found.type) == (stance, kind)
    assert whole.startswith(begins)
    assert whole.endswith(ends)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("أكد مصدر أمني أن الحريق أخمد.", False),
        ("أكدت مصادر طبية أن الحريق أخمد.", False),
        ("أكد شهود عيان أن الحريق أخمد.", False),
        ("أكد نادر الخطيب أن الحريق أخمد.", True),
    ],
)
def test_a_source_without_a_name_is_marked(text: str, named: bool) -> None:
    assert statement(text).speakers[0].named is named


def test_joint_speakers_of_a_noun_of_saying() -> None:
    found = statement(
        "جاء ذلك بعد تصريحات لوزير المياه نادر الخطيب، ورئيس البلدية وائل شمس حول جفاف السد."
    )
    assert speakers(found) == ["نادر الخطيب", "وائل شمس"]
    assert [speaker.role_ar for speaker in found.speakers] == ["وزير المياه", "رئيس البلدية"]
    assert contents(found) == ["جفاف السد"]


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير المياه نادر الخطيب إن السد ممتلئ.",
        "قال نادر الخطيب، وزير المياه، إن السد ممتلئ.",
        "قال وزير المياه، نادر الخطيب، إن السد ممتلئ.",
        "وزير المياه نادر الخطيب قال إن السد ممتلئ.",
    ],
)
def test_the_role_before_or_after_the_name(text: str) -> None:
    (speaker,) = statement(text).speakers
    assert (speaker.ar, speaker.role_ar) == ("نادر الخطيب", "وزير المياه")


@pytest.mark.parametrize(
    ("second", "how"),
    [
        ("وقال الخطيب إن العمل مستمر.", "surname"),
        ("وأكد الوزير أن العمل مستمر.", "short_form"),
        ("وأضاف أن العمل مستمر.", "pronoun"),
    ],
)
def test_the_same_speaker_again(second: str, how: str) -> None:
    one, other = statements(f"قال وزير المياه نادر الخطيب إن السد ممتلئ. {second}")
    assert other.speaker_resolution == how
    assert other.speakers[0].entity == one.speakers[0].entity
    assert speakers(other) == ["نادر الخطيب"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("أكد مصدر أمني أن الحريق أخمد.", "وأشار المصدر إلى أن الأسباب مجهولة."),
        ("قالت منظمة الأمل الطبية إن المشفى مغلق.", "وذكرت المنظمة أن الكوادر غادرت."),
    ],
)
def test_the_short_form_of_a_source(first: str, second: str) -> None:
    one, other = statements(f"{first} {second}")
    assert other.speaker_resolution == "short_form"
    assert other.speakers[0].entity == one.speakers[0].entity


def test_each_participle_of_a_chain_inherits_the_speaker() -> None:
    found = statements(
        "قال نادر الخطيب إن السد ممتلئ، مشيراً إلى أن الصيانة انتهت، ومشدداً على ضرورة الترشيد."
    )
    assert [speakers(one) for one in found] == [["نادر الخطيب"]] * 3
    assert [one.speaker_resolution for one in found] == ["literal", "inherited", "inherited"]
    assert [" ".join(contents(one)) for one in found] == [
        "السد ممتلئ", "الصيانة انتهت", "ضرورة الترشيد",
    ]  # fmt: skip


def test_medium_addressee_and_relay() -> None:
    found = statement("قال نادر الخطيب لصحيفة الأفق إن السد ممتلئ.")
    assert found.addressee is not None
    assert found.addressee.ar == "صحيفة الأفق"
    found = statement("قالت الوزارة في بيان إن السد ممتلئ.")
    assert found.medium is not None
    assert "بيان" in found.medium.ar
    found = statement("نقلت وكالة المدى عن مصدر حكومي قوله إن السد ممتلئ.")
    assert found.relayed_by is not None
    assert found.relayed_by.ar == "وكالة المدى"


def test_a_headline_with_its_source_before_the_colon() -> None:
    article = extracted("شهدت البلدة هدوءاً صباح اليوم.", "وزير المياه: السد ممتلئ بالكامل")
    (found,) = article.statements
    assert (found.rule, found.in_headline) == ("headline_colon", True)
    assert speakers(found) == ["وزير المياه"]
    assert contents(found) == ["السد ممتلئ بالكامل"]


@pytest.mark.parametrize("marks", ["«»", "“”", "”“", '""'])
@pytest.mark.parametrize("colon", [": ", " "])
def test_marks_of_all_kinds_hold_a_direct_quotation(marks: str, colon: str) -> None:
    found = statement(f"قال نادر الخطيب{colon}{marks[0]}لم نستلم أي شحنة منذ أسبوعين{marks[1]}.")
    assert found.type == "direct"
    assert contents(found) == ["لم نستلم أي شحنة منذ أسبوعين"]


@pytest.mark.parametrize("marks", ["«»", "“”", "”“", '""'])
def test_a_quotation_runs_over_sentences(marks: str) -> None:
    inner = "لم نستلم أي شحنة. ننتظر منذ أسبوعين! فمن المسؤول؟"
    found = statement(f"قال نادر الخطيب: {marks[0]}{inner}{marks[1]}")
    whole = " ".join(contents(found))
    assert found.type == "direct"
    assert whole.startswith("لم نستلم أي شحنة")
    assert "فمن المسؤول" in whole


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن السد بني قبل ثلاثين عاماً.",
        "ويذكر أن المحطة تغذي عشر قرى.",
        "دخلت فرق «الإنقاذ» إلى المبنى.",
        'تسلم الفريق جائزة "أفضل سد في المنطقة كلها" مساء أمس.',
        "حضرت فرقة \"النجوم\" الحفل في 'القاعة' الكبرى.",
        "لم يقل الوزير شيئاً.",
    ],
)
def test_no_statement(text: str) -> None:
    assert statements(text) == []
