"""A megabyte of text, and a line of nothing but quotation marks: linear time, true spans."""

from __future__ import annotations

import time

import pytest

from briefing.model import Article
from briefing.pipeline import extract_facts
from briefing.read import structure

SENTENCES = (
    "قال الوزير سامر الحلبي إن {n} مدنياً قتلوا في غارة على مدينة حلب صباح اليوم.",
    "وأضاف: «لن نقبل بأي اعتداء على السكان في المدينة»، مشيراً إلى نزوح {n} عائلة من الحي.",
    "وقصفت المدفعية بلدة سراقب بريف إدلب، دون ورود معلومات عن وقوع ضحايا.",
    "وبحسب مصدر طبي، أصيب {n} أشخاص بينهم طفلان في انفجار لغم قرب القرية.",
)


def _text(characters: int) -> str:
    lines = ["عنوان الخبر من المدينة", ""]
    size = 0
    while size < characters:
        line = " ".join(sentence.format(n=len(lines) + 3) for sentence in SENTENCES)
        lines.append(line)
        size += len(line) + 1
    return "\n".join(lines) + "\n"


def _extracted(text: str) -> tuple[Article, float]:
    start = time.process_time()
    article = structure(text)
    extract_facts(article)
    return article, time.process_time() - start


def test_a_megabyte_in_linear_time() -> None:
    _extracted(_text(2_000))  # the tables are loaded once
    _, quarter = _extracted(_text(250_000))
    text = _text(1_000_000)
    article, whole = _extracted(text)
    assert whole < 8 * quarter, f"{quarter:.1f} s for a quarter, {whole:.1f} s for all"
    assert len(article.statements) > 5_000
    for statement in article.statements[::97]:
        assert all(text[part.start : part.end] == part.text for part in statement.content)
    assert any(figure.negated for figure in article.figures)
    assert all(figure.value is None for figure in article.figures if figure.negated)


@pytest.mark.parametrize("mark", ['"', "«", "“", '" ', "«»", ':"'])
def test_quotation_marks_without_end(mark: str) -> None:
    plain = _extracted(_text(100_000))[1]
    line = "قال الوزير " + mark * (100_000 // len(mark)) + " في المدينة."
    article, seconds = _extracted("عنوان\n\n" + line + "\n")
    assert seconds < 20 * plain + 1
    assert article.text.count(mark[0]) > 10_000
