"""Whether a translation keeps the figures of its source.

Both sides are read into quantities and compared as multisets: each figure of the Arabic has to
be in the translation, and the translation must not have another. What Arabic says in the form
of the word (duals, "one") or as an ordinal may be there or not, because English is free in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from ..arabic.letters import ascii_digits, fold
from ..arabic.numbers import Number, find_numbers
from . import english_numbers
from .english_numbers import EnglishNumber

_DIGIT_RUN = re.compile(r"\d+(?:[.,٬٫]\d+)*")
#: The space between groups of digits in French and others (400 000).
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'](?=\d{3}(?!\d))")
_PERCENT = re.compile(r"[^\w%]*(?:%|ب(?:ال)?(?:ميه|مايه)|في (?:ال)?(?:ميه|مايه))")
_VAGUE_SCALES = {
    "dozens": 10, "hundreds": 100, "thousands": 1000, "tens_of_thousands": 10**4,
    "hundreds_of_thousands": 10**5, "millions": 10**6,
}  # fmt: skip
_ORDINALS = {
    "اول": 1, "اولي": 1, "حادي": 1, "حاديه": 1, "ثاني": 2, "ثانيه": 2, "ثالث": 3, "ثالثه": 3,
    "رابع": 4, "رابعه": 4, "خامس": 5, "خامسه": 5, "سادس": 6, "سادسه": 6, "سابع": 7,
    "سابعه": 7, "ثامن": 8, "ثامنه": 8, "تاسع": 9, "تاسعه": 9, "عاشر": 10, "عاشره": 10,
}  # fmt: skip
_TENS = {
    "عشر": 10, "عشره": 10, "عشرين": 20, "عشرون": 20, "ثلاثين": 30, "ثلاثون": 30, "اربعين": 40,
    "اربعون": 40, "خمسين": 50, "خمسون": 50, "ستين": 60, "ستون": 60, "سبعين": 70, "سبعون": 70,
    "ثمانين": 80, "ثمانون": 80, "تسعين": 90, "تسعون": 90, "ميه": 100, "مايه": 100,
}  # fmt: skip
#: «ثلاثي» (of three sides) and its like: the number is in the form of the word.
_SIDED = {
    "ثناءي": 2, "ثنايي": 2, "ثلاثي": 3, "رباعي": 4, "خماسي": 5, "سداسي": 6, "سباعي": 7,
    "ثماني": 8, "ثمانيه": 8,
}  # fmt: skip
_DECADES = re.compile(r"(عشرين|ثلاثين|اربعين|خمسين|ستين|سبعين|ثمانين|تسعين)(?:ي|يي)?ات\b")
_ORDINAL = re.compile(
    rf"\b(?:[وف]?(?:ب|ل|ك)?ال|لل|[وف])?({'|'.join(_ORDINALS)})\b"
    rf"(?:\s+و?(?:ال)?({'|'.join(_TENS)})\b)?"
)
_SIDED_WORD = re.compile(rf"\b(?:[وف]?(?:ب|ل|ك)?ال|لل|[وف])?({'|'.join(_SIDED)})ه?\b")
#: Words after which English may say "two": duals and the words for both and a pair.
_TWO = re.compile(
    r"\w{2,}(?:ان|ين|تا|تي|يا)\b|\w{2,}(?:ا|ي)(?:هما|ه|ها|هم)\b|كل[اتي]|زوج|مثن|ضعف|ثان"
)
_EXPLICIT_TWO = re.compile(r"\b[وفبلك]?(?:اثنان|اثنين|اثنتان|اثنتين)\b")
_TWO_ENGLISH = re.compile(
    r"\b(?:two|both|pair|couple|twin|twice|second|2|either|each|double)\b", re.I
)
_MONTHS_EN = re.compile(
    r"\b(?:(jan)(?:uary)?|(feb)(?:ruary)?|(mar)(?:ch)?|(apr)(?:il)?|(may)|(june?)|(july?)"
    r"|(aug)(?:ust)?|(sept?)(?:ember)?|(oct)(?:ober)?|(nov)(?:ember)?|(dec)(?:ember)?)\b",
    re.I,
)
_AFTERNOON = re.compile(r"(?:[:.]\d\d)?\s*p\.?m\b", re.I)


@dataclass(frozen=True, slots=True)
class _Fact:
    """A quantity of the source: its readings, and whether the translation has to state it."""

    values: frozenset[Fraction]
    required: bool
    percent: bool = False
    vague: bool = False


def keeps_numbers(source: str, candidate: str, target: str) -> bool:
    """Whether ``candidate`` states the figures of the Arabic ``source`` and no others.

    English is read with its number words; for other targets only digits are compared.
    """
    facts = _facts(source)
    if target != "en":
        return _same_digits(facts, candidate)
    if _EXPLICIT_TWO.search(fold(source)) and not _TWO_ENGLISH.search(candidate):
        return False
    return _matches(facts, english_numbers.find_numbers(candidate), source, candidate)


@lru_cache(maxsize=1024)
def _facts(source: str) -> tuple[_Fact, ...]:
    facts: list[_Fact] = []
    covered: list[tuple[int, int]] = []
    for number in find_numbers(source):
        covered.append((number.start, number.end))
        facts.extend(_of_number(source, number))
    for match in _DIGIT_RUN.finditer(source):
        if not any(start < match.end() and match.start() < end for start, end in covered):
            facts.extend(
                _Fact(frozenset({value}), True, _percent(source, match.end()))
                for value in _decimal(match.group())
            )
    facts.extend(_of_words(fold(source)))
    return tuple(facts)


def _of_number(source: str, number: Number) -> list[_Fact]:
    surface = source[number.start : number.end]
    digits = any(char.isdigit() for char in surface)
    if number.vague:
        scale = _VAGUE_SCALES.get(number.vague)
        return [_Fact(frozenset({Fraction(scale)}), True, vague=True)] if scale else []
    if number.value is not None:
        value = Fraction(number.value)
        required = digits or (value >= 3 and not number.ordinal)
        return [_Fact(frozenset({value}), required, number.percent)]
    runs = [value for run in _DIGIT_RUN.findall(surface) for value in _decimal(run)]
    bounds = [Fraction(bound) for bound in (number.low, number.high) if bound is not None]
    if number.qualifier == "range":
        return [_Fact(frozenset({b}), b >= 3 or digits, number.percent) for b in bounds]
    if runs:  # a date, a clock time, 3.5, or a code: every part of it
        return [_Fact(frozenset({value}), True, number.percent) for value in runs]
    # «ثلاثة ونصف» has only whole bounds in a Number
    middle = {sum(bounds, Fraction(0)) / 2} if len(bounds) == 2 else set()
    return [_Fact(frozenset({*bounds, *middle}), required=False)] if bounds else []


def _decimal(surface: str) -> list[Fraction]:
    """The readings of a run of digits: «1,200», «3.5», «3,5», «10.30»."""
    text = ascii_digits(surface).replace("٬", ",").replace("٫", ".")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        return [Fraction(text.replace(",", ""))]
    if re.fullmatch(r"\d+[.,]\d+", text):
        return [Fraction(text.replace(",", "."))]
    return [Fraction(part) for part in re.findall(r"\d+", text)]


def _percent(source: str, end: int) -> bool:
    return bool(_PERCENT.match(fold(source[end : end + 16]).replace("٪", "%")))


def _of_words(folded: str) -> list[_Fact]:
    """What may be worded as a number without being one: ordinals, decades, «ثلاثي»."""
    out = []
    for match in _ORDINAL.finditer(folded):
        tens = _TENS.get(match.group(2) or "", 0)
        ones = _ORDINALS[match.group(1)]
        out.append(_Fact(frozenset({Fraction(ones), Fraction(ones + tens)}), required=False))
    for match in _DECADES.finditer(folded):
        tens = _TENS[match.group(1)]
        out.append(_Fact(frozenset({Fraction(tens), Fraction(1900 + tens)}), required=False))
    for match in _SIDED_WORD.finditer(folded):
        out.append(_Fact(frozenset({Fraction(_SIDED[match.group(1)])}), required=False))
    for match in re.finditer(rf"\b(?:[وف]?[بلك]?ال|لل)({'|'.join(_TENS)})\b", folded):
        out.append(_Fact(frozenset({Fraction(_TENS[match.group(1)])}), required=False))
    return out


def _matches(
    facts: tuple[_Fact, ...], numbers: list[EnglishNumber], source: str, candidate: str
) -> bool:
    left = sorted(numbers, key=lambda number: not _hard(number, candidate))
    for fact in facts:
        if not fact.required:
            continue
        found = next((n for n in left if _equal(fact, n, candidate)), None)
        if found is None:
            if not _month_says(fact, candidate):
                return False
            continue
        left.remove(found)
    free = [fact for fact in facts if not fact.required]
    for number in left:
        if number.value == 2 and number.kind in ("words", "digits"):
            if not _TWO.search(fold(source)):
                return False
            continue
        if not _hard(number, candidate):
            continue
        spare = next((fact for fact in free if _equal(fact, number, candidate)), None)
        if spare is None:
            return False
        free.remove(spare)
    return True


def _hard(number: EnglishNumber, candidate: str) -> bool:
    """Whether the English states a quantity that the source must have."""
    if number.kind == "fraction":
        return False
    if number.kind == "digits" or candidate[number.start].isdigit():
        return True
    return number.value >= 3


def _equal(fact: _Fact, number: EnglishNumber, candidate: str) -> bool:
    if fact.vague != (number.kind == "vague"):
        return False
    values = {number.value, number.also if number.also is not None else number.value}
    if number.value < 13 and _AFTERNOON.match(candidate, number.end):
        values.add(number.value + 12)
    if not fact.values & values:
        return False
    return fact.percent == number.percent or not fact.required


def _month_says(fact: _Fact, candidate: str) -> bool:
    """The 6 of 24/6/2007 is there when the English says June."""
    return any(
        Fraction(int(match.lastindex or 0)) in fact.values
        for match in _MONTHS_EN.finditer(candidate)
    )


def _same_digits(facts: tuple[_Fact, ...], candidate: str) -> bool:
    """For targets whose number words cannot be read: no digits without a figure of the source,
    and no figure above twelve, which nobody spells out, that left no digits at all."""
    joined = _GROUPED.sub("", candidate)
    stated = [value for m in _DIGIT_RUN.finditer(joined) for value in _loose(m.group())]
    readings = [{v / s for v in f.values for s in (1, 10**3, 10**6, 10**9)} for f in facts]
    if not all(any(value in reading for reading in readings) for value in stated):
        return False
    plain = [r for f, r in zip(facts, readings, strict=True) if f.required and not f.vague]
    return not stated or all(min(r) <= 12 or r & set(stated) for r in plain)


def _loose(surface: str) -> list[Fraction]:
    """Digits as another language may group them: 400.000, 3,5."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", surface):
        return [Fraction(re.sub(r"[.,]", "", surface))]
    return _decimal(surface)
