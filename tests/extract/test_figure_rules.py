"""The rules of figures: what is counted, how many, how sure, and what is no figure.

All sentences are made up; the places are real so that the place list knows them."""

from __future__ import annotations

import pytest

from .texts import extracted, figure, figures


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        # digits of both scripts, scale words, number words
        ("قتل 12 مدنياً في الحادث.", 12, "civilians", "killed"),
        ("قتل ١٢ مدنياً في الحادث.", 12, "civilians", "killed"),
        ("قتل 3 آلاف شخص في الحرب.", 3_000, "people", "killed"),
        ("نزح 2.5 مليون شخص من المدينة.", 2_500_000, "people", "displaced"),
        ("نزح ٢٥ ألف شخص من الريف.", 25_000, "people", "displaced"),
        ("قتل سبعة عشر شخصاً في الحادث.", 17, "people", "killed"),
        ("أصيب خمسة وعشرون طالباً.", 25, "people", "wounded"),
        ("أصيب مئة وعشرون شخصاً بجروح.", 120, "people", "wounded"),
        ("قتل مئة شخص.", 100, "people", "killed"),
        ("قتل ألف ومئتا شخص في الحرب.", 1_200, "people", "killed"),
        # duals and bare singulars after a casualty word
        ("قتل طفلان في الحادث.", 2, "children", "killed"),
        ("أسفر الحادث عن مقتل شخصين.", 2, "people", "killed"),
        ("أسفر الحادث عن مقتل مدني.", 1, "civilians", "killed"),
        ("أسفر الحادث عن إصابة امرأة.", 1, "women", "wounded"),
        ("فارق شخص الحياة متأثراً بجراحه.", 1, "people", "killed"),
        # killed and wounded in one number
        ("مقتل وإصابة 15 شخصاً في الحادث.", 15, "people", "killed_or_wounded"),
        # households stay households
        ("نزحت 350 عائلة من البلدة.", 350, "families", "displaced"),
        ("نزحت خمسون أسرة من البلدة.", 50, "families", "displaced"),
        ("عادت 80 عائلة إلى البلدة.", 80, "families", "returned"),
        # other kinds
        ("عاد 1200 نازح إلى المدينة.", 1_200, "people", "returned"),
        ("تحتجز الحركة 11 رهينة في السجن.", 11, "people", "detained"),
        ("اعتقلت قوات الأمن 14 طالباً.", 14, "people", "detained"),
        ("فقد 6 أشخاص في البحر.", 6, "people", "missing"),
        ("وصل 300 لاجئ إلى الحدود.", 300, "people", "refugees"),
        ("يحتاج 4 ملايين شخص إلى المساعدات.", 4_000_000, "people", "in_need"),
        ("دمر الحريق 30 منزلاً في القرية.", 30, "homes", "homes_destroyed"),
        ("تدمير عشرين منزلاً في القرية.", 20, "homes", "homes_destroyed"),
    ],
)
def test_value_unit_and_kind(text: str, value: int, unit: str, kind: str) -> None:
    found = figure(text)
    assert (found.value, found.unit, found.kind) == (value, unit, kind)
    assert found.qualifier == "exact"


@pytest.mark.parametrize(
    ("text", "qualifier", "value"),
    [
        ("قتل أكثر من 40 شخصاً في الحادث.", "more_than", 40),
        ("قتل نحو 40 شخصاً في الحادث.", "approximately", 40),
        ("قتل ما لا يقل عن 40 شخصاً في الحادث.", "at_least", 40),
        ("قتل ما بين 20 و30 شخصاً في الحادث.", "range", None),
        ("قتل عشرات المدنيين في الحادث.", "dozens", None),
        ("نزح آلاف السكان من البلدة.", "thousands", None),
        ("نزح عشرات الآلاف من المدنيين من البلدة.", "tens_of_thousands", None),
        ("أصيب عدد من الأشخاص في الحادث.", "several", None),
    ],
)
def test_how_exact(text: str, qualifier: str, value: int | None) -> None:
    found = figure(text)
    assert (found.qualifier, found.value) == (qualifier, value)


@pytest.mark.parametrize(
    "text",
    ["نزح ما بين 200 و300 شخص من البلدة.", "نزح 200 إلى 300 شخص من البلدة."],
)
def test_a_range_keeps_both_ends(text: str) -> None:
    found = figure(text)
    assert (found.value, found.low, found.high) == (None, 200, 300)


def test_killed_and_wounded_each_have_their_own_number() -> None:
    found = figures("قتل ثلاثة مدنيين وأصيب عشرة في الحادث.")
    assert [(one.value, one.kind) for one in found] == [(3, "killed"), (10, "wounded")]
    found = figures("أسفر الحادث عن مقتل مدني وإصابة امرأة.")
    assert [(one.value, one.unit, one.kind) for one in found] == [
        (1, "civilians", "killed"), (1, "women", "wounded"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "قتل 9 مدنيين، بينهم 4 أطفال، في الحادث.",
        "قتل 9 مدنيين بينهم 4 أطفال.",
        "قتل تسعة مدنيين من بينهم أربعة أطفال.",
    ],
)
def test_a_part_of_the_figure_before_is_a_subset(text: str) -> None:
    whole, part = figures(text)
    assert (whole.value, whole.subset) == (9, False)
    assert (part.value, part.unit, part.kind, part.subset) == (4, "children", "killed", True)


@pytest.mark.parametrize(
    "text",
    [
        "لم يسفر الحادث عن وقوع ضحايا.",
        "قصفت المدفعية بلدة سراقب دون تسجيل إصابات.",
        "قصفت المدفعية بلدة سراقب دون ورود معلومات عن سقوط قتلى أو جرحى.",
        "قصف الجيش البلدة، ولم ترد معلومات عن وقوع ضحايا.",
    ],
)
def test_none_reported_has_no_value(text: str) -> None:
    found = figure(text)
    assert found.negated
    assert found.value is None
    assert found.qualifier == "none_reported"


@pytest.mark.parametrize(
    "text",
    [
        "استمر القصف 3 ساعات.",
        "سقطت 20 قذيفة على البلدة.",
        "تبعد القرية 15 كيلومتراً عن المدينة.",
        "وصل اللواء 46 إلى الفوج 111 في القاعدة.",
        "بني المسجد عام 1985.",
        "قتل أحمد سالم (45 عاماً) في الحادث.",
        "قدمت المنظمة 5 ملايين دولار.",
        "ارتفعت الأسعار بنسبة 12 بالمئة.",
        "يعقد الاجتماع في 14 تموز 2021 عند الساعة 10.",
        "المادة 21 من الدستور.",
    ],
)
def test_numbers_of_other_things_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_an_age_is_no_count() -> None:
    assert [one.value for one in figures("قتل رجل يبلغ من العمر 45 عاماً.")] == [1]


def test_the_source_is_the_statement_around_it() -> None:
    article = extracted("قال مصدر طبي إن 8 أشخاص قتلوا في مدينة حماة. وأصيب 3 أشخاص.")
    said, plain = article.figures
    assert said.source is not None
    assert (said.source.statement, said.source.ar) == (article.statements[0].id, "مصدر طبي")
    assert plain.source is None or plain.source.statement is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قتل 8 أشخاص في مدينة حماة.", "حماة"),
        ("عادت 80 عائلة إلى مدينة تدمر.", "تدمر"),
        # another clause's place is not the figure's
        ("قتل 8 أشخاص، فيما شهدت مدينة حماة هدوءاً.", None),
        ("شهدت مدينة حماة هدوءاً. وقتل 8 أشخاص.", None),
    ],
)
def test_a_place_only_where_it_is_said_with_the_number(text: str, place: str | None) -> None:
    found = figure(text).place
    assert (found.ar if found else None) == place


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("عادت 80 عائلة إلى مدينة تدمر.", "destination"),
        ("نزح 500 شخص من مدينة حماة.", "origin"),
        ("قتل 8 أشخاص في مدينة حماة.", "site"),
    ],
)
def test_the_part_a_place_has_in_a_movement(text: str, role: str) -> None:
    assert figure(text).place_role == role
