"""When an article was published: an option, metadata, a date line, or only a weekday."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from briefing.arabic.letters import fold_map
from briefing.model import ArticleDate, Dateline, Span

from . import words
from .lines import Line

_EARLIEST = datetime.date(1900, 1, 1)
_DAY = "(الاثنين|الثلاثاء|الثلاثا|الاربعاء|الاربعا|الخميس|الجمعه|السبت|الاحد)"  # folded
_TODAY = re.compile(rf"(?<!\w)(?:ل|ب)?اليوم\s*[،,(]?\s*{_DAY}(?!\w)")
_YESTERDAY = re.compile(rf"(?<!\w)ا?(?:ل)?امس\s*[،,(]?\s*{_DAY}(?!\w)")
_ALONE = re.compile(rf"[،,(–-]\s*((?:فجر|صباح|ظهر|عصر|مساء|ليل|ليله|يوم)?\s*{_DAY})\s*[،,)–-]")


def published(
    text: str,
    date_lines: Iterable[Line],
    body: Iterable[tuple[int, int]],
    dateline: Dateline | None,
    *,
    option: datetime.date | None = None,
    hint: datetime.date | None = None,
) -> ArticleDate:
    """The publication date, with where it stands in ``text``.

    ``option`` is the user's word and wins; then ``hint`` (metadata of the page), a full date
    in one of ``date_lines`` or in the dateline, «اليوم الجمعة 19 تموز 2019» in the first
    of ``body`` (offsets of the paragraphs in order), and last a weekday that the story calls
    today («اليوم الجمعة», «أمس السبت» is the day before, in the first paragraph «…، الأحد، …»).
    """
    if option is not None:
        return ArticleDate(value=option.isoformat(), weekday=_english(option), basis="option")
    if hint is not None and hint >= _EARLIEST:
        return ArticleDate(value=hint.isoformat(), weekday=_english(hint), basis="metadata")
    stated = _stated(text, date_lines, dateline)
    if stated is not None:
        return stated
    return _weekday(text, list(body)[:40])


def _stated(text: str, date_lines: Iterable[Line], dateline: Dateline | None) -> ArticleDate | None:
    spans = [(line.start, line.end) for line in date_lines]
    if dateline is not None:
        spans.append((dateline.start, dateline.end))
    for start, end in spans:
        found = _full_date(text, start, end)
        if found is not None:
            return found
    return None


def _full_date(text: str, start: int, end: int) -> ArticleDate | None:
    from briefing.arabic.dates import find_date

    found = find_date(text, start, end)
    if found is None or found[0] < _EARLIEST:
        return None
    day, first, last = found
    surface = Span(start=first, end=last, text=text[first:last])
    return ArticleDate(
        value=day.isoformat(), weekday=_english(day), basis="stated", surface=surface
    )


def _weekday(text: str, body: list[tuple[int, int]]) -> ArticleDate:
    """The weekday of publication from the first paragraphs; a full date beside it counts."""
    for number, (start, end) in enumerate(body):
        end = min(end, start + 1500)
        folded = fold_map(text[start:end])
        patterns = [(_TODAY, 0), (_YESTERDAY, 1)] + ([(_ALONE, 0)] if number == 0 else [])
        for pattern, later in patterns:
            match = pattern.search(folded.text)
            if match is None:
                continue
            first, last = folded.raw_span(match.start(), match.end())
            if pattern is _ALONE:
                first, last = folded.raw_span(match.start(1), match.end(1))
            first, last = first + start, last + start
            if not later:
                dated = _full_date(text, first, min(end, last + 40))
                if dated is not None and dated.surface and dated.surface.start <= last + 3:
                    return dated
            day = (words.weekdays()[match.group(match.lastindex or 1)] + later) % 7
            return ArticleDate(
                weekday=words.WEEKDAYS_EN[day], basis="weekday",
                surface=Span(start=first, end=last, text=text[first:last]),
            )  # fmt: skip
    return ArticleDate()


def _english(day: datetime.date) -> str:
    return words.WEEKDAYS_EN[day.weekday()]
