"""Calendar dates in Arabic text: day, month and year of two calendars, in words and figures.

A ``Calendar`` is what the words say; ``resolve`` completes it with a reference date. Hijri
dates are those of the Umm al-Qura calendar (the hijridate package).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .calendar_words import month_at, word_set
from .number_forms import dashed_date
from .number_grammar import Reader
from .number_words import CLITICS
from .tokens import Token

LAST = word_set(
    "الماضي الماضيه الماضين الماضيين الماضيتين الفايت الفايته المنصرم المنصرمه المنصرمين السابق"
    " السابقه الاخير الاخيره الاخيرين الاخيرتين المنقضي المنقضيه الماض المنصرمتين الفارط"
    " الفارطه"
)
THIS = frozenset(["الجاري", "الجاريه", "الحالي", "الحاليه", "هذا", "هذه", "الراهن", "الراهنه"])
NEXT = word_set(
    "المقبل المقبله القادم القادمه المقبلين المقبلتين القادمين القادمتين التالي التاليه الجاي"
    " الاتي الاتيه"
)
_YEAR_WORDS = frozenset(["عام", "العام", "سنه", "السنه", "لعام", "لسنه", "للعام"])
_HIJRI_MARKS = frozenset(["ه", "هجري", "هجريه", "للهجره"])
_CHRISTIAN_MARKS = frozenset(["م", "ميلادي", "ميلاديه", "للميلاد"])
#: A date without a year is in the past unless it is this many days ahead or fewer.
_AHEAD = 30


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar date as written: ``next`` is the token after it, offsets are raw.

    ``day`` or ``year`` are None when not stated; ``last_day`` is the end of a range of days;
    ``shift`` is -1 for «الماضي», 0 for «الجاري», 1 for «المقبل», None when nothing is said.
    """

    next: int
    start: int
    end: int
    calendar: str
    year: int | None
    month: int | None
    day: int | None
    last_day: int | None = None
    shift: int | None = None


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is no such day (31 February, year 0)."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def add_days(day: date, days: int) -> date | None:
    """``day`` moved by ``days``, or None outside of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_months(day: date, months: int) -> tuple[int, int] | None:
    """(year, month) of ``months`` after the month of ``day``, or None outside of 1 to 9999."""
    count = day.year * 12 + day.month - 1 + months
    return (count // 12, count % 12 + 1) if 12 <= count < 120000 else None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def hijri_date(year: int, month: int, day: int) -> date | None:
    """The Gregorian date of an Umm al-Qura date (years 1343 to 1500), or None."""
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a month of the Umm al-Qura calendar, or None."""
    from hijridate import Hijri

    first = hijri_date(year, month, 1)
    if first is None:
        return None
    return first, first + timedelta(days=int(Hijri(year, month, 1).month_length()) - 1)


def numeric_date(tokens: Sequence[Token], index: int) -> Calendar | None:
    """2019/7/18, 18/7/2019, 18-07-2019, 2019-07-18, 18.7.2019; month first only when the
    second number cannot be a month. Hijri when the year is 1343 to 1500."""
    text = tokens[index].text
    if not text[0].isdecimal():
        return None
    numbers, nxt = re.split(r"[/.]", text), index + 1
    if len(numbers) != 3:
        stop = dashed_date(tokens, index)
        if stop is None:
            return _month_year(tokens, index, numbers)
        numbers, nxt = [tokens[index + k].text for k in (0, 2, 4)], stop
    if not all(n.isdecimal() and len(n) <= 4 for n in numbers):
        return None
    a, b, c = (int(n) for n in numbers)
    if len(numbers[0]) == 4:
        year, month, day = a, b, c
    elif len(numbers[2]) == 4:
        year, month, day = c, b, a
    elif len(numbers[2]) == 2 and "/" in text:
        year, month, day = 2000 + c, b, a
    else:
        return None
    if month > 12 and day <= 12 and len(numbers[0]) != 4:
        month, day = day, month
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    kind = "h" if 1343 <= year <= 1500 else "g"
    if kind == "g" and not 1000 <= year <= 2999:
        return None
    if nxt < len(tokens) and tokens[nxt].text in _HIJRI_MARKS | _CHRISTIAN_MARKS:
        nxt += 1
    return Calendar(nxt, tokens[index].start, tokens[nxt - 1].end, kind, year, month, day)


def _month_year(tokens: Sequence[Token], index: int, numbers: list[str]) -> Calendar | None:
    if len(numbers) != 2 or "/" not in tokens[index].text:
        return None
    month, year = numbers
    if len(month) == 4:
        year, month = month, year
    if len(year) != 4 or len(month) > 2 or not (year + month).isdecimal():
        return None
    if not 1 <= int(month) <= 12 or not 1900 <= int(year) < 2100:
        return None
    token = tokens[index]
    return Calendar(index + 1, token.start, token.end, "g", int(year), int(month), None)


def worded_date(reader: Reader, index: int, day_said: bool = False) -> Calendar | None:
    """«18 تموز/يوليو 2019», «الثاني عشر من أغسطس/آب الجاري», «شهر أبريل/نيسان 2010»,
    «تموز الماضي», «15 ذو القعدة 1440», «الثاني من الشهر الجاري», «5-10 آذار».

    An ambiguous month name («مارس» is also a verb, «رجب» a name) needs a day, a year, a
    second name or «شهر»; ``day_said`` tells that a weekday stood before.
    """
    tokens = reader.tokens
    day, last_day, at, begin = _day(reader, index)
    in_month = at < len(tokens) and tokens[at].text in ("الشهر", "شهر", "لشهر", "بشهر")
    if day is not None and in_month and tokens[at].text == "الشهر":
        return _day_of_this(tokens, day, at, begin)
    word = in_month and tokens[at].text != "الشهر"
    if word:
        if begin is None:
            begin = tokens[at].end - 3  # «لشهر»: the clitic stays outside
        at += 1
    month = month_at(tokens, at)
    if month is None or (day is not None and month.prefix):
        return None
    if begin is None:
        begin = month.start
    kind, number = month.value.calendar, month.value.number
    end, at, paired = _second_name(tokens, month.last, tokens[month.last - 1].end, number, kind)
    year, shift, at, end = _year(tokens, at, end, kind)
    firm = word or paired or year is not None or not month.value.ambiguous
    if kind == "h" and year is None and not (day or word):
        return None
    if not firm and not (day and (tokens[month.first].text != "اب" or day_said)):
        return None
    if day is None and shift is None and not firm:
        return None
    return Calendar(at, begin, end, kind, year, number, day, last_day, shift)


def _day(reader: Reader, index: int) -> tuple[int | None, int | None, int, int | None]:
    """(day, last day, token after it and after «من», raw start) of a day of a month."""
    tokens = reader.tokens
    parsed = reader.ordinal(index) or reader.cardinal(index, False)
    if parsed is None or parsed.value is None or parsed.scale > 1:
        return None, None, index, None
    if parsed.value.denominator != 1 or not 1 <= parsed.value <= 31:
        return None, None, index, None
    worded = parsed.kind == "cardinal" and not parsed.head.bare.isdecimal()
    if worded and not parsed.head.article:  # «العشرين من تموز», but «ثلاثة تموز» is no date
        return None, None, index, None
    if parsed.head.bare.isdecimal() and len(parsed.head.bare) > 2:
        return None, None, index, None
    day, last, at, start = int(parsed.value), None, parsed.next, parsed.start
    if at + 1 < len(tokens) and parsed.head.bare.isdecimal():
        join = tokens[at].text
        more = reader.cardinal(at if join in ("و",) else at + 1, False)
        if (
            more is not None and more.value is not None and join in ("-", "–", "الي", "و", "حتي")
            and more.head.bare.isdecimal() and day < more.value <= 31
        ):  # fmt: skip
            last, at = int(more.value), more.next
    if at < len(tokens) and tokens[at].text == "من":
        at += 1
    return day, last, at, start


def _day_of_this(tokens: Sequence[Token], day: int, at: int, begin: int | None) -> Calendar | None:
    if at + 1 >= len(tokens) or begin is None:
        return None
    shift = shift_of(tokens[at + 1].text)
    if shift is None:
        return None
    return Calendar(at + 2, begin, tokens[at + 1].end, "g", None, None, day, None, shift)


def _second_name(
    tokens: Sequence[Token], at: int, end: int, number: int, kind: str
) -> tuple[int, int, bool]:
    """(end, token after, found) of a second name of the same month: «/يوليو», «(تموز)»."""
    skip = at
    while skip < len(tokens) and skip - at < 2 and tokens[skip].text in "/-–(،":
        skip += 1
    second = month_at(tokens, skip)
    if second is None or second.value.number != number or second.value.calendar != kind:
        return end, at, False
    if second.prefix:
        return end, at, False
    last = second.last
    if skip > at and tokens[skip - 1].text == "(":
        if last >= len(tokens) or tokens[last].text != ")":
            return end, at, False
        last += 1
    return tokens[last - 1].end, last, True


def _year(
    tokens: Sequence[Token], at: int, end: int, kind: str
) -> tuple[int | None, int | None, int, int]:
    """(year, shift, token after, raw end) of what follows a month."""
    skip = at
    if skip < len(tokens) and tokens[skip].text in ("،", ","):
        skip += 1
    if skip < len(tokens) and tokens[skip].text == "من":
        skip += 1
    worded = skip < len(tokens) and tokens[skip].text in _YEAR_WORDS
    if worded:
        skip += 1
    if skip >= len(tokens):
        return None, None, at, end
    text = tokens[skip].text
    low, high = (1343, 1500) if kind == "h" else (1000, 2999)
    if text.isdecimal() and len(text) == 4 and low <= int(text) <= high:
        stop = skip + 1
        if stop < len(tokens) and tokens[stop].text in _HIJRI_MARKS | _CHRISTIAN_MARKS:
            stop += 1
        return int(text), None, stop, tokens[stop - 1].end
    shift = shift_of(text)
    if shift is not None and text not in ("هذا", "هذه") and skip in (at, at + 1 + worded):
        if worded:  # «تموز من العام الماضي»: a whole year back, coded as ±10
            return None, shift * 10, skip + 1, tokens[skip].end
        if skip == at:
            return None, shift, skip + 1, tokens[skip].end
    return None, None, at, end


def shift_of(word: str) -> int | None:
    """-1 for «الماضي», 0 for «الجاري», 1 for «المقبل», None for any other folded word."""
    if word in LAST:
        return -1
    if word in THIS:
        return 0
    return 1 if word in NEXT else None


def resolve(found: Calendar, reference: date | None) -> tuple[date, date] | None:
    """First and last day of a calendar date, completed by the reference date, or None."""
    if found.calendar == "h":
        return _resolve_hijri(found)
    if found.month is None:
        if reference is None or found.shift is None or found.day is None:
            return None
        where = add_months(reference, found.shift)
        day = safe_date(where[0], where[1], found.day) if where else None
        return (day, day) if day else None
    year = found.year if found.year is not None else _guess_year(found, reference)
    if year is None:
        return None
    if found.day is None:
        first = safe_date(year, found.month, 1)
        return (first, month_end(year, found.month)) if first else None
    day = safe_date(year, found.month, found.day)
    last = safe_date(year, found.month, found.last_day) if found.last_day else day
    return (day, last) if day and last else None


def _resolve_hijri(found: Calendar) -> tuple[date, date] | None:
    if found.year is None or found.month is None:
        return None
    if found.day is None:
        return hijri_month(found.year, found.month)
    day = hijri_date(found.year, found.month, found.day)
    last = hijri_date(found.year, found.month, found.last_day) if found.last_day else day
    return (day, last) if day and last else None


def _guess_year(found: Calendar, reference: date | None) -> int | None:
    """The year of a date that states none: the latest not after the reference, or the next
    one when it is at most 30 days ahead; «الماضي» and «المقبل» decide when they stand."""
    if reference is None or found.month is None:
        return None
    if found.shift is not None and abs(found.shift) == 10:
        return reference.year + found.shift // 10
    here = (found.month, found.day or 1)
    now = (reference.month, reference.day if found.day else 1)
    if found.shift == 0:
        return reference.year
    if found.shift == 1:
        return reference.year + (here <= now)
    if found.shift == -1:
        return reference.year - (here >= now)
    if here <= now:
        return reference.year
    if found.day is not None:
        ahead = safe_date(reference.year, found.month, found.day)
        if ahead is not None and (ahead - reference).days <= _AHEAD:
            return reference.year
    return reference.year - 1


def skip_clitics(tokens: Sequence[Token], index: int) -> int:
    """The token after a free-standing و or ل before digits."""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return index + 1 if tokens[index].text in CLITICS and after[:1].isdecimal() else index
