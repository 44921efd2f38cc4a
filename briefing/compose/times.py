"""When something happened, worded from the ISO time and the Arabic words together.

The words give the part of the day, the ISO date gives the day. Words are understood whole
or not at all; what is not understood is printed in Arabic.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import lru_cache

from ..arabic.letters import fold
from ..model import ArticleDate, EventTime, Span
from .formats import Format
from .tables import month_words, read_rows

_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:T?(MO|MI|NO|AF|EV|NI|DA|DT)?)?")
#: TIDES/TIMEX3 codes of the part of the day.
_CODES = {"MO": "morning", "MI": "noon", "NO": "noon", "AF": "afternoon", "EV": "evening",
          "NI": "night", "DA": "dawn"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    pattern: re.Pattern[str]
    en: str
    ar: str
    length: int


@lru_cache(maxsize=1)
def _entries() -> tuple[_Entry, ...]:
    out = []
    for kind, ar, en, ar_out in read_rows("wording_time.tsv", 4):
        source = re.escape(fold(ar)).replace(r"\{n\}", r"(\d+)").replace(r"\ ", r"\s+")
        out.append(_Entry(kind, re.compile(source + r"(?!\w)"), en, ar_out, len(ar)))
    return tuple(sorted(out, key=lambda entry: -entry.length))


@dataclass(slots=True)
class Reading:
    """An understood Arabic time. ``day`` counts from the day of the article, ``weekday``
    from Monday as 0, ``date`` is (day, month, year) with None for what is not said."""

    part: tuple[str, str] | None = None
    anchor: tuple[str, str] | None = None
    relation: tuple[str, str] | None = None
    day: int | None = None
    weekday: int | None = None
    date: tuple[int | None, int, int | None] | None = None
    periods: list[tuple[str, str]] = field(default_factory=list)


def read(surface: str) -> Reading | None:
    """The reading of an Arabic time, None when one of its words is not understood."""
    text = fold(surface)
    reading = Reading()
    at = 0
    while at < len(text):
        if not text[at].isalnum():
            at += 1
            continue
        stop = _date(reading, text, at)
        if stop is not None:
            at = stop
            continue
        entry, match = next(
            ((e, m) for e in _entries() if (m := e.pattern.match(text, at))), (None, None)
        )
        if entry is None or match is None:
            return None
        _take(reading, entry, match)
        at = match.end()
    return reading


@lru_cache(maxsize=1)
def _date_pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name, _ in month_words())
    return re.compile(
        rf"(?:(\d{{1,2}})\s+)?(?:شهر\s+)?({names})(?:\s*[/(]\s*(?:{names})\)?)?(?!\w)"
        r"(?:\s+(?:من\s+)?(?:عام\s+)?(\d{4}))?"
    )


def _date(reading: Reading, text: str, at: int) -> int | None:
    """Where a date («22 تشرين الثاني/نوفمبر 2021») that starts at ``at`` ends, noted."""
    match = _date_pattern().match(text, at)
    if match is None or reading.date is not None:
        return None
    day, name, year = match.groups()
    month = dict(month_words())[" ".join(name.split())]
    if day is not None and not 1 <= int(day) <= 31:
        return None
    reading.date = (int(day) if day else None, month, int(year) if year else None)
    return match.end()


def _take(reading: Reading, entry: _Entry, match: re.Match[str]) -> None:
    number = match.group(1) if match.re.groups else ""
    pair = (entry.en.replace("{n}", number), entry.ar.replace("{n}", number))
    if entry.kind == "part":
        reading.part = pair
    elif entry.kind == "anchor":
        reading.anchor = pair
    elif entry.kind == "relation":
        reading.relation = pair
    elif entry.kind == "day":
        reading.day = int(entry.en)
    elif entry.kind == "weekday":
        reading.weekday = int(entry.en)
    elif entry.kind == "period":
        reading.periods.append(pair)


@dataclass(frozen=True, slots=True)
class Moment:
    """The ISO side of a time: a day or a month, an end of a range, a part of the day."""

    day: dt.date | None = None
    month: tuple[int, int] | None = None
    until: dt.date | None = None
    part: str | None = None


def parse_iso(value: str | None) -> Moment | None:
    """A normalised time as ``Moment``; None when there is none or it is not ISO.

    >>> parse_iso("2019-07-19TMO").part
    'morning'
    """
    if not value:
        return None
    first, _, second = value.partition("/")
    match = _ISO.match(first)
    if match is None:
        return None
    year, month, day, code = match.groups()
    try:
        if day is None:
            dt.date(int(year), int(month), 1)
            return Moment(month=(int(year), int(month)))
        start = dt.date(int(year), int(month), int(day))
        end = _ISO.match(second)
        until = dt.date.fromisoformat(end.group()[:10]) if end and end.group(3) else None
    except ValueError:
        return None
    return Moment(day=start, until=until if until != start else None, part=_CODES.get(code or ""))


def article_day(date: ArticleDate) -> dt.date | None:
    """The date of an article, None when it is not known."""
    try:
        return dt.date.fromisoformat(date.value) if date.value else None
    except ValueError:
        return None


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def article_weekday(date: ArticleDate) -> int | None:
    """The weekday of an article as 0 (Monday) to 6, None when it is not known."""
    day = article_day(date)
    if day is not None:
        return day.weekday()
    if date.weekday:
        name = date.weekday.strip().lower()
        if name in _WEEKDAYS:
            return _WEEKDAYS.index(name)
        reading = read(date.weekday)
        return reading.weekday if reading else None
    return None


def event_day(time: EventTime | None, date: ArticleDate) -> dt.date | None:
    """The calendar day of an event: its ISO date, else None (never the article's own)."""
    moment = parse_iso(time.normalised) if time else None
    return moment.day if moment else None


def wording(
    f: Format, surface: str, normalised: str | None, date: ArticleDate, today: dt.date | None
) -> str:
    """The wording of a time in the language of ``f``.

    ``today`` is the day of the briefing: a date is added when the event is of another day.
    """
    moment = parse_iso(normalised)
    reading = read(surface)
    if moment is not None and (moment.month or moment.until):
        return _calendar(f, moment)
    day = moment.day if moment else None
    if reading is None:
        if day is None:
            return f.arabic(surface)
        part = (moment.part, "") if moment and moment.part else None
        return _dated(f, _day(f, day.weekday(), part), day, today)
    if reading.date is not None and day is None:
        return _partial(f, reading)
    if reading.periods and reading.weekday is None and reading.day is None and not reading.part:
        return f.commas(f.map_digits(period[f.lang == "ar"]) for period in reading.periods)
    if reading.anchor:
        relation = reading.relation or ("at", "عند")
        text = f"{relation[f.lang == 'ar']} {reading.anchor[f.lang == 'ar']}"
        return _dated(f, text, day, today) if day else text
    weekday = _weekday(reading, day, date)
    if weekday is None:
        return _undated(f, reading, surface)
    text = _day(f, weekday, reading.part)
    if reading.relation:
        text = f"{reading.relation[f.lang == 'ar']} {text}"
    return _dated(f, text, day, today) if day else text


def _partial(f: Format, reading: Reading) -> str:
    """A date as far as it is said: a month, a day and month; no year is assumed."""
    assert reading.date is not None  # noqa: S101 - the caller has looked
    number, month, year = reading.date
    text = " ".join(str(part) for part in (number, f.month(month), year) if part is not None)
    text = f.map_digits(text)
    if reading.weekday is not None:
        text = f"{_day(f, reading.weekday, reading.part)} ({text})"
    relation = f"{reading.relation[f.lang == 'ar']} " if reading.relation else ""
    return relation + text


def _weekday(reading: Reading, day: dt.date | None, date: ArticleDate) -> int | None:
    if reading.weekday is not None:
        return reading.weekday
    if day is not None:
        return day.weekday()
    base = article_weekday(date)
    if reading.day is not None and base is not None:
        return (base + reading.day) % 7
    return None


def _undated(f: Format, reading: Reading, surface: str) -> str:
    """A time whose day is not known: the source's own words, in the source's own frame."""
    if f.lang == "ar":
        return surface
    part = reading.part[0] if reading.part else ""
    words = {0: "the same day", -1: "the day before", -2: "two days before", 1: "the next day"}
    day = words.get(reading.day, "") if reading.day is not None else ""
    relation = f"{reading.relation[0]} " if reading.relation else ""
    if part and day:
        return f"{relation}{part} of {day}"
    if part:
        return f"{relation}{_IN_PART.get(part, part)}"
    return relation + day if day else f.arabic(surface)


_IN_PART = {"morning": "in the morning", "afternoon": "in the afternoon",
            "evening": "in the evening", "night": "at night", "dawn": "at dawn",
            "noon": "at noon"}  # fmt: skip
_AR_PART = {"morning": "صباح", "noon": "ظهر", "afternoon": "بعد ظهر", "evening": "مساء",
            "night": "ليل", "dawn": "فجر"}  # fmt: skip


def _day(f: Format, weekday: int, part: tuple[str, str] | None) -> str:
    name = f.weekday(weekday)
    if part is None:
        return name
    if f.lang == "ar":
        return f"{part[1] or _AR_PART[part[0]]} {name}"
    return f"{part[0]} on {name}" if part[0] in ("dawn", "noon") else f"{name} {part[0]}"


def _dated(f: Format, text: str, day: dt.date, today: dt.date | None) -> str:
    if today is None or day == today:
        return text if today is not None else f"{text} ({f.date(day)})"
    return f"{text} ({f.date(day, year=day.year != today.year)})"


def _calendar(f: Format, moment: Moment) -> str:
    if moment.month:
        year, month = moment.month
        return f.map_digits(f"{f.month(month)} {year}")
    if moment.day and moment.until:
        return f"{f.date(moment.day)} – {f.date(moment.until)}"
    return ""


def event_time(f: Format, time: EventTime | None, date: ArticleDate, today: dt.date | None) -> str:
    """The wording of an event's time, "" when it has none."""
    return wording(f, time.text, time.normalised, date, today) if time else ""


def in_sentence(f: Format, text: str) -> str:
    """A time as it stands inside an English sentence: "on Friday morning", "in July 2019"."""
    if f.lang != "en" or not text:
        return text
    first = text.split(maxsplit=1)[0]
    if first[0].isdigit() or any(first == f.weekday(day) for day in range(7)):
        return f"on {text}"
    return f"in {text}" if any(first == f.month(month) for month in range(1, 13)) else text


def period_time(f: Format, period: Span, date: ArticleDate, today: dt.date | None) -> str:
    """The wording of a figure's period."""
    return wording(f, period.text, None, date, today)
