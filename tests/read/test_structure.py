"""Structure: what each line is, and that the offsets always hold."""

# ruff: noqa: E501 - Arabic sample lines stay whole

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article
from briefing.read.structure import structure

from .articles import BODY_ONLY, FULL, INLINE

MARKS = set("#*•▪●■◆►➤-–—−‒―_=/\\|:.،,ـ«»‹›()[]\"“”'")


def check_offsets(article: Article) -> None:
    """Every span equals its slice; sentences are in order, apart, and leave nothing out."""
    text = article.text
    position = 0
    covered = bytearray(len(text))
    for sentence in article.sentences:
        assert sentence.start >= position
        assert sentence.end > sentence.start
        assert text[sentence.start : sentence.end] == sentence.text
        position = sentence.end
        covered[sentence.start : sentence.end] = b"x" * (sentence.end - sentence.start)
    left = {c for c, seen in zip(text, covered, strict=True) if not seen and not c.isspace()}
    assert left <= MARKS
    if left:
        assert {s.kind for s in article.sentences} & {"dateline", "headline", "subheading"}
    spans = [article.headline, article.dateline, *article.subheadings, *article.credits]
    if article.dateline is not None:
        spans += [article.dateline.place, article.dateline.agency]
    spans.append(article.date.surface)
    for span in spans:
        assert span is None or text[span.start : span.end] == span.text
    assert [s.id for s in article.sentences] == [f"s{n:02d}" for n in range(len(article.sentences))]


def kinds(article: Article) -> list[str]:
    return [sentence.kind for sentence in article.sentences]


def test_a_full_article() -> None:
    article = structure(FULL)
    check_offsets(article)
    assert kinds(article) == [
        "headline", "dateline", "body", "body", "body", "subheading", "body", "subheading", "body",
        "credit",
    ]  # fmt: skip
    assert article.headline is not None
    assert article.headline.text.startswith("هدوء حذر على خطوط")
    assert article.dateline is not None
    assert article.dateline.text == "الحسكة – نورث برس"
    assert article.dateline.place is not None
    assert article.dateline.place.text == "الحسكة"
    assert article.dateline.agency is not None
    assert article.dateline.agency.text == "نورث برس"
    assert article.dateline.agency_en == "North Press Agency"
    assert article.dateline.place_en is None
    assert article.dateline.separator == "–"
    assert [s.text for s in article.subheadings] == ["نزوح مؤقت", "موقف رسمي"]
    assert [s.text for s in article.credits] == ["إعداد وتحرير: ليان سمعان"]
    assert article.outlet == "North Press Agency"
    assert (article.date.value, article.date.weekday) == (None, "Thursday")
    assert article.date.basis == "weekday"


def test_a_dateline_inside_a_paragraph_is_a_sentence_of_its_own() -> None:
    article = structure(INLINE)
    check_offsets(article)
    assert kinds(article) == ["headline", "dateline", "body", "body", "credit"]
    assert article.sentences[1].text == "القاهرة (رويترز)"
    assert article.sentences[2].text.startswith("قال متحدث")


def test_an_article_without_a_headline() -> None:
    article = structure(BODY_ONLY)
    check_offsets(article)
    assert article.headline is None
    assert article.dateline is None
    assert kinds(article) == ["body"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "جملة وحيدة بلا نقطة في آخرها",
        "سطر أول من النص. وجملة ثانية في السطر نفسه\nوسطر آخر أطول من الأول يكمل الفقرة نفسها ولا ينتهي.",
        "دمشق – سانا\nزار وفد من المزارعين معرضاً للزهور في حديقة المدينة وشارك في ندوة عن الري الحديث.",
    ],
)
def test_no_headline_where_none_is(text: str) -> None:
    article = structure(text)
    check_offsets(article)
    assert article.headline is None


def test_a_headline_may_hold_two_dots_and_a_question_mark() -> None:
    body = "\n\n" + BODY_ONLY
    for headline in ("بعد عام من الانتظار.. الطريق يفتح", "هل تعود المياه إلى القرى قبل الصيف؟"):
        article = structure(headline + body)
        assert article.headline is not None
        assert article.headline.text == headline
        assert kinds(article).count("headline") == 1


def test_the_title_of_the_page_wins() -> None:
    title = "عنوان ينتهي بنقطة."
    article = structure(title + "\n\n" + BODY_ONLY, title_hint=title)
    assert article.headline is not None
    assert article.headline.text == title


@pytest.mark.parametrize(
    "line",
    [
        "وأضاف أن الطريق مفتوح",
        "- خمسة جرحى في القرية",
        "قالت اللجنة إن العمل مستمر",
        "وختم قائلاً:",
        "سطر قصير ينتهي بنقطة.",
    ],
)
def test_short_lines_that_are_no_subheading(line: str) -> None:
    first, second = BODY_ONLY.splitlines()
    article = structure(f"{first}\n{line}\n{second}\n")
    check_offsets(article)
    assert article.subheadings == []


def test_a_list_of_short_lines_is_body() -> None:
    first, second = BODY_ONLY.splitlines()
    items = "قرية الزيتون الشمالية\nقرية الرمان\nبلدة السنديان"
    article = structure(f"{first}\n{items}\n{second}\n")
    check_offsets(article)
    assert article.subheadings == []


def test_a_roundup_by_place_has_its_places_as_subheadings() -> None:
    first, second = BODY_ONLY.splitlines()
    article = structure(f"جولة في أخبار المحافظات لهذا اليوم\n\nحلب\n{first}\nحمص\n{second}\n")
    check_offsets(article)
    assert [s.text for s in article.subheadings] == ["حلب", "حمص"]
    assert article.dateline is None


def test_captions_links_and_date_lines_are_credits() -> None:
    text = (
        "افتتاح سوق شعبي في وسط المدينة القديمة\n\n"
        "باعة في السوق الشعبي وسط المدينة - أرشيف\n\nعنب بلدي\n\n13/05/2022\n\n11:25 م\n\n"
        + BODY_ONLY
        + "اقرأ أيضاً: حكاية سوق عمره مئة عام\nhttps://news.example/1\n***\nالمصدر: سانا\n"
    )
    article = structure(text)
    check_offsets(article)
    assert [s.text for s in article.credits] == [
        "باعة في السوق الشعبي وسط المدينة - أرشيف", "13/05/2022", "11:25 م",
        "اقرأ أيضاً: حكاية سوق عمره مئة عام", "https://news.example/1", "المصدر: سانا",
    ]  # fmt: skip
    assert article.dateline is not None
    assert article.dateline.text == "عنب بلدي"
    assert article.dateline.place is None
    assert article.outlet == "Enab Baladi"
    assert (article.date.value, article.date.basis) == ("2022-05-13", "stated")
    assert article.date.weekday == "Friday"


def test_a_credit_at_the_end_of_a_paragraph_is_cut_off() -> None:
    article = structure(BODY_ONLY.rstrip() + " (تحرير: نور حداد)\n")
    check_offsets(article)
    assert article.sentences[-1].kind == "credit"
    assert article.sentences[-1].text == "(تحرير: نور حداد)"


@pytest.mark.parametrize(
    ("sentence", "weekday", "surface"),
    [
        ("افتتح صباح اليوم الجمعة معرض الكتاب في المدينة بحضور واسع.", "Friday", "اليوم الجمعة"),
        ("افتتح مساء أمس السبت معرض الكتاب في المدينة بحضور واسع.", "Sunday", "أمس السبت"),
        ("افتتح معرض الكتاب في المدينة، الأحد، بحضور واسع من القراء.", "Sunday", "الأحد"),
        ("افتتح معرض الكتاب في المدينة الأحد الماضي بحضور واسع من القراء.", None, None),
    ],
)
def test_weekdays(sentence: str, weekday: str | None, surface: str | None) -> None:
    article = structure(sentence)
    check_offsets(article)
    assert article.date.value is None
    assert article.date.weekday == weekday
    assert (article.date.surface.text if article.date.surface else None) == surface


def test_dates_by_rank() -> None:
    text = "نشر في 19 تموز 2019\n\n" + BODY_ONLY
    day, hint = datetime.date(2020, 2, 3), datetime.date(2020, 2, 2)
    stated = structure(text).date
    assert (stated.value, stated.basis) == ("2019-07-19", "stated")
    assert stated.surface is not None
    assert stated.surface.text == "19 تموز 2019"
    assert structure(text, date_hint=hint).date.basis == "metadata"
    assert structure(text, date_hint=hint, date=day).date.value == "2020-02-03"
    assert structure(text, date_hint=hint, date=day).date.basis == "option"
    assert structure(BODY_ONLY).date.basis == "none"


def test_today_with_a_full_date() -> None:
    article = structure("افتتح اليوم الاثنين 22 تشرين الثاني 2021 معرض الكتاب في المدينة القديمة.")
    assert article.date.value == "2021-11-22"
    assert article.date.basis == "stated"


def test_only_line_ends_and_the_mark_are_changed() -> None:
    text = "\ufeffعنوان قصير للتجربة\r\n\r\nفقرة\u00a0أولى  فيها مسافات ـ وتطويل.\r\n"
    article = structure(text)
    check_offsets(article)
    assert article.text == "عنوان قصير للتجربة\n\nفقرة\u00a0أولى  فيها مسافات ـ وتطويل.\n"


def test_outlets_of_the_page_get_their_english_name() -> None:
    assert structure(BODY_ONLY, outlet_hint="الجزيرة نت").outlet == "Al Jazeera"
    assert structure(BODY_ONLY, outlet_hint="موقع كذا").outlet == "موقع كذا"


WORDS = st.sampled_from(
    [
        "دمشق", "سانا", "(رويترز)", "–", "-", "--", "/", ":", "إدلب", "NPA", "قال", "أن", "اليوم",
        "الجمعة", "19", "تموز", "2019", "«", "»", '"', ".", "..", "؟", "؛", "،", "**", "##", "#",
        "*", "•", "المصدر:", "(تحرير: ليلى)", "كلمة", "أ.ف.ب", "3.5", "\u00a0", "ـ", "وأضاف", "خاص",
        "13/05/2022", "\u200f", "x", "المدينة",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=12).map("\n".join),
    st.text(max_size=200),
    st.text(alphabet='ابتدمن .\n\r\t؟«»"()–-:/ـ*#،1٢\u2028\x0b\x85', max_size=200),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_offsets_hold_for_any_text(text: str) -> None:
    check_offsets(structure(text))


@pytest.mark.parametrize(
    "line",
    [
        "كلمة قصيرة\n",
        "- \n",
        "(",
        "« " * 3,
        "دمشق – ",
        "أ.",
        "1/",
        "   \n",
        "**\n",
        "ـ ",
        "ا",
        "@",
        "a.b@",
        "كلمة – كلمة\n",
        "كلمة.",
        "(تحرير: ",
        "«",
        "اليوم الجمعة ",
        "19-",
        "#",
        "؟",
    ],
)
def test_time_is_linear(line: str) -> None:
    text = "دمشق\n" + line * (200_000 // len(line))
    begin = time.process_time()
    check_offsets(structure(text))
    assert time.process_time() - begin < 8
