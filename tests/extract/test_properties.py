"""What holds for any text: no crash, true spans, the same answer twice, linear time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.extract import extract
from briefing.model import Article
from briefing.read.structure import structure

from .texts import HEADLINE, one_sentence

#: Cue words, names, acts, numbers, particles, marks: what the rules look for.
VOCABULARY = """
قال قالت وأضاف أكد وأكدت نفى نفت اتهم حمّل هدد توعد قائلاً مشدداً مشيراً لافتة نقلت نقلاً وفقاً
بحسب تصريحات لـ مزاعم نفي مسؤولية قوله وصفه ما وصفوه بـ إن أن إنه بأن عن على إلى في من بين و ف ب ل
قد كان وكانت لم لن لا دون فيما بينما حيث يذكر المصدر المرصد المنظمة الوزير وزير المياه نادر الخطيب
الخطيب الجيش الحركة روسيا الروسية مصدر طبي شهود عيان لوكالة المدى بيان
قصف قصفت غارة غارات جوية هجوم استهدف شنت اشتباكات انفجار اعتقلت تعزيزات عسكرية مظاهرة تهديدات
باستهداف مخاوف وقف إطلاق النار طائرة مسيرة صواريخ المدفعية بلدة سراقب مدينة حماة وحمص ريف إدلب
قتل وقتل وأصيب مقتل وإصابة جرح نزح عادت فارق الحياة فقد ضحايا قتلى 3 12 ٢٥ 1,200 2.5 ثلاثة عشرون مئة
ألف آلاف مليون عشرات مئات نحو أكثر ما بين و30 شخصاً أشخاص شخصين مدني طفلان عائلة منزلاً بينهم أطفال
صباح اليوم أمس غداً عام 2012 الماضي الساعة الاثنين
""".split()
MARKS = ["،", ".", "؛", ":", "؟", "!", "…", '"', "«", "»", "“", "”", "(", ")", "-", "–", "'"]
BREAKS = ["\n", "\n\n", "\u200f", "\u0640", "\u064b", "\u00a0", "é", "𝒜", "😀", "ﻻ"]

PIECES = st.one_of(
    st.sampled_from(VOCABULARY),
    st.sampled_from(VOCABULARY),
    st.sampled_from(MARKS),
    st.sampled_from(BREAKS),
)
TEXTS = st.builds(
    lambda parts, glue: glue.join(parts),
    st.lists(PIECES, min_size=1, max_size=70),
    st.sampled_from([" ", " ", " ", ""]),
)


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every dictionary with a start, an end and a text below ``value``."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for item in value.values():
            yield from spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from spans(item)


def facts(article: Article) -> dict[str, Any]:
    return article.model_dump(include={"statements", "events", "figures"})


def check(article: Article) -> None:
    """What must hold of the facts of any article."""
    found = facts(article)
    for span in spans(found):
        assert article.text[span["start"] : span["end"]] == span["text"]
    for kind in ("statements", "events", "figures"):
        ids = [fact["id"] for fact in found[kind]]
        assert len(ids) == len(set(ids))
        for fact in found[kind]:
            place = fact["provenance"]
            whole = article.text[place["sentence_start"] : place["sentence_end"]]
            assert whole == place["sentence"]
            assert 0 <= fact["confidence"] <= 1
    said = {fact["id"] for fact in found["statements"]}
    acts = {fact["id"] for fact in found["events"]}
    assert {event["attributed_to"] for event in found["events"]} <= said | {None}
    assert {figure["event"] for figure in found["figures"]} <= acts | {None}
    assert all(figure["value"] is None for figure in found["figures"] if figure["negated"])
    assert all(one["content"] and one["speakers"] for one in found["statements"])


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_any_mixture_of_news_words_has_true_spans(text: str) -> None:
    article = structure(f"{HEADLINE}\n\n{text}")
    extract(article)
    check(article)
    first = facts(article)
    extract(article)
    assert facts(article) == first


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_one_sentence_of_anything(text: str) -> None:
    """As one sentence, line breaks and all: what the reader would never hand over."""
    article = one_sentence(text)
    extract(article)
    check(article)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all(text: str) -> None:
    try:
        article = structure(text)
    except BriefingError:  # the reader may refuse it; extraction may not fail
        article = one_sentence(text)
    extract(article)
    check(article)


# --- time ------------------------------------------------------------------------------

STORY = (
    "قال نادر الخطيب إن السد ممتلئ، مشيراً إلى أن الصيانة انتهت. "
    "قصف الجيش بلدة سراقب فقتل 4 مدنيين، بينهم طفلان. "
    "أصيب عشرون شخصاً في انفجار في مدينة الباب، وفقاً لمصدر طبي. "
    'وأضافت المتحدثة: "لم نستلم أي شحنة منذ أسبوعين".\n'
)
#: Twice the ratio of linear time is allowed for noise and for what grows slowly (lookups).
FACTOR_FOR_FOURFOLD = 8
GENEROUS = 12


def seconds(text: str, runs: int = 1) -> float:
    """The best time of some runs; data files are read before (see ``warm``)."""
    best = float("inf")
    for _ in range(runs):
        article = structure(text)
        start = time.process_time()
        extract(article)
        best = min(best, time.process_time() - start)
    return best


def body(text: str) -> str:
    return f"{HEADLINE}\n\n{text}"


def test_four_times_the_text_takes_about_four_times_as_long() -> None:
    seconds(body(STORY))  # reads the data files
    small, large = seconds(body(STORY * 20), runs=3), seconds(body(STORY * 80), runs=3)
    assert large / small < FACTOR_FOR_FOURFOLD


def test_text_without_punctuation_is_linear_and_costs_what_text_with_it_costs() -> None:
    seconds(body(STORY))
    flat = STORY.translate(dict.fromkeys(map(ord, '.،:"\n'), " "))
    count = 75_000 // len(flat)
    plain, small = seconds(body(STORY * (count // 3))), seconds(body(flat * count))
    large = seconds(body(flat * (4 * count)))
    assert len(flat) * 4 * count > 290_000
    assert large / small < FACTOR_FOR_FOURFOLD
    assert large < GENEROUS * 12 * plain


def test_a_line_of_quotation_marks_costs_no_more_than_text() -> None:
    size = 100_000
    quarter = seconds(body(STORY * (size // (4 * len(STORY)))))
    for marks in ('"', "”“", '“«"‹'):
        line = (marks * size)[:size]
        # within words, so that the reader keeps the line as text
        text = body(f"قال نادر الخطيب {line} إن السد ممتلئ.")
        assert seconds(text) < GENEROUS * 4 * quarter
