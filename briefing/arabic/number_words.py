"""The closed class of Arabic number words and the units that tell what a number is.

Keys are folded (``letters.fold``): مئة is «ميه», مائة «مايه», ثمانية «ثمانيه». Source of the
grammar: the agreement rules of modern standard Arabic as taught in any school grammar;
the spelling variants were collected from newspaper text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from ..errors import DataFileError
from .calendar_words import read_rows
from .letters import fold, strip_forms
from .tokens import Token

UNIT, TEN, TENS, HUNDRED, PART = "unit", "ten", "tens", "hundred", "part"
SCALE, PLURAL, DUAL, ALIF = "scale", "scale_plural", "scale_dual", "scale_alif"
VAGUE, FRACTION, SEVERAL, DIGITS, ORDINAL = "vague", "fraction", "several", "digits", "ordinal"
QUARTERS = "quarters"

_UNITS = {
    1: "واحد واحده واحدا",
    2: "اثنان اثنين اثنتان اثنتين ثنتان ثنتين",
    3: "ثلاث ثلاثه ثلاثا",
    4: "اربع اربعه اربعا",
    5: "خمس خمسه خمسا",
    6: "ست سته ستا",
    7: "سبع سبعه سبعا",
    8: "ثمان ثماني ثمانيه ثمانيا",
    9: "تسع تسعه تسعا",
}
#: First halves of 11 and 12, which are no number by themselves («أحد», one of).
_PARTS = {1: "احد احدي", 2: "اثنا اثني اثنتا اثنتي"}
_TENS = {
    20: "عشرون عشرين", 30: "ثلاثون ثلاثين", 40: "اربعون اربعين", 50: "خمسون خمسين",
    60: "ستون ستين", 70: "سبعون سبعين", 80: "ثمانون ثمانين", 90: "تسعون تسعين",
}  # fmt: skip
_HUNDRED_STEMS = {
    300: "ثلاث", 400: "اربع", 500: "خمس", 600: "ست", 700: "سبع", 800: "ثمان ثماني", 900: "تسع",
}  # fmt: skip
_SCALES = {
    10**3: ("الف", "الاف الوف"),
    10**6: ("مليون", "ملايين"),
    10**9: ("مليار", "مليارات"),
    10**12: ("تريليون", "تريليونات"),
}
_SCALE_VARIANTS = {"بليون": 10**9, "ترليون": 10**12}
_FRACTIONS = {"نصف": Fraction(1, 2), "ثلث": Fraction(1, 3), "ربع": Fraction(1, 4)}
_ORDINALS = {
    1: "اول اولي حادي حاديه", 2: "ثاني ثانيه", 3: "ثالث ثالثه", 4: "رابع رابعه",
    5: "خامس خامسه", 6: "سادس سادسه", 7: "سابع سابعه", 8: "ثامن ثامنه", 9: "تاسع تاسعه",
    10: "عاشر عاشره",
}  # fmt: skip

#: Forms with the article that are another word: weekdays, a family name.
_NEVER_DEFINITE = frozenset({"اثنين", "ثلاثا", "اربعا", "الفي", "بعض", "احد"})
#: Whole words whose reading as proclitic + number word is wrong («لستُ», I am not).
_NOT_NUMBERS = frozenset({"لست", "كست", "الست", "فالف", "كالف"})
#: Clitics written as a token of their own because digits or tatweel follow them.
CLITICS = frozenset(
    {"و", "ف", "ب", "ل", "ك", "ال", "لل"}
    | {a + b for a in ("و", "ف") for b in ("ب", "ل", "ك", "ال", "لل", "بال")}
    | {"بال", "كال"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A number word without its proclitics: its kind, value, and the proclitics."""

    kind: str
    value: Fraction
    prefix: str
    bare: str

    @property
    def article(self) -> bool:
        """True when the article stands on the word."""
        return self.prefix.endswith(("ال", "لل"))


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, Fraction]]:
    table: dict[str, tuple[str, Fraction]] = {}

    def add(forms: str, kind: str, value: int | Fraction) -> None:
        for form in forms.split():
            table[form] = (kind, Fraction(value))

    for value, forms in _ORDINALS.items():
        add(forms, ORDINAL, value)
    for value, forms in _UNITS.items():
        add(forms, UNIT, value)
    for value, forms in _PARTS.items():
        add(forms, PART, value)
    for value, forms in _TENS.items():
        add(forms, TENS, value)
    add("عشر عشره عشرا", TEN, 10)
    add("ميه مايه", HUNDRED, 100)
    add("ميتان ميتين ميتا ميتي مايتان مايتين مايتا مايتي", HUNDRED, 200)
    for value, stems in _HUNDRED_STEMS.items():
        add(" ".join(s + h for s in stems.split() for h in ("ميه", "مايه")), HUNDRED, value)
    for value, (word, plurals) in _SCALES.items():
        _add_scale(add, word, value)
        add(plurals, PLURAL, value)
    for word, value in _SCALE_VARIANTS.items():
        _add_scale(add, word, value)
    add("بلايين بليونات", PLURAL, 10**9)
    add("عشرات", VAGUE, 10)
    add("ميات مايات", VAGUE, 100)
    for word, part in _FRACTIONS.items():
        add(" ".join((word, *(word + p for p in ("هم", "هن", "ها", "هما")))), FRACTION, part)
    add("ارباع", QUARTERS, Fraction(1, 4))
    add("اثلاث", QUARTERS, Fraction(1, 3))
    add("اخماس", QUARTERS, Fraction(1, 5))
    add("بعض عده عديده عديد بضع بضعه", SEVERAL, 0)
    add("دزينه", UNIT, 12)
    return table


def _add_scale(add: Callable[[str, str, int], None], word: str, value: int) -> None:
    add(word, SCALE, value)
    add(f"{word}ان {word}ين {word}ي", DUAL, value)
    add(f"{word}ا", ALIF, value)


@lru_cache(maxsize=8192)
def _classify(text: str) -> Word | None:
    if text in _NOT_NUMBERS:
        return None
    table = _table()
    for prefix, rest in strip_forms(text):
        hit = table.get(rest)
        if hit is None:
            continue
        if prefix.endswith(("ال", "لل")) and rest in _NEVER_DEFINITE:
            return None
        return Word(hit[0], hit[1], prefix, rest)
    return None


def classify(token: Token) -> Word | None:
    """The number word that a token is, or None.

    The raw spelling decides where folding merges words: مئتين and ميتين (dead), عدة and
    عدّه (he counted it), مئة and مية.
    """
    word = _classify(token.text)
    if word is None:
        return None
    bare = word.bare
    if bare.startswith("مي") and not re.search("ئ|ى\u0654", token.raw):  # كميات, ميتين
        return None
    if bare == "عده" and not re.search("ة[\u064b-\u0652]*$", token.raw):
        return None
    if bare == "الف" and "\u0651" in token.raw:  # ألّف, he wrote
        return None
    return word


@dataclass(frozen=True, slots=True)
class Units:
    """Words that tell the role of the number beside them, folded."""

    after: dict[str, str]
    before: dict[str, str]
    clock: frozenset[str]
    weak_year: frozenset[str]
    age_after: frozenset[str]
    age_before: frozenset[str]


@lru_cache(maxsize=1)
def units() -> Units:
    """The unit words of ``numbers_units.tsv``. Raises DataFileError on a row that is wrong."""
    after: dict[str, str] = {}
    before: dict[str, str] = {}
    other: dict[tuple[str, str], set[str]] = {}
    for role, position, forms in read_rows("numbers_units.tsv", 3):
        words = {fold(form) for form in forms.split()}
        if role == "age" or position in ("clock", "weak"):
            other.setdefault((role, position), set()).update(words)
        elif position in ("after", "before"):
            (after if position == "after" else before).update(dict.fromkeys(words, role))
        else:
            raise DataFileError(
                f"numbers_units.tsv: «{position}» is no position; write after or before"
            )
    return Units(
        after,
        before,
        frozenset(other.get(("time", "clock"), ())),
        frozenset(other.get(("year", "weak"), ())),
        frozenset(other.get(("age", "after"), ())),
        frozenset(other.get(("age", "before"), ())),
    )


_DIGIT_TEXT = re.compile(r"\d+(?:[.,٬٫]\d+)*")


def digits_value(text: str, decimal: bool = False) -> Fraction | None:
    """The value of a run of ASCII digits with separators, or None when it is no number.

    ``٬`` groups, ``٫`` is decimal. A comma or full stop groups when exactly three digits
    follow it each time and the number does not begin with 0; else it is decimal.
    ``decimal`` prefers the decimal reading (percentages). Longer than 15 digits is None.

    >>> digits_value("1,200"), digits_value("1.200.000"), digits_value("3.5")
    (Fraction(1200, 1), Fraction(1200000, 1), Fraction(7, 2))
    """
    if len(text) > 24 or not set(text) <= set("0123456789.,٬٫"):
        return None
    if not _DIGIT_TEXT.fullmatch(text):
        return None
    text = text.replace("٬", "")
    parts = re.split(r"([.,٫])", text)
    marks = parts[1::2]
    groups = parts[0::2]
    if sum(map(len, groups)) > 15:
        return None
    if not marks:
        return Fraction(int(groups[0]))
    last = marks[-1]
    thousands = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3
    one_mark = len(set(marks)) == 1 and last != "٫" and not (decimal and len(marks) == 1)
    if one_mark and thousands and groups[0][0] != "0":
        return Fraction(int("".join(groups)))
    if len(marks) > 1 and (marks.count(last) > 1 or any(len(g) != 3 for g in groups[1:-1])):
        return None
    whole, part = "".join(groups[:-1]), groups[-1]
    return Fraction(int(whole)) + Fraction(int(part), 10 ** len(part))
