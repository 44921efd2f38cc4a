"""Events: type, actor, target, place, time, modality, casualties, and merging of mentions."""

from __future__ import annotations

import pytest

from .texts import event, events, extracted


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("قصفت قوات الجيش بلدة سراقب بالمدفعية.", "shelling"),
        ("قصفت الطائرات الحربية مدينة إدلب.", "air_strike"),
        ("استهدفت طائرة مسيرة مدينة إدلب.", "drone_strike"),
        ("استهدفت القوات مطار حماة بالصواريخ.", "missile_strike"),
        ("سقطت قذائف على مدينة حلب.", "shelling"),
        ("اندلعت اشتباكات بين الجيش وفصائل المعارضة في ريف حماة.", "clash"),
        ("وقع انفجار عبوة ناسفة في مدينة درعا.", "explosion"),
        ("اعتقلت الشرطة ثلاثة ناشطين في بغداد.", "abduction_arrest"),
        ("خرجت مظاهرة في بغداد ضد الحكومة.", "protest"),
        ("سيطرت الفصائل على مدينة إدلب.", "territory_change"),
    ],
)
def test_types(text: str, action: str) -> None:
    found = event(text)
    assert found.action_type == action
    assert found.trigger.text in text


def test_who_where_when_and_with_what() -> None:
    found = event("قصفت قوات الجيش بلدة سراقب بالمدفعية صباح اليوم.")
    assert [party.ar for party in found.actor] == ["قوات الجيش"]
    assert [place.ar for place in found.places] == ["سراقب"]
    assert found.time is not None
    assert found.time.text == "صباح اليوم"
    assert found.weapon is not None
    assert found.weapon.ar == "المدفعية"
    assert found.modality == "asserted"


def test_the_launch_verb_names_the_actor_and_ala_the_target() -> None:
    found = event("شن الطيران الحربي غارات جوية على مدينة إدلب.")
    assert [party.ar for party in found.actor] == ["الطيران الحربي"]
    assert [party.ar for party in found.target] == ["مدينة إدلب"]


def test_each_clause_has_its_own_place() -> None:
    first, second = events("قصف الجيش مدينة حلب، فيما اندلعت اشتباكات في ريف حماة.")
    assert [place.ar for place in first.places] == ["حلب"]
    assert [place.ar for place in second.places] == ["ريف حماة"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("قصفت الطائرات مدينة حلب.", "asserted"),
        ("قال الوزير إن الطائرات قصفت مدينة حلب.", "alleged"),
        ("أعلنت حركة الفجر أنها استهدفت مطار حماة بالصواريخ.", "claimed"),
        ("نفى الجيش أن تكون قواته قد قصفت مدينة حلب.", "denied"),
        ("مخاوف من هجوم على مدينة إدلب.", "feared"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert event(text).modality == modality


def test_the_statement_of_an_event_is_linked() -> None:
    article = extracted("قال الوزير إن الطائرات قصفت مدينة حلب.")
    (found,) = article.events
    assert found.attributed_to == article.statements[0].id


def test_an_act_of_an_earlier_year_is_historical() -> None:
    assert event("شهد عام 2012 قصفاً على مدينة حمص.").time_relation == "historical"
    assert event("قصفت الطائرات مدينة حمص.").time_relation == "current"


@pytest.mark.parametrize(
    "text",
    [
        "لم تستهدف القوات مدينة حلب.",
        "منطقة خفض التصعيد هادئة.",
        "اجتمع وزير الدفاع مع السفير في دمشق.",
        "عرض الفيلم في مدينة حلب.",
        "أطلقت الوزارة حملة لتنظيف الشوارع.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert events(text) == []


def test_casualties_go_to_the_act_of_their_clause() -> None:
    article = extracted("وقع انفجار في مدينة درعا أدى إلى مقتل 3 أشخاص وإصابة 9 آخرين.")
    (found,) = article.events
    assert (found.casualties.killed, found.casualties.wounded) == (3, 9)
    assert found.casualties.status == "stated"
    assert {figure.event for figure in article.figures} == {found.id}


def test_negated_casualties_are_none_reported_and_never_zero() -> None:
    found = event("قصفت الطائرات مدينة حلب، دون ورود معلومات عن وقوع ضحايا.")
    assert found.casualties.status == "none_reported"
    assert found.casualties.killed is None
    assert found.casualties.wounded is None


def test_a_range_of_dead_is_unquantified() -> None:
    found = event("وقع انفجار في مدينة درعا أدى إلى مقتل عشرات المدنيين.")
    assert (found.casualties.status, found.casualties.killed) == ("unquantified", None)


def test_a_second_mention_folds_into_the_first() -> None:
    only = event("قصفت الطائرات مدينة حلب صباح اليوم. واستمر القصف عدة ساعات.")
    assert [place.ar for place in only.places] == ["حلب"]


def test_another_place_is_another_act() -> None:
    found = events("قصفت الطائرات مدينة حلب. وقصفت المدفعية مدينة درعا.")
    assert [[place.ar for place in one.places] for one in found] == [["حلب"], ["درعا"]]
    assert [one.id for one in found] == ["EV01", "EV02"]


def test_a_headline_gives_way_to_the_body() -> None:
    article = extracted("قصفت الطائرات مدينة حلب صباح اليوم.", "قصف على مدينة حلب")
    (found,) = article.events
    assert not found.in_headline


def test_a_headline_alone_is_an_event() -> None:
    article = extracted("لم ترد تفاصيل أخرى حتى الآن.", "قصف على مدينة حلب")
    (found,) = article.events
    assert found.in_headline
