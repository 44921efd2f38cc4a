"""The expressions of time that begin at a token: days, parts of days, weekdays, «منذ …»."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from .calendar_words import weekday_at, word_set
from .date_parts import add_days, numeric_date, resolve, safe_date, skip_clitics, worded_date
from .date_spans import Found, Lean, after_weekday, duration, period, year_words
from .number_grammar import Reader
from .numbers import Number, find_numbers
from .tokens import Token, _start_after

#: Parts of the day, folded, with their ISO/TIMEX suffix.
_PARTS = {
    "صباح": "TMO", "فجر": "TMO", "ضحي": "TMO", "سحر": "TMO", "ظهر": "TAF", "عصر": "TAF",
    "مساء": "TEV", "مغرب": "TEV", "عشيه": "TEV", "ليل": "TNI", "ليله": "TNI", "امسيه": "TEV",
}  # fmt: skip
_DAYS_AGO = {
    ("اول", "من", "امس"): -2, ("اول", "امس"): -2, ("امس", "الاول"): -2, ("قبل", "امس"): -2,
    ("بعد", "غد"): 2, ("بعد", "غدا"): 2, ("بعد", "الغد"): 2, ("يوم", "امس"): -1,
    ("يوم", "غد"): 1, ("هذا", "اليوم"): 0, ("امس",): -1, ("الامس",): -1, ("البارحه",): -1,
    ("اليوم",): 0, ("غدا",): 1, ("غد",): 1, ("الغد",): 1,
}  # fmt: skip
_NOT_TODAY = word_set(
    "التالي نفسه ذاته السابق العالمي الدولي الوطني المفتوح الموعود الاخير الواحد الدراسي"
)
_OUTLETS = frozenset(["عين", "المصري", "راي", "روسيا", "اخبار", "العربيه"])
_BEFORE_PART = frozenset(["عقب", "بعد", "قبيل", "قبل", "منذ", "حتي", "مع", "خلال"])
_RECURRING = (("بشكل", "يومي"), ("يوميا",), ("كل", "يوم"), ("كل", "ليله"), ("اسبوعيا",))


class Finder:
    """Finds the expression that starts at a token, by a reference date."""

    def __init__(self, text: str, tokens: Sequence[Token], reference: date | None) -> None:
        self.text = text
        self.tokens = tokens
        self.reference = reference
        self.reader = Reader(text, tokens)
        self.years = {
            number.start: number
            for number in find_numbers(text, tokens=tokens)
            if number.role == "year"
        }

    def at(self, index: int) -> Found | None:
        """The longest expression that starts at a token."""
        attempts: tuple[Callable[[int], Found | None], ...] = (
            self._since, self._duration, self._part, self._day, self._calendar, self._years,
            self._recurring,
        )  # fmt: skip
        best: Found | None = None
        for attempt in attempts:
            hit = attempt(index)
            if hit is not None and (best is None or hit.next > best.next):
                best = hit
        return best

    # --- clock-independent pieces ------------------------------------------------------

    def _recurring(self, index: int) -> Found | None:
        for words in _RECURRING:
            if self._match(index, words):
                last = index + len(words)
                start, end = self.tokens[index].start, self.tokens[last - 1].end
                return Found(last, start, end, "vague")
        return None

    def _match(self, index: int, words: tuple[str, ...]) -> bool:
        tokens = self.tokens
        if index + len(words) > len(tokens):
            return False
        return all(tokens[index + k].text == word for k, word in enumerate(words))

    def _stem(self, index: int) -> tuple[str, int]:
        """The token without و ف ب ل ك before it, and the raw offset where that begins."""
        token = self.tokens[index]
        rest = token.text
        if rest[:1] in ("و", "ف") and len(rest) > 3:
            rest = rest[1:]
        if rest in _KNOWN:
            return rest, _start_after(token, rest)
        if rest[:1] in ("ب", "ل", "ك") and rest[1:] in _KNOWN:
            return rest[1:], _start_after(token, rest[1:])
        return (rest, _start_after(token, rest)) if rest in _KNOWN else (token.text, token.start)

    def _calendar(self, index: int) -> Found | None:
        at = skip_clitics(self.tokens, index)
        found = numeric_date(self.tokens, at) or worded_date(self.reader, index)
        if found is None:
            return None
        days = resolve(found, self.reference)
        lean: Lean = "past" if (found.shift or -1) < 0 else "future"
        if found.shift == 0:
            lean = "current"
        base = Found(found.next, found.start, found.end, "day", lean=lean)
        if found.day is None:
            if found.calendar == "h":
                return base.between(*days) if days else replace(base, precision="vague")
            return base.month(days[0].year, days[0].month) if days else base.unknown("month")
        if found.last_day:
            return base.between(*days) if days else base.unknown("interval")
        return base.day(days[0]) if days else base

    def _years(self, index: int) -> Found | None:
        worded = year_words(self.tokens, index, self.reference)
        if worded is not None:
            return worded
        number = self.years.get(self.tokens[skip_clitics(self.tokens, index)].start)
        if number is None:
            return None
        return self._year_number(number, index)

    def _year_number(self, number: Number, index: int) -> Found | None:
        last = index
        while last < len(self.tokens) and self.tokens[last].end <= number.end:
            last += 1
        base = Found(last, number.start, number.end, "year", lean="past")
        if number.value is not None:
            return base.year(number.value)
        if number.low is None or number.high is None:
            return None
        spread = replace(base, precision="interval", normalised=f"{number.low}/{number.high}")
        return spread.bounded(safe_date(number.low, 1, 1), safe_date(number.high, 12, 31))

    def _duration(self, index: int) -> Found | None:
        return duration(self.reader, index, self.reference) or period(
            self.reader, index, self.reference
        )

    def _since(self, index: int) -> Found | None:
        """«منذ مساء الثلاثاء», «منذ سبتمبر/أيلول 2014»: open towards the reference."""
        token = self.tokens[index]
        if token.text not in ("منذ", "ومنذ") or index + 1 >= len(self.tokens):
            return None
        inner = self._longest(index + 1)
        if inner is None or (inner.first and self.reference and inner.first > self.reference):
            return None
        start = _start_after(token, "منذ")
        base = replace(inner, start=start, precision="interval", lean="current")
        if inner.normalised is None or inner.first is None or "/" in inner.normalised:
            return replace(base, precision="vague") if inner.normalised is None else base
        within = inner.precision in ("month", "year") and not (
            self.reference and inner.last and inner.last >= self.reference
        )
        begin = inner.normalised if within else str(inner.first)
        if begin == str(self.reference):
            return replace(inner, start=start)
        until = str(self.reference) if self.reference else ".."
        return replace(
            base, normalised=f"{begin}/{until}", last=self.reference or inner.last
        )  # fmt: skip

    def _longest(self, index: int) -> Found | None:
        if not self.tokens[index].is_word:
            return None
        hits = [
            hit
            for hit in (
                self._duration(index), self._part(index), self._day(index),
                self._calendar(index), self._years(index),
            )
            if hit is not None
        ]  # fmt: skip
        return max(hits, key=lambda hit: hit.next, default=None)

    # --- days ---------------------------------------------------------------------------

    def _day(self, index: int) -> Found | None:
        """«اليوم الجمعة», «أمس», «يوم السبت الماضي», «الجمعة 13 من أيار», «الليلة الماضية»."""
        relative = self._relative(index)
        if relative is not None:
            return relative
        return self._weekday(index)

    def _relative(self, index: int) -> Found | None:
        tokens = self.tokens
        stem, start = self._stem(index)
        for words, shift in _DAYS_AGO.items():
            if stem != words[0] or not self._match(index + 1, words[1:]):
                continue
            last = index + len(words)
            if not self._is_relative(index, last, stem):
                return None
            lean: Lean = "past" if shift < 0 else "future" if shift else "current"
            base = Found(last, start, tokens[last - 1].end, "day", lean=lean).moved(
                self.reference, shift
            )
            return self._with_weekday(base)
        return None

    def _is_relative(self, index: int, last: int, stem: str) -> bool:
        tokens = self.tokens
        after = tokens[last].text if last < len(tokens) else ""
        before = tokens[index - 1].text if index else ""
        if stem == "غدا" and last == index + 1:  # «غدا» is also «became»
            return "\u064b" in tokens[index].raw or weekday_at(tokens, last) is not None
        if stem == "غد" and last == index + 1:
            return before in ("يوم", "صباح", "مساء", "ليل", "ظهر", "فجر", "بعد")
        if stem == "اليوم":
            if after in _NOT_TODAY:
                return False
            item = self.reader.ordinal(last)
            if item is not None and weekday_at(tokens, last) is None and not item.head.conj:
                return False
            if before in ("عين", "المصري", "راي"):
                return False
            return not (before in _OUTLETS and self._quoted(index))
        return True

    def _quoted(self, index: int) -> bool:
        """«قناة روسيا اليوم», «"روسيا اليوم"»: the name of an outlet."""
        tokens = self.tokens
        before = tokens[index - 2].text if index > 1 else ""
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if before in "\"“«'" and after in "\"”»'" and before and after:
            return True
        return before.lstrip("ولب") in ("قناه", "القناه", "موقع", "وكاله", "صحيفه", "شبكه", "قناة")

    def _with_weekday(self, base: Found) -> Found:
        """A weekday, and a calendar date, right after the day: «اليوم، الجمعة 13 من أيار»."""
        at = after_weekday(self.tokens, base.next)
        day = weekday_at(self.tokens, at) if at is not None else None
        if day is None or day.prefix:
            return self._with_date(base)
        end, last = day.end, day.last
        if self.tokens[day.first - 1].text == "(":
            if last >= len(self.tokens) or self.tokens[last].text != ")":
                return base
            end, last = self.tokens[last].end, last + 1
        grown = replace(base, next=last, end=end)
        first = base.first
        if self.reference is not None and first is not None and first.weekday() != day.value:
            ahead = base.lean == "future"
            grown = grown.on_weekday(self.reference, day.value, 1 if ahead else None)
        return self._with_date(grown)

    def _with_date(self, base: Found) -> Found:
        tokens = self.tokens
        at = base.next
        if at < len(tokens) and tokens[at].text in ("،", "(", "الموافق", "في"):
            at += 1
        if at >= len(tokens) or not tokens[at].is_word:
            return base
        found = numeric_date(tokens, at) or worded_date(self.reader, at, day_said=True)
        if found is None or found.day is None or found.last_day:
            return base
        days = resolve(found, self.reference)
        grown = replace(base, next=found.next, end=found.end)
        return grown.day(days[0]) if days else grown

    def _weekday(self, index: int) -> Found | None:
        tokens = self.tokens
        stem, start = self._stem(index)
        at = index
        if stem in ("يوم", "نهار"):
            at = index + 1
        elif stem in ("ايام", "كل"):
            day = weekday_at(tokens, index + 1, bare=True)
            if day is None:
                return None
            return Found(day.last, start, day.end, "vague")
        day = weekday_at(tokens, at, bare=at > index)
        if day is None or (at > index and day.prefix):
            return None
        if at == index:
            start = day.start
        shift = None
        last, end = day.last, day.end
        if last < len(tokens):
            word = tokens[last].text
            if word in ("الماضي", "الفايت", "المنصرم", "السابق", "الفارط", "الاخير"):
                shift = -1
            elif word in ("المقبل", "القادم", "الجاي", "التالي", "الاتي"):
                shift = 1
            elif word in ("الجاري", "الحالي"):
                shift = 0
            if shift is not None:
                last, end = last + 1, tokens[last].end
        lean: Lean = "future" if shift == 1 else "past"
        base = Found(last, start, end, "day", lean=lean)
        base = base.on_weekday(self.reference, day.value, shift)
        return self._with_date(base)

    def _part(self, index: int) -> Found | None:
        """A part of a day: «صباح اليوم الجمعة», «عقب منتصف ليل أمس», «الليلة الماضية»."""
        tokens = self.tokens
        stem, start = self._stem(index)
        at = index
        if stem in _BEFORE_PART and index + 1 < len(tokens):
            at = index + 1
            inner = self._part_core(at)
            if stem in ("قبل", "منذ", "حتي", "مع") or inner is None:
                return None
            if stem == "خلال" and tokens[at].text != "ساعات":
                return None
            if stem in ("عقب", "بعد") and tokens[at].text == "منتصف" and inner.first is not None:
                # after midnight of a night is the next calendar day already
                inner = inner.day(add_days(inner.first, 1))
            return replace(inner, start=start)
        return self._part_core(index)

    def _part_core(self, index: int) -> Found | None:
        tokens = self.tokens
        stem, start = self._stem(index)
        if stem in ("الليله", "ليلتها"):
            return self._tonight(index, start) if stem == "الليله" else None
        at = index
        if stem in ("منتصف", "بعد", "ساعات", "ساعه", "وقت", "وسط", "اواخر", "اول", "الساعات"):
            lead = self._lead(index)
            if lead is None:
                return None
            at = lead
        elif stem == "الصباح" or stem not in _PARTS:
            return None
        part = tokens[at].text if at > index else stem
        bare = part[2:] if part.startswith("ال") else part
        if bare not in _PARTS:
            return None
        at += 1
        while at < len(tokens) and tokens[at].text in (
            "الاولي",
            "الباكر",
            "المتاخره",
            "من",
            "متاخر",
        ):
            at += 1
        if at >= len(tokens) or not tokens[at].is_word:
            return None
        inner = self._day(at) or self._calendar_day(at)
        if inner is None or inner.precision != "day":
            return None
        return inner.part(start, _PARTS[bare], "dawn" if bare == "فجر" else "part_of_day")

    def _lead(self, index: int) -> int | None:
        """The token of the part after «منتصف», «ساعات», «وقت متأخر من», «بعد»."""
        tokens = self.tokens
        for at in range(index + 1, min(index + 5, len(tokens))):
            word = tokens[at].text
            if word in _PARTS or (word.startswith("ال") and word[2:] in _PARTS):
                return at
            if word not in ("متاخر", "متاخره", "سابق", "مبكر", "مبكره", "من", "ساعات", "اولي"):
                return None
        return None

    def _calendar_day(self, index: int) -> Found | None:
        found = self._calendar(index)
        return found if found is not None and found.precision == "day" else None

    def _tonight(self, index: int, start: int) -> Found | None:
        """«الليلة الماضية» is the night of yesterday, «الليلة» tonight."""
        tokens = self.tokens
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if after in ("الماضيه", "الفايته", "المنصرمه", "السابقه", "الفارطه"):
            base = Found(index + 2, start, tokens[index + 1].end, "day", lean="past")
            return base.moved(self.reference, -1).part(start, "TNI", "part_of_day")
        if after in ("المقبله", "القادمه"):
            base = Found(index + 2, start, tokens[index + 1].end, "day", lean="future")
            return base.moved(self.reference, 1).part(start, "TNI", "part_of_day")
        if self.reader.ordinal(index + 1) is not None:
            return None
        base = Found(index + 1, start, tokens[index].end, "day", lean="current")
        return self._with_weekday(base.moved(self.reference, 0)).part(start, "TNI", "part_of_day")


_KNOWN = frozenset(
    {words[0] for words in _DAYS_AGO} | set(_PARTS) | {"ال" + part for part in _PARTS}
    | _BEFORE_PART | {"منتصف", "ساعات", "وقت", "يوم", "نهار", "ايام", "كل", "الليله", "الساعات"}
)  # fmt: skip
