"""The sample's facts read like the brief that a desk officer would sign, in both languages."""

from __future__ import annotations

import re

import pytest

from briefing.compose import compose
from briefing.model import Area, Article, Briefing, EventRow, Ref
from briefing.settings import Settings

from .conftest import NOW, REPORT, FakeNames


@pytest.fixture(scope="module")
def brief(sample: Article, names: FakeNames) -> Briefing:
    return compose([sample], Settings(), names=names, date=None, report=REPORT, now=NOW)


def row(brief: Briefing, places: str) -> EventRow:
    rows = [r for area in brief.areas for r in area.rows if r.places.en.startswith(places)]
    assert len(rows) == 1, [r.places.en for area in brief.areas for r in area.rows]
    return rows[0]


def cells(event: EventRow) -> tuple[str, ...]:
    return tuple(
        text.en for text in (event.what, event.actor, event.when, event.casualties, event.status)
    )


def test_masthead(brief: Briefing) -> None:
    head = brief.masthead
    assert head.coverage.en == "1 article, North Press Agency (NPA), dateline Idlib"
    assert head.coverage.ar == "مقال واحد، نورث برس، من إدلب"
    assert head.cutoff.en == "Friday (date not stated in the article)"
    assert head.date is None


def test_highlights(brief: Briefing) -> None:
    assert [item.text.en for item in brief.highlights] == [
        "About 400,000 people displaced as a result of Syrian government attacks, according to"
        " Hulusi Akar (Turkish Minister of Defence).",
        "The Russian Ministry of Defence denies sending reinforcements to the Idlib fronts"
        " (north-western Syria); ground deployment in Idlib alleged by Jamil al-Saleh (commander"
        " of Jaysh al-Izza) and Naji Mustafa (official spokesman of the National Front for"
        " Liberation).",
        "1 person killed (died of wounds) in artillery shelling of Qastun (al-Ghab Plain) by"
        " Syrian government forces.",
        "Air strikes on Maarzita, Maarat Hurma, Kafr Sajna and Jisr al-Shughur (western and"
        " southern Idlib) by the Syrian air force after midnight; no casualties reported.",
        "The Turkistan Islamic Party threatens to attack areas held by government forces.",
    ]
    assert [item.text.ar for item in brief.highlights] == [
        "نزوح نحو 400,000 شخص نتيجة الهجمات الحكومية السورية، بحسب خلوصي أكار"
        " (وزير الدفاع التركي).",
        "نفي وزارة الدفاع الروسية إرسال تعزيزات عسكرية إلى جبهات إدلب (شمال غربي سوريا)؛"
        " انتشار بري في إدلب وفق جميل الصالح (قائد جيش العزة) وناجي مصطفى"
        " (الناطق الرسمي باسم الجبهة الوطنية للتحرير).",
        "مقتل شخص واحد (وفاة بعد الإصابة) جراء قصف مدفعي على قسطون (سهل الغاب) من جانب"
        " قوات الحكومة السورية.",
        "غارات جوية على معرزيتا ومعرة حرمة وكفرسجنة وجسر الشغور (غربي وجنوبي إدلب) من جانب"
        " سلاح الجو السوري عقب منتصف الليل؛ لم ترد معلومات عن ضحايا.",
        "تهديد الحزب الإسلامي التركستاني باستهداف مناطق نفوذ القوات الحكومية.",
    ]


def test_key_figures(brief: Briefing) -> None:
    shown = [(k.value_text.en, k.label.en, k.note.en) for k in brief.key_figures]
    assert shown == [
        (
            "≈ 400,000 people",
            "displaced",
            "claimed by Hulusi Akar (Turkish Minister of Defence); place and period not stated",
        ),
        ("1 person", "killed (died of wounds)", "Qastun (al-Ghab Plain); reported by NPA"),
        (
            "none reported",
            "casualties of air strikes on Maarzita, Maarat Hurma, Kafr Sajna and Jisr al-Shughur"
            " (western and southern Idlib)",
            "after midnight; reported by NPA",
        ),
    ]
    assert [k.value_text.ar for k in brief.key_figures] == [
        "نحو 400,000 شخص",
        "شخص واحد",
        "لم ترد معلومات",
    ]
    assert brief.key_figures[2].value is None


def test_table_of_events(brief: Briefing) -> None:
    assert cells(row(brief, "Maarzita, Maarat Hurma")) == (
        "Air strikes", "Syrian air force", "After midnight", "None reported", "Reported",
    )  # fmt: skip
    assert cells(row(brief, "Qastun")) == (
        "Artillery shelling", "Syrian government forces", "–", "1 killed (died of wounds)",
        "Reported",
    )  # fmt: skip
    assert cells(row(brief, "Mhardeh")) == (
        "Attack, means not stated", "Armed opposition factions", "Friday morning", "–",
        "Reported",
    )  # fmt: skip
    assert cells(row(brief, "Contact lines")) == (
        "Reinforcements", "Armed opposition factions", "–", "–",
        "Claimed by armed opposition factions",
    )  # fmt: skip
    contested = row(brief, "Idlib fronts")
    assert contested.status.en == (
        "Denied by the Russian Ministry of Defence; alleged by Jamil al-Saleh and Naji Mustafa"
    )
    assert contested.modality == "denied"
    assert {ref.fact for ref in contested.refs} == {"EV04", "EV05", "EV06"}


def test_areas(brief: Briefing) -> None:
    by_name: dict[str, Area] = {area.name.en: area for area in brief.areas}
    assert {"Idlib governorate", "Hama governorate"} <= set(by_name)
    assert by_name["Idlib governorate"].name.ar == "محافظة إدلب"
    assert brief.areas[-1].name.en == "Area not stated"
    places = [r.places.en for r in by_name["Hama governorate"].rows]
    assert places == ["Qastun (al-Ghab Plain)", "Mhardeh"]
    feared = [r for r in brief.areas[-1].rows if r.modality == "feared"]
    assert [cells(r)[:3] for r in feared] == [
        ("Military operation", "Syrian government forces", "In the coming period")
    ]


def test_the_headline_event_is_not_told_twice(brief: Briefing) -> None:
    shown = [r for area in brief.areas for r in area.rows if {"EV01", "EV02"} & _facts(r.refs)]
    assert len(shown) == 1
    assert _facts(shown[0].refs) == {"EV01", "EV02"}
    assert "alleged" in shown[0].status.en.lower()
    assert "reported;" not in shown[0].status.en.lower()


def _facts(refs: list[Ref]) -> set[str]:
    return {ref.fact or "" for ref in refs}


def test_statements_by_speaker(brief: Briefing) -> None:
    names = [(b.name.en, b.role.en if b.role else None) for b in brief.statements]
    assert names == [
        ("Russian Ministry of Defence", None),
        ("Turkistan Islamic Party", None),
        ("Leader of the Turkistan Islamic Party", None),
        ("Naji Mustafa", "official spokesman of the National Front for Liberation"),
        ("Jamil al-Saleh", "commander of Jaysh al-Izza"),
        ("Hulusi Akar", "Turkish Minister of Defence"),
        ("Sergey Lavrov", "Russian Minister of Foreign Affairs"),
        ("Armed opposition factions", None),
        ("Fighters from the armed Syrian opposition", None),
    ]
    printed = [ref.fact for b in brief.statements for q in b.quotes for ref in q.refs]
    assert "ST01" not in printed  # the headline's denial is the body's
    assert len(printed) == len(set(printed)) == 16


def test_quotes(brief: Briefing) -> None:
    ministry, _, leader, spokesman, *_ = brief.statements
    assert [q.stance_label.en for q in ministry.quotes] == ["denial", "denial, claim"]
    assert ministry.quotes[0].medium is not None
    assert ministry.quotes[0].medium.en == "official statement"
    assert ministry.quotes[1].relayed_by is not None
    assert ministry.quotes[1].relayed_by.en == "relayed by Russian media sources"
    assert ministry.quotes[1].scope == "sentence"
    assert leader.quotes[0].scope == "content"
    assert (leader.quotes[0].en or "").startswith("We will turn the Orontes River")
    quote = spokesman.quotes[0]
    assert quote.medium is not None
    assert (quote.medium.en, quote.medium.ar) == (
        "to Reuters news agency",
        "إلى وكالة رويترز",
    )
    assert quote.en == (
        "These Russian special forces are now present on the battlefield in a ground incursion,"
        " after the failure of the regime's forces"
    )
    assert quote.ar.startswith("هذه القوات الخاصة الروسية الآن")
    assert quote.translation.origin == "reviewed"


def test_lists_of_figures(brief: Briefing) -> None:
    assert [item.text.en for item in brief.displacement][1:] == [
        "Displacement reported in Idlib, Aleppo, Latakia and Hama, number not stated"
    ]
    assert brief.casualties[-1].text.en.startswith("No casualties reported in air strikes on")
    assert brief.casualties[-1].text.ar.startswith("لم ترد معلومات عن ضحايا جراء غارات جوية")
    assert "20,000" not in brief.to_json().split('"articles"')[0]  # strength is no displacement


def test_sources_and_method(brief: Briefing) -> None:
    source = brief.sources[0]
    assert source.outlet.en == "North Press Agency (NPA)"
    assert source.date.en == "Friday, n.d."
    assert source.title.text is not None
    lines = " ".join(line.en for line in brief.method.lines)
    assert "not machine-translated" in lines
    assert "21 sentences – 21 reviewed by a person" in lines
    assert "every item rests on a single source" in lines
    assert "Nothing was found for: other reporting" in lines
    assert "Compiled 22 November 2026, 06:30 (UTC)" in lines
    assert brief.method.empty_sections == ["narrative"]
    assert brief.method.counts["reviewed"] == 21


def test_every_line_points_at_a_fact_of_the_article(brief: Briefing, sample: Article) -> None:
    lines = [*brief.highlights, *brief.key_figures, *brief.displacement, *brief.casualties]
    refs = [ref for line in lines for ref in line.refs]
    refs += [ref for area in brief.areas for r in area.rows for ref in r.refs]
    refs += [ref for b in brief.statements for q in b.quotes for ref in q.refs]
    facts = {f.id for f in (*sample.statements, *sample.events, *sample.figures)}
    assert refs
    assert all(line.refs and line.sources == [1] for line in lines)
    assert {ref.fact for ref in refs} <= facts
    assert all(ref.start < ref.end <= len(sample.text) for ref in refs)


def test_no_arabic_is_left_in_english_lines(brief: Briefing) -> None:
    texts = [i.text.en for i in (*brief.highlights, *brief.displacement, *brief.casualties)]
    texts += [t.en for a in brief.areas for r in a.rows for t in (r.places, r.what, r.actor)]
    assert not [text for text in texts if re.search("[\u0621-\u064a]", text)]


def test_no_latin_is_left_in_arabic_lines(brief: Briefing) -> None:
    texts = [i.text.ar for i in (*brief.highlights, *brief.displacement, *brief.casualties)]
    texts += [
        t.ar
        for a in brief.areas
        for r in a.rows
        for t in (a.name, r.places, r.what, r.actor, r.when, r.casualties, r.status)
    ]
    assert not [text for text in texts if re.search("[A-Za-z]", text)]


def test_composing_is_repeatable_and_round_trips(
    brief: Briefing, sample: Article, names: FakeNames
) -> None:
    before = sample.model_dump_json()
    again = compose([sample], Settings(), names=names, date=None, report=REPORT, now=NOW)
    text = again.to_json()
    assert text == brief.to_json()
    assert Briefing.from_json(text).to_json() == text
    assert sample.model_dump_json() == before
