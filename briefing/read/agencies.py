"""News agencies and outlets: which name in an article is which (``data/agencies.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from briefing.arabic.letters import fold
from briefing.errors import DataFileError

from . import words

_COLUMNS = ["ar", "en", "aliases"]
_NOT_ALNUM = re.compile(r"[\W_]+")
_SEVERAL = re.compile(r"\s*(?:[،,;؛+&/]|\sو(?=\S)|\sand\s)\s*")
_CLASS_WORD = re.compile(
    r"^(?:نقلا عن |عن )?(?:وكاله انباء|وكاله|صحيفه|جريده|قناه|شبكه|موقع|مراسله|مراسل|"
    r"اذاعه|تلفزيون)\s+"
)


def _key(name: str) -> str:
    return _NOT_ALNUM.sub("", fold(name))


@lru_cache(maxsize=1)
def agencies() -> Mapping[str, str]:
    """English names by folded key (letters and digits only, so «أ ف ب» equals «أ.ف.ب»).

    Raises DataFileError when the table of the package is damaged.
    """
    source = resources.files("briefing").joinpath("data", "agencies.tsv")
    rows = source.read_text(encoding="utf-8").splitlines()
    if not rows or rows[0].split("\t") != _COLUMNS:
        raise DataFileError("agencies.tsv: the first line must name the columns ar, en, aliases.")
    table: dict[str, str] = {}
    for number, row in enumerate(rows[1:], start=2):
        cells = row.split("\t")
        if len(cells) != len(_COLUMNS) or not cells[0] or not cells[1]:
            raise DataFileError(f"agencies.tsv: line {number}: needs ar, en and aliases.")
        for name in (cells[0], *cells[2].split("|")):
            if name.strip():
                table.setdefault(_key(name), cells[1])
    return table


def find_agency(name: str) -> str | None:
    """The English name of the outlet that ``name`` is, or None.

    Several at once («أ ف ب، رويترز», «الأناضول + وكالات») give their names joined by ", ";
    all must be known. A class word before the name («وكالة», «صحيفة») is skipped.

    >>> find_agency("أ.ف.ب"), find_agency("وكالة سانا"), find_agency("كتاب")
    ('AFP', 'SANA', None)
    """
    if len(name) > 80:
        return None
    whole = _one(name)
    if whole is not None:
        return whole
    parts = [part for part in _SEVERAL.split(name) if part.strip()]
    if len(parts) < 2:
        return None
    found = [_one(part) for part in parts]
    known = [english for english in found if english is not None]
    return ", ".join(dict.fromkeys(known)) if len(known) == len(parts) else None


def _one(name: str) -> str | None:
    table = agencies()
    found = table.get(_key(name))
    if found is None:
        found = table.get(_key(_CLASS_WORD.sub("", fold(name).strip())))
    return found


def is_everyday(name: str) -> bool:
    """True when the outlet's name is also an everyday word («اليوم», «الوطن»)."""
    return fold(name).strip() in words.everyday_outlets()
