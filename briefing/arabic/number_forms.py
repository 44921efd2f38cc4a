"""Numbers that are no plain cardinal: dates in figures, clock times, «عدد من»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import number_words as nw
from .calendar_words import word_set
from .number_context import Role
from .tokens import Token, _start_after

_QUANTITY_NOUNS = frozenset({"عدد", "عددا", "اعداد", "اعدادا"})
_QUANTITY_ADJECTIVES = word_set(
    "كبير كبيره كبيرا محدود محدوده محدودا قليل قليله قليلا هائل هايل هايله ضخم ضخمه اخر"
    " متزايد متزايده اضافي اضافيه لا باس به"
)
_UNKNOWN_HEADS = frozenset({"غير", "لم", "لا", "مجهول", "مجهوله", "مجهولا"})
_UNKNOWN_WORDS = word_set(
    "معروف معروفه معروفا محدد محدده محددا معلن معلنه معلوم معلومه يكشف تكشف يعرف تعرف يحدد تحدد"
    " يعلن تعلن تتضح يتضح معروفين"
)
_UNKNOWN_TAIL = frozenset({"عنها", "عنه", "عنهم", "بعد", "بدقه"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression. Offsets are raw code points.

    ``start``/``end`` hold the number with its scale word, without proclitics, qualifier and
    unit. ``value`` is None for ranges, vague quantities, dates with separators, clock times
    and values that are not whole; ``low``/``high`` then bound it where bounds are known.
    ``vague`` names a quantity without a value. ``qualifier`` is exact, approximately,
    at_least, more_than, less_than, up_to, range or the vague name; its words are at
    ``qualifier_start``/``qualifier_end`` when there are any. ``role`` is «count» for what
    may count things or people; all other roles are safe to skip when counting.
    """

    start: int
    end: int
    value: int | None
    low: int | None = None
    high: int | None = None
    vague: str | None = None
    qualifier: str = "exact"
    qualifier_start: int | None = None
    qualifier_end: int | None = None
    percent: bool = False
    ordinal: bool = False
    role: Role = "count"


def numeric_date_number(tokens: Sequence[Token], index: int) -> tuple[Number, int] | None:
    """2019/7/18, 18-07-2019, 18.7.2019, and fractions such as 24/7: role date, no value."""
    at = index
    if tokens[at].text in nw.CLITICS and at + 1 < len(tokens):
        at += 1
    text = tokens[at].text
    if not text[0].isdecimal():
        return None
    if "/" in text or re.fullmatch(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d", text):
        number = Number(tokens[at].start, tokens[at].end, None, role="date")
        return number, at + 1
    stop = dashed_date(tokens, at)
    if stop is None:
        return None
    return Number(tokens[at].start, tokens[stop - 1].end, None, role="date"), stop


def clock_number(tokens: Sequence[Token], index: int) -> tuple[Number, int] | None:
    """11:25 and 20:23:10: role time, no value."""
    stop = index
    while (
        stop + 2 < len(tokens) and tokens[stop].text.isdecimal()
        and len(tokens[stop].text) <= 2 and tokens[stop + 1].text == ":"
        and tokens[stop + 2].text.isdecimal() and len(tokens[stop + 2].text) == 2
        and tokens[stop].end == tokens[stop + 1].start
        and tokens[stop + 1].end == tokens[stop + 2].start
    ):  # fmt: skip
        stop += 2
    if stop == index:
        return None
    number = Number(tokens[index].start, tokens[stop].end, None, role="time")
    return number, stop + 1


def quantity_noun(tokens: Sequence[Token], index: int) -> tuple[Number, int] | None:
    """«عدد من», «أعداد كبيرة من» (several); «أعداد لم يكشف عنها» (undisclosed)."""
    token = tokens[index]
    noun = next((n for n in readings(token.text) if n in _QUANTITY_NOUNS), None)
    if noun is None:
        return None
    begin, at = _start_after(token, noun), index + 1
    while at < len(tokens) and at < index + 4 and tokens[at].text in _QUANTITY_ADJECTIVES:
        if tokens[at].text == "لا" and not _no_harm(tokens, at):
            break
        at += 1
    if at < len(tokens) and tokens[at].text == "من":
        number = Number(begin, tokens[at - 1].end, None, vague="several", qualifier="several")
        return number, at
    return _undisclosed(tokens, begin, at)


def _no_harm(tokens: Sequence[Token], at: int) -> bool:
    return [t.text for t in tokens[at : at + 3]] == ["لا", "باس", "به"]


def _undisclosed(tokens: Sequence[Token], begin: int, at: int) -> tuple[Number, int] | None:
    if at >= len(tokens) or tokens[at].text not in _UNKNOWN_HEADS:
        return None
    stop = at + 1
    if not tokens[at].text.startswith("مجهول"):
        if stop >= len(tokens) or tokens[stop].text not in _UNKNOWN_WORDS:
            return None
        stop += 1
    while stop < len(tokens) and tokens[stop].text in _UNKNOWN_TAIL:
        stop += 1
    number = Number(begin, tokens[stop - 1].end, None, vague="undisclosed", qualifier="undisclosed")
    return number, stop


def readings(word: str) -> list[str]:
    """The word bare and without one or two of و ف ب ل ك before it (never the article)."""
    out = [word]
    rest = word
    if rest[:1] in ("و", "ف") and len(rest) > 2:
        rest = rest[1:]
        out.append(rest)
    if rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
        out.append(rest[1:])
    return out


def dashed_date(tokens: Sequence[Token], index: int) -> int | None:
    """The token after 18-07-2019, 2019-07-18 or 18–7–2019 at ``index``, or None."""
    if index + 5 > len(tokens):
        return None
    part = tokens[index : index + 5]
    if any(part[k].end != part[k + 1].start for k in range(4)):
        return None
    if part[1].text not in ("-", "–", ".") or part[3].text != part[1].text:
        return None
    lengths = tuple(len(part[k].text) for k in (0, 2, 4))
    if not all(part[k].text.isdecimal() for k in (0, 2, 4)):
        return None
    fits = lengths[1] <= 2 and (
        (lengths[0] == 4 and lengths[2] <= 2) or (lengths[0] <= 2 and lengths[2] in (2, 4))
    )
    return index + 5 if fits else None
