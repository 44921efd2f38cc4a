"""Reprints are found, cut ones too, and are no second source."""

from __future__ import annotations

import datetime as dt
import random
import time

from briefing.compose import compose
from briefing.compose.names import Names
from briefing.compose.protocols import TranslationReport
from briefing.compose.reprints import mark_reprints
from briefing.model import Article
from briefing.pipeline import extract_facts
from briefing.read import structure
from briefing.settings import Settings

WORDS = "قال الوزير إن القوات قصفت مدينة حلب صباح اليوم وأدى القصف إلى مقتل مدنيين في الحي".split()


def _text(seed: int, length: int = 120) -> str:
    chosen = random.Random(seed)  # noqa: S311 - made-up text, no secret
    return " ".join(chosen.choice(WORDS) + str(chosen.randint(0, 400)) for _ in range(length))


def _article(ident: str, body: str, outlet: str | None = None) -> Article:
    article = structure(f"عنوان {ident}\n\n{body}.\n")
    article.id = ident
    article.outlet = outlet
    return article


def test_a_reprint_with_changed_words_and_a_cut_one_are_found() -> None:
    first = _text(1)
    words = first.split()
    changed = words.copy()
    for at in (20, 60, 100):
        changed[at] = "تغيير"
    articles = [
        _article("a", first, "NPA"),
        _article("b", " ".join(changed)),
        _article("c", " ".join(words[:70])),
        _article("d", _text(2)),
    ]
    mark_reprints(articles)
    assert [a.reprint.article if a.reprint else None for a in articles] == [None, "a", "a", None]


def test_different_texts_and_short_ones_are_left_alone() -> None:
    articles = [_article(str(n), _text(n)) for n in range(10, 30)]
    articles += [_article("x", "قتل ثلاثة مدنيين في حلب"), _article("y", "قتل ثلاثة مدنيين في حلب")]
    mark_reprints(articles)
    assert not any(a.reprint for a in articles)


def test_a_reprint_is_no_second_source() -> None:
    body = (
        "قتل 12 مدنياً في غارة جوية روسية على مدينة سراقب شرقي إدلب صباح اليوم الجمعة، وأصيب "
        "سبعة آخرون بجروح متفاوتة ونقلوا إلى مشافي المدينة. وقال مدير الدفاع المدني أحمد خالد "
        "إن فرق الإنقاذ تواصل البحث عن عالقين تحت الأنقاض في الحي الشمالي من المدينة. "
        "وتشهد المنطقة هدوءاً حذراً منذ ساعات الظهر وسط تحليق لطائرات الاستطلاع في سماء الريف"
    )
    articles = [_article("a", body, "North Press Agency"), _article("b", body, "Enab Baladi")]
    for article in articles:
        extract_facts(article)
    made = compose(
        articles, Settings(), names=Names(), date=None, report=TranslationReport(),
        now=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    assert [s.note is not None for s in made.sources] == [False, True]
    assert made.sources[1].note is not None
    assert "[1]" in made.sources[1].note.en
    assert sum(len(block.quotes) for block in made.statements) == 1
    confidence = " ".join(line.en for line in made.method.lines)
    assert "every item rests on a single source" in confidence
    assert all(set(figure.sources) == {1, 2} for figure in made.key_figures)


def test_time_grows_with_the_number_of_articles_not_its_square() -> None:
    def seconds(count: int) -> float:
        articles = [_article(str(n), _text(n, 60)) for n in range(count)]
        start = time.process_time()
        mark_reprints(articles)
        return time.process_time() - start

    seconds(5)
    assert seconds(120) < 12 * seconds(30)
