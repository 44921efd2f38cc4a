"""Several articles: corroboration, disagreement, unknown names, missing dates, no facts."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from briefing.compose import TranslationReport, compose
from briefing.compose.figure_groups import group_figures
from briefing.errors import SettingsError
from briefing.model import (
    Article,
    ArticleDate,
    Briefing,
    EventTime,
    FigureSource,
    LocalText,
    Party,
    Speaker,
    Translation,
)
from briefing.settings import Settings

from .conftest import (
    NOW,
    REPORT,
    STRIKE_NAMES,
    TOWN,
    FakeNames,
    Maker,
    quiet,
    sample_article,
    sample_names,
    strike_a,
    strike_b,
)

NAMES = FakeNames(STRIKE_NAMES)


def brief(*articles: Article, settings: Settings | None = None) -> Briefing:
    return compose(articles, settings or Settings(), names=NAMES, date=None, report=REPORT, now=NOW)


@pytest.fixture(scope="module")
def both() -> Briefing:
    return brief(strike_a(), strike_b())


# --- figures -----------------------------------------------------------------------------


def test_disagreement_stays_side_by_side(both: Briefing) -> None:
    killed = next(k for k in both.key_figures if k.kind == "killed")
    assert killed.value_text.en == "38–45 people"
    assert killed.value_text.ar == "\u206638–45\u2069 شخصاً"
    assert (killed.value, killed.low, killed.high) == (None, 38, 45)
    assert killed.note.en == (
        "Tal al-Ward; Tuesday evening; 38 people (including 3 children) according to local"
        " sources; 45 people according to Syria Civil Defence"
    )
    assert killed.sources == [1, 2]
    text = both.to_json().split('"articles":')[0]
    assert not re.search(r"\b(41|42|83)\b", text)  # neither averaged nor added up


def test_the_line_of_a_disputed_figure(both: Briefing) -> None:
    assert both.casualties[0].text.en == (
        "38–45 people killed in air strikes on Tal al-Ward on Tuesday evening: 38 people"
        " (including 3 children) according to local sources; 45 people according to Syria Civil"
        " Defence"
    )
    assert both.casualties[0].text.ar == (
        "مقتل \u206638–45\u2069 شخصاً جراء غارات جوية على تل الورد مساء الثلاثاء: 38 شخصاً"
        " (بينهم 3 أطفال) بحسب مصادر محلية؛ 45 شخصاً بحسب الدفاع المدني"
    )
    assert any("1 figure is disputed" in line.en for line in both.method.lines)


def test_agreement_is_one_line_with_both_outlets(both: Briefing) -> None:
    assert [item.text.en for item in both.displacement] == [
        "200 families displaced from Tal al-Ward over the past 24 hours"
    ]
    assert both.displacement[0].sources == [1, 2]
    families = next(k for k in both.key_figures if k.kind == "displaced")
    assert families.value_text.en == "200 families"  # households are never people
    assert families.note.en.endswith("reported by SANA and Reuters")
    assert any("reported by two or more outlets" in line.en for line in both.method.lines)


def test_different_days_are_no_disagreement() -> None:
    later = strike_b()
    later.date = ArticleDate(value="2024-03-14", basis="stated")
    killed = [k for k in brief(strike_a(), later).key_figures if k.kind == "killed"]
    assert [k.value for k in killed] == [45, 38]


def test_reprints_of_one_outlet_do_not_corroborate() -> None:
    reprint = strike_b()
    reprint.outlet = "سانا"
    made = brief(strike_a(), reprint)
    assert any("every item rests on a single source" in line.en for line in made.method.lines)


def test_unplaced_figures_of_one_article_are_not_rivals() -> None:
    make = Maker("c1", "خبر\nمقتل 5 أشخاص في حادث.\nمقتل 40 شخصاً في حادث آخر.")
    make.figure("مقتل 5 أشخاص", "killed", 5)
    make.figure("مقتل 40 شخصاً", "killed", 40)
    assert [len(group.claims) for group in group_figures([make.article])] == [1, 1]


def test_a_figure_of_the_headline_is_the_one_of_the_body() -> None:
    make = Maker("c2", "مقتل 7 أشخاص في تل الورد\nقُتل 7 أشخاص في تل الورد.")
    make.figure("7 أشخاص", "killed", 7, place=make.place("تل الورد", **TOWN))
    head = make.figure("7 أشخاص", "killed", 7)
    head.surface.start, head.surface.end = 5, 12
    assert len(group_figures([make.article])) == 1


@given(st.lists(st.integers(3, 5000), min_size=1, max_size=4))
@hypothesis_settings(max_examples=25, deadline=None)
def test_no_number_is_invented(values: list[int]) -> None:
    """Numbers of the figures that are printed are those of the facts, or the ends of a range."""
    articles = []
    for number, value in enumerate(values):
        make = Maker(
            f"p{number}", f"خبر\nقُتل {value} شخصاً في تل الورد.", outlet="جهة " + "أبجد"[number]
        )
        make.figure(f"{value} شخصاً", "killed", value, place=make.place("تل الورد", **TOWN))
        articles.append(make.article)
    made = brief(*articles)
    printed = " ".join(k.value_text.en + " " + k.note.en for k in made.key_figures)
    printed += " ".join(item.text.en for item in (*made.casualties, *made.highlights))
    printed = re.sub(r"\d\d? \w+ \d{4}", "", printed)
    found = {int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*\d|\d", printed)}
    assert found <= set(values)
    assert max(values) in found


# --- events ------------------------------------------------------------------------------


def test_one_event_from_two_outlets_is_one_row(both: Briefing) -> None:
    rows = [r for area in both.areas for r in area.rows if r.action_type == "air_strike"]
    assert len(rows) == 1
    assert rows[0].sources == [1, 2]
    assert rows[0].casualties.en == "38 killed (SANA); 45 killed (Reuters)"
    assert rows[0].status.en == "Alleged by local sources and Syria Civil Defence"
    assert (rows[0].lat, rows[0].precision) == (34.5, "place")


def test_background_is_marked_and_last(both: Briefing) -> None:
    clash = both.areas[-1].rows[-1]
    assert clash.status.en == "Background, reported"
    assert clash.status.ar == "خلفية، بحسب المصدر"
    assert clash.when.en == "In 2015"
    assert not any("2015" in item.text.en for item in both.highlights)


def test_unknown_names_stay_arabic_in_english_lines(both: Briefing) -> None:
    clash = both.areas[-1].rows[-1]
    assert clash.places.en == "«\u2067وادي السدر\u2069»"
    assert clash.actor.en == "«\u2067فصيل محلي\u2069» and border forces"
    assert clash.actor.ar == "فصيل محلي وقوات الحدود"


def test_strikes_of_different_evenings_stay_apart() -> None:
    make = Maker("d1", "خبر\nغارات على تل الورد صباح الأحد وقصف على تل الورد مساء الأحد.")
    place = make.place("تل الورد", **TOWN)
    for words in ("صباح الأحد", "مساء الأحد"):
        time = EventTime(**make.span(words).model_dump())
        make.event("غارات", "air_strike", places=[place], time=time)
    rows = [r for area in brief(make.article).areas for r in area.rows]
    assert sorted(r.when.en for r in rows) == ["Sunday evening", "Sunday morning"]


def test_a_denial_without_a_report_names_the_denier() -> None:
    make = Maker("d2", "خبر\nنفت قيادة الحرس قصف تل الورد.")
    guard = Speaker(entity="guard", ar="قيادة الحرس", kind="organisation")
    said = make.statement([guard], "قصف تل الورد", "denial")
    make.event(
        "قصف",
        "shelling",
        places=[make.place("تل الورد", **TOWN)],
        actor=[Party(ar="قيادة الحرس", entity="guard")],
        modality="denied",
        attributed_to=said.id,
    )
    made = brief(make.article)
    assert made.highlights[0].text.en == ("«\u2067قيادة الحرس\u2069» denies shelling Tal al-Ward.")
    assert made.highlights[0].text.ar == "نفي قيادة الحرس قصف تل الورد."
    row = made.areas[0].rows[0]
    assert (row.modality, row.casualties.en) == ("denied", "–")


def test_denials_and_reports_of_one_act_are_one_row() -> None:
    make = Maker(
        "d3",
        "خبر\nنفت وزارة الري الشمالية إرسال قوات ونشر جنود."
        " وقال سامي الوادي إن قوات شمالية انتشرت.",
    )
    ministry = Speaker(entity="m", ar="وزارة الري الشمالية", kind="organisation")
    denial = make.statement([ministry], "إرسال قوات ونشر جنود", "denial")
    witness = Speaker(entity="s", ar="سامي الوادي")
    said = make.statement([witness], "قوات شمالية انتشرت", "accusation")
    denied = {"modality": "denied", "attributed_to": denial.id}
    make.event("إرسال قوات", "reinforcement", **denied)
    make.event("نشر جنود", "ground_deployment", **denied)
    make.event(
        "انتشرت",
        "ground_deployment",
        actor=[Party(ar="قوات شمالية")],
        modality="alleged",
        attributed_to=said.id,
    )
    rows = [r for area in brief(make.article).areas for r in area.rows]
    assert len(rows) == 1
    assert rows[0].status.ar == "نفي من وزارة الري الشمالية؛ منسوب إلى سامي الوادي"
    assert {ref.fact for ref in rows[0].refs} == {"EV1", "EV2", "EV3"}


def test_a_report_about_others_is_not_what_was_denied() -> None:
    make = Maker("d4", "خبر\nنفت وزارة الري الشمالية نشر جنود. وقال سامي إن فصائل جنوبية انتشرت.")
    ministry = Speaker(entity="m", ar="وزارة الري الشمالية", kind="organisation")
    denial = make.statement([ministry], "نشر جنود", "denial")
    make.event("نشر جنود", "ground_deployment", modality="denied", attributed_to=denial.id)
    make.event("انتشرت", "ground_deployment", actor=[Party(ar="فصائل جنوبية")], modality="alleged")
    assert len([r for area in brief(make.article).areas for r in area.rows]) == 2


def test_words_that_name_no_target_are_not_printed() -> None:
    make = Maker("d5", "خبر\nقصف مناطق في تل الورد.")
    make.event(
        "قصف",
        "shelling",
        places=[make.place("تل الورد", **TOWN)],
        target=[Party(ar="مناطق", surface=make.span("مناطق"))],
    )
    made = brief(make.article)
    assert made.areas[0].rows[0].what.ar == "قصف"
    assert made.highlights[0].text.en == "Shelling of Tal al-Ward."


def test_an_event_without_who_and_where_is_no_highlight() -> None:
    make = Maker("d6", "خبر\nوقعت غارات جوية.")
    make.event("غارات جوية", "air_strike")
    made = brief(make.article)
    assert made.highlights == []
    assert made.areas[0].name.ar == "المنطقة غير مذكورة"


# --- speakers ----------------------------------------------------------------------------


def test_unnamed_sources_of_two_articles_are_never_one() -> None:
    make = Maker("b9", "خبر\nقالت مصادر محلية إن الطريق مغلق.")
    local = Speaker(entity="l", ar="مصادر محلية", named=False, kind="group")
    make.statement([local], "الطريق مغلق", "claim")
    made = brief(strike_a(), make.article)
    unnamed = [b for b in made.statements if not b.named]
    assert [b.name.en for b in unnamed] == ["Local sources", "Local sources"]


def test_a_named_speaker_of_two_articles_is_one() -> None:
    made = brief(strike_b(), _with_id(strike_b(), "b9"))
    named = [b for b in made.statements if b.name.en == "Syria Civil Defence"]
    assert len(named) == 1
    assert [q.sources for q in named[0].quotes] == [[1], [2]]


def _with_id(article: Article, identifier: str) -> Article:
    article.id = identifier
    return article


def test_a_group_after_a_preposition_is_in_the_genitive() -> None:
    make = Maker("e1", "خبر\nقال ناشطون محليون إن 9 أشخاص قتلوا.")
    people = Speaker(entity="a", ar="ناشطون محليون", named=False, kind="group")
    said = make.statement([people], "9 أشخاص قتلوا", "claim")
    source = FigureSource(entity="a", ar="ناشطون محليون", statement=said.id)
    make.figure("9 أشخاص", "killed", 9, source=source)
    made = brief(make.article)
    assert made.casualties[0].text.ar == "مقتل 9 أشخاص، بحسب ناشطين محليين"
    assert made.statements[0].name.ar == "ناشطون محليون"


def test_a_day_of_words_still_has_a_highlight() -> None:
    make = Maker("e2", "خبر\nدعا سامي الوادي إلى الحوار.")
    speaker = Speaker(entity="s", ar="سامي الوادي", role_ar="قائد", kind="person")
    make.statement([speaker], "الحوار", "call")
    made = brief(make.article)
    assert [item.text.en for item in made.highlights] == [
        "Statements by [سامي الوادي] («\u2067قائد\u2069»)."
    ]


# --- frame -------------------------------------------------------------------------------


def test_no_facts_no_outlet_no_date() -> None:
    made = brief(quiet())
    assert made.highlights == made.key_figures == made.areas == made.statements == []
    assert [p.ar for p in made.narrative] == [
        "شهد المعرض حضوراً لافتاً من القراء.",
        "ويستمر المعرض أسبوعاً.",
    ]
    assert made.masthead.cutoff.en == "not stated"
    assert made.masthead.coverage.ar == "مقال واحد، جهة النشر غير مذكورة"
    assert made.sources[0].date.ar == "دون تاريخ"
    assert any(
        line.en.startswith("Nothing was found for: highlights") for line in made.method.lines
    )


def test_coverage_names_eight_outlets_and_counts_the_rest() -> None:
    articles = [quiet() for _ in range(13)]
    for number, article in enumerate(articles):
        article.id = f"o{number}"
        article.outlet = f"Outlet {'ABCDEFGHIJ'[number]}" if number < 10 else None
    coverage = brief(*articles).masthead.coverage
    assert coverage.en.startswith("13 articles: Outlet A, Outlet B")
    assert coverage.en.endswith("Outlet H, 2 other outlets, 3 without a stated outlet")
    assert coverage.ar.endswith("جهتان أخريان، 3 مقالات دون جهة نشر")


def test_no_articles_at_all() -> None:
    made = brief()
    assert made.sources == []
    assert made.masthead.cutoff.en == "not stated"
    assert Briefing.from_json(made.to_json()).to_json() == made.to_json()


def test_narrative_is_bounded_and_keeps_its_heading() -> None:
    body = "\n".join(f"جملة رقم {n} بلا وقائع." for n in range(20))
    make = Maker("f1", f"عنوان\nباب أول\n{body}")
    make.article.sentences[1].kind = "subheading"
    make.article.sentences[1].translation = Translation(text="First part", origin="reviewed")
    made = brief(make.article)
    assert len(made.narrative) == 12
    assert made.narrative[0].heading == LocalText(en="First part", ar="باب أول")
    assert made.narrative[1].heading is None
    assert [p.refs[0].start for p in made.narrative] == sorted(
        p.refs[0].start for p in made.narrative
    )


def test_arabic_indic_digits_everywhere_in_arabic_only() -> None:
    made = brief(strike_a(), strike_b(), settings=Settings(digits="arab"))
    texts = [made.masthead.date_text, made.masthead.coverage, made.masthead.cutoff]
    texts += [i.text for i in (*made.highlights, *made.casualties, *made.displacement)]
    texts += [t for k in made.key_figures for t in (k.value_text, k.label, k.note)]
    texts += [t for a in made.areas for r in a.rows for t in (r.when, r.casualties, r.status)]
    texts += [s.date for s in made.sources] + made.method.lines
    assert not [t.ar for t in texts if re.search("[0-9]", t.ar)]
    assert not [t.en for t in texts if re.search("[٠-٩]", t.en)]
    assert any("٣٨–٤٥" in t.ar for t in texts)
    assert made.digits == "arab"


def test_dates_given_found_and_missing() -> None:
    made = brief(strike_a(), quiet())
    assert made.masthead.date == "2024-03-12"
    assert made.masthead.cutoff.en == "Tuesday, 12 March 2024 (1 article without a date)"
    given = compose(
        [strike_a()],
        Settings(),
        names=NAMES,
        date=dt.date(2024, 3, 13),
        report=REPORT,
        now=NOW,
    )
    assert given.masthead.date_text.en == "Wednesday, 13 March 2024"
    assert given.masthead.cutoff.en == "Tuesday, 12 March 2024"
    assert given.areas[0].rows[0].when.en == "Tuesday evening (12 March)"


def test_report_and_advice() -> None:
    report = TranslationReport(
        origins={"machine": 3, "none": 2},
        package="translate-ar_en-1_0",
        advice=LocalText(en="Do this.", ar="افعل هذا."),
    )
    made = compose([quiet()], Settings(), names=NAMES, date=None, report=report, now=NOW)
    english = [line.en for line in made.method.lines]
    assert (
        "Translation: 5 sentences – 3 machine-translated, not reviewed, 2 not translated, shown"
        " in Arabic." in english
    )
    assert "Translation package: translate-ar_en-1_0." in english
    assert "Do this." in english
    assert made.method.counts["machine"] == 3


def test_time_zone() -> None:
    made = brief(quiet(), settings=Settings(timezone="Asia/Damascus"))
    assert made.method.lines[-1].en == "Compiled 22 November 2026, 09:30 (Asia/Damascus)."
    with pytest.raises(SettingsError, match="timezone"):
        brief(quiet(), settings=Settings(timezone="Mars/Base"))


def test_a_mixed_day_round_trips() -> None:
    names = sample_names()
    names.known.update(STRIKE_NAMES)
    made = compose(
        [sample_article(), strike_a(), strike_b(), quiet()],
        Settings(),
        names=names,
        date=None,
        report=REPORT,
        now=NOW,
    )
    text = made.to_json()
    assert Briefing.from_json(text).to_json() == text
    assert [source.number for source in made.sources] == [1, 2, 3, 4]
    assert 3 <= len(made.highlights) <= 5
    assert len(made.key_figures) <= 6
    identifiers = [r.id for area in made.areas for r in area.rows]
    assert len(identifiers) == len(set(identifiers))
