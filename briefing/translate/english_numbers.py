"""Reading the numbers of an English text: digits, words, scales, percentages, vague amounts.

Only what the checks of a translation need: which quantities does this English state? A number
that cannot be read surely is left out rather than guessed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

Kind = Literal["digits", "words", "ordinal", "vague", "fraction"]

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1000,
}  # fmt: skip
_VAGUE = {
    "dozens": 10, "scores": 10, "tens": 10, "hundreds": 100, "thousands": 1000,
    "millions": 10**6, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
_FRACTIONS = {
    "half": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(1, 4),
    "thirds": Fraction(1, 3), "fifths": Fraction(1, 5),
}  # fmt: skip

_TOKEN = re.compile(
    r"(?P<num>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?)"
    r"|(?P<word>[A-Za-z]+(?:['’][a-z]+)?)"
    r"|(?P<percent>%|‰)"
    r"|(?P<mark>[^\s\w])"
)
_PERCENT = re.compile(r"[\s\-]*(?:%|per\s?cent(?:age)?\b|pct\b|percentage points?\b)", re.I)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫", "01234567890123456789,.")


@dataclass(frozen=True, slots=True)
class EnglishNumber:
    """A number at code points ``start`` to ``end`` of the text.

    ``value`` is exact; of a vague amount it is the scale ("tens of thousands" is 10 000,
    "several hundred" 100, "dozens" 10). ``percent`` tells whether a percent sign or word
    follows. ``also`` is the value under a scale that the next number names for both: the 10 of
    "10 to 20 thousand" is 10 or 10 000.
    """

    start: int
    end: int
    value: Fraction
    kind: Kind
    percent: bool = False
    also: Fraction | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    kind: str


def find_numbers(text: str) -> list[EnglishNumber]:
    """All numbers of ``text`` in order, not overlapping.

    >>> [int(n.value) for n in find_numbers("1.5 million and twenty-one of 400,000")]
    [1500000, 21, 400000]
    """
    text = text.translate(_DIGITS)
    found = list(_scan(text, _tokens(text)))
    for at, (first, second) in enumerate(itertools.pairwise(found)):
        scale = _scale(second.value)
        between = text[first.end : second.start].strip().lower()
        if between in ("-", "–", "to", "and", "or") and first.value < second.value and scale:
            found[at] = replace(
                first, also=first.value * scale, percent=first.percent or second.percent
            )
        elif between in ("-", "–", "to", "and", "or") and second.percent:
            found[at] = replace(first, percent=True)
    return found


def _scale(value: Fraction) -> int:
    """The largest scale of which ``value`` is a multiple, 0 when there is none."""
    return next((s for s in (10**9, 10**6, 1000) if value and value % s == 0), 0)


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(m.start(), m.end(), m.group().lower(), str(m.lastgroup))
        for m in _TOKEN.finditer(text)
    ]


def _scan(text: str, tokens: list[_Token]) -> Iterator[EnglishNumber]:
    index = 0
    while index < len(tokens):
        read = _vague(tokens, index) or _amount(tokens, index) or _part(tokens, index)
        if read is None:
            index += 1
            continue
        value, last, kind = read
        end = tokens[last - 1].end
        percent = bool(_PERCENT.match(text, end))
        yield EnglishNumber(tokens[index].start, end, value, kind, percent)
        index = last


_Read = tuple[Fraction, int, Kind]


def _word(tokens: list[_Token], index: int) -> str:
    return tokens[index].text if index < len(tokens) else ""


def _vague(tokens: list[_Token], index: int) -> _Read | None:
    """ "hundreds of thousands", "several hundred", "a few thousand"."""
    word = _word(tokens, index)
    if word in ("several", "few", "some", "many", "couple"):
        at = index + 1
        if word == "couple" and _word(tokens, at) == "of":
            at += 1
        scale = _SCALES.get(_word(tokens, at))
        if scale is None or len(_word(tokens, at)) < 3:
            return None
        value = Fraction(scale)
        if _SCALES.get(_word(tokens, at + 1), 0) > scale and len(_word(tokens, at + 1)) > 2:
            at += 1  # "several hundred thousand"
            value *= _SCALES[tokens[at].text]
        return value, at + 1, "vague"
    if word not in _VAGUE:
        return None
    if word == "scores" and _word(tokens, index + 1) != "of":
        return None  # "he scores", "the scores were level"
    value, at = Fraction(_VAGUE[word]), index + 1
    while _word(tokens, at) == "of" and _word(tokens, at + 1) in _VAGUE:
        value *= _VAGUE[_word(tokens, at + 1)]
        at += 2
    return value, at, "vague"


def _amount(tokens: list[_Token], index: int) -> _Read | None:
    """A cardinal or ordinal in digits or words, scales and halves included."""
    token = tokens[index]
    if token.kind == "num":
        return _digits(tokens, index)
    if token.text in ("a", "an"):
        nxt = _word(tokens, index + 1)
        if nxt == "dozen":
            return Fraction(12), index + 2, "words"
        if nxt in _SCALES and len(nxt) > 2:
            return _words(tokens, index + 1)
        return None
    if token.text == "half" and _word(tokens, index + 1) in ("a", "of"):
        at = index + 2
        at += _word(tokens, at) == "a"
        if len(_word(tokens, at)) > 2 and _word(tokens, at) in _SCALES:
            return Fraction(_SCALES[tokens[at].text], 2), at + 1, "words"
        return None
    return _words(tokens, index)


def _digits(tokens: list[_Token], index: int) -> _Read:
    token = tokens[index]
    value = Fraction(token.text.replace(",", ""))
    at = index + 1
    nxt = tokens[at] if at < len(tokens) else None
    glued = nxt is not None and nxt.start == token.end
    if nxt is not None and glued and nxt.text in ("st", "nd", "rd", "th"):
        return value, at + 1, "ordinal"
    if nxt is not None and glued and nxt.text == "s":  # the 1990s
        return value, at + 1, "digits"
    if _word(tokens, at) == "-" and _word(tokens, at + 1) in _SCALES:  # a 10-million contract
        at += 1
    scaled = False
    while at < len(tokens) and tokens[at].text in _SCALES:
        short = len(tokens[at].text) <= 2
        # "5m" may be metres; only a currency or a long word makes a million of it
        if short and not (tokens[at].start == tokens[at - 1].end and _currency(tokens, index)):
            break
        value *= _SCALES[tokens[at].text]
        scaled = True
        at += 1
    if scaled and [_word(tokens, at + k) for k in range(3)] == ["and", "a", "half"]:
        value += Fraction(_SCALES[tokens[at - 1].text], 2)
        at += 3
    if _word(tokens, at) == "dozen":
        value, at = value * 12, at + 1
    return value, at, "digits"


def _currency(tokens: list[_Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].text in ("$", "€", "£", "¥", "usd", "eur")


def _words(tokens: list[_Token], index: int) -> _Read | None:
    """Number words from ``index`` on: "two hundred and fifty thousand", "twenty-first"."""
    total, current = Fraction(0), Fraction(0)
    at, end, smallest = index, index, 10**15
    while at < len(tokens):
        word = tokens[at].text
        joined = at > index and word in ("and", "-")
        if joined:
            if [_word(tokens, at + k) for k in (1, 2)] == ["a", "half"]:
                half = _half(tokens, at, total, current, smallest)
                return half
            if not _continues(tokens, at, current):
                break
            at += 1
            word = tokens[at].text
        step = _step(word, current, empty=at == index)
        if step is None:
            break
        kind, value = step
        if kind == "ordinal":
            if value >= 100 and current:  # two hundredth
                return total + current * value, at + 1, "ordinal"
            return total + current + value, at + 1, "ordinal"
        if kind == "unit":
            current += value
        elif kind == "hundred":
            current = (current or Fraction(1)) * 100
        else:
            if value >= smallest:
                break
            total += (current or Fraction(1)) * value
            current, smallest = Fraction(0), int(value)
        at += 1
        end = at
    if end == index:
        return None
    if _word(tokens, end) == "dozen":
        return (total + current) * 12, end + 1, "words"
    return total + current, end, "words"


def _half(
    tokens: list[_Token], at: int, total: Fraction, current: Fraction, smallest: int
) -> _Read:
    """ "and a half": of the number before it, or of the scale before or after it."""
    after = _word(tokens, at + 3)
    if current and after in _SCALES and len(after) > 2:  # two and a half million
        return total + (current + Fraction(1, 2)) * _SCALES[after], at + 4, "words"
    if not current and total:  # a million and a half
        return total + Fraction(smallest, 2), at + 3, "words"
    return total + current + Fraction(1, 2), at + 3, "words"


def _continues(tokens: list[_Token], at: int, current: Fraction) -> bool:
    """Whether "and" or a hyphen at ``at`` joins two parts of one number."""
    nxt = _word(tokens, at + 1)
    if tokens[at].text == "-":
        return (
            current % 100 in (20, 30, 40, 50, 60, 70, 80, 90)
            and (0 < _UNITS.get(nxt, 0) < 10 or 0 < _ORDINALS.get(nxt, 0) < 10)
        ) or nxt in ("hundred", "thousand", "million", "billion")
    small = nxt in _UNITS or nxt in _TENS or nxt in _ORDINALS
    # "two hundred and fifty", "a thousand and one", but not "five and six"
    return small and current % 100 == 0 and _word(tokens, at - 1) in _SCALES


def _step(
    word: str, current: Fraction, *, empty: bool
) -> tuple[Literal["unit", "hundred", "scale", "ordinal"], Fraction] | None:
    rest = current % 100
    if word in _UNITS:
        value = _UNITS[word]
        fits = rest == 0 if value > 9 else rest == 0 or (rest >= 20 and rest % 10 == 0)
        return ("unit", Fraction(value)) if fits else None
    if word in _TENS:
        return ("unit", Fraction(_TENS[word])) if rest == 0 else None
    if word in _ORDINALS:
        value = _ORDINALS[word]
        fits = (
            value >= 100 or rest == 0 if value > 9 else rest == 0 or (rest >= 20 and rest % 10 == 0)
        )
        return ("ordinal", Fraction(value)) if fits else None
    if word == "hundred":
        return ("hundred", Fraction(100)) if not empty or current == 0 else None
    if word in _SCALES and len(word) > 2:
        return "scale", Fraction(_SCALES[word])
    return None


def _part(tokens: list[_Token], index: int) -> _Read | None:
    word = _word(tokens, index)
    if word in _FRACTIONS:
        return _FRACTIONS[word], index + 1, "fraction"
    return None
