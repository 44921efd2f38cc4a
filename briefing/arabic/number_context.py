"""What stands around a number: its qualifier («at least») and its role (count, year, …)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from ..errors import DataFileError
from . import number_words as nw
from .calendar_words import Month, month_at, read_rows, word_set
from .letters import strip_forms
from .number_grammar import Reader
from .number_items import Parsed
from .tokens import Token, _start_after, tokenize

Role = Literal[
    "count", "year", "date", "time", "age", "money", "distance", "percent", "ordinal",
    "identifier", "fraction",
]  # fmt: skip

_QUALIFIERS = frozenset({"approximately", "at_least", "more_than", "less_than", "up_to"})
_Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
_COUNT_SUFFIXES = ("عددهم", "عددها", "عددهن", "عدده", "عددهما")

#: After these a bare number is no counted noun's («في 2019 على …»).
FUNCTION_WORDS = word_set(
    "في من الي علي عن مع بعد قبل حتي منذ ان انه انها التي الذي الذين او ثم قد لم لا لن ما حيث"
    " ضد بين خلال لكن كما اذ اذا عندما حين بينما فيما وفق بحسب حسب و ف ب ل ك م ه هذا هذه كان"
    " كانت وصل هو هي الا بل نحو حول عند لدي"
)
_YEAR_SUFFIXES = frozenset({"م", "ميلادي", "ميلاديه", "ه", "هجري", "هجريه"})


@lru_cache(maxsize=1)
def _qualifiers() -> tuple[_Phrases, _Phrases, frozenset[str]]:
    """Phrases by their last word (before a number) and first word (after it)."""
    before: _Phrases = {}
    after: _Phrases = {}
    large: set[str] = set()
    for name, position, phrases in read_rows("numbers_qualifiers.tsv", 3):
        if name not in _QUALIFIERS or position not in ("pre", "post", "large"):
            raise DataFileError(
                f"numbers_qualifiers.tsv: «{name} {position}» is not known; write one of "
                f"{', '.join(sorted(_QUALIFIERS))} and pre, post or large"
            )
        for phrase in phrases.split("|"):
            for variant in _variants(phrase):
                words = tuple(token.text for token in tokenize(variant))
                if position == "post":
                    after.setdefault(words[0], []).append((words, name))
                else:
                    before.setdefault(words[-1], []).append((words, name))
                if position == "large":
                    large.add(words[0])
    for table in (before, after):
        for entries in table.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return before, after, frozenset(large)


def _variants(phrase: str) -> list[str]:
    if "{عدد}" not in phrase:
        return [phrase]
    return [phrase.replace("{عدد} ", "").replace(" {عدد}", "")] + [
        phrase.replace("{عدد}", word) for word in _COUNT_SUFFIXES
    ]


def qualifier_before(
    tokens: Sequence[Token], index: int, free_from: int, value: int | None
) -> tuple[str, int, int] | None:
    """(qualifier, first token, raw start) of the longest phrase that ends before ``index``.

    Tokens before ``free_from`` belong to an earlier number and are not looked at.
    """
    table, _, large = _qualifiers()
    last = index - 1
    if last < free_from or not tokens[last].is_word:
        return None
    endings = [rest for _, rest in strip_forms(tokens[last].text)]
    for ending in endings:
        for words, name in table.get(ending, ()):
            first = index - len(words)
            if first < free_from:
                continue
            if any(tokens[first + k].text != words[k] for k in range(1, len(words))):
                continue
            for _, rest in strip_forms(tokens[first].text):
                if rest != words[0]:
                    continue
                if words[0] in large and len(words) == 1 and (value is None or value < 20):
                    break
                return name, first, _start_after(tokens[first], rest)
    return None


def qualifier_after(reader: Reader, index: int) -> tuple[str, int, int, int] | None:
    """(qualifier, token after it, raw start, raw end) of a phrase after the counted noun.

    It stands within four tokens of the number, before punctuation and the next number.
    """
    tokens = reader.tokens
    _, table, _ = _qualifiers()
    for at in range(index, min(index + 5, len(tokens))):
        if not tokens[at].is_word:
            return None
        for words, name in table.get(tokens[at].text, ()):
            stop = at + len(words)
            if stop <= len(tokens) and all(
                tokens[at + k].text == words[k] for k in range(1, len(words))
            ):
                return name, stop, tokens[at].start, tokens[stop - 1].end
        item = reader.item(at)
        if item is not None and item.kind != nw.ORDINAL:
            return None
    return None


def percent_after(tokens: Sequence[Token], index: int) -> int:
    """The token after a percent sign or «في المئة», «بالمئة» at ``index``; else ``index``."""
    if index >= len(tokens):
        return index
    text = tokens[index].text
    if text in ("%", "٪", "باليميه", "بالميه", "بالمايه"):
        return index + 1
    if text == "في" and index + 1 < len(tokens) and tokens[index + 1].text in ("الميه", "المايه"):
        return index + 2
    return index


def role(reader: Reader, parsed: Parsed, low: int | None, high: int | None) -> Role:
    """What the number is, from its own form and the words beside it."""
    tokens = reader.tokens
    before = _word(tokens, parsed.first - 1)
    after = _word(tokens, parsed.next)
    if parsed.kind == "ordinal":
        return _ordinal_role(tokens, parsed, before, after)
    if parsed.kind == "fraction":
        return "fraction"
    if _is_date(tokens, parsed, after):
        return "date"
    if _plain(parsed):
        named = _identifier(reader, parsed, before, after)
        if named:
            return "identifier"
        if _is_year(tokens, parsed, [low, high], (before, after)):
            return "year"
    if nw.units().clock & {before, before.lstrip("وبل")}:
        return "time"
    if before in ("$", "€", "£"):
        return "money"
    named_role = nw.units().before.get(before)
    if named_role == "ordinal":
        return "ordinal"
    unit = _unit(after)
    if unit == "distance" and after == "كم" and parsed.next < len(tokens):
        return "distance"
    if _is_age(tokens, parsed, before, after, unit):
        return "age"
    if unit is not None:
        return unit
    if named_role == "time":
        return "time"
    return "count"


def _word(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""


def _plain(parsed: Parsed) -> bool:
    return parsed.head.kind == nw.DIGITS and parsed.scale == 1 and parsed.vague is None


def _unit(after: str) -> Role | None:
    after_units = nw.units().after
    for prefix, rest in strip_forms(after):
        if prefix in ("", "ال") and rest in after_units:
            return after_units[rest]  # type: ignore[return-value]
    return None


def _is_date(tokens: Sequence[Token], parsed: Parsed, after: str) -> bool:
    if parsed.value is None or not 1 <= parsed.value <= 31 or parsed.scale > 1:
        return False
    at = parsed.next + 1 if after == "من" else parsed.next
    if _word(tokens, at) in ("شهر", "الشهر"):
        # «3 أشهر» counts; «3 شهر تموز» and «الثاني من الشهر الجاري» are dates
        return after == "من" or month_at(tokens, at + 1) is not None
    month = month_at(tokens, at)
    return month is not None and month.prefix == "" and not _father(tokens[at], month.value)


def _father(token: Token, month: Month) -> bool:
    """«3 أب»: without madda the word is rather «father» than August."""
    return token.text == "اب" and month.ambiguous


def _is_year(
    tokens: Sequence[Token],
    parsed: Parsed,
    bounds: list[int | None],
    beside: tuple[str, str],
) -> bool:
    before, after = beside
    low, high = bounds
    values = [v for v in (parsed.value, low, high) if v is not None]
    if not values or any(not 1900 <= v < 2100 for v in values):
        return False
    if not parsed.head.bare.isdecimal() or len(parsed.head.bare) != 4:
        return False
    if after in _YEAR_SUFFIXES:
        return True
    if before in nw.units().before and nw.units().before[before] == "year":
        return True
    stems = [rest for _, rest in strip_forms(before)]
    if any(nw.units().before.get(stem) == "year" for stem in stems):
        return True
    if _ends_month(tokens, parsed.first):
        return True
    loose = after == "" or not after[:1].isalpha() or after in FUNCTION_WORDS or after[:2] in (
        "ال", "لل",
    ) or (len(after) > 3 and after[0] == "و")  # fmt: skip
    if not loose or _unit(after) is not None:
        return False
    if any(stem in nw.units().weak_year for stem in stems):
        return True
    enclosed = before == "(" and after == ")"
    return enclosed or (low is not None and high is not None)


def _ends_month(tokens: Sequence[Token], index: int) -> bool:
    """True when a month name (or month/month, month in brackets) ends before ``index``."""
    at = index - 1
    while at >= 0 and index - at <= 3 and tokens[at].text in (")", "/", "،", "-", "من"):
        at -= 1
    return any(
        (month := month_at(tokens, first)) is not None and month.last == at + 1
        for first in (at, at - 1)
    )


def _identifier(reader: Reader, parsed: Parsed, before: str, after: str) -> bool:
    """«اللواء 46», «القرار 2254», «إف-16», «M4»: a name, not a count.

    «قتلت الفرقة 30 مدنيا» counts: an indefinite accusative noun follows 11 to 99.
    """
    text, tokens = reader.text, reader.tokens
    start, end = parsed.start, parsed.end
    first = parsed.first
    if text[end : end + 1] == "-" and re.match("[a-zA-Z]", text[end + 1 : end + 2]):
        return True
    glued_after = text[end : end + 1]
    if glued_after == "_" or (glued_after.isalpha() and glued_after.isascii()):
        return True
    if first > 0 and tokens[first - 1].end == start:
        mark = tokens[first - 1].text
        inner = tokens[first - 2] if first > 1 and tokens[first - 2].end == start - 1 else None
        if mark.isalpha() or mark in ("_", "=", "#", "@", "&"):
            return True
        if mark in "/.:" and inner is not None and inner.text.isascii() and inner.is_word:
            return True
        if mark in "-–" and inner is not None and inner.is_word and inner.text.isalpha():
            return inner.text.isascii() or len(inner.text) <= 3 or _names(inner.text)
    if not _names(before):
        return False
    tamyiz = after.endswith("ا") and len(after) > 3
    return not (tamyiz and parsed.value is not None and parsed.value > 10)


def _names(word: str) -> bool:
    return any(
        prefix in ("", "ال", "و", "وال", "ل", "لل", "ب", "بال", "ف", "ول", "وب", "فال", "وبال")
        and nw.units().before.get(rest) == "identifier"
        for prefix, rest in strip_forms(word)
    )


def _ordinal_role(tokens: Sequence[Token], parsed: Parsed, before: str, after: str) -> Role:
    if _is_date(tokens, parsed, after):
        return "date"
    if nw.units().clock & {before, before.lstrip("وبل")}:
        return "time"
    return "identifier" if parsed.head.article and _unit_name(before) else "ordinal"


def _unit_name(word: str) -> bool:
    """Military units and the like before a definite ordinal: «الفرقة الرابعة»."""
    return "ال" in word[:4] and _names(word)


def _is_age(
    tokens: Sequence[Token], parsed: Parsed, before: str, after: str, unit: Role | None
) -> bool:
    words = nw.units()
    if after == "من" and _word(tokens, parsed.next + 1) in words.age_after:
        return True
    near = [_word(tokens, k) for k in range(max(0, parsed.first - 4), parsed.first)]
    stems = {rest for word in near for _, rest in strip_forms(word)}
    if before == "دون" and parsed.head.article:
        return True
    if unit == "time":
        if _word(tokens, parsed.next + 1) == "من" and (
            _word(tokens, parsed.next + 2) in words.age_after
        ):
            return True
        bracket = before == "(" and _word(tokens, parsed.next + 1) == ")"
        years = after in ("سنه", "عاما", "اعوام", "سنوات", "عام", "شهرا", "اشهر")
        return (bracket and years) or bool(stems & words.age_before and years)
    return bool(
        stems & (words.age_before - {"ذو", "ذي", "ذات", "صاحب", "صاحبه", "ابن", "ابنه"})
        and before not in ("عددهم", "عددها")
        and "عددهم" not in near
        and "عددها" not in near
    )
