"""Figures: what a number counts, numbers that count nobody, and counts without a number."""

from __future__ import annotations

import pytest

from .texts import extracted, figure, figures


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("قتل خمسة مدنيين في البلدة.", "killed", 5, "civilians"),
        ("أصيب 9 أطفال في البلدة.", "wounded", 9, "children"),
        ("نزح 4000 شخص من المدينة.", "displaced", 4000, "people"),
        ("وصل 1200 لاجئ إلى المخيم.", "refugees", 1200, "people"),
        ("اعتقلت الشرطة ثلاثة ناشطين في المدينة.", "detained", 3, "people"),
        ("دمر القصف 40 منزلاً في القرية.", "homes_destroyed", 40, "homes"),
        ("انتشار 600 مقاتل على الجبهة.", "present_combatants", 600, "combatants"),
        ("قتل 10 مقاتلين في المعركة.", "killed", 10, "combatants"),
        ("عدد الفارين من المعارك وصل إلى 150 ألفاً.", "displaced", 150_000, "people"),
        ("مقتل 3 لاجئين في المخيم.", "killed", 3, "people"),
    ],
)
def test_a_number_with_its_noun_and_verb(text: str, kind: str, value: int, unit: str) -> None:
    found = figure(text)
    assert (found.kind, found.value, found.unit) == (kind, value, unit)
    assert found.surface.text in text


@pytest.mark.parametrize(
    ("text", "qualifier", "value"),
    [
        ("قتل نحو 20 مقاتلاً في المعركة.", "approximately", 20),
        ("نزح أكثر من 4000 شخص من المدينة.", "more_than", 4000),
        ("قتل 3 أشخاص على الأقل في المدينة.", "at_least", 3),
        ("نزحت عشرات العائلات من القرية.", "dozens", None),
    ],
)
def test_qualifiers(text: str, qualifier: str, value: int | None) -> None:
    found = figure(text)
    assert (found.qualifier, found.value) == (qualifier, value)


def test_a_range_has_bounds_and_no_value() -> None:
    found = figure("أصيب ما بين 20 و30 شخصاً في المدينة.")
    assert (found.value, found.low, found.high, found.qualifier) == (None, 20, 30, "range")


def test_killed_and_wounded_side_by_side() -> None:
    killed, wounded = figures("سقط 7 قتلى و15 جريحاً في المدينة.")
    assert (killed.kind, killed.value) == ("killed", 7)
    assert (wounded.kind, wounded.value) == ("wounded", 15)


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات البلدة، دون ورود معلومات عن وقوع ضحايا.",
        "قصف الجيش القرية دون تسجيل إصابات في صفوف المدنيين.",
        "سقطت القذيفة في الحقل، ولا أنباء عن إصابات.",
        "لم يسفر القصف عن إصابات.",
        "لم تسجل خسائر في القرية.",
    ],
)
def test_a_negated_casualty_never_has_a_value(text: str) -> None:
    found = figure(text)
    assert found.negated
    assert found.value is None
    assert (found.kind, found.qualifier) == ("casualties", "none_reported")


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("مقتل طفلين في المخيم.", "killed", 2, "children"),
        ("قتلت طفلتان في البلدة.", "killed", 2, "children"),
        ("أصيب شرطيان في البلدة.", "wounded", 2, "combatants"),
        ("قتل شخص في وسط المدينة.", "killed", 1, "people"),
        ("مقتل امرأة في المخيم.", "killed", 1, "women"),
        ("فارق شاب الحياة في المشفى.", "killed", 1, "people"),
        ("قتل رجل وامرأة في البلدة.", "killed", 2, "people"),
    ],
)
def test_duals_and_bare_singulars_count(text: str, kind: str, value: int, unit: str) -> None:
    found = figure(text)
    assert (found.kind, found.value, found.unit, found.rule) == (
        kind,
        value,
        unit,
        "implicit_count",
    )


@pytest.mark.parametrize(
    "text",
    [
        "تحدث شاب عن حياته في المخيم.",
        "زار طبيب القرية مع أسرته.",
        "وصلت سيدة إلى المركز.",
    ],
)
def test_a_bare_singular_without_harm_counts_nothing(text: str) -> None:
    assert figures(text) == []


def test_a_subset_takes_the_kind_of_the_whole() -> None:
    whole, part = figures("قتل 10 مدنيين بينهم 3 أطفال في البلدة.")
    assert (whole.value, whole.subset) == (10, False)
    assert (part.value, part.kind, part.unit, part.subset) == (3, "killed", "children", True)


def test_a_bare_singular_may_be_a_subset() -> None:
    _, part = figures("قتل 5 مدنيين بينهم طفل في البلدة.")
    assert (part.value, part.unit, part.subset) == (1, "children", True)


def test_a_joined_number_takes_the_kind_before() -> None:
    _, second = figures("قتل 3 رجال و4 نساء في البلدة.")
    assert (second.value, second.kind, second.unit) == (4, "killed", "women")


def test_households_stay_households() -> None:
    found = figure("نزحت 300 عائلة من القرية.")
    assert (found.value, found.unit) == (300, "families")
    assert found.idmc is not None
    assert (found.idmc.unit, found.idmc.term) == ("HOUSEHOLD", "DISPLACED")


def test_a_toll_is_cumulative() -> None:
    toll = figure("ارتفعت حصيلة القتلى إلى 90 شخصاً.")
    assert (toll.value, toll.kind, toll.cumulative) == (90, "killed", True)
    assert not figure("قتل 5 مدنيين في البلدة.").cumulative


@pytest.mark.parametrize(
    "text",
    [
        "أطلقت القوات 25 صاروخاً على المطار.",
        "تبعد القرية 15 كيلومتراً عن المدينة.",
        "نفذ الطيران 12 غارة على البلدة.",
        "استمر الاجتماع 3 ساعات في العاصمة.",
        "سيطر الجيش على 4 قرى في الريف.",
        "وقع الاتفاق في عام 2018 في العاصمة.",
        "دفعت الوزارة 500 دولار لكل قرية.",
        "اندلع حريق في 20 خيمة.",
    ],
)
def test_numbers_of_other_things_stay_out(text: str) -> None:
    assert figures(text) == []


def test_a_figure_in_a_statement_is_the_speakers() -> None:
    article = extracted("قالت منظمة الأمل الطبية إن 12 مدنياً قتلوا في البلدة.")
    (found,) = article.figures
    assert found.modality == "alleged"
    assert found.source is not None
    assert found.source.statement == article.statements[0].id
    own = figure("قتل 12 مدنياً في البلدة.")
    assert own.modality == "asserted"
    assert own.source is not None
    assert own.source.statement is None


def test_ids_follow_the_text() -> None:
    found = figures("قتل 3 رجال في البلدة. نزحت 20 عائلة. أصيب 4 أطفال في القرية.")
    assert [f.id for f in found] == ["FG01", "FG02", "FG03"]
    assert [f.value for f in found] == [3, 20, 4]
