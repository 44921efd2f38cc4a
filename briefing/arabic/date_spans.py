"""Spans of time: weeks, months and years by their distance, durations, and vague periods."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from .calendar_words import word_set
from .date_parts import add_days, add_months, month_end, resolve, safe_date, shift_of, worded_date
from .letters import strip_forms
from .number_grammar import Reader
from .tokens import Token, _start_after

Precision = Literal["day", "part_of_day", "dawn", "month", "year", "interval", "vague"]
Lean = Literal["current", "past", "future"]

#: Folded nouns of time and their unit.
_UNITS = {
    "ساعه": "hour", "ساعات": "hour", "دقيقه": "hour", "دقايق": "hour", "يوم": "day",
    "يوما": "day", "ايام": "day", "اسبوع": "week", "اسبوعا": "week", "اسابيع": "week",
    "شهر": "month", "شهرا": "month", "اشهر": "month", "شهور": "month", "سنه": "year",
    "سنوات": "year", "سنين": "year", "عام": "year", "عاما": "year", "اعوام": "year",
}  # fmt: skip
_DUALS = {
    "ساعتين": "hour", "يومين": "day", "اسبوعين": "week", "شهرين": "month", "سنتين": "year",
    "عامين": "year",
}  # fmt: skip
_VAGUE_NOUNS = word_set(
    "الفتره المرحله المده الايام الاسابيع الاشهر الشهور السنوات الاعوام الساعات العقود العقد"
    " الاونه الدقايق الليالي السنين"
)
_EDGES = word_set("مطلع بدايه اوايل منتصف اواسط اواخر نهايه اخر مستهل ختام غره بدء وسط")
_SEASONS = frozenset(["صيف", "شتاء", "ربيع", "خريف"])
_PERIODS = {
    "الاسبوع": "week", "اسبوع": "week", "الشهر": "month", "العام": "year", "السنه": "year",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """An expression being built. ``first``/``last`` are the days it covers, if known;
    ``lean`` is the relation to the reference that its words alone tell."""

    next: int
    start: int
    end: int
    precision: Precision
    normalised: str | None = None
    first: date | None = None
    last: date | None = None
    lean: Lean = "current"

    def bounded(self, first: date | None, last: date | None) -> Found:
        """The same with the days it covers."""
        return replace(self, first=first, last=last)

    def day(self, day: date | None) -> Found:
        """One day; None leaves it unknown."""
        if day is None:
            return replace(self, precision="day", normalised=None)
        return replace(self, precision="day", normalised=day.isoformat(), first=day, last=day)

    def month(self, year: int, month: int) -> Found:
        """One month."""
        found = replace(self, precision="month", normalised=f"{year:04d}-{month:02d}")
        return found.bounded(safe_date(year, month, 1), month_end(year, month))

    def year(self, year: int) -> Found:
        """One year."""
        found = replace(self, precision="year", normalised=f"{year:04d}")
        return found.bounded(safe_date(year, 1, 1), safe_date(year, 12, 31))

    def between(self, first: date, last: date) -> Found:
        """The days from first to last."""
        text = f"{first.isoformat()}/{last.isoformat()}"
        return replace(self, precision="interval", normalised=text, first=first, last=last)

    def unknown(self, precision: Precision) -> Found:
        """Known in kind, not in date."""
        return replace(self, precision=precision, normalised=None, first=None, last=None)

    def moved(self, reference: date | None, days: int) -> Found:
        """The day at a distance from the reference."""
        return self.day(add_days(reference, days) if reference else None)

    def on_weekday(self, reference: date | None, weekday: int, shift: int | None) -> Found:
        """The weekday by the reference: on or before it, before it (-1), after it (1)."""
        if reference is None:
            return self.day(None)
        if shift == 1:
            distance = (weekday - reference.weekday()) % 7 or 7
        else:
            distance = -((reference.weekday() - weekday) % 7)
            if shift == -1 and distance == 0:
                distance = -7
        return self.moved(reference, distance)

    def part(self, start: int, suffix: str, precision: Precision) -> Found:
        """A part of this day, the expression beginning at ``start``."""
        text = None if self.normalised is None else self.normalised + suffix
        return replace(self, start=start, normalised=text, precision=precision)


def after_weekday(tokens: Sequence[Token], index: int) -> int | None:
    """The token where a weekday may stand after «اليوم»: «اليوم، الجمعة», «اليوم (الجمعة»."""
    if index < len(tokens) and tokens[index].text in ("،", "(", ","):
        index += 1
    return index if index < len(tokens) else None


def _stem(token: Token, words: frozenset[str] | dict[str, str] | set[str]) -> str | None:
    """The token in ``words``, bare or without و ف ب ل ك."""
    for prefix, rest in strip_forms(token.text):
        if rest in words and not prefix.endswith(("ال", "لل")):
            return rest
    return None


def year_words(tokens: Sequence[Token], index: int, reference: date | None) -> Found | None:
    """«عام 2009», «لعام 2005», «العام 2011», «سنة 1982», «صيف 2014», «عامي 2017 و2018»."""
    nouns = {"عام", "العام", "سنه", "السنه", "عامي", "العامين", "سنتي", *_SEASONS}
    noun = _stem(tokens[index], nouns)
    if noun is None:
        return None
    at = index + 1
    if noun in _SEASONS and at < len(tokens) and tokens[at].text in ("عام", "العام", "سنه"):
        at += 1
    year = _year_at(tokens, at)
    if year is None:
        return _season(tokens, index, noun, reference)
    start = _start_after(tokens[index], noun)
    base = Found(at + 1, start, tokens[at].end, "year", lean="past")
    if at + 1 < len(tokens) and tokens[at + 1].text in ("م", "ميلادي", "ميلاديه"):
        base = replace(base, next=at + 2, end=tokens[at + 1].end)
    if noun in ("عامي", "العامين", "سنتي") and at + 2 < len(tokens):
        second = _year_at(tokens, at + 2) if tokens[at + 1].text == "و" else None
        if second is not None and second > year:
            grown = replace(base, next=at + 3, end=tokens[at + 2].end, precision="interval")
            grown = replace(grown, normalised=f"{year}/{second}")
            return grown.bounded(safe_date(year, 1, 1), safe_date(second, 12, 31))
    return base.year(year)


def _year_at(tokens: Sequence[Token], index: int) -> int | None:
    if index >= len(tokens):
        return None
    text = tokens[index].text
    return int(text) if text.isdecimal() and len(text) == 4 and 1000 <= int(text) <= 2999 else None


def _season(tokens: Sequence[Token], index: int, noun: str, reference: date | None) -> Found | None:
    """«الصيف الماضي» is left vague; «صيف العام الماضي» is that year."""
    if noun not in _SEASONS or index + 2 >= len(tokens) or reference is None:
        return None
    shift = shift_of(tokens[index + 2].text)
    if tokens[index + 1].text not in ("العام", "السنه") or shift is None:
        return None
    start = _start_after(tokens[index], noun)
    return Found(index + 3, start, tokens[index + 2].end, "year").year(reference.year + shift)


def period(reader: Reader, index: int, reference: date | None) -> Found | None:
    """«الأسبوع الماضي», «هذا العام», «مطلع الشهر الجاري», «أواخر تموز», «خلال الفترة المقبلة»."""
    tokens = reader.tokens
    begin, at = None, index
    for words in (frozenset({"خلال"}), _EDGES):  # each at most once, in this order
        lead = _stem(tokens[at], words) if at + 1 < len(tokens) else None
        if lead is not None:
            begin = _start_after(tokens[at], lead) if begin is None else begin
            at += 1
    if begin is None:
        return _named_period(tokens, index, reference)
    inner = _named_period(tokens, at, reference) or _plain_calendar(reader, at, reference)
    if _stem(tokens[at - 1], _EDGES) is not None:
        inner = inner or year_words(tokens, at, reference) or _bare_period(tokens, at, reference)
        if inner is None or inner.precision not in ("month", "year", "interval"):
            return None
    return None if inner is None else replace(inner, start=begin)


def _plain_calendar(reader: Reader, index: int, reference: date | None) -> Found | None:
    found = worded_date(reader, index)
    if found is None or found.day is not None or found.calendar == "h":
        return None
    days = resolve(found, reference)
    lean: Lean = "future" if found.shift in (1, 10) else "past"
    base = Found(found.next, found.start, found.end, "month", lean=lean)
    return base.month(days[0].year, days[0].month) if days else base


def _bare_period(tokens: Sequence[Token], index: int, reference: date | None) -> Found | None:
    """«نهاية الشهر», «بداية العام»: the current one."""
    noun = tokens[index].text
    if noun not in ("الشهر", "العام", "السنه", "الاسبوع"):
        return None
    if index + 1 < len(tokens) and tokens[index + 1].text in ("نفسه", "ذاته", "نفسها", "الدراسي"):
        return None
    base = Found(index + 1, tokens[index].start, tokens[index].end, "vague")
    return _shifted(base, _PERIODS[noun], 0, reference)


def _named_period(tokens: Sequence[Token], index: int, reference: date | None) -> Found | None:
    stem = _stem(tokens[index], {"هذا", "هذه", *_PERIODS, *_VAGUE_NOUNS})
    if stem is None or index + 1 >= len(tokens):
        return None
    start = _start_after(tokens[index], stem)
    following = tokens[index + 1].text
    if stem in ("هذا", "هذه"):
        unit = _PERIODS.get(following)
        if unit is None or following == "اسبوع":
            return None
        base = Found(index + 2, start, tokens[index + 1].end, "vague")
        return _shifted(base, unit, 0, reference)
    shift = shift_of(following)
    end, last = tokens[index + 1].end, index + 2
    if following in ("هذا", "هذه"):
        return None
    if stem in _PERIODS:
        if shift is None and index + 2 < len(tokens) and following in ("قبل", "ما"):
            words = tuple(token.text for token in tokens[index + 1 : index + 4])
            if words == ("ما", "قبل", "الماضي") or words[:2] == ("قبل", "الماضي"):
                last = index + 1 + (3 if words[0] == "ما" else 2)
                base = Found(last, start, tokens[last - 1].end, "vague", lean="past")
                return _shifted(base, _PERIODS[stem], -2, reference)
        if shift is None or stem == "اسبوع":
            return None
        lean: Lean = "past" if shift < 0 else "future" if shift else "current"
        base = Found(last, start, end, "vague", lean=lean)
        return _shifted(base, _PERIODS[stem], shift, reference)
    if following in ("القليله", "القليلات") and index + 2 < len(tokens):
        shift = shift_of(tokens[index + 2].text)
        end, last = tokens[index + 2].end, index + 3
    if shift is None:
        return None
    lean = "past" if shift < 0 else "future" if shift else "current"
    return Found(last, start, end, "vague", lean=lean)


def _shifted(base: Found, unit: str, shift: int, reference: date | None) -> Found:
    """The week (Monday to Sunday), month or year at a distance from the reference's."""
    if reference is None:
        kind: Precision = "interval" if unit == "week" else "month" if unit == "month" else "year"
        return base.unknown(kind)
    if unit == "year":
        year = reference.year + shift
        return base.year(year) if 1 <= year <= 9999 else base.unknown("year")
    if unit == "month":
        where = add_months(reference, shift)
        return base.month(*where) if where else base.unknown("month")
    monday = add_days(reference, 7 * shift - reference.weekday())
    sunday = add_days(monday, 6) if monday else None
    return base.between(monday, sunday) if monday and sunday else base.unknown("interval")


def duration(reader: Reader, index: int, reference: date | None) -> Found | None:
    """«منذ أسبوع», «قبل ثلاثة أيام», «خلال الساعات الـ48 الماضية», «الأسبوعين الأخيرين»."""
    tokens = reader.tokens
    lead = _stem(tokens[index], {"منذ", "قبل", "خلال", "طوال", "علي", "في"})
    at, start = index, tokens[index].start
    if lead in ("في", "علي"):
        return None
    if lead is not None:
        at, start = index + 1, _start_after(tokens[index], lead)
    rough = _rough(tokens, at) if lead in ("منذ", "قبل", "خلال") else at
    span = _length(reader, rough)
    if span is None:
        return None
    if rough > at:  # «منذ أكثر من 7 سنوات»
        span = (None, *span[1:])
    count, unit, last, first_start = span
    word = tokens[last].text if last < len(tokens) else ""
    shift = shift_of(word)
    if lead is None:
        start = first_start
    if shift is not None and lead != "قبل":
        end, nxt = tokens[last].end, last + 1
        base = Found(nxt, start, end, "vague", lean=_lean(shift))
        return _stretch(base, count, unit, shift, reference)
    if lead not in ("منذ", "قبل"):
        return None
    if lead == "قبل" and word in ("من", "ان"):  # «قبل ثلاثة أيام من الانتخابات»
        return Found(last, start, tokens[last - 1].end, "vague", lean="past")
    base = Found(last, start, tokens[last - 1].end, "vague", lean="past")
    if lead == "منذ":
        return _stretch(replace(base, lean="current"), count, unit, -1, reference)
    return _ago(base, count, unit, reference)


def _rough(tokens: Sequence[Token], index: int) -> int:
    """The token after «أكثر من», «أقل من», «نحو», «حوالي», «قرابة», «زهاء»."""
    words = [token.text for token in tokens[index : index + 2]]
    if words and words[0] in ("نحو", "حوالي", "قرابه", "زهاء"):
        return index + 1
    return index + 2 if words in (["اكثر", "من"], ["اقل", "من"], ["ما", "يقارب"]) else index


def _lean(shift: int) -> Lean:
    return "past" if shift < 0 else "future" if shift else "current"


def _length(reader: Reader, index: int) -> tuple[int | None, str, int, int] | None:
    """(count, unit, token after, raw start) of «ثلاثة أيام», «الساعات الـ48», «الـ24 ساعة»,
    «أسبوعين», «أسبوع», «أيام» (count None)."""
    tokens = reader.tokens
    if index >= len(tokens) or not tokens[index].is_word:
        return None
    number = reader.cardinal(index)
    if number is not None and number.value is not None and number.next < len(tokens):
        unit = _unit(tokens[number.next].text)
        if unit is None or number.value > 5000:
            return None
        return math.ceil(number.value), unit, number.next + 1, number.start
    vague = reader.vague(index)
    if vague is not None and vague.next < len(tokens):
        unit = _unit(tokens[vague.next].text)
        return (None, unit, vague.next + 1, vague.start) if unit else None
    noun = tokens[index]
    bare = noun.text[2:] if noun.text.startswith("ال") else noun.text
    if bare in _DUALS:
        return 2, _DUALS[bare], index + 1, noun.start
    unit = _unit(noun.text)
    if unit is None:
        return None
    after = reader.cardinal(index + 1)
    if noun.text.startswith("ال"):
        if after is None or after.value is None or not after.head.article or after.head.conj:
            return None
        if after.value > 5000:
            return None
        return math.ceil(after.value), unit, after.next, noun.start
    return (
        (1 if bare in ("اسبوع", "شهر", "عام", "سنه", "يوم", "ساعه") else None),
        unit,
        index + 1,
        (noun.start),
    )


def _unit(word: str) -> str | None:
    bare = word[2:] if word.startswith("ال") else word
    return _UNITS.get(bare)


def _ago(base: Found, count: int | None, unit: str, reference: date | None) -> Found:
    if reference is None or count is None:
        return base
    if unit == "hour":
        day = add_days(reference, -(count // 24))
        return base.day(day) if day and count >= 24 else base
    if unit in ("day", "week"):
        day = add_days(reference, -count * (7 if unit == "week" else 1))
        return base.day(day) if day else base
    if unit == "month":
        where = add_months(reference, -count)
        return base.month(*where) if where else base
    year = reference.year - count
    return base.year(year) if year >= 1 else base


def _stretch(
    base: Found, count: int | None, unit: str, shift: int, reference: date | None
) -> Found:
    """The stretch of a length that ends (shift -1) or begins (1) at the reference."""
    if reference is None or count is None or shift == 0:
        return base
    if unit == "hour":
        days = math.ceil(count / 24)
    else:
        days = count * {"day": 1, "week": 7, "month": 0, "year": 0}[unit]
    if days:
        other = add_days(reference, days * shift)
    else:
        where = add_months(reference, shift * count * (12 if unit == "year" else 1))
        other = _clamped(where, reference.day)
    if other is None:
        return base
    first, last = sorted((other, reference))
    return base.between(first, last)


def _clamped(where: tuple[int, int] | None, day: int) -> date | None:
    if where is None:
        return None
    last = month_end(*where)
    return safe_date(where[0], where[1], min(day, last.day))
