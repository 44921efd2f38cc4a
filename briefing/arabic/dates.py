"""Time expressions in Arabic text: what they say, and the date by a reference date.

A weekday is the latest such day on or before the reference unless «المقبل» or «القادم»
stands by it; where weekday and «اليوم» or «أمس» disagree the weekday wins, for an article
is often published a day late. A week runs from Monday to Sunday (ISO 8601). The night that
«ليل أمس» and «منتصف ليل أمس» name is that of yesterday (TNI of the day before the reference);
«عقب منتصف ليل أمس» is the day after that night began, the reference itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .calendar_words import weekday_at
from .date_finder import Finder
from .date_parts import numeric_date, resolve, worded_date
from .date_spans import Found, Precision, after_weekday
from .date_spans import Lean as Relation
from .number_grammar import Reader
from .tokens import Token, tokenize

__all__ = ["Precision", "Relation", "TimeExpression", "find_date", "find_times", "weekday_of"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression; offsets are raw code points.

    ``normalised`` is ISO 8601: a day, a day with TMO, TAF, TEV or TNI, a month, a year, or
    «start/end» (an end of «..» is open); None when the words or the reference do not tell.
    ``relation`` compares it with the reference date.
    """

    start: int
    end: int
    normalised: str | None
    precision: Precision
    relation: Relation


def find_times(
    text: str,
    reference: date | None,
    start: int = 0,
    end: int | None = None,
    tokens: Sequence[Token] | None = None,
) -> list[TimeExpression]:
    """The time expressions of ``text[start:end]`` in order, longest first, not overlapping.

    Prepositions («في», «من») stay outside, those that carry the meaning (منذ, قبل, خلال,
    عقب) inside. Never raises on odd dates: 31 February is found and not normalised.

    >>> [x.normalised for x in find_times("صباح اليوم الجمعة", date(2019, 7, 19))]
    ['2019-07-19TMO']
    """
    if tokens is None:
        tokens = tokenize(text, start, end)
    finder = Finder(text, tokens, reference)
    found: list[TimeExpression] = []
    index = 0
    while index < len(tokens):
        hit = finder.at(index) if tokens[index].is_word else None
        if hit is None:
            index += 1
            continue
        relation = _relation(hit, reference)
        found.append(TimeExpression(hit.start, hit.end, hit.normalised, hit.precision, relation))
        index = max(hit.next, index + 1)
    return found


def find_date(text: str, start: int = 0, end: int | None = None) -> tuple[date, int, int] | None:
    """The first full calendar date (day, month and year stated) and its raw offsets.

    >>> find_date("نشر في 18 تموز/يوليو 2019")
    (datetime.date(2019, 7, 18), 7, 25)
    """
    tokens = tokenize(text, start, end)
    reader = Reader(text, tokens)
    beyond = 0
    for index in range(len(tokens)):
        if index < beyond or not tokens[index].is_word:
            continue
        found = numeric_date(tokens, index) or worded_date(reader, index)
        if found is None:
            continue
        beyond = found.next
        if found.day is None or found.year is None or found.last_day:
            continue
        days = resolve(found, None)
        if days is not None:
            return days[0], found.start, found.end
    return None


def weekday_of(text: str, start: int = 0, end: int | None = None) -> tuple[int, int, int] | None:
    """The weekday (Monday is 0) that the text gives to «اليوم», and raw offsets of both.

    >>> weekday_of("استهدفت صباح اليوم الجمعة بلدة")
    (4, 13, 25)
    """
    tokens = tokenize(text, start, end)
    for index, token in enumerate(tokens):
        if token.text not in ("اليوم", "واليوم", "لليوم"):
            continue
        at = after_weekday(tokens, index + 1)
        day = weekday_at(tokens, at) if at is not None else None
        if day is not None and not day.prefix:
            begin = token.end - len("اليوم") if "ـ" not in token.raw else token.start
            return day.value, max(begin, token.start), day.end
    return None


def _relation(hit: Found, reference: date | None) -> Relation:
    if hit.first is None or reference is None:
        return hit.lean
    if (hit.last or hit.first) < reference:
        return "past"
    return "future" if hit.first > reference else "current"
