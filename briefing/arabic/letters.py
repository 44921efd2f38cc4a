"""Arabic letters: folding for matching, with a map back to the raw offsets.

The raw text is never changed. Matching happens on a folded copy whose every character
knows the code point of the raw text that it came from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

#: Letters whose spelling varies between outlets, folded to one form for matching.
_FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي")

#: Marks that carry no meaning for matching: tashkeel, dagger alif, tatweel, zero-width
#: characters, bidi controls, the byte order mark.
_DROP = re.compile(
    "[\u00ad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)

_ARABIC_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")

#: Digits of both Arabic scripts to ASCII; separators stay.
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded copy of a text. ``origin[i]`` is the raw code point of folded character i;
    ``origin[len(text)]`` is the length of the raw text."""

    text: str
    origin: tuple[int, ...]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of the folded span ``start:end``.

        Marks that follow the last letter (tanween, shadda) belong to the span.
        """
        if start >= end:
            at = self.origin[start]
            return at, at
        return self.origin[start], self.origin[end - 1] + self._tail(end)

    def _tail(self, end: int) -> int:
        last = self.origin[end - 1]
        following = self.origin[end]
        return following - last if following > last else 1


def fold(text: str) -> str:
    """The folded form of ``text``: marks dropped, letter variants merged, digits ASCII,
    all white space a plain space, Latin in lower case.

    >>> fold("إدلِـب")
    'ادلب'
    """
    return fold_map(text).text


def fold_map(text: str) -> Folded:
    """The folded form of ``text`` with its offset map; time and space are linear."""
    out: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        for part in _fold_char(char):
            out.append(part)
            origin.append(index)
    origin.append(len(text))
    return Folded("".join(out), tuple(origin))


@lru_cache(maxsize=4096)  # an article has some hundred characters of its own
def _fold_char(char: str) -> str:
    """The folded form of one character: usually one, none for a mark, more for a ligature."""
    if _DROP.match(char):
        return ""
    if "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc":  # presentation forms
        # ligatures of phrases hold spaces, isolated marks a space and a mark: neither may
        # break a word in two that share one raw character
        parts = _DROP.sub("", unicodedata.normalize("NFKC", char)).replace(" ", "")
    elif char.isspace():
        parts = " "
    else:
        parts = char.lower()[0]  # «İ» lowers to two characters
    return parts.translate(_FOLD).translate(_DIGITS)


def ascii_digits(text: str) -> str:
    """Arabic-Indic and Persian digits as ASCII digits; length and offsets stay the same."""
    return text.translate(_DIGITS)


def arabic_share(text: str) -> float:
    """Share of Arabic letters among all letters of ``text``, 0 when it has no letter."""
    letters = len(_LETTER.findall(text))
    return len(_ARABIC_LETTER.findall(text)) / letters if letters else 0.0


@lru_cache(maxsize=65_536)  # every rule asks for the same words again
def strip_forms(word: str) -> tuple[tuple[str, str], ...]:
    """All readings of a folded word as (proclitics, rest), the bare word first.

    A reading is kept only when at least two letters remain; which reading is right is for
    a lexicon to say («والد» is a word, «وقال» is و + قال).

    >>> strip_forms("وبالقصف")
    (('', 'وبالقصف'), ('و', 'بالقصف'), ('وب', 'القصف'), ('وبال', 'قصف'))
    """
    readings = [("", word)]
    prefix, rest = "", word
    if rest[:1] in ("و", "ف") and len(rest) > 2:
        prefix, rest = rest[0], rest[1:]
        readings.append((prefix, rest))
    if rest.startswith("لل") and len(rest) > 3:  # لـ + الـ is written لل
        readings.append((prefix + "لل", rest[2:]))
        readings.append((prefix + "ل", "ال" + rest[2:]))
    elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 2:
        prefix, rest = prefix + rest[0], rest[1:]
        readings.append((prefix, rest))
    if rest.startswith("ال") and len(rest) > 3:
        readings.append((prefix + "ال", rest[2:]))
    return tuple(readings)
