"""The rules of events: what kind, who, whom, where, how sure, when, with what losses.

All sentences are made up; the places are real so that the place list knows them."""

from __future__ import annotations

import pytest

from briefing.model import Event

from .texts import event, events


def actors(found: Event) -> list[str]:
    return [party.ar for party in found.actor]


def targets(found: Event) -> list[str]:
    return [party.ar for party in found.target]


def places(found: Event) -> list[str]:
    return [place.ar for place in found.places]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("شن الطيران الحربي غارة جوية على بلدة سراقب.", "air_strike"),
        ("قصفت الطائرات الروسية بلدة سراقب.", "air_strike"),
        ("قصف الطيران الحربي بلدة سراقب بالصواريخ.", "air_strike"),
        ("قصف الجيش بلدة سراقب.", "shelling"),
        ("قصف مدفعي على بلدة سراقب.", "shelling"),
        ("سقط صاروخ على حي سكني في مدينة تعز.", "shelling"),
        ("هجوم بطائرة مسيرة على مطار حماة.", "drone_strike"),
        ("استهدفت طائرة مسيرة سيارة في مدينة حماة.", "drone_strike"),
        ("قصف صاروخي على مدينة حماة.", "missile_strike"),
        ("هجوم صاروخي على مدينة مأرب.", "missile_strike"),
        ("اندلعت اشتباكات بين الجيش ومسلحين في مدينة الرستن.", "clash"),
        ("اعتقلت قوات الأمن خمسة طلاب في مدينة نابلس.", "abduction_arrest"),
        ("انفجرت عبوة ناسفة في سوق مدينة الباب.", "explosion"),
        ("وقع انفجار في مدينة حماة.", "explosion"),
        ("وصلت تعزيزات عسكرية إلى مدينة منبج.", "reinforcement"),
        ("بدأ وقف إطلاق النار في مدينة درعا.", "ceasefire_lull"),
        ("خرج السكان في مظاهرة في مدينة السويداء.", "protest"),
        ("انسحبت القوات من مدينة حماة.", "territory_change"),
    ],
)
def test_the_kind_of_act(text: str, kind: str) -> None:
    assert event(text).action_type == kind


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # after the verb, with and without an adjective
        ("قصف الجيش بلدة سراقب.", ["الجيش"]),
        ("قصفت الطائرات الروسية بلدة سراقب.", ["الطائرات الروسية"]),
        ("انسحبت القوات من مدينة حماة.", ["القوات"]),
        # «شن X غارة»: the subject of the light verb
        ("شنت مقاتلات إسرائيلية غارات على بلدة القصير.", ["مقاتلات إسرائيلية"]),
        # the nationality beside the noun of action
        ("غارة روسية على بلدة سراقب.", ["روسية"]),
        ("غارات إسرائيلية على بلدة القصير.", ["إسرائيلية"]),
        # what is hit stands beside who hits it
        ("احتجز مسلحون طبيباً في مدينة الباب.", ["مسلحون"]),
        ("استهدفت طائرة مسيرة موقعاً عسكرياً في مدينة حماة.", ["طائرة مسيرة"]),
        ("اعتقلت القوات 14 شخصاً في مدينة نابلس.", ["القوات"]),
        # nobody is named
        ("قصف مدفعي على بلدة سراقب.", []),
        ("وقع انفجار في مدينة حماة.", []),
    ],
)
def test_who_acts(text: str, who: list[str]) -> None:
    assert actors(event(text)) == who


def test_both_sides_of_a_clash_are_its_actors() -> None:
    (who,) = actors(event("اشتباكات عنيفة بين الجيش والمتمردين في مدينة الفاشر."))
    assert "الجيش" in who
    assert "المتمردين" in who


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("هجوم صاروخي على مدينة مأرب.", ["مدينة مأرب"]),
        ("سقط صاروخ على حي سكني في مدينة تعز.", ["حي سكني"]),
        ("غارة روسية على معسكر في بلدة سراقب.", ["معسكر"]),
        ("اعتقلت قوات الأمن خمسة طلاب في مدينة نابلس.", ["خمسة طلاب"]),
        ("وقع انفجار في مدينة حماة.", []),
    ],
)
def test_whom_it_hits(text: str, whom: list[str]) -> None:
    assert targets(event(text)) == whom


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("قصفت الطائرات مدن إدلب وحماة وحمص.", ["إدلب", "حماة", "حمص"]),
        ("القصف المدفعي على مدينتي إدلب وحماة.", ["إدلب", "حماة"]),
        ("اشتباكات عنيفة بين الجيش والمتمردين في مدينة الفاشر.", ["الفاشر"]),
        # a country as actor, by name or adjective, is no place
        ("قصفت روسيا مدينة إدلب.", ["إدلب"]),
        ("غارات إسرائيلية على بلدة القصير.", ["القصير"]),
        # a country where it happens is one
        ("غارات أمريكية في سوريا.", ["سوريا"]),
        ("استهدفت غارة إسرائيلية سيارة في لبنان.", ["لبنان"]),
    ],
)
def test_where(text: str, where: list[str]) -> None:
    assert places(event(text)) == where


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("قصف الجيش بلدة سراقب.", "asserted"),
        ("قالت الوزارة إن غارة جوية استهدفت بلدة سراقب.", "alleged"),
        ("قال مصدر أمني إن هجوماً وقع في مدينة حماة.", "alleged"),
        ("أعلنت الحركة أنها استهدفت مطار حماة.", "claimed"),
        ("نفى الجيش أن تكون قواته قصفت بلدة سراقب.", "denied"),
        ("يخشى السكان من هجوم على مدينة حماة.", "feared"),
        ("أبدى السكان مخاوف من قصف بلدة سراقب.", "feared"),
        ("هددت الحركة بشن هجوم على مدينة حماة.", "threatened"),
        ("هددت الحركة بقصف مدينة حماة.", "threatened"),
        ("هدد القائد باستهداف مطار حماة.", "threatened"),
        ("نفى الجيش قصف بلدة سراقب.", "denied"),
        ("نفت الحركة مسؤوليتها عن الهجوم على مدينة حماة.", "denied"),
        ("قال شهود إن الطائرات قصفت بلدة سراقب.", "alleged"),
        ("أكد شهود عيان أن الجيش قصف بلدة سراقب.", "alleged"),
    ],
)
def test_how_sure(text: str, modality: str) -> None:
    assert event(text).modality == modality


def test_who_claims_or_threatens_is_the_actor_and_the_statement_is_linked() -> None:
    claimed = event("أعلنت الحركة أنها استهدفت مطار حماة.")
    assert (actors(claimed), claimed.attributed_to) == (["الحركة"], "ST01")
    threatened = event("هددت الحركة بشن هجوم على مدينة حماة.")
    assert (actors(threatened), threatened.attributed_to) == (["الحركة"], "ST01")
    assert event("قصف الجيش بلدة سراقب.").attributed_to is None


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("وقع انفجار في مدينة حماة.", "current"),
        ("وقع انفجار في مدينة حماة صباح اليوم.", "current"),
        ("وقع انفجار في مدينة حماة عام 2012.", "historical"),
        ("وكانت المدفعية قصفت بلدة سراقب العام الماضي.", "historical"),
        ("ستشن القوات هجوماً على مدينة حماة غداً.", "future"),
        ("يخشى السكان من هجوم على مدينة حماة.", "future"),
        ("هددت الحركة بشن هجوم على مدينة حماة.", "future"),
    ],
)
def test_past_present_and_to_come(text: str, relation: str) -> None:
    assert event(text).time_relation == relation


@pytest.mark.parametrize(
    ("text", "status", "killed", "wounded"),
    [
        ("قتل أربعة مدنيين وأصيب سبعة في غارة جوية على بلدة سراقب.", "stated", 4, 7),
        ("غارة جوية على بلدة سراقب أسفرت عن مقتل 3 مدنيين.", "stated", 3, None),
        ("قتل 5 أشخاص في انفجار سيارة مفخخة في مدينة الباب.", "stated", 5, None),
        (
            "قصفت المدفعية بلدة سراقب دون تسجيل إصابات.",
            "none_reported", None, None,
        ),
        ("قصف الجيش بلدة سراقب.", "not_mentioned", None, None),
    ],
)  # fmt: skip
def test_losses(text: str, status: str, killed: int | None, wounded: int | None) -> None:
    losses = event(text).casualties
    assert (losses.status, losses.killed, losses.wounded) == (status, killed, wounded)


@pytest.mark.parametrize(
    "text",
    [
        "شهدت مدينة حماة انفجاراً عنيفاً. وقع الانفجار في مدينة حماة صباح اليوم.",
        "قصف الجيش بلدة سراقب صباح اليوم. وقال مصدر طبي إن القصف أسفر عن إصابة طفلين.",
        "غارة جوية على بلدة سراقب. الغارة الجوية على بلدة سراقب استهدفت سوقاً.",
    ],
)
def test_a_second_mention_is_the_same_event(text: str) -> None:
    assert len(events(text)) == 1


def test_two_places_are_two_events() -> None:
    found = events("وقع انفجار في مدينة حماة. ووقع انفجار في مدينة الباب.")
    assert [places(one) for one in found] == [["حماة"], ["الباب"]]


@pytest.mark.parametrize(
    "text",
    [
        "تقع القرية في منطقة خفض التصعيد.",
        "قرأ الطلاب كتاباً عن المدينة.",
        "يبحث الوزير مكافحة التصحر في مدينة حماة.",
    ],
)
def test_no_event(text: str) -> None:
    assert events(text) == []
