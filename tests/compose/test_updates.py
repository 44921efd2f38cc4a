"""A later number is an update, another number of the same day is a conflict."""

from __future__ import annotations

import datetime as dt

from briefing.compose import compose
from briefing.compose.names import Names
from briefing.compose.protocols import TranslationReport
from briefing.model import Article, Briefing
from briefing.pipeline import extract_facts
from briefing.read import structure
from briefing.settings import Settings

DAY = dt.date(2026, 5, 2)


def _article(ident: str, outlet: str, day: dt.date, killed: int) -> Article:
    body = f"قتل {killed} مدنياً في قصف على مدينة سراقب."
    article = structure(f"حصيلة القصف\n\n{body}\n", date=day)
    article.id, article.outlet = ident, outlet
    extract_facts(article)
    return article


def _brief(*articles: Article) -> Briefing:
    return compose(
        list(articles), Settings(), names=Names(), date=None, report=TranslationReport(),
        now=dt.datetime(2026, 5, 2, tzinfo=dt.UTC),
    )  # fmt: skip


def test_two_numbers_of_one_day_stay_side_by_side() -> None:
    made = _brief(_article("b", "Enab Baladi", DAY, 45), _article("c", "Reuters", DAY, 41))
    (figure,) = made.key_figures
    assert (figure.value, figure.low, figure.high) == (None, 41, 45)
    (line,) = made.casualties
    assert "45 civilians according to Enab Baladi" in line.text.en
    assert "41 civilians according to Reuters" in line.text.en
    assert line.sources == [1, 2]


def test_a_number_of_another_day_is_an_update_with_its_date() -> None:
    earlier = _article("a", "North Press Agency", DAY - dt.timedelta(days=1), 38)
    made = _brief(earlier, _article("b", "Enab Baladi", DAY, 45))
    assert [figure.value for figure in made.key_figures] == [45, 38]
    lines = [line.text.en for line in made.casualties]
    assert lines == [
        "45 civilians killed in shelling of Saraqib",
        "38 civilians killed in shelling of Saraqib (1 May 2026)",
    ]
    assert "(1 أيار/مايو 2026)" in made.casualties[1].text.ar


def test_equal_numbers_of_two_outlets_are_one_line() -> None:
    made = _brief(_article("b", "Enab Baladi", DAY, 45), _article("c", "Reuters", DAY, 45))
    (line,) = made.casualties
    assert line.sources == [1, 2]
    assert made.key_figures[0].value == 45
