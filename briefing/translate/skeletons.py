"""Comparing Latin and Arabic spellings of a name by their consonants.

A name is written in many ways («Muhammad», "Mohamed"; «لافروف», «لاڤروڤ»), but its consonants
keep their order. Each spelling is reduced to a skeleton of coarse consonant classes (B F H K L M
N R S T X); where a letter or digraph stands for more than one class, a spelling has more than one
skeleton. Two spellings may name the same when they share one. In short skeletons, which meet by
chance, the long vowels of the Arabic must have a vowel on the Latin side as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

#: A spelling has at most this many readings; the likelier ones come first.
_MOST = 24
#: Longer words are no names.
_LONGEST = 40
_VOWEL = "a"

#: Latin digraphs and letters, longest first, each with its classes, likeliest first.
_LATIN: dict[str, tuple[str, ...]] = {
    "tsch": ("X", "TX"), "tch": ("X", "TX"), "sch": ("X", "SK"), "tsh": ("X", "TX"),
    "sh": ("X", "SH", "S"), "ch": ("X", "K", "H", "TX"), "kh": ("H", "K"), "gh": ("K", ""),
    "th": ("T", "S", "TH"), "dh": ("T", "S"), "ph": ("F",), "zh": ("K", "S", "X"), "dj": ("K",),
    "ck": ("K",), "ts": ("TS", "S"), "tz": ("TS", "S"), "cz": ("X", "TX"), "dz": ("S", "TS", "K"),
    "qu": ("Ka",), "b": ("B",), "p": ("B",), "f": ("F",), "v": ("F", "a"), "w": ("a", "F"),
    "k": ("K",), "q": ("K",), "g": ("K",), "c": ("K", "S", "X"), "j": ("K", "a", "H", "X"),
    "x": ("KS", "S", "X"), "s": ("S", "X"), "z": ("S", "TS"), "t": ("T",), "d": ("T",),
    "h": ("H", ""), "l": ("L",), "m": ("M",), "n": ("N",), "r": ("R",),
    "a": ("a",), "e": ("a",), "i": ("a",), "o": ("a",), "u": ("a",), "y": ("a",),
}  # fmt: skip
_ARABIC: dict[str, tuple[str, ...]] = {
    "تش": ("X", "TX"), "ب": ("B",), "پ": ("B",), "ف": ("F",), "ڤ": ("F",), "و": ("a", "F"),
    "ك": ("K",), "ک": ("K",), "ق": ("K",), "غ": ("K",), "گ": ("K",), "ج": ("K",), "خ": ("H", "K"),
    "ح": ("H",), "ه": ("H", ""), "ش": ("X",), "چ": ("X",), "س": ("S",), "ص": ("S",), "ز": ("S",),
    "ژ": ("S", "K"), "ث": ("T", "S"), "ذ": ("T", "S"), "ظ": ("S", "T"), "ت": ("T",), "ط": ("T",),
    "د": ("T",), "ض": ("T", "S"), "ل": ("L",), "م": ("M",), "ن": ("N",), "ر": ("R",),
    "ا": ("a",), "ي": ("a",), "ی": ("a",), "ع": ("ع",), "ء": ("",),
}  # fmt: skip

#: Skeleton and vowel mask: bit i is set when a vowel stands before consonant i (the last bit:
#: after the last consonant).
Reading = tuple[str, int]


@lru_cache(maxsize=20_000)
def latin_readings(word: str) -> tuple[Reading, ...]:
    """The skeletons of a Latin word, likeliest first; () for one without letters.

    >>> latin_readings("Lavrov")[0][0]
    'LFRF'
    """
    plain = unicodedata.normalize("NFKD", word.lower())
    letters = "".join(char for char in plain if "a" <= char <= "z")
    found = _readings(letters, _LATIN, 4)
    if 4 < len(letters) <= _LONGEST and letters[-1] in "dstxz":  # silent in French ("Bachet")
        found += _readings(letters[:-1], _LATIN, 4)
    return found


@lru_cache(maxsize=20_000)
def arabic_readings(word: str) -> tuple[Reading, ...]:
    """The skeletons of a folded Arabic word without its clitics.

    >>> arabic_readings("لافروف")[0][0]
    'LFRF'
    """
    return _readings(word, _ARABIC, 2)


def _readings(word: str, table: dict[str, tuple[str, ...]], longest: int) -> tuple[Reading, ...]:
    if not word or len(word) > _LONGEST:
        return ()
    spellings = [""]
    at = 0
    while at < len(word):
        for size in range(longest, 0, -1):
            classes = table.get(word[at : at + size])
            if classes is not None:
                break
        else:
            size, classes = 1, ("",)
        grown = [head + tail for tail in classes for head in spellings]
        spellings = grown[:_MOST]
        at += size
    found = dict.fromkeys(_reading(spelling) for spelling in spellings)
    return tuple(reading for reading in found if reading[0])


def _reading(spelling: str) -> Reading:
    """Skeleton and mask of classes and vowels; doubled consonants become one.

    «ع» opens a word like a vowel and is silent elsewhere.
    """
    skeleton, mask = "", 0
    for index, char in enumerate(spelling):
        if char == _VOWEL or (char == "ع" and index == 0):
            mask |= 1 << len(skeleton)
        elif char != "ع" and not skeleton.endswith(char):
            skeleton += char
    return skeleton.replace("NB", "MB"), mask  # «جنبلاط» is said and written "Jumblatt"


class ArabicSkeletons:
    """The skeletons of many Arabic words, to be looked up by a Latin spelling."""

    def __init__(self, words: Iterable[str]) -> None:
        self._masks: dict[str, set[int]] = {}
        for word in words:
            for skeleton, mask in arabic_readings(word):
                self._masks.setdefault(skeleton, set()).add(mask)

    def holds(self, latin: str, least: int = 1) -> bool:
        """Whether one of the words may be ``latin`` in Arabic script.

        Skeletons of fewer than ``least`` consonants are not looked at.
        """
        for skeleton, mask in latin_readings(latin):
            if len(skeleton) < least:
                continue
            if any(_agree(skeleton, mask, arabic) for arabic in self._masks.get(skeleton, ())):
                return True
        return False


def same_name(latin: str, arabic: str) -> bool:
    """Whether a Latin word may be the folded Arabic word, its clitics taken off.

    >>> same_name("Mhardeh", "محرده"), same_name("Obama", "اردوغان")
    (True, False)
    """
    return ArabicSkeletons([arabic]).holds(latin)


def _agree(skeleton: str, latin: int, arabic: int) -> bool:
    if len(skeleton) > 3:
        return True
    if (latin ^ arabic) & 1:  # a vowel at the start is always written
        return False
    inner = (1 << len(skeleton)) - 1  # an ending may be the adjective's («باريسية»: "Paris")
    return not arabic & ~latin & inner
