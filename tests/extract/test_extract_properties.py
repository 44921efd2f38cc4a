"""Whatever the text: spans are exact, nothing crashes, and time grows with the length."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from briefing.extract import extract
from briefing.extract.document import Document, prepare
from briefing.extract.event_context import LONGEST_CLAUSE
from briefing.extract.event_words import load_triggers
from briefing.extract.events import extract_events
from briefing.extract.figures import extract_figures
from briefing.extract.lexicon import load
from briefing.extract.statement_content import LONGEST_CONTENT
from briefing.extract.statements import extract_statements
from briefing.extract.units import load_units
from briefing.model import Article, Span

from .texts import extracted, one_sentence

WORDS = (
    "قال قالت وأضاف أكد مؤكداً نفى نفي مزاعم اتهم حمل مسؤولية هدد أعلن أعلنت نقلت عن قوله "
    "تصريحات لقائد حول وفقاً بحسب لمصدر المصدر ذاته الوزير وزير الخارجية سامر محمد حداد "
    "المرصد السوري حركة الفجر الجيش إن أن بأن أنه إلى على ما وصفه بالخطر واصفاً فيما بينما "
    "كما في بيان جاء قصف قصفت القصف غارات هجوم اشتباكات مدينة حلب إدلب سراقب ريف قتل مقتل "
    "أصيب إصابة جرحى طفلين شخص مدنيين عائلة نزحت دون ورود ضحايا لم يسفر عام 2012 أمس صباح "
    "اليوم و ب ل"
).split()
MARKS = ['"', "“", "”", "«", "»", "(", ")", ":", "،", "؛", ".", "!", "؟", "…", "-", "\n"]
NUMBERS = ["3", "12", "150", "1,200", "٤٠", "20 و30", "عشرات", "ألفاً", "2018/7/5", "14:30", "%5"]


def spans(value: object) -> Iterator[Span]:
    """Every span inside a model value."""
    if isinstance(value, Span):
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from spans(getattr(value, name))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from spans(item)


@lru_cache(maxsize=1)
def vocabulary() -> list[str]:
    """The words that the rules know, and some that they do not."""
    lexicon, units, triggers = load(), load_units(), load_triggers()
    known = [text for texts in lexicon.texts.values() for text in texts]
    known += [text for texts in triggers.texts.values() for text in texts]
    known += [*lexicon.cues, *triggers.nouns, *triggers.verbs]
    known += [*units.counted, *units.singular, *units.dual, *units.before, *units.after]
    return sorted(set(known)) + WORDS


def assert_exact(article: Article) -> None:
    """Every span of the facts is the text that stands at its offsets."""
    found = [*spans(article.statements), *spans(article.figures), *spans(article.events)]
    for span in found:
        assert article.text[span.start : span.end] == span.text
        assert span.text


def mixture() -> st.SearchStrategy[str]:
    """Words that the rules know, marks and numbers, in any order."""
    known = st.builds(
        lambda prefix, word: prefix + word,
        st.sampled_from(["", "", "و", "ب", "ل", "ال", "لل", "وال"]), st.sampled_from(vocabulary()),
    )  # fmt: skip
    piece = st.one_of(
        st.sampled_from(WORDS), known, st.sampled_from(MARKS), st.sampled_from(NUMBERS)
    )  # fmt: skip
    return st.lists(piece, min_size=1, max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(mixture())
def test_every_span_is_the_text_at_its_offsets(text: str) -> None:
    assert_exact(extracted(text))


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from('قال انمحد“”"«»:،. \n35٤ًّـ\u200f'), max_size=200))
def test_letters_and_marks_in_any_order_do_not_crash(text: str) -> None:
    article = one_sentence(text) if text.strip() else one_sentence("قال")
    extract(article)
    assert_exact(article)


def test_an_article_without_words_has_no_facts() -> None:
    article = Article(id="empty", text="", sentences=[])
    extract(article)
    assert (article.statements, article.figures, article.events) == ([], [], [])


def seconds(text: str) -> float:
    """Processor time of the extractors on a text of one sentence, its preparation included."""
    start = process_time()
    document: Document = prepare(one_sentence(text))
    said = extract_statements(document, load())
    counted = extract_figures(document, load(), said)
    extract_events(document, load(), [], said, counted, [])
    return process_time() - start


@pytest.mark.parametrize(
    "unit",
    [
        '" ', "« “ ", "محمد ", "قال إن قوات ", "وفق مصدر ", "قصف ", "قتل 3 مدنيين ", "5 سيارات ",
        "قال الوزير: \"كلام كثير جداً هنا\". ", "المتحدث قال إن ذلك حصل، ", "اتهم الجيش الفصائل ",
        "القصف في حلب ", "مقتل طفلين و3 نساء ", "، ", "مصدر ١ أكد أن الوضع جيد، ",
    ],
)  # fmt: skip
def test_time_grows_with_the_length(unit: str) -> None:
    seconds(unit * 20)  # data files are read once
    length = 2_000  # characters; four times as many take four times as long, sixteen if squared
    short = min(seconds(unit * (length // len(unit))) for _ in range(2))
    long = seconds(unit * (4 * length // len(unit)))
    assert long < 9 * short + 0.15


def test_a_hundred_thousand_quotation_marks_end_soon() -> None:
    one = seconds('" ' * 5_000)
    assert seconds('" ' * 100_000) < 60 * one + 1


def test_many_speakers_cost_the_same_each() -> None:
    def text(count: int) -> str:
        letters = "ابتجحدرزسشصطعغفقكلمنهوي"
        names = (
            "".join(letters[n // 23**k % 23] for k in range(3)) for n in range(23, 23 + count)
        )  # fmt: skip
        return " ".join(f"قال سامر {name} إن الوضع جيد." for name in names)

    short, long = text(200), text(800)
    assert seconds(long) < 9 * seconds(short) + 0.15


def test_content_without_punctuation_is_bounded() -> None:
    document = prepare(one_sentence("قال الوزير إن " + "الطريق مفتوح " * 2_000))
    (said,) = extract_statements(document, load())
    assert len(said.content[0].text.split()) <= LONGEST_CONTENT


def test_a_year_far_behind_its_act_is_not_its_year() -> None:
    def relation(between: int) -> str:
        text = "قصف الجيش القرية " + "الطريق " * between + "في عام 2012"
        document = prepare(one_sentence(text))
        (found,) = extract_events(document, load(), [], [], [], [])
        return found.time_relation

    assert relation(5) == "historical"
    assert relation(LONGEST_CLAUSE) == "current"
