"""Names of months and weekdays, of several countries and two calendars, found in tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from ..errors import DataFileError
from .tokens import Match, PhraseMatcher, Token

#: Proclitics that may stand on the name of a month (never the article).
_MONTH_PREFIXES = frozenset({"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل"})
#: Proclitics on a weekday that is written with its article.
_DAY_PREFIXES = frozenset({"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل"})

#: Weekdays as Python counts them (Monday is 0); the forms fold, so hamzas do not matter.
_WEEKDAYS = {
    0: ("الاثنين", "الإتنين"),
    1: ("الثلاثاء", "الثلاثا", "الثلثاء"),
    2: ("الأربعاء", "الأربعا", "الإربعاء"),
    3: ("الخميس",),
    4: ("الجمعة",),
    5: ("السبت",),
    6: ("الأحد",),
}


def word_set(words: str) -> frozenset[str]:
    """The words of a string as a set."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a calendar («g» or «h»); ``ambiguous`` names need more than themselves."""

    calendar: str
    number: int
    ambiguous: bool


def read_rows(name: str, columns: int) -> list[list[str]]:
    """Rows of a tab-separated file of ``briefing/data``; comments and blank lines skipped.

    Raises DataFileError, naming file and line, when a row has too few or too many columns.
    """
    rows = []
    text = resources.files("briefing").joinpath("data", name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != columns:
            raise DataFileError(
                f"{name}, line {number}: {len(row)} columns instead of {columns}; "
                "separate the columns with one tab each"
            )
        rows.append(row)
    return rows


@lru_cache(maxsize=1)
def _months() -> PhraseMatcher[Month]:
    matcher: PhraseMatcher[Month] = PhraseMatcher()
    for calendar, number, ambiguous, forms in read_rows("dates_months.tsv", 4):
        if calendar not in ("g", "h") or not number.isdigit() or not 1 <= int(number) <= 12:
            raise DataFileError(
                f"dates_months.tsv: «{calendar} {number}» is no month; write g or h and 1 to 12"
            )
        for form in forms.split("|"):
            matcher.add(form, Month(calendar, int(number), ambiguous == "yes"))
    return matcher


@lru_cache(maxsize=1)
def _days() -> PhraseMatcher[int]:
    matcher: PhraseMatcher[int] = PhraseMatcher()
    for number, forms in _WEEKDAYS.items():
        for form in forms:
            matcher.add(form, number)
    return matcher


@lru_cache(maxsize=1)
def _bare_days() -> PhraseMatcher[int]:
    matcher: PhraseMatcher[int] = PhraseMatcher()
    for number, forms in _WEEKDAYS.items():
        for form in forms:
            matcher.add(form[2:], number)
    return matcher


def month_at(tokens: Sequence[Token], index: int) -> Match[Month] | None:
    """The month name that starts at token ``index``, through و ف ب ل ك.

    «آب» spelt with madda is August; «أب» (father) and «اب» count as ambiguous.
    """
    if not 0 <= index < len(tokens) or not tokens[index].is_word:
        return None
    match = _months().match_at(tokens, index, _MONTH_PREFIXES)
    if match is None:
        return None
    if match.value.ambiguous and "آب" in tokens[index].raw and match.value.number == 8:
        sure = Month(match.value.calendar, match.value.number, False)
        return Match(match.first, match.last, match.start, match.end, match.prefix, sure)
    return match


def weekday_at(tokens: Sequence[Token], index: int, bare: bool = False) -> Match[int] | None:
    """The weekday (Monday is 0) at token ``index``; ``bare`` also takes it without article.

    «الشخصين الاثنين» (the two persons) is no Monday: a definite dual stands before it.
    """
    if not 0 <= index < len(tokens) or not tokens[index].is_word:
        return None
    match = _days().match_at(tokens, index, _DAY_PREFIXES)
    if match is None and bare:
        match = _bare_days().match_at(tokens, index, frozenset({""}))
    if match is not None and match.value == 0 and index > 0:
        before = tokens[index - 1].text
        if before.startswith("ال") and before.endswith(("ين", "ان")) and len(before) > 5:
            # a weekday cannot follow: «… في البحرين الاثنين» is the price of this rule
            return None if before != "البحرين" else match
    return match
